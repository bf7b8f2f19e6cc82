"""Ministries, agencies, armed services and other organs, known by the noun at their head."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kordef.mentions.actors.cast import slug
from kordef.mentions.actors.homeless import owner_of, surely_of
from kordef.mentions.lexicon import ministry_field
from kordef.mentions.names import Sort
from kordef.mentions.passages import Found
from kordef.mentions.runs import ORDINARY, left_run, right_run
from kordef.mentions.word_files import read_words_of
from kordef.vocabulary import ActorKind

if TYPE_CHECKING:
    from kordef.mentions.actors.cast import Cast
    from kordef.mentions.names import Hit
    from kordef.mentions.passages import Passage

__all__ = ["body_at", "is_attribute"]

_KINDS = {
    "government": ActorKind.GOVERNMENT_BODY,
    "military": ActorKind.MILITARY_UNIT,
    "research": ActorKind.RESEARCH_INSTITUTE,
    "media": ActorKind.MEDIA,
    "party": ActorKind.PARTY,
}
# Heads of what states sit in together, unless one state owns it.
_JOINT = frozenset({"Commission", "Committee", "Council", "Secretariat", "Assembly", "Court"})
_OF = re.compile(r"\s+(?:of|for)\s+(?:the\s+)?", re.IGNORECASE)
_OF_OR_FOR = re.compile(r"\s+(?:of|for)\b")
_FIELD_LIST = re.compile(r"[A-Za-z]+(?:(?:,\s+(?:and\s+)?|\s+and\s+|\s+of\s+|\s+)[A-Z][A-Za-z]+){0,7}")
_WORD_END = re.compile(r"(?<=\w)(?=\W|\Z)")
_WORD_BEFORE = re.compile(r"([A-Za-z'-]+)\s\Z")
_JOINER = re.compile(r"(?:and|of|for|the|at)\s(?:the\s)?")
_NUMBERED_UNIT = re.compile(r"\bof (?:the )?(?=[0-9]{1,3}(?:st|nd|rd|th) )")
_ITS = re.compile(r"\b[Ii]ts\s+(?:own\s+)?\Z")
# "military ties": no body acts where a noun follows that it only describes.
_NO_NOUN_BEHIND = re.compile(
    r"(?:'s)?(?:[^\w\s']|\s*\Z|\s+(?:is|are|was|were|has|have|had|will|would|could|may|might|must|said|says|and|or|in|on|of|to|by|at|for|from|with|which|that|who|as|also|did|does|plans|wants|needs|uses|\(|-|–|—))"
)
_REACH = 24
_NAMED_BEFORE = "The state that the body belongs to is the one named before it."
_BY_SIGNS = "The state that the body belongs to is the one that the sentence, the title or the dateline is about."


@cache
def _field_words() -> frozenset[str]:
    return frozenset(
        word
        for phrases in read_words_of("bodies")["fields"].values()
        for phrase in phrases
        for word in re.findall(r"[a-z]+", phrase)
    ) | {"affairs"}


def body_at(cast: Cast, passage: Passage, hit: Hit, role: str) -> Found | None:
    """The organ whose head noun stands at a hit; ``role`` is the list of head nouns that it is in, such as "military.named"."""
    if role == "ministry":
        return _ministry(cast, passage, hit)
    family, manner = role.split(".")
    return (_plain if manner == "plain" else _named)(cast, passage, hit, _KINDS[family])


def _ministry(cast: Cast, passage: Passage, hit: Hit) -> Found | None:
    text = cast.page.text
    start, end, field = hit.start, hit.end, ""
    of = _OF.match(text, end, passage.end)
    listed = _FIELD_LIST.match(text, of.end(), passage.end) if of and of.end() not in cast.starts else None
    if of and listed:
        known = _longest_field(listed[0])
        if known or listed[0][0].isupper():
            field = known or listed[0]
            end = of.end() + len(field)
    if not field:
        start = _start_of_field(text, passage.start, start)
        field = text[start : hit.start]
    label = ministry_field(field) or slug(field)
    return _settled(
        cast, passage, start, end, "ministry", f"{label}-ministry" if label else "ministry", ActorKind.GOVERNMENT_BODY
    )


def _start_of_field(text: str, floor: int, position: int) -> int:
    """Where the words before "ministry" begin that say which one."""
    start = position
    while (match := _WORD_BEFORE.search(text, max(floor, position - _REACH), position)) is not None:
        word = match[1].lower()
        if word in _field_words():
            start = match.start()
        elif word != "and" or start == position:
            break
        position = match.start()
    return start


def _longest_field(listed: str) -> str | None:
    """The longest beginning of a list of words that is a field of ministries."""
    best = None
    for match in _WORD_END.finditer(listed):
        if ministry_field(listed[: match.start()]):
            best = listed[: match.start()]
    return best


def _settled(
    cast: Cast, passage: Passage, start: int, end: int, head: str, label: str, kind: ActorKind
) -> Found | None:
    """A body known by a label such as "defence-ministry", with the state that it belongs to."""
    text = cast.page.text
    bare = label == head
    owner = cast.before(start, passage.start) or cast.behind(end, passage.end)
    inferred: tuple[str, ...] = ()
    if owner is not None and bare:
        earlier = cast.bodies.get(f"*{head} {owner.key}")
        if earlier is not None:
            return _again(earlier, passage, start, end, "title")
    if owner is None:
        own = _ITS.search(text, max(passage.start, start - 12), start) is not None
        earlier = None if own else cast.bodies.get(f"*{head}" if bare else label)
        if earlier is not None and head == "ministry" and not bare:
            subject = surely_of(cast, passage, start)
            if subject is not None and subject.key != earlier.acts_for:
                earlier, owner = None, subject
        if earlier is not None:
            return _again(earlier, passage, start, end, "title" if bare else "name")
        if bare and not text.endswith(("the ", "The "), passage.start, start):
            return None
        near = cast.nearest_state(start) or cast.next_state(end, passage.sentence(start)[1])
        if owner is None:
            owner = near if near is None or own else owner_of(cast, passage, start, end, near)
        if owner is None:
            return None
        inferred = (_NAMED_BEFORE if near is not None and owner.key == near.key else _BY_SIGNS,)
    party = owner.acts_for or owner.key
    code = owner.code or party.partition(":")[2]
    known, state = cast.lexicon.bodies.get((code, label)), cast.lexicon.codes.get(code)
    found = Found(
        start=start,
        end=end,
        passage=passage,
        key=f"organisation:{known.id}" if known else f"body:{code.lower()}:{label}",
        kind=known.kind if known else kind,
        name=known.name if known else f"{label.replace('-', ' ')} of {state.name if state else owner.name}",
        form="title" if inferred and bare else "name",
        acts_for=party,
        witness=(owner.start, owner.end),
        inferred=inferred,
    )
    cast.remember(found, label)
    return found


def _again(earlier: Found, passage: Passage, start: int, end: int, form: str) -> Found:
    return Found(
        start=start,
        end=end,
        passage=passage,
        key=earlier.key,
        kind=earlier.kind,
        name=earlier.name,
        form=form,
        acts_for=earlier.acts_for,
        witness=earlier.witness if earlier.passage.story == passage.story else None,
        inferred=earlier.inferred,
    )


def _plain(cast: Cast, passage: Passage, hit: Hit, kind: ActorKind) -> Found | None:
    """A noun such as "navy" or "government" beside a state; alone only where it has been beside one before."""
    text = cast.page.text
    label = slug(text[hit.start : hit.end])
    if label == "military" and is_attribute(text, hit.end):
        return None
    if cast.before(hit.start, passage.start) is None and cast.behind(hit.end, passage.end) is None:
        definite = text.endswith(("the ", "The "), passage.start, hit.start)
        if label not in cast.bodies or not (definite or hit.capital):
            return None
    return _settled(cast, passage, hit.start, hit.end, label, label, kind)


def is_attribute(text: str, end: int) -> bool:
    """Whether a noun follows that "military" only describes: "military ties"."""
    return _NO_NOUN_BEHIND.match(text, end) is None


def _named(cast: Cast, passage: Passage, hit: Hit, kind: ActorKind) -> Found | None:
    """A capitalised phrase with a head such as "Agency" or "Brigade"."""
    text = cast.page.text
    if passage.capitalised or not hit.capital:
        return None
    start = left_run(text, passage.start, hit.start)
    end = right_run(text, hit.end, passage.end) if _OF_OR_FOR.match(text, hit.end) else hit.end
    if (another := text.find(" and the ", hit.end, end)) > 0:
        end = another
    owner: Found | None = None
    for position in range(start, hit.start):
        inner = cast.starts.get(position)
        if inner is None or inner.kind is not ActorKind.STATE:
            continue
        if owner is not None and owner.end + 1 == inner.start and text[owner.end] in "-–":
            # "the Indonesia-Philippines Joint Defence Committee" is one of two states, which are mentions of their own.
            start, owner = _next_word(text, inner.end, hit.start), None
            break
        owner = inner
        # A state's adjective is a mention of its own: "the Estonian Centre for Defence Investment".
        if position == start and (inner.form == "adjective" or text[inner.start : inner.end].isupper()):
            start = _next_word(text, inner.end, hit.start)
    for position in range(start, hit.start):
        other = passage.hit_at.get(position)
        if other is not None and _is_no_part(other):
            start = _next_word(text, other.end, hit.start)
    titled = passage.hit_before(start)
    if (
        titled is not None
        and titled.end + 1 == start
        and _is_no_part(titled)
        and (of := text.find(" of ", start, end)) > 0
    ):
        start = of + 4  # "General Michael Kurilla of Central Command"
    start = _behind_joiner(text, start)
    if (unit := _NUMBERED_UNIT.search(text, start, hit.start)) is not None:
        # "elements of the 16th Air Defence Regiment"
        start = unit.end()
    phrase = text[start:end]
    if " " not in phrase or phrase.split()[0].lower() in ORDINARY:
        return None
    owner = owner or cast.before(start, passage.start) or cast.behind(end, passage.end)
    if owner is None and text[hit.start : hit.end] in _JOINT:
        kind = ActorKind.FORUM
    return Found(
        start=start,
        end=end,
        passage=passage,
        key=f"body:x:{slug(phrase)}",
        kind=kind,
        name=cast.page.raw[start:end],
        acts_for=owner.key if owner else None,
    )


def _is_no_part(hit: Hit) -> bool:
    """Whether a hit inside a run of capitals cannot be part of a body's name: a post, a firm, a war."""
    return any(
        name.sort in (Sort.BLOCKED, Sort.COMPANY, Sort.ORGANISATION, Sort.PERSON) or name.thing in ("post", "title")
        for name in hit.names
    )


def _behind_joiner(text: str, start: int) -> int:
    match = _JOINER.match(text, start)
    return start if match is None else match.end()


def _next_word(text: str, position: int, limit: int) -> int:
    while position < limit and not text[position].isalpha():
        position += 1
    return position
