"""Who owns what a figure measures: "French exports", "its share", "36% of India's imports"."""

from __future__ import annotations

from kordef.builders.observations.anaphors import Scene, antecedent, counted_group, group_before, named_before
from kordef.builders.observations.indicators import Row
from kordef.builders.observations.names import WORLD, Area, again, clause_start, end_of, free_of
from kordef.builders.observations.passing import DRAWS
from kordef.builders.observations.phrases import STOPS
from kordef.vocabulary import Basis

__all__ = ["is_taken", "owned_beside", "owner_of", "reported"]

_GOALS = ("to", "from", "for", "by")
_GOING = frozenset(["go", "goes", "going", "went", "gone", "flow", "flows", "flowed", "flowing"])
_ANSWERS = frozenset([
    "responsible", "accounting", "providing", "contributing", "taking", "supplying", "buying", "representing", "making", "paying",
    "spending", "receiving", "absorbing", "giving",
])  # fmt: skip
"""What somebody does in a clause that hangs on "with"."""
_WORLDWIDE = frozenset(["global", "all", "world", "worldwide", "market", "its", "their", "gdp"])
_EQUAL = frozenset(["equivalent", "equal", "corresponds", "equals"])
_WHOLES = frozenset(["total", "deals", "sum", "whole", "orders", "sales", "value"])
"""What a share is one of, where the sentence before says whose it is."""


def owned_beside(scene: Scene) -> Area | None:
    """Whose a count is by the words next to it: "Estonia's 36 howitzers", "with Nigeria responsible for 71 per cent"."""
    row, reading = scene.row, scene.reading
    if row.word(reading.at - 1) in ("'s", "’s"):  # "twelve times Taipei's 607 billion dollars"
        owner = next((a for a in scene.known if end_of(row, a) == reading.at - 1 and a.weapon is None), None)
        if owner is not None:
            return owner
    if reading.noun == "readiness" and row.word(0) == "of":  # "Of the 109 Eurofighters of the Luftwaffe, 58 were ready"
        return next((a for a in scene.known if a.at < reading.at and a.weapon is None and a.name != WORLD), None)
    if row.word(reading.trigger) == "with" and reading.trigger == reading.at - 1 and reading.noun:
        return next(
            (a for a in scene.known if end_of(row, a) == reading.trigger - 1), None
        )  # "Lithuania, with 16 guns,"
    if row.word(reading.trigger) in DRAWS and reading.measure is not None and reading.measure[0] > reading.trigger:
        return _gathering(scene)
    if row.word(reading.at - 1) in ("the", "all") and row.word(reading.at - 2) == "of" and reading.trigger > reading.at:
        title = scene.around.title(row.line.story) if row.kind(reading.at - 3) == "value" else None
        named = scene.around.areas(title) if title is not None else ()
        return next((again(a) for a in named if a.weapon is None and a.name != WORLD), None)  # "of the 11 ships listed"
    if reading.value.kind in ("money", "percent"):
        for k in range(reading.at - 1, max(0, reading.at - 5), -1):
            if row.word(k) in _ANSWERS and any(row.word(a) == "with" for a in range(max(0, k - 4), k)):
                named_there = next((a for a in scene.known if end_of(row, a) == k and a.weapon is None), None)
                return named_there or counted_group(scene, max(0, k - 3), k)
            if row.word(k) == "accounting" and row.word(k - 1) == ",":  # "the largest is Hanwha, accounting for"
                return next(
                    (a for a in scene.known if end_of(row, a) == k - 1 and row.word(a.at - 1) in ("is", "was")), None
                )
            if row.kind(k) in ("value", "actor") or row.word(k) in (",", ";"):
                return None
    return None


def reported(scene: Scene, begin: int, limit: int) -> int:
    """Where what is said begins, if it names somebody: "the Military Balance 2024 assesses that | Iran maintains stockpiles"."""
    row = scene.row
    for k in range(limit - 1, begin, -1):
        if row.word(k) == "that" and row.sense(k - 1, "publish") is not None:
            return k + 1 if any(k < a.at < limit and a.weapon is None for a in scene.known) else begin
    return begin


