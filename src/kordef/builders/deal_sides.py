"""Who is on which side of a deal: from the roles of its triggers, from the goods' origin, and from what was told before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from kordef.builders.clauses import names_agent
from kordef.builders.deal_chains import Chain, part
from kordef.builders.deal_scene import Scene
from kordef.builders.deals import Draft, Side
from kordef.builders.frames import Match
from kordef.builders.tokens import Line, Token
from kordef.mentions.model import ActorMention, WeaponMention
from kordef.vocabulary import ActorKind, EvidenceKind, TransferKind

__all__ = ["AIDED", "Sides", "complete", "sides_of", "stays_at_home"]

AIDED = frozenset(["state:UA"])
"""States at war, to which other states give arms unless it is said that they sell them."""


@frozen(kw_only=True)
class Sides:
    """The sides that the words of a chain give; ``recipients`` are several where goods go to several."""

    supplier: Side | None = None
    recipients: tuple[tuple[Token, Side], ...] = ()
    end_user: Side | None = None
    companies: tuple[ActorMention, ...] = ()
    domestic: bool = False
    """Whether goods stay in the country that they come from."""
    named: frozenset[str] = frozenset()
    """The codes of all states that the roles name."""


class _Found:
    def __init__(self, origins: set[str]) -> None:
        self.origins = origins
        self.supplier: Side | None = None
        self.recipients: list[tuple[Token, Side]] = []
        self.end_user: Side | None = None
        self.companies: list[ActorMention] = []

    def supply(self, side: Side) -> None:
        if side.company is not None and self.origins and side.key not in self.origins:
            # a local branch of the maker: the goods come from elsewhere
            if side.company.key not in {c.key for c in self.companies}:
                self.companies.append(side.company)
            return
        if side.company is not None and side.company.key not in {c.key for c in self.companies}:
            self.companies.append(side.company)
        if self.supplier is None or (
            self.supplier.company is not None and side.company is None and self.supplier.key == side.key
        ):
            self.supplier = side

    def receive(self, token: Token, side: Side) -> None:
        if side.key not in {s.key for _, s in self.recipients}:
            self.recipients.append((token, side))


def sides_of(scene: Scene, chain: Chain, weapons: Sequence[WeaponMention]) -> Sides:
    """The sides of a chain's deal, as its roles and the goods' origins tell."""
    origins = {f"state:{w.origin}" for w in weapons if w.origin}
    found = _Found(origins)
    later: list[tuple[Match, str, Token, Side]] = []
    gives = chain.kind is TransferKind.DONATION and chain.core.frame.id in ("pay", "buy")
    first = min((w.start for w in weapons), default=0)
    for role, pairs in chain.roles.items():
        if role == "supplier" and len(pairs) > 1:
            # "money from the EU and arms from Washington": the nearest before the goods
            pairs = sorted(pairs, key=lambda p: (p[1].start > first, -p[1].start if p[1].start < first else p[1].start))
        for match, token, actor, side in _actors(scene, pairs):
            if _put(scene, found, role, token, actor, side, match, gives):
                continue
            later.append((match, role, token, side))
    if found.supplier is None and (fronted := _fronted(scene, chain)) is not None:
        found.supply(fronted)
    given = {s.key for _, s in found.recipients} | {s.key for _, role, _, s in later if role == "for"}
    if chain.kind is TransferKind.DONATION or (chain.core.frame.id in ("package", "delivery") and given & AIDED):
        # "Denmark announced a package for Ukraine"
        for side in (s for _, role, _, s in later if role in ("partner", "supplier_or_recipient") and given - {s.key}):
            found.supply(side)
        later = [x for x in later if given <= {x[3].key} or x[1] not in ("partner", "supplier_or_recipient")]
    for match, role, token, side in later:
        _put_by_origin(chain, found, role, token, side, origins, match)
    return _settled(scene, chain, found, origins)


def _actors(scene: Scene, pairs: Sequence[tuple[Match, Token]]) -> Iterator[tuple[Match, Token, ActorMention, Side]]:
    for match, token in pairs:
        actor = token.mention
        if isinstance(actor, ActorMention) and actor.kind is not ActorKind.MEDIA:
            side = scene.side(actor)
            if side is not None and (side.key.startswith(("state:", "organisation:"))):
                yield match, token, actor, side


def _put(
    scene: Scene,
    found: _Found,
    role: str,
    token: Token,
    actor: ActorMention,
    side: Side,
    match: Match,
    chain_gives: bool,
) -> bool:
    """Put an actor whose role alone tells the side; whether that was so."""
    if role == "supplier":
        if (
            actor.as_place
            and actor.kind is ActorKind.STATE
            and match.places.get("subject")
            and token in match.places["subject"]
        ):
            return True
        found.supply(side)
        return True
    if role == "recipient" and chain_gives and token in match.places.get("subject", ()):
        # "the Netherlands promised to pay for 14 Leopards"
        found.supply(evolve(side, company=None))
        return True
    if role == "recipient":
        if side.company is not None:
            if scene.buys_for_state(actor):
                found.receive(token, evolve(side, company=None))
            return True
        if actor.form == "adjective" and side.key in found.origins:
            # "American purchases": what is bought there
            found.supply(side)
        elif not actor.as_place or _is_goal(match, token):
            found.receive(token, side)
        return True
    if role == "company":
        found.supply(side)
        return True
    if role == "place":
        # "the tanks arrived in Poland"
        found.receive(token, evolve(side, company=None))
        return True
    if role == "end_user":
        found.end_user = found.end_user or side
        return True
    if role in ("losers", "co_supplier", "role", "value", "deal", "framework"):
        return True
    if role == "follower":
        if side.company is not None and not scene.buys_for_state(actor):
            found.supply(side)
        else:
            found.receive(token, evolve(side, company=None))
        return True
    if role == "goal":
        # "howitzers have gone to Kyiv", but "the money has gone to South Korea for tanks"
        if match.places.get("for"):
            found.supply(side)
        else:
            found.receive(token, evolve(side, company=None))
        return True
    if side.company is not None and not scene.buys_for_state(actor):
        found.supply(side)
        return True
    return _owns_firm(match.line, token)


def _fronted(scene: Scene, chain: Chain) -> Side | None:
    """The supplier that a sentence begins with: "From France it is getting radars"."""
    tokens = chain.line.tokens
    at = min(chain.scope, *(m.begin for m in chain.matches))
    if at + 1 < len(tokens) and tokens[at].text == "from":
        actor = tokens[at + 1].mention
        return scene.side(actor) if isinstance(actor, ActorMention) else None
    return None


def _owns_firm(line: Line, token: Token) -> bool:
    """Whether a state is only named as the home of a firm: "Germany's TKMS"."""
    position = _at(line, token)
    following = line.tokens[position + 1 : position + 3]
    if len(following) == 2 and following[0].text in ("’s", "'s"):
        mention = following[1].mention
        return isinstance(mention, ActorMention) and mention.kind is ActorKind.COMPANY
    return False


def _at(line: Line, token: Token) -> int:
    return next((n for n, t in enumerate(line.tokens) if t is token), 0)


def _is_goal(match: Match, token: Token) -> bool:
    """Whether a place is where goods go ("deliveries to Poland")."""
    return token in match.places.get("to", ()) or token in match.places.get("object", ())


def _put_by_origin(
    chain: Chain, found: _Found, role: str, token: Token, side: Side, origins: set[str], match: Match
) -> None:
    """Put an actor whose side depends on where the goods come from."""
    line = chain.line
    actor = token.mention
    assert isinstance(actor, ActorMention)
    if actor.as_place and not _is_goal(match, token):
        return
    if role in ("partner", "supplier_or_recipient", "lessee_or_lessor"):
        if (
            side.key in origins
            or (found.supplier is not None and found.supplier.key == side.key)
            or (found.supplier is None and found.recipients and not origins and side.key != found.recipients[0][1].key)
            or (role == "lessee_or_lessor" and found.supplier is None and found.recipients)
        ):
            found.supply(side)
        else:
            found.receive(token, evolve(side, company=None))
    elif role == "approver":
        selling = chain.core.frame.id in ("sale", "possible-sale", "sell", "supply") or (
            chain.core.frame.id == "approve-goods" and (side.key in origins or not origins)
        )
        if (
            side.key in origins
            or (selling and found.supplier is None and any(s.key != side.key for _, s in found.recipients))
            or (selling and side.key == "state:US")
        ):
            found.supply(side)
        elif not found.recipients:
            found.receive(token, side)
    elif role in ("items", "goods_or_recipient", "for"):
        _put_beside_goods(chain, found, role, token, side, origins, line, match)


def _put_beside_goods(
    chain: Chain, found: _Found, role: str, token: Token, side: Side, origins: set[str], line: Line, match: Match
) -> None:
    """An actor among the goods: "South Korean K2 tanks", "gave Ukraine 20 HIMARS", "for the Polish army"."""
    position = _at(line, token)
    if token in match.places.get("with", ()) and not chain.core.noun:
        # "and, with Denmark, 100 Leopards": whoever joins in
        return
    following = line.tokens[position + 1 : position + 4]
    owns = bool(following) and following[0].text in ("’s", "'s")
    names_goods = any(t.kind == "weapon" for t in following) and (owns or not any(t.kind == "value" for t in following))
    actor = token.mention
    assert isinstance(actor, ActorMention)
    if side.key in origins or (actor.form == "adjective" and names_goods and not origins):
        found.supply(side)
    elif owns and names_goods:
        if not origins:
            found.supply(side)
        elif match.frame.roles.get("subject") == "recipient":
            # "Estonia's 12 K9s, contracted in 2018"
            found.receive(token, side)
    elif actor.form == "adjective" and names_goods:
        return
    elif (
        role == "for"
        and chain.core.frame.id == "buy"
        and found.recipients
        and side.key not in {s.key for _, s in found.recipients}
    ):
        found.end_user = found.end_user or side
    elif (
        actor.form != "adjective"
        or (following and names_agent(following[0]))
        or any(t.kind == "actor" for t in following[:1])
    ):
        found.receive(token, side)


def _settled(scene: Scene, chain: Chain, found: _Found, origins: set[str]) -> Sides:
    """No state stands on both sides; goods that stay at home are no transfer."""
    supplier = found.supplier
    recipients = found.recipients
    domestic = False
    if supplier is not None:
        others = [(t, s) for t, s in recipients if s.key != supplier.key]
        if recipients and not others:
            buying = chain.core.frame.id in ("buy", "purchase", "select") and supplier.company is not None
            domestic = buying or supplier.key in origins
            recipients = []
            if supplier.company is None and not domestic:
                supplier = None
        else:
            recipients = others
    elif recipients and origins and all(s.key in origins for _, s in recipients) and len(origins) == 1:
        if chain.kind not in (TransferKind.DONATION, TransferKind.LEASE):
            domestic = True
    return Sides(
        supplier=supplier,
        recipients=tuple(recipients),
        end_user=found.end_user,
        companies=tuple(found.companies),
        domestic=domestic,
        named=frozenset(
            side.key.removeprefix("state:")
            for pairs in chain.roles.values()
            for _, _, _, side in _actors(scene, pairs)
            if side.company is None
        ),
    )


# ---- what the sentence leaves out


def complete(scene: Scene, draft: Draft, chain: Chain | None) -> None:
    """The supplier that the goods' origin tells, the buyer spoken of before."""
    if (
        draft.supplier is None
        and chain is not None
        and chain.core.frame.id in (*_SELLING, "give")
        and _buyer_is_pronoun(chain)
    ):
        # "it had sold the Americans 100,000 rounds"
        topic = scene.topic(draft.line, *([draft.recipient.key] if draft.recipient else []))
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
    if draft.recipient is None:
        draft.recipient = _placed(scene, draft, chain) or _recipient_before(scene, draft, chain)


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
    topic = scene.topic(draft.line)
    return topic is not None and any(w.origin and f"state:{w.origin}" == topic.key for w in draft.weapons)


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
    active = chain is not None and not chain.core.group.passive and not chain.core.reduced
    if draft.kind is TransferKind.DONATION or (
        active and chain is not None and not origins and chain.core.frame.id in _SELLING
    ):
        topic = scene.topic(draft.line, *([recipient] if recipient else [])) or _giver(scene, draft, recipient)
        return evolve(topic, kind=EvidenceKind.IMPLIED) if topic else None
    for key, weapon in origins.items():
        if key != recipient:
            return Side(key=key, witness=weapon, kind=EvidenceKind.CATALOGUE)
    if not origins and draft.weapons and (firm := _only_firm(scene, draft, recipient)) is not None:
        draft.companies.append(firm)
        return scene.side(firm)
    spoken = scene.focus
    if (
        not origins
        and spoken is not None
        and spoken.supplier is not None
        and (draft.definite or draft.additional or draft.weak)
    ):
        if spoken.line.block == draft.line.block and spoken.supplier.key != recipient:
            return evolve(spoken.supplier, kind=EvidenceKind.IMPLIED)
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
    for token in draft.line.tokens:
        actor = token.mention
        if isinstance(actor, ActorMention) and actor.kind is ActorKind.COMPANY and not scene.buys_for_state(actor):
            side = scene.side(actor)
            if side is not None and side.key != recipient:
                firms.setdefault(side.key, actor)
    return next(iter(firms.values())) if len(firms) == 1 else None


