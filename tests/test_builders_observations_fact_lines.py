"""Lines of a list of figures, which need no verb, and lines of a contract, which are none."""

from __future__ import annotations

import pytest
from observation_reading import read

PAGE = """Northern navies at work

The frigates of the Danish navy patrol the Baltic Sea. Its helicopters look for submarines. Soldiers guard the ports.

{heading}

{lines}

The navy has its headquarters in Karup.
"""


def told(heading: str, lines: str) -> list[tuple[str, str, str | None]]:
    found = read(PAGE.format(heading=heading, lines=lines), "2025-05-06")
    return [(r.evidence[0].exact, r.indicator, r.period.edtf if r.period else None) for r in found]


FIGURES = [
    ("AT A GLANCE", "- 14 ships at sea\n- 3,400 sailors", [("14 ships", "ships at sea", "2025-05"), ("3,400 sailors", "3,400 sailors", "2025-05")]),
    (
        "In figures",
        "- Danish firms with a foreign partner in defence: 14 (6 in 2021)",
        [
            ("14", "Danish firms with a foreign partner in defence", "2025-05"),
            ("6", "Danish firms with a foreign partner in defence", "2021"),
        ],
    ),
    ("Key figures", "- €2.4 bn for new warships in 2024", [("€2.4 bn", "for new warships in 2024", "2024")]),
    (
        "Patrol craft, state of play (31 March 2025)",
        "- Norway: 31 ordered, 16 delivered\n- Sweden: 25 ordered, deliveries under way",
        [
            ("31", "ordered", "2025-03-31"),
            ("16", "delivered", "2025-03-31"),
            ("25", "ordered", "2025-03-31"),
        ],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "lines", "expected"), FIGURES)
def test_a_line_under_a_heading_of_figures_is_one(
    heading: str, lines: str, expected: list[tuple[str, str, str]]
) -> None:
    assert told(heading, lines) == expected


NONE = [
    ("Programme of the visit", "- 14 guests at dinner\n- 3 speeches"),
    ("At a glance", "- Price: EUR 40 million\n- Training: 68 operators"),
    ("The contract in figures", "- Value: EUR 40 million\n- Order: 68 bridges"),
]


@pytest.mark.parametrize(("heading", "lines"), NONE)
def test_lines_of_a_contract_or_programme_are_none(heading: str, lines: str) -> None:
    assert told(heading, lines) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Country note: Estonia. Defence spending: 3.4% of GDP. Active personnel: 7,100. Reserve: 41,200.",
            {"Active personnel", "Reserve"},
        ),
        ("Norwegian Armed Forces. Strength: 24,000. Conscripts: 9,000.", {"Strength", "Conscripts"}),
        ("Finnish Defence Forces. Wartime strength: 280,000. Reservists: 870,000.", {"Wartime strength", "Reservists"}),
        ("Polish army. Soldiers: 216,000. Territorials: 40,000.", {"Soldiers"}),
        ("Latvian armed forces. Personnel: 8,700.", {"Personnel"}),
    ],
)
def test_a_bare_number_is_called_by_its_label(text: str, expected: set[str]) -> None:
    named = {record.indicator for record in read(f"{text}\n", "2025-05-06")}
    assert expected <= named
    assert not any(name[0].isdigit() for name in named)
