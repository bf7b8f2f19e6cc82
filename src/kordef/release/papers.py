"""What people read first: ``README.md`` with the data dictionary, ``CITATION.cff``, and ``datasette.yaml``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kordef._version import __version__
from kordef.codec import VERSION
from kordef.dataset import Dataset
from kordef.release.croissant import citation
from kordef.release.info import ReleaseInfo
from kordef.release.quoting import LONGEST
from kordef.release.sqlite import INDEXED
from kordef.tables import Column, Kind, Layout, Row
from kordef.terminal import harmless
from kordef.vocabulary import Quoting

__all__ = ["citation_text", "datasette_text", "readme_text"]

_CELLS = {
    Kind.TEXT: "text",
    Kind.INTEGER: "whole number",
    Kind.FLAG: "true or false",
    Kind.NUMBER: "number",
    Kind.DATE: "date",
    Kind.TEXTS: "texts",
    Kind.INTEGERS: "whole numbers",
    Kind.OBJECT: "JSON object",
    Kind.ARRAY: "JSON array",
}


def readme_text(
    info: ReleaseInfo,
    dataset: Dataset,
    layouts: Mapping[str, Layout],
    rows: Mapping[str, Sequence[Row]],
    files: Mapping[str, str],
) -> str:
    """The release in words: what is in it, where it comes from, how to cite it, and every column of every table."""
    return "\n".join(_readme(info, dataset, layouts, rows, files)) + "\n"


def _readme(
    info: ReleaseInfo,
    dataset: Dataset,
    layouts: Mapping[str, Layout],
    rows: Mapping[str, Sequence[Row]],
    files: Mapping[str, str],
) -> Iterator[str]:
    yield from (f"# {_line(info.title)}", "", _line(info.description), "")
    released = f" of {info.released}" if info.released else ""
    yield f"Version {info.version}{released}. Written by kordef {__version__}, dataset format {VERSION}."
    yield from ("", "## How to cite", "", f"> {_line(citation(info))}", "")
    yield "A single record is cited by its id, with the document that it comes from: its row in `sources` has the title, the"
    yield "publisher and the hash of the file. An id stays the same as long as the document and the place in it do."
    yield from ("", "## Rights", "")
    yield f"The facts and the files are under {info.license}. The quotes are their publishers' and authors'; each has at most"
    yield f"{LONGEST} characters, and the texts themselves are not in this release."
    silent = [s for s in dataset.sources if s.quotes is Quoting.OFFSETS]
    if silent:
        yield f"Of {len(silent)} sources no words are shown, only the places and SHA-256 hashes of quotes."
    yield from ("", "## Sources", "", "| id | title | publisher | published | records |", "|---|---|---|---|---:|")
    for source in dataset.sources:
        count = sum(1 for record in dataset.records if record.source == source.id) - 1
        date = source.published.edtf if source.published and source.published.edtf else ""
        cells = (source.id, _line(source.title), _line(source.publisher or ""), date, str(count))
        yield f"| {' | '.join(cells)} |"
    yield from ("", "## Files", "", "| file | what it is |", "|---|---|")
    for path, meaning in files.items():
        yield f"| `{path}` | {meaning} |"
    yield from ("", "## Reading the tables", "")
    yield from _READING
    for layout in layouts.values():
        yield from _table(layout, len(rows[layout.name]))


_READING = (
    "Every row has an `id`, the `source` it comes from, and the `quote` that it rests on. Ids lead from table to table: the",
    "column that holds one says of which table. An empty cell says that the source does not state it, never zero or no.",
    "",
    "A number is what the source stated, with its hedge: `about`, `over`, a range. Whoever adds up `_low` takes the lower",
    "bounds, and rows whose `_qualifier` is not `exact` are not exact. Numbers are in units of their `_unit` column:",
    "2.5 billion euros is 2500000000 with the unit EUR. In CSV they have every digit that was written, in Parquet twelve",
    "decimals; the column with the JSON of the value is exact everywhere.",
    "",
    "Dates are EDTF (ISO 8601-2), with the first and the last day that they may mean beside them.",
    "",
    "In CSV, several texts in one cell are a JSON array, and flags are true and false. In SQLite these are text, 1 and 0.",
    "",
    "Texts are as the documents have them. A spreadsheet takes one that begins with `=`, `+`, `-` or `@` for a formula: import",
    "the CSV files (UTF-8, commas) with their columns as text, and do not open them by a double click.",
)


def _table(layout: Layout, count: int) -> Iterator[str]:
    yield from ("", f"## {layout.name}", "", f"{layout.about} {count:,} {'row' if count == 1 else 'rows'}.", "")
    yield from ("| column | holds | meaning |", "|---|---|---|")
    for column in layout.columns:
        yield f"| `{column.name}` | {_holds(column)} | {_cell(_meaning(column))} |"


def _holds(column: Column) -> str:
    words = _CELLS[column.kind]
    if column.unit and not column.unit.endswith("_unit"):
        words += f" ({column.unit}s)"
    return words if column.required else f"{words}, or empty"


def _meaning(column: Column) -> str:
    said = column.about
    if column.members:
        said += f" One of {', '.join(f'`{member}`' for member in column.members)}."
    if column.table and column.name != "id":
        said += f" An `id` of `{column.table}`."
    return said


def _cell(text: str) -> str:
    """A description in a cell of a table; what it has in backquotes stays code."""
    return " ".join(text.split()).replace("<", "&lt;").replace("|", "\\|")


_SPECIAL = re.compile(r"[\\`*_\[\]<>|#&!~]")


def _line(text: str) -> str:
    """Text of a document, or of whoever made the release, on one line, in which Markdown sees nothing but text."""
    return _SPECIAL.sub(r"\\\g<0>", harmless(" ".join(text.split())))


def citation_text(info: ReleaseInfo) -> str:
    """A Citation File Format 1.2.0 file."""
    lines = [
        "cff-version: 1.2.0",
        "message: If you use this dataset, please cite it as below, and the documents that the facts come from.",
        "type: dataset",
        f"title: {_yaml(info.title)}",
        f"version: {_yaml(info.version)}",
        "authors:",
        *(f"  - name: {_yaml(name)}" for name in info.creators),
        f"license: {info.license}",
        f"abstract: {_yaml(info.description)}",
        "keywords:",
        *(f"  - {_yaml(word)}" for word in info.keywords),
    ]
    if info.released:
        lines.append(f"date-released: {info.released}")
    if info.homepage:
        lines.append(f"url: {_yaml(info.homepage)}")
    if info.doi:
        lines.append(f"doi: {info.doi}")
    return "\n".join(lines) + "\n"


def datasette_text(info: ReleaseInfo, layouts: Mapping[str, Layout], database: str) -> str:
    """What Datasette shows beside the tables of the SQLite file: ``datasette dataset.sqlite -m datasette.yaml``."""
    tables: dict[str, Any] = {
        layout.name: {
            "description": layout.about,
            "columns": {column.name: _meaning(column) for column in layout.columns},
            **({"fts_table": "quotes", "fts_pk": "number"} if layout.name == INDEXED else {}),
        }
        for layout in layouts.values()
    }
    page: dict[str, Any] = {
        "title": info.title,
        "description": info.description,
        "license": info.license,
        "source": citation(info),
        "databases": {database: {"tables": tables}},
    }
    return "\n".join(_mapping(page, "")) + "\n"


def _mapping(content: Mapping[str, Any], indent: str) -> Iterator[str]:
    for key, value in content.items():
        if isinstance(value, Mapping):
            yield f"{indent}{key}:"
            yield from _mapping(value, f"{indent}  ")  # pyright: ignore[reportUnknownArgumentType]
        else:
            yield f"{indent}{key}: {_yaml(value)}"


def _yaml(text: str) -> str:
    # JSON strings are YAML strings, but for two characters that YAML counts as ends of lines
    quoted = json.dumps(text, ensure_ascii=False)
    return quoted.replace("\x85", "\\u0085").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
