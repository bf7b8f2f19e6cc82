"""Deals that no sentence tells: fields with labels, entries behind a comma, lists behind a colon, awards with their customers apart."""

from __future__ import annotations

import pytest
from transfer_reading import notes, read

from kordef.builders.observations import builder as observations

LABELLED: list[tuple[str, tuple[str, ...]]] = [
    (
        "Donor: United Kingdom. Recipient: Ukraine. Item: 14 Challenger 2. Date: January 2023.",
        ("GB>UA donated 2023-01: 14 Challenger 2",),
    ),
    ("Recipient: Chad\nDonor: France\nWeapon: ERC-90\nNumber: 6\nYear: 2021", ("FR>TD donated 2021: 6 ERC-90",)),
    (
        "Buyer: Belgian Ministry of Defence\nSubject-matter: 28 CAESAR NG howitzers\nWinner: KNDS France\n"
        "Value of the result: 382 000 000 EUR\nDate of the winner's selection: 2024-03-15",
        ("FR>BE signed 2024-03-15: 28 CAESAR = EUR 382000000",),
    ),
    (
        "Recipient: Norway\nSupplier: South Korea\nWeapon: K9 Thunder\nNumber ordered: 24\nNumber delivered: 24\n"
        "Year of order: 2017\nYears of delivery: 2019-2021\nComments: NOK1.8 b ($215-230 m) deal",
        ("KR>NO delivered 2017: 24 K9 Thunder = NOK 1800000000",),
    ),
    (
        "Recipient: Romania\nSupplier: Turkey\nDesignation: Bayraktar TB2\nNo. ordered: 18\nNo. delivered: 6\nOrder date: 2023",
        ("TR>RO delivering 2023: 18 Bayraktar TB2",),
    ),
    (
        "Recipient: Estonia\nSupplier: South Korea\nWeapon: K9\nNumber delivered: 36\nYear of order: 2018",
        ("KR>EE delivered 2018: 36 K9 Thunder",),
    ),
    (
        # still to come
        "Supplier: Israel\nRecipient: Slovakia\nDesignation: Barak MX\nNumber ordered: 6\nYear(s) of deliveries: 2025-2027",
        ("IL>SK signed: 6 Barak MX",),
    ),
    (
        # a register of what has moved
        "Exporter: Sweden\nFinal importer: Brazil\nCategory IV: Combat aircraft\nDescription: Gripen E\nNumber of items: 4\n"
        "Calendar year: 2023",
        ("SE>BR delivered 2023: 4 JAS 39E",),
    ),
    (
        "Importing State: Republic of Korea. Category of arms: III, Large calibre artillery systems. Number of items: 6. "
        "State of origin: United States. Remarks: M270A1.",
        ("US>KR delivered: 6 M270A1",),
    ),
    (
        "Seller: Spain. Buyer: Saudi Arabia. Goods: 5 Avante 2200 corvettes. Contract date: July 2018. Price: EUR 1.8 bn. "
        "Delivered: 2022-2023.",
        ("ES>SA delivered 2018-07: 5 Avante 2200 = EUR 1800000000",),
    ),
]

ENTRIES: list[tuple[str, tuple[str, ...]]] = [
    (
        "Indonesia, 6 T-50i, ordered 2021, delivered 2024: $240 m deal; for training and light combat.",
        ("KR>ID delivered 2021: 6 T-50i = USD 240000000",),
    ),
    (
        "Indonesia: 6 T-50i, ordered 2021, delivered 2024: $240 m deal",
        ("KR>ID delivered 2021: 6 T-50i = USD 240000000",),
    ),
    (
        "Supplier: South Korea\n\nPoland\n(212) K-9 Thunder, ordered 2022, delivered 2022-2024 (150): KRW3.2 tr ($2.4 b) deal",
        ("KR>PL delivering 2022: 212 K9 Thunder = KRW 3200000000000",),
    ),
    (
        "Supplier: South Korea\n\nPoland\n- (18) FA-50 light combat aircraft, ordered 2022, delivered 2022-2024 (12): $3 b deal",
        ("KR>PL delivering 2022: 18 FA-50 = USD 3000000000",),
    ),
    (
        "Norwegian purchases from the United States: (1) 52 F-35A, 2008; (2) 5 P-8A Poseidon, NOK 9.8 billion, 2017; "
        "(3) 6 MH-60R Seahawk, 2023, NOK 12 billion.",
        (
            "US>NO signed 2008: 52 F-35A",
            "US>NO signed 2017: 5 P-8A Poseidon = NOK 9800000000",
            "US>NO signed 2023: 6 MH-60R Seahawk = NOK 12000000000",
        ),
    ),
]

