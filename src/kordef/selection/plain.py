"""The selection of any records, with the conditions that go for all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, cast, overload

from attrs import frozen

from kordef.conditions import (
    Bound,
    Date,
    Place,
    Test,
    Words,
    bounded,
    keeps,
    measure,
    member,
    one_of,
    stretch,
    timed,
    window,
    words_of,
)
from kordef.gists import gist, quote
from kordef.lookups import SAYING, Lookups
from kordef.markup import Marked, grid
from kordef.records import Record
from kordef.vocabulary import Certainty, Modality

if TYPE_CHECKING:
    from kordef.dataset import Dataset

__all__ = ["ByAmount", "ByTime", "Date", "Selection"]

AnyRecord = TypeVar("AnyRecord", bound=Record, covariant=True)
AnySelection = TypeVar("AnySelection", bound="Selection[Any]", covariant=True)
MOST_SHOWN = 50
"""A notebook shows so many records of a selection."""


@frozen(kw_only=True)
class ByTime(Generic[AnySelection]):
    """A selection sorted by how its records lie to a stretch of time; each of them is in one of the four."""

    before: AnySelection
    within: AnySelection
    after: AnySelection
    cannot_tell: AnySelection
    """It depends on the day that is meant, or the record has no date."""


@frozen(kw_only=True)
class ByAmount(Generic[AnySelection]):
    """A selection sorted by how the amounts of its records lie to a range; each of them is in one of the four."""

    below: AnySelection
    within: AnySelection
    above: AnySelection
    cannot_tell: AnySelection
    """It depends on what a hedge leaves open, or the record has no amount that can be compared."""


class Selection(Sequence[AnyRecord], Generic[AnyRecord]):
    """Records of one type, in the dataset's order; a selection of a selection is one again.

    Two selections are equal that have the same records of equal datasets.
    """

    def __init__(self, dataset: Dataset, records: tuple[AnyRecord, ...]) -> None:
        self.dataset = dataset
        self.records = records

    def __len__(self) -> int:
        return len(self.records)

    def __iter__(self) -> Iterator[AnyRecord]:
        return iter(self.records)

    @overload
    def __getitem__(self, index: int) -> AnyRecord: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[AnyRecord, ...]: ...
    def __getitem__(self, index: int | slice) -> AnyRecord | tuple[AnyRecord, ...]:
        return self.records[index]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Selection):
            return NotImplemented
        second = cast("Selection[Record]", other)
        return self.records == second.records and self.dataset == second.dataset

    def __hash__(self) -> int:
        return hash(self.records)

    def __repr__(self) -> str:
        if not self.records:
            return "<0 records>"
        kinds = sorted({r.type.replace("_", " ") for r in self.records})
        return f"<{len(self)} {' and '.join(kinds)} record{'' if len(self) == 1 else 's'}>"

    def _repr_html_(self) -> str:
        """The first records, each with its words and its source, for notebooks."""
        rows = [
            (gist(self.dataset, record), Marked(quote(record)), self.dataset.source_of(record).title, record.id)
            for record in self.records[:MOST_SHOWN]
        ]
        more = len(self) - len(rows)
        note = f"and {more} more" if more else ""
        return grid(repr(self).strip("<>"), ("what", "words of the source", "source", "id"), rows, note)

    def where(
        self,
        *,
        party: Words | None = None,
        affiliates: bool = False,
        source: Words | None = None,
        said_by: Words | None = None,
        modality: Words | None = None,
        reviewed: bool | None = None,
        since: Date | None = None,
        until: Date | None = None,
        certainty: Certainty | str = Certainty.POSSIBLE,
    ) -> Self:
        """The records that meet all of the conditions.

        ``party`` is a code, a name or an Actor's id, in any role; with ``affiliates`` those that belong to it count as it:
        ministries, armed services, officials, and companies at home in a state. ``source`` is a Source's id, file name,
        publisher or title; ``said_by`` somebody to whom the source attributes it. ``reviewed`` tells records that a person
        added or corrected from the others. ``since`` and ``until`` are EDTF dates: of what happens on a day, one date must
        lie in that time; what lasts (a deployment, the period of a statistic) must share a day with it.
        """
        return self._kept(
            self._referring(party, None, affiliates),
            self._from(source),
            self._referring(said_by, _SAYING, affiliates),
            one_of(Modality, modality, "modality"),
            None if reviewed is None else lambda r: (r.review is not None) is reviewed,
            self._timed(since, until, certainty),
        )

    def by_time(self, period: Date) -> ByTime[Self]:
        """The records before, within and after a stretch of time, and those of which that cannot be told."""
        where = timed(stretch(period))
        before, within, after, cannot_tell = self._sorted(lambda r: where(r)[1])
        return ByTime(before=before, within=within, after=after, cannot_tell=cannot_tell)

    def by_amount(self, low: Bound | None = None, high: Bound | None = None) -> ByAmount[Self]:
        """The records whose amount is below, within and above a range, and those of which that cannot be told.

        The ends belong to the range. They are Money, a Quantity, a number (of goods), or words such as "1.5 billion USD".
        """
        where = bounded(measure(low, "low"), measure(high, "high"))
        below, within, above, cannot_tell = self._sorted(lambda r: where(r)[1])
        return ByAmount(below=below, within=within, above=above, cannot_tell=cannot_tell)

    # ---- how conditions are met

    def _kept(self, *tests: Test | None) -> Self:
        kept: Iterable[AnyRecord] = self.records
        for test in tests:
            if test is not None:
                kept = filter(test, kept)
        return type(self)(self.dataset, tuple(kept))

    def _sorted(self, place: Callable[[Record], Place]) -> tuple[Self, Self, Self, Self]:
        heaps: dict[Place, list[AnyRecord]] = {each: [] for each in Place}
        for record in self.records:
            heaps[place(record)].append(record)
        before, within, after, other = (type(self)(self.dataset, tuple(heaps[each])) for each in Place)
        return before, within, after, other

    @property
    def _lookups(self) -> Lookups:
        return self.dataset.lookups

    def _actors(self, names: Words, affiliates: bool) -> frozenset[str]:
        found = frozenset[str]().union(*map(self._lookups.actors, words_of(names)))
        return self._lookups.with_affiliates(found) if affiliates else found

    def _weapons(self, names: Words) -> frozenset[str]:
        return frozenset[str]().union(*map(self._lookups.weapons, words_of(names)))

    def _referring(self, names: Words | None, roles: frozenset[str] | None, affiliates: bool = False) -> Test | None:
        if names is None:
            return None
        actors = self._actors(names, affiliates)
        records = self._lookups.referring(actors, roles)
        return lambda r: r.id in records

    def _armed(self, names: Words | None, roles: frozenset[str]) -> Test | None:
        if names is None:
            return None
        records = self._lookups.referring(self._weapons(names), roles)
        return lambda r: r.id in records

    def _from(self, names: Words | None) -> Test | None:
        if names is None:
            return None
        sources = frozenset[str]().union(*map(self._lookups.sources, words_of(names)))
        return lambda r: r.source in sources

    def _timed(self, since: Date | None, until: Date | None, certainty: Certainty | str) -> Test | None:
        least = member(Certainty, certainty, "certainty")
        if since is None and until is None:
            return None
        answer = timed(window(since, until))
        return lambda r: keeps(answer(r)[0], least)

    def _bounded(
        self,
        low: Bound | None,
        high: Bound | None,
        certainty: Certainty | str,
        weapons: Words | None = None,
    ) -> Test | None:
        if low is None and high is None:
            return None
        least = member(Certainty, certainty, "certainty")
        answer = bounded(
            measure(low, "at_least"), measure(high, "at_most"), None if weapons is None else self._weapons(weapons)
        )
        return lambda r: keeps(answer(r)[0], least)


_SAYING = frozenset({SAYING})