_SELLING = ("sell", "supply", "deliver", "offer", "lend")


def _is_loser(chain: Chain, token: Token) -> bool:
    return any(t is token for _, t in chain.roles.get("losers", ()))


def _recipient_near(scene: Scene, draft: Draft, chain: Chain | None) -> Side | None:
    """The only other state that the clause names, or what stands before it in the sentence."""
    low = min(m.begin for m in chain.matches) if chain else 0
    high = chain.reach if chain else len(draft.line.tokens)
    near = _states_between(scene, draft, chain, max(0, low - 6), high)
    return near or (_states_between(scene, draft, chain, 0, low) if low > 0 else None)


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
        if side is None or side.key == supplier or not side.key.startswith("state:"):
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


def _joins_in(tokens: Sequence[Token], at: int) -> bool:
    """Whether a state only takes part: "jointly with Denmark", "in cooperation with the Netherlands and Norway"."""
    position = at - 1
    while position >= 0 and (tokens[position].kind == "actor" or tokens[position].text in ("and", "the", ",")):
        position -= 1
    return position > 0 and tokens[position].text in ("with", "from", "against", "alongside", "like")


def _speaks(line: Line, token: Token) -> bool:
    """Whether an actor is the one who says so: ", Seoul's defence ministry said"."""
    position = _at(line, token)
    return any(t.text in ("said", "says", "told", "reported") for t in line.tokens[position + 1 : position + 5])


