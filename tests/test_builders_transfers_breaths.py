"""Transfers whose fields stand elsewhere in the sentence or the story: dates before "when", prices apart, givers each, losers."""

from __future__ import annotations

import pytest
from transfer_reading import notes

TITLE = "Notes of the week\n\n"

WHEN: list[tuple[str, tuple[str, ...]]] = [
    (
        "Norway has been a user of the K9 howitzer since 2017, when it ordered 24 of the guns, followed by four more in 2022.",
        ("KR>NO signed 2017: 24 K9 Thunder", "KR>NO signed 2022: 4 K9 Thunder"),
    ),
    (
        "Estonia first turned to Seoul in 2018, when Tallinn signed a contract for 12 K9 howitzers.",
        ("KR>EE signed 2018: 12 K9 Thunder",),
    ),
    (
        "Croatia's air force has been another since November 2021, when Zagreb bought 12 second-hand Rafale fighters from "
        "France for 999 million euros.",
        ("FR>HR signed 2021-11: 12 Rafale = EUR 999000000",),
    ),
    (
        "The last such purchase came in March 2019, when Bulgaria ordered eight F-16s from the United States.",
        ("US>BG signed 2019-03: 8 F-16 Fighting Falcon",),
    ),
    (
        "Ties began in 1998 when Greece took delivery of four Patriot batteries from the United States.",
        ("US>GR delivered 1998: 4 battery Patriot",),
    ),
    (
        "Egypt bought 30 Rafale jets in 2021, when it also ordered two MRTT tankers for 4 billion euros.",
        ("FR>EG signed 2021: 30 Rafale", "ES>EG signed 2021: 2 A330 MRTT = EUR 4000000000"),
    ),
    (
        "Seoul's hopes were dashed in 2023, with Oslo picking the Leopard 2A8 over Hyundai Rotem's K2.",
        ("DE>NO selected 2023: Leopard 2A8",),
    ),
    (
        "The race ended in July 2024, with Bucharest signing for 54 K9 howitzers.",
        ("KR>RO signed 2024-07: 54 K9 Thunder",),
    ),
    (
        "Switzerland's five Patriot systems, contracted in 2022, were meant to arrive from 2026.",
        ("US>CH signed 2022: 5 Patriot",),
    ),
]


@pytest.mark.parametrize(("text", "expected"), WHEN)
def test_dates_that_a_clause_explains(text: str, expected: tuple[str, ...]) -> None:
    assert notes(TITLE + text) == expected


LOSERS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Norway bought 16 Chunmoo launchers from Hanwha Aerospace. Lockheed Martin's HIMARS and the EuroPULS from KNDS "
        "Deutschland had also been in the running.",
        ("KR>NO signed: 16 K239 Chunmoo",),
    ),
    (
        "Romania signed for 54 K9 howitzers in July 2024. Also bidding were Rheinmetall with the PzH 2000 and MKE with the Firtina.",
        ("KR>RO signed 2024-07: 54 K9 Thunder",),
    ),
    (
        "Argentina ordered 24 F-16 fighters from Denmark in April 2024. India's Tejas and the Chinese JF-17 had also been in "
        "contention.",
        ("DK>AR signed 2024-04: 24 F-16 Fighting Falcon",),
    ),
    (
        "Denmark ordered 19 Atmos howitzers from Elbit. Nexter's Caesar was also on the shortlist.",
        ("IL>DK signed: 19 ATMOS",),
    ),
    (
        "Australia picked the Redback over Rheinmetall's Lynx in 2023 and ordered 129 of them.",
        ("KR>AU signed 2023: 129 AS21 Redback",),
    ),
    (
        "Norway bought 16 Chunmoo launchers from Hanwha Aerospace. The K2 is also in the running for a Norwegian order of 54 tanks.",
        ("KR>NO signed: 16 K239 Chunmoo", "KR>NO considered: 54 K2 Black Panther"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), LOSERS)
def test_who_had_been_in_the_running_gets_no_deal(text: str, expected: tuple[str, ...]) -> None:
    assert notes(TITLE + text) == expected


