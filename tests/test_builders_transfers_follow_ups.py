"""A contract and the one that it follows, a framework and what comes under it, parts of an order told one by one."""

from __future__ import annotations

import pytest
from transfer_reading import notes


@pytest.mark.parametrize(
    "follows",
    [
        "It follows up on a contract Peru signed in 2019 for the first batch of 24 K2 tanks.",
        "It follows a contract signed in 2019 for the first batch of 24 K2 tanks.",
        "The deal builds on a contract signed in 2019 for a first batch of 24 K2 tanks.",
        "The deal followed an order signed in 2019 for the first 24 K2 tanks.",
        "It is a follow-up to a contract concluded in 2019 for an initial 24 K2 tanks.",
    ],
)
def test_a_contract_that_another_follows_keeps_its_year(follows: str) -> None:
    found = notes(
        f"Peru on 3 June 2024 signed a deal to buy a second batch of 54 K2 tanks from Hyundai Rotem. {follows}"
    )
    assert found == ("KR>PE signed 2024-06-03: 54 K2 Black Panther", "KR>PE signed 2019: 24 K2 Black Panther")


@pytest.mark.parametrize(
    "text",
    [
        "Peru on 3 June 2024 signed a deal for 54 K2 tanks from Hyundai Rotem, a follow-up to the pact inked in 2019.",
        "Peru on 3 June 2024 signed a deal for 54 K2 tanks from Hyundai Rotem. It follows a memorandum signed in 2019.",
    ],
)
def test_the_year_of_an_earlier_paper_is_no_date_of_the_new_one(text: str) -> None:
    assert notes(text) == ("KR>PE signed 2024-06-03: 54 K2 Black Panther",)


@pytest.mark.parametrize(
    ("new", "first"),
    [
        ("has approved a proposal to acquire additional K9 howitzers", "procured the howitzer for the first time"),
        ("plans to buy additional K9 howitzers", "bought the K9 for the first time"),
        ("wants to buy further K9 howitzers", "ordered the K9 howitzer for the first time"),
        ("will buy extra K9 howitzers", "bought K9 howitzers for the first time"),
        ("intends to acquire additional K9 howitzers", "purchased the gun for the first time"),
    ],
)
def test_additional_goods_are_none_of_those_bought_for_the_first_time(new: str, first: str) -> None:
    found = notes(f"Estonia {new} from South Korea. In 2018, Estonia {first}.")
    assert len(found) == 2
    assert "2018" not in found[0]
    assert found[1] == "KR>EE signed 2018: K9 Thunder"


@pytest.mark.parametrize(
    "parts",
    [
        "Five vehicles will be purchased this year and the remaining five in 2026.",
        "Four howitzers will be delivered in 2025 and the remaining six in 2027.",
        "Three will be bought in 2025 and the other seven in 2026.",
        "Two guns will arrive in 2025, and the remaining eight by 2027.",
        "Four vehicles are to be paid for in 2025, three in 2026 and the remaining three in 2027.",
    ],
)
def test_parts_that_make_up_an_order_are_no_orders(parts: str) -> None:
    found = notes(f"Norway's minister has approved the procurement of ten more K9 howitzers from South Korea. {parts}")
    assert len(found) == 1
    assert "10 K9" in found[0]


def test_numbers_that_do_not_make_up_the_order_are_told_apart() -> None:
    found = notes(
        "Norway has ordered ten K9 howitzers from South Korea. Estonia ordered 12 K9 howitzers in 2023 and the remaining six in 2025."
    )
    assert any(note.startswith("KR>EE") for note in found)


@pytest.mark.parametrize("under", ["Under the deal", "Under the agreement", "Under this accord", "Under the pact"])
@pytest.mark.parametrize(
    "what",
    [
        "Hyundai Rotem will deliver 54 K2 tanks by 2027.",
        "Hyundai Rotem will partner with a factory to deliver 54 K2 tanks by 2027.",
        "the Korean firm is to supply 54 K2 tanks.",
    ],
)
def test_what_comes_under_a_framework_is_not_yet_contracted(under: str, what: str) -> None:
    found = notes(f"South Korea has signed a framework agreement to export K2 tanks to Peru. {under}, {what}")
    assert len(found) == 1
    assert found[0].startswith("KR>PE framework")
    assert "54 K2" in found[0]


