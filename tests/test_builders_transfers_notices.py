"""Notices of possible sales of the United States: one case each, however its parts are worded."""

from __future__ import annotations

import pytest
from transfer_reading import notes, read

from kordef.vocabulary import Term

POLICY = (
    "\nThis proposed sale will support the foreign policy and national security objectives of the United States. The country will have no "
    "difficulty absorbing this equipment.\n\nThe principal contractor will be {}. There are no known offset agreements.\n"
)

NOTICES: list[tuple[str, tuple[str, ...]]] = [
    (
        "Bulgaria – Stryker Vehicles\n\nTransmittal No. 23-48\n\n"
        "WASHINGTON, September 15, 2023 – The State Department has made a determination approving a possible Foreign Military Sale to the "
        "Government of Bulgaria of Stryker vehicles and related equipment for an estimated cost of $1.5 billion. The Defense Security "
        "Cooperation Agency delivered the required certification notifying Congress of this possible sale today.\n\n"
        "The Government of Bulgaria has requested to buy one hundred eighty-three (183) M1126 Stryker Infantry Carrier Vehicles; fourteen "
        "(14) M1132 Engineer Squad Vehicles; and one hundred fifty-seven (157) M2 Flex .50 caliber machine guns. The following non-MDE "
        "items will also be included: smoke grenade launchers; spare parts; training. The estimated total cost is $1.5 billion.\n"
        + POLICY.format("General Dynamics Land Systems, Sterling Heights, MI"),
        ("US>BG planned 2023-09-15: 183 Stryker, 14 M1132, 157 machine guns = USD 1500000000",),
    ),
    (
        # two on one page, the second without a sentence of approval
        "Two notices\n\nEgypt – C-130J Aircraft\n\n"
        "January 25, 2022 – The State Department approved a possible Foreign Military Sale to the Government of Egypt of twelve (12) "
        "C-130J-30 Super Hercules aircraft at an estimated cost not to exceed $2.2 billion. The prime contractor will be Lockheed Martin.\n\n"
        "Finland – Missiles\n\n"
        "The Government of Finland has asked to buy forty (40) AIM-9X Block II missiles. Also included are spare parts and support "
        "equipment. The total estimated program cost is $355 million. The principal contractor will be RTX Corporation.\n",
        (
            "US>EG planned 2022-01-25: 12 C-130J-30 = USD 2200000000",
            "US>FI planned 2022-01-25: 40 AIM-9X = USD 355000000",
        ),
    ),
    (
        # what it is added to is a case of its own, already signed
        "Netherlands – Sidewinder Missiles\n\nTransmittal No. 20-01\n\n"
        "The Netherlands has requested to buy an additional two hundred forty-six (246) AIM-9X Block II Sidewinder missiles that will be "
        "added to a previously implemented case. The original Foreign Military Sales case, valued at $89 million, included 60 AIM-9X Block "
        "II missiles. This notification is for the combined total of 306 missiles. The estimated total cost is $691 million.\n"
        + POLICY.format("unknown at this time"),
        ("US>NL planned: 246 AIM-9X = USD 691000000", "US>NL signed: 60 AIM-9X = USD 89000000"),
    ),
    (
        "Kuwait – Follow-On Technical Support\n\nTransmittal No. 24-10\n\n"
        "The Government of Kuwait has requested to buy follow-on technical support for its F/A-18 Super Hornet fleet. The estimated total "
        "cost is $1.8 billion.\n" + POLICY.format("The Boeing Company, located in St. Louis, MO"),
        ("US>KW planned: follow-on technical support = USD 1800000000",),
    ),
    (
        # counted items count, whether or not they are major equipment; those in stock of it do not
        "Croatia – M142\n\nTransmittal No. 24-77\n\n"
        "WASHINGTON, August 30, 2024 – The Department of State has approved a possible Foreign Military Sale to the Government of Croatia "
        "of M142 HIMARS launchers and associated equipment. The cost is estimated at $390 million.\n\n"
        "The Government of Croatia has asked to buy eight (8) M142 launchers (six installed, two spare). Non-MDE items are also included: "
        "ten (10) M1152A1 HMMWVs, radios and publications.\n" + POLICY.format("Lockheed Martin"),
        ("US>HR planned 2024-08-30: 8 M142 HIMARS, 10 M1152A1 HMMWVs = USD 390000000",),
    ),
    (
        "Morocco – Stinger\n\nTransmittal No. 24-01\n\nMorocco has asked that thirty (30) Stinger missiles be added to an existing case for 600 "
        "FIM-92K Stinger Block I missiles, valued at $825 million. The estimated additional cost is $41 million.\n"
        + POLICY.format("not known at this time"),
        (
            "US>MA planned: 30 FIM-92 Stinger = USD 41000000",
            "US>MA signed: 600 FIM-92 Stinger = USD 825000000",
        ),
    ),
    (
        "Latvia – NSM\n\nTransmittal No. 23-88\n\n"
        "October 30, 2023 – The State Department has made a determination approving a possible Foreign Military Sale to the Government of "
        "Latvia of Naval Strike Missile Coastal Defense Systems for an estimated cost of $110 million.\n\n"
        "The Government of Latvia has requested to buy a Naval Strike Missile Coastal Defense System battery, consisting of one (1) fire "
        "distribution center, two (2) mobile launchers and twelve (12) missiles.\n" + POLICY.format("Raytheon"),
        (
            "US>LV planned 2023-10-30: 1 battery NSM, 1 fire distribution center, 2 mobile launchers, 12 missiles = USD 110000000",
        ),
    ),
    (
        # two cases of one buyer, with nothing between them that is read
        "DSCA notifies two sales\n\nTransmittal No. 21-70: Egypt – C-130J Aircraft\n"
        "January 25, 2022 – The State Department approved a possible Foreign Military Sale to the Government of Egypt of twelve (12) "
        "C-130J-30 Super Hercules aircraft at an estimated cost not to exceed $2.2 billion. The prime contractor will be Lockheed Martin.\n\n"
        "Transmittal No. 21-71: Egypt – Air Defense Radar Systems\n"
        "January 25, 2022 – The Government of Egypt has asked to buy three (3) AN/TPS-78 radars. Also included are spare parts and shelters. "
        "The total estimated program cost is $355 million. The principal contractor will be L3Harris.\n",
        (
            "US>EG planned 2022-01-25: 12 C-130J-30 = USD 2200000000",
            "US>EG planned 2022-01-25: 3 AN/TPS-78 = USD 355000000",
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), NOTICES)
def test_notices_are_planned_deals(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text, "2024-10-05") == expected


def test_support_is_maintenance() -> None:
    _, found = read(NOTICES[3][0], "2024-10-05")
    assert found[0].terms == (Term.MAINTENANCE,)


def test_a_case_of_support_alone_without_a_sum() -> None:
    second = (
        "\nRepublic of Korea – Sustainment\n\nThe State Department has made a determination approving a possible Foreign Military Sale "
        "to the Republic of Korea of follow-on support for its aircraft.\n"
    )
    first = NOTICES[1][0].partition("Finland")[0]
    assert notes(first + second, "2024-10-05")[1:] == ("US>KR planned 2022-01-25: follow-on support",)


NO_NOTICES = [
    "Shop news\n\nThe principal contractor has asked to buy two (2) lorries. The estimated total cost is $5 million. The certification notifying Congress was delivered.\n",
    "Policy\n\nThe proposed sale will support the foreign policy of the United States. It will not alter the basic military balance. The principal contractor is unknown.\n",
]


@pytest.mark.parametrize("text", NO_NOTICES)
def test_what_only_looks_like_a_notice_is_none(text: str) -> None:
    assert notes(text, "2024-10-05") == ()


@pytest.mark.parametrize(
    ("listed", "goods"),
    [
        (
            "two hundred eighteen (218) FGM-148 Javelin missiles, including eight (8) fly-to-buy rounds, and one hundred seven (107) "
            "launch units",
            "218 FGM-148 Javelin, 107 launch units",
        ),
        ("forty (40) AIM-120 missiles, including two (2) spare rounds", "40 AIM-120 AMRAAM"),
        ("sixty (60) Stinger missiles; and including ninety (90) gripstocks", "60 FIM-92 Stinger, 90 gripstocks"),
    ],
)
def test_rounds_that_a_number_includes(listed: str, goods: str) -> None:
    text = (
        "Bulgaria – Missiles\n\nTransmittal No. 22-61\n\nWASHINGTON, August 24, 2022 - The State Department has made a determination approving a possible "
        "Foreign Military Sale to the Government of Bulgaria of missiles for an estimated cost of $114 million. The required certification was "
        "delivered to Congress today.\n\n"
        f"The Government of Bulgaria has asked to buy {listed}.\n" + POLICY.format("Raytheon")
    )
    assert notes(text) == (f"US>BG planned 2022-08-24: {goods} = USD 114000000",)


FIELDS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Transmittal No. 23-76\n(i) Prospective Purchaser: Government of Romania\n(ii) Total Estimated Value:\n"
        "Major Defense Equipment * $1.90 billion\nOther $ .63 billion\nTOTAL $2.53 billion\n"
        "(iii) Description and Quantity or Quantities of Articles or Services under Consideration for Purchase:\n"
        "Major Defense Equipment (MDE):\nFifty-four (54) M1A2 Abrams main battle tanks\nFour (4) M88A2 recovery vehicles\n"
        "Non-MDE: spare parts, training\n(iv) Military Department: Army (RO-B-UDG)\n"
        "(viii) Date Report Delivered to Congress: November 9, 2023",
        ("US>RO planned 2023-11-09: 54 M1A2 Abrams, 4 M88A2 = USD 2530000000",),
    ),
    (
        "(i) Prospective Purchaser: Government of Romania\n(ii) Total Estimated Value: $2.53 billion\n"
        "(iii) Description: fifty-four (54) M1A2 Abrams main battle tanks; four (4) M88A2 recovery vehicles",
        ("US>RO planned: 54 M1A2 Abrams, 4 M88A2 = USD 2530000000",),
    ),
    (
        "Prospective Purchaser: Kingdom of the Netherlands. Total Estimated Value: $691 million. Major Defense Equipment: 246 "
        "AIM-9X Block II missiles. Military Department: Navy.",
        ("US>NL planned: 246 AIM-9X = USD 691000000",),
    ),
    (
        "Denmark – AIM-9X Block II Missiles\n\nMajor Defense Equipment: 84 AIM-9X Block II tactical missiles, 15 Captive Air "
        "Training Missiles. Total estimated value: $215.5 million. Prior related cases: DE-P-LBK.",
        ("US>DK planned: 84 AIM-9X, 15 Captive Air Training Missiles = USD 215500000",),
    ),
    (
        "Country: Philippines. Item: 20 F-16 Block 70/72. Notified to Congress: 1 April 2024. Estimated cost: $5.58 billion.",
        ("US>PH planned 2024-04-01: 20 F-16V Viper = USD 5580000000",),
    ),
    (
        # the arms of several makers are one case
        "The proposed sale of NASAMS to Indonesia will support U.S. foreign policy. Jakarta has asked to purchase two NASAMS "
        "batteries, 30 AMRAAM missiles and related support for $215 million. The main contractor will be RTX.",
        ("US>ID planned: 2 battery NASAMS, 30 AIM-120 AMRAAM = USD 215000000",),
    ),
]


@pytest.mark.parametrize(("text", "expected"), FIELDS)
def test_the_fields_of_notices(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Prospective Purchaser: the parish of Lom. Total Estimated Value: 2.5 million. Description: 4 houses.",
        "Description: 4 tanks of water. Total: $400. Other: none.",
        "Country: Philippines. Item: 20 mangoes. Estimated cost: $58.",
    ],
)
def test_other_fields_are_no_notices(text: str) -> None:
    assert notes(text) == ()
