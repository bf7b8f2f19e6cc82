"""The words that name occasions: "the NATO summit", "a space security dialogue", "courtesy call", "joint committee"."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import frozen

from kordef.builders.grammar.frames import load
from kordef.builders.grammar.surroundings import DETERMINERS, PREPOSITIONS, determiner, modifiers_start
from kordef.builders.grammar.tokens import Line, Token
from kordef.figures import ORDINALS
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind, DialogueKind

__all__ = ["Occasion", "body_name", "gathering", "is_seat", "occasions_in", "of_two", "ordinal", "seat_of"]

_ORDINALS = {**ORDINALS, "first-ever": 1, "inaugural": 1, "eleventh": 11, "twelfth": 12}
_RECURRING = frozenset(["annual", "biennial", "regular", "monthly", "quarterly", "yearly", "weekly", "biannual"])
_TWO = re.compile(r"(?:two|both)\b")
_NUMERAL = re.compile(r"\d{1,3}")
_NOT_HELD = frozenset(["room", "rooms", "hall", "venue", "partners", "partner", "centre", "center", "table"])
"""Nouns behind an occasion with which it only says where or who: "conference room", "dialogue partners"."""
_BEFORE_VERBS = frozenset(
    ["to", "will", "would", "can", "could", "may", "might", "should", "must", "and", "not", "who"]
)
"""Words behind which "visit" or "tour" is a verb."""


@frozen(kw_only=True)
class Occasion:
    """A noun phrase for a meeting, visit, call or body: tokens ``start`` to ``end``, its head from ``head`` on.

    ``kind`` is ``None`` where the rank of those who meet decides. ``lone`` is set for nouns that stand for themselves, ``named``
    for proper names; ``bare`` where nothing but the head tells what it is.
    """

    start: int
    end: int
    head: int
    kind: DialogueKind | None
    lone: bool = False
    named: bool = False
    plural: bool = False
    determiner: str | None = None
    modifiers: frozenset[str] = frozenset()
    ordinal: int | None = None
    ordinal_at: int | None = None
    recurring: bool = False
    bare: bool = False
    visit: bool = False

    @property
    def definite(self) -> bool:
        """Whether the words come back to what was named before."""
        return self.determiner in ("the", "this", "that", "these", "those", "both", "his", "her", "its", "their")


@frozen
class _Entry:
    words: tuple[str, ...]
    kind: DialogueKind | None
    plural: bool
    lone: bool
    modified: tuple[tuple[tuple[str, ...], DialogueKind], ...]
    never: frozenset[str]
    pair: bool = False
    """Whether it needs two parties, or a word such as "joint", before it."""
    counted: bool = False
    """Whether it needs an ordinal before it."""
    partnered: bool = False
    """Whether it needs an article before it and "with" behind it."""


@cache
def _raw() -> Mapping[str, Any]:
    return tomllib.loads(files("kordef.builders").joinpath("data", "dialogues.toml").read_text("utf-8"))


@cache
def _heads() -> Mapping[str, tuple[_Entry, ...]]:
    table: dict[str, list[_Entry]] = {}
    for noun in _raw()["noun"]:
        kind = None if noun["kind"] == "meeting" else DialogueKind(noun["kind"])
        modified = sorted(
            ((tuple(k.split()), DialogueKind(v)) for k, v in noun.get("modified", {}).items()), key=lambda m: -len(m[0])
        )
        for head in noun["heads"]:
            words = tuple(head.split())
            forms = [(words, words[-1].endswith("s"))]
            if not words[-1].endswith("s"):
                last = words[-1]
                ies = last.endswith("y") and last[-2] not in "aeiou"
                forms.append(((*words[:-1], last[:-1] + "ies" if ies else last + "s"), True))
            for form, plural in forms:
                table.setdefault(form[0], []).append(
                    _Entry(
                        form,
                        kind,
                        plural,
                        noun.get("lone", False),
                        tuple(modified),
                        frozenset(noun.get("never", ())),
                        noun.get("pair", False),
                        noun.get("counted", False),
                        noun.get("with", False),
                    )
                )
    return {word: tuple(sorted(entries, key=lambda e: -len(e.words))) for word, entries in table.items()}


@cache
def _head_words() -> frozenset[str]:
    return frozenset(_heads())


_SERIES = frozenset(["every", "each", "annually", "yearly", "regularly"])


@cache
def _words() -> frozenset[str]:
    """The first words of the heads, but "2", which may stand before another head too ("2+2 talks")."""
    return frozenset(_heads()) - {"2"}


@cache
def _verbs() -> frozenset[str]:
    nouns = _heads()
    return frozenset(w for w in load("dialogues").verb_forms if w not in nouns)


def occasions_in(text: str, line: Line) -> Iterator[Occasion]:
    """The noun phrases for occasions in a sentence, in its order."""
    tokens = line.tokens
    heads = _heads()
    behind = 0
    for at in line.places_of(_head_words()):
        if at < behind:
            continue
        found = next((o for e in heads[tokens[at].text] if (o := _occasion(text, tokens, at, e)) is not None), None)
        if found is not None:
            yield found
            behind = found.end


def _occasion(text: str, tokens: Sequence[Token], at: int, entry: _Entry) -> Occasion | None:
    end = at + len(entry.words)
    if tuple([t.text for t in tokens[at:end]]) != entry.words or _is_verb(tokens, at, end):
        return None
    if (
        end < len(tokens)
        and tokens[end].kind == "word"
        and tokens[end].text in _heads()
        and tokens[end].text != "visit"
    ):
        return None  # "summit meeting", "dialogue forum": the head stands further right
    if end < len(tokens) and tokens[end].text in _NOT_HELD:
        return None
    if entry.words[-1] == "2" and any(t.text in _heads() or t.text in _SERIES for t in tokens[end : end + 3]):
        return None  # "2+2 security talks", "hold the 2+2 every year"
    start = modifiers_start(tokens, at, _verbs(), _words())
    words = [t.text for t in tokens[start:at] if t.kind != "actor"]
    if entry.never.intersection(words):
        return None
    if entry.pair and not (set(words) & set(_raw()["bodies"]["joint"]) or _paired(tokens, start, at)):
        return None
    if entry.partnered and (determiner(tokens, start) is None or [t.text for t in tokens[end : end + 1]] != ["with"]):
        return None
    kind, told = entry.kind, False
    for phrase, other in entry.modified:
        if any(tuple(words[i : i + len(phrase)]) == phrase for i in range(len(words) - len(phrase) + 1)):
            kind, told = other, True
            break
    named = text[tokens[at].start].isupper() and any(
        t.kind in ("word", "actor") and text[t.start].isupper() for t in tokens[start:at]
    )
    earliest = start - 2
    if start > 3 and tokens[start - 1].text in ("a", "the") and tokens[start - 2].text == "of":
        earliest = start - 4  # "the first round of a dialogue"
    first = next((i for i in range(max(0, earliest), at) if tokens[i].text in _ORDINALS), None)
    ordinal = _ORDINALS[tokens[first].text] if first is not None else None
    if first is None:
        first = next(
            (
                i
                for i in range(max(0, start - 3), at - 1)
                if _NUMERAL.fullmatch(tokens[i].text) and tokens[i + 1].text in ("st", "nd", "rd", "th")
            ),
            None,
        )
        ordinal = int(tokens[first].text) if first is not None else None
    if entry.counted and (ordinal is None or (end < len(tokens) and tokens[end].text == "of")):
        return None
    return Occasion(
        start=start,
        end=end,
        head=at,
        kind=kind,
        lone=entry.lone or named or (told and kind in (DialogueKind.MINISTERIAL, DialogueKind.CONSULTATIVE_BODY)),
        named=named,
        plural=entry.plural and entry.words[-1] not in ("talks", "discussions", "negotiations", "consultations"),
        determiner=determiner(tokens, start),
        modifiers=frozenset(w for w in words if w not in _ORDINALS),
        ordinal=ordinal if ordinal and ordinal > 0 else None,
        ordinal_at=first,
        recurring=bool(_RECURRING.intersection(words)),
        bare=start == at and not named,
        visit=entry.kind is DialogueKind.VISIT,
    )


def ordinal(token: Token) -> bool:
    """Whether a word is an ordinal ("first", "sixth")."""
    return token.kind == "word" and (token.text in _ORDINALS or token.text in ("st", "nd", "rd", "th", "new"))


def _paired(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether two names joined by a hyphen stand before a noun ("the Korea-Sweden committee")."""
    if any(
        tokens[i].text in ("-", "–") and tokens[i - 1].kind == "actor" and tokens[i + 1].kind == "actor"
        for i in range(start + 1, at - 1)
    ):
        return True
    return _of_two(tokens, start, at)


