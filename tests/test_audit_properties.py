"""The audit: what is consistent yields nothing, one changed cell its finding, and whatever there is does no harm."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import ROUND_HALF_EVEN, Decimal

from audit_papers import (
    aid_table,
    codes,
    column,
    delivered,
    exports,
    grew,
    lots,
    members,
    planned,
    points,
    staged,
    volumes,
)
from audit_records import Paper, dataset, percent, times, tiv, usd
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from value_strategies import amounts, moneys, periods, quantities

import kordef
from kordef.amounts import Amount
from kordef.audit import audit_dataset
from kordef.audit.exchange import UNITS_PER_DOLLAR
from kordef.evidence import resolve
from kordef.records import Delivery, Target
from kordef.values import Money
from kordef.vocabulary import Basis, Counting, EventKind, Stage

# ---- properties: what is consistent yields nothing, one changed cell its finding

figures = st.integers(100, 999_999)


def rounded(number: Decimal, places: int) -> str:
    return f"{number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN):f}"


@given(st.lists(st.tuples(figures, figures, st.integers(0, 2)), min_size=1, max_size=6), st.data())
@settings(max_examples=40, deadline=None)
def test_shares_worked_out_from_their_row(rows: list[tuple[int, int, int]], data: st.DataObject) -> None:
    table = [(str(a), str(b), rounded(Decimal(100 * a) / (a + b), places)) for a, b, places in rows]
    assert codes(aid_table(*table)) == []
    row = data.draw(st.integers(0, len(table) - 1))
    ours, theirs, share = table[row]
    wrong = str(Decimal(share) + (9 if Decimal(share) < 50 else -9))
    paper = aid_table(*table[:row], (ours, theirs, wrong), *table[row + 1 :])
    findings = audit_dataset(dataset(paper))
    assert [f.code for f in findings] == ["K101"]
    assert findings[0].claims[0].record == next(
        o.id for o in dataset(paper).observations if o.cell and (o.cell.row, o.cell.column) == (row, 3)
    )


@given(st.lists(st.integers(2000, 30_000), min_size=3, max_size=6, unique=True), st.data())
@settings(max_examples=40, deadline=None)
def test_shares_of_a_whole_that_is_not_shown(parts: list[int], data: st.DataObject) -> None:
    whole = sum(parts) + 10_000
    table = [(str(part), rounded(Decimal(100 * part) / whole, 1)) for part in parts]
    assert codes(volumes(*table)) == []
    row = data.draw(st.integers(0, len(table) - 1))
    wrong = (table[row][0], str(Decimal(table[row][1]) * 3))
    assume(Decimal(wrong[1]) < 100)
    findings = audit_dataset(dataset(volumes(*table[:row], wrong, *table[row + 1 :])), only=["K103"])
    assert [f.claims[0].says for f in findings] == [f"{wrong[1]} percent"]


@given(st.integers(10_000, 999_999), st.integers(10_000, 999_999), st.integers(0, 2))
@settings(max_examples=40, deadline=None)
def test_growth_worked_out_from_its_figures(old: int, new: int, places: int) -> None:
    growth = Decimal(100 * (new - old)) / old
    stated = rounded(growth, places)

    def paper(change: str) -> Paper:
        written = grew("1", str(old), str(new))
        written.records.pop()
        written.say(f"A change of {change}% from 2013 to 2019.")
        written.figure(percent(change), "change of exports", period="2013/2019", basis=Basis.CHANGE)
        return written

    assert codes(paper(stated)) == []
    wrong = abs(Decimal(stated)) + 7
    assert codes(paper(rounded(wrong, places))) == ["K201"]


@given(st.lists(figures, min_size=2, max_size=8), st.integers(20, 1000))
@settings(max_examples=40, deadline=None)
def test_columns_with_a_total(parts: list[int], slip: int) -> None:
    rows = [(f"Row {number}", str(part)) for number, part in enumerate(parts)]
    assert codes(column(*rows, ("Total", str(sum(parts))))) == []
    assert codes(column(*rows, ("Total", str(sum(parts) + slip)))) == ["K302"]


@given(st.lists(st.decimals("0.1", "9.9", places=1), min_size=2, max_size=5), st.integers(1, 9))
@settings(max_examples=40, deadline=None)
def test_parts_of_a_target(parts: list[Decimal], slip: int) -> None:
    def paper(whole: Decimal) -> Paper:
        written = Paper()
        shares = tuple(Target(indicator="part", value=percent(f"{part:f}")) for part in parts)
        written.agreement("a pledge", ("NATO",), (Target(indicator="all", value=percent(f"{whole:f}"), parts=shares),))
        return written

    assert codes(paper(sum(parts, Decimal(0)))) == []
    assert codes(paper(sum(parts, Decimal(0)) + slip)) == ["K301"]


@given(st.sampled_from(sorted(set(UNITS_PER_DOLLAR) - {"USD"})), st.integers(1, 500), st.data())
@settings(max_examples=60, deadline=None)
def test_conversions_at_any_rate_there_was(currency: str, dollars: int, data: st.DataObject) -> None:
    low, high = (Decimal(bound.replace(",", "")) for bound in UNITS_PER_DOLLAR[currency])
    rate = low + (high - low) * data.draw(st.integers(0, 100)) / 100

    def paper(units: Decimal) -> Paper:
        written = Paper()
        stated = Money(amount=Amount.written(rounded(units, 2)), currency=currency, equivalents=(usd(str(dollars), 1),))
        written.deal(value=stated)
        return written

    assert codes(paper(dollars * rate)) == []
    assert codes(paper(dollars * high * 4)) == ["K401"]
    assert codes(paper(dollars * low / 4)) == ["K401"]


@given(st.lists(st.dates(), min_size=4, max_size=4))
@settings(max_examples=40, deadline=None)
def test_dates_in_order(days: list[object]) -> None:
    names = ("announced", "signed", "in_force", "ended")
    in_order = {name: str(day) for name, day in zip(names, sorted(days), strict=True)}  # type: ignore[type-var]
    paper = Paper(published="9999")
    paper.agreement("an agreement", ("KR", "NO"), **in_order)
    assert codes(paper) == []
    assume(in_order["signed"] < in_order["in_force"])
    swapped = in_order | {"signed": in_order["in_force"], "in_force": in_order["signed"]}
    paper = Paper(published="9999")
    paper.agreement("an agreement", ("KR", "NO"), **swapped)
    assert "K501" in codes(paper)


@given(st.integers(2, 9), st.integers(100, 9999), st.integers(1, 3))
@settings(max_examples=30, deadline=None)
def test_multiples_of_two_figures(multiple: int, small: int, slip: int) -> None:
    def paper(stated: int) -> Paper:
        written = Paper().say(
            f"With {small * multiple} TIV it exported {stated} times as many as the US with {small} TIV."
        )
        written.figure(times(stated), "exports", basis=Basis.MULTIPLE, quote=f"{stated} times")
        written.figure(tiv(str(small * multiple)), "exports", quote=f"{small * multiple} TIV")
        written.figure(tiv(str(small)), "exports", "US", quote=f"with {small} TIV")
        return written

    assert codes(paper(multiple)) == []
    assert codes(paper(multiple + slip)) == ["K202"]


@given(st.lists(st.integers(1, 500), min_size=1, max_size=5), st.integers(1, 50))
@settings(max_examples=30, deadline=None)
def test_lots_and_deliveries_within_the_whole(numbers: list[int], slip: int) -> None:
    assert codes(lots(sum(numbers), *numbers)) == []
    assert codes(lots(sum(numbers) + slip, *numbers)) == []
    assert codes(delivered(sum(numbers) + slip, *numbers)) == []
    assert codes(delivered(sum(numbers) + slip, *numbers, slip + 1)) == ["K304"]
    assert codes(lots(sum(numbers), *numbers, slip)) == ["K303"]


@given(st.integers(100, 9999), st.integers(2, 60), st.integers(2, 4))
@settings(max_examples=30, deadline=None)
def test_documents_that_agree_but_for_one(value: int, slip: int, number: int) -> None:
    names = tuple(f"{n}.txt" for n in range(number + 1))
    assert codes(*exports(*(str(value),) * (number + 1), names=names)) == []
    papers = exports(*(str(value),) * number, str(value + slip), names=names)
    (found,) = audit_dataset(dataset(*papers), only=["K601"])
    assert found.claims[0].source == papers[-1].id


@given(
    st.lists(st.sampled_from(("PL", "NO", "GB", "DE", "UA")), min_size=1, unique=True),
    st.sampled_from(("AU", "CA", "US")),
)
@settings(max_examples=20, deadline=None)
def test_members_of_europe(inside: list[str], outside: str) -> None:
    assert codes(members(*inside)) == []
    assert codes(members(*inside, outside)) == ["K305"]


@given(st.integers(10, 40), st.integers(5, 50))
@settings(max_examples=30, deadline=None)
def test_percent_and_points(first: int, rise: int) -> None:
    before, after = Decimal(first) / 10, Decimal(first + rise) / 10
    rate = rounded(Decimal(100 * rise) / first, 0)
    assert codes(points(rate, f"{before:.1f}", f"{after:.1f}")) == []
    assert codes(points(f"{after - before:.1f}", f"{before:.1f}", f"{after:.1f}")) == ["K802"]


@given(st.dates(date(2010, 1, 1), date(2024, 12, 31)), st.integers(1, 3000))
@settings(max_examples=30, deadline=None)
def test_stages_and_plans_in_order(first: date, days: int) -> None:
    second = first + timedelta(days)
    early, late = str(first), str(second)
    in_order = ((Stage.SIGNED, early), (Stage.DELIVERED, late))
    assert codes(staged(*in_order, published="9999")) == []
    assert codes(staged((Stage.SIGNED, late), (Stage.DELIVERED, early), published="9999")) == ["K502"]
    assert "K901" not in codes(*planned({"date": early}, {"date": late}))
    assert "K901" in codes(*planned({"date": late}, {"date": early}))


# ---- whatever there is

values = st.one_of(moneys(), quantities())


@st.composite
def anything(draw: st.DrawFn) -> tuple[Paper, ...]:
    """Documents with figures, tables, deals, agreements and events of any value and date."""
    papers = tuple(Paper(f"{number}.txt", draw(st.sampled_from(("2022", "2025-03-08", None)))) for number in range(2))
    subjects = st.sampled_from(("KR", "PL", "EU", "Europe", None))
    words = st.sampled_from(("grew from 1 to 2 (see Table 1).", "5 times more, the remaining ones.", "“$3” of 4 TIV"))
    for paper in papers:
        for number in range(draw(st.integers(1, 4))):
            paper.say(draw(words))
            basis = draw(st.sampled_from(Basis))
            paper.note(
                kordef.Observation,
                fields=("", "/value"),
                indicator=draw(st.sampled_from(("share of GDP", "defence exports", "target"))),
                value=draw(values),
                basis=basis,
                subject=draw(subjects),
                period=draw(st.none() | periods()),
            )
            paper.cell((number, 1), draw(values), (f"Row {number}", "South Korea"), "KR", draw(st.sampled_from(Basis)))
            paper.cell((number, 2), draw(values), ("Total", "Share of total"), draw(subjects), Basis.SHARE)
        paper.deal(
            draw(st.sampled_from(("K2", "K9"))),
            draw(st.none() | amounts()),
            draw(st.sampled_from(Stage)),
            counting=draw(st.sampled_from(Counting)),
            recipient=draw(st.sampled_from(("PL", "KR"))),
            value=draw(st.none() | moneys()),
            deliveries=(Delivery(number=draw(amounts()), date=draw(st.none() | periods()), done=draw(st.booleans())),),
        )
        dated = {name: draw(periods()).edtf for name in ("announced", "signed", "in_force", "ended")}
        targets_ = (
            Target(indicator="all", value=draw(values), parts=(Target(indicator="part", value=draw(values)),) * 2),
        )
        paper.agreement("Framework Agreement", ("KR", "EU"), targets_, **{k: d for k, d in dated.items() if d})
        paper.say("The third anniversary of the full-scale invasion.")
        date = draw(periods()).edtf
        paper.event("the full-scale invasion", EventKind.ATTACK, date, "RU", "UA")
        paper.event("third anniversary", EventKind.ANNIVERSARY, date)
    return papers


@given(anything())
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_records_hold_the_audit_ends_and_points_at_them(papers: tuple[Paper, ...]) -> None:
    made = dataset(*papers)
    for found in audit_dataset(made):
        json.dumps(found.to_json())
        for claim in (*found.claims, *found.against):
            resolve(made[claim.record], claim.field)
