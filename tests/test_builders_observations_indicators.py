"""What a figure measures where words beside it say nothing: totals, stretches of time, "this represents", marks passed."""

from __future__ import annotations

import pytest
from observation_reading import read

Measured = list[tuple[str, str, str | None]]


def measured(body: str) -> Measured:
    """Each observation by its quote, indicator and subject."""
    found = read(f"Defence spending and arms trade\n\n{body}\n", "2025-06-23")
    return [(r.evidence[0].exact, r.indicator, r.subject) for r in found]


TOTALS: list[tuple[str, Measured]] = [
    (
        "Turkey's arms exports reached a total of $7 billion in 2023.",
        [("$7 billion", "Turkey's arms exports", "Turkey")],
    ),
    (
        "Defence spending in Norway amounted to a total of 90 billion kroner in 2024.",
        [("90 billion kroner", "Defence spending in Norway", "Norway")],
    ),
    (
        "Finland's military aid came to a record total of 2 billion euros last year.",
        [("2 billion euros", "Finland's military aid", "Finland")],
    ),
    (
        "Italy's Leonardo booked orders for a total of 12 billion euros in 2024.",
        [("12 billion euros", "orders", "Leonardo")],
    ),
    ("Spain exported weapons worth a total of 3 billion euros in 2023.", [("3 billion euros", "exports", "Spain")]),
    (
        "Arms exports by Sweden came in at a total of 29 billion kronor.",
        [("29 billion kronor", "Arms exports by Sweden", "Sweden")],
    ),
]

STRETCHES: list[tuple[str, Measured]] = [
    (
        "Germany took 22 percent of Greece's arms imports in the years 2019-2023.",
        [("22 percent", "share of Greece's arms imports", "Greece")],
    ),
    (
        "Sweden accounted for 30 percent of Brazil's arms imports in the period 2020-24.",
        [("30 percent", "share of Brazil's arms imports", "Brazil")],
    ),
    (
        "France made up 9 percent of Morocco's arms imports in the same five-year period.",
        [("9 percent", "share of Morocco's arms imports", "Morocco")],
    ),
    (
        "Israel delivered 6 percent of Vietnam's arms imports for the whole decade.",
        [("6 percent", "share of Vietnam's arms imports", "Vietnam")],
    ),
    (
        "Norway's share in global arms exports in the years 2020-24 was 0.5 percent.",
        [("0.5 percent", "Norway's share in global arms exports", "Norway")],
    ),
]

CHANGES: list[tuple[str, Measured]] = [
    (
        "Turkish arms exports rose by 17 percent, contrasting with a sharp decline of 53 percent in Russian arms exports.",
        [
            ("17 percent", "change of Turkish arms exports", "Turkey"),
            ("53 percent", "change of Russian arms exports", "Russia"),
        ],
    ),
    (
        "Finland spent 6 billion euros on defence in 2024. This represents a 12% increase compared to 2023, accounting for "
        "2.4% of GDP.",
        [
            ("6 billion euros", "spending", "Finland"),
            ("12%", "change of spending", "Finland"),
            ("2.4% of GDP", "spending, share of GDP", "Finland"),
        ],
    ),
    (
        "Saab reported sales of 63.8 billion kronor and operating profit of 5.7 billion kronor in 2024. The figures represent "
        "on-year increases of 23 percent and 31 percent each.",
        [
            ("63.8 billion kronor", "sales", "Saab"),
            ("5.7 billion kronor", "operating profit", "Saab"),
            ("23 percent", "change of sales", "Saab"),
            ("31 percent", "change of operating profit", "Saab"),
        ],
    ),
    (
        "Poland's defence budget is 4 percent of GDP. Defence spending across the EU will rise to 381 billion euros in 2025.",
        [
            ("4 percent of GDP", "Poland's defence budget, share of GDP", "Poland"),
            ("381 billion euros", "Defence spending across the EU", "EU"),
        ],
    ),
    (
        "Greece was the seventh-largest arms importer with $7.3 billion in 2004-2011.",
        [("$7.3 billion", "imports", "Greece")],
    ),
    (
        "Of the arms delivered to Kyiv in 2023, 45 percent were American-made and 12 percent were German-made.",
        [("45 percent", "deliveries", "United States"), ("12 percent", "deliveries", "Germany")],
    ),
    (
        "Some 90 billion kroner ($8.5 billion) will be spent in 2025 on Norway's defence.",
        [("Some 90 billion kroner", "spending", "Norway")],
    ),
]

MARKS: list[tuple[str, Measured]] = [
    (
        "Rheinmetall's sales reached 9.75 billion euros in 2024, making it the first in Germany to surpass the 9 billion euro "
        "sales mark.",
        [("9.75 billion euros", "Rheinmetall's sales", "Rheinmetall")],
    ),
    (
        "Saab posted sales of 51.6 billion kronor, crossing the 50 billion kronor threshold for the first time.",
        [("51.6 billion kronor", "sales", "Saab")],
    ),
    (
        "Poland's defence budget came to 186 billion zlotys, exceeding the 180 billion zloty mark.",
        [("186 billion zlotys", "Poland's defence budget", "Poland")],
    ),
    ("Turkey's arms exports passed the $7 billion mark in 2024.", [("$7 billion", "Turkey's arms exports", "Turkey")]),
    (
        "Korean arms exports topped the $10 billion mark for the first time.",
        [("$10 billion", "Korean arms exports", "South Korea")],
    ),
]


