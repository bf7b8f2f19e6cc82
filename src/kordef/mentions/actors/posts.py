"""Posts beside persons' names: "Deputy Defence Minister", "head of the agency", and for whom their holders act."""

from __future__ import annotations

import re
from functools import cache
from string import ascii_letters
from typing import TYPE_CHECKING

from attrs import frozen

from kordef.catalogue import SpellingRole
from kordef.mentions.actors.newcomers import name_pair_before
from kordef.mentions.names import Use
from kordef.mentions.word_files import read_words_of
from kordef.vocabulary import ActorKind

if TYPE_CHECKING:
    from kordef.mentions.actors.cast import Cast
    from kordef.mentions.names import Hit
    from kordef.mentions.passages import Found, Passage

__all__ = ["RETIRED", "Post", "attach_posts", "is_post", "posts_in"]

_LETTERS = ascii_letters + "'-"
# Behind the rank of somebody who has left the service: "Lt. Gen. (Ret.)".
RETIRED = r"\((?:[Rr]et(?:d|ired)?|[Rr]es(?:erve)?|[Rr]td)\.?\)"
_STRAIGHT = re.compile(rf"\.?(?:-(?:elect|designate))?(?:\s{RETIRED})?,?\s+(?:Ma\.\s)?")
_SAME_POST = re.compile(r"(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?")
_COMPLEMENT = re.compile(r"\s+(?:of|for|to|at|in|on|from)\s[^.;:!?\n()]{2,100}?,?\s+")
_SMALL = re.compile(r"\b[a-z]+\b")
_COMPLEMENT_WORDS = frozenset(["of", "for", "to", "at", "in", "on", "the", "and", "from", "a", "its", "with", "s"])
_OUTER = re.compile(r"\s+(?:to|for)\s+(?:the\s+|a\s+)?")
_APPOSED = re.compile(
    r"(?:,\s+(?:who\s+(?:is|was|became|heads|runs|leads)\s+)?|\s+(?:is|was|became)\s+)"
    r"(?:(?:then[- ]|now\s+)?(?:the|a|an|its|his|her|their)\s+)?(?:then[- ]|now\s+)?(?P<past>(?:former|ex|late|ousted)[- ])?",
    re.IGNORECASE,
)
_OF_STATE = re.compile(r"\s+of\s+(?:the\s+)?|\s\((?:the\s+)?")
_SENT_TO = re.compile(r"\b(?:to|for|in|on)\s+(?:the\s+)?\Z")
_AND_BEFORE = re.compile(r"(?:, and|,| and) \Z")
_TOGETHER = re.compile(r",?\s+and\s+(?:(?:its|the)\s+)?")
_LED = re.compile(
    r"\b(?:delegation|team|mission|party|group|contingent|visitors|officers|lawmakers)(?: to \w+)? (?:led|headed) by"
    r"(?: [\w.'-]+){0,6} \Z"
)
_TOGETHER_THE = re.compile(r"\s+and\s+(?:the\s+)?")
_RUNS = re.compile(r",\s+who\s+(?:runs|heads|leads|chairs|commands|directs|oversees)\s+(?:the\s+|a\s+)?")
_OF_BODY = re.compile(r"\s+(?:of|from|with|at)\s+(?:the\s+)?")
_FIELD_OF = re.compile(
    r"\s(?:of|for)\s(?:the\s)?[A-Z][a-z]+(?:\s(?:and\s)?[A-Z][a-z]+){0,3}\s(?:of|in)\s(?:the\s)?(?=[A-Z])"
)
_POSSESSIVE = re.compile(r"(?:'s?)?\s?")
_REACH = 24
_MOST_BEFORE = 110
_MOST_BEHIND = 60


@frozen
class Post:
    """The words of an office at a place in the text; ``plural`` where several persons have it."""

    start: int
    end: int
    text: str
    plural: bool


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_words_of("posts")[key])


def is_post(hit: Hit) -> bool:
    """Whether a hit is the head of a post, or a form of address."""
    return bool(hit.use & Use.POST)


def _is_address(post: Post) -> bool:
    """Whether a post is only a form of address ("Ms", "H.E. Dr")."""
    return _words("addresses").issuperset(post.text.replace(".", "").split())


def posts_in(cast: Cast, passage: Passage) -> list[Post]:
    """All posts of a passage, in order, whether a name stands beside them or not."""
    return [_post_at(cast, passage, hit) for hit in passage.of_use(Use.POST)]


