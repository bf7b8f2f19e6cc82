"""What a text says of its own figures: which brackets mark estimates, and which currency its sums are in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from kordef.mentions.money import Moneys

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
# Begins with a bracket or a noun, for speed.
_EMPTY = re.compile(
    r"([(\[]) ?(?:\.\.\.|…|x|n)? ?[)\]][”\"’']?(?: ?[=:–—-] ?| (?:denotes?|indicates?|marks?|means?|stands? for|is|are) )"
    + _UNCERTAIN,
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"(?:figure|number|value|quantit|data|entr|amount)[a-z]* (?:shown |given |set |placed |put )?(?:in|within|between)"
    r" (round |square |)(?:brackets|parenthes[ei]s) (?:are|is|denotes?|indicates?|marks?|means?|represents?)" + _UNCERTAIN,
    re.IGNORECASE,
)
_CURRENCY = re.compile(
    r"(?:amounts?|figures?|sums?|prices?|values?|costs?|fees|budgets?|dollars|currency|money)"
    r"(?: (?:in (?:this|the) [a-z]+|herein|below|above|quoted|cited|mentioned|here|reported))?"
    r"(?: (?:are|is|were|have been|given|shown|stated|quoted|expressed|reported|denominated|all))*"
    r" (?:in |are |refers? to )(?:millions? of |billions? of |thousands? of )?"
    r"((?:[A-Z]{1,3} ?)?[$€£¥₩](?![0-9])|[A-Z]{3}(?![\w])|[A-Za-z.]+ [a-z]+|[a-z]+)",
    re.IGNORECASE,
)
_SCOPE = re.compile(r"(?:\ball |\bunless |\bexcept where |\botherwise |\()", re.IGNORECASE)
_ADJECTIVE_ONLY: Final = {"australian": "AUD", "canadian": "CAD", "singapore": "SGD", "us": "USD", "u.s.": "USD"}


def conventions_of(text: str, moneys: Moneys) -> Conventions:
    """The conventions that a text states, each by the first sentence that does."""
    found = ""
    if "uncertain" in text or "stimate" in text or "pproximat" in text or "rovisional" in text:
        signs = {match[1] for match in _EMPTY.finditer(text)}
        signs.update("[" if match[1].lower() == "square " else "(" for match in _NAMED.finditer(text))
        found = "".join(sorted(signs))
    for match in _CURRENCY.finditer(text):
        code = _currency_named(match[1], moneys)
        # "The figures in euros were higher" states nothing of the others.
        if code is not None and _SCOPE.search(text, max(0, match.start() - 8), min(len(text), match.end() + 24)):
            return Conventions(found, code, match[0])
    return Conventions(found)


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
