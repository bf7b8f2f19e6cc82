"""``tables/csv-metadata.json``: the same columns after CSV on the Web (W3C), for validators of that family."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from kordef.release.info import ReleaseInfo
from kordef.tables import Column, Kind, Layout

__all__ = ["csvw_text"]

_TYPES = {Kind.INTEGER: "integer", Kind.FLAG: "boolean", Kind.NUMBER: "decimal", Kind.DATE: "date"}


def csvw_text(info: ReleaseInfo, layouts: Mapping[str, Layout]) -> str:
    """A group of tables, each with its schema, keys and references; the files are beside it."""
    group: dict[str, Any] = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": info.title,
        "dc:license": {"@id": f"https://spdx.org/licenses/{info.license}"},
        "dialect": {"lineTerminators": ["\n"]},
        "tables": [_table(layout) for layout in layouts.values()],
    }
    return json.dumps(group, ensure_ascii=False, indent=2) + "\n"


def _table(layout: Layout) -> dict[str, Any]:
    keys = [
        {"columnReference": [column.name], "reference": {"resource": f"{column.table}.csv", "columnReference": ["id"]}}
        for column in layout.columns
        if column.table and column.required  # validators take an empty reference for a broken one; `links` has them all
    ]
    return {
        "url": f"{layout.name}.csv",
        "dc:description": layout.about,
        "tableSchema": {
            "columns": [_column(column) for column in layout.columns],
            "primaryKey": ["id"],
            **({"foreignKeys": keys} if keys else {}),
        },
    }


def _column(column: Column) -> dict[str, Any]:
    base = _TYPES.get(column.kind, "string")
    datatype: dict[str, Any] = {"base": base}
    if column.kind is Kind.TEXT and column.members:
        datatype["format"] = "|".join(column.members)
    elif column.pattern:
        datatype["format"] = column.pattern
    if column.kind is Kind.FLAG:
        datatype["format"] = "true|false"
    if column.minimum is not None:
        datatype["minimum"] = column.minimum
    return {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.about,
        "datatype": datatype if len(datatype) > 1 else base,
        **({"required": True} if column.required else {}),
    }
