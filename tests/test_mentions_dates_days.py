"""Days: full, in digits, with weekdays, without their year, in ranges and lists."""

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
        ("provided on Dec. 27, 2023, shows a vessel", (("Dec. 27, 2023", "2023-12-27"),)),
        ("On 27 July 2022 Poland concluded agreements", (("27 July 2022", "2022-07-27"),)),
        ("on the 27th of July 2022", (("the 27th of July 2022", "2022-07-27"),)),
        ("27th july, 2022", (("27th july, 2022", "2022-07-27"),)),
        ("JULY 27, 2022", (("JULY 27, 2022", "2022-07-27"),)),
        ("july 27 2022", (("july 27 2022", "2022-07-27"),)),
        ("March  7 ,  2025", (("March  7 ,  2025", "2025-03-07"),)),
        ("the deal of March 7th, 2025 was", (("March 7th, 2025", "2025-03-07"),)),
        ("January 12 of 2016", (("January 12 of 2016", "2016-01-12"),)),
        ("Sep 03 2014", (("Sep 03 2014", "2014-09-03"),)),
        ("15-Jun-2016", (("15-Jun-2016", "2016-06-15"),)),
        ("14april 2015", (("14april 2015", "2015-04-14"),)),
        ("march third 2015", (("march third 2015", "2015-03-03"),)),
        ("the 31st of December 2023", (("the 31st of December 2023", "2023-12-31"),)),
        ("2017 March 7", (("2017 March 7", "2017-03-07"),)),
        ("14-Apr-24", (("14-Apr-24", "2024-04-14"),)),
    ],
)
def test_full_days(text: str, expected: Expected) -> None:
    """Days written with their year."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025.3.7", (("2025.3.7", "2025-03-07"),)),
        ("2025. 3. 7. DAPA approves", (("2025. 3. 7", "2025-03-07"),)),
        ("2025-03-07", (("2025-03-07", "2025-03-07"),)),
        ("updated 2024-07-10 15:32", (("2024-07-10", "2024-07-10"),)),
        ("2024-07-10T15:32:00Z", (("2024-07-10", "2024-07-10"),)),
        ("dated 20250307", (("20250307", "2025-03-07"),)),
        ("2019-aug-1", (("2019-aug-1", "2019-08-01"),)),
        ("2019/aug/01", (("2019/aug/01", "2019-08-01"),)),
        ("27/03/2025", (("27/03/2025", "2025-03-27"),)),
        ("03/27/2025", (("03/27/2025", "2025-03-27"),)),
        ("27.03.2025", (("27.03.2025", "2025-03-27"),)),
        ("10/31/74", (("10/31/74", "1974-10-31"),)),
        ("9-18-15", (("9-18-15", "2015-09-18"),)),
        (
            "Contract signed 26/08/2022; first delivered 05.12.2022.",
            (("26/08/2022", "2022-08-26"), ("05.12.2022", "2022-12-05")),
        ),
    ],
)
def test_days_in_digits(text: str, expected: Expected) -> None:
    """Days in digits, as registers and Korean texts write them."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wednesday, July 27, 2022", (("Wednesday, July 27, 2022", "2022-07-27"),)),
        ("friday, 03 september 2014", (("friday, 03 september 2014", "2014-09-03"),)),
        ("Wed, 27 Jul 2022 10:15:00 +0900", (("Wed, 27 Jul 2022", "2022-07-27"),)),
        ("Jul 18, 2014, Fri", (("Jul 18, 2014, Fri", "2014-07-18"),)),
        ("on Monday 12 May 2025 it opened an office", (("Monday 12 May 2025", "2025-05-12"),)),
        ("on Thursday, April 25, the ministry said", (("Thursday, April 25", "2024-04-25"),)),
    ],
)
def test_days_with_their_weekday(text: str, expected: Expected) -> None:
    """A weekday beside a day is part of its date."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        (
            "on Wednesday, October 19, it is to be initialled",
            date(2022, 10, 14),
            (("Wednesday, October 19", "2022-10-19"),),
        ),
        ("sat 5 july - summit", date(2025, 7, 1), (("sat 5 july", "2025-07-05"),)),
    ],
)
def test_days_with_their_weekday_of_other_texts(text: str, anchor: date, expected: Expected) -> None:
    """A weekday beside a day is part of its date."""
    assert read(text, anchor) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 2 August he was admitted", (("2 August", "2023-08-02"),)),
        ("took effect on April 9", (("April 9", "2024-04-09"),)),
        ("The tariff pause is slated to end on July 8", (("July 8", "2024-07-08"),)),
        ("A delegation visited Hanoi from Nov. 11 to 14.", (("from Nov. 11 to 14", "2023-11-11/2023-11-14"),)),
        ("lawmakers voted on Dec. 3 to lift it", (("Dec. 3", "2023-12-03"),)),
        ("The minister will fly to Washington on Sept 6.", (("Sept 6", "2024-09-06"),)),
        ("a first hearing is set for May 27", (("May 27", "2024-05-27"),)),
        ("The vote was postponed to 7 May", (("7 May", "2024-05-07"),)),
        (
            "The prime minister, due in Seoul on 5-7 December, stayed home.",
            (("5-7 December", "2023-12-05/2023-12-07"),),
        ),
        (
            "he met Sikorski on Mar. 5 and Kosiniak-Kamysz on Mar. 6",
            (("Mar. 5", "2024-03-05"), ("Mar. 6", "2024-03-06")),
        ),
        ("In Hanoi on the 24th of this month he met", (("the 24th of this month", "2024-04-24"),)),
        ("Talks resume on the 20th.", (("the 20th", "2024-05-20"),)),
    ],
)
def test_days_without_their_year(text: str, expected: Expected) -> None:
    """The year of a report is that of the last such day, of a plan that of the next."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("July 27-28, 2022", (("July 27-28, 2022", "2022-07-27/2022-07-28"),)),
        ("27-28 July 2022", (("27-28 July 2022", "2022-07-27/2022-07-28"),)),
        ("from 6 to 8 March 2024", (("from 6 to 8 March 2024", "2024-03-06/2024-03-08"),)),
        ("in Jeddah on 6–8 March", (("6–8 March", "2024-03-06/2024-03-08"),)),
        ("June 27 - July 3, 2023", (("June 27 - July 3, 2023", "2023-06-27/2023-07-03"),)),
        ("between 4 and 22 January 2017", (("between 4 and 22 January 2017", "2017-01-04/2017-01-22"),)),
        ("from March 5 to 10, 2024", (("from March 5 to 10, 2024", "2024-03-05/2024-03-10"),)),
        ("26 February to 3 March 2024", (("26 February to 3 March 2024", "2024-02-26/2024-03-03"),)),
        ("Nov. 30–Dec. 2, 2023 visit to Oslo", (("Nov. 30–Dec. 2, 2023", "2023-11-30/2023-12-02"),)),
        ("from the 6th to the 8th of March", (("from the 6th to the 8th of March", "2024-03-06/2024-03-08"),)),
        ("on 5/6 March", (("5/6 March", "2024-03-05/2024-03-06"),)),
        ("March 14-15, 1951", (("March 14-15, 1951", "1951-03-14/1951-03-15"),)),
        ("between March 5 and 10, 2023", (("between March 5 and 10, 2023", "2023-03-05/2023-03-10"),)),
        (
            "from 26th june of 2020 to 28th june of 2020",
            (("from 26th june of 2020 to 28th june of 2020", "2020-06-26/2020-06-28"),),
        ),
    ],
)
def test_ranges_of_days(text: str, expected: Expected) -> None:
    """Ranges of days share what is written once."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 27 and 28 July 2022", (("27 and 28 July 2022", "2022-07-27/2022-07-28"),)),
        ("on March 5 and 6 he met", (("March 5 and 6", "2024-03-05/2024-03-06"),)),
        ("on March 5 and April 7, 2023", (("March 5", "2023-03-05"), ("April 7, 2023", "2023-04-07"))),
        ("on 3, 4 and 5 March 2024", (("3", "2024-03-03"), ("4", "2024-03-04"), ("5 March 2024", "2024-03-05"))),
        (
            "reached April 24 and announced April 25, 2024",
            (("April 24", "2024-04-24"), ("April 25, 2024", "2024-04-25")),
        ),
    ],
)
def test_lists_of_days(text: str, expected: Expected) -> None:
    """The members of a list are dates of their own."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on New Year's Day 2025", (("New Year's Day 2025", "2025-01-01"),)),
        ("on Christmas Eve", (("Christmas Eve", "2023-12-24"),)),
        ("which Warsaw had wanted to sign before Christmas 2023", (("before Christmas 2023", "../2023-12-25"),)),
        ("Good Friday 2024", (("Good Friday 2024", "2024-03-29"),)),
        ("xmas 2013", (("xmas 2013", "2013-12-25"),)),
        ("on Easter Monday 2025", (("Easter Monday 2025", "2025-04-21"),)),
    ],
)
def test_named_days(text: str, expected: Expected) -> None:
    """Feasts with a date of their own."""
    assert read(text) == expected
