"""The day of what is told without one: that of the meeting or visit that the sentences before speak of.

English reports name a day once, where the meeting or the visit is told, and leave it out of what follows: "Dendias arrived on
Wednesday. ... The ministers signed a memorandum." What belongs to a stay of several days has only its month for certain.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import evolve, frozen

from kordef.builders.grammar.surroundings import day_like, of_report, word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention
from kordef.periods import Period

__all__ = ["Told", "ToldDays", "day_of", "single_month"]

_MEETINGS = word_set(
    "met meets hosted hosts received receives held holding talks summit convened gathered ministerial dialogue visited visits "
    "visit visiting trip tour stay travelled traveled arrived landed flew welcomed greeted met consultations ceremony conference "
    "meeting session"
)
_BE = frozenset(["was", "is", "were", "are"])
_EARLIER = word_set("had last previous previously earlier ago since anniversary next")
_STAYS = word_set("visit trip tour stay journey")
_OCCASIONS = word_set("sidelines margins fringes occasion")
_TERMS = word_set("for until by through beyond")
_REACH = 3
"""How many paragraphs further on a meeting may still be the one that is spoken of."""


@frozen(kw_only=True)
class Told:
    """When a meeting was: a day, or the month of a stay; with the words that say so and the sentence they stand in."""

    line: Line
    token: Token
    period: Period
    states: frozenset[str]

    def near(self, line: Line, reach: int = _REACH) -> bool:
        """Whether a sentence is close enough to be about the same meeting."""
        return self.line.story == line.story and 0 <= line.block - self.line.block <= reach

    def within(self) -> Told:
        """The same with its month only: what a stay brought may have come on any of its days."""
        period = single_month(self.period, self.token.text)
        return self if period is None else evolve(self, period=period)


class ToldDays:
    """Reads the sentences of a page in order and remembers when the last meeting was."""

    def __init__(self) -> None:
        self._last: Told | None = None
        self._stay: Told | None = None
        """The journey of several days that the story is about."""

    def note(self, line: Line) -> None:
        """Remember the day of a sentence, if it tells of a meeting and has just one."""
        if line.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or "date" not in line.kinds:
            return
        if not _EARLIER.isdisjoint(line.words) or (_MEETINGS.isdisjoint(line.words) and not _was_there(line)):
            return
        days = [t for n, t in enumerate(line.tokens) if _tells(line.tokens, n)]
        if len(days) != 1 or not isinstance(mention := days[0].mention, DateMention):
            return
        exact = day_of(mention.period.edtf) is not None
        period = mention.period if exact else single_month(mention.period, mention.exact)
        if period is not None and (period.edtf or "")[5:7] <= "12":  # no season
            if not exact and self._last is not None and self._last.near(line) and _before(period, self._last.period):
                return  # "as agreed at the summit in May last year", behind the meeting of this week
            self._last = Told(line=line, token=days[0], period=period, states=_states(line))
            if "/" in (mention.period.edtf or "") and (self._stay is None or self._stay.line.story != line.story):
                self._stay = self._last

    def of(self, line: Line, states: frozenset[str], reach: int = _REACH) -> Told | None:
        """When something was done that a sentence without a date tells of, between some states.

        What was done "on the sidelines of the visit" need not have been done by those who met.
        """
        if not _EARLIER.isdisjoint(line.words) or _has_own_day(line):
            return None
        beside = not _OCCASIONS.isdisjoint(line.words)
        for told in (self._last, self._stay):
            near = told is not None and (
                told.near(line, reach) or (told is self._stay and told.line.story == line.story)
            )
            if told is not None and near and (beside or not told.states.isdisjoint(states)):
                return told if _STAYS.isdisjoint(line.words) else told.within()
        return None

    def last_near(self, line: Line) -> Told | None:
        """When the last meeting was that a sentence can be about, whoever met."""
        return self._last if self._last is not None and self._last.near(line) else None


def day_of(edtf: str | None) -> date | None:
    """The day that a date is, if it is one to the day."""
    if edtf is None or len(edtf) != 10:
        return None
    try:
        return date.fromisoformat(edtf)
    except ValueError:
        return None


def single_month(period: Period, words: str | None) -> Period | None:
    """The one month that a day, a week or another stretch lies in; a season stays one."""
    first, _, last = (period.edtf or "").partition("/")
    if len(first) < 7 or not first[:4].isdigit() or (last and last[:7] != first[:7]):
        return None
    return Period(edtf=first[:7], words=period.words or words)


def _was_there(line: Line) -> bool:
    """Whether somebody "was in Tokyo from 3 to 5 April"."""
    tokens = line.tokens
    return any(
        at + 2 < len(tokens) and tokens[at + 1].text == "in" and tokens[at + 2].kind == "actor"
        for at in line.places_of(_BE)
    )


def _tells(tokens: Sequence[Token], at: int) -> bool:
    mention = tokens[at].mention
    return isinstance(mention, DateMention) and day_like(mention) and not of_report(tokens, at)


def _before(one: Period, other: Period) -> bool:
    """Whether a month lies before the month of another day."""
    return (one.edtf or "")[:7] < (other.edtf or "")[:7]


def _has_own_day(line: Line) -> bool:
    """Whether a sentence has a date of what it tells, and not only that of a term ("signed a plan for 2025 to 2028")."""
    if "date" not in line.kinds:
        return False
    tokens = line.tokens
    return any(t.kind == "date" and (n == 0 or tokens[n - 1].text not in _TERMS) for n, t in enumerate(tokens))


def _states(line: Line) -> frozenset[str]:
    """The states and bodies that a sentence names, also by those who act for them."""
    found = [m for p in line.actors if isinstance(m := line.tokens[p].mention, ActorMention)]
    return frozenset(key for m in found for key in (m.key, m.acts_for) if key)
