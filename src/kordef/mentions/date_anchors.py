"""Working out what a date form means: against the date of the text, and against the dates spoken of before it."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

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
    Weekday,
    WeekOf,
    Year,
    YearRef,
    is_absolute,
    is_relative,
)
from kordef.mentions.date_memory import Maker, Memory, Now, Spoken
from kordef.mentions.date_tense import Look, look, look_before, sentence_start
from kordef.mentions.date_words import ATTRIBUTIVE_STOPS

__all__ = ["Resolved", "Resolver"]


class Resolved(NamedTuple):
    """A form worked out. ``time`` is ``None`` where that was not possible; ``inferred`` says what a rule supplied."""

    time: Time | None
    anchor: str | None
    inferred: tuple[str, ...]
    part: str | None
    relative: bool


_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_LAST_WORD = re.compile(r"([^\W\d_]+)\W+$")
_BEFORE_AN_ATTRIBUTE = frozenset({"in", "since", "until", "by", "from", "during", "last", "next", "of"})
_BEFORE_A_YEAR = frozenset({"in", "since", "during", "by", "of", "on", "from", "until"})
_OPENS_A_SENTENCE = frozenset(
    {"", "in", "during", "throughout", "on", "since", "back in", "also in", "already in", "and in", "but in"}
)
"""What may stand before a year, month or day that opens its sentence."""
_CLOSING = frozenset({"by", "until", "till", "through", "before", "no", "not"})
"""Openers of what ends: where no verb before them tells, the end is still to come."""
_FAR_BEHIND, _CLOSE_AHEAD = 210, 150
"""Days; where no verb tells, only what lies so far behind and so close ahead is taken to be ahead."""


class Resolver:
    """Works out the dates of one story in the order of its text, remembering what was spoken of.

    ``month_first`` is how the story writes numeric dates, ``None`` where it does not tell. ``federal`` says that fiscal years
    are those of the United States government.
    """

    def __init__(self, text: str, now: Now | None, *, month_first: bool | None = None, federal: bool = False) -> None:
        self.text = text
        self.now = now
        self.memory = Memory(text, now)
        self.month_first = month_first
        self.federal = federal
        self.shown = False
        """Whether what is read is a caption."""
        self._lo = self._hi = 0
        self._found = Found(Year(1), 0, 0)
        self._look: Look | None = None
        self._anchor: str | None = None
        self._notes: list[str] = []

    def resolve(self, found: Found, lo: int, hi: int) -> Resolved | None:
        """What a form found in ``text[lo:hi]`` means; ``None`` where it turns out to be no date."""
        self._begin(found, lo, hi)
        form, part = found.form, None
        if isinstance(form, Offset) and form.base is Base.THEN and not self._follows(form):
            return None
        if isinstance(form, Marked):
            part = form.part
        elif isinstance(form, Interval) and (form.start is None) != (form.end is None):
            inner = form.start if form.end is None else form.end
            part = inner.part if isinstance(inner, Marked) else None
        time = self.time(form)
        relative = is_relative(form)
        if time is not None:
            self.memory.add(Spoken(time, found.start, found.end, is_absolute(form)))
        elif is_absolute(form):
            return None
        elif isinstance(form, Weekday) or (isinstance(form, Unit) and form.unit == "day"):
            self.memory.forget_day()
        if self.now is not None and self.now.basis and self._anchor == self.now.edtf:
            self._notes.append(self.now.basis)
        return Resolved(time, self._anchor, tuple(self._notes), part, relative)

    def _begin(self, found: Found, lo: int, hi: int) -> None:
        self._lo, self._hi, self._found = lo, hi, found
        self._look = self._anchor = None
        self._notes = []

    def time(self, form: Form) -> Time | None:
        """The time of a form."""
        if isinstance(form, Year):
            if form.fiscal and self.federal:
                self._notes.append("A fiscal year of the United States, from 1 October to 30 September.")
                return calendar.closed(calendar.month(form.year - 1, 10), calendar.month(form.year, 9))
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
            return self._of_year(form.year, lambda y: calendar.division(y, form.code))
        return self._other(form)

    def _other(self, form: Form) -> Time | None:
        if isinstance(form, Offset):
            return self._offset(form)
        if isinstance(form, Stretch):
            return self._stretch(form)
        if isinstance(form, Slice):
            whole = self.time(form.whole)
            if whole is None or whole.first is None or whole.last is None:
                return None
            return calendar.part(whole, form.unit, form.rank, form.number)
        if isinstance(form, SameMonths):
            return self._same_months(form)
        if isinstance(form, Feast):
            return self._of_year(form.year, lambda y: _feast(form, y))
        if isinstance(form, WeekOf):
            at = self.time(form.day)
            if at is None:
                return None
            return calendar.days(calendar.moved(at.start, -6), at.start) if form.ending else calendar.week(at.start)
        return None

    # Days, months and what else comes every year.

    def _day(self, form: Day) -> Time | None:
        day, month = form.day, form.month
        if month is None:
            return self._day_of_month(form)
        if form.doubt:
            day, month = self._order(day, month)
        if form.year is None and form.weekday is not None:
            there = self._by_weekday(day, month, form.weekday)
            if there is not None:
                return there
        return self._of_year(form.year, lambda y: calendar.day(y, month, day))

    def _month(self, form: Month) -> Time | None:
        year = self.memory.month_years.get(form.month)
        if form.year is None and year is not None and self._is_attribute():
            self._anchor = f"{year:04}-{form.month:02}"
            self._notes.append(f"The year is not written; {year} is inferred from {self._anchor}, spoken of before.")
            return calendar.month(year, form.month)
        return self._of_year(form.year, lambda y: calendar.month(y, form.month))

    def _of_year(self, ref: YearRef, make: Maker) -> Time | None:
        """The occurrence of something that comes every year: in a year written or told by words, or else the last or next one."""
        if isinstance(ref, int):
            return make(ref)
        if ref is None:
            return self._unwritten(make)
        if isinstance(ref, Turn):
            return self._turned(ref, make)
        year = self.time(ref)
        return make(year.start.year) if year is not None else None

    def _unwritten(self, make: Maker) -> Time | None:
        """An occurrence whose year is not written: that of the sentence, or the last or next one from the text's date."""
        spoken = self._year_of_sentence()
        time = make(spoken) if spoken is not None else None
        if time is not None:
            self._anchor = f"{spoken:04}"
            self._notes.append(f"The year is not written; {spoken} is inferred from the sentence.")
            return time
        now = self.now
        if now is None:
            return self._by_memory(make)
        self._anchor = now.edtf
        time = self._nearest(make, now)
        if time is not None:
            where = "last one before" if time.start <= now.last else "next one after"
            self._notes.append(f"The year is not written; {time.edtf[:4]} is inferred: the {where} {now.edtf}.")
        return time

    def _nearest(self, make: Maker, now: Now) -> Time | None:
        direction = self._direction()
        back, ahead = now.back(make), now.ahead(make)
        if direction is not Look.OPEN:
            return back if direction is Look.BACK else ahead
        if back is None or ahead is None or back == ahead:
            return back or ahead
        is_ahead = (now.last - back.finish).days > _FAR_BEHIND and (ahead.start - now.first).days < _CLOSE_AHEAD
        return ahead if is_ahead else back

    def _by_memory(self, make: Maker) -> Time | None:
        """An occurrence in the year last spoken of, for a text without any date of its own."""
        spoken = self.memory.year
        time = make(spoken.time.finish.year) if spoken is not None else None
        if spoken is not None and time is not None:
            self._anchor = spoken.time.edtf
            self._notes.append(
                f"The year is not written; {time.edtf[:4]} is inferred from {self._anchor}, spoken of before."
            )
        return time

    def _turned(self, turn: Turn, make: Maker) -> Time | None:
        """ "last November", "next March", "this summer", "the following spring"."""
        now = self._base(turn.base)
        if now is None:
            return None
        self._anchor = now.edtf
        if turn.step == 0:
            return make(now.last.year)
        return now.before(make) if turn.step < 0 else now.after(make)

    def _base(self, base: Base) -> Now | None:
        last = self.memory.last
        if base is Base.THEN and last is not None:
            return Now(last.time.edtf, last.time.start, last.time.finish)
        return self.now

    def _order(self, day: int, month: int) -> tuple[int, int]:
        """Which way round an ambiguous numeric date is read, and a note that says so."""
        now = self.now
        if self.month_first is None and now is not None and now.first == now.last:
            # The day of publication, printed by the page itself.
            today = (now.last.day, now.last.month)
            if today in ((day, month), (month, day)):
                self._notes.append("The order of day and month is taken from the date of publication.")
                return today
        first = "month" if self.month_first is not False else "day"
        how = "as in the other dates of the text" if self.month_first is not None else "for want of any other hint"
        self._notes.append(f"The order of day and month is not clear; the {first} is taken to come first, {how}.")
        return (day, month) if first == "month" else (month, day)

    def _day_of_month(self, form: Day) -> Time | None:
        """ "the 27th", "Tuesday the 19th": in the month of the text, or the one beside it."""
        if isinstance(form.year, Unit):
            month = self._unit(form.year)
            return calendar.day(month.start.year, month.start.month, form.day) if month is not None else None
        now = self.now if self.now is not None and self.now.allows("month") else None
        spoken = self.memory.month
        if now is not None:
            base, self._anchor = now.last, now.edtf
        elif spoken is not None:
            base, self._anchor = spoken.time.start, spoken.time.edtf
        else:
            return None
        months = [calendar.containing("month", base, step) for step in (-1, 0, 1)]
        days = [calendar.day(m.start.year, m.start.month, form.day) for m in months if m is not None]
        fitting = [d for d in days if d is not None and form.weekday in (None, d.start.weekday())]
        direction = self._direction()
        if now is not None and direction is not Look.OPEN:
            fitting = [d for d in fitting if (d.start <= now.last) == (direction is Look.BACK)] or fitting
        if not fitting:
            return None
        nearest = min(fitting, key=lambda d: abs((d.start - base).days))
        self._notes.append(f"The month is not written; {nearest.edtf[:7]} is inferred.")
        return nearest

    def _by_weekday(self, day: int, month: int, weekday: int) -> Time | None:
        """The year in which a day falls on the weekday beside it, nearest to the text's date."""
        spoken = self.memory.year
        base = self.now.last.year if self.now is not None else spoken.time.start.year if spoken is not None else None
        if base is None:
            return None
        steps = [0, 1, -1] if self._direction() is Look.AHEAD else [0, -1, 1]
        if self.now is None or self.now.exact != "day":
            steps += [-2, 2, -3, 3]
        for step in steps:
            there = calendar.day(base + step, month, day)
            if there is not None and there.start.weekday() == weekday:
                self._anchor = self.now.edtf if self.now is not None else f"{base:04}"
                self._notes.append(f"The year is not written; {there.edtf[:4]} is inferred from the weekday.")
                return there
        return None

    def _is_attribute(self) -> bool:
        """Whether a month describes a noun behind it ("the two August contracts")."""
        match = _NEXT_WORD.match(self.text, self._found.end, self._hi)
        if match is None or not match[1][0].islower() or match[1] in ATTRIBUTIVE_STOPS:
            return False
        before = self._word_before(self._found.start)
        return before != "" and before not in _BEFORE_AN_ATTRIBUTE

    def _word_before(self, at: int) -> str:
        match = _LAST_WORD.search(self.text, max(self._lo, at - 30), at)
        return match[1].lower() if match is not None else ""

    def _year_of_sentence(self) -> int | None:
        """The year of a date written in full earlier in the same sentence, unless the clause looks ahead.

        It holds for its own clause, and for all of the sentence where it opens it ("In 2023, Seoul ordered 12 in March").
        """
        spoken, at = self.memory.year, self._found.start
        if spoken is None or not spoken.written or spoken.end > at or ".." in spoken.time.edtf:
            return None
        if at - spoken.end > 300 or self.memory.sentences_since(spoken, at) or ";" in self.text[spoken.end : at]:
            return None
        between = self.text[spoken.end : at]
        head = self.text[sentence_start(self.text, self._lo, at) : spoken.start].strip().lower()
        if "," in between and head not in _OPENS_A_SENTENCE:
            return None
        year = spoken.time.finish.year
        if self.now is None:
            return year
        if year >= self.now.last.year or self._direction() is Look.AHEAD:
            return None
        before = self._word_before(spoken.start)
        return year if before == "" or before in _BEFORE_A_YEAR else None

    def _direction(self) -> Look:
        """Where the clause of the form looks; worked out once, and only where it matters."""
        if self._look is None:
            found = self._found
            if found.opener == "since":
                self._look = Look.BACK
                return self._look
            if found.opener in _CLOSING:
                self._look = look_before(self.text, self._lo, found.start, shown=self.shown)
                if self._look is Look.OPEN:
                    self._look = Look.AHEAD
                return self._look
            self._look = look(self.text, self._lo, found.start, found.end, self._hi, shown=self.shown)
        return self._look

    # Weekdays, weeks, years and stretches counted from another time.

    def _weekday(self, form: Weekday) -> Time | None:
        number, turn = form.weekday, form.turn
        if form.week is not None:
            week = self.time(form.week)
            return _day_from(week.start, number) if week is not None else None
        now = self._base(turn.base) if turn is not None else self.now
        if now is None or now.exact != "day":
            return None
        self._anchor = now.edtf
        if turn is None:
            if self._direction() is Look.AHEAD:
                return _day_from(now.first, (number - now.first.weekday()) % 7)
            return _day_from(now.last, -((now.last.weekday() - number) % 7))
        if turn.step < 0:
            return _day_from(now.first, -((now.first.weekday() - number - 1) % 7 + 1))
        if turn.base is Base.THEN:
            return _day_from(now.last, (number - now.last.weekday() - 1) % 7 + 1)
        # "this Friday" lies in this week, "next Friday" in the one after
        return _day_from(now.first, number - now.first.weekday() + 7 * turn.step)

    def _unit(self, form: Unit) -> Time | None:
        if form.base is Base.THEN:
            return self._spoken_unit(form)
        if form.base is Base.NEAR:
            near = self._near_unit(form.unit)
            if near is not None:
                return near
        now = self.now
        if now is None or not now.allows(form.unit):
            return None
        self._anchor = now.edtf
        if form.unit == "weekend" and form.base is Base.NEAR:
            this = calendar.weekend(now.last)
            is_to_come = this is not None and this.start > now.last
            return calendar.weekend(now.last, -1) if is_to_come and self._direction() is not Look.AHEAD else this
        return calendar.containing(form.unit, now.last, form.step)

    def _near_unit(self, unit: str) -> Time | None:
        """ "the year" as that of a date written in full just before, where it differs from the text's own."""
        spoken = self.memory.of(unit, self._found.start)
        if spoken is None or (spoken.time.unit == "range" and unit != "week"):
            return None
        if self.now is not None:
            if not spoken.written or not self.memory.near(spoken, self._found.start) or unit in ("weekend", "day"):
                return None
            if spoken.time.finish.year >= self.now.last.year or self._direction() is Look.AHEAD:
                return None
        self._anchor = spoken.time.edtf
        return calendar.containing(unit, spoken.time.finish)

    def _spoken_unit(self, form: Unit) -> Time | None:
        """ "that year", "the same day", "the following week"."""
        at, now = self._found.start, self.now
        spoken = self.memory.of(form.unit, at)
        if spoken is None:
            if form.step == 0 or now is None or not now.allows(form.unit):
                return None
            self._anchor = now.edtf
            return calendar.containing(form.unit, now.last, form.step)
        last = self.memory.last
        if (
            form.unit == "day"
            and form.step == 0
            and last is not None
            and last.start > spoken.start
            and last.time.unit == "month"
            and not self.memory.sentences_since(last, at)
        ):
            # "In April he flew in and, the same day, signed": the month is all that is known.
            self._anchor = last.time.edtf
            return last.time
        is_near = self.memory.near(spoken, at)
        if form.unit == "day" and form.step == 0 and not is_near and (now is None or now.exact != "day"):
            return None
        if (
            form.step > 0
            and form.unit != "day"
            and not is_near
            and now is not None
            and now.allows(form.unit)
            and self._direction() is Look.AHEAD
        ):
            self._anchor = now.edtf
            return calendar.containing(form.unit, now.last, form.step)
        self._anchor = spoken.time.edtf
        return calendar.containing(form.unit, spoken.time.finish if form.step >= 0 else spoken.time.start, form.step)

    def _follows(self, form: Offset) -> bool:
        """Whether an offset such as "three years later" has a date to be counted from close before it.

        An offset from an event ("three years after the war") is a duration and no date.
        """
        at = self._found.start
        spoken = self.memory.of(form.unit, at)
        if spoken is None:
            return form.number == 1 and self.now is not None and form.sign < 0
        if form.number == 1:
            return at - spoken.end <= 1500
        return self.memory.near(spoken, at) and "\n" not in self.text[spoken.end : at].strip()

    def _offset(self, form: Offset) -> Time | None:
        if form.number is None:
            return None
        spoken = self.memory.of(form.unit, self._found.start) if form.base is Base.THEN else None
        now = self.now
        if spoken is not None:
            self._anchor = spoken.time.edtf
            at = spoken.time.finish if form.sign > 0 else spoken.time.start
        elif now is not None and now.allows(form.unit):
            self._anchor, at = now.edtf, now.last
        else:
            return None
        time = calendar.stepped(at, form.unit, form.sign * form.number)
        return calendar.open_start(time) if time is not None and form.beyond else time

    def _stretch(self, form: Stretch) -> Time | None:
        by = form.sign * form.number
        if form.base is Base.THEN:
            spoken = self.memory.period(form.unit, form.number) or self.memory.of(form.unit, self._found.start)
            if spoken is None:
                return None
            self._anchor = spoken.time.edtf
            if form.adjacent:
                return calendar.beside(spoken.time, form.unit, by)
            return calendar.stretch(spoken.time.finish, form.unit, by)
        now = self.now
        if now is None or not now.allows(form.unit):
            return None
        self._anchor = now.edtf
        return calendar.stretch(now.last, form.unit, by)

    def _same_months(self, form: SameMonths) -> Time | None:
        """ "the same ten months of last year": the months spoken of before, in another year."""
        spoken = self.memory.range or self.memory.month or self.memory.year
        if spoken is None or spoken.time.first is None or spoken.time.last is None:
            return None
        time, ref = spoken.time, form.year
        if isinstance(ref, int):
            year: int | None = ref
        elif isinstance(ref, Unit) and ref.base is Base.THEN:
            year = time.finish.year + ref.step
        else:
            told = self.time(ref)
            year = told.start.year if told is not None else None
        self._anchor = time.edtf
        if year is None:
            return None
        if time.unit == "quarter":
            return calendar.division(year, 33 + (time.start.month - 1) // 3)
        by = 12 * (year - time.finish.year)
        a, b = calendar.containing("month", time.start, by), calendar.containing("month", time.finish, by)
        return calendar.closed(a, b) if a != b else a

    # Intervals.

    def _interval(self, form: Interval) -> Time | None:
        start, end = form.start, form.end
        if start is None or end is None:
            only = end if start is None else start
            time = self.time(only) if only is not None else None
            if time is None:
                return None
            return calendar.open_start(time) if start is None else calendar.open_end(time)
        if isinstance(start, Day) and start.month is None and isinstance(start.year, Unit):
            return calendar.closed(self.time(start), self.time(end))
        if is_relative(start) and not is_relative(end):
            return self._until_known(start, end)
        first = self.time(start)
        return calendar.closed(first, self._after(first, end)) if first is not None else None

    def _until_known(self, start: Form, end: Form) -> Time | None:
        """An interval whose end is written in full and whose start is the last one before it."""
        last = self.time(end)
        if last is None:
            return None
        plain = start.form if isinstance(start, Marked) else start
        if not isinstance(plain, Month | Day | Division) or plain.year is not None:
            return calendar.closed(self.time(start), last)
        firsts = (self.time(plain._replace(year=last.finish.year - k)) for k in range(2))
        return next((calendar.closed(t, last) for t in firsts if t is not None and t.start <= last.finish), None)

    def _after(self, first: Time, end: Form) -> Time | None:
        """The end of an interval that began with ``first``: the next one that is not before it."""
        plain = end.form if isinstance(end, Marked) else end
        if isinstance(plain, Weekday) and plain.turn is None and plain.week is None:
            return _day_from(first.start, (plain.weekday - first.start.weekday()) % 7)
        if isinstance(plain, Day) and plain.month is None and plain.year is None:
            return calendar.day(first.start.year, first.start.month, plain.day)
        if not isinstance(plain, Month | Day | Division | Feast) or plain.year is not None:
            return self.time(end)
        lasts = (self.time(plain._replace(year=first.start.year + k)) for k in range(2))
        return next((t for t in lasts if t is not None and t.finish >= first.start), None)


def _day_from(at: date, by: int) -> Time | None:
    to = calendar.moved(at, by)
    return calendar.day(to.year, to.month, to.day) if to is not None else None


def _feast(form: Feast, year: int) -> Time | None:
    if form.month_day is not None:
        return calendar.day(year, *form.month_day)
    sunday = calendar.easter(year)
    return _day_from(sunday, form.easter) if sunday is not None else None
