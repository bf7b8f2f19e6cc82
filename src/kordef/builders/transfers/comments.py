"""The fields and comments of register entries: "24 K-9, ordered 2017; NOK1.8 b deal; option on 24 more; incl 6 K-10 ALV"."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from attrs import evolve, frozen

from kordef.builders.goods import Good, class_head, goods_words
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.terms import terms_in
from kordef.builders.transfers.deals import Dated, Draft, Drop, Side
from kordef.builders.transfers.details import sums_in
from kordef.builders.transfers.remarks import count_behind, given_away, held_goods, made_at_home, variants
from kordef.builders.transfers.scene import Scene
from kordef.mentions.model import ActorMention, DateMention, ValueMention, WeaponMention
from kordef.vocabulary import Counting, Stage, Term, TransferKind

__all__ = [
    "Comments",
    "bound_to",
    "count_in",
    "date_in",
    "entry_words",
    "is_goods",
    "is_past",
    "money_in",
    "parts_between",
    "spans_between",
]


@frozen
class _Words:
    parties: dict[str, str]
    fields: dict[str, frozenset[str]]
    rows: dict[str, frozenset[str]]
    aside: frozenset[str]


@cache
def entry_words() -> _Words:
    raw = tomllib.loads(files("kordef.builders").joinpath("data", "deal_entries.toml").read_text("utf-8"))
    parties = {word: side for side, words in raw["parties"].items() for word in words.split()}
    fields = {name: frozenset(words.split()) for name, words in raw["fields"].items()}
    rows = {name: frozenset(words.split()) for name, words in raw["rows"].items()}
    return _Words(parties, fields, rows, frozenset(raw["aside"].split()))


class Comments:
    """Takes the parts of a comment into a draft, and keeps what they tell besides."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.more: list[Draft] = []
        """Further deals that a comment tells of."""
        self.void = False
        """Whether the comments say that there never was a deal."""
        self.halts: list[Dated] = []
        """When the deal was suspended or cancelled."""

    def number(self, draft: Draft, number: ValueMention, unit: str | None = None) -> None:
        for n, good in enumerate(draft.goods):
            if good.number is None:
                low, high = min(good.start, number.start), max(good.end, number.end)
                draft.goods[n] = evolve(good, number=number, start=low, end=high, unit=unit)
                return
        if not draft.goods:
            draft.goods.append(Good(weapon=None, number=number, start=number.start, end=number.end, unit=unit))

    def further(self, draft: Draft) -> Iterator[Draft]:
        """The further deals, with the parties and the weapon of the deal commented on where they name none."""
        for other in self.more:
            if other.recipient is None:
                other.supplier, other.recipient = draft.supplier, draft.recipient
            other.goods = [evolve(g, weapon=g.weapon or draft.goods[0].weapon) for g in other.goods]
            yield other

    def parted(self, draft: Draft, goods: Sequence[Good]) -> list[Good]:
        """The goods of a deal; in their place the variants that a comment parts them into."""
        own = draft.goods[:1]
        if not own or (found := variants(own[0], goods, self.scene.families)) == []:
            return draft.goods
        parts = {g.weapon.key for g in found if g.weapon is not None}
        others = [g for g in draft.goods[1:] if g.weapon is not None and g.weapon.key not in parts]
        return [*found, *others]

    def part(self, draft: Draft, line: Line, low: int, high: int, goods: Sequence[Good], last: str) -> str:
        """Take in a field or a part of a comment; what it told."""
        fields = entry_words().fields
        tokens = line.tokens[low:high]
        words = [t.text for t in tokens if t.kind == "word"]
        first = words[0] if words else ""
        date = date_in(tokens)
        recipient = draft.recipient.key if draft.recipient is not None else None
        for term, token in terms_in(tokens, recipient).items():
            if term is not Term.OPTION:
                draft.terms.setdefault(term, token)
        if (home := made_at_home(tokens, recipient, fields["made"])) is not None:
            draft.terms.setdefault(Term.LOCAL_PRODUCTION, home)
        gift = given_away(self.scene, draft, line, low, high, goods, fields["given"])
        if gift is not None:
            self.more.append(gift)
            return "given"
        if "never" in words and set(words) & (fields["ordered"] | fields["delivered"]):
            # "reported in 2018 but never ordered"
            self.void = True
            return "ended"
        if "yet" in words and ("not" in words or "no" in words) and set(words) & fields["ordered"]:
            # "MoU signed 2023; not yet ordered"
            draft.stage = draft.stage if draft.stage is Stage.NEGOTIATING else Stage.PLANNED
            return "ended"
        if first in fields["ordered"] | {"deal", "sale"} and (
            "unconfirmed" in words or words[-2:] == ["not", "confirmed"]
        ):
            # "Order not confirmed", "deal unconfirmed"; not "price not officially confirmed"
            draft.stage = Stage.CONSIDERED
            return "ended"
        if (tokens[0].kind == "word" and first in entry_words().aside) or first == "designation":
            return "aside"
        if first == "of" and last == "option":
            if set(words) & fields["taken"] and (number := count_in(tokens)) is not None:
                self._further(line, low, high, number, date)
            return "taken"
        if last == "option" and tokens[0].kind == "value" and first in fields["taken"]:
            # "option for 24 more, 4 of which taken up in 2022"
            self._further(line, low, high, count_in(tokens), date)
            return "taken"
        if tokens[0].kind == "word" and first in fields["option"]:
            draft.terms.setdefault(Term.OPTION, tokens[0])
            number = count_behind(tokens, 0)
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
                if (
                    date is not None
                    and set(words) & fields["taken"]
                    and not set(words) & {"be", "until", "may", "could", "not", "never"}
                ):
                    # "option on 12 more used in 2019 (EUR20 m)"
                    self._further(line, low, high, number, date)
            return "option"
        if first in fields["talks"] and len(words) <= 4 and count_in(tokens) is None and not set(words) & _CLOSED:
            # "negotiations reported", "talks under way"
            draft.stage = Stage.NEGOTIATING
            return "more"
        if (number := count_in(tokens)) is not None and number.additional and set(words) & fields["talks"]:
            # "production of 300 more under discussion"
            self._further(line, low, high, number, None, Stage.NEGOTIATING)
            return "more"
        if number is not None and set(words) & fields["talks"] and set(words) & fields["enlarging"]:
            # "talks on enlarging the order by 9 suspended"
            self._further(line, low, high, number, None, Stage.NEGOTIATING)
            return "more"
        if number is not None and number.additional:
            wish = next((stage for name, stage in _WISHES.items() if set(words) & fields[name]), None)
            if wish is None and date is not None and tokens[0].kind == "value" and set(words) & {"ordered", "signed"}:
                # "48 more ordered 2021-2022"
                wish = Stage.SIGNED
            if wish is not None:
                # "12 more planned", "Norway reported to be considering 12 more"
                self._further(line, low, high, number, date if wish is Stage.SIGNED else None, wish)
                return "more"
        if date is not None and fields["taken"] & set(words[:4]) and _is_ordinal(words):
            # "6th ordered 2025", "second order for 180 signed August 2025"
            self._further(line, low, high, count_in(tokens) if "for" in words or "of" in words else None, date)
            return "more"
        if tokens[0].kind == "word" and first in fields["more"]:
            number = count_in(tokens)
            if number is not None and set(words) & fields["taken"]:
                self._further(line, low, high, number, date)
            return "more"
        if tokens[0].kind == "word" and first in fields["lost"]:
            draft.competitors.extend(m for t in tokens if isinstance(m := t.mention, WeaponMention))
            return "lost"
        if words in (["on", "hold"], ["deal", "on", "hold"], ["order", "on", "hold"], ["put", "on", "hold"]):
            draft.stage = Stage.SUSPENDED
            return "ended"
        if words[:1] and words[0] in ("contract", "deal", "order", "sale") and not date_in(tokens[:1]):
            first = words[1] if len(words) > 1 else first
        if tokens[0].kind == "word" and first in fields["ended"] | fields["halted"]:
            draft.stage = Stage.CANCELLED if first in fields["ended"] else Stage.SUSPENDED
            self.halts.extend([Dated(stage=draft.stage, mention=date)] if date is not None else [])
            return "ended"
        if tokens[0].kind == "word" and first in fields["gift"] and len(words) <= 3:
            draft.kind = TransferKind.DONATION
            return "gift"
        if date is not None and first in fields["approved"] and not draft.dates and draft.stage is Stage.SIGNED:
            # "approved by USA Aug. 2023"
            draft.stage = Stage.PLANNED
            draft.dates.append(Dated(stage=Stage.PLANNED, mention=date))
            return "approved"
        if date is not None and set(words[:4]) & fields["came"] and words[:1] != ["first"]:
            # "Last set arrived May 2024"
            self._deliver(draft, tokens, date, "arrived")
            return "delivered"
        if date is not None and first in fields["delivered"] | fields["due"]:
            self._deliver(draft, tokens, date, first)
            return "delivered"
        if date is not None and set(words) & fields["ordered"] and not draft.dates:
            draft.dates.append(Dated(stage=Stage.SIGNED, mention=date))
            if is_goods(tokens):
                self._goods(draft, line, low, high)
            if not draft.money:
                # "24 T-50IQ ordered 2013 for USD1.1 b"
                draft.money.extend(m for m in sums_in(line, low, high) if not _in_bracket_of(line.tokens, low, m))
            return "ordered"
        sums = sums_in(line, low, high)
        if not sums and last != "aside" and isinstance(m := tokens[0].mention, ValueMention) and m.kind == "money":
            # "A$10 b programme": in a comment that is the price
            sums = [m] if m.per is None else []
        money = [m for m in sums if not _in_bracket_of(line.tokens, low, m) and not _is_apart(tokens, m)]
        if money and any(a in ("first", "last") and b.isdecimal() for a, b in pairwise(t.text for t in tokens)):
            # "USD258 m for last 8"
            return "aside"
        if money and words[-2:] in (["not", "counted"], ["not", "included"], ["counted", "separately"]):
            return "aside"
        if money and last != "aside":
            draft.money.extend(money)
            if date is not None and not draft.dates and set(words) & {"deal", "contract", "order"}:
                # "NOK19.7 b deal of February 2023"
                draft.dates.append(Dated(stage=Stage.SIGNED, mention=date))
            draft.end = max(draft.end, money[-1].end) if draft.line.block == line.block else draft.end
            rest = next((n for n in range(low, high) if line.tokens[n].text in fields["holds"]), None)
            if rest is not None and not any(t.text == "(" for t in line.tokens[max(low, rest - 6) : rest]):
                draft.goods.extend(held_goods(draft, line.tokens, goods, rest, high))
                return "holds"
            return "money"
        held = 0 if first in fields["holds"] and tokens[0].text == first else None
        if held is None:
            held = next((n for n, t in enumerate(tokens) if t.kind == "word" and t.text in fields["covers"]), None)
        if held is not None:
            draft.goods.extend(held_goods(draft, line.tokens, goods, low + held, high))
            return "holds"
        if last == "holds" and is_goods(tokens) and "weapon" in (t.kind for t in tokens):
            # "incl 8 PULS, 12 Spike-NLOS"
            draft.goods.extend(held_goods(draft, line.tokens, goods, low, high))
            return "holds"
        bound = next((n for n in range(low + 1, high) if line.tokens[n].text in ("to", "for", "from")), high)
        if draft.line.block == line.block and bound < high and bound_to(self.scene, tokens) is not None:
            high, tokens = bound, line.tokens[low:bound]
        if draft.line.block == line.block and is_goods(tokens):
            self._goods(draft, line, low, high)
            if date is not None and not draft.dates and "(" in (t.text for t in tokens):
                # "24 K-9 (2017)"
                draft.dates.append(Dated(stage=Stage.SIGNED, mention=date))
            return "goods"
        if len(tokens) == 1 and date is not None and draft.weapons:
            # fields without words: the year of the order, then those of the delivery
            if not draft.dates:
                draft.dates.append(Dated(stage=Stage.SIGNED, mention=date))
            else:
                # "from 2026" only says when they begin
                begun = not (date.period.edtf or "").endswith("/..")
                self._deliver(draft, tokens, date, "delivered" if begun else "delivery")
        return last

    def _deliver(self, draft: Draft, tokens: Sequence[Token], date: DateMention, word: str) -> None:
        done = (word.endswith("ed") and not any(t.text in ("to", "be") for t in tokens[:3])) or is_past(
            self.scene, date
        )
        number = count_in(tokens)
        draft.deliveries.append(Drop(weapon=_weapon(draft), number=number, date=date, done=done or None))
        whole = next((g.number for g in draft.goods if g.number is not None), None)
        if done and draft.stage is Stage.SIGNED:
            some = number is not None and whole is not None and (number.amount.low or 0) < (whole.amount.low or 0)
            draft.stage = Stage.DELIVERING if some or (date.period.edtf or "").endswith("..") else Stage.DELIVERED

    def _goods(self, draft: Draft, line: Line, low: int, high: int) -> None:
        tokens = line.tokens[low:high]
        weapon = next((m for t in tokens if isinstance(m := t.mention, WeaponMention)), None)
        number = count_in(tokens)
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
            self.number(draft, number, unit)

    def _further(
        self,
        line: Line,
        low: int,
        high: int,
        number: ValueMention | None,
        date: DateMention | None,
        stage: Stage = Stage.SIGNED,
    ) -> None:
        """A second deal that a comment tells of: "follow-on for 100 signed Dec. 2024 (INR76.3 b)"."""
        first = line.tokens[low]
        start, end = (number.start, number.end) if number is not None else (first.start, first.end)
        self.more.append(
            Draft(
                line=line,
                start=first.start,
                end=line.tokens[high - 1].end,
                kind=TransferKind.SALE,
                stage=stage,
                stated_recipient=True,
                additional=True,
                goods=[Good(weapon=None, number=number, start=start, end=end, counting=Counting.ADDITIONAL)],
                dates=[Dated(stage=stage, mention=date)] if date is not None else [],
                money=sums_in(line, low, high),
            )
        )


