"""When two sentences speak of one deal, and what the deal takes from the second."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from attrs import evolve

from kordef.builders.goods import Good, is_a
from kordef.builders.transfers.apart import (
    comes_before,
    is_done,
    of_other_firms,
    prices_clash,
    shares_money,
    was_over,
)
from kordef.builders.transfers.deals import CONTRACT, EARLIER, TITLES, Dated, Draft, Drop, alike, kin, money_key
from kordef.builders.transfers.same_breath import counts_them, names_it
from kordef.document import BlockKind
from kordef.mentions.model import ValueMention, WeaponMention
from kordef.vocabulary import Counting, EvidenceKind, Stage, TransferKind

__all__ = ["absorb", "finer", "likeness"]


def _clash(deal: Draft, draft: Draft, families: Mapping[str, str]) -> bool:
    """Whether the two count the same goods differently; options are counted apart."""
    for a in deal.goods:
        for b in draft.goods:
            if Counting.OPTION in (a.counting, b.counting):
                continue
            if (
                a.number
                and b.number
                and kin(a.weapon, b.weapon, families)
                and not alike(a.number.amount, b.number.amount)
            ):
                if any(
                    c.number and kin(c.weapon, b.weapon, families) and alike(c.number.amount, b.number.amount)
                    for c in deal.goods
                ):
                    continue
                return True
    return False


def _shares_number(one: Draft, other: Draft, families: Mapping[str, str]) -> bool:
    for a in one.goods:
        for b in other.goods:
            if a.number and b.number and alike(a.number.amount, b.number.amount):
                if a.weapon is None or b.weapon is None or kin(a.weapon, b.weapon, families):
                    return True
    if _parts_of(one, other, families):
        return True
    for x, y in ((one, other), (other, one)):
        if x.total is not None and _sums_to(
            [g for g in y.goods if any(kin(g.weapon, w, families) for w in x.weapons)], x.total
        ):
            return True
    return False


def _parts_of(deal: Draft, draft: Draft, families: Mapping[str, str]) -> bool:
    """Whether variants that the draft counts make up the one number that the deal has: 12 FA-50GF and 36 FA-50PL of 48 FA-50."""
    if len(deal.goods) != 1 or len(draft.goods) < 2:
        return False
    whole = deal.goods[0]
    if (
        whole.number is None
        or whole.weapon is None
        or any(kin(g.weapon, whole.weapon, families) < 1 for g in draft.goods)
    ):
        return False
    return _sums_to(draft.goods, whole.number)


def _sums_to(goods: Iterable[Good], total: ValueMention) -> bool:
    lows = [g.number.amount.low for g in goods if g.number is not None]
    return bool(lows) and None not in lows and sum(x for x in lows if x is not None) == total.amount.low


def _shares_day(one: Draft, other: Draft, families: Mapping[str, str]) -> bool:
    """Whether both are of one day, and of goods that may be the same."""
    days = {d for d in one.signed_dates() if len(d) == 10} & set(other.signed_dates())
    return bool(days) and any(kin(a, b, families) for a in one.weapons for b in other.weapons)


# ---- one deal or two


def likeness(deal: Draft, draft: Draft, families: Mapping[str, str], *, focus: bool) -> int:
    """How sure it is that a draft speaks of a deal: 0 not at all, from 1 upwards the surer the higher."""
    if deal.line.story != draft.line.story:
        return 0
    if (
        deal.line.kind is draft.line.kind is BlockKind.TABLE
        and deal.line.block == draft.line.block
        and deal.line.start != draft.line.start
    ):
        # each row of a table is a deal of its own
        return 0
    if draft.line.kind is BlockKind.TABLE and deal.line.kind in TITLES and deal.recipient is None and not deal.counted:
        # "Exports of small arms" heads the rows, and is no deal
        return 0
    if deal.recipient and draft.recipient and deal.recipient.key != draft.recipient.key:
        return 0
    guessed = draft.definite and focus and draft.supplier is not None and draft.supplier.kind is EvidenceKind.IMPLIED
    if deal.supplier and draft.supplier and deal.supplier.key != draft.supplier.key and not guessed:
        return 0
    says_how = draft.definite and focus and not draft.goods  # "They were donated by Japan"
    if (deal.kind is TransferKind.DONATION) != (draft.kind is TransferKind.DONATION) and not (draft.weak or says_how):
        return 0
    if TransferKind.LEASE in (deal.kind, draft.kind) and deal.kind is not draft.kind and draft.counted:
        # "has leased Gripens since 2006. Last February it agreed to buy four more"
        return 0
    if deal.ordinal and draft.ordinal and deal.ordinal != draft.ordinal:
        return 0
    if of_other_firms(deal, draft, families):
        return 0
    if draft.ordinal == EARLIER and not _shares_day(deal, draft, families):
        # "a follow-up to an earlier order for six jets, signed in 2008"
        return 0
    if (deal.additional and draft.ordinal == "1") or (draft.additional and deal.ordinal == "1"):
        return 0
    partial = _is_part(deal, draft, families)
    if not partial and not _parts_of(deal, draft, families) and _clash(deal, draft, families):
        return 0
    if prices_clash(deal, draft) or was_over(deal, draft) or comes_before(deal, draft):
        return 0
    shares = _shares_number(deal, draft, families) or shares_money(deal, draft) or _shares_day(deal, draft, families)
    if _dates_clash(deal, draft, shares=shares):
        return 0
    if not _stages_fit(deal, draft, shares=shares, focus=focus) and not (
        focus and _says_how_many(deal, draft, families)
    ):
        return 0
    open_ = draft.stage in (Stage.NEGOTIATING, Stage.CONSIDERED, Stage.PLANNED) and deal.stage in CONTRACT
    again = draft.ordinal is not None and draft.ordinal == deal.ordinal
    if draft.additional and not deal.additional and not again and deal.counted and (not shares or open_):
        if not (draft.definite and _parts_of(deal, draft, families)):
            return 0
    if draft.additional and not (deal.additional or draft.definite or again) and is_done(deal, draft):
        # "has delivered the last of 12. The air force ordered another 12 this month"
        return 0
    near = max((kin(a, b, families) for a in deal.weapons for b in draft.weapons), default=0)
    if not near and deal.line.kind in TITLES and not deal.counted and all(w.form == "class" for w in deal.weapons):
        near = 1
    if names_it(deal, draft):
        return 4
    if counts_them(deal, draft) and near:
        return _SURE
    if near == 1 and not shares and _is_other_class(deal, draft):
        return 0
    came = deal.stage is Stage.PLANNED and draft.stage in (Stage.DONATED, Stage.DELIVERED)
    if near <= 1 and not shares and came and deal.line is draft.line:
        # "will gift 20 drones, following the hand-over of six Bushmasters"
        return 0
    if shares:
        return 6 + near + focus
    if not draft.goods:
        if focus:
            return 4 if draft.definite or draft.weak or draft.ordinal else 0
        return 1 if draft.ordinal and draft.ordinal == deal.ordinal else 0
    if not near and deal.weapons and draft.weapons:
        near_by = draft.counted or draft.line.block == deal.line.block
        own = deal.recipient is not None and draft.recipient is not None and deal.recipient.key == draft.recipient.key
        if draft.definite and focus and near_by and (not draft.stated_recipient or own or draft.line is deal.line):
            # "signed for eight launchers; the deal also takes in missiles"
            return 3
        return 1 if _same_breath(deal, draft) else 0
    if draft.definite and focus:
        return 5
    if near == 1 and deal.line.kind not in TITLES and any(w.form == "class" for w in deal.weapons) and not draft.weak:
        # "new air defence systems for 58 billion" are not the one that a later sentence names
        return 0
    if partial:
        return 2 + focus
    if deal.counted and draft.counted and not (draft.definite and focus) and not _fills(deal, draft, families):
        return 0
    return (2 if near >= 2 else 1) + focus


_SURE = 12
"""More than what any other deal that shares a number can have."""


def _is_other_class(deal: Draft, draft: Draft) -> bool:
    """Whether a counted class with a date or sum of its own is no more of the named goods: "six patrol ships in 2022"."""
    own = bool(draft.dates) and bool(draft.money) and not draft.definite and draft.counted
    named = all(w.form == "name" for w in deal.weapons) and deal.line.kind not in TITLES
    return own and named and all(w.form == "class" for w in draft.weapons)


def _fills(deal: Draft, draft: Draft, families: Mapping[str, str]) -> bool:
    """Whether the draft counts goods that the deal has without a number."""
    return any(
        a.number is None and b.number is not None and kin(a.weapon, b.weapon, families)
        for a in deal.goods
        for b in draft.goods
    ) and (deal.total is None or _sums_to(draft.goods, deal.total))


def _says_how_many(deal: Draft, draft: Draft, families: Mapping[str, str]) -> bool:
    """Whether what a firm will deliver is what the contract just told is for: "signed a contract for K9s. It will deliver 54"."""
    told = deal.stage is Stage.SIGNED and draft.stage is Stage.PLANNED and not draft.money and not draft.additional
    return told and deal.line.kind not in TITLES and _fills(deal, draft, families)


def _is_part(deal: Draft, draft: Draft, families: Mapping[str, str]) -> bool:
    """Whether the draft tells of the delivery of some of a deal's goods."""
    to_come = draft.stage is Stage.PLANNED and (draft.weak or draft.performs)
    bound = deal.stage in CONTRACT or (to_come and deal.stage in (Stage.PLANNED, Stage.SELECTED) and not deal.weak)
    if not (draft.stage is Stage.DELIVERED or to_come) or not bound or not draft.goods:
        return False
    for b in draft.goods:
        near = [a for a in deal.goods if kin(a.weapon, b.weapon, families)]
        if not near or all(a.number is None and a.weapon is not None and a.weapon.form == "class" for a in near):
            # "the sale of tanks: deliveries included 98 K2s" says how many for the first time
            return False
        if deal.stage is Stage.SELECTED and b.number and all(a.number is None for a in near):
            # "plumped for the Super Tucano and will take twelve"
            return False
        if draft.performs and not (b.number and any(a.number for a in near)):
            return False
        for a in near:
            if a.number and b.number and a.number.amount.low is not None and b.number.amount.low is not None:
                if b.number.amount.low > a.number.amount.low:
                    return False
    return True


