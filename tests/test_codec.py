"""JSON both ways: everything comes back, nothing is converted, and errors say what and where."""

from __future__ import annotations

import copy
import gc
import io
import itertools
import json
import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import attrs
import cattrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import SHA, of_class, unhurried
from strategies import records as any_records

from kordef.amounts import Amount
from kordef.codec import (
    FORMAT,
    MAX_DEPTH,
    VERSION,
    configure_converter,
    dump_jsonl,
    dump_records,
    dumps,
    dumps_records,
    format_exception,
    load_jsonl,
    loads,
    loads_records,
    structure,
    unstructure,
)
from kordef.codec.compiled import REFUSALS, loaders
from kordef.codec.layout import classes, tag_of
from kordef.codec.text import parse, plain
from kordef.errors import Malformed
from kordef.evidence import Evidence
from kordef.forms import fields_of
from kordef.identity import record_id
from kordef.periods import Period
from kordef.records import Actor, Agreement, Item, Record, Source, Stretch, Target, Transfer
from kordef.values import Money, Quantity
from kordef.vocabulary import (
    ActorKind,
    AgreementKind,
    AgreementStatus,
    Qualifier,
    Section,
    Stage,
    TransferKind,
    Vocabulary,
)

SOURCE = record_id("source", SHA)
POLAND, KOREA = record_id("actor", SHA, 1), record_id("actor", SHA, 2)


def deal(**changes: Any) -> Transfer:
    given: dict[str, Any] = {
        "id": record_id("transfer", SHA, 10, 0),
        "source": SOURCE,
        "evidence": (Evidence(source=SOURCE, field="/items/0", start=10, end=13, exact="180"),),
        "kind": TransferKind.SALE,
        "stage": Stage.SIGNED,
        "supplier": KOREA,
        "items": (Item(description="tanks", number=Amount.about(180, precision=1)), Item(description="shells")),
        "value": Money(amount=Amount.exact("6.50"), currency="USD"),
    }
    return Transfer(**given | changes)


POLE = Actor(id=POLAND, source=SOURCE, name="Poland", kind=ActorKind.STATE, names=("Poland", "폴란드"), code="PL")


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
    assert list(load_jsonl(io.StringIO(lines.getvalue().decode(), newline="\n"))) == records


def test_the_layout_of_a_document() -> None:
    assert dumps_records((POLE, POLE), generator='kordef "0"') == (
        '{"format":"kordef-dataset","version":"1.0","generator":"kordef \\"0\\"","records":[\n'
        f"{dumps(POLE)},\n{dumps(POLE)}\n]}}\n"
    )
    assert dumps_records(()) == '{"format":"kordef-dataset","version":"1.0","records":[\n]}\n'


def test_the_layout_of_json_lines() -> None:
    file = io.BytesIO()
    dump_jsonl((POLE, POLE), file)
    assert file.getvalue().decode() == f'{{"format":"kordef-dataset","version":"1.0"}}\n{dumps(POLE)}\n{dumps(POLE)}\n'


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


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"low":"1","low":"1","high":"1"}', "key 'low' comes twice"),
        ('{"low":"1","high":"1","high":"1"}', "key 'high' comes twice"),
        ('{"low":"1","high":"1","l\\u006fw":"1"}', "key 'low' comes twice"),
        ('{"low":"1","high":"1","doubt":true,"doubt":true}', "key 'doubt' comes twice"),
        ('{"low":NaN,"high":"1"}', "expected JSON, found NaN in 'low'"),
        ('{"low":"1","high":Infinity}', "expected JSON, found Infinity in 'high'"),
        ('{"low":"1","high":"1","doubt":-Infinity}', "expected JSON, found -Infinity in 'doubt'"),
        ('{"low":"1","high":"1",}', "not JSON: "),
        ("{'low':'1','high':'1'}", "not JSON: expecting property name enclosed in double quotes at line 1 column 2"),
        ('{"low":"1" "high":"1"}', "not JSON: expecting ',' delimiter at line 1 column 12"),
        ('{"low":"1",\n "high"="1"}', "not JSON: expecting ':' delimiter at line 2 column 8"),
        ('{"low":"1","high":"\t1"}', "not JSON: invalid control character at line 1 column 20"),
        ('{"low":"1","high":"1"}{}', "expected the end of the text, found more at line 1 column 23"),
        ('{"low":"1","high":"1"}\n\n x', "expected the end of the text, found more at line 3 column 2"),
        ('{"low":"1","high":"1"}\u00a0', "expected the end of the text, found more at line 1 column 23"),
        ("", "the text ends too early (expecting value) at line 1 column 1"),
        (" \n", "the text ends too early (expecting value) at line 2 column 1"),
        ('{"low":"1","hi', "the text ends too early (unterminated string) at line 1 column 12"),
        ('{"low":"1",\n"high":', "the text ends too early (expecting value) at line 2 column 8"),
        ('{"low":"1","high":"1"', "the text ends too early (expecting ',' delimiter) at line 1 column 22"),
        ("nul", "not JSON: expecting value at line 1 column 1"),
        ("null", "expected an object (Amount), found null"),
        ("[]", "expected an object (Amount), found an array"),
        ('"text"', 'expected an object (Amount), found "text"'),
        ('\ufeff{"low":"1","high":"1"}', "expected JSON, found a byte order mark"),
        ('{"low":"1","high":"\ud800"}', "expected Unicode text, found the lone surrogate U+D800 at line 1 column 20"),
        (f'{{"low":"1","high":"1","doubt":{"9" * 5000}}}', "expected an integer of fewer digits at line 1 column 31"),
        (f'{{"low":"1","high":"{"9" * 5000}","doubt":{"9" * 5000}}}', "fewer digits at line 1 column 5030"),
    ],
)  # fmt: skip
def test_a_text_that_is_not_json_is_refused(text: str, message: str) -> None:
    with pytest.raises(Malformed) as caught:
        loads(text, Amount)
    assert message in str(caught.value)


