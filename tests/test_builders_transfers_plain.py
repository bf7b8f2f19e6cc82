"""Deals told in words that no frame knows: a sum or a word for a deal, arms and two states; what only looks like one."""

from __future__ import annotations

import pytest
from transfer_reading import notes

TITLE = "Notes of the week\n\n"

TOLD: list[tuple[str, tuple[str, ...]]] = [
    (
        "Lisbon has put in for twelve Super Tucano aircraft from Embraer of Brazil, for 200 million euros, its defence minister "
        "said.",
        ("BR>PT signed: 12 A-29 Super Tucano = EUR 200000000",),
    ),
    (
        "The first of 27 F-35As that Denmark has on order from Lockheed Martin touched down at Skrydstrup in October 2023.",
        ("US>DK delivered 2023-10: 27 F-35A",),
    ),
    (
        "Kuwait parted with 2.7 billion dinars for 28 Eurofighter Typhoons from Italy in 2016.",
        ("IT>KW signed 2016: 28 Eurofighter = KWD 2700000000",),
    ),
    (
        "Qatar's emir walked away from Paris with 24 Rafales for 6.3 billion euros.",
        ("FR>QA signed: 24 Rafale = EUR 6300000000",),
    ),
    ("Kyiv can count on 39 more Gepard guns, courtesy of Berlin.", ("DE>UA planned: 39 Gepard",)),
    (
        "Saudi Arabia's cheque for ten Cheongung II batteries was made out to LIG Nex1.",
        ("KR>SA signed: 10 battery M-SAM II Cheongung-II",),
    ),
    (
        "Argentina's 24 F-16s, sold by Denmark in April 2024 for $300 million, once flew from Skrydstrup.",
        ("DK>AR signed 2024-04: 24 F-16 Fighting Falcon = USD 300000000",),
    ),
    (
        "Peru and Hyundai Rotem have shaken hands on 30 K808 wheeled vehicles worth $60 million.",
        ("KR>PE signed: 30 K808 = USD 60000000",),
    ),
    (
        "Twelve Caesar howitzers went from Paris to Kyiv in January as a gift.",
        ("FR>UA donated 2024-01: 12 CAESAR",),
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_deals_in_plain_words(text: str, expected: tuple[str, ...]) -> None:
    assert notes(TITLE + text) == expected


SILENT = [
    "Under their agreement of 2015 France and Germany will station 12 Rafales in Poland.",
    "Six F-16s from the Netherlands landed in Romania on Monday for a three-week visit.",
    "The price of a barrel of oil from Russia, which flies 24 Su-35s, rose in India.",
    "Germany paid Ukraine a visit with three Patriot batteries on the agenda.",
    "Washington and Tokyo signed an agreement on steel; 147 F-35s fly over Japan.",
    "Ukraine used 20 HIMARS from the United States in the battle for Kherson.",
    "Turkey, a buyer of Russian gas, has 40 F-16s over Cyprus.",
    "Poland's 250 Abrams tanks and the 366 of Germany's Leopard make were compared for price.",
    "Claims that Kuwait had parted with 2.7 billion dinars for 28 Eurofighters from Italy are false.",
    "Kuwait has never put down a dinar for 28 Eurofighters from Italy.",
    "If Kuwait puts down 2.7 billion dinars, 28 Eurofighters from Italy are on their way.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_only_looks_like_a_deal(text: str) -> None:
    assert notes(TITLE + text) == ()
