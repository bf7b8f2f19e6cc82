"""A fast matcher of names: one pass over the words of a text, dictionary look-ups, the longest name wins.

Names become paths of words in a trie. A word is a run of letters or a run of digits, so that "FA-50", "FA50" and
"FA 50" are one path; diacritics are folded. The text is scanned once: a word that begins no name costs one look-up.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kordef.catalogue import SpellingRole

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Hit", "Name", "NameTable", "Sort", "Use", "fold"]


class Sort:
    """What a name belongs to. Plain strings: they are asked for too often for an enum's way of finding its members."""

    STATE: Final = "state"
    ORGANISATION: Final = "organisation"
    COMPANY: Final = "company"
    WEAPON: Final = "weapon"
    CLASS: Final = "class"
    PERSON: Final = "person"
    WORD: Final = "word"
    """A word that starts a rule, such as "minister" or "company"; ``Name.thing`` is its role in the rule."""
    BLOCKED: Final = "blocked"
    """A longer name that only looks like one of the others, such as "Korean War" or "New Mexico"."""


class Name(NamedTuple):
    """A way of writing the name of a thing."""

    sort: str
    """One of `Sort`."""
    thing: Any
    role: SpellingRole = SpellingRole.NAME
    ambiguous: bool = False
    article: bool = False
    """Whether it is a name only with "the" before it."""


class Use:
    """What recognisers look for, one bit each, so that they see only the hits that concern them."""

    ACTOR = 1
    """A state, an organisation or a company."""
    ARM = 2
    """A weapon, a class of weapons, or a noun or prefix beside the name of one."""
    PERSON = 4
    POST = 8
    """The head of a post, or a form of address."""
    BODY = 16
    """The noun of a ministry or another body, or a word that gives a firm away."""
    RECALL = 32
    """A word by which a text comes back to somebody: a post, a pronoun, "company"."""
    AMBIGUOUS = 64
    """All that it may be is doubtful."""


_ACTORS = (Sort.STATE, Sort.ORGANISATION, Sort.COMPANY)
_USES = {Sort.WEAPON: Use.ARM, Sort.CLASS: Use.ARM, Sort.PERSON: Use.PERSON}
_USES_OF_WORDS = {
    "post": Use.POST | Use.RECALL,
    "title": Use.POST,
    "pronoun": Use.RECALL,
    "firm.class": Use.BODY | Use.RECALL,
    "beside": Use.ARM,
    "round": Use.ARM,
    "ship": Use.ARM,
    "prefix": Use.ARM,
}


class Hit(NamedTuple):
    """Names found in a text: all those that the characters ``start`` to ``end`` are."""

    start: int
    end: int
    names: tuple[Name, ...]
    capital: bool
    """Whether the first letter is a capital."""
    use: int
    """What recognisers may make of it: bits of `Use`."""

    def of(self, sort: str) -> Name | None:
        """The first name of a sort."""
        for name in self.names:
            if name.sort is sort:
                return name
        return None


class _Node:
    """A place in the trie: the names that end here and the words that go on."""

    __slots__ = ("names", "next", "use")

    def __init__(self) -> None:
        self.names: tuple[Name, ...] = ()
        self.use = 0
        self.next: dict[str, _Node] = {}

    def add(self, name: Name) -> None:
        if name not in self.names:
            self.names = (*self.names, name)
            self.use = _use(self.names)


def _use(names: tuple[Name, ...]) -> int:
    """The bits of `Use` for names; they are actors only where the first of them is one."""
    if not names:
        return 0
    use = Use.ACTOR if names[0].sort in _ACTORS else 0
    if all(name.ambiguous for name in names):
        use |= Use.AMBIGUOUS
    for name in names:
        is_word = name.sort is Sort.WORD
        use |= _USES_OF_WORDS.get(name.thing, Use.BODY) if is_word else _USES.get(name.sort, 0)
    return use


