"""Sentences: spans between one full stop, question or exclamation mark that ends a sentence and the next."""

from __future__ import annotations

import re

from kordef.document import Span
from kordef.reading.words import words

__all__ = ["split"]

_CANDIDATE = re.compile(r"""[.!?…](?:[.!?…]*+["'”’»)\]*_]{0,4}+)""")
"""Marks and what closes behind them. Begins with a set of signs, for speed; possessive and without conditions, so that a long row
of marks is read once.
"""
_NEXT = re.compile(r"""\s*[“"'‘’«(\[*_–—-]*\s?(?:(\w+)(\.)?|(\S))?""")
_LOST_BLANK = re.compile(r"[A-Z“][a-z]")
_WORD_END = re.compile(r"[a-z]{3}\Z|[\w-]\d\Z|\w\)\Z")
"""How a word ends that no abbreviation or number of a list is: "said", "K9", "(PAF)"."""
_TOKEN = re.compile(r"""[^\s(“"‘'\[/—–]*\Z""")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.-?)+[^\W\d_]{1,2}")
_BLANKS = re.compile(r"\s*")
_LONGEST_TOKEN = 12
_LONGEST_GAP = 60


def split(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The sentences of ``text[start:end]``, which is one block, without the blanks between them.

    A credit in brackets behind the last full stop, "(Yonhap)", is a span of its own.
    """
    spans: list[Span] = []
    first = start
    for found in _CANDIDATE.finditer(text, start, end):
        stop = found.end()
        if stop < end and _ends(text, found[0], found.start(), stop, first, end):
            spans.append(Span(first, stop))
            following = _BLANKS.match(text, stop, end)
            first = following.end() if following else stop
    if first < end:
        spans.append(Span(first, end))
    return tuple(spans)


def _ends(text: str, mark: str, at: int, stop: int, first: int, end: int) -> bool:
    """Whether the mark at ``at``, which closes at ``stop``, ends the sentence that began at ``first``."""
    if not text[stop].isspace():
        # "said.The": the blank was lost.
        return mark[0] == "." and bool(
            _LOST_BLANK.match(text, stop, end) and _WORD_END.search(text, max(first, at - 3), at)
        )
    following = _NEXT.match(text, stop, min(end, stop + _LONGEST_GAP))
    if following is None:
        return True
    word = following[1] or following[3]
    if word is None:
        return True
    if word[0].islower():
        return False
    if mark != "." and mark != ".)":
        return True
    before = _TOKEN.search(text, max(first, at - _LONGEST_TOKEN), at)
    token = before[0] if before else ""
    if not token:
        return first < at
    if token.isdigit() and first == at - len(token):
        return False
    # "A. A. Milne": what is itself cut short opens no sentence.
    return not _abbreviates(token, "" if following[2] and len(word) == 1 and word.isalpha() else word)


def _abbreviates(token: str, following: str) -> bool:
    """Whether the full stop behind ``token`` belongs to an abbreviation, given the word that follows."""
    known = words()
    lower = token.lower().rpartition(".-")[2]
    if lower in known.numbered and following[:1].isdigit():
        return True
    if lower in known.shorthands and token == lower and following and not following[0].isalpha():
        # "est. $5 billion"
        return True
    if lower in known.small_words and token == lower:
        return False
    # "Lt.Col."
    is_title = known.titles.issuperset(lower.split("."))
    if is_title or token in known.given or (lower in known.shorthands and token == lower):
        return True
    if lower in known.either or (len(token) == 1 and token.isupper()) or _DOTTED.fullmatch(token):
        return following not in known.openers
    return False
