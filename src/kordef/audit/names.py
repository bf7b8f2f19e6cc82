"""Names that are written wrongly, and posts that do not go together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kordef.audit.desk import Desk
from kordef.audit.findings import Claim, Finding
from kordef.audit.registry import Check, check
from kordef.audit.wording import listed
from kordef.catalogue import Misspelling
from kordef.evidence import Evidence
from kordef.records import Actor, Record, Source
from kordef.vocabulary import ActorKind, Severity

_WORD = re.compile(r"\w+")


@check(
    "K701",
    "a name is written wrongly",
    Severity.WARNING,
    looks_at="the names of actors as documents write them, and the sentences that facts rest on, for the spellings that the "
    "catalogue marks as wrong",
    tolerance="none; diacritics that are left out and spellings that are merely less usual are not marked",
    example="“Joseph Borrell” for Josep Borrell, “Yoon Seok Yeol” for Yoon Suk Yeol; “Radoslaw Sikorski” passes",
)
def misspellings(desk: Desk, it: Check) -> Iterator[Finding]:
    """Wrong spellings, one finding for each in a document."""
    starts: dict[str, list[tuple[str, Misspelling]]] = defaultdict(list)
    for entry in desk.catalogue.misspellings:
        starts[_WORD.findall(entry.text)[0]].append((entry.text, entry))
    # The longest first: of two names that begin alike, the one that is meant.
    for entries in starts.values():
        entries.sort(key=lambda e: -len(e[0]))
    found: dict[tuple[str, str], tuple[Misspelling, dict[int, Claim]]] = {}
    for record, place, text, offset in _texts(desk):
        for entry, at in _wrong(text, starts):
            _, spans = found.setdefault((record.source, entry.right), (entry, {}))
            start = offset + at
            if start not in spans:
                evidence = Evidence(
                    source=record.source, field=place, start=start, end=start + len(entry.text), exact=entry.text
                )
                spans[start] = Claim(
                    record=record.id, source=record.source, field=place, says=entry.text, evidence=(evidence,)
                )
    for (source, _), (entry, spans) in found.items():
        document = desk.dataset[source]
        times = "" if len(spans) == 1 else f" ({len(spans)} times)"
        yield it.finding(
            f"{desk.document(document)} writes “{entry.text}”{times} for {entry.right}.",
            f"“{entry.text}” is not “{entry.right}” ({entry.basis})",
            [spans[start] for start in sorted(spans)],
            basis=entry.basis,
        )


def _texts(desk: Desk) -> Iterator[tuple[Record, str, str, int]]:
    """Names as written and sentences, with the record, the field and the place of the first character."""
    for record in desk.dataset.records:
        if isinstance(record, Actor):
            for evidence in record.evidence:
                if evidence.source == record.source:
                    yield record, evidence.field, evidence.exact, evidence.start
    for record in desk.dataset.records:
        if isinstance(record, Source):
            for position, passage in enumerate(record.passages):
                yield record, f"/passages/{position}", passage.exact, passage.start


def _wrong(text: str, starts: dict[str, list[tuple[str, Misspelling]]]) -> Iterator[tuple[Misspelling, int]]:
    behind = 0
    for word in _WORD.finditer(text):
        if word[0] not in starts or word.start() < behind:
            continue
        for wrong, entry in starts[word[0]]:
            end = word.start() + len(wrong)
            if text.startswith(wrong, word.start()) and not text[end : end + 1].isalnum():
                behind = end
                yield entry, word.start()
                break


@check(
    "K702",
    "one person with posts in two states",
    Severity.WARNING,
    looks_at="the posts of each person that belong to a state or to a body of one, former posts left out",
    tolerance="posts in an international organisation go with posts in a state",
    example="a “Foreign Minister” of South Korea who is “Defense Minister” of Poland as well",
)
def two_states(desk: Desk, it: Check) -> Iterator[Finding]:
    """Persons who hold offices of two states."""
    states = {s.code for s in desk.catalogue.states}
    for person in desk.dataset.actors:
        if person.kind is not ActorKind.PERSON:
            continue
        by_state: dict[str, int] = {}
        for position, post in enumerate(person.posts):
            party = desk.party(post.body)
            if party in states and not post.former:
                by_state.setdefault(party, position)
        if len(by_state) > 1:
            posts = [f"{person.posts[p].title} ({state})" for state, p in by_state.items()]
            first, *others = by_state.values()
            yield it.finding(
                f"{desk.document(person)} has {person.name} as {listed(posts)}.",
                f"{len(by_state)} states: {listed(list(by_state))}",
                [desk.claim(person, f"/posts/{first}")],
                [desk.claim(person, f"/posts/{p}") for p in others],
            )
