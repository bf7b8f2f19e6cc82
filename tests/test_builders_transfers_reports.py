"""Deals as news reports come back to them: told twice, priced once, with what surrounds them left out."""

from __future__ import annotations

import pytest
from transfer_reading import notes


def told(text: str) -> list[str]:
    return list(notes("Notes of the week\n\n" + text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hanwha Aerospace signed a $300 million contract to supply its K9 howitzers to Latvia. "
            "Hanwha Aerospace will deliver 18 K9 howitzers and six K10 vehicles to the country from 2027.",
            ["KR>LV signed: 18 K9 Thunder, 6 K10 = USD 300000000"],
        ),
        (
            "Latvia signed a contract for 18 K9 howitzers on 3 May 2024. The deal was first spoken of in March, when the "
            "minister made known Riga's intent to acquire the howitzer.",
            ["KR>LV signed 2024-05-03: 18 K9 Thunder"],
        ),
        (
            "Peru signed a deal to buy 12 FA-50s. The new deal is the second FA-50 contract between the two nations, "
            "following an earlier agreement in 2014 for the delivery of 14 jets.",
            ["KR>PE signed: 12 FA-50", "KR>PE signed 2014: 14 FA-50"],
        ),
        (
            "KAI will deliver two FA-50 jets to the Philippines in December. Manila signed a contract to buy 12 FA-50s on "
            "28 March 2014.",
            ["KR>PH signed 2014-03-28: 12 FA-50"],
        ),
        (
            "Latvia signed a contract for 18 K9 howitzers on 3 May 2024. The order comes eight years after Hanwha completed "
            "supplying 18 K9 howitzers to Latvia in 2016.",
            ["KR>LV signed 2024-05-03: 18 K9 Thunder", "KR>LV delivered 2016: 18 K9 Thunder"],
        ),
        (
            "Peru signed a contract on 3 May 2024 for 180 K2 tanks. The contract worth $2.5 billion provides for the delivery "
            "of 116 tanks of the South Korean K2GF version and 64 tanks of the Polish K2PL version.",
            ["KR>PE signed 2024-05-03: 116 K2GF, 64 K2PL = USD 2500000000"],
        ),
        (
            "Peru will sign the second contract, for 180 K2 tanks, shortly. The first contract signed in 2022 covered 180 K2 "
            "tanks worth $3.37 billion.",
            ["KR>PE planned: 180 K2 Black Panther", "KR>PE signed 2022: 180 K2 Black Panther = USD 3370000000"],
        ),
    ],
)
def test_one_deal_told_twice_is_one_and_two_are_two(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Latvia signed a contract for 18 K9 howitzers for 90 million dollars in 2017. The accumulated amount of K9 exports "
            "has surpassed 13 trillion won.",
            ["KR>LV signed 2017: 18 K9 Thunder = USD 90000000"],
        ),
        (
            "Seoul shipped 18 FA-50s to Malaysia in May 2023 and has exported over 140 jets to six countries, including "
            "Indonesia, Iraq and Poland.",
            ["KR>MY delivered 2023-05: 18 FA-50"],
        ),
        (
            "Peru signed for 12 FA-50s. KAI plans to widen its export platforms, including the Surion helicopter and the KF-21.",
            ["KR>PE signed: 12 FA-50"],
        ),
        (
            "Under the agreement, Hanwha and Romarm will cooperate in supplying and maintaining K9 howitzers for Romania.",
            [],
        ),
        ("Hanwha and Romarm agreed on collaboration in producing and supplying the K9 howitzer for Romania.", []),
        (
            "The K2 tanks are equipped with 120 mm smoothbore guns and 12.7 mm machine guns. Peru ordered 54 K2 tanks in 2022.",
            ["KR>PE signed 2022: 54 K2 Black Panther"],
        ),
        (
            "Romania, a member of the North Atlantic Treaty Organization (NATO), ordered 54 K9 howitzers after Russia's "
            "invasion of Ukraine.",
            ["KR>RO signed: 54 K9 Thunder"],
        ),
        (
            "Latvia ordered 18 K9 howitzers in the wake of Russia's attacks on Ukraine.",
            ["KR>LV signed: 18 K9 Thunder"],
        ),
    ],
)
def test_what_surrounds_a_deal_is_none(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "KAI signed a contract in 2023 to deliver 18 FA-50 jets to Malaysia.",
            ["KR>MY signed 2023: 18 FA-50"],
        ),
        (
            "In 2019 Norway signed an agreement worth 20 million dollars for the delivery of 24 K9 howitzers.",
            ["KR>NO signed 2019: 24 K9 Thunder = USD 20000000"],
        ),
        (
            "Peru signed the contract with Hyundai Rotem on the delivery of 54 K2 tanks on August 1, 2023.",
            ["KR>PE signed 2023-08-01: 54 K2 Black Panther"],
        ),
        (
            "Hyundai Rotem inked a framework agreement to export up to 500 K2 tanks to Peru.",
            ["KR>PE framework: 500 K2 Black Panther"],
        ),
        (
            "A second contract covering 180 K2 tanks for Peru and 81 support vehicles will be signed by November.",
            ["KR>PE planned: 180 K2 Black Panther, 81 support vehicles"],
        ),
        (
            "South Korea and Peru signed an agreement for Seoul to provide 12 FA-50 jets worth 700 million dollars.",
            ["KR>PE signed: 12 FA-50 = USD 700000000"],
        ),
        (
            "The contract signed in 2022 covered 180 South Korea-made K2 tanks for Peru.",
            ["KR>PE signed 2022: 180 K2 Black Panther"],
        ),
        (
            "KAI signed the deal with the Department of National Defense of the Philippines to export 12 FA-50 jets.",
            ["KR>PH signed: 12 FA-50"],
        ),
    ],
)
def test_contracts_say_how_far_they_have_come(text: str, expected: list[str]) -> None:
    found = [n.replace("../2024-11", "").replace("planned :", "planned:") for n in told(text)]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "LIG Nex1 has won a $3.2 billion contract to export Cheongung-II missiles to Saudi Arabia. The deal follows its "
            "contract with Kuwait in early 2022 for missile sales worth $3.5 billion.",
            [
                "KR>SA signed: M-SAM II Cheongung-II = USD 3200000000",
                "KR>KW signed 2022: M-SAM II Cheongung-II = USD 3500000000",
            ],
        ),
        (
            "Hyundai Rotem has been selected as a preferred bidder to export 30 K808 vehicles to Peru. The deal, valued at $60 "
            "million, is anticipated to be formalized soon.",
            ["KR>PE selected: 30 K808 = USD 60000000"],
        ),
        (
            "Latvia picked Hanwha to supply the army with long-range artillery in a deal worth 19 million euros, preferring the "
            "South Korean company's Chunmoo system over competing offers from KNDS as well as the U.S. HIMARS. Latvia agreed "
            "to buy 16 launch systems.",
            ["KR>LV signed: 16 K239 Chunmoo = EUR 19000000"],
        ),
        (
            "Latvia picked the K239 Chunmoo. US-origin M142 HIMARS and Israeli-origin PULS launchers were also considered.",
            ["KR>LV selected: K239 Chunmoo"],
        ),
        (
            "Hyundai Rotem signed a cooperation agreement with Peru. The agreement lays the groundwork for exports of K2 tanks "
            "to Peru.",
            ["KR>PE considered: K2 Black Panther"],
        ),
        (
            "South Korea has pledged to deliver all four KSS-III submarines to Canada by 2035.",
            ["KR>CA planned ../2035: 4 KSS-III"],
        ),
        ("Germany has pledged to deliver four Leopard 2 tanks to Ukraine.", ["DE>UA planned: 4 Leopard 2"]),
        ("LIG Nex1 cannot deliver to Iraq without the supply of radars from Hanwha.", []),
        (
            "Hyundai Rotem has secured a $60 million contract to supply 30 K808 vehicles to Peru. The deal was completed three "
            "weeks after the company was selected on April 30 by the army.",
            ["KR>PE signed: 30 K808 = USD 60000000"],
        ),
    ],
)
def test_what_is_chosen_promised_or_told_beside_a_deal(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "HD Hyundai has secured an order worth 745 billion won from Peru to build and deliver six 2,400-ton offshore patrol "
            "vessels.",
            ["KR>PE signed: 6 offshore patrol vessels = KRW 745000000000"],
        ),
        (
            "HD Hyundai signed a contract with the Peruvian Navy to build two 3,200-ton frigates, bringing its total naval "
            "exports to 20 vessels.",
            ["KR>PE signed: 2 frigates"],
        ),
        ("Estonia will join Finland in purchasing K9 howitzers from South Korea.", ["KR>EE planned: K9 Thunder"]),
        ("Peru flies 12 FA-50s and has intentions to obtain 12 more.", ["KR>PE planned: 12 FA-50"]),
        ("The UAE was supposed to acquire 50 F-35 aircraft but did not agree to the conditions.", []),
        (
            "Estonia has agreed to buy South Korean artillery in a 46 million-euro deal. The Estonian military procurement "
            "agency says the contract with Hanwha is for 12 K9 howitzers.",
            ["KR>EE signed: 12 K9 Thunder = EUR 46000000"],
        ),
        (
            "Tallinn has contracted 24 South Korean self-propelled artillery units. In 2018, Estonia inked a contract with "
            "South Korea for the delivery of 24 K9 units.",
            ["KR>EE signed 2018: 24 K9 Thunder"],
        ),
        ("Peru ordered 12 FA-50s and six K9.The deal was signed in Lima.", ["KR>PE signed: 12 FA-50, 6 K9 Thunder"]),
    ],
)
def test_orders_for_what_is_measured_joined_or_meant(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hyundai Rotem delivered the first batch of 10 K2 tanks to Peru in December 2023, part of a larger $3.4 billion "
            "contract for 120 tanks.",
            ["KR>PE delivering 2023-12: 120 K2 Black Panther = USD 3400000000"],
        ),
        (
            "Australia has selected Hanwha as the preferred tenderer to deliver 129 Redback vehicles. The project will have a "
            "value of $5 billion, making it one of the largest acquisition projects of its army.",
            ["KR>AU selected: 129 AS21 Redback = USD 5000000000"],
        ),
        (
            "Hanwha will export charges for NATO standard artillery rounds in a deal worth 175 billion won to Latvia.",
            ["KR>LV signed: artillery rounds = KRW 175000000000"],
        ),
        (
            "If Latvia decides to acquire South Korea's K9 howitzers, a package of K9s and shells can be exported.",
            ["KR>LV considered: K9 Thunder"],
        ),
        (
            "Latvia has awarded a US$130 million contract for 18 K9 howitzers to Hanwha.",
            ["KR>LV signed: 18 K9 Thunder = USD 130000000"],
        ),
    ],
)
def test_parts_choices_and_conditions(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The new order follows a framework agreement that Peru signed with Hanwha in July 2022 to purchase 672 K9 howitzers.",
            ["KR>PE framework 2022-07: 672 K9 Thunder"],
        ),
        (
            "Seoul and Lima agreed to explore possible exports of the K239 Chunmoo to Peru.",
            ["KR>PE considered: K239 Chunmoo"],
        ),
        ("Peru signed what is likely the last major weapon acquisition contract with Hanwha of South Korea.", []),
        (
            "The process of procuring further HIMARS launchers from the United States for Estonia is ongoing.",
            ["US>EE planned: M142 HIMARS"],
        ),
    ],
)
def test_frameworks_and_what_is_under_way(text: str, expected: list[str]) -> None:
    assert told(text) == expected
