"""The table of claims: what the records of a case say of each field, side by side, one claim a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from kordef.amounts import Amount
from kordef.periods import Period
from kordef.records import RECORD_TYPES, Record
from kordef.tables.columns import Column, Get, Kind, of_value
from kordef.values import Money, Quantity

if TYPE_CHECKING:
    from kordef.cases import Case
    from kordef.cases.model import Claim, FieldClaims
    from kordef.tables.layout import Words

__all__ = ["Claimed", "columns"]


@frozen(kw_only=True)
class Claimed:
    """A claim with its record, its field and its case, and the place of the claim among those of the case."""

    record: Record
    claim: Claim
    field: FieldClaims
    case: Case
    position: int
    words: Words

    @property
    def source(self) -> str:
        """The id of the document."""
        return self.record.source

    @property
    def place(self) -> str:
        """The JSON Pointer of the field in the record."""
        return self.claim.pointer


def columns(shared: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns of the table, ``shared`` being those that it has in common with others."""
    return (
        _text(
            "id", "The id of the case and the number of the claim among those of the case.", _identifier, unique=True
        ),
        *shared,
        _text("case", "The id of the case: records of several documents that speak of one thing.", lambda r: r.case.id),
        Column(
            name="case_type",
            kind=Kind.TEXT,
            about="The type of the case's records.",
            required=True,
            members=tuple(RECORD_TYPES),
            get=lambda row: row.case.type,
        ),
        _text("field", "What is claimed: the name of a field, or what of it.", lambda row: row.field.field),
        _text("says", "The claim as text.", lambda row: str(row.claim)),
        *of_value(
            (Money, Quantity),
            "value",
            "The amount, sum or quantity that is claimed.",
            False,
            _if(Amount, Money, Quantity),
        ),
        *of_value((Period,), "date", "The date that is claimed.", False, _if(Period)),
        _text(
            "consensus",
            "What the claims of this field come to; empty where they cannot be put together.",
            _consensus,
            False,
        ),
        _text(
            "reached",
            "How they come to it: one_source, all_alike, narrowest, majority, latest or together.",
            lambda row: None if row.field.consensus is None else str(row.field.consensus.reached.value),
            False,
        ),
        _text("conflict", "Why the claims of this field cannot all be true; empty where they can.", _conflict, False),
    )


def _text(name: str, about: str, get: Get, required: bool = True, *, unique: bool = False) -> Column:
    pattern = "case-[0-9a-f]{12}" + ("/[0-9]+" if unique else "") if name in ("id", "case") else None
    return Column(name=name, kind=Kind.TEXT, about=about, required=required, unique=unique, pattern=pattern, get=get)


def _identifier(row: Claimed) -> str:
    return f"{row.case.id}/{row.position}"


def _if(*classes: type[Any]) -> Get:
    return lambda row: row.claim.value if isinstance(row.claim.value, classes) else None


def _consensus(row: Claimed) -> str | None:
    return None if row.field.consensus is None else str(row.field.consensus)


def _conflict(row: Claimed) -> str | None:
    return None if row.field.conflict is None else row.field.conflict.sentence
