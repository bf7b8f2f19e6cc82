"""What stands behind a number: a scale, a unit of measurement, a currency. One look-up of the next word finds them all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from kordef.mentions.numerals import SCALES
from kordef.mentions.word_files import read_words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Following", "Found", "Meaning", "Unit", "plural_of", "unit_named"]


class Unit(NamedTuple):
    """A unit of measurement, ``factor`` times that of the registry (a decade is ten years)."""

    id: str
    kind: str
    factor: int = 1
    note: str | None = None


Sort = Literal["scale", "money_scale", "unit", "currency", "minor"]


class Meaning(NamedTuple):
    """What a spelling means: a power of ten, a unit, or the key of a currency.

    ``rest`` is what must follow its first word, in small letters and with blanks for hyphens; ``""`` for a single word.
    """

    rest: str
    sort: Sort
    scale: int = 0
    unit: Unit | None = None
    currency: str = ""


class Found(NamedTuple):
    """A meaning at ``start`` to ``end``; ``gap`` is what separates it from the number before it."""

    start: int
    end: int
    gap: str
    meaning: Meaning


# A plain word comes first, for speed.
_TOKEN = re.compile(
    r"([ \u00a0\u2009\u202f]{0,2}|[-\u2010\u2011]| - )"
    r"([A-Za-z]++(?![^ ,;:)\n]| \$)"
    r"|(?:[A-Za-z]{1,3}|U\.S\.?) ?\$"
    r"|[^\W\d_]+(?:[/.][A-Za-z]{1,2}(?![A-Za-z])|[²³]|[23](?![0-9]))?\.?"
    r"|[°º][CFcf]?|%p?|[^\w\s.,;:!?()\[\]\"'“”‘’/|+*=<>~^#&@-])"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_SIBILANT = ("s", "x", "z", "ch", "sh")


def plural_of(noun: str) -> str:
    """The regular plural of an English noun."""
    if noun.endswith(_SIBILANT):
        return noun + "es"
    return noun[:-1] + "ies" if _CONSONANT_Y.search(noun) else noun + "s"


class Following:
    """The meanings of what may stand behind a number: ``words`` in small letters, ``signs`` as they are written."""

    def __init__(self) -> None:
        self.words: dict[str, tuple[Meaning, ...]] = {}
        self.signs: dict[str, tuple[Meaning, ...]] = {}
        numbers = read_words_of("numbers")["scales"]
        for word, exponent in SCALES.items():
            self.add(word, "scale", scale=exponent)
        for sign, exponent in numbers["signs"].items():
            self.add(sign, "scale", scale=exponent, as_written=True)
        for sign, exponent in numbers["money"].items():
            self.add(sign, "money_scale", scale=exponent, as_written=True)
        for unit, spellings, signs in _units():
            for spelling in spellings:
                self.add(spelling, "unit", unit=unit)
            for sign in signs:
                self.add(sign, "unit", unit=unit, as_written=True)
        for sign, meanings in self.signs.items():
            # "km per hour" begins with a sign
            longer = (meaning for meaning in self.words.get(sign, ()) if meaning.rest)
            self.signs[sign] = (*longer, *meanings)

    def add(
        self,
        spelling: str,
        sort: Sort,
        *,
        scale: int = 0,
        unit: Unit | None = None,
        currency: str = "",
        as_written: bool = False,
    ) -> None:
        """Enter a spelling; what is entered later is looked at later, but longer spellings first."""
        first = _TOKEN.match(" " + spelling)
        word = first[2] if first is not None else spelling
        word = word if as_written else word.lower()
        meaning = Meaning(spelling[len(word) :].lower().replace("-", " "), sort, scale, unit, currency)
        table = self.signs if as_written else self.words
        table[word] = tuple(sorted((*table.get(word, ()), meaning), key=lambda m: -len(m.rest)))

    def read(self, text: str, position: int, end: int, *, money: bool = False) -> Found | None:
        """What stands at ``position``, behind a number; ``money`` says that a currency stands before the number."""
        token = _TOKEN.match(text, position, end)
        if token is None:
            return None
        gap, word = token.groups()
        start = position + len(gap)
        found = self._meaning(text, start, word, end, money)
        if found is None and word[-1] == "." and not word[:-1].isalpha():
            # "900 km/h." at the end of a sentence
            found = self._meaning(text, start, word[:-1], end, money)
        if found is None and not word[-1].isalpha() and (shorter := _LETTERS.match(word)) is not None:
            # "2.4 bn." at the end of a sentence, "m/" of something else.
            found = self._meaning(text, start, shorter[0], end, money)
        return None if found is None else Found(start, found[0], gap, found[1])

    def _meaning(self, text: str, start: int, word: str, end: int, money: bool) -> tuple[int, Meaning] | None:
        meanings = self.signs.get(word)
        if meanings:
            # "mm" is a length, and millions of a currency.
            meanings = tuple(m for m in meanings if (m.sort == "money_scale") is money) or (meanings if money else ())
        stop = start + len(word)
        for meaning in meanings or self.words.get(word.lower(), ()):
            rest = meaning.rest
            if not rest:
                return stop, meaning
            last = stop + len(rest)
            if (
                last <= end
                and text[stop:last].lower().replace("-", " ") == rest
                and not text[last : last + 1].isalnum()
            ):
                return last, meaning
        return None


def _units() -> Iterable[tuple[Unit, list[str], list[str]]]:
    """The units with their spellings in any case, plurals included, and their signs."""
    for row in read_words_of("units")["unit"]:
        spellings: dict[str, None] = {}
        for word in row.get("words", ()):
            spellings[word] = None
            spellings[plural_of(word)] = None
        yield Unit(row["id"], row["kind"], row.get("factor", 1), row.get("note")), list(spellings), row.get("signs", [])


def _by_name() -> Mapping[str, Unit]:
    return {spelling: unit for unit, spellings, signs in _units() for spelling in (*spellings, *signs)}


_BY_NAME: Final = _by_name()


def unit_named(text: str) -> Unit | None:
    """The unit that a heading such as "km" or "Percentage" names."""
    return _BY_NAME.get(text) or _BY_NAME.get(text.lower())
