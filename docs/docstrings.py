"""A griffe extension: docstrings as the Markdown that the site is made of, and the fields of attrs classes."""

from __future__ import annotations

import re
from typing import Any

from griffe import Attribute, Class, Extension, Object

_ROLE = re.compile(r":\w+:`~?([\w.]*\.)?(\w+)`")
_RAISES = re.compile(r"^:raises (\w+): (.*(?:\n(?!:|\n).*)*)", re.MULTILINE)
_RULE = re.compile(r"^=+(?: +=+)+$")


class Markdown(Extension):
    """Rewrites each docstring once, when its object is loaded."""

    def on_object(self, *, obj: Object, **_: Any) -> None:
        if obj.docstring is not None:
            obj.docstring.value = markdown(obj.docstring.value)

    def on_class(self, *, cls: Class, **_: Any) -> None:
        if cls.docstring is not None and any("frozen" in str(d.value) for d in cls.decorators):
            cls.docstring.value += "".join(f"\n{line}" for line in _fields(cls))


def _fields(cls: Class) -> list[str]:
    """A table of the fields that an attrs class adds to those of its bases."""
    rows = [
        f"| `{a.name}` | `{a.annotation}` | {'' if a.value is None else f'`{a.value}`'} |"
        for a in cls.members.values()
        if isinstance(a, Attribute) and a.annotation
        if not a.name.startswith("_") and a.name != "type" and "property" not in a.labels
    ]
    return ["", "| field | type | default |", "|---|---|---|", *rows] if rows else []


def markdown(text: str) -> str:
    """A docstring with roles as code, a table as Markdown, ``:raises X: why`` as a section, ``::`` as a colon."""
    text = _ROLE.sub(lambda m: f"`{m[2]}`", text)
    if _RAISES.search(text):
        raised = "\n".join(f"    {m[1]}: {' '.join(m[2].split())}" for m in _RAISES.finditer(text))
        text = f"{_RAISES.sub('', text).rstrip()}\n\nRaises:\n{raised}\n"
    text = re.sub(r"::$", ":", text, flags=re.MULTILINE)
    return "\n".join(_tables(text.split("\n")))


def _tables(lines: list[str]) -> list[str]:
    """The lines with simple tables of reStructuredText (three rules) as tables of Markdown."""
    rules = [n for n, line in enumerate(lines) if _RULE.fullmatch(line.rstrip())]
    if len(rules) != 3:
        return lines
    top, middle, bottom = rules
    starts = [m.start() for m in re.finditer(r"=+", lines[top])]
    ends = [*starts[1:], None]

    def row(line: str) -> list[str]:
        return [line[a:b].strip() for a, b in zip(starts, ends, strict=True)]

    rows: list[list[str]] = []
    for line in lines[middle + 1 : bottom]:
        cells = row(line)
        if cells[0]:
            rows.append(cells)
        else:
            rows[-1] = [" ".join(filter(None, pair)) for pair in zip(rows[-1], cells, strict=True)]
    table = [row(lines[top + 1]), ["---"] * len(starts), *rows]
    return [*lines[:top], *(f"| {' | '.join(cells)} |" for cells in table), *lines[bottom + 1 :]]
