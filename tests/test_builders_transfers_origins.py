"""Where counted arms of a state came from, and arms that only came to fight or to train."""

from __future__ import annotations

import pytest
from transfer_reading import notes

CASES: list[tuple[str, tuple[str, ...]]] = [
    (
        "Yards\n\nThe four Flex Fighter patrol boats of Ghana came from Singapore.\n",
        ("SG>GH delivered: 4 Flex Fighter",),
    ),
    (
        "Carriers\n\nGhana's two Casspir carriers came from South Africa in 2019.\n",
        ("ZA>GH delivered 2019: 2 Casspir",),
    ),
    (
        "Fleet\n\nNigeria's 12 Super Tucanos came from the United States in 2021.\n",
        ("US>NG delivered 2021: 12 A-29 Super Tucano",),
    ),
    (
        "Trainers\n\nChile's 12 T-6 trainers came from Canada at a price of $90 million.\n",
        ("CA>CL signed: 12 T-6 Texan II = USD 90000000",),
    ),
    (
        "Guns\n\nThe 18 howitzers of Morocco came from Belgium in 2008.\n",
        ("BE>MA delivered 2008: 18 howitzers",),
    ),
    (
        "Raid\n\nThe 30 Shahed drones over Kyiv came from Russia on Monday.\n",
        (),
    ),
    (
        "Flights\n\nTwo F-16 fighters of Poland came from Germany for an exercise.\n",
        (),
    ),
    (
        "Threats\n\nMost of the 40 missiles fired at Israel came from Iran.\n",
        (),
    ),
    (
        "Scrambles\n\nFour F-35s came from Norway to police the sky over Iceland.\n",
        (),
    ),
    (
        "Crews\n\nThe six Patriot crews in Poland came from Germany.\n",
        (),
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_where_arms_came_from(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected
