"""Tables: every field is in one, every row leads back to its record, and nothing is lost on the way and back."""

from __future__ import annotations

import re
import sys
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from release_samples import DEAL, K9, KOREA, NORWAY, SOURCE, dataset, records
from strategies import records as any_records

import kordef
from kordef.amounts import Amount
from kordef.dataset import Dataset
from kordef.errors import InvalidValue, Malformed, MissingExtra
from kordef.forms import fields_of
from kordef.records import RECORD_TYPES, Item, Record, Transfer
from kordef.tables import Kind, Rows, layouts, records_of, rows
from kordef.tables.layout import table_of, tables_of_parts
from kordef.vocabulary import Stage, TransferKind

TABLES = rows(dataset())


def only(table: str, **wanted: object) -> dict[str, Any]:
    (row,) = (row for row in TABLES[table] if all(row[key] == value for key, value in wanted.items()))
    return row


# ---- the layout


@pytest.mark.parametrize("cls", RECORD_TYPES.values(), ids=lambda cls: cls.type)
def test_every_field_of_every_record_has_columns_or_a_table(cls: type[Record]) -> None:
    names = layouts()[table_of(cls)].names
    several = {field.name: table_of(part) for field, part in tables_of_parts(cls)}
    for field in fields_of(cls):
        if field.name in several:
            assert several[field.name] in layouts()
        else:
            assert any(name == field.name or name.startswith(f"{field.name}_") for name in names), field.name


@pytest.mark.parametrize("layout", layouts().values(), ids=lambda layout: layout.name)
def test_every_table_has_what_every_row_must_have(layout: Any) -> None:
    assert {"id", "source", "quote"} <= set(layout.names)
    assert len(set(layout.names)) == len(layout.names)
    by_name = {column.name: column for column in layout.columns}
    assert by_name["id"].required
    assert by_name["id"].unique
    assert by_name["source"].table == "sources"
    assert layout.name in RECORD_TABLES or by_name["record"].table == "records"


RECORD_TABLES = {"records", *map(table_of, RECORD_TYPES.values())}


@pytest.mark.parametrize("layout", layouts().values(), ids=lambda layout: layout.name)
def test_every_table_and_every_column_is_described(layout: Any) -> None:
    for said in (layout.about, *(column.about for column in layout.columns)):
        assert re.search(r"[.:]$", said), said
        assert "``" not in said
        assert ":class:" not in said
        assert len(said) > 10


def test_what_the_classes_say_is_what_the_columns_say() -> None:
    said = {column.name: column.about for column in layouts()["actors"].columns}
    assert said["code"] == "`code` is the ISO 3166-1 alpha-2 code of a state."
    assert "in order of first appearance" in said["names"]


# ---- rows


def test_rows_have_the_cells_that_their_columns_hold() -> None:
    for name, layout in layouts().items():
        for row in TABLES[name]:
            assert tuple(row) == layout.names
            for column in layout.columns:
                cell = row[column.name]
                assert cell is None or type(cell) is column.kind.python, (name, column.name, cell)
                assert cell is not None or not column.required, (name, column.name)
                assert (
                    not column.members
                    or cell is None
                    or set(column.members) >= set(cell if type(cell) is tuple else [cell])
                )
                if column.pattern and cell is not None:
                    assert re.fullmatch(column.pattern, cell), (name, column.name, cell)
                if column.minimum is not None and cell is not None:
                    assert cell >= column.minimum


def test_every_row_leads_back_to_its_record_and_ids_are_unique() -> None:
    whole = dataset()
    for name, several in TABLES.items():
        assert len({row["id"] for row in several}) == len(several)
        for row in several:
            record = whole[row.get("record", row["id"])]
            assert row["source"] in whole
            if name in RECORD_TABLES:
                assert row["id"] == record.id
            elif name != "claims":
                assert row["id"] == record.id + row["place"]


def test_an_amount_is_low_high_qualifier_and_unit() -> None:
    deal = only("transfers")
    assert (deal["value_low"], deal["value_high"]) == (Decimal(4_000_000_000), Decimal(4_000_000_000))
    assert (deal["value_qualifier"], deal["value_unit"], deal["value_doubt"]) == ("about", "NOK", False)
    assert deal["value_precision"] == 10**9
    item = only("items", place="/items/0")
    assert (item["number_low"], item["number_high"], item["number_qualifier"], item["number_unit"]) == (
        24,
        24,
        "exact",
        "item",
    )
    open_below = only("deliveries")
    assert (open_below["number_low"], open_below["number_high"], open_below["number_qualifier"]) == (None, 12, "up_to")
    nothing = only("items", place="/items/1")
    assert {nothing[f"number{end}"] for end in ("", "_low", "_high", "_qualifier", "_unit", "_doubt")} == {None}


def test_a_date_is_earliest_latest_and_edtf() -> None:
    month = only("stages")
    assert (month["date_edtf"], month["date_earliest"], month["date_latest"]) == (
        "2025-09",
        date(2025, 9, 1),
        date(2025, 9, 30),
    )
    since = only("deliveries")
    assert (since["date_edtf"], since["date_earliest"], since["date_latest"]) == ("2026/..", date(2026, 1, 1), None)
    unknown = only("deployments")
    assert (unknown["period_edtf"], unknown["period_earliest"], unknown["period_words"]) == (None, None, "recently")


