"""The sides that a sentence leaves out: the seller that the goods' origin tells, the buyer that the text spoke of before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from kordef.builders.grammar.clauses import PREPOSITIONS, names_agent
from kordef.builders.grammar.tokens import Line, Token, position_of
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.deals import Draft, Side
from kordef.builders.transfers.gifts import aided, refilled
from kordef.builders.transfers.interviews import speaker_of
from kordef.builders.transfers.links import part
from kordef.builders.transfers.made import made_where
from kordef.builders.transfers.rivals import owns_loser
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.sides import AIDED, HOSTILE, guessed
from kordef.mentions.model import ActorMention, ValueMention, WeaponMention
from kordef.vocabulary import ActorKind, EvidenceKind, Stage, TransferKind

__all__ = ["complete", "served_by", "stays_at_home", "taker_in_relative"]


def complete(scene: Scene, draft: Draft, chain: Chain | None) -> None:
    """The supplier that the goods' origin tells, the buyer spoken of before."""
    if (
        draft.supplier is None
        and chain is not None
        and chain.core.frame.id in (*_SELLING, "give")
        and _buyer_is_pronoun(chain)
    ):
        # "it had sold the Americans 100,000 rounds"
        others = [draft.recipient.key] if draft.recipient else []
        topic = _acting_before(scene, chain, others) or scene.topic(draft.line, *others)
        draft.supplier = evolve(topic, kind=EvidenceKind.IMPLIED) if topic else None
    if draft.supplier is None:
        draft.supplier = _supplier_near(scene, draft, chain)
    if draft.recipient is not None and draft.supplier is not None and draft.recipient.key == draft.supplier.key:
        if draft.stated_recipient and draft.supplier.kind is EvidenceKind.CATALOGUE:
            draft.supplier = None
        else:
            draft.recipient = None
    if draft.recipient is None:
        draft.recipient = _recipient_near(scene, draft, chain)
        draft.stated_recipient = draft.recipient is not None
    if draft.supplier is None and draft.recipient is not None and draft.recipient.key in AIDED:
        draft.supplier = _announcer(scene, draft)
    if draft.recipient is None and (refilling := refilled(scene, draft)) is not None:
        draft.recipient, draft.stated_recipient = refilling, True
    if draft.recipient is None and (taker := _aided_by(scene, draft, chain)) is not None:
        draft.recipient, draft.stated_recipient = taker, True
    if draft.recipient is None:
        draft.recipient = _placed(scene, draft, chain) or _recipient_before(scene, draft, chain)


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
            known = side is not None and side.key.startswith("state:") and side.company is None
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
            if side is not None and side.key.startswith("state:") and side.company is None:
                return evolve(side, kind=EvidenceKind.IMPLIED) if side.key not in AIDED | HOSTILE else None
    return None


def _aided_by(scene: Scene, draft: Draft, chain: Chain | None) -> Side | None:
    """Who gets what a text about aid says is given or comes, where its words do not say: never the state named last."""
    if chain is None or chain.core.frame.id not in ("give", "deliver", "supply", "arrive", "donation", "delivery"):
        return None
    if draft.supplier is not None and draft.supplier.key in HOSTILE:
        return None
    taker = aided(scene, draft.line)
    doubtful = draft.stage in (Stage.CONSIDERED, Stage.NEGOTIATING)
    if taker is None or doubtful or (draft.supplier is not None and draft.supplier.key == taker.key):
        return None
    return evolve(taker, kind=EvidenceKind.IMPLIED)


def _placed(scene: Scene, draft: Draft, chain: Chain | None) -> Side | None:
    """The country that a sentence about a seller begins with: "In Canada it is competing for an order"."""
    tokens = draft.line.tokens
    if chain is None or len(tokens) < 2 or tokens[0].text != "in" or not isinstance(tokens[1].mention, ActorMention):
        return None
    side = scene.side(tokens[1].mention)
    if (
        side is None
        or not side.key.startswith("state:")
        or (draft.supplier is not None and side.key == draft.supplier.key)
    ):
        return None
    if any(w.origin and f"state:{w.origin}" == side.key for w in draft.weapons):
        return None
    return evolve(side, kind=EvidenceKind.IMPLIED, company=None)


