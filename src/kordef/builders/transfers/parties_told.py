"""Contracts of which a sentence tells only the parties: "Vietnam signed a contract with Hanwha in May"; the goods come later."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Line
from kordef.builders.transfers.chain_drafts import draft_of
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.deals import TITLES, Dated, Draft, Side
from kordef.builders.transfers.denials import denied
from kordef.builders.transfers.describe import describe
from kordef.builders.transfers.details import dates_in, fill, note_terms, owners
from kordef.builders.transfers.frameworks import umbrella
from kordef.builders.transfers.parcels import Parcel
from kordef.builders.transfers.partners import partners_in
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.sides import Sides, sides_of
from kordef.mentions.model import ActorMention, WeaponMention
from kordef.vocabulary import ActorKind, Modality, Stage, TransferKind

__all__ = ["BOUND", "DEFINITE", "WITHOUT_GOODS", "chooses", "parties_only", "subject_word"]

WITHOUT_GOODS = frozenset(["contract", "framework", "intent", "package"])
"""The frames of deals that a sentence may tell of before their goods are named."""
DEFINITE = frozenset(["the", "this", "that", "these", "both"])
BOUND = (Stage.SIGNED, Stage.PLANNED)


def subject_word(line: Line, clauses: Clauses) -> str:
    """The first word of the first verb's subject, where that is a pronoun or article."""
    verb = next((v for v in clauses.verbs if v.kind == "finite"), None)
    if verb is None or verb.start == 0:
        return ""
    low, high, _ = clauses.subject_span(verb.start)
    words = [t for t in line.tokens[low:high] if t.kind != "date"]
    if words and words[-1].text in ("it", "they"):
        # "Worth $250 million, it covers"
        return words[-1].text
    return words[0].text if words else ""


def parties_only(scene: Scene, line: Line, clauses: Clauses, found: Sequence[Chain]) -> Draft | None:
    """What a sentence says of contracts or a framework whose goods come later: who, when, at which stage."""
    for n, chain in enumerate(found):
        deal = chain.part("deal")
        if deal is None or chain.negated or denied(clauses, chain) or deal.frame.id not in WITHOUT_GOODS:
            continue
        several = umbrella(line, chain) or line.tokens[deal.end - 1].text.endswith("s")
        governor = chain.part("governor")
        signs = governor is not None and chain.stage_of(governor) == str(Stage.SIGNED)
        if governor is None or not (several or signs or deal.frame.id != "contract"):
            continue
        sides = sides_of(scene, chain, ())
        if sides.supplier is None and not sides.recipients:
            sides = _told_beside(scene, line, sides)
        hint = None if several else _named_ahead(scene, line)
        if not sides.recipients and (hint is not None or sides.supplier is not None):
            sides = _buyer_spoken_of(scene, line, clauses, hint, sides)
        if sides.supplier is None and not sides.recipients:
            continue
        parties = [s for s in (sides.supplier, *(r for _, r in sides.recipients)) if s is not None]
        if not several and (_goes_back(scene, line, deal, sides.supplier) or _is_theirs(scene, line, deal, parties)):
            continue
        recipient = sides.recipients[0][1] if sides.recipients else None
        if recipient is None and sides.supplier is not None and (pair := partners_in(scene, line)) is not None:
            # "has won a contract in Hungary"
            recipient = pair.besides(sides.supplier.key)
        draft = draft_of(line, chain, Parcel(goods=(), recipient=recipient), sides)
        if len(sides.recipients) > 1:
            draft.end_user = sides.recipients[1][1]
        describe(line, chain, draft)
        draft.ordinal, draft.several = None, several
        fill(draft, chain, [p for p, o in owners(line, found).items() if o == n])
        note_terms(draft, chain)
        both = draft.supplier is not None and draft.recipient is not None  # "signed a contract with Romania"
        if (draft.dates or draft.money or both) and deal.frame.id == "contract":
            draft.hint = hint
        if several or deal.frame.id != "contract" or draft.dates or draft.money or both:
            return draft
    return None


