"""The words that name agreements: proper names, common nouns with what modifies them, and what they are about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from kordef.builders.agreements.extent import abbreviation
from kordef.builders.agreements.goods import goods_behind
from kordef.builders.agreements.nouns import Entry, heads, known_letters, known_names
from kordef.builders.agreements.phrases import Noun, kind_told, noun_phrase
from kordef.builders.agreements.topics import late_topics, topics_behind
from kordef.builders.grammar.surroundings import (
    FUNCTION_WORDS,
    determiner,
    word_set,
)
from kordef.builders.grammar.tokens import Line, Token
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, ValueMention
from kordef.vocabulary import ActorKind, AgreementKind

__all__ = ["nouns_in", "title_case"]

_SCHEMES = frozenset(["initiative", "programme", "program", "coalition", "facility", "fund"])
_FOUNDED = word_set("announced launched unveiled founded created formed established signed")
_JOINING = word_set(
    "join joins joined joining accede accedes acceded acceding accession launch launched launches founded signed entered"
)
_HEADLINES = (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HEADING, BlockKind.TABLE_TITLE)


def title_case(text: str, line: Line) -> bool:
    """Whether a headline writes most of its words with a capital, so that capitals tell nothing."""
    if line.kind not in _HEADLINES:
        return False
    words = [t for t in line.tokens if t.kind == "word" and len(t.text) > 3]
    return len(words) > 2 and sum(text[t.start].isupper() for t in words) > 0.6 * len(words)


def nouns_in(text: str, line: Line, shorts: Mapping[str, Noun]) -> Iterator[Noun]:
    """The noun phrases for agreements in a sentence; ``shorts`` are the abbreviations that the story has given so far."""
    tokens = line.tokens
    flat = title_case(text, line)
    known = heads()
    behind = 0
    kinds = ("value", "actor")
    for at in [n for n, t in enumerate(tokens) if t.capital or t.text in known or t.kind in kinds]:
        if at < behind:
            continue
        token = tokens[at]
        noun = None
        if token.kind == "value":
            noun = _counted(text, tokens, at)
        elif token.kind == "actor":
            noun = _joined_body(text, tokens, at)
        elif token.kind == "word":
            if token.capital and token.text in known_names():
                noun = _by_name(text, tokens, at)
            if noun is None and token.text in known:
                noun = _noun(text, tokens, at, known[token.text], flat)
            if noun is None and token.capital:
                noun = _short(text, tokens, at, shorts) if shorts else None
                noun = noun or (_lettered(text, tokens, at) if not flat else None)
        if noun is not None:
            yield noun
            behind = noun.end


def _counted(text: str, tokens: Sequence[Token], at: int) -> Noun | None:
    """A noun inside a number with what it counts: "56 memoranda of understanding"."""
    mention = tokens[at].mention
    if not isinstance(mention, ValueMention) or mention.kind != "count" or mention.noun_span is None:
        return None
    words = text[mention.noun_span[0] : tokens[at].end].lower().split()
    for entry in heads().get(words[-1], ()) if words else ():
        end = at + len(entry.words)
        if entry.back or entry.called:
            continue
        if tuple([t.text for t in tokens[at + 1 : end]]) == entry.words[1:] and not entry.never.intersection(words):
            kind, told = kind_told(entry, words[:-1])
            if not (entry.bare or told) or (entry.money and not told):
                return None
            return Noun(
                start=at,
                end=end,
                head=at,
                head_end=end,
                kind=kind,
                named=False,
                plural=True,
                determiner="number",
                modifiers=frozenset(words[:-1]),
                topics=tuple(topics_behind(tokens, end)) or tuple(late_topics(tokens, end)),
                goods=goods_behind(tokens, end),
            )
    return None


def _short(text: str, tokens: Sequence[Token], at: int, shorts: Mapping[str, Noun]) -> Noun | None:
    """A later mention by an abbreviation: "the ITPP", "ITPPs"."""
    word = text[tokens[at].start : tokens[at].end]
    plural = word.endswith("s") and word[:-1] in shorts
    word = word[:-1] if plural else word
    known = shorts.get(word)
    if known is None:
        return None
    return _proper(tokens, at, at + 1, known.kind, plural=plural, short=word)


def _joined_body(text: str, tokens: Sequence[Token], at: int) -> Noun | None:
    """A scheme that is known as a body too, where somebody launches or joins it: "acceded to the Sky Shield Initiative"."""
    token = tokens[at]
    words = text[token.start : token.end].lower().split()
    if isinstance(token.mention, ActorMention) and token.mention.kind is ActorKind.FORUM:
        behind = [t.text for t in tokens[at + 1 : at + 3]]
        made = len(behind) == 2 and behind[0] in ("was", "were") and behind[1] in _FOUNDED
        if made or (at > 0 and tokens[at - 1].text in _FOUNDED):
            return _proper(tokens, at, at + 1, AgreementKind.PARTNERSHIP)  # "AUKUS was announced"
    if len(words) < 3 or words[-1] not in _SCHEMES or not isinstance(token.mention, ActorMention):
        return None
    around = (*tokens[max(0, at - 5) : at], *tokens[at + 1 : at + 4])
    if not any(t.text in _JOINING for t in around):
        return None
    return _proper(tokens, at, at + 1, AgreementKind.PROGRAMME)


def _lettered(text: str, tokens: Sequence[Token], at: int) -> Noun | None:
    """An instrument known by its letters ("joined SAFE", "the SAFE instrument")."""
    word = text[tokens[at].start : tokens[at].end]
    kind = known_letters().get(word) if word.isupper() else None
    if kind is None:
        return None
    around = [t for t in (*tokens[max(0, at - 2) : at], *tokens[at + 1 : at + 3]) if t.kind == "word"]
    if around and all(text[t.start : t.end].isupper() for t in around):
        return None
    end = at + 2 if at + 1 < len(tokens) and tokens[at + 1].text in heads() else at + 1
    return _proper(tokens, at, end, kind, short=word)


def _by_name(text: str, tokens: Sequence[Token], at: int) -> Noun | None:
    """An instrument known by a name without a noun for one ("Official Security Assistance")."""
    for words, kind in known_names()[tokens[at].text]:
        end = at + len(words)
        if tuple([t.text for t in tokens[at:end]]) == words and text[tokens[end - 1].start].isupper():
            if end < len(tokens) and tokens[end].text in heads():
                end += 1  # "the Sky Shield memorandum"
            short, behind = abbreviation(text, tokens, end)
            return evolve(_proper(tokens, at, behind, kind, short=short), head_end=end)
    return None


def _proper(
    tokens: Sequence[Token], at: int, end: int, kind: AgreementKind, *, plural: bool = False, short: str | None = None
) -> Noun:
    """The noun that a name of one token is."""
    return Noun(
        start=at,
        end=end,
        head=at,
        head_end=at + 1,
        kind=kind,
        named=True,
        plural=plural,
        determiner=determiner(tokens, at),
        short=short,
    )


def _noun(text: str, tokens: Sequence[Token], at: int, entries: Sequence[Entry], flat: bool) -> Noun | None:
    for entry in entries:
        head_end = _head_end(tokens, at, entry.words)
        if head_end:
            return noun_phrase(text, tokens, at, head_end, entry, flat)
    return None


def _head_end(tokens: Sequence[Token], at: int, words: Sequence[str]) -> int:
    """Where the words of a head end, 0 where others stand there; "*" is for up to three words between them."""
    position = at
    for n, word in enumerate(words):
        if word == "*":
            last = min(position + 4, len(tokens))
            near = (i for i in range(position, last) if tokens[i].text == words[n + 1])
            position = next(near, len(tokens))
            if any(t.kind not in ("word", "actor") or t.text in FUNCTION_WORDS for t in tokens[at + 2 : position]):
                return 0
        elif position < len(tokens) and tokens[position].text == word:
            position += 1
        else:
            return 0
    return position
