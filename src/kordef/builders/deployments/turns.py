"""Turns at air policing: who takes them over, flies them or is to fly them, whatever the sky that they guard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kordef.builders.deployments.drafts import Draft, strength_of
from kordef.builders.deployments.owners import Owners
from kordef.builders.deployments.subjects import trimmed
from kordef.builders.force_places import Spot, place_after
from kordef.builders.forces import Side, forces_in, sides_in
from kordef.builders.grammar.clauses import Clauses, clauses_of
from kordef.builders.grammar.surroundings import date_of, word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention, WeaponMention
from kordef.vocabulary import ActorKind, DeploymentKind, Modality

__all__ = ["turns"]

_TAKES = word_set(
    "take takes took taking assume assumes assumed perform performs performed performing conduct conducts conducted conducting "
    "carry carries carried start starts started begin begins began resume resumes resumed fly flies flew fulfil fulfils execute "
    "executes executed provide provides provided lead leads led participate participates participated join joins joined handle "
    "handles handled man mans"
)
_NEAR = 9
"""The words between the verb and "policing"."""


def turns(page: Page, owners: Owners, line: Line, found: Sequence[Draft]) -> Iterator[Draft]:
    """ "A German contingent will take over the Baltic air policing mission from the Royal Air Force at Ämari"."""
    at = next(iter(line.at.get("policing", ())), None)
    if at is None or line.kind is not BlockKind.PARAGRAPH or not line.actors:
        return
    clauses = clauses_of(line)
    tokens = line.tokens
    verb = next(
        (i for i in range(at - 1, max(-1, at - _NEAR), -1) if tokens[i].text in _TAKES and clauses.tags[i]), None
    )
    if verb is None or clauses.group(verb).negated:
        return
    actors = [s for s in _who(page, owners, line, clauses, verb) if s[0].startswith("state:")]
    keys = {k for k, _ in actors}
    if not actors or any(not keys.isdisjoint(k for k, _ in d.actors) for d in found):
        return
    group = clauses.group(verb)
    low = min(group.start, *(next((i for i, t in enumerate(tokens) if t.start >= m.start), verb) for _, m in actors))
    place = _where(page, tokens, clauses, verb, at)
    date = date_of(tokens, verb, at, 0, len(tokens))
    mention = date.mention if date is not None else None
    forces = [f for f in forces_in(page, line, 0, len(tokens)) if f.kind == "aircraft"]
    yield Draft(
        line=line,
        at=verb,
        start=tokens[low].start,
        end=tokens[at].end,
        kind=DeploymentKind.PATROL,
        modality=Modality.PLANNED if group.modality is Modality.PLANNED else Modality.ASSERTED,
        actors=actors,
        weapons=[f.token.mention for f in forces if isinstance(f.token.mention, WeaponMention)],
        place=place[:2] if place else None,
        period=mention.period if isinstance(mention, DateMention) else None,
        dates=[mention] if isinstance(mention, DateMention) else [],
        strength=strength_of(tokens, forces, (0, at)),
        verbal=True,
    )


def _where(page: Page, tokens: Sequence[Token], clauses: Clauses, verb: int, at: int) -> Spot | None:
    """Where the sky is guarded from: behind the mission and whom it is taken over from, else where they came before."""
    low = at
    if at + 2 < len(tokens) and tokens[at + 1].text == "from":
        named = at + 2 + (tokens[at + 2].text == "the")
        mention = tokens[named].mention if named < len(tokens) else None
        if isinstance(mention, ActorMention) and mention.kind is ActorKind.STATE and mention.form != "place":
            low = named + 1  # "policing from Belgium at Ämari"
    place = place_after(page, tokens, low, len(tokens))
    main = clauses.verb_before(verb) if place is None and tokens[verb - 1].text == "to" else None
    return place or (place_after(page, tokens, main.head + 1, verb) if main is not None else None)


def _who(page: Page, owners: Owners, line: Line, clauses: Clauses, verb: int) -> list[Side]:
    """Whose forces the subject names, by an adjective, as an owner or by their own name."""
    tokens = line.tokens
    start = verb
    if start and tokens[start - 1].text == "to" and (main := clauses.verb_before(start)) is not None:
        start = main.start
    low, high, _ = clauses.subject_span(clauses.group(start).start)
    low = trimmed(clauses, low, high)
    named = [s for f in forces_in(page, line, low, high) for s in owners.owners_of(line, f)]
    return list({s[0]: s for s in (*named, *sides_in(tokens, low, high))}.values())
