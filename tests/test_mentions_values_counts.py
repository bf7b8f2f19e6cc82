"""What numbers count and measure: nouns, persons, lengths, times and other measures."""

from __future__ import annotations

import pytest
from value_notation import bounds, values

from kordef.mentions.values.finder import values_in


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("180 K2 main battle tanks", "K2 main battle tanks"),
        ("54 K9 self-propelled howitzers", "K9 self-propelled howitzers"),
        ("24 K9s for Norway", "K9s"),
        ("116 M1A1 and 250 more", "M1A1"),
        ("48 FA-50 fighter jets", "FA-50 fighter jets"),
        ("468 launcher loader module kits", "launcher loader module kits"),
        ("12 FA-50GF light combat aircraft it ordered", "FA-50GF light combat aircraft"),
        ("six South Korean F-15K fighters took part", "South Korean F-15K fighters"),
        ("two ships joined the exercise", "ships"),
        ("four NATO and EU member states", "NATO and EU member states"),
        ("two arms deals with Poland", "arms deals"),
        ("three Hercules transports", "Hercules transports"),
        ("300,000 155 mm artillery shells", "155 mm artillery shells"),
        ("12 155mm howitzers", "155mm howitzers"),
        ("508 Stinger 92K Block I missiles", "Stinger 92K Block I missiles"),
        ("14 Leopard 2 A6 tanks", "Leopard 2 A6 tanks"),
        ("18 M142 HIMARS launchers", "M142 HIMARS launchers"),
        ("at least 20 HIMARS since June", "HIMARS"),
        ("25 F-35 Conventional Take Off and Landing (CTOL) aircraft", "F-35 Conventional Take Off"),
        ("24 155mm howitzer", "155mm howitzer"),
        ("two submarine", "submarine"),
        ("56 memoranda of understanding", "memoranda"),
        ("three types: the F-16", "types"),
        ("two August contracts", "August contracts"),
        ("38 used K9s", "used K9s"),
        ("12 of the launchers", "launchers"),
        ("dozens of wheeled support vehicles", "wheeled support vehicles"),
    ],
)
def test_the_counted_noun(text: str, noun: str) -> None:
    mention = values_in(text)[0]
    assert mention.noun == noun
    assert mention.noun_span is not None
    assert text[slice(*mention.noun_span)] == noun
    assert (mention.kind, mention.unit) == ("count", "item")


@pytest.mark.parametrize(
    "text",
    [
        "180 from Korean production",
        "the remaining 60 are to be made in Poland",
        "the army will have 36.",
        "of which 180 will be imported",
        "the total grew to 24",
        "a difference of 24",
        "73 of which bought more",
        "1,800 of them direct",
        "Six of the ten",
        "the 38 use up the rest",
        "34 to South Korea",
        "out of a possible 15:",
    ],
)
def test_a_bare_number_stands_alone(text: str) -> None:
    mention = values_in(text)[0]
    assert (mention.noun, mention.noun_span, mention.unit) == (None, None, "item")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("63,000 soldiers", "63000"),
        ("about 470 personnel", "470"),
        ("4,400 people", "4400"),
        ("three athletes", "3"),
        ("two presidents", "2"),
        ("Some 300 Koreans", "300"),
        ("12 Poles", "12"),
        ("40 Ukrainians", "40"),
        ("close to 400 sailors aboard", "400"),
        ("two North Korean soldiers", "2"),
        ("about 230 on board", "230"),
        ("around 270 strong", "270"),
        ("a 2,000-strong brigade", "2000"),
        ("a four-man crew", "4"),
        ("12 wounded", "12"),
        ("Seven were injured", "7"),
        ("a crew of 300", "300"),
        ("six of the eight judges", "6"),
    ],
)
def test_persons(text: str, expected: str) -> None:
    mention = values_in(text)[0]
    assert (mention.kind, mention.unit, bounds(mention)) == ("persons", "person", expected)


