"""Cases: what is joined and what stays apart, in made-up documents."""

from __future__ import annotations

import itertools
import pickle
import random
from collections.abc import Callable

import pytest
from case_makers import Document, dataset, eur, usd
from hypothesis import given, settings
from hypothesis import strategies as st

from kordef.amounts import Amount
from kordef.cases import Case, Grade, Reached, compare_records, find_cases, read_rules
from kordef.cases.keys import Keys, words_of
from kordef.errors import DanglingReference, InvalidValue
from kordef.records import Record
from kordef.values import Money, Quantity
from kordef.vocabulary import ActorKind, Counting, DialogueKind, Modality, Stage

Tell = Callable[[Document], Record]


def together(*tellings: Tell) -> bool:
    """Whether what each of some documents tells comes into one case."""
    documents = [Document(f"document {number}") for number in range(len(tellings))]
    told = [tell(document) for tell, document in zip(tellings, documents, strict=True)]
    cases = dataset(*documents).cases
    return any(all(record.id in case.members for record in told) for case in cases)


def case_of(*tellings: Tell) -> Case:
    """The one case of what some documents tell."""
    documents = [Document(f"document {number}") for number in range(len(tellings))]
    for tell, document in zip(tellings, documents, strict=True):
        tell(document)
    (case,) = dataset(*documents).cases
    assert len(case) == len(tellings)
    return case


SAME: dict[str, tuple[Tell, Tell]] = {
    "a number hedged": (
        lambda d: d.transfer(number=180, signed="2022-08-26"),
        lambda d: d.transfer(number=Amount.about(180)),
    ),
    "an open number and an exact one": (
        lambda d: d.transfer(weapon="K9", number=Amount.over(200), signed="2022"),
        lambda d: d.transfer(weapon="K9", number=212, signed="2022-08"),
    ),
    "a version and its family": (
        lambda d: d.transfer(weapon="K9A1", number=212, signed="2022"),
        lambda d: d.transfer(weapon="K9", number=212, signed="2022-08-26"),
    ),
    "two versions that add up to the family's number": (
        lambda d: d.transfer(items=(("K2GF", 116), ("K2PL", 64)), signed="2025-08-01"),
        lambda d: d.transfer(number=180, signed="2025-08"),
    ),
    "a class noun for the weapon": (
        lambda d: d.transfer(weapon="tanks", number=180, value=usd("6.5")),
        lambda d: d.transfer(weapon="K2", number=180, value=usd("6.5")),
    ),
    "what goes with the weapon": (
        lambda d: d.transfer(items=(("K9", 24), ("K10", 6)), recipient="NO", signed="2017"),
        lambda d: d.transfer(weapon="K9", number=24, recipient="NO", signed="2017"),
    ),
    "sums rounded in another way": (
        lambda d: d.transfer(weapon="K239", value=usd("1.6"), signed="2024-04-25"),
        lambda d: d.transfer(weapon="K239", value=usd("1.64"), signed="2024-04"),
    ),
    "a partnership in two spellings": (
        lambda d: d.agreement("Security and Defense Partnership", "KR", "PL", signed="2024-11"),
        lambda d: d.agreement("the Security and Defence Partnership", "PL", "KR", announced="2024-11-04"),
    ),
    "a meeting with a name with and without accents": (
        lambda d: d.meeting(("Cho Tae-yul", "KR"), ("Radosław Sikorski", "PL")),
        lambda d: d.meeting(("Cho Tae-yul", "KR"), ("Radoslaw Sikorski", "PL"), date="2025-05-28"),
    ),
    "a person by the family name alone": (
        lambda d: d.meeting(("Cho Tae-yul", "KR"), ("Sikorski", "PL"), date="2025-03-05"),
        lambda d: d.meeting(("Cho", "KR"), ("Radoslaw Sikorski", "PL"), date="2025-03-05"),
    ),
    "a person spelt in two ways": (
        lambda d: d.meeting(("Cho Tae-yul", "KR"), ("Josep Borrell", "ES"), date="2024-11-04"),
        lambda d: d.meeting(("Cho Tae-yul", "KR"), ("Joseph Borrell", "ES"), date="2024-11"),
    ),
    "a city and its country": (
        lambda d: d.meeting(("Cho Tae-yul", "KR"), ("Jean-Noel Barrot", "FR"), place="Paris"),
        lambda d: d.meeting(("Cho Tae-yul", "KR"), ("Jean-Noel Barrot", "FR"), place="France", date="2025-05-28"),
    ),
    "an operation in other words": (
        lambda d: d.deployment("Cheonghae Unit has guarded ships", "KR", place="Gulf of Aden", period="2009/.."),
        lambda d: d.deployment("the Cheonghae Unit patrols against pirates", "KR", place="the Gulf of Aden"),
    ),
    "a figure": (
        lambda d: d.figure("arms exports", "KR", "2022", usd("17.3")),
        lambda d: d.figure("exports of arms", "KR", "2022", usd("17")),
    ),
}

