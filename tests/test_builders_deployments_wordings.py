"""Deployments in aid trackers and fact sheets: who adds to whom, who takes over or relieves, and exercises told in two sentences."""

from __future__ import annotations

import pytest
from test_builders_deployments import read, summary

from kordef.evidence import unsupported

WORDINGS: list[tuple[str, list[dict[str, object]]]] = [
    # who adds to the forces just told of
    (
        "Denmark keeps 150 trainers at Camp Nord in Latvia; Iceland will send about 10.",
        [{"actors": ["DK"], "strength": 150}, {"actors": ["IS"], "strength": 10, "modality": "planned"}],
    ),
    (
        "Norway will keep up to 300 instructors at Camp Vest in Poland; the first seventy arrived on 3 April and Romania will add about 20.",
        [{"actors": ["NO"], "place": "Camp Vest in Poland"}, {"actors": ["RO"], "place": "Camp Vest in Poland"}],
    ),
    (
        "Finland maintains 60 sailors in Djibouti. Estonia will contribute 12.",
        [{"actors": ["FI"], "strength": 60}, {"actors": ["EE"], "place": "Djibouti", "strength": 12}],
    ),
    (
        "Italy keeps 250 soldiers at Camp Villaggio in Kosovo; Austria sent a further 90.",
        [{"actors": ["IT"], "strength": 250}, {"actors": ["AT"], "strength": 90, "modality": "asserted"}],
    ),
    (
        "Norway keeps up to 300 instructors at Camp Vest in Poland and Romania will add about 20.",
        [{"actors": ["NO"]}, {"actors": ["RO"], "strength": 20}],
    ),
    # who stays on
    (
        "Four Belgian F-16s and a tanker, 120 airmen in all, stayed on at Amari.",
        [{"kind": "deployment", "actors": ["BE"], "place": "Amari", "strength": 4}],
    ),
    (
        "Six Dutch F-35s stayed on at Malbork in Poland until December 2023.",
        [{"actors": ["NL"], "place": "Malbork in Poland", "period": "../2023-12", "strength": 6}],
    ),
    (
        "Two Portuguese F-16s, with 60 airmen, stayed on at Siauliai after the rotation ended.",
        [{"actors": ["PT"], "place": "Siauliai"}],
    ),
    # who takes over with what
    (
        "Portugal took over from Belgium at Ämari on 2 January with four F-16s.",
        [{"actors": ["PT"], "partners": ["BE"], "place": "Ämari", "period": "2024-01-02", "strength": 4}],
    ),
    (
        "Italy takes over from Germany at Lielvarde in Latvia in April with four Eurofighters.",
        [{"actors": ["IT"], "place": "Lielvarde in Latvia", "period": "2024-04"}],
    ),
    (
        "Hungary took over from Italy at Šiauliai on 1 August 2023 with four Gripens.",
        [{"actors": ["HU"], "place": "Šiauliai", "period": "2023-08-01"}],
    ),
    # turns at air policing
    (
        "The German rotation on air policing over Iceland began in July 2023 with six Typhoons.",
        [{"kind": "patrol", "actors": ["DE"], "place": "Iceland", "period": "2023-07"}],
    ),
    (
        "Denmark's turn at air policing over Iceland ended on 3 September 2023.",
        [{"kind": "patrol", "actors": ["DK"], "period": "2023-09-03"}],
    ),
    (
        "The Norwegian lead on policing over Iceland started with four F-35s in February 2024.",
        [{"kind": "patrol", "actors": ["NO"], "strength": 4, "period": "2024-02"}],
    ),
    # who relieves
    (
        "A Dutch Patriot detachment left Rzeszów, its Norwegian relief remains.",
        [{"actors": ["NL"], "place": "Rzeszów"}, {"actors": ["NO"], "place": "Rzeszów"}],
    ),
    (
        "The French frigate left Souda in May 2023; its Greek successor stayed.",
        [{"actors": ["FR"], "period": "2023-05"}, {"actors": ["GR"], "place": "Souda"}],
    ),
    # beside whom
    (
        "South Korea's Dongmyeong Unit has served in Lebanon since 2007 alongside about 1,100 Italian troops.",
        [{"actors": ["KR"], "period": "2007/.."}, {"actors": ["IT"], "place": "Lebanon", "strength": 1100}],
    ),
    (
        "The Spanish battalion was deployed in Latvia beside 300 Canadian soldiers.",
        [{"actors": ["ES"]}, {"actors": ["CA"], "partners": ["ES"], "place": "Latvia", "strength": 300}],
    ),
    (
        "South Korea's Dongmyeong Unit, some 280 strong, serves alongside about 1,100 Italian troops in UNIFIL in Lebanon.",
        [{"actors": ["KR"], "strength": 280}, {"actors": ["IT"], "partners": ["KR"], "strength": 1100}],
    ),
    # forces with a plain verb
    ("Irish soldiers serve in Lebanon.", [{"kind": "deployment", "actors": ["IE"], "place": "Lebanon"}]),
    ("Polish troops fight in Ukraine's foreign legion.", [{"kind": "deployment", "actors": ["PL"]}]),
    (
        "French sailors train with the Philippine navy in Manila.",
        [{"actors": ["FR"], "partners": ["PH"], "place": "Manila"}],
    ),
    # voyages that are still to come
    (
        "The Dutch minister spoke of the Royal Netherlands Navy and of HNLMS De Ruyter's coming Indo-Pacific deployment, which includes a "
        "port visit to Darwin in October.",
        [
            {"kind": "deployment", "actors": ["NL"], "place": "Indo-Pacific"},
            {"kind": "port_call", "actors": ["NL"], "place": "Darwin", "period": "2024-10"},
        ],
    ),
    (
        "The Italian frigate Alpino's coming Indo-Pacific deployment includes a port call in Yokosuka in June 2024.",
        [{"actors": ["IT"], "place": "Indo-Pacific"}, {"kind": "port_call", "place": "Yokosuka", "period": "2024-06"}],
    ),
    # whose part it is
    (
        "The minister thanked Denmark for its part in training Ukrainian marines in Britain in 2023.",
        [{"kind": "training", "actors": ["DK"], "partners": ["UA"], "place": "Britain", "period": "2023"}],
    ),
    (
        "Ottawa thanked Lithuania for its role in training Ukrainian soldiers in Poland.",
        [{"kind": "training", "actors": ["LT"], "partners": ["UA"], "place": "Poland"}],
    ),
    # exercises whose dates, places and numbers stand in the next sentence
    (
        "Sweden hosted Exercise Arctic Bear. The exercise will run from 4 to 15 April in Norrbotten and involve about 4,000 Swedish and "
        "Finnish soldiers. Last year's Arctic Bear drew 3,200 troops from five nations.",
        [
            {"actors": ["FI", "SE"], "place": "Norrbotten", "period": "2024-04-04/2024-04-15", "strength": 4000},
            {"actors": ["FI", "SE"], "period": "2023", "strength": 3200},
        ],
    ),
    (
        "South Korea and the US will hold Exercise Iron Mace in April 2024. It will take place in Pyeongtaek from 2 to 6 April 2024.",
        [{"actors": ["KR", "US"], "place": "Pyeongtaek", "period": "2024-04-02/2024-04-06"}],
    ),
    (
        "Japan joined Exercise Sea Dragon. The exercise brought together 270 personnel at Guam in January 2024.",
        [{"actors": ["JP"], "place": "Guam", "period": "2024-01", "strength": 270}],
    ),
    (
        "India and France begin Exercise Shakti. The exercise runs from 13 to 26 May in Meghalaya. Last year's Shakti involved 90 French "
        "soldiers.",
        [
            {"actors": ["FR", "IN"], "period": "2024-05-13/2024-05-26"},
            {"actors": ["FR"], "period": "2023", "strength": 90},
        ],
    ),
    (
        "With the involvement of North Korean troops in the war on Moscow's side in autumn 2023, relations changed.",
        [{"actors": ["KP"], "period": "2023-23"}],
    ),
    # further numbers and names
    (
        "Spain deployed 1,500 soldiers in Romania, 350 in Estonia and 200 in Poland.",
        [
            {"place": "Romania", "strength": 1500},
            {"place": "Estonia", "strength": 350},
            {"place": "Poland", "strength": 200},
        ],
    ),
    (
        "Four Norwegian frigates took part in RIMPAC in June.",
        [{"kind": "exercise", "operation": "RIMPAC", "strength": 4}],
    ),
    ("The Turkish-Azerbaijani drill began on Monday.", [{"kind": "exercise", "actors": ["AZ", "TR"]}]),
    (
        "The exercise ran for two weeks, with troops training together among German, Dutch and Polish soldiers.",
        [{"kind": "exercise", "actors": ["DE", "NL", "PL"]}],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WORDINGS, ids=[w[0][:40] for w in WORDINGS])
def test_trackers_and_fact_sheets(text: str, expected: list[dict[str, object]]) -> None:
    page, found = read(text)
    assert all(unsupported(record) == () for record in found)
    got = [summary(page, record) for record in found]
    assert [{k: g[k] for k in e} for g, e in zip(got, expected, strict=True)] == expected


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Sweden keeps 80 officers at its base in Latvia. Norway added 20 percent to its budget.", 1),
        ("Sweden keeps 80 instructors at its base in Latvia. Norway will send 12 howitzers.", 1),
        ("Finland deployed a frigate to the Red Sea, and ministers sat alongside 300 guests.", 1),
        ("The exercise will run from 7 to 25 September.", 0),
        ("The soldiers train in the gym.", 0),
        ("The frigates program in Spain is late.", 0),
        ("Last year's fair drew 3,000 visitors from five nations.", 0),
        ("The shop took over from a bakery at Siauliai with eight tables.", 0),
        ("The team's coming Pacific tour includes a visit to Darwin.", 0),
        ("The airline's policing of luggage began with six scanners.", 0),
        ("Its Norwegian relief remains unclear.", 0),
        ("Australia will gift 20 drones, worth $34 million together with training, to the Philippine Coast Guard.", 0),
    ],
)
def test_near_misses_of_trackers(text: str, count: int) -> None:
    _, found = read(text)
    assert len(found) == count


