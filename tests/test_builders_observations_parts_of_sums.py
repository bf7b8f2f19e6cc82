"""Periods of a part of what the sentence before told: "Of the EU allocations, 35 billion euros was military aid"."""

from __future__ import annotations

import pytest
from attrs import evolve

from kordef.builders import page_of
from kordef.builders.observations.builder import build
from kordef.catalogue import load
from kordef.mentions import find
from kordef.periods import Period
from kordef.reading import read_text

CATALOGUE = load()


def periods(text: str) -> list[str | None]:
    document = evolve(read_text("t.txt", text), published=Period(edtf="2024-02-19"), published_basis="printed")
    page = page_of(document, find(document, CATALOGUE), CATALOGUE)
    return [r.period.edtf if r.period is not None else None for r in build(page)]


UNTIL = "By 31 July 2023 the United States had committed 70 billion euros to Ukraine."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{UNTIL} Of the US commitments, 42 billion euros was military aid.", ["../2023-07-31"] * 2),
        (
            f"{UNTIL} Of the commitments, 42 billion euros were military aid and 24 billion euros financial aid.",
            ["../2023-07-31"] * 3,
        ),
        (f"{UNTIL} Of its pledges, 42 billion euros was military aid.", ["../2023-07-31"] * 2),
        (f"{UNTIL} Of this sum, 42 billion euros was military aid.", ["../2023-07-31"] * 2),
        (
            "In 2022 Norway's arms exports reached 8 billion kroner. Of the exports, 2 billion kroner went to Ukraine.",
            ["2022", "2022"],
        ),
        (f"{UNTIL} Of the aid in 2022, 42 billion euros were military aid.", ["../2023-07-31", "2022"]),
    ],
)
def test_parts_have_the_time_of_the_whole(text: str, expected: list[str | None]) -> None:
    assert periods(text) == expected
