"""Digits that are no amount: days and years, times, numbers of lists and sections, fractions, sizes and parts of names."""

from __future__ import annotations

import re
from typing import Final

from kordef.mentions.values import not_values as never
from kordef.mentions.values.counts import is_material, names_persons, noun_behind
from kordef.mentions.values.hedges import EXACT, before
from kordef.mentions.values.parts import NOTHING_BEHIND
from kordef.mentions.values.sizes import DIMENSIONS, SizeReader
from kordef.mentions.word_files import read_words_of

__all__ = ["SPANS", "UnvaluedReader"]

_TIMES = re.compile(
    r"(?:[-–]([0-9]+(?:\.[0-9]+)?))?x(?=[.,;:)!?](?![0-9])|$|\n"
    r"| (?:"
    + "|".join(read_words_of("counted")["compared"])
    + r"|increase|rise|growth|jump|compared|in|from|since|between|during|this)\b)"
)
_SECTION = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2}){1,3}[ \t\u00a0]{1,4}[A-Z][a-z]+ ")
_ERAS: Final = frozenset({"AD", "A.D."})
_LAST_DAY: Final = 31
_HOURS = re.compile(r" ?(?:hours|hrs)\b")
_MOST_GUNS: Final = 12
"""More than so many before an "x" are the first number of a size: "30x 173 mm"."""
_FRACTION = re.compile(r"/([0-9]{1,3})(?![0-9/])")
_CALIBRE_LIST = re.compile(r"([1-9][0-9]{1,2}(?:/[1-9][0-9]{1,2}){1,3})(?: ?|-)mm\b")
_DIALLED = re.compile(r"\)?(?:[ -][0-9]{2,4}){1,4}")
_VARIANTS = re.compile(r"[A-Z]{1,2}s(?![A-Za-z0-9])")
_YEAR_OF_SUM = re.compile(r"(?:19[5-9]|20[0-9])[0-9] (?:[A-Z]{3} ?|(?:US|A|C|NZ|S)?[$€£¥₩] ?)[0-9]")
"""A year with the sum of that year right behind it: "2022 EUR 8.9 million; 2023 EUR 1.2 million"."""
_YEAR_AND_NOTE = re.compile(r"(?:19|20)[0-9]{2}\.[0-9]{1,2}(?=\s+[A-Z]|\s*\Z)")
"""A year that closes a sentence, and the number of a note: "by 2027.2 Meanwhile"."""
_DATE_BEFORE: Final = frozenset(read_words_of("counted")["date_before"])
_ATTACKS: Final = "9/11"
"""A day, and no fraction."""
_AXLES = re.compile(r"([0-9]{1,2}) [x×] \1(?![0-9.,]| ?[ckm]?m\b)")
"""The wheels of a vehicle and those that are driven: "8 x 8 vehicles"."""
SPANS: Final = (
    *("decade", "century", "year", "month", "week", "day", "fortnight", "hour", "minute"),
    *("mile", "kilometre", "kilometer", "metre", "meter", "foot", "inch", "yard", "tonne", "ton", "kilo", "kilogram"),
    *("litre", "liter", "gallon", "pint", "acre", "hectare"),
)
"""Units of which "a" and the unit are one, where a hedge or "and a half" says that it is counted."""


