"""Occasions told by a noun: "a summit between A and B", "held their first dialogue", "the NATO summit in Vilnius", and bodies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from kordef.builders.dialogues.holding_verbs import has_for_object, holding
from kordef.builders.dialogues.hosts import chaired_by, hosted, of_members, whoever, with_host
from kordef.builders.dialogues.journeys import visit_noun
from kordef.builders.dialogues.meetings import Draft, When, level_kind
from kordef.builders.dialogues.noun_phrases import (
    defines,
    employs,
    joins_partners,
    label_of,
    leads_on,
    of_body,
    planned_for,
    relative_date,
    session_of,
)
from kordef.builders.dialogues.occasions import Occasion, of_two, ordinal
from kordef.builders.dialogues.own_sides import is_paired, own_sides
from kordef.builders.dialogues.phrases import is_town
from kordef.builders.dialogues.scene import Scene, main_verb
from kordef.builders.dialogues.sequels import officials_of, only_begins, session_at
from kordef.builders.dialogues.standing_bodies import first_session, is_own_session, is_set_up, states_of
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.surroundings import (
    DETERMINERS,
    governor,
    place_of,
    word_set,
)
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.parties import MINISTER, Side, acting, distinct, names_pair, names_region
from kordef.mentions.model import ActorMention, DateMention
from kordef.vocabulary import DialogueKind, EvidenceKind, Modality

__all__ = ["occasion"]

_POSSESSIVE = ("'s", "’s", "’", "'")
_BESIDE = word_set("after at in during following before for sidelines margins fringes followed told")
_AHEAD = word_set("upcoming next forthcoming coming")
_FOUNDED = word_set("launched established founded created inaugurated")
_ROUNDS = word_set("round rounds session edition meeting series")
_TALKS = word_set("talks consultations negotiations discussions staff")
_GIVES = word_set("pay pays paid paying give gives gave giving grant grants granted")
_ONLINE = word_set("video videoconference online virtually")
_THROUGH = word_set("through via within")
_SUCH = word_set("including such like")
_SHARED = (DialogueKind.CONSULTATIVE_BODY, DialogueKind.DIALOGUE, DialogueKind.SUMMIT)


def occasion(
    scene: Scene,
    line: Line,
    clauses: Clauses,
    nouns: Sequence[Occasion],
    n: int,
    supports: Sequence[Match],
    matches: Sequence[Match],
) -> Iterator[Draft]:
    """The dialogues that a noun tells of; ``supports`` are verbs of holding and attending, ``matches`` all of the sentence."""
    noun, tokens = nouns[n], line.tokens
    support, ahead = holding(line, clauses, nouns, n, supports)
    if _tells_of_none(tokens, nouns, n, support):
        return
    limit = _reach(tokens, clauses, nouns, n, matches, support)
    draft = scene.draft(line, noun.start, noun.end, noun.kind, (), limit, _modality(support), noun=noun)
    draft.words = label_of(scene.text, tokens, noun)
    _set_place(scene, tokens, draft, noun, limit)
    if draft.date is None or scene.dates.coarse(draft.date, tokens[noun.start].start):
        draft.date = relative_date(scene, line, noun) or draft.date
    if noun.ordinal is not None and noun.ordinal_at is not None:
        draft.ordinal = (noun.ordinal, tokens[noun.ordinal_at])
    draft.recurring = tokens[noun.head] if noun.recurring else None
    own_sides(scene, line, draft, noun, limit)
    of_members(draft, noun)
    if support is None and _is_date_of_another(tokens, draft, noun):
        draft.date = None
    if noun.bare and noun.definite and noun.kind in _SHARED and len(draft.states) > 1:
        # "the working group of Norway and South Korea" is told of for the first time
        draft.noun = evolve(noun, bare=False)
    if n > 0:
        _join_body_before(scene, tokens, draft, nouns[n - 1], noun, support if ahead else None)
    if noun.kind is DialogueKind.CONSULTATIVE_BODY and len(draft.states) < 2 and of_two(tokens, noun):
        draft.sides.extend(s for s in scene.two(line) if s.key not in draft.states)
    if support is not None and support.frame.id == "set-up" and noun.kind is None:
        draft.kind = DialogueKind.CONSULTATIVE_BODY  # what is set up stays
    founded = noun.named and noun.end < len(tokens) and tokens[noun.end].text in _FOUNDED
    draft.standing = founded or is_set_up(noun, support, ahead=ahead)
    if session_at(scene, line, draft, noun):
        yield draft
        return
    if noun.visit:
        visit_noun(scene, line, clauses, draft, noun, support, limit)
        if (draft.sides or draft.back) and not (noun.plural and draft.place is None):
            yield draft
        return
    if support is not None:
        _supported(scene, line, clauses, draft, support, ahead=ahead)
    if _is_online(tokens, noun):
        draft.place = None
    chairs = [s for s in chaired_by(scene, tokens, noun.end) if s.key not in draft.people]
    if chairs and (draft.states or len(chairs) > 1):
        draft.sides = list(distinct([*draft.sides, *chairs]))
    if only_begins(tokens, noun, support, draft):
        return
    draft.date = scene.dates.of_stay(line, noun) or draft.date  # "the two-day meeting that closed on Tuesday"
    draft.date = scene.dates.shifted(line, noun.start, draft.date, multi=draft.organisation is not None)
    _beside(scene, line, clauses, draft, noun, support)
    if not hosted(scene, line, draft, noun, support):
        return
    if names_region(tokens, noun.start, noun.head):
        draft.sides = [s for s in draft.sides if s.position >= 0]  # "the Baltic defence ministerial"
    if draft.standing:
        _keep_body(tokens, draft, noun, support)
        first_session(scene, line, draft, nouns, n, supports)
    yield from _one_by_one(scene, line, draft, noun) or _apart(scene, draft, noun)


def _modality(support: Match | None) -> Modality:
    """How sure an occasion is by its verb: "is scheduled for May" makes it planned."""
    if support is None:
        return Modality.ASSERTED
    modality = support.group.modality
    scheduled = support.frame.id == "scheduled" and modality is Modality.ASSERTED
    return Modality.PLANNED if scheduled else modality


def _set_place(scene: Scene, tokens: Sequence[Token], draft: Draft, noun: Occasion, limit: int) -> None:
    """Where an occasion is held; with place and date behind it "the summit" is told of anew: "the summit in Seoul on 22 May"."""
    within = draft.place.witness if draft.place is not None else None
    inside = isinstance(within, Token) and tokens[noun.start].start <= within.start < tokens[noun.head].start
    if inside and any(is_paired(tokens, p) for p in range(noun.start, noun.head) if tokens[p].kind == "actor"):
        draft.place = scene.place(place_of(tokens, noun.end, limit))  # "the Korea-USA meeting ... in Seoul"
    if noun.determiner == "the" and draft.place is not None and draft.date is not None:
        shown = (draft.place.witness, draft.date.witness)
        if noun.bare and all(not isinstance(w, tuple) and w.start > tokens[noun.head].start for w in shown):
            draft.noun = evolve(noun, bare=False)
    if draft.place is None:
        draft.place = planned_for(scene, tokens, noun.end, limit)


def _is_date_of_another(tokens: Sequence[Token], draft: Draft, noun: Occasion) -> bool:
    """Whether the date before a noun is that of the talk about it: "met on Monday to discuss the upcoming summit"."""
    if draft.date is None or draft.date.witness.start >= tokens[noun.start].start:
        return False
    ahead_of = noun.modifiers & _AHEAD or any(t.text in _AHEAD for t in tokens[max(0, noun.start - 2) : noun.start])
    # "spoke on Monday with the minister, inviting him to the meeting"
    return bool(ahead_of and draft.organisation is not None) or _invited(tokens, noun.start)


def _join_body_before(
    scene: Scene, tokens: Sequence[Token], draft: Draft, body: Occasion, noun: Occasion, support: Match | None
) -> None:
    """What the noun before says of this one: which session of a body it is, or the body whose meeting is held."""
    if noun.kind is DialogueKind.CONSULTATIVE_BODY and session_of(tokens, body, noun):
        draft.anchored = True
        draft.start = tokens[body.start].start
        if body.ordinal is not None and body.ordinal_at is not None:
            draft.ordinal = (body.ordinal, tokens[body.ordinal_at])
    if noun.kind is None and support is not None and of_body(body, noun, support):
        draft.kind, draft.words, draft.noun = body.kind, label_of(scene.text, tokens, body), body


def _is_online(tokens: Sequence[Token], noun: Occasion) -> bool:
    """Whether those who met were not in one place: "by video link on 2 September, with A in Gwacheon and B in Jakarta"."""
    if noun.kind is DialogueKind.PHONE_CALL:
        return False
    return any(t.text in _ONLINE for t in tokens[noun.end : noun.end + 4])


def _keep_body(tokens: Sequence[Token], draft: Draft, noun: Occasion, support: Match | None) -> None:
    """A body that stays has its states, but the date and place of a session only where it is set up there."""
    draft.sides = list(distinct(states_of(draft)))
    if support is not None and support.frame.id != "set-up":
        draft.date = None
    if tokens[noun.start - 1].text != "in":
        draft.place, draft.anchored = None, draft.kind is not DialogueKind.CONSULTATIVE_BODY


def _tells_of_none(tokens: Sequence[Token], nouns: Sequence[Occasion], n: int, support: Match | None) -> bool:
    """Whether a noun tells of no occasion that was or will be held: "no meeting", "a fellow of the forum", "called off"."""
    noun = nouns[n]
    if tokens[noun.start - 1].text == "under":
        return True  # "a contract under bilateral consultation"
    if any(t.text == "anniversary" for t in tokens[max(0, noun.start - 8) : noun.start]):
        return True  # "the 30th anniversary of the launch of the trilateral summit"
    if noun.determiner in ("no", "neither") or is_own_session(tokens, nouns, n):
        return True
    if support is not None and (support.frame.settings["shape"] == "off" or support.group.negated):
        return True
    if noun.kind is DialogueKind.FORUM and noun.named and employs(tokens, noun):
        return True
    if noun.kind is DialogueKind.FORUM and support is None and _means(tokens, noun.start):
        return True  # "agreed to cooperate through regional forums, including the Andaman Sea Symposium"
    if tokens[noun.head].text == "session" and isinstance(tokens[min(noun.end, len(tokens) - 1)].mention, DateMention):
        return True  # "House of Representatives, session 2025-26"
    if noun.determiner in ("a", "an") and defines(tokens, noun):
        return True  # "the SCM, established in 1968, is an annual meeting between the ministers"
    return noun.kind is DialogueKind.OTHER and support is None  # a ceremony matters where somebody holds or attends it


def _means(tokens: Sequence[Token], at: int) -> bool:
    """Whether a gathering is among those by which two will work together, and is not told of itself."""
    before = [t.text for t in tokens[max(0, at - 12) : at]]
    return not _THROUGH.isdisjoint(before) and not _SUCH.isdisjoint(before)


def _reach(
    tokens: Sequence[Token],
    clauses: Clauses,
    nouns: Sequence[Occasion],
    n: int,
    matches: Sequence[Match],
    support: Match | None,
) -> int:
    """Where what a noun governs ends: at its clause's end, the next noun or verb; an apposition is stepped over."""
    noun = nouns[n]
    high = nouns[n + 1].start if n + 1 < len(nouns) else len(tokens)
    high = min(high, next((m.start for m in matches if m.start >= noun.end and m is not support), len(tokens)))
    limit = min(clauses.right_limit(noun.end, noun=True), high)
    if limit < high and tokens[limit].text == "," and leads_on(tokens, noun.end, limit):
        limit = min(
            clauses.right_limit(limit + 2), high
        )  # "the visit by Turkey's minister, Yaşar Güler, to South Africa"
    if noun.start > 1 and (tokens[noun.start - 1].text in _BESIDE or tokens[max(0, noun.start - 3)].text in _BESIDE):
        # "on the sidelines of the summit, and an order placed in May": what the comma begins is something else
        ends = (i for i in range(noun.end, limit - 1) if tokens[i].text == "," and tokens[i + 1].text in ("and", "but"))
        limit = next(ends, limit)
    if 0 < limit < high - 1 and tokens[limit].text == "and" and joins_partners(tokens, noun.end, limit):
        return min(high, limit + 5)  # "with the Australian and Lithuanian ministers was about ..."
    return limit


