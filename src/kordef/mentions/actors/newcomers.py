"""Persons' names that no list knows and no post introduces: what stands beside them shows that somebody is meant.

"Zakir Hasanov expects him in Baku", "Kenya's Aden Duale each took four questions", "Khwaja Asif and Nosiviwe Mapisa-Nqakula, the
two defence ministers": firms and places do none of this.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kordef.mentions.runs import ORDINARY
from kordef.vocabulary import ActorKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from kordef.mentions.actors.cast import Cast
    from kordef.mentions.actors.posts import Post
    from kordef.mentions.passages import Found, Passage

__all__ = ["name_pair_before", "newcomers"]

# What somebody does, and a firm does not.
_DOES = re.compile(
    r",? (?:(?:later|then|also|himself|herself|each|both|jointly|earlier|again|had|has|have|was|were|will|would|is|are|first) )"
    r"{0,2}(?:(?:(?:met|meets?)(?! (?:its|all|demand|targets?|the (?:target|deadline)))|sat|sits|spoke|speaks|flew|flies"
    r"|landed|travell?ed|telephoned|phoned|rang|shook hands|dined|lunched"
    r"|talked|conferred|arrived|stayed|embraced|smiled|called on|paid (?:a|an|his|her)|came face|took (?:his|her) (?:seat|leave)"
    r"|played host|looked on|toured|meeting|speaking|travell?ing|flying|visiting|waiting|sitting)\b"
    r"|(?:received?|receives|welcomed|welcomes|greeted|expects|awaits|awaited|hosts?|hosted|saw|sees|thanked|briefed"
    r"|accompanied|invited|entertained|had) (?:him|her|them|his|her|the (?:two|visitor|guest|minister|delegation))\b"
    r"|(?:was|were|is|are) (?:there|in town|waiting|received|welcomed|greeted|accompanied|(?:the |his |her )?(?:guest|host)))"
)
_STANDS_BY = re.compile(
    r", (?:his|her|their|its|the) (?:host|hostess|guest|visitor|opposite number|hosts|guests|counterpart|colleague)\b"
)
_HANGS_ON = re.compile(r"\b(?:for|of|at|from|in|to) (?:the )?\Z")
# What is done to or with somebody.
_DONE = re.compile(
    r"\b(?:[Mm]et|[Mm]eets|[Mm]eet|(?:[Rr]eceived|[Hh]osted|[Ww]elcomed|[Gg]reeted)(?: by)?|[Rr]eceives|[Hh]osts"
    r"|[Tt]elephoned|[Pp]honed|[Rr]ang|face to face with|across from|sat (?:down )?with|[Gg]uest of|hands with"
    r"|spoke (?:by phone |on the phone |by telephone )?(?:with|to)|[Cc]alled on|counterpart|colleague|opposite number)"
    r"(?: with)?,? \Z"
)
_JOINED = re.compile(r",? and \Z")
_OWNED_NAME = re.compile(r"'s [A-Z][\w'-]+ [A-Z]")
_AND = re.compile(r" and ")
_APPOSED_TO = re.compile(r",\s+(?:the\s+|both\s+|their\s+)?(?:two\s+|three\s+|respective\s+)?\Z")
_FULL = r"[A-Z][\w'-]+(?: [A-Z]\.)?(?: (?:[a-z]{2,3} )?[A-Z][\w'-]+){1,3}"
_PAIR_ENDS = re.compile(rf"({_FULL}),? and ({_FULL})\Z")
_NAMED_BEFORE = re.compile(r"\b([A-Z][\w'-]*[a-rt-z]) \Z")
_GOES_ON = re.compile(r"[ -][A-Z]")
_BEFORE = re.compile(r"(?:, and|,| and) \Z")
_REACH = 48
_PAIR_REACH = 90


def newcomers(
    cast: Cast, passage: Passage, found: dict[int, Found], name_at: Callable[[Cast, Passage, int], Found | None]
) -> None:
    """Add to the persons of a passage those whom only their doings show; ``name_at`` reads a name in full at a place."""
    if passage.capitalised:
        return
    text = cast.page.text
    capitals = passage.capital_at
    ends = {person.end: person for person in found.values()}
    behind = 0
    for start, end in capitals.items():
        if text[end : end + 1] == "-":
            end = capitals.get(end + 1, end)  # "Kassym-Jomart Tokayev"
        if start < behind or end + 1 not in capitals or text[end : end + 1] != " ":
            continue
        if start in found or start in cast.starts or text[start:end].lower() in ORDINARY:
            behind = found[start].end if start in found else behind
            continue
        if text[start - 1 : start] not in (" ", "\n", "", '"', "("):
            continue
        named = _NAMED_BEFORE.search(text, max(passage.start, start - 16), start)
        if named is not None and named[1].lower() not in ORDINARY:
            continue  # "Coach Thorir Hergeirsson"
        person = name_at(cast, passage, start)
        if person is None or not _is_alone(text, person) or not _fits(cast, person, found, ends):
            continue
        found[person.start] = person
        ends[person.end] = person
        behind = person.end
        owner = cast.before(person.start, passage.start)
        if owner is not None and owner.form == "name" and text.startswith("'s ", owner.end):
            person.acts_for, person.witness = owner.acts_for or owner.key, (owner.start, owner.end)


def _is_alone(text: str, person: Found) -> bool:
    """Whether a name goes no further to either side."""
    return _GOES_ON.match(text, person.end) is None


def _fits(cast: Cast, person: Found, found: dict[int, Found], ends: dict[int, Found]) -> bool:
    """Whether what stands beside a name shows that it is a person's."""
    text = cast.page.text
    before = text[max(0, person.start - _REACH) : person.start]
    if _STANDS_BY.match(text, person.end) or (_DOES.match(text, person.end) and not _HANGS_ON.search(before)):
        return True
    owner = cast.ends.get(person.start - 3) if before.endswith("'s ") else None
    if owner is not None and owner.kind is not ActorKind.PERSON:
        before = before[: -3 - (owner.end - owner.start)]
    if _DONE.search(before):
        return True
    if (joined := _JOINED.search(before)) is not None:
        other = ends.get(person.start - (len(before) - joined.start()))
        if owner is not None:
            other = ends.get(owner.start - (len(before) - joined.start()))
        if other is not None:
            return True
    following = _AND.match(text, person.end)
    if following is None:
        return False
    if following.end() in found:
        return True
    # "Romania's A and Moldova's B"
    other = cast.starts.get(following.end()) if owner is not None else None
    return other is not None and other.kind is ActorKind.STATE and _OWNED_NAME.match(text, other.end) is not None


def name_pair_before(cast: Cast, passage: Passage, post: Post) -> tuple[int, int] | None:
    """Where the two names begin that a plural post stands behind: "Khwaja Asif and Ahmed Vali, the two defence ministers"."""
    if not post.plural or passage.capitalised:
        return None
    text = cast.page.text
    begin = post.start
    owner = cast.before(begin, passage.start)
    while owner is not None:
        begin = owner.start
        joined = _BEFORE.search(text, max(passage.start, begin - 6), begin)
        owner = cast.ends.get(joined.start()) if joined is not None else None
    opening = _APPOSED_TO.search(text, max(passage.start, begin - 24), begin)
    if opening is None:
        return None
    pair = _PAIR_ENDS.search(text, max(passage.start, opening.start() - _PAIR_REACH), opening.start())
    return (pair.start(1), pair.start(2)) if pair is not None else None
