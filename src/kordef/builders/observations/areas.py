"""Of whom or what a figure is: its reference area, actor, firm or weapon, and who stands on the other side."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from kordef.builders.observations.anaphors import (
    Scene,
    antecedent,
    area_before,
    class_meant,
    counted_group,
    of_speaker,
    scheme,
    whom,
)
from kordef.builders.observations.indicators import Row, is_arms
from kordef.builders.observations.names import (
    BREAKS,
    WORLD,
    Area,
    acted_for,
    again,
    clause_start,
    end_of,
    free_of,
    of_actor,
    of_weapon,
    passed_over,
)
from kordef.builders.observations.owners import is_taken, owned_beside, owner_of, reported
from kordef.builders.observations.phrases import is_label
from kordef.builders.observations.progress import HELD
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, ValueMention
from kordef.vocabulary import ActorKind, Basis, EvidenceKind

__all__ = ["CLIENTS", "Scene", "area_of", "counterpart_of"]

_LEADS = frozenset(["leads", "led", "lead", "followed", "follows", "tops", "comes", "came"])
_PLACED = frozenset(["next", "second", "third", "first", "last", "behind", "close", "fourth", "fifth"])
_MEMBERS = frozenset(["ally", "allies", "member", "members"])
_LARGEST = frozenset(["largest", "biggest", "top", "leading"])
_PUBLIC = frozenset(
    ["spending", "imports", "budget", "budgets", "expenditure", "allocations", "outlay", "outlays", "procurement"]
)
"""What a state pays for in its own currency."""
_MAKES = frozenset(
    ["guns", "gun", "jets", "vehicles", "ships", "boats", "systems", "launchers", "rifles", "aircraft", "planes"]
)
_MOVES = ("change", "flow", "spend", "level")


def area_of(scene: Scene) -> Area | None:
    """The area of a figure: owner of what is measured, subject of its clause, place, else who was spoken of before.

    A ministry or agency that is cited speaks of its state: "exports fell to $9.5 billion, short of its goal, DAPA reports".
    """
    area, cited = _of_its_currency(scene, _area(scene)), scene.publisher.actor if scene.publisher is not None else None
    if area is None or area.actor is None or cited is None or area.actor.key != cited.key:
        return area
    if cited.kind is not ActorKind.GOVERNMENT_BODY:
        return area
    state = acted_for(scene.around.page, cited, area.start, area.end)
    return area if state is None else evolve(state, at=area.at)


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
    around, row, reading = scene.around, scene.row, scene.reading
    words = [reading.noun, *(row.word(k) for k in range(*reading.measure or (0, 0)))]
    if not _PUBLIC.intersection(words):
        return area
    state = around.of_currency(scene.row.line.story, scene.reading.value.unit)
    if state is None or state.key in (area.actor.key, area.actor.acts_for):
        return area
    return of_actor(around.page, state, state.start, state.end, kind=EvidenceKind.IMPLIED)


def _area(scene: Scene) -> Area | None:
    row, reading = scene.row, scene.reading
    if reading.noun == HELD:
        return antecedent(scene, reading.at, nearest=True)
    other = (
        owned_beside(scene)
        or _that_of(scene)
        or _clients_of(scene)
        or _elliptic_owner(scene)
        or _own_things(scene)
        or _ours(scene)
    )
    if other is not None:
        return other
    if is_taken(scene) and scene.last is not None:
        return again(scene.last)
    listed = _listed(scene, scene.known)
    if listed is not None or (reading.borrowed and row.word(reading.at - 1) == "with"):
        whole = _of_whole(scene) or listed
        if whole is not None:
            return whole
    compared = _compared(scene)
    if compared is not None:
        return compared
    if reading.compared and reading.borrowed and scene.last is not None and _is_beside(scene):
        return again(scene.last)
    if (
        reading.borrowed
        and scene.last is not None
        and row.line.start <= scene.earlier[-1][0].value.start
        and row.word(reading.at - 1) == "("
    ):
        return again(scene.last)
    if reading.users:
        return _used(scene) or area_before(scene)
    if reading.part and (
        reading.holder or (reading.value.kind == "money" and scene.last is not None and _makes_up(scene))
    ):
        return area_before(scene)
    in_use = _in_use(scene)
    if in_use is not None:
        return in_use
    owner = scheme(scene) or owner_of(scene)
    if owner is not None:
        return owner
    subject = _subject(scene)
    if subject is not None and (
        subject.weapon is None or not reading.holder or row.sense(reading.trigger, "held", "hold") is not None
    ):
        return subject
    headed = _of_heading(scene)
    if headed is not None:
        return headed
    carried = (None if scene.earlier else of_speaker(scene.around, row)) or area_before(scene) or _only(scene)
    cited = scene.publisher
    speaker = next((a for a in scene.named if cited is not None and cited.start <= a.start < cited.end), None)
    found = carried or subject or (again(speaker) if speaker is not None else None)
    if found is None and row.word(reading.at - 1) == ":" and is_label(row, reading.at - 1):  # a line of a fact sheet
        token = row.tokens[reading.at]
        weapon = scene.around.weapon_meant(row.line, token.start)
        return of_weapon(weapon, token.start, token.end, kind=EvidenceKind.IMPLIED) if weapon is not None else None
    return found or _of_story(scene)


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


def _makes_up(scene: Scene) -> bool:
    """Whether a sum is said to be what somebody or something accounts for of the sum before."""
    sense = scene.row.sense(scene.row.start_of(scene.reading.trigger), "level")
    return sense is not None and sense.name in ("account for", "make up", "take up")


def _is_beside(scene: Scene) -> bool:
    """Whether the figure before stands in the same sentence, in front of "down from", and nobody else has this one."""
    row, at = scene.row, scene.reading.at
    if not row.line.start <= scene.earlier[-1][0].value.start < row.line.end:
        return False
    return row.word(at - 1) == "from" and row.word(at - 2) in ("up", "down") and row.kind(at + 2) != "actor"


def _of_story(scene: Scene) -> Area | None:
    """The state that the story is about, for a sum or share of which nothing else says whose it is."""
    if scene.reading.value.kind not in ("money", "percent") or scene.reading.users:
        return None
    story = scene.row.line.story
    mention = scene.around.of_currency(story, scene.reading.value.unit) or scene.around.principal(story)
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
    listed = _listed(scene, known)
    if listed is not None:
        return listed
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


def _listed(scene: Scene, known: Sequence[Area]) -> Area | None:
    """Who stands before the number in a list: "Germany (EUR 17.7 billion)", "Poland with 46%", "and Latvia 3.15%"."""
    row, reading = scene.row, scene.reading
    beside = next((a for a in known if end_of(row, a) == reading.at and a.weapon is None), None)
    if reading.borrowed and beside is not None and row.word(beside.at - 1) in ("and", ",", "the", ";"):
        return beside
    mark = row.word(reading.at - 1)
    if mark == "with" and row.word(reading.at - 2) in _PLACED and row.word(reading.at - 3) in _LEADS:
        return next((a for a in known if end_of(row, a) == reading.at - 3 and a.weapon is None), None)
    if mark == "with" and row.word(reading.at - 2) in _LEADS:  # "Denmark leads with 2.2%"
        return next((a for a in known if end_of(row, a) == reading.at - 2 and a.weapon is None), None)
    if mark == "with" and row.word(reading.at - 2) == ",":
        return next((a for a in known if end_of(row, a) == reading.at - 2 and a.weapon is None), None)
    if mark not in ("(", "with", "at", ":", ",") or (mark == "," and not reading.borrowed):
        return None
    end = reading.at - 2 if mark == "at" and row.word(reading.at - 2) == "," else reading.at - 1
    area = next((a for a in known if end_of(row, a) == end and a.weapon is None), None)
    if area is None or mark == "(":
        return area
    ahead = row.word(area.at - 2) if row.word(area.at - 1) == "the" else row.word(area.at - 1)
    led = (ahead == "of" and row.word(area.at - 2) in ("ahead", "front")) or row.word(area.at - 2) == "followed"
    return area if led or ahead in ("", ",", "and", ";", "before") else None


def _of_whole(scene: Scene) -> Area | None:
    """The owner of what a list divides: "Russian exports went to India (38%), China (17%)" are shares of Russia's."""
    area = scene.last
    if (
        not scene.reading.borrowed
        or scene.reading.basis is not Basis.SHARE
        or area is None
        or area.name == WORLD
        or not (area.acts or area.length)
    ):
        return None
    previous = scene.earlier[-1][0]
    owned = previous.whole is not None and area.at in range(*previous.whole)
    told = previous.part or previous.whole is not None
    return again(area) if owned or (told and area.kind is EvidenceKind.IMPLIED) else None


