"""Builders: from the mentions of a document to its records.

``records(document, mentions, catalogue)`` composes the rooms of this package: the source of each story, the actors and
weapon systems, then one builder for each kind of fact. A builder is a function from a :class:`~kordef.builders.page.Page`
to records; builders do not know one another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module

from kordef.builders.entities import actor_ids, actor_records, weapon_ids, weapon_records
from kordef.builders.grammar.tokens import lines
from kordef.builders.page import Page
from kordef.builders.passages import with_passages
from kordef.builders.prices import without_prices
from kordef.builders.sources import source_records
from kordef.builders.statements import attributed
from kordef.builders.topics import off_subject
from kordef.catalogue import Catalogue
from kordef.document import Document
from kordef.identity import references
from kordef.mentions.model import Mention, Mentions
from kordef.records import Actor, Record

__all__ = ["leftovers", "page_of", "records"]

_BUILDERS = (
    "agreements.builder",
    "dialogues.builder",
    "transfers.builder",
    "deployments.builder",
    "observations.builder",
    "events",
    "statements",
)
"""The rooms whose ``build`` makes records, in the order in which their records stand."""


@cache
def _builders() -> tuple[Callable[[Page], tuple[Record, ...]], ...]:
    return tuple(import_module(f"kordef.builders.{name}").build for name in _BUILDERS)


def page_of(document: Document, mentions: Mentions, catalogue: Catalogue) -> Page:
    """A document with its mentions, made ready for the builders."""
    sources = source_records(document, mentions)
    ids = tuple(s.id for s in sources)
    actors = actor_ids(mentions.actors, mentions.weapons, document.sha256, catalogue)
    weapons = weapon_ids(mentions.weapons, document.sha256)
    every = tuple(lines(document, mentions))
    away = off_subject(document, mentions, every)
    return Page(
        document=document,
        mentions=mentions,
        sources=ids,
        source_records=sources,
        lines=tuple(line for line in every if line.story not in away),
        away=away,
        actor_ids=actors,
        weapon_ids=weapons,
        actors={
            a.id: a for a in actor_records(mentions.actors, mentions.weapons, actors, ids, catalogue, document.text)
        },
        weapons={w.id: w for w in weapon_records(mentions.weapons, weapons, actors, ids, catalogue, document.text)},
        catalogue=catalogue,
    )


def records(document: Document, mentions: Mentions, catalogue: Catalogue) -> tuple[Record, ...]:
    """All records of one document: its sources, actors and weapon systems, and the facts that it states.

    A story that is not about defence and security yields no fact, whatever words it borrows.
    """
    page = page_of(document, mentions, catalogue)
    built = [record for build in _builders() for record in build(page)]
    facts = tuple(attributed(page, without_prices(built)))
    sources = with_passages(document, page.source_records, facts)
    actors = tuple(page.actors.values())
    weapons = tuple(page.weapons.values())
    return (*sources, *_spoken_of(actors, (*actors, *weapons, *facts)), *weapons, *facts)


def _spoken_of(actors: tuple[Actor, ...], every: tuple[Record, ...]) -> Iterator[Actor]:
    """The actors that the text names, and those that only the catalogue brings in where a record refers to them."""
    used = {target for record in every for _, target in references(record)}
    return (a for a in actors if a.names or a.id in used)


def leftovers(mentions: Mentions, facts: tuple[Record, ...]) -> Iterator[Mention]:
    """The mentions that no fact used: those that no evidence of a record other than sources, actors and weapons touches."""
    spans = sorted(
        (e.start, e.end)
        for r in facts
        if r.type not in ("source", "actor", "weapon_system")
        for e in r.evidence
        if e.field
    )
    every = sorted(
        (*mentions.values, *mentions.dates, *mentions.actors, *mentions.weapons), key=lambda m: (m.start, m.end)
    )
    at = reach = 0
    for mention in every:
        while at < len(spans) and spans[at][0] < mention.end:
            reach = max(reach, spans[at][1])
            at += 1
        if reach <= mention.start:
            yield mention