def _gathering(scene: Scene) -> Area | None:
    """The exercise or fair that drew so many, under its name where it has one: "Obangame Express drew 33 nations"."""
    row, limit = scene.row, scene.reading.trigger
    first = clause_start(row, limit)
    while first < limit and (row.word(first) in ("the", "this", "that", "its", ",", "in") or row.kind(first) == "date"):
        first += 1
    end = first
    while end < limit and row.kind(end) in ("word", "actor", "weapon") and _names(scene, end):
        end += 1
    if end == first:  # "the seminar"
        while end < limit and row.kind(end) == "word" and row.word(end) not in STOPS:
            end += 1
    if end == first:
        return None
    start, stop = row.tokens[first].start, row.tokens[end - 1].end
    return Area(name=scene.around.page.document.text[start:stop], start=start, end=stop, at=first)


def _names(scene: Scene, at: int) -> bool:
    return scene.around.page.document.text[scene.row.tokens[at].start].isupper()


def owner_of(scene: Scene) -> Area | None:
    """Who owns what is measured: "French exports", "Poland's spending", "its share", "36% of India's imports"."""
    row, reading = scene.row, scene.reading
    if any(row.word(k) in _EQUAL for k in range(max(0, reading.at - 4), reading.at)):
        return None
    if row.word(reading.trigger) in _GOING and reading.trigger > reading.at:  # "are flowing into Estonia's bases"
        reach = range(reading.trigger, reading.trigger + 5)
        return next((a for a in scene.known if a.at in reach and a.weapon is None), None)
    owner = _owner_of_whole(scene, reading.whole) if reading.whole is not None and reading.noun != "stake" else None
    if owner is not None or reading.measure is None or reading.borrowed:
        return owner
    start, end = reading.measure
    if (buyer := _of_buyer(scene, start, end)) is not None:
        return buyer
    if row.word(end) == "by":  # "imports of arms by African states"
        doer = next((a for a in scene.known if a.at in (end + 1, end + 2) and a.weapon is None), None)
        if doer is not None and doer.at < reading.at:
            return doer
    for area in scene.known:  # "an increase by the firm in the production of shells"
        noun = row.sense(area.at - 2, "change") if row.word(area.at - 1) == "by" else None
        if noun is not None and row.word(end_of(row, area)) == "in" and area.at < start:
            return area
    of = end if row.word(end) == "of" else end - 2  # the phrase may take in "of the"
    after = of + 2 if row.word(of + 1) in ("the", "its", "all") else of + 1
    if row.word(of) == "of" and row.kind(after) == "value" and after < reading.at:
        takers = (a for a in free_of(row, scene.known) if after < a.at < reading.at and a.weapon is None)
        taker = next((a for a in takers if row.sense(end_of(row, a), "level", "flow") is not None), None)
        if taker is not None:
            return taker  # "of the exports of the four, Hanwha accounted for most with"
        group = counted_group(scene, after, after + 1)  # "the exports of the four firms"
        if group is not None:
            return group
    changed = row.sense(reading.trigger, "change") is not None and reading.trigger < reading.at
    if changed and start > reading.at + 1 and row.word(start - 1) in ("and", ","):
        return None  # "Israel slipped by 2 per cent, and Dutch deliveries fell"
    first = start
    while first > 0 and (
        row.word(first - 1) in ("'s", "’s")
        or row.kind(first - 1) == "actor"
        or (row.kind(first - 1) == "date" and row.word(first - 2) in ("'s", "’s"))  # "Saab's third-quarter sales"
    ):
        first -= 1
    inside = [a for a in scene.known if first <= a.at < end and (a.weapon is None or not reading.holder)]
    owners = [a for a in inside if a.name != WORLD and not _is_goal(row, a, with_too=True)]
    if any(row.word(k) in ("stake", "holding") for k in range(start, end)):
        owners = [a for a in owners if row.word(a.at - 1) != "in"]  # "a 25 percent stake in the yard"
    actor = next((a for a in owners if a.weapon is None), None)
    whose = {row.word(start - 1), row.word(start)}
    if actor is not None and not (
        whose & {"its", "their"} and any(row.word(k) == "to" for k in range(start, actor.at))
    ):
        return actor
    if "their" in whose and {row.word(k) for k in range(start, end)} & {"combined", "total", "joint", "aggregate"}:
        return group_before(scene) or antecedent(scene, start, nearest=False)
    if whose & {"its", "their", "whose", "his"}:
        return antecedent(scene, start, "whose" in whose)
    for at in (start - 1, start):
        sense = row.sense(at, "anaphor")
        if sense is not None and row.tokens[at].text.endswith(("'s", "’s")):
            return named_before(scene, sense.name, at)
    if owners:
        return owners[0]
    if inside and start > reading.at and (group := counted_group(scene, clause_start(row, reading.at), reading.at)):
        return group  # "donors have allocated 77 billion in military support to Ukraine"
    worldwide = inside and reading.basis is not Basis.SHARE and not _has_subject(scene)
    return inside[0] if worldwide else None