def _only(scene: Scene) -> Area | None:
    """The one state that a sentence names at all: "contracts fell to $6 billion, Turkey's arms agency reports"."""
    states = {a.name: a for a in scene.named if a.actor is not None and a.actor.kind is ActorKind.STATE}
    return next(iter(states.values())) if len(states) == 1 else None


def _that_of(scene: Scene) -> Area | None:
    """Whose figure "that" is: "puts European help at 132 billion and that of the United States at 114 billion"."""
    row, at = scene.row, scene.reading.at
    for area in scene.known:
        of = area.at - 2 if row.word(area.at - 1) == "the" else area.at - 1
        if area.at < at and row.word(of) == "of" and row.word(of - 1) in ("that", "those"):
            between = range(end_of(row, area), at)
            if not any(row.kind(k) in ("value", "actor") or row.word(k) in (",", ";", "and") for k in between):
                return area
    return None


CLIENTS = frozenset(["clients", "customers", "recipients", "buyers", "suppliers", "markets", "importers", "takers"])


def _clients_of(scene: Scene) -> Area | None:
    """Whose clients a list gives: "Turkey's leading clients were the UAE (18 per cent), Pakistan (10) and Qatar (9.9)"."""
    row, reading = scene.row, scene.reading
    if reading.value.kind != "percent" or row.word(reading.at - 1) != "(":
        return None
    at = next((k for k in range(reading.at - 2, 2, -1) if row.word(k) in CLIENTS), None)
    if at is None or row.word(at + 1) not in ("were", "are", "was", ":"):
        return None
    return next((a for a in scene.known if end_of(row, a) in (at, at - 1, at - 2) and _owns(row, a)), None)


