"""Transfers: who supplies what to whom, at which stage, for how much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from kordef.amounts import Amount
from kordef.builders.deals import Dated, Draft, Side, merge
from kordef.builders.frames import Match, find, load
from kordef.builders.goods import Good, goods_in, last_named
from kordef.builders.page import Page
from kordef.builders.terms import terms_in
from kordef.builders.tokens import Line, Token
from kordef.evidence import Evidence
from kordef.identity import record_id
from kordef.mentions.model import ActorMention, DateMention, ValueMention, WeaponMention
from kordef.records import Delivery, Item, StageDate, Transfer
from kordef.values import Money
from kordef.vocabulary import ActorKind, EvidenceKind, Modality, Stage, TransferKind

__all__ = ["build"]


def build(page: Page) -> tuple[Transfer, ...]:
    """The transfers that a document tells of, one record for each deal however often the text comes back to it."""
    drafts: list[Draft] = []
    for line in page.lines:
        drafts.extend(_drafts(page, line, drafts))
    deals = [d for d in merge(page, drafts) if _whole(d)]
    return tuple(_record(page, deal, rank) for rank, deal in enumerate(deals))


def _whole(deal: Draft) -> bool:
    """A deal needs goods and at least one side that the words name."""
    return bool(deal.goods) and deal.recipient is not None


# ---- one sentence


def _drafts(page: Page, line: Line, earlier: Sequence[Draft]) -> Iterator[Draft]:
    matches = [m for m in find(line, load("transfers")) if not m.group.negated]
    used: set[int] = set()
    drafts: list[tuple[Match, Draft]] = []
    for match in matches:
        draft = _draft(page, line, match, used)
        if draft is None:
            continue
        used |= {g.start for g in draft.goods}
        drafts.append((match, draft))
    for position, (match, draft) in enumerate(drafts):
        begin = line.start if position == 0 else match.line.tokens[match.start].start
        until = (
            drafts[position + 1][0].line.tokens[drafts[position + 1][0].start].start
            if position + 1 < len(drafts)
            else line.end
        )
        _fill(page, draft, begin, until)
        _complete(page, draft, [*earlier, *(d for _, d in drafts[:position])])
        yield draft


def _draft(page: Page, line: Line, match: Match, used: set[int]) -> Draft | None:
    roles = match.roles
    settings = match.frame.settings
    goods_tokens = [t for role in ("items", "goods_or_recipient") for t in roles.get(role, ())]
    goods = [g for g in goods_in(line, goods_tokens) if g.start not in used]
    if not goods and settings.get("needs") == "items":
        return None
    stage, modality = _stage(match)
    trigger = line.tokens[match.start]
    draft = Draft(
        line=line,
        start=trigger.start,
        end=line.tokens[match.end - 1].end,
        kind=TransferKind(settings["kind"]),
        stage=stage,
        modality=modality,
        goods=goods,
        definite=_definite(line, match),
        ordinal=_ordinal(line, match),
        open_list=any(line.tokens[i].text == "such" for i in range(match.end, len(line.tokens))),
    )
    _sides(page, draft, roles)
    return draft


def _stage(match: Match) -> tuple[Stage, Modality]:
    """The stage from the frame and what stands before its trigger; the modality beside it."""
    base = Stage(match.frame.settings["stage"])
    group = match.group
    promise = match.line.tokens[match.start].text.startswith(tuple(match.frame.settings.get("promises", ("\0",))))
    if match.noun:
        return base, group.modality
    if group.aspect == "considering":
        return Stage.CONSIDERED, group.modality
    if group.aspect == "negotiating":
        return Stage.NEGOTIATING, group.modality
    if promise:
        return Stage.PLANNED, Modality.PLANNED
    if group.aspect == "agreed" and base in (Stage.DELIVERED, Stage.DONATED):
        return Stage.PLANNED, Modality.PLANNED
    if group.aspect == "future":
        if base is Stage.DELIVERED:
            return Stage.SIGNED, group.modality
        if group.modality in (Modality.POSSIBLE, Modality.PROPOSED, Modality.CONDITIONAL):
            return Stage.CONSIDERED, group.modality
        return Stage.PLANNED, group.modality
    return base, group.modality


def _definite(line: Line, match: Match) -> bool:
    before = [t.text for t in line.tokens[max(0, match.start - 4) : match.start]]
    return match.noun and any(w in ("the", "this", "that", "these", "its", "both") for w in before)


_ORDINALS = frozenset(
    [
        "first",
        "second",
        "third",
        "fourth",
        "another",
        "further",
        "new",
        "additional",
        "earlier",
        "supplementary",
        "previous",
    ]
)


def _ordinal(line: Line, match: Match) -> str | None:
    window = line.tokens[max(0, match.start - 5) : match.end]
    return next((t.text for t in window if t.text in ("first", "second", "third", "fourth")), None)


# ---- sides


def _sides(page: Page, draft: Draft, roles: dict[str, tuple[Token, ...]]) -> None:
    """Put the actors of the roles on their sides; of two partners, the firm or the weapon's home is the supplier."""
    origins = {w.origin for w in draft.weapons if w.origin}
    for role, tokens in roles.items():
        for token in tokens:
            actor = token.mention
            if not isinstance(actor, ActorMention):
                continue
            side = _side(page, actor)
            if side is None:
                continue
            if role == "supplier":
                _set_supplier(draft, side)
            elif role in ("recipient", "goods_or_recipient"):
                if draft.recipient is None and side.company is None:
                    draft.recipient = side
                elif side.company is not None:
                    _set_supplier(draft, side)
            elif role == "approver" and draft.kind is TransferKind.PLAN:
                draft.supplier = draft.supplier or (side if side.key == "state:US" else None)
                if side.key != "state:US" and draft.recipient is None:
                    draft.recipient = side
            elif role in ("partner", "items", "company"):
                if side.company is not None or side.key.removeprefix("state:") in origins:
                    _set_supplier(draft, side)
                elif role == "partner" and draft.recipient is None:
                    draft.recipient = side
    if draft.supplier and draft.recipient and draft.supplier.key == draft.recipient.key:
        if draft.supplier.company is None:
            draft.supplier = None
        else:
            draft.recipient = None


