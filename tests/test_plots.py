"""Pictures: what they draw as plain rows, specifications that Vega-Lite accepts, files that need no network."""

from __future__ import annotations

import re
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from places import SEEDS

import kordef
from kordef import Dataset, plots
from kordef.amounts import Amount
from kordef.errors import InvalidValue, MissingExtra
from kordef.evidence import Evidence
from kordef.periods import Period
from kordef.plots.rows import deal_rows, figure_rows, moment_rows, network_rows
from kordef.records import Actor, Agreement, Item, Observation, Record, Source, Transfer
from kordef.values import Money, Quantity
from kordef.vocabulary import ActorKind, AgreementKind, AgreementStatus, Counting, Qualifier, Stage, TransferKind

SOURCE = "source-000000000001"


def source() -> Source:
    return Source(id=SOURCE, source=SOURCE, title="A paper", sha256="0" * 64, length=1000)


def state(code: str, name: str, number: int) -> Actor:
    return Actor(
        id=f"actor-{number:012x}", source=SOURCE, name=name, kind=ActorKind.STATE, code=code, catalogue=f"state:{code}"
    )


KOREA, POLAND, NORWAY = state("KR", "South Korea", 1), state("PL", "Poland", 2), state("NO", "Norway", 3)


def transfer(number: int, **fields: Any) -> Transfer:
    quote = Evidence(source=SOURCE, field="", start=0, end=5, exact="words")
    return Transfer(
        **{
            "id": f"transfer-{number:012x}",
            "source": SOURCE,
            "kind": TransferKind.SALE,
            "supplier": KOREA.id,
            "evidence": (quote,),
            **fields,
        }
    )


def observation(number: int, value: Money | Quantity, period: str | None, subject: str = "Korea") -> Observation:
    return Observation(
        id=f"observation-{number:012x}",
        source=SOURCE,
        indicator="exports",
        value=value,
        subject=subject,
        period=None if period is None else Period(edtf=period),
    )


def dollars(low: str | None, high: str | None, qualifier: Qualifier = Qualifier.EXACT) -> Money:
    amount = Amount(
        low=None if low is None else Decimal(low), high=None if high is None else Decimal(high), qualifier=qualifier
    )
    return Money(amount=amount, currency="USD")


def dataset(*records: Record) -> Dataset:
    return Dataset.of((source(), KOREA, POLAND, NORWAY, *records))


@pytest.fixture(scope="module")
def seeds() -> Dataset:
    return kordef.build([SEEDS])


# ---- rows


def test_deals_have_their_goods_with_hedge_and_count() -> None:
    item = Item(description="tanks", number=Amount.exact(180), counting=Counting.ADDITIONAL)
    data = dataset(
        transfer(1, recipient=POLAND.id, stage=Stage.SIGNED, items=(item,), value=dollars("6E9", None, Qualifier.OVER)),
        transfer(2, recipient=None, stage=Stage.PLANNED),
    )
    first, second = deal_rows(data.transfers)
    assert (first["recipient"], first["goods"], first["stage"]) == ("PL", "180 additional tanks", "signed")
    assert (first["value"], first["quote"], first["source"]) == ("over 6 billion USD", "words", "A paper")
    assert (second["recipient"], second["goods"]) == ("unknown", "goods")


@pytest.mark.parametrize(
    ("value", "low", "middle", "high", "open_side"),
    [
        (dollars("14E9", "14E9"), 14e9, 14e9, 14e9, ""),
        (dollars("4E8", "5E8", Qualifier.RANGE), 4e8, 4.5e8, 5e8, ""),
        (dollars("200", None, Qualifier.OVER), 200, 200, 200, "above"),
        (dollars(None, "7", Qualifier.UP_TO), 7, 7, 7, "below"),
    ],
)
def test_figures_have_a_band_over_what_the_hedge_leaves_open(
    value: Money, low: float, middle: float, high: float, open_side: str
) -> None:
    ((row,), unit) = figure_rows(dataset(observation(1, value, "2023")).observations, unit=None)
    assert unit == "USD"
    assert (row["low"], row["middle"], row["high"], row["open"]) == (low, middle, high, open_side)
    assert (row["first"], row["last"]) == ("2023-01-01", "2023-12-31")


def test_rounding_is_part_of_the_band() -> None:
    rounded = Money(amount=Amount(low=Decimal("14E9"), high=Decimal("14E9"), precision=Decimal("1E9")), currency="USD")
    ((row,), _) = figure_rows(dataset(observation(1, rounded, "2023")).observations, unit=None)
    assert (row["low"], row["high"]) == (13.5e9, 14.5e9)


def test_unlike_units_never_share_an_axis() -> None:
    share = Quantity(amount=Amount.exact(40), unit="percent")
    data = dataset(observation(1, dollars("1", "1"), "2020"), observation(2, share, "2020"))
    with pytest.raises(InvalidValue, match="unit must be given where there are several: USD, percent"):
        figure_rows(data.observations, unit=None)
    with pytest.raises(InvalidValue, match="unit must be one of USD, percent, found 'EUR'"):
        figure_rows(data.observations, unit="EUR")
    ((row,), _) = figure_rows(data.observations, unit="percent")
    assert row["middle"] == 40


def test_a_figure_without_a_period_is_not_drawn() -> None:
    rows, _ = figure_rows(dataset(observation(1, dollars("1", "1"), None)).observations, unit=None)
    assert rows == []


