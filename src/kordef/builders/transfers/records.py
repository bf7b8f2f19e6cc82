"""From a draft of a deal to the record, with the evidence of every field."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from kordef.amounts import Amount
from kordef.builders.goods import Good
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page
from kordef.builders.transfers.deals import Dated, Draft, Drop, Side, kin, money_key
from kordef.identity import record_id
from kordef.mentions.model import ActorMention, Mention, ValueMention, WeaponMention
from kordef.periods import Period
from kordef.records import Delivery, Item, StageDate, Transfer
from kordef.values import Money
from kordef.vocabulary import Counting, EvidenceKind, Stage

__all__ = ["transfers_of"]


class _Sheet:
    """The evidence of one record as it is gathered."""

    def __init__(self, page: Page, deal: Draft) -> None:
        self.page = page
        self.story = deal.line.story
        self.evidence = [page.evidence(self.story, "", (deal.start, deal.end))]

    def shown(
        self,
        pointer: str,
        where: Token | Mention | Line | tuple[int, int],
        kind: EvidenceKind = EvidenceKind.STATED,
    ) -> None:
        self.evidence.append(self.page.evidence(self.story, pointer, where, kind))


def transfers_of(page: Page, deals: Sequence[Draft], families: Mapping[str, str]) -> tuple[Transfer, ...]:
    """The records of the deals of a document; ``families`` has the root of each weapon's family by its key."""
    ids = [record_id("transfer", page.document.sha256, deal.start, rank) for rank, deal in enumerate(deals)]
    out: list[Transfer] = []
    for deal, identity in zip(deals, ids, strict=True):
        whole = _framework_of(deal, deals, families)
        out.append(_transfer_of(page, deal, identity, None if whole is None else ids[whole]))
    return tuple(out)


def _framework_of(deal: Draft, deals: Sequence[Draft], families: Mapping[str, str]) -> int | None:
    """The place of the framework that a deal fills in part: the one that its words name, or the one told for such goods."""
    if deal.framework is None and not deal.executive:
        return None
    for n, other in enumerate(deals):
        if other is deal or other.line.story != deal.line.story:
            continue
        same = other.recipient is not None and deal.recipient is not None and other.recipient.key == deal.recipient.key
        if other is deal.framework or (
            deal.framework is None
            and other.stage is Stage.FRAMEWORK
            and same
            and any(kin(a, b, families) for a in other.weapons for b in deal.weapons)
        ):
            return n
    return None


def _home_beside(page: Page, deal: Draft, supplier: Side) -> ActorMention | None:
    """The state that the text itself names behind the firm that sells: "Hanwha Aerospace of South Korea"."""
    if supplier.kind is not EvidenceKind.CATALOGUE:
        return None
    actors, text = page.mentions.actors, page.document.text
    for firm in deal.companies:
        at = bisect_right(actors, firm.start, key=lambda a: a.start)
        named = actors[at] if at < len(actors) else None
        if named is not None and named.key == supplier.key and text[firm.end : named.start] in _HOME_BEHIND:
            return named
    return None


_HOME_BEHIND = (" of ", " from ", " of the ", " in ")


def _transfer_of(page: Page, deal: Draft, identity: str, whole: str | None) -> Transfer:
    """The record of a deal; ``whole`` is the id of the framework that it fills in part."""
    sheet = _Sheet(page, deal)
    story = deal.line.story
    trigger = (deal.start, deal.end)
    sheet.shown("/kind", trigger, EvidenceKind.IMPLIED)
    sheet.shown("/stage", trigger, EvidenceKind.IMPLIED)
    sides: dict[str, str | None] = {}
    supplier = deal.supplier
    if supplier is not None and deal.recipient is not None and supplier.key == deal.recipient.key:
        supplier = None  # nobody sells to himself: whoever orders was taken for who supplies
    for name, side in (("supplier", supplier), ("recipient", deal.recipient), ("end_user", deal.end_user)):
        sides[name] = page.actor_ids.get((story, side.key)) if side else None
        home = _home_beside(page, deal, side) if side and name == "supplier" else None
        if home is not None:
            sheet.shown(f"/{name}", home)
        elif side and sides[name]:
            sheet.shown(f"/{name}", side.witness, side.kind)
    companies = _unique_companies(deal.companies)
    for n, company in enumerate(companies):
        sheet.shown(f"/companies/{n}", company)
    items = _items(page, deal, sheet)
    value, alternatives = _sums(deal, sheet)
    covers = _covers(deal, value, items, sheet)
    stages = _stages(deal, sheet)
    for n, term in enumerate(deal.terms):
        sheet.shown(f"/terms/{n}", deal.terms[term])
    if deal.open_list is not None:
        sheet.shown("/open_list", deal.open_list)
    deliveries = _deliveries(page, deal, sheet)
    replaces = _replaced(page, deal, sheet)
    competitors = _competitors(page, deal, sheet)
    if whole is not None:
        sheet.shown("/part_of", trigger, EvidenceKind.IMPLIED)
    return Transfer(
        id=identity,
        source=page.sources[story],
        section=deal.line.section,
        modality=deal.modality,
        evidence=tuple(sheet.evidence),
        kind=deal.kind,
        stage=deal.stage,
        supplier=sides["supplier"],
        companies=tuple(page.actor(c) for c in companies),
        recipient=sides["recipient"],
        end_user=sides["end_user"],
        items=items,
        open_list=deal.open_list is not None,
        value=value,
        value_covers=covers,
        alternatives=alternatives,
        stages=stages,
        terms=tuple(deal.terms),
        deliveries=deliveries,
        replaces=replaces,
        competitors=competitors,
        part_of=whole,
    )


