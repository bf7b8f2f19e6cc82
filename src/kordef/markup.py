"""Small pieces of HTML for notebooks: they take the colours of the page, so that they read well in light and dark."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from kordef.terminal import harmless

__all__ = ["Marked", "grid", "inline"]

_LINE = "border:0;border-bottom:1px solid rgba(128,128,128,.35)"
_CELL = f"style='{_LINE};padding:.25em .9em .25em 0;text-align:left;vertical-align:top'"
_FAINT = "style='opacity:.65'"
_MARK = "style='background:rgba(255,196,0,.3);color:inherit;border-radius:2px'"


class Marked(str):
    """Words of a source: they are shown as a quotation, marked as those that a fact rests on."""

    __slots__ = ()


def escaped(text: str) -> str:
    """Text with nothing in it that a page or a terminal would obey."""
    return html.escape(harmless(text))


def inline(text: str, tip: str = "") -> str:
    """A value in running text, with more about it where the pointer rests."""
    title = f" title='{escaped(tip)}'" if tip else ""
    return f"<span{title} style='font-variant-numeric:tabular-nums'>{escaped(text)}</span>"


def grid(caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]], note: str = "") -> str:
    """A table without colours of its own; ``note`` stands below it."""
    head = "".join(f"<th {_CELL}>{escaped(column)}</th>" for column in columns)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
    below = f"<div {_FAINT}>{escaped(note)}</div>" if note else ""
    return (
        "<div style='color:inherit;background:transparent;overflow-x:auto'>"
        f"<table style='border-collapse:collapse;background:transparent;color:inherit'>"
        f"<caption style='caption-side:top;text-align:left;font-weight:600;color:inherit'>{escaped(caption)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{below}</div>"
    )


def _cell(text: str) -> str:
    inner = f"<mark {_MARK}>{escaped(text)}</mark>" if isinstance(text, Marked) and text else escaped(text)
    return f"<td {_CELL}>{inner}</td>"
