"""Deals told over two or three sentences: the parties first, the goods behind; what followed; more of the same."""

from __future__ import annotations

from itertools import product

import pytest
from transfer_reading import notes

OPENINGS = (
    "Negotiations between Norway and Hanwha Aerospace have ended.",
    "Hanwha Aerospace has been in talks with Norway for a year.",
    "Hanwha Aerospace won the tender in Norway.",
    "Norway has chosen Hanwha Aerospace over KNDS.",
    "Hanwha Aerospace has received an order from Norway.",
    "Hanwha Aerospace beat KNDS in the Norwegian competition.",
    "Hanwha Aerospace has won a contract in Norway.",
    "After two years of negotiations, Norway and Hanwha Aerospace reached an agreement.",
)
GOODS_BEHIND = (
    "A contract for 24 K9 howitzers was signed in May.",
    "In May a contract for 24 K9 howitzers was signed.",
    "In May the two sides signed a contract. It covers 24 K9 howitzers.",
    "In May they signed a contract for 24 K9 howitzers.",
)


@pytest.mark.parametrize(("opening", "behind"), list(product(OPENINGS, GOODS_BEHIND)))
def test_parties_of_dealings_are_those_of_the_contract_behind(opening: str, behind: str) -> None:
    assert notes(f"{opening} {behind}") == ("KR>NO signed 2024-05: 24 K9 Thunder",)


@pytest.mark.parametrize("opening", OPENINGS)
def test_what_the_firm_will_deliver_to_whom_it_dealt_with(opening: str) -> None:
    found = notes(f"{opening} The company will deliver 24 K9 howitzers by 2027.")
    assert len(found) == 1
    assert found[0].startswith("KR>NO ")
    assert "24 K9" in found[0]


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Saab have held talks on fish. Poland signed a contract for 24 K9 howitzers in May.",
        "Hanwha Aerospace has been in talks with Norway, Poland and Peru. A contract for 24 K9 howitzers was signed in May.",
        "Hanwha Aerospace met a customer from Norway. France went on strike. A contract for 24 K9 howitzers was signed in May.",
    ],
)
def test_nobody_else_gets_the_goods(text: str) -> None:
    assert not [n for n in notes(text) if "NO" in n]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rheinmetall has won a contract in Hungary worth 2 billion euros. It will deliver 218 Lynx infantry fighting vehicles.",
            ("DE>HU signed: 218 KF41 Lynx = EUR 2000000000",),
        ),
        (
            "Vietnam signed a contract with Hanwha Aerospace in May. Worth $250 million, it covers 20 K9 howitzers.",
            ("KR>VN signed 2024-05: 20 K9 Thunder = USD 250000000",),
        ),
        (
            "Portugal signed a contract with Embraer in 2019. The five KC-390s cost 827 million euros.",
            ("BR>PT signed 2019: 5 C-390 Millennium = EUR 827000000",),
        ),
        (
            "The UAE and LIG Nex1 signed a contract in January 2022. It provides for the delivery of Cheongung II missiles.",
            ("KR>AE signed 2022-01: M-SAM II Cheongung-II",),
        ),
        (
            "Baykar has signed a contract with Kuwait. The value of the deal was put at $370 million. It covers 18 Bayraktar TB2s.",
            ("TR>KW signed: 18 Bayraktar TB2 = USD 370000000",),
        ),
        (
            "The order was placed by Bahrain in June 2018. Lockheed Martin is to build 16 F-16V jets for $1.12 billion.",
            ("US>BH signed 2018-06: 16 F-16V Viper = USD 1120000000",),
        ),
        (
            "India and Russia concluded their biggest deal in October 2018. New Delhi paid $5.4 billion for five S-400 regiments.",
            ("RU>IN signed 2018-10: 5 regiment S-400 Triumf = USD 5400000000",),
        ),
        (
            "Egypt is the latest customer of the K9 howitzer. It signed a $1.6 billion contract in February 2022.",
            ("KR>EG signed 2022-02: K9 Thunder = USD 1600000000",),
        ),
        (
            "South Korea's Poongsan won a contract from Poland. It is to deliver 155 mm shells worth 190 billion won by 2027.",
            ("KR>PL signed: 155 mm shells = KRW 190000000000",),
        ),
        (
            "Bulgaria's defence minister spoke on Monday. He had just signed a contract with Lockheed Martin. It is for eight F-16Vs.",
            ("US>BG signed: 8 F-16V Viper",),
        ),
    ],
)
def test_goods_behind_a_contract_of_which_only_the_parties_were_told(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Saab and Peru are under way. They cover 24 Gripen fighters.",
        "Saab and Peru began negotiations in March. The talks concern 24 Gripen fighters.",
        "Saab and Peru began negotiations in March. At stake are 24 Gripen fighters.",
        "Peru is still talking to Saab about 24 Gripen fighters.",
        "Peru is in talks with Saab. They concern 24 Gripen fighters.",
        "Peru has opened talks with Saab. The negotiations focus on 24 Gripen fighters.",
        "Saab and Peru began negotiations in March. The two sides are discussing 24 Gripen fighters.",
    ],
)
def test_what_talks_are_about(text: str) -> None:
    assert notes(text) == ("SE>PE negotiating: 24 JAS 39 Gripen",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Australia selected the Redback in July 2022. A contract for 129 vehicles followed in December.",
            ("KR>AU signed 2022-12: 129 AS21 Redback",),
        ),
        (
            "Croatia chose the Rafale in May 2021. It signed a contract with Dassault Aviation for 12 of the jets in November 2021.",
            ("FR>HR signed 2021-11: 12 Rafale",),
        ),
        (
            "After Malaysia chose the FA-50, KAI signed a contract with Kuala Lumpur. The 18 jets will cost $920 million.",
            ("KR>MY signed: 18 FA-50 = USD 920000000",),
        ),
        (
            "Iraq received the last of its 24 T-50IQ jets in 2019. It had ordered them from KAI in December 2013 for $1.1 billion.",
            ("KR>IQ delivered 2013-12: 24 T-50IQ = USD 1100000000",),
        ),
        (
            "Poland ordered 32 F-35As in 2020. The contract is valued at $4.6 billion and the first aircraft are to arrive in 2026.",
            ("US>PL signed 2020: 32 F-35A = USD 4600000000",),
        ),
        (
            "Argentina bought 24 F-16s from Denmark in April 2024 for $300 million. The first six landed there in May.",
            ("DK>AR signed 2024-04: 24 F-16 Fighting Falcon = USD 300000000",),
        ),
        (
            "The Czech Republic and Israel have a contract for four SPYDER batteries. It was signed in October 2021 and cost $500 million.",
            ("IL>CZ signed 2021-10: 4 battery SPYDER = USD 500000000",),
        ),
        (
            "Kuwait bought 28 Super Hornets in 2018. The Gulf emirate paid Boeing $1.5 billion.",
            ("US>KW signed 2018: 28 F/A-18E/F Super Hornet = USD 1500000000",),
        ),
        (
            "Jordan received 60 Gepards from the Netherlands. They had been sold for 21 million euros in 2013.",
            ("NL>JO delivered 2013: 60 Gepard = EUR 21000000",),
        ),
        (
            "Last year Norway decided to buy two more Type 212CD submarines. That brings its order to six.",
            ("DE>NO planned 2023: 2 Type 212CD",),
        ),
        (
            "Ireland approved the purchase of radars from France. A contract with Paris worth 400 million euros was signed in May.",
            ("FR>IE signed 2024-05: radars = EUR 400000000",),
        ),
        (
            "Slovakia took delivery of its first two F-16s in May. It ordered 14 of the aircraft in December 2018.",
            ("US>SK delivering 2018-12: 14 F-16 Fighting Falcon",),
        ),
        (
            "KAI delivered the last of 12 FA-50s to the Philippines in May. The air force ordered another 12 this month.",
            ("KR>PH delivered 2024-05: 12 FA-50", "KR>PH signed 2024-06: 12 FA-50"),
        ),
        (
            "Estonia signed a contract for six K239s. The deal is worth $290 million, and the country is thinking about three more.",
            ("KR>EE signed: 6 K239 Chunmoo = USD 290000000", "KR>EE considered: 3 K239 Chunmoo"),
        ),
        (
            "Ghana took delivery of four patrol boats in March. They were donated by the United States.",
            ("US>GH donated 2024-03: 4 patrol boats",),
        ),
    ],
)
def test_how_a_deal_went_on(text: str, expected: tuple[str, ...]) -> None:
    assert notes(text) == expected


