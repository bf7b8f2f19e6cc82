"""What the words of headers, titles and cells say of deals: "Exporter" heads a supplier, "received" tells of a delivery."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from attrs import frozen

from kordef.vocabulary import Stage

__all__ = [
    "PARTIES",
    "column_kinds",
    "deal_words",
    "heading_words",
    "is_gift",
    "other_party",
    "phrase_lengths",
    "plain_words",
    "speaks_of_deals",
    "stage_of",
    "stage_of_title",
    "status_words",
]

PARTIES = ("recipient", "supplier")
"""The parties that columns and headings name."""


@frozen
class _Words:
    columns: dict[str, tuple[tuple[str, int], ...]]
    """The phrases of headers, with a space at both ends, and how many words each has."""
    stages: dict[str, tuple[str, ...]]
    headings: dict[str, frozenset[str]]
    titles: dict[str, tuple[str, ...]]
    basis: dict[str, tuple[str, ...]]
    statuses: dict[str, tuple[str, ...]]


@cache
def deal_words() -> _Words:
    """The words of the data file, read once."""
    raw = tomllib.loads(files("kordef.builders").joinpath("data", "deal_tables.toml").read_text("utf-8"))
    columns = {name: tuple((f" {p} ", p.count(" ") + 1) for p in phrases) for name, phrases in raw["columns"].items()}
    headings = {role: frozenset(words.split()) for role, words in raw["headings"].items()}
    lists = ("stages", "titles", "basis", "statuses")
    stages, titles, basis, statuses = ({k: tuple(v) for k, v in raw[name].items()} for name in lists)
    return _Words(columns, stages, headings, titles, basis, statuses)


def other_party(role: str) -> str:
    """The supplier of a recipient, and the other way round."""
    return PARTIES[role == PARTIES[0]]


def heading_words() -> dict[str, frozenset[str]]:
    """The words of a heading that say which party it names, by "supplier" and "recipient"."""
    return deal_words().headings


def status_words() -> dict[str, tuple[str, ...]]:
    """The beginnings of phrases that tell a stage in the cell of a status alone."""
    return deal_words().statuses


def column_kinds(words: Sequence[str]) -> list[str]:
    """The kinds of columns that the words of a header, or of a label, may name, the likeliest first.

    A phrase says more than a word of it: the "state of origin" is no "state".
    """
    found = phrase_lengths(words)
    return sorted(found, key=lambda kind: -found[kind])


def phrase_lengths(words: Sequence[str]) -> dict[str, int]:
    """How many words the longest phrase has by which a header names a kind of column."""
    joined = f" {' '.join(words)} "
    found = {
        kind: max((length for phrase, length in phrases if phrase in joined), default=0)
        for kind, phrases in deal_words().columns.items()
    }
    return {kind: length for kind, length in found.items() if length}


def plain_words(head: str) -> list[str]:
    """The words of a header in lower case, without brackets and marks."""
    words = head.lower().replace("(", " ").replace(")", " ").replace("/", " ").split()
    return [w.strip(".,:;'") for w in words]


def stage_of(words: str) -> Stage | None:
    """The stage of which the words of a title, header or cell (in lower case) speak."""
    joined = " " + _NO_WORD.sub(" ", words)
    for name, phrases in deal_words().stages.items():
        # phrases are the beginnings of words: "paid" is no "aid"
        if any(f" {p}" in joined for p in phrases):
            return Stage(name)
    return None


_NO_WORD = re.compile(r"[^\w&]+")


def stage_of_title(title: str) -> Stage | None:
    """The stage of which a title (in lower case) speaks: "Vessels received, 2016-2023" have come."""
    stage = stage_of(title)
    if stage in (None, Stage.SIGNED):
        for name, phrases in deal_words().titles.items():
            at = min((n for p in phrases if (n := title.find(p)) >= 0), default=None)
            if at is not None and (stage is None or not any(p in title for p in ("order", "contract", "signed"))):
                return Stage(name)
    return stage


def is_gift(words: str) -> bool | None:
    """Whether a cell (in lower case) says that goods are given away; ``None`` where it says nothing of what is paid."""
    basis = deal_words().basis
    if len(words) <= _LONGEST_BASIS:
        known = [name for name, phrases in basis.items() if words.startswith(phrases)]
        return known[0] == "gift" if known else None
    return None


_LONGEST_BASIS = 44


def speaks_of_deals(title: str) -> bool:
    """Whether a title (in lower case) has a word for deals."""
    return stage_of_title(title) is not None
