"""Observations: the figures for a state of affairs that prose and tables give.

Whether a number is such a figure is decided in :mod:`~kordef.builders.observations.figures` and
:mod:`~kordef.builders.observations.tables`, of whom it is in :mod:`~kordef.builders.observations.areas`, of when in
:mod:`~kordef.builders.observations.dates`, and by whom in :mod:`~kordef.builders.observations.citations`. Here they
become records.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from attrs import define, evolve, field

from kordef.amounts import Amount
from kordef.builders.fact_boxes import strength_lines
from kordef.builders.observations.areas import Scene, area_of, counterpart_of
from kordef.builders.observations.citations import Citations
from kordef.builders.observations.context import Publisher, Surroundings
from kordef.builders.observations.dates import Dated, period_of
from kordef.builders.observations.fact_lines import stands_in_figures, subject_of_lines, time_of_line
from kordef.builders.observations.figures import readings
from kordef.builders.observations.indicators import Row, is_about_defence, label_before
from kordef.builders.observations.labels import label_over, labelled
from kordef.builders.observations.names import WORLD, Area, again, of_actor
from kordef.builders.observations.periods import (
    edition,
    end_of_change,
    follows_on,
    is_held_now,
    of_the_period,
    period_told,
    runs_on,
    shifted,
    takes_up,
)
from kordef.builders.observations.phrases import Reading, measure_left, phrase
from kordef.builders.observations.results import Report, firm_of, reported_on, time_of_results
from kordef.builders.observations.table_labels import Label
from kordef.builders.observations.tables import CellFigure, cell_figures, number_of
from kordef.builders.page import Page
from kordef.builders.table_states import has_come, is_cut_off, is_so_far
from kordef.document import BlockKind
from kordef.evidence import Evidence
from kordef.identity import record_id
from kordef.mentions.model import DateMention, ValueMention
from kordef.records import Cell, Observation
from kordef.values import Money, Quantity
from kordef.vocabulary import Basis, EvidenceKind, Modality, Section

__all__ = ["build"]

_REMEMBERED = 24
"""The figures of a paragraph that later ones may go on with."""

_TO_DATE = frozenset(["cumulative", "cumulatively", "date", "overall", "running"])
"""Words in the header of a column of sums over all the time that a table covers."""

_LEADS_ON = frozenset(["follows", "following", "tables", "below", "annexes"])
"""Words of a sentence that leads to what stands below."""

_STATED, _IMPLIED = EvidenceKind.STATED, EvidenceKind.IMPLIED


def build(page: Page) -> tuple[Observation, ...]:
    """The observations of a document: those of its prose, then those of its tables, each in the order of the text."""
    around = Surroundings(page)
    citations = Citations(around)
    told = _Tables()
    return (*_prose(around, citations, told), *_tables(around, citations, told))


@define(kw_only=True)
class _Draft:
    """An observation in the making: what is known of it, each with the words that show it."""

    page: Page
    story: int
    section: Section
    value: ValueMention
    basis: Basis
    basis_shown: tuple[int, int]
    indicator: str
    indicator_shown: Sequence[tuple[int, int]]
    sign: int = 0
    modality: Modality = Modality.ASSERTED
    area: Area | None = None
    counterpart: Area | None = None
    members: Sequence[Area] = ()
    period: Dated | None = None
    publisher: Publisher | None = None
    cell: Cell | None = None
    equivalents: list[ValueMention] = field(factory=list[ValueMention])

    def record(self) -> Observation:
        """The observation."""
        shown: list[Evidence] = []

        def show(pointer: str, start: int, end: int, kind: EvidenceKind = _STATED) -> None:
            shown.append(self.page.evidence(self.story, pointer, (start, end), kind))

        text = self.page.document.text
        show("", self.value.start, self.value.end)
        show("/value", self.value.start, self.value.end)
        for position, other in enumerate(self.equivalents):
            show(f"/value/equivalents/{position}", other.start, other.end)
        for start, end in self.indicator_shown:
            show("/indicator", start, end, _STATED if text[start:end] in self.indicator else _IMPLIED)
        if self.basis is not Basis.LEVEL:
            show("/basis", *self.basis_shown, _IMPLIED)
        ids: dict[str, str | None] = {}
        for name, area in (("subject", self.area), ("counterpart", self.counterpart)):
            ids[name] = self._id(area)
            if area is not None:
                show(f"/{name}", area.start, area.end, area.kind)
                if ids[name] is not None:
                    show(f"/{name}_actor", area.start, area.end, area.kind)
        members = {i: a for a in self.members if (i := self._id(a)) is not None}
        for position, member in enumerate(members.values()):
            show(f"/members/{position}", member.start, member.end)
        if self.period is not None:
            show("/period", self.period.start, self.period.end, self.period.kind)
        publisher = self.publisher
        publisher_id = (
            self.page.actor_ids.get((self.story, publisher.actor.key)) if publisher and publisher.actor else None
        )
        if publisher is not None:
            show("/publisher", publisher.start, publisher.end, publisher.kind)
            if publisher_id is not None:
                show("/publisher_actor", publisher.start, publisher.end, publisher.kind)
        return Observation(
            id=record_id("observation", self.page.document.sha256, self.value.start, 0),
            source=self.page.sources[self.story],
            section=self.section,
            modality=self.modality,
            evidence=tuple(shown),
            indicator=self.indicator,
            value=self._value(),
            basis=self.basis,
            subject=self.area.name if self.area else None,
            subject_actor=ids["subject"],
            counterpart=self.counterpart.name if self.counterpart else None,
            counterpart_actor=ids["counterpart"],
            members=tuple(members),
            period=self.period.period if self.period else None,
            publisher=publisher.name if publisher else None,
            publisher_actor=publisher_id,
            cell=self.cell,
        )

    def _id(self, area: Area | None) -> str | None:
        return (
            self.page.actor_ids.get((self.story, area.actor.key))
            if area is not None and area.actor is not None
            else None
        )

    def _value(self) -> Money | Quantity:
        amount = _signed(self.value.amount, self.sign)
        if self.value.kind != "money":
            return Quantity(amount=amount, unit=self.value.unit)
        others = [Money(amount=_signed(e.amount, self.sign), currency=e.unit) for e in self.equivalents]
        return Money(amount=amount, currency=self.value.unit, equivalents=tuple(others))


def _signed(amount: Amount, sign: int) -> Amount:
    """The amount, negative for a decrease; one that is written with its minus stays as it is."""
    stated = amount.low if amount.low is not None else amount.high
    return -amount if sign < 0 and stated is not None and stated > 0 else amount


@define
class _Tables:
    """What the tables of a story share: the day up to which the first counts, whose figures they are, the years told last."""

    cut_offs: dict[int, Dated] = field(factory=dict[int, Dated])
    publishers: dict[int, Publisher] = field(factory=dict[int, Publisher])
    ranges: dict[int, Dated] = field(factory=dict[int, Dated])
    reports: dict[int, Report] = field(factory=dict[int, Report])

    def reported(self, around: Surroundings, story: int) -> Report:
        """The firm's results that a story reports."""
        if story not in self.reports:
            self.reports[story] = reported_on(around, story)
        return self.reports[story]

    def years(self, citations: Citations, story: int, row: Row) -> Dated | None:
        """The years of a survey: those told last, where they lie within those of the title ("2019-2024": "in 2020-24")."""
        survey, told = citations.survey(story, row), self.ranges.get(story)
        if survey is None or told is None:
            return survey
        outer, inner = survey.period.edtf or "", told.period.edtf or ""
        if not (len(outer) == len(inner) == 9 and outer[4] == inner[4] == "/"):
            return survey
        return evolve(told, kind=_IMPLIED) if outer[:4] <= inner[:4] and inner[5:] <= outer[5:] else survey