SUMS: list[tuple[str, tuple[str, ...]]] = [
    ("Poland: 108 K9; $2.2 b deal (2019)", ("KR>PL signed 2019: 108 K9 Thunder = USD 2200000000",)),
    ("Poland: 108 K9, $2.2 b deal (2019)", ("KR>PL signed 2019: 108 K9 Thunder = USD 2200000000",)),
    ("Taiwan: 108 M1A2T; $2.2 b deal", ("US>TW signed: 108 M1A2T = USD 2200000000",)),
    (
        "Poland: 108 M1A2; $2.2 b deal; first 38 delivered 2023; remainder due 2026",
        ("US>PL signed: 108 M1A2 Abrams = USD 2200000000",),
    ),
    ("Finland: 48 K9; EUR146 m deal", ("KR>FI signed: 48 K9 Thunder = EUR 146000000",)),
]

AID: list[tuple[str, tuple[str, ...]]] = [
    (
        "Norway's military support to Ukraine includes 8 Leopard 2A4 tanks, 22 M109 howitzers and four support vehicles.",
        ("NO>UA donated: 8 Leopard 2A4, 22 M109, 4 support vehicles",),
    ),
    (
        "Germany's military support for Ukraine covers 18 Leopard 2A6 tanks, 34 Gepard and six IRIS-T SLM.",
        ("DE>UA donated: 18 Leopard 2A6, 34 Gepard, 6 IRIS-T SLM",),
    ),
    (
        "Sweden's military contribution to Ukraine includes 10 Strv 122 tanks and eight Archer howitzers.",
        ("SE>UA donated: 10 Strv 122, 8 Archer",),
    ),
    (
        "Norway's military support to Ukraine includes: 8 Leopard 2A4 tanks; 22 M109 howitzers.",
        ("NO>UA donated: 8 Leopard 2A4, 22 M109",),
    ),
    (
        "Italian military aid to Ukraine comprises one SAMP/T battery, 30 PzH 2000 howitzers and six M109L howitzers.",
        ("IT>UA donated: 1 battery SAMP/T, 30 PzH 2000, 6 M109L",),
    ),
]

RUN_IN: list[tuple[str, tuple[str, ...]]] = [
    (
        "Denmark has given Ukraine the following: (a) 19 CAESAR howitzers; (b) 20 Leopard 1A5 tanks; (c) 6 F-16 aircraft.",
        ("DK>UA donated: 19 CAESAR, 20 Leopard 1A5, 6 F-16 Fighting Falcon",),
    ),
    (
        "The Netherlands has provided Ukraine with the following military equipment: 8 PzH 2000 howitzers, 2 Patriot launchers "
        "and 24 F-16s.",
        ("NL>UA donated: 8 PzH 2000, 2 Patriot, 24 F-16 Fighting Falcon",),
    ),
    (
        "Spain has delivered to Ukraine: 20 Leopard 2A4 tanks, 20 M113 armoured personnel carriers and 6 HAWK launchers.",
        ("ES>UA donated: 20 Leopard 2A4, 20 M113, 6 MIM-23 Hawk",),
    ),
    (
        "Portugal has so far donated to Ukraine: 3 Leopard 2A6; 28 M113; 5 M114 howitzers.",
        ("PT>UA donated: 3 Leopard 2A6, 28 M113, 5 M114",),
    ),
    (
        "Since 2016 Peru has ordered from South Korea: 2 landing platform docks; 30 K808 vehicles.",
        ("KR>PE signed 2016/..: 2 landing platform docks, 30 K808",),
    ),
]

AWARDS: list[tuple[str, tuple[str, ...]]] = [
    (
        "General Atomics Aeronautical Systems Inc., Poway, California, was awarded a $107,000,000 modification for MQ-9B aircraft. "
        "This modification provides for four aircraft for the government of Belgium.",
        ("US>BE signed: 4 MQ-9B = USD 107000000",),
    ),
    (
        "The Boeing Co., Mesa, Arizona, was awarded a $1,900,000,000 modification (P00018) to contract W58RGZ-21-C-0022 for AH-64E "
        "Apache attack helicopters. Work will be performed in Mesa, Arizona. Fiscal 2023 Foreign Military Sales (Australia and "
        "Egypt) funds in the amount of $1,900,000,000 were obligated.",
        ("US>AU signed: AH-64E Apache Guardian", "US>EG signed: AH-64E Apache Guardian"),
    ),
    (
        "Lockheed Martin Corp., Orlando, Florida, has been awarded a $412 million contract for Joint Air-to-Surface Standoff "
        "Missiles. This contract involves Foreign Military Sales to Poland.",
        ("US>PL signed: AGM-158 JASSM = USD 412000000",),
    ),
    (
        "Oshkosh Defense LLC, Oshkosh, Wisconsin, was awarded a $208,000,000 modification for Joint Light Tactical Vehicles. Fiscal "
        "2022 Foreign Military Sales (Brazil, Lithuania, Romania and Slovenia) funds were obligated.",
        ("US>BR signed: JLTV", "US>LT signed: JLTV", "US>RO signed: JLTV", "US>SI signed: JLTV"),
    ),
    (
        "Sikorsky Aircraft Corp., Stratford, Connecticut, is being awarded $350,000,000 for the production and delivery of eight "
        "MH-60R helicopters to the Spanish Navy.",
        ("US>ES signed: 8 MH-60R Seahawk = USD 350000000",),
    ),
    (
        "Raytheon is awarded an $84,700,000 modification. This modification exercises an option to procure 60 AIM-9X missiles for "
        "the government of Norway.",
        ("US>NO signed: 60 AIM-9X",),
    ),
    (
        "The Taipei Economic and Cultural Representative Office in the United States (TECRO) has requested to buy 720 Switchblade "
        "300 all-up rounds. The estimated total cost is $60.2 million.",
        ("US>TW planned: 720 Switchblade = USD 60200000",),
    ),
]

