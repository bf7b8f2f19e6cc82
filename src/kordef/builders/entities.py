"""Actors and weapon systems: one record for each that a story speaks of, with all the names it uses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from kordef.builders.forces import ship_prefix, words
from kordef.builders.taken import taken
from kordef.catalogue import Catalogue, Weapon
from kordef.evidence import Evidence
from kordef.identity import record_id
from kordef.mentions.model import ActorMention, Mention, WeaponMention
from kordef.records import Actor, Post, WeaponSystem
from kordef.trusted import trusted
from kordef.vocabulary import ActorKind, EvidenceKind

__all__ = ["actor_ids", "actor_records", "weapon_ids", "weapon_records"]

AnyMention = TypeVar("AnyMention", ActorMention, WeaponMention)

# their parts are mentions of the text, ids made here and names of the catalogue
_ACTOR = trusted(Actor)
_POST = trusted(Post)
_WEAPON = trusted(WeaponSystem)

_NAMING = {
    form: rank
    for rank, form in enumerate("name adjective demonym capital government place title surname short pronoun".split())
}
"""Forms from the one that names an actor best to the one that names it least."""


def actor_ids(
    actors: Sequence[ActorMention], weapons: Sequence[WeaponMention], sha256: str, catalogue: Catalogue
) -> dict[tuple[int, str], str]:
    """The id of the Actor for each (story, key) that is mentioned.

    Whom somebody acts for counts as mentioned, and so do the home of a firm and the origin of a weapon, which only the
    catalogue knows: a fact may rest on them.
    """
    keys = {(m.story, key) for m in actors for key in (m.key, m.acts_for) if key}
    keys |= {(story, key) for story, key, _ in _implied(actors, weapons, catalogue)}
    return {(story, key): record_id("actor", sha256, story, key) for story, key in sorted(keys)}


def _implied(
    actors: Sequence[ActorMention], weapons: Sequence[WeaponMention], catalogue: Catalogue
) -> Iterator[tuple[int, str, Mention]]:
    """The states that the catalogue ties to a firm or a weapon, or letters to a ship, with the mention of that."""
    for actor in actors:
        if actor.acts_for:
            yield actor.story, actor.acts_for, actor
        if actor.key.startswith("company:") and not actor.key.startswith("company:x:"):
            yield actor.story, f"state:{catalogue.company(actor.key.removeprefix('company:')).state}", actor
    for weapon in weapons:
        if weapon.origin:
            yield weapon.story, f"state:{weapon.origin}", weapon
        if weapon.form == "name" and (letters := ship_prefix(weapon)[0]):
            yield weapon.story, words().prefixes[letters][0], weapon


def weapon_ids(mentions: Iterable[WeaponMention], sha256: str) -> dict[tuple[int, str], str]:
    """The id of the WeaponSystem for each (story, key) that is mentioned."""
    keys = dict.fromkeys((m.story, m.key) for m in mentions)
    return {(story, key): record_id("weapon_system", sha256, story, key) for story, key in keys}


def actor_records(
    mentions: Sequence[ActorMention],
    weapons: Sequence[WeaponMention],
    ids: dict[tuple[int, str], str],
    sources: Sequence[str],
    catalogue: Catalogue,
    text: str,
) -> tuple[Actor, ...]:
    """One Actor for each (story, key); its evidence points at every different name that the text uses for it."""
    by_key = _grouped(mentions)
    borrowed: dict[tuple[int, str], Mention] = {}
    for story, key, sign in _implied(mentions, weapons, catalogue):
        borrowed.setdefault((story, key), sign)
    out: list[Actor] = []
    for (story, key), record in ids.items():
        own = by_key.get((story, key), [])
        witness: Mention = own[0] if own else borrowed[story, key]
        names = _first_of_each(own, lambda m: m.exact)
        best = min(own, key=lambda m: (_NAMING[m.form], m.start)) if own else None
        name = (best.repaired or best.name) if best else _catalogue_name(key, catalogue)
        code = key.removeprefix("state:") if key.startswith("state:") else None
        kind = best.kind if best else _kind_of(key, catalogue)
        source = sources[story]
        basis = EvidenceKind.STATED if own else EvidenceKind.CATALOGUE
        evidence = [_evidence(source, "", witness, basis), _evidence(source, "/name", best or witness, basis)]
        evidence.extend([_evidence(source, f"/names/{n}", m) for n, m in enumerate(names)])
        evidence.append(_evidence(source, "/kind", best or witness, EvidenceKind.CATALOGUE))
        if code:
            evidence.append(_evidence(source, "/code", witness, EvidenceKind.CATALOGUE))
        known = key if key.startswith(("state:", "organisation:", "company:")) and ":x:" not in key else None
        if known:
            evidence.append(_evidence(source, "/catalogue", witness, EvidenceKind.CATALOGUE))
        agent = next((m for m in own if m.acts_for), None)
        acts_for = ids.get((story, agent.acts_for)) if agent and agent.acts_for else None
        if agent and acts_for:
            evidence.append(_of_allegiance(source, agent, text))
        posts = _first_of_each([m for m in own if m.post and m.post_span], lambda m: (m.post or "").casefold())
        for n, m in enumerate(posts):
            start, end = m.post_span or (m.start, m.end)
            evidence.append(taken(source, f"/posts/{n}", start, end, text[start:end]))
        out.append(
            _ACTOR(
                id=record,
                source=source,
                section=witness.section,
                name=name,
                kind=kind,
                names=tuple(m.exact for m in names),
                code=code,
                catalogue=known,
                acts_for=acts_for,
                posts=tuple(
                    _POST(
                        title=m.post or "",
                        former=(m.post or "").casefold().startswith(("former", "ex-", "then-", "ousted")),
                    )
                    for m in posts
                ),
                evidence=tuple(evidence),
            )
        )
    return tuple(out)


def weapon_records(
    mentions: Sequence[WeaponMention],
    ids: dict[tuple[int, str], str],
    actors: dict[tuple[int, str], str],
    sources: Sequence[str],
    catalogue: Catalogue,
    text: str,
) -> tuple[WeaponSystem, ...]:
    """One WeaponSystem for each (story, key); what only the catalogue knows of it is marked so."""
    out: list[WeaponSystem] = []
    for (story, key), own in _grouped(mentions).items():
        first = own[0]
        source = sources[story]
        names = _first_of_each(own, lambda m: m.exact)
        categories = _first_of_each([m for m in own if m.category_span], lambda m: _category(m, text).casefold())
        best = next((m for m in own if m.form == "name"), first)
        evidence = [_evidence(source, "", first), _evidence(source, "/name", best)]
        evidence.extend(_evidence(source, f"/names/{n}", m) for n, m in enumerate(names))
        for n, m in enumerate(categories):
            start, end = m.category_span or (m.start, m.end)
            evidence.append(taken(source, f"/categories/{n}", start, end, text[start:end]))
        known = (
            catalogue.weapon(key.removeprefix("weapon:")) if key.startswith("weapon:") and ":x:" not in key else None
        )
        looked_up = _looked_up(known, actors, story)
        evidence.extend(_evidence(source, f"/{f}", first, EvidenceKind.CATALOGUE) for f, v in looked_up.items() if v)
        designation = best.designation
        if designation:
            evidence.append(
                _evidence(
                    source,
                    "/designation",
                    best,
                    EvidenceKind.STATED if designation in best.exact else EvidenceKind.CATALOGUE,
                )
            )
        out.append(
            _WEAPON(
                id=ids[story, key],
                source=source,
                section=first.section,
                name=best.name,
                designation=designation,
                names=tuple(m.exact for m in names),
                categories=tuple(_category(m, text) for m in categories),
                evidence=tuple(evidence),
                catalogue=looked_up.get("catalogue"),
                sipri_category=looked_up.get("sipri_category"),
                unroca_category=looked_up.get("unroca_category"),
                origin=looked_up.get("origin"),
                family=looked_up.get("family"),
                maker=looked_up.get("maker"),
            )
        )
    return tuple(out)


def _of_allegiance(source: str, agent: ActorMention, text: str) -> Evidence:
    """Where the text says for whom somebody acts, or what it is taken from."""
    if agent.acts_for_span is None:
        kind = EvidenceKind.IMPLIED if agent.post_span is not None else EvidenceKind.CATALOGUE
        return _evidence(source, "/acts_for", agent, kind)
    start, end = agent.acts_for_span
    kind = EvidenceKind.IMPLIED if agent.inferred else EvidenceKind.STATED
    return taken(source, "/acts_for", start, end, text[start:end], kind)


def _category(mention: WeaponMention, text: str) -> str:
    """The class noun as written."""
    start, end = mention.category_span or (mention.start, mention.end)
    return text[start:end]


def _looked_up(known: Weapon | None, actors: dict[tuple[int, str], str], story: int) -> dict[str, str | None]:
    """What the catalogue knows of a weapon, by the record's field; a maker only where the story speaks of it."""
    if known is None:
        return {}
    return {
        "catalogue": f"weapon:{known.id}",
        "sipri_category": str(known.sipri_category) if known.sipri_category else None,
        "unroca_category": str(known.unroca_category) if known.unroca_category else None,
        "origin": known.origin,
        "family": f"weapon:{known.family}" if known.family else None,
        "maker": actors.get((story, f"company:{known.maker}")) if known.maker else None,
    }


