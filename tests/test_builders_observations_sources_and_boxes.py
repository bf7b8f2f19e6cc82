"""Figures: who took a poll, shares of several in one cell, boxes of facts, what has come by a day, whose trade a table tells."""

from __future__ import annotations

import pytest
from observation_reading import read

from kordef.records import Observation


def observed(text: str) -> tuple[Observation, ...]:
    return read(f"{text.strip()}\n", "2025-05-15")


def figures(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(r.evidence[0].exact, r.subject, r.publisher) for r in observed(text)]


@pytest.mark.parametrize(
    ("sentence", "publisher"),
    [
        ("In a poll taken by INSCOP in March, 58% of Romanians backed the army.", "INSCOP"),
        ("In the latest EAI survey only 31 per cent of Koreans trusted the army.", "EAI"),
        (
            "In a survey conducted by Gallup Korea in April, 61 percent of South Koreans backed arms sales.",
            "Gallup Korea",
        ),
        ("According to a CBOS poll from May, 44% of Poles support the army.", "CBOS"),
        ("A poll commissioned by Respublica found that 37 per cent of Lithuanians back a larger army.", "Respublica"),
        ("In the May poll 44% of Poles supported the army.", None),
        ("A survey from June found that 44% of Poles supported the army.", None),
    ],
)
def test_who_took_a_poll(sentence: str, publisher: str | None) -> None:
    assert [p for _, _, p in figures(f"Views on defence\n\n{sentence}")] == [publisher]


@pytest.mark.parametrize("who", ["two people", "three officials", "two analysts", "four diplomats", "two sources"])
def test_sources_without_a_name_are_counted(who: str) -> None:
    text = f"Arms trade\n\nKorean arms exports reached $9.5 billion by the end of September, {who} said."
    assert figures(text) == [("$9.5 billion", "South Korea", who)]


def test_who_asks_is_not_who_answers() -> None:
    text = "Estonia and defence\n\nIn a poll by the Government Office last month, 62% of respondents backed higher defence taxes."
    assert figures(text) == [("62%", "Estonia", "Government Office")]


TABLE = """Arms imports

Table. Arms imports, 2020-24

Importer | Share of world imports (%) | Main suppliers (share, %)
Ukraine | 8.8 | {first}
Poland | 2.4 | {second}

Source: SIPRI
"""


@pytest.mark.parametrize(
    ("first", "second", "counterparts"),
    [
        ("USA (45), Germany (12), Poland (11)", "South Korea (42), USA (40)", ["USA", "Germany", "Poland", "South Korea", "USA"]),
        ("USA (45); Germany (12)", "Italy (4.9)", ["USA", "Germany", "Italy"]),
    ],
)  # fmt: skip
def test_each_number_of_a_cell_has_the_name_before_it(first: str, second: str, counterparts: list[str]) -> None:
    found = [r for r in observed(TABLE.format(first=first, second=second)) if "suppliers" in r.indicator]
    named = [next(e.exact for e in r.evidence if e.field == "/counterpart") for r in found]
    assert named == counterparts
    assert {r.subject for r in found} == {"Ukraine", "Poland"}


@pytest.mark.parametrize(
    "title",
    [
        "Table 2. Suppliers of major arms to Poland, shares in per cent",
        "Polish arms imports by supplier, per cent",
        "Sources of arms imports to Poland (%)",
        "Poland: arms imports by origin (%)",
        "Suppliers of Poland's arms imports, in %",
    ],
)
def test_what_many_supply_is_of_the_one_that_gets_it(title: str) -> None:
    table = f"Arms trade\n\n{title}\nSupplier | 2015-19 | 2020-24\nUnited States | 52 | 45\nSouth Korea | 0.1 | 42\n"
    found = observed(table)
    assert {r.subject for r in found} == {"Poland"}
    assert {r.counterpart for r in found} == {"United States", "South Korea"}


