"""Lists of orders and gifts without verbs, and tables of what has come beside what is to come."""

from __future__ import annotations

import pytest
from transfer_reading import notes

ORDERS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Major contracts\n\nKongsberg Defence & Aerospace, selected, in NOK million:\n"
        " * Joint Strike Missile, Australia, first batch of a contract awarded December 2022 ........ 1,400\n"
        " * Naval Strike Missile, Royal Navy, sets for 11 ships, replaces Harpoon, November 2022 ..... n.d.\n"
        " * Protector RS6 remote weapon stations, US Marine Corps, 2022 ............... 940\n",
        (
            "NO>AU signed 2022-12: JSM = NOK 1400000000",
            "NO>GB signed 2022-11: NSM",
            "NO>US signed 2022: Protector RWS = NOK 940000000",
        ),
    ),
    (
        "Order book of Saab, selected\n\nGlobalEye, France, two aircraft, December 2025 ....... SEK 12.3 billion\n"
        "Gripen E, Thailand, four aircraft, August 2025 ....... SEK 5.3 billion\n",
        ("SE>FR signed 2025-12: 2 GlobalEye = SEK 12300000000", "SE>TH signed 2025-08: 4 JAS 39E = SEK 5300000000"),
    ),
    (
        "Orders of the year\n\n- Estonia, 12 more CAESAR, KNDS, June 2024\n- Slovenia, one IRIS-T SLM battery, Diehl, January 2024\n",
        ("NL>EE signed 2024-06: 12 CAESAR", "DE>SI signed 2024-01: 1 battery IRIS-T SLM"),
    ),
    (
        "Backlog of Baykar\n\nKuwait: TB2, USD 370 m, January 2023\nSaudi Arabia: Akinci, contract July 2023\n",
        ("TR>KW signed 2023-01: Bayraktar TB2 = USD 370000000", "TR>SA signed 2023-07: Bayraktar Akinci"),
    ),
    (
        "Drones\n\nSupplier: Türkiye\n- Poland, 24 TB2, 2022-2024\n- Romania, 18 TB2, contract 2023, USD 321 million\n",
        ("TR>PL signed 2022/2024: 24 Bayraktar TB2", "TR>RO signed 2023: 18 Bayraktar TB2 = USD 321000000"),
    ),
    (
        "Aircraft transfers between partners\n\n- from Norway to Ukraine: 6 F-16 (2024)\n"
        "- from the Netherlands to Romania: 18 F-16, 2025\n- from Portugal to Romania: 12 F-16, 2013\n",
        (
            "NO>UA signed 2024: 6 F-16 Fighting Falcon",
            "NL>RO signed 2025: 18 F-16 Fighting Falcon",
            "PT>RO signed 2013: 12 F-16 Fighting Falcon",
        ),
    ),
    (
        "SALES NOTIFIED TO CONGRESS, JULY 2024\n\nJuly 11 - Italy - 6 MQ-9 Block 5 - $738 million\n"
        "July 16 - Singapore - 8 F-35B - $2.75 billion\n",
        (
            "US>IT planned 2024-07-11: 6 MQ-9 Reaper = USD 738000000",
            "US>SG planned 2024-07-16: 8 F-35B = USD 2750000000",
        ),
    ),
    # what is no order
    ("Shows of the year\n\n- Paris, Rafale display, June 2024\n- Farnborough, Typhoon, July 2024\n", ()),
    ("Orders that failed\n\n- Denmark, Typhoon, bid lost in 2016\n- Kuwait, 32 Caracal, cancelled 2021\n", ()),
    ("Customers of the yard\n\n- Norway, two ferries, June 2024\n- Chile, one trawler, NOK 300 million\n", ()),
]