APART: dict[str, tuple[Tell, Tell]] = {
    "the first 180 and the 180 additional": (
        lambda d: d.transfer(number=Amount.about(180)),
        lambda d: d.transfer(number=180, counting=Counting.ADDITIONAL, stage=Stage.NEGOTIATING),
    ),
    "two buyers": (
        lambda d: d.transfer(weapon="K9", number=24, recipient="NO", signed="2017"),
        lambda d: d.transfer(weapon="K9", number=24, recipient="FI", signed="2017"),
    ),
    "two numbers": (
        lambda d: d.transfer(weapon="K9", number=24, recipient="NO", signed="2022"),
        lambda d: d.transfer(weapon="K9", number=4, recipient="NO", signed="2022"),
    ),
    "two years": (
        lambda d: d.transfer(weapon="K9", number=12, recipient="EE", signed="2018-06"),
        lambda d: d.transfer(weapon="K9", number=12, recipient="EE", signed="2023-01-14"),
    ),
    "two weapons": (
        lambda d: d.transfer(weapon="K2", number=180, signed="2022-08-26"),
        lambda d: d.transfer(weapon="K9", number=180, signed="2022-08-26"),
    ),
    "a contract and the framework that it fills": (
        lambda d: d.transfer(weapon="K239", number=218, signed="2022-11"),
        lambda d: d.transfer(weapon="K239", number=288, stage=Stage.FRAMEWORK),
    ),
    "what was signed long before the other was still negotiated": (
        lambda d: d.transfer(number=180, signed="2022-08-26"),
        lambda d: d.transfer(number=180, stage=Stage.NEGOTIATING),
    ),
    "two agreements of one day": (
        lambda d: d.agreement("Framework Agreement", "KR", "PL", signed="2010-10-06"),
        lambda d: d.agreement("Free Trade Agreement", "KR", "PL", signed="2010-10-06"),
    ),
    "one name with two partners": (
        lambda d: d.agreement("Strategic Partnership", "KR", "PL"),
        lambda d: d.agreement("Strategic Partnership", "KR", "RO"),
    ),
    "dialogues of one day with two partners": (
        lambda d: d.meeting(sides=("KR", "FR"), date="2025-03-10", kind=DialogueKind.DIALOGUE),
        lambda d: d.meeting(sides=("KR", "DE"), date="2025-03-10", kind=DialogueKind.DIALOGUE),
    ),
    "two ministers of one state": (
        lambda d: d.meeting(("Cho Tae-yul", "KR"), ("Radoslaw Sikorski", "PL"), date="2025-03-05"),
        lambda d: d.meeting(("Cho Tae-yul", "KR"), ("Wladyslaw Kosiniak-Kamysz", "PL"), date="2025-03-06"),
    ),
    "two persons of one family name": (
        lambda d: d.meeting(("Cho Tae-yul", "KR"), ("Lech Kaczynski", "PL"), date="2025-03-05"),
        lambda d: d.meeting(("Cho Tae-yul", "KR"), ("Jaroslaw Kaczynski", "PL"), date="2025-03-07"),
    ),
    "one pair at two times": (
        lambda d: d.meeting(("Yoon Suk Yeol", "KR"), ("Klaus Iohannis", "RO"), date="2023-07-11"),
        lambda d: d.meeting(("Yoon Suk Yeol", "KR"), ("Klaus Iohannis", "RO"), date="2024-04-23"),
    ),
    "a meeting and the press conference after it": (
        lambda d: d.meeting(("Cho Tae-yul", "KR"), ("Jean-Noel Barrot", "FR"), date="2025-03-07"),
        lambda d: d.meeting(("Cho Tae-yul", "KR"), date="2025-03-07", kind=DialogueKind.BRIEFING),
    ),
    "two rounds of an exercise": (
        lambda d: d.deployment("first round of Freedom Edge", "KR", period="2024-06"),
        lambda d: d.deployment("third round of Freedom Edge", "KR", period="2025-09"),
    ),
    "a figure of two years": (
        lambda d: d.figure("arms exports", "KR", "2021", usd("7.25")),
        lambda d: d.figure("arms exports", "KR", "2022", usd("7.25")),
    ),
    "a figure of two states": (
        lambda d: d.figure("share of arms imports", "FR", "2024", Quantity(amount=Amount.exact("6.5"), unit="percent")),
        lambda d: d.figure("share of arms imports", "KR", "2024", Quantity(amount=Amount.exact("6.5"), unit="percent")),
    ),
}


