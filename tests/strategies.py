"""Hypothesis strategies for the records: one for each class, made from the forms of its fields.

A class that comes later, or a field, is covered without a change here; what fields of one class ask of one another is
in ``TOGETHER``.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

from attrs import evolve
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from value_strategies import amounts, moneys, periods, quantities, rates

from kordef.amounts import Amount
from kordef.evidence import Evidence, facts
from kordef.forms import NOT_BLANK, Choice, Flag, Form, Instance, Many, Number, Optional, String, Whole, fields_of
from kordef.identity import record_id
from kordef.periods import Period
from kordef.records import RECORD_TYPES, Attribution, Delivery, Item, Passage, Record, Source, Stretch, Target, Transfer
from kordef.values import ExchangeRate, Money, Quantity

unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""For properties of whole records: how long one takes says more about the machine than about the code."""

SHA = "0123456789abcdef" * 4


def texts() -> st.SearchStrategy[str]:
    """Texts that are not blank: everyday ones, and all that Unicode has but surrogates."""
    everyday = st.sampled_from(
        ("K2", "대한민국", "“local production”", 'a "quote"', "back\\slash", "tab\tand\nline", "line\u2028break")
    )
    anything = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20)
    return st.one_of(everyday, anything.filter(lambda text: not text.isspace()))


def ids(*types: str) -> st.SearchStrategy[str]:
    """Ids of records of some types."""
    return st.builds(lambda type_, rank: record_id(type_, SHA, rank), st.sampled_from(types), st.integers(0, 30))


ANYWHERE = st.sampled_from(("", "/name", "/items/0/number"))


@st.composite
def evidences(draw: st.DrawFn, pointers: st.SearchStrategy[str] = ANYWHERE) -> Evidence:
    """Evidence for one of some pointers, with a quote as long as its offsets say."""
    exact = draw(texts())
    start = draw(st.integers(0, 10**6))
    fields = {field.name: field.form for field in fields_of(Evidence)}
    return Evidence(
        source=draw(ids("source")),
        field=draw(pointers),
        start=start,
        end=start + len(exact),
        exact=exact,
        kind=draw(of_form(fields["kind"])),
    )


def of_form(form: Form) -> st.SearchStrategy[Any]:
    """What a field may hold."""
    match form:
        case Optional(inner):
            return st.none() | of_form(inner)
        case Many(item, distinct):
            return st.lists(of_form(item), max_size=3, unique=distinct).map(tuple)
        case Choice(vocabulary):
            return st.sampled_from(vocabulary)
        case Instance(classes):
            return st.one_of(*(of_class(cls) for cls in classes))
        case String(refers=(_, *_) as types):
            return ids(*types)
        case String(pattern=None):
            return st.one_of(st.just(""), texts())
        case String(pattern=pattern) if pattern == NOT_BLANK:
            return texts()
        case String(pattern=str(pattern)):
            return st.from_regex(pattern, fullmatch=True)
        case Whole(bound):
            return st.integers(bound, 2**70)
        case Flag():
            return st.booleans()
        case Number():
            return st.decimals(allow_nan=False, allow_infinity=False).map(Decimal)
        case _:
            raise TypeError(form)


VALUES: dict[type[Any], Callable[[], st.SearchStrategy[Any]]] = {
    Amount: amounts,
    ExchangeRate: rates,
    Money: moneys,
    Period: periods,
    Quantity: quantities,
    Evidence: evidences,
}


@cache
def of_class(cls: type[Any]) -> st.SearchStrategy[Any]:
    """Objects of a class: a value, a record, or a part of one."""
    if cls in VALUES:
        return VALUES[cls]()
    return st.deferred(lambda: records_of(cls) if issubclass(cls, Record) else parts_of(cls))


def parts_of(cls: type[Any], **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    fields = {field.name: of_form(field.form) for field in fields_of(cls)} | given
    together = TOGETHER.get(cls, lambda fields: fields)
    return st.fixed_dictionaries(fields).map(together).map(lambda fields: cls(**fields))


@st.composite
def records_of(draw: st.DrawFn, cls: type[Record]) -> Record:
    """Records of a class, with evidence for some of their facts."""
    own = st.integers(100, 10**9).map(lambda rank: record_id(cls.type, SHA, rank))
    bare = draw(parts_of(cls, id=own, evidence=st.just(())))
    pointers = ["", *(f"/{field.name}" for field in fields_of(cls)), *(pointer for pointer, _ in facts(bare))]
    return evolve(bare, evidence=tuple(draw(st.lists(evidences(st.sampled_from(pointers)), max_size=4))))


def records() -> st.SearchStrategy[Any]:
    """Records of every type."""
    return st.one_of(*(of_class(cls) for cls in RECORD_TYPES.values()))


# ---- what fields ask of one another

Fields = dict[str, Any]


def _someone(fields: Fields) -> Fields:
    return fields if fields["actor"] else fields | {"described": fields["described"] or "an official"}


def _something(fields: Fields) -> Fields:
    return fields if any(fields.get(name) for name in ("weapon", "description", "number", "date")) else fields | SOME


SOME = {"weapon": record_id("weapon_system", SHA, 1)}


def _behind(fields: Fields) -> Fields:
    return fields | {"end": fields["start"] + 1 + abs(fields["end"]) % 1000}


def _long_enough(fields: Fields) -> Fields:
    ends = [stretch.end for stretch in fields["sections"]]
    basis = fields["published_basis"] if fields["published"] else None
    return fields | {"length": max([fields["length"], *ends]), "published_basis": basis}


def _paid_for(fields: Fields) -> Fields:
    covered = tuple(range(len(fields["items"])))[:2]
    if fields["value"] is None:
        return fields | {"value_covers": (), "alternatives": ()}
    return fields | {"value_covers": covered[::-1]}


TOGETHER: dict[type[Any], Callable[[Fields], Fields]] = {
    Attribution: _someone,
    Delivery: _something,
    Item: _something,
    Source: _long_enough,
    Stretch: _behind,
    Transfer: _paid_for,
}


@st.composite
def targets(draw: st.DrawFn, levels: int = 3) -> Target:
    """Targets with parts that may have parts."""
    parts = st.lists(targets(levels - 1), max_size=2).map(tuple) if levels else st.just(())
    return draw(parts_of(Target, parts=parts))


VALUES[Target] = targets
VALUES[Passage] = lambda: parts_of(Passage)