def _owns(row: Row, area: Area) -> bool:
    return row.word(end_of(row, area)) in ("'s", "’s")


def _elliptic_owner(scene: Scene) -> Area | None:
    """Who owns what is measured, where the noun is left out: "France's exports rose and Spain's increased by 29 per cent"."""
    row, at = scene.row, scene.reading.at
    begin = next((k for k in range(at - 1, max(-1, at - 12), -1) if row.word(k) in (",", ";", "and", "while")), -1)
    for area in scene.known:
        mark = end_of(row, area)
        if not begin < area.at < at or not _owns(row, area) or area.weapon is not None:
            continue
        following = row.word(mark + 1)
        if (
            row.sense(mark + 1, "change", "level") is not None
            or following in ("more", "less", "by", "to", "at", "was", "is", "were", "are", "had")
            or row.kind(mark + 1) == "value"
        ):
            return area if mark + 1 < at else None
    return None


def _own_things(scene: Scene) -> Area | None:
    """The firm whose products are counted: "more than 2,000 NIMR vehicles in service"."""
    row, reading = scene.row, scene.reading
    noun = (reading.value.noun or "").split()
    if len(noun) < 2 or reading.value.kind != "count" or row.sense(reading.trigger, "held") is None:
        return None
    token = row.tokens[reading.at]
    firm = scene.around.firm_called(row.line.story, noun[0])
    if firm is None:
        return None
    start = token.start + token.text.find(noun[0])
    return of_actor(scene.around.page, firm, start, start + len(noun[0]))


def _ours(scene: Scene) -> Area | None:
    """The firm for which somebody says "we": "President Director of PT Pindad, added: “We expect around 400 jobs”"."""
    row = scene.row
    if not any(row.word(k) in ("we", "our", "us") for k in range(max(0, scene.reading.at - 8), scene.reading.at)):
        return None
    if any(a.at >= 0 and a.acts and a.at > scene.reading.at - 8 for a in scene.known):
        return None
    for at, token in enumerate(row.tokens[: scene.reading.at]):
        person = token.mention
        if not isinstance(person, ActorMention) or person.kind is not ActorKind.PERSON or row.word(at + 1) != ",":
            continue
        for firm in scene.known:
            if at < firm.at <= at + 7 and firm.actor is not None and firm.actor.kind is ActorKind.COMPANY:
                return firm if row.word(firm.at - 1) in ("of", "at", "for", "’s", "'s") else None
    return None


def _compared(scene: Scene) -> Area | None:
    """Whose figure stands beside another's: "compared with 84.7 billion euros from the United States"."""
    row, at = scene.row, scene.reading.at
    joined = (
        (scene.reading.borrowed or scene.reading.value.kind == "money")
        and row.word(at - 1) in ("and", ",")
        and (row.word(at + 1) == "for" or (row.word(at + 1) == "from" and row.kind(at + 2) == "actor"))
        and any(row.kind(k) == "value" for k in range(max(0, at - 14), at - 1))
    )
    if (row.word(at - 1) not in ("with", "against", "to", "than", "versus") and not joined) or row.word(at + 1) not in (
        "from",
        "for",
        "by",
        "in",
    ):
        return None
    return next((a for a in scene.known if a.at in (at + 2, at + 3)), None)


