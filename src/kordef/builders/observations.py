"""Observations: the figures for a state of affairs that prose and tables give."""

from __future__ import annotations

from collections.abc import Iterator

from kordef.builders.areas import Area, area_of, counterpart_of
from kordef.builders.citations import Dated, Publisher, governing_period, governing_publisher, period_of, publisher_of
from kordef.builders.figures import Reading, readings
from kordef.builders.indicators import Row, is_about_defence, row_of
from kordef.builders.page import Page
from kordef.builders.tables import Figure, figures
from kordef.builders.tokens import Line
from kordef.evidence import Evidence
from kordef.identity import record_id
from kordef.mentions.model import ValueMention
from kordef.records import Cell, Observation
from kordef.values import Money, Quantity
from kordef.vocabulary import Basis, EvidenceKind, Section

__all__ = ["build"]


def build(page: Page) -> tuple[Observation, ...]:
    """The observations of a document: those of its prose, then those of its tables."""
    return (*_prose(page), *_cells(page))


# ---- prose


def _prose(page: Page) -> Iterator[Observation]:
    block = -1
    earlier: list[tuple[Reading, Area | None]] = []
    matter: dict[int, bool] = {}
    for line in page.lines:
        if line.block != block:
            block, earlier = line.block, []
        if not any(t.kind == "value" for t in line.tokens):
            continue
        if not _relevant(page, line, matter):
            continue
        row = row_of(line)
        found = readings(row, earlier[-1][0] if earlier else None)
        for reading in found:
            area = area_of(page, row, reading, earlier)
            earlier.append((reading, area))
            others = [r.at for r in found if r is not reading]
            period = period_of(page, row, reading, others) or governing_period(page, line.story)
            publisher = publisher_of(page, row, reading) or _governing(page, line)
            counterpart = counterpart_of(page, row, reading, area)
            yield _observation(page, row, reading, area, counterpart, period, publisher)


def _governing(page: Page, line: Line) -> Publisher | None:
    rows = [row_of(other) for other in page.lines if other.story == line.story][:4]
    return governing_publisher(page, line.story, rows)


def _relevant(page: Page, line: Line, matter: dict[int, bool]) -> bool:
    if line.block not in matter:
        mine = [other for other in page.lines if other.block == line.block]
        title = [other for other in page.lines if other.story == line.story][:1]
        matter[line.block] = is_about_defence([*mine, *title])
    return matter[line.block]


def _observation(
    page: Page, row: Row, reading: Reading, area: Area | None, counterpart: Area | None, period: Dated | None, publisher: Publisher | None
) -> Observation:
    line, text, value = row.line, page.document.text, reading.value
    evidence: list[Evidence] = []

    def shown(pointer: str, start: int, end: int, kind: EvidenceKind = EvidenceKind.STATED) -> None:
        evidence.append(page.evidence(line.story, pointer, (start, end), kind))

    shown("", value.start, value.end)
    shown("/value", value.start, value.end)
    indicator, start, end = _indicator(row, reading, text)
    shown("/indicator", start, end, EvidenceKind.STATED if indicator in text[start:end] else EvidenceKind.IMPLIED)
    if reading.basis is not Basis.LEVEL:
        trigger = row.tokens[min(reading.trigger, len(row.tokens) - 1)]
        shown("/basis", trigger.start, trigger.end, EvidenceKind.IMPLIED)
    subject_actor = page.actor_ids.get((line.story, area.actor.key)) if area is not None and area.actor is not None else None
    if area is not None:
        shown("/subject", area.start, area.end, area.kind)
        if subject_actor:
            shown("/subject_actor", area.start, area.end, area.kind)
    other_actor = page.actor_ids.get((line.story, counterpart.actor.key)) if counterpart is not None and counterpart.actor is not None else None
    if counterpart is not None:
        shown("/counterpart", counterpart.start, counterpart.end)
        if other_actor:
            shown("/counterpart_actor", counterpart.start, counterpart.end)
    if period is not None:
        shown("/period", period.start, period.end, period.kind)
    publisher_actor = page.actor_ids.get((line.story, publisher.actor.key)) if publisher is not None and publisher.actor is not None else None
    if publisher is not None:
        shown("/publisher", publisher.start, publisher.end, publisher.kind)
        if publisher_actor:
            shown("/publisher_actor", publisher.start, publisher.end, publisher.kind)
    return Observation(
        id=record_id("observation", page.document.sha256, value.start, 0),
        source=page.sources[line.story],
        section=line.section,
        modality=reading.modality,
        evidence=tuple(evidence),
        indicator=indicator,
        value=_signed(_value(value), reading.sign),
        basis=reading.basis,
        subject=area.name if area is not None else None,
        subject_actor=subject_actor,
        counterpart=counterpart.name if counterpart is not None else None,
        counterpart_actor=other_actor,
        period=period.period if period is not None else None,
        publisher=(publisher.name or text[publisher.start : publisher.end]) if publisher is not None else None,
        publisher_actor=publisher_actor,
    )


def _indicator(row: Row, reading: Reading, text: str) -> tuple[str, int, int]:
    """What is measured, in the words of the source, and where they stand."""
    if reading.measure is not None:
        start, end = row.tokens[reading.measure[0]].start, row.tokens[reading.measure[1] - 1].end
        return text[start:end], start, end
    if reading.whole is not None and reading.whole[0] < len(row.tokens):
        start, end = row.tokens[reading.whole[0]].start, row.tokens[min(reading.whole[1], len(row.tokens)) - 1].end
        return f"{reading.noun or 'share'} of {text[start:end]}", start, end
    token = row.tokens[reading.trigger]
    return reading.noun or reading.value.noun or token.text, token.start, token.end


def _signed(value: Money | Quantity, sign: int) -> Money | Quantity:
    return -value if sign < 0 else value


# ---- tables


def _cells(page: Page) -> Iterator[Observation]:
    for figure in figures(page):
        yield _of_cell(page, figure)


def _of_cell(page: Page, figure: Figure) -> Observation:
    text, story = page.document.text, figure.block.story
    evidence = [page.evidence(story, "", figure.value), page.evidence(story, "/value", figure.value)]
    head = figure.column_header or figure.title or figure.row_header or figure.cell
    evidence.append(page.evidence(story, "/indicator", (head.start, head.end)))
    row = figure.row_header
    if row is not None:
        evidence.append(page.evidence(story, "/subject", (row.start, row.end)))
    return Observation(
        id=record_id("observation", page.document.sha256, figure.value.start, 0),
        source=page.sources[story],
        section=Section.TABLE,
        evidence=tuple(evidence),
        indicator=text[head.start : head.end],
        value=_value(figure.value),
        subject=text[row.start : row.end] if row else None,
        cell=Cell(table=figure.table, row=figure.row, column=figure.column),
    )


def _value(value: ValueMention) -> Money | Quantity:
    if value.kind == "money":
        return Money(amount=value.amount, currency=value.unit)
    return Quantity(amount=value.amount, unit=value.unit)
