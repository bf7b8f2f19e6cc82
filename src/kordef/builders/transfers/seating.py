"""The side of a deal on which an actor is put: by its role, by where the goods come from, or by its place beside them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from kordef.builders.grammar.clauses import names_agent
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Line, Token, position_of
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.deals import Side
from kordef.builders.transfers.seats import acts, is_goal, owns_firm
from kordef.builders.transfers.wars import AIDED
from kordef.builders.transfers.words import MADE
from kordef.mentions.model import ActorMention, ValueMention, WeaponMention
from kordef.vocabulary import ActorKind

__all__ = ["FUNDING", "Found", "Named", "put_by_origin", "put_by_role"]

FUNDING = frozenset(["finance", "pay"])
"""Frames of paying: whoever pays for goods for a state at war gives them."""


class Found:
    """The sides as far as the words of a chain have put them."""

    def __init__(self, origins: set[str], weapons: Sequence[WeaponMention], *, gives: bool) -> None:
        self.origins = origins
        self.weapons = weapons
        self.gives = gives
        """Whether who buys or pays makes a gift of it."""

        self.supplier: Side | None = None
        self.recipients: list[tuple[Token, Side]] = []
        self.end_user: Side | None = None
        self.companies: list[ActorMention] = []
        self.guess: Side | None = None
        self.pair = False
        self.firm: Side | None = None
        """A firm that sells what comes from another country than its own."""

    def supply(self, side: Side) -> None:
        """Put one on the side that sells or gives; the first to be put stays, but a state goes before its firm."""
        if side.company is not None and self.origins and side.key not in self.origins:
            # a local branch of the maker, or one who builds what others designed
            self.firm = self.firm or side
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
        """Put one, once, on the side that gets the goods."""
        if side.key not in {s.key for _, s in self.recipients}:
            self.recipients.append((token, side))


@frozen(kw_only=True)
class Named:
    """An actor that stands in a place of a frame, with the role of that place."""

    match: Match
    role: str
    token: Token
    actor: ActorMention
    side: Side
    sells: bool
    """Whether it is a firm that does not order for its state."""

    @property
    def acts_first(self) -> bool:
        """Whether it stands in the subject."""
        return self.token in self.match.places.get("subject", ())


def put_by_role(found: Found, named: Named) -> bool:
    """Put an actor whose role alone tells the side; whether that was so."""
    if named.role in _ON_NEITHER:
        return True
    if (put := _BY_ROLE.get(named.role)) is not None:
        put(found, named)
        return True
    if named.sells:
        found.supply(named.side)
        return True
    return owns_firm(named.match.line, named.token)


def _put_supplier(found: Found, named: Named) -> None:
    """A supplier, unless it is only the place where the subject is: "in Germany, Rheinmetall delivered"."""
    placed = named.actor.as_place and named.actor.kind is ActorKind.STATE and named.acts_first
    if not placed or acts(named.match, named.token):
        found.supply(named.side)


def _put_recipient(found: Found, named: Named) -> None:
    """A recipient, unless it pays for what others get, is a firm, or is where the goods come from."""
    match, token, actor, side = named.match, named.token, named.actor, named.side
    if named.acts_first and (found.gives or (match.frame.id in FUNDING and _aids(match))):
        # "the Netherlands promised to pay for 14 Leopards", "Germany paid $200 million for 12 missiles for Ukraine"
        found.supply(side.without_firm())
    elif side.company is not None:
        foreign = bool(found.origins) and side.key not in found.origins and match.frame.id in _ORDERS
        if foreign or not named.sells:
            found.receive(token, side.without_firm())
    elif actor.form == "adjective" and side.key in found.origins:
        # "American purchases": what is bought there
        found.supply(side)
    elif not actor.as_place or is_goal(match, token) or acts(match, token):
        found.receive(token, side)


def _aids(match: Match) -> bool:
    """Whether what is paid for goes to a state at war."""
    return any(isinstance(m := t.mention, ActorMention) and m.key in AIDED for t in match.places.get("for", ()))


def _put_company(found: Found, named: Named) -> None:
    """A firm; "on order through OCCAR", "through a broker from Serbia" say who handles an order, not who sells."""
    sold = any(t.kind == "actor" for t in named.match.places.get("from", ()))
    if not sold and not named.side.key.startswith("organisation:"):
        found.supply(named.side)


def _put_funder(found: Found, named: Named) -> None:
    """Who finds the money buys ("Romania earmarked $4 billion for 216 tanks"), or gives.

    "Ottawa set aside eight tanks for Ukraine"; "Canada financed a battery", for whom others must say.
    """
    places = named.match.places
    paid = any(isinstance(v := t.mention, ValueMention) and v.kind == "money" for t in places.get("object", ()))
    gives = not paid and any(t.kind == "actor" for p in ("for", "to") for t in places.get(p, ()))
    if gives or named.match.frame.id == "finance":
        found.supply(named.side)
    else:
        found.receive(named.token, named.side.without_firm())


def _put_place(found: Found, named: Named) -> None:
    """Where goods come to: "the tanks arrived in Poland"."""
    found.receive(named.token, named.side.without_firm())


def _put_end_user(found: Found, named: Named) -> None:
    found.end_user = found.end_user or named.side


def _put_follower(found: Found, named: Named) -> None:
    """Who comes after others in a list: a firm among sellers, a state among buyers."""
    if named.sells:
        found.supply(named.side)
    else:
        found.receive(named.token, named.side.without_firm())


def _put_goal(found: Found, named: Named) -> None:
    """ "Howitzers have gone to Kyiv", but "the money has gone to South Korea for tanks"."""
    goods = any(t.kind == "weapon" for t in named.match.places.get("subject", ()))
    if named.match.places.get("for") and not goods:
        found.supply(named.side)
    else:
        found.receive(named.token, named.side.without_firm())


_BY_ROLE: Mapping[str, Callable[[Found, Named], None]] = {
    "supplier": _put_supplier,
    "recipient": _put_recipient,
    "company": _put_company,
    "funder": _put_funder,
    "place": _put_place,
    "end_user": _put_end_user,
    "follower": _put_follower,
    "goal": _put_goal,
}
"""How an actor is put that stands in the place of a role."""

_ON_NEITHER = frozenset(["losers", "co_supplier", "role", "value", "deal", "framework"])
"""Roles of those who neither supply nor receive."""

_ORDERS = frozenset(["award", "buy"])
"""Frames in which a firm orders what comes from another country: "99 engines that Hindustan Aeronautics ordered"."""


def put_by_origin(chain: Chain, found: Found, named: Named) -> None:
    """Put an actor whose side depends on where the goods come from."""
    role, token, side, origins = named.role, named.token, named.side, found.origins
    if named.actor.as_place and not is_goal(named.match, token):
        return
    if role in ("partner", "supplier_or_recipient", "lessee_or_lessor"):
        if (
            side.key in origins
            or (found.supplier is not None and found.supplier.key == side.key)
            or (found.supplier is None and found.recipients and not origins and side.key != found.recipients[0][1].key)
            or (role == "lessee_or_lessor" and found.supplier is None and (found.recipients or _leases_to(named.match)))
        ):
            found.supply(side)
        else:
            found.receive(token, side.without_firm())
    elif role == "approver":
        selling = chain.core.frame.id in ("sale", "possible-sale", "sell", "supply", "delivery", "donation") or (
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
        _put_beside_goods(chain, found, named)


def _leases_to(match: Match) -> bool:
    """Whether who gets leased things is named right before them: "France has leased Greece two minehunters"."""
    things = match.places.get("object", ())
    taker = isinstance(first := things[0].mention, ActorMention) and first.form != "adjective" if things else False
    return taker and any(t.kind in ("weapon", "value") for t in things[1:]) and not match.places.get("from")


def _put_beside_goods(chain: Chain, found: Found, named: Named) -> None:
    """An actor among the goods: "South Korean K2 tanks", "gave Ukraine 20 HIMARS", "for the Polish army"."""
    match, token, actor, side, origins = named.match, named.token, named.actor, named.side, found.origins
    line = chain.line
    position = position_of(line, token)
    if token in match.places.get("with", ()) and not chain.core.noun:
        # "and, with Denmark, 100 Leopards": whoever joins in
        return
    if not match.noun and line.tokens[match.end - 1].text == "to" and match.end <= position <= match.end + 1:
        # "14 Mi-8s passed to Ukraine"
        found.receive(token, side)
        return
    beside = match.places.get("object", ())
    if not (match.noun or match.group.passive or match.reduced):
        # "the jets that Slovakia had given Ukraine": only what stands behind the verb counts
        beside = tuple(t for t in beside if t.start > line.tokens[match.start].start)
    if _is_behind_goods(beside, token):
        # "parted with 22 howitzers, Latvia with six": who gets goods is named before them
        return
    following = line.tokens[position + 1 : position + 4]
    if line.tokens[position - 1].text == "and" and [t.text for t in following[:2]] == [",", "which"]:
        # "Poland, which bought 20, and Lithuania, which paid for eight"
        return
    if len(following) > 1 and following[0].text == "-" and following[1].text in MADE:
        # "180 South Korea-made tanks"
        found.supply(side)
        return
    owns = bool(following) and following[0].text in ("’s", "'s")
    goods = line.tokens[position + 1 : position + 7] if owns else following
    first = next((n for n, t in enumerate(goods) if t.kind == "weapon"), None)
    names_goods = first is not None and (owns or not any(t.kind == "value" for t in following[:first]))
    sells = chain.core.frame.id == "sell" and not owns
    taken = (
        chain.core.frame.id in _TAKING
        and any(t.mention in found.weapons for t in goods if t.kind == "weapon")
        and bool(found.recipients)
        and all(s.key != side.key for _, s in found.recipients)
    )
    if side.key in origins or (actor.form == "adjective" and names_goods and (not origins or sells or taken)):
        # "decided to sell 24 Danish F-16s", "received its first Norwegian F-16s"
        found.supply(side)
    elif owns and names_goods:
        if not origins or _parts_with(match, token, side):
            found.supply(side)
        elif match.frame.roles.get("subject") == "recipient" or _goes_nowhere(match):
            # "Estonia's 12 K9s, contracted in 2018", "Estonia's first three K9s arrived in 2020"
            found.receive(token, side)
    elif actor.form == "adjective" and names_goods:
        return
    elif (
        named.role == "for"
        and chain.core.frame.id == "buy"
        and found.recipients
        and side.key not in {s.key for _, s in found.recipients}
        and _is_behind_for(line, position)
    ):
        found.end_user = found.end_user or side
    elif (
        actor.form != "adjective"
        or (following and (names_agent(following[0]) or following[0].text in _NEEDS))
        or any(t.kind == "actor" for t in following[:1])
    ):
        found.receive(token, side)


_TAKING = frozenset(["receive", "buy", "accept", "take"])
"""Frames of getting things, whose subject an adjective before the goods does not belong to."""


def _parts_with(match: Match, token: Token, side: Side) -> bool:
    """Whether the owner of goods lets go of them: "bought Denmark's old F-16s", "Denmark's F-16s went to Argentina"."""
    if side.company is not None:
        return False
    if match.frame.id in ("arrive", "head-for"):
        goals = (*match.places.get("object", ()), *match.places.get("to", ()))
        # "Ottawa's four tanks for Ukraine arrived"
        between = match.line.tokens[position_of(match.line, token) : match.start]
        meant = any(
            a.text == "for" and isinstance(m := b.mention, ActorMention) and m.key in AIDED
            for a, b in pairwise(between)
        )
        return meant or any(t.kind == "actor" for t in goals)
    if match.noun or match.frame.id != "buy" or match.group.passive or match.reduced:
        return False
    buyers = [t for t in match.places.get("subject", ()) if isinstance(t.mention, ActorMention)]
    return bool(buyers) and token in match.places.get("object", ())


def _is_behind_for(line: Line, at: int) -> bool:
    """Whether an actor stands right behind "for": "for Ukraine", not "Iraq for eight"."""
    before = at - 1
    while before > 0 and line.tokens[before].text in ("the", "its"):
        before -= 1
    return line.tokens[before].text == "for"


_NEEDS = frozenset(
    "programme program order tender contest competition requirement project contract deal procurement".split()
)


def _goes_nowhere(match: Match) -> bool:
    """Whether goods arrive, and no word says where."""
    return match.frame.id == "arrive" and not any(match.places.get(p) for p in ("object", "to", "in"))


def _is_behind_goods(place: Sequence[Token], token: Token) -> bool:
    """Whether an actor that is no adjective stands behind goods in an object."""
    if token not in place or not isinstance(token.mention, ActorMention) or token.mention.form == "adjective":
        return False
    return any(t.kind == "weapon" for t in place if t.start < token.start)
