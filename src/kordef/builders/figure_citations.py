"""Of when a figure is, and who publishes it: what its clause, its paragraph, a table's title or the lead of a story say."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from kordef.builders.indicators import Row
from kordef.builders.figure_phrases import Reading
from kordef.builders.figure_context import Surroundings
from kordef.document import Block, BlockKind
from kordef.mentions.model import ActorMention, DateMention, ValueMention
from kordef.periods import Period
from kordef.vocabulary import ActorKind, Basis, EvidenceKind

__all__ = ["Dated", "Publisher", "governing_period", "governing_publisher", "period_of", "publisher_of", "source_line", "table_sentence"]

_AROUND = 24
"""How many sentences before and behind a table may speak of it."""


_NOW = frozenset(["now", "currently", "today", "already", "presently"])


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


def period_of(around: Surroundings, row: Row, reading: Reading, others: Sequence[int], same: Dated | None = None) -> Dated | None:
    """The date of a figure's clause: behind the number before the next one, else in front of it.

    ``others`` are the positions of the other figures of the sentence, ``same`` is the period of the one before. Dates of
    a comparison ("than in 2014-18", "from a year earlier") and of saying ("reported on Monday") are not the figure's.
    """
    at = reading.at
    if row.word(at - 1) == "(" and _is_period(row, at - 2):
        return _dated(row, at - 2)
    following = min((k for k in others if k > at), default=len(row.tokens))
    found = next((k for k in _dates(row, at + 1, following, reading) if not _breaks(row, at, k)), None)
    if found is None and not reading.compared:
        previous = max((k for k in others if k < at), default=-1)
        ahead = list(_dates(row, 0, at, reading))
        found = next((k for k in reversed(ahead) if not _is_taken(row, k, previous, at) and not _breaks(row, k, at)), None)
    if found is None and following < len(row.tokens) and _shares_date(row, at, following):
        found = next((k for k in _dates(row, following, len(row.tokens), reading) if not _breaks(row, at, k)), None)
    if found is not None:
        return _dated(row, found)
    if same is not None and not reading.compared and (reading.borrowed or at - max((k for k in others if k < at), default=-9) < 8):
        return _implied_date(same)
    return _now_or_then(around, row, at)


def _shares_date(row: Row, at: int, following: int) -> bool:
    """Whether a date behind the next figure is this one's as well: "by 10% and 43% in 2023", but not "from 2 to 14 in 2023"."""
    mine, other = row.tokens[at].mention, row.tokens[following].mention
    alike = isinstance(mine, ValueMention) and isinstance(other, ValueMention) and mine.unit == other.unit
    if not alike or row.word(following - 1) in ("against", "with", "from", "versus", "to"):
        return False
    gap = range(at + 1, following)
    return not any(row.word(k) in (";", "while", "whereas", "but", "which") or row.kind(k) == "date" or row.sense(k, "level", "change") for k in gap)


def _dates(row: Row, start: int, end: int, reading: Reading) -> Iterator[int]:
    return (k for k in range(start, end) if _is_period(row, k) and not _is_base(row, k, reading))


def _is_period(row: Row, at: int) -> bool:
    """Whether a token is a date, and not that of a report ("said on Monday") or of the dateline."""
    mention = row.tokens[at].mention if 0 <= at < len(row.tokens) else None
    if not isinstance(mention, DateMention) or mention.dateline or mention.period.edtf is None:
        return False
    senses = [row.sense(k, "publish") for k in range(max(0, at - 2), at)]
    return not any(s is not None and s.form in ("past", "third") for s in senses)


def _is_base(row: Row, at: int, reading: Reading) -> bool:
    """Whether a date is what a figure is compared with: "than in 2014-18", "between 2014-18 | and 2019-23", "from a year earlier"."""
    words = [row.word(k) for k in range(max(0, at - 3), at)]
    if "than" in words or "compared" in words or "versus" in words or "over" in words[-1:]:
        return True
    if not (reading.sign or reading.basis is Basis.MULTIPLE):
        return False
    if words[-1:] in (["from"], ["on"], ["against"]) or (words[-1:] == ["in"] and words[-2:-1] in (["those"], ["that"], ["with"], ["against"])):
        return True
    opens = row.tokens[at].text.lower().startswith("between ") or words[-1:] == ["between"]
    return opens and row.word(at + 1) == "and" and row.kind(at + 2) == "date"


def _is_taken(row: Row, at: int, previous: int, current: int) -> bool:
    """Whether a date belongs to the figure before: it follows that closely, and a comma ends its clause."""
    if previous < 0 or at < previous or at - previous > 3:
        return False
    return any(row.word(k) == "," for k in range(at, current))


def _breaks(row: Row, start: int, end: int) -> bool:
    return any(row.word(k) in (";", "while", "whereas") for k in range(start, end))


def _dated(row: Row, at: int) -> Dated:
    mention = row.tokens[at].mention
    assert isinstance(mention, DateMention)
    return Dated(period=mention.period, start=mention.start, end=mention.end)


def _implied_date(dated: Dated) -> Dated:
    return evolve(dated, kind=EvidenceKind.IMPLIED)


