"""Walking a sentence from a number: what governs it, and the noun phrase that says what is measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import define, evolve

from kordef.builders.observations.indicators import Row, is_arms, senses_of
from kordef.mentions.model import ActorMention, ValueMention
from kordef.vocabulary import Basis, Modality

__all__ = [
    "BREAKS",
    "VERBAL",
    "Reading",
    "before",
    "counts",
    "counts_arms",
    "head_of",
    "is_head",
    "is_label",
    "left",
    "measure_left",
    "measure_told",
    "next_noun",
    "opening",
    "phrase",
    "right",
    "stated_number",
    "tail",
    "whole_of",
]

BREAKS = frozenset([
    ";", ":", "—", "–", "while", "whereas", "although", "though", "because", "but", "when", "if", "unless",
])  # fmt: skip
"""The marks and words at which a clause ends."""
_BREAKS = BREAKS | {"which", "who", "whose", "where"}
_PARTITIVE = frozenset([
    "part", "parts", "portion", "portions", "slice", "fraction", "weight", "majority", "proportion",
])  # fmt: skip
_ORIGINS = frozenset([
    "came", "comes", "come", "went", "goes", "stems", "stemmed", "traces", "traced", "derives", "derived", "arrived",
    "flowed", "flows", "has", "crossed",
])  # fmt: skip
_LABEL = 12
"""The words that a label before a colon may have."""

_IN_LABELS = frozenset(["(", ")", "/", "&", "-", "%", "$", "€", "'s", "’s", "."])
_CLAUSE = frozenset([
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "may", "might",
    "should", "must", "it", "they", "this", "that", "which", "who", "not", "do", "does", "did",
])  # fmt: skip
_DASHES = frozenset(["—", "–"])
_HEDGES = frozenset([
    "by", "a", "an", "the", "some", "about", "almost", "nearly", "roughly", "around", "further", "another", "as",
    "much", "only", "just", "year", "on", "year-on-year", "year-over-year", "annually", "respectively", "than", "even",
    "or", "(", "\"", "”", "“", "nominal", "real", "record", "whopping", "itself", "back", "fully", "close", "well", "past",
])  # fmt: skip
_PREPOSITIONS = frozenset(["to", "from", "at", "of", "by", "in", "for", "with", "between"])
_STOPS = frozenset([
    "whereas", "although", "though", "because", "the", "a", "an", "this", "that", "these", "those", "its", "their",
    "his", "her", "our", "whose", "and", "or", "but", "of", "in", "on", "at", "to", "from", "for", "with", "by", "as",
    "than", "into", "over", "under", "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "will",
    "would", "can", "could", "may", "might", "shall", "should", "must", "do", "does", "did", "not", "also", "now",
    "then", "still", "already", "it", "they", "he", "she", "we", "i", "who", "which", "what", "where", "when", "while",
    "if", "so", "there", "here", "only", "just", "even", "both", "each", "every", "all", "most", "more", "less", "up",
    "down", "out", "about", "around", "against", "between", "among", "during", "since", "until", "after", "before",
    "per", "via", "across", "throughout", "within", "amid", "despite", "without",
    "such", "own", "other", "nor", "yet", "said", "says", "reported", "announced", "noted", "told",
    "added", "called", "puts", "put", "give", "gave", "gives", "make", "makes", "made", "takes", "took", "sees", "saw",
    "show", "shows", "showed",
])  # fmt: skip
STOPS = _STOPS
_OF = frozenset([
    "of", "in", "on", "for", "from", "to", "with", "by", "towards", "toward", "against", "between", "across", "throughout",
])  # fmt: skip
_ARTICLES = frozenset(["the", "its", "their", "these", "those", "all"])
_DETERMINERS = frozenset(["the", "that", "this", "those", "these", "a"])
_SPANS = frozenset([
    "period", "years", "year", "decade", "decades", "timeframe", "interval", "quarter", "half", "months",
])  # fmt: skip
_OF_SPANS = frozenset(["same", "whole", "entire", "previous", "preceding", "first", "last"])
"""What may stand before a noun for a stretch of time."""
VERBAL = ("change", "level", "spend", "publish", "hold", "use", "flow", "employ", "compare")
_BELONGING = frozenset(["the", "its", "their", "all", "these", "those", "'s", "’s", "other"])


@define(kw_only=True)
class Reading:
    """A number as a figure.

    ``at`` is the position of its token, ``trigger`` that of the word that makes it a figure. ``measure`` are the positions
    (start, end) of the words that say what is measured, ``None`` where only a verb does, or a sentence before: then
    ``noun`` says it. ``whole`` are the words after "of" in "36% of world imports". ``sign`` is -1 for a decrease.
    ``users`` is set where the users of a thing are counted, ``holder`` where a number of things belongs to who holds them,
    ``borrowed`` where the figure before says what is measured, ``part`` where it is a part of the figure before,
    ``compared`` where it is what that is compared with.
    """

    at: int
    value: ValueMention
    trigger: int
    basis: Basis = Basis.LEVEL
    measure: tuple[int, int] | None = None
    noun: str = ""
    whole: tuple[int, int] | None = None
    sign: int = 0
    users: bool = False
    holder: bool = False
    borrowed: bool = False
    part: bool = False
    compared: bool = False
    modality: Modality = Modality.ASSERTED

    def like(self, other: Reading) -> Reading:
        """This figure, of what another measures."""
        return evolve(self, measure=other.measure, noun=other.noun, borrowed=True)


# ---- walking


def left(row: Row, at: int, reach: int = 24) -> Sequence[int]:
    """The positions left of a token, back to where its clause begins; what stands in brackets is passed over."""
    known: tuple[int, ...] | None = row.answers.get((left, at))
    if known is None:
        known = row.answers[left, at] = tuple(_left(row, at))
    return known if not known or known[-1] >= at - reach else [position for position in known if position >= at - reach]


_FARTHEST = 30
"""How many tokens left of another one is looked for at most."""


def _left(row: Row, at: int) -> Iterator[int]:
    depth = 0
    skipped: int | None = None
    for position in range(at - 1, max(-1, at - 1 - _FARTHEST), -1):
        word = row.word(position)
        if word == ")":
            depth += 1
        elif word == "(":
            depth -= 1 if depth else 0
        elif not depth:
            if word in _DASHES and skipped is None:
                skipped = opening(row, position)
            if word == "," and skipped is None:
                skipped = _relative(row, position)
            if skipped is not None:
                skipped = None if position <= skipped else skipped
                continue
            if word == "but" and row.word(position + 1) in ("not", "also"):
                continue  # "weapons sold but not delivered"
            if word in _BREAKS and not (word == ":" and (is_label(row, position) or _takes_up(row, position, at))):
                return
            yield position


def _relative(row: Row, comma: int) -> int | None:
    """The comma that opens the relative clause which another closes: "the order book, which stood at 28, now amounts to 32"."""
    if (
        row.word(comma + 1) in ("and", "but", "or", "while", "which", "who", "with", "of", "")
        or row.kind(comma + 1) == "value"
    ):
        return None
    for k in range(comma - 2, max(0, comma - 16), -1):
        if row.word(k) in ("which", "who") and row.word(k - 1) == ",":
            return k - 1
        if row.word(k) in (";", ":", "."):
            return None
    return None


def measure_told(row: Row, at: int) -> int | None:
    """The measured noun of whose amount a relative clause tells: "the order book, which stood at 28 trillion won"."""
    for k in range(at - 1, max(0, at - 9), -1):
        if row.word(k) == "which" and row.word(k - 1) == ",":
            head = row.start_of(k - 2)
            told = any(row.sense(row.start_of(j), "level", "change") for j in range(k + 1, at))
            return head if told and row.sense(head, "measure") and is_head(row, head) else None
        if row.kind(k) == "value" or row.word(k) in (",", ";", ":", "which", "who"):
            return None
    return None


def _takes_up(row: Row, colon: int, at: int) -> bool:
    """Whether what follows a colon speaks of what stands before it: "imports have been small: SIPRI puts them at 3 million"."""
    return any(row.word(k) in ("them", "it") for k in range(max(colon + 1, at - 4), at))


def is_label(row: Row, colon: int) -> bool:
    """Whether a line begins with the name of what it gives: "Operating profit, Q3: KRW 277.7 billion"."""
    if not 0 < colon <= _LABEL or row.word(colon) != ":":
        return False
    return any(row.sense(k, "measure", "job", "held", "user", "label", "forces") for k in range(colon)) and not any(
        row.kind(k) == "value"
        or row.word(k) in _CLAUSE
        or (row.kind(k) == "mark" and row.word(k) not in _IN_LABELS and row.kind(k + 1) != "date")
        or ((s := row.sense(k, "publish")) is not None and s.form in ("past", "third"))
        for k in range(colon)
    )


def opening(row: Row, dash: int) -> int | None:
    """The dash that opens what another one closes: "the four firms — KAI, Hanwha — reported sales of"."""
    return next((k for k in range(dash - 2, max(-1, dash - 30), -1) if row.word(k) in _DASHES), None)


def right(row: Row, at: int, reach: int = 14) -> Iterator[int]:
    """The positions right of a token, up to where its clause ends."""
    for position in range(at + 1, min(len(row.tokens), at + 1 + reach)):
        word = row.word(position)
        if word in _BREAKS or (word in ("and", ",") and row.kind(position + 1) == "value"):
            return
        yield position


def before(row: Row, at: int) -> tuple[int, str]:
    """The first telling token left of a number, past hedges, adverbs and dates; and the preposition passed over, if any."""
    known: tuple[int, str] | None = row.answers.get((before, at))
    if known is None:
        known = row.answers[before, at] = _before(row, at)
    return known


def _before(row: Row, at: int) -> tuple[int, str]:
    preposition = ""
    position = at - 1
    while position >= 0:
        if row.inside[position]:
            position -= 1
            continue
        word = row.word(position)
        if word in _PREPOSITIONS and not preposition:
            preposition = word
        elif word not in _HEDGES and not (word.endswith("ly") and len(word) > 4) and row.kind(position) != "date":
            break
        position -= 1
    return position, preposition


def next_noun(row: Row, at: int) -> int | None:
    """The noun that a number stands before as an adjective: "a $6 billion deal", "the 5 percent NATO target"."""
    found: int | None = None
    if row.word(at + 1) == "(" and row.kind(at + 2) == "value" and row.word(at + 3) == ")":
        at += 3  # "a NOK 1.3 billion ($157 million) deal"
    for position in range(at + 1, min(at + 5, len(row.tokens))):
        word = row.word(position)
        if row.kind(position) not in ("word", "actor", "weapon") or word in _STOPS:
            break
        sense = row.sense(position, "measure", "change", "deal", "user", "charge")
        if sense is not None and (sense.form.startswith("noun") or sense.tag == "measure"):
            found = position
        elif row.sense(position, "level", "hold", "flow", "held", "compare"):
            break
    return found


# ---- noun phrases


def is_head(row: Row, at: int) -> bool:
    """Whether a noun is the head of its phrase, and not the first part of a longer noun: "trade" in "a trade site" is not."""
    after = at + row.lengths[at]
    word = row.word(after)
    if row.kind(after) == "value" and row.word(at) in ("totals", "numbers", "totalled"):
        return False  # a verb
    if row.word(at) == "total" and not (
        row.kind(after) in ("mark", "value", "") or word in _STOPS or row.sense(after, "level", "change")
    ):
        return False
    if row.word(at) in _PARTITIVE and word not in ("of", "in"):
        return False  # "spare parts"
    if row.kind(after) != "word" or word in _STOPS:
        return True
    if after in row.senses:
        nominal = any(s.form.startswith("noun") for s in row.senses.get(after, ()))
        return not nominal or row.sense(after, "change", "level") is not None
    return len(word) < 3 or word.endswith(("ly", "ed", "ing", "ward", "wards", "road", "wide"))


def total_before(row: Row, at: int) -> int | None:
    """Where "a record total of" begins before a number: words that say nothing of what is measured."""
    if row.word(at - 1) != "of" or row.word(at - 2) not in ("total", "sum"):
        return None
    return next((k for k in (at - 3, at - 4) if row.word(k) in ("a", "an")), None)


def head_of(row: Row, at: int) -> int:
    """The noun that governs one in a prepositional phrase: "part" for the market in "part of the world market"."""
    for k in range(at - 1, max(-1, at - 9), -1):
        word = row.word(k)
        if row.kind(k) == "value" or word in _BREAKS or word == "," or row.sense(k, "level", "change", "publish"):
            break
        if word.endswith("ed") and row.word(k + 1) in ("in", "to"):
            break  # "deliveries of the launcher resulted in sales of"
        sense = row.sense(k, "measure")
        if (
            sense is not None
            and sense.form.startswith("noun")
            and row.word(k + row.lengths[k]) in ("of", "in", "on", "from", "to", "per")
        ):
            return head_of(row, k)
    return at


def phrase(row: Row, at: int) -> tuple[int, int]:
    """The noun phrase around a noun: "South Korea's total defence exports", "share in global arms exports"."""
    start = at
    while start > 0 and at - start < 7 and _modifies(row, start - 1):
        start -= 1
    if row.word(start - 1) == "and" and start < at and _is_plain(row, start) and _is_plain(row, start - 2):
        start -= 2  # "Turkish defence and aviation exports"
        while start > 0 and at - start < 7 and _modifies(row, start - 1):
            start -= 1
    if row.word(start - 1) in ("in", "from", "to", "by", "with", ",") or (row.word(start - 1) == "and"):
        start = _past_place(row, start, at)
    while start < at and row.word(start) in ("'s", "’s"):
        start += 1
    end = tail(row, at + row.lengths[at], at)
    if row.kind(end) == "value" and row.word(end - 1) in _ARTICLES and row.word(end - 2) in _OF:
        end -= 2  # "sales | of the top 100 companies"
    return start, end


def _is_plain(row: Row, at: int) -> bool:
    """Whether a token is a word that can only say of what sort a thing is."""
    named = row.inside[at] or row.sense(at, *VERBAL, "measure", "region") is not None
    return row.kind(at) == "word" and row.word(at) not in _STOPS and not named


def _modifies(row: Row, at: int) -> bool:
    word = row.word(at)
    if row.kind(at) in ("actor", "weapon") or word in ("'s", "’s", "&"):
        return True
    if row.kind(at) != "word" or word in _STOPS:
        return False
    if row.inside[at] or row.sense(at, "measure", "group", "region", "purpose"):
        return True
    sense = row.sense(at, *VERBAL)
    return sense is None or sense.form.startswith("noun") or sense.form == "participle"


def _past_place(row: Row, start: int, at: int) -> int:
    """Where a phrase begins behind a place: "in Oceania and South East Asia | imports fell"."""
    position = start
    while position < at:
        mention = row.tokens[position].mention
        if (
            isinstance(mention, ActorMention)
            and mention.form != "adjective"
            and row.word(position + 1) not in ("'s", "’s")
        ):
            position += 1
        elif row.sense(position, "region") and not _adjectival(row, position):
            position += row.lengths[position]
        else:
            break
    return position


def _adjectival(row: Row, at: int) -> bool:
    return row.tokens[at + row.lengths[at] - 1].text.endswith(
        ("an", "ern", "ic", "global", "world", "worldwide", "international")
    )


def tail(row: Row, end: int, at: int) -> int:
    """Where the prepositional phrases behind a noun end: "of arms and ammunition", "in global arms exports"."""
    limit = min(len(row.tokens), at + 14)
    while (
        end < limit
        and (row.word(end) in _OF or _at_somebody(row, end))
        and row.kind(end + 1) in ("word", "actor", "weapon")
    ):
        if _is_span(row, end + 1):
            break  # "imports | in the period 2020-24"
        position = end + 1
        while position < limit and _belongs(row, position):
            position += 1
        if position == end + 1:
            break
        end = position
    while end - 1 > at and row.word(end - 1) in _ARTICLES and _is_time(row, end):
        end -= 1 if row.word(end - 2) not in _OF else 2  # "revenue | for the three months"
    return end


def _is_span(row: Row, at: int) -> bool:
    """Whether words name a stretch of time: "the period", "the years", "the same five-year period"."""
    if row.word(at) not in _DETERMINERS:
        return False
    last = next((k for k in range(at + 1, at + 4) if row.word(k) not in _OF_SPANS), at)
    return row.word(last) in _SPANS or (last > at + 1 and _is_time(row, last))


def _is_time(row: Row, at: int) -> bool:
    """Whether a token is a date or a stretch of time."""
    mention = row.tokens[at].mention if at < len(row.tokens) else None
    return row.kind(at) == "date" or (isinstance(mention, ValueMention) and mention.kind == "duration")


def _at_somebody(row: Row, at: int) -> bool:
    """Whether an "at" leads to whose place it is: "production at Nammo's plant"."""
    return row.word(at) == "at" and row.kind(at + 1) == "actor"


def _belongs(row: Row, at: int) -> bool:
    word = row.word(at)
    if word in _ORIGINS:
        return False
    if row.kind(at) in ("actor", "weapon") or word in _BELONGING:
        return True
    if word in ("and", "or", "&"):
        return row.kind(at + 1) in ("word", "weapon", "actor") and _belongs(row, at + 1)
    sense = row.sense(at, *VERBAL)
    if (
        row.sense(at, "level", "change")
        and (row.kind(at + 1) == "value" or row.word(at + 1) in ("to", "by"))
        and row.word(at) != "share"
    ):
        return False
    if (
        sense is not None
        and not sense.form.startswith("noun")
        and not row.sense(at, "measure", "group", "region", "deal")
        and not row.inside[at]
    ):
        if row.word(at - 1) in ("the", "this", "that", "its", "total") and any(
            s.form.startswith("noun") for s in row.senses.get(at, ())
        ):
            return True
        return sense.form in ("participle", "past") and row.word(at - 1) in ("for", "of", "the", "all", "total")
    return (
        row.kind(at) == "word"
        and word not in _STOPS
        and not (word.endswith("ed") and not word.endswith(("oured", "ored", "ined", "nned")))
    )


def whole_of(row: Row, at: int) -> tuple[int, int] | None:
    """The words of "36% of world imports"."""
    if row.word(at + 1) != "of" or at + 2 >= len(row.tokens):
        return None
    end = tail(row, at + 1, at + 1)
    if row.kind(end) == "value" and end > at + 1 and row.kind(end + 1) == "word" and row.word(end + 1) not in _STOPS:
        end += 1  # "of the fighter's 8.1 trillion won development cost"
        while end < min(len(row.tokens), at + 14) and _belongs(row, end):
            end += 1
    if end == at + 1 or row.word(at + 2) in ("what", "them", "it", "which"):
        end = at + 3
        if row.word(at + 2) == "what":
            while (
                end < min(len(row.tokens), at + 9)
                and row.kind(end) in ("word", "actor", "weapon")
                and row.word(end) not in ("came", "is", "was", "comes")
            ):
                end += 1
    return at + 2, end


def measure_left(row: Row, at: int, *kinds: str) -> int | None:
    """The nearest noun left of a token that says what is measured."""
    for k in left(row, at):
        sense = row.sense(k, "measure")
        if sense is not None and is_head(row, k) and (not kinds or sense.name in kinds):
            return k
    return None


def counts(row: Row, at: int, value: ValueMention, *tags: str) -> bool:
    """Whether what a number counts is called by a noun with one of some senses."""
    noun = value.noun
    if not noun:
        return row.sense(at + 1, *tags) is not None
    known: frozenset[str] | None = row.answers.get((counts, noun))
    if known is None:
        words = noun.lower().split()[-2:]
        known = row.answers[counts, noun] = frozenset(sense.tag for word in words for sense in senses_of(word))
    return not known.isdisjoint(tags)


def stated_number(value: ValueMention) -> Decimal | None:
    """The number that a value gives, the lower one of two; ``None`` where it gives none."""
    return value.amount.low if value.amount.low is not None else value.amount.high


def counts_arms(row: Row, at: int, value: ValueMention) -> bool:
    """Whether a number counts arms: a weapon behind it, or what it counts is called by a noun for arms."""
    words = (value.noun or "").split()
    return row.kind(at + 1) == "weapon" or (bool(words) and is_arms(words[-1]))
