"""Whom a sentence, a title and a text are about: the states of their subjects, as far as names and what is beside them show."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from attrs import frozen

from kordef.document import BlockKind
from kordef.mentions.word_files import read_words_of
from kordef.vocabulary import ActorKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kordef.mentions.actors.cast import Cast
    from kordef.mentions.passages import Found, Passage

__all__ = [
    "BODIES",
    "NOTHING",
    "Topic",
    "Topics",
    "any_of",
    "each_state",
    "governed",
    "meeting_places",
    "own_body",
    "own_noun",
    "parties",
    "party",
]

_PERSON, _STATE, _COMPANY = ActorKind.PERSON, ActorKind.STATE, ActorKind.COMPANY
BODIES = (ActorKind.GOVERNMENT_BODY, ActorKind.MILITARY_UNIT)
"""Through which a state acts."""

_JOINER = re.compile(r"\s*(?:,|,?\s*(?:and|or|&))\s*(?:the\s+)?")
_REACH = 90
_FEWEST_LEADS = 3
_MOST_ATTRIBUTES = 3
_MARK = re.compile(r"[,;:–—“”\"]|\s-\s|\s--\s")


def _listed(table: str, key: str) -> str:
    return "|".join(word.replace(" ", r"\s") for word in read_words_of("allegiances")[table][key])


@cache
def any_of(table: str, key: str, *, whole: bool = True) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_listed(table, key)})" + (r"\b" if whole else ""), re.IGNORECASE)


@cache
def _openers() -> frozenset[str]:
    words = read_words_of("allegiances")["words"]
    return frozenset([*words["prepositions"], *words["openers"]])


@cache
def governed() -> re.Pattern[str]:
    """A preposition that governs what begins at the end."""
    return re.compile(rf"\b(?i:{_listed('words', 'prepositions')})\s+(?:the\s+)?(?:[a-z]+\s+)?\Z")


@cache
def own_noun(key: str = "own") -> re.Pattern[str]:
    """Who speaks or acts for a state whose name ends at the beginning; ``key`` is the list of such nouns."""
    return re.compile(rf"-led\b|(?:'s?)?\s+(?:[A-Za-z-]+\s+){{0,3}}?(?:{_listed('words', key)})\b", re.IGNORECASE)


@cache
def own_body() -> re.Pattern[str]:
    """A body of a state whose name ends at the beginning: "the Greek parliament"."""
    return re.compile(rf"(?:'s?)?\s+(?:{_listed('words', 'bodies')})\b", re.IGNORECASE)


@frozen
class Topic:
    """Whom a sentence is about: the states of its subject.

    ``sells`` is set where it tells of what they deliver to others, ``plans`` of their own plans, ``firm`` where a firm is meant.
    """

    states: tuple[Found, ...] = ()
    sells: bool = False
    plans: bool = False
    firm: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """The states that are named or acted for."""
        return frozenset(party(found) for found in self.states)


NOTHING = Topic()


def party(found: Found) -> str:
    """The state that a mention names or acts for; "" for neither."""
    return found.key if found.kind is _STATE else found.acts_for or ""


class Topics:
    """The states and bodies of a document, or of one passage (``within``), in order, for questions about a sentence."""

    def __init__(self, cast: Cast, *, within: Passage | None = None) -> None:
        self.cast = cast
        self.text = cast.page.text
        found = cast.found if within is None else _of_passage(cast, within)
        self._found = sorted((f for f in found if f.kind is not _PERSON), key=lambda f: (f.start, -f.end))
        self._starts = [f.start for f in self._found]
        self._topics: dict[tuple[int, int], Topic] = {}
        self._homes: dict[int, tuple[Found, ...]] = {}
        self._stories: dict[int, list[Passage]] = {}
        for passage in cast.page.passages if within is None else ():
            self._stories.setdefault(passage.story, []).append(passage)
        self._headings: dict[int, Passage] | None = None
        self._titles: dict[int, tuple[Found, ...]] = {}

    def between(self, start: int, end: int) -> list[Found]:
        """All but persons that begin between two offsets."""
        return self._found[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def topic(self, passage: Passage, start: int, end: int, *, before: int | None = None) -> Topic:
        """The states that the sentence between two offsets is about, as far as they stand before a position."""
        known = self._topics.get((start, end))
        if known is None:
            known = self._topics[start, end] = self._topic(passage, start, end)
        if before is not None and known.states and known.states[0].start > before:
            return NOTHING
        return known

    def _topic(self, passage: Passage, start: int, end: int) -> Topic:
        states: list[Found] = []
        firm = False
        skipped = previous = start
        for found in self.between(start, end):
            if passage.in_dateline(found.start):
                continue
            joined = _JOINER.fullmatch(self.text, previous, found.start) is not None
            if (states or firm) and not joined:
                break
            if joined and skipped == previous and not states and previous > start:
                previous = skipped = found.end
                continue
            previous = found.end
            if governed().search(self.text, max(start, found.start - 40), found.start) or found.as_place:
                skipped = found.end
            elif found.kind is _COMPANY and not states:
                firm = True
            elif self._acts(found, end) and (states or firm or self._leads(found, start)):
                states.append(found)
        if not states:
            return Topic(firm=firm)
        ahead = self.text[states[-1].end : min(end, states[-1].end + 60)].split(",")[0]
        sells, plans = (any_of("verbs", kind, whole=False).search(ahead) is not None for kind in ("sells", "plans"))
        return Topic(tuple(states), sells=sells, plans=plans and not sells)

    def _leads(self, found: Found, start: int) -> bool:
        """Whether nothing in front of a mention may be the subject: not the Ukraine of "the Czechs brought Ukraine shells"."""
        ahead = self.text[max(start, found.start - _REACH) : found.start]
        words = _MARK.split(ahead)[-1].split()
        small = [word for word in words if word[:1].islower()]
        if not words or not small or words[0].lower() in _openers():
            return True
        return words[0].lower() in ("the", "a", "an", "its") and len(words) <= _MOST_ATTRIBUTES

    def _acts(self, found: Found, end: int) -> bool:
        """Whether a mention is of a state that acts itself, or through its government, its forces, its minister."""
        text = self.text
        if found.kind in BODIES:
            return found.acts_for is not None and not found.inferred
        if found.kind is not _STATE:
            return False
        if found.form == "adjective":
            return own_noun().match(text, found.end, end) is not None
        if text.startswith(("'s", "'"), found.end):
            owned = next((f for f in self.between(found.end, found.end + 40) if f.kind is _COMPANY), None)
            return owned is None
        return True

    def title(self, story: int) -> tuple[Found, ...]:
        """The states that the title of a story is about."""
        if story not in self._titles:
            titles = (p for p in self._stories.get(story, ()) if p.kind is BlockKind.TITLE)
            title = next(titles, None)
            self._titles[story] = () if title is None else self.topic(title, title.start, title.end).states
        return self._titles[story]

    def heading(self, passage: Passage) -> tuple[Found, ...]:
        """The states that the heading over a passage names."""
        if self._headings is None:
            self._headings = {}
            above: Passage | None = None
            for each in self.cast.page.passages:
                if each.kind is BlockKind.HEADING:
                    above = each
                elif above is not None and above.story == each.story:
                    self._headings[each.start] = above
        found = self._headings.get(passage.start)
        if found is None:
            return ()
        return tuple(each_state([f for f in self.between(found.start, found.end) if f.kind is _STATE]))

    def home(self, story: int) -> tuple[Found, ...]:
        """The states that a story is about, by its title and its first sentence that is about one."""
        if story not in self._homes:
            lead: tuple[Found, ...] = ()
            seen = 0
            for passage in self._stories.get(story, ()):
                if passage.cell is not None or passage.kind is BlockKind.TITLE:
                    continue
                for at in passage.sentences:
                    lead = lead or self.topic(passage, *passage.sentence(at)).states
                seen += len(passage.sentences)
                if lead or seen >= _FEWEST_LEADS:
                    break
            self._homes[story] = tuple(each_state([*self.title(story), *lead]))
        return self._homes[story]

    def capital_of_dateline(self, passage: Passage, *, at_home: bool = False) -> Found | None:
        """The state of the capital that a text is from, unless its agency is at home there (all the same with ``at_home``)."""
        start, end = passage.dateline
        line = self.between(start, end) if end else []
        capital = next((f for f in line if f.kind is _STATE and f.form in ("capital", "place")), None)
        if capital is None or self.text[capital.start : capital.end] in meeting_places():
            return None
        if at_home:
            return capital
        near = self.between(start, end + _REACH)
        agency = next((f for f in near if f.kind is ActorKind.MEDIA and ":x:" not in f.key), None)
        if agency is None:
            return capital
        seat = self.cast.lexicon.catalogue.organisation(agency.key.removeprefix("organisation:")).state
        return None if seat == capital.code else capital


def _of_passage(cast: Cast, passage: Passage) -> list[Found]:
    """What has been found in a passage, as far as it has been read."""
    first = cast.firsts.get(passage.start, len(cast.found))
    return list(takewhile(lambda f: f.passage is passage, islice(cast.found, first, None)))


@cache
def meeting_places() -> frozenset[str]:
    """Nouns for places where states meet."""
    return frozenset(read_words_of("allegiances")["words"]["meeting_places"])


def each_state(states: Sequence[Found]) -> list[Found]:
    """The first mention of each state."""
    first: dict[str, Found] = {}
    for found in states:
        first.setdefault(party(found), found)
    return list(first.values())


def parties(states: Sequence[Found]) -> set[str]:
    """The states that mentions name or act for."""
    return {party(found) for found in states}
