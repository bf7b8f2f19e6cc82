"""Calendar arithmetic: stretches of time with the EDTF string that names them.

All functions give ``None`` where the result would leave the years 1 to 9999.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

__all__ = [
    "Time",
    "beside",
    "century",
    "closed",
    "containing",
    "day",
    "day_from",
    "days",
    "decade",
    "division",
    "easter",
    "fortnight",
    "from_edtf",
    "iso_week",
    "length",
    "month",
    "months",
    "moved",
    "open_end",
    "open_start",
    "part",
    "stepped",
    "stretch",
    "week",
    "weekend",
    "year",
    "years",
]


class Time(NamedTuple):
    """A stretch of time: its EDTF string, first and last day (``None`` for an open side), and the unit that it is one of."""

    edtf: str
    first: date | None
    last: date | None
    unit: str

    @property
    def start(self) -> date:
        """The first day, or the last where the beginning is open."""
        return self.first or self.last or date.min

    @property
    def finish(self) -> date:
        """The last day, or the first where the end is open."""
        return self.last or self.first or date.max


_REMEMBERED = 4096
"""Days, months and years that are kept: texts speak of the same few again and again."""


@lru_cache(maxsize=_REMEMBERED)
def day(y: int, m: int, d: int) -> Time | None:
    """One day; ``None`` where there is no such day."""
    try:
        at = date(y, m, d)
    except ValueError:
        return None
    return Time(at.isoformat(), at, at, "day")


@lru_cache(maxsize=_REMEMBERED)
def month(y: int, m: int) -> Time | None:
    """One month."""
    if not (1 <= y <= 9999 and 1 <= m <= 12):
        return None
    return Time(f"{y:04}-{m:02}", date(y, m, 1), date(y, m, monthrange(y, m)[1]), "month")


@lru_cache(maxsize=_REMEMBERED)
def year(y: int) -> Time | None:
    """One year."""
    return Time(f"{y:04}", date(y, 1, 1), date(y, 12, 31), "year") if 1 <= y <= 9999 else None


def decade(y: int) -> Time | None:
    """The ten years from ``y``, a multiple of ten: ``199X``."""
    return Time(f"{y // 10:03}X", date(y, 1, 1), date(y + 9, 12, 31), "decade") if 10 <= y <= 9990 else None


def century(y: int) -> Time | None:
    """The hundred years from ``y``, a multiple of a hundred: ``19XX``."""
    return Time(f"{y // 100:02}XX", date(y, 1, 1), date(y + 99, 12, 31), "century") if 100 <= y <= 9900 else None


_DIVISIONS = {
    21: (3, 3),
    22: (6, 3),
    23: (9, 3),
    24: (12, 3),
    33: (1, 3),
    34: (4, 3),
    35: (7, 3),
    36: (10, 3),
    40: (1, 6),
    41: (7, 6),
}
"""First month and number of months of each sub-year grouping (northern meteorological seasons)."""


def division(y: int, code: int) -> Time | None:
    """A season (21-24), quarter (33-36) or half (40, 41) of a year, by its EDTF code."""
    first, length = _DIVISIONS[code]
    a, b = month(y, first), _month_number(y * 12 + first - 1 + length - 1)
    if a is None or b is None:
        return None
    return Time(f"{y:04}-{code}", a.first, b.last, "season" if code < 30 else "quarter" if code < 40 else "half")


def _month_number(n: int) -> Time | None:
    return month(n // 12, n % 12 + 1)


def days(first: date | None, last: date | None) -> Time | None:
    """From one day to another, written as an interval of days."""
    if first is None or last is None:
        return None
    return Time(f"{first.isoformat()}/{last.isoformat()}", first, last, "range")


def moved(at: date, by: int) -> date | None:
    """A day so many days later."""
    try:
        return at + timedelta(days=by)
    except OverflowError:
        return None


def day_from(at: date, by: int) -> Time | None:
    """The day so many days later."""
    to = moved(at, by)
    return day(to.year, to.month, to.day) if to is not None else None


def week(at: date, by: int = 0) -> Time | None:
    """The week, Monday to Sunday, so many weeks after the one with this day."""
    monday = moved(at, 7 * by - at.weekday())
    found = days(monday, moved(monday, 6)) if monday else None
    return found._replace(unit="week") if found else None


def iso_week(y: int, number: int) -> Time | None:
    """The week of that number (ISO 8601)."""
    try:
        return week(date.fromisocalendar(y, number, 1))
    except ValueError:
        return None


def fortnight(at: date, by: int = 0) -> Time | None:
    """The two weeks that begin so many fortnights after this day's week."""
    monday = moved(at, 14 * by - at.weekday())
    return days(monday, moved(monday, 13)) if monday else None


