"""Dates as sources state them, written in EDTF (ISO 8601-2).

>>> autumn = Period(edtf="2022-23/..", words="since the fall of 2022")
>>> autumn.earliest, autumn.latest
(datetime.date(2022, 9, 1), None)
>>> Period.month(2025, 3).before(Period.year(2026)), Period.month(2025, 3).before(Period.year(2025))
(True, None)
"""

from __future__ import annotations

from datetime import date

from attrs import evolve, frozen

from kordef.edtf import Resolution, Span, parse
from kordef.errors import InvalidValue
from kordef.markup import inline

__all__ = ["Period", "Resolution"]

_PARTS = ("early", "mid", "late")


@frozen(kw_only=True)
class Period:
    """A date, or a stretch of time, as a source states it.

    ``edtf`` is the EDTF string (:mod:`kordef.edtf` lists the forms), ``None`` where the words cannot be resolved ("in
    recent years"). ``words`` are the words as written where they had to be resolved, ``anchor`` the EDTF string they
    were resolved against. ``part`` is "early", "mid" or "late" where the words say so; ``edtf`` is then the plain
    year, month or decade, and so are ``earliest`` and ``latest``; ``narrowed`` takes the part into account.

    ``before``, ``after`` and ``within`` speak of something that happened at that time, on whichever of its days, and
    answer ``None`` where it depends on the day. ``overlaps`` speaks of the days themselves. All four let an
    approximate date ("2025~") reach its own length to either side, and answer ``None`` for what cannot be resolved.
    """

    edtf: str | None
    words: str | None = None
    anchor: str | None = None
    part: str | None = None

    def __attrs_post_init__(self) -> None:
        edtf, words, anchor = self.edtf, self.words, self.anchor
        if edtf is not None:
            if type(edtf) is not str:
                raise InvalidValue(f"edtf must be a str or None, found {edtf!r}")
            parse(edtf)
        elif words is None:
            raise InvalidValue("words must be given where edtf is None, found None for both")
        if words is not None and (type(words) is not str or not words.strip()):
            raise InvalidValue(f"words must be the words of the source or None, found {words!r}")
        if anchor is not None:
            if type(anchor) is not str:
                raise InvalidValue(f"anchor must be a str or None, found {anchor!r}")
            try:
                parse(anchor)
            except InvalidValue as error:
                raise InvalidValue(str(error).replace("edtf", "anchor", 1)) from None
        if self.part is not None and self.part not in _PARTS:
            raise InvalidValue(f"part must be 'early', 'mid', 'late' or None, found {self.part!r}")

    # Ways to make one.

    @classmethod
    def year(cls, year: int) -> Period:
        """A year."""
        return cls(edtf=f"{year:04}")

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """A month; seasons (21-24), quarters (33-36) and halves (40-41) have numbers too."""
        return cls(edtf=f"{year:04}-{month:02}")

    @classmethod
    def day(cls, year: int, month: int, day: int) -> Period:
        """A day."""
        return cls(edtf=f"{year:04}-{month:02}-{day:02}")

    @classmethod
    def on(cls, day: date) -> Period:
        """The day of a ``date`` or ``datetime``."""
        return cls.day(day.year, day.month, day.day)

    @classmethod
    def between(cls, start: Period | date | str, end: Period | date | str) -> Period:
        """From the first day of ``start`` to the last day of ``end``."""
        return cls(edtf=f"{_end_of_interval('start', start)}/{_end_of_interval('end', end)}")

    @classmethod
    def since(cls, start: Period | date | str) -> Period:
        """From the first day of ``start`` on, without an end."""
        return cls(edtf=f"{_end_of_interval('start', start)}/..")

    @classmethod
    def until(cls, end: Period | date | str) -> Period:
        """Up to the last day of ``end``, without a start."""
        return cls(edtf=f"../{_end_of_interval('end', end)}")

    # What it says.

    @property
    def earliest(self) -> date | None:
        """The first day; ``None`` where the start is open or unknown, and where ``edtf`` is ``None``."""
        return None if self.edtf is None else parse(self.edtf).earliest

    @property
    def latest(self) -> date | None:
        """The last day; ``None`` where the end is open or unknown, and where ``edtf`` is ``None``."""
        return None if self.edtf is None else parse(self.edtf).latest

    @property
    def resolution(self) -> Resolution | None:
        """How finely the date is known; ``None`` where ``edtf`` is ``None``."""
        return None if self.edtf is None else parse(self.edtf).resolution

    @property
    def is_approximate(self) -> bool:
        """Whether the date, or an end of it, is marked as approximate (``~`` or ``%``)."""
        return self.edtf is not None and parse(self.edtf).approximate

    @property
    def is_uncertain(self) -> bool:
        """Whether the date, or an end of it, is marked as uncertain (``?`` or ``%``)."""
        return self.edtf is not None and parse(self.edtf).uncertain

    @property
    def narrowed(self) -> Period:
        """The early, mid or late third: of ten days in a month, of whole months in what is longer.

        Early 2027 is January to April. What has no thirds (a day, a week, an interval) and what has no ``part`` is
        returned as it is.
        """
        span = None if self.edtf is None or self.part is None else parse(self.edtf)
        if span is None or self.part is None or span.earliest is None or span.latest is None:
            return self
        rank, first, last = _PARTS.index(self.part), span.earliest, span.latest
        if span.resolution is Resolution.MONTH and first.month == last.month:
            start = f"{first:%Y-%m}-{10 * rank + 1:02}"
            end = last.isoformat() if rank == 2 else f"{first:%Y-%m}-{10 * rank + 10:02}"
        elif span.resolution in (Resolution.DAY, Resolution.WEEK, Resolution.INTERVAL):
            return self
        else:
            begin = first.year * 12 + first.month - 1
            third = (last.year * 12 + last.month - begin) // 3
            start, end = _month(begin + rank * third), _month(begin + (rank + 1) * third - 1)
        return evolve(self, edtf=start if start == end else f"{start}/{end}", part=None)

    # How two lie to one another.

    def before(self, other: Period | date) -> bool | None:
        """Whether it was before ``other``; ``None`` where that depends on the days that are meant."""
        mine, theirs = self._span(), _period(other)._span()
        if mine is None or theirs is None:
            return None
        if mine.last is not None and theirs.first is not None and mine.last < theirs.first:
            return True
        if mine.first is not None and theirs.last is not None and mine.first >= theirs.last:
            return False
        return None

    def after(self, other: Period | date) -> bool | None:
        """Whether it was after ``other``; ``None`` where that depends on the days that are meant."""
        return _period(other).before(self)

    def within(self, other: Period | date) -> bool | None:
        """Whether it was within ``other``; ``None`` where it may have been outside as well."""
        mine, theirs = self._span(), _period(other)._span()
        if mine is None or theirs is None:
            return None
        if _apart(mine, theirs):
            return False
        if _is_vague(theirs):
            return None
        starts = theirs.earliest is None or (mine.first is not None and mine.first >= theirs.earliest)
        ends = theirs.latest is None or (mine.last is not None and mine.last <= theirs.latest)
        return True if starts and ends else None

    def overlaps(self, other: Period | date) -> bool | None:
        """Whether the two share a day; ``None`` where an unknown end or an approximate date leaves it open."""
        mine, theirs = self._span(), _period(other)._span()
        if mine is None or theirs is None:
            return None
        if _apart(mine, theirs):
            return False
        return None if _is_vague(mine) or _is_vague(theirs) else True

    def _span(self) -> Span | None:
        return None if self.edtf is None else parse(self.edtf)

    def __str__(self) -> str:
        text = self.edtf if self.edtf is not None else self.words
        return f"{self.part} {text}" if self.part else f"{text}"

    def _repr_html_(self) -> str:
        words = f"“{self.words}”: " if self.words and self.edtf else ""
        return inline(str(self), f"{words}{self.earliest or 'open'} to {self.latest or 'open'}")


def _period(date_or_period: Period | date) -> Period:
    return date_or_period if isinstance(date_or_period, Period) else Period.on(date_or_period)


def _month(count: int) -> str:
    year, month = divmod(count, 12)
    return f"{year:04}-{month + 1:02}"


def _end_of_interval(name: str, end: Period | date | str) -> str:
    text = end.edtf if isinstance(end, Period) else end if isinstance(end, str) else Period.on(end).edtf
    if text is None or "/" in text or text in ("", ".."):
        raise InvalidValue(f"{name} must be one date, found {end!s}")
    return text


def _apart(a: Span, b: Span) -> bool:
    """Whether no day can lie in both."""
    return (a.last is not None and b.first is not None and a.last < b.first) or (
        b.last is not None and a.first is not None and b.last < a.first
    )


def _is_vague(span: Span) -> bool:
    """Whether its own days are not the days that it is sure to cover."""
    return span.approximate or span.unknown_start or span.unknown_end
