"""What pictures draw, as plain rows: dictionaries of strings and numbers, made without any package for pictures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from math import cos, pi, sin
from typing import Any, TypeAlias

from kordef.amounts import Amount
from kordef.dataset import Dataset
from kordef.errors import InvalidValue
from kordef.gists import goods, quote
from kordef.networks import network
from kordef.periods import Period
from kordef.records import Observation, Transfer
from kordef.selection import Selection
from kordef.timelines import timeline
from kordef.values import Money

__all__ = ["Row", "deal_rows", "figure_rows", "moment_rows", "network_rows"]

Row: TypeAlias = dict[str, Any]

_LABEL = 70
"""Characters of a label that fit beside a chart; the whole stands in the tooltip."""


def moment_rows(selection: Selection[Any]) -> list[Row]:
    """A row for each date: its first and last day, what happened, the type of record, the quote and the document.

    Records of one case with the same date are one row, ``told`` the number of documents that have it.
    """
    dataset = selection.dataset
    rows: dict[tuple[str, str, str], Row] = {}
    sources: dict[tuple[str, str, str], set[str]] = {}
    for moment in timeline(selection).moments:
        span = moment.date.narrowed
        first, last = span.earliest, span.latest
        if first is None and last is None:
            continue
        record = dataset[moment.record]
        key = (moment.case or moment.record, moment.field.rpartition("/")[2], str(moment.date.edtf))
        sources.setdefault(key, set()).add(record.source)
        rows.setdefault(
            key,
            {
                "what": moment.what,
                "label": _short(moment.what),
                "type": record.type.replace("_", " "),
                "date": str(moment.date.edtf),
                "first": str(first or last),
                "last": str(last or first),
                "day": first is not None and first == last,
                "open": first is None or last is None,
                "quote": quote(record),
                "source": dataset.source_of(record).title,
                "record": record.id,
            },
        )
    for key, row in rows.items():
        row["told"] = len(sources[key])
    return _numbered(rows.values())


def deal_rows(selection: Selection[Transfer]) -> list[Row]:
    """A row for each deal and each stage that a document gives it: recipient, goods, sum, stage, quote and document."""
    dataset = selection.dataset
    rows: dict[tuple[str, str], Row] = {}
    names: dict[str, str] = {}
    for transfer in selection:
        case = dataset.case_of(transfer)
        deal = transfer.id if case is None else case.id
        name = names.setdefault(deal, _goods(dataset, transfer))
        row = rows.setdefault(
            (deal, str(transfer.stage)),
            {
                "deal": deal,
                "recipient": _party(dataset, transfer.recipient),
                "supplier": _party(dataset, transfer.supplier),
                "label": _short(f"{_party(dataset, transfer.recipient)}: {name}"),
                "goods": name,
                "value": "" if transfer.value is None else str(transfer.value),
                "stage": str(transfer.stage),
                "modality": str(transfer.modality),
                "told": 0,
                "quote": quote(transfer),
                "source": dataset.source_of(transfer).title,
                "record": transfer.id,
            },
        )
        row["told"] += 1
        row["value"] = row["value"] or ("" if transfer.value is None else str(transfer.value))
    return sorted(rows.values(), key=lambda r: (r["recipient"], r["label"], r["deal"], r["stage"]))


def network_rows(selection: Selection[Any], *, by_state: bool, least: int) -> tuple[list[Row], list[Row]]:
    """The parties with their places on a circle of radius 1, and the ties with the places of both ends."""
    found = network(selection, by_state=by_state)
    links = [link for link in found.links if link.weight >= least]
    tied = {key for link in links for key in (link.first, link.second)}
    nodes = sorted((n for n in found.nodes if n.key in tied), key=lambda n: (-n.weight, n.name, n.key))
    places = {
        node.key: (round(cos(angle), 4), round(sin(angle), 4))
        for position, node in enumerate(nodes)
        for angle in [2 * pi * position / len(nodes)]
    }
    names = {node.key: node.name for node in nodes}
    parties = [
        {
            "name": n.name,
            "kind": str(n.kind).replace("_", " "),
            "weight": n.weight,
            "x": places[n.key][0],
            "y": places[n.key][1],
            "right": places[n.key][0] >= 0,
        }
        for n in nodes
    ]
    ties = [
        {
            "tie": f"{names[link.first]} – {names[link.second]}",
            "relation": str(link.relation),
            "weight": link.weight,
            "x": places[link.first][0],
            "y": places[link.first][1],
            "x2": places[link.second][0],
            "y2": places[link.second][1],
            "told": len(link.records),
        }
        for link in links
    ]
    return parties, ties


def figure_rows(selection: Selection[Observation], *, unit: str | None) -> tuple[list[Row], str]:
    """A row for each figure with a period and a subject, and the unit that all of them have.

    ``low`` and ``high`` are the ends of the interval that hedge and rounding leave open, ``middle`` the number in print, the
    middle of a range, or the one end of what is open to one side (``open``: "above" or "below").
    """
    dataset = selection.dataset
    found = [(record, *_amount(record)) for record in selection]
    units = list(dict.fromkeys(name for record, _, name in found if _span(record.period) and record.subject))
    if unit is None:
        if len(units) > 1:
            raise InvalidValue(f"unit must be given where there are several: {', '.join(units)}")
        unit = units[0] if units else ""
    elif units and unit not in units:
        raise InvalidValue(f"unit must be one of {', '.join(units)}, found {unit!r}")
    rows: list[Row] = []
    for record, amount, name in found:
        span = _span(record.period)
        if name != unit or span is None or not record.subject:
            continue
        first, last = span
        interval = amount.interval
        ends = [end for end in (interval.low, interval.high) if end is not None]
        stated = [bound for bound in (amount.low, amount.high) if bound is not None]
        rows.append(
            {
                "series": f"{record.subject}: {record.indicator}",
                "subject": record.subject,
                "indicator": record.indicator,
                "first": str(first),
                "last": str(last),
                "when": str(first + (last - first) / 2),
                "period": "" if record.period is None else str(record.period.edtf),
                "middle": _number(sum(stated, Decimal(0)) / len(stated)),
                "low": _number(min(ends, default=stated[0])),
                "high": _number(max(ends, default=stated[-1])),
                "open": "above" if interval.high is None else "below" if interval.low is None else "",
                "value": str(record.value),
                "publisher": record.publisher or "",
                "quote": quote(record),
                "source": dataset.source_of(record).title,
                "record": record.id,
            }
        )
    return sorted(rows, key=lambda r: (r["series"], r["when"], r["record"])), unit


# ---- parts of rows


def _numbered(rows: Iterable[Row]) -> list[Row]:
    """The rows with their rank, and labels that tell two with the same words apart."""
    seen: dict[str, int] = {}
    out: list[Row] = []
    for rank, row in enumerate(rows):
        again = seen[row["label"]] = seen.get(row["label"], 0) + 1
        out.append({**row, "rank": rank, "label": row["label"] + "\u200b" * (again - 1)})
    return out


def _short(words: str) -> str:
    return words if len(words) <= _LABEL else f"{words[: _LABEL - 1]}…"


def _party(dataset: Dataset, identifier: str | None) -> str:
    return "unknown" if identifier is None else dataset.party(identifier)


def _goods(dataset: Dataset, transfer: Transfer) -> str:
    return ", ".join(dict.fromkeys(goods(dataset, item) for item in transfer.items)) or "goods"


def _span(period: Period | None) -> tuple[date, date] | None:
    """The first and last day of a period that has both."""
    if period is None or period.edtf is None:
        return None
    span = period.narrowed
    if span.earliest is None or span.latest is None:
        return None
    return span.earliest, span.latest


def _amount(record: Observation) -> tuple[Amount, str]:
    value = record.value
    return (value.amount, value.currency) if isinstance(value, Money) else (value.amount, value.unit)


def _number(value: Decimal) -> float:
    return float(value)