def _post_at(cast: Cast, passage: Passage, hit: Hit) -> Post:
    """The post whose head stands at a hit, with the words before it that belong to it."""
    text = cast.page.text
    start = hit.start
    if any(name.thing == "title" for name in hit.names):
        # "Army Chief of Staff Gen. Park": both belong to the post.
        other = passage.hit_before(start)
        if other is not None and is_post(other) and text[other.end : start] in (" ", ". "):
            start = _post_at(cast, passage, other).start
        return Post(start, hit.end, text[start : hit.end], False)
    while (before := _word_before(text, max(passage.start, start - _REACH), start)) is not None:
        begin, word = before
        if start - 1 in cast.ends:
            break
        if word == "and":
            other = passage.hit_before(begin)
            field = _word_before(text, max(passage.start, start - _REACH), begin)
            if other is not None and other.end == begin - 1 and is_post(other):
                start = other.start
            elif field is not None and begin - 1 not in cast.ends and field[1] in _words("modifiers"):
                start = field[0]  # "foreign and defence ministers"
            else:
                break
        elif all(part in _words("modifiers") for part in word.split("-")):
            start = begin
        else:
            break
    plural = any(name.thing == "post" and name.role is SpellingRole.PLURAL for name in hit.names)
    return Post(start, hit.end, text[start : hit.end], plural)


def _word_before(text: str, floor: int, end: int) -> tuple[int, str] | None:
    """Where the word starts that a blank or a hyphen parts from ``end``, and the word in small letters."""
    if end <= floor or text[end - 1] not in " -":
        return None
    ahead = text[floor : end - 1]
    start = len(ahead.rstrip(_LETTERS))
    return (floor + start, ahead[start:].lower()) if start < len(ahead) else None


def attach_posts(cast: Cast, passage: Passage, persons: list[Found], posts: list[Post]) -> None:
    """Give each person the post that stands beside the name, and the state or body that it belongs to."""
    text = cast.page.text
    number = 0
    shared: tuple[Found, Post] | None = None
    owners: list[Found] = []
    previous: Found | None = None
    paired = _apposed_pairs(cast, passage, persons, posts)
    for person in persons:
        while number < len(posts) and posts[number].end <= person.start:
            number += 1
        post, last, start = (posts[number - 1] if number else None), number, person.start
        if post is not None and _is_address(post):
            # "the Dutch defence minister, Ms Verschuur"
            start, last = post.start, number - 1
            post = posts[last - 1] if last and _STRAIGHT.fullmatch(text, post.end, person.start) else None
        given = shared is not None and post is not None and shared[1].start == post.start
        if post is not None and not given and not _is_address(post) and _leads_to(text, post, start):
            post = _outermost(cast, passage, posts[max(0, last - 2) : last])
            _give(cast, passage, person, post, start)
            if not _of_behind(cast, passage, person) and person.witness is None and previous is not None:
                _share_owner(text, previous, person)
            if person.acts_for is None and number < len(posts):
                _second_post(cast, passage, person, posts[number])
            shared = (person, post) if post.plural else None
            owners = (_owners(cast, passage, post) or _owners_behind(cast, passage, post)) if post.plural else []
            if owners:
                _serve(person, owners.pop(0))
        elif shared is not None and _SAME_POST.fullmatch(
            text, shared[0].end + _behind_name(cast, shared[0]), person.start
        ):
            post = shared[1]
            person.post, person.post_span = post.text, (post.start, post.end)
            if not _of_behind(cast, passage, person) and owners:
                _serve(person, owners.pop(0))
            shared = (person, post)
        elif person.start in paired:
            shared = None
        else:
            shared = None
            following = posts[number] if number < len(posts) else None
            if following is not None and number + 1 < len(posts):
                following = _and_next(text, following, posts[number + 1])
            if not _is_office(cast, person) and not _is_apposed(cast, passage, person, following):
                _runs_body(cast, passage, person)
        if person.witness is None and (
            led := _LED.search(text, max(passage.start, person.start - _MOST_BEFORE), person.start)
        ):
            owner = cast.before(led.start(), passage.start)
            if owner is not None and owner.kind is ActorKind.STATE:
                _serve(person, owner)  # "a Malaysian delegation led by Defence Minister Nordin"
        if person.acts_for is None and text.endswith("'s ", passage.start, person.start):
            owner = cast.ends.get(person.start - 3)
            if owner is not None and owner.kind is ActorKind.STATE:
                _serve(person, owner)  # "Moldova's Eduard Ohladciuc"
        previous = person


