"""Drafts of deals from the chains of one sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve

from kordef.builders.goods import Good, class_head
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.transfers.afterthoughts import add_option, add_to_last, ended, fall_short
from kordef.builders.transfers.buyers import names_crowd
from kordef.builders.transfers.chains import Chain, brings_to
from kordef.builders.transfers.completion import completed, is_gift
from kordef.builders.transfers.dates import told_on
from kordef.builders.transfers.deals import CONTRACT, Dated, Draft, Side, additional, alike
from kordef.builders.transfers.denials import denied, is_budgeted, joins_forces, lost, none_of, picks_it
from kordef.builders.transfers.describe import describe
from kordef.builders.transfers.details import beaten, fill, note_terms, owners, replaced
from kordef.builders.transfers.end_users import pass_on
from kordef.builders.transfers.gaps import gapped
from kordef.builders.transfers.gifts import MAKES_UP
from kordef.builders.transfers.goods import goods_in, is_definite
from kordef.builders.transfers.handing_on import hand_on
from kordef.builders.transfers.lots import lots_of
from kordef.builders.transfers.parcels import Parcel, parcels
from kordef.builders.transfers.pronouns import pronoun_goods
from kordef.builders.transfers.refills import retiring
from kordef.builders.transfers.rivals import passed_over_by
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.sharing import goes_on_behind, shared_out, speaks_of_goods, weapons_of
from kordef.builders.transfers.sides import Sides, sides_of
from kordef.builders.transfers.stages import stage_of
from kordef.mentions.model import ActorMention, DateMention, ValueMention, WeaponMention
from kordef.vocabulary import Counting, Stage, TransferKind

__all__ = ["draft_of", "drafts_of", "framework_in", "umbrella"]


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
    claimed = {g.low for share in shares for g in share}
    telling = [
        speaks_of_goods(chain, share) and _is_told(clauses, chain, share)
        for chain, share in zip(found, shares, strict=True)
    ]
    telling = [told and not lost(found, n) for n, told in enumerate(telling)]
    owned: dict[int, list[int]] = {}
    owning = [told and (n == 0 or not _is_option(found[n])) for n, told in enumerate(telling)]
    for position, owner in owners(line, found, owning).items():
        owned.setdefault(owner, []).append(position)
    last: Draft | None = None
    told_by: Chain | None = None
    for n, chain in enumerate(found):
        mine = [g for g in shares[n] if not passed_over_by(chain, g.low) and not _made_up_for(line.tokens, g)]
        scene.retired.update(g.weapon.key for g in shares[n] if g.weapon is not None and g not in mine)
        if not telling[n]:
            if last is not None and not mine and not chain.negated:
                if (end := ended(last, chain)) is not None:
                    yield end
                add_to_last(last, chain, line)
            if last is not None and not mine:
                fall_short(last, chain)
            continue
        if _is_option(chain) and scene.focus is not None and scene.focus.line.block == line.block:
            add_option(scene.focus, mine, line, chain)
            continue
        if scene.focus is not None and scene.focus.stage in CONTRACT and _holds_option(chain, mine):
            if scene.focus.line.story == line.story and _of_deal(scene, scene.focus, chain):
                add_option(scene.focus, mine, line, chain)
                continue
            mine = [evolve(g, counting=Counting.OPTION) if g.number is not None else g for g in mine]
        if (umbrella(line, chain) and _adds_up(chain, mine)) or brings_to(line.tokens, chain):
            continue
        takers = _takers_behind(
            [c for c, t in zip(found, telling, strict=True) if c is not chain and (t or _gifted(c))], chain
        )
        sides = sides_of(scene, chain, weapons_of(mine), takers)
        if sides.domestic:
            continue
        if _wants_another(scene, chain, sides):
            mine = [g if is_definite(line, g) else _as_written(g) for g in mine]
        if len(sides.recipients) > 1 and names_crowd(chain):
            # "has exported 140 jets to six countries, including": of no state it says how many
            continue
        for parcel in parcels(scene, chain, mine, goods, sides, claimed):
            draft = draft_of(line, chain, parcel, sides)
            draft.barred |= _keys(scene, takers)
            describe(line, chain, draft)
            skip = [lots.range] if lots is not None else []
            skip.extend(_framework_words(line.tokens, g) for g in parcel.goods)
            places = [p for p in owned.get(n, ()) if parcel.low <= p < parcel.high and not any(p in r for r in skip)]
            if parcel.low and not any(line.tokens[p].kind == "date" for p in places):
                # a date before the whole list holds for all of it
                places = [p for p in owned.get(n, ()) if line.tokens[p].kind == "date" and p < mine[0].low] + places
            fill(draft, chain, places)
            if parcel.joint:
                draft.money = []
            draft.additional = draft.additional or _is_further_option(draft, chain)
            if n and not draft.dates and (leading := _leading_date(line, found[n - 1], chain)) is not None:
                draft.dates.append(Dated(stage=draft.stage, mention=leading))
            if last is not None and told_by is not None and any(goes_on_behind(told_by, chain, g) for g in mine):
                hand_on(last, draft)
            if draft.supplier is None and (giver := _promiser(scene, found[:n], chain, mine)) is not None:
                draft.supplier, draft.weak, draft.passing = giver, False, False
            draft.supplier = draft.supplier or retiring(scene, draft, replaced(line))
            if draft.stage is Stage.SELECTED and not draft.counted:
                draft.goods = [_counted_behind(line.tokens, goods, g) for g in draft.goods]
            if not completed(scene, draft, chain):
                continue
            note_terms(draft, chain)
            if not draft.dates and (told := told_on(scene, draft, clauses, chain)) is not None:
                draft.dates.append(told)
            _tell_apart(scene, draft)
            draft.replaces = [w for w in replaced(line) if all(w.start != own.start for own in draft.weapons)]
            draft.competitors = _competitors(chain) or list(beaten(line))
            draft.aside = draft.aside or _is_aside(clauses, chain)
            if draft.end_user is None and not parcel.gift:
                own = {g.low for g in mine}
                others = [
                    (k, c)
                    for k, c in enumerate(found)
                    if _tells_of_all(c, {g.low for g in shares[k]}, own)
                    and not _makes_up_for(chain, c)
                    and not any(goes_on_behind(chain, c, g) for g in shares[k])
                ]
                teller = pass_on(scene, draft, chain, others)
                if teller is not None:
                    telling[teller] = False
            if lots is not None and whole is not None and any(g.low == whole.low for g in draft.goods):
                draft.deliveries = list(lots.drops)
            if last is not None and chain.core.frame.id == "delivery" and _same_gift(last, draft):
                # "will gift 20 drones, following the hand-over of others in April"
                draft.kind = TransferKind.DONATION
                draft.stage = Stage.DONATED if draft.stage is Stage.DELIVERED else draft.stage
            if last is not None and _in_return(line.tokens, draft.goods):
                draft.supplier, draft.companies = last.recipient and last.recipient.implied(), []
            last, told_by = draft, chain
            yield draft
    if last is not None and last.goods and last.line is line:
        yield from gapped(scene, line, last, goods, claimed)


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


def framework_in(scene: Scene, line: Line, goods: Sequence[Good]) -> Iterator[Draft]:
    """The framework that a deal fills in part: "218 of the 288 launchers named in that year's framework agreement"."""
    tokens = line.tokens
    spoken = scene.focus
    for good in goods:
        named = _framework_words(tokens, good)
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


def _framework_words(tokens: Sequence[Token], good: Good) -> range:
    """Where the words stand that name the framework which goods are a part of; empty where none do."""
    if good.whole is None:
        return range(0)
    at = next((n for n in range(good.high, len(tokens)) if tokens[n].text == "framework"), None)
    return range(good.high, at + 6) if at is not None else range(0)


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


def draft_of(line: Line, chain: Chain, parcel: Parcel, sides: Sides) -> Draft:
    """What a chain says of a parcel of goods, dates and sums left out."""
    stage, modality = stage_of(chain)
    first, last = line.tokens[chain.begin], line.tokens[chain.end - 1]
    kind = chain.kind
    if parcel.gift or is_gift(chain, parcel.recipient, sides.supplier):
        kind = TransferKind.DONATION
        if stage is Stage.SIGNED and chain.part("deal") is not None and _is_infinitive(chain):
            # "signed an agreement with Kyiv to deliver 30 F-16s"
            stage = Stage.PLANNED
        if stage in (Stage.DELIVERED, Stage.SIGNED):
            stage = Stage.DONATED
    if _is_free(line.tokens, chain, parcel.goods):
        kind = TransferKind.DONATION
        stage = Stage.DONATED if stage is Stage.SIGNED else stage
    came = stage is Stage.SIGNED and any(m.frame.id == "arrive" for m in chain.matches)
    if kind is TransferKind.DONATION and (stage is Stage.DELIVERED or came):
        stage = Stage.DONATED
    goods = parcel.goods
    if stage is Stage.SELECTED and goods and all(g.group < 0 for g in goods):
        # "Latvia and Estonia chose it in 2023": they are told of as buyers of what the text is about
        stage, kind = Stage.SIGNED, TransferKind.SALE
    start, end = first.start, last.end
    if parcel.low and goods:
        start, end = line.tokens[parcel.low].start, goods[-1].end
    return Draft(
        line=line,
        start=min(start, *(g.start for g in goods)) if goods else start,
        end=max(end, *(g.end for g in goods)) if goods else end,
        kind=kind,
        stage=stage,
        modality=modality,
        supplier=parcel.supplier if parcel.split else parcel.supplier or sides.supplier,
        recipient=parcel.recipient,
        end_user=None if parcel.gift else sides.end_user,
        companies=list(sides.companies) if parcel.supplier is None or parcel.supplier is sides.supplier else [],
        goods=list(goods),
        stated_recipient=parcel.recipient is not None,
        guess=sides.guess,
        barred=parcel.barred,
        weak=bool(chain.core.frame.settings.get("weak"))
        and not any(g.group < 0 for g in goods)
        and not any(m.frame.id == "contract" for m in chain.matches)
        and not (chain.roles.get("goal") and chain.core.places.get("for")),
        passing=bool(chain.core.frame.settings.get("weak")) and bool(chain.roles.get("place")),
        additional=additional(goods) or bool(chain.core.frame.settings.get("adds")),
        performs=stage is Stage.PLANNED and chain.core.frame.id in _PERFORMED and len(chain.matches) == 1,
    )


_PERFORMED = frozenset(["deliver", "supply", "receive", "arrive", "delivery"])


def _is_infinitive(chain: Chain) -> bool:
    core = chain.core
    return not core.noun and core.start > 0 and core.line.tokens[core.start - 1].text == "to"


def _is_free(tokens: Sequence[Token], chain: Chain, goods: Sequence[Good]) -> bool:
    """Whether nothing is paid for goods: "free of charge", "at no cost"; said right behind others it is said of those."""
    high = min(chain.reach + 4, len(tokens))
    words = [t.text for t in tokens[chain.begin : high]]
    for at, (a, b) in enumerate(pairwise(words), chain.begin):
        if (
            (a == "free" and b in ("of", "to"))
            or (a == "for" and b == "free")
            or (a == "no" and b in ("cost", "charge"))
        ):
            nearest = next((n for n in range(at, chain.begin, -1) if tokens[n].kind == "weapon"), None)
            return nearest is None or not goods or any(g.low <= nearest < g.high for g in goods)
    return False


# ---- the rest of the sentence


def _is_option(chain: Chain) -> bool:
    """Whether a chain tells of an option that nobody has exercised."""
    return bool(chain.core.frame.settings.get("option")) and not any(
        m.start in chain.governing and chain.stage_of(m) == str(Stage.SIGNED) for m in chain.matches
    )


def _holds_option(chain: Chain, goods: Sequence[Good]) -> bool:
    """Whether a contract only gives a right to these goods: "the agreement includes an option for a further 12"."""
    option = next((m for m in chain.matches if m.frame.settings.get("option")), None)
    contract = next((m for m in chain.matches if m.noun and m.frame.id in ("contract", "purchase", "sale")), None)
    if option is None or contract is None or contract.end >= option.start or not goods:
        return False
    return chain.part("act") is None and all(g.low > option.start for g in goods)


def _of_deal(scene: Scene, deal: Draft, chain: Chain) -> bool:
    """Whether a chain names no other party than those of a deal."""
    own = {s.key for s in (deal.supplier, deal.recipient, deal.end_user) if s is not None}
    named = [t for role in ("partner", "recipient", "supplier") for _, t in chain.roles.get(role, ())]
    return _keys(scene, named) <= own


def _is_further_option(draft: Draft, chain: Chain) -> bool:
    """Whether an option has a price of its own: "options to procure ammunition for a further SEK 900 million"."""
    if draft.stage is not Stage.CONSIDERED or not any(m.frame.settings.get("option") for m in chain.matches):
        return False
    tokens = chain.line.tokens
    return any(
        t.kind == "value" and t.mention in draft.money and any(w.text in _FURTHER for w in tokens[max(0, n - 2) : n])
        for n, t in enumerate(tokens)
    )


_FURTHER = frozenset(["further", "additional", "another", "extra"])


def _adds_up(chain: Chain, goods: Sequence[Good]) -> bool:
    """Whether a sentence only adds up what several deals bring: "taken together the two orders come to 290"."""
    return chain.part("price") is not None and all(g.weapon is None or g.noun is None for g in goods)


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
