"""Text that is about something else yields no fact, whatever words, names and forms of sentences it borrows."""

import tomllib
from pathlib import Path

import pytest

from kordef import extract, read_text
from kordef.records import Record

PASSAGES = tomllib.loads((Path(__file__).parent / "off_subject.toml").read_text("utf-8"))["passage"]

ON_SUBJECT = [
    "Poland ordered 180 K2 tanks from South Korea for 3.4 billion dollars on Friday.",
    "The defence ministers of Norway and South Korea met in Oslo on 12 May 2024.",
    "South Korea and the European Union signed a security partnership in Seoul in November 2024.",
    "President Yoon Suk Yeol met Prime Minister Donald Tusk in Warsaw on 13 July 2023.",
    "The storm did not stop the navy: two frigates took part in Exercise Formidable Shield off Norway in May 2025.",
]


def facts(text: str) -> list[Record]:
    found = extract(read_text("passage.txt", text)).records
    return [r for r in found if r.type not in ("source", "actor", "weapon_system")]


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda p: p["about"])
def test_a_passage_about_something_else_yields_no_fact(passage: dict[str, str]) -> None:
    assert facts(passage["text"]) == []


def test_the_passages_are_of_many_kinds() -> None:
    assert len({p["about"] for p in PASSAGES}) >= 30


@pytest.mark.parametrize("text", ON_SUBJECT)
def test_a_passage_about_the_subject_yields_one(text: str) -> None:
    assert facts(text)
