"""Whether the clause around a date looks back or ahead: a report says "in March" of the last one, a plan of the next."""

from __future__ import annotations

import re
from enum import Enum

from kordef.mentions.dates.words import (
    FUTURE_WORDS,
    IRREGULAR_PASTS,
    MONTHS,
    MOVED,
    MOVED_BY,
    NOT_PASTS,
    SCHEDULED,
    WEEKDAYS,
)

__all__ = ["Look", "look", "look_before", "sentence_start", "was_over"]


class Look(Enum):
    """Where the words around a date look."""

    BACK = "back"
    AHEAD = "ahead"
    OPEN = "open"
    """No verb tells."""


_HAPPENED = re.compile(
    r" (?:terror(?:ist)? |[Hh]amas |missile |drone )?(?:attacks?|massacre|assault|raid|invasion|shooting|bombing|crash|disaster"
    r"|coup|earthquake|explosion|blast|killings?)\b"
)
"""Behind a date, what is known to have happened then: "the October 7 attacks"."""
_REACH = 260
_NEAR = 90
"""Characters before a date that are looked at first."""
_CONTEXT = 3
"""Words before a verb that may change what it says, and the one that may be cut."""
_LAST_WORDS = slice(-40, None)
_WORD = re.compile(r"[^\W\d_]+|[;:,]")
_ASCII_WORD = re.compile(r"[A-Za-z]+|[;:,]")
_NAMES = frozenset({"May", "Will", "Won", "March"})
# Begins with a set of signs, for speed.
_SENTENCE = re.compile(r"[.!?…\n](?:(?<!\n)['\"”’)\]]*\s+(?=['\"“‘(\[]*[A-Z0-9À-Ý])|(?<=\n)(?:\s*\n|(?=[-•*|])))")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Adm|Gov|Sen|Rep|St|No|vs|Co|Inc|Ltd|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.$"
)
_PUT_OFF = MOVED | {"extended", "prolonged", "adjourned", "forward"}
_PARTICIPLES = frozenset({"due", "expected", "scheduled", "planned", "slated", "intended", "set"})
_NOUNS_TOO = frozenset(
    {"plan", "plans", "aim", "aims", "hope", "hopes", "target", "targets", "might", "planning", "seeks", "wants"}
)
_DETERMINERS = frozenset([
    "the", "a", "an", "its", "their", "his", "her", "our", "this", "that", "these", "those", "no", "any", "new", "of",
    "s", "under", "on",
])  # fmt: skip
_CALLED = frozenset({"on", "upon", "for", "off"})
"""Behind "called" these make it a verb ("called on China"), and no name ("a system called Dome")."""
_BEFORE_DATES = frozenset(
    {"the", "a", "next", "early", "late", "mid", "this", "autumn", "spring", "summer", "winter", "at", "after"}
)
_APPOINTED = frozenset("meet hold sign start begin open launch visit resume convene host reconvene".split())
_UNTIL = frozenset({"to", "until", "till"})
_LASTS = frozenset({"runs", "run", "lasts", "continues", "continue"})
_PASSIVE_AUXILIARIES = frozenset({"be", "being"})
_PRESENT_AUXILIARIES = frozenset({"is", "are"})
_SILENT = frozenset({"not", "only", "neither", "n"})
_SPEAKS = frozenset([
    "say", "comment", "confirm", "reveal", "disclose", "name", "discuss", "elaborate", "give", "tell", "speculate",
    "commit",
])  # fmt: skip
_WHEREABOUTS = frozenset({"here", "there", "back", "off", "away", "abroad"})
"""Behind "is" these tell of a stay that goes on: "is here until Friday", "is back on Monday"."""

_COMING = frozenset({"coming", "upcoming", "forthcoming"})
_TAKES = frozenset({"takes", "take"})
_TELLING = (
    FUTURE_WORDS | IRREGULAR_PASTS | SCHEDULED | _COMING | _TAKES | _LASTS | _PRESENT_AUXILIARIES | {"to", ";", ":"}
)
"""The words that may say where a clause looks, or where it ends; besides them only those in "ed"."""


