"""Deployments in tables, exercises known by a name and a year, and ships known by the letters before their names."""

from __future__ import annotations

import pytest
from test_builders_deployments import catalogue, read, summary

from kordef.builders import page_of
from kordef.builders.deployments import builder as deployments
from kordef.evidence import unsupported
from kordef.mentions import find
from kordef.reading import read_text


def listed(table: str) -> list[dict[str, object]]:
    """What a text that is a title and a table alone tells of."""
    document = read_text("list.txt", table)
    page = page_of(document, find(document, catalogue()), catalogue())
    records = deployments.build(page)
    assert all(unsupported(record) == () for record in records)
    return [summary(page, record) for record in records]


def rows(body: str) -> list[dict[str, object]]:
    page, records = read(body)
    assert all(unsupported(record) == () for record in records)
    return [summary(page, record) for record in records]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            "Irish soldiers abroad on 1 May 2025\n\nMission | Country | Strength\nUNIFIL | Lebanon | 342\nKFOR | Kosovo | 13\n",
            [("IE", "Lebanon", "2025-05-01", 342), ("IE", "Kosovo", "2025-05-01", 13)],
        ),
        (
            "Deployments of the Polish armed forces\n\nOperation | Country | Soldiers | Since\n"
            "Inherent Resolve | Iraq | 150 | 2016\nEUFOR Althea | Bosnia | 40 | 2004\n",
            [("PL", "Iraq", "2016/..", 150), ("PL", "Bosnia", "2004/..", 40)],
        ),
        (
            "Contributors to the NATO battlegroup in Latvia on 3 June 2023\n\nCountry | Troops\nCanada | 1,900\nSpain | 600\n",
            [("CA", "Latvia", "2023-06-03", 1900), ("ES", "Latvia", "2023-06-03", 600)],
        ),
        (
            "Contingents in Mali\n\nContributor | Unit | Personnel | Since\nSweden | special forces | 150 | 2020\n"
            "Denmark | surgeons | 90 | 2022\n",
            [("SE", "Mali", "2020/..", 150), ("DK", "Mali", "2022/..", 90)],
        ),
        (
            "Manoeuvres of the year\n\nExercise | Place | Date | Participants\n"
            "Northern Strike | Norway | 24-30 November 2024 | Finland, Sweden\n",
            [("FI, SE", "Norway", "2024-11-24/2024-11-30", None)],
        ),
    ],
)
def test_tables_of_forces(table: str, expected: list[tuple[object, ...]]) -> None:
    found = [
        (", ".join(r["actors"]), r["place"], r["period"], r["strength"])  # type: ignore[arg-type]
        for r in listed(table)
    ]
    assert found == expected


@pytest.mark.parametrize(
    "table",
    [
        "Embassy staff of Norway\n\nMission | Country | Staff\nOslo | Norway | 12\nParis | France | 30\n",
        "Exports of Polish apples\n\nCountry | Tonnes\nCanada | 1,900\nSpain | 600\n",
        "Army budgets\n\nCountry | Billion dollars\nPoland | 35\nSpain | 20\n",
    ],
)
def test_tables_of_other_things(table: str) -> None:
    assert listed(table) == []


@pytest.mark.parametrize(
    ("text", "actors", "name", "place"),
    [
        ("AMAN-25 ended off Karachi on Tuesday with a review of warships from eleven navies.", ["PK"], "AMAN-25", "off Karachi"),
        (
            "Iniochos 25 filled the apron at Andravida in April 2025. Hosted by the Hellenic Air Force, it drew many jets.",
            ["GR"],
            "Iniochos 25",
            "Andravida",
        ),
        (
            "UNITAS LXV gets under way off Valparaiso this week. Chile and Peru are sending frigates.",
            ["CL", "PE"],
            "UNITAS LXV",
            "off Valparaiso",
        ),
        (
            "Spanish and Dutch marines came ashore as Flotex 2023 was wrapped up at Rota on Friday.",
            ["ES", "NL"],
            "Flotex 2023",
            "Rota",
        ),
        ("Arrow 24 kicked off in Finland on Monday with American tanks and soldiers.", ["US"], "Arrow 24", "Finland"),
    ],
)  # fmt: skip
def test_exercises_by_name_and_year(text: str, actors: list[str], name: str, place: str) -> None:
    told = [r for r in rows(text) if r["operation"] == name]
    assert [(sorted(r["actors"]), r["place"], r["kind"]) for r in told] == [(actors, place, "exercise")]  # type: ignore[call-overload]


