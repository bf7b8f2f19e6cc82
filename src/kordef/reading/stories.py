"""Blocks and stories from the drafts: sections, sentences, repetitions, datelines."""

from __future__ import annotations

from kordef.document import Block, BlockKind, Span, Story
from kordef.reading import sentences, zones
from kordef.reading.blocks import Draft, credit, drafts
from kordef.reading.datelines import Dateline, dateline
from kordef.reading.furniture import phrases
from kordef.reading.pages import captions, edges, head, same_words, settle
from kordef.vocabulary import Section

__all__ = ["parts"]

_SECTIONS = {BlockKind.CAPTION: Section.CAPTION, BlockKind.TABLE: Section.TABLE, BlockKind.TABLE_TITLE: Section.TABLE}
_WHOLE = frozenset(
    (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HEADING, BlockKind.BYLINE, BlockKind.DATE, BlockKind.TABLE_TITLE)
)
_SILENT = frozenset((BlockKind.BOILERPLATE, BlockKind.TABLE))
_SHORT_MAY_REPEAT = frozenset((BlockKind.TITLE, BlockKind.CAPTION, BlockKind.BYLINE))
_SHORTEST_REPEAT = 25
_LATEST_DATELINE = 4
"""A dateline stands in one of the first paragraphs; further down it would be a quotation."""


def parts(text: str) -> tuple[tuple[Block, ...], tuple[Story, ...]]:
    """The blocks and stories of a text. A text without words has neither blocks nor stories."""
    found = drafts(text)
    edges(found)
    found = head(text, found)
    embedded = zones.mark(text, found)
    settle(found)
    captions(found)
    if len(found) == 1 and found[0].kind is BlockKind.BOILERPLATE:
        # "10%" and nothing else is what somebody wanted to have read.
        found[0].kind = None
    if not found:
        return (), ()
    grouped: list[list[Draft]] = [[] for _ in range(len(embedded) + 1)]
    for draft in found:
        grouped[draft.story].append(draft)
    stories = [_story(text, grouped[0], None)]
    stories += [_story(text, grouped[i], article) for i, article in enumerate(embedded, 1)]
    return tuple(_blocks(text, found, stories)), tuple(story for story, _ in stories)


def _blocks(text: str, found: list[Draft], stories: list[tuple[Story, Dateline | None]]) -> list[Block]:
    repeats = _Repeats(text)
    blocks: list[Block] = []
    for draft in found:
        kind = draft.kind or BlockKind.PARAGRAPH
        section = _SECTIONS.get(kind, Section.BODY)
        blocks.append(
            Block(
                kind=kind,
                start=draft.start,
                end=draft.end,
                section=Section.EMBEDDED if draft.story else section,
                story=draft.story,
                sentences=_sentences(text, draft, kind, stories[draft.story][1]),
                table=draft.table if kind is BlockKind.TABLE else None,
                repeats=repeats.of(draft),
            )
        )
    return blocks


def _sentences(text: str, draft: Draft, kind: BlockKind, printed: Dateline | None) -> tuple[Span, ...]:
    if kind in _SILENT:
        return ()
    if kind in _WHOLE:
        return (Span(draft.start, draft.end),)
    if printed and printed.whole.start == draft.start and printed.whole.end < draft.end:
        rest = printed.whole.end
        while text[rest].isspace():
            rest += 1
        return (printed.whole, *sentences.split(text, rest, draft.end))
    return draft.sentences or sentences.split(text, draft.start, draft.end)


class _Repeats:
    """Finds the earlier block of the same story with the same words; most blocks differ from all others in their first words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.openings: dict[tuple[int, str], int] = {}
        self.words: dict[tuple[int, str], int] = {}
        self.known: set[int] = set()
        self.drafts: list[Draft] = []

    def of(self, draft: Draft) -> int | None:
        position = len(self.drafts)
        self.drafts.append(draft)
        if draft.kind in _SILENT or (
            draft.end - draft.start < _SHORTEST_REPEAT and draft.kind not in _SHORT_MAY_REPEAT
        ):
            return None
        opening = (
            draft.story,
            same_words(self.text[draft.start : min(draft.end, draft.start + 2 * _SHORTEST_REPEAT)])[:_SHORTEST_REPEAT],
        )
        first = self.openings.setdefault(opening, position)
        if first == position:
            return None
        if first not in self.known:
            self._learn(first)
        earlier = self._learn(position)
        return None if earlier == position else earlier

    def _learn(self, position: int) -> int:
        draft = self.drafts[position]
        self.known.add(position)
        return self.words.setdefault((draft.story, same_words(self.text[draft.start : draft.end])), position)


def _story(text: str, own: list[Draft], article: zones.Embedded | None) -> tuple[Story, Dateline | None]:
    title = _first(own, BlockKind.TITLE)
    dates = [draft for draft in own if draft.kind is BlockKind.DATE and draft.date]
    dated = min(dates, key=lambda draft: draft.later, default=None)
    prose = [draft for draft in own if draft.is_prose]
    printed = _dateline(text, prose)
    agency = printed.agency if printed else None
    if agency is None and prose:
        # The credit may stand on a line of its own.
        closing = own[own.index(prose[-1]) + 1 :][:1]
        bare = next((draft for draft in closing if draft.kind is BlockKind.CAPTION), prose[-1])
        agency = _credited(text, prose[-1]) or _credited(text, bare)
    place = printed.place if printed else dated.place if dated else None
    signed = [draft for draft in own if draft.kind is BlockKind.BYLINE]
    outlet = article.outlet if article else next((draft for draft in signed if phrases().is_outlet(draft.text)), None)
    byline = next((draft for draft in signed if not outlet or same_words(draft.text) != same_words(outlet.text)), None)
    story = Story(
        start=own[0].start,
        end=own[-1].end,
        title=title,
        byline=_span(byline),
        dateline=printed.whole if printed else None,
        dateline_place=place,
        date_line=dated.date if dated else None,
        agency=agency,
        outlet=_span(outlet),
    )
    return story, printed


def _dateline(text: str, prose: list[Draft]) -> Dateline | None:
    """The story's dateline. One without a place must open the first paragraph, and no second: else it is a chronology's."""
    lines = [dateline(text, draft.start, draft.end) for draft in prose[:_LATEST_DATELINE]]
    for position, line in enumerate(lines):
        if line and line.place:
            return line
        if line and position == 0 and not (len(lines) > 1 and lines[1] and not lines[1].place):
            return line
    return None


def _credited(text: str, last: Draft) -> Span | None:
    """The agency in brackets behind the last paragraph: "(Yonhap)"."""
    name = credit(last.text if len(last.text) < 2000 else text[last.end - 180 : last.end])
    if name is None or not phrases().is_outlet(name):
        return None
    start = text.rindex(name, last.start, last.end)
    return Span(start, start + len(name))


def _first(own: list[Draft], kind: BlockKind) -> Span | None:
    return _span(next((draft for draft in own if draft.kind is kind), None))


def _span(draft: Draft | None) -> Span | None:
    return Span(draft.start, draft.end) if draft else None
