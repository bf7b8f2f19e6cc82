"""Dialogues in tables: "Date | Visitor | Place | Occasion" under a title that says what the rows are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kordef.builders.dialogues.meetings import Draft, Place, When, level_kind
from kordef.builders.dialogues.occasions import Occasion, occasions_in
from kordef.builders.dialogues.scene import Scene
from kordef.builders.grammar.surroundings import word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.listings import Listing, Row, listings
from kordef.builders.parties import Side, distinct, implied, side_of
from kordef.document import Span
from kordef.mentions.model import ActorMention, DateMention
from kordef.vocabulary import ActorKind, DialogueKind, Role

__all__ = ["drafts_in_tables"]

_OCCASIONS = word_set(
    "visit visits meeting meetings summit summits talks dialogue dialogues consultations call calls session sessions round "
    "rounds ministerial ministerials contacts delegations briefings conferences"
)
"""Words in a title that make the rows below it meetings; other tables may have days and places too."""
_FORCES = word_set("port ports ship ships naval exercise exercises")
"""Beside these "calls" and "visits" are those of ships."""
_DAYS = ("date", "dates", "day", "when", "month", "year", "time", "period")
_PLACES = ("place", "venue", "location", "where", "city", "town", "host")
_VISITORS = ("visitor", "visitors", "guest", "guests", "delegation", "official")
_TOPICS = ("topic", "topics", "subject", "agenda", "issues", "theme")
_CALLED_OFF = word_set("cancelled canceled postponed")


def drafts_in_tables(scene: Scene) -> Iterator[Draft]:
    """The meetings and visits in the rows of tables that list them, each with its day."""
    for listing in listings(scene.page):
        told = next((line for line in reversed(listing.titles) if not _OCCASIONS.isdisjoint(line.words)), None)
        if told is not None and _FORCES.isdisjoint(told.words):
            yield from _drafts(scene, listing, told)


def _drafts(scene: Scene, listing: Listing, told: Line) -> Iterator[Draft]:
    days = listing.headed(*_DAYS) or listing.filled(lambda token: token.kind == "date")
    if not days:
        return
    places = listing.headed(*_PLACES)
    visitors = listing.headed(*_VISITORS)
    titled = next(occasions_in(scene.text, told), None)
    shared = distinct([implied(s) for s in _sides(scene, told.tokens) if s.state and not s.person])
    for row in listing.rows:
        day = next((t.mention for t in row.within(days) if isinstance(t.mention, DateMention)), None)
        if day is None or day.period.edtf is None or not _CALLED_OFF.isdisjoint(row.line.words):
            continue
        others = [n for n in range(len(row.tokens)) if n not in (*days, *places)]
        sides = distinct(_sides(scene, list(row.within(others))))
        own = next(occasions_in(scene.text, row.line), None)
        noun = own or titled
        is_visit = noun is not None and noun.visit
        states = {s.state or s.key for s in sides}
        if len(states) < 2 and not (is_visit and sides):
            sides = distinct([*sides, *(s for s in shared if s.state not in states)])
        line = row.line
        draft = Draft(
            line=line, start=line.start, end=line.end, kind=_kind(own, titled, sides), sides=list(sides), anchored=True
        )
        draft.date = When(period=day.period, witness=day)
        draft.place = next((p for n in places if n < len(row.cells) and (p := _place(scene, row, n))), None)
        draft.topics = [(c.start, c.end) for c in _cells(row, listing.headed(*_TOPICS))]
        if draft.kind is DialogueKind.VISIT:
            guests = _sides(scene, list(row.within(visitors))) or [s for s in sides if s.person] or sides[:1]
            draft.roles = {side.key: Role.VISITOR for side in guests}
        yield draft


def _kind(own: Occasion | None, titled: Occasion | None, sides: Sequence[Side]) -> DialogueKind:
    """What the row calls the meeting, else what the title calls all of them, else what those who meet make of it."""
    for noun in (own, titled):
        if noun is not None:
            return DialogueKind.VISIT if noun.visit else noun.kind or level_kind(sides)
    return level_kind(sides)


def _sides(scene: Scene, tokens: Sequence[Token]) -> list[Side]:
    return [s for i, token in enumerate(tokens) if (s := side_of(scene.page, token, i)) is not None]


def _cells(row: Row, columns: Sequence[int]) -> list[Span]:
    return [row.cells[n] for n in columns if n < len(row.cells) and row.cells[n].start < row.cells[n].end]


def _place(scene: Scene, row: Row, column: int) -> Place | None:
    cell = row.cells[column]
    text = scene.text[cell.start : cell.end].strip()
    if not text[:1].isupper():
        return None
    states = (t.mention for t in row.tokens[column] if isinstance(t.mention, ActorMention))
    state = next((m.key for m in states if m.kind is ActorKind.STATE), None)
    return Place(text=text, witness=(cell.start, cell.end), state=state)