def stays_at_home(scene: Scene, draft: Draft, chain: Chain) -> bool:
    """Whether "it" buys what its own country makes."""
    if draft.recipient is not None or draft.supplier is not None or not _buyer_is_pronoun(chain):
        return False
    if chain.core.frame.roles.get("subject") != "recipient":
        return False
    topic = _just_named(scene, draft.line, chain.core.group.start) or scene.topic(draft.line)
    return topic is not None and any(w.origin and f"state:{w.origin}" == topic.key for w in draft.weapons)


def _just_named(scene: Scene, line: Line, at: int) -> Side | None:
    """The state that an earlier clause of the same sentence is about: "Sweden builds its own Archer; it has ordered 48 more"."""
    tokens = line.tokens
    for position in range(at - 1, -1, -1):
        actor = tokens[position].mention
        if not isinstance(actor, ActorMention) or actor.as_place or actor.form == "adjective":
            continue
        if position == 0 or tokens[position - 1].text in (";", ",", "and", "but", "the"):
            side = scene.side(actor)
            return side if side is not None and side.key.startswith("state:") and side.company is None else None
    return None


def _supplier_near(scene: Scene, draft: Draft, chain: Chain | None) -> Side | None:
    origins = {f"state:{w.origin}": w for w in draft.weapons if w.origin}
    recipient = draft.recipient.key if draft.recipient else None
    for token in draft.line.tokens:
        actor = token.mention
        if not isinstance(actor, ActorMention) or (chain is not None and _is_loser(chain, token)):
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
    if draft.kind is TransferKind.DONATION and told is not None and seller is not None and _shares_weapon(told, draft):
        # "Kyiv, promised 24 systems, had received nine"
        return evolve(seller, kind=EvidenceKind.IMPLIED)
    if draft.kind is TransferKind.DONATION and (source := _source_of(scene, draft)) is not None:
        return source
    active = chain is not None and not chain.core.group.passive and not chain.core.reduced
    unnamed = chain is not None and chain.core.reduced and "subject" not in chain.core.places and bool(origins)
    if (draft.kind is TransferKind.DONATION and not unnamed) or (
        active and chain is not None and not origins and chain.core.frame.id in _SELLING
    ):
        others = [recipient] if recipient else []
        topic = (
            _gives_too(scene, draft)
            or _named_before(scene, draft, chain)
            or scene.topic(draft.line, *others)
            or _giver(scene, draft, recipient)
        )
        passive = chain is not None and chain.core.group.passive and recipient not in AIDED
        if topic is not None or not passive:
            return evolve(topic, kind=EvidenceKind.IMPLIED) if topic else None
    if chain is not None and (owner := _owner(scene, draft, chain)) is not None and owner.key != recipient:
        return owner
    if not origins and draft.kind is not TransferKind.DONATION and (home := made_where(scene, draft)) is not None:
        return home if home.key != recipient else None
    for key, weapon in origins.items():
        if key != recipient:
            return Side(key=key, witness=weapon, kind=EvidenceKind.CATALOGUE)
    if not origins and draft.weapons and (firm := _only_firm(scene, draft, recipient)) is not None:
        draft.companies.append(firm)
        return scene.side(firm)
    sells = chain is not None and chain.core.frame.id in _SELLING and _buyer_is_pronoun(chain)
    if not origins and (draft.weapons or sells) and (firm := scene.firm(draft.line)) is not None:
        home = scene.side(firm)
        if home is not None and home.key != recipient:
            draft.companies.append(firm)
            return evolve(home, kind=EvidenceKind.IMPLIED)
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
            return evolve(spoken.supplier, kind=EvidenceKind.IMPLIED)
    if not origins and draft.stage in (Stage.CONSIDERED, Stage.PLANNED) and (us := _permits(scene, draft)) is not None:
        return us if us.key != recipient else None
    if not origins and seller is not None and seller.key != recipient:
        # "... and will be joined by six patrol ships": of one seller in one breath
        return evolve(seller, kind=EvidenceKind.IMPLIED)
    return None


def _permits(scene: Scene, draft: Draft) -> Side | None:
    """The state whose offices permit a sale where nothing else says who sells: "..., the State Department said"."""
    for at in draft.line.actors:
        actor = draft.line.tokens[at].mention
        if isinstance(actor, ActorMention) and draft.line.tokens[at].text in _OFFICES:
            side = scene.side(actor)
            return evolve(side, kind=EvidenceKind.IMPLIED) if side is not None else None
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
            return evolve(side, kind=EvidenceKind.IMPLIED) if side is not None and side.company is None else None
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
    if spoken is None or topic is None or spoken.kind is not TransferKind.DONATION or spoken.recipient is None:
        return None
    if draft.recipient is None or spoken.line.block != draft.line.block or spoken.line is draft.line:
        return None
    return spoken.supplier if topic.key in (spoken.recipient.key, draft.recipient.key) else None


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
        if side is not None and side.key.startswith("state:") and side.key != recipient and not governed:
            return side
    return None


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


