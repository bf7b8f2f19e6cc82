"""Deals in tables: one for each row that names a weapon with a number, a sum or a date of contract."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from kordef.builders.deal_columns import within
from kordef.builders.deal_words import PARTIES, is_gift, speaks_of_deals, stage_of
from kordef.builders.goods import Good, class_head, goods_words
from kordef.builders.goods_lists import goods_of
from kordef.builders.grammar.clauses import clauses_of
from kordef.builders.grammar.tokens import Token, row_between
from kordef.builders.transfers.comments import Comments
from kordef.builders.transfers.deals import CONTRACT, Dated, Draft, Drop, Side
from kordef.builders.transfers.parts import is_past, spans_between
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.statuses import HALTED, mark, status_of
from kordef.builders.transfers.swaps import swap_columns, swaps_in_row
from kordef.builders.transfers.table_context import TableContext, is_party
from kordef.document import Span
from kordef.mentions.model import ValueMention, WeaponMention
from kordef.vocabulary import Qualifier, Stage, Term, TransferKind

__all__ = ["drafts_in_table"]

Cells = dict[str, list[Span]]
"""The filled cells of a row by what their columns are for: "weapon", "number", "recipient"."""

_VOID = re.compile(
    r"\A(?:no|nil)\b[^;.]{0,40}\b(?:transfers?|deliver|authori[sz]|licen[cs]e|contract|order|agreement|sale|export|deal)"
    r"|\A(?:none|nothing)\b|\A(?:[a-z]+ ){0,3}not (?:counted|included|concluded)\b|\bdenied\b|\bdeclared void\b"
    r"|\bcivil(?:ian)? (?:end[ -])?us(?:er?|age)\b|\bnot (?:a |an )?(?:arms )?transfer|\bmisreported\b"
    r"|\bstruck (?:out|off)\b|\bnever (?:signed|ordered|delivered|concluded)\b",
    re.IGNORECASE,
)
"""What a remark says of a row that is no deal after all."""
_OFFER = re.compile(r"(?:only |merely )?(?:offered|offer|bid|on offer|under consideration|considered)\b", re.IGNORECASE)
"""What a remark begins with that says of a row that it is only an offer."""


def drafts_in_table(scene: Scene, block: int) -> Iterator[Draft]:
    """The deals in the rows of a table, where its headers or its title say that it is one of deals."""
    page = scene.page
    table = page.document.blocks[block].table
    if table is None or not table.rows:
        return
    context = TableContext(scene, block)
    columns = context.columns.kinds
    if swaps := swap_columns(context):
        for row in table.rows:
            yield from swaps_in_row(context, row, swaps)
        return
    kinds = set(columns.values())
    register = context.columns.register
    if not register:
        named = "weapon" in kinds or context.title_weapons or context.columns.beside_party is not None
        if not (table.header or context.columns.labelled) or not named or not _tells_of_deals(context, kinds):
            return
    heads = stage_of(" ".join(page.document.text[s.start : s.end] for row in table.header for s in row).lower())
    for row in table.rows:
        if context.group(row):
            continue
        for draft in _row(context, row):
            if draft.stage is Stage.SIGNED and not {"status", "delivered"} & kinds:
                came = context.columns.came and (context.stage or heads) in (None, *CONTRACT)
                stage = Stage.DELIVERED if came else context.stage or heads
                if draft.kind is TransferKind.DONATION and stage in CONTRACT:
                    stage = draft.stage
                if (
                    register
                    and stage is Stage.DELIVERED
                    and not came
                    and (context.stage is None or "delivery" in kinds)
                ):
                    # "Year(s) of deliveries" heads a column, and says nothing of a row that leaves it empty
                    stage = None
                draft.stage, draft.implied_stage = stage or Stage.SIGNED, stage is None
                draft.dates = [evolve(d, stage=draft.stage) for d in draft.dates]
                when = next((d.date for d in draft.deliveries if d.date is not None), None)
                if draft.stage is Stage.DELIVERED and not draft.dates and when is not None:
                    draft.dates = [Dated(stage=Stage.DELIVERED, mention=when)]
            yield draft
            yield from _to_come(context, draft, row)


def _tells_of_deals(context: TableContext, kinds: set[str]) -> bool:
    """A list of weapons is one of deals where it has prices or parties beside numbers, or its title speaks of deals."""
    title = context.table.title
    spoken = title is not None and speaks_of_deals(context.text[title.start : title.end].lower())
    if "parties" in kinds:
        kinds = {*kinds, *PARTIES}
    if set(PARTIES) <= {*kinds, *context.parties}:
        kinds = {*kinds, *PARTIES}
    if not kinds & {"number", "money", "date"} and not (context.taker is not None and "delivered" in kinds):
        return False
    if (
        context.taker is not None
        and kinds & {"number", "delivered"}
        and (context.giver is not None or kinds & {*PARTIES})
    ):
        return True
    if "money" in kinds and kinds & {"number", "date", "recipient"}:
        return True
    return spoken or ("date" in kinds and "number" in kinds) or ("recipient" in kinds and "number" in kinds)


def _row(context: TableContext, row: Sequence[Span]) -> Iterator[Draft]:
    """The deal of a row, and those that its comment tells of."""
    columns = context.columns.kinds
    by_kind: Cells = {}
    for n, cell in enumerate(row):
        if cell.end > cell.start and n in columns:
            by_kind.setdefault(columns[n], []).append(cell)
    if not by_kind:
        return
    span = Span(row[0].start, max(c.end for c in row))
    draft = Draft(line=context.line(span), start=span.start, end=span.end, kind=TransferKind.SALE, stage=Stage.SIGNED)
    weapons = _weapons_of(context, row, by_kind)
    for kind in ("parties", *PARTIES) if context.columns.register else ("parties",):
        for cell in by_kind.get(kind, ()):
            context.note(kind, cell)
    if not weapons:
        return
    counts = by_kind.get("number") or _counted_inside(context, by_kind)
    if context.taker is not None and "number" not in columns.values() and not counts:
        counts = by_kind.get("delivered", [])
    _put_goods(context, draft, weapons, counts)
    if not draft.goods:
        return
    if context.taker is not None and "recipient" in by_kind and not {"supplier", "parties"} & by_kind.keys():
        # "Country" heads the givers in a list of aid
        if all(s.key != context.taker.key for cell in by_kind["recipient"] for s in context.sides(cell)):
            by_kind["supplier"] = by_kind.pop("recipient")
    _put_sides(context, draft, by_kind)
    _put_sums_and_dates(context, draft, by_kind, weapons[0])
    remarks = [context.text[c.start : c.end] for c in by_kind.get("comment", ())]
    if any(_OFFER.match(words.strip()) is not None for words in remarks):
        draft.kind, draft.stage = TransferKind.PLAN, Stage.CONSIDERED
    elif any(_VOID.search(part.strip()) is not None for words in remarks for part in words.split(";")):
        return
    comments = Comments(context.scene)
    for cell in (*by_kind.get("comment", ()), *context.footnotes(row)):
        _read_comment(context, draft, comments, cell)
    _put_delivered(context, draft, by_kind)
    _put_kind(context, draft, by_kind, span, comments)
    if not _put_taker(context, draft, by_kind):
        return
    if draft.kind is TransferKind.DONATION and draft.stage in CONTRACT:
        draft.stage = Stage.DONATED
    came = next((d.date for d in reversed(draft.deliveries) if d.date is not None and d.done), None)
    if not draft.dates and draft.stage is Stage.DELIVERED and came is not None:
        draft.dates = [Dated(stage=Stage.DELIVERED, mention=came)]
    if not draft.dates and context.year is not None and draft.counted and not draft.deliveries and not comments.halts:
        draft.dates = [Dated(stage=draft.stage, mention=context.year)]
    signed = Stage.SIGNED if draft.stage in HALTED and "status" in by_kind else draft.stage
    draft.dates = [*(evolve(d, stage=signed) for d in draft.dates), *comments.halts]
    if draft.recipient is None or not (draft.counted or draft.money or draft.dates):
        return
    yield draft
    yield from comments.further(draft)


def _counted_inside(context: TableContext, by_kind: Cells) -> list[Span]:
    """The cells of weapons that begin with how many there are: "6 Bayraktar TB2", where no column counts."""
    cells = by_kind.get("weapon", [])
    if context.columns.inside or "number" in context.columns.kinds.values():
        return cells if context.columns.inside else []
    return [c for c in cells if any(v.start == c.start for v in context.columns.numbers(c))]


def _weapons_of(context: TableContext, row: Sequence[Span], by_kind: Cells) -> Sequence[WeaponMention]:
    """The weapons of a row: those of its column of weapons, or what another column or the title names."""
    columns = context.columns
    weapons: Sequence[WeaponMention] = [w for cell in by_kind.get("weapon", ()) for w in within(context.weapons, cell)]
    if columns.named is not None and columns.named < len(row):
        # "Assault rifles | 2,500 | K2, second-hand"
        own = within(context.weapons, row[columns.named])
        begins = own and own[0].form == "name" and own[0].start == row[columns.named].start
        weapons = own[:1] if begins else weapons
    if columns.beside_party is not None and columns.beside_party < len(row):
        weapons = within(context.weapons, row[columns.beside_party])[:1]
    elif not weapons and "weapon" not in columns.kinds.values():
        weapons = context.title_weapons[:1]
    if not weapons and columns.register:
        # a designation that nobody knows, and its class beside it: "2 | Phalcon | AEW&C aircraft"
        weapons = [w for n, cell in enumerate(row) if n not in columns.kinds for w in within(context.weapons, cell)][:1]
    return weapons


def _put_sums_and_dates(context: TableContext, draft: Draft, by_kind: Cells, weapon: WeaponMention) -> None:
    for cell in by_kind.get("money", ()):
        draft.money.extend(v for v in within(context.values, cell) if v.kind == "money")
    for cell in by_kind.get("date", ()):
        if (date := context.columns.date(cell)) is not None:
            draft.dates.append(Dated(stage=Stage.SIGNED, mention=date))
    for cell in by_kind.get("delivery", ()):
        if (date := context.columns.date(cell)) is not None:
            draft.deliveries.append(Drop(weapon=weapon, date=date))


def _put_kind(context: TableContext, draft: Draft, by_kind: Cells, row: Span, comments: Comments) -> None:
    """Whether the deal of a row is a licence or a gift, and how far its status says that it has come."""
    if context.licensed and context.columns.register:
        draft.kind = TransferKind.LICENCE if draft.kind is TransferKind.SALE else draft.kind
        draft.terms.setdefault(Term.LOCAL_PRODUCTION, Token("word", "licence", row.start, row.end))
    given = context.columns.given and draft.kind is TransferKind.SALE and draft.recipient != draft.supplier
    if given or any(is_gift(context.text[cell.start : cell.end].lower()) for cell in by_kind.get("basis", ())):
        draft.kind = TransferKind.DONATION
    for cell in by_kind.get("status", ()):
        _read_status(context, draft, cell, comments)


def _read_status(context: TableContext, draft: Draft, cell: Span, comments: Comments) -> None:
    """How far the deal of a row has come, as its status says: "signed 2024", "110 delivered" of 180, "first delivered 2025"."""
    words = context.text[cell.start : cell.end].lower()
    status = status_of(words)
    if status is None:
        return
    stage, date = status.stage, context.columns.date(cell)
    if stage is None:
        # nobody knows what it says: no more than what the row itself bears out
        draft.stage, draft.implied_stage = draft.stage if draft.dates else Stage.PLANNED, True
        return
    if stage in HALTED:
        draft.stage = stage
        dates = [d for d in within(context.scene.page.mentions.dates, cell) if d.period.edtf]
        comments.halts.extend(Dated(stage=stage, mention=d) for d in dates[-1:])
        if len(dates) > 1 and not draft.dates:
            # "signed 2022, cancelled 2024"
            draft.dates.append(Dated(stage=Stage.SIGNED, mention=dates[0]))
        return
    if status.option:
        mark(draft, status, [Token("word", "option", cell.start, cell.end)])
    whole = draft.goods[0].number.amount.low if len(draft.goods) == 1 and draft.goods[0].number is not None else None
    counts = [v for v in context.columns.numbers(cell) if v.amount.low is not None]
    come = counts[0].amount.low if len(counts) == 1 else None
    begun = not _BEGUN.isdisjoint(words.split()) or (whole is not None and come is not None and come < whole)
    if stage is Stage.DELIVERED and begun:
        stage = Stage.DELIVERING
        number = counts[0] if len(counts) == 1 else None
        draft.deliveries.append(Drop(weapon=draft.goods[0].weapon, number=number, date=date, done=True))
    elif date is not None and not draft.dates:
        draft.dates.append(Dated(stage=stage, mention=date))
    draft.stage = stage


_BEGUN = frozenset("first begun began started partly partially some ongoing initial".split())
"""Words of a status by which only some of the goods have come."""


def _put_taker(context: TableContext, draft: Draft, by_kind: Cells) -> bool:
    """Make a row of a list of aid the gift that it is; whether anything is given."""
    parties = {"recipient"} if context.role == "supplier" else {"recipient", "parties"}
    if context.taker is None or parties & by_kind.keys():
        return True
    if context.giver is not None and "supplier" not in by_kind:
        draft.supplier = context.giver.implied().without_firm()
    if context.giver is not None or "supplier" in by_kind or context.role == "supplier":
        _give(context, draft, context.taker)
    return not any(g.number is not None and g.number.amount.low == 0 for g in draft.goods)


def _to_come(context: TableContext, draft: Draft, row: Sequence[Span]) -> Iterator[Draft]:
    """What is still to come besides the goods of a row that have come: "Item | Delivered | In planning"."""
    kinds = context.columns.kinds
    cell = next((row[n] for n, kind in kinds.items() if kind == "pending" and n < len(row)), None)
    numbers = context.columns.numbers(cell) if cell is not None else []
    if "number" in kinds.values() or len(numbers) != 1 or not numbers[0].amount.low or len(draft.goods) != 1:
        return
    good = draft.goods[0]
    number = numbers[0]
    yield evolve(
        draft,
        line=evolve(draft.line, start=number.start),
        start=number.start,
        end=number.end,
        stage=Stage.PLANNED,
        goods=[evolve(good, number=number, end=max(good.end, number.end))],
        money=[],
        dates=[],
        deliveries=[],
        terms={},
    )


def _give(context: TableContext, draft: Draft, taker: Side) -> None:
    """Make the deal of a row a gift: one of which nothing has come yet where there is a column for that is only promised."""
    if draft.supplier is None or draft.supplier.key == taker.key:
        return
    draft.recipient = taker.implied().without_firm()
    draft.kind, draft.stated_recipient = TransferKind.DONATION, True
    if {"delivered", "number"} <= set(context.columns.kinds.values()) and not draft.deliveries:
        draft.stage = Stage.PLANNED


def _read_comment(context: TableContext, draft: Draft, comments: Comments, cell: Span) -> None:
    """Take in what a comment says of the deal of its row: terms, options, other goods, sums, gifts, further orders."""
    tokens = row_between(context.text, context.scene.page.mentions, cell.start, cell.end)
    if not tokens:
        return
    line = evolve(draft.line, start=cell.start, end=cell.end, tokens=tokens)
    goods = goods_of(line, clauses_of(line))
    dates, stage, last = list(draft.dates), draft.stage, ""
    for low, high in spans_between(tokens, 0):
        last = comments.part(draft, line, low, high, goods, last)
    draft.goods = comments.parted(draft, goods)
    draft.dates = dates or draft.dates
    if draft.stage in CONTRACT:
        # how much has come is for the columns to say
        draft.stage = stage


def _put_delivered(context: TableContext, draft: Draft, by_kind: Cells) -> None:
    """How many have been delivered: all of them, or some; without a column for that, years that have passed tell it."""
    if draft.stage is not Stage.SIGNED:
        return
    if context.columns.register and "delivered" not in context.columns.kinds.values():
        dates = [(d.date, d.done) for d in draft.deliveries if d.date is not None]
        if dates and all(done or is_past(context.scene, d) for d, done in dates):
            draft.stage = Stage.DELIVERING if _in_part(draft) else Stage.DELIVERED
        return
    numbers = [v for cell in by_kind.get("delivered", ()) for v in context.columns.numbers(cell)]
    ordered = [v for cell in by_kind.get("number", ()) for v in context.columns.numbers(cell)]
    if not numbers or not ordered:
        return
    done, whole = numbers[0].amount.low, ordered[0].amount.low
    if done is None or whole is None or done <= 0:
        return
    draft.stage = Stage.DELIVERED if done >= whole else Stage.DELIVERING
    draft.deliveries.append(Drop(weapon=draft.goods[0].weapon, number=numbers[0], done=True))


def _in_part(draft: Draft) -> bool:
    """Whether all that is said to have come is less than what was ordered."""
    come = [d.number.amount.low for d in draft.deliveries if d.number is not None]
    whole = draft.goods[0].number.amount.low if draft.goods and draft.goods[0].number is not None else None
    numbers = [n for n in come if n is not None]
    return whole is not None and bool(numbers) and len(numbers) == len(draft.deliveries) and sum(numbers) < whole


def _put_goods(context: TableContext, draft: Draft, weapons: Sequence[WeaponMention], cells: Sequence[Span]) -> None:
    names = list({w.key: w for w in weapons}.values())
    named = [w for w in names if w.form == "name"]
    names = named or names[:1]
    numbers = [v for cell in cells for v in context.columns.numbers(cell)]
    if context.columns.register:
        numbers = [_estimated(context, v) for v in numbers]
    unit = None
    for cell in cells:
        head = class_head(context.text[cell.start : cell.end].strip(". "))
        unit = head if head in goods_words().units else None
    if len(names) == 1 and len(numbers) > 1 and _is_option(context, numbers[0], numbers[1]):
        # "44, option for 33"
        numbers = numbers[:1]
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


def _is_option(context: TableContext, number: ValueMention, further: ValueMention) -> bool:
    """Whether a second number in a cell counts an option: "44, option for 33", "44 (+33)"."""
    between = context.text[number.end : further.start].lower()
    return "option" in between or (further.exact.startswith("+") and "(" in between)


def _estimated(context: TableContext, number: ValueMention) -> ValueMention:
    """The number of a row; registers set their estimates in brackets."""
    low, high = number.number
    bracketed = context.text[low - 1 : low] == "(" and context.text[high : high + 1] in (")", "?")
    if not bracketed or number.amount.qualifier is not Qualifier.EXACT:
        return number
    return evolve(number, amount=evolve(number.amount, qualifier=Qualifier.ABOUT))


def _put_sides(context: TableContext, draft: Draft, by_kind: Cells) -> None:
    for cell in by_kind.get("recipient", ()):
        found = context.sides(cell)
        if found and draft.recipient is None:
            draft.recipient, draft.stated_recipient = found[0].without_firm(), True
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
    origins = draft.origins
    recipient = draft.recipient.key if draft.recipient else None
    if draft.supplier is not None and draft.recipient is not None:
        return
    shared = [s for s in (*context.named, *context.around()) if s.key != recipient]
    if draft.supplier is None:
        home = next((s for s in shared if s.key in origins), None)
        if home is not None:
            draft.supplier = home.implied().without_firm()
        elif origins:
            key, weapon = next(iter(origins.items()))
            if key != recipient:
                draft.supplier = Side.home_of(weapon)
    if draft.recipient is None and not (context.columns.register and "recipient" in by_kind):
        supplier = draft.supplier.key if draft.supplier else None
        party = next(
            (s for s in shared if s.key not in origins and s.key != supplier and s.company is None and is_party(s)),
            None,
        )
        if party is not None:
            draft.recipient = party.implied()
    if draft.supplier is None and draft.recipient is not None:
        other = next((s for s in context.named if s.key != draft.recipient.key), None)
        if other is not None:
            draft.supplier = other.implied().without_firm()
