"""Lists of orders without verbs: "Naval Strike Missile, Latvia, 2023 .... 1,000" under "Orders of Kongsberg, in NOK million".

A line has the goods in one field and who gets them in another; its heading speaks of deals, and may name who sells all of it,
or who buys. What it says of currency and millions holds for the sums behind dots.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from kordef.amounts import Amount
from kordef.builders.deal_words import heading_words, stage_of_title
from kordef.builders.goods import Good
from kordef.builders.goods_lists import goods_of
from kordef.builders.grammar.clauses import clauses_of
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.transfers.deals import CONTRACT, Dated, Draft, Drop, Side
from kordef.builders.transfers.parts import count_in, date_in, is_past, money_in, spans_between
from kordef.builders.transfers.scene import HEADS, Scene
from kordef.builders.transfers.statuses import mark, status_in
from kordef.builders.transfers.wars import AIDED
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention, ValueMention, WeaponMention
from kordef.vocabulary import Stage, TransferKind

__all__ = ["Orders"]

_DEALS = re.compile(
    r"\b(?:orders?|order book|backlog|bookings?|contracts?|sales|sold|exports?|deliveries|delivered|customers?|buyers?|purchases|"
    r"bought|acquisitions|imports|deals|awards|transfers|went|procurement|second-hand|handed over)\b",
    re.IGNORECASE,
)
_SCALE = re.compile(r"\b(?:in )?(?P<unit>[A-Z]{3}|US\$|\$|€|£) ?(?P<scale>million|billion|mn?|bn)\b")
_SCALES = {"m": 10**6, "mn": 10**6, "million": 10**6, "bn": 10**9, "billion": 10**9}
_SIGNS = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP"}
_DOTTED = re.compile(r"\.{3,}\s*(?P<sum>\d{1,3}(?:,\d{3})*(?:\.\d+)?)\s*\Z")
_OLD = frozenset(
    "replaces replacing replace formerly instead ex against beating over competing including incl for".split()
)
_DUE = frozenset("deliveries delivery due delivered from until by".split())
_NOT_DEALS = frozenset("no not never denied option options cancelled considered lost bid bids".split())
_TALKS = frozenset(["talks", "negotiations", "negotiating", "negotiation", "haggling"])
_STOCKS = frozenset("stocks stock stockpiles depots inventory reserves army navy surplus".split())
_MARKS = (",", ";", ".", "–", "—", ":", "|")
_REACH = 30
_FEWEST = 2
"""So many deals in one line make it a list."""
_LONGEST = 220


class Orders:
    """Reads lists of orders line by line; the deals are left in ``told``."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.heads: list[Line] = []
        """The title, and the last headings and lines that end in a colon above the items."""
        self.begun = False
        """Whether items have been told below them."""
        self.told: list[Draft] = []

    def read(self, line: Line) -> bool:
        """Whether a line is one of a list of orders, whose deal is then told, or a list of them in one line."""
        if ":" in line.texts and len(line.actors) >= _FEWEST and (drafts := self._run_in(line)):
            self.told.extend(drafts)
            return True
        if self._is_item(line) and (draft := self._draft(line)) is not None:
            self.told.append(draft)
            self.begun = True
            return True
        tokens = line.tokens
        if line.kind is BlockKind.TITLE:
            self.heads, self.begun = [line], False
        elif line.kind in HEADS or (tokens and tokens[-1].text == ":"):
            kept = [h for h in self.heads if h.kind is BlockKind.TITLE] if self.begun else self.heads
            self.heads, self.begun = [*kept[:1], *kept[1:][-2:], line], False
        return False

    def _run_in(self, line: Line) -> list[Draft]:
        """The deals of a list behind a colon: "Aircraft on order: Portugal 6 KC-390, Hungary 2 KC-390, Austria 4 KC-390"."""
        tokens = line.tokens
        colon = next(n for n, t in enumerate(tokens) if t.text == ":")
        head = self.scene.page.document.text[line.start : tokens[colon].start]
        if _DEALS.search(head) is None or any(
            t.kind == "actor" or (isinstance(t.mention, WeaponMention) and t.mention.form == "name")
            for t in tokens[:colon]
        ):
            return []
        marks = (";",) if ";" in line.texts else (",",)
        end = next((n for n in range(colon, len(tokens)) if tokens[n].text == "."), len(tokens))
        goods = goods_of(line, clauses_of(line))
        stage = stage_of_title(head.lower()) or Stage.SIGNED
        drafts: list[Draft] = []
        for low, high in spans_between(tokens[:end], colon + 1, marks):
            sides = [
                s
                for n in range(low, high)
                if (s := self.scene.side_at(tokens, n)) is not None and tokens[n].kind == "actor"
            ]
            good = next(
                (g for g in goods if low <= g.low < high and g.number is not None and g.weapon is not None), None
            )
            if (
                len(sides) != 1
                or not sides[0].official
                or good is None
                or good.weapon is None
                or not good.weapon.origin
            ):
                return []
            if sides[0].key == f"state:{good.weapon.origin}":
                continue
            date, money = date_in(tokens[low:high]), [m for m in money_in(tokens[low:high]) if m.per is None]
            drafts.append(
                Draft(
                    line=line,
                    start=tokens[low].start,
                    end=tokens[high - 1].end,
                    kind=TransferKind.SALE,
                    stage=stage if stage in (Stage.SIGNED, Stage.DELIVERED) else Stage.SIGNED,
                    supplier=Side.home_of(good.weapon),
                    recipient=sides[0].without_firm(),
                    stated_recipient=True,
                    goods=[evolve(good, whole=None, of_total=False)],
                    money=money[:1],
                    dates=[Dated(stage=Stage.SIGNED, mention=date)] if date is not None else [],
                    additional=True,
                )
            )
        return drafts if len(drafts) >= _FEWEST else []

    def _is_item(self, line: Line) -> bool:
        if not self.heads or line.end - line.start > _LONGEST or "weapon" not in line.kinds or not line.actors:
            return False
        if line.kind is not BlockKind.LIST_ITEM and line.kind not in HEADS:
            return False
        last = self.heads[-1]
        if last.story != line.story or line.block - last.block > _REACH or line.block == last.block:
            return False
        if self.scene.lists is not None and self.scene.lists.kind == "gifts" and self.scene.lists.taker is not None:
            return False
        return any(_DEALS.search(self._text(head)) is not None for head in self.heads)

    def _text(self, line: Line) -> str:
        return self.scene.page.document.text[line.start : line.end]

    def _draft(self, line: Line) -> Draft | None:
        """The deal of a line: goods in one field, a party alone in another, and a number, sum or date."""
        tokens = line.tokens
        if any(v.kind == "finite" for v in clauses_of(line).verbs):
            return None
        marks = (",", ";", ".", "–", "—", ":", "|", "-") if self._text(line).count(" - ") > 1 else _MARKS
        fields = [tokens[low:high] for low, high in spans_between(tokens, 0, marks)]
        statuses = [(f, status) for f in fields[1:] if (status := status_in(f)) is not None]
        fields = [f for f in fields if all(f is not told for told, _ in statuses)]
        if len(fields) < 2 or any(t.text in _NOT_DEALS for f in fields for t in f):
            return None
        old = {m.start for f in fields for m in _replaced(f)}
        goods = [g for g in goods_of(line, clauses_of(line)) if g.weapon is not None and g.weapon.start not in old]
        if not goods or all(g.weapon is not None and g.weapon.form != "name" and g.number is None for g in goods):
            return None
        alone = [s for f in fields if (s := self._party(f)) is not None]
        goods = [evolve(g, whole=None, of_total=False) for g in goods if g.group == goods[0].group]
        goods = _counted(goods, fields)
        states = {s.key: s for s in alone if s.company is None}
        firms = [s for s in alone if s.company is not None]
        seller, buyer = self._heading_parties()
        supplier, recipient = firms[0] if firms else seller, buyer
        supplier = self._stocks(tokens) or supplier
        origins = {f"state:{g.weapon.origin}" for g in goods if g.weapon is not None and g.weapon.origin}
        if recipient is not None and supplier is None and origins == {recipient.key} and self._orders_alone():
            # "180 K2 tanks, Poland" below "Korean arms orders": those that Korea fills
            supplier, recipient = recipient, None
        for key, side in states.items():
            if recipient is None and key not in origins:
                recipient = side
            elif supplier is None and (recipient is None or key != recipient.key):
                supplier = side
        if recipient is None or (supplier is not None and supplier.key == recipient.key):
            return None
        if supplier is None and len(origins) == 1 and origins != {recipient.key}:
            weapon = next(g.weapon for g in goods if g.weapon is not None and g.weapon.origin)
            supplier = Side.home_of(weapon)
        if supplier is None:
            return None
        told = " ".join(self._text(head) for head in self.heads[-2:]).lower()
        stage = stage_of_title(told) or Stage.SIGNED
        stage = stage if stage in (*CONTRACT, Stage.PLANNED) and stage is not Stage.DONATED else Stage.SIGNED
        money = [m for m in money_in(tokens) if m.per is None] or self._dotted(line)
        dates, drops = self._dates(fields, goods)
        if not (money or dates or drops or any(g.number for g in goods)):
            return None
        if not _TALKS.isdisjoint(line.texts):
            stage = Stage.NEGOTIATING
        stage = Stage.DELIVERED if stage is Stage.SIGNED and any(d.done for d in drops) else stage
        draft = Draft(
            line=line,
            start=tokens[0].start,
            end=line.end,
            kind=TransferKind.DONATION if recipient.key in AIDED and not money else TransferKind.SALE,
            stage=Stage.DONATED if recipient.key in AIDED and not money else stage,
            supplier=supplier,
            recipient=recipient.without_firm(),
            stated_recipient=True,
            companies=[supplier.company] if supplier.company is not None else [],
            goods=goods,
            money=money[:1],
            dates=[Dated(stage=stage, mention=d) for d in dates[:1]],
            deliveries=drops,
            additional=True,
        )
        for field, status in statuses:
            mark(draft, status, field)
        return draft

    def _party(self, field: Sequence[Token]) -> Side | None:
        """The party that fills a field: "Royal Navy", "for Estonia", "the Dutch navy", "KNDS"."""
        words = [t for t in field if t.kind != "mark" and t.text not in ("for", "to", "the", "from", "by", "with")]
        actors = [m for t in words if isinstance(m := t.mention, ActorMention)]
        if not actors or len(words) > 3 or any(t.kind in ("value", "weapon", "date") for t in words):
            return None
        side = self.scene.side(actors[0])
        return side if side is not None and side.official else None

    def _stocks(self, tokens: Sequence[Token]) -> Side | None:
        """Whose stocks goods are said to come from: "four L-39 from Russian stocks"."""
        for n, token in enumerate(tokens[:-2]):
            actor = tokens[n + 1].mention
            if token.text == "from" and isinstance(actor, ActorMention) and tokens[n + 2].text in _STOCKS:
                return self.scene.side(actor)
        return None

    def _heading_parties(self) -> tuple[Side | None, Side | None]:
        """Who sells all that the list names, and who buys it, as headings say."""
        seller: Side | None = None
        buyer: Side | None = None
        words = heading_words()
        for head in self.heads:
            sides = [
                s
                for t in head.tokens
                if isinstance(m := t.mention, ActorMention) and (s := self.scene.side(m)) is not None
            ]
            firm = next((s for s in sides if s.company is not None), None)
            if firm is not None and not any(isinstance(t.mention, WeaponMention) for t in head.tokens):
                seller = firm.implied()
            elif len({s.key for s in sides}) == 1:
                spoken = {t.text for t in head.tokens if t.kind == "word"}
                roles = [role for role in ("recipient", "supplier") if words[role] & spoken]
                side = sides[0].implied()
                if roles == ["recipient"]:
                    buyer = side
                elif roles == ["supplier"]:
                    seller = side
        return seller, buyer

    def _orders_alone(self) -> bool:
        """Whether no other word than "orders" says that the party of a heading buys."""
        spoken = {t.text for head in self.heads for t in head.tokens if t.kind == "word"}
        return heading_words()["recipient"] & spoken <= {"orders"}

    def _dates(self, fields: Sequence[Sequence[Token]], goods: Sequence[Good]) -> tuple[list[DateMention], list[Drop]]:
        """When it was ordered, and when it comes."""
        dates: list[DateMention] = []
        drops: list[Drop] = []
        for part in fields:
            date = date_in(part)
            if date is None:
                continue
            words = {t.text for t in part if t.kind == "word"}
            if words & _DUE or (date.period.edtf or "").startswith("../"):
                done = "delivered" in words or is_past(self.scene, date)
                drops.append(Drop(weapon=goods[0].weapon, date=date, done=done or None))
            elif not _replaced(part):
                dates.append(date)
        return dates, drops

    def _dotted(self, line: Line) -> list[ValueMention]:
        """The sum behind dots, in the currency and scale that a heading names."""
        whole = self.scene.page.document.text
        stop = whole.find("\n", line.start)
        # dots end a sentence: the sum may stand in the next one
        text = whole[line.start : min(stop if stop >= 0 else len(whole), line.start + _LONGEST)]
        found = _DOTTED.search(text)
        scale = next((m for h in reversed(self.heads) if (m := _SCALE.search(self._text(h))) is not None), None)
        if found is None or scale is None:
            return []
        unit = _SIGNS.get(scale["unit"], scale["unit"])
        start, end = line.start + found.start("sum"), line.start + found.end("sum")
        amount = Amount.written(found["sum"].replace(",", "")).scaled(_SCALES[scale["scale"]])
        return [
            ValueMention(
                start=start,
                end=end,
                exact=found["sum"],
                block=line.block,
                story=line.story,
                kind="money",
                amount=amount,
                unit=unit,
                number=(start, end),
            )
        ]


def _replaced(field: Sequence[Token]) -> list[WeaponMention]:
    """The weapons of a field that it says are not those ordered: "replaces Harpoon"."""
    if field[0].kind != "word" or field[0].text not in _OLD:
        return []
    return [m for t in field if isinstance(m := t.mention, WeaponMention)]


def _counted(goods: list[Good], fields: Sequence[Sequence[Token]]) -> list[Good]:
    """Goods with the number that stands in a field of its own: "GlobalEye, France, two aircraft"."""
    if len(goods) != 1 or goods[0].number is not None:
        return goods
    for part in fields:
        number = count_in(part)
        if number is not None and part[0].mention is number and sum(t.kind == "word" for t in part) <= 2:
            return [evolve(goods[0], number=number)]
    return goods
