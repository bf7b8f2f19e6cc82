"""Actors: states, organisations, companies, bodies of states, and persons with their posts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kordef.catalogue import SpellingRole
from kordef.mentions.bodies import body_at, is_attribute
from kordef.mentions.cast import Cast
from kordef.mentions.firms import firm_at
from kordef.mentions.lexicon import data, without_state
from kordef.mentions.model import ActorMention
from kordef.mentions.names import Sort
from kordef.mentions.passages import Found, Spans
from kordef.mentions.persons import persons_in
from kordef.mentions.recall import recall
from kordef.mentions.runs import ORDINARY
from kordef.mentions.states import state_at
from kordef.vocabulary import ActorKind, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kordef.catalogue import Organisation
    from kordef.mentions.lexicon import Lexicon
    from kordef.mentions.model import Mentions
    from kordef.mentions.names import Hit
    from kordef.mentions.passages import Page, Passage

__all__ = ["annotation_actors", "find_actors"]


def find_actors(page: Page, lexicon: Lexicon, taken: Spans | None = None) -> tuple[ActorMention, ...]:
    """All mentions of actors, in the order of the text. ``taken`` are spans that are something else."""
    cast = Cast(page=page, lexicon=lexicon, taken=taken or Spans(()))
    for passage in page.passages:
        _names(cast, passage)
        _forms(cast, passage)
        for person in persons_in(cast, passage):
            cast.add(person)
    recall(cast)
    return tuple(_mention(page, found) for found in _apart(cast.found))


def _names(cast: Cast, passage: Passage) -> None:
    """States, organisations and companies that the catalogue knows."""
    previous: Found | None = None
    for hit in passage.hits:
        if cast.taken.cover(hit.start):
            continue
        found = state_at(cast.page, passage, hit, previous, cast.seen)
        found = found or _organisation(cast, passage, hit) or _company(cast, passage, hit)
        if found is not None:
            cast.add(_seated(cast, found))
            previous = found
            if found.as_place:
                cast.seen.add(f"place:{cast.page.text[found.start : found.end]}")


def _seated(cast: Cast, found: Found) -> Found:
    """Brussels as a government is the EU, where the text has spoken of it and not of Belgium."""
    seat = data("places")["seats"].get(cast.page.text[found.start : found.end]) if found.form == "capital" else None
    if seat is None or found.as_place or found.key in cast.seen:
        return found
    key = cast.party(seat)
    if key not in cast.seen:
        found.as_place = True
        return found
    body = cast.lexicon.catalogue.party(seat)
    found.key, found.kind, found.name, found.code = key, ActorKind.IGO, body.name, None
    return found


def _organisation(cast: Cast, passage: Passage, hit: Hit) -> Found | None:
    name = hit.of(Sort.ORGANISATION)
    if name is None:
        return None
    body: Organisation = name.thing
    text = cast.page.text
    short = name.role is SpellingRole.SHORT_FORM
    key = f"organisation:{body.id}"
    if short and key not in cast.seen and not (body.state and f"state:{body.state}" in cast.seen):
        return None
    if name.article and text[max(0, hit.start - 4) : hit.start].lower() != "the ":
        return None
    if name.ambiguous and not _is_body(cast, passage, hit, body):
        return None
    start = _behind_state(cast, passage, hit, body)
    if body.kind is ActorKind.MILITARY_UNIT and text.endswith("military", start, hit.end) and is_attribute(text, hit.end):
        return None
    found = Found(
        start=start,
        end=hit.end,
        passage=passage,
        key=key,
        kind=body.kind,
        name=body.name,
        form="short" if short else "name",
        acts_for=cast.party(body.acts_for) if body.acts_for else None,
    )
    label = cast.lexicon.labels.get(body.id)
    if label is not None:
        cast.remember(found, label)
    return found


def _behind_state(cast: Cast, passage: Passage, hit: Hit, body: Organisation) -> int:
    """Make a mention of the state whose adjective or possessive begins a body's name; where the rest of the name begins."""
    if body.state is None or body.kind not in (ActorKind.GOVERNMENT_BODY, ActorKind.MILITARY_UNIT):
        return hit.start
    text = cast.page.text
    written = text[hit.start : hit.end]
    state = cast.lexicon.catalogue.state(body.state)
    rest = without_state(written, state)
    possessive = written[: len(written) - len(rest)].endswith("'s ")
    owner = written[: len(written) - len(rest) - (3 if possessive else 1)]
    # In "Korea Customs Service" the state is part of the name, in "Polish Army" and "US Navy" it says whose.
    if rest == written or (owner in (state.name, "Korea") and not possessive):
        return hit.start
    form = "adjective" if owner in state.adjectives else "name"
    cast.add(Found(start=hit.start, end=hit.start + len(owner), passage=passage, key=f"state:{state.code}", kind=ActorKind.STATE, name=state.name, code=state.code, form=form))
    return hit.end - len(rest)


def _is_body(cast: Cast, passage: Passage, hit: Hit, body: Organisation) -> bool:
    """Whether an ambiguous name is meant as the body: its full name stands in the text, or its state or the right noun beside it."""
    key = f"organisation:{body.id}"
    if key in cast.seen:
        return True
    text = cast.page.text
    previous = cast.found[-1] if cast.found else None
    if previous is not None and previous.kind is body.kind and _LISTED.fullmatch(text, previous.end, hit.start):
        return True
    if text[hit.start : hit.end].isupper():
        before = text[max(passage.start, hit.start - 24) : hit.start].lower()
        return body.kind is ActorKind.MEDIA and before.endswith(("agency ", "newspaper ", "broadcaster ", "daily ", "channel "))
    owner = cast.before(hit.start, passage.start)
    if owner is not None:
        return body.acts_for is not None and owner.key == cast.party(body.acts_for)
    return " " in text[hit.start : hit.end] and body.state is not None and f"state:{body.state}" in cast.seen


