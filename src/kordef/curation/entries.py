"""The entries of ``curation/*.toml``: read, and checked as far as the file alone allows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from attrs import Factory, frozen

from kordef.errors import CurationError
from kordef.forms import fields_of
from kordef.records import RECORD_TYPES
from kordef.toml import parsed
from kordef.vocabulary import EvidenceKind

__all__ = ["ACTIONS", "UNTOUCHED", "Curation", "Entry", "Quote", "load_curation"]

ACTIONS = {
    "add": frozenset({"file", "type", "quote", "at", "reason", "by", "record", "quotes"}),
    "correct": frozenset({"file", "type", "quote", "at", "only", "reason", "by", "record", "clear", "quotes"}),
    "reject": frozenset({"file", "type", "quote", "at", "only", "reason", "by"}),
}
"""What can be done, and the keys that an entry for it may have."""
UNTOUCHED = frozenset({"id", "source", "evidence", "review"})
"""The fields of a record that no entry gives: they follow from its place and its quotes."""

_TABLES = frozenset({"record", "quotes", "only"})
_HEAD = re.compile(r"[ \t]*\[\[[ \t]*(add|correct|reject)[ \t]*\]\][ \t]*(?:#[^\n]*)?")


@frozen(kw_only=True)
class Quote:
    """Words of a document; ``at`` is the place of the first, for words that stand there more than once."""

    exact: str
    at: int | None = None
    kind: EvidenceKind | None = None


@frozen(kw_only=True)
class Entry:
    """One entry: what to do to which record, and why.

    ``quote`` are the record's own words. ``only`` has fields that tell the record from others with the same words,
    ``record`` the fields to give it, ``clear`` those to take away, all by name and with the values of the JSON format, but
    for what refers to other records: that is a code, a name or a catalogue id. ``quotes`` are the words for fields,
    by JSON Pointer. ``where`` names the entry in messages.
    """

    action: str
    file: str
    type: str
    quote: Quote
    where: str
    reason: str = ""
    by: str = ""
    only: Mapping[str, Any] = Factory(dict[str, Any])
    record: Mapping[str, Any] = Factory(dict[str, Any])
    clear: tuple[str, ...] = ()
    quotes: Mapping[str, tuple[Quote, ...]] = Factory(dict[str, tuple[Quote, ...]])

    def error(self, problem: str) -> CurationError:
        """The error that something is wrong with this entry."""
        return CurationError(f"{self.where}: {problem}")


@frozen(kw_only=True, slots=False)
class Curation:
    """The entries of some files, in the order of the files' names and of the entries in them."""

    entries: tuple[Entry, ...] = ()

    def of(self, file: str) -> tuple[Entry, ...]:
        """The entries for a document, by its file's name."""
        return self._by_file.get(file, ())

    @cached_property
    def _by_file(self) -> Mapping[str, tuple[Entry, ...]]:
        files = dict.fromkeys(entry.file for entry in self.entries)
        return {file: tuple(e for e in self.entries if e.file == file) for file in files}


def load_curation(path: str | Path) -> Curation:
    """The entries in a TOML file, or in all of a folder; a folder that is not there has none.

    Raises :class:`~kordef.errors.CurationError` for what is not TOML, an unknown key, a value of the wrong type, and a
    document that is not there beside a folder called ``curation``. The message has the file, the entry and its line.
    """
    path = Path(path)
    if path.is_dir():
        files = sorted((f for f in path.glob("*.toml") if not f.name.startswith(".")), key=lambda file: file.name)
        for file in files:
            if file.exists() and not file.is_file():  # a pipe would keep the build waiting
                raise CurationError(f"{file}: is not a file; expected TOML files in {path}")
        beside = path.parent if path.name == "curation" else None
    elif path.exists():
        files, beside = [path], None
    elif path.name == "curation":
        return Curation()
    else:
        raise CurationError(f"{path}: is not there; expected a folder of TOML files, or one of them")
    entries = tuple(entry for file in files for entry in _read(file))
    for entry in entries:
        if beside is not None and not (Path(entry.file).name == entry.file and (beside / entry.file).is_file()):
            raise entry.error(
                f"'file' names {entry.file!r}, which is not there; expected the name of a document in {beside}"
            )
    return Curation(entries=entries)


