"""The sides that a sentence leaves out: the seller that the goods' origin tells, the buyer that the text spoke of before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kordef.builders.grammar.clauses import PREPOSITIONS
from kordef.builders.grammar.tokens import Line
from kordef.builders.transfers.buyers import (
    SELLING,
    buyer_is_pronoun,
    is_loser,
    recipient_before,
    recipient_near,
    shares_weapon,
)
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.deals import Draft, Side
from kordef.builders.transfers.gifts import aided
from kordef.builders.transfers.made import made_where
from kordef.builders.transfers.partners import told_beside
from kordef.builders.transfers.refills import refilled
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.sides import is_bystander
from kordef.builders.transfers.wars import AIDED, HOSTILE
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind, EvidenceKind, Stage, TransferKind

__all__ = ["complete", "served_by", "stays_at_home"]

_AT_WAR = AIDED | HOSTILE


def complete(scene: Scene, draft: Draft, chain: Chain | None) -> None:
    """The supplier that the goods' origin tells, the buyer spoken of before."""
    if (
        draft.supplier is None
        and chain is not None
        and chain.core.frame.id in (*SELLING, "give")
        and not (chain.core.group.passive and chain.line.texts.isdisjoint(["by"]) and not chain.core.noun)
        and buyer_is_pronoun(chain)
    ):
        # "it had sold the Americans 100,000 rounds"
        others = [draft.recipient.key] if draft.recipient else []
        topic = _acting_before(scene, chain, others) or scene.topic(draft.line, *others)
        draft.supplier = topic.implied() if topic else None
    if draft.supplier is None and chain is not None and (seller := _firm_again(scene, draft, chain)) is not None:
        draft.supplier = seller
        draft.companies.extend([seller.company] if seller.company is not None else [])
    if draft.supplier is None:
        draft.supplier = _supplier_near(scene, draft, chain)
    if draft.recipient is not None and draft.supplier is not None and draft.recipient.key == draft.supplier.key:
        if draft.stated_recipient and draft.supplier.kind is EvidenceKind.CATALOGUE:
            draft.supplier = None
        else:
            draft.recipient = None
    if draft.recipient is None:
        draft.recipient = recipient_near(scene, draft, chain)
        draft.stated_recipient = draft.recipient is not None
    if draft.supplier is None and draft.recipient is not None and draft.recipient.key in AIDED:
        draft.supplier = _announcer(scene, draft)
    if draft.recipient is None and (refilling := refilled(scene, draft)) is not None:
        draft.recipient, draft.stated_recipient = refilling, True
    if draft.recipient is None and (taker := _aided_by(scene, draft, chain)) is not None:
        draft.recipient, draft.stated_recipient = taker, True
    if draft.recipient is None:
        draft.recipient = _placed(scene, draft, chain) or recipient_before(scene, draft, chain)
    if draft.supplier is None and draft.recipient is not None and draft.kind is not TransferKind.DONATION:
        seller = told_beside(scene, draft, draft.recipient)
        if seller is not None and seller.company is not None:
            draft.companies.append(seller.company)
        draft.supplier = seller


def _firm_again(scene: Scene, draft: Draft, chain: Chain) -> Side | None:
    """The firm that the sentence before begins with, where "it" or "the company" sells: "It also offers an older boat"."""
    core = chain.core
    before = scene.last
    if core.noun or core.frame.id not in SELLING or core.group.passive or core.places.get("subject") or before is None:
        return None
    words = [t.text for t in core.line.tokens[: core.group.start]]
    if not (words[:1] == ["it"] or (words[:1] == ["the"] and words[1:2] and words[1] in _FIRM)) or len(words) > 3:
        return None
    opening = before.tokens[0].mention if before.tokens and before.story == draft.line.story else None
    if not isinstance(opening, ActorMention) or opening.kind is not ActorKind.COMPANY:
        return None
    side = scene.side(opening)
    return side.implied() if side is not None else None


_FIRM = frozenset("company firm group manufacturer maker shipbuilder yard supplier contractor".split())


def _acting_before(scene: Scene, chain: Chain, besides: Sequence[str]) -> Side | None:
    """The state that "it" is in a clause about goods, if another verb has it for a subject: "Berlin sent those it had"."""
    tokens, tags = chain.line.tokens, chain.clauses.tags
    at = chain.core.group.start - 1
    if at < 2 or tokens[at].text != "it" or tokens[at - 1].kind != "weapon":
        return None
    for position in range(at - 1, -1, -1):
        actor = tokens[position].mention
        if isinstance(actor, ActorMention) and actor.form != "adjective" and tags[position + 1] in ("finite", "aux"):
            side = scene.side(actor)
            known = side is not None and side.is_state and side.company is None
            return side if known and side is not None and side.key not in besides else None
    return None