# ---- prose


def _prose(around: Surroundings, citations: Citations, tables: _Tables) -> Iterator[Observation]:
    paragraph = -1
    earlier: list[tuple[Reading, Area | None]] = []
    told: list[Dated] = []
    strengths = strength_lines(around.page)
    for line in around.lines:
        if line.start in strengths:
            continue  # "Exercise: Cold Response. Troops: 30,000": of the deployment
        if around.paragraph(line) != paragraph:
            goes_on = line.kind is BlockKind.PARAGRAPH and bool(earlier) and takes_up(around.row(line))
            paragraph = around.paragraph(line)
            earlier, told = (earlier[-1:], told) if goes_on else ([], [])
        del earlier[:-_REMEMBERED]
        if line.kind is BlockKind.TABLE_TITLE:
            continue  # "in millions of euros" is the unit of what stands below
        if "value" in line.kinds and (
            around.is_about_defence(line.block, line.story)
            or (around.speaks_of_defence(line.story) and stands_in_figures(around, around.row(line)))
        ):
            yield from _in_sentence(around, citations, around.row(line), earlier, told, tables)


def _in_sentence(
    around: Surroundings,
    citations: Citations,
    row: Row,
    earlier: list[tuple[Reading, Area | None]],
    told: list[Dated],
    tables: _Tables,
) -> Iterator[Observation]:
    """The observations of a sentence; its figures are added to ``earlier``, those before it in the paragraph.

    ``told`` has the last period of the paragraph, which a figure that goes on with the one before it shares.
    """
    listed = stands_in_figures(around, row)
    boxed = subject_of_lines(around, row) if listed else None
    found = readings(row, [r for r, _ in earlier], around.currency(row.line.story), in_figures=listed)
    label = label_over(around, row) if not listed else None
    if label is not None:
        found = labelled(row, found, label)
    stated = [r.at for r in found if r.value.equivalent_of is None]
    drafts: dict[int, _Draft] = {}
    follows = bool(found and told) and follows_on(row, found[0], told[-1])
    carried = evolve(told[-1], kind=_IMPLIED) if follows else None
    same: Dated | None = None
    cut_off: Dated | None = None
    """ "Up to June 2025" holds for all sums of a sentence."""
    for reading in (_with_noun(around, row, reading) for reading in found):
        value = reading.value
        first = drafts.get(value.equivalent_of) if value.equivalent_of is not None else None
        if first is not None and all(value.unit != e.unit for e in (first.value, *first.equivalents)):
            first.equivalents.append(value)
            continue
        story = row.line.story
        publisher = citations.of(row, reading.at)
        scene = Scene.of(around, row, reading, earlier, publisher)
        results = tables.reported(around, story)
        area = firm_of(scene, area_of(scene), results) or _worldwide(around, row, reading)
        if boxed is not None and (area is None or not row.line.start <= area.start < row.line.end):
            area = boxed
        if reading.noun == "pledges" and area is not None and area.actor is not None and not area.acts:
            continue  # what a firm promises to put into one project
        others = [at for at in stated if at != reading.at]
        draft = drafts[value.start] = _draft(around, row, reading)
        draft.area, draft.counterpart = area, counterpart_of(scene, area)
        same = period_told(around, row, reading, others, same)
        same = same or shifted(around, row, reading, told[-1] if told else None)
        same = same or (carried if not reading.compared else None)
        cut_off = same if same is not None and (same.period.edtf or "").startswith("../") else cut_off
        level = reading.basis is Basis.LEVEL and not reading.compared and value.kind == "money"
        survey = None if is_held_now(row, reading) else tables.years(citations, story, row)
        draft.period = end_of_change(row, reading, same) or (
            evolve(cut_off, kind=_IMPLIED) if cut_off and level else of_the_period(around, row, reading, survey)
        )
        draft.period = (
            draft.period or edition(around, row, reading) or runs_on(around, row, reading, area, earlier, told)
        )
        if draft.period is None and label is not None and not reading.compared:
            draft.period = label.date
        if draft.period is None and listed and not reading.compared:
            draft.period = time_of_line(around, row, reading)
        draft.period = time_of_results(around, row, reading, draft.period, results, told[-1] if told else None)
        if same is not None and not reading.compared and reading.value.kind == "percent":
            tables.ranges[story] = same
        if same is not None and not reading.compared and not _is_base_level(row, reading):
            told[:] = [same]
        released = citations.released(story, area.actor if area is not None else None)
        below = citations.under(row) if listed else None
        draft.publisher = publisher or below or citations.governing(story, row) or released or citations.sourced(story)
        if same is not None and is_cut_off(same.period.edtf) and citations.counting(story) is not None:
            tables.cut_offs.setdefault(story, evolve(same, kind=_IMPLIED))
        earlier.append((evolve(reading, measure=None, noun=draft.indicator), area))
    yield from (draft.record() for draft in drafts.values())