@pytest.mark.parametrize("name", SAME)
def test_one_thing_told_twice_is_a_case(name: str) -> None:
    assert together(*SAME[name])
    assert together(*reversed(SAME[name]))


@pytest.mark.parametrize("name", APART)
def test_near_misses_stay_apart(name: str) -> None:
    assert not together(*APART[name])
    assert not together(*reversed(APART[name]))


def test_what_one_document_tells_twice_is_no_case() -> None:
    document = Document("one")
    document.transfer(number=180, signed="2022-08-26")
    document.transfer(number=180, signed="2022-08-26")
    assert dataset(document).cases == ()


def test_what_a_source_denies_is_no_member() -> None:
    from attrs import evolve

    documents = [Document("a"), Document("b")]
    for document in documents:
        document.transfer(number=180, signed="2022-08-26")
    records = list(dataset(*documents))
    assert len(find_cases(records)) == 1
    denied = [
        evolve(r, modality=Modality.DENIED) if r.type == "transfer" and r.source == documents[1].id else r
        for r in records
    ]
    assert find_cases(denied) == ()


# ---- parties of different documents


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("Seoul", ActorKind.STATE, "state:KR"),
        ("Republic of Korea", ActorKind.STATE, "state:KR"),
        ("the Korean government", ActorKind.GOVERNMENT_BODY, "state:KR"),
        ("the government of Poland", ActorKind.GOVERNMENT_BODY, "state:PL"),
        ("Hanwha", ActorKind.COMPANY, "state:KR"),
        ("Hanwha Aerospace", ActorKind.COMPANY, "state:KR"),
        ("European Commission", ActorKind.IGO, "organisation:eu"),
        ("EU", ActorKind.IGO, "organisation:eu"),
        ("Nowhere and Sons", ActorKind.COMPANY, "nowhere and son"),
    ],
)
def test_an_actor_without_an_entry_is_tied_by_its_name(name: str, kind: ActorKind, key: str) -> None:
    document = Document("one")
    actor = document.actor(name, kind)
    assert Keys(document.records).side(actor) == key


def test_a_company_supplies_for_its_state() -> None:
    documents = [Document("a"), Document("b")]
    first = documents[0].transfer(supplier="KR", weapon="K239", number=72, signed="2024-04")
    hanwha = documents[1].actor("Hanwha Aerospace", ActorKind.COMPANY)
    second = documents[1].transfer(supplier=None, companies=(hanwha,), weapon="K239", number=72)
    (case,) = dataset(*documents).cases
    assert set(case.members) == {first.id, second.id}
    assert compare_records(dataset(*documents), first.id, second.id).fields[1].grade is Grade.SAME


def test_two_bodies_that_act_for_each_other_do_not_hang() -> None:
    from attrs import evolve

    document = Document("one")
    first = document.actor("A", ActorKind.GOVERNMENT_BODY)
    second = document.actor("B", ActorKind.GOVERNMENT_BODY)
    swap = {first: second, second: first}
    records = [evolve(r, acts_for=swap[r.id]) if r.id in swap else r for r in document.records]
    assert Keys(records).side(first) in ("a", "b")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Security and Defense Partnerships", ("security", "and", "defence", "partnership")),
        ("Radosław Sikorski’s", ("radoslaw", "sikorski")),
        ('a "two plus two" meeting', ("a", "2+2", "meeting")),
        ("Press", ("press",)),
        ("", ()),
    ],
)
def test_words_in_one_spelling(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text) == words


