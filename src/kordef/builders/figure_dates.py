"""Of when a figure is: what its clause says, the figure before it, or the title of its story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from kordef.builders.figure_context import Surroundings
from kordef.builders.figure_phrases import Reading
from kordef.builders.indicators import Row
from kordef.mentions.model import DateMention, ValueMention
from kordef.periods import Period
from kordef.vocabulary import Basis, EvidenceKind

__all__ = ["Dated", "governing_period", "period_of"]

_NOW = frozenset(["now", "currently", "today", "already", "presently"])
_COMPARED_WITH = frozenset(["against", "with", "from", "versus", "to"])
_DIVIDES = frozenset([";", "while", "whereas", "but", "which"])


@frozen(kw_only=True)
class Dated:
    """A period with the words that give it."""

    period: Period
    start: int
    end: int
    kind: EvidenceKind = EvidenceKind.STATED


def period_of(
    around: Surroundings, row: Row, reading: Reading, others: Sequence[int], same: Dated | None = None
) -> Dated | None:
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
        found = next(
            (k for k in reversed(ahead) if not _is_taken(row, k, previous, at) and not _breaks(row, k, at)), None
        )
    if found is None and following < len(row.tokens) and _shares_date(row, at, following):
        found = next((k for k in _dates(row, following, len(row.tokens), reading) if not _breaks(row, at, k)), None)
    if found is not None:
        return _dated(row, found)
    if (
        same is not None
        and not reading.compared
        and (reading.borrowed or at - max((k for k in others if k < at), default=-9) < 8)
    ):
        return _implied_date(same)
    return _now_or_then(around, row, at)


def _shares_date(row: Row, at: int, following: int) -> bool:
    """Whether a date behind the next figure is this one's as well: "by 10% and 43% in 2023", but not "from 2 to 14 in 2023"."""
    mine, other = row.tokens[at].mention, row.tokens[following].mention
    alike = isinstance(mine, ValueMention) and isinstance(other, ValueMention) and mine.unit == other.unit
    if not alike or row.word(following - 1) in ("against", "with", "from", "versus", "to"):
        return False
    gap = range(at + 1, following)
    return not any(
        row.word(k) in (";", "while", "whereas", "but", "which")
        or row.kind(k) == "date"
        or row.sense(k, "level", "change")
        for k in gap
    )


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
    """Whether a date is what a figure is compared with: "than in 2014-18", "between 2014-18 | and 2019-23"."""
    words = [row.word(k) for k in range(max(0, at - 3), at)]
    if "than" in words or "compared" in words or "versus" in words or "over" in words[-1:]:
        return True
    if not (reading.sign or reading.basis is Basis.MULTIPLE):
        return False
    if words[-1:] in (["from"], ["on"], ["against"]) or (
        words[-1:] == ["in"] and words[-2:-1] in (["those"], ["that"], ["with"], ["against"])
    ):
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
        if (
            token.text == "at"
            and row.word(k + 1) in ("the", "that")
            and row.word(k + 2) == "time"
            and row.word(k + 3) != "of"
        ):
            date = around.date_before(story, token.start)
            if date is not None and date.period.edtf and date.period.edtf[:4].isdigit():
                end = row.tokens[k + 2].end
                period = Period(
                    edtf=date.period.edtf[:4], words=page.document.text[token.start : end], anchor=date.period.edtf
                )
                return Dated(period=period, start=token.start, end=end, kind=EvidenceKind.IMPLIED)
    return None


def governing_period(around: Surroundings, story: int) -> Dated | None:
    """The years that a story's title sets for all of its figures: "Arms trade in 2019-23"."""
    title = around.title(story)
    for token in title.tokens if title is not None else ():
        date = token.mention
        if (
            isinstance(date, DateMention)
            and date.period.edtf
            and len(date.period.edtf) == 9
            and date.period.edtf[4] == "/"
        ):
            return Dated(period=date.period, start=date.start, end=date.end, kind=EvidenceKind.IMPLIED)
    return None
