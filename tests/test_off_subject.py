"""Text that is about something else yields no fact, whatever words, names and forms of sentences it borrows."""

import tomllib
from pathlib import Path

import pytest

from kordef import extract, read_text
from kordef.records import Record

PASSAGES = tomllib.loads((Path(__file__).parent / "off_subject.toml").read_text("utf-8"))["passage"]

ON_SUBJECT = [
    "Poland ordered 180 K2 tanks from South Korea for 3.4 billion dollars on Friday.",
    "The defence ministers of Norway and South Korea met in Oslo on 12 May 2024.",
    "South Korea and the European Union signed a security partnership in Seoul in November 2024.",
    "President Yoon Suk Yeol met Prime Minister Donald Tusk in Warsaw on 13 July 2023.",
    "Rheinmetall's sales rose by 24 percent to 4.7 billion euros in the first half of 2025.",
    "Hensoldt. Order intake at the sensor maker reached 2.9 billion euros in 2024, against 2.1 billion in 2023.",
    "Between 2019 and 2023 arms imports by the states of sub-Saharan Africa fell by nine per cent.",
    "Arms shipments worldwide rose by 16 percent in 2010-14. Russia accounted for 27 percent of deliveries.",
    "Arms purchases of the Gulf states grew by 71 per cent in 2010-2014.",
    "The storm did not stop the navy: two frigates took part in Exercise Formidable Shield off Norway in May 2025.",
]


OFF_SUBJECT = [
    "Airbus delivered 66 aircraft in May, 12 more than a year before, and booked orders for 40. Sales rose by 8 percent in 2024.",
    "Kia sold 3.1 million cars in 2024, 0.1 percent more than in 2023, and earned 12.7 trillion won.",
    "KHNP of South Korea signed a contract for two reactors at Dukovany for 18 billion dollars on 4 June 2025.",
    "Boeing's freighters fly for 40 customers. Turnover fell to 66.5 billion dollars in 2024.",
    "Samsung's profit rose by 15 percent to 10 trillion won in the third quarter of 2024.",
]


@pytest.mark.parametrize("text", OFF_SUBJECT)
def test_a_firm_that_lives_by_other_trades_makes_no_story_one_about_defence(text: str) -> None:
    assert [r for r in facts(text) if r.type == "observation"] == []


def facts(text: str) -> list[Record]:
    found = extract(read_text("passage.txt", text)).records
    return [r for r in found if r.type not in ("source", "actor", "weapon_system")]


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda p: p["about"])
def test_a_passage_about_something_else_yields_no_fact(passage: dict[str, str]) -> None:
    assert facts(passage["text"]) == []


def test_the_passages_are_of_many_kinds() -> None:
    assert len({p["about"] for p in PASSAGES}) >= 30


@pytest.mark.parametrize("text", ON_SUBJECT)
def test_a_passage_about_the_subject_yields_one(text: str) -> None:
    assert facts(text)


MINISTRY = (
    "The officials reviewed the state of relations and praised the growth of trade. They noted the anniversary of ties. "
    "The guest thanked the hosts for the support of firms. The two spoke of cooperation in energy and in science. "
    "They exchanged views on education. The visit ended with a tour of the old town. Lunch was served in a garden. "
    "The delegation flies home on Friday. It will come back next year. A choir sang for the guests in the hall.\n"
)


@pytest.mark.parametrize(
    "first",
    [
        "On 3 March 2024 Deputy Foreign Minister Jana Kovar and Vice Foreign Minister Kim Hong-kyun held the fifth strategic"
        " dialogue in Prague. ",
        "On 3 March 2024 Foreign Minister Jana Kovar met Foreign Minister Cho Tae-yul in Seoul to discuss the Korean Peninsula. ",
        "Foreign Minister Jana Kovar met Foreign Minister Cho Tae-yul in Seoul on 3 March 2024. They spoke of regional security. ",
        "Foreign Secretary Ann Hill met Foreign Minister Cho Tae-yul in London on 3 March 2024 on support for Ukraine. ",
        "Foreign Minister Jana Kovar met Foreign Minister Cho Tae-yul in Seoul on 3 March 2024 on the strategic partnership. ",
    ],
)
def test_what_foreign_ministries_say_of_strategic_affairs_is_the_subject(first: str) -> None:
    assert any(record.type == "dialogue" for record in facts(first + MINISTRY))


@pytest.mark.parametrize(
    "first",
    [
        "On 3 March 2024 Trade Minister Jana Kovar met Trade Minister Kim Hong-kyun in Prague to talk about car parts. ",
        "On 3 March 2024 Foreign Minister Jana Kovar opened the festival of Korean film in Prague. ",
        "On 3 March 2024 Foreign Minister Jana Kovar met Foreign Minister Nasser Bourita in Rabat at a solar park. ",
        "The health ministers of Chile and Peru met in Lima on 3 March 2024 about a strategic partnership of clinics. ",
        "On 3 March 2024 the rector met the ambassador in Prague about student exchange. ",
    ],
)
def test_other_affairs_of_ministries_are_not(first: str) -> None:
    assert facts(first + MINISTRY) == []
