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
