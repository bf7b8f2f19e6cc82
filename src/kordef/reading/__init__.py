"""From bytes to a :class:`~kordef.document.Document`: title, dateline, paragraphs, sentences, tables, embedded articles.

Reading marks, it does not understand: every part is a span into the untouched text, and a date or a number stays words.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from kordef.document import Block, BlockKind, Document, Story
from kordef.errors import Unreadable, unfit
from kordef.periods import Period
from kordef.reading.decoding import decode
from kordef.reading.sentences import split
from kordef.reading.sources import SourceEntry, Sources, load_sources
from kordef.reading.stories import parts
from kordef.terminal import harmless
from kordef.vocabulary import Quoting

__all__ = [
    "STDIN",
    "Paths",
    "SourceEntry",
    "Sources",
    "document_paths",
    "documents",
    "is_document",
    "load_sources",
    "passed_over",
    "read_bytes",
    "read_file",
    "read_passage",
    "read_text",
    "refuse_twins",
    "standard_input",
]

SOURCES_FILE = "sources.toml"
STDIN = "-"
Paths: TypeAlias = str | Path | Iterable[str | Path]
"""One path, or several."""

_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?![^\S\n]*(?:\n|\Z)))*(?<=\S)")
"""Lines up to an empty one."""
_SUFFIXES = (".txt", ".md")
_OTHER_TEXTS = frozenset(
    ".htm .html .xhtml .mht .mhtml .pdf .doc .docx .odt .rtf .hwp .hwpx .pages .epub .text .markdown .rst .eml .msg".split()
)
"""How names of files end that may be documents in a form that is not read."""


def read_text(name: str, text: str, known: SourceEntry | None = None) -> Document:
    """The document of a text that is in memory. Its hash is that of the text in UTF-8.

    Bytes are for :func:`read_bytes`, which finds out their encoding.
    """
    for each in (name, text):
        if not isinstance(each, str):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise unfit("read_text", "a name and a text, both str", each)
    return _document(name, text, _hash(name, text), "utf-8", known)


def _hash(name: str, text: str) -> str:
    try:
        return hashlib.sha256(text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as error:
        raise Unreadable(
            f"{name}: character {error.start} is half of a surrogate pair; expected Unicode text"
        ) from None


def read_passage(text: str, published: Period | None = None) -> Document:
    """The document of a sentence or passage for itself, which is no page.

    Each paragraph is running text, whatever it looks like: nothing is taken for a title, a dateline, a table or page furniture.
    ``published`` is the date that "yesterday" and the like are counted from.
    """
    paragraphs = tuple(
        Block(kind=BlockKind.PARAGRAPH, start=start, end=end, sentences=split(text, start, end))
        for start, end in (found.span() for found in _PARAGRAPH.finditer(text))
    )
    return Document(
        name="text",
        text=text,
        sha256=_hash("text", text),
        blocks=paragraphs,
        stories=(Story(start=paragraphs[0].start, end=paragraphs[-1].end),) if paragraphs else (),
        published=published,
    )


def read_bytes(name: str, data: bytes, known: SourceEntry | None = None) -> Document:
    """The document of a file's bytes.

    Raises :class:`~kordef.errors.Unreadable` for what is not text (see ``decoding``), and for a text of nothing but blanks.
    """
    text, encoding = decode(name, data)
    document = _document(name, text, hashlib.sha256(data).hexdigest(), encoding, known)
    if not document.blocks:
        raise Unreadable(f"{name}: the file has only blanks; expected text")
    return document


def read_file(path: str | Path, known: SourceEntry | None = None) -> Document:
    """The document in a file, or on standard input (``-``)."""
    if str(path) == STDIN:
        return read_bytes("stdin", standard_input(), known)
    path = Path(path)
    try:
        data = path.read_bytes()
        path.name.encode("utf-8")
    except OSError as error:
        raise Unreadable(f"{harmless(str(path))}: cannot be read: {error.strerror or error}") from None
    except UnicodeEncodeError:
        raise Unreadable(f"{harmless(str(path))}: the file's name is not Unicode text; expected one in UTF-8") from None
    except ValueError as error:  # a NUL in the path
        raise Unreadable(f"{harmless(str(path))}: cannot be read: {error}") from None
    return read_bytes(path.name, data, known)


def standard_input() -> bytes:
    """All bytes of the standard input."""
    # A process may be started without one, and then Python has None there.
    if sys.stdin is None:  # pyright: ignore[reportUnnecessaryComparison]
        raise Unreadable("stdin: the standard input is closed; expected text")
    return sys.stdin.buffer.read()


def documents(paths: Paths, sources: Sources | str | Path | None = None) -> Iterator[Document]:
    """The documents in files and folders, in the order given, those of a folder by name.

    What is known besides the text comes from ``sources``; where none is given, from the ``sources.toml`` beside each document.
    """
    if isinstance(sources, str | Path):
        sources = load_sources(sources)
    beside: dict[Path, Sources] = {}
    for path in document_paths(paths):
        known = sources
        if known is None and str(path) != STDIN:
            folder = path.parent
            if folder not in beside:
                beside[folder] = _beside(folder)
            known = beside[folder]
        yield read_file(path, known.get(path.name) if known else None)


def _beside(folder: Path) -> Sources:
    file = folder / SOURCES_FILE
    return load_sources(file) if os.path.isfile(file) else Sources()  # noqa: PTH113 - false, too, where it cannot be asked


def document_paths(paths: Paths) -> tuple[Path, ...]:
    """The files that one path or several stand for, each once.

    A file stands for itself, whatever its name; ``-`` for standard input; a folder for the texts directly in it (``*.txt`` and
    ``*.md``, but no README and no hidden file), sorted by name. A folder without texts raises :class:`~kordef.errors.Unreadable`.
    """
    if not isinstance(paths, str | Path | Iterable):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise unfit("build", "a path or several", paths)
    found: dict[Path, Path] = {}
    for given in (paths,) if isinstance(paths, str | Path) else paths:
        if not str(given):
            raise Unreadable("a path is empty; expected a file, a folder, or - for standard input")
        path = Path(given)
        for file in _in_folder(path) if os.path.isdir(path) else (path,):  # noqa: PTH112 - a path that nobody can have is no folder
            found.setdefault(file if str(file) == STDIN else _real(file), file)
    return tuple(found.values())


def passed_over(paths: Paths) -> tuple[str, ...]:
    """The names of what stands in given folders and seems to be documents, but is not read: pages, PDF and Office files, links
    that lead nowhere, and folders with texts in them.
    """
    found: list[str] = []
    for folder in map(Path, (paths,) if isinstance(paths, str | Path) else paths):
        with suppress(OSError, ValueError):
            for path in sorted(folder.iterdir(), key=lambda path: path.name):
                if path.name[0] == ".":
                    continue
                if path.suffix.lower() in _OTHER_TEXTS and path.is_file():
                    found.append(path.name)
                elif path.is_dir():
                    if not path.is_symlink() and _has_documents(path):
                        found.append(f"{path.name}/")
                elif is_document(path) and not path.is_file():
                    found.append(f"{path.name} (a link to nothing, or no file)")
    return tuple(found)


def _real(file: Path) -> Path:
    try:
        return Path(os.path.realpath(file))  # Path.resolve refuses links that lead in a circle; reading says so better
    except ValueError:
        return file


def refuse_twins(paths: Iterable[str | Path]) -> None:
    """Raise :class:`~kordef.errors.Unreadable` where two of the files have the same bytes: they are one document, whose
    facts would be counted twice. The message names all of them.
    """
    sizes: dict[int, list[Path]] = {}
    texts: dict[bytes, list[Path]] = {}
    with suppress(OSError):  # a file that goes or cannot be read: whoever reads it will say so
        for path in map(Path, paths):
            if path.is_file():
                sizes.setdefault(path.stat().st_size, []).append(path)
        for alike in sizes.values():
            for path in alike if len(alike) > 1 else ():
                texts.setdefault(hashlib.sha256(path.read_bytes()).digest(), []).append(path)
    twins = [" and ".join(map(str, same)) for same in texts.values() if len(same) > 1]
    if twins:
        more = f"; and {len(twins) - 5} more such groups" if len(twins) > 5 else ""
        raise Unreadable(f"the same text stands in {'; in '.join(twins[:5])}{more}; expected each document once")


def _in_folder(folder: Path) -> list[Path]:
    try:
        inside = sorted(folder.iterdir(), key=lambda path: path.name)
        texts = [path for path in inside if is_document(path) and path.is_file()]
    except OSError as error:
        raise Unreadable(f"{folder}: cannot be read: {error.strerror or error}") from None
    if not texts:
        nested = [path.name for path in inside if path.is_dir() and not path.is_symlink() and _has_documents(path)]
        hint = f"; the folder {nested[0]!r} in it has some" if nested else ""
        others = f"{len(inside)} other {'entry' if len(inside) == 1 else 'entries'}" if inside else "nothing"
        raise Unreadable(f"{folder}: no documents; expected files *.txt or *.md, found {others}{hint}")
    return texts


def _has_documents(folder: Path) -> bool:
    try:
        return any(map(is_document, folder.iterdir()))
    except OSError:
        return False


def is_document(path: Path) -> bool:
    """Whether a file of this name in a folder is one of the folder's documents."""
    return path.suffix.lower() in _SUFFIXES and path.name[0] != "." and path.stem.upper() != "README"


def _document(name: str, text: str, sha256: str, encoding: str, known: SourceEntry | None) -> Document:
    blocks, stories = parts(text)
    return Document(
        name=name,
        text=text,
        sha256=sha256,
        encoding=encoding,
        blocks=blocks,
        stories=stories,
        given_title=known.title if known else None,
        publisher=known.publisher if known else None,
        published=known.published if known else None,
        published_basis=known.published_basis if known else None,
        address=known.address if known else None,
        language=known.language if known else None,
        quotes=known.quotes if known else Quoting.ALLOWED,
    )