def test_dated_orders_over_a_total_are_no_figures() -> None:
    table = (
        "Norwegian K9 fleet\n\nNorwegian K9 fleet\nOrdered | K9 | K10\n2017 | 24 | 6\n2022 | 4 | 8\nTotal | 28 | 14\n"
    )
    assert [(exact, subject) for exact, subject, _ in figures(table)] == [("28", "Norway"), ("14", "Norway")]


BOX = """Finland's new guns

Finland bought K9 howitzers from Korea. The army trains with them in Lapland.

{heading}
{lines}

Finland has bought guns before, too, and is content with the army that it has.
"""


@pytest.mark.parametrize(
    ("heading", "lines", "expected"),
    [
        ("Technical data, K9 Thunder", "Calibre: 155 mm / 52\nWeight: 47 t\nRoad speed: 67 km/h", [
            ("155 mm", "K9", None), ("47 t", "K9", None), ("67 km/h", "K9", None),
        ]),
        ("EU Military Assistance Mission (EUMAM)", "Budget for the second mandate: €409 million\nTraining hubs: 2, in Poland", [
            ("€409 million", "EU Military Assistance Mission", None), ("2", "EU Military Assistance Mission", None),
        ]),
        ("IN NUMBERS", "500 km — range of the longest missile\n9          countries with at least one open file", [
            ("9", "Finland", None),
        ]),
        ("AT A GLANCE", "Wartime strength: 280,000\nMen under arms: about 24,000\nSource: Ministry of Defence, own count", [
            ("280,000", "Finland", "Ministry of Defence"), ("about 24,000", "Finland", "Ministry of Defence"),
        ]),
    ],
)  # fmt: skip
def test_a_box_of_facts_is_about_what_heads_it(
    heading: str, lines: str, expected: list[tuple[str, str | None, str | None]]
) -> None:
    found = figures(BOX.format(heading=heading, lines=lines))
    assert [f for f in found if f in expected] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("By the end of March, 110 K2 tanks had been delivered to Poland.", [("110 K2 tanks", "../2025-03")]),
        ("As of April, Warsaw had received 133 K2s and 212 K9s.", [("133 K2s", "2025-04"), ("212 K9s", "2025-04")]),
        ("Up to now, 36 Chunmoo launchers have reached Poland.", [("36 Chunmoo launchers", "2025-05")]),
        ("So far 28 K9 howitzers have arrived in Estonia.", [("28 K9 howitzers", "2025-05")]),
        ("By early May, 12 K239 launchers had been handed over to Poland.", [("12 K239 launchers", "../2025-05")]),
        # what is ordered is a deal and no figure
        ("So far 54 CAESAR howitzers have been ordered by Lithuania.", []),
        ("110 K2 tanks were delivered to Poland in March.", []),
    ],
)
def test_how_many_have_come_by_a_day(sentence: str, expected: list[tuple[str, str]]) -> None:
    found = observed(f"Korean arms for Europe\n\n{sentence}")
    assert [(r.evidence[0].exact, r.period.edtf if r.period else None) for r in found] == expected


@pytest.mark.parametrize(
    ("sentence", "exact"),
    [
        ("Slovakia will replace its 10 remaining L-39s with jets from Korea.", "10 remaining L-39s"),
        ("The Czech army wants to retire its 52 DANA howitzers.", "52 DANA howitzers"),
        ("Romania had bought seven Patriot systems, and four are in the country.", "four"),
        ("Poland ordered K9 howitzers; 174 are in service.", "174"),
        ("Greece is upgrading its 83 F-16 fighters.", "83 F-16 fighters"),
    ],
)
def test_what_is_there_is_held(sentence: str, exact: str) -> None:
    assert exact in [e for e, _, _ in figures(f"Arms for Europe\n\n{sentence}")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Romania had bought seven Patriot systems in 2017 for a total of $3.9 billion.",
        "Norway ordered 24 K9s in 2017 and four in 2022 for a total of 2.3 billion kroner.",
    ],
)
def test_the_price_of_a_deal_is_no_figure(sentence: str) -> None:
    assert figures(f"Arms for Europe\n\n{sentence}") == []


