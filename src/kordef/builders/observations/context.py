"""What stands around a sentence: its paragraph, the title and lead of its story, and who was named before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from attrs import evolve, frozen

from kordef.builders.grammar.tokens import Line
from kordef.builders.observations.indicators import Row, is_about_defence, row_of
from kordef.builders.observations.names import Area, areas, governed
from kordef.builders.page import Page
from kordef.builders.topics import speaks_of_core
from kordef.document import Block, BlockKind
from kordef.mentions.model import ActorMention, DateMention, WeaponMention
from kordef.vocabulary import ActorKind, EvidenceKind

__all__ = ["Publisher", "Surroundings"]

_TOLD = frozenset([BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM])

_LEAD = 4
"""The sentences of a story that may say whose report it is about, the title left out."""

_LONGEST = 200
"""The words of a sentence that are read together."""

_AROUND = 24
"""How many sentences before and behind a table may speak of it."""

_SHORT = 1500
"""The characters of a story that is about one thing."""

_SEVERAL = 3
"""How many sentences about defence make a story one that is."""

_FIGURES = 12
"""How many short lines may stand below a heading of figures."""

_RIVALS = 6
"""How many firms of a paragraph may be passed over that others are set beside."""
_BACK = 6
"""The sentences of a paragraph that are looked back to."""


@frozen(kw_only=True)
class Publisher:
    """Who says so: a name with its mention, or the words for somebody without a name ("Korean media")."""

    name: str
    start: int
    end: int
    actor: ActorMention | None = None
    kind: EvidenceKind = EvidenceKind.STATED
    surveys: bool = False
    """Whether it is one whose poll or survey is told of, which the sentences behind go on with."""

    @property
    def publishes(self) -> bool:
        """Whether it publishes data for a living."""
        return self.actor is not None and self.actor.kind is ActorKind.RESEARCH_INSTITUTE

    @property
    def measures(self) -> bool:
        """Whether it is an organisation of states, which counts what its members have and spend."""
        return self.actor is not None and self.actor.kind is ActorKind.IGO

    @property
    def speaks_for_others(self) -> bool:
        """Whether the figures need not be its own; a firm or state mostly speaks of itself."""
        return self.actor is None or self.actor.kind not in (ActorKind.COMPANY, ActorKind.STATE)


class Surroundings:
    """A page with its sentences by paragraph and story; rows are made once, when they are asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._rows: dict[int, Row] = {}
        self._areas: dict[int, Sequence[Area]] = {}
        self._blocks: dict[int, list[Line]] = {}
        self._stories: dict[int, list[Line]] = {}
        self._about: dict[int, bool] = {}
        self._densities: dict[int, bool] = {}
        self._paragraphs: dict[int, int] = {}
        self._headings: list[Line] = []
        last: Line | None = None
        self.lines = tuple(part for line in page.lines for part in _parts(line))
        """The sentences of the page, overlong ones in parts."""
        for line in self.lines:
            # the items of a list go on with one another
            runs_on = (
                last is not None and last.kind is line.kind is BlockKind.LIST_ITEM and line.block - last.block <= 1
            )
            self._paragraphs[line.block] = self._paragraphs[last.block] if last is not None and runs_on else line.block
            last = line
            if line.kind is BlockKind.HEADING:
                self._headings.append(line)
            self._blocks.setdefault(self._paragraphs[line.block], []).append(line)
            self._stories.setdefault(line.story, []).append(line)
        self._currencies: dict[int, str | None] = {}
        for value in page.mentions.values:
            if value.kind == "money":
                known = self._currencies.setdefault(value.story, value.unit)
                self._currencies[value.story] = known if known == value.unit else None
        self._actors: dict[tuple[int, str], list[ActorMention]] = {}
        for actor in page.mentions.actors:
            self._actors.setdefault((actor.story, str(actor.kind)), []).append(actor)
        self._firms: dict[tuple[int, str], ActorMention] | None = None
        self._weapons: dict[int, list[WeaponMention]] = {}
        for weapon in page.mentions.weapons:
            if weapon.form == "name":
                self._weapons.setdefault(weapon.story, []).append(weapon)

    def areas(self, row: Row) -> Sequence[Area]:
        """All areas, actors and named weapons of a sentence."""
        known = self._areas.get(row.line.start)
        if known is None:
            known = self._areas[row.line.start] = tuple(areas(self.page, row))
        return known

    def paragraph(self, line: Line) -> int:
        """The block in which the paragraph of a sentence begins; a list is one paragraph."""
        return self._paragraphs[line.block]

    def row(self, line: Line) -> Row:
        """A sentence with its senses."""
        row = self._rows.get(line.start)
        if row is None:
            row = self._rows[line.start] = row_of(line)
        return row

    def before(self, line: Line) -> Iterator[Row]:
        """The sentences before one in its paragraph, the nearest first, then the title of its story."""
        block = self._blocks.get(self._paragraphs.get(line.block, -1), [])
        at = bisect_left(block, line.start, key=lambda other: other.start)
        for other in reversed(block[max(0, at - _BACK) : at]):
            yield self.row(other)
        title = self.title(line.story)
        if title is not None and title.line.start < line.start:
            yield title

    def after(self, line: Line) -> Row | None:
        """The next sentence of the paragraph."""
        block = self._blocks.get(self._paragraphs.get(line.block, -1), [])
        at = bisect_left(block, line.start, key=lambda other: other.start) + 1
        return self.row(block[at]) if at < len(block) else None

    def heading(self, line: Line) -> Line | None:
        """The heading under which a sentence stands."""
        at = bisect_right(self._headings, line.start, key=lambda other: other.start)
        heading = self._headings[at - 1] if at else None
        return heading if heading is not None and heading.story == line.story else None

    def headings_before(self, line: Line) -> Iterator[Line]:
        """The headings above a line in its story, the nearest first."""
        at = bisect_left(self._headings, line.start, key=lambda other: other.start)
        for heading in reversed(self._headings[max(0, at - _FIGURES) : at]):
            if heading.story != line.story:
                return
            yield heading

    def title(self, story: int) -> Row | None:
        """The title of a story, ``None`` where it has none."""
        span = self.page.document.stories[story].title
        lines = self._stories.get(story, [])
        return (
            self.row(lines[0]) if span is not None and lines and lines[0].start <= span.start < lines[0].end else None
        )

    def of_story(self, story: int) -> Sequence[Line]:
        """The sentences of a story."""
        return self._stories.get(story, ())

    def lead(self, story: int) -> Iterator[Row]:
        """The title and first sentences of a story."""
        lines = (line for line in self._stories.get(story, []) if line.kind in _TOLD)
        return map(self.row, islice(lines, _LEAD + 1))

    def behind(self, block: Block, most: int) -> list[Line]:
        """The first sentences behind a block."""
        lines = self._stories.get(block.story, [])
        at = bisect_left(lines, block.end, key=lambda line: line.start)
        return lines[at : at + most]

    def ahead(self, block: Block) -> Line | None:
        """The last line before a block."""
        lines = self._stories.get(block.story, [])
        at = bisect_left(lines, block.start, key=lambda line: line.start)
        return lines[at - 1] if at else None

    def about_table(self, block: Block, number: int) -> Row | None:
        """The sentence that speaks of a table by its number, else the one before it."""
        lines = self._stories.get(block.story, [])
        at = bisect_left(lines, block.start, key=lambda line: line.start)
        ahead = [line for line in reversed(lines[max(0, at - _AROUND) : at]) if line.kind in _TOLD]
        for line in (*ahead, *lines[at : at + _AROUND]):
            if line.kind is not BlockKind.TABLE_TITLE and _speaks_of(line, str(number)):
                return self.row(line)
        return self.row(ahead[0]) if ahead else None

    def name_of(self, mention: ActorMention) -> str:
        """The name of an actor as the text writes it; its proper name where the text has other words for it."""
        record = self.page.actors.get(self.page.actor_ids.get((mention.story, mention.key), ""))
        named = mention.form in ("name", "short") and mention.exact[:1].isupper()
        return mention.exact if named or record is None else record.name

    def named(self, story: int, kind: str, start: int) -> ActorMention | None:
        """The actor of a kind that a story named last before a place.

        A firm is that which the paragraph named first, else that of the title, which a release speaks of all along.
        """
        actors = self._actors.get((story, kind), [])
        at = bisect_left(actors, start, key=lambda actor: actor.start)
        last = actors[at - 1] if at else None
        if kind == str(ActorKind.STATE):
            return self._state(story, actors[:at]) or last
        if last is None or kind != str(ActorKind.COMPANY):
            return last
        lines = self._stories.get(story, [])
        here = bisect_right(lines, start, key=lambda line: line.start) - 1
        paragraph = self._blocks.get(self.paragraph(lines[here]), []) if here >= 0 else []
        begin = paragraph[0].start if paragraph else start
        title = self.title(story)
        if last.start >= begin:
            first = bisect_left(actors, begin, key=lambda actor: actor.start)
            return next(
                (a for a in actors[first : min(at, first + _RIVALS)] if not self._is_governed(a, paragraph)),
                actors[first],
            )
        titled = (a for a in actors[:at] if title is not None and a.start < title.line.end)
        return next(titled, last)

    def _is_governed(self, actor: ActorMention, paragraph: Sequence[Line]) -> bool:
        """Whether a preposition governs a name: "unlike rivals such as Thales and Leonardo, the firm"."""
        here = bisect_right(paragraph, actor.start, key=lambda line: line.start) - 1
        if here < 0:
            return False
        line = paragraph[here]
        at = next((k for k, token in enumerate(line.tokens) if token.start <= actor.start < token.end), None)
        return at is not None and governed(self.row(line), at)

    def adjectival(self, story: int) -> ActorMention | None:
        """The state that a story names first by its adjective: "German exports"."""
        states = self._actors.get((story, str(ActorKind.STATE)), [])
        return next((a for a in states if a.form == "adjective"), None)

    def first_firm(self, story: int) -> ActorMention | None:
        """The firm that a story names first, for a heading above it."""
        return next(iter(self._actors.get((story, str(ActorKind.COMPANY)), [])), None)

    def firm_called(self, story: int, name: str) -> ActorMention | None:
        """The firm that a story names by a word."""
        if self._firms is None:
            firms = (a for a in self.page.mentions.actors if a.kind is ActorKind.COMPANY)
            self._firms = {(a.story, a.exact): a for a in firms}
        return self._firms.get((story, name))

    def principal(self, story: int) -> ActorMention | None:
        """The state in a story's title, else the one that it speaks of most; ``None`` where two are spoken of alike."""
        return self._state(story, self._actors.get((story, str(ActorKind.STATE)), []))

    def _state(self, story: int, named: Sequence[ActorMention]) -> ActorMention | None:
        """Whose government "the government" is: the state in the title, else the one that the story speaks of most."""
        title = self.title(story)
        own = [a for a in named if not a.as_place]
        titled = {a.key for a in own if title is not None and a.start < title.line.end}
        if len(titled) == 1:
            return next(a for a in own if a.key in titled)
        every = [a for a in self._actors.get((story, str(ActorKind.STATE)), []) if not a.as_place]
        best = _most_named(a.key for a in every)
        return next((a for a in every if a.key == best), None)

    def of_currency(self, story: int, code: str) -> ActorMention | None:
        """The state that a story names and whose own currency a sum is in; the euro and the dollar are everybody's."""
        if code in ("EUR", "USD"):
            return None
        states = self._actors.get((story, str(ActorKind.STATE)), ())
        return next((a for a in states if a.key == f"state:{code[:2]}"), None)

    def published(self, story: int) -> str | None:
        """The day on which a story was published, or what is known of it: "2024-03-12", "2024-03"."""
        periods = self.page.mentions.published
        known = periods[story] if story < len(periods) else None
        return known.edtf if known is not None else None

    def currency(self, story: int) -> str | None:
        """The currency in which all sums of a story are; ``None`` where it has none or several."""
        return self._currencies.get(story)

    def home(self, story: int) -> ActorMention | None:
        """The state whose offices a story names most: whose ministry answers, whose agency buys."""
        offices = self._actors.get((story, str(ActorKind.GOVERNMENT_BODY)), ())
        best = _most_named(a.acts_for for a in offices if a.acts_for)
        return next((a for a in self._actors.get((story, str(ActorKind.STATE)), ()) if a.key == best), None)

    def date_before(self, story: int, start: int) -> DateMention | None:
        """The date that a story gave last before a place, its dateline left out."""
        dates = self.page.mentions.dates
        at = bisect_left(dates, start, key=lambda date: date.start)
        return next(
            (d for d in reversed(dates[max(0, at - 8) : at]) if d.story == story and not d.dateline and d.period.edtf),
            None,
        )

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
            known = (
                is_about_defence(self._blocks.get(self._paragraphs.get(block, -1), []))
                or is_about_defence([title.line] if title is not None else self._stories.get(story, [])[:2])
                or self._names_weapon(story)
                or self._is_dense(story)
                or self._is_short(story)
            )
            self._about[block] = known
        return known

    def speaks_of_defence(self, story: int) -> bool:
        """Whether several sentences of a story are about defence, so that its short lines of figures are as well."""
        lines = self._stories.get(story, [])
        return sum(is_about_defence([line]) for line in lines) >= _SEVERAL

    def is_about_defence_before(self, block: Block) -> bool:
        """Whether the paragraph before a table is about defence, or its story is."""
        lines = self._stories.get(block.story, [])
        at = bisect_left(lines, block.start, key=lambda line: line.start)
        return self.is_about_defence(lines[at - 1].block if at else -1, block.story)

    def _names_weapon(self, story: int) -> bool:
        """Whether the first sentences of a story name a weapon system."""
        weapons, lines = self._weapons.get(story, []), self._stories.get(story, [])
        told = [line for line in lines[: _LEAD + 1] if line.kind in _TOLD][:3]
        return bool(weapons and told) and told[0].start <= weapons[0].start < told[-1].end

    def _is_short(self, story: int) -> bool:
        """Whether a story with a word of the subject's core is that short that all of it is about one thing."""
        lines = self._stories.get(story, [])
        if not lines or lines[-1].end - lines[0].start >= _SHORT:
            return False
        return speaks_of_core(self.page, lines[0].start, lines[-1].end)

    def _is_dense(self, story: int) -> bool:
        """Whether at least a third of a story's sentences are about defence, or a fifth of a long one's."""
        known = self._densities.get(story)
        if known is None:
            lines = self._stories.get(story, [])
            about = sum(is_about_defence([line]) for line in lines)
            known = self._densities[story] = 3 * about >= len(lines) or (about >= 6 and 5 * about >= len(lines))
        return known


def _most_named(keys: Iterable[str]) -> str | None:
    """The key that stands most often among some; ``None`` where two do so alike."""
    ahead = Counter(keys).most_common(2)
    return ahead[0][0] if ahead and (len(ahead) == 1 or ahead[0][1] > ahead[1][1]) else None


def _parts(line: Line) -> Iterator[Line]:
    """A sentence in parts that people could have written, so that no work grows with the square of its length."""
    tokens = line.tokens
    if len(tokens) <= _LONGEST:
        yield line
        return
    for at in range(0, len(tokens), _LONGEST):
        part = tokens[at : at + _LONGEST]
        yield evolve(line, tokens=part, start=part[0].start, end=part[-1].end)


def _speaks_of(line: Line, number: str) -> bool:
    """Whether a sentence says "Table 2"."""
    tokens = line.tokens
    return any(t.text == "table" and k + 1 < len(tokens) and tokens[k + 1].text == number for k, t in enumerate(tokens))
