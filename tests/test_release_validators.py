"""Releases before judges that know nothing of kordef: validators of the standards, and the libraries that people read with."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from release_samples import DEAL, NORWAY, records

from kordef.dataset import Dataset
from kordef.records import Source
from kordef.release import ReleaseInfo, write_release
from kordef.vocabulary import Quoting

pytest.importorskip("pyarrow")
HERE = Path(__file__).parent
INFO = ReleaseInfo(released="2025-11-30", homepage="https://example.org/dataset")


@contextmanager
def others_warnings() -> Iterator[None]:
    """Warnings of third-party packages about their own code are none of ours."""
    with warnings.catch_warnings():
        for category in (DeprecationWarning, FutureWarning, SyntaxWarning, ResourceWarning):
            warnings.simplefilter("ignore", category)
        yield


def _sample() -> Dataset:
    return Dataset.of(records())


def _silent() -> Dataset:
    return Dataset.of(evolve(r, quotes=Quoting.OFFSETS) if isinstance(r, Source) else r for r in records())


@pytest.fixture(scope="module", params=["sample", "seeds", "silent"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Releases of the sample, of the seeds, and of a source that may not be quoted."""
    made = {"sample": _sample, "silent": _silent, "seeds": lambda: request.getfixturevalue("dataset")}
    path = tmp_path_factory.mktemp("release") / request.param
    write_release(made[request.param](), path, INFO)
    return path


def test_json_schema(folder: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((folder / "schema" / "dataset.schema.json").read_bytes())
    validator = jsonschema.Draft202012Validator(schema)
    assert list(validator.iter_errors(json.loads((folder / "dataset.json").read_bytes()))) == []


def test_data_package(folder: Path) -> None:
    with others_warnings():
        frictionless = pytest.importorskip("frictionless")
        report = frictionless.Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "note"])
    assert report.stats["errors"] == 0
    package = json.loads((folder / "datapackage.json").read_bytes())
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert len({resource["name"] for resource in package["resources"]}) == len(package["resources"])


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        (",sale,", ",gift,", "constraint-error"),
        (f"{DEAL},", "deal-1,", "constraint-error"),
        (f",{NORWAY},", ",actor-000000000000,", "foreign-key"),
        (",4000000000,", ",much,", "type-error"),
    ],
)
def test_the_data_package_has_constraints_that_bite(tmp_path: Path, old: str, new: str, error: str) -> None:
    write_release(_sample(), tmp_path / "r", INFO)
    path = tmp_path / "r" / "tables" / "transfers.csv"
    content = path.read_text("utf-8")
    assert old in content
    path.write_text(content.replace(old, new), "utf-8")
    with others_warnings():
        frictionless = pytest.importorskip("frictionless")
        report = frictionless.Package(str(tmp_path / "r" / "datapackage.json")).validate()
    assert error in {row[0] for row in report.flatten(["type"])}


def test_croissant(folder: Path) -> None:
    with others_warnings():
        mlcroissant = pytest.importorskip("mlcroissant")
        dataset = mlcroissant.Dataset(jsonld=folder / "croissant.json")
        assert not dataset.metadata.issues.errors
        assert not dataset.metadata.issues.warnings
        found = list(dataset.records("transfers"))
    document = json.loads((folder / "dataset.json").read_bytes())
    expected = [record["id"] for record in document["records"] if record["type"] == "transfer"]
    assert [record["transfers/id"].decode() for record in found] == expected


def test_csv_on_the_web(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "tables")
    with others_warnings():
        csvw = pytest.importorskip("csvw")
        assert csvw.CSVW("csv-metadata.json", validate=True).is_valid
        group = csvw.TableGroup.from_file("csv-metadata.json")
        rows = {str(table.url): list(table) for table in group.tables}
    assert len(rows["records.csv"]) == sum(len(rows[f"{name}.csv"]) for name in RECORD_TABLES)


RECORD_TABLES = ("sources", "actors", "weapon_systems", "agreements", "dialogues", "transfers", "deployments", "observations", "events", "statements")  # fmt: skip


def graph_of(folder: Path) -> Any:
    rdflib = pytest.importorskip("rdflib")
    document = json.loads((folder / "evidence.jsonld").read_bytes())
    remote, own = document["@context"]
    assert remote == "http://www.w3.org/ns/anno.jsonld"
    document["@context"] = [json.loads((HERE / "contexts" / "anno.json").read_bytes())["@context"], own]
    graph = rdflib.Graph()
    graph.parse(data=json.dumps(document), format="json-ld")
    return graph