@pytest.mark.parametrize(
    ("table", "wanted", "words"),
    [
        ("transfers", {}, "signed a contract in September 2025 for 24 additional K9 howitzers"),
        ("items", {"place": "/items/0"}, "24"),  # what its number rests on
        (
            "items",
            {"place": "/items/1"},
            "signed a contract in September 2025 for 24 additional K9 howitzers",
        ),  # the deal's
        ("stages", {}, "September 2025"),
        ("dialogues", {}, "the first security dialogue"),
        ("links", {"place": "/items/0/weapon"}, "K9 howitzers"),
        (
            "links",
            {"record": DEAL, "place": "/supplier"},
            "signed a contract in September 2025 for 24 additional K9 howitzers",
        ),
    ],
)
def test_a_row_has_the_nearest_words(table: str, wanted: dict[str, str], words: str) -> None:
    assert only(table, **wanted)["quote"] == words


def test_references_are_links() -> None:
    deal = {row["place"]: (row["target"], row["target_type"]) for row in TABLES["links"] if row["record"] == DEAL}
    assert deal == {
        "/supplier": (KOREA, "actor"),
        "/recipient": (NORWAY, "actor"),
        "/items/0/weapon": (K9, "weapon_system"),
        "/competitors/0": (K9, "weapon_system"),
    }


def test_claims_stand_side_by_side(dataset: Dataset) -> None:
    assert dataset.cases, "the seeds tell of some things twice"
    found = dataset.rows()["claims"]
    for case in dataset.cases:
        of_case = [row for row in found if row["case"] == case.id]
        assert {row["record"] for row in of_case} <= set(case.members)
        assert [row["says"] for row in of_case] == [str(claim) for field in case.claims for claim in field.claims]
        for row in of_case:
            conflict = case.field(row["field"]).conflict
            assert row["conflict"] == (None if conflict is None else conflict.sentence)


# ---- and back


def test_nothing_is_lost_on_the_way_and_back() -> None:
    assert Dataset.of(records_of(TABLES)) == dataset()


def test_nothing_of_the_seeds_is_lost(dataset: Dataset) -> None:
    back = kordef.dataset_from_tables(dataset.tables())
    assert back == dataset
    assert kordef.dataset_text(back) == kordef.dataset_text(dataset)


def rows_of(*several: Record) -> Rows:
    """The rows of records that need not be a whole dataset."""
    return rows(cast("Dataset", SimpleNamespace(records=several, cases=())))


@given(any_records())
def test_nothing_of_any_record_is_lost(record: Record) -> None:
    found = rows_of(record)
    assert records_of(found) == (record,)
    assert all(tuple(row) == layouts()[name].names for name, table in found.items() for row in table)


def test_tables_that_follow_from_others_are_not_needed() -> None:
    derived = ("records", "links", "claims")
    assert Dataset.of(records_of({name: table for name, table in TABLES.items() if name not in derived})) == dataset()


def changed(table: str, number: int, **cells: Any) -> Rows:
    several = [dict(row) for row in TABLES[table]]
    several[number].update(cells)
    return {**TABLES, table: tuple(several)}


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        (
            changed("transfers", 0, value_low=Decimal(5)),
            "expected 4000000000 as value says, found 5 in 'transfers[0].value_low'",
        ),
        (
            changed("transfers", 0, value_unit="EUR"),
            "expected NOK as value says, found EUR in 'transfers[0].value_unit'",
        ),
        (changed("transfers", 0, value_qualifier="over"), "expected about as value says, found over"),
        (changed("transfers", 0, value="{"), "expected the JSON of a value in 'transfers[0].value'"),
        (changed("transfers", 0, value='{"type":"money"}'), "required key 'amount' is missing in 'transfers[0].value'"),
        (changed("transfers", 0, stage="sold"), "found \"sold\" in 'transfers[0].stage'"),
        (changed("transfers", 0, recipient="Norway"), "an id such as 'actor-0123456789ab'"),
        (changed("transfers", 0, open_list=1), "expected true or false, found 1 in 'transfers[0].open_list'"),
        (changed("stages", 0, date_edtf="2025-13"), "edtf"),
        (changed("stages", 0, date_latest=date(2025, 9, 29)), "expected 2025-09-30 as date says, found 2025-09-29"),
        (changed("items", 0, place="/items/7"), "has no row at /items/0 in 'items[0]'"),
        (changed("items", 1, place="/items/0"), f"{DEAL} has two rows at /items/0 in 'items[1]'"),
        (changed("items", 0, place="items"), "expected a place such as '/items/0', found 'items' in 'items[0].place'"),
        (changed("items", 0, record="transfer-000000000000"), "belongs to 'transfer-000000000000', which no table has"),
        (changed("stages", 0, place="/deliveries/0"), "a transfer has no stages at /deliveries in 'stages[0]'"),
        ({"tanks": ()}, "there is no table 'tanks'"),
        (changed("items", 0, colour="green"), "unknown column 'colour' in 'items[0]'"),
        ({"items": ({"id": "x"},)}, "the column 'record' is missing in 'items[0]'"),
        ({"items": ["x"]}, "expected a row as a mapping, or an Arrow table, found a str in 'items[0]'"),
    ],
)
def test_tables_that_contradict_themselves_are_refused(tables: Any, message: str) -> None:
    with pytest.raises(Malformed) as caught:
        records_of(tables)
    assert message in str(caught.value)


