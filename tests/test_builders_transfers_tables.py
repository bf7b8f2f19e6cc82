"""Registers as tables, with both parties in one cell, and as lines with the year behind the goods."""

from __future__ import annotations

import pytest
from transfer_reading import notes, read

from kordef.vocabulary import Counting, Term, TransferKind

HEADER = "Recipient / supplier (S) | No. ordered | Designation | Year of order | Year(s) of deliveries | No. delivered | Comments\n"

TABLES: list[tuple[str, tuple[str, ...]]] = [
    (
        # a column that only numbers the rows, and numbers with the goods
        "Deals of the Lithuanian Defence Procurement Agency, 2022-2024\n\n"
        "No. | Subject | Supplier country | Contract date | Contract value | Delivery\n"
        "1 | 36 CAESAR Mk2 howitzers | France | 28 Dec 2022 | EUR 150 m | by 2027\n"
        "2 | 12 NASAMS launchers | Norway | 14 March 2023 | EUR 200 m | 2026\n"
        "3 | 44 Leopard 2A8 tanks | Germany | 13 Dec 2023 | EUR 950 m | 2028–2030\n",
        (
            "FR>LT signed 2022-12-28: 36 CAESAR = EUR 150000000",
            "NO>LT signed 2023-03-14: 12 NASAMS = EUR 200000000",
            "DE>LT signed 2023-12-13: 44 Leopard 2A8 = EUR 950000000",
        ),
    ),
    (
        "Register of arms transfers\n\n"
        + HEADER
        + "Chile / S: Brazil | 22 | A-29B | 2008 | 2009-2010 | 22 | $120 m deal\n"
        + "Greece / S: France | 18 | Rafale | 2021 | 2021-2025 | 12 | €2 b deal; second-hand; option on 6 more\n"
        + "Poland / S: Sweden | 3 | A-26 | 2026 | | | on hold\n",
        (
            "BR>CL delivered 2008: 22 A-29B = USD 120000000",
            "FR>GR delivering 2021: 18 Rafale, (6 Rafale) = EUR 2000000000",
            "SE>PL suspended 2026: 3 A26 Blekinge",
        ),
    ),
    (
        # the seller is not always where the weapon was designed
        "Second-hand aircraft\n\n"
        + HEADER
        + "Bulgaria / S: Norway | 14 | F-16AM | 2023 | | | Second-hand; €100 m\n"
        + "Portugal / S: Brazil | 5 | KC-390 | 2019 | 2022-2024 | 3 | €827 m incl simulator; 6th ordered 2025\n",
        (
            "NO>BG signed 2023: 14 F-16AM = EUR 100000000",
            "BR>PT delivering 2019: 5 C-390 Millennium = EUR 827000000",
            "BR>PT signed 2025: C-390 Millennium",
        ),
    ),
    (
        # a cell that names only the supplier goes on about the recipient above it
        "Transfers\n\n"
        + HEADER
        + "Ukraine / S: Poland | 14 | MiG-29 | 2023 | 2023 | 14 | Second-hand; aid\n"
        + "/ S: Slovakia | 13 | MiG-29 | 2023 | 2023 | 13 | aid\n"
        + "Croatia / S: United States | 89 | M2A2 Bradley | 2022 | 2023 | 30 | $145 m; talks on 20 more\n",
        (
            "PL>UA donated 2023: 14 MiG-29",
            "SK>UA donated 2023: 13 MiG-29",
            "US>HR delivering 2022: 89 M2A2 = USD 145000000",
            "US>HR negotiating: 20 M2A2",
        ),
    ),
    (
        "Orders placed, 2019-2024\n\n"
        "Seller / buyer | Type | Number | Year | Value\n"
        "Sweden / Hungary | Gripen | 4 | 2024 | $300 m\n"
        "Germany / Norway | Leopard 2A8 | 54 | 2023 | NOK19.7 b\n",
        (
            "SE>HU signed 2024: 4 JAS 39 Gripen = USD 300000000",
            "DE>NO signed 2023: 54 Leopard 2A8 = NOK 19700000000",
        ),
    ),
    (
        "Trade register\n\n"
        "Supplier / recipient (R) | Number | Designation | Ordered | No. delivered | Comments\n"
        "South Korea / R: Finland | 96 | K-9 Thunder | 2017 | 96 | €146 m\n"
        "France / R: Belgium | 60 | Jaguar | 2018 | 10 | Part of €1.6 b deal incl 382 Griffon\n",
        (
            "KR>FI delivered 2017: 96 K9 Thunder = EUR 146000000",
            "FR>BE delivering 2018: 60 Jaguar, 382 Griffon = EUR 1600000000",
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_tables_with_both_parties_in_a_cell(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


REGISTERS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Finland: 48 K-9 Thunder; 2017; EUR146 m deal; second-hand",
        ("KR>FI signed 2017: 48 K9 Thunder = EUR 146000000",),
    ),
    (
        "Poland: 212 K-9A1, 2022, $2.4 b deal; from South Korean Army stocks",
        ("KR>PL signed 2022: 212 K9A1 = USD 2400000000",),
    ),
    ("Egypt: c. 200 K-9A1EGY; 2022; produced under licence", ("KR>EG signed 2022: 200 K9A1EGY",)),
    (
        "Turkey: c. 350 K-9; 2001; Turkish designation T-155; produced under licence",
        ("KR>TR signed 2001: 350 K9 Thunder",),
    ),
    (
        "India: 100 K-9 Vajra-T (2017); INR45 b deal; assembled in India",
        ("KR>IN signed 2017: 100 K9 Vajra = INR 45000000000",),
    ),
    ("Peru: 24 FA-50; 2025; selected over Gripen; delivery planned from 2028", ("KR>PE signed 2025: 24 FA-50",)),
    (
        "Estonia: 12 K-9, 2018, EUR46 m deal; option for 12 more used 2019 (EUR20 m)",
        (
            "KR>EE signed 2018: 12 K9 Thunder, (12 K9 Thunder) = EUR 46000000",
            "KR>EE signed 2019: 12 K9 Thunder = EUR 20000000",
        ),
    ),
    # lines of other matters
    ("Norway: 24 skiers; 2017; NOK1.8 b budget", ()),
    ("Korea: K2, 2022, second summit; porters from army stocks", ()),
    ("Poland: 212 delegates, 2022, $2.4 b deal", ()),
]


@pytest.mark.parametrize(("line", "expected"), REGISTERS)
def test_lines_of_registers(line: str, expected: tuple[str, ...]) -> None:
    assert notes(f"Register, extracts\n\n{line}\n") == expected


def test_a_comment_in_a_table_tells_of_terms_and_gifts() -> None:
    text = (
        "Register\n\n"
        + HEADER
        + "Belgium / S: France | 382 | Griffon | 2018 | 2025 | 20 | €1.1 b; assembly in Belgium\n"
        + "Australia / S: Japan | 3 | Mogami | 2026 | | | option on 8 more, to be built in Australia; A$10 b programme\n"
        + "Ukraine / S: Netherlands | 90 | T-72B | 2022 | 2022 | 90 | modernized in Czechia; aid\n"
    )
    _, (first, second, third) = read(text, "2026-06-05")
    assert set(first.terms) == {Term.LOCAL_PRODUCTION}
    assert second.value is not None
    assert second.value.currency == "AUD"
    assert [i.counting for i in second.items] == [Counting.NEW, Counting.OPTION]
    assert third.kind is TransferKind.DONATION


OTHER_TABLES = [
    "Exports\n\nRecipient / supplier (S) | No. ordered | Designation | Year of order\nChile / S: Brazil | 22 | Orange juice | 2008\n",
    "Loans\n\nTeam / lender (S) | No. | Name | Year\nChile / S: Brazil | 22 | Silva | 2008\nPeru / S: Chile | 9 | Rojas | 2010\n",
]


@pytest.mark.parametrize("text", OTHER_TABLES)
def test_tables_of_other_matters_yield_nothing(text: str) -> None:
    assert notes(text) == ()


AID_TABLES: list[tuple[str, tuple[str, ...]]] = [
    (
        "Military aid to Ukraine\n\nSystem | Donor | Committed | Delivered\nLeopard 2A6 | Germany | 18 | 18\nK9 howitzer | Poland | 12 | 6\n",
        ("DE>UA donated: 18 Leopard 2A6", "PL>UA donated: 12 K9 Thunder"),
    ),
    (
        "Deliveries of weapons to Ukraine\n\nCountry | Weapon | Pledged | Delivered\nDenmark | CAESAR howitzer | 19 | 19\n"
        "Spain | Leopard 2A4 | 19 | -\n",
        ("DK>UA donated: 19 CAESAR", "ES>UA planned: 19 Leopard 2A4"),
    ),
    (
        "Bilateral aid\n\nGermany's military support for Ukraine\n\nSystem | Committed | Delivered\nIRIS-T SLM | 12 | 7\nGepard | 0 | 0\n",
        ("DE>UA donated: 12 IRIS-T SLM",),
    ),
    (
        "Aid to Ukraine by country\n\nDonor | Item | Quantity pledged | Delivered\nSweden | CV90 | 50 | 0\nNorway | Leopard 2A4 | 8 | 8\n",
        ("SE>UA planned: 50 CV90", "NO>UA donated: 8 Leopard 2A4"),
    ),
    (
        "Tanks pledged for Ukraine\n\nGiver | Type | Number committed | Received\nCanada | Leopard 2A4 | 8 | 8\nPortugal | Leopard 2A6 | 3 | 0\n",
        ("CA>UA donated: 8 Leopard 2A4", "PT>UA planned: 3 Leopard 2A6"),
    ),
    (
        # nobody is aided here
        "Support vehicles in Ukraine and Poland\n\nVehicle | Country | Crew\nK10 | Poland | 3\nM992 | Ukraine | 3\n",
        (),
    ),
]


@pytest.mark.parametrize(("text", "expected"), AID_TABLES)
def test_trackers_of_aid(text: str, expected: tuple[str, ...]) -> None:
    """What was committed is the number of the deal; the country in a row is the giver."""
    assert notes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Export orders of 2025\n\nIndonesia - two PPA, EUR1.18 billion\nNorway - 24 K9, NOK1.3 billion\n", ("IT>ID signed: 2 Thaon di Revel class = EUR 1180000000", "KR>NO signed: 24 K9 Thunder = NOK 1300000000")),
        ("Export contracts won\n\nIndonesia – six Scorpene, EUR2 billion\nGreece – three FDI, EUR3 billion\n", ("FR>ID signed: 6 Scorpene = EUR 2000000000", "FR>GR signed: 3 FDI = EUR 3000000000")),
        ("News\n\nPoland wants 1,000 K2 tanks from Hyundai Rotem. Six of those were ordered in 2024.", ("KR>PL considered: 1000 K2 Black Panther", "KR>PL signed 2024: 6 K2 Black Panther")),
        ("News\n\nSouth Korea built 50 K9 howitzers. 12 of them went to Norway in 2022.", ("KR>NO delivered 2022: 12 K9 Thunder",)),
        ("News\n\nLatvia needs 80 K21 vehicles. Twenty of those have been ordered from Hanwha Aerospace.", ("KR>LV considered: 80 K21", "KR>LV signed: 20 K21")),
        ("News\n\nThe museum owns ten tanks. Two of them went to Bovington.", ()),
    ],
)  # fmt: skip
def test_entries_with_a_dash_and_parts_of_what_was_told(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected
