"""Figures that go on with others: the figure taken up in a new paragraph, the level before, what a hypothesis tells."""

from __future__ import annotations

import pytest
from observation_reading import Told, read, summary


def told(text: str, published: str = "2025-11-06") -> Told:
    return summary(read(f"{text}\n", published))


TAKEN_UP: list[tuple[str, Told]] = [
    (
        "The Belgian army had 10,400 soldiers in 2018.\n\nAt the end of 2022 the number was only just over 9,900.",
        [("10,400 soldiers", "army of Belgium", "2018"), ("only just over 9,900", "army of Belgium", "2022")],
    ),
    (
        "Last year Sweden's defence budget came to SEK 138 billion. In total, this represents 2.4% of the country's GDP.",
        [("SEK 138 billion", "Sweden", "2024"), ("2.4%", "Sweden", "2024")],
    ),
    (
        "Last year Sweden's defence budget came to SEK 138 billion.\n\nThat equals 2.4% of the country's GDP.",
        [("SEK 138 billion", "Sweden", "2024"), ("2.4%", "Sweden", "2024")],
    ),
    (  # a goal of a later year says nothing of what is so by now
        "In June the NATO allies agreed to spend 5% of GDP on defence by 2035. So far the alliance's average is 2.7%.",
        [("5% of GDP", "NATO", "../2035"), ("2.7%", "North Atlantic Treaty Organization", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TAKEN_UP)
def test_a_figure_that_is_taken_up_is_of_the_same(text: str, expected: Told) -> None:
    assert told(text) == expected


FORMER: list[tuple[str, Told]] = [
    (
        "Aselsan said its profit in the third quarter rose to 20 million euros from 14 million euros.",
        [("20 million euros", "Aselsan", "2025-35"), ("14 million euros", "Aselsan", "2024-35")],
    ),
    (
        "Aselsan posted a profit of 20 million euros for the third quarter, up from 14 million euros.",
        [("20 million euros", "Aselsan", "2025-35"), ("14 million euros", "Aselsan", "2024-35")],
    ),
    (
        "In the third quarter Aselsan's operating profit fell from 20 million euros to 14 million euros.",
        [("20 million euros", "Aselsan", "2024-35"), ("14 million euros", "Aselsan", "2025-35")],
    ),
    (
        "Its defence arm saw sales increase by 21% compared to the same period in 2024 to 400 million euros.",
        [("21%", "Aselsan", "2025-35"), ("400 million euros", "Aselsan", "2025-35")],
    ),
    (  # what somebody gained once is no time of the profit
        "Aselsan posted a profit of 20 million euros for the third quarter, owing to last year's one-off gain.",
        [("20 million euros", "Aselsan", "2025-35")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FORMER)
def test_the_level_before_is_of_the_same_part_of_the_year_before(text: str, expected: Told) -> None:
    assert told(f"Aselsan reports third-quarter profit on radar sales\n\n{text}") == expected


SUBJECTS: list[tuple[str, Told]] = [
    (
        "In May 2025 nearly 40 percent of Spaniards, 52 percent of Poles and 31 percent of Germans want larger defence budgets.",
        [("40 percent", "Spain", "2025-05"), ("52 percent", "Poland", "2025-05"), ("31 percent", "Germany", "2025-05")],
    ),
    (
        "As of 31 March 2025, donors have allocated EUR 77.1 billion in military support to Ukraine.",
        [("EUR 77.1 billion", "donors", "2025-03-31")],
    ),
    (
        "Western countries have committed at least 210 billion euros in military aid to Ukraine since February 2022.",
        [("at least 210 billion euros", "Western countries", "2022-02/..")],
    ),
    (
        "The Chilean army got new boots. Planning to spend 2.6% of its GDP on defence this year, Finland is content.",
        [("2.6% of its GDP", "Finland", "2025")],
    ),
    (
        "In March 2025 the Danish cabinet agreed to lift defence spending to 3.2% of GDP.",
        [("3.2% of GDP", "Denmark", None)],
    ),
    (
        "Last week the president called for Latvia to spend 6 percent of GDP on defence.",
        [("6 percent of GDP", "Latvia", None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SUBJECTS)
def test_whose_a_figure_is(text: str, expected: Told) -> None:
    found = told(text)
    assert [(period, subject) for _, subject, period in found] == [(p, s) for _, s, p in expected]


@pytest.mark.parametrize(
    "text",
    [
        "If Italy were to adopt the 4% goal, its military spending would rise from EUR 33 billion to over EUR 90 billion.",
        "Were Greece to spend 7% of its income on the army, little else would be paid for.",
        "Military spending would reach EUR 90 billion if Italy were to follow Poland.",
        "Defence outlays would come to 4% of GDP if the Dutch were to agree.",
        "If the alliance were to ask for 6% of GDP for defence, Spain's budget would have to grow to EUR 90 billion.",
    ],
)
def test_a_hypothesis_tells_no_figure(text: str) -> None:
    assert told(text) == []


def test_who_foresaw_is_not_cited_for_what_came() -> None:
    text = (
        "Saab reports second-quarter profit\n\nOperating profit on fighter jets rose 25% to 1.33 billion crowns in"
        " the second quarter, ahead of the 1.29 billion seen by analysts according to LSEG estimates."
    )
    found = {str(record.value.amount): record.publisher for record in read(f"{text}\n", "2025-07-18")}
    assert found["25"] != "LSEG"
    assert "LSEG" in found.values()


SURVEYED = "The institute SIPRI says in a report that global military spending reached a record in 2024.\n\n"

YEAR_TOLD: list[tuple[str, Told]] = [
    (
        "Norway's military spending rose by 17 per cent to $10.4 billion.",
        [("17 per cent", "Norway", "2024"), ("$10.4 billion", "Norway", "2024")],
    ),
    ("Italy: spending climbed to $38 billion, the most in Southern Europe.", [("$38 billion", "Italy", "2024")]),
    (
        "Kenya: military spending stood at $1.1 billion, though prices rose globally.",
        [("$1.1 billion", "Kenya", "2024")],
    ),
    (
        "Iran's spending decreased ($7.9 billion, down 10%).",
        [("$7.9 billion", "Iran", "2024"), ("10%", "Iran", "2024")],
    ),
    (
        "Chad's military spending rose by 40 per cent, the largest annual increase since the 1987 war.",
        [("40 per cent", "Chad", "2024")],
    ),
    ("In 2020 Peru's military spending was $2.9 billion.", [("$2.9 billion", "Peru", "2020")]),  # a year of its own
]


@pytest.mark.parametrize(("text", "expected"), YEAR_TOLD)
def test_the_year_that_a_survey_is_of_holds_for_its_figures(text: str, expected: Told) -> None:
    assert summary(read(f"{SURVEYED}{text}\n", "2025-04-28")) == expected


def test_what_is_left_after_a_decrease_is_no_decrease() -> None:
    found = read(f"{SURVEYED}Iran's spending decreased ($7.9 billion, down 10%).\n", "2025-04-28")
    assert [str(record.value.amount) for record in found] == ["7.9 billion", "-10"]


def test_a_bare_number_in_brackets_is_the_level_of_the_year_before() -> None:
    text = (
        "Aselsan reports third-quarter profit\n\nAselsan said sales amounted to EUR 1.4bn (1.2), with an operating margin of"
        " 8.1% (7.4).\n\nOrder bookings came to EUR 210m (161). Operating income rose 20 percent from last year to EUR 95m."
    )
    assert [(str(r.value.amount), r.period and r.period.edtf) for r in read(f"{text}\n", "2024-10-25")] == [
        ("1.4 billion", "2024-35"),
        ("1.2 billion", "2023-35"),
        ("8.1", "2024-35"),
        ("7.4", "2023-35"),
        ("210 million", "2024-35"),
        ("161 million", "2023-35"),
        ("20", "2024-35"),
        ("95 million", "2024-35"),
    ]


def test_the_company_is_none_of_its_rivals() -> None:
    text = "Aselsan is growing.\n\nUnlike rivals such as Thales and Leonardo, Aselsan is small. The company has sales of EUR 3bn."
    assert told(text)[-1][1] == "Aselsan"


def test_a_ministry_spends_the_money_of_its_state() -> None:
    text = "The Latvian ministry of defence plans to spend EUR 1.5 billion on air defence next year, or 3.4% of GDP."
    assert {subject for _, subject, _ in told(text)} == {"Latvia"}


GROWN: list[tuple[str, Told]] = [
    (
        "Parliament agreed that the Danish armed forces should grow from 19,000 to 24,000 soldiers by 2033.",
        [("19,000", "Danish Armed Forces", None), ("24,000 soldiers", "Danish Armed Forces", "../2033")],
    ),
    (
        "The Swedish navy is to expand from 3,500 to 5,000 sailors by 2032.",
        [("3,500", "Swedish Navy", None), ("5,000 sailors", "Swedish Navy", "../2032")],
    ),
    (
        "Lisbon wants to increase its army from 11,000 to 14,000 troops.",
        [("11,000", "Portugal", None), ("14,000 troops", "Portugal", None)],
    ),
    ("In May Canada will raise its contingent in Latvia from 1,700 to 2,200 soldiers.", []),  # troops that are sent
    (
        "Real-terms defence spending in the UK fell by 22% between 2009/10 and 2016/17.",
        [("22%", "United Kingdom", "2009/2017")],
    ),
    (
        "Britain's defence budget will grow by an annual 2.4% between 2023/24 and 2025/26.",
        [("2.4%", "United Kingdom", "2023/2026")],
    ),
    (  # two stretches that are compared
        "Between 2014-18 and 2019-23 Greece's arms imports rose by 12 per cent.",
        [("12 per cent", "Greece", "2019/2023")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), GROWN)
def test_how_far_a_force_or_budget_grows(text: str, expected: Told) -> None:
    assert told(text) == expected
