"""Of when a figure is, and who publishes it: what its clause, its paragraph, a table's title or the lead of a story say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrs import evolve, frozen

from kordef.builders.indicators import Row
from kordef.builders.page import Page
from kordef.builders.figure_phrases import Reading
from kordef.builders.figure_context import Surroundings
from kordef.document import Block, BlockKind
from kordef.mentions.model import ActorMention, DateMention
from kordef.periods import Period
from kordef.vocabulary import ActorKind, EvidenceKind

__all__ = ["Dated", "Publisher", "governing_period", "governing_publisher", "period_of", "publisher_of", "source_line", "table_sentence"]

_AROUND = 24
"""How many sentences before and behind a table may speak of it."""


_NOW = frozenset(["now", "currently", "today", "already", "presently"])
_BASES = frozenset(["than", "against", "with", "over", "on", "above", "below", "versus", "from"])


@frozen(kw_only=True)
class Dated:
    """A period with the words that give it."""

    period: Period
    start: int
    end: int
    kind: EvidenceKind = EvidenceKind.STATED


@frozen(kw_only=True)
class Publisher:
    """Who says so: a name with its mention, or the words for somebody without a name ("Korean media")."""

    name: str
    start: int
    end: int
    actor: ActorMention | None = None
    kind: EvidenceKind = EvidenceKind.STATED


# ---- when


def period_of(page: Page, row: Row, reading: Reading, others: Sequence[int]) -> Dated | None:
    """The date of a figure's clause: behind the number before the next one, else in front of it.

    ``others`` are the positions of the other figures of the sentence. Dates of a comparison ("than in 2014-18") and of
    saying ("reported on Monday") are not the figure's.
    """
    limit = min((k for k in others if k > reading.at), default=len(row.tokens))
    after = [k for k in range(reading.at + 1, limit) if _is_period(row, k)]
    for k in after:
        if not _is_base(row, k, reading) and not _breaks(row, reading.at, k):
            return _dated(row, k)
    begin = max((k for k in others if k < reading.at), default=-1)
    before = [k for k in range(reading.at - 1, begin, -1) if _is_period(row, k)]
    for k in before:
        if not _is_base(row, k, reading):
            return _dated(row, k)
    for k in range(min(begin, reading.at) if begin >= 0 else reading.at, -1, -1):
        if _is_period(row, k) and not _is_base(row, k, reading) and _opens(row, k):
            return _dated(row, k)
    for k in range(limit, len(row.tokens)):
        if _is_period(row, k) and not _is_base(row, k, reading) and not _breaks(row, reading.at, k):
            return _dated(row, k)
    for k, token in enumerate(row.tokens):
        if token.text in _NOW and abs(k - reading.at) < 12:
            published = page.mentions.published[row.line.story] if row.line.story < len(page.mentions.published) else None
            if published is not None and published.edtf and len(published.edtf) == 10:
                period = Period(edtf=published.edtf[:7], words=token.text, anchor=published.edtf)
                return Dated(period=period, start=token.start, end=token.end, kind=EvidenceKind.IMPLIED)
    return None


def _is_period(row: Row, at: int) -> bool:
    mention = row.tokens[at].mention
    if not isinstance(mention, DateMention) or mention.dateline or mention.period.edtf is None:
        return False
    return not any(row.sense(k, "publish") and row.sense(k, "publish").form in ("past", "third") for k in range(max(0, at - 3), at))  # type: ignore[union-attr]


def _is_base(row: Row, at: int, reading: Reading) -> bool:
    """Whether a date is what a figure is compared with."""
    words = [row.word(k) for k in range(max(0, at - 3), at)]
    if "than" in words or "compared" in words or "versus" in words:
        return True
    return bool(words) and reading.sign != 0 and words[-1] in ("in", "") and len(words) > 1 and words[-2] in ("those", "that", "against", "with", "above")


def _breaks(row: Row, start: int, end: int) -> bool:
    return any(row.word(k) in (";", "while", "whereas") for k in range(start, end))


def _opens(row: Row, at: int) -> bool:
    return at <= 2 or row.word(at - 1) in ("in", "during", ",") or row.word(at - 2) in (",", "and", ";")


def _dated(row: Row, at: int) -> Dated:
    token = row.tokens[at]
    mention = token.mention
    assert isinstance(mention, DateMention)
    return Dated(period=mention.period, start=mention.start, end=mention.end)


def governing_period(around: Surroundings, story: int) -> Dated | None:
    """The years that a story's title sets for all of its figures: "Arms trade in 2019-23"."""
    title = around.title(story)
    for token in title.tokens if title is not None else ():
        date = token.mention
        if isinstance(date, DateMention) and date.period.edtf and len(date.period.edtf) == 9 and date.period.edtf[4] == "/":
            return Dated(period=date.period, start=date.start, end=date.end, kind=EvidenceKind.IMPLIED)
    return None


