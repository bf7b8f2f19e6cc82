"""Short passages in many wordings: their annotations are well formed, their facts are found, and none where there are none.

Each line of ``corpus/passages.jsonl`` is a passage of a few sentences, or a piece of a table or list, with its facts. ``part`` says
whether rules were made with it in view ("open") or not ("aside"), or that it holds no fact ("none"); ``after`` names the page
whose facts it retells.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import pytest
from attrs import evolve
from places import CORPUS
from test_corpus import scorer

from kordef.annotations import annotate
from kordef.periods import Period
from kordef.pipeline import extract
from kordef.reading import read_text

FACTS = ("agreement", "dialogue", "transfer", "deployment", "statistic")
PASSAGES: dict[str, dict[str, Any]] = {
    passage["doc"]: passage for passage in map(json.loads, (CORPUS / "passages.jsonl").read_text("utf-8").splitlines())
}


@cache
def found_in(doc: str) -> tuple[dict[str, Any], ...]:
    passage = PASSAGES[doc]
    document = read_text(f"{doc}.txt", passage["text"])
    if passage["published"]:
        document = evolve(document, published=Period(edtf=passage["published"]), published_basis="printed")
    return tuple(annotate(extract(document)))


def test_annotations_point_at_their_quotes() -> None:
    for passage in PASSAGES.values():
        assert bool(passage["facts"]) <= (passage["part"] != "none")
        for fact in passage["facts"]:
            assert passage["text"][fact["start"] : fact["start"] + len(fact["quote"])] == fact["quote"]


@cache
def figures() -> dict[str, dict[str, Any]]:
    docs = [doc for doc, passage in PASSAGES.items() if passage["part"] != "none"]
    gold = [{"doc": doc, **fact} for doc in docs for fact in PASSAGES[doc]["facts"]]
    found = [line for doc in docs for line in found_in(doc) if line["family"] in ("weapon", *FACTS)]
    report: dict[str, dict[str, Any]] = scorer().score(gold, found, docs)[0]
    return report


@pytest.mark.parametrize(
    ("family", "recall", "precision"),
    [
        ("weapon", 0.90, 0.93),
        ("agreement", 0.76, 0.95),
        ("dialogue", 0.62, 0.93),
        ("transfer", 0.71, 0.90),
        ("deployment", 0.62, 0.80),
        ("statistic", 0.69, 0.86),
    ],
)
def test_passages_keep_their_height(family: str, recall: float, precision: float) -> None:
    got = figures()[family]
    assert got["recall"] >= recall
    assert got["precision"] >= precision


def test_passages_without_a_fact_yield_hardly_any() -> None:
    empty = [doc for doc, passage in PASSAGES.items() if passage["part"] == "none"]
    wrong = [(doc, line["family"], line["quote"]) for doc in empty for line in found_in(doc) if line["family"] in FACTS]
    assert len(empty) == 100
    assert len(wrong) <= 16, wrong
