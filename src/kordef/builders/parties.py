"""Who takes part: the actors of a sentence that act in it, at which level, and whom "the two countries" are."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

from attrs import define, evolve

from kordef.builders.grammar.surroundings import FUNCTION_WORDS, governor
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.once import once
from kordef.builders.page import Page, once_in
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, Mention, ValueMention
from kordef.mentions.word_files import read_words_of
from kordef.vocabulary import ActorKind, EvidenceKind

__all__ = [
    "HEAD",
    "MINISTER",
    "NONE",
    "OFFICIAL",
    "Side",
    "acting",
    "acting_in",
    "called",
    "distinct",
    "focus",
    "implied",
    "is_firm",
    "level_of_title",
    "names_group",
    "names_pair",
    "names_region",
    "of_state",
    "officials_in",
    "side_of",
    "surname",
]

NONE, OFFICIAL, MINISTER, HEAD = range(4)
_LEVEL_OF = {"head": HEAD, "minister": MINISTER, "official": OFFICIAL}
_WHOLE = (ActorKind.STATE, ActorKind.IGO)
_BODIES = (ActorKind.GOVERNMENT_BODY, ActorKind.MILITARY_UNIT)
_OF_STATES = (*_WHOLE, *_BODIES)
_OF_THEM = frozenset(
    ["of", "from", "for", "and", "the", "both", "defence", "defense", "foreign", "affairs", "national", "war", "trade"]
)
"""What may stand between "the ministers of" and the states that they are of: "ministers of defence of the Bucharest Nine"."""
_POSSESSIVE = ("'s", "’s", "'", "’")


@define(kw_only=True)
class Side:
    """Somebody who takes part.

    ``key`` is the actor's key in the story, ``state`` that of the state or organisation it is or acts for, ``witness`` the words
    that show it, ``level`` how high it stands (:data:`HEAD`, :data:`MINISTER`, :data:`OFFICIAL` or :data:`NONE`).
    """

    key: str
    witness: Mention | Token
    state: str | None = None
    person: bool = False
    company: bool = False
    level: int = NONE
    position: int = -1
    kind: EvidenceKind = EvidenceKind.STATED


@cache
def _words() -> Mapping[str, Mapping[str, list[str]]]:
    words: Mapping[str, Mapping[str, list[str]]] = tomllib.loads(
        files("kordef.builders").joinpath("data", "officials.toml").read_text("utf-8")
    )
    return words


@cache
def _titles() -> Mapping[tuple[str, ...], int]:
    table = _words()["levels"]
    return {tuple(title.split()): _LEVEL_OF[level] for level in _LEVEL_OF for title in table[level]}


@cache
def _nouns() -> Mapping[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """The nouns for those who act, by their first word, in the singular and the plural; the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for level, number in _LEVEL_OF.items():
        for noun in _words()["nouns"][level]:
            words = noun.split()
            for form in (words, [*words[:-1], _plural(words[-1])], [_plural(words[0]), *words[1:]]):
                table.setdefault(form[0], []).append((tuple(form[1:]), number))
    return {word: tuple(sorted(entries, key=lambda e: -len(e[0]))) for word, entries in table.items()}


@cache
def _first_nouns() -> frozenset[str]:
    return frozenset(_nouns())


def _plural(noun: str) -> str:
    return noun[:-1] + "ies" if noun.endswith("y") and noun[-2] not in "aeiou" else noun + "s"


_BEHIND = re.compile(r"\s(?:to|of|for|at|in)\s")


@cache
def level_of_title(title: str) -> int:
    """How high somebody with a title stands."""
    words = _BEHIND.split(title.casefold().replace("’", "'"))[0].replace(",", " ").split()
    if title.casefold().startswith(("secretary of state", "head of state", "head of government", "chief of")):
        words = title.casefold().replace(",", " ").split()[:4]
    titles = _titles()
    if " chief of " in title.casefold():
        words = title.casefold().replace(",", " ").split()
    for end in range(len(words), 0, -1):
        for start in range(max(0, end - 3), end):
            phrase = tuple(words[start:end])
            level = titles.get(phrase) or titles.get((*phrase[:-1], phrase[-1].removesuffix("s")))
            if level:
                deputy = any(w.removeprefix("ex-") in _words()["levels"]["deputies"] for w in words[:start])
                return MINISTER if level == HEAD and deputy else level
    return NONE


