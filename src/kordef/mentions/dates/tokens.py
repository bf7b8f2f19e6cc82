"""The words around a possible date, with looks to the left and right."""

from __future__ import annotations

import re
from itertools import accumulate, compress

from kordef.mentions.dates.words import ATTRIBUTIVE_STOPS, COUNTED, MONTHS, YEAR_PREPOSITIONS

__all__ = ["APOSTROPHES", "DASHES", "POINTED_SEPARATORS", "QUOTES", "SEPARATORS", "Tokens"]

DASHES = frozenset("-–—‐‑‒−")
APOSTROPHES = frozenset("'’‘")
SEPARATORS = DASHES | {"/"}
POINTED_SEPARATORS = SEPARATORS | {"."}

_BLANKS = r" \t\r\x0b\x0c\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
# Letters, digits, or another sign that is no blank; what is most frequent comes first, for speed. The end of a line is a token
# before an empty line.
_TOKEN = re.compile(rf"([a-z]++(?![^\x00-\x7f])|[0-9]+|[.,;:()'’\"“”/&-]|[^\W\d_]+|\n(?=[^\S\n]*\n)|[^{_BLANKS}\n])")
_SENTENCE_START = frozenset(
    ("", ".", "!", "?", ":", ";", "|", "(", "•", "·", '"', "“", "‘", "\n", ">", "*", "/", *DASHES)
)
QUOTES = frozenset("'\"‘’“”`")
_GLUED_LEFT = frozenset("$€£¥₩#@_=+&*/\\:%^")
_CLAUSE_WORDS = ATTRIBUTIVE_STOPS | YEAR_PREPOSITIONS
_DIGITS = re.compile(r"[0-9]+")
_YEAR = 4
_NOTE = re.compile(r"\.[0-9]{1,2}(?=\s+[A-Z]|\s*\Z)")
"""The number of a note behind the full stop of a sentence that a year closes: "by 2027.2 Meanwhile"."""


class Tokens:
    """The tokens of a stretch of text: lower-cased words, their places, and blanks beyond both ends.

    ``words`` has four empty strings behind the last token, so that a look a few places beyond either end finds "".
    ``hyphened`` is the number that a rule has found to follow a prefix and its hyphen ("mid-2025").
    ``floor`` is where the text to be read begins; ``cut`` is set where the stretch begins in the midst of it.
    """

    __slots__ = ("count", "cut", "ends", "hi", "hyphened", "lo", "starts", "text", "words")

    def __init__(self, text: str, lowered: str, lo: int, hi: int, floor: int, *, cut: bool = False) -> None:
        self.text = text
        self.lo = floor
        self.hi = hi
        self.cut = cut
        self.hyphened = -1
        # what stands between the tokens and the tokens, in turn, and where each of them ends
        pieces = _TOKEN.split(lowered[lo:hi])
        edges = list(accumulate(map(len, pieces), initial=lo))
        words, starts, ends = pieces[1::2], edges[1:-1:2], edges[2::2]
        if "**" in text[lo:hi]:
            # marks of emphasis are no words ("by **Q2 2027**")
            kept = [
                word != "*" or "*" not in text[max(at - 1, 0) : at + 2 : 2]
                for word, at in zip(words, starts, strict=True)
            ]
            words = list(compress(words, kept))
            starts, ends = list(compress(starts, kept)), list(compress(ends, kept))
        self.count = len(words)
        self.words = [*words, "", "", "", ""]
        self.starts = [*starts, hi, hi, hi, hi]
        self.ends = [*ends, hi, hi, hi, hi]

    def tight(self, i: int) -> bool:
        """Whether nothing stands between token ``i`` and the one before it."""
        return 0 < i < self.count and self.starts[i] == self.ends[i - 1]

    def capital(self, i: int) -> bool:
        """Whether token ``i`` begins with a capital letter."""
        return 0 <= i < self.count and self.text[self.starts[i]].isupper()

    def is_all(self, i: int, j: int) -> bool:
        """Whether the tokens from ``i`` to ``j`` are all of the text (or cell) that is read."""
        return i == 0 and j >= self.count and not self.cut

    def is_number(self, i: int) -> bool:
        """Whether token ``i`` is a number in ASCII digits."""
        word = self.words[i]
        return word.isdigit() and word.isascii()

    def is_word(self, i: int) -> bool:
        """Whether token ``i`` is a word."""
        return self.words[i].isalpha()

    def opens_sentence(self, i: int) -> bool:
        """Whether token ``i`` is the first of a sentence, cell or bracket, as far as the stretch shows."""
        return self.words[i - 1] in _SENTENCE_START if i > 0 else not self.cut

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
        if before == "*" and self.text[max(at - 3, 0) : at - 1].strip() == "*":
            return True  # emphasis: "the **2025-2029 plan**"
        if before.isspace() or before in "([{,;'’‘\"“|<>~.!?…" or before in QUOTES:
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
            # "Dec. 27,2023", but "27,200"
            digits = _DIGITS.match(self.text, at + 1, self.hi)
            if after == "." and self.ends[i] - self.starts[i] == _YEAR and _NOTE.match(self.text, at, self.hi):
                return True
            return after == "," and digits is not None and digits.end() != at + 4
        if after in DASHES and then.isalpha():
            return self.words[i + 2] not in COUNTED
        return True

    def counts(self, i: int, reach: int = 1) -> bool:
        """Whether the words from ``i`` on, ``reach`` of them, make the number before them a quantity."""
        for k in range(i, min(i + reach, self.count)):
            word = self.words[k]
            if word in COUNTED:
                # "M" is a million or the beginning of a name, "m" a metre
                return not (word == "m" and self.capital(k))
            if word in _CLAUSE_WORDS or not word.isalpha():
                return False
        return False

    def possessive(self, i: int) -> bool:
        """Whether token ``i`` begins a genitive ending."""
        return self.words[i] in APOSTROPHES and self.words[i + 1] == "s" and self.tight(i) and self.tight(i + 1)

    def attributive(self, i: int) -> bool:
        """Whether token ``i`` is a noun that the date before it describes ("the July summit")."""
        word = self.words[i]
        return word.isalpha() and not self.capital(i) and word not in _CLAUSE_WORDS and word not in MONTHS

    def is_day_number(self, i: int) -> bool:
        """Whether token ``i`` is a number from 1 to 31 that stands alone."""
        word = self.words[i]
        return len(word) <= 2 and self.is_number(i) and 1 <= int(word) <= 31