def _read(file: Path) -> Iterator[Entry]:
    try:
        data = file.read_bytes()
        content = parsed(data)
    except OSError as error:
        raise CurationError(f"{file}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise CurationError(f"{file}: not UTF-8, as TOML must be: offset {error.start}") from None
    except ValueError as error:
        raise CurationError(f"{file}: not TOML that can be read: {error}") from None
    lines: dict[str, list[int]] = {action: [] for action in ACTIONS}
    for number, line in enumerate(data.decode("utf-8").splitlines(), 1):
        if match := _HEAD.fullmatch(line):
            lines[match[1]].append(number)
    for key, tables in content.items():
        if key not in ACTIONS:
            raise CurationError(f"{file}: unknown key {key!r}; expected [[add]], [[correct]] and [[reject]]")
        if not isinstance(tables, list):
            raise CurationError(f"{file}: {key!r} must be an array of tables ([[{key}]])")
        listed = cast("list[object]", tables)
        for number, table in enumerate(listed, 1):
            # a heading inside a quote of several lines would be counted too: then better no line than a wrong one
            line = f", line {lines[key][number - 1]}" if len(lines[key]) == len(listed) else ""
            yield _entry(f"{file}, [[{key}]] {number}{line}", key, table)


def _entry(where: str, action: str, table: Any) -> Entry:
    if not isinstance(table, dict):
        raise CurationError(f"{where}: must be a table, found {table!r}")
    given = cast("dict[str, Any]", table)
    for key, value in given.items():
        if key not in ACTIONS[action]:
            raise CurationError(f"{where}: unknown key {key!r}; expected one of {', '.join(sorted(ACTIONS[action]))}")
        if key in _TABLES:
            expected, fits = "a table", isinstance(value, dict)
        elif key == "at":
            expected, fits = "a place of at least 0", _is_place(value)
        elif key == "clear":
            expected, fits = (
                "an array of strings",
                isinstance(value, list) and all(isinstance(name, str) for name in cast("list[object]", value)),
            )
        else:
            expected, fits = "a string", isinstance(value, str)
        if not fits:
            raise CurationError(f"{where}: {key!r} must be {expected}, found {value!r}")
    for key in ("file", "type", "quote"):
        if not given.get(key, "").strip():
            raise CurationError(f"{where}: key {key!r} is missing or blank")
    entry = Entry(
        action=action,
        file=given["file"],
        type=given["type"],
        quote=Quote(exact=given["quote"], at=given.get("at")),
        where=where,
        reason=given.get("reason", "").strip(),
        by=given.get("by", "").strip(),
        only=given.get("only", {}),
        record=given.get("record", {}),
        clear=tuple(given.get("clear", ())),
        quotes={_pointer(field): _quotes(where, field, value) for field, value in given.get("quotes", {}).items()},
    )
    _check_fields(entry)
    return entry


def _check_fields(entry: Entry) -> None:
    types = [name for name in RECORD_TYPES if name != "source"]
    if entry.type not in types:
        hint = "; what is known of a source belongs in sources.toml" if entry.type == "source" else ""
        raise entry.error(f"'type' must be one of {', '.join(types)}, found {entry.type!r}{hint}")
    names = [field.name for field in fields_of(RECORD_TYPES[entry.type]) if field.name not in UNTOUCHED]
    for name in (*entry.only, *entry.record, *entry.clear):
        if name not in names:
            raise entry.error(f"a {entry.type} has no field {name!r} to give; expected one of {', '.join(names)}")
    if both := [name for name in entry.clear if name in entry.record]:
        raise entry.error(f"{both[0]!r} is both given and cleared")
    if entry.action == "reject" and not (entry.reason and entry.by):
        raise entry.error("'reason' and 'by' must say why, and who says so")


def _is_place(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _pointer(field: str) -> str:
    return f"/{field.lstrip('/')}" if field else ""


def _quotes(where: str, field: str, value: Any) -> tuple[Quote, ...]:
    every = cast("list[object]", value) if isinstance(value, list) else [value]
    return tuple(_quote(f"{where}: the quote for {field!r}", one) for one in every)


def _quote(where: str, value: Any) -> Quote:
    table = cast("dict[str, Any]", value) if isinstance(value, dict) else {"quote": value}
    exact, at, kind = table.get("quote"), table.get("at"), table.get("kind")
    if unknown := [key for key in table if key not in ("quote", "at", "kind")]:
        raise CurationError(f"{where} has the unknown key {unknown[0]!r}; expected quote, at and kind")
    if not isinstance(exact, str) or not exact.strip():
        raise CurationError(f"{where} must be a string, or a table with quote, at and kind, found {value!r}")
    if at is not None and not _is_place(at):
        raise CurationError(f"{where}: 'at' must be a place of at least 0, found {at!r}")
    if kind is not None and kind not in list(EvidenceKind):
        raise CurationError(f"{where}: 'kind' must be one of {', '.join(EvidenceKind)}, found {kind!r}")
    return Quote(exact=exact, at=at, kind=None if kind is None else EvidenceKind(kind))
