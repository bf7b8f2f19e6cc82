"""Entering values: from what was read around a number to the mention with its amount."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING, Final

from kordef.amounts import Amount
from kordef.mentions.model import ValueMention
from kordef.mentions.values.hedges import EXACT, Before, before
from kordef.mentions.values.parts import Part, PartReader
from kordef.mentions.word_files import read_words_of
from kordef.trusted import trusted
from kordef.vocabulary import Qualifier, Section

if TYPE_CHECKING:
    from decimal import Decimal

    from kordef.mentions.values.words import ValueWords

__all__ = ["ValueEntries", "rate_behind"]

_AMOUNT: Final = trusted(Amount)
_MENTION: Final = trusted(ValueMention)
_CHANGE: Final = read_words_of("numbers")["change"]
_UP: Final = frozenset(_CHANGE["up"])
_DOWN: Final = frozenset(_CHANGE["down"])
_UP_BEHIND: Final = frozenset(_CHANGE["up_after"])
_DOWN_BEHIND: Final = frozenset(_CHANGE["down_after"])
_BY: Final = frozenset({"by", "a", "an", "another", "further", "about", "some", "nearly"})
_NEXT_WORD = re.compile(r" ([A-Za-z]+)")
_RATE = re.compile(
    r" ?(each|apiece|a piece|per [a-z]+"
    r"|an? (?:year|month|week|day|hour|minute|unit|copy|share|barrel|head|person|vehicle|aircraft|tank|round|shell|piece)"
    r"|every (?:year|month|week|day)|annually|monthly|daily|weekly|yearly|/ ?(?:year|month|day|hour|unit|yr|h))"
    r"(?![A-Za-z]| (?:earlier|ago|later|before|after|from (?:now|then|today|the)|old)\b)"
)
_BEFORE_A_RATE: Final = frozenset(" /")
_RATE_STARTS: Final = frozenset("eapmdwy/")
_BETWEEN_SUMS = re.compile(
    r"['’]?\s*(?:\(|,? or |/|=|≈)\s*(?:or |the equivalent of |equivalent to |equal to |i\.e\.,? |= ?|roughly |worth )*"
)
_CHAINED: Final = frozenset({", ", "; ", " or ", " and ", " / ", "/", ", or "})
_TO_BELOW_ZERO = re.compile(r"(?: to | and | or | ?[–—] ?)[-−](?=[0-9])")
_NEGATIVE: Final = frozenset("-−–mMnN")
"""How a sign starts that makes a number negative: a dash, "minus", "negative"."""
_EITHER: Final = ("±", "p", "P", "+/-")
"""How a sign starts that leaves open which of both it is: "±", "plus or minus"."""
_OPEN_ABOVE: Final = frozenset({Qualifier.OVER, Qualifier.AT_LEAST})
_OPEN_BELOW: Final = frozenset({Qualifier.UNDER, Qualifier.UP_TO})
_REMEMBERED: Final = 8
_WINDOW: Final = 80
"""How many characters before a number are looked at for hedges and the like."""
_FARTHEST: Final = 40
"""How many characters may stand between a sum and its equivalent."""


def rate_behind(text: str, position: int, end: int) -> str | None:
    """The words of a rate at ``position``, such as "a year" or "each"."""
    sign = text[position : position + 1]
    if sign != "/" and not (sign == " " and text[position + 1 : position + 2] in _RATE_STARTS):
        return None
    found = _RATE.match(text, position, end)
    return None if found is None else found[1]


class ValueEntries:
    """The mentions of the stretch of text that is read, in ``found``, and what is needed to add to them.

    ``sums`` are the amounts and currencies of the last sums outside of tables.
    """

    def __init__(self, text: str, words: ValueWords) -> None:
        self.text = text
        self.low = self.high = 0
        self.moneys = words.moneys
        self.numbered = words.numbered
        self.parts = PartReader(text, words.moneys)
        self.found: list[ValueMention] = []
        self.cell: tuple[int, int, int] | None = None
        self.sums: deque[tuple[Decimal, str]] = deque(maxlen=_REMEMBERED)
        self._quotes = (0, False)
        """How far the straight quotation marks have been looked at, and whether the last of them is open."""
        self._inside = 0
        self._series_end = -1
        """Where the noun of the last count ends: numbers before it are part of names."""
        self._place = (0, 0, Section.BODY)
        self._asked = -1
        self._before: list[str] = []
        self._heading: tuple[int, re.Match[str] | None] = (-1, None)
        """The stretch last asked about, by where it begins, and what it says its sums are in."""

    def begin(self, low: int, high: int, place: tuple[int, int, Section], cell: tuple[int, int, int] | None) -> None:
        """Go on to another stretch of the text, with its block, story and section, and its place in a table."""
        self.cell = cell
        self.low, self.high, self._place = low, high, place
        self.parts.high = high
        self.found = []
        self._inside = 0
        self._series_end = -1
        self._asked = -1
        self._quotes = (low, False)

    def words_before(self, position: int) -> list[str]:
        """The words in front of a position, as they are written. The last answer is kept: several rooms ask for one number."""
        if position != self._asked:
            self._asked, self._before = position, self.text[max(self.low, position - _WINDOW) : position].split()
        return self._before

    def is_all(self, start: int, stop: int) -> bool:
        """Whether nothing but a full stop stands beside a stretch of what is read."""
        return (
            not self.text[max(self.low, start - _WINDOW) : start].strip()
            and self.ends(stop)
            and (start - self.low <= _WINDOW)
        )

    def ends(self, stop: int) -> bool:
        """Whether nothing but a full stop stands behind a position."""
        return self.high - stop <= _WINDOW and not self.text[stop : self.high].strip(" .!?\n")

    def in_quotes(self, position: int) -> bool:
        """Whether a straight quotation mark is open at ``position``; one behind a digit opens none, but is a sign for inches."""
        text, (at, is_open) = self.text, self._quotes
        while (mark := text.find('"', at, position)) >= 0:
            is_open = not is_open and not text[mark - 1 : mark].isdigit()
            at = mark + 1
        self._quotes = (max(at, position), is_open)
        return is_open

    def is_hedged(self, start: int, words: list[str]) -> bool:
        """Whether a hedge stands before ``start``."""
        return before(self.text, start, words, measured=False).qualifier is not EXACT

    def enter(
        self,
        part: Part,
        other: Part | None,
        hedge: Before,
        kind: str,
        unit: str,
        end: int,
        *,
        tail: Qualifier | None = None,
        sign: str = "",
        noun: tuple[int, int] | None = None,
        additional: bool = False,
    ) -> None:
        """Enter the mention of a number, or of a range of two; ``tail`` is a hedge behind it, ``sign`` a plus or minus."""
        last = other or part
        text = self.text
        doubt = "?" in text[last.numeral.end : end + 2] and self._is_doubted(last.numeral.end, end)
        low = part.value()
        high = low if other is None else other.value()
        precision = part.precision()
        change = 0
        if sign:
            if other is not None and sign[0] in "-−–":
                # "-5 to 10 degrees": the sign is that of the first number
                low = -low
            elif sign[0] in _NEGATIVE:
                low, high, change = -high, -low, -1
            elif sign == "+":
                change = 1
        start = hedge.start
        if other is not None:
            qualifier = Qualifier.RANGE
            coarser = other.precision()
            precision = coarser if precision is not None and coarser is not None and coarser > precision else precision
            words = self.words_before(part.start)
            if words and words[-1].lower().lstrip("(") == "between":
                start = min(start, part.start - len("between "))
        elif hedge.qualifier is not EXACT:
            bounded = hedge.qualifier is Qualifier.ABOUT and tail in _OPEN_ABOVE
            qualifier = tail if bounded and tail is not None else hedge.qualifier
        elif tail is not None:
            qualifier = tail
        else:
            bracketed = text[end : end + 1] == ")" and self._is_bracketed(start, end)
            uncertain = doubt or bracketed or sign.startswith(_EITHER)
            qualifier = Qualifier.ABOUT if uncertain else EXACT
        if part.numeral.least and qualifier not in _OPEN_BELOW and qualifier is not Qualifier.OVER:
            qualifier = Qualifier.AT_LEAST
        if not change and kind == "percent":
            change = self._direction(start, end)
        self.append(
            start,
            end,
            kind,
            unit,
            low,
            high,
            qualifier,
            (part.numeral.start, last.numeral.end),
            precision=precision,
            noun=noun,
            additional=additional or hedge.additional,
            equivalent_of=self._equivalent(start, unit) if kind == "money" else None,
            change=change,
            doubt=doubt,
            notes=part.notes if other is None else (*part.notes, *other.notes),
        )

    def append(
        self,
        start: int,
        end: int,
        kind: str,
        unit: str,
        low: Decimal,
        high: Decimal,
        qualifier: Qualifier,
        number: tuple[int, int],
        *,
        precision: Decimal | None = None,
        noun: tuple[int, int] | None = None,
        additional: bool = False,
        equivalent_of: int | None = None,
        change: int = 0,
        doubt: bool = False,
        notes: tuple[str, ...] = (),
    ) -> None:
        """Add a mention whose parts are all known."""
        text = self.text
        start = max(start, self.low)
        block, story, section = self._place
        if kind == "money" and self.cell is None:
            self.sums.append((high if qualifier in _OPEN_BELOW else low, unit))
        self.found.append(
            _MENTION(
                start=start,
                end=end,
                exact=text[start:end],
                block=block,
                story=story,
                section=section,
                inferred=notes,
                kind=kind,
                amount=_AMOUNT(
                    low=None if qualifier in _OPEN_BELOW else low,
                    high=None if qualifier in _OPEN_ABOVE else high,
                    qualifier=qualifier,
                    precision=precision,
                    doubt=doubt,
                ),
                unit=unit,
                number=number,
                noun=None if noun is None else text[noun[0] : noun[1]],
                noun_span=noun,
                additional=additional,
                per=rate_behind(text, end, self.high) if text[end : end + 1] in _BEFORE_A_RATE else None,
                equivalent_of=equivalent_of,
                cell=self.cell,
                change=change,
            )
        )

    def below_zero(self, part: Part, sign: str) -> int:
        """Enter a range whose second number has a minus sign, too, "-10 to -5 degrees"; where it ends, 0 for none."""
        joint = _TO_BELOW_ZERO.match(self.text, part.end, self.high)
        numeral = None if joint is None else self.parts.numeral_at(joint.end())
        if numeral is None:
            return 0
        other = self.parts.read(numeral, None)
        if (part.unit and part.unit != other.unit) or part.currency or other.currency or other.scale or part.scale:
            return 0
        unit = other.unit
        first, last = -part._replace(unit=unit).value(), -other.value()
        if first == last:
            return 0
        hedge = before(self.text, part.start - len(sign), self.words_before(part.start - len(sign)), measured=True)
        self.append(
            hedge.start,
            other.end,
            "count" if unit is None else unit.kind,
            "item" if unit is None else unit.id,
            min(first, last),
            max(first, last),
            Qualifier.RANGE,
            (part.start, numeral.end),
            precision=part.precision(),
        )
        return other.end

    def _direction(self, start: int, end: int) -> int:
        """+1 or -1 where a verb or adverb beside a percentage says that something rose or fell by it."""
        words = [word.lower().strip(",(") for word in self.words_before(start)[-3:]]
        while words and words[-1] in _BY:
            words.pop()
        if words and words[-1] in _UP:
            return 1
        if words and words[-1] in _DOWN:
            return -1
        following = _NEXT_WORD.match(self.text, end, self.high)
        word = "" if following is None else following[1].lower()
        return 1 if word in _UP_BEHIND else -1 if word in _DOWN_BEHIND else 0

    def _is_doubted(self, stop: int, end: int) -> bool:
        """Whether a question mark near the end of a number is a register's: "24?", "(12)?"."""
        text = self.text
        for position in (stop, end):
            mark = text[position : position + 1]
            if mark == ")" and text[position + 1 : position + 2] == "?":
                return True
            if mark == "?":
                after = text[position + 1 : position + 3]
                if after[:1] in (",", ";", ")", "/") or (after[:1] == " " and after[1:].islower()):
                    return True
        return False

    def _is_bracketed(self, start: int, end: int) -> bool:
        """Whether the bracket behind a number closes those of an estimate in a register: "K9, (100), 2017"."""
        text = self.text
        if text[start - 1 : start] != "(":
            return False
        return text[max(self.low, start - 3) : start - 1] == ", " and text[end + 1 : end + 2] in (",", ";", "?")

    def _equivalent(self, start: int, unit: str) -> int | None:
        """The start of the sum before this one that it restates in another currency."""
        last = self.found[-1] if self.found else None
        if last is None or last.kind != "money" or last.unit == unit or not 0 <= start - last.end <= _FARTHEST:
            return None
        first = last.equivalent_of
        if first is not None and last.start - first < 2 * _WINDOW and self.text[last.end : start] in _CHAINED:
            between = self.text[first : last.start]
            if between.rfind("(") > between.rfind(")"):
                # Both stand in one pair of brackets: "(US$938 million, €870 million)".
                return first
        return last.start if _BETWEEN_SUMS.fullmatch(self.text, last.end, start) else None
