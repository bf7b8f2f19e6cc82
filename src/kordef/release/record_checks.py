"""Whether the records of a release are what the format says: schema, references, codes, quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kordef.catalogue import load as load_catalogue
from kordef.codec import loads_records
from kordef.dataset import Dataset
from kordef.errors import KordefError, Malformed
from kordef.forms import fields_of
from kordef.identity import references
from kordef.records import Record, WeaponSystem
from kordef.release.contents import DATASET
from kordef.release.faults import Notes
from kordef.release.quoting import LONGEST
from kordef.vocabulary import Quoting

__all__ = ["check_records"]

_COUNTRY = next(field.form for field in fields_of(WeaponSystem) if field.name == "origin")


def check_records(content: bytes, notes: Notes) -> Dataset | None:
    """The dataset of ``dataset.json``, or ``None`` where it cannot be read as one; what is wrong is noted."""
    try:
        records = loads_records(content)
    except Malformed as error:
        for path, sentence in error.problems:
            notes.fault("schema", DATASET, f"{sentence} in '{path}'" if path else sentence)
        return None
    except KordefError as error:
        notes.fault("schema", DATASET, str(error))
        return None
    notes.checked.append(f"schema of {len(records)} records, their dates (EDTF), currencies and units")
    if not _whole(records, notes):
        return None
    try:
        dataset = Dataset.of(records)
    except KordefError as error:
        notes.fault("references", DATASET, str(error))
        return None
    notes.checked.append(f"{sum(len(references(record)) for record in records)} references between records")
    _check_codes(records, notes)
    _check_quotes(dataset, notes)
    return dataset


def _whole(records: Sequence[Record], notes: Notes) -> bool:
    known = {record.id for record in records}
    whole = True
    for record in records:
        named = [*references(record), *(("/evidence", evidence.source) for evidence in record.evidence)]
        for pointer, target in named:
            if target not in known:
                notes.fault(
                    "references", DATASET, f"{record.id} refers to {target!r} in '{pointer}', which is not there"
                )
                whole = False
    return whole


def _check_codes(records: Sequence[Record], notes: Notes) -> None:
    known = {state.code for state in load_catalogue().states}
    count = 0
    for record in records:
        for pointer, code in _countries(record):
            count += 1
            if code not in known:
                notes.fault(
                    "codes", DATASET, f"{record.id} has {code!r} in '{pointer}', which is no country code (ISO 3166-1)"
                )
    notes.checked.append(f"{count} country codes (ISO 3166-1)")


def _countries(record: Record) -> Iterator[tuple[str, str]]:
    for field in fields_of(type(record)):
        value = getattr(record, field.name)
        if field.form == _COUNTRY and value is not None:
            yield f"/{field.name}", value


def _check_quotes(dataset: Dataset, notes: Notes) -> None:
    by_source = {source.id: source.quotes for source in dataset.sources}
    for source in dataset.sources:
        if source.quotes is Quoting.NOTHING:
            notes.fault("quotes", DATASET, f"{source.id} may not be published at all")
    count = 0
    for record in dataset.records:
        for number, evidence in enumerate(record.evidence):
            count += 1
            where = f"{record.id} at '/evidence/{number}'"
            if len(evidence.exact) > LONGEST:
                notes.fault(
                    "quotes", DATASET, f"{where} quotes {len(evidence.exact)} characters, expected at most {LONGEST}"
                )
            if evidence.exact and by_source[evidence.source] is Quoting.OFFSETS:
                notes.fault("quotes", DATASET, f"{where} quotes a source that may not be quoted")
    notes.checked.append(f"{count} quotes, of at most {LONGEST} characters")