# ---- who says so


def publisher_of(around: Surroundings, row: Row, reading: Reading) -> Publisher | None:
    """Who is cited for a figure: in its own sentence, or as an institute in one before it in the paragraph."""
    own = _nearest(around, row, reading.at)
    if own is not None:
        return own
    for other in around.before(row.line):
        if other.line.block == row.line.block:
            found = _nearest(around, other, 0)
            if found is not None:
                return _implied(found) if _publishes(found) else None
    return None


def _nearest(around: Surroundings, row: Row, at: int) -> Publisher | None:
    best: tuple[int, Publisher] | None = None
    for k in range(len(row.tokens)):
        sense = row.sense(k, "publish")
        found = _cited(around, row, k, sense.form) if sense is not None else None
        if found is not None and (best is None or abs(k - at) < best[0]):
            best = abs(k - at), found
    return best[1] if best is not None else None


def _publishes(publisher: Publisher) -> bool:
    """Whether somebody publishes data for a living."""
    return publisher.actor is not None and publisher.actor.kind is ActorKind.RESEARCH_INSTITUTE


def _implied(publisher: Publisher) -> Publisher:
    return evolve(publisher, kind=EvidenceKind.IMPLIED)


def _cited(around: Surroundings, row: Row, at: int, form: str) -> Publisher | None:
    if form == "before":
        end = at + row.lengths[at]
        for k in range(end, min(end + 6, len(row.tokens))):
            if isinstance(row.tokens[k].mention, ActorMention):
                return _named(row, k)
            if row.kind(k) != "word":
                return None
        return None
    if form in ("noun", "nouns"):
        for k in range(at - 1, max(-1, at - 4), -1):
            mention = row.tokens[k].mention
            if isinstance(mention, ActorMention):
                if mention.kind is ActorKind.STATE:
                    if row.word(at) in ("figure", "figures", "count", "tally", "estimate", "estimates") :
                        return _unnamed(around, row, k, at)
                    return None
                return _named(row, k)
            if row.kind(k) != "word":
                return None
        return None
    if form in ("past", "third", "base", "participle"):
        left = at - 1
        while left >= 0 and (row.word(left) in ("has", "had", "have", "also") or row.kind(left) == "date" or row.word(left) in (")", "(")):
            left -= 1
        mention = row.tokens[left].mention if left >= 0 else None
        if isinstance(mention, ActorMention) and not mention.as_place:
            return _named(row, left)
        if row.sense(left, "unnamed") and row.kind(left - 1) == "actor":
            return _unnamed(around, row, left - 1, left)
    return None


def _named(row: Row, at: int) -> Publisher:
    token = row.tokens[at]
    mention = token.mention
    assert isinstance(mention, ActorMention)
    return Publisher(name=mention.name, start=mention.start, end=mention.end, actor=mention)


def _unnamed(around: Surroundings, row: Row, first: int, last: int) -> Publisher:
    start, end = row.tokens[first].start, row.tokens[last].end
    return Publisher(name=around.page.document.text[start:end], start=start, end=end)


def governing_publisher(around: Surroundings, story: int) -> Publisher | None:
    """The institute whose report a story is about: named as the publisher in its title or first sentences."""
    for row in around.lead(story):
        for k in range(len(row.tokens)):
            sense = row.sense(k, "publish")
            found = _cited(around, row, k, sense.form) if sense is not None else None
            if found is not None and _publishes(found):
                return _implied(found)
    return None


# ---- tables


def table_sentence(around: Surroundings, block: Block, number: int) -> Row | None:
    """The sentence that speaks of a table by its number, else the one before it."""
    lines = around.lines_of(block.story)
    at = bisect_left(lines, block.start, key=lambda line: line.start)
    near = [*reversed(lines[max(0, at - _AROUND) : at]), *lines[at : at + _AROUND]]
    for line in near:
        if any(t.text == "table" and k + 1 < len(line.tokens) and line.tokens[k + 1].text == str(number) for k, t in enumerate(line.tokens)):
            if line.kind not in (BlockKind.TABLE_TITLE, BlockKind.TITLE):
                return around.row(line)
    return next((around.row(line) for line in near[: min(at, _AROUND)] if line.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)), None)


def source_line(around: Surroundings, block: Block) -> Publisher | None:
    """The publisher in the line below a table: "Source: SIPRI Arms Transfers Database"."""
    lines = around.lines_of(block.story)
    at = bisect_left(lines, block.end, key=lambda line: line.start)
    for line in lines[at : at + 2]:
        row = around.row(line)
        if row.word(0) in ("source", "sources", "data") and row.word(1) in (":", "from", "by"):
            for k, token in enumerate(row.tokens):
                if isinstance(token.mention, ActorMention):
                    return _named(row, k)
    return None
