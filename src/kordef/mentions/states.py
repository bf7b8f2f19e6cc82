"""States: their names, adjectives and people, and capitals that are a place here and a government there."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kordef.catalogue import SpellingRole
from kordef.mentions.names import Sort
from kordef.mentions.passages import Found
from kordef.mentions.runs import ORDINARY
from kordef.mentions.word_files import read_words_of
from kordef.vocabulary import ActorKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kordef.catalogue import State
    from kordef.mentions.names import Hit, Name
    from kordef.mentions.passages import Page, Passage

__all__ = ["codes_in_tables", "combined_at", "is_place", "state_at"]

_COUNTRY_BEHIND = re.compile(r",\s+(?:the\s+)?(?=[A-Z])")
_WORD_BEHIND = re.compile(r"\s+([A-Za-z]+)")
_IS_BEHIND = re.compile(r"\s+(?:is|was|has\s+been|had\s+been|will\s+be|would\s+be)\b")
_VERB_BEHIND = re.compile(r"(?:'s)?\s+[a-z]")
_BASED = re.compile(r"-(?:based|area|born|trained|bound)\b")
_LISTED = re.compile(r"\s*(?:,|,?\s*(?:and|or|&))\s*(?:the\s+)?")
_LONGER_NAME = re.compile(r"\s+(?:of\b|[A-Z][a-z])")
_NAME_BEHIND = re.compile(r"\s(?:[A-Z]\.\s)?[A-Z][a-z]+")
_REACH = 60
_WORDS_LOOKED_AT = 7
_SHORTEST_WORD = 4
_SHORTEST_CODE, _LONGEST_CODE = 2, 3
_FEWEST_CODES = 2


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_words_of("places")[key])


@cache
def _any_of(key: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, read_words_of("places")[key])) + r")\b")


def _has(page: Page, key: str) -> bool:
    """Whether a document has one of a list of words; looked for once."""
    if key not in page.facts:
        page.facts[key] = _any_of(key).search(page.text) is not None
    return page.facts[key]


def is_place(page: Page, passage: Passage, start: int, *, of_state: bool = False) -> bool:
    """Whether the words before a name make it a place: "in Brussels", "flew to Seoul", "the outskirts of Warsaw"."""
    before = page.text[max(passage.start, start - _REACH) : start].lower().split()
    if before and before[-1] == "the":
        before.pop()
    if not before:
        return False
    last = before[-1]
    if last in ("to", "from"):
        return not _words("travel" if of_state else "motion").isdisjoint(before[-_WORDS_LOOKED_AT:-1])
    if last == "of":
        return len(before) > 1 and before[-2] in _words("of_places")
    return last in _words("prepositions")


def state_at(page: Page, passage: Passage, hit: Hit, previous: Found | None, seen: set[str]) -> Found | None:
    """The state that a hit names, if it does.

    ``previous`` is the mention before in the passage, ``seen`` the keys of all so far; capitals that stand as places are noted
    there.
    """
    name = _chosen(page, passage, hit, seen)
    if name is None or _is_currency(page, passage, hit):
        return None
    state: State = name.thing
    role = name.role
    place = role is SpellingRole.PLACE or (
        role not in (SpellingRole.ADJECTIVE, SpellingRole.DEMONYM)
        and _stands_for_place(page, passage, hit, role, previous, seen)
    )
    if place and role is SpellingRole.CAPITAL:
        seen.add(f"place:{page.text[hit.start : hit.end]}")
    start = hit.start
    if role is SpellingRole.GOVERNMENT and page.text[start - 4 : hit.end] in state.government:
        # "The Hague": the article belongs to the name.
        start -= 4
    return Found(
        start=start,
        end=hit.end,
        passage=passage,
        key=f"state:{state.code}",
        kind=ActorKind.STATE,
        name=state.name,
        code=state.code,
        form="short" if role is SpellingRole.SHORT_FORM else role.value,
        as_place=place,
    )


def combined_at(page: Page, passage: Passage, hit: Hit, codes: Mapping[str, str]) -> tuple[int, int, str] | None:
    """Start, end and code of the state whose combining form stands before an adjective: "Franco-" in "Franco-Italian"."""
    text = page.text
    if hit.start == passage.start or text[hit.start - 1] != "-":
        return None
    begin = hit.start - 1
    while begin > passage.start and text[begin - 1].isalpha():
        begin -= 1
    code = codes.get(text[begin : hit.start - 1].capitalize()) if text[begin].isupper() else None
    return None if code is None else (begin, hit.start - 1, code)


def codes_in_tables(page: Page, states: Mapping[str, State]) -> list[Found]:
    """The states of table cells that hold a code of ISO 3166-1 alone, in rows and columns mostly of such: "KR | PL | NO"."""
    cells: dict[tuple[int, str, int], list[tuple[Passage, State]]] = {}
    for passage in page.passages:
        if passage.cell is None:
            continue
        table, row, column = passage.cell
        if not _SHORTEST_CODE <= passage.end - passage.start <= _LONGEST_CODE:
            continue
        state = states.get(page.text[passage.start : passage.end])
        hit = passage.hit_at.get(passage.start)
        if state is not None and (hit is None or hit.of(Sort.STATE) is None):
            cells.setdefault((table, "row", row), []).append((passage, state))
            cells.setdefault((table, "column", column), []).append((passage, state))
    found: dict[int, Found] = {}
    for line, members in cells.items():
        if len({state.code for _, state in members}) < _FEWEST_CODES or 2 * len(members) <= page.filled[line]:
            continue
        for passage, state in members:
            found[passage.start] = Found(
                start=passage.start,
                end=passage.end,
                passage=passage,
                key=f"state:{state.code}",
                kind=ActorKind.STATE,
                name=state.name,
                code=state.code,
            )
    return [found[start] for start in sorted(found)]


def _stands_for_place(
    page: Page, passage: Passage, hit: Hit, role: SpellingRole, previous: Found | None, seen: set[str]
) -> bool:
    """Whether a name or a capital says where, and not who: by the words around it, the dateline, or the list it stands in."""
    if is_place(page, passage, hit.start, of_state=role is SpellingRole.NAME) or passage.in_dateline(hit.start):
        return True
    listed = previous is not None and previous.as_place and previous.kind is ActorKind.STATE
    if listed and previous is not None and _LISTED.fullmatch(page.text, previous.end, hit.start):
        return True
    return role is SpellingRole.CAPITAL and (_is_part_of_name(page, passage, hit) or _only_is(page, passage, hit, seen))


def _only_is(page: Page, passage: Passage, hit: Hit, seen: set[str]) -> bool:
    """Whether a capital that the text has as a place only is something: "Vilnius was his second summit"."""
    known = f"place:{page.text[hit.start : hit.end]}" in seen
    return known and _IS_BEHIND.match(page.text, hit.end, passage.end) is not None


def _is_part_of_name(page: Page, passage: Passage, hit: Hit) -> bool:
    """A capital in "the Madrid summit", "Seoul Grand Park", "Warsaw, Poland" and "the Seoul-based firm"."""
    text = page.text
    if _BASED.match(text, hit.end):
        return True
    behind = _WORD_BEHIND.match(text, hit.end, passage.end)
    if behind is not None:
        word = behind[1].lower()
        longer = behind.start(1) in passage.capital_at and not passage.capitalised and word not in ORDINARY
        return longer or word in _words("events")
    comma = _COUNTRY_BEHIND.match(text, hit.end, passage.end)
    country = passage.hit_at.get(comma.end()) if comma is not None else None
    mine, its = hit.of(Sort.STATE), country.of(Sort.STATE) if country is not None else None
    return mine is not None and its is not None and its.role is SpellingRole.NAME and its.thing is mine.thing


def _is_currency(page: Page, passage: Passage, hit: Hit) -> bool:
    """ "US dollars", "Norwegian kroner", "A$"."""
    behind = _WORD_BEHIND.match(page.text, hit.end, passage.end)
    return page.text.startswith("$", hit.end) or (behind is not None and behind[1] in _words("currencies"))


# Names that are other things as well


def _chosen(page: Page, passage: Passage, hit: Hit, seen: set[str]) -> Name | None:
    """The reading of a hit as a state, None where something else is meant."""
    names = [name for name in hit.names if name.sort is Sort.STATE]
    if not names:
        return None
    name = names[0]
    if len(names) > 1:
        american = _has(page, "american_georgia") and not _has(page, "caucasian_georgia")
        name = min(names, key=lambda name: _rank(name, seen, american))
    if name.article and not page.text.endswith(("the ", "The "), passage.start, hit.start):
        return None
    if name.role is SpellingRole.SHORT_FORM:
        known = f"state:{name.thing.code}" in seen and _LONGER_NAME.match(page.text, hit.end) is None
        return name if known else None
    if name.role is SpellingRole.PLACE and not passage.capitalised and _follows_name(page.text, passage, hit.start):
        return None
    return name if not name.ambiguous or _is_certain(page, passage, hit, name, seen) else None


def _rank(name: Name, seen: set[str], american: bool) -> tuple[bool, bool, bool, bool]:
    """How likely a reading is, small for a likely one: the state itself, one that the text has named, not a place in it."""
    other_georgia = american and name.thing.name == "Georgia"
    return (
        other_georgia,
        name.role is not SpellingRole.NAME,
        f"state:{name.thing.code}" not in seen,
        name.role is SpellingRole.PLACE,
    )


def _is_certain(page: Page, passage: Passage, hit: Hit, name: Name, seen: set[str]) -> bool:
    """Whether an ambiguous spelling is meant as the state: a place by its preposition, or no part of a person's name."""
    text = page.text
    written = text[hit.start : hit.end]
    if name.role is SpellingRole.NAME and written.isupper() and len(written) < _SHORTEST_WORD:
        return not passage.capitalised or not text[passage.start : passage.end].isupper()
    if not passage.capitalised and _is_of_person(text, passage, hit):
        return False
    if name.role in (SpellingRole.NAME, SpellingRole.ADJECTIVE, SpellingRole.DEMONYM):
        return True
    if name.role is SpellingRole.CAPITAL and written in _words("lenient") and _VERB_BEHIND.match(text, hit.end):
        return not _has(page, "bearers")
    return f"state:{name.thing.code}" in seen or is_place(page, passage, hit.start) or passage.in_dateline(hit.start)


def _is_of_person(text: str, passage: Passage, hit: Hit) -> bool:
    """Whether a capitalised word that is no name by itself stands beside a name: "Jordan Peterson", "Michael Jordan"."""
    if _NAME_BEHIND.match(text, hit.end) and hit.end + 1 in passage.capital_at:
        return True
    return _follows_name(text, passage, hit.start)


def _follows_name(text: str, passage: Passage, start: int) -> bool:
    """Whether a capitalised word that is no name by itself stands just before a position: "Bayern Munich"."""
    before = text[max(passage.start, start - _REACH) : start].split()
    if not before or before[-1].lower() in ORDINARY:
        return False
    return passage.capital_at.get(start - len(before[-1]) - 1) == start - 1
