"""Chronologies: what stands below a date is of that date, and what it counts from the day is counted from that date."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from kordef.builders import page_of
from kordef.builders.agreements import builder as agreements
from kordef.builders.deployments import builder as deployments
from kordef.builders.dialogues import builder as dialogues
from kordef.builders.transfers import builder as transfers
from kordef.catalogue import load
from kordef.mentions import find
from kordef.mentions.dates.finder import find_dates
from kordef.periods import Period
from kordef.reading import read_text

CHRONOLOGY = """Warsaw and Seoul, year by year

1 November 1989
Diplomatic relations are opened.

October 2013
The president of Poland and the president of South Korea upgrade ties to a strategic partnership.

27 July 2022 *
{entry}

14-16 April 2023
The prime minister of Poland visits Seoul. On the 15th he tours a yard.

What comes next
The ministers of the two countries meet again tomorrow.
"""


def _document(entry: str, text: str = CHRONOLOGY):  # type: ignore[no-untyped-def]
    document = read_text("test.txt", text.format(entry=entry))
    return evolve(document, published=Period(edtf="2024-12-04"), published_basis="printed")


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("Deliveries follow the year after.", "2023"),
        ("The ministers had met a week earlier.", "2022-07-20"),
        ("Seoul agrees to send the tanks by the end of next year.", "../2023"),
        ("The contract is signed on the 26th.", "2022-07-26"),
        ("A first deal had come in March.", "2022-03"),
        ("The first tanks arrive in December.", "2022-12"),
    ],
)
def test_dates_in_an_entry_are_counted_from_its_day(words: str, edtf: str) -> None:
    assert edtf in [m.period.edtf for m in find_dates(_document(words))]


def test_behind_the_entries_dates_are_counted_from_the_day_of_the_text() -> None:
    found = [m.period.edtf for m in find_dates(_document("The contract is signed."))]
    assert found[-1] == "2024-12-05"
    assert "2023-04-15" in found


def test_two_dates_above_paragraphs_are_no_chronology() -> None:
    text = "News\n\n3 May 2021\n\nThe ministers met on Tuesday.\n\n5 May 2021\n\nThe ministers met on Friday.\n"
    found = [m.period.earliest for m in find_dates(_document("", text)) if m.relative]
    assert found == [date(2024, 12, 3), date(2024, 11, 29)]


TOLD = [
    (agreements, "A memorandum on ammunition is signed by the ministers of Poland and South Korea."),
    (agreements, "Poland and South Korea sign a framework agreement on tanks."),
    (dialogues, "The Polish defence minister Mariusz Blaszczak receives South Korean minister Lee Jong-sup in Warsaw."),
    (dialogues, "Talks in Warsaw between the foreign ministers of South Korea and Poland."),
    (deployments, "Two South Korean frigates call at the port of Gdynia in Poland."),
    (transfers, "Poland orders 180 K2 tanks from Hyundai Rotem of South Korea."),
]


@pytest.mark.parametrize(("builder", "entry"), TOLD)
def test_what_an_entry_tells_is_of_its_day(builder, entry: str) -> None:  # type: ignore[no-untyped-def]
    document = _document(entry)
    page = page_of(document, find(document, load()), load())
    days = [_when(record) for record in builder.build(page)]
    assert "2022-07-27" in days


@pytest.mark.parametrize(
    ("builder", "entry"),
    [
        (agreements, "On 3 August 2022 Poland and South Korea sign a memorandum on ammunition."),
        (transfers, "On 3 August 2022 Poland orders 180 K2 tanks from Hyundai Rotem of South Korea."),
    ],
)
def test_a_sentence_with_a_date_of_its_own_keeps_it(builder, entry: str) -> None:  # type: ignore[no-untyped-def]
    document = _document(entry)
    page = page_of(document, find(document, load()), load())
    days = [_when(record) for record in builder.build(page)]
    assert "2022-08-03" in days
    assert "2022-07-27" not in days


def _when(record) -> str | None:  # type: ignore[no-untyped-def]
    for name in ("signed", "announced", "in_force", "period", "date"):
        period = getattr(record, name, None)
        if period is not None:
            return period.edtf
    stages = getattr(record, "stages", ())
    return stages[0].date.edtf if stages else None