def _company(cast: Cast, passage: Passage, hit: Hit) -> Found | None:
    names = [name for name in hit.names if name.sort is Sort.COMPANY]
    if not names:
        return None
    if len(names) > 1 or names[0].role is SpellingRole.SHORT_FORM:
        cast.shared.append((passage, hit))
        return None
    name = names[0]
    if name.ambiguous and not _is_firm(cast, passage, hit, f"company:{name.thing.id}"):
        return None
    return Found(start=hit.start, end=hit.end, passage=passage, key=f"company:{name.thing.id}", kind=ActorKind.COMPANY, name=name.thing.name)


def _is_firm(cast: Cast, passage: Passage, hit: Hit, key: str) -> bool:
    """Whether an ambiguous name is a firm's: by a state, a class noun or a role before it, or because the text has it elsewhere."""
    if key in cast.seen or cast.before(hit.start, passage.start) is not None:
        return True
    before = passage.hit_before(hit.start)
    word = before.of(Sort.WORD) if before is not None else None
    text = cast.page.text
    if before is not None and word is not None and str(word.thing).startswith("firm.") and text[before.end : hit.start] in (" ", ", "):
        return True
    return cast.has_firms and hit.end - 1 - hit.start >= _SHORTEST_FIRM and not _has_neighbour(passage, text, hit)


_SHORTEST_FIRM = 4


def _has_neighbour(passage: Passage, text: str, hit: Hit) -> bool:
    """Whether a capitalised word that is no name by itself stands beside a hit, as in a person's name."""
    if text[hit.end : hit.end + 1] == " " and hit.end + 1 in passage.capital_at:
        return True
    before = text[max(passage.start, hit.start - 24) : hit.start - 1].rsplit(maxsplit=1)[-1:]
    return bool(before) and text[hit.start - 1] == " " and passage.capital_at.get(hit.start - 1 - len(before[0])) == hit.start - 1 and before[0].lower() not in ORDINARY


_LISTED = re.compile(r"\s*(?:,|,?\s*and|\()\s*")


def _forms(cast: Cast, passage: Passage) -> None:
    """Bodies and firms that their form gives away."""
    for hit in passage.hits:
        word = hit.of(Sort.WORD)
        if word is None or cast.taken.cover(hit.start):
            continue
        role: str = word.thing
        found = None
        if role == "ministry" or role.endswith((".plain", ".named")):
            found = body_at(cast, passage, hit, role)
        elif role.startswith("firm."):
            found = firm_at(cast, passage, hit, role)
        if found is not None:
            cast.add(found)


def _apart(found: list[Found]) -> list[Found]:
    """Mentions in order, the longer of two that overlap."""
    found.sort(key=lambda f: (f.start, -f.end))
    apart: list[Found] = []
    for mention in found:
        if apart and mention.start < apart[-1].end:
            if mention.end - mention.start > apart[-1].end - apart[-1].start:
                apart[-1] = mention
            continue
        apart.append(mention)
    return apart


def _mention(page: Page, found: Found) -> ActorMention:
    passage = found.passage
    return ActorMention(
        start=found.start,
        end=found.end,
        exact=page.raw[found.start : found.end],
        block=passage.block,
        story=passage.story,
        section=passage.section,
        inferred=found.inferred,
        key=found.key,
        kind=found.kind,
        name=found.name,
        form=found.form,
        code=found.code,
        as_place=found.as_place,
        acts_for=found.acts_for,
        post=found.post,
        post_span=found.post_span,
        repaired=found.repaired,
    )


_NAMING = frozenset({"name", "adjective", "demonym", "short"})


def _better(actor: ActorMention, name: str) -> bool:
    """Whether a mention writes an actor's name better: a firm's in full, an organisation's in initials."""
    if actor.kind is ActorKind.IGO and (name.isupper() or actor.exact.isupper()):
        return not name.isupper()
    return len(actor.exact) > len(name)


def annotation_actors(mentions: Mentions) -> Iterator[dict[str, Any]]:
    """States, organisations and companies at their first mention, as the annotation format has them."""
    firsts: dict[str, ActorMention] = {}
    names: dict[str, str] = {}
    for actor in mentions.actors:
        if actor.kind not in (ActorKind.STATE, ActorKind.IGO, ActorKind.COMPANY) or actor.form == "place":
            continue
        first = firsts.get(actor.key)
        if first is None or (first.form not in _NAMING and actor.form in _NAMING):
            if actor.form in _NAMING or not actor.as_place:
                firsts[actor.key] = actor
        if actor.form == "name" and _better(actor, names.get(actor.key, "")):
            names[actor.key] = actor.exact
        names.setdefault(actor.key, actor.exact)
    for actor in sorted(firsts.values(), key=lambda a: a.start):
        line: dict[str, Any] = {"quote": actor.exact, "start": actor.start}
        if actor.section is not Section.BODY:
            line["section"] = str(actor.section)
        name = actor.name if actor.kind is ActorKind.STATE else names[actor.key]
        yield {**line, "kind": str(actor.kind), "name": name, "code": actor.code}
