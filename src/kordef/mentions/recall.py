"""Later mentions: surnames, abbreviations, short forms, titles and pronouns that stand for somebody named elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from kordef.mentions.lexicon import data
from kordef.mentions.names import Sort
from kordef.mentions.passages import Found, Spans
from kordef.mentions.persons import surname_of
from kordef.mentions.runs import ORDINARY
from kordef.vocabulary import ActorKind

if TYPE_CHECKING:
    from kordef.mentions.cast import Cast
    from kordef.mentions.passages import Passage

__all__ = ["recall"]

_ABBREVIATION = re.compile(r"'?s?\s\(\s?([A-Z][A-Za-z0-9&-]{1,9})\s?\)")
_PARTICLE_BEFORE = re.compile(rf"(?:\b(?:{'|'.join(data('persons')['particles'])})[\s-])+\Z", re.IGNORECASE)
_MORE_OF_NAME = re.compile(r"-[A-Z][a-z]+")
_SHORTEST_SHORT_FORM = 4
_NEAR = 700
_BY_FORM = (ActorKind.COMPANY, ActorKind.GOVERNMENT_BODY, ActorKind.MILITARY_UNIT, ActorKind.RESEARCH_INSTITUTE, ActorKind.MEDIA, ActorKind.PARTY)


@frozen
class _Alias:
    """A text that names somebody whom a fuller name has introduced."""

    text: str
    found: Found
    form: str


def recall(cast: Cast) -> None:
    """Add the mentions by surname, short form, title and pronoun to the cast."""
    _unite_persons(cast)
    _settle_shared(cast)
    spans = Spans((f.start, f.end) for f in cast.found)
    _by_name(cast, spans, _aliases(cast))
    _by_title(cast)
    _by_class(cast)


# Persons


def _is_korean(found: Found) -> bool:
    return found.name.split()[0] in _surnames() and " " in found.name


@cache
def _surnames() -> frozenset[str]:
    return frozenset(data("persons")["korean_surnames"].split())


def _surname(found: Found) -> str:
    return surname_of(found.name, _is_korean(found))


def _unite_persons(cast: Cast) -> None:
    """Make one person of a surname alone and the one full name with it, and of a name in two orders."""
    full: dict[str, dict[str, Found]] = {}
    by_words: dict[frozenset[str], Found] = {}
    persons = [f for f in cast.found if f.kind is ActorKind.PERSON]
    for person in persons:
        words = frozenset(re.findall(r"[a-z]+", person.key.partition(":")[2]))
        first = by_words.setdefault(words, person)
        if first.key != person.key:
            person.key, person.name = first.key, first.name
        if " " in person.name:
            full.setdefault(_surname(person), {}).setdefault(person.key, person)
    for person in persons:
        if " " not in person.name:
            bearers = full.get(person.name, {})
            if len(bearers) == 1:
                bearer = next(iter(bearers.values()))
                person.key, person.name, person.form = bearer.key, bearer.name, "surname"
    _share_facts(persons)


def _share_facts(persons: list[Found]) -> None:
    """What one mention says of a person's state holds for the others, unless they say otherwise."""
    known: dict[str, Found] = {}
    for person in persons:
        if person.acts_for is not None and (person.key not in known or (known[person.key].inferred and not person.inferred)):
            known[person.key] = person
    for person in persons:
        source = known.get(person.key)
        if source is not None and (person.acts_for is None or person.inferred):
            person.acts_for, person.inferred = source.acts_for, source.inferred


# Names


def _aliases(cast: Cast) -> dict[str, list[_Alias]]:
    """All texts that stand for what has been found, by their first word."""
    aliases: dict[str, dict[str, _Alias | None]] = {}

    def enter(text: str, found: Found, form: str) -> None:
        first = re.match(r"[A-Za-z]+", text)
        if first is None or first[0].lower() in ORDINARY:
            return
        known = aliases.setdefault(first[0], {})
        other = known.get(text)
        # One text for two things is certain for neither.
        known[text] = None if text in known and (other is None or other.found.key != found.key) else _Alias(text, found, form)

    text = cast.page.text
    for found in cast.found:
        if found.kind is ActorKind.PERSON:
            surname = _surname(found)
            last = surname.split()[-1]
            enter(last, found, "surname")
            if " " in text[found.start : found.end]:
                enter(text[found.start : found.end], found, "name")
            continue
        bracket = _ABBREVIATION.match(text, found.end)
        if bracket is not None and found.kind is not ActorKind.STATE and found.form == "name":
            enter(bracket[1], found, "short")
        if ":x:" in found.key and found.kind in _BY_FORM:
            written = text[found.start : found.end]
            enter(written, found, "name")
            first = re.match(r"[A-Z][A-Za-z]+", written)
            if found.kind is ActorKind.COMPANY and first and first[0] != written and len(first[0]) >= _SHORTEST_SHORT_FORM and first[0] not in _not_names():
                enter(first[0], found, "short")
    return {first: sorted((a for a in known.values() if a), key=lambda a: -len(a.text)) for first, known in aliases.items()}


