"""What a text states of its own figures, and what numbers take over from those before them in a list."""

from __future__ import annotations

from time import process_time

import pytest
from value_notation import shown, values

from kordef.mentions.values.finder import find_values, values_in
from kordef.reading import read_text


@pytest.mark.parametrize(
    "statement",
    [
        "Conventions: ( ) = uncertain data or estimate.",
        "() uncertain figures; .. not known.",
        "Figures in brackets are estimates.",
        "Numbers shown in parentheses are uncertain.",
        "Conventions: (...) denotes an estimate.",
        "Quantities in round brackets indicate rough figures.",
        "“( )” means that the figure is approximate.",
    ],
)
def test_brackets_mark_estimates(statement: str) -> None:
    text = f"{statement}\n\nPoland ordered (180) tanks in (2022), received (17) and wants (1,200) more; aid (EUR 5m)."
    assert values(text) == [
        "(180) tanks = 180 item about",
        "(17) = 17 item about",
        "(1,200) more = 1200 item about",
        "EUR 5m = 5000000 EUR exact",
    ]
    first = values_in(text)[0]
    assert first.inferred == ("brackets mark an estimate, as the text states",)
    assert [mention.additional for mention in values_in(text)] == [False, False, True, False]


@pytest.mark.parametrize(
    "statement",
    [
        "All figures in brackets were cut.",
        "An estimate (see below) is uncertain.",
        "Figures are estimates.",
        "Numbers in brackets are page numbers.",
        "The uncertain figure ( ) was removed.",
    ],
)
def test_brackets_mark_nothing(statement: str) -> None:
    assert "(180) tanks = 180 item about" not in values(f"{statement}\n\nPoland ordered (180) tanks.")


def test_estimates_leave_spelt_numbers_and_years_alone() -> None:
    text = "( ) = uncertain.\n\nIt asked to buy eight (8) radars and forty-two (42) pods in (2024)."
    assert [line.split(" = ")[1] for line in values(text)] == ["8 item exact", "42 item exact"]


def test_estimates_in_cells() -> None:
    text = (
        "Register\n\nConventions: ( ) = uncertain data; [ ] = provisional.\n\n"
        "Supplier | No. ordered | Year of order | Share (%) | Comments\n\n"
        "France | (36) | (2020) | [0.6] | Option on (12) more\n\n"
        "Spain | 40 | 2021 | 1.5 | Deal [2] worth €2 b\n"
    )
    found = [shown(m) for m in find_values(read_text("page", text)) if m.cell is not None]
    assert found == [
        "(36) = 36 item about",
        "[0.6] = 0.6 percent about",
        "(12) more = 12 item about",
        "40 = 40 item exact",
        "1.5 = 1.5 percent exact",
        "€2 b = 2000000000 EUR exact",
    ]


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("Amounts are in Australian dollars unless indicated otherwise.", "AUD"),
        ("All figures are in Canadian dollars.", "CAD"),
        ("Note: all amounts in C$.", "CAD"),
        ("(All prices in NZ$)", "NZD"),
        ("All amounts are in Singapore dollars.", "SGD"),
        ("Unless otherwise stated, dollar amounts are in U.S. dollars.", "USD"),
        ("All sums are expressed in HK$.", "HKD"),
        ("(dollars are Canadian dollars)", "CAD"),
        # nothing stated
        ("The figures in Canadian dollars rose.", "USD"),
        ("All figures are in brackets.", "USD"),
        ("All costs in Canada rose.", "USD"),
        ("Amounts are in doubt unless indicated otherwise.", "USD"),
        ("All amounts are in euros.", "USD"),
    ],
)
def test_a_stated_currency(statement: str, code: str) -> None:
    text = f"It cost $40 million and €3m, or A$5m.\n\n{statement}"
    found = [mention for mention in values_in(text) if mention.kind == "money"]
    assert [mention.unit for mention in found][:3] == [code, "EUR", "AUD"]
    stated = any("the text states" in note for note in found[0].inferred)
    assert stated is not (
        "rose" in statement or "brackets" in statement or "doubt" in statement or "euros" in statement
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost 40 million in all.", ["40 million = 40000000 EUR exact"]),
        ("A contract worth 1.2 billion was signed.", ["1.2 billion = 1200000000 EUR exact"]),
        ("They paid about 30 million.", ["about 30 million = 30000000 EUR about"]),
        ("The budget is 2 billion.", ["2 billion = 2000000000 EUR exact"]),
        ("The price rose to 3 million.", ["3 million = 3000000 EUR exact"]),
        ("They bought 3 million shells.", ["3 million shells = 3000000 item exact"]),
        ("It cost 40 lives.", ["40 lives = 40 person exact"]),
    ],
)
def test_a_stated_currency_of_bare_sums(text: str, expected: list[str]) -> None:
    assert values(f"{text} (All figures in euros)") == expected


