"""Deals told in one sentence, by construction: asides, coordination, parties apart from goods, deals that were never made."""

from __future__ import annotations

import pytest
from transfer_reading import notes

ASIDES = [
    (
        "Serbia, which bought 12 Rafale jets from Dassault in August 2023 for 2.7 billion euros, still flies MiG-29s.",
        ("FR>RS signed 2023-08: 12 Rafale = EUR 2700000000",),
    ),
    (
        "Germany's Rheinmetall, with which Lithuania signed in 2022 for a shell plant, is also to supply it with 155mm rounds.",
        ("DE>LT planned: 155mm rounds",),
    ),
    (
        "Georgia acquired, through a Bulgarian intermediary, 40 T-72 tanks from the Czech Republic.",
        ("CZ>GE signed: 40 T-72",),
    ),
    (
        "Peru bought, by way of a Dutch dealer, 12 M113 vehicles from Belgium.",
        ("BE>PE signed: 12 M113",),
    ),
    (
        "The handover to Senegal of two Chinese-built patrol boats took place in Dakar on 4 May 2024.",
        ("CN>SN delivered 2024-05-04: 2 Chinese-built patrol boats",),
    ),
    (
        "The sale to Chile of 18 F-16s by the Netherlands was signed in 2005.",
        ("NL>CL signed 2005: 18 F-16 Fighting Falcon",),
    ),
]

TWO_VERBS = [
    (
        "The corvettes, built by Damen and ordered by Colombia in 2022, will cost $400 million.",
        ("NL>CO signed 2022: corvettes = USD 400000000",),
    ),
    ("Two corvettes built by Damen and ordered by Colombia in 2022 arrived.", ("NL>CO delivered 2022: 2 corvettes",)),
    (
        "The drones, produced by Baykar and sold to Kosovo in 2023, are unarmed.",
        ("TR>XK signed 2023: drones",),
    ),
    (
        "Twelve Rafale jets were built by Dassault and delivered to Croatia in 2024.",
        ("FR>HR delivered 2024: 12 Rafale",),
    ),
    (
        "Twelve howitzers will be built by Hanwha and delivered to Vietnam in 2026.",
        ("KR>VN planned 2026: 12 howitzers",),
    ),
    (
        "Argentina looked at the JF-17 and in the end bought 24 F-16s from Denmark.",
        ("PK>AR considered: JF-17 Thunder", "DK>AR signed: 24 F-16 Fighting Falcon"),
    ),
]

EACH_WITH_ITS_OWN = [
    (
        "Argentina has bought 24 F-16s from Denmark for $300 million and four P-3 Orions from Norway for $67 million.",
        ("DK>AR signed: 24 F-16 Fighting Falcon = USD 300000000", "NO>AR signed: 4 P-3 Orion = USD 67000000"),
    ),
    (
        "Egypt and Iraq bought 24 and 10 Korean-made howitzers respectively.",
        ("KR>EG signed: 24 howitzers", "KR>IQ signed: 10 howitzers"),
    ),
    (
        "Saudi Arabia, Egypt and Iraq bought 30, 24 and 10 howitzers from Hanwha Aerospace.",
        ("KR>SA signed: 30 howitzers", "KR>EG signed: 24 howitzers", "KR>IQ signed: 10 howitzers"),
    ),
    (
        "Portugal, Hungary and the Netherlands ordered five, two and five aircraft from Embraer.",
        ("BR>PT signed: 5 aircraft", "BR>HU signed: 2 aircraft", "BR>NL signed: 5 aircraft"),
    ),
    (
        "Thailand ordered VT-4 tanks from China three times: 28 in 2016, 11 in 2017 and 14 in 2019.",
        ("CN>TH signed: 28 VT-4", "CN>TH signed: 11 VT-4", "CN>TH signed: 14 VT-4"),
    ),
    (
        "Hanwha sold 12, 24 and 36 K9 howitzers to Estonia, Norway and Finland.",
        ("KR>EE signed: 12 K9 Thunder", "KR>NO signed: 24 K9 Thunder", "KR>FI signed: 36 K9 Thunder"),
    ),
    (
        "Lebanon's army has been given 100 M113s by Belgium and 50 Humvees by the United States.",
        ("BE>LB donated: 100 M113", "US>LB donated: 50 HMMWV"),
    ),
    (
        "Slovakia and Poland gave Ukraine 14 and 13 MiG-29s.",
        ("SK>UA donated: 14 MiG-29", "PL>UA donated: 13 MiG-29"),
    ),
    (
        "Denmark and the Netherlands have supplied Ukraine with 19 and 24 F-16s.",
        ("DK>UA donated: 19 F-16 Fighting Falcon", "NL>UA donated: 24 F-16 Fighting Falcon"),
    ),
    (
        "100 Leopard 1 tanks were given to Ukraine by Denmark, Germany and the Netherlands.",
        ("DK>UA donated: 100 Leopard 1", "DE>UA donated: 100 Leopard 1", "NL>UA donated: 100 Leopard 1"),
    ),
]

