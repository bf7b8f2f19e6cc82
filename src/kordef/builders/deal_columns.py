"""What the columns of a table of arms deals hold: by the words of their headers, and by what stands in their cells.

Registers print the headers once, above the tables of many suppliers; the tables below have none of their own. Then the cells
tell the columns: names of weapons, plain numbers, years of orders, years of deliveries, remarks.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeVar

from kordef.amounts import Amount
from kordef.builders.deal_words import (
    PARTIES,
    column_kinds,
    deal_words,
    is_gift,
    other_party,
    phrase_lengths,
    plain_words,
    stage_of,
    stage_of_title,
)
from kordef.builders.page import Page
from kordef.document import BlockKind, Span, Table
from kordef.mentions.model import DateMention, Mention, ValueMention
from kordef.periods import Period
from kordef.vocabulary import Stage

__all__ = ["Columns", "columns_of", "is_register", "within"]

_M = TypeVar("_M", bound=Mention)
_DIGITS = re.compile(r"[1-9]\d{0,4}")
_COUNT = re.compile(r"[(~\[ca. ]{0,4}\d{1,3}(?:[,. ]?\d{3})?[)\]?+]{0,3}")
_YEAR = re.compile(r"\(?(?:19|20)\d\d\??\)?")
_YEARS = re.compile(r"\(?(?:19|20)\d\d\??\)?(?:\s?[-–/]\s?\(?(?:(?:19|20)\d\d|\d\d)\??\)?)?(?:, ?(?:19|20)\d\d)*")
_WORDED_YEARS = re.compile(
    r"(?:order(?:ed)?|contract(?:ed)?|signed|bought|del(?:ivered|ivery|iveries|\.)?|dlvd?\.?|received)[.:]? (?:in )?\(?"
    r"(?:19|20)\d\d\??\)?(?:\s?[-–/]\s?\(?(?:(?:19|20)\d\d|\d\d)\??\)?)?",
    re.IGNORECASE,
)
_ORDER = re.compile(r"(?:order(?:ed)?|contract(?:ed)?|signed|bought)[.:]? (?:in )?(?:19|20)\d\d.{0,12}", re.IGNORECASE)
"""Cells that say what their years are: "order 2004", "del. 2005-2007"."""
_LABELLED = re.compile(r"(?:[RSL]|[Ss]upplier|[Rr]ecipient|[Ll]icen[sc][eo]r)\s?[:.]\s")
_EMPTY = frozenset('- – — -- / . .. ... … n/a n.a. na nil none " “ ” ″ do. ditto ? x'.split()) | {""}
"""What stands in cells that say nothing, or that the row above goes on."""
_DONORS = frozenset("donor donors giver givers contributor donated given lender sender senders giving".split())
_CAME = frozenset("handed transferred arrived shipped".split())
_OTHERS = re.compile(r"if not|\b(?:paid|pay|fund|financ|place|built|location|via)", re.IGNORECASE)
"""What heads a column of states that are neither party."""
_BAR = re.compile(r"\s*(?:\||\t| {3,})\s*")
_CLASS_NUMBER = 6
"""The characters before the class of a weapon that number it: "VII. Missiles and missile launchers"."""
_REACH = 40
"""How many blocks above a table its header may stand."""


def within(mentions: Sequence[_M], span: Span) -> list[_M]:
    """The mentions, sorted by their start, that begin in a span."""
    low = bisect_left(mentions, span.start, key=lambda m: m.start)
    high = bisect_left(mentions, span.end, key=lambda m: m.start)
    return list(mentions[low:high])


class Columns:
    """The columns of one table: ``kinds`` says by their positions what they hold.

    ``first`` is the party that a cell of both parties names first, or the one that the headings above rows name where header
    and rows share them ("Supplier/ recipient (R)"). ``register`` says whether the rows have what those of a register have:
    weapon, number, year of order and a party.
    """

    def __init__(self, page: Page, position: int) -> None:
        self.page = page
        block = page.document.blocks[position]
        assert block.table is not None
        self.table: Table = block.table
        self.position, self.story = position, block.story
        self.text = page.document.text
        self.first = "recipient"
        self.kinds: dict[int, str] = {}
        self.given = False
        """Whether a header calls those who supply donors."""
        self.came = False
        """Whether the header of the only dates says that they are those of arrivals: "Year received"."""
        self.inside = False
        """Whether the numbers stand in the cells of the weapons: "22 M109A3GN howitzers"."""
        self.named: int | None = None
        """The column, of remarks or without a header, that begins with the names of weapons whose classes stand apart."""
        width = max(map(len, self.table.rows), default=0)
        labels = [] if self.table.header else [self._label(column) for column in range(width)]
        self.labelled = any(labels)
        """Whether the cells say themselves what they hold: "Importer: Chile"."""
        heads = labels if self.labelled else self._heads()
        self.columns = [self._cells(column) for column in range(max(map(len, self.table.rows), default=0))]
        if any(heads):
            self._by_headers(heads)
        if (not self.table.header and "weapon" not in self.kinds.values()) or self._lacks():
            self._by_cells()
        self.beside_party = self._weapons_beside_party(heads)
        kinds = set(self.kinds.values())
        if self.table.header and "weapon" in kinds and "number" not in kinds:
            cells = self.columns[next(n for n, kind in self.kinds.items() if kind == "weapon")]
            self.inside = 2 * sum(bool(self.numbers(c)) for c in cells) > len(cells)
        counted = "number" in kinds or (self.inside and not self.table.header)
        counted = counted or (not self.table.header and {"money", *PARTIES} <= kinds)
        self.register = (
            {"weapon", "date"} <= kinds and counted and bool(kinds & {*PARTIES, "parties"} or self._headed())
        )

    def numbers(self, cell: Span) -> list[ValueMention]:
        """The counts in a cell; bare digits that nothing else claims are one."""
        values = within(self.page.mentions.values, cell)
        found = [v for v in values if v.kind in ("count", "other")]
        exact = self.text[cell.start : cell.end].strip()
        if not found and _DIGITS.fullmatch(exact) and not values and not within(self.page.mentions.dates, cell):
            start = self.text.index(exact, cell.start)
            found = [
                ValueMention(
                    start=start,
                    end=start + len(exact),
                    exact=exact,
                    block=0,
                    story=self.story,
                    kind="count",
                    amount=Amount.written(exact),
                    unit="item",
                    number=(start, start + len(exact)),
                )
            ]
        return found

    def date(self, cell: Span) -> DateMention | None:
        """The date in a cell; a bare year that nothing else claims is one."""
        found = next((d for d in within(self.page.mentions.dates, cell) if d.period.edtf), None)
        exact = self.text[cell.start : cell.end].strip()
        if found is None and _YEAR.fullmatch(exact) and exact.isdigit():
            start = self.text.index(exact, cell.start)
            return DateMention(
                start=start, end=start + len(exact), exact=exact, block=0, story=self.story, period=Period(edtf=exact)
            )
        return found

    # ---- headers

    def _heads(self) -> list[str]:
        """The header of each column in lower case: the table's own, or that of a table or line above it."""
        width = max(map(len, self.table.rows), default=0)
        blocks = self.page.document.blocks
        for position in range(self.position, max(-1, self.position - _REACH), -1):
            block = blocks[position]
            if block.story != self.story:
                break
            table = block.table
            if table is not None:
                if table is self.table and table.header and all(c.end - c.start <= 2 for c in table.header[0]):
                    # letters over the columns, and the headers below them
                    upper = table.rows[0]
                    return [self.text[c.start : c.end] for c in upper] + [""] * (width - len(upper))
                if table.header and (table is self.table or max(map(len, table.rows), default=0) == width >= 5):
                    return [" ".join(self.text[s.start : s.end] for s in table.heads(n)) for n in range(width)]
                continue
            words = self.text[block.start : block.end]
            if self.table.header or width < 5 or len(words) > 400 or block.kind is BlockKind.TITLE:
                continue
            first, *more = words.split("\n")
            cells = _BAR.split(first.strip().strip("|"))
            if len(cells) == width and not any(_COUNT.fullmatch(c) for c in cells):
                # the first cell goes on in the line below: "Supplier/ | No. ordered | ...", "recipient (R)"
                cells[0] = " ".join([cells[0], *(line.strip() for line in more)])
                return cells
        return [""] * width

    def _label(self, column: int) -> str:
        """The label that all cells of a column begin with: "Importer: Chile" above "Importer: Peru"; "" for none."""
        cells = [self.text[row[column].start : row[column].end] for row in self.table.rows if column < len(row)]
        label = cells[0].partition(": ")[0] if len(cells) > 1 else ""
        return label if label and all(cell.startswith(f"{label}: ") for cell in cells) else ""

    def _by_headers(self, heads: Sequence[str]) -> None:
        """Note what columns hold whose headers and cells agree; a column that says nothing of use is left out."""
        mentions = self.page.mentions
        for column, cells in enumerate(self.columns):
            head = heads[column] if column < len(heads) else ""
            words = head.lower().replace("(", " ").replace(")", " ").replace("/", " ").split()
            lengths = phrase_lengths(plain_words(head))
            kinds = sorted(lengths, key=lambda name: -lengths[name])
            kind = next((k for k in kinds if self._fits(k, cells)), None)
            if "if not" in head.lower():
                # "State of origin (if not exporter)"
                continue
            if kind == "number" and "weapon" in lengths and self._fits("weapon", cells):
                # "Ships" over "3 FDI", not over "3"
                kind = "weapon"
            if kind == "number" and column == 0 and self._is_index(cells):
                continue
            if kind == "number" and "number" in self.kinds.values() and self.kinds.get(column - 1) == "delivery":
                # "Order | # | Delivery | #"
                kind = "delivered"
            if kind in PARTIES and lengths.get(PARTIES[0]) == lengths.get(PARTIES[1]):
                kind = "parties"
                self.first = min(PARTIES, key=lambda side: _place(side, words))
            if kind is None and "number" in self.kinds.values() and _CAME & {*words} and self._fits("number", cells):
                # "Units | Contract | Handed over"
                kind = "delivered"
            if kind is None and cells and all(within(mentions.weapons, c) for c in cells):
                kind = "weapon"
            if kind in (None, "status", "weapon") and self._tells_basis(column):
                kind = "basis"
            if kind == "weapon" and (best := self._named()) is not None and best != column and self._has_names(best):
                kind = None if not self._has_names(column) or best < column else kind
            if kind is not None and (kind not in self.kinds.values() or kind in ("date", "money")):
                self.kinds[column] = kind
                if kind == "date":
                    self.came = (
                        stage_of_title(head.lower()) is Stage.DELIVERED and "date" not in list(self.kinds.values())[:-1]
                    )
                self.given = self.given or (kind == "supplier" and not _DONORS.isdisjoint(words))
        self._find_weapons()
        self._take_other_party([n for n, head in enumerate(heads) if _OTHERS.search(head) is not None])

    def _find_weapons(self) -> None:
        """Where no header heads weapons, they stand in the cells that begin with them: a column of classes, and of remarks."""
        if "weapon" in self.kinds.values() or not self.table.header:
            return
        free = [n for n in range(len(self.columns)) if self.kinds.get(n) in (None, "comment") and self._is_short(n)]
        weapons = self.page.mentions.weapons
        shares = {
            n: sum(
                any(w.start <= c.start + _CLASS_NUMBER or w.end >= c.end - 2 for w in within(weapons, c))
                for c in self.columns[n]
            )
            for n in free
        }
        found = next((n for n in free if 2 * shares[n] > len(self.columns[n])), None)
        if found is None:
            return
        self.kinds = {**self.kinds, found: "weapon"}
        self.named = next(
            (
                n
                for n in free
                if n > found
                and any(w.form == "name" and w.start == c.start for c in self.columns[n] for w in within(weapons, c))
            ),
            None,
        )

    def _take_other_party(self, barred: Sequence[int]) -> None:
        """Where the headers name one party, a further column of states is the other one."""
        named = [kind for kind in PARTIES if kind in self.kinds.values()]
        if len(named) != 1 or "weapon" not in self.kinds.values() or "parties" in self.kinds.values():
            return
        others = [n for n in range(len(self.columns)) if n not in self.kinds and n not in barred and self._is_party(n)]
        if len(others) == 1:
            self.kinds[others[0]] = other_party(named[0])

    def _fits(self, kind: str, cells: Sequence[Span]) -> bool:
        """Whether what stands in most cells of a column is of the kind that its header names."""
        if not cells:
            return False
        mentions = self.page.mentions
        if kind in ("date", "delivery"):
            hits = sum(self.date(c) is not None for c in cells)
        elif kind in ("number", "delivered", "pending"):
            hits = sum(bool(self.numbers(c)) for c in cells)
            hits -= sum(_YEAR.fullmatch(self._words(c)) is not None for c in cells)
        elif kind == "money":
            hits = sum(any(v.kind == "money" for v in within(mentions.values, c)) for c in cells)
        elif kind == "weapon":
            hits = sum(bool(within(mentions.weapons, c)) for c in cells)
        elif kind in PARTIES:
            hits = sum(bool(within(mentions.actors, c)) for c in cells)
        elif kind == "basis":
            hits = sum(is_gift(self._words(c).lower()) is not None for c in cells)
        else:
            return True
        return 2 * hits >= len(cells)

    # ---- cells

    def _words(self, cell: Span) -> str:
        return self.text[cell.start : cell.end].strip()

    def _cells(self, column: int) -> list[Span]:
        """The cells of a column that say something."""
        return [
            row[column]
            for row in self.table.rows
            if column < len(row) and self._words(row[column]).lower() not in _EMPTY
        ]

    def _has_names(self, column: int) -> bool:
        names = sum(any(w.form == "name" for w in within(self.page.mentions.weapons, c)) for c in self.columns[column])
        return 2 * names >= len(self.columns[column]) > 0

    def _named(self) -> int | None:
        """The first column of whose cells most name a weapon and little else."""
        return next((n for n in range(len(self.columns)) if self._has_names(n) and self._is_short(n)), None)

    def _is_short(self, column: int) -> bool:
        cells = self.columns[column]
        return 2 * sum(c.end - c.start <= 45 for c in cells) >= len(cells)

    def _share(self, column: int, pattern: re.Pattern[str], other: re.Pattern[str] | None = None) -> bool:
        """Whether most cells of a column are of one form, and not of another."""
        cells = [self._words(c) for c in self.columns[column]]
        hits = sum(bool(pattern.fullmatch(c)) and not (other is not None and other.fullmatch(c)) for c in cells)
        return 4 * hits >= 3 * len(cells) > 0

    def _weapons_beside_party(self, heads: Sequence[str]) -> int | None:
        """The column of a party whose cells name the weapons too, where no other does: "Singapore (Type 218SG)"."""
        if "weapon" in self.kinds.values() or not self.table.header:
            return None
        weapons = self.page.mentions.weapons
        for n, kind in self.kinds.items():
            hits = sum(bool(within(weapons, c)) for c in self.columns[n]) if kind in PARTIES else 0
            if hits and (2 * hits >= len(self.columns[n]) or "weapon" in column_kinds(plain_words(heads[n]))):
                return n
        return None

    def _lacks(self) -> bool:
        """Whether headers were borrowed that do not say enough."""
        return not self.table.header and not {"weapon", "number", "date"} <= set(self.kinds.values())

    def _by_cells(self) -> None:
        """Note what columns hold by their cells alone, in the order in which registers have them."""
        weapon = self._named()
        if weapon is None:
            return
        found: dict[int, str] = {weapon: "weapon"}
        parties = [n for n in range(len(self.columns)) if n != weapon and self._is_party(n)]
        counts = [n for n in range(len(self.columns)) if n not in found and self._share(n, _COUNT, _YEAR)]
        years = [n for n in range(len(self.columns)) if self._share(n, _YEARS) or self._share(n, _WORDED_YEARS)]
        order = next((n for n in years if self._share(n, _ORDER)), None)
        order = order if order is not None else next((n for n in years if self._share(n, _YEAR)), None)
        order = order if order is not None else next(iter(years), None)
        dated = next((n for n in range(len(self.columns)) if n not in found and self._dated(n)), None)
        money = next((n for n in range(len(self.columns)) if self._fits("money", self.columns[n])), None)
        if order is None and len(parties) == 2 and (counts or money is not None):
            # "Latvia | IRIS-T SLM | Germany | Nov 2023 | EUR 600 mn"
            order = dated
        self.inside = not counts and 2 * sum(bool(self.numbers(c)) for c in self.columns[weapon]) > len(
            self.columns[weapon]
        )
        priced = len(parties) == 2 and money not in (None, order)
        if not (counts or self.inside or priced) or order is None:
            return
        if money is not None and priced:
            found[money] = "money"
        roles = {n: self._labelled_role(n) for n in parties}
        if len(parties) == 2 and not any(roles.values()) and (home := self._home(weapon, parties)) is not None:
            roles[home] = "supplier"
        told = [n for n, role in roles.items() if role is not None]
        if len(parties) == 2 and len(told) == 1:
            # "CHILE | S: Germany": the label of the one tells the other
            role = roles[told[0]] or PARTIES[0]
            found.update({n: role if n == told[0] else other_party(role) for n in parties})
            parties = []
        for n in parties:
            labelled = any(_LABELLED.match(self._words(c)) for c in self.columns[n])
            found[n] = "parties" if labelled or len(parties) == 1 else PARTIES[::-1][parties.index(n)]
        found[order] = "date"
        if counts:
            found[counts[0]] = "number"
        delivery = next((n for n in years if n > order), None)
        if delivery is not None:
            found[delivery] = "delivery"
        if len(counts) > 1 and counts[1] > order:
            found[counts[1]] = "delivered"
        status = next((n for n in range(len(self.columns)) if n not in found and self._tells_stages(n)), None)
        if status is not None:
            found[status] = "status"
        last = len(self.columns) - 1
        if last not in found and last > order and self.columns[last]:
            found[last] = "comment"
        taken = set(found.values())
        self.kinds = {**{n: k for n, k in self.kinds.items() if k not in taken and n not in found}, **found}

    def _dated(self, column: int) -> bool:
        """Whether the cells of a column are dates and little else."""
        cells = self.columns[column]
        return len(cells) > 0 and all(c.end - c.start <= 18 and self.date(c) is not None for c in cells)

    def _home(self, weapon: int, parties: Sequence[int]) -> int | None:
        """Which of two columns of states names those that make the weapons of the rows."""
        hits = dict.fromkeys(parties, 0)
        for row in self.table.rows:
            made = within(self.page.mentions.weapons, row[weapon]) if weapon < len(row) else []
            homes = {f"state:{w.origin}" for w in made if w.origin}
            for n in parties:
                named = within(self.page.mentions.actors, row[n]) if n < len(row) else []
                hits[n] += any(a.key in homes for a in named)
        best, other = sorted(parties, key=lambda n: -hits[n])
        return best if hits[best] > hits[other] else None

    def _is_index(self, cells: Sequence[Span]) -> bool:
        """Whether cells only number the rows: 1, 2, 3."""
        return len(cells) > 1 and [self._words(c).rstrip(".") for c in cells] == [str(n + 1) for n in range(len(cells))]

    def _tells_stages(self, column: int) -> bool:
        """Whether most cells of a column are a word for a stage: "delivered", "pledged"."""
        cells = [
            self._words(c).lower()
            for c in self.columns[column]
            if not any(v.kind == "money" for v in within(self.page.mentions.values, c))
        ]
        return 2 * sum(len(c) <= 20 and stage_of(c) is not None for c in cells) > len(self.columns[column])

    def _tells_basis(self, column: int) -> bool:
        """Whether most cells of a column say whether goods are bought or given: "Purchase", "Gift"."""
        cells = self.columns[column]
        return 4 * sum(is_gift(self._words(c).lower()) is not None for c in cells) >= 3 * len(cells) > 0

    def _labelled_role(self, column: int) -> str | None:
        """The party that the labels of all cells of a column name."""
        labels = {m[0][0].upper() if (m := _LABELLED.match(self._words(c))) else "" for c in self.columns[column]}
        return {"R": "recipient", "S": "supplier"}.get(next(iter(labels))) if len(labels) == 1 else None

    def _is_party(self, column: int) -> bool:
        """Whether the cells of a column are states, or labels with states: "R: Estonia"."""
        cells = self.columns[column]
        mentions = self.page.mentions
        hits = 0
        for cell in cells:
            label = _LABELLED.match(self._words(cell))
            begin = cell.start + (label.end() if label else 0)
            actor = next(iter(within(mentions.actors, Span(begin, cell.end))), None)
            hits += actor is not None and actor.start <= begin + 4 and cell.end - actor.end <= 12
        return 2 * hits > len(cells) > 0

    def _headed(self) -> bool:
        """Whether the title or the heading above names one party for all rows."""
        title = self.table.title
        if title is not None and within(self.page.mentions.actors, title):
            return True
        blocks = self.page.document.blocks
        above = blocks[self.position - 1] if self.position else None
        return (
            above is not None
            and above.kind in (BlockKind.HEADING, BlockKind.TITLE, BlockKind.SUBTITLE)
            and bool(within(self.page.mentions.actors, Span(above.start, above.end)))
        )


def columns_of(page: Page, position: int) -> Columns:
    """The columns of the table of a block, worked out once: the readers of deals and of figures both ask for them."""
    known: Columns | None = page.answers.get((Columns, position))
    if known is None:
        known = page.answers[Columns, position] = Columns(page, position)
    return known


def is_register(page: Page, position: int) -> bool:
    """Whether the table of a block is one of arms deals, as its columns show."""
    return columns_of(page, position).register


def _place(kind: str, words: Sequence[str]) -> int:
    """Where a header of two parties names the one of a kind: "Recipient / supplier (S)"."""
    return next(
        (n for n, w in enumerate(words) if (f" {w.strip('.,:;')} ", 1) in deal_words().columns[kind]), len(words)
    )
