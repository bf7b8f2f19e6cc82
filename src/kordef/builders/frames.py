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
purchase"), ``modifier`` ("the K9 purchase", "the $6 billion deal") and its prepositions. :func:`find` only says which
tokens stand in which place; builders decide what they make of them.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import field, frozen

from kordef.builders.tokens import Line, Token
from kordef.builders.verbs import Inflection, VerbGroup, group_before, inflections
from kordef.errors import CatalogueError

__all__ = ["Frame", "Frames", "Match", "find", "load"]

PREPOSITIONS = frozenset(
    [
        "to",
        "from",
        "with",
        "for",
        "by",
        "of",
        "on",
        "in",
        "at",
        "under",
        "worth",
        "between",
        "against",
        "over",
        "via",
        "through",
        "into",
        "towards",
        "toward",
        "about",
        "after",
        "before",
        "during",
        "until",
        "since",
        "among",
        "including",
        "alongside",
        "near",
        "off",
        "within",
        "without",
        "around",
        "across",
        "per",
        "as",
        "than",
    ]
)
_CLAUSE_WORDS = frozenset(
    [
        "which",
        "who",
        "that",
        "whose",
        "while",
        "when",
        "whereas",
        "although",
        "though",
        "because",
        "if",
        "unless",
        "where",
        "after",
        "before",
        "but",
    ]
)
_COORDINATORS = frozenset(["and", "or", "&", "plus", ","])
_MENTIONS = frozenset(["actor", "weapon", "value", "date"])


@frozen(kw_only=True)
class Frame:
    """One frame; ``settings`` are the keys that only its builder understands ("stage", "kind", ...)."""

    id: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    roles: Mapping[str, str] = field(factory=dict)
    noun_roles: Mapping[str, str] = field(factory=dict)
    settings: Mapping[str, Any] = field(factory=dict)
    examples: tuple[Mapping[str, Any], ...] = ()


@frozen(kw_only=True)
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
    places: Mapping[str, tuple[Token, ...]] = field(factory=dict)

    @property
    def roles(self) -> dict[str, tuple[Token, ...]]:
        """The tokens of each role; places that the frame gives no role are left out."""
        table = self.frame.noun_roles if self.noun else self.frame.roles
        out: dict[str, tuple[Token, ...]] = {}
        for place, tokens in self.places.items():
            role = table.get(place)
            if role and tokens:
                out[role] = (*out.get(role, ()), *tokens)
        return out


@frozen(kw_only=True)
class Frames:
    """The frames of one builder with their triggers, ready for :func:`find`."""

    frames: tuple[Frame, ...]
    verb_forms: Mapping[str, tuple[tuple[Frame, tuple[str, ...], Inflection], ...]]
    noun_forms: Mapping[str, tuple[tuple[Frame, tuple[str, ...]], ...]]

    @property
    def words(self) -> frozenset[str]:
        """The first words of all triggers: a sentence with none of them has no match."""
        return frozenset(self.verb_forms) | frozenset(self.noun_forms)


@cache
def load(name: str) -> Frames:
    """The frames of ``builders/data/{name}.toml``."""
    raw = tomllib.loads(files("kordef.builders").joinpath("data", f"{name}.toml").read_text("utf-8"))
    frames = tuple(_frame(entry, name) for entry in raw["frame"])
    verb_forms: dict[str, list[tuple[Frame, tuple[str, ...], Inflection]]] = {}
    noun_forms: dict[str, list[tuple[Frame, tuple[str, ...]]]] = {}
    for frame in frames:
        for phrase in frame.verbs:
            lemma, *rest = phrase.split()
            for word, known in inflections([lemma]).items():
                for inflection in known:
                    verb_forms.setdefault(word, []).append((frame, tuple(rest), inflection))
        for phrase in frame.nouns:
            first, *rest = phrase.split()
            plural = _plural(rest[-1] if rest else first)
            for last in dict.fromkeys([rest[-1] if rest else first, plural]):
                words = (first, *rest[:-1], last) if rest else (last,)
                noun_forms.setdefault(words[0], []).append((frame, words[1:]))
    # longer triggers first, so that "take delivery of" wins over "take"
    return Frames(
        frames=frames,
        verb_forms={w: tuple(sorted(v, key=lambda x: -len(x[1]))) for w, v in verb_forms.items()},
        noun_forms={w: tuple(sorted(v, key=lambda x: -len(x[1]))) for w, v in noun_forms.items()},
    )