def _announcer(scene: Scene, draft: Draft) -> Side | None:
    """Whoever tells of a gift that nobody is said to give: "Kyiv is to get 30 tanks, Berlin announced"."""
    tokens = draft.line.tokens
    for at in range(1, len(tokens)):
        if tokens[at].text not in ("announced", "said", "pledged", "promised", "confirmed"):
            continue
        low = at
        while low > 0 and (tokens[low - 1].kind == "actor" or tokens[low - 1].text in ("and", "the", "jointly")):
            low -= 1
        for token in tokens[low:at]:
            side = scene.side(token.mention) if isinstance(token.mention, ActorMention) else None
            if side is not None and side.is_state and side.company is None:
                return side.implied() if side.key not in _AT_WAR else None
    return None


def _aided_by(scene: Scene, draft: Draft, chain: Chain | None) -> Side | None:
    """Who gets what a text about aid says is given or comes, where its words do not say: never the state named last."""
    if chain is None or chain.core.frame.id not in _AIDING:
        return None
    if draft.supplier is not None and draft.supplier.key in HOSTILE:
        return None
    taker = aided(scene, draft.line)
    doubtful = draft.stage in (Stage.CONSIDERED, Stage.NEGOTIATING)
    if taker is None or doubtful or (draft.supplier is not None and draft.supplier.key == taker.key):
        return None
    return taker.implied()


_AIDING = frozenset(["give", "deliver", "supply", "finance", "arrive", "donation", "delivery"])


def _placed(scene: Scene, draft: Draft, chain: Chain | None) -> Side | None:
    """The country that a sentence about a seller begins with: "In Canada it is competing for an order"."""
    tokens = draft.line.tokens
    if chain is None or len(tokens) < 2 or tokens[0].text != "in" or not isinstance(tokens[1].mention, ActorMention):
        return None
    side = scene.side(tokens[1].mention)
    if side is None or not side.is_state or (draft.supplier is not None and side.key == draft.supplier.key):
        return None
    if side.key in draft.origins:
        return None
    return side.implied().without_firm()


def stays_at_home(scene: Scene, draft: Draft, chain: Chain) -> bool:
    """Whether "it" buys what its own country makes."""
    if draft.recipient is not None or draft.supplier is not None or not buyer_is_pronoun(chain):
        return False
    if chain.core.frame.roles.get("subject") != "recipient":
        return False
    topic = _just_named(scene, draft.line, chain.core.group.start) or scene.topic(draft.line)
    return topic is not None and topic.key in draft.origins


def _just_named(scene: Scene, line: Line, at: int) -> Side | None:
    """The state that an earlier clause of the same sentence is about: "Sweden builds its own Archer; it has ordered 48 more"."""
    tokens = line.tokens
    for position in range(at - 1, -1, -1):
        actor = tokens[position].mention
        if not isinstance(actor, ActorMention) or actor.as_place or actor.form == "adjective":
            continue
        if position == 0 or tokens[position - 1].text in (";", ",", "and", "but", "the"):
            side = scene.side(actor)
            return side if side is not None and side.is_state and side.company is None else None
    return None