# ---- groups


def sequence_of_near_misses(length: int) -> list[Document]:
    """Documents each of which differs from the next by little, and from those further on by much."""
    documents = [Document(f"{number:02}") for number in range(length)]
    for number, document in enumerate(documents):
        low = 100 + 30 * number
        document.transfer(weapon="K9", number=Amount.range(low, low + 40), signed="2022")
    return documents


def test_near_misses_do_not_chain_into_a_lump() -> None:
    documents = sequence_of_near_misses(12)
    data = dataset(*documents)
    by_name = {d.id: n for n, d in enumerate(documents)}
    neighbours = [
        compare_records(data, a.records[-1].id, b.records[-1].id).agrees for a, b in itertools.pairwise(documents)
    ]
    assert all(neighbours)
    assert data.cases
    for case in data.cases:
        places = sorted(by_name[source] for source in case.sources)
        assert places[-1] - places[0] < 3, places


def world() -> list[Document]:
    """Some documents that tell of some things in their own ways."""
    draw = random.Random(5)
    documents = [Document(f"document {number}", f"2025-{1 + number % 12:02}-15") for number in range(12)]
    for thing in range(20):
        buyer = ("PL", "NO", "RO", "EE")[thing % 4]
        weapon = ("K9", "K2", "K239")[thing % 3]
        year = 2016 + thing // 2
        for document in draw.sample(documents, 4):
            number = draw.choice((24 + 12 * thing, Amount.about(24 + 12 * thing), None))
            signed = draw.choice((f"{year}", f"{year}-0{1 + thing % 9}", None))
            document.transfer(buyer, weapon, number, signed=signed, value=draw.choice((None, usd(f"{1 + thing}.5"))))
    return documents


def test_the_order_of_the_records_does_not_matter() -> None:
    records = [record for document in world() for record in document.records]
    expected = find_cases(records)
    assert len(expected) > 5
    for seed in range(5):
        random.Random(seed).shuffle(records)
        assert find_cases(records) == expected


def test_finding_cases_among_members_of_cases_finds_the_same() -> None:
    data = dataset(*world())
    members = {member for case in data.cases for member in case.members}
    kept = [r for r in data if r.type in ("source", "actor", "weapon_system") or r.id in members]
    assert find_cases(kept) == data.cases


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["PL", "NO"]),
            st.sampled_from(["K9", "K2", "tanks"]),
            st.one_of(st.none(), st.integers(1, 3).map(lambda n: 12 * n)),
            st.one_of(st.none(), st.sampled_from(["2022", "2022-08", "2022-08-26", "2023-08-26"])),
        ),
        max_size=12,
    ),
    st.randoms(use_true_random=False),
)
def test_groups_are_the_same_in_any_order_and_split_nothing(
    told: list[tuple[str, str, int | None, str | None]], shuffled: random.Random
) -> None:
    documents = [Document(f"{number}") for number in range(len(told))]
    for document, (buyer, weapon, number, signed) in zip(documents, told, strict=True):
        document.transfer(buyer, weapon, number, signed=signed)
    records = [record for document in documents for record in document.records]
    found = find_cases(records)
    shuffled.shuffle(records)
    assert find_cases(records) == found
    members = [member for case in found for member in case.members]
    assert len(members) == len(set(members))
    assert all(len(case.sources) > 1 for case in found)


def test_the_cases_of_a_document_do_not_change_its_records() -> None:
    documents = [Document("a"), Document("b")]
    for document in documents:
        document.transfer(number=180, signed="2022-08-26")
    data = dataset(*documents)
    before = data.records
    assert data.cases
    assert data.records == before
    (case,) = data.cases
    assert all(record is data[record.id] for record in case.records)


def test_what_one_document_tells_twice_does_not_hide_what_two_tell() -> None:
    documents = [Document("a"), Document("b")]
    documents[0].transfer("NO", "K9", 24, signed="2017")
    documents[0].transfer("NO", "K9", signed="2017")
    documents[1].transfer("NO", "K9", 24, signed="2017-12-20")
    (case,) = dataset(*documents).cases
    assert len(case.sources) == 2


