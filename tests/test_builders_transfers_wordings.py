"""Wordings of deals that say who gives or gets goods only by their grammar: five and more of each, with near-misses."""

from __future__ import annotations

import pytest
from transfer_reading import notes, read

AID: list[tuple[str, tuple[str, ...]]] = [
    (
        "Ukraine Aid Monitor: air defence, update of 3 May 2025\n\n"
        "Germany pledged four IRIS-T SLM systems, Norway two NASAMS and Denmark six Stinger launchers.\n"
        "Lithuania, along with Iceland, will supply 12 NASAMS launchers; five had arrived by April 2025.\n"
        "Belgium delivered 20 Gepard guns and promised 15 more.\n"
        "Slovenia handed over all of its M-55S tanks, 28 units.\n"
        "Italy has sent no tanks. Kyiv asked for more.\n",
        (
            "DE>UA planned: 4 IRIS-T SLM",
            "NO>UA planned: 2 NASAMS",
            "DK>UA planned: 6 FIM-92 Stinger",
            "LT>UA donated: 12 NASAMS",
            "BE>UA donated: 20 Gepard",
            "BE>UA planned: 15 Gepard",
            "SI>UA donated: 28 M-55S",
        ),
    ),
    (
        "Aid to Ukraine in brief\n\n"
        "Poland's 60 PT-91 tanks (PLN 1bn) are still awaiting shipment.\n"
        "Spain repeated its pledge of last year and handed over six Leopard 2A4 tanks, Norway eight, the Netherlands two.\n",
        (
            "PL>UA planned: 60 PT-91 Twardy = PLN 1000000000",
            "ES>UA donated: 6 Leopard 2A4",
            "NO>UA donated: 8 Leopard 2A4",
            "NL>UA donated: 2 Leopard 2A4",
        ),
    ),
    (
        "Military aid to Ukraine: artillery\n\n"
        "France gave 18 Caesar howitzers, Italy six FH70s paid for together with Norway.\n",
        ("FR>UA donated: 18 CAESAR", "IT>UA donated: 6 FH70"),
    ),
    ("Slovakia gave Ukraine 13 MiG-29s and Moldova three.", ("SK>UA donated: 13 MiG-29", "SK>MD donated: 3 MiG-29")),
    (
        "Germany gave Ukraine 14 Leopard 2A6 tanks and Georgia two.",
        ("DE>UA donated: 14 Leopard 2A6", "DE>GE donated: 2 Leopard 2A6"),
    ),
    (
        "The Dutch gave Ukraine 18 F-16s and Denmark 19.",
        ("NL>UA donated: 18 F-16 Fighting Falcon", "DK>UA donated: 19 F-16 Fighting Falcon"),
    ),
    (
        "Denmark, which gave all 19 of its French-built Caesar howitzers to Ukraine in 2023, has no artillery left.",
        ("DK>UA donated 2023: 19 CAESAR",),
    ),
    ("Estonia gave 24 of its German-made FH70 howitzers to Ukraine in 2022.", ("EE>UA donated 2022: 24 FH70",)),
    (
        "Baykar has nevertheless delivered at least 30 TB2 drones to Kyiv since 2021.",
        ("TR>UA delivered 2021/..: 30 Bayraktar TB2",),
    ),
    (
        "Australia will gift 20 drones to the Philippines, following the hand-over of Bushmaster vehicles valued at $5 million in April 2023.",
        ("AU>PH planned: 20 drones", "AU>PH donated 2023-04: Bushmaster = USD 5000000"),
    ),
    (
        "South Korea is sending 300,000 155 mm shells to the United States with the premise of Washington giving those supplies to Ukraine.",
        ("KR>US for UA delivered: 300000 155 mm shells",),
    ),
]


