"""The columns that a field has: one for a word or a number, several for an amount, a sum of money or a date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeAlias

import attrs
from attrs import frozen

from kordef.amounts import Amount
from kordef.codec import dumps
from kordef.forms import Choice, Field, Flag, Form, Instance, Many, Optional, String, Whole, fields_of
from kordef.periods import Period
from kordef.tables.meanings import about
from kordef.values import Money, Quantity
from kordef.vocabulary import Qualifier, Vocabulary

__all__ = ["PREFIXES", "RECORDS", "VALUES", "Column", "Get", "Kind", "of_field", "of_value"]

RECORDS: dict[str, str] = {
    "source": "sources",
    "actor": "actors",
    "weapon_system": "weapon_systems",
    "agreement": "agreements",
    "dialogue": "dialogues",
    "transfer": "transfers",
    "deployment": "deployments",
    "observation": "observations",
    "event": "events",
    "statement": "statements",
}
"""The tables of the types of records."""

VALUES = (Amount, Money, Period, Quantity)
"""The classes whose objects are laid out in columns of their own."""

PREFIXES: dict[type[Any], str] = {Money: "value"}
"""What the columns of a part that is itself a value are called."""

Get: TypeAlias = Callable[[Any], Any]
"""Takes something from a record or a part."""


class Kind(StrEnum):
    """What the cells of a column hold, an empty cell (``None``) left out."""

    TEXT = "text"
    INTEGER = "integer"
    FLAG = "flag"
    NUMBER = "number"
    DATE = "date"
    TEXTS = "texts"
    INTEGERS = "integers"
    OBJECT = "object"
    ARRAY = "array"

    @property
    def python(self) -> type[Any]:
        """The Python type of a cell."""
        return _PYTHON[self]


_PYTHON: dict[Kind, type[Any]] = {
    Kind.TEXT: str,
    Kind.INTEGER: int,
    Kind.FLAG: bool,
    Kind.NUMBER: Decimal,
    Kind.DATE: date,
    Kind.TEXTS: tuple,
    Kind.INTEGERS: tuple,
    Kind.OBJECT: str,
    Kind.ARRAY: str,
}


@frozen(kw_only=True)
class Column:
    """A column: its name, what its cells hold, what they mean, and what they must be.

    ``members`` are the words of a vocabulary, ``pattern`` a regular expression for the whole cell, ``minimum`` the least
    number, ``table`` the table whose ``id`` the cell names, ``unit`` what a number counts. ``get`` takes the cell from a record
    or a part. Texts and integers that are several are tuples; objects and arrays are JSON.
    """

    name: str
    kind: Kind
    about: str
    required: bool = False
    unique: bool = False
    members: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: int | None = None
    table: str | None = None
    unit: str | None = None
    get: Callable[[Any], Any] = attrs.field(eq=False, repr=False)


_COUNTED: dict[str, str] = dict.fromkeys(("length", "start", "end"), "code point")
"""What whole numbers count, where the name of the field does not say it."""


def of_field(cls: type[Any], field: Field, prefix: str, owner: Get) -> Iterator[Column]:
    """The columns of a field of a class; ``owner`` takes the object that has it from what a row is made of."""

    def get(thing: Any) -> Any:
        of = owner(thing)
        return None if of is None else getattr(of, field.name)

    form = field.form
    required = field.required and not prefix
    if isinstance(form, Optional):
        form, required = form.form, False
    name = f"{prefix}{field.name}"
    yield from _of_form(form, name, about(cls, field.name), required or _always(field, prefix), get)


def _always(field: Field, prefix: str) -> bool:
    """Whether a field has a value even where none is given."""
    return not prefix and isinstance(field.form, (Choice, Flag, Whole))


def _of_form(form: Form, name: str, said: str, required: bool, get: Get) -> Iterator[Column]:
    match form:
        case String(pattern=pattern, refers=refers):
            table = None if not refers else RECORDS[refers[0]] if len(refers) == 1 else "records"
            shown = pattern if pattern is not None and r"\S" not in pattern else None
            # an empty text is an empty cell in CSV
            must = required and not form.fits("")
            yield Column(name=name, kind=Kind.TEXT, about=said, required=must, pattern=shown, table=table, get=get)
        case Whole(bound):
            yield Column(
                name=name,
                kind=Kind.INTEGER,
                about=said,
                required=required,
                minimum=bound,
                unit=_COUNTED.get(name),
                get=get,
            )
        case Flag():
            yield Column(name=name, kind=Kind.FLAG, about=said, required=required, get=get)
        case Choice(vocabulary):
            yield Column(
                name=name, kind=Kind.TEXT, about=said, required=required, members=_members(vocabulary), get=_word(get)
            )
        case Many(Whole()):
            yield Column(name=name, kind=Kind.INTEGERS, about=said, get=get)
        case Many(String()):
            yield Column(name=name, kind=Kind.TEXTS, about=said, get=get)
        case Many(Choice(vocabulary)):
            yield Column(name=name, kind=Kind.TEXTS, about=said, members=_members(vocabulary), get=_words(get))
        case Many(Instance()):
            yield Column(name=name, kind=Kind.ARRAY, about=f"{said} A JSON array.", get=_array(get))
        case Instance(classes) if set(classes) <= set(VALUES):
            yield from of_value(classes, name, said, required, get)
        case Instance((cls,)):
            for field in fields_of(cls):
                yield from of_field(cls, field, f"{name}_", get)
        case _:
            raise TypeError(f"no column is known for {form!r} of {name}")


def of_value(classes: tuple[type[Any], ...], name: str, said: str, required: bool, get: Get) -> Iterator[Column]:
    """The columns of an amount, a sum of money, a quantity or a date that ``get`` takes."""
    if classes == (Period,):
        yield from _of_period(name, said, get)
        return
    yield Column(
        name=name,
        kind=Kind.OBJECT,
        about=f"{said} The JSON of the value as in dataset.json, exact to the last digit.",
        required=required,
        get=lambda thing: None if get(thing) is None else dumps(get(thing)),
    )
    unit = f"{name}_unit"
    bounds = {"low": "The lower stated bound", "high": "The upper stated bound"}
    for part, meaning in bounds.items():
        yield Column(
            name=f"{name}_{part}",
            kind=Kind.NUMBER,
            about=f"{meaning} of `{name}`, in units of `{unit}`; empty where that side is open.",
            unit=unit,
            get=_of_amount(get, part),
        )
    yield Column(
        name=f"{name}_qualifier",
        kind=Kind.TEXT,
        about=f"How the source hedges `{name}`.",
        required=required,
        members=_members(Qualifier),
        get=_word(_of_amount(get, "qualifier")),
    )
    yield Column(
        name=unit,
        kind=Kind.TEXT,
        about=f"The unit of `{name}`: a currency of ISO 4217, or a unit of kordef such as percent or item.",
        required=required,
        get=lambda thing: None if get(thing) is None else _unit(get(thing)),
    )
    yield Column(
        name=f"{name}_precision",
        kind=Kind.NUMBER,
        about=f"The unit of the last written digit of `{name}`; empty where it does not round.",
        unit=unit,
        get=_of_amount(get, "precision"),
    )
    yield Column(
        name=f"{name}_doubt",
        kind=Kind.FLAG,
        about=f"Whether the source marks `{name}` as unsure.",
        required=required,
        get=_of_amount(get, "doubt"),
    )


def _of_amount(get: Get, part: str) -> Get:
    def take(thing: Any) -> Any:
        value = get(thing)
        return getattr(value if isinstance(value, Amount) else getattr(value, "amount", None), part, None)

    return take


def _unit(value: Amount | Money | Quantity) -> str:
    if isinstance(value, Amount):  # a bare number counts
        return "item"
    return value.currency if isinstance(value, Money) else value.unit


def _of_period(name: str, said: str, get: Get) -> Iterator[Column]:
    parts: tuple[tuple[str, Kind, str], ...] = (
        ("edtf", Kind.TEXT, f"{said} In EDTF (ISO 8601-2); empty where the words cannot be resolved."),
        ("earliest", Kind.DATE, f"The first day of `{name}_edtf`; empty where the start is open or unknown."),
        ("latest", Kind.DATE, f"The last day of `{name}_edtf`; empty where the end is open or unknown."),
        ("words", Kind.TEXT, f"The words of `{name}` as written, where they had to be resolved."),
        ("anchor", Kind.TEXT, f"The date in EDTF that the words of `{name}` were resolved against."),
        ("part", Kind.TEXT, f"early, mid or late, where the words of `{name}` say so."),
    )
    for part, kind, meaning in parts:
        members = ("early", "mid", "late") if part == "part" else ()
        yield Column(name=f"{name}_{part}", kind=kind, about=meaning, members=members, get=_attribute(get, part))


def _attribute(get: Get, name: str) -> Get:
    return lambda thing: getattr(get(thing), name, None)


def _members(vocabulary: type[Vocabulary]) -> tuple[str, ...]:
    return tuple(str(member.value) for member in vocabulary)


def _word(get: Get) -> Get:
    return lambda thing: None if get(thing) is None else str(get(thing).value)


def _words(get: Get) -> Get:
    return lambda thing: tuple(str(member.value) for member in get(thing) or ())


def _array(get: Get) -> Get:
    return lambda thing: f"[{','.join(map(dumps, get(thing) or ()))}]"
