"""Labels in front of deals on tracker pages: "Deal 2: K9, 36 units", "Contract no. 3: 6 HIMARS"."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.grammar.tokens import Token

__all__ = ["behind_deal", "label_of"]


def behind_deal(tokens: Sequence[Token]) -> int | None:
    """Where a line goes on behind "Deal:", "Order 3:" or "Contract no. 2:"."""
    if not tokens or tokens[0].text not in _DEALS:
        return None
    at = 1
    while at < min(5, len(tokens) - 1) and (tokens[at].text.isdecimal() or tokens[at].text in ("no", ".", "#")):
        at += 1
    return at + 1 if at + 1 < len(tokens) and tokens[at].text == ":" else None


_DEALS = frozenset("deal order contract purchase sale acquisition procurement".split())


def label_of(tokens: Sequence[Token]) -> tuple[list[str], int] | None:
    """The words of a label that a line begins with, and where what it labels begins."""
    for at in range(1, min(8, len(tokens) - 1)):
        if tokens[at].text == ":":
            words = [t.text for t in tokens[:at]]
            return (words, at + 1) if all(t.kind in ("word", "mark") for t in tokens[:at]) else None
    return None
