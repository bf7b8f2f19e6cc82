"""Who sells by the sentence's own word, whatever the catalogue says of the origin, and which firms only sell on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kordef.builders.grammar.tokens import Token
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.deals import Side
from kordef.builders.transfers.scene import Scene
from kordef.catalogue import Catalogue
from kordef.mentions.model import ActorMention, WeaponMention

__all__ = ["is_told", "resells"]


def _makers(scene: Scene, weapons: Sequence[WeaponMention]) -> set[str]:
    """The makers of weapons that the story speaks of, as the catalogue calls them."""
    page = scene.page
    ids = [maker for w in weapons if (maker := page.weapons[page.weapon(w)].maker) is not None]
    return {known.removeprefix("company:") for i in ids if (known := page.actors[i].catalogue) is not None}


def is_told(scene: Scene, chain: Chain, supplier: Side, recipients: Sequence[tuple[Token, Side]]) -> bool:
    """Whether prepositions say who sells to whom: "Norway sold 25 tanks to Germany", "bought 25 tanks from Norway"."""
    getting = {id(token) for token, _ in recipients}
    for match in chain.matches:
        if match.noun:
            continue
        if any(id(t) in getting for t in match.places.get("to", ())):
            subjects = [t.mention for t in match.places.get("subject", ())]
            if any(isinstance(m, ActorMention) and _is_side(scene, m, supplier) for m in subjects):
                return True
        sellers = [t.mention for t in match.places.get("from", ())]
        if any(isinstance(m, ActorMention) and _is_side(scene, m, supplier) for m in sellers):
            return True
    return False


def _is_side(scene: Scene, actor: ActorMention, side: Side) -> bool:
    told = scene.side(actor)
    return told is not None and told.key == side.key


def resells(scene: Scene, firm: Side, weapons: Sequence[WeaponMention]) -> bool:
    """Whether a firm sells what the catalogue knows as another's work: a licensee, or a dealer in used arms."""
    page = scene.page
    if firm.company is None or not firm.company.key.startswith("company:"):
        return False
    own = firm.company.key.removeprefix("company:")
    if own.startswith("x:"):
        return False
    makers = _makers(scene, weapons) | {maker for w in weapons if (maker := w.maker) is not None}
    group = set(_with_parents(page.catalogue, own))
    return not any(group.intersection(_with_parents(page.catalogue, maker)) for maker in makers)


def _with_parents(catalogue: Catalogue, company: str) -> Iterator[str]:
    """A company and those that it belongs to."""
    above: str | None = company
    while above is not None:
        yield above
        above = catalogue.company(above).parent