def _same_breath(deal: Draft, draft: Draft) -> bool:
    """Goods of another sort in the very next sentence, of a deal that the words come back to."""
    return draft.definite and draft.line.block == deal.line.block and draft.recipient is None


def _dates_clash(deal: Draft, draft: Draft, *, shares: bool) -> bool:
    """Whether the two have contracts, or plans, of different dates."""
    return any(_differ(deal, draft, shares=shares, contract=contract) for contract in (True, False))


def _differ(deal: Draft, draft: Draft, *, shares: bool, contract: bool) -> bool:
    for a in deal.signed_dates(contract=contract):
        for b in draft.signed_dates(contract=contract):
            if "/" in a + b:
                years = {e[:4] for e in a.split("/") if e}, {e[:4] for e in b.split("/") if e}
                if shares or ".." in a + b or years[0] & years[1]:
                    continue
                return True
            if not (a.startswith(b) or b.startswith(a)):
                # an announcement and the signature may lie some days apart
                if shares and a[:4] == b[:4]:
                    continue
                return True
    return False


def _stages_fit(deal: Draft, draft: Draft, *, shares: bool, focus: bool) -> bool:
    """A plan and a contract are two things unless they share a number; a contract and its delivery are one."""
    stages = (deal.stage, draft.stage)
    if Stage.FRAMEWORK in stages and stages[0] is not stages[1]:
        loose = draft.stage is not Stage.SIGNED or draft.implied_stage
        return (draft.definite and focus and loose) or (shares and deal.line.kind in TITLES)
    if Stage.CANCELLED in stages and stages[0] is not stages[1]:
        return shares or (draft.definite and focus)
    if (deal.stage in CONTRACT) == (draft.stage in CONTRACT) or draft.implied_stage or deal.implied_stage:
        return True
    if shares or (draft.definite and focus) or draft.weak or (draft.performs and focus and not draft.additional):
        return True
    near = draft.line is deal.line or draft.line.block - deal.line.block <= focus
    chosen = deal.stage is Stage.SELECTED and not deal.counted and not draft.additional
    if chosen and draft.stage is Stage.SIGNED and near:
        # "chose the K9 over the PzH 2000, ordering 54", "... A first lot was contracted in August"
        return True
    return deal.line.kind in TITLES and not deal.counted