def chooses(scene: Scene, line: Line, found: Sequence[Chain]) -> bool:
    """Whether a sentence names the firm that is to sell what a state wants, of whom nothing was told: "It picked Saab"."""
    deal = scene.focus
    if deal is None or deal.supplier is not None or deal.recipient is None or not deal.goods:
        return False
    if deal.stage not in (Stage.CONSIDERED, Stage.PLANNED) or deal.line.story != line.story:
        return False
    if not 0 <= line.block - deal.line.block <= 1 or deal.line is line:
        return False
    for chain in found:
        core = chain.core
        asserted = not core.noun and not core.group.passive and core.group.modality is Modality.ASSERTED
        if core.frame.id != "select" or not asserted or chain.negated or chain.dropped:
            continue
        behind = [t.mention for t in line.tokens[core.end : core.end + 3]]
        firm = next((m for m in behind if isinstance(m, ActorMention) and m.kind is ActorKind.COMPANY), None)
        named = {s.key for s in scene.states_in(line)}
        side = scene.side(firm) if firm is not None and named <= {deal.recipient.key} else None
        if firm is None or side is None or side.key == deal.recipient.key:
            continue
        deal.supplier, deal.stage, deal.modality = side, Stage.SELECTED, Modality.ASSERTED
        deal.kind = TransferKind.SELECTION
        deal.companies.append(firm)
        deal.dates = [Dated(stage=Stage.SELECTED, mention=m) for m in dates_in(line.tokens[: core.end + 4])[:1]]
        return True
    return False


def _told_beside(scene: Scene, line: Line, sides: Sides) -> Sides:
    """The buyer and seller told right before, who now sign: "In July the two sides signed a second contract"."""
    partners = scene.partners
    seller = partners.seller if partners is not None and not line.actors else None
    buyer = partners.besides(seller.key) if partners is not None and seller is not None else None
    if seller is None or buyer is None or seller.company is None:
        return sides
    taker = (line.tokens[0], buyer.implied().without_firm())
    return evolve(sides, supplier=seller.implied(), recipients=(taker,), companies=(seller.company,))


def _named_ahead(scene: Scene, line: Line) -> WeaponMention | None:
    """The only weapon that the sentence before names: "Egypt is the latest customer of the K9 howitzer. It signed"."""
    last = scene.last
    if last is None or last.block != line.block or last.story != line.story or last.kind in TITLES:
        return None
    named = {m.key: m for t in last.tokens if isinstance(m := t.mention, WeaponMention) and m.form == "name"}
    return next(iter(named.values())) if len(named) == 1 else None


def _buyer_spoken_of(scene: Scene, line: Line, clauses: Clauses, weapon: WeaponMention | None, sides: Sides) -> Sides:
    """The state that the text is about, where "it" or "she" signs a contract for what comes from another."""
    seller = (
        sides.supplier.key if sides.supplier is not None else f"state:{weapon.origin}" if weapon is not None else ""
    )
    topic = scene.topic(line, seller) if subject_word(line, clauses) in ("it", "they", "he", "she") else None
    return sides if topic is None else evolve(sides, recipients=((line.tokens[0], topic.implied()),))


def _is_theirs(scene: Scene, line: Line, deal: Match, parties: Sequence[Side]) -> bool:
    """Whether "the contract" is the one told right before, whose parties alone are named: "it was signed by both ministries"."""
    spoken = scene.focus
    before = [t.text for t in line.tokens[max(0, deal.start - 2) : deal.start]]
    if spoken is None or "the" not in before or spoken.line.story != line.story or "money" in line.value_kinds:
        return False
    known = {s.key for s in (spoken.supplier, spoken.recipient) if s is not None}
    return 0 <= line.block - spoken.line.block <= 1 and spoken.stage in BOUND and {s.key for s in parties} <= known


def _goes_back(scene: Scene, line: Line, deal: Match, supplier: Side | None) -> bool:
    """Whether a deal is the one told right before, whose seller now says more of it: "it has booked the $4 billion order"."""
    spoken = scene.focus
    before = [t.text for t in line.tokens[max(0, deal.start - 2) : deal.start]]
    if spoken is None or not DEFINITE & set(before) or spoken.line.story != line.story:
        return False
    near = 0 <= line.block - spoken.line.block <= 1 and not spoken.money
    return near and supplier is not None and spoken.supplier is not None and spoken.supplier.key == supplier.key
