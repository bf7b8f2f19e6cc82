"""Cases told field by field, packages with lists below them, and lists of gifts under headings that tell the stage."""

from __future__ import annotations

import pytest
from transfer_reading import notes

CASES: list[tuple[str, tuple[str, ...]]] = [
    (
        "Case at a glance\n\nPurchaser: Romania\nArticles: 54 M1A2 Abrams tanks and related equipment\n"
        "Estimated cost: USD 2.53 billion\nPrime contractor: General Dynamics Land Systems\nNotified: 9 November 2023\n"
        "Status: Congress informed; no contract yet\n",
        ("US>RO planned 2023-11-09: 54 M1A2 Abrams = USD 2530000000",),
    ),
    (
        "Case at a glance\n\nCustomer: Greece\nItem: 35 UH-60M Black Hawk helicopters\nValue: $1.95 billion\n"
        "Contractor: Lockheed Martin\nDate of notification: 15 December 2023\n",
        ("US>GR planned 2023-12-15: 35 UH-60M = USD 1950000000",),
    ),
    (
        "Case summary\n\nBuyer: Bulgaria\nSystem: 183 Stryker vehicles\nPrice: $1.5 billion (estimate)\nApproved: 11 September 2023\n",
        ("US>BG planned 2023-09-11: 183 Stryker = USD 1500000000",),
    ),
    (
        "Deal of the month\n\nBuyer: Estonia\nSystem: 12 CAESAR howitzers\nPrice: EUR 60 million\nSigned: 3 June 2024\n",
        ("FR>EE signed 2024-06-03: 12 CAESAR = EUR 60000000",),
    ),
    (
        "Contract sheet\n\nCustomer: Norway\nGoods: 24 K9 howitzers and 6 K10 vehicles\nContractor: Hanwha Aerospace\nDate: December 2017\n",
        ("KR>NO signed 2017-12: 24 K9 Thunder, 6 K10",),
    ),
    (
        "Transfer sheet\n\nGiver: Japan\nTaker: Philippines\nGoods: 5 TC-90 aircraft\nTerms: gift\nDate: March 2018\n",
        ("JP>PH donated 2018-03: 5 TC-90",),
    ),
    (
        "Recipient: Kenya\nSupplier: United States\nGoods: 16 UH-1H helicopters\nBasis: excess defence articles\nYear: 2016-2017\n",
        ("US>KE donated 2016/2017: 16 UH-1H",),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_cases_field_by_field(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


PACKAGES: list[tuple[str, tuple[str, ...]]] = [
    (
        "Capabilities in the drawdown\n\nPursuant to a delegation by the President, the Department today announces security assistance "
        "for Ukraine valued at up to $200 million. It includes:\n- AIM-7 missiles for air defense;\n- 37 Tactical Vehicles to tow "
        "equipment;\n- Javelin and other anti-armor systems.\nTo date more than $43 billion has been committed.\n",
        ("US>UA donated 2024-06-05: AIM-7 Sparrow, 37 Tactical Vehicles, FGM-148 Javelin = USD 200000000",),
    ),
    (
        "Security assistance package\n\nThe Department of Defense announced a package of security assistance for Ukraine worth up to $325 "
        "million. The capabilities in this package include:\n* Stinger anti-aircraft missiles;\n* 15 Bradley infantry fighting vehicles.\n",
        ("US>UA donated: FIM-92 Stinger, 15 M2 Bradley = USD 325000000",),
    ),
    (
        "Help for Kyiv\n\nDenmark announced on 3 May 2024 a military package for Ukraine of DKK 5.6 billion, including:\n"
        "- 19 CAESAR howitzers\n- Harpoon missiles\n",
        ("DK>UA donated 2024-05-03: 19 CAESAR, Harpoon = DKK 5600000000",),
    ),
    (
        # what was only proposed is no package
        "Proposal\n\nThe senate would support military aid for Ukraine of $500 million. The list includes:\n- 40 M1 Abrams tanks\n",
        (),
    ),
    (
        "Budget\n\nThe Department announced assistance for farmers of $200 million. It includes:\n- 37 tractors;\n- seed.\n",
        (),
    ),
]


@pytest.mark.parametrize(("text", "expected"), PACKAGES)
def test_packages_with_their_lists(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


HEADINGS: list[tuple[str, tuple[str, ...]]] = [
    ("What has been handed over", ("LT>UA donated: 36 L70",)),
    ("Already delivered", ("LT>UA donated: 36 L70",)),
    ("Sent so far", ("LT>UA donated: 36 L70",)),
    ("What is still to come", ("LT>UA planned: 36 L70",)),
    ("On the way", ("LT>UA planned: 36 L70",)),
    ("In the pipeline", ("LT>UA planned: 36 L70",)),
    ("To be delivered this year", ("LT>UA planned: 36 L70",)),
]


@pytest.mark.parametrize(("heading", "expected"), HEADINGS)
def test_headings_tell_the_stage_of_gifts(heading: str, expected: tuple[str, ...]) -> None:
    text = f"Fact sheet: Lithuanian support to Ukraine\n\n{heading}\n- 36 L70 anti-aircraft guns\n"
    assert notes(text) == expected


def test_a_number_that_is_not_told_is_no_denial() -> None:
    text = "Fact sheet: Lithuanian support to Ukraine\n\nTo come\n- short-range air defence missiles (number not disclosed)\n"
    assert notes(text) == ("LT>UA planned: air defence missiles",)


def test_what_a_donor_bought_to_give_away_is_two_deals() -> None:
    text = "Fact sheet: Lithuanian support to Ukraine\n\nHanded over\n- two NASAMS launchers bought for the purpose from Kongsberg\n"
    assert notes(text) == ("NO>LT delivered: 2 NASAMS", "LT>UA donated: 2 NASAMS")


AMENDED = [
    "The Government of Qatar has requested to add two hundred (200) AGM-114R2 missiles to a previously implemented case whose value was "
    "under the congressional notification threshold. The original case, valued at $24 million, was for fifty (50) of the same "
    "missiles. This notification is for a combined total of two hundred fifty (250). The total estimated cost of the addition is "
    "$47 million.",
]


@pytest.mark.parametrize("text", AMENDED)
def test_amended_cases(text: str) -> None:
    assert notes(text) == (
        "US>QA planned: 200 AGM-114R2 = USD 47000000",
        "US>QA signed: 50 AGM-114R2 = USD 24000000",
    )
