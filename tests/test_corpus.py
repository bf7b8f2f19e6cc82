"""The project's own annotated texts: their annotations are well formed, and recognition keeps its height on them.

The floors are somewhat below what is found today, so that a change that loses a good deal is seen and one that loses a
doubtful case is not.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType
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
    lines = (CORPUS / "index.jsonl").read_text("utf-8").splitlines()
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


def report(docs: Sequence[str]) -> dict[str, dict[str, Any]]:
    """What the corpus's own scorer says of texts."""
    gold = [line for doc in docs for line in gold_of(doc)]
    found = [line for doc in docs for line in found_in(doc)]
    figures: dict[str, dict[str, Any]] = scorer().score(gold, found, docs)[0]
    return figures


@cache
def scorer() -> ModuleType:
    spec = spec_from_file_location("score", CORPUS / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


LATE, LATEST = "601", "701"
"""The articles from these on were written last; most rules are older than they."""


@cache
def figures(start: str, end: str) -> dict[str, dict[str, Any]]:
    return report([doc for doc in DOCUMENTS if start <= doc < end])


def _check(family: str, recall: float, precision: float, start: str, end: str) -> None:
    got = figures(start, end)[family]
    assert got["recall"] >= recall
    assert got["precision"] >= precision


@pytest.mark.parametrize(
    ("family", "recall", "precision"),
    [
        ("value", 0.98, 0.98),
        ("date", 0.96, 0.97),
        ("actor", 0.97, 0.98),
        ("weapon", 0.92, 0.97),
        ("agreement", 0.82, 0.94),
        ("dialogue", 0.88, 0.95),
        ("transfer", 0.79, 0.92),
        ("deployment", 0.83, 0.88),
        ("statistic", 0.95, 0.96),
    ],
)
def test_recognition_keeps_its_height(family: str, recall: float, precision: float) -> None:
    _check(family, recall, precision, "000", LATE)


@pytest.mark.parametrize(
    ("family", "recall", "precision"),
    [
        ("value", 0.95, 0.95),
        ("date", 0.94, 0.95),
        ("actor", 0.97, 0.98),
        ("weapon", 0.93, 0.95),
        ("agreement", 0.60, 0.90),
        ("dialogue", 0.54, 0.90),
        ("transfer", 0.58, 0.83),
        ("deployment", 0.60, 0.75),
        ("statistic", 0.60, 0.84),
    ],
)
def test_recognition_keeps_its_height_on_later_articles(family: str, recall: float, precision: float) -> None:
    _check(family, recall, precision, LATE, LATEST)


@pytest.mark.parametrize(
    ("family", "recall", "precision"),
    [
        ("value", 0.95, 0.95),
        ("date", 0.92, 0.92),
        ("actor", 0.95, 0.96),
        ("weapon", 0.90, 0.92),
        ("agreement", 0.55, 0.86),
        ("dialogue", 0.60, 0.88),
        ("transfer", 0.45, 0.75),
        ("deployment", 0.58, 0.84),
        ("statistic", 0.76, 0.88),
    ],
)
def test_recognition_keeps_its_height_on_the_articles_written_last(
    family: str, recall: float, precision: float
) -> None:
    _check(family, recall, precision, LATEST, "999")
