"""Figures that no noun or verb of measuring governs: bare shares, sums and counts among others, in many wordings."""

from __future__ import annotations

import pytest
from observation_reading import Told, read, summary

from kordef.records import Observation


def observed(body: str) -> tuple[Observation, ...]:
    return read(f"Arms trade and defence budgets\n\nWARSAW, 5 March 2024 (Reuters) - {body}\n", "2024-03-05")


def told(body: str) -> Told:
    return summary(observed(body))


QUOTES: list[tuple[str, list[str]]] = [
    # opinions
    ("A poll found that 12 per cent feel safe; 18 per cent do not know.", ["12 per cent", "18 per cent"]),
    ("Younger Germans are split on conscription: 45% for, 50% against.", ["45%", "50%"]),
    ("Just 17% would take up arms themselves, a survey by Infratest shows.", ["17%"]),
    ("Sixty-one in a hundred Germans favour conscription.", ["Sixty-one in a hundred"]),
    ("Three in every four recruits stay in the army.", ["Three in every four"]),
    ("Two out of every three soldiers have served abroad.", ["Two out of every three"]),
    ("Roughly 96% of the unmanned craft that the army uses are home-made.", ["Roughly 96%"]),
    # lists that leave out the verb or the unit
    (
        "Canada spent 1.37 per cent of GDP on defence; Spain, with 1.28 per cent, came last.",
        ["1.37 per cent of GDP", "1.28 per cent"],
    ),
    ("France furnished a third of the imports and America 13 per cent.", ["a third", "13 per cent"]),
    (
        "Between 2020 and 2024 Indonesia got 22 per cent of its weapons from the United States, 17 from Turkey and 15 from "
        "France.",
        ["22 per cent", "17", "15"],
    ),
    (
        "Missiles made up 48% of the exports, vehicles 9 and radars 8.",
        ["48%", "9", "8"],
    ),
    (
        "Some 65 per cent of the armed drones sold since 2018 are Turkish. China accounts for 26 and America for 8.",
        ["Some 65 per cent", "26", "8"],
    ),
    ("The burden eased to 5.5 percent of GDP from 6.2.", ["5.5 percent of GDP", "6.2"]),
    # sums in the currency of those before
    (
        "Europe has provided aid of 132 billion euros, of which 48.7 billion was military.",
        ["132 billion euros", "48.7 billion"],
    ),
    (
        "The defence budget is 8.7 trillion yen. Personnel eats up 2.3 trillion of it, and 940 billion goes into missiles.",
        ["8.7 trillion yen", "2.3 trillion", "940 billion"],
    ),
    (
        "Revenues at Hensoldt came to 1.4 billion (up 11.3%). Net debt is €2.3 billion.",
        ["1.4 billion", "11.3%", "€2.3 billion"],
    ),
    # counts
    ("Venezuela's army of 123,000 is the larger one.", ["123,000"]),
    ("The Norwegian Home Guard numbers 40,000.", ["40,000"]),
    ("Only 10,724 people joined the Self-Defense Forces in 2023.", ["10,724 people"]),
    ("Sweden called up 8,000 conscripts last year.", ["8,000 conscripts"]),
    ("China's navy now has more than 370 ships, against 296 in the US fleet.", ["more than 370 ships", "296"]),
    ("Egypt has 24 Rafales; some 40 Mirage 5s are still on its books.", ["24 Rafales", "some 40"]),
    (
        "Rheinmetall's output of shells is up to 40,000 per month, from 14,400 in 2022; the army wants 100,000.",
        ["up to 40,000", "14,400", "100,000"],
    ),
    ("An Arrow 3 round costs about $3 million.", ["about $3 million"]),
    ("Output of the Russian factories is put at three to four million a year.", ["three to four million"]),
]


@pytest.mark.parametrize(("body", "quotes"), QUOTES, ids=[body[:50] for body, _ in QUOTES])
def test_what_no_noun_measures_is_a_figure_among_others(body: str, quotes: list[str]) -> None:
    found = [q for q, _, _ in told(body)]
    assert [any(q.startswith(quote) or quote in q for q in found) for quote in quotes] == [True] * len(quotes), found