def _used(scene: Scene) -> Area | None:
    """What the counted users use, or whom they supply: the object of their verb, else the antecedent of "which received"."""
    row, reading = scene.row, scene.reading
    window = range(reading.at, min(len(row.tokens), reading.at + 5))
    allied = _MEMBERS & {w for k in window for w in row.tokens[k].text.lower().split()}
    if allied and not any(a.weapon for a in scene.known):  # "twenty-three of 32 allies": NATO's
        bloc = scene.around.named(row.line.story, "igo", row.tokens[reading.at].start)
        if bloc is not None:
            token = row.tokens[reading.at]
            return of_actor(scene.around.page, bloc, token.start, token.end, kind=EvidenceKind.IMPLIED)
    if row.sense(reading.trigger, "use", "flow", "hold") is not None:
        if reading.at > reading.trigger and row.word(reading.at - 1) == "to":  # "has been exported to 40 countries"
            sold = [a for a in scene.known if a.at < reading.at and a.weapon is not None]
            if sold:
                return sold[-1]
        if reading.at > reading.trigger:
            ahead = [a for a in scene.known if a.at < reading.trigger and a.weapon is None and a.name != WORLD]
            return ahead[-1] if ahead else None
        behind = [a for a in scene.known if a.at > reading.trigger and a.weapon is not None]
        return behind[0] if behind else class_meant(scene, reading.trigger)
    window = range(reading.at, min(len(row.tokens), reading.at + 6))
    if any(_LARGEST & set(row.tokens[k].text.lower().split()) for k in window):
        token = row.tokens[reading.at]
        worldwide = next((a for a in scene.known if a.name == WORLD), None)
        return worldwide or Area(name=WORLD, start=token.start, end=token.end, kind=EvidenceKind.IMPLIED)
    return next((a for a in scene.known if a.weapon is not None), None)


# ---- subjects


def _subject(scene: Scene) -> Area | None:
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
    turn = _in_turn(scene, [a for a in free if a.weapon is None])
    if turn is not None:
        return turn
    beside = next((a for a in inside if a.at == reading.trigger - 1 and a.weapon is None), None)
    if beside is not None and row.word(beside.at - 1) != "and" and row.sense(reading.trigger, *_MOVES):
        return beside
    if free:
        return next((a for a in free if a.weapon is None), free[0])
    ahead = [a for a in scene.known if a.at < begin] if row.word(begin) in ("which", "who") else []
    if (
        ahead
        and row.word(begin + 1) in ("together", "combined")
        and (group := counted_group(scene, 0, begin)) is not None
    ):
        return group
    if ahead:
        return ahead[-1]
    owners = [a for a in inside if row.word(a.at - 1) == "of"]
    return whom(scene, begin, limit) or _place(scene, inside) or (owners[0] if owners else None)


def _owns_next(row: Row, area: Area, named: Sequence[Area]) -> bool:
    """Whether a name says only where the next one is at home: "Britain's BAE Systems"."""
    mark = end_of(row, area)
    return row.word(mark) in ("'s", "’s") and any(
        a.at == mark + 1 and a.actor is not None and a.actor.kind is ActorKind.COMPANY for a in named
    )


def _says_make(row: Row, area: Area) -> bool:
    """Whether an adjective says where arms come from: "the French guns"."""
    if area.actor is None or area.actor.form != "adjective":
        return False
    return row.kind(area.at + 1) == "weapon" or is_arms(row.word(area.at + 1)) or row.word(area.at + 1) in _MAKES


def _between_dashes(row: Row, at: int, limit: int) -> bool:
    dashes = [k for k in range(max(0, at - 30), limit) if row.word(k) in ("—", "–")]
    return any(k < at for k in dashes) and any(k > at for k in dashes)


def _in_turn(scene: Scene, free: Sequence[Area]) -> Area | None:
    """The subject whose turn it is: "Latvia and Lithuania spend 3.5% and 4%"."""
    row, at = scene.row, scene.reading.at
    joined = [a for a in free if row.word(end_of(row, a)) in ("and", ",") or row.word(a.at - 1) in ("and", ",")]
    values = [k for k in range(len(row.tokens)) if row.kind(k) == "value"]
    alike = len({m.unit for k in values if isinstance(m := row.tokens[k].mention, ValueMention)}) == 1
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


# ---- who was spoken of before
