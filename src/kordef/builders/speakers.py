"""Who speaks: the head of the subject of a verb of saying, in front of it or behind."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.grammar.clauses import DETERMINERS, PREPOSITIONS, Clauses
from kordef.builders.grammar.tokens import Token
from kordef.builders.grammar.verbs import group_before
from kordef.builders.speech_words import words
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind

__all__ = [
    "PRONOUNS",
    "Who",
    "behind_verb",
    "front",
    "is_verb",
    "mention_of",
    "of_main",
    "opens",
    "quoted_subject",
    "subject_head",
]

_NO_LAST_WORDS = PREPOSITIONS | DETERMINERS

_SPEAK = frozenset(
    [
        ActorKind.PERSON, ActorKind.GOVERNMENT_BODY, ActorKind.COMPANY, ActorKind.IGO, ActorKind.MEDIA,
        ActorKind.RESEARCH_INSTITUTE, ActorKind.STATE, ActorKind.PARTY, ActorKind.MILITARY_UNIT, ActorKind.FORUM,
    ]
)  # fmt: skip  # fmt: skip


PRONOUNS = frozenset(["he", "she", "they", "it"])


Who = tuple[ActorMention | None, tuple[int, int] | None, bool, int]
"""The speaker, or the span of words for one, whether only a pronoun stands there, and where the subject begins."""


def is_verb(clauses: Clauses, at: int, end: int) -> bool:
    """Whether a form in -s is no plural noun ("member states", "reports")."""
    tokens = clauses.tokens
    after = tokens[end].text if end < len(tokens) else ""
    before = tokens[at - 1] if at else None
    if after == "that" or after in ("“", '"', ":", "‘"):
        return True
    if before is None or tokens[at].text in ("states", "reports", "estimates", "posts", "demands"):
        return False
    mention = before.mention
    acts = isinstance(mention, ActorMention) and mention.form != "adjective" and mention.kind is not ActorKind.STATE
    return acts or before.text in PRONOUNS or before.text in words().speakers or before.text in ("who", "which", "also")


def opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb stands right behind a quotation or a comma, so that its subject may follow it."""
    return at == 0 or tokens[at - 1].text in (",", "”", '"', "'", "’", "—", "-", ".", "?", "!")


def front(clauses: Clauses, start: int, *, inverted: bool = False) -> Who:
    """The speaker in front of a verb: the actor or noun for a speaker that is the head of its subject."""
    tokens = clauses.tokens
    before = tokens[start - 1] if start else None
    if before is None or (inverted and before.text in ("”", '"')):
        return None, None, False, start
    if before.text == "," and start > 2:
        opening = next((p for p in range(start - 2, max(start - 16, 0), -1) if tokens[p].text == ","), None)
        if opening is not None and not any(
            clauses.tags[p] in ("finite", "aux", "main") for p in range(opening, start - 1)
        ):
            named = tokens[opening - 1]
            if isinstance(named.mention, ActorMention) or named.text in words().speakers or named.text in PRONOUNS:
                # "Duda, on the same day, praised"
                low = _cut(clauses, clauses.subject_span(opening)[0], opening)
                return _head(tokens, low, opening)
    low, high, how = clauses.subject_span(start)
    if how == "antecedent":
        low, high = max(low - 6, 0), start
    if low >= high:
        return None, None, False, start
    low = _cut(clauses, low, high)
    return _head(tokens, low, high)


def subject_head(clauses: Clauses, start: int) -> ActorMention | None:
    """The actor that heads the subject of the verb group at a position, past what stands between commas behind it."""
    return front(clauses, start)[0]


def _cut(clauses: Clauses, low: int, high: int) -> int:
    """Where the subject itself begins: behind a quotation, and behind what stands in front of it with a comma."""
    tokens = clauses.tokens
    for position in range(high - 1, low - 1, -1):
        if tokens[position].text in ("”", '"', "“", ";") or (
            tokens[position].text in ("'", "’") and position and tokens[position - 1].text in (",", ".")
        ):
            return position + 1
    commas = [p for p in range(low, high - 1) if tokens[p].text == ","]
    while len(commas) >= 1:
        first = commas.pop(0)
        if (
            (first <= low + 1 and tokens[low].kind == "word" and tokens[low].text not in words().speakers)
            or tokens[low].text in PREPOSITIONS
            or tokens[low].kind == "date"
            or any(t in ("gerund", "finite", "main", "reduced", "infinitive") for t in clauses.tags[low:first])
            or (len(commas) % 2 == 0 and not _names(tokens, low, first))
        ):
            low = first + 1
        else:
            break
    return low


def _names(tokens: Sequence[Token], low: int, high: int) -> bool:
    return any(
        isinstance(t.mention, ActorMention) or t.text in words().speakers or t.text in PRONOUNS
        for t in tokens[low:high]
    )


