"""What every record has, and who says so."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from kordef.errors import InvalidValue
from kordef.evidence import PLACES, Evidence, facts, resolve
from kordef.forms import (
    ActorId,
    Checked,
    OwnId,
    SourceId,
    Text,
    Texts,
)
from kordef.markup import Marked, grid
from kordef.vocabulary import (
    Modality,
    ReviewAction,
    Section,
    Voice,
)

__all__ = ["Attribution", "Record", "Review"]


@frozen(kw_only=True)
class Attribution(Checked):
    """One link of the chain of those who say so, the document itself left out, the nearest to it first.

    ``actor`` is the id of an Actor; for somebody without a name it is ``None`` and ``described`` has the source's
    words.
    """

    voice: Voice
    actor: ActorId | None = None
    described: Text | None = None

    def _nonsense(self) -> str | None:
        return "actor or described must be given" if self.actor is None and self.described is None else None


@frozen(kw_only=True)
class Review(Checked):
    """What a person did to a record, and why (:mod:`kordef.curation`).

    ``by`` says who, as they sign. ``changed`` are the names of the fields that a correction gave or took away, in the
    order of the class; empty for a record that was added.
    """

    action: ReviewAction
    reason: Text
    by: Text | None = None
    changed: Texts = ()


@frozen(kw_only=True)
class Record(Checked):
    """What every record has.

    ``id`` is made by :func:`kordef.identity.record_id`, ``source`` is the id of the :class:`Source` the record was read
    from. Each ``evidence`` points at a field that the record has. ``review`` is set where a person added or corrected it.
    """

    type: ClassVar[str]

    id: OwnId
    source: SourceId
    evidence: tuple[Evidence, ...] = ()
    attribution: tuple[Attribution, ...] = ()
    modality: Modality = Modality.ASSERTED
    section: Section = Section.BODY
    review: Review | None = None

    def _nonsense(self) -> str | None:
        places = PLACES[self.__class__]
        for evidence in self.evidence:
            place = places[evidence.field]
            if place is not None and not place.is_in(self):
                try:
                    resolve(self, evidence.field)
                except InvalidValue as error:
                    position = self.evidence.index(evidence)
                    return f"evidence[{position}].field must point at a field: {error}"
        return None

    def _repr_html_(self) -> str:
        """Each field with the words that it rests on, for notebooks."""
        words: dict[str, list[str]] = {}
        for evidence in self.evidence:
            shown = evidence.exact if str(evidence.kind) == "stated" else f"{evidence.exact} ({evidence.kind})"
            words.setdefault(evidence.field, []).append(" ".join(shown.split()))
        rows = [("", "", Marked(" … ".join(words[""])))] if "" in words else []
        for pointer, value in facts(self):
            field = pointer.removeprefix("/")
            rows.append((field, str(value), Marked(" … ".join(words.get(pointer, ())))))
        return grid(self.id, ("field", "value", "words of the source"), rows, f"{self.modality}; {self.section}")

    def _itself(self, name: str) -> str:
        """The complaint about a field that holds the record's own id."""
        return f"{name} must not be the record itself, found {self.id!r}"
