"""The words around a possible date, and the looks to the left and right that keep other numbers and names out."""

from __future__ import annotations

import re

from kordef.mentions.date_words import (
    ABBREVIATED,
    AMBIGUOUS_MONTHS,
    ATTRIBUTIVE_STOPS,
    COUNTED,
    MONTH_PREPOSITIONS,
    MONTHS,
    NAME_NOUNS,
    ORDINALS,
    WEEKDAYS,
    YEAR_PREPOSITIONS,
)

__all__ = ["DASHES", "Tokens"]

DASHES = frozenset("-–—‐‑‒−")

_TOKEN = re.compile(r"[0-9]+|[^\W\d_]+|\n[^\S\n]*\n\s*|[^\w\s]|_|\d")
_SENTENCE_START = frozenset(("", ".", "!", "?", ":", ";", "|", "(", "•", "·", '"', "“", "‘", "\n", ">", "*", "/", *DASHES))
_QUOTES = frozenset("'\"‘’“”`")
_GLUED_LEFT = frozenset("$€£¥₩#@_=+&*/\\:%^")
_NOT_MODAL = frozenset({"in", "since", "until", "till", "last", "next", "early", "mid", "late", "from", "during", "through", "between"})
_OF_A_MONTH = frozenset(
    {"end", "start", "beginning", "middle", "half", "part", "week", "weeks", "day", "days", "month", "months", "course", "rest", "close", "weekend", "st", "nd", "rd", "th"}
)
_DETERMINERS = frozenset({"the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "s", "whose", "each", "every"})
_FOLLOWS_A_MONTH = frozenset({"and", "or", "to", "through", "until", "till", "/", ",", "&", "(", *DASHES})
_QUANTIFIED = frozenset({"than", "nearly", "almost", "least", "most", "another", "additional", "exceeding", "over", "some", "total", "only", "further"})
_CLAUSE_WORDS = ATTRIBUTIVE_STOPS | YEAR_PREPOSITIONS


class Tokens:
    """The tokens of a stretch of text: lower-cased words, their places, and blanks beyond both ends.

    ``words`` has four empty strings behind the last token, so that a look a few places beyond either end finds "".
    ``hyphened`` is the number that a rule has found to follow a prefix and its hyphen ("mid-2025").
    ``floor`` is where the text to be read begins; ``cut`` is set where the stretch begins in the midst of it.
    """

    __slots__ = ("count", "cut", "ends", "hi", "hyphened", "lo", "starts", "text", "words")

    def __init__(self, text: str, lo: int, hi: int, floor: int, *, cut: bool = False) -> None:
        self.text = text
        self.lo = floor
        self.hi = hi
        self.cut = cut
        self.hyphened = -1
        spans = [m.span() for m in _TOKEN.finditer(text, lo, hi)]
        self.count = len(spans)
        self.words = [text[a:b].lower() if text[a] != "\n" else "\n" for a, b in spans]
        self.words += ("", "", "", "")
        self.starts = [a for a, _ in spans] + [hi] * 4
        self.ends = [b for _, b in spans] + [hi] * 4

    def tight(self, i: int) -> bool:
        """Whether nothing stands between token ``i`` and the one before it."""
        return 0 < i < self.count and self.starts[i] == self.ends[i - 1]

    def capital(self, i: int) -> bool:
        """Whether token ``i`` begins with a capital letter."""
        return 0 <= i < self.count and self.text[self.starts[i]].isupper()

    def is_number(self, i: int) -> bool:
        """Whether token ``i`` is a number in ASCII digits."""
        word = self.words[i]
        return word.isdigit() and word.isascii()

    def is_word(self, i: int) -> bool:
        """Whether token ``i`` is a word."""
        return self.words[i].isalpha()

    def opens_sentence(self, i: int) -> bool:
        """Whether token ``i`` is the first of a sentence, cell or bracket, as far as the stretch shows."""
        return i <= 0 and not self.cut or self.words[i - 1] in _SENTENCE_START and i > 0

    def begins_word(self, i: int) -> bool:
        """Whether token ``i`` follows neither a letter, a digit nor a hyphen."""
        at = self.starts[i]
        return at <= self.lo or i == self.hyphened or not (self.text[at - 1].isalnum() or self.text[at - 1] in DASHES)

    def free_left(self, i: int) -> bool:
        """Whether a number at ``i`` is no tail of a longer number, sum, name or identifier."""
        at = self.starts[i]
        if at <= self.lo or i == self.hyphened:
            return True
        before = self.text[at - 1]
        if before.isspace() or before in "([{,;'’‘\"“|<>~.!?…" or before in _QUOTES:
            return before not in ".," or not self.text[at - 2 : at - 1].isdigit()
        if before in DASHES:
            return not self.text[max(at - 2, 0) : at - 1].isalnum()
        return not (before.isalnum() or before in _GLUED_LEFT)

    def free_right(self, i: int) -> bool:
        """Whether a number at ``i`` is no head of a longer number, measure or identifier."""
        at = self.ends[i]
        if at >= self.hi:
            return True
        after, then = self.text[at], self.text[at + 1 : at + 2]
        if after.isalnum() or after in "%°_$€£":
            return False
        if after in ".,:" and then.isdigit() and at + 1 < self.hi:
            return after == "," and not self.text[at + 1 : at + 4].isdigit()
        if after in DASHES and then.isalpha():
            return self.words[i + 2] not in COUNTED
        return True

    def counts(self, i: int, reach: int = 1) -> bool:
        """Whether the words from ``i`` on, ``reach`` of them, make the number before them a quantity."""
        for k in range(i, min(i + reach, self.count)):
            word = self.words[k]
            if word in COUNTED:
                # "in 2022 m" is a measure, but a capital or a full stop behind it is another sentence's
                return not (word == "m" and self.capital(k))
            if word in _CLAUSE_WORDS or not word.isalpha():
                return False
        return False

    def possessive(self, i: int) -> bool:
        """Whether token ``i`` begins a genitive ending."""
        return self.words[i] in ("'", "’") and self.words[i + 1] == "s" and self.tight(i) and self.tight(i + 1)

    def attributive(self, i: int) -> bool:
        """Whether token ``i`` is a noun that the date before it describes ("the July summit")."""
        word = self.words[i]
        return word.isalpha() and not self.capital(i) and word not in _CLAUSE_WORDS and word not in MONTHS

    def is_year(self, i: int) -> bool:
        """Whether the four digits at ``i`` are a year, by what stands around them."""
        word = self.words[i]
        if len(word) != 4 or not self.is_number(i) or not self.free_left(i) or not self.free_right(i):
            return False
        if self.words[i + 1] in DASHES and self.tight(i + 1) and self.tight(i + 2) and self.is_number(i + 2) and len(self.words[i + 2]) != 4:
            return False
        number, before = int(word), self.words[i - 1] if i else ""
        prepared = before in YEAR_PREPOSITIONS or before in MONTHS
        if number > 2100 or number < 1400 or (not 1900 <= number <= 2050 and not prepared and not self._stands_alone(i)):
            return False
        if self._named(i, before):
            return False
        if number % 100 == 0 and not prepared and before not in ("", "(", "|", ",") and not before.isdigit():
            return False
        if self.counts(i + 1, 1 if prepared else 3):
            return prepared and number % 100 != 0 and self.words[i + 1] not in _HARD_UNITS
        if before == "than" and self.words[i - 2] in ("later", "earlier"):
            return True
        return not (before in _QUANTIFIED or (before == "at" and self.words[i - 2] not in ("", "looking")))

    def _stands_alone(self, i: int) -> bool:
        """Whether a number fills its text or its brackets, alone or with a second one."""
        if self.words[i - 1] not in ("", "(", *DASHES, "or") if i else self.cut:
            return False
        j = i + 1
        while self.words[j] in ("?", "or", *DASHES) or len(self.words[j]) in (2, 4) and self.words[j].isdigit():
            j += 1
        return self.words[j] in ("", ")", ";", ",", ".") or self.words[j] in ("s", "mid", "ca", "c")

    def _named(self, i: int, before: str) -> bool:
        """Whether the word or quote before a number makes a name of it ("Vision 2030")."""
        if before in NAME_NOUNS or (before == "." and self.words[i - 2] in ("no", "nos", "art", "fig", "res")):
            return True
        if before in _QUOTES and self.tight(i):
            return self.capital(i + 1) or self.words[i + 1] in _QUOTES and len(self.words[i + 1]) > 0 and before not in "'’"
        if not self.capital(i - 1) or before in YEAR_PREPOSITIONS or before in MONTHS or before in WEEKDAYS:
            return False
        if self.opens_sentence(i - 1) and before.isalpha():
            # "Ordered 2017" and "Delivered 2019-2021" open a comment; "ADEX 2023" and "Vision 2030" are names
            return self.text[self.starts[i - 1] : self.ends[i - 1]].isupper() and len(before) > 1
        return before.isalpha()

    def is_day_number(self, i: int) -> bool:
        """Whether token ``i`` is a number from 1 to 31 that stands alone."""
        word = self.words[i]
        return len(word) <= 2 and self.is_number(i) and 1 <= int(word) <= 31

    def is_month_alone(self, i: int, j: int) -> bool:
        """Whether the word at ``i`` (next token at ``j``) names a month although neither day nor year stands beside it."""
        word, before = self.words[i], self.words[i - 1] if i else ""
        if word not in AMBIGUOUS_MONTHS:
            return not (before in ("black", "red") and self.capital(i))
        if i == 0 and j >= self.count and not self.cut:
            return True
        if self._in_a_list(i, j):
            return word not in ("may", "march") or self.capital(i)
        if self.possessive(j) and before not in _NOT_MODAL:
            return False
        if not self.capital(i):
            return before in _NOT_MODAL and not (word in ABBREVIATED and self.attributive(j))
        if before in MONTH_PREPOSITIONS:
            return self._behind_preposition(i, j, word, before)
        if word in ABBREVIATED or self.capital(i - 1):
            return False
        if self.opens_sentence(i):
            return word not in ("may", "march") and self.is_word(j) and not self.capital(j) and not self.attributive(j)
        if before in _DETERMINERS:
            return self.attributive(j) or self.capital(j)
        return before.isalpha() and before not in ATTRIBUTIVE_STOPS and (self.attributive(j) or word not in ("may", "march"))

    def _in_a_list(self, i: int, j: int) -> bool:
        """Whether another month stands beside the one at ``i``: "April and May", "May to July"."""
        if i and self.words[i - 1] in _FOLLOWS_A_MONTH and any(w in MONTHS for w in self.words[max(i - 3, 0) : i]):
            return True
        return self.words[j] in _FOLLOWS_A_MONTH and self.words[j + 1] in MONTHS and self.capital(i) and self.capital(j + 1)

    def _behind_preposition(self, i: int, j: int, word: str, before: str) -> bool:
        """Whether an ambiguous month with a capital is one behind a word that may stand before months and names alike."""
        if before == "of":
            return self.words[i - 2] in _OF_A_MONTH or self.words[i - 2] in ORDINALS or not self.is_word(j)
        if before in ("and", "or", "on", "per"):
            return False
        if before in ("to", "for"):
            return not self.is_word(j)
        if word in ABBREVIATED and self.capital(j):
            return self.words[i + 1] == "." or before in ("in", "since", "until", "last", "next")
        return not (word == "may" and before in ("after", "before") and self.attributive(j))


_HARD_UNITS = frozenset({"km", "mm", "kg", "percent", "per", "million", "billion", "trillion", "won", "euros", "dollars", "tonnes", "hours", "gmt", "utc", "times"})
