"""How names are compared: keys under which two spellings of one name meet.

Two keys, because tolerance is only safe where nothing else is spelled alike. ``key`` forgets diacritics, dots, hyphens
and spaces, so that "FA-50", "FA50" and "FA 50" or "U.S." and "US" meet. ``loose_key`` forgets the case as well; it is
for spellings that stay recognisable without it, which "US" (us), "IS" (is) and "Turkey" (the bird) do not.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import product

__all__ = ["in_both_englishes", "is_safe_in_any_case", "key", "loose_key", "plain", "plural_of", "respelt"]

# Letters that Unicode does not decompose into a base letter and a mark.
_STROKED = str.maketrans(
    {
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "Œ": "OE",
        "ð": "d",
        "þ": "th",
    }
)
_NOT_ALPHANUMERIC = re.compile(r"[\W_]")
_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_INVARIABLE = ("craft", "ammunition", "armour", "artillery", "equipment")
_IRREGULAR = {"man": "men", "torpedo": "torpedoes"}

# An acronym of this many letters is no longer mistaken for a word: "Himars" is safe, "us" is not.
_SAFE_LENGTH = 5

# British to American, for the words of class nouns.
_AMERICAN = {
    "armour": "armor",
    "armoured": "armored",
    "calibre": "caliber",
    "centre": "center",
    "defence": "defense",
    "mechanised": "mechanized",
    "millimetre": "millimeter",
    "refuelling": "refueling",
}


def plain(text: str) -> str:
    """The text without diacritics: ``plain("Türkiye") == "Turkiye"``, ``plain("Łódź") == "Lodz"``."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text.translate(_STROKED))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def key(text: str) -> str:
    """Letters and digits only, case kept, a leading article dropped: ``key("the U.S.") == "US"``."""
    return _NOT_ALPHANUMERIC.sub("", plain(_ARTICLE.sub("", text, count=1) if _ARTICLE.match(text) else text))


def loose_key(text: str) -> str:
    """``key`` without the case: ``loose_key("SOUTH KOREA") == "southkorea"``."""
    return key(text).casefold()


def is_safe_in_any_case(text: str) -> bool:
    """Whether a spelling is still itself in capitals or in small letters: a word, or a long acronym."""
    return len(text) >= _SAFE_LENGTH or not text.isupper()


def plural_of(noun: str) -> str:
    """The plural of a class noun: "battery" gives "batteries", "combat aircraft" itself, "wingman" "wingmen"."""
    if noun.endswith(_INVARIABLE):
        return noun
    for ending, plural in _IRREGULAR.items():
        if noun.endswith(ending):
            return noun.removesuffix(ending) + plural
    if _SIBILANT.search(noun):
        return noun + "es"
    if _CONSONANT_Y.search(noun):
        return noun[:-1] + "ies"
    return noun + "s"


def in_both_englishes(name: str) -> tuple[str, ...]:
    """A proper name, and the same with "Defense" for "Defence" or the other way round if it has one of them."""
    if "Defence" in name:
        return name, name.replace("Defence", "Defense")
    if "Defense" in name:
        return name, name.replace("Defense", "Defence")
    return (name,)


def _american(phrase: str) -> str:
    return " ".join("-".join(_AMERICAN.get(part, part) for part in word.split("-")) for word in phrase.split(" "))


def respelt(phrase: str) -> tuple[str, ...]:
    """All spellings of a class noun: as given, without any of its hyphens, and all that in American.

    >>> respelt("air-defence system")
    ('air-defence system', 'air defence system', 'air-defense system', 'air defense system')
    """
    spellings: dict[str, None] = {}
    for spelling in (phrase, _american(phrase)):
        first, *rest = spelling.split("-")
        for joints in product("- ", repeat=len(rest)):
            spellings[first + "".join(joint + part for joint, part in zip(joints, rest, strict=True))] = None
    return tuple(spellings)
