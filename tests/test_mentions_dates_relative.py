"""Weekdays, "last week", "three years later", "that year": dates that need another date."""

from __future__ import annotations

from datetime import date

import pytest

from kordef.mentions.dates.finder import dates_in

FRIDAY = date(2024, 4, 26)
"""The date of the text where a case names none."""

Expected = tuple[tuple[str, str | None], ...]


def read(text: str, anchor: date = FRIDAY) -> Expected:
    """Each date's quote and EDTF; a part stands behind the EDTF."""
    found = dates_in(text, anchor)
    assert all(text[m.start : m.end] == m.exact for m in found)
    return tuple((m.exact, f"{m.period.edtf} {m.period.part}" if m.period.part else m.period.edtf) for m in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The contract was signed on Thursday", (("Thursday", "2024-04-25"),)),
        ("the company said on Friday", (("Friday", "2024-04-26"),)),
        (
            "held in Brussels on Monday, the ministry in Seoul said Tuesday",
            (("Monday", "2024-04-22"), ("Tuesday", "2024-04-23")),
        ),
        ("last Friday", (("last Friday", "2024-04-19"),)),
        ("in last Monday's final", (("last Monday", "2024-04-22"),)),
        ("next Thursday", (("next Thursday", "2024-05-02"),)),
        ("this Friday", (("this Friday", "2024-04-26"),)),
        ("The ministers will meet on Wednesday", (("Wednesday", "2024-05-01"),)),
        ("which faces elections on Sunday", (("Sunday", "2024-04-28"),)),
        ("On Tuesday night, the defence chief told NRK", (("Tuesday night", "2024-04-23"),)),
        ("He visited Seoul from Tuesday to Thursday", (("from Tuesday to Thursday", "2024-04-23/2024-04-25"),)),
        ("Monday and Tuesday", (("Monday", "2024-04-22"), ("Tuesday", "2024-04-23"))),
        ("monday of last week", (("monday of last week", "2024-04-15"),)),
        ("late on Tuesday he told parliament", (("late on Tuesday", "2024-04-23"),)),
        ("Visitors can see it until Sunday", (("until Sunday", "../2024-04-28"),)),
        ("The summit on Sunday is the first to be held on its own", (("Sunday", "2024-04-28"),)),
    ],
)
def test_weekdays(text: str, expected: Expected) -> None:
    """The last such day of a report; the next one of a plan."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("last week", (("last week", "2024-04-15/2024-04-21"),)),
        ("this week's NATO summit", (("this week", "2024-04-22/2024-04-28"),)),
        ("earlier this month", (("earlier this month", "2024-04"),)),
        ("a pause extended next month", (("next month", "2024-05"),)),
        ("last month Romania told", (("last month", "2024-03"),)),
        ("Last year ramyeon went to 132 countries", (("Last year", "2023"),)),
        ("later this year", (("later this year", "2024"),)),
        ("will sign a contract early next year", (("early next year", "2025 early"),)),
        ("the year before last", (("the year before last", "2022"),)),
        ("the week after next", (("the week after next", "2024-05-06/2024-05-12"),)),
        ("yesterday", (("yesterday", "2024-04-25"),)),
        ("put to sea again tomorrow", (("tomorrow", "2024-04-27"),)),
        ("The ministry said today that", (("today", "2024-04-26"),)),
        ("Today's meeting was the third", (("Today", "2024-04-26"),)),
        ("the day before yesterday", (("the day before yesterday", "2024-04-24"),)),
        ("over the weekend he met", (("the weekend", "2024-04-20/2024-04-21"),)),
        ("this past week", (("this past week", "2024-04-15/2024-04-21"),)),
        ("last night", (("last night", "2024-04-25"),)),
        ("last yr", (("last yr", "2023"),)),
        ("this quarter", (("this quarter", "2024-34"),)),
    ],
)
def test_units_from_now(text: str, expected: Expected) -> None:
    """Days, weeks, months and years counted from the text."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two days ago", (("two days ago", "2024-04-24"),)),
        ("two weeks ago in Munich", (("two weeks ago", "2024-04-12"),)),
        ("three months ago", (("three months ago", "2024-01"),)),
        ("a year ago", (("a year ago", "2023"),)),
        ("Ten years ago", (("Ten years ago", "2014"),)),
        ("A decade ago, only three allies met the goal", (("A decade ago", "2014~"),)),
        ("over two years ago", (("two years ago", "../2022"),)),
        ("a few years ago", (("a few years ago", None),)),
        ("two weeks from now", (("two weeks from now", "2024-05-10"),)),
        ("a fortnight ago", (("a fortnight ago", "2024-04-12"),)),
    ],
)
def test_offsets_from_now(text: str, expected: Expected) -> None:
    """So long ago."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for the next 10 years", (("the next 10 years", "2024/2034"),)),
        ("the past five years", (("the past five years", "2019/2024"),)),
        ("Over the last two decades", (("the last two decades", "2004/2024"),)),
        ("over the coming decade", (("the coming decade", "2024/2034"),)),
        ("in the past decade", (("the past decade", "2014/2024"),)),
        ("over the past year", (("the past year", "2023/2024"),)),
        ("the past three months", (("the past three months", "2024-01/2024-04"),)),
        ("past 2 weeks", (("past 2 weeks", "2024-04-12/2024-04-26"),)),
        ("In recent years", (("recent years", None),)),
        ("over the past few months", (("the past few months", None),)),
        ("in the coming weeks", (("the coming weeks", None),)),
        ("over the last few years", (("the last few years", None),)),
    ],
)
def test_stretches(text: str, expected: Expected) -> None:
    """Periods before and after the text."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "agreed in November 2022 and named in that year's framework",
            (("November 2022", "2022-11"), ("that year", "2022")),
        ),
        (
            "concluded on 27 July 2022. Another was agreed in the same year.",
            (("27 July 2022", "2022-07-27"), ("the same year", "2022")),
        ),
        (
            "crews began in 2020 and flew home in September of that year",
            (("2020", "2020"), ("September of that year", "2020-09")),
        ),
        (
            "On 1 February 2022 they signed. On the same day, a memo was agreed.",
            (("1 February 2022", "2022-02-01"), ("the same day", "2022-02-01")),
        ),
        (
            "It was signed on Tuesday. The day before, the delegation saw the range.",
            (("Tuesday", "2024-04-23"), ("The day before", "2024-04-22")),
        ),
        (
            "On 2 August 2023, the first since Italy in 2013, he came. Earlier that day he had met Shin.",
            (("2 August 2023", "2023-08-02"), ("2013", "2013"), ("Earlier that day", "2023-08-02")),
        ),
        (
            "was established in October 2010, when the parties signed. Three years later, the EU established another.",
            (("October 2010", "2010-10"), ("Three years later", "2013")),
        ),
        ("In 2022 sales were high, 24 percent above the year before.", (("2022", "2022"), ("the year before", "2021"))),
        ("exports in 2023 were above those of the previous year", (("2023", "2023"), ("the previous year", "2022"))),
        (
            "taken on 8 November 2023 after a meeting the previous evening",
            (("8 November 2023", "2023-11-08"), ("the previous evening", "2023-11-07")),
        ),
        (
            "In December 2022 it approved the sale. Poland had earlier in the year agreed to buy 250.",
            (("December 2022", "2022-12"), ("earlier in the year", "2022")),
        ),
        (
            "94% more in 2019-23 than in 2014-18. The United States exported 17% more than in the five years before.",
            (("2019-23", "2019/2023"), ("2014-18", "2014/2018"), ("the five years before", "2014/2018")),
        ),
        (
            "from January to March, 30 percent more than in the same three months of last year",
            (("from January to March", "2024-01/2024-03"), ("the same three months of last year", "2023-01/2023-03")),
        ),
        (
            "with bids due in January 2026 and a contract in the second quarter of that year",
            (("January 2026", "2026-01"), ("the second quarter of that year", "2026-34")),
        ),
        (
            "In the week of 1 April there were three incidents; the following week two.",
            (("the week of 1 April", "2024-04-01/2024-04-07"), ("the following week", "2024-04-08/2024-04-14")),
        ),
        (
            "On 26 August 2022 two deals were signed. The two August contracts are big.",
            (("26 August 2022", "2022-08-26"), ("August", "2022-08")),
        ),
        (
            "The law passed on 5 March 2024. A day earlier, thousands had marched.",
            (("5 March 2024", "2024-03-05"), ("A day earlier", "2024-03-04")),
        ),
    ],
)
def test_times_spoken_of(text: str, expected: Expected) -> None:
    """Times counted from the date last spoken of."""
    assert read(text) == expected