APART: list[tuple[str, tuple[str, ...]]] = [
    (
        "Peru's cabinet approved on Monday the purchase of 30 K808 armoured vehicles and of 60 Spike missiles. The vehicles will "
        "cost $60 million. For the missiles, built by Israel's Rafael, $35 million has been earmarked.",
        (
            "KR>PE planned 2024-06-03: 30 K808 = USD 60000000",
            "IL>PE planned 2024-06-03: 60 Spike = USD 35000000",
        ),
    ),
    (
        "Croatia's parliament backed the purchase of eight CAESAR howitzers and 44 Leopard 2A8 tanks. The howitzers are priced at "
        "120 million euros, the tanks at 1.5 billion euros.",
        ("FR>HR planned: 8 CAESAR = EUR 120000000", "DE>HR planned: 44 Leopard 2A8 = EUR 1500000000"),
    ),
    (
        "Lithuania approved the acquisition of 18 CAESAR howitzers and 21 CV90 vehicles. For the howitzers, 200 million euros has "
        "been allocated; the vehicles will cost 300 million euros.",
        ("FR>LT planned: 18 CAESAR = EUR 200000000", "SE>LT planned: 21 CV90 = EUR 300000000"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), APART)
def test_prices_told_apart(text: str, expected: tuple[str, ...]) -> None:
    assert notes(TITLE + text) == expected


SIMILAR: list[tuple[str, tuple[str, ...]]] = [
    (
        "India has signed a deal to supply BrahMos missiles to Vietnam. A similar deal with Indonesia is in its “final stages”.",
        ("IN>VN signed: BrahMos", "IN>ID negotiating: BrahMos"),
    ),
    (
        "South Korea signed a contract to supply 180 K2 tanks to Poland. Similar contracts with Romania and Peru are being "
        "negotiated.",
        (
            "KR>PL signed: 180 K2 Black Panther",
            "KR>RO negotiating: K2 Black Panther",
            "KR>PE negotiating: K2 Black Panther",
        ),
    ),
    (
        "Turkey sold 48 Kaan jets to Indonesia. Talks on a similar sale to Azerbaijan are under way.",
        ("TR>ID signed: 48 KAAN", "TR>AZ negotiating: KAAN"),
    ),
    (
        "Norway ordered 16 Chunmoo launchers from Hanwha Aerospace. Denmark is in talks on a similar purchase.",
        ("KR>NO signed: 16 K239 Chunmoo", "KR>DK negotiating: K239 Chunmoo"),
    ),
    (
        "Norway ordered 16 Chunmoo launchers from Hanwha Aerospace. Estonia signed a comparable contract in April.",
        ("KR>NO signed: 16 K239 Chunmoo", "KR>EE signed 2024-04: K239 Chunmoo"),
    ),
    (
        "Norway ordered 16 Chunmoo launchers from Hanwha Aerospace. No similar deal with Sweden is planned.",
        ("KR>NO signed: 16 K239 Chunmoo",),
    ),
    (
        "Norway ordered 16 Chunmoo launchers from Hanwha Aerospace. A similar agreement on climate was signed with Denmark.",
        ("KR>NO signed: 16 K239 Chunmoo",),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SIMILAR)
def test_similar_deals_with_other_buyers(text: str, expected: tuple[str, ...]) -> None:
    assert notes(TITLE + text) == expected


GOODS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Slovakia donated its only S-300 battery to Ukraine in April 2022.",
        ("SK>UA donated 2022-04: 1 battery S-300",),
    ),
    ("Greece sent its sole S-300 battery to Armenia last year.", ("GR>AM donated 2023: 1 battery S-300",)),
    ("Cyprus sold its single Tor system to Armenia.", ("CY>AM signed: 1 Tor",)),
    ("Slovakia donated its only S-300 batteries to Ukraine.", ("SK>UA donated: S-300",)),
    (
        "Saab won an order from Hungary for 340 Carl-Gustaf rifles, together with Fire Control Device 558 sights.",
        ("SE>HU signed: 340 Carl-Gustaf, Fire Control Device 558 sights",),
    ),
    (
        "The Netherlands ordered 50 trucks and Mission Computer 220 units from Thales.",
        ("FR>NL signed: 50 trucks, Mission Computer 220 units",),
    ),
    (
        "Deliveries to Ukraine in 2022 included 228 artillery pieces, an estimated 5000 guided artillery rockets from the US, 280 "
        "tanks from Poland, and over 7000 anti-tank missiles from the UK.",
        (
            "US>UA donated 2022: 228 artillery pieces, 5000 guided artillery rockets",
            "PL>UA donated 2022: 280 tanks",
            "GB>UA donated 2022: 7000 anti-tank missiles",
        ),
    ),
    (
        "The arms that reached Kyiv in 2024 were mostly old: 60 Leopard 1A5 tanks from Denmark and 14 MiG-29 fighters from Poland.",
        ("DK>UA donated: 60 Leopard 1A5", "PL>UA donated: 14 MiG-29"),
    ),
    (
        "Moldovan crews trained with the Piranha IIIH armoured vehicles donated by Germany, the last five of which arrived in March.",
        ("DE>MD donated: Piranha IIIH",),
    ),
    (
        "Hungary ordered 340 Carl-Gustaf rifles from Saab. Hungary becomes the eighteenth customer for the system. Latvia, Estonia "
        "and Slovenia have chosen it too.",
        (
            "SE>HU signed: 340 Carl-Gustaf",
            "SE>LV signed: Carl-Gustaf",
            "SE>EE signed: Carl-Gustaf",
            "SE>SI signed: Carl-Gustaf",
        ),
    ),
    (
        "Lockheed won a $3.8 billion deal last year to sell F-16 aircraft to Bahrain. Boeing's F-15 production stands to benefit "
        "since the government announced that Qatar will buy 15 of the aircraft.",
        ("US>BH signed 2023: F-16 Fighting Falcon = USD 3800000000", "US>QA planned: 15 F-15 Eagle"),
    ),
    (
        "In November, Poland obtained U.S. State Department approval on a $10.5 billion purchase of the Patriot system.",
        ("US>PL planned 2023-11: Patriot = USD 10500000000",),
    ),
]


