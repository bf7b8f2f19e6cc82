"""Parcels: the goods of a chain with those who give and get them, one parcel for each deal told in one breath."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from kordef.builders.goods import Good
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Line, Token, position_of
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.deals import Side
from kordef.builders.transfers.links import part
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.sides import Sides
from kordef.builders.transfers.wars import AIDED
from kordef.mentions.model import ActorMention, DateMention, ValueMention
from kordef.vocabulary import ActorKind, TransferKind

__all__ = ["Parcel", "parcels"]


@frozen(kw_only=True)
class Parcel:
    """Goods with those who give and get them; ``low`` and ``high`` are where in the sentence it is told."""

    goods: tuple[Good, ...]
    supplier: Side | None = None
    recipient: Side | None = None
    low: int = 0
    high: int = 1_000_000
    gift: bool = False
    split: bool = False
    """Whether the supplier of the whole is not that of the parcel."""
    joint: bool = False
    """Whether several get the goods together, so that number and sum are those of none of them alone."""
    barred: frozenset[str] = frozenset()
    """The keys of those who give other parcels, so that none of them is who gets this one."""


def parcels(
    scene: Scene, chain: Chain, mine: list[Good], goods: Sequence[Good], sides: Sides, claimed: set[int]
) -> list[Parcel]:
    """The parcels of a chain's goods, one for each deal that the words tell of in one breath."""
    line = chain.line
    if sides.pair:
        # "both have ordered six", "the pair have six each on order"; what they "ordered together" goes to neither alone
        each = not line.texts.isdisjoint(("each", "both", "apiece"))
        told = tuple(mine if each else [evolve(g, number=None) for g in mine])
        return [Parcel(goods=told, recipient=s, joint=not each) for _, s in sides.recipients]
    recipients = sorted(((position_of(line, t), s) for t, s in sides.recipients), key=lambda r: r[0])
    if sides.end_user is not None and sides.end_user.key in AIDED and recipients:
        return [_bought_for(mine, sides)]
    listed = list(_gapped(scene, chain, _with_gapped(mine, goods, claimed), sides, recipients))
    if listed:
        # "sold Croatia 12 and Serbia 12 Rafales, and Greece 24"
        own = {g.low for parcel in listed for g in parcel.goods}
        pairs = ((p, s, g) for p, s in recipients for g in goods if g.low == p + 1 and g.low not in own)
        listed = [
            *(Parcel(goods=(g,), supplier=sides.supplier, recipient=s, high=g.high) for _, s, g in pairs),
            *listed,
        ]
    if len(recipients) > 1 and not listed:
        joined = [p for n, p in enumerate(recipients) if _listed(line, recipients, n)]
        if len(joined) > 1:
            return list(_to_each(chain, joined, mine, goods, claimed))
    recipient = recipients[0][1] if recipients else None
    if givers := list(_given_by_each(scene, chain, mine, recipient)):
        return givers
    if paired := list(_paired(scene, chain, mine, recipient)):
        return paired
    gapped = (
        [p for whole in listed for p in _dated_parts(chain, whole)]
        or list(_dated(chain, mine, recipient))
        or list(_sourced(scene, chain, mine, recipient))
        or list(_enumerated(chain, mine, recipient))
    )
    if gapped:
        return gapped
    if chain.kind is TransferKind.DONATION or (recipient is not None and recipient.key in AIDED):
        return [Parcel(goods=tuple(mine), supplier=sides.supplier, recipient=recipient)]
    return list(_by_origin(mine, sides, recipient))


def _bought_for(goods: Sequence[Good], sides: Sides) -> Parcel:
    """A gift of what others buy: "Denmark will buy 20 Leopard 1 tanks for Ukraine"."""
    origins = {f"state:{g.weapon.origin}" for g in goods if g.weapon is not None}
    buyers = [s for _, s in sides.recipients]
    giver = next((s for s in buyers if s.key in origins), buyers[0])
    return Parcel(goods=tuple(goods), supplier=giver, recipient=sides.end_user, gift=True)