# ---- what a deal takes from a further sentence


def absorb(deal: Draft, draft: Draft, families: Mapping[str, str]) -> None:
    """Add what a draft says to the deal that it speaks of."""
    if _is_part(deal, draft, families) and not _same_numbers(deal, draft, families):
        _add_deliveries(deal, draft)
        _add_details(deal, draft)
        return
    if deal.line.kind in TITLES and not deal.counted and any(w.form == "name" for w in draft.weapons):
        # "wins missile deal": the text below says which
        deal.goods = [g for g in deal.goods if g.weapon is not None and g.weapon.form == "name"]
        deal.dates = [] if draft.dates else deal.dates
    if names_it(deal, draft):
        deal.goods = []
    titled = deal.line.kind in TITLES and not deal.counted and draft.line.kind is BlockKind.TABLE
    if titled or (draft.weight > deal.weight and draft.line.section == deal.line.section):
        deal.line, deal.start, deal.end = draft.line, draft.start, draft.end
    if draft.recipient and (deal.recipient is None or (draft.stated_recipient and not deal.stated_recipient)):
        deal.recipient, deal.stated_recipient = draft.recipient, draft.stated_recipient
    if draft.supplier and (
        deal.supplier is None
        or (deal.supplier.kind is EvidenceKind.CATALOGUE and draft.supplier.kind is not EvidenceKind.IMPLIED)
    ):
        deal.supplier = draft.supplier
    deal.end_user = deal.end_user or draft.end_user
    deal.ordinal = deal.ordinal or draft.ordinal
    if _parts_of(deal, draft, families):
        deal.goods = []
    for good in draft.goods:
        add_good(deal, good, families)
    if draft.total is not None and deal.total is None and not any(g.number for g in deal.goods):
        deal.total = draft.total
    _raise_stage(deal, draft, families)
    if draft.kind is TransferKind.DONATION and deal.kind is TransferKind.SALE and not draft.goods:
        deal.kind, deal.stage = draft.kind, draft.stage if deal.stage in CONTRACT else deal.stage
    _add_details(deal, draft)