@pytest.mark.parametrize("escape", ["\\ud800", "\\uDFFF", "\\udc00\\ud800", "x\\\\\\ud9ab", "\\ud83d\\ud83d\\ude00"])
def test_an_escaped_lone_surrogate_is_refused(escape: str) -> None:
    text = dumps(attrs.evolve(POLE, name="NAME")).replace("NAME", escape)
    with pytest.raises(Malformed, match=r"expected Unicode text, found the lone surrogate U\+D.* in 'name'"):
        loads(text, Actor)
    document = dumps_records((POLE,)).replace(dumps(POLE), text)
    with pytest.raises(Malformed, match="lone surrogate"):
        loads_records(document)
    with pytest.raises(Malformed, match=r"lone surrogate U\+D.* in 'line 2.name'"):
        list(load_jsonl([f'{{"format":"{FORMAT}","version":"{VERSION}"}}\n', f"{text}\n"]))


@pytest.mark.parametrize(
    ("escape", "text"),
    [
        ("\\ud83d\\ude00", "😀"),
        ("\\uD55C\\uad6d", "한국"),
        ("\\ud7a3", "힣"),
        ("\\\\ud800", "\\ud800"),
        ("\\u0000", "\0"),
        ("\\/", "/"),
    ],
)
def test_other_escapes_are_what_they_stand_for(escape: str, text: str) -> None:
    written = dumps(attrs.evolve(POLE, name="NAME")).replace("NAME", escape)
    assert loads(written, Actor).name == text
    assert loads_records(dumps_records((POLE,)).replace(dumps(POLE), written))[0].name == text  # type: ignore[attr-defined]
    assert loads(dumps(loads(written, Actor)), Actor).name == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"low":"1",\n"high":"\xff"}', "expected UTF-8, found the byte 0xFF at line 2 column 9"),
        ('{"low":"é'.encode() + b'\xe9"}', "expected UTF-8, found the byte 0xE9 at line 1 column 10"),
        (b'{"low":"\xed\xa0\x80"}', "expected UTF-8, found the byte 0xED at line 1 column 9"),
        ('{"low":"1","high":"1"}'.encode("utf-16"), "expected UTF-8, found the byte 0xFF at line 1 column 1"),
        (b"\xef\xbb\xbf{}", "expected JSON, found a byte order mark"),
    ],
)
def test_bytes_that_are_not_utf_8_are_refused(data: bytes, message: str) -> None:
    with pytest.raises(Malformed) as caught:
        loads(data, Amount)
    assert str(caught.value) == message


# ---- nesting


def nested(levels: int) -> Agreement:
    target = Target(indicator="x", value=Quantity(amount=Amount.exact(1), unit="percent"))
    for _ in range(levels - 1):
        target = attrs.evolve(target, parts=(target,))
    kind, status = AgreementKind.PLEDGE, AgreementStatus.SIGNED
    return Agreement(
        id=record_id("agreement", SHA), source=SOURCE, name="x", kind=kind, status=status, targets=(target,)
    )


def test_the_deepest_targets_come_back() -> None:
    assert loads(dumps(nested(8)), Record) == nested(8)


