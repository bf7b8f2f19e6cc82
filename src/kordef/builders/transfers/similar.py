"""Deals of the same sort with other buyers: "a similar deal with Indonesia is in its final stages"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.transfers.deals import CONTRACT, Dated, Draft, Side
from kordef.builders.transfers.details import dates_in, sums_in
from kordef.builders.transfers.scene import Scene
from kordef.mentions.model import ActorMention
from kordef.vocabulary import Modality, Stage, TransferKind

__all__ = ["similar_deals"]

_ALIKE = frozenset("similar comparable identical parallel equivalent matching analogous like-for-like".split())
_DEALS = frozenset(
    "deal deals contract contracts agreement agreements order orders sale sales purchase purchases".split()
)
_SHORT_OF = frozenset(
    "no not n't never without denied denies ruled rejected rejects dropped failed fell collapsed if".split()
)
_STAGES: tuple[tuple[Stage, frozenset[str]], ...] = (
    (
        Stage.NEGOTIATING,
        frozenset(
            (
                "negotiating negotiated negotiates negotiation negotiations talks discussion discussions discussed discussing "
                "stages stage finalising finalizing finalised finalized close nearing near advanced bargaining haggling pending "
                "pursuing sought seeking seeks"
            ).split()
        ),
    ),
    (
        Stage.CONSIDERED,
        frozenset("considering considers mulling weighing eyeing eyes interest interested exploring".split()),
    ),
    (Stage.PLANNED, frozenset("expected expects planned plans hopes will due approved cleared intends agreed".split())),
    (
        Stage.SIGNED,
        frozenset(
            "signed concluded sealed struck inked reached clinched won secured followed placed closed awarded".split()
        ),
    ),
)
"""Words that tell how far such a deal has come; the first that is found holds."""
_NEAR = 3
"""How many blocks behind a deal another is likened to it."""


def similar_deals(scene: Scene, line: Line) -> list[Draft]:
    """The deals that a sentence likens to the one told before, one for each other buyer that it names."""
    tokens = line.tokens
    before = next((n for n in line.at.get("one", ()) if _is_earlier(tokens, n)), None) if line.actors else None
    if before is None and (_ALIKE.isdisjoint(line.texts) or not line.actors or "weapon" in line.kinds):
        return []
    at = before or next((n for n in range(len(tokens) - 1) if _likens(tokens, n)), None)
    model = _told(scene, line)
    stage = Stage.SIGNED if before else next((st for st, told in _STAGES if not told.isdisjoint(line.at)), None)
    if at is None or model is None or stage is None or not _SHORT_OF.isdisjoint(line.at) or tokens[-1].text == "?":
        return []
    buyers = _buyers(scene, tokens, at, model)
    if before is not None and not model.dates and not _SIGNED.isdisjoint(t.text for t in tokens[:before]):
        # "The deal, signed in November, comes after one with Egypt"
        model.dates.extend(Dated(stage=model.stage, mention=d) for d in dates_in(tokens[:before])[:1])
    dates = dates_in(tokens[before:])
    goods = [
        evolve(g, number=None, whole=None, of_total=False, low=0, high=0) for g in model.goods if g.weapon is not None
    ]
    bound = stage is Stage.SIGNED
    return [
        Draft(
            line=line,
            start=min(tokens[at].start, buyer.witness.start),
            end=max(tokens[at + 1].end, buyer.witness.end),
            kind=TransferKind.SALE if bound else TransferKind.PLAN,
            stage=stage,
            modality=Modality.ASSERTED if bound else Modality.PLANNED,
            supplier=model.supplier.implied() if model.supplier is not None else None,
            companies=list(model.companies),
            recipient=buyer,
            stated_recipient=True,
            goods=list(goods[:1]),
            money=sums_in(line, before, len(tokens)) if before else [],
            dates=[Dated(stage=stage, mention=d) for d in dates[:1]] if bound else [],
        )
        for buyer in buyers
    ]


def _is_earlier(tokens: Sequence[Token], at: int) -> bool:
    """Whether "one" is an earlier contract with another buyer: "The contract follows one with the Emirates"."""
    words = [t.text for t in tokens[max(0, at - 8) : at]]
    led = any(w in _BEHIND for w in words[-2:]) and not _DEALS.isdisjoint(words)
    return led and [t.text for t in tokens[at + 1 : at + 2]] in (["with"], ["for"], ["from"])


_SIGNED = frozenset(["signed", "concluded", "sealed", "inked", "awarded"])
_BEHIND = frozenset(["follows", "followed", "following", "after"])


def _likens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word says that the deal right behind it is like another."""
    if tokens[at].text not in _ALIKE:
        return False
    return any(t.text in _DEALS for t in tokens[at + 1 : at + 3])


def _told(scene: Scene, line: Line) -> Draft | None:
    """The deal for named arms that was told last."""
    for deal in (scene.focus, *reversed(scene.recent())):
        if deal is None or deal.line.story != line.story or not 0 <= line.block - deal.line.block <= _NEAR:
            continue
        known = deal.supplier is not None and deal.recipient is not None and deal.kind is not TransferKind.DONATION
        if (
            known
            and deal.stage in (*CONTRACT, Stage.PLANNED, Stage.SELECTED)
            and any(w.form == "name" for w in deal.weapons)
        ):
            return deal
    return None


def _buyers(scene: Scene, tokens: Sequence[Token], at: int, model: Draft) -> list[Side]:
    """The states that such a deal is with: behind "with", "for" or "to", or else the subject in front of it."""
    known = {s.key for s in (model.supplier, model.recipient) if s is not None}
    behind = next(
        (n for n in range(at + 1, min(at + 6, len(tokens))) if tokens[n].text in ("with", "for", "to", "by")), None
    )
    low, high = (behind + 1, len(tokens)) if behind is not None else (0, at)
    found: dict[str, Side] = {}
    for n in range(low, high):
        actor = tokens[n].mention
        if isinstance(actor, ActorMention) and actor.form != "adjective":
            side = scene.side(actor)
            if side is not None and side.is_state and side.company is None and side.key not in known:
                found.setdefault(side.key, side.without_firm())
        elif behind is not None and tokens[n].text not in ("and", ",", "the", "both", "or"):
            break
    return list(found.values())
