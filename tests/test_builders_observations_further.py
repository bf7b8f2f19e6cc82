"""Observations: figures that go on with what stood before them, and wordings that texts use now and then."""

from __future__ import annotations

import pytest
from observation_reading import read, summary

from kordef.vocabulary import Basis

TOLD: list[tuple[str, str, str | None]] = [
    ("States in Asia bought arms. The region's arms imports fell by 21 per cent.", "21 per cent", "Asia"),
    ("South Korea's defence budget is at issue. Parliament raised it by 2 per cent.", "2 per cent", "South Korea"),
    ("South Korea's arms exports fell by 6 per cent, according to new data on arms transfers published by SIPRI.", "6 per cent",
     "South Korea"),
    ("South Korea's arms exports fell by 6 per cent, according to Ostsee Analytics.", "6 per cent", "South Korea"),
    ("Finland can mobilise 280,000 soldiers.", "280,000 soldiers", "Finland"),
    ("Finland operates 200 tanks, of which 100 are Leopard 2A6.", "100", "Finland"),
    ("Poland's stock, which reached 1,200, is old. Poland's inventory of tanks, which stood at 800, shrank.", "800", "Poland"),
    ("Russia has sent tanks. Of 31 Abrams tanks sent to Ukraine, 20 have been lost.", "20", "Russia"),
    ("Hanwha's shares rose after defence orders jumped 9.7%.", "9.7%", "Hanwha"),
    ("With 370 warships, China's navy is the largest in the world.", "370 warships", "China"),
    ("Norway operates four frigates and, the navy said, six submarines.", "six submarines", "Norway"),
    ("Norway's arms exports fell by 6 per cent to 13 billion, of which 40 per cent went to Ukraine.", "40 per cent", "Norway"),
    ("South Korea's arms exports reached $14 billion in 2023. This was up from 7 billion.", "7 billion", "South Korea"),
    ("South Korea's arms exports reached $14 billion in 2023. In 2022 they had been $17 billion.", "$17 billion", "South Korea"),
    ("European NATO member states spent 2.0 per cent of GDP on defence.", "2.0 per cent of GDP", "European NATO member states"),
    ("India bought fighters. Russia accounted for 36 per cent of the country's arms imports in 2020-24.", "36 per cent", "India"),
    ("The large Turkish defence and aviation exports rose by 29 per cent in 2024.", "29 per cent", "Turkey"),
    ("In Germany arms imports fell by 10 per cent.", "10 per cent", "Germany"),
    ("Professional soldiers: 30,000 / 24,107", "24,107", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "figure", "subject"), TOLD)
def test_whose_a_figure_is(text: str, figure: str, subject: str | None) -> None:
    assert (figure, subject) in [(quote, whose) for quote, whose, _ in summary(read(text, None))]


def test_a_column_of_targets() -> None:
    table = "Defence spending of allies\n\n| Country | Target 2025 (% of GDP) | 2024 (% of GDP) |\n|---|---|---|\n"
    found = read(table + "| Poland | 4.7 | 4.1 |\n| Estonia | 5.0 | 3.4 |\n", None)
    assert [r.basis for r in found] == [Basis.TARGET, Basis.SHARE, Basis.TARGET, Basis.SHARE]


@pytest.mark.parametrize("text", ["Seoul pays 15 per cent in duties on arms.", "In 2024 howitzers sold tripled."])
def test_a_duty_and_an_unnamed_flow_are_no_figures(text: str) -> None:
    assert read(text, None) == ()
