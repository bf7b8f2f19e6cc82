"""What a bare number takes over from those beside it: a unit, a currency."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kordef.mentions.values.bare_numbers import (
    BEFORE_A_RATE,
    BODIES,
    contrasted,
    counts_persons,
    currency_of_lead,
    currency_of_rate,
    gapped,
    is_price,
    speaks_of_money,
    speaks_of_results,
    whole_sum,
)
from kordef.mentions.values.counts import noun_behind
from kordef.mentions.values.following import unit_named
from kordef.mentions.values.parts import Part
from kordef.mentions.values.share_entry import ShareEntries

if TYPE_CHECKING:
    from kordef.mentions.model import ValueMention

__all__ = ["MILLION", "REMEMBERED", "TakenOver"]

_NEAR: Final = 120
"""Characters within which a bare sum goes on from one before it."""
_SUMS: Final = frozenset({"totals", "sums", "amounts"})
REMEMBERED: Final = 8
"""How many values back a number is compared with those before it."""
MILLION: Final = 6
"""The power of ten from which a number without a unit is taken for a sum."""
_LISTED = re.compile(r"(?:, | and | or |, and )(?=[0-9])")
_LISTED_KINDS: Final = frozenset({"percent", "length", "mass", "duration"})
_SENTENCE_ENDS = re.compile(r"[.!?] [A-Z“\"‘(]")


_HEADING = re.compile(
    r"\((?:in )?(?P<unit>[A-Z]{3}|US\$|[$€£¥]) ?(?P<scale>billion|million|bn|mn|mln|m|b)\)(?=[^:.\n]{0,60}:)"
)
"""What a list says over its sums, before a colon."""
_SCALES: Final = {"billion": 9, "bn": 9, "b": 9, "million": 6, "mn": 6, "mln": 6, "m": 6}
_BEHIND_NUMBER = re.compile(r"[,;.](?![0-9])| and | \(|$|\n")


class TakenOver(ShareEntries):
    """Finds the unit or currency of a number that is written without one."""

    def _inherited(self, part: Part, words: list[str]) -> Part | None:
        """A bare number with the unit of its neighbours: "15, 20 and 25 percent", "others four", "or 4.14 billion with tax"."""
        text = self.text
        mention = self.found[-1] if self.found else None
        if (headed := self._headed(part)) is not None:
            return headed
        lead = currency_of_lead(words, self.moneys) if part.scale >= MILLION else None
        if lead is not None and not self._counts_things(part):
            code = self.moneys.resolve(lead[0], lead[1], text, part.start)[0]
            return part._replace(currency=code, notes=(*part.notes, f"currency taken from '{lead[1]}'"))
        if mention is not None:
            if words and words[-1].lower().strip("(,") in ("others", "other") and mention.kind in _LISTED_KINDS:
                unit = unit_named(mention.unit)
                return (
                    None
                    if unit is None
                    else part._replace(unit=unit, notes=(*part.notes, f"unit taken from '{mention.exact}'"))
                )
            if (part.scale >= MILLION or part.numeral.mantissa >= 10**MILLION) and not part.numeral.bare:
                earlier = next((m for m in reversed(self.found[-4:]) if m.kind == "money"), None)
                near = earlier is not None and self._is_near(earlier, part)
                if earlier is not None and earlier.equivalent_of is not None:
                    # What the text states first is its own currency, what stands in brackets a help to its readers.
                    first = earlier.equivalent_of
                    earlier = next((m for m in self.found[-REMEMBERED:] if m.start == first), earlier)
                persons = bool(words) and (words[-1].lower() in BODIES or counts_persons(text, part.end, words))
                if earlier is not None and near and not persons and not self._counts_things(part):
                    return part._replace(
                        currency=earlier.unit, notes=(*part.notes, f"currency taken from '{earlier.exact}'")
                    )
            if (unit := gapped(text, part, mention, self.high)) is not None:
                return part._replace(unit=unit, notes=(*part.notes, f"unit taken from '{mention.exact}'"))
        told = self._told_currency(part, words)
        if told is not None:
            return part._replace(currency=told[0], notes=(*part.notes, f"currency taken from '{told[1]}'"))
        other = contrasted(text, part.end, self.high)
        numeral = self.parts.numeral_at(other) if other else None
        if numeral is not None:
            further = self.parts.read(numeral, None)
            if further.currency is not None or (further.unit is not None and further.unit.kind in _LISTED_KINDS):
                notes = (*part.notes, "unit taken from the number that it is contrasted with")
                return part._replace(unit=further.unit, currency=further.currency, scale=further.scale, notes=notes)
        position = part.end
        if text[position : position + 2] not in (", ", " a", " o"):
            return None
        for _ in range(4):
            joint = _LISTED.match(text, position, self.high)
            numeral = self.parts.numeral_at(joint.end()) if joint is not None else None
            if numeral is None:
                return None
            further = self.parts.read(numeral, None)
            if not further.plain:
                return (
                    part._replace(unit=further.unit)
                    if further.unit is not None and further.unit.kind in _LISTED_KINDS
                    else None
                )
            position = further.end
        return None

    def _headed(self, part: Part) -> Part | None:
        """A bare number of a list that says of what its sums are: "Aid (EUR billion): Norway 3.1; Peru 0.2"."""
        text = self.text
        if part.scale or not part.plain or not part.numeral.written:
            return None
        if self._heading[0] != self.low:
            self._heading = (self.low, _HEADING.search(text, self.low, self.high))
        heading = self._heading[1]
        if heading is None or part.start < heading.end() or not _BEHIND_NUMBER.match(text, part.end):
            return None
        key = self.moneys.signs.get(heading["unit"]) or heading["unit"]
        code = self.moneys.resolve(key, heading["unit"], text, heading.start())[0]
        digits = text[part.start : part.end]
        year = digits.isdigit() and len(digits) == len("2024") and digits[:2] in ("19", "20")
        before = text[max(self.low, part.start - 2)]
        if code not in self.moneys.codes or year or not (before.isalpha() or before in ":)"):
            return None
        note = f"currency taken from '{heading[0]}'"
        return part._replace(currency=code, scale=_SCALES[heading["scale"]], notes=(*part.notes, note))

    def _counts_things(self, part: Part) -> bool:
        noun = noun_behind(self.text, part.end, self.high)
        return noun.plural and not (noun.of and noun.head in _SUMS)

    def _is_near(self, earlier: ValueMention, part: Part) -> bool:
        """Whether a bare sum goes on from one before: in its sentence, or in the next where nothing else is counted."""
        text, between = self.text, part.start - earlier.end
        if between < _NEAR and not _SENTENCE_ENDS.search(text, earlier.end, part.start):
            return True
        noun = noun_behind(text, part.end, self.high)
        alone = noun.of if noun.head in _SUMS else not noun.head
        return (
            part.scale >= MILLION
            and between < 2 * _NEAR
            and alone
            and whole_sum(text, part, self.high, self.parts) is None
            and len(_SENTENCE_ENDS.findall(text, earlier.end, part.start)) == 1
        )

    def _told_currency(self, part: Part, words: list[str]) -> tuple[str, str] | None:
        """The currency of a bare sum by the words around it, and the words that tell it."""
        text = self.text
        if part.scale >= MILLION and (key := whole_sum(text, part, self.high, self.parts)) is not None:
            return self.moneys.resolve(key, "", text, part.end)[0], "the sum that it is a part of"
        stated = self.parts.stated
        if (
            stated.currency is not None
            and part.scale >= MILLION
            and speaks_of_money(words)
            and not self._counts_things(part)
        ):
            return stated.currency, stated.stated
        if part.scale >= MILLION and speaks_of_results(words) and len(self.sums) > 1 and not self._counts_things(part):
            currencies = {currency for _, currency in list(self.sums)[-3:]}
            if len(currencies) == 1:
                return currencies.pop(), "the sums before"
        if part.scale or not part.numeral.written or not words or words[-1].lower() not in BEFORE_A_RATE:
            return None
        rated = currency_of_rate(text, part, words, self.high, self.moneys)
        if rated is not None:
            return self.moneys.resolve(rated[0], rated[1], text, part.start)[0], rated[1]
        last = self.found[-1] if self.found and is_price(words) else None
        if last is None or last.kind != "money" or part.start - last.end > 120:
            return None
        stopped = _SENTENCE_ENDS.search(text, last.end, part.start) or noun_behind(text, part.end, self.high).plural
        return None if stopped else (last.unit, last.exact)