@pytest.mark.parametrize(
    "text",
    [
        "The accord would facilitate joint drills between Japan's Self-Defense Forces and the Philippine military.",
        "A pact will help finalise details for joint exercises between the Japan Self-Defense Forces and the Philippine military.",
        "The pact is designed to arrange details of joint exercises between Japan and the Philippines.",
        "The treaty sets rules for military exercises of Finnish and Japanese forces.",
        "The agreement simplifies joint exercises of the French and Indian navies.",
        "A Royal Australian Navy task group is strengthening bonds with partners across the Indo-Pacific.",
        "The Danish frigate Triton deepened ties with navies across the Indo-Pacific.",
    ],
)
def test_rules_for_exercises_and_ties_are_no_deployments(text: str) -> None:
    assert read(text + "\n")[1] == ()


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The Royal Navy's aircraft carrier HMS Queen Elizabeth is set to hold a flying display in Japanese waters.", ["Japanese waters"]),
        ("Royal Navy frigates will participate in the exercise off Busan with six Republic of Korea Navy ships, a submarine and an "
         "aircraft.", ["Busan"]),
        ("The Finnish army and the Estonian army held joint exercises in Tapa in May 2024.", ["Tapa"]),
    ],
)  # fmt: skip
def test_forces_and_their_partners_are_told_once(text: str, places: list[str]) -> None:
    assert [(r.place or "").removeprefix("off ") for r in read(text + "\n")[1]] == places
