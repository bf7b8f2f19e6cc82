"""Working out what a date form means: against the date of the text, and against the dates spoken of before it."""

from __future__ import annotations

import re
from typing import NamedTuple

from kordef.mentions.dates import arithmetic as calendar
from kordef.mentions.dates.arithmetic import Time
from kordef.mentions.dates.counting import Counting
from kordef.mentions.dates.forms import (
    Base,
    Beside,
    Day,
    DayOf,
    Decade,
    Division,
    Feast,
    Form,
    Found,
    Interval,
    IsoWeek,
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
    is_vague,
)
from kordef.mentions.dates.memory import Maker, Now, Spoken
from kordef.mentions.dates.tense import Look

__all__ = ["Resolved", "Resolver"]


class Resolved(NamedTuple):
    """A form worked out. ``time`` is ``None`` where that was not possible; ``inferred`` says what a rule supplied."""

    time: Time | None
    anchor: str | None
    inferred: tuple[str, ...]
    part: str | None
    relative: bool
    vague: bool = False


_LONGEST_MONTH = 31
_HAD = re.compile(r"\bhad(?:\s(?!not\b|yet\b|still\b)[\w-]+){0,6}\s*\Z")
"""What comes before "by March" in a clause about what was done by then."""
_FOLLOWED = re.compile(r"\b(?:followed|ensued)(?:\s(?!by\b)[a-z-]+){0,4}\s*\Z")
"""What comes before "in December" in a clause about what came next: "a contract followed"."""
_UNREPORTED = 60
"""Days after its end within which the results of a quarter may not be known."""
_RESULTS = re.compile(r"\b(?:sales|revenues?|turnover|profits?|earnings|income|results)\b")
_AWAITED = re.compile(r"\b(?:expect(?:s|ed|ations?)?|forecasts?|estimate[sd]?|projected|predicts?|consensus)\b")
_FAR_BEHIND, _CLOSE_AHEAD = 210, 150
"""Days; where no verb tells, only what lies so far behind and so close ahead is taken to be ahead."""


