"""Recognition of values in documents: spans, tables, the notation of annotations, and texts of every sort."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from value_notation import bounds, shown

from kordef.document import BlockKind
from kordef.mentions.values.finder import annotation_kind, annotation_unit, find_values, values_in
from kordef.mentions.values.following import unit_named
from kordef.mentions.word_files import read_words_of
from kordef.reading import read_text
from kordef.units import UNITS, unit
from kordef.vocabulary import Qualifier, Section

ARTICLE = """Poland orders 72 more Chunmoo launchers

CHANGWON, April 26 — Poland will pay about 2.27 trillion won ($1.6 billion) for 72 launchers.

Table 1. Contracts
Signed | System | Number | Value | Share
26 August 2022 | K2 | 180 | $3.37 billion | 40%
4 November 2022 | Chunmoo (Homar-K) | 218 | $3.55 billion | 12-15%

K9 in brief
Range | 40 km
Crew | five
Weight | 47 tonnes

Exports | TIV | Value (US$ million) | Personnel
2019 | 245 | 1,200 | 63
2020 | 735 | 2,500.5 | about 70
"""


def test_spans_and_places() -> None:
    document = read_text("a.txt", ARTICLE)
    mentions = find_values(document)
    assert mentions
    for mention in mentions:
        assert document.text[mention.start : mention.end] == mention.exact
        assert mention.start <= mention.number[0] < mention.number[1] <= mention.end
        block = document.blocks[mention.block]
        assert block.start <= mention.start < mention.end <= block.end
        assert (mention.story, mention.section) == (block.story, block.section)
    assert [m.start for m in mentions] == sorted(m.start for m in mentions)
    assert mentions[0].exact == "72 more Chunmoo launchers"
    assert document.blocks[mentions[0].block].kind is BlockKind.TITLE


def test_cells_take_their_unit_from_heading_and_label() -> None:
    document = read_text("a.txt", ARTICLE)
    cells = {
        document.text[m.start : m.end] + f" @{m.cell[1]},{m.cell[2]}": (m.kind, bounds(m), m.unit)
        for m in find_values(document)
        if m.cell
    }
    assert cells == {
        "180 @1,2": ("count", "180", "item"),
        "$3.37 billion @1,3": ("money", "3370000000", "USD"),
        "40% @1,4": ("percent", "40", "percent"),
        "218 @2,2": ("count", "218", "item"),
        "$3.55 billion @2,3": ("money", "3550000000", "USD"),
        "12-15% @2,4": ("percent", "12..15", "percent"),
        "40 km @0,1": ("length", "40", "km"),
        "five @1,1": ("persons", "5", "person"),
        "47 tonnes @2,1": ("mass", "47", "tonne"),
        "245 @1,1": ("other", "245", "TIV"),
        "1,200 @1,2": ("money", "1200000000", "USD"),
        "63 @1,3": ("persons", "63", "person"),
        "735 @2,1": ("other", "735", "TIV"),
        "2,500.5 @2,2": ("money", "2500500000", "USD"),
        "about 70 @2,3": ("persons", "70", "person"),
    }
    assert all(m.section is Section.TABLE for m in find_values(document) if m.cell)


@pytest.mark.parametrize(
    ("heading", "cell", "expected"),
    [
        ("Aircraft", "12", "count 12 item"),
        ("Percentage", "12", "percent 12 percent"),
        ("Share (%)", "12.5", "percent 12.5 percent"),
        ("Value, EUR million", "12", "money 12000000 EUR"),
        ("Trade Value (US$)", "547,450,930", "money 547450930 USD"),
        ("€ bn", "1.2", "money 1200000000 EUR"),
        ("Range (km)", "300", "length 300 km"),
        ("Weight (t)", "47", "mass 47 tonne"),
        ("Exported weapons (TIVs)", "735", "other 735 TIV"),
        ("Troops", "4,400", "persons 4400 person"),
        ("Shells (thousands)", "300", "count 300000 item"),
        ("K9", "12", "count 12 item"),
        ("Number", "12-18", "count 12..18 item"),
        ("Year", "12", None),
        ("Rank", "3", None),
        ("Delivery", "2022-2025", None),
        ("System", "FA-50GF (Block 10)", None),
    ],
)
def test_headings(heading: str, cell: str, expected: str | None) -> None:
    document = read_text(
        "a.txt",
        f"A headline\n\nA paragraph of text stands here.\n\nCountry | {heading}\nNorway | {cell}\nEstonia | {cell}\n",
    )
    found = [m for m in find_values(document) if m.cell is not None and m.cell[1] == 1]
    assert [f"{m.kind} {bounds(m)} {m.unit}" for m in found] == ([expected] if expected else [])


def test_headings_over_several_columns() -> None:
    table = (
        "Type | Exports in 2022-2024 (TIVs) | Percentage of all exports | ||\n"
        "Country | United States | South Korea | United States | South Korea\n"
        "Artillery | 245 | 735 | 0.6 | 40\n"
    )
    document = read_text("a.txt", f"A headline\n\nA paragraph of text stands here.\n\n{table}")
    assert [m.unit for m in find_values(document) if m.cell] == ["TIV", "TIV", "percent", "percent"]


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("$5 million", "money", "USD"),
        ("12 tanks", "count", "item"),
        ("12 soldiers", "persons", "person"),
        ("3.5 percentage points", "percent", "percent"),
        ("155 mm", "length", "mm"),
        ("five years", "duration", "year"),
        ("47 tonnes", "other", "tonne"),
        ("65 km/h", "other", "km/h"),
        ("the top ten exporters", "count", "item"),
        ("exports doubled", "other", "item"),
        ("735 TIVs", "other", "item"),
    ],
)
def test_the_notation_of_annotations(text: str, kind: str, unit: str) -> None:
    (mention,) = values_in(text)
    assert (annotation_kind(mention), annotation_unit(mention)) == (kind, unit)


def test_every_unit_is_one_of_the_registry() -> None:
    for row in read_words_of("units")["unit"]:
        assert row["id"] in UNITS or unit(row["id"]).name == row["id"]
    assert {"mach", "multiple", "item", "person"} <= set(UNITS)


@pytest.mark.parametrize("subject", ["numbers", "units", "counted", "money", "headings"])
def test_data_files_name_nothing_twice(subject: str) -> None:
    for name, rows in read_words_of(subject).items():
        if isinstance(rows, list) and all(isinstance(row, str) for row in rows):
            assert sorted(rows) == sorted(set(rows)), name


def test_hedges_are_known_qualifiers() -> None:
    numbers = read_words_of("numbers")
    for table in ("before", "after", "passing"):
        assert set(numbers[table]) <= set(Qualifier)


def test_units_have_their_plurals() -> None:
    assert unit_named("kilometres") == unit_named("km")
    assert unit_named("smoot") is None


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, None, ["12 tanks", "$5 million"]),
        (3, None, ["$5 million"]),
        (0, 8, ["12 tanks"]),
        (9, 16, ["$5"]),
        (5, 5, []),
    ],
)
def test_a_part_of_a_text(start: int, end: int | None, expected: list[str]) -> None:
    assert [mention.exact for mention in values_in("12 tanks $5 million", start, end)] == expected


WORDS = """
12 1,234 2.5 155 2022 1/4 8x8 $ € US$ USD won two half a dozen tens thousands million bn percent % km mm about up to more
than from between and or - – ( ) , . ? / + : the of K9 tanks soldiers year old March doubled third times each NOK kroner '
one in five Kim Block no. minus
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\u00a0"])


