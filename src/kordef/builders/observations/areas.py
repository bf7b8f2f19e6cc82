"""Of whom or what a figure is: its reference area, actor, firm or weapon, and who stands on the other side."""

from __future__ import annotations

from attrs import evolve

from kordef.builders.observations.anaphors import (
    Scene,
    antecedent,
    area_before,
    of_speaker,
    receives,
    scheme,
)
from kordef.builders.observations.beside import (
    clients_of,
    compared,
    elliptic_owner,
    is_beside,
    listed,
    maker_of,
    makes_up,
    of_first,
    of_whole,
    ours,
    own_things,
    seller,
    that_of,
    together,
    used,
    written_for,
)
from kordef.builders.observations.indicators import Row
from kordef.builders.observations.inventories import ARSENAL
from kordef.builders.observations.licences import LICENCES
from kordef.builders.observations.names import (
    WORLD,
    Area,
    acted_for,
    again,
    clause_start,
    end_of,
    free_of,
    of_actor,
    of_weapon,
)
from kordef.builders.observations.owners import is_taken, owned_beside, owner_of
from kordef.builders.observations.phrases import BREAKS, is_label
from kordef.builders.observations.progress import HELD
from kordef.builders.observations.subjects import in_turn, of_participle, subject_of
from kordef.document import BlockKind
from kordef.vocabulary import ActorKind, EvidenceKind

__all__ = ["Scene", "area_of", "counterpart_of"]

_PUBLIC = frozenset([
    "spending", "imports", "budget", "budgets", "expenditure", "allocations", "outlay", "outlays", "procurement", "backlog",
    "commitments",
])  # fmt: skip
"""What a state pays for in its own currency."""
_POLLS = frozenset(["poll", "survey", "pollster", "pollsters"])
_SOLD = frozenset(["exports", "licences", "licenses", "approvals"])


def _in_the_world(scene: Scene) -> Area | None:
    """The thing of which it is said how many there are in all: "ordered by nine states, with 1,800 K9s in service globally"."""
    row, reading = scene.row, scene.reading
    if reading.value.kind != "count" or row.sense(reading.trigger, "held") is None:
        return None
    behind = [t.text.lower() for t in row.tokens[reading.at + 1 : reading.at + 6]]
    if "service" not in behind or _EVERYWHERE.isdisjoint(behind):
        return None
    return next((a for a in scene.known if a.weapon is not None), None)


_EVERYWHERE = frozenset(["globally", "worldwide", "world", "world-wide"])


def area_of(scene: Scene) -> Area | None:
    """The area of a figure: owner of what is measured, subject of its clause, place, else who was spoken of before.

    A ministry or agency that is cited speaks of its state: "exports fell to $9.5 billion, short of its goal, DAPA reports".
    """
    if (everywhere := _in_the_world(scene)) is not None:
        return everywhere
    area, cited = _of_its_currency(scene, _area(scene)), scene.publisher.actor if scene.publisher is not None else None
    arsenal = scene.reading.noun == ARSENAL
    if area is not None and area.publishes and area.kind is EvidenceKind.IMPLIED and scene.last is None and not arsenal:
        return _surveyed(scene)
    shared = scene.reading.value.unit == "percent" or scene.reading.borrowed
    if area is not None and area.publishes and shared and scene.earlier:
        # "Measured in SIPRI's values, the increase was 155%"
        return again(scene.last) if scene.last is not None and not scene.last.publishes else None
    if arsenal and area is not None and area.publishes:
        return Area(name=WORLD, start=area.start, end=area.end, kind=EvidenceKind.IMPLIED)
    if (
        scene.reading.noun == LICENCES
        and not scene.reading.compared
        and (area is None or area.kind is EvidenceKind.IMPLIED or receives(scene.row, area))
    ):
        return _licensing(scene)
    if area is None:
        limit = min(scene.reading.trigger, scene.reading.at)
        worldwide = (a for a in scene.known if a.name == WORLD and 0 <= a.at < max(limit, 1))
        return next(worldwide, None)  # "world spending represented 2.1% of global output"
    if area.weapon is not None and area.kind is EvidenceKind.IMPLIED and _is_public(scene):
        story = scene.row.line.story
        home, kind = scene.around.home(story), EvidenceKind.IMPLIED
        return of_actor(scene.around.page, home, home.start, home.end, kind=kind) if home is not None else None
    asks = scene.publisher if not _POLLS.isdisjoint(scene.row.words) else None
    if asks is not None and asks.start <= area.start < asks.end:  # who asks is not who answers
        home = scene.around.home(scene.row.line.story) or scene.around.principal(scene.row.line.story)
        return (
            of_actor(scene.around.page, home, home.start, home.end, kind=EvidenceKind.IMPLIED)
            if home is not None
            else None
        )
    if area.actor is None:
        return area
    if area.actor.kind is ActorKind.GOVERNMENT_BODY and scene.reading.value.kind in ("money", "percent"):
        state = _of_body(scene, area)
        return area if state is None else evolve(state, at=area.at)
    if cited is None or area.actor.key != cited.key:
        return area
    if cited.kind is not ActorKind.GOVERNMENT_BODY:
        return area
    state = acted_for(scene.around.page, cited, area.start, area.end)
    return area if state is None else evolve(state, at=area.at)


