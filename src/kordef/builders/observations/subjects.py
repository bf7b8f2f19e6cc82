"""The subject of a figure's clause: "In 2024 Norway spent 2.2%", and of several whose turn it is: "A and B spend 3.5% and 4%"."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.observations.anaphors import Scene, all_of_them, whom
from kordef.builders.observations.indicators import Row, is_arms
from kordef.builders.observations.names import (
    WORLD,
    Area,
    again,
    clause_start,
    end_of,
    free_of,
    passed_over,
    stands_for_itself,
)
from kordef.builders.observations.owners import reported
from kordef.mentions.model import ValueMention
from kordef.vocabulary import ActorKind

__all__ = ["in_turn", "of_participle", "subject_of"]

_FELLOWS = frozenset(["member", "ally", "partner", "neighbour", "neighbor"])
_MAKES = frozenset(
    ["guns", "gun", "jets", "vehicles", "ships", "boats", "systems", "launchers", "rifles", "aircraft", "planes"]
)
_NEAR_OPENING = 24
"""Within how many words of the beginning a figure may be told of whom the opening participle tells."""
_MOVES = ("change", "flow", "spend", "level")


def subject_of(scene: Scene) -> Area | None:
    """The subject of the clause, else where it happens: "In Oceania imports fell by 10%"."""
    row, reading = scene.row, scene.reading
    if (
        reading.trigger > reading.at
        and row.sense(reading.trigger, "flow")
        and not row.sense(reading.trigger, "measure")
    ):
        behind = [a for a in scene.known if reading.at < a.at < reading.trigger and a.weapon is None]
        if behind:
            return behind[-1]
    limit = reading.trigger if reading.trigger < reading.at and row.kind(reading.trigger) == "word" else reading.at
    begin = reported(scene, clause_start(row, limit), limit)
    inside = [a for a in scene.known if begin <= a.at < limit and a.name != WORLD]
    closed = next((k for k in range(begin + 1, limit) if row.word(k) == ","), None)
    if closed is not None and begin > 1 and row.word(begin) in ("which", "who") and row.word(begin - 1) == ",":
        # "Poland, which hosts U.S. soldiers, said it would double the number"
        low = clause_start(row, begin - 1)
        outside = [a for a in scene.known if (low <= a.at < begin or closed < a.at < limit) and a.name != WORLD]
        begin, inside = (low, outside) if outside else (begin, inside)
    if row.word(begin) == "of" and inside:
        return inside[0]
    inside = [a for a in inside if not _between_dashes(row, a.at, limit)]
    inside = [a for a in inside if not (reading.holder and _says_make(row, a)) and not _owns_next(row, a, inside)]
    free = free_of(row, inside)
    turn = in_turn(scene, [a for a in free if a.weapon is None])
    if turn is not None:
        return turn
    beside = next((a for a in inside if a.at == reading.trigger - 1 and a.weapon is None), None)
    if beside is not None and row.word(beside.at - 1) != "and" and row.sense(reading.trigger, *_MOVES):
        return beside
    if free:
        return next((a for a in free if a.weapon is None), free[0])
    if not inside and (group := all_of_them(scene, begin, limit)) is not None:
        return group
    if not inside and begin > 1 and row.word(begin - 1) == ":" and not reading.borrowed:
        low = clause_start(row, begin - 1)
        ahead = free_of(row, [a for a in scene.known if low <= a.at < begin and a.weapon is None and a.name != WORLD])
        if len(ahead) == 1:
            return again(ahead[0])  # "Italy was an outlier: only 17% favoured"
    ahead = [a for a in scene.known if a.at < begin] if row.word(begin) in ("which", "who") else []
    if ahead:
        return ahead[-1]
    owners = [a for a in inside if row.word(a.at - 1) == "of"]
    return whom(scene, begin, limit) or _place(scene, inside) or (owners[0] if owners else None)


def of_participle(scene: Scene) -> Area | None:
    """Of whom a participle that opens the sentence tells: "Planning to spend 2.4% this year, Germany is set to reach 3.5%"."""
    row = scene.row
    if not row.word(0).endswith("ing") or row.kind(0) != "word" or scene.reading.at > _NEAR_OPENING:
        return None
    comma = next((k for k in range(1, len(row.tokens)) if row.word(k) == ","), len(row.tokens))
    named = comma + 2 if row.word(comma + 1) == "the" else comma + 1
    return next((a for a in scene.known if a.at == named and a.weapon is None and stands_for_itself(row, a)), None)


def _owns_next(row: Row, area: Area, named: Sequence[Area]) -> bool:
    """Whether a name says only where the next one is at home: "Britain's BAE Systems"."""
    mark = end_of(row, area)
    if row.word(mark) not in ("'s", "’s"):
        return False
    member = next((k for k in range(mark + 1, mark + 4) if row.word(k) in _FELLOWS), None)
    return any(
        (a.at == mark + 1 and a.actor is not None and a.actor.kind is ActorKind.COMPANY)
        or (member is not None and a.at == member + 1)  # "NATO's newest member Sweden"
        for a in named
    )


def _says_make(row: Row, area: Area) -> bool:
    """Whether an adjective says where arms come from: "the French guns"."""
    if area.actor is None or area.actor.form != "adjective":
        return False
    return row.kind(area.at + 1) == "weapon" or is_arms(row.word(area.at + 1)) or row.word(area.at + 1) in _MAKES


def _between_dashes(row: Row, at: int, limit: int) -> bool:
    dashes = [k for k in range(max(0, at - 30), limit) if row.word(k) in ("—", "–")]
    return any(k < at for k in dashes) and any(k > at for k in dashes)


def in_turn(scene: Scene, free: Sequence[Area]) -> Area | None:
    """The subject whose turn it is: "Latvia and Lithuania spend 3.5% and 4%"."""
    row, at = scene.row, scene.reading.at
    joined = [a for a in free if row.word(end_of(row, a)) in ("and", ",") or row.word(a.at - 1) in ("and", ",")]
    values = [k for k in range(len(row.tokens)) if row.kind(k) == "value"]
    units = {m.unit for k in values if isinstance(m := row.tokens[k].mention, ValueMention)}
    alike = len(units) == 1 or len(units - {"item"}) == 1  # "3 billion and 2 billion dollars"
    if len(joined) == len(values) > 1 and alike and at in values and values[0] > joined[-1].at:
        return joined[values.index(at)]
    return None


def _place(scene: Scene, inside: Sequence[Area]) -> Area | None:
    """Where it happens; of several places that whose turn it is: "in Oceania and Asia imports fell by 10% and 43%"."""
    row, at = scene.row, scene.reading.at
    located: list[Area] = []
    for area in inside:
        position = area.at - 1
        while passed_over(row, position):
            position -= 1
        if area.weapon is None and row.word(position) in ("in", "for", "across", "at"):
            located.append(area)
    values = [k for k in range(len(row.tokens)) if row.kind(k) == "value"]
    if len(values) == len(located) and at in values:
        return located[values.index(at)]
    return located[0] if located else None