def side_of(page: Page, token: Token, position: int = -1, level: int = NONE) -> Side | None:
    """The side that a token names; ``None`` for what cannot take part."""
    mention = token.mention
    if not isinstance(mention, ActorMention):
        return None
    person = mention.kind is ActorKind.PERSON
    state = mention.key if mention.kind in _WHOLE else mention.acts_for
    if mention.kind is ActorKind.COMPANY:
        state = None
    elif not person and mention.kind not in _OF_STATES:
        if level is NONE or mention.kind is not ActorKind.FORUM:
            return None  # of a forum only those speak who are named: "ministers of the contact group"
    return Side(
        key=mention.key,
        witness=token,
        state=state,
        person=person,
        company=mention.kind is ActorKind.COMPANY,
        level=max(level, _level_of_person(page, mention)) if person else level,
        position=position,
        kind=EvidenceKind.IMPLIED if mention.form in ("pronoun", "title", "short") else EvidenceKind.STATED,
    )


def _level_of_person(page: Page, mention: ActorMention) -> int:
    if mention.post:
        return level_of_title(mention.post)
    record = page.actors.get(page.actor_ids.get((mention.story, mention.key), ""))
    if record is None:
        return NONE
    return max((level_of_title(p.title) for p in record.posts), default=HEAD if record.name in _heads() else NONE)


@cache
def _heads() -> frozenset[str]:
    """The heads of state or government whom texts name without their office."""
    return frozenset(_words()["known"]["head"])


def acting(page: Page, tokens: Sequence[Token], low: int, high: int) -> Iterator[Side]:
    """The actors among the tokens ``low`` to ``high`` that take part themselves.

    Persons do, and states, organisations, firms and bodies unless they are a place, an owner ("Poland's army"), an
    adjective ("Polish tanks") or hang on a preposition; where a noun speaks of their officials they do again ("Polish
    officials", "the leaders of Norway and New Zealand").
    """
    leaders: int = NONE
    reach: Sequence[int] = range(max(low, 0), min(high, len(tokens)))
    actors = [position for position in reach if tokens[position].kind == "actor"]
    if not actors:
        return
    last = len(tokens) - 1
    officials = not _first_nouns().isdisjoint([token.text for token in tokens[reach[0] : reach[-1] + 7]])
    for position in reach if officials else actors:
        token = tokens[position]
        if token.kind == "word":
            followed = position < last and tokens[position + 1].text in ("of", "from", "for")
            if followed and (level := _noun_at(tokens, position)):
                longer = position > 0 and tokens[position - 1].text in ("top", "prime")  # "the prime ministers of"
                leaders = (_noun_at(tokens, position - 1) if longer else NONE) or level
            elif leaders and token.text not in _OF_THEM:
                leaders = NONE
            continue
        mention = token.mention
        if token.kind != "actor" or not isinstance(mention, ActorMention):
            continue
        if mention.kind is ActorKind.PERSON:
            if not (_owns(tokens, position) or _is_cited(tokens, position)):
                side = side_of(page, token, position)
                if side is not None:
                    yield side
            continue
        level = _officials_behind(tokens, position) if officials else NONE
        if leaders and mention.form != "adjective":
            level = max(level, leaders)
        if level is NONE and not _acts_itself(tokens, position, mention):
            continue
        side = side_of(page, token, position, level)
        if side is not None:
            yield side


@once_in
def acting_in(page: Page, line: Line) -> Sequence[Side]:
    """The actors that take part in a sentence themselves."""
    return tuple(acting(page, line.tokens, 0, len(line.tokens))) if line.actors else ()


def of_state(key: str, witness: Mention | Token, level: int = NONE) -> Side:
    """The state or organisation with a key, as other words imply it."""
    return Side(key=key, state=key, witness=witness, level=level, kind=EvidenceKind.IMPLIED)


def implied(side: Side) -> Side:
    """A side that the context tells, and not the words at a place of the sentence."""
    return evolve(side, kind=EvidenceKind.IMPLIED, position=-1)


def _owns(tokens: Sequence[Token], position: int) -> bool:
    behind = tokens[position + 1] if position + 1 < len(tokens) else None
    return behind is not None and behind.text in _POSSESSIVE


