"""Recognition of dates: every expression of calendar time in a document, worked out to EDTF.

The grammar (:mod:`kordef.mentions.dates.grammar`) says what the words say, the resolver
(:mod:`kordef.mentions.dates.anchors`) what that means beside the date of the text and the dates spoken of before. A date
that cannot be worked out is kept with its words; what a rule supplied, above all a year, is said in ``inferred``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from kordef.document import Block, BlockKind, Document, Span, Table
from kordef.mentions.columns import counted_columns
from kordef.mentions.dates.anchors import Resolver
from kordef.mentions.dates.entries import entry_heads, entry_now
from kordef.mentions.dates.forms import Day, Division, Found, Interval, Month, Year
from kordef.mentions.dates.grammar import scan
from kordef.mentions.dates.memory import Now
from kordef.mentions.dates.publication import Publication, publications
from kordef.mentions.model import DateMention
from kordef.mentions.triggers import small
from kordef.periods import Period
from kordef.trusted import trusted
from kordef.vocabulary import Section

__all__ = ["dates_and_publication", "dates_in", "find_dates", "publication_dates"]


_PERIOD = trusted(Period)
_MENTION = trusted(DateMention)
_FEDERAL = (
    "Defense Security Cooperation Agency", "DSCA", "Foreign Military Sale", "US fiscal year", "U.S. fiscal year",
)  # fmt: skip
"""What marks a text whose fiscal years are those of the United States government."""


_HEADINGS = (BlockKind.HEADING, BlockKind.SUBTITLE)
_LAST_SEASON = 24
"""The last EDTF code of a season; those of quarters and halves are higher."""

_GAME = re.compile(
    r"\b(?:touchdowns?|quarterbacks?|field goals?|linebackers?|end zone|yard line|rushing yards|fumbles?|halftime|half-time"
    r"|three-pointers?|free throws?|point guard|goalkeepers?|midfielders?|playoffs?|play-offs?|NFL|NBA|tip-off)\b",
)
"""Words of games that are played in quarters and halves."""

_DATED_FOOTER = re.compile(
    r"(?:Generated|Issued|Compiled|Data as (?:of|at)|As (?:of|at)|Status|Date)(?: on)?:? *[0-9A-Z]"
    r"|\|? *(?:[A-Z][\w ]{0,40}, )?[Pp]ublished(?: on)?:? *[0-9A-Z]"
)
"""A line of page furniture that tells how old its page is: "Generated: 11 March 2026   Page 4 of 9", "published 3 May"."""


class _Place(NamedTuple):
    """A stretch of text to be read by itself: a block or a cell."""

    lo: int
    hi: int
    block: int
    story: int
    section: Section
    cell: tuple[int, int, int] | None


def find_dates(document: Document, published: Period | None = None) -> tuple[DateMention, ...]:
    """The dates of a document in the order of its text.

    ``published`` is when the page's own article was published, if it is known from elsewhere; otherwise that is taken
    from the document, or from its dateline and the years in its text. Relative dates in an embedded story are counted
    from that story's date.
    """
    return dates_and_publication(document, published)[0]


def publication_dates(document: Document, published: Period | None = None) -> tuple[Period | None, ...]:
    """When each story of a document was published: as known, as printed in its dateline, or with the year worked out.

    ``None`` where neither is possible ("18 hours ago").
    """
    forms = _read(document)
    found = publications(document, published or document.published, _by_story(document, forms))
    return tuple(p.period for p in found)


def dates_and_publication(
    document: Document, published: Period | None = None
) -> tuple[tuple[DateMention, ...], tuple[Period | None, ...]]:
    """What :func:`find_dates` and :func:`publication_dates` give, from one reading of the text."""
    forms = _read(document)
    stories = publications(document, published or document.published, _by_story(document, forms))
    return _resolved(document, forms, stories), tuple(story.period for story in stories)


def dates_in(text: str, anchor: date | None = None) -> tuple[DateMention, ...]:
    """The dates in a plain text, relative ones counted from ``anchor``; without it they stay unresolved."""
    now = Now(anchor.isoformat(), anchor, anchor) if anchor is not None else None
    forms = scan(text, small(text), 0, len(text))
    resolver = Resolver(text, now, month_first=_month_first(forms, text))
    place = _Place(0, len(text), 0, 0, Section.BODY, None)
    return tuple(_mentions(text, resolver, [(place, f) for f in forms], ()))


class _Entries:
    """The entries of a chronology, of which ``heads`` are the blocks with their dates."""

    def __init__(self, document: Document, heads: frozenset[int]) -> None:
        self.heads = heads
        ends = (n for n, block in enumerate(document.blocks) if block.kind in _HEADINGS and n not in heads)
        self._bounds = sorted((*heads, *ends))

    def entry_of(self, block: int) -> int | None:
        """The block with the date that a block stands below."""
        at = bisect_left(self._bounds, block)
        return self._bounds[at - 1] if at and self._bounds[at - 1] in self.heads else None


def _read(document: Document) -> list[tuple[_Place, Found]]:
    """The date forms of a document, each with the stretch of text that it stands in."""
    text, lowered = document.text, small(document.text)
    return [(place, found) for place in _places(document) for found in scan(text, lowered, place.lo, place.hi)]


def _places(document: Document) -> Iterator[_Place]:
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.BOILERPLATE and not _DATED_FOOTER.match(document.text, block.start, block.end):
            continue
        if block.table is None:
            yield _Place(block.start, block.end, number, block.story, block.section, None)
            continue
        yield from _cells(document.text, number, block, block.table)


def _cells(text: str, number: int, block: Block, table: Table) -> Iterator[_Place]:
    counted = counted_columns(text, table)
    for r, row in enumerate((*table.header, *table.rows)):
        for c, cell in enumerate(row):
            if cell.end > cell.start and not (
                c in counted and r >= len(table.header) and text[cell.start : cell.end].isdigit()
            ):
                yield _Place(cell.start, cell.end, number, block.story, block.section, (number, r, c))


def _by_story(document: Document, forms: list[tuple[_Place, Found]]) -> list[list[Found]]:
    stories: list[list[Found]] = [[] for _ in range(max(len(document.stories), 1))]
    for place, found in forms:
        if place.story < len(stories):
            stories[place.story].append(found)
    return stories


def _resolved(
    document: Document, forms: list[tuple[_Place, Found]], published: tuple[Publication, ...]
) -> tuple[DateMention, ...]:
    text = document.text
    everything = [found for _, found in forms]
    order = _month_first(everything, text)
    federal = any(mark in text for mark in _FEDERAL)
    game = any(map(_of_game, everything)) and len(set(_GAME.findall(text))) > 1
    by_story: dict[int, list[tuple[_Place, Found]]] = {}
    for place, found in forms:
        by_story.setdefault(place.story, []).append((place, found))
    mentions: list[DateMention] = []
    for number, forms_of_story in by_story.items():
        now = published[number].now if number < len(published) else None
        story = document.stories[number] if number < len(document.stories) else None
        datelines = tuple(s for s in (story.dateline, story.date_line) if s is not None) if story is not None else ()
        resolver = Resolver(text, now, month_first=order, federal=federal)
        told = [(place, f) for place, f in forms_of_story if not _of_game(f)] if game else forms_of_story
        heads = entry_heads(document, ((place.block, f) for place, f in told))
        mentions.extend(_mentions(text, resolver, told, datelines, _Entries(document, heads) if heads else None))
    mentions.sort(key=lambda m: m.start)
    return tuple(mentions)


def _mentions(
    text: str,
    resolver: Resolver,
    found: list[tuple[_Place, Found]],
    datelines: tuple[Span, ...],
    entries: _Entries | None = None,
) -> Iterator[DateMention]:
    published = resolver.now
    days: dict[int | None, Now | None] = {}
    for place, form in found:
        resolver.shown = place.section is Section.CAPTION
        if entries is not None:
            resolver.turn_to(days.get(entries.entry_of(place.block)) or published)
        resolved = resolver.resolve(form, place.lo, place.hi)
        if resolved is None:
            continue
        if entries is not None and place.block in entries.heads:
            days[place.block] = entry_now(resolved.time)
        exact = text[form.start : form.end]
        time = resolved.time
        keep = resolved.relative or time is None or _says_more(form)
        yield _MENTION(
            start=form.start,
            end=form.end,
            exact=exact,
            block=place.block,
            story=place.story,
            section=place.section,
            inferred=resolved.inferred,
            period=_PERIOD(
                edtf=time.edtf if time is not None else None,
                words=exact if keep else None,
                anchor=resolved.anchor if resolved.relative else None,
                part=resolved.part,
            ),
            relative=resolved.relative,
            vague=resolved.vague,
            dateline=bool(datelines) and any(span.start <= form.start < span.end for span in datelines),
            cell=place.cell,
        )


def _of_game(found: Found) -> bool:
    """Whether a form is a quarter or half without a year, which in the report of a game is one of the game."""
    form = found.form
    return isinstance(form, Division) and form.year is None and form.code > _LAST_SEASON


def _says_more(found: Found) -> bool:
    """Whether the words say more than the EDTF string can (a fiscal year, the end of a year)."""
    form = found.form
    if isinstance(form, Year):
        return form.fiscal
    if isinstance(form, Interval):
        return any(isinstance(end, Year) and end.fiscal for end in (form.start, form.end))
    return not isinstance(form, (Day, Month))


def _month_first(forms: list[Found], text: str) -> bool | None:
    """Whether a text writes the month before the day, by its other dates; ``None`` where they do not tell."""
    first = last = 0
    for found in forms:
        form = found.form
        if isinstance(form, Day) and form.month is not None and not form.doubt:
            words = text[found.start : found.end]
            if "/" in words:
                lead = words.split("/", 1)[0]
                if lead.isdigit() and len(lead) <= 2:
                    first, last = (first + 1, last) if int(lead) == form.month else (first, last + 1)
            elif words[:1].isalpha():
                first += 1
            elif words[:1].isdigit() and not words[:4].isdigit():
                last += 1
    return None if first == last else first > last
