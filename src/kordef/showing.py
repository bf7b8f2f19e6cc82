"""Tables for people: one row a record, the columns that matter for its type, and the words they rest on."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import sqrt
from typing import Any

from attrs import frozen

from kordef.dataset import Dataset
from kordef.gists import gist
from kordef.networks import Network
from kordef.reasons import readable
from kordef.records import (
    RECORD_TYPES,
    Actor,
    Agreement,
    Deployment,
    Dialogue,
    Event,
    Item,
    Observation,
    Record,
    Source,
    Statement,
    Transfer,
    WeaponSystem,
)
from kordef.terminal import harmless
from kordef.timelines import Timeline
from kordef.totals import Total
from kordef.vocabulary import Counting

__all__ = ["TABLES", "Table", "network_table", "summary", "table", "timeline_table", "total_tables"]

TABLES: Mapping[str, type[Record]] = {
    "sources": Source,
    "actors": Actor,
    "weapons": WeaponSystem,
    "agreements": Agreement,
    "dialogues": Dialogue,
    "transfers": Transfer,
    "deployments": Deployment,
    "observations": Observation,
    "events": Event,
    "statements": Statement,
}
"""The tables that can be shown, by name."""


@frozen(kw_only=True)
class Table:
    """A heading for each column and one row of text for each record."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def text(self, width: int = 100) -> str:
        """The table as plain text at most ``width`` columns wide; long cells go over several lines.

        Where that is too narrow for columns, each record is a list of its cells.
        """
        if not self.rows:
            return f"no {self.name}"
        widths = self._widths(width)
        if widths is None:
            return "\n\n".join(self._listed(row, width) for row in self.rows)
        out = [_row(self.columns, widths), "  ".join("-" * w for w in widths)]
        out.extend(_row(row, widths) for row in self.rows)
        return "\n".join(out)

    def fits(self, width: int) -> bool:
        """Whether the columns find room beside one another without a common word cut in two."""
        return self._widths(width) is not None

    def _widths(self, width: int) -> list[int] | None:
        columns = list(zip(self.columns, *self.rows, strict=True))
        longest = [max(map(_width, column)) for column in columns]
        words = [max(_longest_word(cell) for cell in column) for column in columns]
        widths = _fit(longest, words, width - 2 * (len(longest) - 1))
        fit = sum(widths) + 2 * (len(widths) - 1) <= width and all(map(int.__ge__, widths, words))
        return widths if fit else None

    def _listed(self, row: Sequence[str], width: int) -> str:
        """One record with a line or more for each of its cells, where there is too little room for columns."""
        names = max(map(_width, self.columns))
        widths = [names, max(_WORD, width - names - 2)]
        return "\n".join(_row(pair, widths) for pair in zip(self.columns, row, strict=True) if pair[1])


def table(dataset: Dataset, name: str, records: Iterable[Record] | None = None) -> Table:
    """The table of one of :data:`TABLES`, of all records of its type or of some of them.

    Where people added or corrected any of them, a column says which; :func:`kordef.explain` says why.
    """
    columns = dict(_COLUMNS[name])
    records = tuple(dataset.of_type(TABLES[name]) if records is None else records)
    if any(r.review for r in records):
        columns["by hand"] = lambda _, r: str(r.review.action) if r.review else ""
    return Table(
        name=name,
        columns=tuple(columns),
        rows=tuple(tuple(_cell(cell(dataset, r)) for cell in columns.values()) for r in records),
    )


def with_sources(dataset: Dataset, shown: Table, records: Iterable[Record]) -> Iterator[tuple[str, ...]]:
    """The heading and the rows of a table, each row with the document that its record is of."""
    named = [name for name in ("title", "publisher", "published", "file", "address") if name not in shown.columns]
    yield (*shown.columns, *named)
    for row, record in zip(shown.rows, records, strict=True):
        source = dataset.source_of(record)
        within = source if source.parent is None else dataset.get(source.parent, Source) or source
        about = {
            "title": source.title,
            "publisher": source.publisher or "",
            "published": _published(dataset, source),
            "file": source.file or within.file or "",
            "address": source.address or within.address or "",
        }
        yield (*row, *(_cell(about[name]) for name in named))


def _cell(text: str) -> str:
    """One line for a cell, with nothing in it that commands a terminal."""
    return harmless(" ".join(text.split()))


def summary(dataset: Dataset, width: int = 140, records: Iterable[Record] | None = None) -> str:
    """How many records of each type each document yields: of all records, or of some of them."""
    records = dataset.records if records is None else tuple(records)
    types = [t for t in RECORD_TYPES if t != "source"]
    columns = ("document", *(TITLES[t] for t in types))
    counts = Counter((r.source, r.type) for r in records)
    total = Counter(r.type for r in records)
    rows: list[tuple[str, ...]] = []
    for source in dataset.sources:
        label = "embedded" if source.parent else source.file or "without a file"
        shown, room = _cell(f"{label}: {source.title}"), max(20, width - 100)
        rows.append(
            (
                shown if len(shown) <= room else f"{shown[: room - 1].rstrip()}…",
                *(str(counts[source.id, t]) for t in types),
            )
        )
    rows.append(("all", *(str(total[t]) for t in types)))
    return Table(name="documents", columns=columns, rows=tuple(rows)).text(max(width, 120))


