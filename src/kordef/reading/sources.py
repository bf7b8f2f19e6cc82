"""What is known of documents besides their text: ``sources.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import cast

from attrs import frozen

from kordef.errors import InvalidValue, SourcesError
from kordef.periods import Period
from kordef.toml import parsed
from kordef.vocabulary import Quoting

__all__ = ["SourceEntry", "Sources", "load_sources"]

_KEYS = ("file", "title", "publisher", "published", "published_basis", "address", "language", "quotes")
_BASES = ("printed", "inferred")
_QUOTES: Mapping[object, Quoting] = {True: Quoting.ALLOWED, False: Quoting.OFFSETS, "nothing": Quoting.NOTHING}
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_ADDRESS = re.compile(r"https?://\S+")


@frozen(kw_only=True)
class SourceEntry:
    """One ``[[source]]`` table.

    ``file`` is the name of a file beside ``sources.toml``. ``published`` is an EDTF string (ISO 8601-2), ``published_basis`` says
    whether the text or its publisher prints it ("printed") or somebody worked it out ("inferred"). ``language`` is a BCP 47 tag.
    ``quotes`` is what a release may show of the text: ``true`` short quotes, ``false`` only their places and hashes,
    ``"nothing"`` not even that.
    """

    file: str
    title: str | None = None
    publisher: str | None = None
    published: Period | None = None
    published_basis: str | None = None
    address: str | None = None
    language: str | None = None
    quotes: Quoting = Quoting.ALLOWED


@frozen(kw_only=True)
class Sources:
    """The entries of one ``sources.toml``, in the order of the file."""

    path: str = ""
    entries: tuple[SourceEntry, ...] = ()

    def get(self, file: str) -> SourceEntry | None:
        """The entry for a file's name (folders in front of it do not count)."""
        return self._by_file.get(Path(file).name)

    @cached_property
    def _by_file(self) -> Mapping[str, SourceEntry]:
        return {entry.file: entry for entry in reversed(self.entries)}


def load_sources(path: str | Path) -> Sources:
    """Read a ``sources.toml``.

    Raises :class:`~kordef.errors.SourcesError` for a file that is not TOML, an unknown key, a value of the wrong type or
    form, and an entry whose file is not beside it. The message has the path, the number of the table (from 1), the key,
    what was expected and what was found.
    """
    path = Path(path)
    try:
        content = cast("dict[str, object]", parsed(path.read_bytes()))
    except OSError as error:
        raise SourcesError(f"{path}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise SourcesError(
            f"{path}: not UTF-8, as TOML must be: byte 0x{error.object[error.start]:02X} at offset {error.start}"
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise SourcesError(f"{path}: not TOML: {error}") from None
    except ValueError as error:  # an integer of thousands of digits, a nest of arrays
        raise SourcesError(f"{path}: not TOML that can be read: {error}") from None
    for key in content:
        if key != "source":
            raise SourcesError(f"{path}: unknown key {key!r}; expected only [[source]] tables")
    tables: object = content.get("source", cast("list[object]", []))
    listed = cast("list[object]", tables) if isinstance(tables, list) else None
    if listed is None or not all(isinstance(table, dict) for table in listed):
        raise SourcesError(
            f"{path}: 'source' must be an array of tables ([[source]]), found {_kind(content['source'])}"
        )
    entries: list[SourceEntry] = []
    places: dict[str, int] = {}
    for number, table in enumerate(cast("list[dict[str, object]]", listed), 1):
        entry = _entry(f"{path}, [[source]] {number}", path.parent, table)
        if entry.file in places:
            raise SourcesError(
                f"{path}, [[source]] {number}: {entry.file!r} has an entry already, [[source]] {places[entry.file]}"
            )
        places[entry.file] = number
        entries.append(entry)
    return Sources(path=str(path), entries=tuple(entries))


def _entry(where: str, folder: Path, table: Mapping[str, object]) -> SourceEntry:
    for key in table:
        if key not in _KEYS:
            raise SourcesError(f"{where}: unknown key {key!r}; expected one of {', '.join(_KEYS)}")
    values = {key: _text(where, key, table[key]) for key in table if key != "quotes"}
    if "file" not in values:
        raise SourcesError(f"{where}: key 'file' is missing; expected the name of a file beside sources.toml")
    file = values["file"]
    if Path(file).name != file:
        raise SourcesError(f"{where}: 'file' must be a file's name without folders, found {file!r}")
    if not (folder / file).is_file():
        raise SourcesError(f"{where}: 'file' names {file!r}, which is not there; expected a file in {folder}")
    basis, published = values.get("published_basis"), values.get("published")
    if basis is not None and basis not in _BASES:
        raise SourcesError(f"{where}: 'published_basis' must be 'printed' or 'inferred', found {basis!r}")
    if basis is not None and published is None:
        raise SourcesError(f"{where}: 'published_basis' says how 'published' is known, but 'published' is not there")
    language, address = values.get("language"), values.get("address")
    if language is not None and not _LANGUAGE.fullmatch(language):
        raise SourcesError(f"{where}: 'language' must be a tag such as 'en' or 'ko', found {language!r}")
    if address is not None and not _ADDRESS.fullmatch(address):
        raise SourcesError(f"{where}: 'address' must begin with http:// or https://, found {address!r}")
    return SourceEntry(
        file=file,
        title=values.get("title"),
        publisher=values.get("publisher"),
        published=None if published is None else _period(where, published),
        published_basis=basis,
        address=address,
        language=language,
        quotes=_quoting(where, table["quotes"]) if "quotes" in table else Quoting.ALLOWED,
    )


def _quoting(where: str, value: object) -> Quoting:
    if isinstance(value, (bool, str)) and value in _QUOTES:
        return _QUOTES[value]
    raise SourcesError(f"{where}: 'quotes' must be true, false or \"nothing\", found {_kind(value)}")


def _text(where: str, key: str, value: object) -> str:
    if not isinstance(value, str):
        found = _kind(value)
        hint = f'; write {key} = "{value}"' if key == "published" and found.endswith(")") else ""
        raise SourcesError(f"{where}: {key!r} must be a string, found {found}{hint}")
    if not value.strip():
        raise SourcesError(f"{where}: {key!r} is blank; leave it out where nothing is known")
    return value


def _period(where: str, edtf: str) -> Period:
    try:
        return Period(edtf=edtf)
    except InvalidValue as error:
        raise SourcesError(f"{where}: 'published' must be an EDTF date, found {edtf!r}: {error}") from None


def _kind(value: object) -> str:
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "an array"
    if isinstance(value, bool):
        return f"a boolean ({str(value).lower()})"
    names = {"int": "an integer", "float": "a float", "str": "a string"}
    name = type(value).__name__
    if isinstance(value, int) and value.bit_length() > 256:  # Python refuses to write out very large ones
        return "a very large integer"
    return f"{names.get(name, f'a {name}')} ({value})"
