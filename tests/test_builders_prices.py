"""The price of a sale is the value of its deal and no figure of its own."""

from __future__ import annotations

import pytest

from kordef.catalogue import load
from kordef.document import Document
from kordef.mentions import find
from kordef.pipeline import extract
from kordef.reading import read_text
from kordef.records import Observation, Transfer


def _read(text: str) -> tuple[list[str], list[str]]:
    """The sums of the deals and of the figures of a text."""
    document: Document = read_text("test.txt", text + "\n")
    assert find(document, load()).values
    found = extract(document).records
    deals = [str(r.value.amount.low) for r in found if isinstance(r, Transfer) and r.value is not None]
    return deals, [str(r.value.amount.low) for r in found if isinstance(r, Observation)]


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("Hanwha Aerospace to export $938mn K9 howitzer to Romania", "938000000"),
        ("South Korea sold Malaysia 18 FA-50 jets for a total of $920 million last year.", "920000000"),
        ("Hanwha sold Poland 212 K9 howitzers worth a total of $2.4 billion in 2022.", "2400000000"),
        ("Hanwha sold Poland 212 K9 howitzers costing a total of $2.4 billion in 2022.", "2400000000"),
        ("Romania bought 54 K9 howitzers from South Korea at a total of $920 million.", "920000000"),
    ],
)
def test_a_price_is_told_once(text: str, price: str) -> None:
    assert _read(text) == ([price], [])


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("South Korea exported arms worth a total of $17 billion in 2022.", "17000000000"),
        ("Hanwha's arms exports to Poland reached a total of $4 billion in 2023.", "4000000000"),
        ("Poland's defence spending rose to a total of $30 billion in 2024.", "30000000000"),
    ],
)
def test_a_total_stays_a_figure(text: str, figure: str) -> None:
    assert figure in _read(text)[1]
