"""Buyers that a sentence names out of a crowd, and goods that it names behind a word for arms."""

from __future__ import annotations

import pytest
from transfer_reading import notes

THREE = ("KR>NO signed: K9 Thunder", "KR>FI signed: K9 Thunder", "KR>EE signed: K9 Thunder")
BUYERS: list[tuple[str, tuple[str, ...]]] = [
    ("Other NATO members like Norway, Finland and Estonia also bought the K9.", THREE),
    ("NATO members such as Norway, Finland and Estonia have bought the K9 howitzer.", THREE),
    ("Several countries, including Norway, Finland and Estonia, have bought the K9 howitzer.", THREE),
    ("European customers, notably Norway, Finland and Estonia, ordered the K9 howitzer.", THREE),
    ("Nordic and Baltic states like Norway, Finland and Estonia ordered K9 howitzers from South Korea.", THREE),
    ("Norway, like Finland and Estonia, has bought the K9 howitzer.", ("KR>NO signed: K9 Thunder",)),
]
GOODS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Poland has recently ordered different types of combat equipment from South Korea, including K2 tanks, K9 howitzers "
        "and FA-50 light aircraft.",
        ("KR>PL signed: K2 Black Panther, K9 Thunder, FA-50",),
    ),
    (
        "Poland has ordered military equipment from South Korea, including 180 K2 tanks and 212 K9 howitzers.",
        ("KR>PL signed: 180 K2 Black Panther, 212 K9 Thunder",),
    ),
    (
        "Estonia bought weapons from South Korea in 2018, including 12 K9 howitzers.",
        ("KR>EE signed 2018: 12 K9 Thunder",),
    ),
    (
        "Saudi Arabia acquired air defence equipment from South Korea, including ten batteries of the Cheongung-II.",
        ("KR>SA signed: 10 battery M-SAM II Cheongung-II",),
    ),
    (
        "Romania purchased hardware from Hanwha, including 54 K9 howitzers.",
        ("KR>RO signed: 54 K9 Thunder",),
    ),
    ("Poland received visitors from South Korea, including the pilots of FA-50 aircraft.", ()),
]


@pytest.mark.parametrize(("text", "expected"), [*BUYERS, *GOODS], ids=[t[:40] for t, _ in [*BUYERS, *GOODS]])
def test_what_is_named(text: str, expected: tuple[str, ...]) -> None:
    assert sorted(notes(text)) == sorted(expected)