def _surveyed(scene: Scene) -> Area | None:
    """Of whom an institute's figure is where only the institute is named: the world, where the sentences before speak of it."""
    story, start = scene.row.line.story, scene.row.line.start
    told = (row for row in scene.around.lead(story) if row.line.start < start)
    found = next((a for row in told for a in scene.around.areas(row) if a.name == WORLD), None)
    return again(found) if found is not None else None


def _of_body(scene: Scene, area: Area) -> Area | None:
    """The state whose money a ministry or cabinet spends: that of the currency where a story has one, else its own."""
    around, body = scene.around, area.actor
    assert body is not None
    unit = scene.reading.value.unit
    home = around.of_currency(scene.row.line.story, unit) if scene.reading.value.kind == "money" else None
    if home is not None and body.acts_for is not None and home.key != body.acts_for:
        return of_actor(around.page, home, area.start, area.end, kind=EvidenceKind.IMPLIED)
    return acted_for(around.page, body, area.start, area.end)


def _licensing(scene: Scene) -> Area | None:
    """The state that licenses exports: whose offices a story names, else whose exports it calls by an adjective."""
    around, story = scene.around, scene.row.line.story
    state = around.home(story) or around.adjectival(story)
    return (
        of_actor(around.page, state, state.start, state.end, kind=EvidenceKind.IMPLIED) if state is not None else None
    )


def _is_public(scene: Scene) -> bool:
    """Whether a sum is one that a state spends, owes or sets aside."""
    return scene.reading.value.kind == "money" and not _PUBLIC.isdisjoint(_measured(scene))


def _measured(scene: Scene) -> list[str]:
    """The words for what is measured."""
    reading = scene.reading
    return [*reading.noun.split(), *(scene.row.word(k) for k in range(*reading.measure or (0, 0)))]


def _of_its_currency(scene: Scene, area: Area | None) -> Area | None:
    """The state whose own currency a sum is in, where no word of the sentence says whose the sum is."""
    if (
        area is None
        or area.kind is not EvidenceKind.IMPLIED
        or area.actor is None
        or scene.reading.value.kind != "money"
    ):
        return area
    if area.actor.kind is ActorKind.COMPANY:
        return area
    around = scene.around
    if not _is_public(scene):
        return area
    state = around.of_currency(scene.row.line.story, scene.reading.value.unit)
    if state is None or state.key in (area.actor.key, area.actor.acts_for):
        return area
    return of_actor(around.page, state, state.start, state.end, kind=EvidenceKind.IMPLIED)


def _area(scene: Scene) -> Area | None:
    """Whose a figure is: what stands beside it wins over the figure before it, and that over the subject of the clause."""
    row, reading = scene.row, scene.reading
    if reading.noun == HELD:
        return antecedent(scene, reading.at, nearest=True)
    near = (
        together(scene)
        or _respective(scene)
        or _labelled(scene)
        or owned_beside(scene)
        or that_of(scene)
        or clients_of(scene)
        or elliptic_owner(scene)
        or own_things(scene)
        or maker_of(scene)
        or ours(scene)
        or _taken_on(scene)
        or seller(scene)
        or of_first(scene)
        or written_for(scene)
        or _listed_beside(scene)
        or compared(scene)
        or _set_against(scene)
    )
    if near is not None:
        return near
    if reading.users:
        return used(scene) or area_before(scene)
    if _is_of_which(row, reading.at) and scene.last is not None and _is_told_here(scene):
        return again(scene.last)  # "85 billion this year, of which 10 billion is earmarked"
    if reading.part and (
        reading.holder or (reading.value.kind == "money" and scene.last is not None and makes_up(scene))
    ):
        return area_before(scene)
    return _in_use(scene) or scheme(scene) or owner_of(scene) or _of_clause(scene)


