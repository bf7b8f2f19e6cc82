"""Numbers as they are written: digits in every style, words, vague plurals, fractions, multiples; and digits that are none."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from value_notation import bounds, values

from kordef.catalogue import load
from kordef.mentions.values.finder import values_in


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("7 ships", "7"),
        ("1,234 ships", "1234"),
        ("1,234,567 ships", "1234567"),
        ("12,34,567 rupees", "1234567"),
        ("2.97 km", "2.97"),
        ("2.970 km", "2.970"),
        ("1,234.56 euros", "1234.56"),
        ("1.234,56 euros", "1234.56"),
        ("1.234.567 euros", "1234567"),
        ("1.234.567,89 euros", "1234567.89"),
        ("CHF 1'049.95", "1049.95"),
        ("CHF 1’049", "1049"),
        ("10 000 shells", "10000"),
        ("1 234 567 shells", "1234567"),
        ("12\u202f500 shells", "12500"),
        ("12\u00a0500 shells", "12500"),
        ("4,5 percent", "4.5"),
        ("2½ years", "2.5"),
        ("10 1/2 miles", "10.500"),
        ("1/4 mile", "0.250"),
        ("6 . 2 %", "6.2"),
        ("10 , 000 shells", "10000"),
        ("32 thousand shells", "32000"),
        ("1.2 million shells", "1200000"),
        ("100k rounds", "100000"),
        ("1.2m people", "1200000"),
        ("3M people", "3000000"),
    ],
)
def test_digits(text: str, number: str) -> None:
    (mention,) = values_in(text)
    assert bounds(mention) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("two ships", "2"),
        ("Twelve ships", "12"),
        ("twenty-five ships", "25"),
        ("fifty two ships", "52"),
        ("one hundred and sixty-one ships", "161"),
        ("two hundred five ships", "205"),
        ("two thousand and five ships", "2005"),
        ("seven hundred twenty-one thousand and twelve shells", "721012"),
        ("three million shells", "3000000"),
        ("two point two million shells", "2200000"),
        ("two and a half million shells", "2500000"),
        ("half a million shells", "500000"),
        ("a quarter of a million shells", "250000"),
        ("a hundred ships", "100"),
        ("a dozen ships", "12"),
        ("two dozen ships", "24"),
        ("half a dozen ships", "6"),
        ("twenty-five (25) ships", "25"),
        ("nine thousand (9,000) rounds", "9000"),
        ("a pair of frigates", "2"),
    ],
)
def test_number_words(text: str, number: str) -> None:
    (mention,) = values_in(text)
    assert bounds(mention) == number
    assert mention.amount.precision is None


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("dozens of ships", "24.."),
        ("dozens more ships", "24.."),
        ("scores of ships", "40.."),
        ("hundreds of ships", "200.."),
        ("thousands of ships", "2000.."),
        ("several hundred ships", "200.."),
        ("a few dozen ships", "24.."),
        ("tens of thousands of shells", "20000.."),
        ("hundreds of thousands of shells", "200000.."),
        ("several tens of thousands of shells", "20000.."),
        ("millions of euros", "2000000.."),
        ("tens of billions of won", "20000000000.."),
        ("several billion zlotys", "2000000000.."),
    ],
)
def test_vague_plurals_have_a_lower_bound_and_say_so(text: str, least: str) -> None:
    (mention,) = values_in(text)
    assert bounds(mention) == least
    assert mention.amount.qualifier == "at_least"
    assert any("read as at least" in note for note in mention.inferred)


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("2.97 billion won", "10000000"),
        ("$3 billion", "1000000000"),
        ("300,000 shells", "1"),
        ("4.50 km", "0.01"),
        ("$11-12 billion", "1000000000"),
        ("$1.5-1.65 billion", "100000000"),
        ("10 cents", "0.01"),
    ],
)
def test_written_precision_is_kept(text: str, precision: str) -> None:
    (mention,) = values_in(text)
    assert mention.amount.precision == Decimal(precision)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nearly three quarters of exports", "nearly three quarters = 75 percent about"),
        ("more than two thirds of the order", "more than two thirds = 66.67.. percent over"),
        ("two-thirds of the fleet", "two-thirds = 66.67 percent fraction"),
        ("a third of them", "a third = 33.33 percent fraction"),
        ("cut by a quarter", "a quarter = 25 percent fraction"),
        ("almost a fifth of GDP", "almost a fifth = 20 percent about"),
        ("half of the jets", "half = 50 percent fraction"),
        ("over half the fleet", "over half = 50.. percent over"),
        ("nearly half", "nearly half = 50 percent about"),
        ("from one-third to two-thirds of the weapons", "one-third to two-thirds = 33.33..66.67 percent range"),
        ("between a quarter and a third of the cost", "between a quarter and a third = 25..33.33 percent range"),
        ("one in five Poles", "one in five = 20 percent fraction"),
        ("nine out of ten shells", "nine out of ten = 90 percent fraction"),
        ("1 in 4 soldiers", "1 in 4 = 25 percent fraction"),
    ],
)
def test_fractions_are_percentages(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("exports doubled", "doubled = 2 multiple exact"),
        ("Europe nearly doubles imports", "nearly doubles = 2 multiple about"),
        ("more than double the size of its army", "more than double = 2.. multiple over"),
        ("the EU will need to double its aid", "double = 2 multiple exact"),
        ("twice as many guns", "twice = 2 multiple exact"),
        ("imports tripled", "tripled = 3 multiple exact"),
        ("three times more artillery", "three times = 3 multiple exact"),
        ("ten times as many", "ten times = 10 multiple exact"),
        ("almost fourfold", "almost fourfold = 4 multiple about"),
        ("a 50-fold rise", "50-fold = 50 multiple exact"),
        ("a two-fold rise", "two-fold = 2 multiple exact"),
        ("exports halve", "halve = 0.5 multiple fraction"),
        ("three to four times higher", "three to four times = 3..4 multiple range"),
    ],
)
def test_multiples(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fell to -44%", ["-44% = -44 percent exact"]),
        ("a change of +4.7%", ["+4.7% = 4.7 percent exact"]),
        ("minus 3 percent", ["minus 3 percent = -3 percent exact"]),
        ("negative 2.5 percent", ["negative 2.5 percent = -2.5 percent exact"]),
        ("at −18 °C", ["−18 °C = -18 celsius exact"]),
        ("a loss of $-99.99", ["$-99.99 = -99.99 USD exact"]),
    ],
)
def test_signs(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        # parts of names
        "FA-50, K2, K9A1, MiG-29s, an F-35A, the M142 and T-72s",
        "Block 20, Phase 3 of Land 400, Type 26 frigates, Mk 41, Batch 2, Tranche 4",
        "Leopard 2 tanks, PzH 2000 howitzers, a Boeing 737, the Gripen 39",
        "8x8 vehicles, 4x4 trucks and 6x6",
        "the G20, the IP4, Group of 20, Group of Seven, the Indo-Pacific Four (IP4)",
        "10 Downing Street, 1600 Pennsylvania Avenue, 22 Yongsan-ro",
        'a "two plus two" meeting, 2+2 talks, Five Eyes partners',
        "Resolution 1718, Article 5, Chapter 7, page 12, Figure 3, Table 2",
        "No. 12, Number 10, #1, Factory 200, Unit 731",
        "ISO 9001, STANAG 4569, Covid-19, 5G, 3D, 737s",
        ".50 calibre guns",
        # dates and times
        "on 27 July 2022, 15 January and March 7-9; Dec. 27, 2023; April 4 and 5; the 12th of May",
        "in 2022, by 2030, 2014-18, 2019-23, the 1990s, mid-2025, FY2024, ’24",
        "2025-03-07, 2025.3.7, 07/03/2025, 3/7/25, 24.04.2024",
        "at 18:40, 9.30 a.m., 7pm, 12:30 GMT and 5 o'clock",
        # scores and ratios of them
        "won 3-2, lost 29-27, a 7-2 vote, a 60-40 split, drew 4-4, the round of 16",
        "24/7 support, 9/11, 50-50",
        # numbers of other sorts
        "+82-2-748-1111, 02-748-1111, (02) 748 1111, 1-222-222-2222",
        "https://example.com/2024/12345 and a@b12.com, v1.2.3, 192.168.0.1",
        "a footnote [3] and another [12]",
        "1. First item",
        "a list: (1) training, (2) spares and (3) parts",
        # words that count nothing
        "the first, the 3rd and the 21st; a third country; the twenty-first",
        "one of the busiest; no one; each one; one another; one day they met; from one year to the next",
        "both sides, several ships, many countries, a few vessels",
        "two-way, one-on-one, three-star, three-dimensional",
        "he scored twice as they won",
        "double-digit growth, double standards, mixed doubles, a triple jump",
        "the first half, the second half of 2025, half-finished, the third quarter, quarter-finals",
        "a perfect 30, slip to an eight, landed in the ten",
        "a multi-billion-dollar deal; in millions",
    ],
)
def test_no_value(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2000 rounds were fired", ["2000 rounds = 2000 item exact"]),
        ("some 2025 soldiers", ["some 2025 soldiers = 2025 person about"]),
        ("2025 km away", ["2025 km = 2025 km exact"]),
        ("in 2025 soldiers left", []),
        ("the 2024 elections", []),
        ("2024 tanks were a promise", []),
    ],
)
def test_four_digits_are_a_year_unless_they_count_or_measure(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one silver and two bronze medals", ["one silver = 1 item exact", "two bronze medals = 2 item exact"]),
        ("five gold, one silver", ["five = 5 item exact", "one silver = 1 item exact"]),
        ("only one submarine", ["one submarine = 1 item exact"]),
        ("at least one tank", ["at least one tank = 1.. item at_least"]),
        ("one million shells", ["one million shells = 1000000 item exact"]),
        ("one billion dollars", ["one billion dollars = 1000000000 USD exact"]),
        ("one year", ["one year = 1 year exact"]),
        ("1 frigate", ["1 frigate = 1 item exact"]),
        ("one frigate sailed", []),
    ],
)
def test_one_is_a_number_beside_a_number_a_hedge_or_a_unit(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_numbers_in_names_of_weapons_count_nothing() -> None:
    spellings = [spelling.text for weapon in load().weapons for spelling in weapon.spellings]
    numbered = [text for text in spellings if re.search(r"[^\W\d]\S* [0-9]+$", text)]
    assert len(numbered) > 50
    assert [text for text in numbered if values(f"They ordered {text} systems and {text} as well.")] == []
