"""Of when a figure is where its own clause does not say so: carried, counted on from another, the ends of a change, joined months."""

from __future__ import annotations

import pytest
from observation_reading import Told, read, summary


def told(body: str, title: str = "Arms trade and defence budgets") -> Told:
    return summary(read(f"{title}\n\n{body}\n", "2025-08-20"))


CARRIED: list[tuple[str, Told]] = [
    (
        "World military expenditure reached $2718 billion in 2024. The United States alone was responsible for 37 per cent of "
        "the total.",
        [("$2718 billion", "World", "2024"), ("37 per cent", "United States", "2024")],
    ),
    (
        "Kenya's arms imports were worth $38 million in 2022. In Uganda the number was $74 million.",
        [("$38 million", "Kenya", "2022"), ("$74 million", "Uganda", "2022")],
    ),
    (
        "Croatia's defence budget was 2.0 per cent of GDP in 2024; in Slovenia the share was 1.3 per cent.",
        [("2.0 per cent of GDP", "Croatia", "2024"), ("1.3 per cent", "Slovenia", "2024")],
    ),
    (
        "Norway's defence budget for 2026 is 180 billion crowns. Denmark's will grow by 12 billion crowns.",
        [("180 billion crowns", "Norway", "2026"), ("12 billion crowns", "Denmark", "2026")],
    ),
    (
        "European defence spending came to $380 billion in 2023, with Germany responsible for 17 per cent of the total.",
        [("$380 billion", "Europe", "2023"), ("17 per cent", "Germany", "2023")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), CARRIED)
def test_a_figure_that_goes_on_is_of_the_time_of_the_one_before(body: str, expected: Told) -> None:
    assert told(body) == expected


ENDS: list[tuple[str, Told]] = [
    (
        "Between 2015 and 2024 Romania's military outlays climbed from 1.5 to 2.3 per cent of GDP.",
        [("1.5", "Romania", "2015"), ("2.3 per cent of GDP", "Romania", "2024")],
    ),
    (
        "From 2014 to 2020 Latvian defence spending rose from 0.9 to 2.2 per cent of GDP, the statistics office said.",
        [("0.9", "Latvia", "2014"), ("2.2 per cent of GDP", "Latvia", "2020")],
    ),
    (
        "Polish arms imports grew by 508 per cent in 2020-24. Over the period the share of the United States rose from 26 to 45 "
        "per cent.",
        [
            ("508 per cent", "Poland", "2020/2024"),
            ("26", "United States", "2020"),
            ("45 per cent", "United States", "2024"),
        ],
    ),
    # each level with a date of its own
    (
        "Defence spending in Portugal rose from 1.4 per cent of GDP in 2019 to 1.6 per cent in 2023.",
        [("1.4 per cent of GDP", "Portugal", "2019"), ("1.6 per cent", "Portugal", "2023")],
    ),
    # one level only: the whole period
    ("In 2019-23 Algeria's arms imports fell by 77 per cent.", [("77 per cent", "Algeria", "2019/2023")]),
]


@pytest.mark.parametrize(("body", "expected"), ENDS)
def test_the_levels_of_a_change_stand_at_its_ends(body: str, expected: Told) -> None:
    assert told(body) == expected


SHIFTED: list[tuple[str, Told]] = [
    (
        "The Czech army lacked 7,000 soldiers at the end of 2024, the ministry told parliament. A year before the gap was 6,200.",
        [("7,000 soldiers", "Czech Armed Forces", "2024"), ("6,200", "Czech Armed Forces", "2023")],
    ),
    # a day that the other year has not
    (
        "The Czech army lacked 7,000 soldiers on 29 February 2024, the ministry told parliament. A year before the gap was "
        "6,200.",
        [("7,000 soldiers", "Czech Armed Forces", "2024-02-29"), ("6,200", "Czech Armed Forces", "2023-02")],
    ),
    # decades have no length in years
    (
        "France took 44 per cent of arms exports from the 2010s to 2024, up from 36 per cent in the preceding ten-year period.",
        [("44 per cent", "France", "201X/2024"), ("36 per cent", "France", "2000/2009")],
    ),
    (
        "The Norwegian army had 36 Leopard 2s in service in 2023; ten years earlier it had been 52.",
        [("36", "Norwegian Army", "2023"), ("52", "Norwegian Army", "2013")],
    ),
    (
        "The Korean arms industry had 45,000 jobs in 2021. Two years later the number was 52,000.",
        [("45,000 jobs", "South Korea", "2021"), ("52,000", "South Korea", "2023")],
    ),
    (
        "Defence expenditure in Estonia amounted to €1.1 billion in 2023; a year earlier it had been €0.8 billion.",
        [("€1.1 billion", "Estonia", "2023"), ("€0.8 billion", "Estonia", "2022")],
    ),
    (
        "During the first half Hensoldt's revenue climbed to 944 million euros (previous year: 849 million euros).",
        [("944 million euros", "Hensoldt", "2025-40"), ("849 million euros", "Hensoldt", "2024-40")],
    ),
    (
        "In the second quarter of 2024 Saab's sales were SEK 15 billion (2023: SEK 12 billion).",
        [("SEK 15 billion", "Saab", "2024-34"), ("SEK 12 billion", "Saab", "2023-34")],
    ),
    # a whole year against a whole year
    (
        "In 2024 Saab's sales were SEK 63 billion (2023: SEK 51 billion).",
        [("SEK 63 billion", "Saab", "2024"), ("SEK 51 billion", "Saab", "2023")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), SHIFTED)
def test_so_many_years_from_the_figure_before(body: str, expected: Told) -> None:
    assert told(body) == expected


BESIDE: list[tuple[str, Told]] = [
    (
        "Greece spent 3.1 per cent of GDP on defence in 2024, compared with 1.3 per cent in Spain.",
        [("3.1 per cent of GDP", "Greece", "2024"), ("1.3 per cent", "Spain", "2024")],
    ),
    (
        "In 2024 Poland spent 4.1 per cent of GDP on defence, against 2.4 per cent in 2022.",
        [("4.1 per cent of GDP", "Poland", "2024"), ("2.4 per cent", "Poland", "2022")],
    ),
    ("According to the SIPRI Yearbook 2023, Pakistan had 170 warheads.", [("170 warheads", "Pakistan", "2023")]),
    (
        "The Military Balance 2022 assesses that Iran maintains stockpiles of 3,000 tonnes of explosives.",
        [("3,000 tonnes", "Iran", "2022")],
    ),
    ("In 2020 the Military Balance 2021 put the Greek fleet at 13 frigates.", [("13 frigates", "Greece", "2020")]),
]


@pytest.mark.parametrize(("body", "expected"), BESIDE)
def test_somebody_elses_figure_and_the_year_of_an_edition(body: str, expected: Told) -> None:
    assert told(body) == expected


JOINED: list[tuple[str, Told]] = [
    (
        "In May and June Sweden announced €1.5 billion in new military aid for Ukraine.",
        [("€1.5 billion", "Sweden", "2025-05/2025-06")],
    ),
    (
        "Sweden gave €1.5 billion in military aid in November and December 2024.",
        [("€1.5 billion", "Sweden", "2024-11/2024-12")],
    ),
    ("In 2022 and 2023 Canada spent CAD 2.4 billion on military aid.", [("CAD 2.4 billion", "Canada", "2022/2023")]),
    # two that are not in a row, and two figures of two years
    ("In 2019 and 2023 Canada's arms exports were CAD 3.8 billion.", [("CAD 3.8 billion", "Canada", "2023")]),
    (
        "In the 2021 fiscal year Japan's defence outlays were 5.3 trillion yen, in the 2022 fiscal year 5.4 trillion.",
        [("5.3 trillion yen", "Japan", "2021"), ("5.4 trillion", "Japan", "2022")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), JOINED)
def test_two_months_or_years_in_a_row(body: str, expected: Told) -> None:
    assert told(body) == expected


PASSING: list[tuple[str, Told]] = [
    ("The base at Orzysz houses Poland's 28 HIMARS launchers.", [("28 HIMARS launchers", "Poland", None)]),
    (
        "The plant overhauls Spain's 219 Leopard 2E tanks and will do so until 2031.",
        [("219 Leopard 2E tanks", "Spain", None)],
    ),
    ("Pilots from the wing that flies Belgium's 44 F-16s met in Florennes.", [("44 F-16s", "Belgium", None)]),
    ("Romania's 54 HIMARS launchers give it the largest fleet in Europe.", [("54 HIMARS launchers", "Romania", None)]),
    ("Lithuania, with 16 PzH 2000s, will host allied gunners by 2027.", [("16 PzH 2000s", "Lithuania", None)]),
    ("Naval Group is a French shipbuilder with 16,300 staff.", [("16,300 staff", "Naval Group", None)]),
    (
        "Nammo, based in Raufoss, is an ammunition group with some 3,400 employees.",
        [("some 3,400 employees", "Nammo", None)],
    ),
    (
        "Exercise Sea Breeze attracted 32 nations in 2021, up from eight in 2020.",
        [("32 nations", "Exercise Sea Breeze", "2021"), ("eight", "Exercise Sea Breeze", "2020")],
    ),
    (
        "MSPO, the fair in Kielce, gathered exhibitors from 35 countries last year, compared with 29 in 2022.",
        [("35 countries", "MSPO", "2024"), ("29", "MSPO", "2022")],
    ),
    (
        "Estimates put North Korea's stock of plutonium at 50 kilograms in 2023.",
        [("50 kilograms", "North Korea", "2023")],
    ),
    ("Stockpiles of TNT stood at 4,000 tonnes in Poland in mid-2024.", [("4,000 tonnes", "Poland", "2024")]),
    (
        "Turkey's Baykar has built more than 800 Bayraktar TB2 drones.",
        [("more than 800 Bayraktar TB2 drones", "Baykar", None)],
    ),
    ("Russia is thought to hold 1,500 non-strategic warheads.", [("1,500 non-strategic warheads", "Russia", None)]),
    ("Grants worth $1.3 billion have been approved for Taiwan since 2022.", [("$1.3 billion", "Taiwan", "2022/..")]),
    ("Ireland's naval service had 1,094 sailors in 2015.", [("1,094 sailors", "Ireland", "2015")]),
    # what is sold, sent, described or in a package
    ("Italy's 10 F-35s intercepted three Russian fighters over Estonia.", []),
    ("Ukraine's 12 drones hit a refinery.", []),
    ("The fair hosted 31 ministers and 400 firms from 40 countries in 2024.", []),
    ("Hanwha signed a contract for Norway's 24 K9 howitzers.", []),
    ("Germany's three Patriot batteries deployed in Poland will return home.", []),
    ("Poland's 28 planned frigates are a dream.", []),
    ("The contract comprises 340 rifles and sights.", []),
    ("The package holds 16 patrol boats and 1,500 missiles.", []),
    ("The Norwegian army has 140 soldiers in Lithuania.", []),
    ("The shell weighs 43 kilograms.", []),
    ("The seminar gathered officers from 12 nations.", []),
    ("Grants worth $1.3 billion were discussed in Taipei.", []),
]


@pytest.mark.parametrize(("body", "expected"), PASSING)
def test_counts_told_in_passing(body: str, expected: Told) -> None:
    assert told(body) == expected


def test_parts_of_what_a_page_counts() -> None:
    body = "China and Israel between them provided six of the 11 ships listed."
    assert [(q, p) for q, _, p in told(body, "Patrol vessels for West Africa, 2016-2023")] == [
        ("six", "2016/2023"),
        ("11 ships", "2016/2023"),
    ]
