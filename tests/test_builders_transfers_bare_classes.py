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
    # a deal with a firm, or between two states
    ("Estonia signed a NOK 19 billion contract with Saab for ammunition.", "SE>EE signed: ammunition = NOK 19000000000"),
    ("Rheinmetall landed an order worth 2 billion euros from Australia for drones.", "DE>AU signed: drones = EUR 2000000000"),
    ("Estonia and Elbit Systems of Israel signed a contract for missiles.", "IL>EE signed: missiles"),
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
        "The gang sent drones with ten kilos from the Moroccan coast to Spain.",
        "Italy and Spain talked about missiles.",
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hanwha signed a $920 million contract with Romania for 54 K9 howitzers.",
            "KR>RO signed: 54 K9 Thunder = USD 920000000",
        ),
        ("Hanwha signed a 2.8 billion euro contract with Norway for K9 howitzers.", "KR>NO signed: K9 Thunder = EUR 2800000000"),
        ("KAI signed a $700 million contract with the Philippines for 12 FA-50s.", "KR>PH signed: 12 FA-50 = USD 700000000"),
        (
            "The $1 billion deal will see Hanwha supply Estonia with 24 K9 howitzers.",
            "KR>EE signed: 24 K9 Thunder = USD 1000000000",
        ),
        (
            "The deal, worth $1 billion, will see Hanwha supply Estonia with 24 K9 howitzers.",
            "KR>EE signed: 24 K9 Thunder = USD 1000000000",
        ),
    ],
)  # fmt: skip
def test_a_sum_before_contract_makes_no_verb_of_it(text: str, expected: str) -> None:
    assert notes(text) == (expected,)
