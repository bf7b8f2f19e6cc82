"""Dialogues in the words of dailies, explainers and communiqués: who agreed has met, what is launched stays, summits in a row."""

from __future__ import annotations

from functools import cache

import pytest
from attrs import evolve

from kordef.builders import page_of
from kordef.builders.dialogues import builder as dialogues
from kordef.builders.page import Page
from kordef.catalogue import Catalogue
from kordef.catalogue import load as load_catalogue
from kordef.evidence import unsupported
from kordef.mentions import find
from kordef.periods import Period
from kordef.reading import read_text
from kordef.vocabulary import DialogueKind

Told = tuple[str, str | None, str | None]


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def page(text: str) -> Page:
    document = evolve(read_text("test.txt", text), published=Period(edtf="2024-06-14"), published_basis="printed")
    return page_of(document, find(document, catalogue()), catalogue())


def told(text: str) -> list[Told]:
    found = dialogues.build(page(text))
    assert all(unsupported(record) == () for record in found)
    return [(str(r.kind), r.place, r.date.edtf if r.date else None) for r in found]


WORDINGS: list[tuple[str, list[Told]]] = [
    # leaders who agree have met
    (
        "Defence ties\n\nOSLO, June 14 -- Prime Minister Jonas Gahr Støre and Polish Prime Minister Donald Tusk agreed on Thursday to "
        "buy missiles together.",
        [("summit", "Oslo", "2024-06-13")],
    ),
    (
        "Defence ties\n\nFrench President Emmanuel Macron and German Chancellor Olaf Scholz agreed in a telephone call on Monday to "
        "send more air defence to Kyiv.",
        [("phone_call", None, "2024-06-10")],
    ),
    # what is launched meets again and again
    (
        "Defence ties\n\nSpain and Türkiye will also launch an annual drone dialogue and a working group on shipbuilding, which is to "
        "hold its first session in Madrid next spring.",
        [("dialogue", None, None), ("consultative_body", "Madrid", "2025-21")],
    ),
    (
        "Defence ties\n\nItalian Prime Minister Giorgia Meloni and Japanese Prime Minister Fumio Kishida agreed in Rome on Tuesday to "
        "have their foreign and defence ministers meet every second year.",
        [("summit", "Rome", "2024-06-11"), ("ministerial", None, None)],
    ),
    # a guest of the crown
    (
        "Defence ties\n\nPolish President Andrzej Duda arrived in Spain on Monday for a three-day stay. King Felipe received him "
        "at the palace in Madrid on Tuesday.",
        [("visit", "Spain", "2024-06-10/2024-06-12"), ("courtesy_call", "Madrid", "2024-06-11")],
    ),
    # where he was to see somebody
    (
        "Defence ties\n\nNorwegian Defence Minister Bjorn Arild Gram flew on to Ankara, where he was to see Turkish Defence Minister "
        "Yasar Guler on 20 June.",
        [("visit", "Ankara", "2024-06"), ("ministerial", "Ankara", "2024-06-20")],
    ),
    (
        "Defence ties\n\nBritish Defence Secretary Grant Shapps discussed the war in Ukraine with Estonian Defence Minister Hanno "
        "Pevkur on 3 June.",
        [("ministerial", None, "2024-06-03")],
    ),
    # summits in a row, guests of ministers
    (
        "Defence ties\n\nJapanese leaders attended three NATO summits in a row, from Madrid in 2022 to Washington in July 2024.",
        [("summit", "Madrid", "2022"), ("summit", "Washington", "2024-07")],
    ),
    (
        "Defence ties\n\nNATO defence ministers were joined by Japan for the first time on 17-18 October 2024.",
        [("ministerial", None, "2024-10-17/2024-10-18")],
    ),
    (
        "Defence ties\n\nMinisters of the Ukraine Defence Contact Group met at NATO headquarters on Wednesday. Rustem Umerov "
        "represented Kyiv.",
        [("ministerial", "Brussels", "2024-06-12")],
    ),
    (
        "Defence ties\n\nAt the summit in Tokyo on 5 May 2024 Presidents Charles Michel and Ursula von der Leyen and Prime Minister "
        "Fumio Kishida praised the armies of Europe.",
        [("summit", "Tokyo", "2024-05-05")],
    ),
    (
        "Defence ties\n\nHigh Representative Josep Borrell and Japanese Foreign Minister Yoko Kamikawa held the second round on 4 June "
        "2024.",
        [("dialogue", None, "2024-06-04")],
    ),
    # a diary
    (
        "Defence ties\n\nWednesday morning. Japanese Prime Minister Fumio Kishida met Chancellor Olaf Scholz of Germany in Rome on 12 "
        "June 2024. Then came Canada's Justin Trudeau. The Dutch and Swedish leaders followed at half-hour intervals.",
        [
            ("summit", "Rome", "2024-06-12"),
            ("summit", "Rome", "2024-06-12"),
            ("summit", "Rome", "2024-06-12"),
            ("summit", "Rome", "2024-06-12"),
        ],
    ),
    (
        "Turkey and Malaysia: a defence pact\n\nTurkey and Malaysia signed the pact during the President's state visit to Kuala Lumpur in "
        "February 2024.",
        [("visit", "Kuala Lumpur", "2024-02")],
    ),
    (
        "Defence minister heads to Canada\n\nDefence Minister Ahn Gyu-back of South Korea left for Ottawa on Monday for a six-day trip.",
        [("visit", "Ottawa", "2024-06-10/2024-06-15")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WORDINGS, ids=[t[14:54] for t, _ in WORDINGS])
def test_wordings(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Defence ties\n\nHow often do the Polish and Swedish defence ministers meet?",
        "Defence ties\n\nPoland and Norway agreed on Thursday to buy missiles together.",
        "Defence ties\n\nThe frigate will stay in Norway for three days.",
        "Football and defence\n\nThe club won the first round against Norway on Monday.",
        "Defence ties\n\nThe firm launched an annual report on arms and a working paper.",
        "Defence ties\n\nRain came in the night. Then came Norway's goal, and two Swedish ones followed.",
    ],
)
def test_near_misses(text: str) -> None:
    assert told(text) == []


def test_a_leader_without_a_country_comes_from_the_other_one_the_story_is_about() -> None:
    read = page(
        "India, Philippines elevate defence ties\n\nNEW DELHI, June 14 - Prime Minister Narendra Modi hosted President Ferdinand R. "
        "Marcos Jr. on Tuesday."
    )
    (record,) = dialogues.build(read)
    assert record.kind is DialogueKind.SUMMIT
    assert record.name == "Modi-Marcos summit"
    actors = [read.actors[p.actor] for p in record.participants]
    assert {a.code or read.actors[a.acts_for or ""].code for a in actors} == {"IN", "PH"}


def test_an_office_without_a_name_acts_for_its_organisation_or_ministry() -> None:
    read = page(
        "Statement by NATO\n\nNATO allies met President Zelensky. The Secretary General of NATO spoke.\n\nThe Secretary General will "
        "travel to Berlin on 20 June, where he will meet Chancellor Olaf Scholz."
    )
    found = [(str(r.kind), r.place, r.date.edtf if r.date else None) for r in dialogues.build(read)]
    assert ("visit", "Berlin", "2024-06-20") in found
    assert ("summit", "Berlin", "2024-06-20") in found
    (summit,) = (r for r in dialogues.build(read) if r.kind is DialogueKind.SUMMIT)
    assert not any("Zelensk" in read.actors[p.actor].name for p in summit.participants)
