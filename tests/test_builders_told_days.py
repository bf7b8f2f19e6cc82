"""Agreements, meetings and exercises whose day stands in another sentence: that of the meeting, the stay, the list, the edition."""

from __future__ import annotations

import pytest
from annotation_reading import annotated


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "Greek Defence Minister Nikos Dendias arrived in Sofia on Wednesday for a two-day visit.\n\nHe met his Bulgarian "
            "counterpart Atanas Zapryanov. The ministers signed a memorandum of understanding on military mobility.",
            "2024-10-17",
            [("mou", "2024-10-16", "signed")],
        ),
        (
            "Finnish Defence Minister Antti Häkkänen visited Santiago from 17 to 19 March. He met Chilean Defence Minister Adriana "
            "Delpiano. A memorandum of understanding on defence materiel cooperation was signed.",
            "2025-03-20",
            [("mou", "2025-03", "signed")],
        ),
        (
            "Peruvian Defence Minister Daniel Barragán met Turkish Defence Minister Hulusi Akar in Ankara last week. The two ministers "
            "signed a framework agreement on defence industry cooperation.",
            "2022-09-28",
            [("framework_agreement", "2022-09", "signed")],
        ),
        (
            "In September 2023, Czech Defence Minister Jana Cernochova travelled to Manila. There she held talks with Philippine "
            "Defence Secretary Gilberto Teodoro. The sides initialled an implementing arrangement on logistics.",
            "2023-10-14",
            [("technical_arrangement", "2023-09", "signed")],
        ),
        (
            "Estonian Defence Minister Hanno Pevkur was in Tokyo from 3 to 5 April. A letter of intent on cyber defence was signed "
            "with Japan.",
            "2023-04-28",
            [("other", "2023-04", "signed")],
        ),
        (
            "The Kyrgyz defence minister was received by his Tajik counterpart in Dushanbe yesterday. After the meeting a protocol "
            "on border patrols was initialled.",
            "2020-05-28",
            [("other", "2020-05-27", "signed")],
        ),
        # the entries of a list that "signed:" introduces
        (
            "On the margins of the summit in Nairobi on 15 April, Kenyan President William Ruto met South Korean President Yoon Suk "
            "Yeol. Two documents were signed:\n\n- a memorandum of understanding on defence industry cooperation; and\n- an agreement "
            "on the protection of classified information between Kenya and South Korea.",
            "2024-04-19",
            [("mou", "2024-04-15", "signed"), ("other", "2024-04-15", "signed")],
        ),
        (
            "The ministries of Chile and Peru exchanged the following documents on 14 October 2024:\n\n1. Memorandum of Understanding "
            "on disaster relief between the two ministries\n2. Agreement on the exchange of naval cadets",
            "2024-10-17",
            [("mou", "2024-10-14", "signed"), ("other", "2024-10-14", "signed")],
        ),
        (
            "At the end of the visit to Astana, which took place on 3 and 4 October, the Italian and Kazakh sides concluded two "
            "agreements:\n\n(a) a framework agreement on military-technical cooperation;\n(b) a protocol on training.",
            "2024-10-17",
            [("framework_agreement", "2024-10", "signed"), ("other", "2024-10", "signed")],
        ),
        # what is to come, and talks that have not ended
        (
            "A memorandum of understanding between Estonia and Chile, first drafted in 2023, is expected to be signed on Friday.",
            "2026-02-03",
            [("mou", "2026-02-06", "announced")],
        ),
        (
            "Talks between Slovakia and Poland on a government-to-government agreement have not been concluded.",
            "2025-11-20",
            [("other", None, "negotiating")],
        ),
        # near-misses: an older agreement, one with somebody else, one to come, a list of topics
        (
            "Greek Defence Minister Nikos Dendias met his Bulgarian counterpart Atanas Zapryanov in Sofia on Wednesday. Greece and "
            "Bulgaria are parties to a defence cooperation agreement that was signed under another government.",
            "2024-10-17",
            [("other", None, "signed")],
        ),
        (
            "Greek Defence Minister Nikos Dendias met his Bulgarian counterpart Atanas Zapryanov in Sofia on Wednesday. Portugal "
            "signed a treaty on extradition with Brazil.",
            "2024-10-17",
            [("treaty", None, "signed")],
        ),
        (
            "Greek Defence Minister Nikos Dendias met his Bulgarian counterpart in Sofia on Wednesday. The ministers will sign a "
            "memorandum of understanding on air defence.",
            "2024-10-17",
            [("mou", None, "announced")],
        ),
        (
            "The Czech and Danish defence ministers met in Prague on 15 October. The talks covered:\n\n- a memorandum of understanding "
            "on artillery;\n- the war in Ukraine.",
            "2024-10-17",
            [],
        ),
    ],
)
def test_an_agreement_has_the_day_of_the_meeting_or_stay_that_it_belongs_to(
    text: str, published: str, expected: list[tuple[str, str | None, str]]
) -> None:
    assert [(a["type"], a["date"], a["status"]) for a in annotated(text, "agreement", published)] == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "Dutch Defence Minister Ruben Brekelmans wrapped up a three-day stay in Riga on Monday.",
            "2026-02-10",
            [("visit", "2026-02-07/2026-02-09")],
        ),
        (
            "Shell makers said Tuesday they had signed a deal, hours after Dutch Defence Minister Ruben Brekelmans wrapped up a "
            "three-day stay in Riga.\n\nIn his talks with Latvian Defence Minister Andris Spruds, Brekelmans proposed joint drills.",
            "2026-02-10",
            [("visit", "2026-02-08/2026-02-10"), ("ministerial", "2026-02")],
        ),
        (
            "Australian Defence Minister Richard Marles flew to Manila on Monday, where he will meet Philippine Defence Secretary "
            "Gilberto Teodoro.",
            "2024-05-14",
            [("visit", "2024-05-13"), ("ministerial", "2024-05")],
        ),
        (
            "Australian Defence Minister Richard Marles will fly to Manila on Monday, where he will meet Philippine Defence Secretary "
            "Gilberto Teodoro.",
            "2024-05-17",
            [("visit", "2024-05-20"), ("ministerial", "2024-05-20")],
        ),
        (
            "LISBON, June 6 (Lusa) -- Portuguese Defence Minister Nuno Melo met with his Moroccan counterpart Abdellatif Loudiyi here.",
            "2024-06-06",
            [("ministerial", "2024-06-06")],
        ),
        (
            "LISBON, June 6 (Lusa) -- Portuguese Defence Minister Nuno Melo met with his Moroccan counterpart Abdellatif Loudiyi.",
            "2024-06-06",
            [("ministerial", None)],
        ),
    ],
)
def test_a_meeting_has_the_day_that_the_words_around_it_give(
    text: str, published: str, expected: list[tuple[str, str | None]]
) -> None:
    found = [(d["kind"], d["date"]) for d in annotated(text, "dialogue", published)]
    assert sorted(found, key=str) == sorted(expected, key=str)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Finland hosted exercise Ruska 24 in Lapland. Running from 4 to 12 October, the drill involved 60 aircraft and some 2,000 "
            "troops from Finland and Sweden.",
            [("FI, SE", "2024-10-04/2024-10-12", "2000")],
        ),
        (
            "Romania led exercise Saber Dawn near Cincu. Held from 9 to 18 September, the exercise brought together around 750 soldiers.",
            [("RO", "2024-09-09/2024-09-18", "750")],
        ),
        (
            "Thailand and the United States hold exercise Cobra Gold every year. This year's edition ran from 25 February to 7 March "
            "in Rayong province.",
            [("TH, US", "2024-02-25/2024-03-07", None)],
        ),
        (
            "Obangame Express, the annual exercise led by US Africa Command, drew 33 participating nations in 2023.",
            [("US", "2023", None)],
        ),
        # a day that belongs to something else
        (
            "Finland hosted exercise Ruska 24 in Lapland. Held in Oslo on 4 October, the conference drew 60 ministers.",
            [("FI", None, None)],
        ),
    ],
)
def test_an_exercise_has_the_days_of_its_edition(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    found = annotated(text, "deployment", "2024-11-19")
    assert [(d["actor"], d["date"], d.get("number")) for d in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The EU Border Assistance Mission in Libya, with about 45 staff, has had its mandate prolonged until 30 June 2027.",
            [("EU", "Libya", "../2027-06-30")],
        ),
        (
            "The Council extended the mandate of the EU Training Mission in Mozambique until June 2026.",
            [("EU", "Mozambique", "../2026-06")],
        ),
        (
            "The mandate of the EU Partnership Mission in Moldova, which counts some 60 international staff, was extended in May until "
            "31 May 2027.",
            [("EU", "Moldova", "../2027-05-31")],
        ),
        ("The EU Election Observation Mission in Kenya presented its report.", []),
        ("The EU mission in Kenya is a large embassy.", []),
        ("The Mission in Moldova is a restaurant.", []),
    ],
)
def test_a_mission_with_a_title_is_an_operation_of_its_organisation(
    text: str, expected: list[tuple[str, str, str | None]]
) -> None:
    found = annotated(text, "deployment", "2025-06-19")
    assert [(d["actor"], d["where"], d["date"]) for d in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mandate was extended in May until 31 May 2027.", ["2025-05", "../2027-05-31"]),
        ("The lease was renewed on 3 March until 2030.", ["2025-03-03", "../2030"]),
        ("The third ship was not handed over until 2024.", ["2024"]),
        ("The engines did not arrive until March 2023.", ["2023-03"]),
        ("The course runs from May until 31 July 2026.", ["2026-05/2026-07-31"]),
        ("The depot was used until 2024.", ["../2024"]),
    ],
)
def test_until_closes_a_stretch_and_a_denied_past_names_the_day(text: str, expected: list[str]) -> None:
    assert [d["edtf"] for d in annotated(text, "date", "2025-06-19")] == expected
