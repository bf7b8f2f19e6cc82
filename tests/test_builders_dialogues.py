"""Dialogues: which sentences speak of meetings, visits, calls and bodies, what they say of them, and which do not."""

from __future__ import annotations

import time
from typing import Any

import pytest
from attrs import evolve

from kordef.builders import page_of
from kordef.builders.dialogues.builder import build
from kordef.builders.grammar.frames import load as load_frames
from kordef.builders.page import Page
from kordef.builders.parties import HEAD, MINISTER, NONE, OFFICIAL, level_of_title, surname
from kordef.catalogue import load
from kordef.evidence import unsupported
from kordef.mentions import find
from kordef.periods import Period
from kordef.reading import read_text
from kordef.records import Dialogue
from kordef.vocabulary import ActorKind, EvidenceKind, Modality, Role

CATALOGUE = load()
PUBLISHED = Period(edtf="2025-06-15")  # a Sunday


def page(text: str) -> Page:
    document = evolve(read_text("t.txt", text), published=PUBLISHED, published_basis="printed")
    return page_of(document, find(document, CATALOGUE), CATALOGUE)


def dialogues(text: str) -> list[Dialogue]:
    found = list(build(page(text)))
    for record in found:
        assert unsupported(record) == ()
        for evidence in record.evidence:
            assert text[evidence.start : evidence.end] == evidence.exact
    return found


def who(text: str, record: Dialogue) -> list[str]:
    """The persons by name, and the states and organisations by code or short name, in alphabetical order."""
    read = page(text)
    short = {"organisation:nato": "NATO", "organisation:eu": "EU", "organisation:un": "UN"}
    names: set[str] = set()
    for participant in record.participants:
        actor = read.actors[participant.actor]
        if actor.kind is ActorKind.PERSON:
            names.add(actor.name)
        state = read.actors[actor.acts_for] if actor.acts_for else actor
        if state.kind is not ActorKind.PERSON:
            names.add(state.code or short.get(state.catalogue or "", state.name))
    return sorted(names)


def summary(record: Dialogue) -> tuple[str, str | None, str | None]:
    return record.kind.value, record.place, record.date.edtf if record.date else None


def only(text: str) -> Dialogue:
    found = dialogues(text)
    assert len(found) == 1, [r.name for r in found]
    return found[0]


# ---- the examples of the frames


@pytest.mark.parametrize(
    "example", [pytest.param(e, id=f.id) for f in load_frames("dialogues").frames for e in f.examples]
)
def test_the_examples_of_the_frames_hold(example: dict[str, Any]) -> None:
    text = example["text"]
    record = only(text)
    assert record.kind == example["kind"]
    assert who(text, record) == example["participants"]
    assert record.place == example.get("place")
    assert (record.date.edtf if record.date else None) == example["date"]


# ---- one sentence, one dialogue


