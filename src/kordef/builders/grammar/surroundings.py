"""Phrases of a sentence: where a clause ends, what a preposition governs, which date and which place belong to a word."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import cache

from kordef.builders.grammar.tokens import Token
from kordef.builders.grammar.verbs import grammar
from kordef.builders.grammar.word_classes import CLAUSE_WORDS, DETERMINERS, PREPOSITIONS
from kordef.mentions.model import ActorMention, DateMention
from kordef.vocabulary import ActorKind

__all__ = [
    "DETERMINERS",
    "FUNCTION_WORDS",
    "PREPOSITIONS",
    "QUOTES",
    "before_relative",
    "date_of",
    "day_like",
    "determiner",
    "governor",
    "listed",
    "modifiers_start",
    "not_yet",
    "of_report",
    "place_of",
    "strong_break",
    "word_set",
]

_GERUNDS = frozenset(["including", "holding", "attending", "hosting", "concerning", "involving"])


def word_set(text: str) -> frozenset[str]:
    """The words of a text, as a set to look them up in."""
    return frozenset(text.split())


_AUXILIARIES = word_set(
    """am is are was were be been being has have had having do does did will would shall should can could may might must
    's ’s not n't"""
)
_PARTICLES = word_set("up out off down back away")
_PRONOUNS = word_set("i you he she it we they him them us himself herself itself themselves there")
FUNCTION_WORDS = (
    DETERMINERS
    | PREPOSITIONS
    | _AUXILIARIES
    | CLAUSE_WORDS
    | _PRONOUNS
    | _PARTICLES
    | {"and", "or", "nor", "yet", "then"}
)
_COUNTS = word_set("two three four five six seven eight nine ten second third fourth fifth")
_BEFORE_NOUNS = DETERMINERS | _COUNTS
QUOTES = frozenset("\"'“”‘’«»")
_STRONG = frozenset(";:—–")
_REPORTED = word_set("said says told reported added stated wrote tweeted posted confirmed disclosed noted")
_EVENT_BREAKS = word_set("after before while when where which who whose although but following whereas since and")


def strong_break(token: Token) -> bool:
    """Whether a mark ends a clause."""
    return token.kind == "mark" and token.text in _STRONG


def governor(tokens: Sequence[Token], at: int) -> str | None:
    """The preposition before a mention, over its determiner and at most three adjectives; ``None`` where none stands there."""
    for position in range(at - 1, max(-1, at - 6), -1):
        token = tokens[position]
        if token.kind == "word" and token.text in PREPOSITIONS:
            return token.text
        if token.kind != "word" or (token.text in FUNCTION_WORDS and token.text not in DETERMINERS):
            return None
    return None


_WHERE = ("in", "at", "near", "outside")


def place_of(tokens: Sequence[Token], start: int, end: int, where: Container[str] = _WHERE) -> Token | None:
    """The first place that "in" or "at" brings in among the tokens ``start`` to ``end``."""
    for position in range(start, min(end, len(tokens))):
        token = tokens[position]
        mention = token.mention
        if not isinstance(mention, ActorMention) or (mention.kind is not ActorKind.STATE and not mention.as_place):
            continue
        held = governor(tokens, position)
        if held is not None and held in where and mention.form != "adjective":
            if not _names_a_building(tokens, position) and not _of_trouble(tokens, position):
                return _town_of(tokens, position)
    return None


_BUILDINGS = frozenset("palace castle house street square avenue hotel hall residence club".split())


def _names_a_building(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name is only part of that of a house or street: "at the Liechtenstein Palace in Prague"."""
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    return behind is not None and behind.kind == "word" and behind.capital and behind.text in _BUILDINGS


_TROUBLES = frozenset("war invasion conflict crisis fighting hostilities aggression unrest".split())


