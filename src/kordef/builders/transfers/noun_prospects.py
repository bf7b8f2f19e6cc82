"""What becomes of a deal that only a noun names: "the sale of 30 K9s to Spain is unlikely", "critics oppose the purchase"."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from attrs import frozen

from kordef.builders.grammar.came_to_nothing import spaced
from kordef.builders.transfers.chains import Chain
from kordef.vocabulary import Stage

__all__ = ["prospect_of"]

_BEHIND, _BEFORE = 24, 8
"""How many words behind and in front of the noun may say what becomes of the deal."""


@frozen
class _Prospect:
    stage: Stage
    behind: tuple[str, ...]
    before: tuple[str, ...]


@cache
def _prospects() -> tuple[_Prospect, ...]:
    """The wordings of ``data/deal_prospects.toml``, each between blanks."""
    raw = tomllib.loads(files("kordef.builders").joinpath("data", "deal_prospects.toml").read_text("utf-8"))
    return tuple(
        _Prospect(
            Stage(entry["stage"]),
            tuple(f" {words} " for words in entry["behind"]),
            tuple(f" {words} " for words in entry["before"]),
        )
        for entry in raw["prospect"]
    )


def prospect_of(chain: Chain) -> Stage | None:
    """The stage that the words around the noun of a deal give it, where no verb of a deal says how far it has come."""
    if not chain.core.noun or any(not m.noun for m in chain.matches):
        return None
    tokens = chain.line.tokens
    low = min(m.start for m in chain.matches)
    behind, before = spaced(tokens, chain.end, chain.end + _BEHIND), spaced(tokens, low - _BEFORE, low)
    for prospect in _prospects():
        if any(words in behind for words in prospect.behind) or any(words in before for words in prospect.before):
            return prospect.stage
    return None