def test_the_pairs_to_compare_grow_with_the_number_of_records_even_in_one_block() -> None:
    from kordef.cases.blocking import candidates
    from kordef.cases.profiles import Profile, profile_of

    def pairs(count: int) -> int:
        documents = [Document(f"{number}") for number in range(count)]
        for number, document in enumerate(documents):
            document.transfer(
                "PL", "K2", 1 + number * 7 % 50, signed=f"20{10 + number % 15}", value=usd(f"{1 + number % 90}.5")
            )
        records = [record for document in documents for record in document.records]
        keys = Keys(records)
        profiles: list[Profile] = [p for r in records if (p := profile_of(r, None, keys)) is not None]
        found = list(candidates(profiles))
        assert len(found) == len(set(found))
        return len(found)

    assert pairs(4000) < 2.2 * pairs(2000)


def test_a_name_of_a_million_characters_takes_a_moment() -> None:
    document = Document("a")
    for text in ("a " * 500_000, "the " * 250_000 + "government", "government of " * 70_000, "x" * 10**6):
        document.agreement(text, "KR", "PL")
        document.meeting(("A", "KR"), ("B", "PL"), place=text, name=text)
        document.actor(text, ActorKind.COMPANY)
    other = Document("b")
    other.agreement("x" * 10**6, "KR", "PL")
    keys = Keys(document.records)
    assert all(keys.side(record.id) for record in document.records if record.type == "actor")
    assert len(find_cases([*document.records, *other.records])) == 1


# ---- claims


def test_claims_stand_side_by_side_with_their_records_and_sources() -> None:
    case = case_of(
        lambda d: d.transfer(number=Amount.about(180), signed="2022-08"),
        lambda d: d.transfer(number=180, signed="2022-08-26", value=usd("3.37")),
    )
    claims = case.field("number of K2 Black Panther").claims
    assert [(c.record, c.source, c.pointer, str(c.value)) for c in claims] == [
        (case.members[0], case.sources[0], "/items/0/number", "about 180"),
        (case.members[1], case.sources[1], "/items/0/number", "180"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "value"),
    [(Amount.about(180), Amount.exact(180), "180"), (Amount.over(200), Amount.exact(212), "212")],
)
def test_what_can_be_true_together_agrees(first: Amount, second: Amount, value: str) -> None:
    case = case_of(
        lambda d: d.transfer(weapon="K9", number=first, signed="2022-08"),
        lambda d: d.transfer(weapon="K9", number=second, signed="2022-08-26"),
    )
    told = case.field("number of K9 Thunder")
    assert told.conflict is None
    assert told.consensus is not None
    assert (told.consensus.reached, str(told.consensus)) == (Reached.NARROWEST, value)
    assert told.consensus.records == case.members
    assert value in told.consensus.would_change
    signed = case.field("signed")
    assert signed.conflict is None
    assert str(signed.consensus) == "2022-08-26"


def test_sums_in_two_currencies_cannot_be_compared() -> None:
    case = case_of(
        lambda d: d.transfer(number=180, signed="2025-08-01", value=usd("6.5")),
        lambda d: d.transfer(number=180, signed="2025-08-01", value=eur("5.8")),
    )
    told = case.field("value")
    assert told.conflict is None
    assert told.consensus is None


def test_a_source_s_own_conversion_makes_sums_comparable() -> None:
    won = Money(amount=Amount.written("2.27", scale=10**12), currency="KRW", equivalents=(usd("1.6"),))
    case = case_of(
        lambda d: d.transfer(weapon="K239", number=72, value=won),
        lambda d: d.transfer(weapon="K239", number=72, value=usd("1.64")),
    )
    told = case.field("value")
    assert told.conflict is None
    assert told.consensus is not None


