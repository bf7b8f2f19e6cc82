"""Deployments: the examples of the frames, sentences of several registers, near-misses, and many sentences as one record."""

from __future__ import annotations

from functools import cache

import pytest

from kordef.builders import page_of
from kordef.builders.deployments import builder as deployments
from kordef.builders.grammar.frames import Frame, load
from kordef.builders.page import Page
from kordef.catalogue import Catalogue
from kordef.catalogue import load as load_catalogue
from kordef.evidence import unsupported
from kordef.mentions import find
from kordef.reading import read_text
from kordef.records import Deployment


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def read(body: str) -> tuple[Page, tuple[Deployment, ...]]:
    text = f"Forces and defence policy\n\nWARSAW, 5 March 2024 (Reuters) - {body}\n"
    document = read_text("test.txt", text)
    page = page_of(document, find(document, catalogue()), catalogue())
    return page, deployments.build(page)


def codes(page: Page, ids: tuple[str, ...]) -> list[str]:
    return sorted(
        page.actors[i].code
        or {"European Union": "EU", "North Atlantic Treaty Organization": "NATO"}.get(page.actors[i].name, "?")
        for i in ids
    )


def summary(page: Page, record: Deployment) -> dict[str, object]:
    return {
        "kind": str(record.kind),
        "actors": codes(page, record.actors),
        "partners": codes(page, record.partners),
        "place": record.place,
        "period": record.period.edtf if record.period else None,
        "operation": record.operation,
        "unit": record.unit,
        "modality": str(record.modality),
        "strength": int(record.strength.amount.low)
        if record.strength and record.strength.amount.low is not None
        else None,
    }


FRAMES = [(f, n) for f in load("deployments").frames for n in range(len(f.examples))]


@pytest.mark.parametrize(("frame", "number"), FRAMES, ids=[f"{f.id}-{n}" for f, n in FRAMES])
def test_the_examples_of_a_frame_hold(frame: Frame, number: int) -> None:
    example = dict(frame.examples[number])
    page, found = read(example.pop("text"))
    assert len(found) == 1
    got = summary(page, found[0])
    assert {k: got[k] for k in example} == example


def test_every_frame_has_an_example() -> None:
    assert [f.id for f in load("deployments").frames if not f.examples] == []


