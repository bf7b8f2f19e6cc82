"""kordef network: who has to do with whom."""

from __future__ import annotations

import argparse

from kordef.commands.arguments import Commands, one_dataset
from kordef.commands.filters import chosen, filters
from kordef.commands.streams import load, print_table

__all__ = ["add", "run"]

_ABOUT = """Print who supplies, meets and agrees with whom in a dataset, and in how many things."""


def add(commands: Commands) -> None:
    """Give the command line this command."""
    command = commands.add_parser("network", help="print who has to do with whom", description=_ABOUT)
    one_dataset(command)
    command.add_argument("table", metavar="TABLE", nargs="?", help="transfers, agreements, ... (all where not given)")
    command.add_argument("--by-state", action="store_true", help="let ministries and companies stand for their state")
    filters(command)
    command.set_defaults(run=run, command="network")


def run(arguments: argparse.Namespace) -> int:
    """Do it and return the exit code."""
    from kordef.networks import network
    from kordef.showing import network_table

    selection = chosen(load(arguments.dataset), arguments.table, arguments)
    if selection is None:
        return 2
    print_table(network_table(network(selection, by_state=arguments.by_state)))
    return 0
