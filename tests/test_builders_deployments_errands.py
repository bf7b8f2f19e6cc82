"""Deployments: what is sent on duty, visits of ships, training that takes place, and what only sounds like it."""

from __future__ import annotations

import pytest
from annotation_reading import annotated

Row = tuple[str, str | None, str | None, str | None]


def read(text: str) -> list[Row]:
    return [(line["actor"], line["where"], line["date"], line["number"]) for line in annotated(text, "deployment")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "An advance party of 20 Canadian soldiers will move to Ādaži in the second week of July.",
            [("CA", "Ādaži", "2025-07-14/2025-07-20", "20")],
        ),
        ("Two Danish battalions relocated to Estonia in May.", [("DK", "Estonia", "2025-05", "2")]),
        ("Two Danish battalions were moved to Estonia in May.", [("DK", "Estonia", "2025-05", "2")]),
        (
            "Norway sent two F-35s to Poland in December 2024 to guard the Rzeszów air hub.",
            [("NO", "Poland", "2024-12", "2")],
        ),
        ("Norway sent two F-16s to Ukraine in December 2024.", []),
        (
            "A visit by the Italian frigate Alpino to Busan ended on 3 June.",
            [("IT", "Busan", "2025-06-03", None)],
        ),
        ("The Turkish drill ship Fatih left Mersin on Monday for the Black Sea.", []),
        (
            "Indonesia and Singapore sent ships to Exercise Komodo off Bali in February.",
            [("ID, SG", "off Bali", "2025-02", None)],
        ),
        ("Two French Rafales flew over Latvia on Friday.", [("FR", "Latvia", "2025-06-13", "2")]),
        ("A visit by the Italian minister to Busan ended on 3 June.", []),
        (
            "Serbia raised the combat readiness of its troops stationed near the border with Kosovo.",
            [("RS", "near the border with Kosovo", None, None)],
        ),
        ("This is the threat for which the Republic of Korea Army trains, equips and procures.", []),
        ("The South Korean minister instructed the military to review the case.", []),
        (
            "British soldiers trained 200 Ukrainian recruits in Latvia in May.",
            [("GB", "Latvia", "2025-05", "200")],
        ),
    ],
)
def test_deployment(text: str, expected: list[Row]) -> None:
    assert read(text) == expected
