"""Sentences as rows of tokens: words and marks, and in place of their words the mentions that lie in them.

Grammar is simpler on such rows: "the South Korean foreign minister, Cho Tae-yul" is one token that names a person, and
"24 additional K9 howitzers" is a number token followed by a weapon token.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from attrs import define, evolve, field

from kordef.builders.grammar.run_in_lists import read_on
from kordef.builders.once import lazy
from kordef.document import BlockKind, Document
from kordef.mentions.model import ActorMention, Mention, Mentions, ValueMention, WeaponMention
from kordef.vocabulary import ActorKind, Section

__all__ = ["Line", "Token", "is_adjective", "lines", "position_of", "row_between"]

AnyMention = TypeVar("AnyMention", bound=Mention)

_WORD = re.compile(r"(['’]s\b|[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+)|[^\w\s]")
"""A word (the group) or a mark."""

LONGEST = 300
"""Sentences of more tokens are not written by people; they are cut, so that no builder's work grows with their square."""


@define
class Token:
    """A word (lower-case in ``text``), a mark, or a mention; ``kind`` is word, mark, actor, weapon, value or date.

    ``capital`` is set for a word that the text writes with a capital letter.
    """

    kind: str
    text: str
    start: int
    end: int
    mention: Mention | None = None
    capital: bool = False


@define(kw_only=True, eq=False, slots=False)
class Line:
    """A sentence (or heading, caption, list item) of a document, as tokens; it equals itself alone."""

    block: int
    story: int
    section: Section
    kind: BlockKind
    start: int
    end: int
    tokens: tuple[Token, ...]
    first: bool = False
    """Whether it is the first sentence of its block."""
    answers: dict[Any, Any] = field(factory=dict[Any, Any], init=False, repr=False)
    """What :func:`~kordef.builders.once.once` has worked out about it."""

    @lazy
    def at(self) -> Mapping[str, Sequence[int]]:
        """The positions of each of its words."""
        places: dict[str, list[int]] = {}
        for position, token in enumerate(self.tokens):
            if token.kind == "word":
                if token.text in places:
                    places[token.text].append(position)
                else:
                    places[token.text] = [position]
        return places

    def places_of(self, words: frozenset[str]) -> list[int]:
        """The positions of those of its words that are among some, in order."""
        if words.isdisjoint(self.words):
            return []
        return sorted([position for word in words.intersection(self.at) for position in self.at[word]])

    @lazy
    def counts(self) -> Mapping[int, Sequence[str]]:
        """The positions of the numbers that are one token with what they count, and the words of those nouns."""
        return {
            position: token.mention.noun.lower().split()
            for position, token in enumerate(self.tokens)
            if token.kind == "value" and isinstance(token.mention, ValueMention) and token.mention.noun
        }

    @lazy
    def actors(self) -> Sequence[int]:
        """The positions of the actors that it names."""
        return [position for position, token in enumerate(self.tokens) if token.kind == "actor"]

    @lazy
    def words(self) -> frozenset[str]:
        """Its words in lower case, those in the nouns of counts too ("three framework agreements"): what triggers need."""
        return frozenset(self.at).union(*self.counts.values())

    @lazy
    def texts(self) -> frozenset[str]:
        """The texts of its tokens, of words, marks and mentions alike."""
        return frozenset([token.text for token in self.tokens])

    @lazy
    def kinds(self) -> frozenset[str]:
        """The kinds of its tokens."""
        return frozenset([token.kind for token in self.tokens])

    @lazy
    def value_kinds(self) -> frozenset[str]:
        """The kinds of the values that it gives: counts, sums, shares."""
        values = [t.mention for t in self.tokens if t.kind == "value"] if "value" in self.kinds else ()
        return frozenset([value.kind for value in values if isinstance(value, ValueMention)])


def position_of(line: Line, token: Token) -> int:
    """The position of a token in its sentence."""
    return bisect_left(line.tokens, token.start, key=lambda t: t.start)


def lines(document: Document, mentions: Mentions) -> Iterator[Line]:
    """Every readable sentence of a document as a row of tokens; tables and what repeats an earlier block are left out."""
    chunks = _chunks(mentions, document.text)
    starts = [c.start for c in chunks]
    for position, block in enumerate(document.blocks):
        if block.kind in (BlockKind.BOILERPLATE, BlockKind.TABLE) or block.repeats is not None:
            continue
        for n, sentence in enumerate(block.sentences):
            low, high = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
            row = _row(document.text, sentence.start, sentence.end, chunks[low:high])
            if document.text.find(":", sentence.start, sentence.end) > 0:
                row = tuple(read_on(row))
            for at in range(0, len(row), LONGEST):
                part = row[at : at + LONGEST]
                yield Line(
                    block=position,
                    story=block.story,
                    section=block.section,
                    kind=block.kind,
                    start=sentence.start if at == 0 else part[0].start,
                    end=sentence.end if at + LONGEST >= len(row) else part[-1].end,
                    tokens=part,
                    first=n == 0 and at == 0,
                )


def is_adjective(token: Token) -> bool:
    """Whether a token names a state or organisation by its adjective: "Polish"."""
    return isinstance(token.mention, ActorMention) and token.mention.form == "adjective"


def row_between(text: str, mentions: Mentions, start: int, end: int) -> tuple[Token, ...]:
    """The tokens between two positions of a text; the words of a table's cell are read like those of a sentence."""
    near = evolve(
        mentions,
        actors=_inside(mentions.actors, start, end),
        weapons=_inside(mentions.weapons, start, end),
        values=tuple(evolve(v, cell=None) for v in _inside(mentions.values, start, end)),
        dates=_inside(mentions.dates, start, end),
    )
    return _row(text, start, end, _chunks(near, text))[:LONGEST]


