"""Wholes and their parts: targets, columns with a total, items of a deal, groups and their members."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kordef.amounts import Amount
from kordef.audit.desk import Desk, interval_of, unit_of
from kordef.audit.findings import Finding
from kordef.audit.registry import Check, check
from kordef.audit.wording import listed, span, value
from kordef.intervals import Interval
from kordef.records import Actor, Agreement, Observation, Target, Transfer
from kordef.values import Money, Quantity
from kordef.vocabulary import Basis, Counting, Severity

_SHARES = ("percent", "percentage_point")
"""Parts of a percentage are given in percent of the same whole, or in points of it."""


def _unit(held: Money | Quantity) -> str:
    unit = held.currency if isinstance(held, Money) else held.unit
    return "percent" if unit in _SHARES else unit


def _sum(intervals: list[Interval]) -> Interval:
    return sum(intervals[1:], intervals[0])


@check(
    "K301",
    "the parts of a target do not sum",
    Severity.ERROR,
    looks_at="each target of an agreement with the parts it is made of, where all are of one unit (percent and "
    "percentage points of one whole count as one), and sentences that divide up the largest share of the sentence "
    "before them (“3.5 percentage points …, the remaining 1.5”)",
    tolerance="the target and its parts may be anything that rounds to what is written",
    example="5 % of GDP made of 3.5 and 2.5; 3.5 + 1.5 = 5 passes",
)
def targets(desk: Desk, it: Check) -> Iterator[Finding]:
    """Targets whose parts come to something else."""
    divided: set[tuple[str, int]] = set()
    for agreement in desk.dataset.agreements:
        for position, target in enumerate(agreement.targets):
            yield from _target(desk, it, agreement, target, f"/targets/{position}")
        for evidence in agreement.evidence:
            if "/parts/" in evidence.field:
                divided.add((evidence.source, desk.place_at(evidence.source, evidence.start)))
    yield from _sentences(desk, it, divided)


_ALL_OF_IT = re.compile(
    r"\b(?:the (?:remaining|rest|other|remainder)|made up of|compris(?:es|ing)|consist(?:s|ing) of)\b", re.IGNORECASE
)


def _sentences(desk: Desk, it: Check, divided: set[tuple[str, int]]) -> Iterator[Finding]:
    """Sentences that divide up a share and that no agreement has as parts of its target."""
    for (source, place), observations in desk.sentences.items():
        shares = [o for o in observations if unit_of(o) in _SHARES and o.basis is not Basis.CHANGE]
        parts = [o for o in shares if unit_of(o) == "percentage_point"]
        if place < 1 or (source, place) in divided or len(parts) < 2 or len({desk.subject(o) for o in parts}) != 1:
            continue
        if len(parts) < len(shares) or not _ALL_OF_IT.search(desk.sentence(parts[0])):
            continue
        wholes = [
            o
            for o in desk.sentences.get((source, place - 1), [])
            if unit_of(o) == "percent" and o.basis is not Basis.CHANGE and desk.subject(o) == desk.subject(parts[0])
        ]
        if not wholes:
            continue
        whole = max(wholes, key=lambda o: o.value.amount.low or 0)
        computed = _sum([interval_of(o.value) for o in parts])
        if not computed.overlaps(interval_of(whole.value)):
            yield it.finding(
                f"{desk.document(whole)} divides {value(whole.value)} of “{whole.indicator}” into parts that come to "
                f"{span(computed, 'percent')}.",
                f"{' + '.join(value(o.value) for o in parts)} = {span(computed, 'percent')}; stated: {value(whole.value)}",
                [desk.claim(whole, "/value")],
                [desk.claim(o, "/value") for o in parts],
            )


def _target(desk: Desk, it: Check, agreement: Agreement, target: Target, pointer: str) -> Iterator[Finding]:
    parts = [part.value for part in target.parts]
    for position, part in enumerate(target.parts):
        yield from _target(desk, it, agreement, part, f"{pointer}/parts/{position}")
    if len(parts) < 2 or any(_unit(part) != _unit(target.value) for part in parts):
        return
    computed = _sum([interval_of(part) for part in parts])
    if not computed.overlaps(interval_of(target.value)):
        written = " + ".join(value(part) for part in parts)
        yield it.finding(
            f"{desk.document(agreement)} makes a target of {value(target.value)} for “{target.indicator}” out of parts "
            f"that come to {span(computed, _unit(target.value))}.",
            f"{written} = {span(computed, _unit(target.value))}; stated: {value(target.value)}",
            [desk.claim(agreement, f"{pointer}/value")],
            [desk.claim(agreement, f"{pointer}/parts/{position}/value") for position in range(len(parts))],
        )


_TOTAL = re.compile(r"(?:grand |overall |sub-?)?(?:total|sum|overall|altogether)s?\W*", re.IGNORECASE)
_PARTIAL = re.compile(r"\b(?:of which|including|thereof)\b", re.IGNORECASE)


@check(
    "K302",
    "a column does not come to its total",
    Severity.ERROR,
    looks_at="tables with a row that is called “Total” and nothing more: each column of sums or counts of one "
    "unit, rows that are “of which” left out",
    tolerance="each figure may be anything that rounds to what is written, so that the tolerance grows with the rows; a column "
    "that comes to less is a warning, since rows may be left out, unless it has a row for the others",
    example="10, 20 and 30 with a total of 70; 10.4, 20.4 and 30.4 written as 10, 20 and 30 with a total of 61 pass",
)
def columns(desk: Desk, it: Check) -> Iterator[Finding]:
    """Columns whose cells come to something other than their total."""
    for table in desk.tables.values():
        by_column: dict[int, tuple[list[Observation], list[Observation]]] = defaultdict(lambda: ([], []))
        for cells in table.values():
            for column, o in cells.items():
                header = (o.cell.row_header if o.cell else None) or ""
                if o.basis is Basis.LEVEL and not _PARTIAL.search(header):
                    by_column[column][1 if _TOTAL.fullmatch(header.strip()) else 0].append(o)
        for parts, totals in by_column.values():
            if len(parts) < 2 or len(totals) != 1 or len({unit_of(o) for o in (*parts, *totals)}) != 1:
                continue
            unit, total = unit_of(totals[0]), totals[0]
            if unit in _SHARES or unit == "multiple":
                continue
            computed = _sum([interval_of(o.value) for o in parts])
            if not computed.overlaps(interval_of(total.value)):
                # A list of the largest may leave the rest out; it cannot come to more than the total.
                whole_list = any(_REST.search((o.cell.row_header if o.cell else None) or "") for o in parts)
                certain = whole_list or interval_of(total.value).less(computed)
                yield it.finding(
                    f"{desk.document(total)} gives a total of {value(total.value)} for a column that comes to "
                    f"{span(computed, unit)}.",
                    f"{' + '.join(str(o.value.amount) for o in parts[:12])}{' + …' if len(parts) > 12 else ''} = "
                    f"{span(computed, unit)}; stated: {value(total.value)}",
                    [desk.claim(total, "/value")],
                    [desk.claim(o, "/value") for o in parts],
                    severity=None if certain else Severity.WARNING,
                )


_REST = re.compile(r"\b(?:others?|rest|remaining|remainder|elsewhere|misc\w*)\b", re.IGNORECASE)


def _counted(amounts: list[Amount]) -> Interval:
    return _sum([amount.bounds(whole=True) for amount in amounts])


@check(
    "K303",
    "items come to more than their total",
    Severity.ERROR,
    looks_at="each deal that gives a total for a weapon besides single lots of it, and each deal that deals “part "
    "of” it fill in, in number and in value",
    tolerance="numbers are whole; hedges (“about 180”, “over 200”) count with all they leave open",
    example="lots of 48 and 180 tanks of “a total of 200”; “about 180” and 48 of 228 pass",
)
def lots(desk: Desk, it: Check) -> Iterator[Finding]:
    """Deals whose lots are more than the whole deal."""
    for transfer in desk.dataset.transfers:
        by_weapon: dict[str | None, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for position, item in enumerate(transfer.items):
            if item.number is not None and item.weapon and item.counting is not Counting.OPTION:
                by_weapon[item.weapon][item.counting is Counting.TOTAL].append(position)
        for single, totals in by_weapon.values():
            numbers = [n for p in single if (n := transfer.items[p].number) is not None]
            whole = transfer.items[totals[0]].number if totals else None
            if numbers and whole is not None and whole.bounds(whole=True).less(_counted(numbers)):
                yield it.finding(
                    f"{desk.document(transfer)} gives a total of {whole} for lots that come to {span(_counted(numbers))}.",
                    f"{' + '.join(map(str, numbers))} = {span(_counted(numbers))}; stated as the total: {whole}",
                    [desk.claim(transfer, f"/items/{totals[0]}/number")],
                    [desk.claim(transfer, f"/items/{p}/number") for p in single],
                )
    yield from _parts_of_deals(desk, it)


def _parts_of_deals(desk: Desk, it: Check) -> Iterator[Finding]:
    below: dict[str, list[Transfer]] = defaultdict(list)
    for transfer in desk.dataset.transfers:
        if transfer.part_of is not None:
            below[transfer.part_of].append(transfer)
    for key, parts in below.items():
        whole = desk.dataset.get(key, Transfer)
        if whole is None or whole.value is None:
            continue
        paid = [(t, t.value) for t in parts if t.value is not None and t.value.currency == whole.value.currency]
        if not paid:
            continue
        computed = _sum([money.amount.interval for _, money in paid])
        if whole.value.amount.interval.less(computed):
            yield it.finding(
                f"{desk.document(whole)} values a deal at {value(whole.value)}, and its parts come to "
                f"{span(computed, whole.value.currency)}.",
                f"{' + '.join(value(money) for _, money in paid)} = {span(computed, whole.value.currency)}; stated for all "
                f"of it: {value(whole.value)}",
                [desk.claim(whole, "/value")],
                [desk.claim(t, "/value") for t, _ in paid],
            )


@check(
    "K304",
    "more is delivered than was ordered",
    Severity.ERROR,
    looks_at="the deliveries of each deal that has one number for the weapon they deliver",
    tolerance="numbers are whole; hedges count with all they leave open",
    example="deliveries of 10 and 16 of 24 howitzers; 10 and 14 pass",
)
def deliveries(desk: Desk, it: Check) -> Iterator[Finding]:
    """Deliveries that come to more than the deal."""
    for transfer in desk.dataset.transfers:
        delivered: dict[str | None, list[int]] = defaultdict(list)
        for position, delivery in enumerate(transfer.deliveries):
            if delivery.number is not None:
                delivered[delivery.weapon].append(position)
        for weapon, positions in delivered.items():
            items = [p for p, i in enumerate(transfer.items) if weapon in (None, i.weapon) and i.number is not None]
            if len(items) != 1 or (len(transfer.items) > 1 and weapon is None):
                continue
            ordered = transfer.items[items[0]].number
            numbers = [n for p in positions if (n := transfer.deliveries[p].number) is not None]
            if ordered is not None and ordered.bounds(whole=True).less(_counted(numbers)):
                yield it.finding(
                    f"{desk.document(transfer)} has {span(_counted(numbers))} delivered of {ordered} ordered.",
                    f"{' + '.join(map(str, numbers))} = {span(_counted(numbers))}; ordered: {ordered}",
                    [desk.claim(transfer, f"/deliveries/{p}/number") for p in positions],
                    [desk.claim(transfer, f"/items/{items[0]}/number")],
                )


_EUROPE = re.compile(r"\beurope(?:an)?\b", re.IGNORECASE)
_BODIES = {"EU": "eu", "European Union": "eu", "NATO": "nato"}


@check(
    "K305",
    "a group counts members that do not belong to it",
    Severity.WARNING,
    looks_at="figures for “Europe”, the EU or NATO that list the states counted in them",
    tolerance="European is what M49 puts in Europe and what is a member of the Council of Europe (so Cyprus, "
    "Turkey and the South Caucasus are); members of the EU and of NATO are those of the catalogue on its date",
    example="a column “Europe” with Australia and Canada; one with Norway and the United Kingdom passes",
)
def members(desk: Desk, it: Check) -> Iterator[Finding]:
    """Groups that count others."""
    for observations in desk.observations.values():
        for o in observations:
            if len(o.members) < 2:
                continue
            header = (o.cell.column_header if o.cell else None) or o.subject or ""
            outside: list[tuple[int, str]] = []
            body = _BODIES.get(desk.subject(o) or "") or _BODIES.get(header.strip())
            belonging = desk.catalogue.organisation(body).members if body else None
            if belonging is None and not _EUROPE.search(header):
                continue
            for position, key in enumerate(o.members):
                actor = desk.dataset.get(key, Actor)
                if actor is None or actor.code is None:
                    continue
                inside = actor.code in belonging if belonging else desk.catalogue.european(actor.code)
                if not inside:
                    outside.append((position, actor.name))
            if outside:
                group = header.strip() or "the group"
                names = listed([name for _, name in outside])
                yield it.finding(
                    f"{desk.document(o)} counts {names} in the {value(o.value)} of “{group}” for “{o.indicator}”.",
                    f"{len(o.members)} members listed, {len(outside)} of them outside: {names}",
                    [desk.claim(o, f"/members/{position}") for position, _ in outside],
                    [desk.claim(o, "/value")],
                    basis="the catalogue's regions (UN M49) and members of the Council of Europe, the EU and NATO",
                )


@check(
    "K306",
    "a part is larger than its whole",
    Severity.ERROR,
    looks_at="rows of a table that are called “of which …”, with the row above them in the same column",
    tolerance="the whole interval of the part must lie above that of the whole",
    example="“Total exports | 20” and “of which tanks | 25”; 15 passes",
)
def parts(desk: Desk, it: Check) -> Iterator[Finding]:
    """Rows that are larger than the row they are part of."""
    for table in desk.tables.values():
        above: dict[int, Observation] = {}
        for cells in table.values():
            for column, o in cells.items():
                header = (o.cell.row_header if o.cell else None) or ""
                if o.basis is not Basis.LEVEL:
                    continue
                if not re.match(r"\W*(?:of which|thereof|including)\b", header, re.IGNORECASE):
                    above[column] = o
                    continue
                whole = above.get(column)
                if whole and unit_of(whole) == unit_of(o) and interval_of(whole.value).less(interval_of(o.value)):
                    yield it.finding(
                        f"{desk.document(o)} has {value(o.value)} “{header.strip()}” of a whole of {value(whole.value)}.",
                        f"{value(o.value)} is more than {value(whole.value)} whatever their rounding",
                        [desk.claim(o, "/value")],
                        [desk.claim(whole, "/value")],
                    )
