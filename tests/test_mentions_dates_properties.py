"""Any text is read: without a crash, in order, with exact quotes, always alike, and in time that grows with its length."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kordef.mentions.dates import arithmetic as calendar
from kordef.mentions.dates.finder import dates_in, find_dates, publication_dates
from kordef.mentions.dates.words import HEDGES, MONTHS, NUMBERS, ORDINALS, PARTS, SEASONS, UNITS, WEEKDAYS
from kordef.reading import read_text

PIECES = sorted(
    {*MONTHS, *WEEKDAYS, *UNITS, *SEASONS, *NUMBERS, *ORDINALS, *PARTS, *HEDGES}
    | {
        "the",
        "of",
        "in",
        "from",
        "to",
        "until",
        "by",
        "since",
        "between",
        "and",
        "or",
        "last",
        "next",
        "this",
        "that",
        "same",
    }
    | {
        "ago",
        "earlier",
        "later",
        "before",
        "after",
        "end",
        "start",
        "past",
        "first",
        "no later than",
        "new year's day",
        "c",
        "ca",
    }
    | {
        ",",
        ".",
        "-",
        "–",
        "/",
        "'",
        "’",
        "s",
        "th",
        "(",
        ")",
        "?",
        "|",
        "\n",
        "\n\n",
        "mid-",
        "ß",
        "İ",
        "\u00a0",
        "tanks",
    }
    | {
        "1",
        "2",
        "27",
        "31",
        "99",
        "2024",
        "2019",
        "1860",
        "20250307",
        "7/3/2025",
        "3Q24",
        "Q1",
        "H1",
        "FY",
        "٣",
        "２０２４",
    }
    | {"May", "March", "Monday"}
)

phrases = st.lists(st.sampled_from(PIECES), max_size=14).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words)])
)
anchors = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max]))


@given(st.one_of(phrases, st.text(max_size=80)), anchors)
@settings(max_examples=600, deadline=None)
def test_any_text_is_read(text: str, anchor: date | None) -> None:
    found = dates_in(text, anchor)
    end = 0
    for mention in found:
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.exact == mention.exact.strip()
        end = mention.end
    assert dates_in(text, anchor) == found


@given(phrases)
@settings(max_examples=100, deadline=None)
def test_any_document_is_read(text: str) -> None:
    source = read_text("any.txt", f"A title of some words\n\nSEOUL, May 3 — {text}\n\n{text} | {text}\n")
    assert len(publication_dates(source)) == len(source.stories)
    for mention in find_dates(source):
        assert source.text[mention.start : mention.end] == mention.exact


@pytest.mark.parametrize("case", [str.lower, str.upper, str.title])
@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
@settings(max_examples=60, deadline=None)
def test_every_full_day_is_found_in_any_case(case: object, day: date) -> None:
    assert callable(case)
    for pattern in ("%d %B %Y", "%B %d, %Y", "%b. %d, %Y", "%d %b %Y", "%A, %B %d, %Y", "%Y-%m-%d", "%Y.%m.%d"):
        text = case(day.strftime(pattern))
        assert [m.period.edtf for m in dates_in(f"signed on {text} in Seoul")] == [day.isoformat()], text


@pytest.mark.parametrize(
    "unit",
    ["the ", "2022, ", "may ", "from 2022 to ", "27 and ", "-", "1234567890", ". ", " ", "\n", "Monday ", "the early mid late ",
     "between ", "2022-", "a year ", "three years later ", "'", "in March ", "March and ", "the same ten months of ",
     "aaaaaaaaaa"],
)  # fmt: skip
def test_time_grows_with_length(unit: str) -> None:
    def took(length: int) -> float:
        text = (unit * (length // len(unit) + 1))[:length]
        started = time.process_time()
        dates_in(text, date(2024, 4, 26))
        return time.process_time() - started

    took(2_000)
    short, long = min(took(10_000) for _ in range(3)), min(took(80_000) for _ in range(2))
    # eight times the text: a quadratic step would take 64 times as long
    assert long < 24 * short + 0.05


# Calendar arithmetic


@given(
    st.dates(),
    st.integers(-20000, 20000),
    st.sampled_from(["day", "week", "month", "quarter", "year", "decade", "century"]),
)
def test_a_unit_contains_its_days(at: date, by: int, unit: str) -> None:
    here = calendar.containing(unit, at)
    if here is not None:
        assert here.start <= at <= here.finish
    there = calendar.containing(unit, at, by)
    if there is not None and here is not None:
        assert (there.start > here.start) == (by > 0)


@pytest.mark.parametrize(
    ("year", "sunday"),
    [(1961, (4, 2)), (2000, (4, 23)), (2008, (3, 23)), (2024, (3, 31)), (2025, (4, 20)), (2038, (4, 25))],
)
def test_easter(year: int, sunday: tuple[int, int]) -> None:
    assert calendar.easter(year) == date(year, *sunday)


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 1, 1)))
def test_weeks_run_from_monday_to_sunday(at: date) -> None:
    week = calendar.week(at)
    assert week is not None
    assert (week.start.weekday(), week.finish.weekday(), (week.finish - week.start).days) == (0, 6, 6)
