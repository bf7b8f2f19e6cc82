"""What commands read from and write to: dataset files, standard input and output, tables, the progress of long work."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from shutil import get_terminal_size
from typing import IO, TYPE_CHECKING, Any, cast

from kordef.errors import DanglingReference, InvalidValue, Malformed, Unreadable
from kordef.terminal import harmless

if TYPE_CHECKING:
    from kordef.dataset import Dataset
    from kordef.showing import Table

__all__ = ["data_out", "load", "on_terminal", "output", "print_table", "progress", "width"]


def load(path: str, judgements: str | None = None) -> Dataset:
    """The dataset in a file, "-" being the standard input, with what people have judged, in a file of its own.

    What is wrong with the dataset is an ``Unreadable`` that names it.
    """
    dataset = _load(path)
    if judgements is None:
        return dataset
    from kordef.cases import read_judgements

    return dataset.with_judgements(read_judgements(judgements))


def _load(path: str) -> Dataset:
    from kordef.reading import is_document, standard_input
    from kordef.store import dataset_from, read_dataset

    try:
        if path != "-":
            return read_dataset(path)
        path = "stdin"
        return dataset_from(standard_input())
    except Malformed as problem:
        more = len(problem.problems) - 3
        said = "; ".join(str(Malformed((p,))) for p in problem.problems[:3])
        said += f"; and {more} more" if more > 0 else ""
        if is_document(Path(path)):
            said += "; expected a dataset, which kordef build makes of texts"
        raise Unreadable(f"{path}: {said}") from None
    except (DanglingReference, InvalidValue) as problem:
        raise Unreadable(f"{path}: {problem}") from None


def on_terminal() -> bool:
    """Whether a person reads the standard output."""
    return bool(sys.stdout and sys.stdout.isatty())


def data_out() -> IO[str]:
    """Standard output for data: UTF-8 on every machine, as in a file."""
    if sys.stdout is None:  # pyright: ignore[reportUnnecessaryComparison]
        raise Unreadable("the standard output is closed; expected somewhere to write to")
    if hasattr(sys.stdout, "reconfigure"):
        cast("Any", sys.stdout).reconfigure(encoding="utf-8", errors="strict", newline="\n")
    return sys.stdout


@contextmanager
def output(path: str | None) -> Generator[IO[str]]:
    """Standard output, or a file that is there as a whole or not at all."""
    if path is None or path == "-":
        yield data_out()
        return
    from kordef.store import whole_file

    with whole_file(Path(path)) as out:
        text = TextIOWrapper(out, encoding="utf-8", newline="\n")
        yield text
        text.flush()
        text.detach()


@contextmanager
def progress() -> Generator[Callable[[int, str], None]]:
    """A count of documents on the terminal's last line, for work that takes longer than a moment."""
    from time import monotonic

    live = bool(sys.stderr and sys.stderr.isatty())
    began = monotonic()
    widest = 0

    def step(done: int, name: str) -> None:
        nonlocal widest
        if live and monotonic() - began > 0.5:
            text = harmless(" ".join(f"{done} read: {name}".split()))[:76]
            sys.stderr.write("\r" + text.ljust(widest))
            sys.stderr.flush()
            widest = len(text)

    yield step
    if widest:
        sys.stderr.write("\r" + " " * widest + "\r")


def width() -> int:
    """How many columns a table may take."""
    return max(40, get_terminal_size((140, 24)).columns)


def print_table(shown: Table) -> None:
    """With rich on a terminal its tables, else plain text; the words are the same."""
    if on_terminal() and shown.fits(width() - len(shown.columns) - 3):  # for its bars
        try:
            from rich.console import Console
            from rich.table import Table as RichTable
            from rich.text import Text
        except ImportError:
            pass
        else:
            rich = RichTable(title=shown.name, show_lines=True)
            for column, cells in zip(shown.columns, zip(shown.columns, *shown.rows, strict=True), strict=True):
                # ids stay whole: people copy them
                rich.add_column(column, min_width=max(map(len, cells)) if column == "id" else None, overflow="fold")
            for row in shown.rows:
                rich.add_row(*map(Text, row))  # plain: what looks like rich's markup is the document's
            Console().print(rich)
            return
    print(shown.text(width()))
