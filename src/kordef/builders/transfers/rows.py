"""Rows of registers without headers: "12 FA-50 | light combat aircraft | ordered 2014 | Dlv 12 (2015-2017)".

The parties stand in headings above such rows. The number stands in front of the designation or in a cell of its own, and a line
of comments may follow: "Comments: PHP 18.9 b deal; FA-50PH version".
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from kordef.builders.goods import Good
from kordef.builders.goods_lists import goods_of
from kordef.builders.grammar.clauses import clauses_of
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.transfers.comments import Comments
from kordef.builders.transfers.deals import Dated, Draft, Drop
from kordef.builders.transfers.parts import count_in, date_in, entry_words, is_past, spans_between
from kordef.mentions.model import DateMention, ValueMention, WeaponMention
from kordef.vocabulary import Stage, TransferKind

__all__ = ["Row", "comment_on", "is_comment", "row_of", "take_row"]


@frozen(kw_only=True)
class Row:
    """What the cells of a row tell. ``chosen``: the goods were selected on ``ordered``, not yet bought.

    ``share`` is how many of how many have come where they stand so, "del. 2/6".
    """

    weapon: WeaponMention | None
    number: ValueMention | None
    ordered: DateMention | None
    chosen: bool
    delivered: tuple[ValueMention | None, DateMention | None]
    share: tuple[int, int] | None
    rest: tuple[tuple[int, int], ...]


def row_of(line: Line) -> Row | None:
    """The row that a line is: goods, then at least when they were ordered or how many have come, between bars or semicolons."""
    cells = _cells(line.tokens)
    if len(cells) < 3:
        return None
    weapon: WeaponMention | None = None
    kind: WeaponMention | None = None
    number: ValueMention | None = None
    ordered: DateMention | None = None
    delivered: tuple[ValueMention | None, DateMention | None] = (None, None)
    share: tuple[int, int] | None = None
    chosen = dated = come = False
    rest: list[tuple[int, int]] = []
    for low, high in cells:
        part = line.tokens[low:high]
        words = [t.text for t in part if t.kind == "word"]
        first = words[1] if words[:1] == ["in"] and len(words) > 1 else words[0] if words else ""
        count, date = count_in(part), date_in(part)
        bought = first in entry_words().fields["ordered"]
        if (bought or first in entry_words().rows["chosen"]) and len(words) <= 2 and (date or count) and not dated:
            ordered, chosen, dated = date, not bought, True
            number = number or count
        elif (
            first in entry_words().rows["delivered"]
            and len(words) <= 5
            and not come
            and (date or count or _share(part))
        ):
            delivered, share, come = (count, date), _share(part), True
        elif weapon is None and not dated and (named := _designation(part)) is not None:
            weapon, number = named, number or count
        elif number is None and count is not None and len(part) - (part[0].text == "(") <= 3 and len(words) <= 1:
            number = count
        elif kind is None and (named := _class(part)) is not None:
            kind = named
        else:
            rest.append((low, high))
    if not (dated or come) or (weapon is None and (kind is None or number is None)):
        return None
    return Row(
        weapon=weapon or kind,
        number=number,
        ordered=ordered,
        chosen=chosen,
        delivered=delivered,
        share=share,
        rest=tuple(rest),
    )


def take_row(row: Row, draft: Draft, line: Line, comments: Comments) -> None:
    """Take the cells of a row into its deal."""
    places = [m for m in (row.weapon, row.number) if m is not None]
    start, end = min(m.start for m in places), max(m.end for m in places)
    draft.goods.append(Good(weapon=row.weapon, number=row.number, start=start, end=end))
    draft.end = line.end
    if row.chosen:
        draft.kind, draft.stage = TransferKind.PLAN, Stage.PLANNED
    if row.ordered is not None:
        draft.dates.append(Dated(stage=draft.stage, mention=row.ordered))
    count, date = row.delivered
    come = count.amount.low if count is not None else None
    if come and not row.chosen:
        draft.deliveries.append(Drop(weapon=row.weapon, number=count, date=date, done=True))
        whole = row.number.amount.low if row.number is not None else None
        draft.stage = Stage.DELIVERING if whole is not None and come < whole else Stage.DELIVERED
    elif row.share is not None and row.share[0] and not row.chosen:
        draft.deliveries.append(Drop(weapon=row.weapon, number=None, date=date, done=True))
        draft.stage = Stage.DELIVERING if row.share[0] < row.share[1] else Stage.DELIVERED
    elif date is not None and count is None and row.share is None and not row.chosen:
        past = is_past(comments.scene, date)
        draft.deliveries.append(Drop(weapon=row.weapon, number=None, date=date, done=past or None))
        draft.stage = Stage.DELIVERED if past else draft.stage
    _parts(comments, draft, line, row.rest)


def is_comment(tokens: Sequence[Token]) -> bool:
    """Whether a line is the comments on the row above it."""
    return len(tokens) > 2 and tokens[1].text == ":" and tokens[0].text in entry_words().rows["comments"]


def comment_on(comments: Comments, draft: Draft, line: Line) -> None:
    """Take a line of comments into the deal of the row above it."""
    _parts(comments, draft, line, list(spans_between(line.tokens, 2)))


def _parts(comments: Comments, draft: Draft, line: Line, spans: Sequence[tuple[int, int]]) -> None:
    if not spans:
        return
    goods = goods_of(line, clauses_of(line))
    last = ""
    for low, high in spans:
        words = [t.text for t in line.tokens[low:high] if t.kind == "word"]
        if "considered" in words[-1:] or (words[-2:] == ["before", "signature"] and draft.stage is Stage.CONSIDERED):
            # "lease considered; cancelled before signature": it never was a deal
            draft.stage = Stage.CONSIDERED
            continue
        date = date_in(line.tokens[low:high])
        if date is not None and words[:1] == ["contract"] and {"not", "force"} <= set(words):
            # "contract announced June 2021 but not in force"
            draft.kind, draft.stage = TransferKind.PLAN, Stage.PLANNED
            draft.dates = [Dated(stage=Stage.PLANNED, mention=date)]
            continue
        if last == "aside" and "deal" in words:
            # "number of batteries uncertain; part of deal reported at $3.5 b"
            last = ""
        last = comments.part(draft, line, low, high, goods, last)
    draft.goods = comments.parted(draft, goods)


def _share(part: Sequence[Token]) -> tuple[int, int] | None:
    """How many of how many: "2/6"."""
    for n in range(1, len(part) - 1):
        before, behind = part[n - 1].text, part[n + 1].text
        if part[n].text == "/" and before.isdecimal() and behind.isdecimal():
            return int(before), int(behind)
    return None


def _cells(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    marks = [t.text for t in tokens if t.kind == "mark"]
    between = next((mark for mark in ("|", "–", "—") if marks.count(mark) > 1), ";")
    return list(spans_between(tokens, 0, (between,))) if marks.count(between) > 1 else []


def _designation(part: Sequence[Token]) -> WeaponMention | None:
    """The weapon that a cell names, with a number at most beside it."""
    named = [m for t in part if isinstance(m := t.mention, WeaponMention) and m.form == "name"]
    return named[0] if len(named) == 1 and sum(t.kind == "word" for t in part) <= 1 else None


def _class(part: Sequence[Token]) -> WeaponMention | None:
    found = [m for t in part if isinstance(m := t.mention, WeaponMention)]
    return found[0] if len(found) == 1 and len(part) <= 3 else None
