"""Whether a class of weapons without a name is what changes hands, or what a state has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kordef.catalogue import SpellingRole
from kordef.document import BlockKind
from kordef.mentions.names import Sort
from kordef.mentions.weapons.arms import words_of

if TYPE_CHECKING:
    from kordef.mentions.weapons.arms import Arm, Armoury, Noun

__all__ = ["MASS_NOUNS", "NEAR", "ONE", "is_counted", "is_item"]

_COUNTED = re.compile(
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|several"
    r"|(?:dozens|hundreds|thousands|supply|batch|number|shipment|rounds|pieces|shells|tonnes)\sof))\s(?:\w+\s)?\Z",
    re.IGNORECASE,
)
ONE = re.compile(r"\b(?:an?|one|another)\s(?:[\w-]+\s){0,3}\Z", re.IGNORECASE)
MASS_NOUNS = ("ammunition", "artillery")
_WORDS_OF_A_COUNT = 3
"""Words of "dozens of modern" and the like, at most."""
NEAR = 64
"""Counts and articles stand close before a noun."""
_WORD_BEHIND = re.compile(r"[\s-]([a-z]+)")
_DEALT_BEHIND = re.compile(
    r"(?:\s[\w-]+){0,5}?\s(?:is|was|be|been|being)\s(?:being\s|also\s|then\s|later\s|to\sbe\s)?([a-z]+)\b"
)
_BUILT = re.compile(
    r"\b(?:being\sbuilt|(?:is|are|was|were)\sbuilding|(?:to|will|would)\s(?:build|construct)|under\sconstruction|built\sfor|laid\sthe\skeels?)\b"
)
_FUNDED = re.compile(
    r"\b(?:million|billion|trillion|bn|mn)\b(?:\s[\w-]+){0,3}?\s(?:for|on|into|to\sbuy|worth\sof)\s[^.;:]{0,120}\Z",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|shop(?:s|ped|ping)?|look(?:s|ed|ing)?)\s(?:\w+\s)?for\s(?:[\w-]+\s){0,3}\Z"
    r"|\binterest(?:ed)?\s(?:(?:of|from|by)\s(?:[\w'-]+\s){1,4})?in\s(?:[\w-]+\s){0,3}\Z"
    r"|\b(?:[Nn]egotiat\w+|[Hh]aggl\w+|[Bb]argain\w*)\s(?:[\w'-]+\s){0,4}(?:over|for|on|about)\s(?:[\w-]+\s){0,2}\Z"
    r"|\b(?:field|race)\s(?:for|to\s(?:build|supply))\s(?:[\w-]+\s){0,5}\Z"
    r"|\b[Tt]alks\s(?:with|between)\s(?:[\w'-]+\s){1,4}(?:over|on|about)\s(?:buying\s|selling\s)?(?:[\w-]+\s){0,2}\Z"
)
_HELD = re.compile(
    r"\b(?:has|have|had|operates?|fields|possess(?:es)?|arsenals?|inventory|inventories|in\sservice|owns?)\b"
)
_NONE = re.compile(r"(?<![\d.,])0\s(?:[\w-]+\s){0,2}\Z")
_MAKES_UP = re.compile(r"\s(?:[a-z-]+\s)?(?:apiece|each)\b|[ -]strong\b")
_WITH = re.compile(r"\b(?:with|of)\s(?:[\w-]+\s){1,3}\Z")
# "Sent 8,000 troops, 40 ships and 30 aircraft": they took part, and nobody got them.
_TROOPS = re.compile(
    r"\b(?:troops|soldiers|sailors|personnel|marines|airmen|servicemen|people|crew)(?:(?:,|\sand|,\sand)\s[\w,.]+\s[\w-]+){0,3}"
    r"(?:,|\sand|,\sand)\s(?:[\w,.]+\s){1,2}\Z"
)
_LABELLED = re.compile(r"(?:Deal|Order|Contract|Goods|Purchase|Sale)(?:\s\d{1,2})?:\s(?:[\w-]+\s){0,3}\Z")
_PRICED = re.compile(
    r"(?:[$€£¥₩]|\b[A-Z]{3}\s?)\d[\d.,]*(?:\s?(?:bn|mn|m|b)|[\s-](?:billion|million|crore))\s(?:[\w-]+\s){0,3}\Z"
)
_PRICED_BEHIND = re.compile(
    r"(?:\s(?:from|by)\s(?:[A-Z][\w&-]*\s?){1,4})?,?(?:\s|(?<=\s))(?:for|worth)\s(?:[$€£¥₩]|[A-Z]{3}\s?)\d"
)
_GOODS_COLUMN = re.compile(
    r"\b(?:what|items?|weapons?|systems?|equipment|goods|type|products?|order(?:ed)?)\b", re.IGNORECASE
)
_SIDE_COLUMN = re.compile(
    r"\b(?:suppliers?|sellers?|customers?|buyers?|recipients?|donors?|importers?|exporters?)\b", re.IGNORECASE
)
_LEFT_OUT = re.compile(
    r"[^.;:]{0,40}?\s(?:is|are|was|were|have\sbeen|has\sbeen)\s(?:not\s(?:included|counted|covered|listed|recorded)|left\sout|excluded|omitted)\b"
)
_PAID = re.compile(
    r"[^.;:]{0,60}?\s(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:already\s|now\s|fully\s)?(?:paid\sfor|financed|funded)\b"
)
_OWNED = re.compile(r"(?:'s?|\b(?:its|their|his))\s(?:[\w-]+\s(?:and\s)?){0,3}\Z")
_ANY_WORD = re.compile(r"[a-z]+")
_SMALL_WORD = re.compile(r"\b[a-z]+\b")
_USE = re.compile(r"\b(?:use|uses|used|using)\s(?:of\s)?(?:[\w-]+\s){0,2}\Z")
# "Neither weapons nor ammunition", "has not got any missiles"
_DENIED = re.compile(r"\b(?:neither|nor|no|any|without)\s(?:[\w-]+\s){0,2}\Z", re.IGNORECASE)
_DENIED_REACH = 32
# "With missiles and related equipment": what comes along with the weapon that is sold.
_ALONG = re.compile(r"\b(?:with|including)\s(?:[\w-]+\s){0,2}\Z")
_SUNDRIES = re.compile(
    r"(?:,|,?\sand)\s(?:[\w-]+\s){0,2}?(?:training|equipment|support|spares|spare\sparts|logistics|services|accessories|maintenance)\b"
)
_CAPTION = re.compile(r"(?:Table|Figure|Chart|Map|Annex|Box)\s[\dA-Z]")
# "Missiles for Danish frigates": what the goods are fitted to.
_FITTED = re.compile(r"\sfor\s(?:(?:the|its|their|[A-Z]\w+|[A-Z]\w+'s)\s){1,2}(?:[a-z-]+\s)?\Z")
_FOR_OWN = re.compile(r",?\sfor\sthe\s(?:[a-z-]+\s)?\Z")
_BANNED = frozenset(
    ["ban", "bans", "banned", "banning", "prohibit", "prohibits", "prohibited", "forbid", "forbids", "outlaws"]
)
# What comes behind these is said of something else: "ordered radars while two frigates lay in port".
_APART = re.compile(r";(?!\s(?:of|for|among|with)\s)|,?\s(?:while|whereas|although|though|because|where|and\sthat)\s")
_FIRED = ("ammunition", "round", "shell")
_GREATEST = frozenset(["nuclear weapon", "chemical weapon", "hydrogen bomb"])
_MOST_COLUMNS = 12
_NEAR_VERB = 5
_BEFORE, _BEHIND = 160, 100


def is_counted(text: str, floor: int, position: int) -> bool:
    """Whether a number stands before a position, perhaps with a word between; nothing before ``floor`` is looked at."""
    ahead = text[floor:position].rsplit(None, _WORDS_OF_A_COUNT)
    begin = floor + len(ahead[0]) if len(ahead) > _WORDS_OF_A_COUNT else floor
    return _COUNTED.search(text, begin, position) is not None


def is_item(armoury: Armoury, arm: Arm, noun: Noun, last: Arm) -> bool:
    """Whether a class is what changes hands, or what a named actor has; ``last`` closes the list that it stands in."""
    text = armoury.page.text
    names = {noun.singular} if noun.weapon_class is None else {noun.singular, noun.weapon_class.singular}
    behind = _WORD_BEHIND.match(text, last.end, arm.passage.end)
    if names & words_of("parts") or (behind and behind[1] in words_of("heads_behind")):
        return False
    if _LEFT_OUT.match(text, last.end, arm.passage.end):
        return False
    if _LABELLED.match(text, arm.passage.start, arm.start) or _is_in_deal_column(armoury, arm):
        return True
    begin, end = arm.passage.sentence(arm.start)
    floor = max(begin, arm.start - _BEFORE)
    near = max(begin, arm.start - NEAR)
    counted = is_counted(text, near, arm.start)
    if not counted and _is_aside(armoury, arm, near, last):
        return False
    if names.isdisjoint(words_of("wide")) and _is_of_state(arm):
        return True
    if _PRICED.search(text, near, arm.start) or _PRICED_BEHIND.match(text, last.end, arm.passage.end):
        return True
    if not noun.plural and not counted:
        one = ONE.search(text, near, arm.start)
        if one is not None or arm.passage.kind is BlockKind.TITLE:
            # Headlines leave the article out: "Jakarta to receive corvette".
            start = arm.start if one is None else one.start()
            return _is_one_dealt(text, floor, start, last.end, end) or _is_one_tested(text, names, floor, start)
    mass = noun.singular.endswith(MASS_NOUNS)
    strategic = bool(names & words_of("strategic"))
    if not (counted or noun.plural or mass or strategic):
        return False
    around = _clause(text[floor : arm.start], text[arm.start : min(end, last.end + _BEHIND)])
    # The words of names do not count: an Acquisition Program Administration buys nothing by its name.
    if floor == begin and not arm.passage.capitalised and names.isdisjoint(words_of("wide")):
        # The first word has its capital from the sentence: "Delivered under the plan for a million rounds".
        around = around[:1].lower() + around[1:]
    words = _ANY_WORD.findall(around.lower()) if arm.passage.capitalised else _SMALL_WORD.findall(around)
    if not counted and not _BANNED.isdisjoint(words):
        return False
    if counted or noun.plural or mass:
        # "The exports of arms and ammunition": trade at large is no deal.
        at_large = words_of("trade") if mass and not counted else frozenset[str]()
        if any(word not in at_large for word in words_of("transfer").intersection(words)):
            return True
        if _PAID.match(text, last.end, end):
            return True
        if _FUNDED.search(text, floor, arm.start) or _ASKED.search(text, near, arm.start):
            # What money is set aside for: "150 million pounds for drones and dozens of battle tanks".
            return True
    if counted and names.isdisjoint(words_of("wide")) and _HELD.search(around) and _names_state(arm, begin, end):
        return True
    if counted:
        return strategic or not words_of("contest").isdisjoint(words) or _BUILT.search(around) is not None
    return strategic and (
        (not names.isdisjoint(_GREATEST) and _is_used(arm, text, begin, end))
        or _OWNED.search(text, max(begin, arm.start - 50), arm.start) is not None
        or not words_of("holding").isdisjoint(words)
    )


def is_no_good(text: str, arm: Arm, last: Arm) -> bool:
    """Whether a noun is counted as none, as what a unit is made up of, or among the troops that somebody sent."""
    near = max(arm.passage.start, arm.start - NEAR)
    if _NONE.search(text, near, arm.start) or _TROOPS.search(text, near, arm.start):
        return True
    made_up = _MAKES_UP.match(text, last.end, arm.passage.end)
    return made_up is not None and ("strong" in made_up[0] or _WITH.search(text, near, arm.start) is not None)


def _is_in_deal_column(armoury: Armoury, arm: Arm) -> bool:
    """Whether a noun stands in the column of a table that says what was dealt in, beside one of who supplied or bought it."""
    if arm.passage.cell is None:
        return False
    table, row, column = arm.passage.cell
    if row == 0:
        return False
    text, cells = armoury.page.text, armoury.page.cells
    heads = {
        number: text[slice(*cells[table, 0, number])] for number in range(_MOST_COLUMNS) if (table, 0, number) in cells
    }
    return _GOODS_COLUMN.search(heads.get(column, "")) is not None and any(map(_SIDE_COLUMN.search, heads.values()))


def _names_state(arm: Arm, begin: int, end: int) -> bool:
    """Whether a state is named between two offsets."""
    return any(begin <= hit.start < end and hit.of(Sort.STATE) is not None for hit in arm.passage.hits)


def _clause(before: str, behind: str) -> str:
    """What is said of a noun: the words before it and from it on, without those that are said of something else."""
    start = max((apart.end() for apart in _APART.finditer(before)), default=0)
    apart = _APART.search(behind)
    return before[start:] + (behind if apart is None else behind[: apart.start()])


def _is_one_tested(text: str, names: set[str], floor: int, start: int) -> bool:
    """Whether a state has or tests a single bomb: "tested a hydrogen bomb"."""
    before = text[floor:start].split()[-_NEAR_VERB:]
    return not names.isdisjoint(_GREATEST) and not words_of("holding").isdisjoint(before)


def _is_used(arm: Arm, text: str, begin: int, end: int) -> bool:
    """Whether a sentence that names a state speaks of the use of a weapon: "rules about the use of nuclear weapons"."""
    if not _USE.search(text, max(begin, arm.start - NEAR), arm.start):
        return False
    return _names_state(arm, begin, end)


def _is_aside(armoury: Armoury, arm: Arm, near: int, last: Arm) -> bool:
    """Whether an uncounted class is denied, carries or comes along with what is sold, or stands in a table's caption."""
    text = armoury.page.text
    if _DENIED.search(text, max(near, arm.start - _DENIED_REACH), arm.start) or _CAPTION.match(text, arm.passage.start):
        return True
    fitted = _FITTED.search(text, near, arm.start)
    if fitted is not None and arm.plural and _ends_noun(armoury, fitted.start()):
        return True
    own = _FOR_OWN.search(text, near, arm.start)
    if own is not None and arm.plural and any(at in armoury.nouns for at in range(near, own.start())):
        # "Sonars and towed arrays for the frigates of the Dutch navy"
        return True
    along = _ALONG.search(text, max(near, arm.start - _DENIED_REACH), arm.start)
    return along is not None and _SUNDRIES.match(text, last.end, arm.passage.end) is not None


