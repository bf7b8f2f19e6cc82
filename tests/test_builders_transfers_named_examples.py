"""Buyers named out of a crowd, goods behind a word for arms, sellers by goods, pronouns, and paragraphs that go on."""

from __future__ import annotations

import pytest
from transfer_reading import notes

THREE = ("KR>NO signed: K9 Thunder", "KR>FI signed: K9 Thunder", "KR>EE signed: K9 Thunder")
BUYERS: list[tuple[str, tuple[str, ...]]] = [
    ("Other NATO members like Norway, Finland and Estonia also bought the K9.", THREE),
    ("NATO members such as Norway, Finland and Estonia have bought the K9 howitzer.", THREE),
    ("Several countries, including Norway, Finland and Estonia, have bought the K9 howitzer.", THREE),
    ("European customers, notably Norway, Finland and Estonia, ordered the K9 howitzer.", THREE),
    ("Nordic and Baltic states like Norway, Finland and Estonia ordered K9 howitzers from South Korea.", THREE),
    ("Norway, like Finland and Estonia, has bought the K9 howitzer.", ("KR>NO signed: K9 Thunder",)),
]
GOODS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Poland has recently ordered different types of combat equipment from South Korea, including K2 tanks, K9 howitzers "
        "and FA-50 light aircraft.",
        ("KR>PL signed: K2 Black Panther, K9 Thunder, FA-50",),
    ),
    (
        "Poland has ordered military equipment from South Korea, including 180 K2 tanks and 212 K9 howitzers.",
        ("KR>PL signed: 180 K2 Black Panther, 212 K9 Thunder",),
    ),
    (
        "Estonia bought weapons from South Korea in 2018, including 12 K9 howitzers.",
        ("KR>EE signed 2018: 12 K9 Thunder",),
    ),
    (
        "Saudi Arabia acquired air defence equipment from South Korea, including ten batteries of the Cheongung-II.",
        ("KR>SA signed: 10 battery M-SAM II Cheongung-II",),
    ),
    (
        "Romania purchased hardware from Hanwha, including 54 K9 howitzers.",
        ("KR>RO signed: 54 K9 Thunder",),
    ),
    ("Poland received visitors from South Korea, including the pilots of FA-50 aircraft.", ()),
]

