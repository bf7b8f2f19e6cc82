"""Deals told in words that no frame knows: a word that speaks of a deal, arms, and a state on either side of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import define, field

from kordef.builders.goods import Good
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.tokens import Line
from kordef.builders.terms import terms_in
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.context import complete
from kordef.builders.transfers.deals import Dated, Draft, Side
from kordef.builders.transfers.details import dates_in, sums_in
from kordef.builders.transfers.goods import goods_in
from kordef.builders.transfers.rivals import owns_loser
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.sides import AIDED, HOSTILE
from kordef.builders.transfers.words import (
    ADDRESSED,
    BOUGHT,
    CONSIDERED,
    COUNTED_ON,
    GIVEN,
    MOVED,
    NEGOTIATED,
    OTHERWISE,
    PERMITTED,
    TO_COME,
    UNCERTAIN,
    WANTED,
)
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention, ValueMention
from kordef.vocabulary import ActorKind, Modality, Stage, TransferKind

__all__ = ["PLAIN", "plainly_told"]

PLAIN = BOUGHT | GIVEN | PERMITTED | MOVED | WANTED | COUNTED_ON
"""Words that a sentence must have one of, or a sum, to tell of a deal in this way."""
_STRONG = BOUGHT | GIVEN | PERMITTED
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


def plainly_told(scene: Scene, line: Line, clauses: Clauses, found: Sequence[Chain]) -> Iterator[Draft]:
    """The deals of a sentence from which no frame could make one, where its words leave little doubt of who gets what.

    Asks for a named weapon or counted arms, a word or a sum that speaks of a deal, and two states, one of which may be the
    origin of the arms; a word that denies, doubts or tells of arms at work stops it.
    """
    if line.kind in _HEADS or not OTHERWISE.isdisjoint(line.at) or any(c.negated for c in found):
        return
    goods = [g for g in goods_in(scene, line, clauses) if _is_arms(line, g)]
    if not goods:
        return
    weapons = [g.weapon for g in goods if g.weapon is not None]
    origins = {f"state:{w.origin}" for w in weapons if w.origin}
    if len(origins) > 1:
        return
    parties = _parties(scene, line, goods, origins)
    if parties is None:
        return
    money = sums_in(line, 0, len(line.tokens))
    strong = bool(money) or not _STRONG.isdisjoint(line.words)
    if not strong and not (_moves(line, parties) or _awaits(line, parties, goods)):
        return
    if not any(g.number is not None for g in goods) and not (
        money and any(w.form == "name" for w in weapons) and parties.recipient is not None
    ):
        return
    if parties.recipient is None and scene.topic(line, *origins) is None:
        return
    draft = _draft(line, parties, goods)
    draft.money = _nearest(money, goods)
    complete(scene, draft, None)
    if draft.supplier is None or draft.recipient is None or draft.supplier.key == draft.recipient.key:
        return
    draft.terms.update(terms_in(line.tokens, draft.recipient.key))
    yield draft


_HEADS = (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HEADING, BlockKind.TABLE_TITLE)


def _is_arms(line: Line, good: Good) -> bool:
    """Whether goods are a named weapon or counted arms of a class, and the sentence has a noun for them."""
    if good.weapon is None or good.called:
        return False
    here = line.start <= good.weapon.start < line.end
    return (here or good.noun is not None) if good.number is not None else here and good.weapon.form == "name"


def _parties(scene: Scene, line: Line, goods: Sequence[Good], origins: set[str]) -> _Parties | None:
    """Who stands where in a sentence; ``None`` where more than one state is left that nothing puts on a side."""
    found = _Parties()
    tokens = line.tokens
    maker: Side | None = None
    for position in line.actors:
        actor = tokens[position].mention
        assert isinstance(actor, ActorMention)
        side = scene.side(actor)
        if actor.kind is ActorKind.MEDIA or side is None or not side.key.startswith("state:"):
            continue
        if owns_loser(line, tokens[position]):
            return None
        behind = [t.text for t in tokens[position + 1 : position + 3]]
        if not _SAYS.isdisjoint(behind[:2]) and position > goods[-1].high:
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


def _nearest(sums: Sequence[ValueMention], goods: Sequence[Good]) -> list[ValueMention]:
    """The sum nearest to goods, with what restates it in another currency."""
    own = [v for v in sums if v.equivalent_of is None]
    if not own:
        return []
    first = min(
        own, key=lambda v: min(abs(v.start - g.end) if v.start >= g.end else abs(g.start - v.end) for g in goods)
    )
    return [first, *(v for v in sums if v.equivalent_of == first.start)]


def _moves(line: Line, parties: _Parties) -> bool:
    """Whether goods go from one side to the other, and are not only on their way: both sides are told by prepositions."""
    if MOVED.isdisjoint(line.at) or parties.recipient is None or not parties.named_supplier:
        return False
    return parties.recipient.key in AIDED and parties.supplier is not None and parties.supplier.key not in HOSTILE


def _awaits(line: Line, parties: _Parties, goods: Sequence[Good]) -> bool:
    """Whether somebody expects or wants a number of goods from another: "expects two S-400 regiments from Moscow"."""
    if (WANTED | COUNTED_ON).isdisjoint(line.at) or not (parties.named_supplier or parties.supplier is not None):
        return False
    return parties.recipient is not None and any(g.number is not None for g in goods)


def _draft(line: Line, parties: _Parties, goods: Sequence[Good]) -> Draft:
    stage, kind, modality = _stage(line, parties)
    draft = Draft(
        line=line,
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
    dates = [d for d in dates_in(line.tokens) if not d.dateline and not _said_then(line, d)]
    if stage is Stage.PLANNED and _due(dates[:1]):
        dates = []
    draft.dates = [Dated(stage=stage, mention=d) for d in dates[:1]]
    return draft


def _said_then(line: Line, date: DateMention) -> bool:
    """Whether a date says when somebody wrote or said so: "a Seoul daily wrote on Monday"."""
    at = next((n for n, t in enumerate(line.tokens) if t.mention is date), 0)
    return any(t.text in _SAYS for t in line.tokens[max(0, at - 2) : at])


def _due(dates: Sequence[DateMention]) -> bool:
    """Whether a date says by when goods are to come."""
    return any(d.exact.lower().startswith(("by ", "until ", "from ")) for d in dates)


def _stage(line: Line, parties: _Parties) -> tuple[Stage, TransferKind, Modality]:
    """How far a deal has come, from its words alone."""
    words = line.at.keys()
    given = not GIVEN.isdisjoint(words) or (
        parties.recipient is not None
        and parties.recipient.key in AIDED
        and not parties.companies
        and "money" not in line.value_kinds
        and BOUGHT.isdisjoint(words)
    )
    kind = TransferKind.DONATION if given else TransferKind.SALE
    if not NEGOTIATED.isdisjoint(words):
        return Stage.NEGOTIATING, TransferKind.PLAN, Modality.ASSERTED
    if not UNCERTAIN.isdisjoint(words):
        return Stage.CONSIDERED, TransferKind.PLAN, Modality.POSSIBLE
    if not CONSIDERED.isdisjoint(words):
        return Stage.CONSIDERED, TransferKind.PLAN, Modality.ASSERTED
    if not PERMITTED.isdisjoint(words) and BOUGHT.isdisjoint(words - {"sale", "sales", "purchase", "export"}):
        return Stage.PLANNED, TransferKind.PLAN, Modality.PLANNED
    come = not MOVED.isdisjoint(words) or not ADDRESSED.isdisjoint(words)
    if not TO_COME.isdisjoint(words) and (given or come or BOUGHT.isdisjoint(words)):
        return Stage.PLANNED, kind, Modality.PLANNED
    if given:
        return Stage.DONATED, kind, Modality.ASSERTED
    return Stage.DELIVERED if come and "money" not in line.value_kinds else Stage.SIGNED, kind, Modality.ASSERTED
