"""More of the goods of a deal: "A second tranche of 72 launchers", "it ordered a fourth in 2025", "Another 36 are planned"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from kordef.builders.goods import Good, is_a, singular
from kordef.builders.goods_counted import made_up
from kordef.builders.grammar.clauses import PREPOSITIONS, clauses_of
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.transfers.deals import CONTRACT, Dated, Draft
from kordef.builders.transfers.details import dates_in, sums_in
from kordef.builders.transfers.goods import goods_in
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.words import OTHERWISE, UNCERTAIN
from kordef.figures import ORDINALS
from kordef.mentions.model import ActorMention, ValueMention, WeaponMention
from kordef.vocabulary import Counting, Modality, Stage, TransferKind

__all__ = ["further", "more_to_come", "same_number"]

_ORDINALS = {word: str(rank) for word, rank in ORDINALS.items() if rank > 1}
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


def more_to_come(scene: Scene, line: Line) -> Draft | None:
    """More of the goods spoken of, of which a sentence says no more than how far they are: "Another 36 are planned"."""
    deal = scene.focus
    if deal is None or _STATES.isdisjoint(line.texts) or not (_counts_on(line) or not _MORE.isdisjoint(line.texts)):
        return None
    if deal.recipient is None or deal.stage is Stage.CANCELLED or _names_others(scene, line, deal):
        return None
    if deal.line.story != line.story or not 0 <= line.block - deal.line.block <= 1 or deal.line is line:
        return None
    good = next(iter(goods_in(scene, line, clauses_of(line))), None)
    if good is None or good.number is None or not _is_more(line.tokens, good):
        return None
    if good.weapon is None or good.weapon.key not in {w.key for w in deal.weapons}:
        return None
    words = [t.text for t in line.tokens[good.high :]]
    while words and (words[0] in _MORE or words[0] in _COPULAS):
        words.pop(0)
    stage = _STATES_OF.get(tuple(words[:2])) or _STATES_OF.get(tuple(words[:1]))
    if words[:1] and words[0] in _BUILT and line.tokens[good.high].text in ("were", "was", "have", "has"):
        # what has been built may be the buyer's own work
        return None
    if stage is Stage.PLANNED and not {"contract", "order"}.isdisjoint(line.at) and "signed" in line.at:
        stage = Stage.SIGNED
    if stage is None or (stage is Stage.SIGNED and deal.stage not in CONTRACT):
        return None
    gift = deal.kind is TransferKind.DONATION
    days = [d for d in dates_in(line.tokens) if not d.dateline and not _is_due(d.exact)]
    return Draft(
        line=line,
        start=good.start,
        end=max(good.end, line.tokens[good.high].end),
        kind=deal.kind if gift or stage is Stage.SIGNED else TransferKind.PLAN,
        stage=Stage.DONATED if gift and stage is Stage.SIGNED else stage,
        modality=Modality.PLANNED if stage is Stage.PLANNED else Modality.ASSERTED,
        supplier=deal.supplier.implied() if deal.supplier is not None else None,
        recipient=deal.recipient.implied(),
        companies=list(deal.companies),
        goods=[good],
        money=sums_in(line, 0, len(line.tokens)),
        dates=[Dated(stage=stage, mention=d) for d in days if stage is Stage.SIGNED][:1],
        additional=True,
    )


def same_number(deal: Draft, more: Draft) -> bool:
    """Whether as many come on top as there were."""
    counted = {g.number.amount.low for g in deal.goods if g.number is not None}
    return any(g.number is not None and g.number.amount.low in counted for g in more.goods)


def _counts_on(line: Line) -> bool:
    """Whether a sentence begins with a count of more: "Twelve more"."""
    return bool(line.tokens) and line.tokens[0].text.lower().endswith(" more")


def _is_more(tokens: Sequence[Token], good: Good) -> bool:
    """Whether a sentence begins with goods that come on top of others: "Another 36", "An additional 12", "Twelve more"."""
    opening = [t.text for t in tokens[: good.low]]
    if any(word not in _MORE and word != "an" and word != "a" for word in opening):
        return False
    more = bool(opening) or good.counting is Counting.ADDITIONAL
    return more or (good.high < len(tokens) and tokens[good.high].text in _MORE)


_MORE = frozenset("another further additional more extra others".split())
_COPULAS = frozenset("is are was were has have had been since also then still now being will to be".split())
_BUILT = frozenset(["built", "produced", "assembled", "made"])
_STATES_OF: dict[tuple[str, ...], Stage] = {
    **{(w,): Stage.PLANNED for w in "planned envisaged foreseen intended anticipated follow come".split()},
    **{(w,): Stage.PLANNED for w in sorted(_BUILT)},
    **{(w,): Stage.SIGNED for w in ("followed", "ensued")},
    **{
        (a, b): Stage.NEGOTIATING
        for a in ("under", "in", "being")
        for b in ("negotiation", "negotiations", "discussion", "discussions", "talks")
    },
    **{(w,): Stage.NEGOTIATING for w in ("negotiated", "discussed")},
}
"""What more of the goods are, "to follow" and "will come" without their first word."""
_STATES = frozenset(word for words in _STATES_OF for word in words[-1:])


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
