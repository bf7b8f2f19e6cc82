"""Plain sentences that tell figures, by construction: what stands where, and whose and of when the figure is."""

from __future__ import annotations

import pytest
from observation_reading import Told, read, summary

OPENING: list[tuple[str, Told]] = [
    ("With $3.4 billion last year, Turkey's arms exports were the highest on record.", [("$3.4 billion", "Turkey", "2024")]),
    ("With 13.2 billion euros in 2024, German arms exports reached an all-time high.", [("13.2 billion euros", "Germany", "2024")]),
    ("At $7.1 billion, last year's defence exports were the largest ever for Turkey.", [("$7.1 billion", "Turkey", "2024")]),
    ("With $7.1 billion in 2024, Turkey was the world's eleventh largest arms exporter.", [("$7.1 billion", "Turkey", "2024")]),
    ("At 45 billion euros, the 2025 military budget is the largest in Italy's history.", [("45 billion euros", "Italy", "2025")]),
    ("With $300 million, the navy bought two frigates from Italy.", []),
    ("At 600 million euros, the contract for the frigates is the yard's largest.", []),
]  # fmt: skip

VOTED: list[tuple[str, Told]] = [
    ("Japan's defense ministry requested a record 8.5 trillion yen for fiscal 2025.", [("8.5 trillion yen", "Japan", "2025")]),
    ("The Pentagon is seeking $850 billion for fiscal 2025.", [("$850 billion", "United States", "2025")]),
    ("Parliament in Israel approved 13.6 billion shekels for the defence ministry.", [("13.6 billion shekels", "Israel", None)]),
    ("The Dutch army sought 3 billion euros in next year's budget.", [("3 billion euros", "Royal Netherlands Army", "2026")]),
    ("The Swedish government proposed 1.1 trillion crowns for defence.", [("1.1 trillion crowns", "Sweden", None)]),
    ("The Greek defence ministry requested $300 million for two frigates.", []),
    ("The navy requested 600 million euros for the purchase of a submarine.", []),
]  # fmt: skip

FIT: list[tuple[str, Told]] = [
    ("Only 12 of Canada's 76 F/A-18s could fly in 2023.", [("12", "Canada", "2023")]),
    ("Of the Luftwaffe's 140 Eurofighters, 39 were airworthy last year.", [("39", "Luftwaffe", "2024")]),
    ("Of the 109 Eurofighters of the German air force, 58 were ready in 2014.", [("58", "Luftwaffe", "2014")]),
    ("Fewer than half of the Dutch army's 213 CV90 vehicles are operational.", [("Fewer than half", "Royal Netherlands Army", None)]),
]  # fmt: skip

LISTS: list[tuple[str, Told]] = [
    (
        "Defence spending in 2024, as a share of GDP:\n\n- Poland: 4.12 percent\n- Estonia: 3.43 percent",
        [("4.12 percent", "Poland", "2024"), ("3.43 percent", "Estonia", "2024")],
    ),
    (
        "Soldiers on active duty in 2024:\n\n- Sweden: 14,600\n- Norway: 16,800",
        [("14,600", "Sweden", "2024"), ("16,800", "Norway", "2024")],
    ),
    (
        "Chart: Military aid to Ukraine in 2024. United States 64 billion euros; Germany 12.6 billion; Italy 10.1 billion.",
        [("64 billion euros", "United States", "2024"), ("12.6 billion", "Germany", "2024"), ("10.1 billion", "Italy", "2024")],
    ),
    (
        "Arms exports in 2024: Germany 13.3 billion euros; France 18 billion euros.",
        [("13.3 billion euros", "Germany", "2024"), ("18 billion euros", "France", "2024")],
    ),
    ("Ships in the exercise. Norway three, Sweden two.", []),
    ("The army bought guns last year. Poland paid 64 million euros for 24 howitzers.", []),
]  # fmt: skip

PARTS: list[tuple[str, Told]] = [
    (
        "Israel's arms exports reached $14.8 billion in 2024.\n\nEurope took 54 percent of them, up from 35 percent in 2023.",
        [("$14.8 billion", "Israel", "2024"), ("54 percent", "Israel", "2024"), ("35 percent", "Israel", "2023")],
    ),
    (
        "The Dutch armed forces had 9,000 vacancies, almost a fifth of all posts.",
        [("9,000 vacancies", "Netherlands Armed Forces", None), ("almost a fifth", "Netherlands Armed Forces", None)],
    ),
    ("Japan's army is about 22,000 people short of its strength.", [("about 22,000 people", "Japan", None)]),
    (
        "Since 2014, Lithuania's defence budget has grown from 320 million to 2.5 billion euros.",
        [("320 million", "Lithuania", "2014"), ("2.5 billion euros", "Lithuania", "2014/..")],
    ),
    ("Thales makes a third of its revenue with defence customers in Asia.", [("a third", "Thales", None)]),
]  # fmt: skip

