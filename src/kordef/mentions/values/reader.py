"""The reader of values in running text: finds numbers, tells amounts from other numbers, and reads what belongs to them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from kordef.mentions.triggers import small, tree
from kordef.mentions.values import not_values as never
from kordef.mentions.values.compounds import whole
from kordef.mentions.values.counts import is_material, is_name, noun_behind
from kordef.mentions.values.digits import FOLD, RATIO, DigitReader
from kordef.mentions.values.following import PHRASE_ENDS
from kordef.mentions.values.hedges import EXACT, before, start_of_last
from kordef.mentions.values.numerals import CARDINALS, PLURALS, VULGAR, Numeral, read_words
from kordef.mentions.values.parts import Part
from kordef.mentions.values.ranges import second_of
from kordef.mentions.values.shares import (
    FRACTION_WORDS,
    FRACTIONS,
    MULTIPLES,
    Share,
    begins_share,
    half_of,
    percent_of,
    read_multiple,
    read_share,
    share_of,
)
from kordef.mentions.values.unvalued import SPANS
from kordef.mentions.word_files import read_words_of

if TYPE_CHECKING:
    from kordef.mentions.model import ValueMention
    from kordef.mentions.values.words import ValueWords
    from kordef.vocabulary import Section

__all__ = ["ValueReader"]

_COUNTED: Final = read_words_of("counted")
_GROUPS: Final[dict[str, int]] = read_words_of("numbers")["groups"]
_BARE_SCALES: Final = ("hundred", "thousand", "million", "billion", "trillion", "dozen")
_LARGE_FOLDS: Final = {"hundredfold": 100, "thousandfold": 1000}
_FOLDS: Final = (*(f"{word}fold" for word, value in CARDINALS.items() if value > 1), *_LARGE_FOLDS)
_NEGATED = re.compile(r"\b(?:not|neither|nor|never|without|n['’]t|hardly)\b[^.;:]*$", re.IGNORECASE)
_NEGATION_REACH = 40
_COINS: Final = frozenset(read_words_of("money")["single"])
_RATE_BEHIND_COIN = re.compile(r" (?:a|an|per|each|every)\b")
_TAKEN: Final = frozenset(
    {"took", "takes", "take", "taking", "lasted", "lasts", "last", "spent", "spend", "waited", "wait"}
)
_WORDS, _MULTIPLES, _A_SHARE, _A_SPAN = range(4)
_SORTS: Final = (
    dict.fromkeys((*CARDINALS, *_BARE_SCALES, *PLURALS, *_FOLDS, "tens", "half"), _WORDS)
    | dict.fromkeys(MULTIPLES, _MULTIPLES)
    | dict.fromkeys((f"a {part}" for part in FRACTION_WORDS), _A_SHARE)
    | dict.fromkeys(
        (f"{a} {span}" for span in (*SPANS, *_COINS, *(f"{g} of" for g in _GROUPS)) for a in ("a", "an")), _A_SPAN
    )
)
"""The words that a value can begin with."""
_TRIGGER_WORD: Final = rf"({tree(_SORTS)})(?![a-z])"
_TRIGGER = re.compile(
    rf"[0-9½¼¾⅓⅔⅕⅛\s(\[\"'“‘—–/,-](?:(?<=[½¼¾⅓⅔⅕⅛])|(?<=[0-9])[0-9]*(?:[.,'’][0-9]+)*|{_TRIGGER_WORD})"
)
_AT_START = re.compile(_TRIGGER_WORD)

_ORDINAL_PART = re.compile(r"[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b", re.IGNORECASE)
_AGO = re.compile(r" (?:earlier|ago|before|previously)\b")
_NEGATIVE: Final = frozenset({"minus", "negative"})
_SHORTEST_UNIT: Final = 3
"""Letters of the shortest unit that a fraction in words takes."""
_OF_A_SIZE = re.compile(r" (?:each|apiece)\b| of (?:about |some |over |nearly )?[0-9]")
_BETWEEN_SIGNS: Final = "(\"'“‘[{—–,;|*…\t\n\r "
_BARE_BEFORE: Final = frozenset(_COUNTED["bare_scale_before"])
_ONE_BEFORE: Final = frozenset(_COUNTED["one_before"])
_NO_NUMBER_BEFORE: Final = frozenset(_COUNTED["no_number_before"])


class ValueReader(DigitReader):
    """Reads the values in stretches of a text, each with ``read``."""

    def __init__(self, text: str, words: ValueWords) -> None:
        super().__init__(text, words)
        self._lowered = small(text)

    def read(
        self,
        low: int,
        high: int,
        place: tuple[int, int, Section],
        *,
        cell: tuple[int, int, int] | None = None,
        years: bool = True,
    ) -> list[ValueMention]:
        """All values between two positions, in the order of the text; ``place`` is the block, story and section.

        ``cell`` is (table block, row, column) where they are the ends of a cell; ``years`` says that four digits may be a year.
        """
        text, lowered = self.text, self._lowered
        position = low
        first = None
        if low == 0 or text[low - 1] not in _BETWEEN_SIGNS:
            first = _AT_START.match(lowered, low, high)
        else:
            position -= 1
        found = _TRIGGER.search(lowered, position, high)
        if found is None and first is None:
            return []
        self.begin(low, high, place, cell)
        self.years = years
        if first is not None and self._is_written(first[1], low, first.end()):
            position = max(self._worded(_SORTS[first[1]], low, first.end()), low + 1)
            found = _TRIGGER.search(lowered, position, high)
        while found is not None:
            start, word = found.start(), found[1]
            position = start + 1
            if word is None:
                first_sign = text[start]
                after = self.vulgar(start) if first_sign in VULGAR else self._digits(start, found.end())
                position = max(after, position)
            elif self._is_written(word, start + 1, found.end()):
                position = max(self._worded(_SORTS[word], start + 1, found.end()), position)
            found = _TRIGGER.search(lowered, position, high)
        return self.found

    def _is_written(self, word: str, start: int, stop: int) -> bool:
        """Whether a word stands in the text in small letters, its first aside, or in capitals among others: no name of a firm."""
        return self.text.startswith(word[1:], start + 1) or self.text[start : stop + 2].isupper()

    def _worded(self, sort: int, start: int, stop: int) -> int:
        """Deal with a number word at ``start`` to ``stop``; the answer is where to go on."""
        text, low, high = self.text, self.low, self.high
        prior = text[start - 1] if start > low else " "
        if prior in "-–/'" and start - 1 > low and text[start - 2].isalnum():
            return stop
        words = self.words_before(start)
        previous = words[-1].lower().lstrip("(“‘\"'") if words else ""
        if sort == _MULTIPLES:
            hedged = self.is_hedged(start, words)
            factor = read_multiple(text, start, stop, high, previous, hedged=hedged)
            if factor is not None:
                self.multiple(start, stop, factor, words, None)
            return stop
        if sort == _A_SHARE and self.is_all(start, stop):
            return self.share(Share(start, stop, percent_of(1, FRACTIONS[text[start:stop].lower()[2:]])), words)
        if sort == _A_SHARE:
            return max(self._share(start, words, previous), stop)
        if sort == _A_SPAN:
            return self._span(start, stop, words)
        word = text[start:stop].lower()
        if word.endswith("fold"):
            factor = Decimal(
                {"hundredfold": 100, "thousandfold": 1000}.get(word) or CARDINALS[word.removesuffix("fold")]
            )
            self.multiple(start, stop, factor, words, None)
            return stop
        if word == "half" and self.is_all(start, stop):
            return self.share(Share(start, stop, Decimal(50)), words)
        if word == "half":
            half = half_of(text, start, stop, high, previous, hedged=self.is_hedged(start, words))
            return self._fraction(half, stop, words)
        if name := is_name(text, start, word):
            return start + name
        if previous in _NO_NUMBER_BEFORE:
            return self._skip_number(start, stop)
        if previous == "of" and len(words) > 1 and words[-2].lower() == "couple":
            previous = "couple of"
        if (
            word in never.YEAR_STARTS
            and (year := never.spoken_year_end(text, start, high, previous))
            and not noun_behind(text, year, high).plural
        ):
            return year
        if word in CARDINALS:
            share = self._share(start, words, previous)
            if share:
                return share
            if never.is_part_of_year(text, stop, high):
                return stop
        numeral = read_words(text, start, high, previous)
        if numeral is None:
            return stop
        if numeral.bare and previous in ("a", "an") and (part := share_of(numeral, text, words)) is not None:
            return self.amount(self.parts.read(part, None), words[:-3], "")
        return self._amount_in_words(numeral, word, words, previous)

    def _skip_number(self, start: int, stop: int) -> int:
        numeral = read_words(self.text, start, self.high, "")
        return stop if numeral is None else numeral.end

    def _share(self, start: int, words: list[str], previous: str) -> int:
        """Read the fraction that begins at ``start``; the answer is where it ends, 0 for none."""
        if not begins_share(self.text, start, self.high):
            return 0
        share = read_share(self.text, start, self.high, previous, hedged=self.is_hedged(start, words))
        if isinstance(share, Share):
            numeral = Numeral(start, share.end, round(share.percent * 100), -4)
            unit = self.parts.follow(self.text, share.end, self.high)
            if unit is not None and unit.end - unit.start < _SHORTEST_UNIT:
                return self._fraction(share, 0, words)
            if after := self.part_of_unit(numeral, words):
                return after
        return self._fraction(share, 0, words)

    def _fraction(self, share: Share | Numeral | None, otherwise: int, words: list[str]) -> int:
        if share is None:
            return otherwise
        if isinstance(share, Share):
            return self.share(share, words)
        self.amount(self.parts.read(share, None), words, "")
        return share.end

    def _span(self, start: int, stop: int, words: list[str]) -> int:
        """ "A decade" is an amount where it is hedged, "a pair of frigates" always."""
        text = self.text
        word = text[start:stop].split()[1].lower()
        numeral_end = start + text[start:stop].index(" ")
        if word in _COINS:
            return self._coin(Numeral(start, numeral_end, 1), stop, words)
        if word in _GROUPS:
            numeral = Numeral(start, stop - len(" of"), _GROUPS[word])
            self.group(numeral, words)
            return stop
        single = self.parts.read(Numeral(start, numeral_end, 1), None)
        joined = whole(self.parts, single)
        if joined.end > single.end and text[single.end] != ",":
            # "An hour and 20 minutes", "a year and a half"
            self.measure(joined, words)
            return joined.end
        hedge = before(text, start, words, measured=True)
        if hedge.qualifier is not EXACT and _AGO.match(text, stop, self.high) and self._compares(hedge.start):
            return stop  # "31 percent more than a year earlier"
        previous = words[-1].lower() if words else ""
        if hedge.qualifier is EXACT and not (
            (word in ("decade", "century") and previous in ("for", "in", "after")) or previous in _TAKEN
        ):
            return stop
        self.measure(single, words)
        return stop

    def _coin(self, numeral: Numeral, stop: int, words: list[str]) -> int:
        """ "It costs a dollar": one of a currency; no dollar bill, rate ("40 cents a dollar") or saying ("cost not a cent")."""
        text = self.text
        ends = PHRASE_ENDS.match(text, stop, self.high) or _RATE_BEHIND_COIN.match(text, stop, self.high)
        is_rate = bool(self.found) and self.found[-1].end >= numeral.start - 1
        near = text[max(self.low, numeral.start - _NEGATION_REACH) : numeral.start]
        if ends is not None and not is_rate and _NEGATED.search(near) is None:
            part = self.parts.read(numeral, None)
            if part.currency is not None:
                self.measure(part, words)
        return stop

    def _compares(self, position: int) -> bool:
        """Whether a number stands directly before "more than a year earlier"."""
        last = self.found[-1] if self.found else None
        return last is not None and 0 <= position - last.end <= 2

    def _amount_in_words(self, numeral: Numeral, word: str, words: list[str], previous: str) -> int:
        text, high = self.text, self.high
        stop = numeral.end
        if numeral.mantissa % 10 == 0 and numeral.mantissa >= 20 and _ORDINAL_PART.match(text, stop, high):
            return self._skip(stop)
        ratio = RATIO.match(text, stop, high)
        whole = 0 if ratio is None or numeral.exponent else _whole(ratio[1], ratio[2])
        if (
            ratio is not None
            and whole > numeral.mantissa > 0
            and (ratio[1] in (" every", " each") or self.parts.follow(text, ratio.end(), high) is None)
        ):
            return self.share(Share(numeral.start, ratio.end(), percent_of(numeral.mantissa, whole)), words)
        part = self.parts.read(numeral, None)
        if numeral.mantissa == 0 and not numeral.exponent and part.plain:
            return stop
        if part.plain and (fold := FOLD.match(text, part.end, high)) is not None:
            self.multiple(part.start, fold.end(), part.value(), words, None)
            return fold.end()
        if (
            numeral.bare
            and previous not in _BARE_BEFORE
            and word != "dozen"
            and not (part.adjective or self.is_hedged(numeral.start, words) or (not words and not part.plain))
        ):
            return stop
        if numeral.mantissa == 1 and not numeral.exponent and not numeral.bare and part.scale == 0:
            ranged = second_of(self.parts, part, words, in_cell=self.cell is not None)
            if not isinstance(ranged, tuple) or ranged[1] is None:
                return self._one(part, words, previous)
        negative = previous in _NEGATIVE and (not part.plain or self._is_below_zero(part, words))
        return self.amount(part, words, text[start_of_last(text, part.start, 1) : part.start] if negative else "")

    def _is_below_zero(self, part: Part, words: list[str]) -> bool:
        """Whether "minus ten" is a number for itself, and no subtraction."""
        left = words[-2].lower().strip(",(") if len(words) > 1 else ""
        noun = noun_behind(self.text, part.end, self.high)
        return not noun.head and not (left in CARDINALS or left[:1].isdigit() or left.rpartition("-")[2] in CARDINALS)

    def _one(self, part: Part, words: list[str], previous: str) -> int:
        """ "One" counts beside a unit, a hedge or another number; else it is an article or a pronoun."""
        text = self.text
        hedged = previous in _ONE_BEFORE or text[part.end - 1] == ")" or self.is_hedged(part.start, words)
        if not part.plain:
            if text.startswith((" to the next", " after another", " at a time", " or another"), part.end):
                return part.end
            vague = part.unit is not None and part.unit.kind == "duration" and not part.adjective and not hedged
            if vague and text[part.numeral.end : part.end].strip() in ("day", "night", "time"):
                return part.end
            return self.amount(part, words, "")
        if text[part.end : part.end + 1] == "-" or text.startswith(
            (" of ", " another", " or ", " by one", " after another"), part.end
        ):
            return self.amount(part, words, "") if text.startswith((" or two ", " or more "), part.end) else part.end
        if hedged or self.is_coordinated(part) or self._is_single(part, previous):
            return self.amount(part, words, "", one=True)
        return part.end

    def _is_single(self, part: Part, previous: str) -> bool:
        """Whether "one" counts equipment, in a list or with its size: "a destroyer and one P-3", "one frigate of 3,400 t"."""
        noun = noun_behind(self.text, part.end, self.high, one=True)
        shown = self.text[noun.end - len(noun.head) : noun.end]
        if not (is_material(noun.head) or (shown[:1].isupper() and any(sign.isdigit() for sign in shown))):
            return False
        if noun.additional and not self.text.startswith(" of ", noun.end):
            return True
        return previous == "and" or _OF_A_SIZE.match(self.text, noun.end, self.high) is not None


def _whole(article: str, word: str) -> int:
    """Of how many a share is one: "five", "a hundred"."""
    return CARDINALS.get(word, 0) if article != " a" else {"hundred": 100, "thousand": 1000, "dozen": 12}.get(word, 0)
