"""Who owns what a figure measures: "French exports", "its share", "36% of India's imports"."""

from __future__ import annotations

from kordef.builders.figure_anaphors import Scene, antecedent, named_before
from kordef.builders.figure_names import WORLD, Area, again, clause_start, free_of
from kordef.builders.indicators import Row
from kordef.vocabulary import Basis

__all__ = ["owner_of"]

_GOALS = ("to", "from", "for", "by")
_GOING = frozenset(["go", "goes", "going", "went", "gone", "flow", "flows", "flowed", "flowing"])
_WORLDWIDE = frozenset(["global", "all", "world", "worldwide", "market", "its", "their", "gdp"])
_EQUAL = frozenset(["equivalent", "equal", "corresponds", "equals"])
_WHOLES = frozenset(["total", "deals", "sum", "whole", "orders", "sales", "value"])
"""What a share is one of, where the sentence before says whose it is."""


def owner_of(scene: Scene) -> Area | None:
    """Who owns what is measured: "French exports", "Poland's spending", "its share", "36% of India's imports"."""
    row, reading = scene.row, scene.reading
    if any(row.word(k) in _EQUAL for k in range(max(0, reading.at - 4), reading.at)):
        return None
    if row.word(reading.trigger) in _GOING and reading.trigger > reading.at:  # "are flowing into Estonia's bases"
        reach = range(reading.trigger, reading.trigger + 5)
        return next((a for a in scene.known if a.at in reach and a.weapon is None), None)
    owner = _owner_of_whole(scene, reading.whole) if reading.whole is not None else None
    if owner is not None or reading.measure is None or reading.borrowed:
        return owner
    start, end = reading.measure
    changed = row.sense(reading.trigger, "change") is not None and reading.trigger < reading.at
    if changed and start > reading.at + 1 and row.word(start - 1) in ("and", ","):
        return None  # "Israel slipped by 2 per cent, and Dutch deliveries fell"
    first = start
    while first > 0 and (row.word(first - 1) in ("'s", "’s") or row.kind(first - 1) == "actor"):
        first -= 1
    inside = [a for a in scene.known if first <= a.at < end and (a.weapon is None or not reading.holder)]
    owners = [a for a in inside if a.name != WORLD and not _is_goal(row, a, with_too=True)]
    actor = next((a for a in owners if a.weapon is None), None)
    whose = {row.word(start - 1), row.word(start)}
    if actor is not None and not (
        whose & {"its", "their"} and any(row.word(k) == "to" for k in range(start, actor.at))
    ):
        return actor
    if whose & {"its", "their", "whose", "his"}:
        return antecedent(scene, start, "whose" in whose)
    for at in (start - 1, start):
        sense = row.sense(at, "anaphor")
        if sense is not None and row.tokens[at].text.endswith(("'s", "’s")):
            return named_before(scene, sense.name, at)
    if owners:
        return owners[0]
    worldwide = inside and reading.basis is not Basis.SHARE and not _has_subject(scene)
    return inside[0] if worldwide else None


def _owner_of_whole(scene: Scene, whole: tuple[int, int]) -> Area | None:
    row, reading = scene.row, scene.reading
    inside = [a for a in scene.known if a.at in range(*whole) and a.weapon is None and a.name != WORLD]
    if scene.last is not None and not inside and {row.word(k) for k in range(*whole)} & {"they", "it"}:
        return again(scene.last)  # "64 percent of what they received"
    if inside and not _is_goal(row, inside[0]):
        taker = next((a for a in free_of(row, scene.known) if a.at < reading.at and a.acts), None)
        return taker if taker is not None and inside[0].actor is None else inside[0]
    for k in range(*whole):
        sense = row.sense(k, "anaphor")
        if sense is not None and row.tokens[k].text.endswith(("'s", "’s")):
            return named_before(scene, sense.name, k)
    if scene.last is not None and (_is_of_one_before(scene, whole) or row.word(whole[0]) in ("them", "these", "those")):
        return again(scene.last)
    return None


def _is_of_one_before(scene: Scene, whole: tuple[int, int]) -> bool:
    """Whether a share is one of the flows of who was spoken of before: "Poland accounted for 72% of total exports", Korea's."""
    row, area = scene.row, scene.last
    if area is None or not area.acts or any(a.at in range(*whole) for a in scene.known):
        return False
    flows = any(s.name == "flow" for k in range(*whole) for s in row.senses.get(k, ()) if s.tag == "measure")
    flows = flows or bool(_WHOLES & {row.word(k) for k in range(*whole)})
    subject = next((a for a in free_of(row, scene.known) if a.at < scene.reading.at), None)
    other = subject is not None and (subject.acts or subject.actor is None) and subject.name != area.name
    return flows and other and not _WORLDWIDE & {row.word(k) for k in range(*whole)}


def _is_goal(row: Row, area: Area, *, with_too: bool = False) -> bool:
    """Whether an area stands behind "to", "from", "for" or "by", with or without an article."""
    before = row.word(area.at - 2) if row.word(area.at - 1) == "the" else row.word(area.at - 1)
    return before in _GOALS or (with_too and before == "with")


def _has_subject(scene: Scene) -> bool:
    measure = scene.reading.measure
    limit = min(scene.reading.at, measure[0] if measure else scene.reading.at)
    begin = clause_start(scene.row, limit)
    return any(begin <= a.at < limit for a in free_of(scene.row, scene.known))
