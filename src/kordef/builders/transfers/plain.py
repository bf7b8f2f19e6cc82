"""Deals told in words that no frame knows: a word that speaks of a deal, arms, and a state on either side of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import define, field, frozen

from kordef.builders.goods import Good
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.terms import terms_in
from kordef.builders.transfers.buyers import names_crowd
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.context import complete
from kordef.builders.transfers.deals import Dated, Draft, Side
from kordef.builders.transfers.details import dates_in, sums_in
from kordef.builders.transfers.goods import goods_in
from kordef.builders.transfers.rivals import owns_loser
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.sharing import shares_use
from kordef.builders.transfers.wars import AIDED, HOSTILE
from kordef.builders.transfers.words import (
    ADDRESSED,
    APPROVED,
    ARRIVED,
    BOUGHT,
    CONSIDERED,
    COUNTED_ON,
    GIVEN,
    MOVED,
    NEGOTIATED,
    OTHERWISE,
    PERMITTED,
    SEALED,
    TO_COME,
    UNCERTAIN,
    WANTED,
)
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention, ValueMention, WeaponMention
from kordef.vocabulary import ActorKind, Modality, Stage, TransferKind

__all__ = ["PLAIN", "plainly_told"]

_AWAITED = WANTED | COUNTED_ON

PLAIN = BOUGHT | GIVEN | PERMITTED | SEALED | NEGOTIATED | MOVED | _AWAITED
"""Words that a sentence must have one of, or a sum, to tell of a deal in this way."""
_SWAPPED = frozenset("return exchange swap swapped exchanged traded".split())
_STRONG = BOUGHT | GIVEN | PERMITTED | SEALED
_LEGISLATORS = frozenset("congress lawmakers senate senators legislators congressional".split())
_NOTIFIED = frozenset(
    "told informed notified notice notices notification notifications hears heard learned advised".split()
)
_SAYS = frozenset("said says announced told added confirmed reported stressed wrote believes believed".split())
_SKIPPED = frozenset(["the", "both", "its", "their", "'s", "’s", "neighbouring", "neighboring", "a", "an"])
_HANDS = frozenset(["hands", "ownership", "desk", "books", "inventory", "fleet", "arsenal"])


@define
class _Parties:
    """The sides that the prepositions, the firms and the origins of goods give, and the states left over."""

    supplier: Side | None = None
    recipient: Side | None = None
    companies: list[ActorMention] = field(factory=list[ActorMention])
    others: list[Side] = field(factory=list[Side])
    named_supplier: bool = False
    """Whether a preposition or a firm says who supplies, and not the goods' origin alone."""


@frozen
class _Stretch:
    """A sentence, or a part of it with actors and goods of its own: tokens ``low`` to ``high``."""

    line: Line
    low: int
    high: int
    words: frozenset[str]
    """Its words, those of the nouns of counts left out."""

    @property
    def tokens(self) -> Sequence[Token]:
        return self.line.tokens[self.low : self.high]


def plainly_told(
    scene: Scene, line: Line, clauses: Clauses, found: Sequence[Chain], told: Sequence[Draft] = ()
) -> Iterator[Draft]:
    """The deals of a sentence from which no frame could make one, where its words leave little doubt of who gets what.

    Asks for a named weapon or counted arms, a word or a sum that speaks of a deal, and two states, one of which may be the
    origin of the arms; a word that denies, doubts or tells of arms at work stops it. ``told`` are the deals that frames made
    of the sentence: of those parts of it that have none of their goods, others are told.
    """
    if line.kind in _HEADS:
        return
    goods = [g for g in goods_in(scene, line, clauses) if _is_arms(line, g)]
    if not goods:
        return
    taken = {g.start for draft in told for g in draft.goods} | {m.start for d in told for m in (*d.replaces, *_lost(d))}
    if not told:
        whole = _told_in(scene, _stretch(line, 0, len(line.tokens)), goods, found)
        if whole is not None:
            yield whole
            return
    stretches = _stretches(line, goods)
    for stretch in stretches if len(stretches) > 1 else ():
        own = [g for g in goods if stretch.low <= g.low < stretch.high]
        if own and not any(g.start in taken or (g.weapon is not None and g.weapon.start in taken) for g in own):
            draft = _told_in(scene, stretch, own, found)
            if draft is not None:
                yield draft


def _lost(draft: Draft) -> Iterator[WeaponMention]:
    return (m for m in draft.competitors if isinstance(m, WeaponMention))


