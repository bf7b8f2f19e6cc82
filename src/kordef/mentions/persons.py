"""Persons: names in European and Korean order, the posts beside them, and for whom they act."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from kordef.catalogue import SpellingRole
from kordef.mentions.cast import slug
from kordef.mentions.lexicon import data
from kordef.mentions.names import Sort
from kordef.mentions.passages import Found
from kordef.mentions.runs import ORDINARY
from kordef.vocabulary import ActorKind

if TYPE_CHECKING:
    from kordef.mentions.cast import Cast
    from kordef.mentions.lexicon import Person
    from kordef.mentions.names import Hit
    from kordef.mentions.passages import Passage

__all__ = ["Post", "persons_in", "surname_of"]

# One syllable of a Korean given name as it is romanised.
_SYLLABLE = re.compile(r"(?:[bcdghjklmnprstwyz]{0,2}h?)(?:[aeiou]|y[aeou]|w[aeiou]|ae|eo|eu|oe|ui|wi|ee|oo|ou|yeo|yae|yu|uh|ah|oh|a|woo|eui){1,2}(?:ng|ck|rk|[nmkptlrcbgs])?", re.IGNORECASE)
_KOREAN = re.compile(r"\s([A-Z][a-z]{0,7})(-[A-Za-z]?[a-z]{1,7}|\s[A-Z][a-z]{0,7})?(?![A-Za-z-])")
_KOREAN_REVERSED = re.compile(r"([A-Z][a-z]{1,7}-[A-Za-z][a-z]{1,7})\s([A-Z][a-z]{1,7})(?![A-Za-z-])")
_PARTICLES = "|".join(data("persons")["particles"])
_REST_OF_NAME = re.compile(
    rf"(?:-[A-Z][a-z]+)?(?:\s[A-Z]\.)*(?:\s[A-Z][A-Za-z'-]+)?(?:\s[A-Z]\.)?(?:\s(?:{_PARTICLES})){{0,3}}\s(?:(?:al|el|d|Mc|O)[-'])?[A-Z][A-Za-z'-]+|(?:\s(?:{_PARTICLES})){{1,3}}\s[A-Z][A-Za-z'-]+"
)
_NEW_NAME = re.compile(
    rf"(?:[A-Z]\.\s?)*[A-Z][a-z'-][A-Za-z'-]*(?:\s[A-Z]\.)*(?:\s(?:{_PARTICLES}))*(?:\s(?:(?:al|el|d)[-'])?[A-Z][a-z'-][A-Za-z'-]*){{0,2}}|(?:{_PARTICLES})(?:\s(?:{_PARTICLES}))*\s[A-Z][A-Za-z'-]+"
)
_SAME_POST = re.compile(r"(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?")
_STRAIGHT = re.compile(r"(?:-(?:elect|designate))?,?\s+")
_COMPLEMENT = re.compile(r"\s+(?:of|for|to|at|in|on|from)\s[^.;:!?\n()]{2,100}?,?\s+")
_SMALL = re.compile(r"\b[a-z]+\b")
_COMPLEMENT_WORDS = frozenset("of for to at in on the and from a its with".split())
_OUTER = re.compile(r"\s+(?:to|for)\s+(?:the\s+|a\s+)?")
_APPOSED = re.compile(r",?\s+(?:who\s+(?:is|was|heads|runs|leads)\s+|(?:who|which)\s+)?(?:then[- ]|now\s+)?(?:the\s+|a\s+|an\s+|its\s+|his\s+|her\s+|their\s+)?", re.IGNORECASE)
_RUNS = re.compile(r",\s+who\s+(?:runs|heads|leads|chairs|commands|directs|oversees)\s+(?:the\s+|a\s+)?")
_OF_BODY = re.compile(r"\s+(?:of|from|with|at)\s+(?:the\s+)?")
_GOES_ON = re.compile(r"-[a-z]")
_CAPITAL = re.compile(r"[A-Z][A-Za-z]*")
_MOST_BEFORE = 110


@frozen
class Post:
    """The words of an office: "Deputy Defence Minister"; ``plural`` where it belongs to several persons."""

    start: int
    end: int
    text: str
    plural: bool


@cache
def _set(key: str) -> frozenset[str]:
    words = data("persons")[key]
    return frozenset(words.split() if isinstance(words, str) else words)


@cache
def _modifiers() -> frozenset[str]:
    return frozenset(data("posts")["modifiers"])


def surname_of(name: str, korean: bool) -> str:
    """The part of a folded name by which later sentences call its bearer: "Cho", "von der Leyen", "el-Sisi"."""
    words = name.split()
    if len(words) == 1:
        return name
    if korean:
        return words[0]
    first = next((i for i, word in enumerate(words[1:-1], 1) if word in _set("particles")), len(words) - 1)
    return " ".join(words[first:])


def persons_in(cast: Cast, passage: Passage) -> list[Found]:
    """The persons named in a passage, with their posts, in the order of the text."""
    found = _named(cast, passage)
    taken = {f.start: f for f in found}
    phrases = [post_phrase(cast, passage, hit) for hit in passage.hits if _is_post(hit)]
    for phrase in phrases:
        new = _after_post(cast, passage, phrase, taken)
        if new is not None:
            found.append(new)
            taken[new.start] = new
    found.sort(key=lambda f: f.start)
    _attach(cast, passage, found, phrases)
    return found


# Names


def _named(cast: Cast, passage: Passage) -> list[Found]:
    """Those whose names are persons' names by themselves."""
    text = cast.page.text
    found: list[Found] = []
    for hit in passage.hits:
        name = hit.of(Sort.PERSON)
        if name is not None and not cast.taken.cover(hit.start):
            person = _known(cast, passage, hit, name.thing, by_surname=name.role is SpellingRole.SHORT_FORM)
            if person is not None:
                found.append(person)
    covered = {f.start: f.end for f in found}
    last = 0
    surnames, words, given = _set("korean_surnames"), _set("surnames_that_are_words"), _set("given")
    for start, end in passage.capital_at.items():
        if start < last or start in covered or cast.taken.cover(start):
            last = max(last, covered.get(start, 0))
            continue
        word = text[start:end]
        stop = 0
        korean = False
        if word in surnames:
            stop = _korean(text, end, passage.end, word in words)
            korean = bool(stop)
        if not stop and text[end : end + 1] == "-":
            match = _KOREAN_REVERSED.match(text, start, passage.end)
            if match and match[2] in surnames and all(map(_SYLLABLE.fullmatch, match[1].split("-"))):
                found.append(_person(passage, start, match.end(), f"{match[2]} {match[1]}", korean=True))
                last = match.end()
                continue
        if not stop and word in given and not passage.capitalised:
            stop = _european(text, start, end, passage)
        if stop:
            found.append(_person(passage, start, stop, cast.page.text[start:stop], korean=korean))
            last = stop
    return found