def _supplier_near(scene: Scene, draft: Draft, chain: Chain | None) -> Side | None:
    origins = draft.origins
    recipient = draft.recipient.key if draft.recipient else None
    for token in draft.line.tokens:
        actor = token.mention
        if not isinstance(actor, ActorMention) or (chain is not None and is_loser(chain, token)):
            continue
        if is_bystander(draft.line, token):
            continue
        side = scene.side(actor)
        if side is None or side.key == recipient:
            continue
        if side.key in origins and draft.kind is not TransferKind.DONATION:
            if side.company is not None and side.company.key not in {c.key for c in draft.companies}:
                draft.companies.append(side.company)
            return side
    told = _told_here(scene, draft)
    seller = told.supplier if told is not None else None
    if draft.kind is TransferKind.DONATION and told is not None and seller is not None and shares_weapon(told, draft):
        # "Kyiv, promised 24 systems, had received nine"
        return seller.implied()
    if draft.kind is TransferKind.DONATION and (source := _source_of(scene, draft)) is not None:
        return source
    if not origins and draft.kind is TransferKind.SALE and (source := _source_of(scene, draft)) is not None:
        # "20 drones from the Emirates have been procured"
        return source
    active = chain is not None and not chain.core.group.passive and not chain.core.reduced
    unnamed = chain is not None and chain.core.reduced and "subject" not in chain.core.places and bool(origins)
    if (draft.kind is TransferKind.DONATION and not unnamed) or (
        active and chain is not None and not origins and chain.core.frame.id in SELLING
    ):
        others = [recipient] if recipient else []
        topic = (
            _seller_gives(scene, draft, chain)
            or _gives_too(scene, draft)
            or _named_before(scene, draft, chain)
            or scene.topic(draft.line, *others)
            or _giver(scene, draft, recipient)
        )
        passive = chain is not None and chain.core.group.passive and recipient not in AIDED
        if topic is not None or not passive:
            return topic.implied() if topic else None
    if chain is not None and (owner := _owner(scene, draft, chain)) is not None and owner.key != recipient:
        return owner
    if not origins and draft.kind is not TransferKind.DONATION and (home := made_where(scene, draft)) is not None:
        return home if home.key != recipient else None
    for key, weapon in origins.items():
        if key != recipient:
            return Side.home_of(weapon)
    if not origins and draft.weapons and (firm := _only_firm(scene, draft, recipient)) is not None:
        draft.companies.append(firm)
        return scene.side(firm)
    sells = chain is not None and chain.core.frame.id in SELLING and buyer_is_pronoun(chain)
    if not origins and (draft.weapons or sells) and (firm := scene.firm(draft.line)) is not None:
        home = scene.side(firm)
        if home is not None and home.key != recipient:
            draft.companies.append(firm)
            return home.implied()
    spoken = scene.focus
    if (
        not origins
        and spoken is not None
        and spoken.supplier is not None
        and (
            draft.definite
            or draft.additional
            or draft.weak
            or (spoken.recipient is not None and spoken.recipient.key == recipient)
        )
    ):
        option = draft.additional and draft.stage is Stage.CONSIDERED
        if draft.line.block - spoken.line.block <= 2 * option and spoken.supplier.key != recipient:
            return spoken.supplier.implied()
    if not origins and draft.stage in (Stage.CONSIDERED, Stage.PLANNED) and (us := _permits(scene, draft)) is not None:
        return us if us.key != recipient else None
    if not origins and seller is not None and seller.key != recipient:
        # "... and will be joined by six patrol ships": of one seller in one breath
        return seller.implied()
    return None


def _permits(scene: Scene, draft: Draft) -> Side | None:
    """The state whose offices permit a sale where nothing else says who sells: "..., the State Department said"."""
    for at in draft.line.actors:
        actor = draft.line.tokens[at].mention
        if isinstance(actor, ActorMention) and draft.line.tokens[at].text in _OFFICES:
            side = scene.side(actor)
            return side.implied() if side is not None else None
    return None


_OFFICES = frozenset(
    ["State Department", "Pentagon", "DSCA", "Defense Security Cooperation Agency", "US State Department"]
)


def _told_here(scene: Scene, draft: Draft) -> Draft | None:
    """The deal told last, where the same sentence told it of the same buyer."""
    told = scene.deals[-1] if scene.deals else None
    if told is None or told.line is not draft.line or told.recipient is None or draft.recipient is None:
        return None
    return told if told.recipient.key == draft.recipient.key else None


def _owner(scene: Scene, draft: Draft, chain: Chain) -> Side | None:
    """The state that a sentence is about, where "its" goods are sold: "..., when its 80 Leopards were sold to Finland"."""
    tokens = draft.line.tokens
    if chain.core.frame.id != "sell" or not chain.core.group.passive or not draft.goods:
        return None
    low = draft.goods[0].low
    if not any(t.text in ("its", "their") for t in tokens[max(0, low - 3) : low]):
        return None
    for token in tokens[:low]:
        actor = token.mention
        if isinstance(actor, ActorMention) and not actor.as_place:
            side = scene.side(actor)
            return side.implied() if side is not None and side.company is None else None
    return None


