"""Where and when a meeting took place that its sentence does not say: the date line, "here", a visit, a forum, the day of a diary."""

from __future__ import annotations

import pytest
from attrs import evolve

from kordef.builders import page_of
from kordef.builders.dialogues.builder import build
from kordef.builders.page import Page
from kordef.builders.parties import surname
from kordef.catalogue import load
from kordef.evidence import unsupported
from kordef.mentions import find
from kordef.periods import Period
from kordef.reading import read_text
from kordef.vocabulary import ActorKind

CATALOGUE = load()
PUBLISHED = Period(edtf="2025-06-15")  # a Sunday

Told = tuple[str, str | None, str | None, str]


def page(text: str) -> Page:
    document = evolve(read_text("t.txt", text), published=PUBLISHED, published_basis="printed")
    return page_of(document, find(document, CATALOGUE), CATALOGUE)


def told(text: str) -> list[Told]:
    """Kind, place, date and participants (persons by surname, states by code) of each dialogue, in the order of the text."""
    read = page(text)
    out: list[Told] = []
    for record in sorted(build(read), key=lambda r: r.evidence[0].start):
        assert unsupported(record) == ()
        names: set[str] = set()
        for participant in record.participants:
            actor = read.actors[participant.actor]
            state = read.actors[actor.acts_for] if actor.acts_for else actor
            if actor.kind is ActorKind.PERSON:
                names.add(surname(actor.name, state.code))
            if state.kind is not ActorKind.PERSON:
                names.add(state.code or state.name)
        out.append(
            (record.kind.value, record.place, record.date.edtf if record.date else None, " ".join(sorted(names)))
        )
    return out


DATELINES = [
    pytest.param(
        "TALLINN, June 11 (Reuters) - Estonian Defence Minister Hanno Pevkur met his Korean counterpart Ahn Gyu-back on Wednesday "
        "to discuss rocket launchers.",
        [("ministerial", "Tallinn", "2025-06-11", "Ahn EE KR Pevkur")],
        id="the town of one of them",
    ),
    pytest.param(
        "PARIS, June 11 (Reuters) - Estonian Defence Minister Hanno Pevkur met his Korean counterpart Ahn Gyu-back on Wednesday "
        "to discuss rocket launchers.",
        [("ministerial", None, "2025-06-11", "Ahn EE KR Pevkur")],
        id="a town of neither",
    ),
    pytest.param(
        "TALLINN, June 11 (Reuters) - Estonian Defence Minister Hanno Pevkur met his Korean counterpart Ahn Gyu-back in March 2023 "
        "to discuss rocket launchers.",
        [("ministerial", None, "2023-03", "Ahn EE KR Pevkur")],
        id="long ago",
    ),
    pytest.param(
        "TALLINN, June 11 (Reuters) - Estonian Defence Minister Hanno Pevkur spoke by phone with Ahn Gyu-back, his Korean counterpart, "
        "on Wednesday about rocket launchers.",
        [("phone_call", None, "2025-06-11", "Ahn EE KR Pevkur")],
        id="a call has no place",
    ),
    pytest.param(
        "OSLO, June 15 (Yonhap) -- South Korean Foreign Minister Cho Hyun, who is here on a three-day visit through Tuesday, "
        "spoke of howitzers.",
        [("visit", "Norway", "2025-06-15/2025-06-17", "Cho KR NO")],
        id="here on a visit",
    ),
    pytest.param(
        "WARSAW, June 11 (Yonhap) -- President Lee Jae-myung arrived here Wednesday on a three-day state visit to look at tanks.",
        [("visit", "Poland", "2025-06-11/2025-06-13", "KR Lee PL")],
        id="arrived here",
    ),
    pytest.param(
        "SEOUL, June 11 (Yonhap) -- Marines and tanks paraded here on Wednesday.",
        [],
        id="here without a meeting",
    ),
]