@pytest.mark.parametrize("levels", [9, 20, 31, 32, 100, 5000])
def test_targets_that_are_nested_too_deep_are_refused(levels: int) -> None:
    inner = '{"indicator":"x","value":{"type":"quantity","amount":{"low":"1","high":"1"},"unit":"percent"}'
    text = dumps(nested(1)).replace("]}", "TARGETS]}") if levels == 0 else dumps(attrs.evolve(nested(1), targets=()))
    deep = inner + f',"parts":[{inner}' * (levels - 1) + "}]" * (levels - 1) + "}"
    with pytest.raises(Malformed) as caught:
        loads(f'{text[:-1]},"targets":[{deep}]}}', Record)
    expected = "parts must not reach deeper than 8 levels" if levels < 31 else f"expected at most {MAX_DEPTH} levels"
    assert expected in str(caught.value)


@pytest.mark.parametrize("unit", ["[", '{"a":', '[{"a":[', '{"low":['])
@pytest.mark.parametrize("times", [70, 5000, 200_000])
def test_nesting_without_end_is_refused(unit: str, times: int) -> None:
    closing = "".join("]" if c == "[" else "}" for c in reversed(unit) if c in "[{")
    for text in (unit * times, unit * times + "1" + closing * times):
        with pytest.raises(Malformed) as caught:
            loads(text, Amount)
        ((path, sentence),) = caught.value.problems
        assert "too early" in sentence or sentence == f"expected at most {MAX_DEPTH} levels of nesting, found more"
        assert len(path) < 1000


def test_the_path_of_what_is_too_deep_is_told() -> None:
    text = '{"low":"[{\\"","high":{"x":[1,2,' + "[" * 200_000
    with pytest.raises(Malformed) as caught:
        loads(text, Amount)
    assert caught.value.problems[0][0] == "high.x[2]" + "[0]" * (MAX_DEPTH - 3)


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


# ---- documents


DOCUMENT = dumps_records((POLE, deal(), POLE), generator="test")
NEWER = "is newer than 1.0, which this kordef reads: upgrade kordef"
HEAD = f'{{"format":"{FORMAT}","version":"{VERSION}","records":['


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (DOCUMENT.replace('"1.0"', '"1.1"'), f"dataset format 1.1 {NEWER} in 'version'"),
        (DOCUMENT.replace('"1.0"', '"2.0","new":[NaN]'), f"dataset format 2.0 {NEWER} in 'version'"),
        (DOCUMENT.replace('"1.0"', '"2.0"').replace("sale", "gift"), "dataset format 2.0 is newer than 1.0"),
        (DOCUMENT.replace('"1.0"', '"10.0"'), "dataset format 10.0 is newer than 1.0"),
        (DOCUMENT.replace('"1.0"', '"0.9"'), "dataset format 0.9 is older than 1.0, the oldest that this kordef"),
        (DOCUMENT.replace('"1.0"', "1.0"), "expected a version such as '1.0', found 1.0 in 'version'"),
        (DOCUMENT.replace('"1.0"', '"1"'), "expected a version such as '1.0', found \"1\" in 'version'"),
        (DOCUMENT.replace('"1.0"', '"1.0 "'), "expected a version such as '1.0', found \"1.0 \" in 'version'"),
        (DOCUMENT.replace('"1.0"', f'"{"1" * 5000}.0"'), "expected a version such as '1.0', found \"1111"),
        (DOCUMENT.replace("kordef-dataset", "other"), "expected 'kordef-dataset', found \"other\" in 'format'"),
        (DOCUMENT.replace('"generator":"test"', '"generator":3'), "expected a string, found 3 in 'generator'"),
        (DOCUMENT.replace('"generator"', '"generatr"'), "unknown key 'generatr', expected one of 'format', 'vers"),
        (DOCUMENT.replace('"generator"', '"version":"1.0","generator"'), "key 'version' comes twice"),
        (DOCUMENT.replace('"records":', '"records":[],"records":'), "key 'records' comes twice"),
        (f'{HEAD[:-1]}{{"a":[]}}}}', "expected an array of records, found an object in 'records'"),
        ('{"format":"kordef-dataset","version":"1.0"}', "required key 'records' is missing"),
        ("{}", "required key 'format' is missing; required key 'version' is missing; required key 'records' is missing"),
        ("[]", "expected an object with 'format', 'version', 'generator', 'records', found an array"),
        (dumps(POLE), "required key 'format' is missing"),
        (DOCUMENT.replace(",\n", "\n"), "not JSON: expecting ',' delimiter at line 3 column 1"),
        (DOCUMENT.replace("\n]", ",\n]"), "not JSON: "),
        (DOCUMENT.replace("\n]}", "\n]"), "the text ends too early (expecting ',' delimiter)"),
        (DOCUMENT + "{}", "expected the end of the text, found more at line 6 column 1"),
        (DOCUMENT.replace('"kind":"sale"', '"kind":"sale","kind":"sale"'), "key 'kind' comes twice in 'records[1]'"),
        (DOCUMENT.replace('"low":"180"', '"low":NaN'), "expected JSON, found NaN in 'records[1].items[0].number.low'"),
        (DOCUMENT.replace('"sale"', '"gift"'), f"expected one of {KINDS}, found \"gift\" in 'records[1].kind'"),
        (DOCUMENT.replace('"records":[\n', '"records":[\n3,\n[],\n'), "found 3 in 'records[0]'"),
    ],
)  # fmt: skip
def test_a_document_that_is_wrong_says_where(text: str, message: str) -> None:
    for data in (text, text.encode()):
        with pytest.raises(Malformed) as caught:
            loads_records(data)
        assert message in str(caught.value)


