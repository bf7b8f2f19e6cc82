"""Whole texts of several registers: agency news, dailies, fact sheets, papers with tables, releases, aid trackers."""

from __future__ import annotations

import pytest
from transfer_reading import notes

STORIES: list[tuple[str, tuple[str, ...]]] = [
    (
        "DSCA clears HIMARS for Estonia's neighbour\n"
        "\n"
        "The State Department has cleared a possible sale of six M142 HIMARS launchers to Latvia for an estimated $220 million, the Defense Security Cooperation Agency said on Tuesday. The package includes 72 GMLRS pods and 10 ATACMS missiles.\n"
        "\n"
        "Estonia and Lithuania bought six and eight launchers respectively in 2022.",
        (
            "US>EE signed 2022: 6 M142 HIMARS",
            "US>LV planned 2024-06-04: 6 M142 HIMARS, 72 GMLRS, 10 ATACMS = USD 220000000",
            "US>LT signed 2022: 8 M142 HIMARS",
        ),
    ),
    (
        "Nordic howitzers: a fact sheet\n"
        "\n"
        "Finland operates 96 K9FIN Moukari guns. The first 48 were bought in February 2017 for 145 million euros; options for 48 more were exercised in 2021 and 2022. Norway ordered 24 K9 VIDAR in December 2017 and four more in 2022. Denmark replaced 19 CAESARs, which it gave to Ukraine in 2023, with 19 ATMOS guns from Israel. Sweden builds its own Archer; it has ordered 48 more, eight of which went to Ukraine.",
        (
            "KR>FI signed 2017-02: 48 K9FIN Moukari = EUR 145000000",
            "KR>FI signed 2021/2022: 48 K9FIN Moukari",
            "KR>NO signed 2017-12: 24 K9 VIDAR",
            "KR>NO signed 2022: 4 K9 VIDAR",
            "DK>UA donated 2023: 19 CAESAR",
        ),
    ),
    (
        "Indonesia rethinks its fighter fleet\n"
        "\n"
        "Jakarta has cancelled the purchase of 12 used Mirage 2000-5 jets from Qatar, worth 733 million euros, its defence ministry confirmed on Thursday. It still expects 42 Rafales, ordered in three batches between 2022 and 2024 for $8.1 billion; the first six are due in 2026.\n"
        "\n"
        "A plan to buy 24 F-15EX fighters from Boeing was agreed in August 2023 but no contract has followed. Washington approved up to 36 of the jets in February 2022 at a cost of $13.9 billion.",
        (
            "QA>ID cancelled: 12 Mirage 2000-5 = EUR 733000000",
            "FR>ID signed 2022/2024: 42 Rafale = USD 8100000000",
            "US>ID planned 2023-08: 24 F-15EX Eagle II",
            "US>ID planned 2022-02: 36 F-15EX Eagle II = USD 13900000000",
        ),
    ),
    (
        "Latvia clears way for HIMARS\n"
        "\n"
        "The State Department has cleared a possible sale of six M142 HIMARS launchers to Latvia for an estimated $220 million, the Defense Security Cooperation Agency said on Tuesday. The package includes 72 GMLRS pods and 10 ATACMS missiles.",
        ("US>LV planned 2024-06-04: 6 M142 HIMARS, 72 GMLRS, 10 ATACMS = USD 220000000",),
    ),
    (
        "Portugal buys Super Tucanos\n"
        "\n"
        "Lisbon has ordered 12 A-29N Super Tucanos from Embraer for 200 million euros, the air force said on December 16, 2024. The light attack aircraft will be modified by OGMA in Alverca. The first five are to be handed over in 2026. Portugal already flies five KC-390 transports from the Brazilian firm, ordered in 2019 for 827 million euros; a sixth was added last year.",
        ("BR>PT signed: 12 A-29N = EUR 200000000", "BR>PT signed 2019: 5 C-390 Millennium = EUR 827000000"),
    ),
    (
        "Table talk: who arms Europe\n"
        "\n"
        "A think-tank paper, May 2024\n"
        "\n"
        "Between 2020 and 2024 Poland took 46 percent of South Korea's arms exports. Its orders since 2022 include 180 K2 tanks ($3.4 billion), 212 K9 howitzers ($2.4 billion) and 48 FA-50 aircraft ($3 billion). A framework agreement of July 2022 foresees 1,000 tanks and 672 howitzers in all.\n"
        "\n"
        "Romania followed in July 2024 with 54 K9s and 36 K10s for $920 million. Estonia has 36 K9s, bought in three lots between 2018 and 2022, and is eyeing the Chunmoo. Finland and Norway were earlier customers.\n"
        "\n"
        "In the same period Germany ordered 35 F-35s and 60 CH-47Fs from the United States, and Italy another 25 F-35s for 7 billion euros. France has sold Croatia 12 and Serbia 12 Rafales, and Greece 24.\n"
        "\n"
        "Table 1. Selected orders of European states, 2022-2024\n"
        "Buyer | System | Number | Supplier | Year | Value\n"
        "Poland | K2 | 180 | South Korea | 2022 | $3.4 bn\n"
        "Norway | Leopard 2A8 | 54 | Germany | 2023 | NOK 19.7 bn\n"
        "Czechia | F-35A | 24 | United States | 2024 | CZK 150 bn",
        (
            "KR>PL signed 2022/..: 180 K2 Black Panther = USD 3400000000",
            "KR>PL signed 2022/..: 212 K9 Thunder = USD 2400000000",
            "KR>PL signed 2022/..: 48 FA-50 = USD 3000000000",
            "KR>RO signed 2024-07: 54 K9 Thunder, 36 K10 = USD 920000000",
            "KR>EE signed 2018/2022: 36 K9 Thunder",
            "KR>EE considered: K239 Chunmoo",
            "US>DE signed: 35 F-35 Lightning II, 60 CH-47F Chinook",
            "US>IT signed: 25 F-35 Lightning II = EUR 7000000000",
            "FR>HR signed: 12 Rafale",
            "FR>RS signed: 12 Rafale",
            "FR>GR signed: 24 Rafale",
            "DE>NO signed 2023: 54 Leopard 2A8 = NOK 19700000000",
            "US>CZ signed 2024: 24 F-35A = CZK 150000000000",
        ),
    ),
    (
        "Seoul's arms to Kyiv, by way of Washington\n"
        "\n"
        "South Korea lent the US Army 500,000 155 mm shells in 2023 and sold it 100,000 more, so that Washington could send its own to Ukraine. Seoul itself has given Kyiv only body armour, two K600 mine-clearing vehicles and medicine. President Yoon said in October he might consider supplying arms if North Korean troops joined the fighting. No decision was taken.",
        (
            "KR>US for UA delivered 2023: 500000 155 mm shells",
            "KR>UA donated: 2 K600 Rhino",
        ),
    ),
    (
        "Rearming the Gulf\n"
        "\n"
        "The UAE signed for ten batteries of the Cheongung-II in January 2022, Saudi Arabia for another ten in November 2023 and Iraq for eight in September 2024. LIG Nex1 put the three contracts at $3.5 billion, $3.2 billion and $2.8 billion. Kuwait may be next.",
        (
            "KR>AE signed 2022-01: 10 battery M-SAM II Cheongung-II",
            "KR>SA signed 2023-11: 10 M-SAM II Cheongung-II",
            "KR>IQ signed 2024-09: 8 M-SAM II Cheongung-II",
        ),
    ),
    (
        "Korea, Philippines vow closer arms ties\n"
        "\n"
        "MANILA, Oct. 7, 2024 (Korea Bizwire) — South Korea and the Philippines agreed on Monday to deepen cooperation in arms, as Manila seeks to buy more Korean ships and jets.\n"
        "\n"
        "Under the third phase of its military modernization, the Philippines plans to procure up to 40 multirole fighters, for which KAI is offering the FA-50 and the KF-21. HD Hyundai Heavy Industries is building two frigates and six patrol vessels for the Philippine Navy under contracts signed in 2021 and 2022.\n"
        "\n"
        "Seoul donated a Pohang-class corvette, the BRP Conrado Yap, in 2019.",
        (
            "KR>PH planned: 40 FA-50, KF-21 Boramae",
            "KR>PH signed 2021/2022: 2 frigates, 6 patrol vessels",
            "KR>PH donated 2019: 1 Pohang class, BRP Conrado Yap",
        ),
    ),
    (
        "Hungary's air force\n"
        "\n"
        "Hungary has leased 14 Gripen C/D fighters from Sweden since 2006. In February 2024 it ordered four more for an undisclosed sum; they will be delivered from 2026. It also operates 20 H145M helicopters, bought from Airbus in 2018, and has taken delivery of 16 H225Ms.",
        (
            "SE>HU signed 2006/..: 14 JAS 39C",
            "SE>HU signed 2024-02: 4 JAS 39C",
            "DE>HU signed 2018: 20 H145M",
            "FR>HU delivered: 16 H225M Caracal",
        ),
    ),
    (
        "Press release\n"
        "\n"
        "KNDS and the Lithuanian Ministry of Defence today signed a contract in Vilnius for the delivery of 44 Leopard 2A8 main battle tanks. The agreement has a volume of about EUR 950 million and includes training, logistics and ammunition. Deliveries will start in 2028 and be completed by 2030.",
        ("DE>LT signed 2024-06-05: 44 Leopard 2A8, ammunition = EUR 950000000",),
    ),
    (
        "Israel's arms for Europe\n"
        "\n"
        "Germany bought the Arrow 3 missile defence system from Israel in 2023 for 4 billion euros, its largest Israeli arms purchase. Finland paid 317 million euros for David's Sling. Greece is negotiating a multi-layer system for two billion euros, and Romania has shortlisted the Spyder of Rafael. Slovakia signed for six Barak MX batteries worth 560 million euros in December 2024.",
        (
            "IL>DE signed 2023: Arrow 3 = EUR 4000000000",
            "IL>FI signed: David's Sling = EUR 317000000",
            "IL>RO considered: SPYDER",
            "IL>SK signed 2024-12: 6 battery Barak MX = EUR 560000000",
        ),
    ),
    (
        "Brief: Bulgaria\n"
        "\n"
        "Sofia has received the first of eight F-16 Block 70s ordered in 2019 for $1.26 billion. Eight more, ordered in 2022 for $1.3 billion, will follow by 2027. In November 2023 the country contracted 183 Stryker vehicles for $1.37 billion.",
        (
            "US>BG signed 2019: 8 F-16V Viper = USD 1260000000",
            "US>BG signed 2022: 8 F-16V Viper = USD 1300000000",
            "US>BG signed 2023-11: 183 Stryker = USD 1370000000",
        ),
    ),
    (
        "Vietnam weighs Korean guns\n"
        "\n"
        "Hanoi could become the first communist state to buy Korean arms. Talks on 20 K9s have reached the final stage, a source at Hanwha said, and a contract worth 350 billion won may be signed in July. Vietnam has bought nearly all its arms from Russia, including 64 T-90 tanks in 2017.",
        ("KR>VN negotiating: 20 K9 Thunder", "RU>VN signed 2017: 64 T-90"),
    ),
    (
        "Australian Redbacks\n"
        "\n"
        "Canberra chose the Redback over the Lynx last July. In December it signed a contract for 129 vehicles worth A$7 billion, down from the 450 once planned. Hanwha Defense Australia will build them near Geelong; the first is to be handed over in early 2027 and the last in 2028.",
        ("KR>AU signed 2023-12: 129 AS21 Redback = AUD 7000000000",),
    ),
    (
        "FACTBOX-Western fighter jets for Ukraine\n"
        "\n"
        "May 31 (Wire) - Following is a list of jets pledged or delivered to Ukraine.\n"
        "\n"
        "THE NETHERLANDS has promised 24 F-16s, the first of which are due this summer.\n"
        "\n"
        "DENMARK will supply 19 F-16s, six of them this year.\n"
        "\n"
        "NORWAY - between five and ten F-16s; no date given.\n"
        "\n"
        "BELGIUM signed an agreement with Kyiv on May 28 to deliver 30 F-16s by 2028.\n"
        "\n"
        "POLAND and SLOVAKIA handed over 14 and 13 MiG-29s respectively in 2023.\n"
        "\n"
        "FRANCE announced Mirage 2000-5s but not how many.",
        (
            "NL>UA planned 2024-22: 24 F-16 Fighting Falcon",
            "DK>UA planned 2024: 19 F-16 Fighting Falcon",
            "NO>UA planned: 5-10 F-16 Fighting Falcon",
            "BE>UA planned 2024-05-28: 30 F-16 Fighting Falcon",
            "PL>UA donated 2023: 14 MiG-29",
            "SK>UA donated 2023: 13 MiG-29",
            "FR>UA planned: Mirage 2000-5",
        ),
    ),
    (
        "Ukraine aid tracker: heavy weapons by donor (May 2024)\n"
        "\n"
        "Poland leads with 324 tanks, among them 280 T-72s. The Czech Republic has sent 62 T-72s, the Netherlands 45 and Germany 18 Leopard 2s plus 58 Leopard 1s. Britain gave 14 Challenger 2s and 32 AS90 howitzers. The United States has delivered 31 Abrams, 186 Bradleys and 39 HIMARS launchers. Italy and France jointly sent a SAMP/T battery in 2023.\n"
        "\n"
        "Denmark gave away its entire fleet of 19 CAESARs. South Korea has sent no weapons.",
        (
            "PL>UA donated: 280 T-72",
            "CZ>UA donated: 62 T-72",
            "NL>UA donated: 45 T-72",
            "GB>UA donated: 14 Challenger 2, 32 AS90",
            "US>UA donated: 31 M1 Abrams, 186 M2 Bradley, 39 M142 HIMARS",
            "IT>UA donated 2023: 1 battery SAMP/T",
            "FR>UA donated 2023: 1 battery SAMP/T",
            "DK>UA donated: 19 CAESAR",
        ),
    ),
    (
        "Hyundai Rotem: Poland\n"
        "\n"
        "The company continues to execute its second Polish contract, signed August 1, 2023, at $6.5 billion. It includes 116 K2GF and 64 K2PL tanks. The 180 tanks of the first contract ($3.37 billion, 2022) were shipped by the end of November.",
        (
            "KR>PL signed 2023-08-01: 116 K2GF, 64 K2PL = USD 6500000000",
            "KR>PL delivered 2022: 180 K2PL = USD 3370000000",
        ),
    ),
    (
        "Hanwha in Norway\n"
        "\n"
        "Hanwha Aerospace signed a contract with Norway in January 2024, worth $922 million. It covers 16 Chunmoo launchers and an undisclosed number of rockets.",
        ("KR>NO signed 2024-01: 16 K239 Chunmoo = USD 922000000",),
    ),
    (
        "Embraer in Portugal\n"
        "\n"
        "In 2019 Lisbon signed a contract with Embraer worth 827 million euros. It provides for five KC-390 transports. The first was delivered in 2022.",
        ("BR>PT signed 2019: 5 C-390 Millennium = EUR 827000000",),
    ),
    (
        "Poland picks Saab for submarines\n"
        "\n"
        "Poland is to negotiate with Sweden's Saab on three A26 submarines, officials said. The Korean yard said it respected the outcome. Canada, its next target, wants up to 12 submarines for C$20 bln-C$24 bln. Hanwha is offering the KSS-III there.",
        (
            "SE>PL negotiating: 3 A26 Blekinge",
            "KR>CA considered: 12 submarines, KSS-III = CAD 20000000000-24000000000",
        ),
    ),
    (
        "Turkey's drones go global\n"
        "\n"
        "Ankara, Feb. 12 - Baykar signed a contract with Saudi Arabia in July 2023 for an undisclosed number of Akinci drones, the largest export deal in Turkish history at more than $3 billion. Kuwait paid $367 million for TB2s the same year; Romania ordered 18 for $321 million. Kenya, which received six in 2024, may add more. Indonesia is to co-produce 60 TB3s.",
        (
            "TR>SA signed 2023-07: Bayraktar Akinci = USD 3000000000",
            "TR>KW signed 2023: Bayraktar TB2 = USD 367000000",
            "TR>RO signed: 18 Bayraktar TB2 = USD 321000000",
            "TR>KE delivered 2024: 6 Bayraktar TB2",
        ),
    ),
    (
        "Sweden's gifts\n"
        "\n"
        "Stockholm presented its 16th package of military support to Ukraine on May 29, worth 13.3 billion kronor. It includes two ASC 890 surveillance planes, all of Sweden's PBV 302 armoured carriers and 155 mm ammunition. The Gripen is not part of it: Sweden put its plan to give Gripens on hold at the request of other donors.",
        (
            "SE>UA suspended: JAS 39 Gripen",
            "SE>UA donated 2024-05-29: 2 ASC 890, Pbv 302, 155 mm ammunition = SEK 13300000000",
        ),
    ),
    (
        "Seoul, May 21 (Korea Herald)\n"
        "\n"
        "South Korea's arms agency said Tuesday that Iraq had shown interest in buying the Cheongung-II and Surion helicopters, and that Manila had picked HD Hyundai for a follow-on order of ten patrol ships worth 750 billion won. DAPA denied reports that Poland was about to cancel part of its K9 contract.",
        (
            "KR>IQ considered: M-SAM II Cheongung-II, KUH-1 Surion",
            "KR>PH selected: 10 patrol ships = KRW 750000000000",
        ),
    ),
    (
        "Register | extract\n"
        "\n"
        "Recipient | Supplier | Ordered | Designation | Description | Year of order | Delivered | Comments\n"
        "Norway | South Korea | 24 | K-9 Thunder | Self-propelled gun | 2017 | 24 | NOK1.8 b ($215-230 m) deal; incl 6 K-10 ALV\n"
        "Australia | South Korea | 30 | AS-9 Huntsman | Self-propelled gun | 2021 | 0 | AUD1 b deal\n"
        "Finland | South Korea | 96 | K-9 | Self-propelled gun | 2017 | 96 | Second-hand",
        (
            "KR>NO delivered 2017: 24 K9 Thunder, 6 K10 = NOK 1800000000",
            "KR>AU signed 2021: 30 AS9 Huntsman = AUD 1000000000",
            "KR>FI delivered 2017: 96 K9 Thunder",
        ),
    ),
    (
        "Aid tracker, release 18\n"
        "\n"
        "Heavy weapons committed to Ukraine by end-April 2024, by donor:\n"
        "\n"
        "Germany: 18 Leopard 2A6 (delivered), 110 Leopard 1A5 (58 delivered), 3 Patriot batteries\n"
        "Denmark: 19 CAESAR, 19 F-16 (pledged)\n"
        "Netherlands: 24 F-16 (pledged), 8 PzH 2000\n"
        "Spain: 10 Leopard 2A4, one Patriot battery",
        (
            "DE>UA donated: 18 Leopard 2A6",
            "DE>UA planned: 110 Leopard 1A5, 3 battery Patriot",
            "DK>UA planned: 19 CAESAR",
            "DK>UA planned: 19 F-16 Fighting Falcon",
            "NL>UA planned: 24 F-16 Fighting Falcon",
            "NL>UA planned: 8 PzH 2000",
            "ES>UA planned: 10 Leopard 2A4, 1 battery Patriot",
        ),
    ),
    (
        "Transfers of 2023\n"
        "\n"
        "Supplier: Germany\n"
        "- 50 Marder to Ukraine\n"
        "- 8 PzH 2000 to Lithuania, EUR 60 m\n"
        "Supplier: South Korea\n"
        "- 28 K2 to Poland\n"
        "- 12 FA-50GF to Poland",
        (
            "DE>UA signed: 50 Marder",
            "DE>LT signed: 8 PzH 2000 = EUR 60000000",
            "KR>PL signed: 28 K2 Black Panther",
            "KR>PL signed: 12 FA-50GF",
        ),
    ),
    (
        "Korean howitzers for Romania\n"
        "\n"
        "BUCHAREST, July 9, 2024 - Romania's defence ministry said on Tuesday that it had signed a contract worth $920 million with Hanwha Aerospace for 54 K9 howitzers, 36 K10 ammunition vehicles and support equipment. The purchase makes Romania the sixth NATO member to use the gun.\n"
        "\n"
        '"We will have the first batch of 18 by 2027," a ministry official said. Final assembly of the remaining 36 will take place in Romania with local firms supplying parts.\n'
        "\n"
        "Bucharest had also looked at the German PzH 2000 and the Turkish T-155. It signed for 32 used F-16s from Norway in 2022 for 388 million euros and for 54 M1A2 Abrams tanks from the United States in 2023.",
        (
            "KR>RO signed 2024-06-04: 54 K9 Thunder, 36 K10 = USD 920000000",
            "NO>RO signed 2022: 32 F-16 Fighting Falcon = EUR 388000000",
            "US>RO signed 2023: 54 M1A2 Abrams",
        ),
    ),
    (
        "Defense Ministry: no decision on Cheongung-II for Ukraine\n"
        "\n"
        'SEOUL, Oct. 30 (Yonhap) -- The defense ministry on Wednesday denied a report that Seoul was preparing to send Cheongung-II interceptors to Ukraine. "Nothing has been decided," a spokesperson said. Officials said the government could consider supplying 155 mm shells step by step.',
        (),
    ),
    (
        "The Polish deal in figures\n"
        "\n"
        "1,000 K2 tanks, 672 K9 howitzers, 48 FA-50 jets: that is what Warsaw and Seoul agreed on in July 2022. Since then executive contracts have followed for 180 K2s ($3.37 billion), 212 K9s ($2.4 billion), all FA-50s ($3 billion), 218 Chunmoos ($3.55 billion), another 152 K9s ($2.6 billion) and another 72 Chunmoos ($1.64 billion).",
        (
            "KR>PL signed: 180 K2 Black Panther = USD 3370000000",
            "KR>PL signed: 212 K9 Thunder = USD 2400000000",
            "KR>PL signed: FA-50 = USD 3000000000",
            "KR>PL signed: 218 K239 Chunmoo = USD 3550000000",
            "KR>PL signed: 152 K9 Thunder = USD 2600000000",
            "KR>PL signed: 72 K239 Chunmoo = USD 1640000000",
        ),
    ),
    (
        "UK to gift AS90s\n"
        "\n"
        "LONDON - Britain has given Ukraine 32 AS90 self-propelled guns and will replace them with 14 Archers bought from Sweden in March 2023. The deal was done in eight weeks. London is to order the RCH 155, built in Germany, as a permanent successor.",
        (
            "GB>UA donated: 32 AS90",
            "SE>GB signed 2023-03: 14 Archer",
            "DE>GB planned: RCH 155",
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), STORIES, ids=[text.partition("\n")[0][:50] for text, _ in STORIES])
def test_stories(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


SENTENCES: list[tuple[str, tuple[str, ...]]] = [
    (
        "Deliveries of the 116 Abrams tanks to Poland, worth $1.4 billion, were completed in June 2024.",
        ("US>PL delivered 2024-06: 116 M1 Abrams = USD 1400000000",),
    ),
    (
        "The DSCA on Monday notified Congress of a proposed sale to Denmark of three Patriot systems for $8.5 billion.",
        ("US>DK planned 2024-06-03: 3 Patriot = USD 8500000000",),
    ),
    (
        "South Korea's arms exports to Poland include 212 K9s, 180 K2s, 48 FA-50s and 218 Chunmoo launchers.",
        ("KR>PL signed: 212 K9 Thunder, 180 K2 Black Panther, 48 FA-50, 218 K239 Chunmoo",),
    ),
    (
        "The two countries concluded a government-to-government contract for 12 Rafales, Zagreb paying 1.15 billion euros.",
        ("FR>HR signed: 12 Rafale = EUR 1150000000",),
    ),
    (
        "Kyiv has received two SAMP/T batteries, one from Italy and one from France.",
        ("IT>UA donated: 1 SAMP/T", "FR>UA donated: 1 SAMP/T"),
    ),
    (
        "Paris will hand Kyiv six Mirage 2000-5s by the end of March 2025.",
        ("FR>UA planned ../2025-03: 6 Mirage 2000-5",),
    ),
    (
        "Warsaw is still negotiating a $6.2 billion follow-on contract for 180 K2s.",
        ("KR>PL negotiating: 180 K2 Black Panther = USD 6200000000",),
    ),
    (
        "Peru shortlisted the F-16 Block 70, the Rafale and the Gripen E for an order of 24 fighters worth $3.5 billion.",
        ("US>PE considered: F-16V Viper", "FR>PE considered: Rafale", "SE>PE considered: 24 JAS 39E = USD 3500000000"),
    ),
    (
        "Vietnam signed a $250 million deal for 20 K9s last August, becoming the howitzer's eleventh user.",
        ("KR>VN signed 2023-08: 20 K9 Thunder = USD 250000000",),
    ),
    ("Egypt produces K9A1s under licence under a 2022 deal with Hanwha.", ("KR>EG signed 2022: K9A1",)),
    (
        "Poland's order for 32 F-35As ($4.6 billion, January 2020) is on schedule, with the first jets due in 2026.",
        ("US>PL signed 2020-01: 32 F-35A = USD 4600000000",),
    ),
    (
        "Turkey's TAI signed a contract in Jakarta on 26 July to supply 48 Kaan fighters to Indonesia over ten years for $10 billion.",
        ("TR>ID signed 2023-07-26: 48 KAAN = USD 10000000000",),
    ),
    (
        "Greece gave up on the LCS but asked for 20 F-35As, with an option for 20 more; a letter of offer and acceptance was signed on 25 July 2024.",
        ("US>GR signed 2024-07-25: 20 F-35A, (20 F-35A)",),
    ),
    (
        "Thailand's cabinet on Tuesday approved the purchase of four Gripen E/F fighters from Sweden for 19.5 billion baht ($600 million).",
        ("SE>TH planned 2024-06-04: 4 JAS 39E = THB 19500000000",),
    ),
    (
        "Morocco has taken delivery of six AH-64E Apaches, the first of 24 ordered from Boeing in 2020.",
        ("US>MA delivering 2020: 24 AH-64E Apache Guardian",),
    ),
    (
        "Serbia bought 12 Rafales in a 2.7 billion euro contract signed in August 2024; deliveries run from 2028 to 2030.",
        ("FR>RS signed 2024-08: 12 Rafale = EUR 2700000000",),
    ),
    (
        "Ankara exported 20 Bayraktar TB2 drones to Poland in 2022 for $270 million.",
        ("TR>PL signed 2022: 20 Bayraktar TB2 = USD 270000000",),
    ),
    (
        "Finland picked the F-35A in December 2021 and two months later ordered 64 of them, at a cost of 8.4 billion euros.",
        ("US>FI signed 2022-02: 64 F-35A = EUR 8400000000",),
    ),
    (
        "Two Type 31 frigates were sold to Indonesia under licence and are being built in Surabaya.",
        ("GB>ID signed: 2 Type 31",),
    ),
    (
        "Croatia signed letters of intent for 50 Leopard 2A8s and handed 30 M-84 tanks and 30 M-80 vehicles to Ukraine.",
        ("DE>HR planned: 50 Leopard 2A8", "HR>UA donated: 30 M-84, 30 M-80"),
    ),
    (
        "Australia will acquire at least three Virginia-class submarines from the US from 2032.",
        ("US>AU planned 2032/..: 3 Virginia class",),
    ),
    (
        "Iraq contracted Korea's KAI for 24 T-50IQ jets in 2013, worth 1.1 billion dollars, plus a billion for upkeep.",
        ("KR>IQ signed 2013: 24 T-50IQ = USD 1100000000",),
    ),
    (
        "Germany has bought 35 F-35s, 60 CH-47F Chinooks and eight P-8 Poseidons from the United States since 2021.",
        ("US>DE signed 2021/..: 35 F-35 Lightning II, 60 CH-47F Chinook, 8 P-8A Poseidon",),
    ),
    (
        "Seoul reportedly sold Iraq eight Cheongung-II batteries for $2.8 billion.",
        ("KR>IQ signed: 8 battery M-SAM II Cheongung-II = USD 2800000000",),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text[:60] for text, _ in SENTENCES])
def test_sentences_of_many_registers(text: str, expected: tuple[str, ...]) -> None:
    assert notes(f"Notes of the week\n\n{text}") == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Vikings bought 24 shields from a Swedish dealer for 300 kroner.",
        "Poland ordered 180 trees from a Korean nursery.",
        "The K2 summit cost two climbers their lives.",
        "Norway won the handball match 24-12 over Finland after a deal with the referee.",
        "The Leopard cafe took delivery of six ovens from Germany.",
        "Germany sent 12 athletes to Poland and Norway eight.",
        "A Korean brewer sold Denmark 400,000 cans of lager in 2024.",
        "South Korea exported three times more artillery (735 TIVs) than the US (245 TIVs) between 2022 and 2024.",
        "The EU could seriously consider ramping up Korean MLRS exports to make up for that share.",
        "The frigate Niels Juel, which the Danish navy plans to send to Greenland, left port.",
        "The British carrier group passes Korea this week.",
        "The runners-up were the HIMARS and the EuroPULS.",
        "Jakarta was to bear 20 percent of the fighter's 8.1 trillion won development cost.",
        "Abu Dhabi and Seoul signed an MOU on the joint development of a transport plane.",
        "Its cadets visited the K9 plant and ordered lunch for 40.",
        "Thunder rolled over Denmark and the Leopard escaped from the zoo.",
        "Four F-16s of the Danish air force landed in Lithuania on Monday to police Baltic airspace.",
        "The frigate ROKS Daejoyeong joined NATO's Operation Atalanta with 300 sailors.",
        "South Korea's arms exports rose from $7.25 billion in 2021 to $17.3 billion in 2022.",
        "Poland accounted for 72 percent of Korean arms exports in 2022.",
        "Germany has deployed Patriot batteries to Rzeszow to protect the airport.",
        "Russia lost 3,000 tanks and Ukraine 800, the institute estimates.",
        "North Korea fired two KN-23 missiles into the sea.",
        "The army fired its K9 howitzers in an exercise with US forces near Pocheon.",
        "Hanwha plans to build a K9 plant in Romania and hire 400 people.",
        "Poland spends 4.1 percent of GDP on defence, and a third of it on new weapons.",
        "NATO defence ministers discussed air defence systems in Brussels.",
        "The EU agreed on a 150 billion euro loan scheme for arms purchases.",
        "Sweden sent Gripen fighters to Iceland for a NATO mission.",
        "The United States moved a THAAD battery from South Korea to the Middle East.",
        "Two Typhoons intercepted a Russian Il-20 near Estonia.",
        "The K2 tank has a crew of three and weighs 55 tonnes.",
        "The Leopard 2 is used by Germany, Poland, Norway and Finland.",
        "Norway operates 52 F-35s.",
        "Seoul and Warsaw signed an agreement on defence industry cooperation.",
        "A delegation from Peru visited the K2 line at Changwon.",
        "Britain handed command of the task force to Italy.",
        "Spanish Leopards trained with Polish crews at Zaragoza.",
        "The UN panel said North Korea had violated sanctions by exporting coal to China.",
        "Japan eased its export rules to allow sales of fighter jets.",
        "Turkey received the visit of the German chancellor.",
        "Finland's army took delivery of new uniforms made in Estonia.",
        "Korea's trade surplus with Poland grew on sales of batteries and cars.",
        "The minister promised Ukraine support for as long as it takes.",
        "Kyiv received 1.5 billion euros from frozen Russian assets.",
        "The parliament in Oslo approved a defence plan worth 600 billion kroner.",
        "HMS Spey and ROKS Cheonan drilled together off Jeju.",
        "Boeing said it had delivered 348 commercial aircraft in 2024.",
        "Airbus won an order for 60 A320s from a Korean airline.",
        "Hyundai sold 40,000 cars in Poland last year.",
        "German Gepards shot down Russian drones over Kyiv.",
    ],
)
def test_other_matters_yield_nothing(text: str) -> None:
    assert notes(f"Notes of the week\n\n{text}") == ()
