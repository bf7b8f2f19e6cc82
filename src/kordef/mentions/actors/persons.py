"""Persons' names, in European and in Korean order, with and without a post beside them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kordef.catalogue import SpellingRole
from kordef.mentions.actors.cast import slug
from kordef.mentions.actors.newcomers import name_pair_before, newcomers
from kordef.mentions.actors.posts import RETIRED, attach_posts, is_post, posts_in
from kordef.mentions.names import Sort, Use
from kordef.mentions.passages import Found
from kordef.mentions.runs import ORDINARY
from kordef.mentions.word_files import read_words_of
from kordef.vocabulary import ActorKind

if TYPE_CHECKING:
    from kordef.mentions.actors.cast import Cast
    from kordef.mentions.actors.posts import Post
    from kordef.mentions.lexicon import Person
    from kordef.mentions.names import Hit
    from kordef.mentions.passages import Passage

__all__ = ["name_words", "persons_in", "surname_of"]

# Python 3.11 is slow to find the members of an enum, and the rules ask for these all the time.
_PLACE_ROLE = SpellingRole.PLACE
_SHORT_FORM_ROLE = SpellingRole.SHORT_FORM
_PERSON = ActorKind.PERSON

# One syllable of a Korean given name as it is romanised.
_SYLLABLE = re.compile(
    r"[bcdghjklmnprstwyz]{0,2}h?(?:y?(?:ae|eo|eu|oe|ui|ee|oo|ou|uh|ah|oh|a|e|i|o|u)|w(?:ae|eo|oo|a|e|i|o)|yae|yeo|yuh|ye|yi)"
    r"(?:ng|ck|rk|[nmkptlrcbgs])?",
    re.IGNORECASE,
)
_KOREAN = re.compile(r"\s([A-Z][a-z]{0,7})(-[A-Za-z]?[a-z]{1,7}|\s[A-Z][a-z]{0,7})(?![A-Za-z-])")
_KOREAN_REVERSED = re.compile(r"([A-Z][a-z]{1,7}-[A-Za-z][a-z]{1,7})\s([A-Z][a-z]{1,7})(?![A-Za-z-])")
_PARTICLES = "|".join(read_words_of("persons")["particles"])
_SURNAME = r"(?:(?:al|el|d|Mc|O)[-'])?[A-Z][A-Za-z'-]+"
# What may follow a given name: a second one or initials, particles, the surname.
_REST_OF_NAME = re.compile(
    r"(?:-[A-Z][a-z]+)?(?:\s[A-Z]\.)*(?:\s[A-Z][A-Za-z'-]+)?(?:\s[A-Z]\.)?"
    rf"(?:\s(?:{_PARTICLES})){{0,3}}\s{_SURNAME}"
)
_NEW_NAME = re.compile(
    rf"(?:[A-Z]\.\s?)*[A-Z][a-z'-][A-Za-z'-]*(?:\s[A-Z]\.)*(?:\s(?:{_PARTICLES}))*"
    rf"(?:\s(?:(?:al|el|d)[-'])?[A-Z][a-z'-][A-Za-z'-]*){{0,2}}"
    rf"|(?:{_PARTICLES})(?:\s(?:{_PARTICLES}))*\s[A-Z][A-Za-z'-]+"
)
_NAME_BEFORE_POST = re.compile(
    rf"([A-Z][\w'-]+(?:\s[A-Z]\.)?(?:\s(?:{_PARTICLES}))*\s[A-Z][\w'-]+(?:\s[A-Z][\w'-]+)?),\s+"
    r"(?:then[- ])?(?:the\s+|a\s+|an\s+|its\s+|his\s+|her\s+)?(?:then[- ])?\Z"
)
_BETWEEN_NAME_AND_POST = re.compile(r"\s+(?:then[- ])?(?:the\s+|a\s+|an\s+|its\s+|his\s+|her\s+)?(?:then[- ])?")
_OF_FIELD = re.compile(r" (?:of|for) (?:the )?")
_FIELD_WORD = re.compile(r"([A-Za-z-]+),? ")
_LIST = re.compile(r",?\s+")
_LISTED_NEXT = re.compile(
    r"(?:\s(?:of\s(?:the\s)?[A-Z][a-z]+(?:\s[A-Z][a-z]+)?|\([A-Z][A-Za-z ]+\)))?(?:,?\s+and\s+|,\s+)"
)
_RANK_ENDS = re.compile(rf"\.?(?: {RETIRED})? (?:Ma\. )?")
_GOES_ON = re.compile(r"-[a-z]")
_CAPITAL = re.compile(r"[A-Z][A-Za-z]*")
_SHORTEST = 2
_SUFFIXES = frozenset(["Jr", "Sr", "II", "III", "IV"])
_INITIAL = re.compile(r"\s(?:[A-Z]\.)+(?=\s)|,?\s(?:Jr|Sr|II|III|IV)\.?\Z")
_REACH = 64


@cache
def name_words(key: str) -> frozenset[str]:
    """A word list of the persons' data file."""
    words = read_words_of("persons")[key]
    return frozenset(words.split() if isinstance(words, str) else words)


