"""Joint statements without a party or day of their own, and what a signed paper brings about."""

from __future__ import annotations

import pytest
from attrs import evolve

from kordef.builders import page_of
from kordef.builders.agreements.builder import build
from kordef.catalogue import load
from kordef.mentions import find
from kordef.periods import Period
from kordef.reading import read_text

CATALOGUE = load()


def told(text: str) -> list[tuple[str, str, str | None]]:
    """Status, parties and first day of each agreement."""
    document = evolve(read_text("t.txt", text), published=Period(edtf="2024-10-29"), published_basis="printed")
    page = page_of(document, find(document, CATALOGUE), CATALOGUE)
    out: list[tuple[str, str, str | None]] = []
    for record in build(page):
        actors = [page.actors[p] for p in record.parties]
        steps = (record.signed, record.announced)
        day = next((d.edtf for d in steps if d is not None), None)
        out.append((record.status.value, " ".join(sorted(a.code or a.name for a in actors)), day))
    return out


MET = "Foreign ministers Cho Tae-yul and Radoslaw Sikorski met in Warsaw on 12 September 2024."


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"{MET} In a joint statement they condemned Russia.", "2024-09-12"),
        (f"{MET} A joint statement named Russia as the cause.", "2024-09-12"),
        (f"{MET}\n\nIn a joint statement the ministers called on Pyongyang to stop.", "2024-09-12"),
        (f"{MET} Their joint statement has four points on tanks.", "2024-09-12"),
        (f"{MET} A joint declaration spoke of Moscow and of Minsk.", "2024-09-12"),
        (f"{MET}\n\nThey spoke of tanks.\n\nIn a joint statement Cho and Sikorski condemned Russia.", "2024-09-12"),
    ],
)
def test_statements_of_those_who_met(text: str, day: str) -> None:
    assert told(text) == [("announced", "KR PL", day)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway and Saudi Arabia signed a memorandum of understanding that sets up a joint committee.", "signed"),
        ("Norway and Saudi Arabia signed a defence accord that establishes a working group.", "signed"),
        ("Norway and Saudi Arabia signed a memorandum of understanding, which set up a joint committee.", "signed"),
        (
            "On Sunday Norway and Saudi Arabia had signed a memorandum of understanding that created a staff college.",
            "signed",
        ),
        ("Norway and Saudi Arabia initialled a defence treaty which founds a joint agency.", "signed"),
        ("A defence partnership was established by Norway and Saudi Arabia.", "in_force"),
    ],
)
def test_what_a_paper_brings_about(text: str, status: str) -> None:
    assert [t[:2] for t in told(text)] == [(status, "NO SA")]