def _stretch(line: Line, low: int, high: int) -> _Stretch:
    return _Stretch(line, low, high, frozenset([t.text for t in line.tokens[low:high] if t.kind == "word"]))


def _near(stretch: _Stretch, goods: Sequence[Good]) -> frozenset[str]:
    """The words of a stretch that no semicolon parts from goods, those of the nouns of counts too ("two orders")."""
    tokens = stretch.line.tokens
    low, high = goods[0].low, goods[-1].high
    while low > stretch.low and tokens[low - 1].text != ";":
        low -= 1
    while high < stretch.high and tokens[high].text != ";":
        high += 1
    nouns = (w for at, words in stretch.line.counts.items() if low <= at < high for w in words)
    return frozenset([*(t.text for t in tokens[low:high] if t.kind == "word"), *nouns])


def _stretches(line: Line, goods: Sequence[Good]) -> list[_Stretch]:
    """The parts of a sentence between semicolons and before "and", "but", "while", each with an actor and goods."""
    tokens = line.tokens
    cuts = [0]
    for at, token in enumerate(tokens[:-1]):
        if token.text == ";" or (token.text == "," and tokens[at + 1].text in ("and", "but", "while", "whereas")):
            low = cuts[-1]
            if _is_whole(line, goods, low, at) and _is_whole(line, goods, at, len(tokens)):
                cuts.append(at + 1)
    return [_stretch(line, low, high) for low, high in pairwise([*cuts, len(tokens)])]


def _is_whole(line: Line, goods: Sequence[Good], low: int, high: int) -> bool:
    return any(low <= at < high for at in line.actors) and any(low <= g.low < high for g in goods)


def _told_in(scene: Scene, stretch: _Stretch, goods: Sequence[Good], found: Sequence[Chain]) -> Draft | None:
    """The deal that a stretch tells of."""
    if not OTHERWISE.isdisjoint(stretch.words) or "own" in stretch.line.at:
        return None
    if len(goods) > 1 and not _SWAPPED.isdisjoint(stretch.words):
        # "parted with 28 tanks and drew forty trucks in return": they do not go the same way
        return None
    if any(c.core.noun and c.core.end <= goods[-1].low and shares_use(c, goods) for c in found):
        return None
    if any(names_crowd(c) for c in found):
        return None
    if any(c.negated and stretch.low <= c.begin < stretch.high for c in found):
        return None
    weapons = [g.weapon for g in goods if g.weapon is not None]
    origins = {f"state:{w.origin}" for w in weapons if w.origin}
    parties = _parties(scene, stretch, goods, origins) if len(origins) < 2 else None
    if parties is None:
        return None
    money = sums_in(stretch.line, stretch.low, stretch.high)
    if not money and _STRONG.isdisjoint(_near(stretch, goods)):
        if not (_moves(stretch, parties) or _haggles(stretch, parties) or _awaits(stretch, parties, goods)):
            return None
    if not any(g.number is not None for g in goods) and not (
        money and any(w.form == "name" for w in weapons) and parties.recipient is not None
    ):
        return None
    if parties.recipient is None and scene.topic(stretch.line, *origins) is None:
        return None
    draft = _draft(stretch, parties, goods)
    draft.money = _nearest(money, goods)
    complete(scene, draft, None)
    if draft.supplier is None or draft.recipient is None or draft.supplier.key == draft.recipient.key:
        return None
    draft.terms.update(terms_in(stretch.tokens, draft.recipient.key))
    return draft


_HEADS = (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HEADING, BlockKind.TABLE_TITLE)


def _is_arms(line: Line, good: Good) -> bool:
    """Whether goods are a named weapon or counted arms of a class, and the sentence has a noun for them."""
    if good.weapon is None or good.called:
        return False
    here = line.start <= good.weapon.start < line.end
    return (here or good.noun is not None) if good.number is not None else here and good.weapon.form == "name"


