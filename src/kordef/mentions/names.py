"""A fast matcher of names: one pass over the words of a text, dictionary look-ups, the longest name wins.

Names become paths of words in a trie. A word is a run of letters or a run of digits, so that "FA-50", "FA50" and
"FA 50" are one path; diacritics are folded. The text is scanned once: a word that begins no name costs one look-up.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import cache
from typing import Any, NamedTuple

from kordef.catalogue import SpellingRole

__all__ = ["Hit", "Name", "NameTable", "Sort", "fold"]


class Sort(Enum):
    """What a name belongs to."""

    STATE = "state"
    ORGANISATION = "organisation"
    COMPANY = "company"
    WEAPON = "weapon"
    CLASS = "class"
    PERSON = "person"
    WORD = "word"
    """A word that starts a rule, such as "minister" or "company"; ``Name.thing`` is its role in the rule."""
    BLOCKED = "blocked"
    """A longer name that only looks like one of the others, such as "Korean War" or "New Mexico"."""


class Name(NamedTuple):
    """A way of writing the name of a thing."""

    sort: Sort
    thing: Any
    role: SpellingRole = SpellingRole.NAME
    ambiguous: bool = False
    article: bool = False
    """Whether it is a name only with "the" before it."""


class Hit(NamedTuple):
    """Names found in a text: all those that the characters ``start`` to ``end`` are."""

    start: int
    end: int
    names: tuple[Name, ...]
    capital: bool
    """Whether the first letter is a capital."""

    def of(self, sort: Sort) -> Name | None:
        """The first name of a sort."""
        for name in self.names:
            if name.sort is sort:
                return name
        return None


class _Node:
    """A place in the trie: the names that end here and the words that go on."""

    __slots__ = ("names", "next")

    def __init__(self) -> None:
        self.names: tuple[Name, ...] = ()
        self.next: dict[str, _Node] = {}


_STROKED = {"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ð": "d", "Ð": "D"}
_MARKS = {
    "‘": "'",
    "’": "'",
    "ʼ": "'",
    "′": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "‐": "-",
    "‑": "-",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
}


_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


@cache
def _folded(character: str) -> str:
    """One character for one: the base letter, the plain mark, or the character itself."""
    folded = _STROKED.get(character) or _MARKS.get(character)
    if folded is not None or character < "\xc0":
        return folded or character
    bases = [c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c)]
    return bases[0] if len(bases) == 1 else character


def fold(text: str) -> str:
    """The text without diacritics, curly quotation marks and odd blanks, character for character: offsets stay."""
    return text if text.isascii() else _NOT_ASCII.sub(lambda match: _folded(match[0]), text)


_WORD = re.compile(r"[A-Za-z0-9]+")
_PIECE = re.compile(r"[A-Za-z]+|\d+|&")
# What may stand between two words of a name; a full stop only behind an abbreviation, which is checked.
_STEP = re.compile(r"(\s?[-.,'/]?\s?)([A-Za-z]+|\d+|&)")
_LONGEST_ABBREVIATION = 4


def pieces(text: str) -> list[str]:
    """The words of a name as the trie has them: ``pieces("FA-50GF") == ["FA", "50", "GF"]``."""
    return _PIECE.findall(fold(text))


class NameTable:
    """The names to look for. ``add`` is for building; a table that is in use does not change."""

    def __init__(self) -> None:
        self._exact: dict[str, _Node] = {}
        self._loose: dict[str, _Node] = {}
        # For each word that may begin a name: its node in either trie.
        self._starts: dict[str, tuple[_Node | None, _Node | None]] = {}

    def add(self, text: str, name: Name, *, any_case: bool = False) -> None:
        """Enter a spelling; with ``any_case`` it is found in small letters, capitals and title case."""
        if text[:4] in ("the ", "The ") and not any_case:
            bare = text[4:]
            self._enter(pieces(bare), name._replace(article=text[0] == "t"), loose=False)
            return
        self._enter(pieces(text), name, loose=any_case)

    def _enter(self, words: list[str], name: Name, *, loose: bool) -> None:
        if not words:
            return
        if loose:
            words = [word.lower() for word in words]
        first, *rest = words
        roots = self._loose if loose else self._exact
        node = roots.get(first)
        if node is None:
            node = roots[first] = _Node()
            for form in (first, first.capitalize(), first.upper()) if loose else (first,):
                exact, folded = self._starts.get(form, (None, None))
                self._starts[form] = (exact, node) if loose else (node, folded)
        for word in rest:
            node = node.next.setdefault(word, _Node())
        if name not in node.names:
            node.names = (*node.names, name)

    def find(self, text: str, start: int, end: int, hits: list[Hit], capitals: list[tuple[int, int]]) -> None:
        """Append the names between two offsets of a folded text to ``hits``, and other capitalised words to ``capitals``."""
        look_up = self._starts.get
        covered = start
        for match in _WORD.finditer(text, start, end):
            word = match[0]
            nodes = look_up(word)
            if nodes is None and (word.islower() or word.isdigit()):
                continue
            at, after = match.span()
            if at < covered:
                continue
            if nodes is None and not word.isalpha():
                first = _PIECE.match(word)
                if first is not None and first.end() < len(word):
                    word = first[0]
                    after = at + len(word)
                    nodes = look_up(word)
            best, names = (after, ()) if nodes is None else _longest_of(text, word, after, end, nodes)
            if names:
                hits.append(Hit(at, best, names, word[0].isupper()))
                covered = best
            elif word[0].isupper():
                capitals.append((at, after))


def _longest_of(
    text: str, word: str, after: int, end: int, nodes: tuple[_Node | None, _Node | None]
) -> tuple[int, tuple[Name, ...]]:
    """The longest name in either trie that begins with a word; the names of both where they are equally long."""
    exact, loose = nodes
    if not _goes_on(text, after, end, exact, loose):
        # Most names are one word, and most words that may begin a longer name do not.
        if text[after : after + 1].isalnum():
            return after, ()
        if exact is None:
            return after, loose.names if loose is not None else ()
        return after, exact.names if loose is None else (*exact.names, *loose.names)
    best, names = (after, ()) if exact is None else _longest(text, word, after, end, exact, False)
    if loose is not None:
        other, more = _longest(text, word, after, end, loose, True)
        if more and (not names or other > best):
            best, names = other, more
        elif more and other == best:
            names = (*names, *more)
    if names and text[best - 2 : best + 1 : 2] == ".." and best < end:
        # The last full stop of "U.S." belongs to it.
        best += 1
    return best, names


def _goes_on(text: str, after: int, end: int, exact: _Node | None, loose: _Node | None) -> bool:
    """Whether the word behind ``after`` goes on with a name in either trie, as far as one look at it tells."""
    more = exact.next if exact is not None else {}
    other = loose.next if loose is not None else {}
    if not more and not other:
        return False
    step = _STEP.match(text, after, end)
    if step is None:
        return False
    return step[2] in more or (bool(other) and step[2].lower() in other)


def _longest(text: str, word: str, after: int, end: int, node: _Node, loose: bool) -> tuple[int, tuple[Name, ...]]:
    """The longest name that begins with a word that ends at ``after``."""
    best = after
    names: tuple[Name, ...] = ()
    if node.names and (after == len(text) or not text[after].isalnum()):
        names = node.names
    while node.next:
        step = _STEP.match(text, after, end)
        if step is None:
            break
        joint, following = step.groups()
        # Short and thus an abbreviation ("S. Korea", "Co., Ltd"), or the end of a sentence, which ends a name.
        if ("." in joint or "," in joint) and len(word) > _LONGEST_ABBREVIATION:
            break
        further = node.next.get(following.lower() if loose else following)
        # "K 9" is too little to be sure of; "K-9", "K9" and "FA 50" are enough.
        if further is None or (len(word) == 1 and following.isdigit() and joint not in ("", "-")):
            break
        node, word, after = further, following, step.end()
        if node.names and (after == len(text) or not text[after].isalnum()):
            best, names = after, node.names
    return best, names