_ORDINALS = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())


def _is_ordinal(words: Sequence[str]) -> bool:
    """Whether words begin with one more piece: "6th", "sixth aircraft"."""
    return words[0] in _ORDINALS or (words[0].isdecimal() and words[1:2] in (["st"], ["nd"], ["rd"], ["th"]))


def is_past(scene: Scene, date: DateMention) -> bool:
    """Whether a time of delivery lies before the day of the document, where that is known."""
    published = scene.page.document.published
    today = published.earliest if published is not None else None
    return today is not None and date.period.latest is not None and date.period.latest < today


_CLOSED = frozenset("concluded completed after ended finished with since began about over for".split())
_WISHES = {"wished": Stage.CONSIDERED, "planned": Stage.PLANNED}
"""How far further orders have come of which remarks tell, by the names of the words for it."""


def _is_apart(tokens: Sequence[Token], money: ValueMention) -> bool:
    """Whether a sum pays for what the deal does not hold: "excl options worth EUR216 m", "financed by USD500 m US aid"."""
    at = next((n for n, t in enumerate(tokens) if t.mention is money), 0)
    fields = entry_words().fields
    return any(t.text in fields["apart"] for t in tokens[max(0, at - 5) : at]) or any(
        t.text in fields["payers"] for t in tokens[at + 1 : at + 4]
    )


