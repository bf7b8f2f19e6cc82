"""Whole sentences of the kinds that kordef reads: every value of each, and nothing else."""

from __future__ import annotations

import pytest
from value_notation import values

REGISTERS = [
    (
        "NOK2.4 b ($265 m) deal; K9 VIDAR version; delivery 2027-28",
        ["NOK2.4 b = 2400000000 NOK exact", "$265 m = 265000000 USD exact"],
    ),
    (
        "EUR146 m deal; second-hand; 48 more ordered 2021-22 for EUR94 m",
        ["EUR146 m = 146000000 EUR exact", "48 more = 48 item exact", "EUR94 m = 94000000 EUR exact"],
    ),
    (
        "Part of KRW17 tr 'KFX' programme; incl 6 prototypes",
        ["KRW17 tr = 17000000000000 KRW exact", "6 prototypes = 6 item exact"],
    ),
    (
        "AUD4.6-6.8 b deal; incl 129 produced in Australia",
        ["AUD4.6-6.8 b = 4600000000..6800000000 AUD range", "129 = 129 item exact"],
    ),
    (
        "PHP18.9 b ($420 m) deal; FA-50PH version; 2 used for training",
        ["PHP18.9 b = 18900000000 PHP exact", "$420 m = 420000000 USD exact", "2 = 2 item exact"],
    ),
    (
        "Possibly (30)? 2nd-hand; supplier uncertain",
        ["30 = 30 item about"],
    ),
    (
        "$1.5-1.65 b deal (incl $400 m offsets); most assembled under licence",
        ["$1.5-1.65 b = 1500000000..1650000000 USD range", "$400 m = 400000000 USD exact"],
    ),
    (
        "No. could be 216; from USAF inventory",
        ["216 = 216 item exact"],
    ),
    (
        "PLN27 b deal for 180 Type K2 tanks, 10 delivered by Dec. 2022",
        ["PLN27 b = 27000000000 PLN exact", "180 Type K2 tanks = 180 item exact", "10 = 10 item exact"],
    ),
    (
        "DEM890 m deal; from ex-East German stocks; 24 for spares only",
        ["DEM890 m = 890000000 DEM exact", "24 = 24 item exact"],
    ),
]
"""Comments of arms-transfer registers."""

NOTICES = [
    (
        "Norway has requested to buy sixteen (16) M142 High Mobility Artillery Rocket System (HIMARS) launchers.",
        ["sixteen (16) M142 High Mobility Artillery Rocket System (HIMARS) launchers = 16 item exact"],
    ),
    (
        "The estimated total program cost is $580 million.",
        ["estimated total program cost is $580 million = 580000000 USD about"],
    ),
    (
        "Also included are one hundred (100) GMLRS-AW pods, each with six (6) rockets, and fifteen (15) radios.",
        [
            "one hundred (100) GMLRS-AW pods = 100 item exact",
            "six (6) rockets = 6 item exact",
            "fifteen (15) radios = 15 item exact",
        ],
    ),
    (
        "It will require approximately 20 additional U.S. Government and 15 contractor representatives for five years.",
        [
            "approximately 20 additional = 20 person about",
            "15 contractor representatives = 15 person exact",
            "five years = 5 year exact",
        ],
    ),
    (
        "The prime contractor will receive $3.1 billion; the total estimated value is $4.0 billion.",
        ["$3.1 billion = 3100000000 USD exact", "estimated value is $4.0 billion = 4000000000 USD about"],
    ),
    (
        "up to two hundred ninety-one (291) AIM-120C-8 missiles for an estimated cost of $1.22 billion",
        [
            "up to two hundred ninety-one (291) AIM-120C-8 missiles = ..291 item up_to",
            "estimated cost of $1.22 billion = 1220000000 USD about",
        ],
    ),
]
"""US notices of possible sales."""

TRACKERS = [
    (
        "Total commitments reached EUR 118.2 billion by the end of June, of which EUR 62 billion is military.",
        ["EUR 118.2 billion = 118200000000 EUR exact", "EUR 62 billion = 62000000000 EUR exact"],
    ),
    (
        "Germany has allocated around 17.7 billion euros, the UK 10.1 billion euros and Denmark 7.5 billion euros.",
        [
            "around 17.7 billion euros = 17700000000 EUR about",
            "10.1 billion euros = 10100000000 EUR exact",
            "7.5 billion euros = 7500000000 EUR exact",
        ],
    ),
    (
        "Estonia leads with 1.7% of GDP, ahead of Denmark (1.6 percent) and Lithuania (1.4 per cent).",
        ["1.7% of GDP = 1.7 percent exact", "1.6 percent = 1.6 percent exact", "1.4 per cent = 1.4 percent exact"],
    ),
    (
        "New pledges fell to just €5.1 billion, down 87 percent from the same months of 2022.",
        ["€5.1 billion = 5100000000 EUR exact", "87 percent = 87 percent exact"],
    ),
    (
        "Of 72 Leopard 1 tanks promised, more than half had arrived by then.",
        ["72 Leopard 1 tanks = 72 item exact", "more than half = 50.. percent over"],
    ),
    (
        "The package holds some 40 million rounds, 500 drones, two Patriot batteries and nearly 1,000 vehicles.",
        [
            "some 40 million rounds = 40000000 item about",
            "500 drones = 500 item exact",
            "two Patriot batteries = 2 item exact",
            "nearly 1,000 vehicles = 1000 item about",
        ],
    ),
    (
        "Sweden's 20th package is worth 16 billion kronor ($1.7 billion).",
        ["16 billion kronor = 16000000000 SEK exact", "$1.7 billion = 1700000000 USD exact"],
    ),
]
"""Trackers of aid."""

DAILIES = [
    (
        "Hanwha Aerospace logged 11.24 trillion won in sales last year, up 42.5 percent on-year.",
        ["11.24 trillion won = 11240000000000 KRW exact", "42.5 percent = 42.5 percent exact"],
    ),
    (
        "LIG Nex1's order backlog topped 20 trillion won for the first time, the company said.",
        ["topped 20 trillion won = 20000000000000.. KRW over"],
    ),
    (
        "The deal, valued at up to 9 trillion won ($6.5 billion), covers 180 K2 tanks: 117 from Korea and 63 K2PLs.",
        [
            "up to 9 trillion won = ..9000000000000 KRW up_to",
            "$6.5 billion = 6500000000 USD exact",
            "180 K2 tanks = 180 item exact",
            "117 = 117 item exact",
            "63 K2PLs = 63 item exact",
        ],
    ),
    (
        "Arms exports stood at $9.5 billion in 2024, short of the $20 billion target.",
        ["$9.5 billion = 9500000000 USD exact", "$20 billion = 20000000000 USD exact"],
    ),
    (
        "The won closed at 1,382.4 won per dollar.",
        ["1,382.4 won = 1382.4 KRW exact"],
    ),
    (
        "About 3,600 troops from the two countries took part in the 11-day drill.",
        ["About 3,600 troops = 3600 person about", "two countries = 2 item exact", "11-day = 11 day exact"],
    ),
    (
        "DAPA plans to spend 4.2 trillion won on 40 KF-21 jets by 2028 and another 80 by 2032.",
        ["4.2 trillion won = 4200000000000 KRW exact", "40 KF-21 jets = 40 item exact", "80 = 80 item exact"],
    ),
    (
        "Shares of Hyundai Rotem jumped 9.14 percent to 66,900 won on Monday.",
        ["9.14 percent = 9.14 percent exact", "66,900 won = 66900 KRW exact"],
    ),
    (
        "The 155-mm self-propelled gun has a range of over 40 kilometers and fires six to eight rounds a minute.",
        ["155-mm = 155 mm exact", "over 40 kilometers = 40.. km over", "six to eight rounds = 6..8 item range"],
    ),
    (
        "Three of the five bidders withdrew; one of them had offered a 10-year loan.",
        ["Three = 3 item exact", "five bidders = 5 item exact", "10-year = 10 year exact"],
    ),
    (
        "Park, who is 58 years old, led the agency for more than four years.",
        ["58 years old = 58 year exact", "more than four years = 4.. year over"],
    ),
]
"""English-language dailies of Korea."""

