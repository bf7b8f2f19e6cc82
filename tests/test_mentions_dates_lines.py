"""Dates that head a line or an entry, parts of a year behind it, and years that nothing begins with."""

from __future__ import annotations

from datetime import date

import pytest

from kordef.mentions.dates.finder import dates_in, find_dates
from kordef.reading import read_text

NOW = date(2024, 11, 28)  # a Thursday


def dates(text: str) -> list[str]:
    return [f"{m.exact} = {m.period.edtf}" for m in dates_in(text, NOW)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mon. — Talks in Riga\nTue. — Visit to the yard", ["Mon. = 2024-11-25", "Tue. = 2024-11-26"]),
        ("Wed: budget debate", ["Wed = 2024-11-27"]),
        ("Wed.-Thu. — Brussels", ["Wed.-Thu. = 2024-11-27/2024-11-28"]),
        ("Mon: 9-17", []),
        ("May: IRON SPEAR, Lithuania", ["May = 2024-05"]),
        ("He may: that is all.", []),
        ("2025, Q1: choice of a gun", ["2025, Q1 = 2025-33"]),
        ("2025, second half: more", ["2025, second half = 2025-41"]),
        ("The plan (2026, spring) holds.", ["2026, spring = 2026-21"]),
        ("In 2025, first quarter results fell.", ["2025 = 2025", "first quarter = 2024-33"]),
    ],
)
def test_what_heads_a_line(text: str, found: list[str]) -> None:
    assert dates(text)[: len(found)] == found
    assert found or not dates(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lists are revised on the first Wednesday of every month.", []),
        ("It meets on a Monday of each quarter.", []),
        ("Your Monday digest of contracts", []),
        ("It fell against the same period in 2013-2017.", ["2013-2017 = 2013/2017"]),
        ("That is twice the figure from 2020.", ["2020 = 2020"]),
        ("It rose from the level from 2018.", ["2018 = 2018"]),
        ("Deliveries run from 2026.", ["from 2026 = 2026/.."]),
        ("in the current Financial Year 2024-25", ["the current Financial Year 2024-25 = 2024/2025"]),
        ("in the current financial year", ["the current financial year = 2024"]),
        ("Money for 2024 is secured until September.", ["2024 = 2024", "until September = ../2024-09"]),
        ("He came on 5 November and told them the same day that it was over.", ["5 November = 2024-11-05", "the same day = 2024-11-05"]),
        ("He came on 5 November, the same day that it was over.", ["5 November = 2024-11-05"]),
        ("They met last Tuesday.", ["last Tuesday = 2024-11-26"]),
        ("They met last Wednesday.", ["last Wednesday = 2024-11-20"]),
    ],
)  # fmt: skip
def test_near_dates(text: str, found: list[str]) -> None:
    assert dates(text) == found


@pytest.mark.parametrize(
    "line",
    [
        "Posted by Quay Watch on 19 September 2025, 07:40 | 3 comments",
        "Posted by Quay Watch on 19 September 2025",
        "By Ana Sousa on September 19, 2025",
        "Published by Admin on September 19, 2025",
        "posted on September 19, 2025 by admin",
        "19 September 2025 by Ana Sousa",
    ],
)
def test_a_byline_with_a_day_tells_when_the_page_is_of(line: str) -> None:
    text = f"Navy gets boats\n\n{line}\n\nThe navy received two boats on Monday, the ministry in Lisbon said, and more will come.\n"
    found = find_dates(read_text("page.txt", text))
    assert [m.period.edtf for m in found] == ["2025-09-19", "2025-09-15"]


def test_years_alone_head_an_entry() -> None:
    text = (
        "Two capitals, year by year\n\n30 March 1990\nAn embassy opens in the old town near the river.\n\n2010–2016\n"
        "Little happens, and nobody comes to stay.\n\n22–25 April 2024\nA treaty is signed on the 23rd in the palace.\n\n"
        "9 July 2024\nThe guns are ordered by the ministry.\n"
    )
    found = find_dates(read_text("page.txt", text))
    assert [m.period.edtf for m in found] == [
        "1990-03-30",
        "2010/2016",
        "2024-04-22/2024-04-25",
        "2024-04-23",
        "2024-07-09",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sales in 2023 rose from the previous year. Profit fell from the previous year. Debt rose from the previous year.", [2022, 2022, 2022]),
        ("Sales in 2023 rose from the previous year. In 2021 they had fallen from the previous year.", [2022, 2020]),
    ],
)  # fmt: skip
def test_the_previous_year_said_again_is_the_same(text: str, found: list[int]) -> None:
    assert [m.period.edtf for m in dates_in(text, NOW) if m.relative] == [str(year) for year in found]


def test_a_season_may_have_a_capital() -> None:
    assert dates("They met in Turin this Summer, and then at this Summer Olympics.") == ["this Summer = 2024-22"]


@pytest.mark.parametrize("line", ["11.11.2019 (09:34)", "11/11/2019 | News release | Distributed on 11/11/2019 03:13"])
def test_lines_of_figures_that_date_a_page(line: str) -> None:
    text = f"Navy gets boats\n\n{line}\n\nThe navy received two boats today, the ministry in Lisbon said, and more will come.\n"
    assert "2019-11-11" in [m.period.edtf for m in find_dates(read_text("page.txt", text))]


def test_the_number_of_a_note_behind_a_year() -> None:
    assert dates("It will hold 5 percent by 2027.2 Meanwhile, others work.") == ["by 2027 = ../2027"]
    assert dates("It rose by 2027.2 million.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It starts by the end of quarter two 2024.", ["by the end of quarter two 2024 = ../2024-34"]),
        ("It grew in quarter 3 of 2025.", ["quarter 3 of 2025 = 2025-35"]),
        ("A quarter two miles long", []),
        ("Sales were 36 percent more than a year ago.", ["a year ago = 2023"]),
        ("Prices are higher than a year ago.", ["a year ago = 2023"]),
        ("It began more than a year ago.", ["a year ago = ../2023"]),
    ],
)
def test_quarters_by_their_number_and_years_compared(text: str, found: list[str]) -> None:
    assert dates(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It comes in the latter half of 2027.", ["the latter half of 2027 = 2027-41"]),
        ("It must wait until 2029 or later.", ["until 2029 or later = 2029/.."]),
        ("It must wait until 2029.", ["until 2029 = ../2029"]),
        ("Deliveries starting in 2029 and ending in 2030", ["2029 = 2029", "2030 = 2030"]),
        ("2024–", ["2024– = 2024/.."]),
    ],
)
def test_halves_and_open_ends(text: str, found: list[str]) -> None:
    assert dates(text) == found
