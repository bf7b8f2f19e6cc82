"""Wordings of releases and contract notices: prices in between, production to come, papers followed, approvals, successors."""

from __future__ import annotations

import pytest
from transfer_reading import notes

HEAD = "Notes of the week\n\n"

DEALS = [
    # the price between commas, and the supply of goods behind the buyer
    (
        "Saab signed an order, worth SEK 2.1 billion, with Brazil for the supply of RBS 70 missiles.",
        ("SE>BR signed: RBS 70 = SEK 2100000000",),
    ),
    (
        "Hanwha Aerospace signed a contract with Poland, valued at $1.6 billion, for the delivery of 72 Chunmoo launchers.",
        ("KR>PL signed: 72 K239 Chunmoo = USD 1600000000",),
    ),
    (
        "Rheinmetall signed a deal worth 300 million euros with Hungary on the supply of 40 Lynx vehicles.",
        ("DE>HU signed: 40 KF41 Lynx = EUR 300000000",),
    ),
    # production to come is no signature
    (
        "Hyundai Rotem and Poland signed a contract for 180 K2 tanks on 3 May, including 116 K2GF to be made in Korea "
        "between 2026 and 2027.",
        ("KR>PL signed 2024-05-03: 180 K2 Black Panther, 116 K2GF",),
    ),
    (
        "Saab signed contracts with Hungary to supply 4 Gripen fighters in the 2026-28 period.",
        ("SE>HU signed: 4 JAS 39 Gripen",),
    ),
    # the paper that a deal follows has a date of its own
    (
        "Hanwha Aerospace signed a contract with Norway for 24 K9 howitzers on 31 May. The two sides signed the deal as a "
        "follow-up to a framework contract inked last month.",
        ("KR>NO signed 2024-05-31: 24 K9 Thunder",),
    ),
    (
        "Under the framework contract signed in July 2022 Poland will get 288 Chunmoo launchers from Hanwha.",
        ("KR>PL signed 2022-07: 288 K239 Chunmoo",),
    ),
    # who approves a delivery of arms that others make gives them
    (
        "Germany approved the delivery of 500 Stinger missiles to Ukraine.",
        ("DE>UA planned: 500 FIM-92 Stinger",),
    ),
    (
        "Oslo has authorised the delivery to Ukraine of 2,000 M72 rockets and 9 howitzers.",
        ("NO>UA planned: 2000 M72 LAW, 9 howitzers",),
    ),
    (
        "The Polish government approved the delivery of 48 FA-50 jets from South Korea.",
        ("KR>PL planned: 48 FA-50",),
    ),
    # what takes the place of a weapon is another
    ("Norway signs for F-16 successor", ()),
    (
        "Portugal ordered 12 Super Tucano as replacement for its Alpha Jets.",
        ("BR>PT signed: 12 A-29 Super Tucano",),
    ),
    ("Spain chose the Eurofighter as the F-18 replacement.", ("None>ES selected: Eurofighter",)),
    (
        "The Danish army ordered 19 ATMOS howitzers as replacements for 19 Caesar guns given to Ukraine.",
        ("IL>DK signed: 19 ATMOS", "None>UA donated: 19 CAESAR"),
    ),
    ("Poland ordered K9 replacement barrels from Hanwha.", ()),
]


@pytest.mark.parametrize(("text", "expected"), DEALS)
def test_deals_of_releases(text: str, expected: tuple[str, ...]) -> None:
    assert notes(HEAD + text, "2024-06-05") == expected


AWARDS = [
    (
        "Award notice\n\nContracting authority: Latvian Ministry of Defence\nSubject: 155 mm artillery ammunition\n"
        "Quantity: 20 000 projectiles\nName of the contractor: Rheinmetall Waffe Munition GmbH, Unterluess, Germany\n"
        "Total value of the contract: 84 500 000 EUR\nDate of conclusion of the contract: 14/03/2024",
        ("DE>LV signed 2024-03-14: 20000 155 mm artillery ammunition = EUR 84500000",),
    ),
    (
        "Contract award notice\n\nBuyer: Ministry of National Defence of Romania\nTitle: Wheeled armoured vehicles\n"
        "Winner: Patria Land Oy, Finland\nValue: EUR 860 million\nNumber of units: 227\n"
        "Date of award: 12 January 2018",
        ("FI>RO signed 2018-01-12: 227 Wheeled armoured vehicles = EUR 860000000",),
    ),
    (
        "Notice\n\nContracting entity: Estonian Ministry of Defence\nObject: K9 Thunder howitzers\nQuantity: 12\n"
        "Successful tenderer: Hanwha Defense, Republic of Korea\nFinal value: EUR 46 m",
        ("KR>EE signed: 12 K9 Thunder = EUR 46000000",),
    ),
    (
        "Award notice\n\nContracting authority: City of Riga, Latvia\nSubject: school buses\nQuantity: 20\n"
        "Winner: Scania, Sweden\nTotal value: 4 500 000 EUR",
        (),
    ),
    (
        "Result\n\nSubject: 155 mm artillery ammunition\nQuantity: 20 000\nTotal value: 84 500 000 EUR",
        (),
    ),
]


@pytest.mark.parametrize(("text", "expected"), AWARDS)
def test_award_notices_in_labelled_lines(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text, "2024-06-05") == expected


FED = [
    (
        "The US will send Ukraine ammunition for HIMARS and missiles for NASAMS.",
        ("US>UA planned: ammunition, missiles",),
    ),
    (
        "Norway will give Ukraine missiles for the NASAMS system and 22 M109 howitzers.",
        ("NO>UA planned: missiles, 22 M109",),
    ),
    (
        "Norway will give Ukraine spare parts for tanks, 22 M109 howitzers and 40 trucks.",
        ("NO>UA planned: spare parts, 22 M109, 40 trucks",),
    ),
    (
        "The United States sent Ukraine ammunition for High Mobility Artillery Rocket Systems (HIMARS) and 4 howitzers.",
        ("US>UA donated: ammunition, 4 howitzers",),
    ),
    ("Poland ordered 40 launchers for its Patriot systems.", ("US>PL signed: 40 Patriot",)),
    (
        "Boeing was awarded a $1.5 billion contract by the U.S. Navy for the production and delivery of 22 F/A-18E Super "
        "Hornets for Kuwait.",
        ("US>KW signed: 22 F/A-18E/F Super Hornet = USD 1500000000",),
    ),
    (
        "KAI was awarded a contract for the development, production and delivery of 20 FA-50 jets for Iraq.",
        ("KR>IQ signed: 20 FA-50",),
    ),
    (
        "HD Hyundai exported four frigates to Peru. Korea's total export value was $9.5 billion.",
        ("KR>PE signed: 4 frigates",),
    ),
    (
        "HD Hyundai exported four frigates to Peru. The contract value was $9.5 billion.",
        ("KR>PE signed: 4 frigates = USD 9500000000",),
    ),
    ("India would have come first had India signed the deal for 126 fighters with the US.", ()),
    ("Had Canada ordered the Gripen from Sweden, deliveries would have begun in 2025.", ()),
    ("Canada had ordered 88 F-35 jets from the United States.", ("US>CA signed: 88 F-35 Lightning II",)),
]


@pytest.mark.parametrize(("text", "expected"), FED)
def test_what_ammunition_is_for_and_what_would_have_been(text: str, expected: tuple[str, ...]) -> None:
    assert notes(HEAD + text, "2024-06-05") == expected


DIGESTS = [
    (
        "Contracts for Sept. 27, 2023\n\nNAVY\n\nRaytheon Co., Tucson, Arizona, is awarded a $317,845,120 firm-fixed-price "
        "contract for the procurement of 212 AIM-9X missiles for the government of Japan.",
        ("US>JP signed 2023-09-27: 212 AIM-9X = USD 317845120",),
    ),
    (
        "Contract Awards - April 28, 2020\n\nBoeing, St. Louis, Missouri, was awarded a $90,000,000 contract for 12 AH-64E "
        "helicopters for Egypt.",
        ("US>EG signed 2020-04-28: 12 AH-64E Apache Guardian = USD 90000000",),
    ),
    (
        "Awards for May 3, 2024\n\nGeneral Dynamics was awarded a $1.1 billion contract on March 2 for 250 M1A2 tanks for "
        "Poland.",
        ("US>PL signed 2024-03-02: 250 M1A2 Abrams = USD 1100000000",),
    ),
    (
        "Defence contracts of the week, 3 May 2024\n\nSweden bought 44 Leopard 2 tanks from Germany.",
        ("DE>SE signed: 44 Leopard 2",),
    ),
    (
        "Kuwait\n\nThe Government of Kuwait has requested to buy an air defence system consisting of: seven (7) AN/MPQ-64F1 "
        "Sentinel radars; and sixty-three (63) AIM-120C-8 AMRAAM missiles.",
        ("US>KW planned: air defence system, 7 AN/MPQ-64F1 Sentinel, 63 AIM-120C-8",),
    ),
]


@pytest.mark.parametrize(("text", "expected"), DIGESTS)
def test_digests_of_awards_and_lists_of_what_a_system_consists_of(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text, "2024-06-05") == expected
