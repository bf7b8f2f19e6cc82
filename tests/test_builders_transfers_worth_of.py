"""Sums "worth of" goods, contracts that a new one follows, and a plan beside an older contract of another price."""

from __future__ import annotations

import pytest
from transfer_reading import notes

WORTH: list[tuple[str, tuple[str, ...]]] = [
    (
        "Hanwha supplied $300 million worth of K9 howitzers to India.",
        ("KR>IN signed: K9 Thunder = USD 300000000",),
    ),
    (
        "Poland bought $5 billion worth of K2 tanks from South Korea in 2022.",
        ("KR>PL signed 2022: K2 Black Panther = USD 5000000000",),
    ),
    (
        "Hanwha to export 1.3 trillion won worth of K9 howitzers to Romania.",
        ("KR>RO planned: K9 Thunder = KRW 1300000000000",),
    ),
    (
        "Washington has given Ukraine $2 billion worth of HIMARS rockets.",
        ("US>UA donated: M142 HIMARS = USD 2000000000",),
    ),
    (
        "Qatar ordered €6 billion worth of Rafale jets from France in 2015.",
        ("FR>QA signed 2015: Rafale = EUR 6000000000",),
    ),
    ("A report worth of reading came out.", ()),
]
FOLLOWED: list[tuple[str, tuple[str, ...]]] = [
    (
        f"Hanwha signed a $250 million deal to export K9 howitzers to India. {how} under which Hanwha supplied $300 million "
        "worth of K9 howitzers to India by 2020.",
        ("KR>IN signed: K9 Thunder = USD 250000000", "KR>IN signed 2017: K9 Thunder = USD 300000000"),
    )
    for how in (
        "This agreement follows a 2017 contract",
        "The order follows a 2017 deal",
        "The contract followed a 2017 agreement",
        "It follows a 2017 order",
        "This deal succeeds a 2017 contract",
    )
]
OTHER_PRICES: list[tuple[str, tuple[str, ...]]] = [
    (
        "South Korea is seeking to finalise a contract to export 820 K2 tanks to Poland, in a deal estimated at $7 billion.\n\n"
        "The two countries signed a $12.4 billion agreement in July 2022, under which South Korea will supply K2 tanks and K9 "
        "howitzers to Poland.",
        (
            "KR>PL considered: 820 K2 Black Panther = USD 7000000000",
            "KR>PL signed 2022-07: K2 Black Panther, K9 Thunder = USD 12400000000",
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*WORTH, *FOLLOWED, *OTHER_PRICES])
def test_what_sums_are_for(text: str, expected: tuple[str, ...]) -> None:
    assert sorted(notes(text)) == sorted(expected)
