"""Dates counted from another time: weekdays, "last week", "that year", "three years later", "the same months"."""

from __future__ import annotations

from abc import ABC, abstractmethod

from kordef.mentions.dates import arithmetic as calendar
from kordef.mentions.dates.arithmetic import Time
from kordef.mentions.dates.context import Context
from kordef.mentions.dates.forms import Base, DayOf, Form, Offset, SameMonths, Stretch, Unit, Weekday
from kordef.mentions.dates.memory import Spoken
from kordef.mentions.dates.tense import Look

__all__ = ["Counting"]

_PARTS_OF_A_YEAR = frozenset({"half", "quarter", "season", "month"})


_LAST_MONTH = 45
"""Days before publication within which a month that is over may be the one that a report is about."""


_LONGEST_STAY = 31
"""Days of a visit, exercise or gathering that a text may count."""


_WEEK = 7


class Counting(Context, ABC):
    """Works out what is counted from the date of the text or from a date spoken of before."""

    @abstractmethod
    def time(self, form: Form) -> Time | None:
        """The time of a form."""

    def _weekday(self, form: Weekday) -> Time | None:
        number, turn = form.weekday, form.turn
        if form.week is not None:
            week = self.time(form.week)
            return calendar.day_from(week.start, number) if week is not None else None
        now = self._base(turn.base) if turn is not None else self.now
        if now is None or now.exact != "day":
            return None
        self._anchor = now.edtf
        if turn is None:
            ahead = self.memory.to_come(self._found.start) if self._direction() is Look.OPEN else None
            if ahead is not None and ahead.time.unit == "day":
                self._anchor = ahead.time.edtf
                return calendar.day_from(ahead.time.finish, (number - ahead.time.finish.weekday() - 1) % 7 + 1)
            if self._direction() is Look.AHEAD:
                return calendar.day_from(now.first, (number - now.first.weekday()) % 7)
            return calendar.day_from(now.last, -((now.last.weekday() - number) % 7))
        if turn.step < 0:
            back = (now.first.weekday() - number - 1) % 7 + 1
            # The day before is "yesterday"; on a Thursday "last Wednesday" is that of the week before.
            return calendar.day_from(now.first, -(back if back > 1 else _WEEK + 1))
        if turn.base is Base.THEN or turn.soon:
            return calendar.day_from(now.last, (number - now.last.weekday() - 1) % 7 + 1)
        # "this Friday" lies in this week, "next Friday" in the one after
        return calendar.day_from(now.first, number - now.first.weekday() + 7 * turn.step)

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
        if unit == "month" and spoken is not None and self._is_told_of_last_month(spoken):
            self._anchor = spoken.time.edtf
            return calendar.containing(unit, spoken.time.finish)
        if spoken is None or (spoken.time.unit == "range" and unit != "week"):
            return None
        if self.now is not None:
            if not spoken.written or not self.memory.near(spoken, self._found.start) or unit in ("weekend", "day"):
                return None
            if spoken.time.finish.year >= self.now.last.year or self._direction() is Look.AHEAD:
                return None
        self._anchor = spoken.time.edtf
        return calendar.containing(unit, spoken.time.finish)

    def _is_told_of_last_month(self, spoken: Spoken) -> bool:
        """Whether "by month's end" in a report closes the month that it has just spoken of, and not that of publication."""
        now, time = self.now, spoken.time
        if now is None or time.first is None or time.last is None or not self.memory.near(spoken, self._found.start):
            return False
        return 0 < (now.first - time.finish).days <= _LAST_MONTH and self._direction() is Look.BACK

    def _spoken_unit(self, form: Unit) -> Time | None:
        """ "that year", "the same day", "the following week"."""
        at, now = self._found.start, self.now
        spoken = self.memory.of(form.unit, at)
        if spoken is None:
            if form.step == 0 or now is None or not now.allows(form.unit):
                return None
            self._anchor = now.edtf
            return calendar.containing(form.unit, now.last, form.step)
        again = self._compared
        if form.unit == "year" and form.step == -1 and again is not None and spoken.start == again[0]:
            # "39% more than in the previous year [...] and 2% more than in the previous year": the same one.
            self._compared, self._anchor = (at, again[1]), again[1].edtf
            return again[1]
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
        time = spoken.time
        # a fiscal year that began in 2016 is called 2017
        is_late = form.step >= 0 or (
            form.unit == "year" and time.unit == "range" and (time.finish - time.start).days < 366
        )
        found = calendar.containing(form.unit, time.finish if is_late else time.start, form.step)
        if form.unit == "year" and form.step == -1 and found is not None:
            self._compared = at, found
        return found

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

    def _day_of(self, form: DayOf) -> Time | None:
        """A day of the stay or gathering last told of: of those told with their days, or with the day that they began."""
        stay, day = self.memory.range, self.memory.of("day", self._found.start)
        if stay is not None and 1 < (stay.time.finish - stay.time.start).days + 1 <= _LONGEST_STAY:
            self._anchor = stay.time.edtf
            days = (stay.time.finish - stay.time.start).days + 1
            rank = form.rank if form.rank > 0 else days
            return calendar.day_from(stay.time.start, rank - 1) if rank <= days else None
        if day is None or form.rank < 0 or day.time.unit != "day":
            return None
        self._anchor = day.time.edtf
        return calendar.day_from(day.time.start, form.rank - 1)

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
        last = self.memory.last
        is_part = last is not None and last.time.unit in _PARTS_OF_A_YEAR and self.memory.near(last, self._found.start)
        spoken = last if is_part else self.memory.range or self.memory.month or self.memory.year
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
