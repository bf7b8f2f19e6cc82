"""Whose forces are spoken of: by name, by adjective, by what was said of a ship before, or by the sentences before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kordef.builders.deployments.claims import (
    listed,
)
from kordef.builders.forces import (
    Force,
    Side,
    fleet_flags,
    forces_of,
    is_base,
    is_owner,
    ship_prefix,
    side_of,
    sides_in,
    words,
)
from kordef.builders.grammar.clauses import PREPOSITIONS
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, ValueMention, WeaponMention
from kordef.vocabulary import ActorKind, DeploymentKind

__all__ = ["Owners"]

_BACK = 6
"""How many sentences ago forces may have been spoken of that "the two ships" comes back to."""

_GOVERN = frozenset(["of", "in", "the", "to", "with", "and", "by", "for", "its", "their", "our"])
_OPPOSED = frozenset("track monitor shadow watch against from deter counter intercept tracked shadowed".split())


class Owners:
    """Remembers whose the forces of a page are, and finds the owners of forces and the partners of a frame."""

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
        first = bisect_left(lines, line.story, key=lambda other: other.story)
        title = lines[first] if first < position else None
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
        return list(_senders(tokens, force.at)) or [first]

    def owner(self, line: Line, force: Force) -> Side | None:
        """Whose a force is: its own name, the adjective before it, "of the German Navy" behind it, or what is known of a ship."""
        mention = force.token.mention
        tokens = line.tokens
        if isinstance(mention, ActorMention):
            key = side_of(mention)
            if key or mention.kind is not ActorKind.MILITARY_UNIT:
                return (key, mention) if key else None
        if isinstance(mention, ValueMention) and (own := _inside(tokens, force.at, mention)) is not None:
            return own
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
                or next(_senders(tokens, force.at), None)
            )
        if (sender := next(_senders(tokens, force.at), None)) is not None:
            return sender
        if force.at + 1 < len(tokens) and tokens[force.at + 1].text in ("of", "from"):
            end = next(
                (p for p in range(force.at + 2, min(force.at + 5, len(tokens))) if tokens[p].text in PREPOSITIONS),
                force.at + 5,
            )
            return next(sides_in(tokens, force.at + 2, end), None)
        return None


def _inside(tokens: Sequence[Token], at: int, counted: ValueMention) -> Side | None:
    """Whose forces are by an adjective among the words that count them: "5,000 German soldiers"."""
    for token in tokens[at + 1 : at + 4]:
        flag = token.mention if token.start < counted.end else None
        if isinstance(flag, ActorMention) and (key := side_of(flag)):
            return key, flag
    return None


def _senders(tokens: Sequence[Token], at: int) -> Iterator[Side]:
    """Whose forces are by what stands behind them: "ships from Australia and Canada", "jets of the Italian air force"."""
    behind = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if behind not in ("of", "from"):
        return
    if behind == "from" and any(t.text in _OWN or t.text.startswith(_TAKEN) for t in tokens[max(at - 6, 0) : at]):
        return  # "withdrew 400 soldiers from Germany": where they were
    for k in range(at + 2, len(tokens)):
        mention = tokens[k].mention
        if isinstance(mention, ActorMention):
            named = mention.kind is ActorKind.STATE and mention.form == "name"
            key = side_of(mention) if named or not mention.as_place else None
            adjective = mention.form == "adjective" and k + 1 < len(tokens) and tokens[k + 1].kind == "actor"
            if key is not None and not is_base(mention) and not adjective:
                yield key, mention
        elif tokens[k].text not in (",", "and", "the", "as", "well"):
            return


_OWN = frozenset(["its", "their", "our", "his"])
_TAKEN = (
    "withdr", "pull", "remov", "recall", "return", "bring", "brought", "redeploy", "mov", "evacuat", "expel", "extract", "fl",
    "lift", "transfer", "shift", "send", "sent", "order", "kick", "oust", "redirect", "divert",
)  # fmt: skip
"""How verbs begin that take forces away from where they are."""
