"""Dialogues told below a heading with a town and a day, during a stay, or of the town and month of the report."""

from __future__ import annotations

import pytest
from test_builders_dialogues_places import told

SECTION = """A week of talks

29 October 2024

{heading}

{text}
"""


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        (
            "Monday, Tallinn",
            "Defence Minister Kim Yong-hyun met Estonian Defence Minister Hanno Pevkur.",
            ("ministerial", "Tallinn", "2025-06-09"),
        ),
        (
            "Washington, Friday",
            "Defence Minister Kim Yong-hyun saw US Defense Secretary Lloyd Austin.",
            ("ministerial", "Washington", "2025-06-13"),
        ),
        (
            "Thursday 5 June, Rome",
            "Italian Defence Minister Guido Crosetto and Polish Defence Minister Wladyslaw Kosiniak-Kamysz held talks on tanks.",
            ("ministerial", "Rome", "2025-06-05"),
        ),
        (
            "In Oslo on 3 June",
            "Prime Minister Donald Tusk received President Alexander Stubb, months after the treaty of May 2024.",
            ("summit", "Oslo", "2025-06-03"),
        ),
        (
            "Monday and Tuesday, Vilnius",
            "Latvian Defence Minister Andris Spruds met Lithuanian Defence Minister Dovile Sakaliene on drones.",
            ("ministerial", "Vilnius", "2025-06"),
        ),
        (  # a day of its own, which is another one
            "Monday, Tallinn",
            "On 3 June Defence Minister Kim Yong-hyun met Estonian Defence Minister Hanno Pevkur.",
            ("ministerial", None, "2025-06-03"),
        ),
        (  # a heading that tells more than where and when
            "Monday's mood in Tallinn",
            "Defence Minister Kim Yong-hyun met Estonian Defence Minister Hanno Pevkur.",
            ("ministerial", None, None),
        ),
    ],
)
def test_meetings_have_town_and_day_of_their_heading(
    heading: str, text: str, expected: tuple[str, str | None, str | None]
) -> None:
    assert [t[:3] for t in told(SECTION.format(heading=heading, text=text))] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Polish President Andrzej Duda, on a state visit from Tuesday to Friday, held talks with President Yoon Suk Yeol on Thursday.",
            {("summit", None, "2025-06-12"), ("visit", "South Korea", "2025-06-10/2025-06-13")},
        ),
        (
            "Indian Defence Minister Rajnath Singh, on a visit from 3 to 5 June, held a second meeting with Defence Minister Kim Yong-hyun.",
            {("ministerial", None, "2025-06"), ("visit", "South Korea", "2025-06-03/2025-06-05")},
        ),
        (
            "Norwegian Defence Minister Tore Sandvik, on a two-day visit, met Defence Minister Kim Yong-hyun in Seoul on Thursday.",
            {("ministerial", "Seoul", "2025-06-12"), ("visit", "South Korea", None)},
        ),
        (
            "The visit of Polish Defence Minister Wladyslaw Kosiniak-Kamysz to South Korea began on Friday and ends on Tuesday.",
            {("visit", "South Korea", "2025-06-13/2025-06-17")},
        ),
        (
            "Romanian Defence Minister Angel Tilvar's trip to Norway started on 10 June and will end on 17 June.",
            {("visit", "Norway", "2025-06-10/2025-06-17")},
        ),
        (
            "Indian Defence Minister Rajnath Singh, in Tokyo for talks on drones, met Japanese Defence Minister Gen Nakatani on 3 June.",
            {("ministerial", "Tokyo", "2025-06-03")},
        ),
        (
            "Indian Defence Minister Rajnath Singh met Defence Minister Kim Yong-hyun in Seoul on 3 June. The delegation goes on to Japan.",
            {("ministerial", "Seoul", "2025-06-03"), ("visit", "Japan", "2025-06")},
        ),
    ],
)
def test_meetings_of_a_stay_have_its_month_or_day(text: str, expected: set[tuple[str, str | None, str | None]]) -> None:
    assert {t[:3] for t in told(text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The roadmap had been agreed at the Japan-Poland summit held in Tokyo in May 2023.",
            [("summit", "Tokyo", "2023-05")],
        ),
        (
            "The loan has been settled at the Korea-Poland summit that took place in Warsaw in July 2023.",
            [("summit", "Warsaw", "2023-07")],
        ),
        (
            "SEOUL, June 11 — The frigate deal had been sealed at the EU-Korea summit held in the same city in May 2023.",
            [("summit", "Seoul", "2023-05")],
        ),
        (
            "The Polish minister had talks with Japan's defence minister, Gen Nakatani, in Tokyo in May 2023.",
            [("ministerial", "Tokyo", "2023-05")],
        ),
        (
            "At the NATO summit in Madrid on 28 June 2022, Germany promised three howitzers.",
            [("summit", "Madrid", "2022-06-28")],
        ),
        (
            "On 28 June 2022, during the NATO summit in Madrid, Germany promised three howitzers.",
            [("summit", "Madrid", "2022-06")],
        ),
    ],
)
def test_summits_that_something_came_of(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert [t[:3] for t in told(text)] == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("RIYADH, June 11, 2025 — It took a meeting in Riyadh between {a} and {b} to clear the sale.", "2025-06"),
        ("RIYADH, June 11, 2025 — In Riyadh, {a} met {b} to talk about missiles.", "2025-06"),
        ("RIYADH, June 11, 2025 — In Riyadh, {a} had met {b} to talk about missiles.", None),
        ("RIYADH, June 11, 2025 — In Riyadh, {a} will meet {b} to talk about missiles.", None),
        ("RIYADH, June 11, 2025 — In Cairo, {a} met {b} to talk about missiles.", None),
    ],
)
def test_month_of_the_report(text: str, day: str | None) -> None:
    people = {"a": "Defence Minister Shin Won-sik", "b": "Saudi Defence Minister Khalid bin Salman"}
    assert [d for _, _, d, _ in told(text.format(**people))] == [day]


def test_their_ministers_are_of_those_told_of_before() -> None:
    text = (
        "Russia has troops in the field; Russia and South Korea differ. Defence ministers Kim Yong-hyun and Lloyd Austin "
        'hold the 56th Security Consultative Meeting in Washington tomorrow. On Thursday their foreign ministers join them for "two plus two" talks.'
    )
    assert [t[3] for t in told(text)][-1] == "KR US"
