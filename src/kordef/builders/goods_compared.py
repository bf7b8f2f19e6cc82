"""Numbers that are what a total was before or has become, and count no goods told here: "raised its order from 12 to 36"."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.grammar.tokens import Token

__all__ = ["is_compared"]

_RAISES = frozenset(
    ["bring", "brings", "bringing", "brought", "raise", "raises", "raising", "raised", "takes", "taking"]
)
_TOTALS = frozenset(["total", "number", "fleet", "tally", "exports", "sales", "orders"])


def is_compared(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number is what a total was before or has become, and counts nothing that is told here."""
    if 0 < at < len(tokens) - 2 and tokens[at - 1].text == "from" and tokens[at + 1].text == "to":
        # "raised its order from 12 to 36"
        return True
    if (
        at > 1
        and tokens[at - 1].text == "to"
        and tokens[at - 2].text in ("brings", "bringing", "brought", "takes", "taking")
    ):
        # "That brings to 14 the number promised"
        return True
    if at > 2 and tokens[at - 1].text == "from" and any(t.text == "to" for t in tokens[max(0, at - 5) : at - 2]):
        if at + 1 == len(tokens) or tokens[at + 1].kind == "mark":
            # "raised its order to 45 aircraft from 34"
            return True
    before = [t.text for t in tokens[max(0, at - 7) : at]]
    if before[-1:] == ["to"] and "order" in before and not {"bringing", "taking"}.isdisjoint(before):
        # "ten more Caesars, bringing its order to 62"
        return True
    if before[-1:] == ["to"] and not _RAISES.isdisjoint(before) and not _TOTALS.isdisjoint(before):
        # "bringing its total naval exports to 20 vessels"
        return True
    before = before[-3:]
    # "129 vehicles, down from the 450 once planned"
    return before[-2:] in (["down", "from"], ["up", "from"]) or before in (
        ["down", "from", "the"],
        ["up", "from", "the"],
    )
