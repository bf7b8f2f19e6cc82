"""Deals in goods that have no name and no number: "France sold helicopters to Poland", "Iran has sent drones to Russia"."""

from __future__ import annotations

import pytest
from transfer_reading import notes

DEALS = [
    ("Turkey supplied drones to Kenya in 2023.", "TR>KE signed 2023: drones"),
    ("France sold helicopters to Poland in 2018.", "FR>PL signed 2018: helicopters"),
    ("Israel supplies radars to the Czech Republic.", "IL>CZ signed: radars"),
    ("Russia bought drones from Iran.", "IR>RU signed: drones"),
    ("Rheinmetall is to supply ammunition to Romania under a contract signed in May 2024.", "DE>RO signed 2024-05: ammunition"),
    ("Italy exports torpedoes and sonars to India.", "IT>IN signed: torpedoes"),
    ("Spain delivered submarines to India in 2017.", "ES>IN delivered 2017: submarines"),
    # what stays where it is sent changes hands
    ("Iran has sent drones to Russia.", "IR>RU delivered: drones"),
    ("North Korea sent ballistic missiles to Russia in 2024.", "KP>RU delivered 2024: ballistic missiles"),
    ("South Korea has sent howitzers to Norway.", "KR>NO delivered: howitzers"),
    ("North Korea has sent missiles and artillery shells to Russia.", "KP>RU delivered: missiles, artillery shells"),
    ("Germany has sent howitzers to Ukraine.", "DE>UA donated: howitzers"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DEALS)
def test_arms_without_name_and_number_change_hands(text: str, expected: str) -> None:
    assert notes(text) == (expected,)


@pytest.mark.parametrize(
    "text",
    [
        "China sent trainers to Kenya.",
        "Japan sent helicopters to Turkey after the earthquake.",
        "France sent a frigate to Greece.",
        "Spain sends tanks of olive oil to Italy.",
        "Poland's team sent fighters to Hungary.",
        "Farmers in Kenya bought drones from a shop.",
        "Brazil exports guns to Peru's film industry.",
        "Toy helicopters were sold to children in Poland.",
    ],
)
def test_other_things_are_no_deals(text: str) -> None:
    assert notes(text) == ()
