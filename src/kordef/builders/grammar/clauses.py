"""Where the clauses of a sentence begin and end, as far as frames need it: its verbs, what they govern and what does them.

There is no parser here. Verbs are told from nouns and adjectives by their forms and neighbours, and a clause ends where a
coordinator is followed by a verb with a subject of its own. What is wrong once in a while costs a field, not a crash.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrs import evolve

from kordef.builders.grammar.sharing_verbs import adverbial_before, after_coordinator, is_contrasted, shares_passive
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.grammar.untrue import untrue_places
from kordef.builders.grammar.verb_tags import Verb, verb_tags, verbs_of
from kordef.builders.grammar.verbs import VerbGroup, grammar, group_before
from kordef.builders.grammar.word_classes import (
    BE,
    BUYERS,
    CHOICE,
    CLAUSE_WORDS,
    CONTROL,
    DETERMINERS,
    FULL_STOPS,
    MENTIONS,
    NOMINATIVE,
    NON_FINITE,
    PREPOSITIONS,
    RELATIVES,
    SAYING,
    SPEECH,
    SUBORDINATING,
    names_agent,
)
from kordef.builders.once import lazy, once
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind

__all__ = [
    "CLAUSE_WORDS",
    "CONTROL",
    "DETERMINERS",
    "PREPOSITIONS",
    "RELATIVES",
    "SUBORDINATING",
    "Clauses",
    "Verb",
    "clauses_of",
    "names_agent",
]


class Clauses:
    """The verbs of a sentence, and with them the reach of each predicate."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._groups: dict[int, VerbGroup] = {}
        self._subjects: dict[int, tuple[int, int, str]] = {}
        self._openings: dict[int, bool] = {}
        self._limits: dict[tuple[int, bool], int] = {}

    @lazy
    def tags(self) -> list[str]:
        """For each token "" or what sort of verb form it is: aux, main, finite, reduced, infinitive, gerund."""
        return verb_tags(self.tokens)

    @lazy
    def verbs(self) -> tuple[Verb, ...]:
        """The verbs in order; an auxiliary without a verb behind it stands for itself ("is worth")."""
        return tuple(verbs_of(self.tokens, self.tags))

    @lazy
    def finite(self) -> list[bool]:
        """For each token whether it is a finite verb or begins the group of one."""
        tokens = self.tokens
        return [
            tag == "finite"
            or (tag == "aux" and tokens[at].text not in NON_FINITE and (at == 0 or tokens[at - 1].text != "to"))
            for at, tag in enumerate(self.tags)
        ]

    @lazy
    def _finite_verbs(self) -> tuple[list[int], list[Verb]]:
        """The positions of the heads of the finite verbs, and these."""
        verbs = [v for v in self.verbs if v.kind == "finite"]
        return [v.head for v in verbs], verbs

    @lazy
    def _verbs_by_place(self) -> dict[int, Verb]:
        return {at: verb for verb in reversed(self.verbs) for at in range(verb.start, verb.head + 1)}

    def verb_at(self, at: int) -> Verb | None:
        """The verb whose group a position lies in."""
        return self._verbs_by_place.get(at)

    def group(self, at: int) -> VerbGroup:
        """The verb group that ends with the verb at a position."""
        if (known := self._groups.get(at)) is None:
            known = group_before(self.tokens, at)
            if known.start == at and self.tags[at] == "finite" and shares_passive(self.tokens, at):
                earlier = self.verb_left(at)
                if (
                    earlier is not None
                    and self.tags[earlier.head] == "main"
                    and (one := self.group(earlier.head)).passive
                ):
                    known = evolve(one, start=at)
            self._groups[at] = known
            known.negated = known.negated or any(at in stretch for stretch in self.untrue)
        return known

    @lazy
    def untrue(self) -> tuple[range, ...]:
        """The stretches that somebody says are not so; no verb or noun in them tells of a fact."""
        return untrue_places(self.tokens, self.finite)

    def right_limit(self, end: int, *, noun: bool = False) -> int:
        """The position where what a predicate governs must end, looking right from its own end.

        A noun's reach goes over the verb that it is the subject of ("the contract was signed with").
        """
        if (known := self._limits.get((end, noun))) is None:
            known = self._limits[end, noun] = self._limit_of(end, noun=noun)
        return known

    def _limit_of(self, end: int, *, noun: bool) -> int:
        tokens, tags, finite = self.tokens, self.tags, self.finite
        depth = 0
        for at in self._joints[bisect_left(self._joints, end) :]:
            token = tokens[at]
            text = token.text
            if token.kind == "mark":
                depth += (text == "(") - (text == ")")
                if depth < 0:
                    # what stands in brackets governs nothing outside
                    return at
                if text in FULL_STOPS and not self._in_name(at):
                    return at
                if text == "," and self._opens_clause(at) and not (noun and finite[min(at + 1, len(tokens) - 1)]):
                    return at
            elif token.kind == "word":
                if text in CLAUSE_WORDS and text not in PREPOSITIONS and at > end:
                    before = tokens[at - 1].text
                    if not (text == "that" and before in PREPOSITIONS) and not (
                        text == "so" and tags[at : at + 1] == [""]
                    ):
                        return at
                if (
                    text in ("and", "or")
                    and at > end
                    and self._opens_clause(at)
                    and not (noun and self._is_first_verb(at))
                ):
                    return at
                if at > end and finite[at]:
                    if not noun:
                        return self._phrase_start(at, end)
                    if not self._is_passive(at):
                        return at
        return len(tokens)

    @lazy
    def _joints(self) -> list[int]:
        """The positions of marks, coordinators, clause words and finite verbs: where clauses may end."""
        finite = self.finite
        return [
            at
            for at, token in enumerate(self.tokens)
            if token.kind == "mark" or (token.kind == "word" and (finite[at] or token.text in _JOINTS))
        ]

    @lazy
    def governing(self) -> list[int]:
        """The positions of mentions, prepositions and verbs of speech: what stands in a place, and what opens one."""
        return [
            at
            for at, token in enumerate(self.tokens)
            if token.kind in MENTIONS or (token.text in _GOVERNING and token.kind == "word")
        ]

    @lazy
    def speech(self) -> list[int]:
        """The positions of verbs of speech, behind which nothing is governed by what stands before them."""
        return [at for at in self.governing if self.tokens[at].text in _SPEECH and self.tokens[at].kind == "word"]

    def _is_first_verb(self, at: int) -> bool:
        """Whether no finite verb stands before a coordinator, so that it joins subjects: "sales to Poland and Egypt followed"."""
        return True not in self.finite[:at]

    def _is_passive(self, at: int) -> bool:
        """Whether the verb group at a position has a form of "be": "was signed", "is for"."""
        verb = self.verb_at(at)
        if verb is None:
            return False
        return any(t.text in BE for t in self.tokens[verb.start : verb.head + 1])

    def _opens_clause(self, at: int) -> bool:
        """Whether a verb with or without a subject of its own follows a coordinator or comma."""
        known = self._openings.get(at)
        if known is None:
            known = self._openings[at] = self._has_verb_behind(at)
        return known

    def _has_verb_behind(self, at: int) -> bool:
        tokens, tags = self.tokens, self.tags
        position = at + 1
        if position < len(tokens) and tokens[position].text in ("and", "but", "or"):
            position += 1
        limit = min(position + 9, len(tokens))
        first = position
        governed = False
        while position < limit:
            token = tokens[position]
            if governed and token.text in SPEECH:
                return True
            if not governed and self.finite[position]:
                return True
            if tags[position] or token.text in ("(", ")", "“", "”", '"'):
                return False
            if token.kind == "mark" and token.text not in ("’", "-", "."):
                # ", and Albania, which took three"
                following = tokens[position + 1].text if position + 1 < len(tokens) else ""
                return token.text == "," and following in ("which", "who") and tokens[position - 1].kind == "actor"
            if token.kind == "date" and position == first:
                position += 1
                first = position
                continue
            if token.text in PREPOSITIONS and token.text != "of":
                if position != first and position + 1 < limit and tokens[position + 1].kind == "date":
                    # "and Estonia in January pledged"
                    position += 2
                    continue
                if position != first:
                    # "people familiar with the talks said"
                    governed = True
                    position += 1
                    continue
                # "and in 2023 Japan ordered", "and earlier this month it sent"
                position += 2
                first = position
                continue
            if token.text in ("and", "or"):
                return False
            position += 1
        return False

    def _phrase_start(self, at: int, low: int) -> int:
        """Where the noun phrase begins that ends before a position: behind the last comma, coordinator or preposition."""
        position = at
        while position > low:
            before = self.tokens[position - 1]
            if before.kind == "mark" and before.text not in ("’", "-", "."):
                return position - 1
            if before.text in ("and", "or", "but") or before.text in CLAUSE_WORDS:
                return position - 1
            if before.text in PREPOSITIONS and before.text != "of":
                return at
            position -= 1
        return at

    def verb_left(self, at: int) -> Verb | None:
        """The verb of any kind whose group ends last before a position."""
        before = bisect_left(self._heads, at)
        return self.verbs[before - 1] if before else None

    @lazy
    def _heads(self) -> list[int]:
        return [v.head for v in self.verbs]

    def verb_before(self, at: int) -> Verb | None:
        """The last finite verb whose head stands left of a position."""
        heads, verbs = self._finite_verbs
        position = bisect_left(heads, at)
        return verbs[position - 1] if position else None

    def subject_span(self, start: int) -> tuple[int, int, str]:
        """Where the subject of the verb group at a position stands, as (from, to, how).

        ``how`` is "own" for a phrase before the verb, "antecedent" where a relative pronoun stands for what is left of it,
        and "shared" where the verb is coordinated with an earlier one and has that one's subject.
        """
        known = self._subjects.get(start)
        if known is None:
            known = self._subjects[start] = self._subject_of(start)
        return known

    def _subject_of(self, start: int) -> tuple[int, int, str]:
        tokens = self.tokens
        if start > 1 and tokens[start - 1].text in NOMINATIVE and tokens[start - 2].text in SUBORDINATING:
            # "its main source of arms since it donated"
            return start - 1, start, "own"
        if (named := self._promised(start)) is not None:
            return named, named + 1, "own"
        at = start - adverbial_before(tokens, start)
        seen = 0
        while at > 0 and seen < 8:
            before = tokens[at - 1]
            if before.text in ("and", "but", "or", "then") or (
                before.text == "," and at >= 2 and tokens[at - 2].kind != "date"
            ):
                earlier = self.verb_before(at - 1)
                if at == start and before.text == "," and self._acts_in_time(at - 2):
                    return at - 2, at - 1, "own"  # "signed hours before the minister, Tore Sandvik, received"
                if before.text == "," and earlier is not None and self._in_relative(earlier):
                    break
                if earlier is not None and self._connected(earlier, at - 1):
                    low, high, how = self.subject_span(earlier.start) if earlier.start < start else (0, 0, "own")
                    return low, high, "shared" if how == "own" else how
                at -= 1
                seen += 1
                continue
            break
        begin = limit = start
        position = start - 1
        while position >= 0:
            token = tokens[position]
            if token.kind == "mark" and token.text in FULL_STOPS and not self._in_name(position):
                break
            if token.kind == "value" and position < start - 1 and token.text.endswith(" which"):
                # "two of which it ordered"
                break
            if token.kind == "word":
                if token.text in RELATIVES and (position == start - 1 or self._only_adverbs(position + 1, start)):
                    return self._antecedent(position), position, "antecedent"
                if token.text in CLAUSE_WORDS and token.text not in ("after", "before", "since"):
                    skipped = self._relative_start(position, start)
                    if skipped is None:
                        break
                    position = begin = skipped
                    continue
                if self.finite[position]:
                    opened = self._relative_before(position)
                    if opened is not None and tokens[start - 1].text == ",":
                        # "an executive, who asked not to be named, told"
                        begin, limit = opened - 1, opened - 1
                        position = opened - 2
                        continue
                    named = self._named_before(position, start)
                    if named is not None:
                        begin, limit = named, named
                        position = named - 1
                        continue
                    return after_coordinator(tokens, position, limit), start, "own"
            begin = position
            position -= 1
        return self._behind_gerund(begin, start), start, "own"

    def _behind_gerund(self, begin: int, start: int) -> int:
        """Where a subject begins behind what a preposition and a gerund say: "By buying 12 jets from Airbus, Kuwait has"."""
        tokens = self.tokens
        if begin or start < 4 or tokens[0].text not in PREPOSITIONS | SUBORDINATING:
            return begin
        if self.tags[1] != "gerund":
            # "Under pressure from Washington, Manila cancelled", "At the request of Kyiv, Poland bought"
            comma = next((n for n in range(2, min(start - 1, 9)) if tokens[n].text == ","), None)
            parted = comma is not None and tokens[1].kind == "word" and tokens[comma + 1].kind == "actor"
            return comma + 1 if comma is not None and parted else begin
        return 1 + next((n for n in range(start - 2, 1, -1) if tokens[n].text == ","), begin - 1)

    def _promised(self, start: int) -> int | None:
        """Where the actor stands that a participle between commas says was given things: "Kyiv, promised 24, had got nine"."""
        tokens = self.tokens
        if start < 4 or tokens[start - 1].text != ",":
            return None
        given = next((v for v in reversed(self.verbs) if v.head < start), None)
        if given is None or given.head < 2 or given.start != given.head:
            return None
        at = given.head
        behind = tokens[at + 1].kind in ("value", "weapon")
        return at - 2 if behind and tokens[at - 1].text == "," and tokens[at - 2].kind == "actor" else None

    def _acts_in_time(self, at: int) -> bool:
        """Whether a person is the subject of a clause of time that a comma closes: "before Norway's minister, Tore Sandvik,"."""
        mention = self.tokens[at].mention
        if not isinstance(mention, ActorMention) or mention.kind is not ActorKind.PERSON or at == 0:
            return False
        return self.tokens[at - 1].text in ("before", "after", "when", "as", "while", "until", "once")

    def controlled(self, at: int) -> tuple[int, str] | None:
        """Whoever is to do what an infinitive says, and the verb that says so: "Poland urged South Korea to send".

        The first is the position of the actor, the second the form of the verb, one of :data:`CONTROL` or :data:`CHOICE`;
        ``None`` where the infinitive is the main subject's own ("Poland promised South Korea to buy").
        """
        tokens = self.tokens
        if at < 3 or tokens[at - 1].text != "to":
            return None
        actor = at - 2
        while actor > at - 5 and tokens[actor].kind == "word" and not self.tags[actor]:
            actor -= 1
        if tokens[actor].kind != "actor" and at > 3 and tokens[at - 2].text in BUYERS:
            # "the bill that allows the army to buy"
            actor = at - 2
        elif tokens[actor].kind != "actor" or actor < 1:
            return None
        verb = actor - 1
        while verb > 0 and (
            tokens[verb].text in DETERMINERS or tokens[verb].text in ("on", "upon") or tokens[verb].kind == "actor"
        ):
            verb -= 1
        text = tokens[verb].text
        return (actor, text) if text in CONTROL or text in CHOICE else None

    def speaks(self, verb: Verb) -> bool:
        """Whether a verb reports what its subject says of itself ("said", "announced that it")."""
        return self.tokens[verb.head].text in SPEECH

    def _in_name(self, at: int) -> bool:
        """Whether a dash joins two names of one body ("General Dynamics European Land Systems – Santa Barbara Sistemas")."""
        tokens = self.tokens
        return (
            tokens[at].text in ("—", "–")
            and 0 < at < len(tokens) - 1
            and tokens[at + 1].kind == "actor"
            and (tokens[at - 1].kind == "actor" or tokens[at - 1].capital)
        )

    def _connected(self, verb: Verb, at: int) -> bool:
        return not any(t.text in (";", ":", "—") for t in self.tokens[verb.head : at])

    def _in_relative(self, verb: Verb) -> bool:
        """Whether a verb stands in a relative clause that a comma opened: "Lithuania, whose citizens raised 5 million,"."""
        return self._relative_before(verb.start) is not None

    def _relative_before(self, at: int) -> int | None:
        """Where the relative pronoun behind a comma stands that the verb at a position belongs to."""
        for position in range(at - 1, max(at - 8, 0), -1):
            text = self.tokens[position].text
            if text in ("which", "who", "whose", "whom"):
                opened = position - (self.tokens[position - 1].text in PREPOSITIONS)  # "with which Lithuania signed"
                return opened if self.tokens[opened - 1].text == "," else None
            if self.tags[position] or text in (",", ";"):
                return None
        return None

    def _named_before(self, verb: int, start: int) -> int | None:
        """Where a clause without commas begins that only says which goods are meant: "the guns that Denmark bought were sent".

        ``verb`` is the finite verb in it, ``start`` the one behind it, which has the goods for its subject.
        """
        tokens = self.tokens
        if any(t.kind == "mark" or t.text in ("and", "but", "or") for t in tokens[verb + 1 : start]):
            return None
        at = verb - 1
        while at > 0 and tokens[at].kind == "word" and (self.tags[at] == "aux" or tokens[at].text in grammar().adverbs):
            at -= 1
        if at < 2 or tokens[at].kind != "actor":
            return None
        while at > 1 and (tokens[at - 1].kind == "actor" or tokens[at - 1].text in ("the", "'s", "’s")):
            at -= 1
        at -= tokens[at - 1].text in ("that", "which")
        return at if at > 0 and tokens[at - 1].kind == "weapon" else None

    def _only_adverbs(self, low: int, high: int) -> bool:
        adverbs = grammar().adverbs
        return all(t.kind == "word" and (t.text in adverbs or t.text.endswith("ly")) for t in self.tokens[low:high])

    def _antecedent(self, at: int) -> int:
        """Where to look for what a relative pronoun stands for: up to the mention before it."""
        position = at - 1
        while position >= 0 and (
            self.tokens[position].kind not in ("actor", "weapon", "value")
            or (position > 1 and is_contrasted(self.tokens, position))
        ):
            position -= 1
        return max(position, 0)

    def _relative_start(self, at: int, end: int) -> int | None:
        """The position before a relative clause that a comma closes again before ``end`` ("Norway, which borders Russia,")."""
        tokens = self.tokens
        if tokens[at].text not in ("which", "who", "whose", "where", "while", "although"):
            return None
        if at > 0 and tokens[at - 1].text == "," and any(t.text == "," for t in tokens[at:end]):
            return at - 2
        return None


_JOINTS = CLAUSE_WORDS | {"and", "or"}
_GOVERNING = PREPOSITIONS | SAYING
_SPEECH = SAYING - PREPOSITIONS


@once
def clauses_of(line: Line) -> Clauses:
    """The clauses of a sentence."""
    return Clauses(line.tokens)