def _head(tokens: Sequence[Token], low: int, high: int) -> Who:
    """Who heads a noun phrase: a person, else the first noun or name that is not governed by a preposition."""
    speakers = words().speakers
    free = True
    nouns: list[int] = []
    names: list[int] = []
    for at in range(low, high):
        token = tokens[at]
        if token.kind == "word" and token.text in PREPOSITIONS:
            free = False
        elif token.text in (",", "and", "who", "(") or token.kind == "date":
            free = True
        elif free:
            mention = token.mention
            if isinstance(mention, ActorMention) and mention.kind in _SPEAK and not _is_adjective(tokens, at, high):
                names.append(at)
            elif token.kind == "word" and token.text in speakers:
                nouns.append(at)
    persons = [p for p in names if mention_of(tokens[p]).kind is ActorKind.PERSON]
    if persons:
        return mention_of(tokens[persons[0]]), None, False, low
    if nouns and (not names or names[0] > nouns[0] or names[0] == nouns[0] - 1):
        if nouns[0] and tokens[nouns[0]].text in ("sides", "side", "people", "allies") and nouns[0] - low > 3:
            return None, None, False, low
        return None, _phrase(tokens, nouns[0], low, high), False, low
    if names:
        return mention_of(tokens[names[0]]), None, False, low
    if nouns:
        return None, _phrase(tokens, nouns[0], low, high), False, low
    last = tokens[high - 1]
    return None, None, last.text in ("he", "she", "it", "they") and last.kind == "word", low


def mention_of(token: Token) -> ActorMention:
    assert isinstance(token.mention, ActorMention)
    return token.mention


def _is_adjective(tokens: Sequence[Token], at: int, high: int) -> bool:
    """Whether a name stands for what belongs to it: an adjective, or a name with "’s" behind it."""
    mention = tokens[at].mention
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    adjective = isinstance(mention, ActorMention) and mention.form == "adjective"
    owner = after in ("’s", "'s") or (after in ("’", "'") and tokens[at].text.endswith("s"))
    modifier = (
        at + 1 < high
        and isinstance(mention, ActorMention)
        and mention.kind is ActorKind.STATE
        and tokens[at + 1].kind == "word"
        and tokens[at + 1].text.isalpha()
        and tokens[at + 1].text not in ("and", "also", "who", "in", "on", "at", "itself", "has", "had")
        and not tokens[at + 1].text.endswith("ly")
    )
    return adjective or owner or modifier


def _phrase(tokens: Sequence[Token], at: int, low: int, high: int) -> tuple[int, int]:
    """The words around a noun for a speaker: back to its article, on over "at a Korean defence firm"."""
    begin = at
    while begin > low and tokens[begin - 1].kind in ("word", "actor", "value") and begin > at - 7:
        if tokens[begin - 1].text in PREPOSITIONS or tokens[begin - 1].text in (
            "and",
            "that",
            "but",
            "while",
            "as",
            "when",
        ):
            break
        begin -= 1
    end = at + 1
    while end < high and end < at + 12 and tokens[end].kind in ("word", "actor", "weapon"):
        text = tokens[end].text
        listed = (
            text == "and" and end + 1 < high and tokens[end + 1].kind == "actor" and tokens[end - 1].kind == "actor"
        )
        if text in ("who", "which", "that", "and", "also") and not listed:
            break
        end += 1
    while end > at + 1 and tokens[end - 1].text in _NO_LAST_WORDS:
        end -= 1
    return tokens[begin].start, tokens[end - 1].end


def behind_verb(clauses: Clauses, at: int) -> tuple[ActorMention | None, tuple[int, int] | None, int]:
    """The speaker behind the verb, and where its words end: "..., said an official at a Korean defence firm"."""
    tokens = clauses.tokens
    end = at
    while end < len(tokens) and end < at + 14:
        token = tokens[end]
        if (
            token.kind in ("date", "value")
            or clauses.tags[end] in ("finite", "aux", "infinitive")
            or token.text in ("who", "which", "that", "as", "on", "during", "after", "while")
        ):
            break
        if token.kind == "mark" and token.text not in ("-", "’", "."):
            break
        if token.text == "." and end + 1 >= len(tokens):
            break
        end += 1
    if end == at:
        return None, None, at
    speaker, described, _, _ = _head(tokens, at, end)
    return speaker, described, end


def of_main(clauses: Clauses, at: int) -> Who:
    """The subject of the main verb, for "..., adding that"."""
    verb = clauses.verb_before(at)
    if verb is None:
        return None, None, False, at
    speaker, described, pronoun, _ = front(clauses, verb.start)
    if speaker is not None and speaker.kind is ActorKind.STATE:
        return None, None, False, at
    return speaker, described, pronoun, at


def quoted_subject(clauses: Clauses, at: int) -> Who:
    """The subject of "was quoted as saying"."""
    tokens = clauses.tokens
    for position in range(at - 1, max(at - 10, -1), -1):
        if tokens[position].text in words().quoted:
            group = group_before(tokens, position)
            if group.passive:
                return front(clauses, group.start)
            speaker, described, _ = behind_verb(clauses, position + 1)
            return speaker, described, False, position
    return None, None, False, at
