"""Sums of money in the styles of news, registers, notices and price lists."""

from __future__ import annotations

import pytest
from value_notation import bounds, values

from kordef.catalogue import load
from kordef.mentions.values.finder import annotation_unit, find_values, values_in
from kordef.reading import read_text


@pytest.mark.parametrize(
    ("text", "sum_"),
    [
        # signs
        ("$1.6 billion", "1600000000 USD"),
        ("US$2.4 billion", "2400000000 USD"),
        ("US $390m", "390000000 USD"),
        ("U.S.$5 million", "5000000 USD"),
        ("A$4.5 billion", "4500000000 AUD"),
        ("C$16.4 million", "16400000 CAD"),
        ("hk $ 10.05 billion", "10050000000 HKD"),
        ("€49.3 billion", "49300000000 EUR"),
        ("£2,000", "2000 GBP"),
        ("₩1.4tn", "1400000000000 KRW"),
        ("¥143.80", "143.80 JPY"),
        ("10$", "10 USD"),
        ("3.14US$", "3.14 USD"),
        ("45,00 zł", "45.00 PLN"),
        ("9 800 Kč", "9800 CZK"),
        ("$.75", "0.75 USD"),
        # codes, as registers have them
        ("USD2.4 b", "2400000000 USD"),
        ("EUR83 m", "83000000 EUR"),
        ("KRW1 tr", "1000000000000 KRW"),
        ("PLN13 b", "13000000000 PLN"),
        ("PLN 6.4bln", "6400000000 PLN"),
        ("CHF 1'049.95", "1049.95 CHF"),
        ("DEM 170 000", "170000 DEM"),
        ("FRF1.5 b", "1500000000 FRF"),
        ("EEK450 m", "450000000 EEK"),
        ("BGN1.5 b", "1500000000 BGN"),
        ("TRY 1.5 billion", "1500000000 TRY"),
        ("500 million USD", "500000000 USD"),
        ("usd 2.4bn", "2400000000 USD"),
        # names
        ("2.27 trillion won", "2270000000000 KRW"),
        ("won 1.4 trillion", "1400000000000 KRW"),
        ("W3.2tn", "3200000000000 KRW"),
        ("5.8tr won", "5800000000000 KRW"),
        ("6.4 billion zlotys", "6400000000 PLN"),
        ("4.1 billion lei", "4100000000 RON"),
        ("16 billion kronor", "16000000000 SEK"),
        ("420 million finnish markka", "420000000 FIM"),
        ("30 million Swiss francs", "30000000 CHF"),
        ("10 million U.S. dollars", "10000000 USD"),
        ("ten shekels", "10 ILS"),
        # scales and adjectives
        ("$ 2.4 bn", "2400000000 USD"),
        ("$2.174T", "2174000000000 USD"),
        ("$10K", "10000 USD"),
        ("EUR 1,5 Mio", "1500000 EUR"),
        ("2,4 Mrd. Euro", "2400000000 EUR"),
        ("4b kroner in Norway", "4000000000 NOK"),
        ("500m euros", "500000000 EUR"),
        ("a six-billion-dollar deal", "6000000000 USD"),
        ("a $1.6-billion deal", "1600000000 USD"),
        ("a billion-dollar deal", "1000000000 USD"),
        ("a 1.2 billion-won project", "1200000000 KRW"),
        # hundredths
        ("50 cents", "0.50 USD"),
        ("210 pence", "2.10 GBP"),
    ],
)
def test_sums(text: str, sum_: str) -> None:
    (mention,) = values_in(text)
    assert mention.kind == "money"
    assert f"{bounds(mention)} {mention.unit}" == sum_


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$11-12 billion", "11000000000..12000000000"),
        ("$157-220 m", "157000000..220000000"),
        ("$400m-$500m", "400000000..500000000"),
        ("between $400 and $500 million", "400000000..500000000"),
        ("between EUR 2 billion and EUR 3 billion", "2000000000..3000000000"),
        ("US$1.2 billion–US$1.5 billion", "1200000000..1500000000"),
        ("10 to 20 dollars", "10..20"),
        ("$1 million to $2 million", "1000000..2000000"),
        ("two or three billion euros", "2000000000..3000000000"),
    ],
)
def test_ranges(text: str, expected: str) -> None:
    (mention,) = values_in(text)
    assert bounds(mention) == expected
    assert mention.amount.qualifier == "range"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from $2.97 billion to $14 billion", ["2970000000", "14000000000"]),
        ("rose from $3 million to $5 million", ["3000000", "5000000"]),
        ("fell from 20 to 15 billion won", ["20000000000", "15000000000"]),
        ("up from €50 million in 2020 to €70 million", ["50000000", "70000000"]),
        ("$5 million and $6 million", ["5000000", "6000000"]),
    ],
)
def test_changes_and_pairs_are_two_sums(text: str, expected: list[str]) -> None:
    assert [bounds(mention) for mention in values_in(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "about 2.27 trillion won ($1.6 billion)",
        "4 billion kroner (US $390m)",
        "PLN13 b ($3 b)",
        "1.3 trillion won or around $938 million",
        "3.4 trillion won, or about US$2.5 billion",
        "$1 billion (or 1.4 trillion won)",
        "€36m / $39m",
        "46 million euros (the equivalent of $54 million)",
    ],
)
def test_a_sum_with_its_stated_equivalent(text: str) -> None:
    first, second = values_in(text)
    assert first.equivalent_of is None
    assert second.equivalent_of == first.start


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("worth 5,000 eok won", 500_000_000_000),
        ("a 300-eok-won deal", 30_000_000_000),
        ("12.5 eok won a unit", 1_250_000_000),
        ("KRW 2 jo", 2_000_000_000_000),
        ("₩5 jo", 5_000_000_000_000),
        ("5,000억 원", 500_000_000_000),
    ],
)
def test_korean_powers_of_ten(text: str, number: int) -> None:
    (mention,) = values_in(text)
    assert (mention.amount.low, mention.unit) == (number, "KRW")