SELLERS = [
    ("Romania received its first three Norwegian F-16s on 28 November 2023.", ("NO>RO delivered 2023-11-28: 3 F-16 Fighting Falcon",)),
    ("Jordan bought 12 Dutch F-16s in 2013.", ("NL>JO signed 2013: 12 F-16 Fighting Falcon",)),
    ("Estonia received 18 K9 howitzers for its Estonian Defence Forces.", ("KR>EE delivered: 18 K9 Thunder",)),
    ("Finland bought 48 Finnish-assembled K9 howitzers.", ("KR>FI signed: 48 K9 Thunder",)),
    (
        "Vietnam has reached an agreement with Hanwha Aerospace on the import of 20 K9 howitzers for $250 million.",
        ("KR>VN signed: 20 K9 Thunder = USD 250000000",),
    ),
    ("Hanwha Aerospace reached a deal with Vietnam for 20 K9 howitzers.", ("KR>VN signed: 20 K9 Thunder",)),
    (
        "Kongsberg will supply Australia with missiles worth 1.2 billion kroner by 2028.",
        ("NO>AU planned ../2028: missiles = NOK 1200000000",),
    ),
    ("Rheinmetall will supply Romania with ammunition.", ("DE>RO planned: ammunition",)),
    ("The programme provides Kenya with drones for mapping.", ()),
    ("Algeria gives Turkey's economy a boost through a drone contract.", ()),
    ("Three Rafales from France arrived at Minsk Mazowiecki on Saturday.", ()),
]  # fmt: skip