WHOSE: list[tuple[str, Measured]] = [
    ("The world spent $2.4 trillion on its armed forces last year.", [("$2.4 trillion", "spending", "World")]),
    ("Norway spent 90 billion kroner on its armed forces in 2024.", [("90 billion kroner", "spending", "Norway")]),
    (
        "Hana Securities expects Hanwha Aerospace's third-quarter revenue to reach 2.56 trillion won.",
        [("2.56 trillion won", "revenue", "Hanwha Aerospace")],
    ),
    (
        "In 2019, Norwegian companies exported arms, ammunition and other military equipment worth 4.4 billion kroner.",
        [("4.4 billion kroner", "exports", "Norway")],
    ),
    (
        "Deutsche Bank puts Rheinmetall's first-quarter sales at 2.3 billion euros.",
        [("2.3 billion euros", "sales", "Rheinmetall")],
    ),
    (
        "France sold arms worth 18 billion euros to the world market in 2024.",
        [("18 billion euros", "sales", "France")],
    ),
]

# what a text of 23 June 2025 says of quarters without a year
QUARTERS: list[tuple[str, str]] = [
    ("Rheinmetall's second-quarter sales are expected to reach 2.3 billion euros.", "2025-34"),
    ("Analysts forecast that Saab will post sales of 16 billion kronor in the first quarter.", "2026-33"),
    ("Saab expects sales of 16 billion kronor in the third quarter.", "2025-35"),
    ("Saab recorded sales of 16 billion kronor in the first quarter.", "2025-33"),
    ("Saab's sales will reach 16 billion kronor in the fourth quarter.", "2025-36"),
]
JUST_OVER: list[tuple[str, str]] = [
    ("Rheinmetall's second-quarter sales are expected to reach 2.3 billion euros.", "2025-34"),
    ("Saab is expected to record a revenue of 16 billion kronor in the second quarter.", "2025-34"),
    ("Analysts forecast that KAI will post an operating profit of 85 billion won in the second quarter.", "2025-34"),
    ("The consensus is that Leonardo will report revenues of 4.6 billion euros for the second quarter.", "2025-34"),
    ("Saab is estimated to have a revenue of 16 billion kronor in the third quarter.", "2025-35"),
]


@pytest.mark.parametrize(("body", "expected"), TOTALS)
def test_a_total_is_of_what_stands_before_it(body: str, expected: Measured) -> None:
    assert measured(body) == expected


@pytest.mark.parametrize(("body", "expected"), STRETCHES)
def test_a_stretch_of_time_is_no_part_of_what_is_measured(body: str, expected: Measured) -> None:
    assert measured(body) == expected


@pytest.mark.parametrize(("body", "expected"), CHANGES)
def test_what_changes_is_told_beside_the_change_or_before(body: str, expected: Measured) -> None:
    assert measured(body) == expected


@pytest.mark.parametrize(("body", "expected"), MARKS)
def test_a_mark_that_a_figure_has_passed_is_no_second_figure(body: str, expected: Measured) -> None:
    assert measured(body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "The yard is competing for Poland's 3 billion euro submarine procurement project.",
        "Kongsberg hopes to win Denmark's 3 billion euro frigate procurement programme.",
        "Three firms are in the race for Canada's $19 billion fighter replacement program.",
        "Hanwha bids in Romania's $3 billion vehicle acquisition tender.",
        "Norway's 20 billion kroner helicopter purchase decision is due this year.",
    ],
)
def test_the_price_of_a_planned_purchase_is_no_figure(body: str) -> None:
    assert measured(body) == []


@pytest.mark.parametrize(("body", "expected"), WHOSE)
def test_whose_a_figure_is(body: str, expected: Measured) -> None:
    assert measured(body) == expected


def test_a_title_about_the_world_tells_whose_spending_it_is() -> None:
    text = (
        "Global military spending at a high because of the war in Ukraine\n\nIn 2024, spending rose to $2.7 trillion.\n"
    )
    assert [(r.subject, r.period.edtf if r.period else None) for r in read(text, "2025-06-23")] == [("World", "2024")]


@pytest.mark.parametrize(
    ("published", "body", "quarter"),
    [("2025-06-23", *case) for case in QUARTERS] + [("2025-07-10", *case) for case in JUST_OVER],
)
def test_results_are_still_expected_for_a_quarter_just_over(published: str, body: str, quarter: str) -> None:
    found = read(f"Defence spending and arms trade\n\n{body}\n", published)
    assert [r.period.edtf if r.period else None for r in found] == [quarter]
