"""Abbreviations and further nouns that a text gives to a weapon which it has just named."""

from __future__ import annotations

import pytest

from kordef.catalogue import load
from kordef.mentions import find
from kordef.reading import read_text


def weapons(text: str) -> list[tuple[str, str]]:
    document = read_text("test.txt", text + "\n")
    return [(w.exact, w.key) for w in find(document, load()).weapons]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Latvia will buy 18 K9 self-propelled howitzers (SPHs).",
            [("K9 self-propelled howitzers", "weapon:k9")],
        ),
        (
            "Latvia bought six K10 Ammunition Resupply Vehicles (ARVs) and K9s. It got two ARVs in May.",
            [("K10 Ammunition Resupply Vehicles", "weapon:k10"), ("K9s", "weapon:k9"), ("ARVs", "weapon:k10")],
        ),
        (
            "Peru bought 54 K2 main battle tanks (MBTs).",
            [("K2 main battle tanks", "weapon:k2")],
        ),
        (
            "Peru ordered 12 FA-50 trainers/light fighters.",
            [("FA-50 trainers", "weapon:fa-50")],
        ),
    ],
)
def test_a_second_name_is_no_second_weapon(text: str, expected: list[tuple[str, str]]) -> None:
    assert weapons(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Latvia bought 18 K9 howitzers, six K10 vehicles and four ARVs (in 2023). It got ten ARVs in May.",
        "Latvia bought 18 K9 howitzers (54 ARVs come later).",
    ],
)
def test_other_brackets_leave_weapons_alone(text: str) -> None:
    assert any(key.startswith("class:") for _, key in weapons(text))