PERMITTED_AND_OPEN = [
    ("The purchase by Chile of six M-346s would be financed by a loan.", ("IT>CL considered: 6 M-346 Master",)),
    ("Chile signed a contract for six M-346s that would be delivered in 2026.", ("IT>CL signed: 6 M-346 Master",)),
    ("The sale of 12 FA-50s to Peru won approval from the cabinet in May.", ("KR>PE planned 2024-05: 12 FA-50",)),
    ("The Philippines tore up a contract for 16 Mi-17s with Russia.", ("RU>PH cancelled: 16 Mi-17",)),
    ("India has put off the purchase of 114 Rafales from France.", ("FR>IN suspended: 114 Rafale",)),
    ("Qatar Airways ordered 20 Boeing jets.", ()),
    ("Norway was asked by Sofia to station a Patriot battery in Bulgaria, as it did for Latvia.", ()),
    ("Croatia gets green light to buy 89 Bradleys.", ("US>HR planned: 89 M2 Bradley",)),
    ("Saab was given permission to sell 12 Gripens to Peru.", ("SE>PE planned: 12 JAS 39 Gripen",)),
    ("Germany has granted a licence for the export of 18 Boxer vehicles to Qatar.", ("DE>QA planned: 18 Boxer",)),
    ("Germany's licence for the export of 18 Boxer vehicles to Qatar was withdrawn.", ("DE>QA cancelled: 18 Boxer",)),
    ("Germany revoked a licence to export 18 Boxer vehicles to Qatar.", ("DE>QA cancelled: 18 Boxer",)),
    ("Berlin issued export licences for 18 Boxer vehicles for Qatar in 2023.", ("DE>QA planned 2023: 18 Boxer",)),
    ("Germany withdrew 18 Boxers from Lithuania.", ()),
    ("No decision has been taken on the sale of Taurus missiles to Ukraine.", ("DE>UA considered: KEPD 350",)),
    ("A decision on the purchase of 12 FA-50s by Peru is expected in June.", ("KR>PE considered: 12 FA-50",)),
    ("No contract has been signed for the purchase of 12 FA-50s by Peru.", ()),
    (
        "The deal for 100 K2 tanks which Romania is negotiating with Hyundai Rotem could be worth $2.9 billion.",
        ("KR>RO negotiating: 100 K2 Black Panther = USD 2900000000",),
    ),
    (
        "Peru's $700 million order for 12 more FA-50s is expected to be signed in June 2025.",
        ("KR>PE planned 2025-06: 12 FA-50 = USD 700000000",),
    ),
]

NEVER_MADE = [
    ("Oman ordered 24 Rafale jets from France, but the deal was never concluded.", "cancelled"),
    ("Oman ordered 24 Rafale jets from France, but the order never materialised.", "cancelled"),
    ("Oman ordered 24 Rafale jets from France, but the contract was not implemented.", "cancelled"),
    ("Oman agreed to buy 24 Rafale jets from France but never signed a contract.", "cancelled"),
    ("A contract for 24 Rafale jets was agreed between Oman and France but never signed.", "cancelled"),
    ("Oman ordered 24 Rafale jets from France, but the contract has not been signed yet.", "planned"),
    ("Oman agreed to buy 24 Rafale jets from France, but no contract was signed.", "planned"),
    ("Oman ordered 24 Rafale jets from France, but no contract for missiles was signed.", "signed"),
    ("Oman ordered 24 Rafale jets from France after a deal with Russia was never concluded.", "signed"),
]

LEFT_OUT = [
    (
        "Norway decided on 3 February 2023 to order 54 Leopard 2A7 tanks from Germany's KMW instead of South Korea's K2.",
        ("DE>NO planned 2023-02-03: 54 Leopard 2A7",),
    ),
    ("Norway bought 54 Leopard 2A8 tanks instead of the K2.", ("DE>NO signed: 54 Leopard 2A8",)),
    ("Peru bought 12 FA-50s from KAI rather than Leonardo's M-346.", ("KR>PE signed: 12 FA-50",)),
    ("Peru bought 12 FA-50s instead of 24 M-346s.", ("KR>PE signed: 12 FA-50",)),
    ("Peru opted for the FA-50 instead of the M-346.", ("KR>PE selected: FA-50",)),
]

INSIDE_THE_VERB = [
    ("Norway has, since February, handed over six F-16s to Ukraine.", "NO>UA donated 2024-02/..: 6 F-16 Fighting Falcon"),
    ("Saab will, under a deal signed in May, supply Hungary with four Gripens.", "SE>HU signed 2024-05: 4 JAS 39 Gripen"),
    ("Peru has, according to officials, ordered 12 FA-50s from KAI.", "KR>PE signed: 12 FA-50"),
    ("Four FA-50s were, the ministry said, bought from KAI by Peru in 2023.", "KR>PE signed 2023: 4 FA-50"),
    ("Paris is finalising with Baghdad the sale of 14 Rafales.", "FR>IQ negotiating: 14 Rafale"),
    ("Seoul and Warsaw are poised to ink a second deal for 180 K2 tanks.", "KR>PL planned: 180 K2 Black Panther"),
    ("Germany ordered Trophy systems for 17 Leopard 2s from Rafael.", "IL>DE signed: Trophy"),
    ("Denmark, Norway and Iceland agreed to fund the purchase of DITA howitzers for Ukraine.", "DK>UA planned: DITA"),
]  # fmt: skip

