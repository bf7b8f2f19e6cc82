"""Whole stories of several registers: the agreements and dialogues that they tell of, and no others."""

from __future__ import annotations

import random

import pytest
from attrs import evolve

from kordef.builders import page_of
from kordef.builders.agreements.builder import build as build_agreements
from kordef.builders.dialogues.builder import build as build_dialogues
from kordef.builders.page import Page
from kordef.catalogue import load
from kordef.evidence import unsupported
from kordef.mentions import find
from kordef.periods import Period
from kordef.reading import read_text

CATALOGUE = load()


def page(text: str, published: str) -> Page:
    document = evolve(read_text("t.txt", text), published=Period(edtf=published), published_basis="printed")
    return page_of(document, find(document, CATALOGUE), CATALOGUE)


def told(read: Page) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    """Kind, status and date of the agreements; kind, place and date of the dialogues; both in alphabetical order."""
    agreements = []
    for a in build_agreements(read):
        date = a.signed or a.in_force or a.announced or a.ended
        agreements.append((a.kind.value, a.status.value, (date.edtf or "") if date else ""))
    dialogues = [(d.kind.value, d.place or "", (d.date.edtf or "") if d.date else "") for d in build_dialogues(read)]
    return sorted(agreements), sorted(dialogues)


BRUSSELS = """Brussels and Seoul seal security partnership

SEOUL, Nov. 5, 2024 — The European Union and South Korea on Monday put a Security and Defence Partnership in place, the first that the bloc has concluded with Seoul.

High Representative Josep Borrell and Foreign Minister Cho Tae-yul announced it after the first round of a new strategic dialogue between the two. Borrell had come from Tokyo, where a similar partnership with Japan was unveiled on 1 November.

The paper lists 15 areas, from maritime security to cyber defence. It builds on the strategic partnership of 2010 and on the crisis management agreement that has been in force since December 2016.

The two sides also want to explore an agreement on the exchange of classified information.

Earlier on Monday Borrell was received by Defence Minister Kim Yong-hyun.

RELATED
Norway, Korea renew logistics pact
Oct. 21, 2024 — Norway's Deputy Minister of Defence Anne Marie Aanerud and South Korea's Vice Defence Minister Kim Seon-ho renewed an agreement on mutual logistics support in Oslo on Friday.

Share | Print | 3 comments
"""

CANBERRA = """Canberra, Seoul step up

CANBERRA, April 30, 2024 — Ministers of Australia and South Korea will meet in Melbourne on Wednesday for the sixth "two plus two" talks. Foreign Minister Cho Tae-yul and Defence Minister Shin Won-sik are to sit down with Penny Wong and Richard Marles.

Australia upgraded its relations with South Korea to a comprehensive strategic partnership in December 2021, when President Moon Jae-in visited Canberra. The free trade agreement between them came into force in 2014.

On Tuesday Shin toured Hanwha's new plant near Geelong and briefed workers on the Redback. Marles called the visit a milestone.

Two memoranda of understanding, on defence industry and on space, are ready for signature.
"""

RELEASE = """Ministry of Defence

Press release, 9 April 2025

Minister of Defence Ruben Brekelmans is visiting the Republic of Korea from 8 to 11 April 2025. In Seoul he met Acting Minister of National Defense Kim Seon-ho and laid a wreath at the national cemetery. Both ministers signed a statement of intent on cooperation in the field of unmanned systems.

The Netherlands and South Korea have worked together under a General Security Agreement since 2019.
"""

BRIEF = """The Indo-Pacific turn of Europe's smaller states

Policy brief no. 12

Vilnius and Seoul signed an agreement on the protection of classified military information in 2023. A defence cooperation agreement dates back to 2014.

Estonia's ties rest on the K9. When Foreign Minister Margus Tsahkna travelled to Seoul in April 2024 he and Cho Tae-yul agreed to set up annual consultations on cyber security.

Latvia lags behind. Its defence minister, Andris Spruds, has yet to visit Korea.
"""

