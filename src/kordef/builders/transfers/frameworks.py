"""Deals that cover others: "218 of the 288 named in the framework agreement", "two executive contracts"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from kordef.builders.goods import Good
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.deals import Dated, Draft
from kordef.builders.transfers.scene import Scene
from kordef.mentions.model import DateMention, ValueMention
from kordef.vocabulary import Stage, TransferKind

__all__ = ["adds_up", "framework_in", "framework_words", "umbrella"]


def framework_in(scene: Scene, line: Line, goods: Sequence[Good]) -> Iterator[Draft]:
    """The framework that a deal fills in part: "218 of the 288 launchers named in that year's framework agreement"."""
    tokens = line.tokens
    spoken = scene.focus
    for good in goods:
        named = framework_words(tokens, good)
        if spoken is None or good.whole is None or not named:
            continue
        dates = [
            m for t in tokens[named.start : named.stop] if isinstance(m := t.mention, DateMention) and m.period.edtf
        ]
        yield Draft(
            line=line,
            start=good.whole.start,
            end=tokens[min(named.stop - 5, len(tokens) - 1)].end,
            kind=TransferKind.PLAN,
            stage=Stage.FRAMEWORK,
            supplier=spoken.supplier and spoken.supplier.implied(),
            recipient=spoken.recipient and spoken.recipient.implied(),
            goods=[evolve(good, number=good.whole, of_total=False, whole=None, start=good.whole.start)],
            dates=[Dated(stage=Stage.FRAMEWORK, mention=d) for d in dates[:1]],
        )


def framework_words(tokens: Sequence[Token], good: Good) -> range:
    """Where the words stand that name the framework which goods are a part of; empty where none do."""
    if good.whole is None:
        return range(0)
    at = next((n for n in range(good.high, len(tokens)) if tokens[n].text == "framework"), None)
    return range(good.high, at + 6) if at is not None else range(0)


def umbrella(line: Line, chain: Chain) -> bool:
    """Whether a chain tells of several contracts at once: "two executive contracts"."""
    deal = chain.part("deal")
    if deal is None or deal.frame.id not in ("contract", "framework"):
        return False
    token = line.tokens[deal.start]
    if isinstance(token.mention, ValueMention):
        return True
    before = line.tokens[max(0, deal.start - 3) : deal.start]
    return token.text.endswith("s") and any(
        t.text in ("two", "three", "both", "several") or t.kind == "value" for t in before
    )


def adds_up(chain: Chain, goods: Sequence[Good]) -> bool:
    """Whether a sentence only adds up what several deals bring: "taken together the two orders come to 290"."""
    return chain.part("price") is not None and all(g.weapon is None or g.noun is None for g in goods)
