"""Rows of deals whose cells say more than their header asks: how far a deal has come and when, options, numbers with names."""

from __future__ import annotations

import pytest
from transfer_reading import note, notes, read

from kordef.vocabulary import Counting, Term

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


ORDERS = """Table of orders

Buyer | Weapon | Quantity | {header}
Poland | K2 tanks | 180 | {status}
Norway | K9 howitzers | 24 | delivered
Peru | K808 vehicles | 30 | suspended
"""


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("Cancelled", "cancelled"),
        ("Canceled", "cancelled"),
        ("Cancelled in 2024", "cancelled 2024"),
        ("Signed 2022, cancelled 2024", "cancelled 2024"),
        ("Terminated", "cancelled"),
        ("Rejected", "cancelled"),
        ("Not pursued", "cancelled"),
        ("Lost to Leopard 2A8", "cancelled"),
        ("Tender cancelled", "cancelled"),
        ("Cancelled after talks", "cancelled"),
        ("On hold", "suspended"),
        ("Suspended", "suspended"),
        ("Contract frozen", "suspended"),
        ("Under negotiation", "negotiating"),
        ("In talks", "negotiating"),
        ("Contract talks", "negotiating"),
        ("Tender", "considered"),
        ("Under evaluation", "considered"),
        ("Shortlisted", "considered"),
        ("Preferred bidder", "selected"),
        ("Not signed", "planned"),
        ("No contract", "planned"),
        ("Signed", "signed"),
        ("In production", "signed"),
        ("Not delivered", "signed"),
        ("Option exercised", "signed"),
        ("Signed; option cancelled", "signed"),
        ("Signed, option for 20 more", "signed"),
        ("Not cancelled; signed", "signed"),
        ("In service", "delivered"),
        ("Delivered after suspension", "delivered"),
        ("Suspended, now delivered", "delivered"),
        ("Delivered, withdrawn from service", "delivered"),
        ("", "signed"),
        ("from 2026", "signed"),
    ],
)
@pytest.mark.parametrize("header", ["Status", "Stage"])
def test_how_far_a_status_says_that_a_deal_has_come(header: str, status: str, expected: str) -> None:
    poland, norway, peru = notes(ORDERS.format(header=header, status=status))
    assert poland == f"KR>PL {expected}: 180 K2 Black Panther"
    assert (norway, peru) == ("KR>NO delivered: 24 K9 Thunder", "KR>PE suspended: 30 K808")


@pytest.mark.parametrize("status", ["Option", "Options", "Optional"])
def test_an_option_is_no_order(status: str) -> None:
    page, found = read(ORDERS.format(header="Status", status=status))
    assert note(page, found[0]) == "KR>PL considered: (180 K2 Black Panther)"
    assert found[0].items[0].counting is Counting.OPTION
    assert found[0].terms == (Term.OPTION,)


@pytest.mark.parametrize("status", ["Zebra", "Classified", "Red"])
def test_a_status_that_no_rule_knows_makes_no_order(status: str) -> None:
    assert notes(ORDERS.format(header="Status", status=status))[0] == "KR>PL planned: 180 K2 Black Panther"


def test_a_halt_leaves_the_day_of_the_order() -> None:
    page, found = read(
        "Korean orders\n\nBuyer | Weapon | Number | Ordered | Status\nPoland | K2 tanks | 180 | 2022 | cancelled 2024\n"
        "Norway | K9 howitzers | 24 | 2017 | delivered\n"
    )
    told = [(str(s.stage), s.date.edtf) for s in found[0].stages]
    assert (note(page, found[0]).split(":")[0], told) == (
        "KR>PL cancelled 2024",
        [("cancelled", "2024"), ("signed", "2022")],
    )
