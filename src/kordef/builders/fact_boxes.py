"""Boxes of facts: short lines on one thing, each a label with what it labels: "Location: Norway. Dates: 4-15 March."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page

__all__ = ["Box", "Fact", "boxes"]

_LONGEST_LABEL = 4
_LONGEST_HEAD = 12
_FEWEST = 3
"""So many labels, one below the other, make a box."""


@frozen(kw_only=True)
class Fact:
    """What stands behind a label: the tokens of ``line`` from ``at`` on."""

    label: str
    line: Line
    at: int

    @property
    def tokens(self) -> Sequence[Token]:
        return self.line.tokens[self.at :]


@frozen(kw_only=True)
class Box:
    """The facts of a box in order; ``head`` is the line above it that names what it is about, where there is one."""

    facts: tuple[Fact, ...]
    head: Line | None

    def first(self, labels: frozenset[str]) -> Fact | None:
        """The first fact with one of some labels."""
        return next((fact for fact in self.facts if fact.label in labels), None)


def boxes(page: Page) -> Iterator[Box]:
    """The boxes of a page."""
    facts: list[Fact] = []
    head: Line | None = None
    last: Line | None = None
    for line in page.lines:
        fact = _fact(line)
        joined = last is not None and last.story == line.story and line.block - last.block <= 1
        if facts and (fact is None or not joined):
            if len(facts) >= _FEWEST:
                yield Box(facts=tuple(facts), head=head)
            facts = []
        if fact is not None:
            if not facts:
                head = last if joined and last is not None and len(last.tokens) <= _LONGEST_HEAD else None
            facts.append(fact)
        last = line
    if len(facts) >= _FEWEST:
        yield Box(facts=tuple(facts), head=head)


def _fact(line: Line) -> Fact | None:
    tokens = line.tokens
    for at in range(1, min(_LONGEST_LABEL + 1, len(tokens) - 1)):
        if tokens[at].text == ":":
            plain = all(t.kind == "word" for t in tokens[:at])
            return Fact(label=" ".join(t.text for t in tokens[:at]), line=line, at=at + 1) if plain else None
    return None
