"""Runs of capitalised words: where a name that no table knows begins and ends."""

from __future__ import annotations

import re

from kordef.mentions.word_files import read_words_of

__all__ = ["ORDINARY", "left_run", "right_run"]

ORDINARY = frozenset(read_words_of("words")["ordinary"].split())
"""Words that begin sentences, in small letters: a capital on them says nothing."""

_JOINERS = frozenset({"of", "for", "and", "the", "on", "de", "des", "du", "&", "in", "der", "van", "von"})
_WORD_BEFORE = re.compile(r"([^\s,;:()\[\]\"!?]+)(\s+)\Z")
_WORD_BEHIND = re.compile(r"(\s+)([^\s,;:()\[\]\"!?]+)")
_CAPITAL = re.compile(r"[A-Z][\w'&./-]*|\d+(?:st|nd|rd|th)")
_REACH = 48
_MOST_WORDS = 9


def left_run(text: str, floor: int, start: int, *, joiners: frozenset[str] = _JOINERS) -> int:
    """Where the run of capitalised words that ends just before ``start`` begins; ``start`` itself if there is none.

    Small joining words may stand inside the run but not begin it; a possessive or the end of a sentence ends the search.
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
        is_end = word.endswith("'s") or (word[-1] == "." and len(word) > 3)
        if is_end or not _CAPITAL.fullmatch(word) or word.lower() in ORDINARY:
            break
        position = begin = match.start()
    return begin


def right_run(text: str, end: int, ceiling: int, *, joiners: frozenset[str] = _JOINERS) -> int:
    """Where the run of capitalised words that begins just behind ``end`` stops; ``end`` itself if there is none."""
    position = stop = end
    for _ in range(_MOST_WORDS):
        match = _WORD_BEHIND.match(text, position, ceiling)
        if match is None:
            break
        word = match[2]
        if word in joiners:
            position = match.end()
            continue
        bare = word.rstrip(".'").removesuffix("'s")
        if not _CAPITAL.fullmatch(bare):
            break
        stop = match.start(2) + len(bare)
        if bare != word and word != f"{bare}.":
            break
        position = match.end()
    return stop