def of_two(tokens: Sequence[Token], noun: Occasion) -> bool:
    """Whether a noun belongs to "the two countries" or "both sides"."""
    return _of_two(tokens, noun.start, noun.head)


def _of_two(tokens: Sequence[Token], start: int, at: int) -> bool:
    before = tokens[max(0, start - 4) : at]
    return any(t.text in ("'", "’") for t in before) and any(_TWO.match(t.text) for t in before)


def _is_verb(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether "visit", "tour", "call" or "forum" is not a noun here."""
    if tokens[at].text == "meeting":
        after = tokens[end] if end < len(tokens) else None
        if at > 0 and tokens[at - 1].text == "," and after is not None and after.text in ("in", "at", "for", "on"):
            return True  # "NATO leaders, meeting in The Hague"
        return (
            determiner(tokens, at) is None
            and after is not None
            and (after.text in DETERMINERS or after.kind == "actor")
            and (
                at == 0
                or tokens[at - 1].kind != "word"
                or tokens[at - 1].text in PREPOSITIONS
                or tokens[at - 1].text in ("and", "to")
            )
        )
    before = tokens[at - 1] if at else None
    if tokens[at].text in ("stay", "stays"):
        duration = before is not None and before.kind == "value"
        own = before is not None and before.text in (
            "'s",
            "’s",
            "his",
            "her",
            "their",
            "short",
            "brief",
            "overnight",
            "long",
        )
        return not duration and not own
    if tokens[at].text not in ("visit", "visits", "tour", "tours", "trip", "trips", "session", "dinner"):
        return False
    after = tokens[end] if end < len(tokens) else None
    if before is not None and before.text in _BEFORE_VERBS:
        # "to visit Poland", but "during a trip to Poland"
        return after is not None and (after.kind == "actor" or after.text in DETERMINERS)
    if before is not None and before.kind == "actor" and after is not None and after.kind == "actor":
        return True
    return (
        tokens[at].text == "visits"
        and before is not None
        and before.kind == "actor"
        and after is not None
        and after.text in DETERMINERS
    )


def body_name(mention: ActorMention, *, paired: bool = False) -> str | None:
    """The name of a standing body that two sides share, where the mention is one ("Joint Defense Industry Committee").

    ``paired`` is set where the names of both stand before it.
    """
    if mention.kind is not ActorKind.GOVERNMENT_BODY and not mention.key.startswith("body:"):
        return None
    words = mention.name.casefold().split()
    bodies = _raw()["bodies"]
    if words and words[-1] in bodies["heads"] and (paired or any(w in bodies["joint"] for w in words)):
        return mention.name
    return None


def gathering(mention: ActorMention, written: str) -> bool:
    """Whether a forum that the catalogue knows is a gathering ("ASEAN Regional Forum") and not a grouping ("G7", "the Quad")."""
    if mention.kind is not ActorKind.FORUM:
        return False
    heads = _raw()["bodies"]["gatherings"]
    words, said = mention.name.casefold().split(), written.casefold().split()
    return bool(words) and words[-1] in heads and (written.isupper() or said[-1:] == words[-1:])


def seat_of(name: str) -> str | None:
    """The town in which a gathering is held year after year."""
    words = name.casefold()
    seats: Mapping[str, str] = _raw()["seats"]
    return next((town for gathering_name, town in seats.items() if gathering_name in words), None)


def is_seat(name: str) -> bool:
    """Whether a name is a building that stands for a government ("10 Downing Street") and not a town."""
    return any(seat in name.casefold() for seat in _raw()["bodies"]["seats"])
