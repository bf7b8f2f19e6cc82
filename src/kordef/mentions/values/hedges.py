"""Words before and behind a number that qualify it: "about", "more than", "or so", "an estimated cost of"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kordef.mentions.word_files import read_words_of
from kordef.vocabulary import Qualifier

__all__ = ["EXACT", "Before", "before", "behind", "start_of_last"]

EXACT: Final = Qualifier.EXACT
"""A name of a module is looked up faster than the member of an enum, and this one is asked for at every number."""
_NUMBERS: Final = read_words_of("numbers")
_COUNTED: Final = read_words_of("counted")
_BETWEEN: Final = frozenset(_COUNTED["between"])
_ADDITIONAL: Final = frozenset(_COUNTED["additional_before"])
_SOFTENERS: Final = frozenset(_NUMBERS["softeners"])
_UNHEDGED: Final = {
    Qualifier.ABOUT: frozenset(_NUMBERS["unhedged"]["about"]),
    Qualifier.UP_TO: frozenset(_NUMBERS["unhedged"]["up_to"]),
}
_GIVEN_OVER: Final = frozenset(_NUMBERS["unhedged"]["over"])
_TAKEN_OVER: Final = _GIVEN_OVER | frozenset(_NUMBERS["unhedged"]["over_a_count"])
_HEADS: Final = frozenset(_NUMBERS["estimates"]["heads"])
_JOINTS: Final = frozenset(_NUMBERS["estimates"]["joints"])
_OPENING: Final = "([{“‘\"'«"
_SIGNS: Final = {
    "~": Qualifier.ABOUT,
    "≈": Qualifier.ABOUT,
    "±": Qualifier.ABOUT,
    ">": Qualifier.OVER,
    "<": Qualifier.UNDER,
    "≥": Qualifier.AT_LEAST,
    "≤": Qualifier.UP_TO,
}
_LONG_SIGNS: Final = {
    ">=": Qualifier.AT_LEAST,
    "<=": Qualifier.UP_TO,
    "+/-": Qualifier.ABOUT,
    "+-": Qualifier.ABOUT,
}
_SIGN_ENDS: Final = frozenset((*_SIGNS, "=", "-"))
_STRONG: Final = frozenset({Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.UNDER, Qualifier.UP_TO, Qualifier.AVERAGE})


_SMALL: Final = frozenset({"little", "bit", "touch", "shade"})
_WINDOW: Final = 100
"""Characters before a number that its hedge may take."""
_MOST: Final = 10
"""Words before a number that are looked at."""
_MOST_BETWEEN: Final = 3
_LONGEST_ESTIMATE: Final = 7
"""Words of "estimated total programme cost to be" and the like, at most."""


class Before(NamedTuple):
    """The hedge before a number: where its words start, and whether "another" or the like says that the number comes on top.

    ``words`` are the hedge's words as far as they decide, in small letters; ``qualifier`` is EXACT where there is none.
    """

    start: int
    qualifier: Qualifier
    additional: bool
    words: str


_Rows = tuple[tuple[tuple[str, ...], Qualifier], ...]


def _by_last_words(tables: dict[str, list[str]]) -> dict[tuple[str, str], _Rows]:
    """The phrases by their last two words, "" for the first of two where there is but one; longest first."""
    found: dict[tuple[str, str], list[tuple[tuple[str, ...], Qualifier]]] = {}
    for qualifier, phrases in tables.items():
        for phrase in phrases:
            *rest, last = phrase.split()
            found.setdefault((rest[-1] if rest else "", last), []).append((tuple(rest), Qualifier(qualifier)))
    return {key: tuple(sorted(rows, key=lambda row: -len(row[0]))) for key, rows in found.items()}


_LACKING: Final = frozenset({"is", "are", "remain", "remains", "still", "run", "running", "currently"})
_BROUGHT: Final = frozenset(
    "bring brings brought bringing take takes took taken taking push pushes pushed pushing drive drove driven driving".split()
)
_PARTED: Final = frozenset(
    {"of", "for", "with", "at", "in", "by", "on", "carry", "carries", "carrying", "hold", "holds"}
)
"""Words that part "up to" from a verb before: "brought crews of up to 36"."""
_BEFORE: Final = _by_last_words(_NUMBERS["before"])
_PASSING: Final = _by_last_words(_NUMBERS["passing"])
_LAST: Final = frozenset(last for _, last in (*_BEFORE, *_PASSING))
_ENDS: Final = _LAST | _BETWEEN | _JOINTS | _HEADS
"""The last words of everything that is looked for before a number."""
_AFTER: Final = {phrase: Qualifier(qualifier) for qualifier, phrases in _NUMBERS["after"].items() for phrase in phrases}
_BEHIND = re.compile(
    r"(?: ?(\+)(?! ?[0-9])|(-plus|-odd|-some(?:thing)?|-?ish)\b| ("
    + "|".join(re.escape(p) for p in sorted(_AFTER, key=len, reverse=True) if p[0].isalpha())
    + r")(?![\w-]| than| the | its | their | his | that | this ))",
    re.IGNORECASE,
)


_BEHIND_STARTS: Final = frozenset(phrase[:2] for phrase in _AFTER if phrase[0].isalpha())


def start_of_last(text: str, position: int, count: int) -> int:
    """Where the last ``count`` words before ``position`` start."""
    begin = max(0, position - _WINDOW)
    rest, *last = text[begin:position].rsplit(None, count)
    start = begin + len(rest) if len(last) == count else begin
    while text[start].isspace() or text[start] in _OPENING:
        start += 1
    return start


def before(text: str, position: int, words: list[str], *, measured: bool, money: bool = False) -> Before:
    """The hedge that stands before ``position``; ``words`` are the words before it, as they are written.

    ``measured`` is set for money, percentages and measures, before which "passed" and "estimated cost of" are hedges; ``money``
    for sums in digits, which an article parts from a hedge: "nearing a $6 billion deal".
    """
    nearest = text[position - 1 : position]
    if nearest == " ":
        nearest = text[position - 2 : position - 1]
    if nearest in _SIGN_ENDS and (sign := _sign_before(text, position)) is not None:
        return sign
    if not words or words[-1].lower().lstrip(_OPENING) not in _ENDS:
        return Before(position, EXACT, False, "")
    words = words[-_MOST:]
    plain = [word.lstrip(_OPENING) for word in " ".join(words).lower().split(" ")]
    index, found, start, additional = len(words), EXACT, position, False
    decided = ""
    skipped = 0
    while index:
        word = plain[index - 1]
        hedge = _hedge_at(plain, index, measured) if word in _LAST else None
        if hedge is not None:
            count, qualifier = hedge
            index -= count
            if found is EXACT or qualifier in _STRONG:
                found, decided = qualifier, " ".join(plain[index : index + count])
            while index and plain[index - 1] in _SOFTENERS:
                index -= 1
                if index and plain[index - 1] == "a" and plain[index] in _SMALL:
                    index -= 1
                decided = f"{plain[index]} {decided}"
            start = start_of_last(text, position, len(words) - index)
            if found in _STRONG or words[index][0] in _OPENING:
                break
            skipped = 0
        elif word in _BETWEEN and skipped < _MOST_BETWEEN and not (money and word in ("a", "an") and not skipped):
            additional = additional or word in _ADDITIONAL
            index -= 1
            skipped += 1
        else:
            break
        if words[index][0] in _OPENING:
            break
    if found is EXACT and measured and (plain[-1] in _JOINTS or plain[-1] in _HEADS):
        count = _estimate(plain)
        if count:
            return Before(start_of_last(text, position, count), Qualifier.ABOUT, additional, "estimated")
    return Before(start, found, additional, decided)


def _sign_before(text: str, position: int) -> Before | None:
    """The hedge that a sign is, with or without a blank behind it: "~5", "≥ 3", ">= 3", "+/- 2"."""
    stop = position - 1 if text[position - 1] == " " else position
    last = text[stop - 1 : stop]
    if last not in _SIGN_ENDS:
        return None
    for length in (3, 2):
        said = _LONG_SIGNS.get(text[max(0, stop - length) : stop])
        if said is not None:
            return Before(stop - length, said, False, "")
    start = stop - 1
    qualifier = _SIGNS.get(last)
    if qualifier is None or text[max(0, start - 1) : start] in ("-", "="):
        # "5 -> 10" is an arrow
        return None
    if last == ">" and stop < position and (start == 0 or text[start - 1] == "\n"):
        # "> 12 tanks" at the start of a line is a quotation
        return None
    return Before(start, qualifier, False, "")


def _hedge_at(plain: list[str], index: int, measured: bool) -> tuple[int, Qualifier] | None:
    """The number of words of the hedge that ends before ``index``, and what it says."""
    last = plain[index - 1]
    pair = (plain[index - 2] if index > 1 else "", last)
    rows = (*_BEFORE.get(pair, ()), *_BEFORE.get(("", last), ()))
    if measured:
        rows = (*rows, *_PASSING.get(("", last), ()))
    for rest, qualifier in rows:
        first = index - 1 - len(rest)
        if first < 0 or (len(rest) > 1 and tuple(plain[first : index - 1]) != rest):
            continue
        stoppers = _UNHEDGED.get(qualifier)
        if last == "over" and not rest:
            # "handed over ten tanks"
            stoppers = _GIVEN_OVER if measured else _TAKEN_OVER
        if last == "of" and rest == ("short",) and first and plain[first - 1] in _LACKING:
            return None  # "the navy is short of 2,300 sailors"
        if last == "to" and rest == ("up",) and _is_brought(plain[:first]):
            return None  # "which brings the fleet up to 36"
        return None if stoppers is not None and first and plain[first - 1] in stoppers else (len(rest) + 1, qualifier)
    return None


def _is_brought(plain: list[str]) -> bool:
    """Whether the words before "up to" say what is brought there: "has brought its fleet", "takes the total"."""
    for index in range(len(plain) - 1, -1, -1):
        if plain[index] in _BROUGHT:
            return index < len(plain) - 1
        if plain[index].endswith((",", ".", ";", ":")) or plain[index] in _PARTED:
            return False
    return False


def _estimate(plain: list[str]) -> int:
    """How many of the last words read "estimated total cost of" or the like; 0 for none."""
    count = 1 if plain[-1] in _JOINTS else 0
    if plain[-2:] == ["to", "be"]:
        count = 2
    heads = False
    while count < min(len(plain), _LONGEST_ESTIMATE):
        word = plain[-count - 1]
        count += 1
        heads = heads or word in _HEADS
        if word in ("estimated", "est."):
            return count if heads else 0
        if not word.isalpha():
            return 0
    return 0


def behind(text: str, position: int, end: int) -> tuple[int, Qualifier] | None:
    """The hedge behind a number or its noun: where it ends, and what it says."""
    if position >= end:
        return None
    sign = text[position]
    if sign == " ":
        if text[position + 1 : position + 2] != "+" and text[position + 1 : position + 3].lower() not in _BEHIND_STARTS:
            return None
    elif sign not in "+-i":
        return None
    found = _BEHIND.match(text, position, end)
    if found is None:
        return None
    said = found[found.lastindex or 1].lower()
    if said == "max" and not found[0].islower():
        # "the 737 MAX"
        return None
    if said.startswith("and ") and text.startswith((" the ", " a ", " its "), found.end()):
        # "valued at $48 million and below the threshold"
        return None
    return found.end(), _AFTER[said]