def _of_trouble(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name only says where a war is fought: "amid the war in Ukraine"."""
    return at > 1 and tokens[at - 1].text == "in" and tokens[at - 2].text in _TROUBLES


def _town_of(tokens: Sequence[Token], at: int) -> Token:
    """The capital of which a district is told: "in Yongsan, Seoul", "in the Yongsan District of Seoul"."""
    behind = [t.text for t in tokens[at + 1 : at + 3]]
    further = at + 2 if behind[:1] == [","] else at + 3 if behind[:1] in (["district"], ["ward"]) else len(tokens)
    here = tokens[at].mention
    town = tokens[further].mention if further < len(tokens) else None
    if isinstance(here, ActorMention) and isinstance(town, ActorMention) and town.form == "capital":
        return tokens[further] if here.form == "place" and town.key == here.key else tokens[at]
    return tokens[at]


def day_like(mention: DateMention) -> bool:
    """Whether a date can say when something happened: a resolved day, week, month or year, no deadline and no open stretch."""
    edtf = mention.period.edtf
    if edtf is None or mention.dateline or mention.cell is not None:
        return False
    if "/" not in edtf:
        return True
    start, _, end = edtf.partition("/")
    return len(start) == 10 and len(end) == 10 and start[:4] == end[:4]


def date_of(tokens: Sequence[Token], start: int, end: int, low: int, high: int) -> Token | None:
    """The date that belongs to a trigger: the first behind it up to ``high``, else the last before it from ``low`` on."""
    for position in range(end, min(high, len(tokens))):
        token = tokens[position]
        if isinstance(token.mention, DateMention) and day_like(token.mention):
            return None if of_report(tokens, position) else token
        if strong_break(token) or (token.text in _EVENT_BREAKS and token.text != "and" and token.kind == "word"):
            break
    for position in range(start - 1, low - 1, -1):
        token = tokens[position]
        if isinstance(token.mention, DateMention) and day_like(token.mention) and not of_report(tokens, position):
            return token
        if strong_break(token):
            return _heading(tokens, position)
    return None


def _heading(tokens: Sequence[Token], at: int) -> Token | None:
    """The date that an entry of a chronology begins with ("May 2023: the chancellor visits Seoul")."""
    if at > 2 or tokens[at].text not in (":", "–", "—"):
        return None
    dates = [t for t in tokens[:at] if isinstance(t.mention, DateMention) and day_like(t.mention)]
    return (
        dates[0] if dates and all(t.kind in ("date", "mark") or t.text in ("on", "in") for t in tokens[:at]) else None
    )


def of_report(tokens: Sequence[Token], at: int) -> bool:
    """Whether a date says when something was said ("the ministry said on Tuesday") and not when it happened."""
    position = at - 1
    if position >= 0 and tokens[position].text in ("on", "late", "earlier"):
        position -= 1
    closed = at + 1 < len(tokens) and tokens[at + 1].text == "," and all(t.text not in (",", ";") for t in tokens[:at])
    if tokens[0].text == "according" and closed:
        return True  # "According to the ministry on Friday, they met"
    return position >= 0 and tokens[position].kind == "word" and tokens[position].text in _REPORTED


def not_yet(tokens: Sequence[Token], start: int, verb: int) -> bool:
    """Whether a verb group says that something "has yet to" happen."""
    return any(t.text == "yet" for t in tokens[max(0, start - 1) : verb]) and tokens[verb - 1].text == "to"


def listed(tokens: Sequence[Token], at: int, end: int) -> Iterator[tuple[int, int]]:
    """The noun phrases that a preposition before ``at`` governs, as (start, end) positions: "on A, B and C".

    A comma is followed only where the list goes on to an "and"; the last one ends at a verb, another preposition or a mark.
    """
    found: list[tuple[int, int]] = []
    begin = position = at
    closing = False
    while position <= end:
        token = tokens[position] if position < min(end, len(tokens)) else None
        if token is None:
            break
        article = token.text in ("a", "an") and position > begin and tokens[position - 1].text == "of"
        if _ends_phrase(token, position, begin) and not article and not _of_country(tokens, position, begin):
            break
        if token.text in (",", "and", "or") and position > begin:
            found.append((begin, position))
            if _new_phrase(tokens, position + 1):
                begin = -1
                break
            if closing:
                begin = -1
                break
            closing = token.text != ","
            if token.text == "," and len(found) == 1 and _pair_comma(tokens, position):
                begin = -1
                break
            if token.text == "," and position + 1 < len(tokens) and tokens[position + 1].text in ("and", "or"):
                position += 1
                closing = True
            begin = position + 1
        position += 1
    if begin >= 0 and position > begin:
        found.append((begin, min(position, len(tokens), end)))
        if len(found) > 1 and not closing:
            found = found[:1]
    elif not closing:
        found = found[:1]
    yield from ((a, b) for a, b in found if b > a)


def _of_country(tokens: Sequence[Token], at: int, begin: int) -> bool:
    """Whether a preposition ties a country to the phrase ("the war in Ukraine"); a town is where people meet."""
    if at == begin or tokens[at].text not in ("in", "against", "between", "from") or at + 1 >= len(tokens):
        return False
    mention = tokens[at + 1].mention
    return isinstance(mention, ActorMention) and mention.form in ("name", "adjective")


def _pair_comma(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma before "and" begins a clause and does not end a list of three ("on reactors, and the treaty ...")."""
    return at + 2 < len(tokens) and tokens[at + 1].text in ("and", "or", "but") and tokens[at + 2].text in DETERMINERS


def _new_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether an article behind "and" begins another thing rather than the next one of a list."""
    while at < len(tokens) and tokens[at].text in ("and", ","):
        at += 1
    return at + 1 < len(tokens) and (
        tokens[at].text in ("a", "an", "another") or (tokens[at].kind == "word" and _past(tokens[at].text))
    )


def before_relative(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """The name before a relative clause that ends at a position: "Kuptel, who runs the agency, flew"."""
    if at < 4 or tokens[at - 1].text != ",":
        return at, at
    for position in range(at - 2, max(1, at - 30), -1):
        if tokens[position].text in ("who", "which", "whose") and tokens[position - 1].text == ",":
            return max(0, position - 2), position - 1
    return at, at


def determiner(tokens: Sequence[Token], start: int) -> str | None:
    """The article or the like before a noun phrase, a number as "number"; ``None`` where there is none."""
    position = start - 1
    while position >= 0 and tokens[position].text in QUOTES:
        position -= 1
    if position < 0:
        return None
    token = tokens[position]
    if token.kind == "value":
        return "number"
    return token.text if token.kind == "word" and token.text in _BEFORE_NOUNS else None


def modifiers_start(
    tokens: Sequence[Token], at: int, verbs: Container[str], heads: Container[str], text: str | None = None
) -> int:
    """Where the modifiers of a noun begin: over adjectives, nouns, names and quotation marks, not over one of ``verbs``.

    ``heads`` are nouns of the same sort, joined by "and" only in a proper name, which ``text`` shows by its capitals.
    """
    position = at
    while position > 0 and at - position < 9:
        token = tokens[position - 1]
        mention = token.mention
        if token.kind == "mark":
            if token.text not in ("-", "–", "/", "&", "+") and token.text not in QUOTES:
                break
        elif token.kind == "actor" and isinstance(mention, ActorMention):
            if mention.kind in (ActorKind.PERSON, ActorKind.COMPANY) and not _hyphen(tokens, position):
                break
        elif token.kind != "word":
            break
        elif token.text == "and":
            if position < 2 or not _joins(tokens, position - 1, verbs, heads, text):
                break
        elif (
            token.text in FUNCTION_WORDS
            or (len(token.text) == 1 and not token.text.isdigit())
            or (position > 1 and tokens[position - 2].text == "to" and _infinitive(token.text))
        ):
            break
        elif token.text in verbs or _past(token.text):
            before = tokens[position - 2].text if position > 1 else ""
            if not (token.text.endswith("ed") and (before in DETERMINERS or before == "new")):
                break
        position -= 1
    while position < at and tokens[position].text in ("and", "-", "–", "’", "”", "&", "s"):
        position += 1
    return position


@cache
def _past(word: str) -> bool:
    """Whether a word is the past form of a common verb, or a gerund that takes an object, and nothing else."""
    forms = grammar().forms.get(word, frozenset())
    return ("past" in forms and "base" not in forms) or word in ("agreed", "signed", "vowed") or word in _GERUNDS


def _infinitive(word: str) -> bool:
    """Whether a word behind "to" is a verb ("to facilitate dialogue") and not an adjective ("to strategic partnership")."""
    return "base" in grammar().forms.get(word, ()) or word.endswith(("ate", "ify", "ise", "ize"))


def _hyphen(tokens: Sequence[Token], position: int) -> bool:
    return position < len(tokens) and tokens[position].text in ("-", "–")


def _joins(tokens: Sequence[Token], at: int, verbs: Container[str], heads: Container[str], text: str | None) -> bool:
    """Whether "and" joins two modifiers ("security and defence partnership")."""
    left, right = tokens[at - 1], tokens[at + 1]
    if left.kind != "word" or right.kind != "word":
        return False
    name = text is not None and text[left.start].isupper() and text[right.start].isupper()
    if (
        left.text in FUNCTION_WORDS
        or (left.text in heads and not name)
        or right.text in DETERMINERS
        or left.text in verbs
    ):
        return False
    for position in range(at - 2, max(-1, at - 6), -1):
        token = tokens[position]
        if (
            token.text in DETERMINERS
            or token.text in QUOTES
            or token.kind == "actor"
            or token.text in ("to", "into", "-", "of")
        ):
            return True
        if token.kind != "word" or token.text in FUNCTION_WORDS:
            return False
    return False


def _ends_phrase(token: Token, position: int, begin: int) -> bool:
    if token.kind == "date":
        return True
    if token.kind == "mark":
        return token.text not in QUOTES and token.text not in (",", "-", "&", "/")
    if token.kind != "word":
        return False
    word = token.text
    if word in ("and", "or", "of", "the", "its", "their", "’s", "'s") or (position == begin and word in DETERMINERS):
        return False
    if position > begin and _past(word):
        return True
    if word in ("for", "in", "between", "against", "to", "with") and position > begin:
        return True
    return word in FUNCTION_WORDS
