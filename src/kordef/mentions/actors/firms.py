"""Firms that no catalogue knows: by their legal form, by the noun that closes their name, by apposition and by role."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from kordef.mentions.actors.cast import slug
from kordef.mentions.actors.persons import name_words
from kordef.mentions.actors.posts import is_post
from kordef.mentions.names import Sort
from kordef.mentions.passages import Found
from kordef.mentions.runs import ORDINARY, left_run
from kordef.mentions.word_files import read_words_of
from kordef.vocabulary import ActorKind

if TYPE_CHECKING:
    from kordef.mentions.actors.cast import Cast
    from kordef.mentions.names import Hit
    from kordef.mentions.passages import Passage

__all__ = ["firm_at", "unknown_firm", "without_form"]

_NAME = re.compile(r"[A-Z][\w'-]*(?:(?:\s|\s?&\s?)[A-Z][\w'-]*){0,4}")
_WORD = re.compile(r"[A-Za-z]+")
_APPOSED_AFTER = re.compile(r",?\s+(?:(?:called|named)\s+)?")
_APPOSED_BEFORE = re.compile(
    r"([A-Z][\w'&-]*(?:\s(?:&\s)?[A-Z][\w'&-]*){0,4}),\s+(?:a|an|the|its|another)\s+(?:[\w'-]+\s+){0,4}\Z"
)
_PLACED = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]cross|[Ff]or|[Aa]mong)\s(?:the\s)?\Z")
_BASED = re.compile(r"[A-Z][\w'-]*-based ")
_ARTICLE_BEHIND = re.compile(r",\s+(?:a|an|the|its)\s+")
_CAPITAL_BEHIND = re.compile(r"\s[A-Z]")
_POST_OF = (" of ", " of the ", " at ")
_NO_JOINERS = frozenset({"&", "and"})
_SHORTEST_FORM = 3
_NEAR = 40
_REACH = 90
_FIRMS_LOOKED_AT = 60


@cache
def _legal_form() -> re.Pattern[str]:
    forms = "|".join(re.escape(form.rstrip(".")) for form in read_words_of("firms")["forms"])
    return re.compile(rf",?\s(?:{forms})\.?\Z")


def without_form(name: str) -> str:
    """A firm's name without its legal form: "Hanwha Aerospace Co." gives "Hanwha Aerospace"."""
    return _legal_form().sub("", name) or name


def firm_at(cast: Cast, passage: Passage, hit: Hit, role: str) -> Found | None:
    """The firm that a word at a hit gives away; ``role`` is firm.form, .noun, .weak, .class or .role."""
    if passage.capitalised and role != "firm.form":
        return None
    match role:
        case "firm.form":
            return _closed(cast, passage, hit, certain=True) if hit.capital else None
        case "firm.noun" | "firm.weak":
            if not hit.capital or _CAPITAL_BEHIND.match(cast.page.text, hit.end):
                return None
            found = _closed(cast, passage, hit, certain=False)
            return (
                found
                if found is not None and (role == "firm.noun" or _is_calledunknown_firm(cast, passage, found))
                else None
            )
        case "firm.class":
            return _apposed(cast, passage, hit)
        case "firm.partner" if not _after_firm(cast, passage, hit):
            return None
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
    start = _behind_states(cast, left_run(text, passage.start, at + text.startswith(" ", at), joiners=_NO_JOINERS), at)
    start = _behind_another(text, start, at)
    words = text[start:at].split()
    if all(word in name_words("not_names") or word.lower() in ORDINARY for word in words):
        return None
    if not certain and not any(_is_proper(passage, word.start()) for word in _WORD.finditer(text, start, at)):
        return None
    return unknown_firm(cast, passage, start, hit.end)


def _behind_another(text: str, start: int, end: int) -> int:
    """Leave a firm with its own legal form, or the place that "-based" names, at the beginning of a run to itself."""
    joined = text.rfind(" and ", start, end)
    if joined < 0 or not (_legal_form().search(text, start, joined) or _BASED.match(text, joined + 5, end)):
        return start
    based = _BASED.match(text, joined + 5, end)
    return based.end() if based is not None else joined + 5


def _is_proper(passage: Passage, start: int) -> bool:
    """Whether a word is a name by itself: one that no table knows, or a firm's."""
    hit = passage.hit_at.get(start)
    return start in passage.capital_at or (hit is not None and hit.of(Sort.COMPANY) is not None)


