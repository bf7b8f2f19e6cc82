"""What looks like a year or a month and is none: counts, names, the modal "may", the verb "march"."""

from __future__ import annotations

from kordef.mentions.dates.numbers import is_four_digits
from kordef.mentions.dates.tokens import APOSTROPHES, DASHES, QUOTES, SEPARATORS, Tokens
from kordef.mentions.dates.words import (
    ABBREVIATED,
    AMBIGUOUS_MONTHS,
    ATTRIBUTIVE_STOPS,
    MONTH_PREPOSITIONS,
    MONTHS,
    NAME_NOUNS,
    ORDINALS,
    WEEKDAYS,
    YEAR_PREPOSITIONS,
)

__all__ = ["is_month_alone", "is_year"]

_NOT_MODAL = frozenset([
    "in", "by", "since", "until", "till", "last", "next", "early", "mid", "late", "from", "during", "through",
    "between",
])  # fmt: skip
_OF_A_MONTH = frozenset([
    "end", "start", "beginning", "middle", "half", "part", "week", "weeks", "day", "days", "month", "months", "course",
    "rest", "close", "weekend", "st", "nd", "rd", "th",
])  # fmt: skip
_OF_A_SMALL_MONTH = frozenset({"as", "end", "start", "beginning", "middle", "half", "week", "weekend", *WEEKDAYS})
"""Before "of may" and "of march" in small letters, which may be a modal verb and a way to walk."""
_DETERMINERS = frozenset(
    {"the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "s", "whose", "each", "every"}
)
_FOLLOWS_A_MONTH = frozenset({"and", "or", "to", "through", "until", "till", "/", ",", "&", "(", *DASHES})
_QUANTIFIED = frozenset([
    "than", "nearly", "almost", "least", "most", "another", "additional", "exceeding", "over", "some", "total", "only",
    "further",
])  # fmt: skip
_HARD_UNITS = frozenset([
    "km", "mm", "kg", "percent", "per", "million", "billion", "trillion", "won", "euros", "dollars", "tonnes", "hours",
    "gmt", "utc", "times",
])  # fmt: skip
_BEFORE_ROUND = frozenset({"", "(", "|", ","})
_BEFORE_ALONE = frozenset({"", "(", "or", *DASHES})
_RANKED_BEHIND = frozenset({"in", "since", "on", "for", "ever", "of", "yet", "so"})
"""Behind "the best April" these name what it is compared with."""
_MILESTONES = frozenset({"ioc", "foc", "isd", "iod", "eol", "osd", "cy", "cdr", "pdr"})
"""What a programme reaches in a year, as plans shorten it: "IOC 2029, FOC 2032"."""
_COLUMNS = frozenset([
    "sales", "deliveries", "orders", "total", "totals", "spending", "exports", "imports", "pledges", "losses",
    "commitments",
])  # fmt: skip
_LONGEST_HEADING = 40
"""Characters of the heading of a column, at most."""
_OTHER_WORDS = frozenset({"may", "march", "mar"})
"""Months that in small letters are mostly something else."""
_BETWEEN_YEARS = frozenset({"?", "or", *DASHES})
_BEHIND_YEARS = frozenset({"", ")", ";", ",", ".", "s", "mid", "ca", "c"})


def is_year(t: Tokens, i: int) -> bool:
    """Whether the four digits at ``i`` are a year, by what stands around them."""
    word = t.words[i]
    if len(word) != 4 or not t.is_number(i) or not t.free_left(i) or not t.free_right(i):
        return False
    if t.words[i + 1] in SEPARATORS and t.tight(i + 1) and t.tight(i + 2) and t.is_number(i + 2):
        # what is no range and no date with a month is the number of a law or a page
        return False
    number, before = int(word), t.words[i - 1]
    is_prepared = before in YEAR_PREPOSITIONS or before in MONTHS
    if 1000 <= number < 1400:
        # "in 1066", but not "in 1066 homes"
        return number % 100 != 0 and before in ("in", "year") and not t.attributive(i + 1) and not t.counts(i + 1, 3)
    if not 1400 <= number <= 2100 or not (1900 <= number <= 2050 or is_prepared or _stands_alone(t, i)):
        return False
    if _is_named(t, i, before) or (number % 100 == 0 and not is_prepared and before not in _BEFORE_ROUND):
        return False
    if t.counts(i + 1, 1 if is_prepared else 3):
        return is_prepared and number % 100 != 0 and t.words[i + 1] not in _HARD_UNITS
    if before == "than" and t.words[i - 2] in ("later", "earlier", "sooner"):
        return True
    if before == "least" and t.words[i - 3 : i] == ["until", "at", "least"]:
        return True
    return not (before in _QUANTIFIED or (before == "at" and t.words[i - 2] not in ("", "looking")))


def _stands_alone(t: Tokens, i: int) -> bool:
    """Whether a number fills its text or its brackets, alone or with a second one."""
    if t.words[i - 1] not in _BEFORE_ALONE or (i == 0 and t.cut):
        return False
    j = i + 1
    while t.words[j] in _BETWEEN_YEARS or (len(t.words[j]) in (2, 4) and t.is_number(j)):
        j += 1
    return t.words[j] in _BEHIND_YEARS


def _is_named(t: Tokens, i: int, before: str) -> bool:
    """Whether the word or quote before a number makes a name of it ("Vision 2030")."""
    if before == "us":
        return t.capital(i - 1)  # "US 2000", but "quoted us 2029"
    if before in _MILESTONES:
        return False
    if before in NAME_NOUNS or (before == "." and t.words[i - 2] in ("no", "nos", "art", "fig", "res")):
        return True
    if before in QUOTES and t.tight(i):
        return t.capital(i + 1) or (t.words[i + 1] in QUOTES and before not in APOSTROPHES)
    if not t.capital(i - 1) or before in YEAR_PREPOSITIONS or before in MONTHS or before in WEEKDAYS:
        return False
    if t.opens_sentence(i - 1) and before.isalpha():
        # "Ordered 2017" and "Delivered 2019-2021" open a comment; "ADEX 2023" and "Vision 2030" are names
        return t.text[t.starts[i - 1] : t.ends[i - 1]].isupper() and len(before) > 1
    return before.isalpha()


def is_month_alone(t: Tokens, i: int, j: int) -> bool:
    """Whether the word at ``i`` (next token at ``j``) names a month although neither day nor year stands beside it."""
    word, before = t.words[i], t.words[i - 2] if t.words[i - 1] in DASHES and t.tight(i) else t.words[i - 1]
    if before in ("best", "worst") or (before.endswith("est") and len(before) > 5 and before != "latest"):
        # "the best April in our series", "the wettest March on record"
        return t.words[j] not in _RANKED_BEHIND
    if word not in AMBIGUOUS_MONTHS:
        return not (before in ("black", "red") and t.capital(i))
    if t.is_all(i, j) or (t.capital(i) and t.words[j] == ":" and _begins_line(t, i)):
        return True
    if _in_a_list(t, i, j):
        return word not in ("may", "march") or t.capital(i) or _in_a_small_list(t, i, j)
    if not t.capital(i) and _in_a_small_list(t, i, j):
        return True
    if t.possessive(j) and before not in _NOT_MODAL:
        return False
    if not t.capital(i):
        if before == "of":
            return t.words[i - 2] in _OF_A_SMALL_MONTH
        return before in _NOT_MODAL and not (word in ABBREVIATED and t.attributive(j))
    if before == "as" and t.words[i - 3] == "as":
        return True  # "as recently as May"
    if before in MONTH_PREPOSITIONS:
        return _behind_preposition(t, i, j, word, before)
    if _heads_a_column(t, i, j):
        return True
    if word in ABBREVIATED or t.capital(i - 1):
        return False
    if t.opens_sentence(i):
        return word not in ("may", "march") and t.is_word(j) and not t.capital(j) and not t.attributive(j)
    if before in _DETERMINERS:
        return t.attributive(j) or t.capital(j)
    return before.isalpha() and before not in ATTRIBUTIVE_STOPS and (t.attributive(j) or word not in ("may", "march"))


def _begins_line(t: Tokens, i: int) -> bool:
    """Whether a token is the first of its line, as the months of a calendar are: "May: exercise in Estonia"."""
    at = t.starts[i]
    return at == t.lo or t.text[at - 1] == "\n"


def _heads_a_column(t: Tokens, i: int, j: int) -> bool:
    """Whether a month ends the heading of a column, its unit aside: "Pledged April (€m)", "Deliveries June"."""
    if t.cut or t.hi - t.lo > _LONGEST_HEADING or t.words[i] in ("may", "march") or not t.capital(i):
        return False
    before = t.words[i - 1]
    return (t.words[j] == "(" or j >= t.count) and i == 1 and (before.endswith("ed") or before in _COLUMNS)


def _in_a_list(t: Tokens, i: int, j: int) -> bool:
    """Whether another month stands beside the one at ``i``: "April and May", "May to July"."""
    if i and t.words[i - 1] in _FOLLOWS_A_MONTH and any(w in MONTHS for w in t.words[max(i - 3, 0) : i]):
        return True
    return t.words[j] in _FOLLOWS_A_MONTH and t.words[j + 1] in MONTHS and t.capital(i) and t.capital(j + 1)


def _in_a_small_list(t: Tokens, i: int, j: int) -> bool:
    """The like in small letters: "june to august", "jan-mar"; "march to may" only alone or behind "from" and "between"."""
    other = (
        t.words[j + 1]
        if t.words[j] in _FOLLOWS_A_MONTH
        else t.words[i - 2]
        if t.words[i - 1] in _FOLLOWS_A_MONTH
        else ""
    )
    if other not in MONTHS:
        return False
    first, last = (i, j + 2) if t.words[j] in _FOLLOWS_A_MONTH else (i - 2, j)
    is_sure = t.words[i] not in _OTHER_WORDS and other not in _OTHER_WORDS
    if is_sure or t.words[first + 1] in DASHES or is_four_digits(t, last):
        return True
    return t.words[first - 1] in ("from", "between", "in") or t.is_all(first, last)


def _behind_preposition(t: Tokens, i: int, j: int, word: str, before: str) -> bool:
    """Whether an ambiguous month with a capital is one behind a word that may stand before months and names alike."""
    if before == "of":
        return t.words[i - 2] in _OF_A_MONTH or t.words[i - 2] in ORDINALS or not t.is_word(j)
    if before in ("and", "or", "on", "per"):
        return False
    if before in ("to", "for"):
        return not t.is_word(j)
    if word in ABBREVIATED and t.capital(j):
        return t.words[i + 1] == "." or before in ("in", "since", "until", "last", "next")
    return not (word == "may" and before in ("after", "before") and t.attributive(j))
