"""Whom the story has spoken of so far: in its title and headings, and in the sentences of the paragraph."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from kordef.builders.agreements.sides import firms_of, merged, spoken_of
from kordef.builders.grammar.tokens import Line
from kordef.builders.page import Page
from kordef.builders.parties import Side, acting_in, focus, implied, side_of
from kordef.document import BlockKind
from kordef.vocabulary import ActorKind, EvidenceKind

__all__ = ["InView"]

_COUNTED = {"two": 2, "three": 3, "four": 4, "ministers": 0, "leaders": 0}
"""How many "the two", "the leaders" are; 0 for any number."""


class InView:
    """Remembers whom a story is about and who acted in its last sentences, for what the next one leaves out."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.focus = focus(page)
        self.firms = firms_of(page)
        self.headed: tuple[int, str] | None = None
        """The organisation of the last heading, with its story."""
        self.titled: tuple[int, list[Side]] = (-1, [])
        """Whom the last title or heading names, with its story."""
        self.several: tuple[int, int, list[Side]] | None = None
        """The last two or more who acted in one sentence, with its block and story."""
        self.company: list[Side] = []
        """The firms of the last sentence that named any."""
        self.before: tuple[int, list[Side]] = (-1, [])
        """Who acted in the last sentence, with its block."""
        self.paragraph: list[tuple[Sequence[Side], Sequence[Side]]] = []
        """Who acts and who is spoken of at all in each sentence of the paragraph so far."""

    def head(self, line: Line) -> None:
        """Note the organisation that a heading or a question asks about: "And with NATO?"."""
        if line.kind in (BlockKind.TITLE, BlockKind.HEADING):
            states = [s for i in line.actors if (s := side_of(self.page, line.tokens[i], i)) is not None and s.state]
            self.titled = (line.story, merged(states))
        if line.kind is BlockKind.TITLE:
            return
        bodies = [s.key for s in spoken_of(self.page, line) if s.key.startswith("organisation:")]
        self.headed = (line.story, bodies[0]) if len(bodies) == 1 else None

    def remember(self, line: Line) -> None:
        """Keep who acts in a sentence, for the next one of its paragraph."""
        every = acting_in(self.page, line)
        sides = [s for s in every if not s.company and s.state]
        firms = [s for s in every if s.company]
        self.company = firms or self.company
        if len(together := merged(sides)) > 1:
            self.several = (line.block, line.story, together)
        if self.before[0] != line.block:
            self.paragraph.clear()
        self.paragraph.append((merged(sides), spoken_of(self.page, line)))
        self.before = (line.block, sides)

    def earlier(self, block: int) -> list[Side]:
        """Who acted in the sentence before, if it stands in the same paragraph."""
        return merged(self.before[1]) if self.before[0] == block else []

    def two_firms(self, line: Line) -> list[Side]:
        """Whom "the two companies" means: the two that a sentence of the paragraph before named, or else the story."""
        return [implied(s) for s in self.company] if len(self.company) == 2 else self.firms.get(line.story, [])[:2]

    def told(self, block: int, count: int) -> list[Side]:
        """The last ``count`` that a sentence of the paragraph has act, or else speaks of."""
        if self.before[0] != block:
            return []
        for which in (0, 1):
            for sentence in reversed(self.paragraph):
                if len(sentence[which]) == count:
                    return [implied(s) for s in sentence[which]]
        return []

    def releasing(self, story: int) -> Side | None:
        """The firm that a story's title names and no state with it."""
        span = self.page.document.stories[story].title
        if span is None:
            return None
        titled = [a for a in self.page.mentions.actors if a.story == story and span.start <= a.start < span.end]
        firms = {a.key for a in titled if a.kind is ActorKind.COMPANY}
        if len(firms) != 1 or any(a.kind is not ActorKind.COMPANY for a in titled):
            return None
        return Side(key=titled[0].key, witness=titled[0], company=True, kind=EvidenceKind.IMPLIED)

    def they(self, line: Line) -> list[Side] | None:
        """Whom "they" or "the three" at the beginning of a sentence means: all of the last who acted together."""
        first = [t.text for t in line.tokens[:2]]
        if not first or self.several is None or line.block - self.several[0] > 1 or self.several[1] != line.story:
            return None
        count = _COUNTED.get(first[-1]) if first[0] == "the" else 0 if first[0] == "they" else None
        sides = self.several[2]
        if count is None or (count and len(sides) != count):
            return None
        return [implied(s) for s in sides]

    def teller(self, others: Collection[str | None]) -> list[Side]:
        """The first who acted in the sentence before and is none of the others."""
        return [implied(s) for s in merged(self.before[1]) if s.state not in others][:1]

    def shared(self, line: Line, mine: Iterable[Side]) -> list[Side]:
        """The party that agreements "of their own" share with the one the story is about: an organisation first."""
        keys = {s.state for s in mine}
        known = [s for s in self.focus.get(line.story, []) if s.key not in keys]
        return [s for s in known if s.key.startswith("organisation:")][:1] or known[:1]
