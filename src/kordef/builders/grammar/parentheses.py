"""Words between commas inside a verb group: "has, since February, handed over", "will, under a deal with Spain, build"."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.grammar.tokens import Token
from kordef.builders.grammar.word_classes import AUXILIARIES, NON_FINITE

__all__ = ["aside_before", "aside_behind"]

_LONGEST = 9
"""How many words may stand between the commas."""
_HELPING = AUXILIARIES | NON_FINITE


def aside_before(tokens: Sequence[Token], at: int) -> int | None:
    """Where the comma stands right behind an auxiliary that opens the aside which ends before a position."""
    if at < 4 or tokens[at - 1].text != ",":
        return None
    for position in range(at - 2, max(at - 2 - _LONGEST, 0), -1):
        text = tokens[position].text
        if text == ",":
            return position if tokens[position - 1].text in _HELPING and position < at - 2 else None
        if text in _HELPING or (tokens[position].kind == "mark" and text not in ("-", "’", "'s", "’s")):
            return None
    return None


def aside_behind(tokens: Sequence[Token], at: int) -> int | None:
    """Where an aside ends, its comma included, that a comma right behind an auxiliary opens at a position."""
    if at == 0 or tokens[at].text != "," or tokens[at - 1].text not in _HELPING:
        return None
    for position in range(at + 2, min(at + 3 + _LONGEST, len(tokens) - 1)):
        if tokens[position].text == ",":
            return position + 1 if aside_before(tokens, position + 1) == at else None
    return None