@pytest.mark.parametrize(("text", "expected"), AID)
def test_who_gives_and_who_gets(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


DEALS: list[tuple[str, tuple[str, ...]]] = [
    (
        "Neighbouring Slovakia ordered 152 CV90 vehicles for 1.3 billion euros in 2022.",
        ("SE>SK signed 2022: 152 CV90 = EUR 1300000000",),
    ),
    ("Neighbouring Hungary ordered four Gripen fighters in 2024.", ("SE>HU signed 2024: 4 JAS 39 Gripen",)),
    (
        "In neighbouring Latvia, which bought 42 Patria 6x6 vehicles in 2021, the defence ministry signed in early 2024 for another 56 vehicles.",
        ("FI>LV signed 2021: 42 Patria 6x6", "FI>LV signed 2024: 56 Patria 6x6"),
    ),
    ("In Finland, which bought 48 K9 howitzers in 2017, snow fell early.", ("KR>FI signed 2017: 48 K9 Thunder",)),
    ("From the US it is getting 89 surplus M2A2 Bradley vehicles.", ()),
    ("Croatia is rearming. From the US it is getting 89 surplus M2A2 Bradley vehicles.", ("US>HR signed: 89 M2A2",)),
    ("Romania had 54 K9 howitzers on order by 2025.", ("KR>RO signed ../2025: 54 K9 Thunder",)),
    ("Estonia had 36 K9s on order by the end of 2024.", ("KR>EE signed ../2024: 36 K9 Thunder",)),
    (
        "Officials in Seoul checked the $920 million program under which Romania is acquiring 54 K9 howitzers.",
        ("KR>RO signed: 54 K9 Thunder = USD 920000000",),
    ),
    (
        "The 2.4 trillion won contract under which Poland is buying 212 K9 howitzers was signed in 2022.",
        ("KR>PL signed 2022: 212 K9 Thunder = KRW 2400000000000",),
    ),
    (
        "The programme costs $920 million a year, and Romania has bought 54 K9 howitzers.",
        ("KR>RO signed: 54 K9 Thunder",),
    ),
    (
        "Hanwha has been awarded a contract worth 1.2 billion zlotys by the Polish armaments agency. It covers 60 Chunmoo launchers.",
        ("KR>PL signed: 60 K239 Chunmoo = PLN 1200000000",),
    ),
    (
        "The State Department approved three sales: to Poland of 96 AH-64E Apaches, to Romania of 32 F-35A jets and to Greece of 40 F-35A jets.",
        ("US>PL planned: 96 AH-64E Apache Guardian", "US>RO planned: 32 F-35A", "US>GR planned: 40 F-35A"),
    ),
    (
        "Washington cleared two sales on 3 May 2024: to Japan of 400 Tomahawk missiles ($2.3 billion), to Norway of 12 F-35A jets.",
        ("US>JP planned 2024-05-03: 400 Tomahawk = USD 2300000000", "US>NO planned 2024-05-03: 12 F-35A"),
    ),
    ("The State Department blocked two sales: to Turkey of 40 F-16 jets and to Egypt of 12 CH-47F helicopters.", ()),
    ("The ministry approved two payments: to Poland of 96 million euros and to Greece of 40 million.", ()),
    ("Ministers noted the interest of the Indonesian navy in Italian-built frigates.", ("IT>ID considered: frigates",)),
    ("Seoul welcomed the interest of Canada in the KSS-III submarine.", ("KR>CA considered: KSS-III",)),
    ("The bank raised interest in K9 towns.", ()),
    ("The two ministers discussed maritime patrol, transport aircraft and the situation in Lebanon.", ()),
    ("Defence ministers of Norway and Estonia discussed drones, submarines and cyber defence in Tallinn.", ()),
    ("Peru discussed 24 FA-50 aircraft with Korea Aerospace Industries.", ("KR>PE negotiating: 24 FA-50",)),
    (
        "Negotiations on a defence treaty between the two kingdoms are nearly done, and a dozen K9 howitzers stood by.",
        (),
    ),
    (
        "Croatia is rearming. Two UH-60M helicopters from the United States arrived as a donation in 2022, and a further eight were "
        "cleared in January 2024 as compensation for 14 Mi-8s passed to Ukraine.",
        ("US>HR donated 2022: 2 UH-60M", "US>HR planned 2024-01: 8 UH-60M", "HR>UA donated: 14 Mi-8"),
    ),
    (
        "The order covers 150 Redback vehicles for Australia. Their guns are supplied by Kongsberg of Norway under a separate agreement.",
        ("KR>AU signed: 150 AS21 Redback",),
    ),
]


@pytest.mark.parametrize(("text", "expected"), DEALS)
def test_who_buys_and_for_how_much(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


BATCHES = [
    (
        "Hanwha Aerospace will supply Australia with 129 Redback vehicles by 2028, with the first batch of 30 to be shipped in 2027.",
        "30",
        "2027",
    ),
    (
        "Hanwha Aerospace will supply Romania with 54 K9s and 36 K10s by 2029, with the first batch of 18 due in 2027.",
        "18",
        "2027",
    ),
    ("Norway will get 54 Leopard 2A8 tanks from Germany, a first tranche of 17 arriving in 2028.", "17", "2028"),
    ("Poland bought 116 K2 tanks from South Korea in 2022, with a first lot of 26 to arrive in 2026.", "26", "2026"),
    ("Estonia ordered six Chunmoo launchers from Hanwha, with the first batch of three due in 2026.", "3", "2026"),
]


@pytest.mark.parametrize(("text", "number", "year"), BATCHES)
def test_a_batch_is_a_delivery_and_no_further_item(text: str, number: str, year: str) -> None:
    _, (deal,) = read(text)
    drops = [(str(d.number.low), d.date.edtf) for d in deal.deliveries if d.number is not None and d.date is not None]
    assert (number, year) in drops
    assert number not in [str(i.number.low) for i in deal.items if i.number is not None]


LOSERS = [
    "Hyundai Rotem beat Germany's KMW and Turkey's BMC, which had offered the Leopard 2A7 and the Altay.",
    "Hanwha defeated Nexter, which had pitched the Caesar howitzer.",
    "The Redback won, beating Rheinmetall, which had offered the Lynx KF41.",
    "Hanwha edged out KNDS, which had offered the RCH 155.",
    "KAI outbid Leonardo, which had offered the M-346.",
]


@pytest.mark.parametrize("text", LOSERS)
def test_who_lost_sells_nothing(text: str) -> None:
    assert notes(f"Poland signed for 180 K2 tanks in August 2022. {text}") == (
        "KR>PL signed 2022-08: 180 K2 Black Panther",
    )


SAID = [
    (
        "Norway bought 24 K9 Vidar howitzers. Last April it said it would take a further 24 for 5.65 billion crowns.",
        "2024-04",
    ),
    ("Norway bought 24 K9 Vidar howitzers in 2017. In May 2023 it said it would buy another 12.", "2023-05"),
    ("Estonia bought 12 K9 howitzers in 2018. On 3 March 2024 it said it would order 24 more.", "2024-03-03"),
]


@pytest.mark.parametrize(("text", "date"), SAID)
def test_a_plan_is_dated_when_it_was_told(text: str, date: str) -> None:
    assert [n for n in notes(text) if f"planned {date}: " in n]


MISSES: list[tuple[str, tuple[str, ...]]] = [
    ("The hand-over of wartime control from the United States to South Korea was discussed; K2 tanks paraded.", ()),
    ("The interest of Russian hackers in Polish K2 tanks worried officials.", ()),
    ("China's interest in Taiwan's F-16 fighters has grown, analysts said.", ()),
    ("Command of the K9 battalion passed to Colonel Kim of Norway.", ()),
    ("Neighbouring Germany ordered 105 Leopard 2A8 tanks.", ()),
    ("The army approved three exercises: to Poland of 96 soldiers, to Romania of 32 K2 tanks.", ()),
    ("In 2023 it said it would take part with 24 K9 howitzers in the drill.", ()),
    ("Register, extracts\n\nTurkey: 350 T-155, 2001; produced in Turkey under licence", ()),
    (
        "Ukraine Support Tracker\n\nRussia has delivered 40 S-300 missiles on Kharkiv. Poland delivered a report on Leopard tanks.",
        (),
    ),
    (
        "Aid for Ukraine\n\nFrance delivered 18 Rafale jets to Greece and 30 Caesars to Kyiv.",
        ("FR>GR delivered: 18 Rafale", "FR>UA donated: 30 CAESAR"),
    ),
    ("Aid to Ukraine\n\nNorth Korea handed over 40 howitzers to Russia.", ("KP>RU delivered: 40 howitzers",)),
    (
        "Military aid: what we know\n\nIran gave Russia Shahed drones. Sweden gave Ukraine 50 CV90s.",
        ("IR>RU donated: Shahed-136", "SE>UA donated: 50 CV90"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), MISSES)
def test_what_only_looks_like_it(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


LOTS = [
    ("• Lot 1 – 36 tanks, manufactured in Changwon, with hand-over between Q1 and Q3 2026;", "36", "2026-33/2026-35"),
    ("• Lot 2 – 54 tanks, shipped as kits, by the end of 2027;", "54", "../2027"),
    ("• Batch 1: 20 tanks in 2025", "20", "2025"),
    ("- Tranche 3 - 60 tanks, to be completed by mid-2029", "60", "../2029"),
    ("• Lot one – 90 tanks, due in 2026", "90", "2026"),
    # as many as the contract has, and no more
    ("• Lot 4 – 200 tanks, due in 2026", None, None),
    ("• Lot 7 – six bottles of wine, 2026", None, None),
]


@pytest.mark.parametrize(("line", "number", "date"), LOTS)
def test_lots_in_a_list_are_deliveries(line: str, number: str | None, date: str | None) -> None:
    text = f"News\n\nHyundai Rotem signed a contract with Poland for 150 K2 tanks.\n\nDelivery will take place in lots:\n\n{line}\n"
    _, (deal,) = read(text)
    drops = [(str(d.number.low), d.date.edtf) for d in deal.deliveries if d.number is not None and d.date is not None]
    assert ((number, date) in drops) is (number is not None)


CERTIFIED = [
    (
        "The Defense Security Cooperation Agency transmitted the required certification to Congress on 30 August 2024.",
        "2024-08-30",
    ),
    ("The agency delivered the required certification to Congress on 30 August 2024.", "2024-08-30"),
    ("On 2 May 2024 the agency submitted the notification to Congress.", "2024-05-02"),
    ("The agency has posted no certification yet.", None),
]


@pytest.mark.parametrize(("text", "date"), CERTIFIED)
def test_a_possible_sale_is_dated_by_its_certification(text: str, date: str | None) -> None:
    told = "The State Department has approved a possible Foreign Military Sale to Croatia of eight M142 HIMARS launchers for $390 million."
    dated = f" {date}" if date else ""
    assert notes(f"{told} {text}", "2024-09-05") == (f"US>HR planned{dated}: 8 M142 HIMARS = USD 390000000",)


COLONS = [
    (
        "Finland ordered 48 K9 howitzers in 2017: 146 million euros.",
        ("KR>FI signed 2017: 48 K9 Thunder = EUR 146000000",),
    ),
    ("Finland ordered 48 K9 howitzers in 2017: two men died in 2018.", ("KR>FI signed 2017: 48 K9 Thunder",)),
]


@pytest.mark.parametrize(("text", "expected"), COLONS)
def test_a_price_behind_a_colon(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


LOSERS_HOMES = [
    (
        "Romania's turn came in July 2023, when 54 K9s were ordered for $920 million, ahead of Germany's PzH 2000 and Turkey's Firtina.",
        ("KR>RO signed 2023-07: 54 K9 Thunder = USD 920000000",),
    ),
    ("Romania ordered 54 K9s, ahead of Germany's PzH 2000 and Turkey's Firtina.", ("KR>RO signed: 54 K9 Thunder",)),
    ("Norway ordered 54 K2 tanks in preference to Germany's Leopard 2A8.", ("KR>NO signed: 54 K2 Black Panther",)),
    ("Norway bought 20 F-35s, ahead of Sweden's Gripen.", ("US>NO signed: 20 F-35 Lightning II",)),
    ("Romania ordered 54 K9s ahead of the German PzH 2000.", ("KR>RO signed: 54 K9 Thunder",)),
    ("Estonia ordered 12 K9s ahead of Latvia.", ("KR>EE signed: 12 K9 Thunder",)),
]
REFILLS = [
    (
        "Denmark gave 19 CAESARs to Ukraine. Elbit's ATMOS was bought from Israel as a replacement.",
        ("DK>UA donated: 19 CAESAR", "IL>DK signed: ATMOS"),
    ),
    (
        "Norway gave eight Leopard 2A4 tanks to Ukraine. K2 tanks were ordered from South Korea as replacements.",
        ("NO>UA donated: 8 Leopard 2A4", "KR>NO signed: K2 Black Panther"),
    ),
    (
        "Britain donated 32 AS90 howitzers to Ukraine. The Archer was bought from Sweden as an interim replacement.",
        ("GB>UA donated: 32 AS90", "SE>GB signed: Archer"),
    ),
    (
        "Denmark gave 19 CAESARs to Ukraine. Replacements, 19 ATMOS guns, have been ordered from Israel.",
        ("DK>UA donated: 19 CAESAR", "IL>DK signed: 19 ATMOS"),
    ),
    (
        "Sweden handed eight Archer howitzers to Ukraine. As a replacement, K9s were bought from South Korea.",
        ("SE>UA donated: 8 Archer", "KR>SE signed: K9 Thunder"),
    ),
    (
        "Denmark gave 19 CAESARs to Ukraine. Ukraine bought the ATMOS from Israel as a replacement.",
        ("DK>UA donated: 19 CAESAR", "IL>UA signed: ATMOS"),
    ),
]
UNSETTLED = [
    ("Finland's purchase of 20 K9 howitzers is possible but not decided.", ("KR>FI considered: 20 K9 Thunder",)),
    ("A purchase of 12 F-35s by Portugal remains undecided.", ("US>PT considered: 12 F-35 Lightning II",)),
    ("Portugal's purchase of 12 F-35s has not been decided.", ("US>PT considered: 12 F-35 Lightning II",)),
    ("An order for 24 Gripens by Portugal remains uncertain.", ("SE>PT considered: 24 JAS 39 Gripen",)),
    ("Norway's acquisition of 54 K2 tanks has yet to be decided.", ("KR>NO considered: 54 K2 Black Panther",)),
    ("Norway's purchase of 54 K2 tanks was possible thanks to a loan.", ("KR>NO signed: 54 K2 Black Panther",)),
    ("Under a contract for 12 F-35s with Portugal the price is not decided.", ("US>PT signed: 12 F-35 Lightning II",)),
]
GIVEN_UP = [
    (
        "Finland has bought 96 K9 howitzers. They take the place of 122mm towed pieces, some of which have been handed to Ukraine.",
        ("KR>FI signed: 96 K9 Thunder", "FI>UA donated: 122mm towed pieces"),
    ),
    (
        "Norway has ordered 54 K2 tanks. They replace older battle tanks, most of which were given to Ukraine.",
        ("KR>NO signed: 54 K2 Black Panther", "NO>UA donated: battle tanks"),
    ),
    (
        "Norway has ordered 54 K2 tanks. They replace older battle tanks, which were given to Ukraine.",
        ("KR>NO signed: 54 K2 Black Panther", "NO>UA donated: battle tanks"),
    ),
    (
        "Estonia bought 12 CAESAR howitzers. They take over from old towed howitzers, many of which were donated to Ukraine.",
        ("FR>EE signed: 12 CAESAR", "EE>UA donated: towed howitzers"),
    ),
    (
        "The K9s replace 122mm towed howitzers, some of which Finland has handed to Ukraine.",
        ("FI>UA donated: 122mm towed howitzers",),
    ),
    ("Norway has ordered 54 K2 tanks. They replace older battle tanks.", ("KR>NO signed: 54 K2 Black Panther",)),
]


@pytest.mark.parametrize(("text", "expected"), [*LOSERS_HOMES, *REFILLS, *UNSETTLED, *GIVEN_UP])
def test_who_lost_who_refills_what_is_open_and_what_is_given_up(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


TOWED = [
    ("Finland has handed its 122mm towed pieces to Ukraine.", ("FI>UA donated: 122mm towed pieces",)),
    ("Estonia gave Ukraine nine towed pieces.", ("EE>UA donated: 9 towed pieces",)),
    ("Norway donated 12 towed pieces to Ukraine.", ("NO>UA donated: 12 towed pieces",)),
    ("Twelve towed pieces were handed to Ukraine by Finland.", ("FI>UA donated: 12 towed pieces",)),
    ("Finland sent Ukraine 20 towed pieces last year.", ("FI>UA donated 2023: 20 towed pieces",)),
    ("Two cars were towed in pieces to Ukraine.", ()),
]


@pytest.mark.parametrize(("text", "expected"), TOWED)
def test_towed_pieces_are_guns(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected
