"""A firm's results: their time, whose they are, and what is only set beside them."""

from __future__ import annotations

import pytest
from observation_reading import Told, read, summary

TITLE = "Navaltek posts record profit in third quarter on warship orders\n\n"


def told(body: str, title: str = TITLE) -> Told:
    return summary(read(f"{title}{body}\n", "2025-11-06"))


TIMES: list[tuple[str, Told]] = [
    (
        "Navaltek SA said sales came to 2.1 billion euros. Operating profit rose by 12 percent to 190 million euros.",
        [
            ("2.1 billion euros", "Navaltek SA", "2025-35"),
            ("12 percent", "Navaltek SA", "2025-35"),
            ("190 million euros", "Navaltek SA", "2025-35"),
        ],
    ),
    (
        "Navaltek SA's turnover amounted to 2.1 billion euros, up from last year's 1.8 billion euros.",
        [("2.1 billion euros", "Navaltek SA", "2025-35"), ("1.8 billion euros", "Navaltek SA", "2024-35")],
    ),
    (
        "Navaltek SA's warship sales reached 900 million euros, a rise of 8% from the same period last year.",
        [("900 million euros", "Navaltek SA", "2025-35"), ("8%", "Navaltek SA", "2025-35")],
    ),
    (
        "Net profit of Navaltek SA was 96 million euros, down 7 percent on the previous year's 103 million euros.",
        [
            ("96 million euros", "Navaltek SA", "2025-35"),
            ("7 percent", "Navaltek SA", "2025-35"),
            ("103 million euros", "Navaltek SA", "2024-35"),
        ],
    ),
    (  # a date of its own
        "Navaltek SA wants to lift sales to 9 billion euros in 2027. In 2024 its sales were 7 billion euros.",
        [("9 billion euros", "Navaltek SA", "2027"), ("7 billion euros", "Navaltek SA", "2024")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), TIMES)
def test_results_are_of_the_quarter_that_the_story_reports(body: str, expected: Told) -> None:
    assert told(body) == expected


FORESEEN = [
    "Operating profit fell 4 percent to 83 million euros, missing the analyst forecast of 116 million euros.",
    "Operating profit fell 4 percent to 83 million euros, below the market consensus of about 90 million euros.",
    "Operating profit fell 4 percent to 83 million euros, less than the expected 95 million euros.",
    "Operating profit fell 4 percent to 83 million euros, exceeding market expectations of 81 million euros.",
]


@pytest.mark.parametrize("body", FORESEEN)
def test_what_analysts_foresaw_is_no_result(body: str) -> None:
    assert [quote for quote, _, _ in told(body)] == ["4 percent", "83 million euros"]


def test_figures_told_respectively_are_of_what_was_told_before() -> None:
    found = read(
        f"{TITLE}Navaltek SA had sales of 2 billion euros and profit of 300 million euros, up 5% and 9% respectively.\n",
        "2025-11-06",
    )
    assert [(r.evidence[0].exact, r.indicator) for r in found] == [
        ("2 billion euros", "sales"),
        ("300 million euros", "profit"),
        ("5%", "change of sales"),
        ("9%", "change of profit"),
    ]


def test_an_adjective_beside_a_firm_is_not_whose_results_they_are() -> None:
    body = "Navaltek SA, a Spanish builder of frigates, reported on Thursday.\n\nThe operating result amounted to 91 million euros."
    assert told(body) == [("91 million euros", "Navaltek", "2025-35")]


def test_a_state_keeps_its_sales() -> None:
    body = "Norway's arms exports reached 900 million euros in 2024."
    assert told(body) == [("900 million euros", "Norway", "2024")]


TURNS: list[tuple[str, Told]] = [
    (
        "Dutch, Swedish and Polish arms exports were higher than before, with respective increases of 20, 31 and 4 per cent.",
        [("20", "Netherlands", "2019/2023"), ("31", "Sweden", "2019/2023"), ("4 per cent", "Poland", "2019/2023")],
    ),
    (
        "There were decreases in the transfers of arms to Africa (–16 per cent), the Americas (–40 per cent) and Asia (–8%).",
        [
            ("–16 per cent", "Africa", "2019/2023"),
            ("–40 per cent", "Americas", "2019/2023"),
            ("–8%", "Asia", "2019/2023"),
        ],
    ),
    (
        "The three largest exporters of arms were France, Spain and Israel. Together they accounted for 21 per cent of all arms exports.",
        [("21 per cent", "three largest exporters", "2019/2023")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), TURNS)
def test_of_several_each_has_its_own(body: str, expected: Told) -> None:
    assert told(body, "Trends in the arms trade, 2019-23\n\n") == expected


STRETCHES = [
    ("Navaltek SA's revenue for the three months ended 30 June rose to 800 million euros.", "2025-04/2025-06"),
    ("In the six months to 30 September Navaltek SA's revenue was 800 million euros.", "2025-04/2025-09"),
    ("Navaltek SA's revenue in the year ended 31 March 2025 was 800 million euros.", "2024-04/2025-03"),
    ("Navaltek SA's revenue in the year to 31 December 2024 was 800 million euros.", "2024"),
]


@pytest.mark.parametrize(("body", "period"), STRETCHES)
def test_a_length_and_an_end_make_a_stretch(body: str, period: str) -> None:
    assert [p for _, _, p in told(body)] == [period]


def test_an_official_of_the_firm_speaks_of_the_firm() -> None:
    body = "“Our goal is 40 billion euros in annual sales by 2050,” said a company official in Madrid. Navaltek SA is at home in Spain."
    assert told(body) == [("40 billion euros", "Navaltek", "../2050")]


NONE = [
    "The notice comprised six (6) Skyranger guns and nine (9) radars.",
    "For every 100 euros of military aid, one state gives half.",
    "Contracts under 5 million euros are left out of the arms budget.",
    "The deal has two options, one of them for support with a ceiling of 900 million euros.",
]


@pytest.mark.parametrize("body", NONE)
def test_terms_and_thresholds_are_no_figures(body: str) -> None:
    assert [quote for quote, _, _ in told(body, "Arms deals in figures\n\n") if not quote.startswith("half")] == []


DONE: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "The frigates of the mission have so far escorted 240 tankers and shot down 14 drones and three missiles.",
        [
            ("240 tankers", "tankers escorted"),
            ("14 drones", "drones shot down"),
            ("three missiles", "missiles shot down"),
        ],
    ),
    ("Norwegian jets scrambled more than 40 times in 2024.", [("more than 40 times", "times scrambled")]),
    ("The visit began at the Navaltek yard (1,900 employees).", [("1,900 employees", "employees")]),
    ("Navaltek is a warship company with 3,700 employees.", [("3,700 employees", "employees")]),
]