def _is_told_here(scene: Scene) -> bool:
    """Whether the figure before stands in the same line."""
    return scene.row.line.start <= scene.earlier[-1][0].value.start


def _respective(scene: Scene) -> Area | None:
    """Whose turn it is where the sentence says so: "spend 3.5% and 4% respectively"."""
    if "respective" not in scene.row.words and "respectively" not in scene.row.words:
        return None
    return in_turn(scene, [a for a in scene.known if a.weapon is None])


def _taken_on(scene: Scene) -> Area | None:
    """Whose the figure before was, where this one takes it on: "48 percent of its arms from Russia, 19 percent from China"."""
    row, reading = scene.row, scene.reading
    if scene.last is None:
        return None
    if is_taken(scene):
        return again(scene.last)
    shared = reading.borrowed and reading.value.unit == "percent" and row.word(reading.at + 1) == "from"
    if shared and _is_told_here(scene) and row.word(reading.at - 1) in (",", "and", ";"):
        return again(scene.last)
    return None


def _listed_beside(scene: Scene) -> Area | None:
    """Who stands beside the figure in a list, or the whole of which he has a part: "..., with 19 percent from China"."""
    beside = listed(scene, scene.known)
    if beside is None and not (scene.reading.borrowed and scene.row.word(scene.reading.at - 1) == "with"):
        return None
    return of_whole(scene) or beside


def _set_against(scene: Scene) -> Area | None:
    """Whose the figure before was, where this one is set against it or explains it in brackets: "2.1% (1.9% in 2022)"."""
    row, reading = scene.row, scene.reading
    if scene.last is None or not reading.borrowed:
        return None
    if reading.compared and is_beside(scene):
        return again(scene.last)
    return again(scene.last) if _is_told_here(scene) and row.word(reading.at - 1) == "(" else None


def _of_clause(scene: Scene) -> Area | None:
    """The subject of the clause, the heading above it, whoever was spoken of before, and at last whom the story is about."""
    row, reading = scene.row, scene.reading
    subject = of_participle(scene) or subject_of(scene)
    if subject is not None and (
        subject.weapon is None or not reading.holder or row.sense(reading.trigger, "held", "hold") is not None
    ):
        return subject
    headed = _of_heading(scene) or _all_the_world(scene)
    if headed is not None:
        return headed
    carried = (None if scene.earlier else of_speaker(scene.around, row)) or area_before(scene) or _only(scene)
    found = carried or subject or _speaker(scene) or _only_one_acting(scene)
    if found is None and row.word(reading.at - 1) == ":" and is_label(row, reading.at - 1):  # a line of a fact sheet
        token = row.tokens[reading.at]
        weapon = scene.around.weapon_meant(row.line, token.start)
        return of_weapon(weapon, token.start, token.end, kind=EvidenceKind.IMPLIED) if weapon is not None else None
    return found or _of_story(scene)


def _speaker(scene: Scene) -> Area | None:
    """Who says it, where the publisher of the figure is one of those named."""
    cited = scene.publisher
    speaker = next((a for a in scene.named if cited is not None and cited.start <= a.start < cited.end), None)
    return again(speaker) if speaker is not None else None


def _only_one_acting(scene: Scene) -> Area | None:
    """The one named who acts, for a number that somebody has: "is all that is left to the Royal Navy"."""
    if not (scene.reading.holder and scene.reading.value.kind == "count"):
        return None
    acting = [a for a in scene.known if a.acts and not a.publishes]
    return acting[0] if len({a.name for a in acting}) == 1 else None


def _is_of_which(row: Row, at: int) -> bool:
    return row.word(at - 1) == "which" and row.word(at - 2) == "of"


def _labelled(scene: Scene) -> Area | None:
    """Under whose name a line stands, where it names nobody else: "Germany: became the largest spender ($88.5 billion)"."""
    first = next(iter(scene.known), None)
    if first is None or not 0 <= first.at <= 3 or first.weapon is not None or first.publishes:
        return None
    colon = end_of(scene.row, first)
    others = [a for a in scene.known if colon < a.at < scene.reading.at and a.name not in (WORLD, first.name)]
    return first if scene.row.word(colon) == ":" and colon < scene.reading.at and not others else None


