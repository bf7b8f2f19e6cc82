"""Lots, shares and arrivals of what is counted: "28 of which are due by 2023", "to Turkey (280 units) and Poland (364)"."""

from __future__ import annotations

import pytest
from transfer_reading import notes, read

TOLD: list[tuple[str, tuple[str, ...]]] = [
    (
        "Finland ordered 48 K9 howitzers from South Korea in 2017. All were delivered by the end of 2020.",
        ("KR>FI delivered 2017: 48 K9 Thunder",),
    ),
    (
        "Finland ordered 48 K9 howitzers from South Korea in 2017. Not all were delivered by the end of 2020.",
        ("KR>FI signed 2017: 48 K9 Thunder",),
    ),
    (
        "Poland ordered 180 K2 tanks from South Korea in 2022. Of the 180 tanks, ten arrived in December; a further 18 are "
        "due this year.",
        ("KR>PL delivering 2022: 180 K2 Black Panther",),
    ),
    ("Germany and Denmark bought 100 Leopard 1 tanks for Ukraine.", ("DE>UA donated: 100 Leopard 1",)),
    (
        "South Korea sold Norway 24 and Finland 48 K9 howitzers.",
        ("KR>NO signed: 24 K9 Thunder", "KR>FI signed: 48 K9 Thunder"),
    ),
    (
        "South Korea sold K9 howitzers to Turkey (280 units) and Poland (364).",
        ("KR>TR signed: 280 K9 Thunder", "KR>PL signed: 364 K9 Thunder"),
    ),
    (
        "Poland bought 212 K9 howitzers from South Korea in 2022, and a year later 152 more.",
        ("KR>PL signed 2022: 212 K9 Thunder", "KR>PL signed 2023: 152 K9 Thunder"),
    ),
    ("Norway ordered four submarines, TKMS of Germany its Type 212CD.", ("DE>NO signed: 4 Type 212CD",)),
    (
        "The ministry ordered 24 K9 howitzers from South Korea, Norway's defence ministry said.",
        ("KR>NO signed: 24 K9 Thunder",),
    ),
    ("The Netherlands promised to pay for 14 Leopard 2 tanks for Ukraine.", ("NL>UA planned: 14 Leopard 2",)),
    ("Poland bought 20 Leopard 1 tanks bound for Ukraine from Rheinmetall.", ("DE>PL for UA signed: 20 Leopard 1",)),
    (
        "Norway's orders abroad\n\n- 24 K9 howitzers, South Korea, 2017, delivered by 2020\n- 54 Leopard 2A8, Germany, due 2028",
        ("KR>NO delivered 2017: 24 K9 Thunder", "DE>NO signed: 54 Leopard 2A8"),
    ),
    ("Kazakhstan's purchases\n\n- four L-39 from Russian stocks, 2012", ("RU>KZ signed 2012: 4 L-39 Albatros",)),
    (
        "The State Department cleared the sale of 20 F-35As to Finland in April, and a contract followed in May.",
        ("US>FI signed 2024-05: 20 F-35A",),
    ),
    ("Kyiv is to get 30 Leopard 1 tanks, Berlin announced.", ("DE>UA planned: 30 Leopard 1",)),
    (
        "Saab offers the Gripen abroad. In Canada the firm is bidding for an order of 88 Gripen fighters.",
        ("SE>CA considered: 88 JAS 39 Gripen",),
    ),
    (
        "Norway ordered 24 K9 howitzers in 2017 and 4 in 2022. In all Norway bought 28 K9 howitzers from South Korea.",
        ("KR>NO signed 2017: 24 K9 Thunder", "KR>NO signed 2022: 4 K9 Thunder"),
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_a_count_is_read(text: str, told: tuple[str, ...]) -> None:
    assert notes(text) == told


LOTS: list[tuple[str, list[tuple[int | None, str | None]]]] = [
    ("Poland ordered 180 K2 tanks from South Korea, 28 of which are to be delivered by 2023.", [(28, "../2023")]),
    (
        "Poland bought 48 K9 howitzers, with 24 to be delivered in 2022 and the rest in 2023.",
        [(24, "2022"), (None, "2023")],
    ),
    ("Poland bought 48 K9 howitzers in 2022; the rest of its guns are Soviet.", []),
]


@pytest.mark.parametrize(("text", "lots"), LOTS)
def test_a_lot_has_its_number_and_time(text: str, lots: list[tuple[int | None, str | None]]) -> None:
    _, (transfer,) = read(text)
    drops = [(d.number and d.number.low, d.date and d.date.edtf) for d in transfer.deliveries]
    assert drops == lots
