"""``datapackage.json``: the files and the columns of the tables, after Data Package v2 (datapackage.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from kordef._version import __version__
from kordef.codec import VERSION
from kordef.dataset import Dataset
from kordef.release.info import ReleaseInfo
from kordef.tables import Column, Kind, Layout

__all__ = ["datapackage_text", "media_type", "schema_of_table"]

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES = {
    Kind.TEXT: "string",
    Kind.INTEGER: "integer",
    Kind.FLAG: "boolean",
    Kind.NUMBER: "number",
    Kind.DATE: "date",
    Kind.TEXTS: "array",
    Kind.INTEGERS: "array",
    Kind.OBJECT: "object",
    Kind.ARRAY: "array",
}
_MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "jsonld": "application/ld+json",
    "parquet": "application/vnd.apache.parquet",
    "sqlite": "application/vnd.sqlite3",
    "ttl": "text/turtle",
}


def media_type(path: str) -> str:
    """The media type of a file by its name's end."""
    return _MEDIA.get(path.rpartition(".")[2], "application/octet-stream")


def datapackage_text(
    info: ReleaseInfo, dataset: Dataset, layouts: Mapping[str, Layout], files: Mapping[str, bytes]
) -> str:
    """The descriptor of the files, which are given by their paths."""
    package: dict[str, Any] = {
        "$schema": _PROFILE,
        "name": info.name,
        **({"id": f"https://doi.org/{info.doi}"} if info.doi else {}),
        "title": info.title,
        "description": info.description,
        "version": info.version,
        **({"homepage": info.homepage} if info.homepage else {}),
        **({"created": f"{info.released}T00:00:00Z"} if info.released else {}),
        "keywords": list(info.keywords),
        "licenses": [{"name": info.license}],
        "contributors": [{"title": name, "roles": ["creator"]} for name in info.creators],
        "sources": [
            {"title": source.title, **({"path": source.address} if source.address else {})}
            for source in dataset.sources
        ],
        "kordef": {"library": __version__, "format": VERSION},
        "resources": [_resource(path, content, layouts) for path, content in files.items() if _is_resource(path)],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


def _is_resource(path: str) -> bool:
    return path.rpartition(".")[2] in _MEDIA and path.partition("/")[0] != "schema"


def _resource(path: str, content: bytes, layouts: Mapping[str, Layout]) -> dict[str, Any]:
    folder, _, file = path.rpartition("/")
    stem, _, suffix = file.rpartition(".")
    layout = layouts.get(stem) if folder == "tables" else None
    resource: dict[str, Any] = {
        "name": re.sub("[^a-z0-9._-]", "-", f"{stem}-{suffix}" if suffix != "csv" else stem),
        "path": path,
        "format": suffix,
        "mediatype": media_type(path),
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
    }
    if folder == "records":
        resource["name"] = f"records-{resource['name']}"
    if suffix != "csv":
        resource["type"] = "file"
    if suffix in ("csv", "json", "jsonl", "jsonld"):
        resource["encoding"] = "utf-8"
    if layout is not None:
        resource["description"] = layout.about
    if layout is not None and suffix == "csv":
        resource |= {
            "type": "table",
            "dialect": {"delimiter": ",", "lineTerminator": "\n"},
            "schema": schema_of_table(layout),
        }
    return resource


def schema_of_table(layout: Layout) -> dict[str, Any]:
    """The Table Schema of a table."""
    keys = [
        {
            "fields": [column.name],
            "reference": {"resource": column.table if column.table != layout.name else "", "fields": ["id"]},
        }
        for column in layout.columns
        if column.table
    ]
    return {
        "fields": [_field(column) for column in layout.columns],
        "missingValues": [""],
        "primaryKey": ["id"],
        **({"foreignKeys": keys} if keys else {}),
    }


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.unique:
        constraints["unique"] = True
    if column.kind is Kind.TEXT and column.members:
        constraints["enum"] = list(column.members)
    if column.pattern:
        constraints["pattern"] = f"^(?:{column.pattern})$"
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    field: dict[str, Any] = {"name": column.name, "type": _TYPES[column.kind], "description": column.about}
    if column.unit:
        field["unit"] = column.unit
    if column.kind is Kind.FLAG:
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    if constraints:
        field["constraints"] = constraints
    return field