def _of_buyer(scene: Scene, start: int, end: int) -> Area | None:
    """Whose imports a supplier's share is one of, told before: "22 per cent of its weapons; America's portion had been 9"."""
    row, last = scene.row, scene.last
    if last is None or not last.acts or scene.reading.value.unit != "percent" or not scene.earlier:
        return None
    if row.word(end - 1) not in ("share", "portion", "part", "slice") or end - start > 3:
        return None
    previous = scene.earlier[-1][0]
    whole = previous.noun.lower().split()
    if previous.basis is not Basis.SHARE or not (
        {"its", "their"} & set(whole) or last.name.lower() in previous.noun.lower()
    ):
        return None
    supplier = next((a for a in scene.known if start <= a.at < end), None)
    return again(last) if supplier is not None and supplier.name != last.name else None


def _owner_of_whole(scene: Scene, whole: tuple[int, int]) -> Area | None:
    row, reading = scene.row, scene.reading
    inside = [a for a in scene.known if a.at in range(*whole) and a.weapon is None and a.name != WORLD]
    if scene.last is not None and not inside and {row.word(k) for k in range(*whole)} & {"they", "it"}:
        return again(scene.last)  # "64 percent of what they received"
    if inside and row.word(whole[0]) in ("its", "their") and row.word(inside[0].at - 1) in ("in", "with"):
        return antecedent(scene, reading.at, nearest=False)  # "makes a third of its revenue with customers in Asia"
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
    if row.word(scene.reading.at - 1) == "with":
        return False  # "Nigeria remained the biggest buyer with 16 per cent of the regional total"
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


_TAKES = frozenset(
    ["took", "takes", "absorbed", "absorbs", "bought", "buys", "received", "receives", "swallowed", "got", "gets"]
)
_OF_ALL = frozenset(["world", "world's", "global", "worldwide", "international", "all"])


def is_taken(scene: Scene) -> bool:
    """Whether a share is what a buyer takes of the exports told before: "46 percent went to Warsaw; Manila took 14"."""
    row, reading, last = scene.row, scene.reading, scene.last
    if not reading.borrowed or reading.value.unit != "percent" or reading.basis is not Basis.SHARE:
        return False
    if last is None or last.name == WORLD or not (last.acts or last.length):
        return False
    previous = scene.earlier[-1][0]
    if previous.value.unit != "percent" or any(w in _OF_ALL for w in previous.noun.lower().split()):
        return False
    verb = next((k for k in range(reading.at - 1, max(-1, reading.at - 9), -1) if row.word(k) in _TAKES), None)
    if verb is None or not any(a.at < verb and end_of(row, a) == verb and a.name != last.name for a in scene.known):
        return False
    return not any(row.word(k) in (";", "which", "while") for k in range(verb, reading.at))
