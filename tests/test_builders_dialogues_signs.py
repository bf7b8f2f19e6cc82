"""Dialogues told by signs, in diaries, by persons whom only their doings show; and what resembles them and is none."""

from __future__ import annotations

import pytest
from attrs import evolve

from kordef.builders import page_of
from kordef.builders.dialogues.builder import build
from kordef.builders.page import Page
from kordef.catalogue import load
from kordef.evidence import unsupported
from kordef.mentions import find
from kordef.periods import Period
from kordef.reading import read_text
from kordef.vocabulary import ActorKind

CATALOGUE = load()
PUBLISHED = Period(edtf="2025-05-16")  # a Friday


def page(text: str) -> Page:
    document = evolve(read_text("t.txt", text), published=PUBLISHED, published_basis="printed")
    return page_of(document, find(document, CATALOGUE), CATALOGUE)


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    """Kind, place and date of the dialogues of a text."""
    found = build(page(text))
    for record in found:
        assert unsupported(record) == ()
    return [(r.kind.value, r.place, r.date.edtf if r.date else None) for r in found]


def parties(text: str) -> list[set[str]]:
    """The codes of the states that take part in each dialogue, themselves or by a person."""
    read = page(text)
    out: list[set[str]] = []
    for record in build(read):
        codes: set[str] = set()
        for participant in record.participants:
            actor = read.actors[participant.actor]
            state = read.actors[actor.acts_for] if actor.acts_for else actor
            if state.kind is not ActorKind.PERSON:
                codes.add(state.code or state.name)
        out.append(codes)
    return out


@pytest.mark.parametrize(
    ("text", "kind", "place", "date"),
    [
        ("On Wednesday Antti Häkkänen of Finland sat down in Tallinn with Hanno Pevkur.", "ministerial", "Tallinn", "2025-05-14"),
        ("Italy's defence minister, Guido Crosetto, had Turkey's Yaşar Güler to lunch in Rome on Tuesday.", "ministerial", "Rome", "2025-05-13"),
        ("It was in Madrid on Monday that Pedro Sánchez and Emmanuel Macron came face to face.", "summit", "Madrid", "2025-05-12"),
        ("Prime Minister Viktor Orbán was the guest of President Aleksandar Vučić in Belgrade on Sunday.", "summit", "Belgrade", "2025-05-11"),
        ("President Lee Jae-myung had half an hour with Emmanuel Macron in Paris on 5 May.", "summit", "Paris", "2025-05-05"),
        ("Romania's Gheorghiță Vlad and Moldova's Eduard Ohladciuc were seen on Tuesday over coffee in Chișinău.", "ministerial", "Chișinău", "2025-05-13"),
        ("The South Korean ambassador, Kim Dong-bae, took leave of Bulgaria's president, Rumen Radev, in Sofia on 13 May.", "courtesy_call", "Sofia", "2025-05-13"),
        ("Side by side before the press in Oslo on Wednesday, Boris Pistorius of Germany and Tore Sandvik of Norway would not say what it costs.", "press_conference", "Oslo", "2025-05-14"),
        ("Germany's Friedrich Merz rang President Alexander Stubb on Thursday to talk about shells.", "phone_call", None, "2025-05-15"),
        ("Giorgia Meloni assured Volodymyr Zelensky in a telephone call on Tuesday of more missiles.", "phone_call", None, "2025-05-13"),
    ],
)  # fmt: skip
def test_a_sign_of_meeting_with_people_of_two_sides_is_a_dialogue(
    text: str, kind: str, place: str | None, date: str
) -> None:
    assert told(text) == [(kind, place, date)]


@pytest.mark.parametrize(
    "text",
    [
        "Antti Häkkänen of Finland did not sit down with Hanno Pevkur in Tallinn.",
        "If Antti Häkkänen of Finland sat down with Hanno Pevkur, mines would be the topic.",
        "No French president has come face to face with a Korean leader since 2015.",
        "Neither Pedro Sánchez nor Emmanuel Macron will sit down with President Joe Biden.",
        "The two teams came face to face in Oslo on Sunday.",
        "Over lunch the minister read the report.",
        "Guests dined together in Rome on Tuesday.",
    ],
)
def test_what_is_denied_or_told_of_others_is_no_dialogue(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "place", "date"),
    [
        ("Antti Häkkänen of Finland spent two days in Estonia last week.", "Estonia", "2025-05"),
        ("Kajsa Ollongren's landing in Bogotá on 12 May led the news.", "Bogotá", "2025-05-12"),
        ("A working visit brought Hanno Pevkur to Riga on Monday.", "Riga", "2025-05-12"),
        ("What brought Donald Tusk to Seoul in April was the second contract.", "Seoul", "2025-04"),
        ("Narendra Modi plans to stop over in Zagreb in June.", "Zagreb", "2025-06"),
        ("Also in Warsaw was Kęstutis Budrys, Lithuania's foreign minister, on 9 May.", "Warsaw", "2025-05-09"),
        ("Rustem Umerov flew in to Copenhagen on Tuesday.", "Copenhagen", "2025-05-13"),
        ("Visiting Vilnius on Thursday, Germany's chancellor, Friedrich Merz, praised the brigade.", "Vilnius", "2025-05-15"),
    ],
)  # fmt: skip
def test_a_stay_abroad_is_a_visit(text: str, place: str, date: str) -> None:
    assert told(text) == [("visit", place, date)]


