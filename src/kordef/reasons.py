"""Why a record says what it says: each field beside the sentence it rests on, the words marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, cast, overload

from attrs import fields, frozen

from kordef.cases import Case
from kordef.cases.explanation import CaseExplanation, explain_case
from kordef.dataset import Dataset
from kordef.errors import unfit
from kordef.evidence import Evidence, resolve
from kordef.periods import Period
from kordef.records import (
    Actor,
    Attribution,
    Cell,
    Delivery,
    Item,
    Participant,
    Post,
    Record,
    Rejection,
    Review,
    Source,
    StageDate,
    Stretch,
    Target,
    WeaponSystem,
)
from kordef.terminal import harmless
from kordef.vocabulary import EvidenceKind

__all__ = ["Explanation", "Reason", "explain"]


@frozen(kw_only=True)
class Reason:
    """One piece of evidence: the field, what it holds, and the sentence with the place of the words in it.

    ``sentence`` is the passage that the source record keeps, or the quote alone where it keeps none;
    ``start`` and ``end`` are the place of the words in it.
    """

    field: str
    value: str
    kind: EvidenceKind
    sentence: str
    start: int
    end: int

    def marked(self, before: str = "»", after: str = "«") -> str:
        """The sentence on one line with marks around the words."""
        cut = self.sentence[: self.start], self.sentence[self.start : self.end], self.sentence[self.end :]
        # Line ends become blanks first: a carriage return is one, and nothing to be escaped.
        parts = [harmless(_BLANKS.sub(" ", part)) for part in cut]
        return " ".join(f"{parts[0]}{before}{parts[1]}{after}{parts[2]}".split())


@frozen(kw_only=True)
class Explanation:
    """A record with the reasons for its fields, in the order of the fields; ``str()`` is made for reading."""

    record: Record
    source: Source
    voices: tuple[str, ...]
    """Who says so besides the document, the nearest to it first."""
    reasons: tuple[Reason, ...]

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self, before: str = "»", after: str = "«") -> Iterator[str]:
        """The explanation line by line, with marks around the words, and with nothing in it that commands a terminal."""
        record, source = self.record, self.source
        inferred = " (inferred)" if source.published_basis == "inferred" else ""
        when = f", {source.published.edtf}{inferred}" if source.published and source.published.edtf else ""
        yield f"{record.type} {record.id}"
        yield _line(f"  from: {source.title} ({source.publisher or source.file or 'publisher not stated'}{when})")
        if self.voices:
            yield _line(f"  said by: {', citing '.join(self.voices)}")
        yield f"  modality: {record.modality}; section: {record.section}"
        if record.review:
            yield _line(f"  {reviewed(record.review)}")
        for rejection in record.rejected if isinstance(record, Source) else ():
            who = f" — {rejection.by}" if rejection.by else ""
            yield _line(f"  rejected by hand: {rejection.record_type} “{rejection.exact}”: {rejection.reason}{who}")
        held = None
        for reason in self.reasons:
            if not reason.field and isinstance(record, Source):
                continue  # a document rests on all of its text
            name = reason.field.lstrip("/") or "the record"
            note = "" if reason.kind is EvidenceKind.STATED else f" ({_NOTES[reason.kind]})"
            value = f" = {reason.value or 'not resolved'}" if reason.field else ""
            yield _line(f"  {name}{value}{note}")
            text = reason.marked(before, after)
            if text != held:
                yield f"      {text}"
            held = text


def reviewed(review: Review) -> str:
    """What a person did to a record, in a sentence."""
    fields = f" ({', '.join(review.changed)})" if review.changed else ""
    return f"{review.action} by hand{fields}: {review.reason}" + (f" — {review.by}" if review.by else "")


_BLANKS = re.compile(r"\s")


def _line(text: str) -> str:
    return harmless(_BLANKS.sub(" ", text))


_NOTES = {
    EvidenceKind.IMPLIED: "implied by these words and their context",
    EvidenceKind.COMPUTED: "computed from these words",
    EvidenceKind.CATALOGUE: "looked up in the catalogue, not stated by the source",
}

_COMPOSED = (Attribution, Cell, Delivery, Item, Participant, Post, Rejection, Review, StageDate, Stretch, Target)
"""Parts of records that are shown field by field; values show themselves."""


@overload
def explain(dataset: Dataset, record: Record | str) -> Explanation: ...
@overload
def explain(dataset: Dataset, record: Case) -> CaseExplanation: ...
def explain(dataset: Dataset, record: Record | Case | str) -> Explanation | CaseExplanation:
    """The reasons for every field of a record, given itself or by its id, or what makes a case.

    Raises :class:`~kordef.errors.DanglingReference` for an id that the dataset does not have.
    """
    if isinstance(record, Case):
        return explain_case(dataset, record)
    if isinstance(record, str):
        record = dataset[record]
    elif not isinstance(record, Record):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise unfit("explain", "a dataset and a record, a case or the id of a record", record)
    source = dataset.source_of(record)
    whole = {"": 0}
    order = whole | {f"/{name}": n for n, name in enumerate(_field_names(record), 1)}
    evidence = sorted(record.evidence, key=lambda e: (order.get(_head(e.field), len(order)), _steps(e.field), e.start))
    voices = tuple(
        v.described or (dataset.actor(v.actor).name if v.actor else "somebody who is not named")
        for v in record.attribution
    )
    return Explanation(
        record=record, source=source, voices=voices, reasons=tuple(_reason(dataset, record, e) for e in evidence)
    )


def _field_names(record: Record) -> tuple[str, ...]:
    return tuple(a.name for a in fields(type(record)))


def _head(pointer: str) -> str:
    return "/" + pointer.split("/")[1] if pointer else ""


def _steps(pointer: str) -> list[tuple[int, str]]:
    """The steps of a pointer, to be put in order: the tenth of a tuple behind the second."""
    return [(int(step) if step.isdigit() else -1, step) for step in pointer.split("/")]


def _reason(dataset: Dataset, record: Record, evidence: Evidence) -> Reason:
    source = dataset.get(evidence.source, Source) or dataset.source_of(record)
    value = readable(dataset, resolve(record, evidence.field)) if evidence.field else ""
    for passage in source.passages:
        if passage.start <= evidence.start and evidence.end <= passage.start + len(passage.exact):
            start = evidence.start - passage.start
            return Reason(
                field=evidence.field,
                value=value,
                kind=evidence.kind,
                sentence=passage.exact,
                start=start,
                end=start + len(evidence.exact),
            )
    words = evidence.exact or f"[characters {evidence.start} to {evidence.end}: the source may not be quoted]"
    return Reason(field=evidence.field, value=value, kind=evidence.kind, sentence=words, start=0, end=len(words))


def readable(dataset: Dataset, value: Any) -> str:
    """A field's value for people: names for ids, dates as EDTF, amounts with their hedges."""
    if value is None:
        return ""
    if isinstance(value, str):
        known = dataset.get(value)
        if isinstance(known, Actor):
            return f"{known.name} ({known.code})" if known.code else known.name
        if isinstance(known, WeaponSystem):
            return known.name
        return str(value)
    if isinstance(value, Period):
        return value.edtf or f"“{value.words}”"
    if isinstance(value, tuple):
        parts = cast("tuple[object, ...]", value)
        return "; ".join(filter(None, (readable(dataset, v) for v in parts)))
    if isinstance(value, _COMPOSED):
        named = ((a.name, readable(dataset, getattr(value, a.name))) for a in fields(type(value)))
        return ", ".join(f"{name.replace('_', ' ')} {text}" for name, text in named if text and text != "False")
    return str(value)
