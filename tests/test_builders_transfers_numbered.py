"""Tracker pages with a heading for each state and labelled deals below it."""

from __future__ import annotations

import pytest
from transfer_reading import notes

PAGE = """Arms deals in Europe, country by country

— PORTUGAL —
Deal: none so far
Status: no talks

— ESTONIA —
{lines}

— FINLAND —
Deal: K9 howitzers, 48 units, 2017
Status: delivered
"""

DEALS = [
    ("Deal 1: K9, 36 units, 2018", "KR>EE signed 2018: 36 K9 Thunder"),
    ("Deal: 36 K9 howitzers, EUR 46 m", "KR>EE signed: 36 K9 Thunder = EUR 46000000"),
    ("Order 2: 12 CAESAR, signed June 2024, EUR 60 m", "FR>EE signed 2024-06: 12 CAESAR = EUR 60000000"),
    ("Contract no. 3: 6 HIMARS, ordered 2022\nStatus: delivered", "US>EE delivered 2022: 6 M142 HIMARS"),
    (
        "Purchase: Chunmoo, 6 launchers\nStatus: contract of EUR 290 m concluded on 21 December 2023",
        "KR>EE signed 2023-12-21: 6 K239 Chunmoo = EUR 290000000",
    ),
]


@pytest.mark.parametrize(("lines", "expected"), DEALS)
def test_a_labelled_deal_is_of_the_state_above_it(lines: str, expected: str) -> None:
    found = notes(PAGE.format(lines=lines))
    assert expected in found
    assert any(n.startswith("KR>FI") and "48 K9 Thunder" in n for n in found)


def test_two_deals_of_one_state_are_two() -> None:
    found = notes(PAGE.format(lines="Deal 1: K9, 36 units, 2018\nDeal 2: 12 CAESAR, 2024"))
    assert "KR>EE signed 2018: 36 K9 Thunder" in found
    assert "FR>EE signed 2024: 12 CAESAR" in found


@pytest.mark.parametrize(
    "lines",
    [
        "Deal: none",
        "Deal: under study",
        "Deal of the week: 12 books",
        "Dealer: 36 K9",
        "Order: quiet streets, 36 police",
    ],
)
def test_labels_without_goods_tell_nothing(lines: str) -> None:
    assert not [n for n in notes(PAGE.format(lines=lines)) if ">EE" in n]
