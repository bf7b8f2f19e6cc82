"""A case told for people: its members, the claims side by side, and why the members belong together."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from attrs import frozen

from kordef.cases.case import Case
from kordef.cases.grades import Grade
from kordef.cases.model import Claim, FieldClaims
from kordef.cases.rules import NEVER
from kordef.cases.scoring import Comparison, FieldScore
from kordef.codec import dumps
from kordef.records import Source
from kordef.terminal import harmless

if TYPE_CHECKING:
    from kordef.dataset import Dataset

__all__ = ["CaseExplanation", "case_object", "explain_case", "headline"]


@frozen(kw_only=True)
class CaseExplanation:
    """A case with the documents of its members; ``str()`` is made for reading."""

    case: Case
    sources: tuple[Source, ...]
    """The document of each member."""

    def __str__(self) -> str:
        return "\n".join(self.lines())

    def lines(self, before: str = "»", after: str = "«") -> Iterator[str]:
        """The explanation line by line, with nothing in it that commands a terminal.

        ``before`` and ``after`` stand around what the claims come to.
        """
        case = self.case
        yield _line(f"{case.id}  {headline(case)}")
        yield from self.members()
        yield from self.doubt()
        yield from self.claims(before, after)
        yield from self.reasons()

    def members(self) -> Iterator[str]:
        """The members, numbered, with their documents and words."""
        for number, (record, source) in enumerate(zip(self.case.records, self.sources, strict=True), 1):
            when = f", {source.published.edtf}" if source.published and source.published.edtf else ""
            yield _line(
                f"  [{number}] {record.id}  {source.file or source.title} ({source.publisher or 'no publisher'}{when})"
            )
            words = next((evidence.exact for evidence in record.evidence if not evidence.field), "")
            if words:
                yield _line(f"        “{textwrap.shorten(words, 150, placeholder='…')}”")

    def doubt(self) -> Iterator[str]:
        """Of a possible case, which of its members may be one with which."""
        if not self.case.is_possible:
            return
        place = {identifier: number for number, identifier in enumerate(self.case.members, 1)}
        first, second = (_numbered([place[member] for member in part]) for part in self.case.parts)
        yield f"  perhaps one, perhaps two: {first} and {second} come to {_sum(self.case.comparisons[0])}"

    def summary(self, before: str = "»", after: str = "«", *, conflicts_only: bool = False) -> Iterator[str]:
        """The case in short: its members, and a line for each field or for each conflict."""
        yield _line(f"{self.case.id}  {headline(self.case)}")
        yield from self.members()
        yield from self.doubt()
        for field in self.case.claims:
            if field.conflict is not None:
                told = "; ".join(f"{_numbered(numbers)} {text}" for text, numbers in self._by_text(field))
                yield _line(f"  conflict in {field.conflict.sentence} ({told})")
            elif not conflicts_only:
                told = "; ".join(f"{text} {_numbered(numbers)}" for text, numbers in self._by_text(field))
                come_to = field.consensus
                if come_to is None or str(come_to) == told.rpartition(" ")[0]:
                    yield _line(f"  {field.field}: {told}")
                else:
                    yield _line(f"  {field.field}: {before}{come_to}{after}, from {told}")

    def claims(self, before: str = "", after: str = "") -> Iterator[str]:
        """Who says what of each field, and what that comes to."""
        for field in self.case.claims:
            yield _line(f"  {field.field}")
            for text, numbers in self._by_text(field):
                yield _line(f"      {_numbered(numbers)} {text}")
            if field.conflict is not None:
                yield _line(f"      conflict: {field.conflict.sentence}")
            if field.consensus is not None:
                consensus = field.consensus
                told = f"{consensus.because}; {consensus.would_change} would change it"
                yield _line(f"      {before}{consensus}{after}: {told}")
            elif field.conflict is None:
                yield "      no consensus: the claims cannot be compared, or are worded each in its own way"

    def _by_text(self, field: FieldClaims) -> Iterator[tuple[str, list[int]]]:
        place = {record.id: number for number, record in enumerate(self.case.records, 1)}
        told: dict[str, list[int]] = {}
        for claim in field.claims:
            numbers = told.setdefault(str(claim), [])
            if place[claim.record] not in numbers:
                numbers.append(place[claim.record])
        yield from told.items()

    def reasons(self) -> Iterator[str]:
        """Why the members belong together: each beside the one it agrees with best, field by field; and people's judgements."""
        place = {record.id: number for number, record in enumerate(self.case.records, 1)}
        for comparison in self.case.comparisons:
            left, right = place[comparison.left], place[comparison.right]
            yield f"  [{left}] and [{right}] compared: {_sum(comparison)}"
            for field in comparison.fields:
                if field.grade is not Grade.SILENT:
                    yield _line(f"      {_scored(field)}")
            silent = [field.field for field in comparison.fields if field.grade is Grade.SILENT]
            if silent:
                yield f"      silent: {', '.join(silent)}"
        for judgement in self.case.judgements:
            a, b = (place[name] for name in judgement.records)
            opinion = judgement.judgement.replace("_", " ")
            yield _line(f"  [{a}] and [{b}] judged {opinion} by {judgement.who} on {judgement.when}: {judgement.why}")


