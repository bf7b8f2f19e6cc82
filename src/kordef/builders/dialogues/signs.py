"""Signs that people met, called or travelled where no verb of meeting says so: "sat down with", "face to face", "over lunch".

Read only in sentences that tell of no other dialogue. A sign alone proves little; with people of two sides around it, or with
somebody of rank and a place abroad, it does.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from attrs import frozen

from kordef.builders.dialogues.encounters import people_meet
from kordef.builders.dialogues.meetings import Draft, level_kind
from kordef.builders.dialogues.objects import OTHER_EVENTS
from kordef.builders.dialogues.phrases import before_topic
from kordef.builders.dialogues.scene import Scene
from kordef.builders.grammar.came_to_nothing import only_asked
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.surroundings import governor, place_of, strong_break, word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.grammar.verbs import VerbGroup, inflections
from kordef.builders.parties import MINISTER, OFFICIAL, Side, acting, distinct, implied, side_of
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, ValueMention
from kordef.vocabulary import ActorKind, DialogueKind, Modality, Role

__all__ = ["signed"]

_GAP = 6
_ENDS = word_set(", ; : . — – ( )")
_THEM = word_set("him her them his their")
_PAIRS = word_set("pair duo both two")
_GATHERINGS = word_set("summit conference meeting forum talks assembly ceremony session")
_SIDES = word_set("sides parties delegations")
_BY = word_set("by over on via")
_DENIED = word_set(
    "not no never nor neither without denied denies deny false untrue rumours rumors instead unless if whether would could might "
    "failed refused declined cancelled canceled postponed unlikely nobody"
)
_READ = frozenset([BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION])
_SIGNS = ("sign", "initial", "countersign", "exchang", "put", "set", "lend", "lent")
_HOURS = word_set("hour day evening morning afternoon moment minute night")
_HAPPENS = (Modality.ASSERTED, Modality.REPORTED, Modality.PLANNED, Modality.EXPECTED)
_WHERE = ("in", "at", "to", "into", "on", "near", "for", "of")


@frozen
class _Sign:
    kind: str
    words: tuple[str, ...]
    verb: bool


@frozen
class _Shown:
    """A sign where it stands in a sentence: from ``at`` to ``end``, with the verbs that it belongs to."""

    sign: _Sign
    at: int
    end: int
    group: VerbGroup


@frozen
class _Begun:
    """The signs that begin with one word, the longest first: by the word behind it, and for any other word."""

    by_next: Mapping[str, tuple[_Sign, ...]]
    others: tuple[_Sign, ...]


@cache
def _signs() -> Mapping[str, _Begun]:
    """The signs by their first word."""
    raw = tomllib.loads(files("kordef.builders").joinpath("data", "dialogues.toml").read_text("utf-8"))
    table: dict[str, list[_Sign]] = {}
    for entry in raw["sign"]:
        for phrase in entry["phrases"]:
            first, *rest = phrase.split()
            forms = list(inflections([first[1:]])) if first.startswith("*") else [first]
            if first == "*be":
                forms = ["be", "is", "are", "was", "were", "been", "being"]
            for form in forms:
                table.setdefault(form, []).append(_Sign(entry["kind"], tuple(rest), first.startswith("*")))
    return {word: _begun(sorted(signs, key=lambda s: -len(s.words))) for word, signs in table.items()}


def _begun(signs: Sequence[_Sign]) -> _Begun:
    nexts = {sign.words[0] for sign in signs if sign.words} - {"…", "#"}
    open_ended = ("…", "#")
    return _Begun(
        {word: tuple(s for s in signs if not s.words or s.words[0] in (word, *open_ended)) for word in nexts},
        tuple(s for s in signs if not s.words or s.words[0] in open_ended),
    )


@cache
def _first_words() -> frozenset[str]:
    return frozenset(_signs())


def signed(scene: Scene, line: Line, clauses: Clauses, told: Sequence[Draft]) -> Iterator[Draft]:
    """What the signs of a sentence tell of; ``told`` are the dialogues that it has been found to tell of already."""
    if line.kind not in _READ or not (line.actors or scene.people):
        return
    met = any(d.kind is not DialogueKind.VISIT and len(d.states) > 1 for d in told)
    been = any(Role.VISITOR in d.roles.values() for d in told)
    if met and been:
        return
    tokens = line.tokens
    for at in line.places_of(_first_words()):
        sign, end = _sign_at(line, at)
        if sign is None or (been if sign.kind == "visit" else met):
            continue
        group = clauses.group(at) if sign.verb else _main(clauses, at)
        if group.negated or group.modality not in _HAPPENS or _denied(tokens, at) or only_asked(tokens, at):
            continue
        shown = _Shown(sign, at, end, group)
        draft = _stay(scene, line, clauses, shown) if sign.kind == "visit" else None
        if sign.kind == "joint" or (sign.kind == "visit" and draft is None and sign.verb and not met):
            draft = _together(scene, line, clauses, at, end, group)
        elif sign.kind != "visit":
            draft = _meeting(scene, line, clauses, shown)
        if draft is None:
            continue
        been, met = been or draft.kind is DialogueKind.VISIT, met or draft.kind is not DialogueKind.VISIT
        yield draft


def _sign_at(line: Line, at: int) -> tuple[_Sign | None, int]:
    tokens = line.tokens
    behind = at + 1
    while behind < len(tokens) and tokens[behind].text == "-":
        behind += 1
    begun = _signs()[tokens[at].text]
    signs = begun.by_next.get(tokens[behind].text, begun.others) if behind < len(tokens) else begun.others
    for sign in signs:
        position = at + 1
        for n, word in enumerate(sign.words):
            if word == "…":
                following = sign.words[n + 1]
                if following not in line.texts:
                    break
                reach = range(position, min(position + _GAP, len(tokens)))
                found = next((i for i in reach if tokens[i].text == following), None)
                if found is None or any(t.text in _ENDS for t in tokens[position:found]):
                    break
                position = found
                continue
            while position < len(tokens) and tokens[position].text == "-":
                position += 1
            if word == "#" and position < len(tokens) and _is_time(tokens[position]):
                position += 1
                continue
            if word == "#" and position < len(tokens) and tokens[position].text in ("a", "an", "the"):
                position += 1
                word = tokens[position].text if position < len(tokens) and tokens[position].text in _HOURS else word
            if position >= len(tokens) or tokens[position].text != word:
                break
            position += 1
        else:
            return sign, position
    return None, at


def _is_time(token: Token) -> bool:
    """Whether a token says how long something lasted ("half an hour")."""
    return isinstance(token.mention, ValueMention) and token.mention.kind == "duration"


def _main(clauses: Clauses, at: int) -> VerbGroup:
    """The verb group that words without a verb of their own belong to; what a sentence opens with is told as a fact."""
    before = clauses.verb_before(at)
    return clauses.group(before.head) if before is not None else VerbGroup(at, "plain", Modality.ASSERTED, False, False)


def _denied(tokens: Sequence[Token], at: int) -> bool:
    """Whether words before a sign deny it or make it depend on something."""
    low = at
    while low > 0 and at - low < 14 and not strong_break(tokens[low - 1]) and tokens[low - 1].text != ",":
        low -= 1
    return any(t.text in _DENIED for t in tokens[low:at] if t.kind == "word")


def _bounds(tokens: Sequence[Token], at: int, end: int) -> tuple[int, int]:
    """The stretch around a sign in which those stand whom it is about: to what leads over to another event."""
    low = at
    while low > 0 and not (strong_break(tokens[low - 1]) or tokens[low - 1].text in ('"', "“", "”")):
        low -= 1
    high = end
    while high < len(tokens):
        token = tokens[high]
        if (
            strong_break(token)
            or token.text in ('"', "“", "”")
            or (token.kind == "word" and token.text in OTHER_EVENTS)
        ):
            break
        high += 1
    return low, high


def _present(sides: Sequence[Side]) -> list[Side]:
    return [s for s in sides if s.person or (s.level >= OFFICIAL and s.state)]


def _meeting(scene: Scene, line: Line, clauses: Clauses, shown: _Shown) -> Draft | None:
    """Those around a sign have met: "they compared notes", "around one table in Riga"."""
    tokens = line.tokens
    sign, at, end, group = shown.sign, shown.at, shown.end, shown.group
    low, high = _bounds(tokens, at, end)
    start = group.start if sign.verb else at
    left = _present(scene.doers(line, clauses, start)) if sign.verb else []
    left = left or _present([*acting(scene.page, tokens, low, at)])[-3:]
    right = _present([*acting(scene.page, tokens, end, high)])
    inside = _present([*acting(scene.page, tokens, at + 1, end)])
    if high < len(tokens) and tokens[high].text == ":" and not (left or right):
        right = _present(
            [*acting(scene.page, tokens, high + 1, len(tokens))]
        )  # "Around one table in Riga: the ministers of"
    if sign.words[:1] == ("joined",) and not left:
        return None  # "the pact was joined by a second one"
    sides = [*left, *inside, *right]
    if len({s.state or s.key for s in sides}) < 2:
        sides = _with_those_before(scene, tokens, low, high, sides)
    sides = list(distinct(scene.placed(tokens, sides)))
    if sides and all(s.position < 0 for s in sides) and _told_on(scene, line, low, at, high):
        return None
    kind = DialogueKind(sign.kind) if sign.kind != "meeting" else None
    if kind is None and _by_phone(tokens, low, high):
        kind = DialogueKind.PHONE_CALL
    alone = kind in (DialogueKind.PRESS_CONFERENCE, DialogueKind.BRIEFING) and any(
        s.person and s.state and s.level >= MINISTER for s in sides
    )
    if not (alone or _two_sides(sides)):
        return None
    last = max((s.position + 1 for s in sides if s.position >= end), default=end)
    draft = scene.draft(line, start, max(end, last), kind or level_kind(sides), sides, high, group.modality)
    positions = [s.position for s in sides if s.position >= 0]
    if positions:
        draft.start = tokens[min(*positions, start)].start
    draft.anchored = True
    if draft.kind is not DialogueKind.PHONE_CALL:
        draft.place = draft.place or scene.place(place_of(tokens, low, before_topic(tokens, end, high)))
    else:
        draft.place = None
    return draft


def _told_on(scene: Scene, line: Line, low: int, at: int, high: int) -> bool:
    """Whether "both sides exchanged views on Sunday" goes on about what the sentence before tells of, which has that day then."""
    tokens = line.tokens
    last = scene.drafts[-1] if scene.drafts else None
    if _SIDES.isdisjoint(t.text for t in tokens[low:at]) or last is None or last.line is not scene.previous:
        return not _SIDES.isdisjoint(t.text for t in tokens[low:at])
    last.date = last.date or scene.dates.of(line, at, at + 1, high)
    last.place = last.place or scene.place(place_of(tokens, low, high))
    return True


def _by_phone(tokens: Sequence[Token], low: int, high: int) -> bool:
    """Whether people compared notes "by phone", "over the telephone"."""
    return any(
        t.text in ("phone", "telephone") and not _BY.isdisjoint(b.text for b in tokens[max(0, low + n - 2) : low + n])
        for n, t in enumerate(tokens[low:high])
    )


def _together(scene: Scene, line: Line, clauses: Clauses, at: int, end: int, group: VerbGroup) -> Draft | None:
    """ "A of Norway and B of Chile toured the yard on Monday": those of two sides who did something together have met."""
    tokens = line.tokens
    low, high = _bounds(tokens, at, end)
    if group.passive or (at > 0 and tokens[end : end + 1] and any(t.text == "by" for t in tokens[end:high])):
        by = next((i for i in range(end, high) if tokens[i].text == "by"), high)
        sides = [s for s in acting(scene.page, tokens, by, high) if s.person]
    else:
        sides = [s for s in scene.doers(line, clauses, group.start) if s.person or s.level >= MINISTER]
    sides = list(distinct(scene.placed(tokens, sides)))
    people = [s for s in sides if s.state and (s.person or s.level >= MINISTER)]
    if len({s.state for s in people}) < 2 or not all(s.level or s.person for s in people):
        return None
    signs = tokens[at].text.startswith(_SIGNS)
    if not _listed(tokens, [s.position for s in people]) or (signs and any(s.level < MINISTER for s in people)):
        return None
    draft = scene.draft(line, group.start, end, level_kind(people), sides, high, group.modality)
    draft.place = draft.place or scene.place(place_of(tokens, low, high))
    draft.start = tokens[min([group.start, *(s.position for s in people if s.position >= 0)])].start
    draft.end = max(draft.end, *(tokens[s.position].end for s in people if s.position >= 0), draft.end)
    draft.anchored = True
    if signs and draft.place is None and not draft.people:
        return None  # "the ministers of A and B have today signed": perhaps apart
    return draft if draft.date is not None else None


def _listed(tokens: Sequence[Token], positions: Sequence[int]) -> bool:
    """Whether people are named in one list: "A, minister of X, and B"."""
    known = sorted(p for p in positions if p >= 0)
    if len(known) < 2:
        return False
    between = [t.text for low, high in pairwise(known) for t in tokens[low + 1 : high]]
    return "and" in between or "," in between


def _two_sides(sides: Sequence[Side]) -> bool:
    """Whether people of two sides are there, each a person or somebody with an office."""
    states = {s.state or s.key for s in sides if s.person or s.level >= OFFICIAL}
    return len(states) > 1 and people_meet(sides) and any(s.state for s in sides)


def _with_those_before(scene: Scene, tokens: Sequence[Token], low: int, high: int, sides: Sequence[Side]) -> list[Side]:
    """The sides with those whom "him", "her guest", "the pair" are: of whom the sentences before spoke."""
    words = {t.text for t in tokens[low:high] if t.kind == "word"}
    keys, states = {s.key for s in sides}, {s.state for s in sides if s.state}
    known = [p for p in scene.known() if p.key not in keys and p.state not in states]
    if words & _PAIRS and not sides:
        return [implied(p) for p in known[:2]]
    if words & _THEM and sides:
        here = [s for s in scene.earlier_here(tokens, high, sides) if s.key not in keys]
        return [*sides, *(implied(p) for p in (*here, *known)[:1])]
    return list(sides)


# ---- journeys


def _stay(scene: Scene, line: Line, clauses: Clauses, shown: _Shown) -> Draft | None:
    """Those around a sign have been abroad: "Kajsa Ollongren's landing in Bogotá", "back from Madrid"."""
    tokens = line.tokens
    sign, at, end, group = shown.sign, shown.at, shown.end, shown.group
    low, high = _bounds(tokens, at, end)
    visitors = scene.doers(line, clauses, group.start) if sign.verb else _owners(scene, tokens, low, at)
    if sign.verb and not visitors and tokens[at].text.endswith("ing"):
        visitors = _owners(scene, tokens, low, at)  # "Kajsa Ollongren's landing in Bogotá"
    visitors = [s for s in visitors if s.state and (s.person or s.level >= MINISTER)]
    if not visitors and not sign.verb:
        visitors = [s for s in acting(scene.page, tokens, low, at) if s.state and s.person][-1:]
    if not visitors or group.passive:
        return None
    home = {s.state for s in visitors}
    held = next(
        (p for p in range(end, high) if tokens[p].text in _GATHERINGS), high
    )  # "back from the summit in Madrid"
    goal = next((p for p in range(end - 1, min(end + 8, held)) if _is_goal(tokens, p, home)), None)
    if goal is None:
        goal = next(
            (p for p in range(low, at) if _is_goal(tokens, p, home) and governor(tokens, p) in ("in", "at")), None
        )
    if goal is None:
        return _stay_here(scene, line, shown, high, visitors)
    draft = scene.draft(line, at, max(end, goal + 1), DialogueKind.VISIT, visitors[:4], high, group.modality)
    scene.visit_to(draft, tokens[goal])
    positions = [s.position for s in visitors if s.position >= 0]
    draft.start = tokens[min([*positions, at])].start
    draft.anchored = True
    return draft


def _stay_here(scene: Scene, line: Line, shown: _Shown, high: int, visitors: Sequence[Side]) -> Draft | None:
    """ "Toured the shipyard here on Thursday": a visit to the town that the story is dated from."""
    at, end, group = shown.at, shown.end, shown.group
    here = next((p for p in range(end, min(end + 10, high)) if line.tokens[p].text == "here"), None)
    town = scene.dateline(line.story) if here is not None else None
    if here is None or town is None or town.state in {s.state for s in visitors}:
        return None
    draft = scene.draft(line, at, here + 1, DialogueKind.VISIT, visitors[:4], high, group.modality)
    draft.roles.update({s.key: Role.VISITOR for s in draft.sides})
    scene.guest_of(draft, town)
    draft.place = town
    positions = [s.position for s in visitors if s.position >= 0]
    draft.start = line.tokens[min([*positions, at])].start
    draft.anchored = True
    return draft


def _owners(scene: Scene, tokens: Sequence[Token], low: int, at: int) -> list[Side]:
    """Whose landing or arrival it is: "Kajsa Ollongren's landing in Bogotá", "the arrival in Lima of"."""
    for position in range(at - 1, max(low, at - 5) - 1, -1):
        mention = tokens[position].mention
        if isinstance(mention, ActorMention) and mention.kind is ActorKind.PERSON:
            side = side_of(scene.page, tokens[position], position)
            return [side] if side is not None else []
    return []


def _is_goal(tokens: Sequence[Token], at: int, home: set[str | None]) -> bool:
    mention = tokens[at].mention
    if not isinstance(mention, ActorMention) or mention.kind is not ActorKind.STATE or mention.key in home:
        return False
    if mention.form in ("adjective", "demonym") or (at + 1 < len(tokens) and tokens[at + 1].text in ("'s", "’s")):
        return False
    return mention.as_place or governor(tokens, at) in _WHERE
