"""Deployments in tables: "Exercise | Forces | Place | Month", "Mission | Country | Troops" under a title that tells of forces."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kordef.builders.deployments.drafts import Draft
from kordef.builders.forces import Side
from kordef.builders.grammar.surroundings import word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.listings import Listing, Row, listings
from kordef.builders.page import Page
from kordef.mentions.model import ActorMention, DateMention, ValueMention
from kordef.vocabulary import ActorKind, DeploymentKind, Modality

__all__ = ["drafts_in_tables"]

_KINDS = (
    (word_set("exercise exercises drill drills manoeuvre manoeuvres maneuver maneuvers"), DeploymentKind.EXERCISE),
    (word_set("port-call port-calls calls ports"), DeploymentKind.PORT_CALL),
    (word_set("patrol patrols patrolling"), DeploymentKind.PATROL),
    (word_set("instructors trainers"), DeploymentKind.TRAINING),
    (word_set("mission missions operation operations peacekeeping"), DeploymentKind.OPERATION),
    (word_set("deployment deployments deployed troops contingents rotations forces abroad"), DeploymentKind.DEPLOYMENT),
)
"""Words in a title, or over a column, that make the rows deployments of a kind; the first that fits."""
_CAPTION = 120
"""So many characters a line above a table may have that names it."""
_NAMES = ("exercise", "name", "mission", "operation", "drill", "manoeuvre")
_PLACES = ("place", "venue", "location", "where", "area", "region", "port", "sea", "waters", "host")
_DAYS = ("date", "dates", "when", "month", "year", "period", "since", "time")
_PARTNERS = ("partners", "partner", "participants", "forces", "with", "contributor")
_STATES = ("country", "countries", "nation", "nations", "state", "states", "flag")
"""Words over the columns of states: of whoever takes part, and of states that are places where the title names the forces."""
_STRENGTHS = ("troops", "personnel", "strength", "soldiers", "number")
_LEADS = ("framework", "lead", "leader", "led")
_HOSTS = ("host", "hosts", "location", "where", "place")
"""Words over the columns of those who lead forces, and of those on whose ground they stand."""
_UNITS = ("unit", "ship", "ships", "contingent")
_ARMED = word_set(
    "military army navy naval air troops soldiers contingents peacekeepers battlegroup battlegroups forces exercise exercises "
    "missions deployments defence defense"
)


def drafts_in_tables(page: Page) -> Iterator[Draft]:
    """The exercises, missions and port calls in the rows of tables that list them with their forces."""
    for listing in listings(page):
        titles = [line for line in listing.above if line in listing.titles or _is_caption(listing, line)]
        words = [line.words for line in reversed(titles)]
        headed = frozenset(w for header in listing.headers for w in header.split())
        kind = next((k for ws in (*words, headed) for stems, k in _KINDS if not stems.isdisjoint(ws)), None)
        armed = any(not _ARMED.isdisjoint(ws) for ws in (*words, headed))
        leads, hosts = listing.headed(*_LEADS), listing.headed(*_HOSTS)
        if leads and hosts and leads != hosts and (armed or listing.headed("troops", "personnel", "soldiers")):
            yield from _led(listing, leads, hosts)
        elif kind is not None and armed:
            yield from _drafts(listing, kind, titles)


def _led(listing: Listing, leads: list[int], hosts: list[int]) -> Iterator[Draft]:
    """The forces that states lead on the ground of others: "Host | Framework nation | Troops"."""
    strengths = listing.headed(*_STRENGTHS)
    for row in listing.rows:
        # a town in the column is where something is led from, and nobody who leads
        sides = [s for s in _sides(row.within(leads)) if not s[1].as_place]
        line = row.line
        place = _cell(row, hosts)
        if not sides or place is None:
            continue
        yield Draft(
            line=line,
            at=0,
            start=line.start,
            end=line.end,
            kind=DeploymentKind.DEPLOYMENT,
            modality=Modality.ASSERTED,
            actors=sides,
            place=place,
            strength=next((t.mention for t in row.within(strengths) if isinstance(t.mention, ValueMention)), None),
        )


def _drafts(listing: Listing, kind: DeploymentKind, titles: list[Line]) -> Iterator[Draft]:
    named, places = listing.headed(*_NAMES), listing.headed(*_PLACES)
    strengths = listing.headed(*_STRENGTHS)
    is_port = kind is DeploymentKind.PORT_CALL
    owners = [] if is_port else _owners(titles)
    port = _port(titles) if is_port and not places else None
    shared = [s for s in owners if not s[0].startswith("state:")]
    lists_them = not owners or shared or listing.headed("contributor", "contributors")
    contributed = strengths and not is_port and not named and lists_them
    if contributed and not listing.headed("place", "location", "where"):
        # "Country | Troops" under the title of a mission lists whose they are; the title says where
        port, owners, places = _port(titles), [], []
    forces, states = listing.headed(*_PARTNERS), listing.headed(*_STATES)
    if owners and not forces:
        places = places or states
    forces = [n for n in forces or ([] if owners else states or listing.filled(_is_state)) if n not in places]
    if not (forces or owners) or not (places or named or port) or not (named or listing.headed(*_DAYS) or strengths):
        return
    since = listing.headed("since")
    for row in listing.rows:
        sides = _sides(row.within(forces))
        actors = [*(o for o in owners if o[0] not in {k for k, _ in sides}), *sides] if owners else sides
        if not actors:
            continue
        line = row.line
        draft = Draft(
            line=line, at=0, start=line.start, end=line.end, kind=kind, modality=Modality.ASSERTED, actors=actors
        )
        draft.partners = list(shared) if contributed else []
        if owners and sides:
            draft.actors, draft.partners = actors[:1], actors[1:]
        draft.place = _cell(row, places) or port
        draft.named_at = _cell(row, named)
        draft.partners += [s for s in _missions(row.within(named)) if s[0] not in {k for k, _ in draft.partners}]
        if draft.named_at is not None:
            draft.name = listing.page.document.text[slice(*draft.named_at)]
        draft.unit = _cell(row, listing.headed(*_UNITS))
        days = (t.mention for t in row.within(listing.headed(*_DAYS)) if isinstance(t.mention, DateMention))
        if (day := next(days, None)) is not None and day.period.edtf is not None:
            draft.period, draft.dates = day.period, [day]
            if since:
                draft.open_from(day)
        elif (day := _day_above(titles)) is not None:
            draft.period, draft.dates = day.period, [day]
        draft.strength = next((t.mention for t in row.within(strengths) if isinstance(t.mention, ValueMention)), None)
        yield draft


def _is_caption(listing: Listing, line: Line) -> bool:
    """Whether a line right above a table, though no title, is one by its form: short, and no sentence."""
    return line.block == listing.above[-1].block and line.end - line.start < _CAPTION and not _ends(line)


def _ends(line: Line) -> bool:
    return bool(line.tokens) and line.tokens[-1].text in (".", "?", "!")


def _missions(tokens: Iterator[Token]) -> list[Side]:
    """The organisations whose missions some tokens name: "KFOR"."""
    return [
        (m.acts_for, m)
        for t in tokens
        if isinstance(m := t.mention, ActorMention)
        and m.acts_for is not None
        and m.acts_for.startswith("organisation:")
    ]


def _day_above(titles: list[Line]) -> DateMention | None:
    """The day for which a title gives all rows: "Irish soldiers abroad on 1 May 2025"."""
    for line in reversed(titles):
        for token in reversed(line.tokens):
            mention = token.mention
            if isinstance(mention, DateMention) and mention.period.edtf is not None and not mention.dateline:
                return mention
    return None


def _is_state(token: Token) -> bool:
    return isinstance(token.mention, ActorMention) and token.mention.kind in (ActorKind.STATE, ActorKind.IGO)


def _sides(tokens: Iterator[Token]) -> list[Side]:
    """The states whose forces some tokens name."""
    found: dict[str, Side] = {}
    for token in tokens:
        mention = token.mention
        if isinstance(mention, ActorMention):
            key = mention.key if _is_state(token) else mention.acts_for
            if key is not None:
                found.setdefault(key, (key, mention))
    return list(found.values())


def _owners(titles: list[Line]) -> list[Side]:
    """Whose forces all the rows are of: the one state that the nearest title names."""
    for line in reversed(titles):
        named = _sides(t for t in line.tokens if not (isinstance(m := t.mention, ActorMention) and m.as_place))
        if named:
            return named if len(named) == 1 else []
    return []


def _port(titles: list[Line]) -> tuple[int, int] | None:
    """Where the ships of all rows called, as the nearest title says: "Foreign ships at Busan"."""
    for line in reversed(titles):
        for before, token in pairwise(line.tokens):
            if token.kind == "actor" and before.text in ("at", "in", "to"):
                return token.start, token.end
    return None


def _cell(row: Row, columns: list[int]) -> tuple[int, int] | None:
    """The first filled cell of some columns."""
    cells = (row.cells[n] for n in columns if n < len(row.cells))
    return next(((c.start, c.end) for c in cells if c.end - c.start > 1), None)
