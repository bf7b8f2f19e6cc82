"""What stands around a sentence: its paragraph, the title and lead of its story, and who was named before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from kordef.builders.indicators import Row, is_about_defence, row_of
from kordef.builders.page import Page
from kordef.builders.tokens import Line
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention, WeaponMention

__all__ = ["Surroundings"]

_TOLD = frozenset([BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM])

_LEAD = 4
"""The sentences of a story that may say whose report it is about, the title left out."""

_BACK = 6
"""The sentences of a paragraph that are looked back to."""


class Surroundings:
    """A page with its sentences by paragraph and story; rows are made once, when they are asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._rows: dict[int, Row] = {}
        self._blocks: dict[int, list[Line]] = {}
        self._stories: dict[int, list[Line]] = {}
        self._about: dict[int, bool] = {}
        self._densities: dict[int, bool] = {}
        for line in page.lines:
            self._blocks.setdefault(line.block, []).append(line)
            self._stories.setdefault(line.story, []).append(line)
        self._actors: dict[tuple[int, str], list[ActorMention]] = {}
        for actor in page.mentions.actors:
            self._actors.setdefault((actor.story, str(actor.kind)), []).append(actor)
        self._weapons: dict[int, list[WeaponMention]] = {}
        for weapon in page.mentions.weapons:
            if weapon.form == "name":
                self._weapons.setdefault(weapon.story, []).append(weapon)

    def row(self, line: Line) -> Row:
        """A sentence with its senses."""
        row = self._rows.get(line.start)
        if row is None:
            row = self._rows[line.start] = row_of(line)
        return row

    def before(self, line: Line) -> Iterator[Row]:
        """The sentences before one in its paragraph, the nearest first, then the title of its story."""
        block = self._blocks.get(line.block, [])
        at = bisect_left(block, line.start, key=lambda other: other.start)
        for other in reversed(block[max(0, at - _BACK) : at]):
            yield self.row(other)
        title = self.title(line.story)
        if title is not None and title.line.start < line.start:
            yield title

    def title(self, story: int) -> Row | None:
        """The title of a story, ``None`` where it has none."""
        span = self.page.document.stories[story].title
        lines = self._stories.get(story, [])
        return self.row(lines[0]) if span is not None and lines and lines[0].start <= span.start < lines[0].end else None

    def lead(self, story: int) -> Iterator[Row]:
        """The title and first sentences of a story."""
        lines = (line for line in self._stories.get(story, []) if line.kind in _TOLD)
        return map(self.row, islice(lines, _LEAD + 1))

    def lines_of(self, story: int) -> list[Line]:
        """All sentences of a story."""
        return self._stories.get(story, [])

    def named(self, story: int, kind: str, start: int) -> ActorMention | None:
        """The actor of a kind that a story named last before a place."""
        actors = self._actors.get((story, kind), [])
        at = bisect_left(actors, start, key=lambda actor: actor.start)
        return actors[at - 1] if at else None

    def date_before(self, story: int, start: int) -> DateMention | None:
        """The date that a story gave last before a place, its dateline left out."""
        dates = self.page.mentions.dates
        at = bisect_left(dates, start, key=lambda date: date.start)
        return next((d for d in reversed(dates[max(0, at - 8) : at]) if d.story == story and not d.dateline and d.period.edtf), None)

    def weapon_meant(self, line: Line, start: int) -> WeaponMention | None:
        """The weapon that "the gun" means: the last one named in the paragraph, else that of the title, else the last one."""
        weapons = self._weapons.get(line.story, [])
        at = bisect_left(weapons, start, key=lambda weapon: weapon.start)
        if not at:
            return None
        title = self.title(line.story)
        own = weapons[at - 1].block == line.block
        titled = next((w for w in weapons[:at] if title is not None and w.start < title.line.end), None)
        return weapons[at - 1] if own or titled is None else titled

    def is_about_defence(self, block: int, story: int) -> bool:
        """Whether a paragraph, or else the title or a good part of its story, is about defence."""
        known = self._about.get(block)
        if known is None:
            title = self.title(story)
            known = is_about_defence(self._blocks.get(block, [])) or (title is not None and is_about_defence([title.line])) or self._is_dense(story)
            self._about[block] = known
        return known

    def _is_dense(self, story: int) -> bool:
        """Whether at least a third of a story's sentences are about defence."""
        known = self._densities.get(story)
        if known is None:
            lines = self._stories.get(story, [])
            known = self._densities[story] = 3 * sum(is_about_defence([line]) for line in lines) >= len(lines)
        return known
