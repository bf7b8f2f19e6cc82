"""From text to date forms: where to look.

One compiled expression finds the words and numbers that a date cannot do without; around each of them a short stretch is
cut into tokens and read from its leftmost possible beginning. Each stretch is bounded, so the whole is linear.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from kordef.mentions.date_forms import Found
from kordef.mentions.date_intervals import OPENERS, expression
from kordef.mentions.date_phrases import LEADS
from kordef.mentions.date_tokens import APOSTROPHES, Tokens
from kordef.mentions.date_words import DAY_PARTS, DECADE_WORDS, MONTHS, SEASONS, UNITS, WEEKDAY_SHORT, WEEKDAYS

__all__ = ["scan"]

_BEFORE, _BEHIND, _WINDOW = 64, 112, 200
"""Characters before and behind a trigger that its date may need; one cut of a whole window serves triggers close together."""

_LEFTMOST = 9
"""Tokens before a trigger with which its date can begin."""


def _tree(words: Iterable[str]) -> str:
    """An expression for any of the words, in either case, that branches on one letter at a time: much faster than a flat one."""
    branches: dict[str, list[str]] = {}
    for word in words:
        branches.setdefault(word[0], []).append(word[1:])
    parts: list[str] = []
    for letter, rests in branches.items():
        longer = sorted({rest for rest in rests if rest})
        tail = f"(?:{_tree(longer)})" + ("?" if "" in rests else "") if longer else ""
        parts.append(f"[{letter}{letter.upper()}]{tail}")
    return "|".join(parts)


_TRIGGERS = sorted(
    {*MONTHS, *WEEKDAYS, *WEEKDAY_SHORT, *SEASONS, *DECADE_WORDS, *UNITS, *DAY_PARTS}
    - {"noon", "midday", "midnight", "lunchtime", "hour", "hours", "tens"}
    | {"today", "tomorrow", "yesterday", "tonight", "ago", "midyear", "half", "period", "fiscal", "fy", "fys"}
    | {"christmas", "xmas", "easter", "pentecost", "halloween", "armistice", "boxing"}
)
_FIRST_LETTERS = "".join(sorted({c for word in _TRIGGERS for c in (word[0], word[0].upper())} | set("CcHhQq")))

# The look ahead to the first character makes it three times as fast.
_TRIGGER = re.compile(
    rf"\b(?=[0-9{_FIRST_LETTERS}])"
    rf"(?:(?:{_tree(_TRIGGERS)})(?![A-Za-z])|[Qq][1-4]|[Hh][12]|[Cc][Aa]?[0-9]{{4}}(?![0-9])"
    r"|[0-9]{4}(?:(?![0-9])|(?=[0-9]{4}(?![0-9])))|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{2,4}|[0-9]{1,2}/[0-9]{4}"
    r"|[0-9]{2}[’']?s(?![a-z])|[0-9]{1,2}(?:st|nd|rd|th)(?![a-z])|[1-4][Qq](?![A-Za-z])|[12][Hh](?![A-Za-z])"
    rf"|(?<=['’‘])[0-9]{{2}}(?![0-9])|[0-9]{{1,2}}(?=(?:{_tree(sorted(MONTHS))})(?![A-Za-z])))"
)

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

_GLUE = (
    frozenset(LEADS)
    | OPENERS
    | frozenset(UNITS)
    | APOSTROPHES
    | frozenset(
        {
            "of",
            "in",
            "to",
            "than",
            "at",
            "least",
            "and",
            "on",
            "or",
            "over",
            "part",
            "half",
            "full",
            "period",
            "latter",
            ".",
            ",",
            "-",
            "–",
            "/",
        }
    )
    | frozenset({"st", "nd", "rd", "th", "s"})
)
"""Tokens before a trigger that its date can begin with or go through."""


def scan(text: str, lo: int, hi: int) -> Iterator[Found]:
    """The dates in ``text[lo:hi]``, in order and without overlap."""
    done = lo
    t: Tokens | None = None
    for match in _TRIGGER.finditer(text, lo, hi):
        at = match.start()
        if at < done or (match.group() in ("may", "march", "mar") and not _may_be_month(text, lo, *match.span())):
            continue
        if t is None or at + _BEHIND > t.hi < hi:
            begin = max(done, at - _BEFORE)
            t = Tokens(text, begin, min(hi, at + _WINDOW), lo, cut=begin > done)
        last = bisect_right(t.ends, at, 0, t.count)
        i = _leftmost(t, last, bisect_left(t.starts, done, 0, t.count))
        while i <= last < t.count:
            t.hyphened = -1
            readings = expression(t, i)
            for reading in readings:
                done = t.ends[reading.end - 1]
                yield Found(reading.form, t.starts[reading.start], done, reading.opener)
            i = readings[-1].end if readings else i + 1
        done = max(done, at)


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