def _is_base_level(row: Row, reading: Reading) -> bool:
    """Whether a level is what another one rose or fell from: "trebled from | 233 billion in the same period last year"."""
    at, marks = reading.at, ("from", "against", "versus", "than", "on", "(")
    owned = row.word(at - 1) in ("'s", "’s") and row.kind(at - 2) == "date"  # "from last year's 656 million"
    before = row.word(at - 3) if owned else row.word(at - 1)
    return before in marks and reading.basis is Basis.LEVEL


def _worldwide(around: Surroundings, row: Row, reading: Reading) -> Area | None:
    """The world, where a title says of nobody whose spending it is and the first sentences speak of all: "worldwide"."""
    if (
        row.line.kind is not BlockKind.TITLE
        or reading.measure is None
        or reading.value.kind not in ("money", "percent")
    ):
        return None
    lead = islice(around.lead(row.line.story), 1, 3)
    named = next((a for other in lead for a in around.areas(other) if a.name == WORLD), None)
    return again(named) if named is not None else None


def _with_noun(around: Surroundings, row: Row, reading: Reading) -> Reading:
    """A change of which the sentence does not say what changes ("raised it by 2%"), with what the one before measures."""
    if (
        reading.measure is not None
        or reading.noun
        or reading.whole is not None
        or row.sense(reading.trigger, "change") is None
    ):
        return reading
    for other in around.before(row.line):
        at = measure_left(other, len(other.tokens))
        if at is not None:
            start, end = phrase(other, at)
            words = around.page.document.text[other.tokens[start].start : other.tokens[end - 1].end]
            return evolve(reading, noun=words, borrowed=True)
    return reading


