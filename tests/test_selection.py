"""Queries: each condition, the answers that cannot be told, and the same results as a walk through all records."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_up import Attribution, Item, Paper, Participant, together
from value_strategies import periods

from kordef.amounts import Amount
from kordef.conditions import measure
from kordef.dataset import Dataset
from kordef.errors import InvalidValue
from kordef.identity import references
from kordef.periods import Period
from kordef.records import Actor, Record, Review, Transfer
from kordef.selection import ByAmount, ByTime, TransferSelection
from kordef.values import Money, Quantity
from kordef.vocabulary import (
    ActorKind,
    Certainty,
    Counting,
    DeploymentKind,
    Modality,
    ReviewAction,
    Role,
    Stage,
    Voice,
)


def usd(amount: Amount, **more: object) -> Money:
    return Money(amount=amount, currency="USD", **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def paper() -> Paper:
    paper = Paper("one")
    ministry = paper.actor("Defense Ministry", ActorKind.GOVERNMENT_BODY, acts_for=paper.actor("KR"))
    hanwha = paper.actor("Hanwha", ActorKind.COMPANY, catalogue="company:hanwha-aerospace")
    minister = paper.actor("Kim", ActorKind.PERSON, acts_for=ministry)
    k9, k9pl = paper.weapon("K9", "weapon:k9"), paper.weapon("K9PL", "weapon:k9pl")
    tank = paper.weapon("K2", "weapon:k2")
    paper.transfer(  # 0
        supplier="KR",
        recipient="PL",
        items=(Item(weapon=k9pl, number=Amount.exact(212)),),
        on="2022-08-26",
        value=usd(Amount.exact("2.4") * 10**9),
    )
    paper.transfer(  # 1
        companies=(hanwha,),
        recipient="NO",
        items=(Item(weapon=k9, number=Amount.about(24)),),
        on="2025",
        stage=Stage.PLANNED,
    )
    paper.transfer(supplier="DE", recipient="NO", end_user="UA", items=(Item(weapon=tank),), on="2019/2023")  # 2
    paper.transfer(  # 3
        supplier="KR",
        recipient="PL",
        items=(Item(weapon=tank, number=Amount.over(180)),),
        modality=Modality.POSSIBLE,
        value=Money(
            amount=Amount.exact(4 * 10**9),
            currency="NOK",
            equivalents=(usd(Amount.about(39 * 10**7, precision=10**7)),),
        ),
        attribution=(Attribution(voice=Voice.QUOTED, actor=minister),),
    )
    paper.agreement("Pact", "KR", "EU", signed=Period(edtf="2024-11"), amounts=(usd(Amount.exact(5)),))
    paper.dialogue(
        "Summit",
        Participant(actor=paper.actor("FR"), role=Role.HOST),
        Participant(actor=minister),
        date=Period(edtf="2025-03-08"),
    )
    paper.deployment(
        "Exercise",
        actors=(paper.actor("KR"),),
        weapons=(k9,),
        period=Period(edtf="2020/2030"),
        strength=Quantity(amount=Amount.about(500), unit="person"),
        kind=DeploymentKind.TRAINING,
    )
    paper.event("Vote", actors=(Participant(actor=paper.actor("FR"), role=Role.FOR),))
    paper.observation(
        "exports", Quantity(amount=Amount.exact(3), unit="percent"), publisher="SIPRI", period=Period.year(2024)
    )
    paper.statement("We agree.", speaker=minister)
    return paper


@pytest.fixture(scope="module")
def made(paper: Paper) -> Dataset:
    other = Paper("two")
    other.transfer(supplier="KR", recipient="RO", words="a second document")
    return together(paper, other)


def numbers(dataset: Dataset, chosen: TransferSelection) -> list[int]:
    """Which transfers were chosen, by their place in the dataset."""
    order = {t.id: place for place, t in enumerate(dataset.transfers)}
    return [order[t.id] for t in chosen]


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"supplier": "KR"}, [0, 3, 4]),
        ({"supplier": "South Korea"}, [0, 3, 4]),  # a name that only the catalogue has
        ({"supplier": "kr"}, [0, 3, 4]),
        ({"supplier": "Hanwha"}, [1]),
        ({"supplier": "KR", "affiliates": True}, [0, 1, 3, 4]),  # the company's home is in the catalogue
        ({"supplier": ("DE", "Hanwha")}, [1, 2]),
        ({"recipient": "UA"}, [2]),
        ({"recipient": ["NO", "RO"]}, [1, 2, 4]),
        ({"party": "NO"}, [1, 2]),
        ({"party": "Kim"}, []),  # who only says so takes no part
        ({"said_by": "Kim"}, [3]),
        ({"said_by": "KR"}, []),
        ({"said_by": "KR", "affiliates": True}, [3]),
        ({"weapon": "K9"}, [0, 1]),
        ({"weapon": "K9PL"}, [0]),
        ({"weapon": ("K2", "K9PL")}, [0, 2, 3]),
        ({"weapon": "weapon:k9"}, [0, 1]),
        ({"stage": "planned"}, [1]),
        ({"stage": (Stage.PLANNED, "signed")}, [0, 1, 2, 3, 4]),
        ({"kind": "donation"}, []),
        ({"modality": "possible"}, [3]),
        ({"source": "two.txt"}, [4]),
        ({"source": "Title of one"}, [0, 1, 2, 3]),
        ({"reviewed": True}, []),
        ({"reviewed": False}, [0, 1, 2, 3, 4]),
        ({"supplier": "BR"}, []),
        ({"supplier": "KR", "recipient": "PL", "weapon": "K2"}, [3]),
        # time: one within, one that may be, one not
        ({"since": "2022", "until": "2022"}, [0, 2]),
        ({"since": "2022", "until": "2022", "certainty": "certain"}, [0]),
        ({"since": "2022", "until": "2022", "certainty": Certainty.NOT_EXCLUDED}, [0, 2, 3, 4]),
        ({"since": "2025-06"}, [1]),
        ({"since": "2025-06", "certainty": "certain"}, []),
        ({"until": "2021"}, [2]),
        ({"since": date(2022, 8, 26), "until": date(2022, 8, 26), "certainty": "certain"}, [0]),
        ({"since": Period.year(2022), "until": date(2022, 8, 25), "certainty": "certain"}, []),
        # amounts
        ({"at_least": 200}, [0, 3]),  # over 180 may be 200
        ({"at_least": 200, "certainty": "certain"}, [0]),
        ({"at_least": 181}, [0, 3]),  # over 180 whole tanks are 181 or more
        ({"at_least": 181, "certainty": "certain"}, [0, 3]),
        ({"at_least": 182, "certainty": "certain"}, [0]),
        ({"at_least": 182}, [0, 3]),
        ({"at_most": 24, "certainty": "certain"}, []),
        ({"at_most": 24}, [1]),
        ({"weapon": "K2", "at_most": 100}, []),
        ({"at_least": "1 billion USD"}, [0]),
        ({"at_least": "385 million USD"}, [0, 3]),  # the source's own conversion counts
        ({"at_least": "385 million USD", "certainty": "certain"}, [0]),
        ({"at_least": "385 million USD", "certainty": "not_excluded"}, [0, 1, 2, 3, 4]),
        ({"at_least": "3 billion NOK"}, [3]),
        ({"at_least": usd(Amount.exact(10**9)), "at_most": "3 billion USD"}, [0]),
        ({"at_least": "1 EUR"}, []),
    ],
    ids=str,
)
def test_transfers_that_meet_conditions(made: Dataset, conditions: dict[str, object], expected: list[int]) -> None:
    assert numbers(made, made.transfers.where(**conditions)) == expected  # type: ignore[arg-type]


def test_each_type_has_conditions_of_its_own(made: Dataset) -> None:
    assert [a.name for a in made.agreements.where(kind="mou", status="signed", at_least="5 USD")] == ["Pact"]
    assert not made.agreements.where(at_most="4 USD")
    assert len(made.dialogues.where(role="host")) == len(made.dialogues.where(role="host", party="FR")) == 1
    assert not made.dialogues.where(role="host", party="Kim")
    assert not made.dialogues.where(party="KR")
    assert len(made.dialogues.where(party="KR", affiliates=True, role="participant")) == 1
    assert len(made.events.where(role=("for", "against"), kind="vote")) == 1
    assert len(made.deployments.where(weapon="K9", kind="training", at_least="450 person")) == 1
    assert not made.deployments.where(at_least="450 person", weapon="K2")
    assert len(made.observations.where(publisher="sipri", indicator="Exports", at_most="3 percent")) == 1
    assert not made.observations.where(at_most="3 percentage_point")
    assert len(made.statements.where(speaker="KR", affiliates=True)) == 1
    assert not made.statements.where(speaker="KR")
    assert {a.name for a in made.actors.where(party="KR", affiliates=True)} == {
        "KR",
        "Defense Ministry",
        "Kim",
        "Hanwha",
    }
    assert {a.name for a in made.actors.where(kind="company")} == {"Hanwha"}
    assert {w.name for w in made.weapon_systems.where(weapon="K9")} == {"K9", "K9PL"}
    assert {r.type for r in made.of_type(Record).where(party="NO")} == {"transfer"}


def test_what_lasts_must_share_a_day_and_what_happens_must_lie_within(made: Dataset) -> None:
    assert len(made.deployments.where(since="2024", until="2024", certainty="certain")) == 1
    assert not made.deployments.where(since="2031")
    lasting = made.transfers.where(supplier="DE")  # a contract of some day from 2019 to 2023
    assert not lasting.where(since="2022", until="2022", certainty="certain")
    assert len(lasting.where(since="2022", until="2022")) == 1


def test_time_has_three_answers_and_one_for_none(made: Dataset) -> None:
    sorted_ = made.transfers.by_time("2022")
    assert isinstance(sorted_, ByTime)
    assert numbers(made, sorted_.before) == []
    assert numbers(made, sorted_.within) == [0]
    assert numbers(made, sorted_.after) == [1]
    assert numbers(made, sorted_.cannot_tell) == [2, 3, 4]
    assert isinstance(sorted_.within, TransferSelection)


def test_amounts_have_three_answers_and_one_for_none(made: Dataset) -> None:
    sorted_ = made.transfers.by_amount(100, 250)
    assert isinstance(sorted_, ByAmount)
    assert numbers(made, sorted_.below) == [1]
    assert numbers(made, sorted_.within) == [0]
    assert numbers(made, sorted_.above) == []
    assert numbers(made, sorted_.cannot_tell) == [2, 3, 4]
    assert numbers(made, made.transfers.by_amount("5 billion USD").below) == [0, 3]


def test_alternative_sums_must_all_lie_in_the_range() -> None:
    paper = Paper("one")
    paper.transfer(value=usd(Amount.exact(10)), alternatives=(usd(Amount.exact(20)),))
    deals = together(paper).transfers
    assert len(deals.where(at_least="15 USD")) == 1
    assert not deals.where(at_least="15 USD", certainty="certain")
    assert len(deals.where(at_least="10 USD", certainty="certain")) == 1
    assert not deals.where(at_least="21 USD")


def test_dates_on_both_sides_do_not_tell() -> None:
    paper = Paper("one")
    paper.agreement("Pact", announced=Period.year(2020), in_force=Period.year(2026))
    agreements = together(paper).agreements
    assert len(agreements.by_time("2023").cannot_tell) == 1
    assert len(agreements.by_time("2020").within) == 1
    assert not agreements.where(since="2023", until="2023")


@pytest.mark.parametrize(
    ("conditions", "message"),
    [
        ({"stage": "sold"}, r"stage must be one of considered, .*, found 'sold'"),
        ({"stage": ("signed", "sold")}, "found 'sold'"),
        ({"certainty": "sure"}, "certainty must be one of certain, possible, not_excluded, found 'sure'"),
        ({"since": "last year"}, "since must be a date in EDTF, found 'last year': expected a form such as '2025'"),
        ({"since": 2022}, "since must be an EDTF date such as '2022' or '2025-03', found 2022"),
        ({"since": "2025", "until": "2022"}, r"since \(2025\) must not lie behind until \(2022\)"),
        ({"since": "../2022"}, "since must have a first day"),
        (
            {"at_least": "many"},
            "at_least must be a number with a currency or unit such as '1.5 billion USD', found 'many'",
        ),
        ({"at_most": "3 doubloons"}, "at_most must be in a currency of ISO 4217 .* found '3 doubloons'"),
    ],
)
def test_nonsense_is_an_error_and_no_empty_answer(made: Dataset, conditions: dict[str, object], message: str) -> None:
    with pytest.raises(InvalidValue, match=message):
        made.transfers.where(**conditions)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("180", Amount.exact(180)),
        (7, Amount.exact(7)),
        ("1.5 billion USD", usd(Amount.exact(1500000000))),
        ("1,200 KRW", Money(amount=Amount.exact(1200), currency="KRW")),
        ("500 km", Quantity(amount=Amount.exact(500), unit="km")),
        ("12 TIV", Quantity(amount=Amount.exact(12), unit="TIV")),
        ("3 million TIV", Quantity(amount=Amount.exact(3000000), unit="TIV")),
    ],
)
def test_words_for_a_bound(words: str, expected: object) -> None:
    found = measure(words)
    assert type(found) is type(expected)
    assert str(found) == str(expected)


def test_a_misspelt_condition_is_a_type_error(made: Dataset) -> None:
    with pytest.raises(TypeError, match="buyer"):
        made.transfers.where(buyer="PL")  # type: ignore[call-arg]


def test_reviewed_records_can_be_told_apart() -> None:
    paper = Paper("one")
    review = Review(action=ReviewAction.ADDED, reason="It was missing.", by="A. Reader")
    by_hand, other = paper.transfer(review=review), paper.transfer()
    deals = together(paper).transfers
    assert list(deals.where(reviewed=True)) == [by_hand]
    assert list(deals.where(reviewed=False)) == [other]


# ---- properties

AMOUNTS = st.one_of(
    st.none(),
    st.builds(Amount.exact, st.integers(0, 30)),
    st.builds(Amount.about, st.integers(0, 30)),
    st.builds(Amount.over, st.integers(0, 30)),
    st.builds(Amount.up_to, st.integers(0, 30)),
    st.builds(lambda a, b: Amount.range(a, a + b), st.integers(0, 30), st.integers(1, 9)),
)
STATES = st.sampled_from(("KR", "PL", "NO", "DE", None))


@st.composite
def datasets(draw: st.DrawFn) -> Dataset:
    papers = []
    for name in ("one", "two"):
        paper = Paper(name)
        for _ in range(draw(st.integers(0, 5))):
            number = draw(AMOUNTS)
            period = draw(st.none() | periods().filter(lambda p: p.edtf is not None))
            paper.transfer(
                supplier=draw(STATES),
                recipient=draw(STATES),
                items=() if number is None else (Item(weapon=paper.weapon("K9", "weapon:k9"), number=number),),
                on=period.edtf if period else None,
                stage=draw(st.sampled_from(Stage)),
            )
        papers.append(paper)
    return Dataset.of(record for paper in papers for record in paper.records)


@given(datasets(), st.sampled_from(("KR", "PL", "BR")))
def test_an_index_finds_what_a_walk_finds(dataset: Dataset, code: str) -> None:
    def is_party(record: Transfer) -> bool:
        parties = [dataset.get(target, Actor) for pointer, target in references(record) if "attribution" not in pointer]
        return any(p is not None and p.code == code for p in parties)

    assert list(dataset.transfers.where(party=code)) == [t for t in dataset.transfers if is_party(t)]


@given(datasets(), st.integers(1990, 2040), st.integers(0, 10))
def test_the_answers_on_time_part_the_records_and_nest(dataset: Dataset, year: int, years: int) -> None:
    deals = dataset.transfers
    parts = deals.by_time(f"{year:04}/{year + years:04}")
    every = [*parts.before, *parts.within, *parts.after, *parts.cannot_tell]
    assert sorted(t.id for t in every) == sorted(t.id for t in deals)
    kept = [
        {t.id for t in deals.where(since=f"{year:04}", until=f"{year + years:04}", certainty=certainty)}
        for certainty in Certainty
    ]
    assert all(narrow <= wide for narrow, wide in pairwise(kept))
    assert kept[0] == {t.id for t in parts.within}
    assert not kept[2] & {t.id for part in (parts.before, parts.after) for t in part}


@given(datasets(), st.integers(0, 30), st.integers(0, 10))
def test_the_answers_on_amounts_part_the_records_and_nest(dataset: Dataset, low: int, width: int) -> None:
    deals = dataset.transfers
    parts = deals.by_amount(low, low + width)
    every = [*parts.below, *parts.within, *parts.above, *parts.cannot_tell]
    assert sorted(t.id for t in every) == sorted(t.id for t in deals)
    kept = [
        {t.id for t in deals.where(at_least=low, at_most=low + width, certainty=certainty)} for certainty in Certainty
    ]
    assert all(narrow <= wide for narrow, wide in pairwise(kept))
    assert kept[0] == {t.id for t in parts.within}


@given(datasets(), STATES.filter(bool), st.sampled_from(Stage))
def test_conditions_together_are_conditions_in_turn(dataset: Dataset, code: str, stage: Stage) -> None:
    at_once = dataset.transfers.where(recipient=code, stage=stage, since="2000")
    assert list(at_once) == list(dataset.transfers.where(since="2000").where(stage=stage).where(recipient=code))
    assert list(at_once.where(recipient=code)) == list(at_once)


def test_counting_words_do_not_matter_to_a_query() -> None:
    paper = Paper("one")
    paper.transfer(items=(Item(weapon=paper.weapon("K9"), number=Amount.exact(5), counting=Counting.OPTION),))
    assert len(together(paper).transfers.where(at_least=5)) == 1


# ---- the seeds


def test_the_seeds_answer_by_what_they_say(dataset: Dataset) -> None:
    poland = dataset.transfers.where(supplier="KR", recipient="PL", weapon="K2", at_least=150)
    assert poland
    assert all(dataset.party(t.recipient or "") == "PL" for t in poland)
    assert dataset.observations.where(publisher="SIPRI")
    assert len(dataset.transfers.where(party="KR", affiliates=True)) >= len(dataset.transfers.where(party="KR"))
    norway = dataset.transfers.by_time("2025-09").within.where(recipient="NO")
    assert norway
    assert all(t.items for t in norway)
