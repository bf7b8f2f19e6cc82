"""Visits: verbs and nouns of travelling, being somewhere and attending something abroad."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from kordef.builders.dialogues.meetings import Draft, level_kind
from kordef.builders.dialogues.occasions import Occasion
from kordef.builders.dialogues.offices import headquarters, is_state
from kordef.builders.dialogues.scene import Scene, main_verb
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.surroundings import DETERMINERS, PREPOSITIONS, governor, place_of, word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.parties import (
    HEAD,
    NONE,
    OFFICIAL,
    Side,
    acting,
    acting_in,
    distinct,
    implied,
    level_of_title,
    side_of,
)
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind, DialogueKind, Modality, Role

__all__ = ["attending", "being_there", "brought", "there_was", "travels", "visit_noun", "visiting"]

_BODIES = (ActorKind.IGO, ActorKind.FORUM, ActorKind.MILITARY_UNIT, ActorKind.GOVERNMENT_BODY)
_SAILS = frozenset("sail sails sailed sailing frigate destroyer ship vessel corvette submarine warship".split())
_PARTIES = frozenset(["team", "mission", "group", "party", "delegation"])
_SERVING = frozenset([
    "air", "army", "navy", "naval", "military", "defence", "defense", "marine", "forces", "expert", "experts",
    "technical", "procurement",
])  # fmt: skip
_BESIDE = frozenset(["with", "between", "of", "by", "for", "to"])
_NEXT = frozenset(["to", "before", "of"])
_ONWARD = frozenset(["and", "then", "on", "to", "later"])
_BE = frozenset(["is", "was", "were", "are", "been"])


def travels(scene: Scene, line: Line, clauses: Clauses, match: Match, nouns: Sequence[Occasion]) -> Iterator[Draft]:
    """ "X visited Poland and France": one visit for each place; "flew to Changwon for the signing" is the signing."""
    tokens = line.tokens
    visitors = [s for s in scene.doers(line, clauses, match.group.start) if s.person or s.level]
    going = tokens[match.start].text.endswith("ing")
    hangs = going and match.start > 1 and tokens[match.start - 1].text == ","
    tour = hangs and any(n.visit and n.end <= match.start for n in nouns)
    if tour and not visitors:
        # "made his first trip to Europe, traveling to Poland and France"
        visitors = [s for s in scene.doers(line, clauses, main_verb(clauses, match.start)) if s.person or s.level]
    if going and match.start > 1 and tokens[match.start].text == "departing" and tokens[match.start - 1].text in _NEXT:
        return  # "completed a visit to Chile prior to departing for Peru"
    if going and any(t.kind == "weapon" or t.text in _SAILS for t in tokens[: match.start]):
        return  # "the frigate sailed on Monday, heading for Yokosuka"
    visitors = visitors or list(_party(scene, line, clauses, match)) or _delegation(scene, line, clauses, match)
    if not visitors or match.group.passive:
        return
    limit = clauses.right_limit(match.end)
    first = next((n for n in nouns if match.end <= n.start < limit), None)
    reach = min(limit, first.start) if first is not None and not first.visit else limit
    home = {s.state for s in visitors}
    signing = next((n for n in nouns if match.end <= n.start < limit and n.kind is DialogueKind.OTHER), None)
    if signing is not None and any(t.text == "attend" for t in tokens[match.end : signing.start]):
        signing = None  # "is visiting Seoul to attend the opening ceremony": a visit all the same
    goals = list(_goals(tokens, match, reach))
    if tour and len(goals) > 1:
        whole = scene.draft(line, match.start, goals[-1] + 1, DialogueKind.VISIT, visitors, limit, match.group.modality)
        for at in goals:
            scene.visit_to(whole, tokens[at])
        whole.tour, whole.place = True, None
        yield whole
        return
    for at in goals:
        goal = tokens[at]
        if not isinstance(goal.mention, ActorMention) or goal.mention.key in home:
            continue
        kind = DialogueKind.OTHER if signing else DialogueKind.VISIT
        draft = scene.draft(line, match.start, at + 1, kind, visitors, limit, match.group.modality)
        if match.start > 0 and tokens[match.start - 1].text in ("after", "before", "since"):
            draft.date = scene.dates.of(line, match.start, at + 1, limit, behind=True)
        if signing is not None:
            draft.end = max(draft.end, tokens[signing.end - 1].end)
            draft.words = "signing"
        if inner := next((n for n in nouns if match.start < n.start and n.end <= at), None):
            draft.date = scene.dates.of_stay(line, inner) or draft.date  # "make a two-day trip to Seoul on 3 and 4 May"
        draft.sides.extend(_companions(scene, tokens, at + 1, draft))
        scene.visit_to(draft, goal)
        yield draft
    if not goals and (seat := headquarters(tokens, match.end, min(limit, match.end + 3))) is not None:
        # "visited NATO headquarters"
        draft = scene.draft(line, match.start, match.end + 2, DialogueKind.VISIT, visitors, limit, match.group.modality)
        draft.roles.update({s.key: Role.VISITOR for s in draft.sides})
        draft.place = seat
        host = seat.witness
        if isinstance(host, Token) and (side := side_of(scene.page, host)) is not None:
            draft.sides.append(side)
            draft.roles[side.key] = Role.HOST
        yield draft


def _companions(scene: Scene, tokens: Sequence[Token], at: int, visit: Draft) -> list[Side]:
    """Who goes along: "travelled to Vilnius with Defence Minister Boris Pistorius"."""
    at += at < len(tokens) and tokens[at].text in ("together", "along")
    if at + 1 >= len(tokens) or tokens[at].text != "with":
        return []
    side = side_of(scene.page, tokens[at + 1], at + 1)
    own = side is not None and side.person and side.state in visit.states
    return [side] if own and side is not None and side.key not in visit.people else []


def _delegation(scene: Scene, line: Line, clauses: Clauses, match: Match) -> list[Side]:
    """Who leads "the delegation" that goes on somewhere, where the sentences before told whom he or she met."""
    low, high, _ = clauses.subject_span(match.group.start)
    if [t.text for t in line.tokens[low:high]] not in (["the", "delegation"], ["the", "party"], ["the", "team"]):
        return []
    told = next((d for d in reversed(scene.drafts[-3:]) if d.line.block == line.block and d.people), None)
    leader = next((s for s in told.sides if s.person and s.state), None) if told is not None else None
    return [implied(leader)] if leader is not None else []


def _party(scene: Scene, line: Line, clauses: Clauses, match: Match) -> Iterator[Side]:
    """ "A Korean air force team is coming to Pardubice": a party of the forces or of experts of a state."""
    tokens = line.tokens
    low, high, _ = clauses.subject_span(match.group.start)
    words = " ".join(t.text for t in tokens[low:high]).lower().split()
    if not words or words[-1] not in _PARTIES or not _SERVING.intersection(words):
        return
    for position in range(low, high):
        mention = tokens[position].mention
        if isinstance(mention, ActorMention) and mention.kind is ActorKind.STATE:
            side = side_of(scene.page, tokens[position], position)
            if side is not None:
                yield evolve(side, level=OFFICIAL)
                return


def _goals(tokens: Sequence[Token], match: Match, limit: int) -> Iterator[int]:
    """The positions of the places that a verb of travel leads to, in a list ("Poland and France")."""
    direct = match.frame.id == "visit" and match.end - match.start == 1
    found, last = False, tokens[match.start]
    for position in range(match.end, min(limit, match.end + 14)):
        token = tokens[position]
        if _is_goal(token):
            if not (found and tokens[position - 1].text == "," and _same_state(tokens[position], last)):
                yield position  # not the state of "Gdynia, Poland"
            found, last = True, token
        elif token.kind != "word":
            continue
        elif found:
            if token.text not in _ONWARD:
                return  # but "flew to Doha on Sunday and on to Riyadh on Tuesday"
        elif token.text in PREPOSITIONS:
            if not direct and token.text not in ("in", "to", "at"):
                return
        elif not direct and position - match.end >= 3:
            return


def _same_state(one: Token, other: Token) -> bool:
    mine, its = one.mention, other.mention
    return isinstance(mine, ActorMention) and isinstance(its, ActorMention) and mine.key == its.key


def _is_goal(token: Token) -> bool:
    mention = token.mention
    return (
        isinstance(mention, ActorMention)
        and mention.kind is ActorKind.STATE
        and mention.form not in ("adjective", "demonym")
    )


def attending(scene: Scene, line: Line, clauses: Clauses, match: Match, nouns: Sequence[Occasion]) -> Iterator[Draft]:
    """ "He attended the roll-out in South Korea": a visit, where it is abroad."""
    tokens = line.tokens
    limit = clauses.right_limit(match.end)
    if match.group.passive or any(match.end <= n.start < limit for n in nouns):
        return
    visitors = [s for s in scene.doers(line, clauses, match.group.start) if (s.person or s.level == HEAD) and s.state]
    hosts = [s for s in acting(scene.page, tokens, match.end, limit) if s.person and s.state]
    if visitors and hosts and {s.state for s in hosts} - {s.state for s in visitors}:
        # "joined the US president at Camp David"
        both = [*visitors, *hosts]
        yield scene.draft(
            line, match.start, hosts[-1].position + 1, level_kind(both), both, limit, match.group.modality
        )
        return
    goal = place_of(tokens, match.end, limit)
    if not visitors or goal is None or not _is_goal(goal) or _home(goal, visitors):
        return
    draft = scene.draft(
        line, match.start, tokens.index(goal) + 1, DialogueKind.VISIT, visitors, limit, match.group.modality
    )
    scene.visit_to(draft, goal)
    yield draft


def _home(goal: Token, visitors: Sequence[Side]) -> bool:
    return isinstance(goal.mention, ActorMention) and goal.mention.key in {s.state for s in visitors}


def being_there(scene: Scene, line: Line, clauses: Clauses, nouns: Sequence[Occasion]) -> Iterator[Draft]:
    """ "The minister was in Pyeongtaek to ...", "while President Moon was in town"."""
    tokens = line.tokens
    for position in line.places_of(_BE) if "in" in line.at else ():
        if not 1 <= position < len(tokens) - 2:
            continue
        due = tokens[position + 1].text in ("due", "expected")
        at = position + 2 + due
        if at >= len(tokens) or tokens[at - 1].text != "in":
            continue
        goal: Token | None = tokens[at]
        if tokens[at].text == "town":
            goal = next((t for t in reversed(tokens[max(0, position - 40) : position]) if _is_town(t)), None)
        elif not (_is_goal(tokens[at]) and isinstance(m := tokens[at].mention, ActorMention) and m.as_place):
            continue
        if goal is None or any(n.visit and position < n.start for n in nouns):
            continue
        low, high, _ = clauses.subject_span(position)
        visitors = [s for s in acting(scene.page, tokens, low, high) if s.state and (s.person or (due and s.level))]
        visitors = [
            s for s in visitors if governor(tokens, s.position) not in _BESIDE
        ]  # "his last talks with Kim were in"
        if not visitors and low < high and tokens[high - 1].text in ("he", "she"):
            visitors = [s for s in scene.doers(line, clauses, position) if s.person and s.state][:1]
        if not visitors or len(visitors) > 3 or _home(goal, visitors):
            continue
        modality = Modality.PLANNED if due else Modality.ASSERTED
        limit = clauses.right_limit(at)
        for stop in (at, *_further(tokens, at, limit)):
            draft = scene.draft(line, position, stop + 1, DialogueKind.VISIT, visitors, limit, modality)
            scene.visit_to(draft, goal if stop == at else tokens[stop])
            yield draft


def _further(tokens: Sequence[Token], at: int, limit: int) -> Iterator[int]:
    """The next towns of "will be in Lisbon tomorrow and in Madrid on Saturday"."""
    for position in range(at + 2, min(limit, at + 10)):
        if (
            _is_town(tokens[position])
            and tokens[position - 1].text == "in"
            and tokens[position - 2].text in ("and", ",")
        ):
            yield position


def _is_town(token: Token) -> bool:
    return _is_goal(token) and isinstance(token.mention, ActorMention) and token.mention.form in ("capital", "place")


def visiting(scene: Scene, line: Line) -> Iterator[Draft]:
    """ "Romania told the visiting South Korean defence minister, Shin Won-sik"."""
    tokens = line.tokens
    for position in line.at.get("visiting", ()):
        if not 1 <= position < len(tokens) - 1 or tokens[position - 1].text not in DETERMINERS:
            continue
        end = min(position + 8, len(tokens))
        visitors = [s for s in acting(scene.page, tokens, position, end) if s.person or s.level]
        visitors = ([s for s in visitors if s.person] or visitors)[:1]
        if not visitors:
            continue
        draft = scene.draft(line, position, visitors[0].position + 1, DialogueKind.VISIT, visitors, end)
        draft.place = None
        draft.roles[visitors[0].key] = Role.VISITOR
        hosts = [
            s
            for s in acting(scene.page, tokens, max(0, position - 12), position)
            if s.state and s.state != visitors[0].state
        ]
        if hosts and hosts[-1].state:
            host = Side(
                key=hosts[-1].state, state=hosts[-1].state, witness=hosts[-1].witness, kind=implied(hosts[-1]).kind
            )
            draft.sides.append(host)
            draft.roles[host.key] = Role.HOST
            draft.place = scene.country(line.story, host)
        yield draft


def visit_noun(
    scene: Scene, line: Line, clauses: Clauses, draft: Draft, noun: Occasion, support: Match | None, limit: int
) -> None:
    """Complete the draft of "a visit by ... to ...", "his trip to ...", "the visit"."""
    tokens = line.tokens
    goals = [
        position
        for position in range(noun.end, min(limit, noun.end + 14))
        if _is_goal(tokens[position])
        and governor(tokens, position) in ("to", "in", "of", "and", None)
        and _leads(tokens, noun.end, position)
    ]
    visitors = [s for s in draft.sides if s.person or s.level or s.position < noun.start]
    if (aside := _aside(scene, tokens, noun)) is not None:
        visitors = [aside]
        draft.date = draft.date or scene.dates.of(line, noun.start, noun.end, len(tokens))
    paid = next((p for p in range(noun.end, min(noun.end + 16, len(tokens))) if tokens[p].text in _PAID), None)
    if (
        not visitors
        and paid is not None
        and (tokens[noun.end].text in ("that", "which") or tokens[noun.end].kind == "actor")
    ):
        # "the visit that Turkey's defence minister, Yaşar Güler, paid to South Africa on 17 March"
        visitors = [s for s in acting(scene.page, tokens, noun.end, paid) if s.person or s.level]
        limit = clauses.right_limit(paid + 1)
        goals = [
            p
            for p in range(paid, min(limit, paid + 8))
            if _is_goal(tokens[p]) and governor(tokens, p) in ("to", "in", "and")
        ]
        draft.date = scene.dates.of(line, paid, paid + 1, limit, behind=True)
        draft.anchored = True
    if (office := _of_office(scene, tokens, noun)) is not None:
        visitors = [office]
    if not visitors and not (noun.bare and noun.determiner in ("the", "this", "that")):
        start = support.group.start if support is not None else main_verb(clauses, noun.start)
        visitors = [s for s in scene.doers(line, clauses, start) if s.person or s.level]
        if (
            not visitors
            and noun.determiner in ("a", "an", "his", "her")
            and any(t.text in ("his", "her") for t in tokens[: noun.start])
        ):
            visitors = [implied(s) for s in scene.known()][:1]
    if office is None and any(t.text.replace("’", "'") in _OFFICES for t in tokens[max(0, noun.start - 1) : noun.head]):
        visitors = [s for s in visitors if not s.person]  # "the ministers met during the president's visit"
    if goals and not any(s.person for s in visitors) and (guest := _office_abroad(scene, line, noun, tokens[goals[0]])):
        visitors = [guest]
    visitors = [_by_name(scene, line, s) for s in visitors]
    draft.sides = list(distinct(visitors))
    goal = next((tokens[p] for p in goals if not _home(tokens[p], visitors)), None)
    if goal is None and draft.place is None and visitors:
        before = (t for n, t in enumerate(tokens[: noun.start]) if _is_goal(t) and governor(tokens, n) == "in")
        goal = next((t for t in before if not _home(t, visitors)), None)
    if goal is not None:
        draft.end = max(draft.end, goal.end)
        scene.visit_to(draft, goal)
    _body_visited(scene, draft, tokens, noun, limit)
    for side in visitors:
        draft.roles.setdefault(side.key, Role.VISITOR)
    draft.date = scene.dates.of_stay(line, noun) or scene.dates.month(draft.date)
    if draft.back and not draft.people:
        _visit_before(scene, draft)


def _aside(scene: Scene, tokens: Sequence[Token], noun: Occasion) -> Side | None:
    """Whose visit it is that stands between commas behind a name: "Rishi Sunak, on a visit to Kyiv, and ... signed"."""
    at = noun.start - 1
    while at > 0 and tokens[at].text in DETERMINERS:
        at -= 1
    if at < 2 or tokens[at].text != "on" or tokens[at - 1].text != ",":
        return None
    side = side_of(scene.page, tokens[at - 2], at - 2)
    return side if side is not None and side.person and side.state else None


_PAID = word_set("paid pays pay made makes make undertook undertakes")
_OFFICES = frozenset(
    f"{office}'s"
    for office in (
        "president minister chancellor premier leader king queen sultan emir emperor prince princess monarch taoiseach pope "
        "secretary chief commander speaker envoy ambassador general admiral commissioner"
    ).split()
)


def _of_office(scene: Scene, tokens: Sequence[Token], noun: Occasion) -> Side | None:
    """ "The Chilean President's visit to Norway": that of somebody whose state stands before the office."""
    near = range(max(1, noun.start - 2), noun.head)
    at = next((p for p in near if tokens[p].text.replace("’", "'") in _OFFICES), None)
    state = next((p for p in range(at - 1, max(-1, at - 4), -1) if is_state(tokens[p])), None) if at else None
    if at is None or state is None:
        return None
    side = side_of(scene.page, tokens[state], state)
    level = level_of_title(" ".join(t.text for t in tokens[state + 1 : at + 1]).replace("’", "'").removesuffix("'s"))
    return evolve(side, level=level) if side is not None and level else None


def _office_abroad(scene: Scene, line: Line, noun: Occasion, goal: Token) -> Side | None:
    """ "During the President's state visit to Manila": that of the other of the two states that the story is about."""
    said = [t.text.replace("’", "'") for t in line.tokens[max(0, noun.start - 1) : noun.head]]
    if not any(word in _OFFICES for word in said) or not isinstance(goal.mention, ActorMention):
        return None
    about = [s for s in scene.focus.get(line.story, [])[:2] if s.key.startswith("state:")]
    others = [s for s in about if s.key != goal.mention.key]
    if len(about) != 2 or len(others) != 1:
        return None
    return evolve(implied(others[0]), level=HEAD)


def _body_visited(scene: Scene, draft: Draft, tokens: Sequence[Token], noun: Occasion, limit: int) -> None:
    """ "A visit to the United Nations Command": the body that is visited is the host."""
    for position in range(noun.end + 1, min(noun.end + 4, limit)):
        mention = tokens[position].mention
        if not isinstance(mention, ActorMention) or mention.kind not in _BODIES or tokens[noun.end].text != "to":
            continue
        if mention.acts_for is None and (mention.story, mention.key) in scene.page.actor_ids:
            draft.sides.append(Side(key=mention.key, witness=tokens[position], position=position))
            draft.roles[mention.key] = Role.HOST
        return


def _by_name(scene: Scene, line: Line, visitor: Side) -> Side:
    """ "The first visit by a Korean leader": the leader of that state whom the sentence names."""
    if visitor.person or visitor.level != HEAD:
        return visitor
    named = (s for s in acting_in(scene.page, line) if s.person and s.state == visitor.state)
    found = next((s for s in named if s.level in (HEAD, NONE)), None)
    return visitor if found is None else implied(found)


def _leads(tokens: Sequence[Token], low: int, at: int) -> bool:
    """Whether "to" or "in" leads to a place with nothing but a list between."""
    return any(t.text in ("to", "in", "of") for t in tokens[low:at]) and not any(
        t.kind == "date" for t in tokens[low:at]
    )


def _visit_before(scene: Scene, draft: Draft) -> None:
    """ "The visit" after a meeting abroad: the guest's, in the host's country."""
    if any(d.kind is DialogueKind.VISIT for d in scene.drafts):
        return
    for earlier in reversed(scene.drafts):
        guests = [s for s in earlier.sides if s.person and s.state and earlier.place and s.state != earlier.place.state]
        if earlier.place is None or not guests:
            continue
        draft.sides = [implied(guests[0])]
        draft.roles[guests[0].key] = Role.VISITOR
        draft.place = earlier.place
        host = next((s for s in earlier.sides if s.state and s.state == earlier.place.state), None)
        if host is not None and host.state:
            side = Side(key=host.state, state=host.state, witness=host.witness, kind=draft.sides[0].kind)
            draft.sides.append(side)
            draft.roles[side.key] = Role.HOST
            draft.place = scene.country(earlier.line.story, side) or earlier.place
        draft.date = draft.date or scene.dates.month(earlier.date)
        return


_BRINGS = word_set("brought brings bring took takes taken take led leads carried carries")


def brought(scene: Scene, line: Line) -> Iterator[Draft]:
    """ "A working visit brought Hanno Pevkur to Riga", "the tour took him to Doha on Monday and to Muscat on Tuesday"."""
    tokens = line.tokens
    for at in line.places_of(_BRINGS):
        limit = min(at + 9, len(tokens) - 1)
        to = next(
            (i for i in range(at + 1, limit) if tokens[i].text in ("to", "through") and tokens[i].kind == "word"), None
        )
        if (
            to is None
            or not _is_goal(tokens[to + 1])
            or any(t.kind == "mark" and t.text != "'" for t in tokens[at + 1 : to])
        ):
            continue
        visitors = [s for s in acting(scene.page, tokens, at + 1, to) if s.state and (s.person or s.level >= OFFICIAL)]
        if not visitors and tokens[at + 1].text in ("him", "her"):
            here = [s for s in acting(scene.page, tokens, 0, at) if s.person and s.state]
            visitors = [implied(s) for s in (*here[-1:], *scene.known())][:1]
        if not visitors:
            continue
        home = {s.state for s in visitors}
        for goal in range(to + 1, len(tokens)):
            token = tokens[goal]
            if token.kind == "mark" and token.text not in (",", "'", "-"):
                break
            mention = token.mention
            leads = tokens[goal - 1].text in ("to", "and", "through", ",")
            if not (leads and _is_goal(token) and isinstance(mention, ActorMention)) or mention.key in home:
                continue
            nearest = min((i for i in range(goal + 1, len(tokens)) if _is_goal(tokens[i])), default=len(tokens))
            draft = scene.draft(line, at, goal + 1, DialogueKind.VISIT, visitors, nearest)
            draft.date = scene.dates.of(line, goal, goal + 1, nearest, behind=True) or draft.date
            scene.visit_to(draft, token)
            draft.start = tokens[at].start if goal == to + 1 else token.start
            draft.anchored = True
            yield draft


_SPENT = ("in", "at")


def there_was(scene: Scene, line: Line) -> Iterator[Draft]:
    """ "Also in Warsaw was Kęstutis Budrys, Lithuania's foreign minister": a visit told the other way round."""
    tokens = line.tokens
    for at in line.places_of(_BE):
        if not 2 <= at < len(tokens) - 1 or at > 6 or not _is_goal(tokens[at - 1]) or tokens[at - 2].text not in _SPENT:
            continue
        visitors = [s for s in acting(scene.page, tokens, at + 1, min(at + 8, len(tokens))) if s.person and s.state][:1]
        if not visitors or visitors[0].position > at + 6 or _home(tokens[at - 1], visitors):
            continue
        draft = scene.draft(line, at, visitors[0].position + 1, DialogueKind.VISIT, visitors, len(tokens))
        scene.visit_to(draft, tokens[at - 1])
        draft.start, draft.anchored = tokens[at - 2].start, True
        yield draft
