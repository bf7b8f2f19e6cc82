"""How many, of what, for whom, for how much and when: coordination, options, totals, lots, sums and dates."""

from __future__ import annotations

import pytest
from transfer_reading import notes, read

TITLE = "Notes of the week\n\n"

COUNTS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Finland ordered 48 K9 howitzers, Norway 24 and Estonia 12.",
        ("KR>FI signed: 48 K9 Thunder", "KR>NO signed: 24 K9 Thunder", "KR>EE signed: 12 K9 Thunder"),
    ),
    (
        "South Korea sold Norway 24 K9 howitzers and Finland 48.",
        ("KR>NO signed: 24 K9 Thunder", "KR>FI signed: 48 K9 Thunder"),
    ),
    (
        "Lithuania and Estonia have each ordered six HIMARS launchers.",
        ("US>LT signed: 6 M142 HIMARS", "US>EE signed: 6 M142 HIMARS"),
    ),
    (
        "Belgium bought 34 F-35As in 2018 and 11 more in 2025.",
        ("US>BE signed 2018: 34 F-35A", "US>BE signed 2025: 11 F-35A"),
    ),
    (
        "Italy has ordered 132 Leopard 2A8s and 132 Lynx vehicles from Germany.",
        ("DE>IT signed: 132 Leopard 2A8, 132 KF41 Lynx",),
    ),
    (
        "Norway ordered 24 K9 howitzers and six K10 vehicles in 2017 for 1.8 billion kroner.",
        ("KR>NO signed 2017: 24 K9 Thunder, 6 K10 = NOK 1800000000",),
    ),
    (
        "Hungary leased 14 Gripen fighters from Sweden and ordered four more in 2024.",
        ("SE>HU signed: 14 JAS 39 Gripen", "SE>HU signed 2024: 4 JAS 39 Gripen"),
    ),
    ("Poland ordered 980 tanks, of which 180 K2 and 800 K2PL.", ("KR>PL signed: 180 K2 Black Panther, 800 K2PL",)),
    ("Romania signed for 32 F-35As, with an option for 16 more.", ("US>RO signed: 32 F-35A, (16 F-35A)",)),
    ("Finland used its option to buy 38 more K9 howitzers in November 2022.", ("KR>FI signed 2022-11: 38 K9 Thunder",)),
    ("The Netherlands exercised an option for nine more PULS launchers in 2024.", ("IL>NL signed 2024: 9 PULS",)),
    ("Estonia has not exercised its option for 12 more K9 howitzers.", ()),
    (
        "Poland's second order, for 152 K9 howitzers worth $2.6 billion, was signed in December 2023.",
        ("KR>PL signed 2023-12: 152 K9 Thunder = USD 2600000000",),
    ),
    (
        "India ordered 100 K9 howitzers in 2017 and another 100 in December 2024.",
        ("KR>IN signed 2017: 100 K9 Thunder", "KR>IN signed 2024-12: 100 K9 Thunder"),
    ),
    ("Switzerland cut its planned order of 36 F-35s to 30.", ("US>CH planned: 30 F-35 Lightning II",)),
    ("Denmark raised its order of F-35s from 27 to 43.", ("US>DK signed: 43 F-35 Lightning II",)),
    ("In all Poland has bought 364 K9 howitzers.", ("KR>PL signed: 364 K9 Thunder",)),
    (
        "Romania chose the K9 over the PzH 2000 and the T-155 Firtina, ordering 54 for $920 million.",
        ("KR>RO signed: 54 K9 Thunder = USD 920000000",),
    ),
    (
        "Jakarta, which chose the Rafale over the F-15EX and the Su-35, ordered 42 for $8.1 billion.",
        ("FR>ID signed: 42 Rafale = USD 8100000000",),
    ),
    (
        "Slovakia preferred the CV90 to the Lynx and the Redback and signed for 152 in December 2022.",
        ("SE>SK signed 2022-12: 152 CV90",),
    ),
    ("Norway bought 24 K9 howitzers to replace its M109s.", ("KR>NO signed: 24 K9 Thunder",)),
    ("The sale would let Norway replace its Bell 412s.", ()),
    (
        "Malaysia's 18 FA-50Ms, a $920 million contract of May 2023, are due from October 2026.",
        ("KR>MY signed 2023-05: 18 FA-50M = USD 920000000",),
    ),
    (
        "The 48 Rafales, a 5.2 billion euro order of 2016, have all reached India.",
        ("FR>IN delivered 2016: 48 Rafale = EUR 5200000000",),
    ),
    (
        "Morocco has taken delivery of six Apaches, the first of 24 ordered from Boeing in 2020.",
        ("US>MA delivering 2020: 24 AH-64 Apache",),
    ),
    (
        "Poland has received 46 of the 180 K2 tanks it ordered in 2022.",
        ("KR>PL delivering 2022: 180 K2 Black Panther",),
    ),
    (
        "The first two of 12 Chinook helicopters for Germany are to be delivered in 2027.",
        ("US>DE signed: 12 CH-47 Chinook",),
    ),
    (
        "Lithuania gets its 18 CAESAR howitzers in three batches: six in 2025, six in 2026 and six in 2027.",
        ("FR>LT signed: 18 CAESAR",),
    ),
    (
        "Serbia bought 12 Rafales in a 2.7 billion euro contract signed in August 2024; deliveries run from 2028 to 2030.",
        ("FR>RS signed 2024-08: 12 Rafale = EUR 2700000000",),
    ),
    (
        "Peru ordered 30 K808s in May 2024. The last six of those vehicles were handed over on 28 May.",
        ("KR>PE delivered 2024-05: 30 K808",),
    ),
    (
        "Egypt ordered 200 K9 howitzers in February 2022. All of them are to be delivered by 2027.",
        ("KR>EG signed 2022-02: 200 K9 Thunder",),
    ),
    (
        "Norway ordered 24 K9 howitzers in December 2017. Deliveries began in 2019 and were completed in 2020.",
        ("KR>NO delivered 2017-12: 24 K9 Thunder",),
    ),
    (
        "Canada has ordered 88 F-35s; 16 are paid for and the future of the other 72 is under review.",
        ("US>CA signed: 88 F-35 Lightning II",),
    ),
    (
        "Norway asked to buy nine HH-60W helicopters; 21 T700 engines (18 installed, 3 spare); and 12 Stinger missiles.",
        ("US>NO planned: 9 HH-60W, 21 T700, 12 FIM-92 Stinger",),
    ),
    (
        "Colombia announced on 3 April that it would buy Gripen E fighters from Sweden.",
        ("SE>CO planned 2024-04-03: JAS 39E",),
    ),
    (
        "Indonesia has bought 42 Rafales from France for $8.1 billion and on Wednesday agreed to take 48 Kaans from Turkey.",
        ("FR>ID signed: 42 Rafale = USD 8100000000", "TR>ID signed 2024-06-05: 48 KAAN"),
    ),
    (
        "Denmark said on Friday it would take another 16 F-35s for 29 billion kroner and spend 27 billion on the Arctic.",
        ("US>DK planned 2024-05-31: 16 F-35 Lightning II = DKK 29000000000",),
    ),
    (
        "Argentina paid Denmark $300 million for 24 used F-16s in 2024.",
        ("DK>AR signed 2024: 24 F-16 Fighting Falcon = USD 300000000",),
    ),
    (
        "Under the $1.66 billion contract of February 2022 Egypt is to get 216 K9 howitzers and 51 K11 vehicles.",
        ("KR>EG signed 2022-02: 216 K9 Thunder, 51 K11 = USD 1660000000",),
    ),
    ("Japan is giving the Philippines three destroyers free of charge.", ("JP>PH donated: 3 destroyers",)),
]