def _to_each(
    chain: Chain, recipients: Sequence[tuple[int, Side]], mine: list[Good], goods: Sequence[Good], claimed: set[int]
) -> Iterator[Parcel]:
    """One parcel for each recipient; goods between two go to the later one, and lists of one length go respectively."""
    counted = [g for g in mine if g.number is not None]
    apart = all(g.low > recipients[-1][0] for g in mine) or all(g.low < recipients[0][0] for g in mine)
    if len(counted) == len(recipients) == len(mine) and apart and _alike(mine):
        for (position, side), good in zip(recipients, mine, strict=True):
            yield Parcel(goods=(good,), recipient=side, low=position if side is not recipients[0][1] else 0)
        return
    behind = [next((g for g in goods if g.low == position + 1), None) for position, _ in recipients]
    if all(g is not None for g in behind):
        # "sold Norway 24 and Finland 48 K9 howitzers"
        for (position, side), own_good in zip(recipients, behind, strict=True):
            assert own_good is not None
            yield Parcel(goods=(own_good,), recipient=side, low=position if side is not recipients[0][1] else 0)
        return
    tokens = chain.line.tokens
    shared = [g for g in mine if g.weapon is not None and _bracketed_by(tokens, recipients, g) is None] or mine
    if _all_together(tokens, recipients, mine, goods):
        # "a sale of 940 missiles to Germany, Italy and the Netherlands": how many go to each is not told
        for _, side in recipients:
            yield Parcel(goods=tuple(evolve(g, number=None) for g in shared), recipient=side, joint=True)
        return
    for n, (position, side) in enumerate(recipients):
        before = recipients[n - 1][0] if n else -1
        bracket = _bracketed(tokens, position, goods)
        if bracket is not None and shared:
            claimed.add(bracket.low)
            yield Parcel(goods=(evolve(shared[0], number=bracket.number, end=bracket.end),), recipient=side)
            continue
        own = [
            g
            for g in goods
            if before < g.low < position
            and (g in mine or (n and g.low not in claimed))
            and not (n and _in_brackets(tokens, before, g.low))
        ]
        if n and not own:
            own = (
                list(shared)
                if any(t.text in ("each", "apiece") for t in tokens)
                else [evolve(g, number=None) for g in shared]
            )
        elif n:
            claimed.update(g.low for g in own)
            shared = own
        else:
            own = own or mine
            shared = own
        yield Parcel(goods=tuple(own), recipient=side)


def _all_together(
    tokens: Sequence[Token], recipients: Sequence[tuple[int, Side]], mine: Sequence[Good], goods: Sequence[Good]
) -> bool:
    """Whether all goods stand before the first of several recipients, or behind the last, and no word shares them out."""
    low, high = recipients[0][0], recipients[-1][0]
    if any(t.text in ("each", "apiece", "respectively") for t in tokens) or not any(g.number for g in mine):
        return False
    if any(low < g.low for g in goods if g.low < high) or any(_bracketed(tokens, p, goods) for p, _ in recipients):
        return False
    return all(t.kind == "actor" or t.text in (",", "and", "the") for t in tokens[low:high])


def _given_by_each(scene: Scene, chain: Chain, mine: Sequence[Good], recipient: Side | None) -> Iterator[Parcel]:
    """What several givers give: "Denmark and the Netherlands have supplied 19 and 24 of the jets", or all of it together."""
    core = chain.core
    if core.noun or core.group.passive or core.frame.roles.get("subject") != "supplier":
        return
    sides: list[Side] = []
    for token in core.places.get("subject", ()):
        side = scene.side(token.mention) if isinstance(token.mention, ActorMention) else None
        if side is not None and side.company is None and side.is_state:
            sides.append(side)
    if len({s.key for s in sides}) < 2 or not mine:
        return
    barred = frozenset(s.key for s in sides)
    if len(sides) == len(mine) and all(g.number is not None for g in mine) and _alike(mine):
        for side, good in zip(sides, mine, strict=True):
            yield Parcel(goods=(good,), supplier=side, recipient=recipient, split=True, barred=barred)
    elif chain.kind is TransferKind.DONATION and all(g.number is None for g in mine) and _apart(core):
        # "Denmark and Estonia are sending howitzers"
        for side in {s.key: s for s in reversed(sides)}.values():
            yield Parcel(goods=tuple(mine), supplier=side, recipient=recipient, split=True, barred=barred)
    elif recipient is None or (recipient.key in barred and chain.part("deal") is None):
        yield Parcel(goods=tuple(mine), supplier=sides[0], barred=barred)


def _apart(core: Match) -> bool:
    """Whether nothing says that several gave goods together: "jointly", "a joint gift"."""
    return not any(t.text in ("jointly", "joint", "together") for t in core.line.tokens)


def _in_brackets(tokens: Sequence[Token], low: int, at: int) -> bool:
    """Whether a bracket that opens behind one position is still open at another."""
    marks = [t.text for t in tokens[max(low, 0) : at] if t.text in ("(", ")")]
    return marks.count("(") > marks.count(")")


