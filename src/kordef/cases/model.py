"""What is claimed of a thing: claims side by side, what they come to, and where they cannot all be true."""

from __future__ import annotations

from typing import TypeAlias

from attrs import frozen

from kordef.amounts import Amount
from kordef.periods import Period
from kordef.values import Money, Quantity
from kordef.vocabulary import Vocabulary

__all__ = ["Claim", "Conflict", "Consensus", "FieldClaims", "Reached", "Value"]

Value: TypeAlias = Amount | Money | Quantity | Period | str
"""What is claimed; parties and weapons are claimed by their names."""


class Reached(Vocabulary):
    """How the claims of a field come to one statement."""

    ONE_SOURCE = "one_source", "One source alone says so."
    ALL_ALIKE = "all_alike", "All who speak of it say the same."
    NARROWEST = "narrowest", "All can be true; this is the most exact of them."
    MAJORITY = "majority", "More sources say so than say anything else."
    LATEST = "latest", "It changes with time; the latest source says so."
    TOGETHER = "together", "Each source names some of it; this is all of it."


@frozen(kw_only=True)
class Claim:
    """What one record says of one field.

    ``pointer`` is the JSON Pointer of the field in the record, which leads to the evidence. ``others`` are further sums
    that the same source gives for the same thing.
    """

    record: str
    source: str
    pointer: str
    value: Value
    others: tuple[Money, ...] = ()

    def __str__(self) -> str:
        return " or ".join(str(value) for value in (self.value, *self.others))


@frozen(kw_only=True)
class Consensus:
    """What the claims of a field come to, how, and what would change it.

    ``value`` is a claim's own value and never a mean; for what is gathered from several claims it is their list.
    ``records`` are those whose claims carry it.
    """

    value: Value | tuple[str, ...]
    reached: Reached
    records: tuple[str, ...]
    because: str
    would_change: str

    def __str__(self) -> str:
        return ", ".join(self.value) if isinstance(self.value, tuple) else str(self.value)


@frozen(kw_only=True)
class Conflict:
    """Claims of a field that cannot all be true.

    ``difference`` is what lies between the two that are farthest from each other, calculated with what both leave
    open (180 and 212 differ by 32, "about 180" and 212 by 22 to 42); for dates it is the days from the one to the other. It
    is ``None`` for what cannot be subtracted.
    """

    field: str
    claims: tuple[Claim, ...]
    difference: Amount | Money | Quantity | None
    sentence: str

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources, in the order of the claims."""
        return tuple(dict.fromkeys(claim.source for claim in self.claims))


@frozen(kw_only=True)
class FieldClaims:
    """All that is claimed of one field, with what it comes to and the conflict if there is one.

    Without a consensus and without a conflict the claims cannot be compared: sums in two currencies, dates without days.
    """

    field: str
    claims: tuple[Claim, ...]
    consensus: Consensus | None
    conflict: Conflict | None
