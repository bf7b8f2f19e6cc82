"""What the words of a date say before anything is worked out: the results of the grammar.

A ``YearRef`` is a written year, a form that names one ("last year"), a :class:`Turn` ("last November") or ``None`` where
nothing is written.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple, TypeAlias

__all__ = [
    "Base",
    "Beside",
    "Day",
    "Decade",
    "Division",
    "Feast",
    "Form",
    "Found",
    "Interval",
    "IsoWeek",
    "Marked",
    "Month",
    "Offset",
    "SameMonths",
    "Slice",
    "Stretch",
    "Turn",
    "Unit",
    "Vague",
    "WeekOf",
    "Weekday",
    "Year",
    "YearRef",
    "is_absolute",
    "is_relative",
]


class Base(Enum):
    """What a relative form is counted from."""

    NOW = "now"
    """The date of the text ("last year")."""
    THEN = "then"
    """The date last spoken of ("that year", "the day before")."""
    NEAR = "near"
    """A year near by that differs from the text's own, or else the text's own ("the end of the year")."""


class Turn(NamedTuple):
    """Which occurrence of a recurring time: the last (-1), this (0) or next (1) one, counted from ``base``.

    ``soon`` is set where the next one is the first to come, be it still in this week: "this coming Saturday".
    """

    step: int
    base: Base = Base.NOW
    soon: bool = False


class Year(NamedTuple):
    """A year; ``fiscal`` where the words say that it is not a calendar year."""

    year: int
    fiscal: bool = False


class Month(NamedTuple):
    """A month."""

    month: int
    year: YearRef = None


class Day(NamedTuple):
    """A day. ``doubt`` is set where day and month may stand the other way round ("03/07/2025")."""

    day: int
    month: int | None
    year: YearRef = None
    weekday: int | None = None
    doubt: bool = False


class Decade(NamedTuple):
    """Ten years, or a hundred, from ``first``."""

    first: int
    length: int = 10


class Division(NamedTuple):
    """A season, quarter or half, by its EDTF code."""

    code: int
    year: YearRef = None


class Weekday(NamedTuple):
    """A weekday, in a week or as an occurrence where the words say so."""

    weekday: int
    turn: Turn | None = None
    week: Form | None = None


class Unit(NamedTuple):
    """The day, week, month, ... at ``base`` or so many after it: "last week", "tomorrow", "that year"."""

    unit: str
    step: int
    base: Base = Base.NOW


class Offset(NamedTuple):
    """So many units before (``sign`` -1) or after ``base``: "two days earlier", "a year ago".

    ``beyond`` is set for "over a year ago"; ``number`` is ``None`` for "a few years ago". ``planned`` is set for "in two weeks",
    which is a time only where nobody tells what was done.
    """

    number: int | None
    unit: str
    sign: int
    base: Base
    beyond: bool = False
    planned: bool = False


class Stretch(NamedTuple):
    """A period of so many units before or after ``base``: "the next 10 years".

    ``adjacent`` is set where it touches what was spoken of from outside ("the five years before").
    """

    number: int
    unit: str
    sign: int
    base: Base
    adjacent: bool = False


class Slice(NamedTuple):
    """The ``rank``-th unit of a whole, or ``number`` units from there; a rank of -1 is the last.

    ``unit`` is the number of a weekday where that is counted ("the first Tuesday of May").
    """

    rank: int
    number: int
    unit: str | int
    whole: Form


class DayOf(NamedTuple):
    """The ``rank``-th day of what was spoken of: "on the second day", "on the last day of the visit"."""

    rank: int


class SameMonths(NamedTuple):
    """The same part of another year as a period spoken of before."""

    year: Form | int


class Feast(NamedTuple):
    """A named day of the year: (month, day), or days after Easter Sunday."""

    month_day: tuple[int, int] | None
    easter: int = 0
    year: YearRef = None


class Beside(NamedTuple):
    """So many units before (negative) or after a day that is named: "the day after Christmas"."""

    day: Form
    unit: str
    by: int


class WeekOf(NamedTuple):
    """The week with a day in it, or its weekend."""

    day: Form
    ending: bool = False
    weekend: bool = False


class IsoWeek(NamedTuple):
    """A week by its number (ISO 8601): week 1 has the first Thursday of the year."""

    number: int
    year: YearRef = None


class Interval(NamedTuple):
    """From a time to a time; ``None`` for an open side."""

    start: Form | None
    end: Form | None


class Marked(NamedTuple):
    """A form with a part ("early") or an EDTF mark ("~", "?")."""

    form: Form
    part: str | None = None
    mark: str = ""


class Vague(NamedTuple):
    """Words that cannot be resolved: "in recent years"."""

    past: bool = True


Form: TypeAlias = (
    Year
    | Month
    | Day
    | Decade
    | Division
    | Weekday
    | Unit
    | Offset
    | Stretch
    | Slice
    | SameMonths
    | DayOf
    | Feast
    | WeekOf
    | IsoWeek
    | Beside
    | Interval
    | Marked
    | Vague
)
YearRef: TypeAlias = "int | Form | Turn | None"


class Found(NamedTuple):
    """A form and the characters it stands for. ``opener`` is the preposition that opens or closes it."""

    form: Form
    start: int
    end: int
    opener: str = ""


_NEVER_VAGUE = (Year, Month, Day, Decade, Division, Weekday, Unit, Stretch, Slice, Feast)


def is_vague(form: Form | None) -> bool:
    """Whether no calendar could tell the time of a form, whatever is known beside it: "in recent years"."""
    if isinstance(form, _NEVER_VAGUE):
        return False
    if isinstance(form, Interval):
        return is_vague(form.start) or is_vague(form.end)
    if isinstance(form, Marked):
        return is_vague(form.form)
    return isinstance(form, Vague) or (isinstance(form, Offset) and form.number is None)


def is_relative(form: Form | None) -> bool:
    """Whether a form needs the date of the text or of another expression."""
    if isinstance(form, (Year, Decade)):
        return False
    if isinstance(form, Day):
        return form.month is None or not isinstance(form.year, int)
    if isinstance(form, (Month, Division, Feast, IsoWeek)):
        return not isinstance(form.year, int)
    if isinstance(form, Interval):
        return (form.start is not None and is_relative(form.start)) or (form.end is not None and is_relative(form.end))
    if isinstance(form, Marked):
        return is_relative(form.form)
    if isinstance(form, Slice):
        return is_relative(form.whole)
    return not isinstance(form, (WeekOf, Beside)) or is_relative(form.day)


def is_absolute(form: Form) -> bool:
    """Whether a form is written in full, so that failing to resolve it shows that it is no date ("30 February 2024")."""
    if isinstance(form, (Year, Decade)):
        return True
    if isinstance(form, Day):
        return form.month is not None and isinstance(form.year, int)
    if isinstance(form, (Month, Division, Feast, IsoWeek)):
        return isinstance(form.year, int)
    if isinstance(form, Marked):
        return is_absolute(form.form)
    return isinstance(form, Interval) and all(end is None or is_absolute(end) for end in (form.start, form.end))
