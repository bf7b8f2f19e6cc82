"""Frames: which verbs and nouns speak of a kind of fact, and which place in the sentence holds which role.

A frame is data (``builders/data/*.toml``)::

    [[frame]]
    id = "buy"
    verbs = ["buy", "take delivery of", "sign up for"]   # the first word is inflected
    nouns = ["purchase", "acquisition of"]
    roles = { subject = "recipient", object = "items", from = "supplier", for = "value" }
    noun_roles = { owner = "recipient", of = "items", from = "supplier", by = "recipient" }
    stage = "signed"                                     # whatever else a builder asks of its frames
    examples = [{ text = "Poland bought 180 K2 tanks from South Korea.", recipient = "PL", supplier = "KR" }]

The places of a verb are ``subject``, ``object`` and the prepositions after it; a passive ("were bought by Poland") puts
the object in front and the subject behind "by". The places of a noun are ``owner`` ("Poland's purchase", "the Polish
purchase"), ``modifier`` ("the K9 purchase", "the $6 billion deal"), ``behind`` (what follows it without a preposition) and its
prepositions. Behind an infinitive that says what for ("to replace") the place is ``purpose``. :func:`find` only says which
tokens stand in which place; builders decide what they make of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import define, field

from kordef.builders.grammar.clauses import CONTROL, PREPOSITIONS, Clauses, clauses_of, names_agent
from kordef.builders.grammar.frame_places import (
    Places,
    noun_begin,
    noun_places,
    reach_of,
    subject_begin,
    verb_places,
)
from kordef.builders.grammar.loose_verbs import acts_like_verb
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.grammar.triggers import Frame, Frames, Step, VerbTrigger, load
from kordef.builders.grammar.verbs import Inflection, VerbGroup, grammar
from kordef.builders.grammar.word_classes import COORDINATORS, MENTIONS
from kordef.builders.once import lazy
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, ValueMention, WeaponMention
from kordef.vocabulary import Modality

__all__ = ["Frame", "Frames", "Match", "find", "in_roles", "load", "verbs_at"]

_BEHIND_REDUCED = PREPOSITIONS | COORDINATORS


@define(kw_only=True, slots=False)
class Match:
    """A frame found in a sentence: the trigger is tokens ``start`` to ``end`` (exclusive).

    ``places`` has the tokens in each place of the sentence, in order; ``roles`` the same by role of the frame.
    """

    frame: Frame
    line: Line
    start: int
    end: int
    noun: bool
    group: VerbGroup
    reduced: bool = False
    """A bare participle behind its noun: "howitzers sold to Norway"."""
    trigger: VerbTrigger | None = None
    """The verb that was found; a ``bare`` match was found otherwise, and has no places."""
    bare: bool = False
    answers: dict[Any, Any] = field(factory=dict[Any, Any], init=False, eq=False, repr=False)
    """What :func:`~kordef.builders.once.once` has worked out about it."""

    @lazy
    def places(self) -> Places:
        """What stands in the places of the frame: subject, object and what each preposition governs."""
        if self.bare:
            return {}
        clauses = clauses_of(self.line)
        if self.trigger is None:
            return noun_places(clauses, self.start, self.end, over="over" in self.frame.noun_roles)
        return _around_verb(clauses, self.trigger, self)

    @lazy
    def begin(self) -> int:
        """Where what belongs to the trigger begins: the first token of the verb's subject, of the noun's owner and modifiers."""
        if self.trigger is None:
            return 0 if self.bare else noun_begin(clauses_of(self.line), self.start)
        return subject_begin(clauses_of(self.line), self.group.start, self.reduced)

    @lazy
    def reach(self) -> int:
        """Where what the trigger governs ends (exclusive)."""
        return 0 if self.bare else reach_of(clauses_of(self.line), self.end, noun=self.noun)

    @property
    def roles(self) -> dict[str, tuple[Token, ...]]:
        """The tokens of each role; places that the frame gives no role are left out."""
        return in_roles(self.places, self.frame.noun_roles if self.noun else self.frame.roles)


def in_roles(places: Places, table: Mapping[str, str]) -> dict[str, tuple[Token, ...]]:
    """The tokens of each role, by a table of the roles that places hold; the others are left out."""
    out: dict[str, tuple[Token, ...]] = {}
    for place, tokens in places.items():
        role = table.get(place)
        if role and tokens:
            out[role] = (*out.get(role, ()), *tokens)
    return out


def find(line: Line, frames: Frames) -> Iterator[Match]:
    """All frames whose triggers stand in a sentence, in its order; a word is the trigger of one frame at most."""
    if frames.words.isdisjoint(line.words):
        return
    clauses = clauses_of(line)
    verbs, nouns = frames.verb_forms, frames.noun_forms
    reached, long = 0, False
    places, counts = line.places_of(frames.words), line.counts
    for at in sorted([*places, *counts]) if counts else places:
        if at < reached and not (long and _in_relative(line.tokens, at)):
            continue
        match = None
        word = line.tokens[at].text
        if at in counts:
            match = _noun_at(line, clauses, frames, at)
        else:
            if word in verbs and not line.texts.isdisjoint(frames.needs.get(word, line.texts)):
                match = next(verbs_at(line, clauses, frames, at), None)
            if match is None and word in nouns:
                match = _noun_at(line, clauses, frames, at)
        if match is not None:
            yield match
            reached = max(reached, match.end)
            long = match.trigger is not None and "…" in match.trigger.rest


def _in_relative(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb between the words of a trigger has a subject of its own: "replaced the guns it had given Kyiv with"."""
    before = [t.text for t in tokens[max(0, at - 3) : at]]
    while before and before[-1] in ("had", "has", "have", "was", "were", "been"):
        before.pop()
    return bool(before) and before[-1] in ("it", "they", "which", "that")


