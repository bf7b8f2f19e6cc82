"""What givers do about the gap that a gift leaves: they buy anew, are given others, or hand on what new goods replace."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.deals import Draft, Side
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.wars import AIDED
from kordef.mentions.model import ActorMention, WeaponMention
from kordef.vocabulary import EvidenceKind, TransferKind

__all__ = ["buys_anew", "gives_up", "refilled", "retiring"]

_REFILLS = frozenset("replacement replacements backfill backfills gap gaps void stead compensation return".split())


def refilled(scene: Scene, draft: Draft) -> Side | None:
    """The giver that buys for what it gave away: "gave its CAESARs to Ukraine. The ATMOS was bought as a replacement"."""
    line = draft.line
    if _REFILLS.isdisjoint(line.texts) or any(
        isinstance(m := line.tokens[at].mention, ActorMention) and m.key in AIDED for at in line.actors
    ):
        return None
    if draft.kind is TransferKind.DONATION and (
        draft.supplier is None or draft.supplier.kind is not EvidenceKind.STATED
    ):
        return None
    gift = next((d for d in reversed(scene.deals) if d.line.block == line.block and d.line.story == line.story), None)
    if gift is None or gift.kind is not TransferKind.DONATION or gift.supplier is None:
        return None
    if draft.supplier is not None and draft.supplier.key == gift.supplier.key:
        return None
    return gift.supplier.implied().without_firm()


def buys_anew(scene: Scene, draft: Draft, chain: Chain) -> Side | None:
    """The giver that orders goods right behind a gift, where nobody is named: "gave eight guns; 48 new ones were ordered"."""
    gift, core, tokens = scene.focus, chain.core, draft.line.tokens
    if core.noun or core.frame.id != "buy" or gift is None or draft.kind is TransferKind.DONATION:
        return None
    if (
        gift.kind is not TransferKind.DONATION
        or gift.supplier is None
        or draft.line.block - gift.line.block not in (0, 1)
    ):
        return None
    subject = "it" in [t.text for t in tokens[max(0, core.group.start - 2) : core.group.start]]
    pairs = pairwise(tokens[core.end : chain.reach + 1])
    # "ordered for the navy", but "ordered for some SEK 5.1 billion"
    others = any(a.text == "by" or (a.text == "for" and b.kind != "value") for a, b in pairs)
    if not (core.group.passive or core.reduced or subject) or others:
        return None
    named = (tokens[at].mention for at in draft.line.actors if tokens[at].start > draft.start)
    if any(isinstance(m, ActorMention) and m.key in AIDED for m in named):
        return None
    return gift.supplier.implied().without_firm()


def retiring(scene: Scene, draft: Draft, gone: Sequence[WeaponMention]) -> Side | None:
    """The buyer that gave away what it replaces: "The K9s replace towed guns, some of which have been handed to Ukraine"."""
    buyer = scene.focus.recipient if scene.focus is not None else scene.topic(draft.line)
    if buyer is None or draft.kind is not TransferKind.DONATION or draft.supplier is not None:
        return None
    if not gives_up(draft, gone) or buyer.witness.story != draft.line.story:
        return None
    taken = draft.recipient is not None and draft.recipient.key == buyer.key
    return None if taken else buyer.implied().without_firm()


def gives_up(draft: Draft, gone: Sequence[WeaponMention]) -> bool:
    """Whether a deal hands on what others replace, so that the text does not go on about it."""
    return not {w.start for w in gone}.isdisjoint(w.start for w in draft.weapons)
