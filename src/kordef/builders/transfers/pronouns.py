"""Goods that a sentence only has a pronoun for: "Denmark bought 19 guns and gave them to Ukraine"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kordef.builders.goods import Good
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Line
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.deals import Draft, Side
from kordef.builders.transfers.scene import Scene
from kordef.mentions.model import ActorMention, WeaponMention
from kordef.vocabulary import ActorKind

__all__ = ["pronoun_goods", "stands_for"]

_MOVES = frozenset(["give", "deliver", "sell", "supply", "lend"])
"""Frames whose object, where it is "it" or "them", is goods as soon as the sentence says to whom they go."""
_TAKES = frozenset(["buy", "select"])
"""Frames whose object is goods where the sentence says who takes "it"."""
_CHANGES_HANDS = _MOVES | _TAKES | {"follow"}
_PRONOUNS = frozenset(["it", "them"])


def pronoun_goods(scene: Scene, line: Line, found: Sequence[Chain], goods: Sequence[Good]) -> Iterator[Good]:
    """The goods that pronouns right behind verbs stand for, and those that "followed" leaves out: told just before."""
    for core in (m for chain in found for m in chain.matches):
        if (were := _were(scene, line, core, goods)) is not None:
            yield were
            continue
        if core.noun or core.group.passive or core.frame.id not in _CHANGES_HANDS:
            continue
        same = core.frame.id == "follow" and _as_many(line, core)
        if core.frame.id == "follow":
            at = core.end - 1 if same or _follows_suit(line, core, goods) else None
            meant = _meant(scene, line, core.start, goods, sold=True) if at is not None else None
        else:
            at = next(
                (n for n in range(core.start + 1, core.end + 1) if line.tokens[n : n + 1] and _is_it(line, n)),
                _all_of_them(line, core),
            )
            meant = _meant(scene, line, core.start, goods) if at is not None and _has_party(line, core) else None
        if at is None or meant is None:
            continue
        token = line.tokens[at]
        yield Good(
            weapon=meant.weapon,
            number=meant.number
            if same or (token.text == "them" and (core.frame.id in _MOVES or at > core.end))
            else None,
            unit=meant.unit if same else None,
            start=token.start,
            end=token.end,
            low=at,
            high=at + 1,
            group=-1 - at,
        )


_CAME = frozenset(["buy", "lease", "sell", "supply", "give", "deliver", "lend"])


def _were(scene: Scene, line: Line, core: Match, goods: Sequence[Good]) -> Good | None:
    """The goods of the sentence before that "they" are at the head of this one: "They were leased from Sweden in 2004"."""
    last, head = scene.last, line.tokens[0]
    if core.noun or not core.group.passive or core.reduced or core.frame.id not in _CAME or head.text not in _HEADS:
        return None
    if last is None or last.block != line.block or core.group.start > 3 or any(g.low < core.start for g in goods):
        return None
    if not any(isinstance(t.mention, ActorMention) for p in ("from", "subject", "to") for t in core.places.get(p, ())):
        return None
    sides = {s.key for at in line.actors if (s := _side_at(scene, line, at)) is not None}
    if (len(sides) != 1 and not (head.text == "it" and sides)) or any(d.line is last for d in scene.recent()):
        # what is said of a deal told just before goes back to it
        return None
    weapon = _subject_of(last) if head.text == "it" else None
    weapon = weapon or scene.last_named(line, line.start)
    if weapon is None or not last.start <= weapon.start < last.end:
        return None
    return Good(weapon=weapon, number=None, start=head.start, end=head.end, low=0, high=1, group=-1)


def _subject_of(line: Line) -> WeaponMention | None:
    """The weapon that a sentence begins with: "The FA-50 is a variant of the T-50"."""
    weapon = next((t.mention for t in line.tokens[:3] if t.kind == "weapon"), None)
    return weapon if isinstance(weapon, WeaponMention) and weapon.form == "name" else None


def _side_at(scene: Scene, line: Line, at: int) -> Side | None:
    actor = line.tokens[at].mention
    return scene.side(actor) if isinstance(actor, ActorMention) else None


_HEADS = frozenset(["it", "they", "these", "all", "both"])


def _is_it(line: Line, at: int) -> bool:
    return line.tokens[at].text in _PRONOUNS


def _all_of_them(line: Line, core: Match) -> int | None:
    """Where "them" stands in "signed for all of them"."""
    words = [t.text for t in line.tokens[core.end : core.end + 3]]
    return core.end + 2 if words[:1] in (["all"], ["both"]) and words[1:] == ["of", "them"] else None


def _has_party(line: Line, core: Match) -> bool:
    """Whether a sentence says to whom "it" goes, or who takes it."""
    goal = "object" if line.tokens[core.end - 1].text == "to" else "to"
    place = "subject" if core.frame.id in _TAKES else goal
    return any(isinstance(t.mention, ActorMention) for t in core.places.get(place, ()))


def _as_many(line: Line, core: Match) -> bool:
    """Whether somebody "followed with an identical number", "with as many" or "by ordering the same number"."""
    words = [t.text for t in line.tokens[core.end : core.end + 6]]
    if words[:1] not in (["with"], ["by"]):
        return False
    many = words[1:3] == ["as", "many"]
    alike = any(a in _ALIKE and b in _NUMBERS for a, b in pairwise(words))
    bare = many and all(t.kind != "weapon" for t in line.tokens[core.end : core.end + 4])
    return alike or bare


_ALIKE = frozenset("identical same equal like".split())
_NUMBERS = frozenset("number numbers quantity amount order".split())


def _follows_suit(line: Line, core: Match, goods: Sequence[Good]) -> bool:
    """Whether "Slovenia and Bulgaria followed" leaves out what they took."""
    behind = line.tokens[core.end] if core.end < len(line.tokens) else None
    ends = (
        behind is None or behind.kind in ("mark", "date") or behind.text in ("in", "and", "later", "soon", "suit", "a")
    )
    if not ends or core.places.get("with") or any(core.end <= g.low <= core.end + 4 for g in goods):
        return False
    subject = core.places.get("subject", ())
    return bool(subject) and all(
        isinstance(t.mention, ActorMention) and t.mention.kind is ActorKind.STATE for t in subject
    )


def _meant(scene: Scene, line: Line, before: int, goods: Sequence[Good], *, sold: bool = False) -> Good | None:
    told = next((g for g in reversed(goods) if g.high <= before and g.weapon is not None), None)
    if told is not None:
        return told
    spoken = scene.focus
    if spoken is not None and spoken.line is scene.last and len(spoken.goods) == 1:
        return spoken.goods[0]
    last = scene.last
    if sold or last is None or last.block != line.block:
        return None
    if spoken is not None and _is_version(last) and len(names := _names_in(spoken)) == 1:
        # "Hungary becomes the eighteenth customer for the M4 version. Latvia and Estonia have selected it as well"
        return names[0]
    named = scene.last_named(line, line.start)
    if named is None or not last.start <= named.start < last.end:
        return None
    return Good(weapon=named, number=None, start=named.start, end=named.end)


def _is_version(line: Line) -> bool:
    """Whether a sentence speaks of what a deal is about without its name: "the M4 version", "the system", "the weapon"."""
    tokens = line.tokens
    if "weapon" in line.kinds:
        return False
    return any(
        t.text in _VERSIONS and any(b.text == "the" for b in tokens[max(0, n - 3) : n]) for n, t in enumerate(tokens)
    )


_VERSIONS = frozenset(
    "version variant system weapon vehicle aircraft howitzer gun missile launcher model type tank".split()
)


def _names_in(deal: Draft) -> list[Good]:
    return [g for g in deal.goods if g.weapon is not None and g.weapon.form == "name"]


def stands_for(chain: Chain, good: Good) -> bool:
    """Whether goods are the pronoun right behind a verb of a chain, or what its verb leaves out."""
    if good.group >= 0:
        return False
    return any(
        m.start <= good.low <= m.end + 2 or (good.low == 0 and m.group.passive and m.begin <= 1) for m in chain.matches
    )
