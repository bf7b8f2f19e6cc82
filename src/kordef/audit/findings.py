"""What an audit finds: the statements on both sides, the arithmetic, and a sentence that a person understands."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from kordef.evidence import Evidence
from kordef.markup import Marked, grid
from kordef.vocabulary import Severity

__all__ = ["Claim", "Finding"]


@frozen(kw_only=True)
class Claim:
    """One statement of one record: what it ``says`` in a field (a JSON Pointer), and the characters it rests on."""

    record: str
    source: str
    field: str
    says: str
    evidence: tuple[Evidence, ...] = ()

    @property
    def words(self) -> str:
        """The characters it rests on, those of several places one after another."""
        return " … ".join(" ".join(e.exact.split()) for e in self.evidence)

    def to_json(self) -> dict[str, Any]:
        """The claim as plain JSON values, the evidence as quotes with their places."""
        spans = [{"source": e.source, "start": e.start, "end": e.end, "exact": e.exact} for e in self.evidence]
        return {"record": self.record, "source": self.source, "field": self.field, "says": self.says, "evidence": spans}


@frozen(kw_only=True)
class Finding:
    """Something that does not add up.

    ``claims`` are the statements in question, ``against`` those that they are held to; where that is no statement of
    the dataset but something the catalogue knows, ``basis`` names its publication. ``arithmetic`` shows the
    calculation with its tolerance, which follows from the written precision of the figures; ``sentence`` says what is
    wrong in plain words.
    """

    code: str
    title: str
    severity: Severity
    sentence: str
    arithmetic: str
    claims: tuple[Claim, ...]
    against: tuple[Claim, ...] = ()
    basis: str | None = None

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of all records on both sides, each once."""
        return tuple(dict.fromkeys(claim.record for claim in (*self.claims, *self.against)))

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the documents on both sides, each once."""
        return tuple(dict.fromkeys(claim.source for claim in (*self.claims, *self.against)))

    def __str__(self) -> str:
        return f"{self.code} {self.severity}: {self.sentence}"

    def _repr_html_(self) -> str:
        """The sentence, the statements on both sides with their words, and the arithmetic, for notebooks."""
        sides = (("", self.claims), ("against", self.against))
        rows = [
            (side, claim.record, claim.field.removeprefix("/"), claim.says, Marked(claim.words))
            for side, claims in sides
            for claim in claims
        ]
        known = f"; known from {self.basis}" if self.basis and self.basis not in self.arithmetic else ""
        columns = ("", "record", "field", "says", "words of the source")
        return grid(str(self), columns, rows, f"{self.arithmetic}{known}")

    def to_json(self) -> dict[str, Any]:
        """The finding as plain JSON values."""
        return {
            "code": self.code,
            "title": self.title,
            "severity": self.severity.value,
            "sentence": self.sentence,
            "arithmetic": self.arithmetic,
            "claims": [claim.to_json() for claim in self.claims],
            "against": [claim.to_json() for claim in self.against],
            "basis": self.basis,
        }
