"""What follows from for whom somebody acts: the parties of agreements, those who take part in talks, and who speaks for whom."""

from __future__ import annotations

import pytest

from kordef.evidence import unsupported
from kordef.pipeline import Extraction, extract
from kordef.reading import read_text
from kordef.records import Actor, Agreement, Dialogue, Record, Statement
from kordef.vocabulary import EvidenceKind


def told(text: str) -> Extraction:
    read = extract(read_text("page.txt", text + "\n"))
    assert not [r.id for r in read.records if unsupported(r)]
    return read


def states(read: Extraction, ids: list[str]) -> set[str]:
    """The codes of the states that actors are or act for; the names of what is no state."""
    actors = {r.id: r for r in read.records if isinstance(r, Actor)}
    out: set[str] = set()
    for each in ids:
        actor = actors[each]
        served = actors[actor.acts_for] if actor.acts_for else actor
        out.add(served.code or served.name)
    return out


def one(read: Extraction, kind: type[Record]) -> Record:
    (record,) = (r for r in read.records if isinstance(r, kind))
    return record


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Portugal signs for six aircraft\n\nLISBON - Portugal signed a contract with Brazil's Embraer for six A-29N aircraft, Defence "
            "Minister Duarte Vasques said in Lisbon on Monday.\n\nVasques later signed a memorandum of understanding on defence industry "
            "cooperation with South Korea's defence minister in Seoul.",
            {"PT", "KR"},
        ),
        (
            "Defence ties\n\nLatvia bought tanks from Germany, Defence Minister Imants Grava said on Monday. On Tuesday Grava and Estonian "
            "Defence Minister Tanel Rebane signed a memorandum of understanding on ammunition.",
            {"LV", "EE"},
        ),
        (
            "Defence ties\n\nPolish Defence Minister Witold Zarebski flew to Riga, where he and Defence Minister Imants Grava signed a "
            "memorandum of understanding on air defence.",
            {"PL", "LV"},
        ),
        (
            "Peru chooses jets\n\nPeru has chosen Korean jets over those of Italy, President Rosa Quispe said. Quispe signed a defence "
            "cooperation agreement with South Korean Defence Minister Ahn Gyu-back.",
            {"PE", "KR"},
        ),
        (
            "Defence ties\n\nUkraine was discussed. Ms Lotte Verschuur, the Dutch defence minister, and Norwegian Defence Minister Knut "
            "Aasen signed a letter of intent on submarines in Oslo.",
            {"NL", "NO"},
        ),
    ],
)
def test_the_parties_of_an_agreement_are_the_states_of_those_who_sign(text: str, parties: set[str]) -> None:
    read = told(text)
    agreement = one(read, Agreement)
    assert isinstance(agreement, Agreement)
    assert states(read, list(agreement.parties)) == parties


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Defence ties\n\nPolish Defence Minister Witold Zarebski met Defence Minister Imants Grava in Riga on Friday to discuss tanks.",
            {"PL", "LV"},
        ),
        (
            "Defence ties\n\nLatvia wants German tanks, Defence Minister Imants Grava said. Grava met his South Korean counterpart, Ahn "
            "Gyu-back, in Seoul on Friday.",
            {"LV", "KR"},
        ),
        (
            "Defence ties\n\nLithuanian President Rokas Vaitkus and Defence Minister Egle Norkute met German Chancellor Anton Rieger in "
            "Berlin on Friday to discuss a brigade.",
            {"LT", "DE"},
        ),
        (
            "India, Greece to train together\n\nNEW DELHI (PTI) - Prime Minister Narendra Modi met Prime Minister Kostas Vlachos in New "
            "Delhi on Friday to discuss defence cooperation.",
            {"IN", "GR"},
        ),
        (
            "Defence ties\n\nAhn Gyu-back, the South Korean defence minister, arrived in Vilnius on Tuesday for talks with his counterpart "
            "Robertas Kaunelis on tanks.",
            {"KR", "LT"},
        ),
    ],
)
def test_those_who_meet_stand_for_their_states(text: str, sides: set[str]) -> None:
    read = told(text)
    met = [r for r in read.records if isinstance(r, Dialogue)]
    assert met
    for dialogue in met:
        assert states(read, [p.actor for p in dialogue.participants]) <= sides
    assert set().union(*(states(read, [p.actor for p in d.participants]) for d in met)) == sides


@pytest.mark.parametrize(
    ("text", "state", "kind"),
    [
        (
            "Defence ties\n\nPortugal will buy six aircraft from Brazil, Defence Minister Duarte Vasques said.",
            "PT",
            EvidenceKind.IMPLIED,
        ),
        (
            'Defence ties\n\n"Brazil delivers on time," Portugal\'s Defence Minister Duarte Vasques said.',
            "PT",
            EvidenceKind.STATED,
        ),
        (
            "Defence ties\n\nThe missiles came from India. The Philippines needs more of them, Defense Secretary Renato Bautista said.",
            "PH",
            EvidenceKind.IMPLIED,
        ),
        (
            "Defence ties\n\nThe Dutch navy will get Korean radars, State Secretary Maarten de Wit said.",
            "NL",
            EvidenceKind.IMPLIED,
        ),
        (
            "Defence ties\n\nSpeaking in Riga, Defence Minister Imants Grava said German tanks were the best.",
            "LV",
            EvidenceKind.IMPLIED,
        ),
    ],
)
def test_a_speaker_has_a_state_with_the_words_that_show_it(text: str, state: str, kind: EvidenceKind) -> None:
    read = told(text)
    statement = one(read, Statement)
    assert isinstance(statement, Statement)
    assert statement.speaker is not None
    assert states(read, [statement.speaker]) == {state}
    speaker = next(r for r in read.records if r.id == statement.speaker)
    (shown,) = (e for e in speaker.evidence if e.field == "/acts_for")
    assert shown.kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "Defence ties\n\nSEOUL, March 3 (Yonhap) -- Defence Minister Imants Grava said on Monday that the tanks were the best.",
        "Defence ties\n\nPoland ordered tanks. Chief executive Imants Grava said the tanks were the best.",
        "Defence ties\n\nPoland and Latvia ordered tanks together. Defence Minister Imants Grava said the tanks were the best.",
        "Defence ties\n\nPolish Defence Minister Witold Zarebski listened. Analyst Imants Grava said the tanks were the best.",
        "Defence ties\n\nPoland ordered tanks. Former president Imants Grava said the tanks were the best.",
    ],
)
def test_a_speaker_whose_state_is_not_certain_has_none(text: str) -> None:
    read = told(text)
    speakers = [r for r in read.records if isinstance(r, Actor) and r.name == "Imants Grava"]
    assert len(speakers) == 1
    assert speakers[0].acts_for is None
