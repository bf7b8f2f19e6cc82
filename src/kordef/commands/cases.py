"""kordef cases: which records of several documents speak of one thing, and where they conflict."""

from __future__ import annotations

import argparse
import json

from kordef.commands.arguments import Commands, judged, one_dataset
from kordef.commands.streams import data_out, load, on_terminal

__all__ = ["add", "run"]

_ABOUT = """List the cases of a dataset: records of several documents that speak of one thing, with what they say side by side,
what it comes to, and where it conflicts; and behind them the possible cases: what may be one thing told with other numbers, sums
or dates. "kordef explain DATASET CASE" says why the members of a case belong together."""


def add(commands: Commands) -> None:
    """Give the command line this command."""
    command = commands.add_parser("cases", help="find what several documents say of one thing", description=_ABOUT)
    one_dataset(command)
    judged(command)
    command.add_argument("--conflicts", action="store_true", help="only what cannot all be true")
    command.add_argument("--json", action="store_true", help="one JSON object a case and line")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Do it and return the exit code."""
    from kordef.cases.explanation import case_object, explain_case

    dataset = load(arguments.dataset, arguments.judgements)
    every = (*dataset.cases, *dataset.possible_cases)
    found = [case for case in every if case.conflicts or not arguments.conflicts]
    if arguments.json:
        out = data_out()
        for case in found:
            out.write(json.dumps(case_object(case), ensure_ascii=False) + "\n")
        return 0
    bold = ("\x1b[1m", "\x1b[0m") if on_terminal() else ("»", "«")
    for case in found:
        for line in explain_case(dataset, case).summary(*bold, conflicts_only=arguments.conflicts):
            print(line)
    sure = [case for case in found if not case.is_possible]
    conflicts = sum(len(case.conflicts) for case in sure)
    possible = f"; {_count(len(found) - len(sure), 'possible case')}" if len(found) > len(sure) else ""
    print(f"{_count(len(sure), 'case')}, {_count(conflicts, 'conflict')}{possible}")
    return 0


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
