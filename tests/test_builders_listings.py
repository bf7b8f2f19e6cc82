"""Meetings, visits, exercises, missions and port calls in the rows of tables, and tables of other things."""

from __future__ import annotations

import pytest

import kordef
from kordef.records import Actor, Deployment, Dialogue, Record


def extraction(text: str) -> tuple[tuple[Record, ...], dict[str, str]]:
    records = kordef.extract(kordef.read_text("table.txt", text)).records
    return records, {r.id: r.code or r.name for r in records if isinstance(r, Actor)}


def dialogues(text: str) -> list[tuple[str, tuple[str, ...], str | None, str | None]]:
    records, names = extraction(text)
    return [
        (str(r.kind), tuple(names[p.actor] for p in r.participants), r.place, r.date.edtf if r.date else None)
        for r in records
        if isinstance(r, Dialogue)
    ]


def deployments(text: str) -> list[tuple[str, tuple[str, ...], tuple[str, ...], str | None, str | None]]:
    records, names = extraction(text)
    return [
        (
            str(r.kind),
            tuple(names[a] for a in r.actors),
            tuple(names[p] for p in r.partners),
            r.place,
            r.period.edtf if r.period else None,
        )
        for r in records
        if isinstance(r, Deployment)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Seoul and Warsaw\n\nTable 1. High-level visits between South Korea and Poland, 2022-2024\n\n"
            "Date | Visitor | Place | Occasion\n"
            "May 2022 | Defence Minister Mariusz Blaszczak | Seoul | talks with Lee Jong-sup\n"
            "13 July 2023 | President Yoon Suk-yeol | Warsaw | summit with Andrzej Duda\n"
            "October 2024 | President Andrzej Duda | Seoul | state visit\n",
            [
                ("ministerial", ("Mariusz Blaszczak", "Lee Jong-sup"), "Seoul", "2022-05"),
                ("summit", ("Yoon Suk Yeol", "Andrzej Duda"), "Warsaw", "2023-07-13"),
                ("visit", ("Andrzej Duda",), "Seoul", "2024-10"),
            ],
        ),
        (
            "Security calendar\n\nSessions of the EU-Japan security dialogue\n\nNo. | Date | Place\n"
            "1 | 12 June 2022 | Tokyo\n2 | 3 July 2023 | Brussels\n",
            [
                ("other", ("European Union", "JP"), "Tokyo", "2022-06-12"),
                ("other", ("European Union", "JP"), "Brussels", "2023-07-03"),
            ],
        ),
        (
            "Defence diplomacy\n\nMeetings of defence ministers, spring 2024\n\nWhen\tWho\tWhere\n"
            "4 March 2024\tNorway, Finland\tHelsinki\n9 April 2024\tNorway, Sweden\tOslo\n",
            [
                ("other", ("NO", "FI"), "Helsinki", "2024-03-04"),
                ("other", ("NO", "SE"), "Oslo", "2024-04-09"),
            ],
        ),
    ],
)
def test_each_row_is_a_dialogue(text: str, expected: list[tuple[str, tuple[str, ...], str | None, str | None]]) -> None:
    assert dialogues(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Exercises in 2024\n\nTable. Exercises with Korean forces\n\nExercise | Partners | Place | Month\n"
            "Pitch Black | Australia, US | Darwin | July 2024\nRIMPAC | US, Canada | Hawaii | June-August 2024\n",
            [
                ("exercise", ("KR",), ("AU", "US"), "Darwin", "2024-07"),
                ("exercise", ("KR",), ("US", "CA"), "Hawaii", "2024-06/2024-08"),
            ],
        ),
        (
            "Norway abroad\n\nTable 3. Norwegian troops in international missions, March 2024\n\n"
            "Mission | Country | Personnel | Since\neFP battlegroup | Lithuania | 130 | 2017\n"
            "UNTSO | Lebanon | 12 | 1949\n",
            [
                ("operation", ("NO",), (), "Lithuania", "2017/.."),
                ("operation", ("NO",), (), "Lebanon", "1949/.."),
            ],
        ),
        (
            "Guests of the navy\n\nPort calls of foreign naval ships at Busan, 2023\n\nShip | Country | Date\n"
            "HMS Spey | United Kingdom | 14 March 2023\nPrairial | France | 3 June 2023\n",
            [
                ("port_call", ("GB",), (), "Busan", "2023-03-14"),
                ("port_call", ("FR",), (), "Busan", "2023-06-03"),
            ],
        ),
    ],
)
def test_each_row_is_a_deployment(
    text: str, expected: list[tuple[str, tuple[str, ...], tuple[str, ...], str | None, str | None]]
) -> None:
    assert deployments(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The army's football cup\n\nMatches of the forces' league\n\nDate | Home | Away\n3 May 2023 | Norway | Japan\n",
        "Trade of the allies\n\nMain partners of Norway's arms industry\n\nCountry | Value | Year\nSweden | 12 | 2020\n",
        "Deliveries of missiles\n\nArms deliveries to Poland\n\nSystem | Supplier | Date\nPatriot | US | May 2023\n",
        "The air force's holidays\n\nOpening days of the museum\n\nDate | Place\n3 May 2023 | Oslo\n",
        "Defence spending\n\nMilitary spending by country\n\nCountry | 2022 | 2023\nPoland | 2.2 | 3.9\n",
    ],
)
def test_other_tables(text: str) -> None:
    assert dialogues(text) == []
    assert deployments(text) == []
