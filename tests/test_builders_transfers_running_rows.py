"""Rows of registers that lost their columns: only the order of their fields, or labels inside the cells, say what they hold."""

from __future__ import annotations

import pytest
from transfer_reading import notes

from kordef.reading import read_text

RUNNING = [
    (
        "Trade register, extracts\n\nChile\n"
        "S: Netherlands 2 F-16A Fighter aircraft 2004 2006-2007 2 EUR250 m deal; second-hand\n"
        "Korea, South 30 KT-1P Trainer aircraft 2012 2014-2016 30 $180 m deal (incl 26 assembled in Chile)\n"
        "United States (90) AIM-120C AMRAAM Air-to-air missile 2016 2018-2019 (90) $33 m aid\n",
        (
            "NL>CL delivered 2004: 2 F-16A = EUR 250000000",
            "KR>CL delivered 2012: 30 KT-1P = USD 180000000",
            "US>CL donated 2016: 90 AIM-120C = USD 33000000",
        ),
    ),
    (
        "Exports\n\nFrance\nR: Morocco 108 CAESAR Self-propelled gun 2019 2022-2023 36 EUR200 m deal; option on 18 more\n",
        ("FR>MA delivering 2019: 108 CAESAR, (18 CAESAR) = EUR 200000000",),
    ),
    (
        "Deliveries by supplier\n\nS: Turkey\n"
        "Pakistan 4 MILGEM Frigate 2018 2023-2024 2 $1.5 b deal; Pakistani designation Babur\n"
        "Ghana 10 Cobra-2 APC 2020 2021 10\n",
        ("TR>PK delivering 2018: 4 Ada class = USD 1500000000", "TR>GH delivered 2020: 10 Cobra-2"),
    ),
    (
        "Imports, 2014-2023\n\n"
        "Recipient/supplier (S) No. ordered Weapon designation Weapon description Year of order Year(s) of deliveries "
        "No. delivered Comments\n\nLithuania\nGermany 88 Boxer IFV 2016 2019-2023 (88) EUR386 m deal; Vilkas version\n",
        ("DE>LT delivered 2016: 88 Boxer = EUR 386000000",),
    ),
    (
        "Trade register\n\nIndonesia\nS: France 42 Rafale Fighter aircraft 2022 $8.1 b deal; delivery planned from 2026\n",
        ("FR>ID signed 2022: 42 Rafale = USD 8100000000",),
    ),
]


@pytest.mark.parametrize(("text", "expected"), RUNNING)
def test_rows_whose_fields_only_blanks_part(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text, "2025-03-10") == expected


PROSE = [
    "The battle\n\nGermany 12 months after 2022 is another country\n",
    "Results\n\nFrance 36 Japan 22 in the final of 2019 2020 squad\n",
    "Fleet news\n\nNorway 24 lorries bought in 2017 will be followed by 4 in 2022.\n",
    "Prices\n\n12 eggs 2021 2.40 euros\n",
    "A page\n\nChapter 4 The long war 1939-1945\n",
]


@pytest.mark.parametrize("text", PROSE)
def test_lines_with_numbers_and_years_are_no_rows(text: str) -> None:
    assert all(block.table is None for block in read_text("a.txt", text).blocks)
    assert notes(text, "2025-03-10") == ()


LABELLED = [
    (
        "UN Register of Conventional Arms: exports of Serbia, calendar year 2022\n\n"
        "Category III | Importing State: Cyprus | Number of items: 24 | Description: Nora B-52 155mm self-propelled howitzer\n"
        "Category III | Importing State: Kenya | Number of items: 6 | Description: Nora B-52 self-propelled howitzer\n",
        ("RS>CY delivered 2022: 24 Nora B-52", "RS>KE delivered 2022: 6 Nora B-52"),
    ),
    (
        "Exports reported by Germany, calendar year 2021\n\n"
        "Importer: Hungary | Items: 4 | Type: Leopard 2A7 tank\nImporter: Qatar | Items: 12 | Type: PzH 2000 howitzer\n",
        ("DE>HU delivered 2021: 4 Leopard 2A7", "DE>QA delivered 2021: 12 PzH 2000"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), LABELLED)
def test_cells_that_begin_with_labels(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text, "2025-03-10") == expected


def test_a_heading_of_two_states_names_the_parties_of_the_rows_below() -> None:
    text = (
        "Registers\n\nSouth Korea to Poland\n\n"
        "288 K-239 Chunmoo – MRL – ordered 2022 – 18 delivered 2023 – part of $3.55 b deal; on Jelcz chassis\n"
        "48 FA-50 – light combat aircraft – ordered 2022 – 12 delivered 2023 – $3 b deal\n"
    )
    assert notes(text, "2025-03-10") == (
        "KR>PL delivering 2022: 288 K239 Chunmoo = USD 3550000000",
        "KR>PL delivering 2022: 48 FA-50 = USD 3000000000",
    )