def test_moments_are_days_or_stretches_in_the_order_of_time() -> None:
    def agreement(number: int, signed: str) -> Agreement:
        return Agreement(
            id=f"agreement-{number:012x}",
            source=SOURCE,
            name="Accord",
            kind=AgreementKind.MOU,
            status=AgreementStatus.SIGNED,
            signed=Period(edtf=signed),
        )

    rows = moment_rows(dataset(agreement(1, "2024-11"), agreement(2, "2010-10-06")).agreements)
    assert [(r["first"], r["last"], r["day"]) for r in rows] == [
        ("2010-10-06", "2010-10-06", True),
        ("2024-11-01", "2024-11-30", False),
    ]
    assert len({r["label"] for r in rows}) == 2, "two lines with the same words must not fall together"


def test_parties_stand_on_a_circle_and_ties_between_them() -> None:
    deal = {"stage": Stage.SIGNED}
    data = dataset(transfer(1, recipient=POLAND.id, **deal), transfer(2, recipient=NORWAY.id, **deal))
    parties, ties = network_rows(data.transfers, by_state=True, least=1)
    assert parties[0]["name"] == "South Korea"
    assert all(abs(p["x"] ** 2 + p["y"] ** 2 - 1) < 0.001 for p in parties)
    assert {(t["tie"], t["relation"]) for t in ties} == {
        ("South Korea – Poland", "supplies"),
        ("South Korea – Norway", "supplies"),
    }
    assert network_rows(data.transfers, by_state=True, least=2) == ([], [])


# ---- charts and files

CHARTS = {
    "timeline": lambda d: plots.timeline(d.agreements, title="Agreements"),
    "network": lambda d: plots.network(d.dialogues),
    "deals": lambda d: plots.deals(d.transfers.where(supplier="KR")),
    "figures": lambda d: plots.figures(d.observations.where(party="KR"), unit="USD"),
    "nothing": lambda d: plots.deals(d.transfers.where(supplier="IS")),
}


@pytest.mark.parametrize("name", CHARTS)
def test_charts_of_the_seeds_are_valid_and_drawn(name: str, seeds: Dataset, tmp_path: Path) -> None:
    pytest.importorskip("vl_convert")
    chart = CHARTS[name](seeds)
    chart.to_dict()  # Altair checks it against Vega-Lite's schema
    plots.save(chart, tmp_path / "chart.svg")
    svg = (tmp_path / "chart.svg").read_text("utf-8")
    assert svg.startswith("<svg")
    words = {
        "timeline": "Partnership",
        "network": "Poland",
        "deals": "signed",
        "figures": "exports",
        "nothing": "nothing",
    }
    assert words[name] in svg


def test_files_of_all_kinds_and_no_network(seeds: Dataset, tmp_path: Path) -> None:
    pytest.importorskip("vl_convert")
    chart = plots.deals(seeds.transfers)
    for kind, begins in {"png": b"\x89PNG", "svg": b"<svg", "html": b"<!DOCTYPE html>", "json": b"{"}.items():
        path = tmp_path / f"chart.{kind}"
        plots.save(chart, path)
        assert path.read_bytes().lstrip().startswith(begins)
    page = (tmp_path / "chart.html").read_text("utf-8")
    assert not re.search(r"<(?:script|link)\b[^>]*\b(?:src|href)=", page), "something from elsewhere"
    assert "K2" in page


def test_a_name_with_another_ending_is_refused(seeds: Dataset, tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match=r"a chart is written as \.html, \.png, \.svg, \.json, found 'chart\.gif'"):
        plots.save(plots.deals(seeds.transfers), tmp_path / "chart.gif")
    with pytest.raises(InvalidValue, match="least must be 1 or more, found 0"):
        plots.network(seeds.dialogues, least=0)


@pytest.mark.parametrize("package", ["altair", "vl_convert"])
def test_without_the_extra_the_error_says_how_to_get_it(
    package: str, seeds: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chart = plots.deals(seeds.transfers)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(MissingExtra, match=r"pip install 'kordef\[plots\]'"):
        plots.save(chart if package == "vl_convert" else plots.deals(seeds.transfers), tmp_path / "chart.svg")


def test_the_same_dataset_gives_the_same_picture(seeds: Dataset, tmp_path: Path) -> None:
    pytest.importorskip("vl_convert")
    for name in ("one", "two"):
        plots.save(plots.network(seeds.dialogues), tmp_path / f"{name}.svg")
    assert (tmp_path / "one.svg").read_bytes() == (tmp_path / "two.svg").read_bytes()


def test_a_picture_is_xml_whatever_a_name_holds(tmp_path: Path) -> None:
    deal = transfer(1, recipient=NORWAY.id, stage=Stage.SIGNED, items=(Item(description="red \x1b[31m\x07 & <tank>"),))
    pytest.importorskip("vl_convert")
    plots.save(plots.deals(Dataset.of((source(), KOREA, NORWAY, deal)).transfers), tmp_path / "deals.svg")
    ElementTree.parse(tmp_path / "deals.svg")


@pytest.mark.parametrize("name", ["</script><script>alert(1)</script>", "<!--<script>", "</SCRIPT >"])
def test_no_name_ends_the_script_that_holds_the_data(name: str, tmp_path: Path) -> None:
    """Neither in a file nor in a notebook, where Altair puts the data into a script as well."""
    deal = transfer(1, recipient=NORWAY.id, stage=Stage.SIGNED, items=(Item(description=name),))
    chart = plots.deals(Dataset.of((source(), KOREA, NORWAY, deal)).transfers, title=name)
    plain = plots.deals(Dataset.of((source(), KOREA, NORWAY, transfer(1, stage=Stage.SIGNED))).transfers)
    pages: list[str] = []
    for number, one in enumerate((chart, plain)):
        plots.save(one, tmp_path / f"{number}.html")
        pages.append((tmp_path / f"{number}.html").read_text("utf-8"))
    for mark in ("<script", "</script", "<!--"):
        assert pages[0].lower().count(mark) == pages[1].lower().count(mark)
    assert name.replace("<", "<\N{WORD JOINER}") in chart.to_json(ensure_ascii=False)
