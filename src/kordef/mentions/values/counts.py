"""What a number counts: the noun phrase behind it, whether it names persons, and where a number counts nothing at all."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from kordef.currencies import ACTIVE
from kordef.mentions.values.following import plural_of
from kordef.mentions.values.numerals import CARDINALS, SCALES
from kordef.mentions.word_files import read_words_of

__all__ = [
    "CAPITAL_SERIES",
    "NAMED_SERIES",
    "RELEASES",
    "SERIES",
    "Noun",
    "counts_humans",
    "is_material",
    "is_name",
    "is_stop",
    "names_persons",
    "noun_behind",
]

_COUNTED: Final = read_words_of("counted")
_DOUBTFUL_CODES: Final = frozenset(read_words_of("money")["doubtful_codes"])
_STOPS: Final = frozenset(_COUNTED["stops"])
_SMALL_STOPS: Final = frozenset(_COUNTED["small_stops"])
_ADDITIONAL: Final = frozenset(_COUNTED["additional"])
_SINGULAR_PERSONS: Final = frozenset(_COUNTED["persons"])
_PERSONS: Final = frozenset((*_COUNTED["people"], *_COUNTED["demonyms"], *map(plural_of, _COUNTED["persons"])))
_UNCHANGED: Final = frozenset((*_COUNTED["unchanged"], *_COUNTED["people"]))
_MODIFIERS: Final = frozenset(_COUNTED["modifiers"])
_SINGULAR_S: Final = frozenset(_COUNTED["singular_s"])
_PERSON_ENDINGS: Final = tuple(_COUNTED["person_endings"])
_PLURAL_ENDINGS: Final = ("men", "women", "people", "children")
_NO_PERSONS: Final = frozenset(_COUNTED["no_person_endings"])
_ANS: Final = frozenset(_COUNTED["demonyms_in_ans"])
_HEADS_OF = re.compile(r" of (?:" + "|".join(_COUNTED["heads_of"]) + r")\b")
_BODIES: Final = frozenset(_COUNTED["bodies"])
_MEMBER_BODIES: Final = frozenset(_COUNTED["member_bodies"])
_USES_OF_MATERIAL: Final = frozenset({"detection", "surveillance", "warning", "reconnaissance"})
"""Behind a noun for equipment these say what something else is for: "two long-range radar detection and control aircraft"."""
_MATERIAL: Final = frozenset((*_COUNTED["material"], *map(plural_of, _COUNTED["material"])))
SERIES: Final = frozenset(_COUNTED["series"])
RELEASES: Final = frozenset(_COUNTED["releases"])
CAPITAL_SERIES: Final = frozenset(_COUNTED["capital_series"])
NAMED_SERIES: Final = frozenset(_COUNTED["named_series"])
_STREETS: Final = frozenset(_COUNTED["streets"])
_OF_PRONOUNS: Final = frozenset({"them", "which", "whom", "these", "those"})
_OF_DETERMINERS: Final = frozenset({"the", "its", "their", "our", "his", "her", "such", *_OF_PRONOUNS})
_STREET_ENDINGS: Final = ("-daero", "-ro", "-gil")

_NEXT_WORD = re.compile(
    r"(?:[ \u00a0]|\n(?=[a-z]))"
    # a plain word comes first, for speed
    r"([A-Za-z]{1,41}+(?=[ ,;:)\n])|(?:[A-Z]\.){1,3}(?= [A-Za-z])|[\w’'./+&×-]{0,40}[\w+])"
    r"(?: \([A-Z][\w-]{1,9}\)(?= [A-Za-z]))?"
)
_BLANKS: Final = " \u00a0\n"
"""What the first word behind a number stands behind."""
_CALIBRE = re.compile(r"[0-9.]+[ -]?(?:mm|millimet\w+)|[0-9]+[x×][0-9]+|[0-9][0-9,.]*-[a-z]+(?:-[a-z]+)?")
_LONGEST_PHRASE: Final = 10
"""Words of the longest noun phrase that is read."""


class _Spelling:
    """What a word may be in a noun phrase, by its form alone."""

    __slots__ = (
        *("additional", "belongs", "capital", "closes", "digit", "is_past", "lower", "number", "plural"),
        *("reach", "stops", "street", "text"),
    )

    def __init__(self, text: str) -> None:
        lower = text.lower()
        self.text = text
        self.lower = lower
        self.capital = text[0].isupper()
        self.digit = text[0].isdigit()
        self.additional = lower in _ADDITIONAL
        self.number = lower in CARDINALS
        self.street = lower in _STREETS or lower.endswith(_STREET_ENDINGS)
        self.stops = is_stop(text)
        """Whether a noun phrase ends before it."""
        self.closes = self.stops and not (self.additional or self.street or lower in ("of", "and"))
        """Whether there is no noun phrase where it stands first."""
        self.plural = _is_plural(text, lower)
        self.is_past = lower.endswith("ed")
        self.belongs = _CALIBRE.fullmatch(text) is not None or _is_designation(text)
        """Whether it is part of a noun phrase although it begins with a digit: a calibre, a designation."""
        self.reach = 0
        """How many words behind a plural may hold the head that it stands before: "arms export deals", "Hercules transports"."""
        if lower in _MODIFIERS or lower in _UNCHANGED or text.isupper():
            self.reach = 2
        elif self.capital and not any(sign.isdigit() for sign in text):
            self.reach = 1


_spelling = lru_cache(maxsize=1 << 14)(_Spelling)
"""The same few thousand words stand behind most numbers."""


class _Words:
    """The words behind a number, from the first, read as they are asked for; none beyond the first that punctuation parts."""

    def __init__(self, text: str, first: re.Match[str], end: int) -> None:
        self._text = text
        self._position = first.end()
        self._end = end
        self._starts = [first.start(1)]
        self._read = [_spelling(first[1])]

    def at(self, index: int) -> _Spelling | None:
        """The word number ``index``, counted from 0, or None behind the last."""
        read = self._read
        while len(read) <= index:
            found = _NEXT_WORD.match(self._text, self._position, self._end)
            if found is None or len(read) > _LONGEST_PHRASE + 3:
                return None
            self._starts.append(found.start(1))
            read.append(_spelling(found[1]))
            self._position = found.end()
        return read[index]

    def lower(self, index: int) -> str:
        """The word number ``index`` in small letters, "" behind the last."""
        word = self.at(index)
        return "" if word is None else word.lower

    def start(self, index: int) -> int:
        """Where a word that has been read starts."""
        return self._starts[index]

    def end(self, index: int) -> int:
        """Where a word that has been read ends."""
        return self._starts[index] + len(self._read[index].text)


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
    if lower in _UNCHANGED or (lower.endswith(_PLURAL_ENDINGS) and lower not in _NO_PERSONS):
        return True
    if not lower.endswith("s") or len(lower) < 3 or lower in _SINGULAR_S:
        return False
    if lower.endswith(("ss", "us", "is", "’s", "'s")):
        return lower[-2:] == "is" and lower.endswith(("anis", "aqis", "elis", "udis", "atis", "eris", "taxis", "skis"))
    # All capitals: an abbreviation such as ATACMS, unless only the s is small.
    return not word.isupper() or any(letter.isdigit() for letter in word)


_OF_NATIONS: Final = (
    "ish", "an", "ese", "ch", "ic", "ak", "eek", "iss", "ai", "ab", "qi", "ni", "li", "ti", "sh", "ot",
)  # fmt: skip
_SERVICES: Final = frozenset(
    "army navy marine marines air force guard corps royal allied western foreign civilian coalition czech uzbek kazakh"
    " tajik kyrgyz turkmen serb croat afghan slovene thai ministry police".split()
)
"""What may stand with a capital before "trainers" that teach."""


def _is_designation(word: str) -> bool:
    """Whether a word is written like the name of a product: K9A1, M142, FA-50, HIMARS."""
    return (
        len(word) > 1
        and "." not in word
        and (word.isupper() or (any(sign.isdigit() for sign in word) and any(sign.isupper() for sign in word)))
    )


def _is_make(word: str) -> bool:
    """Whether a word may be the name of a product ("Hawk", "Tucano"), and neither an adjective of a nation nor a service."""
    return (
        word[0].isupper()
        and not word.isupper()
        and word.isalpha()
        and word.lower() not in _SERVICES
        and not word.endswith(_OF_NATIONS)
    )


def noun_behind(text: str, position: int, end: int, *, one: bool = False, vague: bool = False) -> Noun:
    """The noun phrase that begins at ``position``, directly behind a number.

    ``one`` is set for the number one, whose noun is no plural, ``vague`` for "dozens" and the like, which "of" joins to theirs.
    """
    if position >= end or text[position] not in _BLANKS:
        return Noun(position, position, "")
    found = _NEXT_WORD.match(text, position, end)
    if found is None:
        return Noun(position, position, "")
    opening = _spelling(found[1])
    if opening.closes:
        return Noun(position, position, "")
    words = _Words(text, found, end)
    word: _Spelling | None = opening
    index, additional, of, last = 0, False, False, position
    while word is not None and word.additional:
        additional = additional or word.lower != "other"
        last = words.end(index)
        index += 1
        word = words.at(index)
    if word is not None and word.lower == "of":
        following = words.at(index + 1)
        if following is not None and following.lower in _OF_DETERMINERS:
            if following.lower != "the":
                last = words.end(index + 1)
            demonstrative = following.lower in ("these", "those") and words.lower(index + 2) not in _STOPS | {""}
            if following.lower in _OF_PRONOUNS and not demonstrative:
                return Noun(last, last, "", additional, True)
            index, of = index + 2, True
        elif vague:
            index += 1
        else:
            return Noun(last, last, "", additional)
    partitive = of and (words.lower(index) in CARDINALS or words.lower(index).isdigit())
    first = index + partitive
    head = _head(text, words, first, one)
    if head == _ADDRESS:
        return Noun(last, last, "", named=True)
    noun = None if head == _NO_HEAD else words.at(head)
    if noun is None:
        return Noun(last, last, "", additional, of)
    return Noun(words.start(first), words.end(head), noun.lower, additional, of, noun.plural, partitive=partitive)


_NO_HEAD: Final = -1
_LETTERS_OF_CODE: Final = 4
_ADDRESS: Final = -2


def _head(text: str, words: _Words, first: int, one: bool) -> int:
    """Which word is the head of the noun phrase that begins with word ``first``; else `_NO_HEAD`, or `_ADDRESS` of a house."""
    index, best, reach, kept = first, -1, 0, -1
    while index < first + _LONGEST_PHRASE:
        word = words.at(index)
        if word is None:
            break
        if word.street:
            opening = words.at(first)
            if opening is not None and opening.capital and (index > first or word.lower not in _STREETS):
                return _ADDRESS
        if word.stops:
            if word.lower == "and" and best < 0:
                best = _joined(words, index, first)
            break
        if best >= 0 and (index > best + reach or word.is_past):
            break
        if (word.digit and not _belongs(text, words, index, word)) or word.number:
            break
        if word.plural:
            best, reach = index, word.reach
            if reach == 0:
                break
        kept = index
        index += 1
    return best if best >= 0 else _singular_head(words, first, kept, one)


def _belongs(text: str, words: _Words, index: int, word: _Spelling) -> bool:
    """Whether a word that begins with a digit is part of a noun phrase: a calibre, a designation, the 2 of "Leopard 2 tanks"."""
    if word.belongs or text.startswith((" mm", "-mm"), words.end(index)):
        return True
    following = words.at(index + 1)
    if following is not None and following.lower == "generation":
        # "twelve 4.5 generation jets"
        return True
    before = words.at(index - 1) if index > 0 else None
    if before is None:
        return False
    if before.lower in NAMED_SERIES:
        return True
    # "two ASC 890 aircraft", "three NH 90 helicopters"
    is_code = (
        word.text.isdigit() and before.text.isupper() and before.text.isalpha() and len(before.text) <= _LETTERS_OF_CODE
    )
    return is_code and following is not None and following.plural and following.lower not in SCALES


def _joined(words: _Words, index: int, first: int) -> int:
    """Where the plural is in "NATO and EU member states": two adjectives that share a noun; -1 for none."""
    opening = words.at(first)
    if index != first + 1 or opening is None or any(sign.isdigit() for sign in opening.text):
        return -1
    for further in range(index + 1, index + 4):
        word = words.at(further)
        if word is None or word.lower in _STOPS or word.digit or word.number:
            return -1
        if word.plural:
            return further if further > index + 1 else -1
    return -1


def _singular_head(words: _Words, first: int, kept: int, one: bool) -> int:
    """The head of a phrase without a plural: material, a product's name, or whatever stands behind one."""
    phrase = [word for index in range(first, kept + 1) if (word := words.at(index)) is not None]
    material = [
        index
        for index, word in enumerate(phrase, first)
        if word.lower in _MATERIAL and words.lower(index + 1) not in _USES_OF_MATERIAL
    ]
    if material:
        return material[-1] if material[-1] <= material[0] + 2 else material[0]
    named = 0
    while named < len(phrase) and phrase[named].capital:
        named += 1
    if any(_is_designation(word.text) for word in phrase[:named]):
        return first + named - 1
    return first if one and phrase and not phrase[0].is_past else _NO_HEAD


