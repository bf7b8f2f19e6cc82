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


STAGES: list[tuple[str, tuple[str, ...]]] = [
    (
        "The Kenyan navy and Thales are still haggling over two Ground Master radars.",
        ("FR>KE negotiating: 2 Ground Master",),
    ),
    (
        "Germany's Diehl Defence is down to deliver six IRIS-T SLM batteries to Bulgaria.",
        ("DE>BG planned: 6 battery IRIS-T SLM",),
    ),
    (
        "Hanwha is in line to supply Norway with 16 Chunmoo launchers.",
        ("KR>NO planned: 16 K239 Chunmoo",),
    ),
]


@pytest.mark.parametrize(("text", "expected"), STAGES)
def test_stages_in_plain_words(text: str, expected: tuple[str, ...]) -> None:
    assert notes(TITLE + text) == expected


THEY: list[tuple[str, tuple[str, ...]]] = [
    (
        "The fourteen Gripens are not Czech property. They were leased from Sweden in 2004.",
        ("SE>CZ signed 2004: JAS 39 Gripen",),
    ),
    (
        "Morocco operates the Bayraktar TB2. These were delivered by Turkey in 2021.",
        ("TR>MA delivered 2021: Bayraktar TB2",),
    ),
    (
        "Chile flies the F-16. They were bought from the United States in 2002.",
        ("US>CL signed 2002: F-16 Fighting Falcon",),
    ),
    ("Estonia fields the K9 howitzer. All were supplied by Hanwha.", ("KR>EE signed: K9 Thunder",)),
    (
        "Portugal bought six Merlins from Italy in 2001. They were delivered by Leonardo in 2005.",
        ("IT>PT signed 2001: 6 AW101 Merlin",),
    ),
    ("Ukraine lost two Leopard tanks. They were destroyed by Russia.", ()),
    ("Chile flies F-16s. They were bought from the United States in 2002 and the Netherlands in 2006.", ()),
]


@pytest.mark.parametrize(("text", "expected"), THEY)
def test_they_are_the_arms_of_the_sentence_before(text: str, expected: tuple[str, ...]) -> None:
    assert notes(TITLE + text) == expected


PARTS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Kuwait shops everywhere. Thirty Caracals were ordered from Airbus Helicopters in August 2016; and Boeing was awarded the "
        "28 Super Hornets in 2018.",
        ("FR>KW signed 2016-08: 30 H225M Caracal", "US>KW signed 2018: 28 F/A-18E/F Super Hornet"),
    ),
    (
        "Four dozen Turkish KAANs are what it now wants: the Indonesians put pen to paper with Turkish Aerospace on 26 July 2025.",
        ("TR>ID signed 2025-07-26: 48 KAAN",),
    ),
    (
        "Bucharest paid Washington 1.53 billion dollars for 54 HIMARS launchers in 2018, and Tallinn made do with six of them, "
        "ordered in December 2022.",
        ("US>RO signed 2018: 54 M142 HIMARS = USD 1530000000", "US>EE signed 2022-12: 6 M142 HIMARS"),
    ),
    (
        "Poland has bought 212 K9 howitzers from South Korea, of which 24 will be handed over before January 2025.",
        ("KR>PL signed: 212 K9 Thunder",),
    ),
    (
        "Thirteen MiG-29s that Slovakia had given Ukraine in the spring of 2023 were missed at home.",
        ("SK>UA donated 2023-21: 13 MiG-29",),
    ),
    (
        "Two radars were given by Japan to the Philippines. In the same way Bangladesh will be presented with four patrol boats.",
        ("JP>PH donated: 2 radars", "JP>BD planned: 4 patrol boats"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), PARTS)
def test_deals_beside_others_of_a_sentence(text: str, expected: tuple[str, ...]) -> None:
    assert notes(TITLE + text, "2025-12-01") == expected


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


HANDED_ON: list[tuple[str, tuple[str, ...]]] = [
    (
        "All nineteen Caesar howitzers that Denmark had bought from the French maker Nexter were made over to Ukraine.",
        ("FR>DK signed: 19 CAESAR", "DK>UA donated: 19 CAESAR"),
    ),
    (
        "Two AW109 helicopters ordered by Nigeria reached Abuja from Italy on 15 January 2024.",
        ("IT>NG delivered 2024-01-15: 2 AW109",),
    ),
    (
        "The 14 Leopard 2A4 tanks the Netherlands had bought from Rheinmetall were handed over to Ukraine in June 2023.",
        ("NL>UA donated 2023-06: 14 Leopard 2A4",),
    ),
    (
        "The 18 Caesar howitzers which France had promised Ukraine arrived in May 2022.",
        ("FR>UA donated 2022-05: 18 CAESAR",),
    ),
    (
        "Twenty K9 howitzers contracted by Estonia in 2018 were handed over in 2024.",
        ("KR>EE delivered 2018: 20 K9 Thunder",),
    ),
]


@pytest.mark.parametrize(("text", "expected"), HANDED_ON)
def test_goods_that_a_clause_explains_before_their_verb(text: str, expected: tuple[str, ...]) -> None:
    assert notes(TITLE + text) == expected


