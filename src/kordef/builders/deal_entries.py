"""Entries of registers: "R: Norway. K-9 Thunder, 24, ordered 2017, delivered 2019-2021. NOK1.8 b deal; incl 6 K-10 ALV".

An entry has no verbs to speak of. Its parties stand behind labels, in a heading or in front of a colon; the rest are fields
between commas, and comments between semicolons. The same fields may stand under one another, each with a label of its own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from attrs import evolve, frozen

from kordef.builders.clauses import Clauses
from kordef.builders.deal_details import sums_in
from kordef.builders.deal_scene import HEADS, Scene
from kordef.builders.deal_tables import column_kinds
from kordef.builders.deals import Dated, Draft, Drop, Side
from kordef.builders.goods import Good, class_head, goods_words
from kordef.builders.goods_lists import goods_of
from kordef.builders.terms import terms_in
from kordef.builders.tokens import Line, Token
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention, ValueMention, WeaponMention
from kordef.vocabulary import Counting, EvidenceKind, Stage, Term, TransferKind

__all__ = ["Entries"]


@frozen
class _Words:
    parties: dict[str, str]
    fields: dict[str, frozenset[str]]
    aside: frozenset[str]


@cache
def _words() -> _Words:
    raw = tomllib.loads(files("kordef.builders").joinpath("data", "deal_entries.toml").read_text("utf-8"))
    parties = {word: side for side, words in raw["parties"].items() for word in words.split()}
    fields = {name: frozenset(words.split()) for name, words in raw["fields"].items()}
    return _Words(parties, fields, frozenset(raw["aside"].split()))


class Entries:
    """Reads the entries of registers as they come, line by line, and appends their deals to the scene."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.sides: dict[str, Side] = {}
        """The parties that labels have named, by "supplier" and "recipient"."""
        self.block = -9
        """The block of the last label or entry."""
        self.draft: Draft | None = None
        self.more: list[Draft] = []
        self.labelled = False
        """Whether the fields of the entry stand under one another, with labels."""
        self.halts: list[Dated] = []
        """When the deal was suspended or cancelled."""
        self.alone: dict[str, Side] = {}
        """The party that stands without a label in front of the entry's colon."""

    def read(self, line: Line) -> bool:
        """Whether a line is part of an entry, which it then takes in."""
        tokens = line.tokens
        if self.draft is not None and line.block != self.draft.line.block and not self.labelled:
            self.close()
        if len(tokens) < 2 or line.block - self.block > 12:
            self.sides = self.sides if line.block - self.block <= 40 and self._under_label(line) else {}
        label = _label(tokens)
        if label is not None and (behind := self._party(line, *label)) is not None:
            self.block = line.block
            if behind < len(tokens):
                self._fields(line, behind)
            return True
        if self.draft is not None and self.labelled:
            if label is not None and line.block - self.block <= 1:
                self.block = line.block
                self._labelled(line, *label)
                return True
            self.close()
        if label is not None and self.sides and line.block - self.block <= 1 and "weapon" in column_kinds(label[0]):
            self.block, self.labelled = line.block, True
            self._labelled(line, *label)
            return True
        if self.draft is not None or (self.sides and line.block == self.block):
            self._fields(line, 0)
            return True
        start = self._opens(line)
        if start is None:
            return False
        self.block = line.block
        self._fields(line, start)
        return True

    def close(self) -> None:
        """The entry has ended: tell its deal, if it is one."""
        draft, more = self.draft, self.more
        self.draft, self.more, self.labelled, self.alone = None, [], False, {}
        if draft is None or not draft.goods:
            return
        self._settle(draft)
        if draft.recipient is None or not (draft.counted or draft.money or draft.dates):
            return
        self.scene.deals.append(draft)
        for other in more:
            other.supplier, other.recipient = draft.supplier, draft.recipient
            other.goods = [evolve(g, weapon=g.weapon or draft.goods[0].weapon) for g in other.goods]
            self.scene.deals.append(other)

    # ---- parties

    def _under_label(self, line: Line) -> bool:
        """Whether a line goes on with a list of entries that a heading named one party of."""
        return line.kind is BlockKind.LIST_ITEM or line.kind in HEADS

    def _party(self, line: Line, words: Sequence[str], at: int) -> int | None:
        """Where the line goes on behind a label with its party; ``None`` where it has none."""
        known = _words().parties
        sides = [known[w] for w in words if w in known]
        tokens = line.tokens
        if not sides or any(w not in known and w not in ("/", "and", "or", "country") for w in words):
            return None
        actor = tokens[at].mention if at < len(tokens) else None
        side = self.scene.side(actor) if isinstance(actor, ActorMention) else None
        if side is None or not side.key.startswith(("state:", "organisation:")):
            return None
        if self.draft is not None and not self.labelled:
            self.close()
        if self.labelled and sides[0] in self.sides and self.draft is not None and self._side_of(self.draft, sides[0]):
            self.close()
        at += 1
        if len(sides) == 2 and at + 1 < len(tokens) and isinstance(second := tokens[at + 1].mention, ActorMention):
            other = self.scene.side(second)
            if other is not None:
                self.sides[sides[1]] = other
                at += 2
        self._name(sides[0], side)
        while at < len(tokens) and tokens[at].kind == "mark":
            at += 1
        return at

    def _name(self, role: str, side: Side) -> None:
        other = "recipient" if role == "supplier" else "supplier"
        if other in self.sides and self.sides[other].key == side.key:
            del self.sides[other]
        self.sides[role] = side
        if self.draft is not None and self.labelled:
            setattr(self.draft, role, side if role == "supplier" else evolve(side, company=None))

    @staticmethod
    def _side_of(draft: Draft, role: str) -> Side | None:
        return draft.supplier if role == "supplier" else draft.recipient

    # ---- entries

    def _opens(self, line: Line) -> int | None:
        """Where the fields of an entry begin that has no label: "Norway: 24 K-9; NOK1.3 b deal; delivery 2019-2021"."""
        tokens = line.tokens
        if not any(t.kind == "value" for t in tokens) or (Clauses(tokens).verbs[:1] and _is_prose(tokens)):
            return None
        start = 0
        side: Side | None = None
        if len(tokens) > 3 and isinstance(actor := tokens[0].mention, ActorMention) and tokens[1].text in (":", "."):
            side, start = self.scene.side(actor), 2
        if len(self.sides) == 1 and line.kind is BlockKind.LIST_ITEM and line.block - self.block <= 12:
            party = next((s for part in _parts(tokens, 0) if (s := self._bound(part)) is not None), None)
            if party is not None:
                # "Supplier: Germany" above "50 Marder to Ukraine"
                self.alone = {"supplier" if "recipient" in self.sides else "recipient": party}
                return 0
        told = [_tells(part) for part in _parts(tokens, start)]
        deal = sum(t in ("money", "ordered", "delivered", "goods ordered") for t in told)
        if (
            not {"goods", "goods ordered"} & set(told)
            or deal < 2
            or (side is None and not self.sides and not _named(self.scene, line))
        ):
            return None
        if side is not None:
            self.alone = {"supplier" if list(self.sides) == ["recipient"] else "recipient": side}
        return start

    def _bound(self, part: Sequence[Token]) -> Side | None:
        """Who gets or sells the goods of a part: "50 Marder to Ukraine", "18 HIMARS from the United States"."""
        for n, token in enumerate(part):
            if token.text in ("to", "for", "from") and n and _is_goods(part[:n]):
                actor = next((m for t in part[n + 1 : n + 3] if isinstance(m := t.mention, ActorMention)), None)
                return self.scene.side(actor) if actor is not None else None
        return None

    def _start(self, line: Line) -> Draft:
        sides = {**self.sides, **self.alone}
        supplier, recipient = sides.get("supplier"), sides.get("recipient")
        draft = Draft(
            line=line,
            start=line.tokens[0].start,
            end=line.end,
            kind=TransferKind.SALE,
            stage=Stage.SIGNED,
            supplier=supplier,
            recipient=evolve(recipient, company=None) if recipient is not None else None,
            stated_recipient=recipient is not None,
            companies=[supplier.company] if supplier is not None and supplier.company is not None else [],
        )
        self.draft = draft
        return draft

    def _fields(self, line: Line, start: int) -> None:
        draft = self.draft or self._start(line)
        if draft.line is line and start:
            draft.start = line.tokens[start].start
        goods = goods_of(line, Clauses(line.tokens))
        last = ""
        for low, high in _spans(line.tokens, start):
            last = self._part(draft, line, low, high, goods, last)

    def _labelled(self, line: Line, words: Sequence[str], at: int) -> None:
        draft = self.draft or self._start(line)
        self.labelled = True
        tokens = line.tokens
        draft.end = line.end
        if draft.supplier is None and "supplier" in self.sides:
            draft.supplier = self.sides["supplier"]
        part = tokens[at:]
        for kind in column_kinds(words):
            weapon = next((m for t in part if isinstance(m := t.mention, WeaponMention)), None)
            if kind == "weapon" and weapon is not None and not draft.weapons:
                draft.goods.append(Good(weapon=weapon, number=None, start=weapon.start, end=weapon.end))
                return
            if kind in ("number", "delivered") and (number := _count(part)) is not None:
                self._number(draft, number)
                return
            date = _date(part)
            if kind == "delivery" and date is not None:
                draft.deliveries.append(Drop(date=date, done=None))
                return
            if kind == "date" and date is not None:
                draft.dates.append(Dated(stage=Stage.SIGNED, mention=date))
                return
            if kind in ("money", "comment", "status"):
                last = ""
                goods = goods_of(line, Clauses(tokens))
                for low, high in _spans(tokens, at):
                    last = self._part(draft, line, low, high, goods, last)
                return

    def _number(self, draft: Draft, number: ValueMention, unit: str | None = None) -> None:
        for n, good in enumerate(draft.goods):
            if good.number is None:
                low, high = min(good.start, number.start), max(good.end, number.end)
                draft.goods[n] = evolve(good, number=number, start=low, end=high, unit=unit)
                return
        if not draft.goods:
            draft.goods.append(Good(weapon=None, number=number, start=number.start, end=number.end, unit=unit))

    def _part(self, draft: Draft, line: Line, low: int, high: int, goods: Sequence[Good], last: str) -> str:
        """Take in a field or a part of a comment; what it told."""
        fields = _words().fields
        tokens = line.tokens[low:high]
        words = [t.text for t in tokens if t.kind == "word"]
        first = words[0] if words else ""
        date = _date(tokens)
        recipient = draft.recipient.key if draft.recipient is not None else None
        for term, token in terms_in(tokens, recipient).items():
            if term is not Term.OPTION:
                draft.terms.setdefault(term, token)
        if tokens[0].kind == "word" and first in _words().aside:
            return "aside"
        if first == "of" and last == "option":
            if set(words) & fields["taken"] and (number := _count(tokens)) is not None:
                self._further(line, tokens, number, date)
            return "taken"
        if tokens[0].kind == "word" and first in fields["option"]:
            draft.terms.setdefault(Term.OPTION, tokens[0])
            number = _count(tokens)
            if number is not None:
                draft.goods.append(
                    Good(
                        weapon=_weapon(draft),
                        number=number,
                        start=number.start,
                        end=number.end,
                        counting=Counting.OPTION,
                    )
                )
            return "option"
        if tokens[0].kind == "word" and first in fields["more"]:
            number = _count(tokens)
            if number is not None and set(words) & fields["taken"]:
                self._further(line, tokens, number, date)
            return "more"
        if tokens[0].kind == "word" and first in fields["lost"]:
            draft.competitors.extend(m for t in tokens if isinstance(m := t.mention, WeaponMention))
            return "lost"
        if tokens[0].kind == "word" and first in fields["ended"] | fields["halted"]:
            draft.stage = Stage.CANCELLED if first in fields["ended"] else Stage.SUSPENDED
            self.halts.extend([Dated(stage=draft.stage, mention=date)] if date is not None else [])
            return "ended"
        if tokens[0].kind == "word" and first in fields["gift"] and len(words) <= 3:
            draft.kind = TransferKind.DONATION
            return "gift"
        if date is not None and first in fields["delivered"] | fields["due"]:
            self._deliver(draft, tokens, date, first)
            return "delivered"
        if date is not None and set(words) & fields["ordered"] and not draft.dates:
            draft.dates.append(Dated(stage=Stage.SIGNED, mention=date))
            if _is_goods(tokens):
                self._goods(draft, line, low, high)
            return "ordered"
        money = [m for m in sums_in(line, low, high) if not _in_bracket_of(line.tokens, low, m)]
        if money and any(a in ("first", "last") and b.isdecimal() for a, b in pairwise(t.text for t in tokens)):
            # "USD258 m for last 8"
            return "aside"
        if money and last != "aside":
            draft.money.extend(money)
            draft.end = max(draft.end, money[-1].end) if draft.line.block == line.block else draft.end
            rest = next((n for n in range(low, high) if line.tokens[n].text in fields["holds"]), None)
            if rest is not None and not any(t.text == "(" for t in line.tokens[max(low, rest - 6) : rest]):
                self._holds(draft, rest, high, goods)
            return "money"
        if tokens[0].kind == "word" and first in fields["holds"]:
            self._holds(draft, low, high, goods)
            return "holds"
        bound = next((n for n in range(low + 1, high) if line.tokens[n].text in ("to", "for", "from")), high)
        if draft.line.block == line.block and bound < high and self._bound(tokens) is not None:
            high, tokens = bound, line.tokens[low:bound]
        if draft.line.block == line.block and _is_goods(tokens):
            self._goods(draft, line, low, high)
            return "goods"
        if len(tokens) == 1 and date is not None and draft.weapons:
            # fields without words: the year of the order, then those of the delivery
            if not draft.dates:
                draft.dates.append(Dated(stage=Stage.SIGNED, mention=date))
            else:
                self._deliver(draft, tokens, date, "delivered")
        return last

    def _deliver(self, draft: Draft, tokens: Sequence[Token], date: DateMention, word: str) -> None:
        done = (word.endswith("ed") and not any(t.text in ("to", "be") for t in tokens[:3])) or self._is_past(date)
        number = _count(tokens)
        draft.deliveries.append(Drop(weapon=_weapon(draft), number=number, date=date, done=done or None))
        whole = next((g.number for g in draft.goods if g.number is not None), None)
        if done and draft.stage is Stage.SIGNED:
            some = number is not None and whole is not None and (number.amount.low or 0) < (whole.amount.low or 0)
            draft.stage = Stage.DELIVERING if some or (date.period.edtf or "").endswith("..") else Stage.DELIVERED

    def _is_past(self, date: DateMention) -> bool:
        """Whether a time of delivery lies before the day of the document, where that is known."""
        published = self.scene.page.document.published
        today = published.earliest if published is not None else None
        return today is not None and date.period.latest is not None and date.period.latest < today

    def _holds(self, draft: Draft, low: int, high: int, goods: Sequence[Good]) -> None:
        """What a deal includes: other goods, not those of its own that are made at home ("incl 90 assembled in India")."""
        for good in goods:
            if low <= good.low < high and good.weapon is not None and good.number is not None:
                if good.weapon.key not in {w.key for w in draft.weapons}:
                    draft.goods.append(good)

    def _goods(self, draft: Draft, line: Line, low: int, high: int) -> None:
        tokens = line.tokens[low:high]
        weapon = next((m for t in tokens if isinstance(m := t.mention, WeaponMention)), None)
        number = _count(tokens)
        if weapon is not None and number is None:
            if not draft.weapons:
                draft.goods.append(
                    Good(weapon=weapon, number=None, start=weapon.start, end=weapon.end, low=low, high=high)
                )
            return
        if weapon is not None and number is not None:
            if not draft.weapons:
                start, end = min(weapon.start, number.start), max(weapon.end, number.end)
                draft.goods.append(Good(weapon=weapon, number=number, start=start, end=end, low=low, high=high))
            elif weapon.form == "name" and weapon.key not in {w.key for w in draft.weapons}:
                draft.goods.append(
                    Good(weapon=weapon, number=number, start=number.start, end=max(weapon.end, number.end))
                )
            return
        if number is not None and not draft.counted:
            unit = next((h for t in tokens if (h := class_head(t.text)) in goods_words().units), None)
            self._number(draft, number, unit)

    def _further(self, line: Line, tokens: Sequence[Token], number: ValueMention, date: DateMention | None) -> None:
        """A second deal that a comment tells of: "follow-on for 100 signed Dec. 2024 (INR76.3 b)"."""
        low = next(n for n, t in enumerate(line.tokens) if t is tokens[0])
        self.more.append(
            Draft(
                line=line,
                start=tokens[0].start,
                end=tokens[-1].end,
                kind=TransferKind.SALE,
                stage=Stage.SIGNED,
                stated_recipient=True,
                additional=True,
                goods=[
                    Good(weapon=None, number=number, start=number.start, end=number.end, counting=Counting.ADDITIONAL)
                ],
                dates=[Dated(stage=Stage.SIGNED, mention=date)] if date is not None else [],
                money=list(sums_in(line, low, low + len(tokens))),
            )
        )

    def _settle(self, draft: Draft) -> None:
        """The parties that no label names, and the stage that goes with the kind."""
        origins = {f"state:{w.origin}": w for w in draft.weapons if w.origin}
        if draft.recipient is not None and draft.supplier is not None and draft.recipient.key == draft.supplier.key:
            draft.supplier = None
        if draft.recipient is None:
            taken = {*origins, draft.supplier.key if draft.supplier is not None else ""}
            named = [s for s in _named(self.scene, draft.line) if s.key not in taken and s.company is None]
            if len({s.key for s in named}) == 1:
                draft.recipient = evolve(named[0], kind=EvidenceKind.IMPLIED)
                draft.stated_recipient = True
        if draft.supplier is None:
            for key, weapon in origins.items():
                if draft.recipient is None or key != draft.recipient.key:
                    draft.supplier = Side(key=key, witness=weapon, kind=EvidenceKind.CATALOGUE)
                    break
        if draft.kind is TransferKind.DONATION:
            draft.stage = Stage.DONATED
        draft.dates = [*(evolve(d, stage=Stage.SIGNED) for d in draft.dates), *self.halts]
        self.halts = []
        if not draft.dates and draft.kind is TransferKind.DONATION and draft.deliveries:
            date = draft.deliveries[0].date
            draft.dates = [Dated(stage=Stage.DONATED, mention=date)] if date is not None else []