@pytest.mark.parametrize(("text", "expected"), ORDERS)
def test_lists_of_orders(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


GIFTS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Country tracker: Norway\n\nGiven to Ukraine\n22 M109A3GN howitzers (2022)\n8 Leopard 2A4 (March 2023)\n\nPromised\n6 F-16\n",
        (
            "NO>UA donated 2022: 22 M109A3GN",
            "NO>UA donated 2023-03: 8 Leopard 2A4",
            "NO>UA planned: 6 F-16 Fighting Falcon",
        ),
    ),
    (
        "Aid to Ukraine by month\n\nApril 2022: Slovakia, one S-300 battery\nJune 2022: United States, 4 HIMARS\n"
        "January 2023: United Kingdom, 14 Challenger 2\n",
        (
            "SK>UA donated 2022-04: 1 battery S-300",
            "US>UA donated 2022-06: 4 M142 HIMARS",
            "GB>UA donated 2023-01: 14 Challenger 2",
        ),
    ),
    (
        "Fact sheet: what Canberra has given\n\nAustralia's support for Ukraine totals A$1.1 billion. It consists of:\n"
        "- 120 Bushmaster protected vehicles\n- six M777 howitzers\n",
        ("AU>UA donated: 120 Bushmaster", "AU>UA donated: 6 M777"),
    ),
    (
        "Aid by item (Germany to Ukraine)\n\nItem\tDelivered\tIn planning\nGepard\t52\t-\nIRIS-T SLM\t4\t8\nMarder\t100\t40\n",
        (
            "DE>UA donated: 52 Gepard",
            "DE>UA donated: 4 IRIS-T SLM",
            "DE>UA planned: 8 IRIS-T SLM",
            "DE>UA donated: 100 Marder",
            "DE>UA planned: 40 Marder",
        ),
    ),
    (
        "Arms transfers to Ghana\n\nSupplier | Item | Quantity | Delivered\nTürkiye | Cobra II armoured vehicles | 19 | 2023\n"
        "Israel | Orbiter 3B drones | 4 | 2022\n",
        ("TR>GH delivered 2023: 19 Cobra II", "IL>GH delivered 2022: 4 Orbiter"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), GIFTS)
def test_lists_of_gifts(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


@pytest.mark.parametrize(
    "heading", ["Korean arms orders", "Orders for Korean arms", "Korean arms exports", "Korean orders"]
)
@pytest.mark.parametrize("item", ["{}", "- {}"])
@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Poland: 180 K2 tanks, delivered", "KR>PL delivered: 180 K2 Black Panther"),
        ("Poland: 180 K2 tanks, ordered 2022", "KR>PL signed 2022: 180 K2 Black Panther"),
        ("Poland: 180 K2 tanks, under negotiation", "KR>PL negotiating: 180 K2 Black Panther"),
        ("Poland: 180 K2 tanks, suspended", "KR>PL suspended: 180 K2 Black Panther"),
        ("Poland: 180 K2 tanks, cancelled 2024", "KR>PL cancelled 2024: 180 K2 Black Panther"),
        ("Poland: 180 K2 tanks, option", "KR>PL considered: (180 K2 Black Panther)"),
        ("Poland: 180 K2 tanks, ordered 2022, delivered", "KR>PL delivered 2022: 180 K2 Black Panther"),
    ],
)
def test_the_state_that_makes_the_weapon_sells_it(heading: str, item: str, entry: str, expected: str) -> None:
    text = f"{heading}\n\n{item.format(entry)}\n{item.format('Norway: 24 K9 howitzers, delivered')}\n"
    assert notes(text) == (expected, "KR>NO delivered: 24 K9 Thunder")


@pytest.mark.parametrize(
    ("heading", "entry", "expected"),
    [
        ("German arms orders", "Lithuania: 44 Leopard 2A8 tanks, ordered 2024", "DE>LT signed 2024: 44 Leopard 2A8"),
        ("German arms orders", "Israel: Arrow 3, ordered 2023", "IL>DE signed 2023: Arrow 3"),
        ("Polish arms orders", "South Korea: 180 K2 tanks, delivered", "KR>PL delivered: 180 K2 Black Panther"),
        ("Arms imports of Poland", "South Korea: 180 K2 tanks, delivered", "KR>PL delivered: 180 K2 Black Panther"),
        ("Arms imports of Germany", "Sweden: 12 Leopard 2A8 tanks, ordered 2024", "SE>DE signed 2024: 12 Leopard 2A8"),
        ("Arms orders", "Poland: 180 K2 tanks, delivered", "KR>PL delivered: 180 K2 Black Panther"),
        ("Korean defence contracts", "Poland: 180 K2 tanks, delivered", "KR>PL delivered: 180 K2 Black Panther"),
    ],
)
def test_who_buys_under_a_heading_of_orders(heading: str, entry: str, expected: str) -> None:
    assert notes(f"{heading}\n\n{entry}\n") == (expected,)