def _recipient_before(scene: Scene, draft: Draft, chain: Chain | None) -> Side | None:
    supplier = draft.supplier.key if draft.supplier else ""
    origins = {f"state:{w.origin}" for w in draft.weapons if w.origin}
    line = draft.line
    spoken = scene.focus
    candidates: list[Side] = []
    own = _buyer_is_pronoun(chain) and (chain is None or chain.core.frame.id not in (*_SELLING, "give"))
    topic = scene.topic(line, supplier, *origins)
    if own and topic is not None:
        candidates.append(topic)
    if spoken is not None and spoken.recipient is not None and spoken.line.story == line.story:
        if line.block - spoken.line.block <= (1 if draft.definite or draft.kind is TransferKind.PLAN else 0):
            candidates.append(spoken.recipient)
    if topic is not None:
        candidates.append(topic)
    candidates.extend(s for s in scene.head if s.key not in (supplier, *origins))
    if len({s.key for s in scene.title if s.key not in (supplier, *origins)}) == 1:
        candidates.extend(s for s in scene.title if s.key not in (supplier, *origins))
    for side in candidates:
        if side.key != supplier and side.witness.story == line.story:
            return evolve(side, kind=EvidenceKind.IMPLIED, company=None)
    return None


def _buyer_is_pronoun(chain: Chain | None) -> bool:
    """Whether the one who buys is "it", "they" or "the country": the state that the text is about."""
    if chain is None:
        return False
    core = chain.core
    if core.noun or part(core) != "act" or core.places.get("subject"):
        return False
    words = [t.text for t in core.line.tokens[core.begin : core.group.start]][-14:]
    return bool(set(words) & {"it", "they", "country", "army", "government", "navy", "he", "she"})