@pytest.mark.parametrize(("text", "expected"), COUNTS, ids=[text[:60] for text, _ in COUNTS])
def test_counts_sides_sums_and_dates(text: str, expected: tuple[str, ...]) -> None:
    assert notes(TITLE + text) == expected


DELIVERIES: list[tuple[str, list[tuple[str | None, str | None, bool | None]]]] = [
    (
        "Malaysia's 18 FA-50Ms, a $920 million contract of May 2023, are due from October 2026.",
        [("18", "2026-10/..", False)],
    ),
    ("Morocco has taken delivery of six Apaches, the first of 24 ordered from Boeing in 2020.", [("6", None, True)]),
    ("Poland has received 46 of the 180 K2 tanks it ordered in 2022.", [("46", None, True)]),
    ("The first two of 12 Chinook helicopters for Germany are to be delivered in 2027.", [("2", "2027", False)]),
    (
        "Lithuania gets its 18 CAESAR howitzers in three batches: six in 2025, six in 2026 and six in 2027.",
        [("6", "2025", False), ("6", "2026", False), ("6", "2027", False)],
    ),
    (
        "Peru ordered 30 K808s in May 2024. The last six of those vehicles were handed over on 28 May.",
        [("6", "2024-05-28", True)],
    ),
    (
        "Egypt ordered 200 K9 howitzers in February 2022. All of them are to be delivered by 2027.",
        [(None, "../2027", False)],
    ),
    (
        "Norway ordered 24 K9 howitzers in December 2017. Deliveries began in 2019 and were completed in 2020.",
        [(None, "2019", True)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), DELIVERIES, ids=[text[:60] for text, _ in DELIVERIES])
def test_goods_that_come_in_parts_are_deliveries_of_one_deal(
    text: str, expected: list[tuple[str | None, str | None, bool | None]]
) -> None:
    _, (deal,) = read(TITLE + text)
    told = [(str(d.number.low) if d.number else None, d.date.edtf if d.date else None, d.done) for d in deal.deliveries]
    assert told == expected


@pytest.mark.parametrize(
    ("text", "replaced"),
    [
        ("Norway bought 24 K9 howitzers to replace its M109s.", ["M109"]),
        ("Peru ordered 54 K2 tanks that will succeed its T-55s.", ["T-55"]),
        ("Finland bought 64 F-35As, which take over from its F/A-18s.", ["F/A-18 Hornet"]),
    ],
)
def test_what_is_replaced_is_not_bought(text: str, replaced: list[str]) -> None:
    page, found = read(TITLE + text)
    assert all(page.weapons[i.weapon].name not in replaced for t in found for i in t.items if i.weapon)
    assert [[page.weapons[w].name for w in t.replaces] for t in found if t.replaces] == [replaced]


@pytest.mark.parametrize(
    "text",
    [
        "Romania chose the K9 over the PzH 2000, ordering 54.",
        "Jakarta preferred the Rafale to the Su-35 and ordered 42.",
        "Thailand picked the Gripen ahead of the F-16 and will take four.",
        "Rather than the Eurofighter, Poland picked the F-35A, signing for 32.",
        "Australia selected the Redback instead of the Lynx and ordered 129.",
    ],
)
def test_who_lost_sells_nothing(text: str) -> None:
    page, found = read(TITLE + text)
    names = [page.weapons[i.weapon].name for t in found for i in t.items if i.weapon]
    assert len(set(names)) == 1
    assert not {"PzH 2000", "Su-35", "F-16 Fighting Falcon", "Eurofighter", "KF41 Lynx"} & set(names)
