"""The fields and comments of register entries: "24 K-9, ordered 2017; NOK1.8 b deal; option on 24 more; incl 6 K-10 ALV"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from kordef.builders.goods import Good, class_head, goods_words
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.terms import terms_in
from kordef.builders.transfers.deals import Dated, Draft, Drop
from kordef.builders.transfers.details import sums_in
from kordef.builders.transfers.parts import bound_to, count_in, date_in, entry_words, is_goods, is_past
from kordef.builders.transfers.remarks import count_behind, given_away, held_goods, made_at_home, variants
from kordef.builders.transfers.scene import Scene
from kordef.figures import ORDINALS
from kordef.mentions.model import DateMention, ValueMention, WeaponMention
from kordef.vocabulary import Counting, Stage, Term, TransferKind

__all__ = ["Comments"]


@frozen(kw_only=True)
class _Part:
    """A field or a part of a comment: tokens ``low`` to ``high`` of a line, with what is seen in it at a glance."""

    line: Line
    low: int
    high: int
    goods: Sequence[Good]
    """The goods of the whole comment."""
    last: str
    """What the part before it told."""
    tokens: Sequence[Token]
    words: Sequence[str]
    date: DateMention | None
    number: ValueMention | None

    @classmethod
    def of(cls, line: Line, low: int, high: int, goods: Sequence[Good], last: str) -> _Part:
        tokens = line.tokens[low:high]
        return cls(
            line=line,
            low=low,
            high=high,
            goods=goods,
            last=last,
            tokens=tokens,
            words=[t.text for t in tokens if t.kind == "word"],
            date=date_in(tokens),
            number=count_in(tokens),
        )

    @property
    def first(self) -> str:
        """Its first word."""
        return self.words[0] if self.words else ""

    @property
    def verb(self) -> str:
        """The word that says what happened: the first, or the one behind "contract", "deal"."""
        named = self.first in ("contract", "deal", "order", "sale") and not date_in(self.tokens[:1])
        return self.words[1] if named and len(self.words) > 1 else self.first

    @property
    def opens_with_word(self) -> bool:
        return self.tokens[0].kind == "word"

    def has(self, field: str, among: int | None = None) -> bool:
        """Whether one of its words, or of the first so many, is of a field of ``deal_entries.toml``."""
        return not entry_words().fields[field].isdisjoint(self.words[:among])

    def has_any(self, *words: str) -> bool:
        return not set(words).isdisjoint(self.words)


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

    def delivered(self, draft: Draft, number: ValueMention | None, date: DateMention | None) -> None:
        """Note what a label says has come, or when: "Number delivered: 6", "Years of delivery: 2019-2021"."""
        come = number is not None and bool(number.amount.low)
        done = come or (number is None and date is not None and is_past(self.scene, date))
        draft.deliveries.append(Drop(weapon=_weapon(draft), number=number, date=date, done=done or None))
        if not done or draft.stage not in (Stage.SIGNED, Stage.DELIVERING, Stage.DELIVERED):
            return
        whole = next((g.number for g in draft.goods if g.number is not None), None)
        if number is not None:
            some = whole is not None and (number.amount.low or 0) < (whole.amount.low or 0)
            draft.stage = Stage.DELIVERING if some else Stage.DELIVERED
        elif draft.stage is Stage.SIGNED:
            draft.stage = Stage.DELIVERED

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
        """Take in a field or a part of a comment; what it told, or else what the one before it did."""
        part = _Part.of(line, low, high, goods, last)
        fields = entry_words().fields
        recipient = draft.recipient.key if draft.recipient is not None else None
        for term, token in terms_in(part.tokens, recipient).items():
            if term is not Term.OPTION:
                draft.terms.setdefault(term, token)
        if (home := made_at_home(part.tokens, recipient, fields["made"])) is not None:
            draft.terms.setdefault(Term.LOCAL_PRODUCTION, home)
        gift = given_away(self.scene, draft, line, low, high, goods, fields["given"])
        if gift is not None:
            self.more.append(gift)
            return "given"
        readers = (
            self._unsettled,
            self._option,
            self._more,
            self._halted,
            self._dated,
            self._priced,
            self._held,
            self._own,
        )
        return next((told for read in readers if (told := read(draft, part)) is not None), last)

    def _unsettled(self, draft: Draft, part: _Part) -> str | None:
        """That there is no deal, or none yet; and remarks that tell nothing of it."""
        words, fields = part.words, entry_words().fields
        if "never" in words and (part.has("ordered") or part.has("delivered")):
            # "reported in 2018 but never ordered"
            self.void = True
            return "ended"
        if part.first in entry_words().rows["chosen"] and "not" in words and part.has("ordered"):
            # "Selected 2023 but not contracted by end-2025"
            draft.stage = Stage.SELECTED
            draft.dates.extend(
                [Dated(stage=Stage.SELECTED, mention=part.date)] if part.date and not draft.dates else []
            )
            return "ended"
        if "yet" in words and part.has_any("not", "no") and part.has("ordered"):
            # "MoU signed 2023; not yet ordered"
            draft.stage = draft.stage if draft.stage is Stage.NEGOTIATING else Stage.PLANNED
            return "ended"
        unconfirmed = "unconfirmed" in words or words[-2:] == ["not", "confirmed"]
        if part.first in fields["ordered"] | {"deal", "sale"} and unconfirmed:
            # "Order not confirmed", "deal unconfirmed"; not "price not officially confirmed"
            draft.stage = Stage.CONSIDERED
            return "ended"
        aside = (part.opens_with_word and part.first in entry_words().aside) or part.first == "designation"
        return "aside" if aside else None

    def _option(self, draft: Draft, part: _Part) -> str | None:
        """An option, or what was taken up of the one before: "option for 24 more, 4 of which taken up in 2022"."""
        fields, number = entry_words().fields, part.number
        if part.first == "of" and part.last == "option":
            if part.has("taken") and number is not None:
                self._further(part, number, part.date)
            return "taken"
        if part.last == "option" and part.tokens[0].kind == "value" and part.first in fields["taken"]:
            self._further(part, number, part.date)
            return "taken"
        if not (part.opens_with_word and part.first in fields["option"]):
            return None
        draft.terms.setdefault(Term.OPTION, part.tokens[0])
        number = count_behind(part.tokens, 0)
        if number is not None:
            draft.goods.append(
                Good(weapon=_weapon(draft), number=number, start=number.start, end=number.end, counting=Counting.OPTION)
            )
            to_come = part.has_any("be", "until", "may", "could", "not", "never")
            if part.date is not None and part.has("taken") and not to_come:
                # "option on 12 more used in 2019 (EUR20 m)"
                self._further(part, number, part.date)
        return "option"

    def _more(self, draft: Draft, part: _Part) -> str | None:
        """Talks, and further orders: "production of 300 more under discussion", "6th ordered 2025"."""
        fields, words, number, date = entry_words().fields, part.words, part.number, part.date
        talks = part.has("talks")
        if number is None and part.first in fields["talks"] and len(words) <= 4 and _CLOSED.isdisjoint(words):
            # "negotiations reported", "talks under way"
            draft.stage = Stage.NEGOTIATING
            return "more"
        if number is not None and talks and (number.additional or part.has("enlarging")):
            # "production of 300 more under discussion", "talks on enlarging the order by 9 suspended"
            self._further(part, number, None, Stage.NEGOTIATING)
            return "more"
        if number is not None and number.additional:
            wish = next((stage for name, stage in _WISHES.items() if part.has(name)), None)
            signed = part.tokens[0].kind == "value" and part.has_any("ordered", "signed")
            if wish is None and date is not None and signed:
                # "48 more ordered 2021-2022"
                wish = Stage.SIGNED
            if wish is not None:
                # "12 more planned", "Norway reported to be considering 12 more"
                self._further(part, number, date if wish is Stage.SIGNED else None, wish)
                return "more"
        if number is not None and date is not None and draft.dates and draft.counted and words[:1] == ["ordered"]:
            if part.tokens[0].mention is number and "weapon" not in (t.kind for t in part.tokens):
                # "4 T-50TH ordered 2015 ($108 m), 8 ordered 2017 ($260 m)"
                self._further(part, number, date)
                return "more"
        if date is not None and part.has("taken", 4) and _is_ordinal(words):
            # "6th ordered 2025", "second order for 180 signed August 2025"
            self._further(part, number if part.has_any("for", "of") else None, date)
            return "more"
        besides = " ".join(words[:3]) in ("on top of", "in addition to")
        if besides and date is not None and number is not None and part.has("ordered"):
            # "On top of 4 ordered in 2021"
            self._further(part, number, date)
            return "more"
        if part.opens_with_word and part.first in fields["more"]:
            if number is not None and part.has("taken"):
                self._further(part, number, date)
            return "more"
        return None

    def _halted(self, draft: Draft, part: _Part) -> str | None:
        """Who lost, what was suspended or cancelled, and that it was a gift."""
        fields, words = entry_words().fields, part.words
        if part.opens_with_word and part.first in fields["lost"]:
            draft.competitors.extend(m for t in part.tokens if isinstance(m := t.mention, WeaponMention))
            return "lost"
        if words in (["on", "hold"], ["deal", "on", "hold"], ["order", "on", "hold"], ["put", "on", "hold"]):
            draft.stage = Stage.SUSPENDED
            return "ended"
        if part.opens_with_word and part.verb in fields["ended"] | fields["halted"]:
            draft.stage = Stage.CANCELLED if part.verb in fields["ended"] else Stage.SUSPENDED
            self.halts.extend([Dated(stage=draft.stage, mention=part.date)] if part.date is not None else [])
            return "ended"
        if part.opens_with_word and part.verb in fields["gift"] and len(words) <= 3:
            draft.kind = TransferKind.DONATION
            return "gift"
        return None

    def _dated(self, draft: Draft, part: _Part) -> str | None:
        """What happened when: "approved by USA Aug. 2023", "24 T-50IQ ordered 2013 for USD1.1 b"."""
        fields, date, line = entry_words().fields, part.date, part.line
        if date is None:
            return None
        if part.verb in fields["approved"] and not draft.dates and draft.stage is Stage.SIGNED:
            draft.stage = Stage.PLANNED
            draft.dates.append(Dated(stage=Stage.PLANNED, mention=date))
            return "approved"
        if part.has("came", 4) and part.words[:1] != ["first"]:
            # "Last set arrived May 2024"
            self._deliver(draft, part.tokens, date, "arrived")
            return "delivered"
        if part.verb in fields["delivered"] | fields["due"]:
            self._deliver(draft, part.tokens, date, part.verb)
            return "delivered"
        if not part.has("ordered") or draft.dates:
            return None
        draft.dates.append(Dated(stage=Stage.SIGNED, mention=date))
        if is_goods(part.tokens):
            self._goods(draft, line, part.low, part.high)
        if not draft.money:
            sums = sums_in(line, part.low, part.high)
            draft.money.extend(m for m in sums if not _in_bracket_of(line.tokens, part.low, m))
        return "ordered"

    def _priced(self, draft: Draft, part: _Part) -> str | None:
        """What it costs: "NOK19.7 b deal of February 2023", "A$10 b programme"."""
        tokens, every, low, high = part.tokens, part.line.tokens, part.low, part.high
        sums = sums_in(part.line, low, high)
        if not sums and part.last != "aside" and isinstance(m := tokens[0].mention, ValueMention) and m.kind == "money":
            # "A$10 b programme": in a comment that is the price
            sums = [m] if m.per is None else []
        # "$55 m aid", "EUR12 m military aid"
        given = tokens[0].mention in sums and bool(part.words) and part.words[-1] in entry_words().fields["gift"]
        money = [m for m in sums if not _in_bracket_of(every, low, m) and (given or not _is_apart(tokens, m))]
        if money and any(a in ("first", "last") and b.isdecimal() for a, b in pairwise(t.text for t in tokens)):
            # "USD258 m for last 8"
            return "aside"
        if money and part.words[-2:] in (["not", "counted"], ["not", "included"], ["counted", "separately"]):
            return "aside"
        if not money or part.last == "aside":
            return None
        draft.money.extend(money)
        if given:
            draft.kind = TransferKind.DONATION
        if part.date is not None and not draft.dates and part.has_any("deal", "contract", "order"):
            draft.dates.append(Dated(stage=Stage.SIGNED, mention=part.date))
        draft.end = max(draft.end, money[-1].end) if draft.line.block == part.line.block else draft.end
        rest = next((n for n in range(low, high) if every[n].text in entry_words().fields["holds"]), None)
        bracketed = rest is not None and every[rest - 1].text == "(" and not sums_in(part.line, rest, high)
        if rest is not None and bracketed:
            # "NOK1.8 b deal (incl. 6 K-10 ALV)"
            high = next((n for n in range(rest, high) if every[n].text == ")"), high)
        if rest is not None and (bracketed or not any(t.text == "(" for t in every[max(low, rest - 6) : rest])):
            draft.goods.extend(held_goods(draft, every, part.goods, rest, high))
            return "holds"
        return "money"

    def _held(self, draft: Draft, part: _Part) -> str | None:
        """What else the deal holds: "incl 8 PULS, 12 Spike-NLOS"."""
        fields, tokens = entry_words().fields, part.tokens
        held = 0 if part.verb in fields["holds"] and tokens[0].text == part.verb else None
        if held is None:
            held = next((n for n, t in enumerate(tokens) if t.kind == "word" and t.text in fields["covers"]), None)
        if held is None and part.last == "holds" and is_goods(tokens) and "weapon" in (t.kind for t in tokens):
            held = 0
        if held is None:
            return None
        draft.goods.extend(held_goods(draft, part.line.tokens, part.goods, part.low + held, part.high))
        return "holds"

    def _own(self, draft: Draft, part: _Part) -> str | None:
        """The goods of the deal itself, "24 K-9 (2017)", and fields of a year alone: that of the order, those of delivery."""
        every, low, high, date = part.line.tokens, part.low, part.high, part.date
        tokens = part.tokens
        bound = next((n for n in range(low + 1, high) if every[n].text in ("to", "for", "from")), high)
        here = draft.line.block == part.line.block
        if here and bound < high and bound_to(self.scene, tokens) is not None:
            high, tokens = bound, every[low:bound]
        if here and is_goods(tokens):
            self._goods(draft, part.line, low, high)
            if date is not None and not draft.dates and "(" in (t.text for t in tokens):
                draft.dates.append(Dated(stage=Stage.SIGNED, mention=date))
            return "goods"
        if len(tokens) == 1 and date is not None and draft.weapons:
            if not draft.dates:
                draft.dates.append(Dated(stage=Stage.SIGNED, mention=date))
            else:
                # "from 2026" only says when they begin
                begun = not (date.period.edtf or "").endswith("/..")
                self._deliver(draft, tokens, date, "delivered" if begun else "delivery")
        return None

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
        self, part: _Part, number: ValueMention | None, date: DateMention | None, stage: Stage = Stage.SIGNED
    ) -> None:
        """A second deal that a comment tells of: "follow-on for 100 signed Dec. 2024 (INR76.3 b)"."""
        first = part.tokens[0]
        start, end = (number.start, number.end) if number is not None else (first.start, first.end)
        self.more.append(
            Draft(
                line=part.line,
                start=first.start,
                end=part.tokens[-1].end,
                kind=TransferKind.SALE,
                stage=stage,
                stated_recipient=True,
                additional=True,
                goods=[Good(weapon=None, number=number, start=start, end=end, counting=Counting.ADDITIONAL)],
                dates=[Dated(stage=stage, mention=date)] if date is not None else [],
                money=sums_in(part.line, part.low, part.high) or _bracketed(part.tokens),
            )
        )


def _is_ordinal(words: Sequence[str]) -> bool:
    """Whether words begin with one more piece: "6th", "sixth aircraft"."""
    return ORDINALS.get(words[0], 1) > 1 or (words[0].isdecimal() and words[1:2] in (["st"], ["nd"], ["rd"], ["th"]))


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


def _bracketed(tokens: Sequence[Token]) -> list[ValueMention]:
    """A sum alone in brackets: "8 ordered 2017 ($260 m)"."""
    sums = (
        tokens[n].mention for n in range(1, len(tokens) - 1) if tokens[n - 1].text == "(" and tokens[n + 1].text == ")"
    )
    return [m for m in sums if isinstance(m, ValueMention) and m.kind == "money"][:1]
