"""A case: records of several documents that speak of one thing in the world."""

from __future__ import annotations

from functools import cached_property

from attrs import field, frozen

from kordef.cases.claims import gathered
from kordef.cases.judgements import Judgement
from kordef.cases.keys import Keys
from kordef.cases.model import Conflict, FieldClaims
from kordef.cases.profiles import Profile
from kordef.cases.rules import Rules
from kordef.cases.scoring import Comparison, compare
from kordef.errors import InvalidValue
from kordef.markup import grid
from kordef.records import Record

__all__ = ["Case"]


@frozen(kw_only=True)
class Case:
    """Records of several documents that speak of one thing in the world.

    ``members`` are the ids of the records in the dataset's order. ``id`` is "case-" and 12 hexadecimal digits of the SHA-256
    of the members' ids: the same members give the same case. ``judgements`` are those of people about two of its members.
    The records themselves stay as their sources have them. ``profiles``, ``rules`` and ``keys`` are what it was found with, and
    what :attr:`claims` and :attr:`comparisons` are worked out from when they are asked for.

    ``parts`` is empty, but for a possible case (:func:`~kordef.cases.find_possible_cases`): there it has the members of
    either part, each of which is a case or a record alone, and ``members`` has the one part after the other.
    """

    id: str
    type: str
    members: tuple[str, ...]
    records: tuple[Record, ...] = field(repr=False, eq=False)
    judgements: tuple[Judgement, ...] = ()
    parts: tuple[tuple[str, ...], ...] = ()
    profiles: tuple[Profile, ...] = field(repr=False, eq=False)
    rules: Rules = field(repr=False, eq=False)
    keys: Keys = field(repr=False, eq=False)

    def __len__(self) -> int:
        return len(self.members)

    def __contains__(self, record: object) -> bool:
        """Whether a record, or the one with an id, is a member."""
        return (record.id if isinstance(record, Record) else record) in self.members

    def _repr_html_(self) -> str:
        """Field by field what it comes to, beside who says what, for notebooks."""
        numbers = {identifier: f"[{n}]" for n, identifier in enumerate(self.members, 1)}
        rows: list[tuple[str, str, str]] = []
        for one in self.claims:
            outcome = (
                f"conflict: {one.conflict.sentence}" if one.conflict else str(one.consensus or "cannot be compared")
            )
            rows.append((one.field, outcome, "; ".join(f"{claim} {numbers[claim.record]}" for claim in one.claims)))
        many = f"{len(self.members)} records of {len(self.sources)} document{'' if len(self.sources) == 1 else 's'}"
        note = ", ".join(f"{number} {identifier}" for identifier, number in numbers.items())
        kind = f"possible {self.type}" if self.is_possible else self.type
        return grid(f"{self.id}, {kind}: {many}", ("field", "comes to", "who says what"), rows, note)

    @property
    def is_possible(self) -> bool:
        """Whether its two parts may be one thing, and not surely are."""
        return bool(self.parts)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the documents, each once, in the order of the members."""
        return tuple(dict.fromkeys(record.source for record in self.records))

    @cached_property
    def claims(self) -> tuple[FieldClaims, ...]:
        """The claims side by side, field by field."""
        return gathered(self.profiles, self.keys)

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Where the claims cannot all be true."""
        return tuple(claims.conflict for claims in self.claims if claims.conflict is not None)

    def field(self, name: str) -> FieldClaims:
        """The claims of one field, such as "value", "signed" or "number of K2 Black Panther".

        Raises :class:`~kordef.errors.InvalidValue` where no member speaks of it.
        """
        for claims in self.claims:
            if claims.field == name:
                return claims
        known = ", ".join(claims.field for claims in self.claims)
        raise InvalidValue(f"field must be one of {known}, found {name!r}")

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Each member beside the one that it agrees with best: why it belongs here.

        Of a possible case the two of its parts that agree best: why they may be one.
        """
        if self.parts:
            border = len(self.parts[0])
            across = (
                compare(mine, theirs, self.rules)
                for mine in self.profiles[:border][:_MOST]
                for theirs in self.profiles[border:][:_MOST]
            )
            return (max(across, key=lambda found: found.total),)
        pairs: dict[tuple[int, int], Comparison] = {}
        for position, mine in enumerate(self.profiles):
            best: tuple[float, int, Comparison] | None = None
            for other, theirs in enumerate(self.profiles[:_MOST]):
                if other != position:
                    found = compare(mine, theirs, self.rules)
                    if best is None or found.total > best[0]:
                        best = (found.total, other, found)
            if best is not None:
                first, second = sorted((position, best[1]))
                pairs.setdefault((first, second), compare(self.profiles[first], self.profiles[second], self.rules))
        return tuple(pairs[key] for key in sorted(pairs))


_MOST = 50
"""Of a very large case each member is compared with this many others to say why it belongs there."""