# ---- what is made of records


def total_tables(dataset: Dataset, found: Total) -> Iterator[Table]:
    """What deals come to, and what was left out."""
    sums = [("value", str(s.value), len(s.counted)) for s in found.values]
    sums += [(f"{g.unit} of {g.weapon}" if g.unit else g.weapon, str(g.number), len(g.counted)) for g in found.goods]
    yield Table(
        name="sums",
        columns=("of", "sum", "deals"),
        rows=tuple((_cell(what), amount, str(deals)) for what, amount, deals in sums),
    )
    if doubts := tuple(_doubts(dataset, found)):
        yield Table(
            name="deals that may be one", columns=("record", "deal", "may be", "which is counted as well"), rows=doubts
        )
    yield Table(
        name="figures left out",
        columns=("record", "deal", "left out", "why"),
        rows=tuple(
            (
                one.record,
                _cell(gist(dataset, dataset[one.record])),
                _cell(f"{one.amount} {one.unit}" if one.amount is not None else "all"),
                one.reason.meaning + (f" See {one.because}." if one.because else ""),
            )
            for one in found.left_out
        ),
    )


def _doubts(dataset: Dataset, found: Total) -> Iterator[tuple[str, ...]]:
    """The figures of a sum that may be of one deal, each pair once."""
    met: set[frozenset[str]] = set()
    counted = [one for money in found.values for one in money.counted]
    counted += [one for goods in found.goods for one in goods.counted]
    for one in counted:
        for other in one.possibly:
            pair = frozenset((one.record, other))
            if pair not in met:
                met.add(pair)
                mine, theirs = (_cell(gist(dataset, dataset[identifier])) for identifier in (one.record, other))
                yield one.record, mine, other, theirs


def timeline_table(found: Timeline) -> Table:
    """What happened when."""
    return Table(
        name="dates",
        columns=("record", "date", "of", "what"),
        rows=tuple((m.record, str(m.date), _of_what(m.field), _cell(m.what)) for m in found.moments),
    )


def _of_what(field: str) -> str:
    """What a date is of: "signed" for "/signed", "stage" for "/stages/0/date"."""
    name = field.split("/")[1]
    return "stage" if name == "stages" else name.replace("_", " ")


def network_table(found: Network) -> Table:
    """Who has to do with whom."""
    names = {node.key: node.name for node in found.nodes}
    return Table(
        name="ties",
        columns=("first", "relation", "second", "things"),
        rows=tuple(
            (_cell(names[link.first]), link.relation.replace("_", " "), _cell(names[link.second]), str(link.weight))
            for link in found.links
        ),
    )


TITLES = {
    "actor": "actors",
    "weapon_system": "weapons",
    "agreement": "agreements",
    "dialogue": "dialogues",
    "transfer": "transfers",
    "deployment": "deployments",
    "observation": "observations",
    "event": "events",
    "statement": "statements",
}


# ---- cells


def _dates(dataset: Dataset, record: Any, *names: str) -> str:
    values = ((n, getattr(record, n)) for n in names)
    return ", ".join(f"{n.replace('_', ' ')} {readable(dataset, v)}" for n, v in values if v)


def _parties(dataset: Dataset, ids: Iterable[str | None]) -> str:
    return ", ".join(dict.fromkeys(dataset.party(i) for i in ids if i))


def _item(dataset: Dataset, item: Item) -> str:
    number = f"{item.number} " if item.number else ""
    kind = "" if item.counting is Counting.NEW else f"{item.counting} "
    unit = f"{item.unit} of " if item.unit else ""
    what = readable(dataset, item.weapon) if item.weapon else item.description or "goods"
    return f"{number}{kind}{unit}{what}"


def _published(dataset: Dataset, source: Source) -> str:
    """The day of publication; "(inferred)" where the page prints none, or not all of it."""
    inferred = source.published is not None and source.published.edtf and source.published_basis == "inferred"
    return readable(dataset, source.published) + (" (inferred)" if inferred else "")


def _words(_: Dataset, record: Record) -> str:
    whole = next((e.exact for e in record.evidence if not e.field), "")
    return textwrap.shorten(" ".join(whole.split()), 140, placeholder="…")


