"""Reads a text and tells its observations; shared by the tests of observations."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from kordef.builders import page_of
from kordef.builders.observations import builder as observations
from kordef.catalogue import load
from kordef.evidence import unsupported
from kordef.mentions import find
from kordef.periods import Period
from kordef.reading import read_text
from kordef.records import Observation

__all__ = ["Told", "read", "summary"]

Told = list[tuple[str, str | None, str | None]]
"""The quote, subject and period of observations."""


def read(text: str, published: str | None) -> tuple[Observation, ...]:
    """The observations of a text; every field that one states must have its evidence, and all evidence its words."""
    document = read_text("test.txt", text)
    if published:
        document = evolve(document, published=Period(edtf=published), published_basis="printed")
    found = observations.build(page_of(document, find(document, load()), load()))
    for record in found:
        assert unsupported(record) == ()
        assert all(text[e.start : e.end] == e.exact for e in record.evidence)
    return found


def summary(found: Iterable[Observation]) -> Told:
    """Each observation by its quote, subject and period."""
    return [(r.evidence[0].exact, r.subject, r.period.edtf if r.period else None) for r in found]
