"""What the build makes of the seeds, against what a person reads in them and against the reviewed snapshot."""

from __future__ import annotations

import difflib
from typing import Any

import pytest
from places import ROOT
from seeds_reading import FACTS, SNAPSHOT, differences, reading, snapshot, texts

READ = [fact for fact in reading() if "missed" not in fact]
MISSED = [fact for fact in reading() if "missed" in fact]


def name(fact: dict[str, Any]) -> str:
    return f"{fact['seed']} {fact['type']} {fact['quote'][:40]}"


@pytest.mark.parametrize("fact", reading(), ids=name)
def test_the_reading_quotes_the_seeds(fact: dict[str, Any]) -> None:
    assert texts()[fact["seed"]].count(fact["quote"]) >= 1


@pytest.mark.parametrize("fact", READ, ids=name)
def test_what_a_person_finds_is_a_record_with_the_same_fields(fact: dict[str, Any]) -> None:
    assert differences(fact) == []


@pytest.mark.parametrize("fact", MISSED, ids=name)
def test_what_is_missed_is_told_of(fact: dict[str, Any]) -> None:
    assert differences(fact), "it is found after all: take the entry's `missed` away"
    page = (ROOT / "docs" / "explanation" / "limits.md").read_text("utf-8")
    assert " ".join(fact["quote"].split()) in " ".join(page.split())


def test_the_reading_is_of_every_kind_and_every_seed() -> None:
    assert {fact["seed"] for fact in READ} == set(texts())
    assert len({fact["type"] for fact in READ}) == len(FACTS)


def test_the_snapshot_is_what_the_build_gives() -> None:
    shown, true = SNAPSHOT.read_text("utf-8").splitlines(), snapshot().splitlines()
    difference = "\n".join(difflib.unified_diff(shown, true, "reviewed", "built", lineterm="", n=0))
    assert not difference, f"review, then write it with tests/seeds_reading.py --write:\n{difference}"
