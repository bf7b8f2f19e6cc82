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

# Python 3.11 is slow to find the members of an enum, and the rules ask for these all the time.
_STATE = ActorKind.STATE
_ADJECTIVE_ROLE = SpellingRole.ADJECTIVE
_CAPITAL_ROLE = SpellingRole.CAPITAL
_DEMONYM_ROLE = SpellingRole.DEMONYM
_GOVERNMENT_ROLE = SpellingRole.GOVERNMENT
_NAME_ROLE = SpellingRole.NAME
_PLACE_ROLE = SpellingRole.PLACE
_SHORT_FORM_ROLE = SpellingRole.SHORT_FORM

_FORMS = {role: "short" if role is _SHORT_FORM_ROLE else role.value for role in SpellingRole}
"""The form of a mention by the role of its spelling."""

_UNSURE_ROLES = (_SHORT_FORM_ROLE, _PLACE_ROLE)

_COUNTRY_BEHIND = re.compile(r",\s+(?:the\s+)?(?=[A-Z])")
_WORD_BEHIND = re.compile(r"\s+([A-Za-z]+)")
_IS_BEHIND = re.compile(r"\s+(?:is|was|has\s+been|had\s+been|will\s+be|would\s+be)\b")
_VERB_BEHIND = re.compile(r"(?:'s)?\s+[a-z]")
_BASED = re.compile(r"-(?:based|area|born|trained|bound)\b")
_TO_NEXT = re.compile(r"\s+in\s+(?:[A-Z][a-z]+\s+)?\d{4}\s+to\s+[A-Z]")
_FROM_TO = re.compile(r"From [A-Z][\w ]{2,20} to [A-Z][\w ]{2,20}")
"""A heading that is a way from one meeting to another: "From Madrid to The Hague"."""
_LISTED = re.compile(r"\s*(?:,|,?\s*(?:and|or|&))\s*(?:the\s+)?")
_TOWN_BEFORE = re.compile(r"\b(?:in|near|outside) (?:[A-Z][\w'’-]+ ){0,2}[A-Z][\w'’-]+, $")
"""A town that the catalogue does not list, of which a state is told: "met in Charlevoix, Canada"."""
_APPOSED = re.compile(r"\s*(?:[,.;:)]|$|(?:on|from|this|last|next|in|to|for|where|when|earlier|late|between)\b)")
_HALVES = {"KP": "KR", "KR": "KP"}
_ACTS = re.compile(
    r"(?:'s)?\s(?:(?:has|had|again|also|then)\s){0,2}(?:fired|launched|test-fired|tested|conducted|staged|paraded|unveiled"
    r"|threatened|warned|vowed|denounced|claimed|provoked|nuclear|ballistic|missiles?|regime|leader|military|army"
    r"|(?:state|official|state-run)\s(?:media|news)|people's)\b"
)
_LONGER_NAME = re.compile(r"\s+(?:of\b|[A-Z][a-z])")
_NAME_BEHIND = re.compile(r"\s(?:[A-Z]\.\s)?[A-Z][a-z]+")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|[JFMASOND][a-z]{2}\.?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY_BEHIND = re.compile(rf",\s(?:{_WEEKDAY}\b|\d{{1,2}}(?:[-–]\d{{1,2}})?\s{_MONTH}\b|{_MONTH}\s\d)")
_DAYS = rf"(?:{_WEEKDAY}(?:,?\s\d{{1,2}}\s{_MONTH})?|\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?\s{_MONTH})"
_DAY_BEFORE = re.compile(rf"[-–—*•\s]{{0,4}}{_DAYS}(?:\s(?:and|to)\s{_DAYS})?(?:\s\d{{4}})?[:,.\s–—-]{{1,12}}")
_NEWS_BEHIND = re.compile(r":\s|\s?\([A-Z]|\s[-–—]{1,2}\s|,\s[A-Z][a-z]")
_SENTENCE_BEHIND = re.compile(r"\.\s+[A-Z]")
_LEADS_TO_LIST = (" – ", " - ", " — ", " -- ", ": ", " (")
_PHRASE_ENDS = re.compile(r"[,;.]\s[a-zA-Z]|\s(?:and|over)\b")
_SAID_OF_WASHINGTON = ("by ", "with ", "between ", "against ", "from ")
"""Before "Washington" these say that a government is meant as well as a verb behind it does."""
_ETHNIC = ("ethnic ", "Ethnic ", "ethnically ")
_REACH = 60
_WORDS_LOOKED_AT = 7
_SHORTEST_WORD = 4
_SHORTEST_CODE, _LONGEST_CODE = 2, 3
_FEWEST_CODES = 2


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(read_words_of("places")[key])


