"""Who is on which side of a deal: from the roles of its triggers, from the goods' origin, and from what was told before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import frozen

from kordef.builders.goods import class_head
from kordef.builders.grammar.clauses import names_agent
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Line, Token, position_of
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.deals import Side
from kordef.builders.transfers.rivals import owns_loser, passed_over_by
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.seats import (
    MADE,
    acts,
    foots_bill,
    is_backdrop,
    is_goal,
    is_measured,
    is_met_apart,
    is_unnamed,
    owns_firm,
    pair_meant,
)
from kordef.mentions.model import ActorMention, ValueMention, WeaponMention
from kordef.vocabulary import ActorKind, TransferKind

__all__ = ["AIDED", "FUNDING", "HOSTILE", "Sides", "actors_of", "guessed", "is_bystander", "names_aided", "sides_of"]

AIDED = frozenset(["state:UA"])
"""States at war, to which other states give arms unless it is said that they sell them."""
FUNDING = frozenset(["finance", "pay"])
"""Frames of paying: whoever pays for goods for a state at war gives them."""
HOSTILE = frozenset("state:RU state:BY state:KP state:IR".split())
"""States that arm the other side, and give nothing to a state at war that others aid."""
_AIDED_NAMES = frozenset(["ukraine", "ukrainian"])


def names_aided(token: Token) -> bool:
    """Whether a body is called after a state at war, so that a text of its speaks of aid to it: "Ukraine Support Tracker"."""
    actor = token.mention
    if not isinstance(actor, ActorMention) or actor.kind in (ActorKind.STATE, ActorKind.PERSON):
        return False
    return not actor.acts_for and bool(_AIDED_NAMES & set(token.text.lower().split()))


@frozen(kw_only=True)
class Sides:
    """The sides that the words of a chain give; ``recipients`` are several where goods go to several."""

    supplier: Side | None = None
    recipients: tuple[tuple[Token, Side], ...] = ()
    end_user: Side | None = None
    companies: tuple[ActorMention, ...] = ()
    guess: Side | None = None
    """The recipient where only a guess says whose "the ministry" is."""
    domestic: bool = False
    """Whether goods stay in the country that they come from."""
    pair: bool = False
    """Whether the recipients are only meant by "the pair" or "both"."""
    named: frozenset[str] = frozenset()
    """The codes of all states that the roles name."""


class _Found:
    def __init__(self, origins: set[str]) -> None:
        self.origins = origins
        self.supplier: Side | None = None
        self.recipients: list[tuple[Token, Side]] = []
        self.end_user: Side | None = None
        self.companies: list[ActorMention] = []
        self.guess: Side | None = None
        self.pair = False
        self.weapons: Sequence[WeaponMention] = ()
        self.firm: Side | None = None
        """A firm that sells what comes from another country than its own."""

    def supply(self, side: Side) -> None:
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
        if side.key not in {s.key for _, s in self.recipients}:
            self.recipients.append((token, side))


def sides_of(scene: Scene, chain: Chain, weapons: Sequence[WeaponMention], others: Sequence[Token] = ()) -> Sides:
    """The sides of a chain's deal, as its roles and the goods' origins tell; ``others`` get goods of other deals."""
    origins = {f"state:{w.origin}" for w in weapons if w.origin} or _homes_of_class(scene, chain, weapons)
    found = _Found(origins)
    found.weapons = weapons
    later: list[tuple[Match, str, Token, Side]] = []
    gives = chain.kind is TransferKind.DONATION and chain.core.frame.id in ("pay", "buy")
    first = min((w.start for w in weapons), default=0)
    for role, pairs in chain.roles.items():
        if role == "supplier" and len(pairs) > 1:
            # "Seoul and Lima signed a deal to supply 12 jets": who makes them supplies them
            makers = {t.start for _, t, _, s in actors_of(scene, pairs) if s.key in origins}
            pairs = [p for p in pairs if not makers or p[1].start in makers or _is_firm(p[1])]
            # "money from the EU and arms from Washington": the nearest before the goods
            pairs = sorted(pairs, key=lambda p: (p[1].start > first, -p[1].start if p[1].start < first else p[1].start))
        for match, token, actor, side in actors_of(scene, pairs):
            if (
                any(token is other for other in others)
                or is_measured(chain.line, token)
                or owns_loser(chain.line, token)
                or foots_bill(chain.line, token)
                or is_backdrop(chain.line, token)
                or is_met_apart(chain.line, token)
                or passed_over_by(chain, position_of(chain.line, token))
            ):
                continue
            if role == "recipient" and is_unnamed(actor) and (local := _local(scene, chain)) is not None:
                # "In Finland, the defence ministry signed for another 112"
                found.receive(token, local)
                continue
            if role == "recipient" and guessed(actor) and match.frame.roles.get("subject") == "recipient":
                # "the ministry": of the state that the text is about
                found.guess = found.guess or side
                continue
            if _put(scene, found, role, token, actor, side, match, gives):
                continue
            later.append((match, role, token, side))
    if not found.recipients:
        near = scene.last if scene.last is not None and scene.last.block == chain.line.block else None
        for token in pair_meant(chain.core, near):
            one = scene.side(token.mention) if isinstance(token.mention, ActorMention) else None
            if one is not None:
                found.receive(token, one.implied())
                found.pair = True
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


def _is_firm(token: Token) -> bool:
    return isinstance(token.mention, ActorMention) and token.mention.kind is ActorKind.COMPANY


def _homes_of_class(scene: Scene, chain: Chain, weapons: Sequence[WeaponMention]) -> set[str]:
    """Where goods without a name may come from: the home of a weapon of that class that the text names, if it is a party.

    "South Korea and Slovakia agreed to open talks on light combat aircraft" in a text about the FA-50.
    """
    heads = {class_head(w.category or w.name) for w in weapons if w.form == "class"}
    if not heads or chain.part("deal") is None or len(chain.roles.get("partner", ())) < 2:
        return set()
    parties = {s.key for _, _, _, s in actors_of(scene, chain.roles["partner"])}
    homes = {f"state:{w.origin}" for w in scene.named(chain.line) if w.origin and class_head(w.category) in heads}
    return homes & parties if len(homes & parties) == 1 else set()


def actors_of(scene: Scene, pairs: Sequence[tuple[Match, Token]]) -> Iterator[tuple[Match, Token, ActorMention, Side]]:
    for match, token in pairs:
        actor = token.mention
        if isinstance(actor, ActorMention) and actor.kind is not ActorKind.MEDIA:
            side = scene.side(actor)
            if side is not None and side.official and not is_bystander(match.line, token):
                yield match, token, actor, side


def _comes_back(chain: Chain) -> bool:
    """Whether used arms may go back to where they were made: "bought back", "returned", "surplus"."""
    return not _BACK.isdisjoint(chain.line.texts)


_BACK = frozenset(
    "back return returned returns returning surplus second-hand secondhand used retired refurbished resell old older".split()
)


def is_bystander(line: Line, token: Token) -> bool:
    """Whether a state is only the home of who lost or competes: "following close competition from an American rival"."""
    if _RIVALS.isdisjoint(line.texts) and line.at.keys().isdisjoint(("venture", "originally")):
        return False
    at = position_of(line, token) + 1
    if "originally" in [t.text for t in line.tokens[max(0, at - 4) : at]]:
        # "the jets, originally from the United States"
        return True
    following = line.tokens[at : at + 4]
    while len(following) > 2 and (following[0].kind == "actor" or following[0].text in ("-", "–")):
        following = following[1:]
    if [t.text for t in following[:2]] == ["joint", "venture"]:
        # "an Indian-Russian joint venture"
        return True
    return at < len(line.tokens) and line.tokens[at].text in _RIVALS


_RIVALS = frozenset(
    "rival rivals competitor competitors contender contenders bidder bidders offering challenger".split()
)


def guessed(actor: ActorMention) -> bool:
    """Whether it is only inferred for which state a body without a name acts ("the ministry")."""
    return bool(actor.inferred) and actor.form == "title" and actor.kind is not ActorKind.PERSON


def _aids(match: Match) -> bool:
    return any(isinstance(m := t.mention, ActorMention) and m.key in AIDED for t in match.places.get("for", ()))


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
            and not acts(match, token)
            and actor.kind is ActorKind.STATE
            and match.places.get("subject")
            and token in match.places["subject"]
        ):
            return True
        found.supply(side)
        return True
    if role == "recipient" and chain_gives and token in match.places.get("subject", ()):
        # "the Netherlands promised to pay for 14 Leopards"
        found.supply(side.without_firm())
        return True
    if role == "recipient" and match.frame.id in FUNDING and token in match.places.get("subject", ()) and _aids(match):
        # "Germany paid $200 million for 12 missiles for Ukraine"
        found.supply(side.without_firm())
        return True
    if role == "recipient":
        if side.company is not None:
            foreign = bool(found.origins) and side.key not in found.origins and match.frame.id in _ORDERS
            if scene.buys_for_state(actor) or foreign:
                found.receive(token, side.without_firm())
            return True
        if actor.form == "adjective" and side.key in found.origins:
            # "American purchases": what is bought there
            found.supply(side)
        elif not actor.as_place or is_goal(match, token) or acts(match, token):
            found.receive(token, side)
        return True
    if role == "company":
        if not side.key.startswith("organisation:"):
            # "on order through OCCAR" says who handles an order, not who sells
            found.supply(side)
        return True
    if role == "funder":
        # "Romania earmarked $4 billion for 216 tanks", but "Ottawa set aside eight tanks for Ukraine"
        paid = any(
            isinstance(v := t.mention, ValueMention) and v.kind == "money" for t in match.places.get("object", ())
        )
        gives = not paid and any(t.kind == "actor" for p in ("for", "to") for t in match.places.get(p, ()))
        if gives or match.frame.id == "finance":
            # "Canada financed a battery": for whom others must say
            found.supply(side)
        else:
            found.receive(token, side.without_firm())
        return True
    if role == "place":
        # "the tanks arrived in Poland"
        found.receive(token, side.without_firm())
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
            found.receive(token, side.without_firm())
        return True
    if role == "goal":
        # "howitzers have gone to Kyiv", but "the money has gone to South Korea for tanks"
        goods = any(t.kind == "weapon" for t in match.places.get("subject", ()))
        if match.places.get("for") and not goods:
            found.supply(side)
        else:
            found.receive(token, side.without_firm())
        return True
    if side.company is not None and not scene.buys_for_state(actor):
        found.supply(side)
        return True
    return owns_firm(match.line, token)


_ORDERS = frozenset(["award", "buy"])
"""Frames in which a firm orders what comes from another country: "99 engines that Hindustan Aeronautics ordered"."""


def _fronted(scene: Scene, chain: Chain) -> Side | None:
    """The supplier that a sentence begins with: "From France it is getting radars"."""
    tokens = chain.line.tokens
    at = min(chain.scope, *(m.begin for m in chain.matches))
    if at + 2 < len(tokens) and tokens[at].text == "from":
        return scene.side_at(tokens, at + 1)
    return None


def _local(scene: Scene, chain: Chain) -> Side | None:
    """The country that a sentence begins with, whose "ministry" and "army" its words mean: "In neighbouring Finland, ..."."""
    tokens = chain.line.tokens
    if len(tokens) < 3 or tokens[0].text != "in":
        return None
    token = next((t for t in tokens[1:3] if t.kind != "word"), None)
    side = scene.side(token.mention) if token is not None and isinstance(token.mention, ActorMention) else None
    return side.implied() if side is not None and side.is_state else None


def _put_by_origin(
    chain: Chain, found: _Found, role: str, token: Token, side: Side, origins: set[str], match: Match
) -> None:
    """Put an actor whose side depends on where the goods come from."""
    line = chain.line
    actor = token.mention
    assert isinstance(actor, ActorMention)
    if actor.as_place and not is_goal(match, token):
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
        _put_beside_goods(chain, found, role, token, side, origins, line, match)


def _put_beside_goods(
    chain: Chain, found: _Found, role: str, token: Token, side: Side, origins: set[str], line: Line, match: Match
) -> None:
    """An actor among the goods: "South Korean K2 tanks", "gave Ukraine 20 HIMARS", "for the Polish army"."""
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
    names_goods = any(t.kind == "weapon" for t in goods) and (owns or not any(t.kind == "value" for t in following))
    actor = token.mention
    assert isinstance(actor, ActorMention)
    sells = chain.core.frame.id == "sell" and not owns
    if side.key in origins or (actor.form == "adjective" and names_goods and (not origins or sells)):
        # "decided to sell 24 Danish F-16s"
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
        role == "for"
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


def _makers(scene: Scene, weapons: Sequence[WeaponMention]) -> set[str]:
    """The makers of weapons that the story speaks of, as the catalogue calls them."""
    page = scene.page
    ids = [maker for w in weapons if (maker := page.weapons[page.weapon(w)].maker) is not None]
    return {known.removeprefix("company:") for i in ids if (known := page.actors[i].catalogue) is not None}


def _resells(scene: Scene, firm: Side, weapons: Sequence[WeaponMention]) -> bool:
    """Whether a firm sells what the catalogue knows as another's work: a licensee, or a dealer in used arms."""
    page = scene.page
    if firm.company is None or not firm.company.key.startswith("company:"):
        return False
    own = firm.company.key.removeprefix("company:")
    if own.startswith("x:"):
        return False
    group = {own, page.catalogue.company(own).parent} - {None}
    related = {m for maker in _makers(scene, weapons) for m in (maker, page.catalogue.company(maker).parent)}
    return not group & related


