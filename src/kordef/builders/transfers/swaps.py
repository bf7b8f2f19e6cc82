"""Columns whose headers name the other party of their goods: "Partner | Gives Ukraine | Receives from Germany | Agreed".

Tables of ring exchanges have two such columns in one row; lists of gifts have one: "Donor | To Ukraine | Date".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from kordef.builders.deal_columns import within
from kordef.builders.deal_words import stage_of_title
from kordef.builders.goods_lists import goods_of
from kordef.builders.grammar.clauses import clauses_of
from kordef.builders.grammar.tokens import row_between
from kordef.builders.transfers.deals import CONTRACT, Dated, Draft, Side
from kordef.builders.transfers.table_context import TableContext
from kordef.builders.transfers.wars import AIDED
from kordef.document import Span
from kordef.vocabulary import ActorKind, EvidenceKind, Stage, TransferKind

__all__ = ["Swap", "swap_columns", "swaps_in_row"]

_GIVES = frozenset(
    "to for gives gave given giving hands handed hand sends sent passes passed donates donated delivers delivered supplies "
    "supplied provides provided promised pledged pledges offers transfers transferred".split()
)
_GETS = frozenset("from by receives received receive gets got get obtains obtained takes took taken".split())
_PROMISES = frozenset("promised pledged pledges promises planned".split())
_FREE = frozenset("gives gave given giving donates donated donor donors gift gifts".split())


@frozen(kw_only=True)
class Swap:
    """A column of goods: the party that its header names, whether that one gets them, and whether they are only promised."""

    side: Side
    gets: bool
    free: bool
    promised: bool


def swap_columns(context: TableContext) -> dict[int, Swap]:
    """The columns of goods whose headers name a party, by their positions; nothing where the rows name none."""
    if not context.table.header:
        return {}
    found: dict[int, Swap] = {}
    for n in range(1, max(map(len, context.table.rows), default=0)):
        heads = context.table.heads(n)
        words = {w for s in heads for w in context.text[s.start : s.end].lower().split()}
        gives, gets = bool(words & _GIVES), bool(words & _GETS)
        if not (gives or gets) or len(words) > 6:
            continue
        states = [
            a for s in heads for a in within(context.actors, s) if a.kind is ActorKind.STATE and a.form != "adjective"
        ]
        side = context.scene.side(states[0]) if len({a.key for a in states}) == 1 else None
        cells = context.columns.columns[n]
        if side is None or not cells or 2 * sum(bool(within(context.weapons, c)) for c in cells) < len(cells):
            continue
        back = "from" in words or (gets and not gives)
        found[n] = Swap(side=side, gets=not back, free=bool(words & _FREE), promised=bool(words & _PROMISES))
    return found if found and any(context.sides(row[0]) for row in context.table.rows if row) else {}


def swaps_in_row(context: TableContext, row: Sequence[Span], columns: dict[int, Swap]) -> Iterator[Draft]:
    """The deals of a row: one for each cell of goods."""
    sides = context.sides(row[0]) if row else []
    if not sides:
        return
    own = sides[0].without_firm()
    kinds = context.columns.kinds
    dates = [d for n, c in enumerate(row) if kinds.get(n) == "date" and (d := context.columns.date(c)) is not None]
    title = context.table.title
    words = context.text[title.start : title.end].lower() if title is not None else ""
    told = stage_of_title(words)
    for n, swap in columns.items():
        if n >= len(row) or swap.side.key == own.key:
            continue
        cell = row[n]
        tokens = row_between(context.text, context.scene.page.mentions, cell.start, cell.end)
        line = evolve(context.line(cell), tokens=tokens)
        goods = [
            evolve(g, whole=None, of_total=False) for g in goods_of(line, clauses_of(line)) if g.weapon is not None
        ]
        if not goods:
            continue
        taker, giver = (swap.side, own) if swap.gets else (own, swap.side)
        gift = swap.free or taker.key in AIDED or context.columns.given or context.free
        stage = Stage.DONATED if gift else Stage.SIGNED if told is None or told not in CONTRACT else told
        if swap.promised or told is Stage.PLANNED:
            stage = Stage.PLANNED
        yield Draft(
            line=line,
            start=goods[0].start,
            end=max(g.end for g in goods),
            kind=TransferKind.DONATION if gift else TransferKind.SALE,
            stage=stage,
            supplier=evolve(giver, kind=EvidenceKind.IMPLIED if giver is swap.side else giver.kind, company=None),
            recipient=evolve(taker, kind=EvidenceKind.IMPLIED if taker is swap.side else taker.kind, company=None),
            stated_recipient=True,
            goods=goods,
            dates=[Dated(stage=stage, mention=d) for d in dates[:1]],
            additional=True,
        )