@cache
def _bearing() -> frozenset[str]:
    """The words that may begin a person's name."""
    return name_words("korean_surnames") | name_words("given")


def surname_of(name: str) -> str:
    """The part of a folded name by which later sentences call its bearer: "Cho", "von der Leyen", "el-Sisi"."""
    words = name.split()
    while len(words) > _SHORTEST and words[-1].rstrip(".") in _SUFFIXES:
        words.pop()
    if len(words) > 1 and words[0] in name_words("korean_surnames"):
        return words[0]
    first = next((i for i, word in enumerate(words[1:-1], 1) if word in name_words("particles")), len(words) - 1)
    return " ".join(words[first:])


def persons_in(cast: Cast, passage: Passage) -> list[Found]:
    """The persons named in a passage, with their posts, in the order of the text."""
    if not (passage.capital_at or passage.uses & (Use.PERSON | Use.AMBIGUOUS | Use.POST)):
        return []
    found = {person.start: person for person in _named(cast, passage)}
    posts = posts_in(cast, passage) if passage.uses & Use.POST else []
    if not (found or posts):
        newcomers(cast, passage, found, _name_at)
        if not found:
            return []
    for post in posts:
        for person in (
            _after_post(cast, passage, post, found),
            _before_post(cast, passage, post, found),
            _behind_owner(cast, passage, post, found),
        ):
            if person is not None:
                found[person.start] = person
        if post.plural:
            _add_listed(cast, passage, post, found)
            for start in name_pair_before(cast, passage, post) or ():
                if start not in found and (person := _name_at(cast, passage, start)) is not None:
                    found[start] = person
    newcomers(cast, passage, found, _name_at)
    persons = sorted(found.values(), key=lambda person: person.start)
    for person in persons:
        plain = _INITIAL.sub("", person.name)
        if plain != person.name and (known := read_words_of("persons")["known"].get(plain)) is not None:
            # "Ferdinand R. Marcos Jr."
            person.key, person.name, person.acts_for = f"person:{slug(plain)}", plain, cast.party(known["party"])
    attach_posts(cast, passage, persons, posts)
    return persons


# Names that are persons' by themselves


