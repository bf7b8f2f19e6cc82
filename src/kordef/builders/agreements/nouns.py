"""The nouns that name agreements, read from ``data/agreements.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from attrs import frozen

from kordef.builders.grammar.frames import load
from kordef.vocabulary import AgreementKind, AgreementStatus

__all__ = [
    "Entry",
    "heads",
    "is_head",
    "known_letters",
    "known_names",
    "nominals",
    "owner",
    "plain_words",
    "states",
    "verb_forms",
]


@frozen
class Entry:
    words: tuple[str, ...]
    kind: AgreementKind
    plural: bool
    bare: bool
    modified: tuple[tuple[tuple[str, ...], AgreementKind], ...]
    never: frozenset[str]
    capital: bool
    money: bool
    for_goods: bool
    strict: bool = False
    """Whether only a modifier of the list makes it an agreement ("trade deal", but not "the K2 deal")."""
    small: AgreementKind | None = None
    """Its kind where it is no proper name ("the Downing Street Accord", "a revised accord")."""
    called: bool = False
    """Whether it needs quotation marks and the adjective of a state ("the “Danish model”")."""
    near: frozenset[str] = frozenset()
    """Modifiers right before the noun that make it something else ("a general agreement that ...")."""
    right_before: tuple[tuple[str, AgreementKind], ...] = ()
    """The kind that a word right before the noun tells ("General Agreement on ...")."""
    topical: bool = False
    """Whether what it is "on" is enough to tell it ("a roadmap on defence industry")."""
    shared: bool = False
    """Whether partners right behind it tell it ("the 2001 understanding between A and B")."""
    back: bool = False
    """Whether it names nothing itself and only comes back to what the text told before ("the document")."""


@cache
def _raw() -> Mapping[str, Any]:
    return tomllib.loads(files("kordef.builders").joinpath("data", "agreements.toml").read_text("utf-8"))


@cache
def heads() -> Mapping[str, tuple[Entry, ...]]:
    table: dict[str, list[Entry]] = {}
    for noun in _raw()["noun"]:
        modified = sorted(
            ((tuple(k.split()), AgreementKind(v)) for k, v in noun.get("modified", {}).items()),
            key=lambda m: -len(m[0]),
        )
        for head in noun["heads"]:
            words = tuple(head.split())
            irregular = any(w in ("memoranda", "mous", "letters", "memorandums") for w in words)
            for form, plural in ((words, irregular), *(() if irregular else ((_pluralised(words), True),))):
                table.setdefault(form[0], []).append(
                    Entry(
                        form,
                        AgreementKind(noun["kind"]),
                        plural,
                        noun.get("bare", True),
                        tuple(modified),
                        frozenset(noun.get("never", ())),
                        head in noun.get("capitals", ()),
                        noun.get("money", False),
                        noun.get("for_goods", False),
                        noun.get("strict", False),
                        AgreementKind(noun["small"]) if "small" in noun else None,
                        noun.get("called", False),
                        frozenset(noun.get("near", ())),
                        tuple((w, AgreementKind(k)) for w, k in noun.get("right_before", {}).items()),
                        noun.get("topical", False),
                        noun.get("shared", False),
                        noun.get("back", False),
                    )
                )
    return {word: tuple(sorted(entries, key=lambda e: -len(e.words))) for word, entries in table.items()}


def _pluralised(words: tuple[str, ...]) -> tuple[str, ...]:
    """The plural of a noun: of its last word, or of the one before "of"."""
    at = words.index("of") - 1 if "of" in words else len(words) - 1
    word = words[at]
    word = word[:-1] + "ies" if word.endswith("y") and word[-2] not in "aeiou" else word + "s"
    return (*words[:at], word, *words[at + 1 :])


@cache
def plain_words() -> frozenset[str]:
    """The modifiers that a name leaves out."""
    return frozenset(_raw()["plain"]["words"])


@cache
def states() -> Mapping[str, AgreementStatus]:
    return {word: AgreementStatus(status) for status, words in _raw()["states"].items() for word in words}


@cache
def verb_forms() -> frozenset[str]:
    return frozenset(load("agreements").verb_forms) - {"trade", "exchange", "table", "study", "draft"}


def is_head(word: str) -> bool:
    """Whether a word names an agreement or the paper that it is written on."""
    return word in heads() or word in ("text", "document", "paper", "itpp")


@cache
def nominals() -> tuple[Mapping[str, tuple[tuple[tuple[str, ...], str], ...]], frozenset[str], frozenset[str]]:
    """The nouns for what is done, by their first word, with the id of the frame; the words for done and for to come."""
    raw = _raw()["nominal"]
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for frame, phrases in raw.items():
        if frame not in ("done", "ahead"):
            for phrase in phrases:
                first, *rest = phrase.split()
                table.setdefault(first, []).append((tuple(rest), "announce" if frame == "launch" else frame))
    return {w: tuple(entries) for w, entries in table.items()}, frozenset(raw["done"]), frozenset(raw["ahead"])


@cache
def known_letters() -> Mapping[str, AgreementKind]:
    """The instruments that texts name by letters alone, with their kind."""
    return {word: AgreementKind(kind) for kind, words in _raw()["known"].items() for word in words}


@cache
def known_names() -> Mapping[str, tuple[tuple[tuple[str, ...], AgreementKind], ...]]:
    """The instruments whose names hold no noun for an agreement, by the first word of the name, with their kind."""
    table: dict[str, list[tuple[tuple[str, ...], AgreementKind]]] = {}
    for kind, names in _raw()["names"].items():
        for name in names:
            words = tuple(name.split())
            table.setdefault(words[0], []).append((words, AgreementKind(kind)))
    return {word: tuple(entries) for word, entries in table.items()}


def owner(words: str) -> str | None:
    """The key of the organisation whose instrument something is by its name; ``None`` where the name tells nothing."""
    folded = f" {words.casefold()} "
    return next((key for key, names in _raw()["owners"].items() if any(f" {n} " in folded for n in names)), None)
