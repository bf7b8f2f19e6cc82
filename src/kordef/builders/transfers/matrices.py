"""Lists of deals by partner, without verbs: "South Korea: 129 Redback, 2023, AUD4.5 b deal; 12 K9, 2024" below "Orders of Oslo".

What stands in front of the colon is a state, a firm or a weapon, with the other party, a verb and a year beside it at most:
"CHILE, received 2020 from Australia: two frigates", "Hanwha: 54 K9 to Romania", "CAESAR: Estonia (12, 2024), Lithuania (18)".
What it leaves out the heading names. Behind the colon each part between semicolons that begins with goods is a deal of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, field, mutable

from kordef.builders.deal_words import PARTIES, heading_words, other_party
from kordef.builders.goods import Good
from kordef.builders.goods_lists import goods_of
from kordef.builders.grammar.clauses import clauses_of
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.transfers.comments import Comments
from kordef.builders.transfers.deals import Dated, Draft, Side
from kordef.builders.transfers.parts import bound_to, count_in, date_in, entry_words, spans_between
from kordef.builders.transfers.scene import HEADS, Scene
from kordef.builders.transfers.statuses import Status, mark, status_in
from kordef.builders.transfers.wars import AIDED
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention, ValueMention, WeaponMention
from kordef.vocabulary import Stage, TransferKind

__all__ = ["Matrices"]

_CAME = frozenset("received delivered arrived imported got".split())
_BOUGHT = frozenset("ordered bought purchased contracted signed acquired order contract purchase".split())
_SOLD = frozenset("sold exported supplied shipped delivered".split())
_SMALL = frozenset(
    "in of the from to by since during and on supplier seller recipient buyer source maker firm state".split()
)
_ROLES = {
    "from": "supplier",
    "by": "supplier",
    "to": "recipient",
    "supplier": "supplier",
    "seller": "supplier",
    "source": "supplier",
    "maker": "supplier",
    "recipient": "recipient",
    "buyer": "recipient",
    "for": "recipient",
}
_DENIED = frozenset(
    (
        "no none not never nil denied denies refused rejected withheld unconfirmed rumoured reported alleged offered bid bids "
        "talks considered studied possible may might could wants wanted interest option options feasibility lost cancelled"
    ).split()
)
"""Words by which a part says that it is no deal, or none yet."""
_NEVER = frozenset(
    "no none not never nil denied denies refused rejected withheld unconfirmed rumoured alleged offered bid bids lost".split()
)
_FIRST_FRONT = 16
_REACH = 40


_UNTOLD = frozenset(
    "number numbers price prices value values sum cost quantity published disclosed given public known stated".split()
)


def _is_denied(part: Sequence[Token]) -> bool:
    """Whether words say that a part is no deal, or none yet; not that its number or price is not told."""
    denied = [n for n, t in enumerate(part) if t.text in _DENIED or (t.text == "?" and n == len(part) - 1)]
    return any(_UNTOLD.isdisjoint(t.text for t in part[max(0, n - 2) : n + 3]) for n in denied)


_OPENING = frozenset(
    "a an the first second third new another further follow-on additional contract order deal for of".split()
)


def _behind_words(tokens: Sequence[Token], low: int, high: int) -> int:
    """Where goods begin behind words for their contract: "second contract for 180 K2"."""
    at = low
    while at < high and tokens[at].text in _OPENING:
        at += 1
    return at if at < high and tokens[at].kind in ("value", "weapon") else low


def _take_all(draft: Draft, goods: Sequence[Good]) -> bool:
    """Give a deal all goods of a part where each is counted: "4 L-39 and 1 Su-25"; whether there are several."""
    own = [g for g in goods if g.weapon is not None]
    if any((g.number is None) is (own[0].number is not None) for g in own):
        return False
    if len({g.weapon.key for g in own if g.weapon is not None}) < 2:
        return False
    draft.goods = [evolve(g, whole=None, of_total=False) for g in own]
    return True


@mutable
class _Front:
    """What stands in front of a colon."""

    behind: int
    sides: dict[str, Side] = field(factory=dict[str, Side])
    alone: Side | None = None
    """The party of which nothing beside it says which one it is."""
    weapon: WeaponMention | None = None
    date: DateMention | None = None
    stage: Stage | None = None


class Matrices:
    """Reads lists of deals by partner line by line; the deals are left in ``told``."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.named: dict[str, Side] = {}
        """The party that the title or heading names for all lines, by which one it is."""
        self.orders = False
        """Whether nothing but the word "orders" says that the party of the heading buys: it may sell what its firms make."""
        self.block = -_REACH
        self.told: list[Draft] = []

    def read(self, line: Line) -> bool:
        """Whether a line is one of such a list, whose deals are then told."""
        if line.kind in HEADS and ":" not in line.texts:
            self._heading(line)
            return False
        if ":" not in line.texts or "weapon" not in line.kinds:
            return False
        if self.scene.lists is not None and self.scene.lists.kind != "sales" and self.scene.lists.taker is not None:
            return False
        front = self._front(line.tokens)
        if front is None or any(v.kind == "finite" and v.start >= front.behind for v in clauses_of(line).verbs):
            return False
        drafts = list(self._by_states(line, front) if front.weapon is not None else self._by_goods(line, front))
        self.told.extend(drafts)
        if not drafts and front.weapon is None and (line.tokens[-1].text == "?" or not _NEVER.isdisjoint(line.texts)):
            # "Poland: 12 Rosomak offered, 2023": nothing that another reader should take for an order
            return len(self._parties(front) or ()) == len(PARTIES)
        return bool(drafts)

    # ---- headings

    def _heading(self, line: Line) -> None:
        """Note the one party that a heading names, and which one its words say that it is: "Arms imports of Kuwait"."""
        sides = self._sides(line.tokens)
        if len({s.key for s in sides}) != 1:
            if line.kind is BlockKind.TITLE or sides:
                self.named = {}
            return
        side = sides[0]
        words = {t.text for t in line.tokens if t.kind == "word"}
        known = heading_words()
        if all(known[role] & words & {role} for role in PARTIES):
            # "Supplier/recipient matrix, Australia, orders 2019-2023"
            words -= {*PARTIES}
        roles = [role for role in PARTIES if known[role] & words]
        if side.company is not None:
            roles = ["supplier"]
        self.named = {}
        if len(roles) == 1 and "weapon" not in line.kinds and not clauses_of(line).verbs:
            self.named = {roles[0]: side.implied()}
            self.orders = known[roles[0]] & words <= {"orders"}
            self.block = line.block

    def _sides(self, tokens: Sequence[Token]) -> list[Side]:
        actors = [m for t in tokens if isinstance(m := t.mention, ActorMention)]
        sides = [s for a in actors if (s := self.scene.side(a)) is not None]
        return [s for s in sides if s.official]

    # ---- what stands in front of the colon

    def _front(self, tokens: Sequence[Token]) -> _Front | None:
        colon = next((n for n, t in enumerate(tokens[:_FIRST_FRONT]) if t.text == ":"), 0)
        if not colon or colon + 1 >= len(tokens):
            return None
        front = _Front(behind=colon + 1)
        role: str | None = None
        for n, token in enumerate(tokens[:colon]):
            mention = token.mention
            if isinstance(mention, ActorMention):
                side = self.scene.side(mention)
                if side is None or not side.official:
                    return None
                if role is None and n == 0:
                    front.alone = side
                elif role is None or role in front.sides:
                    return None
                else:
                    front.sides[role] = side
                role = None
            elif isinstance(mention, WeaponMention):
                if n or mention.form != "name":
                    return None
                front.weapon = mention
            elif isinstance(mention, DateMention):
                if front.date is not None:
                    return None
                front.date = mention
            elif token.kind == "value" or (token.kind == "mark" and token.text not in (",", "(", ")", "/", "-", "–")):
                return None
            elif token.kind == "word":
                role = _ROLES.get(token.text, role)
                if token.text in _CAME:
                    front.stage = Stage.DELIVERED
                elif token.text in _BOUGHT:
                    front.stage = Stage.SIGNED
                elif token.text in _SOLD or token.text in _SMALL or token.text in _ROLES:
                    pass
                elif front.weapon is None:
                    return None
        if front.weapon is not None and (front.alone is not None or front.sides or colon > 5):
            return None
        return front if front.weapon is not None or front.alone is not None else None

    def _parties(self, front: _Front) -> dict[str, Side] | None:
        """Both parties as far as front and heading name them; ``None`` where they do not tell which one is which."""
        sides = dict(front.sides)
        alone = front.alone
        if alone is not None and len(sides) == 1:
            sides[other_party(next(iter(sides)))] = alone
        elif alone is not None and not sides:
            if alone.company is not None:
                sides["supplier"] = alone
            elif len(self.named) == 1:
                sides[other_party(next(iter(self.named)))] = alone
            else:
                return None
        if len(sides) == 1:
            missing = other_party(next(iter(sides)))
            if missing in self.named:
                sides[missing] = self.named[missing]
        keys = [s.key for s in sides.values()]
        return sides if len(set(keys)) == len(keys) else None

    # ---- "Italy: 28 Typhoon, 2016, EUR8 b deal; 12 M-346, 2020"

    def _by_goods(self, line: Line, front: _Front) -> Iterator[Draft]:
        sides = self._parties(front)
        tokens = line.tokens
        if not sides:
            return
        last: Draft | None = None
        remarks = Comments(self.scene)
        goods = goods_of(line, clauses_of(line))
        told: list[tuple[Draft, Comments]] = []
        statuses: list[tuple[Draft, Status, Sequence[Token]]] = []
        for low, high in spans_between(tokens, front.behind, (";", ".")):
            parts = list(spans_between(tokens[:high], low, (",",)))
            stages = {a: status for a, b in parts[1:] if (status := status_in(tokens[a:b])) is not None}
            denied = any(_is_denied(tokens[a:b]) for a, b in parts if a not in stages)
            last, before = (None if denied else last), ""
            seen = False
            for first, end in parts:
                if first in stages:
                    if last is not None:
                        statuses.append((last, stages[first], tokens[first:end]))
                        last.end = tokens[end - 1].end
                    continue
                if first == low:
                    first = _behind_words(tokens, first, end)
                part = tokens[first:end]
                apart = not seen or (bound_to(self.scene, part) is not None and count_in(part) is not None)
                seen = True
                if apart and part[0].kind in ("value", "weapon", "mark") and any(t.kind == "weapon" for t in part):
                    last = None if denied else self._draft(line, front, sides, part)
                    if last is not None:
                        last.start, remarks, before = part[0].start, Comments(self.scene), ""
                        told.append((last, remarks))
                        if _take_all(last, [g for g in goods if first <= g.low < end]):
                            last.end = part[-1].end
                            continue
                if last is None:
                    continue
                last.end = part[-1].end
                date = part[0].mention
                if isinstance(date, DateMention) and part[1:2] and part[1].text == "(" and not last.dates:
                    # "2018 (before the period)"
                    end, part = first + 1, part[:1]
                before = remarks.part(last, line, first, end, goods, before)
                if apart and not last.dates and part[-1].text == ")" and (date := date_in(part[-3:])) is not None:
                    # "12 Gripen E to Thailand (2025)"
                    last.dates.append(Dated(stage=last.stage, mention=date))
        for draft, remarks in told:
            draft.goods = remarks.parted(draft, goods)
            if not remarks.void and self._settle(draft, remarks.halts):
                for other, status, own in statuses:
                    if other is draft:
                        mark(draft, status, own)
                yield draft
                yield from remarks.further(draft)

    def _draft(self, line: Line, front: _Front, sides: dict[str, Side], opening: Sequence[Token]) -> Draft | None:
        """The deal that a part begins, with the party that it names beside the goods: "54 K9 to Romania"."""
        sides = dict(sides)
        bound = bound_to(self.scene, opening)
        if bound is not None:
            word = next(t.text for n, t in enumerate(opening) if n and t.text in ("to", "for", "from"))
            role = "supplier" if word == "from" else "recipient"
            if role in sides and sides[role].key != bound.key:
                return None
            sides[role] = bound
        elif sum(t.kind == "word" for t in opening) > 4 or "actor" in (t.kind for t in opening):
            return None
        if "recipient" not in sides:
            return None
        return self._new(line, front, sides)

    def _new(self, line: Line, front: _Front, sides: dict[str, Side]) -> Draft:
        supplier = sides.get("supplier")
        return Draft(
            line=line,
            start=line.start,
            end=line.end,
            kind=TransferKind.SALE,
            stage=front.stage or Stage.SIGNED,
            supplier=supplier,
            recipient=sides["recipient"].without_firm(),
            stated_recipient=True,
            companies=[supplier.company] if supplier is not None and supplier.company is not None else [],
            dates=[Dated(stage=front.stage or Stage.SIGNED, mention=front.date)] if front.date is not None else [],
            additional=True,
        )

    def _settle(self, draft: Draft, halts: Sequence[Dated]) -> bool:
        """Whether a draft is a deal, with the country that makes the goods where nothing names who sells them."""
        assert draft.recipient is not None
        origins = draft.origins
        if draft.supplier is None:
            if len(origins) != 1 or draft.recipient.key in origins:
                return False
            draft.supplier = Side.home_of(next(iter(origins.values())))
        buyer = self.named.get("recipient")
        if self.orders and buyer is not None and origins.keys() == {buyer.key} and draft.recipient.key == buyer.key:
            # "Poland: 180 K2 tanks" below "Korean arms orders": those that Korea fills
            draft.recipient, draft.supplier = draft.supplier.without_firm(), buyer
        if draft.supplier.key == draft.recipient.key:
            return False
        named = any(w.form == "name" for w in draft.weapons)
        if not draft.weapons or not (draft.counted or (named and (draft.dates or draft.money))):
            return False
        if draft.kind is TransferKind.SALE and draft.recipient.key in AIDED and not draft.money:
            draft.kind = TransferKind.DONATION
        if draft.kind is TransferKind.DONATION and draft.stage in (Stage.SIGNED, Stage.DELIVERED):
            draft.stage = Stage.DONATED
        draft.dates = [*(evolve(d, stage=draft.stage) for d in draft.dates), *halts]
        return True

    # ---- "CAESAR: Estonia (12, 2024), Lithuania (18, 2022)"

    def _by_states(self, line: Line, front: _Front) -> Iterator[Draft]:
        weapon, tokens = front.weapon, line.tokens
        assert weapon is not None
        found: list[tuple[Side, ValueMention | None, DateMention | None, int, int]] = []
        for low, high in spans_between(tokens, front.behind, (",", ";", ".")):
            part = tokens[low:high]
            actor = part[0].mention
            side = self.scene.side(actor) if isinstance(actor, ActorMention) else None
            bracket = part[1:2] and part[1].text == "(" and part[-1].text == ")"
            if side is None or not side.is_state or not (bracket or len(part) <= 2):
                return
            if _is_denied(part) or sum(t.kind == "word" for t in part) > 2:
                continue
            found.append((side, count_in(part), date_in(part), low, high))
        if not any(number is not None for _, number, *_ in found):
            return
        for side, number, date, low, high in found:
            sides = {"recipient": side}
            if "supplier" in self.named:
                sides["supplier"] = self.named["supplier"]
            draft = self._new(line, front, sides)
            words = {t.text for t in tokens[low:high]}
            if words & (_CAME | entry_words().fields["delivered"]):
                draft.stage = Stage.DELIVERED
            draft.start, draft.end = tokens[low].start, tokens[high - 1].end
            draft.goods = [Good(weapon=weapon, number=number, start=weapon.start, end=weapon.end)]
            if number is not None:
                draft.goods = [Good(weapon=weapon, number=number, start=number.start, end=number.end)]
            if date is not None:
                draft.dates = [Dated(stage=draft.stage, mention=date)]
            if number is not None and self._settle(draft, ()):
                yield draft
