"""The JSON Schema: it is what the classes say, and it judges as the codec does as far as a schema can."""

from __future__ import annotations

import copy
import json
import re
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from strategies import SHA, of_class, unhurried
from strategies import records as any_records

from kordef import schema as schema_room
from kordef.amounts import Amount
from kordef.codec import FORMAT, VERSION, dumps_records, loads, structure, unstructure
from kordef.codec.layout import classes
from kordef.dataset import Dataset
from kordef.errors import Malformed
from kordef.forms import Field, Form, fields_of
from kordef.identity import record_id
from kordef.periods import Period
from kordef.records import RECORD_TYPES, Attribution, Delivery, Item, Record, Source, Transfer
from kordef.schema import committed_text, dataset_schema, schema_text
from kordef.values import Money, Quantity
from kordef.vocabulary import Voice, describe

SCHEMA = dataset_schema()
DATASET = Draft202012Validator(SCHEMA)


def validator(name: str) -> Draft202012Validator:
    """A validator of one of the definitions."""
    return Draft202012Validator({"$schema": SCHEMA["$schema"], "$ref": f"#/$defs/{name}", "$defs": SCHEMA["$defs"]})


OF_CLASS = {cls: validator(cls.__name__) for cls in classes()}
RECORD = validator("Record")


# The text


def test_the_committed_schema_is_the_generated_one() -> None:
    assert committed_text() == schema_text(), "write it anew: kordef schema > src/kordef/schemas/dataset.schema.json"


def test_it_is_a_schema_of_the_draft_it_names() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMA)
    assert json.loads(schema_text()) == SCHEMA


def test_every_reference_leads_to_a_definition_and_every_definition_is_used() -> None:
    references = set(re.findall(r'"#/\$defs/(\w+)"', schema_text()))
    assert references - set(SCHEMA["$defs"]) == set()
    assert set(SCHEMA["$defs"]) - references == set()


@pytest.mark.parametrize("cls", classes())
def test_every_class_is_described_with_all_its_fields(cls: type[Any]) -> None:
    definition = SCHEMA["$defs"][cls.__name__]
    fields = fields_of(cls)
    assert [name for name in definition["properties"] if name != "type"] == [field.name for field in fields]
    assert set(definition.get("required", [])) - {"type"} == {field.name for field in fields if field.required}
    assert definition["additionalProperties"] is False
    assert definition["description"]
    assert not re.search(r"``|:\w+:`|===|  ", definition["description"])
    for field in fields:
        if not field.required:
            assert definition["properties"][field.name]["default"] == unstructure(field.default)


def test_vocabularies_are_described_with_the_meaning_of_each_member() -> None:
    definition = SCHEMA["$defs"]["Voice"]
    assert definition["enum"] == [member.value for member in Voice]
    for member in Voice:
        assert f"- {member.value}: {describe(member)}" in definition["description"]


def test_a_form_that_is_not_known_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    class Strange(Form):
        pass

    fields = (Field("strange", Strange(), attrs.NOTHING),)
    monkeypatch.setattr(schema_room, "fields_of", lambda _: fields)
    with pytest.raises(TypeError, match="no schema is known for"):
        dataset_schema()


# What the codec writes is valid


@unhurried
@given(st.sampled_from(classes()).flatmap(of_class))
def test_what_is_written_is_valid(value: Any) -> None:
    OF_CLASS[type(value)].validate(unstructure(value))


@settings(unhurried, max_examples=30)
@given(st.lists(any_records(), max_size=3), st.none() | st.just("kordef 1.0"))
def test_every_dataset_is_valid(records: list[Record], generator: str | None) -> None:
    DATASET.validate(json.loads(dumps_records(records, generator=generator)))


def test_the_dataset_of_the_seeds_is_valid(dataset: Dataset) -> None:
    DATASET.validate(json.loads(dumps_records(dataset)))


# What the codec refuses is invalid