def spans_between(
    tokens: Sequence[Token], start: int, marks: Sequence[str] = (",", ";", ".", "|")
) -> Iterator[tuple[int, int]]:
    """The parts of a line between marks outside brackets."""
    low, depth = start, 0
    for at in range(start, len(tokens)):
        text = tokens[at].text
        if tokens[at].kind == "mark":
            depth = max(0, depth + (text == "(") - (text == ")"))
            if text in marks and not depth:
                if at > low:
                    yield low, at
                low = at + 1
    if len(tokens) > low:
        yield low, len(tokens)


def is_goods(part: Sequence[Token]) -> bool:
    """Whether a part is a weapon, a number, or both, with at most a word or two beside them."""
    kinds = [t.kind for t in part]
    counted = count_in(part) is not None
    words = sum(k == "word" for k in kinds)
    return (
        ("weapon" in kinds or counted)
        and words <= 3
        and "actor" not in kinds
        and kinds[0] in ("weapon", "value", "mark")
    )


def count_in(tokens: Sequence[Token]) -> ValueMention | None:
    return next((m for t in tokens if isinstance(m := t.mention, ValueMention) and m.kind == "count"), None)


def money_in(tokens: Sequence[Token]) -> list[ValueMention]:
    """All sums of a part, whatever they pay for."""
    return [m for t in tokens if isinstance(m := t.mention, ValueMention) and m.kind == "money"]


