"""The numbered fields of notices to Congress: "(i) Prospective Purchaser: ...", "(ii) Total Estimated Value: ..."."""

from __future__ import annotations

import re

__all__ = ["PURCHASER", "field_of"]

PURCHASER = re.compile(r"\bProspective Purchasers?\b", re.IGNORECASE)
_FIELDS = tuple(
    (name, re.compile(rf"\s*(?:\([ivx]{{1,4}}\)\s*)?(?:{pattern})", re.IGNORECASE))
    for name, pattern in (
        ("purchaser", r"Prospective Purchasers?\b"),
        ("total", r"TOTAL\s*[:*.]*\s*\$"),
        ("value", r"Total Estimated (?:Program )?Value\b"),
        ("goods", r"Description(?: and Quantity\b.*)?\s*:|Major Defen[sc]e Equipment(?: \(MDE\))?\s*:"),
        ("delivered", r"Date Report Delivered\b"),
        (
            "other",
            r"Non-MDE\s*:|Non-Major Defen[sc]e|Military Department|Prior Related Cases|Sales Commission|Sensitivity of|Other\b|"
            r"Major Defen[sc]e Equipment",
        ),
    )
)


def field_of(words: str) -> str:
    """The field that a line opens, or ``""``; "other" for one that says nothing of buyer, goods or value."""
    return next((name for name, pattern in _FIELDS if pattern.match(words)), "")
