"""Places: which words of a sentence stand left and right of a verb or noun, as subject, object, owner, or behind a preposition.

What belongs to a trigger ends where its clause ends; :mod:`kordef.builders.grammar.clauses` says where that is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from kordef.builders.grammar.clauses import (
    CLAUSE_WORDS,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATING,
    Clauses,
    names_agent,
)
from kordef.builders.grammar.sharing_verbs import is_contrasted
from kordef.builders.grammar.tokens import Token
from kordef.builders.grammar.word_classes import COORDINATORS, MENTIONS, NOMINATIVE
from kordef.mentions.model import ValueMention

__all__ = ["Places", "noun_begin", "noun_places", "reach_of", "subject_begin", "verb_places"]

_DEPENDENT = CLAUSE_WORDS | SUBORDINATING

_IN_PLACE_OF_NOUNS = RELATIVES | NOMINATIVE

Places = dict[str, tuple[Token, ...]]


def verb_places(clauses: Clauses, start: int, end: int, passive: bool, reduced: bool, *, over: bool) -> Places:
    """What stands in the places of a verb group."""
    subject, gap = _left(clauses, start, reduced)
    places = _right(clauses, end, noun=False, over=over)
    if reduced and (party := _party_before(clauses.tokens, start)):
        places[clauses.tokens[party[0]].text] = [t for t in clauses.tokens[party[0] : start - 1] if t.kind == "actor"]
    if passive:
        doer = places.pop("by", [])
        if reduced and subject and _behind_comma(clauses.tokens, start, end, places.get("object", ())):
            # "flies three E-3Ds from Britain, bought second-hand in 2022, and 46 F-16s"
            del places["object"]
        every = {**places, "object": [*subject, *places.get("object", [])], "subject": doer}
    else:
        every = {"subject": subject, **places}
        for place, tokens in gap.items():
            if place not in every:
                every[place] = tokens
            elif place == "object" and all(t.kind == "actor" for t in every[place]) and _named_last(clauses, tokens):
                # "the jets that Slovakia had given Ukraine"
                every[place] = [*tokens, *every[place]]
    return {k: tuple(v) for k, v in every.items() if v}


def _named_last(clauses: Clauses, things: Sequence[Token]) -> bool:
    """Whether a relative pronoun stands right behind things, or the subject of a clause about them: "the tanks it gave"."""
    at = bisect_left(clauses.tokens, things[-1].start, key=lambda t: t.start) + 1 if things else 0
    return 0 < at < len(clauses.tokens) and clauses.tokens[at].text in _IN_PLACE_OF_NOUNS


def noun_places(clauses: Clauses, at: int, end: int, *, over: bool) -> Places:
    """What stands in the places of a noun."""
    right = _right(clauses, end, noun=True, over=over)
    places = {"behind" if k == "object" else k: tuple(v) for k, v in right.items()}
    owner, modifier, begin = _noun_left(clauses, at)
    if owner:
        places["owner"] = owner
    if modifier:
        places["modifier"] = modifier
    low = begin
    while low > 0 and clauses.tokens[low - 1].text in DETERMINERS:
        low -= 1
    if low >= 2 and clauses.tokens[low - 1].text in RELATIVES and clauses.tokens[low - 2].text in PREPOSITIONS:
        # "six patrol ships, for which a contract was signed"
        places.setdefault(clauses.tokens[low - 2].text, tuple(_antecedent(clauses.tokens, low - 1)))
    return places


def subject_begin(clauses: Clauses, start: int, reduced: bool) -> int:
    """The position where the subject of a verb group begins."""
    if reduced:
        return _thing_before(clauses, start)[1]
    low, high, how = _subject_span(clauses, start)
    return low if how == "antecedent" else _gap(clauses.tokens, low, high)[1]


def noun_begin(clauses: Clauses, at: int) -> int:
    """The position where the owner and the modifiers of a noun begin."""
    return _noun_left(clauses, at)[2]


def reach_of(clauses: Clauses, end: int, *, noun: bool) -> int:
    """The position where what a verb or noun governs ends: its clause, or a verb of speech in it."""
    limit = clauses.right_limit(end, noun=noun)
    speech = clauses.speech
    at = bisect_left(speech, end)
    return min(limit, speech[at]) if at < len(speech) else limit


def _left(clauses: Clauses, start: int, reduced: bool) -> tuple[list[Token], dict[str, list[Token]]]:
    """The mentions of the subject, and what a relative clause takes from the words before it."""
    tokens = clauses.tokens
    if reduced:
        return _thing_before(clauses, start)[0], {}
    low, high, how = _subject_span(clauses, start)
    if how == "antecedent":
        antecedents = [t for t in tokens[low:high] if t.kind in MENTIONS and t.kind != "date"]
        return antecedents[:1], {}
    gap, low = _gap(tokens, low, high)
    if examples := _examples(tokens, low, high):
        return examples, gap
    found: list[Token] = []
    spare: list[Token] = []
    depth = 0
    for position in range(_head_end(tokens, low, high) - 1, low - 1, -1):
        token = tokens[position]
        if token.text in (")", "(", "—", "–"):
            depth += 1
        elif token.kind in MENTIONS and depth % 2 == 0 and not (position and is_contrasted(tokens, position)):
            governed = _governor(tokens, position)
            (spare if governed and governed != "of" else found).insert(0, token)
    mentioned = [t for t in found if t.kind != "date"]
    if not mentioned and tokens[high - 1 : high] and tokens[high - 1].text in ("it", "they", "he", "she"):
        speaker = clauses.verb_before(low)
        dependent = low > 0 and tokens[low - 1].text in _DEPENDENT
        if speaker is not None and speaker.start < low and (dependent or clauses.speaks(speaker)):
            # "the company said it had won": whoever speaks; "when it agreed": whoever the main clause is about
            return _left(clauses, speaker.start, reduced=False)[0], gap
    if (
        not mentioned
        and low > 0
        and tokens[low - 1].text in (":", ";", "—", "–")
        and tokens[high - 1].text in ("it", "they")
    ):
        # "Denmark is a former customer: in January it gave"
        main = clauses.verb_before(low)
        named = _left(clauses, main.start, reduced=False)[0] if main is not None else []
        if [t.kind for t in named] == ["actor"]:
            return named, gap
    if any(t.text in ("it", "they", "he", "she") for t in tokens[low:high]):
        return mentioned, gap
    return mentioned or [t for t in spare if t.kind != "date"][-1:], gap


def _examples(tokens: Sequence[Token], low: int, high: int) -> list[Token]:
    """Those whom a subject names out of a crowd: Norway and Finland in "NATO members such as Norway and Finland"."""
    for at in range(low + 1, high - 1):
        if tokens[at].text not in _FOR_EXAMPLE:
            continue
        crowd = at - 1 - (tokens[at - 1].text in (",", "such"))
        if crowd >= low and tokens[crowd].text.split()[-1] in _CROWDS:
            return [t for t in tokens[at + 1 : high] if t.kind == "actor"]
    return []


_FOR_EXAMPLE = frozenset(["like", "as", "including", "notably", "namely"])
_CROWDS = frozenset(
    "members member states countries nations allies neighbours neighbors partners customers buyers users operators powers".split()
)


def _gap(tokens: Sequence[Token], low: int, high: int) -> tuple[dict[str, list[Token]], int]:
    """What a relative clause takes from the words before it, and where its own subject begins."""
    before = tokens[low - 1] if low > 0 else None
    if before is not None and before.kind == "value" and before.text.endswith(" which"):
        # "36 tanks, eight of which Oslo has handed on"
        return {"object": [before]}, low
    if before is not None and before.text in RELATIVES and before.text != "who" and low >= 2:
        place = tokens[low - 2].text if tokens[low - 2].text in PREPOSITIONS else "object"
        return {place: _antecedent(tokens, low - 1)}, low
    if high >= 2 and _follows_thing(tokens, low, high):
        # "the aircraft it ordered"
        return {"object": _antecedent(tokens, high - 1)}, high - 1
    return {}, low


def _head_end(tokens: Sequence[Token], low: int, high: int) -> int:
    """Where the head of a subject ends that words between commas explain: "Turkey, thrown out in 2019, gets 40 jets"."""
    if high - low < 4 or tokens[high - 1].text != ",":
        return high
    first = next((n for n in range(low, high - 1) if tokens[n].text == ","), None)
    if (
        first is None
        or first - low > 5
        or tokens[first + 1].kind == "actor"
        or not any(t.kind == "actor" for t in tokens[low:first])
    ):
        return high
    return first


def _follows_thing(tokens: Sequence[Token], low: int, high: int) -> bool:
    """Whether a subject of one word stands right behind a weapon, as in a relative clause without a pronoun."""
    thing = tokens[high - 2].mention
    counted = isinstance(thing, ValueMention) and thing.kind == "count" and thing.noun is not None
    if tokens[high - 2].kind != "weapon" and not counted:
        return False
    return tokens[high - 1].text in ("it", "they") or (high - 2 > low and tokens[high - 1].kind == "actor")


def _subject_span(clauses: Clauses, start: int) -> tuple[int, int, str]:
    """The subject of the verb group at a position; that of an infinitive or gerund is the main verb's."""
    tokens = clauses.tokens
    before = tokens[start - 1] if start else None
    head = clauses.verb_at(start)
    bare = before is not None and before.text == "to"
    if bare and (control := clauses.controlled(start)) is not None:
        return control[0], control[0] + 1, "own"
    gerund = head is not None and head.kind == "gerund" and head.head >= start
    if gerund and before is not None and (before.kind in ("actor", "weapon") or names_agent(before)):
        return max(start - 1, 0), start, "own"
    if tokens[start].text == "having" and (start == 0 or tokens[start - 1].text in (",", '"', "“", "‘")):
        # "Having bought 54 guns, Romania looks on", "Romania took 54, having turned down others"
        own = clauses.verb_before(start) or next(
            (v for v in clauses.verbs if v.kind == "finite" and v.start > start + 2 and v is not head), None
        )
        if own is not None and own.start > start and tokens[own.start - 1].text in NOMINATIVE:
            return own.start - 1, own.start, "own"
        if own is not None:
            return clauses.subject_span(own.start)
    if bare or gerund:
        main = clauses.verb_before(start) or next(
            (v for v in clauses.verbs if v.kind == "finite" and v.start > start), None
        )
        if main is not None:
            return clauses.subject_span(main.start)
        return max(start - (4 if bare else 1), 0), start, "own"
    return clauses.subject_span(start)