def _named(cast: Cast, passage: Passage) -> list[Found]:
    """Office-holders of the data file, Korean names, and European ones with a well-known given name."""
    text = cast.page.text
    found: list[Found] = []
    surnames, given = name_words("korean_surnames"), name_words("given")
    bearing = _bearing()
    for hit in passage.of_use(Use.PERSON | Use.AMBIGUOUS):
        name = hit.of(Sort.PERSON)
        if name is not None and not cast.taken.cover(hit.start):
            by_surname = name.role is _SHORT_FORM_ROLE
            person = _known(cast, passage, hit, name.thing, by_surname=by_surname)
            if person is not None:
                found.append(person)
        elif hit.capital and text[hit.start : hit.end] in given and hit.use & Use.AMBIGUOUS:
            # "Rafael" is a firm as well.
            stop = 0 if passage.capitalised else _european_end(text, hit.end, passage)
            if stop:
                found.append(_person(passage, hit.start, stop, text[hit.start : stop]))
    covered = {person.start: person.end for person in found}
    last = 0
    for start, end in passage.capital_at.items():
        if start < last:
            continue
        word = text[start:end]
        is_joined = text[end : end + 1] == "-"
        if not is_joined and word not in bearing:
            continue
        is_surname, is_given = word in surnames, word in given and not passage.capitalised
        if not (is_surname or is_given or is_joined) or cast.taken.cover(start):
            continue
        if start in covered:
            last = covered[start]
            continue
        person = None
        if is_surname:
            stop = korean_end(text, end, passage.end, is_word=word in name_words("surnames_that_are_words"))
            person = _person(passage, start, stop, text[start:stop], korean=True) if stop else None
        if person is None and is_joined:
            person = _reversed(text, passage, start)
        if person is None and is_given:
            stop = _european_end(text, end, passage)
            person = _person(passage, start, stop, text[start:stop]) if stop else None
        if person is not None:
            found.append(person)
            last = person.end
    return found


def _known(cast: Cast, passage: Passage, hit: Hit, known: Person, *, by_surname: bool) -> Found | None:
    """Somebody whom the data file has, if the name goes no further: "Cho Hyun" is not "Cho Hyun-dong"."""
    text = cast.page.text
    party = cast.party(known.party)
    if by_surname:
        given = known.name.split()[0]
        if text.startswith(f" {given}", hit.end):
            # The Hungarian order, in which lists are also sorted: "Orban Viktor".
            return _person(passage, hit.start, hit.end + 1 + len(given), known.name, party=party)
        if _has_first_name(passage, text, hit.start) or (
            text.startswith(" ", hit.end) and hit.end + 1 in passage.capital_at
        ):
            return None
        return _person(passage, hit.start, hit.end, known.name, party=party, form="surname")
    if _GOES_ON.match(text, hit.end):
        stop = korean_end(text, text.index(" ", hit.start), passage.end)
        return _person(passage, hit.start, stop, text[hit.start : stop], korean=True) if stop else None
    repaired = known.name if text[hit.start : hit.end] in known.wrong else None
    return _person(passage, hit.start, hit.end, known.name, party=party, repaired=repaired)


def _has_first_name(passage: Passage, text: str, start: int) -> bool:
    """Whether a capitalised word that may be a given name stands before a surname."""
    before = text[max(passage.start, start - 24) : start].rsplit(maxsplit=1)[-1:]
    if not before or not text.startswith(" ", start - 1) or before[0].lower() in ORDINARY:
        return False
    at = start - 1 - len(before[0])
    hit = passage.hit_at.get(at)
    return at in passage.capital_at or (hit is not None and hit.capital and hit.names[0].sort is Sort.WEAPON)


def korean_end(text: str, end: int, ceiling: int, *, is_word: bool = False, behind_post: bool = False) -> int:
    """Where a Korean name stops whose surname ends at ``end``; 0 if none follows.

    A surname that ``is_word`` as well asks for a given name with a hyphen; ``behind_post`` anything goes.
    """
    match = _KOREAN.match(text, end, ceiling)
    if match is None:
        return 0
    first, second = match[1], match[2][1:]
    if match[2][0] == "-":
        return match.end() if second.islower() or _SYLLABLE.fullmatch(first) else 0
    if is_word or not name_words("not_names").isdisjoint((first, second)):
        return 0
    if not behind_post and not ORDINARY.isdisjoint((first.lower(), second.lower())):
        return 0
    return match.end() if _SYLLABLE.fullmatch(first) and _SYLLABLE.fullmatch(second) else 0


def _reversed(text: str, passage: Passage, start: int) -> Found | None:
    """A Korean name in European order: "Tae-yul Cho"."""
    match = _KOREAN_REVERSED.match(text, start, passage.end)
    if (
        match is None
        or match[2] not in name_words("korean_surnames")
        or not all(map(_SYLLABLE.fullmatch, match[1].split("-")))
    ):
        return None
    return _person(passage, start, match.end(), f"{match[2]} {match[1]}", korean=True)


