"""What a short text yields, as lines of annotations; shared by the tests of builders."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from kordef.annotations import annotate
from kordef.evidence import unsupported
from kordef.periods import Period
from kordef.pipeline import extract
from kordef.reading import read_text


def annotated(text: str, family: str, published: str = "2025-06-18") -> list[dict[str, Any]]:
    """The lines of one family in a page with this text; every field of every record has its evidence."""
    page = read_text("a.txt", f"News of the day\n\n{text}\n")
    extraction = extract(evolve(page, published=Period(edtf=published), published_basis="printed"))
    assert all(unsupported(record) == () for record in extraction.records)
    return [line for line in annotate(extraction) if line["family"] == family]
