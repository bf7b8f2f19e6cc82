"""How far a deal has come, and how a sentence puts it: verbs, aspect, modality, conditions, denials."""

from __future__ import annotations

import pytest
from transfer_reading import notes, read

from kordef.vocabulary import Modality, Stage

TITLE = "Notes of the week\n\n"

STAGES: list[tuple[str, tuple[str, ...]]] = [
    ("Romania signed a contract for 54 K9 howitzers.", ("KR>RO signed: 54 K9 Thunder",)),
    ("Romania is nearing a contract for 54 K9 howitzers.", ("KR>RO negotiating: 54 K9 Thunder",)),
    ("Romania is on the verge of ordering 54 K9 howitzers.", ("KR>RO negotiating: 54 K9 Thunder",)),
    ("Romania will sign a contract for 54 K9 howitzers next month.", ("KR>RO planned 2024-07: 54 K9 Thunder",)),
    ("Romania is expected to order 54 K9 howitzers.", ("KR>RO planned: 54 K9 Thunder",)),
    ("Romania is likely to pick the K9 howitzer.", ("KR>RO planned: K9 Thunder",)),
    ("Romania may order 54 K9 howitzers.", ("KR>RO considered: 54 K9 Thunder",)),
    ("Romania would be granted 54 K9 howitzers under the plan.", ("KR>RO considered: 54 K9 Thunder",)),
    ("Romania's order could surge to 90 K9 howitzers.", ("KR>RO considered: 90 K9 Thunder",)),
    ("Romania has reportedly ordered 54 K9 howitzers.", ("KR>RO signed: 54 K9 Thunder",)),
    ("Romania's proposed purchase of 54 K9 howitzers drew criticism.", ("KR>RO planned: 54 K9 Thunder",)),
    ("Romania has agreed in principle to buy 54 K9 howitzers.", ("KR>RO planned: 54 K9 Thunder",)),
    ("Romania has decided to buy 54 K9 howitzers.", ("KR>RO planned: 54 K9 Thunder",)),
    ("Romania has shelved plans to buy 54 K9 howitzers.", ("KR>RO suspended: 54 K9 Thunder",)),
    ("Romania has put on hold an order for 54 K9 howitzers.", ("KR>RO suspended: 54 K9 Thunder",)),
    ("If parliament agrees, Romania will order 54 K9 howitzers.", ("KR>RO considered: 54 K9 Thunder",)),
    ("Romania will order 54 K9 howitzers provided that parliament agrees.", ("KR>RO considered: 54 K9 Thunder",)),
    ("Romania has yet to sign a contract for 54 K9 howitzers.", ("KR>RO considered: 54 K9 Thunder",)),
    ("Romania hopes to receive 54 K9 howitzers by 2029.", ("KR>RO planned ../2029: 54 K9 Thunder",)),
    ("Romania is mulling an order for 54 K9 howitzers.", ("KR>RO considered: 54 K9 Thunder",)),
    ("Romania wants to buy 54 K9 howitzers.", ("KR>RO considered: 54 K9 Thunder",)),
    ("Romania should buy 54 K9 howitzers, a think-tank says.", ("KR>RO considered: 54 K9 Thunder",)),
    (
        "Hanwha Aerospace was named preferred bidder for Romania's order of 54 K9 howitzers.",
        ("KR>RO selected: 54 K9 Thunder",),
    ),
    (
        "Hanwha Aerospace is competing for a Romanian order of 54 howitzers with its K9.",
        ("KR>RO considered: 54 K9 Thunder",),
    ),
    ("Hanwha Aerospace hopes to sell Romania 54 K9 howitzers.", ("KR>RO considered: 54 K9 Thunder",)),
    ("Romania's parliament approved the purchase of 54 K9 howitzers.", ("KR>RO planned: 54 K9 Thunder",)),
    ("Romania's parliament is to vote on the purchase of 54 K9 howitzers.", ("KR>RO planned: 54 K9 Thunder",)),
    ("Romania's order for 54 K9 howitzers has been cancelled.", ("KR>RO cancelled: 54 K9 Thunder",)),
    ("Romania's order for 54 K9 howitzers was frozen.", ("KR>RO suspended: 54 K9 Thunder",)),
    ("Talks on 54 K9 howitzers for Romania collapsed.", ("KR>RO cancelled: 54 K9 Thunder",)),
    ("Talks on 54 K9 howitzers for Romania are under way.", ("KR>RO negotiating: 54 K9 Thunder",)),
    ("Romania has begun to receive its 54 K9 howitzers.", ("KR>RO delivering: 54 K9 Thunder",)),
    ("Romania has received all 54 K9 howitzers.", ("KR>RO delivered: 54 K9 Thunder",)),
    ("Taiwan would be granted 66 F-16V fighters.", ("US>TW considered: 66 F-16V Viper",)),
    (
        "Iraq is close to a $2.8 billion deal for Cheongung-II missiles from South Korea.",
        ("KR>IQ negotiating: M-SAM II Cheongung-II = USD 2800000000",),
    ),
    (
        "Morocco is in the final stages of negotiating 36 K2 tanks with Hyundai Rotem.",
        ("KR>MA negotiating: 36 K2 Black Panther",),
    ),
    ("Saudi Arabia could buy up to 100 KF-21 fighters from South Korea.", ("KR>SA considered: 100 KF-21 Boramae",)),
    ("Malaysia's purchase of 18 FA-50 jets awaits approval.", ("KR>MY planned: 18 FA-50",)),
    ("Kuwait has expressed interest in the Cheongung-II.", ("KR>KW considered: M-SAM II Cheongung-II",)),
    ("Egypt is weighing the FA-50 against the M-346.", ("KR>EG considered: FA-50",)),
    ("Thailand has short-listed the Gripen E.", ("SE>TH considered: JAS 39E",)),
    ("Brazil has suspended the purchase of 36 ATMOS howitzers from Israel.", ("IL>BR suspended: 36 ATMOS",)),
    ("Greece has shelved plans to buy Marder vehicles from Germany.", ("DE>GR suspended: Marder",)),
    ("Argentina terminated a contract for 12 JF-17 fighters.", ("PK>AR cancelled: 12 JF-17 Thunder",)),
    ("Colombia scrapped its order for 16 Rafale fighters.", ("FR>CO cancelled: 16 Rafale",)),
    ("If Congress agrees, Taiwan will receive 66 F-16V fighters.", ("US>TW considered: 66 F-16V Viper",)),
    ("Croatia will buy 50 Leopard 2A8 tanks on condition that the EU pays.", ("DE>HR considered: 50 Leopard 2A8",)),
    ("Poland agreed in principle to buy 96 Apache helicopters.", ("US>PL planned: 96 AH-64 Apache",)),
    ("Poland promised to buy 96 Apache helicopters from the United States.", ("US>PL planned: 96 AH-64 Apache",)),
    ("Australia has selected the Mogami frigate from Japan.", ("JP>AU selected: Mogami class",)),
    ("Hanwha Ocean is the preferred bidder for Canada's order of 12 submarines.", ("KR>CA selected: 12 submarines",)),
    ("KAI hopes to sell Slovakia ten FA-50 jets.", ("KR>SK considered: 10 FA-50",)),
    ("Saab wants to supply Portugal with 27 Gripen E fighters.", ("SE>PT considered: 27 JAS 39E",)),
    ("Hungary should buy the K2 tank, an analyst said.", ("KR>HU considered: K2 Black Panther",)),
    ("Washington urged Seoul to sell Kyiv 155 mm shells.", ("KR>UA considered: 155 mm shells",)),
    ("Berlin allowed Madrid to give Ukraine ten Leopard 2A4 tanks.", ("ES>UA planned: 10 Leopard 2A4",)),
    ("Kyiv called on Seoul to supply Cheongung-II missiles.", ("KR>UA considered: M-SAM II Cheongung-II",)),
    ("Riga asked Washington to sell it six HIMARS launchers.", ("US>LV considered: 6 M142 HIMARS",)),
    ("Rome persuaded Jakarta to buy six FREMM frigates.", ("None>ID planned: 6 FREMM",)),
    ("Warsaw pressed Seoul to deliver 180 K2 tanks faster.", ("KR>PL considered: 180 K2 Black Panther",)),
    ("Romania put an order for 54 K9 howitzers on hold.", ("KR>RO suspended: 54 K9 Thunder",)),
    ("Egypt's order for 24 Su-35 fighters was frozen.", ("RU>EG suspended: 24 Su-35",)),
    (
        "Qatar's order for 24 Typhoon fighters, signed in 2017, was completed in 2024.",
        ("None>QA delivered 2017: 24 Eurofighter",),
    ),
    ("Lithuania has begun to receive its 18 CAESAR howitzers.", ("FR>LT delivering: 18 CAESAR",)),
    ("Greece has received all 24 of its Rafale fighters.", ("FR>GR delivered: 24 Rafale",)),
    ("Talks with Egypt over 100 FA-50 jets are under way.", ("KR>EG negotiating: 100 FA-50",)),
    ("Talks with Argentina over FA-50 jets collapsed.", ("KR>AR cancelled: FA-50",)),
    ("The Czech Republic has decided to buy 24 F-35A jets.", ("US>CZ planned: 24 F-35A",)),
    ("Slovenia cancelled the purchase of 45 Boxer vehicles from Germany.", ("DE>SI cancelled: 45 Boxer",)),
]


