"""The comparison of two records: which fields agree, which differ, which are silent, and how much each counts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import Any

from attrs import frozen

from kordef.cases.fields import FIELDS, OF_WHOLE_RECORDS, grade_of, spoken
from kordef.cases.grades import Grade
from kordef.cases.profiles import Profile
from kordef.cases.rules import NEVER, Rules

__all__ = ["Comparison", "FieldScore", "Standing", "compare", "weigh"]


class Standing(Enum):
    """What two records are to one another."""

    ONE = "their sum is enough: they speak of one thing"
    POSSIBLE = "they may: what differs is what sources of one thing contradict one another in"
    TWO = "they do not: the sum is too small, or they differ in what tells one thing from another"


@frozen(kw_only=True)
class FieldScore:
    """What one field adds to the sum; ``weight`` is minus infinity where it rules the pair out.

    ``left`` and ``right`` are what the two say, as it was compared; empty where one says nothing.
    """

    field: str
    grade: Grade
    weight: float
    left: str = ""
    right: str = ""


@frozen(kw_only=True)
class Comparison:
    """Two records compared, field by field in the order of the rules."""

    left: str
    right: str
    fields: tuple[FieldScore, ...]
    enough: float

    @property
    def total(self) -> float:
        """The sum of the weights."""
        return sum(field.weight for field in self.fields)

    @property
    def agrees(self) -> bool:
        """Whether the sum is enough to take the two for one thing."""
        return self.total >= self.enough


def compare(mine: Profile, theirs: Profile, rules: Rules) -> Comparison:
    """The whole comparison, for people."""
    scores = (
        FieldScore(
            field=field,
            grade=grade,
            weight=rules.weights.get(field, {}).get(grade, 0.0),
            left=spoken(mine, field),
            right=spoken(theirs, field),
        )
        for field in FIELDS[rules.type]
        for grade in [grade_of(field, mine, theirs)]
    )
    return Comparison(left=mine.record.id, right=theirs.record.id, fields=tuple(scores), enough=rules.enough)


def weigh(mine: Profile, theirs: Profile, rules: Rules) -> tuple[float, Standing]:
    """The sum alone and what it comes to; minus infinity as soon as a field rules the pair out."""
    sum_ = 0.0
    told_apart = False
    a, b = mine.said, theirs.said
    for part, compare_, weights, bearable in _steps(rules):
        if part in a and part in b:
            grade = compare_(a[part], b[part])
            weight = weights.get(grade)
            if weight is not None:
                if weight == NEVER:
                    return NEVER, Standing.TWO
                sum_ += weight
            told_apart = told_apart or grade not in bearable
    for of_both, weights in _whole(rules):
        sum_ += weights.get(of_both(mine, theirs), 0.0)
    if sum_ >= rules.enough:
        return sum_, Standing.ONE
    return sum_, Standing.TWO if told_apart or sum_ < rules.apart else Standing.POSSIBLE


@cache
def _steps(
    rules: Rules,
) -> tuple[tuple[str, Callable[[Any, Any], Grade], Mapping[Grade, float], frozenset[Grade]], ...]:
    """The fields that count, with the part of a profile that each rests on and the grades that do not tell two apart."""
    fields = FIELDS[rules.type]
    return tuple(
        (*fields[name], weights, rules.bearable(name))
        for name, weights in rules.weights.items()
        if name not in OF_WHOLE_RECORDS
    )


@cache
def _whole(rules: Rules) -> tuple[tuple[Callable[[Profile, Profile], Grade], Mapping[Grade, float]], ...]:
    return tuple(
        (OF_WHOLE_RECORDS[name], weights) for name, weights in rules.weights.items() if name in OF_WHOLE_RECORDS
    )
