"""Agreements in further wordings of governments, firms and alliances."""

from __future__ import annotations

import pytest
from test_builders_agreements import agreements, date, parties

TOLD: list[tuple[str, list[tuple[str, str, list[str], str | None]]]] = [
    (
        "Lithuania's government has given the green light to the signing of an agreement with Germany on the "
        "stationing of troops.",
        [("other", "proposed", ["DE", "LT"], None)],
    ),
    (
        "MANILA - The Philippine Senate gave its concurrence on Monday to the visiting forces agreement with "
        "Japan that was signed on 8 July 2024.",
        [("other", "signed", ["JP", "PH"], "2024-07-08")],
    ),
    (
        "No date has been set for the signature of the Dutch-Ukrainian memorandum on sea drones.",
        [("mou", "announced", ["NL", "UA"], None)],
    ),
    (
        "Croatia has, since 2018, been party with Slovenia to an arrangement on air policing.",
        [("other", "in_force", ["HR", "SI"], "2018")],
    ),
    ("Cooperation between Seoul and Hanoi rests on a memorandum of 2009.", [("mou", "in_force", ["KR", "VN"], "2009")]),
    (
        "Cooperation between the navies of Chile and Ecuador is regulated by an agreement signed in 2016.",
        [("other", "in_force", ["CL", "EC"], "2016")],
    ),
    (
        "The memorandum, which expires next year, was concluded by Austria and Israel in 2016.",
        [("mou", "in_force", ["AT", "IL"], "2016")],
    ),
    ("Georgia tore up the accord with Russia on military transit in 2011.", [("other", "ended", ["GE", "RU"], "2011")]),
    (
        "Elbit Systems and Diehl Defence have agreed to cooperate on rocket artillery and put this in writing in "
        "a memorandum of understanding at ILA on 6 June 2024.",
        [("mou", "signed", ["Diehl Defence", "Elbit Systems"], "2024-06-06")],
    ),
    (
        "LIG Nex1 and Thales agreed on 4 June to extend their cooperation agreement on sonars by five years.",
        [("other", "announced", ["LIG Nex1", "Thales"], "2025-06-04")],
    ),
    (
        "Hanwha Aerospace won a framework agreement from Romania's defence ministry in July 2024.",
        [("framework_agreement", "signed", ["Hanwha Aerospace", "RO"], "2024-07")],
    ),
    (
        "The Czech defence ministry and Colt CZ concluded a framework agreement for rifles in April 2020.",
        [("framework_agreement", "signed", ["CZ", "Colt CZ Group"], "2020-04")],
    ),
    (
        "The leaders of Japan and Australia put out a joint statement on Friday.",
        [("joint_declaration", "announced", ["AU", "JP"], "2025-06-13")],
    ),
    (
        "A joint declaration on a new chapter in defence ties was read out by the presidents of France and Poland "
        "in Nancy on 9 May.",
        [("joint_declaration", "announced", ["FR", "PL"], "2025-05-09")],
    ),
    (
        "At the signing ceremony in Kigali on 3 May, the Rwandan minister and his Jordanian guest exchanged "
        "copies of a defence cooperation agreement.",
        [("other", "signed", ["JO", "RW"], "2025-05-03")],
    ),
    (
        "Turkish and Somali officials on 8 February 2024 penned a framework agreement on defence and economic "
        "cooperation.",
        [("framework_agreement", "signed", ["SO", "TR"], "2024-02-08")],
    ),
    (
        "Relations between Romania and South Korea have had the rank of a strategic partnership since 2008.",
        [("partnership", "in_force", ["KR", "RO"], "2008")],
    ),
    (
        "Relations between Poland and Japan were lifted to a strategic partnership in 2015.",
        [("partnership", "signed", ["JP", "PL"], "2015")],
    ),
    (
        "Bulgaria became a strategic partner of South Korea last October.",
        [("partnership", "in_force", ["BG", "KR"], "2024-10")],
    ),
    (
        "The EU and Norway are now tied by a security and defence partnership, their foreign ministers having "
        "signed it on 28 May 2024.",
        [("partnership", "in_force", ["EU", "NO"], "2024-05-28")],
    ),
    (
        "With Albania the European Union sealed a security and defence partnership on 18 December 2024; Britain "
        "followed on 19 May 2025.",
        [("partnership", "signed", ["AL", "EU"], "2024-12-18"), ("partnership", "signed", ["EU", "GB"], "2025-05-19")],
    ),
    (
        "NATO and Mongolia agreed an individually tailored partnership programme for 2024-2027, the alliance said.",
        [("programme", "signed", ["MN", "NATO"], None)],
    ),
    (
        "Iceland is the latest to sign up to the drone coalition led by Latvia and the United Kingdom.",
        [("funding_initiative", "in_force", ["GB", "LV"], None)],
    ),
    (
        "Norway's pledge of 85 billion kroner to Ukraine was announced in March.",
        [("pledge", "announced", ["NO", "UA"], "2025-03")],
    ),
    ("Berlin has committed a further 1.9 billion euros to Ukraine.", [("pledge", "announced", ["DE", "UA"], None)]),
    (
        "Australia committed A$3 billion to the American submarine industrial base, under AUKUS.",
        [("pledge", "announced", ["AU", "US"], None)],
    ),
    (
        "Kazakhstan and Italy: memorandum on military education signed in Astana, 30 May 2025",
        [("mou", "signed", ["IT", "KZ"], "2025-05-30")],
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_an_agreement_is_read(text: str, told: list[tuple[str, str, list[str], str | None]]) -> None:
    found = [(str(r.kind), str(r.status), parties(text, r), date(r)) for r in agreements(text)]
    assert sorted(found, key=repr) == sorted(told, key=repr)


SILENT = [
    "South Korea is linked to Ukraine by no treaty of any kind.",
    "Washington has frozen its military cooperation agreement with Niger.",
    "Thai and Indian firms left the Bangkok fair with three letters of intent.",
    ("Albania, Kosovo and Croatia declared on 18 March in Tirana that they will deepen their defence cooperation."),
    "Greece promised at the weekend to spend 25 billion euros on arms by 2036.",
    "Poland and Ukraine have no agreement under which Warsaw could shoot down missiles.",
    "A mutual defence pact between Saudi Arabia and Pakistan is a mere rumour.",
    "The bank and the ministry concluded a loan agreement.",
    "A strategic partnership between Coca-Cola and Visa was announced on Monday.",
    "The Swiss and German railways signed a memorandum of understanding on night trains.",
    "Nordic culture ministers adopted a declaration on libraries in Oslo.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_no_text_says_is_no_agreement(text: str) -> None:
    assert agreements(text) == []