def _same_numbers(deal: Draft, draft: Draft, families: Mapping[str, str]) -> bool:
    return all(
        any(
            kin(a.weapon, b.weapon, families)
            and (b.number is None or (a.number and alike(a.number.amount, b.number.amount)))
            for a in deal.goods
        )
        for b in draft.goods
    ) and any(b.number for b in draft.goods)


def _add_deliveries(deal: Draft, draft: Draft) -> None:
    date = next((d.mention for d in draft.dates), None)
    for good in draft.goods:
        deal.deliveries.append(
            Drop(weapon=good.weapon, number=good.number, date=date, done=draft.stage is Stage.DELIVERED)
        )
    draft.dates = []


def _add_details(deal: Draft, draft: Draft) -> None:
    deal.companies.extend(c for c in draft.companies if c.key not in {k.key for k in deal.companies})
    known = {money_key(m) for m in deal.money}
    deal.money.extend(m for m in draft.money if money_key(m) not in known)
    titled = {money_key(m) for m in deal.title_money}
    deal.title_money.extend(m for m in draft.title_money if money_key(m) not in titled)
    for dated in draft.dates:
        if dated.stage is not Stage.CONSIDERED or deal.stage not in CONTRACT:
            # "the guns would also be built in Poland from 2026" is no date of a contract or delivery
            _add_date(deal, dated, draft)
    deal.deliveries.extend(draft.deliveries)
    for term, token in draft.terms.items():
        deal.terms.setdefault(term, token)
    deal.open_list = deal.open_list or draft.open_list
    deal.replaces.extend(w for w in draft.replaces if w.key not in {k.key for k in deal.replaces})
    deal.competitors.extend(c for c in draft.competitors if c.key not in {k.key for k in deal.competitors})
    deal.executive = deal.executive or draft.executive
    deal.framework = deal.framework or draft.framework
    if deal.covers is None:
        deal.covers = draft.covers


