"""Numbers in odd spellings: lower-cased codes, blanks out of place, halves and quarters of scales, capitals, dozens."""

from __future__ import annotations

import pytest
from value_notation import values


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # codes in any mixture of cases
        ("It is worth Usd 2.4 bn.", ["Usd 2.4 bn = 2400000000 USD exact"]),
        ("It cost Eur 300m in all.", ["Eur 300m = 300000000 EUR exact"]),
        ("it paid krw 1.2 trillion for them", ["krw 1.2 trillion = 1200000000000 KRW exact"]),
        ("A loan of Pln 13 b followed.", ["Pln 13 b = 13000000000 PLN exact"]),
        ("the bill: nok1.3 b", ["nok1.3 b = 1300000000 NOK exact"]),
        # a thousand by its letter
        ("They paid 10 k euros.", ["10 k euros = 10000 EUR exact"]),
        ("They paid 10k euros.", ["10k euros = 10000 EUR exact"]),
        ("A sum of 250 K dollars was lost.", ["250 K dollars = 250000 USD exact"]),
        ("A fee of 3 M zlotys was paid.", ["3 M zlotys = 3000000 PLN exact"]),
        ("It costs 90 k usd a year.", ["90 k usd = 90000 USD exact"]),
        # blanks in a number
        ("1 ,200 troops left", ["1 ,200 troops = 1200 person exact"]),
        ("Some 12 ,500 shells came.", ["Some 12 ,500 shells = 12500 item about"]),
        ("They have 1 200 tanks.", ["1 200 tanks = 1200 item exact"]),
        ("About 7 180 readers wrote.", ["About 7 180 readers = 7180 person about"]),
        ("It lost 3 500 armoured vehicles.", ["3 500 armoured vehicles = 3500 item exact"]),
        ("More than 14 600 soldiers serve.", ["More than 14 600 soldiers = 14600.. person over"]),
        # parts of a scale
        ("They won half million dollars.", ["half million dollars = 500000 USD exact"]),
        ("They took half a billion euros.", ["half a billion euros = 500000000 EUR exact"]),
        ("They ate half dozen eggs.", ["half dozen eggs = 6 item exact"]),
        ("He got quarter of a million euros.", ["quarter of a million euros = 250000 EUR exact"]),
        ("He got a quarter of a million euros.", ["a quarter of a million euros = 250000 EUR exact"]),
        ("A debt of third of a billion pounds", ["third of a billion pounds = 333000000 GBP exact"]),
        # won behind a large number in words
        ("It cost two hundred and fifty thousand won.", ["two hundred and fifty thousand won = 250000 KRW exact"]),
        ("It costs five thousand won.", ["five thousand won = 5000 KRW exact"]),
        ("They fined him nine hundred thousand won.", ["nine hundred thousand won = 900000 KRW exact"]),
        ("a ticket of fifteen thousand won", ["fifteen thousand won = 15000 KRW exact"]),
        ("She has three hundred won left.", ["three hundred won = 300 KRW exact"]),
        # a couple
        ("A couple of hundred tanks stood there.", ["couple of hundred tanks = 200.. item at_least"]),
        ("A couple hundred dollars will do.", ["couple hundred dollars = 200.. USD at_least"]),
        ("A couple of thousand men came.", ["couple of thousand men = 2000.. person at_least"]),
        ("a couple of million euros", ["couple of million euros = 2000000.. EUR at_least"]),
        ("a couple dozen jets", ["couple dozen jets = 24.. item at_least"]),
        # dozens by digits
        ("She bought 2 dozen eggs.", ["2 dozen eggs = 24 item exact"]),
        ("About 3 dozen jets flew.", ["About 3 dozen jets = 36 item about"]),
        ("They need 1.5 dozen launchers.", ["1.5 dozen launchers = 18.0 item exact"]),
        ("at least 4 dozen soldiers", ["at least 4 dozen soldiers = 48.. person at_least"]),
        ("5 dozen of them are new", ["5 dozen of them = 60 item exact"]),
        # capitals
        ("TWO HUNDRED TANKS ARRIVE", ["TWO HUNDRED TANKS = 200 item exact"]),
        ("TWENTY FIVE PERCENT MORE", ["TWENTY FIVE PERCENT = 25 percent exact"]),
        ("SEOUL PAYS FIVE MILLION DOLLARS", ["FIVE MILLION DOLLARS = 5000000 USD exact"]),
        ("THIRTY YEARS LATER", ["THIRTY YEARS = 30 year exact"]),
        ("THREE BILLION EUROS FOR KYIV", ["THREE BILLION EUROS = 3000000000 EUR exact"]),
    ],
)
def test_odd_spellings(sentence: str, expected: list[str]) -> None:
    assert values(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # two numbers stay two
        ("It bought 12 155 mm howitzers.", ["12 155 mm howitzers = 12 item exact", "155 mm = 155 mm exact"]),
        ("It bought 6 155 howitzers.", ["6 = 6 item exact", "155 howitzers = 155 item exact"]),
        ("It dropped 2 500 kg bombs.", ["2 = 2 item exact", "500 kg = 500 kg exact"]),
        ("In 2024 500 tanks came.", ["500 tanks = 500 item exact"]),
        ("Groups of 2, 300 and 40 men", ["2 = 2 item exact", "300 = 300 item exact", "40 men = 40 person exact"]),
        # letters that are no scale
        ("It has 20 K 9s.", ["20 = 20 item exact"]),
        # few persons win
        ("The relay four won.", []),
        ("The last three won prizes.", ["three = 3 item exact"]),
        # words in capitals that are names
        ("It was shown on ONE last night.", []),
        ("The TEN network said so.", []),
        # no scale behind
        ("In the first half the club scored.", []),
        ("He paid a quarter of the price.", ["a quarter = 25 percent fraction"]),
        ("The couple married.", []),
        ("A couple of the guests left.", []),
    ],
)
def test_near_misses_of_odd_spellings(sentence: str, expected: list[str]) -> None:
    assert values(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # the rate of a currency behind a hedge
        ("The won stood at about 1,360 to the dollar.", "about 1,360 = 1360 KRW about"),
        ("The won closed at nearly 1,400 to the dollar.", "nearly 1,400 = 1400 KRW about"),
        ("The zloty traded at roughly 3.93 to the dollar.", "roughly 3.93 = 3.93 PLN about"),
        ("The yen fell to almost 150 to the dollar.", "almost 150 = 150 JPY about"),
        ("The won rose to some 1,290 to the dollar.", "some 1,290 = 1290 KRW about"),
        # the number of persons
        ("Rangers limit the number of hikers to 1,000 a day.", "1,000 = 1000 person exact"),
        ("It cut the number of soldiers to 4,000.", "4,000 = 4000 person exact"),
        ("It raised the number of trainees from 300.", "300 = 300 person exact"),
        ("The number of victims is 12.", "12 = 12 person exact"),
        ("They put the number of visitors at 3,000.", "3,000 = 3000 person exact"),
        # a bare sum in the sentence behind a sum
        ("Help stands at 132 billion euros. Military aid makes up 62 billion.", "62 billion = 62000000000 EUR exact"),
        ("It paid $5 billion. The rest came to 3 billion.", "3 billion = 3000000000 USD exact"),
        ("The plan costs €900 million. Berlin gives 400 million.", "400 million = 400000000 EUR exact"),
        ("They hold 9 trillion won. Of it 2 trillion is frozen.", "2 trillion = 2000000000000 KRW exact"),
        (
            "They gave 132 billion euros. Arms make up 64 billion of those totals.",
            "64 billion = 64000000000 EUR exact",
        ),
        # near-misses
        ("It paid $5 billion. The firm has 3 billion shares.", "3 billion shares = 3000000000 item exact"),
        ("It paid $5 billion. It grew. The clip was seen by 3 billion.", "3 billion = 3000000000 item exact"),
        ("The number of tanks fell to 1,000.", "1,000 = 1000 item exact"),
        ("The index stood at about 1,360 on Monday.", "about 1,360 = 1360 item about"),
    ],
)
def test_what_the_words_before_say_a_bare_number_is(sentence: str, expected: str) -> None:
    assert values(sentence)[-1] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # signs in small letters
        ("It was 20°c in Seoul.", ["20°c = 20 celsius exact"]),
        ("an engine of 500 kw", ["500 kw = 500 kW exact"]),
        ("a plant of 100 mw", ["100 mw = 100 MW exact"]),
        ("about 1.4 gw of power", ["about 1.4 gw = 1.4 GW about"]),
        ("it used 300 kwh", ["300 kwh = 300 kWh exact"]),
        # units that begin with the sign of another
        ("It flies at 300 km per hour.", ["300 km per hour = 300 km/h exact"]),
        ("up to 70 km an hour on roads", ["up to 70 km an hour = ..70 km/h up_to"]),
        ("It moves 5 km per day.", ["5 km = 5 km exact"]),
        ("It is 40 km from here.", ["40 km = 40 km exact"]),
        ("a range of 52 km", ["52 km = 52 km exact"]),
        # less than one, and less than nothing
        ("Growth slowed to .5%.", [".5% = 0.5 percent exact"]),
        ("It rose by .25 percent.", [".25 percent = 0.25 percent exact"]),
        ("a charge of $.75 each", ["$.75 = 0.75 USD exact"]),
        ("a fall to .3 %", [".3 % = 0.3 percent exact"]),
        ("a share of .08%", [".08% = 0.08 percent exact"]),
        ("a round of .50 calibre", []),
        ("It was minus three degrees.", ["minus three degrees = -3 degree exact"]),
        ("a growth of minus two percent", ["minus two percent = -2 percent exact"]),
        ("a balance of minus five million euros", ["minus five million euros = -5000000 EUR exact"]),
        ("at minus twenty degrees", ["minus twenty degrees = -20 degree exact"]),
        ("a rate of negative two percent", ["negative two percent = -2 percent exact"]),
        ("ten minus three ships", ["ten = 10 item exact", "three ships = 3 item exact"]),
        # telephone numbers and releases
        ("Call +82 2 748 1111 for more.", []),
        ("Phone: +47 23 09 80 00", []),
        ("fax +48 22 687 99 00", []),
        ("tel. +358-9-160-01", []),
        ("mobile +1 202 555 0143", []),
        ("a change of +82 points", ["+82 points = 82 item exact"]),
        ("It runs version 2.0 of it.", []),
        ("Release 4.5 is out.", []),
        ("with Increment 3.1 of the programme", []),
        ("after update 10.2 it worked", []),
        ("the 2.5 edition", ["2.5 = 2.5 item exact"]),
        ("firmware 1.12 was loaded", []),
    ],
)
def test_signs_signs_before_and_names(sentence: str, expected: list[str]) -> None:
    assert values(sentence) == expected
