"""Actors: states, organisations, companies, bodies of states, and persons with their posts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from kordef.document import BlockKind
from kordef.mentions.actors.bodies import body_at
from kordef.mentions.actors.cast import Cast
from kordef.mentions.actors.catalogued import company_at, organisation_at, seated
from kordef.mentions.actors.fellows import fellows
from kordef.mentions.actors.firms import firm_at, without_form
from kordef.mentions.actors.persons import persons_in
from kordef.mentions.actors.recall import recall
from kordef.mentions.actors.states import codes_in_tables, combined_at, state_at
from kordef.mentions.model import ActorMention
from kordef.mentions.names import Sort, Use
from kordef.mentions.passages import Found, Spans
from kordef.mentions.word_files import read_words_of
from kordef.trusted import trusted
from kordef.vocabulary import ActorKind, Section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kordef.mentions.lexicon import Lexicon
    from kordef.mentions.model import Mentions
    from kordef.mentions.names import Hit
    from kordef.mentions.passages import Page, Passage

__all__ = ["annotation_actors", "find_actors"]

_NAMING = ("name", "adjective", "demonym", "short")
_DATELINES = (BlockKind.DATE, BlockKind.BYLINE)
_MENTION = trusted(ActorMention)
_UNITED_NATIONS = "United Nations"
_ORGANS = {
    **dict.fromkeys(
        (
            *("organisation:european-commission", "organisation:european-council", "organisation:council-of-the-eu"),
            *("organisation:european-parliament", "organisation:eeas", "organisation:foreign-affairs-council"),
            *("organisation:eu-psc", "organisation:eu-military-committee"),
        ),
        "organisation:eu",
    ),
    **dict.fromkeys(
        ("organisation:north-atlantic-council", "organisation:nato-military-committee"), "organisation:nato"
    ),
    **dict.fromkeys(
        ("organisation:un-general-assembly", "organisation:un-security-council", "organisation:un-secretariat"),
        "organisation:un",
    ),
}
"""Councils and the like that stand for the organisation that they govern, as a ministry stands for its state."""
_ANNOTATED = (ActorKind.STATE, ActorKind.IGO, ActorKind.COMPANY)


def find_actors(page: Page, lexicon: Lexicon, taken: Spans | None = None) -> tuple[ActorMention, ...]:
    """All mentions of actors, in the order of the text. ``taken`` are spans that are something else, such as ships."""
    cast = Cast(page=page, lexicon=lexicon, taken=taken or Spans(()))
    for passage in page.passages:
        cast.firsts[passage.start] = len(cast.found)
        if passage.uses & Use.ACTOR:
            _by_name(cast, passage)
        if passage.uses & Use.BODY:
            _by_form(cast, passage)
        for person in persons_in(cast, passage):
            cast.add(person)
        for firm in fellows(cast, passage):
            cast.add(firm)
    for state in codes_in_tables(page, lexicon.codes):
        cast.add(state)
    recall(cast)
    return tuple(_mention(page, found) for found in _apart(cast.found))


def _by_name(cast: Cast, passage: Passage) -> None:
    """States, organisations and companies that the catalogue knows."""
    previous: Found | None = None
    taken = cast.taken or None
    for hit in passage.of_use(Use.ACTOR):
        if taken is not None and taken.cover(hit.start):
            continue
        found = (
            state_at(cast.page, passage, hit, previous, cast.seen)
            or organisation_at(cast, passage, hit)
            or company_at(cast, passage, hit)
        )
        if found is not None:
            if found.form == "adjective":
                _combined(cast, passage, hit)
            elif found.form == "name" and found.code is not None and _is_mere_place(cast, passage, found):
                found.form, found.as_place = "place", True
            cast.add(seated(cast, found))
            previous = found


def _is_mere_place(cast: Cast, passage: Passage, found: Found) -> bool:
    """A territory that is nobody who acts ("around Greenland"), and a city that is a state in a dateline or byline."""
    if found.code in cast.lexicon.territories:
        return found.as_place
    state = cast.lexicon.codes.get(found.code or "")
    in_line = passage.kind in _DATELINES or passage.in_dateline(found.start)
    if not in_line and cast.page.text.startswith("By ", passage.start):
        in_line = not any(map(str.isalnum, cast.page.text[found.end : passage.end]))
    return in_line and state is not None and state.capital in (None, state.name)


def _combined(cast: Cast, passage: Passage, hit: Hit) -> None:
    """The state of a combining form before an adjective: "Franco-Italian"."""
    combined = combined_at(cast.page, passage, hit, read_words_of("places")["combining"])
    if combined is None:
        return
    start, end, code = combined
    state = cast.lexicon.codes.get(code)
    if state is not None:
        key, name = f"state:{code}", state.name
        cast.add(
            Found(
                start=start,
                end=end,
                passage=passage,
                key=key,
                kind=ActorKind.STATE,
                name=name,
                code=code,
                form="adjective",
            )
        )


def _by_form(cast: Cast, passage: Passage) -> None:
    """Bodies and firms that their form gives away."""
    for hit in passage.of_use(Use.BODY):
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
    found.sort(key=lambda mention: (mention.start, -mention.end))
    apart: list[Found] = []
    for mention in found:
        if not apart or mention.start >= apart[-1].end:
            apart.append(mention)
        elif mention.end - mention.start > apart[-1].end - apart[-1].start:
            apart[-1] = mention
    return apart


def _mention(page: Page, found: Found) -> ActorMention:
    passage = found.passage
    return _MENTION(
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
        acts_for_span=found.witness,
        post=found.post,
        post_span=found.post_span,
        repaired=found.repaired,
    )


def annotation_actors(mentions: Mentions) -> Iterator[dict[str, Any]]:
    """States, organisations and companies at their first mention, as the annotation format has them.

    A capital that stands for its government counts only where the state has no other mention, and an organ only where its
    organisation has none.
    """
    firsts: dict[str, ActorMention] = {}
    names: dict[str, str] = {}
    for actor in mentions.actors:
        if actor.kind not in _ANNOTATED or actor.form == "place":
            continue
        names[actor.key] = _better_name(actor, names.get(actor.key))
        first = firsts.get(actor.key)
        if actor.form in _NAMING:
            if first is None or first.form not in _NAMING:
                firsts[actor.key] = actor
        elif first is None and not actor.as_place:
            firsts[actor.key] = actor
    united = next((actor for actor in mentions.actors if actor.exact.startswith(f"{_UNITED_NATIONS} ")), None)
    known = firsts.get("organisation:un")
    if united is not None and (known is None or united.start < known.start):
        # "The United Nations Command": the organisation is named in the name of its body.
        names.setdefault("organisation:un", _UNITED_NATIONS)
        end = united.start + len(_UNITED_NATIONS)
        firsts["organisation:un"] = evolve(
            united, end=end, exact=_UNITED_NATIONS, key="organisation:un", kind=ActorKind.IGO, code=None
        )
    for organ, whole in _ORGANS.items():
        if whole in firsts:
            firsts.pop(organ, None)
    for actor in sorted(firsts.values(), key=lambda actor: actor.start):
        line: dict[str, Any] = {"quote": actor.exact, "start": actor.start}
        if actor.section is not Section.BODY:
            line["section"] = str(actor.section)
        name = actor.name if actor.kind is ActorKind.STATE else names[actor.key]
        yield {**line, "kind": str(actor.kind), "name": name, "code": actor.code}


def _better_name(actor: ActorMention, name: str | None) -> str:
    """The better of two ways in which a text writes an actor's name: a firm's in full, an organisation's in initials."""
    if name is None or (actor.kind is ActorKind.IGO and actor.exact.isupper() and not name.isupper()):
        return actor.exact
    written = without_form(actor.exact) if actor.kind is ActorKind.COMPANY else actor.exact
    longer = actor.form == "name" and len(written) > len(name)
    return written if longer and not (actor.kind is ActorKind.IGO and name.isupper()) else name
