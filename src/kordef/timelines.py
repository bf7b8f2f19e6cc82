"""Timelines: what the records of a dataset date, in the order of time, as plain data.

for moment in timeline(dataset.transfers.where(party="PL")).moments:
    print(moment.date, moment.what)
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from kordef.conditions import periods
from kordef.dataset import Dataset, selection_of
from kordef.evidence import facts
from kordef.gists import gist
from kordef.periods import Period
from kordef.records import Actor, Record, Source, WeaponSystem
from kordef.selection import Selection

__all__ = ["Moment", "Timeline", "timeline"]


@frozen(kw_only=True)
class Moment:
    """A date that a record gives: of which field ("/signed", "/stages/0/date"), and what it is of, in one line.

    ``case`` is the id of the case that the record belongs to: moments with the same case may be one moment told by several
    documents.
    """

    date: Period
    record: str
    type: str
    field: str
    what: str
    case: str | None = None


@frozen(kw_only=True)
class Timeline:
    """Moments by their first day, then their last; a date without a first day stands before all others. ``undated`` are the
    ids of the records without a date that can be resolved, in the dataset's order; who and what needs none is not among them."""

    moments: tuple[Moment, ...]
    undated: tuple[str, ...] = ()


def timeline(selection: Selection[Record] | Dataset) -> Timeline:
    """The dates of the records of a selection, or of a whole dataset: when agreements were signed, meetings held, stages of
    deals reached.

    A record with several dates has several moments. Documents and their dates of publication are no moments.
    """
    selection = selection_of(selection, Record, "timeline")
    dataset = selection.dataset
    moments: list[Moment] = []
    undated: list[str] = []
    for record in selection:
        if isinstance(record, Source):
            continue
        found = [(field, value) for field, value in _dates(record) if value.edtf is not None]
        case = dataset.case_of(record)
        moments.extend(
            Moment(
                date=value,
                record=record.id,
                type=record.type,
                field=field,
                what=gist(dataset, record),
                case=None if case is None else case.id,
            )
            for field, value in found
        )
        if not found and not isinstance(record, (Actor, WeaponSystem)):
            undated.append(record.id)
    return Timeline(moments=tuple(sorted(moments, key=_when)), undated=tuple(undated))


def _dates(record: Record) -> Iterator[tuple[str, Period]]:
    own = {id(period) for period in periods(record)}
    for field, value in facts(record):
        if isinstance(value, Period) and id(value) in own:
            yield field, value


def _when(moment: Moment) -> tuple[date, date]:
    span = moment.date.narrowed
    return span.earliest or date.min, span.latest or date.max