def _in_use(scene: Scene) -> Area | None:
    """The weapon of which so many are in use, where nobody is named who has them: "more than 1,700 K9s are in use"."""
    row, reading = scene.row, scene.reading
    if not reading.holder or reading.trigger <= reading.at or row.sense(reading.trigger, "held") is None:
        return None
    if any(a.weapon is None for a in scene.known if a.at < reading.trigger + 6):
        return None
    return next((a for a in scene.known if a.weapon is not None and a.at == reading.at + 1), None)


def _of_heading(scene: Scene) -> Area | None:
    """The state or organisation under whose name a list stands: "GERMANY" above "2022-2024: 36 drones, EUR 3.8 million"."""
    around, line = scene.around, scene.row.line
    heading = around.heading(line) if line.kind is BlockKind.LIST_ITEM else None
    if heading is None or len(heading.tokens) > 3:
        return None
    named = [a for a in around.areas(around.row(heading)) if a.actor is not None and a.acts]
    told = sum(token.kind == "word" for token in heading.tokens if token.text not in ("the", "of"))
    return again(named[0]) if len(named) == 1 and not told else None


def _all_the_world(scene: Scene) -> Area | None:
    """The world, where it is the subject or the title speaks of all: "the world spent", "Global military spending rises"."""
    row = scene.row
    for area in scene.known:
        moves = row.sense(area.at + 1, "change", "flow", "spend", "level") if row.word(area.at) == "world" else None
        if area.name == WORLD and area.at < scene.reading.at and moves is not None:
            return area
    title = scene.around.title(row.line.story) if scene.reading.value.kind in ("money", "percent") else None
    if title is None or scene.earlier or any(a.acts and a.at < scene.reading.at for a in scene.known):
        return None
    first = next(iter(scene.around.areas(title)), None)
    if first is None or first.name != WORLD or first.at > 1:
        return None
    near = {title.word(k) for k in range(first.at + 1, first.at + 4)}
    return again(first) if not near.isdisjoint(_measured(scene)[-1:]) else None


def _of_story(scene: Scene) -> Area | None:
    """The state that the story is about, for a sum or share of which nothing else says whose it is."""
    if scene.reading.value.kind not in ("money", "percent") or scene.reading.users:
        return None
    story = scene.row.line.story
    around, sold = scene.around, not _SOLD.isdisjoint(_measured(scene))
    seller = (around.home(story) or around.adjectival(story)) if sold else None
    mention = seller or around.of_currency(story, scene.reading.value.unit) or around.principal(story)
    if mention is None:
        return None
    return of_actor(scene.around.page, mention, mention.start, mention.end, kind=EvidenceKind.IMPLIED)


def counterpart_of(scene: Scene, area: Area | None) -> Area | None:
    """Who is on the other side: "from the USA", "to Ukraine", the buyer that accounts for a share of the seller's exports."""
    row, reading = scene.row, scene.reading
    known = [
        a
        for a in scene.named
        if a.weapon is None and a.name != WORLD and not a.publishes and (area is None or a.name != area.name)
    ]
    beside = listed(scene, known)
    if beside is not None:
        return beside
    for other in known:
        before = other.at - 2 if row.word(other.at - 1) == "the" else other.at - 1
        if other.at > reading.at and row.word(before) in ("to", "from", "for"):
            between = range(reading.at + 1, other.at)
            if not any(
                row.kind(k) == "value" or row.word(k) in BREAKS or row.word(k) in (",", "that", "which")
                for k in between
            ):
                return other
    owned = (
        reading.whole is not None and area is not None and (area.at > reading.at or area.kind is EvidenceKind.IMPLIED)
    )
    if reading.part or owned:
        begin = clause_start(row, reading.at)
        ahead = [a for a in free_of(row, known) if begin <= a.at < reading.at]
        return ahead[-1] if ahead else None
    return None


# ---- beside the number


def _only(scene: Scene) -> Area | None:
    """The one state that a sentence names at all: "contracts fell to $6 billion, Turkey's arms agency reports"."""
    states = {a.name: a for a in scene.named if a.actor is not None and a.actor.kind is ActorKind.STATE}
    states = {name: a for name, a in states.items() if not receives(scene.row, a)}
    return next(iter(states.values())) if len(states) == 1 else None
