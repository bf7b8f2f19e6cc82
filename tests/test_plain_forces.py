"""Plain sentences that tell of forces, by construction: who, where, how many and when."""

from __future__ import annotations

import pytest
from test_builders_deployments import read, summary

SENTENCES: list[tuple[str, list[dict[str, object]]]] = [
    # whose forces are, told behind them
    ("Fighter jets from Italy guard Iceland's airspace.", [{"actors": ["IT"], "place": "Iceland's airspace"}]),
    ("Ships from Australia and Canada sailed through the Taiwan Strait.", [{"actors": ["AU", "CA"], "place": "Taiwan Strait"}]),
    ("Patriot batteries from the Netherlands have been protecting the airport of Rzeszow.", [{"actors": ["NL"], "place": "airport of Rzeszow"}]),
    ("The United States withdrew 400 soldiers from Germany.", [{"actors": ["US"], "strength": 400}]),
    # how many
    ("Croatia sent a company of 130 to Lithuania.", [{"actors": ["HR"], "place": "Lithuania", "strength": 130}]),
    ("Turkey will contribute a battalion of 400 to the KFOR mission in Kosovo.", [{"actors": ["TR"], "place": "Kosovo", "strength": 400}]),
    ("The exercise Anakonda 23 in Poland gathered 12,600 troops.", [{"kind": "exercise", "place": "Poland", "strength": 12600}]),
    ("Exercise Nordic Response 2024 brought together 20,000 soldiers from 13 countries in the north of Norway.", [{"kind": "exercise", "place": "north of Norway", "strength": 20000}]),
    # missions that are strong so and so
    ("Kenya's police mission in Haiti, now 400 strong, is led by a colonel.", [{"actors": ["KE"], "place": "Haiti", "strength": 400}]),
    ("Germany's training mission in Niger, which had 80 soldiers, ended in August 2023.", [{"actors": ["DE"], "place": "Niger", "strength": 80}]),
    # where they came before they took up their duty
    ("Four Portuguese F-16s arrived in Estonia to take over NATO's air policing from Belgium.", [{"actors": ["PT"], "place": "Estonia", "strength": 4}]),
    # who decides, and whose "its" are
    ("Romania's parliament approved the deployment of 100 soldiers to Bosnia.", [{"actors": ["RO"], "place": "Bosnia", "strength": 100}]),
    ("The deployment of 150 soldiers to Kosovo was approved by the Bulgarian parliament.", [{"actors": ["BG"], "place": "Kosovo", "strength": 150}]),
    ("Canada announced the deployment of a frigate to the Indo-Pacific.", [{"actors": ["CA"], "place": "Indo-Pacific"}]),
    ("The UAE handed over the airfield; its 300 soldiers left Bosaso in May 2023.", [{"actors": ["AE"], "strength": 300}]),
    # told behind: "has 1,000 soldiers", "195 are stationed there"
    ("Led by Italy, the battlegroup in Bulgaria has 1,000 soldiers.", [{"actors": ["IT"], "place": "Bulgaria", "strength": 1000}]),
    ("Swiss soldiers have served in Kosovo since 1999; at the moment 195 are stationed there.", [{"actors": ["CH"], "strength": 195, "period": "1999/.."}]),
    # hosts, and missions told first
    ("Lithuania will host 5,000 German soldiers by 2027.", [{"actors": ["DE"], "place": "Lithuania", "strength": 5000}]),
    ("As part of UNIFIL, 1,200 Indonesian soldiers are serving in Lebanon.", [{"actors": ["ID"], "place": "Lebanon", "strength": 1200}]),
    ("Kenya has led a multinational force of 1,000 in Haiti since June 2023.", [{"actors": ["KE"], "place": "Haiti", "strength": 1000, "period": "2023-06/.."}]),
    ("Armenia and the United States began a ten-day peacekeeping exercise near Yerevan.", [{"actors": ["AM", "US"], "kind": "exercise"}]),
    ("South African troops began pulling out of eastern Congo on 29 April 2023.", [{"actors": ["ZA"], "place": "eastern Congo", "period": "2023-04-29"}]),
    ("In Operation Aspides, the Greek frigate Hydra escorted merchant ships through the Red Sea.", [{"actors": ["GR"], "place": "Red Sea"}]),
    ("The Turkish parliament extended the mandate for troops in Libya by two years.", [{"actors": ["TR"]}]),
    ("Members of the Colombian navy trained with US Marines at Camp Lejeune.", [{"place": "Camp Lejeune"}]),
    # "we", said by a minister
    ("“We trained 4,500 Ukrainian soldiers,” the Polish defence minister said.", [{"actors": ["PL"], "kind": "training"}]),
]  # fmt: skip

NONE = [
    "Kazakhstan's army numbers 38,000 soldiers.",
    "Moscow condemned the deployment of 100 soldiers to Finland.",
    "The figures show that 14,600 recruits joined the Ukrainian marines in 2023.",
    "A company of friends went to Lithuania.",
    "Germany's trade mission in Niger met 80 firms.",
    "The mission in Lebanon matters to Italy, where soldiers are proud of it.",
    "The North Korean soldiers are the proof of it. Of the four states that have a pact with the EU, two are in Asia.",
    "Greek soldiers are the proof of it. Of the three yards that he named, two are in Kiel.",
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[t[:40] for t, _ in SENTENCES])
def test_plain_sentences_of_forces(text: str, expected: list[dict[str, object]]) -> None:
    page, found = read(text)
    got = [summary(page, record) for record in found]
    assert [{k: g[k] for k in e} for g, e in zip(got, expected, strict=True)] == expected


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_deployment(text: str) -> None:
    assert read(text)[1] == ()
