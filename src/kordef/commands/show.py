"""kordef show: the records of a dataset as tables."""

from __future__ import annotations

import argparse
import csv
from typing import TYPE_CHECKING, Any

from kordef.commands.arguments import Commands, one_dataset
from kordef.commands.filters import chosen, filters
from kordef.commands.hints import note
from kordef.commands.streams import data_out, load, print_table, width

if TYPE_CHECKING:
    from kordef.selection import Selection

__all__ = ["add", "run"]

_ABOUT = """Print the records of a dataset as tables, each with the words that it rests on: all, or those that the conditions
choose."""


def add(commands: Commands) -> None:
    """Give the command line this command."""
    command = commands.add_parser("show", help="print a dataset's records as tables", description=_ABOUT)
    one_dataset(command)
    command.add_argument(
        "tables",
        metavar="TABLE",
        nargs="*",
        default=(),
        help="transfers, agreements, dialogues, ... (a summary where not given)",
    )
    filters(command)
    forms = command.add_mutually_exclusive_group()
    forms.add_argument("--csv", action="store_true", help="write one table as CSV, for a spreadsheet")
    forms.add_argument("--json", action="store_true", help="write the records as they are, one JSON object a line")
    command.set_defaults(run=run, command="show")


def run(arguments: argparse.Namespace) -> int:
    """Do it and return the exit code."""
    from kordef.codec import dumps
    from kordef.showing import summary, table, with_sources

    if arguments.csv and len(arguments.tables) != 1:
        note(
            arguments,
            f"--csv writes one table, found {len(arguments.tables) or 'none'}; kordef release writes all of them",
        )
        return 2
    dataset = load(arguments.dataset)
    selections: list[tuple[str | None, Selection[Any]]] = []
    for name in arguments.tables or (None,):
        selection = chosen(dataset, name, arguments)
        if selection is None:  # nothing is printed of a command line that makes no sense
            return 2
        selections.append((name, selection))
    for number, (name, selection) in enumerate(selections):
        if arguments.json:
            data_out().writelines(f"{dumps(record)}\n" for record in selection)
        elif name is None:
            print(summary(dataset, width(), selection))
        elif arguments.csv:
            rows = csv.writer(data_out(), lineterminator="\n")
            rows.writerows(with_sources(dataset, table(dataset, name, selection), selection))
        else:
            if number:
                print()
            print_table(table(dataset, name, selection))
    return 0
