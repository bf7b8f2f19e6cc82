"""Organisations and firms that the catalogue knows, where their names are not meant of something else."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import takewhile
from typing import TYPE_CHECKING

from kordef.catalogue import SpellingRole
from kordef.mentions.actors.bodies import is_attribute
from kordef.mentions.actors.cast import slug
from kordef.mentions.lexicon import without_state
from kordef.mentions.names import Sort, Use
from kordef.mentions.passages import Found
from kordef.mentions.runs import ORDINARY
from kordef.mentions.word_files import read_words_of
from kordef.vocabulary import ActorKind

if TYPE_CHECKING:
    from kordef.catalogue import Organisation
    from kordef.mentions.actors.cast import Cast
    from kordef.mentions.names import Hit
    from kordef.mentions.passages import Passage

__all__ = ["company_at", "organisation_at", "seated"]

# Python 3.11 is slow to find the members of an enum, and the rules ask for these all the time.
_SHORT_FORM_ROLE = SpellingRole.SHORT_FORM
_COMPANY = ActorKind.COMPANY
_GOVERNMENT_BODY = ActorKind.GOVERNMENT_BODY
_IGO = ActorKind.IGO
_MEDIA = ActorKind.MEDIA
_MILITARY_UNIT = ActorKind.MILITARY_UNIT
_STATE = ActorKind.STATE

_LISTED = re.compile(r"\s*(?:,|,?\s*and|\()\s*")
_MEDIA_BEFORE = re.compile(r"\b(?:agency|newspaper|broadcaster|daily|channel|magazine)\s\Z", re.IGNORECASE)
_NUMBER_BEFORE = re.compile(r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|a dozen)\s\Z")
_THING_BEHIND = re.compile(
    r"(?:[ -]class\b|\s(?:towed|hull-mounted|arrays?|sonars?|systems?|sensors?|bombers?|programme|program|project"
    r"|Shipyards?|Square|Park|University|Isuzu|Holding|Bank|Street|Stadium|Island|Bay)\b|\s\([A-Z]{1,3}[ -]?\d{2,4}\))"
)
# "EDGE of the UAE", "EDGE and Hanwha".
_MEMBERS_BEHIND = re.compile(
    r"(?:'s)?\s(?:(?:foreign|defen[cs]e)\s)?(?:ministers?|leaders|summits?|members?|partners|countries|ministerial|meetings?)\b"
)
"""What only a grouping has: "the Quad's foreign ministers"."""
_OF = re.compile(r"\sof\s(?:the\s)?")
_BESIDE = re.compile(r"(?:\s+of|,|,?\s+and)\s+(?:the\s+)?")
# A place or a prize that is called after a firm: "Tawazun Industrial Park".
_SITE_BEHIND = re.compile(
    r"\s(?:(?:Industrial|Science|Technology|Business|Memorial|Life)\s)?"
    r"(?:Park|Stadium|Arena|Tower|Plaza|Avenue|Street|Bridge|Hall|Cup|Open|Masters|Prize|Airport|Zone|Estate)\b"
)
# "Built in Germany by HDW", "two tankers from STM", "part of the CSG group".
_MADE_BY = re.compile(
    r"\b(?:(?:built|made|designed|developed|produced|manufactured|supplied|delivered|assembled|upgraded|modernised|modernized)"
    r"\s(?:[\w'-]+\s){0,4}by|(?:bought|ordered|acquired|procured|purchased|order|orders|contract|tender|agreement|deal|option)\s[^.;:]{0,60}?\b(?:from|with)"
    r"|(?:part|subsidiary|arm|division|member)\sof|owned\sby|subsidiary)\s(?:the\s)?\Z"
)
_MADE_REACH = 100
_FIRM_BEHIND = re.compile(
    r"(?:\s[A-Z]\w+)?\s(?:group|plant|plants|factory|shipyards?|yards?|subsidiary|shares|engineers)\b|(?:'s|’s)\s(?:[A-Z]\w+\s)?(?:plant|factory|shipyard|yard|subsidiary|shares|[Dd]ivision)\b"
)
# What firms do, said of one where others are named.
_FIRM_ACTS = re.compile(
    r"\s(?:has\s|had\s|will\s|also\s)?(?:sold|sells|sell|supplies|supplied|manufactures|manufactured|builds|produces|makes|developed)\b"
)
# What firms do with orders, said of one where arms or another firm stand in the sentence: "Leonardo booked 20 helicopters".
_FIRM_TRADES = re.compile(
    r"\s(?:has\s|have\s|had\s|will\s|would\s|also\s|is\sto\s){0,2}(?:signed?|signs|booked|books|won|wins?|landed|lands|clinched|secured"
    r"|bagged|delivered|delivers?|offered|offers?|unveiled|employs?|employed|competes?|competed|received|reported|posted|supply"
    r"|build|teamed|partnered|was\sawarded|was\sselected|was\schosen|handed\sover|agreed)\b"
)
_SHORTEST_FIRM = 4
_REACH = 24
_MOST_HITS = 24


def seated(cast: Cast, found: Found) -> Found:
    """The mention itself; but Brussels as a government is the EU, where the text has spoken of that and not of Belgium."""
    if found.form != "capital" or found.as_place or found.key in cast.seen:
        return found
    party = read_words_of("places")["seats"].get(cast.page.text[found.start : found.end])
    if party is not None:
        key = cast.party(party)
        if key in cast.seen:
            found.key, found.kind, found.name, found.code = (
                key,
                _IGO,
                cast.lexicon.catalogue.party(party).name,
                None,
            )
        else:
            found.as_place = True
    return found


# Organisations


def organisation_at(cast: Cast, passage: Passage, hit: Hit) -> Found | None:
    """The organisation that a hit names; a state's adjective before it becomes a mention of its own."""
    name = hit.of(Sort.ORGANISATION)
    if name is None:
        return None
    body: Organisation = name.thing
    text = cast.page.text
    key = f"organisation:{body.id}"
    short = name.role is _SHORT_FORM_ROLE
    introduced = key in cast.seen or (body.state is not None and f"state:{body.state}" in cast.seen)
    if (short and not introduced) or (name.article and not text.endswith(("the ", "The "), passage.start, hit.start)):
        return None
    if body.kind is _MEDIA and _is_thing(cast, passage, hit):
        return None
    if (namesake := _of_another(cast, passage, hit, body)) is not None:
        return namesake
    if text.endswith(("non-", "Non-"), passage.start, hit.start) or (
        name.ambiguous and not _is_body(cast, passage, hit, body)
    ):
        return None
    start = _split_state(cast, passage, hit, body)
    if body.kind is _MILITARY_UNIT and text.endswith("military", start, hit.end) and is_attribute(text, hit.end):
        return None
    found = Found(
        start=start,
        end=hit.end,
        passage=passage,
        key=key,
        kind=body.kind,
        name=body.name,
        form="short" if short else "name",
        acts_for=cast.party(body.acts_for) if body.acts_for else None,
    )
    label = cast.lexicon.labels.get(body.id)
    if label is not None:
        cast.remember(found, label)
    return found