@cache
def _not_names() -> frozenset[str]:
    return frozenset(data("persons")["not_names"].split())


def _by_name(cast: Cast, spans: Spans, aliases: dict[str, list[_Alias]]) -> None:
    text = cast.page.text
    for passage in cast.page.passages:
        last = 0
        for start, end in passage.capital_at.items():
            known = aliases.get(text[start:end])
            if not known or start < last or spans.cover(start) or cast.taken.cover(start):
                continue
            for alias in known:
                stop = start + len(alias.text)
                if not text.startswith(alias.text, start) or text[stop : stop + 1].isalnum():
                    continue
                if alias.form == "surname":
                    found = _surname_at(cast, passage, start, alias.found)
                else:
                    found = evolve(alias.found, start=start, end=stop, passage=passage, form=alias.form, post=None, post_span=None)
                if found is not None:
                    cast.add(found)
                    last = found.end
                break


def _surname_at(cast: Cast, passage: Passage, start: int, person: Found) -> Found | None:
    """The mention by surname at a capital, particles and the second half included, if it is no other name."""
    text = cast.page.text
    surname = _surname(person)
    if start < person.start and passage is person.passage:
        return None
    begin = start - (len(surname) - len(surname.split()[-1]))
    if text[begin : begin + len(surname)] != surname:
        return None
    end = begin + len(surname)
    if "-" not in surname and _MORE_OF_NAME.match(text, end):
        return None
    if text[end : end + 1] == "-":
        return None
    found = evolve(person, start=begin, end=end, passage=passage, form="surname", post=None, post_span=None, repaired=None)
    post = next((h for h in (passage.hit_before(begin),) if h is not None and _is_post(h) and text[h.end : begin] in (" ", ". ")), None)
    if post is not None:
        found.post, found.post_span = text[post.start : post.end], (post.start, post.end)
    return found


def _is_post(hit: object) -> bool:
    return any(n.sort is Sort.WORD and n.thing in ("post", "title") for n in hit.names)  # type: ignore[attr-defined]


# Companies that share a short form


def _settle_shared(cast: Cast) -> None:
    """Give each short form that several firms share to the one that the document names in full, the nearest before it."""
    full: dict[str, list[Found]] = {}
    for found in cast.found:
        if found.kind is ActorKind.COMPANY and found.form == "name":
            full.setdefault(found.key, []).append(found)
    for passage, hit in cast.shared:
        names = [name for name in hit.names if name.sort is Sort.COMPANY]
        whole = next((name for name in names if name.role.value == "name"), None)
        best: Found | None = None
        for name in names:
            if name is whole or (whole is not None and name.thing.state != whole.thing.state):
                continue
            for candidate in full.get(f"company:{name.thing.id}", ()):
                if best is None or _nearer(candidate, best, hit.start):
                    best = candidate
        if best is not None:
            cast.add(evolve(best, start=hit.start, end=hit.end, passage=passage, form="short"))
        elif whole is not None:
            cast.add(
                Found(start=hit.start, end=hit.end, passage=passage, key=f"company:{whole.thing.id}", kind=ActorKind.COMPANY, name=whole.thing.name)
            )


def _nearer(one: Found, other: Found, position: int) -> bool:
    """Whether one mention is the better antecedent: before rather than after, then the nearer."""
    before, was_before = one.start < position, other.start < position
    if before != was_before:
        return before
    return abs(one.start - position) < abs(other.start - position)


# Titles and pronouns


def _by_title(cast: Cast) -> None:
    persons = sorted((f for f in cast.found if f.kind is ActorKind.PERSON), key=lambda f: f.start)
    starts = [p.start for p in persons]
    posts: dict[str, str] = {}
    for person in persons:
        if person.post:
            posts.setdefault(person.key, "")
            posts[person.key] += f" {person.post.lower()}"
    for passage in cast.page.passages:
        for hit in passage.hits:
            word = hit.of(Sort.WORD)
            if word is None or word.thing not in ("post", "pronoun"):
                continue
            number = bisect_left(starts, hit.start)
            if word.thing == "pronoun":
                found = _pronoun(cast, passage, hit.start, hit.end, persons, number)
            else:
                found = _title(cast, passage, hit.start, hit.end, persons, number, posts)
            if found is not None:
                cast.add(found)


