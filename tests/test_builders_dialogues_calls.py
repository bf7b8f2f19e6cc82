"""Dialogues: calls that nobody names so, sessions that people meet in, next rounds, sections with a town, names that are no meeting."""

from __future__ import annotations

import pytest
from annotation_reading import annotated

Row = tuple[str, str | None, str | None]


def read(text: str) -> list[Row]:
    return [(line["kind"], line["place"], line["date"]) for line in annotated(text, "dialogue")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "British Defence Secretary John Healey spoke to his counterpart in Kyiv, Rustem Umerov, on Tuesday.",
            [("phone_call", None, "2025-06-17")],
        ),
        (
            "British Defence Secretary John Healey spoke to his counterpart Rustem Umerov in Kyiv on Tuesday.",
            [("ministerial", "Kyiv", "2025-06-17")],
        ),
        (
            "Senior defence officials of India and Vietnam will meet in Hanoi on Thursday for their annual security dialogue.",
            [("dialogue", "Hanoi", "2025-06-19")],
        ),
        (
            "Officials of Chile and Peru will meet in Lima in an annual forum on Thursday and discuss mine clearance.",
            [("forum", "Lima", "2025-06-19")],
        ),
        (
            "The defence ministers of Italy, Spain and Japan attended a trilateral meeting by video link on 3 June.",
            [("ministerial", None, "2025-06-03")],
        ),
        (
            "The Dutch special envoy for Sudan met his Norwegian and Danish counterparts in Oslo on 3 June.",
            [("dialogue", "Oslo", "2025-06-03")],
        ),
        (
            "Dutch Defence Minister Ruben Brekelmans met separately with his Norwegian and Danish counterparts in Oslo on 3 June.",
            [("ministerial", "Oslo", "2025-06-03"), ("ministerial", "Oslo", "2025-06-03")],
        ),
        (
            "Latvian Defence Minister Andris Sprūds was received by the President of Finland, Alexander Stubb, on 3 June.",
            [("courtesy_call", None, "2025-06-03")],
        ),
        (
            "The Security Consultative Meeting of the South Korean and U.S. defense ministers will be held in Washington on 30 October.",
            [("ministerial", "Washington", "2025-10-30")],
        ),
        (
            "The SCM, set up in 1968, is an annual meeting between the defense ministers of South Korea and the United States.",
            [],
        ),
        (
            "The Czech-Korean defence dialogue met in Seoul on 3 June. It will be held every year; the next one is in Brno, in May 2026.",
            [("dialogue", "Seoul", "2025-06-03"), ("dialogue", "Brno", "2026-05")],
        ),
        ("A French air force team is coming to Pardubice next month.", [("visit", "Pardubice", "2025-07")]),
        ("The French football team is coming to Pardubice next month.", []),
        (
            "On Tuesday at the G20 summit in Rio de Janeiro, British Prime Minister Keir Starmer promised more.",
            [("summit", "Rio de Janeiro", "2025-06-17")],
        ),
        ("She is a research fellow at the Korea Peninsula Strategy Forum in Seoul and writes on Poland.", []),
        ("House of Representatives, Session 2025-26. The ministers of Poland and South Korea are named in it.", []),
        ("The frigate sailed on Monday, heading for Yokosuka, Norwegian Defence Minister Tore Sandvik said.", []),
        (
            "The Australia-Korea foreign and defence ministers' 2+2, the sixth so far, was held in Melbourne on 1 May 2024.",
            [("ministerial", "Melbourne", "2024-05-01")],
        ),
        ("Japan and Italy held 2+2 security talks in Oslo on 3 June.", [("ministerial", "Oslo", "2025-06-03")]),
        (
            "Prime Minister Dick Schoof and Latvian President Edgars Rinkēvičs discussed drones over lunch on Monday.",
            [("summit", None, "2025-06-16")],
        ),
        ("Finnish and Swedish officials conferred in Turku on 3 June.", [("dialogue", "Turku", "2025-06-03")]),
        (
            "(Seoul=News) Reporter Huh Go-un = Next week, defense chiefs from the U.S. and South Korea are scheduled to meet in "
            "Honolulu to discuss measures.",
            [("ministerial", "Honolulu", "2025-06")],
        ),
    ],
)
def test_dialogue(text: str, expected: list[Row]) -> None:
    assert sorted(read(text), key=str) == sorted(expected, key=str)


def test_a_section_gives_town_and_month() -> None:
    text = (
        "From 3 to 9 June Latvian Defence Minister Andris Sprūds paid working visits to Lithuania and Finland.\n\n"
        "Vilnius, 3–5 June\n\nThe Minister met his counterpart Dovilė Šakalienė. They agreed on mines.\n\n"
        "Helsinki, 8–9 June\n\nTalks with Finnish Defence Minister Antti Häkkänen centred on armour."
    )
    met = [row for row in read(text) if row[0] == "ministerial"]
    assert met == [("ministerial", "Vilnius", "2025-06"), ("ministerial", "Helsinki", "2025-06")]