def _inside(mentions: Sequence[AnyMention], start: int, end: int) -> tuple[AnyMention, ...]:
    low, high = (bisect_left(mentions, at, key=lambda m: m.start) for at in (start, end))
    return tuple(m for m in mentions[low:high] if m.end <= end)


def _row(text: str, start: int, end: int, chunks: Sequence[Token]) -> tuple[Token, ...]:
    row: list[Token] = []
    at = start
    for chunk in chunks:
        row += _words(text, at, chunk.start)
        row.append(chunk)
        at = chunk.end
    row += _words(text, at, end)
    if (first := text.find("*", start, end)) >= 0 and (marks := _emphasis(text, first, start, end)):
        row = [token for token in row if token.kind != "mark" or token.start not in marks]
    return tuple(row)


def _emphasis(text: str, first: int, start: int, end: int) -> set[int]:
    """Where the stars stand that only set words off: "**MiG-29**: 14"; not those that point to a note."""
    found: set[int] = set()
    opened: range | None = None
    for m in _STARS.finditer(text, first, end):
        low, high = m.span()
        before, behind = text[low - 1] if low > start else " ", text[high] if high < end else " "
        if opened is None or len(opened) != high - low:
            opened = range(low, high) if not before.isalnum() and not behind.isspace() else opened
        elif not before.isspace():
            found.update(opened, range(low, high))
            opened = None
    return found


_STARS = re.compile(r"\*+")


def _words(text: str, start: int, end: int) -> list[Token]:
    found: list[Token] = []
    for m in _WORD.finditer(text, start, end):
        word = m[0]
        small = word.lower()
        low, high = m.span()
        capital = word != small and word[0].isupper()
        found.append(Token("word" if m.lastindex else "mark", small, low, high, None, capital))
    return found


def _chunks(mentions: Mentions, text: str) -> list[Token]:
    """The mentions as tokens without overlap: dates before names before numbers where two claim the same words."""
    starts = sorted([*(w.start for w in mentions.weapons), *(v.start for v in mentions.values if v.kind == "count")])
    names = [*_actor_chunks(mentions.actors, text), *(_weapon_chunk(w, starts) for w in mentions.weapons)]
    names.sort(key=lambda c: (c.start, -c.end))
    name_starts = [c.start for c in names]
    ranked = [
        *((0, Token("date", d.exact, d.start, d.end, d)) for d in mentions.dates),
        *((1, c) for c in names),
        *((2, _value_chunk(v, names, name_starts, text)) for v in mentions.values),
    ]
    ranked.sort(key=lambda rc: (rc[1].start, rc[0], -rc[1].end))
    out: list[Token] = []
    rank = 0
    for r, chunk in ranked:
        if out and chunk.start < out[-1].end:
            if out[-1].kind == "weapon" and chunk.end <= out[-1].end:
                # "PzH 2000s" is no decade
                continue
            if r < rank or (r == rank and chunk.end > out[-1].end):
                out[-1], rank = chunk, r
            continue
        out.append(chunk)
        rank = r
    return out


def _actor_chunks(actors: Sequence[ActorMention], text: str) -> Iterator[Token]:
    """A person's token takes in the post before the name, and the state's adjective or name before the post.

    That of a body takes in its short form in brackets: "the Defence Materiel Organisation (DMO)".
    """
    held: Token | None = None
    for actor in actors:
        start = actor.start
        if actor.post_span and actor.post_span[1] <= start and not text[actor.post_span[1] : start].strip(" ,"):
            start = actor.post_span[0]
        if held is not None:
            if _repeats(held, actor, text):
                held = evolve(held, end=actor.end + 1)
                continue
            if held.end > start:
                start = min(start, held.start) if actor.kind is ActorKind.PERSON else start
                held = None if actor.kind is ActorKind.PERSON or held.end <= actor.start else held
            elif actor.kind is ActorKind.PERSON and start < actor.start and not text[held.end : start].strip(" ’'s"):
                start, held = held.start, None
        if held is not None:
            yield held
        held = Token("actor", actor.exact, start, actor.end, actor)
    if held is not None:
        yield held


def _repeats(held: Token, actor: ActorMention, text: str) -> bool:
    """Whether an actor is the short form in brackets of the one before it."""
    named = held.mention
    return (
        isinstance(named, ActorMention)
        and named.key == actor.key
        and text[held.end : actor.start] == " ("
        and text[actor.end : actor.end + 1] == ")"
    )


def _weapon_chunk(weapon: WeaponMention, starts: Sequence[int]) -> Token:
    """The name with the class noun beside it; in "116 M1A1 and 250 M1A2 Abrams tanks" the noun belongs to the nearer name."""
    start, end = weapon.start, weapon.end
    if weapon.category_span:
        start, end = min(start, weapon.category_span[0]), max(end, weapon.category_span[1])
    following = bisect_left(starts, weapon.start + 1)
    if following < len(starts) and weapon.end <= starts[following] < end:
        end = weapon.end
    return Token("weapon", weapon.exact, start, end, weapon)


def _value_chunk(value: ValueMention, names: Sequence[Token], name_starts: Sequence[int], text: str) -> Token:
    """The number with its hedge and unit; what it counts too, unless that is a token of its own."""
    end = value.end
    position = bisect_left(name_starts, value.number[1])
    if position < len(names) and names[position].start < end:
        end = max(names[position].start, value.number[1])
        while end > value.start and text[end - 1].isspace():
            end -= 1
    return Token("value", value.exact, value.start, end, value)