# ---- the parts of a line


def _label(tokens: Sequence[Token]) -> tuple[list[str], int] | None:
    """The words of a label that a line begins with, and where what it labels begins."""
    for at in range(1, min(6, len(tokens) - 1)):
        if tokens[at].text == ":":
            words = [t.text for t in tokens[:at]]
            return (words, at + 1) if all(t.kind in ("word", "mark") for t in tokens[:at]) else None
    return None


def _spans(tokens: Sequence[Token], start: int) -> Iterator[tuple[int, int]]:
    """The parts of a line between commas, semicolons and full stops outside brackets."""
    low, depth = start, 0
    for at in range(start, len(tokens)):
        text = tokens[at].text
        if tokens[at].kind == "mark":
            depth = max(0, depth + (text == "(") - (text == ")"))
            if text in (",", ";", ".", "|") and not depth:
                if at > low:
                    yield low, at
                low = at + 1
    if len(tokens) > low:
        yield low, len(tokens)


def _parts(tokens: Sequence[Token], start: int) -> Iterator[Sequence[Token]]:
    return (tokens[low:high] for low, high in _spans(tokens, start))


def _tells(part: Sequence[Token]) -> str:
    """What a part of a line tells, as far as one part alone shows it."""
    fields = _words().fields
    first = part[0]
    if first.kind == "word" and _date(part) is not None and len(part) <= 5:
        if first.text in fields["ordered"]:
            return "ordered"
        if first.text in fields["delivered"] | fields["due"]:
            return "delivered"
    money = isinstance(first.mention, ValueMention) and first.mention.kind == "money"
    if money and (len(part) == 1 or any(t.text in ("deal", "contract", "(") for t in part[1:5])):
        return "money"
    if _is_goods(part):
        ordered = _date(part) is not None and any(t.text in fields["ordered"] for t in part)
        return "goods ordered" if ordered else "goods"
    return ""