@pytest.mark.parametrize(("text", "expected"), GOODS)
def test_goods_and_their_sides(text: str, expected: tuple[str, ...]) -> None:
    assert notes(TITLE + text) == expected


UNION: list[tuple[str, tuple[str, ...]]] = [
    (
        "The European Union adopted assistance measures worth EUR 197 million for the Moldovan Armed Forces under the European "
        "Peace Facility. A surveillance radar, the Ground Master 200 manufactured by Thales, was delivered under an earlier measure "
        "in December 2023.",
        ("European Union>MD donated 2023-12: Ground Master 200",),
    ),
    (
        "The European Union has funded Georgia's army since 2021. Two Ground Master 200 radars were delivered to Georgia in 2023 "
        "through the European Peace Facility.",
        ("European Union>GE donated 2023: 2 Ground Master 200",),
    ),
    (
        "A Ground Master 200 radar manufactured by Thales was delivered to Moldova in December 2023 as a measure of precaution.",
        ("FR>MD delivered 2023-12: Ground Master 200",),
    ),
    (
        "Saab won an order from Hungary for 340 Carl-Gustaf weapons and ammunition. It also contains options allowing Hungary to "
        "procure ammunition for a further SEK 900 million until 2030.",
        ("SE>HU signed: 340 Carl-Gustaf, ammunition", "SE>HU considered: ammunition = SEK 900000000"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), UNION)
def test_who_pays_and_what_may_follow(text: str, expected: tuple[str, ...]) -> None:
    assert notes(TITLE + text) == expected


STORY = (
    "Slovak army to get 28 more wheeled carriers, shoulder-fired missiles under 612 million-euro package\n\n"
    "BRATISLAVA - Slovakia's government cleared on Tuesday the purchase of 28 additional Patria AMV XP armoured vehicles and an "
    "undisclosed number of Piorun air-defence missiles.\n\n"
    "The vehicles, to be assembled alongside Finland's Patria, will cost 388 million euros ($422 million).\n\n"
    "Slovakia chose the Finnish 8x8 over General Dynamics' Pandur EVO and a Turkish bid from Otokar in 2022, when it ordered 76 "
    "of them.\n\n"
    "For the missiles, made by Poland's Mesko, 224 million euros has been set aside.\n\n"
    "Slovakia donated its only S-300 battery to Ukraine in April 2022.\n\n"
    "An option for 14 further vehicles, armed with Patria's NEMO turret, runs until 2026."
)


def test_a_title_of_two_deals_gives_way_to_them() -> None:
    found = notes(STORY)
    assert [n.partition(" ")[0] for n in found] == ["FI>SK", "PL>SK", "FI>SK", "SK>UA", "FI>SK"]
    assert found[0].endswith("28 AMVXP = EUR 388000000")
    assert found[1].endswith("Piorun = EUR 224000000")
    assert found[2] == "FI>SK signed 2022: 76 AMVXP"
    assert found[3] == "SK>UA donated 2022-04: 1 battery S-300"
    assert "14 AMVXP" in found[4]
    assert "NEMO" not in found[4]


@pytest.mark.parametrize(
    "text",
    [
        "The chef has cooked since 2017, when he opened 24 of the tables.",
        "A similar deal with the league is in its final stages, the club said.",
        "The league has its only title from 1998, with Oslo beating Bergen.",
        "The fruit costs two euros, the vegetables three; for the bread, one euro has been set aside.",
    ],
)
def test_nothing_in_other_news(text: str) -> None:
    assert notes(TITLE + text) == ()