RELEASES = [
    (
        "Rheinmetall expects sales of EUR 25-30 billion in 2027, with a margin of more than 18%.",
        ["EUR 25-30 billion = 25000000000..30000000000 EUR range", "more than 18% = 18.. percent over"],
    ),
    (
        "Saab booked orders of SEK 96.8 bn, an increase of 25 per cent, and hired 2,500 people.",
        ["SEK 96.8 bn = 96800000000 SEK exact", "25 per cent = 25 percent exact", "2,500 people = 2500 person exact"],
    ),
    (
        "The plant will employ at least 500 workers and turn out as many as 50 vehicles a year.",
        ["at least 500 workers = 500.. person at_least", "as many as 50 vehicles = ..50 item up_to"],
    ),
    (
        "Kongsberg won a NOK 1.05 billion contract for up to 24 launchers.",
        ["NOK 1.05 billion = 1050000000 NOK exact", "up to 24 launchers = ..24 item up_to"],
    ),
    (
        "Revenue was CHF 2'345.6 million, of which roughly two-thirds came from abroad.",
        ["CHF 2'345.6 million = 2345600000 CHF exact", "roughly two-thirds = 66.67 percent about"],
    ),
    (
        "The company, with 1,200 engineers on four sites, has built over 1,700 guns since 1999.",
        ["1,200 engineers = 1200 person exact", "four sites = 4 item exact", "over 1,700 guns = 1700.. item over"],
    ),
    (
        "Capacity doubled to 240 units a year after a 100-billion-won investment.",
        ["doubled = 2 multiple exact", "240 units = 240 item exact", "100-billion-won = 100000000000 KRW exact"],
    ),
]
"""Releases of companies."""

AGENCIES = [
    (
        "Warsaw will pay $6.7 billion for the second batch of 180 tanks, two officials said.",
        ["$6.7 billion = 6700000000 USD exact", "180 tanks = 180 item exact", "two officials = 2 person exact"],
    ),
    (
        "At least 12 people were killed and dozens more wounded in the attack, which involved over 70 drones.",
        [
            "At least 12 people = 12.. person at_least",
            "dozens more wounded = 24.. person at_least",
            "over 70 drones = 70.. item over",
        ],
    ),
    (
        "Parliament approved the plan by 217 votes to 3, with 12 abstentions.",
        ["217 votes = 217 item exact", "3 = 3 item exact", "12 abstentions = 12 item exact"],
    ),
    (
        "The 31-nation alliance wants its members to spend at least 2% of GDP, a third of them more than 3%.",
        [
            "31-nation = 31 item exact",
            "at least 2% of GDP = 2.. percent at_least",
            "a third = 33.33 percent fraction",
            "more than 3% = 3.. percent over",
        ],
    ),
    (
        "Between 10,000 and 12,000 North Korean soldiers are in Kursk, around 1,100 of whom have been killed or wounded.",
        [
            "Between 10,000 and 12,000 North Korean soldiers = 10000..12000 person range",
            "around 1,100 of whom = 1100 person about",
        ],
    ),
    (
        "Talks lasted three and a half hours, an hour longer than planned.",
        ["three and a half hours = 3.5 hour exact"],
    ),
    (
        "Imports nearly tripled, while exports halved to 1.2 million tonnes.",
        [
            "nearly tripled = 3 multiple about",
            "halved = 0.5 multiple fraction",
            "1.2 million tonnes = 1200000 tonne exact",
        ],
    ),
    (
        "The 2,500-km pipeline runs 90 metres below the sea and carries 55 billion cubic metres a year.",
        ["2,500-km = 2500 km exact", "90 metres = 90 m exact", "55 billion cubic metres = 55000000000 cubic_m exact"],
    ),
    (
        "He has visited Kyiv four times in the past 18 months.",
        ["four times = 4 item exact", "18 months = 18 month exact"],
    ),
    (
        "Nine out of ten respondents back the purchase; one in five would double it.",
        ["Nine out of ten = 90 percent fraction", "one in five = 20 percent fraction", "double = 2 multiple exact"],
    ),
]
"""Agency news."""

