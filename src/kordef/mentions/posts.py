"""Posts beside persons' names: "Deputy Defence Minister", "head of the agency", and for whom their holders act."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from kordef.catalogue import SpellingRole
from kordef.mentions.names import Use
from kordef.mentions.word_files import read_words_of
from kordef.vocabulary import ActorKind

if TYPE_CHECKING:
    from kordef.mentions.cast import Cast
    from kordef.mentions.names import Hit
    from kordef.mentions.passages import Found, Passage

__all__ = ["Post", "attach_posts", "is_post", "posts_in"]

_WORD_BEFORE = re.compile(r"([A-Za-z'-]+)[ -]\Z")
_STRAIGHT = re.compile(r"\.?(?:-(?:elect|designate))?,?\s+")
_SAME_POST = re.compile(r"(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?")
_COMPLEMENT = re.compile(r"\s+(?:of|for|to|at|in|on|from)\s[^.;:!?\n()]{2,100}?,?\s+")
_SMALL = re.compile(r"\b[a-z]+\b")
_COMPLEMENT_WORDS = frozenset(["of", "for", "to", "at", "in", "on", "the", "and", "from", "a", "its", "with", "s"])
_OUTER = re.compile(r"\s+(?:to|for)\s+(?:the\s+|a\s+)?")
_APPOSED = re.compile(
    r",\s+(?:who\s+(?:is|was|heads|runs|leads)\s+)?(?:then[- ]|now\s+)?(?:(?:the|a|an|its|his|her|their)\s+)?",
    re.IGNORECASE,
)
_RUNS = re.compile(r",\s+who\s+(?:runs|heads|leads|chairs|commands|directs|oversees)\s+(?:the\s+|a\s+)?")
_OF_BODY = re.compile(r"\s+(?:of|from|with|at)\s+(?:the\s+)?")
_POSSESSIVE = re.compile(r"(?:'s?)?\s?")
_OF_ISSUER = "The minister is one of the state whose ministry the text is from."
_FROM_CONTEXT = "The state that the person acts for is the one named before."
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
    while (match := _WORD_BEFORE.search(text, max(passage.start, start - _REACH), start)) is not None:
        word = match[1].lower()
        if match.end(1) in cast.ends:
            break
        if word == "and":
            other = passage.hit_before(match.start())
            if other is None or other.end != match.start() - 1 or not is_post(other):
                break
            start = other.start
        elif all(part in _words("modifiers") for part in word.split("-")):
            start = match.start()
        else:
            break
    plural = any(name.thing == "post" and name.role is SpellingRole.PLURAL for name in hit.names)
    return Post(start, hit.end, text[start : hit.end], plural)


def attach_posts(cast: Cast, passage: Passage, persons: list[Found], posts: list[Post]) -> None:
    """Give each person the post that stands beside the name, and the state or body that it belongs to."""
    text = cast.page.text
    number = 0
    shared: tuple[Found, Post] | None = None
    for person in persons:
        while number < len(posts) and posts[number].end <= person.start:
            number += 1
        post = posts[number - 1] if number else None
        if post is not None and _leads_to(text, post, person):
            post = _outermost(cast, passage, posts[max(0, number - 2) : number])
            _give(cast, passage, person, post)
            shared = (person, post) if post.plural else None
        elif shared is not None and _SAME_POST.fullmatch(text, shared[0].end, person.start):
            post = shared[1]
            person.post, person.post_span = post.text, (post.start, post.end)
            shared = (person, post)
        else:
            shared = None
            following = posts[number] if number < len(posts) else None
            if not _is_office(cast, person) and not _is_apposed(cast, passage, person, following):
                _runs_body(cast, passage, person)


def _leads_to(text: str, post: Post, person: Found) -> bool:
    """Whether a post is that of the name behind it: directly, after a comma, or after what it is the post of."""
    if person.start - post.end > _MOST_BEFORE:
        return False
    if _STRAIGHT.fullmatch(text, post.end, person.start):
        return True
    if not _COMPLEMENT.fullmatch(text, post.end, person.start):
        return False
    return _COMPLEMENT_WORDS.issuperset(_SMALL.findall(text, post.end, person.start))


def _outermost(cast: Cast, passage: Passage, posts: list[Post]) -> Post:
    """The last of the posts, with the one before if it is "the adviser to the French president, Emmanuel Bonne"."""
    text = cast.page.text
    outer, post = posts[0], posts[-1]
    owner = cast.before(post.start, passage.start)
    begin = post.start if owner is None else owner.start
    if outer is post or not text.startswith(",", post.end) or not _OUTER.fullmatch(text, outer.end, begin):
        return post
    return Post(outer.start, post.end, text[outer.start : post.end], False)


def _give(cast: Cast, passage: Passage, person: Found, post: Post) -> None:
    """Put a post that stands before a person's name to the person."""
    text = cast.page.text
    if post.text in _words("addresses"):
        return
    # What the post is of belongs to it: "head of the agency".
    end = person.start
    while end > post.end and text[end - 1] in " ,.\n":
        end -= 1
    if " the " in text[post.end : post.end + 8]:
        end = post.end
    person.post, person.post_span = text[post.start : end], (post.start, end)
    owner = cast.before(post.start, passage.start, any_kind=True) or cast.inside(post.end, person.start)
    if owner is not None:
        _serve(person, owner)
    else:
        _imply(cast, passage, person, post)


def _serve(person: Found, owner: Found) -> None:
    person.acts_for, person.inferred = owner.acts_for or owner.key, ()


def _imply(cast: Cast, passage: Passage, person: Found, post: Post) -> None:
    """Whom a post serves that does not say it: the state that has such a post, or the one that the text speaks of."""
    state = cast.nearest_state(post.start)
    if person.acts_for is not None:
        # Korean names without a hyphen are written so in the North.
        if person.inferred and state is not None and state.code == "KP" and "-" not in person.name:
            person.acts_for, person.inferred = state.key, (_FROM_CONTEXT,)
        return
    for words, party in read_words_of("posts")["implied"].items():
        if person.post is not None and person.post.endswith(words):
            person.acts_for, person.inferred = cast.party(party), ("The post is one of that state.",)
            return
    head = post.text.lower().split()[-1]
    if "minister" in post.text.lower() and (issuer := cast.issuer()) is not None:
        person.acts_for, person.inferred = issuer.acts_for, (_OF_ISSUER,)
        return
    if state is not None and (head in _words("of_states") or (head in _words("ranks") and state.passage is passage)):
        person.acts_for, person.inferred = state.key, (_FROM_CONTEXT,)


def _is_apposed(cast: Cast, passage: Passage, person: Found, post: Post | None) -> bool:
    """The post behind the name: "Seok Jong-gun, head of the agency"."""
    text = cast.page.text
    if post is None or post.start - person.end > _MOST_BEHIND:
        return False
    opening = _APPOSED.match(text, person.end, post.start)
    if opening is None or not _only_owner(cast, opening.end(), post.start):
        return False
    person.post, person.post_span = post.text, (post.start, post.end)
    owner = cast.before(post.start, passage.start, any_kind=True) or cast.behind_any(post.end, passage.end)
    if owner is not None:
        _serve(person, owner)
    return True


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
