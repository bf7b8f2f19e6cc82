"""From pairs that agree to groups that agree as a whole.

The surest pairs come first, of equally sure ones those that say more. Two groups become one only if their members, each
compared with each, agree on average and no two of them are held for two things: a chain of near-misses does not make a
lump. What people have judged comes before all comparisons. The outcome depends on the records alone and not on their
order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from statistics import median
from typing import Protocol

from attrs import frozen

from kordef.cases.judgements import Judgement, Opinion
from kordef.cases.profiles import Profile
from kordef.cases.rules import NEVER, Rules
from kordef.cases.scoring import Standing

__all__ = ["Clusters", "clusters"]

SPEAKERS = 8
"""In a large group this many members, those that say most, speak for it when it is compared with another."""


DISSENT = 5
"""Groups join though one in this many pairs of their members are held for two things."""


class Weigh(Protocol):
    """The sum for two profiles, and what it comes to."""

    def __call__(self, mine: Profile, theirs: Profile, /) -> tuple[float, Standing]: ...


@frozen
class Clusters:
    """The positions of the profiles that belong together, groups of two and more; and pairs of groups, or of profiles
    that stand alone, that may."""

    groups: list[list[int]]
    possible: list[tuple[list[int], list[int]]]


def clusters(
    profiles: Sequence[Profile],
    pairs: Iterable[tuple[int, int]],
    weigh: Weigh,
    rules: Mapping[str, Rules],
    judgements: Sequence[Judgement] = (),
) -> Clusters:
    """What belongs together, and what may."""
    groups = _Groups(profiles, judgements)
    sure: list[_Pair] = []
    vague: list[_Pair] = []
    possible: list[_Pair] = []
    for pair in pairs:
        a, b = (profiles[position] for position in pair)
        # What one document tells twice comes together only through another document.
        if a.record.source == b.record.source:
            continue
        sum_, standing = weigh(a, b)
        if standing is Standing.TWO:
            continue
        specific = a.is_specific and b.is_specific
        first, second = sorted((profiles[position].record.id, position) for position in pair)
        found = (-sum_, -len(a.said) - len(b.said), first, second)
        if standing is Standing.ONE:
            (sure if specific else vague).append(found)
        if specific and rules[a.record.type].possible:
            possible.append(found)

    def unite(found: Iterable[_Pair]) -> None:
        for _, _, (_, a), (_, b) in found:
            if groups.may_join(a, b) and groups.agree(a, b, weigh, rules[profiles[a].record.type].enough):
                groups.join(a, b)

    unite(sorted(sure))
    # What says little fits many things: it goes with what most documents speak of, and with the larger deal.
    sizes = {end[1]: len(groups.of(end[1]).members) for pair in vague for end in pair[2:]}

    def most_told(pair: _Pair) -> tuple[float, int, Decimal, _Pair]:
        ends = [position for _, position in pair[2:]]
        return pair[0], -max(sizes[end] for end in ends), -max(profiles[end].largest for end in ends), pair

    unite(sorted(vague, key=most_told))
    return Clusters(groups.several(), groups.undecided(sorted(possible), weigh))


_Pair = tuple[float, int, tuple[str, int], tuple[str, int]]
"""The sum for a pair and how much its two records say, both negative so that the surest come first; then the two by their
ids and positions."""


class _Group:
    """Members by position, and the few who speak for them."""

    __slots__ = ("members", "speakers")

    def __init__(self, position: int) -> None:
        self.members = [position]
        self.speakers = [position]


class _Groups:
    """The groups of some profiles, each of which begins alone; and what people have judged of them."""

    def __init__(self, profiles: Sequence[Profile], judgements: Sequence[Judgement]) -> None:
        self._profiles = profiles
        self._of: dict[int, _Group] = {}
        self._enemies: dict[int, set[int]] = {}
        if not judgements:
            return
        place = {profile.record.id: position for position, profile in enumerate(profiles)}
        for judgement in judgements:
            a, b = (place[name] for name in judgement.records)
            if judgement.judgement is Opinion.SAME:
                self.join(a, b)
            elif judgement.judgement is Opinion.NOT_SAME:
                self._enemies.setdefault(a, set()).add(b)
                self._enemies.setdefault(b, set()).add(a)

    def of(self, position: int) -> _Group:
        """The group that a profile is in."""
        group = self._of.get(position)
        if group is None:
            group = self._of[position] = _Group(position)
        return group

    def join(self, a: int, b: int) -> None:
        """Make the groups of two profiles one."""
        mine, theirs = self.of(a), self.of(b)
        if mine is theirs:
            return
        if len(mine.members) < len(theirs.members):
            mine, theirs = theirs, mine
        mine.members += theirs.members
        mine.speakers = sorted(mine.speakers + theirs.speakers, key=self._rank)[:SPEAKERS]
        for position in theirs.members:
            self._of[position] = mine

    def _rank(self, position: int) -> tuple[int, str]:
        profile = self._profiles[position]
        return -len(profile.said), profile.record.id

    def may_join(self, a: int, b: int) -> bool:
        """Whether they are two groups, and nobody has judged that a member here is not a member there."""
        mine, theirs = self.of(a), self.of(b)
        if mine is theirs or not self._enemies:
            return mine is not theirs
        fewer, others = (mine, theirs) if len(mine.members) <= len(theirs.members) else (theirs, mine)
        return not any(self.of(enemy) is others for member in fewer.members for enemy in self._enemies.get(member, ()))

    def agree(self, a: int, b: int, weigh: Weigh, enough: float) -> bool:
        """Whether the groups of two profiles that agree do so as a whole."""
        mine, theirs = self.of(a).speakers, self.of(b).speakers
        if len(mine) == len(theirs) == 1:
            return True
        sums = self._sums(mine, theirs, weigh)
        # The median: one record that was misread does not outvote those that agree.
        return sums is not None and median(sums) >= enough

    def _sums(self, mine: Sequence[int], theirs: Sequence[int], weigh: Weigh) -> list[float] | None:
        """The sums of each with each; ``None`` where too many are two things, or one pair is ruled out."""
        sums: list[float] = []
        left = len(mine) * len(theirs) // DISSENT
        for one in mine:
            for other in theirs:
                sum_, standing = weigh(self._profiles[one], self._profiles[other])
                left -= standing is Standing.TWO
                if left < 0 or sum_ == NEVER:
                    return None
                sums.append(sum_)
        return sums

    def undecided(self, pairs: Iterable[_Pair], weigh: Weigh) -> list[tuple[list[int], list[int]]]:
        """Groups that may be one, each with the one that it agrees with best, where no document tells of both.

        ``pairs`` have the surest first.
        """
        met: set[tuple[int, int]] = set()
        settled: set[int] = set()
        found: list[tuple[list[int], list[int]]] = []
        for _, _, (_, a), (_, b) in pairs:
            mine, theirs = self.of(a), self.of(b)
            ends = (id(mine), id(theirs)) if id(mine) < id(theirs) else (id(theirs), id(mine))
            if ends in met or (ends[0] in settled and ends[1] in settled) or not self.may_join(a, b):
                continue
            met.add(ends)
            sources = ({self._profiles[member].record.source for member in group.members} for group in (mine, theirs))
            if (
                next(sources).isdisjoint(next(sources))
                and self._sums(mine.speakers, theirs.speakers, weigh) is not None
            ):
                settled.update(ends)
                first, second = sorted((sorted(mine.members), sorted(theirs.members)))
                found.append((first, second))
        return found

    def several(self) -> list[list[int]]:
        """The groups of two and more, each in order."""
        found = {id(group): group.members for group in self._of.values() if len(group.members) > 1}
        return [sorted(members) for members in found.values()]
