"""Calibres, dimensions and multiples: "30×173 mm", "127/239/400mm", "4x 30 mm guns", "2.5x"."""

from __future__ import annotations

import re
from typing import Final

from kordef.mentions.values.counts import is_material, noun_behind
from kordef.mentions.values.following import Unit
from kordef.mentions.values.fractions import FractionReader
from kordef.mentions.values.hedges import before
from kordef.mentions.values.numerals import Numeral, decimal_of, number_of, read_digits
from kordef.mentions.values.parts import Part
from kordef.vocabulary import Qualifier

__all__ = ["DIMENSIONS", "SizeReader"]

DIMENSIONS = re.compile(
    r" ?[x×] ?[0-9.]*[0-9](?: ?[x×] ?[0-9.]*[0-9])*(?: ?-?([mck]?m|ft|feet|foot|in|inch(?:es)?|met(?:er|re)s?)(?![A-Za-z]))?"
)
_SIDE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_LETTERS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_DIGITS = re.compile(r"[0-9]+")
_MILLIMETRE: Final = Unit("mm", "length")


class SizeReader(FractionReader):
    """Reads numbers that stand before a cross or with others for one thing."""

    def _skip(self, stop: int) -> int:
        """Behind a word that holds digits, so that no part of it is looked at again."""
        found = _LETTERS.match(self.text, stop, self.high)
        return found.end() if found else stop

    def _calibres(self, start: int, found: re.Match[str], words: list[str]) -> int:
        """The calibres of a weapon that has several, with one unit: "127/239/400mm rocket launcher"."""
        for digits in _DIGITS.finditer(self.text, start, found.end(1)):
            numeral = number_of(self.text, digits.start(), digits.end(), self.high)
            if numeral is not None:
                end = found.end() if digits.end() == found.end(1) else digits.end()
                self.measure(Part(digits.start(), end, numeral, unit=_MILLIMETRE), words)
        return found.end()

    def _so_many(self, start: int, stop: int, words: list[str]) -> int:
        """ "4x 30 mm guns", "2x T-72": how many of them, as lists of equipment write it."""
        noun = noun_behind(self.text, stop + 1, self.high, one=True)
        shown = self.text[noun.start : noun.end]
        if self.text[stop + 2 : stop + 3].isdigit() and not noun.plural:
            # "2x 76 mm"
            noun = noun._replace(start=stop + 1, end=stop + 1, head="")
        elif not noun.head or not (
            noun.plural or shown[0].isupper() or is_material(noun.head) or any(sign.isdigit() for sign in shown)
        ):
            return self._dimensions(start, stop, words)
        part = Part(start, stop + 1, Numeral(start, stop + 1, int(self.text[start:stop]), 0, True))
        hedge = before(self.text, start, words, measured=False)
        span = (noun.start, noun.end) if noun.head else None
        self.enter(part, None, hedge, "count", "item", noun.end, noun=span)
        return stop + 1

    def _times(self, start: int, stop: int, found: re.Match[str], words: list[str]) -> int:
        """How many times as much: "2.5x", "3-4x"."""
        text = self.text
        first = number_of(text, start, stop, self.high)
        last = first if found[1] is None else number_of(text, found.start(1), found.end(1), self.high)
        if first is None or last is None:
            return found.end()
        low, high = decimal_of(first.mantissa, first.exponent), decimal_of(last.mantissa, last.exponent)
        if low > high:
            return found.end()
        hedge = before(text, start, words, measured=True)
        qualifier = hedge.qualifier if low == high else Qualifier.RANGE
        precision = decimal_of(1, first.exponent)
        number = (start, found.end() - 1)
        self.append(hedge.start, found.end(), "other", "multiple", low, high, qualifier, number, precision=precision)
        return found.end()

    def _dimensions(self, start: int, stop: int, words: list[str]) -> int:
        """8x8 is a name; 30×173 mm is a calibre, the first number with the unit behind the last."""
        found = DIMENSIONS.match(self.text, stop, self.high)
        if found is None:
            return self._skip(stop)
        numeral = read_digits(self.text, start, self.high)
        if found[1] is None or numeral is None:
            return self._skip(found.end())
        unit = self.parts.follow(self.text, found.start(1), self.high)
        measured = None if unit is None else unit.meaning.unit
        if measured is None or self.text.startswith(" relay", found.end()):
            return found.end()
        if not self._is_size(found):
            self.measure(Part(start, found.end(), numeral, unit=measured), words)
            return found.end()
        for side in _SIDE.finditer(self.text, start, found.start(1)):
            length = number_of(self.text, side.start(), side.end(), self.high)
            if length is not None:
                last = self.text[side.end() : found.start(1)].strip(" -") == ""
                end = found.end() if last else side.end()
                self.measure(Part(side.start(), end, length, unit=measured), words if side.start() == start else [])
        return found.end()

    def _is_size(self, found: re.Match[str]) -> bool:
        """Whether the numbers joined by a cross are the sides of a thing, and not how many of which calibre: "10 x 20 cm"."""
        return found[1] not in (None, "mm") and not noun_behind(self.text, found.end(), self.high).plural
