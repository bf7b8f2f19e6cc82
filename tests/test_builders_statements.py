"""Statements and attribution: who says what to whom, and who stands behind a fact."""

from __future__ import annotations

from functools import cache

import pytest

from kordef.builders import page_of, statements
from kordef.builders.deployments import builder as deployments
from kordef.builders.page import Page
from kordef.catalogue import Catalogue
from kordef.catalogue import load as load_catalogue
from kordef.evidence import unsupported
from kordef.mentions import find
from kordef.reading import read_text
from kordef.records import Statement


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def page(body: str, title: str = "Forces and defence policy") -> Page:
    document = read_text("test.txt", f"{title}\n\nWARSAW, 5 March 2024 (Reuters) - {body}\n")
    return page_of(document, find(document, catalogue()), catalogue())


def summary(on: Page, said: Statement) -> dict[str, object]:
    return {
        "who": on.actors[said.speaker].name if said.speaker else said.described,
        "text": said.text,
        "speech": str(said.speech),
        "post": said.post,
        "audience": said.audience,
        "venue": said.venue,
        "date": said.date.edtf if said.date else None,
    }


CASES: list[tuple[str, list[dict[str, object]]]] = [
    (
        "Defence Minister Wladyslaw Kosiniak-Kamysz told reporters in Warsaw on Monday that the first K2 tanks would arrive in December.",
        [
            {
                "who": "Wladyslaw Kosiniak-Kamysz",
                "text": "the first K2 tanks would arrive in December",
                "speech": "indirect",
                "post": "Defence Minister",
                "audience": "reporters",
                "venue": "Warsaw",
                "date": "2024-03-04",
            }
        ],
    ),
    (
        '"We need more ammunition now," said Kaja Kallas, the EU\'s foreign policy chief, at a press conference in Brussels. "Europe must act."',
        [
            {
                "who": "Kaja Kallas",
                "text": "We need more ammunition now,",
                "speech": "direct",
                "venue": "press conference",
            },
            {"who": "Kaja Kallas", "text": "Europe must act.", "speech": "direct"},
        ],
    ),
    (
        "The spokesman was quoted as saying that the missile test had failed.",
        [{"who": "The spokesman", "text": "the missile test had failed", "speech": "indirect"}],
    ),
    (
        "“The contract will be signed this year,” an executive at Hanwha Aerospace, who asked not to be named, told Reuters.",
        [{"who": "an executive at Hanwha Aerospace", "audience": "Reuters", "speech": "direct"}],
    ),
    (
        "'Firms that cut back after the Cold War cannot deliver now,' said an analyst at the Korea Institute for Defense Analyses, who "
        "declined to be named. 'That commitment has given field-tested systems.'",
        [
            {"who": "an analyst at the Korea Institute for Defense Analyses", "speech": "direct"},
            {
                "who": "an analyst at the Korea Institute for Defense Analyses",
                "text": "That commitment has given field-tested systems.",
                "speech": "direct",
            },
        ],
    ),
    (
        "Norwegian Defence Minister Bjørn Arild Gram said Norway would buy more howitzers, adding that talks with Seoul had begun.",
        [
            {"text": "Norway would buy more howitzers"},
            {"who": "Bjorn Arild Gram", "text": "talks with Seoul had begun"},
        ],
    ),
    ("Analysts believe that Poland will order a second batch of tanks.", [{"who": "Analysts"}]),
    (
        "President Andrzej Duda, on the same day, praised the swift delivery of Korean-made weapons.",
        [{"who": "Andrzej Duda", "text": "the swift delivery of Korean-made weapons"}],
    ),
    (
        "The US State Department said in a statement that the proposed sale will support NATO.",
        [{"venue": "statement", "text": "the proposed sale will support NATO"}],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:40] for c in CASES])
def test_who_says_what(text: str, expected: list[dict[str, object]]) -> None:
    on = page(text)
    found = statements.build(on)
    got = [summary(on, s) for s in found]
    assert len(got) == len(expected)
    assert [{k: g[k] for k in e} for g, e in zip(got, expected, strict=True)] == expected
    assert all(unsupported(s) == () for s in found)


NOTHING = [
    "The suspension of arms aid was highlighted by North Korea's deployment of troops.",
    "South Korea has already considered sending weapons to Ukraine.",
    "The member states spent more on defence, and reports of delays unsettled allies.",
    "The administration has urged allies.",
    "Hanwha Aerospace signed a contract for howitzers on Monday.",
    "This evolving security landscape has highlighted shared values between the two nations.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_statement(text: str) -> None:
    on = page(text)
    assert [summary(on, s) for s in statements.build(on)] == []


def test_words_on_other_matters_are_not_kept() -> None:
    on = page('"This is a recipe my mother taught me," the chef said.', title="Autumn soups from Jeonju")
    assert statements.build(on) == ()


FACTS: list[tuple[str, str, list[str]]] = [
    (
        "North Korea has sent 10,000 troops to Russia, South Korea's spy agency said on Monday.",
        "reported",
        ["quoted"],
    ),
    (
        "According to the International Institute for Strategic Studies, North Korea has sent 10,000 troops to Russia.",
        "reported",
        ["cited"],
    ),
    (
        "An official at a Korean defense firm said North Korea had sent 10,000 troops to Russia.",
        "reported",
        ["described"],
    ),
    ("North Korea has sent 10,000 troops to Russia.", "asserted", []),
    ("North Korea announced that it had sent 10,000 troops to Russia.", "asserted", []),
]


@pytest.mark.parametrize(("text", "modality", "voices"), FACTS, ids=[f[0][:40] for f in FACTS])
def test_who_stands_behind_a_fact(text: str, modality: str, voices: list[str]) -> None:
    on = page(text)
    found = list(statements.attributed(on, deployments.build(on)))
    assert [str(r.modality) for r in found] == [modality]
    assert [str(a.voice) for a in found[0].attribution] == voices
    assert unsupported(found[0]) == ()


@pytest.mark.parametrize("body", ["“" * 50_000, "said that " * 20_000, "'a b c " * 20_000, '"x y z w" ' * 10_000])
def test_long_nonsense_tells_nothing(body: str) -> None:
    assert not statements.build(page(body))


@pytest.mark.parametrize(
    "text",
    [
        "Germany pledged 18 Leopard 2A6 tanks, Portugal three, Sweden ten Strv 122 and Norway eight Leopard 2A4.",
        "France delivered 30 CAESAR howitzers and promised 78 more, of which Ukraine will pay for six.",
        "Spain promised Patriot missiles to Ukraine in April 2024 after a call with its allies.",
        "The Netherlands pledged a further 14 Leopard 2A4 tanks with Denmark in 2023.",
        "Canada promised another 50 armoured vehicles for the army of Ukraine in February.",
    ],
)
def test_a_promise_of_things_is_no_statement(text: str) -> None:
    document = read_text("aid.txt", text)
    catalogue = load_catalogue()
    assert statements.build(page_of(document, find(document, catalogue), catalogue)) == ()
