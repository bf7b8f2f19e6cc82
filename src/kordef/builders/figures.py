"""How a number stands in its sentence: whether it is a figure for a state of affairs, and of what.

A percentage nearly always is. A sum of money is one where what governs it is measured (spending, exports, a backlog) and not
bought (a contract, an order), or where it is the sum of several deals. A count is one where somebody holds that many, where
the users are counted, where it is a total, or where it recurs (a year).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from kordef.builders.indicators import Row, Sense, senses_of
from kordef.builders.verbs import group_before
from kordef.mentions.model import ActorMention, ValueMention
from kordef.vocabulary import Basis, Modality

__all__ = ["Reading", "readings"]

_BREAKS = frozenset(
    [";", ":", "—", "–", "which", "who", "whose", "while", "whereas", "although", "though", "because", "when", "where", "if", "but", "unless", "even"]
)
_HEDGES = frozenset(
    ["by", "a", "an", "the", "some", "about", "almost", "nearly", "roughly", "around", "further", "another", "as", "much", "only", "just", "year", "on",
     "year-on-year", "year-over-year", "annually", "respectively", "than", "around", "even", "or", "nominal", "real", "record", "whopping", "total", "overall", "itself", "own"]
)  # fmt: skip
_LEVEL_PREPOSITIONS = frozenset(["to", "at", "from", "between", "of", "above", "below", "over"])
_STOPS = frozenset(
    """the a an this that these those its their his her our whose and or but of in on at to from for with by as than into over under
    is are was were be been being has have had will would could can may might shall should must do does did not also now then still already
    it they he she we i who which what where when while if so there here only just even both each every all most more less up down out
    about against between among during since until after before per via such own other
    said says reported announced noted told added called puts put give gave gives make makes made takes took sees saw show shows showed""".split()
)
_OF = frozenset(["of", "in", "on", "for", "from", "to", "with", "by", "towards", "toward"])


@frozen(kw_only=True)
class Reading:
    """A number as a figure.

    ``at`` is the position of its token, ``trigger`` that of the word that makes it a figure. ``measure`` are the positions
    (start, end) of the words that say what is measured, ``None`` where only a verb does: then ``noun`` is what the verb's flow
    is called. ``whole`` are the words after "of" in "36% of world imports". ``sign`` is -1 for a decrease. ``users`` is set
    where the users of a thing are counted, ``holder`` where the figure belongs to who holds that many.
    """

    at: int
    value: ValueMention
    basis: Basis
    trigger: int
    measure: tuple[int, int] | None = None
    noun: str = ""
    whole: tuple[int, int] | None = None
    sign: int = 0
    users: bool = False
    holder: bool = False
    modality: Modality = Modality.ASSERTED


def readings(row: Row, before: Reading | None = None) -> tuple[Reading, ...]:
    """The figures of a sentence, in its order; ``before`` is the last one of the paragraph so far."""
    found: list[Reading] = []
    for at, token in enumerate(row.tokens):
        value = token.mention
        if not isinstance(value, ValueMention) or value.kind in ("duration", "length", "mass", "speed", "rank"):
            continue
        reading = _sibling(row, at, value, found) or _read(row, at, value, found, before)
        if reading is not None:
            found.append(reading)
    return tuple(found)


def _read(row: Row, at: int, value: ValueMention, found: Sequence[Reading], before: Reading | None) -> Reading | None:
    if value.unit == "TIV":
        return _finished(row, _level(row, at, value, _measure_left(row, at) or _flow_left(row, at) or at))
    if value.kind == "percent":
        return _percent(row, at, value, found)
    if value.unit == "multiple":
        return _multiple(row, at, value, found)
    if value.kind == "money":
        return _money(row, at, value, found)
    return _count(row, at, value, found, before)


# ---- walking


def _left(row: Row, at: int, reach: int = 22) -> Iterator[int]:
    """The positions left of a token, back to where its clause begins; what stands in brackets is passed over."""
    depth = 0
    for position in range(at - 1, max(-1, at - 1 - reach), -1):
        word = row.word(position)
        if word == ")":
            depth += 1
        elif word == "(":
            depth -= 1 if depth else 0
        elif not depth:
            if word in _BREAKS:
                return
            yield position


def _right(row: Row, at: int, reach: int = 14) -> Iterator[int]:
    """The positions right of a token, up to where its clause ends."""
    for position in range(at + 1, min(len(row.tokens), at + 1 + reach)):
        word = row.word(position)
        if word in _BREAKS or (word == "and" and position + 1 < len(row.tokens) and row.kind(position + 1) == "value"):
            return
        yield position


def _measure_left(row: Row, at: int) -> int | None:
    return next((k for k in _left(row, at) if row.sense(k, "measure")), None)


def _flow_left(row: Row, at: int) -> int | None:
    return next((k for k in _left(row, at) if row.sense(k, "flow")), None)


def _before(row: Row, at: int) -> tuple[int, str]:
    """The first telling token left of a number, past hedges and adverbs; and the preposition passed over, if any."""
    preposition = ""
    position = at - 1
    while position >= 0:
        word = row.word(position)
        if word in ("to", "from", "at", "of", "by", "in", "for", "with") and not preposition:
            preposition = word
        elif word not in _HEDGES and not (word.endswith("ly") and len(word) > 4) and row.kind(position) != "date":
            break
        position -= 1
    return position, preposition


def _next_noun(row: Row, at: int) -> int | None:
    """The noun that a number stands before as an adjective: "a $6 billion deal", "the 5 percent NATO target"."""
    for position in range(at + 1, min(at + 5, len(row.tokens))):
        if row.sense(position, "measure", "change", "deal", "compare", "user", "charge"):
            return position
        word = row.word(position)
        if row.kind(position) not in ("word", "actor", "weapon") or word in _STOPS or row.sense(position, "level", "hold", "flow", "held"):
            return None
    return None


# ---- what is measured


def phrase(row: Row, at: int) -> tuple[int, int]:
    """The noun phrase around a noun: "South Korea's total defence exports", "share in global arms exports"."""
    start, end = at, at + row.lengths[at]
    while start > 0 and at - start < 6:
        word = row.word(start - 1)
        sense = row.sense(start - 1, "level", "change", "spend", "publish", "use", "employ")
        if row.kind(start - 1) in ("actor", "weapon"):
            start -= 1
        elif row.kind(start - 1) == "word" and word in ("'s", "’s"):
            start -= 1
        elif row.kind(start - 1) != "word" or word in _STOPS or (sense and sense.form != "noun" and not row.sense(start - 1, "measure", "group")):
            break
        else:
            start -= 1
    return start, _tail(row, end, at)


def _tail(row: Row, end: int, at: int) -> int:
    """Where the prepositional phrases behind a noun end: "of arms and ammunition", "in global arms exports"."""
    limit = min(len(row.tokens), at + 12)
    while end < limit and row.word(end) in _OF and end + 1 < limit and row.kind(end + 1) in ("word", "actor", "weapon"):
        position = end + 1
        while position < limit and _belongs(row, position):
            position += 1
        if position == end + 1:
            break
        end = position
    return end


def _belongs(row: Row, at: int) -> bool:
    word = row.word(at)
    if row.kind(at) in ("actor", "weapon") or word in ("the", "its", "their", "all", "'s", "’s", "other"):
        return True
    if word in ("and", "or"):
        return at + 1 < len(row.tokens) and row.kind(at + 1) in ("word", "weapon", "actor") and _belongs(row, at + 1)
    verb = row.sense(at, "level", "change", "publish", "spend", "hold", "use", "flow", "employ", "compare")
    if verb is not None and not row.sense(at, "measure", "group"):
        return False
    return row.kind(at) == "word" and word not in _STOPS and not (word.endswith("ed") and not word.endswith(("oured", "ored", "ined")))


def _whole(row: Row, at: int) -> tuple[int, int] | None:
    """The words of "36% of world imports"."""
    if row.word(at + 1) != "of":
        return None
    end = _tail(row, at + 1, at + 1)
    if end == at + 1:  # "of what European states imported", "of them"
        end = at + 2
        while end < min(len(row.tokens), at + 9) and row.kind(end) in ("word", "actor", "weapon") and row.word(end) not in ("came", "is", "was"):
            end += 1
    return at + 2, max(end, at + 3) if at + 2 < len(row.tokens) else at + 2


# ---- percentages and multiples


def _percent(row: Row, at: int, value: ValueMention, found: Sequence[Reading]) -> Reading | None:
    noun = _next_noun(row, at)
    if _is_charge(row, at, noun):
        return None
    change = _change(row, at, value)
    whole = _whole(row, at)
    measure, verb = _measured(row, at, noun, whole)
    if change is not None:
        sign, trigger = change
        reading = Reading(at=at, value=value, basis=Basis.CHANGE, sign=sign, trigger=trigger)
    else:
        share = whole is not None or " of " in value.exact or _is_share(row, at, measure, noun)
        trigger = measure if measure is not None else verb if verb is not None else at
        reading = Reading(at=at, value=value, basis=Basis.SHARE if share else Basis.LEVEL, trigger=trigger, whole=whole)
    reading = _with_measure(row, reading, measure, verb)
    if reading.measure is None and not reading.noun and whole is None:
        if not found:
            return reading if change is not None else None
        reading = _like(reading, found[-1])
    return _finished(row, reading)


def _is_charge(row: Row, at: int, noun: int | None) -> bool:
    if noun is not None and row.sense(noun, "charge"):
        return True
    if any(row.sense(k, "charge") for k in range(at + 1, at + 4)) and not row.sense(at - 1, "change"):
        return True
    return any(row.sense(k, "charge") for k in range(max(0, at - 4), at)) and _measure_left(row, at) is None


def _change(row: Row, at: int, value: ValueMention) -> tuple[int, int] | None:
    """The sign of a change, and the word that says so."""
    for position in (at + 1, at + 2):
        sense = row.sense(position, "compare", "change")
        if sense is not None and sense.sign and (sense.tag == "compare" or sense.form in ("noun", "nouns") or sense.name in ("up", "down")):
            if position == at + 2 and (sense.tag == "compare" or row.word(at + 1) in _STOPS or row.kind(at + 1) != "word"):
                break
            return sense.sign, position
        if position == at + 1 and row.kind(position) != "word":
            break
    position, preposition = _before(row, at)
    if preposition in ("to", "at", "from"):
        return None
    sense = row.sense(position, "change")
    if sense is not None and sense.sign and (preposition != "in"):
        return sense.sign, position
    if preposition == "by":
        for k in _left(row, at):
            sense = row.sense(k, "change")
            if sense is not None and sense.sign and sense.form != "noun":
                return sense.sign, k
    if value.change and not row.sense(position, "level", "measure"):
        return value.change, position if position >= 0 else at
    return None


def _is_share(row: Row, at: int, measure: int | None, noun: int | None) -> bool:
    sense = row.sense(measure, "measure") if measure is not None else None
    if sense is not None and sense.name == "share":
        return True
    position, preposition = _before(row, at)
    level = row.sense(position, "level")
    return noun is None and preposition == "for" and level is not None


def _measured(row: Row, at: int, noun: int | None, whole: tuple[int, int] | None) -> tuple[int | None, int | None]:
    """The noun of what is measured, else the verb of a flow: beside the number, in its "of" phrase, left, then right."""
    if noun is not None and row.sense(noun, "measure"):
        return noun, None
    if whole is not None:
        inside = range(*whole)
        verb = next((k for k in inside if row.sense(k, "flow") and row.sense(k, "flow").form in ("past", "participle")), None)  # type: ignore[union-attr]
        if verb is not None:
            return None, verb
        measure = next((k for k in inside if row.sense(k, "measure")), None)
        if measure is not None:
            return measure, None
    for k in _left(row, at):
        sense = row.sense(k, "measure", "flow")
        if sense is not None and sense.tag == "measure" and sense.name != "target":
            return k, None
        if sense is not None and sense.tag == "flow" and sense.form in ("past", "participle", "third", "ing", "base"):
            return None, k
    for k in _left(row, at):
        if row.sense(k, "measure"):
            return k, None
    if whole is not None:
        return None, None
    return next((k for k in _right(row, at) if row.sense(k, "measure")), None), None


def _with_measure(row: Row, reading: Reading, measure: int | None, verb: int | None) -> Reading:
    if measure is not None:
        return evolve(reading, measure=phrase(row, measure))
    if verb is not None:
        sense = row.sense(verb, "flow")
        return evolve(reading, noun=sense.name if sense else "", trigger=reading.trigger if reading.basis is Basis.CHANGE else verb)
    return reading


def _like(reading: Reading, other: Reading) -> Reading:
    return evolve(reading, measure=other.measure, noun=other.noun)


def _multiple(row: Row, at: int, value: ValueMention, found: Sequence[Reading]) -> Reading | None:
    measure = next((k for k in (at + 1, at + 2, at + 3, at + 4) if row.sense(k, "measure")), None)
    verb: int | None = None
    if measure is None:
        measure, verb = _measured(row, at, None, None)
    if measure is None and verb is None:
        position, _ = _before(row, at)
        if not (row.sense(position, "change") and found):
            return None
    reading = _with_measure(row, Reading(at=at, value=value, basis=Basis.MULTIPLE, trigger=at), measure, verb)
    if reading.measure is None and not reading.noun and found:
        reading = _like(reading, found[-1])
    return _finished(row, reading)


# ---- money


def _money(row: Row, at: int, value: ValueMention, found: Sequence[Reading]) -> Reading | None:
    noun = _next_noun(row, at)
    if noun is not None and row.sense(noun, "deal") and not row.sense(noun, "measure"):
        return None
    if value.per in ("each", "apiece"):
        return None
    change = _change(row, at, value)
    measure = noun if noun is not None and row.sense(noun, "measure") else _measure_behind(row, at)
    if measure is None:
        measure = _governing_measure(row, at)
    if measure is not None:
        basis, sign = (Basis.CHANGE, change[0]) if change is not None else (Basis.LEVEL, 0)
        reading = Reading(at=at, value=value, basis=basis, sign=sign, trigger=change[1] if change else measure)
        return _finished(row, _with_measure(row, reading, measure, None))
    spent = _spent(row, at)
    if spent is not None:
        return _finished(row, Reading(at=at, value=value, basis=Basis.LEVEL, trigger=spent, noun=row.tokens[spent].text))
    if _is_total(row, at):
        return _finished(row, Reading(at=at, value=value, basis=Basis.LEVEL, trigger=at, noun="total value", holder=True))
    if found and _is_listed(row, at):
        return _finished(row, _like(Reading(at=at, value=value, basis=found[-1].basis, trigger=at, sign=found[-1].sign), found[-1]))
    return None


def _measure_behind(row: Row, at: int) -> int | None:
    """What the sum is in: "$66.5 billion in military assistance", "$17 billion in arms that South Korea sold"."""
    start = at + 1
    if row.word(start) == "worth":
        start += 1
    if row.word(start) not in ("in", "of", "for", "on", "towards", "toward"):
        return None
    for position in range(start + 1, min(start + 6, len(row.tokens))):
        if row.sense(position, "measure"):
            return position
        if row.sense(position, "purpose") and row.word(start) in ("in", "of"):
            follows = next((k for k in range(position + 1, min(position + 6, len(row.tokens))) if row.sense(k, "flow")), None)
            if follows is not None:
                return position
        if row.kind(position) in ("date", "value", "mark"):
            return None
    return None


def _governing_measure(row: Row, at: int) -> int | None:
    """The measured noun that a sum is said of, where no deal and no price comes between."""
    passed_total = False
    for k in _left(row, at):
        sense = row.sense(k, "measure", "deal", "price", "total", "spend")
        if sense is None:
            continue
        if sense.tag == "total":
            passed_total = True
        elif sense.tag == "measure":
            if sense.name == "undertaking":
                return k if _is_sized(row, at) else None
            if sense.name == "price":
                return None
            return k
        elif sense.tag == "price" or (sense.tag == "deal" and not (passed_total and sense.form == "nouns")):
            return None
        elif sense.tag == "spend":
            return None
    return None


def _is_sized(row: Row, at: int) -> bool:
    """Whether a project is put at a sum, which is then its size."""
    position, _ = _before(row, at)
    return row.sense(position, "level", "price") is not None


def _spent(row: Row, at: int) -> int | None:
    """The verb of spending, pledging or raising that a sum is the object of."""
    for k in _left(row, at, 8):
        if row.sense(k, "spend"):
            return k
        if row.sense(k, "deal", "price", "level") or row.kind(k) == "value":
            return None
    return None


def _is_total(row: Row, at: int) -> bool:
    """Whether a sum or number is that of several deals: "two orders come to 290", "worth $5.76 billion between them"."""
    after = [row.sense(k, "total") for k in range(at + 1, min(at + 4, len(row.tokens)))]
    if any(s is not None and s.form == "phrase" for s in after) and not _single_deal(row, at):
        return True
    if any(row.word(k) == "add" and row.word(k + 1) == "up" for k in _right(row, at, 9)):
        return True
    position, _ = _before(row, at)
    verb = row.sense(position, "total", "level")
    if verb is None:
        return False
    before = list(_left(row, position))
    if any((s := row.sense(k, "total")) and s.form == "phrase" for k in before):
        return not _single_deal(row, at)
    return verb.tag == "total" and any((s := row.sense(k, "deal")) and s.form == "nouns" for k in before)


def _single_deal(row: Row, at: int) -> bool:
    """Whether the clause speaks of one deal, or of what a deal buys."""
    for k in _left(row, at):
        sense = row.sense(k, "deal")
        if sense is not None and sense.form != "nouns":
            return True
    return False


def _is_listed(row: Row, at: int) -> bool:
    """Whether a number stands behind a name in a list: "Germany (EUR 17.7 billion), Britain with 10.4 billion"."""
    if row.word(at - 1) in ("(", "with", "at", ":", ","):
        name = row.tokens[at - 2] if at >= 2 else None
        return name is not None and (isinstance(name.mention, ActorMention) or row.sense(at - 2, "region") is not None)
    return False


# ---- counts


def _count(row: Row, at: int, value: ValueMention, found: Sequence[Reading], before: Reading | None) -> Reading | None:
    for test in (_recurring, _users, _held, _people, _numbered, _summed, _superseded):
        reading = test(row, at, value)
        if reading is not None:
            return _finished(row, reading)
    return _continued(row, at, value, found, before)


def _noun_words(value: ValueMention) -> list[str]:
    return (value.noun or "").lower().split()


def _has_noun(row: Row, at: int, value: ValueMention, *tags: str) -> bool:
    """Whether what a number counts has a word with one of some senses."""
    return any(_sense_of(word, tags) for word in _noun_words(value)[-2:]) or bool(row.sense(at + 1, *tags))


def _sense_of(word: str, tags: Sequence[str]) -> Sense | None:
    return next((s for s in senses_of(word) if s.tag in tags), None)


def _recurring(row: Row, at: int, value: ValueMention) -> Reading | None:
    """Numbers a year or month: what is produced, trained or needed."""
    if value.per is None or value.per in ("each", "apiece", "per cent"):
        return None
    for k in _left(row, at):
        sense = row.sense(k, "flow", "measure")
        if sense is not None:
            reading = Reading(at=at, value=value, basis=Basis.LEVEL, trigger=k, holder=True)
            return _with_measure(row, reading, k if sense.tag == "measure" else None, k if sense.tag == "flow" else None)
    return None


def _users(row: Row, at: int, value: ValueMention) -> Reading | None:
    """Users and the like: "nine other countries operate the gun", "six of the ten users", "arms from over 30 states"."""
    if value.exact.lower().startswith(("two", "both", "one")) or (value.amount.low is not None and value.amount.low < 2):
        return None
    partitive = row.word(at + 1) == "of" or " of " in value.exact
    if partitive:
        member = next((k for k in range(at + 1, at + 4) if row.kind(k) == "value"), None)
        other = row.tokens[member].mention if member is not None else None
        if isinstance(other, ValueMention) and member is not None and _has_noun(row, member, other, "user"):
            return Reading(at=at, value=value, basis=Basis.LEVEL, trigger=at, users=True, measure=(at, member + 1))
    if _has_noun(row, at, value, "user"):
        ranked = any(w in ("largest", "biggest", "top", "leading", "main") for w in _noun_words(value))
        return None if ranked else Reading(at=at, value=value, basis=Basis.LEVEL, trigger=at, users=True, measure=(at, at + 1))
    if _has_noun(row, at, value, "group"):
        verb = next((k for k in range(at + 1, min(at + 4, len(row.tokens))) if (s := row.sense(k, "use", "hold", "spend")) and s.form != "ing"), None)
        if verb is None and row.word(at - 1) in ("from", "by", "in"):
            verb = next((k for k in _left(row, at, 8) if (s := row.sense(k, "use", "flow")) and s.form in ("past", "participle")), None)
            if verb is not None and row.word(at - 1) == "in" and not row.sense(verb, "use"):
                verb = None
        if verb is not None:
            return Reading(at=at, value=value, basis=Basis.LEVEL, trigger=verb, users=True, measure=(at, at + 1))
    return None


def _held(row: Row, at: int, value: ValueMention) -> Reading | None:
    """Things that somebody has: "already flies 40 F-35As", "will have 36", "1,700 were in service"."""
    if value.kind == "persons" or value.additional:
        return None
    countable = row.kind(at + 1) == "weapon" or value.noun is None or value.noun_span is not None
    position, preposition = _before(row, at)
    verb = row.sense(position, "hold")
    weapon = row.kind(at + 1) == "weapon" or value.noun is None or any(_sense_of(w, ("held",)) for w in _noun_words(value))
    if verb is not None and not preposition and weapon and row.word(at + 1) != "to" and _is_full_verb(row, position):
        return Reading(at=at, value=value, basis=Basis.LEVEL, trigger=position, holder=True)
    if countable and value.noun != "one":
        for k in _right(row, at, 10):
            if row.sense(k, "held"):
                return Reading(at=at, value=value, basis=Basis.LEVEL, trigger=k, holder=True)
            if row.sense(k, "deal", "flow") and not row.sense(k, "measure") or row.kind(k) == "value":
                break
    return None


def _is_full_verb(row: Row, at: int) -> bool:
    """Whether "have" is not the auxiliary of another verb."""
    group = group_before(row.tokens, at)
    return group.modality not in (Modality.DENIED,)


def _people(row: Row, at: int, value: ValueMention) -> Reading | None:
    """Jobs, the strength of forces, soldiers trained."""
    if _has_noun(row, at, value, "job"):
        verb = next((k for k in _left(row, at, 10) if row.sense(k, "employ", "hold")), None)
        trigger = verb if verb is not None else at
        if verb is not None or _has_noun(row, at, value, "job") and "job" in " ".join(_noun_words(value)):
            return Reading(at=at, value=value, basis=Basis.LEVEL, trigger=trigger, measure=(at, at + 1))
    if value.kind != "persons":
        return None
    position, preposition = _before(row, at)
    sense = row.sense(position, "employ")
    if sense is not None and not preposition:
        return Reading(at=at, value=value, basis=Basis.LEVEL, trigger=position, measure=(at, at + 1), holder=True)
    if preposition in ("of", "to", "at", "from") and row.sense(position, "strength", "measure", "change"):
        return Reading(at=at, value=value, basis=Basis.LEVEL, trigger=position, measure=(at, at + 1), holder=True)
    return None


def _numbered(row: Row, at: int, value: ValueMention) -> Reading | None:
    """"The number of K9s on order to 364", "the total under contract grew to 24", "stocks of 300 tanks"."""
    position, preposition = _before(row, at)
    for k in _left(row, at, 14):
        sense = row.sense(k, "measure", "deal", "flow", "use")
        if sense is None:
            continue
        if sense.tag == "measure" and sense.name in ("generic", "stock", "flow"):
            linked = preposition in ("to", "at", "from", "of") or row.sense(position, "level", "change") or row.word(position) in ("is", "was", "as", "were")
            single = sense.name == "generic" and row.word(k) == "total" and k == at - 2
            if linked and not single and not (sense.name == "flow" and value.noun is None):
                reading = Reading(at=at, value=value, basis=Basis.LEVEL, trigger=k, holder=True)
                return _with_measure(row, reading, k, None)
        if sense.tag == "deal" and sense.form not in ("noun", "nouns"):
            return None
    return None


def _summed(row: Row, at: int, value: ValueMention) -> Reading | None:
    """Totals of several deals, and what of them is still open."""
    position, _ = _before(row, at)
    if row.word(position) in ("leaves", "leaving", "left", "remain", "leave") or any(row.word(k) in ("remain", "remains") for k in (at + 1, at + 2)):
        if any(row.sense(k, "remaining") for k in _right(row, at, 8)) or row.word(at + 1) == "remain":
            return Reading(at=at, value=value, basis=Basis.LEVEL, trigger=position, noun="remaining", holder=True)
        return None
    verb = row.sense(position, "total")
    if verb is not None and verb.form != "phrase" and value.noun is None and _is_total(row, at):
        return Reading(at=at, value=value, basis=Basis.LEVEL, trigger=position, noun="total", holder=True)
    return None


def _superseded(row: Row, at: int, value: ValueMention) -> Reading | None:
    """"An earlier plan was for 450 vehicles": what was aimed at before is no transfer."""
    position, preposition = _before(row, at)
    if preposition not in ("for", "of") or row.word(position) not in ("was", "plan", "requirement", "target", "called", "foresaw"):
        return None
    for k in _left(row, at, 8):
        if row.word(k) in ("plan", "requirement", "target", "goal", "need") and any(row.sense(j, "superseded") for j in (k - 1, k - 2)):
            reading = Reading(at=at, value=value, basis=Basis.TARGET, trigger=k, holder=True)
            return evolve(reading, measure=phrase(row, k))
    return None


def _continued(row: Row, at: int, value: ValueMention, found: Sequence[Reading], before: Reading | None) -> Reading | None:
    """A bare number or part that goes on with the figure before it: "1,800 of them", "it wants to reach 75,000"."""
    if found and value.noun in (None, "them", "these", "those") and value.kind == found[-1].value.kind:
        if "of them" in value.exact or row.word(at + 1) == "of" and row.word(at + 2) in ("them", "these", "which", "those"):
            return _finished(row, _like(Reading(at=at, value=value, basis=found[-1].basis, trigger=at, holder=found[-1].holder), found[-1]))
    position, _ = _before(row, at)
    if before is not None and not found and value.noun is None and value.kind == before.value.kind and row.sense(position, "level"):
        return _finished(row, Reading(at=at, value=value, basis=Basis.LEVEL, trigger=position, noun=before.noun, holder=before.holder))
    return None


# ---- siblings and the rest


def _sibling(row: Row, at: int, value: ValueMention, found: Sequence[Reading]) -> Reading | None:
    """A number that repeats or goes on with the one before it: "10% and 43%", "$12.4 billion, or nearly three quarters"."""
    if not found:
        return None
    last = found[-1]
    between = [row.word(k) for k in range(last.at + 1, at)]
    if len(between) > 2 or not all(w in (",", "and", "or", "(", "to") for w in between) or not between:
        return None
    same = evolve(last, at=at, value=value)
    if value.equivalent_of == last.value.start or (value.kind == last.value.kind and value.unit == last.value.unit):
        return same
    if between[-1] in ("or", "(") and value.kind == "percent":
        if last.value.unit == "multiple":
            return evolve(same, basis=Basis.CHANGE, sign=1)
        if last.value.kind == "money" or last.value.kind == "count":
            return evolve(same, basis=Basis.SHARE, sign=0)
    return None


def _level(row: Row, at: int, value: ValueMention, trigger: int) -> Reading:
    sense = row.sense(trigger, "measure", "flow")
    reading = Reading(at=at, value=value, basis=Basis.LEVEL, trigger=trigger)
    if sense is None:
        return reading
    return _with_measure(row, reading, trigger if sense.tag == "measure" else None, trigger if sense.tag == "flow" else None)


def _finished(row: Row, reading: Reading) -> Reading:
    """The reading with the modality of its verb; a figure that is aimed at or foreseen is a target or forecast."""
    position, _ = _before(row, reading.at)
    verb = position if row.sense(position, "level", "change", "spend", "hold", "employ", "flow") else reading.trigger
    if verb >= len(row.tokens) or row.kind(verb) != "word":
        return reading
    group = group_before(row.tokens, verb)
    basis = reading.basis
    if basis in (Basis.LEVEL, Basis.SHARE) and reading.sign == 0:
        if group.modality in (Modality.PLANNED, Modality.DEMANDED, Modality.PROPOSED):
            basis = Basis.TARGET
        elif group.modality in (Modality.EXPECTED, Modality.POSSIBLE, Modality.CONDITIONAL):
            basis = Basis.FORECAST
    target = reading.measure is not None and any(
        (s := row.sense(k, "measure")) is not None and s.name == "target" for k in range(*reading.measure)
    )
    return evolve(reading, basis=Basis.TARGET if target else basis, modality=group.modality)
