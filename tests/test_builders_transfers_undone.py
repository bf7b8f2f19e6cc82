"""What becomes of deals told before, what is bought in place of arms given away, and who only pays for arms."""

from __future__ import annotations

import pytest
from transfer_reading import notes

ENDS: list[tuple[str, tuple[str, ...]]] = [
    ("Oman ordered 24 Rafale jets from France, but the order was dropped.", ("FR>OM cancelled: 24 Rafale",)),
    ("Oman ordered 24 Rafale jets from France but later cancelled the order.", ("FR>OM cancelled: 24 Rafale",)),
    ("Oman ordered 24 Rafale jets from France, but the contract fell through.", ("FR>OM cancelled: 24 Rafale",)),
    ("Oman ordered 24 Rafale jets from France. The contract was terminated.", ("FR>OM cancelled: 24 Rafale",)),
    ("Oman ordered 24 Rafale jets from France, but the deal was put on hold.", ("FR>OM suspended: 24 Rafale",)),
    ("Oman ordered 24 Rafale jets from France, but the order could be cancelled.", ("FR>OM signed: 24 Rafale",)),
    (
        "Oman ordered 24 Rafale jets from France after the previous contract with Russia was cancelled.",
        ("FR>OM signed: 24 Rafale",),
    ),
]

SEALS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Latvia will buy 12 K9 howitzers from South Korea. The contract, which followed a pledge, was formally signed.",
        ("KR>LV signed: 12 K9 Thunder",),
    ),
    (
        "Latvia will buy 12 K9 howitzers from South Korea. The contract was signed in Riga.",
        ("KR>LV signed: 12 K9 Thunder",),
    ),
    (
        "Latvia plans to buy 12 K9 howitzers from South Korea. The contract is to be signed soon.",
        ("KR>LV planned: 12 K9 Thunder",),
    ),
    (
        "Latvia will buy 12 K9 howitzers from South Korea. The contract was not signed.",
        ("KR>LV planned: 12 K9 Thunder",),
    ),
]

IN_PLACE: list[tuple[str, tuple[str, ...]]] = [
    (
        "Britain bought 14 Archer guns from Sweden to replace the 32 AS90 guns it sent to Ukraine.",
        ("SE>GB signed: 14 Archer", "GB>UA donated: 32 AS90"),
    ),
    ("Belgium bought 14 Archer guns from Sweden to replace those given to Ukraine.", ("SE>BE signed: 14 Archer",)),
    (
        "Belgium ordered 19 ATMOS guns from Israel to replace the Caesar guns donated to Ukraine.",
        ("IL>BE signed: 19 ATMOS", "BE>UA donated: CAESAR"),
    ),
    (
        "Croatia will get F-16s from the United States in place of the MiG-29s it handed to Ukraine.",
        ("US>HR planned: F-16 Fighting Falcon", "HR>UA donated: MiG-29"),
    ),
    (
        "Belgium replaced the 19 Caesar guns it had given to Ukraine with ATMOS guns from Israel.",
        ("IL>BE signed: ATMOS", "BE>UA donated: 19 CAESAR"),
    ),
    ("Spain will replace the 18 Leopard 2A6 tanks that it sent to Ukraine.", ("ES>UA donated: 18 Leopard 2A6",)),
    (
        "Spain sent its Caesar guns to Ukraine, and 19 ATMOS guns were bought from Elbit instead.",
        ("ES>UA donated: CAESAR", "IL>ES signed: 19 ATMOS"),
    ),
    (
        "Sweden gave eight Archer guns to Ukraine; 26 new ones were ordered from BAE Systems Bofors.",
        ("SE>UA donated: 8 Archer",),
    ),
]

PAID: list[tuple[str, tuple[str, ...]]] = [
    ("Iceland is paying for a NASAMS battery for Ukraine.", ("IS>UA donated: 1 battery NASAMS",)),
    ("Iceland financed 10 CV90 vehicles for Ukraine.", ("IS>UA donated: 10 CV90",)),
    ("Iceland will pay for two Patriot systems for Ukraine.", ("IS>UA planned: 2 Patriot",)),
    ("Iceland paid $200 million for 12 Patriot missiles for Ukraine.", ("IS>UA donated: 12 Patriot = USD 200000000",)),
    ("Portugal paid for 12 Caesar howitzers.", ("FR>PT signed: 12 CAESAR",)),
    ("Portugal paid for its 12 Caesar howitzers with a loan.", ("FR>PT signed: 12 CAESAR",)),
    ("Iceland financed a NASAMS battery made in Norway.", ()),
]


@pytest.mark.parametrize(("text", "expected"), ENDS + SEALS)
def test_a_deal_told_before_ends_or_is_signed(text: str, expected: tuple[str, ...]) -> None:
    assert tuple(notes(text)) == expected


@pytest.mark.parametrize(("text", "expected"), IN_PLACE)
def test_what_is_bought_in_place_of_gifts_goes_to_the_giver(text: str, expected: tuple[str, ...]) -> None:
    assert tuple(notes(text)) == expected


@pytest.mark.parametrize(("text", "expected"), PAID)
def test_who_pays_for_arms_for_a_state_at_war_gives_them(text: str, expected: tuple[str, ...]) -> None:
    assert tuple(notes(text)) == expected


def test_comments_of_a_register_hold_goods_in_brackets_and_choices_without_a_contract() -> None:
    text = (
        "Recipient: PERU\n\n"
        "Supplier | No. ordered | Designation | Description | Ordered | Delivered in | No. delivered | Comments\n"
        "South Korea | 18 | K-9 Thunder | 155mm self-propelled gun | 2021 | 2023 | 18 | USD190 m deal (incl. 5 K-10 ALV)\n"
        "France | 2 | Scorpene | Submarine | | | | Selected 2022 but not contracted by end-2024\n"
        "Germany | 2 | Type-212CD | Submarine | 2024 | | | On top of 3 ordered in 2020\n"
    )
    assert sorted(notes(text)) == sorted(
        (
            "KR>PE delivered 2021: 18 K9 Thunder, 5 K10 = USD 190000000",
            "FR>PE selected 2022: 2 Scorpene",
            "DE>PE signed 2024: 2 Type 212CD",
            "DE>PE signed 2020: 3 Type 212CD",
        )
    )
