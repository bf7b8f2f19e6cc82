"""Values as the public case files of quantity, price and number recognisers spell them, and numbers that are none."""

from __future__ import annotations

import pytest
from value_notation import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # groups, decimals and codes of many countries
        ("The price is Rs. 1,25,000 per unit.", "Rs. 1,25,000 = 125000 INR exact"),
        ("It cost Rs 3,500 crore.", "Rs 3,500 crore = 35000000000 INR exact"),
        ("The deal is worth 1.5 crore rupees.", "1.5 crore rupees = 15000000 INR exact"),
        ("India paid ₹1,500 crore for the guns.", "₹1,500 crore = 15000000000 INR exact"),
        ("It set aside 2 lakh rupees.", "2 lakh rupees = 200000 INR exact"),
        ("A bid of EUR 1.234,56 was made.", "EUR 1.234,56 = 1234.56 EUR exact"),
        ("It costs US$ 99.- only.", "US$ 99 = 99 USD exact"),
        ("Berlin adds 2 Mio. EUR for it.", "2 Mio. EUR = 2000000 EUR exact"),
        ("It adds 3,5 Mio € now.", "3,5 Mio € = 3500000 EUR exact"),
        ("It adds 1,5 Mrd. Euro now.", "1,5 Mrd. Euro = 1500000000 EUR exact"),
        ("Warsaw paid PLN 12,5 mld.", "PLN 12,5 mld = 12500000000 PLN exact"),
        ("The bill is CHF 1'049.95 in all.", "CHF 1'049.95 = 1049.95 CHF exact"),
        ("Revenue was 1 234 567,89 euros.", "1 234 567,89 euros = 1234567.89 EUR exact"),
        ("It costs 1.000 euros.", "1.000 euros = 1000 EUR exact"),
        ("It costs 12,50 €.", "12,50 € = 12.50 EUR exact"),
        ("It cost S$2.5 billion.", "S$2.5 billion = 2500000000 SGD exact"),
        ("It cost HK$ 300 million.", "HK$ 300 million = 300000000 HKD exact"),
        ("It cost NT$40bn.", "NT$40bn = 40000000000 TWD exact"),
        ("It cost RMB 300 million.", "RMB 300 million = 300000000 CNY exact"),
        ("It costs Kč 400 a head.", "Kč 400 = 400 CZK exact"),
        ("It costs 5000 Ft a head.", "5000 Ft = 5000 HUF exact"),
        ("It paid 1.2bn lei.", "1.2bn lei = 1200000000 RON exact"),
        # scales in the letters of other scripts
        ("Seoul set aside ₩3,000억 for it.", "₩3,000억 = 300000000000 KRW exact"),
        ("Seoul set aside ₩2조 for it.", "₩2조 = 2000000000000 KRW exact"),
        ("Tokyo set aside ¥7,000億 for it.", "¥7,000億 = 700000000000 JPY exact"),
        ("Tokyo set aside ¥3兆 for it.", "¥3兆 = 3000000000000 JPY exact"),
        ("It costs ¥500万 a copy.", "¥500万 = 5000000 JPY exact"),
        # scales in letters
        ("London gave £2bn more.", "£2bn = 2000000000 GBP exact"),
        ("Debt of $1.3tn looms.", "$1.3tn = 1300000000000 USD exact"),
        ("It cost €500k in all.", "€500k = 500000 EUR exact"),
        ("It cost $ 3.5 T in all.", "$ 3.5 T = 3500000000000 USD exact"),
        ("It has 12 k soldiers.", "12 k soldiers = 12000 person exact"),
        # minor units
        ("It paid 30 pence a share.", "30 pence = 0.30 GBP exact"),
        ("It paid 99 cents.", "99 cents = 0.99 USD exact"),
        # a minus before the currency
        ("A sum of -$5 million was booked.", "-$5 million = -5000000 USD exact"),
        ("The balance is −€2m.", "−€2m = -2000000 EUR exact"),
        ("It lost (-£40m) on it.", "-£40m = -40000000 GBP exact"),
        ("The swing was -₩3bn.", "-₩3bn = -3000000000 KRW exact"),
        ("It came to $-99.99.", "$-99.99 = -99.99 USD exact"),
        # ranges
        ("It costs $10 to $15 million.", "$10 to $15 million = 10000000..15000000 USD range"),
        ("It costs 10-15 million dollars.", "10-15 million dollars = 10000000..15000000 USD range"),
        ("It costs £1.5m-£2m.", "£1.5m-£2m = 1500000..2000000 GBP range"),
        ("It is from 5-$7 million.", "5-$7 million = 5000000..7000000 USD range"),
        # words
        (
            "They gave three hundred and twelve thousand dollars.",
            "three hundred and twelve thousand dollars = 312000 USD exact",
        ),
        ("They bought half a dozen ships.", "half a dozen ships = 6 item exact"),
        ("Tens of thousands of shells arrived.", "Tens of thousands of shells = 20000.. item at_least"),
        ("A score of tanks was lost.", "A score of tanks = 20 item exact"),
        ("It costs a quarter million dollars.", "a quarter million dollars = 250000 USD exact"),
        ("It weighs 3 1/2 tonnes.", "3 1/2 tonnes = 3.500 tonne exact"),
        ("It is 2½ metres long.", "2½ metres = 2.5 m exact"),
        # shares and multiples
        ("It rose 50 pct in May.", "50 pct = 50 percent exact"),
        ("Rates rose by 0.5pp.", "0.5pp = 0.5 percentage_point exact"),
        ("Rates rose by 25bp.", "25bp = 25 basis_point exact"),
        ("Two thirds of the members agreed.", "Two thirds = 66.67 percent fraction"),
        ("About 1/3 of the fleet is idle.", "About 1/3 = 33.33 percent about"),
        ("Of the shells 9 out of 10 hit.", "9 out of 10 = 90 percent fraction"),
        ("Exports increased fivefold.", "fivefold = 5 multiple exact"),
        ("Output must grow 3-4x.", "3-4x = 3..4 multiple range"),
        ("Output grew 2.5x.", "2.5x = 2.5 multiple exact"),
        ("Demand is 10x higher.", "10x = 10 multiple exact"),
        ("It sells about 3x as many.", "about 3x = 3 multiple about"),
        ("Costs grew 2x in 2023.", "2x = 2 multiple exact"),
        ("Exports rose by a factor of three.", "three = 3 multiple exact"),
        ("It shrank by a factor of 2.5.", "2.5 = 2.5 multiple exact"),
        # measures
        ("It flies at 900 km/h.", "900 km/h = 900 km/h exact"),
        ("It flew at 560 mph.", "560 mph = 560 mph exact"),
        ("A 20-MW plant feeds it.", "20-MW = 20 MW exact"),
        # hedges
        ("They have no fewer than 12 ships.", "no fewer than 12 ships = 12.. item at_least"),
        ("It takes not less than 5 percent.", "not less than 5 percent = 5.. percent at_least"),
        ("It lost upwards of 200 tanks.", "upwards of 200 tanks = 200.. item over"),
        ("It is just shy of 400 missiles.", "just shy of 400 missiles = ..400 item under"),
        ("It is north of $5 billion.", "north of $5 billion = 5000000000.. USD over"),
        ("It is south of $5 billion.", "south of $5 billion = ..5000000000 USD under"),
        ("a roughly 2,000-strong force", "roughly 2,000-strong = 2000 person about"),
        # tolerances
        ("It reaches 10 ± 2 km.", "10 ± 2 km = 8..12 km range"),
        ("It is 5.5 ± 0.5 mm wide.", "5.5 ± 0.5 mm = 5.0..6.0 mm range"),
        ("It flew 100 km +/- 5 km.", "100 km +/- 5 km = 95..105 km range"),
        ("It is 20 +- 3 percent.", "20 +- 3 percent = 17..23 percent range"),
        ("It costs $10 ± 1 million.", "$10 ± 1 million = 9000000..11000000 USD range"),
        ("It lasts 90 plus or minus 10 minutes.", "90 plus or minus 10 minutes = 80..100 minute range"),
        ("It is ± 2 km.", "± 2 km = 2 km about"),
        # a number and its article
        ("It needs eight hundred to a thousand troops.", "eight hundred to a thousand troops = 800..1000 person range"),
        ("It costs 800,000 to a million euros.", "800,000 to a million euros = 800000..1000000 EUR range"),
        # two scales of one sum
        ("It is 5 trillion 200 billion won.", "5 trillion 200 billion won = 5200000000000 KRW exact"),
        ("It is 1 trillion and 350 billion won.", "1 trillion and 350 billion won = 1350000000000 KRW exact"),
        ("It costs $1 billion 200 million.", "$1 billion 200 million = 1200000000 USD exact"),
        ("They made 1 million 200 thousand shells.", "1 million 200 thousand shells = 1200000 item exact"),
        # millions in one word, and letters that are currencies beside a scale
        ("Sales were MSEK 480.", "MSEK 480 = 480000000 SEK exact"),
        ("It is worth 250 MNOK.", "250 MNOK = 250000000 NOK exact"),
        ("A loan of 4 MEUR was paid.", "4 MEUR = 4000000 EUR exact"),
        ("Manila set aside P35 billion.", "P35 billion = 35000000000 PHP exact"),
        ("Abuja set aside N1.3 trillion.", "N1.3 trillion = 1300000000000 NGN exact"),
        ("Pretoria owes R4.5bn.", "R4.5bn = 4500000000 ZAR exact"),
        ("It rose a quarter of a percent.", "a quarter of a percent = 0.2500 percent exact"),
        # as agencies and collections set them
        ("Revs rose to 12.4 mln dlrs.", "12.4 mln dlrs = 12400000 USD exact"),
        ("Profit of 3 mln stg was made.", "3 mln stg = 3000000 GBP exact"),
        ("Net shr was 34 cts.", "34 cts = 0.34 USD exact"),
        ("The net is 2 , 5 tonne heavy.", "2 , 5 tonne = 2.5 tonne exact"),
        ("Sales came to 3 jo won.", "3 jo won = 3000000000000 KRW exact"),
        ("It costs lkr 20 million.", "lkr 20 million = 20000000 LKR exact"),
        ("It weighs 2,4 milliards euros.", "2,4 milliards euros = 2400000000 EUR exact"),
        ("Set it to 180 ° c.", "180 ° c = 180 celsius exact"),
        ("It eats 5 l / 100 km.", "5 l / 100 km = 5 litre_per_100_km exact"),
        ("Some 300-plus vehicles came.", "Some 300-plus vehicles = 300.. item at_least"),
        ("Dozens upon dozens of ships came.", "Dozens upon dozens of ships = 24.. item at_least"),
        ("It fired hundreds and hundreds of shells.", "hundreds and hundreds of shells = 200.. item at_least"),
        ("Stockholm adds 3,1 miljarder kronor.", "3,1 miljarder kronor = 3100000000 SEK exact"),
        ("Sweden pays 900 mkr.", "900 mkr = 900000000 SEK exact"),
        ("It is 15/16 inch wide.", "15/16 inch = 0.937 inch exact"),
        ("It has thirty-some aircraft.", "thirty-some aircraft = 30 item about"),
        ("It drafts men aged 25-60.", "25-60 = 25..60 year range"),
        ("She is 43.", "43 = 43 year exact"),
        ("He was 62, a soldier.", "62 = 62 year exact"),
    ],
)
def test_spelling(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a box of 10 x 20 cm", ["10 = 10 cm exact", "20 cm = 20 cm exact"]),
        ("a 5 x 5 km zone", ["5 = 5 km exact", "5 km = 5 km exact"]),
        ("the 4x100 m relay", []),
        ("a 2 x 3 m crate", ["2 = 2 m exact", "3 m = 3 m exact"]),
        ("a hall of 40 x 60 x 12 m", ["40 = 40 m exact", "60 = 60 m exact", "12 m = 12 m exact"]),
        ("two plates of 6 x 8 ft", ["two plates = 2 item exact", "6 = 6 foot exact", "8 ft = 8 foot exact"]),
        ("a 30 x 173 mm gun", ["30 x 173 mm = 30 mm exact"]),
        ("30 Guarani 6x6 armoured carriers", ["30 Guarani 6x6 armoured carriers = 30 item exact"]),
        ("4 x 40 mm guns", ["4 x 40 mm guns = 4 item exact", "40 mm = 40 mm exact"]),
        ("sections 2 , 5 and 10", ["5 = 5 item exact", "10 = 10 item exact"]),
    ],
)
def test_sizes(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Call 555-1234 now.",
        "Call +1 (555) 123-4567.",
        "Version 3.2.1 is out.",
        "Python 3.11 is out.",
        "They won 3-2 on Friday.",
        "He lives at 10 Downing Street.",
        "as shown.12 The",
        "See page 12.",
        "See Fig. 3 and Table 4.",
        "Flight 447 crashed.",
        "ISBN 978-3-16-148410-0",
        "Resolution 1701 was passed.",
        "It starts at 10:30 a.m.",
        "Room 101 is shut.",
        "Route 66 is long.",
        "The ratio is 3 : 1.",
        "a range of 15/20 km",
        "It flies the P8 and the N22.",
        "an 8x8 vehicle",
        "a 6x6.",
        "the 3x3 grid",
        "a 4x zoom",
        "the lion's share",
    ],
)
def test_no_value(text: str) -> None:
    assert values(text) == []
