"""The command line: a thin face on the library.

Exit codes: 0 when all went well, 1 for bad input or findings, 2 for a command line that makes no sense, 130 after Ctrl-C.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from pathlib import Path
from shutil import get_terminal_size
from typing import IO, TYPE_CHECKING, Any, cast

from kordef._version import __version__
from kordef.errors import DanglingReference, InvalidValue, KordefError, Malformed, Unreadable
from kordef.terminal import harmless

if TYPE_CHECKING:
    from kordef.dataset import Dataset
    from kordef.showing import Table

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    parser = _parser()
    try:
        arguments = parser.parse_args(argv)
    except SystemExit as stop:  # argparse has printed why
        return int(stop.code or 0)
    _be_printable()
    try:
        code = int(arguments.run(arguments))
        if sys.stdout is not None:  # pyright: ignore[reportUnnecessaryComparison]
            sys.stdout.flush()  # so that a full disk is told here, and not when Python ends
        return code
    except KordefError as problem:
        return _fail(_with_notes(problem))
    except BrokenPipeError:  # the reader of a pipe has seen enough
        _drop_what_cannot_be_written()
        return 0
    except OSError as problem:
        _drop_what_cannot_be_written()
        where = f"{problem.filename}: " if problem.filename else ""
        return _fail(f"{where}{(problem.strerror or str(problem)).lower()}")
    except KeyboardInterrupt:
        _fail("interrupted")
        return 130


def _be_printable() -> None:
    """Let the streams escape what their encoding does not have, where Python would raise an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _drop_what_cannot_be_written() -> None:
    """Where standard output takes no more, let it go nowhere, or Python tries again at its end and complains."""
    with suppress(ValueError, AttributeError):  # closed, or none
        try:
            sys.stdout.flush()
        except OSError:
            with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - not a path
                os.dup2(nowhere.fileno(), sys.stdout.fileno())


def _with_notes(problem: KordefError) -> str:
    return ", ".join([str(problem), *getattr(problem, "__notes__", ())])


_LONGEST = 1000
"""Of a message that quotes its input, this many characters are shown."""


def _fail(message: str) -> int:
    line = harmless(" ".join(message.split()))
    if len(line) > _LONGEST:
        line = f"{line[: _LONGEST // 2]} … {line[-_LONGEST // 2 :]}"
    if sys.stderr is not None:  # pyright: ignore[reportUnnecessaryComparison]
        print(f"kordef: {line}", file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kordef", description="Typed, traceable facts about Korea-Europe defence cooperation."
    )
    parser.add_argument("--version", action="version", version=f"kordef {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    build = commands.add_parser("build", help="read documents and write one dataset", description=_BUILD)
    _inputs(build)
    build.add_argument("-o", "--output", metavar="FILE", help="the dataset's file (standard output where not given)")
    build.add_argument("-j", "--jobs", type=_positive, default=1, metavar="N", help="processes to share the work (1)")
    build.set_defaults(run=_build)

    annotate = commands.add_parser("annotate", help="write what is found as JSON Lines", description=_ANNOTATE)
    _inputs(annotate)
    annotate.add_argument("-o", "--output", metavar="FILE", help="the file to write (standard output where not given)")
    annotate.add_argument("--leftovers", action="store_true", help="write the mentions that no record used instead")
    annotate.set_defaults(run=_annotate)

    explain = commands.add_parser("explain", help="show why a record says what it says", description=_EXPLAIN)
    explain.add_argument("dataset", metavar="DATASET", help="a dataset file, or - for standard input")
    explain.add_argument(
        "id", metavar="ID", help="the record's id, or as many of its first characters as name it alone"
    )
    explain.set_defaults(run=_explain)

    show = commands.add_parser("show", help="print a dataset's records as tables", description=_SHOW)
    show.add_argument("dataset", metavar="DATASET", help="a dataset file, or - for standard input")
    show.add_argument(
        "tables", metavar="TABLE", nargs="*", help="transfers, agreements, dialogues, ... (a summary where not given)"
    )
    show.set_defaults(run=_show)

    schema = commands.add_parser(
        "schema", help="print the JSON Schema of a dataset", description="Print the JSON Schema of a dataset."
    )
    schema.set_defaults(run=_schema)
    return parser


_BUILD = """Read documents and write one dataset in which every field points at the characters it came from.
Folders are read for their .txt and .md files; a sources.toml beside them says what is known besides the texts."""
_ANNOTATE = """Read documents and write every mention and record as one JSON object a line, with its quote and place."""
_EXPLAIN = """Show each field of a record with the sentence that it rests on, the words marked."""
_SHOW = """Print the records of a dataset as tables, each with the words that it rests on."""


def _inputs(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "paths", nargs="+", metavar="PATH", help="a document, a folder of documents, or - for standard input"
    )
    command.add_argument("--sources", metavar="FILE", help="a sources.toml with what is known besides the texts")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"must be 1 or more, found {text}")
    return number