def _set_supplier(draft: Draft, side: Side) -> None:
    if side.company is not None and side.company.key not in {c.key for c in draft.companies}:
        draft.companies.append(side.company)
    if draft.supplier is None or (draft.supplier.company is not None and side.company is None):
        draft.supplier = side


def _side(page: Page, actor: ActorMention) -> Side | None:
    """The state or organisation that an actor is or acts for; a firm stands for its home."""
    if actor.kind in (ActorKind.STATE, ActorKind.IGO):
        return Side(key=actor.key, witness=actor)
    if actor.kind is ActorKind.COMPANY:
        home = page.home_of(actor)
        if home is None:
            return None
        return Side(key=home, witness=actor, kind=EvidenceKind.CATALOGUE, company=actor)
    if actor.acts_for:
        return Side(key=actor.acts_for, witness=actor, kind=EvidenceKind.IMPLIED)
    return None


# ---- the rest of the sentence, and what earlier ones said


def _fill(page: Page, draft: Draft, begin: int, until: int) -> None:
    """Sums, dates and terms that stand in the draft's part of the sentence."""
    tokens = [t for t in draft.line.tokens if begin <= t.start < until]
    for position, token in enumerate(tokens):
        mention = token.mention
        if isinstance(mention, ValueMention) and mention.kind == "money" and mention.per is None:
            draft.money.append(mention)
        elif isinstance(mention, DateMention) and mention.period.edtf and not mention.dateline:
            if mention.period.edtf.startswith("../") or _delivers(tokens, position):
                draft.deliveries.extend((g, mention, False) for g in draft.goods[:1])
            else:
                draft.dates.append(Dated(stage=draft.stage, mention=mention))
    draft.terms.update(terms_in(tokens))
    spans = [(draft.start, draft.end), *((g.start, g.end) for g in draft.goods)]
    draft.start, draft.end = min(s for s, _ in spans), max(e for _, e in spans)


