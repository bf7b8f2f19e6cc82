"""The part of EDTF (ISO 8601-2:2019, Library of Congress levels 0 to 2) that sources' dates need.

=================== ============================ =================================================
form                example                      first and last day
=================== ============================ =================================================
day, month, year    ``2025-03-08``, ``2025-03``  as the calendar says
season              ``2025-21`` to ``2025-24``   spring March to May, summer June to August, autumn September to
                                                 November, winter December to February of the next year
quarter             ``2025-33`` to ``2025-36``   three months
half                ``2025-40``, ``2025-41``     six months
decade, century     ``202X``, ``20XX``           ten or a hundred years
masked part         ``2025-XX``, ``2025-03-XX``  those of the year or the month that is known
interval            ``2013/2019``                first day of the one, last day of the other
open end            ``2022-23/..``, ``../2035``  ``None`` on the open side
unknown end         ``2022/``, ``/2035``         ``None`` on the unknown side
=================== ============================ =================================================

A date, alone or as an end of an interval, may be uncertain (``?``), approximate (``~``) or both (``%``). EDTF itself
leaves open which months a season has; these are the meteorological ones of the northern hemisphere, where the sources
are written. Years run from 0001 to 9999, as Python's do.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from attrs import frozen

from kordef.errors import InvalidValue
from kordef.vocabulary import Vocabulary

__all__ = ["Resolution", "Span", "parse"]


class Resolution(Vocabulary):
    """How finely a date is known."""

    DAY = "day", "One day."
    WEEK = "week", "A week from Monday to Sunday, written as an interval of days."
    MONTH = "month", "A month, or a day of it that is not known."
    SEASON = "season", "Spring, summer, autumn or winter of a year."
    QUARTER = "quarter", "Three months from January, April, July or October."
    HALF = "half", "Six months from January or July."
    YEAR = "year", "A year, or a part of it that is not known."
    DECADE = "decade", "Ten years, such as the 2020s."
    CENTURY = "century", "A hundred years with the same first two digits."
    INTERVAL = "interval", "From one date to another, or open to a side."


@frozen
class Span:
    """What an EDTF string says.

    ``earliest`` and ``latest`` are the first and the last day, ``None`` on a side that is open or unknown;
    ``unknown_start`` and ``unknown_end`` tell which. ``first`` and ``last`` are the same two days moved apart where the
    date is approximate: by the length of the date to each side, so that ``2025~`` reaches from 2024 to 2026.
    """

    earliest: date | None
    latest: date | None
    resolution: Resolution
    first: date | None
    last: date | None
    approximate: bool = False
    uncertain: bool = False
    unknown_start: bool = False
    unknown_end: bool = False


_NO_DATE = Span(None, None, Resolution.INTERVAL, None, None)

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([?~%]?)")
_MASKED = re.compile(r"([0-9]{2}XX|[0-9]{3}X|[0-9]{4}-XX(?:-XX)?|[0-9]{4}-[0-9]{2}-XX)([?~%]?)")
_LONGEST = len("2025-03-08~/2025-03-09~")

# The codes of ISO 8601-2 for parts of a year: what they are, their first month, and how many months.
_PARTS = {
    21: (Resolution.SEASON, 3, 3),
    22: (Resolution.SEASON, 6, 3),
    23: (Resolution.SEASON, 9, 3),
    24: (Resolution.SEASON, 12, 3),
    33: (Resolution.QUARTER, 1, 3),
    34: (Resolution.QUARTER, 4, 3),
    35: (Resolution.QUARTER, 7, 3),
    36: (Resolution.QUARTER, 10, 3),
    40: (Resolution.HALF, 1, 6),
    41: (Resolution.HALF, 7, 6),
}


@lru_cache(maxsize=16384)
def parse(text: str) -> Span:
    """What an EDTF string says.

    Raises:
        InvalidValue: it is none of the forms above, or names a day that no calendar has.
    """
    start, slash, end = text.partition("/") if len(text) <= _LONGEST else ("", "", "")
    if not slash:
        return _date(start, text)
    left = _NO_DATE if start in ("", "..") else _date(start, text)
    right = _NO_DATE if end in ("", "..") else _date(end, text)
    earliest, latest = left.earliest, right.latest
    if earliest is None and latest is None:
        raise _error(text, "an interval needs a date on one side")
    resolution = Resolution.INTERVAL
    if earliest is not None and latest is not None:
        if latest < earliest:
            raise _error(text, "an interval must not end before it starts")
        if left.resolution is right.resolution is Resolution.DAY and earliest.weekday() == 0:
            resolution = Resolution.WEEK if (latest - earliest).days == 6 else resolution
    return Span(
        earliest,
        latest,
        resolution,
        left.first,
        right.last,
        left.approximate or right.approximate,
        left.uncertain or right.uncertain,
        start == "",
        end == "",
    )


def _date(text: str, whole: str) -> Span:
    if match := _DATE.fullmatch(text):
        year, month, day = (int(group or 0) for group in match.group(1, 2, 3))
        mark = match[4]
        if day and not 1 <= month <= 12:
            raise _error(whole, f"month must be 01 to 12, found {match[2]}")
        resolution, first, months = (
            (Resolution.YEAR, 1, 12)
            if match[2] is None
            else _PARTS.get(month) or (Resolution.DAY if match[3] else Resolution.MONTH, month, 1)
        )
        if not 1 <= first <= 12:
            raise _error(whole, f"month must be 01 to 12, or 21-24, 33-36, 40 or 41, found {match[2]}")
        if match[3]:
            if not 1 <= day <= monthrange(max(year, 1), month)[1]:
                raise _error(whole, f"there is no day {match[3]} in {match[1]}-{match[2]}")
            return _span(whole, resolution, mark, year, month, 0, day)
        return _span(whole, resolution, mark, year, first, months)
    if match := _MASKED.fullmatch(text):
        digits, mark = match[1], match[2]
        if len(digits) == 4:
            size = 10 if digits[2] != "X" else 100
            resolution = Resolution.DECADE if size == 10 else Resolution.CENTURY
            return _span(whole, resolution, mark, int(digits.replace("X", "0")), 1, 12 * size)
        if digits[5] == "X":
            return _span(whole, Resolution.YEAR, mark, int(digits[:4]), 1, 12)
        if not 1 <= int(digits[5:7]) <= 12:
            raise _error(whole, f"month must be 01 to 12, found {digits[5:7]}")
        return _span(whole, Resolution.MONTH, mark, int(digits[:4]), int(digits[5:7]), 1)
    raise _error(whole, "expected a form such as '2025', '2025-03', '2025-03-08', '2025-21', '202X' or '2013/2019'")


def _span(
    whole: str, resolution: Resolution, mark: str, year: int, month: int, months: int, day: int | None = None
) -> Span:
    """The days of ``months`` months from one month on, or one ``day`` of it."""
    last_year, last_month = divmod(year * 12 + month - 1 + max(months - 1, 0), 12)
    if year < 1 or last_year > 9999:
        raise _error(whole, "years must be 0001 to 9999")
    earliest = date(year, month, day or 1)
    latest = earliest if day else date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])
    first, last, approximate = earliest, latest, mark in ("~", "%")
    if mark and approximate:
        length = latest - earliest + timedelta(days=1)
        first = earliest - length if earliest - date.min >= length else date.min
        last = latest + length if date.max - latest >= length else date.max
    return Span(earliest, latest, resolution, first, last, approximate, mark in ("?", "%"))


def _error(text: str, why: str) -> InvalidValue:
    shown = text if len(text) <= 2 * _LONGEST else text[: 2 * _LONGEST] + "..."
    return InvalidValue(f"edtf must be a date in EDTF, found {shown!r}: {why}")
