"""The sentences that facts rest on, kept with the source so that each quote can be shown in its context."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve

from kordef.document import Document, Span
from kordef.records import Passage, Record, Source
from kordef.trusted import trusted

__all__ = ["with_passages"]

LONGEST = 300
"""Passages are quotes, not texts: a longer sentence is cut to the words around the evidence."""

_AROUND = 100

_PASSAGE = trusted(Passage)


def with_passages(document: Document, sources: Sequence[Source], facts: Iterable[Record]) -> tuple[Source, ...]:
    """The sources, each with the sentences that the evidence of its facts lies in."""
    spans = list(_spans(document))
    starts = [s.start for s in spans]
    shown = {(e.source, e.start, e.end) for fact in facts for e in fact.evidence}
    found: dict[str, set[tuple[int, int]]] = {s.id: set() for s in sources}
    for source, start, end in shown:
        found[source].add(_passage(document.text, spans, starts, start, end))
    return tuple(
        evolve(s, passages=tuple(_PASSAGE(start=a, exact=document.text[a:b]) for a, b in sorted(found[s.id])))
        for s in sources
    )


def _spans(document: Document) -> Iterator[Span]:
    """The sentences, and the rows of tables, in the order of the text."""
    for block in document.blocks:
        if block.table is None:
            yield from block.sentences or (Span(block.start, block.end),)
            continue
        for row in (*block.table.header, *block.table.rows):
            if row:
                yield Span(row[0].start, row[-1].end)


def _passage(text: str, spans: Sequence[Span], starts: Sequence[int], low: int, high: int) -> tuple[int, int]:
    """The sentence around the words from ``low`` to ``high``, cut where it is too long."""
    at = bisect_right(starts, low) - 1
    start, end = (spans[at].start, spans[at].end) if at >= 0 else (low, high)
    if end < high:  # evidence over several sentences
        start, end = min(start, low), high
    if end - start <= LONGEST:
        return start, end
    if low - start > _AROUND:
        blank = text.find(" ", low - _AROUND, low)
        start = blank + 1 if blank >= 0 else low
    if end - high > _AROUND:
        blank = text.rfind(" ", high, high + _AROUND)
        end = blank if blank >= 0 else high
    return start, end