def verbs_at(line: Line, clauses: Clauses, frames: Frames, at: int) -> Iterator[Match]:
    """The frames whose verb stands at a position of a sentence, those of longer triggers first."""
    tokens, texts = line.tokens, line.texts
    group: VerbGroup | None = None
    for trigger in frames.triggers_in(tokens[at].text, texts):
        if trigger.steps and texts.isdisjoint(trigger.steps[0].forms):
            continue
        end = _end_of(tokens, at + 1, trigger.steps)
        if end is None or (trigger.frame.settings.get("before_actor") and not _actor_behind(tokens, end)):
            continue
        if group is None:
            group = _controlled(clauses, _reported(clauses, clauses.group(at)))
        frame, inflection = trigger.frame, trigger.inflection
        if frame.settings.get("finite") and _is_to_come(tokens, at):
            continue
        if tokens[at].text == "led" and at and tokens[at - 1].text == "-" and tokens[at - 1].end == tokens[at].start:
            continue  # "the Danish-led exercise" leads nothing
        verbal = clauses.tags[at] or _is_verb(tokens, at, inflection, group)
        if not (verbal or (frame.settings.get("loose") and acts_like_verb(tokens, at, inflection))) or _is_name(
            line, at
        ):
            continue
        retained = _retains(line, clauses, frame, at, inflection)
        reduced = retained or (
            inflection.form in ("past", "participle")
            and not group.passive
            and (clauses.tags[at] == "reduced" or (not clauses.tags[at] and _is_reduced(tokens, at, end, group)))
            and not _is_headline(line, at)
        )
        yield Match(
            frame=frame, line=line, start=at, end=end, noun=False, group=group, reduced=reduced, trigger=trigger
        )


def _around_verb(clauses: Clauses, trigger: VerbTrigger, match: Match) -> Places:
    tokens, group, end, reduced = clauses.tokens, match.group, match.end, match.reduced
    over = "over" in trigger.frame.roles
    places = verb_places(clauses, group.start, end, group.passive or reduced, reduced, over=over)
    long = "…" in trigger.rest
    if trigger.frame.settings.get("before_actor") or trigger.frame.settings.get("split"):
        # what stands behind "built … for" is whom it is for
        objects = places.pop("object", ())
        places[trigger.rest[-1]] = tuple(t for t in objects if t.start >= tokens[end - 1].end)
        places["object"] = tuple(t for t in objects if t.start < tokens[end - 1].end)
    for position, token in _gap(tokens, match.start + 1, end):
        doer = long and tokens[position - 1].text == "by"
        place = "subject" if doer else "object" if long else "owner" if token.kind == "actor" else "modifier"
        places[place] = (*places.get(place, ()), token)
    return places


def _is_to_come(tokens: Sequence[Token], at: int) -> bool:
    """Whether an infinitive says what some goods are to do: "with four more to follow"."""
    return at > 1 and tokens[at - 1].text == "to" and (tokens[at - 2].kind in MENTIONS or tokens[at - 2].text in _REST)


_REST = frozenset(["more", "others", "rest", "remainder", "are", "were", "due"])