def _known(cast: Cast, passage: Passage, hit: Hit, known: Person, *, by_surname: bool) -> Found | None:
    """Somebody whom the data file has, if the name goes no further: "Cho Hyun" is not "Cho Hyun-dong"."""
    text = cast.page.text
    start, end = hit.start, hit.end
    if by_surname:
        before = text[max(passage.start, start - 24) : start - 1].rsplit(maxsplit=1)[-1:]
        at = start - 1 - len(before[0]) if before else start
        claimed = passage.hit_at.get(at)
        free = at in passage.capital_at or (claimed is not None and claimed.capital and claimed.names[0].sort is Sort.WEAPON)
        if before and free and before[0].lower() not in ORDINARY and text[start - 1] == " ":
            return None
        if end + 1 in passage.capital_at and text[end] == " ":
            return None
        return _person(passage, start, end, known.name, party=cast.party(known.party), form="surname")
    if _GOES_ON.match(text, end):
        surname = text.index(" ", start)
        stop = _korean(text, surname, passage.end, False)
        return _person(passage, start, stop, text[start:stop], korean=True) if stop else None
    repaired = known.name if text[start:end] in known.wrong else None
    return _person(passage, start, end, known.name, party=cast.party(known.party), repaired=repaired)


def _korean(text: str, end: int, ceiling: int, is_word: bool, *, behind_post: bool = False) -> int:
    """Where a Korean name stops whose surname ends at ``end``; 0 if none follows."""
    match = _KOREAN.match(text, end, ceiling)
    if match is None or match[2] is None:
        return 0
    first, second = match[1], match[2][1:]
    if match[2][0] == "-":
        return match.end() if _SYLLABLE.fullmatch(first) or second.islower() else 0
    if is_word or first in _set("not_names") or second in _set("not_names"):
        return 0
    if not behind_post and {first.lower(), second.lower()} & ORDINARY:
        return 0
    return match.end() if _SYLLABLE.fullmatch(first) and _SYLLABLE.fullmatch(second) else 0


def _european(text: str, start: int, end: int, passage: Passage) -> int:
    """Where a name stops whose given name ends at ``end``; 0 if it is not followed by a surname."""
    match = _REST_OF_NAME.match(text, end, passage.end)
    while match is not None:
        rest = text[end : match.end()]
        words = rest.replace("-", " ").split()
        if not any(w in _set("not_names") or w.lower() in ORDINARY for w in words) and not _overlaps(passage, text, end, match.end()):
            break
        # "Donald Tusk Thursday": try the shorter name.
        match = _REST_OF_NAME.match(text, end, match.end() - len(words[-1])) if len(words) > 1 else None
    if match is None:
        return 0
    stop = match.end()
    return stop - 2 if text[stop - 2 : stop] == "'s" else stop


