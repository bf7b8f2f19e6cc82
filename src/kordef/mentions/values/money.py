"""Currencies before and behind a number, by sign, code, name or abbreviation, and what has to be inferred of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from kordef.mentions.values.following import Following
from kordef.mentions.word_files import read_words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kordef.catalogue import Catalogue
    from kordef.mentions.values.conventions import Conventions

__all__ = ["CIRCA", "Leading", "Moneys"]


class Leading(NamedTuple):
    """A currency before a number: where it starts, its key, and whether it counts only beside a scale or a long number."""

    start: int
    key: str
    doubtful: bool


class _Shared(NamedTuple):
    """A word that several currencies share: the word, the candidates, and which words of a text point to which of them."""

    word: str
    currencies: tuple[str, ...]
    default: str | None
    clues: dict[str, str]


_CONTEXT: Final = 600
"""How many characters around a shared word are searched for the country it belongs to."""
_LONGEST: Final = 12
"""Letters of the longest name that is looked for before a number."""
_OPENING: Final = "(“‘\"'[*"
_FORWARD = re.compile(r"(?:[A-Z]{1,3}|U\.S\.)? ?[$€£¥₩₹₽₴₺₪₱￦￥] ?|[A-Z]{3} ?(?=[0-9])")
_WORDS = re.compile(r"[^\W\d_]+")
CIRCA: Final = ("c.", "ca.", "approx.", "est.")
"""Short forms of "about" that may stand close before a currency or number: "(c.US$2.1bn)", "c.100"."""
_ARTICLES: Final = frozenset({"a", "s", "r", "n", "t", "b", "g", "j", "l", "z"})
"""Single letters that with a blank behind them are no part of a sign: "a $6 billion deal"."""


class Moneys:
    """All spellings of currencies, with what follows a number: scales, units and currencies together."""

    def __init__(self, catalogue: Catalogue) -> None:
        table = read_words_of("money")
        self.following = Following()
        self.signs: dict[str, str] = dict(table["signs"])
        self.abbreviations: dict[str, str] = dict(table["abbreviations"])
        self.codes = frozenset(
            currency.code for currency in catalogue.currencies if not currency.code.startswith("X") or currency.states
        )
        self.thousands = frozenset(table["thousands"])
        self.millions: dict[str, str] = table["millions"]
        self.point_groups = frozenset(table["point_groups"])
        self._lower: dict[str, str] = {code: code.upper() for code in table["lower_codes"]}
        self._doubtful = frozenset((*table["doubtful_codes"], *table["doubtful_letters"]))
        self._steady = frozenset(table["steady"])
        self._unmistaken = frozenset(table["unmistaken"])
        self._names: dict[str, str] = dict(table["names"])
        self._shared: dict[str, _Shared] = {}
        self._take(catalogue, frozenset(table["plural_only"]))
        self._fill(table)
        self._leading = frozenset(
            (
                *self.codes,
                *self._lower,
                *self.abbreviations,
                *self.millions,
                *(name for name in self._names if " " not in name),
            )
        )

    def _take(self, catalogue: Catalogue, plural_only: frozenset[str]) -> None:
        """Add what the catalogue knows; the spellings in this module's file win."""
        for currency in catalogue.currencies:
            if currency.code not in self.codes:
                continue
            for name in (currency.name, *currency.names):
                if name.lower() not in plural_only:
                    self._names.setdefault(name.lower(), currency.code)
            for symbol in currency.symbols:
                (self.abbreviations if symbol[-1:].isalpha() or symbol.endswith(".") else self.signs).setdefault(
                    symbol, currency.code
                )
        nations = {state.code: [spelling.text.lower() for spelling in state.spellings] for state in catalogue.states}
        for word in catalogue.shared_words:
            clues: dict[str, str] = {}
            for code in word.currencies:
                for state in catalogue.currency(code).states:
                    for spelling in nations.get(state, ()):
                        clues.setdefault(spelling, code)
            shared = _Shared(word.text, word.currencies, word.default, clues)
            for form in (word.text, *word.forms):
                self._shared[form] = shared
                if not form[0].isalpha():
                    self.signs[form] = form
                elif len(form) < 3 or form.endswith("."):
                    self.abbreviations[form] = form
                elif form not in plural_only:
                    self._names[form.lower()] = form

    def _fill(self, table: dict[str, dict[str, str]]) -> None:
        add = self.following.add
        for code in sorted(self.codes):
            add(code, "currency", currency=code, as_written=True)
        for lower, code in self._lower.items():
            add(lower, "currency", currency=code, as_written=True)
        for name, key in self._names.items():
            add(name, "currency", currency=key)
        for sign, key in (*self.abbreviations.items(), *self.signs.items()):
            if sign not in self._doubtful:
                add(sign, "currency", currency=key, as_written=True)
        for word, key in table["minor"].items():
            add(word, "minor", currency=key, as_written=not word[0].isalpha())
        for word, key in self.millions.items():
            add(word, "currency", scale=6, currency=key, as_written=True)
        for word, key in table["minor_signs"].items():
            add(word, "minor", currency=key, as_written=True, tie="touching")
        for word, key in table["thousands"].items():
            add(word, "currency", scale=3, currency=key, as_written=True, tie="close")

    # Before the number

    def may_lead(self, word: str) -> bool:
        """Whether a word can be, or end in, a currency that belongs to the number behind it."""
        leading = self._leading
        return (
            word in leading
            or word[-1] in self.signs
            or word.lower() in leading
            or (word[0] in _OPENING and word.lstrip(_OPENING) in leading)
            or ("." in word and word.lower().lstrip(_OPENING).startswith(CIRCA) and word.rpartition(".")[2] in leading)
        )

    def before(self, text: str, position: int, low: int) -> Leading | None:
        """The currency that stands before a number at ``position``; nothing before ``low`` is looked at."""
        stop = position
        while stop > low and text[stop - 1] in " \u00a0\n" and position - stop < 2:
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
        while start > low and (text[start - 1].isalpha() or text[start - 1] == ".") and stop - start < _LONGEST:
            start -= 1
        word = text[start:stop]
        if "." in word and word.lower().startswith(CIRCA):
            start += word.index(".") + 1
            word = text[start:stop]
            if not word:
                return None
        elif word[0] == "." or (start > low and (text[start - 1].isalnum() or text[start - 1] in "-_")):
            return None
        key = self.abbreviations.get(word) or self.millions.get(word)
        key = key or (word if word in self.codes else self._lower.get(word.lower()))
        if key is not None:
            return Leading(start, key, word in self._doubtful)
        # A name stands before its number seldom, and "won" is also a verb.
        named = self._names.get(word.lower()) if stop < position else None
        return None if named is None else Leading(start, named, True)

    def _sign_before(self, text: str, stop: int, low: int) -> Leading:
        """A sign with the letters that belong to it: US$, A$, "c $"."""
        start = stop - 1
        if text[start] == "$":
            begin = start
            while begin > low and (text[begin - 1].isalpha() or text[begin - 1] in ". ") and start - begin < 5:
                begin -= 1
            prefix = text[begin:start]
            for cut in range(len(prefix)):
                letters = prefix[cut:]
                inside = begin + cut > low and (
                    text[begin + cut - 1].isalpha()
                    or (text[begin + cut - 1] == "." and prefix[:cut].lower() not in CIRCA)
                )
                first, blank, _ = letters.partition(" ")
                if blank and first.lower() in _ARTICLES:
                    # "a US$130 million contract": the article is no part of the sign
                    continue
                if inside or letters[0] in " ." or (letters[-1] == " " and letters.strip().lower() in _ARTICLES):
                    continue
                bare = letters.replace(" ", "").replace(".", "").upper()
                if "." in letters and bare != "US":
                    # "ca. $3 billion"
                    continue
                key = self.signs.get(letters.strip() + "$") or self.signs.get(bare + "$")
                if key is not None:
                    return Leading(begin + cut, key, False)
        return Leading(start, self.signs[text[start]], False)

    def forward(self, text: str, position: int, end: int) -> tuple[int, str] | None:
        """The currency that begins at ``position``, before the second number of a range: where it ends, and its key."""
        found = _FORWARD.match(text, position, end)
        if found is None:
            return None
        written = found[0].strip()
        key = self.signs.get(written.replace(" ", "")) or (written if written in self.codes else None)
        return None if key is None else (found.end(), key)

    def named(self, word: str) -> str | None:
        """The key of the currency of that name, in any case: "zloty"."""
        return self._names.get(word.lower()) if word.isalpha() else None

    def name(self, words: str) -> str | None:
        """The key of the currency that is called so, in small letters: "australian dollars"."""
        return self._names.get(words) or self._names.get(words.removesuffix("s"))

    # Which currency a key means

    def resolve(
        self, key: str, shown: str, text: str, position: int, stated: Conventions | None = None
    ) -> tuple[str, str | None]:
        """The ISO 4217 code of a key, and what was inferred to find it; ``shown`` is the spelling, at ``position``.

        ``stated`` are the conventions of the text, which settle what a sign of several currencies stands for.
        """
        shared = self._shared.get(key)
        if shared is None:
            return key, None
        if stated is not None and stated.currency is not None and stated.currency in shared.currencies:
            return stated.currency, f"'{shown}' read as {stated.currency}: the text states '{stated.stated}'"
        if shared.word not in self._steady:
            clue = self._clue(shared, text, position, len(shown))
            if clue is not None:
                return clue[1], f"'{shown}' read as {clue[1]}, after '{clue[0]}' in the text"
        code = shared.default or shared.currencies[0]
        if shared.word in self._unmistaken:
            return code, None
        if shared.default is None:
            return code, f"'{shown}' read as {code}, one of {', '.join(shared.currencies)}: the text names no country"
        return code, f"'{shown}' read as {code}"

    @staticmethod
    def _clue(shared: _Shared, text: str, position: int, length: int) -> tuple[str, str] | None:
        """The word nearest before, or else behind, that points to one of the currencies."""
        for word in _words_around(text, position, position + length):
            code = shared.clues.get(word.lower())
            if code is not None:
                return word, code
        return None


def _words_around(text: str, start: int, stop: int) -> Iterator[str]:
    """The words before a stretch of text, the nearest first, and then those behind it."""
    yield from reversed(_WORDS.findall(text, max(0, start - _CONTEXT), start))
    yield from _WORDS.findall(text, stop, start + _CONTEXT)