def _parties(scene: Scene, stretch: _Stretch, goods: Sequence[Good], origins: set[str]) -> _Parties | None:
    """Who stands where in a sentence; ``None`` where more than one state is left that nothing puts on a side."""
    found = _Parties()
    line, tokens = stretch.line, stretch.line.tokens
    maker: Side | None = None
    for position in line.actors:
        if not stretch.low <= position < stretch.high:
            continue
        actor = tokens[position].mention
        assert isinstance(actor, ActorMention)
        side = scene.side(actor)
        if actor.kind is ActorKind.MEDIA or side is None or not side.is_state:
            continue
        if owns_loser(line, tokens[position]):
            return None
        behind = [t.text for t in tokens[position + 1 : position + 3]]
        if not _SAYS.isdisjoint(behind[:2]) and position > goods[-1].high and _is_aside(line, position):
            # ", the Norwegian ministry said"
            continue
        at = position - 1
        while at >= 0 and tokens[at].text in _SKIPPED and tokens[at].text not in ("'s", "’s"):
            at -= 1
        before = tokens[at].text if at >= 0 else ""
        if side.company is not None and not scene.buys_for_state(actor):
            found.companies.append(side.company)
            found.supplier, found.named_supplier = found.supplier or side, True
        elif before == "from" or (before == "of" and tokens[at - 1].text == "courtesy"):
            found.supplier, found.named_supplier = side, True
        elif before in ("to", "for") and side.key not in origins and found.recipient is None:
            found.recipient = side
        elif behind and behind[0] in ("'s", "’s") and set(behind) & _HANDS:
            found.recipient = found.recipient or side
        elif side.key in origins:
            maker = maker or side
        elif not actor.as_place and side.key not in {s.key for s in found.others}:
            found.others.append(side)
    found.supplier = found.supplier or maker
    keys = {s.key for s in (found.supplier, found.recipient) if s is not None}
    found.others = [s for s in found.others if s.key not in keys]
    if found.recipient is not None and found.supplier is not None and found.recipient.key == found.supplier.key:
        return None
    if found.recipient is None and len(found.others) == 1:
        found.recipient = found.others.pop()
    elif found.supplier is None and len(found.others) == 1 and found.recipient is not None:
        found.supplier, found.named_supplier = found.others.pop(), True
    if found.others or (found.supplier is None and found.recipient is None):
        return None
    return None if found.supplier is not None and found.supplier.key in AIDED else found


def _is_aside(line: Line, at: int) -> bool:
    """Whether a comma stands right before an actor, or before its state: ", the Norwegian ministry said"."""
    before = [t for t in line.tokens[max(0, at - 3) : at] if t.kind == "mark" or t.text not in _SKIPPED]
    while before and before[-1].kind == "actor":
        before.pop()
    return bool(before) and before[-1].text in (",", "”", '"')


def _nearest(sums: Sequence[ValueMention], goods: Sequence[Good]) -> list[ValueMention]:
    """The sum nearest to goods, with what restates it in another currency."""
    own = [v for v in sums if v.equivalent_of is None]
    if not own:
        return []
    first = min(
        own, key=lambda v: min(abs(v.start - g.end) if v.start >= g.end else abs(g.start - v.end) for g in goods)
    )
    return [first, *(v for v in sums if v.equivalent_of == first.start)]


def _moves(stretch: _Stretch, parties: _Parties) -> bool:
    """Whether goods go from one side to the other, and are not only on their way: both sides are told by prepositions."""
    if MOVED.isdisjoint(stretch.words) or parties.recipient is None or not parties.named_supplier:
        return False
    if any(a.text == "came" and b.text == "from" for a, b in pairwise(stretch.tokens)):
        # "the four patrol boats of Ghana came from Singapore"
        return True
    return parties.recipient.key in AIDED and parties.supplier is not None and parties.supplier.key not in HOSTILE


def _haggles(stretch: _Stretch, parties: _Parties) -> bool:
    """Whether two sides are said to talk about goods: "the Kenyan navy and Damen are haggling over two patrol vessels"."""
    return not NEGOTIATED.isdisjoint(stretch.words) and parties.named_supplier and parties.recipient is not None


def _awaits(stretch: _Stretch, parties: _Parties, goods: Sequence[Good]) -> bool:
    """Whether somebody expects or wants a number of goods from another: "expects two S-400 regiments from Moscow"."""
    if _AWAITED.isdisjoint(stretch.words) or not (parties.named_supplier or parties.supplier is not None):
        return False
    return parties.recipient is not None and any(g.number is not None for g in goods)


def _draft(stretch: _Stretch, parties: _Parties, goods: Sequence[Good]) -> Draft:
    stage, kind, modality = _stage(stretch, parties)
    draft = Draft(
        line=stretch.line,
        start=goods[0].start,
        end=max(g.end for g in goods),
        kind=kind,
        stage=stage,
        modality=modality,
        supplier=parties.supplier,
        recipient=parties.recipient,
        companies=[c for c in parties.companies if parties.supplier is not None],
        goods=list(goods),
        stated_recipient=parties.recipient is not None,
    )
    dates = [d for d in dates_in(stretch.tokens) if not d.dateline and not _said_then(stretch.line, d)]
    if stage is Stage.PLANNED and _due(dates[:1]):
        dates = []
    if not dates and not (PERMITTED | APPROVED).isdisjoint(stretch.words):
        # "..., the agency said Thursday": a sale is permitted on the day on which that is told
        dates = [d for d in dates_in(stretch.tokens) if not d.dateline and _said_then(stretch.line, d)]
    draft.dates = [Dated(stage=stage, mention=d) for d in dates[:1]]
    return draft


