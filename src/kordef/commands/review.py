"""kordef review: the form in which a person corrects a record or adds one."""

from __future__ import annotations

import argparse
import sys

from kordef.commands.arguments import Commands, one_dataset
from kordef.commands.streams import data_out, load

__all__ = ["add", "run"]

_ABOUT = """Write a curation entry in TOML for a record, filled with what it says and the words for it, to be changed and put
into a file of the folder curation/ beside the documents; applied as it is it changes nothing. With --quote it is the empty
form of a record that is missing."""


def add(commands: Commands) -> None:
    """Give the command line this command."""
    command = commands.add_parser("review", help="write a form to correct or add a record", description=_ABOUT)
    one_dataset(command)
    command.add_argument(
        "id", metavar="ID", nargs="?", help="the record's id, or as many of its first characters as name it alone"
    )
    command.add_argument(
        "--quote", metavar="WORDS", help="the words of a record that is missing, as they stand in the text"
    )
    command.add_argument("--file", metavar="NAME", help="the document that they stand in")
    command.add_argument("--type", metavar="TYPE", help="what it is: transfer, agreement, dialogue, ...")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Do it and return the exit code."""
    from kordef.curation import template, template_of_addition

    missing = (arguments.quote, arguments.file, arguments.type)
    if (arguments.id is None) == (None in missing):
        print(
            "kordef review: give the id of a record, or --quote, --file and --type of one that is missing",
            file=sys.stderr,
        )
        return 2
    dataset = load(arguments.dataset)
    if arguments.id is None:
        data_out().write(template_of_addition(dataset, arguments.file, arguments.type, arguments.quote))
        return 0
    begun = [r.id for r in dataset if r.id.startswith(arguments.id)]
    data_out().write(template(dataset, begun[0] if len(begun) == 1 else arguments.id))
    return 0
