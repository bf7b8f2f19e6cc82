"""Whom goods go on to: "shells for the United States, so that Washington could give them to Kyiv"."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.deals import Draft, Side
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.sides import actors_of
from kordef.mentions.model import ActorMention, WeaponMention
from kordef.vocabulary import Stage, TransferKind

__all__ = ["pass_on", "sends"]


def pass_on(scene: Scene, draft: Draft, chain: Chain, others: Sequence[tuple[int, Chain]]) -> int | None:
    """Note whom goods go on to; the place of the chain that tells it, which then tells of no deal of its own."""
    end_user, teller = _end_user_of(scene, chain, others, draft.recipient, draft.weapons)
    if end_user is None or (draft.supplier is not None and draft.supplier.key == end_user.key):
        return None
    draft.end_user = end_user
    if sends(chain) and draft.kind is TransferKind.DONATION:
        # shells sent "to the U.S. with the premise of Washington giving those to Ukraine" are no gift to it
        draft.kind = TransferKind.SALE
        draft.stage = Stage.DELIVERED if draft.stage is Stage.DONATED else draft.stage
    return teller


def _end_user_of(
    scene: Scene,
    chain: Chain,
    others: Sequence[tuple[int, Chain]],
    recipient: Side | None,
    weapons: Sequence[WeaponMention],
) -> tuple[Side | None, int | None]:
    """Whom the recipient passes the goods on to, as the rest of the sentence tells: "so that Washington could give them to Kyiv".

    ``others`` are the chains without goods of their own, with their places; the place of the one that tells is returned.
    """
    if recipient is None:
        return None, None
    for n, other in others:
        if other.begin <= chain.begin:
            continue
        gives = next((m for m in other.matches if m.frame.id in ("give", "deliver", "supply", "sell")), None)
        if gives is None or gives.noun:
            continue
        givers = [
            s for role in ("supplier", "co_supplier") for _, _, _, s in actors_of(scene, other.roles.get(role, []))
        ]
        if givers and all(s.key != recipient.key for s in givers):
            continue
        for _, _, _, side in actors_of(scene, other.roles.get("recipient", [])):
            if side.is_state and side.key != recipient.key:
                return side, n
    tokens = chain.line.tokens
    for position in range(chain.end, min(chain.reach + 12, len(tokens) - 1)):
        thing = tokens[position - 1].mention
        if isinstance(thing, WeaponMention) and weapons and thing.key not in {w.key for w in weapons}:
            # "... as compensation for 14 Mi-8s passed to Ukraine": other goods
            continue
        if tokens[position].text in _BOUND and tokens[position + 1].text in ("for", "to", "on"):
            for token in tokens[position + 1 : position + 5]:
                goal = scene.side(token.mention) if isinstance(token.mention, ActorMention) else None
                if goal is not None:
                    return (goal if goal.key != recipient.key and goal.is_state else None), None
    return None, None


_BOUND = frozenset(["destined", "bound", "intended", "earmarked", "meant", "passed", "forwarded", "onward"])
"""Participles of goods that go on to somebody else."""


def sends(chain: Chain) -> bool:
    """Whether goods are said to be sent: given away, or only under way."""
    return any(m.frame.id == "give" and m.line.tokens[m.start].text.startswith(("send", "sent")) for m in chain.matches)