def weekend(at: date, by: int = 0) -> Time | None:
    """The Saturday and Sunday of the week so many weeks after this day's."""
    saturday = moved(at, 7 * by - at.weekday() + 5)
    return days(saturday, moved(saturday, 1)) if saturday else None


def containing(unit: str, at: date, by: int = 0) -> Time | None:
    """The day, week, month, quarter, year, decade or century with this day in it, or so many of them later."""
    if unit == "day":
        to = moved(at, by)
        return day(to.year, to.month, to.day) if to else None
    if unit == "week":
        return week(at, by)
    if unit == "weekend":
        return weekend(at, by)
    if unit == "fortnight":
        return fortnight(at, by)
    if unit == "month":
        return _month_number(at.year * 12 + at.month - 1 + by)
    if unit == "quarter":
        n = at.year * 4 + (at.month - 1) // 3 + by
        return division(n // 4, 33 + n % 4) if 4 <= n < 39999 else None
    if unit == "decade":
        return decade((at.year // 10 + by) * 10)
    if unit == "century":
        return century((at.year // 100 + by) * 100)
    return year(at.year + by)


def years(first: int, last: int) -> Time | None:
    """From one year to another."""
    return closed(year(first), year(last))


def months(first: date, by: int) -> Time | None:
    """From the month of a day to the month so many later (or earlier), in the order of time."""
    a, b = containing("month", first), containing("month", first, by)
    return closed(a, b) if by >= 0 else closed(b, a)


def closed(a: Time | None, b: Time | None) -> Time | None:
    """The interval from one time to another; ``None`` where it would end before it begins."""
    if a is None or b is None or a.start > b.finish:
        return None
    left, right = a.edtf, b.edtf
    if "/" in left:
        left = left.partition("/")[0]
    if "/" in right:
        right = right.partition("/")[2]
    return Time(f"{left}/{right}", a.first, b.last, "range")


def open_end(a: Time) -> Time:
    """From a time on, without end."""
    return Time(f"{a.edtf.partition('/')[0]}/..", a.first, None, "range")


def open_start(b: Time) -> Time:
    """Up to a time, without beginning."""
    return Time(f"../{b.edtf.rpartition('/')[2]}", None, b.last, "range")


_YEARS = {"year": 1, "decade": 10, "century": 100}
_DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "half": 6}


def stepped(at: date, unit: str, by: int) -> Time | None:
    """So many units from a day: a day for days and weeks, a month for months, a year for years; decades are approximate."""
    if unit in _DAYS:
        return containing("day", at, by * _DAYS[unit])
    if unit in _MONTHS:
        return containing("month", at, by * _MONTHS[unit])
    found = year(at.year + by * _YEARS[unit]) if unit in _YEARS else None
    return found._replace(edtf=f"{found.edtf}~") if found is not None and unit != "year" else found


def stretch(at: date, unit: str, by: int) -> Time | None:
    """The so many units before (``by`` negative) or after a day, both ends named in that unit: ``2024/2034``."""
    if unit in _YEARS:
        other = at.year + by * _YEARS[unit]
        return years(min(at.year, other), max(at.year, other))
    if unit in _MONTHS:
        return months(at, by * _MONTHS[unit])
    to = moved(at, by * _DAYS[unit]) if unit in _DAYS else None
    return days(min(at, to), max(at, to)) if to is not None else None


def beside(whole: Time, unit: str, by: int) -> Time | None:
    """The so many units just before or just after a time: before 2019 to 2023, five years are 2014 to 2018."""
    if unit in _YEARS:
        length = abs(by) * _YEARS[unit]
        return (
            years(whole.start.year - length, whole.start.year - 1)
            if by < 0
            else years(whole.finish.year + 1, whole.finish.year + length)
        )
    if unit in _MONTHS:
        length = abs(by) * _MONTHS[unit]
        near = containing("month", whole.start, -1) if by < 0 else containing("month", whole.finish, 1)
        return months(near.start, (1 - length) if by < 0 else (length - 1)) if near is not None else None
    if unit not in _DAYS:
        return None
    length = abs(by) * _DAYS[unit]
    if by < 0:
        return days(moved(whole.start, -length), moved(whole.start, -1))
    return days(moved(whole.finish, 1), moved(whole.finish, length))


def part(whole: Time, unit: str | int, rank: int, number: int) -> Time | None:
    """The ``rank``-th unit of a time (-1: the last), or ``number`` units from there; an ``int`` unit is a weekday."""
    first, last = whole.start, whole.finish
    if isinstance(unit, int):
        return _weekday_of(first, last, unit, rank)
    if unit == "half":
        return _half_of(whole, rank)
    if unit in ("day", "week"):
        return _days_of(first, last, unit, rank, number)
    length = {"month": 1, "quarter": 3, "year": 12}.get(unit, 0) * number
    if not length:
        return None
    start = (
        first.year * 12 + first.month - 1 + (rank - 1) * length if rank > 0 else last.year * 12 + last.month - length
    )
    a, b = _month_number(start), _month_number(start + length - 1)
    if a is None or b is None or a.start < first or b.finish > last:
        return None
    if unit == "year":
        return year(a.start.year) if number == 1 else years(a.start.year, b.start.year)
    return a if length == 1 else closed(a, b)


def _weekday_of(first: date, last: date, weekday: int, rank: int) -> Time | None:
    if rank > 0:
        found = moved(first, (weekday - first.weekday()) % 7 + 7 * (rank - 1))
    else:
        found = moved(last, -((last.weekday() - weekday) % 7) + 7 * (rank + 1))
    return day(found.year, found.month, found.day) if found is not None and first <= found <= last else None


def _half_of(whole: Time, rank: int) -> Time | None:
    first, last = whole.start, whole.finish
    if whole.unit == "month":
        middle = date(first.year, first.month, 15)
        return days(first, middle) if rank > 0 else days(moved(middle, 1), last)
    if whole.unit == "year":
        return division(first.year, 40 if rank > 0 else 41)
    if whole.unit == "decade":
        return years(first.year, first.year + 4) if rank > 0 else years(first.year + 5, last.year)
    if whole.unit == "century":
        return years(first.year, first.year + 49) if rank > 0 else years(first.year + 50, last.year)
    return None


def _days_of(first: date, last: date, unit: str, rank: int, number: int) -> Time | None:
    """Days, or weeks from Monday to Sunday that begin in the whole (the last one: that end in it)."""
    if unit == "week":
        if rank > 0:
            start = moved(first, (-first.weekday()) % 7 + 7 * (rank - 1))
            return days(start, moved(start, 7 * number - 1)) if start is not None and start <= last else None
        end = moved(last, -((last.weekday() + 1) % 7))
        return days(moved(end, 1 - 7 * number), end) if end is not None else None
    start = moved(first, rank - 1) if rank > 0 else moved(last, 1 - number)
    end = moved(start, number - 1) if start is not None else None
    if start is None or end is None or start < first or end > last:
        return None
    return day(start.year, start.month, start.day) if number == 1 else days(start, end)


def length(time: Time, unit: str) -> int:
    """How many years, months, weeks or days a period has."""
    if unit in ("year", "decade"):
        return (time.finish.year - time.start.year + 1) // (10 if unit == "decade" else 1)
    if unit == "month":
        return (time.finish.year - time.start.year) * 12 + time.finish.month - time.start.month + 1
    return ((time.finish - time.start).days + 1) // (7 if unit == "week" else 1)


def easter(y: int) -> date | None:
    """Easter Sunday in the Gregorian calendar (the anonymous algorithm of 1876)."""
    if not 1583 <= y <= 9999:
        return None
    a, (b, c) = y % 19, divmod(y, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    r = (2 * e + 2 * i - k - h + m + 32) % 7
    n = (h - m + r + 90) // 25
    return date(y, n, (h - m + r + n + 19) % 32)


def from_edtf(edtf: str) -> Time | None:
    """The time of a plain EDTF year, month or day; ``None`` for anything else."""
    pieces = edtf.rstrip("~?%").split("-")
    if not all(p.isdecimal() and p.isascii() for p in pieces) or len(pieces[0]) != 4:
        return None
    numbers = [int(p) for p in pieces]
    if len(numbers) == 1:
        return year(numbers[0])
    if len(numbers) == 2:
        return month(numbers[0], numbers[1])
    return day(numbers[0], numbers[1], numbers[2]) if len(numbers) == 3 else None
