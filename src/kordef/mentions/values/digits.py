"""Values written in digits: amounts told from dates, times, names and other numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kordef.mentions.values import not_values as never
from kordef.mentions.values.bare_numbers import is_references
from kordef.mentions.values.compounds import glued
from kordef.mentions.values.counts import counts_humans, noun_behind
from kordef.mentions.values.following import Unit, unit_named
from kordef.mentions.values.fractions import CUP
from kordef.mentions.values.hedges import Before, start_of_last
from kordef.mentions.values.money import CIRCA
from kordef.mentions.values.numerals import CARDINALS, Numeral, number_of, power_behind, read_digits
from kordef.mentions.values.parts import Part
from kordef.mentions.values.shares import Share, percent_of
from kordef.mentions.values.unvalued import UnvaluedReader
from kordef.vocabulary import Qualifier

if TYPE_CHECKING:
    from kordef.mentions.values.money import Leading

__all__ = ["FOLD", "RATIO", "DigitReader"]

_DOZEN = re.compile(r" dozens?\b")
_CALIBRES: Final = frozenset(
    {"100", "105", "106", "107", "120", "122", "125", "127", "130", "152", "155", "203", "227", "240", "300"}
)
"""Without their unit these stand behind a count: "12 155 howitzers"."""
_RATIO_OF_TWO = re.compile(r" : [0-9]{1,3}(?![0-9]|[.,][0-9])")
_INCH_MARK = re.compile(r"\"(?=$|[ .,;:)x×-])")
_NO_CENTS = re.compile(r"[.,][-–—]{1,2}(?=[ \u00a0]?(?:[€£$]|[A-Z]))")
_ISH = re.compile(r"ish\b")
_PAIRED: Final = frozenset("hmf'’′€$E")
"""Signs behind digits that may stand between them and others: "1h30", "5'10"."""
_MACH: Final = Unit("mach", "speed")
_INTERNATIONAL = re.compile(r"[0-9]{1,3}(?:[ -]\(?[0-9]{1,4}\)?){3,5}(?![0-9])")
_PERCENT = re.compile(r"[0-9.,]{0,6} ?(?:%|per ?cent\b)")
_ENUMERATED = re.compile(r"\) (?:[A-Za-z]|[0-9]{1,4} [A-Z])")
_IN_A_LEGEND = re.compile(r"[\"”'’] ?(?:=|means?|denotes?|indicates?|stands? for|signifies|marks?)")
_ALL_GROUPS = re.compile(r"[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?:[.,][0-9]{1,2})?[*a-z)]?")
_GROUP = re.compile(r"[ \u00a0][0-9]{3}(?![0-9])")
FOLD = re.compile(r"[ -]?fold\b")
RATIO = re.compile(
    r"(?: parts?)?(?: in| out of| of(?= every| each))( every| each| a|) ([0-9]+|[a-z]+)(?![\w.,%]*[0-9])\b"
)


_YEAR_LENGTH: Final = 4
_CIRCA: Final = 8
"""Characters of the longest short form of "about" with a bracket before it."""
_BEHIND_A_YEAR: Final = frozenset(",.;)")
"""Behind four digits these part them from whatever they could count."""


class DigitReader(UnvaluedReader):
    """Reads the values that begin with digits."""

    def _digits(self, start: int, stop: int) -> int:
        """Deal with the digits at ``start`` to ``stop``; the answer is where to go on."""
        text, low = self.text, self.low
        prior = text[start - 1] if start > low else " "
        lead: Leading | None = None
        sign = ""
        if prior not in " \u00a0\n":
            before_it = self._touching(prior, start, stop)
            if isinstance(before_it, int):
                return before_it
            lead, sign = before_it
        words = self.words_before(start if lead is None else lead.start)
        following = text[stop : stop + 1]
        if (
            stop - start == _YEAR_LENGTH
            and following in _BEHIND_A_YEAR
            and self.years
            and words
            and prior in " \u00a0\n"
            and stop < self.high
            and text[start:stop].isdigit()
            and never.is_year(text[start:stop])
            and not (self.moneys.may_lead(words[-1]) or text[stop + 1 : stop + 2].isdigit())
        ):
            # "in 2023," and the like: a year by all rules, and nothing else
            return stop
        if following == " ":
            following = text[stop + 1 : stop + 2]
            if following == ":" and lead is None and (ratio := _RATIO_OF_TWO.match(text, stop, self.high)) is not None:
                return ratio.end()
        if (
            lead is None
            and (following in _PAIRED or "'" in text[start:stop] or "’" in text[start:stop])
            and ((pair := glued(text, start, self.high, words[-1].lower() if words else "")) is not None)
        ):
            self.measure(pair, words)
            return pair.end
        if lead is None and words and prior in " \u00a0\n" and self.moneys.may_lead(words[-1]):
            lead = self.free(self.moneys.before(text, start, low))
            if lead is not None:
                words = self.words_before(lead.start)
        if lead is None and power_behind(text, start, stop, self.high) is None:
            after = self._unvalued(start, stop, words)
            if after:
                return after
        return self._amount_in_digits(start, stop, lead, words, sign)

    def _touching(self, prior: str, start: int, stop: int) -> tuple[Leading | None, str] | int:
        """The currency and the sign that touch the digits, or where to go on if what touches them makes a name of them."""
        text, low = self.text, self.low
        back = text[start - 2] if start - 1 > low else " "
        if prior in self.moneys.signs or (prior == ":" and back in self.moneys.signs):
            lead = self.free(self.moneys.before(text, start, low))
            return lead, "" if lead is None else self._minus_before(lead.start)
        if prior.isalnum() or prior == "_":
            lead = self.moneys.before(text, start, low) if prior.isalpha() else None
            return self._skip(stop) if lead is None else (self.free(lead), "")
        if prior == "+" and (dialled := _INTERNATIONAL.match(text, start, self.high)) is not None:
            return dialled.end()
        if text.startswith("+/-", start - 3) and start - 3 >= low:
            return None, "+/-"
        if prior in "+-−–±":
            if back in self.moneys.signs:
                return self.free(self.moneys.before(text, start - 1, low)), prior
            dash = prior == "–" and not (back == "(" and _PERCENT.match(text, stop, self.high))
            return self._skip(stop) if back.isalnum() or back in ")." else (None, "" if dash else prior)
        if prior == "." and not back.isalnum():
            return self._point_first(start, stop)
        if prior == "." and (lead := self.moneys.before(text, start, low)) is not None:
            # "Rs.500"
            return self.free(lead), ""
        if prior == "." and text[max(low, start - _CIRCA) : start].rpartition(" ")[2].lstrip("(").lower() in CIRCA:
            return None, ""
        following = text[stop : stop + 1]
        if following in ")]" and following and prior in self.parts.stated.estimates:
            return self._estimate(start, stop, prior)
        # "[12]", "36(b)(1)"
        whole = self.cell is not None and self.cell[2] > 0 and self._fills_cell(start - 1, stop + 1)
        footnote = (prior == "[" and following == "]" and not whole) or (
            prior == "(" and back in ")?!.”" and stop - start < 3
        )
        if prior in "\"“'‘" and _IN_A_LEGEND.match(text, stop, self.high):
            return stop + 1
        short_year = prior in "’'" and stop - start == 2 and following != prior
        enumerated = (
            prior == "("
            and stop - start == 1
            and _ENUMERATED.match(text, stop, self.high)
            and self._is_enumerated(start - 1)
        )
        if footnote or short_year or enumerated:
            return stop + 1
        if prior == "(":
            if stop - start == 4 and "1000" <= text[start:stop] < "1800" and following in ")-–":
                # The year of a work: "the symphony (1794)".
                return never.joined_end(text, stop, self.high)
            if references := is_references(text, start, self.high):
                return references
        return self._skip(stop) if prior in "./\\#@_&=:×" else (None, "")

    def _fills_cell(self, start: int, stop: int) -> bool:
        """Whether nothing else stands in the cell of a table."""
        return self.cell is not None and (start, stop) == (self.low, self.high)

    def _minus_before(self, position: int) -> str:
        """The minus sign in front of a currency, if it is one and no dash between two sums: "a balance of -$5 million"."""
        text, sign = self.text, self.text[position - 1 : position]
        if position - 1 < self.low or sign not in ("-", "−"):
            return ""
        return sign if position - 1 == self.low or text[position - 2] in " (\n\u00a0" else ""

    def _estimate(self, start: int, stop: int, prior: str) -> int:
        """A number alone in the brackets that mark estimates, in a text that says so: "(300) more"; a year is no amount."""
        text, raw = self.text, self.text[start:stop]
        words = self.words_before(start - 1)
        spelt = bool(words) and (words[-1].lower() in CARDINALS or words[-1].rpartition("-")[2].lower() in CARDINALS)
        glued = start - 1 > self.low and text[start - 2] not in " \u00a0(;,/\n"
        numeral = number_of(text, start, stop, self.high)
        # "[2]" in the midst of words is a note
        is_note = prior == "[" and not self._fills_cell(start - 1, stop + 1)
        if numeral is None or never.is_year(raw) or spelt or glued or is_note:
            return stop + 1
        noun = noun_behind(text, stop + 1, self.high)
        span = (noun.start, noun.end) if noun.head else None
        found = self.parts.follow(text, stop + 1, self.high)
        measured = None if found is None else found.meaning.unit
        persons = span is not None and counts_humans(text, noun)
        kind, unit = ("persons", "person") if persons else ("count", "item")
        hedge = Before(start - 1, Qualifier.ABOUT, False, "")
        end = max(noun.end, stop + 1)
        if found is not None and measured is not None:
            kind, unit, end, span = measured.kind, measured.id, found.end, None
        part = Part(start - 1, stop + 1, numeral, notes=("brackets mark an estimate, as the text states",))
        self.enter(part, None, hedge, kind, unit, end, noun=span, additional=noun.additional)
        return stop + 1

    def _is_enumerated(self, position: int) -> bool:
        """Whether a bracket at ``position`` opens a number in an enumeration: "(1) training, (2) spares and (3) parts"."""
        words = self.words_before(position)
        return bool(words) and (words[-1][-1] in ",;:" or words[-1].lower() in ("and", "or"))

    def _point_first(self, start: int, stop: int) -> int:
        """ "$.75" is money and ".5%" a share; ".50 calibre" is a name."""
        text = self.text
        raw = text[start:stop]
        if not raw.isdigit() or len(raw) > 6:
            return self._skip(stop)
        lead = self.moneys.before(text, start - 1, self.low)
        part = self.parts.read(Numeral(start - 1, stop, int(raw), -len(raw), True), lead)
        if part.currency is None and (part.unit is None or part.unit.kind != "percent"):
            return self.amount(part, [], "") if self.is_all(part.start, part.end) else self._skip(stop)
        self.measure(part, self.words_before(part.start))
        return part.end

    def _amount_in_digits(self, start: int, stop: int, lead: Leading | None, words: list[str], sign: str) -> int:
        text, high = self.text, self.high
        numeral = number_of(text, start, stop, high)
        if numeral is None:
            return max(stop, self._skip(stop))
        ahead = text[numeral.end : numeral.end + 2]
        if ahead == " d" and (dozen := _DOZEN.match(text, numeral.end, high)) is not None:
            numeral = Numeral(start, dozen.end(), 12 * numeral.mantissa, numeral.exponent)
        cents = _NO_CENTS.match(text, numeral.end, high) if ahead[:1] in (",", ".") else None
        part = self.parts.read(numeral if cents is None else numeral._replace(end=cents.end()), lead)
        if cents is not None and part.currency is None:
            part = self.parts.read(numeral, lead)
        if numeral.exponent < 0 and part.plain and (cup := CUP.match(text, numeral.end, high)) is not None:
            self.measure(part._replace(unit=unit_named("cup of"), end=cup.end()), words)
            return cup.end()
        if self.cell is not None and numeral.end == stop and stop - start <= 3 and (whole := self._whole_cell(start)):
            numeral = whole
            part = self.parts.read(numeral, lead)
        elif stop - start <= 3 and numeral.end == stop and ahead[1:].isdigit() and _GROUP.match(text, stop, high):
            grouped = read_digits(text, start, high, loose=True)
            if grouped is not None and grouped.end > numeral.end:
                spaced = self.parts.read(grouped, lead)
                if spaced.currency is not None or (spaced.plain and self._is_spaced(spaced)):
                    part = spaced
        if lead is not None and lead.doubtful and self._is_no_lead(part, lead):
            if part.numeral.start - lead.start == 1:
                # "R500" by itself is the name of a road or model
                return self._skip(part.numeral.end)
            part = self.parts.read(part.numeral, None)
            words = self.words_before(start)
            if after := self._unvalued(start, stop, words):
                return after
        is_marked = lead is None and text.startswith('"', part.end) and part.plain
        if is_marked and _INCH_MARK.match(text, part.end, high) and not self.in_quotes(part.end):
            part = part._replace(unit=unit_named("inch"), end=part.end + 1)
        if part.numeral.comma and part.plain and not part.scale:
            first = start + len(text[start : text.index(",", start)].rstrip())
            part = self.parts.read(Numeral(start, first, int(text[start:first]), 0, True), None)
        if sign and lead is not None and text[lead.start - 1 : lead.start] != sign:
            # "$-99.99": the sign stands between.
            part = part._replace(start=part.start + 1)
        previous = words[-1].lower() if words else ""
        if part.plain and (after := self._multiple_or_share(part, words, previous)):
            return after
        if not sign and previous == "minus" and [w.lower() for w in words[-3:-1]] == ["plus", "or"]:
            return self.amount(part, words[:-3], text[start_of_last(text, start, 3) : start])
        if not sign and previous in ("minus", "negative") and not part.scale:
            sign = text[start - len(previous) - 1 : start]
        return self.amount(part, words, sign)

    def _whole_cell(self, start: int) -> Numeral | None:
        """The number with blanks between its groups that fills a cell: "38 410"."""
        if _ALL_GROUPS.fullmatch(self.text, start, self.high) is None:
            return None
        return read_digits(self.text, start, self.high, loose=True)

    def _is_spaced(self, part: Part) -> bool:
        """Whether "1 500 tanks" is one number, and not two of which the second is a calibre or part of a name."""
        text, noun = self.text, noun_behind(self.text, part.end, self.high)
        return noun.plural and noun.start == part.end + 1 and text[part.end - 3 : part.end] not in _CALIBRES

    def _multiple_or_share(self, part: Part, words: list[str], previous: str) -> int:
        """Where to go on behind "3-fold", "Mach 2", "1 in 5" or a number that is part of a word; 0 for all others."""
        text, high, end = self.text, self.high, part.end
        following = text[end : end + 2]
        if end < high and end == part.numeral.end and (following[0].isalpha() or following[0] == "_"):
            return 0 if _ISH.match(text, end, high) else self._skip(end)
        if following in (" f", "-f") and (fold := FOLD.match(text, end, high)) is not None:
            self.multiple(part.start, fold.end(), part.value(), words, part.precision())
            return fold.end()
        if previous == "mach":
            self.measure(part._replace(start=part.numeral.start - len("mach "), unit=_MACH), words[:-1])
            return end
        value = part.numeral.mantissa
        if (
            following in (" i", " o")
            and not part.scale
            and not part.numeral.exponent
            and (ratio := RATIO.match(text, end, high)) is not None
            and ratio[2].isdigit()
            and 0 < value < int(ratio[2]) <= 100
            and (value == 1 or "out" in ratio[0])
        ):
            return self.share(Share(part.start, ratio.end(), percent_of(value, int(ratio[2]))), words)
        return 0

    def _is_no_lead(self, part: Part, lead: Leading) -> bool:
        """Whether a code or word before a number is no currency: "ALL 24 tanks", "won 3 medals"."""
        written = self.text[part.numeral.start : part.numeral.end]
        behind = self.parts.read(part.numeral, None).currency
        if behind is not None and behind != part.currency:
            # "She won 1,500 euros."
            return True
        if not part.scale and not (len(written) > 4 and ("," in written or "." in written)):
            return part.numeral.start - lead.start == 1 or not self.is_all(lead.start, part.end)
        word = self.text[lead.start : part.numeral.start].strip()
        return word.islower() and noun_behind(self.text, part.end, self.high).plural