def _european_end(text: str, end: int, passage: Passage) -> int:
    """Where a name stops whose given name ends at ``end``; 0 if no surname follows."""
    match = _REST_OF_NAME.match(text, end, passage.end)
    while match is not None:
        words = match[0].replace("-", " ").split()
        if _may_be_name(words) and not _overlaps(passage, text, end, match.end()):
            return match.end() - 2 if text.endswith("'s", end, match.end()) else match.end()
        # "Donald Tusk Thursday": try the shorter name.
        match = _REST_OF_NAME.match(text, end, match.end() - len(words[-1])) if len(words) > 1 else None
    return 0


def _may_be_name(words: list[str]) -> bool:
    return not any(word in name_words("not_names") or word.lower() in ORDINARY for word in words)


def _overlaps(passage: Passage, text: str, start: int, end: int) -> bool:
    """Whether a state, organisation or firm begins between two offsets, which is then no name."""
    for match in _CAPITAL.finditer(text, start, end):
        hit = passage.hit_at.get(match.start())
        if hit is not None and any(_is_no_person(name.sort, name.role) for name in hit.names):
            return True
    return False


def _is_no_person(sort: str, role: SpellingRole) -> bool:
    return sort in (Sort.STATE, Sort.ORGANISATION, Sort.COMPANY) and role is not _PLACE_ROLE


def _person(
    passage: Passage,
    start: int,
    end: int,
    name: str,
    *,
    party: str | None = None,
    repaired: str | None = None,
    korean: bool = False,
    form: str = "name",
) -> Found:
    return Found(
        start=start,
        end=end,
        passage=passage,
        key=f"person:{slug(name)}",
        kind=_PERSON,
        name=name,
        form=form,
        acts_for=party or ("state:KR" if korean else None),
        repaired=repaired,
        inferred=("A Korean name: taken to act for South Korea.",) if korean else (),
    )


# Names that a post beside them shows to be one


def _after_post(cast: Cast, passage: Passage, post: Post, taken: dict[int, Found]) -> Found | None:
    """ "Admiral Kowalski", "President Duda"."""
    text = cast.page.text
    opening = _RANK_ENDS.match(text, post.end, passage.end)
    if passage.capitalised or opening is None:
        return None
    start = opening.end()
    hit = passage.hit_at.get(start)
    if start in taken or start in cast.starts or cast.taken.cover(start) or (hit is not None and hit.capital):
        return None
    end = passage.capital_at.get(start)
    if end is not None and text[start:end] in name_words("korean_surnames"):
        stop = korean_end(text, end, passage.end, behind_post=True)
        if stop:
            return _person(passage, start, stop, text[start:stop], korean=True)
    match = _NEW_NAME.match(text, start, passage.end)
    kept = _leading_names(match[0].split()) if match else []
    if not kept or len(kept[-1]) < _SHORTEST or kept[-1].isupper():
        return None
    stop = start + len(" ".join(kept))
    if _overlaps(passage, text, start, stop):
        return None
    korean = len(kept) == _SHORTEST and kept[0] in name_words("korean_surnames")
    return _person(passage, start, stop, text[start:stop], korean=korean)


def _behind_owner(cast: Cast, passage: Passage, post: Post, taken: dict[int, Found]) -> Found | None:
    """ "The minister of defence of Latvia Imants Grava", "the Latvian defence minister, Imants Grava,": a name in full."""
    text = cast.page.text
    if passage.capitalised or post.plural:
        return None
    apposed = text.startswith(", ", post.end) and (
        text.endswith(("the ", "The ", " and "), passage.start, post.start)
        or cast.before(post.start, passage.start) is not None
    )
    start = post.end + 2 if apposed else _behind_field(cast, passage, post.end)
    person = None if start in taken else _name_at(cast, passage, start)
    if person is None or (apposed and text[person.end : person.end + 1] not in (",", ".", ";")):
        return None
    return person


