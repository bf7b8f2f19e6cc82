"""Sentences that come back to a deal told before: "it is worth $3 billion", "the first, for a dozen jets, was priced at"."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.goods import Good
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Line
from kordef.builders.terms import terms_in
from kordef.builders.transfers.chains import Chain, brings_to
from kordef.builders.transfers.deals import CONTRACT, TITLES, Dated, Draft
from kordef.builders.transfers.denials import denied
from kordef.builders.transfers.describe import NUMBERED, describe
from kordef.builders.transfers.details import dates_in, fill, note_terms, owners, sums_in
from kordef.builders.transfers.frameworks import umbrella
from kordef.builders.transfers.goods import goods_in
from kordef.builders.transfers.parties_told import BOUND, DEFINITE, subject_word
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.sharing import countable, shared_out
from kordef.builders.transfers.sides import sides_of
from kordef.builders.transfers.stages import stage_of, to_be_signed
from kordef.builders.transfers.words import NOT_PRICES
from kordef.mentions.model import ActorMention, DateMention, ValueMention
from kordef.vocabulary import ActorKind, Modality, Stage, TransferKind

__all__ = ["add_price", "opens_with_ordinal", "returns_to"]

_BACK = frozenset(["it", "they", "this", "that", "these", "both", "the"])


def returns_to(scene: Scene, line: Line, clauses: Clauses, found: Sequence[Chain]) -> Draft | None:
    """What a sentence without a deal of its own says of the deal spoken of; ``None`` where it says nothing of it."""
    if not any(d.line.story == line.story for d in (scene.focus, *scene.recent()) if d is not None):
        return None
    usable = [c for c in found if not c.negated and not denied(clauses, c)]
    if (main := _main_deal(scene, line, usable)) is not None:
        scene.focus = main
    if any(brings_to(line.tokens, c) for c in usable):
        return None
    spoken = scene.focus
    if spoken is None or spoken.line.story != line.story:
        return None
    ordinal = _ordinal(line, found)
    if ordinal == "1" and spoken.additional and spoken.ordinal is None:
        # "a contract for 100 more. The initial order had brought 100": another one
        return None
    if ordinal is not None and (_names_others(scene, line, spoken) or not _has_several(scene, line, found)):
        return None
    if not 0 <= line.block - spoken.line.block <= (2 if ordinal is None and main is None else 12):
        return None
    chain = (
        next((c for c in usable if c.part("price") is not None), None)
        or next((c for c in usable if any(_names_told_deal(line, m) for m in c.matches)), None)
        or next(iter(usable), None)
    )
    named = any(_names_told_deal(line, m) for c in usable for m in c.matches)
    priced = (chain is not None and (_prices(line, chain) or _pays(line, spoken, chain))) or _is_cost(line)
    near_by = line.block - spoken.line.block <= 1
    signing = near_by and (_tells_of_signing(line) or (not spoken.dates and _ceremony_day(line) is not None))
    built = not spoken.goods and chain is not None and _to_be_built(chain)
    back = ordinal is not None or named or priced or signing or built or subject_word(line, clauses) in _BACK
    near = (
        line.block == spoken.line.block
        or named
        or ordinal is not None
        or signing
        or (priced and line.block - spoken.line.block == 1)
    )
    if not (back and near) or (chain is not None and umbrella(line, chain)) or _of_others(scene, line, spoken, chain):
        return None
    stage, modality = _stage(line, spoken, chain, named=named)
    draft = Draft(
        line=line,
        start=line.tokens[0].start,
        end=line.tokens[-1].end,
        kind=spoken.kind,
        stage=stage,
        modality=modality,
    )
    if chain is not None:
        describe(line, chain, draft)
    draft.definite, draft.ordinal, draft.performs = True, ordinal or draft.ordinal, built
    if ordinal is not None or named or (chain is not None and (chain.part("content") or chain.part("price"))):
        draft.goods = _goods_told(scene, line, clauses, chain, ordinal)
    if not draft.goods and not spoken.counted:
        comes = not spoken.goods and chain is not None and chain.core.frame.id in ("arrive", "deliver", "license")
        draft.goods = _opening_goods(scene, line, clauses, comes=comes)
    end = next((n for n, t in enumerate(line.tokens) if t.text == ";"), len(line.tokens))
    parties = {s.key for s in (spoken.recipient, spoken.supplier, spoken.end_user) if s is not None}
    several = len({s.key for s in scene.states_in(line, governed=True)} - parties) > 1
    if (ordinal is not None or priced or named or draft.goods or (chain and _bought(chain))) and not several:
        draft.money = sums_in(line, 0, end if ordinal is not None else len(line.tokens))
    if ordinal is not None and (chain is None or chain.begin > end):
        chain = None
        draft.dates.extend(Dated(stage=draft.stage, mention=d) for d in dates_in(line.tokens[:end])[:1])
    if chain is not None:
        own = [
            p
            for p, o in owners(line, found).items()
            if found[o] is chain and isinstance(line.tokens[p].mention, DateMention)
        ]
        fill(draft, chain, own)
        note_terms(draft, chain)
    elif ordinal is not None:
        draft.terms.update(terms_in(line.tokens))
    if not draft.dates and spoken.stage in BOUND and (day := _signed_on(line, usable)) is not None:
        draft.dates.append(Dated(stage=Stage.SIGNED, mention=day))
    if chain is not None and spoken.goods:
        _say_from_whom(scene, spoken, draft, chain)
    if signing and not draft.dates and spoken.stage in (Stage.SIGNED, Stage.PLANNED, Stage.FRAMEWORK):
        stage = Stage.FRAMEWORK if spoken.stage is Stage.FRAMEWORK else Stage.SIGNED
        day = _ceremony_day(line)
        days = [day] if day is not None else dates_in(line.tokens)[:1]
        draft.dates.extend(Dated(stage=stage, mention=d) for d in days)
    moved = named and draft.stage in _TURNS and draft.stage is not spoken.stage
    party = draft.supplier or draft.recipient
    told = moved or draft.goods or draft.money or draft.dates or draft.deliveries or draft.terms or party
    return draft if told else None


def _signed_on(line: Line, usable: Sequence[Chain]) -> DateMention | None:
    """When "it was signed", where a sentence then goes on to the price: "It was signed in May and costs"."""
    for chain in usable:
        for verb in chain.matches:
            if verb.frame.id == "sign" and not verb.noun and verb.group.passive and verb.group.start <= 2:
                return next(iter(dates_in(line.tokens[verb.end : verb.end + 4])), None)
    return None


def _tells_of_signing(line: Line) -> bool:
    """Whether a sentence begins with the signing of a deal: "The papers were signed in May", "Signature took place on 3 May"."""
    words = [t.text for t in line.tokens[:3]]
    if words[:1] == ["the"]:
        del words[0]
    return len(words) > 1 and (
        (words[0] in _PAPERS and words[1] in ("was", "were")) or (words[0] in _SIGNINGS and words[1] in _HAPPENED)
    )


def _ceremony_day(line: Line) -> DateMention | None:
    """The day of a ceremony that a sentence only mentions: "He said after the signing ceremony in Tallinn on Tuesday"."""
    at = next((n for n in line.at.get("ceremony", ()) if line.tokens[n - 1].text in _SIGNINGS), None)
    if at is None:
        return None
    behind = line.tokens[at + 1 : at + 14]
    held = [t.text for t in behind[:2]] == [",", "held"]
    for n, token in enumerate(behind):
        if isinstance(mention := token.mention, DateMention):
            return mention
        if held and n > 1 and token.text == ",":
            return None
        if not held and token.kind != "actor" and token.text not in ("on", "in", "at", "held"):
            return None
    return None


_PAPERS = frozenset("papers documents paperwork texts signatures deed".split())
_SIGNINGS = frozenset("signing signature signatures ceremony".split())
_HAPPENED = frozenset("took came followed happened dates occurred was were".split())
_TURNS = frozenset([Stage.CANCELLED, Stage.SUSPENDED, Stage.SIGNED])
"""What alone is news of a deal told before: "The contract was dropped", "The deal was formally signed"."""


def _main_deal(scene: Scene, line: Line, usable: Sequence[Chain]) -> Draft | None:
    """The deal that a story is about, where a sentence far below gives "the value of the order" and it has no sum yet."""
    spoken = scene.focus
    if spoken is not None and _is_latest(line, usable):
        # "The initial order was for 24. This most recent purchase is valued at"
        told = [d for d in scene.deals if d.line.story == line.story and d.line.kind not in TITLES]
        return next((d for d in told if _same_key(d, spoken)), None)
    if spoken is not None and spoken.line.story == line.story and line.block - spoken.line.block <= 1:
        return None
    if not any(_prices(line, c) for c in usable) or not any(
        _names_told_deal(line, m) for c in usable for m in c.matches
    ):
        return None
    first = next((d for d in scene.deals if d.line.story == line.story), None)
    signed = first is not None and first.stage in (Stage.SIGNED, Stage.DELIVERING, Stage.DELIVERED) and not first.money
    return first if signed and not _names_goods(line) else None


def _is_latest(line: Line, usable: Sequence[Chain]) -> bool:
    """Whether a sentence begins with the newest of several deals: "This latest order", "The most recent purchase"."""
    words = [t.text for t in line.tokens[:5]]
    new = words[:1] != [] and words[0] in _BACK and not {"latest", "recent", "newest"}.isdisjoint(words[1:4])
    return new and any(m.noun and m.frame.id in _TOLD and m.start <= _SUBJECT for c in usable for m in c.matches)


_SUBJECT = 4


def _same_key(one: Draft, other: Draft) -> bool:
    return one.recipient is not None and other.recipient is not None and one.recipient.key == other.recipient.key


def _names_goods(line: Line) -> bool:
    return "weapon" in line.kinds


def _of_others(scene: Scene, line: Line, spoken: Draft, chain: Chain | None) -> bool:
    """Whether a sentence is about other parties than the deal spoken of: "Norway took 24 under a deal of 2017"."""
    if spoken.recipient is None:
        return False
    parties = {spoken.recipient.key, spoken.supplier.key if spoken.supplier else ""}
    if chain is not None:
        for _, token in chain.roles.get("recipient", ()):
            side = scene.side(token.mention) if isinstance(token.mention, ActorMention) else None
            if side is not None and side.company is None and side.key not in parties:
                return True
    subject = next(scene.states_in(line), None)
    return subject is not None and subject.key not in parties and subject.witness.start < line.start + 12


def _names_others(scene: Scene, line: Line, spoken: Draft) -> bool:
    """Whether "the first contract" is one of others: "The first such contract, with the Emirates", "... from Howaldtswerke"."""
    parties = {s.key for s in (spoken.recipient, spoken.supplier, spoken.end_user) if s is not None}
    if len(parties) < 2:
        return False
    tokens = line.tokens
    owner = scene.side_at(tokens, 2) if len(tokens) > 3 and tokens[3].text in ("order", "purchase") else None
    if owner is not None and spoken.supplier is not None and owner.key == spoken.supplier.key:
        # "The first Korean order", in a text about what Korea sells: what Korea bought
        return True
    end = line.at[";"][0] if ";" in line.at else len(tokens)
    actors = (m for at in line.actors if at < end and isinstance(m := tokens[at].mention, ActorMention))
    sides = (scene.side(m) for m in actors if not m.as_place)
    return any(side is not None and side.is_state and side.key not in parties for side in sides)


def _has_several(scene: Scene, line: Line, found: Sequence[Chain]) -> bool:
    """Whether there are several deals or parts of one that an ordinal may count, and not recommendations or candidates."""
    if scene.umbrella is not None or any(c.part("deal") is not None and c.begin <= 4 for c in found):
        return True
    if line.tokens[2].text in _PORTIONS:
        return True
    before = scene.last
    return any(d.ordinal is not None for d in scene.recent()) or (
        before is not None and not _PLURALS.isdisjoint(before.texts)
    )


_PLURALS = frozenset(
    "contracts deals orders agreements purchases tranches batches lots phases packages slices stages two three".split()
)


_UNSURE = (Modality.CONDITIONAL, Modality.POSSIBLE)


def _stage(line: Line, spoken: Draft, chain: Chain | None, *, named: bool) -> tuple[Stage, Modality]:
    """The stage that a sentence tells: "the contract was signed"; one that only mentions "the order" says that there is one."""
    if chain is not None and named and chain.part("governor") is not None:
        return stage_of(chain)
    if chain is not None and _bought(chain) and (told := stage_of(chain))[0] is Stage.SIGNED:
        # "received the last in 2019. It had ordered them in 2013"
        return told
    doubtful = to_be_signed(line) or (chain is not None and any(m.group.modality in _UNSURE for m in chain.matches))
    sealed = chain is not None and any(m.frame.id == "contract" for m in chain.matches)
    if named and sealed and spoken.stage is Stage.SELECTED and not doubtful:
        return Stage.SIGNED, spoken.modality
    return spoken.stage, spoken.modality


def _say_from_whom(scene: Scene, spoken: Draft, draft: Draft, chain: Chain) -> None:
    """A side that was not told before: "took over four patrol boats. They were donated by Japan"."""
    core = chain.core
    if spoken.recipient is None and core.noun and chain.part("governor") is not None:
        # "It was the first export of the Arrow 3. Germany signed the contract with Israel"
        sides = sides_of(scene, chain, spoken.weapons)
        draft.recipient = sides.recipients[0][1] if len(sides.recipients) == 1 else None
        draft.stated_recipient = draft.recipient is not None
    if spoken.supplier is not None or core.noun or not core.group.passive:
        return
    if core.frame.roles.get("subject") != "supplier":
        return
    sides = sides_of(scene, chain, ())
    draft.supplier, draft.companies = sides.supplier, list(sides.companies)
    if draft.supplier is not None and chain.kind is TransferKind.DONATION:
        draft.kind, draft.stage = chain.kind, Stage.DONATED if draft.stage in CONTRACT else draft.stage


def _to_be_built(chain: Chain) -> bool:
    """Whether a firm is to make what a contract without goods is for: "Lockheed Martin is to build 16 F-16 jets"."""
    core = chain.core
    if core.noun or core.frame.id != "license" or core.group.passive or core.group.modality is not Modality.PLANNED:
        return False
    makers = [t.mention for t in core.places.get("subject", ())]
    return any(isinstance(m, ActorMention) and m.kind is ActorKind.COMPANY for m in makers)


def _pays(line: Line, spoken: Draft, chain: Chain) -> bool:
    """Whether a sentence only says what was paid for goods told before: "The emirate paid Boeing $1.5 billion"."""
    core = chain.core
    if core.noun or core.frame.id != "pay" or "weapon" in line.kinds or spoken.money or not spoken.goods:
        return False
    said = chain.clauses.tags[core.start] in ("finite", "main") and core.group.modality is Modality.ASSERTED
    return said and bool(sums_in(line, core.end, core.end + _OBJECT))


_OBJECT = 4
"""Within so many words behind "paid" the sum comes."""


def _bought(chain: Chain) -> bool:
    """Whether a sentence says that somebody bought what was spoken of: "It had ordered them", "They were ordered"."""
    core, tokens = chain.core, chain.line.tokens
    if core.noun or core.frame.id not in ("buy", "contract-firm", "sell"):
        return False
    # not "In April it ordered 26 of the naval version"
    return core.group.passive or [t.text for t in tokens[core.end : core.end + 1]] in (["them"], ["it"], ["these"])


def _goods_told(scene: Scene, line: Line, clauses: Clauses, chain: Chain | None, ordinal: str | None) -> list[Good]:
    goods = goods_in(scene, line, clauses)
    told = [g for g in goods if g.group == goods[0].group] if goods else []
    if ordinal is None and chain is not None:
        told = shared_out([chain], goods)[0]
        if not told and chain.part("price") is not None:
            told = _numbers_first(goods, chain)
    return [g for g in told if countable(g, named=True)]


def _opening_goods(scene: Scene, line: Line, clauses: Clauses, *, comes: bool) -> list[Good]:
    """The counted goods that a sentence begins with as those of the deal: "The five KC-390s cost", "Its 34 jets will be"."""
    words = tuple(t.text for t in line.tokens[:3])
    if words[2:] == ("for",) and words[0] in ("it", "this", "that") and words[1] in ("is", "was"):
        # "He had just signed a contract. It is for eight F-16s"
        return [g for g in goods_in(scene, line, clauses) if g.weapon is not None][:1]
    if len(line.tokens) < 3 or line.tokens[0].text not in _OWN or line.tokens[1].kind not in ("value", "weapon"):
        return []
    first = goods_in(scene, line, clauses)[:1]
    return [g for g in first if g.low <= 1 and (g.number is not None or (comes and g.weapon is not None))]


_OWN = frozenset(["the", "its", "their", "these", "all"])


def _numbers_first(goods: Sequence[Good], chain: Chain) -> list[Good]:
    """The list behind a verb of saying that begins with a number: "spoke of about 200, along with K10 vehicles"."""
    behind = [g for g in goods if g.low >= chain.begin]
    return [g for g in behind if g.group == behind[0].group] if behind and behind[0].number is not None else []


def opens_with_ordinal(line: Line, found: Sequence[Chain]) -> bool:
    """Whether a sentence begins with "the first" or "the second" for a deal."""
    return _ordinal(line, found) is not None


def _ordinal(line: Line, found: Sequence[Chain]) -> str | None:
    """The number of the deal that a sentence begins with: "The first, for a dozen FA-50s", not "the first tanks"."""
    words = line.tokens[:3]
    if len(words) < 3 or words[0].text != "the":
        return None
    if words[1].text in _SUPERLATIVES and (words[2].kind == "mark" or words[2].text in _BEHIND_ORDINAL):
        return words[1].text
    if words[1].text not in NUMBERED:
        return None
    third = words[2]
    alone = third.kind == "mark" or third.text in _BEHIND_ORDINAL or third.text in _PORTIONS
    if alone or any(c.part("deal") is not None and c.begin <= 4 for c in found):
        return NUMBERED[words[1].text]
    return None


_SUPERLATIVES = frozenset(["biggest", "largest", "smallest", "other", "latter", "last", "next"])
_PORTIONS = frozenset(["slice", "batch", "tranche", "lot", "instalment", "installment", "phase", "part"])
_BEHIND_ORDINAL = frozenset("is was covers for with worth costs provides has".split())


def _names_told_deal(line: Line, match: Match) -> bool:
    """Whether a deal noun comes back to a deal: "the contract", "this possible sale"."""
    if match.frame.id == "approve-goods" and line.tokens[match.end - 1].text in ("certification", "notification"):
        # "transmitted the required certification to Congress"
        return True
    if not match.noun or match.frame.id not in _TOLD:
        return False
    before = [t.text for t in line.tokens[max(0, match.start - 3) : match.start]]
    if line.tokens[match.end - 1].text.endswith("s") and not DEFINITE & set(before):
        # "KAI's overseas orders have topped $2 billion"
        return False
    if match.frame.id == "contract" and match.start <= 1 and len(line.tokens) <= _SHORT and not DEFINITE & set(before):
        # "A contract was signed in May."
        return line.kinds.isdisjoint(("actor", "weapon", "value"))
    if match.frame.id == "contract":
        return not {"a", "an", "another"} & set(before)
    return bool(DEFINITE & set(before))


def add_price(deal: Draft, line: Line, found: Sequence[Chain]) -> None:
    """The price that a sentence opens with, before it tells more of the same deal: "The contract is valued at ... and the"."""
    if deal.money or "money" not in line.value_kinds:
        return
    for chain in found:
        if chain.part("price") is None or chain.part("act") is not None or chain.negated:
            continue
        # not "While the Rafale contract, put at 2.7 billion"
        opens = chain.begin <= _SUBJECT and all(t.kind != "weapon" for t in line.tokens[: chain.end])
        if opens and any(_names_told_deal(line, m) for m in chain.matches):
            deal.money.extend(sums_in(line, chain.begin, chain.reach))
        return


_SHORT = 9
"""Of how many tokens at most a sentence is that has nothing but "A contract was signed in May"."""
_TOLD = ("contract", "package", "purchase", "framework", "possible-sale", "donation", "sale")


def _is_cost(line: Line) -> bool:
    """Whether a sentence gives a cost without more: "The estimated total cost is $15 billion"."""
    if "money" not in line.value_kinds or not NOT_PRICES.isdisjoint(line.at):
        return False
    sums = [t.mention for t in line.tokens if isinstance(t.mention, ValueMention) and t.mention.kind == "money"]
    costs = any(w in m.exact.lower() for m in sums for w in ("cost", "price", "value", "worth"))
    return costs or not {"cost", "costs", "price", "bill", "sum", "value"}.isdisjoint(line.at)


def _prices(line: Line, chain: Chain) -> bool:
    """Whether a verb of price has a sum, and a subject that may name one: the deal, a party to it, a report."""
    tokens = line.tokens
    price = chain.part("price")
    if price is None or not any(t.kind == "value" for t in tokens[price.start : price.reach]):
        return False
    before = tokens[price.begin : price.start]
    if [t.text for t in before[:2]] == [",", "which"] or (price.begin > 1 and tokens[price.begin - 1].text == "which"):
        # "double our 2022 sales, which amounted to $1.7 billion"
        before = tokens[max(0, price.begin - 4) : price.start]
    return not any(t.text in NOT_PRICES for t in before if t.kind == "word")
