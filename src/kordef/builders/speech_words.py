"""The words of ``data/speech.toml`` in the shape that look-ups need."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from attrs import frozen

from kordef.builders.grammar.verbs import inflections

__all__ = ["Words", "words"]


@frozen(kw_only=True)
class Words:
    """Verbs of saying by their forms, nouns for speakers, phrases, audiences and venues."""

    verbs: Mapping[str, tuple[tuple[str, tuple[str, ...], str, bool], ...]]
    clausal: frozenset[str]
    speakers: frozenset[str]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], bool], ...]]
    quoted: frozenset[str]
    audience: frozenset[str]
    venues: frozenset[str]
    triggers: frozenset[str]


@cache
def words() -> Words:
    """The words of ``data/speech.toml``."""
    raw = tomllib.loads(files("kordef.builders").joinpath("data", "speech.toml").read_text("utf-8"))
    verbs: dict[str, list[tuple[str, tuple[str, ...], str, bool]]] = {}
    for key in ("topics", "verbs"):
        for phrase in raw[key]:
            lemma, *rest = phrase.split()
            for word, known in inflections([lemma]).items():
                for form in dict.fromkeys(i.form for i in known):
                    verbs.setdefault(word, []).append((lemma, tuple(rest), form, key == "topics"))
    phrases: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for key in ("according", "data"):
        for phrase in raw[key]:
            parts = tuple(phrase.split())
            phrases.setdefault(parts[0], []).append((parts, key == "data"))
    table = {w: tuple(sorted(v, key=lambda x: -len(x[1]))) for w, v in verbs.items()}
    return Words(
        verbs=table,
        clausal=frozenset(raw["clausal"]),
        speakers=frozenset(raw["speakers"]),
        phrases={w: tuple(v) for w, v in phrases.items()},
        quoted=frozenset(raw["quoted"]),
        audience=frozenset(raw["audience"]),
        venues=frozenset(raw["venues"]),
        triggers=frozenset(table) | frozenset(phrases),
    )
