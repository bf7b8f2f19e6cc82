"""Everything that stands in a release, as bytes: the same dataset gives the same."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any

from kordef.cases import Judgement
from kordef.codec import dump_jsonl, dumps_records
from kordef.dataset import Dataset
from kordef.records import RECORD_TYPES
from kordef.release.croissant import croissant_text
from kordef.release.csvw import csvw_text
from kordef.release.datapackage import datapackage_text
from kordef.release.flat import csv_bytes, parquet_bytes
from kordef.release.folder import SUMS
from kordef.release.info import ReleaseInfo
from kordef.release.linked import SHAPES, evidence_text
from kordef.release.papers import citation_text, datasette_text, readme_text
from kordef.release.sqlite import sqlite_bytes
from kordef.schema import schema_text
from kordef.tables import Layout, Row, arrow_table, layouts, rows
from kordef.tables.layout import table_of

__all__ = ["DATASET", "JUDGEMENTS", "MEANINGS", "contents", "meaning_of"]

DATASET = "dataset.json"
"""The file that all others follow from."""

JUDGEMENTS = "judgements.jsonl"
"""What people have judged of its records, where they have."""

MEANINGS: Mapping[str, str] = {
    DATASET: "the dataset: one JSON document, one record a line",
    "records/*.jsonl": "the same, a file for each type of record, as JSON Lines",
    "judgements.jsonl": "what people have judged: which records speak of one thing",
    "tables/*.csv": "the tables described below",
    "tables/*.parquet": "the same with types",
    "tables/csv-metadata.json": "their columns after CSV on the Web (W3C)",
    "dataset.sqlite": "the same tables in one database with foreign keys; `quotes` is a full-text index of `evidence`",
    "datasette.yaml": "descriptions for Datasette: `datasette dataset.sqlite -m datasette.yaml`",
    "evidence.jsonld": "every piece of evidence as a Web Annotation, origins in PROV-O",
    "schema/dataset.schema.json": "the JSON Schema of `dataset.json`",
    "schema/evidence.shapes.ttl": "SHACL shapes of `evidence.jsonld`",
    "findings.json": "what the audit found that does not add up",
    "CHANGES.json": "what changed since the release before",
    "datapackage.json": "the files and columns after Data Package v2",
    "croissant.json": "the same for machine learning tools (Croissant 1.0)",
    "CITATION.cff": "how to cite the dataset",
    "README.md": "this page",
    SUMS: "SHA-256 of every other file, for `sha256sum -c SHA256SUMS`",
}
"""What each file of a release is."""


def meaning_of(path: str) -> str | None:
    """The key of :data:`MEANINGS` that speaks of a file, ``None`` for a file that no release has."""
    folder, _, name = path.rpartition("/")
    stem, _, suffix = name.rpartition(".")
    if path in MEANINGS and "*" not in path:
        return path
    several = {("records", "jsonl"): _record_tables(), ("tables", "csv"): layouts(), ("tables", "parquet"): layouts()}
    return f"{folder}/*.{suffix}" if stem in several.get((folder, suffix), ()) else None


def _record_tables() -> tuple[str, ...]:
    return tuple(map(table_of, RECORD_TYPES.values()))


def contents(
    dataset: Dataset,
    info: ReleaseInfo,
    *,
    changes: Any = None,
    findings: Any = None,
    parquet: bool = True,
) -> dict[str, bytes]:
    """The files of a release by their paths, of a dataset that may be published as it is.

    ``changes`` and ``findings`` are JSON; without them their files are left out.
    """
    tables, every = layouts(), rows(dataset)
    files: dict[str, bytes] = {DATASET: dumps_records(dataset.records).encode()}
    for cls in RECORD_TYPES.values():
        out = io.BytesIO()
        dump_jsonl((record for record in dataset.records if type(record) is cls), out)
        files[f"records/{table_of(cls)}.jsonl"] = out.getvalue()
    if dataset.judgements:
        files[JUDGEMENTS] = "".join(map(_judgement, dataset.judgements)).encode()
    files |= _tables(tables, every, "csv", csv_bytes)
    if parquet:
        files |= _tables(tables, every, "parquet", lambda layout, of: parquet_bytes(arrow_table(layout, of)))
    files["tables/csv-metadata.json"] = csvw_text(info, tables).encode()
    files["dataset.sqlite"] = sqlite_bytes(every)
    files["datasette.yaml"] = datasette_text(info, tables, "dataset").encode()
    files["evidence.jsonld"] = evidence_text(dataset).encode()
    files["schema/dataset.schema.json"] = schema_text().encode()
    files["schema/evidence.shapes.ttl"] = SHAPES.encode()
    for path, content in (("findings.json", findings), ("CHANGES.json", changes)):
        if content is not None:
            files[path] = (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
    files["datapackage.json"] = datapackage_text(info, dataset, tables, files).encode()
    files["croissant.json"] = croissant_text(info, tables, files).encode()
    files["CITATION.cff"] = citation_text(info).encode()
    known = {meaning_of(path) for path in files} | {"README.md", SUMS}
    listed = {path: meaning for path, meaning in MEANINGS.items() if path in known}
    files["README.md"] = readme_text(info, dataset, tables, every, listed).encode()
    files[SUMS] = _sums(files).encode()
    return files


def _tables(
    tables: Mapping[str, Layout],
    every: Mapping[str, tuple[Row, ...]],
    suffix: str,
    write: Callable[[Layout, tuple[Row, ...]], bytes],
) -> dict[str, bytes]:
    return {f"tables/{name}.{suffix}": write(layout, every[name]) for name, layout in tables.items()}


def _judgement(judgement: Judgement) -> str:
    line = {
        "judgement": judgement.judgement.value,
        "records": list(judgement.records),
        "who": judgement.who,
        "when": judgement.when,
        "why": judgement.why,
    }
    return json.dumps(line, ensure_ascii=False) + "\n"


def _sums(files: Mapping[str, bytes]) -> str:
    return "".join(f"{sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))