SOURCE = record_id("source", SHA)
ACTOR = record_id("actor", SHA, 1)
DOCUMENT = {"format": FORMAT, "version": VERSION, "records": []}
DEAL: dict[str, Any] = {
    "type": "transfer",
    "id": record_id("transfer", SHA, 1),
    "source": SOURCE,
    "evidence": [{"source": SOURCE, "field": "/items/0", "start": 10, "end": 13, "exact": "180"}],
    "kind": "sale",
    "stage": "signed",
    "supplier": ACTOR,
    "items": [{"description": "tanks", "number": {"low": "180", "high": "180", "precision": "1"}}],
    "value": {"type": "money", "amount": {"low": "5", "high": None, "qualifier": "over"}, "currency": "USD"},
    "stages": [{"stage": "signed", "date": {"edtf": "2025-03"}}],
}


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "other"},
        {"format": None},
        {"version": "1.0"},
        {"version": "1.2"},
        {"version": 1.0},
        {"generator": 3},
        {"records": {}},
        {"records": [3]},
        {"records": [{}]},
        {"records": [{"type": "tank"}]},
        {"more": 1},
    ],
)
def test_a_head_that_is_wrong_is_invalid(changes: dict[str, Any]) -> None:
    assert DATASET.is_valid(DOCUMENT)
    assert not DATASET.is_valid(DOCUMENT | changes)


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("kind", ..., "'kind' is a required property"),
        ("type", ..., "'type' is a required property"),
        ("type", "tank", "'tank' is not one of ['source', 'actor',"),
        ("kind", "sal", "'sal' is not one of ['sale', 'donation', 'lease', 'licence', 'selection', 'plan']"),
        ("kind", None, "None is not one of ['sale',"),
        ("supplier", 3, "3 is not of type 'string', 'null'"),
        ("supplier", "KR", "'KR' does not match '^(?:actor-[0-9a-f]{12})$"),
        ("supplier", f"{ACTOR}\n", "does not match"),
        ("open_list", 0, "0 is not of type 'boolean'"),
        ("items", {}, "{} is not of type 'array'"),
        ("items.0.weapn", "", "Additional properties are not allowed ('weapn' was unexpected)"),
        ("items.0", {}, "is not valid under any of the given schemas"),
        ("items.0", None, "None is not of type 'object'"),
        ("items.0.description", " ", "' ' does not match"),
        ("items.0.number", "180", "'180' is not of type 'object'"),
        ("items.0.number.low", 180, "180 is not of type 'string', 'null'"),
        ("items.0.number.low", "1e3", "'1e3' does not match"),
        ("items.0.number.low", "180\n", "'180\\n' does not match"),
        ("items.0.number.low", None, "should not be valid under {'type': 'null'}"),
        ("items.0.number.precision", "0.00", "'0.00' does not match"),
        ("items.0.number.precision", "-1", "'-1' does not match"),
        ("items.0.number.doubt", 1, "1 is not of type 'boolean'"),
        ("value", [], "[] is not of type 'object'"),
        ("value.type", "quantity", "'money' was expected"),
        ("value.amount.high", "6", "'6' is not of type 'null'"),
        ("value.currency", "usd", "'usd' is not one of"),
        ("value_covers", [0, 0], "[0, 0] has non-unique elements"),
        ("value_covers", ["0"], "'0' is not of type 'integer'"),
        ("evidence.0.start", -1, "-1 is less than the minimum of 0"),
        ("evidence.0.start", 1.5, "1.5 is not of type 'integer'"),
        ("evidence.0.field", "items", "'items' does not match"),
        ("evidence.0.exact", None, "None is not of type 'string'"),
        ("stages.0.date", "2025-03", "'2025-03' is not of type 'object'"),
        ("stages.0.date.edtf", "2025-13", "'2025-13' does not match"),
        ("stages.0.date.edtf", "2025/2026/2027", "does not match"),
        ("stages.0.date.edtf", None, "None should not be valid under {'type': 'null'}"),
        ("stages.0.date.part", "end", "'end' is not one of ['early', 'mid', 'late', None]"),
    ],
)
def test_what_the_codec_refuses_is_invalid_and_the_message_is_to_the_point(path: str, value: Any, message: str) -> None:
    RECORD.validate(DEAL)
    structure(DEAL, Record)
    data = copy.deepcopy(DEAL)
    *steps, last = [int(step) if step.isdecimal() else step for step in path.split(".")]
    place: Any = data
    for step in steps:
        place = place[step]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    with pytest.raises(Malformed):
        structure(data, Record)
    error = best_match(RECORD.iter_errors(data))
    assert error is not None
    assert message in error.message