@pytest.mark.parametrize(("text", "expected"), STAGES, ids=[text[:60] for text, _ in STAGES])
def test_the_stage_follows_from_verb_aspect_and_modality(text: str, expected: tuple[str, ...]) -> None:
    assert notes(TITLE + text) == expected


NO_DEAL = [
    "Romania denied that it had ordered 54 K9 howitzers.",
    "Romania denied having ordered K9 howitzers.",
    "Romania has not ordered the K9 howitzer.",
    "Romania never ordered the 54 K9 howitzers.",
    "Romania has ruled out buying K9 howitzers.",
    "Romania refused to buy the K9 howitzer.",
    "Romania will not buy the K9 howitzer.",
    "Romania rejected an offer of 54 K9 howitzers.",
    "There is no contract with Romania for K9 howitzers.",
    "Reports that Romania had ordered 54 K9 howitzers were false.",
    "Reports of a Romanian order for K9 howitzers are untrue.",
    "It is unclear whether Romania will order K9 howitzers.",
    "Unless the price falls, Romania will not order the K9 howitzer.",
    "Romania would have bought 54 K9 howitzers.",
    "Romania failed to order K9 howitzers.",
    "Romania considered but did not buy the K9 howitzer.",
    "Romania had wanted to buy 54 K9 howitzers.",
    "Romania could have ordered K9 howitzers long ago.",
    "Turkey's bid to buy 40 Eurofighters from Britain was vetoed by Berlin.",
    "Pakistan denied that it had bought 40 J-35 fighters from China.",
    "Serbia dismissed reports that it would buy Su-57 fighters.",
    "Reports that Peru had ordered K2 tanks were wrong.",
    "Norway did not sign the contract for 54 K2 tanks.",
    "Neither Finland nor Sweden has ordered the F-35B.",
    "Canada has never bought the Gripen.",
    "It is not clear whether Vietnam has signed for K9 howitzers.",
    "Parliament urged the government to lower the price of bread.",
    "Seoul would have sold Peru 20 FA-50 jets had the election gone otherwise.",
    "Bulgaria could have bought the Gripen for less.",
]


