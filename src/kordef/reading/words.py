"""Word lists that tell sentences, lines and tables apart. They are in ``words.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from attrs import frozen

__all__ = ["Words", "words"]


@frozen(kw_only=True)
class Words:
    """The lists of ``words.toml``, where each is explained."""

    titles: frozenset[str]
    given: frozenset[str]
    shorthands: frozenset[str]
    numbered: frozenset[str]
    either: frozenset[str]
    small_words: frozenset[str]
    openers: frozenset[str]
    unfinished: frozenset[str]
    column_heads: frozenset[str]


@cache
def words() -> Words:
    """The lists, read once."""
    table: dict[str, list[str]] = tomllib.loads(files("kordef.reading").joinpath("words.toml").read_text("utf-8"))
    return Words(**{name: frozenset(entries) for name, entries in table.items()})