NOTICE = """Poland - Integrated Air and Missile Defense

The State Department has made a determination approving a possible Foreign Military Sale to the Government of Poland for an estimated cost of $2.5 billion. There are no known offset agreements proposed in connection with this potential sale. Implementation of this proposed sale will require annual trips to Poland involving U.S. Government and contractor representatives for technical reviews, support, and oversight for five years.
"""

SPORT = """Son leads Korea past Germany

MUNICH, June 3, 2025 — South Korea beat Germany 2-1 in Munich on Tuesday, and the two sides will meet again in Seoul in October. Coach Hong Myung-bo met reporters after the match. President Lee Jae-myung, on a visit to the training camp, called it a historic day. FIFA and the KFA signed a partnership agreement at half time. The federations hold talks on a friendly every year; the next meeting of their boards is due in Zurich.
"""

STORIES = [
    pytest.param(
        BRUSSELS,
        "2024-11-05",
        [
            ("other", "in_force", "2016-12"),
            ("other", "proposed", ""),
            ("other", "signed", "2024-10-18"),
            ("partnership", "announced", "2024-11-01"),
            ("partnership", "in_force", "2010"),
            ("partnership", "signed", "2024-11-04"),
        ],
        [("dialogue", "Seoul", "2024-11-04"), ("ministerial", "Seoul", "2024-11-04")],
        id="agency news with a related story",
    ),
    pytest.param(
        CANBERRA,
        "2024-04-30",
        [
            ("mou", "announced", ""),
            ("mou", "announced", ""),
            ("partnership", "signed", "2021-12"),
            ("trade_agreement", "in_force", "2014"),
        ],
        [
            ("ministerial", "Melbourne", "2024-05-01"),
            ("visit", "Canberra", "2021-12"),
            ("visit", "Geelong", "2024-04-30"),
        ],
        id="agency news ahead of a meeting",
    ),
    pytest.param(
        RELEASE,
        "2025-04-09",
        [("joint_declaration", "signed", "2025-04"), ("other", "in_force", "2019")],
        [("ministerial", "Seoul", "2025-04"), ("visit", "Republic of Korea", "2025-04-08/2025-04-11")],
        id="government release",
    ),
    pytest.param(
        BRIEF,
        "2025-03",
        [("other", "in_force", "2014"), ("other", "signed", "2023")],
        [("consultative_body", "", "2024-04"), ("visit", "Seoul", "2024-04")],
        id="think-tank brief",
    ),
    pytest.param(NOTICE, "2023-06-28", [], [], id="notice of an arms sale"),
    pytest.param(SPORT, "2025-06-03", [], [], id="sport"),
]


@pytest.mark.parametrize(("text", "published", "agreements", "dialogues"), STORIES)
def test_a_story_yields_what_it_tells_and_no_more(
    text: str, published: str, agreements: list[tuple[str, ...]], dialogues: list[tuple[str, ...]]
) -> None:
    assert told(page(text, published)) == (agreements, dialogues)


@pytest.mark.parametrize("seed", range(12))
def test_shuffled_and_damaged_stories_never_break_a_record(seed: int) -> None:
    rnd = random.Random(seed)
    whole = " ".join((BRUSSELS, CANBERRA, RELEASE, BRIEF, SPORT))
    words = whole.split()
    shuffled = " ".join(rnd.choice(words) for _ in range(300))
    damaged = list(whole)
    for _ in range(200):
        damaged[rnd.randrange(len(damaged))] = rnd.choice(".,;:()\"'’- \n—“”0a")
    for text in (shuffled, "".join(damaged)):
        read = page(text, "2025-06-15")
        for record in (*build_agreements(read), *build_dialogues(read)):
            assert unsupported(record) == ()
            for evidence in record.evidence:
                assert text[evidence.start : evidence.end] == evidence.exact