def _delivers(tokens: Sequence[Token], at: int) -> bool:
    return any(t.text.startswith(("deliver", "arriv")) for t in tokens[max(0, at - 6) : at])


def _complete(page: Page, draft: Draft, earlier: Sequence[Draft]) -> None:
    """What the sentence leaves out: goods named before, the supplier that a weapon's origin tells, the buyer spoken of."""
    line = draft.line
    draft.goods = [_resolved(page, line, g) for g in draft.goods]
    if draft.supplier is None:
        draft.supplier = _supplier_near(page, draft) or _supplier_of_goods(page, draft)
    if draft.recipient is not None and draft.supplier is not None and draft.recipient.key == draft.supplier.key:
        draft.recipient = None
    if draft.recipient is None:
        side = _recipient_near(page, draft)
        draft.stated_recipient = side is not None
        draft.recipient = side or _recipient_before(draft, earlier)


def _resolved(page: Page, line: Line, good: Good) -> Good:
    """A class noun or bare number after a name means the weapon of that name."""
    if good.weapon is not None and good.weapon.form == "name":
        return good
    if good.weapon is None:
        named = last_named(page, line)
        return evolve(good, weapon=named) if named is not None else good
    head = good.weapon.name.split()[-1].lower().removesuffix("s")
    named = last_named(page, line, head)
    return evolve(good, weapon=named) if named is not None else good


def _supplier_near(page: Page, draft: Draft) -> Side | None:
    """A state's adjective before the goods, a firm in the sentence."""
    origins = {w.origin for w in draft.weapons if w.origin}
    for token in draft.line.tokens:
        actor = token.mention
        if isinstance(actor, ActorMention) and (side := _side(page, actor)) is not None:
            if side.company is not None and (not origins or side.key.removeprefix("state:") in origins):
                draft.companies.extend(
                    [side.company] if side.company.key not in {c.key for c in draft.companies} else []
                )
                return side
            if side.key.removeprefix("state:") in origins:
                return side
    return None


def _supplier_of_goods(page: Page, draft: Draft) -> Side | None:
    for weapon in draft.weapons:
        if weapon.origin and draft.kind is not TransferKind.DONATION:
            return Side(key=f"state:{weapon.origin}", witness=weapon, kind=EvidenceKind.CATALOGUE)
    return None


def _recipient_near(page: Page, draft: Draft) -> Side | None:
    supplier = draft.supplier.key if draft.supplier else None
    for token in draft.line.tokens:
        actor = token.mention
        if isinstance(actor, ActorMention) and not actor.as_place and actor.kind is not ActorKind.COMPANY:
            side = _side(page, actor)
            if side is not None and side.key != supplier and side.key.startswith("state:"):
                return side
    return None


def _recipient_before(draft: Draft, earlier: Sequence[Draft]) -> Side | None:
    supplier = draft.supplier.key if draft.supplier else None
    for other in reversed(earlier):
        if other.line.story != draft.line.story:
            break
        if other.recipient is not None and other.recipient.key != supplier:
            return evolve(other.recipient, kind=EvidenceKind.IMPLIED)
    return None


# ---- the record


