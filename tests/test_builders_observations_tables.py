"""Observations in tables: each numeric cell with its row and column, and what title, headers and the text around say of it."""

from __future__ import annotations

import time
from functools import cache

import pytest
from observation_reading import read
from places import SEEDS

from kordef.builders import page_of
from kordef.builders.observations import builder as observations
from kordef.builders.table_states import names_of_parts
from kordef.catalogue import load
from kordef.document import Span
from kordef.evidence import unsupported
from kordef.mentions import find
from kordef.reading import read_file
from kordef.records import Observation
from kordef.vocabulary import Basis


def cells(body: str, title: str = "Arms transfers and defence budgets") -> tuple[Observation, ...]:
    text = f"{title}\n\nLONDON, 5 March 2024 - The tables follow.\n\n{body}\n"
    return tuple(r for r in read(text, None) if r.cell is not None)


@cache
def seed_004() -> tuple[dict[str, str], tuple[Observation, ...]]:
    document = read_file(next(SEEDS.glob("004_*.txt")))
    page = page_of(document, find(document, load()), load())
    found = tuple(r for r in observations.build(page) if r.cell is not None)
    return {a.id: a.code or a.name for a in page.actors.values()}, found


def test_the_three_tables_of_the_paper_come_out_cell_by_cell() -> None:
    _, found = seed_004()
    places = [(r.cell.table, r.cell.row, r.cell.column) for r in found if r.cell]
    wanted = [
        *((0, row, column) for row in range(6) for column in (1, 2, 3)),
        *((1, row, 1) for row in range(3)),
        *((2, row, column) for row in range(3) for column in (1, 2, 3, 4)),
    ]
    assert places == wanted
    assert all(unsupported(r) == () for r in found)


@pytest.mark.parametrize(
    ("place", "subject", "value", "indicator", "period", "publisher"),
    [
        ((0, 0, 1), "United States", "66.5 billion USD", "Total military assistance", None, "Kiel Institute"),
        ((0, 1, 2), "Europe", "1.815 billion USD", "Tanks (value)", None, "Kiel Institute"),
        (
            (0, 5, 3),
            "United States",
            "68.64 percent",
            "Share of U.S. in Total Assistance from the U.S. and Europe: Multiple Launch Rocket Systems (value)",
            None,
            "Kiel Institute",
        ),
        ((1, 2, 1), "South Korea", "390,208,376 USD", "Trade Value (US$)", "2013", None),
        (
            (2, 0, 2),
            "South Korea",
            "735 TIV",
            "Exported weapons in 2022-2024 (TIVs): Artillery",
            "2022/2024",
            "Stockholm International Peace Research Institute",
        ),
        (
            (2, 2, 3),
            "United States",
            "2.5 percent",
            "Percentage of total exported weapons: Air defense systems",
            "2022/2024",
            "Stockholm International Peace Research Institute",
        ),
    ],
)
def test_cells_of_the_paper(
    place: tuple[int, int, int], subject: str, value: str, indicator: str, period: str | None, publisher: str | None
) -> None:
    _, found = seed_004()
    record = next(r for r in found if r.cell and (r.cell.table, r.cell.row, r.cell.column) == place)
    assert (record.subject, str(record.value), record.indicator) == (subject, value, indicator)
    assert (record.period.edtf if record.period else None, record.publisher) == (period, publisher)


def test_states_listed_in_a_cell_are_members() -> None:
    names, found = seed_004()
    record = next(r for r in found if r.cell and (r.cell.table, r.cell.row, r.cell.column) == (0, 5, 2))
    assert [names[i] for i in record.members] == ["CZ", "NO", "DE", "GB", "FR", "IT"]
    assert [e.exact for e in record.evidence if e.field == "/members/0"] == ["Czechia"]


def test_change_share_and_main_supplier() -> None:
    found = cells(
        "Table: change in arms imports between 2014-18 and 2019-23, and share of the main supplier\n"
        "Importer | Change | Main supplier | Supplier's share\n"
        "India | +4.7% | Russia | 36%\n"
        "China | -44% | Russia | 77%\n"
    )
    shown = [(r.subject, r.counterpart, str(r.value), r.basis, r.period.edtf if r.period else None) for r in found]
    assert shown == [
        ("India", None, "4.7 percent", Basis.CHANGE, "2019/2023"),
        ("India", "Russia", "36 percent", Basis.SHARE, "2019/2023"),
        ("China", None, "-44 percent", Basis.CHANGE, "2019/2023"),
        ("China", "Russia", "77 percent", Basis.SHARE, "2019/2023"),
    ]


def test_units_of_the_title_source_below_and_totals() -> None:
    found = cells(
        "Military aid to Ukraine by donor, January 2022 to June 2024 (€ billion)\n"
        "Donor | Military | Financial\n"
        "Germany | 10.2 | 1.4\n"
        "Total | 61.8 | 26.5\n"
        "Source: Kiel Institute\n"
    )
    assert [(r.subject, str(r.value)) for r in found] == [
        ("Germany", "10.2 billion EUR"),
        ("Germany", "1.4 billion EUR"),
        (None, "61.8 billion EUR"),
        (None, "26.5 billion EUR"),
    ]
    assert {r.publisher for r in found} == {"Kiel Institute"}
    assert {r.period.edtf for r in found if r.period} == {"2022-01/2024-06"}