def _add_listed(cast: Cast, passage: Passage, post: Post, found: dict[int, Found]) -> None:
    """The persons of "Defence Ministers Witold Zarebski and Rokas Vaitkus", from the first on."""
    text = cast.page.text
    joined = _LIST.match(text, post.end, passage.end)
    while joined is not None:
        start = joined.end()
        person = found.get(start)
        if person is None:
            person = _name_at(cast, passage, start)
            if person is None:
                return
            found[start] = person
        joined = _LISTED_NEXT.match(text, person.end, passage.end)


def _name_at(cast: Cast, passage: Passage, start: int) -> Found | None:
    """A name in full that no list knows, where one has to stand."""
    text = cast.page.text
    if passage.capitalised or start not in passage.capital_at or start in cast.starts or cast.taken.cover(start):
        return None
    match = _NEW_NAME.match(text, start, passage.end)
    kept = _leading_names(match[0].split()) if match else []
    stop = start + len(" ".join(kept))
    if len(kept) < _SHORTEST or _overlaps(passage, text, start, stop):
        return None
    korean = len(kept) == _SHORTEST and kept[0] in name_words("korean_surnames") and _is_korean(kept[1])
    return _person(passage, start, stop, text[start:stop], korean=korean)


def _is_korean(given: str) -> bool:
    """Whether a given name is two Korean syllables written as one word ("Shin Wonsik")."""
    first = _SYLLABLE.match(given)
    return first is not None and any(
        _SYLLABLE.fullmatch(given[:at]) and _SYLLABLE.fullmatch(given[at:]) for at in range(2, len(given) - 1)
    )


def _behind_field(cast: Cast, passage: Passage, position: int) -> int:
    """Where the words end that say what a post is of: "of National Defence", "of defence of Latvia"; 0 for none."""
    text = cast.page.text
    opening = _OF_FIELD.match(text, position, passage.end)
    if opening is None:
        return 0
    at = opening.end()
    while (word := _FIELD_WORD.match(text, at, passage.end)) is not None:
        owner = cast.starts.get(at)
        if owner is not None:
            return owner.end + 1 if text.startswith(" ", owner.end) else 0
        if word[1].lower() not in _field_words():
            return at if at > opening.end() else 0
        at = word.end()
    return 0


@cache
def _field_words() -> frozenset[str]:
    return frozenset(read_words_of("posts")["modifiers"]) | {"of", "for", "and", "the"}


def _leading_names(words: list[str]) -> list[str]:
    """The words up to the first that stands in no name."""
    kept: list[str] = []
    for word in words:
        bare = word.removesuffix("'s")
        if bare in name_words("not_names") or bare.rstrip(".").lower() in ORDINARY:
            break
        kept.append(bare)
        if bare != word:
            break
    while kept and kept[-1] in name_words("particles"):
        kept.pop()
    return kept


def _before_post(cast: Cast, passage: Passage, post: Post, taken: dict[int, Found]) -> Found | None:
    """ "Urmas Reinsalu, the Estonian foreign minister": two capitalised words before an apposition."""
    text = cast.page.text
    if text.find(",", max(passage.start, post.start - _REACH), post.start) < 0:
        return None
    owner = cast.before(post.start, passage.start)
    begin = post.start if owner is None else owner.start
    comma = text.rfind(",", max(passage.start, begin - _REACH), begin)
    if comma < 0 or passage.capitalised or not _BETWEEN_NAME_AND_POST.fullmatch(text, comma + 1, begin):
        return None
    match = _NAME_BEFORE_POST.search(text, max(passage.start, begin - _REACH), begin)
    if match is None:
        return None
    start, end = match.span(1)
    if start in taken or start not in passage.capital_at or cast.taken.cover(start):
        return None
    if not _may_be_name(match[1].split()) or _overlaps(passage, text, start, end):
        return None
    hits = (passage.hit_at.get(start + at.start()) for at in _CAPITAL.finditer(match[1]))
    if any(hit is not None and is_post(hit) for hit in hits):
        return None
    return _person(passage, start, end, text[start:end])