def _draft(around: Surroundings, row: Row, reading: Reading) -> _Draft:
    indicator, shown = _indicator(row, reading, around.page.document.text)
    trigger = row.tokens[min(reading.trigger, len(row.tokens) - 1)]
    return _Draft(
        page=around.page,
        story=row.line.story,
        section=row.line.section,
        value=reading.value,
        basis=reading.basis,
        basis_shown=(trigger.start, trigger.end),
        indicator=indicator,
        indicator_shown=[shown],
        sign=reading.sign,
        modality=reading.modality,
    )


def _indicator(row: Row, reading: Reading, text: str) -> tuple[str, tuple[int, int]]:
    """What is measured, in the words of the source, and where they stand; a share or change is called one."""
    bare = reading.value.noun is None and reading.measure == (reading.at, reading.at + 1)
    if bare and (label := label_before(row, reading.at)) is not None:
        # "Reserve: 41,200": the number says nothing by itself
        start, end = row.tokens[label[0]].start, row.tokens[label[1] - 1].end
        return _called(reading, text[start:end]), (start, end)
    if reading.measure is not None:
        start, end = row.tokens[reading.measure[0]].start, row.tokens[reading.measure[1] - 1].end
        return _called(reading, text[start:end]), (start, end)
    if reading.whole is not None and reading.whole[0] < len(row.tokens):
        start, end = row.tokens[reading.whole[0]].start, row.tokens[min(reading.whole[1], len(row.tokens)) - 1].end
        return f"{reading.noun + ', ' if reading.noun else ''}share of {text[start:end]}", (start, end)
    trigger = reading.trigger
    start, end = row.tokens[trigger].start, row.tokens[trigger + row.lengths[trigger] - 1].end
    if row.sense(trigger, "held", "hold") is not None:
        thing = reading.value.noun or (
            row.tokens[reading.at + 1].text if row.kind(reading.at + 1) == "weapon" else "number"
        )
        return f"{thing} {text[start:end] if row.sense(trigger, 'held') else 'held'}", (start, end)
    _, of, whole = reading.value.exact.partition(" of ")
    if not reading.noun and of and reading.value.kind == "percent":
        return f"share of {whole}", (reading.value.start, reading.value.end)
    return _called(reading, reading.noun or reading.value.noun or text[start:end]), (start, end)


def _called(reading: Reading, words: str) -> str:
    if reading.basis is Basis.CHANGE:
        return f"change of {words}"
    if reading.whole is not None and reading.measure is not None and reading.measure[0] >= reading.whole[0]:
        return f"share of {words}"
    _, of, whole = reading.value.exact.partition(" of ")
    return f"{words}, share of {whole}" if of and reading.value.kind == "percent" else words


# ---- tables


def _tables(around: Surroundings, citations: Citations, told: _Tables) -> Iterator[Observation]:
    sentences: dict[int, Row | None] = {}
    about: dict[int, bool] = {}
    for figure in cell_figures(around.page):
        block = figure.block
        if figure.table not in sentences:
            sentences[figure.table] = around.about_table(block, number_of(around.page, block, figure.table))
        if figure.table not in about:
            about[figure.table] = is_about_defence(figure.labels) or around.is_about_defence_before(block)
        # a number of which neither headers nor title say what it is tells nothing
        if about[figure.table] and figure.parts:
            yield _of_cell(around, citations, figure, sentences[figure.table], told).record()


