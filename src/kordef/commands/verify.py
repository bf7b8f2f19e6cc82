"""kordef verify: whether a release is whole and true."""

from __future__ import annotations

import argparse

from kordef.commands.arguments import Commands

__all__ = ["add", "run"]

_ABOUT = """Check a release that came from anywhere: checksums, schema, references, codes, dates, counts, that all files say
the same, and, with the documents at hand, every quote. Says what it could not check. The exit code is 1 where something
is wrong."""


def add(commands: Commands) -> None:
    """Give the command line this command."""
    command = commands.add_parser("verify", help="check a release", description=_ABOUT)
    command.add_argument("release", metavar="DIR", help="the folder of a release")
    command.add_argument("--texts", metavar="DIR", help="a folder with the documents, to look the quotes up in")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Do it and return the exit code."""
    from kordef.release import verify

    outcome = verify(arguments.release, texts=arguments.texts)
    for line in outcome.lines():
        print(line)
    faults = len(outcome.faults)
    print("nothing wrong was found" if outcome.ok else f"{faults} {'fault' if faults == 1 else 'faults'}")
    return 0 if outcome.ok else 1