# ---- commands


def _build(arguments: argparse.Namespace) -> int:
    from kordef.pipeline import build
    from kordef.showing import summary
    from kordef.store import dataset_text, write_dataset

    with _progress() as step:
        dataset = build(arguments.paths, sources=arguments.sources, jobs=arguments.jobs, progress=step)
    if arguments.output in (None, "-"):
        _data_out().write(dataset_text(dataset))
        return 0
    write_dataset(dataset, arguments.output)
    print(summary(dataset, _width()))
    print(harmless(f"{len(dataset)} records written to {arguments.output}"))
    return 0


def _annotate(arguments: argparse.Namespace) -> int:
    from kordef.annotations import annotate, leftover_annotations
    from kordef.pipeline import extractions
    from kordef.reading import documents

    lines = leftover_annotations if arguments.leftovers else annotate
    with _progress() as step, _output(arguments.output) as out:
        for done, extraction in enumerate(extractions(documents(arguments.paths, arguments.sources)), 1):
            for line in lines(extraction):
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
            step(done, extraction.document.name)
    return 0


def _explain(arguments: argparse.Namespace) -> int:
    from kordef.reasons import explain

    dataset = _load(arguments.dataset)
    wanted: str = arguments.id
    begun = [r.id for r in dataset if r.id.startswith(wanted)]
    identifier = begun[0] if len(begun) == 1 else wanted
    bold = ("\x1b[1m", "\x1b[0m") if _on_terminal() else ("»", "«")
    for line in explain(dataset, identifier).lines(*bold):
        print(line)
    return 0


def _show(arguments: argparse.Namespace) -> int:
    from kordef.showing import TABLES, summary, table

    unknown = [name for name in arguments.tables if name not in TABLES]
    if unknown:
        print(f"kordef show: there is no table {unknown[0]!r}; the tables are {', '.join(TABLES)}", file=sys.stderr)
        return 2
    dataset = _load(arguments.dataset)
    if not arguments.tables:
        print(summary(dataset, _width()))
    for name in arguments.tables:
        _print_table(table(dataset, name))
    return 0


def _width() -> int:
    return max(80, get_terminal_size((140, 24)).columns)


def _print_table(shown: Table) -> None:
    """With rich on a terminal its tables, else plain text; the words are the same."""
    if _on_terminal():
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
    print(shown.text(_width()))


def _schema(_: argparse.Namespace) -> int:
    from kordef.schema import schema_text

    _data_out().write(schema_text())
    return 0


# ---- input and output


def _load(path: str) -> Dataset:
    from kordef.reading import standard_input
    from kordef.store import dataset_from, read_dataset

    try:
        if path != "-":
            return read_dataset(path)
        path = "stdin"
        return dataset_from(standard_input())
    except Malformed as problem:
        more = len(problem.problems) - 3
        said = "; ".join(str(Malformed((p,))) for p in problem.problems[:3])
        raise Unreadable(f"{path}: {said}" + (f"; and {more} more" if more > 0 else "")) from None
    except (DanglingReference, InvalidValue) as problem:
        raise Unreadable(f"{path}: {problem}") from None


def _on_terminal() -> bool:
    return bool(sys.stdout and sys.stdout.isatty())


def _data_out() -> IO[str]:
    """Standard output for data: UTF-8 on every machine, as in a file."""
    if sys.stdout is None:  # pyright: ignore[reportUnnecessaryComparison]
        raise Unreadable("the standard output is closed; expected somewhere to write to")
    if hasattr(sys.stdout, "reconfigure"):
        cast("Any", sys.stdout).reconfigure(encoding="utf-8", errors="strict", newline="\n")
    return sys.stdout


@contextmanager
def _output(path: str | None) -> Generator[IO[str]]:
    """Standard output, or a file that is there as a whole or not at all."""
    if path is None or path == "-":
        yield _data_out()
        return
    from kordef.store import whole_file

    with whole_file(Path(path)) as out:
        text = TextIOWrapper(out, encoding="utf-8", newline="\n")
        yield text
        text.flush()
        text.detach()


@contextmanager
def _progress() -> Generator[Callable[[int, str], None]]:
    """A count of documents on the terminal's last line, for work that takes longer than a moment."""
    from time import monotonic

    live = bool(sys.stderr and sys.stderr.isatty())
    began = monotonic()
    width = 0

    def step(done: int, name: str) -> None:
        nonlocal width
        if live and monotonic() - began > 0.5:
            text = harmless(" ".join(f"{done} read: {name}".split()))[:76]
            sys.stderr.write("\r" + text.ljust(width))
            sys.stderr.flush()
            width = len(text)

    yield step
    if width:
        sys.stderr.write("\r" + " " * width + "\r")
