"""Quotations: the stretches of a text between quotation marks that are whole clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from kordef.builders.page import Page

__all__ = ["Quote", "quotes"]

_SINGLE = r"((?:[^'‘’\"]|(?<=\w)['’](?=\w)){20,2000}?)['’\"](?!\w)"
_QUOTE = re.compile(rf"“([^“”]{{8,2000}})”|\"([^\"]{{8,2000}})\"|'(?<![\w’']'){_SINGLE}|‘(?<![\w’']‘){_SINGLE}")
"""Quotations in double marks, then those in single ones; each begins with its mark, which makes them quick to find."""


@frozen(kw_only=True)
class Quote:
    """A quotation: the span between its marks."""

    start: int
    end: int


def quotes(page: Page) -> tuple[Quote, ...]:
    """The quotations of a document's running text: double quotation marks, and single ones around whole clauses."""
    out: list[Quote] = []
    for start, end in _blocks(page):
        for m in _QUOTE.finditer(page.document.text, start, end):
            group = next(n for n in (1, 2, 3, 4) if m[n] is not None)
            said = m[group]
            if said.count(" ") >= 3 or (said[0].isupper() and said[-1] in ".!?," and " " in said and group < 3):
                out.append(Quote(start=m.start(group), end=m.end(group)))
    return tuple(out)


def _blocks(page: Page) -> Iterator[tuple[int, int]]:
    held: int | None = None
    for line in page.lines:
        if line.block != held:
            block = page.document.blocks[line.block]
            yield block.start, block.end
        held = line.block
