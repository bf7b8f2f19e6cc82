"""What sentences leave out of deals: a verb not said again, whose goods a participle tells of, who a sentence is about."""

from __future__ import annotations

import pytest
from transfer_reading import notes

BEHIND_FROM = [
    ("Chile flies three E-3D aircraft from Britain, bought second-hand in 2022.", ("GB>CL signed 2022: 3 E-3D",)),
    ("Kenya has 118 Hizir vehicles from Katmerciler of Turkey, ordered in 2021.", ("TR>KE signed 2021: 118 Hizir",)),
    (
        "Brazil received 36 Gripen fighters from Sweden, delivered between 2019 and 2027.",
        ("SE>BR delivered: 36 JAS 39 Gripen",),
    ),
    (
        "Poland received two Saab 340 aircraft from Sweden, bought for SEK 600 million and flown in from the Emirates.",
        ("SE>PL delivered: 2 Saab 340 = SEK 600000000",),
    ),
    (
        "Peru operates eight Black Hawks from the United States, purchased in 2019, and 24 Tucanos.",
        ("US>PE signed 2019: 8 UH-60 Black Hawk",),
    ),
    ("Chile has friends from Britain, invited in 2022, and three E-3D aircraft.", ()),
]
REPLACED = [
    (
        "Norway replaced its M270 launchers with 16 Chunmoo launchers from Hanwha Aerospace.",
        ("KR>NO signed: 16 K239 Chunmoo",),
    ),
    (
        "Denmark replaced the 19 CAESARs it had given to Kyiv with ATMOS guns and PULS rockets from Elbit of Israel.",
        ("DK>UA donated: 19 CAESAR", "IL>DK signed: ATMOS, PULS"),
    ),
    (
        "The Peruvian air force swapped its ageing MiG-29s for 24 KF-21 fighters from Korea Aerospace Industries.",
        ("KR>PE signed: 24 KF-21 Boramae",),
    ),
    (
        "Estonia will replace its D-30 guns with 24 K9 howitzers from South Korea.",
        ("KR>EE planned: 24 K9 Thunder",),
    ),
    (
        "Latvia ordered 36 K9 howitzers to make up for the six M109s sent to Ukraine.",
        ("KR>LV signed: 36 K9 Thunder", "LV>UA donated: 6 M109"),
    ),
    (
        "London picked the RCH 155 in April 2024; 14 Archers borrowed from Swedish stock had already been bought to replace "
        "the 32 AS90s gifted to Kyiv.",
        ("DE>GB selected 2024-04: RCH 155", "SE>GB signed: 14 Archer", "GB>UA donated: 32 AS90"),
    ),
    ("Russia replaced its losses with 100 T-62 tanks from storage.", ()),
    ("The regiment replaced its K9 howitzers with towed guns for the parade.", ()),
]
TOPPED_UP = [
    (
        "Norway chose the K9 howitzer in 2017. Its original 24 were topped up with four in 2022.",
        ("KR>NO selected 2017: K9 Thunder", "KR>NO signed 2022: 4 K9 Thunder"),
    ),
    (
        "Finland's 48 K9 howitzers from South Korea were supplemented by 38 more in 2022.",
        ("KR>FI signed 2022: 38 K9 Thunder",),
    ),
    (
        "Croatia's two UH-60M helicopters from the United States are to be complemented by eight more.",
        ("US>HR planned: 8 UH-60M",),
    ),
    (
        "The Czech Republic ordered 52 CAESARs in 2020 from what is today KNDS France and another ten two years later.",
        ("FR>CZ signed 2020: 52 CAESAR", "FR>CZ signed 2022: 10 CAESAR"),
    ),
    (
        "Poland bought 32 F-35As from the United States in January 2020 and, its pilots pleased, a further 16 last May.",
        ("US>PL signed 2020-01: 32 F-35A", "US>PL signed 2024-05: 16 F-35A"),
    ),
    ("Norway ordered 24 K9 howitzers in 2017 and has another four on loan.", ("KR>NO signed 2017: 24 K9 Thunder",)),
]
AS_MANY = [
    (
        "Iraq ordered eight batteries of the Cheongung-II in 2024, Kuwait followed with an identical number in 2025.",
        ("KR>IQ signed 2024: 8 battery M-SAM II Cheongung-II", "KR>KW signed 2025: 8 battery M-SAM II Cheongung-II"),
    ),
    (
        "Croatia bought eight Black Hawks from the United States, and Albania followed with the same number a year later.",
        ("US>HR signed: 8 UH-60 Black Hawk", "US>AL signed: 8 UH-60 Black Hawk"),
    ),
    (
        "Norway ordered 54 Leopard 2A8 tanks in 2023, and Lithuania followed with as many in 2024.",
        ("DE>NO signed 2023: 54 Leopard 2A8", "DE>LT signed 2024: 54 Leopard 2A8"),
    ),
    (
        "Spain ordered 20 CAESAR howitzers from France in 2022, and Portugal followed by ordering the same number in 2023.",
        ("FR>ES signed 2022: 20 CAESAR", "FR>PT signed 2023: 20 CAESAR"),
    ),
    (
        "Norway ordered 54 Leopard 2A8 tanks in 2023, and its spending followed with an equal rise.",
        ("DE>NO signed 2023: 54 Leopard 2A8",),
    ),
]
BEFORE_COLON = [
    (
        "Orders in brief\n\nNorway: The army has signed for 24 more K9 howitzers from Hanwha Aerospace.\n",
        ("KR>NO signed: 24 K9 Thunder",),
    ),
    (
        "The week in contracts\n\nChile: The navy is to get three frigates built by Navantia.\n",
        ("ES>CL planned: 3 frigates",),
    ),
    (
        "The week in contracts\n\nAustralia: Canberra said it would give 14 of its retired M1A1 Abrams to Ukraine.\n",
        ("AU>UA planned: 14 M1A1 Abrams",),
    ),
    (
        "Orders in brief\n\nPhilippines: A Miguel Malvar-class frigate is under discussion with HD Hyundai Heavy Industries.\n",
        ("KR>PH negotiating: HDC-3100",),
    ),
    (
        "Orders in brief\n\nThailand: The air force wants four Gripen E fighters from Saab.\n",
        ("SE>TH considered: 4 JAS 39E",),
    ),
    (
        "Orders in brief\n\nNorway: 24 K9 howitzers, Hanwha Aerospace, $534 million\n",
        ("KR>NO signed: 24 K9 Thunder = USD 534000000",),
    ),
]
SPOKEN_OF = [
    (
        "Romania's parliament approved the purchase of 54 M1A2 Abrams tanks from the United States. A second phase of up to "
        "216 was discussed with Hyundai Rotem, which sent a K2 to the Smardan range.",
        ("US>RO planned: 54 M1A2 Abrams", "KR>RO negotiating: 216 K2 Black Panther"),
    ),
    (
        "Ukraine got arms from at least 35 states. Australia gave 14 howitzers.",
        ("AU>UA donated: 14 howitzers",),
    ),
    (
        "Ukraine got arms from at least 35 states. Canada financed a NASAMS battery made in Norway.",
        ("CA>UA donated: 1 battery NASAMS",),
    ),
    (
        "While the Rafale deal of Serbia turned heads, training with Chinese special forces went ahead. Israel's Elbit "
        "secured an agreement for PULS launchers.",
        ("FR>RS signed: Rafale", "IL>RS signed: PULS"),
    ),
    (
        "Asked whether the 290 Chunmoo launchers bought in 2022 would come on time, the Polish minister answers that 126 "
        "have been mounted on trucks.",
        ("KR>PL signed 2022: 290 K239 Chunmoo",),
    ),
    (
        "Finland has bought 64 F-35A fighters from the United States. Denmark has 27 and wants another 16.",
        ("US>FI signed: 64 F-35A", "US>DK considered: 16 F-35A"),
    ),
    (
        "Lithuania has bought 44 Leopard 2A8 tanks from Germany. In May it received the first of 21 Vampire systems.",
        ("DE>LT signed: 44 Leopard 2A8",),
    ),
]
CHOSEN = [
    (
        "Bern settled on the IRIS-T SLM for its air defence, five systems of which are to come from Diehl.",
        ("DE>CH selected: 5 IRIS-T SLM",),
    ),
    (
        "The Danish navy's choice has fallen on the Type 31 frigate, three of which will come from Babcock.",
        ("GB>DK selected: 3 Type 31",),
    ),
    ("Peru selected the K2 tank; 54 are to be delivered from 2027.", ("KR>PE selected: 54 K2 Black Panther",)),
    (
        "Rome has picked the KF41 Lynx for its programme; 1,050 vehicles are planned.",
        ("DE>IT selected: 1050 KF41 Lynx",),
    ),
    (
        "Lisbon plumped for the Super Tucano over the PC-21 and will take twelve.",
        ("BR>PT selected: 12 A-29 Super Tucano",),
    ),
    (
        "Bogota declared the Gripen E winner of its fighter contest, leaving the F-16V and the Rafale empty-handed.",
        ("SE>CO selected: JAS 39E",),
    ),
    ("KNDS came out on top in Lithuania's tank tender with its Leopard 2A8.", ("DE>LT selected: Leopard 2A8",)),
    (
        "Slovenia picked the Patria AMV, 80 of which are already in service with Sweden.",
        ("FI>SI selected: AMV",),
    ),
]
PAIRS = [
    (
        "TKMS offers the 212CD that Germany and Norway are building together; the pair have six each on order.",
        ("DE>NO signed: 6 Type 212CD",),
    ),
    (
        "Estonia and Latvia share a range. Both bought six HIMARS from the United States in 2022.",
        ("US>EE signed 2022: 6 M142 HIMARS", "US>LV signed 2022: 6 M142 HIMARS"),
    ),
    (
        "Chile and Peru train together. Both ordered 24 K9 howitzers from South Korea last year.",
        ("KR>CL signed 2023: 24 K9 Thunder", "KR>PE signed 2023: 24 K9 Thunder"),
    ),
    (
        "Croatia and Slovenia are neighbours; both have bought eight Black Hawks from the United States.",
        ("US>HR signed: 8 UH-60 Black Hawk", "US>SI signed: 8 UH-60 Black Hawk"),
    ),
    ("Germany and Norway held talks. Both sides praised the Leopard 2A8.", ()),
    ("Estonia and Latvia share a range, and each of the two has six towers.", ()),
]
OUTSTANDING = [
    (
        "PENDING DELIVERIES\n\nBy 31 December 2024 the following were outstanding:\n"
        "- 96 K2 tanks and 62 K9 howitzers for Poland;\n"
        "- 35 F-35A for Germany, due from 2026;\n"
        "- 54 K9 howitzers for Romania, none of which will be handed over before 2027;\n"
        "- 48 FA-50 jets for Peru, twelve of which have been delivered;\n"
        "- 12 K9 howitzers for Egypt under negotiation.\n",
        (
            "KR>PE signed: 48 FA-50",
            "KR>PL signed: 96 K2 Black Panther, 62 K9 Thunder",
            "KR>RO signed: 54 K9 Thunder",
            "US>DE signed: 35 F-35A",
        ),
    ),
    (
        "ON HAND\n\nThe brigade counted:\n- 24 K9 howitzers for Exercise Thunder;\n- 12 rockets for Norway's range;\n",
        (),
    ),
]
GOING_ON = [
    (
        "Sweden gave eight Archer guns to Ukraine; 48 new ones were ordered from BAE Systems Bofors for SEK 5.1 billion.",
        ("SE>UA donated: 8 Archer",),
    ),
    (
        "Lithuania is buying. A contract for 100 CV90 vehicles from BAE Systems Hägglunds is to be signed soon, the "
        "Netherlands, Sweden and Norway being partners in the joint buy.",
        ("SE>LT planned: 100 CV90",),
    ),
    (
        "The Lithuanian army runs the Leopard 2A8, of which 44 were ordered from KNDS Deutschland in 2024. "
        "Another 22 are planned from 2028.",
        ("DE>LT signed 2024: 44 Leopard 2A8", "DE>LT planned: 22 Leopard 2A8"),
    ),
    (
        "Poland bought 180 K2 tanks from South Korea. Poland signed for 212 K9 howitzers. Some are late.\n\n"
        "Of the 36 FA-50PL jets ordered for 2.3 billion dollars, none has been handed over.\n",
        (
            "KR>PL signed: 180 K2 Black Panther",
            "KR>PL signed: 212 K9 Thunder",
            "KR>PL signed: 36 FA-50PL = USD 2300000000",
        ),
    ),
    (
        "Twelve of the 32 F-16s sold to Romania by Norway are still undelivered.",
        ("NO>RO signed: 32 F-16 Fighting Falcon",),
    ),
    (
        "The two frigates for Peru, ordered in April 2024 from HD Hyundai Heavy Industries, are the first of their kind.",
        ("KR>PE signed 2024-04: 2 frigates",),
    ),
]
ALL = [
    *CHOSEN,
    *PAIRS,
    *OUTSTANDING,
    *GOING_ON,
    *BEHIND_FROM,
    *REPLACED,
    *TOPPED_UP,
    *AS_MANY,
    *BEFORE_COLON,
    *SPOKEN_OF,
]


@pytest.mark.parametrize(("text", "expected"), ALL, ids=range(len(ALL)))
def test_what_a_sentence_leaves_out(text: str, expected: tuple[str, ...]) -> None:
    assert sorted(notes(text)) == sorted(expected)
