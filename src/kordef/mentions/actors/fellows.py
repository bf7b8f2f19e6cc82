"""Firms that no catalogue knows and that stand beside a firm or do what only firms do.

"Fincantieri and Greece's Hydrus", "Metal Shark has received a $36 million contract", "contracted with TAIS shipyards".
"""

from __future__ import annotations

import re
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from kordef.mentions.actors.firms import unknown_firm
from kordef.mentions.actors.persons import name_words
from kordef.mentions.runs import ORDINARY
from kordef.vocabulary import ActorKind

if TYPE_CHECKING:
    from kordef.mentions.actors.cast import Cast
    from kordef.mentions.passages import Found, Passage

__all__ = ["fellows"]

_COMPANY = ActorKind.COMPANY
_STATE = ActorKind.STATE
_WORD = r"[A-Z][\w&-]*"
_RUN = re.compile(rf"{_WORD}(?: (?:{_WORD}|(?:do|da|de|del|di|du|van|von) {_WORD})){{0,4}}")
_JOINED = re.compile(r",? (?:and|together with|alongside|as well as) ")
_JOINED_BEFORE = re.compile(rf"\b({_WORD}(?: {_WORD}){{0,3}}) and \Z")
_WINS = re.compile(
    r" (?:has |have |had |also |recently ){0,2}(?:been awarded|was awarded|were awarded"
    r"|received|won|wins|secured|bagged|clinched|landed|booked)"
    r" (?:an?|the|its|another|two|three|[$€£])[^.;:\n]{0,70}?\b(?:contract|contracts|order|orders)\b"
)
_APPOSED = re.compile(
    r", (?:(?:its|the|his|her|their|a|an|who|whose|then|both) |(?:the )?(?:chief|head|president|chair|director|vice|minister"
    r"|deputy|founder|general|CEO|spokes|secretary|manag)|[0-9]{2},)"
)
"""What says of a name before it that it is a person's: ", its head", ", chief executive of"."""
_OWNER_BEFORE = "'s "
_MAKES = re.compile(
    rf"(?: and (?:{_WORD}'s )?{_WORD}(?: {_WORD})?)? (?:has |have |had |will |would |also |now |recently ){{0,2}}"
    r"(?:manufactures?|manufactured|supplies|supplied|supply|exports?|exported|assembles?|assembled|delivered|delivers"
    r"|built|builds|produced|produces|makes) (?:[0-9]|its first|the first|two |three |four |five |six "
    r"|(?:[a-z0-9-]+ ){0,2}(?:shells|missiles|rockets|ammunition|arms|weapons|vehicles|drones|guns|howitzers|mortars|rifles"
    r"|powder|engines|radars|ships|boats|aircraft|helicopters|trucks|parts|components)\b)"
)
"""What only firms do, behind a name that a state's genitive introduces: "Serbia's Yugoimport exported shells"."""
_YARD = re.compile(r" (?:shipyards?|shipbuilders?)\b")
_TO_A_YARD = re.compile(r"\b(?:with|by|from) (?:the )?\Z")
_BASED = re.compile(r"\b[A-Z][\w'-]*-based \Z")
_SIGNS = ("-based ", " contract", " order", " shipyard", " shipbuilder", "'s ")
_OTHERS = frozenset(
    "Foundation Forum Center Centre Post Times Society Federation League Club Party Network TV Think Tank".split()
)
_REACH = 64


def fellows(cast: Cast, passage: Passage) -> list[Found]:
    """The firms of a passage that their company or their deeds show."""
    if passage.capitalised or not passage.capital_at:
        return []
    found = _beside_firms(cast, passage) if cast.has_firms else []
    text = cast.page.text
    if any(text.find(word, passage.start, passage.end) >= 0 for word in _SIGNS):
        found += _doers(cast, passage)
    return found


def _beside_firms(cast: Cast, passage: Passage) -> list[Found]:
    """Names that are joined to a firm by "and" or "together with", behind it or before."""
    text = cast.page.text
    found: list[Found] = []
    here = takewhile(lambda f: f.passage is passage, reversed(cast.found))
    firms = sorted((f for f in here if f.kind is _COMPANY), key=lambda f: f.start)
    for firm in chain(firms, found):  # those found on the way as well
        joined = _JOINED.match(text, firm.end, passage.end)
        if joined is not None:
            start = joined.end()
            owner = cast.starts.get(start)
            if owner is not None and owner.kind is _STATE:
                start = owner.end + (3 if text.startswith("'s ", owner.end) else 1)
            _take(cast, passage, start, found, owned=owner is not None)
        before = _JOINED_BEFORE.search(text, max(passage.start, firm.start - _REACH), firm.start)
        if before is not None and not text.endswith("between ", passage.start, before.start(1)):
            _take(cast, passage, before.start(1), found, end=before.end(1))
    return found


def _doers(cast: Cast, passage: Passage) -> list[Found]:
    """Names that win contracts, and those of yards."""
    text = cast.page.text
    found: list[Found] = []
    behind = passage.start
    for start in passage.capital_at:
        if start < behind:
            continue
        run = _RUN.match(text, start, passage.end)
        if run is None:
            continue
        behind = run.end()
        if (place := run[0].find("-based ")) > 0:
            start += place + len("-based ")
            run = _RUN.match(text, start, passage.end)
            if run is None:
                continue
        wins = text[run.end() : run.end() + 1] == " " and _WINS.match(text, run.end(), passage.end)
        yard = _YARD.match(text, run.end(), passage.end) and _TO_A_YARD.search(
            text, max(passage.start, start - 12), start
        )
        based = text.endswith("-based ", passage.start, start) and _BASED.search(
            text, max(passage.start, start - 32), start
        )
        owner = cast.ends.get(start - 3) if text.startswith(_OWNER_BEFORE, start - 3) else None
        makes = owner is not None and owner.kind is _STATE and _MAKES.match(text, run.end(), passage.end)
        if wins or yard or makes or (based and _may_be_firm(text[start : run.end()])):
            _take(cast, passage, start, found, end=run.end())
    return found


def _may_be_firm(name: str) -> bool:
    """Whether the words of a name leave it open to be a firm's: "Valpro", but no institute, university or party."""
    last = name.split()[-1]
    return last not in name_words("not_names") and last not in _OTHERS and not last.endswith(("ist", "er", "or"))


def _take(cast: Cast, passage: Passage, start: int, found: list[Found], *, end: int = 0, owned: bool = False) -> None:
    """Add the name at ``start`` where nothing else has claimed it and it has not the form of a person's or an office's."""
    text = cast.page.text
    first = passage.capital_at.get(start)
    run = _RUN.match(text, start, passage.end)
    if first is None or run is None or start in cast.starts or text[start - 1 : start] not in (" ", "\n", "(", ""):
        return
    end = min(end or run.end(), run.end())
    words = text[start:end].split()
    if words[0].lower() in ORDINARY or words[0] in name_words("given") or words[0] in name_words("not_names"):
        return
    if (
        len(words) > 1
        and not owned
        and words[-1] not in name_words("not_names")
        and (text.startswith(" said", end) or _APPOSED.match(text, end))
    ):
        return  # "Saab and Micael Johansson, its head"
    name = text[start:end]
    if any(firm.kind is _COMPANY and firm.name.startswith(f"{name} ") for firm in cast.found):
        return  # A short form of one that the text has named.
    if text.startswith(" of ", end) or any(at in cast.starts for at in range(start, end)):
        return
    found.append(unknown_firm(cast, passage, start, end))
