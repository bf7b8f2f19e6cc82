"""Words before and behind a number that qualify it: "about", "more than", "or so", "an estimated cost of"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kordef.mentions.word_files import read_words_of
from kordef.vocabulary import Qualifier

__all__ = ["Before", "behind", "before", "start_of_last"]

_NUMBERS: Final = read_words_of("numbers")
_COUNTED: Final = read_words_of("counted")
_BETWEEN: Final = frozenset(_COUNTED["between"])
_ADDITIONAL: Final = frozenset(_COUNTED["additional_before"])
_SOFTENERS: Final = frozenset(_NUMBERS["softeners"])
_UNHEDGED: Final = {Qualifier.ABOUT: frozenset(_NUMBERS["unhedged"]["about"]), Qualifier.UP_TO: frozenset(_NUMBERS["unhedged"]["up_to"])}
_HEADS: Final = frozenset(_NUMBERS["estimates"]["heads"])
_JOINTS: Final = frozenset(_NUMBERS["estimates"]["joints"])
_OPENING: Final = "([{“‘\"'«"
_SIGNS: Final = {"~": Qualifier.ABOUT, "≈": Qualifier.ABOUT, "±": Qualifier.ABOUT, ">": Qualifier.OVER, "<": Qualifier.UNDER, "≥": Qualifier.AT_LEAST, "≤": Qualifier.UP_TO}
_STRONG: Final = frozenset({Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.UNDER, Qualifier.UP_TO, Qualifier.AVERAGE})


class Before(NamedTuple):
    """The hedge before a number: where its words start, and whether "another" or the like says that the number comes on top.

    ``words`` are the hedge's words as far as they decide, in small letters; ``qualifier`` is EXACT where there is none.
    """

    start: int
    qualifier: Qualifier
    additional: bool
    words: str


def _by_last_word(tables: dict[str, list[str]]) -> dict[str, tuple[tuple[tuple[str, ...], Qualifier], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Qualifier]]] = {}
    for qualifier, phrases in tables.items():
        for phrase in phrases:
            *rest, last = phrase.split()
            found.setdefault(last, []).append((tuple(rest), Qualifier(qualifier)))
    return {last: tuple(sorted(rows, key=lambda row: -len(row[0]))) for last, rows in found.items()}


_BEFORE: Final = _by_last_word(_NUMBERS["before"])
_PASSING: Final = _by_last_word(_NUMBERS["passing"])
_AFTER: Final = {phrase: Qualifier(qualifier) for qualifier, phrases in _NUMBERS["after"].items() for phrase in phrases}
_BEHIND = re.compile(
    r"(?: ?(\+)(?![0-9])|(-plus|-odd|-ish)\b| (" + "|".join(re.escape(p) for p in sorted(_AFTER, key=len, reverse=True) if p[0].isalpha()) + r")(?![\w-]| than))",
    re.IGNORECASE,
)


def start_of_last(text: str, position: int, count: int) -> int:
    """Where the last ``count`` words before ``position`` start."""
    for _ in range(count):
        while position > 0 and text[position - 1].isspace():
            position -= 1
        while position > 0 and not text[position - 1].isspace():
            position -= 1
    while text[position] in _OPENING:
        position += 1
    return position


def before(text: str, position: int, words: list[str], *, measured: bool, money: bool = False) -> Before:
    """The hedge that stands before ``position``; ``words`` are the words before it, as they are written.

    ``measured`` is set for money, percentages and measures, before which "passed" and "estimated cost of" are hedges; ``money``
    for sums in digits, which an article parts from a hedge: "nearing a $6 billion deal".
    """
    sign = _SIGNS.get(text[position - 1]) if position else None
    if sign is not None:
        return Before(position - 1, sign, False, "")
    index, found, start, additional = len(words), Qualifier.EXACT, position, False
    decided = ""
    skipped = 0
    while index:
        word = words[index - 1].lower()
        if not word[0].isalnum():
            opened = word.lstrip(_OPENING)
            if opened == word:
                break
            word = opened
        hedge = _hedge_at(words, index, word, measured)
        if hedge is not None:
            count, qualifier = hedge
            index -= count
            if found is Qualifier.EXACT or qualifier in _STRONG:
                found, decided = qualifier, " ".join(words[index : index + count]).lower()
            start = start_of_last(text, position, len(words) - index)
            while index and words[index - 1].lower().lstrip(_OPENING) in _SOFTENERS:
                index -= 1
                if index and words[index - 1].lower() == "a" and words[index].lower() in ("little", "bit", "touch", "shade"):
                    index -= 1
                start = start_of_last(text, position, len(words) - index)
                decided = f"{words[index].lower()} {decided}"
            if found in _STRONG or words[index : index + 1] == [] or words[index][0] in _OPENING:
                break
            skipped = 0
        elif word in _BETWEEN and skipped < 3 and not (money and word in ("a", "an") and not skipped):
            additional = additional or word in _ADDITIONAL
            index -= 1
            skipped += 1
        else:
            break
    if found is Qualifier.EXACT and measured and words and (words[-1].lower() in _JOINTS or words[-1].lower() in _HEADS):
        count = _estimate(words)
        if count:
            return Before(start_of_last(text, position, count), Qualifier.ABOUT, additional, "estimated")
    return Before(start, found, additional, decided)


def _hedge_at(words: list[str], index: int, word: str, measured: bool) -> tuple[int, Qualifier] | None:
    """The number of words of the hedge that ends before ``index``, and what it says."""
    rows = _BEFORE.get(word)
    if rows is None and measured:
        rows = _PASSING.get(word)
    for rest, qualifier in rows or ():
        first = index - 1 - len(rest)
        if first < 0 or any(words[first + i].lower().lstrip(_OPENING) != part for i, part in enumerate(rest)):
            continue
        stoppers = _UNHEDGED.get(qualifier)
        if stoppers is not None and first and words[first - 1].lower() in stoppers:
            return None
        return len(rest) + 1, qualifier
    return None


def _estimate(words: list[str]) -> int:
    """How many of the last words read "estimated total cost of" or the like; 0 for none."""
    count = 1 if words[-1].lower() in _JOINTS else 0
    if count and count < len(words) and words[-2:] == ["to", "be"]:
        count = 2
    heads = False
    while count < min(len(words), 7):
        word = words[-count - 1].lower()
        count += 1
        heads = heads or word in _HEADS
        if word in ("estimated", "est."):
            return count if heads else 0
        if not word.isalpha():
            return 0
    return 0


def behind(text: str, position: int, end: int) -> tuple[int, Qualifier] | None:
    """The hedge behind a number or its noun: where it ends, and what it says."""
    if position >= end or text[position] not in " +-":
        return None
    found = _BEHIND.match(text, position, end)
    if found is None:
        return None
    said = found[found.lastindex or 1].lower()
    return found.end(), _AFTER[said]
