"""Numbers without a noun or unit of their own: what the words around them say that they count or measure.

English leaves out what the reader knows: "34 degrees in Seoul and 29 in Warsaw", "the zloty at 3.93", "a team of 40",
"Crew: 120", "half of them under 30", "pilots of the carrier, 370 in number".
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kordef.mentions.values.counts import (
    CAPITAL_SERIES,
    NAMED_SERIES,
    SERIES,
    is_stop,
    names_persons,
    noun_behind,
)
from kordef.mentions.values.following import Unit
from kordef.mentions.values.numerals import CARDINALS
from kordef.mentions.word_files import read_words_of
from kordef.vocabulary import Qualifier

if TYPE_CHECKING:
    from kordef.mentions.model import ValueMention
    from kordef.mentions.values.money import Moneys
    from kordef.mentions.values.parts import Part, PartReader

__all__ = [
    "BEFORE_A_RATE",
    "BODIES",
    "are_weighed",
    "buys",
    "contrasted",
    "counts_persons",
    "counts_things",
    "currency_of_lead",
    "currency_of_rate",
    "gapped",
    "is_age",
    "is_price",
    "is_references",
    "millions",
    "names_a_type",
    "shares_persons",
    "speaks_of_money",
    "speaks_of_results",
    "takes_up_list",
    "whole_sum",
]

_COUNTED: Final = read_words_of("counted")
_HEADINGS: Final = read_words_of("headings")
BODIES: Final = frozenset(_COUNTED["bodies"])
"""Words for bodies of persons."""
_LABELS: Final = frozenset((*_HEADINGS["persons"], *_COUNTED["bodies"]))
_PERSONS_BEFORE: Final = frozenset(_COUNTED["persons_before"])
_AGED_BEFORE: Final = frozenset(_COUNTED["aged_before"])
_TITLES: Final = frozenset(_COUNTED["titles"])
_POUND_MASS: Final = frozenset(_COUNTED["mass_before"])
_POUND_MASS_BEHIND = re.compile(r"[ -](?:" + "|".join(_COUNTED["mass_behind"]) + r")\b")
_OF_STUFF = re.compile(r" of ([a-z]{3,})\b")
_NO_STUFF: Final = frozenset(_COUNTED["no_stuff"])
_MILLION: Final = 6
_PRICED: Final = frozenset(_COUNTED["priced"])
_RATES_AT: Final = frozenset(_COUNTED["rates_at"])
_HEDGES: Final = frozenset({"about", "roughly", "nearly", "almost", "some"})
_BEFORE_A_PRICE: Final = frozenset({"of", "at", "to"})
BEFORE_A_RATE: Final = _RATES_AT | _HEDGES | _BEFORE_A_PRICE
"""The words behind which a bare number may be a rate or a price."""
_BE: Final = frozenset({"is", "are", "was", "were"})
_LEADS_FROM_A_BODY: Final = frozenset({"of", "is", "was", "to", "from", "at", "by"})
_LEADS_TO_A_BODY: Final = frozenset(
    {"number", "numbers", "numbered", "numbering", "totalled", "totalling", "totaling", "totaled"}
)
_NUMBER_OF = re.compile(r"\b[Nn]umbers? of ")
_NOUN: Final = 5
"""Words behind "the number of" among which its noun is."""
_OPENING: Final = "(“‘\"'["
_BOUNDED: Final = frozenset({Qualifier.UNDER, Qualifier.OVER, Qualifier.AT_LEAST, Qualifier.UP_TO})
_MEASURES: Final = frozenset({"percent", "length", "mass", "duration", "speed", "other"})
_GAP = re.compile(
    r" (in|for|from|at|on|by|to|with) [^.;:()\n]{1,50}?(?:,| and|, and|, or| or| but) (?:only |just |about |some )?"
)
_POLL_BEHIND = re.compile(r" (?:" + "|".join(_COUNTED["poll_behind"]) + r")\b")
_POLLED = re.compile(r"[^.;:()\n]{0,48}?(?:,| and|, and) (?:only |just |about |some |another )?")
_SUM_BEHIND = re.compile(
    r" [–—-] | (?:below|above|more|less|under|over|higher|lower|each|apiece|short|a year|per)\b|[,;.)]"
    r"| in (?:19|20)[0-9]{2}\b| (?:last|the) (?:year|previous|prior)\b| a year (?:ago|earlier)\b"
)
_OWNER_IN_BRACKETS = re.compile(r"(?: [^.;:()\n]{1,40})?\)(?:,| and|, and|;)(?: the)?(?: [A-Z][\w.'’-]*){1,4} \(")
_OWNER = re.compile(
    r"(?: [^.;:()\n]{1,56}?)?(?:,| and|, and|,? while)(?: the)?(?: [A-Z][\w.'’-]*){0,3} ([A-Z][a-zé’'ü]+|[A-Z]{2,5})"
    r"(?: only| just| about| some| another)? "
)
_CONTRASTED = re.compile(
    r" (?:instead of|rather than|as against|against|versus|vs\.?|compared (?:with|to)|as opposed to|and not|not) (?:the |its )?"
    r"(?:about |some |only )?(?=[0-9])"
)
"""Between a bare number and one with the unit of both: "at 4.00 instead of 3.70 zlotys"."""
_CONTRAST_STARTS: Final = frozenset("iravcn")
"""The first letters of those words."""
_LIST_BEHIND = re.compile(r"[.,;)](?![0-9])|,? and (?:the )?[A-Z]|$| each\b| \([A-Z]| / [0-9]")
_REACH_OF_LIST: Final = 120
_LONGEST_NAME: Final = 5
_ALIKE: Final = 20
"""So many times the count before it a number of a list may be; more than that is more likely part of a name."""
_MONEY_WORDS: Final = frozenset((*_HEADINGS["sums"], *_COUNTED["paid"]))
_SHORTLY: Final = 4
_RESULTS: Final = frozenset(
    "revenue revenues sales turnover profit loss earnings ebit ebita ebitda income flow debt orders backlog book dividend"
    " bookings intake equity liquidity guidance capex investment investments spending budget expenditure costs".split()
)
"""What firms and budgets give in sums whose currency is not repeated."""
_BOUGHT: Final = frozenset(
    "option options considering order orders ordered ordering buy buys buying bought purchase purchased acquire acquired"
    " procure procured deliver delivered delivering supply supplied lease leased donate donated requested".split()
)
_RESULTS_NEAR: Final = 9
_PREPOSITION = re.compile(r" ([a-z]{2,4}) ")
_OF_A_SUM = re.compile(r" (?:out )?of (?:the|a|an|its|their|his|this|that|some)(?: [a-z]+){0,2} (?=[0-9$€£¥₩])")
_TO_THE_CURRENCY = re.compile(r" (?:to|against|per) (?:the |a |one )?([A-Za-z]+)")
_AND_A_NUMBER = re.compile(r"(?: [A-Za-z][\w.'’-]*){1,3},? and (?=[0-9a-z])")
_REFERENCES = re.compile(r"[0-9]{1,2}(?:[-–][0-9]{1,2})?(?:(?:, ?| and )[0-9]{1,2}(?:[-–][0-9]{1,2})?)+\)")
_DIGITS = re.compile(r"[0-9]+")
_FAR: Final = 200
"""Characters before a number in which "the number of" what it counts is looked for."""
_REACH: Final = 14
"""Words before a number in which its body of persons or its currency is looked for."""


def are_weighed(text: str, last: Part, words: list[str], end: int) -> bool:
    """Whether pounds are a weight: "a 500-pound bomb", "weighs 120 pounds"."""
    said = text[last.numeral.end : last.end].lower()
    if not said.endswith(("pound", "pounds")) or last.scale >= _MILLION:
        return False
    if _POUND_MASS_BEHIND.match(text, last.end, end):
        return True
    stuff = _OF_STUFF.match(text, last.end, end)
    if stuff is not None and stuff[1] not in _NO_STUFF:
        return True
    return any(word.lower().strip("(,") in _POUND_MASS for word in words[-5:])


def is_references(text: str, position: int, end: int) -> int:
    """Where a bracket ends that holds nothing but small numbers in rising order, "(2, 5)"; 0 for none.

    ``position`` is behind the opening bracket.
    """
    found = _REFERENCES.match(text, position, end)
    if found is None:
        return 0
    numbers = [int(number) for number in _DIGITS.findall(found[0])]
    return found.end() if all(a < b for a, b in pairwise(numbers)) else 0


def is_age(part: Part, following: str, words: list[str], qualifier: Qualifier) -> bool:
    """Whether a number is an age: "Choi Tae-bok, 62, heads the agency", "aged 30", "half of them under 30".

    ``following`` is the sign behind it; ``words`` are those before the number and its hedge, which ``qualifier`` stands for.
    """
    numeral = part.numeral
    if not words or part.scale or numeral.exponent or not 3 < numeral.mantissa < 115:
        return False
    lower = words[-1].lower().strip("(,")
    if lower in ("aged", "ages", "age") or (lower == "of" and len(words) > 1 and words[-2].lower() == "age"):
        return True
    if (
        lower in ("is", "was")
        and words[-2:-1]
        and words[-2].lower() in ("he", "she")
        and following in (".", ",", ";", "")
    ):
        # "She is 43."
        return numeral.written and qualifier is Qualifier.EXACT
    if qualifier in _BOUNDED and lower in _BE:
        return any(names_persons(word.lower().strip(","), word) for word in words[-5:-1])
    if qualifier in _BOUNDED:
        return words[-1][-1] != "," and (lower in _AGED_BEFORE or names_persons(lower, words[-1]))
    if len(words) < 2 or words[-1][-1] != "," or following not in (",", ";", ")") or not numeral.written:
        return False
    titled = words[-2][-1].isalpha() or words[-2] in _TITLES
    return words[-1][0].isupper() and words[-2][0].isupper() and titled and 15 < numeral.mantissa < 105


def counts_persons(text: str, end: int, words: list[str]) -> bool:
    """Whether the words beside a bare number say that it counts persons; ``words`` are those before it and its hedge."""
    if not words:
        return False
    last = words[-1].lower().lstrip(_OPENING)
    if last.endswith(":"):
        label = last[:-1]
        return label in _LABELS or names_persons(label, words[-1].lstrip(_OPENING))
    if last in _PERSONS_BEFORE:
        return True
    if last in _LEADS_FROM_A_BODY and len(words) > 1:
        body = words[-2].lower().lstrip(_OPENING)
        return body in BODIES or (words[-4:-2] == ["number", "of"] and names_persons(body, words[-2]))
    if last in _LEADS_TO_A_BODY:
        return any(word.lower().strip(",") in BODIES for word in _of_sentence(words[:-1]))
    if text.startswith(" in number", end):
        return any(names_persons(word.lower().strip(","), word) for word in _of_sentence(words))
    return False


def counts_things(text: str, floor: int, start: int, words: list[str]) -> bool:
    """Whether the sentence says before a bare number what it is the number of, and that is no body of persons."""
    if not words or words[-1].lower() not in _LEADS_FROM_A_BODY:
        return False
    for found in reversed(list(_NUMBER_OF.finditer(text, max(floor, start - _FAR), start))):
        told = text[found.end() : start].split()
        if any(word[-1] in ".!?;" and len(word) > 3 for word in told):
            return False
        told = [word.strip(",") for word in told[:_NOUN]]
        return not any(word.lower() in BODIES or names_persons(word.lower(), word) for word in told)
    return False


def _of_sentence(words: list[str]) -> list[str]:
    """The last words of the sentence, the nearest first."""
    near: list[str] = []
    for word in reversed(words[-_REACH:]):
        if word[-1] in ".!?;" and len(word) > 3:
            break
        near.append(word)
    return near


def shares_persons(text: str, position: int, end: int, parts: PartReader) -> bool:
    """Whether a second number has the noun for both: "five government and fifteen contractor representatives"."""
    joined = _AND_A_NUMBER.match(text, position, end)
    if joined is None or any(is_stop(word) for word in joined[0].split()[:-1]):
        return False
    numeral = parts.numeral_at(joined.end())
    if numeral is None:
        return False
    noun = noun_behind(text, numeral.end, end)
    return noun.plural and names_persons(noun.head, text[noun.end - len(noun.head) : noun.end])


def gapped(text: str, part: Part, last: ValueMention, end: int) -> Unit | None:
    """The unit that a number shares with the one before it, by their preposition: "34 degrees in Seoul and 29 in Warsaw"."""
    if last.kind not in _MEASURES or last.unit == "item" or not 0 < part.start - last.end < 64:
        return None
    if (
        last.kind == "percent"
        and part.numeral.mantissa < 100 * 10**-part.numeral.exponent
        and _goes_on(text, part, last)
    ):
        return Unit(last.unit, last.kind)
    if (
        last.kind == "percent"
        and _POLL_BEHIND.match(text, part.end, end)
        and _POLLED.fullmatch(text, last.end, part.start)
    ):
        return Unit(last.unit, last.kind)
    behind = _PREPOSITION.match(text, part.end, end)
    between = None if behind is None else _GAP.fullmatch(text, last.end, part.start)
    if behind is None or between is None or between[1] != behind[1]:
        return None
    return Unit(last.unit, last.kind)


def _goes_on(text: str, part: Part, last: ValueMention) -> bool:
    """Whether a bare number has its own owner in a list of shares: "28 per cent of it, Egypt 18", "(18 per cent), Peru (10)"."""
    if text[part.start - 1] == "(" and text.startswith(")", part.end):
        return _OWNER_IN_BRACKETS.fullmatch(text, last.end, part.start) is not None
    owner = _OWNER.fullmatch(text, last.end, part.start)
    if owner is None or not _LIST_BEHIND.match(text, part.end):
        return False
    word = owner[1].lower()
    return word not in SERIES and word not in CAPITAL_SERIES and word not in NAMED_SERIES


def takes_up_list(text: str, part: Part, words: list[str], found: list[ValueMention], end: int) -> bool:
    """Whether a bare number ends a list of counts by their owners: "Denmark sent nine older Leopards, the Netherlands five"."""
    last = found[-1] if found else None
    if last is None or last.kind not in ("count", "persons") or len(words) < 2:
        return False
    if part.scale or not _LIST_BEHIND.match(text, part.end, end) or part.start - last.end > _REACH_OF_LIST:
        return False
    named = words[-1][:1].isupper() and words[-1][-1].isalnum()
    first = 2  # "United States 590"
    while first < min(len(words), _LONGEST_NAME) and words[-first][:1].isupper() and words[-first].isalpha():
        first += 1
    lead = words[-first - 1] if words[-first] == "the" and len(words) > first else words[-first]
    like = part.numeral.mantissa <= _ALIKE * max(last.amount.low or 0, 1)
    return named and like and (lead[-1] in ",;" or lead in ("and", "while")) and "." not in text[last.end : part.start]


def names_a_type(part: Part, words: list[str]) -> bool:
    """Whether a number is part of a name that is itself counted: the 2200 of "five Avante 2200 corvettes"."""
    if len(words) < 2 or not part.numeral.written or not 100 <= part.numeral.mantissa < 10_000:
        return False
    counted = words[-2].lower().lstrip(_OPENING)
    return words[-1].isalpha() and words[-1][0].isupper() and (counted in CARDINALS or counted.isdigit())


def buys(words: list[str]) -> bool:
    """Whether goods are bought shortly before a bare number: "has an option for 460 more", "is considering 12 more"."""
    return any(word.lower().strip("(,") in _BOUGHT for word in words[-_SHORTLY:])


def contrasted(text: str, position: int, end: int) -> int:
    """Where the number begins that the one before ``position`` is contrasted with; 0 for none."""
    if text[position + 1 : position + 2] not in _CONTRAST_STARTS:
        return 0
    found = _CONTRASTED.match(text, position, end)
    return 0 if found is None else found.end()


def speaks_of_money(words: list[str]) -> bool:
    """Whether a word shortly before a bare number calls it a price: "it cost about", "a contract worth"."""
    return any(word.lower().strip("(,") in _MONEY_WORDS for word in words[-_SHORTLY:])


def speaks_of_results(words: list[str]) -> bool:
    """Whether the words before a bare number tell of a firm's results: "free cash flow was negative at"."""
    return any(word.lower().strip("(,") in _RESULTS for word in words[-_RESULTS_NEAR:])


