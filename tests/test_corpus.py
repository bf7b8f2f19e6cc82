"""The project's own annotated texts: their annotations are well formed, and recognition keeps its height on them.

The floors are somewhat below what is found today, so that a change that loses a good deal is seen and one that loses a
doubtful case is not.
"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from typing import Any

import pytest
from attrs import evolve
from places import CORPUS

from kordef.annotations import annotate
from kordef.periods import Period
from kordef.pipeline import extract
from kordef.reading import read_file

FAMILIES = ("value", "date", "actor", "weapon", "agreement", "dialogue", "transfer", "deployment", "statistic")
DOCUMENTS = sorted(p.stem for p in (CORPUS / "docs").glob("*.txt"))


def gold_of(doc: str) -> list[dict[str, Any]]:
    lines = (CORPUS / "gold" / f"{doc}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines if line.strip()]


@cache
def index() -> dict[str, dict[str, Any]]:
    lines = [line for p in sorted(CORPUS.glob("index*.jsonl")) for line in p.read_text("utf-8").splitlines()]
    return {entry["doc"]: entry for entry in map(json.loads, lines)}


@cache
def found_in(doc: str) -> tuple[dict[str, Any], ...]:
    published = Period(edtf=index()[doc]["published"])
    document = evolve(read_file(CORPUS / "docs" / f"{doc}.txt"), published=published, published_basis="printed")
    return tuple(annotate(extract(document)))


@pytest.mark.parametrize("doc", DOCUMENTS)
def test_annotations_point_at_their_quotes(doc: str) -> None:
    text = (CORPUS / "docs" / f"{doc}.txt").read_text("utf-8")
    lines = gold_of(doc)
    assert lines
    for line in lines:
        assert line["doc"] == doc
        assert line["family"] in FAMILIES
        assert text[line["start"] : line["start"] + len(line["quote"])] == line["quote"]


@pytest.mark.parametrize("doc", DOCUMENTS)
def test_what_is_found_points_at_its_quotes(doc: str) -> None:
    text = (CORPUS / "docs" / f"{doc}.txt").read_text("utf-8")
    for line in found_in(doc):
        assert text[line["start"] : line["start"] + len(line["quote"])] == line["quote"]
        if line["family"] == "date":
            assert Period(edtf=line["edtf"])


@pytest.mark.parametrize("doc", [d for d in DOCUMENTS if not index()[d]["relevant"]])
def test_a_text_about_something_else_yields_no_fact(doc: str) -> None:
    assert [line for line in found_in(doc) if line["family"] in FAMILIES[3:]] == []


def touched(family: str) -> tuple[float, float]:
    """The share of annotated spans that something found touches, and of found spans that touch an annotated one."""
    hits: dict[str, int] = defaultdict(int)
    sizes: dict[str, int] = defaultdict(int)
    for doc in DOCUMENTS:
        gold = [g for g in gold_of(doc) if g["family"] == family]
        found = [p for p in found_in(doc) if p["family"] == family]
        if family in ("actor", "weapon") and not gold:
            continue

        def meets(a: dict[str, Any], others: list[dict[str, Any]]) -> bool:
            return any(
                a["start"] < b["start"] + len(b["quote"]) and b["start"] < a["start"] + len(a["quote"]) for b in others
            )

        required = [g for g in gold if not g.get("optional")]
        sizes["recall"] += len(required)
        hits["recall"] += sum(meets(g, found) for g in required)
        sizes["precision"] += len(found)
        hits["precision"] += sum(meets(p, gold) for p in found)
    return hits["recall"] / sizes["recall"], hits["precision"] / sizes["precision"]


@pytest.mark.parametrize(
    ("family", "recall", "precision"), [("value", 0.97, 0.95), ("date", 0.95, 0.95), ("weapon", 0.9, 0.85)]
)
def test_recognition_keeps_its_height(family: str, recall: float, precision: float) -> None:
    got_recall, got_precision = touched(family)
    assert got_recall >= recall
    assert got_precision >= precision
