"""JSON both ways: everything comes back, nothing is converted, and errors say what and where."""

from __future__ import annotations

import copy
import io
import json
import pickle
from decimal import Decimal
from typing import Any

import attrs
import cattrs
import pytest
from codec_samples import DOCUMENT, KOREA, POLAND, POLE, SOURCE, deal, lines_of
from hypothesis import given
from hypothesis import strategies as st
from strategies import SHA, of_class, unhurried
from strategies import records as any_records

from kordef.amounts import Amount
from kordef.codec import (
    FORMAT,
    VERSION,
    configure_converter,
    dump_jsonl,
    dump_records,
    dumps,
    dumps_records,
    format_exception,
    load_jsonl,
    loads,
    loads_jsonl,
    loads_records,
    structure,
    unstructure,
)
from kordef.codec.compiled import REFUSALS, loaders
from kordef.codec.layout import classes, tag_of
from kordef.codec.text import parse, plain
from kordef.errors import Malformed
from kordef.forms import fields_of
from kordef.identity import record_id
from kordef.periods import Period
from kordef.records import Actor, Item, Record, Source, Stretch, Transfer
from kordef.values import Money, Quantity
from kordef.vocabulary import (
    Qualifier,
    Section,
    Stage,
    Vocabulary,
)

# ---- there and back


@unhurried
@given(st.sampled_from(classes()).flatmap(of_class))
def test_everything_comes_back(value: Any) -> None:
    text = dumps(value)
    back = loads(text, type(value))
    assert back == value
    assert type(back) is type(value)
    assert dumps(back) == text
    assert json.loads(text) == unstructure(value)
    assert list(json.loads(text)) == list(unstructure(value))
    assert structure(json.loads(text), type(value)) == value


@unhurried
@given(any_records())
def test_a_record_comes_back_by_its_tag(record: Record) -> None:
    text = dumps(record)
    assert text.startswith(f'{{"type":"{record.type}","id":"{record.id}","source":')
    assert loads(text, Record) == record == loads(text.encode(), Record)


@unhurried
@given(any_records())
def test_it_does_not_matter_how_the_text_is_laid_out(record: Record) -> None:
    data = unstructure(record)
    upside_down = json.loads(json.dumps(data), object_pairs_hook=lambda pairs: dict(pairs[::-1]))
    for text in (json.dumps(data), json.dumps(data, indent=1, ensure_ascii=False), json.dumps(upside_down)):
        assert loads(text, Record) == record
        assert loads(f" \t\r\n{text} \n", Record) == record


@unhurried
@given(st.lists(any_records(), max_size=4), st.none() | st.text(st.characters(exclude_categories=("Cs",))))
def test_files_come_back(records: list[Record], generator: str | None) -> None:
    text = dumps_records(records, generator=generator)
    assert loads_records(text) == loads_records(text.encode()) == tuple(records)
    assert loads_records(json.dumps(json.loads(text), indent=2)) == tuple(records)
    assert json.loads(text).get("generator") == generator
    file = io.BytesIO()
    dump_records(iter(records), file, generator=generator)
    assert file.getvalue().decode() == text
    lines = io.BytesIO()
    dump_jsonl(iter(records), lines, generator=generator)
    assert list(load_jsonl(io.BytesIO(lines.getvalue()))) == records
    assert loads_jsonl(lines.getvalue()) == loads_jsonl(lines.getvalue().decode()) == tuple(records)
    assert list(load_jsonl(io.StringIO(lines.getvalue().decode(), newline="\n"))) == records


def test_the_layout_of_a_document() -> None:
    assert dumps_records((POLE, POLE), generator='kordef "0"') == (
        '{"format":"kordef-dataset","version":"1.1","generator":"kordef \\"0\\"","records":[\n'
        f"{dumps(POLE)},\n{dumps(POLE)}\n]}}\n"
    )
    assert dumps_records(()) == '{"format":"kordef-dataset","version":"1.1","records":[\n]}\n'


