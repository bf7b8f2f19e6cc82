"""Numbers of things that have one: battalions, exercises by their year, the further items behind "Nos 112, 187 and"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from kordef.mentions.values.counts import Noun
    from kordef.mentions.values.parts import Part

__all__ = ["LIMITS", "continues_series", "is_edition", "numbers_a_force"]

_FORCES: Final = frozenset(
    "battalion brigade regiment squadron company commando wing division battery corps group fleet flotilla".split()
)
_JOINT = re.compile(r", |,? (?:and|or|to|&) ")
_LONGEST_JOINT: Final = 6
_SHORTEST_NAME: Final = 4
_WEEKDAYS: Final = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun"
)
LIMITS: Final = {**dict.fromkeys(_WEEKDAYS.split(), 31), "quarter": 4}
"""The greatest number that is a day behind a weekday, or says which quarter of a year."""


def numbers_a_force(text: str, part: Part, noun: Noun) -> bool:
    """Whether the words behind a number make the name of a force: "41 Artillery Battalion", "3 Commando Brigade"."""
    if not part.numeral.written or part.numeral.mantissa < 2 or noun.head not in _FORCES:
        return False
    return all(word[0].isupper() for word in text[noun.start : noun.end].split())


def is_edition(part: Part, words: list[str]) -> bool:
    """Whether the word before is the name of an exercise or fair, in capitals, whose year the number is: "JOINT VIKING 25"."""
    word = words[-1]
    if not (word.isupper() and word.isalpha() and len(word) >= _SHORTEST_NAME and part.numeral.written):
        return False
    in_small_letters = len(words) == 1 or any(letter.islower() for letter in "".join(words[-4:]))
    return 10 <= part.numeral.mantissa < 40 and in_small_letters


def continues_series(text: str, end: int, part: Part) -> bool:
    """Whether a number goes on with the numbers of a list that ends at ``end``: "Nos 112, 187 and 240"."""
    return 0 < part.start - end <= _LONGEST_JOINT and _JOINT.fullmatch(text, end, part.start) is not None
