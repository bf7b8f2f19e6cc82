"""Hedges before and behind a number, ranges, and what only looks like a hedge."""

from __future__ import annotations

import pytest
from value_notation import bounds, values

from kordef.mentions.values.finder import values_in

BEFORE = {
    "about": "about|around|some|roughly|approximately|nearly|almost|close to|an estimated|estimated at|in the region of"
    "|in the range of|hovered around|just about|circa|ca.|approx.|nearing",
    "over": "more than|over|above|in excess of|upwards of|north of|exceeding|surpassed|well over|just over|slightly more than"
    "|a little over|little more than|far more than|beyond",
    "at_least": "at least|no fewer than|no less than|not less than|a minimum of|minimum|as few as",
    "under": "less than|fewer than|under|below|just under|well below|just shy of|short of",
    "up_to": "up to|as many as|as much as|a maximum of|maximum|no more than|not more than|at most|capped at",
    "average": "an average of|on average|averaging|average",
}
OPEN = {"over": "{}..", "at_least": "{}..", "under": "..{}", "up_to": "..{}"}


@pytest.mark.parametrize(
    ("qualifier", "hedge"), [(qualifier, hedge) for qualifier, hedges in BEFORE.items() for hedge in hedges.split("|")]
)
@pytest.mark.parametrize(
    ("amount", "number"),
    [("200 launchers", "200"), ("$3 billion", "3000000000"), ("40 percent", "40"), ("12 km", "12")],
)
def test_hedges_before_a_number(qualifier: str, hedge: str, amount: str, number: str) -> None:
    text = f"The answer was {hedge} {amount} in all."
    (mention,) = values_in(text)
    assert mention.amount.qualifier == qualifier
    assert bounds(mention) == OPEN.get(qualifier, "{}").format(number)
    start = text.index(hedge.removeprefix("an estimated") or "estimated")
    assert (mention.start, mention.exact) == (start, text[start : text.index(amount) + len(amount)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("200 or so", "200 or so = 200 item about"),
        ("60-odd tanks", "60-odd tanks = 60 item about"),
        ("200-plus tanks", "200-plus tanks = 200.. item at_least"),
        ("$2.2bn-plus", "$2.2bn-plus = 2200000000.. USD at_least"),
        ("200+ tanks", "200+ tanks = 200.. item at_least"),
        ("20 or more launchers", "20 or more launchers = 20.. item at_least"),
        ("12 launchers or more", "12 launchers or more = 12.. item at_least"),
        ("1,000 km or more", "1,000 km or more = 1000.. km at_least"),
        ("five years or less", "five years or less = ..5 year up_to"),
        ("10 or fewer jets", "10 or fewer jets = ..10 item up_to"),
        ("~200 tanks", "~200 tanks = 200 item about"),
        (">50 tanks", ">50 tanks = 50.. item over"),
        ("<10%", "<10% = ..10 percent under"),
        ("≥5%", "≥5% = 5.. percent at_least"),
        ("12 km on average", "12 km on average = 12 km average"),
    ],
)
def test_hedges_behind_a_number_and_signs(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "an estimated cost of $1.2 billion",
        "The estimated total cost is $1.2 billion.",
        "for an estimated total program cost of $1.2 billion",
        "with an estimated value of $1.2 billion",
        "est. cost $1.2 billion",
        "the estimated bill is $1.2 billion",
    ],
)
def test_estimates_of_a_cost(text: str) -> None:
    (mention,) = values_in(text)
    assert (mention.amount.qualifier, bounds(mention)) == ("about", "1200000000")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("an estimated cost of more than 4.1 billion lei", "more than 4.1 billion lei = 4100000000.. RON over"),
        ("up to about 50 jets", "up to about 50 jets = ..50 item up_to"),
        ("more than an estimated 500 shells", "more than an estimated 500 shells = 500.. item over"),
        ("estimated at about 50 jets", "estimated at about 50 jets = 50 item about"),
        ("as many as another 12 jets", "as many as another 12 jets = ..12 item up_to"),
    ],
)
def test_of_two_hedges_the_stronger_one_decides(text: str, expected: str) -> None:
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 to 12 years", "10..12 year"),
        ("two to three years", "2..3 year"),
        ("three or four ships", "3..4 item"),
        ("15 to 20 percent", "15..20 percent"),
        ("2–3%", "2..3 percent"),
        ("200-300 tanks", "200..300 item"),
        ("between 18 and 24 aircraft", "18..24 item"),
        ("8- to 16-meter telescopes", "8..16 m"),
        ("1,000–1,500 troops", "1000..1500 person"),
        ("ranging from 5% to 10%", "5..10 percent"),
        ("from 10 to 12 years", "10..12 year"),
        ("between 44 kg and 50 kg", "44..50 kg"),
        ("3.5–4.0 tonnes", "3.5..4.0 tonne"),
        ("18 to 24", "18..24 item"),
    ],
)
def test_ranges(text: str, expected: str) -> None:
    (mention,) = values_in(text)
    assert f"{bounds(mention)} {mention.unit}" == expected
    assert mention.amount.qualifier == "range"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("climbed from 2.1% to 2.2%", ["2.1 percent", "2.2 percent"]),
        ("from below 2 percent to 5 percent of GDP", ["..2 percent", "5 percent"]),
        ("rose from 11 to 28 per cent", ["11 percent", "28 percent"]),
        ("raised the order from 18 to 24", ["18 item", "24 item"]),
        ("cut from 40 km to 30 km", ["40 km", "30 km"]),
        ("5 percent and 6 percent", ["5 percent", "6 percent"]),
        ("some give 648, others 672", ["648 item", "672 item"]),
    ],
)
def test_two_values_that_are_no_range(text: str, expected: list[str]) -> None:
    assert [f"{bounds(mention)} {mention.unit}" for mention in values_in(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "a shade less than the $5.77 billion of last year",
        "over the two decades",
        "under two agreements signed there",
        "they sign up to 11 fields",
        "a list that adds up to 24 items",
        "they talked about two issues",
        "deliveries follow over five years",
        "the past 12 months",
        "nearing a $6 billion deal",
        "a 2% target above which nobody goes",
    ],
)
def test_words_that_are_no_hedge(text: str) -> None:
    assert [mention.amount.qualifier for mention in values_in(text)] == ["exact"]


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("exports fell by 53%", -1),
        ("exports rose 47%", 1),
        ("imports up 4.7%", 1),
        ("down 3 percent", -1),
        ("28% lower", -1),
        ("17% more", 1),
        ("a 10 percent cut", -1),
        ("-44%", -1),
        ("+43%", 1),
        ("a share of 30%", 0),
        ("rose to 30%", 0),
    ],
)
def test_direction_of_a_change(text: str, change: int) -> None:
    (mention,) = values_in(text)
    assert mention.change == change


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("(12)?", True),
        ("24?, delivered 2021", True),
        ("K9 (24?)", True),
        ("48? in all", True),
        ("Possibly 30?;", True),
        ("Did they buy 24?", False),
        ("24 jets", False),
    ],
)
def test_a_question_mark_of_a_register_is_doubt(text: str, doubt: bool) -> None:
    (mention,) = values_in(text)
    assert mention.amount.doubt is doubt