def test_the_layout_of_json_lines() -> None:
    file = io.BytesIO()
    dump_jsonl((POLE, POLE), file)
    assert file.getvalue().decode() == f'{{"format":"kordef-dataset","version":"1.1"}}\n{dumps(POLE)}\n{dumps(POLE)}\n'


@pytest.mark.parametrize("count", [0, 1, 255, 256, 257, 512, 700])
def test_many_records_are_written_in_pieces(count: int) -> None:
    records = (POLE,) * count
    assert loads_records(dumps_records(records)) == records
    assert dumps_records(records).count("\n") == count + 2


def test_a_record_as_json() -> None:
    assert json.loads(dumps(deal())) == {
        "type": "transfer",
        "id": record_id("transfer", SHA, 10, 0),
        "source": SOURCE,
        "evidence": [{"source": SOURCE, "field": "/items/0", "start": 10, "end": 13, "exact": "180"}],
        "kind": "sale",
        "stage": "signed",
        "supplier": KOREA,
        "items": [
            {"description": "tanks", "number": {"low": "180", "high": "180", "qualifier": "about", "precision": "1"}},
            {"description": "shells"},
        ],
        "value": {"type": "money", "amount": {"low": "6.50", "high": "6.50"}, "currency": "USD"},
    }


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Period(edtf="2022-23/.."), '{"edtf":"2022-23/.."}'),
        (Period(edtf=None, words="in recent years"), '{"edtf":null,"words":"in recent years"}'),
        (Item(description="a"), '{"description":"a"}'),
        (Item(number=Amount(low=None, high=Decimal(3), qualifier=Qualifier.UP_TO)),
         '{"number":{"low":null,"high":"3","qualifier":"up_to"}}'),
        (Quantity(amount=Amount.exact(3), unit="km"),
         '{"type":"quantity","amount":{"low":"3","high":"3"},"unit":"km"}'),
        (Stretch(section=Section.BODY, start=0, end=5, heading=""), '{"section":"body","start":0,"end":5,"heading":""}'),
    ],
)  # fmt: skip
def test_the_text_of_a_value(value: Any, text: str) -> None:
    assert dumps(value) == text
    assert loads(text, type(value)) == value


@pytest.mark.parametrize(
    ("number", "digits"),
    [
        ("2.50", "2.50"),
        ("1E+9", "1000000000"),
        ("1.50E+3", "1500"),
        ("1E-7", "0.0000001"),
        ("-0.00", "-0.00"),
        ("0E+3", "0"),
        ("123456789012345678901234567890.123456789", "123456789012345678901234567890.123456789"),
    ],
)
def test_numbers_keep_their_digits(number: str, digits: str) -> None:
    amount = Amount(low=Decimal(number), high=Decimal(number), precision=Decimal("0.10"))
    assert dumps(amount) == f'{{"low":"{digits}","high":"{digits}","precision":"0.10"}}'
    back = loads(dumps(amount), Amount)
    assert back == amount
    assert format(back.low, "f") == digits
    assert str(back.precision) == "0.10"


def test_what_is_loaded_is_like_what_is_made() -> None:
    made, loaded = deal(), loads(dumps(deal()), Transfer)
    for one, other in (
        (made, loaded),
        (made.evidence[0], loaded.evidence[0]),
        (made.items[0].number, loaded.items[0].number),
    ):
        assert type(one) is type(other)
        assert hash(one) == hash(other)
        assert not hasattr(other, "__dict__")
        assert pickle.loads(pickle.dumps(other)) == copy.deepcopy(other) == one
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            other.source = SOURCE  # type: ignore[union-attr, misc]


@pytest.mark.parametrize("value", [3, "text", None, [], (POLE,), {}, Stage.SIGNED, Decimal(3), object()])
def test_what_has_no_json_is_refused(value: Any) -> None:
    with pytest.raises(TypeError, match="expected a record, a part of one or a value, found an object of"):
        dumps(value)
    with pytest.raises(TypeError, match="found an object of"):
        dumps_records((POLE, value))


