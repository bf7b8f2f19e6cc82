"""Firms that no catalogue knows: by their legal form, by the noun that closes their name, by apposition and by role."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kordef.mentions.cast import slug
from kordef.mentions.names import Sort
from kordef.mentions.passages import Found
from kordef.mentions.runs import ORDINARY, left_run
from kordef.mentions.word_files import read_words_of
from kordef.vocabulary import ActorKind

if TYPE_CHECKING:
    from kordef.mentions.cast import Cast
    from kordef.mentions.names import Hit
    from kordef.mentions.passages import Passage

__all__ = ["firm_at"]

_NAME = re.compile(r"[A-Z][\w'-]*(?:(?:\s|\s?&\s?)[A-Z][\w'-]*){0,4}")
_APPOSED_AFTER = re.compile(r"(?:,\s+|\s+|\s+called\s+|\s+named\s+|,\s+called\s+)")
_APPOSED_BEFORE = re.compile(
    r"([A-Z][\w'&-]*(?:\s(?:&\s)?[A-Z][\w'&-]*){0,4}),\s+(?:a|an|the|its|another)\s+(?:[\w'-]+\s+){0,4}\Z"
)
_APPOSED_BEHIND = re.compile(
    r",\s+(?:a|an|the|its)\s+(?:[\w'-]+\s){0,3}?((?:company|firm|manufacturer|maker|builder|shipbuilder|contractor|producer|conglomerate|subsidiary|start-up|startup|joint|supplier|affiliate|consortium|group)\b)"
)
_CAPITAL_BEHIND = re.compile(r"\s[A-Z]")
_NO_JOINERS = frozenset({"&", "and"})
_SHORTEST_FORM = 3


@cache
def _not_names() -> frozenset[str]:
    return frozenset(read_words_of("persons")["not_names"].split())


def firm_at(cast: Cast, passage: Passage, hit: Hit, role: str) -> Found | None:
    """The firm that a word at a hit gives away; ``role`` is firm.form, firm.noun, firm.class or firm.role."""
    if passage.capitalised and role != "firm.form":
        return None
    match role:
        case "firm.form":
            return _closed(cast, passage, hit, certain=True) if hit.capital else None
        case "firm.noun" | "firm.weak":
            if not hit.capital or _CAPITAL_BEHIND.match(cast.page.text, hit.end):
                return None
            found = _closed(cast, passage, hit, certain=False)
            return found if found is None or role == "firm.noun" or _is_called_firm(cast, passage, found) else None
        case "firm.class":
            return _apposed(cast, passage, hit)
        case _:
            return _in_role(cast, passage, hit)


def _closed(cast: Cast, passage: Passage, hit: Hit, *, certain: bool) -> Found | None:
    """Capitalised words before a legal form ("Nammo AS") or a noun of the trade ("Poongsan Munitions")."""
    text = cast.page.text
    at = hit.start - 2 if text.startswith(", ", hit.start - 2) else hit.start - 1
    known = cast.ends.get(at)
    if known is not None and known.kind is ActorKind.COMPANY:
        if certain:
            # "Lockheed Martin Corp." is the firm that the catalogue knows without the form.
            known.end = hit.end
        return None
    if text[at] not in ", " or (passage.capitalised and hit.end - hit.start < _SHORTEST_FORM):
        return None
    start = _behind_states(
        cast, left_run(text, passage.start, at + 1 if text[at] == " " else at, joiners=_NO_JOINERS), at
    )
    words = text[start:at].split()
    if not words or all(word in _not_names() or word.lower() in ORDINARY for word in words):
        return None
    if not certain and not any(position in passage.capital_at for position in _word_starts(text, start, at)):
        return None
    return _firm(cast, passage, start, hit.end)


def _is_called_firm(cast: Cast, passage: Passage, found: Found) -> bool:
    """Whether a word for firms or a firm's role stands just before a name or in apposition behind it."""
    text = cast.page.text
    before = passage.hit_before(found.start)
    if before is not None and text[before.end : found.start] in (" ", ", "):
        word = before.of(Sort.WORD)
        if word is not None and word.thing in ("firm.class", "firm.role"):
            return True
    behind = _APPOSED_BEHIND.match(text, found.end, passage.end)
    if behind is None:
        return False
    hit = passage.hit_at.get(behind.start(1))
    word = hit.of(Sort.WORD) if hit is not None else None
    return word is not None and word.thing == "firm.class"


def _behind_states(cast: Cast, start: int, end: int) -> int:
    """Leave a state's adjective at the beginning of a run to itself."""
    found = cast.starts.get(start)
    while found is not None and found.form == "adjective" and found.end < end:
        start = found.end + 1
        found = cast.starts.get(start)
    return start


def _word_starts(text: str, start: int, end: int) -> list[int]:
    return [start + m.start() for m in re.finditer(r"[A-Za-z]+", text[start:end])]


def _free_name(cast: Cast, passage: Passage, start: int) -> int:
    """Where a capitalised name at ``start`` ends that nothing else has claimed; ``start`` if there is none."""
    text = cast.page.text
    match = _NAME.match(text, start, passage.end)
    if match is None or start not in passage.capital_at or text[start : passage.capital_at[start]].lower() in ORDINARY:
        return start
    end = match.end()
    for word in _word_starts(text, start, end)[1:]:
        other = passage.hit_at.get(word)
        if other is not None and other.capital and not other.of(Sort.WORD):
            return start
        if text[word : passage.capital_at.get(word, word)].lower() in ORDINARY:
            end = word - 1
            break
    return end - 2 if text[end - 2 : end] == "'s" else end


def _apposed(cast: Cast, passage: Passage, hit: Hit) -> Found | None:
    """ "the Norwegian company Nammo", "a local firm, Go Craft," and "Go Craft, a local firm"."""
    text = cast.page.text
    after = _APPOSED_AFTER.match(text, hit.end, passage.end)
    if after is not None:
        end = _free_name(cast, passage, after.end())
        if (
            end > after.end()
            and ("," not in after[0] or text[end : end + 1] in ",.;)")
            and after.end() not in cast.starts
        ):
            return _firm(cast, passage, after.end(), end)
    window = text[max(passage.start, hit.start - 90) : hit.start]
    before = _APPOSED_BEFORE.search(window)
    if before is not None:
        start = hit.start - len(window) + before.start(1)
        if _free_name(cast, passage, start) == start + len(before[1]) and start not in cast.starts:
            return _firm(cast, passage, start, start + len(before[1]))
    return None


def _in_role(cast: Cast, passage: Passage, hit: Hit) -> Found | None:
    """ "a contract with Nammo", "built by Go Craft"."""
    text = cast.page.text
    start = hit.end + 1
    if text[hit.end : start] != " ":
        return None
    end = _free_name(cast, passage, start)
    if end == start or start in cast.starts:
        return None
    return _firm(cast, passage, start, end)


def _firm(cast: Cast, passage: Passage, start: int, end: int) -> Found:
    return Found(
        start=start,
        end=end,
        passage=passage,
        key=f"company:x:{slug(cast.page.text[start:end])}",
        kind=ActorKind.COMPANY,
        name=cast.page.raw[start:end],
        inferred=("Recognised as a firm by the words beside it; the catalogue does not know it.",),
    )
