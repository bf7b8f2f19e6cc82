"""Later mentions: surnames, abbreviations, short forms, titles and pronouns that stand for somebody named elsewhere."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from attrs import frozen

from kordef.catalogue import SpellingRole
from kordef.mentions.actors.allegiances import settle_allegiances
from kordef.mentions.actors.persons import name_words, surname_of
from kordef.mentions.actors.posts import is_post
from kordef.mentions.names import Sort, Use
from kordef.mentions.passages import Found, Spans
from kordef.mentions.runs import ORDINARY
from kordef.mentions.word_files import read_words_of
from kordef.vocabulary import ActorKind

if TYPE_CHECKING:
    from kordef.mentions.actors.cast import Cast
    from kordef.mentions.names import Hit
    from kordef.mentions.passages import Passage

__all__ = ["recall"]

# Python 3.11 is slow to find the members of an enum, and the rules ask for these all the time.
_COMPANY = ActorKind.COMPANY
_FORUM = ActorKind.FORUM
_GOVERNMENT_BODY = ActorKind.GOVERNMENT_BODY
_MEDIA = ActorKind.MEDIA
_MILITARY_UNIT = ActorKind.MILITARY_UNIT
_PARTY = ActorKind.PARTY
_PERSON = ActorKind.PERSON
_RESEARCH_INSTITUTE = ActorKind.RESEARCH_INSTITUTE
_STATE = ActorKind.STATE

_ABBREVIATION = re.compile(r"(?:'s)?\s\(\s?([A-Z][A-Za-z0-9&-]{1,9})\s?\)")
_FIRST_WORD = re.compile(r"[A-Za-z]+")
_CAPITAL = re.compile(r"[A-Z][A-Za-z]*")
_LATIN = re.compile(r"[a-z]+")
_SHORTEST_SHORT_FORM = 4
_SHORTEST_INITIALS = 3
_NEAR = 700
_MOST_HOLDERS = 3
_MOST_LOOKED_AT = 40
_MOST_ALIASES = 32
_BY_FORM = (
    _COMPANY,
    _GOVERNMENT_BODY,
    _MILITARY_UNIT,
    _RESEARCH_INSTITUTE,
    _MEDIA,
    _PARTY,
    _FORUM,
)


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
    if aliases := _aliases(cast):
        _by_name(cast, Spans((found.start, found.end) for found in cast.found), aliases)
    _by_title(cast)
    _by_class(cast)
    settle_allegiances(cast)


# Persons


def _unite_persons(cast: Cast) -> None:
    """Make one person of a surname alone and the one full name with it, and of a name in two orders."""
    persons = [found for found in cast.found if found.kind is _PERSON]
    bearers: dict[str, dict[str, Found]] = {}
    orders: dict[frozenset[str], Found] = {}
    for person in persons:
        words = frozenset(_LATIN.findall(person.key.partition(":")[2]))
        first = orders.setdefault(words, person)
        person.key, person.name = first.key, first.name
        if " " in person.name:
            bearers.setdefault(surname_of(person.name), {}).setdefault(person.key, person)
    for person in persons:
        named = bearers.get(person.name, {}) if " " not in person.name else {}
        if len(named) == 1:
            (bearer,) = named.values()
            person.key, person.name, person.form = bearer.key, bearer.name, "surname"
    _share_parties(persons)


def _share_parties(persons: list[Found]) -> None:
    """What one mention says of a person's state holds for the others, unless they say otherwise."""
    known: dict[str, Found] = {}
    for person in persons:
        best = known.get(person.key)
        if person.acts_for is not None and (best is None or (best.inferred and not person.inferred)):
            known[person.key] = person
    for person in persons:
        source = known.get(person.key)
        if source is not None and (person.acts_for is None or person.inferred):
            person.acts_for, person.inferred = source.acts_for, source.inferred
            person.witness = source.witness if source.passage.story == person.passage.story else None
    _keep_offices(persons)


def _keep_offices(persons: list[Found]) -> None:
    """A surname stands for the office that the text has named with it: "Dutch Prime Minister Mark Rutte", then "Rutte"."""
    named: dict[tuple[int, str], Found] = {}
    for person in sorted(persons, key=lambda found: found.start):
        where = (person.passage.story, person.key)
        if person.form == "name" and person.post and person.acts_for is not None:
            named[where] = person
        elif person.form == "surname" and not person.post and (source := named.get(where)) is not None:
            if source.acts_for != person.acts_for:
                person.acts_for, person.inferred, person.witness = source.acts_for, source.inferred, source.witness


# Names