class Resolver(Counting):
    """Works out the dates of one story in the order of its text, remembering what was spoken of.

    ``month_first`` is how the story writes numeric dates, ``None`` where it does not tell. ``federal`` says that fiscal years
    are those of the United States government.
    """

    def __init__(self, text: str, now: Now | None, *, month_first: bool | None = None, federal: bool = False) -> None:
        super().__init__(text, now)
        self.month_first = month_first
        self.federal = federal

    def resolve(self, found: Found, lo: int, hi: int) -> Resolved | None:
        """What a form found in ``text[lo:hi]`` means; ``None`` where it turns out to be no date."""
        self.begin(found, lo, hi)
        form, part = found.form, None
        if isinstance(form, Offset) and form.base is Base.THEN and not self._follows(form):
            return None
        if isinstance(form, Offset) and form.planned and self._direction() is Look.BACK:
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
        elif is_absolute(form) or isinstance(form, DayOf):
            return None
        elif isinstance(form, Weekday) or (isinstance(form, Unit) and form.unit == "day"):
            self.memory.forget_day()
        if self.now is not None and self.now.basis and self._anchor == self.now.edtf:
            self._notes.append(self.now.basis)
        return Resolved(time, self._anchor, tuple(self._notes), part, relative, is_vague(form))

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
        if isinstance(form, DayOf):
            return self._day_of(form)
        if isinstance(form, SameMonths):
            return self._same_months(form)
        if isinstance(form, Feast):
            return self._of_year(form.year, lambda y: _feast(form, y))
        if isinstance(form, IsoWeek):
            return self._of_year(form.year, lambda y: calendar.iso_week(y, form.number))
        if isinstance(form, Beside):
            at = self.time(form.day)
            return None if at is None else calendar.stepped(at.start, form.unit, form.by)
        if isinstance(form, WeekOf):
            at = self.time(form.day)
            if at is None:
                return None
            if form.weekend:
                return calendar.weekend(at.start)
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
        if (time := self._by_then(make, now)) is not None:
            return time
        self._anchor = now.edtf
        time = self._nearest(make, now)
        if time is not None:
            where = "last one before" if time.start <= now.last else "next one after"
            self._notes.append(f"The year is not written; {time.edtf[:4]} is inferred: the {where} {now.edtf}.")
        return time

    def _by_then(self, make: Maker, now: Now) -> Time | None:
        """The first one after what was told: "was decided in January 2023; all had arrived by mid-February"."""
        spoken, at = self.memory.month, self._found.start
        if spoken is None or self.memory.sentences_since(spoken, at) > 1:
            return None
        if spoken.end > at or not spoken.time.finish < now.first:
            return None
        # "chose it in July 2021. A contract followed in December"
        then = _HAD if self._found.opener in ("by", "before") else _FOLLOWED
        if not then.search(self.text, max(spoken.end, at - 90), at):
            return None
        after = (make(spoken.time.start.year + k) for k in range(2))
        time = next((t for t in after if t is not None and t.finish > spoken.time.start), None)
        if time is None or time.start > now.last:
            return None
        self._anchor = spoken.time.edtf
        self._notes.append(
            f"The year is not written; {time.edtf[:4]} is inferred from {self._anchor}, spoken of before."
        )
        return time

    def _nearest(self, make: Maker, now: Now) -> Time | None:
        direction = self._direction()
        back, ahead = now.back(make), now.ahead(make)
        if direction is Look.AHEAD and back is not None and self._is_reported_late(back, now):
            return back
        if direction is not Look.OPEN:
            return back if direction is Look.BACK else ahead
        if back is None or ahead is None or back == ahead:
            return back or ahead
        is_ahead = (now.last - back.finish).days > _FAR_BEHIND and (ahead.start - now.first).days < _CLOSE_AHEAD
        return ahead if is_ahead else back

    def _is_reported_late(self, time: Time, now: Now) -> bool:
        """Whether results are still expected for a quarter just over: "third-quarter sales are expected to reach", in October."""
        if time.unit not in ("quarter", "half") or (now.last - time.finish).days > _UNREPORTED:
            return False
        return (
            _RESULTS.search(self.text, self._lo, self._hi) is not None
            and _AWAITED.search(self.text, self._lo, self._hi) is not None
        )

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
        if spoken is not None and form.weekday is None and (there := self._beside(spoken, form.day)) is not None:
            return there
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
            back = direction is Look.BACK
            fitting = [d for d in fitting if (d.start <= now.last if back else d.start >= now.first)] or fitting
        if not fitting:
            return None
        nearest = min(fitting, key=lambda d: abs((d.start - base).days))
        self._notes.append(f"The month is not written; {nearest.edtf[:7]} is inferred.")
        return nearest

    def _beside(self, spoken: Spoken, day: int) -> Time | None:
        """A day of the month just spoken of, where that is long past or far ahead: "22-25 April 2024: ... on the 23rd"."""
        time, now = spoken.time, self.now
        if time.first is None or time.last is None or not self.memory.near(spoken, self._found.start):
            return None
        if (time.last - time.first).days > _LONGEST_MONTH or (
            now is not None and abs((now.first - time.first).days) <= 2 * _LONGEST_MONTH
        ):
            return None
        found = calendar.day(time.last.year, time.last.month, day)
        if found is not None:
            self._anchor = time.edtf
            self._notes.append(
                f"The month is not written; {found.edtf[:7]} is inferred from {time.edtf}, spoken of before."
            )
        return found

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
        if first is None:
            return None
        return self._over(start, calendar.closed(first, self._after(first, end)))

    def _over(self, start: Form, time: Time | None) -> Time | None:
        """Weekdays of the week before, where what is told of a day between them is over: "Thursday. X, here from Tuesday to
        Friday, held talks"."""
        if not isinstance(start, Weekday) or start.turn is not None or start.week is not None:
            return time
        now, at = self.now, self._found.start
        told = self.memory.told_day(at)
        if time is None or told is None or now is None or time.finish <= now.last or self._direction() is Look.AHEAD:
            return time
        first, last = calendar.moved(time.start, -7), calendar.moved(time.finish, -7)
        if first is None or last is None or not first <= told.time.start <= last:
            return time
        return calendar.days(first, last)

    def _until_known(self, start: Form, end: Form) -> Time | None:
        """An interval whose end is written in full and whose start is the last one before it."""
        last = self.time(end)
        if last is None:
            return None
        plain = start.form if isinstance(start, Marked) else start
        if not isinstance(plain, (Month, Day, Division)) or plain.year is not None:
            return calendar.closed(self.time(start), last)
        firsts = (self.time(plain._replace(year=last.finish.year - k)) for k in range(2))
        return next((calendar.closed(t, last) for t in firsts if t is not None and t.start <= last.finish), None)

    def _after(self, first: Time, end: Form) -> Time | None:
        """The end of an interval that began with ``first``: the next one that is not before it."""
        plain = end.form if isinstance(end, Marked) else end
        if isinstance(plain, Weekday) and plain.turn is None and plain.week is None:
            return calendar.day_from(first.start, (plain.weekday - first.start.weekday()) % 7)
        if isinstance(plain, Day) and plain.month is None and plain.year is None:
            return calendar.day(first.start.year, first.start.month, plain.day)
        if not isinstance(plain, (Month, Day, Division, Feast)) or plain.year is not None:
            return self.time(end)
        lasts = (self.time(plain._replace(year=first.start.year + k)) for k in range(2))
        return next((t for t in lasts if t is not None and t.finish >= first.start), None)


def _feast(form: Feast, year: int) -> Time | None:
    if form.month_day is not None:
        return calendar.day(year, *form.month_day)
    sunday = calendar.easter(year)
    return calendar.day_from(sunday, form.easter) if sunday is not None else None