def _of_cell(
    around: Surroundings, citations: Citations, figure: CellFigure, sentence: Row | None, told: _Tables
) -> _Draft:
    """A cell as an observation; ``sentence`` is the one that speaks of its table."""
    page, story, text = around.page, figure.block.story, around.page.document.text
    spans = [(label.start, label.end) for label in figure.parts] or [(figure.value.start, figure.value.end)]
    area, publisher = figure.area, citations.below(figure.block)
    dated = figure.period or figure.period_beside
    period = (
        Dated(period=dated[0], start=dated[1], end=dated[2], kind=_STATED if figure.period else _IMPLIED)
        if dated
        else None
    )
    if sentence is not None:
        last = len(sentence.tokens)
        spoken = Reading(at=last, value=figure.value, basis=figure.basis, trigger=last)
        area = area or area_of(Scene.of(around, sentence, spoken, (), None))
        period = period or _of_table(around, figure, sentence, spoken)
        if (
            period is not None
            and is_cut_off(period.period.edtf)
            and len(_nearest(figure.parts)) == 1 < len(figure.parts)
        ):
            # the day holds for what has come, not for what is pledged
            period = period if has_come(figure.parts[0].words()) else None
        if publisher is None and (publisher := citations.of(sentence, last)) is not None and _speaks_of_all(sentence):
            told.publishers.setdefault(story, evolve(publisher, kind=_IMPLIED))
    if period is not None and is_cut_off(period.period.edtf):
        told.cut_offs.setdefault(story, evolve(period, kind=_IMPLIED))
    if story not in told.cut_offs and (stated := citations.cut_off(story)) is not None:
        told.cut_offs[story] = stated
    if period is None and any(
        is_so_far(label.words()) or has_come(label.words()) or label.has("held") for label in _nearest(figure.parts)
    ):
        period = told.cut_offs.get(story)
    publisher = publisher or told.publishers.get(story)
    if figure.of_deal and (area is None or area.weapon is not None):
        state = around.of_currency(story, figure.value.unit) or around.home(story)
        area = of_actor(page, state, state.start, state.end, kind=_IMPLIED) if state is not None else area
    if area is None and (title := around.title(story)) is not None:
        named = [a for a in around.areas(title) if a.weapon is None and not a.publishes]
        area = again(named[0]) if len({a.name for a in named}) == 1 else None
    head = figure.column_label or (figure.parts[0] if figure.parts else None)
    return _Draft(
        page=page,
        story=story,
        section=Section.TABLE,
        value=figure.value,
        basis=figure.basis,
        basis_shown=(head.start, head.end) if head else (figure.value.start, figure.value.end),
        indicator=": ".join(text[start:end].removeprefix("Table: ") for start, end in spans),
        indicator_shown=spans,
        area=area,
        counterpart=figure.counterpart,
        members=figure.members,
        equivalents=list(figure.equivalents),
        period=period or citations.survey(story),
        publisher=publisher or citations.counting(story) or citations.governing(story),
        cell=Cell(
            table=figure.table,
            row=figure.at[0],
            column=figure.at[1],
            row_header=_words(text, figure.row_label),
            column_header=_words(text, figure.column_label),
        ),
    )


def _nearest(parts: Sequence[Label]) -> Sequence[Label]:
    """The labels that say how far a cell's number has come: its own name in the title ("pledged / delivered"), else two."""
    inside = len(parts) > 1 and parts[1].start <= parts[0].start and parts[0].end <= parts[1].end
    return parts[:1] if inside else parts[:2]


def _speaks_of_all(row: Row) -> bool:
    """Whether a sentence leads to all the tables below: "I reply as follows on the basis of figures compiled by the agency"."""
    return not _LEADS_ON.isdisjoint(row.words)


def _of_table(around: Surroundings, figure: CellFigure, sentence: Row, spoken: Reading) -> Dated | None:
    """The time that the sentence about a table gives; for sums "to date" only a stretch of time or one that is still open."""
    found = period_of(around, sentence, spoken, ())
    if not any(label.words() & _TO_DATE for label in figure.parts):
        return found
    for line in (sentence.line, *(row.line for row in around.before(sentence.line))):
        for token in line.tokens:
            date = token.mention
            if isinstance(date, DateMention) and "/" in (date.period.edtf or ""):
                return Dated(period=date.period, start=date.start, end=date.end, kind=_IMPLIED)
    return None


def _words(text: str, label: Label | None) -> str | None:
    return text[label.start : label.end] if label is not None else None
