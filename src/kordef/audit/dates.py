"""Dates: in order within a record, with the document's own date, with other documents and with what is known."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from kordef.audit.desk import Desk
from kordef.audit.findings import Finding
from kordef.audit.registry import Check, check
from kordef.audit.wording import quoted
from kordef.catalogue import Landmark
from kordef.evidence import resolve
from kordef.figures import ORDINALS
from kordef.periods import Period
from kordef.records import Agreement, Event, Record, Source, Transfer
from kordef.vocabulary import EventKind, EvidenceKind, Modality, Role, Severity, Stage

_ORDER = ("announced", "signed", "in_force", "ended")
_WORDS = {"announced": "announced", "signed": "signed", "in_force": "in force", "ended": "ended"}
_STAGES = (
    Stage.CONSIDERED,
    Stage.PLANNED,
    Stage.NEGOTIATING,
    Stage.SELECTED,
    Stage.FRAMEWORK,
    Stage.SIGNED,
    Stage.DELIVERING,
    Stage.DELIVERED,
)
RANK = {stage: rank for rank, stage in enumerate(_STAGES)}
"""How far along a deal is; what has no rank (donated, suspended, cancelled) may follow any stage."""


def _before(a: Period, b: Period) -> bool:
    """Whether one is surely before the other, "late 2024" being the last third of it."""
    return a.narrowed.before(b.narrowed) is True


def _apart(a: Period, b: Period) -> bool:
    return a.narrowed.overlaps(b.narrowed) is False


@check(
    "K501",
    "an agreement's dates run backwards",
    Severity.ERROR,
    looks_at="the dates of each agreement: announced, signed, in force, ended",
    tolerance="a date is every day that it may mean (“2010” is any day of it, “2025~” a year more on each side); "
    "only dates that are the wrong way round whatever the day are a finding",
    example="signed in November 2024, announced in January 2025; signed in 2024 and announced in November 2024 passes",
)
def agreement_order(desk: Desk, it: Check) -> Iterator[Finding]:
    """Agreements that are in force before they are signed, and the like."""
    for agreement in desk.dataset.agreements:
        dated = [(name, p) for name in _ORDER if isinstance(p := getattr(agreement, name), Period)]
        for (first, a), (second, b) in pairwise(dated):
            if _before(b, a):
                yield it.finding(
                    f"{desk.document(agreement)} has “{agreement.name}” {_WORDS[second]} on {b} and {_WORDS[first]} only on "
                    f"{a}.",
                    f"{b} ({_WORDS[second]}) is before {a} ({_WORDS[first]}) whatever the day",
                    [desk.claim(agreement, f"/{second}")],
                    [desk.claim(agreement, f"/{first}")],
                )


@check(
    "K502",
    "a deal's dates run backwards",
    Severity.ERROR,
    looks_at="the dated stages of each deal, and its deliveries with the date of its signature",
    tolerance="as for K501; deals that are cancelled, suspended or given may be so at any time",
    example="delivered in 2023, signed in September 2025; delivered in 2025 passes",
)
def deal_order(desk: Desk, it: Check) -> Iterator[Finding]:
    """Deals that are delivered before they are signed, and the like."""
    for transfer in desk.dataset.transfers:
        ranked = sorted((RANK[s.stage], n) for n, s in enumerate(transfer.stages) if s.stage in RANK)
        for (low, a), (high, b) in pairwise(ranked):
            first, second = transfer.stages[a], transfer.stages[b]
            if low < high and _before(second.date, first.date):
                yield it.finding(
                    f"{desk.document(transfer)} has a deal {second.stage} on {second.date} and {first.stage} only on "
                    f"{first.date}.",
                    f"{second.date} ({second.stage}) is before {first.date} ({first.stage}) whatever the day",
                    [desk.claim(transfer, f"/stages/{b}")],
                    [desk.claim(transfer, f"/stages/{a}")],
                )
        signed = next((n for n, s in enumerate(transfer.stages) if s.stage is Stage.SIGNED), None)
        if signed is None:
            continue
        for position, delivery in enumerate(transfer.deliveries):
            date = transfer.stages[signed].date
            if delivery.date is not None and _before(delivery.date, date):
                yield it.finding(
                    f"{desk.document(transfer)} has a delivery on {delivery.date} of a deal that was signed on {date}.",
                    f"{delivery.date} is before {date} whatever the day",
                    [desk.claim(transfer, f"/deliveries/{position}")],
                    [desk.claim(transfer, f"/stages/{signed}")],
                )


_TO_COME = frozenset(
    {
        Modality.PLANNED,
        Modality.EXPECTED,
        Modality.POSSIBLE,
        Modality.CONDITIONAL,
        Modality.PROPOSED,
        Modality.DEMANDED,
        Modality.DENIED,
    }
)


@check(
    "K503",
    "told as done, dated after the document",
    Severity.ERROR,
    looks_at="what a document asserts to have happened (contracts signed and delivered, agreements signed, votes, attacks, "
    "court rulings), with the day the document was published",
    tolerance="as for K501; a day is allowed for time zones, and what is announced for a later day (summits, "
    "elections, entries into force) is not looked at",
    example="a contract “signed in December 2025” in an article of March 2025",
)
def after_publication(desk: Desk, it: Check) -> Iterator[Finding]:
    """What cannot have been known when the document was published."""
    for record in desk.dataset.records:
        if record.modality in _TO_COME:
            continue
        for pointer, date in _past(record):
            published = _published(desk, record)
            if published is None or not _before(published, date):
                continue
            latest, first = published.latest, date.earliest
            if latest is None or first is None or (first - latest).days <= 1:
                continue
            yield it.finding(
                f"{desk.document(record)} tells “{desk.title(record)}” as done on {date}, and was itself published on "
                f"{published}.",
                f"{date} begins {(first - latest).days} days after {published} ends",
                [desk.claim(record, pointer)],
                [desk.claim(desk.dataset.source_of(record), "/published")],
            )


def _past(record: Record) -> Iterator[tuple[str, Period]]:
    match record:
        case Transfer():
            for position, stage in enumerate(record.stages):
                if stage.stage in (Stage.SIGNED, Stage.DELIVERED, Stage.DONATED):
                    yield f"/stages/{position}", stage.date
        case Agreement():
            if record.signed:
                yield "/signed", record.signed
        case Event():
            if record.date and record.kind in (EventKind.ATTACK, EventKind.COURT_RULING, EventKind.VOTE):
                yield "/date", record.date
        case _:
            pass


def _published(desk: Desk, record: Record) -> Period | None:
    source = desk.dataset.get(record.source, Source)
    return source.published if source else None


_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY = re.compile(rf"\b({'|'.join(_DAYS)}),?\s(?:the\s)?(?:[a-z]{{3,9}}\.?\s)?\d", re.IGNORECASE)


@check(
    "K504",
    "a day of the week that is not that day",
    Severity.WARNING,
    looks_at="dates of one day whose words name a day of the week and the day of the month",
    tolerance="none: a date has one day of the week",
    example="“Tuesday, March 10, 2025”, which was a Monday",
)
def weekdays(desk: Desk, it: Check) -> Iterator[Finding]:
    """Days of the week that do not belong to their date."""
    for record in desk.dataset.records:
        for evidence in record.evidence:
            # Most quotes name no day, and looking at the text is quicker than looking for the dates.
            if not evidence.field or "day" not in evidence.exact or (named := _DAY.search(evidence.exact)) is None:
                continue
            held = resolve(record, evidence.field)
            date = held if isinstance(held, Period) else getattr(held, "date", None)
            if not isinstance(date, Period):
                continue
            day = date.earliest
            if day is None or day != date.latest or _DAYS[day.weekday()] == named[1].lower():
                continue
            yield it.finding(
                f"{desk.document(record)} writes {quoted(evidence.exact)}, and {day.isoformat()} was a "
                f"{_DAYS[day.weekday()].capitalize()}.",
                f"{day.isoformat()} is a {_DAYS[day.weekday()].capitalize()} in the calendar; written: {named[1]}",
                [desk.claim(record, evidence.field)],
            )


# ---- one thing, two dates

_ANNIVERSARY = re.compile(rf"\b(?:({'|'.join(ORDINALS)})|(\d{{1,3}})(?:st|nd|rd|th))[ -]anniversary\b", re.IGNORECASE)


def _ordinal(text: str) -> int | None:
    found = _ANNIVERSARY.search(text)
    if found is None:
        return None
    return ORDINALS[found[1].lower()] if found[1] else int(found[2])


_MOST = 10
"""Of very many that say the same, so many are compared and shown."""

_Occasion = tuple[Event, str, Period]
"""An event with the place of the date that says when it happened."""


def _attacks(desk: Desk) -> dict[tuple[str, str], list[tuple[_Occasion, str]]]:
    """The dates of attacks that are called full-scale by attacker and attacked, with how each is known.

    An anniversary whose sentence has an attack dates that attack: the third on 24 February 2025 makes it 24 February 2022.
    """
    found: dict[tuple[str, str], list[tuple[_Occasion, str]]] = defaultdict(list)
    at: dict[tuple[str, int], list[Event]] = defaultdict(list)
    anniversaries: list[tuple[Event, int]] = []
    for event in desk.dataset.events:
        if event.kind is EventKind.ATTACK:
            at[event.source, desk.place(event)].append(event)
        elif event.kind is EventKind.ANNIVERSARY and (years := _ordinal(_words(desk, event))):
            anniversaries.append((event, years))
    for events in at.values():
        for event in events:
            sides = _sides(desk, event)
            if sides and event.date and _is_a_moment(event.date) and _is_full_scale(event):
                found[sides].append(((event, "/date", event.date), f"{event.date}"))
    for event, years in anniversaries:
        date = event.date
        day = date.earliest if date else None
        if date is None or day is None or day != date.latest:
            continue
        for attack in at.get((event.source, desk.place(event)), [])[:_MOST]:
            sides = _sides(desk, attack)
            if sides and day.year > years and (day.month, day.day) != (2, 29):
                then = Period.day(day.year - years, day.month, day.day)
                words = f"{date} less {years} years = {then}"
                found[sides].append(((event, "/date", then), words))
    return found


def _words(desk: Desk, event: Event) -> str:
    return f"{event.what} {desk.sentence(event)}"


def _is_a_moment(date: Period) -> bool:
    """A day, a month or a year: "since 2022" dates the time and not the attack."""
    return date.edtf is not None and "/" not in date.edtf


def _is_full_scale(event: Event) -> bool:
    return bool(re.search(r"\b(?:full-?scale|full-fledged|all-out)\b", event.what, re.IGNORECASE))


def _sides(desk: Desk, event: Event) -> tuple[str, str] | None:
    by_role = {p.role: desk.party(p.actor) for p in reversed(event.actors)}
    agent, target = by_role.get(Role.AGENT), by_role.get(Role.TARGET)
    return (agent, target) if agent and target else None


def _name(desk: Desk, party: str) -> str:
    """A state's name for its code."""
    return next((s.name for s in desk.catalogue.states if s.code == party), party)


