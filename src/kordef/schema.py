"""The JSON Schema (draft 2020-12) of a dataset, generated from the classes.

``kordef/schemas/dataset.schema.json`` is the generated text, for those who do not run kordef; a test compares the two.
Write it anew with ``kordef schema > src/kordef/schemas/dataset.schema.json``.

The schema says what a schema can say: keys, types, patterns, vocabularies, and which fields go together. It cannot
count the characters of a quote, follow a pointer or a reference, or see a key that comes twice; :mod:`kordef.codec`
does. Where objects of several classes may stand, ``enum`` and ``if``/``then`` choose by the tag, so that a validator
reports what is wrong with the object and not that it matches no alternative.
"""

from __future__ import annotations

import inspect
import json
import re
from importlib import resources
from typing import Any, TypeAlias

from kordef.amounts import Amount
from kordef.codec.layout import FORMAT, NUMBER, VERSION, classes, tag_of
from kordef.codec.strict import unstructure
from kordef.currencies import CURRENCIES
from kordef.forms import Choice, Field, Flag, Form, Instance, Many, Number, Optional, String, Whole, fields_of
from kordef.periods import Period
from kordef.records import RECORD_TYPES, Attribution, Delivery, Item, Source, Transfer
from kordef.units import UNITS
from kordef.values import ExchangeRate, Money, Quantity
from kordef.vocabulary import Vocabulary, describe

__all__ = ["committed_text", "dataset_schema", "schema_text"]

Schema: TypeAlias = dict[str, Any]


def schema_text() -> str:
    """The schema of a dataset as the text of a file."""
    return json.dumps(dataset_schema(), ensure_ascii=False, indent=2) + "\n"


def committed_text() -> str:
    """The text of the schema that comes with the package."""
    return resources.files("kordef").joinpath("schemas", "dataset.schema.json").read_text("utf-8")


def dataset_schema() -> Schema:
    """The schema of a dataset.

    :raises TypeError: a field holds something that no schema is known for
    """
    definitions: Schema = {"Record": {"description": "A record of any type.", **_by_tag(tuple(RECORD_TYPES.values()))}}
    vocabularies: dict[str, type[Vocabulary]] = {}
    for cls in classes():
        definitions[cls.__name__] = _class(cls)
        for field in fields_of(cls):
            vocabularies |= {vocabulary.__name__: vocabulary for vocabulary in _vocabularies(field.form)}
    for name in sorted(vocabularies):
        definitions[name] = _vocabulary(vocabularies[name])
    definitions["Currency"] = {
        "description": "A currency code of ISO 4217, in use or withdrawn.",
        "enum": sorted(CURRENCIES),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{FORMAT}:{VERSION}",
        "title": "kordef dataset",
        "description": "Typed facts about defence cooperation, each traced to the characters of a source.",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "version": {"const": VERSION},
            "generator": {"description": "What wrote the file.", "type": "string"},
            "records": {"type": "array", "items": _reference("Record")},
        },
        "required": ["format", "version", "records"],
        "additionalProperties": False,
        "$defs": definitions,
    }


# ---- classes and vocabularies


def _class(cls: type[Any]) -> Schema:
    tag = tag_of(cls)
    fields = fields_of(cls)
    properties: Schema = {} if tag is None else {"type": {"const": tag}}
    properties |= {field.name: _property(cls, field) for field in fields}
    schema: Schema = {
        "description": _prose(cls),
        "type": "object",
        "properties": properties,
        "required": [*(["type"] if tag is not None else []), *(field.name for field in fields if field.required)],
        "additionalProperties": False,
    }
    if not schema["required"]:
        del schema["required"]
    return schema | _TOGETHER.get(cls, {})


def _property(cls: type[Any], field: Field) -> Schema:
    schema = _NARROWER.get((cls, field.name)) or _form(field.form)
    return schema if field.required else schema | {"default": unstructure(field.default)}


def _vocabulary(vocabulary: type[Vocabulary]) -> Schema:
    meanings = "\n".join(f"- {member.value}: {describe(member)}" for member in vocabulary)
    return {"description": f"{_prose(vocabulary)}\n\n{meanings}", "enum": [str(member.value) for member in vocabulary]}


_MARKUP = re.compile(r":\w+:`~?(?:[\w.]*\.)?(\w+)`|``([^`]*)``")


def _prose(cls: type[Any]) -> str:
    """The docstring without its markup, up to the first table."""
    paragraphs: list[str] = []
    for paragraph in inspect.cleandoc(cls.__doc__ or "").split("\n\n"):
        if "===" in paragraph:
            break
        paragraphs.append(" ".join(paragraph.split()))
    return _MARKUP.sub(lambda match: match[1] or match[2], "\n\n".join(paragraphs))


def _vocabularies(form: Form) -> tuple[type[Vocabulary], ...]:
    match form:
        case Optional(inner) | Many(inner):
            return _vocabularies(inner)
        case Choice(vocabulary):
            return (vocabulary,)
        case _:
            return ()


