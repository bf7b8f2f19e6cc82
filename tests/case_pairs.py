"""Labelled pairs of records of different documents: how a line of ``tests/pairs`` finds its records.

A record is named by what survives a rebuild: its document, its type, a quote of the text in which it is told, and words that
it must hold (a party's code, a person, a designation, a number), so that a record which was built otherwise than the
text says is not taken for it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from attrs import evolve
from places import CORPUS, SEEDS

from kordef.amounts import Amount
from kordef.cases.keys import words_of
from kordef.dataset import Dataset
from kordef.identity import references
from kordef.periods import Period
from kordef.pipeline import build, extract
from kordef.reading import read_file
from kordef.records import Actor, Record, WeaponSystem
from kordef.values import Money, Quantity

PAIRS = Path(__file__).parent / "pairs"
UNLABELLED = "701"
"""No pair was labelled in the articles from this number on; beside them more reports tell of the same deals."""


def lines(folder: str = "") -> list[dict[str, Any]]:
    """The labelled pairs of a folder: those by which the weights were set, or those that were labelled later."""
    files = sorted((PAIRS / folder).glob("*.jsonl"))
    return [json.loads(line) for path in files for line in path.read_text("utf-8").splitlines() if line]


@cache
def dataset() -> Dataset:
    """The records of the seeds, of the annotated texts and of those written for the pairs."""
    records = [*build([SEEDS, PAIRS / "texts"]).records]
    index = (CORPUS / "index.jsonl").read_text("utf-8").splitlines()
    for entry in map(json.loads, index):
        if entry["doc"] >= UNLABELLED:
            continue
        document = read_file(CORPUS / "docs" / f"{entry['doc']}.txt")
        published = Period(edtf=entry["published"])
        records.extend(extract(evolve(document, published=published, published_basis="printed")).records)
    return Dataset.of(records)


@cache
def text_of(name: str) -> str:
    """A document's text."""
    for folder in (SEEDS, PAIRS / "texts", CORPUS / "docs"):
        if (folder / name).exists():
            return read_file(folder / name).text
    raise LookupError(name)


@cache
def _by_document() -> dict[tuple[str, str], list[Record]]:
    data = dataset()
    found: dict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in data:
        source = data.source_of(record)
        while source.parent is not None:
            source = data.source_of(source) if source.source != source.id else data[source.parent]
        found[source.file or "", record.type].append(record)
    return found


def find(doc: str, kind: str, quote: str, words: list[str]) -> Record | None:
    """The record that a line means: the one with most of its evidence in the quote that holds all the words."""
    text = text_of(doc)
    best: tuple[int, int, Record] | None = None
    start = text.find(quote)
    assert start >= 0, f"{doc} does not have {quote!r}"
    while start >= 0:
        end = start + len(quote)
        for record in _by_document().get((doc, kind), []):
            inside = [e for e in record.evidence if start < e.end and e.start < end]
            whole = sum(min(e.end, end) - max(e.start, start) for e in inside if not e.field)
            if inside and set(words) <= set(marks(record)) and (best is None or (whole, len(inside)) > best[:2]):
                best = (whole, len(inside), record)
        start = text.find(quote, start + 1)
    return best[2] if best else None


@cache
def marks(record: Record) -> frozenset[str]:
    """The words that a line may ask of a record."""
    return frozenset(_marks(record))


def _marks(record: Record) -> Iterator[str]:
    data = dataset()
    for _, identifier in references(record):
        other = data.get(identifier)
        if isinstance(other, Actor):
            yield data.party(other.id)
            if other.acts_for:
                yield data.party(other.acts_for)
            if other.catalogue == "organisation:eu":
                yield "EU"
            yield from words_of(other.name)
        elif isinstance(other, WeaponSystem):
            yield from (other.designation or "", (other.family or "").removeprefix("weapon:").upper())
    for name in ("name", "kind", "indicator", "subject", "what"):
        yield from words_of(str(getattr(record, name, None) or ""))
        yield str(getattr(record, name, None) or "")
    for item in getattr(record, "items", ()):
        yield from _bounds(item.number)
    value = getattr(record, "value", None)
    if isinstance(value, Money | Quantity):
        yield from _bounds(value.amount)


def _bounds(amount: Amount | None) -> Iterator[str]:
    if amount is not None:
        yield from (f"{bound:f}" for bound in (amount.low, amount.high) if bound is not None)