def _antecedent(tokens: Sequence[Token], high: int) -> list[Token]:
    """The weapon that a relative clause behind it speaks of, with its number."""
    for position in range(high - 1, max(high - 9, -1), -1):
        if tokens[position].kind == "weapon":
            counted = position > 0 and tokens[position - 1].kind == "value"
            return [*tokens[position - counted : position + 1]]
        value = tokens[position].mention
        if isinstance(value, ValueMention) and value.kind == "count" and value.noun is not None:
            return [tokens[position]]
        if tokens[position].text in ("which", ";", ":"):
            break
    return []


def _thing_before(clauses: Clauses, start: int) -> tuple[list[Token], int]:
    """What a bare participle speaks of, the noun phrase before it with lists, and where that begins."""
    tokens = clauses.tokens
    found: list[Token] = []
    position = start - 1
    if position >= 0 and tokens[position].text in ("and", "but"):
        earlier = clauses.verb_left(start)
        if earlier is not None and earlier.kind == "reduced":
            # "the corvettes built by Damen and ordered by Colombia"
            return _thing_before(clauses, earlier.start)
    if position >= 0 and tokens[position].text == ",":
        position -= 1
    while position >= 0:
        token = tokens[position]
        if token.kind in MENTIONS:
            if token.kind != "date":
                found.insert(0, token)
        elif found and token.text in _PARTIES and _party_before(tokens, start) == (position,):
            # not Sweden was bought
            found.clear()
        elif (
            (token.text in PREPOSITIONS and token.text != "of")
            or token.text in CLAUSE_WORDS
            or (token.kind == "mark" and token.text not in (",", "’", "-", "(", ")", ".", "“", "”"))
            or clauses.tags[position]
        ):
            break
        position -= 1
    return found, position + 1