def _unique_companies(companies: Sequence[ActorMention]) -> list[ActorMention]:
    return list({c.key: c for c in reversed(companies)}.values())[::-1]


def _distinct(goods: Sequence[Good]) -> list[Good]:
    """Goods without those that others name more exactly: a weapon named twice, the class of one that stands beside it."""
    return [
        g
        for n, g in enumerate(goods)
        if not any(_says_more(other, g, m < n) for m, other in enumerate(goods) if m != n)
    ]


def _says_more(other: Good, good: Good, before: bool) -> bool:
    weapon, named = good.weapon, other.weapon
    if good.number is not None or weapon is None or named is None:
        return False
    if named.key == weapon.key:
        return other.number is not None or before
    return weapon.form == "class" and named.form == "name" and kin(named, weapon, {}) == 1


def _items(page: Page, deal: Draft, sheet: _Sheet) -> tuple[Item, ...]:
    items: list[Item] = []
    for good in _distinct(deal.goods):
        n = len(items)
        number = good.number
        if good.weapon is not None:
            inside = good.start <= good.weapon.start < good.end
            sheet.shown(f"/items/{n}/weapon", good.weapon, EvidenceKind.STATED if inside else EvidenceKind.IMPLIED)
        else:
            sheet.shown(f"/items/{n}/description", (good.start, good.end))
        if number is not None:
            sheet.shown(f"/items/{n}/number", number)
            if good.unit is not None:
                sheet.shown(f"/items/{n}/unit", number)
            if good.counting is not Counting.NEW:
                sheet.shown(f"/items/{n}/counting", number, EvidenceKind.IMPLIED)
        items.append(
            Item(
                weapon=page.weapon(good.weapon) if good.weapon else None,
                description=None if good.weapon else _description(page, good),
                number=number.amount if number else None,
                unit=good.unit if number else None,
                counting=good.counting if number else Counting.NEW,
            )
        )
    if deal.total is not None and not any(g.number for g in deal.goods):
        n = len(items)
        sheet.shown(f"/items/{n}/number", deal.total)
        sheet.shown(f"/items/{n}/counting", deal.total, EvidenceKind.IMPLIED)
        items.append(Item(number=deal.total.amount, counting=Counting.TOTAL))
    return tuple(items)


def _description(page: Page, good: Good) -> str:
    noun = good.number.noun if good.number is not None else None
    if good.unit is not None and good.number is not None and good.number.end < good.end:
        # "12 lorry-loads of non-lethal equipment"
        return page.document.text[good.number.end : good.end].strip().removeprefix("of ")
    if good.number is not None and good.number.noun_span is not None and good.end > good.number.end:
        # "one (1) fire distribution center"
        return page.document.text[good.number.noun_span[0] : good.end].strip()
    start = good.number.end if good.number is not None and good.number.end < good.end else good.start
    if good.number is not None and noun is None and start == good.start and good.noun:
        # "five, two and five aircraft"
        return good.noun
    return noun or page.document.text[start : good.end].strip()


def _sums(deal: Draft, sheet: _Sheet) -> tuple[Money | None, tuple[Money, ...]]:
    """The first sum below the title as the value, the others as alternatives, each with what restates it."""
    body = sorted(deal.money, key=lambda m: m.start)
    known = {money_key(m) for m in body}
    ends = {(m.unit, end) for m in body for end in (m.amount.low, m.amount.high) if end is not None}
    titled = (m for m in deal.title_money if money_key(m) not in known and (m.unit, m.amount.high) not in ends)
    ordered = [*body, *titled]
    out: list[tuple[ValueMention, list[ValueMention]]] = []
    for value in ordered:
        head = next((e for e in out if value.equivalent_of is not None and e[0].start == value.equivalent_of), None)
        if head is not None and value.unit != head[0].unit and value.unit not in {e.unit for e in head[1]}:
            head[1].append(value)
        else:
            out.append((value, []))
    for n, (first, equivalents) in enumerate(out):
        pointer = "/value" if n == 0 else f"/alternatives/{n - 1}"
        sheet.shown(pointer, first)
        for k, other in enumerate(equivalents):
            sheet.shown(f"{pointer}/equivalents/{k}", other)
    money = [_money(first, equivalents) for first, equivalents in out]
    return (money[0] if money else None), tuple(money[1:])


