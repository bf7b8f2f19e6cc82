"""What a release shows of its sources' words: short quotes, or only their places and hashes."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import Any

from attrs import evolve

from kordef.dataset import Dataset
from kordef.errors import ReleaseError
from kordef.evidence import Evidence, quote_hash
from kordef.forms import NOT_BLANK, Form, Instance, Many, Optional, String, fields_of
from kordef.records import Actor, Passage, Record, Source, Statement, WeaponSystem
from kordef.vocabulary import Quoting

__all__ = ["LONGEST", "publishable"]

LONGEST = 300
"""How many characters a quote has at most."""

SHARE = 4
"""The sentences around quotes come to no more than one part in so many of a document."""


def publishable(dataset: Dataset) -> Dataset:
    """The dataset with what may be published of its sources' words.

    Quotes and other texts of more than :data:`LONGEST` characters end at the last blank before that; the evidence ends
    with its quote. Of the sentences that quotes stand in those are kept that most of a document's facts rest on, until
    they come to a quarter of its text. Of a source with ``quotes = false`` evidence keeps its place and the hash of the
    quote; passages, headings and the text of statements are left out. What is publishable already stays as it is.

    :raises ReleaseError: a source may not be published at all
    """
    forbidden = [source for source in dataset.sources if source.quotes is Quoting.NOTHING]
    if forbidden:
        names = ", ".join(repr(source.file or source.title) for source in forbidden)
        raise ReleaseError(
            f'nothing that rests on {names} may be published (quotes = "nothing" in sources.toml): '
            "leave the document out of the release"
        )
    silent = {source.id for source in dataset.sources if source.quotes is Quoting.OFFSETS}
    kept = _passages(dataset)
    records = (
        _silenced(r, silent)
        if r.source in silent
        else _shortened(evolve(r, passages=kept[r.id]) if isinstance(r, Source) else r)
        for r in dataset.records
    )
    return Dataset.of(records).with_judgements(dataset.judgements)


def _passages(dataset: Dataset) -> dict[str, tuple[Passage, ...]]:
    """The passages of each source that may be shown."""
    resting = Counter((e.source, e.start) for r in dataset.records if not isinstance(r, _NAMING) for e in r.evidence)
    starts: dict[str, list[int]] = {}
    for key, start in resting:
        starts.setdefault(key, []).append(start)
    found: dict[str, list[tuple[int, str, Passage]]] = {}  # by document: its stories share one text
    for source in dataset.sources:
        known = sorted(starts.get(source.id, ()))
        for passage in source.passages:
            low = bisect_left(known, passage.start)
            high = bisect_left(known, passage.start + len(passage.exact))
            count = sum(resting[source.id, at] for at in known[low:high])
            found.setdefault(source.sha256, []).append((count, source.id, passage))
    kept: dict[str, list[Passage]] = {source.id: [] for source in dataset.sources}
    lengths = {source.sha256: source.length for source in dataset.sources}
    for sha256, passages in found.items():
        left = lengths[sha256] // SHARE
        for _, key, passage in sorted(passages, key=lambda p: (-p[0], p[2].start)):
            shown = min(len(passage.exact), LONGEST)
            if shown <= left:
                left -= shown
                kept[key].append(passage)
    return {key: tuple(sorted(chosen, key=lambda p: p.start)) for key, chosen in kept.items()}


_NAMING = (Source, Actor, WeaponSystem)
"""Records of names, which no fact rests on."""


def _silenced(record: Record, silent: set[str]) -> Record:
    changes: dict[str, Any] = {"evidence": tuple(_hashed(e) if e.source in silent else e for e in record.evidence)}
    if isinstance(record, Source):
        sections = tuple(evolve(stretch, heading=None) for stretch in record.sections)
        changes |= {"passages": (), "sections": sections, "rejected": ()}
    if isinstance(record, Statement):
        changes["text"] = ""
    short: Record = _shortened(evolve(record, **changes))
    return short


def _hashed(evidence: Evidence) -> Evidence:
    if evidence.sha256 is not None:
        return evidence
    return evolve(evidence, exact="", sha256=quote_hash(evidence.exact))


def _shortened(thing: Any) -> Any:
    """An object whose texts, and those of its parts, are short enough."""
    changes: dict[str, Any] = {}
    cls: type[Any] = thing.__class__
    for field in fields_of(cls):
        value = getattr(thing, field.name)
        short = _short(field.form, value)
        if short is not value:
            changes[field.name] = short
    if isinstance(thing, Evidence) and "exact" in changes:
        changes["end"] = thing.start + len(changes["exact"])
    return evolve(thing, **changes) if changes else thing


def _short(form: Form, value: Any) -> Any:
    match form:
        case Optional(inner):
            return value if value is None else _short(inner, value)
        case String(pattern=pattern) if pattern in (None, NOT_BLANK):
            return cut(value)
        case Many(item):
            items = tuple(_short(item, each) for each in value)
            if all(new is old for new, old in zip(items, value, strict=True)):
                return value
            # two long texts may have become one
            return tuple(dict.fromkeys(items)) if form.distinct else items
        case Instance():
            return _shortened(value)
        case _:
            return value


def cut(text: str) -> str:
    """A text up to the last blank within :data:`LONGEST` characters, or as many characters if there is none."""
    if len(text) <= LONGEST:
        return text
    head = text[: LONGEST + 1]
    at = max(head.rfind(" "), head.rfind("\n"), head.rfind("\t"))
    short = head[:at].rstrip() if at > 0 else ""
    return short or text[:LONGEST]