def _of_another(cast: Cast, passage: Passage, hit: Hit, body: Organisation) -> Found | None:
    """The organ of another state that bears the same name: "the Department of National Defence of Fiji"."""
    if body.state is None or body.kind not in (_GOVERNMENT_BODY, _MILITARY_UNIT):
        return None
    of = _OF.match(cast.page.text, hit.end, passage.end)
    behind = passage.hit_at.get(of.end()) if of is not None else None
    owner = behind.of(Sort.STATE) if behind is not None else None
    if owner is None or owner.role is SpellingRole.ADJECTIVE or owner.thing.code == body.state:
        return None
    return Found(
        start=hit.start,
        end=hit.end,
        passage=passage,
        key=f"body:{owner.thing.code.lower()}:{slug(body.name)}",
        kind=body.kind,
        name=f"{body.name} of {owner.thing.name}",
        acts_for=f"state:{owner.thing.code}",
    )


def _split_state(cast: Cast, passage: Passage, hit: Hit, body: Organisation) -> int:
    """Make a mention of the state whose adjective or possessive begins a body's name; where the rest of the name begins."""
    if body.state is None or body.kind not in (_GOVERNMENT_BODY, _MILITARY_UNIT):
        return hit.start
    state = cast.lexicon.catalogue.state(body.state)
    written = cast.page.text[hit.start : hit.end]
    rest = without_state(written, state)
    owner = written[: len(written) - len(rest)].rstrip()
    possessive = owner.endswith("'s")
    owner = owner.removesuffix("'s")
    # In "Korea Customs Service" the state is part of the name, in "Polish Army" and "US Navy" it says whose.
    if not owner or (owner in (state.name, "Korea") and not possessive):
        return hit.start
    cast.add(
        Found(
            start=hit.start,
            end=hit.start + len(owner),
            passage=passage,
            key=f"state:{state.code}",
            kind=_STATE,
            name=state.name,
            code=state.code,
            form="adjective" if owner in state.adjectives else "name",
        )
    )
    return hit.end - len(rest)


def _is_thing(cast: Cast, passage: Passage, hit: Hit) -> bool:
    """Whether a newspaper's or an agency's name is that of something else: "12 TASS arrays", "Anadolu-class", "Times Square"."""
    text = cast.page.text
    if _NUMBER_BEFORE.search(text, max(passage.start, hit.start - _REACH), hit.start) or _THING_BEHIND.match(
        text, hit.end
    ):
        return True
    following = passage.hit_at.get(hit.end + 1) if text.startswith(" ", hit.end) else None
    return following is not None and bool(following.use & Use.ARM) and not following.capital