def _now_or_then(around: Surroundings, row: Row, at: int) -> Dated | None:
    """What "now" and "at the time" mean: the month of publication, and the year of the date before."""
    page, story = around.page, row.line.story
    for k, token in enumerate(row.tokens):
        if token.text in _NOW and abs(k - at) < 12:
            published = page.mentions.published[story] if story < len(page.mentions.published) else None
            if published is not None and published.edtf and len(published.edtf) == 10:
                period = Period(edtf=published.edtf[:7], words=token.text, anchor=published.edtf)
                return Dated(period=period, start=token.start, end=token.end, kind=EvidenceKind.IMPLIED)
        if token.text == "at" and row.word(k + 1) in ("the", "that") and row.word(k + 2) == "time" and row.word(k + 3) != "of":
            date = around.date_before(story, token.start)
            if date is not None and date.period.edtf and date.period.edtf[:4].isdigit():
                end = row.tokens[k + 2].end
                period = Period(edtf=date.period.edtf[:4], words=page.document.text[token.start : end], anchor=date.period.edtf)
                return Dated(period=period, start=token.start, end=end, kind=EvidenceKind.IMPLIED)
    return None


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
    for k, found in _all_cited(around, row):
        if best is None or abs(k - at) < best[0]:
            best = abs(k - at), found
    return best[1] if best is not None else None


def _all_cited(around: Surroundings, row: Row) -> Iterator[tuple[int, Publisher]]:
    for k in range(len(row.tokens)):
        forms = [s.form for s in row.senses[k] if s.tag == "publish"]
        found = next((p for form in forms if (p := _cited(around, row, k, form)) is not None), None)
        if found is not None:
            yield k, found


def _publishes(publisher: Publisher) -> bool:
    """Whether somebody publishes data for a living."""
    return publisher.actor is not None and publisher.actor.kind is ActorKind.RESEARCH_INSTITUTE


def _implied(publisher: Publisher) -> Publisher:
    return evolve(publisher, kind=EvidenceKind.IMPLIED)


def _cited(around: Surroundings, row: Row, at: int, form: str) -> Publisher | None:
    """Whom a verb, noun or preposition of publishing cites."""
    if form == "before":
        return _behind(row, at + row.lengths[at], 7)
    if form in ("noun", "nouns"):
        return _in_front(around, row, at)
    if form == "participle" and row.word(at + 1) in ("by", "today") or row.word(at + 2) == "by":
        found = _behind(row, at + 1, 6)
        if found is not None:
            return found
    if form in ("past", "third", "base", "participle"):
        return _speaker(around, row, at)
    return None


def _behind(row: Row, start: int, reach: int) -> Publisher | None:
    for k in range(start, min(start + reach, len(row.tokens))):
        if isinstance(row.tokens[k].mention, ActorMention):
            return _named(row, k)
        if row.sense(k, "publish") and row.word(k + 1) in ("on", "about", "of"):
            return _behind(row, k + 1, 12)  # "according to new data on arms transfers published by SIPRI"
        if row.kind(k) not in ("word", "date"):
            return None
    return None


def _in_front(around: Surroundings, row: Row, at: int) -> Publisher | None:
    """Whose data they are: "SIPRI data", "the Polish figures", "by the Korean count"; "data provided by SIPRI"."""
    for k in range(at - 1, max(-1, at - 4), -1):
        mention = row.tokens[k].mention
        if isinstance(mention, ActorMention):
            if mention.kind is not ActorKind.STATE:
                return _named(row, k)
            counted = row.word(at) in ("figure", "figures", "count", "tally", "estimate", "estimates", "data", "statistics")
            return _unnamed(around, row, k, at) if counted and k == at - 1 else None
        if row.kind(k) != "word":
            break
    for k in range(at + 1, min(at + 14, len(row.tokens) - 1)):
        if row.word(k) in ("provided", "compiled", "published", "released", "collected", "from", "by"):
            if (found := _behind(row, k + 1, 4)) is not None and found.actor is not None and found.actor.kind is not ActorKind.STATE:
                return found
    return None


def _speaker(around: Surroundings, row: Row, at: int) -> Publisher | None:
    """Who says it: the subject of a verb of saying, over "also", a date, or a short form in brackets; or what follows it."""
    left = at - 1
    while left >= 0 and (row.word(left) in ("has", "had", "have", "also", "itself") or row.kind(left) == "date"):
        left -= 1
    if row.word(left) == ")" and row.word(left - 2) == "(":
        left -= 3
    if row.word(left) == ",":  # "NH Investment & Securities, a brokerage, puts"
        k = next((k for k in range(left - 1, max(-1, left - 6), -1) if row.word(k) == ","), None)
        left = k - 1 if k is not None else left
    mention = row.tokens[left].mention if left >= 0 else None
    if isinstance(mention, ActorMention) and not mention.as_place and mention.form not in ("adjective", "demonym"):
        return _named(row, left) if row.word(left - 1) != "of" else None
    if row.sense(left, "unnamed") and row.kind(left - 1) == "actor":
        return _unnamed(around, row, left - 1, left)
    if left >= 0 and (sense := row.sense(left, "anaphor")) is not None and row.word(left - 1) == "the" and sense.name != "thing":
        actor = around.named(row.line.story, sense.name, row.line.start)
        if actor is not None and sense.name in ("research_institute", "company", "government_body"):
            token = row.tokens[left]
            return Publisher(name=actor.name, start=token.start, end=token.end, actor=actor, kind=EvidenceKind.IMPLIED)
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
        found = next((p for _, p in _all_cited(around, row) if _publishes(p)), None)
        if found is not None:
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
