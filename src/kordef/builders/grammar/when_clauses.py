"""Clauses that say what happened at a time named before: "since 2017, when it ordered 24 of the guns"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from kordef.builders.grammar.tokens import Token
from kordef.mentions.model import DateMention
from kordef.periods import Period

__all__ = ["opening", "time_before"]

_FARTHEST = 14
"""How many tokens behind "when" what it tells of may stand."""

_ABSOLUTE = 4
"""How many behind "with" in "in 2023, with Oslo picking the Leopard"."""


def time_before(tokens: Sequence[Token], at: int) -> int | None:
    """The position of the date that a clause with "when" explains, for a word in the clause; ``None`` without one."""
    for position in range(at - 1, max(1, at - _FARTHEST), -1):
        text = tokens[position].text
        if text in (";", ":", "while", "but", "because", "although") or tokens[position].kind == "date":
            return None
        behind = tokens[position - 1].text == "," and tokens[position + 1].kind == "actor"
        if text == "when" or (text == "with" and behind and at - position <= _ABSOLUTE):
            date = position - 2 if tokens[position - 1].text == "," else position - 1
            return date if date >= 0 and isinstance(tokens[date].mention, DateMention) else None
    return None


def opening(date: DateMention) -> DateMention:
    """The first day of a time that goes on, as a date: 2017 of "since 2017"."""
    start = (date.period.edtf or "").removesuffix("/..")
    return evolve(date, period=Period(edtf=start)) if start and start != date.period.edtf else date