ONE_DEAL = [
    ("By buying 12 H225Ms from Airbus Helicopters, Kuwait has become its sixth customer.", "FR>KW signed: 12 H225M Caracal"),
    ("After ordering 12 K9s from Hanwha, Vietnam became its tenth user.", "KR>VN signed: 12 K9 Thunder"),
    ("Romania intends to purchase a Turkish corvette for 223 million euros.", "TR>RO planned: corvette = EUR 223000000"),
    ("Ghana bought 4 Brazilian Super Tucanos for $88 million.", "BR>GH signed: 4 A-29 Super Tucano = USD 88000000"),
    ("Czechia ordered ten more Caesars from Nexter, bringing its order to 62.", "FR>CZ signed: 10 CAESAR"),
    ("Italy resold two Hercules aircraft to Pakistan.", "IT>PK signed: 2 C-130 Hercules"),
    ("24 K9 howitzers for Romania arrived at Constanta on 3 March 2024.", "KR>RO delivered 2024-03-03: 24 K9 Thunder"),
    ("Saudi Arabia struck a $3.2 billion missile deal with LIG Nex1.", "KR>SA signed: missile = USD 3200000000"),
    ("Poland won a radar order from Saab.", "SE>PL signed: radar"),
    ("The 19 Caesars, bought from France, were passed on to Ukraine by Denmark.", "DK>UA donated: 19 CAESAR"),
    ("Should Congress agree, Greece will buy 20 F-35s from Lockheed Martin.", "US>GR considered: 20 F-35 Lightning II"),
    ("Peru was about to order 12 FA-50s from KAI.", "KR>PE planned: 12 FA-50"),
    ("It is Norway, not Sweden, that has sold NASAMS to Qatar.", "NO>QA signed: NASAMS"),
    ("Norway, not Sweden, sold NASAMS to Qatar.", "NO>QA signed: NASAMS"),
    ("Peru bought the FA-50 from KAI, not the M-346.", "KR>PE signed: FA-50"),
    ("France has leased Greece two minehunters.", "FR>GR signed: 2 minehunters"),
    ("Kyiv asked Berlin for 12 Leopard 2 tanks.", "DE>UA planned: 12 Leopard 2"),
    ("At the request of Kyiv, Poland bought 12 K9s from Hanwha.", "KR>PL signed: 12 K9 Thunder"),
    ("Under pressure from Washington, Manila tore up a contract for 16 Mi-17s with Russia.", "RU>PH cancelled: 16 Mi-17"),
    ("Israel has agreed to a German request to buy the Arrow 3.", "IL>DE planned: Arrow 3"),
    (
        "South Korea and the UAE exchanged a letter of intent on the joint development and purchase of the KF-21.",
        "KR>AE planned: KF-21 Boramae",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*INSIDE_THE_VERB, *ONE_DEAL])
def test_verbs_that_other_words_stand_in(text: str, expected: str) -> None:
    assert notes(text) == (expected,)


def test_spare_parts_are_not_the_aircraft() -> None:
    assert notes("The Omani air force's 35 million pound order of Hawk spares from BAE dates to 2018.") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    ASIDES + TWO_VERBS + EACH_WITH_ITS_OWN + SELLERS + PERMITTED_AND_OPEN + LEFT_OUT,
)
def test_who_gets_what(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


@pytest.mark.parametrize(("text", "stage"), NEVER_MADE)
def test_deals_that_were_never_made(text: str, stage: str) -> None:
    assert notes(text) == (f"FR>OM {stage}: 24 Rafale",)
