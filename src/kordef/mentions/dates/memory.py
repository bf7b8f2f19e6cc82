"""What dates are counted from: the date of the text, and the dates spoken of before."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from datetime import date
from itertools import islice
from typing import NamedTuple, TypeAlias

from kordef.mentions.dates import arithmetic as calendar
from kordef.mentions.dates.arithmetic import Time

__all__ = ["Maker", "Memory", "Now", "Spoken"]

Maker: TypeAlias = Callable[[int], Time | None]
"""From a year to that year's occurrence of something."""

# Begins with a set of signs, for speed.
_SENTENCE_END = re.compile(r"[.!?\n](?:(?<=\n)|['\"”’)\]]*\s+(?=['\"“‘(\[]*[A-Z0-9]))")
_SIZES = {
    "day": 0, "week": 1, "weekend": 1, "fortnight": 1, "range": 2, "month": 3, "quarter": 4, "season": 4, "half": 5, "year": 6,
}  # fmt: skip
_COMPARED_WITH = re.compile(r"\b(?:up|down) from [^,;\n]{1,32} in $")
_REACH = 50
_BEFORE_THAT = re.compile(
    r"\b(?:had|having)\s(?:[\w'-]+\s){1,7}(?:on\s)?\Z"
    r"|\b(?:that|which)\s(?:was|were|had|began|begun|started|opened|entered|ended|expired|took|came|ran|dates?)\s(?:[\w'-]+\s){0,6}\Z"
)
"""What comes before a day that lies behind what is told: "after talks that had begun on"."""
_OF_SOMETHING = re.compile(
    r"\b(?:contracts?|agreements?|deals?|accords?|treaty|treaties|pacts?|memorandum|mou|laws?|orders?|decisions?|statements?|letters?|ones?"
    r"|those|resolutions?|versions?|protocols?|declarations?|offers?|requests?|reports?|framework|documents?|vote|ceremony|election)\s"
    r"(?:(?:that\swas\s)?(?:signed|concluded|agreed|reached|made|placed|awarded|issued|published|adopted|held)\s(?:in\s\w+\s)?(?:on\s)?"
    r"|of\s|from\s|dated\s|on\s)\Z"
    r"|\b(?:will|would|shall|to|due|scheduled|planned|expected|set|enters?|expires?|begins?|starts?|ends?)\s(?:[\w'-]+\s){0,5}on\s\Z",
    re.IGNORECASE,
)
"""What comes before the day of something that a sentence only refers to: "replaces the contract of"."""
_CLOSE = 420
"""Characters within which a date is close to one spoken of before."""


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

    def allows(self, unit: str) -> bool:
        """Whether so small a unit can be counted from this date."""
        if self.exact == "day":
            return unit != "hour"
        if self.exact == "month":
            return unit in ("month", "quarter", "half", "year", "decade", "century", "season")
        return unit in ("year", "decade", "century")

    def back(self, make: Maker) -> Time | None:
        """The last occurrence that has begun by now."""
        until = calendar.moved(self.last, self.slack) or self.last
        return next((t for t in (make(until.year - k) for k in range(9)) if t is not None and t.start <= until), None)

    def ahead(self, make: Maker) -> Time | None:
        """The next occurrence that is not over."""
        return next(
            (t for t in (make(self.first.year + k) for k in range(9)) if t is not None and t.finish >= self.first), None
        )

    def before(self, make: Maker) -> Time | None:
        """The last occurrence that is over: "last November"."""
        return next(
            (t for t in (make(self.last.year - k) for k in range(9)) if t is not None and t.finish < self.first), None
        )

    def after(self, make: Maker) -> Time | None:
        """The next occurrence that has not begun: "next March"."""
        return next(
            (t for t in (make(self.first.year + k) for k in range(9)) if t is not None and t.start > self.last), None
        )


class Spoken(NamedTuple):
    """A date spoken of before: its time, its place, and whether it was written in full."""

    time: Time
    start: int
    end: int
    written: bool


