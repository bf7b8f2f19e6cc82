"""Deals in tables: one for each row that names a weapon with a number, a sum or a date of contract."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import TypeVar

from attrs import evolve, frozen

from kordef.amounts import Amount
from kordef.builders.clauses import Clauses
from kordef.builders.deal_comments import Comments, spans_between
from kordef.builders.deal_scene import Scene
from kordef.builders.deals import CONTRACT, Dated, Draft, Drop, Side
from kordef.builders.goods import Good, class_head, goods_words
from kordef.builders.goods_lists import goods_of
from kordef.builders.tokens import Line, row_between
from kordef.document import Block, BlockKind, Span, Table
from kordef.mentions.model import ActorMention, DateMention, Mention, ValueMention, WeaponMention
from kordef.periods import Period
from kordef.vocabulary import ActorKind, EvidenceKind, Stage, TransferKind

__all__ = ["column_kinds", "drafts_in_table"]

AnyMention = TypeVar("AnyMention", bound=Mention)
_DIGITS = re.compile(r"[1-9]\d{0,4}")
_YEAR = re.compile(r"(?:19|20)\d\d")


@frozen
class _Words:
    columns: dict[str, tuple[tuple[str, ...], ...]]
    stages: dict[str, tuple[str, ...]]


@cache
def _words() -> _Words:
    raw = tomllib.loads(files("kordef.builders").joinpath("data", "deal_tables.toml").read_text("utf-8"))
    columns = {name: tuple(tuple(p.split()) for p in phrases) for name, phrases in raw["columns"].items()}
    return _Words(columns, {name: tuple(phrases) for name, phrases in raw["stages"].items()})


def drafts_in_table(scene: Scene, block: int) -> Iterator[Draft]:
    """The deals in the rows of a table, where its headers or its title say that it is one of deals."""
    page = scene.page
    place = page.document.blocks[block]
    table = place.table
    if table is None or not table.header or not table.rows:
        return
    context = _Context(scene, place, table)
    columns = _columns(context, table)
    kinds = set(columns.values())
    if not ("weapon" in kinds or context.title_weapons) or not _tells_of_deals(page.document.text, table, kinds):
        return
    heads = _stage_of(" ".join(page.document.text[s.start : s.end] for row in table.header for s in row).lower())
    for row in table.rows:
        for draft in _row(context, place, block, row, columns):
            if draft.stage is Stage.SIGNED and not {"status", "delivered"} & kinds:
                stage = context.stage or heads
                draft.stage, draft.implied_stage = stage or Stage.SIGNED, stage is None
                draft.dates = [evolve(d, stage=draft.stage) for d in draft.dates]
            yield draft


def _columns(context: _Context, table: Table) -> dict[int, str]:
    """What each column holds, by its header and what its cells are; a column that says nothing of use is left out."""
    found: dict[int, str] = {}
    text = context.text
    width = max(len(row) for row in table.rows)
    for column in range(width):
        cells = [row[column] for row in table.rows if column < len(row) and row[column].end > row[column].start]
        words = (
            " ".join(text[s.start : s.end] for s in table.heads(column))
            .lower()
            .replace("(", " ")
            .replace(")", " ")
            .replace("/", " ")
            .split()
        )
        kinds = column_kinds([w.strip(".,:;") for w in words])
        kind = next((k for k in kinds if _fits(context, k, cells)), None)
        if kind in _PARTIES and set(kinds) >= set(_PARTIES):
            kind = "parties"
            context.first = min(_PARTIES, key=lambda side: _position(side, words))
        if kind is None and cells and all(_within(context.weapons, c) for c in cells):
            kind = "weapon"
        if kind is not None and (kind not in found.values() or kind in ("date", "money")):
            found[column] = kind
    return found


def column_kinds(words: Sequence[str]) -> list[str]:
    """The kinds of columns that the words of a header, or of a label, may name, the likeliest first."""
    joined = f" {' '.join(words)} "
    return [
        kind
        for kind, phrases in _words().columns.items()
        if any(f" {' '.join(phrase)} " in joined for phrase in phrases)
    ]


_PARTIES = ("recipient", "supplier")


def _position(kind: str, words: Sequence[str]) -> int:
    """Where a header of two parties names the one of a kind: "Recipient / supplier (S)"."""
    return next((n for n, w in enumerate(words) if (w,) in _words().columns[kind]), len(words))


def _fits(context: _Context, kind: str, cells: Sequence[Span]) -> bool:
    """Whether what stands in most cells of a column is of the kind that its header names."""
    if not cells:
        return False
    if kind in ("date", "delivery"):
        hits = sum(context.date(c) is not None for c in cells)
    elif kind in ("number", "delivered"):
        hits = sum(bool(context.numbers(c)) for c in cells)
        hits -= sum(_YEAR.fullmatch(context.text[c.start : c.end].strip()) is not None for c in cells)
    elif kind == "money":
        hits = sum(any(v.kind == "money" for v in _within(context.values, c)) for c in cells)
    elif kind == "weapon":
        hits = sum(bool(_within(context.weapons, c)) for c in cells)
    elif kind in ("recipient", "supplier"):
        hits = sum(bool(_within(context.actors, c)) for c in cells)
    else:
        return True
    return 2 * hits >= len(cells)


def _tells_of_deals(text: str, table: Table, kinds: set[str]) -> bool:
    """A list of weapons is one of deals where it has prices or parties beside numbers, or its title speaks of deals."""
    title = text[table.title.start : table.title.end].lower() if table.title is not None else ""
    spoken = any(w in title for phrases in _words().stages.values() for w in phrases)
    if "parties" in kinds:
        kinds = {*kinds, "recipient", "supplier"}
    if not kinds & {"number", "money", "date"}:
        return False
    if "money" in kinds and kinds & {"number", "date", "recipient"}:
        return True
    return spoken or ("date" in kinds and "number" in kinds) or ("recipient" in kinds and "number" in kinds)


class _Context:
    """What the rows of a table share: the parties that its title, the heading or the text before it name."""

    def __init__(self, scene: Scene, place: Block, table: Table) -> None:
        self.scene = scene
        mentions = scene.page.mentions
        self.text = scene.page.document.text
        self.actors = mentions.actors
        self.weapons = mentions.weapons
        self.values = mentions.values
        self.dates = mentions.dates
        spans = [table.title] if table.title is not None else []
        self.named = [s for span in spans for s in self.sides(span)]
        title = self.text[table.title.start : table.title.end].lower() if table.title is not None else ""
        self.stage = _stage_of(title)
        self.title_weapons = _within(self.weapons, table.title) if table.title is not None else []
        self.story = place.story
        self.first = "recipient"
        """Which party the cells of a column of both name first."""
        self.parties: dict[str, Side] = {}
        """The parties that such a cell has named, or one above it."""

    def sides(self, span: Span) -> list[Side]:
        """The states that the words of a span name."""
        out: list[Side] = []
        for actor in _within(self.actors, span):
            side = self.scene.side(actor)
            if side is not None and side.key.startswith(("state:", "organisation:")):
                out.append(side)
        return out

    def numbers(self, cell: Span) -> list[ValueMention]:
        """The counts in a cell; bare digits that nothing else claims are one."""
        found = [v for v in _within(self.values, cell) if v.kind in ("count", "other")]
        exact = self.text[cell.start : cell.end].strip()
        if not found and _DIGITS.fullmatch(exact) and not _within(self.values, cell) and not _within(self.dates, cell):
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
        found = next((d for d in _within(self.dates, cell) if d.period.edtf), None)
        exact = self.text[cell.start : cell.end].strip()
        if found is None and _YEAR.fullmatch(exact):
            start = self.text.index(exact, cell.start)
            return DateMention(
                start=start, end=start + len(exact), exact=exact, block=0, story=self.story, period=Period(edtf=exact)
            )
        return found

    def around(self) -> list[Side]:
        """The states that the deals told last and the heading are about."""
        told = [d.recipient for d in self.scene.deals if d.recipient is not None and d.line.story == self.story]
        counted = Counter(side.key for side in told)
        told.sort(key=lambda side: -counted[side.key])
        return [*told[:1], *self.scene.head, *self.scene.title]


def _stage_of(words: str) -> Stage | None:
    for name, phrases in _words().stages.items():
        if any(p in words for p in phrases):
            return Stage(name)
    return None


def _within(mentions: Sequence[AnyMention], span: Span) -> list[AnyMention]:
    low = bisect_left(mentions, span.start, key=lambda m: m.start)
    high = bisect_left(mentions, span.end, key=lambda m: m.start)
    return list(mentions[low:high])


def _line(place: Block, block: int, span: Span) -> Line:
    return Line(
        block=block,
        story=place.story,
        section=place.section,
        kind=BlockKind.TABLE,
        start=span.start,
        end=span.end,
        tokens=(),
    )


def _row(context: _Context, place: Block, block: int, row: Sequence[Span], columns: dict[int, str]) -> Iterator[Draft]:
    """The deal of a row, and those that its comment tells of."""
    cells = {n: cell for n, cell in enumerate(row) if cell.end > cell.start and n in columns}
    if not cells:
        return
    span = Span(row[0].start, max(c.end for c in row))
    draft = Draft(
        line=_line(place, block, span), start=span.start, end=span.end, kind=TransferKind.SALE, stage=Stage.SIGNED
    )
    by_kind: dict[str, list[Span]] = {}
    for n, cell in cells.items():
        by_kind.setdefault(columns[n], []).append(cell)
    weapons = [w for cell in by_kind.get("weapon", ()) for w in _within(context.weapons, cell)]
    if not weapons and "weapon" not in columns.values():
        weapons = context.title_weapons[:1]
    for cell in by_kind.get("parties", ()):
        _note_parties(context, cell)
    if not weapons:
        return
    _put_goods(context, draft, weapons, by_kind.get("number", ()))
    if not draft.goods:
        return
    _put_sides(context, draft, by_kind)
    for cell in by_kind.get("money", ()):
        draft.money.extend(v for v in _within(context.values, cell) if v.kind == "money")
    for cell in by_kind.get("date", ()):
        date = context.date(cell)
        draft.dates.extend([Dated(stage=Stage.SIGNED, mention=date)] if date is not None else [])
    for cell in by_kind.get("delivery", ()):
        date = context.date(cell)
        if date is not None:
            draft.deliveries.append(Drop(weapon=weapons[0], date=date))
    comments = Comments(context.scene)
    for cell in by_kind.get("comment", ()):
        _read_comment(context, draft, comments, cell)
    _put_delivered(context, draft, by_kind.get("delivered", ()))
    for cell in by_kind.get("status", ()):
        stage = _stage_of(context.text[cell.start : cell.end].lower())
        if stage is not None:
            draft.stage = stage
    if draft.kind is TransferKind.DONATION and draft.stage in CONTRACT:
        draft.stage = Stage.DONATED
    draft.dates = [*(evolve(d, stage=draft.stage) for d in draft.dates), *comments.halts]
    if draft.recipient is None or not (draft.counted or draft.money or draft.dates):
        return
    yield draft
    for other in comments.more:
        other.supplier, other.recipient = draft.supplier, draft.recipient
        other.goods = [evolve(g, weapon=g.weapon or draft.goods[0].weapon) for g in other.goods]
        yield other


def _read_comment(context: _Context, draft: Draft, comments: Comments, cell: Span) -> None:
    """Take in what a comment says of the deal of its row: terms, options, other goods, sums, gifts, further orders."""
    tokens = row_between(context.text, context.scene.page.mentions, cell.start, cell.end)
    if not tokens:
        return
    line = evolve(draft.line, start=cell.start, end=cell.end, tokens=tokens)
    goods = goods_of(line, Clauses(tokens))
    dates, stage, last = list(draft.dates), draft.stage, ""
    for low, high in spans_between(tokens, 0):
        last = comments.part(draft, line, low, high, goods, last)
    draft.dates = dates or draft.dates
    if draft.stage in CONTRACT:
        # how much has come is for the columns to say
        draft.stage = stage


def _note_parties(context: _Context, cell: Span) -> None:
    """Note the parties that a cell names: "Argentina / S: Denmark"; one without a supplier goes on with that above it."""
    known = {"s": "supplier", "l": "supplier", "supplier": "supplier", "r": "recipient", "recipient": "recipient"}
    other = "supplier" if context.first == "recipient" else "recipient"
    before, role = cell.start, context.first
    for actor in _within(context.actors, cell):
        side = context.scene.side(actor)
        if side is None or not side.key.startswith(("state:", "organisation:")):
            continue
        label = re.search(r"(\w+)\s*:\s*$", context.text[before : actor.start])
        role = known.get(label[1].lower(), role) if label is not None else role
        if role == context.first and label is None:
            context.parties = {}
        context.parties[role] = side if role == "supplier" else evolve(side, company=None)
        before, role = actor.end, other


def _put_delivered(context: _Context, draft: Draft, cells: Sequence[Span]) -> None:
    """How many have been delivered: all of them, or some."""
    numbers = [v for cell in cells for v in context.numbers(cell)]
    ordered = next((g.number for g in draft.goods if g.number is not None), None)
    if not numbers or ordered is None:
        return
    done, whole = numbers[0].amount.low, ordered.amount.low
    if done is None or whole is None or done <= 0:
        return
    draft.stage = Stage.DELIVERED if done >= whole else Stage.DELIVERING
    draft.deliveries.append(Drop(weapon=draft.goods[0].weapon, number=numbers[0], done=True))


def _put_goods(context: _Context, draft: Draft, weapons: Sequence[WeaponMention], cells: Sequence[Span]) -> None:
    names = list({w.key: w for w in weapons}.values())
    named = [w for w in names if w.form == "name"]
    names = named or names[:1]
    numbers = [v for cell in cells for v in context.numbers(cell)]
    unit = None
    for cell in cells:
        head = class_head(context.text[cell.start : cell.end].strip(". "))
        unit = head if head in goods_words().units else None
    if len(names) > 1 and len(numbers) == 1:
        draft.total = numbers[0]
        numbers = []
    for n, weapon in enumerate(names):
        number = numbers[n] if n < len(numbers) and len(numbers) == len(names) else None
        draft.goods.append(
            Good(
                weapon=weapon,
                number=number,
                start=min(weapon.start, number.start) if number else weapon.start,
                end=max(weapon.end, number.end) if number else weapon.end,
                unit=unit,
            )
        )


def _put_sides(context: _Context, draft: Draft, by_kind: dict[str, list[Span]]) -> None:
    for cell in by_kind.get("recipient", ()):
        found = context.sides(cell)
        if found and draft.recipient is None:
            draft.recipient, draft.stated_recipient = evolve(found[0], company=None), True
    for cell in by_kind.get("supplier", ()):
        for side in context.sides(cell):
            draft.supplier = draft.supplier or side
            if side.company is not None:
                draft.companies.append(side.company)
    if "parties" in by_kind or context.parties:
        draft.recipient = draft.recipient or context.parties.get("recipient")
        draft.supplier = draft.supplier or context.parties.get("supplier")
        draft.stated_recipient = draft.recipient is not None
        if draft.supplier is not None and draft.supplier.company is not None:
            draft.companies.append(draft.supplier.company)
    origins = {f"state:{w.origin}": w for w in draft.weapons if w.origin}
    recipient = draft.recipient.key if draft.recipient else None
    shared = [s for s in (*context.named, *context.around()) if s.key != recipient]
    if draft.supplier is None:
        home = next((s for s in shared if s.key in origins), None)
        if home is not None:
            draft.supplier = evolve(home, kind=EvidenceKind.IMPLIED, company=None)
        elif origins:
            key, weapon = next(iter(origins.items()))
            if key != recipient:
                draft.supplier = Side(key=key, witness=weapon, kind=EvidenceKind.CATALOGUE)
    if draft.recipient is None:
        supplier = draft.supplier.key if draft.supplier else None
        party = next(
            (s for s in shared if s.key not in origins and s.key != supplier and s.company is None and _is_party(s)),
            None,
        )
        if party is not None:
            draft.recipient = evolve(party, kind=EvidenceKind.IMPLIED)
    if draft.supplier is None and draft.recipient is not None:
        other = next((s for s in context.named if s.key != draft.recipient.key), None)
        if other is not None:
            draft.supplier = evolve(other, kind=EvidenceKind.IMPLIED, company=None)


def _is_party(side: Side) -> bool:
    mention = side.witness
    return isinstance(mention, ActorMention) and mention.kind in (
        ActorKind.STATE,
        ActorKind.GOVERNMENT_BODY,
        ActorKind.IGO,
    )
