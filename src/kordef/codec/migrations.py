"""Older versions of the format: the steps that lead from each to the next, up to the one that is written.

A step changes the decoded JSON of one record, before anything of it is checked, and nothing else; what it gives is read as
strictly as any file. A new version adds its step at the end of :data:`STEPS`, and a file of the version before to
``tests/formats``, which must be readable from then on.

What the versions brought:

- 1.1: ``review`` of every record; ``rejected`` and ``quotes`` of sources; ``sha256`` of evidence. A statement's ``speaker``
  is the id of an actor and nothing else: in files of 1.0 it could be a name, which is now in ``described``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeAlias, TypeGuard

from attrs import frozen

from kordef.codec.layout import VERSION
from kordef.codec.text import is_list
from kordef.forms import id_pattern

__all__ = ["STEPS", "Migration", "Step", "migration_from", "oldest"]

Migration: TypeAlias = Callable[[Any], Any]
"""Turns the decoded JSON of one record into that of a later version."""


@frozen
class Step:
    """From one version of the format to the next."""

    before: str
    after: str
    change: Migration


_ACTOR = re.compile(id_pattern("actor"))


def _speakers_are_actors(record: Any) -> Any:
    if not _is_object(record) or record.get("type") != "statement":
        return record
    speaker = record.get("speaker")
    if not isinstance(speaker, str) or _ACTOR.fullmatch(speaker):
        return record
    changed = {key: value for key, value in record.items() if key != "speaker"}
    if speaker.strip() and changed.get("described") is None:
        changed["described"] = speaker
    evidence = record.get("evidence")
    if is_list(evidence):  # what supported the speaker now supports what describes them
        changed["evidence"] = [_moved(each) for each in evidence]
    return changed


def _moved(evidence: Any) -> Any:
    at_speaker = _is_object(evidence) and evidence.get("field") == "/speaker"
    return {**evidence, "field": "/described"} if at_speaker else evidence


def _is_object(value: object) -> TypeGuard[dict[str, Any]]:
    return type(value) is dict


STEPS: tuple[Step, ...] = (Step("1.0", "1.1", _speakers_are_actors),)
"""Every step, the oldest first."""


def oldest() -> str:
    """The oldest version that can be read."""
    return STEPS[0].before if STEPS else VERSION


def migration_from(version: str) -> Migration | None:
    """What turns a record of an older version into one of the version that is written, all steps in turn.

    ``None`` for the version that is written. :raises LookupError: no step begins at the version
    """
    if version == VERSION:
        return None
    starts = [step.before for step in STEPS]
    if version not in starts:
        raise LookupError(version)
    changes = [step.change for step in STEPS[starts.index(version) :]]

    def migrate(record: Any) -> Any:
        for change in changes:
            record = change(record)
        return record

    return migrate
