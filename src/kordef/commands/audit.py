"""kordef audit: what does not add up in a dataset."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kordef.commands.arguments import Commands, judged, one_dataset
from kordef.commands.streams import data_out, load
from kordef.errors import InvalidValue
from kordef.terminal import harmless

if TYPE_CHECKING:
    from kordef.audit import Claim, Finding

__all__ = ["add", "run"]

_ABOUT = """Check what the records of a dataset say against one another and against the catalogue, and print what does not add
up, with the arithmetic and the words on both sides. The exit code is 1 if there is anything to print."""
_CODE = "a check's code (K101) or its beginning (K1: all about shares); may be given several times"


def add(commands: Commands) -> None:
    """Give the command line this command."""
    command = commands.add_parser("audit", help="find what does not add up in a dataset", description=_ABOUT)
    one_dataset(command)
    command.add_argument("--json", action="store_true", help="print the findings as a JSON array")
    command.add_argument("--only", metavar="CODE", action="append", default=[], help=f"run this check alone: {_CODE}")
    command.add_argument("--ignore", metavar="CODE", action="append", default=[], help="leave this check out")
    judged(command)
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Do it and return the exit code."""
    from kordef.audit import audit_dataset, chosen

    try:
        chosen(arguments.only, arguments.ignore)
    except InvalidValue as problem:
        print(harmless(f"kordef audit: {problem}"), file=sys.stderr)
        return 2
    findings = audit_dataset(
        load(arguments.dataset, arguments.judgements), only=arguments.only, ignore=arguments.ignore
    )
    if arguments.json:
        json.dump([finding.to_json() for finding in findings], out := data_out(), ensure_ascii=False, indent=2)
        out.write("\n")
    else:
        for finding in findings:
            for line in _lines(finding):
                print(harmless(line))
        print(_count(findings))
    return 1 if findings else 0


def _lines(finding: Finding) -> Iterator[str]:
    yield str(finding)
    yield f"    {finding.arithmetic}"
    if finding.basis and finding.basis not in finding.arithmetic:
        yield f"    known from {finding.basis}"
    for claim in finding.claims:
        yield f"    {_line(claim)}"
    for claim in finding.against:
        yield f"    against {_line(claim)}"
    yield ""


def _line(claim: Claim) -> str:
    quotes = ", ".join(f"“{' '.join(e.exact.split())}”" for e in claim.evidence[:2])
    if len(quotes) > _LONGEST:
        quotes = f"{quotes[: _LONGEST - 1]}…"
    return f"{claim.record}{claim.field}: {quotes or claim.says}"


_LONGEST = 100


def _count(findings: Sequence[Finding]) -> str:
    from kordef.vocabulary import Severity

    if not findings:
        return "nothing that does not add up"
    counted = ((sum(f.severity is severity for f in findings), severity) for severity in Severity)
    parts = [f"{number} {severity}{'' if number == 1 else 's'}" for number, severity in counted if number]
    return f"{len(findings)} finding{'' if len(findings) == 1 else 's'}: {', '.join(parts)}"