def test_what_is_held_is_not_dated_by_when_it_was_bought() -> None:
    (held,) = observed("Korean jets\n\nSouth Korea operates four E-737 aircraft, bought in 2006 from Boeing.")
    assert held.period is not None
    assert held.period.edtf == "2025-05"


def test_an_institute_is_not_what_its_measure_measures() -> None:
    text = (
        "Arms imports\n\nEuropean states imported two and a half times as much in the way of arms in 2020-24. "
        "Measured in SIPRI's trend-indicator values, the increase was 155%."
    )
    exact, subject, publisher = figures(text)[-1]
    assert (exact, subject) == ("155%", "Europe")
    assert publisher is not None
    assert "SIPRI" in publisher


SHEET = """{title}

The army of the country is large.

South Korea's defence budget came to 61.2 trillion won. It was 2.6 per cent of gross domestic product.
"""


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("Fact sheet: military expenditure of East Asia, 2024", "2024"),
        ("Defence spending in East Asia in 2024", "2024"),
        ("Military budgets of East Asia: 2023", "2023"),
        ("East Asia's arms imports and defence spending (2024)", "2024"),
        ("Military expenditure in Asia, 2022", "2022"),
        # a year to come, or one of something else
        ("South Korea's defence budget in 2027", None),
        ("In 2024 Korea's defence budget grew fast", None),
        ("A new tank for Korea in 2024", None),
    ],
)
def test_the_year_of_a_fact_sheet_is_that_of_its_figures(title: str, period: str | None) -> None:
    found = [r for r in observed(SHEET.format(title=title)) if r.evidence[0].exact == "61.2 trillion won"]
    assert [r.period.edtf if r.period else None for r in found] == [period]


def test_columns_without_a_time_share_the_only_one_that_the_headers_name() -> None:
    table = (
        "Arms exporters\n\nTable 2. Exporters and their clients\n"
        "Exporter | Share of world exports, 2020–24 | Change from 2015–19 | Main client (share of exporter's total)\n"
        "France | 9.6% | +11% | India (28%)\nItaly | 4.8% | +138% | Qatar (28%)\n"
    )
    assert {r.period.edtf for r in observed(table) if r.period} == {"2020/2024"}
    assert len(observed(table)) == 6


DATA = """{title}

{lines}

Poland ordered 48 of the jets from KAI of South Korea.
"""


@pytest.mark.parametrize(
    ("title", "lines", "expected"),
    [
        ("Technical data of the FA-50", "Length: 13.1 m\nMaximum speed: Mach 1.5", ["13.1 m", "Mach 1.5"]),
        ("FA-50: specifications", "Range: 1,851 km\nWeight: 12,300 kg", ["1,851 km", "12,300 kg"]),
        ("The FA-50 and its friends", "Range: 1,851 km\nLength: 13.1 m", []),
    ],
)
def test_technical_data_are_figures(title: str, lines: str, expected: list[str]) -> None:
    assert [e for e, _, _ in figures(DATA.format(title=title, lines=lines)) if e != "48 of the jets"] == expected


def test_a_table_of_technical_data_is_none_of_deals() -> None:
    table = (
        "Tanks in Europe\n\nPoland bought K2 tanks from South Korea.\n\nTank | Weight | Gun | Engine | Top speed | Price\n"
        "K2 Black Panther | 55 tonnes | 120 mm | 1,500 hp | 70 km/h | $8.5 million\n"
        "Leopard 2A8 | 69 tonnes | 120 mm | 1,500 hp | 68 km/h | €29 million\n"
    )
    assert [e for e, s, _ in figures(table) if s == "K2"] == [
        "55 tonnes",
        "120 mm",
        "1,500 hp",
        "70 km/h",
        "$8.5 million",
    ]