@pytest.mark.parametrize("text", ["No. 21 Jo Hyeon-woo saved twice.", "Gate 3 jo", "with 12 Jo family members"])
def test_a_name_is_no_power_of_ten(text: str) -> None:
    assert all(mention.amount.low is None or mention.amount.low < 100 for mention in values_in(text))


def test_several_equivalents_in_one_pair_of_brackets() -> None:
    first, *others = values_in("1.3 trillion won (US$938 million, €870 million) and $5 million")
    assert [mention.equivalent_of for mention in others] == [first.start, first.start, None]


@pytest.mark.parametrize(
    "text",
    [
        "$5 million and €6 million",
        "$5 million (of $7 million)",
        "$1 billion for jets; €2 billion for guns",
        "cost $5 million. It (€3 million)",
    ],
)
def test_two_sums_that_are_not_one(text: str) -> None:
    assert [mention.equivalent_of for mention in values_in(text)] == [None, None]


def test_an_amount_in_brackets_behind_a_hedged_amount_is_not_hedged() -> None:
    assert values("approximately 36 million euros ($39 million)") == [
        "approximately 36 million euros = 36000000 EUR about",
        "$39 million = 39000000 USD exact",
    ]


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("$10 million each", "each"),
        ("$10 million apiece", "apiece"),
        ("$3.7 million per unit", "per unit"),
        ("$3 billion a year", "a year"),
        ("$15.4/hour", "/hour"),
        ("$50,000 annually", "annually"),
        ("$10 million", None),
        ("$10 million annual budget", None),
        ("154,000 won a year earlier", None),
    ],
)
def test_rates(text: str, per: str | None) -> None:
    (mention,) = values_in(text)
    assert mention.per == per


@pytest.mark.parametrize(
    ("text", "unit", "note"),
    [
        ("$5 million", "USD", "'$' read as USD"),
        ("5 million dollars", "USD", "'dollars' read as USD"),
        ("Norway paid 4 billion kroner", "NOK", "'kroner' read as NOK, after 'Norway' in the text"),
        ("4 billion kroner for the Danish navy", "DKK", "'kroner' read as DKK, after 'Danish' in the text"),
        ("Prague paid 3 billion crowns", "CZK", "'crowns' read as CZK, after 'Prague' in the text"),
        ("4 billion kroner", "NOK", "'kroner' read as NOK, one of NOK, DKK: the text names no country"),
        ("Rp 31.500", "IDR", "the point in '31.500' read as a sign of thousands"),
        ("EUR 1,5 Mio", "EUR", "the comma read as a decimal sign"),
        ("50 cents", "USD", "'cents' read as a hundredth of USD"),
    ],
)
def test_what_was_inferred_is_said(text: str, unit: str, note: str) -> None:
    (mention,) = values_in(text)
    assert mention.unit == unit
    assert note in mention.inferred


