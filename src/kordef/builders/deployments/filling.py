"""What the words beside a trigger fill in: partners, unit, weapons, period, strength, and the stretch that tells it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from kordef.builders.deployments.checks import comes_back, modality
from kordef.builders.deployments.drafts import Draft, strength_of
from kordef.builders.deployments.lists import ships_of
from kordef.builders.deployments.needs import strong_behind
from kordef.builders.deployments.owners import Owners
from kordef.builders.deployments.subjects import STOPS, spans_of
from kordef.builders.force_places import Spot
from kordef.builders.forces import Force, Side
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.frames import Match
from kordef.builders.page import Page
from kordef.builders.timing import dated
from kordef.mentions.model import ActorMention, ValueMention, WeaponMention
from kordef.vocabulary import DeploymentKind

__all__ = ["Findings", "filled"]


@frozen(kw_only=True)
class Findings:
    """What has been found out about a deployment when the words beside its trigger are to be read."""

    match: Match
    clauses: Clauses
    kind: DeploymentKind
    forces: Sequence[Force]
    actors: list[Side]
    place: Spot | None
    name: str | None
    named_at: tuple[int, int] | None
    whole: tuple[int, int]
    """The tokens from the first of the doer and the thing to the last."""


def filled(page: Page, owners: Owners, found: Findings) -> Draft:
    """The draft of a deployment with all that the words beside its trigger say of it."""
    match, clauses, forces, place, whole = found.match, found.clauses, found.forces, found.place, found.whole
    line, tokens, settings = match.line, match.line.tokens, match.frame.settings
    keys = {k for k, _ in found.actors}
    partners = owners.partners(line, match, found.kind, forces)
    unit = next((f.token for f in forces if f.kind == "unit" and f.token.kind == "actor"), None)
    start, end = tokens[match.start].start, tokens[match.end - 1].end
    apart = clauses.tags
    stretch = [
        (f.token.start, f.token.end)
        for f in forces[:4]
        if f.at > match.start or match.noun or not any(t in STOPS for t in apart[f.at + 1 : match.group.start])
    ]
    stretch.extend(s for s in (place[:2] if place else None, found.named_at) if s)
    stretch.extend((t.start, t.end) for t in tokens[match.begin : match.end] if match.noun and t.kind == "actor")
    for low, high in stretch:
        if min(abs(high - start), abs(low - end)) < 110 or low <= start < high:
            start, end = min(start, low), max(end, high)
    period, dates = dated(line, match, whole)
    strength = strength_of(tokens, forces, whole)
    if settings.get("needs") == "strength" and match.end < len(tokens):
        counted = tokens[match.end].mention
        strength = counted if isinstance(counted, ValueMention) else strength
    if settings.get("needs") == "name" and found.name is None:
        strength = strong_behind(tokens, match.end) or strength
    return Draft(
        line=line,
        at=match.start,
        start=start,
        end=end,
        kind=found.kind,
        modality=modality(line, match, clauses),
        actors=found.actors,
        partners=[p for p in partners if p[0] not in keys],
        unit=(unit.start, unit.end) if unit else None,
        unit_key=unit.mention.key if unit and isinstance(unit.mention, ActorMention) else None,
        weapons=[
            f.token.mention
            for f in (*forces, *ships_of(page, line, match, clauses))
            if isinstance(f.token.mention, WeaponMention)
        ],
        place=place[:2] if place else None,
        period=period,
        dates=dates,
        strength=strength,
        name=found.name,
        named_at=found.named_at,
        vague=match.noun and comes_back(tokens, match),
        again=not match.noun
        and any(
            t.text in ("unit", "it", "contingent", "rotation", "batch", "detachment")
            for t in tokens[slice(*spans_of(clauses, match)[0])]
        ),
        verbal=not match.noun,
        mission=any(t.text in ("mission", "operation") for t in tokens[whole[0] : match.start]),
    )
