"""Observations in prose: the examples of the word lists, sentences of several registers, near-misses, and what a record shows."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from importlib.resources import files
from typing import Any

import pytest
from observation_reading import read

from kordef.evidence import unsupported
from kordef.periods import Period
from kordef.records import Observation
from kordef.values import Money
from kordef.vocabulary import Basis, Modality

TITLE = "Arms trade and defence budgets"


def observed(body: str, *, title: str = TITLE, published: str = "2024-03-05") -> tuple[Observation, ...]:
    return read(f"{title}\n\nWARSAW, 5 March 2024 (Reuters) - {body}\n", published)


def quote(record: Observation) -> str:
    return record.evidence[0].exact


def number(record: Observation) -> Decimal | None:
    amount = record.value.amount
    return amount.low if amount.low is not None else amount.high


EXAMPLES: list[dict[str, Any]] = tomllib.loads(
    files("kordef.builders").joinpath("data", "indicators.toml").read_text("utf-8")
)["example"]


@pytest.mark.parametrize("example", EXAMPLES, ids=[e["text"][:40] for e in EXAMPLES])
def test_the_examples_of_the_word_lists_hold(example: dict[str, Any]) -> None:
    found = observed(example["text"])
    assert [f"{quote(r)} | {r.basis} | {r.subject} | {r.indicator}" for r in found] == example["figures"]


# ---- what is a figure, and of what

FIGURES = [
    # agency news
    (
        "South Korea exported $14 billion worth of weapons in 2023, down from a record $17.3 billion a year earlier, the "
        "Defense Acquisition Program Administration (DAPA) said.",
        [
            ("$14 billion", "South Korea", "2023", "Defense Acquisition Program Administration"),
            ("$17.3 billion", "South Korea", "2022", "Defense Acquisition Program Administration"),
        ],
    ),
    (
        "According to the International Institute for Strategic Studies, European defense spending climbed 11.7 percent "
        "year-on-year to $457 billion in 2024.",
        [
            ("11.7 percent", "Europe", "2024", "International Institute for Strategic Studies"),
            ("$457 billion", "Europe", "2024", "International Institute for Strategic Studies"),
        ],
    ),
    (
        "Finland's arms exports were worth EUR 333 million in 2023, up 38 per cent.",
        [("EUR 333 million", "Finland", "2023", None), ("38 per cent", "Finland", "2023", None)],
    ),
    (
        "Of the $17 billion in arms that South Korea sold in 2022, Poland alone accounted for $12.4 billion, or nearly "
        "three quarters.",
        [
            ("$17 billion", "South Korea", "2022", None),
            ("$12.4 billion", "South Korea", "2022", None),
            ("nearly three quarters", "South Korea", "2022", None),
        ],
    ),
    (
        "Estonia spends 3.43% of GDP and Latvia 3.15%. Spain, at 1.28%, is last.",
        [("3.43% of GDP", "Estonia", None, None), ("3.15%", "Latvia", None, None), ("1.28%", "Spain", None, None)],
    ),
    (
        "Latvia and Lithuania spend 3.5% and 4%.",
        [("3.5%", "Latvia", None, None), ("4%", "Lithuania", None, None)],
    ),
    (
        "In Oceania and South East Asia arms imports fell by 10% and 43% in 2023.",
        [("10%", "Oceania", "2023", None), ("43%", "South East Asia", "2023", None)],
    ),
    # an institute's release
    (
        "Arms imports by the European NATO members more than doubled between 2015-19 and 2020-24 (+105 per cent). The USA "
        "supplied 64 per cent of these arms, a substantially larger share than in 2015-19 (52 per cent).",
        [
            ("more than doubled", "European NATO members", "2020/2024", None),
            ("+105 per cent", "European NATO members", "2020/2024", None),
            ("64 per cent", "European NATO members", "2020/2024", None),
            ("52 per cent", "European NATO members", "2015/2019", None),
        ],
    ),
    (
        "Two thirds of Russian arms exports went to three states in 2020-24: India (38 per cent), China (17 per cent) and "
        "Kazakhstan (11 per cent).",
        [
            ("Two thirds", "Russia", "2020/2024", None),
            ("38 per cent", "Russia", "2020/2024", None),
            ("17 per cent", "Russia", "2020/2024", None),
            ("11 per cent", "Russia", "2020/2024", None),
        ],
    ),
    (
        "In 2020-24 Russia delivered major arms to 33 states.",
        [("33 states", "Russia", "2020/2024", None)],
    ),
    # a company's results
    (
        "Hyundai Rotem's defense division posted revenue of 2.37 trillion won, accounting for 54 percent of the company's "
        "total.",
        [("2.37 trillion won", "Hyundai Rotem", None, None), ("54 percent", "Hyundai Rotem", None, None)],
    ),
    (
        "LIG Nex1 said its backlog exceeded 20 trillion won, of which 57 percent comes from overseas.",
        [("exceeded 20 trillion won", "LIG Nex1", None, "LIG Nex1"), ("57 percent", "LIG Nex1", None, "LIG Nex1")],
    ),
    (
        "Defense stocks rallied, with Hanwha Aerospace gaining 15.9 percent and Hyundai Rotem 8.2 percent.",
        [("15.9 percent", "Hanwha Aerospace", None, None), ("8.2 percent", "Hyundai Rotem", None, None)],
    ),
    # holders, users, people
    (
        "Nine other countries operate the K9 howitzer. Six of the ten users now belong to NATO.",
        [
            ("Nine other countries", "K9", None, None),
            ("Six", "K9", "2024-03", None),
            ("ten users", "K9", "2024-03", None),
        ],
    ),
    (
        "The K9 howitzer holds 52 percent of the world market, and about 1,400 of them are in service.",
        [("52 percent", "K9", None, None), ("about 1,400 of them", "K9", "2024-03", None)],
    ),
    (
        "The new contract brings the Norwegian fleet to 52 guns.",
        [("52 guns", "Norway", None, None)],
    ),
    (
        "Taken together the two orders of Poland come to 290, slightly more than the framework foresaw.",
        [("290", "Poland", None, None)],
    ),
    (
        "The plant will employ about 2,000 people and create up to 6,000 jobs, Hanwha Aerospace said.",
        [
            ("about 2,000 people", "plant", None, "Hanwha Aerospace"),
            ("up to 6,000 jobs", "plant", None, "Hanwha Aerospace"),
        ],
    ),
    (
        "Rheinmetall's annual capacity for artillery rounds has risen tenfold, to 700,000.",
        [("tenfold", "Rheinmetall", None, None), ("700,000", "Rheinmetall", None, None)],
    ),
    # aid
    (
        "European aid has reached 118 billion euros, compared with 84.7 billion euros from the United States.",
        [("118 billion euros", "Europe", None, None), ("84.7 billion euros", "United States", None, None)],
    ),
    (
        "Since October 2022 the mission EUMAM has trained 63,000 soldiers. It wants to reach 75,000.",
        [("63,000 soldiers", "EUMAM", "2022-10/..", None), ("75,000", "EUMAM", None, None)],
    ),
    # publishers without a name
    (
        "Korean media put the whole of Poland's orders at up to 20 trillion won.",
        [("up to 20 trillion won", "Poland", None, "Korean media")],
    ),
    (
        "Two contracts of Poland are worth $5.76 billion between them by the Korean count.",
        [("$5.76 billion", "Poland", None, "Korean count")],
    ),
    (
        "NH Investment & Securities, a brokerage, puts Hanwha's part of the world market for howitzers at over 50%.",
        [("over 50%", "Hanwha", None, "NH Investment & Securities")],
    ),
    # sums that go on with the figure before
    (
        "The United States raised its defence spending by 2% to $916 billion, the steepest rise since 2009.",
        [("2%", "United States", None, None), ("$916 billion", "United States", None, None)],
    ),
    (
        "In 2025 Britain allocated EUR 360 million in military aid, Germany EUR 450 million and, most notably, Sweden EUR 1.1 "
        "billion.",
        [
            ("EUR 360 million", "United Kingdom", "2025", None),
            ("EUR 450 million", "Germany", "2025", None),
            ("EUR 1.1 billion", "Sweden", "2025", None),
        ],
    ),
    (
        "The Netherlands (0.5 billion euros) and Britain (0.4 billion euros) also provided military aid.",
        [("0.5 billion euros", "Netherlands", None, None), ("0.4 billion euros", "United Kingdom", None, None)],
    ),
    (
        "The growth of Korean arms exports in 2017-21 was about 177 percent.",
        [("about 177 percent", "South Korea", "2017/2021", None)],
    ),
    (
        "Ukraine's own military spending was equivalent to about 91% of Russian spending.",
        [("about 91%", "Ukraine", None, None)],
    ),
    (
        "Germany, Britain and Italy have spent less than 0.2 percent of their GDP on military aid.",
        [("less than 0.2 percent of their GDP", "Germany", None, None)],
    ),
    (
        "South Korea's shipments of arms, such as K9 howitzers and K2 tanks, soared 57 percent to 649 million dollars in 2023.",
        [("57 percent", "South Korea", "2023", None), ("649 million dollars", "South Korea", "2023", None)],
    ),
    # what words mean that stand for others
    (
        "Poland's minister Wladyslaw Kosiniak-Kamysz said the country would spend 4.7% of GDP on defence in 2025.",
        [("4.7% of GDP", "Poland", "2025", "Władysław Kosiniak-Kamysz")],
    ),
    (
        "If U.S. aid ended, Europe would have to double its military support.",
        [("double", "Europe", None, None)],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES, ids=[t[:40] for t, _ in FIGURES])
def test_figures_of_prose(text: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    found = observed(text)
    shown = [(quote(r), r.subject, r.period.edtf if r.period else None, (r.publisher or "") or None) for r in found]
    wanted = [(q, s, p, b) for q, s, p, b in expected]
    assert [(q, s, p) for q, s, p, _ in shown] == [(q, s, p) for q, s, p, _ in wanted]
    for (_, _, _, by), (_, _, _, publisher) in zip(shown, wanted, strict=True):
        assert (by is None) == (publisher is None)
        assert publisher is None or by is not None
        assert publisher is None or (
            by is not None and (publisher in by or by in publisher or by.split()[-1] in publisher)
        )


NO_FIGURES = [
    # deals
    "Poland signed contracts with Hanwha Aerospace for 218 Chunmoo launchers worth $3.55 billion.",
    "The deal is worth about 2.27 trillion won ($1.6 billion).",
    "Deliveries started in 2019 under a NOK1.3 b ($157-220 m) deal.",
    "Finland bought 48 K9s for 146 million euros, with an option on 48 more.",
    "The State Department approved the sale of 116 M1A1 Abrams tanks for up to $3.75 billion.",
    "Hyundai Rotem is nearing a $6 billion deal with Poland to supply 180 additional K2 tanks.",
    "About 60 percent of the vehicles will be built in Korea.",
    "Hanwha agreed to offsets of up to 120 percent of the contract value.",
    "The price includes 25 percent VAT.",
    "Canberra ordered 30 howitzers together with 15 AS10 ammunition carriers.",
    "There were pending deliveries of 1,000 tanks to Poland.",
    # forces, meetings, measures
    "Two ships with close to 400 sailors aboard left home in May.",
    "The Dongmyeong Unit has some 300 troops in Lebanon.",
    "The ministers agreed on 10 priority areas and a five-year plan.",
    "The K9 weighs 47 tonnes, has a range of 40 km and a crew of five.",
    "The crew can fire six rounds a minute.",
    "The contract came nine years after a first attempt.",
    "The summit brought together 32 leaders from 12 countries.",
    "The frigates carry 16 missiles each.",
    "Seoul and London will hold talks on 45 tasks in three fields.",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_numbers_of_deals_forces_and_meetings_are_none(text: str) -> None:
    assert [quote(r) for r in observed(text)] == []


UNRELATED = [
    ("Ramyeon exports pass $1 billion", "Exports of ramyeon rose 30 percent to $1.02 billion from January to October."),
    (
        "Korean chip exports jump",
        "Semiconductor exports jumped 31.6 percent to $14.7 billion. The KOSPI fell 3.9 percent.",
    ),
    ("Trump tariff pause in doubt", "The tariffs, including 25 percent duties on South Korea, took effect on April 9."),
    ("Archers sweep Paris", "South Korea won five of five events, 60 percent more gold than in 2016."),
    ("A pie for autumn", "Bake for 40 minutes with 30 percent less sugar. The share of butter is 20 percent."),
    ("Rain to continue", "Rainfall was 35 percent above average in July, and 12 million people were affected."),
]


@pytest.mark.parametrize(("title", "text"), UNRELATED, ids=[t for t, _ in UNRELATED])
def test_text_that_is_not_about_defence_yields_nothing(title: str, text: str) -> None:
    assert observed(text, title=title) == ()


def test_a_paragraph_about_defence_in_other_news_is_read() -> None:
    found = observed("Defence spending rose by 3 percent, Warsaw said.", title="What happened today")
    assert [quote(r) for r in found] == ["3 percent"]


# ---- values, bases, modalities


def test_a_decrease_is_negative_and_keeps_its_hedge() -> None:
    (record,) = observed("Russian arms exports fell by more than 64 per cent in 2020-24.")
    assert record.basis is Basis.CHANGE
    assert (record.value.amount.low, record.value.amount.high) == (None, Decimal(-64))


def test_a_minus_that_is_written_is_not_turned_round() -> None:
    (record,) = observed("Arms exports by Russia fell sharply (−64 per cent) in 2020-24.")
    assert number(record) == Decimal(-64)


def test_a_sum_in_two_currencies_is_one_observation() -> None:
    (record,) = observed("Poland's defence budget is 186.6 billion zlotys ($48.7 billion) in 2025.")
    assert isinstance(record.value, Money)
    assert record.value.currency == "PLN"
    assert [m.currency for m in record.value.equivalents] == ["USD"]
    assert any(e.field == "/value/equivalents/0" and e.exact == "$48.7 billion" for e in record.evidence)


@pytest.mark.parametrize(
    ("text", "basis", "modality"),
    [
        ("Poland spends 4% of GDP on defence.", Basis.SHARE, Modality.ASSERTED),
        ("Poland plans to spend 5% of GDP on defence.", Basis.TARGET, Modality.PLANNED),
        ("Poland's defence spending will reach 5% of GDP in 2026.", Basis.FORECAST, Modality.PLANNED),
        ("European defence spending could surge to $800 billion.", Basis.FORECAST, Modality.POSSIBLE),
        ("NATO's 2 percent guideline was adopted in 2014.", Basis.TARGET, Modality.ASSERTED),
        ("Polish arms imports grew fourfold.", Basis.MULTIPLE, Modality.ASSERTED),
    ],
)
def test_basis_and_modality(text: str, basis: Basis, modality: Modality) -> None:
    record = observed(text)[0]
    assert (record.basis, record.modality) == (basis, modality)


def test_the_other_side_of_a_share_or_flow() -> None:
    found = observed(
        "Poland received 46 per cent of South Korea's arms exports, followed by the Philippines (14 per cent)."
    )
    assert [(r.subject, r.counterpart) for r in found] == [("South Korea", "Poland"), ("South Korea", "Philippines")]
    (aid,) = observed("Sweden has provided SEK 61.9 billion in military support to Ukraine.")
    assert (aid.subject, aid.counterpart) == ("Sweden", "Ukraine")


def test_the_title_sets_the_years_of_a_survey() -> None:
    found = observed("French exports rose by 47%.", title="Arms trade in 2019-23: Europe doubles imports")
    record = found[-1]
    assert record.period == Period(edtf="2019/2023")
    assert [str(e.kind) for e in record.evidence if e.field == "/period"] == ["implied"]


def test_an_institute_in_the_lead_publishes_all_figures_of_its_report() -> None:
    found = observed(
        "Global arms transfers fell by 3.3% in 2019-23, the Stockholm International Peace Research Institute (SIPRI) said.\n\n"
        "French exports rose by 47%."
    )
    assert [r.publisher for r in found] == ["Stockholm International Peace Research Institute"] * 2
    assert all(r.publisher_actor is not None for r in found)
    assert found[1].period == Period(edtf="2019/2023")


@pytest.mark.parametrize("lines", [200, 400])
def test_long_documents_take_time_in_proportion(lines: int) -> None:
    body = "\n\n".join(f"Poland's defence spending rose by {n} percent to $20 billion in 2023." for n in range(lines))
    assert len(observed(body)) == 2 * lines


@pytest.mark.parametrize(
    "text",
    [
        "of " * 3000 + "5 percent " + "of the " * 3000,
        "percent 5% of % of (5%) (" * 400,
        "5% and " * 800,
        "— 5% — " * 600,
        "$1 billion in in in in of of of exports " * 300,
        "Poland, Germany, France, " * 400 + "5%",
    ],
)
def test_what_is_found_in_odd_text_is_supported(text: str) -> None:
    assert all(unsupported(record) == () for record in observed(f"Defence {text}."))