@pytest.mark.parametrize(
    "text",
    [
        "US$5 million",
        "€5 million",
        "PLN5 m",
        "5 million zlotys",
        "2 trillion won",
        "£5 million",
        "5 million Norwegian kroner",
    ],
)
def test_nothing_is_inferred_where_the_currency_is_plain(text: str) -> None:
    (mention,) = values_in(text)
    assert mention.inferred == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He won 3 medals", ["3 medals = 3 item exact"]),
        ("she won 13 million votes", ["13 million votes = 13000000 item exact"]),
        ("ALL 24 tanks", ["24 tanks = 24 item exact"]),
        ("the TOP 10 firms", ["10 firms = 10 item exact"]),
        ("a 500-pound bomb", ["500-pound = 500 pound exact"]),
        ("it weighs 120 pounds", ["120 pounds = 120 pound exact"]),
        ("60 m long", ["60 m = 60 m exact"]),
        ("50 50 dollar bills", ["50 = 50 item exact", "50 dollar = 50 USD exact"]),
        ("15 AS10 carriers", ["15 AS10 carriers = 15 item exact"]),
        ("a $6 billion deal is nearing", ["$6 billion = 6000000000 USD exact"]),
    ],
)
def test_words_and_letters_that_are_no_currency(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "unit", "exact"),
    [
        (
            "Exports came to $1.02 billion (1.4 trillion won). Never before had they gone beyond the billion mark.",
            "USD",
            "billion mark",
        ),
        ("Sales were 900 million euros. They may pass the billion threshold.", "EUR", "billion threshold"),
        ("Sales were $9 million. The million barrier is behind them.", "USD", "million barrier"),
        ("The fund has 3.1 trillion won and passed the trillion mark early.", "KRW", "trillion mark"),
        ("Two deals, $2 million and 1.1 billion zlotys, and the billion milestone.", "PLN", "billion milestone"),
    ],
)
def test_a_round_mark_takes_the_currency_of_the_sum_of_its_size(text: str, unit: str, exact: str) -> None:
    mention = values_in(text)[-1]
    assert (mention.exact.endswith(exact), mention.unit) == (True, unit)
    assert f"{unit} taken from the sum before" in mention.inferred


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "priced at 3.36 billion zlotys, or 4.14 billion with tax",
            ["3.36 billion zlotys = 3360000000 PLN exact", "4.14 billion = 4140000000 PLN exact"],
        ),
        ("it paid $5 million, then 7 million", ["$5 million = 5000000 USD exact", "7 million = 7000000 USD exact"]),
        (
            "€2 billion now and 3 billion later",
            ["€2 billion = 2000000000 EUR exact", "3 billion = 3000000000 EUR exact"],
        ),
        ("NOK 2 bn, not 3 bn", ["NOK 2 bn = 2000000000 NOK exact", "3 bn = 3000000000 NOK exact"]),
        (
            "from $400 million to 600 million",
            ["$400 million = 400000000 USD exact", "600 million = 600000000 USD exact"],
        ),
        (
            "$5 million for 2 million shells",
            ["$5 million = 5000000 USD exact", "2 million shells = 2000000 item exact"],
        ),
    ],
)
def test_a_bare_large_number_takes_the_currency_beside_it(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_the_catalogue_is_the_source_of_names() -> None:
    document = read_text("a.txt", "A headline\n\nIt cost 5 million tenge.")
    assert [mention.unit for mention in find_values(document, load())] == ["KZT"]


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("Finland gave three Leopard 2Rs and ten Leopard 2A4s.", []),
        ("The Leopard 2Rs cleared mines.", []),
        ("The army has Bergan 3Ks and Kilo 4Rs.", []),
        ("He paid Rs 500 and then 20Rs.", ["500 INR", "20 INR"]),
        ("The fare is 500Rs in Delhi.", ["500 INR"]),
        ("A fee of 5Rs was paid.", ["5 INR"]),
    ],
)
def test_the_plural_of_a_variant_is_no_sum(text: str, sums: list[str]) -> None:
    assert [f"{v.amount.low} {v.unit}" for v in values_in(text) if v.kind == "money"] == sums


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Aid, 2022 to 2024 (EUR billion): United States 114.2, of which military 64.1; Estonia 0.79.",
            ["114200000000 EUR", "64100000000 EUR", "790000000 EUR"],
        ),
        (
            "Deliveries by destination (EUR million): Ukraine 512.3, Poland 88.1. Total: 1,100.4.",
            ["512300000 EUR", "88100000 EUR", "1100400000 EUR"],
        ),
        ("Exports (in $ million) in 2023: Norway 512, Chile 14", ["512000000 USD", "14000000 USD"]),
        (
            "Military aid in 2023 (SEK bn): tanks 3.1; aircraft 0.2 and ships 1.",
            ["3100000000 SEK", "200000000 SEK", "1000000000 SEK"],
        ),
        ("Sums (£ m): army 41; navy 3.", ["41000000 GBP", "3000000 GBP"]),
        ("Canada gave $500 million (CAD) for it.", ["500000000 CAD"]),
        ("$3 million (DOD) was spent.", ["3000000 USD"]),
        # no list of sums
        ("Aid (EUR billion) rose: 12 states gave 3 aircraft.", ["12 item", "3 item"]),
        ("Aid (EUR billion) was told. Norway 12, Peru 13.", ["12 item", "13 item"]),
    ],
)
def test_lists_that_say_what_their_sums_are_in(text: str, expected: list[str]) -> None:
    found = find_values(read_text("a.txt", text + "\n"))
    assert [f"{v.amount.low} {annotation_unit(v)}" for v in found] == expected
