"""Events: the examples of the frames, sentences of several registers, near-misses, and one vote told in many sentences."""

from __future__ import annotations

from functools import cache

import pytest

from kordef.builders import events, page_of
from kordef.builders.grammar.frames import Frame, load
from kordef.builders.page import Page
from kordef.catalogue import Catalogue
from kordef.catalogue import load as load_catalogue
from kordef.evidence import unsupported
from kordef.mentions import find
from kordef.reading import read_text
from kordef.records import Event


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def read(body: str) -> tuple[Page, tuple[Event, ...]]:
    document = read_text("test.txt", f"Forces and defence policy\n\nWARSAW, 5 March 2024 (Reuters) - {body}\n")
    page = page_of(document, find(document, catalogue()), catalogue())
    return page, events.build(page)


def summary(page: Page, event: Event) -> dict[str, object]:
    return {
        "kind": str(event.kind),
        "actors": sorted(f"{a.role} {page.actors[a.actor].code or page.actors[a.actor].name}" for a in event.actors),
        "date": event.date.edtf if event.date else None,
        "place": event.place,
        "modality": str(event.modality),
    }


FRAMES = [(f, n) for f in load("events").frames for n in range(len(f.examples))]
DATELESS = ("vote-for", "abstain", "garner")


@pytest.mark.parametrize(("frame", "number"), FRAMES, ids=[f"{f.id}-{n}" for f, n in FRAMES])
def test_the_examples_of_a_frame_hold(frame: Frame, number: int) -> None:
    example = dict(frame.examples[number])
    text = str(example.pop("text"))
    if frame.id in DATELESS and "date" not in example:
        # a vote is an event once something dates it
        text = "The Council met on 24 February 2025. " + text
    page, found = read(text)
    matching = [e for e in found if str(e.kind) == example["kind"]]
    assert len(matching) == 1
    got = summary(page, matching[0])
    assert {k: got[k] for k in example} == example
    assert unsupported(matching[0]) == ()


def test_every_frame_has_an_example() -> None:
    assert [f.id for f in load("events").frames if not f.examples] == []


SENTENCES = [
    ("The Seoul court sentenced the former minister on 3 May 2023.", {"kind": "court_ruling", "date": "2023-05-03"}),
    (
        "North Korea test-fired a new hypersonic missile on January 6, Seoul's military said.",
        {"kind": "test", "actors": ["agent KP"], "date": "2024-01-06"},
    ),
    (
        "Hanwha Aerospace broke ground on a new plant in Georgia in April 2023.",
        {"kind": "launch", "actors": ["agent Hanwha Aerospace"], "date": "2023-04", "place": "Georgia"},
    ),
    (
        "Mark Rutte took office as NATO secretary general on 1 October 2024.",
        {"kind": "appointment", "actors": ["agent Mark Rutte"], "date": "2024-10-01"},
    ),
    (
        "On 27 October 2024 Japan held a general election.",
        {"kind": "election", "actors": ["agent JP"], "date": "2024-10-27"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[s[0][:40] for s in SENTENCES])
def test_a_sentence_gives_its_event(text: str, expected: dict[str, object]) -> None:
    page, found = read(text)
    assert len(found) == 1
    got = summary(page, found[0])
    assert {k: got[k] for k in expected} == expected
    assert unsupported(found[0]) == ()


REGISTERS = [
    (
        "South Korea's Constitutional Court upheld the impeachment of President Yoon Suk Yeol on April 4, 2025, removing him from office.",
        {"kind": "court_ruling", "date": "2025-04-04"},
    ),
    (
        "North Korea launched a spy satellite on 21 November 2023.",
        {"kind": "test", "actors": ["agent KP"], "date": "2023-11-21"},
    ),
    (
        "Germany created a special fund for its army in 2022.",
        {"kind": "launch", "actors": ["agent DE"], "date": "2022"},
    ),
    ("Russia annexed Crimea in 2014.", {"kind": "attack", "actors": ["agent RU", "target UA"], "date": "2014"}),
]


@pytest.mark.parametrize(("text", "expected"), REGISTERS, ids=[s[0][:40] for s in REGISTERS])
def test_other_registers(text: str, expected: dict[str, object]) -> None:
    page, found = read(text)
    assert len(found) == 1
    got = summary(page, found[0])
    assert {k: got[k] for k in expected} == expected


NOTHING = [
    "The coach was appointed last week and the team opened the season on Friday.",
    "The company launched a tender on 2 March 2024.",
    "The two ministers launched a dialogue in Berlin on 4 March.",
    "The shop opened in 2010 and sells bread.",
    "Russia has not invaded Moldova.",
    "The court delayed its decision on approving or dismissing the impeachment since February.",
    "Parliament will vote on the bill.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_event(text: str) -> None:
    assert read(text)[1] == ()


def test_a_vote_told_in_several_sentences_is_one_event() -> None:
    page, found = read(
        "The divide was evident on February 24, 2025. The U.S. submitted a resolution calling for an end to the war, which "
        "garnered support from China and Russia. France and the UK abstained. South Korea, a member of the Council, voted in "
        "favor of the resolution."
    )
    votes = [summary(page, e) for e in found if str(e.kind) == "vote"]
    assert votes == [
        {
            "kind": "vote",
            "actors": ["abstaining FR", "abstaining GB", "agent US", "for CN", "for KR", "for RU"],
            "date": "2025-02-24",
            "place": None,
            "modality": "asserted",
        }
    ]


def test_an_invasion_named_often_is_one_event() -> None:
    page, found = read(
        "Russia launched a full-scale invasion of Ukraine in February 2022. Exports grew after Russia’s invasion of Ukraine. The "
        "Russian invasion of Ukraine changed much."
    )
    assert [summary(page, e)["actors"] for e in found] == [["agent RU", "target UA"]]


@pytest.mark.parametrize("body", ["invasion of " * 20_000, "Russia voted for " * 20_000])
def test_long_nonsense_tells_nothing(body: str) -> None:
    _, found = read(body)
    assert not found