def _apposed_pairs(cast: Cast, passage: Passage, persons: list[Found], posts: list[Post]) -> frozenset[int]:
    """Give two persons the office that stands behind both: "A and B, the foreign ministers of Norway and Chile"."""
    paired: set[int] = set()
    for post in posts:
        if (where := name_pair_before(cast, passage, post)) is None:
            continue
        two = [person for person in persons if person.start in where]
        owners = _owners(cast, passage, post) or _owners_behind(cast, passage, post)
        for number, person in enumerate(two):
            person.post, person.post_span = post.text, (post.start, post.end)
            paired.add(person.start)
            if len(owners) == len(two) == 2 and all(p.acts_for != owners[number].key for p in two):
                _serve(person, owners[number])
    return frozenset(paired)


def _owners_behind(cast: Cast, passage: Passage, post: Post) -> list[Found]:
    """The two states behind a plural post: "the foreign ministers of Norway and Chile"."""
    opening = _FIELD_OF.match(cast.page.text, post.end, passage.end) or _OF_STATE.match(
        cast.page.text, post.end, passage.end
    )
    first = cast.starts.get(opening.end()) if opening is not None else None
    joined = _TOGETHER_THE.match(cast.page.text, first.end, passage.end) if first is not None else None
    second = cast.starts.get(joined.end()) if joined is not None else None
    return [first, second] if first is not None and second is not None else []


def _owners(cast: Cast, passage: Passage, post: Post) -> list[Found]:
    """Whose ministers they are, one after the other: "the Polish and Lithuanian defence ministers, Zarebski and Vaitkus"."""
    owners: list[Found] = []
    owner = cast.before(post.start, passage.start)
    while owner is not None:
        owners.insert(0, owner)
        joined = _AND_BEFORE.search(cast.page.text, max(passage.start, owner.start - 6), owner.start)
        owner = cast.ends.get(joined.start()) if joined is not None else None
    return owners if len(owners) > 1 else []


def _leads_to(text: str, post: Post, start: int) -> bool:
    """Whether a post is that of the name that begins behind it: directly, after a comma, or after what it is the post of."""
    if start - post.end > _MOST_BEFORE:
        return False
    if _STRAIGHT.fullmatch(text, post.end, start):
        return True
    if not _COMPLEMENT.fullmatch(text, post.end, start):
        return False
    return _COMPLEMENT_WORDS.issuperset(_SMALL.findall(text, post.end, start))


def _outermost(cast: Cast, passage: Passage, posts: list[Post]) -> Post:
    """The last of the posts, with the one before if it is "the adviser to the French president, Emmanuel Bonne"."""
    text = cast.page.text
    outer, post = posts[0], posts[-1]
    if outer is not post and (outer.end > post.start or text[outer.end : post.start] in (" ", ", ")):
        # "Chief of Defence General Haugland"
        return Post(outer.start, post.end, text[outer.start : post.end], post.plural)
    owner = cast.before(post.start, passage.start)
    begin = post.start if owner is None else owner.start
    if outer is post or not text.startswith(",", post.end) or not _OUTER.fullmatch(text, outer.end, begin):
        return post
    return Post(outer.start, post.end, text[outer.start : post.end], False)


def _and_next(text: str, post: Post, other: Post) -> Post:
    """Two posts of one person: "president and CEO"."""
    if text[post.end : other.start] not in (" and ", " & ") and other.start >= post.end:
        return post
    return Post(post.start, other.end, text[post.start : other.end], other.plural)


def _give(cast: Cast, passage: Passage, person: Found, post: Post, start: int) -> None:
    """Put a post that stands before a person's name, or the form of address, at ``start`` to the person."""
    text = cast.page.text
    # What the post is of belongs to it: "head of the agency".
    end = start
    while end > post.end and text[end - 1] in " ,.\n":
        end -= 1
    if " the " in text[post.end : post.end + 8] or _STRAIGHT.fullmatch(text, post.end, start):
        end = post.end
    person.post, person.post_span = text[post.start : end], (post.start, end)
    owner = cast.before(post.start, passage.start, any_kind=True) or _complement_owner(cast, post, start)
    if owner is not None:
        _serve(person, owner)


def _complement_owner(cast: Cast, post: Post, limit: int) -> Found | None:
    """Whose post it is by what follows: "minister of defence of Latvia", not "ambassador to Latvia"."""
    text = cast.page.text
    for at in range(post.end, limit):
        owner = cast.starts.get(at)
        if owner is None or owner.kind is ActorKind.PERSON:
            continue
        if owner.kind is not ActorKind.STATE or not _SENT_TO.search(text, post.end, owner.start) or _owns(cast, owner):
            return owner
    return None


def _owns(cast: Cast, state: Found) -> bool:
    """Whether a body of the state follows: "spokesman for Poland's ministry"."""
    return state.form == "adjective" or cast.page.text.startswith("'s", state.end)


