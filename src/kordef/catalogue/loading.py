"""Reading data files: TOML tables to catalogue entries, with errors that name the file, the table and the key.

A data file holds tables of these names, each entry under its id, in any mixture::

    [weapon]
    k9 = { designation = 'K9', name = 'Thunder', category = 'self-propelled howitzer', maker = 'hanwha-aerospace' }
    k9pl = { designation = 'K9PL', family = 'k9' }

    [extend.weapon]             # adds to the lists of an entry that is already there
    k9 = { aliases = ['K9 of ours'] }

    [shared.state]              # a spelling that two entries of a kind own on purpose, and why
    Congolese = 'both Congos'

The keys of an entry are the fields of its class. What a weapon leaves out it takes from its family, which stands above
it (but the maker only if the origin is the same), and the categories of the registers from the class that its own
category names.

A list of strings may be one string with " | " between the items. The files of the package make use of it and have one
line to an entry and single quotes: ``tomllib`` reads that fastest, and so do people.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final, TypeGuard, cast, get_args, get_origin

import attrs

from kordef.catalogue.model import (
    Company,
    Currency,
    Entry,
    Landmark,
    Misspelling,
    Organisation,
    SharedName,
    SharedWord,
    State,
    Weapon,
    WeaponClass,
)
from kordef.errors import CatalogueError
from kordef.toml import parsed
from kordef.vocabulary import Vocabulary

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["TABLES", "Entries", "Tables", "read_file", "read_text"]

TABLES: Final[dict[str, type[Entry]]] = {
    "state": State,
    "organisation": Organisation,
    "company": Company,
    "weapon_class": WeaponClass,
    "weapon": Weapon,
    "currency": Currency,
    "shared_word": SharedWord,
    "misspelling": Misspelling,
    "landmark": Landmark,
}
"""The tables of a data file, in the order in which they are read: weapons inherit from classes."""

# The field that the key of an entry fills; everywhere else it is ``id``.
_KEY_FIELDS: Final = {
    "state": "code",
    "weapon_class": "singular",
    "currency": "code",
    "shared_word": "text",
    "misspelling": "text",
}

_SEPARATOR: Final = " | "

_REGISTERS: Final = ("sipri_category", "unroca_category")
_INHERITED: Final = ("category", *_REGISTERS, "maker", "origin")

Entries = dict[str, Entry]


@attrs.define
class Tables:
    """The entries of one or more files by table and id, and the spellings that are shared on purpose."""

    entries: dict[str, Entries] = attrs.field(factory=lambda: {table: {} for table in TABLES})
    shared: list[SharedName] = attrs.field(factory=lambda: list[SharedName]())


def read_file(path: Path, into: Tables) -> None:
    """Add the entries of a TOML file to ``into``, which is left half changed if there is an error.

    Raises `CatalogueError` with all that is wrong in the file.
    """
    try:
        data = path.read_bytes()
        data.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueError(f"{path}: cannot be read: {error}") from error
    try:
        document = parsed(data)
    except ValueError as error:
        raise CatalogueError(f"{path}: is not TOML: {error}") from error
    _read(document, str(path), into)


def read_text(text: str, name: str, into: Tables) -> None:
    """`read_file` for the package's own text; ``name`` stands for the file in errors."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{name}: is not TOML: {error}") from error
    _read(document, name, into)


def _read(document: dict[str, Any], name: str, into: Tables) -> None:
    problems = [
        f"{found} must be one of {', '.join((*TABLES, 'extend', 'shared'))}, found {found!r}"
        for found in document
        if found not in (*TABLES, "extend", "shared")
    ]
    for table in TABLES:
        _add(into.entries, table, _checked(document.get(table, {}), table, problems), problems)
    for section, read in (("extend", _extend), ("shared", _share)):
        for table, rows in _checked(document.get(section, {}), section, problems).items():
            where = f"{section}.{table}"
            if table in TABLES:
                read(into, table, _checked(rows, where, problems), problems)
            else:
                problems.append(f"{where} must be {section} with one of {', '.join(TABLES)}, found {table!r}")
    if problems:
        raise CatalogueError("; ".join(f"{name}: {problem}" for problem in problems))


def _checked(rows: object, where: str, problems: list[str]) -> Mapping[str, Any]:
    """What should be a table; if it is none, that is a problem and nothing is read."""
    if isinstance(rows, dict):
        return cast("dict[str, Any]", rows)
    problems.append(f"{where} must be a table, found {rows!r}")
    return {}


def _add(entries: dict[str, Entries], table: str, rows: Mapping[str, Any], problems: list[str]) -> None:
    """Add new entries."""
    entry_type: Callable[..., Entry] = TABLES[table]
    key_field = _KEY_FIELDS.get(table, "id")
    fields, required = _fields(table)
    for identifier, row in rows.items():
        where = f"{table}.{identifier}"
        before = len(problems)
        if identifier in entries[table]:
            problems.append(
                f"{where} must be a new id, found {identifier!r}, which is there already (extend.{table} adds to it)"
            )
        values = _values(fields, _checked(row, where, problems), where, problems)
        if table == "weapon":
            values = {**_inherited(values, entries, where, problems), **values}
        if len(problems) > before:
            continue
        if required <= values.keys():
            entries[table][identifier] = entry_type(**{key_field: identifier}, **values)
        else:
            problems.append(
                f"{where} must have {', '.join(sorted(required))}, found {', '.join(sorted(values)) or 'nothing'}"
            )


