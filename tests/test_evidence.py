"""Evidence, and the pointers that say what it is for."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from strategies import SHA, evidences, records, unhurried

from kordef.amounts import Amount
from kordef.errors import InvalidValue
from kordef.evidence import Evidence, facts, resolve, unsupported
from kordef.identity import record_id
from kordef.periods import Period
from kordef.records import Actor, Attribution, Cell, Item, Observation, Record, Source, StageDate, Transfer
from kordef.values import Money, Quantity
from kordef.vocabulary import ActorKind, Basis, Counting, EvidenceKind, Modality, Section, Stage, TransferKind, Voice

SOURCE = record_id("source", SHA)
POLAND, KOREA = record_id("actor", SHA, 1), record_id("actor", SHA, 2)


def evidence(field: str = "", **changes: Any) -> Evidence:
    return Evidence(**{"source": SOURCE, "field": field, "start": 10, "end": 13, "exact": "180", **changes})


def transfer(*fields: str, **changes: Any) -> Transfer:
    given: dict[str, Any] = {
        "id": record_id("transfer", SHA, 10, 0),
        "source": SOURCE,
        "evidence": tuple(evidence(field) for field in fields),
        "kind": TransferKind.SALE,
        "stage": Stage.SIGNED,
        "supplier": KOREA,
        "recipient": POLAND,
        "items": (
            Item(description="tanks", number=Amount.about(180), counting=Counting.ADDITIONAL),
            Item(description="shells"),
        ),
        "value": Money(amount=Amount.exact(5), currency="USD"),
        "stages": (StageDate(stage=Stage.SIGNED, date=Period.year(2025)),),
    }
    return Transfer(**given | changes)


# What evidence refuses


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"start": -1}, "start must be an int of at least 0, found -1 (int) in Evidence"),
        ({"start": True}, "start must be an int of at least 0, found True (bool) in Evidence"),
        ({"start": 10.0}, "start must be an int of at least 0, found 10.0 (float) in Evidence"),
        ({"end": 10}, "end (10) must lie behind start (10) in Evidence"),
        ({"end": 9}, "end (9) must lie behind start (10) in Evidence"),
        ({"exact": "18"}, "exact must have the 3 characters from 10 to 13, found 2 in Evidence"),
        ({"exact": "1800"}, "exact must have the 3 characters from 10 to 13, found 4 in Evidence"),
        ({"exact": b"180"}, "exact must be a str without lone surrogates, found b'180' (bytes) in Evidence"),
        ({"exact": "18\ud800"}, "exact must be a str without lone surrogates, found '18\\ud800' (str) in Evidence"),
        (
            {"kind": "stated"},
            "kind must be a member of EvidenceKind, here EvidenceKind.STATED, found 'stated' (str) in Evidence",
        ),
        ({"source": "s1"}, "source must be an id such as 'source-0123456789ab', found 's1' (str) in Evidence"),
        ({"source": KOREA}, f"source must be an id such as 'source-0123456789ab', found '{KOREA}' (str) in Evidence"),
    ],
)
def test_evidence_refuses(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        evidence(**changes)
    assert str(caught.value) == message


@pytest.mark.parametrize("field", ["", "/items", "/items/0", "/items/10/number", "/in_force", "/value/amount/low"])
def test_a_field_is_a_pointer(field: str) -> None:
    assert evidence(field).field == field


@pytest.mark.parametrize(
    "field",
    [
        "items",
        "items/0",
        "/",
        "//",
        "/items/",
        "/items/01",
        "/items/-1",
        "/Items",
        "/a b",
        "/a~1b",
        "#/items",
        "/items\n",
    ],
)
def test_what_is_no_pointer_is_refused(field: str) -> None:
    with pytest.raises(InvalidValue, match="field must be a JSON Pointer such as"):
        evidence(field)


def test_characters_are_counted_not_bytes() -> None:
    assert evidence(exact="대😀é").end == 13


@unhurried
@given(evidences())
def test_the_strategy_makes_evidence(made: Evidence) -> None:
    assert made.end - made.start == len(made.exact)


# Following pointers


def test_resolve_follows_names_and_positions() -> None:
    deal = transfer()
    assert resolve(deal, "") is deal
    assert resolve(deal, "/items") is deal.items
    assert resolve(deal, "/items/1") is deal.items[1]
    assert resolve(deal, "/items/0/number/low") == 180
    assert resolve(deal, "/value/currency") == "USD"
    assert resolve(deal, "/end_user") is None


@pytest.mark.parametrize(
    ("pointer", "message"),
    [
        ("/itms", "Transfer has no field 'itms' for '/itms'"),
        ("/_nonsense", "Transfer has no field '_nonsense' for '/_nonsense'"),
        ("/items/2", "'/items' has 2 items, found no item '2' for '/items/2'"),
        ("/items/00", "'/items' has 2 items, found no item '00' for '/items/00'"),
        ("/items/٠", "'/items' has 2 items, found no item '٠' for '/items/٠'"),
        (f"/items/{'9' * 5000}", "'/items' has 2 items"),
        ("/items/-", "'/items' has 2 items, found no item '-' for '/items/-'"),
        ("/items/0/numbr", "Item has no field 'numbr' for '/items/0/numbr'"),
        ("/kind/meaning", "'/kind' has no parts, found '/kind/meaning'"),
        ("/end_user/name", "'/end_user' has no parts, found '/end_user/name'"),
        ("/items/0/number/low/real", "'/items/0/number/low' has no parts"),
        ("items", "a JSON Pointer must be '' or begin with '/', found 'items'"),
    ],
)
def test_a_pointer_to_nothing_is_refused(pointer: str, message: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        resolve(transfer(), pointer)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    "field", ["", "/items", "/items/1", "/items/1/weapon", "/items/0/number/low", "/value/amount", "/modality"]
)
def test_a_record_takes_evidence_for_what_it_has(field: str) -> None:
    assert transfer(field).evidence[0].field == field


@pytest.mark.parametrize(
    "field", ["/name", "/items/2", "/items/2/number", "/items/0/numbr", "/deliveries/0", "/kind/meaning"]
)
def test_a_record_refuses_evidence_for_what_it_has_not(field: str) -> None:
    # Twice, because what a pointer needs is remembered.
    for _ in range(2):
        with pytest.raises(InvalidValue, match=r"^evidence\[1\]\.field must point at a field: .* in Transfer$"):
            transfer("/items", field)


def test_what_a_pointer_needs_is_asked_of_each_record() -> None:
    assert transfer("/items/1").items
    with pytest.raises(InvalidValue, match="'/items' has 1 item"):
        transfer("/items/1", items=(Item(description="tanks"),))


# Facts without evidence


def test_facts_are_fields_that_differ_from_their_default() -> None:
    assert [pointer for pointer, _ in facts(transfer())] == [
        "/kind",
        "/stage",
        "/supplier",
        "/recipient",
        "/items/0/description",
        "/items/0/number",
        "/items/0/counting",
        "/items/1/description",
        "/value",
        "/stages/0/stage",
        "/stages/0/date",
    ]


def test_a_fact_is_covered_at_above_and_below_its_pointer() -> None:
    covered = (
        "/kind",
        "/stage",
        "/supplier",
        "/recipient",
        "/items/0",
        "/items/1/description",
        "/stages",
        "/value/amount/low",
    )
    assert unsupported(transfer(*covered)) == ()


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        (("", "/items", "/value", "/stages"), ("/kind", "/stage", "/supplier", "/recipient")),
        (("/items/0/number",), ("/items/0/description", "/items/0/counting", "/items/1/description")),
        (("/stages/0/date",), ("/stages/0/stage",)),
        (("/supplier", "/evidence", "/id"), ("/kind",)),
    ],
)
def test_what_is_not_covered_is_named(fields: tuple[str, ...], missing: tuple[str, ...]) -> None:
    found = unsupported(transfer(*fields))
    assert set(missing) <= set(found)
    assert not set(fields) & set(found)


def test_unsupported_is_in_the_order_of_the_fields() -> None:
    bare = transfer()
    assert unsupported(bare) == tuple(pointer for pointer, _ in facts(bare))


def test_a_pointer_that_only_begins_alike_covers_nothing() -> None:
    named = Actor(
        id=record_id("actor", SHA, 1),
        source=SOURCE,
        name="Poland",
        kind=ActorKind.STATE,
        names=("Poland",),
        evidence=(evidence("/names"), evidence("/kind")),
    )
    assert unsupported(named) == ("/name",)


def test_what_is_about_the_record_is_no_fact() -> None:
    observation = Observation(
        id=record_id("observation", SHA, 1),
        source=SOURCE,
        indicator="exports",
        value=Quantity(amount=Amount.exact(5), unit="percent"),
        basis=Basis.SHARE,
        cell=Cell(table=0, row=1, column=2),
        attribution=(Attribution(voice=Voice.CITED, described="SIPRI"),),
        modality=Modality.REPORTED,
        section=Section.TABLE,
        evidence=(evidence("/value", kind=EvidenceKind.COMPUTED),),
    )
    assert unsupported(observation) == ("/indicator", "/basis")


def test_a_source_needs_no_evidence() -> None:
    assert unsupported(Source(id=SOURCE, source=SOURCE, title="A title", sha256=SHA, length=10)) == ()


@unhurried
@given(records())
def test_every_fact_can_be_resolved_and_supported(record: Record) -> None:
    found = list(facts(record))
    assert all(resolve(record, pointer) == fact for pointer, fact in found)
    covered = {evidence.field for evidence in record.evidence}
    assert not covered & set(unsupported(record))
    assert set(unsupported(record)) <= {pointer for pointer, _ in found}
