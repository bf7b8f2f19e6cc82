"""One deal that a sentence tells twice: first for some class of goods, then by their name."""

from __future__ import annotations

from kordef.builders.transfers.deals import CONTRACT, Draft
from kordef.vocabulary import Stage

__all__ = ["counts_them", "names_it"]


def names_it(deal: Draft, draft: Draft) -> bool:
    """Whether a sentence that tells of a deal for some class goes on to name the choice: "..., preferring the K9 over"."""
    if deal.line is not draft.line or deal.counted:
        return False
    if _says_by_what(deal, draft):
        return True
    if draft.stage is not Stage.SELECTED or draft.counted:
        return False
    if not deal.money and deal.stage not in CONTRACT | {Stage.SELECTED}:
        return False
    sides = [(d.supplier and d.supplier.key, d.recipient and d.recipient.key) for d in (deal, draft)]
    alike = sides[0][1] == sides[1][1] and (sides[0][0] is None or sides[0][0] == sides[1][0])
    return alike and _is_class(deal) and bool(draft.weapons) and not _is_class(draft)


def _says_by_what(deal: Draft, draft: Draft) -> bool:
    """Whether a participle says what the deal is that a sentence begins with: "won another order, securing a deal for 24 K9s"."""
    if deal.money or not deal.stage is draft.stage is Stage.SIGNED or not draft.counted or not _is_class(deal):
        return False
    return _goes_on(deal, draft)


def counts_them(deal: Draft, draft: Draft) -> bool:
    """Whether a participle counts the goods that a sentence began with: "first bought FA-50s in 2014, ordering 12 aircraft"."""
    bound = deal.stage in CONTRACT and draft.stage in CONTRACT
    return deal.line is draft.line and bound and draft.counted and not deal.counted and _goes_on(deal, draft)


def _goes_on(deal: Draft, draft: Draft) -> bool:
    """Whether what a draft tells begins with a participle behind a comma, of the same buyer."""
    tokens = draft.line.tokens
    at = next((n for n, t in enumerate(tokens) if t.start == draft.start), 0)
    parties = deal.recipient is not None and draft.recipient is not None and deal.recipient.key == draft.recipient.key
    return parties and at > 1 and tokens[at].text in _SECURING and tokens[at - 1].text == ","


_SECURING = frozenset(
    "securing signing clinching sealing inking winning landing concluding bagging ordering buying purchasing".split()
)


def _is_class(deal: Draft) -> bool:
    return bool(deal.weapons) and all(w.form == "class" for w in deal.weapons)