_COLUMNS: Mapping[str, Mapping[str, Callable[[Dataset, Any], str]]] = {
    "sources": {
        "id": lambda _, r: r.id,
        "title": lambda _, r: r.title,
        "publisher": lambda _, r: r.publisher or "",
        "published": _published,
        "file": lambda _, r: r.file or "",
    },
    "actors": {
        "id": lambda _, r: r.id,
        "name": lambda _, r: r.name,
        "kind": lambda _, r: str(r.kind),
        "code": lambda _, r: r.code or "",
        "acts for": lambda d, r: _parties(d, [r.acts_for]),
        "as written": lambda _, r: ", ".join(r.names),
    },
    "weapons": {
        "id": lambda _, r: r.id,
        "designation": lambda _, r: r.designation or "",
        "name": lambda _, r: r.name,
        "category": lambda _, r: ", ".join(r.categories),
        "origin": lambda _, r: r.origin or "",
        "as written": lambda _, r: ", ".join(r.names),
    },
    "agreements": {
        "id": lambda _, r: r.id,
        "name": lambda _, r: r.name,
        "kind": lambda _, r: str(r.kind),
        "parties": lambda d, r: _parties(d, r.parties),
        "status": lambda _, r: str(r.status),
        "dates": lambda d, r: _dates(d, r, "announced", "signed", "in_force", "ended"),
        "words": _words,
    },
    "dialogues": {
        "id": lambda _, r: r.id,
        "kind": lambda _, r: str(r.kind),
        "participants": lambda d, r: _parties(d, (p.actor for p in r.participants)),
        "place": lambda _, r: r.place or "",
        "date": lambda d, r: readable(d, r.date),
        "words": _words,
    },
    "transfers": {
        "id": lambda _, r: r.id,
        "from": lambda d, r: _parties(d, [r.supplier, *r.companies]),
        "to": lambda d, r: _parties(d, [r.recipient]),
        "items": lambda d, r: "; ".join(_item(d, i) for i in r.items),
        "value": lambda _, r: str(r.value) if r.value else "",
        "stage": lambda _, r: str(r.stage),
        "modality": lambda _, r: str(r.modality),
        "date": lambda d, r: "; ".join(readable(d, s.date) for s in r.stages),
        "words": _words,
    },
    "deployments": {
        "id": lambda _, r: r.id,
        "who": lambda d, r: _parties(d, r.actors),
        "what": lambda _, r: r.what,
        "place": lambda _, r: r.place or "",
        "period": lambda d, r: readable(d, r.period),
        "words": _words,
    },
    "observations": {
        "id": lambda _, r: r.id,
        "subject": lambda d, r: r.subject or readable(d, r.subject_actor),
        "indicator": lambda _, r: r.indicator,
        "period": lambda d, r: readable(d, r.period),
        "value": lambda _, r: str(r.value),
        "publisher": lambda d, r: readable(d, r.publisher),
        "words": _words,
    },
    "events": {
        "id": lambda _, r: r.id,
        "kind": lambda _, r: str(r.kind),
        "what": lambda _, r: r.what,
        "who": lambda d, r: _parties(d, (p.actor for p in r.actors)),
        "date": lambda d, r: readable(d, r.date),
    },
    "statements": {
        "id": lambda _, r: r.id,
        "speaker": lambda d, r: readable(d, r.speaker) or r.described or "",
        "speech": lambda _, r: str(r.speech),
        "modality": lambda _, r: str(r.modality),
        "text": lambda _, r: textwrap.shorten(r.text, 140, placeholder="…"),
        "date": lambda d, r: readable(d, r.date),
    },
}


# ---- layout


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _longest_word(cell: str) -> int:
    parts = (part for word in cell.split() for part in _HYPHEN.split(word))
    return max((w for w in map(_width, parts) if w <= _WORD), default=0)


_WORD = 16
"""No word of so many letters or fewer is cut in two."""
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2}-)(?=[^\W\d_]-?[^\W\d_])")
"""Where textwrap ends a line within a word."""
_LEAST = 8
"""No column is narrower, unless all that it holds is."""


def _fit(longest: Sequence[int], words: Sequence[int], room: int) -> list[int]:
    """Column widths that fill the room: the id stays whole, narrow columns get what they need, the wide ones share the rest
    by the square root of what they hold, but none gets less than its longest word takes, as far as the room goes."""
    widths = list(longest)
    room -= longest[0]
    wide = sorted(range(1, len(longest)), key=lambda i: longest[i])
    while wide and longest[wide[0]] <= max(_LEAST, room // len(wide)):
        room -= longest[wide.pop(0)]
    while wide:
        total = sum(sqrt(longest[i]) for i in wide)
        left = room - _LEAST * (len(wide) - 1)  # the others have to stand somewhere too
        least = {i: max(_LEAST, words[i]) if words[i] <= left else _LEAST for i in wide}
        shares = {i: int(room * sqrt(longest[i]) / total) for i in wide}
        cut = next((i for i in wide if shares[i] < least[i]), None)
        if cut is None:
            for i in wide:
                widths[i] = shares[i]
            break
        widths[cut] = least[cut]
        room -= least[cut]
        wide.remove(cut)
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    wrapped = [textwrap.wrap(c, w) or [""] for c, w in zip(cells, widths, strict=True)]
    height = max(map(len, wrapped))
    rows = ([c[n] if n < len(c) else "" for c in wrapped] for n in range(height))
    return "\n".join(
        "  ".join(c + " " * (w - _width(c)) for c, w in zip(row, widths, strict=True)).rstrip() for row in rows
    )
