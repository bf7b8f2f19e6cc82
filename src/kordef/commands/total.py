"""kordef total: what deals come to."""

from __future__ import annotations

import argparse

from kordef.commands.arguments import Commands, judged, one_dataset
from kordef.commands.filters import chosen, filters
from kordef.commands.streams import load, print_table

__all__ = ["add", "run"]

_ABOUT = """Add up the transfers of a dataset that the conditions choose: one sum for each currency and one number for each
weapon, each deal once, and the list of what was left out and why."""


def add(commands: Commands) -> None:
    """Give the command line this command."""
    command = commands.add_parser("total", help="add up deals, each once", description=_ABOUT)
    one_dataset(command)
    command.add_argument("--currency", metavar="CODE", help="take the sources' own conversions into a currency")
    command.add_argument(
        "--including",
        metavar="WHAT",
        action="append",
        default=[],
        help="count them too: option, cancelled, denied, unsigned, hypothetical",
    )
    command.add_argument(
        "--possible-once", action="store_true", help="count deals once that may be one told with other figures"
    )
    judged(command)
    filters(command)
    command.set_defaults(run=run, command="total")


def run(arguments: argparse.Namespace) -> int:
    """Do it and return the exit code."""
    from kordef.showing import total_tables
    from kordef.totals import total

    dataset = load(arguments.dataset, arguments.judgements)
    deals = chosen(dataset, "transfers", arguments)
    if deals is None:
        return 2
    found = total(
        deals,
        weapon=arguments.weapon,
        currency=arguments.currency,
        including=arguments.including,
        possible_once=arguments.possible_once,
    )
    for number, table in enumerate(total_tables(dataset, found)):
        if number:
            print()
        print_table(table)
    return 0