def _source_of(scene: Scene, draft: Draft) -> Side | None:
    """The state that goods are said to be from, right behind them: "two UH-60Ms from the United States arrived as a gift"."""
    tokens = draft.line.tokens
    for good in draft.goods:
        if tokens[good.high - 1 : good.high] and [t.text for t in tokens[good.high : good.high + 1]] == ["from"]:
            at = good.high + 1 + (tokens[good.high + 1 : good.high + 2] != () and tokens[good.high + 1].text == "the")
            actor = tokens[at].mention if at < len(tokens) else None
            side = scene.side(actor) if isinstance(actor, ActorMention) and actor.form != "adjective" else None
            if (
                side is not None
                and side.company is None
                and (draft.recipient is None or side.key != draft.recipient.key)
            ):
                return side
    return None


def _gives_too(scene: Scene, draft: Draft) -> Side | None:
    """Who gave what was told right before, where the text goes on about another taker: "In the same way Fiji will get two"."""
    spoken, topic = scene.focus, scene.topic(draft.line)
    if spoken is None or spoken.kind is not TransferKind.DONATION or spoken.recipient is None:
        return None
    if draft.recipient is None or spoken.line.block != draft.line.block or spoken.line is draft.line:
        return None
    told = topic is None or topic.key in (spoken.recipient.key, draft.recipient.key)
    return spoken.supplier if told else None


def _named_before(scene: Scene, draft: Draft, chain: Chain | None) -> Side | None:
    """The state that is the subject of the sentence in which goods "given to Kyiv" are spoken of."""
    if chain is None or chain.core.noun:
        return None
    recipient = draft.recipient.key if draft.recipient else None
    tokens = draft.line.tokens
    for position, token in enumerate(tokens[: chain.core.start]):
        actor = token.mention
        if not isinstance(actor, ActorMention) or actor.as_place or actor.form == "adjective":
            continue
        side = scene.side(actor)
        governed = position > 0 and tokens[position - 1].text in PREPOSITIONS
        if side is not None and side.is_state and side.key != recipient and not governed:
            return side
    return None


def _seller_gives(scene: Scene, draft: Draft, chain: Chain | None) -> Side | None:
    """Who sells in the deal told right before, where gifts of his make arrive: "From the US it is getting 89 Bradleys."."""
    spoken = scene.focus
    if chain is None or draft.recipient is not None or not any(m.frame.id == "arrive" for m in chain.matches):
        return None
    if spoken is None or spoken.supplier is None or spoken.line.block != draft.line.block:
        return None
    stated = spoken.supplier.kind is EvidenceKind.STATED and spoken.supplier.company is None
    return spoken.supplier if stated and spoken.supplier.key in draft.origins else None


def _giver(scene: Scene, draft: Draft, recipient: str | None) -> Side | None:
    """Who gives in this text: whoever gave to the same state before, or the state that the heading or title names."""
    spoken = scene.focus
    if spoken is not None and spoken.kind is TransferKind.DONATION and spoken.line.story == draft.line.story:
        if spoken.recipient is not None and spoken.recipient.key == recipient:
            return spoken.supplier
    named = {s.key: s for s in (*scene.head, *scene.title) if s.key != recipient}
    return next(iter(named.values())) if draft.kind is TransferKind.DONATION and len(named) == 1 else None


def _only_firm(scene: Scene, draft: Draft, recipient: str | None) -> ActorMention | None:
    """The only foreign firm that a sentence about goods without a home names."""
    firms: dict[str, ActorMention] = {}
    tokens = draft.line.tokens
    for position, token in enumerate(tokens):
        actor = token.mention
        if position + 1 < len(tokens) and tokens[position + 1].text.isdecimal():
            # "aboard a Boeing 747"
            continue
        if isinstance(actor, ActorMention) and actor.kind is ActorKind.COMPANY and not scene.buys_for_state(actor):
            side = scene.side(actor)
            if side is not None and side.key != recipient:
                firms.setdefault(side.key, actor)
    return next(iter(firms.values())) if len(firms) == 1 else None


def served_by(scene: Scene, draft: Draft, chain: Chain) -> Side | None:
    """The state whose crews have arms of another: "Moldovan crews trained with vehicles donated by Germany"."""
    if not chain.core.reduced or draft.supplier is None:
        return None
    tokens = chain.line.tokens
    found: dict[str, Side] = {}
    for actor, following in pairwise(tokens[: chain.core.start]):
        if following.text in _CREWS and isinstance(actor.mention, ActorMention):
            side = scene.side(actor.mention)
            if side is not None and side.is_state and side.key != draft.supplier.key:
                found.setdefault(side.key, side)
    return next(iter(found.values())) if len(found) == 1 else None


_CREWS = frozenset("crews troops soldiers pilots gunners sailors airmen marines crewmen".split())