def _is_cited(tokens: Sequence[Token], position: int) -> bool:
    """Whether somebody only says so: "According to Park Eun-jee, Hanwha signed"."""
    words = [t.text for t in tokens[max(0, position - 4) : position]]
    return ("according", "to") in pairwise(words)


def _acts_itself(tokens: Sequence[Token], position: int, mention: ActorMention) -> bool:
    if mention.as_place or mention.form in ("adjective", "demonym") or _owns(tokens, position):
        return False
    behind = tokens[position + 1] if position + 1 < len(tokens) else None
    if behind is not None and behind.kind == "actor" and isinstance(behind.mention, ActorMention):
        return False  # "US Trade Representative Greer", "the Egyptian ministry"
    if mention.kind is ActorKind.COMPANY and _is_parent(tokens, position):
        return False
    held = governor(tokens, position)
    return held in (None, "with", "between", "by", "among", "including")


_BRANCHES = frozenset("subsidiary unit arm affiliate division branch offshoot".split())


def _is_parent(tokens: Sequence[Token], position: int) -> bool:
    """Whether a firm only says whose subsidiary another one is: "X, a subsidiary of South Korean firm Y"."""
    near = tokens[max(0, position - 6) : position]
    return any(t.text == "of" and n and near[n - 1].text in _BRANCHES for n, t in enumerate(near))


def _officials_behind(tokens: Sequence[Token], position: int) -> int:
    """The level of the noun for officials that a state's name or adjective modifies."""
    at = position + 1
    steps = 0
    if at < len(tokens) and tokens[at].text in _POSSESSIVE:
        at += 1
    elif isinstance(mention := tokens[position].mention, ActorMention) and mention.as_place:
        return NONE
    while at < min(len(tokens), position + 12) and steps < 5:
        token = tokens[at]
        if token.kind == "word":
            level = _noun_at(tokens, at)
            if level:
                return level
            if token.text in FUNCTION_WORDS and token.text not in ("and", "its", "their", *_POSSESSIVE):
                return NONE
        elif _parts(token) or (
            token.text == "," and tokens[at - 1].kind == "word" and tokens[at - 1].text not in _OF_THEM
        ):
            return NONE  # "on North Korean issues, Senior Secretary Kim said"
        at += 1
        steps += token.text not in ("and", *_POSSESSIVE)  # "Vietnam's and Hungary's deputy defence ministers"
    return NONE


def _parts(token: Token) -> bool:
    """Whether a token ends what a name may modify: a mark, a date, a number, a weapon, a person."""
    if token.kind == "mark":
        return token.text not in (",", "-")
    person = isinstance(token.mention, ActorMention) and token.mention.kind is ActorKind.PERSON
    return person or token.kind in ("date", "weapon", "value")


def _noun_at(tokens: Sequence[Token], at: int) -> int:
    """The level of the noun for officials that begins at a position."""
    for rest, level in _nouns().get(tokens[at].text, ()):
        if not rest or tuple([t.text for t in tokens[at + 1 : at + 1 + len(rest)]]) == rest:
            return level
    return NONE


def officials_in(tokens: Sequence[Token], low: int, high: int, *, plural: bool = True) -> int:
    """The level of a noun for officials among tokens that says of no state ("their defence ministers", "the minister")."""
    for position in range(max(low, 0), min(high, len(tokens))):
        token = tokens[position]
        if token.kind == "word" and token.text.endswith("s") is plural and (level := _noun_at(tokens, position)):
            return level
    return NONE


_PAIR = re.compile(
    r"\b(?:(?:the\s+)?two\s+(?:[a-z]+\s+){0,2}?|both\s+(?:[a-z]+\s+)?|(?:each|either)\s+(?:of\s+the\s+two\s+)?)("
    + r"[a-z]+)\b"
)


_REGIONS = frozenset(["nordic", "baltic", "european", "visegrad", "benelux", "arab", "african", "asian", "allied"])


def names_region(tokens: Sequence[Token], low: int, high: int) -> bool:
    """Whether those spoken of are a region's ("the Nordic defence ministers"): which states they are is not told."""
    low, high = max(low, 0), min(high, len(tokens))
    for at in range(low, high):
        words = tokens[at].text.split()
        if words and words[0] in _REGIONS:
            behind = (t.text for t in tokens[at + 1 : at + 5])
            if len(words) > 1 or not _MEMBERS.isdisjoint(behind):
                return not any(is_named(t) for t in tokens[low:high])
    return False


