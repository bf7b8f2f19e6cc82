"""What stands in front of a deal: "Deal 2: K9, 36 units", "Buyer: Peru", "Norway/K-9: 24, 2017", "Latvia: 6 HIMARS"."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.tokens import Token
from kordef.mentions.model import ActorMention, ValueMention, WeaponMention

__all__ = ["begins_with_party", "behind_deal", "is_prose", "label_of", "party_and_weapon"]


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
            words = [word for t in tokens[:at] for word in t.text.split("-")]
            return (words, at + 1) if all(t.kind in ("word", "mark") for t in tokens[:at]) else None
    return None


def begins_with_party(tokens: Sequence[Token]) -> bool:
    """Whether a line begins with who it is about: "Latvia: 6 HIMARS"."""
    return isinstance(tokens[0].mention, ActorMention) and len(tokens) > 1 and tokens[1].text == ":"


def party_and_weapon(
    tokens: Sequence[Token],
) -> tuple[ActorMention | None, WeaponMention, ValueMention | None, int] | None:
    """The party and the weapon that stand together in front of a colon, with their number, and where the line goes on."""
    colon = next((n for n, t in enumerate(tokens[:9]) if t.text == ":"), None)
    if colon is None or colon + 1 >= len(tokens):
        return None
    # "K-9 Thunder (self-propelled gun): ..."
    bracket = next((n for n, t in enumerate(tokens[:colon]) if t.text == "("), colon)
    before = tokens[:bracket] if colon and tokens[colon - 1].text == ")" else tokens[:colon]
    actors = [m for t in before if isinstance(m := t.mention, ActorMention)]
    weapons = [m for t in before if isinstance(m := t.mention, WeaponMention)]
    words = sum(t.kind == "word" for t in before)
    numbers = [m for t in before if isinstance(m := t.mention, ValueMention)]
    if len(actors) > 1 or len(weapons) != 1 or words > 3 or len(numbers) > 1 or any(m.kind != "count" for m in numbers):
        return None
    if not actors and words:
        return None
    if any(t.kind == "date" for t in before) or any(v.kind == "finite" for v in Clauses(before).verbs):
        # "Finland ordered 48 K9 howitzers in 2017: 146 million euros"
        return None
    return actors[0] if actors else None, weapons[0], numbers[0] if numbers else None, colon + 1


def is_prose(tokens: Sequence[Token], clauses: Clauses) -> bool:
    """Whether a line is a sentence: a verb whose subject stands before it."""
    return any(v.kind == "finite" and v.start > 0 and tokens[v.start - 1].kind != "mark" for v in clauses.verbs)
