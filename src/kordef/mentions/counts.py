"""What a number counts: the noun phrase behind it, whether it names persons, and where a number counts nothing at all."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kordef.mentions.following import plural_of
from kordef.mentions.numerals import CARDINALS
from kordef.mentions.word_files import read_words_of

__all__ = ["CAPITAL_SERIES", "NAMED_SERIES", "SERIES", "Noun", "is_material", "is_name", "names_persons", "noun_behind"]

_COUNTED: Final = read_words_of("counted")
_STOPS: Final = frozenset(_COUNTED["stops"])
_ADDITIONAL: Final = frozenset(_COUNTED["additional"])
_SINGULAR_PERSONS: Final = frozenset(_COUNTED["persons"])
_PERSONS: Final = frozenset((*_COUNTED["people"], *_COUNTED["demonyms"], *map(plural_of, _COUNTED["persons"])))
_UNCHANGED: Final = frozenset((*_COUNTED["unchanged"], *_COUNTED["people"]))
_MODIFIERS: Final = frozenset(_COUNTED["modifiers"])
_SINGULAR_S: Final = frozenset(_COUNTED["singular_s"])
_MATERIAL: Final = frozenset((*_COUNTED["material"], *map(plural_of, _COUNTED["material"])))
SERIES: Final = frozenset(_COUNTED["series"])
CAPITAL_SERIES: Final = frozenset(_COUNTED["capital_series"])
NAMED_SERIES: Final = frozenset(_COUNTED["named_series"])
_STREETS: Final = frozenset(_COUNTED["streets"])
_OF_DETERMINERS: Final = frozenset({"the", "these", "those", "its", "their", "our", "his", "her", "them", "which", "whom", "such"})

_RUN = re.compile(r"(?:(?:[ \u00a0]|\n(?=[a-z]))[\w’'./+&-]{0,40}[\w+](?: \([A-Z][\w-]{1,9}\)(?= [A-Za-z]))?){1,12}")
_WORD = re.compile(r"[\w’'./+&-]+")
_CALIBRE = re.compile(r"[0-9.]+[ -]?(?:mm|millimet\w+)|[0-9]+x[0-9]+|[0-9][0-9,.]*-[a-z]+(?:-[a-z]+)?")


class Noun(NamedTuple):
    """The noun phrase behind a number: its place, its head in small letters, and whether "more" or the like comes before it.

    ``start`` equals ``end`` where there is none; ``end`` is then the end of words such as "more" or "of those". ``named`` is
    set where the words make a name of the number ("10 Downing Street"), ``partitive`` where a number of its own comes before the
    noun ("six of the eight judges").
    """

    start: int
    end: int
    head: str
    additional: bool = False
    of: bool = False
    plural: bool = False
    named: bool = False
    partitive: bool = False


def _is_plural(word: str, lower: str) -> bool:
    """Whether a word has the form of a plural noun."""
    if lower in _UNCHANGED:
        return True
    if not lower.endswith("s") or len(lower) < 3 or lower in _SINGULAR_S:
        return False
    if lower.endswith(("ss", "us", "is", "’s", "'s")):
        return lower[-2:] == "is" and lower.endswith(("anis", "aqis", "elis", "udis", "atis", "eris", "taxis", "skis"))
    # All capitals: an abbreviation such as ATACMS, unless only the s is small.
    return not word.isupper() or any(letter.isdigit() for letter in word)


def _is_designation(word: str) -> bool:
    """Whether a word is written like the name of a product: K9A1, M142, FA-50, HIMARS."""
    return len(word) > 1 and (word.isupper() or (any(c.isdigit() for c in word) and any(c.isupper() for c in word)))


def noun_behind(text: str, position: int, end: int, *, one: bool = False, vague: bool = False) -> Noun:
    """The noun phrase that begins at ``position``, directly behind a number; ``one`` for the number one."""
    run = _RUN.match(text, position, end)
    if run is None:
        return Noun(position, position, "")
    words = [(m.start(), m.end(), m[0], m[0].lower()) for m in _WORD.finditer(text, position, run.end())]
    index, additional, of, last = 0, False, False, position
    while index < len(words) and words[index][3] in _ADDITIONAL:
        additional = additional or words[index][3] != "other"
        last = words[index][1]
        index += 1
    if index < len(words) and words[index][3] == "of":
        following = words[index + 1][3] if index + 1 < len(words) else ""
        if following in _OF_DETERMINERS:
            last = words[index + 1][1] if following != "the" else last
            if following in ("them", "which", "whom", "those", "these") and not _follows_noun(words, index + 2):
                return Noun(last, last, "", additional, True)
            index, of = index + 2, True
        elif vague:
            index += 1
        else:
            return Noun(last, last, "", additional)
    partitive = of and index < len(words) and (words[index][3] in CARDINALS or words[index][3].isdigit())
    index += partitive
    first = index
    best = -1
    kept = -1
    while index < len(words) and index < first + 9:
        start, stop, word, lower = words[index]
        if (lower in _STREETS or lower.endswith(("-daero", "-ro", "-gil"))) and first <= index - (lower in _STREETS) and words[first][2][0].isupper():
            return Noun(last, last, "", named=True)
        if (lower in _STOPS and not (word[0].isupper() and word.isupper())) or (best >= 0 and lower.endswith("ed")):
            if lower == "and" and best < 0 and (joined := _joined(words, index, first)) > 0:
                best = joined
                break
            break
        if word[0].isdigit() and not _CALIBRE.fullmatch(word) and not _is_designation(word) and not (index > first and words[index - 1][3] in NAMED_SERIES):
            if not (text.startswith(" mm", stop) or text.startswith("-mm", stop)):
                break
        if _is_plural(word, lower):
            if best >= 0 and not _extends(words[best]):
                break
            best = index
            if not _extends(words[best]):
                break
        elif best >= 0 and index > best + 2:
            break
        kept = index
        index += 1
    if best < 0:
        best = _singular_head(words, first, kept, one)
    if best < 0:
        return Noun(last, last, "", additional, of)
    head = words[best]
    return Noun(words[first][0], head[1], head[3], additional, of, plural=_is_plural(head[2], head[3]), partitive=partitive)


def _follows_noun(words: list[tuple[int, int, str, str]], index: int) -> bool:
    """Whether a plural noun stands directly behind "these" or "those"."""
    return index < len(words) and words[index - 1][3] in ("these", "those") and not words[index][3] in _STOPS


def _extends(word: tuple[int, int, str, str]) -> bool:
    """Whether a plural may itself stand before the head: "arms deals", "aircraft engines", "Hercules transports"."""
    return word[3] in _MODIFIERS or word[3] in _UNCHANGED or word[2].isupper() or (word[2][0].isupper() and not any(c.isdigit() for c in word[2]))


def _joined(words: list[tuple[int, int, str, str]], index: int, first: int) -> int:
    """Where the plural is in "NATO and EU member states": two adjectives that share a noun."""
    if index != first + 1 or any(letter.isdigit() for letter in words[first][2]):
        return -1
    for further in range(index + 1, min(index + 4, len(words))):
        _, _, word, lower = words[further]
        if lower in _STOPS or word[0].isdigit() or lower in CARDINALS:
            return -1
        if _is_plural(word, lower):
            return further if further > index + 1 else -1
    return -1


def _singular_head(words: list[tuple[int, int, str, str]], first: int, kept: int, one: bool) -> int:
    """The head of a phrase without a plural: material, a product's name, or whatever stands behind one."""
    material = [i for i in range(first, kept + 1) if words[i][3] in _MATERIAL]
    if material:
        return material[0] if len(material) == 1 or material[-1] > material[0] + 2 else material[-1]
    named = first
    while named <= kept and (_is_designation(words[named][2]) or words[named][2][0].isupper()):
        named += 1
    if named > first and any(_is_designation(words[i][2]) for i in range(first, named)):
        return named - 1
    if one and kept >= first and not words[first][3].endswith("ed"):
        return min(kept, first + 1) if kept > first and words[first + 1][3] in _MATERIAL else first
    return -1


_NAMES: Final[dict[str, tuple[str, ...]]] = {}
for _name in _COUNTED["names"]:
    _NAMES[_name.split()[0].split("-")[0]] = (*_NAMES.get(_name.split()[0].split("-")[0], ()), _name.replace("-", " "))


def is_name(text: str, position: int, word: str) -> int:
    """The length of a name such as "Five Eyes" that begins at ``position``, where ``word`` stands in small letters; 0 for none."""
    for name in _NAMES.get(word, ()):
        if text[position : position + len(name)].lower().replace("-", " ") == name:
            return len(name)
    return 0


def is_material(head: str) -> bool:
    """Whether a head noun names arms or equipment that registers count."""
    return head in _MATERIAL


def names_persons(head: str, shown: str) -> bool:
    """Whether a head noun, given in small letters and as written, names human beings."""
    if head in _PERSONS or head in _SINGULAR_PERSONS:
        return True
    tail = head.rpartition("-")[2]
    if tail != head and (tail in _PERSONS or tail in _SINGULAR_PERSONS):
        return True
    return shown[0].isupper() and not shown.isupper() and head.endswith("ans") and head.isalpha()