def test_numbers_that_cannot_both_be_true_are_a_conflict_with_the_difference() -> None:
    case = case_of(
        lambda d: d.transfer(number=180, signed="2022-08-26", value=usd("3.37")),
        lambda d: d.transfer(number=190, signed="2022-08-26", value=usd("3.37")),
    )
    (conflict,) = case.conflicts
    assert conflict.field == "number of K2 Black Panther"
    assert [str(claim.value) for claim in conflict.claims] == ["180", "190"]
    assert conflict.sources == case.sources
    assert conflict.difference == Amount.exact(10)
    assert conflict.sentence == "number of K2 Black Panther: 180 and 190 differ by 10 (6% of the smaller)"
    assert case.field("number of K2 Black Panther").consensus is None


def test_the_difference_keeps_what_a_hedge_leaves_open() -> None:
    case = case_of(
        lambda d: d.transfer(
            number=180, signed="2022-08-26", value=Money(amount=Amount.about(3_000_000_000), currency="USD")
        ),
        lambda d: d.transfer(number=180, signed="2022-08-26", value=usd("3.37")),
    )
    (conflict,) = case.conflicts
    assert isinstance(conflict.difference, Money)
    assert conflict.difference.currency == "USD"
    assert conflict.difference.amount.interval.low is not None
    assert conflict.difference.amount.interval.low < 370_000_000 < (conflict.difference.amount.interval.high or 0)


def test_dates_that_do_not_fit_are_a_conflict_in_days() -> None:
    case = case_of(
        lambda d: d.transfer("NO", "K9", 24, counting=Counting.ADDITIONAL, signed="2025-09"),
        lambda d: d.transfer("NO", "K9", 24, counting=Counting.ADDITIONAL, signed="2025-04-30"),
    )
    (conflict,) = case.conflicts
    assert conflict.difference == Quantity(amount=Amount.exact(124), unit="day")
    assert "124 days apart" in conflict.sentence


def test_the_majority_is_told_with_the_conflict() -> None:
    case = case_of(
        lambda d: d.transfer(number=180, signed="2022-08-26", value=usd("3.37")),
        lambda d: d.transfer(number=180, signed="2022-08-26", value=usd("3.37")),
        lambda d: d.transfer(number=190, signed="2022-08-26", value=usd("3.37")),
    )
    told = case.field("number of K2 Black Panther")
    assert told.conflict is not None
    assert told.consensus is not None
    assert (told.consensus.reached, str(told.consensus)) == (Reached.MAJORITY, "180")
    assert told.consensus.because == "2 of 3 sources say so, or what fits it"
    assert told.consensus.would_change == "one more source that says otherwise"


def test_what_changes_with_time_is_no_conflict() -> None:
    documents = [Document("a", "2024-01-01"), Document("b", "2025-09-01")]
    documents[0].transfer(number=180, value=usd("6.5"), stage=Stage.NEGOTIATING)
    documents[1].transfer(number=180, value=usd("6.5"), stage=Stage.SIGNED, signed="2025-08-01")
    (case,) = dataset(*documents).cases
    told = case.field("stage")
    assert told.conflict is None
    assert told.consensus is not None
    assert (told.consensus.reached, str(told.consensus)) == (Reached.LATEST, "signed")


def test_what_one_source_alone_says_is_told_as_such() -> None:
    case = case_of(
        lambda d: d.transfer(number=180, signed="2022-08-26", value=usd("3.37")),
        lambda d: d.transfer(number=180, signed="2022-08-26"),
    )
    told = case.field("value").consensus
    assert told is not None
    assert told.reached is Reached.ONE_SOURCE
    assert told.records == case.members[:1]


def test_a_class_noun_is_compared_with_the_weapon_that_it_stands_for() -> None:
    case = case_of(
        lambda d: d.transfer(weapon="tanks", number=190, value=usd("6.5"), signed="2025-08-01"),
        lambda d: d.transfer(weapon="K2", number=180, value=usd("6.5"), signed="2025-08-01"),
    )
    assert [str(claim) for claim in case.field("number of K2 Black Panther").claims] == ["190", "180"]
    assert [conflict.field for conflict in case.conflicts] == ["number of K2 Black Panther"]


def test_an_unknown_field_names_the_known_ones() -> None:
    case = case_of(lambda d: d.transfer(number=180, signed="2022"), lambda d: d.transfer(number=180, signed="2022"))
    with pytest.raises(InvalidValue, match=r"field must be one of kind, stage, supplier, .*, found 'price'"):
        case.field("price")


