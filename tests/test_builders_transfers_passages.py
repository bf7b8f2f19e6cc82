"""Passages of several sentences in which deals are told one after the other, compared, taken up again and refused."""

from __future__ import annotations

import pytest
from transfer_reading import notes

PASSAGES: list[tuple[str, tuple[str, ...]]] = [
    (
        "Lima bets on Korean armour\n\nLIMA, Nov 14 (AP) - Peru's army has thrown in its lot with Hyundai Rotem, inking an implementation arrangement for 54 K2 Black Panther tanks and 141 K808 wheeled vehicles on Friday. The package is put at roughly $2 billion. A first company of ten tanks is to reach Callao next year; the remainder will be put together locally by the army's arsenal FAME.\n\nThe defence minister said the country was also toying with the FA-50, of which it wants 24 to replace its Su-25s.",
        ("KR>PE signed 2024-05-31: 54 K2 Black Panther, 141 K808 = USD 2000000000", "KR>PE considered: 24 FA-50"),
    ),
    (
        "The Norwegian government asked parliament on Friday to approve the purchase of 54 Leopard 2A7 tanks from Germany's KMW, spurning the South Korean K2. Oslo had put the two tanks through winter trials at Rena. The price tag is 19.7 billion crowns, and an option on 18 more expires in 2028.",
        ("DE>NO planned 2024-05-31: 54 Leopard 2A7",),
    ),
    (
        "Manila's navy commissioned the BRP Miguel Malvar in May. It is the first of two frigates HD Hyundai Heavy Industries is building for the Philippines under a 28-billion-peso contract awarded in December 2021. Her sister, the BRP Diego Silang, follows in September.",
        ("KR>PH signed 2021-12: 2 frigates",),
    ),
    (
        "Warsaw goes shopping again\n\nIn the space of ten days Poland has put its signature to three deals. From Sweden it is buying two Saab 340 AEW aircraft for 52 million euros; from the United States, 96 AH-64E Apache helicopters for $10 billion; and from South Korea a second batch of 72 Chunmoo launchers, bringing the total to 290.",
        (
            "SE>PL signed: 2 Saab 340 AEW = EUR 52000000",
            "US>PL signed: 96 AH-64E Apache Guardian = USD 10000000000",
            "KR>PL signed: 72 K239 Chunmoo",
        ),
    ),
    (
        "Cairo - Egypt's arsenal has been swollen by 100 K9A1 EGY howitzers that are being turned out at Factory 200 under a 2022 deal with Hanwha worth $1.7 billion. The guns' K11 and K10 companions are part of the same bargain. Seoul's export bank lent Cairo most of the money.",
        ("KR>EG signed 2022: 100 K9A1EGY = USD 1700000000",),
    ),
    (
        "KONGSBERG, 3 June - Kongsberg Defence & Aerospace has been entrusted by the Royal Netherlands Army with the delivery of seven NASAMS batteries. The order, which is worth NOK 11 billion, includes radars and command posts. Deliveries will commence in 2028 and be completed in 2030.",
        ("NO>NL signed: 7 battery NASAMS, radars = NOK 11000000000",),
    ),
    (
        "Sofia's air force will at last have its Vipers. Of the 16 F-16 Block 70s that Bulgaria bought from Lockheed Martin in two lots, in 2019 and 2022, eight are now at Graf Ignatievo. The second eight are due by 2027.",
        ("US>BG signed 2019/2022: 16 F-16V Viper",),
    ),
    (
        "Bangkok rebuffed the F-16 and came down on the side of the Gripen E. A first lot of four was contracted from Saab on 25 August for 19.5 billion baht; eight more are foreseen by 2035.",
        ("SE>TH signed 2023-08-25: 4 JAS 39E = THB 19500000000",),
    ),
    (
        'TALLINN - Estonia doubled down on South Korean rocket artillery on Tuesday, ordering six K239 Chunmoo launchers for 290 million euros. Estonia already fields 36 K9 howitzers supplied by Hanwha Aerospace. "Chunmoo complements HIMARS," said the head of the procurement centre. Tallinn took delivery of six of the American launchers in April.',
        (
            "KR>EE signed 2024-06-04: 6 K239 Chunmoo = EUR 290000000",
            "KR>EE signed: 36 K9 Thunder",
            "US>EE delivered 2024-04: 6 M142 HIMARS",
        ),
    ),
    (
        "Jakarta's planned purchase of 42 Rafales from Dassault has come into force in full: the third and last tranche of 18 jets was activated in January 2024. The first two, of six and 18 aircraft, date from 2022.",
        ("FR>ID signed: 42 Rafale",),
    ),
    (
        "Nexter wins Armenian order\n\nVERSAILLES, 18 June 2024 - Nexter, the French half of KNDS, has been awarded an order for 36 Caesar howitzers by Armenia. The contract was signed in Paris by Minister of Defence Suren Papikyan. Yerevan had already received 24 Bastion armoured vehicles from Arquus last year. Deliveries of the guns will be spread over 15 months; the price has not been disclosed.",
        ("FR>AM signed: 36 CAESAR", "FR>AM delivered 2023: 24 Bastion"),
    ),
    (
        "What does Ankara sell, and to whom? Baykar alone has exported the TB2 to more than 30 countries. Poland took 24, Ukraine some 50, and Morocco 13. Kuwait's 18, ordered in 2023 for $370 million, are the most expensive yet. Only in the Gulf has China kept up: Saudi Arabia went for the Wing Loong.",
        (
            "TR>PL signed: 24 Bayraktar TB2",
            "TR>UA signed: 50 Bayraktar TB2",
            "TR>MA signed: 13 Bayraktar TB2",
            "TR>KW signed 2023: 18 Bayraktar TB2 = USD 370000000",
            "CN>SA selected: Wing Loong",
        ),
    ),
    (
        "Der Spiegel reports that Berlin has cleared the sale of 20 Eurofighter jets to Turkey. The green light follows a lobbying drive by London. Turkey needs the aircraft because Washington threw it out of the F-35 programme. It is also negotiating with Lockheed Martin over 40 F-16 Block 70s, having cut the request from 79 kits.",
        ("DE>TR planned: 20 Eurofighter", "US>TR negotiating: 40 F-16V Viper"),
    ),
    (
        "KAI shipped the last two of 12 FA-50PHs to the Philippines in 2017; now Manila is back for a dozen more. The follow-on contract, clinched in June 2025, is worth 975 billion won. Deliveries run to 2030.",
        ("KR>PH delivered 2017: 12 FA-50PH", "KR>PH signed 2025-06: 12 FA-50PH = KRW 975000000000"),
    ),
    (
        'Slovak Defence Minister Robert Kalinak told Plus 7 that his country would swap its old T-72s for Korean K2s "if the price is right". Hyundai Rotem has offered 104 of the tanks in a local K2-SK version; KNDS is pitching the Leopard 2A8 and BAE Systems the CV90120.',
        ("KR>SK considered: 104 K2 Black Panther",),
    ),
    (
        "THE HAGUE - The Dutch cabinet told parliament on Tuesday that it will buy 46 Leopard 2A8 tanks from KNDS for 1.5 billion euros, reviving the tank battalion that it disbanded in 2011, when its 80 Leopard 2A6s were sold to Finland. A contract was signed in May. An option for six more runs until 2027.",
        ("DE>NL signed 2024-05: 46 Leopard 2A8, (6 Leopard 2A8) = EUR 1500000000", "NL>FI signed 2011: 80 Leopard 2A6"),
    ),
    (
        "The Ministry of Defence of Montenegro announces that it has concluded an agreement with the company Oshkosh Defense for 67 JLTV vehicles. The first 20 were handed over in Golubovci in 2020. Training of drivers is included.",
        ("US>ME delivering: 67 JLTV",),
    ),
    (
        "On 21 June the Federal Ministry of Defence signed a framework contract with Rheinmetall for 155 mm artillery ammunition worth up to 8.5 billion euros. A part of the shells is destined for Ukraine; the Netherlands, Estonia and Denmark may also call off rounds.",
        (),
    ),
    (
        "Oslo, 17 February (NTB) - Norway will hand Ukraine six more F-16s before the summer, Prime Minister Jonas Gahr Støre said. That brings to 14 the number promised; eight are already there. Denmark and the Netherlands have supplied 19 and 24 of the jets.",
        (
            "NO>UA planned ../2024-22: 6 F-16 Fighting Falcon",
            "DK>UA donated: 19 F-16 Fighting Falcon",
            "NL>UA donated: 24 F-16 Fighting Falcon",
        ),
    ),
    (
        "Copenhagen first leased, then bought, the two Bombardier Challengers. Its frigates are another story: of the four submarines and six frigates it once sailed, none carries a modern missile. It has now asked for bids for air-defence frigates and is said to favour Britain's Type 31.",
        (),
    ),
    (
        "Ankara has long courted Jakarta. Baykar sold it 60 TB3 drones and nine Akinci in February, and in June Indonesia put pen to paper for 48 KAAN fighters from Turkish Aerospace, the jet's first export sale, at some $10 billion.",
        (
            "TR>ID signed 2024-02: 60 Bayraktar TB3, 9 Bayraktar Akinci",
            "TR>ID signed 2024-06: 48 KAAN = USD 10000000000",
        ),
    ),
    (
        "Kazakhstan walked away from the Rafale and will take more Su-30SMs instead; ten were ordered in 2024 on top of the 24 already in service.",
        ("RU>KZ signed 2024: 10 Su-30SM",),
    ),
]


@pytest.mark.parametrize(("text", "expected"), PASSAGES, ids=[text.partition(".")[0][:50] for text, _ in PASSAGES])
def test_passages(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected
