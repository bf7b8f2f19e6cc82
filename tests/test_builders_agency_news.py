"""How agencies tell of meetings: by offices first and names later, of days in other sentences, of what happens during a trip."""

from __future__ import annotations

import pytest
from annotation_reading import annotated


def meetings(text: str, published: str) -> list[tuple[str, ...]]:
    """Kind, place, day and persons of each dialogue."""
    found = annotated(text, "dialogue", published)
    return sorted(
        (d["kind"], d["place"] or "", d["date"] or "", *sorted(p for p in d["participants"] if " " in p)) for d in found
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The defence chiefs of Finland and Japan held talks in Helsinki on Friday, the ministry said. Defence Minister Antti "
            "Hakka and his Japanese counterpart, Kenji Sato, agreed to deepen cooperation in shipbuilding.",
            [("ministerial", "Helsinki", "2024-06-14", "Antti Hakka", "Kenji Sato")],
        ),
        (
            "The defence chiefs of Finland and Japan held talks in Helsinki, the ministry said. During the talks Thursday, Defence "
            "Minister Antti Hakka and his Japanese counterpart, Kenji Sato, assessed the deals of last year.",
            [("ministerial", "Helsinki", "2024-06-13", "Antti Hakka", "Kenji Sato")],
        ),
        (
            "The leaders of South Korea and Estonia held a phone call on Monday.\n\nPresident Lee Jae-myung and Estonian President "
            "Alar Karis shared the view that the security of Europe and Asia is one.",
            [("phone_call", "", "2024-06-10", "Alar Karis", "Lee Jae Myung")],
        ),
        (
            "The foreign ministers of Norway and Japan met in Tokyo on 3 May. Foreign Minister Espen Barth Eide and Japanese "
            "Foreign Minister Yoko Kamikawa welcomed the growth of trade in ships.",
            [("ministerial", "Tokyo", "2024-05-03", "Espen Barth Eide", "Yoko Kamikawa")],
        ),
        (
            "The top diplomats of Latvia and South Korea met in Riga on Wednesday, the ministry said.\n\nThey spoke for an hour.\n\n"
            "Cho Tae-yul, South Korea's foreign minister, and Latvian Foreign Minister Janis Ozols called for restraint.",
            [("ministerial", "Riga", "2024-06-12", "Cho Tae-yul", "Janis Ozols")],
        ),
        # each of two sentences may name one of the two
        (
            "Foreign Minister Cho Tae-yul met with his Lithuanian counterpart in Seoul on Friday to discuss arms, his office said.\n\n"
            "Lithuanian Foreign Minister Gabrielius Landsbergis held talks with his South Korean counterpart in Seoul on Friday.",
            [("ministerial", "Seoul", "2024-06-14", "Cho Tae-yul", "Gabrielius Landsbergis")],
        ),
        # heads of government are not the foreign ministers who met
        (
            "The foreign ministers of Norway and Japan met in Tokyo on 3 May. Prime Minister Jonas Gahr Støre and Prime Minister "
            "Fumio Kishida welcomed the accord.",
            [("ministerial", "Tokyo", "2024-05-03")],
        ),
        # nor are people who are named apart from one another
        (
            "The foreign ministers of Norway and Japan met in Tokyo on 3 May. Foreign Minister Espen Barth Eide spoke at a naval "
            "base on frigates, where a sailor had been decorated by Foreign Minister Yoko Kamikawa.",
            [("ministerial", "Tokyo", "2024-05-03")],
        ),
    ],
)
def test_who_met_is_named_after_the_meeting_is_told(text: str, expected: list[tuple[str, ...]]) -> None:
    assert meetings(text, "2024-06-15") == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        # the remarks of a day were made at the briefing of that day
        (
            "Defence Minister Kim Dae-su said on Thursday that South Korea and Latvia share a view. The minister made the remarks at "
            "a news briefing after talks with his Latvian counterpart Janis Ozols in Riga.",
            "2023-02-17",
            [
                ("briefing", "", "2023-02-16", "Kim Dae-su"),
                ("ministerial", "Riga", "2023-02-16", "Janis Ozols", "Kim Dae-su"),
            ],
        ),
        # both days of a trip; a meeting may be on either of them
        (
            "Mark Rutte, secretary general of NATO, is scheduled to make a two-day trip to Seoul on Sunday and Jan. 30, during which "
            "he will have a series of meetings with Foreign Minister Park Jin and Defense Minister Lee Jong-sup.",
            "2023-01-23",
            [
                ("ministerial", "Seoul", "2023-01", "Mark Rutte", "Park Jin"),
                ("visit", "Seoul", "2023-01-29/2023-01-30", "Mark Rutte"),
                ("ministerial", "Seoul", "2023-01", "Lee Jong-sup", "Mark Rutte"),
            ],
        ),
        (
            "The chief of NATO will visit South Korea next week. During his three-day trip starting Wednesday, NATO Secretary-General "
            "Jens Stoltenberg will meet with Foreign Minister Kang Kyung-wha.",
            "2017-10-27",
            [
                ("visit", "South Korea", "2017-11-01/2017-11-03", "Jens Stoltenberg"),
                ("ministerial", "", "2017-11", "Jens Stoltenberg", "Kang Kyung-wha"),
            ],
        ),
        # what a sentence opens with its subject did
        (
            "NATO Secretary General Mark Rutte wrapped up a two-day visit to Japan on Monday. Meeting with Foreign Minister Yoko "
            "Kamikawa on Sunday, the Secretary General welcomed the new mission.",
            "2023-01-31",
            [
                ("visit", "Japan", "2023-01-29/2023-01-30", "Mark Rutte"),
                ("ministerial", "Japan", "2023-01-29", "Mark Rutte", "Yoko Kamikawa"),
            ],
        ),
        # headquarters can be visited like a state; whose secretary general he is, the story says
        (
            "On 11 May, the Minister of Defence of Japan, Mr Kenji Sato, visited NATO headquarters and met the Secretary General, "
            "Anders Fogh Rasmussen.",
            "2010-05-12",
            [
                ("visit", "Brussels", "2010-05-11", "Kenji Sato"),
                ("ministerial", "Brussels", "2010-05-11", "Anders Fogh Rasmussen", "Kenji Sato"),
            ],
        ),
        # the time that a clause with "when" explains
        (
            "They signed on Monday the first accord since June 2021, when Defence Minister Antti Hakka visited Japan.",
            "2024-03-10",
            [("visit", "Japan", "2021-06", "Antti Hakka")],
        ),
        # the firm that made the goods was not at the talks
        (
            "Foreign Minister Kim Dae-su met Latvian Foreign Minister Janis Ozols in Riga on Wednesday. The talks came as South Korea "
            "is seeking to export 20 K2 tanks, made by Hyundai Rotem, to Latvia.",
            "2023-01-26",
            [("ministerial", "Riga", "2023-01-25", "Janis Ozols", "Kim Dae-su")],
        ),
        # a house or a district is in the town that is told behind it
        (
            "President Park Geun-hye and Czech Prime Minister Bohuslav Sobotka met at the Liechtenstein Palace in Prague on Dec. 3 "
            "and discussed arms.",
            "2015-12-04",
            [("summit", "Prague", "2015-12-03", "Bohuslav Sobotka", "Park Geun-hye")],
        ),
        (
            "Defence Minister Lee Jong-sup and his Latvian counterpart Janis Ozols held talks at the ministry in Yongsan, Seoul, on "
            "September 23.",
            "2022-09-24",
            [("ministerial", "Seoul", "2022-09-23", "Janis Ozols", "Lee Jong-sup")],
        ),
        # the day between commas; the day of what was said while they met; the day of a meeting beside a summit
        (
            "Romania's Minister of National Defence, Angel Tilvar, received, on Wednesday, a delegation from the Republic of Korea, "
            "led by Lee Hun-Seung, chairman of the National Defence Committee.",
            "2023-02-17",
            [("ministerial", "", "2023-02-15", "Angel Tilvar", "Lee Hun-Seung")],
        ),
        (
            "The two will protect military secrets, South Korean President Yoon Suk Yeol said on Sunday as he met with German "
            "Chancellor Olaf Scholz in Seoul.",
            "2023-05-21",
            [("summit", "Seoul", "2023-05-21", "Olaf Scholz", "Yoon Suk Yeol")],
        ),
        (
            "President Moon Jae-in held a summit with Prime Minister Andrej Babis of the Czech Republic on the sidelines of the NATO "
            "summit today. They spoke of arms.",
            "2021-11-04",
            [("summit", "", "2021-11-04", "Andrej Babis", "Moon Jae-in"), ("summit", "", "2021-11")],
        ),
        # a war is no place of a ceremony
        (
            "President Yoon Suk Yeol and Estonian President Alar Karis met in Seoul on Thursday. The two leaders discussed arms and "
            "issues such as the war in Ukraine.\n\nFollowing the summit, the two leaders attended a signing ceremony for a pact.",
            "2023-10-12",
            [("summit", "Seoul", "2023-10-12", "Alar Karis", "Yoon Suk Yeol")],
        ),
        # what is agreed has no day yet; more talks of a day; a war is not where a summit is; with what, not with whom
        (
            "Foreign Minister Cho Tae-yul spoke by phone Wednesday with Kaja Kallas, foreign policy chief of the European Union. It "
            "was the first talk between Cho and Kallas since she took office on Dec. 1.\n\nThey also agreed to meet in person at an "
            "early date, the ministry said.",
            "2024-12-18",
            [
                ("phone_call", "", "2024-12-18", "Cho Tae-yul", "Kaja Kallas"),
                ("ministerial", "", "", "Cho Tae-yul", "Kaja Kallas"),
            ],
        ),
        (
            "President Yoon Suk Yeol sat down for talks with German Chancellor Olaf Scholz in Washington on Wednesday morning to "
            "discuss arms.\n\nYoon also held summit talks with Canadian Prime Minister Justin Trudeau.",
            "2024-07-11",
            [
                ("summit", "Washington", "2024-07-10", "Olaf Scholz", "Yoon Suk Yeol"),
                ("summit", "Washington", "2024-07-10", "Justin Trudeau", "Yoon Suk Yeol"),
            ],
        ),
        (
            "Defence Minister Shin Won-sik arrived in Washington on Wednesday to attend a NATO summit with a strong message against "
            "North Korea's military cooperation with Russia amid the prolonged war in Ukraine.",
            "2024-07-11",
            [
                ("visit", "Washington", "2024-07-10", "Shin Won-sik"),
                ("summit", "Washington", "2024-07-10", "Shin Won-sik"),
            ],
        ),
        (
            "During a meeting in Seoul on Monday, South Korean Defence Minister Kim Yong-hyun and his Dutch counterpart, Ruben "
            "Brekelmans, agreed to work together on drones.",
            "2024-09-10",
            [("ministerial", "Seoul", "2024-09-09", "Kim Yong-hyun", "Ruben Brekelmans")],
        ),
        # a guest who came for a ceremony is on a visit
        (
            "Lithuanian Foreign Minister Gabrielius Landsbergis is visiting Seoul to attend the opening ceremony of an arms fair.",
            "2024-04-27",
            [("visit", "Seoul", "", "Gabrielius Landsbergis")],
        ),
        # those who meet now need not have been at the summit that agreed on it
        (
            "Minister Cho Tae-yul and High Representative Josep Borrell met in Seoul on Monday. They hailed the partnership as agreed "
            "upon at the ROK-EU Summit held in Seoul in May 2023.",
            "2024-11-05",
            [("ministerial", "Seoul", "2024-11-04", "Cho Tae-yul", "Josep Borrell"), ("summit", "Seoul", "2023-05")],
        ),
    ],
)
def test_day_place_and_people_of_what_is_told_in_passing(
    text: str, published: str, expected: list[tuple[str, ...]]
) -> None:
    assert meetings(text, published) == sorted(expected)