def _bracketed(tokens: Sequence[Token], at: int, goods: Sequence[Good]) -> Good | None:
    """The number in brackets behind a recipient: "to Turkey (280 units) and Poland (364)"."""
    if at + 2 >= len(tokens) or tokens[at + 1].text != "(" or tokens[at + 2].kind != "value":
        return None
    return next((g for g in goods if g.start <= tokens[at + 2].start < g.end), None)


def _bracketed_by(tokens: Sequence[Token], recipients: Sequence[tuple[int, Side]], good: Good) -> Side | None:
    return next((s for p, s in recipients if (b := _bracketed(tokens, p, [good])) is not None and b is good), None)


def _alike(goods: Sequence[Good]) -> bool:
    return len({g.weapon.key if g.weapon else None for g in goods}) == 1


def _with_gapped(mine: list[Good], goods: Sequence[Good], claimed: set[int]) -> list[Good]:
    """A chain's goods with the bare numbers behind them that no chain has."""
    if not mine:
        return mine
    own = {g.low for g in mine}
    return [g for g in goods if g.low in own or (g.low not in claimed and g.noun is None and g.low > mine[0].low)]


def _gapped(
    scene: Scene, chain: Chain, mine: list[Good], sides: Sides, recipients: Sequence[tuple[int, Side]]
) -> Iterator[Parcel]:
    """The parcels of a sentence that leaves the verb out after the first: "Finland ordered 48, Norway 24 and Estonia 12"."""
    core = chain.core
    if core.noun or part(core) != "act":
        return
    tokens = chain.line.tokens
    gives = any(role == "supplier" for place, role in core.frame.roles.items() if place == "subject")
    cuts: list[tuple[int, int, Side]] = []
    own = {t.text for t in tokens[core.start + 1 : core.end]}
    for n, good in enumerate(mine):
        if n == 0 or good.low < 2 or good.low <= core.start:
            continue
        before = good.low - 1
        while before > 1 and tokens[before].text in ("the", "its", "a", "an"):
            before -= 1
        if tokens[before].text in own and before > 1:
            # "Norway parted with 22 howitzers, Latvia with six"
            before -= 1
        actor = tokens[before].mention
        position = before - 1
        while position > 0 and tokens[position].text == "the":
            position -= 1
        if tokens[position].text == "of" and position > 1 and tokens[position - 1].kind == "actor":
            # "TKMS of Germany its Type 212CD"
            before, position = position - 1, position - 2
            actor = tokens[before].mention
        if not isinstance(actor, ActorMention) or actor.form == "adjective" or actor.kind is ActorKind.PERSON:
            continue
        side = scene.side(actor)
        if side is not None and tokens[position].text in (",", "and", ";", "while", "but"):
            cuts.append((n, before, side))
    if not cuts:
        return
    first = cuts[0]
    earlier = [(p, s) for p, s in recipients if p < first[1]]
    recipient = earlier[0][1] if earlier else None
    adjacent = next((s for p, s in earlier if p == mine[0].low - 1), None)
    if gives and adjacent is not None and tokens[first[1] - 1].text == "and":
        recipient = adjacent
        # "gave Ukraine 14 MiG-29s and Moldova 3"
        gives = False
    givers = [sides.supplier, *(side for _, _, side in cuts)] if gives else []
    barred = frozenset(side.key for side in givers if side is not None)
    yield Parcel(
        goods=tuple(mine[: first[0]]), supplier=sides.supplier, recipient=recipient, high=first[1], barred=barred
    )
    for k, (n, position, side) in enumerate(cuts):
        end = cuts[k + 1] if k + 1 < len(cuts) else (len(mine), 1_000_000, side)
        yield Parcel(
            goods=tuple(mine[n : end[0]]),
            supplier=side if gives else None,
            recipient=recipient if gives else side.without_firm(),
            low=position,
            high=end[1],
            barred=barred,
        )


def _dated_parts(chain: Chain, whole: Parcel) -> list[Parcel]:
    """The parcel, or its parts with a date each; nothing where goods stay at home."""
    if whole.recipient is not None and all(
        g.weapon is not None and whole.recipient.key == f"state:{g.weapon.origin}" for g in whole.goods
    ):
        return []
    parts = list(_dated(chain, list(whole.goods), whole.recipient, whole.high))
    return [evolve(p, supplier=whole.supplier, low=max(p.low, whole.low)) for p in parts] or [whole]