def _record(page: Page, deal: Draft, rank: int) -> Transfer:
    story = deal.line.story
    evidence: list[Evidence] = [page.evidence(story, "", (deal.start, deal.end))]

    def shown(
        pointer: str,
        where: Token | ValueMention | DateMention | WeaponMention | tuple[int, int],
        kind: EvidenceKind = EvidenceKind.STATED,
    ) -> None:
        evidence.append(page.evidence(story, pointer, where, kind))

    shown("/stage", (deal.start, deal.end), EvidenceKind.IMPLIED)
    shown("/kind", (deal.start, deal.end), EvidenceKind.IMPLIED)
    supplier = page.actor_ids.get((story, deal.supplier.key)) if deal.supplier else None
    if deal.supplier and supplier:
        evidence.append(page.evidence(story, "/supplier", deal.supplier.witness, deal.supplier.kind))
    recipient = page.actor_ids.get((story, deal.recipient.key)) if deal.recipient else None
    if deal.recipient and recipient:
        evidence.append(page.evidence(story, "/recipient", deal.recipient.witness, deal.recipient.kind))
    for n, company in enumerate(deal.companies):
        evidence.append(page.evidence(story, f"/companies/{n}", company))
    items = []
    for n, good in enumerate(deal.goods):
        if good.weapon is not None:
            inside = good.start <= good.weapon.start < good.end
            shown(f"/items/{n}/weapon", good.weapon, EvidenceKind.STATED if inside else EvidenceKind.IMPLIED)
        else:
            shown(f"/items/{n}/description", (good.start, good.end))
        if good.number is not None:
            shown(f"/items/{n}/number", good.number)
        if good.unit is not None and good.number is not None:
            shown(f"/items/{n}/unit", good.number)
        if good.counting and good.number is not None:
            shown(f"/items/{n}/counting", good.number, EvidenceKind.IMPLIED)
        items.append(
            Item(
                weapon=page.weapon(good.weapon) if good.weapon else None,
                description=None if good.weapon else page.document.text[good.start : good.end],
                number=good.number.amount if good.number else None,
                unit=good.unit,
                counting=good.counting,
            )
        )
    sums = _sums(deal.money)
    for n, (first, equivalents) in enumerate(sums):
        pointer = "/value" if n == 0 else f"/alternatives/{n - 1}"
        shown(pointer, first)
        for k, other in enumerate(equivalents):
            shown(f"{pointer}/equivalents/{k}", other)
    stages = []
    for n, dated in enumerate(deal.dates[:1]):
        shown(f"/stages/{n}", dated.mention)
        stages.append(StageDate(stage=deal.stage, date=dated.mention.period))
    for n, term in enumerate(deal.terms):
        shown(f"/terms/{n}", deal.terms[term])
    if deal.open_list:
        shown("/open_list", (deal.start, deal.end), EvidenceKind.IMPLIED)
    deliveries = []
    for n, (_, date, done) in enumerate(deal.deliveries[:8]):
        if date is not None:
            shown(f"/deliveries/{n}", date)
            deliveries.append(Delivery(date=date.period, done=done))
    money = [_money(first, equivalents) for first, equivalents in sums]
    return Transfer(
        id=record_id("transfer", page.document.sha256, deal.start, rank),
        source=page.sources[story],
        section=deal.line.section,
        modality=deal.modality,
        evidence=tuple(evidence),
        kind=deal.kind,
        stage=deal.stage,
        supplier=supplier,
        companies=tuple(page.actor(c) for c in deal.companies),
        recipient=recipient,
        items=tuple(items),
        open_list=deal.open_list,
        value=money[0] if money else None,
        alternatives=tuple(money[1:]),
        stages=tuple(stages),
        terms=tuple(deal.terms),
        deliveries=tuple(deliveries),
    )


def _sums(money: Sequence[ValueMention]) -> list[tuple[ValueMention, list[ValueMention]]]:
    """Each sum with those that restate it in another currency."""
    out: list[tuple[ValueMention, list[ValueMention]]] = []
    for value in money:
        head = next(
            (entry for entry in out if value.equivalent_of is not None and entry[0].start == value.equivalent_of), None
        )
        if head is not None:
            head[1].append(value)
        else:
            out.append((value, []))
    return out


def _money(value: ValueMention, equivalents: Sequence[ValueMention]) -> Money:
    amount: Amount = value.amount
    return Money(
        amount=amount,
        currency=value.unit,
        equivalents=tuple(Money(amount=e.amount, currency=e.unit) for e in equivalents),
    )
