"""Wordings of news pages: appositions, days of decisions, polls, financial words, holdings at the time of writing."""

from __future__ import annotations

import pytest
from observation_reading import Told, read, summary


def told(body: str, title: str = "Defence spending and arms trade") -> Told:
    return summary(read(f"{title}\n\n{body}\n", "2025-06-23"))


CASES: list[tuple[str, Told]] = [
    (
        "NATO's newest member Finland plans to raise its defence spending by 3 billion euros in the state budget for 2026.",
        [("3 billion euros", "Finland", "2026")],
    ),
    (
        "In April, a parliamentary commission recommended measures to bring Danish defence spending to 2.6 percent of GDP.",
        [("2.6 percent of GDP", "Denmark", None)],
    ),
    (
        "Since the start of Russia's February 2022 invasion, Norway has provided 2 billion euros of military aid to Ukraine.",
        [("2 billion euros", "Norway", "2022-02/..")],
    ),
    (
        "Danish arms imports shot up by 55 percent over 2020-2024 compared with 2015-2019.",
        [("55 percent", "Denmark", "2020/2024")],
    ),
    (
        "The United States had 52 percent of Danish arms imports between 2015 and 2019; the share rose to 64 percent in the "
        "subsequent five-year period.",
        [("52 percent", "Denmark", "2015/2019"), ("64 percent", "Denmark", "2020/2024")],
    ),
    (
        "As part of the mission, more than 34,000 soldiers have already been trained.",
        [("more than 34,000 soldiers", None, "2025-06")],
    ),
]


@pytest.mark.parametrize(("body", "expected"), CASES)
def test_wordings_of_news(body: str, expected: Told) -> None:
    assert told(body) == expected


def test_a_story_about_a_poll_dates_its_shares() -> None:
    body = (
        "Support for a bigger army was softer in Spain (46%). Italy was an outlier: only 17% favoured higher spending."
    )
    assert told(body, "Europeans back defence spending, poll finds") == [
        ("46%", "Spain", "2025-06"),
        ("17%", "Italy", "2025-06"),
    ]


def test_what_is_on_order_now_is_not_of_the_years_of_a_survey() -> None:
    body = "SIPRI says that Danish arms imports rose by 12 per cent. Denmark has 27 fighter jets on order."
    found = told(body, "Arms trade in 2020-24, says SIPRI")
    assert found == [("12 per cent", "Denmark", "2020/2024"), ("27 fighter jets", "Denmark", "2025-06")]


@pytest.mark.parametrize(
    "text",
    [
        "Acme Co. is awarded a $317,845,120 firm-fixed-price contract for the production of 212 AIM-9X missiles for Japan.",
        "Work will be performed in Tucson, Arizona (41%), and Andover, Massachusetts (12%).",
        "Foreign Military Sales funds in the amount of $98,000,000 were obligated at the time of the award.",
        "General Dynamics was awarded a $1.1 billion modification for the production of 250 Abrams tanks.",
        "Two firms signed contracts with Poland to supply 180 K2 tanks in the 2022-25 period.",
    ],
)
def test_the_terms_of_a_contract_award_are_no_statistics(text: str) -> None:
    assert told(text, "Contracts of the week") == []
