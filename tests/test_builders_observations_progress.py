"""Observations of how far things have come: parts that have arrived, output, readiness, levels reached, and who counted."""

from __future__ import annotations

import pytest
from observation_reading import Told, read, summary

from kordef.records import Observation


def observed(body: str, title: str = "Defence budgets and arms") -> tuple[Observation, ...]:
    return read(f"{title}\n\n{body}\n", "2025-06-15")


def told(body: str, title: str = "Defence budgets and arms") -> Told:
    return summary(observed(body, title))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # what of a number has arrived
        (
            "Norway is buying tanks. By the end of May, 13 of the 54 K2s had been delivered.",
            [("13", "Norway", "../2025-05")],
        ),
        ("Only 12 of Poland's 48 FA-50s have arrived.", [("12", "Poland", None)]),
        ("The Estonian army has received 28 K9s so far.", [("28 K9s", "army of Estonia", "2025-06")]),
        (
            "Britain pledged GBP 10 million for the army. Just over half had been disbursed.",
            [("GBP 10 million", "United Kingdom", None), ("Just over half", "United Kingdom", None)],
        ),
        # output
        (
            "The European Union turned out 1.4 million shells last year.",
            [("1.4 million shells", "European Union", "2024")],
        ),
        ("Nammo's stock of shells, which stood at 40,000 in 2023, now amounts to 95,000.", None),
        ("Production of the gun has climbed from two a month before the war to six.", None),
        # readiness
        ("Only 43 per cent of Germany's ships were deployable in 2023.", [("43 per cent", "Germany", "2023")]),
        ("Of the Dutch navy's 27 ships, barely half were operational in 2024.", None),
        # levels
        ("Norway's defence spending, which came to 2.2 per cent of GDP in 2024, is to rise.", None),
        ("The Danish navy lacks 400 sailors.", None),
    ],
)
def test_how_far_things_have_come(body: str, expected: Told | None) -> None:
    found = told(body)
    if expected is None:
        assert found
    else:
        assert found == expected


@pytest.mark.parametrize(
    "body",
    [
        "Bulgaria will spend 312 million euros on 24 howitzers.",
        "Norway set aside 4 billion kroner to buy 12 helicopters.",
        "The contest pitted four foreign suppliers against one another for the army order.",
        "A content rule for arms would hit all three suppliers.",
        "The contract for the guns includes training of 68 operators and 20 mechanics.",
        "Norway would like 12 of the 14 corvettes delivered early.",
    ],
)
def test_deals_and_persons_trained_are_no_figures(body: str) -> None:
    assert told(body) == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "The United States accounted for 44 per cent of global arms exports in 2020-24, up from 36 per cent in the "
            "preceding five-year period.",
            ["2020/2024", "2015/2019"],
        ),
        (
            "Germany's share of arms exports was 5.6 per cent in 2020-24, against 5.4 per cent in the five years before.",
            ["2020/2024", "2015/2019"],
        ),
        (
            "South Korea's share of arms exports was 6.5 percent in 2019-23 (4.6 percent in the prior period).",
            ["2019/2023", "2014/2018"],
        ),
        ("The arms alliance had 15 signatories in October 2022 and now counts 24.", ["2022-10", "2025-06"]),
        ("The army employs 12,000, twice as many as in 2023.", None),
        (
            "Saab reported defence sales of SEK 17 billion in the first half of 2024, 8 per cent more than in the corresponding "
            "period of 2023. Its order backlog reached SEK 180 billion.",
            ["2024-40", "2024-40", "2024-40"],
        ),
        ("A survey found 41 per cent of respondents in favour of a defence tax.", ["2025-06"]),
        (
            "Leonardo's defence revenue came to 581 million euros in 2025 (2024: 503 million).",
            ["2025", "2024"],
        ),
    ],
)
def test_when(body: str, expected: list[str | None] | None) -> None:
    found = [period for _, _, period in told(body)]
    assert found == expected if expected is not None else "2023" not in found


