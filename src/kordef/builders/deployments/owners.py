"""Whose forces are spoken of: by name, by adjective, by what was said of a ship before, or by the sentences before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kordef.builders.deployments.checks import is_own
from kordef.builders.deployments.claims import (
    adjective_of,
    ahead,
    commanded,
    coordinated,
    how_many,
    is_warship,
    listed,
    sole_owner,
    thanked,
)
from kordef.builders.deployments.subjects import trimmed
from kordef.builders.forces import (
    Force,
    Side,
    fleet_flags,
    forces_in,
    forces_of,
    is_of_members,
    is_owner,
    ship_prefix,
    side_of,
    sides_in,
    words,
)
from kordef.builders.grammar.clauses import PREPOSITIONS, Clauses
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, WeaponMention
from kordef.vocabulary import ActorKind, DeploymentKind

__all__ = ["Owners"]

_BACK = 6
"""How many sentences ago forces may have been spoken of that "the two ships" comes back to."""

_GOVERN = frozenset(["of", "in", "the", "to", "with", "and", "by", "for", "its", "their", "our"])


_OPPOSED = frozenset("track monitor shadow watch against from deter counter intercept tracked shadowed".split())


class Owners:
    """Remembers whose the forces of a page are, and finds the actors and partners of a frame."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.flags: dict[tuple[int, str], Side] = {}
        self.named: dict[tuple[int, str], Side] = {}
        torn: set[tuple[int, str]] = set()
        for line in page.lines:
            if "weapon" in line.kinds:
                fleet_flags(line, self.flags, torn)
        for key in sorted(torn):
            if not key[1].startswith("weapon:x:"):
                del self.flags[key]
        for ship in page.mentions.weapons:
            prefix, at = ship_prefix(ship)
            name = ship.exact[at + len(prefix) + 1 :]
            if prefix and name and (side := self._by_prefix(ship)) is not None:
                if len(words().prefixes[prefix]) == 1:
                    self.flags[ship.story, ship.key] = side  # whatever port or fleet stands before it
                self.flags.setdefault((ship.story, ship.key), side)
                self.named.setdefault((ship.story, name.casefold()), side)
        self.last: dict[int, tuple[int, Side]] = {}
        self.group: dict[int, tuple[int, list[Side]]] = {}
        self.joint: dict[int, tuple[int, list[Side]]] = {}
        self.most: dict[int, Side | None] = {}

    def remember(self, position: int, line: Line, sides: Sequence[Side], partners: Sequence[Side]) -> None:
        """Note whose forces did something last; an organisation has ships of its members and none of its own."""
        state = next((s for s in sides if s[0].startswith("state:")), sides[0])
        self.last[line.story] = (position, state)
        self.group[line.story] = (position, [*sides, *partners])
        if len(states := [s for s in (*sides, *partners) if s[0].startswith("state:")]) > 1:
            self.joint[line.story] = (position, states)

    def head(self, position: int, line: Line) -> None:
        """A heading says anew whose forces are meant, or leaves it open."""
        sides = self._states_of(line)
        if len(sides) == 1:
            self.last[line.story] = (position + 1, sides[0])
        else:
            self.last.pop(line.story, None)

    def together(self, position: int, line: Line, count: int) -> list[Side]:
        """Those whom "the two navies" and "both sides" stand for: who acted together last, else who was named together."""
        held = self.group.get(line.story)
        if held is not None and 0 < position - held[0] <= 2 and len(held[1]) >= 2:
            return held[1]
        joint = self.joint.get(line.story)
        if joint is not None and 0 < position - joint[0] <= _BACK and len(joint[1]) == count:
            return joint[1]
        lines = self.page.lines
        for at in range(position - 1, max(position - _BACK, 0) - 1, -1):
            if lines[at].story == line.story and len(sides := self._states_of(lines[at])) >= count:
                return sides[:count]
        title = next((other for other in lines[:position] if other.story == line.story), None)
        sides = self._states_of(title) if title is not None else []
        return sides[:count] if len(sides) >= count else []

    def _states_of(self, line: Line) -> list[Side]:
        return [s for s in sides_in(line.tokens, 0, len(line.tokens)) if s[0].startswith("state:")]

    def principal(self, line: Line) -> Side | None:
        """The state that a story speaks of most, counting what acts for it; the one in its title first."""
        if line.story not in self.most:
            title = next((other for other in self.page.lines if other.story == line.story), None)
            first = self._states_of(title) if title is not None and title.kind is BlockKind.TITLE else []
            counts: dict[str, list[ActorMention]] = {}
            for mention in self.page.mentions.actors:
                key = side_of(mention)
                if mention.story == line.story and key and key.startswith("state:") and not mention.as_place:
                    counts.setdefault(key, []).append(mention)
            best = max(
                counts, key=lambda k: (k == (first[0][0] if len(first) == 1 else ""), len(counts[k])), default=None
            )
            self.most[line.story] = (best, counts[best][0]) if best is not None else None
        return self.most[line.story]

    def note(self, position: int, line: Line) -> None:
        """Remember whose forces a sentence speaks of, though it tells of no deployment."""
        for force in forces_of(self.page, line):
            side = self.owner(line, force)
            if _OPPOSED & {t.text for t in line.tokens[max(force.at - 4, 0) : force.at]}:
                continue  # "flights to monitor Russian jets": not those whom the story follows
            if (
                side is not None
                and side[0].startswith("state:")
                and force.kind in ("ship", "troops", "unit", "service", "aircraft")
            ):
                self.last[line.story] = (position, side)

    def _by_prefix(self, ship: WeaponMention) -> Side | None:
        """Whose a ship is by the letters before its name ("HMS Spey"), by the state's own name where the story has it."""
        prefix, at = ship_prefix(ship)
        keys = [k for k in words().prefixes.get(prefix, ()) if (ship.story, k) in self.page.actor_ids]
        if not keys:
            return None
        named = next((a for a in self.page.mentions.actors if a.story == ship.story and a.key in keys), None)
        if named is not None:
            return named.key, named
        letters = ActorMention(
            start=ship.start + at,
            end=ship.start + at + len(prefix),
            exact=prefix,
            story=ship.story,
            section=ship.section,
            block=ship.block,
            key=f"{keys[0]}/navy",
            kind=ActorKind.MILITARY_UNIT,
            name=prefix,
            form="short",
            acts_for=keys[0],
        )
        return keys[0], letters

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
        position: int,
        named: bool,
    ) -> list[Side]:
        """The states and organisations whose forces act in a frame."""
        tokens, settings = line.tokens, match.frame.settings
        found: list[Side] = []
        owners = [s for f in forces for s in self.owners_of(line, f)]
        if match.noun:
            roles = match.roles
            for role in ("actor", "unit"):
                if role == "unit" and found and match.frame.id == "deploy":
                    break  # "a German deployment of Eurofighters"
                for token in coordinated(roles.get(role, ()), tokens):
                    at = bisect_left(tokens, token.start, key=lambda t: t.start)
                    if at > match.start or not any(clauses.tags[at + 1 : match.start]):
                        if role == "actor" and at < match.start and settings["kind"] in ("exercise", "patrol"):
                            found.extend(reversed(list(listed(tokens, at))))  # "Russian and Belarusian war games"
                        found.extend(self.sides_of(line, token))
            if not found and match.frame.id in ("deploy", "port-call"):
                # "HNLMS Tromp's coming deployment": the ship's state
                ships = [
                    f for f in forces if match.begin <= f.at < match.start and is_owner(tokens[: f.at + 2], f.token)
                ]
                found = [s for f in ships if (s := self.owner(line, f)) is not None]
            if not found and match.frame.id == "named":
                found = owners  # "the Hanbit Unit marked ten years of its mission"
        elif settings.get("owned") or match.group.passive or match.reduced:
            found = owners
            if match.group.passive and not settings.get("owned") and settings["forces"] == "object":
                agents = [s for t in match.places.get("subject", ()) for s in self.sides_of(line, t)]
                found = [s for s in agents if s[0].startswith("state:")] or owners  # "will be provided by Portugal"
        elif settings["forces"] == "object":
            found = owners if any(f.kind == "troops" for f in forces) and owners else list(sides_in(tokens, *subject))
            if not found:
                # "the frigate Hamburg heads one of NATO's standing groups": the ship's state does
                doers = [f for f in forces_in(self.page, line, *subject) if f.kind in ("ship", "unit", "service")]
                found = [s for f in doers if (s := self.owner(line, f)) is not None]
                named_ship = any(
                    isinstance(f.token.mention, WeaponMention) and f.token.mention.form == "name" for f in doers
                )
                # a ship brought in by its name alone is the reader's own; "the ship" comes back to one told of before
                side = (self.principal(line) if named_ship else back) or self.principal(line)
                if doers and not found and side is not None:
                    found = [side]
        else:
            found = list(sides_in(tokens, *subject))
            if settings["forces"] != "any":
                found.extend(owners)
            for place in ("involving", "between", "among") if settings["kind"] in ("exercise", "patrol") else ():
                for token in coordinated(match.places.get(place, ()), tokens):
                    found.extend(self.sides_of(line, token))
        if (part := thanked(tokens, match.start)) is not None:
            found = [part]
        sides = list({k: (k, m) for k, m in found}.values())
        if settings["kind"] == "deployment" and any(m.kind is not ActorKind.IGO for _, m in sides):
            # "Turkish soldiers serving in KFOR": the state acts, the organisation is whom it acts with
            sides = [s for s in sides if s[0].startswith("state:")] or sides
        if not sides and (match.group.passive or match.reduced) and not match.noun:
            sides = [s for t in match.places.get("subject", ()) for s in self.sides_of(line, t)]
        if not sides and settings["forces"] == "object" and not match.noun:
            sides = owners[:1]
        if not sides and match.reduced and any(is_own(tokens, f.at) for f in forces):
            # "Serbia raised the readiness of its troops stationed near the border"
            verb = clauses.verb_before(match.start)
            low, high, _ = clauses.subject_span(verb.start) if verb is not None else (0, 0, "")
            sides = list(sides_in(tokens, trimmed(clauses, low, high), high))
        own = match.noun and match.frame.id == "deploy" and is_own(tokens, match.start)
        if not sides and match.noun and (own or settings["kind"] in ("exercise", "patrol", "operation")):
            # "are considering joint patrols": whoever does what the noun names
            verb = clauses.verb_before(match.start) or next(
                (v for v in reversed(clauses.verbs) if v.head < match.start), None
            )
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
                first = trimmed(clauses, low, high)
                sides = list(sides_in(tokens, first, high))
                if settings["kind"] == "exercise" and any(t.text == "from" for t in tokens[first:high]):
                    # "warships from Japan, India and the United States ended Malabar"
                    senders = [s for f in forces_in(self.page, line, first, high) for s in self.owners_of(line, f)]
                    sides = list({s[0]: s for s in (*senders, *sides)}.values())
        if not sides and not match.noun and not match.group.passive:
            # "announced that it had sent": the machine knows whom "it" stands for
            sides = [s for t in match.places.get("subject", ()) if t.kind == "actor" for s in self.sides_of(line, t)][
                :2
            ]
        verb = clauses.verb_before(match.start) if match.noun else None
        whose = clauses.subject_span(verb.start)[:2] if verb is not None else subject
        if not sides and (count := how_many(tokens, whose)):
            sides = self.together(position, line, count)
        if not sides and match.frame.id == "leave" and any(is_warship(f) for f in forces):
            # a ship that leaves a port without a word on its flag leaves its own
            sides = [
                (m.key, m)
                for t in tokens[
                    match.end : match.end
                    + (2 if tokens[match.end : match.end + 1] and tokens[match.end].text == "from" else 1)
                ]
                if isinstance(m := t.mention, ActorMention) and m.as_place and m.kind is ActorKind.STATE
            ][:1]
        if not sides and not match.noun and (meant := ahead(tokens, match, subject)) is not None:
            sides = [meant]
        if not sides and not match.noun and settings["forces"] == "subject":
            sides = adjective_of(tokens, subject)
        told = self.group.get(line.story)
        if (
            not sides
            and [t.text for t in tokens[slice(*subject)]] == ["it"]
            and (told is None or told[0] < position - 1)
        ):
            sides = self._it(position, line)
        if not sides and back is not None and (match.group.passive or match.reduced):
            # "Ottawa's mission, to which three frigates are assigned": not those spoken of sentences ago
            sides = sole_owner(tokens)
        if not sides and back is not None and not self._is_anothers(line, match, clauses, forces):
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
        serves = (
            match.frame.id in ("take-part", "front")
            and not match.noun
            and any(
                isinstance(m := t.mention, ActorMention)
                and m.kind is ActorKind.MILITARY_UNIT
                and (m.acts_for or "").startswith("organisation:")
                for t in tokens[match.end : match.reach]
            )
        )
        if not sides and serves and (side := self.principal(line)) is not None:
            sides = [side]  # "the largest contingent, 336 personnel, serves with UNIFIL": a ministry's own
        if not sides and match.noun and match.frame.id == "front" and tokens[match.start].text.startswith("rotation"):
            # "the rotation of a marine company through Lithuania": the story's own
            units = any(f.kind in ("unit", "troops") and match.end <= f.at < match.end + 6 for f in forces)
            side = self.principal(line) if units else None
            sides = [side] if side is not None else []
        if not sides and match.noun and match.frame.id == "patrol" and named:
            # "Baltic Air Policing began in 2004 with four Belgian F-16s"
            flown = [f for f in forces_in(self.page, line, match.end, len(tokens)) if f.kind == "aircraft"]
            sides = [s for f in flown[:1] for s in self.owners_of(line, f)]
        if not sides:
            sides = commanded(tokens)
        titled = named or any(t.text in ("operation", "exercise") for t in tokens[subject[0] : subject[1]])
        if not sides and titled and settings["kind"] in ("exercise", "training"):
            # an exercise of many, told by where it is held
            sides = self._hosts(line, match)
        if not sides and not settings.get("owned") and self._is_known(forces, match, named):
            side = self.principal(line)
            sides = [side] if side is not None else []
        if match.frame.settings["kind"] in ("exercise", "operation"):
            sides.extend(s for s in self._armed_partners(line, match) if s[0] not in {k for k, _ in sides})
        return sides

    def _is_anothers(self, line: Line, match: Match, clauses: Clauses, forces: Sequence[Force]) -> bool:
        """Whether forces cannot be those told of before: a unit with a name of its own, or fighters that others speak of."""
        if any(f.token.kind == "actor" and self.owner(line, f) is None for f in forces):
            return True
        gerund = not match.noun and clauses.tags[match.start] == "gerund"
        return gerund and any(m.kind is ActorKind.IGO for _, m in sides_in(line.tokens, 0, match.start))

    def _it(self, position: int, line: Line) -> list[Side]:
        """The state that the sentence before begins with: "Sweden pays for drones. It takes part in Interflex"."""
        before = self.page.lines[position - 1] if position else None
        if before is None or before.block != line.block or not before.tokens:
            return []
        first = next(iter(sides_in(before.tokens, 0, 2)), None)
        return [first] if first is not None and first[1].form == "name" and first[0].startswith("state:") else []

    def _hosts(self, line: Line, match: Match) -> list[Side]:
        """The organisation whose members send troops to an exercise, else the state on whose ground it is held."""
        tokens = line.tokens
        senders = tokens if match.noun else tokens[: match.start]
        bodies = [
            (t.mention.key, t.mention)
            for at, t in enumerate(senders)
            if isinstance(t.mention, ActorMention)
            and t.mention.kind is ActorKind.IGO
            and not t.mention.as_place
            and not is_of_members(tokens, at)
        ]
        if bodies:
            return bodies[:1]
        partners = [s for t in match.roles.get("partner", ()) for s in self.sides_of(line, t)]
        side = self.principal(line)
        if partners:
            return [side, *partners] if side is not None and side[0] not in {k for k, _ in partners} else partners
        places = [
            t.mention
            for t in tokens
            if isinstance(t.mention, ActorMention) and t.mention.kind is ActorKind.STATE and t.mention.as_place
        ]
        return [(m.key, m) for m in places[:1]]

    def _is_known(self, forces: Sequence[Force], match: Match, named: bool) -> bool:
        """Whether forces without an owner are those of the state that the story is about: "the frigate", "the army"."""
        if match.noun:
            before = match.line.tokens[match.start - 1].text if match.start else ""
            return (named and match.frame.settings["kind"] == "exercise") or before == "on"
        told = forces_in(self.page, match.line, 0, match.start)
        if any(f.kind == "aircraft" and f.token.kind == "weapon" for f in forces) and match.frame.id in (
            "leave",
            "move-base",
        ):
            return True
        return any(f.kind == "service" or is_warship(f) for f in forces) or any(
            f.kind == "service" and f.token.kind == "word" for f in told
        )

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
            at = bisect_left(line.tokens, token.start, key=lambda t: t.start)
            if not any(t.text in ("border", "borders", "frontier") for t in line.tokens[max(at - 3, 0) : at]):
                found.extend(self.sides_of(line, token))
        if not match.noun and line.tokens[match.end - 1].text in ("with", "alongside"):
            for token in match.places.get("object", ()):
                found.extend(self.sides_of(line, token))
        if kind is DeploymentKind.TRAINING:
            found.extend(s for f in forces if (s := self.owner(line, f)) is not None)
        if match.frame.settings["forces"] == "object" and not match.noun:
            # "Canada leads the NATO brigade"
            owners = [s for f in forces if (s := self.owner(line, f)) is not None]
            found.extend(s for s in owners if s[1].kind is ActorKind.IGO)
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

    def owners_of(self, line: Line, force: Force) -> list[Side]:
        """All whose a force is: "British and French troops", "marines from Sweden, Finland and Norway"."""
        first = self.owner(line, force)
        if first is None:
            return []
        tokens = line.tokens
        at = next((p for p in range(force.at - 1, max(force.at - 6, -1), -1) if tokens[p].mention is first[1]), None)
        if at is not None:
            return [*reversed(list(listed(tokens, at))), first] if first[1].form == "adjective" else [first]
        if tokens[force.at + 1 : force.at + 2] and tokens[force.at + 1].text in ("of", "from"):
            end = force.at + 2
            while end < len(tokens) and (tokens[end].kind == "actor" or tokens[end].text in (",", "and", "the")):
                end += 1
            return list(sides_in(tokens, force.at + 2, end)) or [first]
        return [first]

    def owner(self, line: Line, force: Force) -> Side | None:
        """Whose a force is: its own name, the adjective before it, "of the German Navy" behind it, or what is known of a ship."""
        mention = force.token.mention
        tokens = line.tokens
        if isinstance(mention, ActorMention):
            key = side_of(mention)
            if key or mention.kind is not ActorKind.MILITARY_UNIT:
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
            name = mention.exact.casefold()
            return (
                self.flags.get((line.story, mention.key))
                or self._by_prefix(mention)
                or self.named.get((line.story, name))
                or self.named.get((line.story, name.rpartition(" ")[2]))
            )
        if force.at + 1 < len(tokens) and tokens[force.at + 1].text in ("of", "from"):
            end = next(
                (p for p in range(force.at + 2, min(force.at + 5, len(tokens))) if tokens[p].text in PREPOSITIONS),
                force.at + 5,
            )
            return next(sides_in(tokens, force.at + 2, end), None)
        return None