def _overlaps(passage: Passage, text: str, start: int, end: int) -> bool:
    """Whether a state, organisation or firm begins between two offsets, which is then no name."""
    for match in _CAPITAL.finditer(text, start, end):
        hit = passage.hit_at.get(match.start())
        if hit is not None and any(name.sort in (Sort.STATE, Sort.ORGANISATION, Sort.COMPANY) and name.role is not SpellingRole.PLACE for name in hit.names):
            return True
    return False


def _person(passage: Passage, start: int, end: int, name: str, *, party: str | None = None, repaired: str | None = None, korean: bool = False, form: str = "name") -> Found:
    inferred = ("A Korean name: taken to act for South Korea.",) if korean else ()
    return Found(
        start=start,
        end=end,
        passage=passage,
        key=f"person:{slug(name)}",
        kind=ActorKind.PERSON,
        name=name,
        form=form,
        acts_for=party or ("state:KR" if korean else None),
        repaired=repaired,
        inferred=inferred,
    )


# Posts


def post_phrase(cast: Cast, passage: Passage, hit: Hit) -> Post:
    """The post whose head stands at a hit, with the words before it that belong to it."""
    text = cast.page.text
    start = hit.start
    if any(name.thing == "title" for name in hit.names):
        # "Army Chief of Staff Gen. Park": both belong to the post.
        other = passage.hit_before(start)
        before = None if other is None or not _is_post(other) or text[other.end : start] not in (" ", ". ") else post_phrase(cast, passage, other)
        return Post(hit.start if before is None else before.start, hit.end, text[hit.start if before is None else before.start : hit.end], False)
    while start > passage.start and text[start - 1] in " -":
        before = text[max(passage.start, start - 24) : start - 1].rsplit(" ", 1)[-1].rsplit("\n", 1)[-1]
        word = before.lower().strip("(")
        if word == "and":
            other = passage.hit_before(start - 1 - len(before))
            if other is None or other.end != start - 2 - len(before) or not _is_post(other):
                break
            start = other.start
            continue
        if not word or any(part not in _modifiers() for part in word.split("-") if part):
            break
        if start - 1 - len(before) < passage.start or start - 1 in cast.ends:
            break
        start = start - 1 - len(before)
    plural = text[hit.end - 1] in "sS" and any(n.thing == "post" and n.role.value == "plural" for n in hit.names)
    return Post(start, hit.end, text[start : hit.end], plural)


def _is_post(hit: Hit) -> bool:
    return any(name.sort is Sort.WORD and name.thing in ("post", "title") for name in hit.names)


def _after_post(cast: Cast, passage: Passage, post: Post, taken: dict[int, Found]) -> Found | None:
    """A name that only the post before it shows to be one: "Admiral Kowalski", "President Duda"."""
    text = cast.page.text
    position = post.end
    if text[position : position + 1] == ".":
        position += 1
    if text[position : position + 1] != " ":
        return None
    position += 1
    claimed = passage.hit_at.get(position)
    if position in taken or position in cast.starts or cast.taken.cover(position) or (claimed is not None and claimed.capital):
        return None
    match = _NEW_NAME.match(text, position, passage.end)
    if match is None or passage.capitalised:
        return None
    surname = passage.capital_at.get(position)
    if surname is not None and text[position:surname] in _set("korean_surnames"):
        stop = _korean(text, surname, passage.end, False, behind_post=True)
        if stop:
            return _person(passage, position, stop, text[position:stop], korean=True)
    words = match[0].split()
    kept: list[str] = []
    for word in words:
        bare = word.removesuffix("'s")
        if bare in _set("not_names") or bare.rstrip(".").lower() in ORDINARY:
            break
        kept.append(bare)
        if bare != word:
            break
    while kept and kept[-1] in _set("particles"):
        kept.pop()
    if not kept or len(kept[-1]) < 2 or kept[-1].isupper():
        return None
    name = " ".join(kept)
    end = position + len(name)
    if _overlaps(passage, text, position, end):
        return None
    korean = len(kept) == 2 and kept[0] in _set("korean_surnames")
    return _person(passage, position, end, text[position:end], korean=korean)


def _attach(cast: Cast, passage: Passage, persons: list[Found], posts: list[Post]) -> None:
    """Give each person the post that stands beside the name, and the state or body that it belongs to."""
    text = cast.page.text
    number = 0
    shared: tuple[Found, Post] | None = None
    for person in persons:
        while number < len(posts) and posts[number].end <= person.start:
            number += 1
        post = posts[number - 1] if number else None
        if post is not None and _leads_to(cast, text, post, person):
            outer = posts[number - 2] if number > 1 else None
            owner = cast.before(post.start, passage.start)
            begin = post.start if owner is None else owner.start
            if outer is not None and text[post.end : person.start].startswith(",") and _OUTER.fullmatch(text, outer.end, begin):
                post = Post(outer.start, post.end, text[outer.start : post.end], False)
            _give(cast, passage, person, post, text[post.end : person.start])
            shared = (person, post) if post.plural else None
        elif shared is not None and _SAME_POST.fullmatch(text, shared[0].end, person.start):
            person.post, person.post_span = shared[1].text, (shared[1].start, shared[1].end)
            shared = (person, shared[1])
        else:
            shared = None
            following = posts[number] if number < len(posts) else None
            if _is_office(cast, person):
                continue
            _give_behind(cast, passage, person, following)