@pytest.mark.parametrize(
    ("more", "stage"),
    [
        ("Another 12 are planned.", "planned"),
        ("A further 12 are to follow.", "planned"),
        ("Twelve more will follow.", "planned"),
        ("An additional 12 are under negotiation.", "negotiating"),
        ("Another 12 are still being discussed.", "negotiating"),
        ("A further 12 followed in 2022.", "signed 2022"),
        ("Another 12 are to be built.", "planned"),
    ],
)
def test_more_of_the_same(more: str, stage: str) -> None:
    found = notes(f"Norway ordered 24 K9 howitzers from South Korea in 2017. {more}")
    assert found == ("KR>NO signed 2017: 24 K9 Thunder", f"KR>NO {stage}: 12 K9 Thunder")


@pytest.mark.parametrize(
    "more", ["Another 12 workers are planned.", "Another 12 meetings are to follow.", "Twelve followed."]
)
def test_more_of_something_else(more: str) -> None:
    assert notes(f"Norway ordered 24 K9 howitzers in 2017. {more}") == ("KR>NO signed 2017: 24 K9 Thunder",)


@pytest.mark.parametrize(
    "choice",
    [
        "In May it picked Saab.",
        "It picked Saab in May, and a contract is expected by summer.",
        "In May it chose Saab over TKMS.",
        "In May Warsaw selected Saab.",
        "In May it opted for Saab.",
    ],
)
def test_the_firm_chosen_for_what_was_wanted(choice: str) -> None:
    assert notes(f"Warsaw wants three submarines. {choice}") == ("SE>PL selected 2024-05: 3 submarines",)


@pytest.mark.parametrize(
    "choice",
    ["It may pick Saab.", "It has not chosen Saab.", "In May Norway picked Saab.", "Saab was picked for a museum."],
)
def test_no_firm_chosen(choice: str) -> None:
    assert not [n for n in notes(f"Warsaw wants three submarines. {choice}") if n.startswith("SE>PL selected")]


def test_a_version_of_which_some_are_ordered_does_not_change_the_first_order() -> None:
    found = notes(
        "India bought 36 Rafales in 2016. In April it ordered 26 of the naval version for 630 billion rupees."
    )
    assert found[0] == "FR>IN signed 2016: 36 Rafale"


def test_the_lease_and_the_later_purchase_are_two() -> None:
    found = notes("Hungary has leased Gripens since 2006. In February it agreed to buy four more.")
    assert found == ("SE>HU signed 2006/..: JAS 39 Gripen", "SE>HU signed 2024-02: 4 JAS 39 Gripen")


def test_arms_that_others_make_up_for_are_not_bought() -> None:
    found = notes(
        "Czechia signed for 14 Leopard 2A4s as compensation for its T-72s. Berlin has so far delivered eight."
    )
    assert found == ("DE>CZ signed: 14 Leopard 2A4",)
