"""Figures that stand beside names with no verb, under the words that say what they are of.

"Military aid to Ukraine, 2022 to 2025. United States 64 billion euros; Germany 12.6 billion", "Defence spending in 2024, as
a share of GDP:" over "- Poland: 4.12 percent".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from kordef.builders.grammar.tokens import Line
from kordef.builders.observations.context import Surroundings
from kordef.builders.observations.dates import Dated
from kordef.builders.observations.indicators import Row
from kordef.builders.observations.phrases import Reading, is_head, phrase
from kordef.document import BlockKind
from kordef.mentions.model import DateMention, ValueMention
from kordef.vocabulary import Basis, EvidenceKind

__all__ = ["Label", "label_over", "labelled"]

_KINDS = ("money", "percent", "count", "persons")
_JOINTS = frozenset([":", "-", "–", "—", "(", "with", "at", ","])
"""What may stand between a name and its figure."""
_ENDS = frozenset(["", ";", ",", ".", ")", "(", "and", "/", "-", "–", "—", "*"])
_DASHES = frozenset(["-", "–", "—", "•", "*"])
_FINITE = frozenset(
    ["is", "are", "was", "were", "has", "have", "had", "will", "would", "it", "they", "this", "that", "which"]
)
_LONGEST = 28
"""The words of what stands over a list."""


@frozen(kw_only=True)
class Label:
    """What the figures of a list are of, and of when."""

    noun: str
    date: Dated | None
    people: bool = False


def label_over(around: Surroundings, row: Row) -> Label | None:
    """What stands over the bare figures of a line; ``None`` where a line has none, or nothing says what they are."""
    if not any(True for _ in _bare(row)):
        return None
    line = _over(around, row)
    if line is None or "value" in line.kinds or len(line.tokens) > _LONGEST:
        return None
    head = around.row(line)
    reach = range(len(head.tokens))
    at = next((k for k in reach if head.sense(k, "measure") and is_head(head, k)), None)
    people = next((k for k in reach if head.sense(k, "forces", "job")), None) if at is None else None
    at = people if at is None else at
    if at is None:
        return None
    start, end = phrase(head, at)
    noun = around.page.document.text[head.tokens[start].start : head.tokens[end - 1].end]
    dates = (t.mention for t in reversed(head.tokens) if isinstance(t.mention, DateMention))
    date = next((d for d in dates if d.period.edtf and not d.dateline), None)
    dated = (
        Dated(period=date.period, start=date.start, end=date.end, kind=EvidenceKind.IMPLIED)
        if date is not None
        else None
    )
    return Label(noun=noun, date=dated, people=people is not None)


def labelled(row: Row, found: Sequence[Reading], label: Label) -> tuple[Reading, ...]:
    """The figures of a line with its bare ones as what the words over it say."""
    known = {reading.at: reading for reading in found}
    for at, value in _bare(row):
        reading = known.get(at)
        if reading is not None and (reading.measure is not None or reading.basis is Basis.CHANGE):
            continue
        if label.people and value.kind == "count" and value.noun is None:
            value = evolve(value, kind="persons", unit="person")
        basis = Basis.SHARE if value.unit == "percent" else Basis.LEVEL
        counted = value.kind in ("count", "persons")
        known[at] = (
            Reading(at=at, value=value, trigger=at, basis=basis, noun=label.noun, borrowed=True, holder=counted)
            if reading is None
            else evolve(reading, noun=label.noun, borrowed=True)
        )
    return tuple(known[at] for at in sorted(known))


def _bare(row: Row) -> Iterator[tuple[int, ValueMention]]:
    """The values of a line that begins with a name, each behind a name and before a stop."""
    first = 1 if row.word(0) in _DASHES else 0
    if not _is_name(row, first):
        return
    for at, token in enumerate(row.tokens):
        value = token.mention
        if not isinstance(value, ValueMention) or value.kind not in _KINDS or value.equivalent_of is not None:
            continue
        name = at - 2 if row.word(at - 1) in _JOINTS else at - 1
        if _is_name(row, name) and row.word(at + 1) in _ENDS and row.kind(at + 1) in ("", "mark", "word"):
            yield at, value


def _is_name(row: Row, at: int) -> bool:
    return at >= 0 and (row.kind(at) == "actor" or row.sense(row.start_of(at), "region") is not None)


def _over(around: Surroundings, row: Row) -> Line | None:
    """The line over a list, or the sentence before that tells nothing but what the figures are of."""
    line = row.line
    if line.kind is BlockKind.LIST_ITEM:
        above = around.ahead(around.page.document.blocks[around.paragraph(line)])
        led = above is not None and (above.kind is not BlockKind.PARAGRAPH or above.tokens[-1].text == ":")
        return above if led and above is not None and above.kind is not BlockKind.LIST_ITEM else None
    if line.kind not in (BlockKind.PARAGRAPH, BlockKind.CAPTION):
        return None
    before = next(around.before(line), None)
    if before is None or before.line.block != line.block:
        return None
    told = any(row_word in _FINITE for row_word in before.line.texts) or any(
        s.form in ("past", "third") and s.tag != "measure" for senses in before.senses.values() for s in senses
    )
    return before.line if not told or before.line.tokens[-1].text == ":" else None
