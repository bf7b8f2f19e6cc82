"""What a release shows of its sources' words: short quotes, or only their places and hashes."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from kordef.dataset import Dataset
from kordef.errors import ReleaseError
from kordef.evidence import Evidence, quote_hash
from kordef.forms import NOT_BLANK, Form, Instance, Many, Optional, String, fields_of
from kordef.records import Record, Source, Statement
from kordef.vocabulary import Quoting

__all__ = ["LONGEST", "publishable"]

LONGEST = 300
"""How many characters a quote has at most."""


def publishable(dataset: Dataset) -> Dataset:
    """The dataset with what may be published of its sources' words.

    Quotes and other texts of more than :data:`LONGEST` characters end at the last blank before that; the evidence ends with its
    quote. Of a source with ``quotes = false`` evidence keeps its place and the hash of the quote; passages, headings and the
    text of statements are left out. What is publishable already stays as it is.

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
    records = (_silenced(r, silent) if r.source in silent else _shortened(r) for r in dataset.records)
    return Dataset.of(records).with_judgements(dataset.judgements)


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