def _money(value: ValueMention, equivalents: Sequence[ValueMention]) -> Money:
    amount: Amount = value.amount
    return Money(
        amount=amount,
        currency=value.unit,
        equivalents=tuple(Money(amount=e.amount, currency=e.unit) for e in equivalents),
    )


def _covers(deal: Draft, value: Money | None, items: tuple[Item, ...], sheet: _Sheet) -> tuple[int, ...]:
    if value is None or deal.covers is None or not deal.covers < len(items):
        return ()
    covered = tuple(range(deal.covers))
    first = min(deal.money, key=lambda m: m.start) if deal.money else deal.title_money[0]
    for n in covered:
        sheet.shown(f"/value_covers/{n}", first, EvidenceKind.IMPLIED)
    return covered


def _stages(deal: Draft, sheet: _Sheet) -> tuple[StageDate, ...]:
    """The dates of the deal: that of the stage it is at first, that of the delivery last."""
    stages: list[StageDate] = []
    for dated in sorted(_dated(deal), key=lambda d: (d.stage is Stage.DELIVERED, d.told, d.stage is not _dating(deal))):
        entry = StageDate(stage=dated.stage, date=_period(dated))
        if entry in stages or len(stages) >= 4:
            continue
        n = len(stages)
        if dated.until is not None and entry.date is not dated.mention.period:
            sheet.shown(f"/stages/{n}", (dated.mention.start, dated.until.end), EvidenceKind.COMPUTED)
        else:
            sheet.shown(f"/stages/{n}", dated.mention)
        stages.append(entry)
    return tuple(stages)


def _dating(deal: Draft) -> Stage:
    """The stage whose date comes first: of a suspended deal that of its contract."""
    return Stage.SIGNED if deal.stage is Stage.SUSPENDED else deal.stage


def _dated(deal: Draft) -> list[Dated]:
    """The dates of a deal; of one that is only planned and has none, the time when its goods are to come."""
    due = [d.date for d in deal.deliveries if d.date is not None and not d.done]
    if deal.dates or deal.stage is not Stage.PLANNED or len(due) != 1:
        return deal.dates
    return [Dated(stage=Stage.DELIVERED, mention=due[0])]


def _period(dated: Dated) -> Period:
    """The period of a date, or from the first to the second of two years joined by "and"."""
    first = dated.mention.period
    second = dated.until.period if dated.until is not None else None
    if second is None or not first.edtf or not second.edtf or "/" in first.edtf + second.edtf:
        return first
    if len(first.edtf) != len(second.edtf) or not first.edtf < second.edtf:
        return first
    return Period(edtf=f"{first.edtf}/{second.edtf}")


def _deliveries(page: Page, deal: Draft, sheet: _Sheet) -> tuple[Delivery, ...]:
    out: list[Delivery] = []
    for drop in deal.deliveries:
        entry = _delivery(page, drop)
        if entry is None or entry in out or len(out) >= 24:
            continue
        n = len(out)
        if drop.weapon is not None:
            sheet.shown(f"/deliveries/{n}/weapon", drop.weapon, EvidenceKind.IMPLIED)
        if drop.number is not None:
            sheet.shown(f"/deliveries/{n}/number", drop.number)
        if drop.date is not None:
            sheet.shown(f"/deliveries/{n}/date", drop.date)
        if drop.done is not None:
            where = drop.date or drop.number or drop.weapon
            if where is not None:
                sheet.shown(f"/deliveries/{n}/done", where, EvidenceKind.IMPLIED)
        out.append(entry)
    return tuple(out)


def _delivery(page: Page, drop: Drop) -> Delivery | None:
    if drop.weapon is None and drop.number is None and drop.date is None:
        return None
    return Delivery(
        weapon=page.weapon(drop.weapon) if drop.weapon else None,
        number=drop.number.amount if drop.number else None,
        date=drop.date.period if drop.date else None,
        done=drop.done,
    )


def _replaced(page: Page, deal: Draft, sheet: _Sheet) -> tuple[str, ...]:
    held = {w.key for w in deal.weapons}
    out: list[str] = []
    for weapon in deal.replaces:
        if weapon.key not in held and page.weapon(weapon) not in out:
            sheet.shown(f"/replaces/{len(out)}", weapon)
            out.append(page.weapon(weapon))
    return tuple(out)


def _competitors(page: Page, deal: Draft, sheet: _Sheet) -> tuple[str, ...]:
    held = {w.key for w in deal.weapons} | {c.key for c in deal.companies}
    out: list[str] = []
    for rival in deal.competitors:
        if rival.key in held:
            continue
        key = page.weapon(rival) if isinstance(rival, WeaponMention) else page.actor(rival)
        if key not in out:
            sheet.shown(f"/competitors/{len(out)}", rival)
            out.append(key)
    return tuple(out)
