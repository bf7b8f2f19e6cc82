"""Agreements in official papers: a page that is itself one, lists under a heading, and what a newer one takes the place of."""

from __future__ import annotations

import pytest
from test_builders_agreements import agreements, date, parties


def told(text: str) -> list[tuple[str, str, list[str], str | None]]:
    return [(r.kind.value, r.status.value, parties(text, r), date(r)) for r in agreements(text)]


@pytest.mark.parametrize(
    ("title", "states"),
    [
        (
            "JOINT COMMUNIQUÉ OF THE GOVERNMENT OF THE REPUBLIC OF CHILE AND THE GOVERNMENT OF THE KINGDOM OF NORWAY",
            ["CL", "NO"],
        ),
        ("Joint Statement of the Ministers of Defence of Estonia, Latvia and Lithuania", ["EE", "LT", "LV"]),
        ("Australia–Canada Joint Statement", ["AU", "CA"]),
        ("Joint Declaration on Closer Security Cooperation between Norway and Germany", ["DE", "NO"]),
        ("Joint communiqué by the Prime Minister of Poland and the Prime Minister of Sweden", ["PL", "SE"]),
    ],
)
def test_a_page_that_is_a_joint_paper(title: str, states: list[str]) -> None:
    text = f"{title}\n\nOslo, 3 March 2025\n\n1. The Sides noted with satisfaction how their defence ties had grown."
    assert told(text) == [("joint_declaration", "signed", states, "2025-03-03")]


@pytest.mark.parametrize(
    "title",
    [
        "Joint statement by Poland and Sweden is welcomed in Brussels",
        "Minister welcomes joint statement of Poland and Sweden",
        "Joint statement",
        "Joint communiqué with Japan",
    ],
)
def test_titles_that_only_speak_of_a_paper(title: str) -> None:
    text = f"{title}\n\nOslo, 3 March 2025\n\nNorwegian officers were asked about air defence."
    assert all(status != "signed" for _, status, _, _ in told(text))


@pytest.mark.parametrize("heading", ["Papers signed", "Documents signed", "Agreements concluded", "Texts adopted:"])
def test_lists_under_a_heading(heading: str) -> None:
    text = (
        "The defence ministers of Chile and Norway met in Oslo on 3 March 2025.\n\n"
        f"{heading}\n"
        "1) A Memorandum of Understanding on Submarine Rescue, valid for five years, which replaces the arrangement "
        "concluded in Santiago in May 2013.\n"
        "2) A Letter of Intent on mutual quality assurance."
    )
    assert told(text) == [
        ("mou", "signed", ["CL", "NO"], "2025-03-03"),
        ("other", "upgraded", ["CL", "NO"], "2013-05"),
        ("other", "signed", ["CL", "NO"], "2025-03-03"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Sides welcomed the entry into force, on 1 January 2026, of the Defence Cooperation Agreement between "
            "Chile and Norway signed in 2023.",
            [("other", "in_force", ["CL", "NO"], "2023")],
        ),
        (
            "The frigates sailed together under the 2014 Framework Participation Agreement between the EU and Canada.",
            [("framework_agreement", "in_force", ["CA", "EU"], "2014")],
        ),
        ("The U.S. Government knows of no offset agreement with Estonia. It is not aware of any agreement.", []),
        ("The Japan-Norway Defence Consultation Mechanism met in Oslo on 3 March 2025.", []),
    ],
)
def test_what_papers_say_of_older_ones(text: str, expected: list[tuple[str, str, list[str], str | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chile, Norway to sign defence pact on secrets",
            [("other", "announced", ["CL", "NO"], None)],
        ),
        (
            "Chile and Norway are slated to reach a broad accord on concluding a defence secrets agreement.",
            [("other", "announced", ["CL", "NO"], None)],
        ),
        (
            "Chile and Norway opened talks on concluding a defence cooperation agreement.",
            [("other", "negotiating", ["CL", "NO"], None)],
        ),
        (
            "Chile and Norway signed a pact on secrets on 3 June 2024. They had negotiated toward the signing of such a treaty.",
            [("other", "signed", ["CL", "NO"], "2024-06-03")],
        ),
        (
            "The Chilean-Norwegian Agreement on the Security of Information was signed on 3 June 2024. "
            "The Norwegian-Chilean Agreement on the Security of Information allows the exchange of secrets.",
            [("other", "signed", ["CL", "NO"], "2024-06-03")],
        ),
        ("Chile has become a key partner for Norway in defence.", []),
        ("The minister called it a violation of the Korean Armistice Agreement, South Korea said in Oslo.", []),
    ],
)
def test_accords_on_what_is_to_come(text: str, expected: list[tuple[str, str, list[str], str | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Finland signs defence pact with Chile\n\nOn 3 June 2024 the Finnish and Chilean defence ministers signed a "
            "memorandum of understanding on defence cooperation between their countries.",
            [("mou", "signed", ["CL", "FI"], "2024-06-03")],
        ),
        (
            "Finland and Chile signed a defence cooperation agreement on 3 June 2024.\n\nThe memorandum of understanding "
            "aims to strengthen the ties between their forces.",
            [("mou", "signed", ["CL", "FI"], "2024-06-03")],
        ),
        (
            "Latvia's minister proposed that Latvia and Chile should enter into a defence agreement.",
            [("other", "proposed", ["CL", "LV"], None)],
        ),
        ("Norway defends itself in the framework of NATO, a principle enshrined in the UN Charter.", []),
    ],
)
def test_one_paper_under_two_names(text: str, expected: list[tuple[str, str, list[str], str | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Germany and Norway have signed a future cooperation agreement on naval defence equipment.",
            [("other", "signed", ["DE", "NO"], None)],
        ),
        (
            "The ministers signed an action plan for the implementation of the strategic partnership of Chile and Norway.",
            [("other", "signed", ["CL", "NO"], None)],
        ),
        (
            "Britain has a Reciprocal Access Agreement with Japan, the most important defence treaty of the two since 1902.",
            [("other", "in_force", ["GB", "JP"], None)],
        ),
    ],
)
def test_what_stands_beside_an_agreement(text: str, expected: list[tuple[str, str, list[str], str | None]]) -> None:
    assert [t for t in told(text) if t[0] != "treaty"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Norway train together. The Nordic defence ministers issued a joint statement on Monday.",
        "Chile and Norway train together. The five countries' defence ministers signed a joint statement on Monday.",
    ],
)
def test_what_a_group_agreed_is_not_taken_for_an_agreement_of_two(text: str) -> None:
    assert told(text) == []


def test_a_topic_is_the_same_with_and_without_bilateral() -> None:
    text = (
        "Chile and Norway signed a memorandum of understanding on defence cooperation in Oslo on 3 June 2024. The Chilean and "
        "Norwegian ministers smile after signing a memorandum of understanding on bilateral defense cooperation on 3 June 2024."
    )
    assert told(text) == [("mou", "signed", ["CL", "NO"], "2024-06-03")]
