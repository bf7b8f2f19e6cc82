"""Trackers of aid: donors as headings, and under them what each gave: "January 2023: 19 Piranha 3H. All delivered."

The title says for whom all of it is. An item needs no verb: it is a gift unless it says that it was only promised.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from kordef.builders.goods import Good, class_head, goods_words
from kordef.builders.grammar.clauses import clauses_of
from kordef.builders.grammar.tokens import Line
from kordef.builders.transfers.aid_items import (
    BEFORE_GOODS,
    NOT_GOODS,
    grouped,
    has_arrived,
    is_counted,
    is_part,
    names_weapon,
    of_which,
    only_date,
    only_for,
    opening,
    pays_for_more,
    plain_good,
    same_type,
    shares_of,
)
from kordef.builders.transfers.aid_sales import (
    SALES,
    bought_for,
    day_of_sale,
    goes_elsewhere,
    is_about_measure,
    is_gift_sequel,
    is_measure,
    is_sale,
    paid_goods,
    pays_for,
    recast,
    stage_of_sale,
    starts_with_giver,
)
from kordef.builders.transfers.aid_stages import stage_by, stage_of_heading
from kordef.builders.transfers.deals import Dated, Draft, Drop, Side
from kordef.builders.transfers.details import sums_in
from kordef.builders.transfers.gifts import aided
from kordef.builders.transfers.goods import goods_in
from kordef.builders.transfers.parts import date_in, entry_words, money_in
from kordef.builders.transfers.scene import HEADS, Scene
from kordef.builders.transfers.wars import AIDED
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention, ValueMention, WeaponMention
from kordef.vocabulary import Stage, TransferKind

__all__ = ["AidLists"]

_REACH = 14
"""How many blocks below its heading a donor's items may stand."""
_SWAPPED = frozenset(["exchange", "swap", "return"])
_REFUTED = frozenset("denied denies refuted dismissed".split())