def _frame(entry: dict[str, Any], name: str) -> Frame:
    known = {"id", "verbs", "nouns", "roles", "noun_roles", "examples"}
    if not entry.get("id") or not (entry.get("verbs") or entry.get("nouns")):
        raise CatalogueError(f"{name}.toml: a frame needs an id and verbs or nouns, found {sorted(entry)}")
    return Frame(
        id=entry["id"],
        verbs=tuple(entry.get("verbs", ())),
        nouns=tuple(entry.get("nouns", ())),
        roles=entry.get("roles", {}),
        noun_roles=entry.get("noun_roles", {}),
        settings={k: v for k, v in entry.items() if k not in known},
        examples=tuple(entry.get("examples", ())),
    )


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")


def find(line: Line, frames: Frames) -> Iterator[Match]:
    """All frames whose triggers stand in a sentence, in its order; a word is the trigger of one frame at most."""
    tokens = line.tokens
    at = 0
    while at < len(tokens):
        token = tokens[at]
        match = None
        if token.kind == "word":
            match = _verb_at(line, frames, at) or _noun_at(line, frames, at)
        if match is not None:
            yield match
            at = max(match.end, at + 1)
        else:
            at += 1


def _verb_at(line: Line, frames: Frames, at: int) -> Match | None:
    tokens = line.tokens
    for frame, rest, inflection in frames.verb_forms.get(tokens[at].text, ()):
        end = _rest_end(tokens, at + 1, rest)
        if end is None:
            continue
        group = group_before(tokens, at)
        if not _is_verb(tokens, at, inflection, group):
            continue
        reduced = (
            inflection.form in ("past", "participle") and not group.passive and _is_reduced(tokens, at, end, group)
        )
        passive = group.passive or reduced
        places = _verb_places(tokens, group.start, end, passive)
        return Match(frame=frame, line=line, start=at, end=end, noun=False, group=group, reduced=reduced, places=places)
    return None


def _rest_end(tokens: Sequence[Token], at: int, rest: Sequence[str]) -> int | None:
    """Where a trigger's further words end; up to five words may stand before each ("signed a $2 billion contract").

    A further word "~" allows no gap before the next one.
    """
    tight = False
    for word in rest:
        if word == "~":
            tight = True
            continue
        gap = 0 if tight or word in PREPOSITIONS else 6
        plural = _plural(word)
        for position in range(at, min(at + gap + 1, len(tokens))):
            if tokens[position].text in (word, plural) and tokens[position].kind == "word":
                at = position + 1
                break
            if tokens[position].text in (";", ":") or tokens[position].text in PREPOSITIONS:
                return None
        else:
            return None
        tight = False
    return at


def _is_verb(tokens: Sequence[Token], at: int, inflection: Inflection, group: VerbGroup) -> bool:
    """Whether the word is a verb here: "order", "visit" and "offers" are nouns as well."""
    before = tokens[at - 1] if at else None
    if inflection.form in ("base", "third") and before is not None:
        if inflection.form == "base":
            if before.text in ("to", "and", "or", "not", "n't", "also") or group.start < at:
                return True
            return before.kind == "actor" or before.text in ("we", "they", "who", "which", "that")
        return (
            before.kind == "actor"
            or before.text in ("it", "he", "she", "which", "who", "that", "and", "also", ")")
            or (before.kind == "word" and before.text.endswith(("ly", "ry", "y", "nt", "ment", "or", "er", "ny")))
        )
    if (
        inflection.form in ("past", "participle", "ing")
        and before is not None
        and before.text in ("the", "a", "an", "its", "their", "’s", "'s")
    ):
        return False
    return not (inflection.form == "base" and before is None)


def _is_reduced(tokens: Sequence[Token], at: int, end: int, group: VerbGroup) -> bool:
    """A bare participle behind a thing, with no object of its own: "the contract signed in Seoul"."""
    if group.start < at or at == 0:
        return False
    before = tokens[at - 1]
    after = tokens[end] if end < len(tokens) else None
    nothing_follows = after is None or after.kind in ("date", "mark") or after.text in PREPOSITIONS | _COORDINATORS
    return (
        nothing_follows
        and before.kind not in ("actor",)
        and before.text not in ("it", "he", "she", "they", "who", "which", "that", ",", "and")
    )


