"""Totals of deals that add nothing unlike and count nothing twice.

    total(dataset.transfers.where(supplier="KR", recipient="PL")).value("USD")

There is one sum for each currency, and one number for each weapon (its variants included) and unit; they are never added
to one another. Each deal counts once: of the records of one case one figure is taken, parts give way to the whole, and
numbers that put several deals together give way to those deals. What is left out is listed with the reason.

The rules, in their order:

1. What is denied, only possible, called off, not signed or an option is left out, unless ``including`` asks for it.
2. Of the records of a case, those that tell of the order speak, else those with the latest stage. Where their figures
   can be one, the finest is taken; where they cannot, the sum reaches from the lowest to the highest of them. Where they
   are in several currencies one currency counts: of the latest stage the one that is asked for, else the first.
3. A deal that is part of another with the same figure is left out (:attr:`Transfer.part_of`).
4. A number that counts several deals together (``counting`` "total") is left out where one of them is counted: a deal of
   the same recipient, or of any where the number has no recipient. Of several such numbers the largest is taken.

What may be one deal told with other figures (:attr:`~kordef.dataset.Dataset.possible_cases`) counts as two, and each of the two
names the other (:attr:`Counted.possibly`); ``possible_once`` counts it once, as rule 2 does the records of a case.

Sums and numbers of goods are not below zero, so "up to 500" is 0 to 500 here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from attrs import evolve, frozen

from kordef.amounts import Amount
from kordef.conditions import Words, words_of
from kordef.currencies import CURRENCIES
from kordef.dataset import Dataset, selection_of
from kordef.doubles import Deals
from kordef.errors import InvalidValue
from kordef.records import Actor, Transfer, WeaponSystem
from kordef.selection import Selection
from kordef.values import Money
from kordef.vocabulary import Counting, Modality, Omission, Qualifier, Stage

__all__ = ["Counted", "GoodsSum", "LeftOut", "MoneySum", "Total", "total"]


@frozen(kw_only=True)
class Counted:
    """A figure that went into a sum: of which record and field, and the records that say the same or contest it.

    ``possibly`` are the records of other figures that may be of the same deal, so that one of them may be too much: of the
    same sum, or for money of one in another currency.
    """

    record: str
    field: str
    amount: Amount
    beside: tuple[str, ...] = ()
    possibly: tuple[str, ...] = ()


@frozen(kw_only=True)
class LeftOut:
    """A figure that did not go into a sum, and why; ``because`` is the id of the record that is counted in its place.

    ``amount`` is ``None`` where the record gives no figure, ``unit`` a currency, or the weapon whose number it is.
    """

    record: str
    field: str
    reason: Omission
    amount: Amount | None = None
    unit: str | None = None
    because: str | None = None

    def __str__(self) -> str:
        what = f"{self.amount} {self.unit}" if self.amount is not None else "no figure"
        because = f" (see {self.because})" if self.because else ""
        return f"{self.record}: {what}: {self.reason.meaning}{because}"


@frozen(kw_only=True)
class MoneySum:
    """What the deals of one currency are worth."""

    value: Money
    counted: tuple[Counted, ...]


@frozen(kw_only=True)
class GoodsSum:
    """How many of one weapon, its variants included, pass in the deals. ``unit`` is what is counted where that is not the
    weapon itself ("battery")."""

    weapon: str
    unit: str | None
    number: Amount
    counted: tuple[Counted, ...]


@frozen(kw_only=True)
class Total:
    """What deals come to: sums of money by currency, numbers of goods by weapon and unit, and what was left out."""

    values: tuple[MoneySum, ...]
    goods: tuple[GoodsSum, ...]
    left_out: tuple[LeftOut, ...]

    def value(self, currency: str) -> Money | None:
        """The sum in a currency, ``None`` where no deal has one."""
        return next((each.value for each in self.values if each.value.currency == currency), None)

    def number(self, weapon: str, unit: str | None = None) -> Amount | None:
        """The number of a weapon by the name that :class:`GoodsSum` gives it, ``None`` where no deal has one.

        Weapons that are not known to be the same have a sum each; those of one name are put together here.
        """
        numbers = [goods.number for goods in self.goods if (goods.weapon, goods.unit) == (weapon, unit)]
        return sum(numbers[1:], numbers[0]) if numbers else None


def total(
    deals: Selection[Transfer] | Dataset,
    *,
    weapon: Words | None = None,
    currency: str | None = None,
    including: Words = (),
    possible_once: bool = False,
) -> Total:
    """What the transfers of a selection, or of a whole dataset, come to.

    ``weapon`` counts only these goods, and only the sums that pay for nothing else. ``currency`` takes the source's own
    conversion into it, where there is one, in place of the sum that it converts, and of the sources that tell of one deal
    those that give it in this currency. ``including`` has the reasons that are
    not to count as one: "option", "cancelled", "denied", "unsigned", "hypothetical". ``possible_once`` counts deals that
    may be one as one.

    Raises :class:`~kordef.errors.InvalidValue` for another reason, and for a currency that there is not.
    """
    deals = selection_of(deals, Transfer, "total")
    if currency is not None and currency not in CURRENCIES:
        raise InvalidValue(f"currency must be a code of ISO 4217 such as 'USD' or 'KRW', found {currency!r}")
    wanted = words_of(including)
    if wrong := [str(word) for word in wanted if word not in _CHOICES]:
        raise InvalidValue(f"including must be one of {', '.join(_CHOICES)}, found {wrong[0]!r}")
    chosen = frozenset(map(Omission, wanted))
    return _Adding(deals, weapon, currency, chosen, possible_once).total()


_CHOICES = (Omission.OPTION, Omission.CANCELLED, Omission.DENIED, Omission.UNSIGNED, Omission.HYPOTHETICAL)
_UNREAL = frozenset({Modality.POSSIBLE, Modality.CONDITIONAL, Modality.PROPOSED, Modality.DEMANDED})
_UNSIGNED = frozenset({Stage.CONSIDERED, Stage.PLANNED, Stage.NEGOTIATING, Stage.SELECTED, Stage.FRAMEWORK})
_FIRM = 6
_RANKS = {
    Stage.CANCELLED: 9,
    Stage.SIGNED: 7,
    Stage.DONATED: _FIRM,
    Stage.DELIVERED: _FIRM,
    Stage.DELIVERING: _FIRM,
    Stage.FRAMEWORK: 5,
    Stage.SELECTED: 4,
    Stage.NEGOTIATING: 3,
    Stage.SUSPENDED: 3,
    Stage.PLANNED: 2,
    Stage.CONSIDERED: 1,
}
"""How far a deal has come: of the records of one case the furthest speak. The order stands before its deliveries, because what
was delivered when a document was written may be a part of it."""

_Key = tuple[str, str, str | None]
"""What can be added: ("money", currency, None), or ("goods", the weapon's family, unit)."""


@frozen(kw_only=True)
class _Figure:
    """One record's figure of one key."""

    transfer: Transfer
    key: _Key
    field: str
    amount: Amount
    cumulative: bool = False


class _Adding:
    """One total in the making."""

    def __init__(
        self,
        deals: Selection[Transfer],
        weapon: Words | None,
        currency: str | None,
        chosen: frozenset[Omission],
        possible_once: bool,
    ) -> None:
        self.dataset: Dataset = deals.dataset
        self.deals = tuple(deals)
        self.currency = currency
        self.chosen = chosen
        lookups = self.dataset.lookups
        self.weapons = (
            None if weapon is None else frozenset[str]().union(*(lookups.weapons(name) for name in words_of(weapon)))
        )
        self.names: dict[str, str] = {}
        self.cancelled: dict[str, str | None] = {}
        self.once = possible_once
        self.deals_of = Deals(self.dataset)
        self.left_out: list[LeftOut] = []

    def total(self) -> Total:
        figures: dict[_Key, dict[str, list[_Figure]]] = {}
        for transfer in self.deals:
            for figure in self._figures(transfer):
                figures.setdefault(figure.key, {}).setdefault(self._deal(transfer), []).append(figure)
        self._in_one_currency(figures)
        money: list[MoneySum] = []
        goods: list[GoodsSum] = []
        for key, by_deal in figures.items():
            counted = tuple(self._counted(by_deal))
            if not counted:
                continue
            amount: Amount = sum((one.amount for one in counted[1:]), counted[0].amount)
            if key[0] == "money":
                money.append(MoneySum(value=Money(amount=amount, currency=key[1]), counted=counted))
            else:
                counted = self._possibly(counted, counted)
                goods.append(GoodsSum(weapon=self.names[key[1]], unit=key[2], number=amount, counted=counted))
        # What may be one deal may be told in two currencies.
        paid = [one for each in money for one in each.counted]
        money = [evolve(each, counted=self._possibly(each.counted, paid)) for each in money]
        order = {transfer.id: place for place, transfer in enumerate(self.deals)}
        return Total(
            values=tuple(sorted(money, key=lambda s: s.value.currency)),
            goods=tuple(sorted(goods, key=lambda s: (s.weapon, s.unit or ""))),
            left_out=tuple(sorted(self.left_out, key=lambda one: order[one.record])),
        )

    # ---- the figures of one record

    def _figures(self, transfer: Transfer) -> Iterator[_Figure]:
        """What a record counts; what it does not goes to those left out."""
        found = [*self._sums(transfer), *self._numbers(transfer)]
        if not found:
            self._leave(transfer, "", Omission.NO_FIGURE)
        unreal, because = self._why_not(transfer)
        for figure, own in found:
            reason = unreal or own
            if reason is None or reason in self.chosen:
                yield figure
            else:
                self._leave(transfer, figure.field, reason, figure, because)

    def _why_not(self, transfer: Transfer) -> tuple[Omission | None, str | None]:
        """Why nothing of a record counts, and the other record that says so, if another does."""
        if transfer.modality is Modality.DENIED and Omission.DENIED not in self.chosen:
            return Omission.DENIED, None
        if Omission.CANCELLED not in self.chosen:
            if transfer.stage is Stage.CANCELLED:
                return Omission.CANCELLED, None
            if (other := self._called_off(transfer)) is not None:
                return Omission.CANCELLED, other
        if transfer.modality in _UNREAL and Omission.HYPOTHETICAL not in self.chosen:
            return Omission.HYPOTHETICAL, None
        if transfer.stage in _UNSIGNED and Omission.UNSIGNED not in self.chosen:
            return Omission.UNSIGNED, None
        return None, None

    def _sums(self, transfer: Transfer) -> Iterator[tuple[_Figure, Omission | None]]:
        value = transfer.value
        if value is None:
            return
        paid = [transfer.items[n] for n in transfer.value_covers] or list(transfer.items)
        only = self.weapons is None or all(item.weapon in self.weapons for item in paid)
        for field, money, alternative in (
            ("/value", value, False),
            *((f"/alternatives/{n}", one, True) for n, one in enumerate(transfer.alternatives)),
        ):
            restated = [(f"{field}/equivalents/{n}", one) for n, one in enumerate(money.equivalents)]
            every = [(field, money), *restated]
            taken = next((one for one in every if one[1].currency == self.currency), every[0])
            for pointer, one in every:
                reason = None if only else Omission.OTHER_GOODS
                if (pointer, one) != taken:
                    reason = Omission.EQUIVALENT
                if alternative:
                    reason = Omission.ALTERNATIVE
                yield (
                    _Figure(
                        transfer=transfer,
                        key=("money", one.currency, None),
                        field=pointer,
                        amount=_not_below_zero(one.amount),
                    ),
                    reason,
                )

    def _numbers(self, transfer: Transfer) -> Iterator[tuple[_Figure, Omission | None]]:
        for position, item in enumerate(transfer.items):
            if item.number is None or (self.weapons is not None and item.weapon not in self.weapons):
                continue
            yield (
                _Figure(
                    transfer=transfer,
                    key=("goods", self._goods(item.weapon, item.description), item.unit),
                    field=f"/items/{position}/number",
                    amount=_whole(_not_below_zero(item.number)),
                    cumulative=item.counting is Counting.TOTAL,
                ),
                Omission.OPTION if item.counting is Counting.OPTION else None,
            )

    def _goods(self, identifier: str | None, description: str | None) -> str:
        """What goods of one kind have in common; the first name that is met stands for them."""
        weapon = self.dataset.get(identifier, WeaponSystem) if identifier else None
        if weapon is None:
            name = description or "goods"
            family = name.casefold()
        else:
            family = self.dataset.lookups.family(weapon)
            name = self.dataset.lookups.family_name(weapon)
        self.names.setdefault(family, name)
        return family

    # ---- each deal once

    def _deal(self, transfer: Transfer) -> str:
        deal = self.deals_of.deal(transfer.id)
        return self.deals_of.joined.get(deal, deal) if self.once else deal

    def _possibly(self, counted: Iterable[Counted], among: Iterable[Counted]) -> tuple[Counted, ...]:
        """Figures, each with the records of others that may be of the same deal."""
        if self.once:
            return tuple(counted)
        records = {one.record for one in among}
        return tuple(evolve(one, possibly=self.deals_of.possibly(one.record, records)) for one in counted)

    def _called_off(self, transfer: Transfer) -> str | None:
        """The id of a record of the same case that says the deal was called off, whether it is selected or not."""
        case = self.dataset.case_of(transfer)
        if case is None:
            return None
        if case.id not in self.cancelled:
            members = (self.dataset.get(identifier, Transfer) for identifier in case.members)
            self.cancelled[case.id] = next(
                (m.id for m in members if m and m.stage is Stage.CANCELLED and m.modality is Modality.ASSERTED), None
            )
        return self.cancelled[case.id]

    def _in_one_currency(self, figures: dict[_Key, dict[str, list[_Figure]]]) -> None:
        """Leave out the sums of a deal that its records give in further currencies."""
        sums: dict[str, list[_Key]] = {}
        for key, by_deal in figures.items():
            for deal in by_deal if key[0] == "money" else ():
                sums.setdefault(deal, []).append(key)
        place = {transfer.id: number for number, transfer in enumerate(self.deals)}

        def precedence(key: _Key, deal: str) -> tuple[int, bool, int]:
            told = figures[key][deal]
            latest = max(_RANKS[f.transfer.stage] for f in told)
            return -latest, key[1] != self.currency, min(place[f.transfer.id] for f in told)

        for deal, keys in sums.items():
            if len(keys) < 2:
                continue
            first, *others = sorted(keys, key=lambda key: precedence(key, deal))
            counted = figures[first][deal][0].transfer.id
            for key in others:
                for figure in figures[key].pop(deal):
                    self._leave(figure.transfer, figure.field, Omission.OTHER_CURRENCY, figure, counted)

    def _counted(self, by_deal: dict[str, list[_Figure]]) -> Iterator[Counted]:
        """The figures of one key that are added: one for each deal."""
        new = {deal: [f for f in figures if not f.cumulative] for deal, figures in by_deal.items()}
        whole = {deal for deal, figures in new.items() if figures}
        taken: list[_Figure] = []
        for deal, figures in new.items():
            if not figures:
                continue
            parent = self._whole_of(figures, deal, whole)
            if parent is not None:
                for figure in figures:
                    self._leave(figure.transfer, figure.field, Omission.PART, figure, parent)
                continue
            counted = self._agreed(figures)
            taken.append(next(f for f in figures if f.transfer.id == counted.record))
            yield counted
        yield from self._cumulative([f for figures in by_deal.values() for f in figures if f.cumulative], taken)

    def _whole_of(self, figures: list[_Figure], deal: str, counted: set[str]) -> str | None:
        """The id of a transfer that these are a part of, and that is counted itself."""
        if len(counted) < 2:  # nobody else is, however long the way up
            return None
        for figure in figures:
            passed = {figure.transfer.id}
            above = figure.transfer.part_of
            while above is not None and above not in passed:
                passed.add(above)
                parent = self.dataset.get(above, Transfer)
                if parent is None:
                    break
                if (other := self._deal(parent)) != deal and other in counted:
                    return parent.id
                above = parent.part_of
        return None

    def _agreed(self, figures: list[_Figure]) -> Counted:
        """The one figure of a deal: that of the records of the latest stage."""
        latest = max(_RANKS[f.transfer.stage] for f in figures)
        speaking: dict[str, list[_Figure]] = {}
        for figure in figures:
            if _RANKS[figure.transfer.stage] == latest:
                speaking.setdefault(figure.transfer.id, []).append(figure)
        claims = [(own[0], sum((f.amount for f in own[1:]), own[0].amount)) for own in speaking.values()]
        best, amount = min(claims, key=lambda claim: _breadth(claim[1]))
        whole = best.key[0] == "goods"
        if not all(amount.agrees(other, whole=whole) for _, other in claims):
            amount = _hull([other for _, other in claims])
        for figure in figures:
            if figure.transfer is not best.transfer:
                firm = _RANKS[figure.transfer.stage] >= min(_FIRM, latest)
                reason = Omission.REPEATED if firm else Omission.REPLACED
                if self.deals_of.deal(figure.transfer.id) != self.deals_of.deal(best.transfer.id):
                    reason = Omission.POSSIBLE
                self._leave(figure.transfer, figure.field, reason, figure, best.transfer.id)
        beside = tuple(identifier for identifier in speaking if identifier != best.transfer.id)
        return Counted(record=best.transfer.id, field=best.field, amount=amount, beside=beside)

    def _cumulative(self, figures: list[_Figure], taken: list[_Figure]) -> Iterator[Counted]:
        """The numbers that put several deals together, where none of these is counted."""
        by_recipient: dict[str | None, _Figure] = {}
        for figure in taken:
            by_recipient.setdefault(self._recipient(figure.transfer), figure)
        for figure in sorted(figures, key=lambda f: -(f.amount.interval.low or Decimal(0))):
            mine = self._recipient(figure.transfer)
            other = by_recipient.get(mine) or by_recipient.get(None)
            if mine is None:
                other = next(iter(by_recipient.values()), None)
            if other is not None:
                self._leave(figure.transfer, figure.field, Omission.CUMULATIVE, figure, other.transfer.id)
                continue
            by_recipient[mine] = figure
            yield Counted(record=figure.transfer.id, field=figure.field, amount=figure.amount)

    def _recipient(self, transfer: Transfer) -> str | None:
        actor = self.dataset.get(transfer.recipient, Actor) if transfer.recipient else None
        return None if actor is None else actor.catalogue or actor.code or actor.name.casefold()

    def _leave(
        self,
        transfer: Transfer,
        field: str,
        reason: Omission,
        figure: _Figure | None = None,
        because: str | None = None,
    ) -> None:
        self.left_out.append(
            LeftOut(
                record=transfer.id,
                field=field,
                reason=reason,
                amount=None if figure is None else figure.amount,
                unit=None if figure is None else self._unit(figure.key),
                because=because,
            )
        )

    def _unit(self, key: _Key) -> str:
        kind, what, unit = key
        if kind == "money":
            return what
        return f"{unit} of {self.names[what]}" if unit else self.names[what]


# ---- amounts


def _not_below_zero(amount: Amount) -> Amount:
    if amount.low is None and amount.high is not None and amount.high >= 0:
        return evolve(amount, low=Decimal(0), qualifier=Qualifier.RANGE if amount.high else Qualifier.EXACT)
    return amount


def _whole(amount: Amount) -> Amount:
    """A count whose digits are written in full does not round: 48 ships are 48, not 47.5 to 48.5."""
    return evolve(amount, precision=None) if amount.precision is not None and amount.precision <= 1 else amount


def _breadth(amount: Amount) -> Decimal:
    low, high = amount.interval.low, amount.interval.high
    return Decimal("Infinity") if low is None or high is None else high - low


def _hull(amounts: Iterable[Amount]) -> Amount:
    """From the lowest to the highest of what sources say that cannot all be true."""
    every = [amount.interval for amount in amounts]
    low = min(each.low or Decimal(0) for each in every)
    highs = [each.high for each in every if each.high is not None]
    return Amount.range(low, max(highs)) if len(highs) == len(every) else Amount.at_least(low)
