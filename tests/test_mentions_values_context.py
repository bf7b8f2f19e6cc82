"""Numbers whose noun or unit stands elsewhere or is left out: persons, sums, shared units, headings of two rows."""

from __future__ import annotations

import pytest
from value_notation import bounds, values

from kordef.mentions.values.finder import annotation_unit, find_values
from kordef.reading import read_text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # by the words for human beings
        ("about 80 special forces left", ["about 80 special forces = 80 person about"]),
        ("twelve Danish observers came", ["twelve Danish observers = 12 person exact"]),
        (
            "eight firemen and 30 motorcyclists",
            ["eight firemen = 8 person exact", "30 motorcyclists = 30 person exact"],
        ),
        ("33 heads of state", ["33 heads = 33 person exact"]),
        ("33 cylinder heads", ["33 cylinder heads = 33 item exact"]),
        ("four checklists and three hoists", ["four checklists = 4 item exact", "three hoists = 3 item exact"]),
        ("six T-50 trainers", ["six T-50 trainers = 6 item exact"]),
        ("six Danish trainers", ["six Danish trainers = 6 person exact"]),
        ("20 Kaans and five Germans", ["20 Kaans = 20 item exact", "five Germans = 5 person exact"]),
        ("the crew's 80 members", ["80 members = 80 person exact"]),
        ("NATO's 32 members", ["32 members = 32 item exact"]),
        (
            "five U.S. and 15 contractor representatives",
            ["five = 5 person exact", "15 contractor representatives = 15 person exact"],
        ),
        # by the words around a bare number
        ("Crew: 96", ["96 = 96 person exact"]),
        ("Batch: 96", ["96 = 96 item exact"]),
        ("a choir of some 40 sang", ["some 40 = 40 person about"]),
        ("the contingent numbered 1,200", ["1,200 = 1200 person exact"]),
        ("pilots of the carrier, 370 in number, strike", ["370 = 370 person exact"]),
        (
            "people aged 25, and half of those under 30",
            ["25 = 25 year exact", "half = 50 percent fraction", "under 30 = ..30 year under"],
        ),
        # sums
        (
            "It has paid some 300 billion of the 1.6 trillion won",
            ["some 300 billion = 300000000000 KRW about", "1.6 trillion won = 1600000000000 KRW exact"],
        ),
        (
            "12 million pesos, i.e. 3 million each",
            ["12 million pesos = 12000000 PHP exact", "3 million = 3000000 PHP exact"],
        ),
        (
            "the yen stood at 151.2 to the dollar, the euro at 1.08",
            ["151.2 = 151.2 JPY exact", "1.08 = 1.08 EUR exact"],
        ),
        ("it rose to 45 zlotys, above a target of 40", ["45 zlotys = 45 PLN exact", "40 = 40 PLN exact"]),
        ("She won 1,500 euros", ["1,500 euros = 1500 EUR exact"]),
        ("15 tln-won", ["15 tln-won = 15000000000000 KRW exact"]),
        # shared units
        ("31 degrees in Oslo and 27 in Turku", ["31 degrees = 31 degree exact", "27 = 27 degree exact"]),
        ("4.1 percent in Spain and 3.2 in Poland", ["4.1 percent = 4.1 percent exact", "3.2 = 3.2 percent exact"]),
        ("4.1 percent in Spain and 3 tanks in Poland", ["4.1 percent = 4.1 percent exact", "3 tanks = 3 item exact"]),
        # measures
        ("18 kn, 250 ml, 540 kcal", ["18 kn = 18 knot exact", "250 ml = 250 ml exact", "540 kcal = 540 kcal exact"]),
        ("12 second-hand jets", ["12 second-hand jets = 12 item exact"]),
        ("a 12-second burst", ["12-second = 12 second exact"]),
        ("two months ago", ["two months = 2 month exact"]),
        # lists with one of a kind
        ("a destroyer and one P-3", ["one P-3 = 1 item exact"]),
        ("one frigate of 3,400 t", ["one frigate = 1 item exact", "3,400 t = 3400 tonne exact"]),
        ("another three two years later", ["three = 3 item exact", "two years = 2 year exact"]),
        ("52 percent were for, 38 against", ["52 percent = 52 percent exact", "38 = 38 percent exact"]),
        (
            "45 percent of the 30 tanks were lost and 12 were hit",
            ["45 percent = 45 percent exact", "30 tanks = 30 item exact", "12 = 12 item exact"],
        ),
        (
            "the lowest bid was 2.3 bn kroner, some 300m below the estimate",
            ["2.3 bn kroner = 2300000000 NOK exact", "some 300m = 300000000 NOK about"],
        ),
        ("the wall cost 2 bn euros, 300 m away", ["2 bn euros = 2000000000 EUR exact", "300 m = 300 m exact"]),
        (
            "186 bln zlotys ($49 bln), against 158 bln in 2024",
            [
                "186 bln zlotys = 186000000000 PLN exact",
                "$49 bln = 49000000000 USD exact",
                "158 bln = 158000000000 PLN exact",
            ],
        ),
        ("70+ km", ["70+ km = 70.. km at_least"]),
        ("plus or minus 3 percent", ["plus or minus 3 percent = 3 percent about"]),
        ("12,000 N. Korean troops", ["12,000 N. Korean troops = 12000 person exact"]),
        ("a quarter-million shells", ["a quarter-million shells = 250000 item exact"]),
        ("three ships at two yards", ["three ships = 3 item exact", "two yards = 2 item exact"]),
        ("100 yards away", ["100 yards = 100 yard exact"]),
        ("the army's strength is 280,000", ["280,000 = 280000 person exact"]),
        ("2 cups of flour", ["2 cups = 2 cup exact"]),
        # estimates of registers
        ("K9, (100), ordered 2017", ["100 = 100 item about"]),
    ],
)
def test_values_told_by_their_context(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "UPDATES with quotes in last 2 paras",
        "the relay four won",
        "See also n. 7",
        "the yard (ship 1) and its rival (5, 6)",
        "the symphony (1794)",
        "they reached camp three",
        "in the first three quarters of FY2025",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert values(text) == []


TWO_ROWS = """Deliveries fall

SEOUL, June 3, 2025 - Deliveries fell.

Table 1. Deliveries by supplier
Supplier | 2015-19 | 2015-19 | 2020-24 | 2020-24
(contd.) | TIV, m | Share, % | TIV, m | Share, %
France | 633 | 4.6 | 1,833 | 6.5

Table 2. Ships
Item | Alpha | Bravo
Country | GB | MW
Full load, t | 4,300 | 3,200
Length, m | 129 | 118.4
Top speed, kn | 30 | 25
"""


def test_units_stand_in_a_second_row_of_headings_or_behind_a_comma() -> None:
    document = read_text("a.txt", TWO_ROWS)
    found = [(m.exact, bounds(m), annotation_unit(m)) for m in find_values(document) if m.cell]
    assert found == [
        ("633", "633000000", "item"),
        ("4.6", "4.6", "percent"),
        ("1,833", "1833000000", "item"),
        ("6.5", "6.5", "percent"),
        ("4,300", "4300", "tonne"),
        ("3,200", "3200", "tonne"),
        ("129", "129", "m"),
        ("118.4", "118.4", "m"),
        ("30", "30", "knot"),
        ("25", "25", "knot"),
    ]


NO_HEADER = """Budgets rise

SEOUL, June 3, 2025 - Budgets rose.

Table 1. Military expenditure, US$ m.
Country | 2022 | 2023 | % of GDP
Poland | 16,573 | 31,650 | 4.2

Table 2. Share of arms imports (%)
Recipient | Main supplier | Second
Poland | USA (45) | South Korea (42)

Table 3. Missiles
Name | Range | Speed
 | (km) | (Mach)
Alpha | 800 | 5.2
"""


def test_headings_of_years_and_shares_in_brackets() -> None:
    document = read_text("a.txt", NO_HEADER)
    found = [(m.exact, bounds(m), annotation_unit(m)) for m in find_values(document) if m.cell]
    assert found == [
        ("16,573", "16573000000", "USD"),
        ("31,650", "31650000000", "USD"),
        ("4.2", "4.2", "percent"),
        ("45", "45", "percent"),
        ("42", "42", "percent"),
        ("800", "800", "km"),
        ("5.2", "5.2", "mach"),
    ]


def test_a_repeated_caption_has_its_values_too() -> None:
    caption = "Two K2 tanks fire at a range near Pocheon. (File photo)"
    text = f"Tanks fire\n\nPOCHEON, June 3, 2025 - The army fired.\n\n{caption}\n\n{caption}\n\nThe drill ended.\n"
    assert [m.exact for m in find_values(read_text("a.txt", text))] == ["Two K2 tanks", "Two K2 tanks"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Licences: 2022 EUR 8.9 million; 2023 EUR 1.2 million", ["8900000 EUR", "1200000 EUR"]),
        ("Exports: 2022 $4.4 bn, 2023 $5.5 bn", ["4400000000 USD", "5500000000 USD"]),
        ("Order intake 2024 SEK 96.8 billion", ["96800000000 SEK"]),
        ("Order intake 2024 €25.3 billion", ["25300000000 EUR"]),
        ("In 2022 EUR 8.9 million was spent.", ["8900000 EUR"]),
        # no years
        ("It costs $2000 (EUR 1,800) in Germany.", ["2000 USD", "1800 EUR"]),
        (
            "UNIFIL: Indonesia 1,231; Italy 1,068; India 903; Ghana 873",
            ["1231 item", "1068 item", "903 item", "873 item"],
        ),
        ("KFOR: Italy 852 troops, United States 590, Hungary 366.", ["852 person", "590 person", "366 person"]),
        ("Abroad: Lithuania 1,000 (eFP), Kosovo 350 (KFOR), Iraq 90.", ["1000 item", "350 item", "90 item"]),
        ("Poland 324 committed / 291 delivered; Norway 104 / 84", ["324 item", "291 item", "104 item", "84 item"]),
    ],
)
def test_lists_of_years_and_of_names(text: str, expected: list[str]) -> None:
    found = find_values(read_text("a.txt", text + "\n"))
    assert [f"{v.amount.low} {annotation_unit(v)}" for v in found] == expected