@cache
def _initials(key: str) -> frozenset[str]:
    """The first letters of a list of words, and the blanks that may stand before them."""
    return frozenset(word[0] for word in _words(key)) | {" ", "\t", "\n"}


@cache
def _any_of(key: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, read_words_of("places")[key])) + r")\b")


def _has(page: Page, key: str) -> bool:
    """Whether a document has one of a list of words; looked for once."""
    if key not in page.facts:
        text = page.text
        known = any(map(text.__contains__, read_words_of("places")[key]))
        page.facts[key] = known and _any_of(key).search(text) is not None
    return page.facts[key]


def is_place(page: Page, passage: Passage, start: int, *, of_state: bool = False) -> bool:
    """Whether the words before a name make it a place: "in Brussels", "flew to Seoul", "the outskirts of Warsaw"."""
    reach = page.text[max(passage.start, start - _REACH) : start]
    nearest = reach.rsplit(maxsplit=1)[-1:]
    if not nearest or nearest[0].lower() not in _leading():
        # Most names stand behind a word that says nothing of the kind.
        return False
    before = reach.lower().split()
    if before[-1] == "the":
        before.pop()
    if not before:
        return False
    last = before[-1]
    if last in ("to", "from"):
        return not _words("travel" if of_state else "motion").isdisjoint(before[-_WORDS_LOOKED_AT:-1])
    if last == "of":
        return len(before) > 1 and before[-2] in _words("of_places")
    if last == "for":
        return len(before) > 1 and before[-2] in _words("leaving")
    return last in _words("prepositions")


@cache
def _leading() -> frozenset[str]:
    """The words behind which a name may be a place."""
    return _words("prepositions") | {"the", "to", "from", "of", "for"}


def state_at(page: Page, passage: Passage, hit: Hit, previous: Found | None, seen: set[str]) -> Found | None:
    """The state that a hit names, if it does.

    ``previous`` is the mention before in the passage, ``seen`` the keys of all so far; capitals that stand as places are noted
    there.
    """
    name = hit.names[0]
    if len(hit.names) > 1 or not _is_plain(name):
        chosen = _chosen(page, passage, hit, seen)
        if chosen is None:
            return None
        name = chosen
    if _is_currency(page, passage, hit, name.role):
        return None
    state: State = name.thing
    role = name.role
    if role in (_ADJECTIVE_ROLE, _DEMONYM_ROLE) and page.text.endswith(_ETHNIC, passage.start, hit.start):
        # A people, wherever it lives: "a mainly ethnic Albanian territory".
        return None
    place = role is _PLACE_ROLE or (
        role not in (_ADJECTIVE_ROLE, _DEMONYM_ROLE) and _stands_for_place(page, passage, hit, role, previous, seen)
    )
    if place and role is _CAPITAL_ROLE:
        seen.add(f"place:{page.text[hit.start : hit.end]}")
    start = hit.start
    if role is _GOVERNMENT_ROLE and page.text[start - 4 : hit.end] in state.government:
        # "The Hague": the article belongs to the name.
        start -= 4
    return Found(
        start=start,
        end=hit.end,
        passage=passage,
        key=f"state:{state.code}",
        kind=_STATE,
        name=state.name,
        code=state.code,
        form=_FORMS[role],
        as_place=place,
    )


def _is_plain(name: Name) -> bool:
    """Whether a name is that of a state wherever it stands."""
    return name.sort is Sort.STATE and not name.ambiguous and not name.article and name.role not in _UNSURE_ROLES


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
                kind=_STATE,
                name=state.name,
                code=state.code,
            )
    return [found[start] for start in sorted(found)]


def _stands_for_place(
    page: Page, passage: Passage, hit: Hit, role: SpellingRole, previous: Found | None, seen: set[str]
) -> bool:
    """Whether a name or a capital says where, and not who: by the words around it, the dateline, or the list it stands in."""
    if is_place(page, passage, hit.start, of_state=role is _NAME_ROLE) or passage.in_dateline(hit.start):
        return True
    if role is not _NAME_ROLE and _FROM_TO.fullmatch(page.text, passage.start, passage.end):
        return True
    if role is _NAME_ROLE and _is_of_town(page, passage, hit):
        return True
    listed = previous is not None and previous.as_place and previous.kind is _STATE
    if listed and previous is not None and _LISTED.fullmatch(page.text, previous.end, hit.start):
        return True
    if role is _CAPITAL_ROLE and (
        _is_in_series(page, passage, hit, previous)
        or _is_dated(page, passage, hit)
        or _heads_news(page, passage, hit)
        or _is_listed_place(page, passage, hit, seen)
    ):
        return True
    return role is _CAPITAL_ROLE and (_is_part_of_name(page, passage, hit) or _only_is(page, passage, hit, seen))


