"""kordef diff: what differs between two datasets."""

from __future__ import annotations

import argparse
import json
import sys

from kordef.commands.arguments import Commands
from kordef.commands.streams import data_out, load

__all__ = ["add", "run"]

_ABOUT = """Show the records that were added, removed and changed between two datasets, field by field.
The exit code is 0 where they say the same and 1 where they differ."""


def add(commands: Commands) -> None:
    """Give the command line this command."""
    command = commands.add_parser("diff", help="show what differs between two datasets", description=_ABOUT)
    command.add_argument("old", metavar="OLD", help="a dataset file, or - for standard input")
    command.add_argument("new", metavar="NEW", help="a dataset file, or -")
    command.add_argument("--json", action="store_true", help="write the differences as JSON")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Do it and return the exit code."""
    from kordef.comparison import compare

    if arguments.old == arguments.new == "-":
        print("kordef diff: the standard input can be one of the two datasets, not both", file=sys.stderr)
        return 2
    comparison = compare(load(arguments.old), load(arguments.new))
    if arguments.json:
        data_out().write(json.dumps(comparison.as_json(), ensure_ascii=False, indent=1) + "\n")
    else:
        for line in comparison.lines():
            print(line)
    return 0 if comparison.same else 1
