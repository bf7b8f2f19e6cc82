"""Goods that a sentence counts and deals out to several states; counts that are no such thing."""

from __future__ import annotations

import pytest
from transfer_reading import notes

TITLE = "Notes of the year\n\n"

TOLD: list[tuple[str, tuple[str, ...]]] = [
    (
        "Among the deliveries were 105 F-35A aircraft, of which 46 for the Netherlands, 31 for Norway and 17 for Italy.",
        ("US>NL delivered: 46 F-35A", "US>NO delivered: 31 F-35A", "US>IT delivered: 17 F-35A"),
    ),
    (
        "The United States delivered 77 F-35As: 46 to the Netherlands and 31 to Norway.",
        ("US>NL delivered: 46 F-35A", "US>NO delivered: 31 F-35A"),
    ),
    (
        "Of the 200 K9s sold by South Korea, 96 went to Finland, 24 to Norway and 36 to Estonia.",
        ("KR>FI signed: 96 K9 Thunder", "KR>NO signed: 24 K9 Thunder", "KR>EE signed: 36 K9 Thunder"),
    ),
    (
        "Hanwha has 40 K239 launchers on its books, 16 for Norway and 6 for Estonia.",
        ("KR>NO signed: 16 K239 Chunmoo", "KR>EE signed: 6 K239 Chunmoo"),
    ),
    (
        "A total of 60 CAESARs will be handed over in 2026, 12 to Estonia, 18 to Lithuania and 30 to Belgium.",
        (
            "FR>EE planned 2026: 12 CAESAR",
            "FR>LT planned 2026: 18 CAESAR",
            "FR>BE planned 2026: 30 CAESAR",
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_goods_are_dealt_out(text: str, expected: tuple[str, ...]) -> None:
    assert notes(TITLE + text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ten F-35As flew over the bay, six for Norway's birthday and four for show.",
        "The 12 F-16s in the exercise scored 46 points for Norway and 31 for Italy.",
        "Of the 20 F-35As on the ramp, 12 belong to Norway and eight to Italy.",
        "No more than 30 K9s were never delivered, 20 to Norway and 10 to Finland.",
    ],
)
def test_other_counts_beside_states_are_no_deals(text: str) -> None:
    assert notes(TITLE + text) == ()
