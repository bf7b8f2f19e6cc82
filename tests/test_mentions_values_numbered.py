"""Numbers that belong to a name or a list, sums of numbers, and words that look like a hedge and are none."""

from __future__ import annotations

import pytest
from value_notation import values


@pytest.mark.parametrize(
    "text",
    [
        "Deal 2: long-range rockets for Jutland",
        "Answer 4\nNo.",
        "Contract 3 was put off until spring",
        "See communiqués nos. 41, 57 and 63.",
        "May: IRON SPEAR 25, Lithuania.",
        "Gunners of 17 Artillery Regiment fired.",
        "Drivers of 3 Commando Brigade left.",
        "Wednesday 12 | Arrival in Aalborg",
        "Was the House told?(2)",
        "The House was told.(3)",
    ],
)
def test_numbers_of_names_count_nothing(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On Wednesday 12 tanks arrived.", ["12 tanks = 12 item exact"]),
        ("IRON SPEAR 25 brought 30 tanks.", ["30 tanks = 30 item exact"]),
        ("Some 17 artillery regiments fired.", ["Some 17 artillery regiments = 17 item about"]),
        ("3 Patriot batteries left.", ["3 Patriot batteries = 3 item exact"]),
        ("14 Archers came from stock.", ["14 Archers = 14 item exact"]),
        ("14 archers shot.", ["14 archers = 14 person exact"]),
        ("They escorted 37 merchantmen.", ["37 merchantmen = 37 item exact"]),
    ],
)
def test_things_are_counted_beside_them(text: str, found: list[str]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They have 24 + 4 guns.", ["24 = 24 item exact", "4 guns = 4 item exact"]),
        ("It has 100,000+ troops.", ["100,000+ troops = 100000.. person at_least"]),
        ("This brought its fleet up to 31 pieces.", ["31 pieces = 31 item exact"]),
        ("That takes the total up to 96.", ["96 = 96 item exact"]),
        ("It may bring a crew of up to 12.", ["up to 12 = ..12 person up_to"]),
        ("The work will take up to 5 years.", ["up to 5 years = ..5 year up_to"]),
        ("It has never more than five.", ["never more than five = ..5 item up_to"]),
        ("It has never fewer than two ships.", ["never fewer than two ships = 2.. item at_least"]),
        ("A range of 70 to beyond 300 kilometres", ["70 to beyond 300 kilometres = 70..300 km range"]),
        ("It costs $2 billion to over $3 billion.", ["$2 billion to over $3 billion = 2000000000..3000000000 USD range"]),
        ("Types diversified from 6 to 12.", ["6 = 6 item exact", "12 = 12 item exact"]),
        ("One part in three is made here.", ["One part in three = 33.33 percent fraction"]),
        ("It has eleven; four of the eleven met.", ["eleven = 11 item exact", "four = 4 item exact", "eleven = 11 item exact"]),
        ("One of the two said so.", []),
        ("In the Alliance. Four were set up.", ["Four = 4 item exact"]),
        ("One extra aircraft is held.", ["One extra aircraft = 1 item exact"]),
        ("One further round of talks is held.", []),
        ("Systems of one battalion each", ["one battalion = 1 item exact"]),
    ],
)  # fmt: skip
def test_sums_bounds_and_parts(text: str, found: list[str]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Some 5 to 10 mil. dollars", ["Some 5 to 10 mil. dollars = 5000000..10000000 USD range"]),
        ("A Rs.3,200 cr order", ["Rs.3,200 cr = 32000000000 INR exact"]),
        ("₹ 6,100 cr was paid", ["₹ 6,100 cr = 61000000000 INR exact"]),
        ("Total, in euros: about 17 billion", ["about 17 billion = 17000000000 EUR about"]),
        ("In dollars, 3 billion was spent.", ["3 billion = 3000000000 USD exact"]),
    ],
)
def test_money_in_other_spellings(text: str, found: list[str]) -> None:
    assert values(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It has nearly 400 of them. 2. India has many.", ["nearly 400 of them = 400 item about"]),
        ("He has 12. The navy left.", ["12 = 12 item exact"]),
        ("It starts by the end of quarter two 2024.", []),
        ("Delivered: 2 boats; cancelled: 0.", ["2 boats = 2 item exact", "0 = 0 item exact"]),
        ("Two 21m patrol vessels and 1.2m shells", ["Two = 2 item exact", "21m = 21 m exact", "1.2m shells = 1200000 item exact"]),
        ("It will hold 5 percent by 2027.2 Meanwhile, others work.", ["5 percent = 5 percent exact"]),
        ("Two long-range radar detection and control aircraft", ["Two = 2 item exact"]),
    ],
)  # fmt: skip
def test_numbers_of_lists_quarters_and_notes(text: str, found: list[str]) -> None:
    assert values(text) == found


def test_a_counted_noun_with_the_sign_of_multiplication() -> None:
    assert values("It bought 40 Patria 6×6 armored vehicles.") == ["40 Patria 6×6 armored vehicles = 40 item exact"]
