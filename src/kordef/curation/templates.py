"""Entries for people to fill in: a record as it is, in TOML, or the empty form of one that is missing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

from kordef.codec import unstructure
from kordef.curation.entries import UNTOUCHED
from kordef.curation.names import Names, as_written
from kordef.dataset import Dataset
from kordef.errors import InvalidValue
from kordef.evidence import Evidence
from kordef.forms import Choice, Field, Form, Instance, Many, Optional, String, fields_of
from kordef.records import RECORD_TYPES, Record, Source
from kordef.vocabulary import EvidenceKind

__all__ = ["template", "template_of_addition"]


def template(dataset: Dataset, record: Record | str) -> str:
    """A ``[[correct]]`` entry in TOML with all that a record says and the words for it.

    Applied as it is it changes nothing: change what is wrong, delete the rest if you like, and say why.

    Raises :class:`~kordef.errors.DanglingReference` for an id that the dataset does not have, and
    :class:`~kordef.errors.InvalidValue` for a source, and a record without words of its own.
    """
    if isinstance(record, str):
        record = dataset[record]
    own = next((e for e in record.evidence if not e.field), None)
    if isinstance(record, Source) or own is None or not own.exact:
        why = "what is known of a source belongs in sources.toml" if isinstance(record, Source) else "it has no words"
        raise InvalidValue(f"{record.id} cannot be corrected with an entry: {why}")
    story = [r for r in dataset if r.source == record.source]
    names = Names(story)
    lines = [
        "[[correct]]  # to take it out: [[reject]], without what stands below 'by'",
        *_head(dataset, record.source, record.type, own),
    ]
    twins = [r for r in story if r.type == record.type and r is not record and _span(r) == (own.start, own.end)]
    written = _written(record, names)
    if twins:
        others = [_written(twin, names) for twin in twins]
        only = {name: value for name, value in written.items() if any(one.get(name) != value for one in others)}
        lines.append(f"only = {_value(only)}  # other records have the same words")
    lines += ["", "[correct.record]", *(f"{_key(name)} = {_value(value)}" for name, value in written.items())]
    lines += ["", "[correct.quotes]", *_quotes(record, own)]
    return "\n".join(lines) + "\n"


def template_of_addition(dataset: Dataset, file: str, type: str, quote: str) -> str:  # noqa: A002
    """An ``[[add]]`` entry in TOML for a record of a document that the loaders did not find, with its fields to fill in.

    Raises :class:`~kordef.errors.InvalidValue` for a document that the dataset does not have, and another type.
    """
    if type not in RECORD_TYPES or type == "source":
        known = ", ".join(name for name in RECORD_TYPES if name != "source")
        raise InvalidValue(f"the type must be one of {known}, found {type!r}")
    if all(source.file != file for source in dataset.sources):
        raise InvalidValue(f"the dataset has no document {file!r}")
    lines = ["[[add]]", f"file = {_value(file)}", f"type = {_value(type)}", f"quote = {_value(quote)}"]
    lines += ['reason = ""', 'by = ""', "", "[add.record]"]
    fields = [f for f in fields_of(RECORD_TYPES[type]) if f.name not in UNTOUCHED]
    for field in sorted(fields, key=lambda f: not f.required):
        lines.append(f"{'' if field.required else '# '}{field.name} = {_example(field)}")
    lines += ["", "[add.quotes]", "# the words for each field that is given, such as"]
    lines += ['# supplier = "Seoul"', "# 'items/0/number' = { quote = \"24\", at = 1200 }"]
    return "\n".join(lines) + "\n"


def _head(dataset: Dataset, source: str, kind: str, own: Evidence) -> Iterator[str]:
    document = dataset[source]
    assert isinstance(document, Source)
    yield f"file = {_value(document.file or document.title)}"
    yield f"type = {_value(kind)}"
    yield f"quote = {_value(own.exact)}"
    yield f"at = {own.start}"
    yield 'reason = ""'
    yield 'by = ""'


def _span(record: Record) -> tuple[int, int] | None:
    return next(((e.start, e.end) for e in record.evidence if not e.field), None)


def _written(record: Record, names: Names) -> dict[str, Any]:
    forms = {f.name: f.form for f in fields_of(type(record))}
    given = cast("dict[str, Any]", unstructure(record))
    return {
        name: as_written(value, forms[name], names)
        for name, value in given.items()
        if name in forms and name not in UNTOUCHED
    }


def _quotes(record: Record, own: Evidence) -> Iterator[str]:
    by_field: dict[str, list[Any]] = {}
    for evidence in record.evidence:
        if evidence.field:
            by_field.setdefault(evidence.field, []).append(_quote(evidence, own))
    for field, quotes in by_field.items():
        yield f"{_key(field.lstrip('/'))} = {_value(quotes[0] if len(quotes) == 1 else quotes)}"


def _quote(evidence: Evidence, own: Evidence) -> Any:
    """The words alone where they are found without their place."""
    inside = own.start <= evidence.start and evidence.end <= own.end
    alone = inside and own.exact.count(evidence.exact) == 1
    if alone and evidence.kind is EvidenceKind.STATED:
        return evidence.exact
    place: dict[str, Any] = {} if alone else {"at": evidence.start}
    kind: dict[str, Any] = {} if evidence.kind is EvidenceKind.STATED else {"kind": str(evidence.kind)}
    return {"quote": evidence.exact, **place, **kind}


# ---- TOML

_BARE = re.compile("[A-Za-z0-9_-]+")
_COMMANDS = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _value(name)


def _value(value: Any) -> str:
    match value:
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case str():
            # JSON's escapes are TOML's; what else commands a terminal is escaped too, because a form is printed
            return _COMMANDS.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))
        case list():
            return f"[{', '.join(map(_value, cast('list[object]', value)))}]"
        case Mapping():
            pairs = ", ".join(f"{_key(k)} = {_value(v)}" for k, v in cast("Mapping[str, Any]", value).items())
            return f"{{ {pairs} }}" if pairs else "{}"
        case _:
            raise TypeError(f"no TOML for {value!r}")


def _example(field: Field) -> str:
    """An example of what a field holds, with the members of a vocabulary as a comment."""
    words = _vocabulary(field.form)
    return _example_of(field.form) + (f"  # {', '.join(words)}" if words else "")


def _vocabulary(form: Form) -> tuple[str, ...]:
    match form:
        case Choice(vocabulary):
            return tuple(vocabulary)
        case Optional(inner) | Many(inner):
            return _vocabulary(inner)
        case _:
            return ()


def _example_of(form: Form) -> str:
    match form:
        case Optional(inner):
            return _example_of(inner)
        case Many(inner):
            return f"[{_example_of(inner)}]"
        case Choice(vocabulary):
            return _value(str(next(iter(vocabulary))))
        case String(refers=(_, *_)):
            return '"its code or name"'
        case Instance((cls, *_)):
            return _EXAMPLES.get(cls.__name__) or _value_of_parts(cls)
        case String():
            return '""'
        case _:
            return "true" if form.fits(True) else "1"


def _value_of_parts(cls: type[Any]) -> str:
    shown = [f for f in fields_of(cls) if f.required] or list(fields_of(cls)[:3])
    return "{ " + ", ".join(f"{f.name} = {_example_of(f.form)}" for f in shown) + " }"


_EXAMPLES = {"Period": '"2025-03"', "Amount": '"24"', "Money": '"1.5 billion USD"', "Quantity": '"500 person"'}