def _one_by_one(scene: Scene, line: Line, draft: Draft, noun: Occasion) -> list[Draft]:
    """The summits of a list, each with its town and date: "from Madrid in 2022 to Washington in July 2024"."""
    if not noun.plural or draft.organisation is None:
        return []
    tokens, found = line.tokens, list[Draft]()
    for at in range(noun.end, len(tokens) - 1):
        token = tokens[at]
        town = isinstance(token.mention, ActorMention) and token.mention.form in ("capital", "place")
        if not town or tokens[at - 1].text not in ("in", "from", "to", "and", ",", "at"):
            continue
        date = scene.dates.of(line, at, at + 1, min(at + 3, len(tokens)), behind=True)
        if date is None:
            continue
        one = evolve(draft, start=token.start, end=date.witness.end, date=date, place=scene.place(token), topics=[])
        found.append(evolve(one, sides=list(draft.sides), roles=dict(draft.roles), outcomes=[]))
    return found if len(found) > 1 else []


def _as_agreed(tokens: Sequence[Token], at: int) -> bool:
    """Whether an earlier occasion is told of only by what it brought: "as agreed upon at the summit", "the accord reached at"."""
    before = [t.text for t in tokens[max(0, at - 3) : at]]
    reached = before[before.index("reached") :] if "reached" in before else ["the"]
    if DETERMINERS.isdisjoint(reached):
        return True  # but "the two ministers reached the accord at their meeting"
    return "as" in before and not {"agreed", "decided"}.isdisjoint(before)