# Letters with a stroke, and those of two letters grown together, of which the first stands for both.
_STROKED = dict(zip("łŁøØđĐıðÐæÆœŒ", "lLoOdDidDaAoO", strict=True))
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
    "×": "x",
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
    if "\u2160" <= character <= "\u2168":
        # "Cheongung-Ⅱ": one sign for a Roman numeral
        return str(ord(character) - 0x215F)
    bases = [c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c)]
    return bases[0] if len(bases) == 1 else character


def fold(text: str) -> str:
    """The text without diacritics, curly quotation marks and odd blanks, character for character: offsets stay."""
    if text.isascii():
        return text
    folded = {character: _folded(character) for character in sorted(set(_NOT_ASCII.findall(text)))}
    if not all(base.isascii() or base == character for character, base in folded.items()):
        return _NOT_ASCII.sub(lambda match: folded[match[0]], text)
    # No base letter is folded again: one pass for each of the few signs is much faster than one over all.
    for character, base in folded.items():
        text = text.replace(character, base)
    return text


_WORD = re.compile(r"[A-Za-z0-9]+")
_PIECE = re.compile(r"[A-Za-z]+|\d+|&")
# What may stand between two words of a name; a full stop only behind an abbreviation, which is checked.
_STEP = re.compile(r"(\s?[-.,'/]?\s?)([A-Za-z]+|\d+|&)")
_MARKS_BETWEEN = "-.,'/ \t\n"
_LONGEST_ABBREVIATION = 4
_LONGEST_DISTRICT = 2
_MOST_WORDS = 1 << 16


def pieces(text: str) -> list[str]:
    """The words of a name as the trie has them: ``pieces("FA-50GF") == ["FA", "50", "GF"]``."""
    return _PIECE.findall(fold(text))


class _Start(NamedTuple):
    """What a word of a text may begin. Its first ``size`` characters are looked up: the letters of "K9", all of "Korea"."""

    size: int
    capital: bool
    exact: _Node | None
    loose: _Node | None
    names: tuple[Name, ...]
    """The names that the word is by itself."""
    use: int
    follow: frozenset[str]
    """The words, in small letters, that may go on with a longer name."""
    openings: frozenset[str]
    """How what stands behind a blank may go on: the first two letters of those words, and the marks between words."""


class _Starts(dict[str, "_Start | int | None"]):
    """What each word of a text may begin.

    Of those that begin no name the length for a word with a capital, and None for words in small letters and figures. Made when
    a word is first met; words beyond a bound are made anew each time, so that no text can fill the memory.
    """

    def __init__(self) -> None:
        super().__init__()
        self.exact: dict[str, _Node] = {}
        self.loose: dict[str, _Node] = {}

    def __missing__(self, word: str) -> _Start | int | None:
        start = self._start(word)
        if len(self) < _MOST_WORDS:
            self[word] = start
        return start

    def _nodes(self, word: str) -> tuple[_Node | None, _Node | None]:
        lower = word.lower()
        # A word that is found in any case is written in small letters, in capitals, or with one at its beginning.
        loose = self.loose.get(lower) if word in (lower, lower.capitalize(), lower.upper()) else None
        return self.exact.get(word), loose

    def _start(self, word: str) -> _Start | int | None:
        exact, loose = self._nodes(word)
        known = exact is not None or loose is not None
        first = _PIECE.match(word)
        if not known and first is not None and first.end() < len(word):
            word = first[0]
            exact, loose = self._nodes(word)
        if exact is None and loose is None:
            return len(word) if word[0].isupper() else None
        nodes = [node for node in (exact, loose) if node is not None]
        names = tuple(name for node in nodes for name in node.names)
        follow = frozenset(following.lower() for node in nodes for following in node.next)
        openings = frozenset(_MARKS_BETWEEN).union(*map(_openings, follow)) if follow else follow
        return _Start(len(word), word[0].isupper(), exact, loose, names, _use(names), follow, openings)


