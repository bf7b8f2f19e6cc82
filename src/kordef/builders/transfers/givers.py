"""Who gives what a text counts on behind a gift: "Norway gave Ukraine 22 howitzers. Six F-16s will follow".

Without a giver the country that makes the goods is all there is to go by, and that is seldom who gives them away. And what one
state gives another "in exchange" for such a gift goes to the giver.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from kordef.builders.grammar.tokens import Line
from kordef.builders.transfers.deals import Draft, Side
from kordef.builders.transfers.wars import AIDED
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention
from kordef.vocabulary import EvidenceKind, Stage, TransferKind

__all__ = [
    "forget_maker",
    "given_by_donor",
    "giver_told_before",
    "is_sellers",
    "is_swap",
    "seller_told_before",
    "turn_owner",
    "turn_parties",
]

_OTHERS = frozenset(
    (
        "ordered orders order bought buys buy purchased purchase contract contracts signed sold sale received receives procured "
        "acquired acquire seller manufacturer built made delivery"
    ).split()
)
"""Words of sentences that go on about something else than a gift."""
_EXCHANGE = frozenset("exchange return replacement replacements backfill backfilling compensation".split())


def given_by_donor(donor: Side | None, draft: Draft) -> None:
    """A gift under the heading of a donor is theirs, whoever made it: "Spain (17 Jan.)", and below it "ten tanks were given"."""
    if donor is None or draft.kind is not TransferKind.DONATION or draft.recipient is None:
        return
    unknown = draft.supplier is None or draft.supplier.kind is EvidenceKind.CATALOGUE
    if unknown and draft.recipient.key in AIDED and draft.recipient.key != donor.key:
        draft.supplier, draft.companies = donor.implied(), []


def turn_parties(draft: Draft, told: Sequence[Draft]) -> None:
    """Who sells to another in the deal told last does so where goods leave it open: "a contract for three ships"."""
    if draft.kind is TransferKind.DONATION or draft.companies or any(w.form == "name" for w in draft.weapons):
        # "26,000 shells from Poongsan": the firm says who sells
        return
    last = next((d for d in reversed(told) if d.line.story == draft.line.story and d.supplier is not None), None)
    if last is None or last.supplier is None or last.recipient is None or last.kind is TransferKind.DONATION:
        return
    if draft.supplier is None or draft.recipient is None or draft.line.block - last.line.block > _NEAR:
        return
    if (draft.supplier.key, draft.recipient.key) == (last.recipient.key, last.supplier.key):
        draft.supplier, draft.recipient = draft.recipient, draft.supplier.without_firm()


def seller_told_before(draft: Draft, focus: Draft | None) -> None:
    """Who sells used arms is who was told to, and not their maker: "The purchase of the aircraft, made in America, ..."."""
    if focus is None or draft.supplier is None or draft.supplier.kind is not EvidenceKind.CATALOGUE:
        return
    if draft.counted and not (draft.definite or draft.weak or draft.partial):
        return
    if draft.supplier.company is not None or focus.supplier is None or focus.supplier.kind is not EvidenceKind.STATED:
        return
    if focus.recipient is None or (draft.recipient is not None and draft.recipient.key != focus.recipient.key):
        return
    near = draft.line.story == focus.line.story and draft.line.block - focus.line.block <= _NEAR
    if near and focus.kind is draft.kind and {w.key for w in draft.weapons} & {w.key for w in focus.weapons}:
        draft.supplier = focus.supplier.implied()


_NEAR = 2
"""How many blocks behind a deal another of the same parties may be told."""


def is_sellers(draft: Draft, told: Sequence[Draft]) -> bool:
    """Whether plain goods are said to go to who sells here: "the Danish ministry valued the deal, which includes parts"."""
    if draft.supplier is not None or draft.recipient is None or draft.counted:
        return False
    if any(w.form == "name" for w in draft.weapons):
        return False
    return any(
        d.line.story == draft.line.story and d.supplier is not None and d.supplier.key == draft.recipient.key
        for d in told
    )


def forget_maker(deal: Draft) -> None:
    """Nobody is known to give arms away only because they are made in his country: "14 Leopard 2 tanks were delivered"."""
    if (
        deal.kind is TransferKind.DONATION
        and deal.supplier is not None
        and deal.supplier.kind is EvidenceKind.CATALOGUE
    ):
        if deal.supplier.company is None and deal.recipient is not None and deal.recipient.key in AIDED:
            deal.supplier = None


def giver_told_before(draft: Draft, line: Line, told: Sequence[Draft]) -> None:
    """Put the giver of the gift told right before in the place of a supplier that only the make of the goods tells."""
    last = next((deal for deal in reversed(told) if deal is not draft and _goes_on(line, deal)), None)
    if last is None or last.supplier is None or last.recipient is None:
        return
    if (
        draft.supplier is None
        or draft.supplier.kind is not EvidenceKind.CATALOGUE
        or draft.recipient is None
        or draft.money
    ):
        return
    if draft.recipient.key != last.recipient.key:
        return
    if draft.stage not in (Stage.DONATED, Stage.PLANNED) or not _OTHERS.isdisjoint(line.texts):
        return
    if any(key not in AIDED | {last.supplier.key} for key in _states(line)):
        return
    draft.supplier = last.supplier.implied()


def _goes_on(line: Line, last: Draft) -> bool:
    """Whether a deal told before is a gift, with a giver that the text names, in the same paragraph or an item before."""
    if last.kind is not TransferKind.DONATION or last.supplier is None or last.recipient is None:
        return False
    if last.supplier.kind is EvidenceKind.CATALOGUE or last.recipient.key not in AIDED or last.line.story != line.story:
        return False
    return line.block == last.line.block or (
        line.kind is BlockKind.LIST_ITEM and last.line.kind is BlockKind.LIST_ITEM and line.block - last.line.block <= 3
    )


def _states(line: Line) -> list[str]:
    return [m.key for at in line.actors if isinstance(m := line.tokens[at].mention, ActorMention)]


def is_swap(draft: Draft, line: Line, told: Sequence[Draft]) -> Side | None:
    """Who gets what another gives in exchange for a gift: "Athens shipped 40 BMP-1 after Berlin gave Marders in return"."""
    if draft.kind is not TransferKind.DONATION or draft.supplier is None or draft.recipient is None:
        return None
    if _EXCHANGE.isdisjoint(line.texts) or not any(t.start >= draft.start and t.text in _EXCHANGE for t in line.tokens):
        return None
    for deal in reversed(told):
        if (
            deal.line is line
            and deal.kind is TransferKind.DONATION
            and deal.supplier is not None
            and deal.recipient is not None
            and deal.recipient.key == draft.recipient.key
            and deal.supplier.key != draft.supplier.key
            and deal.start < draft.start
            and not any(t.text in _EXCHANGE and deal.start <= t.start < draft.start for t in line.tokens)
        ):
            return deal.supplier
    return None


def turn_owner(draft: Draft, line: Line) -> None:
    """Who owns goods gives them where they go to a state at war: "the last 20 Leopard 1A5 of Denmark went to Ukraine"."""
    owner, tokens = draft.recipient, line.tokens
    if (
        owner is None
        or owner.key in AIDED
        or draft.supplier is None
        or draft.supplier.kind is not EvidenceKind.CATALOGUE
    ):
        return
    at = next((n for n in line.actors if tokens[n].mention is owner.witness), 0)
    if not at or tokens[at - 1].text != "of":
        return
    for n in line.actors:
        actor = tokens[n].mention
        if n > at and isinstance(actor, ActorMention) and actor.key in AIDED and tokens[n - 1].text in ("to", "for"):
            draft.supplier = evolve(owner, kind=EvidenceKind.STATED)
            draft.recipient, draft.kind = Side(key=actor.key, witness=actor), TransferKind.DONATION
            if draft.stage in (Stage.DELIVERED, Stage.SIGNED):
                draft.stage = Stage.DONATED
            return