@pytest.mark.parametrize(
    "text",
    [
        "IDEX 2025 opened in Abu Dhabi on Monday; warships of ten navies were at the exhibition.",
        "Euro 2024 ended in Berlin on Sunday before 70,000 visitors.",
        "Vision 2030 began in Riyadh nine years ago.",
        "Agenda 25 was wrapped up in Warsaw on Friday, the mayor said.",
    ],
)
def test_other_events_with_a_year(text: str) -> None:
    assert rows(text) == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The frigate USS Oak Hill docked in Rio de Janeiro on Thursday.", ["US"]),
        ("HMCS Regina called at Busan on 3 May 2023.", ["CA"]),
        ("HNLMS Tromp sailed into Sydney on 3 May 2023.", ["NL"]),
        ("The destroyer JS Sazanami made a port call in Manila in May 2023.", ["JP"]),
        ("HMNZS Te Kaha berthed at Yokosuka on 3 May 2023.", ["NZ"]),
        ("HMS Visby, a corvette that Sweden built, put into Kiel on 3 May 2023.", ["SE"]),
    ],
)
def test_letters_before_a_ship_tell_its_navy(text: str, actors: list[str]) -> None:
    assert [r["actors"] for r in rows(text)] == [actors]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two Turkish frigates will go to Somali waters for two years.", [(["TR"], "Somali waters")]),
        ("Three French jets arrived at RAAF Base Darwin on 8 July 2023.", [(["FR"], "RAAF Base Darwin")]),
        ("Two Chinese destroyers entered Japan's contiguous zone on 3 May 2023.", [(["CN"], "Japan's contiguous zone")]),
        (
            "Germany has 500 soldiers in Lithuania; the Netherlands has 250 there and Norway 120.",
            [(["DE"], "Lithuania"), (["NL"], "Lithuania"), (["NO"], "Lithuania")],
        ),
        (
            "Bulgarian sappers, Czech medics and a Slovak platoon make up the garrison in Mali.",
            [(["BG", "CZ", "SK"], "Mali")],
        ),
        ("A North Macedonian platoon is on its way to Lebanon.", [(["MK"], "Lebanon")]),
        (
            "Ireland's 126th Infantry Battalion, 310 strong, took charge of Camp Shamrock on Monday.",
            [(["IE"], "Camp Shamrock")],
        ),
        (
            "Two Patriot fire units of the Royal Netherlands Army took over the protection of the airport at Rzeszow.",
            [(["NL"], "Rzeszow")],
        ),
        (
            "In Romania, where it has kept an infantry company at Caracal since 2022, Portugal is building barracks.",
            [(["PT"], "Caracal")],
        ),
        ("The Turkish-Azerbaijani drill, called Iron Fist, opened near Baku on Monday.", [(["AZ", "TR"], "Baku")]),
    ],
)  # fmt: skip
def test_where_and_whose(text: str, expected: list[tuple[list[str], str]]) -> None:
    assert [(sorted(r["actors"]), (r["place"] or "").removeprefix("near ")) for r in rows(text)] == expected  # type: ignore[call-overload,attr-defined]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("The minister: As at 1 June 2023 Spain had some 380 soldiers stationed in Latvia.", "2023-06-01"),
        ("Spain told the house: On 1 June 2023 some 380 Spanish soldiers were stationed in Latvia.", "2023-06-01"),
        (
            "The exercise Iron Spear (IS), carried out by Latvia and Spain over eleven days from 10 March 2023, has ended.",
            "2023-03-10/2023-03-20",
        ),
        ("The exercise Iron Spear, conducted by Latvia and Spain from 10 to 20 March 2023, has ended.", "2023-03-10/2023-03-20"),
        ("The exercise Iron Spear, staged by Latvia and Spain in March 2023, was praised.", "2023-03"),
    ],
)  # fmt: skip
def test_when(text: str, period: str) -> None:
    assert rows(text)[0]["period"] == period


def test_ships_in_a_list_of_visits() -> None:
    found = listed(
        "Visits by foreign ships in autumn 2025\n\n- 20-24 September 2025: FS Prairial (France), pier 3.\n"
        "- 25-28 September 2025: the frigate HMCS Ottawa (Canada), pier 2."
    )
    assert [(r["kind"], r["actors"]) for r in found] == [("port_call", ["FR"]), ("port_call", ["CA"])]
