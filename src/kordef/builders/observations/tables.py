"""Figures in tables: one for each numeric cell, with what its row, its column, the title and the text around say of it.

A table whose rows are deals (signed, recipient, quantity, price) holds no figures for a state of affairs; transfers are
read from it elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import evolve, frozen

from kordef.builders.deal_columns import is_register
from kordef.builders.grammar.tokens import Line
from kordef.builders.observations.dates import is_years
from kordef.builders.observations.names import Area
from kordef.builders.observations.table_labels import Label, label_in, within
from kordef.builders.page import Page
from kordef.builders.table_states import has_come, is_cut_off, is_so_far, label_column, names_of_parts, parts_of
from kordef.document import Block, Span, Table
from kordef.mentions.model import ValueMention, WeaponMention
from kordef.periods import Period
from kordef.vocabulary import Basis

__all__ = ["CellFigure", "cell_figures", "number_of"]


_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NAMELESS = frozenset([
    "the", "a", "an", "of", "in", "to", "from", "and", "by", "for", "at", "on", "per", "total", "share", "value",
    "number", "change", "volume", "amount", "rate", "percentage", "percent", "size", "level", "figure", "quantity",
    "average", "sum", "table", "see", "all", "other", "rank",
])  # fmt: skip
_THINGS = frozenset([
    "item", "items", "system", "systems", "weapon", "weapons", "equipment", "type", "version", "variant", "model",
    "platform", "product", "designation",
])  # fmt: skip
_COUNTED = frozenset([
    "number", "quantity", "qty", "units", "unit", "pieces", "ordered", "delivered", "aircraft", "vehicles", "ships",
    "launchers", "no", "amount", "count", "orders", "options",
])  # fmt: skip
_OF_DEALS = frozenset([
    "signed", "ordered", "order", "orders", "contract", "contracts", "recipient", "buyer", "customer", "seller",
    "case", "ceiling", "delivery", "deliveries", "price", "cost", "notified", "approved", "donated", "purchaser",
    "deal", "deals", "procurement", "mde",
])  # fmt: skip
_CHANGES_HANDS = frozenset([
    "gives", "given", "receives", "received", "gets", "sends", "sent", "supplies", "supplied", "donates", "hands", "pledges",
    "offers", "transfers", "passes",
])  # fmt: skip
"""Headers of columns of what one state gives another."""
_MEASURES = frozenset([
    "weight", "speed", "range", "engine", "length", "crew", "payload", "wingspan", "displacement", "draught", "beam", "ceiling",
    "width", "height", "power", "gun", "armament",
])  # fmt: skip
"""Headers of columns of technical data."""
_CLASSES = frozenset(["subcategory", "category", "description", "class", "goods", "calibre"])
_PARTIES = frozenset([
    "importer", "exporter", "importing", "exporting", "recipient", "consignee", "buyer", "purchaser", "supplier", "customer",
])  # fmt: skip
"""Headers of registers, whose rows are what one state sent another."""
_DESTINATIONS = frozenset(
    ["destination", "destinations", "recipient", "recipients", "importer", "customer", "customers", "buyer", "market"]
)
_ORDERED = frozenset(["ordered", "order", "contract", "contracted", "signed"])
"""Headers of dated rows that are orders, though the table is of a fleet."""
_ORIGINS = frozenset(["supplier", "suppliers", "exporter", "exporters", "seller", "origin", "source", "from"])
_EXPORTS = frozenset(["exports", "licences", "licenses", "deliveries", "sales", "shipments", "permits", "approvals"])
_SHARES = frozenset(["share", "shares", "percentage", "percent", "%"])
"""Headers of columns that deals do not have: who compares rows with their whole has a statistic."""
_REST = frozenset(["other", "others", "rest", "the", "remaining", "remainder", "all", "countries", "states", "of", "*"])
"""The words of a row's label that says that a row has what the others have not."""

