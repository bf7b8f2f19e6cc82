"""Sentences: spans between one full stop, question or exclamation mark that ends a sentence and the next."""

from __future__ import annotations

import re

from kordef.document import Span

__all__ = ["split"]

# Abbreviations in lower case, without their last stop. What follows a title or a Latin shorthand belongs to it: never an end.
_TITLES = frozenset(
    """
    mr mrs ms mx dr prof hon rev fr st messrs mme sen rep gov pres amb min sec supt insp rt
    gen maj col lt capt cmdr cdr cpt sgt cpl pvt adm brig vadm radm lieut comdr cllr
    """.split()
)
_SHORTHANDS = frozenset("approx est ca c cf vs v viz e.g i.e eg ie incl excl resp avg esp tel attn aka".split())

# Never an end before a figure: "No. 5", "Mar. 5", "pp. 12".
_NUMBERED = frozenset(
    """
    no nos nr art arts sec para paras fig figs tab vol vols ch chap pp p app rev reg op
    jan feb mar apr jun jul aug sep sept oct nov dec
    """.split()
)

# These stand inside a sentence and at its end: the next word decides.
_EITHER = frozenset(
    """
    co corp inc ltd llc plc bros intl dept div univ assn assoc govt natl bldg ph.d
    jr sr esq etc al ibid cit jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue tues wed thu thur thurs fri sat sun
    ft lb lbs oz yd mi hr hrs mins secs yr yrs
    ave blvd rd sq mt fla calif va md ky tex
    gmbh s.p.a a.ş d.o.o z.o.o
    """.split()
)

# Written small, these are words: "the max." may end a sentence, "Min." before a name does not.
_SMALL_WORDS = frozenset("art app sec min col rep fig mar dec sat sun wed mon jan tab may no ch mo mi va md op est".split())

# Words that begin a sentence and seldom follow an abbreviation inside one.
_OPENERS = frozenset(
    """
    The This That These Those There It Its He She His Her They Their We Our You Your I
    A An In On At As If But And Or So Yet For From By With After Before Since While When Where Under Over Among
    According Although Because However Meanwhile Moreover Also Both Each Another Some Many Most Such
    What Why How Who Which Earlier Later Now Then Last Next To During Despite Unlike Between Until Once Not No
    """.split()
)

_CANDIDATE = re.compile(r"""[.!?…]++["'”’»)\]*_]{0,4}+""")
"""Marks and what closes behind them. Possessive and without conditions, so that a long row of marks is read once."""
_NEXT = re.compile(r"""\s*[“"'‘’«(\[*_–—-]*\s?(?:(\w+)(\.)?|(\S))?""")
_LOST_BLANK = re.compile(r"[A-Z“][a-z]")
_SMALL = re.compile(r"[a-z]{3}")
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
        return mark[0] == "." and bool(_LOST_BLANK.match(text, stop, end) and _SMALL.match(text, max(first, at - 3), at))
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
    lower = token.lower().rpartition(".-")[2]
    if lower in _NUMBERED and following[:1].isdigit():
        return True
    if lower in _SMALL_WORDS and token == lower:
        return False
    if lower in _TITLES or (lower in _SHORTHANDS and token == lower):
        return True
    if lower in _EITHER or (len(token) == 1 and token.isupper()) or _DOTTED.fullmatch(token):
        return following not in _OPENERS
    return False