_SELLING = ("sell", "supply", "deliver", "offer", "lend")


def _is_loser(chain: Chain, token: Token) -> bool:
    return any(t is token for _, t in chain.roles.get("losers", ())) or owns_loser(chain.line, token)


def _recipient_near(scene: Scene, draft: Draft, chain: Chain | None) -> Side | None:
    """The only other state that the clause names, or what stands before it in the sentence."""
    low = min(m.begin for m in chain.matches) if chain else 0
    high = chain.reach if chain else len(draft.line.tokens)
    if chain is not None and (opening := _bracket_around(draft.line, chain)) is not None:
        # "sales to Poland (672 units planned, 364 contracted so far)"
        return _states_between(scene, draft, chain, opening - 1, opening)
    near = _meant_for(scene, draft, chain) or _states_between(scene, draft, chain, max(0, low - 6), high)
    near = near or (_states_between(scene, draft, chain, 0, low) if low > 0 else None)
    if near is not None and draft.kind is TransferKind.DONATION and near.key not in AIDED:
        # "Norway parted with 22, Latvia with six": who gives is not who gets
        return None
    return near


def taker_in_relative(scene: Scene, draft: Draft) -> Side | None:
    """The state at war that a clause right behind goods names: "parted with 28 tanks, which it presented to Ukraine"."""
    if draft.kind is not TransferKind.DONATION or not draft.goods:
        return None
    tokens, at = draft.line.tokens, draft.goods[-1].high
    if [t.text for t in tokens[at : at + 2]] != [",", "which"]:
        return None
    for position in range(at + 2, min(at + 9, len(tokens))):
        actor = tokens[position].mention
        if tokens[position].text in (",", ";", "and", "but"):
            return None
        if isinstance(actor, ActorMention) and actor.key in AIDED and tokens[position - 1].text in ("to", "for"):
            return scene.side(actor)
    return None


def _meant_for(scene: Scene, draft: Draft, chain: Chain | None) -> Side | None:
    """Whom goods that are a verb's subject are for: "the four vessels for the Royal Navy were contracted in 2012"."""
    if chain is None or chain.core.noun:
        return None
    tokens = draft.line.tokens
    for position in range(min(chain.core.begin, chain.scope), chain.core.start - 1):
        if tokens[position].text != "for":
            continue
        for token in tokens[position + 1 : position + 4]:
            if isinstance(token.mention, ActorMention) and not token.mention.as_place:
                side = scene.side(token.mention)
                supplier = draft.supplier.key if draft.supplier else None
                return side if side is not None and side.company is None and side.key != supplier else None
    return None


def _bracket_around(line: Line, chain: Chain) -> int | None:
    """Where the bracket opens that a chain stands in."""
    for position in range(chain.core.start - 1, max(chain.core.start - 16, -1), -1):
        if line.tokens[position].text == ")":
            return None
        if line.tokens[position].text == "(":
            return position if position > 0 else None
    return None


def _states_between(scene: Scene, draft: Draft, chain: Chain | None, low: int, high: int) -> Side | None:
    """The only state other than the supplier between two positions of a sentence that may be the recipient."""
    supplier = draft.supplier.key if draft.supplier else None
    taken: dict[str, Side] = {}
    for position in range(low, min(high, len(draft.line.tokens))):
        token = draft.line.tokens[position]
        actor = token.mention
        if not isinstance(actor, ActorMention) or actor.as_place or actor.kind in (ActorKind.COMPANY, ActorKind.IGO):
            continue
        side = scene.side(actor)
        if side is None or side.key == supplier or side.key in draft.barred or not side.key.startswith("state:"):
            continue
        if guessed(actor):
            continue
        if _owns_weapon(draft.line.tokens, position, side.key):
            continue
        if chain is not None and _is_loser(chain, token):
            continue
        if any(w.origin and f"state:{w.origin}" == side.key for w in draft.weapons):
            continue
        following = draft.line.tokens[position + 1] if position + 1 < len(draft.line.tokens) else None
        if actor.form == "adjective" and not (following and (names_agent(following) or following.kind == "actor")):
            continue
        if _speaks(draft.line, token) or _joins_in(draft.line.tokens, position):
            continue
        taken.setdefault(side.key, side)
    return next(iter(taken.values())) if len(taken) == 1 else None


