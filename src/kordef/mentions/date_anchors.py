"""Working out what a date form means: against the date of the text, and against the dates spoken of before it."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from datetime import date
from typing import NamedTuple, TypeAlias

from kordef.mentions import date_arithmetic as calendar
from kordef.mentions.date_arithmetic import Time
from kordef.mentions.date_forms import (
    Base,
    Day,
    Decade,
    Division,
    Feast,
    Form,
    Found,
    Interval,
    Marked,
    Month,
    Offset,
    SameMonths,
    Slice,
    Stretch,
    Turn,
    Unit,
    Vague,
    Weekday,
    WeekOf,
    Year,
    YearRef,
)
from kordef.mentions.date_tense import Look, look
from kordef.mentions.date_words import ATTRIBUTIVE_STOPS, MONTH_NAMES

__all__ = ["Now", "Resolved", "Resolver", "is_relative"]

_Maker: TypeAlias = Callable[[int], Time | None]
"""From a year to that year's occurrence of something."""


class Now(NamedTuple):
    """When a story was published: the EDTF string, the days it covers, and a sentence on where it comes from if it is inferred.

    ``exact`` is the finest unit that may be counted from it: "day", "month" or "year". ``slack`` is how many days later than
    ``last`` the story may have been written.
    """

    edtf: str
    first: date
    last: date
    exact: str = "day"
    basis: str | None = None
    slack: int = 0


class Resolved(NamedTuple):
    """A form worked out. ``time`` is ``None`` where that was not possible, ``mark`` an EDTF mark for the whole."""

    time: Time | None
    anchor: str | None
    inferred: tuple[str, ...]
    part: str | None
    relative: bool


_SPLIT = re.compile(r"[.!?]['\"”’)\]]*\s+(?=['\"“‘(\[]*[A-Z0-9])|\n")
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_LAST_WORDS = re.compile(r"([^\W\d_]+)\W+$")
_UNIT_SIZE = {"day": 0, "week": 1, "weekend": 1, "fortnight": 1, "range": 2, "month": 3, "quarter": 4, "season": 4, "half": 5, "year": 6, "decade": 7, "century": 8}


def is_relative(form: Form | None) -> bool:
    """Whether a form needs the date of the text or of another expression."""
    if isinstance(form, Month | Division):
        return not isinstance(form.year, int)
    if isinstance(form, Day):
        return form.month is None or not isinstance(form.year, int)
    if isinstance(form, Feast):
        return not isinstance(form.year, int)
    if isinstance(form, Interval):
        return (form.start is not None and is_relative(form.start)) or (form.end is not None and is_relative(form.end))
    if isinstance(form, Marked):
        return is_relative(form.form)
    if isinstance(form, Slice):
        return is_relative(form.whole)
    if isinstance(form, WeekOf):
        return is_relative(form.day)
    return not isinstance(form, Year | Decade)


class _Memory(NamedTuple):
    """A date spoken of before: its time, its place, and whether it was written in full."""

    time: Time
    start: int
    end: int
    written: bool