def _dated(chain: Chain, mine: list[Good], recipient: Side | None, reach: int = 1_000_000) -> Iterator[Parcel]:
    """Orders of one weapon that have a date each: "eight in 2017 and two in 2021"."""
    if len(mine) < 2 or not _alike(mine) or any(g.number is None for g in mine) or part(chain.core) != "act":
        return
    tokens = chain.line.tokens
    led = [_date_before(tokens, g) for g in mine[1:]]
    if all(at is not None for at in led):
        # "bought 212 in 2022, and a year later 152 more"
        lows = [0, *(at for at in led if at is not None)]
        for good, low, high in zip(mine, lows, [*lows[1:], min(chain.reach, reach)], strict=True):
            yield Parcel(goods=(good,), recipient=recipient, low=low, high=high)
        return
    ends = [*(g.low for g in mine[1:]), min(chain.reach, reach)]
    if not all(any(t.kind == "date" for t in tokens[g.high : end]) for g, end in zip(mine, ends, strict=True)):
        return
    for n, (good, end) in enumerate(zip(mine, ends, strict=True)):
        yield Parcel(goods=(good,), recipient=recipient, low=good.low if n else 0, high=end)


def _date_before(tokens: Sequence[Token], good: Good) -> int | None:
    """Where the date stands right before goods that a list goes on with: "and a year later 152 more"."""
    at = good.low - 1
    if at < 1 or tokens[at].kind != "date":
        return None
    opens = tokens[at - 1] if tokens[at - 1].text not in ("in", "on") else tokens[at - 2]
    return at if opens.text in (",", "and", ";", "then") else None


def _enumerated(chain: Chain, mine: list[Good], recipient: Side | None) -> Iterator[Parcel]:
    """The items of a list behind a colon that have a date or sum each: a deal of their own each."""
    tokens = chain.line.tokens
    colon = next((n for n in range(chain.end, len(tokens)) if tokens[n].text == ":"), None)
    listed = colon is not None and all(g.low > colon for g in mine)
    if len(mine) < 2:
        return
    ends = [*(g.low for g in mine[1:]), len(tokens)]
    marked = [any(_is_day(t) or _is_sum(t) for t in tokens[g.high : end]) for g, end in zip(mine, ends, strict=True)]
    bracketed = sum(
        tokens[min(g.high, len(tokens) - 1)].text == "(" and any(_is_sum(t) for t in tokens[g.high : end])
        for g, end in zip(mine, ends, strict=True)
    )
    priced = bracketed > 1 or all(
        any(_is_sum(t) for t in tokens[g.high : end]) for g, end in zip(mine, ends, strict=True)
    )
    if sum(marked) < 2 or not (listed or priced or (_several(chain) and all(marked))):
        return
    for good, end in zip(mine, ends, strict=True):
        yield Parcel(goods=(good,), recipient=recipient, low=good.low, high=end)


def _paired(scene: Scene, chain: Chain, mine: Sequence[Good], recipient: Side | None) -> Iterator[Parcel]:
    """Goods with a partner before each: "is negotiating with China over tanks and with Brazil over aircraft"."""
    tokens = chain.line.tokens
    if len(mine) < 2 or recipient is None:
        return
    partners: list[Side] = []
    for good in mine:
        at = good.low - 1
        words = tokens[max(0, at - 3) : at]
        if tokens[at].text not in ("over", "on", "about", "for") or not words or words[-1].kind != "actor":
            return
        side = scene.side(actor) if isinstance(actor := words[-1].mention, ActorMention) else None
        if side is None or side.key == recipient.key or not any(t.text == "with" for t in words[:-1]):
            return
        partners.append(side)
    for good, side in zip(mine, partners, strict=True):
        yield Parcel(goods=(good,), supplier=side, recipient=recipient, split=True, low=good.low, high=good.high)


