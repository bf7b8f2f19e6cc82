"""Dialogues: who met whom, where and when; visits, calls, briefings, gatherings and standing bodies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from attrs import evolve

from kordef.builders.chronology import entry_day
from kordef.builders.dialogues.contents import tell_contents
from kordef.builders.dialogues.dates import Calendar
from kordef.builders.dialogues.diary import Diary, entry
from kordef.builders.dialogues.encounters import joined, meetings_of
from kordef.builders.dialogues.gatherings import occasion
from kordef.builders.dialogues.joint_acts import together
from kordef.builders.dialogues.journeys import attending, being_there, brought, there_was, travels, visiting
from kordef.builders.dialogues.meetings import Draft, When, merge
from kordef.builders.dialogues.not_held import not_held
from kordef.builders.dialogues.occasions import Occasion, occasions_in
from kordef.builders.dialogues.phrases import is_town
from kordef.builders.dialogues.recording import record
from kordef.builders.dialogues.scene import Scene
from kordef.builders.dialogues.sequels import hosting, in_turn, later, named_now, next_one, others
from kordef.builders.dialogues.signs import signed
from kordef.builders.dialogues.standing_bodies import bodies_in, first_met, goes_on, sessions_of_bodies
from kordef.builders.dialogues.tables import drafts_in_tables
from kordef.builders.dialogues.whereabouts import (
    at_home_there,
    during_stay,
    host_of_visit,
    month_of_report,
    month_of_story,
    of_section,
    place_of_day,
    place_of_visit,
    unlisted_town,
    where_story_stands,
)
from kordef.builders.grammar.came_to_nothing import only_asked
from kordef.builders.grammar.clauses import Clauses, clauses_of
from kordef.builders.grammar.frames import Match, find, load
from kordef.builders.grammar.surroundings import not_yet, place_of, strong_break, word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page
from kordef.builders.parties import MINISTER, acting_in
from kordef.document import BlockKind
from kordef.identity import record_id
from kordef.mentions.model import DateMention
from kordef.records import Dialogue
from kordef.vocabulary import DialogueKind, EvidenceKind, Modality, Role

__all__ = ["build"]

_CAME = word_set("chair chaired chairs represented represents attended attend stood deputised presided")
_SIDELINES = word_set("sidelines margins fringes")
_STAYS = word_set("visit trip tour stay")
_NOBODY = word_set("no neither nor if unless whether seldom rarely hardly scarcely")
_OFF = word_set("cancelled canceled scrapped")
_NAMED_BY_TOWN = word_set("summit conference meeting talks agreement treaty accord accords process format declaration")
_HAVING = word_set("had has have")
_CALLED_OFF = (word_set("called off"), word_set("fell through"), word_set("came nothing"), word_set("pulled out"))
_SELDOM = word_set("seldom rarely hardly scarcely")
_MEETS_BY = word_set("with in at on for")
_OPENING = 22
"""The words that a phrase may have which a sentence opens with."""


def build(page: Page) -> tuple[Dialogue, ...]:
    """The dialogues that a document tells of, one record for each however often the text comes back to it."""
    scene = Scene(page)
    diary = Diary()
    drafts = [draft for line in page.lines for draft in _read(scene, line, diary)]
    drafts.extend(drafts_in_tables(scene))
    found = [d for d in merge(drafts) if _whole(d)]
    _nest(found)
    ids = {id(d): record_id("dialogue", page.document.sha256, d.start, rank) for rank, d in enumerate(found)}
    return tuple(record(page, draft, ids[id(draft)], ids) for draft in found)


def _whole(draft: Draft) -> bool:
    """Whether enough is known: people with an office or a state, or parties with a day or a place."""
    if draft.kind is DialogueKind.FORUM and draft.noun is not None and draft.noun.named:
        held = draft.place is not None and not _inside(draft)
        return draft.noun.end - draft.noun.start == 1 or draft.date is not None or held or draft.anchored
    if not draft.sides or (draft.line.kind is BlockKind.LIST_ITEM and _only_tagged(draft)):
        return False
    if draft.kind is DialogueKind.VISIT:
        return any(role is Role.VISITOR for role in draft.roles.values())
    if draft.organisation is not None or (draft.noun is not None and draft.noun.lone):
        return True
    if draft.kind is DialogueKind.OTHER and draft.noun is not None and all(s.level < MINISTER for s in draft.sides):
        states = {s.state for s in draft.sides if s.person and s.state}
        if len(states) < 2 and any(s.company for s in draft.sides):
            return False  # a ceremony among firms
    if any(s.person and (s.state or s.level) for s in draft.sides):
        if draft.kind is DialogueKind.BRIEFING and not draft.states:
            return False
        return len(draft.sides) > 1 or draft.kind in (DialogueKind.BRIEFING, DialogueKind.PRESS_CONFERENCE)
    if draft.noun is None and len(draft.states) > 1 and all(s.level >= MINISTER for s in draft.sides):
        return True
    if len(draft.states) > 1 and draft.kind is DialogueKind.DIALOGUE and draft.anchored and draft.noun is not None:
        held = draft.date is not None or draft.place is not None
        return held or bool(draft.noun.modifiers)  # a standing dialogue needs no day
    return len(draft.states) > 1 and (draft.date is not None or draft.place is not None)


def _only_tagged(draft: Draft) -> bool:
    """Whether an item of a list holds nothing but a name, as tags below a story do ("G7 Summit")."""
    words = draft.line.tokens
    return draft.date is None and draft.place is None and bool(words) and draft.end >= words[-1].end and len(words) < 5


def _inside(draft: Draft) -> bool:
    """Whether a place is only part of a name ("Korea Peninsula Strategy Forum", which may be a think tank)."""
    witness = draft.place.witness if draft.place is not None else None
    return witness is not None and not isinstance(witness, tuple) and draft.start <= witness.start < draft.end


def _nest(drafts: Sequence[Draft]) -> None:
    """Put what happened during a visit under it."""
    visits: dict[tuple[int, str], list[Draft]] = {}
    for visit in drafts:
        if visit.kind is DialogueKind.VISIT:
            for key in dict.fromkeys(k for k, role in visit.roles.items() if role is Role.VISITOR):
                visits.setdefault((visit.line.story, key), []).append(visit)
    for draft in drafts:
        if draft.kind is DialogueKind.VISIT or draft.organisation is not None:
            continue
        for side in draft.sides:
            fitting = (v for v in visits.get((draft.line.story, side.key), ())[:20] if _during(draft, v))
            if side.person and (whole := next(fitting, None)) is not None:
                draft.whole = whole
                break


def _during(draft: Draft, visit: Draft) -> bool:
    if draft.place and visit.place and draft.place.state != visit.place.state:
        return False
    return Calendar.within(draft.date, visit.date)


# ---- one sentence


def _read(scene: Scene, line: Line, diary: Diary) -> Iterator[Draft]:
    """The dialogues of a sentence: found by its words, then dated and placed by one another and by what was told before."""
    scene.begin(line)
    drafts = _drafts(scene, line, diary)
    _without_reporters(scene.text, line, drafts)
    for draft in drafts:
        _date(scene, line, draft, drafts)
    # before places, which a meeting takes from the gathering of its day
    _day_beside(line, drafts)
    for draft in drafts:
        _place(scene, line, draft, drafts)
    # the host is the state of a place that another dialogue of the sentence may only just have got
    for draft in drafts:
        host_of_visit(scene, draft, drafts)
    tell_contents(scene, line, drafts)
    named_now(scene, line, drafts)
    if not drafts:
        _came(scene, line)
    scene.end(line, drafts)
    yield from drafts


def _drafts(scene: Scene, line: Line, diary: Diary) -> list[Draft]:
    """The dialogues that the words of a sentence tell of, in their order; each reader sees what those before it found."""
    found = [d for d in _found(scene, line) if not _of_nobody(line, d)]
    if not (line.tokens and line.tokens[-1].text == "?"):
        found.extend(signed(scene, line, clauses_of(line), found))
    found = sessions_of_bodies(line, found)
    found.extend(list(others(scene, line, found)))
    found.extend(list(entry(scene, line, found, diary)))
    return sorted((d for d in found if not _of_nobody(line, d)), key=lambda d: d.start)


def _date(scene: Scene, line: Line, draft: Draft, drafts: Sequence[Draft]) -> None:
    """Date a dialogue that its own words leave without a day, from the nearest that may tell it to the farthest."""
    # "consultations in Osijek": a place of its own, before those of other sentences are looked at
    unlisted_town(scene, line, draft)
    # "he later called on the president": day and town of the meeting just told
    later(scene, line, draft)
    # "Modi, here from 3 to 5 May, met X": some day of the stay, which is not the day itself
    during_stay(scene, line, draft, drafts)
    # "Vilnius, 11-12 September": the heading holds where the sentence has nothing
    of_section(scene, line, draft)
    # the one day of the sentence before
    _date_from_before(scene, line, draft)
    if draft.kind is DialogueKind.VISIT and draft.modality is Modality.ASSERTED:
        verb = next((i for i, t in enumerate(line.tokens) if t.end >= draft.end), 0)
        stay = scene.dates.ongoing(line, max(0, verb - 1))
        if stay is not None and (draft.date is None or "/" in (stay.period.edtf or "")):
            draft.date = stay
    # last, for these make a date coarser: no time of day, and of a day still ahead the month alone
    draft.date = scene.dates.plain(draft.date, draft.kind)
    last = max((s.position for s in draft.sides), default=0)
    if draft.kind is not DialogueKind.VISIT and scene.dates.ahead(line, draft.date, last):
        draft.date = scene.dates.month(draft.date)


def _place(scene: Scene, line: Line, draft: Draft, drafts: Sequence[Draft]) -> None:
    """Say where a dialogue took place, and then what the place tells of its day and sides."""
    # "flew on to Warsaw, where he was to see the minister": the visit in the same sentence
    place_of_visit(line, draft, drafts)
    # the same people on the same day were in one place
    place_of_day(scene, draft, drafts)
    # only then the dateline, which holds for all that has no place of its own
    where_story_stands(scene, line, draft, drafts)
    # told without a day where the report is dated from: of its month
    month_of_report(scene, line, draft)
    # "received her in Paramaribo": who receives there acts for that state, so the place comes first
    at_home_there(scene, draft, drafts)
    # the month that the paragraph is about, and at last the entry of a chronology: what is farthest knows least
    month_of_story(scene, line, draft, drafts)
    _date_by_entry(scene, line, draft)


def _day_beside(line: Line, drafts: Sequence[Draft]) -> None:
    """Those who "held a summit on the sidelines of the conference today" met today; the conference is of this month."""
    if _SIDELINES.isdisjoint(line.texts):
        return
    for n, draft in enumerate(drafts):
        gathering = next(
            (d for d in drafts[n + 1 : n + 4] if d.kind in (DialogueKind.SUMMIT, DialogueKind.FORUM)), None
        )
        beside = gathering is not None and _SIDELINES.intersection(
            t.text for t in line.tokens if draft.start <= t.start < gathering.start
        )
        if gathering is None or not beside or draft.date is not None or len(draft.people) < 2:
            continue
        day = gathering.date.witness if gathering.date is not None else None
        mention = day.mention if isinstance(day, Token) else None
        if day is not None and isinstance(mention, DateMention) and len(mention.period.edtf or "") == 10:
            draft.date = When(period=mention.period, witness=day)
            gathering.date = Calendar.whole_month(gathering.date)


def _date_by_entry(scene: Scene, line: Line, draft: Draft) -> None:
    """Date what is told without a day by the entry of a chronology that tells it."""
    day = entry_day(scene.page, line) if draft.date is None else None
    if day is not None and isinstance(day.mention, DateMention):
        draft.date = When(period=day.mention.period, witness=day, kind=EvidenceKind.IMPLIED)


def _called_off(line: Line) -> bool:
    """Whether a sentence says that what was planned did not come about."""
    words = line.words
    return not _OFF.isdisjoint(words) or any(pair <= words for pair in _CALLED_OFF)


def _of_nobody(line: Line, draft: Draft) -> bool:
    """Whether nobody did it: "no French president has met", "neither he nor his deputy will go", "if X sat down with Y"."""
    tokens = line.tokens
    if _NOBODY.isdisjoint(line.words) and not _called_off(line):
        return False
    own = [s.position for s in draft.sides if s.position >= 0]
    first = min(own, default=0)
    noun = draft.noun
    near = tokens[max(0, noun.start - 2) : noun.end + 1] if noun is not None else ()
    planned = draft.modality is Modality.PLANNED or any(t.text == "planned" for t in near)
    if (draft.noun is None or not draft.noun.named) and planned and _called_off(line):
        return True
    before = [t.text for t in tokens[max(0, first - 2) : first]]
    if own and not _SELDOM.isdisjoint(t.text for t in tokens[max(0, first - 6) : first]):
        return True
    return bool(own) and ("neither" in before or before[-1:] in (["no"], ["nor"], ["if"], ["unless"], ["whether"]))


def _without_reporters(text: str, line: Line, drafts: Sequence[Draft]) -> None:
    """Take those out who only wrote the story ("(Seoul=News) Reporter Huh Go-un = Next week ...")."""
    if not drafts or "=" not in line.texts:
        return
    mark = next((i for i, t in enumerate(line.tokens[:24]) if t.text == "=" and t.start > line.start), 0)
    head = text[line.start : line.tokens[mark].start].lower()
    if not mark or not any(word in head for word in ("reporter", "correspondent")):
        return
    for draft in drafts:
        draft.sides = [s for s in draft.sides if s.position < 0 or s.position > mark]
        draft.start = max(draft.start, line.tokens[mark + 1].start if mark + 1 < len(line.tokens) else draft.start)


def _found(scene: Scene, line: Line) -> Iterator[Draft]:
    """What verbs and nouns of meeting tell of, then what is known by other words.

    Verbs come before nouns: "met at the summit" is one meeting, whose noun its verb has taken. What no verb of a frame
    tells comes last, for it takes as told what the sentence has said.
    """
    tokens = line.tokens
    if tokens and tokens[-1].text == "?":
        return  # "How often do they meet?"
    nouns = _held(tokens, list(occasions_in(scene.text, line)))
    matches = [m for m in find(line, load("dialogues")) if not m.noun]
    if not nouns and not matches and not line.actors:
        return
    clauses = clauses_of(line)
    taken = {p for n in nouns for p in range(n.head, n.end)}
    supports: list[Match] = []
    told: list[Draft] = []
    nouns = [n for n in nouns if not (any(_never_held(tokens, n, m) for m in matches) or not_held(tokens, n, matches))]
    for match in matches:
        if match.start in taken or match.group.negated or not_yet(tokens, match.group.start, match.start):
            continue
        if _helps(clauses, match.start) or only_asked(tokens, match.start):
            continue
        shape, verb = match.frame.settings["shape"], tokens[match.start].text
        if shape == "together" or verb.startswith("agree"):
            yield from together(scene, line, clauses, match)
        if shape == "visit":
            yield from travels(scene, line, clauses, match, nouns)
        elif shape in _SUPPORTS:
            guests = joined(scene, line, clauses, match) if shape == "attend" and match.group.passive else []
            supports.extend([] if guests else [match])
            yield from guests
        elif shape != "together":
            infinitive = shape == "talk" and tokens[match.start - 1].text == "to"
            if told and (infinitive or verb.startswith("discuss")):
                continue  # "will meet in Seoul and discuss the test": the same meeting
            met_there = list(meetings_of(scene, line, clauses, match, nouns))
            praised = verb.startswith("welcom")  # "welcomed the signing of the accord"
            if not met_there and shape in ("receive", "meet") and not praised:
                supports.append(match)
            told.extend(met_there)
            yield from met_there
    met = {id(d.noun) for d in told if d.met}
    for n in range(len(nouns)):
        if id(nouns[n]) in met:
            continue
        yield from occasion(scene, line, clauses, nouns, n, supports, matches)
    for match in supports:
        if match.frame.id == "attend":
            yield from attending(scene, line, clauses, match, nouns)
    # dates what was told just before, and tells nothing new
    goes_on(scene, line, clauses, matches)
    if not matches:
        yield from in_turn(scene, line)
    yield from being_there(scene, line, clauses, nouns)
    for reads in _WITHOUT_VERB:
        yield from reads(scene, line)
    # last of all bodies, which are only named where a session of theirs has not been told
    yield from bodies_in(scene, line, clauses, matches)
    yield from first_met(scene, line, clauses, matches)


_SUPPORTS = ("hold", "attend", "happen", "off")
"""Shapes of verbs that say of a noun that it was held, attended or called off."""

_WITHOUT_VERB: tuple[Callable[[Scene, Line], Iterator[Draft]], ...] = (
    # Journeys: "told the visiting minister, Shin Won-sik", "the tour took him to Doha", "Also in Warsaw was Mr Budrys".
    visiting,
    brought,
    there_was,
    # Series: "with Cebu to host in 2027", "The next round will take place in Brno"; journeys may be to one of them.
    hosting,
    next_one,
)
"""What is told by a phrase alone, each with words of its own; those who travel before the series that they travel to."""


def _helps(clauses: Clauses, at: int) -> bool:
    """Whether "had" only helps another verb ("had been agreed at the summit") and does not say that talks were held."""
    tokens = clauses.tokens
    if tokens[at].text not in _HAVING:
        return False
    behind = (k for k in range(at + 1, min(at + 4, len(tokens))) if tokens[k].text == "been" or clauses.tags[k])
    verb = next(behind, None)
    return verb is not None and clauses.group(verb).start <= at


def _never_held(tokens: Sequence[Token], noun: Occasion, match: Match) -> bool:
    """Whether a sentence says that what a noun speaks of did not take place."""
    happens = match.group.negated and match.frame.settings["shape"] in ("happen", "hold", "meet")
    gap = tokens[noun.end : match.group.start]
    return (
        happens and match.start >= noun.end and len(gap) < 16 and not any(strong_break(t) or t.text == "," for t in gap)
    )


def _held(tokens: Sequence[Token], nouns: Sequence[Occasion]) -> list[Occasion]:
    """The occasions without the line over which one of them was held ("a trilateral meeting by video link")."""
    return [
        noun
        for n, noun in enumerate(nouns)
        if not (
            n > 0
            and noun.kind is DialogueKind.PHONE_CALL
            and not nouns[n - 1].visit
            and tokens[noun.start - 1].text in ("via", "by", "over")
        )
        and not _is_participle(tokens, noun)
    ]


def _is_participle(tokens: Sequence[Token], noun: Occasion) -> bool:
    """Whether a sentence opens with what its subject did: "Meeting with the envoy on Sunday, the minister said"."""
    if noun.head != 0 or tokens[0].text != "meeting" or len(tokens) < 4 or tokens[1].text not in _MEETS_BY:
        return False
    comma = next((i for i in range(2, min(_OPENING, len(tokens) - 2)) if tokens[i].text == ","), None)
    behind = tokens[comma + 1] if comma is not None else None
    return behind is not None and (behind.kind == "actor" or behind.text in ("the", "he", "she"))


# ---- what the sentences around tell


def _date_from_before(scene: Scene, line: Line, draft: Draft) -> None:
    """A meeting told without a day happened on that of the sentence before, where that has just one."""
    previous = scene.previous
    if draft.date is None and draft.modality is Modality.ASSERTED and draft.people:
        draft.date = scene.dates.here(line)
    standing = draft.kind is DialogueKind.CONSULTATIVE_BODY and draft.ordinal is None
    if (
        draft.date is not None
        or draft.kind is DialogueKind.FORUM
        or standing
        or (draft.back and (not draft.people or scene.drafts))
    ):
        return
    if draft.modality is not Modality.ASSERTED or previous is None or line.kind is not BlockKind.PARAGRAPH:
        return
    if draft.noun is not None and not (draft.people and draft.anchored):
        return
    if draft.standing or _onward(draft):
        return
    beside = not _SIDELINES.isdisjoint(line.texts)  # of a gathering that may have lasted longer
    found = (None if beside else scene.dates.carried(previous, line)) or scene.dates.opening(scene.heading, line)
    found = found or scene.dates.of_remarks(previous, line) or _as_told(scene, line, draft)
    if found is None:
        return
    words = [t.text for t in line.tokens]
    during = words.index("during") if "during" in words else len(words)
    draft.date = scene.dates.month(found) if _STAYS.intersection(words[during:]) else found
    if draft.place is None:
        token = place_of(previous.tokens, 0, len(previous.tokens))
        place = None if token is None or _modifies(previous.tokens, token) else scene.place(token)
        if place is not None and token is not None and not is_town(token) and place.state not in draft.states:
            place = None  # "issues such as the war in Ukraine"
        draft.place = evolve(place, kind=EvidenceKind.IMPLIED) if place is not None else None


def _onward(draft: Draft) -> bool:
    """Whether a journey goes on from what was told before: "The delegation flew on to Japan"."""
    goal = draft.place.witness if draft.place is not None and draft.kind is DialogueKind.VISIT else None
    at = next((n for n, t in enumerate(draft.line.tokens) if t is goal), 0)
    return at > 2 and [t.text for t in draft.line.tokens[at - 2 : at]] == ["on", "to"]


def _modifies(tokens: Sequence[Token], place: Token) -> bool:
    """Whether a town only says which summit or treaty is meant ("at the Vilnius summit")."""
    behind = next((t for t in tokens if t.start >= place.end), None)
    return behind is not None and behind.kind == "word" and behind.text in _NAMED_BY_TOWN


def _as_told(scene: Scene, line: Line, draft: Draft) -> When | None:
    """The day of the meeting or stay of the same states that the paragraphs before tell of."""
    told = scene.told.of(line, draft.states) if len(draft.states) > 1 else None
    if told is None or not draft.people or not draft.states <= told.states:
        return None
    return When(period=told.period, witness=told.token, kind=EvidenceKind.IMPLIED)


def _came(scene: Scene, line: Line) -> None:
    """Who came to the meeting of a group told just before: "X was in the chair, Y stood in for Z, W represented Kyiv"."""
    held = scene.drafts[-1] if scene.drafts else None
    if held is None or held.organisation is None or held.line.block != line.block or held.kind is DialogueKind.VISIT:
        return
    if not _CAME.isdisjoint(line.at):
        people = (s for s in acting_in(scene.page, line) if s.person and s.state)
        held.sides.extend(s for s in people if all(s.key != known.key for known in held.sides))
