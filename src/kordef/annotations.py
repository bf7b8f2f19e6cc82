"""Mentions and records as annotations: one flat JSON object for each thing found, with its quote and place.

Every line has ``doc``, ``family``, ``quote`` and ``start``, ``section`` where the words do not stand in the running text,
and the fields of its family. States stand there as ISO 3166-1 codes, numbers as decimal strings in units of one, dates
as EDTF. The how-to on annotations in the documentation describes the format.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from kordef.amounts import Amount
from kordef.builders import leftovers
from kordef.mentions.actors.finder import annotation_actors
from kordef.mentions.model import Mention
from kordef.mentions.values.finder import annotation_kind, annotation_unit
from kordef.mentions.weapons.finder import annotation_weapons
from kordef.periods import Period
from kordef.pipeline import Extraction
from kordef.records import (
    Actor,
    Agreement,
    Deployment,
    Dialogue,
    Item,
    Observation,
    Record,
    Transfer,
    WeaponSystem,
)
from kordef.values import Money, Quantity
from kordef.vocabulary import ActorKind, Counting, Qualifier, Section, Stage, TransferKind

__all__ = ["annotate", "document_key", "leftover_annotations"]

Line = dict[str, Any]

_STATUS = {
    Stage.SELECTED: "planned",
    Stage.FRAMEWORK: "planned",
    Stage.DELIVERING: "signed",
    Stage.SUSPENDED: "signed",
    Stage.CANCELLED: "considered",
}
"""The stages that the annotation format has no word for, as the nearest one that it has."""

_COUNTED = {"percentage_point": "percent", "TIV": "item", "times": "item", "multiple": "item"} | dict.fromkeys(
    ("vehicle", "aircraft", "ship", "missile", "round", "gun", "system", "battery", "squadron", "country", "contract"),
    "item",
)
"""Units of quantities that the annotation format has no name for, as the one that it uses for them."""

_TERMS = ("technology_transfer", "local_production", "maintenance")


def document_key(name: str) -> str:
    """The ``doc`` of a file: its name up to the first "_" or "."."""
    return re.split(r"[_.]", name, maxsplit=1)[0]


def annotate(extraction: Extraction) -> Iterator[Line]:
    """All annotations of a document, family by family, each in the order of the text."""
    doc = document_key(extraction.document.name)
    found = [
        *_values(extraction),
        *_dates(extraction),
        *({"family": "actor", **line} for line in annotation_actors(extraction.mentions)),
        *({"family": "weapon", **line} for line in annotation_weapons(extraction.mentions)),
        *_facts(extraction),
    ]
    for line in found:
        yield {"doc": doc, **line}


def leftover_annotations(extraction: Extraction) -> Iterator[Line]:
    """The mentions that no record used, in the order of the text."""
    doc = document_key(extraction.document.name)
    for mention in leftovers(extraction.mentions, extraction.records):
        kind = type(mention).__name__.removesuffix("Mention").lower()
        yield {
            "doc": doc,
            "family": "leftover",
            "mention": kind,
            **_place(mention.exact, mention.start, mention.section),
        }


def _place(quote: str, start: int, section: Section) -> Line:
    line: Line = {"quote": quote, "start": start}
    if section is not Section.BODY:
        line["section"] = str(section)
    return line


def _of(mention: Mention) -> Line:
    return _place(mention.exact, mention.start, mention.section)


def _values(extraction: Extraction) -> Iterator[Line]:
    for m in extraction.mentions.values:
        yield {
            "family": "value",
            **_of(m),
            "kind": annotation_kind(m),
            **_bounds(m.amount),
            "unit": annotation_unit(m),
            "of": m.noun,
        }


def _dates(extraction: Extraction) -> Iterator[Line]:
    for m in extraction.mentions.dates:
        if m.period.edtf is None and (m.vague or not _undated(extraction, m.story)):
            continue
        line = {"family": "date", **_of(m), "edtf": m.period.edtf, "relative": m.relative}
        if m.period.part:
            line["part"] = m.period.part
        yield line


def _undated(extraction: Extraction, story: int) -> bool:
    """Whether it is not known when a story was published, so that its "last week" can be told by nobody."""
    published = extraction.mentions.published
    return not 0 <= story < len(published) or published[story] is None


def _bounds(amount: Amount) -> Line:
    return {"low": _digits(amount.low), "high": _digits(amount.high), "qualifier": str(amount.qualifier)}


def _digits(number: Decimal | None) -> str | None:
    return None if number is None else format(number.normalize(), "f")


def _edtf(period: Period | None) -> str | None:
    return period.edtf if period else None


def _facts(extraction: Extraction) -> Iterator[Line]:
    names = _Names(extraction.records)
    order = (Agreement, Dialogue, Transfer, Deployment, Observation)
    for kind in order:
        facts = [r for r in extraction.records if isinstance(r, kind)]
        for record in sorted(facts, key=lambda r: (_quote(r)[1], r.id)):
            quote, start = _quote(record)
            line = _place(quote, start, record.section)
            if isinstance(record, Agreement):
                yield {"family": "agreement", **line, **_agreement(record, names)}
            elif isinstance(record, Dialogue):
                yield {"family": "dialogue", **line, **_dialogue(record, names)}
            elif isinstance(record, Transfer):
                yield {"family": "transfer", **line, **_transfer(record, names)}
            elif isinstance(record, Deployment):
                yield {"family": "deployment", **line, **_deployment(record, names)}
            else:
                for statistic in _observation_lines(record, names):
                    yield {"family": "statistic", **statistic}


def _quote(record: Record) -> tuple[str, int]:
    whole = next((e for e in record.evidence if not e.field), record.evidence[0])
    return whole.exact, whole.start


class _Names:
    """What actors and weapons of one document are called in annotations."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.actors: Mapping[str, Actor] = {r.id: r for r in records if isinstance(r, Actor)}
        self.weapons: Mapping[str, WeaponSystem] = {r.id: r for r in records if isinstance(r, WeaponSystem)}

    def actor(self, key: str | None) -> str | None:
        if key is None:
            return None
        actor = self.actors[key]
        if actor.code:
            return actor.code
        if actor.acts_for and actor.kind in (ActorKind.GOVERNMENT_BODY, ActorKind.MILITARY_UNIT):
            return self.actor(actor.acts_for)
        if actor.kind is ActorKind.FORUM:
            # a grouping is called by its initials where the text has them
            return next((n for n in actor.names if n.isupper() and 2 < len(n) < 8), actor.name)
        return _SHORT.get(actor.catalogue or "", actor.name)

    def publisher(self, record: Observation) -> str | None:
        """The publisher's name, with its initials in brackets where the text has both."""
        actor = self.actors.get(record.publisher_actor or "")
        if actor is None:
            return record.publisher
        short = next((n for n in actor.names if n.isupper() and n != actor.name and 2 < len(n) < 8), None)
        if short:
            return f"{actor.name} ({short})"
        own = actor.kind in (ActorKind.GOVERNMENT_BODY, ActorKind.MILITARY_UNIT)
        return actor.name if own else self.actor(actor.id)  # a body that publishes does so in its own name

    def weapon(self, item: Item) -> str | None:
        if item.weapon is None:
            return item.description
        weapon = self.weapons[item.weapon]
        return weapon.designation or weapon.name


