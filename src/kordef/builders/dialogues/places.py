"""Where dialogues take place: the towns that sentences, datelines and the names of forums tell, and the states visited."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from kordef.builders.dialogues.meetings import Draft, Place
from kordef.builders.dialogues.occasions import is_seat, seat_of
from kordef.builders.dialogues.openings import opening_towns
from kordef.builders.grammar.tokens import Token
from kordef.builders.page import Page
from kordef.builders.parties import Side, of_state
from kordef.catalogue import Catalogue
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind, EvidenceKind, Role

__all__ = ["Places"]


class Places:
    """Finds the places of a page, and makes those who live there hosts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.text = page.document.text
        self._towns: dict[int, list[ActorMention]] = {}
        self._opened = opening_towns(page)

    def place(self, token: Token | None) -> Place | None:
        """The place that a token names; for a seat of government ("10 Downing Street") the town of the dateline."""
        if token is None or not isinstance(token.mention, ActorMention):
            return None
        if is_seat(token.text):
            return self.dateline(token.mention.story, token.mention.key)
        return Place(text=self.text[token.start : token.end], witness=token, state=token.mention.key)

    def dateline(self, story: int, state: str | None = None) -> Place | None:
        """The town a story is dated from, where it lies in a state; without one the only town it is dated from."""
        span = self.page.document.stories[story].dateline_place or self._opened.get(story)
        if span is None:
            return None
        towns = self._towns.get(story)
        if towns is None:
            actors = self.page.mentions.actors
            towns = [a for a in actors if span.start <= a.start < span.end and a.kind is ActorKind.STATE]
            self._towns[story] = towns
        if state is None and len({a.key for a in towns}) != 1:
            return None
        for actor in towns:
            if state is None or actor.key == state:
                one = len(towns) == 1
                start, end = (span.start, span.end) if one else (actor.start, actor.end)
                words = self.text[start:end]
                name = words.title() if words.isupper() else words
                return Place(text=name, witness=(start, end), state=actor.key, kind=EvidenceKind.IMPLIED)
        return None

    def gathers(self, story: int) -> set[str]:
        """The towns of the gatherings that a story names."""
        actors = (a for a in self.page.mentions.actors if a.story == story and a.kind is ActorKind.FORUM)
        return {town for a in actors if (town := seat_of(a.name)) is not None}

    def own_town(self, host: Side) -> Place | None:
        """The capital by which a host is called: "Ankara hosted a Malaysian delegation"."""
        witness = host.witness
        if not isinstance(witness, Token) or not isinstance(witness.mention, ActorMention):
            return None
        return self.place(witness) if witness.mention.form == "capital" else None

    def seat(self, name: str, witness: Token) -> Place | None:
        """The town that a forum is known to be held in, or that its name begins with ("Munich Security Conference")."""
        if (home := seat_of(name)) is not None:
            code = _town_codes(self.page.catalogue).get(home)
            return Place(text=home, witness=witness, state=f"state:{code}", kind=EvidenceKind.IMPLIED)
        words = name.split()
        for count in (2, 1):
            town = " ".join(words[:count])
            if len(words) > count and (code := _town_codes(self.page.catalogue).get(town)) is not None:
                return Place(text=town, witness=witness, state=f"state:{code}", kind=EvidenceKind.IMPLIED)
        return None

    def country(self, story: int, host: Side) -> Place | None:
        """The state that is visited, by its name in the catalogue."""
        actor = self.page.actors.get(self.page.actor_ids.get((story, host.key), ""))
        if actor is None or actor.kind is not ActorKind.STATE:
            return None
        return Place(text=actor.name, witness=host.witness, state=host.key, kind=EvidenceKind.IMPLIED)

    def guest_of(self, draft: Draft, town: Place) -> None:
        """Make the country of a town the host and the place of a visit."""
        if town.state is None or (draft.line.story, town.state) not in self.page.actor_ids:
            return
        witness = town.witness
        if isinstance(witness, tuple):
            near = next((a for a in self._towns.get(draft.line.story, ()) if a.key == town.state), None)
            if near is None:
                return
            witness = near
        host = of_state(town.state, witness)
        draft.place = self.country(draft.line.story, host) or town
        if town.state not in draft.states:
            draft.sides.append(host)
            draft.roles[host.key] = Role.HOST

    def visit_to(self, draft: Draft, goal: Token) -> None:
        """Give a visit its place, the visitors' roles, and the state that they visit as the host."""
        draft.place = self.place(goal)
        for side in draft.sides:
            draft.roles.setdefault(side.key, Role.VISITOR)
        mention = goal.mention
        if not isinstance(mention, ActorMention) or mention.kind is not ActorKind.STATE or mention.key in draft.states:
            return
        if (mention.story, mention.key) in self.page.actor_ids:
            host = of_state(mention.key, goal)
            draft.sides.append(host)
            draft.roles[host.key] = Role.HOST


@cache
def _town_codes(catalogue: Catalogue) -> Mapping[str, str]:
    """The code of the state in which each capital and town of the catalogue lies."""
    towns: dict[str, str] = {}
    for state in catalogue.states:
        for name in (state.capital, *state.capital_names, *state.places):
            if name:
                towns.setdefault(name, state.code)
    return towns