@pytest.mark.parametrize(
    ("cls", "data"),
    [
        (Attribution, {"voice": "quoted"}),
        (Attribution, {"voice": "quoted", "actor": None, "described": None}),
        (Item, {"unit": "battery"}),
        (Delivery, {"done": True}),
        (Period, {"edtf": None}),
        (Amount, {"low": None, "high": None}),
        (Amount, {"low": "1", "high": None}),
        (Amount, {"low": "1", "high": "1", "qualifier": "over"}),
        (Amount, {"low": None, "high": "1", "qualifier": "at_least"}),
        (Amount, {"low": "1", "high": None, "qualifier": "up_to"}),
        (Amount, {"low": None, "high": "1", "qualifier": "about"}),
        (Quantity, {"type": "quantity", "amount": {"low": "1", "high": "1"}, "unit": "smoot"}),
        (Money, {"type": "money", "amount": {"low": "1", "high": "1"}, "currency": "ABC"}),
        (
            Source,
            {"type": "source", "id": SOURCE, "source": SOURCE, "title": "x", "sha256": SHA, "length": 1}
            | {"published_basis": "printed"},
        ),
        (Transfer, {key: part for key, part in DEAL.items() if key != "value"} | {"value_covers": [0]}),
        (Transfer, DEAL | {"value": None, "alternatives": [DEAL["value"]]}),
    ],
)
def test_fields_that_do_not_go_together_are_invalid(cls: type[Any], data: dict[str, Any]) -> None:
    with pytest.raises(Malformed):
        structure(data, cls)
    assert not OF_CLASS[cls].is_valid(data)


JUNK: st.SearchStrategy[Any] = st.sampled_from((None, True, 3, -3, 1.5, "", "x", [], {}, [3], {"x": 3}))


@unhurried
@given(any_records(), st.data())
def test_a_change_that_the_codec_refuses_for_its_shape_is_invalid(record: Record, data: st.DataObject) -> None:
    changed = unstructure(record)
    key = data.draw(st.sampled_from([*changed, "unknown"]))
    if data.draw(st.booleans()):
        changed[key] = data.draw(JUNK)
    else:
        changed.pop(key, None)
    problems = problems_of(changed)
    # Only what fields mean together is beyond the schema; that is told of the object and not of a field of it.
    shape = any(path or sentence.startswith(("unknown key", "required key")) for path, sentence in problems)
    if shape or not problems:
        assert RECORD.is_valid(changed) is not shape, problems


def problems_of(data: Any) -> tuple[tuple[str, str], ...]:
    """What the codec finds wrong."""
    try:
        structure(data, Record)
    except Malformed as error:
        return error.problems
    return ()


@unhurried
@given(any_records(), st.data())
def test_what_the_schema_refuses_the_codec_refuses(record: Record, data: st.DataObject) -> None:
    changed = unstructure(record)
    key = data.draw(st.sampled_from(list(changed)))
    changed[key] = data.draw(JUNK)
    if not RECORD.is_valid(changed):
        with pytest.raises(Malformed):
            loads(json.dumps(changed), Record)


@pytest.mark.parametrize("tag", RECORD_TYPES)
def test_a_record_is_judged_by_its_own_class(tag: str) -> None:
    errors = list(RECORD.iter_errors({"type": tag}))
    assert errors
    assert {error.validator for error in errors} <= {"required", "anyOf"}