_SHORT = {"organisation:eu": "EU", "organisation:nato": "NATO", "organisation:un": "UN"}


def _unique(names: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(n for n in names if n))


def _agreement(record: Agreement, names: _Names) -> Line:
    return {
        "name": record.name,
        "type": str(record.kind),
        "parties": _unique(names.actor(p) for p in record.parties),
        "date": _edtf(record.signed or record.in_force or record.announced or record.ended),
        "status": str(record.status),
    }


def _dialogue(record: Dialogue, names: _Names) -> Line:
    who = [p.actor for p in record.participants]
    persons = [names.actor(p) for p in who if names.actors[p].kind is ActorKind.PERSON]
    bodies = [names.actor(names.actors[p].acts_for) for p in who if names.actors[p].kind is ActorKind.PERSON]
    others = [names.actor(p) for p in who if names.actors[p].kind is not ActorKind.PERSON]
    line: Line = {
        "name": record.name,
        "kind": str(record.kind),
        "participants": _unique([*persons, *bodies, *others]),
        "place": record.place,
        "date": _edtf(record.date),
        "topics": list(record.topics),
    }
    if record.ordinal == 1:
        line["first"] = True
    return line


def _money(value: Money | None) -> Line | None:
    return None if value is None else {**_bounds(value.amount), "unit": value.currency}