GAPPED: list[tuple[str, Told]] = [
    ("Spain raised its defence budget by 23 percent this year, Portugal by 15 percent.", [("23 percent", "Spain", "2025"), ("15 percent", "Portugal", "2025")]),
    ("First among arms importers came Spain with 12 percent, then Portugal with 9 percent.", [("12 percent", "Spain", None), ("9 percent", "Portugal", None)]),
    ("Behind Spain (12 percent) came Portugal with 9 percent of arms imports.", [("12 percent", "Spain", None), ("9 percent", "Portugal", None)]),
    ("Military spending in Spain fell to 3 billion dollars; in Portugal it rose to 2 billion.", [("3 billion dollars", "Spain", None), ("2 billion", "Portugal", None)]),
    ("Spain and Portugal spent 3 billion and 2 billion dollars on defence in 2024, respectively.", [("3 billion", "Spain", "2024"), ("2 billion dollars", "Portugal", "2024")]),
    ("Spain's reservists number 38,000, its active force 7,700.", [("38,000", "Spain", None), ("7,700", "Spain", None)]),
    ("Spain has 30,000 soldiers; Portugal has 20,000 soldiers.", [("30,000 soldiers", "Spain", "2025-05"), ("20,000 soldiers", "Portugal", "2025-05")]),
    ("Shell production went from 14,000 to 40,000 shells a month and should hit 100,000.", [("14,000", None, None), ("40,000 shells", None, None), ("100,000", None, None)]),
    ("Led by Italy, the battlegroup in Bulgaria has 1,000 soldiers.", []),
    ("The US Army keeps a brigade of 3,500 in Romania.", []),
    ("The air force of the Netherlands has deployed eight F-35s to Estonia.", []),
]  # fmt: skip

WHOSE_AND_WHEN: list[tuple[str, Told]] = [
    ("Rheinmetall shares rose 4.2 percent in Frankfurt on Tuesday.", [("4.2 percent", "Rheinmetall", "2025-05-13")]),
    ("On Tuesday, Saab shares fell by 3 percent.", [("3 percent", "Saab", "2025-05-13")]),
    ("Norwegian military aid to Kyiv reached 85 billion kroner in 2024, of which 10 billion was earmarked for Patriots.", [("85 billion kroner", "Norway", "2024"), ("10 billion", "Norway", "2024")]),
    ("Algeria buys 48 percent of its arms from Russia, 19 percent from China.", [("48 percent", "Algeria", None), ("19 percent", "Algeria", None)]),
    ("Lithuanian spending on defence came to 2.3 billion euros or 3 percent of GDP in 2024.", [("2.3 billion euros", "Lithuania", "2024"), ("3 percent of GDP", "Lithuania", "2024")]),
    ("The Egyptian army has 438,500 men under arms.", [("438,500 men", "Egyptian Armed Forces", "2025-05")]),
    ("For 2026, the Bundeswehr is to receive 82.7 billion euros from the regular budget.", [("82.7 billion euros", "Bundeswehr", "2026")]),
    ("The navy is to receive 82.7 million euros from the shipyard.", []),
    ("Canada's army, 16,000 people short, took in 6,700 recruits last year.", [("16,000 people", "Canada", "2024"), ("6,700 recruits", "Canada", "2024")]),
    ("Arms imports by Poland fell 44 percent in 2024.", [("44 percent", "Poland", "2024")]),
    ("Saab had revenues of 20.7 billion kronor and an EBIT margin of 17.9 percent in 2024.", [("20.7 billion kronor", "Saab", "2024"), ("17.9 percent", "Saab", "2024")]),
    ("Saab's arms exports rose 4.2 percent on 2023.", [("4.2 percent", "Saab", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), OPENING, ids=[t[:40] for t, _ in OPENING])
def test_a_figure_before_what_it_is_said_of(text: str, wanted: Told) -> None:
    assert summary(read(f"{text}\n", "2025-05-15")) == wanted


@pytest.mark.parametrize(("text", "wanted"), VOTED, ids=[t[:40] for t, _ in VOTED])
def test_what_is_asked_and_voted_for_a_year(text: str, wanted: Told) -> None:
    assert summary(read(f"{text}\n", "2025-05-15")) == wanted


@pytest.mark.parametrize(("text", "wanted"), FIT, ids=[t[:40] for t, _ in FIT])
def test_what_of_a_stock_is_fit(text: str, wanted: Told) -> None:
    assert summary(read(f"{text}\n", "2025-05-15")) == wanted


@pytest.mark.parametrize(("text", "wanted"), LISTS, ids=[t[:40] for t, _ in LISTS])
def test_names_and_figures_without_a_verb(text: str, wanted: Told) -> None:
    assert summary(read(f"{text}\n", "2025-05-15")) == wanted


@pytest.mark.parametrize(("text", "wanted"), PARTS, ids=[t[:40] for t, _ in PARTS])
def test_parts_of_what_was_told(text: str, wanted: Told) -> None:
    assert summary(read(f"{text}\n", "2025-05-15")) == wanted


@pytest.mark.parametrize(("text", "wanted"), GAPPED, ids=[t[:40] for t, _ in GAPPED])
def test_what_the_next_part_of_a_sentence_leaves_out(text: str, wanted: Told) -> None:
    assert summary(read(f"{text}\n", "2025-05-15")) == wanted


@pytest.mark.parametrize(("text", "wanted"), WHOSE_AND_WHEN, ids=[t[:40] for t, _ in WHOSE_AND_WHEN])
def test_whose_and_of_when(text: str, wanted: Told) -> None:
    assert summary(read(f"{text}\n", "2025-05-15")) == wanted