def _grouped(mentions: Sequence[AnyMention]) -> dict[tuple[int, str], list[AnyMention]]:
    out: dict[tuple[int, str], list[AnyMention]] = {}
    for m in mentions:
        out.setdefault((m.story, m.key), []).append(m)
    return out


def _first_of_each(mentions: Iterable[AnyMention], key: Callable[[AnyMention], object]) -> list[AnyMention]:
    first: dict[object, AnyMention] = {}
    for m in mentions:
        first.setdefault(key(m), m)
    return list(first.values())


def _evidence(source: str, pointer: str, mention: Mention, kind: EvidenceKind = EvidenceKind.STATED) -> Evidence:
    return taken(source, pointer, mention.start, mention.end, mention.exact, kind)


def _catalogue_name(key: str, catalogue: Catalogue) -> str:
    """The catalogue's name of somebody whom the text names only through another ("the Polish minister")."""
    table, _, identifier = key.partition(":")
    if table == "state":
        return catalogue.state(identifier).name
    if table == "organisation":
        return catalogue.organisation(identifier).name
    return catalogue.company(identifier).name


def _kind_of(key: str, catalogue: Catalogue) -> ActorKind:
    table, _, identifier = key.partition(":")
    if table == "organisation":
        return catalogue.organisation(identifier).kind
    return ActorKind.STATE if table == "state" else ActorKind.COMPANY
