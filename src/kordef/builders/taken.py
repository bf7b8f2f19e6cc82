"""Evidence that builders take from their document: the parts fit by the way they were come by."""

from __future__ import annotations

from kordef.evidence import Evidence
from kordef.trusted import trusted
from kordef.vocabulary import EvidenceKind

__all__ = ["taken"]

_EVIDENCE = trusted(Evidence)


def taken(
    source: str, field: str, start: int, end: int, exact: str, kind: EvidenceKind = EvidenceKind.STATED
) -> Evidence:
    """Evidence of which only the place is looked at.

    :raises InvalidValue: the words do not stand between the two places
    """
    make = _EVIDENCE if 0 < end - start == len(exact) else Evidence
    return make(source=source, field=field, start=start, end=end, exact=exact, kind=kind)
