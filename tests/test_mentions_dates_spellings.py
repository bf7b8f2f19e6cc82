"""Dates in odd spellings and small letters, times that were put off, the same months of another year, days in names."""

from __future__ import annotations

from datetime import date

import pytest

from kordef.mentions.dates.finder import dates_in

WEDNESDAY = date(2024, 6, 12)


def read(text: str) -> list[str]:
    return [f"{mention.exact} = {mention.period.edtf}" for mention in dates_in(text, WEDNESDAY)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a year stuck to its comma
        ("on Dec 27,2023 they met", ["Dec 27,2023 = 2023-12-27"]),
        ("signed March 7,2024.", ["March 7,2024 = 2024-03-07"]),
        ("until may 5,2025", ["until may 5,2025 = ../2025-05-05"]),
        ("Seoul, Oct. 4,2022", ["Oct. 4,2022 = 2022-10-04"]),
        ("from July 1,2021 to June 30,2022", ["from July 1,2021 to June 30,2022 = 2021-07-01/2022-06-30"]),
        ("It sold 27,200 in all", []),
        ("On Dec. 27,200 people came", []),
        # may and march in small letters
        ("the talks of 7 march were long", ["7 march = 2024-03-07"]),
        ("on the first monday of may", ["the first monday of may = 2024-05-06"]),
        ("at the end of may", ["the end of may = 2024-05"]),
        ("the second week of march", ["the second week of march = 2024-03-11/2024-03-17"]),
        ("as of march it had 12", ["march = 2024-03"]),
        ("may 5th 2024", ["may 5th 2024 = 2024-05-05"]),
        ("all of 10 may be lost", []),
        ("an order of march", []),
        ("the day of march came", []),
        ("it may end", []),
    ],
)
def test_odd_spellings(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The drills were put off until this month", ["this month = 2024-06"]),
        ("The vote was postponed until July", ["July = 2024-07"]),
        ("Talks were delayed till next week", ["next week = 2024-06-17/2024-06-23"]),
        ("Delivery was pushed back until 2027", ["2027 = 2027"]),
        ("The decision was deferred until September 2024", ["September 2024 = 2024-09"]),
        ("The session was held over until Friday", ["Friday = 2024-06-14"]),
        ("The drills go on until this month", ["until this month = ../2024-06"]),
        ("Delivery will last until 2027", ["until 2027 = ../2027"]),
        ("He stays off the field until July", ["until July = ../2024-07"]),
    ],
)
def test_put_off_until_a_time(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("In the first half of 2024 it made twice as much as in the same months of 2019.", "2019-01/2019-06"),
        ("From January to April 2024 it sold 12, in the same months of 2023 only 9.", "2023-01/2023-04"),
        ("In the first quarter of 2024 it lost less than in the same period of 2022.", "2022-33"),
        ("In March 2024 it sold more than in the same month of 2021.", "2021-03"),
        ("In the second half of 2023 it sold more than in the same period of 2020.", "2020-07/2020-12"),
        ("In the spring of 2023 it sold more than in the same months of 2020.", "2020-03/2020-05"),
    ],
)
def test_the_same_months_of_another_year(text: str, last: str) -> None:
    assert dates_in(text, WEDNESDAY)[-1].period.edtf == last


@pytest.mark.parametrize(
    "text",
    [
        "Friday Briefing: rates fall on two continents",
        "The Monday Newsletter is out",
        "read the Sunday Magazine",
        "the Tuesday Club of Warsaw",
        "Thursday Digest",
        "the Sunday Times wrote",
    ],
)
def test_days_in_names(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["the Friday briefing", "Friday's Briefing", "on Friday. Briefing journalists, he"])
def test_days_before_common_nouns(text: str) -> None:
    assert [line[-10:] for line in read(text)] == ["2024-06-07"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("half a year ago it ordered 12", ["half a year ago = 2023-12"]),
        ("half a century ago", ["half a century ago = 1974"]),
        ("Half a decade ago, Oslo", ["Half a decade ago = 2019"]),
        ("In May 2022 it began; half a year later it ended.", ["May 2022 = 2022-05", "half a year later = 2022-11"]),
        ("In 1990 it fell. Half a century before it rose.", ["1990 = 1990"]),
        ("half of the year is over", []),
        ("half a year of work", []),
        # days with their endings on both sides of a dash
        ("on Jan 5th-7th 2024", ["Jan 5th-7th 2024 = 2024-01-05/2024-01-07"]),
        ("on 5th-7th January 2024", ["5th-7th January 2024 = 2024-01-05/2024-01-07"]),
        ("They met on July 27th–28th.", ["July 27th–28th = 2023-07-27/2023-07-28"]),
        ("the 1st-3rd of May 2024", ["the 1st-3rd of May 2024 = 2024-05-01/2024-05-03"]),
        ("March 21st–23rd, 2025", ["March 21st–23rd, 2025 = 2025-03-21/2025-03-23"]),
        ("the 5th-largest fleet", []),
    ],
)
def test_halves_and_ordinal_days(text: str, expected: list[str]) -> None:
    assert read(text) == expected