def _sourced(scene: Scene, chain: Chain, mine: list[Good], recipient: Side | None) -> Iterator[Parcel]:
    """Goods that come from somebody each: "180 K2 tanks from Hyundai Rotem and 212 K9 howitzers from Hanwha".

    One "from" may hold for several: "228 guns, an estimated 5000 rockets from the US, 280 tanks from Poland".
    """
    tokens = chain.line.tokens
    if len(mine) < 2:
        return
    ends = [*(g.low for g in mine[1:]), len(tokens)]
    retained = (
        chain.core.group.passive and chain.core.frame.roles.get("subject") == "supplier" and recipient is not None
    )
    # "was given 100 M113s by Belgium and 50 Humvees by the United States"
    marks = ("from", "by") if retained else ("from",)
    sourced: list[tuple[list[Good], int, Side]] = []
    waiting: list[Good] = []
    for good, end in zip(mine, ends, strict=True):
        waiting.append(good)
        at = next((n for n in range(good.high, min(end, good.high + 3)) if tokens[n].text in marks), None)
        side = None
        for token in tokens[at + 1 : min(end, at + 5)] if at is not None else ():
            side = scene.side(token.mention) if isinstance(token.mention, ActorMention) else side
        if side is not None:
            sourced.append((waiting, end, _home(side, waiting)))
            waiting = []
        elif good is not mine[-1] and not _goes_on(tokens, good, end):
            return
    if len(sourced) < 2 - bool(waiting) or (waiting and not _comes_from_elsewhere(waiting, sourced)):
        return
    for goods, end, side in sourced:
        yield Parcel(goods=tuple(goods), supplier=side, recipient=recipient, low=goods[0].low, high=end)
    if waiting:
        yield Parcel(goods=tuple(waiting), recipient=recipient, low=waiting[0].low, split=True)


def _comes_from_elsewhere(rest: Sequence[Good], sourced: Sequence[tuple[list[Good], int, Side]]) -> bool:
    """Whether the last goods of a list have another seller: "250 tanks from the United States and 48 FA-50 jets"."""
    if not all(g.weapon is not None and g.weapon.origin and g.number is not None for g in rest):
        return False
    origins = {f"state:{g.weapon.origin}" for g in rest if g.weapon is not None}
    firms = {side.company.key for _, _, side in sourced if side.company is not None}
    return len(firms) > 1 or origins.isdisjoint(side.key for _, _, side in sourced)


def _home(firm: Side, goods: Sequence[Good]) -> Side:
    """The state that a firm of several countries sells goods from: "fourteen Caracals from Airbus" come from France."""
    weapon = goods[-1].weapon
    if firm.company is None or weapon is None or weapon.origin is None or firm.key == f"state:{weapon.origin}":
        return firm
    return Side.home_of(weapon, firm.company)


def _goes_on(tokens: Sequence[Token], good: Good, end: int) -> bool:
    """Whether nothing but the next of a list stands behind goods."""
    return (
        good.number is not None
        and end < len(tokens)
        and all(t.text in (",", "and", "as", "well", "plus", "an", "some") for t in tokens[good.high : end])
    )


def _several(chain: Chain) -> bool:
    """Whether a chain tells of several contracts."""
    deal = chain.part("deal")
    if deal is None:
        return False
    token = chain.line.tokens[deal.end - 1]
    return token.kind == "value" or token.text.endswith("s")


def _is_day(token: Token) -> bool:
    """Whether a token is a date, and no stretch of time in which goods are to come: "180 tanks in the 2022-25 period"."""
    return isinstance(date := token.mention, DateMention) and "/" not in (date.period.edtf or "")


def _is_sum(token: Token) -> bool:
    return isinstance(token.mention, ValueMention) and token.mention.kind == "money"


def _by_origin(mine: list[Good], sides: Sides, recipient: Side | None) -> Iterator[Parcel]:
    """Goods of several countries that no one supplier sells: "NASAMS, IRIS-T and VL MICA will all be bought"."""
    origins = list(dict.fromkeys(g.weapon.origin for g in mine if g.weapon is not None and g.weapon.origin))
    if len(origins) < 2 or (sides.supplier is not None and not set(origins) <= sides.named):
        yield Parcel(goods=tuple(mine), supplier=sides.supplier, recipient=recipient)
        return
    for n, origin in enumerate(origins):
        own = [g for g in mine if g.weapon is not None and g.weapon.origin == origin]
        low = own[0].low if n else 0
        later = [g.low for g in mine if g.weapon is not None and g.weapon.origin in origins[n + 1 :]]
        if recipient is None or recipient.key != f"state:{origin}":
            named = sides.supplier is not None and sides.supplier.key == f"state:{origin}"
            yield Parcel(
                goods=tuple(own),
                supplier=sides.supplier if named else None,
                recipient=recipient,
                split=True,
                low=low,
                high=min((x for x in later if x > low), default=1_000_000),
            )


def _listed(line: Line, recipients: Sequence[tuple[int, Side]], n: int) -> bool:
    """Whether a further recipient is joined to the one before by "and" or goods, and is not a second name for a party."""
    if n == 0:
        return True
    between = line.tokens[recipients[n - 1][0] + 1 : recipients[n][0]]
    return any(t.text in ("and", ",") or t.kind in ("weapon", "value") for t in between)
