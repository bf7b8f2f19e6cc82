"""The commands, one in each module: ``add`` gives it to the parser, ``run`` does it and returns the exit code."""

from __future__ import annotations

from kordef.commands import annotate, build, explain, schema, show

__all__ = ["COMMANDS"]

COMMANDS = (build, annotate, explain, show, schema)
"""In the order in which ``kordef --help`` lists them."""
