"""What a sentence adds to the deal that it has just told: its price, its deliveries, an option, its signature."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from kordef.builders.goods import Good
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Line
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.deals import TITLES, Dated, Draft, Drop
from kordef.builders.transfers.details import dates_in, sums_in
from kordef.builders.transfers.links import part
from kordef.builders.transfers.stages import stage_of
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind, Counting, Modality, Stage, Term

__all__ = ["add_option", "add_to_last", "ended", "fall_short"]


def add_to_last(last: Draft, chain: Chain, line: Line) -> None:
    """What a chain without goods of its own says of those just told: ", all delivered by 2017", "having ordered them in 2019"."""
    core = chain.core
    tokens = line.tokens
    if core.noun and _of_another(last, chain):
        return
    dates = dates_in(core.places.get("date", ()))
    if chain.part("price") is not None and chain.part("deal") is None:
        money = last.title_money if line.kind in TITLES else last.money
        money.extend(m for m in sums_in(line, core.end, chain.reach) if m not in money)
        return
    if core.noun and core.frame.id in _PRICED and not last.money and not last.title_money:
        # "became its first customer in 2022, when it signed a contract worth $3.5 billion"
        last.money.extend(sums_in(line, core.begin, chain.reach))
    if core.noun and core.frame.id == "contract" and _seals(line, last, chain):
        # "asked for 20 F-35As; a letter of offer and acceptance was signed on 25 July"
        last.stage, last.modality = Stage.SIGNED, Modality.ASSERTED
        last.dates[:0] = [Dated(stage=Stage.SIGNED, mention=m) for m in dates[:1]]
    if core.noun or part(core) != "act" or core.start <= 0:
        return
    plain = core.group.modality is Modality.ASSERTED
    if core.frame.id in ("deliver", "receive", "arrive"):
        to_come = tokens[core.group.start].text == "to" or tokens[core.group.start - 1].text == "to"
        done = plain and core.group.aspect in ("plain", "done") and not to_come
        done = done and last.modality is not Modality.PLANNED
        every = any(t.text in _EVERY for t in tokens[max(0, core.start - 5) : core.start])
        if done and every and last.stage is Stage.SIGNED:
            last.stage = Stage.DELIVERED
        for date in dates[:1]:
            # the date may have been taken for one when goods are due
            last.deliveries = [d for d in last.deliveries if d.date is not date]
            last.deliveries.append(Drop(weapon=last.goods[0].weapon if last.goods else None, date=date, done=done))


def ended(last: Draft, chain: Chain) -> Draft | None:
    """The end of the deal just told, where a sentence goes on to tell of it: "..., but the order was dropped"."""
    deal = chain.part("deal")
    if deal is None or chain.roles.get("recipient") or _of_another(last, chain):
        return None
    line, words = chain.line, [t.text for t in chain.line.tokens[max(0, deal.start - 4) : deal.start]]
    stage, modality = stage_of(chain)
    if stage not in (Stage.CANCELLED, Stage.SUSPENDED) or modality is not Modality.ASSERTED:
        return None
    if chain.dropped or _DEFINITE.isdisjoint(words) or not _OTHERS.isdisjoint(words):
        return None
    dates = dates_in(chain.line.tokens[chain.begin : chain.end])
    return Draft(
        line=line,
        start=line.tokens[chain.begin].start,
        end=line.tokens[chain.end - 1].end,
        kind=last.kind,
        stage=stage,
        modality=modality,
        definite=True,
        dates=[Dated(stage=stage, mention=m) for m in dates[:1]],
    )


def fall_short(last: Draft, chain: Chain) -> None:
    """A deal of which a sentence goes on to say that it was never made: "but the order never materialised"."""
    deal = chain.part("deal")
    if last.stage not in (Stage.SIGNED, Stage.PLANNED) or chain.roles.get("recipient") or _of_another(last, chain):
        return
    tokens = chain.line.tokens
    at = deal.start if deal is not None else chain.begin
    before = [t.text for t in tokens[max(0, at - 4) : at]]
    behind = [t.text for t in tokens[chain.end if deal is None else deal.end :][:_PREDICATE]]
    told = behind[: next((n for n, w in enumerate(behind) if w in _MADE), 0) + 1]
    goes_on = [w for w in behind[len(told) :][:1] if w in ("for", "with", "to", "on")]
    if not told or told[-1] not in _MADE or goes_on or before[-1:] in (["a"], ["an"]) or not _OTHERS.isdisjoint(before):
        told = []
    if deal is not None and told and ("never" in told or ("not" in told and "been" not in told and "yet" not in told)):
        last.stage = Stage.CANCELLED
    elif told and deal is not None and ("no" in before[-2:] or "not" in told):
        last.stage = Stage.PLANNED
    elif any(pair in _NEVER for pair in pairwise(before)) and any(m.frame.id == "sign" for m in chain.matches):
        # "agreed to buy 24 jets but never signed a contract"
        last.stage = Stage.CANCELLED


_NEVER = (("but", "never"), ("and", "never"))
_PREDICATE = 7
"""How many words behind a deal noun may say what became of it."""
_MADE = frozenset(
    (
        "signed concluded finalised finalized completed implemented executed realised realized materialised materialized "
        "honoured honored fulfilled placed ratified sealed formalised formalized happened"
    ).split()
)
_DEFINITE = frozenset(["the", "this", "that", "its", "their"])
_OTHERS = frozenset("earlier previous old older former other another".split())
"""Words before a deal noun that tell that another deal than the one just told came to an end."""


def _of_another(deal: Draft, chain: Chain) -> bool:
    """Whether a deal noun is of another buyer: "bids in Norway with the Redback, which won a $2 billion deal with Australia"."""
    own = {s.key for s in (deal.supplier, deal.recipient, deal.end_user) if s is not None}
    named = [t.mention for role in ("partner", "recipient") for _, t in chain.roles.get(role, ())]
    return any(
        isinstance(m, ActorMention) and m.kind is ActorKind.STATE and not m.as_place and m.key not in own for m in named
    )


_PRICED = frozenset(["contract", "purchase", "sale"])
"""Deal nouns whose sum is that of the deal just told."""
_EVERY = frozenset(["all", "both", "since", "fully", "last", "final"])


def _follows(line: Line, deal: Match) -> bool:
    """Whether a contract came about after the plan: "cleared the purchase in April, and a contract followed in May"."""
    low = max(0, deal.begin - 3)
    new = any(t.text in ("a", "an") for t in line.tokens[low : deal.start])
    return new and any(t.text in ("followed", "ensued") for t in line.tokens[deal.end : deal.end + 7])


def _seals(line: Line, last: Draft, chain: Chain) -> bool:
    """Whether a contract without goods of its own, behind a semicolon, is that of the plan just told."""
    tokens = line.tokens
    deal = chain.core
    signs = next((m for m in chain.matches if m.frame.id == "sign" and m.group.passive), None)
    opens = any(t.text == ";" for t in tokens[max(0, deal.begin - 3) : deal.begin])
    plain = signs is not None and signs.group.modality is Modality.ASSERTED and signs.group.aspect in ("plain", "done")
    if last.stage is Stage.SELECTED and any(
        m.frame.id == "sign" and not m.group.passive and m.group.modality is Modality.ASSERTED for m in chain.matches
    ):
        # "After Malaysia chose the FA-50, KAI signed a contract with Kuala Lumpur"
        return True
    if _follows(line, deal) and last.stage in (Stage.PLANNED, Stage.SELECTED):
        return True
    return opens and plain and last.stage in (Stage.PLANNED, Stage.NEGOTIATING)


def add_option(deal: Draft, goods: Sequence[Good], line: Line, chain: Chain) -> None:
    """Note the goods that a deal gives the right, not the duty, to buy."""
    deal.terms.setdefault(Term.OPTION, line.tokens[chain.core.start])
    deal.goods.extend(evolve(g, counting=Counting.OPTION) for g in goods if g.number is not None)