def _is_of_town(page: Page, passage: Passage, hit: Hit) -> bool:
    """Whether a state only says where a town lies: "in Charlevoix, Canada, on 12 March"; not "In Charlevoix, Canada proposed"."""
    text = page.text
    if not text.endswith(", ", passage.start, hit.start):
        return False
    town = _TOWN_BEFORE.search(text, max(passage.start, hit.start - _REACH), hit.start)
    return town is not None and (hit.end >= passage.end or _APPOSED.match(text, hit.end, passage.end) is not None)


def _is_in_series(page: Page, passage: Passage, hit: Hit, previous: Found | None) -> bool:
    """Whether a capital is one of "from Madrid in 2022 to Washington": where things were held, in turn."""
    text = page.text
    if text.endswith("from ", passage.start, hit.start):
        return _TO_NEXT.match(text, hit.end, passage.end) is not None
    return (
        previous is not None
        and previous.as_place
        and text.endswith("from ", passage.start, previous.start)
        and _TO_NEXT.match(text, previous.end, hit.start + 1) is not None
    )


def _is_dated(page: Page, passage: Passage, hit: Hit) -> bool:
    """Whether a day stands beside a capital: where something was or will be, "Brussels, 29 January", "11-12 June  Oslo:"."""
    text = page.text
    if _DAY_BEHIND.match(text, hit.end, passage.end):
        return True
    behind = text[hit.end : hit.end + 1]
    return behind in (":", ",", "", "\n") and _DAY_BEFORE.fullmatch(text, passage.start, hit.start) is not None


def _heads_news(page: Page, passage: Passage, hit: Hit) -> bool:
    """Whether a capital begins a report: "NEW DELHI: The ministry", "CHISINAU (Agency / Radio)", "Tallinn. Three ships"."""
    text = page.text
    if text[passage.start : hit.start].strip(" -–—*•"):
        return False
    if text[hit.start : hit.end].isupper():
        return (
            _NEWS_BEHIND.match(text, hit.end, passage.end) is not None
            and not text[passage.start : passage.end].isupper()
        )
    return _SENTENCE_BEHIND.match(text, hit.end, passage.end) is not None


def _is_listed_place(page: Page, passage: Passage, hit: Hit, seen: set[str]) -> bool:
    """Whether a capital that the text has as a place begins a list of capitals: "three in a row - Madrid, Vilnius and Rome"."""
    if f"place:{page.text[hit.start : hit.end]}" not in seen or not page.text.endswith(
        _LEADS_TO_LIST, passage.start, hit.start
    ):
        return False
    joined = _LISTED.match(page.text, hit.end, passage.end)
    other = passage.hit_at.get(joined.end()) if joined is not None else None
    name = other.of(Sort.STATE) if other is not None else None
    return name is not None and name.role is _CAPITAL_ROLE


def _only_is(page: Page, passage: Passage, hit: Hit, seen: set[str]) -> bool:
    """Whether a capital that the text has as a place only is something: "Vilnius was his second summit"."""
    known = f"place:{page.text[hit.start : hit.end]}" in seen
    return known and _IS_BEHIND.match(page.text, hit.end, passage.end) is not None


def _is_part_of_name(page: Page, passage: Passage, hit: Hit) -> bool:
    """A capital in "the Madrid summit", "Seoul Grand Park", "Warsaw, Poland" and "the Seoul-based firm"."""
    text = page.text
    if _BASED.match(text, hit.end):
        return True
    if text[hit.start - 1 : hit.start] == "-" and (other := passage.hit_before(hit.start)) is not None:
        pair = other.of(Sort.STATE) if other.end == hit.start - 1 else None
        if pair is not None and pair.role is _CAPITAL_ROLE:
            return False  # "the Paris-Berlin treaty" is one of two governments
    behind = _WORD_BEHIND.match(text, hit.end, passage.end)
    if behind is not None:
        word = behind[1].lower()
        longer = behind.start(1) in passage.capital_at and not passage.capitalised and word not in ORDINARY
        return longer or word in _words("events")
    comma = _COUNTRY_BEHIND.match(text, hit.end, passage.end)
    country = passage.hit_at.get(comma.end()) if comma is not None else None
    mine, its = hit.of(Sort.STATE), country.of(Sort.STATE) if country is not None else None
    return mine is not None and its is not None and its.role is _NAME_ROLE and its.thing is mine.thing


