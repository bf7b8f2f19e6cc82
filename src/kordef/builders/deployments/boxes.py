"""Exercises, missions and units in boxes of facts: "Exercise: Cold Response 2022. Location: Norway. Troops: 30,000."."""

from __future__ import annotations

from collections.abc import Iterator

from kordef.builders.deployments.drafts import Draft
from kordef.builders.fact_boxes import STRENGTHS, Box, Fact, boxes
from kordef.builders.force_places import place_after
from kordef.builders.forces import Side, sides_in
from kordef.builders.page import Page
from kordef.builders.timing import period_of
from kordef.mentions.model import DateMention, ValueMention
from kordef.vocabulary import DeploymentKind, Modality

__all__ = ["drafts_in_boxes"]

_KINDS = {
    "exercise": DeploymentKind.EXERCISE,
    "drill": DeploymentKind.EXERCISE,
    "manoeuvre": DeploymentKind.EXERCISE,
    "operation": DeploymentKind.OPERATION,
    "mission": DeploymentKind.OPERATION,
    "unit": DeploymentKind.DEPLOYMENT,
    "contingent": DeploymentKind.DEPLOYMENT,
    "battlegroup": DeploymentKind.DEPLOYMENT,
    "deployment": DeploymentKind.DEPLOYMENT,
    "detachment": DeploymentKind.DEPLOYMENT,
}
_NAMES = frozenset(
    [*_KINDS, "name", "title", "event", "exercise name", "operation name", "name of exercise", "name of operation"]
)
_PLACES = frozenset(
    (
        "location,place,area,where,deployed to,region,theatre,base,venue,host nation,host country,host,area of operations,"
        "training area,stationed in,stationed at,based at"
    ).split(",")
)
_TIMES = frozenset("date,dates,period,duration,when,time,held,start,started,since,established,launched,from".split(","))
_BEGUN = frozenset(["start", "started", "since", "established", "launched"])
_DOERS = frozenset(
    (
        "country,lead nation,framework nation,nation,nations,participants,participating nations,participating states,"
        "contributors,contributing nations,troop contributors,states,sending state,sending country,troops,led by,lead"
    ).split(",")
)


def drafts_in_boxes(page: Page) -> Iterator[Draft]:
    """The deployments of the boxes of a page: what is named, where it is, and when it is or who takes part."""
    text = page.document.text.casefold()
    if not any(word in text for word in _KINDS):
        return
    for box in boxes(page):
        draft = _draft(page, box)
        if draft is not None:
            yield draft


def _named(page: Page, box: Box) -> tuple[Fact | None, tuple[int, int], DeploymentKind] | None:
    """What a box is about: where its name stands, and its kind."""
    fact = box.first(_NAMES)
    line, at = (fact.line, fact.at) if fact is not None else (box.head, 0)
    if line is None or at >= len(line.tokens):
        return None
    words = [
        *(fact.label.split() if fact is not None else ()),
        *page.document.text[line.start : line.end].casefold().split(),
    ]
    kind = next((_KINDS[w.strip(".:,")] for w in words if w.strip(".:,") in _KINDS), None)
    end = len(line.tokens) - (line.tokens[-1].text == ".")
    return None if kind is None else (fact, (line.tokens[at].start, line.tokens[end - 1].end), kind)


def _draft(page: Page, box: Box) -> Draft | None:
    named = _named(page, box)
    place = next((p for f in box.facts if f.label in _PLACES and (p := _place(page, f)) is not None), None)
    if named is None or place is None:
        return None
    fact, span, kind = named
    line = fact.line if fact is not None else box.head
    assert line is not None
    timed = next((f for f in box.facts if f.label in _TIMES and _date(f) is not None), None)
    date = _date(timed) if timed is not None else None
    actors: dict[str, Side] = {}
    for told in box.facts:
        if told.label in _DOERS:
            for key, mention in sides_in(told.line.tokens, told.at, len(told.line.tokens)):
                actors.setdefault(key, (key, mention))
    strength = next((v for f in box.facts if f.label in STRENGTHS and (v := _strength(f)) is not None), None)
    if (date is None) + (strength is None) + (not actors) > 1:
        return None
    draft = Draft(
        line=line,
        at=0,
        start=span[0],
        end=span[1],
        kind=kind,
        modality=Modality.ASSERTED,
        actors=list(actors.values()),
        place=place,
        strength=strength,
        verbal=True,
    )
    if kind is DeploymentKind.DEPLOYMENT:
        draft.unit = span
    else:
        draft.name, draft.named_at = page.document.text[slice(*span)], span
    if date is not None and timed is not None:
        edtf = date.period.edtf or ""
        begun = timed.label in _BEGUN and "/" not in edtf
        draft.period, draft.dates = period_of(f"{edtf}/..") if begun else date.period, [date]
    return draft


def _place(page: Page, fact: Fact) -> tuple[int, int] | None:
    spot = place_after(page, fact.line.tokens, fact.at, len(fact.line.tokens), bare=True)
    return spot[:2] if spot is not None else None


def _date(fact: Fact) -> DateMention | None:
    return next((m for t in fact.tokens if isinstance(m := t.mention, DateMention) and m.period.edtf), None)


def _strength(fact: Fact) -> ValueMention | None:
    """The first number of people behind a label; "27 nations, 30,000 troops" has one."""
    values = [m for t in fact.tokens if isinstance(m := t.mention, ValueMention)]
    people = next((v for v in values if v.kind == "persons"), None)
    return people or (values[0] if len(values) == 1 and values[0].kind == "count" and values[0].noun is None else None)