def is_named(token: Token) -> bool:
    """Whether a token names a state, a person or a firm, and no grouping of states."""
    mention = token.mention
    return isinstance(mention, ActorMention) and mention.kind not in (ActorKind.FORUM, ActorKind.IGO)


def names_group(tokens: Sequence[Token], low: int, high: int) -> bool:
    """Whether those spoken of are more than two whom the words do not name: a region's, or "the five countries' ministers"."""
    counted = (m for t in tokens[max(low, 0) : max(high, 0)] if isinstance(m := t.mention, ValueMention) and m.noun)
    many = any((m.amount.low or 0) > 2 and not _MEMBERS.isdisjoint((m.noun or "").casefold().split()) for m in counted)
    return many or names_region(tokens, low, high)


_MEMBERS = frozenset(
    "countries states nations allies members ministers leaders partners chiefs presidents premiers ministerial".split()
)


def names_pair(page: Page, line: Line) -> bool:
    """Whether a sentence says "the two countries", "both sides" or the like."""
    text = page.document.text[line.start : line.end].lower()
    if "two" not in text and "both" not in text:
        return False
    words = _words()["pairs"]["words"]
    return any(m[1] in words or m[0].split()[-1] in words for m in _PAIR.finditer(text))


@once
def focus(page: Page) -> dict[int, list[Side]]:
    """The states and organisations that each story is about, the most spoken of first; those in its title count for more."""
    weights: dict[tuple[int, str], float] = {}
    witnesses: dict[tuple[int, str], Mention] = {}
    titles = {line.story: line for line in reversed(page.lines) if line.kind is BlockKind.TITLE}
    for mention in page.mentions.actors:
        key = mention.key if mention.kind in _WHOLE else mention.acts_for
        if (
            key is None
            or mention.kind is ActorKind.MEDIA
            or (mention.kind is ActorKind.PERSON and mention.form == "pronoun")
        ):
            continue
        title = titles.get(mention.story)
        weight = 0.4 if mention.as_place else 1.0
        if title is not None and title.start <= mention.start < title.end:
            weight = 3.0 if mention.as_place else 6.0
        where = (mention.story, key)
        weights[where] = weights.get(where, 0.0) + weight
        known = witnesses.get(where)
        if known is None:
            witnesses[where] = mention
    out: dict[int, list[Side]] = {}
    # a stable sort: those first spoken of come first among equals
    for where in sorted(weights, key=lambda w: (w[0], -weights[w])):
        side = Side(key=where[1], state=where[1], witness=witnesses[where], kind=EvidenceKind.IMPLIED)
        out.setdefault(where[0], []).append(side)
    return out


def called(page: Page, story: int, key: str) -> str:
    """What a name made up for a record calls an actor: a person's surname, the name of a state or firm."""
    record = page.actors[page.actor_ids[story, key]]
    if record.kind is ActorKind.PERSON:
        state = page.actors[record.acts_for].code if record.acts_for else None
        return surname(record.name, state)
    return min((*record.names, record.name), key=len) if record.kind is ActorKind.IGO else record.name


@cache
def _korean_surnames() -> frozenset[str]:
    return frozenset(name.casefold() for name in str(read_words_of("persons")["korean_surnames"]).split())


_SUFFIXES = frozenset(["Jr", "Sr", "II", "III", "IV"])


def surname(name: str, state: str | None) -> str:
    """The surname: the first word of a Korean, Chinese or Vietnamese name, else the last with its particles."""
    words = name.split()
    while len(words) > 2 and words[-1].rstrip(".") in _SUFFIXES:
        words.pop()
    if len(words) > 1 and state in ("CN", "TW", "VN", "HK"):
        return words[0]
    if len(words) > 1 and (state in ("KR", "KP") or "-" in words[-1]) and words[0].casefold() in _korean_surnames():
        return words[0]
    for position, word in enumerate(words[1:-1], 1):
        if word.islower():
            return " ".join(words[position:])
    return words[-1]


def distinct(sides: Iterable[Side]) -> tuple[Side, ...]:
    """The sides without those that another one already names."""
    known: dict[str, Side] = {}
    for side in sides:
        known.setdefault(side.key, side)
    return tuple(known.values())


def is_firm(token: Token) -> bool:
    """Whether a token is a firm."""
    return isinstance(token.mention, ActorMention) and token.mention.kind is ActorKind.COMPANY