def _inherited(
    values: Mapping[str, Any], entries: Mapping[str, Entries], where: str, problems: list[str]
) -> dict[str, Any]:
    """What a weapon takes from its family and from its class."""
    taken: dict[str, Any] = {}
    if "family" in values:
        family = entries["weapon"].get(values["family"])
        if family is None:
            problems.append(f"{where}.family must be the id of a weapon above it, found {values['family']!r}")
        else:
            taken = {name: getattr(family, name) for name in _INHERITED}
            if "origin" in values:
                del taken["maker"]  # a licensed or adapted version is not made by the maker of the original
    if "category" in values:
        weapon_class = entries["weapon_class"].get(values["category"])
        taken |= {name: getattr(weapon_class, name, None) for name in _REGISTERS}
    return taken


def _extend(into: Tables, table: str, rows: Mapping[str, Any], problems: list[str]) -> None:
    """Add to the lists of entries that are there."""
    fields, _ = _fields(table)
    entries = into.entries[table]
    for identifier, row in rows.items():
        where = f"extend.{table}.{identifier}"
        entry = entries.get(identifier)
        if entry is None:
            problems.append(f"{where} must be the id of an entry of {table}, found {identifier!r}")
            continue
        values = _values(fields, _checked(row, where, problems), where, problems)
        problems.extend(
            f"{where}.{name} must be a field that is a list, found {row[name]!r} for one that is not"
            for name in values
            if not fields[name].is_list
        )
        longer = {name: (*getattr(entry, name), *new) for name, new in values.items() if fields[name].is_list}
        entries[identifier] = attrs.evolve(cast("Any", entry), **longer)


def _share(into: Tables, table: str, rows: Mapping[str, Any], problems: list[str]) -> None:
    """Allow spellings to be owned by several entries."""
    for text, reason in rows.items():
        if isinstance(reason, str):
            into.shared.append(SharedName(kind=table, text=text, reason=reason))
        else:
            problems.append(f"shared.{table}.{text} must be the reason, a string, found {reason!r}")


@attrs.frozen
class _Field:
    """What is expected of a value in a file, in words, and its reader, which gives None for anything else."""

    expected: str
    read: Callable[[Any], Any]
    is_list: bool = False


def _values(fields: Mapping[str, _Field], row: Mapping[str, Any], where: str, problems: list[str]) -> dict[str, Any]:
    """The fields of one entry; what cannot be read is a problem and left out."""
    values: dict[str, Any] = {}
    for name, value in row.items():
        field = fields.get(name)
        if field is None:
            problems.append(f"{where}.{name} must be one of {', '.join(fields)}, found {name!r}")
        elif (read := field.read(value)) is None:
            problems.append(f"{where}.{name} must be {field.expected}, found {value!r}")
        else:
            values[name] = read
    return values


@cache
def _fields(table: str) -> tuple[dict[str, _Field], frozenset[str]]:
    """The fields that an entry of the table may have and those it must have, without the one that the key fills."""
    entry_type = attrs.resolve_types(TABLES[table])
    attributes = [a for a in attrs.fields(entry_type) if a.name != _KEY_FIELDS.get(table, "id")]
    return (
        {a.name: _field(a.type) for a in attributes},
        frozenset(a.name for a in attributes if a.default is attrs.NOTHING),
    )


def _field(annotation: Any) -> _Field:
    """The reader for an annotation, of the few shapes that the model uses."""
    if get_origin(annotation) is tuple:
        return _Field("a list of strings or one string", _read_strings, is_list=True)
    kind = next((part for part in get_args(annotation) if part is not type(None)), annotation)
    if issubclass(kind, Vocabulary):
        members = {member.value: member for member in kind}
        return _Field(f"one of {', '.join(map(repr, members))}", partial(_read_member, members))
    expected = {str: "a string", bool: "true or false", int: "a whole number", date: "a date"}[kind]
    return _Field(expected, partial(_read_exactly, kind))


def _read_strings(value: object) -> tuple[str, ...] | None:
    if isinstance(value, str):
        return tuple(value.split(_SEPARATOR))
    if _is_list(value):
        strings = tuple(item for item in value if isinstance(item, str))
        return strings if len(strings) == len(value) else None
    return None


def _is_list(value: object) -> TypeGuard[list[object]]:
    return isinstance(value, list)


def _read_member(members: Mapping[str, Vocabulary], value: object) -> Vocabulary | None:
    return members.get(value) if isinstance(value, str) else None


def _read_exactly(kind: type, value: object) -> object | None:
    # Not isinstance: True is an int and a datetime is a date to it.
    return value if type(value) is kind else None