# ---- Arrow

pyarrow = pytest.importorskip("pyarrow")


def test_arrow_tables_have_the_types_that_columns_hold() -> None:
    tables = dataset().tables()
    assert list(tables) == list(layouts())
    for name, layout in layouts().items():
        assert tuple(tables[name].column_names) == layout.names
        assert tables[name].num_rows == len(TABLES[name])
        assert tables[name].schema.metadata[b"description"].decode() == layout.about
        for column in layout.columns:
            field = tables[name].schema.field(column.name)
            assert field.nullable is not column.required
            assert field.metadata[b"description"].decode() == column.about
            assert str(field.type) == ARROW[column.kind]
    value = tables["transfers"].to_pylist()[0]["value_low"]
    assert value == Decimal(4_000_000_000)


ARROW = {
    Kind.TEXT: "string",
    Kind.OBJECT: "string",
    Kind.ARRAY: "string",
    Kind.INTEGER: "int64",
    Kind.FLAG: "bool",
    Kind.NUMBER: "decimal128(38, 12)",
    Kind.DATE: "date32[day]",
    Kind.TEXTS: "list<element: string>",
    Kind.INTEGERS: "list<element: int64>",
} | ({} if pyarrow.list_(pyarrow.string()).value_field.name == "element" else {Kind.TEXTS: "list<item: string>", Kind.INTEGERS: "list<item: int64>"})  # fmt: skip


def test_what_was_written_survives_twelve_decimals() -> None:
    whole = dataset()
    back = kordef.dataset_from_tables(whole.tables())
    assert back == whole
    third = back.agreements[0].targets[0].parts[0].value.amount
    assert third == Amount.fraction(1, 3)
    equivalent = cast(Any, back.transfers[0].value).equivalents[0]
    assert str(equivalent.amount.low) == "390000000.50"


def deal(number: Amount) -> Dataset:
    item = Item(number=number)
    given = Transfer(id=DEAL, source=SOURCE, kind=TransferKind.SALE, stage=Stage.SIGNED, items=(item,))
    return Dataset.of((*(r for r in records() if r.type == "source"), given))


@pytest.mark.parametrize("digits", ["9" * 26, "0." + "3" * 30, "0.000000000001", "-5"])
def test_numbers_that_fit_into_a_column(digits: str) -> None:
    whole = deal(Amount.exact(digits))
    assert kordef.dataset_from_tables(whole.tables()) == whole


def test_a_number_that_is_too_large_for_a_column_is_told_of() -> None:
    message = f"number_low of {DEAL}/items/0 must have at most 26 digits before the point, found {10**26}"
    with pytest.raises(InvalidValue, match=re.escape(message)):
        deal(Amount.exact(10**26)).tables()


def test_without_pyarrow_there_are_rows_and_a_clear_message(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert dataset().rows() == TABLES
    with pytest.raises(
        MissingExtra, match=r"an optional package is needed for Arrow tables: pip install 'kordef\[tables\]'"
    ):
        dataset().tables()


# ---- what others make of the tables


def test_pandas_takes_them() -> None:
    pytest.importorskip("pandas")
    tables = dataset().tables()
    deals, items = tables["transfers"].to_pandas(), tables["items"].to_pandas()
    joined = items.merge(deals, left_on="record", right_on="id", suffixes=("", "_deal"))
    assert joined["number_low"].dropna().sum() == 24
    assert set(joined["recipient"]) == {NORWAY}


def test_polars_takes_them() -> None:
    polars = pytest.importorskip("polars")
    tables = {name: polars.from_arrow(table) for name, table in dataset().tables().items()}
    assert kordef.dataset_from_tables(tables) == dataset()
    joined = tables["items"].join(tables["transfers"], left_on="record", right_on="id")
    assert joined["number_low"].sum() == Decimal(24)
    assert tables["stages"]["date_earliest"].to_list() == [date(2025, 9, 1)]
    assert tables["dialogues"]["topics"].to_list() == [["security", 'a topic, with "commas"']]


def test_duckdb_takes_them() -> None:
    duckdb = pytest.importorskip("duckdb")
    tables = dataset().tables()
    connection = duckdb.connect()
    for name in ("items", "transfers", "actors"):
        connection.register(name, tables[name])
    found = connection.sql(
        "SELECT a.code, sum(i.number_low) FROM items i JOIN transfers t ON t.id = i.record "
        "JOIN actors a ON a.id = t.recipient GROUP BY ALL"
    ).fetchall()
    assert found == [("NO", Decimal(24))]