SENTENCES = [
    (
        "Norwegian Prime Minister Jonas Gahr Store received President Lee Jae-myung in Oslo on Monday.",
        ("summit", "Oslo", "2025-06-09"),
        ["Jonas Gahr Store", "KR", "Lee Jae Myung", "NO"],
    ),
    (
        "South Korean Foreign Minister Cho Tae-yul and EU High Representative Josep Borrell held their first strategic dialogue in Seoul "
        "on 4 November 2024.",
        ("dialogue", "Seoul", "2024-11-04"),
        ["Cho Tae-yul", "EU", "Josep Borrell", "KR"],
    ),
    (
        "The Czech foreign minister, Jan Lipavsky, spoke by phone with his South Korean counterpart on Tuesday about North Korean troops.",
        ("phone_call", None, "2025-06-10"),
        ["CZ", "Jan Lipavsky", "KR"],
    ),
    (
        "Defence chiefs from South Korea, the United States and Japan held a trilateral meeting in Singapore on 2 June 2024.",
        ("ministerial", "Singapore", "2024-06-02"),
        ["JP", "KR", "US"],
    ),
    (
        "Danish Prime Minister Mette Frederiksen took a call from US President Donald Trump on 15 January 2025.",
        ("phone_call", None, "2025-01-15"),
        ["DK", "Donald Trump", "Mette Frederiksen", "US"],
    ),
    (
        "In a phone call on Monday, Defense Secretary Lloyd Austin and Defence Minister Shin Won-sik condemned the launch.",
        ("phone_call", None, "2025-06-09"),
        ["KR", "Lloyd Austin", "Shin Won-sik", "US"],
    ),
    (
        "NATO defence ministers met in Brussels on 5 June 2025.",
        ("ministerial", "Brussels", "2025-06-05"),
        ["NATO"],
    ),
    (
        "The NATO-Republic of Korea Military Staff Talks were held for the sixth time in Brussels in May 2024.",
        ("dialogue", "Brussels", "2024-05"),
        ["KR", "NATO"],
    ),
    (
        "The fifth Korea-Poland defence industry committee meeting took place in Warsaw in March 2024.",
        ("consultative_body", "Warsaw", "2024-03"),
        ["KR", "PL"],
    ),
    (
        "On 2 August 2024 German Defence Minister Boris Pistorius was in Pyeongtaek to raise his country's flag.",
        ("visit", "Pyeongtaek", "2024-08-02"),
        ["Boris Pistorius", "DE", "KR"],
    ),
    (
        "Polish Defence Minister Mariusz Blaszczak attended the roll-out of the FA-50 in South Korea on 7 June 2023.",
        ("visit", "South Korea", "2023-06-07"),
        ["KR", "Mariusz Blaszczak", "PL"],
    ),
    (
        "Last month Romania told the visiting South Korean defence minister, Shin Won-sik, that it had settled on the howitzer.",
        ("visit", "Romania", "2025-05"),
        ["KR", "RO", "Shin Won-sik"],
    ),
    (
        "Ukraine's defence minister Rustem Umerov led a delegation to Seoul on 27 November 2024.",
        ("visit", "Seoul", "2024-11-27"),
        ["KR", "Rustem Umerov", "UA"],
    ),
    (
        "Foreign Minister Cho Tae-yul held a press briefing with local correspondents in Paris on March 7, 2025.",
        ("briefing", "Paris", "2025-03-07"),
        ["Cho Tae-yul", "KR"],
    ),
    (
        "A visit by Polish defence officials to Seoul in April 2024 prepared the ground.",
        ("visit", "Seoul", "2024-04"),
        ["KR", "PL"],
    ),
]


@pytest.mark.parametrize(("text", "expected", "participants"), SENTENCES)
def test_a_sentence_tells_kind_place_date_and_participants(
    text: str, expected: tuple[str, str | None, str | None], participants: list[str]
) -> None:
    record = only(text)
    assert summary(record) == expected
    assert who(text, record) == participants


def test_the_first_of_its_kind_has_its_ordinal() -> None:
    record = only(
        "Foreign Minister Cho Tae-yul and High Representative Josep Borrell held their first strategic dialogue in Seoul."
    )
    assert record.ordinal == 1


