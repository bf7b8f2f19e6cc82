"""Which goods of a sentence belong to which chain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve

from kordef.builders.goods import Good, goods_words
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Token, position_of
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.links import ARMS, apposed, part
from kordef.builders.transfers.pronouns import stands_for
from kordef.builders.transfers.words import BEATS
from kordef.mentions.model import ActorMention, ValueMention, WeaponMention

__all__ = ["countable", "goes_on_behind", "shared_out", "shares_use", "speaks_of_goods", "weapons_of"]

_GOODS_ROLES = ("items", "goods_or_recipient", "for", "recipient", "supplier", "partner", "follower")


# ---- goods and chains


def shared_out(found: Sequence[Chain], goods: Sequence[Good]) -> list[list[Good]]:
    """The goods of each chain: those in its roles, with the lists that they stand in; the nearest trigger wins."""
    wanted = [_wanted(chain, goods) for chain in found]
    out: list[list[Good]] = [[] for _ in found]
    behind = [min((m.begin for m in chain.matches if not m.noun), default=0) for chain in found]
    home: dict[int, int] = {}
    for n in range(len(goods)):
        best = min(
            ((_names_maker(found[k]), distance[n], -k) for k, distance in enumerate(wanted) if n in distance),
            default=None,
        )
        if best is not None:
            home[n] = -best[2]
    home |= dict(_listed_behind(found, goods, home))
    equipped = {t.start for chain in found for pairs in chain.roles.values() for m, t in pairs if _is_equipped(m, t)}
    groups = {goods[n].group: k for n, k in sorted(home.items(), reverse=True)}
    for n, good in enumerate(goods):
        owner = home.get(n)
        if owner is None and good.start in equipped:
            continue
        if owner is None and good.group in groups:
            chain = found[groups[good.group]]
            near = min(m.begin for m in chain.matches) <= good.low < chain.reach + 30
            owner = groups[good.group] if near and not chain.negated else None
        for other, distance in enumerate(wanted):
            # what a relative clause speaks of belongs to both clauses: "the Redback, for which Australia paid"
            twin = owner is not None and any(m is found[owner].core for m in found[other].matches)
            whole = owner is not None and goes_on_behind(found[owner], found[other], good)
            if n in distance and other != owner and (good.high <= behind[other] or twin or whole):
                out[other].append(_all_of(good))
        if owner is not None:
            out[owner].append(_all_of(good) if _ordered_all(found[owner], good) else good)
    return [_counted_once([g for g in share if countable(g, named=_names(share))]) for share in out]


def _all_of(good: Good) -> Good:
    return good if good.whole is None else evolve(good, number=good.whole, whole=None, of_total=False)


def _ordered_all(chain: Chain, good: Good) -> bool:
    """Whether a clause behind a part of goods tells where all of them are from: "Twelve of the 48 jets that Warsaw bought"."""
    core, tokens = chain.core, chain.line.tokens
    if good.whole is None or core.noun or core.frame.id not in _BUYING or core.start < good.high:
        return False
    if core.reduced:
        return core.start <= good.high + 1
    return tokens[good.high].text in ("that", "which") or (
        tokens[good.high].kind == "actor" and core.group.start == good.high + 1
    )


_BUYING = frozenset(["buy", "contract-firm", "select", "lease", "sell", "give", "lend"])


def goes_on_behind(inner: Chain, outer: Chain, good: Good) -> bool:
    """Whether goods that a clause right behind them explains are the subject of the verb behind it.

    "Two helicopters ordered by Nigeria reached Abuja", "19 guns that Denmark had bought were given to Ukraine".
    """
    core, main = inner.core, outer.core
    if core.noun or main.noun or main.frame.id not in _GO_ON or not good.high <= core.start < main.group.start:
        return False
    place = "object" if main.group.passive else "subject"
    tokens = core.line.tokens
    aside = tokens[core.start - 1].text == tokens[main.group.start - 1].text == ","
    words = tokens[core.end : main.group.start - aside]
    return any(good.start <= t.start < good.end for t in main.places.get(place, ())) and not any(
        t.text in (",", ";", "and") for t in words
    )


_GO_ON = frozenset(["arrive", "deliver", "give", "head-for"])
"""Frames of what becomes of goods that somebody has bought."""


def _names_maker(chain: Chain) -> bool:
    """Whether a verb only says who makes goods: "a radar manufactured by Thales was delivered", "were built by Thales and"."""
    core = chain.core
    return core.frame.id == "license" and (core.reduced or (core.group.passive and part(core) == "content"))


def _listed_behind(found: Sequence[Chain], goods: Sequence[Good], home: dict[int, int]) -> Iterator[tuple[int, int]]:
    """The goods behind a colon that a chain without goods ends at: "a string of purchases: 250 Abrams in April"."""
    for k, chain in enumerate(found):
        tokens = chain.line.tokens
        if chain.reach >= len(tokens) or tokens[chain.reach].text != ":":
            continue
        behind = [n for n, good in enumerate(goods) if good.low > chain.reach and (n not in home or home[n] >= k)]
        if (chain.core.noun or _buys_arms(chain)) and k not in home.values():
            yield from ((n, k) for n in behind)
        elif not chain.core.noun and len(behind) > 1 and all(_dated_lot(tokens, goods[n]) for n in behind):
            # "bought VT-4 tanks in three batches: 28 in 2016, 11 in 2017 and 14 in 2019"
            if all(goods[n].number is None for n, owner in home.items() if owner == k):
                yield from ((n, k) for n in behind)


def _dated_lot(tokens: Sequence[Token], good: Good) -> bool:
    """Whether a bare number has a date right behind it: "28 in 2016"."""
    if good.number is None or good.noun is not None:
        return False
    return any(t.kind == "date" for t in tokens[good.high : good.high + 2])


def _buys_arms(chain: Chain) -> bool:
    """Whether a verb has no more than a word for arms as its object: "has bought arms from South Korea"."""
    return chain.core.frame.id in _BUYING and not ARMS.isdisjoint(
        t.text for t in chain.line.tokens[chain.core.end : chain.reach]
    )


def _names(goods: Sequence[Good]) -> bool:
    return any(g.weapon is not None for g in goods)


def _wanted(chain: Chain, goods: Sequence[Good]) -> dict[int, int]:
    """The goods in the roles of a chain, by their place in the list, with how far the nearest of its triggers is."""
    tokens = chain.line.tokens
    low = min(m.begin for m in chain.matches)
    starts = {
        t.start
        for role in _GOODS_ROLES
        for m, t in chain.roles.get(role, ())
        if (m.noun or role not in ("recipient", "partner")) and not _is_equipped(m, t)
    }
    out: dict[int, int] = {}
    for n, good in enumerate(goods):
        called = tokens[good.low].kind == "word" and good.number is None and low <= good.low < chain.reach
        if (
            called
            or not starts.isdisjoint([t.start for t in tokens[good.low : good.high]])
            or stands_for(chain, good)
            or _under_way(chain, good)
            or _apposed(chain, good)
            or _fronted(chain, good)
            or _cleft(chain, good)
        ):
            out[n] = min(good.low - m.end if m.end <= good.low else 3 + m.start - good.high for m in chain.matches)
    return out


def _under_way(chain: Chain, good: Good) -> bool:
    """Whether goods are what a clause that ends in "under a contract" is about: "30 guns are being built under a contract"."""
    core = chain.core
    if (
        not core.noun
        or core.frame.id not in ("contract", "initiative")
        or len(chain.matches) > 1
        or (core.places.get("for") and core.frame.id == "contract")
        or core.places.get("modifier")
    ):
        return False
    tokens = chain.line.tokens
    before = core.start - 1
    articles = ("a", "an", "the") if core.frame.id == "initiative" else ("a", "an")
    while before > 0 and (
        tokens[before].text in articles
        or tokens[before].kind in ("date", "value")
        or (core.frame.id == "initiative" and tokens[before].kind == "actor")
    ):
        before -= 1
    if tokens[before].text != "under" or before == core.start - 1 or not good.low < before or good.number is None:
        return False
    between = tokens[good.high : before]
    return len(between) <= 12 and not any(t.text in (";", ":", "which", "who", "where", ".") for t in between)


def _apposed(chain: Chain, good: Good) -> bool:
    """Whether a deal noun only says again what goods right before it are: "Malaysia's 18 FA-50Ms, a $920 million contract"."""
    core = chain.part("deal")
    if (
        core is None
        or core.frame.id not in ("contract", "purchase", "donation")
        or good.number is None
        or not apposed(core)
    ):
        return False
    between = chain.line.tokens[good.high : core.begin]
    return len(between) <= 4 and [t.text for t in between[:1]] == [","]


def _cleft(chain: Chain, good: Good) -> bool:
    """Whether goods are what somebody buys: "Ninety-six tanks are what Warsaw signed for", "What Oslo ordered were K2s"."""
    core, tokens = chain.core, chain.line.tokens
    if core.noun or core.reduced or "what" not in chain.line.at or core.frame.roles.get("object") not in _FRONTED:
        return False
    low = core.group.start
    while low > 0 and (tokens[low - 1].kind == "actor" or tokens[low - 1].text in ("the", "it", "they", "'s", "’s")):
        low -= 1
    if low == 0 or low == core.group.start or tokens[low - 1].text != "what":
        return False
    if good.high < low:
        between = tokens[good.high : low - 1]
        return len(between) <= 5 and all(t.text in _COPULAS or t.kind == "mark" for t in between)
    between = tokens[core.end : good.low]
    return len(between) <= 6 and any(t.text in ("is", "are", "was", "were") for t in between)


_COPULAS = frozenset("that this these those it is are was were be exactly precisely just".split())


def _fronted(chain: Chain, good: Good) -> bool:
    """Whether goods that open a sentence are the object of the verb behind its subject: "Five of them Norway is to buy"."""
    core, tokens = chain.core, chain.line.tokens
    if core.noun or core.group.passive or core.reduced or good.low > 1 or core.places.get("object"):
        return False
    if core.frame.roles.get("object") not in _FRONTED or not good.high < core.group.start <= good.high + 4:
        return False
    if any(v.start >= core.end and v.kind == "finite" for v in chain.clauses.verbs):
        # "The 14 tanks the Netherlands had bought were handed over"
        return False
    behind = [t for t in tokens[good.high : core.group.start] if t.text != "the"]
    return bool(behind) and all(t.kind == "actor" or t.text in ("it", "they", "and") for t in behind)


_FRONTED = ("items", "goods_or_recipient")


def _is_equipped(match: Match, token: Token) -> bool:
    """Whether a class of arms is what others are equipped with: "equips the Norwegian artillery with the K9"."""
    if (
        token.kind != "weapon"
        or match.frame.roles.get("with") != "items"
        or token not in match.places.get("object", ())
    ):
        return False
    tokens = match.line.tokens
    fitted = next((t for t in match.places.get("with", ()) if t.kind == "weapon"), None)
    if fitted is None or any(t.kind == "value" for t in match.places.get("object", ())):
        return False
    # "ordered by nine countries, with 1,800 in service": no more than an afterthought
    at = next((n for n in range(position_of(match.line, fitted), 0, -1) if tokens[n].text == "with"), 0)
    return at == 0 or tokens[at - 1].kind != "mark"


def countable(good: Good, *, named: bool) -> bool:
    """Whether goods are of a named weapon, or a number without one may count goods: a bare one, of a plain noun, or beside
    named goods."""
    if good.weapon is not None or good.noun is None or good.unit is not None or good.called:
        return True
    return good.noun in goods_words().plain or named


def _counted_once(goods: list[Good]) -> list[Good]:
    """Goods without those that others of the same weapon count: "24 K9 howitzers ... the K9"."""
    numbered = {g.weapon.key for g in goods if g.weapon is not None and g.number is not None}
    return [g for g in goods if g.number is not None or g.weapon is None or g.weapon.key not in numbered]


def speaks_of_goods(chain: Chain, goods: Sequence[Good]) -> bool:
    """Whether a chain tells of goods that change hands: it has some, and says what its frame asks for."""
    if not goods or not any(part(m) in ("act", "deal") for m in chain.matches):
        return False
    core = chain.core
    tokens = core.line.tokens
    if _compares(tokens, chain, goods):
        return False
    if core.frame.id in ("select", "choice", "consider-goods", "offer") and _alternatives(tokens, goods):
        return False
    if any(
        isinstance(t.mention, ValueMention) and t.mention.kind == "percent"
        for t in (*core.places.get("object", ()), *core.places.get("modifier", ()))
    ):
        # "imported 94% more major arms" is a statistic
        return False
    deal = chain.part("deal")
    if core.frame.id == "offer" and deal is not None and deal.frame.id == "intent":
        # "an MOU on promoting the FA-50"
        return False
    if core.frame.id == "talks" and chain.part("act") is None and not _is_topic(core, goods):
        # "talks came to an end as the frigate cast off to rejoin the carrier"
        return False
    if core.frame.id == "talks" and any(t.text in _TREATIES for t in tokens[core.end : core.end + 5]):
        # "negotiations on a defence treaty are nearly done, and a dozen ships"
        return False
    if _is_of_use(core):
        return False
    if core.frame.id == "negotiate-goods" and _only_talks(core, goods):
        return False
    if core.frame.id == "interest" and _is_anothers(tokens, goods[0]):
        return False
    if core.frame.id == "offer" and not core.noun and _lost(tokens, core.start):
        return False
    if core.frame.id == "pay" and (core.group.passive or core.reduced):
        # "16 are paid for", "14 vehicles more, paid for by Denmark"
        return False
    if core.frame.id == "plan" and len(chain.matches) == 1 and core.places.get("modifier") and not _told_apart(goods):
        # "Czech shell plan passes the hat"
        return False
    if core.frame.id == "package" and len(chain.matches) == 1 and _is_beside_price(tokens, core.start):
        # "costs $28 million apiece with the package, a Leopard 2A8 29 million euros"
        return False
    if core.noun and shares_use(chain, goods):
        return False
    if core.frame.id == "plan" and any(t.text in _PAST for t in tokens[max(0, core.start - 2) : core.start]):
        return False
    places = core.frame.settings.get("bare")
    if places and len(chain.matches) == 1:
        # "signed the papers for 24 jets": only what stands in these places is bought
        told = {t.start for place in places if place != "object" for t in core.places.get(place, ())}
        return any(t.start in told for g in goods for t in tokens[g.low : g.high])
    return True


def _is_topic(core: Match, goods: Sequence[Good]) -> bool:
    """Whether goods are what talks are about, or stand before them: "the K2 talks", "talks with Seoul over 12 jets"."""
    tokens = core.line.tokens
    topics = {t.start for place, told in core.places.items() if place != "to" for t in told}
    return any(g.low < core.start or any(t.start in topics for t in tokens[g.low : g.high]) for g in goods)


def _is_beside_price(tokens: Sequence[Token], at: int) -> bool:
    """Whether "with the package" only says what a price includes."""
    before = [t.text for t in tokens[max(0, at - 12) : at]]
    return before[-2:] == ["with", "the"] and not _COSTS.isdisjoint(before)


_COSTS = frozenset(["cost", "costs", "priced", "price"])


def shares_use(chain: Chain, goods: Sequence[Good]) -> bool:
    """Whether an agreement is one on using arms together: "on joint operation of the combined Type 26 fleet"."""
    core = chain.core
    words = [t.text for t in core.line.tokens[core.end : goods[-1].low]]
    if not words or not _BUYS.isdisjoint(words):
        return False
    at = next((n for n, w in enumerate(words) if w in ("on", "for", "about")), len(words))
    return not _USES.isdisjoint(words[at + 1 : at + 4])


_USES = frozenset("operation operations operating sharing pooling crewing basing interoperability overflight".split())
_BUYS = frozenset("purchase acquisition procurement supply delivery sale sales transfer export buying".split())


def _is_of_use(core: Match) -> bool:
    """Whether arms are what does something for others: "the system provides a solution for launching rockets"."""
    if core.noun or core.group.passive or core.reduced or core.frame.id not in ("supply", "give", "sell"):
        return False
    subject = core.places.get("subject", ())
    return bool(subject) and all(t.kind == "weapon" for t in subject)


def _told_apart(goods: Sequence[Good]) -> bool:
    """Whether goods have a number or a name."""
    return any(g.number is not None or (g.weapon is not None and g.weapon.form == "name") for g in goods)


def _only_talks(core: Match, goods: Sequence[Good]) -> bool:
    """Whether classes of arms are a topic of talks and nobody is said to buy: "discussed maritime patrol, trainer aircraft"."""
    talks = core.line.tokens[core.start].text.startswith("discuss")
    return talks and not _told_apart(goods) and not core.places.get("from") and not core.places.get("to")


def _is_anothers(tokens: Sequence[Token], good: Good) -> bool:
    """Whether goods are those of a state that did not make them: "China's interest in Taiwan's F-16s"."""
    before = tokens[good.low - 1] if good.low else None
    if before is None or good.weapon is None:
        return False
    owner = before.mention
    adjective = isinstance(owner, ActorMention) and owner.key != f"state:{good.weapon.origin}"
    return before.text in ("'s", "’s") or (adjective and good.weapon.origin is not None)


def _lost(tokens: Sequence[Token], at: int) -> bool:
    """Whether who offers goods is said to have lost: "beat Germany's KMW, which had offered the PzH 2000"."""
    before = [t.text for t in tokens[max(0, at - 18) : at]]
    beats = max((n for n, w in enumerate(before) if w in BEATS), default=None)
    return beats is not None and ";" not in before[beats:] and {"which", "who", "had"} & set(before[beats:]) != set()


_TREATIES = frozenset("treaty pact accord alliance declaration statement".split())


def _compares(tokens: Sequence[Token], chain: Chain, goods: Sequence[Good]) -> bool:
    """Whether a sentence only says how many times more goods were sold: "three times as many artillery weapons as"."""
    words = [t.text for t in tokens[chain.core.start : goods[-1].high + 1]]
    return any(a in ("times", "twice", "half", "double") or a.endswith(" times") for a in words) and any(
        w in ("more", "as", "fewer", "less") for w in words
    )


def _alternatives(tokens: Sequence[Token], goods: Sequence[Good]) -> bool:
    """Whether goods are one or the other: "is expected to choose the Archer or the RCH 155"."""
    return any(
        any(t.text == "or" for t in tokens[a.high : b.low])
        or (
            any(t.text == "between" for t in tokens[max(0, a.low - 3) : a.low])
            and any(t.text == "and" for t in tokens[a.high : b.low])
        )
        for a, b in pairwise(goods)
        if a.weapon is not None and b.weapon is not None and a.weapon.key != b.weapon.key
    )


_PAST = frozenset(["earlier", "original", "initial", "previous"])


def weapons_of(goods: Sequence[Good]) -> list[WeaponMention]:
    """The weapons among goods."""
    return [g.weapon for g in goods if g.weapon is not None]