@pytest.mark.parametrize(("text", "expected"), DATELINES)
def test_the_town_of_the_date_line(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


OFFICIALS = [
    pytest.param(
        "Poland and Norway want more Chunmoo launchers. Their defence ministers meet in Gdynia on 3 July.",
        [("ministerial", "Gdynia", "2025-07-03", "NO PL")],
        id="their ministers",
    ),
    pytest.param(
        "Poland and Norway want more Chunmoo launchers. The prime ministers of the two countries discussed them by telephone on Friday.",
        [("phone_call", None, "2025-06-13", "NO PL")],
        id="by telephone",
    ),
    pytest.param(
        "Defence Minister Shin Won-sik phoned his Polish colleague on 3 May about tanks.",
        [("phone_call", None, "2025-05-03", "KR PL Shin")],
        id="a colleague",
    ),
    pytest.param(
        "The Korean navy chief, Admiral Yang Yong-mo, called on the head of the Norwegian navy in Bergen on 4 June.",
        [("courtesy_call", "Bergen", "2025-06-04", "KR NO Yang")],
        id="called on a head",
    ),
    pytest.param(
        "The head of the Norwegian navy called on the Polish government to buy submarines.", [], id="called on to"
    ),
    pytest.param(
        "The Romanian defence minister is expected in Seoul in July to look at howitzers.",
        [("visit", "Seoul", "2025-07", "KR RO")],
        id="expected",
    ),
    pytest.param("The tanks are expected in Seoul in July.", [], id="goods expected"),
    pytest.param(
        "Vice Defense Minister Cho Chang-rae held meetings with his counterparts from Germany and Sweden in Singapore on 3 June.",
        [
            ("ministerial", "Singapore", "2025-06-03", "Cho DE KR"),
            ("ministerial", "Singapore", "2025-06-03", "Cho KR SE"),
        ],
        id="counterparts from",
    ),
    pytest.param(
        "Estonia's Hanno Pevkur, Latvia's Andris Spruds and Lithuania's Dovile Sakaliene held a three-way call on 4 June on missiles.",
        [("phone_call", None, "2025-06-04", "EE LT LV Pevkur Sakaliene Spruds")],
        id="three-way call",
    ),
    pytest.param("The tanks were late. Their armies trained together in Oslo on 3 June.", [], id="their armies"),
]


@pytest.mark.parametrize(("text", "expected"), OFFICIALS)
def test_officials_without_a_name(text: str, expected: list[Told]) -> None:
    assert sorted(told(text), key=str) == sorted(expected, key=str)


def test_the_release_of_a_ministry_speaks_of_its_own_minister() -> None:
    text = (
        "MINISTRY OF NATIONAL DEFENCE OF THE REPUBLIC OF LITHUANIA\nVilnius, 12 June 2025\n\n"
        "On 11 June the Minister of National Defence, Ms Rasa Petraityte, met the Ambassador of the Republic of Korea, "
        "Mr Kim Jae-hoon, to discuss howitzers.\n"
    )
    assert told(text) == [("ministerial", "Vilnius", "2025-06-11", "KR Kim LT Petraityte")]


def test_a_body_has_sessions_of_its_own() -> None:
    text = (
        "South Korea and Norway held the third session of their joint defense committee in Oslo on May 20. "
        "The committee first met in Seoul in March 2021."
    )
    assert told(text) == [
        ("consultative_body", "Oslo", "2025-05-20", "KR NO"),
        ("consultative_body", "Seoul", "2021-03", "KR NO"),
    ]


def test_a_meeting_during_a_visit_has_its_country_and_month() -> None:
    text = (
        "Swedish Defence Minister Pal Jonson visited Poland from 2 to 4 June 2025 to look at tanks. "
        "Jonson also met the Canadian defence minister, Bill Blair."
    )
    assert ("ministerial", "Poland", "2025-06", "Blair CA Jonson SE") in told(text)


def test_the_days_of_a_diary() -> None:
    text = (
        "Wednesday. President Lee Jae-myung met Polish Prime Minister Donald Tusk about tanks.\n\n"
        "Thursday. Lee received German Chancellor Friedrich Merz.\n"
    )
    assert [(kind, day) for kind, _, day, _ in told(text)] == [("summit", "2025-06-11"), ("summit", "2025-06-12")]


@pytest.mark.parametrize(
    ("name", "state", "expected"),
    [
        ("Andris Kalnozols", "KR", "Kalnozols"),
        ("Kim Min-su", "KR", "Kim"),
        ("Lee Jae Myung", "KR", "Lee"),
        ("Ursula von der Leyen", None, "von der Leyen"),
    ],
)
def test_a_name_of_another_country_keeps_its_surname(name: str, state: str | None, expected: str) -> None:
    assert surname(name, state) == expected


MORE = [
    pytest.param(
        "Latvian Defence Minister Andris Spruds visited South Korea from 9 to 11 September 2024. Before his departure the minister "
        "paid a visit to the United Nations Command in Pyeongtaek and gave a press conference.",
        {("visit", "Pyeongtaek", "2024-09"), ("visit", "South Korea", "2024-09-09/2024-09-11")},
        id="a body visited during a stay",
    ),
    pytest.param(
        "PRAGUE, June 14 (AP) - President Petr Pavel hosted his Polish counterpart Andrzej Duda on Friday to talk about tanks.",
        {("summit", "Prague", "2025-06-13")},
        id="a counterpart stands as high",
    ),
    pytest.param(
        "The defence ministers of Poland and South Korea held a meeting on the sidelines of the Munich Security Conference on "
        "15 February to discuss howitzers.",
        {("ministerial", "Munich", "2025-02-15"), ("forum", "Munich", "2025-02")},
        id="the town in the name of a forum",
    ),
    pytest.param(
        "On 3 June Dutch Defence Minister Ruben Brekelmans took part in the Seoul Defense Dialogue.",
        {("forum", "Seoul", "2025-06")},
        id="taking part in a forum",
    ),
    pytest.param(
        "During his stay in Abu Dhabi, DAPA Minister Seok Jong-gun held a meeting with the Iraqi defence minister on missiles.",
        {("ministerial", "Abu Dhabi", None), ("visit", "Abu Dhabi", None)},
        id="a place in front",
    ),
    pytest.param(
        "Canada. On 3 June Swedish Defence Minister Pal Jonson met Ms Claire Fontenay, Associate Deputy Minister of National "
        "Defence, to discuss tanks.",
        {("ministerial", None, "2025-06-03")},
        id="a state as heading",
    ),
    pytest.param(
        "OTTAWA, June 11 (CP) -- Canada's defence minister, Bill Blair, and his South Korean counterpart met for the second time "
        "this year on Tuesday, on submarines.",
        {("ministerial", "Ottawa", "2025-06-10")},
        id="the day and not the year",
    ),
    pytest.param(
        "The team lost in Warsaw on Sunday. The coach called on the head of the club. Their ministers of sport met in Oslo on Friday.",
        set[tuple[str, str | None, str | None]](),
        id="sport",
    ),
]


@pytest.mark.parametrize(("text", "expected"), MORE)
def test_places_and_days_that_follow(text: str, expected: set[tuple[str, str | None, str | None]]) -> None:
    assert {(kind, place, day) for kind, place, day, _ in told(text) if kind != "press_conference"} == expected
