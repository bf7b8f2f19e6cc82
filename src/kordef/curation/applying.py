"""Entries applied to the records of their document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from typing import Any

from attrs import evolve

from kordef.builders.passages import with_passages
from kordef.codec import structure, unstructure
from kordef.curation.entries import Entry, Quote
from kordef.curation.names import Names, from_written
from kordef.document import Document
from kordef.errors import InvalidValue, Malformed
from kordef.evidence import Evidence, resolve, unsupported
from kordef.forms import fields_of
from kordef.identity import record_id, references
from kordef.records import RECORD_TYPES, Record, Rejection, Review, Source
from kordef.vocabulary import EvidenceKind, ReviewAction, Vocabulary

__all__ = ["apply"]


def apply(document: Document, records: Sequence[Record], entries: Iterable[Entry]) -> tuple[Record, ...]:
    """The records of a document after the entries for it.

    Corrections and rejections find their record among those that the loaders made; additions come last and may refer to
    one another in their order. An entry that would change nothing changes nothing, and leaves no mark.

    Raises :class:`~kordef.errors.CurationError` for a quote that the text does not have or has several times, an entry that
    fits no record or several, a field without a quote, and what the record's class refuses.
    """
    entries = tuple(entries)
    if not entries:
        return tuple(records)
    work = _Work(document, records)
    for entry in entries:
        if entry.action != "add":
            work.change(entry)
    for entry in entries:
        if entry.action == "add":
            work.add(entry)
    return work.result()


class _Work:
    """The records of one document while entries change them."""

    def __init__(self, document: Document, records: Sequence[Record]) -> None:
        self.document = document
        self.made = tuple(records)
        self.sources = [r for r in records if isinstance(r, Source)]
        self.records: dict[str, Record] = {r.id: r for r in records}
        self.touched: dict[str, Entry] = {}
        self.rejected: dict[str, list[Rejection]] = {}
        self.removed: dict[str, Entry] = {}
        self.added_at: dict[tuple[str, int], int] = {}

    def result(self) -> tuple[Record, ...]:
        """All records, the sources with what was rejected and with the sentences that new quotes lie in."""
        for record in self.records.values():
            for pointer, target in references(record):
                if target in self.removed:
                    raise self.removed[target].error(
                        f"{target} cannot be rejected, because {record.id} refers to it in '{pointer}'; "
                        "correct or reject that one as well"
                    )
        after = tuple(self.records.values())
        if after == self.made:
            return self.made
        facts = [r for r in after if r.type not in ("source", "actor", "weapon_system")]
        sources = [evolve(s, rejected=tuple(self.rejected.get(s.id, ()))) for s in self.sources]
        renewed = {s.id: s for s in with_passages(self.document, sources, facts)}
        return tuple(renewed.get(r.id, r) for r in after)

    # ---- corrections and rejections

    def change(self, entry: Entry) -> None:
        """Correct or reject one record."""
        record = self._target(entry)
        if record.id in self.touched:
            raise entry.error(
                f"{self.touched[record.id].where} is about the same record, {record.id}; expected one entry"
            )
        self.touched[record.id] = entry
        if entry.action == "reject":
            words = _own(record)
            assert words is not None
            self.rejected.setdefault(record.source, []).append(
                Rejection(record_type=record.type, exact=words.exact, reason=entry.reason, by=entry.by)
            )
            self.removed[record.id] = entry
            del self.records[record.id]
        else:
            self.records[record.id] = self._corrected(entry, record)

    def _target(self, entry: Entry) -> Record:
        """The one record that an entry is about."""
        places = self._places(entry, entry.quote, "the quote")
        length = len(entry.quote.exact)
        exact: list[Record] = []
        near: list[Record] = []
        for record in self.made:
            words = _own(record)
            if words is None or record.type != entry.type:
                continue
            first = bisect_right(places, words.start - length)  # the first that ends behind the start of the words
            if first == len(places) or places[first] >= words.end:
                continue
            same = words.end - words.start == length and places[first] == words.start
            (exact if same else near).append(record)
        found = exact or near
        if entry.only and found:
            chosen = [r for r in found if self._has(entry, r)]
            if not chosen:
                raise entry.error(f"no {entry.type} with these words has the fields of 'only'; {_listed(found)}")
            found = chosen
        if not found:
            there = [r for r in self.made if r.type == entry.type]
            raise entry.error(f"no {entry.type} rests on this quote; {self.document.name} has {len(there)} of them")
        if len(found) > 1:
            raise entry.error(
                f"{len(found)} records of type {entry.type} rest on this quote: {_listed(found)}; "
                "quote the words of one alone, or say in 'only' what it has and the others have not"
            )
        return found[0]

    def _has(self, entry: Entry, record: Record) -> bool:
        fields = {**unstructure(record), **self._written(entry, entry.only, record)}
        try:
            wanted = structure(fields, type(record))
        except Malformed:  # what another record says makes no sense of this one
            return False
        return all(getattr(wanted, name) == getattr(record, name) for name in entry.only)

    def _corrected(self, entry: Entry, record: Record) -> Record:
        fields = {**unstructure(record), **self._written(entry, entry.record, record)}
        fields = {k: v for k, v in fields.items() if k not in entry.clear and k != "evidence"}
        bare = self._structured(entry, fields, type(record))
        self._told(entry, bare)
        names = [f.name for f in fields_of(type(record)) if f.name != "evidence"]
        changed = tuple(name for name in names if getattr(bare, name) != getattr(record, name))
        own = _own(record)
        assert own is not None
        evidence = tuple(self._evidence(entry, bare, record, own))
        if not changed and evidence == record.evidence:
            return record
        self._signed(entry)
        review = Review(action=ReviewAction.CORRECTED, reason=entry.reason, by=entry.by, changed=changed)
        return self._supported(entry, self._complete(entry, bare, evidence, review), unsupported(record), own)

    def _evidence(self, entry: Entry, bare: Record, old: Record, own: Evidence) -> Iterator[Evidence]:
        """The evidence of a corrected record: that of the fields that are as they were, and that of the entry's quotes."""
        given = {field: self._found(entry, field, quotes, old.source, own) for field, quotes in entry.quotes.items()}
        done: set[str] = set()
        for evidence in old.evidence:
            field = evidence.field
            if field not in given:
                if _same(bare, old, field):
                    yield evidence
                continue
            if field not in done:
                done.add(field)
                before = tuple(e for e in old.evidence if e.field == field)
                yield from self._with_kinds(given[field], entry.quotes[field], before)
        for field, found in given.items():
            if field not in done:
                yield from found

    @staticmethod
    def _with_kinds(
        found: tuple[Evidence, ...], quotes: tuple[Quote, ...], before: tuple[Evidence, ...]
    ) -> Iterator[Evidence]:
        """Quotes that do not say of what kind they are keep the kind of the same words before."""
        kinds = {(e.start, e.exact): e.kind for e in before}
        for evidence, quote in zip(found, quotes, strict=True):
            kind = kinds.get((evidence.start, evidence.exact)) if quote.kind is None else quote.kind
            yield evolve(evidence, kind=kind or evidence.kind)

    # ---- additions

    def add(self, entry: Entry) -> None:
        """Add one record."""
        self._signed(entry)
        places = self._places(entry, entry.quote, "the quote")
        if len(places) > 1:
            raise entry.error(_several("the quote", entry.quote, places))
        start, exact = places[0], entry.quote.exact
        block = self.document.block_at(start)
        story = 0 if block is None else self.document.blocks[block].story
        source = self.sources[story].id
        own = Evidence(source=source, field="", start=start, end=start + len(exact), exact=exact)
        rank = self.added_at.get((entry.type, start), 0)
        self.added_at[entry.type, start] = rank + 1
        cls = RECORD_TYPES[entry.type]
        fields = {
            "type": entry.type,
            "id": record_id(entry.type, self.document.sha256, "by hand", start, rank),
            "source": source,
            **({} if block is None else {"section": str(self.document.blocks[block].section)}),
            **self._written(entry, entry.record, None, source),
        }
        bare = self._structured(entry, fields, cls)
        self._told(entry, bare)
        found = [
            evidence
            for field, quotes in entry.quotes.items()
            for evidence in self._found(entry, field, quotes, source, own)
        ]
        review = Review(action=ReviewAction.ADDED, reason=entry.reason, by=entry.by)
        added = self._complete(entry, bare, (own, *found), review)
        self.records[added.id] = self._supported(entry, added, (), own)

    # ---- what both need

    def _signed(self, entry: Entry) -> None:
        if not entry.reason or not entry.by:
            raise entry.error("'reason' and 'by' must say why, and who says so")

    def _written(self, entry: Entry, fields: Any, record: Record | None, source: str | None = None) -> dict[str, Any]:
        """The fields that an entry gives, as decoded JSON with ids."""
        story = record.source if record is not None else source
        names = Names(r for r in self.records.values() if r.source == story)
        forms = {f.name: f.form for f in fields_of(RECORD_TYPES[entry.type])}
        try:
            return {name: from_written(value, forms[name], names) for name, value in fields.items()}
        except InvalidValue as problem:
            raise entry.error(str(problem)) from None

    def _structured(self, entry: Entry, fields: dict[str, Any], cls: type[Record]) -> Record:
        try:
            return structure(fields, cls)
        except Malformed as problem:
            raise entry.error(str(problem)) from None

    @staticmethod
    def _told(entry: Entry, record: Record) -> None:
        """See that the quotes of an entry are for something: not for a field that says nothing."""
        for field in entry.quotes:
            with suppress(InvalidValue):  # what is not there at all is the record's own complaint
                if field and resolve(record, field) in (None, ()):
                    raise entry.error(
                        f"a quote is given for {field.lstrip('/')!r}, which says nothing; give it a value"
                    )

    def _complete(self, entry: Entry, bare: Record, evidence: tuple[Evidence, ...], review: Review) -> Record:
        try:
            return evolve(bare, evidence=evidence, review=review)
        except InvalidValue as problem:  # a quote for a field that the record no longer has
            raise entry.error(str(problem)) from None

    def _supported(self, entry: Entry, record: Record, before: tuple[str, ...], own: Evidence) -> Record:
        """The record, if words are given for each of its facts that had some or is new. What a vocabulary names follows
        from the words of the whole entry, unless it has its own."""
        missing = [field for field in unsupported(record) if field not in before]
        implied = [f for f in missing if _is_judgement(record, f)]
        if bare := [f for f in missing if f not in implied]:
            raise entry.error(f"no quote is given for {', '.join(f.lstrip('/') for f in bare)}")
        more = (evolve(own, field=field, kind=EvidenceKind.IMPLIED) for field in implied)
        return evolve(record, evidence=(*record.evidence, *more))

    def _found(
        self, entry: Entry, field: str, quotes: tuple[Quote, ...], source: str, own: Evidence
    ) -> tuple[Evidence, ...]:
        """The evidence that an entry gives for a field."""
        return tuple(
            Evidence(
                source=source,
                field=field,
                start=start,
                end=start + len(quote.exact),
                exact=quote.exact,
                kind=quote.kind or EvidenceKind.STATED,
            )
            for quote in quotes
            for start in (self._nearest(entry, field, quote, own),)
        )

    def _nearest(self, entry: Entry, field: str, quote: Quote, own: Evidence) -> int:
        """Where the words for a field stand: in the record's words, in their sentence, or at the one place in the text."""
        name = f"the quote for {field.lstrip('/')!r}"
        places = self._places(entry, quote, name)
        sentence = self.document.sentence_at(own.start)
        spans = [(own.start, own.end)]
        if sentence is not None:
            spans.append((min(sentence.start, own.start), max(sentence.end, own.end)))
        for start, end in spans:
            inside = [place for place in places if start <= place and place + len(quote.exact) <= end]
            if len(inside) == 1:
                return inside[0]
        if len(places) == 1:
            return places[0]
        raise entry.error(_several(name, quote, places))

    def _places(self, entry: Entry, quote: Quote, name: str) -> list[int]:
        """Where words stand in the text; the one of ``at`` where they stand several times."""
        text, exact = self.document.text, quote.exact
        places: list[int] = []
        at = text.find(exact)
        while at >= 0:
            places.append(at)
            at = text.find(exact, at + len(exact))
        if not places:
            raise entry.error(f"{name} {_short(exact)} is not in {self.document.name}; expected its very characters")
        if len(places) > 1 and quote.at is not None:
            if not text.startswith(exact, quote.at):
                raise entry.error(f"{name} {_short(exact)} does not stand at {quote.at}; {_listed_places(places)}")
            return [quote.at]
        return places


def _own(record: Record) -> Evidence | None:
    return next((e for e in record.evidence if not e.field), None)


def _same(new: Record, old: Record, field: str) -> bool:
    """Whether both hold the same at a pointer."""
    try:
        return not field or bool(resolve(new, field) == resolve(old, field))
    except InvalidValue:
        return False


def _is_judgement(record: Record, field: str) -> bool:
    """Whether a fact is a word of a vocabulary or a yes: what a reader concludes from the words as a whole."""
    return isinstance(resolve(record, field), (Vocabulary, bool))


def _listed(records: Sequence[Record]) -> str:
    return ", ".join(r.id for r in records[:5]) + (f" and {len(records) - 5} more" if len(records) > 5 else "")


def _listed_places(places: Sequence[int]) -> str:
    shown = ", ".join(map(str, places[:5]))
    return f"it stands at {shown}" + (f" and {len(places) - 5} more places" if len(places) > 5 else "")


def _several(name: str, quote: Quote, places: Sequence[int]) -> str:
    return (
        f"{name} {_short(quote.exact)} stands at {len(places)} places; quote more words, or say which with "
        f"at = {places[0]} ({_listed_places(places)})"
    )


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:57]}...")
