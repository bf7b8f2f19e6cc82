"""Lines of a list of figures: "Key figures", "At a glance", "In numbers" above short lines that each give one.

Under such a heading a number needs no verb: "32 Allies", "Ships escorted: 370 (2023: 210)", "21 missions – 9 of them
military". Under one that says how far orders have come ("Orders and deliveries, state of play") a line gives the numbers of
somebody: "Finland: 321 ordered, 161 delivered".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from kordef.builders.grammar.tokens import Line
from kordef.builders.observations.context import Surroundings
from kordef.builders.observations.dates import Dated, month_of_page
from kordef.builders.observations.indicators import Row
from kordef.builders.observations.names import Area, again
from kordef.builders.observations.phrases import Reading
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention, ValueMention
from kordef.vocabulary import ActorKind, EvidenceKind

__all__ = ["how_far", "line_reading", "stands_in_figures", "subject_of_lines", "time_of_line"]

_HEADINGS = re.compile(
    r"\b(?:at a glance|in (?:figures|numbers)|by the numbers|(?:key|main) (?:figures|numbers|data)"
    r"|facts (?:and|&) figures|state of play|key indicators"
    r"|data(?: sheet)?:|(?:technical|performance) (?:data|details|facts|specs)|specifications?|characteristics)(?!\w)",
    re.IGNORECASE,
)
_OF_DEALS = re.compile(
    r"\b(?:quantity|value|price|cost|contract|order|deliver\w*|training|supplier|buyer|items?|warranty)\b",
    re.IGNORECASE,
)
"""Labels of what a contract says."""
_KINDS = ("count", "persons", "money", "percent")
_OF_THINGS = (*_KINDS, "length", "mass", "speed", "other")
"""What a line tells of a weapon that its heading names: "Road speed: 67 km/h"."""
_BODIES = frozenset([ActorKind.IGO, ActorKind.MILITARY_UNIT, ActorKind.FORUM, ActorKind.GOVERNMENT_BODY])
"""Whose name alone makes a heading over figures."""
_STATES = frozenset([
    "ordered", "delivered", "received", "pledged", "promised", "donated", "built", "trained", "operated", "planned", "upgraded",
    "produced", "signed", "committed", "escorted",
])  # fmt: skip
_ENDS = frozenset(["–", "—", "-", "(", ")", ";", ":", ",", ".", "|"])
_GOVERNS = frozenset(["with", "of", "in", "over", "under", "least"])
"""A number behind one of these belongs to the words before it: "countries with at least one open file"."""
_DASHES = frozenset(["–", "—", "-"])
_LONGEST_LABEL = 14
_LONGEST_LINE = 26
_SHORT_HEADING = 12


def stands_in_figures(around: Surroundings, row: Row) -> bool:
    """Whether a line stands under a heading of figures, over lines that are taken for headings because they are short."""
    line = row.line
    if line.kind not in (BlockKind.HEADING, BlockKind.LIST_ITEM) or len(row.tokens) > _LONGEST_LINE:
        return False
    text = around.page.document.text
    label = text[line.start : line.end].partition(":")[0]
    if _OF_DEALS.search(label) is not None:
        return False
    for heading in around.headings_before(line):
        if _HEADINGS.search(text, heading.start, heading.end) is not None:
            return len(heading.tokens) <= _SHORT_HEADING
        if _is_body(heading):
            end = _label_end(row)
            return row.word(end) == ":" and all(row.kind(k) != "date" for k in range(end))
        first = heading.tokens[0].mention if heading.tokens else None
        if not isinstance(first, ValueMention):
            return False
    title = around.title(line.story)  # "Technical data of the FA-50" over the first lines of a page
    if title is None or not _is_label(row) or _HEADINGS.search(text, title.line.start, title.line.end) is None:
        return False
    named = around.areas(title)
    return len(named) == 1 and named[0].weapon is not None


def _is_label(row: Row) -> bool:
    """Whether a line is a label with its value."""
    return _label_end(row) <= _LONGEST_LABEL and _label_end(row) < len(row.tokens)


def subject_of_lines(around: Surroundings, row: Row) -> Area | None:
    """The one weapon, state or organisation that the heading over such a line names, or else the title."""
    text = around.page.document.text
    for heading in around.headings_before(row.line):
        if _is_body(heading) or _HEADINGS.search(text, heading.start, heading.end) is not None:
            return _only(around.areas(around.row(heading))) or _titled(around, row)
    return _titled(around, row)


def _titled(around: Surroundings, row: Row) -> Area | None:
    title = around.title(row.line.story)
    return _only(around.areas(title)) if title is not None else None


def _only(named: Sequence[Area]) -> Area | None:
    return again(named[0]) if len({a.name for a in named}) == 1 else None


def _is_body(heading: Line) -> bool:
    """Whether a heading is the name of an organisation or a mission, with its short form or without."""
    names = [t.mention for t in heading.tokens if isinstance(t.mention, ActorMention)]
    words = sum(t.kind == "word" for t in heading.tokens)
    return bool(names) and words <= 1 and len({m.key for m in names}) == 1 and names[0].kind in _BODIES


def _label_end(row: Row) -> int:
    """Where the first colon of a line stands, or past its end."""
    return next((k for k in range(len(row.tokens)) if row.word(k) == ":"), len(row.tokens))


def how_far(row: Row, at: int, value: ValueMention) -> Reading | None:
    """How far somebody's orders have come, in a line that begins with the name: "Finland: 321 ordered, 161 delivered"."""
    if row.kind(0) != "actor" or row.word(1) != ":" or value.kind not in _KINDS:
        return None
    state = next((k for k in range(at + 1, at + 3) if row.word(k) in _STATES), None)
    return Reading(at=at, value=value, trigger=state, noun=row.word(state), holder=True) if state is not None else None