_NAMES: Final[dict[str, tuple[str, ...]]] = {}
for _name in _COUNTED["names"]:
    _NAMES[_name.split()[0].split("-")[0]] = (*_NAMES.get(_name.split()[0].split("-")[0], ()), _name.replace("-", " "))


def is_name(text: str, position: int, word: str) -> int:
    """The length of a name such as "Five Eyes" that begins at ``position`` with ``word`` (in small letters); 0 for none."""
    for name in _NAMES.get(word, ()):
        if text[position : position + len(name)].lower().replace("-", " ") == name:
            return len(name)
    return 0


def is_material(head: str) -> bool:
    """Whether a head noun names arms or equipment that registers count."""
    return head in _MATERIAL


@lru_cache(maxsize=1 << 12)
def names_persons(head: str, shown: str) -> bool:
    """Whether a head noun, given in small letters and as written, names human beings."""
    if shown[0].isupper() and not shown.isupper() and head.removesuffix("s") in NAMED_SERIES:
        # "14 Archers" are guns
        return False
    if head in _PERSONS or head in _SINGULAR_PERSONS:
        return True
    tail = head.rpartition("-")[2]
    if tail != head and (tail in _PERSONS or tail in _SINGULAR_PERSONS):
        return True
    if head.endswith(_PERSON_ENDINGS):
        return head not in _NO_PERSONS
    return shown[0].isupper() and not shown.isupper() and head.isalpha() and (head.endswith("ians") or head in _ANS)