@pytest.mark.parametrize(
    "text",
    [
        "two sides",
        "20 nations",
        "two governments",
        "10 users",
        "six fighters",
        "two destroyers",
        "three carriers",
        "two militaries",
        "2,100 jobs",
        "two howitzers",
    ],
)
def test_nouns_that_are_no_persons(text: str) -> None:
    (mention,) = values_in(text)
    assert (mention.kind, mention.unit) == ("count", "item")


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("trained 63,000 soldiers in the member states. It wants to reach 75,000.", ["persons", "persons"]),
        ("some 2,100 soldiers, 1,800 of them Koreans", ["persons", "persons"]),
        ("three athletes who have four each", ["persons", "count"]),
        ("12 soldiers and 24 tanks, of which 8 new", ["persons", "count", "count"]),
    ],
)
def test_a_bare_number_goes_on_counting_persons(text: str, kinds: list[str]) -> None:
    assert [mention.kind for mention in values_in(text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "another 12",
        "another two dozen",
        "72 more launchers",
        "24 additional K9s",
        "a further 50",
        "an extra 12 tanks",
        "two further papers",
        "four more",
        "dozens more",
    ],
)
def test_numbers_that_come_on_top(text: str) -> None:
    (mention,) = values_in(text)
    assert mention.additional


@pytest.mark.parametrize(
    "text", ["12 tanks", "more than 12 tanks", "three other countries", "the remaining 60", "12 new tanks"]
)
def test_numbers_that_do_not_come_on_top(text: str) -> None:
    (mention,) = values_in(text)
    assert not mention.additional


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("600 mm", "600 mm length"),
        ("a 155-mm gun", "155 mm length"),
        ("7.62mm rounds", "7.62 mm length"),
        ("120-millimeter mortars", "120 mm length"),
        ("30×173 mm", "30 mm length"),
        ("12.7x108mm rounds", "12.7 mm length"),
        ("170 km away", "170 km length"),
        ("a 1,300-km-long border", "1300 km length"),
        ("185 miles", "185 mile length"),
        ("200 nautical miles", "200 nautical_mile length"),
        ("12,000 feet", "12000 foot length"),
        ("4.9 millimetres", "4.9 mm length"),
        ("47 tonnes", "47 tonne mass"),
        ("the 3,600-tonne frigate", "3600 tonne mass"),
        ("a 500-kg warhead", "500 kg mass"),
        ("25lbs", "25 pound mass"),
        ("65 km/h", "65 km/h speed"),
        ("70 kilometers per hour", "70 km/h speed"),
        ("32 knots", "32 knot speed"),
        ("Mach 2.5", "2.5 mach speed"),
        ("1,500 hp", "1500 horsepower other"),
        ("301,338 km2", "301338 square_km other"),
        ("32 degrees Celsius", "32 celsius other"),
        ("735 TIVs", "735 TIV other"),
        ("1,400 MW", "1400 MW other"),
        ("40 percent", "40 percent percent"),
        ("40 per cent", "40 percent percent"),
        ("40 pct", "40 percent percent"),
        ("27 %", "27 percent percent"),
        ("3.5 percentage points", "3.5 percentage_point percent"),
        ("25 basis points", "25 basis_point percent"),
    ],
)
def test_measures(text: str, expected: str) -> None:
    (mention,) = values_in(text)
    assert f"{bounds(mention)} {mention.unit} {mention.kind}" == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("five years", "5 year"),
        ("four-day", "4 day"),
        ("a six-month period", "6 month"),
        ("seven weeks later", "7 week"),
        ("a 32-year-old pilot", "32 year"),
        ("58 years old", "58 year"),
        ("three consecutive years", "3 year"),
        ("two more years", "2 year"),
        ("over the last two decades", "20 year"),
        ("at least three decades", "30.. year"),
        ("more than a decade", "10.. year"),
        ("nearly a year", "1 year"),
        ("half a century", "50.0 year"),
        ("half an hour", "0.5 hour"),
        ("two and a half years", "2.5 year"),
        ("a year and a half", "1.5 year"),
        ("within 24 months", "..24 month"),
        ("lasted for over five years", "5.. year"),
        ("Choi Tae-bok, 62, heads the agency", "62 year"),
    ],
)
def test_durations_and_ages(text: str, expected: str) -> None:
    (mention,) = values_in(text)
    assert mention.kind == "duration"
    assert f"{bounds(mention)} {mention.unit}" == expected


