"""Observations in lines of fact sheets and results, of notes and firms' own releases, of aid, losses and the present."""

from __future__ import annotations

import pytest
from observation_reading import Told, read, summary

from kordef.records import Observation
from kordef.values import Money


def observed(text: str) -> tuple[Observation, ...]:
    return read(text, "2025-08-20")


def told(text: str) -> Told:
    return summary(observed(f"Arms trade and defence budgets\n\n{text}\n"))


PROSE: list[tuple[str, Told]] = [
    (
        "In 2024 the Netherlands gave €3.1bn in arms, of which €2.4bn was for artillery.",
        [("€3.1bn", "Netherlands", "2024"), ("€2.4bn", "Netherlands", "2024")],
    ),
    (
        "Of the 200,000 shells that Norway promised, some 90,000 had been delivered by May 2025.",
        [("some 90,000", "Norway", "../2025-05")],
    ),
    (
        "Denmark leads with 2.1% of output, followed by Latvia with 1.6%.",
        [("2.1%", "Denmark", None), ("1.6%", "Latvia", None)],
    ),
    (
        "Romania, which operates 32 F-16s, and Bulgaria, with eight, share simulators.",
        [("32 F-16s", "Romania", "2025-08"), ("eight", "Bulgaria", "2025-08")],
    ),
    (
        "Poland's defence budget is 200 billion zlotys. Sweden's will grow by 26 billion crowns.",
        [("200 billion zlotys", "Poland", None), ("26 billion crowns", "Sweden", None)],
    ),
    ("Half a billion dollars are flowing into Estonia's air bases.", [("Half a billion dollars", "Estonia", None)]),
    (
        "Jakarta had paid in 300 million of the 900 million dollars due for the jet.",
        [("300 million", "Indonesia", None), ("900 million dollars", "Indonesia", None)],
    ),
    ("Ukraine has lost 89 Leopard 2 tanks since 2023.", [("89 Leopard 2 tanks", "Ukraine", "2023/..")]),
    ("Russia's losses passed 4,000 tanks.", [("4,000 tanks", "Russia", None)]),
    (
        "Britain's programme has put more than 50,000 Ukrainians through courses since 2022.",
        [("more than 50,000 Ukrainians", "United Kingdom", "2022/..")],
    ),
    ("Saab sells missiles to 12 countries.", [("12 countries", "Saab", None)]),
    ("Hanwha's overseas orders topped $9 billion in 2024.", [("topped $9 billion", "Hanwha", "2024")]),
    # near-misses: prices, deals and what is no thing of one's own
    ("Ottawa wants 12 submarines for C$60 billion.", []),
    ("Peru ordered two frigates and a patrol ship, worth $500m in all.", []),
    ("Denmark and Norway together paid €165m for 14 Leopard 2A4s.", []),
    ("The minister lost two aides. The army lost the tender for 24 guns.", []),
    ("Congress was notified of program support for an estimated cost of $2.6 billion.", []),
    ("The fleet has one aim: the contract for 24 howitzers worth $300 million.", []),
]


@pytest.mark.parametrize(("text", "expected"), PROSE, ids=[t[:40] for t, _ in PROSE])
def test_figures_of_prose(text: str, expected: Told) -> None:
    shown = [(quote, subject) for quote, subject, _ in told(text)]
    assert shown == [(quote, subject) for quote, subject, _ in expected]
    assert [period for _, _, period in told(text)] == [period for _, _, period in expected]


RESULTS = """Saab takes stock of its arms business

LINKÖPING, Aug. 12, 2025 -- Saab AB (OMX: SAAB-B) today announced a contract for missiles.

Second-quarter results
- Net sales: SEK 19.8 billion, up 30% year on year
- Operating margin: 9.8%, an improvement of 0.7 percentage points
- Order book: SEK 197 billion, of which exports 61%
- Employees: 26,500
"""


def test_lines_of_results_take_their_label_the_heading_and_the_firm() -> None:
    found = observed(RESULTS)
    quotes = [r.evidence[0].exact for r in found]
    assert quotes == ["SEK 19.8 billion", "30%", "9.8%", "0.7 percentage points", "SEK 197 billion", "61%", "26,500"]
    assert len({r.subject for r in found}) == 1
    assert (found[0].subject or "").startswith("Saab")
    assert all(r.publisher_actor == r.subject_actor for r in found)
    assert {r.period.edtf for r in found if r.period} == {"2025-34"}
    assert found[0].indicator == "Net sales"
    assert found[1].indicator == "change of Net sales"


def test_a_fact_sheet_is_about_its_weapon() -> None:
    found = observed(
        "FACT SHEET: Pohjanmaa-class corvette\n\nType: corvette\nCrew: 70\nProgramme cost: EUR 1.3 billion\n"
    )
    assert [(r.evidence[0].exact, r.indicator) for r in found] == [
        ("70", "Crew"),
        ("EUR 1.3 billion", "Programme cost"),
    ]
    assert len({r.subject for r in found}) == 1
    assert found[0].subject


NOTED = """Trends in arms transfers

Exports of major arms by Italy grew by 138 per cent between 2015-19 and 2020-24.[2] Those of Spain rose by 29 per cent.[2]

[1] Ministry of Defence.
[2] SIPRI, Trends in International Arms Transfers, 2024.
"""


def test_a_note_cites_the_publisher() -> None:
    found = observed(NOTED)
    assert [r.evidence[0].exact for r in found] == ["138 per cent", "29 per cent"]
    assert all(r.publisher and "SIPRI" in r.publisher for r in found)
    assert not any(r.publisher for r in observed(NOTED.replace("[2] SIPRI", "[3] SIPRI")))


def test_a_cell_restates_its_sum() -> None:
    table = "Table 2. Military aid, 2024\nCountry | Military aid\nNorway | NOK 12 bn ($1.1 bn)\nDenmark | DKK 16 bn ($2.3 bn)\n"
    found = observed(f"Military aid to Ukraine\n\n{table}")
    sums = [r.value for r in found if isinstance(r.value, Money)]
    assert [(m.currency, [e.currency for e in m.equivalents]) for m in sums] == [("NOK", ["USD"]), ("DKK", ["USD"])]


def test_nothing_in_other_news() -> None:
    assert observed("Football\n\nCity gave the striker 4 million. Crew: 12. Revenue: $40 million, up 3%.\n") == ()
