"""Forces that somebody refuses, is pressed or has no plans to send, and exercises called off, are never told as there."""

from __future__ import annotations

from itertools import product

import pytest
from framing import framed

from kordef.pipeline import extract
from kordef.reading import read_text
from kordef.records import Deployment
from kordef.vocabulary import Modality

ACTS = (
    "send two frigates to the Red Sea",
    "deploy 300 soldiers to Lithuania",
    "take part in an exercise with Korean forces in Busan",
    "station F-16 fighters in Romania",
)
NOT_DONE = (
    "refused to",
    "did not",
    "has yet to",
    "was unable to",
    "declined to",
    "is under pressure to",
    "has no plans to",
    "hopes to",
    "may",
    "will not",
    "has been asked to",
    "is considering whether to",
)
NAMED = (
    "The deployment of 300 Spanish soldiers to Lithuania",
    "Spain's dispatch of two frigates to the Red Sea",
    "A joint exercise of Spanish and Korean forces in Busan",
)
CAME_TO_NOTHING = (
    "{} was cancelled.",
    "{} has been postponed.",
    "{} never took place.",
    "{} is unlikely.",
    "{} has been ruled out.",
    "{} was rejected by parliament.",
    "{} has been proposed.",
    "There are no plans for {}.",
    "Madrid denied reports of {}.",
)


def _there(text: str) -> list[str]:
    found = extract(read_text("test.txt", text + "\n")).records
    return [r.what for r in found if isinstance(r, Deployment) and r.modality is Modality.ASSERTED]


@pytest.mark.parametrize("how", NOT_DONE)
def test_what_is_not_done(how: str) -> None:
    assert {act: there for act in ACTS if (there := _there(f"Spain {how} {act}."))} == {}


@pytest.mark.parametrize(("frame", "named"), list(product(CAME_TO_NOTHING, NAMED)))
def test_what_came_to_nothing(frame: str, named: str) -> None:
    assert _there(framed(frame, named)) == []


@pytest.mark.parametrize("act", ["sent two frigates to the Red Sea", "deployed 300 soldiers to Lithuania"])
def test_what_is_there(act: str) -> None:
    assert len(_there(f"Spain {act} in May.")) == 1
