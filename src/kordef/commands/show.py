"""kordef show: the records of a dataset as tables."""

from __future__ import annotations

import argparse

from kordef.commands.arguments import Commands, one_dataset
from kordef.commands.filters import chosen, filters
from kordef.commands.streams import load, print_table, width

__all__ = ["add", "run"]

_ABOUT = """Print the records of a dataset as tables, each with the words that it rests on: all, or those that the conditions
choose."""


def add(commands: Commands) -> None:
    """Give the command line this command."""
    command = commands.add_parser("show", help="print a dataset's records as tables", description=_ABOUT)
    one_dataset(command)
    command.add_argument(
        "tables", metavar="TABLE", nargs="*", help="transfers, agreements, dialogues, ... (a summary where not given)"
    )
    filters(command)
    command.set_defaults(run=run, command="show")


def run(arguments: argparse.Namespace) -> int:
    """Do it and return the exit code."""
    from kordef.showing import summary, table

    dataset = load(arguments.dataset)
    if not arguments.tables:
        everything = chosen(dataset, None, arguments)
        if everything is None:
            return 2
        print(summary(dataset, width(), everything))
    selections = [chosen(dataset, name, arguments) for name in arguments.tables]
    if None in selections:  # nothing is printed of a command line that makes no sense
        return 2
    for number, (name, selection) in enumerate(zip(arguments.tables, selections, strict=True)):
        if number:
            print()
        print_table(table(dataset, name, selection))
    return 0
