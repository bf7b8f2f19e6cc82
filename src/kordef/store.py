"""Datasets as files: one JSON document, JSON Lines where the name ends in ``.jsonl``, the folder of a release, or tables."""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from kordef.codec import dump_jsonl, dump_records, loads_jsonl, loads_records
from kordef.dataset import Dataset
from kordef.errors import KordefError, Malformed, Unreadable, unfit
from kordef.records import Record

__all__ = [
    "dataset_from",
    "dataset_from_tables",
    "dataset_text",
    "file_to_write",
    "read_dataset",
    "whole_file",
    "write_dataset",
]


def dataset_text(dataset: Dataset) -> str:
    """A dataset as one JSON document; the same dataset gives the same text."""
    out = io.BytesIO()
    dump_records(dataset.records, out)
    return out.getvalue().decode("utf-8")


def dataset_from(data: str | bytes) -> Dataset:
    """The dataset in a JSON document.

    Raises :class:`~kordef.errors.Malformed` for text that does not follow the format and
    :class:`~kordef.errors.DanglingReference` for a record that refers to nothing.
    """
    return Dataset.of(loads_records(data))


def dataset_from_tables(tables: Mapping[str, Any]) -> Dataset:
    """The dataset that tables were made of: those of :meth:`Dataset.tables`, read from Parquet for example, or plain rows.

    Every field is taken from its own columns, and nothing is lost on the way. Tables that follow from others need not be there.

    :raises Malformed: a cell is not what its column holds, or two columns contradict one another
    """
    from kordef.tables import records_of

    return Dataset.of(records_of(tables))


def read_dataset(path: str | Path) -> Dataset:
    """The dataset in a file, JSON Lines where its name ends in ``.jsonl``, or in a folder.

    A folder is that of a release, or one with JSON Lines files only, which together are one dataset. An error has a note with
    the path; what is wrong in one of several files begins with its name.
    """
    path = Path(path)
    try:
        if path.is_dir():
            return _from_folder(path)
        data = path.read_bytes()
        return Dataset.of(loads_jsonl(data)) if path.suffix.lower() == ".jsonl" else dataset_from(data)
    except KordefError as problem:
        problem.add_note(f"in {path}")
        raise


def _from_folder(folder: Path) -> Dataset:
    whole, judged = folder / "dataset.json", folder / "judgements.jsonl"
    if whole.is_file():
        with _named(whole):
            dataset = dataset_from(whole.read_bytes())
        if not judged.is_file():
            return dataset
        from kordef.cases import read_judgements

        return dataset.with_judgements(read_judgements(judged))
    lines = sorted(folder.glob("*.jsonl"))
    if not lines:
        raise Unreadable(f"{folder}: no dataset; expected the folder of a release, or one with files *.jsonl")
    return Dataset.of(record for path in lines for record in _lines_of(path))


def _lines_of(path: Path) -> tuple[Record, ...]:
    with _named(path):
        return loads_jsonl(path.read_bytes())


@contextmanager
def _named(path: Path) -> Generator[None]:
    """Lets what is wrong with a file of a folder begin with its name."""
    try:
        yield
    except Malformed as problem:
        raise Malformed(
            tuple((f"{path.name}: {at}" if at else path.name, text) for at, text in problem.problems)
        ) from None


def write_dataset(dataset: Dataset, path: str | Path) -> None:
    """Write a dataset to a file, which is there as a whole or, if writing fails, as it was before."""
    if not isinstance(dataset, Dataset):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise unfit("write_dataset", "a Dataset", dataset)
    path = Path(path)
    with whole_file(path) as out:
        if path.suffix.lower() == ".jsonl":
            dump_jsonl(dataset.records, out)
        else:
            dump_records(dataset.records, out)


@contextmanager
def whole_file(path: Path) -> Generator[IO[bytes]]:
    """A file to write to that takes its place only when everything is written.

    A link stays a link, to the new file; a device or a pipe (``/dev/stdout``) is written to as it is.
    """
    target = file_to_write(path)
    if target.exists() and not target.is_file():
        with _named_in_errors(path), target.open("wb") as out:
            yield out
        return
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    except OSError as problem:  # which would name the file that stands in for the one that was asked for
        raise type(problem)(problem.errno, problem.strerror, str(path)) from None
    temporary = Path(name)
    try:
        with _named_in_errors(path), os.fdopen(handle, "wb") as out:
            yield out
        mask = os.umask(0)
        os.umask(mask)
        temporary.chmod(0o666 & ~mask)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def file_to_write(path: Path) -> Path:
    """The file that is written where a path is asked for: itself, or what a link leads to.

    :raises OSError: the path is a folder's, or its folder is not there or takes no files; told before any work is done
    """
    if path.is_dir():
        raise IsADirectoryError(21, "is a folder, expected a file to write", str(path))
    if path.exists() and not path.is_file():
        return path
    path = Path(os.path.realpath(path))
    if not path.parent.exists():
        raise FileNotFoundError(2, os.strerror(2), str(path.parent))
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise PermissionError(13, os.strerror(13), str(path.parent))
    return path


@contextmanager
def _named_in_errors(path: Path) -> Generator[None]:
    """Lets an error of the system that names no file, such as that of a full disk, name the one that is written."""
    try:
        yield
    except OSError as problem:
        if problem.errno is None or problem.filename is not None:
            raise
        raise type(problem)(problem.errno, problem.strerror, str(path)) from None