def test_a_class_of_ones_own_is_refused_and_not_written_as_its_parent() -> None:
    @attrs.frozen(kw_only=True)
    class Mine(Actor):
        extra: int = 0

    with pytest.raises(TypeError, match="found an object of Mine"):
        dumps(Mine(**{field.name: getattr(POLE, field.name) for field in fields_of(Actor)}))


# ---- strictness


def change(data: Any, path: str, value: Any) -> Any:
    """The data with another value at a path, or without the key for ``...``."""
    data = copy.deepcopy(data)
    *steps, last = [int(step) if step.isdecimal() else step for step in path.split(".")]
    place = data
    for step in steps:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return data


KINDS = "'sale', 'donation', 'lease', 'licence', 'selection', 'plan'"
NUMBER = 'expected a number as a string, such as "1.50", found'


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("kind", ..., "required key 'kind' is missing"),
        ("type", ..., "required key 'type' is missing"),
        ("type", "actor", None),
        ("type", "tank", "expected one of 'source', 'actor', 'weapon_system', 'agreement', 'dialogue', 'transfer', "
         "'deployment', 'observation', 'event', 'statement', found \"tank\" in 'type'"),
        ("type", ["transfer"], "found an array in 'type'"),
        ("type", None, "found null in 'type'"),
        ("kind", "sal", f"expected one of {KINDS}, found \"sal\" in 'kind'"),
        ("kind", "Sale", f"expected one of {KINDS}, found \"Sale\" in 'kind'"),
        ("kind", ["sale"], f"expected one of {KINDS}, found an array in 'kind'"),
        ("kind", None, f"expected one of {KINDS}, found null in 'kind'"),
        ("supplier", 3, "expected a string, found 3 in 'supplier'"),
        ("supplier", "KR", "expected an id such as 'actor-0123456789ab', found \"KR\" in 'supplier'"),
        ("supplier", SOURCE, f"expected an id such as 'actor-0123456789ab', found \"{SOURCE}\" in 'supplier'"),
        ("id", POLAND, f"expected an id such as 'transfer-0123456789ab', found \"{POLAND}\" in 'id'"),
        ("open_list", "false", "expected true or false, found \"false\" in 'open_list'"),
        ("open_list", 0, "expected true or false, found 0 in 'open_list'"),
        ("open_list", None, "expected true or false, found null in 'open_list'"),
        ("items", {}, "expected an array, found an object in 'items'"),
        ("items", "", "expected an array, found \"\" in 'items'"),
        ("items", None, "expected an array, found null in 'items'"),
        ("items.1", [], "expected an object (Item), found an array in 'items[1]'"),
        ("items.1", [["description", "shells"]], "expected an object (Item), found an array in 'items[1]'"),
        ("items.1", None, "expected an object (Item), found null in 'items[1]'"),
        ("items.1", {}, "weapon, description or number must be given in 'items[1]'"),
        ("items.1.description", "  ", "expected a text that is not blank, found \"  \" in 'items[1].description'"),
        ("items.1.descripton", "x", "unknown key 'descripton', expected one of 'weapon', 'description', 'number', 'unit', "
         "'counting' in 'items[1]'"),
        ("items.0.number", "180", "expected an object (Amount), found \"180\" in 'items[0].number'"),
        ("items.0.number.low", 180, f"{NUMBER} 180 in 'items[0].number.low'"),
        ("items.0.number.low", 180.5, f"{NUMBER} 180.5 in 'items[0].number.low'"),
        ("items.0.number.low", True, f"{NUMBER} true in 'items[0].number.low'"),
        ("items.0.number.low", "1e3", f"{NUMBER} \"1e3\" in 'items[0].number.low'"),
        ("items.0.number.low", "NaN", f"{NUMBER} \"NaN\" in 'items[0].number.low'"),
        ("items.0.number.low", "Infinity", f"{NUMBER} \"Infinity\" in 'items[0].number.low'"),
        ("items.0.number.low", "+180", f"{NUMBER} \"+180\" in 'items[0].number.low'"),
        ("items.0.number.low", " 180", f"{NUMBER} \" 180\" in 'items[0].number.low'"),
        ("items.0.number.low", "180\n", f"{NUMBER} \"180\\n\" in 'items[0].number.low'"),
        ("items.0.number.low", "0180", f"{NUMBER} \"0180\" in 'items[0].number.low'"),
        ("items.0.number.low", "1_80", f"{NUMBER} \"1_80\" in 'items[0].number.low'"),
        ("items.0.number.low", "１８０", f"{NUMBER} \"１８０\" in 'items[0].number.low'"),
        ("items.0.number.low", "180.", f"{NUMBER} \"180.\" in 'items[0].number.low'"),
        ("items.0.number.low", ".5", f"{NUMBER} \".5\" in 'items[0].number.low'"),
        ("items.0.number.low", "", f"{NUMBER} \"\" in 'items[0].number.low'"),
        ("items.0.number.low", "200", "high (180) must not be below low (200) in 'items[0].number'"),
        ("items.0.number.doubt", 1, "expected true or false, found 1 in 'items[0].number.doubt'"),
        ("items.0.number.doubt", 0, "expected true or false, found 0 in 'items[0].number.doubt'"),
        ("evidence.0.start", "10", "expected an integer of at least 0, found \"10\" in 'evidence[0].start'"),
        ("evidence.0.start", 10.0, "expected an integer of at least 0, found 10.0 in 'evidence[0].start'"),
        ("evidence.0.start", True, "expected an integer of at least 0, found true in 'evidence[0].start'"),
        ("evidence.0.start", -1, "expected an integer of at least 0, found -1 in 'evidence[0].start'"),
        ("evidence.0.start", 11, "exact must have the 2 characters from 11 to 13, found 3 in 'evidence[0]'"),
        ("evidence.0.end", 10, "end (10) must lie behind start (10) in 'evidence[0]'"),
        ("evidence.0.field", "items", "expected a JSON Pointer such as '/items/0/number', or '', found \"items\""),
        ("evidence.0.field", "/itms", "evidence[0].field must point at a field: Transfer has no field 'itms' for '/itms'"),
        ("evidence.0.field", "/items/2", "evidence[0].field must point at a field: '/items' has 2 items"),
        ("value", {"amount": {"low": "1", "high": "1"}, "currency": "USD"}, "required key 'type' is missing in 'value'"),
        ("value.type", "quantity", "expected 'money', found \"quantity\" in 'value.type'"),
        ("value.currency", "usd", "currency must be"),
        ("value.currency", 840, "expected a string, found 840 in 'value.currency'"),
        ("value.equivalents", [3], "expected an object (Money), found 3 in 'value.equivalents[0]'"),
        ("value_covers", [0, 2], "value_covers[1] must be below the number of items (2), found 2"),
        ("value_covers", [0, 0], "expected no repetition, found item 0 again as item 1 in 'value_covers'"),
        ("terms", ["training", "trainin"], "expected one of 'technology_transfer'"),
        ("stages", [{"stage": "signed", "date": "2025"}], "expected an object (Period), found \"2025\" in 'stages[0].date'"),
        ("stages", [{"stage": "signed", "date": {"edtf": "2025-13"}}], "edtf must be a date in EDTF, found '2025-13'"),
        ("stages", [{"stage": "signed", "date": {"edtf": "2025", "part": "late"}, "sure": True}], "unknown key 'sure'"),
    ],
)  # fmt: skip
def test_what_does_not_follow_the_format_is_refused(path: str, value: Any, message: str | None) -> None:
    data = change(json.loads(dumps(deal())), path, value)
    with pytest.raises(Malformed) as caught:
        loads(json.dumps(data), Record)
    assert message is None or message in str(caught.value)
    # What was refused once must not be taken for what was accepted.
    assert loads(dumps(deal()), Record) == deal()
    with pytest.raises(Malformed) as again:
        loads(json.dumps(data, indent=1), Record)
    assert again.value.problems == caught.value.problems
    with pytest.raises(Malformed) as inside:
        loads_records(json.dumps({"format": FORMAT, "version": VERSION, "records": [json.loads(dumps(POLE)), data]}))
    assert [(f"records[1].{where}" if where else "records[1]", what) for where, what in caught.value.problems] == [
        *inside.value.problems
    ]