@pytest.mark.parametrize(
    "text", ["$3 billion a year", "a year earlier", "once a week", "a day after the summit", "the year 2024"]
)
def test_an_article_makes_no_duration(text: str) -> None:
    assert "duration" not in [mention.kind for mention in values_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15, 20 and 25 percent", ["15 = 15 percent exact", "20 = 20 percent exact", "25 percent = 25 percent exact"]),
        ("45 and 50 km", ["45 = 45 km exact", "50 km = 50 km exact"]),
        ("12 or 24 months", ["12 or 24 months = 12..24 month range"]),
        ("10% and 43%", ["10% = 10 percent exact", "43% = 43 percent exact"]),
        ("three days long, others four", ["three days = 3 day exact", "four = 4 day exact"]),
        ("12 tanks and 5 percent", ["12 tanks = 12 item exact", "5 percent = 5 percent exact"]),
    ],
)
def test_numbers_that_share_a_unit(text: str, expected: list[str]) -> None:
    assert [line.replace("three days long", "three days") for line in values(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "the top ten arms exporters",
        "the world's top 10",
        "a top five supplier of guns",
        "top 100 companies",
        "the top three buyers",
    ],
)
def test_ranks(text: str) -> None:
    (mention,) = values_in(text)
    assert mention.kind == "rank"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a 27-nation bloc", ["27-nation = 27 item exact"]),
        ("the 32-member alliance", ["32-member = 32 item exact"]),
        ("a two-ship task group", ["two-ship = 2 item exact"]),
        ("a 45-point plan", ["45-point = 45 item exact"]),
        ("a 12-vehicle convoy", ["12-vehicle = 12 item exact"]),
        ("the 300-seat assembly", ["300-seat = 300 item exact"]),
        ("a two-seat trainer", []),
        ("six-party talks", []),
        ("a two-state solution", []),
        ("a three-star general", []),
    ],
)
def test_counts_before_a_hyphen(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("visited five times", "count", "item"),
        ("go around the globe 2,600 times", "count", "item"),
        ("four times per week", "count", "item"),
        ("three times as many", "other", "multiple"),
        ("10 times larger", "other", "multiple"),
    ],
)
def test_times_are_counts_or_multiples(text: str, kind: str, unit: str) -> None:
    (mention,) = values_in(text)
    assert (mention.kind, mention.unit) == (kind, unit)


def test_a_calibre_inside_a_noun_is_a_value_of_its_own() -> None:
    assert values("several tens of thousands of 155 mm rounds") == [
        "tens of thousands of 155 mm rounds = 20000.. item at_least",
        "155 mm = 155 mm exact",
    ]


@pytest.mark.parametrize(
    ("text", "exact"),
    [
        ("Croatia bought twelve 4.5+ generation Rafales.", ["twelve 4.5+ generation Rafales"]),
        ("Peru wants 24 4.5 generation jets.", ["24 4.5 generation jets"]),
        ("The KF-21 is a 4.5+ generation jet.", []),
        ("It is a 4++ generation fighter.", []),
        ("India seeks 114 4.5-generation fighters.", ["114 4.5-generation fighters"]),
        ("The plant built 4 generators.", ["4 generators"]),
    ],
)
def test_a_generation_counts_nothing(text: str, exact: list[str]) -> None:
    assert [value.exact for value in values_in(text)] == exact
