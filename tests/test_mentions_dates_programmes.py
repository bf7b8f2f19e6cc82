"""Dates of chronologies, programmes and minutes: the year first, days of a month told before, spans to an end, office hours."""

from __future__ import annotations

from datetime import date

import pytest

from kordef.mentions.dates.finder import dates_in, find_dates
from kordef.periods import Period
from kordef.reading import read_text

TODAY = date(2026, 5, 11)


def read(text: str) -> list[str]:
    return [f"{m.exact} = {m.period.edtf}" for m in dates_in(text, TODAY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2007, 3 October – Pact proclaimed.", ["2007, 3 October = 2007-10-03"]),
        ("1991, May – Envoys exchanged.", ["1991, May = 1991-05"]),
        ("1998, March: first talks.", ["1998, March = 1998-03"]),
        ("2021, autumn – Visit of a shipyard team.", ["2021, autumn = 2021-23"]),
        ("2024, 11–14 June – State visit.", ["2024, 11–14 June = 2024-06-11/2024-06-14"]),
        ("(2016, 9 August)", ["2016, 9 August = 2016-08-09"]),
        ("In 2022, September was the busiest month.", ["2022 = 2022", "September = 2022-09"]),
        ("In 2021, May said she would go.", ["2021 = 2021"]),
    ],
)
def test_the_year_before_its_day(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Imports rose in the four years to the end of 2023.", ["the four years to the end of 2023 = 2020/2023"]),
        ("Deliveries fell in the three years to 2025.", ["the three years to 2025 = 2023/2025"]),
        ("It grew over the five years ending in 2022.", ["the five years ending in 2022 = 2018/2022"]),
        ("Orders doubled in the six months to March 2025.", ["the six months to March 2025 = 2024-10/2025-03"]),
        ("Tomorrow he goes to Turku, then on to Riga on Friday.", ["Tomorrow = 2026-05-12", "Friday = 2026-05-15"]),
        ("Deliveries will run from 2027 to at least 2031.", ["from 2027 to at least 2031 = 2027/2031"]),
        ("Spending will double between now and 2030.", ["between now and 2030 = 2026-05-11/2030"]),
        ("The drill runs from tomorrow to 20 May.", ["from tomorrow to 20 May = 2026-05-12/2026-05-20"]),
        (
            "He has postponed his visit to Oslo from tomorrow to 20 May.",
            ["tomorrow = 2026-05-12", "20 May = 2026-05-20"],
        ),
        (
            "The panel met last Tuesday and the Tuesday before.",
            ["last Tuesday = 2026-05-05", "the Tuesday before = 2026-04-28"],
        ),
        ("A study will be finished by midsummer.", ["by midsummer = ../2026-06"]),
        ("The maker quotes us 2029 or 2030 for new launchers.", ["2029 = 2029", "2030 = 2030"]),
        ("Of the guns, none of which will be handed over before 2029, six are built.", ["before 2029 = 2029/.."]),
        ("Online since 4 May 2026", ["4 May 2026 = 2026-05-04"]),
        ("It has been online since 4 May 2026", ["since 4 May 2026 = 2026-05-04/.."]),
        ("Write to the desk, Mon–Fri, 09:00–17:00.", []),
        ("It took them five years to build 2024 tanks.", []),
        ("Midsummer celebrations were quiet.", []),
        ("The magazine, issue 5/2025, has more.", []),
        ("They paid US 2030 for it.", []),
    ],
)
def test_times_of_agendas(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in Seoul on 11–14 June 2024. A treaty was signed on the 12th.", "2024-06-12"),
        ("The visit began on 7 March 2023, and the ship sailed on the 9th.", "2023-03-09"),
        ("In October 2021 the tests began; on the 28th they failed.", "2021-10-28"),
        ("The plan dates from June 2024.\n\nThe next meeting is on the 24th.", "2026-05-24"),
        ("The list came on 4 May. The next meeting is on the 24th.", "2026-05-24"),
    ],
)
def test_a_day_of_the_month_told_before(text: str, expected: str) -> None:
    assert dates_in(text, TODAY)[-1].period.edtf == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met in June 2024, and that autumn parliament approved the deal.", "2024-23"),
        ("They met in June 2023. Later that winter the order followed.", "2023-24"),
    ],
)
def test_that_season(text: str, expected: str) -> None:
    assert dates_in(text, TODAY)[-1].period.edtf == expected


def test_what_somebody_says_of_autumns_is_no_date() -> None:
    assert read("Officials said, and that autumn sales are slow is known.") == []


def test_rows_of_years_and_numbers() -> None:
    text = "Figure 2. Exports of small arms (million TIV)\n2000–04  1.6\n2005–09  2.1\n2010–14  3.5\n"
    found = find_dates(read_text("figure.txt", text), Period(edtf="2026-05-11"))
    assert [m.period.edtf for m in found] == ["2000/2004", "2005/2009", "2010/2014"]