def _leads_to(cast: Cast, text: str, post: Post, person: Found) -> bool:
    """Whether a post is that of the name behind it: directly, after a comma, or after what it is the post of."""
    if person.start - post.end > _MOST_BEFORE:
        return False
    if text[post.end : person.start] in (" ", ". ", ", "):
        return True
    if _STRAIGHT.fullmatch(text, post.end, person.start):
        return True
    if not _COMPLEMENT.fullmatch(text, post.end, person.start):
        return False
    return all(word in _COMPLEMENT_WORDS for word in _SMALL.findall(text[post.end : person.start]) if word != "s")


def _give(cast: Cast, passage: Passage, person: Found, post: Post, between: str) -> None:
    if post.text in data("posts")["addresses"]:
        return
    person.post, person.post_span = post.text, (post.start, post.end)
    if len(between.strip(" ,.")) > 2 and " the " not in between[:8]:
        end = person.start - (len(between) - len(between.rstrip(" ,")))
        person.post, person.post_span = cast.page.text[post.start : end], (post.start, end)
    owner = cast.before(post.start, passage.start, any_kind=True) or cast.inside(post.end, person.start)
    _owned(person, owner)
    if person.acts_for is None:
        _implied(cast, person, post)


def _implied(cast: Cast, person: Found, post: Post) -> None:
    """Whom a post serves that does not say it: the one that has such a post, or the state that the text speaks of."""
    assert person.post is not None
    for words, party in data("posts")["implied"].items():
        if person.post.endswith(words):
            person.acts_for = cast.party(party)
            person.inferred = ("The post is one of that state.",)
            return
    if post.text.lower().split()[-1] in data("posts")["of_states"]:
        state = cast.nearest_state(post.start)
        if state is not None:
            person.acts_for = state.key
            person.inferred = ("The state that the person acts for is the one named before.",)


def _owned(person: Found, owner: Found | None) -> None:
    if owner is not None:
        person.acts_for = owner.acts_for or owner.key
        person.inferred = ()


def _give_behind(cast: Cast, passage: Passage, person: Found, post: Post | None) -> None:
    """The post after the name: "Seok Jong-gun, head of the agency", "Park Jong-seung of the Agency for Defense Development"."""
    text = cast.page.text
    if post is not None and post.start - person.end < 60 and text[person.end : person.end + 1] == ",":
        between = text[person.end : post.start]
        opening = _APPOSED.match(text, person.end, post.start)
        if opening is not None and _only_owner(cast, opening.end(), post.start) and between.count(",") == 1:
            person.post, person.post_span = post.text, (post.start, post.end)
            owner = cast.before(post.start, passage.start, any_kind=True) or cast.behind_any(post.end, passage.end)
            _owned(person, owner)
            return
    runs = _RUNS.match(text, person.end, passage.end) or _OF_BODY.match(text, person.end, passage.end)
    if runs is not None:
        body = cast.starts.get(runs.end()) or cast.ends.get(runs.end())
        if body is not None and body.kind is ActorKind.STATE and body.form == "adjective":
            following = cast.starts.get(body.end + 1)
            body = following or body
        if body is not None:
            _owned(person, body)


def _is_office(cast: Cast, person: Found) -> bool:
    """Whether an office that the catalogue lists as a body stands before the name: "US Trade Representative Greer"."""
    text = cast.page.text
    body = cast.ends.get(person.start - 1)
    if body is None or body.kind is not ActorKind.GOVERNMENT_BODY or text[person.start - 1] != " ":
        return False
    if text[body.start : body.end].rsplit(maxsplit=1)[-1].lower() not in _offices():
        return False
    person.post, person.post_span = text[body.start : body.end], (body.start, body.end)
    _owned(person, body)
    return True


@cache
def _offices() -> frozenset[str]:
    return frozenset((*data("posts")["heads"], *data("posts")["beside_names"]))


def _only_owner(cast: Cast, start: int, end: int) -> bool:
    """Whether nothing but the name of a state or body, or nothing at all, stands between two offsets."""
    if start >= end:
        return True
    owner = cast.starts.get(start)
    return owner is not None and cast.page.text[owner.end : end] in ("", " ", "'s ", "' ")