@pytest.mark.parametrize("end", range(1, len(DOCUMENT) - 1, 7))
def test_a_document_that_was_cut_off_says_so(end: int) -> None:
    with pytest.raises(Malformed, match=r"^the text ends too early \(.*\) at line \d+ column \d+$"):
        loads_records(DOCUMENT[:end])


def test_a_version_with_a_lower_minor_number_would_be_read() -> None:
    # There is none yet; the head is judged by numbers and not by letters.
    assert tuple(map(int, VERSION.split("."))) == (1, 0)


def test_other_layouts_of_a_document_are_read() -> None:
    data = json.loads(DOCUMENT)
    for text in (
        json.dumps(data),
        json.dumps(dict(reversed(data.items()))),
        json.dumps(data, indent=2, ensure_ascii=False),
        DOCUMENT.replace("\n", "\r\n"),
        DOCUMENT.rstrip(),
        f"\n{DOCUMENT}",
    ):
        assert loads_records(text) == loads_records(text.encode()) == (POLE, deal(), POLE)


def test_the_garbage_collector_is_as_it_was() -> None:
    assert gc.isenabled()
    frozen = gc.get_freeze_count()
    for data in (DOCUMENT, DOCUMENT[:-5], "[" * 10_000):
        for enabled in (True, False):
            if not enabled:
                gc.disable()
            try:
                loads_records(data)
            except Malformed:
                pass
            finally:
                assert gc.isenabled() is enabled
                gc.enable()
    assert gc.get_freeze_count() == frozen


# ---- JSON Lines


def lines_of(*records: Record) -> list[bytes]:
    file = io.BytesIO()
    dump_jsonl(records, file)
    return file.getvalue().splitlines(keepends=True)


def test_lines_are_read_one_at_a_time() -> None:
    taken: list[bytes] = []

    def endless() -> Iterator[bytes]:
        head, line = lines_of(POLE)
        for each in itertools.chain([head], itertools.repeat(line)):
            taken.append(each)
            yield each

    assert list(itertools.islice(load_jsonl(endless()), 3)) == [POLE] * 3
    assert len(taken) == 4


def test_records_are_written_as_they_come() -> None:
    file = io.BytesIO()

    def records() -> Iterator[Record]:
        for _ in range(600):
            yield POLE
        assert len(file.getvalue()) > 256 * len(dumps(POLE))

    dump_jsonl(records(), file)
    assert len(file.getvalue().splitlines()) == 601


