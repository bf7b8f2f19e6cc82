"""Who gets goods where a sentence does not say: the buyer named near by, meant by a pronoun, or spoken of before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from kordef.builders.grammar.clauses import names_agent
from kordef.builders.grammar.tokens import Line, Token, position_of
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.deals import CONTRACT, Draft, Side
from kordef.builders.transfers.interviews import speaker_of
from kordef.builders.transfers.links import part
from kordef.builders.transfers.partners import told_beside
from kordef.builders.transfers.rivals import owns_loser
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.seats import is_backdrop
from kordef.builders.transfers.sides import guessed
from kordef.builders.transfers.wars import AIDED
from kordef.mentions.model import ActorMention, ValueMention, WeaponMention
from kordef.vocabulary import ActorKind, TransferKind

__all__ = [
    "SELLING",
    "buyer_is_pronoun",
    "is_loser",
    "names_crowd",
    "recipient_before",
    "recipient_near",
    "shares_weapon",
    "taker_in_relative",
]


SELLING = ("sell", "supply", "deliver", "offer", "lend")


def is_loser(chain: Chain, token: Token) -> bool:
    return any(t is token for _, t in chain.roles.get("losers", ())) or owns_loser(chain.line, token)


def recipient_near(scene: Scene, draft: Draft, chain: Chain | None) -> Side | None:
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
        if side is None or side.key == supplier or side.key in draft.barred or not side.is_state:
            continue
        if guessed(actor):
            continue
        if _owns_weapon(draft.line.tokens, position, side.key):
            continue
        if (chain is not None and is_loser(chain, token)) or is_backdrop(draft.line, token):
            continue
        if side.key in draft.origins:
            continue
        following = draft.line.tokens[position + 1] if position + 1 < len(draft.line.tokens) else None
        if actor.form == "adjective" and not (following and (names_agent(following) or following.kind == "actor")):
            continue
        if _speaks(draft.line, token) or _joins_in(draft.line.tokens, position):
            continue
        taken.setdefault(side.key, side)
    return next(iter(taken.values())) if len(taken) == 1 else None


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


def recipient_before(scene: Scene, draft: Draft, chain: Chain | None) -> Side | None:
    supplier = draft.supplier.key if draft.supplier else ""
    origins = draft.origins
    line = draft.line
    spoken = scene.focus
    candidates: list[Side] = []
    if chain is not None and (names_crowd(chain) or _is_separate(chain) or _is_unnamed(chain)):
        return None
    if chain is not None and chain.core.reduced and supplier in {s.key for s in scene.title} and not origins:
        # "Dutch orders ... four frigates ordered from Damen"
        return None
    if chain is not None and (owner := _whose(scene, line, chain)) is not None and owner.key not in origins:
        candidates.append(owner)
    if draft.kind is TransferKind.DONATION and (spoken is None or spoken.kind is not TransferKind.DONATION):
        gifts = (d for d in reversed(scene.deals) if d.kind is TransferKind.DONATION and d.line.block == line.block)
        if (gift := next(gifts, None)) is not None and gift.recipient is not None:
            candidates.append(gift.recipient)
    if draft.kind is not TransferKind.DONATION and (buyer := told_beside(scene, draft, draft.supplier)) is not None:
        candidates.append(buyer)
    own = buyer_is_pronoun(chain) and (chain is None or chain.core.frame.id not in (*SELLING, "give"))
    topic = scene.topic(line, supplier, *origins)
    if own and topic is not None:
        candidates.append(topic)
    if topic is not None and spoken is not None and spoken.line.block != line.block and not draft.definite:
        # "NORWAY. A notice covers 16 launchers." "ROMANIA. The Department cleared 32 fighters."
        candidates.append(topic)
    if draft.additional and spoken is not None and not shares_weapon(spoken, draft):
        # "an option for 14 further vehicles", behind a gift of something else
        told = next(
            (d for d in reversed(scene.recent()) if shares_weapon(d, draft) and d.line.story == line.story), None
        )
        candidates.extend([told.recipient] if told is not None and told.recipient is not None else [])
    if spoken is not None and spoken.recipient is not None and spoken.line.story == line.story:
        near = 3 if draft.definite else int(draft.kind is TransferKind.PLAN)
        if draft.counted and draft.supplier is not None and _of_same_two(scene, spoken, line, draft.supplier):
            near = max(near, 2)
        if line.block - spoken.line.block <= near:
            candidates.append(spoken.recipient)
    if topic is not None and not (
        chain is not None and chain.core.frame.id in (*SELLING, "give") and _acts_alike(scene, topic)
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
    if (only := _only_buyer(scene, draft)) is not None:
        candidates.append(only)
    for side in candidates:
        if side.key != supplier and side.key not in draft.barred and side.witness.story == line.story:
            return side.implied().without_firm()
    return None


def _of_same_two(scene: Scene, told: Draft, line: Line, seller: Side) -> bool:
    """Whether nobody but the two sides of a deal is named from there on: a story of one sentence to the paragraph goes on."""
    if (
        told.supplier is None
        or told.recipient is None
        or told.supplier.key != seller.key
        or told.line.story != line.story
    ):
        return False
    actors = scene.page.mentions.actors
    low = bisect_left(actors, told.line.start, key=lambda a: a.start)
    both = {told.supplier.key, told.recipient.key}
    for at in range(low, min(low + _FEW, len(actors))):
        if actors[at].start >= line.end:
            return True
        side = scene.side(actors[at])
        if side is not None and side.key not in both:
            return False
    return low + _FEW >= len(actors)


_FEW = 40
"""Within how many names of a deal a story may go on about the same two states."""


def _only_buyer(scene: Scene, draft: Draft) -> Side | None:
    """The state to which all deals of a story went so far, two at least: "Of the 36 fighters ordered none has come"."""
    if draft.kind is TransferKind.DONATION or not draft.counted or draft.stage not in CONTRACT:
        return None
    buyers = [d.recipient for d in scene.recent() if d.line.story == draft.line.story and d.recipient is not None]
    return buyers[0] if len(buyers) > 1 and len({s.key for s in buyers}) == 1 else None


def shares_weapon(deal: Draft, draft: Draft) -> bool:
    return not {w.key for w in deal.weapons}.isdisjoint(w.key for w in draft.weapons)


def names_crowd(chain: Chain) -> bool:
    """Whether goods go to several that have no name: "won orders from three Middle Eastern states"."""
    tokens, core = chain.line.tokens, chain.core
    if any(
        a.text in _OWNERS and b.text in _CROWDS for a, b in pairwise(tokens[core.end : min(core.end + 4, chain.reach)])
    ):
        # "Korean industry owed its customers 1,020 guns"
        return True
    if "which" in chain.line.at and _are_meant(chain):
        return True
    table = (t.mention for m in chain.matches for p in ("from", "to", "with") for t in m.places.get(p, ()))
    return any(
        isinstance(m, ValueMention) and m.noun is not None and m.noun.split()[-1].lower() in _CROWDS for m in table
    )


def _are_meant(chain: Chain) -> bool:
    """Whether a clause says with or to how many the seller deals: "ten countries with which it is negotiating"."""
    tokens, low = chain.line.tokens, min(chain.core.begin, chain.core.group.start)
    words = [t.text for t in tokens[max(0, low - 4) : low + 2]]
    at = next((n for n, (a, b) in enumerate(pairwise(words)) if a in ("with", "to") and b == "which"), None)
    if not at:
        return False
    return words[at - 1] in _CROWDS or words[at - 1].split()[-1] in _CROWDS


def _is_unnamed(chain: Chain) -> bool:
    """Whether who buys is kept secret: "An unnamed Asian country ordered drones"."""
    core = chain.core
    if core.noun or not _SECRET & chain.line.at.keys():
        return False
    words = [t.text for t in core.line.tokens[core.begin : core.group.start]][-6:]
    return not _SECRET.isdisjoint(words) and not _BUYERS.isdisjoint(words)


_SECRET = frozenset("unnamed undisclosed unidentified unspecified anonymous".split())
_OWNERS = frozenset("its their his other foreign overseas export".split())


def _is_separate(chain: Chain) -> bool:
    """Whether a deal is said to be another one than that spoken of: "supplied by ASELSAN under a separate agreement"."""
    words = [t.text for t in chain.line.tokens[chain.begin : chain.reach + 5]]
    return any(a == "separate" and b in ("agreement", "contract", "deal", "order") for a, b in pairwise(words))


_CROWDS = frozenset("states countries nations customers buyers operators governments clients armies navies".split())


_BUYERS = _CROWDS | frozenset("state country nation customer buyer operator government client army navy force".split())


def _acts_alike(scene: Scene, topic: Side) -> bool:
    """Whether the state spoken of before was one that gave or sold: "Lithuania sent 62. The Czech Republic has supplied 40"."""
    before = next((s for _, s in reversed(scene.topics) if s.key == topic.key), topic)
    line = scene.last
    if line is None or not line.start <= before.witness.start < line.end:
        return False
    return not _HANDS_ON.isdisjoint(line.texts) and _LEAVE.isdisjoint(line.texts)


_LEAVE = frozenset("approval consent blessing nod go-ahead assent agreement light".split())
"""What is given to a purchase: "The cabinet gave its approval"."""
_HANDS_ON = frozenset("sent gave donated supplied delivered provided sold shipped exported promised pledged".split())


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
            return side if side.is_state and side.company is None else None
    return None


def buyer_is_pronoun(chain: Chain | None) -> bool:
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
