"""What stands behind a number: a scale, a unit of measurement, a currency. One look-up of the next word finds them all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from kordef.mentions.values.numerals import SCALES
from kordef.mentions.word_files import read_words_of
from kordef.units import quotient

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["PHRASE_ENDS", "Following", "Found", "Meaning", "Unit", "plural_of", "unit_named"]


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
    ``tie`` says how close it must be: "close" to touch the number or end the phrase, "touching" to touch it. ``near`` are
    words of which one must stand beside it.
    """

    rest: str
    sort: Sort
    scale: int = 0
    unit: Unit | None = None
    currency: str = ""
    tie: str = ""
    near: frozenset[str] = frozenset()

    @property
    def is_free(self) -> bool:
        """Whether nothing else must stand around the spelling."""
        return not self.near and self.tie in ("", "signs")


class Found(NamedTuple):
    """A meaning at ``start`` to ``end``; ``gap`` is what separates it from the number before it."""

    start: int
    end: int
    gap: str
    meaning: Meaning


# A plain word comes first, for speed.
_TOKEN = re.compile(
    r"([ \u00a0\u2009\u202f]{0,2}|\n(?=[a-z%€£])|[-\u2010\u2011]| - )"
    r"([A-Za-z]++(?![^ ,;:)\n]| \$)"
    r"|(?:[A-Za-z]{1,3}|U\.S\.?) ?\$"
    r"|[^\W\d_]+(?:[/.][A-Za-z]{1,2}(?![A-Za-z])|[²³]|[23](?![0-9]))?\.?"
    r"|[°º][CFcf]?|%p?|[^\w\s.,;:!?()\[\]\"'“”‘’/|+*=<>~^#&@-])"
)
_LETTERS = re.compile(r"[^\W\d_]+")
_ABOVE_BELOW = re.compile(r" ?/ ?|[ -]per[ -]")
_BEFORE_BELOW: Final = frozenset("/ -")
_NEVER_ABOVE: Final = frozenset({"duration", "percent", "speed"})
_CLOCK: Final = frozenset({"second", "minute", "hour"})
"""Times that a unit can be divided by; what is counted by the day or year is a rate ("40,000 tonnes per year")."""
PHRASE_ENDS = re.compile(
    r"\s*(?:$|[.,;:)!?\"”](?![0-9A-Za-z]))"
    r"| (?:[0-9(]|(?:and|or|to|of|at|in|on|per|when|is|was|by|for|from|with|but|than|each|while|as)\b)"
)
_BESIDE: Final = 60
"""Characters before and behind a sign in which a word must stand that shows what it means."""
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
        self.below: dict[str, Unit] = {}
        self._chosen: dict[tuple[str, bool], tuple[Meaning, ...]] = {}
        numbers = read_words_of("numbers")["scales"]
        for word, exponent in SCALES.items():
            self.add(word, "scale", scale=exponent)
        for sign, exponent in numbers["signs"].items():
            self.add(sign, "scale", scale=exponent, as_written=True)
        for sign, exponent in numbers["money"].items():
            self.add(sign, "money_scale", scale=exponent, as_written=True)
        for unit, row in _units():
            for spelling in _spellings(row):
                self.add(spelling, "unit", unit=unit)
            near = frozenset(row.get("near", ()))
            for tie in ("signs", "close", "touching"):
                for sign in row.get(tie, ()):
                    self.add(sign, "unit", unit=unit, as_written=True, tie=tie, near=near)
            self.below.update(dict.fromkeys(row.get("below", ()), unit))
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
        tie: str = "",
        near: frozenset[str] = frozenset(),
    ) -> None:
        """Enter a spelling; what is entered later is looked at later, but longer spellings first."""
        first = _TOKEN.match(" " + spelling)
        word = first[2] if first is not None else spelling
        word = word if as_written else word.lower()
        meaning = Meaning(spelling[len(word) :].lower().replace("-", " "), sort, scale, unit, currency, tie, near)
        table = self.signs if as_written else self.words
        self._chosen.clear()
        table[word] = tuple(sorted((*table.get(word, ()), meaning), key=lambda m: (-len(m.rest), not m.near)))

    def read(self, text: str, position: int, end: int, *, money: bool = False) -> Found | None:
        """What stands at ``position``, behind a number; ``money`` says that a currency stands before the number."""
        token = _TOKEN.match(text, position, end)
        if token is None:
            return None
        gap, word = token.groups()
        is_word = word.isalpha()
        if is_word and word not in self.signs and word.lower() not in self.words:
            return None
        start = position + len(gap)
        found = self._meaning(text, start, word, end, money, gap)
        if found is None and is_word:
            return None
        if found is None and word[-1] == "." and not word[:-1].isalpha():
            # "900 km/h." at the end of a sentence
            found = self._meaning(text, start, word[:-1], end, money, gap)
        if found is None and not word[-1].isalpha() and (shorter := _LETTERS.match(word)) is not None:
            # "2.4 bn." at the end of a sentence, "m/" of something else.
            found = self._meaning(text, start, shorter[0], end, money, gap)
        if found is None and "/" in word and (shorter := _LETTERS.match(word)) is not None:
            # "120 mg/dl"
            found = self._meaning(text, start, shorter[0], end, money, gap)
            if found is None or self._quotient(text, found[0], end, found[1].unit) is None:
                return None
        if found is None:
            return None
        stop, meaning = found
        if meaning.unit is not None and text[stop : stop + 1] in _BEFORE_BELOW:
            whole = self._quotient(text, stop, end, meaning.unit)
            if whole is not None:
                return Found(start, whole[0], gap, meaning._replace(unit=whole[1]))
        return Found(start, stop, gap, meaning)

    def _meaning(self, text: str, start: int, word: str, end: int, money: bool, gap: str) -> tuple[int, Meaning] | None:
        stop = start + len(word)
        if word in self.signs:
            meanings = (
                *(m for m in self._beside(word, money) if m.is_free or _is_tied(m, text, start, end, gap)),
                *self.words.get(word.lower(), ()),
            )
        else:
            meanings = self.words.get(word.lower(), ())
        for meaning in meanings:
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

    def _beside(self, sign: str, money: bool) -> tuple[Meaning, ...]:
        """The meanings that a sign has beside a currency, or without one: "mm" is a length, and millions of a currency."""
        key = (sign, money)
        chosen = self._chosen.get(key)
        if chosen is None:
            meanings = self.signs[sign]
            chosen = tuple(m for m in meanings if (m.sort == "money_scale") is money) or (meanings if money else ())
            self._chosen[key] = chosen
        return chosen

    def _quotient(self, text: str, stop: int, end: int, over: Unit | None) -> tuple[int, Unit] | None:
        """The quotient of a unit and the one that "/" or "per" joins to it, and where it ends: "mg/dl", "miles per gallon"."""
        joint = _ABOVE_BELOW.match(text, stop, end)
        if joint is None or over is None or over.factor != 1 or over.kind in _NEVER_ABOVE:
            return None
        token = _TOKEN.match(text, joint.end(), end)
        if token is None or token[1]:
            return None
        under, last = self.below.get(token[2].rstrip(".")), token.end()
        if under is None:
            found = self._meaning(text, joint.end(), token[2], end, False, "")
            found = found or self._meaning(text, joint.end(), token[2].rstrip("."), end, False, "")
            if found is None or found[1].unit is None:
                return None
            last, under = found[0], found[1].unit
        elif token[2][-1] == ".":
            last -= 1
        if under.factor != 1 or (under.kind == "duration" and under.id not in _CLOCK):
            return None
        name = quotient(over.id, under.id)
        if name is None or text[last : last + 1].isalnum():
            return None
        notes = [unit.note for unit in (over, under) if unit.note is not None]
        speed = over.kind == "length" and under.kind == "duration"
        return last, Unit(name, "speed" if speed else "other", note="; ".join(notes) or None)


