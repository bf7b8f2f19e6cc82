"""Whose a body is that stands without its state: "Romania ordered howitzers from Korea, the defence ministry said".

The signs are the subject of the sentence, or else of the nearest one before it in the paragraph; the capital of the
dateline; the title; and the state named last. The last alone is enough where no other sign speaks against it; where
the signs differ, the subject holds that the dateline or the title confirms, then the dateline, then nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from kordef.document import BlockKind
from kordef.mentions.actors.topics import NOTHING, Topic, Topics, governed, party
from kordef.vocabulary import ActorKind

if TYPE_CHECKING:
    from kordef.mentions.actors.cast import Cast
    from kordef.mentions.passages import Found, Passage

__all__ = ["Signs", "owner_of", "surely_of"]

_STATE = ActorKind.STATE
_MOST_BEFORE = 4
_OPENS = re.compile(r"(?:In|At)\s(?:the\s)?\Z")
_MET = re.compile(
    r"\b(?:met|meets|meeting|hosted|hosts|received|receives|welcomed|told|counterpart,?|phoned|called)(?:\swith)?\s(?:his\s|her\s)?\Z"
)
"""Before the adjective of somebody who is met: "met Ukrainian Foreign Minister Kuleba"."""
_SAID_IN = re.compile(r"\sin\s\Z")


@frozen(eq=False)
class Signs:
    """What is known of a story by its title and dateline, and the topics of one of its passages."""

    passage: Passage
    topics: Topics
    heads: dict[int, tuple[Passage | None, Passage | None]]
    """The title and the passage with the dateline of each story."""
    line: Found | None
    here: Found | None
    """The state of the dateline, whether or not the agency is at home there."""
    title: tuple[Found, ...]


def _signs(cast: Cast, passage: Passage) -> Signs:
    """The signs for a passage: its own names in order, with the title and the dateline of its story."""
    known: Signs | None = cast.signs
    if known is not None and known.passage is passage:
        return known
    topics = Topics(cast, within=passage)
    if known is not None and known.passage.story == passage.story:
        cast.signs = evolve(known, passage=passage, topics=topics)
        return cast.signs
    heads = known.heads if known is not None else _heads(cast)
    title, dated = heads.get(passage.story, (None, None))
    above = Topics(cast, within=dated) if dated is not None else None
    cast.signs = Signs(
        passage,
        topics,
        heads,
        above.capital_of_dateline(dated) if above is not None and dated is not None else None,
        above.capital_of_dateline(dated, at_home=True) if above is not None and dated is not None else None,
        Topics(cast, within=title).topic(title, title.start, title.end).states if title is not None else (),
    )
    return cast.signs


def _heads(cast: Cast) -> dict[int, tuple[Passage | None, Passage | None]]:
    heads: dict[int, tuple[Passage | None, Passage | None]] = {}
    for passage in cast.page.passages:
        title, dated = heads.get(passage.story, (None, None))
        if title is None and passage.kind is BlockKind.TITLE:
            title = passage
        if dated is None and passage.dateline[1] and passage.start <= passage.dateline[0] < passage.end:
            dated = passage
        heads[passage.story] = (title, dated)
    return heads


def _subject(signs: Signs, position: int) -> tuple[Topic, bool]:
    """Whom the sentence of a position is about, or the nearest before it in its paragraph; whether it is its own."""
    passage = signs.passage
    start, end = passage.sentence(position)
    own = signs.topics.topic(passage, start, end, before=position)
    if own.states or own.firm:
        return own, True
    number = bisect_right(passage.sentences, start) - 1
    for at in reversed(passage.sentences[max(0, number - _MOST_BEFORE) : max(0, number)]):
        before = signs.topics.topic(passage, *passage.sentence(at))
        if before.states:
            return before, False
    return NOTHING, False


def surely_of(cast: Cast, passage: Passage, position: int) -> Found | None:
    """The subject of a sentence, where the dateline or the title confirms it."""
    if not cast.states:
        return None
    signs = _signs(cast, passage)
    subject, own = _subject(signs, position)
    if not own or len(subject.states) != 1:
        return None
    (state,) = subject.states
    confirmed = {party(f) for f in (signs.line, *signs.title) if f is not None}
    return state if confirmed == {party(state)} else None


def owner_of(cast: Cast, passage: Passage, position: int, end: int, near: Found) -> Found | None:
    """The state that a body between two offsets belongs to; ``near`` is the one named last."""
    signs = _signs(cast, passage)
    if signs.here is not None and cast.page.text.startswith(" here ", end):
        return signs.here
    subject, _ = _subject(signs, position)
    line, titles = signs.line, {party(f) for f in signs.title}
    if len(subject.states) == 1:
        return _of_one(signs, subject.states[0], near, position)
    if subject.states:
        # "Poland and Norway signed a contract": the one from whose capital it is told, or whom the title is about
        left = [f for f in subject.states if line is not None and party(f) == party(line)]
        left = left or [f for f in subject.states if titles == {party(f)}]
        return left[0] if len(left) == 1 else None
    # "Finland's new guns", "bought K9s from Korea": neither the dateline's nor the title's state is the one named last
    other = line or (signs.title[0] if len(titles) == 1 else None)
    if other is None or party(other) == near.key or not _is_governed(cast, near, position):
        return near
    return other


def _of_one(signs: Signs, subject: Found, near: Found, position: int) -> Found | None:
    """The subject of a sentence, or who is named last, or from whose capital it is told; nobody where all three differ."""
    if party(subject) == near.key:
        return subject
    line, titles = signs.line, {party(f) for f in signs.title}
    confirmed = (line is not None and party(line) == party(subject)) or party(subject) in titles
    if confirmed or (line is None and not titles):
        return subject
    if line is None:
        return None
    start, _ = signs.passage.sentence(position)
    named = any(f.kind is _STATE and f.key == party(line) for f in signs.topics.between(start, position))
    return line if named else None


def _is_governed(cast: Cast, near: Found, position: int) -> bool:
    """Whether the state named last is only one from, to or with which something is: not "In Poland, the ministry"."""
    text = cast.page.text
    start = max(0, near.start - 40)
    if _OPENS.search(text, start, near.start) or _SAID_IN.search(text, start, near.start) or near.start > position:
        return False
    if near.form == "adjective" and _MET.search(text, start, near.start) is not None:
        return True
    return governed().search(text, start, near.start) is not None
