"""What a text says of its own figures: which brackets mark estimates, and which currency its sums are in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kordef.mentions.values.money import Moneys

__all__ = ["Conventions", "conventions_of"]


class Conventions(NamedTuple):
    """``estimates`` are the opening brackets that mark an uncertain figure, "(" and "[".

    ``currency`` is the ISO 4217 code that all sums are in where nothing else is written beside them, and ``stated`` the
    words that say so.
    """

    estimates: str = ""
    currency: str | None = None
    stated: str = ""


_UNCERTAIN: Final = r"[^.;\n]{0,40}?\b(?:uncertain|estimate|approximat|rough|provisional)"
# One for each bracket, with which it begins, for speed.
_EMPTY = tuple(
    (
        sign,
        re.compile(
            rf"\{sign} ?(?:\.\.\.|…|x|n)? ?[)\]][”\"’']?"
            r"(?: ?[=:–—-] ?| (?:denotes?|indicates?|marks?|means?|stands? for|is|are) | (?=uncertain|estimate))"
            + _UNCERTAIN,
            re.IGNORECASE,
        ),
    )
    for sign in "(["
)
_NAMED = re.compile(
    r"(?:figure|number|value|quantit|data|entr|amount)[a-z]* (?:shown |given |set |placed |put )?(?:in|within|between)"
    r" (round |square |)(?:brackets|parenthes[ei]s) (?:are|is|denotes?|indicates?|marks?|means?|represents?)"
    + _UNCERTAIN,
    re.IGNORECASE,
)
_REACH: Final = 50
_NOUNS: Final = (
    "mount", "igures", "sums", "Sums", "rices", "alues", "osts", "fees", "udgets", "ollars", "currency", "oney",
)  # fmt: skip
"""Parts of the words for sums with which such a sentence begins, small or with a capital; a plain search finds them fastest."""
# Matched where a noun stands, and not searched for.
_CURRENCY = re.compile(
    r"[a-z]+"
    r"(?: (?:in (?:this|the) [a-z]+|herein|below|above|quoted|cited|mentioned|here|reported))?"
    r"(?: (?:are|is|were|have been|given|shown|stated|quoted|expressed|reported|denominated|all))*"
    r" (?:in |are |refers? to )(?:millions? of |billions? of |thousands? of )?"
    r"((?:[A-Z]{1,3} ?)?[$€£¥₩](?![0-9])|[A-Z]{3}(?![\w])|[A-Za-z.]+ [a-z]+|[a-z]+)",
    re.IGNORECASE,
)
_ALL = re.compile(r"(?:\ball |\()(?:dollar )?$", re.IGNORECASE)
_UNLESS = re.compile(r"\b(?:unless|except where|otherwise) ", re.IGNORECASE)
_ADJECTIVE_ONLY: Final = {"australian": "AUD", "canadian": "CAD", "singapore": "SGD", "us": "USD", "u.s.": "USD"}


def conventions_of(text: str, moneys: Moneys) -> Conventions:
    """The conventions that a text states, each by the first sentence that does."""
    signs = {sign for sign, empty in _EMPTY if empty.search(text) is not None}
    signs.update(sign for word in ("brackets", "parenthes") for sign in _named_brackets(text, word))
    found = "".join(sorted(signs))
    stated = min((said for noun in _NOUNS for said in _statements(text, noun, moneys)), default=None)
    return Conventions(found) if stated is None else Conventions(found, stated[1], stated[2])


def _named_brackets(text: str, word: str) -> Iterator[str]:
    """The opening brackets that sentences with a word for brackets say to mark estimates."""
    at = text.find(word)
    while at >= 0:
        match = _NAMED.search(text, max(0, at - _REACH), at + 2 * _REACH)
        if match is not None:
            yield "[" if match[1].lower() == "square " else "("
        at = text.find(word, at + len(word))


def _statements(text: str, noun: str, moneys: Moneys) -> Iterator[tuple[int, str, str]]:
    """Where a sentence with a noun first says what currency the text's sums are in, the code, and its words."""
    at = text.find(noun)
    while at >= 0:
        begin = at - 1 if text[max(0, at - 1)].isalpha() else at
        match = _CURRENCY.match(text, begin)
        code = None if match is None else _currency_named(match[1], moneys)
        # "The figures in euros were higher" states nothing of the others.
        if match is not None and code is not None:
            near = max(0, begin - _REACH)
            if _ALL.search(text, near, begin) or _UNLESS.search(text, near, match.end() + _REACH):
                yield begin, code, match[0]
                return
        at = text.find(noun, at + len(noun))


def _currency_named(words: str, moneys: Moneys) -> str | None:
    """The code of a currency by its sign, code or name; a bare "$" or "dollars" settles nothing."""
    written = words.replace(" ", "")
    key = moneys.signs.get(written) or (written if written in moneys.codes else None)
    parts = words.lower().split()
    for name in (" ".join(parts), parts[0], parts[0].removesuffix("s")):
        key = key or moneys.name(name)
    if key is None and parts[-1] in ("dollar", "dollars"):
        key = _ADJECTIVE_ONLY.get(parts[0])
    return key if key in moneys.codes else None