class Memory:
    """The dates spoken of so far in a story, by how finely they are told."""

    __slots__ = (
        "_day",
        "_day_ahead",
        "_day_beside",
        "_week",
        "last",
        "month",
        "month_years",
        "now",
        "range",
        "ranges",
        "text",
        "year",
    )

    def __init__(self, text: str, now: Now | None) -> None:
        self.text = text
        self.now = now
        self.month: Spoken | None = None
        self.year: Spoken | None = None
        self.last: Spoken | None = None
        self.range: Spoken | None = None
        self.ranges: deque[Spoken] = deque(maxlen=6)
        self.month_years: dict[int, int] = {}
        """The year that a month was last written with."""
        self._day: Spoken | None = None
        self._day_ahead: Spoken | None = None
        self._day_beside: Spoken | None = None
        self._week: Spoken | None = None

    def add(self, spoken: Spoken) -> None:
        """Remember a date."""
        time = spoken.time
        size = _SIZES.get(time.unit, 9)
        bounded = time.first is not None and time.last is not None
        if time.unit == "range" and bounded:
            self.range = spoken
            self.ranges.append(spoken)
        if size <= 1 or (size == 2 and bounded and (time.finish - time.start).days < 27):
            if size == 0 and self._is_beside(spoken):
                self._day_beside = spoken
            elif self.now is not None and time.start > self.now.last:
                self._day_ahead = spoken
            else:
                self._week = spoken
                self._day = spoken if size != 1 else self._day
        if size <= 3:
            self.month = spoken
            if spoken.written and bounded and time.start.month == time.finish.month:
                self.month_years[time.start.month] = time.start.year
        if size <= 6 and not (self.year is not None and self._is_compared(spoken)):
            self.year = spoken
        self.last = spoken

    def _is_beside(self, spoken: Spoken) -> bool:
        """Whether a day is not the one told of, after one that is: "signed on 5 June, after talks that had begun on 1 May"."""
        day = self._day
        if day is None or spoken.start - day.end > _CLOSE or "\n" in self.text[day.end : spoken.start]:
            return False
        same = self.sentences_since(day, spoken.start) == 0
        if same and self.text.endswith(("before", "earlier", "previously"), spoken.start, spoken.end):
            return True  # "toured the yard on Thursday and saw a boat launched eight days before"
        begin = max(day.end, spoken.start - _REACH)
        if _BEFORE_THAT.search(self.text, begin, spoken.start):
            return True
        return same and _OF_SOMETHING.search(self.text, begin, spoken.start) is not None

    def _is_compared(self, spoken: Spoken) -> bool:
        """Whether a time is only what another one is compared with: "7.7 billion in 2024, up from 6.3 billion in 2023"."""
        begin, end = max(0, spoken.start - _REACH), spoken.start
        return self.text.find(" from ", begin, end) >= 0 and _COMPARED_WITH.search(self.text, begin, end) is not None

    def forget_day(self) -> None:
        """A day was spoken of that is not known: "the same day" must not be taken for an earlier one."""
        self._day = self._week = self._day_beside = None

    def of(self, unit: str, at: int) -> Spoken | None:
        """The date that "the same day" or "that year", written at ``at``, goes back to."""
        if unit in ("day", "week", "weekend", "fortnight"):
            known = self._day if unit == "day" else self._week or self._day
            beside = self._day_beside
            if (
                beside is not None
                and (known is None or beside.start > known.start)
                and self.sentences_since(beside, at) == 0
            ):
                known = beside
            ahead = self._day_ahead
            return (
                ahead
                if ahead is not None and (known is None or ahead.start > known.start) and self.near(ahead, at)
                else known
            )
        if unit in ("month", "quarter"):
            return self.month
        return self.year

    def period(self, unit: str, number: int) -> Spoken | None:
        """The latest period of so many units ("than in the five years before"), or the last one of any length."""
        same = [spoken for spoken in self.ranges if calendar.length(spoken.time, unit) == number]
        if same:
            return max(same, key=lambda spoken: spoken.time.finish)
        return self.range if self.range is not None and (self.year is None or self.range.end >= self.year.end) else None

    def told_day(self, at: int) -> Spoken | None:
        """The day that the line above or the words before in its own line tell of."""
        day = self._day
        close = day is not None and at - day.end <= _CLOSE and self.text.count("\n\n", day.end, at) <= 1
        return day if close and day is not None and day.time.unit == "day" else None

    def to_come(self, at: int) -> Spoken | None:
        """The day still to come that the sentence before spoke of last: "They meet tomorrow. On Friday they fly to Busan."."""
        ahead = self._day_ahead
        last = self.last
        return ahead if ahead is not None and last is ahead and self.near(ahead, at) else None

    def near(self, spoken: Spoken, at: int) -> bool:
        """Whether a date was spoken of in the sentence of ``at`` or the one before."""
        return (
            at - spoken.end <= _CLOSE
            and self.sentences_since(spoken, at) <= 1
            and "\n\n" not in self.text[spoken.end : at]
        )

    def sentences_since(self, spoken: Spoken, at: int) -> int:
        """How many sentences and lines end between a date and ``at``; 2 stands for any more."""
        # one character more, so that the look ahead to a capital sees the first letter of the next date
        return len(list(islice(_SENTENCE_END.finditer(self.text, spoken.end, at + 1), 2)))
