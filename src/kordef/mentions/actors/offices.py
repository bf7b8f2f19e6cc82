"""Offices, as far as they tell a state: who may hold one, and which states have it."""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from kordef.mentions.word_files import read_words_of

__all__ = ["Office", "office_of"]

_COMPLEMENT = re.compile(r"\s(?:of|for|to|at|in|from)\s")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_words_of("allegiances")[key])


@frozen
class Office:
    """What an office is, as far as it tells a state: its head, the states that have it, and whether it is a mere rank."""

    head: str
    few: tuple[str, ...] = ()
    rank: bool = False

    @property
    def rare(self) -> bool:
        """Whether few states have such an office."""
        return self.head in read_words_of("allegiances")["only"]

    def fits(self, code: str) -> bool:
        """Whether a state has such an office."""
        words = read_words_of("allegiances")
        return code in words["only"].get(self.head, (code,)) and code not in words["never"].get(self.head, ())


def office_of(title: str) -> Office | None:
    """The office that a title names, None for one that tells no state: a former one, a firm's, an expert's."""
    words = read_words_of("allegiances")
    plain = _COMPLEMENT.split(title.lower())[0].replace("-", " ").split()
    if not plain or not (_words("of_firms") | _words("past")).isdisjoint(plain):
        return None
    for ending, few in words["few"].items():
        if title.endswith(ending):
            return Office(ending.lower(), tuple(few))
    head = plain[-1].removesuffix("s")
    last = " ".join(plain[-2:])
    if last in _words("of_states"):
        return Office(last)
    if head in ("counterpart", "secretary") and (head == "counterpart" or title.startswith("Secretary of State for")):
        return Office(head)
    head = plain[-1] if plain[-1] in _words("ranks") else head
    if head in _words("of_states"):
        return Office(head)
    return Office(head, rank=True) if head in _words("ranks") else None
