"""The examples of the frames of transfers: adding a wording to the data file needs no code, but it needs an example."""

from __future__ import annotations

from collections import Counter

import pytest
from transfer_reading import read, summary

from kordef.builders.grammar.frames import Frame, load

FRAMES = [(f, n) for f in load("transfers").frames for n in range(len(f.examples))]


@pytest.mark.parametrize(("frame", "number"), FRAMES, ids=[f"{f.id}-{n}" for f, n in FRAMES])
def test_the_examples_of_a_frame_hold(frame: Frame, number: int) -> None:
    example = dict(frame.examples[number])
    page, found = read(f"Defence notes\n\n{example.pop('text')}")
    if example.pop("none", False):
        assert found == ()
        return
    assert len(found) == 1
    got = summary(page, found[0])
    assert {k: got[k] for k in example} == example


def test_every_frame_of_a_deal_has_an_example() -> None:
    assert [f.id for f in load("transfers").frames if not f.examples] == []


def test_a_verb_is_the_trigger_of_one_frame_of_deals() -> None:
    # the first frame of the file would have it, and the second never
    verbs = [verb for frame in load("transfers").frames for verb in frame.verbs]
    assert [verb for verb, times in Counter(verbs).items() if times > 1] == []
