"""What a text denies is no fact: no transfer, agreement, deployment or dialogue, and a statement that is denied."""

from __future__ import annotations

from functools import cache

import pytest

from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.untrue import untrue_places
from kordef.catalogue import Catalogue
from kordef.catalogue import load as load_catalogue
from kordef.periods import Period
from kordef.pipeline import extract
from kordef.reading import read_text
from kordef.reading.sources import SourceEntry
from kordef.records import Record, Statement, Transfer
from kordef.vocabulary import Counting, Modality, Stage

FACTS = ("transfer", "agreement", "deployment", "dialogue")


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def records(sentence: str, day: str = "2025-03-05") -> tuple[Record, ...]:
    known = SourceEntry(file="test.txt", published=Period(edtf=day))
    document = read_text("test.txt", f"Forces and defence policy\n\n{sentence}\n", known)
    return extract(document, catalogue=catalogue()).records


def transfers(sentence: str, day: str = "2025-03-05") -> list[Transfer]:
    return [r for r in records(sentence, day) if isinstance(r, Transfer)]


BUY = "Estonia {} 12 K239 Chunmoo launchers from South Korea"
FRAMES = [
    "A spokesman denied that {}.",
    "A spokesman denied {}.",
    "The government disputes that {}.",
    "The ministry rejected claims that {}.",
    "The ministry dismissed media reports that {}.",
    "The ministry refuted allegations that {}.",
    "The ministry contradicted reports that {}.",
    "The ministry ruled out suggestions that {}.",
    "The ministry dismissed as false a report that {}.",
    "The minister spoke on Saturday, denying reports that {}.",
    "The ministry issued a denial of reports that {}.",
    "It is untrue that {}.",
    "It is false that {}.",
    "It is not true that {}.",
    "It isn't true that {}.",
    "It was incorrect that {}.",
    "It is not the case that {}.",
    "There is no truth to reports that {}.",
    "There is no truth in the claim that {}.",
    "Contrary to reports that {}, talks never began.",
    "Reports that {} are false.",
    "Reports that {} are unfounded, the ministry said.",
    "Claims that {} were fake news.",
    "The rumour that {} has no basis in fact.",
    "The story that {} was made up.",
    "The claim that {} is not true.",
    '"It is not true that {}," the minister said.',
]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("verb", ["had bought", "had signed a contract for"])
def test_a_denied_deal_is_none(frame: str, verb: str) -> None:
    assert transfers(frame.format(BUY.format(verb))) == []


OTHERS = [
    ("agreement", "Peru and South Korea had signed a memorandum of understanding on defence cooperation"),
    ("agreement", "Poland and South Korea had concluded a security agreement in May 2024"),
    ("deployment", "South Korea had deployed 300 troops to Estonia in May 2024"),
    ("dialogue", "the foreign ministers of Poland and South Korea had met in Warsaw on 3 March 2025"),
]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(("kind", "deed"), OTHERS)
def test_nor_is_anything_else_denied(frame: str, kind: str, deed: str) -> None:
    assert [r.type for r in records(frame.format(deed)) if r.type == kind] == []


@pytest.mark.parametrize(("kind", "deed"), OTHERS)
@pytest.mark.parametrize("frame", ["The minister confirmed that {}.", "It is true that {}."])
def test_what_is_confirmed_is_one(frame: str, kind: str, deed: str) -> None:
    assert kind in [r.type for r in records(frame.format(deed))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Estonia bought 12 K239 Chunmoo launchers from South Korea, rejecting claims that the price was too high.",
        "Contrary to reports that talks had failed, Estonia signed a contract for 12 K239 Chunmoo launchers from South Korea.",
        "Estonia denied that the price was too high and bought 12 K239 Chunmoo launchers from South Korea.",
        "The minister denied rumours of a delay. Estonia bought 12 K239 Chunmoo launchers from South Korea.",
        "The minister confirmed reports that Estonia had bought 12 K239 Chunmoo launchers from South Korea.",
        "Estonia rejected the German bid and ordered 12 K239 Chunmoo launchers from South Korea.",
        "Nobody denies that Estonia bought 12 K239 Chunmoo launchers from South Korea.",
        "Estonia, which denied reports that it would leave the programme, bought 12 K239 Chunmoo launchers from South Korea.",
        "Estonia bought 12 K239 Chunmoo launchers from South Korea, and reports that the deal had been cancelled are false.",
        "The ministry rejected criticism that Estonia had bought 12 K239 Chunmoo launchers from South Korea without a tender.",
    ],
)
def test_other_denials_leave_a_deal_alone(sentence: str) -> None:
    assert [(t.stage, len(t.items)) for t in transfers(sentence)] == [(Stage.SIGNED, 1)]


