"""The records: one frozen class for each kind of fact, with the fields that the field's standards name.

Serialisation lives in :mod:`kordef.codec`; here is only what a record is. References between records are ids: an actor
is referred to by the id of an :class:`Actor` of the same source, a weapon by the id of a :class:`WeaponSystem`.
"""

from __future__ import annotations

from kordef.records.dealings import (
    TARGET_LEVELS,
    Agreement,
    Delivery,
    Dialogue,
    Item,
    Participant,
    StageDate,
    Target,
    Transfer,
)
from kordef.records.named import Actor, Passage, Post, Rejection, Source, Stretch, WeaponSystem
from kordef.records.record import Attribution, Record, Review
from kordef.records.told import Cell, Deployment, Event, Observation, Statement

__all__ = [
    "RECORD_TYPES",
    "TARGET_LEVELS",
    "Actor",
    "Agreement",
    "Attribution",
    "Cell",
    "Delivery",
    "Deployment",
    "Dialogue",
    "Event",
    "Item",
    "Observation",
    "Participant",
    "Passage",
    "Post",
    "Record",
    "Rejection",
    "Review",
    "Source",
    "StageDate",
    "Statement",
    "Stretch",
    "Target",
    "Transfer",
    "WeaponSystem",
]

RECORD_TYPES: dict[str, type[Record]] = {
    cls.type: cls
    for cls in (
        Source,
        Actor,
        WeaponSystem,
        Agreement,
        Dialogue,
        Transfer,
        Deployment,
        Observation,
        Event,
        Statement,
    )
}
"""The record classes by the tag that stands first in their JSON."""
