"""Deployments as whole pages tell them: once though told again, and nothing of which only a flag is known."""

from __future__ import annotations

import pytest
from test_builders_deployments import read, summary

ONCE: list[tuple[str, dict[str, object]]] = [
    (
        "A contingent of Thai sailors departed for waters off Somalia on 3 June 2023, the Navy said.\n\nThe frigate HTMS Naresuan, "
        "carrying the 12th rotation of the unit, left the naval base in Sattahip on 3 June 2023.",
        {"actors": ["TH"], "place": "off Somalia", "period": "2023-06-03"},
    ),
    (
        "The Danish-led exercise Stone Harbour ended in Estonia on 3 June 2023. Polish and Latvian soldiers took part in the exercise.",
        {"actors": ["DK", "LV", "PL"], "kind": "exercise", "operation": "Stone Harbour", "period": "2023-06-03"},
    ),
    (
        "The exercise Stone Harbour of the Danish and Polish armies ended in Estonia on 3 June 2023. Norway sent two frigates.",
        {"actors": ["DK", "NO", "PL"], "kind": "exercise"},
    ),
    (
        "Norway and Denmark kicked off their exercise Grey Wolf on 3 June 2023. Norway and Denmark began the joint military exercise on "
        "3 June 2023, officials said.",
        {"actors": ["DK", "NO"], "operation": "Grey Wolf", "period": "2023-06-03"},
    ),
    (
        "Portuguese F-16 fighters have flown from Ämari in Estonia since April 2023 for NATO's Baltic Air Policing.",
        {"actors": ["PT"], "operation": "Baltic Air Policing", "partners": ["NATO"]},
    ),
    (
        "A Danish frigate called at Manila on 3 June 2023. The frigate is the first Danish naval vessel to make a port call in the "
        "Philippines in ten years.",
        {"actors": ["DK"], "kind": "port_call", "place": "Manila", "period": "2023-06-03"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), ONCE, ids=[t[:60] for t, _ in ONCE])
def test_what_is_told_again_is_one_deployment(text: str, expected: dict[str, object]) -> None:
    page, found = read(text)
    assert len(found) == 1
    got = summary(page, found[0])
    assert {k: got[k] for k in expected} == expected


CALLS: list[tuple[str, dict[str, object]]] = [
    (
        "Two Danish warships arrived in Manila on 3 June 2023 for a visit. The frigate HDMS Triton and the frigate HDMS Absalon docked "
        "at the harbour.",
        {"actors": ["DK"], "kind": "port_call", "place": "Manila"},
    ),
    (
        "Led by HDMS Triton in company with HDMS Absalon, both ships called at Manila on 3 June 2023.",
        {"actors": ["DK"], "kind": "port_call", "place": "Manila", "period": "2023-06-03"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), CALLS, ids=[t[:60] for t, _ in CALLS])
def test_one_call_at_a_port(text: str, expected: dict[str, object]) -> None:
    page, found = read(text)
    assert len(found) == 1
    got = summary(page, found[0])
    assert {k: got[k] for k in expected} == expected


APART: list[tuple[str, int]] = [
    ("Norwegian troops left for Mali on 3 June 2023. Norwegian troops left for Chad on 9 August 2023.", 2),
    (
        "The frigate HDMS Triton left Denmark for Greenland on 3 June 2023. The frigate HDMS Vaedderen left Denmark for Mali on "
        "3 June 2023.",
        2,
    ),
    (
        "Danish and Polish troops held the exercise Grey Wolf in June 2023. They held the exercise Iron Bear in May 2023.",
        2,
    ),
]


@pytest.mark.parametrize(("text", "number"), APART, ids=[t[:60] for t, _ in APART])
def test_what_differs_stays_apart(text: str, number: int) -> None:
    assert len(read(text)[1]) == number


SENTENCES: list[tuple[str, list[dict[str, object]]]] = [
    # whose turn it is
    (
        "Hungarian Gripens will replace the Belgian F-16s at Siauliai in June 2023.",
        [{"actors": ["HU"], "place": "Siauliai", "period": "2023-06"}],
    ),
    (
        "Six Danish F-16 fighters deploying to Siauliai Air Base will open the rotation.",
        [{"actors": ["DK"], "place": "Siauliai Air Base", "strength": 6}],
    ),
    # who leads an exercise does not stand in the way of its noun
    ("The British-led exercise Stone Shield has ended in Estonia.", [{"actors": ["GB"], "operation": "Stone Shield"}]),
    ("The Danish-led exercise Stone Harbour ended near Oksbol.", [{"actors": ["DK"], "place": "Oksbol"}]),
    # whose mission it is, and where
    (
        "Ghana's 5th Battalion marked ten years of its peacekeeping mission in Mali.",
        [{"actors": ["GH"], "place": "Mali", "kind": "operation"}],
    ),
    # lists of senders, and who gives the men
    (
        "The Netherlands, Belgium, the Czech Republic and Luxembourg have sent their troops to Lithuania.",
        [{"actors": ["BE", "CZ", "LU", "NL"], "place": "Lithuania"}],
    ),
    ("Events there prompted Finland to send soldiers to Chad in 2021.", [{"actors": ["FI"], "place": "Chad"}]),
    # who is host
    ("Denmark hosts American troops.", [{"actors": ["US"], "place": "Denmark"}]),
    # sorties, turns at air policing, and when an exercise was
    (
        "Portugal flew 41 sorties over the Baltic in May 2023.",
        [{"actors": ["PT"], "place": "Baltic", "period": "2023-05"}],
    ),
    (
        "Baltic Air Policing began in 2004 with four Belgian F-16s.",
        [{"actors": ["BE"], "operation": "Baltic Air Policing", "period": "2004", "strength": 4}],
    ),
    (
        "Denmark has led from Siauliai with four F-16s since May 2023.",
        [{"actors": ["DK"], "place": "Siauliai", "period": "2023-05/.."}],
    ),
    (
        "Danish launchers were fired on 11 July 2023, during exercise Iron Bolt of the Danish Army.",
        [{"actors": ["DK"], "operation": "Iron Bolt", "period": "2023-07-11"}],
    ),
    (
        "The Danish Army is at sea, with Norway intending to contribute a frigate to the mission off Mali.",
        [{"actors": ["NO"]}],
    ),
    # all who hold war games
    ("Russian and Belarusian war games ended near Minsk on 3 June 2023.", [{"actors": ["BY", "RU"]}]),
    # an aside between commas has its own date
    (
        "The Danish frigate Triton, which was built in May 1990, is to join an exercise with the Royal Navy.",
        [{"actors": ["DK"], "period": None}],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[t[:60] for t, _ in SENTENCES])
def test_sentences_of_news_pages(text: str, expected: list[dict[str, object]]) -> None:
    page, found = read(text)
    got = [summary(page, d) for d in found]
    assert [{k: g[k] for k in e} for g, e in zip(got, expected, strict=True)] == expected


NOTHING = [
    "Portugal could have flown 41 sorties over the Baltic in May 2023.",
    "The airline flew 41 charter flights to Lisbon in May 2023.",
    "The drills are held every two years by the Polish army.",
    "Norwegian troops took part in the Shangri-La Dialogue in June 2023.",
    "Korea's T-50 and Italy's M-346 had been looked at and dropped.",
    "Slovak F-16s will replace the Russian-made MiG-29s at Sliac.",
    "Korean FA-50s will replace the Polish MiG-29s at Malbork.",
    "North Korea has long described the drills of South Korean troops as rehearsals.",
    "Pyongyang condemned the exercises as a provocation.",
    "The exercise Grey Wolf of the Danish army usually takes place in August.",
    "He was the commanding officer of the Danish frigate Triton.",
    "Gen. Mario Rossi of Italy, who commands the UN Interim Force in Lebanon, praised the talks.",
    "The air force has received its trainers. They take over from older jets.",
    "Finland and Norway share what they learn from the training of the K9 systems.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_deployment(text: str) -> None:
    assert read(text)[1] == ()


FACTS: list[tuple[str, list[dict[str, object]]]] = [
    (
        "Forces of the alliance\n\nHost | Lead nation | Contributors | Troops\nIceland | Denmark | 3 | 1,300\n"
        "Hungary | Italy | 5 | approx. 900\nBulgaria | Spain | 2 | 700\n",
        [
            {"actors": ["DK"], "place": "Iceland", "strength": 1300},
            {"actors": ["IT"], "place": "Hungary", "strength": 900},
            {"actors": ["ES"], "place": "Bulgaria", "strength": 700},
        ],
    ),
    (
        "Missions of the Union\n\nEUNAVFOR Irini (Mediterranean)\nLaunched on 31 March 2020, the operation has inspected many ships.\n\n"
        "EUTM Mali\nIn Koulikoro since 2013.\n",
        [
            {"actors": ["EU"], "kind": "operation", "operation": "EUNAVFOR Irini", "period": "2020-03-31/.."},
            {"actors": ["EU"], "kind": "operation", "operation": "EUTM Mali", "period": "2013/.."},
        ],
    ),
    (
        "What lies ahead\n\nExercises in 2025\n\nMarch: ICE HAMMER 25, Norway. Some 8,000 soldiers of nine nations.\n\n"
        "May: SPRING FOX 25, Latvia. 2,000 troops.\n",
        [
            {"actors": ["NO"], "kind": "exercise", "operation": "ICE HAMMER 25", "strength": 8000},
            {"actors": ["LV"], "kind": "exercise", "operation": "SPRING FOX 25", "strength": 2000},
        ],
    ),
    # near-misses: a list of prices, a calendar of fairs, a body that is no mission
    ("Yards\n\nHost | Lead yard | Price\nDenmark | Odense | 900\nItaly | Genoa | 300\nSpain | Vigo | 100\n", []),
    ("What lies ahead\n\nFairs in 2025\n\nMarch: SEA SHOW 25, Norway. Some 8,000 visitors.\n", []),
    ("Agencies\n\nEuropean Defence Agency (Brussels)\nSet up: July 2004\nStaff: 170\n", []),
]


@pytest.mark.parametrize(("text", "expected"), FACTS, ids=[t[:40] for t, _ in FACTS])
def test_tables_and_fact_pages(text: str, expected: list[dict[str, object]]) -> None:
    page, found = read(text)
    got = [summary(page, d) for d in found]
    assert [{k: g[k] for k in e} for g, e in zip(got, expected, strict=True)] == expected


BOXES: list[tuple[str, dict[str, object]]] = [
    (
        "Exercise: Cold Response 2022\nParticipants: 27 nations, 30,000 troops\nLocation: Northern Norway\n"
        "Dates: 14 March - 1 April 2022",
        {"actors": [], "kind": "exercise", "operation": "Cold Response 2022", "period": "2022-03-14/2022-04-01"},
    ),
    (
        "eFP Battlegroup Lithuania\nLead nation: Germany\nTroop strength: 1,600\nBase: Rukla\nEstablished: January 2017",
        {"actors": ["DE"], "kind": "deployment", "place": "Rukla", "period": "2017-01/.."},
    ),
    (
        "Name: Operation Aspides\nStart: 19 February 2024\nArea: Red Sea, Gulf of Aden\nContributors: Greece, Italy, France",
        {
            "actors": ["FR", "GR", "IT"],
            "kind": "operation",
            "operation": "Operation Aspides",
            "period": "2024-02-19/..",
        },
    ),
    (
        "Exercise Freedom Shield 25. Dates: 10-20 March 2025. Place: South Korea. Troops: 19,000 (ROK), 10,000 (US).",
        {"actors": ["KR", "US"], "kind": "exercise", "place": "South Korea", "period": "2025-03-10/2025-03-20"},
    ),
    (
        "Unit: 1st Armored Brigade. Country: United States. Deployed to: Poland. Period: January-September 2024. Personnel: 3,500.",
        {"actors": ["US"], "kind": "deployment", "place": "Poland", "period": "2024-01/2024-09"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), BOXES, ids=[t[:40] for t, _ in BOXES])
def test_boxes_of_facts(text: str, expected: dict[str, object]) -> None:
    page, found = read(f"A page of facts was put up.\n\n{text}")
    assert len(found) == 1
    got = summary(page, found[0])
    assert {k: got[k] for k in expected} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Event: Book fair. Place: Seoul. Dates: 1-5 June 2024. Participants: 300 publishers.",
        "Exercise: push-ups\nSets: 3\nRest: 90 seconds\nWhere: at home",
        "Operation: appendix\nDate: 4 May 2024\nWard: 7\nSurgeon: Dr Berg",
        "Unit: 14\nCountry: Norway\nType: flat\nRent: 900 euros",
    ],
)
def test_other_boxes_tell_of_no_deployment(text: str) -> None:
    _, found = read(text)
    assert found == ()


CONTINGENTS: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "UNIFIL, troop contributors as of 31 August 2023: Indonesia 1,231; Italy 1,068; India 903.",
        [("ID", "1231"), ("IT", "1068"), ("IN", "903")],
    ),
    (
        "Troop contributors to UNIFIL as of 31 August 2023: Indonesia 1,231, Italy 1,068, India 903 and Ghana 873.",
        [("ID", "1231"), ("IT", "1068"), ("IN", "903"), ("GH", "873")],
    ),
    (
        "KFOR personnel: Italy 852, United States 590, Hungary 366.",
        [("IT", "852"), ("US", "590"), ("HU", "366")],
    ),
    ("UNIFIL contingents: Spain 660; Malaysia 830; Nepal 876.", [("ES", "660"), ("MY", "830"), ("NP", "876")]),
    (
        "Contributions to UNIFIL (May 2023): Spain 660; Malaysia 830; South Korea 275.",
        [("ES", "660"), ("MY", "830"), ("KR", "275")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CONTINGENTS)
def test_contingents_of_a_mission(text: str, expected: list[tuple[str, str]]) -> None:
    page, found = read(f"A page of facts was put up.\n\n{text}")
    assert [
        (summary(page, r)["actors"][0], str(r.strength.amount.low) if r.strength else "")  # type: ignore[index]
        for r in found
    ] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Film festival contributors: Norway 3, Sweden 4, Denmark 5, France 6.",
        "UNIFIL contributors: Norway and Sweden.",
        "Personnel of the bank: Norway 300, Sweden 400, Denmark 500.",
    ],
)
def test_other_lists_of_states_tell_of_no_contingents(text: str) -> None:
    _, found = read(f"A page of facts was put up.\n\n{text}")
    assert found == ()
