"""The commands, one in each module: ``add`` gives it to the parser, ``run`` does it and returns the exit code."""

from __future__ import annotations

from kordef.commands import (
    annotate,
    audit,
    build,
    cases,
    diff,
    explain,
    network,
    release,
    review,
    schema,
    show,
    timeline,
    total,
    verify,
)

__all__ = ["COMMANDS"]

COMMANDS = (
    build,
    annotate,
    explain,
    show,
    cases,
    total,
    timeline,
    network,
    diff,
    review,
    audit,
    schema,
    release,
    verify,
)
"""In the order in which ``kordef --help`` lists them."""
