"""Contracts that a government lets for others: "X Corp. was awarded a $9 million contract for AH-64E helicopters. Fiscal 2023
Foreign Military Sales (Australia and Egypt) funds were obligated."

Who gets the goods is told only by a later sentence of the paragraph, which names the customers beside the words for such sales.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from attrs import evolve

from kordef.builders.goods import Good
from kordef.builders.goods_lists import goods_of
from kordef.builders.grammar.clauses import clauses_of
from kordef.builders.grammar.tokens import Line
from kordef.builders.transfers.deals import Draft, Side
from kordef.builders.transfers.parts import count_in, money_in
from kordef.builders.transfers.scene import Scene
from kordef.mentions.model import ActorMention, ValueMention
from kordef.vocabulary import ActorKind, Stage, TransferKind

__all__ = ["Awards"]

_SALES = re.compile(
    r"\b(?:foreign military sales?|FMS)\b|\A(?:This|The) (?:modification|contract|order|award)\b[^.]* for the governments? of\b",
    re.IGNORECASE,
)
_NEAR = 80
"""Characters behind those words within which the first customer stands."""


class Awards:
    """Notes the award that opens a paragraph, and tells its deals where a later sentence names the customers."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.award: Line | None = None
        self.told: list[Draft] = []

    def read(self, line: Line) -> bool:
        """Whether a line names the customers of the award before it, whose deals are then told."""
        if line.first:
            self.award = None
        if "awarded" in line.texts and "money" in line.value_kinds and line.actors:
            self.award = line
            return False
        award = self.award
        if award is None or award.block != line.block or not line.actors:
            return False
        # the sentence by itself: it may have to begin with the words
        found = _SALES.search(self.scene.page.document.text[line.start : line.end])
        if found is None or any(deal.line is award and deal.recipient is not None for deal in self.scene.deals):
            return False
        self.told.extend(self._drafts(award, line, line.start + found.end()))
        if not self.told:
            return False
        # what the award told by itself, of nobody who gets it
        self.scene.deals = [deal for deal in self.scene.deals if deal.line is not award]
        self.award = None
        return True

    def _drafts(self, award: Line, line: Line, behind: int) -> Iterator[Draft]:
        sides = (self.scene.side_at(award.tokens, at) for at in award.actors)
        seller = next((s for s in sides if s is not None), None)
        customers = self._customers(line, behind)
        firm = next((m for at in award.actors[:1] if isinstance(m := award.tokens[at].mention, ActorMention)), None)
        if seller is None or firm is None or firm.kind is not ActorKind.COMPANY or not customers:
            return
        seller = evolve(seller, company=firm)
        goods = [g for g in goods_of(award, clauses_of(award)) if g.weapon is not None]
        goods = [evolve(g, whole=None, of_total=False) for g in goods if g.group == goods[0].group]
        money = [m for m in money_in(award.tokens) if m.per is None][:1]
        if not goods or not money or any(_is_for(award, g) for g in goods):
            return
        alone = len(customers) == 1
        number = count_in(line.tokens)
        if alone and len(goods) == 1 and goods[0].number is None and number is not None:
            # "for MQ-9B aircraft. This modification provides for four aircraft for the government of Belgium"
            goods = [evolve(goods[0], number=number)]
        for customer in customers:
            if customer.key != seller.key:
                yield self._draft(award, seller, customer, goods, money, alone=alone)

    def _customers(self, line: Line, behind: int) -> list[Side]:
        """The states that the words for such sales name: "(Brazil, Romania and Slovenia)", "to Poland and Finland"."""
        found: dict[str, Side] = {}
        reach = behind + _NEAR
        for at in line.actors:
            token = line.tokens[at]
            side = self.scene.side_at(line.tokens, at) if behind <= token.start <= reach else None
            if side is not None and side.is_state and side.company is None:
                found.setdefault(side.key, side)
                reach = token.end + _NEAR
        return list(found.values())

    def _draft(
        self, award: Line, seller: Side, customer: Side, goods: list[Good], money: list[ValueMention], *, alone: bool
    ) -> Draft:
        """The deal with one of the customers; how many go to each, and for how much, is told of a single one only."""
        return Draft(
            line=award,
            start=min(goods[0].start, money[0].start),
            end=max(goods[-1].end, money[0].end),
            kind=TransferKind.SALE,
            stage=Stage.SIGNED,
            supplier=seller,
            recipient=customer,
            stated_recipient=True,
            companies=[seller.company] if seller.company is not None else [],
            goods=list(goods) if alone else [evolve(g, number=None) for g in goods],
            money=list(money) if alone else [],
            additional=True,
        )


_FOR_THEM = frozenset(
    (
        "upgrade upgrades kit kits spare spares part parts support services sustainment training modernization modernisation "
        "maintenance repair engines engineering components simulators software integration"
    ).split()
)


def _is_for(award: Line, good: Good) -> bool:
    """Whether the words behind a weapon say that only something for it is bought: "36 F-15 upgrade kits"."""
    at = bisect_left(award.tokens, good.end, key=lambda t: t.start)
    return not _FOR_THEM.isdisjoint(word for t in award.tokens[at : at + 3] for word in t.text.split())
