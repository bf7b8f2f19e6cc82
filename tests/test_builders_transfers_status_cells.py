"""Rows of deals whose cells say more than their header asks: how far a deal has come and when, options, numbers with names."""

from __future__ import annotations

import pytest
from transfer_reading import notes

PURCHASES = """Norwegian arms purchases

What the Norwegian armed forces have bought

What | From | Number | Price | Status
{row}
F-35A fighters | Lockheed Martin (US) | 52 | NOK 90 bn | delivered
Leopard 2A8 tanks | KNDS Deutschland (Germany) | 54 | NOK 19.7 bn | from 2026
"""

ROWS = [
    (
        "K9 howitzers | Hanwha Aerospace (South Korea) | 28 | NOK 3 bn | 24 delivered",
        "KR>NO delivering: 28 K9 Thunder = NOK",
    ),
    (
        "K9 howitzers | Hanwha Aerospace (South Korea) | 28 | NOK 3 bn | 28 delivered",
        "KR>NO delivered: 28 K9 Thunder = NOK",
    ),
    (
        "K9 howitzers | Hanwha Aerospace (South Korea) | 28 | NOK 3 bn | first delivered 2019",
        "KR>NO delivering: 28 K9 Thunder = NOK",
    ),
    (
        "K9 howitzers | Hanwha Aerospace (South Korea) | 28 | NOK 3 bn | deliveries under way",
        "KR>NO delivering: 28 K9 Thunder = NOK",
    ),
    (
        "C-130J aircraft | Lockheed Martin (US) | 4 | NOK 3 bn | signed 2007",
        "US>NO signed 2007: 4 C-130J Super Hercules = NOK",
    ),
    (
        "C-130J aircraft | Lockheed Martin (US) | 4 | NOK 3 bn | delivered 2010",
        "US>NO delivered 2010: 4 C-130J Super Hercules = NOK",
    ),
    ("CV9030 vehicles | Sweden | 44, option for 33 | NOK 3 bn | signed", "SE>NO signed: 44 CV9030 = NOK"),
    ("CV9030 vehicles | Sweden | 44 (+33) | NOK 3 bn | signed", "SE>NO signed: 44 CV9030 = NOK"),
]


@pytest.mark.parametrize(("row", "expected"), ROWS)
def test_the_status_of_a_row(row: str, expected: str) -> None:
    assert any(n.startswith(expected) for n in notes(PURCHASES.format(row=row))), notes(PURCHASES.format(row=row))


CONTRACTS = """Contracts of the week

Date | Supplier | Customer | What | Value
6 May | Kongsberg | Japan | Joint Strike Missile, follow-on lot | NOK 1.1bn
8 May | Poongsan | Poland | tank ammunition | KRW 290bn
10 May | Baykar | Croatia | {what} | EUR 67m
"""


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("6 Bayraktar TB2", "TR>HR signed 2024-05-10: 6 Bayraktar TB2"),
        ("six Bayraktar TB2 drones", "TR>HR signed 2024-05-10: 6 Bayraktar TB2"),
        ("12 Akinci", "TR>HR signed 2024-05-10: 12 Bayraktar Akinci"),
        ("Bayraktar TB2", "TR>HR signed 2024-05-10: Bayraktar TB2"),
        ("Bayraktar TB2, 3-year support", "TR>HR signed 2024-05-10: Bayraktar TB2"),
    ],
)
def test_a_number_in_front_of_the_name_counts_it(what: str, expected: str) -> None:
    found = notes(CONTRACTS.format(what=what))
    assert any(n.startswith(expected) for n in found), found