@pytest.mark.parametrize("text", NO_DEAL)
def test_what_is_denied_or_did_not_come_about_is_no_deal(text: str) -> None:
    assert notes(TITLE + text) == ()


DOUBTFUL = [
    ("may order", Stage.CONSIDERED, Modality.POSSIBLE),
    ("might order", Stage.CONSIDERED, Modality.POSSIBLE),
    ("could order", Stage.CONSIDERED, Modality.POSSIBLE),
    ("will order", Stage.PLANNED, Modality.PLANNED),
    ("plans to order", Stage.PLANNED, Modality.PLANNED),
    ("is expected to order", Stage.PLANNED, Modality.EXPECTED),
    ("is likely to order", Stage.PLANNED, Modality.EXPECTED),
    ("should order", Stage.CONSIDERED, Modality.DEMANDED),
    ("must order", Stage.CONSIDERED, Modality.DEMANDED),
    ("proposed to order", Stage.CONSIDERED, Modality.PROPOSED),
    ("would order", Stage.CONSIDERED, Modality.CONDITIONAL),
]


@pytest.mark.parametrize(("verb", "stage", "modality"), DOUBTFUL)
@pytest.mark.parametrize(
    ("buyer", "goods"),
    [("Slovakia", "ten FA-50 jets"), ("Peru", "54 K2 tanks"), ("Portugal", "27 Gripen E fighters")],
)
def test_doubt_in_front_of_a_verb_is_kept(verb: str, stage: Stage, modality: Modality, buyer: str, goods: str) -> None:
    _, found = read(f"{TITLE}{buyer} {verb} {goods}.")
    assert [(t.stage, t.modality) for t in found] == [(stage, modality)]


