"""Sentences as any report has them: what is patrolled, what forces are sent for, what is said of an agreement behind its topic."""

from __future__ import annotations

import pytest
from attrs import evolve

from kordef.periods import Period
from kordef.pipeline import extract
from kordef.reading import read_text
from kordef.records import Agreement, Deployment, Dialogue


def records(text: str) -> tuple[object, ...]:
    document = read_text("test.txt", f"{text}\n")
    return extract(evolve(document, published=Period(edtf="2025-05-15"), published_basis="printed")).records


def deployed(text: str) -> list[tuple[str, str | None]]:
    found = [r for r in records(text) if isinstance(r, Deployment)]
    return [(r.evidence[0].exact, r.place) for r in found]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The Cheonghae Unit has patrolled the Gulf of Aden since 2009.", "Gulf of Aden"),
        ("Korean warships patrolled the Baltic Sea in 2009.", "Baltic Sea"),
        ("Danish frigates have patrolled the Strait of Hormuz since January.", "Strait of Hormuz"),
        ("Two Estonian ships are patrolling the Gulf of Finland.", "Gulf of Finland"),
        ("Norwegian aircraft patrolled the Barents Sea last week.", "Barents Sea"),
    ],
)
def test_what_is_patrolled(text: str, place: str) -> None:
    assert [where for _, where in deployed(text)] == [place]


@pytest.mark.parametrize(
    ("text", "quote", "place"),
    [
        ("Italy sent F-35s to Japan for joint exercises in August.", "sent F-35s to Japan for joint exercises", "Japan"),
        (
            "France deployed Rafale fighters to South Korea for a joint drill last week.",
            "deployed Rafale fighters to South Korea for a joint drill",
            "South Korea",
        ),
        ("Italy sent four F-35 fighters to Japan for a joint exercise.", "sent four F-35 fighters to Japan for a joint exercise", "Japan"),
        ("Spain deployed Eurofighters to Estonia for the annual exercise.", "deployed Eurofighters to Estonia for the annual exercise", "Estonia"),
    ],
)  # fmt: skip
def test_what_forces_are_sent_for_is_no_deployment_of_its_own(text: str, quote: str, place: str) -> None:
    assert deployed(text) == [(quote, place)]


def test_an_exercise_with_others_is_one_of_its_own() -> None:
    text = "Germany dispatched two frigates to the Pacific for drills with Japan."
    assert [where for _, where in deployed(text)] == ["Pacific", None]


def test_aircraft_sent_without_an_errand_are_no_deployment() -> None:
    assert deployed("Italy sent four F-35 fighters to Japan.") == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The agreement between Estonia and South Korea on defence cooperation expires in 2030.",
            "Estonia-South Korea agreement on defence cooperation",
        ),
        (
            "The memorandum of understanding between Poland and Korea on cyber defence runs until 2028.",
            "Poland-South Korea memorandum of understanding on cyber defence",
        ),
        (
            "The pact between Norway and South Korea on mutual protection of secrets lapsed in 2019.",
            "Norway-South Korea pact on mutual protection of secrets",
        ),
        (
            "The agreement between Latvia and South Korea on arms trade covers training.",
            "Latvia-South Korea agreement on arms trade",
        ),
        (
            "The agreement between Denmark and Korea on green shipping allows joint research.",
            "Denmark-South Korea agreement on green shipping",
        ),
        ("The accord between Italy and South Korea on space dates from 2018.", "Italy-South Korea accord on space"),
    ],
)
def test_a_topic_ends_before_what_is_said_of_the_paper(text: str, name: str) -> None:
    assert [r.name for r in records(text) if isinstance(r, Agreement)] == [name]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Defence Minister Shin Won-sik called Polish Defence Minister Mariusz Błaszczak on Monday.", ["phone_call"]),
        ("President Yoon Suk Yeol called German Chancellor Olaf Scholz to discuss Ukraine.", ["phone_call"]),
        ("Korean Foreign Minister Cho Tae-yul called his Norwegian counterpart Bjørn Arild Gram last Tuesday.", ["phone_call"]),
        ("President Yoon Suk Yeol called German Chancellor Olaf Scholz about the summit.", ["phone_call"]),
        ("President Yoon Suk Yeol called German Chancellor Olaf Scholz after the vote.", ["phone_call"]),
        ("President Yoon Suk Yeol called German Chancellor Olaf Scholz a friend.", []),
        ("President Yoon Suk Yeol called Poland an ally on Monday.", []),
        ("President Yoon Suk Yeol called on Chancellor Olaf Scholz to act.", []),
    ],
)  # fmt: skip
def test_who_calls_whom(text: str, kinds: list[str]) -> None:
    assert [str(r.kind) for r in records(text) if isinstance(r, Dialogue)] == kinds


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("France and the United States held joint drills in Lithuania in August 2021.", "Lithuania"),
        ("South Korea and the United States held joint drills off Busan in March.", "off Busan"),
        ("French forces trained in Lithuania last week.", "Lithuania"),
        ("Poland withdrew its battalion from Lithuania in March.", "Lithuania"),
        ("Poland withdrew 200 soldiers from Iraq in March.", "Iraq"),
        ("Spain sent six Eurofighters to the Gulf of Aden in March.", "Gulf of Aden"),
        ("Spain maintains six Eurofighters in Lithuania.", "Lithuania"),
        ("Spain withdrew six Eurofighters from Lithuania last week.", "Lithuania"),
    ],
)
def test_forces_train_stay_and_leave(text: str, place: str) -> None:
    assert [where for _, where in deployed(text)] == [place]


@pytest.mark.parametrize(
    "text",
    [
        "The school held fire drills in Lithuania in March.",
        "Market forces trained their eyes on Lithuania last week.",
        "The president flew in a KF-21 on a visit to Sacheon.",
    ],
)
def test_other_drills_and_forces_are_no_deployments(text: str) -> None:
    assert deployed(text) == []


def test_more_than_one_is_meant_by_they() -> None:
    text = (
        "Coach Kim Pan-gon blamed a schedule that has had his men travel far. "
        "Next month they fly to the United States for a match with soldiers of the army."
    )
    assert [r for r in records(text) if isinstance(r, Dialogue)] == []