def date_in(tokens: Sequence[Token]) -> DateMention | None:
    return next((m for t in tokens if isinstance(m := t.mention, DateMention) and m.period.edtf), None)


def _weapon(draft: Draft) -> WeaponMention | None:
    return draft.weapons[0] if draft.weapons else None


def _in_bracket_of(tokens: Sequence[Token], low: int, value: ValueMention) -> bool:
    """Whether a sum stands in a bracket that says what part of the deal it pays for: "(incl USD2.6 b for missiles)"."""
    opened = None
    for n in range(low, len(tokens)):
        if tokens[n].start >= value.start:
            break
        if tokens[n].text in ("(", ")"):
            opened = n if tokens[n].text == "(" else None
    return opened is not None and tokens[opened + 1].kind == "word"


def parts_between(tokens: Sequence[Token], start: int) -> Iterator[Sequence[Token]]:
    return (tokens[low:high] for low, high in spans_between(tokens, start))


def bound_to(scene: Scene, part: Sequence[Token]) -> Side | None:
    """Who gets or sells the goods of a part: "50 Marder to Ukraine", "18 HIMARS from the United States"."""
    for n, token in enumerate(part):
        if token.text in ("to", "for", "from") and n and is_goods(part[:n]):
            actor = next((m for t in part[n + 1 : n + 3] if isinstance(m := t.mention, ActorMention)), None)
            return scene.side(actor) if actor is not None else None
    return None
