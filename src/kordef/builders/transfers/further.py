"""More of the goods of a contract that an ordinal tells of: "A second tranche of 72 launchers", "it ordered a fourth in 2025"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from kordef.builders.goods import Good, is_a, singular
from kordef.builders.goods_counted import made_up
from kordef.builders.grammar.clauses import PREPOSITIONS
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.transfers.deals import CONTRACT, Dated, Draft
from kordef.builders.transfers.details import dates_in, sums_in
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.words import OTHERWISE, UNCERTAIN
from kordef.mentions.model import ActorMention, ValueMention, WeaponMention
from kordef.vocabulary import Counting, Stage, TransferKind

__all__ = ["further"]

_ORDINALS = {w: str(n) for n, w in enumerate("second third fourth fifth sixth seventh eighth ninth tenth".split(), 2)}
_LOTS = frozenset("batch tranche lot instalment installment slice".split())
_BOUND = frozenset(
    (
        "signed ordered contracted bought purchased procured added exercised exercising awarded commissioned inked sealed "
        "concluded ordering adding buying"
    ).split()
)
_OPEN = UNCERTAIN | frozenset(
    (
        "will plan plans planned planning wants wanted hopes expects expected intends intended seeks considering consider "
        "considers wishes eyes eyeing due talks negotiating negotiations option options"
    ).split()
)
_TAKEN_UP = frozenset(["exercised", "exercising", "exercises", "took", "converted"])
_NEAR = 2
"""How many blocks behind a contract more of its goods may be told of."""


def further(scene: Scene, line: Line) -> Draft | None:
    """The contract for more of the goods spoken of, which a sentence tells of by an ordinal; ``None`` where it tells of none."""
    if _ORDINALS.keys().isdisjoint(line.at) or _BOUND.isdisjoint(line.texts):
        return None
    deal = scene.focus
    if deal is None or deal.recipient is None or deal.stage not in CONTRACT or deal.kind is not TransferKind.SALE:
        return None
    if deal.line.story != line.story or not 0 <= line.block - deal.line.block <= _NEAR or deal.line is line:
        return None
    words = line.texts - ({"option", "options"} if not _TAKEN_UP.isdisjoint(line.texts) else set[str]())
    if not _OPEN.isdisjoint(words) or not OTHERWISE.isdisjoint(words) or _names_others(scene, line, deal):
        return None
    told = next((g for g in deal.goods if g.weapon is not None and g.counting is not Counting.OPTION), None)
    at = next((n for n, t in enumerate(line.tokens) if n and t.text in _ORDINALS and line.tokens[n - 1].text == "a"), 0)
    good = _more(line.tokens, at, told) if told is not None and at else None
    if good is None:
        return None
    bound = min(line.at[w][0] for w in _BOUND & line.at.keys())
    behind = dates_in(line.tokens[min(bound, at) :])
    days = behind or dates_in(line.tokens[:at])
    return Draft(
        line=line,
        start=line.tokens[at - 1].start,
        end=max(good.end, line.tokens[bound].end),
        kind=deal.kind,
        stage=Stage.SIGNED,
        supplier=deal.supplier.implied() if deal.supplier is not None else None,
        recipient=deal.recipient.implied(),
        companies=list(deal.companies),
        goods=[good],
        money=sums_in(line, 0, len(line.tokens)),
        dates=[Dated(stage=Stage.SIGNED, mention=d) for d in days if not d.dateline and not _is_due(d.exact)][:1],
        ordinal=_ORDINALS[line.tokens[at].text],
        additional=True,
    )


def _names_others(scene: Scene, line: Line, deal: Draft) -> bool:
    """Whether a sentence names a state that is no party to the deal spoken of, or a weapon by its name."""
    known = {s.key for s in (deal.supplier, deal.recipient) if s is not None}
    for token in line.tokens:
        if isinstance(actor := token.mention, ActorMention):
            side = scene.side(actor)
            if side is not None and side.official and side.key not in known:
                return True
        elif isinstance(token.mention, WeaponMention) and token.mention.form == "name":
            return True
    return False


def _more(tokens: Sequence[Token], at: int, told: Good) -> Good | None:
    """What the words behind an ordinal count: one thing of the sort told, or a lot of so many."""
    weapon = told.weapon
    assert weapon is not None
    behind = tokens[at + 1 : at + 4]
    if behind and behind[0].text in _LOTS:
        number = behind[-1].mention
        if len(behind) < 3 or behind[1].text not in ("of", "for", "covering") or not isinstance(number, ValueMention):
            return None
        noun = singular(number.noun.split()[-1].lower()) if number.noun else None
        fits = noun is None or is_a(weapon, noun) or noun in _ANY or noun == told.unit
        if number.kind != "count" or not fits:
            return None
        return _again(told, number, behind[-1], at + 3)
    head = behind[0] if behind else None
    alone = head is None or head.kind in ("mark", "date") or head.text in PREPOSITIONS
    noun = "" if head is None or alone else head.text.lower().split()[-1]
    if not alone and noun not in _ANY and noun != told.unit and not is_a(weapon, noun):
        return None
    token = tokens[at]
    one = made_up(token, 1, weapon)
    return _again(told, one, token if alone or head is None else head, at)


_ANY = frozenset("unit system one ship vessel boat aircraft jet plane vehicle launcher battery".split())


def _again(told: Good, number: ValueMention, last: Token, at: int) -> Good:
    return evolve(
        told,
        number=number,
        start=number.start,
        end=last.end,
        low=at,
        high=at + 1,
        counting=Counting.ADDITIONAL,
        of_total=False,
        whole=None,
    )


def _is_due(exact: str) -> bool:
    return exact.lower().startswith(("by ", "until ", "from "))