def _is_currency(page: Page, passage: Passage, hit: Hit, role: SpellingRole) -> bool:
    """ "US dollars", "Norwegian kroner", "A$"; but "South Korea won a contract"."""
    text = page.text
    if text.startswith("$", hit.end) or (text.startswith(" $", hit.end) and text[hit.start : hit.end].isupper()):
        # "U.S. $215 million", but "paid Denmark $300 million"
        return True
    if text[hit.end : hit.end + 1] == " " and text[hit.end + 1 : hit.end + 2] not in _initials("currencies"):
        return False
    behind = _WORD_BEHIND.match(text, hit.end, passage.end)
    if behind is None or behind[1] not in _words("currencies"):
        return False
    # "won" is also a verb, "crowns" too: without an adjective it is money behind a number alone, "3 trillion Korea won"
    adjective = role is _ADJECTIVE_ROLE
    return adjective or behind[1] not in _VERBS or _AMOUNT.search(text, passage.start, hit.start) is not None


_VERBS = frozenset(["won", "crowns"])
"""Currencies that are verbs as well."""
_AMOUNT = re.compile(r"(?:\d(?: ?(?:k|mn?|bn?|tn|tr))?|hundred|thousand|illion)\.? \Z|\b[Tt]he \Z")


# Names that are other things as well


def _chosen(page: Page, passage: Passage, hit: Hit, seen: set[str]) -> Name | None:
    """The reading of a hit as a state, None where something else is meant."""
    names = hit.names
    if len(names) > 1:
        names = tuple(name for name in names if name.sort is Sort.STATE)
    if not names or names[0].sort is not Sort.STATE:
        return None
    name = names[0]
    if len(names) > 1:
        american = _has(page, "american_georgia") and not _has(page, "caucasian_georgia")
        name = min(names, key=lambda name: _rank(name, seen, american))
    if name.article and not page.text.endswith(("the ", "The "), passage.start, hit.start):
        return None
    if name.role is _SHORT_FORM_ROLE:
        known = f"state:{name.thing.code}" in seen or _is_other_half(page, hit, name, seen)
        return name if known and _LONGER_NAME.match(page.text, hit.end) is None else None
    if name.role is _PLACE_ROLE and not passage.capitalised and _follows_name(page.text, passage, hit.start):
        return None
    return name if not name.ambiguous or _is_certain(page, passage, hit, name, seen) else None


def _is_other_half(page: Page, hit: Hit, name: Name, seen: set[str]) -> bool:
    """Whether half of a peninsula acts whose other half the text has named: "the North fired missiles" beside South Korea."""
    other = _HALVES.get(name.thing.code)
    if other is None or f"state:{other}" not in seen:
        return False
    bordered = page.text.endswith(("border with the ", "frontier with the "), 0, hit.start)
    return bordered or _ACTS.match(page.text, hit.end) is not None


def _rank(name: Name, seen: set[str], american: bool) -> tuple[bool, bool, bool, bool]:
    """How likely a reading is, small for a likely one: the state itself, one that the text has named, not a place in it."""
    other_georgia = american and name.thing.name == "Georgia"
    return (
        other_georgia,
        name.role is not _NAME_ROLE,
        f"state:{name.thing.code}" not in seen,
        name.role is _PLACE_ROLE,
    )


def _is_certain(page: Page, passage: Passage, hit: Hit, name: Name, seen: set[str]) -> bool:
    """Whether an ambiguous spelling is meant as the state: a place by its preposition, or no part of a person's name."""
    text = page.text
    written = text[hit.start : hit.end]
    if name.role is _NAME_ROLE and written.isupper() and len(written) < _SHORTEST_WORD:
        return not passage.capitalised or not text[passage.start : passage.end].isupper()
    if not passage.capitalised and _is_of_person(text, passage, hit):
        return False
    if name.role in (_NAME_ROLE, _ADJECTIVE_ROLE, _DEMONYM_ROLE):
        return True
    if name.role is _CAPITAL_ROLE and written in _words("lenient") and _VERB_BEHIND.match(text, hit.end):
        return not _has(page, "bearers")
    if name.role is _CAPITAL_ROLE and _is_dated(page, passage, hit):
        return True
    if name.role is _CAPITAL_ROLE and written == "Washington" and _PHRASE_ENDS.match(text, hit.end):
        return text.endswith(_SAID_OF_WASHINGTON, passage.start, hit.start) and not _has(page, "bearers")
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
