"""What a page has told of when all its sentences are read: each deployment once, and nothing of which only a flag is known.

A sentence is read by itself, so that news that comes back to a voyage or an exercise ("the destroyer left Busan on Monday",
"French aircraft took part in the exercise") makes a draft each time. Here the drafts of a page are laid beside one another.
"""

from __future__ import annotations

from kordef.builders.deployments.act_conditions import is_service
from kordef.builders.deployments.drafts import Draft, grounds, is_home, leaves
from kordef.builders.forces import forces_of
from kordef.builders.grammar.tokens import Line
from kordef.builders.page import Page
from kordef.builders.timing import period_of
from kordef.vocabulary import DeploymentKind, Modality

__all__ = ["sifted"]

_EVENTS = frozenset(["exercise", "exercises", "drill", "drills", "manoeuvres", "maneuvers", "wargame", "training"])
_REACH = 10
"""How many drafts back "the exercise" may point, and how many lines back a voyage is told of that goes on."""

_WATCHES = frozenset(["patrol", "patrols", "patrolled", "watch", "watched", "guard", "guarded"])

_UNREAL = frozenset([Modality.PROPOSED, Modality.POSSIBLE, Modality.CONDITIONAL, Modality.DEMANDED])


def sifted(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a page without those that say again, or hardly say, what others say."""
    kept: list[Draft] = []
    for draft in drafts:
        earlier = next((d for d in reversed(kept[-_REACH:]) if _goes_on(d, draft)), None)
        if earlier is None:
            kept.append(draft)
        else:
            _add(earlier, draft)
    beside: dict[Line, list[Draft]] = {}
    for draft in kept:
        beside.setdefault(draft.line, []).append(draft)
    return [d for d in kept if _has_substance(page, d) and not any(_is_better(other, d) for other in beside[d.line])]


def _is_better(other: Draft, draft: Draft) -> bool:
    """Whether another draft of a sentence tells what the same ships do, of which this one only knows that they are led."""
    if other is draft or _keys(other) != _keys(draft):
        return False
    bare = not (draft.place or draft.period or draft.name or draft.strength or draft.partners)
    told = other.place or other.period or other.name
    return bare and bool(told) and not _named(draft).isdisjoint(_named(other))


def _keys(draft: Draft) -> set[str]:
    return {k for k, _ in draft.actors}


def _goes_on(told: Draft, draft: Draft) -> bool:
    """Whether a draft says more of what an earlier one told."""
    if told.line.story != draft.line.story:
        return False
    return (
        _is_inside(told, draft)
        or _is_event_again(told, draft)
        or _is_part_of_event(told, draft)
        or _is_same_event(told, draft)
        or _is_same_call(told, draft)
        or _is_contribution(told, draft)
        or _is_departure(told, draft)
        or _is_homecoming(told, draft)
        or _is_unit_again(told, draft)
        or _is_ship_again(told, draft)
    )


def _is_inside(told: Draft, draft: Draft) -> bool:
    """Whether the words of a draft stand within those of another of the same forces, and tell of no further place or name."""
    if told.line is not draft.line or _keys(told).isdisjoint(_keys(draft)):
        return False
    nested = told.start <= draft.start < told.end and (draft.end <= told.end or draft.place == told.place is not None)
    own_name = draft.name is not None and told.name is not None and draft.name not in told.name
    return nested and draft.place in (None, told.place) and not own_name and not draft.apart


def _is_event_again(told: Draft, draft: Draft) -> bool:
    """Whether forces take part in "the exercise" that was told of: they are some of those who exercise."""
    if told.kind is not DeploymentKind.EXERCISE or draft.kind is not DeploymentKind.EXERCISE or told.line is draft.line:
        return False
    short = told.name is not None and draft.name is not None and _initials(told.name) == draft.name
    if not short and (draft.name is not None or draft.period is not None or not _is_definite(draft)):
        return False
    if draft.place is not None and told.place is not None and not grounds(draft) & grounds(told):
        return False
    return draft.line.block - told.line.block <= _REACH


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _is_part_of_event(told: Draft, draft: Draft) -> bool:
    """Whether drills are what an exercise told before consisted of: "it saw anti-submarine exercises and manoeuvres"."""
    if told.kind is not DeploymentKind.EXERCISE or draft.kind is not DeploymentKind.EXERCISE or draft.verbal:
        return False
    own = draft.name or draft.place or draft.period or draft.strength or len(draft.actors) > 1
    return not own and told.line is not draft.line and draft.line.block - told.line.block <= _REACH


def _is_same_event(told: Draft, draft: Draft) -> bool:
    """Whether an exercise is told by its name in one sentence and without it in another."""
    if (
        not (told.kind is draft.kind is DeploymentKind.EXERCISE)
        or (told.name and draft.name)
        or told.apart
        or draft.apart
    ):
        return False
    if not told.name and not draft.name and draft.place is not None and draft.place != told.place:
        return False
    if not _keys(draft) <= _keys(told) | {k for k, _ in told.partners} or told.line is draft.line:
        return False
    if told.place and draft.place and grounds(told).isdisjoint(grounds(draft)):
        return False
    a, b = told.period, draft.period
    if a is not None and b is not None and a.edtf and b.edtf:
        return a.edtf == b.edtf or (b.edtf.startswith("../") and a.edtf < b.edtf[3:]) or a.edtf.startswith(b.edtf)
    bare = told.place is None and a is None and not told.name and not told.strength
    if bare and _keys(told) == _keys(draft) and draft.line.block - told.line.block <= 3:
        return True
    named = bool(draft.name) is not bool(told.name)
    return (
        named
        and draft.line.block - told.line.block <= 2
        and _is_definite(draft if told.name else told) is bool(told.name)
    )


def _is_same_call(told: Draft, draft: Draft) -> bool:
    """Whether a call at a port is told again, be it by the name of the country or while the ship is still there."""
    if not (told.kind is draft.kind is DeploymentKind.PORT_CALL) or _keys(told) != _keys(draft):
        return False
    if _named(told) and _named(draft) and _named(told).isdisjoint(_named(draft)):
        return False
    a, b = told.period, draft.period
    if a is not None and b is not None and a.edtf and b.edtf and a.overlaps(b) is False:
        return False
    near = draft.line.block - told.line.block <= 2
    if near and draft.place is None and b is None:
        return True  # "docked at the harbour", told of in the sentence before
    return not grounds(told).isdisjoint(grounds(draft))


def _is_definite(draft: Draft) -> bool:
    tokens = draft.line.tokens
    return any(
        t.text in _EVENTS and any(b.text in ("the", "this") for b in tokens[max(at - 3, 0) : at])
        for at, t in enumerate(tokens)
        if draft.start <= t.start < draft.end
    )


def _is_departure(told: Draft, draft: Draft) -> bool:
    """Whether forces that leave their own country are those said to be sent before: "departed the port city of Busan"."""
    if not (told.kind is draft.kind is DeploymentKind.DEPLOYMENT) or _keys(told) != _keys(draft):
        return False
    if draft.line.block - told.line.block > 3 or (told.modality in _UNREAL) is not (draft.modality in _UNREAL):
        return False
    if told.apart or draft.apart or (_named(told) and _named(draft) and _named(told).isdisjoint(_named(draft))):
        return False
    a, b = told.period, draft.period
    if a is not None and b is not None and a.edtf and b.edtf and a.overlaps(b) is False:
        return False
    same_day = a is not None and b is not None and a.edtf == b.edtf
    both = leaves(draft) and (leaves(told) or same_day)
    return both or any(is_home(d) and leaves(d) for d in (told, draft))


def _is_homecoming(told: Draft, draft: Draft) -> bool:
    """Whether those who exercised come home: "came home from three weeks of training, the first that they held there"."""
    if (
        told.kind not in (DeploymentKind.EXERCISE, DeploymentKind.TRAINING)
        or draft.kind is not DeploymentKind.DEPLOYMENT
    ):
        return False
    tokens = [t.text for t in draft.line.tokens if draft.start <= t.start < draft.end]
    home = "home" in tokens or any(t.startswith("return") for t in tokens)
    return told.line is draft.line and home and _keys(told) == _keys(draft)


def _is_unit_again(told: Draft, draft: Draft) -> bool:
    """Whether "the unit" or "it" does something on the voyage that was told of: "the contingent will conduct patrols"."""
    if not draft.again or draft.place is not None or draft.name is not None or _keys(told) != _keys(draft):
        return False
    if told.kind not in _ABROAD or draft.kind not in _ABROAD or told.apart or told.line is draft.line:
        return False
    a, b = told.period, draft.period
    apart = a is not None and b is not None and a.edtf and b.edtf and a.overlaps(b) is False
    near = draft.line.block - told.line.block <= 3
    return near and not apart and (told.modality in _UNREAL) is (draft.modality in _UNREAL)


def _is_ship_again(told: Draft, draft: Draft) -> bool:
    """Whether a ship that was said to be sent is spoken of again, with no other place: "the Triton, at sea since May"."""
    if told.kind not in _ABROAD or draft.kind not in _ABROAD or draft.place is not None or _keys(told) != _keys(draft):
        return False
    if _named(told).isdisjoint(_named(draft)) or (told.name and draft.name and told.name != draft.name):
        return False
    a, b = told.period, draft.period
    return a is None or b is None or not a.edtf or not b.edtf or a.overlaps(b) is not False


_ABROAD = frozenset([DeploymentKind.DEPLOYMENT, DeploymentKind.OPERATION, DeploymentKind.PATROL])
_SENDS = frozenset(
    (
        "sent send sends sending contributed contributes contribute contributing contribution assigned fielded provided "
        "provides offered offers offer brought committed deployed deploying deploys represented operated"
    ).split()
)


def _is_contribution(told: Draft, draft: Draft) -> bool:
    """Whether a state sends its forces to the exercise that was told of, and nowhere else: "Sweden offered two corvettes"."""
    if told.kind is not DeploymentKind.EXERCISE or draft.kind not in _ABROAD or draft.line is told.line:
        return False
    if draft.place is not None or draft.name is not None or draft.partners:
        return False
    if draft.period is not None and not _is_definite_near(draft):
        return False
    near = draft.line.block - told.line.block <= _REACH // 2
    return near and not _SENDS.isdisjoint(draft.line.texts) and draft.modality not in _UNREAL


def _is_definite_near(draft: Draft) -> bool:
    """Whether forces are sent "for this year's exercise"."""
    behind = [t.text for t in draft.line.tokens if draft.end <= t.start < draft.end + 40]
    return not _EVENTS.isdisjoint(behind)


def _named(draft: Draft) -> set[str]:
    return {w.key for w in draft.weapons if w.form == "name" and not w.key.startswith("class:")}


def _add(told: Draft, draft: Draft) -> None:
    """Add what a later draft knows to the one that it goes on about."""
    away, home = not is_home(draft), is_home(told)
    if told.place is not None and home and away and draft.place is not None:
        told.place = None
    place = told.place
    spans = (told.start, told.end)
    strength = told.strength
    told.take(draft)
    if place is None and not away and not home:
        told.place = None
    told.start, told.end = spans
    contributed = told.kind is DeploymentKind.EXERCISE and draft.kind is not DeploymentKind.EXERCISE
    told.strength = strength if contributed else strength or draft.strength
    exact = draft.period is not None and told.period is not None and (draft.period.edtf or "").count("-") == 2
    if exact and "/" in (told.period.edtf or "" if told.period else ""):
        told.period, told.dates = draft.period, list(draft.dates)  # "earlier this week", then "on Monday"
    a, b = told.period, draft.period
    if a is not None and b is not None and a.edtf and b.edtf and b.edtf.startswith("../") and "/" not in a.edtf:
        joined = period_of(f"{a.edtf}/{b.edtf[3:]}") if a.edtf < b.edtf[3:] else None
        if joined is not None:
            told.period, told.dates = joined, [*told.dates, *draft.dates]
    if told.kind is DeploymentKind.EXERCISE and draft.verbal:
        known = _keys(told)
        told.actors.extend(s for s in draft.actors if s[0] not in known)
        told.partners = [s for s in told.partners if s[0] not in _keys(told)]


def _has_substance(page: Page, draft: Draft) -> bool:
    """Whether more than a flag and a verb is known: where, when, how many, with whom, under which name, or which forces."""
    if draft.place or draft.period or draft.name or draft.strength:
        return True
    if all(k.startswith("organisation:") for k, _ in draft.actors) and draft.kind is not DeploymentKind.EXERCISE:
        return False
    if draft.partners or draft.unit or (len(draft.actors) > 1 and draft.kind is DeploymentKind.EXERCISE):
        return True
    low, high = draft.start, draft.end
    if page.document.text[max(low - 4, 0) : low].casefold() == "our ":
        return False
    forces = (f for f in forces_of(page, draft.line) if low <= f.token.start < high)
    if any(f.kind in ("troops", "unit", "ship", "weak") and not is_service(f) for f in forces):
        return True
    if any(w.form == "name" and w.category and "vessel" in w.category for w in draft.weapons):
        return True
    return any(t.text in _EVENTS or t.text in _WATCHES for t in draft.line.tokens if low <= t.start < high)
