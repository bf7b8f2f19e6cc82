"""What a command may write to: no input of its own, and no name that promises another format than it writes."""

from __future__ import annotations

import argparse
from contextlib import suppress
from pathlib import Path

from kordef.commands.hints import note

__all__ = ["refused"]

_OTHERS = frozenset({
    ".csv", ".tsv", ".xls", ".xlsx", ".ods", ".parquet", ".feather", ".arrow", ".sqlite", ".sqlite3", ".db", ".duckdb",
    ".html", ".htm", ".md", ".xml", ".yaml", ".yml", ".toml", ".pdf", ".docx",
})  # fmt: skip
"""How names of files end that hold no JSON."""


def refused(arguments: argparse.Namespace) -> bool:
    """Whether the output of a command that writes JSON cannot be meant; the message says why.

    An output that cannot be written is an OSError, before documents are read for nothing.
    """
    from kordef.store import file_to_write

    output: str | None = arguments.output
    if output is None or output == "-":
        return False
    problem = _overwritten(Path(output), arguments) or _misnamed(Path(output))
    if problem:
        note(arguments, f"{output}: {problem}")
        return True
    file_to_write(Path(output))
    return False


def _overwritten(target: Path, arguments: argparse.Namespace) -> str | None:
    from kordef.pipeline import JUDGEMENTS
    from kordef.reading import document_paths, is_document

    beside = (arguments.sources, getattr(arguments, "curation", None))
    for file in (*document_paths(arguments.paths), *(Path(path) for path in beside if path)):
        # a device may be both, as a terminal is
        if target.is_file() and _same(target, file):
            return "is read by this command and would be lost; expected another file to write"
    for given in arguments.paths:
        path = Path(given)
        whole = path.is_dir()
        if given == "-" or not _same(target.parent, path if whole else path.parent):
            continue
        if whole and is_document(target):
            return "would be read as a document of its folder from then on; expected a name such as dataset.json"
        if target.name == JUDGEMENTS:
            return "is what people have judged of the documents beside it; expected another name"
    return None


def _same(one: Path, other: Path) -> bool:
    """Whether two paths lead to one file or folder, by whatever name or link."""
    with suppress(OSError, ValueError):
        return one.samefile(other)
    return False


def _misnamed(target: Path) -> str | None:
    end = target.suffix.lower()
    if end not in _OTHERS:
        return None
    return (
        f"this command writes JSON; expected a name such as dataset.json, found *{end} "
        "(kordef release writes CSV, Parquet and SQLite)"
    )