PAPERS = [
    (
        "Europe's share rose from 11 to 28 per cent between 2014-18 and 2019-23.",
        ["11 = 11 percent exact", "28 per cent = 28 percent exact"],
    ),
    (
        "The top 100 companies earned $632 billion, 4.2 per cent more in real terms.",
        ["100 companies = 100 item exact", "$632 billion = 632000000000 USD exact", "4.2 per cent = 4.2 percent exact"],
    ),
    (
        "Demand could be three to four times higher than output, which is about 600,000 shells a year.",
        ["three to four times = 3..4 multiple range", "about 600,000 shells = 600000 item about"],
    ),
    (
        "Some 55-60% of parts, or nearly half by value, come from one supplier.",
        ["Some 55-60% = 55..60 percent range", "nearly half = 50 percent about"],
    ),
    (
        "Readiness fell by 3.5 percentage points to 62.5%, well below the 80% goal.",
        ["3.5 percentage points = 3.5 percentage_point exact", "62.5% = 62.5 percent exact", "80% = 80 percent exact"],
    ),
    (
        "Spending will have to grow by between €50 billion and €70 billion, or 0.3-0.4% of GDP.",
        [
            "between €50 billion and €70 billion = 50000000000..70000000000 EUR range",
            "0.3-0.4% of GDP = 0.3..0.4 percent range",
        ],
    ),
    (
        "It took almost a decade and cost well over $1 billion.",
        ["almost a decade = 10 year about", "well over $1 billion = 1000000000.. USD over"],
    ),
    (
        "Tens of thousands of jobs and hundreds of millions of euros are at stake.",
        [
            "Tens of thousands of jobs = 20000.. item at_least",
            "hundreds of millions of euros = 200000000.. EUR at_least",
        ],
    ),
]
"""Papers of think tanks."""

ODD = [
    (
        "south korea sold 48 fa-50 jets for about $ 3 billion .",
        ["48 fa-50 jets = 48 item exact", "about $ 3 billion = 3000000000 USD about"],
    ),
    (
        "the contract is worth usd 2.4bn , of which eur 300m is for training .",
        ["usd 2.4bn = 2400000000 USD exact", "eur 300m = 300000000 EUR exact"],
    ),
    (
        "profits rose 12 . 5 % to 3,400 million yen .",
        ["12 . 5 % = 12.5 percent exact", "3,400 million yen = 3400000000 JPY exact"],
    ),
    (
        "norway pays nok 19.7bn for 54 tanks , options for 18 more",
        ["nok 19.7bn = 19700000000 NOK exact", "54 tanks = 54 item exact", "18 more = 18 item exact"],
    ),
    (
        "the ministry ordered 1 000 000 rounds at 4,50 euro each",
        ["1 000 000 rounds = 1000000 item exact", "4,50 euro = 4.50 EUR exact"],
    ),
]
"""Lower-cased and oddly spaced text."""


@pytest.mark.parametrize(
    ("sentence", "expected"), [*REGISTERS, *NOTICES, *TRACKERS, *DAILIES, *RELEASES, *AGENCIES, *PAPERS, *ODD]
)
def test_all_values_of_a_sentence(sentence: str, expected: list[str]) -> None:
    assert values(sentence) == expected