def _behind_comma(tokens: Sequence[Token], start: int, end: int, things: Sequence[Token]) -> bool:
    """Whether a participle stands between commas, and things behind the second."""
    if start == 0 or tokens[start - 1].text != "," or not things:
        return False
    closing = next((n for n in range(end, len(tokens)) if tokens[n].text == ","), None)
    return closing is not None and things[0].start > tokens[closing].start


def _party_before(tokens: Sequence[Token], start: int) -> tuple[int, ...]:
    """Where "from" or "for" stands with a party between goods and the comma of a participle.

    "Two aircraft from Sweden, bought for SEK 600 million", "two frigates for Peru, ordered in April".
    """
    at = start - 2
    if at < 2 or tokens[start - 1].text != ",":
        return ()
    while at > 0 and (tokens[at].kind == "actor" or tokens[at].text in ("the", "of", "and", "'s", "’s")):
        at -= 1
    named = at < start - 2 and tokens[at].text in _PARTIES and tokens[at - 1].kind in ("weapon", "value")
    return (at,) if named else ()


_PARTIES = frozenset(["from", "for"])


def _governor(tokens: Sequence[Token], at: int) -> str | None:
    """The preposition that governs a mention, looking left over its determiner, adjectives and coordination."""
    position = at - 1
    steps = 0
    while position >= 0 and steps < 8:
        token = tokens[position]
        if token.kind == "word" and token.text in PREPOSITIONS:
            return token.text
        if token.text == "," and _sums_and_names(tokens[position - 1], tokens[at]):
            # "concluded for $6.5 billion, Hyundai Rotem owes"
            return None
        if (
            token.text in COORDINATORS
            or token.kind in MENTIONS
            or token.text in ("the", "a", "an", "its", "their", "’s", "'s", "both")
        ):
            position -= 1
            steps += 1
            continue
        return None
    return None


def _sums_and_names(one: Token, other: Token) -> bool:
    """Whether a comma stands between a sum or date and an actor, which make no list."""
    return other.kind == "actor" and one.kind in ("value", "date")


def _right(clauses: Clauses, end: int, *, noun: bool, over: bool) -> dict[str, list[Token]]:
    """What stands right of a verb or noun: the mentions before the first preposition, then those of each preposition."""
    tokens = clauses.tokens
    limit = clauses.right_limit(end, noun=noun)
    places: dict[str, list[Token]] = {}
    place = outer = "object"
    opened, closed = end, -1
    inside = clauses.governing
    for position in inside[bisect_left(inside, end) : bisect_left(inside, limit)]:
        token = tokens[position]
        if token.kind in MENTIONS:
            if token.kind == "date":
                places.setdefault("date", []).append(token)
                if position - opened <= 1:
                    # "approved in September the purchase of": the preposition governs the date alone
                    place = outer
            else:
                if (
                    over
                    and token.text.startswith("over ")
                    and (noun or position > end)
                    and tokens[position - 1].text not in PREPOSITIONS
                ):
                    # "talks with Estonia over six launchers" asks for no more than six
                    place, opened = "over", position
                if position == closed:
                    # "acquired, through a Bulgarian broker, 40 tanks from": the broker's preposition ends with its comma
                    place = outer
                elif not noun and place in _HANDED and "object" not in places and _is_handed(tokens, position):
                    # "has delivered to Ukraine 20 tanks and six launchers"
                    place, opened = "object", position
                places.setdefault(place, []).append(token)
        elif noun and token.text == "of" and place in _PARTY_PLACES and _of_what(tokens, position, places):
            # "the handover to Senegal of two patrol boats"
            place, opened = "of", position
        elif token.text in PREPOSITIONS:
            examples = token.text == "as" and (tokens[position - 1].text == "such" or _goes_on(tokens, position))
            if not examples and not _is_worth_of(tokens, position) and not (token.text == "of" and place != "object"):
                infinitive = token.text == "to" and position + 1 < limit and clauses.tags[position + 1] == "infinitive"
                if place == "purpose":
                    # "wants submarines to replace four bought from Britain"
                    continue
                outer, place, opened = place, "purpose" if infinitive else token.text, position
                if outer == "object" and not noun and tokens[position - 1].text == ",":
                    closed = 1 + next((n for n in range(position + 1, limit - 1) if tokens[n].text == ","), limit)
        else:
            break
    return places


