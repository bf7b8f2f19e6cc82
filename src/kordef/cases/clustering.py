"""From pairs that agree to groups that agree as a whole.

The surest pairs come first, of equally sure ones those that say more. Two groups become one only if their members, each
compared with each, agree on average and no two of them are held for two things: a chain of near-misses does not make a
lump. What people have judged comes before all comparisons. The outcome depends on the records alone and not on their
order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Protocol

from kordef.cases.judgements import Judgement, Opinion
from kordef.cases.profiles import Profile

__all__ = ["clusters"]

SPEAKERS = 8
"""In a large group this many members, those that say most, speak for it when it is compared with another."""


class Score(Protocol):
    """The sum for two profiles."""

    def __call__(self, mine: Profile, theirs: Profile, /) -> float: ...


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
    groups = _Groups(profiles, judgements)
    sure: list[_Pair] = []
    vague: list[_Pair] = []
    for pair in pairs:
        a, b = (profiles[position] for position in pair)
        # What one document tells twice comes together only through another document.
        if a.record.source == b.record.source:
            continue
        sum_ = score(a, b)
        if sum_ >= enough[a.record.type]:
            first, second = sorted((profiles[position].record.id, position) for position in pair)
            (sure if a.is_specific and b.is_specific else vague).append(
                (-sum_, -len(a.said) - len(b.said), first, second)
            )

    def unite(found: Iterable[_Pair]) -> None:
        for _, _, (_, a), (_, b) in found:
            kind = profiles[a].record.type
            if groups.may_join(a, b) and groups.agree(a, b, score, enough[kind], apart[kind]):
                groups.join(a, b)

    unite(sorted(sure))
    # What says little fits many things: it goes with what most documents speak of, and with the larger deal.
    sizes = {end[1]: len(groups.of(end[1]).members) for pair in vague for end in pair[2:]}

    def most_told(pair: _Pair) -> tuple[float, int, Decimal, _Pair]:
        ends = [position for _, position in pair[2:]]
        return pair[0], -max(sizes[end] for end in ends), -max(profiles[end].largest for end in ends), pair

    unite(sorted(vague, key=most_told))
    return groups.several()


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

    def agree(self, a: int, b: int, score: Score, enough: float, apart: float) -> bool:
        """Whether the groups of two profiles that agree do so as a whole."""
        mine, theirs = self.of(a).speakers, self.of(b).speakers
        if len(mine) == len(theirs) == 1:
            return True
        sum_ = 0.0
        for one in mine:
            for other in theirs:
                single = score(self._profiles[one], self._profiles[other])
                if single < apart:
                    return False
                sum_ += single
        return sum_ / (len(mine) * len(theirs)) >= enough

    def several(self) -> list[list[int]]:
        """The groups of two and more, each in order."""
        found = {id(group): group.members for group in self._of.values() if len(group.members) > 1}
        return [sorted(members) for members in found.values()]