def _is_goods(part: Sequence[Token]) -> bool:
    """Whether a part is a weapon, a number, or both, with at most a word or two beside them."""
    kinds = [t.kind for t in part]
    counted = _count(part) is not None
    words = sum(k == "word" for k in kinds)
    return (
        ("weapon" in kinds or counted)
        and words <= 3
        and "actor" not in kinds
        and kinds[0] in ("weapon", "value", "mark")
    )


def _is_prose(tokens: Sequence[Token]) -> bool:
    """Whether a line is a sentence: a verb whose subject stands before it."""
    return any(v.kind == "finite" and v.start > 0 and tokens[v.start - 1].kind != "mark" for v in Clauses(tokens).verbs)


def _count(tokens: Sequence[Token]) -> ValueMention | None:
    return next((m for t in tokens if isinstance(m := t.mention, ValueMention) and m.kind == "count"), None)


def _date(tokens: Sequence[Token]) -> DateMention | None:
    return next((m for t in tokens if isinstance(m := t.mention, DateMention) and m.period.edtf), None)


def _weapon(draft: Draft) -> WeaponMention | None:
    return draft.weapons[0] if draft.weapons else None


def _named(scene: Scene, line: Line) -> list[Side]:
    """The states that the heading above an entry names, or the title where the heading names none."""
    return [s for s in (scene.head or scene.title) if s.witness.story == line.story]


def _in_bracket_of(tokens: Sequence[Token], low: int, value: ValueMention) -> bool:
    """Whether a sum stands in a bracket that says what part of the deal it pays for: "(incl USD2.6 b for missiles)"."""
    opened = None
    for n in range(low, len(tokens)):
        if tokens[n].start >= value.start:
            break
        if tokens[n].text in ("(", ")"):
            opened = n if tokens[n].text == "(" else None
    return opened is not None and tokens[opened + 1].kind == "word"
