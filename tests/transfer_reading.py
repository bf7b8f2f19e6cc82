"""Reads a text and tells its transfers in one line each, as the tests write them down."""

from __future__ import annotations

from functools import cache

from attrs import evolve

from kordef.amounts import Amount
from kordef.builders import page_of
from kordef.builders.page import Page
from kordef.builders.transfers import builder as transfers
from kordef.catalogue import Catalogue
from kordef.catalogue import load as load_catalogue
from kordef.evidence import unsupported
from kordef.mentions import find
from kordef.periods import Period
from kordef.reading import read_text
from kordef.records import Item, Transfer
from kordef.vocabulary import Counting

__all__ = ["note", "notes", "read", "summary"]


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def read(text: str, published: str | None = "2024-06-05") -> tuple[Page, tuple[Transfer, ...]]:
    """The page of a text, and its transfers; every field that a transfer states must have its evidence."""
    document = read_text("test.txt", text.strip() + "\n")
    if published:
        document = evolve(document, published=Period(edtf=published), published_basis="printed")
    page = page_of(document, find(document, catalogue()), catalogue())
    found = transfers.build(page)
    for transfer in found:
        assert unsupported(transfer) == (), transfer
    return page, found


def summary(page: Page, transfer: Transfer) -> dict[str, object]:
    """What a test may ask of a transfer; weapons by their names, numbers as written in digits."""
    return {
        "supplier": _side(page, transfer.supplier),
        "recipient": _side(page, transfer.recipient),
        "end_user": _side(page, transfer.end_user),
        "companies": sorted(page.actors[c].name for c in transfer.companies),
        "weapons": [page.weapons[i.weapon].name if i.weapon else i.description for i in transfer.items],
        "numbers": [_number(i.number) for i in transfer.items if i.number is not None],
        "value": str(transfer.value.amount.low) if transfer.value is not None else None,
        "unit": transfer.value.currency if transfer.value is not None else None,
        "stage": str(transfer.stage),
        "kind": str(transfer.kind),
        "date": transfer.stages[0].date.edtf if transfer.stages else None,
        "terms": sorted(str(t) for t in transfer.terms),
        "replaces": [page.weapons[w].name for w in transfer.replaces],
        "open_list": transfer.open_list,
    }


def notes(text: str, published: str | None = "2024-06-05") -> tuple[str, ...]:
    """The transfers of a text, each in one line: see :func:`note`."""
    page, found = read(text, published)
    return tuple(note(page, transfer) for transfer in found)


def note(page: Page, transfer: Transfer) -> str:
    """A transfer as "KR>NO signed 2017: 24 K9 Thunder, 6 K10 = NOK 1800000000"; an option in brackets, an end user behind "for"."""
    items = [_item(page, item) for item in transfer.items]
    user = f" for {_side(page, transfer.end_user)}" if transfer.end_user else ""
    date = f" {transfer.stages[0].date.edtf}" if transfer.stages else ""
    value = f" = {transfer.value.currency} {_number(transfer.value.amount)}" if transfer.value is not None else ""
    sides = f"{_side(page, transfer.supplier)}>{_side(page, transfer.recipient)}{user}"
    return f"{sides} {transfer.stage}{date}: {', '.join(items)}{value}"


def _item(page: Page, item: Item) -> str:
    name = page.weapons[item.weapon].name if item.weapon else item.description or ""
    number = f"{_number(item.number)} " if item.number is not None else ""
    text = f"{number}{item.unit + ' ' if item.unit else ''}{name}".strip()
    return f"({text})" if item.counting is Counting.OPTION else text


def _side(page: Page, actor: str | None) -> str | None:
    return None if actor is None else page.actors[actor].code or page.actors[actor].name


def _number(amount: Amount) -> str:
    low, high = amount.low, amount.high
    return str(low if low is not None else high) if low is None or high is None or low == high else f"{low}-{high}"