@pytest.mark.parametrize(
    "ceremony",
    [
        "The signing took place in Lima on 4 June and was attended by the president.",
        "The director said after a signing ceremony on 4 June that the tanks will help.",
        "At a signing ceremony in Lima on 4 June the minister thanked all.",
        "The signing ceremony held on 4 June drew a crowd.",
    ],
)
@pytest.mark.parametrize(
    "deal", ["has signed a framework agreement to export 54 K2 tanks", "has signed a contract to export 54 K2 tanks"]
)
def test_the_day_of_the_ceremony_is_that_of_the_deal(deal: str, ceremony: str) -> None:
    (found,) = notes(f"South Korea {deal} to Peru. {ceremony}")
    assert " 2024-06-04:" in found


@pytest.mark.parametrize(
    "text",
    [
        "South Korea signed a contract on 2 May to export 54 K2 tanks to Peru. He spoke after a signing ceremony on 4 June.",
        "South Korea has signed a contract to export 54 K2 tanks to Peru. An opening ceremony on 4 June drew a crowd.",
    ],
)
def test_other_ceremonies_date_no_deal(text: str) -> None:
    assert "2024-06-04" not in notes(text)[0]


@pytest.mark.parametrize(
    "paper",
    [
        "The memorandum of understanding concerns the supply and maintenance of K9 and Redback vehicles.",
        "The MOU covers the purchase of K9 howitzers.",
        "This memorandum provides for the sale of K9 howitzers.",
        "The MOU foresees the supply of K9 howitzers.",
        "The memorandum deals with the purchase of K9 howitzers.",
    ],
)
def test_what_a_memorandum_is_about_is_not_yet_contracted(paper: str) -> None:
    found = notes(f"Romania has signed a memorandum on the supply of K9 howitzers from South Korea. {paper}")
    assert len(found) == 1
    assert "signed" not in found[0]


@pytest.mark.parametrize(
    "text",
    [
        "Among the NATO member countries that previously purchased the K9 howitzer are Norway, Finland and Estonia.",
        "NATO allies have bought the K9 howitzer.",
        "The K9 was bought by EU member states.",
        "NATO members ordered K9 howitzers.",
    ],
)
def test_what_members_of_a_union_bought_the_union_did_not(text: str) -> None:
    assert notes(text) == ()


def test_members_of_a_union_may_buy_a_number_together() -> None:
    (found,) = notes("NATO allies will buy 1,000 Patriot missiles from the United States.")
    assert "1000" in found


@pytest.mark.parametrize(
    "sums",
    ["700 million USD", "about 975.3 billion KRW / 700 million USD", "EUR 640 million ($700 million)"],
)
@pytest.mark.parametrize("work", ["the delivery", "the production and delivery", "the design, production and delivery"])
def test_contracts_for_work_and_delivery_are_no_deliveries(sums: str, work: str) -> None:
    (found,) = notes(
        f"KAI announced the signing of a contract worth {sums} with the Department of National Defense of the Philippines for {work} of 12 FA-50PH aircraft."
    )
    assert found.startswith("KR>PH signed: 12 FA-50PH = ")


@pytest.mark.parametrize("bore", ["155-mm/52 ", "155 mm / L52 ", "155mm/52 ", "155-mm "])
def test_the_length_of_a_barrel_parts_no_number_from_its_gun(bore: str) -> None:
    found = notes(
        f"Romania wants the Redback vehicle. Last year Hanwha sold 212 units of {bore}K9 howitzers to the Polish Armed Forces."
    )
    assert "KR>PL signed 2023: 212 K9 Thunder" in found


@pytest.mark.parametrize(
    "text",
    [
        "Germany's committee approved the purchase of 18 Leopard 2 tanks to replenish stocks depleted by supplies to Ukraine.",
        "Germany's committee approved the purchase of 18 Leopard 2 tanks to refill stocks emptied by deliveries to Ukraine.",
        "Germany's committee approved the purchase of 18 Leopard 2 tanks to restore inventories after its donations to Ukraine.",
    ],
)
def test_whom_stocks_went_to_gets_no_new_goods(text: str) -> None:
    assert not [note for note in notes(text) if ">UA" in note and "18" in note]


@pytest.mark.parametrize(
    "text",
    [
        "A batch of 24 K9 howitzers has left Hanwha's factory in Changwon to be sent to Peru.",
        "24 K9 howitzers rolled out of Hanwha's works to be sent to Peru.",
        "The first 24 K9 howitzers were rolled out from Hanwha's plant to be sent to Peru.",
    ],
)
def test_goods_that_a_firm_has_made_are_no_gift(text: str) -> None:
    assert not [note for note in notes(text) if "donated" in note]