def test_all_that_is_wrong_is_told_at_once() -> None:
    data = json.loads(dumps(deal()))
    for path, value in (
        ("kind", 3),
        ("items.0.number.low", 5),
        ("items.1.weapn", ""),
        ("supplier", ...),
        ("stage", ...),
    ):
        data = change(data, path, value)
    with pytest.raises(Malformed) as caught:
        loads(json.dumps(data), Record)
    assert [path for path, _ in caught.value.problems] == ["kind", "", "items[0].number.low", "items[1]"]
    assert str(caught.value).count("; ") == 3


def test_of_very_many_problems_a_hundred_are_told() -> None:
    records = [{"type": "actor"}] * 1000
    with pytest.raises(Malformed) as caught:
        loads_records(json.dumps({"format": FORMAT, "version": VERSION, "records": records}))
    assert len(caught.value.problems) == 101
    assert caught.value.problems[-1] == ("", "3900 more problems")


def test_an_error_can_be_pickled() -> None:
    with pytest.raises(Malformed) as caught:
        loads("{}", Actor)
    assert pickle.loads(pickle.dumps(caught.value)).problems == caught.value.problems


# ---- the quick way and the strict way agree


JUNK: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(("", " ", "x", "1", "1.0", "sale", "money", "quantity", "USD", "2025", SOURCE, POLAND, "/items/0")),
    st.just([]),
    st.just({}),
    st.just([[]]),
    st.just({"type": "money"}),
)