NOT_SIGNED = ["denied that it had ordered", "has not ordered", "never ordered", "refused to order", "will not order", "would have ordered", "denied having ordered", "ruled out ordering"]  # fmt: skip


@pytest.mark.parametrize("words", NOT_SIGNED)
@pytest.mark.parametrize(
    "goods", ["48 K9 howitzers", "12 Rafale fighters", "four FREMM frigates", "16 HIMARS launchers"]
)
@pytest.mark.parametrize("buyer", ["Estonia", "Egypt", "Jakarta"])
def test_a_denied_deal_never_appears_as_signed(words: str, goods: str, buyer: str) -> None:
    assert notes(f"{TITLE}{buyer} {words} {goods}.") == ()


@pytest.mark.parametrize("clause", ["If parliament agrees, {} will order {}.", "{} will order {} provided that parliament agrees.", "{} will order {} on condition that prices fall."])  # fmt: skip
@pytest.mark.parametrize(("buyer", "goods"), [("Slovakia", "ten FA-50 jets"), ("Croatia", "50 Leopard 2A8 tanks")])
def test_a_conditional_deal_is_only_considered(clause: str, buyer: str, goods: str) -> None:
    _, found = read(TITLE + clause.format(buyer, goods))
    assert [(t.stage, t.modality) for t in found] == [(Stage.CONSIDERED, Modality.CONDITIONAL)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Baykar makes the Bayraktar TB2. Excalibur Army delivered 6 Bayraktar TB2 drones to Kenya in 2024.",
            ("CZ>KE delivered 2024: 6 Bayraktar TB2",),
        ),
        (
            "Baykar is a Turkish maker of drones. Baykar delivered 6 Bayraktar TB2 drones to Kenya in 2024.",
            ("TR>KE delivered 2024: 6 Bayraktar TB2",),
        ),
    ],
)
def test_a_firm_may_sell_what_another_firm_of_the_story_makes(text: str, expected: tuple[str, ...]) -> None:
    assert notes(f"Notes of the week\n\n{text}") == expected


def test_a_sum_that_only_a_heading_names_may_cover_a_part() -> None:
    text = (
        "Major orders of the year: R: Chile. M-346, trainer aircraft, 12, ordered 2018, delivered 2020-2021. "
        "EUR300 m deal; option on 6 more, of which 2 taken"
    )
    assert [note.rpartition(" = ")[2] for note in notes(f"{TITLE}{text}")] == ["EUR 300000000"]
