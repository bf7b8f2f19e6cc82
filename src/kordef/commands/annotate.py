"""kordef annotate: what is found in documents, one JSON object a line."""

from __future__ import annotations

import argparse
import json

from kordef.commands.arguments import Commands, inputs
from kordef.commands.hints import Yield, note, note_passed_over
from kordef.commands.outputs import refused
from kordef.commands.streams import output, progress

__all__ = ["add", "run"]

_ABOUT = """Read documents and write every mention and record as one JSON object a line, with its quote and place."""


def add(commands: Commands) -> None:
    """Give the command line this command."""
    command = commands.add_parser("annotate", help="write what is found as JSON Lines", description=_ABOUT)
    inputs(command)
    command.add_argument("-o", "--output", metavar="FILE", help="the file to write (standard output where not given)")
    command.add_argument("--leftovers", action="store_true", help="write the mentions that no record used instead")
    command.set_defaults(run=run, command="annotate")


def run(arguments: argparse.Namespace) -> int:
    """Do it and return the exit code."""
    if refused(arguments):
        return 2
    from kordef.annotations import annotate, leftover_annotations
    from kordef.pipeline import extractions
    from kordef.reading import documents

    lines = leftover_annotations if arguments.leftovers else annotate
    yielded = Yield()
    with progress() as step, output(arguments.output) as out:
        for done, extraction in enumerate(extractions(documents(arguments.paths, arguments.sources)), 1):
            for line in lines(extraction):
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
            yielded.add(extraction.document.name, extraction.records)
            step(done, extraction.document.name)
    note_passed_over(arguments)
    for disappointment in yielded.lines():
        note(arguments, disappointment)
    return 0
