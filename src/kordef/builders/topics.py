"""Whether a story, or a sentence with its paragraph and title, is about defence and security."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from kordef.builders.grammar.tokens import Line
from kordef.builders.once import once
from kordef.builders.page import Page, once_in
from kordef.document import Document, Span
from kordef.mentions.model import ActorMention, Mentions
from kordef.vocabulary import ActorKind

__all__ = ["Topics", "about_defence", "is_arms_firm", "off_subject", "speaks_of_core", "speaks_of_defence"]

SHORT = 500
"""A story below this many characters is given the benefit of the doubt."""

_AROUND = 3000
"""The characters before and behind a sentence within which its paragraph says what it is about."""

_SHARE = 12
"""One sentence in so many has a word of the subject's core."""


@cache
def _raw() -> dict[str, list[str]]:
    return tomllib.loads(files("kordef.builders").joinpath("data", "topics.toml").read_text("utf-8"))


@cache
def _mixed_firms() -> frozenset[str]:
    return frozenset(f"company:{firm}" for firm in _raw()["mixed_firms"])


@cache
def _words() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(r"\b(?:" + "|".join(_by_letter(words, open=name != "elsewhere")) + ")")
        for name, words in _raw().items()
        if name != "mixed_firms"
    }


def _by_letter(words: Sequence[str], *, open: bool) -> Iterator[str]:  # noqa: A002 - said of words
    """The words of each first letter, of which one look then rules out all."""
    for letter in dict.fromkeys(word[0] for word in words):
        yield f"{letter}(?:{'|'.join(_form(word[1:], open=open) for word in words if word[0] == letter)})"


def _form(word: str, *, open: bool) -> str:  # noqa: A002 - said of words
    """A stem that any ending may follow, or a word that ends where no "*" stands."""
    return re.escape(word) if open else re.escape(word).replace(r"\*", r"\w*") + r"\b"


@lru_cache(maxsize=2)
def _small(text: str) -> str:
    """A text in small letters, each where it was."""
    small = text.lower()
    return small if len(small) == len(text) else "".join([c if len(c.lower()) > 1 else c.lower() for c in text])


@once
def _subject_words(page: Page) -> tuple[list[int], list[int]]:
    """Where the words of the subject begin and end in the text of a page."""
    words, text = _words(), _small(page.document.text)
    found = [m.span() for m in words["stems"].finditer(text) if not words["never"].match(text, m.start())]
    return [start for start, _ in found], [end for _, end in found]


def about_defence(page: Page, start: int, end: int) -> bool:
    """Whether a stretch of a page's text has a word of the subject in it."""
    starts, ends = _subject_words(page)
    at = bisect_left(starts, start)
    return at < len(ends) and ends[at] <= end


def speaks_of_core(page: Page, start: int, end: int) -> bool:
    """Whether a stretch of a page's text has a word of the subject's core in it."""
    return _words()["core"].search(_small(page.document.text), start, end) is not None


def is_arms_firm(mention: ActorMention) -> bool:
    """Whether an actor is a firm of the catalogue that lives by arms above all: "Rheinmetall", not "Airbus"."""
    if mention.kind is not ActorKind.COMPANY or mention.key in _mixed_firms():
        return False
    return not mention.key.startswith("company:x:")


def _start_of(sentence: Span) -> int:
    return sentence.start


@once_in
def speaks_of_defence(page: Page, line: Line) -> bool:
    """Whether a sentence, else its paragraph, else the title of its story is about defence and security."""
    block = page.document.blocks[line.block]
    story = page.document.stories[line.story]
    if about_defence(page, line.start, line.end):
        return True
    sentences = block.sentences
    first = bisect_right(sentences, line.start - _AROUND, key=_start_of)
    near = sentences[first : bisect_left(sentences, line.start + _AROUND, key=_start_of)]
    if near and about_defence(page, near[0].start, near[-1].end):
        return True
    return story.title is not None and about_defence(page, story.title.start, story.title.end)


class Topics:
    """Which blocks of a page speak of defence."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.known: dict[int, bool] = {w.block: True for w in page.mentions.weapons if w.form == "name"}

    def is_defence(self, line: Line) -> bool:
        """Whether the block of a line speaks of defence."""
        known = self.known.get(line.block)
        if known is None:
            known = self.known[line.block] = speaks_of_defence(self.page, line)
        return known


def off_subject(document: Document, mentions: Mentions, lines: Iterable[Line]) -> frozenset[int]:
    """The positions of the stories that are not about defence and security.

    A story is about them if it names a weapon, or if at least one sentence in twelve has a word of the subject's core or
    names an arms firm, or where diplomats are named a word of strategic affairs: news of trade or sport borrows such a
    word now and then. A short story is given the benefit of the doubt unless words of another world outweigh those of the core.
    """
    core, elsewhere = _words()["core"], _words()["elsewhere"]
    firms = _firms(mentions)
    text = _small(document.text)
    about = {weapon.story for weapon in mentions.weapons if weapon.form == "name"}
    told: dict[int, list[tuple[int, int]]] = {}
    for line in lines:
        if line.story not in about:
            told.setdefault(line.story, []).append((line.start, line.end))
    away: set[int] = set()
    for story, spans in told.items():
        if sum(end - start for start, end in spans) >= SHORT:
            own = _told_by(text, spans, core)
            hits = sum(
                any(words.search(text, start, end) is not None for words in own)
                or _stands_in(firms.get(story, ()), start, end)
                for start, end in spans
            )
            strange = _SHARE * hits < len(spans)
        else:
            ours = sum(1 for span in spans for _ in core.finditer(text, *span))
            ours += sum(_stands_in(firms.get(story, ()), start, end) for start, end in spans)
            theirs = sum(1 for span in spans for _ in elsewhere.finditer(text, *span))
            strange = theirs > ours
        if strange:
            away.add(story)
    return frozenset(away)


def _told_by(text: str, spans: Sequence[tuple[int, int]], core: re.Pattern[str]) -> tuple[re.Pattern[str], ...]:
    """The words that show a story to be about the subject: those of its core, for diplomats those of strategic affairs too."""
    diplomats = _words()["diplomats"]
    if any(diplomats.search(text, start, end) is not None for start, end in spans):
        return core, _words()["strategic"]
    return (core,)


def _firms(mentions: Mentions) -> dict[int, list[int]]:
    """Where each story names arms firms, in order."""
    found: dict[int, list[int]] = {}
    for actor in mentions.actors:
        if is_arms_firm(actor):
            found.setdefault(actor.story, []).append(actor.start)
    return found


def _stands_in(starts: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(starts, start)
    return at < len(starts) and starts[at] < end