NONE = [
    "The army bought 24 howitzers for 145 million dollars and 40 trucks for 9 million.",
    "It sent 300 soldiers to Mali, and two frigates called at Split.",
    "Fifty paratroopers jumped over Kraków with 60 Polish comrades.",
    "The bank covers 80 per cent of the loan.",
    "Officials in the defence ministry are 100 per cent sure.",
    "An advance of 30 per cent has been paid for the tanks.",
    "Were Greece to spend 7% of national income on its army, hospitals would have to close.",
    "If half of the rumours were right, the general has commanded more cats than conscripts.",
    "Washington was ready to let Slovakia have twelve AH-1Z helicopters at a third of their price.",
    "The grant, of 600 million yen, was promised in November 2023 for coastal radars of the navy.",
    "Parliament allows the army to buy seven Patriot systems in the United States for as much as 3.9 billion dollars.",
    "The jets keep hundreds of American jobs safe.",
    "The minister met 12 officers and promised 30 vehicles.",
    "A third party offered half a year of training to the army.",
]


@pytest.mark.parametrize("body", NONE, ids=[body[:50] for body in NONE])
def test_deals_gifts_suppositions_and_ways_of_speaking_are_no_figures(body: str) -> None:
    assert told(body) == []


CARRIED: list[tuple[str, Told]] = [
    (
        "Saab's order bookings reached 28.4 billion kronor between April and June 2023, against 40.9 billion a year earlier. "
        "Sales grew by 30 per cent.",
        [
            ("28.4 billion kronor", "Saab", "2023-04/2023-06"),
            ("40.9 billion", "Saab", "2022-04/2022-06"),
            ("30 per cent", "Saab", "2023-04/2023-06"),
        ],
    ),
    (
        "Arms imports by Angola fell by 9 per cent between 2014-18 and 2019-23. Mali's purchases rose by 210 per cent.",
        [("9 per cent", "Angola", "2019/2023"), ("210 per cent", "Mali", "2019/2023")],
    ),
    (
        "Slovenia, Luxembourg and Belgium spent 1.29, 1.28 and 1.30% of GDP on defence in 2023.",
        [("1.29", "Slovenia", "2023"), ("1.28", "Luxembourg", "2023"), ("1.30%", "Belgium", "2023")],
    ),
    (
        "South Korea sent almost half of its exports in 2020-24, 46 percent, to Poland; the Philippines took 14 percent.",
        [
            ("almost half", "South Korea", "2020/2024"),
            ("46 percent", "South Korea", "2020/2024"),
            ("14 percent", "South Korea", "2020/2024"),
        ],
    ),
    (
        "China's military budget of 230 billion dollars is about twelve times Taiwan's 19 billion dollars.",
        [("230 billion dollars", "China", None), ("19 billion dollars", "Taiwan", None)],
    ),
]


@pytest.mark.parametrize(("body", "wanted"), CARRIED, ids=[body[:50] for body, _ in CARRIED])
def test_figures_go_on_with_the_time_and_owner_told_before(body: str, wanted: Told) -> None:
    found = told(body)
    for quote, subject, period in wanted:
        assert any(q.startswith(quote) and (s, p) == (subject, period) for q, s, p in found), found


CITED: list[tuple[str, list[str | None]]] = [
    ("Arms shipments rose by 16 percent in 2010-14, says the Stockholm institute SIPRI.", ["SIPRI"]),
    ("Russian output of shells is put by Estonian intelligence at three million a year.", ["Estonian intelligence"]),
    ("Outside scholars think the true Chinese military outlay is 40 per cent higher.", ["Outside scholars"]),
    (
        "Four in five Finns would defend their country, a poll by Taloustutkimus shows. Just 6 per cent would flee.",
        ["Taloustutkimus", "Taloustutkimus"],
    ),
    ("Only 17% would take up arms, a survey by Infratest found.", ["Infratest"]),
    (
        "Nine countries own 12,121 nuclear warheads, the Swedish institute SIPRI reckons in its yearbook.",
        ["SIPRI", "SIPRI"],
    ),
    ("Profit at Rheinmetall reached 475 million euros; the Düsseldorf group counts all contracts.", [None]),
]


@pytest.mark.parametrize(("body", "wanted"), CITED, ids=[body[:50] for body, _ in CITED])
def test_who_says_so_may_stand_behind_the_verb_or_have_no_name(body: str, wanted: list[str | None]) -> None:
    assert [record.publisher for record in observed(body)] == wanted