def _of_behind(cast: Cast, passage: Passage, person: Found) -> bool:
    """The state behind the name: "Prime Minister Vaitkus of Lithuania", "Defence Minister Grava (Latvia)"."""
    opening = _OF_STATE.match(cast.page.text, person.end, passage.end)
    owner = cast.starts.get(opening.end()) if opening is not None else None
    if owner is None or owner.kind is not ActorKind.STATE or person.witness is not None:
        return False
    _serve(person, owner)
    return True


def _behind_name(cast: Cast, person: Found) -> int:
    """How long the words are that name the state behind a person's name."""
    if person.witness is None or person.witness[0] < person.end or person.witness[0] > person.end + _REACH:
        return 0
    return person.witness[1] - person.end + cast.page.text.startswith(")", person.witness[1])


def _share_owner(text: str, previous: Found, person: Found) -> None:
    """ "Lithuanian President Vaitkus and Defence Minister Norkute": two offices of one state."""
    if person.acts_for is not None or previous.witness is None or previous.post is None:
        return
    if previous.post_span is None or person.post_span is None:
        return
    same = previous.post.lower() == (person.post or "").lower()
    if (
        not same
        and not previous.post.lower().endswith("counterpart")
        and _TOGETHER.fullmatch(text, max(previous.end, previous.post_span[1]), person.post_span[0])
    ):
        person.acts_for, person.witness, person.inferred = previous.acts_for, previous.witness, ()


def _serve(person: Found, owner: Found) -> None:
    party = owner.key if owner.kind is ActorKind.COMPANY else owner.acts_for or owner.key
    person.acts_for, person.witness, person.inferred = party, (owner.start, owner.end), owner.inferred


def _is_apposed(cast: Cast, passage: Passage, person: Found, post: Post | None) -> bool:
    """The post behind the name: "Seok Jong-gun, head of the agency", "Grava is Latvia's defence minister"."""
    text = cast.page.text
    if post is None or post.start - person.end > _MOST_BEHIND or text.startswith("'s", post.end):
        return False
    opening = _APPOSED.match(text, person.end, post.start)
    if opening is None or not _only_owner(cast, opening.end(), post.start):
        return False
    begin = post.start if opening["past"] is None else opening.start("past")
    person.post, person.post_span = text[begin : post.end], (begin, post.end)
    owner = cast.before(post.start, passage.start, any_kind=True)
    if owner is None and (follows := cast.behind_any(post.end, passage.end)) is not None:
        owner = _complement_owner(cast, post, follows.end)
    if owner is None and (field := _FIELD_OF.match(text, post.end, passage.end)) is not None:
        owner = cast.starts.get(field.end())  # "Minister of Foreign Affairs of Poland"
    if owner is not None:
        _serve(person, owner)
    return True


def _second_post(cast: Cast, passage: Passage, person: Found, post: Post) -> None:
    """ "General Eichelsheim, the Dutch chief of defence": the office behind a rank says for whom he acts."""
    given = person.post, person.post_span
    if _is_apposed(cast, passage, person, post) and person.acts_for is not None:
        return
    person.post, person.post_span = given


def _only_owner(cast: Cast, start: int, end: int) -> bool:
    """Whether nothing but the name of a state or body, or nothing at all, stands between two offsets."""
    owner = cast.starts.get(start)
    return start >= end or (owner is not None and _POSSESSIVE.fullmatch(cast.page.text, owner.end, end) is not None)


def _runs_body(cast: Cast, passage: Passage, person: Found) -> None:
    """ "Artur Kuptel, who runs the Armament Agency", "Park Jong-seung of the Agency for Defense Development"."""
    text = cast.page.text
    opening = _RUNS.match(text, person.end, passage.end) or _OF_BODY.match(text, person.end, passage.end)
    owner = cast.starts.get(opening.end()) if opening else None
    if owner is not None and owner.kind is ActorKind.STATE and owner.form == "adjective":
        owner = cast.starts.get(owner.end + 1, owner)
    if owner is not None and owner.kind is not ActorKind.PERSON:
        _serve(person, owner)


def _is_office(cast: Cast, person: Found) -> bool:
    """Whether an office that the catalogue lists as a body stands before the name: "US Trade Representative Greer"."""
    text = cast.page.text
    body = cast.ends.get(person.start - 1)
    if body is None or body.kind is not ActorKind.GOVERNMENT_BODY or not text.startswith(" ", person.start - 1):
        return False
    office = text[body.start : body.end].rsplit(maxsplit=1)[-1].lower()
    if office not in _words("heads") and office not in _words("beside_names"):
        return False
    person.post, person.post_span = text[body.start : body.end], (body.start, body.end)
    _serve(person, body)
    return True
