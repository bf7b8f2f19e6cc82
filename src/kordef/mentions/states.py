"""States: their names, adjectives and people, and capitals that are a place here and a government there."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kordef.catalogue import SpellingRole
from kordef.mentions.lexicon import data
from kordef.mentions.names import Sort
from kordef.mentions.passages import Found
from kordef.mentions.runs import ORDINARY
from kordef.vocabulary import ActorKind

if TYPE_CHECKING:
    from kordef.catalogue import State
    from kordef.mentions.names import Hit, Name
    from kordef.mentions.passages import Page, Passage

__all__ = ["is_place", "state_at"]

_WINDOW = 60
_COUNTRY_BEHIND = re.compile(r",\s+(?:the\s+)?[A-Z]")
_EVENT_BEHIND = re.compile(r"(?:'s)?\s+([A-Za-z]+)")
_IS_BEHIND = re.compile(r"\s+(?:is|was|has\s+been|had\s+been|will\s+be|would\s+be)\b")
_VERB_BEHIND = re.compile(r"(?:'s)?\s+[a-z]")
_OTHER_BEARER = re.compile(r"\b(?:George|Denzel|Booker|Kerry|Duke\sof|Beef)\s(?:Washington|Wellington)")
_BASED = re.compile(r"-(?:based|area|born|trained|bound)\b")
_LISTED = re.compile(r"\s*(?:,|,?\s*(?:and|or|&))\s*(?:the\s+)?\Z")
_NORTH_OF = re.compile(r"\s+(?:of\b|[A-Z][a-z])")
_NAME_BEHIND = re.compile(r"\s(?:[A-Z]\.\s)?[A-Z][a-z]+")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(data("places")[key])


@cache
def _any_of(key: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, data("places")[key])) + r")\b")


def is_place(page: Page, passage: Passage, start: int, *, name_of_state: bool = False) -> bool:
    """Whether the words before a name make it a place: "in Brussels", "flew to Seoul", "the outskirts of Warsaw"."""
    before = page.text[max(passage.start, start - _WINDOW) : start].split()
    if before and before[-1] in ("the", "The"):
        before.pop()
    if not before:
        return False
    last = before[-1].lower()
    if last in _words("prepositions"):
        return True
    if last in ("to", "from"):
        return not _words("travel" if name_of_state else "motion").isdisjoint(word.lower() for word in before[-7:-1])
    if last == "of":
        return len(before) > 1 and before[-2].lower() in _words("of_places")
    return not name_of_state and last == "between" and "flights" in before


def state_at(page: Page, passage: Passage, hit: Hit, previous: Found | None, seen: set[str]) -> Found | None:
    """The state that a hit names, if it does. ``previous`` is the mention before in the passage, ``seen`` the keys so far."""
    name = _chosen(page, passage, hit, seen)
    if name is None:
        return None
    if page.text.startswith("$", hit.end) or _is_currency(page, passage, hit):
        return None
    state: State = name.thing
    role = name.role
    place = role is SpellingRole.PLACE
    if role is not SpellingRole.ADJECTIVE and role is not SpellingRole.DEMONYM and not place:
        place = is_place(page, passage, hit.start, name_of_state=role is SpellingRole.NAME)
        place = place or passage.dateline[0] <= hit.start < passage.dateline[1]
        if not place and previous is not None and previous.as_place and previous.kind is ActorKind.STATE:
            place = _LISTED.fullmatch(page.text, previous.end, hit.start) is not None
        if not place and role is SpellingRole.CAPITAL:
            place = _is_place_by_what_follows(page, passage, hit)
    if role is SpellingRole.CAPITAL and not place and not _acts(page, passage, hit, seen):
        place = True
    start = hit.start
    if role is SpellingRole.GOVERNMENT and page.text.startswith("The ", start - 4) and page.text[start - 4 : hit.end] in state.government:
        start -= 4
    form = "short" if role is SpellingRole.SHORT_FORM else role.value
    return Found(
        start=start,
        end=hit.end,
        passage=passage,
        key=f"state:{state.code}",
        kind=ActorKind.STATE,
        name=state.name,
        code=state.code,
        form=form,
        as_place=place,
    )


def _is_currency(page: Page, passage: Passage, hit: Hit) -> bool:
    """ "US dollars", "Norwegian kroner"."""
    behind = _EVENT_BEHIND.match(page.text, hit.end, passage.end)
    return behind is not None and behind[1] in _words("currencies") and page.text[hit.end] != "'"


def _acts(page: Page, passage: Passage, hit: Hit, seen: set[str]) -> bool:
    """Whether a capital that the text has as a place already is more than one here: "Vilnius was his second summit" is not."""
    if f"place:{page.text[hit.start : hit.end]}" not in seen:
        return True
    return _IS_BEHIND.match(page.text, hit.end, passage.end) is None


def _is_place_by_what_follows(page: Page, passage: Passage, hit: Hit) -> bool:
    """The capital before the name of an event or a building, and in "Warsaw, Poland" and "the Seoul-based firm"."""
    text = page.text
    if _BASED.match(text, hit.end):
        return True
    behind = _EVENT_BEHIND.match(text, hit.end, passage.end)
    if behind and text[hit.end] != "'":
        # "Seoul Grand Park": the capital is part of a longer name.
        return behind[1].lower() in _words("events") or (behind.start(1) in passage.capital_at and not passage.capitalised and behind[1].lower() not in ORDINARY)
    if _COUNTRY_BEHIND.match(text, hit.end, passage.end):
        index = text.find(" ", hit.end) + 1
        state = hit.of(Sort.STATE)
        return state is not None and text.startswith(state.thing.name, index)
    return False


def _chosen(page: Page, passage: Passage, hit: Hit, seen: set[str]) -> Name | None:
    """The reading of a hit as a state, None where something else is meant."""
    names = [name for name in hit.names if name.sort is Sort.STATE]
    if not names:
        return None
    if len(names) > 1:
        names = sorted(names, key=lambda name: (name.role is not SpellingRole.NAME, f"state:{name.thing.code}" not in seen, name.role is SpellingRole.PLACE))
        if names[0].thing.name == "Georgia" and _is_american_georgia(page.text):
            names = [name for name in names if name.role is SpellingRole.PLACE] or names
    name = names[0]
    if name.article and not page.text[max(0, hit.start - 4) : hit.start].lower() == "the ":
        return None
    if name.role is SpellingRole.SHORT_FORM:
        if f"state:{name.thing.code}" not in seen or _NORTH_OF.match(page.text, hit.end):
            return None
        return name
    return name if not name.ambiguous or _is_certain(page, passage, hit, name, seen) else None


def _is_american_georgia(text: str) -> bool:
    return _any_of("american_georgia").search(text) is not None and _any_of("caucasian_georgia").search(text) is None


def _is_certain(page: Page, passage: Passage, hit: Hit, name: Name, seen: set[str]) -> bool:
    """Whether an ambiguous spelling is meant as the state: a place by its preposition, or no part of a person's name."""
    text = page.text
    if name.role is SpellingRole.NAME and text[hit.start : hit.end].isupper() and hit.end - hit.start < 4:
        return not passage.capitalised or not passage_in_capitals(page, passage)
    before = text[max(passage.start, hit.start - _WINDOW) : hit.start].split()
    neighbour = bool(before) and before[-1][0].isupper() and len(before) > 1 and not before[-1].endswith((".", ",", ":", ";"))
    person = not passage.capitalised and (neighbour and passage.capital_at.get(hit.start - len(before[-1]) - 1) == hit.start - 1)
    person = person or (not passage.capitalised and _NAME_BEHIND.match(text, hit.end) is not None and hit.end + 1 in passage.capital_at)
    if person:
        return False
    if name.role in (SpellingRole.NAME, SpellingRole.ADJECTIVE, SpellingRole.DEMONYM):
        return name.thing.name != "Georgia" or not _is_american_georgia(text)
    if name.role is SpellingRole.CAPITAL and text[hit.start : hit.end] in _words("lenient") and _VERB_BEHIND.match(text, hit.end):
        return _OTHER_BEARER.search(text) is None
    return f"state:{name.thing.code}" in seen or is_place(page, passage, hit.start) or passage.dateline[0] <= hit.start < passage.dateline[1]


def passage_in_capitals(page: Page, passage: Passage) -> bool:
    """Whether a passage is written in capitals throughout."""
    return page.text[passage.start : passage.end].isupper()