def _verb_places(tokens: Sequence[Token], start: int, end: int, passive: bool) -> dict[str, tuple[Token, ...]]:
    places: dict[str, list[Token]] = {}
    subject = _left(tokens, start)
    right = _right(tokens, end)
    places.update(right)
    if passive:
        doer = places.pop("by", [])
        thing = subject
        return {
            k: tuple(v)
            for k, v in {**places, "object": [*thing, *places.get("object", [])], "subject": doer}.items()
            if v
        }
    return {k: tuple(v) for k, v in {"subject": subject, **places}.items() if v}


def _left(tokens: Sequence[Token], start: int) -> list[Token]:
    """The mentions of the subject: those left of the verb that no preposition governs, back to where the clause begins."""
    found: list[Token] = []
    spare: list[Token] = []
    position = start - 1
    relative = False
    depth = 0
    while position >= 0:
        token = tokens[position]
        if token.text in (")", "(", "—", "–"):
            depth += 1
        elif token.text in (";", ":") or (token.text in _CLAUSE_WORDS and position < start - 1 and not relative):
            break
        elif token.text in ("which", "who", "that") and position == start - 1:
            relative = True
        elif token.kind in _MENTIONS and depth % 2 == 0:
            governed = _governor(tokens, position)
            if relative and token.kind != "date":
                return [token]
            (spare if governed and governed != "of" else found).insert(0, token)
        position -= 1
    actors = [t for t in found if t.kind != "date"]
    return actors or [t for t in spare if t.kind != "date"][-1:]


def _governor(tokens: Sequence[Token], at: int) -> str | None:
    """The preposition that governs a mention, looking left over its determiner, adjectives and coordination."""
    position = at - 1
    steps = 0
    while position >= 0 and steps < 8:
        token = tokens[position]
        if token.kind == "word" and token.text in PREPOSITIONS:
            return token.text
        if (
            token.text in _COORDINATORS
            or token.kind in _MENTIONS
            or token.text in ("the", "a", "an", "its", "their", "’s", "'s", "both")
        ):
            position -= 1
            steps += 1
            continue
        return None
    return None


def _right(tokens: Sequence[Token], end: int) -> dict[str, list[Token]]:
    """What stands right of a verb or noun: the mentions before the first preposition, then those of each preposition."""
    places: dict[str, list[Token]] = {}
    place = "object"
    position = end
    gap = 0
    while position < len(tokens):
        token = tokens[position]
        if token.text in (";", "—", "–") or (token.text in _CLAUSE_WORDS and token.text not in PREPOSITIONS):
            break
        if token.kind in _MENTIONS:
            if token.kind == "date":
                places.setdefault("date", []).append(token)
            else:
                places.setdefault(place, []).append(token)
            gap = 0
        elif token.kind == "word" and token.text in PREPOSITIONS:
            place = place if token.text == "of" and place != "object" else token.text
            gap = 0
        elif token.text == ",":
            gap += 1
        elif token.text in ("said", "says", "told", "added", "announced", "reported"):
            break
        position += 1
    return places


def _noun_at(line: Line, frames: Frames, at: int) -> Match | None:
    tokens = line.tokens
    for frame, rest in frames.noun_forms.get(tokens[at].text, ()):
        end = at + 1 + len(rest)
        if tuple(t.text for t in tokens[at + 1 : end]) != rest:
            continue
        places: dict[str, tuple[Token, ...]] = {k: tuple(v) for k, v in _right(tokens, end).items() if k != "object"}
        owner, modifier = _noun_left(tokens, at)
        if owner:
            places["owner"] = owner
        if modifier:
            places["modifier"] = modifier
        return Match(
            frame=frame, line=line, start=at, end=end, noun=True, group=group_before(tokens, at), places=places
        )
    return None


def _noun_left(tokens: Sequence[Token], at: int) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """The owner and the modifiers of a noun: "Poland's second $6 billion K2 purchase"."""
    owner: list[Token] = []
    modifier: list[Token] = []
    position = at - 1
    steps = 0
    while position >= 0 and steps < 8:
        token = tokens[position]
        if token.kind == "actor":
            owner.insert(0, token)
        elif token.kind in ("weapon", "value"):
            modifier.insert(0, token)
        elif (
            (token.kind == "mark" and token.text not in ("-", "“", "”", '"', "’"))
            or token.text in PREPOSITIONS
            or token.text in ("the", "a", "an", "and", "its", "their", "this", "that")
        ):
            break
        position -= 1
        steps += 1
    return tuple(owner), tuple(modifier)