UNDER_WHICH: list[tuple[str, tuple[str, ...]]] = [
    (
        "Spain and Turkey closed a 2.6 billion euro deal on 15 December 2025 under which 30 Hürjet trainers will go to the Spanish "
        "air force.",
        ("TR>ES signed 2025-12-15: 30 Hürjet = EUR 2600000000",),
    ),
    ("Germany passed three used Skynex systems to Kyiv.", ("DE>UA donated: 3 Skynex",)),
    ("Thales has been entrusted by Indonesia with thirteen GM400 radars.", ("FR>ID signed: 13 Ground Master 400",)),
    (
        "Twenty-four Su-35s is what Tehran says it has bought from Moscow.",
        ("RU>IR signed: 24 Su-35",),
    ),
    (
        "Iraq's government on 14 December 2025 ordered fourteen Caracals from Airbus and eight batteries of the KM-SAM from LIG "
        "Nex1.",
        ("FR>IQ signed 2025-12-14: 14 H225M Caracal", "KR>IQ signed 2025-12-14: 8 battery M-SAM Cheongung"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), UNDER_WHICH)
def test_contracts_that_a_clause_fills(text: str, expected: tuple[str, ...]) -> None:
    assert notes(TITLE + text, "2025-12-20") == expected


CARRIERS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Turkey bought 120 Sidewinder missiles for its F-16s from the United States in 2021.",
        ("US>TR signed 2021: 120 AIM-9 Sidewinder",),
    ),
    (
        "GE Aerospace will supply India with 99 F404 engines for the Tejas Mk 1A.",
        ("US>IN planned: 99 F404",),
    ),
    (
        "The UAE may buy spare parts for its HAWK and Patriot systems, for around $65m, the State Department said.",
        ("US>AE considered: spare parts = USD 65000000",),
    ),
    ("Germany bought torpedoes for the Type 212 submarines from Italy.", ("IT>DE signed: torpedoes",)),
    (
        "Peru is negotiating with Sweden over submarines and with South Korea over K2 tanks.",
        ("SE>PE negotiating: submarines", "KR>PE negotiating: K2 Black Panther"),
    ),
    ("Slovakia gave an S-300 air defence system to Ukraine in April 2022.", ("SK>UA donated 2022-04: 1 S-300",)),
    ("Poland signed a K9 howitzer contract with South Korea.", ("KR>PL signed: K9 Thunder",)),
    ("Egypt bought a FREMM frigate from France in 2015.", ("FR>EG signed 2015: 1 FREMM",)),
]


@pytest.mark.parametrize(("text", "expected"), CARRIERS)
def test_what_arms_are_meant_for_and_single_ones(text: str, expected: tuple[str, ...]) -> None:
    assert notes(TITLE + text) == expected


EXPLAINED: list[tuple[str, tuple[str, ...]]] = [
    (
        "Under a deal that Warsaw and Seoul inked in July 2022, the Polish army will by 2025 get 180 K2 main battle tanks.",
        ("KR>PL signed 2022-07: 180 K2 Black Panther",),
    ),
    (
        "Denmark's frigates will get the Naval Strike Missile, under a purchase agreement that Copenhagen has concluded with "
        "Norway.",
        ("NO>DK signed: NSM",),
    ),
    (
        "On 21 November 2017 Romania's parliament passed the bill that allows the army to buy seven Patriot systems in the "
        "United States for as much as 3.9 billion dollars.",
        ("US>RO planned 2017-11-21: 7 Patriot = USD 3900000000",),
    ),
    (
        "Serbia will within 48 hours conclude a first contract for suicide drones made in the United Arab Emirates.",
        ("AE>RS planned: suicide drones",),
    ),
    (
        "Naval Group will deliver six minehunters apiece to Belgium and the Netherlands.",
        ("FR>BE planned: 6 minehunters", "FR>NL planned: 6 minehunters"),
    ),
    (
        "Letters of offer and acceptance for 44 THAAD launchers were signed by Saudi and US officials on 26 November 2018, which "
        "settles the terms of a $15 billion purchase from Lockheed Martin.",
        ("US>SA signed 2018-11-26: 44 THAAD = USD 15000000000",),
    ),
    ("Japan presented Fiji with two patrol boats in 2023.", ("JP>FJ donated 2023: 2 patrol boats",)),
]


@pytest.mark.parametrize(("text", "expected"), EXPLAINED)
def test_deals_that_a_clause_explains(text: str, expected: tuple[str, ...]) -> None:
    assert notes(TITLE + text) == expected


def test_each_of_several_givers_gives() -> None:
    told = notes(
        "Aid for Ukraine\n\nFrance is sending Ukraine AMX-10 vehicles. Poland is sending armoured vehicles. Denmark and Estonia "
        "are sending howitzers. Italy and France are jointly sending a radar."
    )
    assert {line.partition(" ")[0] for line in told} >= {"FR>UA", "PL>UA", "DK>UA", "EE>UA"}