# ---- several in one breath


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Yoon Suk Yeol met Czech Prime Minister Petr Fiala in Prague on Friday, a day after a summit with President Petr Pavel.",
            [("summit", "Prague", "2025-06-13"), ("summit", "Prague", "2025-06-12")],
        ),
        (
            "On Tuesday President Yoon Suk Yeol saw Romanian President Klaus Iohannis to talk about nuclear power and defence, and the "
            "leaders of Norway and New Zealand.",
            [("summit", None, "2025-06-10")] * 3,
        ),
        (
            "Foreign Minister Cho Tae-yul met with Polish Foreign Minister Radoslaw Sikorski on 5 March 2025 and Defence Minister Wladyslaw "
            "Kosiniak-Kamysz on 6 March 2025.",
            [("ministerial", None, "2025-03-05"), ("ministerial", None, "2025-03-06")],
        ),
        (
            "NATO Secretary General Mark Rutte visited South Korea and Japan in April.",
            [("visit", "South Korea", "2025-04"), ("visit", "Japan", "2025-04")],
        ),
        (
            "President Yoon Suk Yeol and Prime Minister Rishi Sunak signed the accord on Wednesday after talks at 10 Downing Street.",
            [("summit", None, "2025-06-11")],
        ),
        (
            "Defence Minister Shin Won-sik arrived in Italy on Tuesday after visiting Poland.",
            [("visit", "Poland", None), ("visit", "Italy", "2025-06-10")],
        ),
        (
            "South Korean trade officials stayed away when Defence Minister Ahn Gyu-back travelled to London for talks with British Defence "
            "Secretary John Healey on 3 June 2025.",
            [("visit", "London", "2025-06-03"), ("ministerial", "London", "2025-06-03")],
        ),
        (
            "The leaders of Australia, Japan, New Zealand and South Korea met on the fringes of the NATO summit in Washington on 11 July 2024.",
            [("summit", "Washington", "2024-07-11"), ("summit", "Washington", "2024-07")],
        ),
    ],
)
def test_several_in_one_sentence_are_told_apart(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert sorted(map(summary, dialogues(text)), key=str) == sorted(expected, key=str)


def test_a_meeting_told_twice_is_one() -> None:
    text = (
        "Polish and Korean ministers meet\n\nWARSAW, June 12 - South Korean Defence Minister Ahn Gyu-back met Polish Defence Minister Wladyslaw "
        "Kosiniak-Kamysz in Warsaw on Wednesday.\n\nThe meeting lasted two hours. Kosiniak-Kamysz and Ahn discussed the K2 tank."
    )
    record = only(text)
    assert summary(record) == ("ministerial", "Warsaw", "2025-06-11")
    assert record.topics


def test_what_happens_during_a_visit_is_part_of_it() -> None:
    text = (
        "Polish Defence Minister Mariusz Blaszczak visited South Korea on 7 June 2023. During that visit he met his counterpart Lee Jong-sup "
        "and said talks were under way on a service centre."
    )
    visit, meeting = dialogues(text)
    assert summary(visit) == ("visit", "South Korea", "2023-06-07")
    assert summary(meeting) == ("ministerial", "South Korea", "2023-06")
    assert meeting.part_of == visit.id


def test_the_days_of_a_stay_follow_from_its_length_and_its_end() -> None:
    record = only("President Klaus Iohannis is in South Korea on a four-day official visit that ends tomorrow.")
    assert summary(record) == ("visit", "South Korea", "2025-06-13/2025-06-16")
    assert next(e for e in record.evidence if e.field == "/date").kind is EvidenceKind.COMPUTED


def test_the_visit_after_a_meeting_abroad_is_the_guests() -> None:
    text = "President Yoon Suk Yeol met Czech Prime Minister Petr Fiala in Prague on Friday. The visit yielded a defence pact."
    visit = next(r for r in dialogues(text) if r.kind == "visit")
    assert who(text, visit) == ["CZ", "KR", "Yoon Suk Yeol"]
    assert visit.date is not None
    assert visit.date.edtf == "2025-06"


def test_he_is_the_one_named_first() -> None:
    text = (
        "Defence Minister Wladyslaw Kosiniak-Kamysz spoke in Warsaw. Foreign Minister Cho Tae-yul also visited Poland, where he met President "
        "Andrzej Duda on 6 March 2025."
    )
    meeting = next(r for r in dialogues(text) if r.kind != "visit")
    assert who(text, meeting) == ["Andrzej Duda", "Cho Tae-yul", "KR", "PL"]


def test_hosts_and_visitors_have_their_roles() -> None:
    text = "Norwegian Defence Minister Tore Sandvik hosted South Korean Defence Minister Ahn Gyu-back in Oslo on 3 June 2025."
    record = only(text)
    read = page(text)
    assert {read.actors[p.actor].name: p.role for p in record.participants} == {
        "Tore Sandvik": Role.HOST,
        "Ahn Gyu-back": Role.VISITOR,
    }


def test_what_is_planned_is_not_asserted() -> None:
    record = only("Polish President Karol Nawrocki is to meet President Lee Jae Myung in New York in September.")
    assert record.modality is Modality.PLANNED


def test_the_date_of_a_report_is_not_that_of_the_meeting() -> None:
    record = only(
        "Defence Minister Shin Won-sik held talks with Deputy Minister Pawel Bejda in Warsaw, the ministry said on Friday."
    )
    assert summary(record) == ("ministerial", "Warsaw", None)


def test_outcomes_and_topics_are_kept_as_written() -> None:
    text = (
        "Vice Defence Minister Shin Beom-chul met Swedish State Secretary Jan-Olof Lind in Seoul on Wednesday. They spoke about the war in "
        "Ukraine and agreed to continue high-level exchanges."
    )
    record = only(text)
    assert record.topics == ("war in Ukraine",)
    assert record.outcomes == ("continue high-level exchanges",)


def test_a_known_gathering_is_a_forum() -> None:
    record = only(
        "South Korea and European countries work together on security in forums such as the ASEAN Regional Forum (ARF)."
    )
    assert record.kind == "forum"
    assert record.name == "ASEAN Regional Forum"


def test_a_joint_body_with_a_name_belongs_to_the_two_the_story_is_about() -> None:
    text = (
        "South Korea and Romania sign pact\n\nAccording to the statement, the Joint Defense Industry and Logistics Committee will carry on "
        "the dialogue about armaments."
    )
    record = next(r for r in dialogues(text) if r.kind == "consultative_body")
    assert who(text, record) == ["KR", "RO"]


# ---- what is not a dialogue


NOTHING = [
    "South Korea will meet Germany in Munich on 3 June; the fans met the team at the airport.",
    "Captain Son Heung-min met the press. The team won its second meeting with Brazil.",
    "The plan met with resistance. The missile met its requirements. Hanwha met its delivery targets in 2023.",
    "Hanwha Ocean held its annual general meeting in Geoje on March 20. Its board met on Tuesday.",
    "The ruling party and the opposition held talks on the budget on Thursday.",
    "He called on Russia to withdraw its troops. Seoul called on Pyongyang to stop.",
    "No meeting between the two ministers is planned.",
    "A summit between Putin and Kim was cancelled.",
    "Visit our shop in Busan. The tour of the museum takes an hour.",
    "One of the few countries capable of meeting that demand is South Korea.",
    "The frigate Bayern called at Busan in December 2021 on its visit to the region.",
    "Prime Minister Donald Tusk did not meet President Karol Nawrocki.",
    "The cabinet meeting was postponed. The court session begins on Monday.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_one_yields_nothing(text: str) -> None:
    assert [r.name for r in dialogues(text)] == []


# ---- the words beside


@pytest.mark.parametrize(
    ("title", "level"),
    [
        ("President", HEAD),
        ("Prime Minister", HEAD),
        ("Secretary General", HEAD),
        ("Deputy Prime Minister and Defense Minister", MINISTER),
        ("Deputy Secretary General", MINISTER),
        ("Vice Defence Minister", MINISTER),
        ("Defence Ministers", MINISTER),
        ("Secretary of State", MINISTER),
        ("national security adviser", MINISTER),
        ("Diplomatic Adviser to the French President", OFFICIAL),
        ("director-general for International Security", OFFICIAL),
        ("Ambassador", OFFICIAL),
        ("striker", NONE),
    ],
)
def test_the_level_of_a_title(title: str, level: int) -> None:
    assert level_of_title(title) == level


@pytest.mark.parametrize(
    ("name", "state", "expected"),
    [
        ("Yoon Suk Yeol", "KR", "Yoon"),
        ("Radoslaw Sikorski", "PL", "Sikorski"),
        ("Ursula von der Leyen", None, "von der Leyen"),
        ("Tawazun", "AE", "Tawazun"),
    ],
)
def test_surnames(name: str, state: str | None, expected: str) -> None:
    assert surname(name, state) == expected


# ---- determinism and speed


def test_records_are_the_same_on_every_run() -> None:
    text = "\n\n".join(t for t, _, _ in SENTENCES)
    assert build(page(text)) == build(page(text))


@pytest.mark.parametrize(
    "unit",
    [
        "President Yoon Suk Yeol met Prime Minister Rishi Sunak in London on 3 June 2024. ",
        "meeting summit visit talks between and ",
        "the NATO summit in Vilnius, ",
        "he visited Poland and France, where he met ",
        "was in Seoul was in Seoul ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(size: int) -> float:
        read = page(unit * (size // len(unit)))
        start = time.process_time()
        build(read)
        return time.process_time() - start

    seconds(2_000)
    small = min(seconds(20_000) for _ in range(2))
    large = min(seconds(160_000) for _ in range(3))
    assert large < 40 * max(small, 0.01)
