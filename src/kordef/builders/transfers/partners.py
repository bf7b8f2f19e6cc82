"""The two sides that a sentence without goods brings together: "Talks between Norway and Hanwha have ended. A contract for"."""

from __future__ import annotations

from kordef.builders.grammar.tokens import Line
from kordef.builders.transfers.deals import Draft, Partners, Side
from kordef.builders.transfers.scene import HEADS, Scene
from kordef.builders.transfers.sides import is_bystander
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind

__all__ = ["bring_together", "partners_in", "told_beside"]

_DEALINGS = frozenset(
    "talks negotiations negotiation negotiating negotiated negotiate discussions discussing bargaining tender competition "
    "contest bid bidding winner bidder contract contracts order orders deal deals agreement agreements accord pact purchase "
    "procurement customer customers client buyer supplier supply export exports sale sales selected select chose chosen choice "
    "choose picked pick opted preferred won ordered signed approval approved turned".split()
)
"""Words of a sentence that brings a buyer and a seller together."""
_TALKS = frozenset("talks negotiations negotiating discussions negotiate".split())
_BEATS = frozenset(
    "beat beating beats over against ahead defeated defeating outbid outbidding instead unlike than".split()
)
"""Words behind which a firm is one that got nothing: "Hanwha beat Elbit in the Romanian competition"."""
_REACH = 1
"""How many blocks behind such a sentence its parties may still be meant."""


def partners_in(scene: Scene, line: Line) -> Partners | None:
    """The only two states that a sentence about dealings names, a firm standing for its home."""
    if len(line.actors) < 2 or line.kind in HEADS or _DEALINGS.isdisjoint(line.texts):
        return None
    sides: dict[str, Side] = {}
    beaten = min((line.at[w][0] for w in _BEATS & line.at.keys()), default=len(line.tokens))
    for at in line.actors:
        actor = line.tokens[at].mention
        if not isinstance(actor, ActorMention) or actor.kind is ActorKind.MEDIA or is_bystander(line, line.tokens[at]):
            continue
        side = scene.side(actor)
        if side is None or not side.is_state or (at > beaten and side.company is not None):
            continue
        known = sides.get(side.key)
        if known is None or (known.company is None and side.company is not None):
            sides[side.key] = side
    if len(sides) != 2:
        return None
    one, other = sides.values()
    talks = not _TALKS.isdisjoint(line.texts)
    return Partners(block=line.block, story=line.story, sides=(one, other), talks=talks)


def bring_together(scene: Scene, line: Line) -> Partners | None:
    """Whom the text has in mind behind a sentence: the two that it names, or those told before if it names nobody else."""
    told = scene.focus
    if told is not None and told.line is line and told.goods:
        return None
    before, found = scene.partners, partners_in(scene, line)
    if found is not None or before is None:
        return found
    if before.story != line.story or line.block - before.block > _REACH or line.kind in HEADS:
        return None
    own = {s.key for s in before.sides}
    named = (scene.side(m) for at in line.actors if isinstance(m := line.tokens[at].mention, ActorMention))
    return before if all(side is None or side.key in own for side in named) else None


def told_beside(scene: Scene, draft: Draft, known: Side | None) -> Side | None:
    """With whom the text has just told that one side of a deal deals; the buyer where neither side is known."""
    partners = scene.partners
    if partners is None or partners.story != draft.line.story or draft.line.block - partners.block > _REACH:
        return None
    if known is None:
        seller = partners.seller
        side = partners.besides(seller.key) if seller is not None else None
    else:
        side = partners.besides(known.key)
    return side.implied() if side is not None else None