@check(
    "K505",
    "one event, two dates",
    Severity.ERROR,
    looks_at="invasions and attacks that are called full-scale, by who attacked whom, in all documents; the nth "
    "anniversary of one dates it as well",
    tolerance="as for K501: “February 2022” and “24 February 2022” agree",
    example="“launched a full-scale invasion in February 2024” in one document, “the third anniversary” on 24 "
    "February 2025 in another",
)
def one_event(desk: Desk, it: Check) -> Iterator[Finding]:
    """Events that documents date differently."""
    for (agent, target), dated in _attacks(desk).items():
        # Each date is held to the one that most documents give, so that one slip is one finding.
        groups: dict[str, list[tuple[_Occasion, str]]] = defaultdict(list)
        for entry in dated:
            groups[entry[0][2].edtf or ""].append(entry)
        support = {
            key: len({o[0].source for (o, _) in dated if not _apart(o[2], entries[0][0][2])})
            for key, entries in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))[:_MOST]
        }
        usual = max(support, key=lambda key: (support[key], len(key)))
        against = [o for (o, _) in groups[usual]][:_MOST]
        reasons = " and ".join(dict.fromkeys(words for _, words in groups[usual][:_MOST]))
        for entries in groups.values():
            if not _apart(entries[0][0][2], against[0][2]):
                continue
            for (event, pointer, date), words in entries:
                yield it.finding(
                    f"{desk.document(event)} dates the invasion by {_name(desk, agent)} of {_name(desk, target)} to {date}; "
                    f"{desk.document(against[0][0])} to {against[0][2]}.",
                    f"{words}; {reasons}: the two have no day in common",
                    [desk.claim(event, pointer)],
                    [desk.claim(other, place) for other, place, _ in against],
                )