def _only_may_be(words: frozenset[str]) -> bool:
    """Whether what is permitted is called possible, or to be bought, and no word says that it has been."""
    return not _POTENTIAL.isdisjoint(words) or (
        "to" in words and not _INFINITIVES.isdisjoint(words) and _HAS_BOUGHT.isdisjoint(words)
    )


_POTENTIAL = frozenset(["potential", "possible", "proposed"])
_ASKED = frozenset("asked asks requested requests applied seeks sought".split())
_INFINITIVES = frozenset(["purchase", "buy", "acquire", "procure", "sign", "award", "conclude", "select"])
_HAS_BOUGHT = frozenset(["ordered", "bought", "purchased", "contracted", "acquired", "order", "orders"])


def _said_then(line: Line, date: DateMention) -> bool:
    """Whether a date says when somebody wrote or said so: "a Seoul daily wrote on Monday"."""
    at = next((n for n, t in enumerate(line.tokens) if t.mention is date), 0)
    return any(t.text in _SAYS for t in line.tokens[max(0, at - 2) : at])


def _due(dates: Sequence[DateMention]) -> bool:
    """Whether a date says by when goods are to come."""
    return any(d.exact.lower().startswith(("by ", "until ", "from ")) for d in dates)


def _stage(stretch: _Stretch, parties: _Parties) -> tuple[Stage, TransferKind, Modality]:
    """How far a deal has come, from its words alone."""
    words = stretch.words
    paid = any(isinstance(v := t.mention, ValueMention) and v.kind == "money" for t in stretch.tokens)
    given = not GIVEN.isdisjoint(words) or (
        parties.recipient is not None
        and parties.recipient.key in AIDED
        and not parties.companies
        and not paid
        and BOUGHT.isdisjoint(words)
    )
    kind = TransferKind.DONATION if given else TransferKind.SALE
    if not _LEGISLATORS.isdisjoint(words) and not _NOTIFIED.isdisjoint(words):
        # "Congress was told of 40 Paladins for Taiwan"
        return Stage.PLANNED, TransferKind.PLAN, Modality.PLANNED
    if not (PERMITTED | APPROVED).isdisjoint(words) and SEALED.isdisjoint(words) and _only_may_be(words):
        # "has been granted approval for a potential sale of helicopters"
        return Stage.PLANNED, TransferKind.PLAN, Modality.PLANNED
    if not _ASKED.isdisjoint(words) and not _INFINITIVES.isdisjoint(words) and SEALED.isdisjoint(words):
        # "has asked to buy the following: 18 launchers"
        return Stage.PLANNED, TransferKind.PLAN, Modality.PLANNED
    if not NEGOTIATED.isdisjoint(words):
        return Stage.NEGOTIATING, TransferKind.PLAN, Modality.ASSERTED
    if not UNCERTAIN.isdisjoint(words):
        return Stage.CONSIDERED, TransferKind.PLAN, Modality.POSSIBLE
    if not CONSIDERED.isdisjoint(words) and SEALED.isdisjoint(words):
        return Stage.CONSIDERED, TransferKind.PLAN, Modality.ASSERTED
    if not PERMITTED.isdisjoint(words) and BOUGHT.isdisjoint(words - {"sale", "sales", "purchase", "export"}):
        return Stage.PLANNED, TransferKind.PLAN, Modality.PLANNED
    if not {"signed", "ordered", "contracted"}.isdisjoint(words) and not given and TO_COME.isdisjoint(words):
        return Stage.SIGNED if ARRIVED.isdisjoint(words) else Stage.DELIVERED, kind, Modality.ASSERTED
    come = not MOVED.isdisjoint(words) or not ADDRESSED.isdisjoint(words)
    if not TO_COME.isdisjoint(words) and (given or come or BOUGHT.isdisjoint(words)):
        return Stage.PLANNED, kind, Modality.PLANNED
    if given:
        return Stage.DONATED, kind, Modality.ASSERTED
    return Stage.DELIVERED if come and not paid else Stage.SIGNED, kind, Modality.ASSERTED
