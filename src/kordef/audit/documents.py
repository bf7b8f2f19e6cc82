"""Figures that differ: between documents, between a document's text and its tables, and within its text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, islice
from typing import Any

from kordef.amounts import Amount
from kordef.audit.desk import LEVELS, Desk, interval_of, unit_of
from kordef.audit.findings import Finding
from kordef.audit.registry import Check, check
from kordef.audit.repeats import same_figures
from kordef.audit.wording import listed, quoted, span, value
from kordef.cases import Case, Conflict
from kordef.evidence import resolve
from kordef.records import Actor, Observation
from kordef.values import Money, Quantity
from kordef.vocabulary import Basis, EvidenceKind, Qualifier, Severity

_VAGUE = re.compile(
    r"(?:total |the )*(?:figure|value|number|amount|deal|share|funds mobilised|new target|target)s?", re.IGNORECASE
)


def _key(desk: Desk, o: Observation) -> tuple[Any, ...] | None:
    """What two figures have in common that are about one thing; ``None`` for one that says too little."""
    subject = desk.subject(o)
    if subject is None or o.period is None or o.period.edtf is None or o.basis not in (*LEVELS, Basis.SHARE):
        return None
    indicator = " ".join(re.sub(r"[^\w ]", " ", o.indicator.casefold()).split())
    if " " not in indicator or _VAGUE.fullmatch(indicator):
        return None
    counterpart = desk.party(o.counterpart_actor) or o.counterpart
    return subject, indicator, counterpart, o.period.edtf, unit_of(o), o.basis


def _alike(desk: Desk) -> Iterator[list[Observation]]:
    groups: dict[tuple[Any, ...], list[Observation]] = defaultdict(list)
    for observations in desk.observations.values():
        for o in observations:
            key = _key(desk, o)
            if key is not None:
                groups[key].append(o)
    yield from (group for group in groups.values() if len(group) > 1)


def _against_the_rest(group: list[Observation]) -> Iterator[tuple[Observation, Observation]]:
    """Each figure that differs from the one most others agree with, and that one; linear for figures that agree."""
    distinct: dict[str, list[Observation]] = defaultdict(list)
    for o in group:
        distinct[str(o.value.amount)].append(o)
    usual = max(distinct.values(), key=len)[0]
    for same in distinct.values():
        if not interval_of(same[0].value).overlaps(interval_of(usual.value)):
            for o in same:
                yield o, usual


def _differ(desk: Desk, it: Check, o: Observation, other: Observation) -> Finding:
    here, there = value(o.value), value(other.value)
    gap = f"{span(interval_of(o.value), unit_of(o))} and {span(interval_of(other.value), unit_of(other))}"
    # A figure open to one side has no ratio to another that would mean anything.
    ratio = interval_of(o.value) / interval_of(other.value) if _bounded(o) and _bounded(other) else None
    times = f"; the one is {span(ratio, 'multiple')} the other" if ratio else ""
    where = f"; {desk.document(other)} has {there}" if o.source != other.source else f", and {there} elsewhere"
    return it.finding(
        f"{desk.document(o)} has {here} for “{o.indicator}” ({o.subject}, {o.period}){where}.",
        f"{gap} have nothing in common{times}",
        [desk.claim(o, "/value")],
        [desk.claim(other, "/value")],
    )


def _bounded(o: Observation) -> bool:
    interval = interval_of(o.value)
    return interval.low is not None and interval.low > 0 and interval.high is not None


@check(
    "K601",
    "documents differ in a figure",
    Severity.WARNING,
    looks_at="figures of different documents with one subject, indicator, counterpart, period, unit and basis, and those that "
    "the dataset's cases hold to be one figure",
    tolerance="each may be anything that rounds to what is written or that its hedge allows; each is held to the "
    "one that most documents have",
    example="South Korea's “total defense exports” of 2023: $14 billion in one document, $17.3 billion in another; "
    "“about $14 billion” passes",
)
def between_documents(desk: Desk, it: Check) -> Iterator[Finding]:
    """Figures that differ between documents."""
    told: set[frozenset[str]] = set()
    for group in _alike(desk):
        if len({o.source for o in group}) > 1:
            for o, other in _against_the_rest(group):
                if o.source != other.source:
                    told.add(frozenset((o.id, other.id)))
                    yield _differ(desk, it, o, other)
    for case in desk.dataset.cases:
        if case.type == Observation.type:
            for conflict in case.conflicts:
                if not any(frozenset((a.record, b.record)) in told for a, b in combinations(conflict.claims[:10], 2)):
                    yield _conflict(desk, it, case, conflict)


@check(
    "K602",
    "a document gives two values for one figure",
    Severity.WARNING,
    looks_at="figures of different sentences of one document with one subject, indicator, counterpart, period, "
    "unit and basis; and those of one subject, period and unit in two sentences that have another such figure in common "
    "(“from $2.97 billion in 2020 to $14 billion in 2023”, “from $2.79 billion in 2020 to $14 billion in 2023”)",
    tolerance="as for K601",
    example="exports of $2.97 billion in 2020 in the summary, of $2.79 billion in the text",
)
def within_document(desk: Desk, it: Check) -> Iterator[Finding]:
    """Figures that a document gives differently in two places."""
    seen: set[frozenset[str]] = set()
    for group in _alike(desk):
        by_source: dict[str, list[Observation]] = defaultdict(list)
        for o in group:
            by_source[o.source].append(o)
        for same in by_source.values():
            for o, other in _against_the_rest(same):
                # "2.1% or 2.2%" of one sentence, and the cells of one table, are not slips.
                if o.cell is None and (other.cell is not None or desk.place(o) != desk.place(other)):
                    seen.add(frozenset((o.id, other.id)))
                    yield _differ(desk, it, o, other)
    for o, other in _sentences_told_twice(desk):
        if frozenset((o.id, other.id)) not in seen and not interval_of(o.value).overlaps(interval_of(other.value)):
            yield _differ(desk, it, o, other)


_Figure = tuple[str | None, str, str]
"""Whom a figure is about, its unit, its period."""


def _sentences_told_twice(desk: Desk) -> Iterator[tuple[Observation, Observation]]:
    """Figures of one subject, unit and period in two sentences of a document that have another such figure in common."""
    for observations in desk.observations.values():
        by_figure: dict[_Figure, list[Observation]] = defaultdict(list)
        told: dict[int, set[tuple[_Figure, str]]] = defaultdict(set)
        for o in observations:
            year = o.period.edtf if o.period else None
            if o.cell is None and o.basis is Basis.LEVEL and year:
                figure: _Figure = desk.subject(o), unit_of(o), year
                by_figure[figure].append(o)
                told[desk.place(o)].add((figure, str(o.value.amount)))
        for told_of, same in by_figure.items():
            first, *others = same[:20]
            for o in others:
                shared = told[desk.place(o)] & told[desk.place(first)]
                if desk.place(o) != desk.place(first) and any(anchor[0] != told_of for anchor in shared):
                    yield o, first


@check(
    "K603",
    "a figure of the text is not the one of the table",
    Severity.ERROR,
    looks_at="figures of a sentence and of the row of a table from which the sentence repeats another figure, of "
    "one subject and unit; and shares in the text for what a row of the table is called",
    tolerance="the two may be anything that rounds to what is written",
    example="“the US with 245 TIV and South Korea with 753” beside a row “245 | 735”; 735 passes",
)
def text_and_table(desk: Desk, it: Check) -> Iterator[Finding]:
    """Figures that differ between the text and the table that it repeats."""
    seen: set[tuple[str, str]] = set()
    for pairs in (same_figures(desk), _shares_of_rows(desk)):
        for o, cell in pairs:
            if unit_of(o) != unit_of(cell) or (o.id, cell.id) in seen:
                continue
            seen.add((o.id, cell.id))
            if not interval_of(o.value).overlaps(interval_of(cell.value)):
                yield it.finding(
                    f"{desk.document(o)} says {value(o.value)} in the text and {value(cell.value)} in the table for "
                    f"{desk.named(o.subject_actor)}.",
                    f"{span(interval_of(o.value), unit_of(o))} and {span(interval_of(cell.value), unit_of(cell))} have nothing "
                    "in common",
                    [desk.claim(o, "/value")],
                    [desk.claim(cell, "/value")],
                )


def _shares_of_rows(desk: Desk) -> Iterator[tuple[Observation, Observation]]:
    """Shares of the text whose indicator names the row of a table with a share of the same subject."""
    rows: dict[tuple[str, str | None], list[tuple[str, Observation]]] = defaultdict(list)
    for (source, _), table in desk.tables.items():
        for cells in table.values():
            for cell in cells.values():
                header = (cell.cell.row_header if cell.cell else None) or ""
                name = re.sub(r"\(.*?\)", "", header).strip().casefold()
                if cell.basis is Basis.SHARE and name and name not in _names(desk, cell):
                    rows[source, desk.subject(cell)].append((name, cell))
    for observations in desk.sentences.values():
        for o in observations:
            if o.basis is Basis.SHARE:
                near = rows.get((o.source, desk.subject(o)), [])[:100]
                named = [cell for name, cell in near if name in o.indicator.casefold()]
                if len(named) == 1:
                    yield o, named[0]


def _names(desk: Desk, o: Observation) -> set[str]:
    """What the subject of a figure is called: a row of that name says whose figures stand in it, and not which."""
    actor = desk.dataset.get(o.subject_actor, Actor) if o.subject_actor else None
    return {name.casefold() for name in (o.subject or "", *(actor.names if actor else ()), actor.name if actor else "")}


@check(
    "K604",
    "a range that the table does not keep",
    Severity.ERROR,
    looks_at="ranges of shares in sentences that refer to a table (“from one-third to two-thirds of various types "
    "(see Table 1)”), with the shares of the same subject in that table, totals left out",
    tolerance="each share may be anything that rounds to it; a range of averages or of most rows still has to hold "
    "for most: more than half of the rows must lie outside",
    example="one-third to two-thirds beside 25.88, 16.57, 21.93, 32.57 and 68.64 %",
)
def ranges(desk: Desk, it: Check) -> Iterator[Finding]:
    """Ranges that most rows of the table lie outside of."""
    for observations in desk.sentences.values():
        for o in observations:
            if o.basis is not Basis.SHARE or o.value.amount.qualifier is not Qualifier.RANGE:
                continue
            number = desk.table_meant(o)
            table = desk.tables.get((o.source, number), {}) if number is not None else {}
            shares = [
                cell
                for cells in islice(table.values(), 200)
                for cell in cells.values()
                if cell.basis is Basis.SHARE
                and unit_of(cell) == unit_of(o)
                and desk.subject(cell) == desk.subject(o)
                and not ((cell.cell.row_header if cell.cell else None) or "").casefold().startswith("total")
            ]
            outside = [cell for cell in shares if not interval_of(cell.value).overlaps(interval_of(o.value))]
            if len(outside) * 2 > len(shares) > 1:
                names = listed(
                    [f"{value(c.value)} ({(c.cell.row_header if c.cell else None) or c.indicator})" for c in outside]
                )
                stated = value(o.value)
                yield it.finding(
                    f"{desk.document(o)} says {stated} for {desk.named(o.subject_actor)} and refers to a table in which "
                    f"{len(outside)} of {len(shares)} shares lie outside.",
                    f"outside {stated}: {names}",
                    [desk.claim(o, "/value")],
                    [desk.claim(cell, "/value") for cell in outside],
                )


@check(
    "K605",
    "records of one case contradict one another",
    Severity.WARNING,
    looks_at="the cases of the dataset (records of several documents that speak of one deal, agreement, meeting, deployment or "
    "occurrence) and the fields in which their claims cannot all be true; figures are K601's",
    tolerance="numbers, sums and dates with all that they leave open: “about 180” and 190 agree, 180 and 212 do not; places are "
    "left out, since one document names the town and another the state",
    example="24 howitzers in one document and 28 in another, both signed for in September 2025; “about 25” passes",
)
def cases(desk: Desk, it: Check) -> Iterator[Finding]:
    """Conflicts within the cases."""
    for case in desk.dataset.cases:
        if case.type != Observation.type:
            for conflict in case.conflicts:
                if conflict.field != "place":
                    yield _conflict(desk, it, case, conflict)


def _conflict(desk: Desk, it: Check, case: Case, conflict: Conflict) -> Finding:
    """What the claims of a case say that cannot all be true."""
    first, *others = conflict.claims
    said = [f"{desk.document(desk.dataset[claim.record])} has {claim}" for claim in conflict.claims]
    apart = f"; the difference is {conflict.difference}" if conflict.difference is not None else ""
    kind = "figure" if case.type == Observation.type else case.type.replace("_", " ")
    return it.finding(
        f"{listed(said)} as the {conflict.field} of one {kind} ({desk.title(case.records[0])}).",
        f"{conflict.sentence}{apart}",
        [desk.claim(desk.dataset[first.record], first.pointer)],
        [desk.claim(desk.dataset[claim.record], claim.pointer) for claim in others],
    )


@check(
    "K606",
    "a figure is not the one of its own words",
    Severity.WARNING,
    looks_at="numbers, sums and quantities with evidence that states them, where the quote has digits and no number in words "
    "(digits in designations such as K9 and in calibres do not count)",
    tolerance="the digits of the quote, in units, hundreds, thousands, millions, billions or trillions, must be an end of what "
    "the record says",
    example="a number of 108 that rests on “180 K2 tanks”, as after a slip in a correction by hand",
)
def own_words(desk: Desk, it: Check) -> Iterator[Finding]:
    """Records whose figures their own evidence does not bear out."""
    for record in desk.dataset.records:
        for evidence in record.evidence:
            if evidence.kind is not EvidenceKind.STATED or not evidence.field.endswith(_FIGURES):
                continue
            held = resolve(record, evidence.field)
            amount = held.amount if isinstance(held, (Money, Quantity)) else held
            if not isinstance(amount, Amount) or _IN_WORDS.search(evidence.exact):
                continue
            digits = [Decimal(found[0].replace(",", "")) for found in _DIGITS.finditer(evidence.exact)]
            ends = [end.copy_abs() for end in (amount.low, amount.high) if end is not None]
            if digits and not any(
                end == number.scaleb(power) for end in ends for number in digits for power in _POWERS
            ):
                yield it.finding(
                    f"{desk.document(record)} is said to have {amount} where its words are {quoted(evidence.exact)}.",
                    f"{listed([f'{number:,f}' for number in digits])} in the words, {amount} in the record",
                    [desk.claim(record, evidence.field)],
                )


_FIGURES = ("/value", "/number", "/strength")
_DIGITS = re.compile(r"(?<![\w.,-])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\w)|(?<![\w.,-])\d+(?:\.\d+)?(?![\w,]|\.\d| ?mm\b)")
_POWERS = (0, 2, 3, 6, 8, 9, 12)
_IN_WORDS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|dozens?|tens|hundreds?|"
    r"thousands?|half|quarter|thirds?|double[ds]?|twice|couple|pair|score|a)\b",
    re.IGNORECASE,
)


@check(
    "K607",
    "records that may be of one deal",
    Severity.NOTE,
    looks_at="the possible cases of the dataset: deals of one weapon between the same two that no document tells apart, whose "
    "numbers, sums or dates differ so that kordef does not take them for one",
    tolerance="what says that it is another deal (a follow-on order, an option, a framework, more than a year between) passes; a "
    "judgement settles it",
    example="216 tanks for $3.4 billion on 26 August in one document, 250 for 4.9 trillion won in July in another",
)
def possible_cases(desk: Desk, it: Check) -> Iterator[Finding]:
    """What a total may count twice."""
    for case in desk.dataset.possible_cases:
        nearest = case.comparisons[0]
        first, second = desk.dataset[nearest.left], desk.dataset[nearest.right]
        apart = [conflict.sentence for conflict in case.conflicts]
        yield it.finding(
            f"{desk.document(first)} and {desk.document(second)} may tell of one {case.type} ({desk.title(first)}).",
            "; ".join(apart) or "what they say can all be true, but is too little to take them for one",
            [desk.claim(first, "")],
            [desk.claim(second, "")],
        )