def _is_name(line: Line, at: int) -> bool:
    """Whether a capital in the middle of running text makes a word part of a name ("Pitch Black")."""
    tokens = line.tokens
    if (
        not tokens[at].capital
        or at == 0
        or line.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION)
    ):
        return False
    return tokens[at - 1].kind != "mark" and not (tokens[at - 1].capital and tokens[at - 1].kind == "word" and at > 2)


def _reported(clauses: Clauses, group: VerbGroup) -> VerbGroup:
    """ "The minister said that 54 tanks would be bought" reports a plan and sets no condition."""
    if group.modality is not Modality.CONDITIONAL:
        return group
    speaker = clauses.verb_before(group.start)
    if speaker is None or not clauses.speaks(speaker):
        return group
    return VerbGroup(group.start, group.aspect, Modality.PLANNED, group.passive, group.negated)


def _controlled(clauses: Clauses, group: VerbGroup) -> VerbGroup:
    """ "Poland urged South Korea to send tanks": what is only asked of somebody, or permitted, has not happened."""
    control = clauses.controlled(group.start)
    if control is None or control[1] not in CONTROL:
        return group
    return VerbGroup(group.start, "future", Modality(CONTROL[control[1]]), group.passive, group.negated)


def _gap(tokens: Sequence[Token], low: int, high: int) -> Iterator[tuple[int, Token]]:
    """The mentions between the words of a trigger ("signed a $2 billion contract"), with their positions."""
    return ((n, tokens[n]) for n in range(low, high) if tokens[n].kind in MENTIONS and tokens[n].kind != "date")


def _retains(line: Line, clauses: Clauses, frame: Frame, at: int, inflection: Inflection) -> bool:
    """Whether a bare participle behind an actor keeps its object: "Ukraine, promised 24 launchers by Germany, had got nine"."""
    tokens = line.tokens
    if (
        inflection.form not in ("past", "participle")
        or frame.roles.get("object") != "goods_or_recipient"
        or not 2 <= at < len(tokens) - 2
        or tokens[at - 1].text != ","
        or tokens[at - 2].kind != "actor"
        or tokens[at + 1].kind not in ("value", "weapon")
    ):
        return False
    closing = next((n for n in range(at + 2, len(tokens) - 1) if tokens[n].text in (",", ";")), None)
    return closing is not None and any(v.start == closing + 1 and v.kind == "finite" for v in clauses.verbs)


def _actor_behind(tokens: Sequence[Token], at: int) -> bool:
    """Whether a state, body or firm stands at a position, its determiner skipped: "... for the Royal Navy"."""
    while at < len(tokens) and tokens[at].text in ("the", "its", "neighbouring", "neighboring"):
        at += 1
    return at < len(tokens) and tokens[at].kind == "actor"


def _is_headline(line: Line, at: int) -> bool:
    """Whether a bare participle in a title stands for a passive with its agent unsaid; the thing is in front either way."""
    return line.kind in (BlockKind.TITLE, BlockKind.HEADING) and at > 0 and line.tokens[at - 1].kind == "actor"


def _end_of(tokens: Sequence[Token], at: int, steps: Sequence[Step]) -> int | None:
    """Where a trigger's further words end; ``None`` where one is missing."""
    for step in steps:
        if step.far:
            found = _far(tokens, at, step.forms[0])
            if found is None:
                return None
            at = found + 1
            continue
        if step.behind:
            while at < len(tokens) and (tokens[at].kind == "date" or _before_date(tokens, at)):
                at += 1
        for position in range(at, min(at + step.gap + 1, len(tokens))):
            token = tokens[position]
            if token.text in step.forms and token.kind == "word":
                at = position + 1
                break
            if token.text in _STOPS:
                return None
        else:
            return None
    return at


_STOPS = PREPOSITIONS | {";", ":"}
"""What ends the search for a trigger's further word."""


def _far(tokens: Sequence[Token], at: int, word: str) -> int | None:
    """Where a word of a trigger stands behind its object, at most fourteen tokens on and in the same clause."""
    if at < len(tokens) and tokens[at].text == word:
        # "competing for a requirement for 12 bridges" has no object in between
        return None
    for position in range(at, min(at + 15, len(tokens))):
        text = tokens[position].text
        if text == word:
            return position
        joins = (
            text == "and" and tokens[position - 1].kind == tokens[min(position + 1, len(tokens) - 1)].kind == "actor"
        )
        if text in (";", ":", "which", "that", "and", "but") and not joins:
            return None
    return None


def _before_date(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].text in ("on", "in") and at + 1 < len(tokens) and tokens[at + 1].kind == "date"


