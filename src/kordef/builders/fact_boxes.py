"""Boxes of facts: short lines on one thing, each a label with what it labels: "Location: Norway. Dates: 4-15 March."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import frozen

from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page

__all__ = ["STRENGTHS", "Box", "Fact", "boxes", "strength_lines"]

STRENGTHS = frozenset(
    "troops,troop strength,strength,personnel,soldiers,participants,forces,number of troops,manpower,size".split(",")
)
"""Labels of how many soldiers take part, or stand somewhere."""
_EVENTS = ("exercise", "operation", "mission", "battlegroup", "contingent", "detachment", "deployed to")
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


def strength_lines(page: Page) -> frozenset[int]:
    """Where the lines begin that tell how many take part in the exercise or mission of a box."""
    if not any(word in page.document.text.casefold() for word in _EVENTS):
        return frozenset()
    found: set[int] = set()
    for box in boxes(page):
        told = [fact.line.start for fact in box.facts if fact.label in STRENGTHS]
        if told and any(
            word in page.document.text[_begin(box) : box.facts[-1].line.end].casefold() for word in _EVENTS
        ):
            found.update(told)
    return frozenset(found)


def _begin(box: Box) -> int:
    return box.head.start if box.head is not None else box.facts[0].line.start
