"""Everyday signs and words beside numbers where they mean something else: designations, series, rates, names, games."""

from __future__ import annotations

import pytest
from value_notation import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # letters of designations are no units
        ("The navy bought 12 V-22 Ospreys.", ["12 V-22 Ospreys = 12 item exact"]),
        (
            "It flies 2 L-39, 4 A-10 and 3 J-20 jets.",
            ["2 L-39 = 2 item exact", "4 A-10 = 4 item exact", "3 J-20 jets = 3 item exact"],
        ),
        ("10 J-10C fighters", ["10 J-10C fighters = 10 item exact"]),
        ("8 A400M transports", ["8 A400M transports = 8 item exact"]),
        ("the 440A pack", []),
        ("Type 45 W was lost.", []),
        ("Block 5 V.", []),
        ("Gripen 39C", []),
        ("version 5J", []),
        ("Lot 3E6", []),
        ("the 3 C programme", ["3 = 3 item exact"]),
        ("It hit 3 MP battalions.", ["3 MP battalions = 3 item exact"]),
        ("a 1080p screen", []),
        # what looks like money
        ("three grand pianos", ["three grand pianos = 3 item exact"]),
        ("two grand slams", ["two grand slams = 2 item exact"]),
        ("a grand total", []),
        ("a dollar amount", []),
        ("it cost neither treasury a cent", []),
        ("we did not pay a cent", []),
        ("that isn't worth a dime", []),
        ("never spend a penny", []),
        ("they left without a dollar", []),
        ("a pound of flesh", []),
        ("a euro zone crisis", []),
        ("for every dollar spent", []),
        ("40 cents a dollar", ["40 cents = 0.40 USD exact"]),
        ("$50 a barrel", ["$50 = 50 USD exact"]),
        ("500 pounds of public money", ["500 pounds = 500 GBP exact"]),
        ("two million pounds of investment", ["two million pounds = 2000000 GBP exact"]),
        # units that count only close to their number
        ("the 12 stone walls", ["12 stone walls = 12 item exact"]),
        ("2 bar stools", ["2 bar stools = 2 item exact"]),
        ("two bars and three pubs", ["two bars = 2 item exact", "three pubs = 3 item exact"]),
        ("5 in the room", ["5 = 5 item exact"]),
        ("3 cups were won", ["3 cups = 3 item exact"]),
        ("two yards build them", ["two yards = 2 yard exact"]),
        ("They are built at two yards.", ["two yards = 2 item exact"]),
        ("20 f", ["20 = 20 item exact"]),
        # two amounts, not one in two units
        ("the 5 km, 200 m and 100 m races", ["5 km = 5 km exact", "200 m = 200 m exact", "100 m = 100 m exact"]),
        ("1 hour and 90 minutes", ["1 hour = 1 hour exact", "90 minutes = 90 minute exact"]),
        ("5 feet and 3 metres", ["5 feet = 5 foot exact", "3 metres = 3 m exact"]),
        ("10 dollars and 50 euros", ["10 dollars = 10 USD exact", "50 euros = 50 EUR exact"]),
        ("10 dollars and 50 apples", ["10 dollars = 10 USD exact", "50 apples = 50 item exact"]),
        ("at 14h30 sharp", []),
        ("a week, 5 days of it at sea", ["5 days = 5 day exact"]),
        ("a mile and 3 cars", ["3 cars = 3 item exact"]),
        ("a decade and 2 years", ["2 years = 2 year exact"]),
        # quotation marks and inches
        ('he said "it is 12" and left', ["12 = 12 item exact"]),
        ('"Block 20" and "Block 30"', []),
        # signs of comparison that are none
        ("from 5 -> 10", ["5 = 5 item exact", "10 = 10 item exact"]),
        ("> 12 tanks", ["12 tanks = 12 item exact"]),
        # other powers, and notes
        ("He bought 5².", ["5 = 5 item exact"]),
        ("10¹ of them", ["10 = 10 item exact"]),
        # times of day
        ("between 3 and 4 pm", []),
        ("open 9-5 pm", []),
    ],
)
def test_near_misses(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it is 20 C outside", ["20 C = 20 celsius exact"]),
        ("at 68 f it is warm", ["68 f = 68 fahrenheit exact"]),
        ("a 10 A fuse", ["10 A = 10 A exact"]),
        ("a 230 V supply", ["230 V = 230 V exact"]),
        ("an energy of 5 J", ["5 J = 5 J exact"]),
        ("a temperature of 300 K", ["300 K = 300 kelvin exact"]),
    ],
)
def test_letters_are_units_beside_words_that_show_it(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 EUR46 m deal", ["12 = 12 item exact", "EUR46 m = 46000000 EUR exact"]),
        ("They got 20 AMD65 rifles.", ["20 AMD65 rifles = 20 item exact"]),
        ("(c.US$2.1bn)", ["c.US$2.1bn = 2100000000 USD about"]),
        ("worth c.USD 40m in all", ["c.USD 40m = 40000000 USD about"]),
        ("c.100 ordered", ["c.100 = 100 item about"]),
        ("ca.200 vehicles", ["ca.200 vehicles = 200 item about"]),
        ("12-18 Bayraktar TB2", ["12-18 Bayraktar TB2 = 12..18 item range"]),
        ("The orders were spread over 68 cases.", ["68 cases = 68 item exact"]),
        ("paid out over 68 cases", ["over 68 cases = 68.. item over"]),
        ("Shares added 4 cents to $106.30.", ["4 cents = 0.04 USD exact", "$106.30 = 106.30 USD exact"]),
        ("The price rose $2 to $45.", ["$2 = 2 USD exact", "$45 = 45 USD exact"]),
        ("It costs 50 cents to $2 a round.", ["50 cents to $2 = 0.50..2 USD range"]),
        ("It costs $2 to $3 a round.", ["$2 to $3 = 2..3 USD range"]),
        ("10 kg max", ["10 kg max = ..10 kg up_to"]),
        ("on 9/11", []),
        ("7/8 of them", ["7/8 = 87.5 percent fraction"]),
        ("in AD 70", []),
        ("Windows 10", []),
        ("the two Koreas", []),
    ],
)
def test_sums_and_names_that_look_like_counts(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two and three quarter miles", ["two and three quarter miles = 2.75 mile exact"]),
        ("20-something planes", ["20-something planes = 20 item about"]),
        ("25,000 lbf", ["25,000 lbf = 25000 lbf exact"]),
        ("24,000 pounds of thrust", ["24,000 pounds of thrust = 24000 lbf exact"]),
        ("1.2 megatonnes", ["1.2 megatonnes = 1.2 megatonne exact"]),
        ("500 pounds of rice", ["500 pounds = 500 pound exact"]),
    ],
)
def test_rarer_units_and_numbers(text: str, expected: list[str]) -> None:
    assert values(text) == expected
