"""From pairs that agree to groups that agree as a whole.

The surest pairs come first. Two groups become one only if their members, each compared with each, agree on average and no
two of them are held for two things: a chain of near-misses does not make a lump. What people have judged comes before
all comparisons. The outcome depends on the records alone and not on their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from kordef.cases.judgements import Judgement, Opinion
from kordef.cases.profiles import Profile

__all__ = ["clusters"]

SPEAKERS = 8
"""In a large group this many members, those that say most, speak for it when it is compared with another."""


class Score(Protocol):
    """The sum for two profiles."""

    def __call__(self, mine: Profile, theirs: Profile, /) -> float: ...


class _Group:
    """Members by position, and the few who speak for them."""

    __slots__ = ("members", "speakers")

    def __init__(self, members: list[int], speakers: list[int]) -> None:
        self.members = members
        self.speakers = speakers


def clusters(
    profiles: Sequence[Profile],
    pairs: Iterable[tuple[int, int]],
    score: Score,
    enough: Mapping[str, float],
    apart: Mapping[str, float],
    judgements: Sequence[Judgement] = (),
) -> list[list[int]]:
    """The positions of the profiles that belong together, groups of two and more.

    ``enough`` and ``apart`` are by type of record: the mean from which groups join, and the sum below which two members
    keep them asunder.
    """
    names = [profile.record.id for profile in profiles]
    groups = [_Group([position], [position]) for position in range(len(profiles))]
    place = {name: position for position, name in enumerate(names)}
    ranked = {position: (-len(profile.said), names[position]) for position, profile in enumerate(profiles)}
    enemies: dict[int, set[int]] = {}
    for judgement in judgements:
        a, b = (place[name] for name in judgement.records)
        if judgement.judgement is Opinion.SAME:
            _join(groups, a, b, ranked)
        elif judgement.judgement is Opinion.NOT_SAME:
            enemies.setdefault(a, set()).add(b)
            enemies.setdefault(b, set()).add(a)

    sure: list[tuple[float, str, str, int, int]] = []
    vague: list[tuple[float, str, str, int, int]] = []
    for a, b in pairs:
        # What one document tells twice comes together only through another document.
        if profiles[a].record.source == profiles[b].record.source:
            continue
        sum_ = score(profiles[a], profiles[b])
        if sum_ >= enough[profiles[a].record.type]:
            first, second = (a, b) if names[a] < names[b] else (b, a)
            specific = profiles[a].is_specific and profiles[b].is_specific
            (sure if specific else vague).append((-sum_, names[first], names[second], first, second))

    def unite(a: int, b: int) -> None:
        mine, theirs = groups[a], groups[b]
        if mine is theirs or _parted(mine, theirs, enemies, groups):
            return
        kind = profiles[a].record.type
        if _agree(mine, theirs, profiles, score, enough[kind], apart[kind]):
            _join(groups, a, b, ranked)

    for *_, a, b in sorted(sure):
        unite(a, b)
    # What says little fits many things: it goes with what most documents speak of, and with the larger deal.
    sizes = [len(group.members) for group in groups]

    def most_told(pair: tuple[float, str, str, int, int]) -> tuple[object, ...]:
        ends = pair[3:]
        return pair[0], -max(sizes[end] for end in ends), -max(profiles[end].largest for end in ends), pair

    for *_, a, b in sorted(vague, key=most_told):
        unite(a, b)

    kept = {id(group): group.members for group in groups if len(group.members) > 1}
    return [sorted(members) for members in kept.values()]


def _join(groups: list[_Group], a: int, b: int, ranked: Mapping[int, tuple[int, str]]) -> None:
    mine, theirs = groups[a], groups[b]
    if mine is theirs:
        return
    if len(mine.members) < len(theirs.members):
        mine, theirs = theirs, mine
    mine.members += theirs.members
    mine.speakers = sorted(mine.speakers + theirs.speakers, key=ranked.__getitem__)[:SPEAKERS]
    for position in theirs.members:
        groups[position] = mine


def _parted(mine: _Group, theirs: _Group, enemies: Mapping[int, set[int]], groups: list[_Group]) -> bool:
    """Whether a person has judged that a member here is not a member there."""
    if not enemies:
        return False
    fewer, others = (mine, theirs) if len(mine.members) <= len(theirs.members) else (theirs, mine)
    return any(groups[enemy] is others for member in fewer.members for enemy in enemies.get(member, ()))


def _agree(
    mine: _Group, theirs: _Group, profiles: Sequence[Profile], score: Score, enough: float, apart: float
) -> bool:
    """Whether two groups agree as a whole."""
    if len(mine.speakers) == len(theirs.speakers) == 1:
        return True
    sum_ = 0.0
    for a in mine.speakers:
        for b in theirs.speakers:
            one = score(profiles[a], profiles[b])
            if one < apart:
                return False
            sum_ += one
    return sum_ / (len(mine.speakers) * len(theirs.speakers)) >= enough