def _numbered(numbers: list[int]) -> str:
    return "".join(f"[{number}]" for number in numbers)


def _sum(comparison: Comparison) -> str:
    total = comparison.total
    told = "ruled out by a field that differs" if total == NEVER else f"{total:g}"
    return f"{told}, where {comparison.enough:g} is enough"


def _scored(field: FieldScore) -> str:
    weight = "rules it out" if field.weight == NEVER else f"{field.weight:+g}" if field.weight else "0"
    said = f"{field.left} | {field.right}" if field.left != field.right else field.left
    return f"{field.field} {field.grade} ({weight}): {textwrap.shorten(said, 110, placeholder='…')}"


def explain_case(dataset: Dataset, case: Case | str) -> CaseExplanation:
    """A case, given itself or by its id, with the documents of its members.

    Raises :class:`~kordef.errors.DanglingReference` for an id that the dataset does not have.
    """
    if isinstance(case, str):
        case = dataset.case(case)
    return CaseExplanation(case=case, sources=tuple(dataset.source_of(record) for record in case.records))


def headline(case: Case) -> str:
    """What a case is about, in one line."""
    told: dict[str, str] = {}
    for field in case.claims:
        told[field.field] = str(field.consensus) if field.consensus is not None else str(field.claims[0])
    match case.type:
        case "transfer":
            what = f"{told.get('supplier', 'somebody')} to {told.get('recipient', 'somebody')}, {told.get('goods', 'goods')}"
        case "agreement" | "dialogue":
            what = told["name"]
        case "observation":
            parts = (told.get("subject"), told.get("indicator"), told.get("period"))
            what = ", ".join(part for part in parts if part)
        case _:
            what = told["what"]
    count = len(case.sources)
    documents = f"{count} document{'' if count == 1 else 's'}"
    perhaps = "possible " if case.is_possible else ""
    return f"{perhaps}{case.type} {textwrap.shorten(what, 110, placeholder='…')} ({len(case)} records of {documents})"


_BLANKS = re.compile(r"[^\S ]+")


def _line(text: str) -> str:
    return harmless(_BLANKS.sub(" ", text))


# ---- as JSON


def case_object(case: Case) -> dict[str, Any]:
    """A case as an object of JSON: values as in a dataset's file, words as strings."""
    return {
        "id": case.id,
        "type": case.type,
        "members": list(case.members),
        "parts": [list(part) for part in case.parts],
        "claims": [_field_object(field) for field in case.claims],
        "judgements": [
            {
                "judgement": str(judgement.judgement),
                "records": list(judgement.records),
                "who": judgement.who,
                "when": judgement.when,
                "why": judgement.why,
            }
            for judgement in case.judgements
        ],
    }


def _field_object(field: FieldClaims) -> dict[str, Any]:
    told: dict[str, Any] = {"field": field.field, "claims": [_claim_object(claim) for claim in field.claims]}
    if (consensus := field.consensus) is not None:
        told["consensus"] = {
            "value": list(consensus.value) if isinstance(consensus.value, tuple) else _value(consensus.value),
            "reached": str(consensus.reached),
            "records": list(consensus.records),
            "because": consensus.because,
            "would_change": consensus.would_change,
        }
    if (conflict := field.conflict) is not None:
        told["conflict"] = {
            "sentence": conflict.sentence,
            "records": [claim.record for claim in conflict.claims],
            "difference": None if conflict.difference is None else _value(conflict.difference),
        }
    return told


def _claim_object(claim: Claim) -> dict[str, Any]:
    told: dict[str, Any] = {
        "record": claim.record,
        "source": claim.source,
        "pointer": claim.pointer,
        "value": _value(claim.value),
    }
    if claim.others:
        told["others"] = [_value(value) for value in claim.others]
    return told


def _value(value: object) -> Any:
    return value if isinstance(value, str) else json.loads(dumps(value))
