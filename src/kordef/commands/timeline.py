"""kordef timeline: what happened when."""

from __future__ import annotations

import argparse

from kordef.commands.arguments import Commands, one_dataset
from kordef.commands.filters import chosen, filters
from kordef.commands.streams import load, print_table

__all__ = ["add", "run"]

_ABOUT = """Print what the records of a dataset date, in the order of time."""


def add(commands: Commands) -> None:
    """Give the command line this command."""
    command = commands.add_parser("timeline", help="print what happened when", description=_ABOUT)
    one_dataset(command)
    command.add_argument("table", metavar="TABLE", nargs="?", help="transfers, agreements, ... (all where not given)")
    filters(command)
    command.set_defaults(run=run, command="timeline")


def run(arguments: argparse.Namespace) -> int:
    """Do it and return the exit code."""
    from kordef.showing import timeline_table
    from kordef.timelines import timeline

    selection = chosen(load(arguments.dataset), arguments.table, arguments)
    if selection is None:
        return 2
    found = timeline(selection)
    print_table(timeline_table(found))
    if found.undated:
        count = len(found.undated)
        print(f"{count} record{' has' if count == 1 else 's have'} no date that can be resolved")
    return 0
