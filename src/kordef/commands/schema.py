"""kordef schema: the JSON Schema of a dataset."""

from __future__ import annotations

import argparse

from kordef.commands.arguments import Commands
from kordef.commands.streams import data_out

__all__ = ["add", "run"]


def add(commands: Commands) -> None:
    """Give the command line this command."""
    command = commands.add_parser(
        "schema", help="print the JSON Schema of a dataset", description="Print the JSON Schema of a dataset."
    )
    command.set_defaults(run=run)


def run(_: argparse.Namespace) -> int:
    """Do it and return the exit code."""
    from kordef.schema import schema_text

    data_out().write(schema_text())
    return 0