def test_years_in_the_header_and_estimates() -> None:
    found = cells(
        "Defence expenditure, share of GDP (%)\nCountry | 2020 | 2024e\nPoland | 2.23 | 4.12\nEstonia | 2.28 | 3.43\n"
    )
    assert [(r.subject, r.period.edtf if r.period else None, r.basis) for r in found] == [
        ("Poland", "2020", Basis.SHARE),
        ("Poland", "2024", Basis.FORECAST),
        ("Estonia", "2020", Basis.SHARE),
        ("Estonia", "2024", Basis.FORECAST),
    ]


def test_specifications_are_of_the_weapon_in_title_or_header() -> None:
    titled = cells("K9 howitzer in brief\nRange | 40 km\nWeight | 47 tonnes\nCrew | five\n")
    assert [(r.subject, r.indicator, str(r.value)) for r in titled] == [
        ("K9", "Range", "40 km"),
        ("K9", "Weight", "47 tonne"),
        ("K9", "Crew", "5 person"),
    ]
    headed = cells("Technical data | K9A1 | PzH 2000\nWeight | 47 t | 55.8 t\nRange | 40 km | 40 km\n")
    assert [(r.subject, r.indicator) for r in headed[:2]] == [("K9A1", "Weight"), ("PzH 2000", "Weight")]


DEALS = [
    "Signed | System | Number | Value | Delivery\n26 August 2022 | K2 tanks | 180 | $3.37 billion | 2022-2025\n"
    "4 November 2022 | Chunmoo launchers | 218 | $3.55 billion | until 2027\n",
    "Item | Number | Role\nK9 howitzer | 54 | self-propelled howitzer\nK10 vehicle | 36 | ammunition vehicle\n",
    "Case | Recipient | Quantity | Ceiling\nF-35A | South Korea | 25 | $5.06 billion\nCH-47F | South Korea | 18 | $1.5 billion\n",
    "FA-50 orders at a glance\nVersion | Aircraft | Net value\nFA-50GF | 12 | $705 million\nFA-50PL | 36 | $2.3 billion\n",
    "Supplier | Recipient | Designation | No. ordered | Comments\n"
    "South Korea | Norway | K-9 howitzer | 24 | NOK1.8 b ($215-230 m) deal\n"
    "South Korea | India | K-9 howitzer | 100 | $646 m deal; 90 produced in India\n",
]


@pytest.mark.parametrize("table", DEALS, ids=[d[:24] for d in DEALS])
def test_tables_whose_rows_are_deals_hold_no_figures(table: str) -> None:
    assert cells(table) == ()


def test_operators_are_no_deals() -> None:
    found = cells(
        "K9 howitzer operators\nCountry | Number in service | Status\n"
        "South Korea | 1,136 | in production\nTurkey | 300 | licence-built\n"
    )
    assert [(r.subject, str(r.value), r.indicator) for r in found] == [
        ("South Korea", "1,136 item", "Number in service"),
        ("Turkey", "300 item", "Number in service"),
    ]


def test_a_table_about_other_things_yields_nothing() -> None:
    table = "Results\nCountry | Gold | Silver\nKorea | 13 | 9\nFrance | 16 | 26\n"
    assert cells(table, title="Medals after ten days") == ()


@pytest.mark.parametrize(
    ("head", "read"),
    [
        ("Recipient | Value | Share of total |", 4),
        ("Type | Value | Percentage of all exports |", 4),
        ("Recipient | Value | Contract |", 0),
    ],
)
def test_who_compares_rows_with_their_whole_has_a_statistic_and_no_list_of_deals(head: str, read: int) -> None:
    rows = "Poland | $4.2 billion | 42% |\nIndia | $0.7 billion | 7% |\n"
    assert len(cells(f"Table 1: South Korean arms exports, 2024\n{head}\n{rows}")) == read


def test_a_share_has_the_year_of_the_column_beside_it() -> None:
    found = cells(
        "The growth of the past decade goes on.\n\nTable 4. Exporters and their military effort\n\n"
        "State | Military spending 2024 (US$ bn) | % of GDP\n\nItaly | 38.0 | 1.6\n\nSpain | 24.6 | 1.4\n"
    )
    assert [r.period.edtf if r.period else None for r in found] == ["2024"] * 4


def test_other_is_the_subject_of_its_row_and_sums_to_date_have_the_stretch_that_the_text_gives() -> None:
    found = cells(
        "Running total, 24 Feb 2022 – 31 Jan 2024: €138bn in military aid (last new one: 9 January 2024, $500m).\n\n"
        "Country | Pledged January (€m) | Cumulative (€bn)\n\nBelgium | 1,000 | 2.6\n\nSpain | 120 | 1.5\n\nOther | 31 | 0.9\n",
        title="Military aid to Ukraine: monthly note",
    )
    assert [r.subject for r in found] == ["Belgium", "Belgium", "Spain", "Spain", "Other", "Other"]
    totals = [r for r in found if r.cell is not None and r.cell.column == 2]
    assert [r.period.edtf if r.period else None for r in totals] == ["2022-02-24/2024-01-31"] * 3


@pytest.mark.parametrize("heading", ["/)" * 20_000, "/, " * 20_000, "a / b " * 20_000, "(a/" * 20_000])
def test_the_names_of_parts_are_found_in_linear_time(heading: str) -> None:
    began = time.process_time()
    assert names_of_parts(heading, [Span(0, len(heading))], 2) == ()
    assert time.process_time() - began < 2