def _add_date(deal: Draft, dated: Dated, draft: Draft) -> None:
    """A first date for a stage; a finer one takes the place of a coarser one ("in 2018", "in June 2018")."""
    new = dated.mention.period.edtf or ""
    for position, known in enumerate(deal.dates):
        old = known.mention.period.edtf or ""
        if known.stage is dated.stage or {known.stage, dated.stage} <= CONTRACT | {Stage.SELECTED}:
            if _finer(new, old) or (known.told and not dated.told):
                deal.dates[position] = dated
            elif (
                draft.line.kind not in TITLES
                and known.mention.start < dated.mention.start
                and known.stage is not dated.stage
            ):
                if not any(d.stage is dated.stage for d in deal.dates):
                    deal.dates.append(dated)
            return
    deal.dates.append(dated)


def _finer(new: str, old: str) -> bool:
    """Whether a date says more exactly what another says."""
    if "/" in new or not new:
        return False
    if "/" in old:
        low, _, high = old.partition("/")
        return len(new) >= len(low) > 0 and ".." not in old and low <= new <= high + "~"
    return new.startswith(old) and len(new) > len(old)


def _raise_stage(deal: Draft, draft: Draft, families: Mapping[str, str]) -> None:
    if draft.implied_stage:
        return
    if deal.implied_stage:
        deal.stage, deal.modality, deal.kind, deal.implied_stage = draft.stage, draft.modality, draft.kind, False
    elif deal.stage not in CONTRACT and draft.stage in CONTRACT:
        if not (draft.weak and draft.stage is Stage.DELIVERED):
            deal.stage, deal.modality, deal.kind = draft.stage, draft.modality, draft.kind
    elif (deal.stage is Stage.SIGNED and draft.stage is Stage.DELIVERED and _same_numbers(deal, draft, families)) or (
        deal.stage is Stage.DELIVERED and draft.stage is Stage.SIGNED and deal.line.kind in TITLES and deal is not draft
    ):
        deal.stage = Stage.DELIVERED
    elif draft.stage in (Stage.CANCELLED, Stage.SUSPENDED) and deal.stage is not draft.stage:
        deal.stage = draft.stage
    elif _RANK.get(draft.stage, 0) > _RANK.get(deal.stage, 9):
        deal.stage, deal.modality = draft.stage, draft.modality


_RANK = {Stage.CONSIDERED: 1, Stage.PLANNED: 2, Stage.SELECTED: 3, Stage.NEGOTIATING: 4}
"""The stages before a contract in their order."""


def add_good(deal: Draft, good: Good, families: Mapping[str, str]) -> None:
    """Add goods to a deal, or what they add to goods that it has: a number, a designation."""
    best, near = None, 0
    for position, known in enumerate(deal.goods):
        k = kin(known.weapon, good.weapon, families)
        if known.number and good.number and not alike(known.number.amount, good.number.amount):
            if k == 3 and (known.of_total or good.of_total):
                return
            continue
        if known.number and good.number and (known.weapon is None or good.weapon is None):
            k = max(k, 2) if None in (known.noun, good.noun) or known.noun == good.noun else k
        if good.weapon is None and good.noun is not None and known.weapon is not None and known.number is None:
            # "light combat jets", then "between 10 and 14 jets"
            k = max(k, int(is_a(known.weapon, good.noun)))
        if k > near:
            best, near = position, k
    if best is None:
        if good.weapon is None and good.number is None:
            return
        if good.weapon is not None and good.number is None and any(kin(w, good.weapon, families) for w in deal.weapons):
            return
        deal.goods.append(good)
        return
    known = deal.goods[best]
    merged = known
    if Counting.OPTION in (known.counting, good.counting) and known.counting is not good.counting:
        if good.counting is Counting.OPTION:
            deal.goods.append(good)
        return
    if known.number is None and good.number is not None:
        merged = evolve(good, weapon=finer(known.weapon, good.weapon, families), counting=good.counting)
    elif good.weapon is not None and finer(known.weapon, good.weapon, families) is not known.weapon:
        merged = evolve(known, weapon=good.weapon)
    deal.goods[best] = merged


def finer(one: WeaponMention | None, other: WeaponMention | None, families: Mapping[str, str]) -> WeaponMention | None:
    """Of two names for the same goods the one that says more: a variant before its family, a name before a class."""
    if one is None or other is None:
        return one or other
    if one.form == "class" and other.form == "name":
        return other
    if one.form == other.form and families.get(other.key) == one.key and other.key != one.key:
        return other
    return one