@pytest.mark.parametrize(
    ("body", "publisher"),
    [
        (
            "According to a survey carried out in April by the pollster Meridian, 58 per cent of Spaniards back the army.",
            "Meridian",
        ),
        (
            "A survey for the broadcaster Žinios 24 found 41 per cent of respondents in favour of a defence tax.",
            "Žinios 24",
        ),
        ("Some 62% of Germans want conscription back, a Forsa poll showed.", "Forsa"),
        ("Arms exports rose by 12 per cent, the scholar Emrys Tolland has shown.", "Emrys Tolland"),
        ("In a January survey two-thirds of the Dutch backed the army.", None),
        ("Lithuania calls up about 3,900 conscripts a year.", None),
        ("The Polish army numbers 205,000.", None),
    ],
)
def test_who_says_so(body: str, publisher: str | None) -> None:
    assert [record.publisher for record in observed(body)] == [publisher]


@pytest.mark.parametrize(
    ("head", "source", "publisher"),
    [
        (
            "Nordsee Institute for Security Economics, Policy Paper 14/2025",
            "authors' calculations",
            "Nordsee Institute for Security Economics",
        ),
        ("Baltic Watch – Fact sheet", "our own count", "Baltic Watch"),
        ("Baltic Watch – Fact sheet", "ASD Facts & Figures 2024", "ASD Facts & Figures 2024"),
        ("By a reporter", "authors' calculations", None),
    ],
)
def test_the_source_of_a_table(head: str, source: str, publisher: str | None) -> None:
    table = f"Table 1. Arms exports (USD million)\n\nCountry | 2023 | 2024\nFrance | 310 | 290\nItaly | 45 | 77\n\nSource: {source}."
    found = observed(f"{head}\n\nArms exports grew.\n\n{table}", "Arms exports")
    assert [r.publisher for r in found] == [publisher] * 4


def test_what_is_pledged_has_no_day_and_what_is_delivered_has_the_last() -> None:
    body = (
        "Baltic Defence Centre – Tracker\n\nWe count EUR 210 million in military pledges since 2022, of which EUR 120 million had "
        "been delivered by 31 May 2025.\n\nPledges by donor (EUR million, pledged / delivered)\n\nGermany        90 / 61\n"
        "Poland         40 / 30\nItaly          80 / 29"
    )
    found = observed(body, "Military aid to Moldova")[2:]
    assert [r.period.edtf if r.period else None for r in found] == [None, "../2025-05-31"] * 3
    assert {r.publisher for r in found} == {"Baltic Defence Centre"}


@pytest.mark.parametrize(
    ("body", "publisher"),
    [
        ("Military pledges recorded here have come to EUR 331 million.", "Baltic Watch"),
        ("By our tally military aid came to EUR 331 million.", "Baltic Watch"),
        ("This tracker puts military aid at EUR 331 million.", "Baltic Watch"),
        ("Military aid came to EUR 331 million.", None),
        ("Our army has a budget of EUR 331 million.", None),
    ],
)
def test_a_page_that_speaks_of_its_own_count(body: str, publisher: str | None) -> None:
    found = observed(f"Baltic Watch – Fact sheet\n\n{body}", "Military aid")
    assert [r.publisher for r in found] == [publisher]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("For 2025, EUR 4 billion has been budgeted for arms.", ["EUR 4 billion"]),
        ("EUR 300 million was paid for two radars of the army.", []),
        ("A contract for arms worth 200 million euros was signed.", []),
    ],
)
def test_what_is_set_aside(body: str, expected: list[str]) -> None:
    assert [r.evidence[0].exact for r in observed(body)] == expected


