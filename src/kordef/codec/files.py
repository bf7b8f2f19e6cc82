"""Many records: a dataset in one document, and JSON Lines."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import IO, Any

from kordef.codec.compiled import REFUSALS, RefusedError, dumpers, loaders, quoted
from kordef.codec.layout import FORMAT, VERSION
from kordef.codec.migrations import Migration, migration_from, oldest
from kordef.codec.objects import dumper_of, load
from kordef.codec.strict import gathered, shortened, shown, structure
from kordef.codec.text import decode, has_surrogates, is_list, malformed, parse, plain, scan
from kordef.collector import paused
from kordef.errors import Malformed
from kordef.forms import is_tuple
from kordef.records import Record

__all__ = ["dump_jsonl", "dump_records", "dumps_records", "load_jsonl", "loads_jsonl", "loads_records"]


def _head(generator: str | None) -> str:
    made_by = "" if generator is None else f',"generator":{quoted(generator)}'
    return f'{{"format":"{FORMAT}","version":"{VERSION}"{made_by}'


# ---- one document


_AT_ONCE = 256
"""How many records are written in one go."""


def _texts(records: Iterable[Record], between: str) -> Iterator[str]:
    """The texts of records, many in one piece, with what stands between two of them."""
    known = dumpers()
    waiting = iter(records)
    while some := list(islice(waiting, _AT_ONCE)):
        yield between.join([(known.get(record.__class__) or dumper_of(record.__class__))(record) for record in some])


def _document(records: Iterable[Record], generator: str | None) -> Iterator[str]:
    start, end = f'{_head(generator)},"records":[\n', "]}\n"
    for text in _texts(records, ",\n"):
        yield start + text
        start, end = ",\n", "\n]}\n"
    yield end if end[0] == "\n" else start + end


def dumps_records(records: Iterable[Record], *, generator: str | None = None) -> str:
    """The JSON text of a dataset of records, in their order; ``generator`` names what made it."""
    return "".join(_document(records, generator))


def dump_records(records: Iterable[Record], file: IO[bytes], *, generator: str | None = None) -> None:
    """Write the same to a binary file, without ever having the whole text."""
    file.writelines(text.encode() for text in _document(records, generator))


def loads_records(data: str | bytes) -> tuple[Record, ...]:
    """The records of a dataset's JSON text, in their order.

    While it runs, the cyclic garbage collector of the process pauses: records hold no cycles, and looking for some in
    each of millions of new objects would take longer than to load them.

    :raises Malformed: the text is not a dataset, or of a newer version of the format
    """
    with paused():
        try:
            return _by_lines(data)
        except REFUSALS:
            text = decode(data)
            return _as_a_whole(parse(text), quick=not has_surrogates(text))


_FIRST_LINE = re.compile(
    rf'{{"format":"{FORMAT}","version":"{re.escape(VERSION)}"(?:,"generator":"[^"\\\x00-\x1f]*")?,"records":\[\n'
)


def _by_lines(data: str | bytes) -> tuple[Record, ...]:
    """The records of a dataset that is laid out as :func:`dumps_records` does it; anything else is refused.

    Line by line no second copy of a large text is needed, and lines of ASCII are decoded faster.
    """
    lines = map(_text, _lines(data))
    if not _FIRST_LINE.fullmatch(next(lines, "")):
        raise RefusedError
    load_ = loaders()
    records: list[Record] = []
    rest = ",\n"
    for text in lines:
        if rest != ",\n":
            # That was the last record: what follows must be the end.
            if text == "]}\n" and next(lines, None) is None:
                return tuple(records)
            break
        if "\\" in text and has_surrogates(text):
            break
        pairs, end = scan(text, 0)
        records.append(load_[pairs[0][1]](pairs))
        rest = text[end:]
        if rest not in (",\n", "\n"):
            break
    raise RefusedError


def _text(line: str | bytes) -> str:
    """A line, which a lone surrogate makes a UnicodeError."""
    if isinstance(line, bytes):
        return line.decode()
    if not line.isascii():
        line.encode()
    return line


def _as_a_whole(document: Any, *, quick: bool) -> tuple[Record, ...]:
    head = _checked_head(document, ("format", "version", "generator", "records"), "")
    records, migrate = head["records"], migration_from(head["version"])
    if not is_list(records):
        raise malformed(f"expected an array of records, found {shown(records)}", "records")
    loaded: list[Record] = []
    problems: list[tuple[str, str]] = []
    for position, pairs in enumerate(records):
        try:
            loaded.append(_loaded(pairs, migrate, f"records[{position}]", 2, quick=quick))
        except Malformed as error:
            problems += error.problems
    if problems:
        raise gathered(problems)
    return tuple(loaded)


def _loaded(pairs: Any, migrate: Migration | None, path: str, depth: int, *, quick: bool) -> Record:
    if migrate is None:
        return load(pairs, Record, path, depth, quick=quick)
    return structure(migrate(plain(pairs, path, depth)), Record, path)


# ---- JSON Lines


def dump_jsonl(records: Iterable[Record], file: IO[bytes], *, generator: str | None = None) -> None:
    """Write records to a binary file as JSON Lines: the head, then one record a line."""
    file.write(f"{_head(generator)}}}\n".encode())
    for text in _texts(records, "\n"):
        file.write(f"{text}\n".encode())


def load_jsonl(file: Iterable[bytes | str]) -> Iterator[Record]:
    """The records of a JSON Lines file one after the other, in constant memory; ``file`` gives its lines.

    :raises Malformed: a line is not a record, or the first line not the head of a format that can be read. The records
        before it have been given by then.
    """
    lines = iter(file)
    first = decode(next(lines, b""), "line 1")
    if not first.strip():
        raise malformed("expected the head of the file, found nothing", "line 1")
    head = _checked_head(parse(first, "line 1"), ("format", "version", "generator"), "line 1")
    migrate = migration_from(head["version"])
    load_ = loaders() if migrate is None else {}
    for number, line in enumerate(lines, 2):
        try:
            text = _text(line)
            if "\\" in text and has_surrogates(text):
                raise RefusedError
            pairs, end = scan(text, 0)
            if text[end:] != "\n":
                raise RefusedError
            record = load_[pairs[0][1]](pairs)
        except REFUSALS:
            path = f"line {number}"
            text = decode(line, path)
            record = _loaded(parse(text, path), migrate, path, 0, quick=not has_surrogates(text))
        yield record


def loads_jsonl(data: str | bytes) -> tuple[Record, ...]:
    """All records of the text of a JSON Lines file, with the collector paused as in :func:`loads_records`.

    :raises Malformed: a line is not a record, or the first line not the head of a format that can be read
    """
    with paused():
        return tuple(load_jsonl(_lines(data)))


def _lines(data: str | bytes) -> io.StringIO | io.BytesIO:
    return io.StringIO(data, newline="\n") if isinstance(data, str) else io.BytesIO(data)


# ---- the head


def _checked_head(document: Any, known: tuple[str, ...], path: str) -> dict[str, Any]:
    """The keys of a file's outermost object, after checks of all but the records."""
    if not is_tuple(document):
        raise malformed(f"expected an object with {_listed(known)}, found {shown(document)}", path)
    keys: dict[str, Any] = {}
    problems: list[tuple[str, str]] = []
    for key, value in document:
        if key in keys:
            problems.append((path, f"key {shortened(key)!r} comes twice"))
        keys[key] = value
    # The version comes first: of a newer format nothing else can be judged.
    if keys.get("format") == FORMAT and "version" in keys:
        _check_version(keys["version"], _at(path, "version"))
    problems += [(path, f"required key '{key}' is missing") for key in known if key not in keys and key != "generator"]
    unknown = [shortened(key) for key in keys if key not in known]
    if unknown:
        problems.append((path, f"unknown key {_listed(unknown[:5])}, expected one of {_listed(known)}"))
    if keys.get("format", FORMAT) != FORMAT:
        problems.append((_at(path, "format"), f"expected '{FORMAT}', found {shown(keys['format'])}"))
    if type(keys.get("generator", "")) is not str:
        problems.append((_at(path, "generator"), f"expected a string, found {shown(keys['generator'])}"))
    if problems:
        raise gathered(problems)
    return keys


def _at(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key


def _listed(words: Iterable[str]) -> str:
    return ", ".join(map(repr, words))


_VERSION = re.compile(r"(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})")


def _check_version(version: object, path: str) -> None:
    match = _VERSION.fullmatch(version) if type(version) is str else None
    if match is None:
        raise malformed(f"expected a version such as '{VERSION}', found {shown(version)}", path)
    found = int(match[1]), int(match[2])
    major, minor = map(int, VERSION.split("."))
    if found > (major, minor):
        raise malformed(
            f"expected dataset format {VERSION} or older, found {version}, which a newer kordef reads,", path
        )
    try:
        migration_from(match[0])
    except LookupError:
        first = oldest()
        known = tuple(map(int, first.split(".")))
        what = f"older than {first}, the oldest" if found < known else "none of those"
        raise malformed(f"dataset format {version} is {what} that this kordef reads", path) from None