def _behind_states(cast: Cast, start: int, end: int) -> int:
    """Leave a state's adjective at the beginning of a run to itself."""
    found = cast.starts.get(start)
    while found is not None and found.form == "adjective" and found.end < end:
        start = found.end + 1
        found = cast.starts.get(start)
    return start


def _is_calledunknown_firm(cast: Cast, passage: Passage, found: Found) -> bool:
    """Whether a word for firms, a firm's role or a post in it stands just before a name, or such a word in apposition behind."""
    text = cast.page.text
    before = passage.hit_before(found.start)
    if before is not None:
        between = text[before.end : found.start]
        if (between in (" ", ", ") and _is_word(before, "firm.class", "firm.role")) or (
            between in _POST_OF and is_post(before)
        ):
            return True
    behind = _ARTICLE_BEHIND.match(text, found.end, passage.end)
    if behind is None:
        return False
    near = (
        passage.hit_at[at] for at in range(behind.end(), min(behind.end() + _NEAR, passage.end)) if at in passage.hit_at
    )
    return any(_is_word(hit, "firm.class") for hit in near)


def _is_word(hit: Hit, *roles: str) -> bool:
    return any(name.sort is Sort.WORD and name.thing in roles for name in hit.names)


def _apposed(cast: Cast, passage: Passage, hit: Hit) -> Found | None:
    """ "the Norwegian company Nammo", "a local firm, Go Craft," and "Go Craft, a local firm"."""
    text = cast.page.text
    after = _APPOSED_AFTER.match(text, hit.end, passage.end)
    if after is not None and after.end() not in cast.starts:
        start, end = after.end(), _free_end(cast, passage, after.end())
        if end > start and (not after[0].startswith(",") or text[end : end + 1] in ",.;)"):
            return unknown_firm(cast, passage, start, end)
    before = _APPOSED_BEFORE.search(text, max(passage.start, hit.start - _REACH), hit.start)
    if before is not None and before.start(1) not in cast.starts:
        start, end = before.span(1)
        if text.endswith("ly", start, end) and " " not in text[start:end]:
            # "Separately, the company"
            return None
        if _PLACED.search(text, passage.start, start):
            # "In the Middle East, the largest supplier"
            return None
        if _free_end(cast, passage, start) == end:
            return unknown_firm(cast, passage, start, end)
    return None


def _in_role(cast: Cast, passage: Passage, hit: Hit) -> Found | None:
    """ "a contract with Nammo", "built by Go Craft", "an agreement with Canada's Calian"."""
    start = hit.end + 1
    owner = cast.starts.get(start)
    if owner is not None and owner.kind is ActorKind.STATE and cast.page.text.startswith("'s ", owner.end):
        start = owner.end + 3
        if start in passage.hit_at:
            return None  # "with Poland's Ministry"
    if not cast.page.text.startswith(" ", hit.end) or start in cast.starts:
        return None
    end = _free_end(cast, passage, start)
    return unknown_firm(cast, passage, start, end) if end > start else None


def _after_firm(cast: Cast, passage: Passage, hit: Hit) -> bool:
    """Whether a firm stands before in the passage: with whom it agrees is one as a rule."""
    near = cast.found[-_FIRMS_LOOKED_AT:]
    return any(f.kind is ActorKind.COMPANY and f.passage is passage and f.start < hit.start for f in near)


def _free_end(cast: Cast, passage: Passage, start: int) -> int:
    """Where a capitalised name at ``start`` ends that nothing else has claimed; ``start`` if there is none."""
    text = cast.page.text
    match = _NAME.match(text, start, passage.end)
    first = passage.capital_at.get(start)
    if match is None or first is None or text[start:first].lower() in ORDINARY:
        return start
    end = match.end()
    for word in _WORD.finditer(text, first, end):
        other = passage.hit_at.get(word.start())
        if other is not None and other.capital and other.of(Sort.WORD) is None:
            return start
        if word[0].lower() in ORDINARY and word.start() in passage.capital_at:
            end = word.start() - 1
            break
    return end - 2 if text.endswith("'s", start, end) else end


def unknown_firm(cast: Cast, passage: Passage, start: int, end: int) -> Found:
    """The mention of a firm that the catalogue does not know."""
    return Found(
        start=start,
        end=end,
        passage=passage,
        key=f"company:x:{slug(without_form(cast.page.text[start:end]))}",
        kind=ActorKind.COMPANY,
        name=cast.page.raw[start:end],
        inferred=("Recognised as a firm by the words beside it; the catalogue does not know it.",),
    )