TABLES: list[tuple[str, Told]] = [
    # percentages and scales of the title
    (
        "Table 1. Share of arms exports (per cent)\n\nSupplier | 2015–19 | 2020–24\nItaly | 2.1 | 4.7\nIsrael | 3.2 | 3.0",
        [
            ("2.1 percent", "Italy", "2015/2019"),
            ("4.7 percent", "Italy", "2020/2024"),
            ("3.2 percent", "Israel", "2015/2019"),
            ("3.0 percent", "Israel", "2020/2024"),
        ],
    ),
    # pairs in a cell
    (
        "Military aid by donor (EUR million, pledged / delivered)\n\nGermany              88 / 61\nPoland                9 / 8\n"
        "Others (note 2)      10 / 6",
        [
            ("88000000 EUR", "Germany", None),
            ("61000000 EUR", "Germany", None),
            ("9000000 EUR", "Poland", None),
            ("8000000 EUR", "Poland", None),
            ("10000000 EUR", "Others", None),
            ("6000000 EUR", "Others", None),
        ],
    ),
    # deals: only what has come
    (
        "Table 2. Orders of the army as at 31 March 2026 (units)\n\nRecipient | System | Ordered | Delivered in 2025 | Delivered in total | "
        "Delivery due\nPoland | K2 tank | 180 | 82 | 180 | 2026\nNorway | K9 Vidar | 28 | 4 | 24 | 2027",
        [
            ("82 item", "Poland", "2025"),
            ("180 item", "Poland", "2026-03-31"),
            ("4 item", "Norway", "2025"),
            ("24 item", "Norway", "2026-03-31"),
        ],
    ),
    # a shifted header, a part of the row above, thousands, blanks in numbers
    (
        "Table 3. Arms industry\n\n\t2023\t2024\nTurnover of France (€ bn)\t119.0\t135.5\nof which exports\t45.2\t..\n"
        "Employment ('000)\t463\t516",
        [
            ("119000000000 EUR", "France", "2023"),
            ("135500000000 EUR", "France", "2024"),
            ("45200000000 EUR", "France", "2023"),
            ("463000 item", None, "2023"),
            ("516000 item", None, "2024"),
        ],
    ),
    (
        "Table 4. Defence spending (SEK m)\n\nCountry | 2024 | Change on 2023, %\nSweden | 98 500 | +18.7\nNorway | 101 288 | +7.3",
        [
            ("98500000000 SEK", "Sweden", "2024"),
            ("18.7 percent", "Sweden", None),
            ("101288000000 SEK", "Norway", "2024"),
            ("7.3 percent", "Norway", None),
        ],
    ),
    # the first column ranks the rows; brackets mark estimates
    (
        "Table 5. Military spending\n\nRank | Country | Spending 2024 ($ bn.) | Share of GDP (%), 2015\n1 | United States | 997 | 3.5\n"
        "2 | China | [314] | [1.8]\n.. | World | 2 718 | 2.3",
        [
            ("997000000000 USD", "United States", "2024"),
            ("3.5 percent", "United States", "2015"),
            ("314000000000 USD", "China", "2024"),
            ("1.8 percent", "China", "2015"),
            ("2718000000000 USD", "World", "2024"),
            ("2.3 percent", "World", "2015"),
        ],
    ),
    # a total behind an empty line, columns two blanks apart
    (
        "Arms exports by region (USD million)\n\nRegion     2021   2022   2023\nEurope      450  12,400  8,200\n"
        "Asia      1,310     890    1,760\nAfrica       70      50      90\n\nTotal     1,830  13,340  10,050",
        [
            ("450000000 USD", "Europe", "2021"),
            ("12400000000 USD", "Europe", "2022"),
            ("8200000000 USD", "Europe", "2023"),
            ("1310000000 USD", "Asia", "2021"),
            ("890000000 USD", "Asia", "2022"),
            ("1760000000 USD", "Asia", "2023"),
            ("70000000 USD", "Africa", "2021"),
            ("50000000 USD", "Africa", "2022"),
            ("90000000 USD", "Africa", "2023"),
            ("1830000000 USD", None, "2021"),
            ("13340000000 USD", None, "2022"),
            ("10050000000 USD", None, "2023"),
        ],
    ),
]


@pytest.mark.parametrize(("table", "expected"), TABLES)
def test_tables(table: str, expected: Told) -> None:
    found = observed(f"The army and its arms are paid for by many.\n\n{table}")
    assert [(_amount(r), r.subject, r.period.edtf if r.period else None) for r in found] == expected


def _amount(record: Observation) -> str:
    amount = record.value.amount
    low = amount.low if amount.low is not None else amount.high
    unit = getattr(record.value, "currency", None) or getattr(record.value, "unit", "")
    return f"{low:f} {unit}"
