"""Agreements told plainly: a phrase with both partners, further ones without a noun, what is let go or replaced."""

from __future__ import annotations

import pytest
from test_builders_agreements import agreements, date, parties

Told = list[tuple[str, str, list[str], str | None]]

PLAIN: list[tuple[str, Told]] = [
    (
        "Under the terms of an agreement between Tokyo and Jakarta that took two years to draft, frigates will be built.",
        [("other", "signed", ["ID", "JP"], None)],
    ),
    ("Between Manila and Tokyo there is now a visiting forces agreement.", [("other", "in_force", ["JP", "PH"], None)]),
    (
        "Slovenia will, under an agreement with Austria, let its neighbour's jets pursue intruders.",
        [("other", "signed", ["AT", "SI"], None)],
    ),
    (
        "The ink was barely dry on the pact between Honiara and Beijing when Canberra protested.",
        [("other", "signed", ["CN", "SB"], None)],
    ),
    (
        "The military cooperation treaty of 2018 between Kazakhstan and Turkey fills nine pages.",
        [("treaty", "in_force", ["KZ", "TR"], "2018")],
    ),
    (
        "Portugal is understood to be negotiating a status-of-forces agreement with Cape Verde.",
        [("treaty", "negotiating", ["CV", "PT"], None)],
    ),
    (
        "Belarus and Iran have committed themselves in a memorandum to exchange military students.",
        [("mou", "signed", ["BY", "IR"], None)],
    ),
    ("The accord commits Warsaw and Vilnius to defend the corridor.", [("other", "in_force", ["LT", "PL"], None)]),
    (
        "Saab announced the conclusion of a cooperation agreement with EDGE Group of the United Arab Emirates.",
        [("other", "signed", ["EDGE Group", "Saab"], None)],
    ),
]
PARTNERS: list[tuple[str, Told]] = [
    ("Since 2015 Hungary and Serbia have been neighbours.", []),
    (
        "Vietnam and Malaysia, strategic partners since 2015, held talks.",
        [("partnership", "in_force", ["MY", "VN"], "2015")],
    ),
    (
        "Japan and the Philippines became strategic partners in 2011.",
        [("partnership", "in_force", ["JP", "PH"], "2011")],
    ),
    ("Japan and the Philippines are strategic partners.", []),
    ("The chef has an agreement with a French wine house.", []),
]
ENDED: list[tuple[str, Told]] = [
    (
        "Bulgaria and North Macedonia let their 1999 defence declaration lapse.",
        [("joint_declaration", "ended", ["BG", "MK"], "1999")],
    ),
    ("Kuwait has walked out of its 2015 defence accord with Iran.", [("other", "ended", ["IR", "KW"], "2015")]),
    (
        "Ankara has denounced the 2006 agreement on military training with Tel Aviv.",
        [("other", "ended", ["IL", "TR"], "2006")],
    ),
    (
        "The lapsing of the arms control accord between Moscow and Washington leaves no limits.",
        [("other", "ended", ["RU", "US"], None)],
    ),
    ("Cairo threatened to suspend the treaty with Israel.", [("treaty", "in_force", ["EG", "IL"], None)]),
]
FURTHER: list[tuple[str, Told]] = [
    (
        "A treaty with New Zealand is being negotiated by the Philippines. Another, with Canada, has been proposed.",
        [("treaty", "negotiating", ["NZ", "PH"], None), ("treaty", "proposed", ["CA", "PH"], None)],
    ),
    (
        "Britain and Ukraine signed an agreement on cyber security. Similar texts are being negotiated with France and "
        "Romania, Ukraine's government said.",
        [
            ("other", "signed", ["GB", "UA"], None),
            ("other", "negotiating", ["FR", "UA"], None),
            ("other", "negotiating", ["RO", "UA"], None),
        ],
    ),
    (
        "Chile has a defence agreement with Brazil. Others, with Peru and Ecuador, are being discussed.",
        [
            ("other", "in_force", ["BR", "CL"], None),
            ("other", "negotiating", ["CL", "PE"], None),
            ("other", "negotiating", ["CL", "EC"], None),
        ],
    ),
    (
        "France and the Philippines opened negotiations on a visiting forces agreement. Manila already has one with Japan "
        "and another with Australia.",
        [
            ("other", "negotiating", ["FR", "PH"], None),
            ("other", "in_force", ["JP", "PH"], None),
            ("other", "in_force", ["AU", "PH"], None),
        ],
    ),
    (
        "Greece and Armenia signed an agreement on training. It is to last five years. An earlier one, dating from 2015, "
        "had been allowed to expire.",
        [("other", "signed", ["AM", "GR"], None), ("other", "ended", ["AM", "GR"], "2015")],
    ),
]