@pytest.mark.parametrize(
    ("change", "message", "good"),
    [
        (lambda _: [], "expected the head of the file, found nothing in 'line 1'", 0),
        (lambda lines: [b"\n", *lines], "expected the head of the file, found nothing in 'line 1'", 0),
        (lambda lines: lines[1:], "required key 'format' is missing in 'line 1'", 0),
        (lambda lines: [b"[]\n", *lines[1:]], "expected an object with 'format', 'version', 'generator', found an array in", 0),
        (lambda lines: [lines[0].replace(b"1.0", b"3.0"), b"?"], f"dataset format 3.0 {NEWER} in 'line 1.version'", 0),
        (lambda lines: [lines[0].replace(b"}", b',"records":[]}')], "unknown key 'records', expected one of 'format', 'vers", 0),
        (lambda lines: [b"\xef\xbb\xbf" + lines[0], *lines[1:]], "expected JSON, found a byte order mark in 'line 1'", 0),
        (lambda lines: [*lines[:2], b"\n", *lines[2:]], "the text ends too early (expecting value) at column 1 in 'line 3'", 1),
        (lambda lines: [*lines[:2], lines[2][:-30]], "the text ends too early (unterminated string) at column", 1),
        (lambda lines: [*lines[:2], lines[2].replace(b"sale", b"gift")], "found \"gift\" in 'line 3.kind'", 1),
        (lambda lines: [*lines[:2], lines[2].strip() + lines[1]], "expected the end of the text, found more at column", 1),
        (lambda lines: [*lines[:2], lines[2].replace(b"tanks", b"\xff")], "expected UTF-8, found the byte 0xFF at column", 1),
        (lambda lines: [*lines[:2], lines[2].replace(b'"id"', b'"id":3,"id"')], "key 'id' comes twice in 'line 3'", 1),
        (lambda lines: [*lines, b"[" * 100_000], f"expected at most {MAX_DEPTH} levels of nesting, found more in 'line 4[0]", 2),
    ],
)  # fmt: skip
def test_a_line_that_is_wrong_comes_after_those_that_are_right(
    change: Callable[[list[bytes]], list[bytes]], message: str, good: int
) -> None:
    loaded: list[Record] = []
    with pytest.raises(Malformed) as caught:
        loaded.extend(load_jsonl(change(lines_of(POLE, deal()))))
    assert message in str(caught.value)
    reader = load_jsonl(change(lines_of(POLE, deal())))
    assert list(itertools.islice(reader, good)) == [POLE, deal()][:good]


def test_lines_may_end_as_they_like() -> None:
    lines = lines_of(POLE, deal())
    assert list(load_jsonl([line.rstrip() for line in lines])) == [POLE, deal()]
    assert list(load_jsonl([line.replace(b"\n", b"\r\n") for line in lines])) == [POLE, deal()]
    assert list(load_jsonl([line.decode() for line in lines])) == [POLE, deal()]


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


# ---- determinism, time

MANY = 60_000


def test_the_text_does_not_depend_on_the_hash_seed() -> None:
    program = (
        "import sys; from kordef.codec import dumps_records, loads_records; "
        "text = dumps_records(loads_records(sys.stdin.buffer.read()), generator='test'); "
        "sys.stdout.buffer.write(text.encode())"
    )
    for seed in ("0", "1"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", program]
        done = subprocess.run(command, input=DOCUMENT.encode(), capture_output=True, check=True, env=environment)
        assert done.stdout.decode() == DOCUMENT


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('{"low":"' + "\\" * 10**6, id="backslashes"),
        pytest.param('{"low":"' + "\\ud800" * 150_000 + '"}', id="surrogates"),
        pytest.param("[" * 10**6, id="brackets"),
        pytest.param(HEAD + "[{" * 500_000, id="brackets in records"),
        pytest.param("{" + ",".join(f'"k{n}":1' for n in range(MANY)) + "}", id="unknown keys"),
        pytest.param("{" + ",".join('"k":1' for _ in range(MANY)) + "}", id="one key again and again"),
        pytest.param('{"low":"' + "1" * 10**6 + 'x"}', id="digits"),
        pytest.param("9" * 10**6, id="an integer"),
        pytest.param(" " * 10**6, id="blanks"),
        pytest.param("\n" * 10**6 + "x", id="lines"),
        pytest.param(HEAD + "{}," * MANY + "{}]}", id="records without anything"),
        pytest.param(
            HEAD + dumps(deal(kind=TransferKind.SALE))[:-1]
            + ',"value_covers":[' + ",".join(map(str, range(MANY))) + "]}]}", id="positions"
        ),
        pytest.param(
            HEAD + dumps(POLE).replace('"폴란드"', ",".join(f'"n{n}"' for n in range(MANY)) + ',"n0"') + "]}", id="names"
        ),
        pytest.param(
            HEAD + dumps(deal()).replace("/items/0", "/items/0" * 100_000) + "]}", id="a long pointer"
        ),
        pytest.param(HEAD + dumps(POLE).replace("Poland", " " * 10**6) + "]}", id="a blank name"),
    ],
)  # fmt: skip
def test_hostile_texts_are_refused_in_time(text: str) -> None:
    start = time.perf_counter()
    for load in (loads_records, lambda data: loads(data, Amount), lambda data: list(load_jsonl([lines_of()[0], data]))):
        with pytest.raises(Malformed) as caught:
            load(text)
        assert len(str(caught.value)) < 100_000
    assert time.perf_counter() - start < 20