@st.composite
def mutants(draw: st.DrawFn) -> str:
    """The text of a record with one thing changed, which may or may not be a mistake."""
    data = unstructure(draw(any_records()))
    places: list[tuple[Any, Any]] = []

    def walk(value: Any) -> None:
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            places.append((value, key))
            if isinstance(part, (dict, list)):
                walk(part)

    walk(data)
    place, key = draw(st.sampled_from(places))
    match draw(st.sampled_from(("replace", "remove", "add", "repeat", "reverse"))):
        case "replace":
            place[key] = draw(JUNK)
        case "remove":
            del place[key]
        case "add" if isinstance(place, dict):
            place[draw(st.sampled_from(("x", "doubt", "kind", "type", "value", "parts")))] = draw(JUNK)
        case "add":
            place.insert(0, draw(JUNK))
        case "repeat" if isinstance(place, list):
            place.append(place[key])
        case "reverse" if isinstance(place, dict):
            turned = dict(reversed(place.items()))
            place.clear()
            place.update(turned)
        case _:
            pass
    return json.dumps(data)


@unhurried
@given(mutants())
def test_what_the_quick_way_takes_the_strict_way_takes_too(text: str) -> None:
    pairs = parse(text)
    try:
        quick: Any = loaders()[pairs[0][1]](pairs)
    except REFUSALS:
        quick = None
    try:
        strict: Any = structure(plain(pairs), Record)
    except Malformed:
        strict = None
    assert quick is None or quick == strict
    assert quick is None or repr(quick) == repr(strict)
    if strict is None:
        with pytest.raises(Malformed):
            loads(text, Record)
    else:
        assert loads(text, Record) == strict


@unhurried
@given(st.sampled_from(classes()).flatmap(of_class))
def test_the_quick_way_takes_what_dumps_writes(value: Any) -> None:
    assert loaders()[type(value)](parse(dumps(value))) == value


def test_files_of_our_own_go_the_quick_way(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: Any, **__: Any) -> Any:
        raise AssertionError("the strict way was asked")

    monkeypatch.setattr("kordef.codec.files.load", slow)
    monkeypatch.setattr("kordef.codec.files._as_a_whole", slow)
    assert loads_records(DOCUMENT) == loads_records(DOCUMENT.encode()) == (POLE, deal(), POLE)
    assert list(load_jsonl(lines_of(POLE, deal()))) == [POLE, deal()]