@pytest.mark.parametrize(
    "text",
    [
        "Antti Häkkänen spent two days in Finland last week.",
        "The money brought Hanno Pevkur to the edge of ruin.",
        "The frigate brought 40 cadets to Riga on Monday.",
        "Two fighters landed in Estonia on Monday.",
    ],
)
def test_no_visit_of_those_at_home_nor_of_things(text: str) -> None:
    assert told(text) == []


def test_one_tour_leads_to_several_places() -> None:
    text = "The Gulf tour of French armed forces minister Sébastien Lecornu took him to Abu Dhabi on Monday and to Doha on Tuesday."
    assert told(text) == [("visit", "Abu Dhabi", "2025-05-12"), ("visit", "Doha", "2025-05-13")]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Monday: receives the Ambassador of Estonia, courtesy call (Vilnius)", ("courtesy_call", "Vilnius", "2025-05-19")),
        ("Tuesday: telephone conversation with the Belgian Minister of Defence, Theo Francken", ("phone_call", None, "2025-05-20")),
        ("Wednesday: working visit to Latvia", ("visit", "Latvia", "2025-05-21")),
        ("Thursday: lunch with the Danish defence minister, Troels Lund Poulsen (Vilnius)", ("ministerial", "Vilnius", "2025-05-22")),
        ("Friday: talks with Norway's Tore Sandvik", ("ministerial", None, "2025-05-23")),
    ],
)  # fmt: skip
def test_an_entry_of_a_diary_is_its_owners(entry: str, expected: tuple[str, str | None, str]) -> None:
    heading = "Lithuanian Ministry of National Defence. Engagements of Minister Dovilė Šakalienė, 19 to 23 May 2025"
    other = "Friday: no public engagements" if not entry.startswith("Friday") else "Monday: no public engagements"
    text = f"Minister's diary\n\n{heading}\n{entry}\n{other}\n"
    assert told(text) == [expected]
    assert "LT" in parties(text)[0]


@pytest.mark.parametrize(
    "entry",
    [
        "Monday: no meetings with guests from Estonia",
        "Tuesday: internal talks",
        "Wednesday: dentist",
        "Thursday: cinema",
        "Friday: call",
    ],
)
def test_an_entry_without_guests_tells_nothing(entry: str) -> None:
    heading = "Lithuanian Ministry of National Defence. Engagements of Minister Dovilė Šakalienė, 19 to 23 May 2025"
    assert told(f"Minister's diary\n\n{heading}\n{entry}\nSunday: rest\n") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Zakir Hasanov expects him in Baku.", ["Zakir Hasanov"]),
        ("On the second day Angie Motshekga sat with him in Pretoria.", ["Angie Motshekga"]),
        ("There Krishna Mathoera received her in Paramaribo.", ["Krishna Mathoera"]),
        ("The paper to which Khwaja Asif and Nosiviwe Mapisa-Nqakula, the two defence ministers, put their names.", ["Khwaja Asif", "Nosiviwe Mapisa-Nqakula"]),
        ("The next encounter between Giorgos Gerapetritis and Hakan Fidan is near.", ["Giorgos Gerapetritis", "Hakan Fidan"]),
        ("He met Teuku Faizal in Jakarta.", ["Teuku Faizal"]),
        ("A spokesman for Jangmi Brewing spoke.", []),
        ("Zarek Metal met its target.", []),
        ("The Blue Fjord landed a prize.", []),
        ("He visited Porto Alegre and Belo Horizonte.", []),
    ],
)  # fmt: skip
def test_a_name_is_a_persons_by_what_stands_beside_it(text: str, names: list[str]) -> None:
    found = [m.name for m in page(text).mentions.actors if m.kind is ActorKind.PERSON and m.form == "name"]
    assert found == names


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Giorgos Gerapetritis and Hakan Fidan, the foreign ministers of Greece and Turkey, met in Athens on 3 May.", {"GR", "TR"}),
        ("Theo Francken and Ruben Brekelmans, the Belgian and Dutch defence ministers, met in Breda on 3 May.", {"BE", "NL"}),
        ("General Rudolf Striedinger, the Austrian chief of defence, met General Onno Eichelsheim, the Dutch chief of defence, in Vienna on 3 May.", {"AT", "NL"}),
        ("Ankara hosted a Malaysian delegation led by Defence Minister Mohamed Khaled Nordin on 6 May.", {"TR", "MY"}),
        ("Dutch Defence Minister Ruben Brekelmans flew to Baku on 6 May, and Zakir Hasanov received him there.", {"NL", "AZ"}),
        ("The joint working group of Norway and South Korea on missile propulsion met in Oslo on 12 May.", {"NO", "KR"}),
        ("Chief negotiators for India and Israel met in Jerusalem on 6 May.", {"IN", "IL"}),
    ],
)  # fmt: skip
def test_for_whom_those_act_who_meet(text: str, codes: set[str]) -> None:
    assert all(found == codes for found in parties(text))
    assert parties(text)


