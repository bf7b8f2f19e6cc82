"""Where goods are said to be made: "suicide drones made in the Emirates", "corvettes built by Navantia"."""

from __future__ import annotations

from kordef.builders.transfers.deals import Draft, Side
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.words import MADE

__all__ = ["made_where"]


def made_where(scene: Scene, draft: Draft) -> Side | None:
    """The state in which goods without a known home are made, as the words right behind them say."""
    tokens = draft.line.tokens
    for good in draft.goods:
        words = tokens[good.high : good.high + 2]
        if len(words) < 2 or words[0].text not in MADE or words[1].text not in ("in", "by"):
            continue
        side = scene.side_at(tokens, good.high + 2)
        if side is not None and side.is_state:
            return side
    return None
