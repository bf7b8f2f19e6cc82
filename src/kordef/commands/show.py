"""kordef show: the records of a dataset as tables."""

from __future__ import annotations

import argparse
import sys

from kordef.commands.arguments import Commands
from kordef.commands.streams import load, print_table, width

__all__ = ["add", "run"]

_ABOUT = """Print the records of a dataset as tables, each with the words that it rests on."""


def add(commands: Commands) -> None:
    """Give the command line this command."""
    command = commands.add_parser("show", help="print a dataset's records as tables", description=_ABOUT)
    command.add_argument("dataset", metavar="DATASET", help="a dataset file, or - for standard input")
    command.add_argument(
        "tables", metavar="TABLE", nargs="*", help="transfers, agreements, dialogues, ... (a summary where not given)"
    )
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Do it and return the exit code."""
    from kordef.showing import TABLES, summary, table

    unknown = [name for name in arguments.tables if name not in TABLES]
    if unknown:
        print(f"kordef show: there is no table {unknown[0]!r}; the tables are {', '.join(TABLES)}", file=sys.stderr)
        return 2
    dataset = load(arguments.dataset)
    if not arguments.tables:
        print(summary(dataset, width()))
    for name in arguments.tables:
        print_table(table(dataset, name))
    return 0
