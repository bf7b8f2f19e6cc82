"""Which records of a dataset are of one deal, and which may be."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property

from kordef.dataset import Dataset
from kordef.records import Transfer

__all__ = ["Deals"]


class Deals:
    """The deals of a dataset: its cases, its possible cases, and the records that are in none."""

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset

    def deal(self, record: str) -> str:
        """The id of a record's case, its own where it is in none."""
        case = self._dataset.case_of(record)
        return record if case is None else case.id

    @cached_property
    def _pairs(self) -> tuple[tuple[str, str], ...]:
        """Pairs of deals that may be one."""
        possible = (case for case in self._dataset.possible_cases if case.type == Transfer.type)
        return tuple((self.deal(case.parts[0][0]), self.deal(case.parts[1][0])) for case in possible)

    @cached_property
    def _others(self) -> Mapping[str, tuple[str, ...]]:
        """For each deal that may be one with others their records."""
        others: dict[str, tuple[str, ...]] = {}
        for case in self._dataset.possible_cases:
            for part, other in (case.parts, case.parts[::-1]):
                mine = self.deal(part[0])
                others[mine] = (*others.get(mine, ()), *other)
        return others

    def possibly(self, record: str, among: Collection[str]) -> tuple[str, ...]:
        """Those of some records that may be of the deal of one, and are not surely."""
        return tuple(other for other in self._others.get(self.deal(record), ()) if other in among)

    @cached_property
    def joined(self) -> Mapping[str, str]:
        """For each deal that may be one with others the first of all those."""
        groups: dict[str, list[str]] = {}
        for first, second in self._pairs:
            mine, theirs = groups.setdefault(first, [first]), groups.setdefault(second, [second])
            if mine is not theirs:
                mine += theirs
                groups.update(dict.fromkeys(theirs, mine))
        return {deal: group[0] for deal, group in groups.items()}
