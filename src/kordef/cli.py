"""The command line: a thin face on the library.

Exit codes: 0 when all went well, 1 for bad input or findings, 2 for a command line that makes no sense, 130 after Ctrl-C.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper

from kordef._version import __version__
from kordef.commands import COMMANDS
from kordef.errors import KordefError
from kordef.terminal import harmless

__all__ = ["main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    parser = _parser()
    if not (sys.argv[1:] if argv is None else argv):
        parser.print_help(sys.stderr)
        return 2
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

    for command in COMMANDS:
        command.add(commands)
    return parser
