"""Deployments: forces sent, stationed, exercising, patrolling, training or calling at ports."""

from __future__ import annotations

from collections.abc import Iterable, Set
from itertools import chain

from kordef.builders.chronology import entry_day
from kordef.builders.deployments.acts import Acts
from kordef.builders.deployments.beside import Beside
from kordef.builders.deployments.boxes import drafts_in_boxes
from kordef.builders.deployments.drafts import Draft, merged, unit_of
from kordef.builders.deployments.events import Events
from kordef.builders.deployments.fact_pages import drafts_on_fact_pages
from kordef.builders.deployments.lasting import stays_until
from kordef.builders.deployments.reader import Reader
from kordef.builders.deployments.sifting import sifted
from kordef.builders.deployments.sorties import sorties
from kordef.builders.deployments.tables import drafts_in_tables
from kordef.builders.deployments.turns import turns
from kordef.builders.forces import Side
from kordef.builders.page import Page
from kordef.evidence import Evidence
from kordef.identity import record_id
from kordef.mentions.model import DateMention
from kordef.records import Deployment
from kordef.values import Quantity
from kordef.vocabulary import DeploymentKind, EvidenceKind

__all__ = ["build"]


def build(page: Page) -> tuple[Deployment, ...]:
    """The deployments, exercises, patrols and port calls that a document tells of, each once."""
    drafts: list[Draft] = []
    reader = Reader(page)
    acts, beside, events = Acts(page, reader.owners), Beside(page, reader.owners), Events(page, reader.owners)
    latest: list[Draft] = []
    for position, line in enumerate(page.lines):
        found: list[Draft] = []
        standing: list[Draft] = []
        for draft in chain(
            # The frames of forces, which say whose they are: all others only tell what these have left.
            reader.read(position, line),
            # "Spain took over from Italy": two turns of one mission, which verbs of going would run together.
            turns(page, reader.owners, line, found),
            # Plain verbs of going and guarding, of which a place or an event must say that forces do it.
            acts.read(position, line, found, event=reader.echoes.told(position, line)),
            # Further flags in the sentence: they are known by not being among those told of.
            beside.read(line, found),
            # A name alone, and a number alone, where nothing else was told.
            events.read(line, found),
            sorties(page, line, found),
        ):
            _date_by_entry(page, draft)
            found.append(draft)
            standing.append(merged(drafts, draft))
            reader.echoes.note(position, standing[-1])
        if (same := stays_until(line, standing, latest)) is not None:
            drafts.remove(same)
            standing.remove(same)
        latest = standing or latest
        acts.note(found)
        begun = next((d for d in found if d.apart and d.kind is DeploymentKind.OPERATION), None)
        reader.told = begun or reader.told
    text = page.document.text
    told = [text[d.line.start : d.line.end] for d in drafts if not d.bare]
    listed = list(drafts_in_tables(page))
    tables = {d.line.block for d in listed}
    missions = [*drafts_on_fact_pages(page), *drafts_in_boxes(page)]
    headed = {d.line for d in missions}
    drafts = [d for d in drafts if d.line not in headed]
    listed.extend(missions)
    drafts = sifted(page, [d for d in drafts if not _is_title_of(d, tables)]) + listed
    kept = [d for d in drafts if not (d.bare and d.name and any(d.name in other for other in told))]
    return tuple(_record(page, d, rank) for rank, d in enumerate(kept))


def _date_by_entry(page: Page, draft: Draft) -> None:
    """Date what is told without a day by the entry of a chronology that tells it."""
    day = entry_day(page, draft.line)
    if draft.period is None and day is not None and isinstance(day.mention, DateMention):
        draft.period, draft.dates, draft.implied = day.mention.period, [day.mention], True


def _is_title_of(draft: Draft, tables: Set[int]) -> bool:
    """Whether a noun such as "Exercises of the Finnish Army" only says what the table below lists."""
    bare = not draft.verbal and draft.name is None and draft.place is None
    return bare and not tables.isdisjoint(range(draft.line.block + 1, draft.line.block + 4))


def _unique(page: Page, story: int, sides: Iterable[Side], taken: frozenset[str]) -> dict[str, Side]:
    """The sides by the id of their Actor; two keys may stand for one Actor."""
    known = {
        page.actor_ids[story, side[0]]: side for side in reversed(tuple(sides)) if (story, side[0]) in page.actor_ids
    }
    return {actor: known[actor] for actor in reversed(known) if actor not in taken}


def _record(page: Page, draft: Draft, rank: int) -> Deployment:
    story = draft.line.story
    whole = (draft.start, draft.end)
    evidence: list[Evidence] = [
        page.evidence(story, "", whole),
        page.evidence(story, "/what", whole, EvidenceKind.IMPLIED),
        page.evidence(story, "/kind", whole, EvidenceKind.IMPLIED),
    ]
    actors = _unique(page, story, draft.actors, frozenset())
    partners = _unique(page, story, draft.partners, frozenset(actors))
    for goal, field in ((actors, "actors"), (partners, "partners")):
        for n, (key, mention) in enumerate(goal.values()):
            kind = EvidenceKind.STATED if mention.key == key else EvidenceKind.IMPLIED
            evidence.append(page.evidence(story, f"/{field}/{n}", mention, kind))
    text = page.document.text
    operation = text[slice(*draft.named_at)] if draft.named_at else None
    for pointer, span in (("/unit", draft.unit), ("/place", draft.place), ("/operation", draft.named_at)):
        if span:
            evidence.append(page.evidence(story, pointer, span))
    if draft.period is not None:
        evidence.extend(
            page.evidence(
                story, "/period", d, EvidenceKind.STATED if n == 0 and not draft.implied else EvidenceKind.IMPLIED
            )
            for n, d in enumerate(draft.dates)
        )
    if draft.strength is not None:
        evidence.append(page.evidence(story, "/strength", draft.strength))
    weapons = list({page.weapon(w): w for w in draft.weapons}.items())
    evidence.extend(page.evidence(story, f"/weapons/{n}", w) for n, (_, w) in enumerate(weapons))
    return Deployment(
        id=record_id("deployment", page.document.sha256, draft.start, rank),
        source=page.sources[story],
        section=draft.line.section,
        modality=draft.modality,
        evidence=tuple(evidence),
        what=" ".join(text[draft.start : draft.end].split()),
        kind=draft.kind,
        actors=tuple(actors),
        unit=text[slice(*draft.unit)] if draft.unit else None,
        operation=operation,
        partners=tuple(partners),
        weapons=tuple(w for w, _ in weapons),
        place=text[slice(*draft.place)] if draft.place else None,
        period=draft.period,
        strength=Quantity(amount=draft.strength.amount, unit=unit_of(draft.strength)) if draft.strength else None,
    )