def _is_tied(meaning: Meaning, text: str, start: int, end: int, gap: str) -> bool:
    """Whether a sign at ``start`` stands as close to its number, or to the end of the phrase, as it must."""
    touches = not gap and text[start - 1 : start].isdigit()
    if meaning.tie == "touching" and not touches:
        return False
    if meaning.tie == "close" and not touches:
        sign = _LETTERS.match(text, start, end)
        if sign is None or PHRASE_ENDS.match(text, sign.end(), end) is None:
            return False
    if not meaning.near:
        return True
    around = text[max(0, start - _BESIDE) : min(end, start + _BESIDE)].lower()
    return not meaning.near.isdisjoint(_LETTERS.findall(around))


def _units() -> Iterable[tuple[Unit, dict[str, list[str]]]]:
    """The units with the lists of their spellings."""
    for row in read_words_of("units")["unit"]:
        yield Unit(row["id"], row["kind"], row.get("factor", 1), row.get("note")), row


def _spellings(row: Mapping[str, list[str]]) -> list[str]:
    """The spellings that hold in any case, plurals included."""
    return list(dict.fromkeys(form for word in row.get("words", ()) for form in (word, plural_of(word))))


def _by_name() -> Mapping[str, Unit]:
    return {
        form: unit
        for unit, row in _units()
        for form in (*_spellings(row), *(() if "near" in row else row.get("signs", ())))
    }


_BY_NAME: Final = _by_name()


def unit_named(text: str) -> Unit | None:
    """The unit that a heading such as "km" or "Percentage" names."""
    return _BY_NAME.get(text) or _BY_NAME.get(text.lower())