KEPT: list[tuple[str, Told]] = [
    (
        "The memorandum of understanding between Norway and South Korea was not renewed in 2010.",
        [("mou", "ended", ["KR", "NO"], "2010")],
    ),
    (
        "Norway and Sweden did not renew their 2005 memorandum of understanding.",
        [("mou", "ended", ["NO", "SE"], "2005")],
    ),
    (
        "Norway and Sweden did not terminate their 2005 memorandum of understanding.",
        [("mou", "in_force", ["NO", "SE"], "2005")],
    ),
    (
        "Hanwha Aerospace and WB Group met in Warsaw. A memorandum that the two companies signed on 3 May 2024 covers "
        "missiles.",
        [("mou", "signed", ["Hanwha Aerospace", "WB Group"], "2024-05-03")],
    ),
    (
        "They witnessed the signing by Presidents Yoon and Iohannis of a joint statement on defence cooperation between "
        "South Korea and Romania.",
        [("joint_declaration", "signed", ["KR", "RO"], None)],
    ),
    (
        "Poland and South Korea signed a memorandum of understanding on defence cooperation following Tuesday's summit "
        "in Warsaw.",
        [("mou", "signed", ["KR", "PL"], "2025-06-10")],
    ),
    (
        "Memoranda of Norway\n\nPartner | Subject | Year\nPoland | training | 2019\nSweden | shipbuilding | 2020\n",
        [("mou", "signed", ["NO", "PL"], "2019"), ("mou", "signed", ["NO", "SE"], "2020")],
    ),
    (
        "Sweden and Norway met on Friday. Their memorandum of understanding on shipbuilding was signed in Oslo.",
        [("mou", "signed", ["NO", "SE"], None)],
    ),
    (
        "Saab signs memorandum\n\nA memorandum of understanding was signed today with Poland.",
        [("mou", "signed", ["PL", "Saab"], "2025-06-15")],
    ),
    (
        "Norway and Sweden signed an agreement on forces to the 2010 treaty on 3 May 2020.",
        [("other", "signed", ["NO", "SE"], "2020-05-03"), ("treaty", "signed", ["NO", "SE"], "2010")],
    ),
    ("Poland could have pledged to raise defence spending to 5 percent of GDP by 2030.", []),
    ("Norway pledged 10 million euros, the fund said.", []),
]


@pytest.mark.parametrize(("text", "told"), [*PLAIN, *PARTNERS, *ENDED, *FURTHER, *KEPT])
def test_an_agreement_is_read(text: str, told: Told) -> None:
    found = [(str(r.kind), str(r.status), parties(text, r), date(r)) for r in agreements(text)]
    assert sorted(found, key=repr) == sorted(told, key=repr)


SILENT = [
    "No agreement on basing rights exists between Vietnam and Russia.",
    "Washington and Nuuk deny that a new defence agreement is in the works.",
    "A pact between Spain and Morocco would be a surprise.",
    "Is a treaty between Japan and Norway worth the paper?",
    "An agreement between Poland and Ukraine is pure fiction.",
    "There was talk of a pact between Chile and Peru.",
    "Another, with Canada, has been proposed.",
]


@pytest.mark.parametrize("text", SILENT)
def test_what_no_text_says_is_no_agreement(text: str) -> None:
    assert agreements(text) == []


def test_states_in_brackets_are_no_parties() -> None:
    text = (
        "South Korea is a partner not only because of shared concerns (like North Korea's missile launches) but also because "
        "of a new Security and Defence Partnership signed in November 2024. The EU welcomes that."
    )
    assert [parties(text, r) for r in agreements(text)] == [["EU", "KR"]]
