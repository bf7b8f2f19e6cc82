"""The frames of a data file, and the words of a sentence that may be triggers of them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from attrs import field, frozen

from kordef.builders.grammar.verbs import Inflection, inflections
from kordef.builders.grammar.word_classes import PREPOSITIONS, plural_of
from kordef.errors import CatalogueError

__all__ = ["Frame", "Frames", "Step", "VerbTrigger", "load"]


@frozen(kw_only=True)
class Frame:
    """One frame; ``settings`` are the keys that only its builder understands ("stage", "kind", ...)."""

    id: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    roles: Mapping[str, str] = field(factory=dict[str, str])
    noun_roles: Mapping[str, str] = field(factory=dict[str, str])
    settings: Mapping[str, Any] = field(factory=dict[str, Any])
    examples: tuple[Mapping[str, Any], ...] = ()


@frozen
class Step:
    """A further word of a trigger: how it may be written, and how many tokens may stand before it.

    ``behind`` is set for a preposition that a date may come before ("told Congress on Wednesday of"), ``far`` for a word
    behind the object ("have … on order").
    """

    forms: tuple[str, ...]
    gap: int
    behind: bool = False
    far: bool = False


@frozen
class VerbTrigger:
    """A verb in one of its forms, with the further words of its frame's trigger and the steps that find them."""

    frame: Frame
    rest: tuple[str, ...]
    inflection: Inflection
    steps: tuple[Step, ...]


_MANY = 8
"""A verb of more triggers is looked up by their further words."""


@frozen(kw_only=True)
class Frames:
    """The frames of one builder with their triggers, ready for :func:`find`."""

    frames: tuple[Frame, ...]
    verb_forms: Mapping[str, tuple[VerbTrigger, ...]]
    noun_forms: Mapping[str, tuple[tuple[Frame, tuple[str, ...]], ...]]

    @cached_property
    def needs(self) -> Mapping[str, frozenset[str]]:
        """For verbs that are triggers only with a further word, what that may be."""
        return {
            word: frozenset(form for trigger in triggers for form in trigger.steps[0].forms)
            for word, triggers in self.verb_forms.items()
            if all(trigger.steps for trigger in triggers)
        }

    @cached_property
    def _ranks(self) -> Mapping[str, tuple[tuple[int, ...], Mapping[str, tuple[int, ...]]]]:
        """For verbs of many triggers the places in their list: of those without a further word, and of others by that word."""
        table: dict[str, tuple[tuple[int, ...], Mapping[str, tuple[int, ...]]]] = {}
        for word, triggers in self.verb_forms.items():
            if len(triggers) > _MANY:
                forms = {form for trigger in triggers if trigger.steps for form in trigger.steps[0].forms}
                by_form = {
                    form: tuple(n for n, t in enumerate(triggers) if t.steps and form in t.steps[0].forms)
                    for form in forms
                }
                table[word] = tuple(n for n, t in enumerate(triggers) if not t.steps), by_form
        return table

    def triggers_in(self, word: str, texts: frozenset[str]) -> Sequence[VerbTrigger]:
        """The triggers of a verb, of many only those that need no further word or one that is among some texts, in order."""
        triggers = self.verb_forms[word]
        if len(triggers) <= _MANY:
            return triggers
        alone, by_form = self._ranks[word]
        ranks = set(alone).union(*[by_form[form] for form in by_form.keys() & texts])
        return [triggers[n] for n in sorted(ranks)]

    @cached_property
    def words(self) -> frozenset[str]:
        """The first words of all triggers: a sentence with none of them has no match."""
        return frozenset(self.verb_forms) | frozenset(self.noun_forms)


@cache
def load(name: str) -> Frames:
    """The frames of ``builders/data/{name}.toml``."""
    raw = tomllib.loads(files("kordef.builders").joinpath("data", f"{name}.toml").read_text("utf-8"))
    frames = tuple(_frame(entry, name) for entry in raw["frame"])
    verb_forms: dict[str, list[VerbTrigger]] = {}
    noun_forms: dict[str, list[tuple[Frame, tuple[str, ...]]]] = {}
    for frame in frames:
        for phrase in frame.verbs:
            lemma, *rest = phrase.split()
            steps = tuple(_steps(rest))
            for word, known in inflections([lemma]).items():
                for inflection in known:
                    verb_forms.setdefault(word, []).append(VerbTrigger(frame, tuple(rest), inflection, steps))
        for phrase in frame.nouns:
            first, *rest = phrase.split()
            plural = plural_of(rest[-1] if rest else first)
            for last in dict.fromkeys([rest[-1] if rest else first, plural]):
                words = (first, *rest[:-1], last) if rest else (last,)
                noun_forms.setdefault(words[0], []).append((frame, words[1:]))
    # longer triggers first, so that "take delivery of" wins over "take"
    return Frames(
        frames=frames,
        verb_forms={w: tuple(sorted(v, key=lambda x: -len(x.rest))) for w, v in verb_forms.items()},
        noun_forms={w: tuple(sorted(v, key=lambda x: -len(x[1]))) for w, v in noun_forms.items()},
    )


def _frame(entry: dict[str, Any], name: str) -> Frame:
    known = {"id", "verbs", "nouns", "roles", "noun_roles", "examples"}
    if not entry.get("id") or not (entry.get("verbs") or entry.get("nouns")):
        raise CatalogueError(f"{name}.toml: a frame needs an id and verbs or nouns, found {sorted(entry)}")
    return Frame(
        id=entry["id"],
        verbs=tuple(entry.get("verbs", ())),
        nouns=tuple(entry.get("nouns", ())),
        roles=entry.get("roles", {}),
        noun_roles=entry.get("noun_roles", {}),
        settings={k: v for k, v in entry.items() if k not in known},
        examples=tuple(entry.get("examples", ())),
    )


def _steps(rest: Sequence[str]) -> Iterator[Step]:
    """The steps to the further words of a trigger; up to six words may stand before each ("signed a $2 billion contract").

    A further word "~" allows no gap before the next one, "…" one that holds the object ("have … on order").
    """
    before = ""
    for word in rest:
        if word not in ("~", "…"):
            behind = word in PREPOSITIONS and before != "~"
            yield Step((word, plural_of(word)), 0 if before == "~" or behind else 6, behind, far=before == "…")
        before = word
