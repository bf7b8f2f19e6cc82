"""What holds of recognising actors and weapons for any text: spans, determinism, linear time."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kordef.catalogue import load
from kordef.document import Document
from kordef.mentions.actors.finder import find_actors
from kordef.mentions.lexicon import lexicon
from kordef.mentions.model import ActorMention, WeaponMention
from kordef.mentions.names import fold
from kordef.mentions.passages import Spans, read
from kordef.mentions.weapons.finder import find_weapons
from kordef.reading import read_text

PIECES = [
    "Poland", "South Korea", "Korean", "Seoul", "the North", "Brussels", "Washington", "Georgia", "US", "U.S.", "NATO", "the alliance", "EU",
    "President", "Minister", "Defence Minister", "Cho Tae-yul", "Andrzej Duda", "Cho", "Kim", "von der Leyen", "he", "the minister", "counterpart",
    "Hanwha Aerospace", "Hanwha", "Go Craft", "Ltd", "Industries", "company", "the company", "(ABC)", "Ministry of", "ministry", "defence",
    "Agency", "Command", "Army", "navy", "K9", "K2s", "FA-50", "howitzers", "tanks", "frigate", "HMS", "Spey", "Bayern", "-class", "QX-77",
    "missiles", "called", "155 mm", "rounds", "and", ",", ".", "in", "of", "with", "the", "'s", "(", ")", "\n\n", "12", "ordered", "é", "한국", "łódź",
]  # fmt: skip


def find(document: Document) -> tuple[tuple[ActorMention, ...], tuple[WeaponMention, ...]]:
    words = lexicon(load())
    page = read(document, words.table)
    weapons = find_weapons(page, words)
    taken = Spans((weapon.start, weapon.end) for weapon in weapons if weapon.form == "name")
    return find_actors(page, words, taken), weapons


@settings(deadline=None, max_examples=300)
@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join)))
def test_spans_are_right_and_mentions_of_a_kind_do_not_overlap(text: str) -> None:
    document = read_text("page.txt", text)
    for mentions in find(document):
        for mention in mentions:
            assert document.text[mention.start : mention.end] == mention.exact
            assert mention.exact.strip()
            block = document.blocks[mention.block]
            assert block.start <= mention.start < mention.end <= block.end
        for one, other in pairwise(mentions):
            assert one.end <= other.start


@settings(deadline=None, max_examples=100)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
def test_inner_spans_lie_where_they_say(text: str) -> None:
    document = read_text("page.txt", text)
    actors, weapons = find(document)
    for actor in actors:
        assert (actor.post is None) == (actor.post_span is None)
        if actor.post_span is not None:
            assert fold(document.text[slice(*actor.post_span)]) == actor.post
    for weapon in weapons:
        assert weapon.category_stated == (weapon.category_span is not None)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
def test_the_same_text_gives_the_same_mentions(text: str) -> None:
    assert find(read_text("page.txt", text)) == find(read_text("page.txt", text))


@given(st.text(max_size=200))
def test_folding_keeps_offsets(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łódź", "Lodz"),
        ("Türkiye’s", "Turkiye's"),
        ("FA‑50", "FA-50"),
        ("Støre", "Store"),
        ("Kõu", "Kou"),
        ("straße", "straße"),
    ],
)
def test_folding_takes_marks_away(text: str, folded: str) -> None:
    assert fold(text) == folded


def seconds(text: str) -> float:
    document = read_text("page.txt", text)
    begin = time.process_time()
    find(document)
    return time.process_time() - begin


@pytest.mark.parametrize(
    "unit",
    [
        "Poland bought K9 howitzers from Hanwha Aerospace, and President Andrzej Duda met Cho Tae-yul in Seoul. ",
        "Georgia and Washington ",
        "the company Hanwha ",
        "Kim Kim-Kim ",
        "the minister of President ",
        "Ministry of Defence, ",
        "Army Navy Command Agency ",
        "howitzers and K2 and ",
        "frigate Bayern the Bayern ",
        "QX-77 and QX-78 tanks ",
        "A-class ships ",
        "he she he ",
        "Xa Ltd Xa Inc Xb Co ",
        "(ABC) (ABD) ",
        "Aaaa-Bbbb-",
        "K9K9K9K9",
        "A.B.C. ",
        "'s 's 's ",
        "               ",
        "the alliance the bloc NATO ",
    ],
)
def test_time_grows_no_more_than_linearly(unit: str) -> None:
    small, large = (unit * (size // len(unit)) for size in (8_000, 48_000))
    base = min(seconds(small) for _ in range(2))
    # Six times the text; twice as much again for the noise of a busy machine, and a floor for what is too quick to measure.
    assert any(seconds(large) < max(12 * base, 1.0) for _ in range(3))