def _aliases(cast: Cast) -> dict[str, list[_Alias]]:
    """All texts that stand for what has been found, by their first word, longer ones first."""
    aliases: dict[str, dict[str, _Alias | None]] = {}

    def enter(text: str, found: Found, form: str) -> None:
        first = _FIRST_WORD.match(text)
        if first is None or first[0].lower() in ORDINARY:
            return
        known = aliases.setdefault(first[0], {})
        other = known.get(text)
        # One text for two things is certain for neither.
        clash = text in known and (other is None or other.found.key != found.key)
        known[text] = None if clash else other or _Alias(text, found, form)

    text = cast.page.text
    for found in cast.found:
        written = text[found.start : found.end]
        if found.kind is _PERSON:
            enter(_anchor(surname_of(found.name))[0], found, "surname")
            if " " in written:
                enter(written, found, "name")
            continue
        if found.kind is _STATE:
            continue
        bracket = _ABBREVIATION.match(text, found.end) if found.form == "name" else None
        if bracket is not None:
            enter(bracket[1], found, "short")
        if ":x:" in found.key and found.kind in _BY_FORM:
            enter(written, found, "name")
            first = _FIRST_WORD.match(written)
            if found.kind is _COMPANY and first and first[0] != written and _is_short_form(first[0]):
                enter(first[0], found, "short")
    return {
        first: sorted((alias for alias in known.values() if alias), key=lambda alias: -len(alias.text))[:_MOST_ALIASES]
        for first, known in aliases.items()
    }


def _anchor(surname: str) -> tuple[str, int]:
    """The first capitalised word of a surname and where it stands in it: "Sisi" of "el-Sisi"."""
    match = _CAPITAL.search(surname)
    return (surname, 0) if match is None else (match[0], match.start())


def _is_short_form(word: str) -> bool:
    return len(word) >= _SHORTEST_SHORT_FORM and word not in name_words("not_names")


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
                    found = _again(alias.found, passage, start, stop, alias.form)
                if found is not None:
                    cast.add(found)
                    last = found.end
                break


def _again(found: Found, passage: Passage, start: int, end: int, form: str) -> Found:
    return Found(
        start=start,
        end=end,
        passage=passage,
        key=found.key,
        kind=found.kind,
        name=found.name,
        form=form,
        code=found.code,
        as_place=found.as_place,
        acts_for=found.acts_for,
        witness=found.witness if found.passage.story == passage.story else None,
        inferred=found.inferred,
    )


def _surname_at(cast: Cast, passage: Passage, start: int, person: Found) -> Found | None:
    """The mention by surname at a capital, particles and the second half included, if it is no other name."""
    text = cast.page.text
    surname = surname_of(person.name)
    begin = start - _anchor(surname)[1]
    if surname[:3] in ("al-", "el-") and text[begin:start] != surname[:3]:
        # Texts drop the article: "Sisi".
        surname, begin = surname[3:], start
    end = begin + len(surname)
    if text[begin:end] != surname or text.startswith("-", end) or (begin < person.start and passage is person.passage):
        return None
    found = _again(person, passage, begin, end, "surname")
    post = passage.hit_before(begin)
    if post is not None and is_post(post) and text[post.end : begin] == " ":
        found.post, found.post_span = text[post.start : post.end], (post.start, post.end)
    return found


# Firms that share a short form


def _settle_shared(cast: Cast) -> None:
    """Give each short form that several firms share to the one that the document names in full, the nearest before it."""
    full: dict[str, list[Found]] = {}
    for found in cast.found:
        if found.kind is _COMPANY and found.form == "name":
            full.setdefault(found.key, []).append(found)
    for passage, hit in cast.shared:
        names = [name for name in hit.names if name.sort is Sort.COMPANY]
        whole = next((name for name in names if name.role is SpellingRole.NAME), None)
        best: Found | None = None
        for name in names:
            # A subsidiary elsewhere is not what the group's name stands for.
            if name is whole or (whole is not None and name.thing.state != whole.thing.state):
                continue
            for candidate in _around(full.get(f"company:{name.thing.id}", []), hit.start):
                if best is None or _nearness(candidate, hit.start) < _nearness(best, hit.start):
                    best = candidate
        if best is not None:
            cast.add(_again(best, passage, hit.start, hit.end, "short"))
            continue
        if whole is None and cast.has_firms and hit.end - hit.start >= _SHORTEST_INITIALS:
            # Nothing names it in full: the firm that has least more to its name.
            whole = min(names, key=lambda name: (len(name.thing.name), name.thing.name))
        if whole is not None:
            key, name = f"company:{whole.thing.id}", whole.thing.name
            cast.add(Found(start=hit.start, end=hit.end, passage=passage, key=key, kind=_COMPANY, name=name))


def _around(mentions: list[Found], position: int) -> list[Found]:
    """The last mention before a position and the first behind it."""
    number = bisect_left(mentions, position, key=lambda found: found.start)
    return mentions[max(0, number - 1) : number + 1]


def _nearness(found: Found, position: int) -> tuple[bool, int]:
    """How good an antecedent a mention is, small for a good one: before rather than behind, then near."""
    return found.start > position, abs(found.start - position)