def served_by(scene: Scene, draft: Draft, chain: Chain) -> Side | None:
    """The state whose crews have arms of another: "Moldovan crews trained with vehicles donated by Germany"."""
    if not chain.core.reduced or draft.supplier is None:
        return None
    tokens = chain.line.tokens
    found: dict[str, Side] = {}
    for actor, following in pairwise(tokens[: chain.core.start]):
        if following.text in _CREWS and isinstance(actor.mention, ActorMention):
            side = scene.side(actor.mention)
            if side is not None and side.key.startswith("state:") and side.key != draft.supplier.key:
                found.setdefault(side.key, side)
    return next(iter(found.values())) if len(found) == 1 else None


_CREWS = frozenset("crews troops soldiers pilots gunners sailors airmen marines crewmen".split())


def _owns_weapon(tokens: Sequence[Token], at: int, key: str) -> bool:
    """Whether a state is only named as the home of a weapon: "Sweden's Gripen"."""
    if at + 2 >= len(tokens) or tokens[at + 1].text not in ("'s", "’s"):
        return False
    weapon = tokens[at + 2].mention
    if isinstance(weapon, ActorMention) and weapon.kind is ActorKind.COMPANY:
        # "Italy's Leonardo"
        return True
    return isinstance(weapon, WeaponMention) and weapon.origin is not None and key == f"state:{weapon.origin}"


def _joins_in(tokens: Sequence[Token], at: int) -> bool:
    """Whether a state only takes part: "jointly with Denmark", "in cooperation with the Netherlands and Norway"."""
    position = at - 1
    while position >= 0 and (tokens[position].kind == "actor" or tokens[position].text in ("and", "the", ",")):
        position -= 1
    return position > 0 and tokens[position].text in ("with", "from", "against", "alongside", "like")


def _speaks(line: Line, token: Token) -> bool:
    """Whether an actor is the one who says so: ", Seoul's defence ministry said"."""
    position = position_of(line, token)
    return any(t.text in ("said", "says", "told", "reported") for t in line.tokens[position + 1 : position + 5])


def _recipient_before(scene: Scene, draft: Draft, chain: Chain | None) -> Side | None:
    supplier = draft.supplier.key if draft.supplier else ""
    origins = {f"state:{w.origin}" for w in draft.weapons if w.origin}
    line = draft.line
    spoken = scene.focus
    candidates: list[Side] = []
    if chain is not None and (_names_crowd(chain) or _is_separate(chain)):
        return None
    if chain is not None and chain.core.reduced and supplier in {s.key for s in scene.title} and not origins:
        # "Dutch orders ... four frigates ordered from Damen"
        return None
    if chain is not None and (owner := _antecedent(scene, line, chain, supplier, origins)) is not None:
        candidates.append(owner)
    if chain is not None and (owner := _whose(scene, line, chain)) is not None and owner.key not in origins:
        candidates.append(owner)
    if draft.kind is TransferKind.DONATION and (spoken is None or spoken.kind is not TransferKind.DONATION):
        gifts = (d for d in reversed(scene.deals) if d.kind is TransferKind.DONATION and d.line.block == line.block)
        if (gift := next(gifts, None)) is not None and gift.recipient is not None:
            candidates.append(gift.recipient)
    own = _buyer_is_pronoun(chain) and (chain is None or chain.core.frame.id not in (*_SELLING, "give"))
    topic = scene.topic(line, supplier, *origins)
    if own and topic is not None:
        candidates.append(topic)
    if topic is not None and spoken is not None and spoken.line.block != line.block and not draft.definite:
        # "NORWAY. A notice covers 16 launchers." "ROMANIA. The Department cleared 32 fighters."
        candidates.append(topic)
    if draft.additional and spoken is not None and not _shares_weapon(spoken, draft):
        # "an option for 14 further vehicles", behind a gift of something else
        told = next(
            (d for d in reversed(scene.recent()) if _shares_weapon(d, draft) and d.line.story == line.story), None
        )
        candidates.extend([told.recipient] if told is not None and told.recipient is not None else [])
    if spoken is not None and spoken.recipient is not None and spoken.line.story == line.story:
        if line.block - spoken.line.block <= (1 if draft.definite or draft.kind is TransferKind.PLAN else 0):
            candidates.append(spoken.recipient)
    if topic is not None and not (
        chain is not None and chain.core.frame.id in (*_SELLING, "give") and _acts_alike(scene, topic)
    ):
        candidates.append(topic)
    candidates.extend(s for s in scene.head if s.key not in (supplier, *origins))
    if len({s.key for s in scene.title if s.key not in (supplier, *origins)}) == 1:
        candidates.extend(s for s in scene.title if s.key not in (supplier, *origins))
    if draft.guess is not None:
        candidates.append(draft.guess)
    if draft.kind is not TransferKind.DONATION and (speaker := speaker_of(scene, line)) is not None:
        # "The contract went to KNDS, the Norwegian ministry said"
        candidates.extend([speaker] if speaker.key not in origins else [])
    for side in candidates:
        if side.key != supplier and side.key not in draft.barred and side.witness.story == line.story:
            return evolve(side, kind=EvidenceKind.IMPLIED, company=None)
    return None


