"""Observations in prose: elliptical shares, money put by, what forces and schemes have done in all, and who says so."""

from __future__ import annotations

import pytest
from observation_reading import Told, read, summary

from kordef.records import Observation


def observed(body: str) -> tuple[Observation, ...]:
    return read(f"Arms trade and defence budgets\n\nWARSAW, 5 March 2024 (Reuters) - {body}\n", "2024-03-05")


def told(body: str) -> Told:
    return summary(observed(body))


WORDINGS: list[tuple[str, Told]] = [
    # shares of what was measured before
    (
        "Italian arms exports rose by 138 percent in 2020-24. Qatar alone took 28 percent of them, followed by Egypt with "
        "18 percent.",
        [
            ("138 percent", "Italy", "2020/2024"),
            ("28 percent", "Italy", "2020/2024"),
            ("18 percent", "Italy", "2020/2024"),
        ],
    ),
    (
        "Arms imports by the Nordic NATO members grew by 90 percent in 2024. The United States delivered 61 percent of what "
        "they received; Germany came second with 11 percent.",
        [
            ("90 percent", "Nordic NATO members", "2024"),
            ("61 percent", "Nordic NATO members", "2024"),
            ("11 percent", "Nordic NATO members", "2024"),
        ],
    ),
    (
        "NATO's European members spent $380 billion on defence in 2024.",
        [("$380 billion", "NATO's European members", "2024")],
    ),
    # two compared in one breath
    (
        "The institute puts German aid at 17 billion euros in allocations and that of Denmark at 8 billion euros through June.",
        [("17 billion euros", "Germany", "../2024-06"), ("8 billion euros", "Denmark", "../2024-06")],
    ),
    # goals and earlier levels
    (
        "New contracts fell from $10.1 billion in 2021 to $6.3 billion last year, Turkey's defence industry agency reports, "
        "short of its goal of $11 billion.",
        [("$10.1 billion", "Turkey", "2021"), ("$6.3 billion", "Turkey", "2023"), ("$11 billion", "Turkey", "2023")],
    ),
    # money put by
    (
        "That is a third of the 40 billion crowns which the Riksdag set aside last year for air defence in Sweden.",
        [("a third", "Sweden", None), ("40 billion crowns", "Sweden", "2023")],
    ),
    ("Japan runs a support fund of 300 billion yen for arms makers.", [("300 billion yen", "Japan", None)]),
    (
        "In 2023 Spain exported defence equipment worth 3.2 billion euros to Turkey.",
        [("3.2 billion euros", "Spain", "2023")],
    ),
    # what has come, what has been done
    (
        "Of the 250 Abrams tanks ordered by Poland in 2022, more than 80 are now in the country, the army says.",
        [("more than 80", "Poland", "2024-03")],
    ),
    (
        "Since 2015 the Italian navy has rescued more than 45,000 people, the defence ministry says.",
        [("more than 45,000 people", "Italian Navy", "2015/..")],
    ),
    (
        "Norway's training mission has passed the mark of 10,000 soldiers.",
        [("10,000 soldiers", "Norway", None)],
    ),
    (
        "The Danish drone programme delivered 12,000 drones in 2023, among them 900 of long range.",
        [("12,000 drones", "Danish drone programme", "2023"), ("900", "Danish drone programme", "2023")],
    ),
    # on order, beside another event
    (
        "Finland has 64 F-35s on order and on 12 February signed for more missiles.",
        [("64 F-35s", "Finland", "2024-03")],
    ),
    ("Saab shares closed 2.4% higher in Stockholm.", [("2.4%", "Saab", "2024-03-05")]),
    # half-year figures with those of the year before
    (
        "Thales increased defence sales by 12 percent to EUR 5.1 billion in the first half of 2023 (H1 2022: EUR 4.6 billion).",
        [
            ("12 percent", "Thales", "2023-40"),
            ("EUR 5.1 billion", "Thales", "2023-40"),
            ("EUR 4.6 billion", "Thales", "2022-40"),
        ],
    ),
    (
        "The number of conscripts in Latvia rises from 1,000 in 2024 to 4,000 in 2028.",
        [("1,000", "Latvia", "2024"), ("4,000", "Latvia", "2028")],
    ),
    (
        "Malaysia's imports of Turkish arms have been small so far: SIPRI puts them at 9 million TIV in 2019-23.",
        [("9 million TIV", "Malaysia", "2019/2023")],
    ),
    (
        "Since January 2024 the European Allies and Canada have pledged over EUR 20 billion in military aid.",
        [("over EUR 20 billion", "European Allies and Canada", "2024-01/..")],
    ),
    (
        "Norway contributes EUR 200 million to the ammunition fund and EUR 30 million to the Czech initiative.",
        [("EUR 200 million", "Norway", None), ("EUR 30 million", "Norway", None)],
    ),
    (
        "The cost of overseas missions amounted to EUR 28 million in 2023, the Irish government said.",
        [("EUR 28 million", "Ireland", "2023")],
    ),
    # lines of a fact sheet
    (
        "\n\nKey figures\nDefence budget 2023: EUR 6.1 billion\nSpecial fund: EUR 10 billion, of which 2.4 billion was spent "
        "in 2023 in Austria",
        [("EUR 6.1 billion", None, "2023"), ("EUR 10 billion", "Austria", None), ("2.4 billion", "Austria", "2023")],
    ),
    # whose figure it is, where the noun is left out
    (
        "Italy's exports of major arms rose by 138 per cent between 2015-19 and 2020-24; Spain's increased by 29 per cent and Turkey's "
        "rose by 104 per cent.",
        [
            ("138 per cent", "Italy", "2020/2024"),
            ("29 per cent", "Spain", "2020/2024"),
            ("104 per cent", "Turkey", "2020/2024"),
        ],
    ),
    (
        "Israel slipped by 2 per cent in arms exports in 2023, and Dutch arms deliveries fell by a third.",
        [("2 per cent", "Israel", "2023"), ("a third", "Netherlands", "2023")],
    ),
    (
        "Sweden's arms exports rose by 30 per cent in 2020-24. Sweden's leading clients were the US (24 per cent), Brazil (18) and "
        "Pakistan (12 per cent).",
        [
            ("30 per cent", "Sweden", "2020/2024"),
            ("24 per cent", "Sweden", "2020/2024"),
            ("18", "Sweden", "2020/2024"),
            ("12 per cent", "Sweden", "2020/2024"),
        ],
    ),
    # cut-off dates and labels hold for all sums of a sentence
    (
        "The tracker records €0.8 billion in Spanish bilateral military aid to Ukraine up to June 2023, and €1.7 billion from Italy; "
        "Denmark has allocated €9.2 billion.",
        [
            ("€0.8 billion", "Spain", "../2023-06"),
            ("€1.7 billion", "Italy", "../2023-06"),
            ("€9.2 billion", "Denmark", "../2023-06"),
        ],
    ),
    (
        "Running total, 24 Feb 2022 – 31 Jan 2024: €138bn in military aid by Europe, €115bn for the U.S. (last new one: 9 January, $500m).",
        [
            ("€138bn", "Europe", "2022-02-24/2024-01-31"),
            ("€115bn", "United States", "2022-02-24/2024-01-31"),
        ],
    ),
    (
        "Since 1 March 2022 Canada has provided $4 billion in military aid, while Norway has given 2 billion euros to Ukraine.",
        [("$4 billion", "Canada", "2022-03-01/.."), ("2 billion euros", "Norway", "2022-03-01/..")],
    ),
    # dates that are of something else
    (
        "Norway already operates 28 K9 howitzers - 24 bought in 2017 and four more ordered in 2022.",
        [("28 K9 howitzers", "Norway", "2024-03")],
    ),
    (
        "Saudi Arabia accounted for a quarter of Spain's arms exports in 2020-24, largely owing to five corvettes ordered in 2018.",
        [("a quarter", "Spain", "2020/2024")],
    ),
    ("Shares in Hanwha Aerospace close up 3.1%.", [("3.1%", "Hanwha Aerospace", "2024-03-05")]),
    # targets, and the firm that says "we"
    (
        "Korean arms exports stood at $15.4 billion last year. The government aims for $20 billion in 2024.",
        [("$15.4 billion", "South Korea", "2023"), ("$20 billion", "South Korea", "2024")],
    ),
    (
        "Jan Kowalski, president of PGZ, added: “We expect around 400 skilled jobs.”",
        [("around 400 skilled jobs", "PGZ", None)],
    ),
    # no figures: purchases called programmes, troops in an exercise, the few on whom an army leans
    ("The minister inspected the $920 million program under which Romania is acquiring 54 K9 howitzers.", []),
    ("The exercise will bring together 2,900 Australian personnel, with 240 Canadian troops.", []),
    ("Spain's army leans on two suppliers. Three customers explain most of the growth of Italian arms exports.", []),
]