def _settled(scene: Scene, chain: Chain, found: _Found, origins: set[str]) -> Sides:
    """No state stands on both sides; goods that stay at home are no transfer."""
    supplier = found.supplier
    recipients = found.recipients
    firm = found.firm
    if supplier is None and recipients and firm is not None and all(s.key != firm.key for _, s in recipients):
        resold = chain.core.frame.id in ("deliver", "sell", "supply") and _resells(scene, firm, found.weapons)
        supplier = firm if resold else None
    domestic = False
    passed_on = found.end_user is not None and found.end_user.key in AIDED
    if (
        len(origins) == 1
        and not passed_on
        and chain.kind in (TransferKind.SALE, TransferKind.PLAN)
        and not _comes_back(chain)
    ):
        away = [(t, s) for t, s in recipients if s.key not in origins]
        if away:
            # "Manila will get missiles that boost India's efforts": who makes them buys none
            recipients = away
        elif recipients and supplier is not None and supplier.company is None and supplier.key not in origins:
            # "signed the acceptance of India's proposal to supply its missile"
            supplier, recipients = recipients[0][1], [(recipients[0][0], supplier)]
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
        meant = found.end_user is not None and found.end_user.key in AIDED
        if chain.kind not in (TransferKind.DONATION, TransferKind.LEASE) and not meant:
            domestic = True
    return Sides(
        supplier=supplier,
        recipients=tuple(recipients),
        end_user=found.end_user,
        guess=found.guess,
        companies=tuple(found.companies),
        domestic=domestic,
        pair=found.pair,
        named=frozenset(
            side.key.removeprefix("state:")
            for pairs in chain.roles.values()
            for _, _, _, side in actors_of(scene, pairs)
            if side.company is None
        ),
    )