def test_the_words_behind_a_denial() -> None:
    """Only what is denied is, in sentences of any length."""
    from kordef.builders.grammar.tokens import Token

    def stretches(sentence: str) -> list[str]:
        tokens = [Token(kind="word", text=w, start=n, end=n + 1) for n, w in enumerate(sentence.split())]
        return [" ".join(sentence.split()[r.start : r.stop]) for r in untrue_places(tokens, Clauses(tokens).finite)]

    assert stretches("he denied that it had paid but said that it had asked") == ["that it had paid"]
    assert stretches("reports of problems with tanks that it bought are false")[0].startswith("of problems")
    assert stretches("he did not deny that it had paid") == []
    assert stretches("reports that it paid after the bid was rejected are true") == []
    assert stretches("reports " * 20_000) == []


STATEMENTS: list[tuple[str, list[tuple[str, str]]]] = [
    ("A spokesman denied that Peru had bought 150 K2 tanks.", [("denied", "Peru had bought 150 K2 tanks")]),
    ("The ministry denied having ordered 150 K2 tanks.", [("denied", "having ordered 150 K2 tanks")]),
    (
        "The minister denied that a deal on K2 tanks had been signed, but said talks on howitzers went on.",
        [("denied", "a deal on K2 tanks had been signed")],
    ),
    (
        "Talks with Seoul on K2 tanks were going on, the minister said on Saturday, denying reports that a deal had been concluded.",
        [("asserted", "Talks with Seoul on K2 tanks were going on"), ("denied", "a deal had been concluded")],
    ),
    (
        "The minister said on Saturday, denying reports that a deal had been concluded, that talks on K2 tanks went on.",
        [("denied", "a deal had been concluded"), ("asserted", "talks on K2 tanks went on")],
    ),
    ("Media reports that 20 launchers had been ordered were denied by the ministry.", []),
    ("The minister said that Poland had bought 180 K2 tanks.", [("asserted", "Poland had bought 180 K2 tanks")]),
    (
        "A spokesman denied the report, saying that no contract for tanks existed.",
        [("asserted", "no contract for tanks existed")],
    ),
]


@pytest.mark.parametrize(("sentence", "said"), STATEMENTS)
def test_statements_that_deny(sentence: str, said: list[tuple[str, str]]) -> None:
    found = [r for r in records(sentence) if isinstance(r, Statement)]
    assert [(str(s.modality), s.text) for s in found] == said
    assert all(s.modality in (Modality.ASSERTED, Modality.DENIED) for s in found)


SIGNED = "Norway signed a contract with South Korea for 24 K9 howitzers on 3 March 2025. "


@pytest.mark.parametrize(
    "more",
    [
        "The agreement includes an option for a further 12 howitzers.",
        "The deal contains options for 12 more howitzers.",
        "The contract also provides for an option on 12 additional howitzers.",
        "The purchase comes with an option for 12 more howitzers.",
        "There is an option for 12 more.",
    ],
)
def test_an_option_is_not_bought(more: str) -> None:
    [deal] = transfers(SIGNED + more)
    assert [(i.number and int(i.number.low or 0), i.counting) for i in deal.items][1:] == [(12, Counting.OPTION)]


@pytest.mark.parametrize(
    "more",
    [
        "In November Norway exercised an option for 12 more howitzers.",
        "In November Norway signed a contract for 12 more howitzers under an option.",
        "The contract options for 12 more howitzers were exercised in November.",
    ],
)
def test_an_option_that_is_used_is(more: str) -> None:
    found = transfers(SIGNED + more)
    assert [i.counting for t in found for i in t.items] == [Counting.NEW, Counting.ADDITIONAL]


@pytest.mark.parametrize(
    ("tail", "day", "done"),
    [
        ("delivered by 2017", "2025-03-05", True),
        ("delivered in 2017", "2025-03-05", True),
        ("delivered between 2015 and 2017", "2025-03-05", True),
        ("to be delivered by 2017", "2014-03-05", False),
        ("delivered by 2017", "2015-03-05", False),
    ],
)
def test_one_delivery_has_one_state(tail: str, day: str, done: bool) -> None:
    [deal] = transfers(f"In 2014, South Korea sold 12 FA-50s to the Philippines for $420m, {tail}.", day)
    assert [d.done for d in deal.deliveries] == [done]
