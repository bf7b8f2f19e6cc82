"""Of when a figure is, and who publishes it: what its clause, its paragraph, a table's title or the lead of a story say."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from kordef.builders.figures import Reading
from kordef.builders.indicators import Row
from kordef.builders.page import Page
from kordef.mentions.model import ActorMention, DateMention
from kordef.periods import Period
from kordef.vocabulary import ActorKind, EvidenceKind

__all__ = ["Dated", "Publisher", "governing_period", "governing_publisher", "period_of", "publisher_of"]

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


def governing_period(page: Page, story: int) -> Dated | None:
    """The years that a story's title sets for all of its figures: "Arms trade in 2019-23"."""
    title = page.document.stories[story].title
    if title is None:
        return None
    for date in page.mentions.dates:
        if date.start >= title.end:
            break
        edtf = date.period.edtf
        if date.start >= title.start and edtf is not None and len(edtf) == 9 and edtf[4] == "/":
            return Dated(period=date.period, start=date.start, end=date.end, kind=EvidenceKind.IMPLIED)
    return None


# ---- who says so


def publisher_of(page: Page, row: Row, reading: Reading) -> Publisher | None:
    """Who is cited for a figure in its own sentence."""
    best: tuple[int, Publisher] | None = None
    for k in range(len(row.tokens)):
        sense = row.sense(k, "publish")
        if sense is None:
            continue
        found = _cited(row, k, sense.form)
        if found is not None and (best is None or abs(k - reading.at) < best[0]):
            best = abs(k - reading.at), found
    return best[1] if best is not None else None


def _cited(row: Row, at: int, form: str) -> Publisher | None:
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
                        return _unnamed(row, k, at)
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
            return _unnamed(row, left - 1, left)
    return None


def _named(row: Row, at: int) -> Publisher:
    token = row.tokens[at]
    mention = token.mention
    assert isinstance(mention, ActorMention)
    return Publisher(name=mention.name, start=mention.start, end=mention.end, actor=mention)


def _unnamed(row: Row, first: int, last: int) -> Publisher:
    start, end = row.tokens[first].start, row.tokens[last].end
    return Publisher(name="", start=start, end=end)


def governing_publisher(page: Page, story: int, rows: Sequence[Row]) -> Publisher | None:
    """The institute whose report a story is about: named as the publisher in its first sentences."""
    for row in rows[:4]:
        for k in range(len(row.tokens)):
            sense = row.sense(k, "publish")
            found = _cited(row, k, sense.form) if sense is not None else None
            if found is not None and found.actor is not None and found.actor.kind is ActorKind.RESEARCH_INSTITUTE:
                return Publisher(name=found.name, start=found.start, end=found.end, actor=found.actor, kind=EvidenceKind.IMPLIED)
    return None
