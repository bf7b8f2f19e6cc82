"""Runs of capitalised words: where a name that no table knows begins and ends."""

from __future__ import annotations

import re

__all__ = ["ORDINARY", "left_run", "right_run"]

# Words that begin sentences and headlines: a capital on them says nothing. Small letters here.
ORDINARY = frozenset(
    """a about according across after again against all also although am among an and another any are as at away back be because been before behind being
    below besides between beyond both but by can could despite did do does down during each either else even ever every few first five for four from further get
    had has have he her here his how however i if in indeed instead into is it its itself just last later least less like many may meanwhile might more most much must my near
    neither never nevertheless new next no nor not nothing now of off on once one only onto or other others our out over own per perhaps possibly rather same second see
    seven several she should since six so some soon still such ten than that the their them then there therefore these they third this those though three through throughout
    thus to today together tomorrow too toward towards two under unless unlike until up upon us use used very via was we were what when where whereas whether which while who whom whose why
    will with within without would yes yesterday yet you your not nine eight hundreds dozens thousands photo image file source table figure speaking asked earlier following founded given
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
    on under including based built made signed""".split()
)

_JOINERS = frozenset({"of", "for", "and", "the", "on", "de", "des", "du", "&", "in", "der", "van", "von"})
_WORD_BEFORE = re.compile(r"([^\s,;:()\[\]\"!?]+)(\s+)\Z")
_WORD_BEHIND = re.compile(r"(\s+)([^\s,;:()\[\]\"!?]+)")
_CAPITAL = re.compile(r"[A-Z][\w'&./-]*|\d+(?:st|nd|rd|th)")
_REACH = 48
_MOST_WORDS = 9


def left_run(text: str, floor: int, start: int, *, joiners: frozenset[str] = _JOINERS) -> int:
    """Where the run of capitalised words that ends just before ``start`` begins; ``start`` itself if there is none.

    Small joining words may stand inside the run but not begin it; a word with a full stop that is no initial ends the search.
    """
    position = begin = start
    for _ in range(_MOST_WORDS):
        match = _WORD_BEFORE.search(text, max(floor, position - _REACH), position)
        if match is None:
            break
        word = match[1]
        if word in joiners and (word != "the" or text.endswith(("of ", "for "), floor, match.start())):
            position = match.start()
            continue
        if word.endswith("'s") or not _CAPITAL.fullmatch(word) or (word[-1] == "." and len(word) > 3) or word.lower() in ORDINARY:
            break
        position = begin = match.start()
    return begin


def right_run(text: str, end: int, ceiling: int, *, joiners: frozenset[str] = _JOINERS, most: int = _MOST_WORDS) -> int:
    """Where the run of capitalised words that begins just behind ``end`` stops; ``end`` itself if there is none."""
    position = stop = end
    for _ in range(most):
        match = _WORD_BEHIND.match(text, position, ceiling)
        if match is None:
            break
        word = match[2]
        if word in joiners:
            position = match.end()
            continue
        bare = word.rstrip(".'")
        if bare.endswith("'s"):
            bare = bare[:-2]
        if not _CAPITAL.fullmatch(bare):
            break
        stop = match.start(2) + len(bare)
        position = match.end()
        if bare != word and not (len(bare) == 1 and word[-1] == "."):
            break
    return stop