def millions(text: str, part: Part, last: ValueMention, end: int) -> bool:
    """Whether the "m" behind a number that follows a sum is a million of its currency: "2 bn kroner, some 300m below the bid"."""
    if part.unit is None or part.unit.id != "m" or text[part.end - 1] != "m" or text[part.end - 2] not in "0123456789 ":
        return False
    near = last.kind == "money" and 0 < part.start - last.end < 80 and ". " not in text[last.end : part.start]
    return near and _SUM_BEHIND.match(text, part.end, end) is not None


def whole_sum(text: str, part: Part, end: int, parts: PartReader) -> str | None:
    """The currency of the sum of which a bare one is a part: "some 400 billion of the 1.6 trillion won"."""
    found = _OF_A_SUM.match(text, part.end, end)
    if found is None:
        return None
    position = found.end()
    sign = None if text[position].isdigit() else parts.moneys.forward(text, position, end)
    numeral = parts.numeral_at(position if sign is None else sign[0])
    if numeral is None:
        return None
    return sign[1] if sign is not None else parts.read(numeral, None).currency


def currency_of_rate(text: str, part: Part, words: list[str], end: int, moneys: Moneys) -> tuple[str, str] | None:
    """The key and word of a currency whose rate a number is: "the won was trading at 1,387 to the dollar"."""
    if len(words) < 3 or part.scale:
        return None
    if words[-1].lower() in _HEDGES:
        words = words[:-1]
    if words[-1].lower() not in _RATES_AT:
        return None
    rated = _TO_THE_CURRENCY.match(text, part.end, end)
    against = rated is not None and moneys.named(rated[1]) is not None
    for back, word in enumerate(_of_sentence(words[:-1])):
        key = moneys.named(word.strip(","))
        if key is not None:
            position = len(words) - 2 - back
            article = words[position - 1].lower() if position else ""
            singular = word.strip(",").islower() and article in ("the", "a", "korean", "polish", "japanese", "chinese")
            return (key, word.strip(",")) if against or (singular and back < 6) else None
    return None


def currency_of_lead(words: list[str], moneys: Moneys) -> tuple[str, str] | None:
    """The key and word of a currency that a lead names: "In euros, about", "total, in dollars:"."""
    for index in range(len(words) - 1, max(0, len(words) - _SHORTLY), -1):
        if words[index][-1] in ",:" and words[index - 1].lower().strip("(") == "in":
            key = moneys.named(words[index][:-1])
            return None if key is None else (key, words[index][:-1])
    return None


def is_price(words: list[str]) -> bool:
    """Whether the words before a bare number call it a price: "hit a target of 25"."""
    return len(words) > 1 and words[-1].lower() in _BEFORE_A_PRICE and words[-2].lower() in _PRICED