@pytest.mark.parametrize("cls", classes())
def test_the_quick_way_refuses_arrays_and_scalars(cls: type[Any]) -> None:
    tag = tag_of(cls)
    for value in ([], (), None, 3, "x", True, [["type", tag]], (("type", "x"),), (("x", 1),), ((None, None),)):
        with pytest.raises(REFUSALS):
            loaders()[cls](value)


def test_one_is_not_true_even_if_true_was_seen_before() -> None:
    sure, unsure = '{"low":"7","high":"7","doubt":true}', '{"low":"7","high":"7","doubt":1}'
    for _ in range(2):
        assert loads(sure, Amount).doubt is True
        with pytest.raises(Malformed, match="expected true or false, found 1 in 'doubt'"):
            loads(unsure, Amount)


def test_tables_do_not_grow_without_end() -> None:
    for number in range(20_000):
        loads(f'{{"low":"{number}","high":"{number}"}}', Amount)
    loads(f'{{"low":"{"9" * 10**6}","high":null,"qualifier":"over"}}', Amount)
    names = loaders()[Amount].__globals__  # type: ignore[attr-defined]
    tables = [thing for thing in names.values() if isinstance(thing, dict) and type(thing) is not dict]
    assert len(tables) > 5
    assert all(len(table) <= 8192 for table in tables)
    assert all(len(key) <= 64 for table in tables for key in table)


# ---- converters of others


@attrs.frozen
class Reply:
    """A class of a web service."""

    count: int
    best: Transfer | None
    record: Record
    either: Money | Quantity
    some: list[Actor | Source]
    stage: Stage
    maybe: Period | None = None


def service() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True)
    configure_converter(converter)
    return converter


def test_a_converter_of_others_learns_the_classes() -> None:
    money = Money(amount=Amount.exact(5), currency="USD")
    reply = Reply(3, deal(), POLE, money, [POLE], Stage.SIGNED, Period.year(2025))
    data = json.loads(json.dumps(service().unstructure(reply)))
    assert data["best"] == unstructure(deal())
    assert data["either"]["type"] == "money"
    assert data["stage"] == "signed"
    assert service().structure(data, Reply) == reply
    assert service().structure(data | {"best": None, "maybe": None}, Reply) == attrs.evolve(
        reply, best=None, maybe=None
    )


def test_a_converter_of_others_keeps_its_own_ways() -> None:
    data = service().unstructure(Reply(3, None, POLE, Money(amount=Amount.exact(5), currency="USD"), [], Stage.SIGNED))
    assert service().structure(data | {"count": "3"}, Reply).count == 3
    assert service().structure("3.5", float) == 3.5


def test_a_converter_of_others_is_strict_with_ours_and_says_why() -> None:
    data = service().unstructure(
        Reply(3, deal(), POLE, Money(amount=Amount.exact(5), currency="USD"), [], Stage.SIGNED)
    )
    wrong = change(
        change(change(change(data, "best.kind", "gift"), "record.nam", "x"), "either.type", "x"), "stage", "x"
    )
    with pytest.raises(cattrs.ClassValidationError) as caught:
        service().structure(wrong, Reply)
    messages = cattrs.transform_error(caught.value, format_exception=format_exception)
    assert [message.split(" @ ")[1] for message in messages] == ["$.best.kind", "$.record", "$.either.type", "$.stage"]
    assert messages[0].startswith(f'expected one of {KINDS}, found "gift"')
    assert messages[1].startswith("unknown key 'nam', expected one of 'type', 'id'")
    assert messages[2].startswith("expected one of 'money', 'quantity', found \"x\"")


@pytest.mark.parametrize("member", [Stage.SIGNED, Qualifier.ABOUT])
def test_vocabularies_by_themselves(member: Vocabulary) -> None:
    assert unstructure(member) == member.value
    assert type(unstructure(member)) is str
    assert structure(member.value, type(member)) is member
    with pytest.raises(Malformed, match="expected one of"):
        structure(member.value.upper(), type(member))