def sentence_start(text: str, lo: int, at: int, reach: int = _REACH) -> int:
    """Where the sentence with the character at ``at`` begins, as far as ``reach`` characters back."""
    begin, floor = max(lo, at - reach), max(lo, at - _REACH)
    # one character more, so that the look ahead to a capital sees the first letter of the date itself
    for match in reversed(list(_SENTENCE.finditer(text, begin, at + 1))):
        stop, start = match.span()
        if text[stop] != "." or not _ABBREVIATION.search(text, max(floor, stop - 5), stop + 1):
            return start
    return begin


def _sentence_end(text: str, at: int, hi: int) -> int:
    """Where the sentence ends, as far as 160 characters on."""
    end = min(hi, at + 160)
    for match in _SENTENCE.finditer(text, at, end):
        stop = match.start()
        if text[stop] != "." or not _ABBREVIATION.search(text, max(at, stop - 5), stop + 1):
            return stop
    return end


def look(text: str, lo: int, start: int, end: int, hi: int, *, shown: bool = False) -> Look:
    """The direction of the clause around ``text[start:end]``, from the nearest verb before it, or else behind it.

    ``shown`` is set in captions, whose present tense tells of what the picture shows ("arrives in Seoul on Friday").
    """
    if _HAPPENED.match(text, end, hi):
        return Look.BACK
    found = look_before(text, lo, start, shown=shown)
    if found is not Look.OPEN:
        return found
    return _forwards(_words(text, end, _sentence_end(text, end, hi), slice(24)), shown=shown)


def was_over(text: str, end: int, hi: int) -> bool:
    """Whether the clause behind a date says with "had" what was done by then."""
    for word in _words(text, end, _sentence_end(text, end, hi), slice(14)):
        if word == "had":
            return True
        if word in FUTURE_WORDS or word == ";":
            return False
    return False


def _words(text: str, start: int, end: int, which: slice) -> list[str]:
    """Some words of a stretch in lower case; the months and names "May", "Will" and "Won" keep their capital."""
    stretch = text[start:end]
    words: list[str] = (_ASCII_WORD if stretch.isascii() else _WORD).findall(stretch)[which]
    if _NAMES.isdisjoint(words):
        return " ".join(words).lower().split()
    return [word if word in _NAMES else word.lower() for word in words]


def look_before(text: str, lo: int, start: int, *, shown: bool = False) -> Look:
    """The direction that the nearest verb before ``start`` in its sentence gives."""
    near, begin = max(lo, start - _NEAR), sentence_start(text, lo, start, _NEAR)
    if begin == near > lo:
        # mostly the last words tell; the first of them may be cut, or need those before them
        found = _backwards(_words(text, near, start, _LAST_WORDS), shown=shown, least=_CONTEXT)
        if found is not None:
            return found
    if near > lo and not text[near:begin].strip():
        begin = sentence_start(text, lo, start)
    return _backwards(_words(text, begin, start, _LAST_WORDS), shown=shown) or Look.OPEN


def _backwards(words: list[str], *, shown: bool, least: int = 0) -> Look | None:
    """What the last verb says, down to the word number ``least``; ``None`` where none of them tells."""
    for k in range(len(words) - 1, least - 1, -1):
        word = words[k]
        if word not in _TELLING and not word.endswith("ed"):
            continue
        if word in (";", ":"):
            return Look.OPEN
        found = _verb(words, k, shown=shown)
        if found is not None:
            return found
    return None


def _forwards(words: list[str], *, shown: bool) -> Look:
    for k, word in enumerate(words):
        if word not in _TELLING and not word.endswith("ed"):
            continue
        if word == ";":
            return Look.OPEN
        if word == "to" and words[k + 1 : k + 2] == ["be"]:
            return Look.AHEAD
        found = _verb(words, k, shown=shown)
        if found is not None:
            return found
    return Look.OPEN


