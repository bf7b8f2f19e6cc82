"""What a verb of a deployment needs beside it to tell of one: a place, a harbour, an errand, a strength, a course."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.deployments.act_conditions import is_service
from kordef.builders.deployments.checks import directly
from kordef.builders.force_places import Spot
from kordef.builders.forces import Force, Side, forces_in, side_of
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Token
from kordef.builders.page import Page
from kordef.mentions.model import ActorMention, ValueMention
from kordef.vocabulary import ActorKind

__all__ = ["fulfilled", "strong_behind", "titled_mission"]

_CIVIL = frozenset(
    "election electoral observation observer trade diplomatic permanent fact-finding monetary rescue".split()
)


def fulfilled(
    page: Page,
    clauses: Clauses,
    match: Match,
    forces: Sequence[Force],
    place: Spot | None,
) -> bool | None:
    """Whether what the frame of a match needs stands beside it; ``None`` where it needs nothing that is known here."""
    line, tokens, needs = match.line, match.line.tokens, match.frame.settings.get("needs")
    if needs in ("ship", "goal"):
        return place is not None
    if needs == "base":
        return bool(place and place.base)
    if needs == "harbour":
        flies = all(f.kind == "aircraft" for f in forces) and match.frame.id == "stay"
        return place is not None and directly(tokens, match, place) and (place.base or not flies)
    if needs == "errand":
        last = max(f.at for f in forces)
        if any(t.text == "there" for t in tokens[last : last + 3]):
            return place is not None
        if any(t.text == "where" for t in tokens[max(match.start - 5, 0) : match.start]):
            return place is not None  # "in Iraq, where it once had 30 instructors"
        return (
            place is not None
            and any(
                f.at < at < f.at + 7 and tokens[at].start == place.start
                for f in forces
                for at in range(f.at, len(tokens))
            )
        ) or (last + 1 < len(tokens) and clauses.tags[last + 1] == "gerund")
    if needs == "strength" and forces and place is None and all(is_service(f) for f in forces):
        return False  # "the army numbers 38,000 soldiers": all there are
    if needs == "strength":
        counted = tokens[match.end].mention if match.end < len(tokens) else None
        if isinstance(counted, ValueMention) and counted.kind == "persons" and place is not None:
            return True
        return any(f.kind in ("troops", "ship", "aircraft") for f in forces_in(page, line, match.end, match.reach))
    if needs == "course":
        behind = tokens[match.end : match.end + 2]
        if behind and behind[0].text == "from" and behind[-1].kind == "actor":
            return True  # "will sail from Auckland"
        return place is not None or any(t.text in ("home", "port", "base") for t in behind)
    return None


_APART = frozenset([";", ".", "and", "to", "from", "where", "while", "but", "after"])
"""Behind these it is told of others."""


def strong_behind(tokens: Sequence[Token], at: int) -> ValueMention | None:
    """How many belong to a mission whose place stands behind it: "in Haiti, now 400 strong", "in Niger (80 soldiers)"."""
    if at >= len(tokens) or tokens[at].text not in ("in", "on", "at"):
        return None
    for k in range(at + 2, min(at + 10, len(tokens) - 1)):
        value = tokens[k].mention
        if isinstance(value, ValueMention):
            people = value.kind == "persons" and value.noun is not None
            return value if people or tokens[k + 1].text == "strong" else None
        if tokens[k].text in _APART or tokens[k].kind == "actor":
            return None
    return None


def titled_mission(page: Page, match: Match) -> tuple[Side, tuple[int, int]] | None:
    """Whose "EU Training Mission in Mozambique" is, and where its name stands: an organisation's, for a state, in capitals."""
    tokens, text = match.line.tokens, page.document.text
    if tokens[match.start].text not in ("mission", "operation") or not tokens[match.start].capital:
        return None
    at = match.start - 1
    while at > max(0, match.start - 6) and tokens[at].kind == "word" and text[tokens[at].start].isupper():
        if tokens[at].text in _CIVIL:
            return None
        at -= 1
    owner = tokens[at].mention if at >= 0 else None
    if match.start - at < 2 or not isinstance(owner, ActorMention) or owner.kind is not ActorKind.IGO:
        return None
    if match.end + 1 >= len(tokens) or tokens[match.end].text not in ("in", "for", "to"):
        return None
    goal = tokens[match.end + 1].mention
    key = side_of(owner)
    if key is None or not isinstance(goal, ActorMention) or goal.kind is not ActorKind.STATE:
        return None
    return (key, owner), (tokens[at].start, tokens[match.end + 1].end)