LISTS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Aircraft on order, January 2024: Portugal 6 KC-390 (5 delivered), Hungary 2 KC-390, Netherlands 5 KC-390.",
        (
            "BR>PT signed: 6 C-390 Millennium",
            "BR>HU signed: 2 C-390 Millennium",
            "BR>NL signed: 5 C-390 Millennium",
        ),
    ),
    (
        "Export contracts: Poland, 48 FA-50, 2022, $3 billion; Malaysia, 18 FA-50, 2023, $920 million; Philippines, 12 FA-50, 2014.",
        (
            "KR>PL signed 2022: 48 FA-50 = USD 3000000000",
            "KR>MY signed 2023: 18 FA-50 = USD 920000000",
            "KR>PH signed 2014: 12 FA-50",
        ),
    ),
    (
        "Tank deliveries in 2023: Poland 28 K2, Hungary 12 Leopard 2A7.",
        ("KR>PL delivered: 28 K2 Black Panther", "DE>HU delivered: 12 Leopard 2A7"),
    ),
    (
        # at home is no transfer
        "Fighter orders: Greece 20 F-35A; Romania 32 F-35A; United States 24 F-35A.",
        ("US>GR signed: 20 F-35A", "US>RO signed: 32 F-35A"),
    ),
    (
        "Thailand: 4 T-50TH ordered 2015 ($108 m), 8 ordered 2017 ($260 m), 2 ordered 2021 ($78 m)",
        (
            "KR>TH signed 2015: 4 T-50TH = USD 108000000",
            "KR>TH signed 2017: 8 T-50TH = USD 260000000",
            "KR>TH signed 2021: 2 T-50TH = USD 78000000",
        ),
    ),
]

NO_DEALS = (
    "Boeing, St. Louis, Missouri, was awarded a $240,000,000 contract for 36 F-15 upgrade kits. This contract involves foreign military "
    "sales to Japan.",
    "Boeing, St. Louis, Missouri, was awarded a $240,000,000 contract for Apache spare parts. This contract involves foreign military sales "
    "to Japan.",
    "Aircraft in service: Portugal 5 KC-390, Hungary 2 KC-390.",
    "Truck orders: Norway 12 buses, Peru 30 buses.",
    # the customer is at home
    "Oshkosh Defense LLC, Oshkosh, Wisconsin, was awarded a $208,000,000 modification for Joint Light Tactical Vehicles. Fiscal 2022 "
    "procurement funds were obligated.",
    # no weapon
    "Acme Corp., Dayton, Ohio, was awarded a $9 million contract for spare parts. Fiscal 2022 Foreign Military Sales (Brazil) funds were "
    "obligated.",
    # another paragraph
    "Oshkosh Defense LLC, Oshkosh, Wisconsin, was awarded a $208,000,000 modification for Joint Light Tactical Vehicles.\n\n"
    "Foreign Military Sales to Poland rose last year.",
    "The museum has bought the following: 12 chairs; 3 tables.",
    "Number ordered by the canteen: 24 chairs\nSupplier: Nordic Foods\nDelivered: 2022",
)


@pytest.mark.parametrize(("text", "expected"), LABELLED)
def test_labels(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


@pytest.mark.parametrize(("text", "expected"), ENTRIES)
def test_entries(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_lists_of_orders_in_one_line(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


@pytest.mark.parametrize(("text", "expected"), SUMS)
def test_a_sum_called_a_deal_beside_goods(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


@pytest.mark.parametrize(("text", "expected"), AID)
def test_what_aid_includes(text: str, expected: tuple[str, ...]) -> None:
    page, _ = read(text)
    assert notes(text) == expected
    assert observations.build(page) == ()


@pytest.mark.parametrize(("text", "expected"), RUN_IN)
def test_lists_behind_a_colon(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


@pytest.mark.parametrize(("text", "expected"), AWARDS)
def test_awards(text: str, expected: tuple[str, ...]) -> None:
    assert sorted(notes(text)) == sorted(expected)


@pytest.mark.parametrize("text", NO_DEALS)
def test_no_deals(text: str) -> None:
    assert notes(text) == ()