class UnvaluedReader(SizeReader):
    """Tells where to go on behind digits that are no amount, or that a size or fraction begins with."""

    years = True
    """Whether four digits may be a year where the reader is."""

    def _unvalued(self, start: int, stop: int, words: list[str]) -> int:
        """Where to go on behind digits that are a date, a time, a part of a name or the like; 0 for an amount."""
        text, high = self.text, self.high
        raw = text[start:stop]
        following = text[stop] if stop < high else " "
        if following in "+ -" and len(raw) <= len("4.5") and (generation := never.generation_end(text, stop, high)):
            return generation
        if not raw.isdigit():
            return self._unvalued_point(start, stop, words)
        if following in "x-–" and (times := _TIMES.match(text, stop, high)) is not None:
            return self._times(start, stop, times, words)
        if end := self._day_or_year_end(start, stop, words):
            return end
        if len(raw) == 4 and following in " h" and words and (hours := _HOURS.match(text, stop, high)) is not None:
            # "at 1400 hours"
            is_time = int(raw) < 2400 and int(raw[2:]) < 60 and words[-1].lower() in never.BEFORE_A_TIME
            return hours.end() if is_time else 0
        if len(raw) <= 4 and following in " apAP" and (clock := never.clock_end(text, stop, high)):
            return clock
        if following == "/" and (calibres := _CALIBRE_LIST.match(text, start, high)) is not None:
            return self._calibres(start, calibres, words)
        if following in "-–:/+." and (joined := self._joined_end(start, stop, words)):
            return joined
        if following.isupper() and len(raw) <= 2 and words and words[-1].isalpha() and words[-1][0].isupper():
            if _VARIANTS.match(text, stop, high) is not None:
                # "two Leopard 2Rs": no rupees
                return self._skip(stop)
        sized = self._sized_end(start, stop, words)
        if sized is not None:
            return sized
        if self.years and never.is_year(raw) and not self._is_counted_year(raw, stop, words):
            return never.year_end(text, stop, high)
        return 0

    def _unvalued_point(self, start: int, stop: int, words: list[str]) -> int:
        """Where to go on behind digits with a point or comma that are no amount: "2.1 Background", "at 10.30", "4.5 x 3 m"."""
        text, high = self.text, self.high
        raw = text[start:stop]
        following = text[stop] if stop < high else " "
        if _YEAR_AND_NOTE.match(text, start, high) and words and words[-1].lower() in _DATE_BEFORE:
            return stop
        if following in "x×-–" and (times := _TIMES.match(text, stop, high)) is not None:
            return self._times(start, stop, times, words)
        if following in "x×":
            return self._dimensions(start, stop, words)
        if start == self.low and self.cell is None and _SECTION.match(text, start, high):
            return stop if self.parts.follow(text, stop, high) is None else 0
        if len(raw) < 6 and self.cell is None and never.is_clock(text, start, stop, self.low):
            return stop
        if words and never.is_day_and_year(raw) and never.month_before(words[-1], following):
            return stop
        return never.clock_end(text, stop, high) if len(raw) < 6 and following in " apAP" else 0

    def _day_or_year_end(self, start: int, stop: int, words: list[str]) -> int:
        """Where to go on behind whole digits that are a day, a year, a number in a list or a code; 0 for others."""
        text, high = self.text, self.high
        raw = text[start:stop]
        following = text[stop] if stop < high else " "
        length = len(raw)
        if length <= 4 and words and words[-1].strip("(") in _ERAS and following in " .,;)":
            return stop
        if raw[0] == "0" and length > 1:
            # A telephone number, a time without a colon, a code.
            grouped = _DIALLED.match(text, stop, high)
            return grouped.end() if grouped is not None else stop
        if length <= 2:
            if words and words[-1][-1] != "," and never.month_before(words[-1], following):
                return never.day_tail(text, stop, high)
            if words and words[-1] == "may" and int(raw) <= _LAST_DAY and not noun_behind(text, stop, high).plural:
                # "see you on may 5"
                return never.day_tail(text, stop, high)
            if following in " -–/.\u00a0" and int(raw) <= 31 and (day := never.day_end(text, stop, high)):
                return day
            if never.is_list_number(text, start, stop, self.low) and not (self.cell is not None and self.cell[2]):
                return stop + 1
        if length == 4 and following == " " and _YEAR_OF_SUM.match(text, start, high) and not _ends_in_code(words):
            return stop
        previous = words[-1].lower().lstrip("(“‘\"'") if words else ""
        if length <= 4 and following in " bB" and (era := never.era_end(text, stop, high, previous)):
            return era
        if (
            length == 4
            and words
            and (never.is_old_year(raw, previous) or ("1000" <= raw < "2100" and never.month_before(previous, " ")))
            and not self._is_counted(stop)
        ):
            return stop
        return stop if length == 8 and never.is_compact_day(raw) else 0

    def _joined_end(self, start: int, stop: int, words: list[str]) -> int:
        """Where to go on behind digits that a stroke, colon or point joins to more: "9/11", "2/3", "3:1"; 0 for others."""
        text, high = self.text, self.high
        if not text[stop + 1 : stop + 2].isdigit():
            return 0
        raw, sign = text[start:stop], text[stop]
        fraction = _FRACTION.match(text, stop, high) if sign == "/" else None
        if fraction is not None and text[start : fraction.end()] == _ATTACKS:
            return fraction.end()
        joined = never.joined_end(text, stop, high)
        if fraction is not None and 0 < int(raw) < int(fraction[1]) and len(raw) <= 3:
            return self.written_fraction(start, int(raw), int(fraction[1]), fraction.end(), words) or joined
        if sign in ":/+." or sum(text[stop:joined].count(s) for s in "-–:/+.") > 1:
            return joined
        return 0

    def _sized_end(self, start: int, stop: int, words: list[str]) -> int | None:
        """Where to go on behind digits of a size, a calibre or an ordinal; 0 for an amount, ``None`` for what is none of them."""
        text, high = self.text, self.high
        raw = text[start:stop]
        following = text[stop] if stop < high else " "
        if (
            following in "x×"
            and text[stop + 1 : stop + 2] == " "
            and (text[stop + 2 : stop + 3].isupper() or (len(raw) < 3 and int(raw) <= _MOST_GUNS))
        ):
            return self._so_many(start, stop, words)
        if following.isalpha() or following == "×":
            suffix = text[stop : stop + 2].lower()
            if suffix in ("st", "nd", "rd", "th") or (following == "s" and not text[stop + 1 : stop + 2].isalpha()):
                return self._skip(stop)
            return self._dimensions(start, stop, words) if following in "x×" else None
        if following == " " and text[stop + 1 : stop + 2] in ("x", "×"):
            # "30 x 173 mm" is a calibre, "4 x 30 mm" four of them.
            if int(raw) <= _MOST_GUNS and (axles := _AXLES.match(text, start, high)) is not None:
                return axles.end()
            size = DIMENSIONS.match(text, stop, high)
            sized = size is not None and (int(raw) > _MOST_GUNS or self._is_size(size))
            return self._dimensions(start, stop, words) if sized else 0
        return None

    def _is_counted(self, stop: int) -> bool:
        """Whether a unit or a counted noun stands behind digits."""
        text, high = self.text, self.high
        return self.parts.follow(text, stop, high) is not None or noun_behind(text, stop, high).plural

    def _is_counted_year(self, raw: str, stop: int, words: list[str]) -> bool:
        """Whether digits with the form of a year are an amount: "2000 rounds", "2025 km"."""
        if self.text[stop : stop + 1] in NOTHING_BEHIND:
            return False
        found = self.parts.follow(self.text, stop, self.high)
        if found is not None:
            unit = found.meaning.unit
            singular = self.text[found.start : found.end].lower() in SPANS
            return unit is None or unit.kind != "duration" or not singular
        previous = words[-1].lower().strip("(,.") if words else ""
        if previous in _DATE_BEFORE or never.month_before(previous, " "):
            return False
        noun = noun_behind(self.text, stop, self.high)
        if not (noun.plural and (is_material(noun.head) or names_persons(noun.head, noun.head))):
            return False
        recent = "2010" <= raw <= "2039"
        return not recent or before(self.text, stop - 4, words, measured=False).qualifier is not EXACT


def _ends_in_code(words: list[str]) -> bool:
    """Whether the last word before a number is the code of a currency: "USD 2000 EUR 1800"."""
    return bool(words) and len(words[-1]) == len("USD") and words[-1].isalpha() and words[-1].isupper()