def test_a_body_is_told_of_once_under_two_nouns() -> None:
    text = (
        "South Korea and Latvia agreed Monday to establish a bilateral security defence dialogue, the ministry said. Defence "
        "Minister Shin Won-sik and his Latvian counterpart, Janis Ozols, decided to launch the director-general level consultative "
        "body during their meeting in Seoul."
    )
    found = annotated(text, "dialogue", "2024-09-02")
    assert [(d["kind"], d["participants"]) for d in found] == [
        ("dialogue", ["KR", "LV"]),
        ("ministerial", ["Shin Won-sik", "Janis Ozols", "KR", "LV"]),
    ]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (
            "According to the ministry on Thursday, Foreign Minister Cho Tae-yul met with his Latvian counterpart, Janis Ozols, "
            "Wednesday in Riga.\n\nThe two sides affirmed that arms are a pillar of their ties.\n\nAfter the talks, the top diplomats "
            "signed an action plan for 2025 to 2028.",
            "2025-03-06",
            [("2025-03-05", "signed")],
        ),
        (
            "Foreign Minister Cho Tae-yul and his Latvian counterpart Janis Ozols held their first Strategic Dialogue in Seoul on 4 "
            "November.\n\nDuring the dialogue the two announced the Latvia-ROK Security and Defence Partnership.",
            "2024-11-05",
            [("2024-11-04", "announced")],
        ),
        (
            "Foreign Minister Cho Tae-yul met Latvian Foreign Minister Janis Ozols in Seoul on Monday.\n\nIn a joint statement, Cho "
            "and Ozols strongly condemned the support for the war.",
            "2024-11-05",
            [("2024-11-04", "announced")],
        ),
        # the summit that agreed on it was before
        (
            "Foreign Minister Cho Tae-yul and Latvian Foreign Minister Janis Ozols met in Seoul on Monday. They welcomed the adoption "
            "of the Korea-Latvia Defence Partnership as agreed upon at the summit of May 2023.",
            "2024-11-05",
            [("2024-11-04", "signed")],
        ),
        # efforts and milestones are not yet the deed
        (
            "Defence Minister Lee Jong-sup met his Latvian counterpart Janis Ozols in Seoul on Friday. They agreed to make efforts to "
            "swiftly sign an agreement on defence cooperation.",
            "2022-09-24",
            [(None, "proposed")],
        ),
        (
            "Defence Minister Lee Jong-sup met his Latvian counterpart Janis Ozols in Seoul on Friday and set out the milestones of "
            "concluding a framework agreement on defence.",
            "2022-09-24",
            [(None, "proposed")],
        ),
        # two more ministers sign, on the day of the other papers
        (
            "Latvia's Defence Minister Janis Ozols and his South Korean counterpart Shin Won-sik signed on Tuesday a defence "
            "framework agreement.\n\nThe text lays foundations.\n\nForeign Minister Anna Liepa and her South Korean counterpart "
            "Cho Tae-yul signed a memorandum of understanding on the protection of secrets.",
            "2024-04-24",
            [("2024-04-23", "signed"), ("2024-04-23", "signed")],
        ),
        # when others signed what the talks were about is not told
        (
            "President Yoon Suk Yeol met German Chancellor Olaf Scholz in Washington on Wednesday. The two leaders voiced concern "
            "over North Korea and Russia signing a partnership treaty.",
            "2024-07-11",
            [(None, "signed")],
        ),
        # a surname stands for the office named with it
        (
            "President Yoon Suk Yeol and Dutch Prime Minister Mark Rutte met on Thursday. Yoon and Rutte signed a memorandum of "
            "understanding on defence.",
            "2022-11-17",
            [("2022-11-17", "signed")],
        ),
        # a framework by another noun is the one just told
        (
            "The EU and South Korea adopted the Security and Defence Partnership on Monday. South Korea is the fourth to adopt this "
            "non-binding political framework with the EU.",
            "2024-11-05",
            [("2024-11-04", "signed")],
        ),
    ],
)
def test_the_day_of_a_paper_is_that_of_the_meeting(
    text: str, published: str, expected: list[tuple[str | None, str]]
) -> None:
    assert [(a["date"], a["status"]) for a in annotated(text, "agreement", published)] == expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        # the day of the news is not that of the deed
        (
            "South Korean engine maker Hanwha Aerospace announced Tuesday that it has recently signed a memorandum of understanding "
            "with Romarm, Romania's state-run defence company, on K9 howitzers. Under the agreement signed Monday, the two companies "
            "will cooperate in repairs.",
            "2023-02-08",
            [("mou", ["Hanwha Aerospace", "Romarm"], "2023-02-06")],
        ),
        # a partner that is only described
        (
            "Hanwha Aerospace signed a memorandum of understanding with Romania's state-run defence company on the K9 howitzer.",
            "2023-02-08",
            [("mou", ["Hanwha Aerospace", "RO"], None)],
        ),
        (
            "On 3 May 2023 Hanwha Ocean signed a letter of intent with a Polish shipbuilder on submarines.",
            "2023-05-08",
            [("other", ["Hanwha Ocean", "PL"], "2023-05-03")],
        ),
        # whose subsidiary a party is, says nothing of the parent
        (
            "Hanwha Aerospace Romania, a subsidiary of South Korean firm Hanwha Aerospace, has signed a memorandum of understanding "
            "with Romarm on K9 howitzers.",
            "2025-05-15",
            [("mou", ["Hanwha Aerospace Romania", "Romarm"], None)],
        ),
        (
            "Hanwha Systems, an arm of Korean conglomerate Hanwha Group, concluded a memorandum of understanding with Navantia on 5 May 2025 on "
            "frigates.",
            "2025-05-15",
            [("mou", ["Hanwha Systems", "Navantia"], "2025-05-05")],
        ),
        # "the signing of" tells the day
        (
            "The patrol follows the signing of the Downing Street Accord by the UK and South Korea in November 2023.",
            "2024-05-14",
            [("joint_declaration", ["GB", "KR"], "2023-11")],
        ),
        (
            "A Memorandum of Understanding (MoU) for cooperation in the defence sector was signed on Monday by Hanwha Aerospace and "
            "Romarm, a state-owned maker of military equipment in Romania.",
            "2023-02-08",
            [("mou", ["Hanwha Aerospace", "Romarm"], "2023-02-06")],
        ),
    ],
)
def test_parties_and_day_of_what_firms_sign(
    text: str, published: str, expected: list[tuple[str, list[str], str | None]]
) -> None:
    assert [(a["type"], a["parties"], a["date"]) for a in annotated(text, "agreement", published)] == expected