def line_reading(row: Row, at: int, value: ValueMention, found: Sequence[Reading]) -> Reading | None:
    """A number of such a line as a figure."""
    if value.kind not in _OF_THINGS:
        return None
    if found and (part := _of_the_one_before(row, at, value, found[-1])) is not None:
        return part
    if (
        row.word(at - 1) == ":"
        and 0 < at - 1 <= _LONGEST_LABEL
        and not any(row.kind(k) == "value" for k in range(at - 1))
    ):
        return Reading(at=at, value=value, trigger=at, measure=(0, at - 1), holder=value.kind != "percent")
    if at == 0 or (
        at == 1 and row.kind(0) in ("mark", "word") and row.word(0) in ("", "some", "about", "over", "nearly")
    ):
        first = at + 2 if row.word(at + 1) in _DASHES else at + 1  # "500 km — range of the longest missile"
        end = first
        while (
            end < len(row.tokens)
            and row.word(end) not in _ENDS
            and (row.kind(end) != "value" or row.word(end - 1) in _GOVERNS)
        ):
            end += 1
        if end == first and value.noun is None:
            return None
        reading = Reading(at=at, value=value, trigger=at, holder=value.kind != "percent")
        begin = next((k for k in range(first, end) if row.tokens[k].start >= value.end), end)
        rest = " ".join(token.text for token in row.tokens[begin:end])
        return evolve(reading, noun=f"{value.noun or ''} {rest}".strip())
    return None


def _of_the_one_before(row: Row, at: int, value: ValueMention, last: Reading) -> Reading | None:
    """A part of the number before, or that number at another time: "– 9 of them military", "14 (6 in 2021)"."""
    alike = value.unit == last.value.unit or "of them" in value.exact
    if "of them" in value.exact or row.word(at + 1) == "of":
        return Reading(at=at, value=value, trigger=at, holder=True, part=True).like(last) if alike else None
    dated = row.kind(at + 2) == "date" or row.kind(at + 1) == "date" or row.kind(at - 2) == "date"
    if row.word(at - 1) == "(" and dated and value.noun is None:
        return Reading(at=at, value=evolve(value, kind=last.value.kind, unit=last.value.unit), trigger=at).like(last)
    return None


def time_of_line(around: Surroundings, row: Row, reading: Reading) -> Dated | None:
    """The day in the heading above a line ("state of play, 31 August 2025"), else the month of the page for what is counted."""
    for heading in around.headings_before(row.line):
        for token in heading.tokens:
            date = token.mention
            if isinstance(date, DateMention) and date.period.edtf:
                return Dated(period=date.period, start=date.start, end=date.end, kind=EvidenceKind.IMPLIED)
        if not isinstance(heading.tokens[0].mention if heading.tokens else None, ValueMention):
            break
    return month_of_page(around, row, reading.at) if reading.value.kind in ("count", "persons") else None
