"""kordef explain: why a record says what it says."""

from __future__ import annotations

import argparse

from kordef.commands.arguments import Commands, judged, one_dataset
from kordef.commands.streams import load, on_terminal

__all__ = ["add", "run"]

_ABOUT = """Show each field of a record with the sentence that it rests on, the words marked; of a case, who says what of
each field, and why its members belong together."""


def add(commands: Commands) -> None:
    """Give the command line this command."""
    command = commands.add_parser(
        "explain", help="show why a record says what it says, or what makes a case", description=_ABOUT
    )
    one_dataset(command)
    command.add_argument(
        "id", metavar="ID", help="the id of a record or a case, or as many of its first characters as name it alone"
    )
    judged(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Do it and return the exit code."""
    from kordef.cases.explanation import explain_case
    from kordef.reasons import explain

    dataset = load(arguments.dataset, arguments.judgements)
    wanted: str = arguments.id
    bold = ("\x1b[1m", "\x1b[0m") if on_terminal() else ("»", "«")
    if wanted.startswith("case-"):
        for line in explain_case(dataset, wanted).lines(*bold):
            print(line)
        return 0
    begun = [r.id for r in dataset if r.id.startswith(wanted)]
    identifier = begun[0] if len(begun) == 1 else wanted
    for line in explain(dataset, identifier).lines(*bold):
        print(line)
    return 0