# ---- forms


def _reference(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _whole(pattern: str) -> str:
    # Python's $ also matches before a line feed at the end, that of ECMA 262 does not.
    return rf"^(?:{pattern})$(?!\n)"


def _form(form: Form) -> Schema:
    match form:
        case Optional(inner):
            schema = _form(inner)
            if isinstance(schema.get("type"), str):
                return schema | {"type": [schema["type"], "null"]}
            return {"if": {"type": "null"}, "else": schema}
        case String(pattern=None):
            return {"type": "string"}
        case String(pattern=str(pattern)):
            return {"type": "string", "pattern": _whole(pattern)}
        case Whole(None):
            return {"type": "integer"}
        case Whole(bound):
            return {"type": "integer", "minimum": bound}
        case Flag():
            return {"type": "boolean"}
        case Number():
            return {"type": "string", "pattern": _whole(NUMBER.pattern)}
        case Choice(vocabulary):
            return _reference(vocabulary.__name__)
        case Instance((cls,)):
            return _reference(cls.__name__)
        case Instance(several):
            return _by_tag(several)
        case Many(item, distinct):
            schema = {"type": "array", "items": _form(item)}
            return schema | {"uniqueItems": True} if distinct else schema
        case _:
            raise TypeError(f"no schema is known for {form!r}")


def _by_tag(several: tuple[type[Any], ...]) -> Schema:
    def choice(cls: type[Any]) -> Schema:
        tagged = {"required": ["type"], "properties": {"type": {"const": tag_of(cls)}}}
        return {"if": tagged, "then": _reference(cls.__name__)}

    return {
        "type": "object",
        "properties": {"type": {"enum": [tag_of(cls) for cls in several]}},
        "required": ["type"],
        "allOf": [choice(cls) for cls in several],
    }


# ---- what the constructors of the values check by themselves


_DATE = (
    "(?:[0-9]{4}(?:-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])|-(?:0[1-9]|1[0-2]|2[1-4]|3[3-6]|4[01]))?"
    "|[0-9]{2}XX|[0-9]{3}X|[0-9]{4}-XX(?:-XX)?|[0-9]{4}-(?:0[1-9]|1[0-2])-XX)[?~%]?"
)
_EDTF = rf"{_DATE}|{_DATE}/(?:{_DATE}|\.\.)?|(?:\.\.)?/{_DATE}"
_UNIT = "|".join(re.escape(name) for name in sorted(UNITS))

_NARROWER: dict[tuple[type[Any], str], Schema] = {
    (Amount, "precision"): {"type": ["string", "null"], "pattern": _whole(r"(?=.*[1-9])(?!-)" + NUMBER.pattern)},
    (Money, "currency"): _reference("Currency"),
    (ExchangeRate, "base"): _reference("Currency"),
    (ExchangeRate, "quote"): _reference("Currency"),
    (Quantity, "unit"): {"type": "string", "pattern": _whole(rf"(?:{_UNIT})(?:/[^/]+)?")},
    (Period, "edtf"): {"type": ["string", "null"], "pattern": _whole(_EDTF)},
    (Period, "words"): {"type": ["string", "null"], "pattern": r"\S"},
    (Period, "anchor"): {"type": ["string", "null"], "pattern": _whole(_EDTF)},
    (Period, "part"): {"enum": ["early", "mid", "late", None]},
}


# ---- fields that go together


def _given(name: str) -> Schema:
    return {"required": [name], "properties": {name: {"not": {"type": "null"}}}}


def _not_given(name: str) -> Schema:
    return {"properties": {name: {"type": "null"}}}


def _filled(name: str) -> Schema:
    return {"required": [name], "properties": {name: {"minItems": 1}}}


def _any_given(*names: str) -> Schema:
    return {"anyOf": [_given(name) for name in names]}


def _qualified(*qualifiers: str) -> Schema:
    return {"required": ["qualifier"], "properties": {"qualifier": {"enum": list(qualifiers)}}}


_TOGETHER: dict[type[Any], Schema] = {
    Amount: {
        "if": _qualified("over", "at_least"),
        "then": {"allOf": [_given("low"), _not_given("high")]},
        "else": {
            "if": _qualified("under", "up_to"),
            "then": {"allOf": [_given("high"), _not_given("low")]},
            "else": {"allOf": [_given("low"), _given("high")]},
        },
    },
    Period: {"anyOf": [_given("edtf"), _given("words")]},
    Attribution: _any_given("actor", "described"),
    Item: _any_given("weapon", "description", "number"),
    Delivery: _any_given("weapon", "number", "date"),
    Source: {"if": _given("published_basis"), "then": _given("published")},
    Transfer: {"if": {"anyOf": [_filled("value_covers"), _filled("alternatives")]}, "then": _given("value")},
}
