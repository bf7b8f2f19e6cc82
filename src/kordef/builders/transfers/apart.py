"""What shows that two sentences tell of two deals: other sums, goods that came before, a first contract of its own."""

from __future__ import annotations

from collections.abc import Mapping

from kordef.builders.transfers.deals import CONTRACT, TITLES, Draft, kin, money_key
from kordef.vocabulary import Stage

__all__ = ["comes_before", "is_done", "of_other_firms", "prices_clash", "shares_money", "was_over"]


def shares_money(one: Draft, other: Draft) -> bool:
    mine = {money_key(m) for m in (*one.money, *one.title_money)}
    return any(money_key(m) in mine for m in (*other.money, *other.title_money))


def prices_clash(deal: Draft, draft: Draft) -> bool:
    """Whether the two cost different sums of one currency, and the draft has a date and does not come back to a deal."""
    if draft.definite or not draft.dates or not draft.money or not deal.money:
        return False
    pairs = [(a.amount.low, b.amount.low) for a in deal.money for b in draft.money if a.unit == b.unit]
    return bool(pairs) and all(a and b and abs(a - b) > max(a, b) / 4 for a, b in pairs)


def was_over(deal: Draft, draft: Draft) -> bool:
    """Whether goods had come before the other contract was made: "signed in June, years after the last came in 2017"."""
    if draft.stage is not Stage.DELIVERED or not deal.counted:
        return False
    if draft.weak or not draft.counted:
        return False
    came = [d.mention.period.latest for d in draft.dates if d.stage is Stage.DELIVERED]
    made = [d.mention.period.earliest for d in deal.dates if d.stage is Stage.SIGNED and not d.told]
    return any(a is not None and b is not None and a < b for a in came for b in made)


def comes_before(deal: Draft, draft: Draft) -> bool:
    """Whether a first contract that has a date is another than the one to come that was told before it."""
    if deal.line.kind in TITLES:
        return False
    to_come = deal.stage in (Stage.PLANNED, Stage.NEGOTIATING, Stage.CONSIDERED)
    # "will get 100 in an $850 million deal. It bought a first batch of 100 in 2017"
    new = deal.stage is Stage.SIGNED and deal.counted and deal.ordinal is None and bool(deal.money or deal.additional)
    undated = new and not draft.definite and not deal.signed_dates()
    first = draft.ordinal == "1" or (deal.additional and draft.are_first)
    return first and (to_come or undated) and draft.stage in CONTRACT and bool(draft.signed_dates())


def is_done(deal: Draft, draft: Draft) -> bool:
    """Whether all goods of a deal have come, and the draft is a contract with a day or a price of its own."""
    own = draft.stage is Stage.SIGNED and bool(draft.dates or draft.money)
    return deal.stage is Stage.DELIVERED and deal.counted and deal.line.kind not in TITLES and own


def of_other_firms(deal: Draft, draft: Draft, families: Mapping[str, str]) -> bool:
    """Whether other firms sell other goods, both counted: "KAI sold 48 jets. Two firms have signed the contracts for tanks"."""
    sellers = {a.key for a in deal.companies}, {a.key for a in draft.companies}
    if not (all(sellers) and sellers[0].isdisjoint(sellers[1]) and deal.counted and draft.counted):
        return False
    return not any(kin(a, b, families) for a in deal.weapons for b in draft.weapons)