class Resolver:
    """Works out the dates of one story in the order of its text, remembering what was spoken of.

    ``month_first`` is how the story writes numeric dates, ``None`` where it does not tell.
    """

    def __init__(self, text: str, now: Now | None, *, month_first: bool | None = None) -> None:
        self.text = text
        self.now = now
        self.month_first = month_first
        self.day: _Memory | None = None
        self.month: _Memory | None = None
        self.year: _Memory | None = None
        self.range: _Memory | None = None
        self.ranges: deque[_Memory] = deque(maxlen=6)
        self.last: _Memory | None = None
        self.written_months: dict[int, int] = {}
        self._lo = self._hi = self._start = self._end = 0
        self._look: Look | None = None
        self._anchor: str | None = None
        self._notes: list[str] = []
        self._opener = ""

    def resolve(self, found: Found, lo: int, hi: int) -> Resolved | None:
        """What a form found in ``text[lo:hi]`` means; ``None`` where it turns out to be no date."""
        self._lo, self._hi, self._start, self._end = lo, hi, found.start, found.end
        self._look = None
        self._anchor = None
        self._notes = []
        self._opener = found.opener
        form, part, mark = found.form, None, ""
        if isinstance(form, Offset) and form.base is Base.THEN and not self._follows(form):
            return None
        if isinstance(form, Marked):
            part, mark, form = form.part, form.mark, form.form
        elif isinstance(form, Interval) and (form.start is None) != (form.end is None):
            inner = form.start if form.end is None else form.end
            if isinstance(inner, Marked):
                part = inner.part
        time = self.time(form)
        if time is None and _is_absolute(form):
            return None
        if time is not None:
            if mark and "/" not in time.edtf:
                time = time._replace(edtf=time.edtf + mark)
            self._remember(time, _is_absolute(found.form), found)
        elif isinstance(form, Weekday) or (isinstance(form, Unit) and form.unit == "day"):
            # a day that is not known: "the same day" behind it must not be taken for an earlier one
            self.day = None
        if self.now is not None and self.now.basis and self._anchor == self.now.edtf:
            self._notes.append(self.now.basis)
        return Resolved(time, self._anchor, tuple(self._notes), part, is_relative(found.form))

    # The forms.

    def time(self, form: Form) -> Time | None:
        """The time of a form."""
        if isinstance(form, Year):
            return calendar.year(form.year)
        if isinstance(form, Day):
            return self._day(form)
        if isinstance(form, Month):
            return self._month(form)
        if isinstance(form, Interval):
            return self._interval(form)
        if isinstance(form, Weekday):
            return self._weekday(form)
        if isinstance(form, Unit):
            return self._unit(form)
        if isinstance(form, Marked):
            time = self.time(form.form)
            return time._replace(edtf=time.edtf + form.mark) if time and form.mark and "/" not in time.edtf else time
        if isinstance(form, Decade):
            return calendar.decade(form.first) if form.length == 10 else calendar.century(form.first)
        if isinstance(form, Division):
            return self._division(form)
        return self._other(form)

    def _other(self, form: Form) -> Time | None:
        if isinstance(form, Offset):
            return self._offset(form)
        if isinstance(form, Stretch):
            return self._stretch(form)
        if isinstance(form, Slice):
            return self._slice(form)
        if isinstance(form, SameMonths):
            return self._same_months(form)
        if isinstance(form, Feast):
            return self._feast(form)
        if isinstance(form, WeekOf):
            at = self.time(form.day)
            if at is None or at.first is None:
                return None
            if form.ending:
                begin = calendar.moved(at.first, -6)
                return calendar.days(begin, at.first)
            return calendar.week(at.first)
        return None

    def _day(self, form: Day) -> Time | None:
        day, month = form.day, form.month
        if month is None:
            return self._day_of_month(form)
        if form.doubt:
            day, month = self._order(day, month)
        if isinstance(form.year, int):
            return calendar.day(form.year, month, day)
        if isinstance(form.year, tuple) and not isinstance(form.year, Turn):
            year = self._year_of(form.year)
            return calendar.day(year, month, day) if year is not None else None
        if form.weekday is not None:
            by_weekday = self._by_weekday(day, month, form.weekday)
            if by_weekday is not None:
                return by_weekday
        return self._recurring(form.year, lambda y: calendar.day(y, month, day), f"{day} {MONTH_NAMES[month - 1]}")

    def _order(self, day: int, month: int) -> tuple[int, int]:
        """Which way round an ambiguous numeric date is read, and a note that says so."""
        if self.month_first is False:
            day, month = month, day
        how = "as the text's other dates are" if self.month_first is not None else "for want of any other hint"
        first = "month" if self.month_first is not False else "day"
        self._notes.append(f"The order of day and month is not clear; the {first} is taken to come first, {how}.")
        return day, month

    def _day_of_month(self, form: Day) -> Time | None:
        """ "the 27th", "Tuesday the 19th": in the month last spoken of or the text's own."""
        if isinstance(form.year, Unit):
            month = self._unit(form.year)
            return calendar.day(month.start.year, month.start.month, form.day) if month else None
        memory = self.month or self.day
        base = memory.time.start if memory is not None and self._near(memory) else None
        if base is None and self.now is not None and self.now.exact in ("day", "month"):
            base, self._anchor = self.now.last, self.now.edtf
        elif memory is not None:
            base, self._anchor = memory.time.start, memory.time.edtf
        if base is None:
            return None
        steps = (0, -1, 1) if self._direction() is not Look.AHEAD else (0, 1, -1)
        for step in steps:
            at = calendar.containing("month", base, step)
            day = calendar.day(at.start.year, at.start.month, form.day) if at else None
            if day is None or (form.weekday is not None and day.start.weekday() != form.weekday):
                continue
            if self.now is not None and form.weekday is None and self._direction() is Look.BACK and day.start > self.now.last:
                continue
            self._note_month(day)
            return day
        return None

    def _note_month(self, day: Time) -> None:
        self._notes.append(f"The month is not written; {day.edtf[:7]} is inferred.")

    def _by_weekday(self, day: int, month: int, weekday: int) -> Time | None:
        """The year in which a day falls on the weekday beside it, nearest to the text's date."""
        base = self.now.last.year if self.now else self.year.time.start.year if self.year else None
        if base is None:
            return None
        order = (0, 1, -1) if self._direction() is Look.AHEAD else (0, -1, 1)
        if self.now is None or self.now.exact != "day":
            order = (*order, -2, 2, -3, 3)
        for step in order:
            at = calendar.day(base + step, month, day)
            if at is not None and at.start.weekday() == weekday:
                self._anchor = self.now.edtf if self.now else f"{base:04}"
                self._notes.append(f"The year is not written; {at.edtf[:4]} is inferred from the weekday.")
                return at
        return None

    def _month(self, form: Month) -> Time | None:
        if isinstance(form.year, int):
            return calendar.month(form.year, form.month)
        if isinstance(form.year, tuple) and not isinstance(form.year, Turn):
            year = self._year_of(form.year)
            return calendar.month(year, form.month) if year is not None else None
        if form.year is None and form.month in self.written_months and self._is_attribute():
            year = self.written_months[form.month]
            self._anchor = f"{year:04}-{form.month:02}"
            self._notes.append(f"The year is not written; {year} is inferred from {self._anchor}, spoken of before.")
            return calendar.month(year, form.month)
        return self._recurring(form.year, lambda y: calendar.month(y, form.month), MONTH_NAMES[form.month - 1])

    def _is_attribute(self) -> bool:
        """Whether a month describes a noun behind it ("the two August contracts")."""
        match = _NEXT_WORD.match(self.text, self._end, self._hi)
        if match is None or not match[1][0].islower() or match[1] in ATTRIBUTIVE_STOPS:
            return False
        before = _LAST_WORDS.search(self.text, max(self._lo, self._start - 30), self._start)
        return before is not None and before[1].lower() not in ("in", "since", "until", "by", "from", "during", "last", "next", "of")

    def _division(self, form: Division) -> Time | None:
        if isinstance(form.year, int):
            return calendar.division(form.year, form.code)
        if isinstance(form.year, tuple) and not isinstance(form.year, Turn):
            year = self._year_of(form.year)
            return calendar.division(year, form.code) if year is not None else None
        return self._recurring(form.year, lambda y: calendar.division(y, form.code), "part of the year")

    def _feast(self, form: Feast) -> Time | None:
        def at(year: int) -> Time | None:
            if form.month_day is not None:
                return calendar.day(year, *form.month_day)
            sunday = calendar.easter(year)
            day = calendar.moved(sunday, form.easter) if sunday else None
            return calendar.day(day.year, day.month, day.day) if day else None

        if isinstance(form.year, int):
            return at(form.year)
        if isinstance(form.year, tuple) and not isinstance(form.year, Turn):
            year = self._year_of(form.year)
            return at(year) if year is not None else None
        return self._recurring(form.year, at, "day")

    def _recurring(self, ref: YearRef, make: _Maker, name: str) -> Time | None:
        """The occurrence of something that comes every year: the last or next one, or that of a year spoken of."""
        now = self.now
        if isinstance(ref, Turn):
            return self._turned(ref, make)
        if ref is None:
            spoken = self._year_of_sentence()
            if spoken is not None:
                time = make(spoken)
                if time is not None:
                    self._anchor = f"{spoken:04}"
                    self._notes.append(f"The year is not written; {spoken} is inferred from the sentence.")
                    return time
        if now is None:
            return self._recurring_by_memory(make)
        self._anchor = now.edtf
        time = self._nearest(make, now)
        if time is not None:
            where = "the last one before" if time.start <= now.last else "the next one after"
            self._notes.append(f"The year is not written; {time.edtf[:4]} is inferred: {where} {now.edtf}.")
        return time

    def _nearest(self, make: _Maker, now: Now) -> Time | None:
        direction = self._direction()
        back, ahead = _back(make, now), _ahead(make, now)
        if direction is Look.BACK:
            return back
        if direction is Look.AHEAD:
            return ahead
        if back is None or ahead is None or back == ahead:
            return back or ahead
        # a report looks back by habit; only what lies close ahead and far behind is taken to be ahead
        return ahead if (now.last - back.finish).days > 210 and (ahead.start - now.first).days < 150 else back

    def _turned(self, turn: Turn, make: _Maker) -> Time | None:
        """ "last November", "next March", "this summer", "the following spring"."""
        now = self._base(turn.base)
        if now is None:
            return None
        self._anchor = now.edtf
        if turn.step == 0:
            return make(now.last.year)
        if turn.step < 0:
            return next((t for t in (make(now.last.year - k) for k in range(3)) if t is not None and t.finish < now.first), None)
        return next((t for t in (make(now.first.year + k) for k in range(3)) if t is not None and t.start > now.last), None)

    def _base(self, base: Base) -> Now | None:
        """What a form is counted from, as a date with its days."""
        if base is Base.THEN and self.last is not None:
            time = self.last.time
            return Now(time.edtf, time.start, time.finish)
        return self.now

    def _recurring_by_memory(self, make: _Maker) -> Time | None:
        memory = self.year
        if memory is None:
            return None
        self._anchor = memory.time.edtf
        time = make(memory.time.finish.year)
        if time is not None:
            self._notes.append(f"The year is not written; {time.edtf[:4]} is inferred from {memory.time.edtf}, spoken of before.")
        return time

    def _year_of_sentence(self) -> int | None:
        """The year of a date written in full earlier in the same sentence, unless that lies ahead or is the text's own."""
        memory = self.year
        if memory is None or not memory.written or memory.end > self._start:
            return None
        if "/" in memory.time.edtf and ".." in memory.time.edtf:
            return None
        between = self.text[memory.end : self._start]
        if len(between) > 300 or _SPLIT.search(between) or ";" in between:
            return None
        year = memory.time.finish.year
        if self.now is not None:
            if year >= self.now.last.year or self._direction() is Look.AHEAD:
                return None
            before = _LAST_WORDS.search(self.text, max(self._lo, memory.start - 20), memory.start)
            if before is not None and before[1].lower() not in ("in", "since", "during", "by", "of", "on", "from", "until"):
                return None
        return year

    def _direction(self) -> Look:
        if self._look is None:
            if self._opener == "since":
                self._look = Look.BACK
            else:
                self._look = look(self.text, self._lo, self._start, self._end, self._hi)
                if self._opener in ("by", "until", "till", "through", "before", "no", "not") and self._look is Look.OPEN:
                    self._look = Look.AHEAD
        return self._look

    def _weekday(self, form: Weekday) -> Time | None:
        number = form.weekday
        if form.week is not None:
            week = self.time(form.week)
            return self._moved(week.start, number) if week is not None else None
        turn = form.turn
        now = self._base(turn.base) if turn is not None else self.now
        if now is None or now.exact != "day":
            return None
        self._anchor = now.edtf
        if turn is None:
            if self._direction() is Look.AHEAD:
                return self._moved(now.first, (number - now.first.weekday()) % 7)
            return self._moved(now.last, -((now.last.weekday() - number) % 7))
        if turn.step < 0:
            return self._moved(now.first, -((now.first.weekday() - number - 1) % 7 + 1))
        if turn.base is Base.THEN:
            return self._moved(now.last, (number - now.last.weekday() - 1) % 7 + 1)
        # "this Friday" lies in this week, "next Friday" in the one after
        return self._moved(now.first, number - now.first.weekday() + 7 * turn.step)

    def _moved(self, at: date, by: int) -> Time | None:
        to = calendar.moved(at, by)
        return calendar.day(to.year, to.month, to.day) if to else None

    def _unit(self, form: Unit) -> Time | None:
        base = form.base
        if base is Base.THEN:
            return self._spoken_unit(form)
        if base is Base.NEAR:
            near = self._near_unit(form.unit)
            if near is not None:
                return near
        now = self.now
        if now is None or not _fine_enough(now, form.unit):
            return None
        self._anchor = now.edtf
        if form.unit == "weekend" and base is Base.NEAR:
            return self._weekend(now)
        return calendar.containing(form.unit, now.last, form.step)

    def _weekend(self, now: Now) -> Time | None:
        this = calendar.weekend(now.last)
        if this is None or self._direction() is Look.AHEAD or this.start <= now.last:
            return this
        return calendar.weekend(now.last, -1)

    def _near_unit(self, unit: str) -> Time | None:
        """ "the year" as that of a date written in full just before, where it differs from the text's own."""
        memory = {"year": self.year, "month": self.month, "week": self.day}.get(unit)
        if memory is None or ("/" in memory.time.edtf and memory.time.unit != "week"):
            return None
        if self.now is None or (memory.written and self._near(memory) and memory.time.finish.year < self.now.last.year and self._direction() is not Look.AHEAD):
            self._anchor = memory.time.edtf
            return calendar.containing(unit, memory.time.finish)
        return None

    def _near(self, memory: _Memory) -> bool:
        """Whether a date was spoken of in the same sentence or the one before."""
        between = self.text[memory.end : self._start]
        return len(between) <= 420 and len(_SPLIT.findall(between)) <= 1 and "\n\n" not in between

    def _spoken_unit(self, form: Unit) -> Time | None:
        """ "that year", "the same day", "the following week"."""
        memory = self._memory(form.unit)
        if memory is None:
            now = self.now
            if form.step == 0 or now is None or not _fine_enough(now, form.unit):
                return None
            self._anchor = now.edtf
            return calendar.containing(form.unit, now.last, form.step)
        if form.step > 0 and form.unit in ("year", "month", "week") and self.now is not None and self._direction() is Look.AHEAD and not self._near(memory):
            self._anchor = self.now.edtf
            return calendar.containing(form.unit, self.now.last, form.step)
        self._anchor = memory.time.edtf
        return calendar.containing(form.unit, memory.time.finish if form.step >= 0 else memory.time.start, form.step)

    def _memory(self, unit: str) -> _Memory | None:
        if unit in ("day", "week", "weekend", "fortnight"):
            return self.day
        if unit in ("month", "quarter"):
            return self.month
        return self.year

    def _follows(self, form: Offset) -> bool:
        """Whether an offset such as "three years later" has a date to be counted from close before it."""
        memory = self._memory(form.unit)
        if memory is None:
            return form.number == 1 and self.now is not None and form.sign < 0
        between = self.text[memory.end : self._start]
        if form.number == 1:
            return len(between) <= 1500
        return len(between) <= 420 and len(_SPLIT.findall(between)) <= 1 and "\n" not in between.strip()

    def _offset(self, form: Offset) -> Time | None:
        if form.number is None:
            return None
        number = form.number * (2 if form.unit == "fortnight" else 1)
        unit = {"fortnight": "week"}.get(form.unit, form.unit)
        if form.base is Base.NOW:
            now = self.now
            if now is None or unit == "hour" or not _fine_enough(now, unit):
                return None
            self._anchor = now.edtf
            at = now.last
        else:
            memory = self._memory(unit)
            if memory is None:
                if self.now is None or not _fine_enough(self.now, unit):
                    return None
                self._anchor, at = self.now.edtf, self.now.last
            else:
                self._anchor = memory.time.edtf
                at = memory.time.finish if form.sign > 0 else memory.time.start
        time = calendar.stepped(at, unit, form.sign * number)
        return calendar.open_start(time) if time is not None and form.beyond else time

    def _stretch(self, form: Stretch) -> Time | None:
        if form.base is Base.THEN:
            memory = self._range_of(form) or self._memory(form.unit)
            if memory is None:
                return None
            self._anchor = memory.time.edtf
            if form.adjacent:
                return calendar.beside(memory.time, form.unit, form.sign * form.number)
            at = memory.time.finish
        else:
            now = self.now
            if now is None or not _fine_enough(now, form.unit):
                return None
            self._anchor, at = now.edtf, now.last
        return calendar.stretch(at, form.unit, form.sign * form.number)

    def _range_of(self, form: Stretch) -> _Memory | None:
        """The latest period of the same length that was spoken of ("than in the five years before"), or the last one of any."""
        same = [m for m in self.ranges if _length(m.time, form.unit) == form.number]
        if same:
            return max(same, key=lambda m: m.time.finish)
        if self.range is not None and (self.year is None or self.range.end >= self.year.end):
            return self.range
        return None

    def _slice(self, form: Slice) -> Time | None:
        whole = self.time(form.whole)
        if whole is None or whole.first is None or whole.last is None:
            return None
        return calendar.part(whole, form.unit, form.rank, form.number)

    def _same_months(self, form: SameMonths) -> Time | None:
        memory = self.range or self.month or self.year
        if memory is None or memory.time.first is None or memory.time.last is None:
            return None
        year = form.year if isinstance(form.year, int) else None
        if year is None:
            if isinstance(form.year, Unit) and form.year.base is Base.THEN:
                year = memory.time.finish.year + form.year.step
            else:
                year = self._year_of(form.year)
        self._anchor = memory.time.edtf
        if year is None:
            return None
        by = 12 * (year - memory.time.finish.year)
        a, b = (calendar.containing("month", d, by) for d in (memory.time.first, memory.time.last))
        if memory.time.unit == "quarter":
            return calendar.division(year, 33 + (memory.time.start.month - 1) // 3)
        return calendar.closed(a, b) if a != b else a

    def _year_of(self, ref: YearRef) -> int | None:
        if ref is None or isinstance(ref, Turn):
            return None
        if isinstance(ref, int):
            return ref
        time = self.time(ref)
        return time.start.year if time is not None else None

    def _interval(self, form: Interval) -> Time | None:
        start, end = form.start, form.end
        if start is None or end is None:
            inner = self.time(end if start is None else start) if (start or end) else None
            if inner is None:
                return None
            return calendar.open_start(inner) if start is None else calendar.open_end(inner)
        if isinstance(start, Day) and start.month is None and isinstance(start.year, Unit):
            return calendar.closed(self.time(start), self.time(end))
        if is_relative(start) and not is_relative(end):
            return self._until_known(start, end)
        a = self.time(start)
        if a is None:
            return None
        b = self._after(a, end)
        return calendar.closed(a, b)

    def _until_known(self, start: Form, end: Form) -> Time | None:
        """An interval whose end is written in full and whose start is the last one before it."""
        b = self.time(end)
        if b is None:
            return None
        plain = start.form if isinstance(start, Marked) else start
        if isinstance(plain, Month | Day | Division) and plain.year is None:
            for year in (b.finish.year, b.finish.year - 1):
                a = self.time(plain._replace(year=year))
                if a is not None and a.start <= b.finish:
                    return calendar.closed(a, b)
            return None
        return calendar.closed(self.time(start), b)

    def _after(self, a: Time, end: Form) -> Time | None:
        """The end of an interval that began with ``a``: the first one not before it."""
        plain = end.form if isinstance(end, Marked) else end
        if isinstance(plain, Weekday) and plain.turn is None and plain.week is None:
            return self._moved(a.start, (plain.weekday - a.start.weekday()) % 7)
        if isinstance(plain, Day) and plain.month is None and plain.year is None:
            return calendar.day(a.start.year, a.start.month, plain.day)
        if isinstance(plain, Month | Day | Division | Feast) and plain.year is None:
            for year in (a.start.year, a.start.year + 1):
                b = self.time(plain._replace(year=year))
                if b is not None and b.finish >= a.start:
                    return b
            return None
        return self.time(end)

    def _remember(self, time: Time, written: bool, found: Found) -> None:
        memory = _Memory(time, found.start, found.end, written)
        size = _UNIT_SIZE.get(time.unit, 9)
        if "/" in time.edtf and time.unit == "range" and time.first is not None and time.last is not None:
            self.range = memory
            self.ranges.append(memory)
        if (size == 0 and self._look is not Look.AHEAD) or (time.unit == "range" and time.first and time.last and (time.last - time.first).days < 27):
            self.day = memory
        if size <= 3 and (time.last or time.first):
            self.month = memory
            if written and time.first is not None and time.last is not None and time.first.month == time.last.month:
                self.written_months[time.first.month] = time.first.year
        if size <= 6:
            self.year = memory
        self.last = memory


def _back(make: _Maker, now: Now) -> Time | None:
    """The last occurrence that has begun by now."""
    until = calendar.moved(now.last, now.slack) or now.last
    return next((t for t in (make(until.year - k) for k in range(9)) if t is not None and t.start <= until), None)


def _ahead(make: _Maker, now: Now) -> Time | None:
    """The next occurrence that is not over."""
    return next((t for t in (make(now.first.year + k) for k in range(9)) if t is not None and t.finish >= now.first), None)


def _fine_enough(now: Now, unit: str) -> bool:
    """Whether so small a unit can be counted from a date known no more exactly than ``now``."""
    if now.exact == "day":
        return True
    if now.exact == "month":
        return unit in ("month", "quarter", "half", "year", "decade", "century", "season")
    return unit in ("year", "decade", "century")


def _length(time: Time, unit: str) -> int:
    """How many years, months, weeks or days a period has."""
    if unit in ("year", "decade"):
        return (time.finish.year - time.start.year + 1) // (10 if unit == "decade" else 1)
    if unit == "month":
        return (time.finish.year - time.start.year) * 12 + time.finish.month - time.start.month + 1
    return ((time.finish - time.start).days + 1) // (7 if unit == "week" else 1)


def _is_absolute(form: Form) -> bool:
    """Whether a form is written in full, so that failing to resolve it shows that it is no date ("30 February 2024")."""
    if isinstance(form, Day):
        return form.month is not None and isinstance(form.year, int)
    if isinstance(form, Month | Division | Feast):
        return isinstance(form.year, int)
    if isinstance(form, Marked):
        return _is_absolute(form.form)
    if isinstance(form, Interval):
        return all(end is None or _is_absolute(end) for end in (form.start, form.end))
    return isinstance(form, Year | Decade)
