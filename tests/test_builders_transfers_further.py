"""More of the same goods, the same deal told twice, and what stands beside a deal without being of it."""

from __future__ import annotations

import pytest
from transfer_reading import notes

MORE: list[tuple[str, tuple[str, ...]]] = [
    (
        "Poland has ordered 290 Chunmoo launchers. A second tranche of 72 launchers, signed in April "
        "2024, was priced at $1.64 billion.",
        ("KR>PL signed: 290 K239 Chunmoo", "KR>PL signed 2024-04: 72 K239 Chunmoo = USD 1640000000"),
    ),
    (
        "Poland signed a contract for 212 K9 howitzers in August 2022. A second batch of 152 howitzers "
        "was ordered in December 2023 for $2.6 billion.",
        ("KR>PL signed 2022-08: 212 K9 Thunder", "KR>PL signed 2023-12: 152 K9 Thunder = USD 2600000000"),
    ),
    (
        "Greece ordered three FDI frigates from Naval Group in March 2022. In November 2025 it ordered a fourth.",
        ("FR>GR signed 2022-03: 3 FDI", "FR>GR signed 2025-11: 1 FDI"),
    ),
    (
        "Greece ordered three FDI frigates from Naval Group in March 2022. A fourth frigate was bought "
        "in November 2025 for 700 million euros.",
        ("FR>GR signed 2022-03: 3 FDI", "FR>GR signed 2025-11: 1 FDI = EUR 700000000"),
    ),
    (
        "Lithuania bought two NASAMS batteries from Kongsberg in 2017. A third battery was contracted "
        "in 2024 for 200 million euros.",
        ("NO>LT signed 2017: 2 battery NASAMS", "NO>LT signed 2024: 1 battery NASAMS = EUR 200000000"),
    ),
    (
        "Norway ordered four Type 212CD submarines from Germany in 2021. It exercised an option for a "
        "fifth submarine in 2024.",
        ("DE>NO signed 2021: 4 Type 212CD", "DE>NO signed 2024: 1 Type 212CD"),
    ),
    (
        "Greece ordered three FDI frigates from Naval Group in March 2022. It may order a fourth in 2027.",
        ("FR>GR signed 2022-03: 3 FDI",),
    ),
    (
        "Greece ordered three FDI frigates from Naval Group in March 2022. It holds an option for a "
        "fourth, contracted separately.",
        ("FR>GR signed 2022-03: 3 FDI",),
    ),
    (
        "Greece ordered three FDI frigates from Naval Group in March 2022. A third minister has signed since.",
        ("FR>GR signed 2022-03: 3 FDI",),
    ),
    (
        "Greece ordered three FDI frigates from Naval Group in March 2022. Italy ordered a fourth PPA in 2024.",
        ("FR>GR signed 2022-03: 3 FDI",),
    ),
]

