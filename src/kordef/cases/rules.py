"""The weights of the comparison, read from ``rules.toml`` beside this module."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, cast

from attrs import frozen

from kordef.cases.grades import DIFFERENT, Grade
from kordef.errors import InvalidValue
from kordef.toml import parsed

__all__ = ["NEVER", "Rules", "packaged", "read_rules"]

NEVER = -math.inf
"""The weight that rules a pair out."""

_GRADES = {str(grade): grade for grade in Grade}


@frozen(kw_only=True, eq=False)
class Rules:
    """What each grade of each field adds for one type of record, and the sums that decide; equal only to itself.

    ``possible`` has the fields in which sources of one thing may contradict one another, each with the worst grade that
    they may come to; it is empty for types of which there are no possible cases.
    """

    type: str
    enough: float
    apart: float
    weights: Mapping[str, Mapping[Grade, float]]
    possible: Mapping[str, Grade] = {}

    def bearable(self, field: str) -> frozenset[Grade]:
        """The grades of a field that do not tell two things apart by themselves."""
        if not self.possible:
            return frozenset(Grade)
        worst = self.possible.get(field)
        if worst is None:
            return frozenset(Grade).difference((Grade.KIN, *DIFFERENT))
        return frozenset(Grade).difference(DIFFERENT[DIFFERENT.index(worst) + 1 :])


@cache
def packaged() -> Mapping[str, Rules]:
    """The rules that kordef brings, by type of record."""
    return _read(resources.files("kordef.cases").joinpath("rules.toml").read_bytes(), "rules.toml")


def read_rules(path: str | Path) -> Mapping[str, Rules]:
    """Rules of one's own, from a file of the same form.

    Raises :class:`~kordef.errors.InvalidValue` for an unknown type, field or grade, and for a weight that is no number.
    """
    return _read(Path(path).read_bytes(), str(path))


def _read(data: bytes, where: str) -> Mapping[str, Rules]:
    from kordef.cases.fields import FIELDS

    try:
        tables = parsed(data)
    except ValueError as problem:
        raise InvalidValue(f"{where}: {problem}") from None
    rules: dict[str, Rules] = {}
    for type_, table in tables.items():
        if type_ not in FIELDS:
            raise InvalidValue(f"{where}: a table must be one of {', '.join(FIELDS)}, found {type_!r}")
        known = ("enough", "apart", "possible", *FIELDS[type_])
        for name in table:
            if name not in known:
                raise InvalidValue(f"{where}: a key of [{type_}] must be one of {', '.join(known)}, found {name!r}")
        rules[type_] = Rules(
            type=type_,
            enough=_number(table.pop("enough", None), f"{where}: enough in [{type_}]"),
            apart=_number(table.pop("apart", None), f"{where}: apart in [{type_}]"),
            possible=_worst(table.pop("possible", {}), FIELDS[type_], f"{where}: possible in [{type_}]"),
            weights={name: _weights(value, f"{where}: {name} in [{type_}]") for name, value in table.items()},
        )
    return rules


def _weights(value: Any, where: str) -> Mapping[Grade, float]:
    if not isinstance(value, dict):
        raise InvalidValue(f"{where} must be a table of grades, found {value!r}")
    weights: dict[Grade, float] = {}
    for name, weight in cast("dict[str, Any]", value).items():
        grade = _GRADES.get(name)
        if grade is None:
            raise InvalidValue(f"{where}: a grade must be one of {', '.join(_GRADES)}, found {name!r}")
        weights[grade] = NEVER if weight == "never" else _number(weight, f"{where}: {name}")
    return weights


def _worst(value: Any, fields: Iterable[str], where: str) -> Mapping[str, Grade]:
    if not isinstance(value, dict):
        raise InvalidValue(f"{where} must be a table of fields, found {value!r}")
    worst: dict[str, Grade] = {}
    for name, grade in cast("dict[str, Any]", value).items():
        if name not in fields:
            raise InvalidValue(f"{where}: a field must be one of {', '.join(fields)}, found {name!r}")
        if grade not in DIFFERENT:
            raise InvalidValue(f"{where}: {name} must be one of {', '.join(DIFFERENT)}, found {grade!r}")
        worst[name] = _GRADES[grade]
    return worst


def _number(value: Any, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise InvalidValue(f"{where} must be a number or 'never', found {value!r}")
    return float(value)
