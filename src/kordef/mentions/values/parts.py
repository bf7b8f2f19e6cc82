"""A number together with what belongs to it: currency, scale, unit. Two of them can make a range."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from kordef.mentions.values.conventions import conventions_of
from kordef.mentions.values.counts import CAPITAL_SERIES, SERIES, is_material, names_persons, noun_behind
from kordef.mentions.values.numerals import Numeral, decimal_of, read_digits, read_words

if TYPE_CHECKING:
    from decimal import Decimal

    from kordef.mentions.values.following import Found, Unit
    from kordef.mentions.values.money import Leading, Moneys

__all__ = ["NOTHING_BEHIND", "Part", "PartReader"]


class Part(NamedTuple):
    """A number with its currency or unit, at ``start`` to ``end``.

    ``scale`` is the power of ten of words and signs such as "million", apart from the numeral's own. ``adjective`` is set for
    "155-mm". ``plain`` means that neither currency nor unit stands beside the number.
    """

    start: int
    end: int
    numeral: Numeral
    scale: int = 0
    currency: str | None = None
    unit: Unit | None = None
    minor: bool = False
    adjective: bool = False
    notes: tuple[str, ...] = ()

    @property
    def plain(self) -> bool:
        return self.currency is None and self.unit is None

    def has_comma(self, text: str) -> bool:
        """Whether the number is written with a sign of thousands or of decimals."""
        digits = text[self.numeral.start : self.numeral.end]
        return "," in digits or "." in digits

    def value(self) -> Decimal:
        """The number with its scale, in units of one."""
        factor = 1 if self.unit is None else self.unit.factor
        exponent = self.numeral.exponent + self.scale - (2 if self.minor else 0)
        return decimal_of(self.numeral.mantissa * factor, exponent)

    def precision(self) -> Decimal | None:
        """The unit of the last written digit, None for a number in words."""
        return (
            decimal_of(1, self.numeral.exponent + self.scale - (2 if self.minor else 0))
            if self.numeral.written
            else None
        )


_DISTANCE = re.compile(r" (?:away|long|wide|high|deep|from|off|of|to|behind|ahead|apart|down|short|past)\b")
_BUILDING_BEFORE = re.compile(
    r"\b(?:at|by|with|among|across|between|its|their|his|other|the|all|these|own|owns|operates|both|of) $"
)
_CODE_BEHIND = re.compile(r" \(([A-Z]{3})\)")
"""The code that says which dollars a sum is in: "$500 million (CAD)"."""
_SHORTEST_NAME: Final = 4
"""Letters of the shortest unit behind "hundreds of"."""
_LAST_WORD = re.compile(r"([^\W\d_]+\.?) $")
_MEASURED_IN_METRES: Final = frozenset(
    "vessel ship boat craft cutter ferry barge warship frigate destroyer corvette submarine minehunter tug".split()
)
"""What "m" gives the length of: "21m patrol vessels"; nobody has millions of them."""
_SCALE_BEFORE_CURRENCY = re.compile(r" ?(?:[mbtTGB]|jo)")
_MOST_PENCE: Final = 200
_TEAM: Final = 100
"""Fewer than so many may be those who won."""
NOTHING_BEHIND: Final = frozenset(("", *".,;:!?()"))
"""Directly behind a number these part it from all that follows."""


_POINT_GROUP = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


class _Meant(NamedTuple):
    """What stands around a numeral: up to ``end``, with the currency as ``shown`` at ``shown_at``."""

    end: int
    scale: int
    currency: str | None = None
    unit: Unit | None = None
    minor: bool = False
    adjective: bool = False
    shown: str = ""
    shown_at: int = 0


class PartReader:
    """Reads parts of one text up to the position ``high``."""

    def __init__(self, text: str, moneys: Moneys) -> None:
        self.text = text
        self.stated = conventions_of(text, moneys)
        self.high = len(text)
        self.moneys = moneys
        self.follow = moneys.following.read

    def read(self, numeral: Numeral, lead: Leading | None, *, money: bool = False) -> Part:
        """The part of a numeral, with the currency that stands before it, if any; ``money`` says that one is known anyway."""
        start = numeral.start if lead is None else lead.start
        money = money or lead is not None
        found = self._behind(numeral.end, numeral, money)
        if found is None and lead is None and numeral.written and not numeral.comma:
            return Part(start, numeral.end, numeral)
        scale = 0
        if not numeral.written and numeral.exponent > 0:
            scale, numeral = numeral.exponent, numeral._replace(exponent=0)
        meant = self._words_behind(numeral, found, scale, money=money)
        if lead is not None:
            meant = self._with_lead(meant, numeral, lead)
        notes: list[str] = [] if numeral.note is None else [numeral.note]
        if meant.unit is not None and meant.unit.note is not None:
            notes.append(meant.unit.note)
        code = self._code(meant, notes)
        if (
            code in self.moneys.point_groups
            and not meant.scale
            and (whole := _POINT_GROUP.fullmatch(self.text, numeral.start, numeral.end))
        ):
            numeral = numeral._replace(exponent=0)
            notes.append(f"the point in '{whole[0]}' read as a sign of thousands")
        if meant.minor and code is not None:
            notes.append(f"'{meant.shown}' read as a hundredth of {code}")
        if meant.currency is not None and meant.shown in self.moneys.thousands:
            notes.append(f"'{meant.shown}' read as a thousand {code}")
        if numeral.comma:
            notes.append("the comma read as a decimal sign")
        return Part(
            start, meant.end, numeral, meant.scale, code, meant.unit, meant.minor, meant.adjective, tuple(notes)
        )

    def _words_behind(self, numeral: Numeral, found: Found | None, scale: int, *, money: bool) -> _Meant:
        """What the words behind a numeral mean, the first of which is ``found``: scales, and then a unit or a currency."""
        text = self.text
        end, adjective = numeral.end, False
        for _ in range(4):
            if found is None:
                break
            meaning = found.meaning
            if meaning.sort == "unit":
                return _Meant(end, scale, adjective=adjective) if money else self._with_unit(numeral, found, scale)
            if meaning.sort not in ("scale", "money_scale"):
                if self._is_no_currency(numeral, found, scale, money=money):
                    break
                shown = text[found.start : found.end]
                adjective = adjective or "-" in found.gap
                minor = meaning.sort == "minor"
                scale += meaning.scale
                return _Meant(found.end, scale, meaning.currency, None, minor, adjective, shown, found.start)
            small = meaning.scale == 2 and numeral.written and numeral.exponent < 0 and not money
            if scale + meaning.scale > 18 or small:
                break
            scale += meaning.scale
            adjective = "-" in found.gap
            end = found.end
            if (
                text.startswith(". ", end)
                and (further := self.follow(text, end + 1, self.high)) is not None
                and further.meaning.sort == "currency"
            ):
                # "2,4 Mrd. Euro"
                end += 1
            found = self._behind(end, numeral, money)
        return _Meant(end, scale, adjective=adjective)

    def _with_unit(self, numeral: Numeral, found: Found, scale: int) -> _Meant:
        """What a word for a unit means behind a numeral: "21m" may be millions, "the 3rd second" no time."""
        unit, end, adjective = found.meaning.unit, found.end, "-" in found.gap
        if self.text.endswith(" of", found.start, end):
            # Cups measure where "of" follows; it is no part of the quote.
            end -= len(" of")
        if unit is not None and unit.id == "m" and not found.gap and self._is_million(end):
            unit, scale = None, 6
        elif unit is not None and (
            (unit.id == "second" and self._is_ordinal(found, numeral))
            or (unit.id == "yard" and self._is_shipyard(found, numeral))
        ):
            unit, end = None, numeral.end
        return _Meant(end, scale, None, unit, False, adjective)

    def _is_no_currency(self, numeral: Numeral, found: Found, scale: int, *, money: bool) -> bool:
        """Whether a word for a currency means something else: "The relay four won", "1080p"."""
        text, meaning = self.text, found.meaning
        if text[found.end : found.end + 1].isdigit() or (money and not text[found.start].isalpha()):
            return True
        small = not numeral.written and not scale and numeral.mantissa < _TEAM
        if small and text[found.start : found.end] == "won":
            return True
        return meaning.sort == "minor" and bool(meaning.tie) and numeral.mantissa > _MOST_PENCE

    def _with_lead(self, meant: _Meant, numeral: Numeral, lead: Leading) -> _Meant:
        """What is meant with the sign before the numeral, which tells the currency where none but a name of dollars is behind."""
        # "$2.50 cents"
        meant = meant._replace(minor=False)
        sign = self.text[lead.start : numeral.start].strip(" \u00a0:-−")
        if not meant.scale and sign in self.moneys.millions:
            meant = meant._replace(scale=6)
        if meant.currency is None or not sign.endswith("$"):
            return meant._replace(currency=lead.key, shown=sign, shown_at=lead.start)
        return meant

    def _code(self, meant: _Meant, notes: list[str]) -> str | None:
        """The code of the currency that is meant; what had to be assumed is added to the notes."""
        if meant.currency is None:
            return None
        code, note = self.moneys.resolve(meant.currency, meant.shown, self.text, meant.shown_at, self.stated)
        named = _CODE_BEHIND.match(self.text, meant.end, self.high) if meant.shown.endswith("$") else None
        if named is not None and named[1] in self.moneys.codes:
            code, note = named[1], None
        if note is not None:
            notes.append(note)
        return code

    def _behind(self, position: int, numeral: Numeral, money: bool) -> Found | None:
        """The next scale, unit or currency behind a number."""
        text, high = self.text, self.high
        if position >= high or text[position] in NOTHING_BEHIND:
            return None
        if numeral.least and text.startswith(" of ", position):
            found = self.follow(text, position + 3, high)
            named = found is not None and found.meaning.unit is not None and found.end - found.start >= _SHORTEST_NAME
            return found if found is not None and (named or found.meaning.sort == "currency") else None
        found = self.follow(text, position, high, money=money)
        written = "" if found is None else text[found.start : found.end]
        if found is None or written in ("m", "t"):
            return found if money else self._scale_before_currency(position) or found
        sort = found.meaning.sort
        if not written.isalpha() or not ((len(written) < 4 and sort != "unit") or len(written) < 3):
            return found
        if written == "s" and not numeral.exponent:
            # "the 90s"
            return None
        if sort == "unit" and len(written) == 1 and written.isupper() and self._is_numbered(numeral.start):
            return None
        # Short signs are letters that also begin designations: "5 M-346", "9K38".
        after = text[found.end : found.end + 2]
        if after[:1].isdigit():
            return None
        if after[:1] == "-" and written[0].isupper():
            # "14 Mi-8s", "5 M-346"
            if after[1:].isdigit() or (written.isupper() and after[1:].isupper()):
                return None
        if sort == "scale" and written in ("k", "K", "M") and found.gap and not money:
            # "10 k euros" and "12 k soldiers", but "20 K 9s"
            further = self.follow(text, found.end, high)
            is_scale = further is not None and further.meaning.sort == "currency"
            return found if is_scale or (written == "k" and self._is_million(found.end)) else None
        return found

    def _is_numbered(self, position: int) -> bool:
        """Whether the word before a number makes a name of it, and of the letter behind: "Type 45 W", "Block 5 V"."""
        word = _LAST_WORD.search(self.text, max(0, position - 24), position)
        return word is not None and (word[1].lower() in SERIES or word[1].lower() in CAPITAL_SERIES)

    def _is_ordinal(self, found: Found, numeral: Numeral) -> bool:
        """Whether "second" stands before a noun: "12 second-hand jets", "two second prizes"."""
        singular = self.text[found.start : found.end].lower() == "second"
        return singular and not found.gap.strip() and (numeral.mantissa, numeral.exponent) != (1, 0)

    def _is_shipyard(self, found: Found, numeral: Numeral) -> bool:
        """Whether "yards" build ships: "under construction at two yards", but "100 yards away"."""
        if numeral.exponent or numeral.mantissa > 12 or "-" in found.gap:
            return False
        if _DISTANCE.match(self.text, found.end, self.high):
            return False
        return _BUILDING_BEFORE.search(self.text, max(0, numeral.start - 24), numeral.start) is not None

    def _is_million(self, position: int) -> bool:
        """Whether "m" stands for a million because of the noun behind it: "1.2m people"."""
        noun = noun_behind(self.text, position, self.high)
        if noun.head.rstrip("s") in _MEASURED_IN_METRES:
            return False
        return noun.plural and (is_material(noun.head) or names_persons(noun.head, noun.head))

    def _scale_before_currency(self, position: int) -> Found | None:
        """A sign such as "m" or "b" that is a scale because a currency follows: "4b kroner"."""
        text = self.text
        if _SCALE_BEFORE_CURRENCY.match(text, position) is None:
            return None
        found = self.follow(text, position, self.high, money=True)
        if found is None or found.meaning.sort != "money_scale":
            return None
        further = self.follow(text, found.end, self.high)
        return found if further is not None and further.meaning.sort == "currency" else None

    def numeral_at(self, position: int) -> Numeral | None:
        """The number in digits or words that begins at ``position``."""
        text = self.text
        if position >= self.high:
            return None
        if text[position].isdigit():
            return read_digits(text, position, self.high) if text[position] in "0123456789" else None
        numeral = read_words(text, position, self.high, "")
        return None if numeral is None or numeral.least else numeral
