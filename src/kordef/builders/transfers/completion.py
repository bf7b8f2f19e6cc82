"""Drafts that want a side filled in: what the sentence leaves out, and whether a deal between two states is left."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.goods import class_head
from kordef.builders.grammar.tokens import Token
from kordef.builders.transfers.buyers import taker_in_relative
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.context import complete, served_by, stays_at_home
from kordef.builders.transfers.deals import Draft, Side
from kordef.builders.transfers.end_users import sends
from kordef.builders.transfers.facilities import paid_by_union
from kordef.builders.transfers.handing_on import aided_in_title
from kordef.builders.transfers.interviews import addressed, bought_it, speaking
from kordef.builders.transfers.refills import buys_anew
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.seating import FUNDING
from kordef.builders.transfers.wars import AIDED, HOSTILE
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind, EvidenceKind, Stage, TransferKind

__all__ = ["completed", "is_gift"]


def completed(scene: Scene, draft: Draft, chain: Chain) -> bool:
    """Fill in what the sentence leaves out; whether a deal between two states is left."""
    if chain.core.frame.id == "attempt" and not draft.companies and not _names_weapon(draft):
        # a tender says who wants to buy, not from whom
        return False
    if draft.recipient is None and (buyer := bought_it(scene, draft.line, chain, draft.supplier)) is not None:
        draft.recipient, draft.stated_recipient = buyer, True
    if draft.recipient is None and (crew := served_by(scene, draft, chain)) is not None:
        draft.recipient, draft.stated_recipient = crew, True
    if draft.recipient is None and (taker := taker_in_relative(scene, draft)) is not None:
        draft.recipient, draft.stated_recipient = taker, True
    if _takes_by_nobody(chain) or _fits_out_itself(draft, chain):
        return False
    if chain.core.frame.settings.get("needs_recipient") and not _has_recipient(scene, draft, chain):
        return False
    if stays_at_home(scene, draft, chain):
        return False
    if sends(chain) and not draft.counted and draft.recipient is not None and draft.recipient.key not in AIDED:
        if not _is_left_there(draft):
            # a frigate "sent to Greenland" is under way, not given away
            return False
        # whether "missiles sent to Russia" were sold or given is not said
        draft.kind = TransferKind.SALE
        draft.stage = Stage.DELIVERED if draft.stage is Stage.DONATED else draft.stage
    elif sends(chain) and draft.supplier is None and draft.recipient is not None and draft.recipient.key not in AIDED:
        # "24 howitzers left the firm's works to be sent to Poland"
        firms = (m for t in draft.line.tokens[: chain.core.start] if isinstance(m := t.mention, ActorMention))
        if any(m.kind is ActorKind.COMPANY for m in firms):
            to_come = [t.text for t in draft.line.tokens[max(0, chain.core.start - 2) : chain.core.start]] == [
                "to",
                "be",
            ]
            draft.kind = TransferKind.SALE
            draft.stage = Stage.PLANNED if to_come else Stage.DELIVERED
            draft.performs = to_come
    if sends(chain) and any(t.text in _DUTIES for t in draft.line.tokens[chain.end : chain.reach + 4]):
        # "sent two Gripens to Lithuania for air policing"
        return False
    if draft.recipient is None and _is_under_way(chain):
        return False
    if draft.recipient is None and _joins_exercise(scene, draft, chain):
        return False
    if draft.recipient is None and (buyer := buys_anew(scene, draft, chain)) is not None:
        if draft.supplier is not None and draft.supplier.key == buyer.key:
            # "gave eight Archers to Ukraine; 48 new ones were ordered from BAE Systems Bofors": it buys at home
            return False
        draft.recipient, draft.stated_recipient = buyer, True
    _take_gift_before(scene, draft, chain)
    _put_owner(scene, draft)
    _follow_giver(scene, draft, chain)
    _take_first_person(scene, draft, chain)
    complete(scene, draft, chain)
    paid_by_union(scene, draft, chain)
    gives = is_gift(chain, draft.recipient, draft.supplier) or _goes_on_giving(scene, draft, chain)
    if draft.kind is TransferKind.SALE and gives:
        draft.kind = TransferKind.DONATION
        draft.stage = Stage.DONATED if draft.stage in (Stage.SIGNED, Stage.DELIVERED) else draft.stage
    return True


def _is_left_there(draft: Draft) -> bool:
    """Whether what is sent stays where it goes: shells, missiles and guns, not ships and aircraft on their way."""
    classes = [class_head(w.category or w.name) for w in draft.weapons]
    return bool(classes) and _LEFT_THERE.issuperset(classes)


_LEFT_THERE = frozenset(
    "missile rocket shell round ammunition munition drone howitzer mortar grenade rifle mine launcher".split()
)


def _is_under_way(chain: Chain) -> bool:
    """Whether arms are only said to have been moved: "15 tanks shipped from Edmonton are parked at the camp"."""
    core = chain.core
    shipped = core.reduced and core.frame.id == "deliver" and core.line.tokens[core.start].text == "shipped"
    return shipped and not core.places.get("to") and not _STANDS.isdisjoint(core.line.texts)


_STANDS = frozenset("parked stationed based deployed lined standing camped stored".split())


def _joins_exercise(scene: Scene, draft: Draft, chain: Chain) -> bool:
    """Whether arms are only what a state takes part in an exercise with: "Sweden offered two corvettes"."""
    seller = draft.supplier
    if chain.core.noun or chain.core.frame.id not in _LENDS or (seller is not None and seller.company is not None):
        return False
    line, last = draft.line, scene.last
    if not _EXERCISES.isdisjoint(line.texts):
        return True
    if _PARTS.isdisjoint(line.texts) or last is None or last.block != line.block:
        return False
    return not _EXERCISES.isdisjoint(last.texts)


_LENDS = frozenset(["offer", "give", "supply", "deliver"])
_EXERCISES = frozenset("edition exercise exercises drill drills manoeuvres maneuvers wargame wargames".split())
_PARTS = frozenset("contribution contributions contributed contributing part contingent contingents".split())


def _take_gift_before(scene: Scene, draft: Draft, chain: Chain) -> None:
    """Who gives what to whom, told right before what "the donation" consists of: "Russia donated arms to Kenya. It included"."""
    last, core, tokens = scene.last, chain.core, draft.line.tokens
    if draft.recipient is not None or last is None or core.frame.id != "donation" or not draft.counted:
        return
    if draft.line.story != last.story or not 0 <= draft.line.block - last.block <= 1 or tokens[0].text != "the":
        return
    if core.start > _OPENING or any(scene.side_at(tokens, at) is not None for at in draft.line.actors):
        return
    at = next((n for n in last.actors if n and _goal(last.tokens, n)), None)
    taker = scene.side_at(last.tokens, at) if at is not None else None
    givers = [s for n in last.actors if at is not None and n < at and (s := scene.side_at(last.tokens, n)) is not None]
    if taker is None or not givers or givers[0].company is not None or givers[0].key == taker.key:
        return
    draft.recipient, draft.stated_recipient = taker.without_firm().implied(), True
    draft.supplier, draft.companies = givers[0].implied(), []
    draft.kind, draft.stage = TransferKind.DONATION, Stage.DONATED if draft.stage is Stage.SIGNED else draft.stage


_OPENING = 3
"""Within so many words a sentence opens with "the military donation"."""


def _goal(tokens: Sequence[Token], at: int) -> bool:
    return "to" in (tokens[at - 1].text, tokens[at - 2].text if tokens[at - 1].text == "the" and at > 1 else "")


def _put_owner(scene: Scene, draft: Draft) -> None:
    """The state that used arms are said to come from sells them: "papers for 24 of them; all come second-hand from Denmark"."""
    tokens = draft.line.tokens
    if _USED.isdisjoint(draft.line.texts):
        return
    for at in range(1, len(tokens) - 1):
        if tokens[at].text != "from" or not any(t.text in _USED for t in tokens[max(0, at - 3) : at]):
            continue
        side = scene.side_at(tokens, at + 1) if at + 2 < len(tokens) else None
        if side is None or side.company is not None or not side.is_state:
            continue
        if draft.supplier is None or draft.supplier.kind is EvidenceKind.CATALOGUE:
            draft.supplier = side
        if draft.recipient is not None and draft.recipient.key == side.key and draft.supplier is side:
            draft.recipient, draft.stated_recipient = None, False
        return


_USED = frozenset("second-hand secondhand used surplus pre-owned".split())


def _takes_by_nobody(chain: Chain) -> bool:
    """Whether what "takes" arms is no buyer: "The gap would take two batteries to close"."""
    core = chain.core
    if core.frame.id != "take" or core.noun or core.group.passive or core.reduced:
        return False
    if core.line.tokens[core.group.start].text not in ("would", "could", "might"):
        return False
    words = {t.text for t in core.line.tokens[core.begin : core.group.start]}
    takers = (t.mention for t in core.places.get("subject", ()))
    return (
        bool(words)
        and words.isdisjoint(_SOMEBODY)
        and all(not isinstance(m, ActorMention) or m.as_place for m in takers)
    )


_SOMEBODY = frozenset(
    "it they he she we country army navy force forces ministry government cabinet guard fleet marines police who that which "
    "state buyer customer operator corps service services".split()
)


def _fits_out_itself(draft: Draft, chain: Chain) -> bool:
    """Whether a state equips what is its own: "the squadrons that Poland equips with the Naval Strike Missile"."""
    core = chain.core
    if core.frame.id != "supply" or core.noun or not core.line.tokens[core.start].text.startswith("equip"):
        return False
    giver = draft.supplier
    own = giver is not None and giver.company is None and giver.key not in draft.origins
    return draft.recipient is None and own


_DUTIES = frozenset(
    "policing exercise exercises drill drills patrol patrols mission deployment duty manoeuvres maneuvers overhaul trials".split()
)
"""What arms are sent somewhere for that come back."""


def _take_first_person(scene: Scene, draft: Draft, chain: Chain) -> None:
    """Give "we" and "you" the side that they stand for."""
    side = speaking(scene, draft.line, chain)
    role = chain.core.frame.roles.get("subject")
    if side is not None and role == "supplier" and draft.supplier is None:
        draft.supplier = side
        draft.companies = [side.company] if side.company is not None else draft.companies
    elif side is not None and side.company is None and role != "supplier" and draft.recipient is None:
        draft.recipient, draft.stated_recipient = side, True
    elif side is None and draft.recipient is None and (own := addressed(scene, draft.line, chain)) is not None:
        if own.key not in draft.origins and (draft.supplier is None or own.key != draft.supplier.key):
            draft.recipient = own
            draft.stated_recipient = chain.core.frame.id in ("give", "lease-noun", "buy")


def _follow_giver(scene: Scene, draft: Draft, chain: Chain) -> None:
    """ "Denmark's 19 guns are to follow", behind gifts: another gift to the same state."""
    spoken = scene.focus
    if chain.core.frame.id != "follow" or spoken is None or spoken.kind is not TransferKind.DONATION:
        return
    if spoken.line.block != draft.line.block or draft.recipient is None or spoken.recipient is None:
        return
    if draft.recipient.key != spoken.recipient.key:
        draft.supplier, draft.recipient = draft.recipient, spoken.recipient.implied()
        draft.kind, draft.stated_recipient, draft.companies = TransferKind.DONATION, True, []
        draft.stage = Stage.DONATED if draft.stage is Stage.SIGNED else draft.stage


def _names_weapon(draft: Draft) -> bool:
    """Whether the sentence itself names one of the weapons."""
    low, high = draft.line.start, draft.line.end
    return any(low <= w.start < high and w.form == "name" for w in draft.weapons)


def is_gift(chain: Chain, recipient: Side | None, supplier: Side | None) -> bool:
    """Whether a state that hands arms to one at war gives them."""
    if recipient is None or recipient.key not in AIDED or chain.kind not in (TransferKind.SALE, TransferKind.PLAN):
        return False
    moved = chain.core.noun and chain.line.tokens[chain.core.start].text.startswith("transfer")
    if chain.core.frame.id in FUNDING:
        return supplier is not None and supplier.company is None
    if (
        chain.core.frame.id
        not in ("deliver", "sell", "supply", "receive", "arrive", "head-for", "go-from", "delivery", "package")
        and not moved
    ):
        return False
    words = chain.line.tokens[chain.begin : chain.end]
    bought = not moved and any(
        m.frame.id in ("contract", "intent", "framework", "purchase", "sale") for m in chain.matches
    )
    if bought and not (chain.core.frame.id == "deliver" and (supplier is None or supplier.company is None)):
        return False
    tail = [t.text for t in chain.line.tokens[chain.end : chain.reach + 8]]
    if "under" in tail and {"contract", "contracts", "letter", "order", "deal"} & set(tail):
        # "is to get 100 Rafales under a letter of intent"
        return False
    if any(t.text in ("sell", "sold", "sells", "selling", "export", "exported") for t in words):
        return False
    return supplier is None or supplier.company is None


def _goes_on_giving(scene: Scene, draft: Draft, chain: Chain) -> bool:
    """Whether "it has supplied 100" goes on about gifts to the same state."""
    spoken = scene.focus
    return (
        chain.core.frame.id in ("sell", "supply", "deliver")
        and spoken is not None
        and spoken.kind is TransferKind.DONATION
        and draft.recipient is not None
        and spoken.recipient is not None
        and spoken.recipient.key == draft.recipient.key
    )


def _has_recipient(scene: Scene, draft: Draft, chain: Chain) -> bool:
    """Whether a gift says to whom, or goes on about one that did just before."""
    spoken = scene.focus
    if draft.recipient is not None:
        return True
    supplier = draft.supplier.key if draft.supplier else None
    topic = scene.topic(draft.line)
    gives = draft.kind is TransferKind.DONATION or chain.core.frame.id in FUNDING
    if gives and topic is not None and topic.key in AIDED - {supplier}:
        if supplier in HOSTILE:
            return False
        # "Ukraine got arms from 35 states. Australia and New Zealand gave howitzers"
        draft.recipient, draft.stated_recipient = topic.implied(), True
        return True
    if spoken is not None and spoken.line.block == draft.line.block and spoken.kind is draft.kind:
        return True
    named = {s.key for s in (scene.head or scene.title) if s.key != supplier}
    if draft.kind is TransferKind.DONATION and (taker := aided_in_title(scene, draft, spoken)) is not None:
        draft.recipient, draft.stated_recipient = taker, True
        return True
    # what a navy "plans to send" is no gift to whoever the title names
    moves = sends(chain)
    return draft.kind is TransferKind.DONATION and len(named) == 1 and (named <= AIDED or not moves)