_HANDED = frozenset(["to", "from"])


def _is_handed(tokens: Sequence[Token], at: int) -> bool:
    """Whether counted things stand right behind the one who gets or gives them."""
    value = tokens[at].mention
    counted = isinstance(value, ValueMention) and value.kind == "count" and tokens[at].kind == "value"
    return counted and at > 0 and tokens[at - 1].kind == "actor"


def _is_worth_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word belongs to "worth of" behind a sum: "supplied $300 million worth of howitzers to India"."""
    pair = (at - 1, at) if tokens[at].text == "of" else (at, at + 1)
    return pair[0] > 0 and tuple(t.text for t in tokens[pair[0] : pair[1] + 1]) == ("worth", "of")


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether "as well as" goes on with a list of goods: "212 howitzers from Hanwha as well as 48 FA-50 jets"."""
    behind = at + 1 if tokens[at - 1].text == "well" else at + 3
    return behind < len(tokens) and tokens[behind - 2].text == "well" and tokens[behind].kind in ("value", "weapon")


_PARTY_PLACES = frozenset(["to", "by", "from"])


def _of_what(tokens: Sequence[Token], at: int, places: Places | dict[str, list[Token]]) -> bool:
    """Whether "of" behind a party opens what a noun is about: "the sale by Spain of six jets", not "the Republic of"."""
    return tokens[at - 1].kind == "actor" and at + 1 < len(tokens) and "of" not in places and "for" not in places


def _noun_left(clauses: Clauses, at: int) -> tuple[tuple[Token, ...], tuple[Token, ...], int]:
    """The owner and the modifiers of a noun, and where they begin: "Poland's second $6 billion K2 purchase"."""
    tokens = clauses.tokens
    owner: list[Token] = []
    modifier: list[Token] = []
    position = at - 1
    steps = 0
    while position >= 0 and steps < 8:
        token = tokens[position]
        if token.text == ")":
            # "the 3.7 trillion won ($2.8 billion) order"
            opening = next((p for p in range(position - 1, max(position - 5, -1), -1) if tokens[p].text == "("), None)
            if opening is None:
                break
            modifier[:0] = [t for t in tokens[opening:position] if t.kind == "value"]
            position = opening - 1
            continue
        if token.kind == "actor":
            owner.insert(0, token)
        elif token.kind in ("weapon", "value"):
            modifier.insert(0, token)
        elif (
            (token.kind == "mark" and token.text not in ("-", "“", "”", '"', "’"))
            or token.text in PREPOSITIONS
            or token.text in ("the", "a", "an", "and", "its", "their", "this", "that")
            or clauses.tags[position] in ("finite", "main", "aux", "infinitive")
        ):
            break
        position -= 1
        steps += 1
    return tuple(owner), tuple(modifier), position + 1