@given(st.lists(PIECES, max_size=14), st.sampled_from(["", " "]))
@settings(max_examples=400, deadline=None)
def test_any_sequence_of_pieces(pieces: list[str], glue: str) -> None:
    check(glue.join(pieces))


def test_a_lone_apostrophe_before_up_to() -> None:
    check("' up to 12")


@given(st.text(max_size=60))
@settings(max_examples=300, deadline=None)
def test_any_text(text: str) -> None:
    check(text)


def check(text: str) -> None:
    mentions = values_in(text)
    for mention in mentions:
        assert 0 <= mention.start <= mention.number[0] <= mention.number[1] <= mention.end <= len(text), shown(mention)
        assert mention.exact == text[mention.start : mention.end]
        assert mention.noun is None or (
            mention.noun_span is not None and mention.noun == text[slice(*mention.noun_span)]
        )
    assert mentions == values_in(text)


HARD = {
    "digits": "1" * 1000,
    "commas": "1," * 500,
    "groups": "1,234," * 160,
    "spaced groups": "123 " * 250,
    "points": "1.2" * 330,
    "dashes": "1-2-3-" * 160,
    "brackets": "(" * 500 + "1" + ")" * 500,
    "times": "1x" * 500,
    "numbers": "12 " * 330,
    "number words": "two hundred " * 80,
    "scales": "million " * 125,
    "hedges": "more than " * 100,
    "hedged": "about 12 " * 110,
    "sums": "$1 (€1, " * 125,
    "marks": "the million mark " * 60,
    "kroner": "5 kroner " * 110,
    "nouns": "12 " + "very " * 200,
    "long words": "12 " + "a" * 1000 + " ",
    "fractions": "a third of " * 90,
    "from to": "from 1 to 2 " * 85,
    "points in words": "two point " + "five " * 200,
    "quotes": "'" * 1000,
    "slashes": "1/2/" * 250,
}


@pytest.mark.parametrize("name", HARD)
def test_time_grows_in_proportion(name: str) -> None:
    """Eight times the text takes no more than about eight times as long; the slack is for a busy machine."""
    unit = HARD[name] * 8

    def seconds(text: str) -> float:
        best = float("inf")
        for _ in range(2):
            before = time.process_time()
            values_in(text)
            best = min(best, time.process_time() - before)
        return best

    small, large = seconds(unit), seconds(unit * 8)
    assert large < 24 * small + 0.1


def test_text_without_numbers_costs_little() -> None:
    words = "the parliament of a country debated what its neighbours wanted from all those who came to see it "
    before = time.process_time()
    assert values_in(words * 10_000) == ()
    assert time.process_time() - before < 3.0