def _pronoun(cast: Cast, passage: Passage, start: int, end: int, persons: list[Found], number: int) -> Found | None:
    """The person of "he" or "she": the only one in the sentence so far, or else in the sentence before."""
    begin, _ = passage.sentence(start)
    here = _distinct(persons, number, begin)
    if not here and begin > passage.start:
        here = _distinct(persons, number, passage.sentence(begin - 1)[0])
    if len(here) != 1:
        return None
    return evolve(here[0], start=start, end=end, passage=passage, form="pronoun", post=None, post_span=None, repaired=None)


def _distinct(persons: list[Found], number: int, floor: int) -> list[Found]:
    """The different persons among those before a position in the list, back to an offset of the text."""
    keys: dict[str, Found] = {}
    while number > 0 and persons[number - 1].start >= floor and len(keys) < 3:
        number -= 1
        keys.setdefault(persons[number].key, persons[number])
    return list(keys.values())


def _title(cast: Cast, passage: Passage, start: int, end: int, persons: list[Found], number: int, posts: dict[str, str]) -> Found | None:
    """The holder of "the minister": the only person with such a post who has been named not far above."""
    text = cast.page.text
    meant = data("posts")["anaphora"].get(text[start:end].lower())
    if meant is None or not text.endswith(("the ", "The "), passage.start, start):
        return None
    behind = text[end : end + 4]
    if behind.startswith((" of", " for", "'s o", ", ")) and behind != ", ":
        return None
    holders = [p for p in _distinct(persons, number, max(0, start - _NEAR)) if any(m in posts.get(p.key, "") for m in meant)]
    if len(holders) != 1 or any(s.post_span and s.post_span[0] <= start < s.post_span[1] for s in persons[number - 1 : number + 2]):
        return None
    return evolve(holders[0], start=start, end=end, passage=passage, form="title", post=text[start:end], post_span=(start, end), repaired=None)



# "The company"

_DEFINITE_FIRMS = frozenset({"company", "firm", "manufacturer", "maker", "shipbuilder", "contractor", "brokerage", "conglomerate", "shipyard", "planemaker", "automaker"})


def _by_class(cast: Cast) -> None:
    """ "The company", "the South Korean firm": the only one named just before."""
    text = cast.page.text
    firms = sorted((f for f in cast.found if f.kind is ActorKind.COMPANY), key=lambda f: f.start)
    starts = [firm.start for firm in firms]
    for passage in cast.page.passages:
        for hit in passage.hits:
            word = hit.of(Sort.WORD)
            if word is None or word.thing != "firm.class" or text[hit.start : hit.end].lower() not in _DEFINITE_FIRMS:
                continue
            start, state = hit.start, cast.before(hit.start, passage.start)
            if state is not None:
                start = state.start
            if not text.endswith(("the ", "The "), passage.start, start) or (hit.end + 1) in cast.starts or cast.taken.cover(hit.start):
                continue
            firm = _only_firm(cast, passage, hit.start, firms, bisect_left(starts, hit.start))
            if firm is None or (state is not None and _seat(cast, firm) not in (None, state.code)):
                continue
            found = evolve(firm, start=hit.start, end=hit.end, passage=passage, form="short")
            if not any(f.start == hit.start for f in firms[max(0, bisect_left(starts, hit.start) - 1) : bisect_left(starts, hit.start) + 1]):
                cast.add(found)


def _only_firm(cast: Cast, passage: Passage, position: int, firms: list[Found], number: int) -> Found | None:
    """The one firm named in the sentence before a position and the one ahead of it, or else in the passage."""
    begin, _ = passage.sentence(position)
    floors = [passage.sentence(begin - 1)[0] if begin > passage.start else begin, passage.start, max(0, passage.start - _NEAR)]
    for floor in floors:
        near = _distinct(firms, number, floor)
        if near:
            return near[0] if len(near) == 1 else None
    return None


def _seat(cast: Cast, firm: Found) -> str | None:
    """The state of a firm, None where the catalogue does not know it."""
    identifier = firm.key.partition(":")[2]
    return None if identifier.startswith("x:") else cast.lexicon.catalogue.company(identifier).state
