"""From text to date forms: where to look.

One compiled expression finds the words and numbers that a date cannot do without; around each of them a short stretch is
cut into tokens and read from its leftmost possible beginning. Each stretch is bounded, so the whole is linear.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from kordef.mentions.dates.forms import Found
from kordef.mentions.dates.intervals import OPENERS, expression
from kordef.mentions.dates.phrases import LEADS
from kordef.mentions.dates.relative import FEAST_WORDS
from kordef.mentions.dates.tokens import APOSTROPHES, Tokens
from kordef.mentions.dates.words import (
    DAY_PARTS,
    DECADE_WORDS,
    MIDSEASONS,
    MONTHS,
    SEASONS,
    UNITS,
    WEEKDAY_SHORT,
    WEEKDAYS,
)
from kordef.mentions.triggers import tree

__all__ = ["scan"]

_BEFORE, _BEHIND, _NEAR = 64, 112, 88
"""Characters before and behind a trigger that its date may need; one cut serves triggers so near to the first of them."""

_LEFTMOST = 9
"""Tokens before a trigger with which its date can begin."""


_TRIGGERS = sorted(
    {*MONTHS, *WEEKDAYS, *WEEKDAY_SHORT, *SEASONS, *MIDSEASONS, *DECADE_WORDS, *UNITS, *DAY_PARTS}
    - {"noon", "midday", "midnight", "lunchtime", "hour", "hours", "tens"}
    | {
        "today",
        "tomorrow",
        "yesterday",
        "tonight",
        "ago",
        "midyear",
        "half",
        "period",
        "fiscal",
        "fy",
        "fys",
        "cy",
        "eoy",
    }
    | {
        "thanksgiving",
        "juneteenth",
        "epiphany",
        "mayo",
        "bc",
        "bce",
        "ad",
        "ce",
        "nineteen",
        "eighteen",
        "twenty",
        "thousand",
    }
    | {"christmas", "xmas", "easter", "pentecost", "halloween", "armistice", "boxing"}
)
_TRIGGER = (
    rf"((?:{tree(_TRIGGERS)})(?![a-z])|q[1-4]|h[12]|[ab]\.[cd](?![a-z])|ca?[0-9]{{4}}(?![0-9])|(?=[0-9])(?:"
    r"[0-9]{4}(?:(?![0-9])|(?=[0-9]{4}(?![0-9])))|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}|"
    r"(?<=(?:on|by) )[0-9]{1,2}/[0-9]{1,2}(?![0-9/%])|[0-9]{1,2}/[0-9]{4}"
    r"|[0-9]{2}[’']?s(?![a-z])|[0-9]{1,2}(?:st|nd|rd|th)(?![a-z])|[1-4]q(?![a-z])|[12]h(?![a-z])"
    rf"|(?<=['’‘])[0-9]{{2}}(?![0-9])|[0-9]{{1,2}}(?=(?:{tree(MONTHS)})(?![a-z]))))"
)
_AT_START = re.compile(_TRIGGER)
_BEHIND_A_SIGN = re.compile(rf"[^a-z0-9_]{_TRIGGER}")
_OTHER_WORDS = frozenset({"may", "march", "mar"})
"""Months that in small letters are mostly something else."""

_BEFORE_A_MONTH = re.compile(
    r"(?:[0-9](?:st|nd|rd|th)?(?: of)?|\b(?:in|since|until|till|last|next|early|mid|late|during|through|between|from|and|to|by"
    r"|of|the|for|before|after|this)|[-–—/])\s*$",
    re.IGNORECASE,
)
_DAY_BEHIND = re.compile(
    r"[ ,.–’'-]*(?:the )?(?:[0-9]|(?:twent|thirt)[a-z]+"
    r"|(?:fir|seco|thi|four|fif|six|seven|eig|nin|ten|elev|twelf)[a-z]*(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)

_JOINING = frozenset([
    "of", "in", "other", "roaring", "before", "to", "than", "at", "least", "sooner", "and", "on", "or", "over", "part",
    "half", "full", "period", "latter", "corresponding", "comparable", "equivalent", "final", "closing", "opening",
    "now", "until", "including", ".", ",", "&", "-", "–", "/", "st", "nd", "rd", "th", "s",
])  # fmt: skip
_GLUE = frozenset([*LEADS, *OPENERS, *UNITS, *(f"{day}s" for day in WEEKDAYS), *APOSTROPHES, *FEAST_WORDS, *_JOINING])
"""Tokens before a trigger that its date can begin with or go through."""


def scan(text: str, lowered: str, lo: int, hi: int) -> list[Found]:
    """The dates in ``text[lo:hi]``, in order and without overlap; ``lowered`` is the text in small letters."""
    found: list[Found] = []
    done = lo
    t: Tokens | None = None
    first = _AT_START.match(lowered, lo, hi)
    triggers = [*(() if first is None else (first,)), *_BEHIND_A_SIGN.finditer(lowered, lo, hi)]
    if not triggers:
        return found
    starts = [match.start(1) for match in triggers]
    for at, match in zip(starts, triggers, strict=True):
        word = match[1]
        if at < done or lowered[at - 1 : at].isalnum():
            continue
        if word in _OTHER_WORDS and text.startswith(word, at) and not _may_be_month(text, lo, at, match.end()):
            continue
        if t is None or at + _BEHIND > t.hi < hi:
            begin = max(done, at - _BEFORE)
            end = starts[bisect_right(starts, at + _NEAR) - 1] + _BEHIND
            t = Tokens(text, lowered, begin, min(hi, end), lo, cut=begin > done)
        last = bisect_right(t.ends, at, 0, t.count)
        i = _leftmost(t, last, bisect_left(t.starts, done, 0, t.count))
        while i <= last < t.count:
            t.hyphened = -1
            readings = expression(t, i)
            for reading in readings:
                done = t.ends[reading.end - 1]
                found.append(Found(reading.form, t.starts[reading.start], done, reading.opener))
            i = readings[-1].end if readings else i + 1
        done = max(done, at)
    return found


def _may_be_month(text: str, lo: int, start: int, end: int) -> bool:
    """A quick look that spares the modal "may" and the verb "march" all further work."""
    if start == lo or _DAY_BEHIND.match(text, end) is not None:
        return True
    return _BEFORE_A_MONTH.search(text, max(lo, start - 12), start) is not None


def _leftmost(t: Tokens, i: int, first: int) -> int:
    """How far to the left of a trigger its date can begin; the first tokens of a cut stretch may be pieces of words."""
    least = max(first, i - _LEFTMOST, min(2, i) if t.cut else 0)
    while i > least and (t.words[i - 1] in _GLUE or t.is_number(i - 1)):
        i -= 1
    return i