def _transfer(record: Transfer, names: _Names) -> Line:
    stated = [s.date for s in record.stages]
    equivalents = record.value.equivalents if record.value else ()
    alternatives = [m for a in record.alternatives for m in (a, *a.equivalents)]
    return {
        "supplier": names.actor(record.supplier),
        "recipient": names.actor(record.recipient),
        "items": [_item(i, names) for i in record.items if i.counting is not Counting.OPTION],
        "value": _money(record.value),
        "alt_values": [_money(m) for m in (*equivalents, *alternatives)],
        "date": _edtf(stated[0]) if stated else None,
        "status": _status(record),
        "terms": [str(t) for t in record.terms if str(t) in _TERMS],
    }


def _status(record: Transfer) -> str:
    """The stage in the words of the format, which has no gifts under way: "has transferred the first of them"."""
    if record.kind is TransferKind.DONATION and record.stage is Stage.DELIVERING:
        return str(Stage.DONATED)
    if record.kind is TransferKind.PLAN and record.stage is Stage.SUSPENDED:
        # "Plans for two more were shelved": nothing has been signed
        return str(Stage.CONSIDERED)
    return _STATUS.get(record.stage, str(record.stage))


def _is_crowd(number: Amount | None) -> bool:
    """Whether a number is only that of "dozens" or "tens of thousands", which the format leaves out of transfers."""
    if number is None or number.low is None or number.high is not None or number.precision is not None:
        return False
    return number.qualifier is Qualifier.AT_LEAST and number.low in _CROWDS


_CROWDS = frozenset(map(Decimal, (24, 200, 2_000, 20_000, 200_000, 2_000_000)))


def _item(item: Item, names: _Names) -> Line:
    number = None if _is_crowd(item.number) else item.number
    ends = [_digits(e) for e in (number.low, number.high)] if number else []
    known = _unique(ends)
    line: Line = {
        "weapon": names.weapon(item),
        "number": "-".join(known) if known else None,
        "qualifier": str(number.qualifier) if number else None,
    }
    if item.unit:
        line["unit"] = item.unit
    return line


def _deployment(record: Deployment, names: _Names) -> Line:
    strength = record.strength.amount if record.strength else None
    return {
        "actor": ", ".join(_unique(names.actor(a) for a in record.actors)) or None,
        "what": record.what,
        "where": record.place,
        "with": ", ".join(_unique(names.actor(a) for a in record.partners)) or None,
        "date": _edtf(record.period),
        "number": _digits(strength.low if strength and strength.low is not None else strength.high)
        if strength
        else None,
    }


def _observation_lines(record: Observation, names: _Names) -> Iterator[Line]:
    """The figure, and one line more for each sum by which the source restates it in another currency."""
    value = record.value
    quote, start = _quote(record)
    yield {**_place(quote, start, record.section), **_statistic(record, value, names)}
    for position, other in enumerate(value.equivalents if isinstance(value, Money) else ()):
        where = next((e for e in record.evidence if e.field == f"/value/equivalents/{position}"), None)
        if where is not None:
            yield {**_place(where.exact, where.start, record.section), **_statistic(record, other, names)}


def _statistic(record: Observation, value: Money | Quantity, names: _Names) -> Line:
    unit = value.currency if isinstance(value, Money) else _COUNTED.get(value.unit, value.unit)
    return {
        "indicator": record.indicator,
        "subject": record.subject or names.actor(record.subject_actor),
        "period": _edtf(record.period),
        **_bounds(value.amount),
        "unit": unit,
        "attributed_to": names.publisher(record),
    }
