"""Dialogues told by what was told before: officials of the same two, a later call of that day, who is host next, titles."""

from __future__ import annotations

import pytest
from test_builders_dialogues_wordings import told

Told = tuple[str, str | None, str | None]

SEQUELS: list[tuple[str, list[Told]]] = [
    # a subject behind "before" that a comma closes
    (
        "The contract was signed in Warsaw hours before Poland's defence minister, Wladyslaw Kosiniak-Kamysz, received his Swedish "
        "counterpart Pal Jonson. The two discussed air defence and submarines.",
        [("ministerial", "Warsaw", None)],
    ),
    (
        "The paper on defence appeared a day before Finland's defence minister, Antti Häkkänen, met his Danish counterpart Troels Lund "
        "Poulsen in Helsinki on Monday.",
        [("ministerial", "Helsinki", "2024-06-10")],
    ),
    # officials of the two of whom the sentence before told
    (
        "Defence Minister Tore Sandvik of Norway met German Defence Minister Boris Pistorius in Berlin on Monday. Officials will hold a "
        "working-level meeting in Oslo in the autumn.",
        [("ministerial", "Berlin", "2024-06-10"), ("dialogue", "Oslo", "2024-23")],
    ),
    (
        "Polish Foreign Minister Radoslaw Sikorski received his Japanese counterpart Yoko Kamikawa in Warsaw on Monday. Experts are to "
        "hold a working-level meeting in Tokyo in July.",
        [("ministerial", "Warsaw", "2024-06-10"), ("dialogue", "Tokyo", "2024-07")],
    ),
    # who is host next
    (
        "Japan and the Philippines agreed to hold the 2+2 every two years, with Tokyo to host in 2026.",
        [("ministerial", "Tokyo", "2026")],
    ),
    (
        "India and Australia will keep their ministerial defence dialogue, with Canberra hosting in October 2025.",
        [("ministerial", "Canberra", "2025-10")],
    ),
    (
        "France and Poland agreed to meet yearly for a defence summit, with Warsaw to host in 2025.",
        [("summit", "Warsaw", "2025")],
    ),
    # later on the same day
    (
        "In Bucharest on Monday, South Korean Defense Minister Shin Won-sik met with Romanian Defense Minister Angel Tilvar. Shin later "
        "paid a courtesy call on President Klaus Iohannis.",
        [("ministerial", "Bucharest", "2024-06-10"), ("courtesy_call", "Bucharest", "2024-06-10")],
    ),
    (
        "In Riga on Monday, Estonian Defence Minister Hanno Pevkur met Latvian Defence Minister Andris Spruds. Pevkur later met President "
        "Edgars Rinkevics.",
        [("ministerial", "Riga", "2024-06-10"), ("ministerial", "Riga", "2024-06-10")],
    ),
    # a contact group meets
    (
        "At the Contact Group on 13 February 2024 Denmark pledged 1.7 billion kroner for drones and missiles.",
        [("ministerial", None, "2024-02-13")],
    ),
    (
        "At the contact group on 14 February 2024 Canada promised more artillery shells.",
        [("ministerial", None, "2024-02-14")],
    ),
    # what is only agreed to begin is no meeting
    (
        "British Defence Secretary Grant Shapps and Dutch Defence Minister Kajsa Ollongren met in London on Monday. The two agreed to "
        "begin negotiations on a logistics pact.",
        [("ministerial", "London", "2024-06-10")],
    ),
    # what follows is another meeting
    (
        "South Korea's Foreign Minister Cho Tae-yul met Foreign Minister Radoslaw Sikorski in Warsaw on June 4, followed by a courtesy "
        "visit to President Andrzej Duda.",
        [("ministerial", "Warsaw", "2024-06-04"), ("courtesy_call", "Warsaw", "2024-06-04")],
    ),
    # a journey to several states is one, where a noun for it stands before
    (
        "Japanese Foreign Minister Yoko Kamikawa made her first trip to Europe as minister, traveling to Finland and France last week.",
        [("visit", None, "2024-06")],
    ),
    (
        "Polish Foreign Minister Radoslaw Sikorski ended a tour of Asia, visiting Japan and South Korea in May.",
        [("visit", None, "2024-05")],
    ),
    (
        "Swedish Defence Minister Pal Jonson was abroad all week, travelling to Latvia and Poland.",
        [("visit", "Latvia", None), ("visit", "Poland", None)],
    ),
    (
        "Danish Defence Minister Troels Lund Poulsen traveled to Kyiv on Monday.",
        [("visit", "Kyiv", "2024-06-10")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), SEQUELS, ids=[s[0][:40] for s in SEQUELS])
def test_what_goes_on_from_what_was_told(body: str, expected: list[Told]) -> None:
    assert told(f"Defence ties\n\n{body}") == expected


def test_a_title_tells_of_the_meeting_below_and_of_no_second_one() -> None:
    text = (
        "Outcomes of the Second Japan-Poland Defence Ministerial Meeting and readout of call with the Netherlands\n\nDefence Minister Gen "
        "Nakatani on Wednesday hosted Polish Defence Minister Wladyslaw Kosiniak-Kamysz in Tokyo for the second Japan-Poland Defence "
        "Ministerial Meeting."
    )
    assert told(text) == [("ministerial", "Tokyo", "2024-06-12")]


@pytest.mark.parametrize(
    "body",
    [
        "Officials will hold a working-level meeting in Seoul in the autumn.",
        "The cities agreed to hold the film festival every year, with Cannes to host in 2027.",
        "The two clubs hold talks every year, with Madrid to host in 2026.",
        "The minister later thanked President Andrzej Duda.",
        "The contact group on Tuesday had no comment on missiles.",
        "They agreed to begin negotiations on a logistics pact.",
        "Officials hold cards in Seoul.",
    ],
)
def test_near_misses_of_sequels(body: str) -> None:
    assert told(f"Defence ties\n\n{body}") == []