SAME: list[tuple[str, tuple[str, ...]]] = [
    (
        "Hanwha landed another artillery contract with Estonia, securing a deal to supply 12 additional "
        "K9 howitzers worth $120 million.",
        ("KR>EE signed: 12 K9 Thunder = USD 120000000",),
    ),
    (
        "WZM won a new armoured vehicle order from Slovakia, clinching a contract to deliver 76 Rosomak vehicles.",
        ("PL>SK signed: 76 Rosomak",),
    ),
    (
        "Saab got a new order from Hungary for missiles, and signed a contract to deliver four Gripen "
        "fighters to Brazil.",
        ("SE>HU signed: missiles", "SE>BR signed: 4 JAS 39 Gripen"),
    ),
    (
        "Estonia ordered 12 more K9 howitzers from Hanwha. The deal will see the Korean maker build and "
        "deliver the 12 K9s to the Estonian army within two years.",
        ("KR>EE signed: 12 K9 Thunder",),
    ),
    (
        "Latvia signed for 42 ASCOD vehicles from Spain. The contract will see the firm build and hand "
        "over the vehicles to the army by 2030.",
        ("ES>LV signed: 42 ASCOD",),
    ),
    (
        "LIG Nex1 has secured a $3.2 billion deal with Saudi Arabia for M-SAM missiles. The contract "
        "was signed between the Korean firm and the Saudi defence ministry in November 2023, but had "
        "been kept secret.",
        ("KR>SA signed 2023-11: M-SAM Cheongung = USD 3200000000",),
    ),
    (
        "Saab won a contract with Hungary for four Gripen fighters. The contract was signed by Saab and "
        "the Hungarian defence ministry in February 2024.",
        ("SE>HU signed 2024-02: 4 JAS 39 Gripen",),
    ),
    (
        "Saab won a contract with Hungary for four Gripen fighters. The contract was signed by Naval "
        "Group and the Greek ministry in May 2024.",
        ("SE>HU signed: 4 JAS 39 Gripen",),
    ),
    (
        "Korea will export ten M-SAM batteries to Saudi Arabia under a $3.2 billion deal. The contract "
        "with Saudi Arabia marks the second sale of the M-SAM system to a Middle Eastern country.",
        ("KR>SA signed: 10 battery M-SAM Cheongung = USD 3200000000",),
    ),
    (
        "Hanwha concluded a third agreement with Norway to supply an additional 24 K9 howitzers. The "
        "initial 2017 order delivered 24 K9s and six K10 vehicles by 2020. This most recent purchase, "
        "formalised in September 2025, was valued at $534 million.",
        ("KR>NO signed 2025-09: 24 K9 Thunder = USD 534000000", "KR>NO delivered 2017: 24 K9 Thunder, 6 K10"),
    ),
]

OTHERS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Estonia has ordered 12 more K9 howitzers from Hanwha. The purchase forms part of a broader $17 "
        "billion investment package.",
        ("KR>EE signed: 12 K9 Thunder",),
    ),
    (
        "Estonia has ordered 12 more K9 howitzers from Hanwha. The order is part of a wider 9 billion "
        "euro defence plan.",
        ("KR>EE signed: 12 K9 Thunder",),
    ),
    (
        "Estonia has ordered 12 more K9 howitzers from Hanwha. The order is worth 90 million euros.",
        ("KR>EE signed: 12 K9 Thunder = EUR 90000000",),
    ),
    (
        "Since 2001 the K9 howitzer has been ordered by Turkey, Poland and Finland.",
        ("KR>TR signed: K9 Thunder", "KR>PL signed: K9 Thunder", "KR>FI signed: K9 Thunder"),
    ),
    (
        "India bought 100 K9 howitzers in 2017. Since 2001 the K9 has been ordered by Turkey and India.",
        ("KR>IN signed 2017: 100 K9 Thunder", "KR>TR signed: K9 Thunder"),
    ),
    (
        "LIG Nex1 has won a contract to export M-SAM missiles to Saudi Arabia. The contract follows one "
        "with the United Arab Emirates in 2022 for missiles worth $3.5 billion.",
        ("KR>SA signed: M-SAM Cheongung", "KR>AE signed 2022: M-SAM Cheongung = USD 3500000000"),
    ),
    (
        "LIG Nex1 has won a contract to export M-SAM missiles to Saudi Arabia. The deal, signed in "
        "November 2023, came after one with Egypt worth $900 million in 2022.",
        ("KR>SA signed 2023-11: M-SAM Cheongung", "KR>EG signed 2022: M-SAM Cheongung = USD 900000000"),
    ),
    (
        "Saab signed an order with Hungary for four Gripen fighters. The order follows one with Brazil, "
        "signed in 2014.",
        ("SE>HU signed: 4 JAS 39 Gripen", "SE>BR signed 2014: JAS 39 Gripen"),
    ),
    (
        "Norway ordered 24 K9 howitzers and six ammunition vehicles in 2017, followed by a smaller 2022 "
        "order for four additional systems.",
        ("KR>NO signed 2017: 24 K9 Thunder, 6 ammunition vehicles", "KR>NO signed 2022: 4 K9 Thunder"),
    ),
    (
        "Prosecutors in the US are looking into Brazil's purchase of 36 Gripen E fighters.",
        ("SE>BR signed: 36 JAS 39E",),
    ),
    (
        "Hanwha signed deals with Norway (24 K9 howitzers), Romania (54 K9 howitzers) and Egypt (200 K9s).",
        ("KR>NO signed: 24 K9 Thunder", "KR>RO signed: 54 K9 Thunder", "KR>EG signed: 200 K9 Thunder"),
    ),
    (
        "Saab secured orders in Hungary (four Gripen fighters) and Brazil (36 Gripen fighters) in 2014.",
        ("SE>HU signed 2014: 4 JAS 39 Gripen", "SE>BR signed 2014: 36 JAS 39 Gripen"),
    ),
    (
        "Hanwha won a contract for 126 Chunmoo launchers, of which 72 are for Poland and 54 for Norway.",
        ("KR>PL signed: 72 K239 Chunmoo", "KR>NO signed: 54 K239 Chunmoo"),
    ),
]