_RATIOS = frozenset(
    ["%", "percent", "per", "cent", "share", "of", "gdp", "as", "a", "the", "total", "(", ")", "in", "capita"]
)
"""The words of a header that says only of what a column is a share."""

_NUMBER = re.compile(r"\btable\s+(\d{1,3})\b", re.IGNORECASE)


@frozen(kw_only=True)
class CellFigure:
    """A numeric cell.

    ``table`` counts the document's tables from 0, ``at`` is (row, column) of its data. ``parts`` are the labels that say what
    is measured. ``rest`` are those whose areas and dates count, the nearest first: row, column, group, title.
    """

    value: ValueMention
    block: Block
    table: int
    at: tuple[int, int]
    basis: Basis
    parts: tuple[Label, ...]
    rest: tuple[Label, ...]
    row_label: Label | None
    column_label: Label | None
    area: Area | None
    counterpart: Area | None
    members: tuple[Area, ...] = ()
    equivalents: tuple[ValueMention, ...] = ()
    left: Label | None = None
    of_deal: bool = False
    labels: tuple[Line, ...] = ()
    """The title, headers and row labels of the whole table."""

    @property
    def period(self) -> tuple[Period, int, int] | None:
        """The time that the nearest of the labels names, with its place."""
        return next((label.period for label in self.rest if label.period is not None and not label.compares), None)

    @property
    def period_beside(self) -> tuple[Period, int, int] | None:
        """The time of the column to the left, where the header says no more than of what it is a share ("% of GDP")."""
        return self.left.period if self.left is not None else None


def cell_figures(page: Page) -> Iterator[CellFigure]:
    """The numeric cells of all tables of figures, row by row."""
    values: dict[tuple[int, int, int], list[ValueMention]] = {}
    for value in page.mentions.values:
        if value.cell is not None:
            values.setdefault(value.cell, []).append(value)
    for number, position in page.tables():
        reader = _Reader(page, page.document.blocks[position], position, number)
        yield from reader.figures(values)


def number_of(page: Page, block: Block, ordinal: int) -> int:
    """The number by which the text speaks of a table: that of its title, else its place among the tables."""
    title = block.table.title if block.table else None
    found = _NUMBER.search(page.document.text, title.start, title.end) if title else None
    return int(found[1]) if found else ordinal + 1


