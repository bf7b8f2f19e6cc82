"""Meetings that somebody refuses, hopes for or is only invited to, and those called off, are never told as held."""

from __future__ import annotations

from itertools import product

import pytest
from framing import framed

from kordef.pipeline import extract
from kordef.reading import read_text
from kordef.records import Dialogue
from kordef.vocabulary import Modality

WHO = "Spanish Defence Minister Margarita Robles"
ACTS = (
    "meet Korean Defence Minister Ahn Gyu-back in Seoul",
    "hold talks with Korean Defence Minister Ahn Gyu-back in Seoul",
    "visit Seoul",
    "hold a summit with President Lee Jae-myung in Madrid",
    "telephone Korean Defence Minister Ahn Gyu-back",
)
NOT_DONE = (
    "hopes to",
    "refused to",
    "did not",
    "has yet to",
    "was unable to",
    "declined to",
    "is under pressure to",
    "has no plans to",
    "has been invited to",
    "would like to",
    "plans to",
    "may",
)
NAMED = (
    f"A meeting between {WHO} and her Korean counterpart Ahn Gyu-back",
    "A summit between Spain and South Korea in Madrid",
    "Defence talks between Spain and South Korea",
    f"A visit by {WHO} to Seoul",
)
CAME_TO_NOTHING = (
    "{} was cancelled.",
    "{} was called off.",
    "{} has been postponed.",
    "{} never took place.",
    "{} is unlikely.",
    "{} has been ruled out.",
    "{} was scrapped.",
    "{} failed to materialise.",
    "{} has been proposed.",
    "Seoul denied reports of {}.",
    "There are no plans for {}.",
)


def _held(text: str) -> list[str]:
    found = extract(read_text("test.txt", text + "\n")).records
    return [r.name for r in found if isinstance(r, Dialogue) and r.modality is Modality.ASSERTED]


@pytest.mark.parametrize("how", NOT_DONE)
def test_what_is_not_done(how: str) -> None:
    assert {act: held for act in ACTS if (held := _held(f"{WHO} {how} {act}."))} == {}


@pytest.mark.parametrize(("frame", "named"), list(product(CAME_TO_NOTHING, NAMED)))
def test_what_came_to_nothing(frame: str, named: str) -> None:
    assert _held(framed(frame, named)) == []


@pytest.mark.parametrize(
    "act", ["met Korean Defence Minister Ahn Gyu-back", "held talks with Ahn Gyu-back", "visited Seoul"]
)
def test_what_was_held(act: str) -> None:
    assert len(_held(f"{WHO} {act} on Monday. A summit in May has been ruled out.")) == 1