@pytest.mark.parametrize(
    "first",
    [
        "Peru bought the first batch of 24 K9 howitzers for $45 million in 2017.",
        "In 2017, Peru ordered a first batch of 24 K9 howitzers.",
        "Peru had purchased an initial batch of 24 K9 howitzers in 2017.",
    ],
)
@pytest.mark.parametrize(
    "new",
    [
        "Peru will acquire 24 K9 howitzers from South Korea in an $85 million deal.",
        "Peru has signed an $85 million contract with South Korea's Hanwha Aerospace for the supply of an additional 24 K9 howitzers.",
    ],
)
def test_the_first_batch_is_another_contract(new: str, first: str) -> None:
    found = notes(f"{new} {first}")
    assert len(found) == 2
    assert "2017" not in found[0]
    assert "USD 85000000" in found[0]
    assert " 2017: 24 K9" in found[1]


@pytest.mark.parametrize(
    "order",
    [
        "That initial order had already delivered 24 K9 units to the Peruvian Army.",
        "The first contract had delivered 24 K9 howitzers to the Peruvian Army.",
        "The initial order delivered 24 K9 howitzers to Peru.",
    ],
)
def test_what_the_first_order_brought_is_not_what_the_second_will(order: str) -> None:
    found = notes(f"Peru has signed a $253 million contract with Hanwha for an additional 24 K9 howitzers. {order}")
    assert found[0].startswith("KR>PE signed")
    assert not [note for note in found[1:] if "253000000" in note]


@pytest.mark.parametrize(
    "losers",
    [
        "beating India's Tejas, Pakistan's JF-17 and Turkey's Hürjet",
        "beating India's Tejas and Russia's MiG-35",
        "outbidding Italy's M-346 and China's JF-17",
    ],
)
def test_the_homes_of_what_lost_get_nothing(losers: str) -> None:
    found = notes(
        f"KAI has won a contract to sell 18 jets to Malaysia. It signed a deal with the Defence Ministry for 18 FA-50 light attack aircraft, {losers}."
    )
    assert len(found) == 1
    assert found[0].startswith("KR>MY signed")


@pytest.mark.parametrize(
    "behind",
    [
        "The deal includes an unspecified number of rockets.",
        "This purchase by Hanwha marks a breakthrough in Europe.",
        "The $2 billion deal is set to see local firms involved.",
        "The agreement also covers training.",
    ],
)
def test_what_a_plan_holds_does_not_make_it_a_contract(behind: str) -> None:
    found = notes(f"Norway's parliament approved the procurement of 16 South Korean K239 Chunmoo systems. {behind}")
    assert len(found) == 1
    assert found[0].startswith("KR>NO planned")


@pytest.mark.parametrize(
    "text",
    [
        "Norway approved the purchase of 16 K239 Chunmoo systems, selecting it over the US HIMARS.",
        "Norway approved the purchase of 16 K239 Chunmoo systems, choosing it over the HIMARS.",
        "Norway approved the purchase of 16 K239 Chunmoo systems, picking them over the HIMARS.",
    ],
)
def test_a_choice_told_behind_a_plan_is_no_deal_of_its_own(text: str) -> None:
    found = notes(text)
    assert len(found) == 1
    assert found[0].startswith("KR>NO planned")


@pytest.mark.parametrize(
    "parts",
    [
        "In line with the contract, 12 of the launchers will be manufactured in South Korea, with the remaining 60 to be produced in Poland.",
        "The first 12 will be built in South Korea and the remaining 60 in Poland, to be assembled there.",
        "Of the launchers, 12 will be made in South Korea and the other 60 produced in Poland.",
    ],
)
def test_where_the_parts_of_an_order_are_made(parts: str) -> None:
    found = notes(f"Poland has agreed to purchase 72 Chunmoo systems from South Korea. {parts}")
    assert len(found) == 1
    assert "72 K239" in found[0]


@pytest.mark.parametrize(
    "more",
    [
        "Deliveries begin in 2031, with an additional 16 F-35As to be purchased at a later date.",
        "Jets come from 2031 to 2033, with an additional 16 F-35As to be bought later.",
        "First jets come in 2031, with an extra 16 F-35As to be acquired in the next decade.",
    ],
)
def test_more_that_is_still_to_be_bought(more: str) -> None:
    found = notes(f"Romania signed a contract for 32 F-35As in May 2024. {more}")
    assert len(found) == 2
    assert found[0] == "US>RO signed 2024-05: 32 F-35A"
    assert found[1].startswith("US>RO planned")


@pytest.mark.parametrize(
    "text",
    [
        "Hanwha signed a basic contract with Poland in Warsaw on 19 October 2022 to supply 288 Chunmoo launchers.",
        "Hanwha and Poland signed a basic contract on 19 October 2022 for 288 Chunmoo launchers.",
    ],
)
def test_a_basic_contract_is_a_framework(text: str) -> None:
    (found,) = notes(text)
    assert found.startswith("KR>PL framework 2022-10-19: 288 K239")
