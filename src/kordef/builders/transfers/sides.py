"""Who is on which side of a deal: from the roles of its triggers, from the goods' origin, and from what was told before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress

from attrs import frozen

from kordef.builders.goods import class_head
from kordef.builders.grammar.clauses import names_agent
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Line, Token, position_of
from kordef.builders.parties import is_firm
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.deals import Side
from kordef.builders.transfers.rivals import owns_loser, passed_over_by
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.seating import FUNDING, Found, Named, put_by_origin, put_by_role
from kordef.builders.transfers.seats import foots_bill, is_backdrop, is_measured, is_met_apart, is_unnamed, pair_meant
from kordef.builders.transfers.sellers import is_told, resells
from kordef.builders.transfers.wars import AIDED
from kordef.mentions.model import ActorMention, WeaponMention
from kordef.vocabulary import ActorKind, TransferKind

__all__ = ["Sides", "actors_of", "guessed", "is_bystander", "sides_of"]


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


def sides_of(scene: Scene, chain: Chain, weapons: Sequence[WeaponMention], others: Sequence[Token] = ()) -> Sides:
    """The sides of a chain's deal, as its roles and the goods' origins tell; ``others`` get goods of other deals."""
    origins = {f"state:{w.origin}" for w in weapons if w.origin} or _homes_of_class(scene, chain, weapons)
    gives = chain.kind is TransferKind.DONATION and chain.core.frame.id in ("pay", "buy")
    found = Found(origins, weapons, gives=gives)
    later: list[Named] = []
    first = min((w.start for w in weapons), default=0)
    orderer = _orderer(chain)
    for role, pairs in chain.roles.items():
        if role == "supplier" and len(pairs) > 1:
            # "Seoul and Lima signed a deal to supply 12 jets": who makes them supplies them
            makers = {t.start for _, t, _, s in actors_of(scene, pairs) if s.key in origins}
            pairs = [p for p in pairs if not makers or p[1].start in makers or is_firm(p[1])]
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
            if role == "partner" and orderer is not None and token.start <= orderer.start:
                # "The Kuwaiti deal follows Oman's order of 12 jets"
                if token is orderer and side.key not in origins:
                    found.receive(token, side.without_firm())
                    continue
                if token is not orderer:
                    continue
            if role == "recipient" and _is_of_another(match, token, actor):
                continue
            sells = side.company is not None and not scene.buys_for_state(actor)
            named = Named(match=match, role=role, token=token, actor=actor, side=side, sells=sells)
            if not put_by_role(found, named):
                later.append(named)
    if not found.recipients:
        near = scene.last if scene.last is not None and scene.last.block == chain.line.block else None
        for token in pair_meant(chain.core, near):
            one = scene.side(token.mention) if isinstance(token.mention, ActorMention) else None
            if one is not None:
                found.receive(token, one.implied())
                found.pair = True
    if found.supplier is None and (fronted := _fronted(scene, chain)) is not None:
        found.supply(fronted)
    given = {s.key for _, s in found.recipients} | {n.side.key for n in later if n.role == "for"}
    pays = chain.core.frame.id in ("package", "delivery") or any(m.frame.id in FUNDING for m in chain.matches)
    if chain.kind is TransferKind.DONATION or (pays and given & AIDED):
        # "Denmark announced a package for Ukraine"
        givers = [n.role in ("partner", "supplier_or_recipient") and not given <= {n.side.key} for n in later]
        for named in compress(later, givers):
            found.supply(named.side)
        later = [named for named, gives in zip(later, givers, strict=True) if not gives]
    if not origins and found.supplier is None:
        # "Kuwait, Italy seal jet deal": who is named first buys, where nothing tells who sells
        later.sort(key=lambda n: n.token.start)
    for named in later:
        put_by_origin(chain, found, named)
    return _settled(scene, chain, found, origins)


def _orderer(chain: Chain) -> Token | None:
    """The state right before "order", behind another deal that the sentence is about: "follows Oman's order of 12 jets"."""
    core, tokens = chain.core, chain.line.tokens
    if not core.noun or not tokens[core.start].text.startswith("order") or len(chain.matches) > 1 or core.start < 3:
        return None
    if tokens[core.start - 1].text not in ("'s", "’s"):
        return None
    owner = tokens[core.start - 2]
    actor = owner.mention
    return owner if isinstance(actor, ActorMention) and actor.kind is ActorKind.STATE else None


def _is_of_another(match: Match, token: Token, actor: ActorMention) -> bool:
    """Whether an adjective before a verb is of what was weighed: "After a look at a German boat, Thailand picked the S26T"."""
    subject = match.places.get("subject", ())
    if match.noun or actor.form != "adjective" or token not in subject:
        return False
    at = position_of(match.line, token) + 1
    following = match.line.tokens[at] if at < len(match.line.tokens) else None
    if following is None or following.kind != "word" or names_agent(following):
        return False
    return any(isinstance(m := t.mention, ActorMention) and m.form != "adjective" for t in subject)


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


def _settled(scene: Scene, chain: Chain, found: Found, origins: set[str]) -> Sides:
    """No state stands on both sides; goods that stay at home are no transfer."""
    supplier = found.supplier
    recipients = found.recipients
    firm = found.firm
    if supplier is None and recipients and firm is not None and all(s.key != firm.key for _, s in recipients):
        resold = chain.core.frame.id in ("deliver", "sell", "supply") and resells(scene, firm, found.weapons)
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
        elif (
            recipients
            and supplier is not None
            and supplier.company is None
            and supplier.key not in origins
            and not is_told(scene, chain, supplier, recipients)
        ):
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
