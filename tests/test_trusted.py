"""Objects made without the checks of their constructors are the same as those made with them."""

from __future__ import annotations

import pickle
from copy import copy
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError

from kordef.amounts import Amount
from kordef.errors import InvalidValue
from kordef.mentions.model import ActorMention, DateMention, ValueMention, WeaponMention
from kordef.periods import Period
from kordef.trusted import trusted
from kordef.vocabulary import ActorKind, Qualifier

AMOUNT: dict[str, Any] = {"low": Decimal(5), "high": None, "qualifier": Qualifier.OVER}
PLACE: dict[str, Any] = {"start": 1, "end": 3, "exact": "24", "block": 0}
CASES: list[tuple[type[Any], dict[str, Any]]] = [
    (Amount, AMOUNT),
    (Period, {"edtf": "2024-03", "words": "last March"}),
    (ValueMention, {**PLACE, "kind": "count", "amount": Amount(**AMOUNT), "unit": "item", "number": (1, 3)}),
    (DateMention, {**PLACE, "period": Period(edtf="2024")}),
    (ActorMention, {**PLACE, "key": "state:KR", "kind": ActorKind.STATE, "name": "South Korea"}),
    (WeaponMention, {**PLACE, "key": "weapon:k9", "name": "K9"}),
]


@pytest.mark.parametrize(("cls", "fields"), CASES)
def test_is_the_same_object_in_every_way(cls: type[Any], fields: dict[str, Any]) -> None:
    made, checked = trusted(cls)(**fields), cls(**fields)
    assert type(made) is cls
    assert (made, hash(made), repr(made)) == (checked, hash(checked), repr(checked))
    assert copy(made) == evolve(made) == pickle.loads(pickle.dumps(made)) == checked


@pytest.mark.parametrize(("cls", "fields"), CASES)
def test_is_frozen(cls: type[Any], fields: dict[str, Any]) -> None:
    made = trusted(cls)(**fields)
    with pytest.raises(FrozenInstanceError):
        setattr(made, next(iter(fields)), None)
    with pytest.raises(FrozenInstanceError):
        delattr(made, next(iter(fields)))


def test_takes_no_more_than_the_class_and_no_less() -> None:
    with pytest.raises(TypeError):
        trusted(Amount)(low=Decimal(1))  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    with pytest.raises(TypeError):
        trusted(Amount)(**AMOUNT, note="")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]


def test_leaves_the_class_as_it_was() -> None:
    trusted(Amount)
    with pytest.raises(InvalidValue):
        Amount(low=Decimal(2), high=Decimal(1), qualifier=Qualifier.ABOUT)
