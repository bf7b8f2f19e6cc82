"""For whom somebody acts whose post stands without its state: "Portugal signed with Brazil, Defence Minister Vasques said".

What the text says beside a name or a post is read in :mod:`~kordef.mentions.actors.posts`. Here what it implies is
read, the surer sign first: a post that few states have, the ministry that a release is from, whom the sentence is
about, whose bodies it names, where somebody speaks, an office named with its state before, the paragraph, the whole
text, the dateline. Whoever is met, visited or called a counterpart is of another state. Where two signs of one rank
differ nobody is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from attrs import field, frozen

from kordef.mentions.actors.offices import Office, office_of
from kordef.mentions.actors.persons import name_words
from kordef.mentions.actors.posts import posts_in
from kordef.mentions.actors.topics import (
    BODIES,
    NOTHING,
    Topics,
    any_of,
    each_state,
    meeting_places,
    own_body,
    own_noun,
    parties,
    party,
)
from kordef.mentions.passages import Found
from kordef.vocabulary import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kordef.mentions.actors.cast import Cast

__all__ = ["settle_allegiances"]

_PERSON, _STATE = ActorKind.PERSON, ActorKind.STATE

_OF_POST = "The post is one of that state."
_OF_ISSUER = "The minister is one of the state whose ministry the text is from."
_OF_SENTENCE = "The sentence is about that state."
_OF_BODY = "The sentence names a body of that state."
_OF_PLACE = "The person speaks or is met in the capital of that state."
_OF_OFFICE = "The text has named that office with its state before."
_OF_PARAGRAPH = "The paragraph is about that state."
_OF_TEXT = "The text is about that state."
_OF_DATELINE = "The text is from the capital of that state."

_MET = re.compile(
    r"\b(?:met|meets?|meeting|with|hosted|hosts|hosting|received|receives|receiving|welcomed|welcomes|welcoming|greeted|invited|told"
    r"|thanked|congratulated|called|phoned|telephoned|rang|visited|calls?\s+on|call(?:ed|ing)\s+on|(?:speaks?|spoke|talked)\s+to"
    r"|(?:hosted|received|welcomed|greeted)\s+by)\s+(?:up\s+)?(?:with\s+)?(?:the\s+)?\Z"
)
_BETWEEN = re.compile(r"\bbetween\s[^.;]{1,80}?\sand\s+\Z")
_MEETS = re.compile(r"\b(?:met|meets?|talks|spoke)\b")
_GOES_TO = re.compile(
    r"\b(?:visit(?:ed|s|ing)?(?:\s+to)?|arriv(?:ed|es|ing)\s+(?:in|at)|travel(?:led|ed|s|ling|ing)?\s+to|fl(?:ew|ies|ying|own)\s+to"
    r"|went\s+to|moved\s+on\s+to|trip\s+to|tour\s+of|left\s+for|head(?:s|ed|ing)\s+to)\s+(?:the\s+)?(?:[A-Z][a-z]+,\s+)?\Z"
)
_OF_COUNTERPART = re.compile(r"\s(?:[a-z]+\s){0,2}(?:counterparts?|opposite\s+numbers?)\b")
_COUNTERPART_FROM = re.compile(r"\bcounterparts?\s+(?:from|of|in)\s+(?:the\s+)?\Z")
_SAYS = re.compile(
    r"(?:,[^,.;]{1,60},)?\s+(?:also\s+|later\s+)?(?:said|says|(?:told|informed)\s[a-z ]{1,30}"
    r"|announced|confirmed|stated|stressed|added)"
    r"\s+(?:on\s[A-Z][a-z]+\s+)?(?:that\s+)?(?:the\s+)?\Z"
)
_CLAUSE = re.compile(r"\s+[a-z]|,\s+[a-z]")
_REACH = 90
_LONGEST = 1200
_MOST_BEFORE = 12


@frozen
class _Choice:
    """What is asked of one mention: its post, whom it cannot be, and whom it must be one of."""

    person: Found
    post: Office
    barred: frozenset[str]
    among: frozenset[str] = field(default=frozenset[str]())

    def takes(self, found: Found) -> bool:
        key = party(found)
        return (
            key.startswith("state:")
            and key not in self.barred
            and (not self.among or key in self.among)
            and self.post.fits(key.removeprefix("state:"))
        )


Taken = tuple[Found, str]
"""A mention that shows the state, and how."""


def settle_allegiances(cast: Cast) -> None:
    """Give each person with an office of a state, of whom the text does not say it, the state that it implies."""
    persons: dict[tuple[int, str], list[Found]] = {}
    for found in cast.found:
        if found.kind is _PERSON:
            persons.setdefault((found.passage.story, found.key), []).append(found)
    scene: _Scene | None = None
    for (_, name), mentions in persons.items():
        if not any(m.post for m in mentions) or not all(m.acts_for is None or m.inferred for m in mentions):
            continue
        scene = scene or _Scene(cast, [m for own in persons.values() for m in own])
        mentions.sort(key=lambda m: m.start)
        if _of_firm(cast, mentions):
            continue
        taken = scene.settle(name, mentions)
        if taken is not None:
            for mention in mentions:
                mention.acts_for, mention.inferred = party(taken[0]), (taken[1],)
                mention.witness = (taken[0].start, taken[0].end)


def _of_firm(cast: Cast, mentions: Sequence[Found]) -> bool:
    """Whether a post is that of a firm by a short name, which is known only when all of the text has been read."""
    for mention in mentions:
        owner = cast.before(mention.post_span[0], mention.passage.start, any_kind=True) if mention.post_span else None
        if owner is not None and owner.kind is ActorKind.COMPANY:
            for each in mentions:
                each.acts_for, each.inferred = owner.key, ()
                each.witness = (owner.start, owner.end)
            return True
    return False


class _Scene:
    """The states, bodies and persons of a document in order, for questions about a sentence."""

    def __init__(self, cast: Cast, persons: list[Found]) -> None:
        self.cast = cast
        self.text = cast.page.text
        self.persons = sorted(persons, key=lambda p: p.start)
        self.at = [p.start for p in self.persons]
        self.topics = Topics(cast)
        self.offices: dict[str, dict[str, Found]] | None = None
        states = sorted(cast.states, key=lambda f: f.start)
        self.named = each_state(states)
        self.acting = each_state([f for f in states if not f.as_place and f.form != "adjective"])

    def settle(self, name: str, mentions: Sequence[Found]) -> Taken | None:
        """The state of a person with the reason: of the first mention that shows one."""
        barred = self._barred(name, mentions)
        korean = mentions[0].acts_for == "state:KR"
        for mention in mentions:
            post = office_of(mention.post) if mention.post else None
            if post is None:
                continue
            taken = self._decide(_Choice(mention, post, barred))
            if taken is not None:
                # A Korean name is enough for the South; the North has to be what the text is about.
                northern = party(taken[0]) == "state:KP" and "-" not in mention.name
                return taken if not korean or northern else None
        return None

    def _persons_between(self, start: int, end: int) -> list[Found]:
        return self.persons[bisect_left(self.at, start) : bisect_left(self.at, end)]

    # ---- whom somebody cannot be of

    def _barred(self, name: str, mentions: Sequence[Found]) -> frozenset[str]:
        """The states of those whom the person meets or visits, of his counterparts, and Korea unless the name is Korean."""
        barred: set[str] = set()
        if not any(m.inferred for m in mentions) and mentions[0].name.split()[0] not in name_words("korean_surnames"):
            barred |= {"state:KR", "state:KP"}
        for mention in mentions:
            barred |= self._barred_at(name, mention)
        return frozenset(barred)

    def _barred_at(self, name: str, mention: Found) -> set[str]:
        barred: set[str] = set()
        start, end = _around_it(mention)
        text = self.text
        others = [p for p in self._persons_between(start, end) if p.key != name]
        meets = _MEETS.search(text, start, end) is not None
        met = self._is_met(mention) or (mention.post or "").endswith("counterpart")
        for other in others:
            same = other.post and mention.post and other.post.lower().endswith(mention.post.lower().split()[-1])
            if other.acts_for and not other.inferred and (same or meets or met):
                barred.add(other.acts_for)
        if met and not any(p.acts_for and p.start < mention.start for p in others):
            barred |= self.topics.topic(mention.passage, start, end, before=mention.start).keys
        goes = not others or others[0].start > mention.start
        for found in self.topics.between(start, end):
            if found.kind is not _STATE:
                continue
            if goes and not met and _GOES_TO.search(text, max(start, found.start - 40), found.start):
                barred.add(found.key)
            if _OF_COUNTERPART.match(text, found.end, end) or _COUNTERPART_FROM.search(text, start, found.start):
                barred.add(found.key)
            elif (
                meets
                and found.start > mention.end
                and not found.as_place
                and own_noun("officials").match(text, found.end, end)
            ):
                # "met South Korea's defence minister"
                barred.add(found.key)
            elif (
                mention.post_span and found.start - mention.post_span[1] in range(4, 9) and found.start < mention.start
            ):
                # "ambassador to South Korea Grava"
                barred.add(found.key)
        return barred

    def _is_met(self, mention: Found) -> bool:
        """Whether somebody is the other side of the sentence: "met Defence Minister Grava", "with", "told"."""
        start = min(mention.start, (mention.post_span or (mention.start, 0))[0])
        floor = max(mention.passage.sentence(mention.start)[0], start - _REACH)
        return bool(_MET.search(self.text, floor, start) or _BETWEEN.search(self.text, floor, start))

    # ---- the signs in their order

    def _decide(self, choice: _Choice) -> Taken | None:
        post, person = choice.post, choice.person
        if post.few:
            return self._of_few(choice)
        issuer = self.cast.issuer()
        if issuer is not None and "minister" in post.head and choice.takes(issuer):
            return issuer, _OF_ISSUER
        passage = person.passage
        start, end = _around_it(person)
        met = self._is_met(person) or post.head == "counterpart"
        place = self._place(choice, start, end, met=met)
        own = self.topics.topic(passage, start, end, before=person.start)
        if met and len(own.states) == 1:
            own = NOTHING
        taken = tuple(f for f in own.states if choice.takes(f))
        home = self.topics.home(passage.story)
        if own.states and len(own.states) == 1 and taken:
            (subject,) = taken
            if place is None or party(place) == party(subject):
                return self._seller(choice, subject, start, end) if own.sells else (subject, _OF_SENTENCE)
            if own.sells:
                return place, _OF_PLACE
            return (subject, _OF_SENTENCE) if parties(home) == {party(subject)} else None
        if len(own.states) > 1:
            choice = _Choice(person, post, choice.barred, own.keys)
            left = [f for f in own.states if party(f) not in choice.barred]
            if len(left) == 1 and choice.takes(left[0]):
                return left[0], _OF_SENTENCE
        if own.firm and "president" in post.head:
            return None
        if not met and (body := self._body(choice, start, end)) is not None:
            return body, _OF_BODY
        if place is not None and choice.takes(place):
            return place, _OF_PLACE
        if post.head == "counterpart":
            return None
        if not met and (said := self._said_of(choice, end)) is not None:
            return said, _OF_SENTENCE
        return self._around(choice, start, home)

    def _seller(self, choice: _Choice, subject: Found, start: int, end: int) -> Taken | None:
        """Of "Germany has handed over a system to Ukraine": the one of the two that the title is about, else the seller."""
        title = self.topics.title(choice.person.passage.story)
        if not title or parties(title) == {party(subject)}:
            return subject, _OF_SENTENCE
        named = next((f for f in self.topics.between(start, end) if f.key in parties(title) and choice.takes(f)), None)
        return None if named is None or len(title) > 1 else (named, _OF_TEXT)

    def _around(self, choice: _Choice, start: int, home: Sequence[Found]) -> Taken | None:
        """What the paragraph, the heading, the text and the dateline show."""
        passage, post = choice.person.passage, choice.post
        office = None if post.rank else self._office(choice)
        if office is not None and (not home or parties(home) == {party(office)}):
            return office, _OF_OFFICE
        number = bisect_left(passage.sentences, start)
        nearest = passage.sentences[max(0, number - _MOST_BEFORE) : number]
        before = [self.topics.topic(passage, *passage.sentence(at)) for at in nearest]
        if before and before[-1].firm and "president" in post.head:
            return None
        states = each_state([f for t in before for f in t.states])
        if before and before[-1].plans and len(before[-1].states) == 1 and choice.takes(before[-1].states[0]):
            # "Belgium will join. Defence Minister Peeters confirmed this."
            return before[-1].states[0], _OF_PARAGRAPH
        if len(states) > 1:
            choice = _Choice(choice.person, post, choice.barred, frozenset(map(party, states)))
        elif states and not all(t.sells for t in before if t.states):
            return (states[0], _OF_PARAGRAPH) if choice.takes(states[0]) else None
        elif states:
            # "Denmark sold 24 F-16s to Argentina": of whom the title is about
            title = self.topics.title(passage.story)
            if len(title) == 1 and not post.rank and choice.takes(title[0]):
                return title[0], _OF_TEXT
            return None
        above = self.topics.heading(passage)
        if len(above) == 1 and not post.rank and choice.takes(above[0]):
            return above[0], _OF_PARAGRAPH
        if post.rank:
            return None
        if home:
            # Of two that a text is about, the other one is meant where one is barred, or has no such office.
            left = [f for f in home if (choice.takes(f) if post.rare else party(f) not in choice.barred)]
            if len(left) == 1:
                return (left[0], _OF_TEXT) if choice.takes(left[0]) else None
            if left:
                choice = _Choice(choice.person, post, choice.barred, frozenset(map(party, left)))
        line = self.topics.capital_of_dateline(passage) if not home or len(choice.among) > 1 else None
        only = None if any(party(f) not in choice.barred for f in home) else self._only(choice)
        if line is not None and choice.takes(line):
            return (line, _OF_DATELINE) if only is None or party(only) == party(line) else None
        return None if only is None else (only, _OF_TEXT)

    def _only(self, choice: _Choice) -> Found | None:
        """The only state but the barred ones that a text speaks of, if no firm may have the post."""
        if "president" in choice.post.head and self.cast.has_firms:
            return None
        person = choice.person
        end = _around_it(person)[1]
        named = [
            f
            for f in self.acting
            if f.passage.story == person.passage.story
            and f.key not in choice.barred
            # "criticised Germany"
            and (not person.end <= f.start < end or self.text.endswith((" to ", " for "), person.end, f.start))
        ]
        return named[0] if len(named) == 1 and choice.takes(named[0]) else None

    def _of_few(self, choice: _Choice) -> Taken | None:
        """A post that few states have: of the one of them that the text is about, or names; else of the first."""
        few = choice.post.few
        person = choice.person
        span = person.post_span or (person.start, person.end)
        if len(few) > 1:
            bare = _Choice(person, Office("secretary"), choice.barred, frozenset(f"state:{code}" for code in few))
            taken = self._decide(bare)
            if taken is not None:
                return taken
            named = [f for f in self.named if bare.takes(f)]
            if len(named) == 1:
                return named[0], _OF_POST
        first = next(iter(few), "")
        state = self.cast.lexicon.codes.get(first)
        if state is None or f"state:{first}" in choice.barred:
            return None
        key = f"state:{state.code}"
        sign = Found(
            start=span[0], end=span[1], passage=person.passage, key=key, kind=_STATE, name=state.name, code=state.code
        )
        return sign, _OF_POST

    def _place(self, choice: _Choice, start: int, end: int, *, met: bool) -> Found | None:
        """The capital where somebody speaks, or the state where a visitor meets him; nothing at gatherings of many."""
        if any_of("words", "gatherings").search(self.text, start, end):
            return None
        for found in self.topics.between(start, end):
            if found.kind is not _STATE or not choice.takes(found) or choice.person.passage.in_dateline(found.start):
                continue
            written = self.text[found.start : found.end]
            if found.form == "capital" and found.as_place and written not in meeting_places():
                if self.text.endswith((" in ", "\nin ", "In "), start, found.start) or met:
                    return found
            elif (
                self.text.startswith("In ", start) and found.start == start + 3 and _CLAUSE.match(self.text, found.end)
            ) or (met and _GOES_TO.search(self.text, max(start, found.start - 40), found.start)):
                return found
        return None

    def _body(self, choice: _Choice, start: int, end: int) -> Found | None:
        """The one state whose bodies a sentence names."""
        bodies = [
            f
            for f in self.topics.between(start, end)
            if (f.kind in BODIES and f.acts_for and not f.inferred)
            or (f.kind is _STATE and own_body().match(self.text, f.end, end))
        ]
        unique = each_state(bodies)
        return unique[0] if len(unique) == 1 and choice.takes(unique[0]) else None

    def _said_of(self, choice: _Choice, end: int) -> Found | None:
        """The state whose plans somebody tells: "Defence Minister Grava said Latvia would buy"."""
        person = choice.person
        for found in self.topics.between(person.end, min(end, person.end + _REACH)):
            if found.kind is _STATE and _SAYS.match(self.text, person.end, found.start) and choice.takes(found):
                ahead = self.text[found.end : min(end, found.end + 40)]
                return found if any_of("verbs", "plans", whole=False).search(ahead) else None
        return None

    def _office(self, choice: _Choice) -> Found | None:
        """The state of an office that the text has named before without its holder: "Latvia's defence minister will visit"."""
        if self.offices is None:
            self.offices = {}
            for title, owner in self._offices():
                self.offices.setdefault(title, {}).setdefault(owner.key, owner)
        named = self.offices.get((choice.person.post or "").lower(), {})
        states = [f for f in named.values() if f.start < choice.person.start]
        return states[0] if len(states) == 1 and choice.takes(states[0]) else None

    def _offices(self) -> Iterator[tuple[str, Found]]:
        held = {p.post_span[0] for p in self.persons if p.post_span}
        for passage in self.cast.page.passages:
            for post in posts_in(self.cast, passage):
                owner = None if post.start in held or post.plural else self.cast.before(post.start, passage.start)
                if owner is not None and owner.kind is _STATE:
                    yield post.text.lower(), owner


def _around_it(mention: Found) -> tuple[int, int]:
    """The sentence of a mention, of an endless one the part around it."""
    start, end = mention.passage.sentence(mention.start)
    return max(start, mention.start - _LONGEST), min(end, mention.end + _LONGEST)