def test_more_of_the_same_is_told_by_an_ordinal() -> None:
    text = (
        "Germany's defence minister, Boris Pistorius, welcomed his French counterpart, Sébastien Lecornu, in Berlin on Wednesday, "
        "after one meeting in Toulon in February and another in Warsaw in March. A fourth is pencilled in for December, in Strasbourg."
    )
    assert [t[1:] for t in told(text)] == [
        ("Berlin", "2025-05-14"),
        ("Toulon", "2025-02"),
        ("Warsaw", "2025-03"),
        ("Strasbourg", "2025-12"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Norway's Tore Sandvik and Chile's Adriana Delpiano toured the yard in Horten on Monday.",
        "The ministers Hanno Pevkur and Dovilė Šakalienė opened the range in Tapa on Monday.",
        "Boris Pistorius of Germany and Ruben Brekelmans of the Netherlands inspected the brigade in Münster on Monday.",
        "The defence ministers of Norway and Denmark took stock of the programme in Oslo on Monday.",
        "Guido Crosetto of Italy and Gen Nakatani of Japan unveiled a model of the fighter in Turin on Monday.",
    ],
)
def test_those_of_two_sides_who_do_something_together_have_met(text: str) -> None:
    assert [t[2] for t in told(text)] == ["2025-05-12"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway's Tore Sandvik and Chile's Adriana Delpiano want more ships.",
        "Norway's Tore Sandvik toured the yard in Horten on Monday.",
        "Norway and Denmark opened two ranges on Monday.",
        "The firms Saab and Kongsberg opened a yard in Horten on Monday.",
        "Seldom does a Dutch defence minister come to Colombia.",
    ],
)
def test_those_who_do_nothing_together_have_not(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Defence Minister Ahn Gyu-back has been in Norway since 12 May and leaves on 17 May.", "2025-05-12/2025-05-17"),
        ("Defence Minister Ahn Gyu-back is in Norway.", "2025-05"),
        ("The visit that Turkey's defence minister, Yaşar Güler, paid to South Africa on 5 and 6 May was short.", "2025-05-05/2025-05-06"),
        ("The visit by Turkey's defence minister, Yaşar Güler, to South Africa on 5 and 6 May was short.", "2025-05-05/2025-05-06"),
        ("During the visit which Boris Pistorius made to Australia in March nothing was signed.", "2025-03"),
    ],
)  # fmt: skip
def test_the_days_of_a_stay(text: str, date: str) -> None:
    assert [t[2] for t in told(text) if t[0] == "visit"] == [date]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks between Grant Shapps and his Polish opposite number, Władysław Kosiniak-Kamysz, in Warsaw on Thursday turned on shells.", [("ministerial", "Warsaw", "2025-05-15")]),
        ("Joe Biden and Fumio Kishida conferred by telephone on 13 May.", [("phone_call", None, "2025-05-13")]),
        ("Australia's Richard Marles found an hour for Singapore's defence minister, Ng Eng Hen, in Canberra on 12 May.", [("ministerial", "Canberra", "2025-05-12")]),
        ("Lithuania's president had planned to meet his Polish colleague in Suwałki on Friday, but the trip was called off.", []),
        ("Defence Minister Boris Pistorius was to meet Pål Jonson in Kiel on Friday, which was cancelled.", []),
    ],
)  # fmt: skip
def test_talks_with_an_apposition_and_meetings_called_off(
    text: str, expected: list[tuple[str, str | None, str]]
) -> None:
    assert told(text) == expected