def counts_humans(text: str, noun: Noun) -> bool:
    """Whether a noun phrase names human beings, by its head or by its last words together: "special forces", "T-50 trainers"."""
    head, shown = noun.head, text[noun.end - len(noun.head) : noun.end]
    phrase = text[noun.start : noun.end]
    if not names_persons(head, shown):
        if len(phrase) > len(head):
            two = " ".join(phrase.lower().split()[-2:])
            if two in _PERSONS or two in _SINGULAR_PERSONS:
                return True
        if head == "members":
            return _are_members(text, noun)
        return head == "heads" and _HEADS_OF.match(text, noun.end) is not None
    if head in _MATERIAL:
        # "Six T-50 trainers" and "six Hawk trainers" fly, "six Danish trainers" and "six Army trainers" teach.
        return not any(_is_designation(word) or _is_make(word) for word in phrase.split()[:-1])
    return True


def _are_members(text: str, noun: Noun) -> bool:
    """Whether "members" are persons: those of a squad are, those of an alliance are states."""
    if _HEADS_OF.match(text, noun.end):
        return True
    nearest = text[max(0, noun.start - 30) : noun.start].lower().replace("’", "'").replace("'s", "").split()
    if any(word in _BODIES for word in nearest):
        return True
    around = text[max(0, noun.start - 90) : noun.end + 40].lower()
    return not any(word.strip("'’s,.()") in _MEMBER_BODIES for word in around.replace("-", " ").split())


def is_stop(word: str) -> bool:
    """Whether a noun phrase ends at a word: a preposition, a pronoun, a verb."""
    return (word.lower() in _STOPS and not word.isupper()) or word in _SMALL_STOPS or _is_sum(word)


def _is_sum(word: str) -> bool:
    """Whether a word is a sum, "EUR46": a number before it counts something else."""
    return word[3:4].isdigit() and word[:3] in ACTIVE and word[:3] not in _DOUBTFUL_CODES