def _invited(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody is only invited to an occasion."""
    return any(t.text.startswith("invit") and t.kind == "word" for t in tokens[max(0, at - 6) : at])


def _supported(scene: Scene, line: Line, clauses: Clauses, draft: Draft, support: Match, *, ahead: bool) -> None:
    """Add those who hold or attend it."""
    tokens = line.tokens
    draft.attended, draft.anchored = support.frame.settings["shape"] == "attend", True
    if ahead:
        doers = scene.doers(line, clauses, support.group.start)
        if not doers and names_pair(scene.page, line):
            scene.pair(line, draft)
        doers = doers or ([] if draft.sides else officials_of(scene, line, support))
        if tokens[support.start].text in _GIVES and draft.noun is not None:
            # "paid the president a courtesy call"
            doers.extend(s for s in acting(scene.page, tokens, support.end, draft.noun.start) if s.person or s.level)
        if draft.place is None and draft.noun is not None:
            draft.place = scene.place(place_of(tokens, support.end, draft.noun.start))  # "held in Lima the first talks"
        if draft.place is None:
            draft.place = scene.place(place_of(tokens, 0, _fronted(tokens, draft, support)))
    else:
        high = clauses.right_limit(support.end)
        found = acting(scene.page, tokens, support.end, high)
        doers = [s for s in found if governor(tokens, s.position) in ("by", "between", "with", None)]
        if draft.noun is not None and has_for_object(tokens, draft.noun, support):
            doers = [*scene.doers(line, clauses, support.group.start), *doers]
        if draft.place is None:
            by = next((i for i in range(support.end, high) if tokens[i].text == "by"), high)
            draft.place = scene.place(place_of(tokens, support.end, by))
        draft.date = draft.date or scene.dates.of(line, support.start, support.end, high)
    doers = [s for s in doers if s.person or s.level or s.state]
    draft.sides = list(distinct([*doers, *draft.sides]))
    alone = draft.sides[0] if len(draft.sides) == 1 and ahead else None
    if alone is not None and not alone.person and alone.level >= MINISTER and alone.key.startswith("organisation:"):
        # "NATO defence ministers held a meeting in Brussels"
        draft.organisation, draft.kind = alone, draft.kind or level_kind(draft.sides)
    before = [s.position for s in doers if 0 <= s.position < support.start]
    if before:
        draft.start = min(draft.start, tokens[min(before)].start)


def _beside(scene: Scene, line: Line, clauses: Clauses, draft: Draft, noun: Occasion, support: Match | None) -> None:
    """What an occasion told beside another event has from it: "met A in Prague, a day after a summit with B"."""
    tokens = line.tokens
    position = noun.start - 1
    while position > 0 and (
        tokens[position].text in DETERMINERS or tokens[position].kind == "date" or tokens[position].text in _POSSESSIVE
    ):
        position -= 1
    word = tokens[position].text if position >= 0 else ""
    if word in ("of", "by") and position > 0:
        if tokens[position - 1].text in _ROUNDS:
            # "after the first round of a new dialogue"
            position = _skip(tokens, position - 2)
            word = tokens[position].text if position >= 0 else ""
        else:
            word = tokens[position - 1].text
    if word not in _BESIDE:
        if support is None and len(draft.people) == 1 and len(draft.states) < 2 and not noun.plural:
            _of_the_doer(scene, line, clauses, draft, noun)
        return
    draft.anchored = True
    if _as_agreed(tokens, position):
        return  # who came to it is not told
    press = draft.kind in (DialogueKind.PRESS_CONFERENCE, DialogueKind.BRIEFING) and not draft.people
    if draft.back and noun.determiner in ("his", "her", "their") and draft.noun is not None:
        draft.noun = evolve(noun, determiner=None)  # "after their meeting": of those whom the sentence speaks of
    earlier = noun.ordinal is not None and noun.determiner == "the" and word in ("following", "after", "before")
    if earlier and draft.date is None and not draft.people:
        return  # "since and following the second 2+2 meeting": which one it was is known, not who came
    if support is None and not draft.back and (press or (len(draft.states) < 2 and draft.organisation is None)):
        doers = scene.doers(line, clauses, main_verb(clauses, noun.start))
        people = [s for s in doers if s.person] or [s for s in doers if s.level >= MINISTER and s.state]
        people = [s for s in people if s.key not in draft.people] or whoever(scene, line, noun)
        states = [s for s in doers if s.state and s.key == s.state]
        if not people and not draft.sides and len({s.state for s in states}) > 1 and (draft.place or draft.date):
            draft.sides = list(distinct(states))  # "Japan and Peru agreed at talks in Lima on 21 April"
        if draft.people and any(s.state in draft.states for s in people):
            people = []
        between = any(t.text in ("two", "them") for t in tokens[noun.end : noun.end + 4])
        if draft.people and draft.kind is DialogueKind.PRESS_CONFERENCE and not people:
            people = [s for s in whoever(scene, line, noun) if s.state not in draft.states]
        ranked = any(s.level >= MINISTER and s.state for s in draft.sides)  # "after talks with Paraguay's president"
        if len(draft.people) + len(people) > 1 or (ranked and people) or (press and people) or (between and people):
            draft.sides = list(distinct([*people, *draft.sides]))
        elif people and draft.kind is DialogueKind.SUMMIT:
            with_host(scene, line, draft, people, noun)
    if draft.date is None and word == "after" and not draft.back and support is None:
        draft.date = scene.dates.said_on(line, position)  # "said on Tuesday after talks with"
    if draft.place is None:
        token = place_of(tokens, 0, noun.start)
        place = scene.place(token) if token is not None and is_town(token) else None  # not "the war in Ukraine"
        draft.place = evolve(place, kind=EvidenceKind.IMPLIED) if place is not None else None


def _of_the_doer(scene: Scene, line: Line, clauses: Clauses, draft: Draft, noun: Occasion) -> None:
    """ "Iohannis was greeted with honours before going into talks with Yoon": talks of whom the sentence is about."""
    tokens = line.tokens
    partners = [s for s in draft.sides if s.person]
    if noun.start < 3 or (tokens[noun.end : noun.end + 1] and tokens[noun.end].text != "with"):
        return  # what a sentence opens with is told of by itself
    verb = main_verb(clauses, noun.start)
    if clauses.group(verb).negated or any(s.position < noun.end for s in partners):
        return
    doers = scene.doers(line, clauses, verb) or [s for s in acting(scene.page, tokens, 0, noun.start) if s.person]
    people = [s for s in doers if s.state and (s.person or s.level >= MINISTER) and s.state not in draft.states]
    if people:
        draft.sides = list(distinct([*people[:2], *draft.sides]))
        draft.anchored = True


def _fronted(tokens: Sequence[Token], draft: Draft, support: Match) -> int:
    """Where the phrase ends that a sentence opens with before its subject ("During his stay in Abu Dhabi, ...")."""
    comma = next((i for i, t in enumerate(tokens[: min(14, support.group.start)]) if t.text == ","), 0)
    return comma or (min(6, support.group.start) if draft.attended else 0)


def _skip(tokens: Sequence[Token], at: int) -> int:
    """The position left of determiners, ordinals and dates."""
    while at > 0 and (
        tokens[at].text in DETERMINERS
        or tokens[at].text in _POSSESSIVE
        or tokens[at].kind == "date"
        or ordinal(tokens[at])
    ):
        at -= 1
    return at


def _apart(scene: Scene, draft: Draft, noun: Occasion) -> Iterator[Draft]:
    """One draft, or for "meetings with A, B and C" one for each partner, with the day that stands behind each."""
    tokens = draft.line.tokens
    many = noun.plural or (noun.modifiers & {"back-to-back", "separate"})
    partners = [s for s in draft.sides if s.position >= noun.end and (s.person or s.level)]
    if many and draft.organisation is None:
        days = _own_days(scene, draft, noun)
        if days or (len(partners) > 1 and len({s.state for s in partners}) + sum(s.person for s in partners) > 1):
            partners = [side for side, _ in days] or partners
            mine = [s for s in draft.sides if s not in partners]
            for side in partners:
                one = evolve(draft, sides=[*mine, side], roles=dict(draft.roles), topics=[], outcomes=[])
                one.end = max(one.end, tokens[side.position].end)
                one.date = next((day for other, day in days if other is side), one.date)
                one.kind = one.kind or level_kind(one.sides)
                yield one
            return
        if not partners and (len(draft.states) < 2 or draft.date is None):
            return
    draft.kind = draft.kind or level_kind(draft.sides)
    officials = draft.kind is DialogueKind.OTHER and not draft.people and all(s.state for s in draft.sides)
    if officials and tokens[noun.head].text in _TALKS and len(draft.states) > 1:
        draft.kind = DialogueKind.DIALOGUE
    yield draft


def _own_days(scene: Scene, draft: Draft, noun: Occasion) -> list[tuple[Side, When]]:
    """The partners of "held meetings with A in May 2017, B in June 2018", each with its day; none unless each has one."""
    behind = [s for s in draft.sides if s.position >= noun.end]
    found: list[tuple[Side, When]] = []
    for n, side in enumerate(behind):
        limit = behind[n + 1].position if n + 1 < len(behind) else len(draft.line.tokens)
        at = side.position
        day = scene.dates.of(draft.line, at, at + 1, min(limit, at + 8), behind=True)
        if day is None:
            return []
        found.append((side, day))
    return found if len(found) > 1 else []
