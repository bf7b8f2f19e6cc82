"""Whose forces are spoken of: by name, by adjective, by what was said of a ship before, or by the sentences before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kordef.builders.clauses import Clauses
from kordef.builders.forces import Force, Side, fleet_flags, forces_in, is_owner, side_of, sides_in, words
from kordef.builders.frames import Match
from kordef.builders.page import Page
from kordef.builders.subjects import trimmed
from kordef.builders.tokens import Line, Token
from kordef.mentions.model import ActorMention, WeaponMention
from kordef.vocabulary import ActorKind, DeploymentKind

__all__ = ["Owners"]

_BACK = 6
"""How many sentences ago forces may have been spoken of that "the two ships" comes back to."""

_GOVERN = frozenset(["of", "in", "the", "to", "with", "and", "by", "for"])


class Owners:
    """Remembers whose the forces of a page are, and finds the actors and partners of a frame."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.flags: dict[tuple[int, str], Side] = {}
        self.last: dict[int, tuple[int, Side]] = {}

    def see(self, line: Line) -> None:
        """Note whose the ships of a sentence are."""
        fleet_flags(line, self.flags)

    def remember(self, position: int, line: Line, side: Side) -> None:
        """Note whose forces did something last."""
        self.last[line.story] = (position, side)

    def note(self, position: int, line: Line) -> None:
        """Remember whose forces a sentence speaks of, though it tells of no deployment."""
        for force in forces_in(self.page, line.tokens, 0, len(line.tokens)):
            side = self.owner(line, force)
            if (
                side is not None
                and side[0].startswith("state:")
                and force.kind in ("ship", "troops", "unit", "service", "aircraft")
            ):
                self.last[line.story] = (position, side)

    def _by_prefix(self, line: Line, ship: WeaponMention) -> Side | None:
        """Whose a ship is by the letters before its name ("HMS Spey"), where the story speaks of that state."""
        key = words().prefixes.get(ship.exact.split()[0])
        if key is None or (line.story, key) not in self.page.actor_ids:
            return None
        named = next((a for a in self.page.mentions.actors if a.story == line.story and a.key == key), None)
        return (key, named) if named is not None else None

    def recalled(self, position: int, line: Line) -> Side | None:
        """Whose forces were spoken of last, a few sentences ago at most."""
        held = self.last.get(line.story)
        return held[1] if held is not None and position - held[0] <= _BACK else None

    # ---- who acts, and with whom

    def actors(
        self,
        line: Line,
        match: Match,
        clauses: Clauses,
        forces: Sequence[Force],
        subject: tuple[int, int],
        back: Side | None,
    ) -> list[Side]:
        """The states and organisations whose forces act in a frame."""
        tokens, settings = line.tokens, match.frame.settings
        found: list[Side] = []
        owners = [s for f in forces if (s := self.owner(line, f)) is not None]
        if match.noun:
            roles = match.roles
            for role in ("actor", "unit"):
                for token in _coordinated(roles.get(role, ()), tokens):
                    at = bisect_left(tokens, token.start, key=lambda t: t.start)
                    if at > match.start or not any(clauses.tags[at + 1 : match.start]):
                        found.extend(self.sides_of(line, token))
        elif settings.get("owned") or match.group.passive or match.reduced:
            found = owners
        elif settings["forces"] == "object":
            found = owners if any(f.kind == "troops" for f in forces) and owners else list(sides_in(tokens, *subject))
        else:
            found = list(sides_in(tokens, *subject))
            if settings["forces"] != "any":
                found.extend(owners)
            for place in ("involving", "between", "among"):
                for token in _coordinated(match.places.get(place, ()), tokens):
                    found.extend(self.sides_of(line, token))
        sides = list({k: (k, m) for k, m in found}.values())
        if not sides and (match.group.passive or match.reduced) and not match.noun:
            sides = [s for t in match.places.get("subject", ()) for s in self.sides_of(line, t)]
        if not sides and settings["forces"] == "object" and not match.noun:
            sides = owners[:1]
        if not sides and match.noun and settings["kind"] in ("exercise", "patrol", "operation"):
            # "are considering joint patrols": whoever does what the noun names
            verb = clauses.verb_before(match.start)
            fronted = {t.text for t in tokens[max(match.start - 4, 0) : match.start]} & {"for", "during"}
            if verb is not None and fronted and settings["kind"] == "exercise":
                # "landed for a joint exercise with": whoever came
                low, high, _ = clauses.subject_span(verb.start)
                sides = list(sides_in(tokens, trimmed(clauses, low, high), high))
            elif (
                verb is not None
                and 0 < match.start - verb.head <= 8
                and not any(
                    t.text in ("that", "of", "as", "about") or (t.kind == "actor" and t.text != "NATO")
                    for t in tokens[verb.head + 1 : match.start]
                )
            ):
                low, high, _ = clauses.subject_span(verb.start)
                sides = list(sides_in(tokens, trimmed(clauses, low, high), high))
        if not sides and not match.noun and not match.group.passive:
            # "announced that it had sent": the machine knows whom "it" stands for
            sides = [s for t in match.places.get("subject", ()) if t.kind == "actor" for s in self.sides_of(line, t)][
                :2
            ]
        if not sides and back is not None:
            sides = [back]
        if not sides and settings.get("needs") == "base":
            # aircraft that go to a state's air base are its own unless the words say otherwise
            sides = [
                (key, t.mention)
                for t in tokens[match.end : match.reach]
                if isinstance(t.mention, ActorMention)
                and t.mention.kind is not ActorKind.PERSON
                and (key := t.mention.acts_for)
            ][:1]
        if match.frame.settings["kind"] in ("exercise", "operation"):
            sides.extend(s for s in self._armed_partners(line, match) if s[0] not in {k for k, _ in sides})
        return sides

    def _armed_partners(self, line: Line, match: Match) -> Iterator[Side]:
        """Those whose ships or troops an exercise is held with: they exercise as much as the subject does."""
        for place in ("with", "alongside", "involving", "including"):
            for token in match.places.get(place, ()):
                if isinstance(token.mention, WeaponMention):
                    side = self.flags.get((line.story, token.mention.key))
                    if side is not None:
                        yield side

    def partners(self, line: Line, match: Match, kind: DeploymentKind, forces: Sequence[Force]) -> list[Side]:
        """Those with whom they act, or whom they train."""
        found: list[Side] = []
        for token in match.roles.get("partner", ()):
            found.extend(self.sides_of(line, token))
        if not match.noun and line.tokens[match.end - 1].text in ("with", "alongside"):
            for token in match.places.get("object", ()):
                found.extend(self.sides_of(line, token))
        if kind is DeploymentKind.TRAINING:
            found.extend(s for f in forces if (s := self.owner(line, f)) is not None)
        if kind is DeploymentKind.EXERCISE:
            # "NATO exercises"
            found.extend(
                (t.mention.key, t.mention)
                for t in line.tokens[max(match.start, match.end - 4) : match.end]
                if isinstance(t.mention, ActorMention) and t.mention.kind is ActorKind.IGO
            )
        return list({k: (k, m) for k, m in found}.values())

    def sides_of(self, line: Line, token: Token) -> Iterator[Side]:
        """The state or organisation that a token stands for, or whose ship it is."""
        mention = token.mention
        if isinstance(mention, ActorMention) and (not mention.as_place or is_owner(line.tokens, token)):
            key = side_of(mention)
            if key:
                yield key, mention
        elif isinstance(mention, WeaponMention):
            side = self.flags.get((line.story, mention.key))
            if side is not None:
                yield side

    def owner(self, line: Line, force: Force) -> Side | None:
        """Whose a force is: its own name, the adjective before it, "of the German Navy" behind it, or what is known of a ship."""
        mention = force.token.mention
        tokens = line.tokens
        if isinstance(mention, ActorMention):
            key = side_of(mention)
            return (key, mention) if key else None
        for step in range(1, 5):
            if force.at - step < 0:
                break
            before = tokens[force.at - step]
            if isinstance(before.mention, ActorMention) and not before.mention.as_place:
                key = side_of(before.mention)
                return (key, before.mention) if key else None
            if (before.kind == "mark" and before.text not in ("-", "’")) or before.text in _GOVERN:
                break
        if isinstance(mention, WeaponMention):
            return self.flags.get((line.story, mention.key)) or self._by_prefix(line, mention)
        if force.at + 1 < len(tokens) and tokens[force.at + 1].text in ("of", "from"):
            side = next(sides_in(tokens, force.at + 2, force.at + 5), None)
            return side if side and tokens[force.at + 1].text == "of" else None
        return None


def _coordinated(tokens: Sequence[Token], every: Sequence[Token]) -> Iterator[Token]:
    """The first of some tokens with those that are listed with it, up to the first word that is no part of the list."""
    last: Token | None = None
    for token in tokens:
        if last is not None and any(
            t.text not in (",", "and", "the", "&", "or", "as", "well")
            for t in every
            if last.end <= t.start < token.start and t.end <= token.start
        ):
            return
        yield token
        last = token