def test_a_stated_currency_in_cells() -> None:
    text = "Aid\n\nAll figures are in euros.\n\nCountry | Pledged, million | Vehicles\n\nSpain | 40 | 12\n\nItaly | 55 | 9\n"
    found = [shown(m) for m in find_values(read_text("page", text)) if m.cell is not None]
    assert found == [
        "40 = 40000000 EUR exact",
        "12 = 12 item exact",
        "55 = 55000000 EUR exact",
        "9 = 9 item exact",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Qatar took 28 per cent of it in 2020–24, Egypt 18 and Kuwait 18.", ["28", "18", "18"]),
        ("Kuwait took 31 percent of Korean shells, Qatar 12 and Oman 9.", ["31", "12", "9"]),
        ("Poland accounts for 53 per cent of it, the Philippines 14 and India 7.", ["53", "14", "7"]),
        ("The shares were Egypt (22 per cent), Oman (11) and Iraq (8.5).", ["22", "11", "8.5"]),
        ("Kuwait (4%), Chad (3) and Togo (2) follow.", ["4", "3", "2"]),
        ("Kyiv (18 per cent of the total), Poland (7.1) and Japan (6) lead.", ["18", "7.1", "6"]),
        ("The CDU had 30 per cent, SPD 20, Greens 12.", ["30", "20", "12"]),
        ("Poland (12), Korea (9) and Spain (4)", []),
        ("Turnout was 61 percent in Seoul, Busan 55.", ["61", "55"]),
        ("Sales rose 5 percent in May, Boeing 747 orders fell.", ["5"]),
        ("It fell 8 percent in 2024, Leopard 2 deliveries included.", ["8"]),
        ("Exports fell 3 percent, Resolution 1701 notwithstanding.", ["3"]),
        ("Exports fell 3 percent, and Block 20.", ["3"]),
    ],
)
def test_shares_carried_through_a_list(text: str, expected: list[str]) -> None:
    assert [str(m.amount.low) for m in values_in(text) if m.unit == "percent"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a label, a dash and what it is the label of
        ("• Lot 1 – 36 vehicles", ["36 vehicles = 36 item exact"]),
        ("Phase 2 - 40 tanks", ["40 tanks = 40 item exact"]),
        ("Batch 3 — 1,200 shells", ["1,200 shells = 1200 item exact"]),
        ("Tranche 4 — 250 missiles", ["250 missiles = 250 item exact"]),
        ("Option 1 – 10 boats", ["10 boats = 10 item exact"]),
        ("UPDATE 1 - 40 tanks sent", ["40 tanks = 40 item exact"]),
        ("UPDATE 2 - S.Korea's Hanwha wins order", []),
        ("UPDATE 3-Poland signs deal", []),
        ("WRAPUP 1 - Fed cuts rates", []),
        ("They want 30 – 36 vehicles.", ["30 – 36 vehicles = 30..36 item range"]),
        ("3.2 The second tier moves up", []),
        ("5.1.4 Background and aims", []),
        ("3.2 Million people came", ["3.2 Million people = 3200000 person exact"]),
        # numbers of types
        ("five Avante 2200 corvettes", ["five = 5 item exact"]),
        ("two Gowind 2500 corvettes", ["two = 2 item exact"]),
        ("six Sigma 9113 corvettes", ["six = 6 item exact"]),
        ("three Meko 200 frigates", ["three = 3 item exact"]),
        ("12 Bushmaster 300 carriers", ["12 = 12 item exact"]),
        ("In Korea 1,200 tanks wait.", ["1,200 tanks = 1200 item exact"]),
        ("14 Mi-8s and 3 Mi-17s", ["14 Mi-8s = 14 item exact", "3 Mi-17s = 3 item exact"]),
        ("They flew 14 mi that day.", ["14 mi = 14 mile exact"]),
        (
            "It has 4x 30 mm guns and 2x T-72.",
            ["4x 30 mm guns = 4 item exact", "30 mm = 30 mm exact", "2x T-72 = 2 item exact"],
        ),
        # "over" and "under" that are no hedges
        ("They handed over ten Leopard 2A4s.", ["ten Leopard 2A4s = 10 item exact"]),
        ("They turned over two dozen trucks.", ["two dozen trucks = 24 item exact"]),
        ("Handing over 14 guns took time.", ["14 guns = 14 item exact"]),
        ("He hands over 12 boats.", ["12 boats = 12 item exact"]),
        ("It has taken over five firms.", ["five firms = 5 item exact"]),
        ("Over 14 guns came.", ["Over 14 guns = 14.. item over"]),
        ("They gave over 30 guns.", ["over 30 guns = 30.. item over"]),
        ("upgraded under a $40 million contract", ["$40 million = 40000000 USD exact"]),
        ("modernized under $105 m US contract", ["$105 m = 105000000 USD exact"]),
        ("built under €90m licence agreement", ["€90m = 90000000 EUR exact"]),
        ("made under PLN2 b framework deal", ["PLN2 b = 2000000000 PLN exact"]),
        ("supplied under £3 million aid programme", ["£3 million = 3000000 GBP exact"]),
        ("The cost stays under €90m for the programme.", ["under €90m = ..90000000 EUR under"]),
        ("It is worth under $2 billion a year.", ["under $2 billion = ..2000000000 USD under"]),
        # "closer to"
        ("It is closer to $300 million.", ["closer to $300 million = 300000000 USD about"]),
        ("closer to 400 tanks", ["closer to 400 tanks = 400 item about"]),
        ("It comes closer to 5 percent.", ["closer to 5 percent = 5 percent about"]),
        ("closer to half of it", ["closer to half = 50 percent about"]),
        ("It moved closer to Seoul.", []),
        # millions of a currency named before
        (
            "It gave CHF 30m – its total for that purpose is now 130m – while",
            ["CHF 30m = 30000000 CHF exact", "130m = 130000000 CHF exact"],
        ),
        ("It paid $30m and a further 15m.", ["$30m = 30000000 USD exact", "15m = 15000000 USD exact"]),
        (
            "NOK 3bn, of which 400m, they said, is new.",
            ["NOK 3bn = 3000000000 NOK exact", "400m = 400000000 NOK exact"],
        ),
        ("It ran 400m and 800m.", ["400m = 400 m exact", "800m = 800 m exact"]),
        ("The mast is 30m – high.", ["30m = 30 m exact"]),
        # persons and things that the number before counted
        (
            "It keeps 300 instructors; the first seventy came.",
            ["300 instructors = 300 person exact", "seventy = 70 person exact"],
        ),
        (
            "It sent 40 instructors; the last ten arrived.",
            ["40 instructors = 40 person exact", "ten = 10 person exact"],
        ),
        ("It sent 40 trucks; the last ten arrived.", ["40 trucks = 40 item exact", "ten = 10 item exact"]),
        ("Spain sent ten tanks, the Netherlands five.", ["ten tanks = 10 item exact", "five = 5 item exact"]),
        ("Oslo gave nine boats, the Danes four.", ["nine boats = 9 item exact", "four = 4 item exact"]),
        ("The relay four won.", []),
        (
            "Spain sent 19 tanks, France 12 and the Danes six.",
            ["19 tanks = 19 item exact", "12 = 12 item exact", "six = 6 item exact"],
        ),
        ("Germany pledged 28 tanks, Poland 14.", ["28 tanks = 28 item exact", "14 = 14 item exact"]),
        ("They have 12 ships, Gowind 2500, and boats.", ["12 ships = 12 item exact"]),
        ("They have 12 tanks, Leopard 2.", ["12 tanks = 12 item exact"]),
        ("Germany sent 12x Leopard 2.", ["12x Leopard = 12 item exact"]),
        ("It lists 20x HIMARS and 6x Su-25.", ["20x HIMARS = 20 item exact", "6x Su-25 = 6 item exact"]),
        ("as Figure 3.2 Exports shows", []),
        # halves
        ("half financed by the USA, half by Spain", ["half = 50 percent fraction", "half = 50 percent fraction"]),
        ("half paid by Oslo", ["half = 50 percent fraction"]),
        ("half funded by the EU", ["half = 50 percent fraction"]),
        ("half owned by the state", ["half = 50 percent fraction"]),
        ("the second half by Smith", []),
        # nations of a tour
        ("a three-nation European tour", ["three-nation = 3 item exact"]),
        ("a two-nation visit", ["two-nation = 2 item exact"]),
        ("a four-country trip", ["four-country = 4 item exact"]),
        ("a 12-nation group", ["12-nation = 12 item exact"]),
        ("the one-China policy", []),
        # ranges before "more", wheels, times of day
        ("option on 12-18 more", ["12-18 more = 12..18 item range"]),
        ("options for 6–9 additional", ["6–9 additional = 6..9 item range"]),
        ("They won 3-2 again.", []),
        ("8 x 8 vehicles", []),
        ("4 x 4s of the army", []),
        ("4 x 40 mm guns", ["4 x 40 mm guns = 4 item exact", "40 mm = 40 mm exact"]),
        ("It left at 1400 hours.", []),
        ("It is due by 0600 hours.", []),
        ("It has flown 1400 hours.", ["1400 hours = 1400 hour exact"]),
        ("a Wi-Fi 6 router in Area 51", []),
    ],
)
def test_numbers_in_their_places(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "piece", ["( ) = ", "figures in brackets ", "all amounts are given in ", "Aa (18 per cent), Aa (1) and ", "2x 3x "]
)
def test_time_grows_with_length(piece: str) -> None:
    def taken(count: int) -> float:
        start = process_time()
        values_in(piece * count)
        return process_time() - start

    assert taken(16_000) < 12 * taken(4_000) + 0.2