SENTENCES = [
    (
        "France sent the frigate Prairial to Busan in April 2024, the embassy said.",
        {"kind": "deployment", "actors": ["FR"], "place": "Busan", "period": "2024-04"},
    ),
    (
        "About 28,500 U.S. troops are stationed in South Korea.",
        {"kind": "deployment", "actors": ["US"], "place": "South Korea", "strength": 28500},
    ),
    (
        "Germany will permanently station 4,800 troops in Lithuania by 2027.",
        {"actors": ["DE"], "period": "../2027", "modality": "planned", "strength": 4800},
    ),
    (
        "Some 12,000 North Korean soldiers, including 500 officers, have been deployed to Russia, Seoul's intelligence agency said.",
        {"actors": ["KP"], "place": "Russia", "kind": "deployment"},
    ),
    (
        "South Korea and the United States kicked off their annual Ulchi Freedom Shield exercise on Monday.",
        {"kind": "exercise", "actors": ["KR", "US"], "operation": "Ulchi Freedom Shield", "period": "2024-03-04"},
    ),
    (
        "Poland and Romania held a live-fire exercise with K9 howitzers near the Ukrainian border in May 2023.",
        {"kind": "exercise", "actors": ["PL", "RO"], "place": "near the Ukrainian border", "period": "2023-05"},
    ),
    (
        "Japan and the Philippines are considering joint patrols in the South China Sea.",
        {"kind": "patrol", "actors": ["JP", "PH"], "place": "South China Sea", "modality": "possible"},
    ),
    (
        "The Akh Unit of South Korea has been training special forces in the United Arab Emirates since 2011.",
        {"kind": "training", "actors": ["KR"], "period": "2011/..", "unit": "Akh Unit"},
    ),
    (
        "A German Navy task group led by the frigate Hessen left Wilhelmshaven on 8 February for the Red Sea.",
        {"kind": "deployment", "actors": ["DE"], "place": "Red Sea", "period": "2024-02-08"},
    ),
    (
        "South Korean soldiers will train with British forces on Salisbury Plain in July, the Ministry of National Defense said.",
        {"kind": "exercise", "actors": ["KR"], "partners": ["GB"], "period": "2024-07", "modality": "planned"},
    ),
    (
        "The EU launched its naval mission Aspides in the Red Sea in February 2024.",
        {"kind": "operation", "actors": ["EU"], "operation": "Aspides", "place": "Red Sea"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[s[0][:40] for s in SENTENCES])
def test_a_sentence_gives_its_deployment(text: str, expected: dict[str, object]) -> None:
    page, found = read(text)
    assert len(found) == 1
    got = summary(page, found[0])
    assert {k: got[k] for k in expected} == expected
    assert unsupported(found[0]) == ()


REGISTERS = [
    (
        "Some 300 U.S. Marines have been stationed at Vaernes in Norway on a rotational basis since January 2017.",
        {"actors": ["US"], "place": "Vaernes in Norway", "period": "2017-01/..", "strength": 300},
    ),
    (
        "Seoul said it would dispatch an observation team to Ukraine to monitor North Korean troops.",
        {"actors": ["KR"], "place": "Ukraine"},
    ),
    (
        "Estonia will take part in the UN mission in Lebanon with 20 soldiers in 2025.",
        {"kind": "operation", "actors": ["EE"], "place": "Lebanon", "period": "2025", "modality": "planned"},
    ),
    (
        "The Dutch government has decided to deploy a Patriot battery and 180 soldiers to Poland.",
        {"actors": ["NL"], "place": "Poland", "strength": 180, "modality": "planned"},
    ),
    (
        "The U.S. Navy's nuclear-powered submarine USS Vermont made a port call in Busan on Monday.",
        {"kind": "port_call", "actors": ["US"], "place": "Busan", "period": "2024-03-04"},
    ),
    (
        "Canada leads a multinational battlegroup in Latvia.",
        {"kind": "deployment", "actors": ["CA"], "place": "Latvia"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), REGISTERS, ids=[s[0][:40] for s in REGISTERS])
def test_other_registers(text: str, expected: dict[str, object]) -> None:
    page, found = read(text)
    assert len(found) == 1
    got = summary(page, found[0])
    assert {k: got[k] for k in expected} == expected


NOTHING = [
    "Deployment of the new ERP system across 40 plants begins in May.",
    "The airline deployed larger aircraft on the route to Seoul.",
    "Poland sent MiG-29 jets to Ukraine in April 2023.",
    "The Korean contingent at the Olympics numbers 144 athletes; the team trains in Fontainebleau.",
    "The coach deploys his squad in a 4-3-3 and the team will exercise its option on the striker.",
    "Denmark donated all its Caesar howitzers to Ukraine.",
    "The company exercised its option to build ten more ships in the port of Gdynia.",
    "The ministry said that it would not send troops to Ukraine.",
    "Seoul has never deployed combat troops to Europe.",
    "Washington approved the sale of 20 HIMARS launchers and training of Polish personnel.",
    "The contract includes training for Romanian crews and spare parts.",
    "The government deployed the L-SAM system in 2028.",
    "Rescue teams were deployed to the flooded region.",
    "Technology and industrial capacity are as crucial as troop deployments.",
    "Seoul sent 300,000 155 mm artillery shells to the US.",
    "The framework agreement entered into force in Brussels in 2016.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_deployment(text: str) -> None:
    assert read(text)[1] == ()


PASSAGES = [
    (
        "Warsaw and Seoul held talks on Monday. The two armies will hold their first joint drill near Drawsko in May.",
        [{"kind": "exercise", "actors": ["KR", "PL"], "period": "2024-05", "modality": "planned"}],
    ),
    (
        "Japan and Australia signed the pact in 2022. Both navies have since conducted three exercises in the South China Sea.",
        [{"kind": "exercise", "actors": ["AU", "JP"], "place": "South China Sea"}],
    ),
    (
        "Canada leads the NATO brigade at Adazi, where 3,500 personnel serve; its mandate there has been extended to 2029.",
        [{"kind": "deployment", "actors": ["CA"], "partners": ["NATO"], "period": "../2029"}],
    ),
    (
        "The ministers noted the participation of nine Dutch observers in exercise Iron Spear, which runs from 3 to 9 June 2024.",
        [
            {
                "kind": "exercise",
                "actors": ["NL"],
                "operation": "Iron Spear",
                "strength": 9,
                "period": "2024-06-03/2024-06-09",
            }
        ],
    ),
    (
        "Two Royal Air Force Typhoons landed at Osan Air Base for a joint exercise with South Korean F-15Ks.",
        [{"kind": "deployment", "actors": ["GB"]}, {"kind": "exercise", "actors": ["GB", "KR"]}],
    ),
    (
        "The exercise, codenamed Amber Shield, involved 3,500 troops from NATO and took place in Lithuania from 5 to 17 May 2023.",
        [{"kind": "exercise", "actors": ["NATO"], "operation": "Amber Shield", "period": "2023-05-05/2023-05-17"}],
    ),
    (
        "Silver Lance, the largest Australian-American exercise, opened on 13 July 2023 with 35,000 troops.",
        [{"kind": "exercise", "actors": ["AU", "US"], "operation": "Silver Lance", "period": "2023-07-13"}],
    ),
    (
        "Seoul said it would dispatch a team of observers to Ukraine.",
        [{"kind": "deployment", "actors": ["KR"], "place": "Ukraine"}],
    ),
    (
        "The Turkish frigate Goksu is due in Constanta on June 7.",
        [{"kind": "port_call", "actors": ["TR"], "place": "Constanta", "period": "2024-06-07"}],
    ),
    (
        "Sweden took command of the battlegroup in Latvia on 1 January.",
        [{"kind": "deployment", "actors": ["SE"], "place": "Latvia", "period": "2024-01-01"}],
    ),
    (
        "A company of 150 Portuguese soldiers has been in Slovakia since July 2022.",
        [{"kind": "deployment", "actors": ["PT"], "place": "Slovakia", "strength": 150, "period": "2022-07/.."}],
    ),
    (
        "Malaysian peacekeepers, 850 in all, have served in Lebanon since 2007.",
        [{"kind": "deployment", "actors": ["MY"], "place": "Lebanon", "strength": 850, "period": "2007/.."}],
    ),
    (
        "Romania has hosted a French-led battlegroup at Cincu since May 2022. It numbers about 1,500 soldiers, among them 300 Dutch.",
        [{"actors": ["FR"], "place": "Cincu", "strength": 1500, "period": "2022-05/.."}],
    ),
    (
        "Denmark and Germany agreed in May to patrol the western Baltic jointly.",
        [{"kind": "patrol", "actors": ["DE", "DK"], "place": "western Baltic", "modality": "planned"}],
    ),
    (
        "A South Korean marine company of 120 took part in Talisman Sabre in Queensland.",
        [{"kind": "exercise", "actors": ["KR"], "operation": "Talisman Sabre", "place": "Queensland"}],
    ),
    (
        "Turkish soldiers serving in KFOR will be rotated in October.",
        [{"kind": "deployment", "actors": ["TR"], "period": "2024-10", "modality": "planned"}],
    ),
    (
        "Warsaw moved 10,000 troops to the border with Belarus in August 2023.",
        [{"kind": "deployment", "actors": ["PL"], "partners": [], "place": "border with Belarus", "strength": 10000}],
    ),
    (
        "The Spanish jets have been back on patrol over Bulgaria since late March.",
        [{"kind": "patrol", "actors": ["ES"], "period": "2024-03/.."}],
    ),
    (
        "The German frigate Bremen heads one of NATO's standing groups until Easter.",
        [{"kind": "deployment", "actors": ["DE"], "partners": ["NATO"], "period": "../2024-03-31"}],
    ),
    (
        "The Dutch frigate Evertsen has twice sailed to Japan.",
        [{"kind": "deployment", "actors": ["NL"], "place": "Japan"}],
    ),
    (
        "Operation Candle has put more than 5,000 Ukrainians through courses in Norway since 2023; NATO's plans are open.",
        [{"kind": "training", "actors": ["NO"], "partners": ["UA"], "period": "2023/.."}],
    ),
    (
        "Two French vessels are in Jakarta until Friday.",
        [{"kind": "port_call", "actors": ["FR"], "place": "Jakarta"}],
    ),
    (
        "The talks covered money. The EU's EUMAM reached its goal in February.",
        [{"kind": "operation", "actors": ["EU"], "operation": "EUMAM"}],
    ),
]


@pytest.mark.parametrize(("text", "expected"), PASSAGES, ids=[p[0][:40] for p in PASSAGES])
def test_passages_of_other_pages(text: str, expected: list[dict[str, object]]) -> None:
    page, found = read(text)
    got = [summary(page, record) for record in found]
    assert [{k: g[k] for k in e} for g, e in zip(got, expected, strict=True)] == expected
    assert all(unsupported(record) == () for record in found)


PEACEFUL = [
    "The company said its team had completed a training course in Seoul and would return to Gdynia in May.",
    "The cruise ship arrived in Busan on Monday with 3,000 passengers from Japan.",
    "The ship carried 40,000 tonnes of grain and left Odesa on Sunday for Egypt.",
    "Hanwha has 300 engineers and a plant in Boleslawiec with two production lines.",
    "South Korea joined Horizon Europe as an associate in January 2025.",
    "Poland's army numbers 205,000 soldiers, including 40,000 in the territorial defence force.",
    "The brigade has 58 K2 tanks and 24 K9 howitzers.",
    "Germany, the French design and an American one were left behind in the contest for the frigate.",
    "The football team trained together in Spain for two weeks.",
    "From 2027 the Swedish navy would lend an older vessel.",
    "The Korean Embassy and Korea's Diplomatic Mission in Brussels celebrated the day.",
]


@pytest.mark.parametrize("text", PEACEFUL)
def test_what_only_sounds_like_a_deployment(text: str) -> None:
    assert read(text)[1] == ()


def test_a_ship_without_a_flag_has_that_of_its_prefix_elsewhere() -> None:
    page, found = read(
        "The Philippine navy has three frigates, the newest of which is BRP Antonio Luna. Last May Antonio Luna called at Incheon."
    )
    assert [(str(r.kind), codes(page, r.actors), r.place) for r in found] == [("port_call", ["PH"], "Incheon")]


def test_two_keys_of_one_actor_are_one_actor() -> None:
    page, found = read("The Royal Danish Navy frigate Iver Huitfeldt is to join Operation Prosperity Guardian.")
    assert [codes(page, r.actors) for r in found] == [["DK"]]


def test_a_deployment_told_three_times_is_one_record() -> None:
    page, found = read(
        "North Korea sent about 10,000 troops to Russia in October 2024. After North Korean troops were deployed, Seoul "
        "protested. The deployment of North Korean soldiers to Russia alarmed Europe."
    )
    assert [codes(page, r.actors) for r in found] == [["KP"]]
    assert found[0].place == "Russia"


def test_ships_named_before_keep_their_flag() -> None:
    page, found = read(
        "Two ships of the German Navy, the frigate Hessen and the tanker Rhein, have been in Busan since Friday. The pair left "
        "home in May 2023 and is due back in December 2023."
    )
    assert [(str(r.kind), codes(page, r.actors), r.period.edtf if r.period else None) for r in found] == [
        ("port_call", ["DE"], "2024-03-01/.."),
        ("deployment", ["DE"], "2023-05/2023-12"),
    ]


def test_a_period_is_put_together_from_two_sentences() -> None:
    _, found = read(
        "The EU extended its training mission for Ukraine until 15 November 2026. Since October 2022 the mission has trained "
        "63,000 soldiers."
    )
    assert [r.period.edtf if r.period else None for r in found] == ["2022-10/2026-11-15"]


def test_two_exercises_of_different_years_stay_apart() -> None:
    _, found = read(
        "In 2022 South Korea held a joint naval exercise with Poland off Gdynia. In 2023 South Korea held a joint naval exercise "
        "with Poland off Gdynia."
    )
    assert [r.period.edtf if r.period else None for r in found] == ["2022", "2023"]


@pytest.mark.parametrize(
    "body", ["troops deployed " * 20_000, "The ship, the ship, " * 20_000, "(" * 100_000 + " troops sent"]
)
def test_long_nonsense_tells_nothing(body: str) -> None:
    _, found = read(body)
    assert not found


# ---- wordings of fleet trackers, releases of armed forces and digests

WORDINGS: list[tuple[str, list[dict[str, object]]]] = [
    (
        "NATO launched Northern Sentinel on 12 June 2023 after drones had crossed the border. Norway has sent two frigates and "
        "a tanker, Italy three Typhoons and Turkey four F-16s.",
        [
            {"kind": "operation", "actors": ["NATO"], "operation": "Northern Sentinel", "period": "2023-06-12"},
            {"kind": "deployment", "actors": ["NO"], "partners": ["NATO"], "period": "2023-06"},
            {"kind": "deployment", "actors": ["IT"], "period": "2023-06", "strength": 3},
            {"kind": "deployment", "actors": ["TR"], "period": "2023-06", "strength": 4},
        ],
    ),
    (
        "The parliament in Oslo debated the frigate Otto Sverdrup, which the Norwegian navy plans to send to the Red Sea next year.",
        [{"kind": "deployment", "actors": ["NO"], "place": "Red Sea", "period": "2025", "modality": "planned"}],
    ),
    (
        "An Australian P-8 patrol aircraft flew four sorties from Kadena in Japan in May 2023. Canada has carried out similar "
        "flights this year.",
        [{"actors": ["AU"], "period": "2023-05"}, {"kind": "patrol", "actors": ["CA"], "period": "2024"}],
    ),
    (
        "The 20th rotation of the Hanbit Unit of South Korea, 270 soldiers strong, took over in South Sudan in May 2023. Since "
        "2013 the unit has guarded refugee camps.",
        [{"actors": ["KR"], "place": "South Sudan", "unit": "Hanbit Unit", "strength": 270}],
    ),
    (
        "Six F-16s of the Hellenic Air Force landed at Lask on 5 June 2023 for a four-day visit.",
        [{"kind": "deployment", "actors": ["GR"], "place": "Lask", "period": "2023-06-05/2023-06-08"}],
    ),
    (
        "HMCS Ottawa, a frigate that has been in the region since 2022, called at Busan in June 2023, the Canadian navy said.",
        [{"kind": "port_call", "actors": ["CA"], "period": "2023-06"}],
    ),
    (
        "Some 900 sailors and marines from Denmark, Norway and the United States will take part in exercise Arctic Falcon, which "
        "runs from 2 to 9 September.",
        [
            {
                "kind": "exercise",
                "actors": ["DK", "NO", "US"],
                "operation": "Arctic Falcon",
                "place": None,
                "strength": 900,
            }
        ],
    ),
    (
        "About 13,000 Norwegian soldiers will take part in exercise Polar Falcon in Norway in March 2024. Two Finnish F/A-18 fighters are also "
        "participating.",
        [{"kind": "exercise", "operation": "Polar Falcon"}, {"kind": "exercise", "actors": ["FI"], "strength": 2}],
    ),
    (
        "Four JAS 39 Gripen fighters left Visby on Monday for Malbork, Poland, where they join NATO's air policing mission, the "
        "Swedish Armed Forces said. Sweden has done so before.",
        [{"kind": "deployment", "actors": ["SE"], "place": "Malbork, Poland", "strength": 4}],
    ),
    (
        "Germany ended its military deployment in Mali in December 2023.",
        [{"actors": ["DE"], "place": "Mali", "period": "2023-12"}],
    ),
    (
        "The largest contingent, 336 personnel, serves with UNIFIL in Lebanon as part of an Irish-Polish battalion. Ireland pays for it, "
        "the Irish minister said.",
        [{"kind": "operation", "actors": ["IE"], "place": "Lebanon", "strength": 336}],
    ),
    (
        "Hungary handed over the lead of the mission at Šiauliai to Spain on 1 August; Spain has eleven Eurofighters and 166 personnel "
        "there.",
        [{"actors": ["ES"], "strength": 166}],
    ),
    (
        "Germany's 45th Armoured Brigade in Lithuania will number 5,000 soldiers by 2027.",
        [{"kind": "deployment", "actors": ["DE"], "place": "Lithuania", "period": "../2027", "strength": 5000}],
    ),
    (
        "About 30,000 people from 19 nations took part in Exercise Talisman Sabre, which ran from 13 July to 4 August 2023. "
        "Australia was the host.",
        [{"kind": "exercise", "operation": "Talisman Sabre", "period": "2023-07-13/2023-08-04"}],
    ),
    (
        "The EU's naval mission, EUNAVFOR Aspides, has escorted 400 merchant ships in the Red Sea.",
        [{"actors": ["EU"]}],
    ),
]


@pytest.mark.parametrize(("text", "expected"), WORDINGS, ids=[w[0][:40] for w in WORDINGS])
def test_wordings_of_other_registers(text: str, expected: list[dict[str, object]]) -> None:
    page, found = read(text)
    got = [summary(page, record) for record in found]
    assert [{k: g[k] for k in e} for g, e in zip(got, expected, strict=True)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The agreement lets Korean forces join the EU's crisis management missions.",
        "South Korea, not a member of the group, sent an observer to the meeting of defence ministers.",
        "The frigate programme, which the government plans to present next year, is late.",
        "The company expanded its sales unit in Poland and launched Golden Watch, a brand of its own.",
        "The air force band carried out similar concerts this year.",
        "The firm ended its deployment of new software in Mali.",
        "Ukrainian soldiers trained with Swedish participation: more than 5,000",
        "China's military said it had tracked the ships.",
    ],
)
def test_near_misses_of_these_wordings(text: str) -> None:
    _, found = read(text)
    assert found == ()