def _ends_noun(armoury: Armoury, end: int) -> bool:
    """Whether a class noun stops at a position; shells are for guns that may come with them."""
    nouns = (armoury.nouns.get(at) for at in range(end - NEAR, end))
    return any(noun is not None and noun.end == end and not noun.singular.endswith(_FIRED) for noun in nouns)


def _is_of_state(arm: Arm) -> bool:
    """Whether a state's adjective stands just before a noun: "a Korean destroyer"."""
    owner = arm.passage.hit_before(arm.start)
    state = owner.of(Sort.STATE) if owner is not None and owner.end == arm.start - 1 else None
    return state is not None and state.role is SpellingRole.ADJECTIVE


def _is_one_dealt(text: str, floor: int, start: int, stop: int, end: int) -> bool:
    """Whether a single thing is the object of a verb of dealing: "received a corvette", "one frigate is being built"."""
    dealt = words_of("dealing")
    before = text[floor:start].replace(",", " ,").split()[-_NEAR_VERB:]
    listed = before[-1:] == ["and"]
    if listed:
        # "donated eight tanks and one recovery vehicle"
        before = text[floor:start].replace(",", " ,").split()[-2 * _NEAR_VERB : -1]
    for word in reversed(before):
        if word in (",", "and") or word[-1] in ".;:":
            break
        if word.lower() in dealt:
            return True
    behind = _DEALT_BEHIND.match(text, stop, min(end, stop + _BEHIND))
    if behind is not None and behind[1] in dealt:
        return True
    return text.startswith(("one ", "One "), start) and _BUILT.search(text, stop, min(end, stop + _BEHIND)) is not None