def _shares_weapon(deal: Draft, draft: Draft) -> bool:
    return not {w.key for w in deal.weapons}.isdisjoint(w.key for w in draft.weapons)


def _names_crowd(chain: Chain) -> bool:
    """Whether goods go to several that have no name: "won orders from three Middle Eastern states"."""
    table = (t.mention for m in chain.matches for p in ("from", "to", "with") for t in m.places.get(p, ()))
    return any(
        isinstance(m, ValueMention) and m.noun is not None and m.noun.split()[-1].lower() in _CROWDS for m in table
    )


def _is_separate(chain: Chain) -> bool:
    """Whether a deal is said to be another one than that spoken of: "supplied by ASELSAN under a separate agreement"."""
    words = [t.text for t in chain.line.tokens[chain.begin : chain.reach + 5]]
    return any(a == "separate" and b in ("agreement", "contract", "deal", "order") for a, b in pairwise(words))


_CROWDS = frozenset("states countries nations customers buyers operators governments clients armies navies".split())


def _acts_alike(scene: Scene, topic: Side) -> bool:
    """Whether the state spoken of before was one that gave or sold: "Lithuania sent 62. The Czech Republic has supplied 40"."""
    before = next((s for _, s in reversed(scene.topics) if s.key == topic.key), topic)
    line = scene.last
    if line is None or not line.start <= before.witness.start < line.end:
        return False
    return any(t.text in _HANDS_ON for t in line.tokens)


_HANDS_ON = frozenset("sent gave donated supplied delivered provided sold shipped exported promised pledged".split())


def _antecedent(scene: Scene, line: Line, chain: Chain, supplier: str, origins: set[str]) -> Side | None:
    """The state that "it" is right behind goods: "Latvia with six howitzers it had bought from Austria"."""
    at = chain.core.group.start - 1
    if chain.core.noun or at < 1 or line.tokens[at].text not in ("it", "they") or line.tokens[at - 1].kind != "weapon":
        return None
    for token in reversed(line.tokens[:at]):
        actor = token.mention
        if isinstance(actor, ActorMention) and not actor.as_place and actor.form != "adjective":
            side = scene.side(actor)
            if side is not None and side.key.startswith("state:") and side.key not in (supplier, *origins):
                return side
    return None


def _whose(scene: Scene, line: Line, chain: Chain) -> Side | None:
    """The state whose forces buy: "... won in Brussels, whose army signed for 280 missiles"."""
    core = chain.core
    if core.noun or core.group.passive or core.frame.roles.get("subject") != "recipient":
        return None
    tokens = line.tokens
    at = next(
        (n for n in range(core.group.start - 1, max(core.group.start - 5, 0), -1) if tokens[n].text == "whose"), 0
    )
    for token in reversed(tokens[max(0, at - 3) : at]):
        side = scene.side(token.mention) if isinstance(token.mention, ActorMention) else None
        if side is not None:
            return side if side.key.startswith("state:") and side.company is None else None
    return None


def _buyer_is_pronoun(chain: Chain | None) -> bool:
    """Whether the one who buys is "it", "they" or "the country": the state that the text is about."""
    if chain is None:
        return False
    core = chain.core
    if core.noun or part(core) != "act":
        return False
    subject = core.places.get("subject", ())
    if subject:
        return all(isinstance(t.mention, ActorMention) and guessed(t.mention) for t in subject)
    words = [t.text for t in core.line.tokens[core.begin : core.group.start]][-14:]
    return bool(set(words) & {"it", "they", "country", "army", "government", "navy", "he", "she"})