# ---- identity and explanation


def test_the_id_follows_from_the_members() -> None:
    case = case_of(lambda d: d.transfer(number=180, signed="2022"), lambda d: d.transfer(number=180, signed="2022"))
    again = case_of(lambda d: d.transfer(number=180, signed="2022"), lambda d: d.transfer(number=180, signed="2022"))
    assert case == again
    assert case.id.startswith("case-")
    assert len(case.id) == len("case-") + 12
    assert pickle.loads(pickle.dumps(case)).claims == case.claims


def test_a_comparison_says_which_fields_agree_differ_and_are_silent() -> None:
    documents = [Document("a"), Document("b")]
    first = documents[0].transfer(number=180, signed="2022-08-26", value=usd("3.37"))
    second = documents[1].transfer(number=Amount.about(180), value=usd("6.5"))
    found = compare_records(dataset(*documents), first.id, second.id)
    fields = {field.field: field for field in found.fields}
    assert fields["recipient"].grade is Grade.SAME
    assert fields["number"].grade is Grade.FITS
    assert fields["number"].left == "180 k2"
    assert fields["number"].right == "about 180 k2"
    assert fields["value"].grade is Grade.DIFFER
    assert fields["value"].weight < 0
    assert fields["date"].grade is Grade.SILENT
    assert fields["date"].weight == 0
    assert found.total == sum(field.weight for field in found.fields)


def test_records_of_two_types_are_not_compared() -> None:
    document = Document("a")
    first, second = document.transfer(), document.meeting(("A", "KR"), ("B", "PL"))
    with pytest.raises(InvalidValue, match="records must be of one type"):
        compare_records(document.records, first.id, second.id)
    with pytest.raises(DanglingReference):
        compare_records(document.records, first.id, "transfer-000000000000")


def test_the_dataset_finds_the_case_of_a_record() -> None:
    documents = [Document("a"), Document("b"), Document("c")]
    first, second = (document.transfer(number=180, signed="2022") for document in documents[:2])
    alone = documents[2].transfer("NO", "K9", 24)
    data = dataset(*documents)
    case = data.case_of(first)
    assert case is not None
    assert case is data.case_of(second.id)
    assert first in case
    assert second.id in case
    assert alone not in case
    assert data.case_of(alone) is None
    assert data.case(case.id) is data.case(case.id[:9]) is case
    with pytest.raises(DanglingReference, match="no case with the id 'case-x'"):
        data.case("case-x")


# ---- rules as data


def test_rules_of_one_s_own(tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "rules.toml"
    path.write_text("[transfer]\nenough = 100\napart = 0\nrecipient = { same = 1, differ = 'never' }\n", "utf-8")
    documents = [Document("a"), Document("b")]
    for document in documents:
        document.transfer(number=180, signed="2022")
        document.agreement("Strategic Partnership", "KR", "PL")
    assert len(find_cases(dataset(*documents))) == 2
    assert find_cases(dataset(*documents), rules=read_rules(path)) == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[deal]\n", "a table must be one of transfer, .*, found 'deal'"),
        (
            "[transfer]\nenough = 5\napart = 1\ncolour = { same = 1 }\n",
            r"a key of \[transfer\] must be one of enough, .*, found 'colour'",
        ),
        (
            "[transfer]\nenough = 5\napart = 1\nvalue = { equal = 1 }\n",
            r"value in \[transfer\]: a grade must be one of same, .*, found 'equal'",
        ),
        (
            "[transfer]\nenough = 5\napart = 1\nvalue = { same = 'much' }\n",
            "same must be a number or 'never', found 'much'",
        ),
        ("[transfer]\nenough = 5\napart = 1\nvalue = 3\n", "must be a table of grades, found 3"),
        ("[transfer]\napart = 1\n", r"enough in \[transfer\] must be a number or 'never', found None"),
        ("[transfer]\nenough = true\napart = 1\n", "enough .* must be a number"),
        ("[transfer]\nenough = inf\napart = 1\n", "enough .* must be a number"),
        ("[transfer\n", "rules.toml"),
    ],
)
def test_rules_that_make_no_sense_are_refused(text: str, message: str, tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path)) / "rules.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(InvalidValue, match=message):
        read_rules(path)
