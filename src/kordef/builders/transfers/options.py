"""Whether a chain tells of an option: "the agreement includes an option for a further 12"."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.goods import Good
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.deals import Draft
from kordef.vocabulary import Stage

__all__ = ["holds_option", "is_further_option", "is_option"]


def is_option(chain: Chain) -> bool:
    """Whether a chain tells of an option that nobody has exercised."""
    return bool(chain.core.frame.settings.get("option")) and not any(
        m.start in chain.governing and chain.stage_of(m) == str(Stage.SIGNED) for m in chain.matches
    )


def holds_option(chain: Chain, goods: Sequence[Good]) -> bool:
    """Whether a contract only gives a right to these goods: "the agreement includes an option for a further 12"."""
    option = next((m for m in chain.matches if m.frame.settings.get("option")), None)
    contract = next((m for m in chain.matches if m.noun and m.frame.id in ("contract", "purchase", "sale")), None)
    if option is None or contract is None or contract.end >= option.start or not goods:
        return False
    return chain.part("act") is None and all(g.low > option.start for g in goods)


def is_further_option(draft: Draft, chain: Chain) -> bool:
    """Whether an option has a price of its own: "options to procure ammunition for a further SEK 900 million"."""
    if draft.stage is not Stage.CONSIDERED or not any(m.frame.settings.get("option") for m in chain.matches):
        return False
    tokens = chain.line.tokens
    return any(
        t.kind == "value" and t.mention in draft.money and any(w.text in _FURTHER for w in tokens[max(0, n - 2) : n])
        for n, t in enumerate(tokens)
    )


_FURTHER = frozenset(["further", "additional", "another", "extra"])