@check(
    "K506",
    "a date that contradicts the catalogue",
    Severity.ERROR,
    looks_at="the dates of invasions and agreements that the catalogue has as landmarks",
    tolerance="as for K501: “2010” agrees with 10 May 2010",
    example="“Russia launched a full-scale invasion of Ukraine in February 2024”, which was on 24 February 2022",
)
def landmarks(desk: Desk, it: Check) -> Iterator[Finding]:
    """Dates that are not those of the catalogue."""
    attacks: dict[tuple[str, ...], list[Landmark]] = defaultdict(list)
    agreements: dict[frozenset[str], list[Landmark]] = defaultdict(list)
    for landmark in desk.catalogue.landmarks:
        if landmark.kind == "attack":
            attacks[landmark.parties].append(landmark)
        elif landmark.kind == "agreement":
            agreements[frozenset(landmark.parties)].append(landmark)
    for record in desk.dataset.records:
        match record:
            case Event(kind=EventKind.ATTACK):
                sides = _sides(desk, record)
                near = attacks.get(sides, []) if sides else []
                text = record.what
            case Agreement():
                near = agreements.get(frozenset(filter(None, map(desk.party, record.parties))), [])
                text = record.name
            case _:
                continue
        for landmark in near:
            stated = getattr(record, landmark.field, None)
            if not isinstance(stated, Period) or not _speaks_of(text, landmark) or _looked_up(record, landmark.field):
                continue
            if _is_a_moment(stated) and _apart(stated, Period(edtf=landmark.date)):
                yield it.finding(
                    f"{desk.document(record)} dates {landmark.what} to {stated}; it was on {landmark.date}.",
                    f"{stated} and {landmark.date} have no day in common",
                    [desk.claim(record, f"/{landmark.field}")],
                    basis=landmark.basis,
                )


def _speaks_of(text: str, landmark: Landmark) -> bool:
    lowered = text.casefold()
    if any(phrase.casefold() in lowered for phrase in landmark.unless):
        return False
    return any(phrase.casefold() in lowered for phrase in landmark.phrases)


def _looked_up(record: Record, field: str) -> bool:
    """Whether the date itself is the catalogue's."""
    return any(e.field == f"/{field}" and e.kind is EvidenceKind.CATALOGUE for e in record.evidence)