def _verb(words: list[str], k: int, *, shown: bool) -> Look | None:
    """What the word at ``k`` says about the direction; ``None`` where it is no verb or says nothing."""
    word = words[k]
    if word in _COMING and k and words[k - 1] in _DETERMINERS:
        # "the ship's coming deployment"
        return Look.AHEAD
    if word in FUTURE_WORDS:
        return _future(words, k)
    if not shown and _is_scheduled(words, k):
        return Look.AHEAD
    if word == "to" and k and words[k - 1] in ("is", "are", "was", "were", "meant", "set", "due"):
        return Look.AHEAD
    if word == "agreed" and words[k + 1 : k + 2] == ["to"] and words[k + 2 : k + 3] and words[k + 2] in _APPOINTED:
        # "agreed to meet in May": the meeting is to come
        return Look.AHEAD
    if (words[max(0, k - 2) : k] == ["to", "be"] and k > 2 and words[k - 3] not in _TELLING) or (
        word == "to" and words[k + 1 : k + 3] == ["take", "place"]
    ):
        # "the meeting to be held in May", "talks to take place in May"
        return Look.AHEAD
    if word == "called" and words[k + 1 : k + 2] and words[k + 1] in _CALLED:
        return Look.BACK
    is_past = word in IRREGULAR_PASTS or (
        len(word) > 3 and word.endswith("ed") and word not in NOT_PASTS and not word.endswith("eed")
    )
    if not is_past:
        return None
    behind = k + 2 if words[k : k + 2] in MOVED_BY else k + 1 if word in _PUT_OFF else len(words)
    if word in _PUT_OFF and words[-1] in _UNTIL and "from" in words[behind:-1] and words[-2] not in WEEKDAYS:
        return Look.AHEAD  # "has postponed his trip from tomorrow to 5 May"
    if words[behind : behind + 1] in (["to"], ["until"], ["till"]) and _leads_to_date(words, behind + 1):
        return Look.AHEAD
    if word in ("was", "were") and words[k + 1 : k + 2] == ["to"]:
        return Look.AHEAD
    if word in ("has", "have") and words[k + 1 : k + 2] == ["to"]:
        return Look.AHEAD
    before = words[k - 1] if k else ""
    if before in _PASSIVE_AUXILIARIES or (before.endswith("ly") and k > 1 and words[k - 2] in _PASSIVE_AUXILIARIES):
        return None
    if before == "to" or (before in _PRESENT_AUXILIARIES and word.endswith("ed")):
        return None
    return Look.BACK


def _leads_to_date(words: list[str], k: int) -> bool:
    """Whether "moved to" goes on with a time ("moved to early May"), and not with a place ("moved to Estonia in May")."""
    return k >= len(words) or words[k] in _BEFORE_DATES or words[k].lower() in MONTHS


def _is_scheduled(words: list[str], k: int) -> bool:
    """Whether the present tense tells of what is to come: "returns in the autumn", "is here until Friday", "takes place"."""
    word, after = words[k], words[k + 1] if k + 1 < len(words) else ""
    if word in _PRESENT_AUXILIARIES:
        return after in _WHEREABOUTS
    if word in _TAKES:
        return after == "place" and (k == 0 or words[k - 1] not in ("to", "did", "not"))
    if word in _LASTS and after in ("until", "till", "through", ""):
        return True
    if word not in SCHEDULED:
        return False
    before = words[k - 1] if k else ""
    return not (before in _DETERMINERS or before in ("to", "and", "will", "took", "taken") or before.endswith("ed"))


def _future(words: list[str], k: int) -> Look | None:
    """The doubtful ones among the words of planning: "set a record", "planned" as a past, "may" and "won" as other words."""
    word = words[k]
    after = words[k + 1] if k + 1 < len(words) else ""
    before = words[k - 1] if k else ""
    if before == "," and word in _PARTICIPLES:
        # "the minister, due on Friday, stayed at home"
        return None
    if (
        word in _NOUNS_TOO
        and after != "to"
        and (before in _DETERMINERS or before in IRREGULAR_PASTS or before.endswith("ed"))
    ):
        return None
    if word in ("would", "could") and after in _SILENT and (words[k + 2 : k + 3] or [""])[0] in _SPEAKS:
        # "side by side on Wednesday, they would not say what it costs"
        return Look.BACK
    if word == "set" and after not in ("to", "for"):
        return None
    if word == "won" and after != "t":
        return None if before in ("trillion", "billion", "million", "korean", "") else Look.BACK
    if word in ("can", "could", "may", "might", "should", "must", "would") and after == "have":
        return Look.BACK
    if word in ("can", "target", "targets", "starting"):
        return None
    if word == "going" and after != "to":
        return None
    if word in ("pledged", "promised", "vowed", "proposed", "hoped") and after not in ("to", "for"):
        return Look.BACK
    if word == "promised" and before == "also":
        return Look.BACK
    return Look.AHEAD
