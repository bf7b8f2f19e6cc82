"""Currencies before and behind a number, by sign, code, name or abbreviation, and what has to be inferred of them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kordef.mentions.following import Following, plural_of
from kordef.mentions.word_files import read_words_of

if TYPE_CHECKING:
    from kordef.catalogue import Catalogue

__all__ = ["Leading", "Moneys", "moneys"]


class Leading(NamedTuple):
    """A currency before a number: where it starts, its key, and whether it counts only beside a scale or a long number."""

    start: int
    key: str
    doubtful: bool


_LETTERS: Final = 7
"""The longest abbreviation before a number, signs included."""
_CONTEXT: Final = 600
"""How many characters before a shared word are searched for the country it belongs to."""
_FORWARD_SIGN = re.compile(r"(?:[A-Z]{1,3}|U\.S\.)? ?[$€£¥₩₹₽₴₺₪₱￦￥] ?|(?:[A-Z]{3}) ?(?=[0-9])")
_WORDS = re.compile(r"[^\W\d_]+")


class Moneys:
    """All spellings of currencies, with what follows a number: scales, units and currencies together."""

    def __init__(self, catalogue: Catalogue | None) -> None:
        table = read_words_of("money")
        self.following = Following()
        self.signs: dict[str, str] = dict(table["signs"])
        self.notes: dict[str, str] = dict(table["sign_notes"])
        self.codes: frozenset[str] = frozenset(table["codes"])
        self.lower = {code: code.upper() for code in table["lower_codes"]}
        self.point_groups = frozenset(table["point_groups"])
        self.doubtful = frozenset(table["doubtful_codes"])
        self.abbreviations: dict[str, str] = dict(table["abbreviations"])
        self.names: dict[str, str] = dict(table["names"])
        self.shared: dict[str, dict[str, Any]] = {row["word"]: row for row in table["shared"]}
        if catalogue is not None:
            self._take(catalogue)
        self._fill(table["minor"])

    def _take(self, catalogue: Catalogue) -> None:
        """Add what the catalogue knows; the spellings in this module's file win."""
        self.codes = self.codes | {currency.code for currency in catalogue.currencies}
        for currency in catalogue.currencies:
            for name in (currency.name, *currency.names):
                self.names.setdefault(name.lower(), currency.code)
            for symbol in currency.symbols:
                (self.abbreviations if symbol[-1:].isalpha() or symbol.endswith(".") else self.signs).setdefault(symbol, currency.code)

    def _fill(self, minor: dict[str, str]) -> None:
        add = self.following.add
        for code in sorted(self.codes):
            add(code, "currency", currency=code, as_written=True)
        for lower, code in self.lower.items():
            add(lower, "currency", currency=code, as_written=True)
        for name, key in self.names.items():
            add(name, "currency", currency=key)
            add(plural_of(name), "currency", currency=key)
        for sign, key in self.abbreviations.items():
            if sign != "W":
                add(sign, "currency", currency=key, as_written=True)
        for sign, key in self.signs.items():
            add(sign, "currency", currency=key, as_written=True)
        self._leading = frozenset((*self.codes, *self.lower, *self.abbreviations, *(name for name in self.names if " " not in name)))
        for word, key in minor.items():
            add(word, "minor", currency=key, as_written=not word[0].isalpha())

    # Before the number

    def may_lead(self, word: str) -> bool:
        """Whether a word can be, or end in, a currency that belongs to the number behind it."""
        return word in self._leading or word.lower() in self._leading or word[-1] in self.signs or word.lstrip("(“‘\"'[") in self._leading

    def before(self, text: str, position: int, low: int) -> Leading | None:
        """The currency that stands before a number at ``position``; nothing before ``low`` is looked at."""
        stop = position
        while stop > low and text[stop - 1] in " \u00a0" and position - stop < 2:
            stop -= 1
        if stop == low:
            return None
        last = text[stop - 1]
        if last == ":" and stop - low > 1 and text[stop - 2] in self.signs:
            stop, last = stop - 1, text[stop - 2]
        if last in self.signs:
            return self._sign_before(text, stop, low)
        if not (last.isalpha() or last == "."):
            return None
        start = stop
        while start > low and (text[start - 1].isalpha() or text[start - 1] == ".") and stop - start < 12:
            start -= 1
        word = text[start:stop]
        if start > low and (text[start - 1].isdigit() or text[start - 1] in "-_"):
            return None
        if word.startswith((".", "..")):
            return None
        key = self.abbreviations.get(word) or (word if word in self.codes else self.lower.get(word))
        if key is not None:
            return Leading(start, key, word in self.doubtful or word == "W")
        if stop < position:
            key = self.names.get(word.lower())
            if key is not None:
                return Leading(start, key, True)
        return None

    def _sign_before(self, text: str, stop: int, low: int) -> Leading:
        """A sign with the letters that belong to it: US$, A$, "c $"."""
        sign = text[stop - 1]
        start = stop - 1
        if sign == "$":
            begin = start
            while begin > low and (text[begin - 1].isalpha() or text[begin - 1] in ". ") and start - begin < 5:
                begin -= 1
            prefix = text[begin:start]
            for cut in range(len(prefix)):
                letters = prefix[cut:]
                if letters[-1] == " " and letters.strip().lower() in ("a", "s", "r", "n", "t"):
                    continue
                if letters[0] in " ." or (cut and (prefix[cut - 1].isalpha() or prefix[cut - 1] == ".")) or (not cut and begin > low and text[begin - 1].isalpha()):
                    continue
                key = self.signs.get(letters.replace(" ", "").upper().replace("U.S.", "US").replace("U.S", "US") + "$")
                if key is not None:
                    return Leading(begin + cut, key, False)
        return Leading(start, self.signs[sign], False)

    def forward(self, text: str, position: int, end: int) -> tuple[int, str] | None:
        """The currency that begins at ``position``, before the second number of a range: where it ends, and its key."""
        found = _FORWARD_SIGN.match(text, position, end)
        if found is None:
            return None
        written = found[0].strip()
        key = self.signs.get(written.replace(" ", "")) or (written if written in self.codes else None)
        return None if key is None else (found.end(), key)

    # Which currency a key means

    def resolve(self, key: str, shown: str, text: str, position: int) -> tuple[str, str | None]:
        """The ISO 4217 code of a key, and what was inferred to find it; ``shown`` is the spelling, at ``position``."""
        row = self.shared.get(key)
        if row is None:
            return key, self.notes.get(shown)
        clues: dict[str, list[str]] = row["clues"]
        for stretch in (text[max(0, position - _CONTEXT) : position + len(shown)], text[position : position + _CONTEXT]):
            words = [word.lower() for word in _WORDS.findall(stretch)]
            if stretch.startswith(shown) is False:
                words.reverse()
            for word in words:
                for code, spellings in clues.items():
                    if word in spellings:
                        return code, f"'{shown}' read as {code}, after '{word}' in the text"
        default: str = row["default"]
        return default, f"'{shown}' read as {default}, the likeliest where the text names no country"


@cache
def _packaged() -> Moneys:
    from kordef.catalogue import load

    return Moneys(load())


def moneys(catalogue: Catalogue | None = None) -> Moneys:
    """The spellings of the currencies of a catalogue, by default that of the package."""
    return _packaged() if catalogue is None else Moneys(catalogue)
