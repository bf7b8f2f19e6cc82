"""``croissant.json``: the release for machine learning tools, after MLCommons Croissant 1.0."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from kordef.release.datapackage import media_type
from kordef.release.info import ReleaseInfo
from kordef.tables import Column, Kind, Layout

__all__ = ["croissant_text"]

_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
_TYPES = {Kind.INTEGER: "sc:Integer", Kind.FLAG: "sc:Boolean", Kind.NUMBER: "sc:Float", Kind.DATE: "sc:Date"}


def croissant_text(info: ReleaseInfo, layouts: Mapping[str, Layout], files: Mapping[str, bytes]) -> str:
    """The files with their hashes, and a record set for each table that has rows."""
    tables = [layout for layout in layouts.values() if files[_csv(layout)].count(b"\n") > 1]
    names = {layout.name for layout in tables}
    dataset: dict[str, Any] = {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": info.name,
        "alternateName": info.title,
        "description": info.description,
        "version": info.version,
        "license": f"https://spdx.org/licenses/{info.license}",
        "url": info.homepage or (f"https://doi.org/{info.doi}" if info.doi else "./"),
        "citeAs": citation(info),
        "creator": [{"@type": "sc:Organization", "name": name} for name in info.creators],
        "keywords": list(info.keywords),
        **({"datePublished": info.released} if info.released else {}),
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": path,
                "name": path.replace("/", "-"),
                "contentUrl": path,
                "encodingFormat": media_type(path),
                "contentSize": f"{len(content)} B",
                "sha256": sha256(content).hexdigest(),
            }
            for path, content in files.items()
            if path == "dataset.json" or path in map(_csv, layouts.values())
        ],
        "recordSet": [_record_set(layout, names) for layout in tables],
    }
    return json.dumps(dataset, ensure_ascii=False, indent=2) + "\n"


def citation(info: ReleaseInfo) -> str:
    """One line to cite a release by."""
    where = f" https://doi.org/{info.doi}" if info.doi else f" {info.homepage}" if info.homepage else ""
    year = f" ({info.released[:4]})" if info.released else ""
    return f"{', '.join(info.creators)}{year}: {info.title}. Version {info.version}.{where}"


def _csv(layout: Layout) -> str:
    return f"tables/{layout.name}.csv"


def _record_set(layout: Layout, tables: set[str]) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": layout.name,
        "name": layout.name,
        "description": layout.about,
        "key": {"@id": f"{layout.name}/id"},
        "field": [_field(layout, column, tables) for column in layout.columns],
    }


def _field(layout: Layout, column: Column, tables: set[str]) -> dict[str, Any]:
    refers = column.table if column.table in tables and _may_refer(layout, column) else None
    return {
        "@type": "cr:Field",
        "@id": f"{layout.name}/{column.name}",
        "name": column.name,
        "description": column.about,
        "dataType": _TYPES.get(column.kind, "sc:Text"),
        "source": {"fileObject": {"@id": _csv(layout)}, "extract": {"column": column.name}},
        **({"references": {"field": {"@id": f"{refers}/id"}}} if refers else {}),
    }


def _may_refer(layout: Layout, column: Column) -> bool:
    # References must not go in circles: tools load what is referred to first.
    return column.name != "id" and column.table != layout.name and layout.name != "sources"