def _openings(word: str) -> Iterator[str]:
    """The first two letters of a word in any case; of a word of one letter that letter."""
    first, second = word[:1], word[1:2]
    for one in (first, first.upper()):
        for two in (second, second.upper()):
            yield one + two


class NameTable:
    """The names to look for. ``add`` is for building; a table that is in use does not change."""

    def __init__(self) -> None:
        self._starts = _Starts()

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
        node = (self._starts.loose if loose else self._starts.exact).setdefault(first, _Node())
        for word in rest:
            node = node.next.setdefault(word, _Node())
        node.add(name)

    def find(self, text: str, start: int, end: int, hits: list[Hit], capitals: dict[int, int]) -> None:
        """Append the names between two offsets of a folded text to ``hits``, and other capitalised words to ``capitals``."""
        starts = self._starts
        covered = start
        for match in _WORD.finditer(text, start, end):
            if (found := starts[match[0]]) is None:
                continue
            begin = match.start()
            if begin < covered:
                continue
            if isinstance(found, int):
                capitals[begin] = begin + found
                continue
            size, capital, exact, loose, names, use, follow, openings = found
            after = begin + size
            # Mostly a blank and a word follow, whose first letters show that no name goes on with it.
            if (
                openings
                and (
                    text[after : after + 1] != " "
                    or text[after + 1 : after + 3] in openings
                    or text[after + 1 : after + 2] in openings
                )
                and (step := _STEP.match(text, after, end)) is not None
                and step[2].lower() in follow
            ):
                after, names, use = _longest_of(text, begin, after, end, exact, loose, step)
            elif names and text[after : after + 1].isalnum():
                names = ()
            if names:
                hits.append(Hit(begin, after, names, capital, use))
                covered = after
            elif capital:
                capitals[begin] = begin + size


def _longest_of(
    text: str, at: int, after: int, end: int, exact: _Node | None, loose: _Node | None, step: re.Match[str]
) -> tuple[int, tuple[Name, ...], int]:
    """The longest name in either trie that begins with a word; the names of both where they are equally long.

    ``step`` is what follows the word.
    """
    word = text[at:after]
    best, node = (after, None) if exact is None else _longest(text, word, after, end, exact, False, step)
    names, use = (node.names, node.use) if node is not None else ((), 0)
    if loose is not None:
        other, node = _longest(text, word, after, end, loose, True, step)
        if node is not None and (not names or other > best):
            best, names, use = other, node.names, node.use
        elif node is not None and other == best:
            names = (*names, *node.names)
            use = _use(names)
    if names and text[best - 2 : best + 1 : 2] == ".." and best < end:
        # The last full stop of "U.S." belongs to it.
        best += 1
    return best, names, use


def _is_district(joint: str, following: str) -> bool:
    """Whether letters behind a comma may belong to a town: "Washington, D.C."."""
    return joint.startswith(",") and len(following) <= _LONGEST_DISTRICT and following.isupper()


def _longest(
    text: str, word: str, after: int, end: int, node: _Node, loose: bool, step: re.Match[str] | None
) -> tuple[int, _Node | None]:
    """Where the longest name stops that begins with a word that ends at ``after``, and its node, if there is one."""
    best = after
    first = after
    found = node if node.names and (after == len(text) or not text[after].isalnum()) else None
    while node.next and step is not None:
        joint, following = step.groups()
        # Short and thus an abbreviation ("S. Korea", "Co., Ltd"), or the end of a sentence, which ends a name.
        if ("." in joint or "," in joint) and len(word) > _LONGEST_ABBREVIATION and not _is_district(joint, following):
            break
        further = node.next.get(following.lower() if loose else following)
        # "K 9" is too little to be sure of; "K-9", "K9" and "FA 50" are enough.
        alone = after == first and len(word) == 1
        if further is None or (alone and following.isdigit() and joint not in ("", "-")):
            break
        node, word, after = further, following, step.end()
        if node.names and (after == len(text) or not text[after].isalnum()):
            best, found = after, node
        step = _STEP.match(text, after, end) if node.next else None
    return best, found
