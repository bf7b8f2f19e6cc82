"""`kordef.find` with a string: a sentence for itself, as somebody gives it who has no document."""

from __future__ import annotations

from datetime import date

import pytest

import kordef
from kordef.reading import read_passage

FRIDAY = date(2024, 3, 15)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("i paid 20 bucks", ["20 bucks"]),
        ("10%", ["10%"]),
        ("FIVE KILOMETERS", ["FIVE KILOMETERS"]),
        ("share: 20%", ["20%"]),
        ("read more: 5 km", ["5 km"]),
        ("5 min read", ["5 min"]),
        ("- 5 km\n- 3 miles", ["5 km", "3 miles"]),
        ("5 km\n\n3 miles", ["5 km", "3 miles"]),
        ("  5 km ", ["5 km"]),
        ("1. 5 km", ["5 km"]),
        ("between 3 and 4 pm last tuesday", []),
        ("", []),
        (" \n\n", []),
    ],
)
def test_values_of_a_string(text: str, expected: list[str]) -> None:
    assert [mention.exact for mention in kordef.find(text).values] == expected


@pytest.mark.parametrize("published", [FRIDAY, "2024-03-15", kordef.Period(edtf="2024-03-15")])
def test_relative_dates_are_counted_from_the_date_given(published: kordef.Period | date | str) -> None:
    found = kordef.find("see you next monday", published=published)
    assert [mention.period.edtf for mention in found.dates] == ["2024-03-18"]


def test_without_a_date_relative_dates_stay_open() -> None:
    (mention,) = kordef.find("it rained yesterday").dates
    assert (mention.exact, mention.period.edtf) == ("yesterday", None)


def test_the_date_given_stands_before_that_of_the_document() -> None:
    document = kordef.read_text("note", "It was signed on Monday.")
    assert [m.period.edtf for m in kordef.find(document, published=FRIDAY).dates] == ["2024-03-11"]


def test_actors_and_weapons_of_a_string() -> None:
    found = kordef.find("Norway ordered 24 K9 howitzers from South Korea.")
    assert [mention.key for mention in found.actors] == ["state:NO", "state:KR"]
    assert [mention.key for mention in found.weapons] == ["weapon:k9"]


def test_what_is_no_date_is_refused() -> None:
    with pytest.raises(kordef.InvalidValue, match="published must be a date in EDTF, found 'the ides of march'"):
        kordef.find("today", published="the ides of march")


def test_half_a_character_is_refused() -> None:
    with pytest.raises(kordef.Unreadable, match="surrogate"):
        kordef.find("5 km \ud800")


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("one", ["one"]),
        ("one\ntwo", ["one\ntwo"]),
        ("one\n\ntwo", ["one", "two"]),
        ("\n one \n \t\n\ntwo \n", ["one", "two"]),
        ("SEOUL, March 8 — It rained.", ["SEOUL, March 8 — It rained."]),
        ("a | b\n1 | 2", ["a | b\n1 | 2"]),
        ("", []),
    ],
)
def test_a_passage_has_paragraphs_only(text: str, paragraphs: list[str]) -> None:
    document = read_passage(text)
    assert [text[block.start : block.end] for block in document.blocks] == paragraphs
    assert all(block.kind == "paragraph" and block.sentences for block in document.blocks)


@pytest.mark.parametrize("text", ["10%", "2020-03-05", "Share: 20%"])
def test_a_document_of_one_line_is_not_all_furniture(text: str) -> None:
    (block,) = kordef.read_text("note", text).blocks
    assert block.kind != "boilerplate"
