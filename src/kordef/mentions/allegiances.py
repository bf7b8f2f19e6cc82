"""For whom somebody acts whose post stands without its state: "Portugal signed with Brazil, Defence Minister Vasques said".

What the text says beside a name or a post is read in :mod:`kordef.mentions.posts`. Here what it implies is read, the surer sign
first: a post that few states have, the ministry that a release is from, whom the sentence is about, whose bodies it names,
where somebody speaks, an office named with its state before, the paragraph, the whole text, the dateline. Whoever is met, visited or
called a counterpart is of another state. Where two signs of one rank differ nobody is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from attrs import field, frozen

from kordef.document import BlockKind
from kordef.mentions.names import Use
from kordef.mentions.word_files import read_words_of
from kordef.vocabulary import ActorKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kordef.mentions.cast import Cast
    from kordef.mentions.passages import Found, Passage

__all__ = ["settle_allegiances"]

_PERSON, _STATE, _COMPANY = ActorKind.PERSON, ActorKind.STATE, ActorKind.COMPANY
_BODIES = (ActorKind.GOVERNMENT_BODY, ActorKind.MILITARY_UNIT)

_OF_POST = "The post is one of that state."
_OF_ISSUER = "The minister is one of the state whose ministry the text is from."
_OF_SENTENCE = "The sentence is about that state."
_OF_BODY = "The sentence names a body of that state."
_OF_PLACE = "The person speaks or is met in the capital of that state."
_OF_OFFICE = "The text has named that office with its state before."
_OF_PARAGRAPH = "The paragraph is about that state."
_OF_TEXT = "The text is about that state."
_OF_DATELINE = "The text is from the capital of that state."

_COMPLEMENT = re.compile(r"\s(?:of|for|to|at|in|from)\s")
_JOINER = re.compile(r"\s*(?:,|,?\s*(?:and|or|&))\s*(?:the\s+)?")
_MET = re.compile(
    r"\b(?:met|meets?|meeting|with|hosted|hosts|hosting|received|receives|receiving|welcomed|welcomes|welcoming|greeted|invited|told"
    r"|thanked|congratulated|called|phoned|visited)\s+(?:up\s+)?(?:with\s+)?(?:the\s+)?\Z"
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
    r"(?:,[^,.;]{1,60},)?\s+(?:also\s+|later\s+)?(?:said|says|told\s[a-z ]{1,30}|announced|confirmed|stated|stressed|added)\s+(?:on\s[A-Z][a-z]+\s+)?(?:that\s+)?(?:the\s+)?\Z"
)
_CLAUSE = re.compile(r"\s+[a-z]|,\s+[a-z]")
_REACH = 90
_FEWEST_LEADS = 3


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_words_of("allegiances")[key])


@cache
def _any(table: str, key: str, *, whole: bool = True) -> re.Pattern[str]:
    listed = "|".join(word.replace(" ", r"\s") for word in read_words_of("allegiances")[table][key])
    return re.compile(rf"\b(?:{listed})" + (r"\b" if whole else ""), re.IGNORECASE)


@cache
def _governed() -> re.Pattern[str]:
    listed = "|".join(read_words_of("allegiances")["words"]["prepositions"])
    return re.compile(rf"\b(?i:{listed})\s+(?:the\s+)?(?:[a-z]+\s+)?\Z")


@cache
def _own_noun() -> re.Pattern[str]:
    listed = "|".join(word.replace(" ", r"\s") for word in read_words_of("allegiances")["words"]["own"])
    return re.compile(rf"(?:'s?)?\s+(?:[A-Za-z-]+\s+){{0,3}}?(?:{listed})\b", re.IGNORECASE)


@frozen
class _Post:
    """What an office is, as far as it tells a state: its head, the states that have it, and whether it is a mere rank."""

    head: str
    few: tuple[str, ...] = ()
    rank: bool = False

    def fits(self, code: str) -> bool:
        """Whether a state has such an office."""
        words = read_words_of("allegiances")
        return code in words["only"].get(self.head, (code,)) and code not in words["never"].get(self.head, ())


def _post_of(title: str) -> _Post | None:
    """The office that a title names, None for one that tells no state: a firm's, an expert's, a form of address."""
    words = read_words_of("allegiances")
    for ending, few in words["few"].items():
        if title.endswith(ending):
            return _Post(ending.lower(), tuple(few))
    plain = _COMPLEMENT.split(title.lower())[0].replace("-", " ").split()
    if plain and plain[-1] in ("counterpart", "counterparts"):
        return _Post("counterpart")
    if not plain or not _words("of_firms").isdisjoint(plain):
        return None
    head = plain[-1] if plain[-1] in _words("of_states") | _words("ranks") else plain[-1].removesuffix("s")
    if "prime minister" in " ".join(plain):
        head = "prime minister"
    elif head not in _words("of_states"):
        return _Post(head, rank=True) if head in _words("ranks") else None
    return _Post(head)


@frozen
class _Topic:
    """Whom a sentence is about: the states of its subject; ``sells`` where it is of what the state delivers to others."""

    states: tuple[Found, ...] = ()
    sells: bool = False
    firm: bool = False

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(_key(found) for found in self.states)


_NOTHING = _Topic()


def _key(found: Found) -> str:
    return found.key if found.kind is _STATE else found.acts_for or ""


@frozen
class _Choice:
    """What is asked of one mention: its post, whom it cannot be, and whom it must be one of."""

    person: Found
    post: _Post
    barred: frozenset[str]
    among: frozenset[str] = field(default=frozenset[str]())

    def takes(self, found: Found) -> bool:
        key = _key(found)
        return (
            key.startswith("state:")
            and key not in self.barred
            and (not self.among or key in self.among)
            and self.post.fits(key.removeprefix("state:"))
        )


Taken = tuple["Found", str]


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
        found, reason = scene.settle(name, mentions)
        if found is not None:
            for mention in mentions:
                mention.acts_for, mention.inferred = _key(found) or found.acts_for, (reason,)
                mention.witness = (found.start, found.end)


class _Scene:
    """The states, bodies and persons of a document in order, for questions about a sentence."""

    def __init__(self, cast: Cast, persons: list[Found]) -> None:
        self.cast = cast
        self.text = cast.page.text
        self.found = sorted((f for f in cast.found if f.kind is not _PERSON), key=lambda f: (f.start, -f.end))
        self.starts = [f.start for f in self.found]
        self.persons = sorted(persons, key=lambda p: p.start)
        self.at = [p.start for p in self.persons]
        self.topics: dict[tuple[int, int], _Topic] = {}
        self.homes: dict[int, tuple[Found, ...]] = {}
        self.named_offices: list[tuple[int, str, Found]] | None = None

    def settle(self, name: str, mentions: Sequence[Found]) -> tuple[Found | None, str]:
        """The state of a person with the reason: of the first mention that shows one."""
        barred = self._barred(name, mentions)
        korean = mentions[0].acts_for == "state:KR"
        for mention in mentions:
            post = _post_of(mention.post) if mention.post else None
            if post is None:
                continue
            taken = self._decide(_Choice(mention, post, barred))
            if taken is not None:
                # A Korean name is enough for the South; the North has to be what the text is about.
                northern = _key(taken[0]) == "state:KP" and "-" not in mention.name
                return taken if not korean or northern else (None, "")
        return None, ""

    def _between(self, start: int, end: int) -> list[Found]:
        return self.found[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _persons_between(self, start: int, end: int) -> list[Found]:
        return self.persons[bisect_left(self.at, start) : bisect_left(self.at, end)]

    # ---- whom somebody cannot be of

    def _barred(self, name: str, mentions: Sequence[Found]) -> frozenset[str]:
        """The states of those whom the person meets or visits, of his counterparts, and Korea unless the name is Korean."""
        barred: set[str] = set()
        surnames = read_words_of("persons")["korean_surnames"].split()
        if not any(m.inferred for m in mentions) and mentions[0].name.split()[0] not in surnames:
            barred |= {"state:KR", "state:KP"}
        for mention in mentions:
            barred |= self._barred_at(name, mention)
        return frozenset(barred)

    def _barred_at(self, name: str, mention: Found) -> set[str]:
        barred: set[str] = set()
        start, end = mention.passage.sentence(mention.start)
        text = self.text
        others = [p for p in self._persons_between(start, end) if p.key != name]
        meets = _MEETS.search(text, start, end) is not None
        for other in others:
            same = other.post and mention.post and other.post.lower().endswith(mention.post.lower().split()[-1])
            if other.acts_for and not other.inferred and (same or meets or self._is_met(mention)):
                barred.add(other.acts_for)
        if self._is_met(mention) or (mention.post or "").endswith("counterpart"):
            barred |= self.topic(mention.passage, start, end, before=mention.start).keys
        goes = not others or others[0].start > mention.start
        for found in self._between(start, end):
            if found.kind is not _STATE:
                continue
            if goes and _GOES_TO.search(text, max(start, found.start - 40), found.start) and not self._is_met(mention):
                barred.add(found.key)
            elif _OF_COUNTERPART.match(text, found.end, end) or _COUNTERPART_FROM.search(text, start, found.start):
                barred.add(found.key)
            elif meets and found.start > mention.end and not found.as_place and _own_noun().match(text, found.end, end):
                # "met South Korea's defence minister"
                barred.add(found.key)
            elif mention.post_span and found.start - mention.post_span[1] in range(4, 9) and found.start < mention.start:
                # "ambassador to South Korea Grava"
                barred.add(found.key)
        return barred

    def _is_met(self, mention: Found) -> bool:
        """Whether somebody is the other side of the sentence: "met Defence Minister Grava", "with", "told"."""
        start = min(mention.start, (mention.post_span or (mention.start, 0))[0])
        floor = max(mention.passage.sentence(mention.start)[0], start - _REACH)
        return bool(_MET.search(self.text, floor, start) or _BETWEEN.search(self.text, floor, start))

    # ---- whom a sentence is about

    def topic(self, passage: Passage, start: int, end: int, *, before: int | None = None) -> _Topic:
        """The states that the sentence between two offsets is about, as far as they stand before a position."""
        known = self.topics.get((start, end))
        if known is None:
            known = self.topics[start, end] = self._topic(passage, start, end)
        if before is not None and known.states and known.states[0].start > before:
            return _NOTHING
        return known

    def _topic(self, passage: Passage, start: int, end: int) -> _Topic:
        states: list[Found] = []
        skipped = previous = start
        for found in self._between(start, end):
            if passage.in_dateline(found.start):
                continue
            joined = _JOINER.fullmatch(self.text, previous, found.start) is not None
            if states and not joined:
                break
            if joined and skipped == previous and not states and previous > start:
                previous = skipped = found.end
                continue
            previous = found.end
            if _governed().search(self.text, max(start, found.start - 40), found.start) or found.as_place:
                skipped = found.end
            elif found.kind is _COMPANY and not states:
                return _Topic(firm=True)
            elif self._acts(found, end):
                states.append(found)
        if not states:
            return _NOTHING
        ahead = self.text[states[-1].end : min(end, states[-1].end + 60)]
        ahead = ahead.split(",")[0]
        return _Topic(tuple(states), sells=_any("verbs", "sells", whole=False).search(ahead) is not None)

    def _acts(self, found: Found, end: int) -> bool:
        """Whether a mention is of a state that acts itself, or through its government, its forces, its minister."""
        text = self.text
        if found.kind in _BODIES:
            return found.acts_for is not None and not found.inferred
        if found.kind is not _STATE:
            return False
        if found.form == "adjective":
            return _own_noun().match(text, found.end, end) is not None
        if text.startswith(("'s", "'"), found.end):
            owned = next((f for f in self._between(found.end, found.end + 40) if f.kind is _COMPANY), None)
            return owned is None
        return True

    # ---- the signs in their order

    def _decide(self, choice: _Choice) -> Taken | None:
        post, person = choice.post, choice.person
        if post.few:
            return self._of_few(choice)
        issuer = self.cast.issuer()
        if issuer is not None and "minister" in post.head and choice.takes(issuer):
            return issuer, _OF_ISSUER
        passage = person.passage
        start, end = passage.sentence(person.start)
        met = self._is_met(person) or post.head == "counterpart"
        place = self._place(choice, start, end, met=met)
        own = _NOTHING if met else self.topic(passage, start, end, before=person.start)
        taken = tuple(f for f in own.states if choice.takes(f))
        home = self.home(passage.story)
        if own.states and len(own.states) == 1 and taken:
            (subject,) = taken
            if place is None or _key(place) == _key(subject):
                return (subject, _OF_SENTENCE) if not own.sells or not home or _key(subject) in _keys(home) else None
            if own.sells:
                return place, _OF_PLACE
            return (subject, _OF_SENTENCE) if _keys(home) == {_key(subject)} else None
        if len(own.states) > 1:
            choice = _Choice(person, post, choice.barred, own.keys)
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

    def _around(self, choice: _Choice, start: int, home: Sequence[Found]) -> Taken | None:
        """What the paragraph, the heading, the text and the dateline show."""
        passage, post = choice.person.passage, choice.post
        office = None if post.rank else self._office(choice)
        if office is not None and (not home or _keys(home) == {_key(office)}):
            return office, _OF_OFFICE
        before = [self.topic(passage, s, e) for s, e in _sentences(passage) if s < start]
        if before and before[-1].firm and "president" in post.head:
            return None
        states = _unique([f for t in before if not t.sells for f in t.states]) or _unique(
            [f for t in before for f in t.states]
        )
        if len(states) > 1:
            choice = _Choice(choice.person, post, choice.barred, frozenset(map(_key, states)))
        elif states:
            return (states[0], _OF_PARAGRAPH) if choice.takes(states[0]) else None
        if post.rank:
            return None
        if home:
            # Of two that a text is about, the other one is meant where one is barred.
            left = [f for f in home if _key(f) not in choice.barred]
            return (left[0], _OF_TEXT) if len(left) == 1 and choice.takes(left[0]) else None
        line = self._dateline(passage)
        return (line, _OF_DATELINE) if line is not None and choice.takes(line) else None

    def _of_few(self, choice: _Choice) -> Taken | None:
        """A post that few states have: of the one of them that the text is about, or names; else of the first."""
        few = choice.post.few
        person = choice.person
        span = person.post_span or (person.start, person.end)
        if len(few) > 1:
            bare = _Choice(person, _Post("secretary"), choice.barred, frozenset(f"state:{code}" for code in few))
            taken = self._decide(bare)
            if taken is not None:
                return taken
            named = _unique([f for f in self.cast.states if bare.takes(f)])
            if len(named) == 1:
                return named[0], _OF_POST
        state = self.cast.lexicon.codes.get(few[0])
        if state is None or f"state:{few[0]}" in choice.barred:
            return None
        from kordef.mentions.passages import Found

        key = f"state:{state.code}"
        sign = Found(
            start=span[0], end=span[1], passage=person.passage, key=key, kind=_STATE, name=state.name, code=state.code
        )
        return sign, _OF_POST

    def _place(self, choice: _Choice, start: int, end: int, *, met: bool) -> Found | None:
        """The capital where somebody speaks, or the state where a visitor meets him; nothing at gatherings of many."""
        if _any("words", "gatherings").search(self.text, start, end):
            return None
        for found in self._between(start, end):
            if found.kind is not _STATE or not choice.takes(found) or choice.person.passage.in_dateline(found.start):
                continue
            written = self.text[found.start : found.end]
            if found.form == "capital" and found.as_place and written not in read_words_of("allegiances")["words"]["meeting_places"]:
                if self.text.endswith((" in ", "\nin ", "In "), start, found.start) or met:
                    return found
            elif self.text.startswith("In ", start) and found.start == start + 3 and _CLAUSE.match(self.text, found.end):
                return found
            elif met and _GOES_TO.search(self.text, max(start, found.start - 40), found.start):
                return found
        return None

    def _body(self, choice: _Choice, start: int, end: int) -> Found | None:
        """The one state whose bodies a sentence names."""
        bodies = [f for f in self._between(start, end) if f.kind in _BODIES and f.acts_for and not f.inferred]
        unique = _unique(bodies)
        return unique[0] if len(unique) == 1 and choice.takes(unique[0]) else None

    def _said_of(self, choice: _Choice, end: int) -> Found | None:
        """The state whose plans somebody tells: "Defence Minister Grava said Latvia would buy"."""
        person = choice.person
        for found in self._between(person.end, min(end, person.end + _REACH)):
            if found.kind is _STATE and _SAYS.match(self.text, person.end, found.start) and choice.takes(found):
                ahead = self.text[found.end : min(end, found.end + 40)]
                return found if _any("verbs", "plans", whole=False).search(ahead) else None
        return None

    def _office(self, choice: _Choice) -> Found | None:
        """The state of an office that the text has named before without its holder: "Latvia's defence minister will visit"."""
        if self.named_offices is None:
            self.named_offices = list(self._offices())
        title = (choice.person.post or "").lower()
        states = _unique([f for at, t, f in self.named_offices if at < choice.person.start and t == title])
        return states[0] if len(states) == 1 and choice.takes(states[0]) else None

    def _offices(self) -> Iterator[tuple[int, str, Found]]:
        from kordef.mentions.posts import posts_in

        held = {p.post_span[0] for p in self.persons if p.post_span}
        for passage in self.cast.page.passages:
            if not passage.uses & Use.POST:
                continue
            for post in posts_in(self.cast, passage):
                if post.start in held or post.plural:
                    continue
                owner = self.cast.before(post.start, passage.start)
                if owner is not None and owner.kind is _STATE:
                    yield post.start, post.text.lower(), owner

    def home(self, story: int) -> tuple[Found, ...]:
        """The states that a story is about, by its title and its first sentence that is about one."""
        if story not in self.homes:
            title = _NOTHING
            lead = _NOTHING
            seen = 0
            for passage in self.cast.page.passages:
                if passage.story != story or passage.cell is not None:
                    continue
                if passage.kind is BlockKind.TITLE:
                    title = title if title.states else self.topic(passage, passage.start, passage.end)
                    continue
                for start, end in _sentences(passage):
                    seen += 1
                    lead = self.topic(passage, start, end)
                    if lead.states or seen >= _FEWEST_LEADS:
                        break
                if lead.states or seen >= _FEWEST_LEADS:
                    break
            self.homes[story] = tuple(_unique([*title.states, *lead.states]))
        return self.homes[story]

    def _dateline(self, passage: Passage) -> Found | None:
        """The state of the capital that a text is from, unless its agency is at home there."""
        start, end = passage.dateline
        line = self._between(start, end) if end else []
        capital = next((f for f in line if f.kind is _STATE and f.form in ("capital", "place")), None)
        if capital is None or self.text[capital.start : capital.end] in _meeting_places():
            return None
        near = self._between(start, end + _REACH)
        agency = next((f for f in near if f.kind is ActorKind.MEDIA and ":x:" not in f.key), None)
        if agency is None:
            return capital
        seat = self.cast.lexicon.catalogue.organisation(agency.key.removeprefix("organisation:")).state
        return None if seat == capital.code else capital


@cache
def _meeting_places() -> frozenset[str]:
    return frozenset(read_words_of("allegiances")["words"]["meeting_places"])


def _sentences(passage: Passage) -> Iterator[tuple[int, int]]:
    ends = (*passage.sentences[1:], passage.end)
    return zip(passage.sentences, ends, strict=True)


def _unique(states: Sequence[Found]) -> list[Found]:
    """The first mention of each state."""
    first: dict[str, Found] = {}
    for found in states:
        first.setdefault(_key(found), found)
    return list(first.values())


def _keys(states: Sequence[Found]) -> set[str]:
    return {_key(found) for found in states}