class AidLists:
    """Reads the items of trackers as they come, line by line; the deals are left in ``told``."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.giver: Side | None = None
        """The donor that the last heading names."""
        self.titled: Side | None = None
        """The only state besides those at war that the title names."""
        self.block = -9
        """The block of that heading."""
        self.reach = _REACH
        """How many blocks below it the donor's items may stand."""
        self.stage: Stage | None = None
        """What a heading inside the donor's list says of the items below it: "Announced:"."""
        self.sold = False
        """Whether the heading says that what stands below it was sold: "India (sales)"."""
        self.measure: Line | None = None
        """The sentence before, where it tells of a sum that was granted."""
        self.item: list[Draft] = []
        """The gifts of the item that is being read."""
        self.told: list[Draft] = []

    def read(self, line: Line) -> bool:
        """Whether a line is one of an item, whose gifts are then told."""
        if line.kind in HEADS and not (self.giver is not None and is_counted(line.tokens)):
            self._heading(line)
            return False
        taker = aided(self.scene, line)
        if taker is None or line.kind not in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH, BlockKind.HEADING):
            return False
        labelled = self._labelled(line, taker)
        labelled = self._dated(line, taker) if labelled is None else labelled
        if labelled is not None:
            return labelled
        if self.giver is None or line.block - self.block > self.reach or taker.key == self.giver.key:
            return False
        if self.giver is self.titled and line.kind is BlockKind.PARAGRAPH:
            # a story, and no list
            return False
        if not _SWAPPED.isdisjoint(line.texts):
            # "40 BMP-1 went to Ukraine after Berlin had sent as many Marders in exchange"
            return False
        if not _REFUTED.isdisjoint(line.texts):
            # "Media reports that 20 launchers had been ordered were denied by the ministry"
            return True
        before, self.measure = self.measure, line if is_measure(line.tokens) else None
        if (measure := self._measure(line, before, taker)) is not None:
            self.item, self.measure = [measure], None
            self.told.append(measure)
            return True
        known = self.item if self.item and self.item[0].line.block == line.block else []
        if known and self._sequel(line, known):
            return True
        if (talks := self._talks(line, taker)) is not None:
            self.item = [talks]
            self.told.append(talks)
            return True
        if shares := list(self._shares(line, taker)):
            self.item = shares
            self.told.extend(shares)
            return True
        start, date = opening(line.tokens)
        if start is None:
            start = starts_with_giver(self.scene, line.tokens, self.giver)
        if start is None:
            return False
        drafts = list(self._gifts(line, start, date, taker))
        if drafts:
            self.item = drafts
            self.told.extend(drafts)
        # "Package 12 (May 2023): testing of Gripen by Ukrainian pilots"
        return bool(drafts) or (date is not None and not NOT_GOODS.isdisjoint(line.texts))

    def donor(self, line: Line) -> Side | None:
        """The state under whose heading a line of the tracker stands."""
        near = self.giver is not None and 0 <= line.block - self.block <= self.reach and self.reach == _REACH
        return self.giver if near else None

    def _labelled(self, line: Line, taker: Side) -> bool | None:
        """Whether a line is an item behind its donor, "Turkey (EUR 27 million): 14 vehicles"; ``None`` where it has none."""
        tokens = line.tokens
        colon = next((n for n, t in enumerate(tokens[:9]) if t.text == ":"), 0)
        actor = tokens[0].mention
        side = self.scene.side(actor) if colon and isinstance(actor, ActorMention) else None
        if side is None or side.company is not None or side.key == taker.key or (colon > 1 and tokens[1].text != "("):
            return None
        if colon == 1 and taker.key in AIDED:
            return None
        at = colon + 1
        while at < len(tokens) and tokens[at].text in BEFORE_GOODS:
            at += 1
        if at >= len(tokens) or not isinstance(tokens[at].mention, ValueMention):
            return None
        before, self.giver = self.giver, side
        drafts = list(self._gifts(line, colon + 1, date_in(tokens[:colon]), taker))
        self.giver = before
        self.item = drafts
        self.told.extend(drafts)
        return bool(drafts) or None

    def _dated(self, line: Line, taker: Side) -> bool | None:
        """Whether a line is an item with date and donor in front, "April 2022: Slovakia, one S-300 battery"; ``None`` if not."""
        tokens = line.tokens
        if (
            len(tokens) < 5
            or not isinstance(tokens[0].mention, DateMention)
            or tokens[1].text not in (":", "–", "—", "-")
        ):
            return None
        actor, at = tokens[2].mention, 4
        side = self.scene.side(actor) if isinstance(actor, ActorMention) else None
        if (
            side is None
            or side.company is not None
            or side.key == taker.key
            or tokens[3].text not in (",", ":", "–", "-", "(")
        ):
            return None
        while at < len(tokens) and tokens[at].text in BEFORE_GOODS:
            at += 1
        if at >= len(tokens) or not isinstance(tokens[at].mention, (ValueMention, WeaponMention)):
            return None
        before, self.giver = self.giver, side
        drafts = list(self._gifts(line, 4, date_in(tokens[:1]), taker))
        self.giver = before
        self.item = drafts
        self.told.extend(drafts)
        return bool(drafts) or None

    def _heading(self, line: Line) -> None:
        """Note the donor or the stage that a heading names."""
        words = {t.text for t in line.tokens if t.kind == "word"}
        sides = [
            s for t in line.tokens if isinstance(m := t.mention, ActorMention) and (s := self.scene.side(m)) is not None
        ]
        sides = [s for s in sides if s.official and s.company is None]
        self.item = []
        self.sold = bool(words & SALES)
        others = [s for s in sides if s.key not in AIDED]
        if line.kind is BlockKind.TITLE:
            self.titled = others[0] if len({s.key for s in others}) == 1 else None
            if self.titled is not None and len(sides) == 1 and aided(self.scene, line) is not None:
                # "Fact sheet: what Canberra has given"
                self.giver, self.block, self.reach, self.stage = self.titled, line.block, 200, None
                return
        elif sides and not others and self.titled is not None and len(words) <= 6:
            # "Given to Ukraine" below "Country tracker: Norway"
            self.giver, self.block, self.reach, self.stage = self.titled, line.block, 200, stage_of_heading(line.tokens)
            return
        if len({s.key for s in sides}) == 1 and len(words) <= 3 and line.kind is not BlockKind.TITLE:
            self.giver, self.block, self.reach, self.stage = sides[0], line.block, _REACH, stage_by(words)
        elif line.kind is BlockKind.TITLE and len({s.key for s in sides}) == 2:
            # "German military aid to Ukraine: a list"
            taker = aided(self.scene, line)
            self.giver = next((s for s in sides if taker is not None and s.key != taker.key), None)
            self.block, self.reach, self.stage = line.block, 200, None
        elif (
            not {s.key for s in sides} - AIDED
            and len(line.tokens) <= 9
            and (stage := stage_of_heading(line.tokens)) is not None
            and self.giver is not None
        ):
            self.stage = stage
        elif self.reach == _REACH:
            self.giver = self.stage = None

    def _sequel(self, line: Line, known: Sequence[Draft]) -> bool:
        """Whether a sentence behind an item only says how far its gifts have come: "All delivered." """
        fields = entry_words().fields
        words = [t.text for t in line.tokens if t.kind == "word"]
        if any(isinstance(t.mention, (ValueMention, WeaponMention)) for t in line.tokens) or not words:
            return False
        gift = is_gift_sequel(words)
        if gift is not None:
            recast(known, gift=gift)
            return True
        if words[0] in ("nothing", "none") and set(words) & fields["given"]:
            for draft in known:
                draft.stage = Stage.PLANNED
                draft.dates = [evolve(d, stage=Stage.PLANNED) for d in draft.dates]
        elif words[0] == "all" and set(words) & fields["given"]:
            for draft in known:
                draft.stage = Stage.DONATED
                draft.dates = [evolve(d, stage=Stage.DONATED) for d in draft.dates]
        else:
            return False
        if (date := date_in(line.tokens)) is not None:
            known[0].deliveries.append(Drop(date=date, done=words[0] == "all"))
        return True

    def _measure(self, line: Line, before: Line | None, taker: Side) -> Draft | None:
        """The gift that a sum pays for: "adopted a measure of EUR 10 million in July 2024. It pays for a tented camp"."""
        told = line if is_measure(line.tokens) else before
        if told is None or self.giver is None or told.block != line.block:
            return None
        if told is not line and not is_about_measure(line.tokens):
            return None
        bought = pays_for(line.tokens, 0, len(line.tokens))
        goods = [*paid_goods(line.tokens, bought, len(line.tokens))] if bought is not None else []
        money = money_in(told.tokens)
        if not goods or len(money) != 1:
            return None
        draft = self._draft(told, goods, taker, TransferKind.DONATION, Stage.DONATED, date_in(told.tokens))
        draft.start, draft.end = money[0].start, max(money[0].end, goods[-1].end if told is line else 0)
        draft.money = money
        return draft

    def _draft(
        self, line: Line, goods: list[Good], taker: Side, kind: TransferKind, stage: Stage, date: DateMention | None
    ) -> Draft:
        """A deal between the donor of the heading and the state that the page is about aid to."""
        assert self.giver is not None
        return Draft(
            line=line,
            start=goods[0].start,
            end=goods[-1].end,
            kind=kind,
            stage=stage,
            supplier=self.giver.implied(),
            recipient=taker.implied().without_firm(),
            stated_recipient=True,
            goods=goods,
            dates=[Dated(stage=stage, mention=date)] if date is not None else [],
            additional=True,
        )

    def _talks(self, line: Line, taker: Side) -> Draft | None:
        """A deal that is only talked about: "Mistral 3 missiles: talks are under way"."""
        tokens = line.tokens
        weapon = tokens[0].mention if tokens else None
        if not isinstance(weapon, WeaponMention) or [t.text for t in tokens[1:2]] != [":"]:
            return None
        if not {t.text for t in tokens[2:]} & entry_words().fields["talks"] or self.giver is None:
            return None
        goods = [Good(weapon=weapon, number=None, start=weapon.start, end=weapon.end)]
        draft = self._draft(line, goods, taker, TransferKind.PLAN, Stage.NEGOTIATING, None)
        draft.end, draft.additional = line.end, False
        return draft

    def _shares(self, line: Line, taker: Side) -> Iterator[Draft]:
        """The deals of one weapon, each with a number and how it went: "Krab howitzers: 54 sold, 18 donated"."""
        for good, kind, stage, date in shares_of(line.tokens):
            yield self._draft(line, [good], taker, kind, stage, date)

    def _gifts(self, line: Line, start: int, date: DateMention | None, taker: Side) -> Iterator[Draft]:
        """The gifts of a sentence, those of one stage and time together."""
        tokens = line.tokens
        goods = [*self._goods(line, start)]
        label = stage_by({t.text for t in tokens[:start]}) if start else None
        assert self.giver is not None
        if goes_elsewhere(self.scene, line, (self.giver.key, taker.key)):
            return
        for low, high, stage, when in grouped(tokens, start, goods):
            told = [g for g in goods if low <= g.low < high]
            bought = pays_for(tokens, low, high) if money_in(tokens[low:high]) else None
            if bought is not None and not any(g.number is not None for g in told):
                # "EUR 3 million, spent on ambulances and body armour"
                told = [*paid_goods(tokens, bought, high)]
            if not told:
                continue
            reached = (
                stage
                or label
                or self.stage
                or (self.scene.lists.stage if self.scene.lists is not None else Stage.DONATED)
            )
            day = when or date or only_date(tokens, low, high)
            at_war = taker.key in AIDED
            sale = is_sale(self.scene, tokens, low, high, self.giver, headed=self.sold, at_war=at_war)
            bought_from = (
                bought_for(self.scene, tokens, low, high, {self.giver.key, taker.key}) if sale or at_war else None
            )
            if bought_from is not None and not self.sold:
                # "two launchers bought for the purpose from Kongsberg": given away, and bought before
                sale = False
                yield self._bought(line, told, bought_from, reached)
            if sale:
                reached = Stage.NEGOTIATING if stage is Stage.NEGOTIATING else stage_of_sale(tokens, low, high, told)
                day = day_of_sale(tokens, low, high, reached) or date
            money = [m for m in sums_in(line, low, high) if not pays_for_more(tokens, m, told)]
            if bought is not None and not money:
                money = money_in(tokens[low:high])[:1]
            told = [evolve(g, number=g.whole or g.number, whole=None, of_total=False) for g in told]
            if reached is Stage.PLANNED and has_arrived(tokens, told):
                reached = Stage.DONATED
            kind = TransferKind.SALE if sale else TransferKind.DONATION
            draft = self._draft(line, told, taker, kind, reached, day)
            draft.start = min([draft.start, *(m.start for m in money if bought is not None)])
            draft.end = max([draft.end, *(m.end for m in money)])
            draft.money = money
            yield draft

    def _bought(self, line: Line, goods: Sequence[Good], seller: Side, reached: Stage) -> Draft:
        """The purchase of goods that the donor gives away."""
        assert self.giver is not None
        draft = self._draft(line, [*goods], self.giver, TransferKind.SALE, Stage.SIGNED, None)
        draft.stage = Stage.DELIVERED if reached is Stage.DONATED else Stage.SIGNED
        draft.supplier = seller
        draft.companies = [seller.company] if seller.company is not None else []
        draft.start, draft.end = seller.witness.start, seller.witness.end
        return draft

    def _goods(self, line: Line, start: int) -> Iterator[Good]:
        """The goods of a sentence: weapons, and whatever else it counts but people and times."""
        tokens = line.tokens
        opened = next((n for n, t in enumerate(tokens) if t.text == "(" and n > start + 1), len(tokens))
        closed = next((n for n in range(opened, len(tokens)) if tokens[n].text == ")"), opened)
        goods = [
            g
            for g in goods_in(self.scene, line, clauses_of(line))
            if g.low >= start and not opened < g.low < closed and not is_part(tokens, g)
        ]
        last = next((g.weapon for d in reversed(self.item) for g in reversed(d.goods) if g.weapon), None)
        found = {g.low: g for g in goods if g.weapon is not None and (names_weapon(g) or same_type(tokens, g.low))}
        found = {n: g for n, g in found.items() if g.number is not None or not only_for(tokens[start:], g)}
        covered = {n for g in found.values() for n in range(g.low, g.high)}
        for n, token in enumerate(tokens):
            value = token.mention
            if n < start or n in covered or not isinstance(value, ValueMention) or value.kind != "count":
                continue
            if [t.text for t in tokens[n - 2 : n]] in (["the", "other"], ["the", "remaining"]):
                continue
            if opened < n < closed or of_which(tokens, n):
                continue
            good = plain_good(tokens, n, value)
            if good is None:
                continue
            if last is not None and class_head(value.noun or "") in goods_words().plain and same_type(tokens, n):
                # "a further 14 vehicles of the same type"
                good = evolve(good, weapon=last, unit=None)
            found[n] = good
        yield from (found[n] for n in sorted(found))