@pytest.mark.parametrize(("body", "expected"), DONE)
def test_deeds_and_staff_are_counted(body: str, expected: list[tuple[str, str]]) -> None:
    found = read(f"Warships at work\n\n{body}\n", "2025-11-06")
    assert [(r.evidence[0].exact, r.indicator) for r in found] == expected


def test_a_stake_belongs_to_who_holds_it() -> None:
    body = "Navaltek SA owns half of Kongsberg. Navaltek SA acquired a 20-percent stake in Patria last year."
    assert [(s, q) for q, s, _ in told(body)] == [("Navaltek SA", "half"), ("Navaltek SA", "20-percent")]


LICENCES: list[tuple[str, Told]] = [
    (
        "Licences for the export of arms worth 2.1 billion euros were issued in the first quarter of 2025.",
        [("2.1 billion euros", "Netherlands", "2025-33")],
    ),
    (
        "In 2024 the Dutch government approved the export of military goods worth at least 900 million euros.",
        [("at least 900 million euros", "Netherlands", "2024")],
    ),
    (
        "Approvals of arms exports worth 186 million euros were granted for Ukraine in 2024.",
        [("186 million euros", "Netherlands", "2024")],
    ),
    (
        "Permits for 80 million euros were issued in 2024. Of these, weapons of war account for 30 million euros.",
        [("80 million euros", "Netherlands", "2024"), ("30 million euros", "Netherlands", "2024")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), LICENCES)
def test_licensed_exports_are_of_the_state_that_licenses(body: str, expected: Told) -> None:
    assert told(body, "Dutch arms exports\n\n") == expected


NO_FIGURE = [
    "Operating profit of Navaltek SA exceeded market expectations by 36%.",
    "The KOSPI fell 2% in the same period.",
    "There were around 1,500 regular and reserve soldiers fewer than a year earlier.",
]


@pytest.mark.parametrize("body", NO_FIGURE)
def test_margins_and_indices_are_no_figures(body: str) -> None:
    assert told(body) == []


def test_a_part_said_in_words_and_in_brackets_is_one() -> None:
    body = "Dutch arms exports reached 900 million euros in 2024. Almost three quarters of this (72%) went to Ukraine."
    assert [q for q, _, _ in told(body, "Dutch arms exports\n\n")] == ["900 million euros", "Almost three quarters"]


def test_financial_years_make_a_span() -> None:
    body = "Total arms exports during 2004-05 to 2013-14 were 43 billion rupees."
    assert [p for _, _, p in told(body, "Indian arms exports\n\n")] == ["2004/2014"]


def test_a_sum_of_several_firms_is_of_all() -> None:
    body = "Combined operating profits for Navaltek SA, Patria and Saab came to 750 million euros."
    assert told(body) == [("750 million euros", "Navaltek SA, Patria and Saab", "2025-35")]


GROUPS: list[tuple[str, Told]] = [
    (
        "The order backlog of the four major defence firms stood at 70 billion euros at the end of 2024. Navaltek SA is one of "
        "them.\n\nTheir combined order backlog grew 12% in 2024.",
        [("70 billion euros", "four major defence firms", "2024"), ("12%", "four major defence firms", "2024")],
    ),
    (
        "Of the exports of the four defence firms in 2024, Navaltek SA accounted for most with 20 billion euros.",
        [("20 billion euros", "Navaltek SA", "2024")],
    ),
    (
        "The firm with the highest share of arms exports is Navaltek SA, accounting for 42 percent.",
        [("42 percent", "Navaltek SA", None)],
    ),
]


@pytest.mark.parametrize(("body", "expected"), GROUPS)
def test_several_firms_and_the_one_that_has_most(body: str, expected: Told) -> None:
    assert told(body, "Arms firms at work\n\n") == expected


REPORTS = [
    ("Navaltek SA, half-yearly report 2025\n\n", "2025-40"),
    ("Navaltek SA, annual report 2024\n\n", "2024"),
    ("Navaltek SA, interim report 2025\n\n", "2025-40"),
]


@pytest.mark.parametrize(("title", "period"), REPORTS)
def test_the_title_of_a_report_says_what_it_covers(title: str, period: str) -> None:
    body = "Sales of warships increased by 11% to 12 billion euros. Operating profit was up 20%."
    assert {p for _, _, p in told(body, title)} == {period}


def test_over_the_past_years_is_no_more() -> None:
    found = read(
        "The Danish army\n\nThe Danish army has decreased by 20 per cent over the past six years.\n", "2025-11-06"
    )
    assert [str(r.value.amount.low) for r in found] == ["-20"]
