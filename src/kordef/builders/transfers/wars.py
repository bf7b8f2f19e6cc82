"""States at war, those that aid them and those that arm the other side."""

from __future__ import annotations

from kordef.builders.grammar.tokens import Token
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind

__all__ = ["AIDED", "HOSTILE", "names_aided"]

AIDED = frozenset(["state:UA"])
"""States at war, to which other states give arms unless it is said that they sell them."""
HOSTILE = frozenset("state:RU state:BY state:KP state:IR".split())
"""States that arm the other side, and give nothing to a state at war that others aid."""
_AIDED_NAMES = frozenset(["ukraine", "ukrainian"])


def names_aided(token: Token) -> bool:
    """Whether a body is called after a state at war, so that a text of its speaks of aid to it: "Ukraine Support Tracker"."""
    actor = token.mention
    if not isinstance(actor, ActorMention) or actor.kind in (ActorKind.STATE, ActorKind.PERSON):
        return False
    return not actor.acts_for and bool(_AIDED_NAMES & set(token.text.lower().split()))