def test_annotations_are_linked_data_that_its_shapes_describe(folder: Path) -> None:
    with others_warnings():
        graph = graph_of(folder)
        document = json.loads((folder / "dataset.json").read_bytes())
        pieces = sum(len(record["evidence"]) for record in document["records"])
        oa = "http://www.w3.org/ns/oa#"
        found = graph.query(
            f"SELECT (COUNT(?a) AS ?n) WHERE {{ ?a a <{oa}Annotation> ; <{oa}hasTarget>/<{oa}hasSource> ?s }}"
        )
        assert [int(row[0]) for row in found] == [pieces]
        pyshacl = pytest.importorskip("pyshacl")
        shapes = (folder / "schema" / "evidence.shapes.ttl").read_text("utf-8")
        conforms, _, text = pyshacl.validate(graph, shacl_graph=shapes, shacl_graph_format="turtle")
    assert conforms, text[:2000]


def test_the_shapes_find_what_is_wrong(tmp_path: Path) -> None:
    with others_warnings():
        pyshacl = pytest.importorskip("pyshacl")
        write_release(_sample(), tmp_path / "r", INFO)
        path = tmp_path / "r" / "evidence.jsonld"
        path.write_text(
            path.read_text("utf-8").replace('"evidenceKind":"stated"', '"evidenceKind":"invented"', 1), "utf-8"
        )
        shapes = (tmp_path / "r" / "schema" / "evidence.shapes.ttl").read_text("utf-8")
        conforms, _, _ = pyshacl.validate(graph_of(tmp_path / "r"), shacl_graph=shapes, shacl_graph_format="turtle")
    assert not conforms


# ---- readers


def test_pandas_polars_and_duckdb_read_the_parquet_files(tmp_path: Path) -> None:
    write_release(_sample(), tmp_path / "r", INFO)
    items = tmp_path / "r" / "tables" / "items.parquet"
    pandas = pytest.importorskip("pandas")
    assert pandas.read_parquet(items)["number_low"].dropna().tolist() == [Decimal(24)]
    polars = pytest.importorskip("polars")
    assert polars.read_parquet(items)["number_low"].sum() == Decimal(24)
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as connection:
        found = connection.sql(f"SELECT sum(number_low), any_value(number_unit) FROM '{items}'").fetchall()
    assert found == [(Decimal(24), "item")]


def test_pandas_polars_and_duckdb_read_the_csv_files(tmp_path: Path) -> None:
    write_release(_sample(), tmp_path / "r", INFO)
    path = tmp_path / "r" / "tables" / "transfers.csv"
    pandas = pytest.importorskip("pandas")
    assert pandas.read_csv(path)["value_low"].tolist() == [4_000_000_000]
    polars = pytest.importorskip("polars")
    assert polars.read_csv(path)["value_low"].to_list() == [4_000_000_000]
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as connection:
        assert connection.sql(f"SELECT value_low FROM '{path}'").fetchall() == [(4_000_000_000,)]


def test_what_the_documentation_shows_of_them_runs(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("pandas", "polars", "duckdb"):
        pytest.importorskip(name)
    page = (HERE.parent / "docs" / "how-to" / "export.md").read_text("utf-8")
    names: dict[str, Any] = {}
    blocks = re.findall(r"^```(?:python|py)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert len(blocks) >= 6
    for block in blocks:
        exec(block, names)
    printed = capsys.readouterr().out
    assert "at_least" in printed
    assert printed.rstrip().endswith("True")


def test_datasette_opens_the_database(tmp_path: Path) -> None:
    with others_warnings():
        pytest.importorskip("datasette")
        import asyncio

        from datasette.app import Datasette
        from datasette.utils import parse_metadata

        write_release(_sample(), tmp_path / "r", INFO)
        metadata = parse_metadata((tmp_path / "r" / "datasette.yaml").read_text("utf-8"))
        served = Datasette([str(tmp_path / "r" / "dataset.sqlite")], metadata=metadata)

        async def ask(path: str) -> Any:
            response = await served.client.get(path)
            assert response.status_code == 200, response.text[:500]
            return response

        async def visit() -> None:
            page = await ask("/dataset/transfers")
            assert NORWAY in page.text
            assert f'href="/dataset/actors/{NORWAY}"' in page.text  # a foreign key is a link
            found = (await ask("/dataset/evidence.json?_search=howitzers&_shape=array")).json()
            assert "K9 howitzers" in {row["quote"] for row in found}
            assert "in units of" in (await ask("/dataset/transfers")).text  # what a column means

        asyncio.run(visit())
