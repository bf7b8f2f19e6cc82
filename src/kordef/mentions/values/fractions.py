"""Fractions in figures and signs: of a unit ("1/2 mile", "½ cup"), of a whole ("1/4 of them")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kordef.mentions.values.amounts import ValueBuilder
from kordef.mentions.values.following import unit_named
from kordef.mentions.values.numerals import VULGAR, Numeral, decimal_of
from kordef.mentions.values.parts import Part
from kordef.mentions.values.shares import Share, percent_of

if TYPE_CHECKING:
    from kordef.mentions.values.money import Leading

__all__ = ["CUP", "FractionReader"]

CUP = re.compile(r" cups?\b")
_OF_AN = re.compile(r"(?: of)? an? (?=[a-z])| of one (?=p)")
_LARGEST_WHOLE: Final = 10
_WHOLES: Final = (12, 16, 32, 64, 100)
"""Wholes above ten of which parts are measured: "15/16 inch"."""
_SHORTEST_NAME: Final = 3
"""Letters of the shortest name of a unit behind "a": "an hour", but no "a t"."""


class FractionReader(ValueBuilder):
    """Reads fractions."""

    def free(self, lead: Leading | None) -> Leading | None:
        """A currency, unless it belongs to the number before it: "35€ 99"."""
        return None if lead is not None and self.found and self.found[-1].end > lead.start else lead

    def written_fraction(self, start: int, part: int, whole: int, stop: int, words: list[str]) -> int:
        """1/4 before a unit or "of"; 0 where the digits are something else, such as a date."""
        text = self.text
        numeral = Numeral(start, stop, 1000 * part // whole, -3)
        # "15/20 km" are two lengths
        if (whole <= _LARGEST_WHOLE or whole in _WHOLES) and (after := self.part_of_unit(numeral, words)):
            return after
        if text.startswith(" of ", stop) or self.is_all(start, stop):
            self.share(Share(start, stop, percent_of(part, whole)), words)
            return stop
        return 0

    def part_of_unit(self, numeral: Numeral, words: list[str]) -> int:
        """Enter a fraction of a unit, "1/2 mile", "½ an hour", "a quarter of an hour"; where it ends, 0 for none."""
        text, high = self.text, self.high
        if (cup := CUP.match(text, numeral.end, high)) is not None:
            self.measure(Part(numeral.start, cup.end(), numeral, unit=unit_named("cup of")), words)
            return cup.end()
        joint = _OF_AN.match(text, numeral.end, high)
        end = numeral.end if joint is None else joint.end() - 1
        found = self.parts.follow(text, end, high)
        if found is None or found.meaning.unit is None or (found.meaning.unit.kind == "percent" and joint is None):
            return 0
        unit = found.meaning.unit
        if joint is not None and (unit.kind == "other" or found.end - found.start < _SHORTEST_NAME):
            return 0
        part = self.parts.read(numeral._replace(end=end), None)
        if part.plain:
            return 0
        self.measure(part._replace(numeral=part.numeral._replace(end=numeral.end)), words)
        return part.end

    def vulgar(self, start: int) -> int:
        """A fraction in one sign, as far as it is an amount: "½ cup", "¾ of the crew"; the answer is where it ends."""
        text, stop = self.text, start + 1
        if start > self.low and (text[start - 1].isalnum() or text[start - 1] in "⁄/"):
            return stop
        mantissa, exponent = VULGAR[text[start]]
        numeral = Numeral(start, stop, mantissa, exponent)
        lead = self.free(self.moneys.before(text, start, self.low))
        words = self.words_before(start if lead is None else lead.start)
        if lead is None and (after := self.part_of_unit(numeral, words)):
            return after
        part = self.parts.read(numeral, lead)
        if not part.plain or part.scale:
            return max(self.amount(part, words, ""), stop)
        if text.startswith(" of ", stop) or self.is_all(start, stop):
            self.share(Share(start, stop, decimal_of(mantissa, exponent + 2)), words)
        return stop