STAGES: list[tuple[str, tuple[str, ...]]] = [
    (
        "The Government of Chile has asked to buy the following: 12 Stinger missiles; six launchers; spare parts.",
        ("US>CL planned: 12 FIM-92 Stinger",),
    ),
    (
        "The Government of Morocco has requested to purchase the following: eighteen M142 HIMARS "
        "launchers and 40 ATACMS missiles.",
        ("US>MA planned: 18 M142 HIMARS, 40 ATACMS",),
    ),
    (
        "In Switzerland, a possible acquisition of 22 Gripen E is to be processed in parliament.",
        ("SE>CH considered: 22 JAS 39E",),
    ),
    (
        "Aid tracker for Ukraine\n\nBelgium: F-16s (24 committed, 0 delivered).\nDenmark: F-16s (19 "
        "committed, 19 delivered).\nNorway: F-16s (6 pledged, 2 delivered).",
        (
            "BE>UA planned: 24 F-16 Fighting Falcon",
            "DK>UA donated: 19 F-16 Fighting Falcon",
            "NO>UA donated: 6 F-16 Fighting Falcon",
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), MORE)
def test_more_of_the_goods_of_a_contract(text: str, expected: tuple[str, ...]) -> None:
    """An ordinal tells of one thing more, or of a lot more."""
    assert notes(text) == expected


@pytest.mark.parametrize(("text", "expected"), SAME)
def test_one_deal_told_twice(text: str, expected: tuple[str, ...]) -> None:
    """A participle, a signature or a remark goes on about the deal told before."""
    assert notes(text) == expected


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_deals_beside_the_one_told(text: str, expected: tuple[str, ...]) -> None:
    """Other buyers, and sums and days that are none of the deal told."""
    assert notes(text) == expected


@pytest.mark.parametrize(("text", "expected"), STAGES)
def test_how_far_it_has_come(text: str, expected: tuple[str, ...]) -> None:
    """What is asked for, possible or only committed."""
    assert notes(text) == expected


PAPERS: list[tuple[str, tuple[str, ...]]] = [
    (
        "The prime contractors for the sale of up to 73 Standard Missile-3 to Japan are Raytheon and BAE Systems.",
        ("US>JP planned: 73 SM-3",),
    ),
    (
        "The principal contractor for the proposed sale of 18 M142 HIMARS to Latvia will be Lockheed Martin.",
        ("US>LV planned: 18 M142 HIMARS",),
    ),
    (
        "Poland has ordered 54 K9 howitzers amid a broader arms buildup on NATO's eastern flank.",
        ("KR>PL signed: 54 K9 Thunder",),
    ),
    (
        "On May 1, 2024, Poland and Hyundai Rotem signed a second agreement for the supply of 180 K2 "
        "tanks, building on a 2022 framework deal.",
        ("KR>PL signed 2024-05-01: 180 K2 Black Panther",),
    ),
    (
        "Manila operates 11 FA-50s following the crash of one example this year.",
        (),
    ),
    (
        "The Philippines bought 12 more FA-50 jets in May 2024. It first acquired FA-50 aircraft in "
        "2014, ordering 12 aircraft at a cost of $420 million.",
        ("KR>PH signed 2024-05: 12 FA-50", "KR>PH signed 2014: 12 FA-50 = USD 420000000"),
    ),
    (
        "Estonia and Norway have signed a letter of intent on buying CV90s from Sweden.",
        ("SE>EE planned: CV90", "SE>NO planned: CV90"),
    ),
    (
        "Under the agreement with Sweden, Norway will buy another 80 CV90s.",
        ("SE>NO planned: 80 CV90",),
    ),
    (
        'Slovakia has decided to acquire 152 CV90 vehicles from BAE Systems. "We are only one trip '
        "short of signing the order,\" the firm's chief said.",
        ("SE>SK planned: 152 CV90",),
    ),
    (
        "The Czech Republic is expected to make up its mind on procuring 210 CV90 vehicles from Sweden.",
        ("SE>CZ considered: 210 CV90",),
    ),
    (
        "In July 2022 Hyundai Rotem signed a framework agreement to export up to 1,000 K2 tanks to "
        "Poland. The following month, it signed the first contract worth $3.3 billion for delivery of "
        "180 tanks assembled in South Korea.",
        (
            "KR>PL framework 2022-07: 1000 K2 Black Panther",
            "KR>PL signed 2022-08: 180 K2 Black Panther = USD 3300000000",
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), PAPERS)
def test_papers_and_events_beside_a_deal(text: str, expected: tuple[str, ...]) -> None:
    """Notices, letters of intent, frameworks that are filled in, and what only comes after an event."""
    assert notes(text) == expected


ENDS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Australia announced the termination of the contract signed with France to acquire 12 conventional submarines.",
        ("FR>AU cancelled: 12 conventional submarines",),
    ),
    (
        "Kenya announced the cancellation of a deal with Turkey for 118 Hizir vehicles.",
        ("TR>KE cancelled: 118 Hizir",),
    ),
    (
        "Poland's ministry confirmed the termination of its contract for 32 Black Hawk helicopters with "
        "the United States.",
        ("US>PL cancelled: 32 UH-60 Black Hawk",),
    ),
    (
        "Talks averted the cancellation of a contract with Turkey for 118 Hizir vehicles for Kenya.",
        ("TR>KE signed: 118 Hizir",),
    ),
    (
        "Russia has donated a shipload of weapons to Kenya. The military donation, received by the "
        "president, included 5,000 assault rifles, 20 army trucks and 5,000 helmets.",
        ("RU>KE donated: 5000 assault rifles, 20 army trucks, 5000 helmets",),
    ),
    (
        "The Chinese defence ministry turned over equipment to Kenya in May 2024. The donation "
        "comprises 3,000 AK-74M rifles and 12 mortars.",
        ("CN>KE donated: 3000 AK-74M, 12 mortars",),
    ),
    (
        "Japan handed over equipment to the Philippines in May. The donation includes two TC-90 aircraft.",
        ("JP>PH donated: 2 TC-90",),
    ),
    (
        "The ministry spoke of peace. The donation includes 12 mortars.",
        (),
    ),
    (
        "Latvia is negotiating the purchase of K9 howitzers from South Korea. The negotiation also "
        "includes the purchase of 12 K10 vehicles.",
        ("KR>LV negotiating: K9 Thunder", "KR>LV negotiating: 12 K10"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), ENDS)
def test_what_has_ended_and_what_a_gift_consists_of(text: str, expected: tuple[str, ...]) -> None:
    """Contracts that are called off, and gifts and talks that the next sentence spells out."""
    assert notes(text) == expected
