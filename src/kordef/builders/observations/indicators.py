"""The words of figures: what is measured, what rises and falls, who holds and who says (``data/indicators.toml``).

:func:`rows` gives a sentence's tokens their senses, by one look-up for each word. What the senses mean together is decided
in :mod:`kordef.builders.observations.figures`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from attrs import define, field, frozen

from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.grammar.verbs import inflections
from kordef.builders.grammar.word_classes import plural_of
from kordef.builders.once import once
from kordef.builders.topics import is_arms_firm
from kordef.mentions.model import ActorMention, ValueMention
from kordef.vocabulary import ActorKind

__all__ = ["Row", "Sense", "is_about_defence", "is_arms", "is_of_one_kind", "label_before", "row_of", "senses_of"]


@frozen
class Sense:
    """What a word or phrase may mean to a figure.

    ``tag`` is measure, change, compare, level, flow, spend, purpose, hold, held, user, group, use, job, employ, forces,
    strength, total, remaining, superseded, deal, price, charge, publish, unnamed, region or anaphor. ``name`` is the kind of
    measure, the noun of a verb, the name of a region or the kind of actor. ``form`` is noun, phrase, or the form of a
    verb (base, third, past, participle, ing), before for a preposition. ``sign`` is +1 or -1 for what rises or falls.
    """

    tag: str
    name: str = ""
    form: str = "phrase"
    sign: int = 0


@frozen
class _Entry:
    rest: list[str]
    senses: tuple[Sense, ...]


@define(kw_only=True)
class Row:
    """A sentence with the senses of its tokens; the senses of a phrase stand at its first word, its length in ``lengths``."""

    line: Line
    tokens: tuple[Token, ...]
    senses: Mapping[int, tuple[Sense, ...]]
    """The senses by position, in order."""
    lengths: Sequence[int]
    inside: Sequence[bool]
    """Whether a token is a further word of a phrase."""
    words: Sequence[str]
    """The words and marks in lower case without an "'s", "" for mentions."""
    word: Callable[[int], str]
    """The word at a position; "" for mentions, and outside the sentence."""
    kind: Callable[[int], str]
    """The kind of a token; "" outside the sentence."""
    answers: dict[Any, Any] = field(factory=dict[Any, Any], init=False, eq=False, repr=False)
    """What has been worked out about its positions and nouns."""

    def sense(self, at: int, *tags: str) -> Sense | None:
        """The sense of a token among some tags; ``None`` where it has none of them or lies outside the sentence."""
        if at in self.senses:
            for sense in self.senses[at]:
                if sense.tag in tags:
                    return sense
        return None

    def start_of(self, at: int) -> int:
        """The position of the first word of the phrase that a token belongs to."""
        while at > 0 and self.inside[at]:
            at -= 1
        return at


_SUBJECTS = ("measure", "flow", "spend", "deal", "job", "held", "hold")


def is_of_one_kind(row: Row, other: Row) -> bool:
    """Whether another sentence has no figure of its own ("The numbers are from a fact sheet"), or measures the same."""
    if "value" not in other.line.kinds:
        return True
    mine, theirs = (
        {s.name for senses in r.senses.values() for s in senses if s.tag in _SUBJECTS and s.name != "share"}
        for r in (row, other)
    )
    return not mine.isdisjoint(theirs)


class _Texts(dict[int, str]):
    """Texts by position, "" where there is none."""

    def __missing__(self, at: int) -> str:
        return ""


def _bare(word: str) -> str:
    return word[:-2] if len(word) > 2 and word.endswith(("'s", "’s")) else word.rstrip("'’")


_APOSTROPHES = ("'", "’")


def row_of(line: Line) -> Row:
    """A sentence with its senses."""
    table = _table()
    tokens = line.tokens
    senses: dict[int, tuple[Sense, ...]] = {}
    lengths = [1] * len(tokens)
    inside = [False] * len(tokens)
    words = [
        "" if t.mention is not None or t.text in _APOSTROPHES else t.text if t.text.isalpha() else _bare(t.text)
        for t in tokens
    ]
    behind = 0
    for at in [n for n, word in enumerate(words) if word in table]:
        if at < behind or tokens[at].kind != "word":
            continue
        word = words[at]
        for entry in table[word]:
            behind = at + 1 + len(entry.rest)
            if not entry.rest or words[at + 1 : behind] == entry.rest:
                senses[at] = entry.senses
                lengths[at] = behind - at
                for further in range(at + 1, behind):
                    inside[further] = True
                break
        else:
            behind = at + 1
    return Row(
        line=line,
        tokens=tokens,
        senses=senses,
        lengths=lengths,
        inside=inside,
        words=words,
        word=_Texts(enumerate(words)).__getitem__,
        kind=_Texts(enumerate([token.kind for token in tokens])).__getitem__,
    )


def is_about_defence(lines: Iterable[Line]) -> bool:
    """Whether a word about defence, or a weapon, stands in one of some sentences."""
    return any(map(_speaks_of_defence, lines))


@once
def _speaks_of_defence(line: Line) -> bool:
    words, phrases = _subject_matter()
    if "weapon" in line.kinds or not words.isdisjoint(line.at):
        return True
    if "actor" in line.kinds and any(
        isinstance(m := t.mention, ActorMention) and (m.kind is ActorKind.MILITARY_UNIT or is_arms_firm(m))
        for t in line.tokens
    ):
        return True
    counted = (m.noun for t in line.tokens if isinstance(m := t.mention, ValueMention) and m.noun)
    if any(noun.lower().rpartition(" ")[2] in words for noun in counted):
        return True  # "40,000 shells a month"
    texts = [t.text if t.kind == "word" else t.text.lower() for t in line.tokens]
    if not words.isdisjoint(texts):
        return True
    return not (
        _first_words_of(phrases).isdisjoint(texts) or phrases.isdisjoint([f"{a} {b}" for a, b in pairwise(texts)])
    )


@cache
def _first_words_of(phrases: frozenset[str]) -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in phrases)


# ---- the file


@cache
def _raw() -> dict[str, Any]:
    return tomllib.loads(files("kordef.builders").joinpath("data", "indicators.toml").read_text("utf-8"))


@cache
def _subject_matter() -> tuple[frozenset[str], frozenset[str]]:
    words: list[str] = _raw()["subject_matter"]["words"]
    return frozenset(w for w in words if " " not in w), frozenset(w for w in words if " " in w)


def is_arms(noun: str) -> bool:
    """Whether a noun names arms: "howitzers", "missiles"."""
    words, _ = _subject_matter()
    return noun.lower() in words


@cache
def _table() -> Mapping[str, tuple[_Entry, ...]]:
    """The senses by first word, longer phrases first."""
    senses: dict[tuple[str, ...], list[Sense]] = {}
    for phrase, sense in _senses(_raw()):
        words = tuple(phrase.split())
        known = senses.setdefault(words, [])
        if sense not in known:
            known.append(sense)
    table: dict[str, list[_Entry]] = {}
    for words, known in senses.items():
        table.setdefault(words[0], []).append(_Entry(list(words[1:]), tuple(known)))
    return {word: tuple(sorted(entries, key=lambda e: -len(e.rest))) for word, entries in table.items()}


def _senses(raw: dict[str, Any]) -> Iterator[tuple[str, Sense]]:
    for kind, nouns in raw["measures"].items():
        yield from _nouns(nouns, "measure", kind)
    changes = raw["changes"]
    for key, sign in (("up", 1), ("down", -1), ("neutral", 0)):
        yield from _verbs(changes[key], "change", sign=sign)
    for key, sign in (("up_nouns", 1), ("down_nouns", -1)):
        yield from _nouns(changes[key], "change", sign=sign)
    for key, sign in (("more", 1), ("less", -1)):
        yield from ((word, Sense("compare", word, "phrase", sign)) for word in changes[key])
    yield from _verbs(raw["levels"]["verbs"], "level")
    for verb, noun in raw["flows"].items():
        yield from _verbs([verb], "flow", noun)
    for verb, noun in raw["spending"]["verbs"].items():
        yield from _verbs([verb], "spend", noun)
    yield from _phrases(raw["spending"]["on"], "purpose")
    yield from _verbs(raw["holding"]["verbs"], "hold")
    yield from _phrases(raw["holding"]["phrases"], "held")
    yield from _nouns(raw["users"]["nouns"], "user")
    yield from _nouns(raw["users"]["groups"], "group")
    yield from _verbs(raw["users"]["verbs"], "use")
    yield from _nouns(raw["people"]["nouns"], "job")
    yield from _verbs(raw["people"]["verbs"], "employ")
    yield from _nouns(raw["people"]["forces"], "forces")
    yield from _phrases(raw["people"]["strength"], "strength")
    yield from _phrases(raw["people"]["labels"], "label")
    yield from _phrases(raw["totals"]["words"], "total")
    yield from _verbs(raw["totals"]["verbs"], "total")
    yield from _phrases(raw["totals"]["except"], "other")
    yield from _phrases(raw["totals"]["remaining"], "remaining")
    yield from _phrases(raw["totals"]["superseded"], "superseded")
    yield from _nouns(raw["deals"]["nouns"], "deal")
    yield from _verbs(raw["deals"]["verbs"], "deal")
    yield from _phrases(raw["deals"]["price"], "price")
    yield from _nouns(raw["charges"]["words"], "charge")
    yield from _verbs(raw["publishing"]["verbs"], "publish")
    yield from _nouns(raw["publishing"]["nouns"], "publish")
    yield from ((phrase, Sense("publish", form="before")) for phrase in raw["publishing"]["prepositions"])
    yield from _nouns(raw["publishing"]["unnamed"], "unnamed")
    for name, words in raw["regions"].items():
        yield from _phrases(words, "region", name)
    for kind, words in raw["anaphors"].items():
        yield from _nouns(words, "anaphor", kind)


def _phrases(phrases: Iterable[str], tag: str, name: str = "") -> Iterator[tuple[str, Sense]]:
    return ((phrase, Sense(tag, name)) for phrase in phrases)


def _nouns(nouns: Iterable[str], tag: str, name: str = "", sign: int = 0) -> Iterator[tuple[str, Sense]]:
    for noun in nouns:
        yield noun, Sense(tag, name, "noun", sign)
        if not noun.endswith("s"):
            yield plural_of(noun), Sense(tag, name, "nouns", sign)


def _verbs(verbs: Iterable[str], tag: str, name: str = "", sign: int = 0) -> Iterator[tuple[str, Sense]]:
    for verb in verbs:
        first, _, rest = verb.partition(" ")
        for word, known in inflections([first]).items():
            for inflection in known:
                yield f"{word} {rest}".strip(), Sense(tag, name or verb, inflection.form, sign)


def senses_of(word: str) -> tuple[Sense, ...]:
    """The senses of a single word."""
    entries = _table().get(_bare(word.lower()), ())
    return entries[-1].senses if entries and not entries[-1].rest else ()


_LONGEST_LABEL = 6


def label_before(row: Row, at: int) -> tuple[int, int] | None:
    """Where the label stands that the number at a position is behind, if its words are no names or numbers."""
    colon = next((k for k in range(at - 1, 0, -1) if row.word(k) == ":"), 0)
    begin = colon
    while begin > 0 and row.kind(begin - 1) == "word":
        begin -= 1
    return (begin, colon) if 0 < colon - begin <= _LONGEST_LABEL else None
