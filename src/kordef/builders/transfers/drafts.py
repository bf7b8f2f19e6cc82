"""Drafts of deals from the chains of one sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import define, evolve

from kordef.builders.goods import Good, class_head
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.transfers.afterthoughts import add_option, add_to_last, ended, fall_short
from kordef.builders.transfers.buyers import names_crowd
from kordef.builders.transfers.chain_drafts import draft_of
from kordef.builders.transfers.chains import Chain, brings_to
from kordef.builders.transfers.completion import completed
from kordef.builders.transfers.dates import told_on
from kordef.builders.transfers.deals import CONTRACT, Dated, Draft, Side, alike
from kordef.builders.transfers.denials import denied, is_budgeted, joins_forces, lost, none_of, picks_it
from kordef.builders.transfers.describe import describe
from kordef.builders.transfers.details import beaten, fill, note_terms, owners, replaced
from kordef.builders.transfers.end_users import pass_on
from kordef.builders.transfers.frameworks import adds_up, framework_words, umbrella
from kordef.builders.transfers.gaps import gapped
from kordef.builders.transfers.gifts import MAKES_UP
from kordef.builders.transfers.goods import goods_in, is_definite
from kordef.builders.transfers.handing_on import hand_on
from kordef.builders.transfers.lots import Lots, lots_of
from kordef.builders.transfers.options import holds_option, is_further_option, is_option
from kordef.builders.transfers.parcels import Parcel, parcels
from kordef.builders.transfers.pronouns import pronoun_goods
from kordef.builders.transfers.refills import retiring
from kordef.builders.transfers.rivals import passed_over_by
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.sharing import goes_on_behind, shared_out, speaks_of_goods, weapons_of
from kordef.builders.transfers.sides import Sides, sides_of
from kordef.mentions.model import ActorMention, DateMention, WeaponMention
from kordef.vocabulary import Counting, Stage, TransferKind

__all__ = ["drafts_of"]


def drafts_of(scene: Scene, line: Line, clauses: Clauses, found: Sequence[Chain]) -> Iterator[Draft]:
    """The drafts of a sentence, one for each deal that it speaks of."""
    goods = goods_in(scene, line, clauses)
    if pronouns := tuple(pronoun_goods(scene, line, found, goods)):
        goods = tuple(sorted((*goods, *pronouns), key=lambda g: g.low))
    if not goods:
        return
    lots = lots_of(line.tokens, goods)
    whole = None
    if lots is not None:
        whole = goods[lots.whole]
        goods = tuple(g for n, g in enumerate(goods) if n not in lots.taken)
        found = [c for c in found if c.begin not in lots.range]
    shares = shared_out(found, goods)
    telling = _telling(clauses, found, shares)
    yield from _Sentence(
        scene=scene,
        line=line,
        clauses=clauses,
        found=found,
        goods=goods,
        lots=lots,
        whole=whole,
        shares=shares,
        claimed={g.low for share in shares for g in share},
        telling=telling,
        owned=_owned(line, found, telling),
    ).drafts()


def _telling(clauses: Clauses, found: Sequence[Chain], shares: Sequence[Sequence[Good]]) -> list[bool]:
    """Which of the chains tell of a deal that is said to be so."""
    telling = [
        speaks_of_goods(chain, share) and _is_told(clauses, chain, share)
        for chain, share in zip(found, shares, strict=True)
    ]
    return [told and not lost(found, n) for n, told in enumerate(telling)]


def _owned(line: Line, found: Sequence[Chain], telling: Sequence[bool]) -> dict[int, list[int]]:
    """The positions of the dates, sums and other details of each chain."""
    owned: dict[int, list[int]] = {}
    owning = [told and (n == 0 or not is_option(found[n])) for n, told in enumerate(telling)]
    for position, owner in owners(line, found, owning).items():
        owned.setdefault(owner, []).append(position)
    return owned


@define(kw_only=True)
class _Sentence:
    """The chains of a sentence with the goods that fall to each, while its deals are drafted one by one.

    ``lots`` are the parts in which the goods ``whole`` come, ``claimed`` the beginnings of goods that a chain has,
    ``telling`` says which chains still tell of a deal of their own, ``owned`` where the details of each stand; ``last`` is
    the draft made last, ``told_by`` its chain.
    """

    scene: Scene
    line: Line
    clauses: Clauses
    found: Sequence[Chain]
    goods: Sequence[Good]
    lots: Lots | None
    whole: Good | None
    shares: Sequence[Sequence[Good]]
    claimed: set[int]
    telling: list[bool]
    owned: dict[int, list[int]]
    last: Draft | None = None
    told_by: Chain | None = None

    def drafts(self) -> Iterator[Draft]:
        """The drafts in the order of the chains; whoever takes one may set the focus of the scene before the next is made."""
        for n, chain in enumerate(self.found):
            mine = self._kept(n, chain)
            if self.telling[n]:
                yield from self._of_chain(n, chain, mine)
            elif self.last is not None and not mine:
                yield from _told_on_about(self.last, chain, self.line)
        if self.last is not None and self.last.goods and self.last.line is self.line:
            yield from gapped(self.scene, self.line, self.last, self.goods, self.claimed)

    def _kept(self, n: int, chain: Chain) -> list[Good]:
        """The goods of a chain without those that were not chosen or are given in return, which their owner gives away."""
        share = self.shares[n]
        mine = [g for g in share if not passed_over_by(chain, g.low) and not _made_up_for(self.line.tokens, g)]
        self.scene.retired.update(g.weapon.key for g in share if g.weapon is not None and g not in mine)
        return mine

    def _of_chain(self, n: int, chain: Chain, mine: list[Good]) -> Iterator[Draft]:
        """The drafts of the deals that a chain tells of."""
        if self._is_option_of_focus(chain, mine):
            assert self.scene.focus is not None
            add_option(self.scene.focus, mine, self.line, chain)
            return
        if self._gives_option(chain, mine):
            mine = [evolve(g, counting=Counting.OPTION) if g.number is not None else g for g in mine]
        if (umbrella(self.line, chain) and adds_up(chain, mine)) or brings_to(self.line.tokens, chain):
            return
        takers = self._takers_behind(chain)
        sides = sides_of(self.scene, chain, weapons_of(mine), takers)
        if sides.domestic:
            return
        if _wants_another(self.scene, chain, sides):
            mine = [g if is_definite(self.line, g) else _as_written(g) for g in mine]
        if len(sides.recipients) > 1 and names_crowd(chain):
            # "has exported 140 jets to six countries, including": of no state it says how many
            return
        for parcel in parcels(self.scene, chain, mine, self.goods, sides, self.claimed):
            draft = draft_of(self.line, chain, parcel, sides)
            draft.barred |= _keys(self.scene, takers)
            self._take_details(n, chain, mine, parcel, draft)
            self._take_supplier(n, chain, mine, draft)
            if draft.stage is Stage.SELECTED and not draft.counted:
                draft.goods = [_counted_behind(self.line.tokens, self.goods, g) for g in draft.goods]
            if not completed(self.scene, draft, chain):
                continue
            self._finish(chain, draft)
            if draft.end_user is None and not parcel.gift:
                self._pass_on(chain, mine, draft)
            self._set_beside_last(chain, draft)
            self.last, self.told_by = draft, chain
            yield draft

    def _gives_option(self, chain: Chain, mine: Sequence[Good]) -> bool:
        """Whether a chain speaks of an option on goods of the contract that the text is about, or of one beside it."""
        spoken = self.scene.focus
        return spoken is not None and spoken.stage in CONTRACT and holds_option(chain, mine)

    def _is_option_of_focus(self, chain: Chain, mine: Sequence[Good]) -> bool:
        """Whether a chain only adds an option to the deal that the text is about."""
        spoken = self.scene.focus
        if spoken is None:
            return False
        if is_option(chain) and spoken.line.block == self.line.block:
            return True
        same_story = spoken.line.story == self.line.story
        return self._gives_option(chain, mine) and same_story and _of_deal(self.scene, spoken, chain)

    def _takers_behind(self, chain: Chain) -> tuple[Token, ...]:
        """Who gets other goods by a chain behind this one."""
        others = zip(self.found, self.telling, strict=True)
        return _takers_behind([c for c, told in others if c is not chain and (told or _gifted(c))], chain)

    def _take_details(self, n: int, chain: Chain, mine: Sequence[Good], parcel: Parcel, draft: Draft) -> None:
        """Give a draft the dates, sums and terms that belong to its parcel of goods."""
        line, owned = self.line, self.owned.get(n, ())
        describe(line, chain, draft)
        skip = [self.lots.range] if self.lots is not None else []
        skip.extend(framework_words(line.tokens, g) for g in parcel.goods)
        places = [p for p in owned if parcel.low <= p < parcel.high and not any(p in r for r in skip)]
        if parcel.low and not any(line.tokens[p].kind == "date" for p in places):
            # a date before the whole list holds for all of it
            places = [p for p in owned if line.tokens[p].kind == "date" and p < mine[0].low] + places
        fill(draft, chain, places)
        if parcel.joint:
            draft.money = []
        draft.additional = draft.additional or is_further_option(draft, chain)
        if n and not draft.dates and (leading := _leading_date(line, self.found[n - 1], chain)) is not None:
            draft.dates.append(Dated(stage=draft.stage, mention=leading))

    def _take_supplier(self, n: int, chain: Chain, mine: Sequence[Good], draft: Draft) -> None:
        """Give a draft the supplier that other chains tell: who passes goods on, promised them, or sends off what is replaced."""
        if self.last is not None and self.told_by is not None:
            if any(goes_on_behind(self.told_by, chain, g) for g in mine):
                hand_on(self.last, draft)
        if draft.supplier is None and (giver := _promiser(self.scene, self.found[:n], chain, mine)) is not None:
            draft.supplier, draft.weak, draft.passing = giver, False, False
        draft.supplier = draft.supplier or retiring(self.scene, draft, replaced(self.line))

    def _finish(self, chain: Chain, draft: Draft) -> None:
        """Note of a draft that is complete what the sentence says beside it: terms, a date, what is replaced, who lost."""
        note_terms(draft, chain)
        if not draft.dates and (told := told_on(self.scene, draft, self.clauses, chain)) is not None:
            draft.dates.append(told)
        _tell_apart(self.scene, draft)
        draft.replaces = [w for w in replaced(self.line) if all(w.start != own.start for own in draft.weapons)]
        draft.competitors = _competitors(chain) or list(beaten(self.line))
        draft.aside = draft.aside or _is_aside(self.clauses, chain)

    def _pass_on(self, chain: Chain, mine: Sequence[Good], draft: Draft) -> None:
        """Let a chain that gives the same goods to somebody else name their end user instead of a deal of its own."""
        own = {g.low for g in mine}
        others = [
            (k, c)
            for k, c in enumerate(self.found)
            if _tells_of_all(c, {g.low for g in self.shares[k]}, own)
            and not _makes_up_for(chain, c)
            and not any(goes_on_behind(chain, c, g) for g in self.shares[k])
        ]
        teller = pass_on(self.scene, draft, chain, others)
        if teller is not None:
            self.telling[teller] = False

    def _set_beside_last(self, chain: Chain, draft: Draft) -> None:
        """What lots and the draft before say of this one."""
        whole = self.whole
        if self.lots is not None and whole is not None and any(g.low == whole.low for g in draft.goods):
            draft.deliveries = list(self.lots.drops)
        if self.last is None:
            return
        if chain.core.frame.id == "delivery" and _same_gift(self.last, draft):
            # "will gift 20 drones, following the hand-over of others in April"
            draft.kind = TransferKind.DONATION
            draft.stage = Stage.DONATED if draft.stage is Stage.DELIVERED else draft.stage
        if _in_return(self.line.tokens, draft.goods):
            draft.supplier, draft.companies = self.last.recipient and self.last.recipient.implied(), []


def _told_on_about(last: Draft, chain: Chain, line: Line) -> Iterator[Draft]:
    """What a chain without goods of its own says of the deal before it: that it ended, came late or costs so much."""
    if not chain.negated:
        if (end := ended(last, chain)) is not None:
            yield end
        add_to_last(last, chain, line)
    fall_short(last, chain)


def _counted_behind(tokens: Sequence[Token], goods: Sequence[Good], chosen: Good) -> Good:
    """What was chosen, with the number of it that is to come: "chose the Type 31, three of which are to be built"."""
    behind_it = bisect_left(goods, chosen.high, key=lambda g: g.low)
    for good in goods[behind_it : behind_it + 3]:
        same = good.weapon is not None and chosen.weapon is not None and good.weapon.key == chosen.weapon.key
        if not same or good.number is None:
            continue
        behind = [t.text for t in tokens[good.high - 1 : good.high + 4]]
        of_them = good.of_them or any(behind[n : n + 2] == ["of", "which"] for n in range(4)) or "which" in behind[:2]
        coming = not _TO_COME.isdisjoint(behind) or any(
            pair in (("are", "to"), ("is", "to")) for pair in pairwise(behind)
        )
        if coming and (of_them or tokens[good.low - 1].text == ";"):
            return evolve(chosen, number=good.number, end=good.end)
    return chosen


_TO_COME = frozenset(["will", "would", "should", "planned", "foreseen", "due", "wanted", "needed"])


def _makes_up_for(chain: Chain, gift: Chain) -> bool:
    """Whether goods are bought in place of those that a chain behind gives away: "bought 14 guns to replace those sent"."""
    between = chain.line.tokens[chain.end : gift.begin + 1]
    return not MAKES_UP.isdisjoint(t.text for t in between)


def _is_told(clauses: Clauses, chain: Chain, goods: Sequence[Good]) -> bool:
    """Whether what a chain speaks of is said to be so."""
    if chain.core.frame.id == "supply" and _fits_out(chain):
        return False
    aside = picks_it(clauses, chain) or is_budgeted(chain)
    return not (aside or chain.negated or denied(clauses, chain) or none_of(chain, goods) or joins_forces(chain))


def _fits_out(chain: Chain) -> bool:
    """Whether weapons are only said to have others on board: "the tanks are equipped with 120 mm guns"."""
    core = chain.core
    if not core.line.tokens[core.start].text.startswith("equip"):
        return False
    return any(t.kind == "weapon" for t in core.places.get("object" if core.group.passive else "subject", ()))


def _gifted(chain: Chain) -> bool:
    """Whether a participle only says who got what others replace: "bought to replace the 32 guns gifted to Kyiv"."""
    return chain.core.reduced and chain.kind is TransferKind.DONATION and not chain.negated


def _takers_behind(others: Sequence[Chain], chain: Chain) -> tuple[Token, ...]:
    """Who gets other goods by a verb of their own behind these: "eight were cleared as compensation for 14 passed to Ukraine"."""
    return tuple(
        token
        for other in others
        if not other.core.noun and other.core.start > chain.core.start
        for role in ("recipient", "goods_or_recipient")
        for _, token in other.roles.get(role, ())
        if token.start > other.line.tokens[other.core.start].start
        and not (isinstance(token.mention, ActorMention) and token.mention.as_place)
    )


def _tells_of_all(chain: Chain, mine: set[int], own: set[int]) -> bool:
    """Whether a chain speaks of goods told before; a bare participle only of those right before it: "14 Mi-8s passed to Kyiv"."""
    return mine <= own and not (chain.core.reduced and mine and mine < own)


def _keys(scene: Scene, tokens: Sequence[Token]) -> frozenset[str]:
    sides = [scene.side(t.mention) for t in tokens if isinstance(t.mention, ActorMention)]
    return frozenset(side.key for side in sides if side is not None)


def _wants_another(scene: Scene, chain: Chain, sides: Sides) -> bool:
    """Whether a state that has not chosen yet is another than the one whose deal was spoken of: "Canada wants 12 submarines"."""
    spoken = scene.focus
    if (
        chain.core.frame.id not in ("consider-goods", "plan", "attempt", "inquiry")
        or spoken is None
        or not sides.recipients
    ):
        return False
    return spoken.recipient is not None and spoken.recipient.key != sides.recipients[0][1].key


def _as_written(good: Good) -> Good:
    """Goods without the weapon that a plain noun got from what was told before."""
    weapon = good.weapon
    if weapon is None or weapon.form == "class":
        return good
    if weapon.form == "short" and weapon.exact.islower():
        return evolve(good, weapon=None, noun=class_head(weapon.exact))
    carried = good.noun is not None and not good.start <= weapon.start < good.end
    return evolve(good, weapon=None) if carried else good


def _promiser(scene: Scene, before: Sequence[Chain], chain: Chain, goods: Sequence[Good]) -> Side | None:
    """Who a participle behind goods says gives what then goes its way: "All eighteen pledged by Berlin had reached Kyiv"."""
    for other in before:
        if other.kind is TransferKind.DONATION and any(goes_on_behind(other, chain, g) for g in goods):
            return sides_of(scene, other, weapons_of(goods)).supplier
    return None


def _tell_apart(scene: Scene, draft: Draft) -> None:
    """Goods that the words take for ones told before but count otherwise are other goods: "support vehicles" of the package."""
    spoken = scene.focus
    if spoken is None or not draft.definite or draft.ordinal is not None:
        # "the first contract, for 180 tanks" counts them otherwise than the framework does
        return
    for n, good in enumerate(draft.goods):
        if good.weapon is None or good.weapon.form != "short" or good.number is None:
            continue
        if (good.number.noun or " ").count(" ") == 0 and class_head(good.weapon.exact) == class_head(
            good.weapon.category
        ):
            # "the agreement will take in 180 tanks" of the sort that 1,000 are wanted of; not "18 support vehicles"
            continue
        if any(
            g.weapon is not None
            and g.weapon.key == good.weapon.key
            and g.number is not None
            and not alike(g.number.amount, good.number.amount)
            for g in spoken.goods
        ):
            draft.goods[n] = evolve(good, weapon=None, noun=class_head(good.weapon.exact))


def _is_aside(clauses: Clauses, chain: Chain) -> bool:
    """Whether a chain stands in a relative or subordinate clause, so that the text does not go on about its deal."""
    tokens = clauses.tokens
    low = min(chain.scope, *(m.begin for m in chain.matches))
    if chain.core.reduced:
        return True
    words = [t.text for t in tokens[max(0, low - 1) : low + 1]]
    return any(
        w in ("which", "that", "who", "whose", "after", "because", "since", "while", "although", "when")
        for w in words[:1]
    )


def _of_deal(scene: Scene, deal: Draft, chain: Chain) -> bool:
    """Whether a chain names no other party than those of a deal."""
    own = {s.key for s in (deal.supplier, deal.recipient, deal.end_user) if s is not None}
    named = [t for role in ("partner", "recipient", "supplier") for _, t in chain.roles.get(role, ())]
    return _keys(scene, named) <= own


def _leading_date(line: Line, before: Chain, chain: Chain) -> DateMention | None:
    """The date that a sentence begins with, where it holds for its second half as well: "In 2017 A bought ... and B ordered"."""
    tokens = line.tokens
    at = 1 if tokens and tokens[0].text in ("in", "on") else 0
    date = tokens[at].mention if at < len(tokens) else None
    if not isinstance(date, DateMention) or not date.period.edtf:
        return None
    first = min(m.start for m in chain.matches)
    joined = any(t.text == "and" for t in tokens[before.end : first])
    return (
        date
        if joined and not any(t.text in (";", "which", "who", "that") for t in tokens[before.end : first])
        else None
    )


def _in_return(tokens: Sequence[Token], goods: Sequence[Good]) -> bool:
    """Whether goods are what the buyer gave away for those told before: "... as compensation for 14 Mi-8s passed to Kyiv"."""
    if not goods or goods[0].low < 2:
        return False
    before = [t.text for t in tokens[goods[0].low - 2 : goods[0].low]]
    return before[1] == "for" and before[0] in _RETURNS


def _made_up_for(tokens: Sequence[Token], good: Good) -> bool:
    """Whether goods are the buyer's own, for which others make up: "14 Leopards as compensation for its T-72s"."""
    before = [t.text for t in tokens[max(0, good.low - 3) : good.low]]
    return len(before) > 2 and before[2] in ("its", "their") and before[1] == "for" and before[0] in _RETURNS


_RETURNS = frozenset(["compensation", "return", "exchange", "replacement"])


def _same_gift(gift: Draft, draft: Draft) -> bool:
    """Whether goods are handed to a state that the same sentence says is given others."""
    same = gift.recipient is not None and draft.recipient is not None and gift.recipient.key == draft.recipient.key
    return same and gift.kind is TransferKind.DONATION and draft.kind is TransferKind.SALE


def _competitors(chain: Chain) -> list[WeaponMention | ActorMention]:
    return [t.mention for _, t in chain.roles.get("losers", ()) if isinstance(t.mention, WeaponMention)]
