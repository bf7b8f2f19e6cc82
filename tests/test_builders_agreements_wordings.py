"""Agreements in the words of dailies, explainers and communiqués: "one on nuclear power", "followed on 6 October", "the three signed"."""

from __future__ import annotations

import pytest
from test_builders_agreements import agreements, date, parties

WORDINGS: list[tuple[str, list[tuple[str, str, list[str], str | None]]]] = [
    (
        "Norwegian Prime Minister Jonas Gahr Støre and Japanese Prime Minister Shigeru Ishiba agreed on 3 June 2024 to set up a "
        "shipbuilding alliance.",
        [("partnership", "announced", ["JP", "NO"], "2024-06-03")],
    ),
    (
        "Alongside the summit on 3 June 2024 Spain and India signed four memorandums of understanding, among them one on drones and "
        "one on shared bases.",
        [("mou", "signed", ["ES", "IN"], "2024-06-03"), ("mou", "signed", ["ES", "IN"], "2024-06-03")],
    ),
    (
        "Only countries with a security and defence partnership may ask the EU to join. Canada signed one in June 2024.",
        [("partnership", "signed", ["CA", "EU"], "2024-06")],
    ),
    (
        "A defence memorandum of understanding was signed by Britain and Japan in 2022, and a second one, on cyber, followed in "
        "November 2023.",
        [("mou", "signed", ["GB", "JP"], "2022"), ("mou", "signed", ["GB", "JP"], "2023-11")],
    ),
    (
        "The Framework Agreement between Canada and the EU was signed in October 2016. The Free Trade Agreement followed on 30 October "
        "2016; it was applied provisionally from September 2017.",
        [
            ("framework_agreement", "signed", ["CA", "EU"], "2016-10"),
            ("trade_agreement", "in_force", ["CA", "EU"], "2016-10-30"),
        ],
    ),
    (
        "A first cooperation programme between NATO and Japan came in 2014. On 11 July 2023 the Individually Tailored Partnership "
        "Programme replaced the earlier one.",
        [("programme", "upgraded", ["JP", "NATO"], "2014"), ("programme", "in_force", ["JP", "NATO"], "2023-07-11")],
    ),
    (
        "Poland and Ukraine met in Warsaw on 5 June 2024. A joint statement issued after the talks between Poland and Ukraine runs to "
        "nine pages.",
        [("joint_declaration", "announced", ["PL", "UA"], "2024-06-05")],
    ),
    (
        "Japan's only treaty ally is the United States, under the Mutual Security Treaty signed on 19 January 1960.",
        [("treaty", "in_force", ["JP", "US"], "1960-01-19")],
    ),
    (
        "Last year negotiators of India and Oman finished a trade agreement, which still has to be signed.",
        [("trade_agreement", "announced", ["IN", "OM"], "2024")],
    ),
    (
        "The ministers of Japan, Italy and Britain welcomed the ratification of the Convention on the Protection of Seabed Cables, "
        "signed in Rome on 4 May 2023.",
        [("treaty", "signed", ["GB", "IT", "JP"], "2023-05-04")],
    ),
    (
        "Peru and Spain plan to upgrade their 2018 memorandum of understanding on defence industry to a comprehensive agreement.",
        [("mou", "upgraded", ["ES", "PE"], "2018"), ("other", "announced", ["ES", "PE"], None)],
    ),
    (
        "Canada and Japan signed an agreement on the transfer of defence equipment in January 2024 and have been negotiating a reciprocal "
        "access agreement since then.",
        [("other", "signed", ["CA", "JP"], "2024-01"), ("other", "negotiating", ["CA", "JP"], None)],
    ),
    (
        "Ten memorandums of understanding between Laos and Vietnam were signed after the summit of 3 June 2024, including ones on border "
        "guards and on science.",
        [("mou", "signed", ["LA", "VN"], "2024-06-03"), ("mou", "signed", ["LA", "VN"], "2024-06-03")],
    ),
    (
        "Australia and Papua New Guinea welcomed the endorsement of the Pukpuk Mutual Defence Treaty by both cabinets. The Treaty will be "
        "signed in the coming weeks.",
        [("treaty", "announced", ["AU", "PG"], None)],
    ),
    (
        "The Prime Minister of Australia signed a communiqué with Prime Minister James Marape of Papua New Guinea on 3 May 2024.",
        [("joint_declaration", "signed", ["AU", "PG"], "2024-05-03")],
    ),
    (
        "Dutch Defence Minister Ruben Brekelmans and his Danish colleague Troels Lund Poulsen were received by President Volodymyr "
        "Zelenskiy in Kyiv. The three signed a letter of intent on drones on 3 May 2024.",
        [("other", "signed", ["DK", "NL", "UA"], "2024-05-03")],
    ),
    (
        "President Donald Trump and Prime Minister Narendra Modi of India instructed their teams to finalise an agreement on drones.",
        [("other", "negotiating", ["IN", "US"], None)],
    ),
    (
        "India and the Philippines exchanged nine agreements on 5 March 2024, including a treaty on mutual legal assistance.",
        [("treaty", "signed", ["IN", "PH"], "2024-03-05")],
    ),
    # a statement adopted at the meeting just told
    (
        "Canadian Defence Minister Bill Blair met Norwegian Defence Minister Bjorn Arild Gram in Oslo on 3 June 2024. Ministers adopted a "
        "joint statement in which both countries promised more patrols.",
        [("joint_declaration", "signed", ["CA", "NO"], "2024-06-03")],
    ),
    (
        "Japanese Foreign Minister Yoko Kamikawa hosted Canadian Foreign Minister Melanie Joly in Tokyo on 3 June 2024. Ministers issued a "
        "joint statement on Ukraine.",
        [("joint_declaration", "announced", ["CA", "JP"], "2024-06-03")],
    ),
    # the week first, the day further on
    (
        "Sweden and Latvia will train together under a memorandum of understanding inked in the week of 3 June 2024. The MOU was signed on "
        "4 June 2024.",
        [("mou", "signed", ["LV", "SE"], "2024-06-04")],
    ),
    (
        "Canada and Lithuania will build drones under a memorandum of understanding signed in June 2024. The MOU, which runs for five "
        "years, was signed on 5 June 2024.",
        [("mou", "signed", ["CA", "LT"], "2024-06-05")],
    ),
    # what is agreed to be made together
    (
        "Seoul agreed on the joint production of a military cargo aircraft with the UAE's Tawazun.",
        [("other", "announced", ["AE", "KR"], None)],
    ),
    (
        "Poland and South Korea agreed on the joint development of a missile in May 2023.",
        [("other", "announced", ["KR", "PL"], "2023-05")],
    ),
    ("Norway and Germany agreed to jointly develop a missile.", [("other", "announced", ["DE", "NO"], None)]),
    ("Italy agreed on joint production of trainer aircraft with Japan.", [("other", "announced", ["IT", "JP"], None)]),
    ("France and Spain agreed to jointly build a frigate.", [("other", "announced", ["ES", "FR"], None)]),
    ("The firm agreed on the joint production of a film with Netflix.", []),
    ("Poland has not agreed on the joint production of tanks with Germany.", []),
    ("Poland might have agreed to jointly build tanks with Germany.", []),
]


@pytest.mark.parametrize(("text", "expected"), WORDINGS, ids=[t[:40] for t, _ in WORDINGS])
def test_wordings_of_other_registers(text: str, expected: list[tuple[str, str, list[str], str | None]]) -> None:
    found = agreements(text)
    assert [(str(r.kind), str(r.status), parties(text, r), date(r)) for r in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ruling alliance and the opposition agreed on the defence budget of Norway.",
        "Norway has two submarines of this sort, and Poland signed one of the papers.",
        "The frigate programme came in 2014, and Norway followed.",
        "The drills followed the summit of Japan and NATO in May 2023.",
    ],
)
def test_near_misses_of_these_wordings(text: str) -> None:
    assert agreements(text) == []
