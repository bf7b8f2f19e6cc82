"""Sentences that name arms and states and tell of no deal, or of one whose sides they name themselves."""

from __future__ import annotations

import pytest
from transfer_reading import notes


def told(text: str) -> list[str]:
    return list(notes("Notes of the week\n\n" + text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "An agreement between Spain and Chile on joint operation of the ten Type 31 frigates may be signed in May.",
            [],
        ),
        ("Norway and Denmark signed an agreement on sharing 12 NH90 helicopters.", []),
        ("A deal between Latvia and Estonia on pooling six HIMARS launchers was signed on Monday.", []),
        ("Talks between Oslo and London on interoperability of the Type 26 frigates go on.", []),
        ("Finland and Sweden initialled an agreement on basing eight Gripen jets in the north.", []),
        (
            "Norway signed an agreement with London on the purchase of five Type 26 frigates.",
            ["GB>NO signed: 5 Type 26"],
        ),
        (
            "Norway signed an agreement on joint operation and delivery of five Type 26 frigates from Britain.",
            ["GB>NO signed: 5 Type 26"],
        ),
    ],
)
def test_an_agreement_on_using_arms_together_hands_none_over(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Spain's contribution to the exercise was a frigate; Norway offered two Skjold-class corvettes.", []),
        ("Denmark sent two frigates to the drill off Estonia and Latvia provided four NH90 helicopters.", []),
        ("Eleven nations joined the manoeuvres, for which Chile provided two Leopard 2 tanks.", []),
        ("The exercise drew 40 ships. Peru's contribution was a tanker; Chile offered two Type 23 frigates.", []),
        ("The drill began on Monday. Portugal took part with a tanker; Spain provided eight F-18 jets.", []),
        ("Norway gave Estonia four M113 carriers after the exercise.", ["NO>EE donated: 4 M113"]),
        ("Sweden offered Hungary four Gripen jets during the drill.", ["SE>HU considered: 4 JAS 39 Gripen"]),
    ],
)
def test_what_a_state_takes_part_with_is_not_handed_over(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "picture",
    [
        "In this file photo provided by the Air Force, an M-SAM II interceptor leaves its launcher.",
        "A photo supplied by the Danish army shows an M-SAM II battery in May.",
        "Footage provided by the ministry has an M-SAM II launcher in the snow.",
        "An M-SAM II launcher, in an image provided by the ministry on May 5.",
        "A handout provided by the army shows 24 M-SAM II launchers.",
    ],
)
def test_who_provides_a_picture_supplies_no_arms(picture: str) -> None:
    assert told("Denmark is in talks with Seoul on the M-SAM II. " + picture) == [
        "KR>DK negotiating: M-SAM II Cheongung-II"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Ghanaian plan of 2010 for 12 Su-30s is left out, as no contract followed.", []),
        ("A Peruvian plan for 24 Su-35s is not counted, since no order resulted.", []),
        ("Chile's plan to buy 12 Rafales is left out because no deal ensued.", []),
        ("Peru's 2015 plan for 12 Su-30s stayed on paper, and no contract followed.", []),
        ("Warsaw announced plans to buy 96 K2 tanks in 2013, but no purchase followed.", []),
        ("Peru's plan for 24 Su-35s is followed by another.", ["RU>PE planned: 24 Su-35"]),
    ],
)
def test_plans_that_came_to_nothing_are_none(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Latvia has 12 tanks. Korean industry owed its customers 1,020 howitzers and 96 K2 tanks.", []),
        ("Peru is a friend. Hanwha delivered to foreign customers 300 K9 howitzers last year.", []),
        ("Latvia waits. Baykar puts the number of countries with which it is negotiating at ten for the TB2.", []),
        ("Two batteries went to Morocco. An unnamed Asian country ordered 12 Hermes 900 drones for $120 million.", []),
        ("Chile bought no radars. An undisclosed customer ordered 20 K9 howitzers from Hanwha.", []),
        ("Hanwha Aerospace still owes Poland 152 K9 howitzers.", ["KR>PL signed: 152 K9 Thunder"]),
        ("Latvia has old guns. The country ordered 12 K9 howitzers in 2020.", ["KR>LV signed 2020: 12 K9 Thunder"]),
    ],
)
def test_buyers_without_a_name_are_not_the_state_spoken_of(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A contract for 12 CV90s from BAE Systems Hägglunds is to be signed by Latvia in May, Chile, Peru and Norway "
            "being partners in the programme.",
            ["SE>LV planned 2025-05: 12 CV90"],
        ),
        (
            "Tuesday brought talks with Latvia's minister about a contract for 12 K2 tanks, then 20 minutes with Chile's "
            "defence minister.",
            ["KR>LV negotiating 2024-06-04: 12 K2 Black Panther"],
        ),
        (
            "Seoul held talks with Latvia on 12 K2 tanks and later with Chile.",
            ["KR>LV negotiating: 12 K2 Black Panther"],
        ),
        (
            "London picked the RCH 155; 14 Archers had already been bought for $125 million to replace the 32 AS90s gifted "
            "to Kyiv.",
            ["DE>GB selected: RCH 155", "SE>GB signed: 14 Archer = USD 125000000", "GB>UA donated: 32 AS90"],
        ),
        (
            "Latvia chose the Chunmoo. Competition came from the M142 HIMARS of Lockheed Martin and the EuroPULS "
            "offered by KNDS.",
            ["KR>LV selected: K239 Chunmoo"],
        ),
        (
            "Berlin goes on selling. The F-15Ks carry the Taurus KEPD 350K, about 170 of which Seoul bought in 2013.",
            ["DE>KR signed 2013: 170 KEPD 350"],
        ),
    ],
)
def test_states_beside_a_deal_are_not_its_buyers(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Chile: Santiago said it would give 14 of its M113 carriers to Ukraine.", "CL>UA planned: 14 M113"),
        ("Norway: Oslo handed eight Leopard 2A4 tanks to Kyiv.", "NO>UA donated: 8 Leopard 2A4"),
        ("Spain: Madrid has given ten M113s to Morocco.", "ES>MA donated: 10 M113"),
        ("Korea: Seoul sold 48 FA-50 jets to Poland.", "KR>PL signed: 48 FA-50"),
        ("Italy: Rome agreed to hand six M109 howitzers to Ukraine.", "IT>UA planned: 6 M109"),
        ("Latvia: 18 K9 howitzers on order.", "KR>LV signed: 18 K9 Thunder"),
    ],
)
def test_the_verb_behind_a_label_says_who_gets_what(line: str, expected: str) -> None:
    heading = "Arms sales of the week\n\nPeru: 12 FA-50 jets ordered for $700 million.\n\n"
    assert expected in list(notes(heading + line))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Latvia signed for 18 K9s from Hanwha. The fourth, to halt new spending until May 2024, was dropped.", 1),
        ("Latvia signed for 18 K9s from Hanwha. The other is more HIMARS.", 1),
        ("Canada weighs the KSS-III. The first Korean order, placed in 1987, was for a boat from Howaldtswerke.", 1),
        (
            "Iraq bought eight M-SAM II batteries from Korea. The first such contract, with the Emirates in 2022, came to "
            "$3.5 billion.",
            1,
        ),
        ("Latvia signed for 18 K9s from Hanwha. The second, on schools, was adopted on 3 May 2024.", 1),
        (
            "Latvia signed two contracts with Hanwha. The first, for 18 K9s, is worth $90 million; the second is for K10s.",
            1,
        ),
        ("Latvia signed for 18 K9s from Hanwha in May. The second contract, for 12 K9s, is worth $60 million.", 2),
    ],
)
def test_an_ordinal_counts_deals_only_where_there_are_several(text: str, expected: int) -> None:
    assert len(told(text)) == expected


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("- shells: none directly", []),
        ("- Taurus missiles: not supplied", []),
        ("- helicopters: no decision", []),
        ("- tanks: nothing so far", []),
        ("- 500,000 shells, lent to the Americans in 2023", []),
        ("- 12 Mistral missiles: sold to Poland", []),
        ("- four NH90 helicopters were leased to Chile", []),
        ("- 14 Leopard 2A4 tanks", ["NO>UA donated: 14 Leopard 2A4"]),
    ],
)
def test_items_that_were_not_given_are_no_gifts(item: str, expected: list[str]) -> None:
    assert [n for n in notes("Norway's gifts to Ukraine\n\n" + item) if "NO>UA" in n] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Poland flies the jet. Negotiations with Lockheed Martin on the F-35's engine servicing ended in October.",
            [],
        ),
        ("Talks between Oslo and Seoul on the K9's upkeep go on.", []),
        ("Latvia and Sweden signed an agreement on the Gripen's software.", []),
        ("Chile holds talks with Germany about the Leopard 2's overhaul.", []),
        ("Peru negotiates with Korea on the FA-50's maintenance.", []),
        (
            "Three days of talks came to an end in Peru as the tanker cast off to rejoin the carrier HMS Queen Elizabeth.",
            [],
        ),
        ("Poland is in talks with Lockheed Martin on 32 F-35s.", ["US>PL negotiating: 32 F-35 Lightning II"]),
    ],
)
def test_talks_on_upkeep_or_that_end_as_ships_leave_are_no_deal(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "After years of contemplating a used German boat, Thailand picked the S26T submarine.",
            ["CN>TH selected: S26T"],
        ),
        ("After a look at a French jet and a Swedish one, Peru chose the KF-21.", ["KR>PE selected: KF-21 Boramae"]),
        ("Having weighed a Turkish offer, Chile ordered 12 K9 howitzers.", ["KR>CL signed: 12 K9 Thunder"]),
        ("After a look at an Italian gun, Latvia ordered 18 K9 howitzers.", ["KR>LV signed: 18 K9 Thunder"]),
        ("The Danish army ordered 18 K9 howitzers.", ["KR>DK signed: 18 K9 Thunder"]),
        ("The Kuwait deal follows Oman's order of 12 Eurofighter Typhoons in December 2012.", ["OM 2012-12"]),
        ("The Qatari contract comes after Kuwait's order for 28 Eurofighter jets in April 2016.", ["KW 2016-04"]),
    ],
)
def test_adjectives_and_other_deals_are_no_buyers(text: str, expected: list[str]) -> None:
    found = told(text)
    if " " in expected[0] and ">" not in expected[0]:
        buyer, date = expected[0].split()
        assert len(found) == 1
        assert f">{buyer} signed {date}" in found[0]
    else:
        assert found == expected


@pytest.mark.parametrize(
    ("title", "buyer"),
    [
        ("Qatar, Britain finalize deal for 24 jet fighters", "QA"),
        ("Kuwait, Italy seal a deal for 28 Eurofighter jets", "KW"),
        ("Oman signs a deal with Britain for 12 Eurofighter jets", "OM"),
        ("Kuwait signs a contract with Italy for 28 Eurofighter jets", "KW"),
        ("Qatar signed a deal with Britain for 24 Typhoons", "QA"),
    ],
)
def test_who_is_named_first_buys_where_nothing_says_who_sells(title: str, buyer: str) -> None:
    assert [n.split(" ")[0].split(">")[1] for n in told(title + ".")] == [buyer]
