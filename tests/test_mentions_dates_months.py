"""Months: with and without their year, in ranges, by other words, in parts."""

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
        ("signed in November 2022", (("November 2022", "2022-11"),)),
        ("in Nov. 2022", (("Nov. 2022", "2022-11"),)),
        ("November of 2022", (("November of 2022", "2022-11"),)),
        ("in May 2023", (("May 2023", "2023-05"),)),
        ("What is my april 2017 bonus?", (("april 2017", "2017-04"),)),
        ("Mar-24", (("Mar-24", "2024-03"),)),
        ("Denmark (Feb '23) announced", (("Feb '23", "2023-02"),)),
        ("07/2023", (("07/2023", "2023-07"),)),
        ("2023-07", (("2023-07", "2023-07"),)),
        ("2022/11", (("2022/11", "2022-11"),)),
        ("Jan, 2001", (("Jan, 2001", "2001-01"),)),
        ("2016 November", (("2016 November", "2016-11"),)),
        ("6,107.31 August 2019 should", (("August 2019", "2019-08"),)),
    ],
)
def test_full_months(text: str, expected: Expected) -> None:
    """Months written with their year."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("August 2022 to December 2023", (("August 2022 to December 2023", "2022-08/2023-12"),)),
        ("Jan-Mar 2024", (("Jan-Mar 2024", "2024-01/2024-03"),)),
        ("(December 2024 – April 2025)", (("December 2024 – April 2025", "2024-12/2025-04"),)),
        ("between March and May 2023", (("between March and May 2023", "2023-03/2023-05"),)),
        ("From April 1968 through August 1972", (("From April 1968 through August 1972", "1968-04/1972-08"),)),
        ("December to February 2024", (("December to February 2024", "2023-12/2024-02"),)),
        ("in May and June 2023", (("May", "2023-05"), ("June 2023", "2023-06"))),
        (
            "January, February and March 2023",
            (("January", "2023-01"), ("February", "2023-02"), ("March 2023", "2023-03")),
        ),
        ("Exports from January to March came to", (("from January to March", "2024-01/2024-03"),)),
        ("In the January-March period, shipments rose", (("January-March", "2024-01/2024-03"),)),
    ],
)
def test_ranges_and_lists_of_months(text: str, expected: Expected) -> None:
    """Months that share their year."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Iohannis met Yoon in Seoul in April.", (("April", "2024-04"),)),
        ("It was launched in September.", (("September", "2023-09"),)),
        ("The ship is due back in December.", (("December", "2024-12"),)),
        ("Deliveries will start in March.", (("March", "2025-03"),)),
        ("The committee approved the plan in may", (("may", "2023-05"),)),
        ("He left in May and returned in June.", (("May", "2023-05"), ("June", "2023-06"))),
        ("The ministry expects it by the end of December", (("by the end of December", "../2024-12 late"),)),
        ("had approved 3.75 trillion won in March", (("March", "2024-03"),)),
        (
            "Peru ordered 30 in May, with the framework deal following in November",
            (("May", "2023-05"), ("November", "2023-11")),
        ),
        ("further contracts would be signed in July", (("July", "2024-07"),)),
        ("ships planned for October", (("October", "2024-10"),)),
        ("in february the company said", (("february", "2024-02"),)),
        ("In May 20 tanks arrived, in June 30 more.", (("May", "2023-05"), ("June", "2023-06"))),
        ("In March 1,300 shells came", (("March", "2024-03"),)),
    ],
)
def test_months_without_their_year(text: str, expected: Expected) -> None:
    """Looking back for reports and ahead for plans."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A contract is expected next March", (("next March", "2025-03"),)),
        ("Last November Romania ordered it", (("Last November", "2023-11"),)),
        (
            "It was signed in March 2022. The previous November they had met.",
            (("March 2022", "2022-03"), ("The previous November", "2021-11")),
        ),
        ("On 18 November last year he approved it", (("18 November last year", "2023-11-18"),)),
        ("April of this year was the first", (("April of this year", "2024-04"),)),
        ("in March this year", (("March this year", "2024-03"),)),
        ("june next year", (("june next year", "2025-06"),)),
        ("the agreement of June 12 last year", (("June 12 last year", "2023-06-12"),)),
        ("since Hanoi this February", (("this February", "2024-02"),)),
        (
            "In 2023, Seoul ordered 12 in March and 6 in July.",
            (("2023", "2023"), ("March", "2023-03"), ("July", "2023-07")),
        ),
        (
            "pledged in 2023, half of it delivered by end-January",
            (("2023", "2023"), ("by end-January", "../2024-01 late")),
        ),
    ],
)
def test_months_placed_by_words(text: str, expected: Expected) -> None:
    """Months whose year other words tell."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in late August 2023", (("late August 2023", "2023-08 late"),)),
        ("mid-May 2023", (("mid-May 2023", "2023-05 mid"),)),
        ("who visited Seoul in late March", (("late March", "2024-03 late"),)),
        ("39 were delivered by mid-August", (("by mid-August", "../2023-08 mid"),)),
        ("They met in early to mid-October 2021", (("early to mid-October 2021", "2021-10 mid"),)),
        ("at the beginning of June 2024", (("the beginning of June 2024", "2024-06 early"),)),
        ("in the middle of March 2024", (("the middle of March 2024", "2024-03 mid"),)),
        ("the first days of December 2023", (("the first days of December 2023", "2023-12 early"),)),
    ],
)
def test_parts_of_months(text: str, expected: Expected) -> None:
    """Early, mid and late are kept apart from the month."""
    assert read(text) == expected