def _is_verb(tokens: Sequence[Token], at: int, inflection: Inflection, group: VerbGroup) -> bool:
    """Whether a word that is not in the list of common verbs is a verb here: "visit" and "offers" are nouns as well."""
    before = tokens[at - 1] if at else None
    if before is None and inflection.form in ("base", "third"):
        return False
    if inflection.form in ("base", "third") and before is not None:
        acts = isinstance(before.mention, ActorMention) and before.mention.form != "adjective"
        if inflection.form == "base":
            if isinstance(before.mention, WeaponMention) and (before.mention.plural or before.text == "aircraft"):
                # "the aircraft go to the base", but not "the K2 tanks order"
                return at + 1 < len(tokens) and tokens[at + 1].text in ("to", "into")
            if before.text in ("and", "or") and at + 1 < len(tokens) and tokens[at + 1].text == "of":
                return False  # "the joint development and purchase of the KF-21"
            if before.text in ("to", "and", "or", "not", "n't", "also") or group.start < at:
                return True
            if before.text.endswith("s") and names_agent(before) and at + 1 < len(tokens):
                # "their defence ministers meet in Oslo", but "the ministers visit plan"
                after = tokens[at + 1]
                return after.kind in ("actor", "date") or after.text in PREPOSITIONS or after.text in _BEHIND_MEET
            if before.text in _TROOPS and at + 1 < len(tokens):
                return tokens[at + 1].text in PREPOSITIONS  # "Irish soldiers serve in Lebanon"
            if isinstance(value := before.mention, ValueMention) and value.kind in ("count", "persons"):
                # "a further 132 serve with UNDOF", but "a $920 million contract with Romania"
                return at + 1 < len(tokens) and tokens[at + 1].text == "with"
            return acts or before.text in ("we", "they", "who", "which")
        return (
            acts
            or (isinstance(before.mention, WeaponMention) and tokens[at].text in grammar().certain)
            or before.text in ("it", "he", "she", "which", "who", "that", "and", "also", ")")
            or (before.text == "," and at + 1 < len(tokens) and tokens[at + 1].text == "with")
            or (before.text == "," and at > 1 and tokens[at - 2].text == "strong")  # "the unit, 280 strong, serves"
            or names_agent(before)
        )
    if inflection.form in ("past", "participle", "ing") and before is not None and before.text in _BEFORE_NOUNS:
        return False
    if inflection.form in ("past", "participle") and before is not None and before.text in PREPOSITIONS:
        # "the market for exported howitzers"
        return False
    return not (inflection.form == "base" and before is None)


_TROOPS = frozenset(
    "soldiers troops sailors marines peacekeepers airmen paratroopers instructors frigates warships".split()
)
"""Plural forces that do what a plain verb in front of a preposition says."""
_BEHIND_MEET = frozenset(["the", "a", "an", "their", "every", "once", "twice", "annually", "regularly", "again"])
"""Words behind a plural verb: "the ministers meet every year"."""
_BEFORE_NOUNS = frozenset(["the", "a", "an", "its", "their", "’s", "'s"])


def _is_reduced(tokens: Sequence[Token], at: int, end: int, group: VerbGroup) -> bool:
    """A bare participle behind a thing, with no object of its own: "the contract signed in Seoul"."""
    if group.start < at or at == 0:
        return False
    before = tokens[at - 1]
    after = tokens[end] if end < len(tokens) else None
    nothing_follows = after is None or after.kind in ("date", "mark") or after.text in _BEHIND_REDUCED
    return (
        nothing_follows
        and before.kind != "actor"
        and before.text not in ("it", "he", "she", "they", "who", "which", "that", ",", "and")
    )


def _noun_at(line: Line, clauses: Clauses, frames: Frames, at: int) -> Match | None:
    tokens = line.tokens
    counted = line.counts.get(at)
    entries = _counted_entries(frames, counted) if counted else frames.noun_forms.get(tokens[at].text, ())
    for frame, rest in entries:
        end = at + 1 + len(rest)
        if rest and tuple([t.text for t in tokens[at + 1 : end]]) != rest:
            continue
        return Match(frame=frame, line=line, start=at, end=end, noun=True, group=clauses.group(at))
    return None


def _counted_entries(frames: Frames, noun: Sequence[str]) -> Iterator[tuple[Frame, tuple[str, ...]]]:
    """The frames of a noun that is one token with its number ("three framework agreements"), the longest first."""
    for length in (3, 2, 1):
        if len(noun) >= length:
            first, *rest = noun[-length:]
            yield from ((frame, ()) for frame, known in frames.noun_forms.get(first, ()) if list(known) == rest)