SELLERS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Poland bought 980 K2 tanks from Hyundai Rotem and 648 K9 howitzers from Hanwha Defense, as well as 48 FA-50 jets.",
        ("KR>PL signed: 980 K2 Black Panther", "KR>PL signed: 648 K9 Thunder", "KR>PL signed: 48 FA-50"),
    ),
    (
        "Poland bought 980 K2 tanks from Hyundai Rotem, 648 K9 howitzers from Hanwha Defense and 48 FA-50 jets.",
        ("KR>PL signed: 980 K2 Black Panther", "KR>PL signed: 648 K9 Thunder", "KR>PL signed: 48 FA-50"),
    ),
    (
        "Poland bought 250 Abrams tanks from the United States and 48 FA-50 jets.",
        ("US>PL signed: 250 M1 Abrams", "KR>PL signed: 48 FA-50"),
    ),
    (
        "Norway ordered 24 K9 howitzers from Hanwha Defense and six K10 vehicles.",
        ("KR>NO signed: 24 K9 Thunder, 6 K10",),
    ),
    (
        "Poland bought 980 K2 tanks from Hyundai Rotem, as well as 200 spare engines.",
        ("KR>PL signed: 980 K2 Black Panther, 200 spare engines",),
    ),
]
PRONOUNS: list[tuple[str, tuple[str, ...]]] = [
    (
        "The FA-50 is a variant of KAI's T-50 jet. It has been exported to Iraq, the Philippines and Thailand.",
        ("KR>IQ signed: FA-50", "KR>PH signed: FA-50", "KR>TH signed: FA-50"),
    ),
    ("The K9 howitzer entered service in 1999. It has been sold to Norway, Finland and Estonia.", THREE),
    ("The K9 howitzer entered service in 1999. It has since been bought by Norway, Finland and Estonia.", THREE),
    ("The K9 howitzer is built in Changwon. It was sold to Norway, Finland and Estonia.", THREE),
    ("The K9 howitzer was shown in Kielce. It has been purchased by Norway, Finland and Estonia.", THREE),
    (
        "The FA-50 was developed with Lockheed Martin using some of the U.S. firm's tools. It has been exported to Iraq and Peru.",
        ("KR>IQ signed: FA-50", "KR>PE signed: FA-50"),
    ),
    ("The K9 howitzer was shown to Norway and Finland. It has not been sold to Sweden.", ()),
]
FIRMS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Hanwha Ocean offers its KSS-III submarine to Poland. It also offers an older KSS-I boat as a stopgap for Poland.",
        ("KR>PL considered: KSS-III", "KR>PL considered: KSS-I"),
    ),
    ("Hanwha Ocean builds ships. It offered Poland the KSS-I submarine.", ("KR>PL considered: KSS-I",)),
    ("Greece has many tanks. It offered Leopard 2 tanks to Ukraine.", ("GR>UA considered: Leopard 2",)),
]
PERIODS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Hyundai Rotem and Hanwha Defense have signed contracts worth $5.76 billion to supply Poland with 180 K2 tanks in the "
        "2022-25 period and 212 K9 howitzers in the 2022-26 period.",
        ("KR>PL signed: 180 K2 Black Panther, 212 K9 Thunder = USD 5760000000",),
    ),
    (
        "Poland signed contracts with South Korea for 180 K2 tanks in August 2022 and 212 K9 howitzers in October 2022.",
        ("KR>PL signed 2022-08: 180 K2 Black Panther", "KR>PL signed 2022-10: 212 K9 Thunder"),
    ),
]
INTEREST: list[tuple[str, tuple[str, ...]]] = [
    (
        "Ties between Seoul and Bucharest grow, with Romania interested in the supply of K9 howitzers from Hanwha.",
        ("KR>RO considered: K9 Thunder",),
    ),
    ("Romania is interested in the purchase of K9 howitzers from South Korea.", ("KR>RO considered: K9 Thunder",)),
    (
        "With Spain keen on the acquisition of K9 howitzers from South Korea, talks began.",
        ("KR>ES considered: K9 Thunder",),
    ),
    ("Bucharest, interested in buying K9 howitzers from Hanwha, sent officers.", ("KR>RO considered: K9 Thunder",)),
    ("The visit comes amid Romania's interest in the procurement of K9 howitzers.", ("KR>RO considered: K9 Thunder",)),
]
NEXT_PARAGRAPHS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Notes\n\nKAI signed a $3 billion contract with Poland to export 48 FA-50 jets.\n\n"
        "Hyundai Rotem and Hanwha Defense have already signed contracts to supply 180 K2 tanks and 212 K9 howitzers.",
        ("KR>PL signed: 48 FA-50 = USD 3000000000", "KR>PL signed: 180 K2 Black Panther, 212 K9 Thunder"),
    ),
    (
        "Notes\n\nKAI signed a $3 billion contract with Poland to export 48 FA-50 jets.\n\n"
        "Two Korean firms, Hyundai Rotem and Hanwha Defense, have signed the contracts to supply 180 K2 tanks and 212 K9s.",
        ("KR>PL signed: 48 FA-50 = USD 3000000000", "KR>PL signed: 180 K2 Black Panther, 212 K9 Thunder"),
    ),
    (
        "Notes\n\nKAI signed a $3 billion contract with Poland to export 48 FA-50 jets.\n\nIraq is a rival bidder elsewhere.\n\n"
        "Hyundai Rotem signed a contract to supply 180 K2 tanks.",
        ("KR>PL signed: 48 FA-50 = USD 3000000000",),
    ),
]
ALL = [*BUYERS, *GOODS, *SELLERS, *PRONOUNS, *FIRMS, *PERIODS, *INTEREST, *NEXT_PARAGRAPHS]


@pytest.mark.parametrize(("text", "expected"), ALL, ids=[t[-40:] for t, _ in ALL])
def test_what_is_named(text: str, expected: tuple[str, ...]) -> None:
    assert sorted(notes(text)) == sorted(expected)