def _is_body(cast: Cast, passage: Passage, hit: Hit, body: Organisation) -> bool:
    """Whether an ambiguous name is meant as the body: it has been named, stands in a list of such, or beside its state."""
    if f"organisation:{body.id}" in cast.seen:
        return True
    text = cast.page.text
    previous = cast.found[-1] if cast.found else None
    if previous is not None and previous.kind is body.kind and _LISTED.fullmatch(text, previous.end, hit.start):
        return True
    if body.kind is ActorKind.FORUM and _MEMBERS_BEHIND.match(text, hit.end, passage.end):
        return True
    written = text[hit.start : hit.end]
    if written.isupper():
        floor = max(passage.start, hit.start - _REACH)
        return body.kind is _MEDIA and _MEDIA_BEFORE.search(text, floor, hit.start) is not None
    owner = cast.before(hit.start, passage.start)
    if owner is not None:
        return body.acts_for is not None and owner.key == cast.party(body.acts_for)
    return " " in written and body.state is not None and f"state:{body.state}" in cast.seen


# Firms


def company_at(cast: Cast, passage: Passage, hit: Hit) -> Found | None:
    """The firm that a hit names; short forms that several share are kept until the document has been read."""
    names = [name for name in hit.names if name.sort is Sort.COMPANY]
    if not names or _SITE_BEHIND.match(cast.page.text, hit.end):
        return None
    name = names[0]
    if len(names) > 1 or name.role is _SHORT_FORM_ROLE:
        cast.shared.append((passage, hit))
        return None
    key = f"company:{name.thing.id}"
    if name.ambiguous and key not in cast.seen and not _is_firm(cast, passage, hit):
        return None
    return Found(start=hit.start, end=hit.end, passage=passage, key=key, kind=_COMPANY, name=name.thing.name)


def _is_firm(cast: Cast, passage: Passage, hit: Hit) -> bool:
    """Whether an ambiguous name is a firm's: by a state or a word for firms before it, or beside other firms."""
    if cast.before(hit.start, passage.start) is not None:
        return True
    text = cast.page.text
    if text.endswith("-based ", passage.start, hit.start):
        return True
    if _FIRM_BEHIND.match(text, hit.end, passage.end) or (
        cast.has_firms and _FIRM_ACTS.match(text, hit.end, passage.end)
    ):
        return True
    begin, end = passage.sentence(hit.start)
    if _FIRM_TRADES.match(text, hit.end, end) and not _has_neighbour(passage, text, hit) and _trades(passage, hit, end):
        return True
    if _MADE_BY.search(text, max(begin, hit.start - _MADE_REACH), hit.start) and not _has_neighbour(passage, text, hit):
        return True
    previous = cast.found[-1] if cast.found else None
    if previous is not None and previous.kind is _COMPANY and _LISTED.fullmatch(text, previous.end, hit.start):
        return True
    before = passage.hit_before(hit.start)
    word = before.of(Sort.WORD) if before is not None else None
    close = before is not None and text[before.end : hit.start] in (" ", ", ")
    if close and word is not None and word.thing.startswith("firm."):
        return True
    joint = _BESIDE.match(text, hit.end, passage.end)
    beside = passage.hit_at.get(joint.end()) if joint is not None else None
    if beside is not None and beside.of(Sort.STATE if joint is not None and " of" in joint[0] else Sort.COMPANY):
        return True
    return cast.has_firms and hit.end - hit.start > _SHORTEST_FIRM and not _has_neighbour(passage, text, hit)


def _trades(passage: Passage, hit: Hit, end: int) -> bool:
    """Whether arms or a firm stand behind a name in its sentence."""
    number = bisect_right(passage.hits, hit.start, key=_start_of)
    behind = takewhile(lambda other: other.start < end, passage.hits[number : number + _MOST_HITS])
    return any(other.use & Use.ARM or other.of(Sort.COMPANY) is not None for other in behind)


def _start_of(hit: Hit) -> int:
    return hit.start


def _has_neighbour(passage: Passage, text: str, hit: Hit) -> bool:
    """Whether a capitalised word that is no name by itself stands beside a hit, as in a person's name."""
    if text.startswith(" ", hit.end) and hit.end + 1 in passage.capital_at:
        return True
    word = text[max(passage.start, hit.start - _REACH) : hit.start].rsplit(maxsplit=1)[-1:]
    at = hit.start - 1 - len(word[0]) if word else -1
    return passage.capital_at.get(at) == hit.start - 1 and word[0].lower() not in ORDINARY
