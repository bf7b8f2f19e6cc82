"""The offices beside names, and the towns that the seats of organisations lie in."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from kordef.builders.dialogues.meetings import Place
from kordef.builders.grammar.surroundings import DETERMINERS, governor, word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page
from kordef.builders.parties import (
    MINISTER,
    NONE,
    Side,
    level_of_title,
    officials_in,
)
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind, EvidenceKind

__all__ = ["TITLES", "capital_named", "headquarters", "is_state", "key_of", "named_later", "office_beside"]

_OFFICES = word_set(
    "deputy vice assistant associate state defence defense foreign head director chief minister secretary undersecretary"
)
_OPENINGS = DETERMINERS | _OFFICES
TITLES = word_set("president king queen emperor chancellor premier prime secretary minister ambassador chief")
_SEATS = {"organisation:nato": "Brussels", "organisation:eu": "Brussels", "organisation:un": "New York"}


def headquarters(tokens: Sequence[Token], low: int, limit: int) -> Place | None:
    """The town of "at NATO headquarters"."""
    for token, following in pairwise(tokens[low : min(limit, len(tokens))]):
        town = _SEATS.get(key_of(token))
        if town is not None and following.text == "headquarters":
            return Place(text=town, witness=token, kind=EvidenceKind.IMPLIED)
    return None


def capital_named(page: Page, tokens: Sequence[Token], low: int, high: int) -> Place | None:
    """The town that "in the Belgian capital" means, by the catalogue."""
    for at in range(max(low, 2), min(high, len(tokens) - 1)):
        key = key_of(tokens[at])
        if tokens[at + 1].text == "capital" and key.startswith("state:") and governor(tokens, at) in ("in", "at"):
            town = page.catalogue.state(key.removeprefix("state:")).capital
            if town:
                witness = (tokens[at].start, tokens[at + 1].end)
                return Place(text=town, witness=witness, state=key, kind=EvidenceKind.IMPLIED)
    return None


def office_beside(tokens: Sequence[Token], at: int) -> tuple[int, list[Token]]:
    """The level of the office behind a name, and the states named in it: "Ms Anna Nowak, Deputy Minister of Poland"."""
    behind = tokens[at + 1 : at + 3]
    opens = len(behind) == 2 and (behind[1].capital or behind[1].text in _OPENINGS or is_state(behind[1]))
    if opens and behind[0].text == ",":
        low = at + 2
        high = next((n for n in range(low, min(low + 11, len(tokens))) if tokens[n].text == ","), low + 11)
        if (level := officials_in(tokens, low, high, plural=False)) != NONE:
            return level, [t for t in tokens[low:high] if is_state(t)]
    return NONE, []


def named_later(page: Page, line: Line, words: AbstractSet[str]) -> Side | None:
    """Whom "the Secretary" is in the first sentence of a release that names him only later: "Secretary Lloyd Austin thanked"."""
    said = words & TITLES
    if not said:
        return None
    found: dict[str, ActorMention] = {}
    for mention in page.mentions.actors:
        titles = set((mention.post or "").casefold().split())
        if mention.story == line.story and mention.kind is ActorKind.PERSON and said <= titles and mention.acts_for:
            found.setdefault(mention.key, mention)
    here = {t.mention.key for t in line.tokens if isinstance(t.mention, ActorMention)}
    later = [m for key, m in found.items() if key not in here and m.start > line.start]
    if len(later) != 1:
        return None
    one = later[0]
    level = level_of_title(one.post or "") or MINISTER
    return Side(key=one.key, state=one.acts_for, witness=one, person=True, level=level, kind=EvidenceKind.IMPLIED)


def is_state(token: Token) -> bool:
    """Whether a token names a state."""
    return isinstance(token.mention, ActorMention) and token.mention.kind is ActorKind.STATE


def key_of(token: Token) -> str:
    """The key of the actor that a token names; "" for other tokens."""
    return token.mention.key if isinstance(token.mention, ActorMention) else ""