# Titles and pronouns


def _by_title(cast: Cast) -> None:
    persons = sorted((found for found in cast.found if found.kind is _PERSON), key=lambda found: found.start)
    if not persons:
        return
    starts = [person.start for person in persons]
    posts: dict[str, str] = {}
    for person in persons:
        if person.post:
            posts[person.key] = f"{posts.get(person.key, '')} {person.post.lower()}"
    for passage in cast.page.passages:
        for hit in passage.of_use(Use.RECALL):
            word = hit.of(Sort.WORD)
            if word is None or word.thing not in ("post", "pronoun"):
                continue
            number = bisect_left(starts, hit.start)
            if word.thing == "pronoun":
                found = _pronoun(cast.page.text, passage, hit, persons, number)
            else:
                found = _title(cast, passage, hit, persons, number, posts)
            if found is not None:
                cast.add(found)


def _pronoun(text: str, passage: Passage, hit: Hit, persons: list[Found], number: int) -> Found | None:
    """The person of "he" or "she": the only one in the sentence so far, or else in the sentence before."""
    begin, _ = passage.sentence(hit.start)
    near = _distinct(persons, number, begin)
    if not near and begin > passage.start:
        near = _distinct(persons, number, passage.sentence(begin - 1)[0])
        if near and text.startswith((", his ", ", her "), near[-1].end):
            return None  # "Velásquez, her host, spoke with her. The next day she": not he
    return _again(near[0], passage, hit.start, hit.end, "pronoun") if len(near) == 1 else None


def _distinct(found: list[Found], number: int, floor: int) -> list[Found]:
    """The different actors among those before a position in a list, back to an offset of the text, the nearest first."""
    keys: dict[str, Found] = {}
    for mention in reversed(found[max(0, number - _MOST_LOOKED_AT) : number]):
        if mention.start < floor or len(keys) == _MOST_HOLDERS:
            break
        keys.setdefault(mention.key, mention)
    return list(keys.values())


def _title(
    cast: Cast, passage: Passage, hit: Hit, persons: list[Found], number: int, posts: dict[str, str]
) -> Found | None:
    """The holder of "the minister": the only person with such a post who has been named not far above."""
    text = cast.page.text
    start, end = hit.start, hit.end
    meant = read_words_of("posts")["anaphora"].get(text[start:end].lower())
    if (
        meant is None
        or not text.endswith(("the ", "The "), passage.start, start)
        or text.startswith((" of ", " for "), end)
    ):
        return None
    if any(p.post_span and p.post_span[0] <= start < p.post_span[1] for p in persons[max(0, number - 1) : number + 2]):
        return None
    near = _distinct(persons, number, max(0, start - _NEAR))
    holders = [person for person in near if any(post in posts.get(person.key, "") for post in meant)]
    if len(holders) != 1:
        return None
    found = _again(holders[0], passage, start, end, "title")
    found.post, found.post_span = text[start:end], (start, end)
    return found


# "The company"


def _by_class(cast: Cast) -> None:
    """ "The company", "the South Korean firm": the only one named just before."""
    text = cast.page.text
    firms = sorted((found for found in cast.found if found.kind is _COMPANY), key=lambda found: found.start)
    if not firms:
        return
    starts = [firm.start for firm in firms]
    definite = frozenset(read_words_of("firms")["anaphora"])
    for passage in cast.page.passages:
        for hit in passage.of_use(Use.RECALL):
            word = hit.of(Sort.WORD)
            if word is None or word.thing != "firm.class" or text[hit.start : hit.end].lower() not in definite:
                continue
            state = cast.before(hit.start, passage.start)
            start = hit.start if state is None else state.start
            if not text.endswith(("the ", "The "), passage.start, start) or hit.end + 1 in cast.starts:
                continue
            firm = _only_firm(passage, hit.start, firms, bisect_left(starts, hit.start))
            if firm is not None and (state is None or _seat(cast, firm) in (None, state.code)):
                cast.add(_again(firm, passage, hit.start, hit.end, "short"))


def _only_firm(passage: Passage, position: int, firms: list[Found], number: int) -> Found | None:
    """The one firm named in the sentence before a position and the one ahead of it, or else in the passage."""
    begin, _ = passage.sentence(position)
    previous = passage.sentence(begin - 1)[0] if begin > passage.start else begin
    for floor in (previous, passage.start, max(0, passage.start - _NEAR)):
        near = _distinct(firms, number, floor)
        if near:
            return near[0] if len(near) == 1 else None
    return None


def _seat(cast: Cast, firm: Found) -> str | None:
    """The state of a firm, None where the catalogue does not know it."""
    identifier = firm.key.partition(":")[2]
    return None if identifier.startswith("x:") else cast.lexicon.catalogue.company(identifier).state
