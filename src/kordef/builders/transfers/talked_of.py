"""Goods that a sentence gives to talks told right before: "Peru and Saab began talks in March. They concern 24 Gripens"."""

from __future__ import annotations

from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.tokens import Line
from kordef.builders.transfers.context import complete
from kordef.builders.transfers.deals import Draft
from kordef.builders.transfers.details import sums_in
from kordef.builders.transfers.goods import goods_in
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.words import OTHERWISE
from kordef.vocabulary import Modality, Stage, TransferKind

__all__ = ["talked_of"]

_TALKS = frozenset("talks negotiations discussions".split())
_OPENINGS = frozenset([("at", "stake"), ("at", "issue"), ("under", "discussion"), ("up", "for"), ("on", "the")])
_ABOUT = frozenset(
    "about concern concerns cover covers covering focus focuses focused centre centres centred center centers centered involve "
    "involves revolve revolves include includes regard stake issue discussion table object subject".split()
)


def talked_of(scene: Scene, line: Line, clauses: Clauses) -> Draft | None:
    """What the talks told right before are about, where a sentence says no more than that; ``None`` where it does not."""
    partners = scene.partners
    if partners is None or not partners.talks or not OTHERWISE.isdisjoint(line.texts):
        return None
    if _ABOUT.isdisjoint(line.texts) and not any(t.text.startswith("about ") for t in line.tokens):
        return None
    words = tuple(t.text for t in line.tokens[:2])
    opens = words[:1] in (("they",), ("these",)) or not _TALKS.isdisjoint(words) or words in _OPENINGS
    goods = goods_in(scene, line, clauses) if opens and not line.actors else ()
    if not goods:
        return None
    first = [g for g in goods if g.group == goods[0].group]
    draft = Draft(
        line=line,
        start=first[0].start,
        end=max(g.end for g in first),
        kind=TransferKind.PLAN,
        stage=Stage.NEGOTIATING,
        modality=Modality.ASSERTED,
        goods=first,
        money=sums_in(line, 0, len(line.tokens)),
    )
    complete(scene, draft, None)
    return draft if draft.supplier is not None and draft.recipient is not None else None