@pytest.mark.parametrize(("text", "expected"), WORDINGS, ids=[t.strip()[:40] for t, _ in WORDINGS])
def test_figures_of_prose(text: str, expected: Told) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Denmark is holding talks with two suppliers of rocket launchers.",
        "It is the first pact of its kind between two governments on howitzers.",
        "Samsung and a Dutch firm pledged 1 trillion won for a chip research center near an air base.",
        "Norway plans to sign with two buyers of K9 howitzers.",
        "Three frigates are being built in Peru, worth $463 million in all.",
    ],
)
def test_what_only_sounds_like_a_figure(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("The Kiel Institute, whose tracker was updated today, puts German aid at 17 billion euros.", "Kiel Institute"),
        ("Exports came to $394 million last year, the defence ministry in Ankara says.", "defence ministry of Turkey"),
    ],
)
def test_the_publisher_may_stand_apart_from_its_verb(text: str, publisher: str) -> None:
    assert [r.publisher for r in observed(text)] == [publisher]


def _headed(title: str, body: str) -> list[tuple[str, str | None]]:
    found = read(f"{title}\n\n{body}\n", "2024-05-09")
    return [(r.evidence[0].exact, r.period.edtf if r.period else None) for r in found]


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        (
            "Aid watch: monthly note no. 27, April 2024",
            "Military pledges to Ukraine came to €4.3bn and deliveries of arms were worth €2.1bn.",
            [("€4.3bn", "2024-04"), ("€2.1bn", "2024-04")],
        ),
        (
            "Monthly review of arms exports, March 2024",
            "Polish arms exports stood at $120 million.",
            [("$120 million", "2024-03")],
        ),
        (
            "Defence industry, monthly bulletin, February 2024",
            "Arms exports fell by 4 per cent. Arms imports came to $90 million in January 2024.",
            [("4 per cent", "2024-02"), ("$90 million", "2024-01")],
        ),
        # a title with a month that is no report on it, and decades that no survey covers
        ("Arms exports debated in April 2024", "Polish arms exports stood at $120 million.", [("$120 million", None)]),
        (
            "Arms exports",
            "The growth of the past decade goes on, SIPRI says. Polish arms exports stood at $120 million.",
            [("$120 million", None)],
        ),
    ],
)
def test_a_monthly_report_gives_its_month_to_what_has_no_date(
    title: str, body: str, expected: list[tuple[str, str | None]]
) -> None:
    assert _headed(title, body) == expected