class _Reader:
    """One table with its labels."""

    def __init__(self, page: Page, block: Block, position: int, number: int) -> None:
        self.page, self.block, self.position, self.number = page, block, position, number
        assert block.table is not None
        self.table: Table = block.table
        self.title = self.label(self.table.title) if self.table.title else None
        width = max(map(len, self.table.rows), default=0)
        self.heads = [tuple(self.label(span) for span in reversed(self.table.heads(column))) for column in range(width)]
        text = page.document.text
        self.first = label_column(text, self.table)
        labels = [row[self.first] if len(row) > self.first else None for row in self.table.rows]
        self.row_labels = [self.label(c) if c is not None and c.end > c.start else None for c in labels]
        self.named = sum(label is not None and label.names is not None for label in self.row_labels)

    def label(self, span: Span) -> Label:
        """A heading, row name or caption with what it names."""
        return label_in(self.page, self.block, self.position, span)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The title, headers and row labels as lines."""
        labels = [self.title, *(label for heads in self.heads for label in heads), *self.row_labels]
        return tuple(label.row.line for label in labels if label is not None)

    @cached_property
    def owner(self) -> Area | None:
        """Whose trade a table divides by the other side: "Czech exports by destination", "suppliers of arms to Poland"."""
        head = self.heads[0][0] if self.heads and self.heads[0] else None
        if head is None or self.title is None or self.deals:
            return None
        supplied = not _ORIGINS.isdisjoint(head.words()) and self._of_suppliers(self.title)
        if not supplied:
            if _DESTINATIONS.isdisjoint(head.words()):
                return None
            if not self.title.has("flow") and _EXPORTS.isdisjoint(self.title.words()):
                return None
        states = [a for a in self.title.areas if a.weapon is None and not a.publishes and not _is_other(self.title, a)]
        states = states or [a for a in self.title.areas if supplied and a.weapon is None and not a.publishes]
        return states[0] if len(states) == 1 else None

    def _of_suppliers(self, title: Label) -> bool:
        """Whether a title speaks of what one side gets from many: "Suppliers of arms to Poland", "Polish imports by supplier"."""
        return bool(title.words() & {"suppliers", "supplier", "imports", "sources", "origin", "origins", "exporters"})

    @cached_property
    def deals(self) -> bool:
        """Whether the rows are deals: goods with their number or price, signed, ordered or delivered."""
        if is_register(self.page, self.position):
            return True
        own = [heads[0] for heads in self.heads if heads]
        titled = [self.title] if self.title else []
        if any(
            label.has("held") or label.words() & {"inventory", "stocks", "fleet", "operators", "users"}
            for label in (*own[1:], *titled)
        ):
            return False
        heads = [label.words() for label in own]
        if sum(bool(words & _MEASURES) for words in heads[1:]) > 1:
            return False  # "Tank | Weight | Engine | Top speed | Price"
        if any("mde" in words for words in heads):
            return True  # a notice of a sale by major equipment and the rest
        if sum(bool(words & _CHANGES_HANDS) for words in heads[1:]) > 0 and self._of_goods():
            return True
        if any(words & _CLASSES for words in heads[1:]) and any(words & _PARTIES for words in heads):
            return True
        if any(words & _SHARES for words in heads[1:]):
            return False
        counted = any(words & _COUNTED for words in heads) or any(
            words & {"value", "price", "cost", "ceiling", "amount"} for words in heads
        )
        if not counted or any(label.names is not None for label in own[1:]):
            return self._days() and any(words & _OF_DEALS for words in heads)
        if any(words & _OF_DEALS for words in heads) or any(label.has("deal") for label in titled):
            return True
        weapons = sum(
            any(isinstance(t.mention, WeaponMention) for t in label.row.tokens)
            for label in self.row_labels
            if label is not None
        )
        return any(words & _THINGS for words in heads) or 2 * weapons > len(self.row_labels)

    def _of_goods(self) -> bool:
        """Whether cells behind the label count weapons by their names: "30 BMP-1"."""
        spans = [cell for row in self.table.rows for cell in row[self.first + 1 :]]
        return any(within(self.page.mentions.weapons, cell) for cell in spans)

    def _days(self) -> bool:
        """Whether the rows are days."""
        days = [
            label
            for label in self.row_labels
            if label is not None and label.dates and len(label.dates[0].period.edtf or "") == 10
        ]
        return bool(days) and 2 * len(days) > len(self.row_labels)

    def states(self) -> frozenset[int]:
        """The columns of a table of deals that say how much has arrived or been paid by a day, or in a time."""
        titled = self.title is not None and self.title.period is not None and is_cut_off(self.title.period[0].edtf)
        return frozenset(
            column
            for column, heads in enumerate(self.heads)
            if heads
            and has_come(heads[0].words())
            and (titled or heads[0].period is not None or is_so_far(heads[0].words()))
        )

    def figures(self, values: dict[tuple[int, int, int], list[ValueMention]]) -> Iterator[CellFigure]:
        """The cells with figures, in a table of deals those of the columns for what has come about only."""
        text = self.page.document.text
        states = self.states() if self.deals else None
        orders = states is None and bool(self.heads and self.heads[0]) and bool(self.heads[0][0].words() & _ORDERED)
        for at, cells in enumerate(self.table.rows):
            for column, cell in enumerate(cells):
                if states is not None and column not in states:
                    continue
                if orders and (label := self.row_labels[at]) is not None and label.dates:
                    continue
                found = values.get((self.position, len(self.table.header) + at, column), ())
                several = parts_of(text, cell)
                if column and several == len(found) > 1:
                    heads = self.heads[column] if column < len(self.heads) else ()
                    labels = [*heads, *([self.title] if self.title is not None else [])]
                    names = names_of_parts(text, [Span(label.start, label.end) for label in labels], several)
                    for part, member in enumerate(found):
                        figure = self._figure(at, column, cell, member)
                        named = (self.label(names[part]), *figure.parts) if names else figure.parts
                        yield evolve(figure, parts=named, members=())
                    continue
                named_each = self._named_each(cell, found)
                if named_each and column > self.first:
                    for member, name in zip(found, named_each, strict=True):
                        yield evolve(self._figure(at, column, cell, member), counterpart=name, members=())
                    continue
                value = found[0] if found else None
                if (
                    value is None
                    or value.kind == "rank"
                    or (column <= self.first and len(cells) > 1)
                    or not self._is_figure(cell, value)
                ):
                    continue
                yield evolve(self._figure(at, column, cell, value), equivalents=tuple(_restated(found)))

    def _named_each(self, cell: Span, found: Sequence[ValueMention]) -> tuple[Area, ...]:
        """Whose each number of a cell is, where every one stands in brackets behind a name: "USA (45), Germany (12)"."""
        text = self.page.document.text
        names: list[Area] = []
        begin = cell.start
        for value in found:
            if text[value.start - 1] != "(":
                return ()
            while begin < value.start and not text[begin].isalpha():
                begin += 1
            name = self.label(Span(begin, value.start - 1)).names if begin < value.start - 1 else None
            if name is None or name.weapon is not None:
                return ()
            names.append(name)
            begin = value.end
        return tuple(names)

    def _is_figure(self, cell: Span, value: ValueMention) -> bool:
        """Whether a cell is a number with little beside it, and not a remark in which one stands."""
        text = self.page.document.text
        beside = f"{text[cell.start : value.start]} {_BRACKETS.sub('', text[value.end : cell.end])}"
        if sum(c.isalpha() for c in beside) <= 16:
            return True
        named = self.label(Span(cell.start, value.start)).names  # "United Arab Emirates (19)"
        return named is not None and named.weapon is None and text[value.start - 1] == "("

    def _figure(self, at: int, column: int, cell: Span, value: ValueMention) -> CellFigure:
        row_label = self.row_labels[at] if column > self.first else None
        heads = self.heads[column] if column < len(self.heads) else ()
        labels = [label for label in (row_label, *heads) if label is not None]
        rest = (*labels, *([self.title] if self.title is not None else []))
        inside = self.label(cell)
        named = [label.names for label in labels if label.names is not None]
        areas_named = sorted(named, key=lambda a: a.weapon is not None)
        remainder = self._remainder(row_label)
        if self.owner is not None and row_label is not None and (areas_named or remainder is not None):
            other_side = areas_named[0] if areas_named else remainder
            areas_named = [self.owner, *([other_side] if other_side is not None else [])]
        area = areas_named[0] if areas_named else remainder
        if area is not None and area.weapon is not None and self.title is not None:  # "Norwegian fleet" over types
            area = next((a for a in self.title.areas if a.weapon is None and not a.publishes), area)
        area = area or next((a for label in (*heads, *rest) for a in label.areas if not _is_other(label, a)), None)
        other = next((a for a in areas_named[1:] if a.weapon is None), None) or self._beside(at, column)
        return CellFigure(
            value=value,
            block=self.block,
            table=self.number,
            at=(at, column),
            basis=self._basis(value, heads),
            parts=self._parts(row_label, heads),
            rest=rest,
            row_label=row_label,
            column_label=heads[0] if heads else None,
            area=area,
            counterpart=other if other is not None and (area is None or other.name != area.name) else None,
            members=tuple(a for a in inside.areas if a.actor is not None and a.start >= value.end),
            left=self._left(column, heads),
            of_deal=self.deals,
            labels=self.lines,
        )

    def _remainder(self, label: Label | None) -> Area | None:
        """ "Other" in a table of states: all that are not named."""
        text = self.page.document.text
        if label is None:
            return None
        stop = text.find("(", label.start, label.end)
        end = label.end if stop < 0 else label.start + len(text[label.start : stop].rstrip())  # "Others (note 2)"
        words = {word for at, word in enumerate(label.row.words) if label.row.tokens[at].start < end}
        if not words or not words <= _REST or 2 * self.named < len(self.row_labels):
            return None
        return Area(name=text[label.start : end].strip(), start=label.start, end=end)

    @cached_property
    def _only_dated(self) -> Label | None:
        """The header with the one time that the headers name: "Share, 2020-24 | Change from 2015-19 | Main client (share)"."""
        dated = [h[0] for h in self.heads if h and h[0].period is not None and not h[0].compares]
        if self.title is not None and self.title.period is not None:
            return None
        return dated[0] if len({label.period[0].edtf for label in dated if label.period}) == 1 else None

    def _left(self, column: int, heads: Sequence[Label]) -> Label | None:
        """The header that a column shares its time with: "Spending 2024 (US$ bn) | % of GDP", "2023 | 2024 | Change"."""
        only = self._only_dated
        if only is not None and heads and is_years(only.period[0].edtf if only.period else None):
            return only
        if column >= 2 and len(heads) == 1 and heads[0].has("change") and not heads[0].dates:
            dated = (self.heads[k][0] for k in range(column - 1, 0, -1) if self.heads[k])
            return next((head for head in dated if head.period is not None), None)
        if column < 2 or len(heads) != 1 or not heads[0].words() <= _RATIOS or not self.heads[column - 1]:
            return None
        return self.heads[column - 1][0]

    def _beside(self, at: int, column: int) -> Area | None:
        """Who stands in the cell before: the main supplier beside its share."""
        cells = self.table.rows[at]
        if column < 2 or cells[column - 1].end <= cells[column - 1].start:
            return None
        label = self.label(cells[column - 1])
        return label.names if label.names is not None and label.names.weapon is None else None

    def _parts(self, row_label: Label | None, heads: Sequence[Label]) -> tuple[Label, ...]:
        """The labels that say what is measured, from the general to the particular; the title where they say too little."""
        parts = [label for label in (*reversed(heads), row_label) if label is not None and not label.pure]
        telling = any(word and word.isalpha() and word not in _NAMELESS for label in parts for word in label.words())
        if self.title is not None and not (
            telling and any(label.has("measure", "held", "flow") or label is row_label for label in parts)
        ):
            parts.insert(0, self.title)
        return tuple(parts)

    def _basis(self, value: ValueMention, heads: Sequence[Label]) -> Basis:
        text = self.page.document.text
        sign = text[max(0, value.start - 1) : value.start + 1]
        head = heads[0] if heads else self.title
        if (
            any(c in "+−±" for c in sign)
            or (value.amount.low or value.amount.high or 0) < 0
            or (head is not None and head.has("change") and value.kind == "percent")
        ):
            return Basis.CHANGE
        if head is not None and head.words() & {"target", "goal"}:
            return Basis.TARGET
        estimated = (
            head is not None and head.period is not None and not head.dates and head.row.tokens[-1].text in ("e", "f")
        )
        if estimated or (
            head is not None and head.words() & {"forecast", "planned", "plan", "projected", "expected", "estimate"}
        ):
            return Basis.FORECAST
        return Basis.SHARE if value.kind == "percent" else Basis.LEVEL


def _restated(values: Sequence[ValueMention]) -> Iterator[ValueMention]:
    """The sums by which a cell restates its first in other currencies: "€2.4 bn ($2.7 bn)"."""
    units = {values[0].unit}
    for value in values[1:]:
        if value.kind == "money" == values[0].kind and value.unit not in units:
            units.add(value.unit)
            yield value


def _is_other(label: Label, area: Area) -> bool:
    """Whether an area stands behind "to", "from" or "by" in a longer label."""
    return label.row.word(area.at - 1) in ("to", "from", "by")
