"""What the words around a date say: where its clause looks, the year of its sentence, the noun that it describes."""

from __future__ import annotations

import re

from kordef.mentions.dates.arithmetic import Time
from kordef.mentions.dates.forms import Base, Found, Year
from kordef.mentions.dates.memory import Memory, Now
from kordef.mentions.dates.tense import Look, look, look_before, sentence_start, was_over
from kordef.mentions.dates.words import ATTRIBUTIVE_STOPS

__all__ = ["Context"]

_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
_LAST_WORD = re.compile(r"([^\W\d_]+)\W+$")
_BEFORE_AN_ATTRIBUTE = frozenset({"in", "since", "until", "by", "from", "during", "last", "next", "of"})
_BEFORE_A_YEAR = frozenset({"in", "for", "since", "during", "by", "of", "on", "from", "until"})
_OPENS_A_SENTENCE = frozenset(
    {"", "in", "during", "throughout", "on", "since", "back in", "also in", "already in", "and in", "but in"}
)
"""What may stand before a year, month or day that opens its sentence."""
_CLOSING = frozenset({"by", "until", "till", "through", "before", "no", "not"})
"""Openers of what ends: where no verb before them tells, the end is still to come."""


class Context:
    """The text of one story with the dates spoken of so far, and the date in it that is worked out.

    ``_anchor`` and ``_notes`` are what that date is counted from and what rules supplied for it.
    """

    def __init__(self, text: str, now: Now | None) -> None:
        self.text = text
        self.now = now
        self.memory = Memory(text, now)
        self.shown = False
        """Whether what is read is a caption."""
        self._lo = self._hi = 0
        self._found = Found(Year(1), 0, 0)
        self._look: Look | None = None
        self._anchor: str | None = None
        self._notes: list[str] = []
        self._compared: tuple[int, Time] | None = None
        """Where "the previous year" was last said, and the year that it was."""

    def turn_to(self, now: Now | None) -> None:
        """Count what follows from another date: that of an entry of a chronology, or that of the text again."""
        self.now = self.memory.now = now

    def begin(self, found: Found, lo: int, hi: int) -> None:
        """Go on to another date, found in ``text[lo:hi]``."""
        self._lo, self._hi, self._found = lo, hi, found
        self._look = self._anchor = None
        self._notes = []

    def _base(self, base: Base) -> Now | None:
        last = self.memory.last
        if base is Base.THEN and last is not None:
            return Now(last.time.edtf, last.time.start, last.time.finish)
        return self.now

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
                    # "By the end of August, 178 had been handed over"
                    self._look = Look.BACK if was_over(self.text, found.end, self._hi) else Look.AHEAD
                return self._look
            self._look = look(self.text, self._lo, found.start, found.end, self._hi, shown=self.shown)
        return self._look

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
        if year > self.now.last.year or (year == self.now.last.year and self._found.opener not in _CLOSING):
            return None
        if year < self.now.last.year and self._direction() is Look.AHEAD:
            return None
        before = self._word_before(spoken.start)
        return year if before == "" or before in _BEFORE_A_YEAR else None
