"""Putting values together: ranges, qualifiers, counted nouns, and what a number takes over from its neighbours."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kordef.amounts import Amount
from kordef.mentions import not_values as never
from kordef.mentions.counts import CAPITAL_SERIES, NAMED_SERIES, SERIES, Noun, names_persons, noun_behind
from kordef.mentions.following import unit_named
from kordef.mentions.hedges import Before, before, behind
from kordef.mentions.model import ValueMention
from kordef.mentions.money import Leading
from kordef.mentions.value_parts import Part, PartReader
from kordef.mentions.word_files import read_words_of
from kordef.vocabulary import Qualifier, Section

if TYPE_CHECKING:
    from decimal import Decimal

    from kordef.mentions.money import Moneys
    from kordef.mentions.numerals import Numeral
    from kordef.mentions.shares import Share

__all__ = ["ValueBuilder", "sums_of"]

_NUMBERS: Final = read_words_of("numbers")
_COUNTED: Final = read_words_of("counted")
_CONNECTOR = re.compile(r"(-? to |-? or | and | through |, or | ?[-–—−~] ?)(?:(?:about|around|some|nearly|approximately|roughly|perhaps) |~ ?)?(?=[0-9$€£A-Za-z¥₩])")
_HYPHENED = re.compile(r"-([A-Za-z]+)(?:-[A-Za-z]+)*")
_RATE = re.compile(
    r" ?(each|apiece|a piece|per [a-z]+|an? (?:year|month|week|day|hour|minute|unit|copy|share|barrel|head|person|vehicle|aircraft|tank|round|shell|piece)"
    r"|every (?:year|month|week|day)|annually|monthly|daily|weekly|yearly|/ ?(?:year|month|day|hour|unit|yr|h))(?![A-Za-z])"
)
_PERSONS_BEHIND = re.compile(r"(?: (?:were|was|are|have been|had been|others? were))?[ -](?:" + "|".join(_COUNTED["person_after"]) + r")\b")
_TIMES: Final = {word: unit for word in _COUNTED["times"] if (unit := unit_named(word)) is not None}
_MARK = re.compile(r" (?:mark|threshold|barrier|milestone)\b")
_SCORED = re.compile(r" (?:" + "|".join(_COUNTED["scored"]) + r")\b")
_COMPARED = re.compile(r" (?:" + "|".join(_COUNTED["compared"]) + r")\b")
_OF_OUTPUT = re.compile(r" of (?:its |the |their |his )?((?:annual |national )?(?:GDP|GNP|GNI|gross domestic product|gross national product|gross national income|economic output))\b", re.IGNORECASE)
_AGED = re.compile(r"-(?:old|olds|long|strong|wide|high|deep|thick)\b")
_COORDINATED = re.compile(r"(?:,| and| or|, and| plus) (?:[0-9]+|[a-z]+)(?= )")
_BETWEEN_SUMS = re.compile(r"\s*(?:\(|,? or |/|=|≈)\s*(?:or |the equivalent of |equivalent to |equal to |i\.e\.,? |= ?|roughly |worth )*")
_LISTED = re.compile(r"(?:, | and | or |, and )(?=[0-9])")
_POUND_MASS: Final = frozenset(_COUNTED["mass_before"])
_POUND_MASS_BEHIND = re.compile(r"[ -](?:" + "|".join(_COUNTED["mass_behind"]) + r")\b")
_HYPHEN_PERSONS: Final = frozenset(_COUNTED["hyphen_persons"])
_HYPHEN_ITEMS: Final = frozenset(_COUNTED["hyphen_items"])
_SMALL_ITEMS: Final = frozenset(_COUNTED["small_hyphen_items"])
_ALLOWED_ADJECTIVES: Final = frozenset(_COUNTED["number_adjectives"])
_UNDER_NOUNS: Final = frozenset(_NUMBERS["unhedged"]["under_nouns"])
_UP: Final = frozenset(_NUMBERS["change"]["up"])
_DOWN: Final = frozenset(_NUMBERS["change"]["down"])
_MOVES: Final = _UP | _DOWN | frozenset(_NUMBERS["change"]["move"])
_RANGES: Final = frozenset(_NUMBERS["change"]["span"])
_UP_BEHIND: Final = frozenset(_NUMBERS["change"]["up_after"])
_DOWN_BEHIND: Final = frozenset(_NUMBERS["change"]["down_after"])
_LASTED: Final = frozenset(_COUNTED["over_a_time_before"])
_OPEN_ABOVE: Final = frozenset({Qualifier.OVER, Qualifier.AT_LEAST})
_OPEN_BELOW: Final = frozenset({Qualifier.UNDER, Qualifier.UP_TO})
_BODIES: Final = frozenset(_COUNTED["bodies"])
_ITEM: Final = ("count", "item")
_PERSON: Final = ("persons", "person")


def sums_of(mentions: list[ValueMention]) -> list[tuple[Decimal, str]]:
    """The amount and currency of each sum among some mentions."""
    sums = ((m.amount.low if m.amount.low is not None else m.amount.high, m.unit) for m in mentions if m.kind == "money")
    return [(amount, unit) for amount, unit in sums if amount is not None]


class ValueBuilder:
    """Builds the mentions of one stretch of text and keeps them in ``found``."""

    def __init__(self, text: str, low: int, high: int, moneys: Moneys, *, block: int, story: int, section: Section, cell: bool = False) -> None:
        self.text = text
        self.low = low
        self.high = high
        self.moneys = moneys
        self.parts = PartReader(text, low, high, moneys)
        self.found: list[ValueMention] = []
        self.in_cell = cell
        self.sums: list[tuple[Decimal, str]] = []
        """The sums before this stretch of text, the last ones last: amount and currency."""
        self._place = (block, story, section)

    def words_before(self, position: int) -> list[str]:
        """The words in front of a position, as they are written."""
        raise NotImplementedError

    def is_hedged(self, start: int, words: list[str]) -> bool:
        """Whether a hedge stands before ``start``."""
        return before(self.text, start, words, measured=False).qualifier is not Qualifier.EXACT

    def is_coordinated(self, part: Part) -> bool:
        """Whether another number with its noun is joined to this one by a comma or "and"."""
        last = self.found[-1] if self.found else None
        if last is not None and last.kind in ("count", "persons") and 0 <= part.start - last.end <= 24:
            *words, joint = self.text[last.end : part.start].replace(",", " , ").split() or [""]
            if joint in (",", "and", "or", "plus") and len(words) < 3:
                return True
        noun = noun_behind(self.text, part.end, self.high, one=True)
        joined = _COORDINATED.match(self.text, noun.end, self.high) if noun.head else None
        if joined is None:
            return False
        return self.parts.numeral_at(joined.start() + len(joined[0]) - len(joined[0].split()[-1])) is not None

    # Amounts

    def amount(self, part: Part, words: list[str], sign: str, *, one: bool = False) -> int:
        """Enter the value of a number, alone or as the first of a range; the answer is where to go on."""
        text = self.text
        second = self._second(part, words)
        if isinstance(second, int):
            return second
        if second is not None:
            part, other = second
        else:
            other = None
        last = other or part
        if part.plain and (inherited := self._inherited(part, last, words)) is not None:
            part = inherited
        if sign:
            words = self.words_before(part.start - len(sign))
        if part.plain:
            return self._count(part, other, words, sign, one)
        if part.unit is not None and part.unit.kind == "duration" and text.startswith(" ago", last.end):
            return last.end
        self._measured(part, other, words, sign)
        return last.end

    def measure(self, part: Part, words: list[str]) -> None:
        """Enter the value of a part with a unit."""
        self._measured(part, None, words, "")

    def _measured(self, part: Part, other: Part | None, words: list[str], sign: str) -> None:
        """Enter money or a measurement."""
        text = self.text
        last = other or part
        start = part.start - len(sign)
        hedge = before(text, start, words, measured=True, money=part.currency is not None and part.numeral.written)
        end = last.end
        kind, unit = self._kind(part, last, words)
        if kind == "duration" and hedge.words == "over" and not self._lasted(hedge):
            hedge = hedge._replace(start=start, qualifier=Qualifier.EXACT)
        elif hedge.words == "within" and kind != "duration":
            hedge = hedge._replace(start=start, qualifier=Qualifier.EXACT)
        aged = _AGED.match(text, end, self.high) if last.adjective or text[end : end + 1] == "-" else None
        if aged is not None:
            end = aged.end()
        noun: tuple[int, int] | None = None
        if kind == "percent" and (output := _OF_OUTPUT.match(text, end, self.high)) is not None:
            noun, end = output.span(1), output.end()
        tail = behind(text, end, self.high)
        if tail is not None:
            end = tail[0]
        self._enter(part, other, hedge, tail, kind, unit, sign, end, noun)

    def _kind(self, part: Part, last: Part, words: list[str]) -> tuple[str, str]:
        if part.currency is None:
            unit = part.unit or last.unit
            return ("other", "item") if unit is None else (unit.kind, unit.id)
        if part.currency == "GBP" and self._is_mass(part, last, words):
            return "mass", "lb"
        return "money", part.currency

    def _is_mass(self, part: Part, last: Part, words: list[str]) -> bool:
        """Whether pounds are a weight: "a 500-pound bomb", "weighs 120 pounds"."""
        said = self.text[last.numeral.end : last.end].lower()
        if not said.endswith(("pound", "pounds")) or last.scale >= 6:
            return False
        if _POUND_MASS_BEHIND.match(self.text, last.end, self.high):
            return True
        return any(word.lower().strip("(,") in _POUND_MASS for word in words[-5:])

    def _lasted(self, hedge: Before) -> bool:
        """Whether "over five years" says that it was longer, and not that something takes the time."""
        words = self.words_before(hedge.start)
        return not words or words[-1].lower() in _LASTED or words[-1][-1] in ".,:;—–"

    # Ranges

    def _second(self, part: Part, words: list[str]) -> tuple[Part, Part | None] | int | None:
        """The range that a part begins; a position where two numbers are a score; None for a number alone."""
        text, high = self.text, self.high
        joined = _CONNECTOR.match(text, part.end, high)
        if joined is None:
            return None
        joint = joined[1].strip(" ,").lower()
        joint = joint[1:].strip() if joint[1:2] == " " else joint
        previous = words[-1].lower().lstrip("(“‘\"'") if words else ""
        if joint == "and" and "between" not in (previous, words[-2].lower() if len(words) > 1 else ""):
            return None
        position, lead = joined.end(), None
        if not text[position].isdigit() and (sign := self.moneys.forward(text, position, high)) is not None:
            lead = Leading(position, sign[1], False)
            position = sign[0]
        numeral = self.parts.numeral_at(position)
        if numeral is None or (numeral.bare and joint not in ("to", "or")):
            return None
        other = self.parts.read(numeral, lead, money=part.currency is not None)
        if text[other.end : other.end + 1].isalpha() and other.end == numeral.end:
            return None
        if other.plain and numeral.written and self._is_date(position, numeral):
            return None
        if joint in ("-", "–", "—", "−", "~") and part.plain and other.plain and not self._is_ranged(part, other, words):
            return other.end
        return self._matched(part, other, joint, previous, words)

    def _is_date(self, start: int, numeral: Numeral) -> bool:
        """Whether the second number of a seeming range is a year or a day."""
        raw = self.text[start : numeral.end]
        if never.is_year(raw):
            return True
        return len(raw) <= 2 and bool(never.day_end(self.text, numeral.end, self.high))

    def _is_ranged(self, part: Part, other: Part, words: list[str]) -> bool:
        """Whether two bare numbers joined by a dash are a range and not a score."""
        if part.value() >= other.value() or _SCORED.match(self.text, other.end, self.high):
            return False
        if self.in_cell or part.numeral.exponent < 0 or other.numeral.exponent < 0:
            return True
        noun = noun_behind(self.text, other.end, self.high)
        return bool(noun.head and noun.plural) or self.is_hedged(part.start, words) or part.value() >= 1000

    def _matched(self, part: Part, other: Part, joint: str, previous: str, words: list[str]) -> tuple[Part, Part | None] | None:
        """Two parts as one range, each with the unit and scale that the other has, or None if they are no range."""
        if (part.currency and other.currency and part.currency != other.currency) or (part.unit and other.unit and part.unit.id != other.unit.id):
            return None
        if (part.currency and other.unit) or (part.unit and other.currency):
            return None
        if not part.plain and other.plain and not (joint in ("-", "–", "—", "−", "~") or (part.currency and joint in ("to", "and"))):
            return None
        changed = joint == "to" and previous == "from"
        if joint == "to" and not part.plain and not other.plain and "from" in (near := [word.lower() for word in words[-6:]]) and not any(word in _RANGES for word in near):
            return None
        moved = changed and self._moves(words)
        if changed and moved and part.plain and other.plain:
            return None
        first = part._replace(currency=part.currency or other.currency, unit=part.unit or other.unit, minor=part.minor or other.minor)
        then = other._replace(currency=first.currency, unit=first.unit, minor=first.minor)
        if not part.scale and other.scale and moved and part.numeral.mantissa < 1000:
            first = first._replace(scale=other.scale)
        elif not part.scale and other.scale and part.numeral.exponent <= 0 and part._replace(unit=None).value() < other._replace(scale=0, unit=None).value():
            first = first._replace(scale=other.scale)
        if moved:
            return first, None
        low, high = first.value(), then.value()
        if low >= high:
            return None
        if joint == "or" and not (high - low <= 2 or high <= low * 2) or (joint == "or" and part.plain and not other.plain and other.unit is None and other.currency is None):
            return None
        return first, then._replace(notes=tuple(note for note in other.notes if note not in part.notes))

    def _moves(self, words: list[str]) -> bool:
        """Whether the words before "from" speak of a change rather than of a range."""
        for word in reversed(words[-9:]):
            if word[-1] in ".;:":
                return False
            lower = word.lower().strip(",(")
            if lower in _RANGES:
                return False
            if lower in _MOVES:
                return True
        return False

    # What a number takes over

    def _inherited(self, part: Part, last: Part, words: list[str]) -> Part | None:
        """A bare number with the unit of its neighbours: "15, 20 and 25 percent", "others four", "or 4.14 billion with tax"."""
        text = self.text
        if text[last.end : last.end + 1] in ("", "-") or last is not part:
            return None
        previous = words[-1].lower().strip("(,") if words else ""
        mention = self.found[-1] if self.found else None
        if previous in ("others", "other") and mention is not None and mention.kind in ("duration", "length", "percent", "mass"):
            unit = self.parts.follow(f" {mention.unit}", 0, len(mention.unit) + 1)
            if unit is not None and unit.meaning.unit is not None:
                return part._replace(unit=unit.meaning.unit, notes=(*part.notes, f"unit taken from '{mention.exact}'"))
        if part.value() >= 1_000_000 and mention is not None:
            earlier = next((m for m in reversed(self.found[-4:]) if m.kind == "money"), None)
            if earlier is not None and part.start - earlier.end < 120 and ". " not in text[earlier.end : part.start]:
                if not noun_behind(text, part.end, self.high).plural:
                    return part._replace(currency=earlier.unit, notes=(*part.notes, f"currency taken from '{earlier.exact}'"))
        position = part.end
        for _ in range(4):
            joint = _LISTED.match(text, position, self.high)
            numeral = self.parts.numeral_at(joint.end()) if joint is not None else None
            if numeral is None:
                return None
            further = self.parts.read(numeral, None)
            if not further.plain:
                if further.unit is None or further.unit.kind not in ("percent", "length", "mass", "duration"):
                    return None
                return part._replace(unit=further.unit)
            position = further.end
        return None

    # Counts

    def _count(self, part: Part, other: Part | None, words: list[str], sign: str, one: bool) -> int:
        """Enter a number that counts what the noun behind it names, or a bare number."""
        text, high = self.text, self.high
        last = other or part
        tail = behind(text, last.end, high)
        position = last.end if tail is None else tail[0]
        if tail is None and text[position : position + 1] == "-":
            return self._hyphened(part, other, words, position)
        single = one or (part.numeral.mantissa == 1 and not part.scale and not part.numeral.exponent)
        if part.numeral.bare and (mark := _MARK.match(text, position, high)) is not None:
            return self._mark(part, words, mark.end())
        noun = noun_behind(text, position, high, one=single, vague=part.numeral.least or part.numeral.bare)
        written = part.numeral.written
        if noun.named or self._is_name_part(part, noun, words):
            return last.end
        start = part.start - len(sign)
        hedge = before(text, start, words, measured=part.scale > 0)
        if not noun.head and hedge.qualifier is Qualifier.EXACT and tail is None and not self._stands_alone(part, last, noun, words, hedge):
            return last.end
        if hedge.words == "within" or (hedge.qualifier is Qualifier.UNDER and noun.head in _UNDER_NOUNS and hedge.words == "under"):
            hedge = hedge._replace(start=start, qualifier=Qualifier.EXACT)
        kind, unit = _ITEM
        end = max(noun.end, position) if noun.head or noun.additional or noun.of else position
        span: tuple[int, int] | None = (noun.start, noun.end) if noun.head else None
        if (time := _TIMES.get(noun.head)) is not None:
            part = part._replace(unit=time)
            other = None if other is None else other._replace(unit=time)
            kind, unit, span = time.kind, time.id, None
        elif noun.head in ("times", "time"):
            span = None
            if _COMPARED.match(text, end, high):
                kind = "other"
        elif noun.head:
            if noun.partitive:
                span, end = None, position
            if names_persons(noun.head, text[noun.end - len(noun.head) : noun.end]):
                kind, unit = _PERSON
        elif (age := self._age(part, end, words)) is not None:
            part = age
            kind, unit = "duration", "year"
        elif len(words) > 1 and words[-1].lower() == "of" and words[-2].lower().lstrip("(“") in _BODIES:
            kind, unit = _PERSON
        elif _PERSONS_BEHIND.match(text, end, high) or (written and self._continues_persons(end, words)):
            kind, unit = _PERSON
        if kind == "count" and words and words[-1].lower() == "top":
            kind = "rank"
        if tail is None:
            tail = behind(text, end, high)
            if tail is not None:
                end = tail[0]
        self._enter(part, other, hedge, tail, kind, unit, sign, end, span, additional=noun.additional)
        return last.end

    def _mark(self, part: Part, words: list[str], end: int) -> int:
        """ "The billion mark": a sum in the currency that the text spoke of last."""
        size = part.value()
        sums = [*self.sums, *sums_of(self.found)]
        earlier = next((unit for amount, unit in reversed(sums) if size <= 10 * amount <= 100 * size), None)
        hedge = before(self.text, part.start, words, measured=True)
        if earlier is None:
            self._enter(part, None, hedge, None, *_ITEM, "", end, None)
        else:
            part = part._replace(notes=(*part.notes, f"{earlier} taken from the sum before"))
            self._enter(part, None, hedge, None, "money", earlier, "", end, None)
        return end

    def _hyphened(self, part: Part, other: Part | None, words: list[str], position: int) -> int:
        """A number in front of a hyphen and a noun: "a 27-nation bloc", "a four-man crew"; others are names."""
        found = _HYPHENED.match(self.text, position, self.high)
        if found is None:
            return position + 1
        noun = found[1].lower()
        size = part.value()
        kind, unit = _PERSON if noun in _HYPHEN_PERSONS else _ITEM
        if noun in _HYPHEN_PERSONS or (noun in _HYPHEN_ITEMS and (size > 4 or noun in _SMALL_ITEMS)):
            hedge = before(self.text, part.start, words, measured=False)
            span = (found.start(1), found.end(1)) if noun != "strong" else None
            self._enter(part, other, hedge, None, kind, unit, "", found.end(1), span)
        return found.end()

    def _is_name_part(self, part: Part, noun: Noun, words: list[str]) -> bool:
        """Whether the word before makes a name of the number: "Block 20", "Leopard 2", "Factory 200"."""
        if not words or part.scale or part.numeral.exponent or part.text_has_comma(self.text):
            return False
        word = words[-1].lstrip("(“‘\"'[")
        if not word:
            return False
        lower = word.lower()
        if lower in SERIES:
            return True
        if not word[0].isupper():
            return len(words) > 1 and not noun.head and lower == "of" and words[-2].lower().lstrip("(") in ("round", "rounds", "score", "scores") or (
                len(words) > 1 and not noun.head and lower == "of" and words[-2] == "Group"
            )
        if lower in CAPITAL_SERIES or lower in NAMED_SERIES:
            return True
        if noun.head or noun.additional or noun.of or not word[-1].isalnum() or part.numeral.mantissa > 9999:
            return False
        first = len(words) == 1 or words[-2][-1] in ".!?:”\"|"
        shown = self.text[part.start]
        return not first and (part.numeral.written or shown.isupper())

    def _stands_alone(self, part: Part, last: Part, noun: Noun, words: list[str], hedge: Before) -> bool:
        """Whether a number without noun, unit and hedge is an amount."""
        if hedge.additional or noun.additional or noun.of:
            return True
        previous = words[-1].lower().lstrip("(“‘\"'") if words else ""
        if not part.numeral.written:
            if previous in ("the", "a", "an", "at", "these", "those") or part.numeral.bare:
                return False
            if self.text[last.end : last.end + 1] == "-":
                return False
        if previous in ("a", "an", "perfect") or (len(words) > 1 and words[-2].lower() in ("a", "an") and previous not in _ALLOWED_ADJECTIVES and previous.isalpha() and not previous.endswith("of")):
            return previous in _ALLOWED_ADJECTIVES
        return True

    def _age(self, part: Part, end: int, words: list[str]) -> Part | None:
        """A number between commas behind a person's name, as the age that it is: "Choi Tae-bok, 62, heads the agency"."""
        if len(words) < 2 or words[-1][-1] != "," or not (words[-1][0].isupper() and words[-2][0].isupper() and words[-2][-1].isalpha()):
            return None
        if not part.numeral.written or self.text[end : end + 1] not in (",", ";", ")") or not 15 < part.value() < 105 or part.numeral.exponent:
            return None
        year = _TIMES["year"]
        return part._replace(unit=year, notes=(*part.notes, "a number behind a name read as an age"))

    def _continues_persons(self, end: int, words: list[str]) -> bool:
        """Whether a bare number goes on counting the persons that the number before it counted."""
        if _RATE.match(self.text, end, self.high) or (words and words[-1].lower() == "of"):
            return False
        for mention in reversed(self.found):
            if mention.noun is not None or mention.kind == "persons":
                return mention.kind == "persons"
        return False

    # Shares and multiples

    def share(self, share: Share, words: list[str]) -> int:
        """Enter a fraction, as a percentage, alone or as the first of a range of fractions; the answer is where it ends."""
        from kordef.mentions.shares import Share as AnyShare
        from kordef.mentions.shares import read_share

        text = self.text
        low = high = share.percent
        end = share.end
        for joint in (" to ", "–", "-", " and "):
            if text.startswith(joint, end):
                other = read_share(text, end + len(joint), self.high, "", hedged=True)
                if isinstance(other, AnyShare) and other.percent > low and (joint != " and " or (words and words[-1].lower() == "between")):
                    high, end = other.percent, other.end
                break
        hedge = before(text, share.start, words, measured=True)
        qualifier = Qualifier.RANGE if high != low else hedge.qualifier if hedge.qualifier is not Qualifier.EXACT else Qualifier.FRACTION
        noun = noun_behind(text, end, self.high, vague=True)
        span = (noun.start, noun.end) if noun.head else None
        self._append(hedge.start, end, "percent", "percent", low, high, qualifier, (share.start, end), noun=span)
        return end

    def multiple(self, start: int, end: int, factor: Decimal, words: list[str], precision: Decimal | None) -> None:
        """Enter how many times as much something is: "doubled", "almost fourfold"."""
        hedge = before(self.text, start, words, measured=False)
        qualifier = hedge.qualifier
        if qualifier is Qualifier.EXACT and factor < 1:
            qualifier = Qualifier.FRACTION
        change = -1 if factor < 1 else 0
        self._append(hedge.start, end, "other", "item", factor, factor, qualifier, (start, end), precision=precision, change=change)

    def group(self, numeral: Numeral, words: list[str]) -> None:
        """Enter "a pair of frigates"."""
        noun = noun_behind(self.text, numeral.end + 3, self.high)
        if not noun.plural:
            return
        hedge = before(self.text, numeral.start, words, measured=False)
        kind, unit = _PERSON if names_persons(noun.head, self.text[noun.end - len(noun.head) : noun.end]) else _ITEM
        value = Part(numeral.start, numeral.end, numeral).value()
        self._append(hedge.start, noun.end, kind, unit, value, value, hedge.qualifier, (numeral.start, numeral.end), noun=(noun.start, noun.end))

    # Entering

    def _enter(
        self,
        part: Part,
        other: Part | None,
        hedge: Before,
        tail: tuple[int, Qualifier] | None,
        kind: str,
        unit: str,
        sign: str,
        end: int,
        noun: tuple[int, int] | None,
        *,
        additional: bool = False,
    ) -> None:
        """Enter a mention of one part or two."""
        last = other or part
        low, high = part.value(), last.value()
        precision = part.precision()
        change = 0
        if sign[:1] in ("-", "−", "–", "m", "M", "n", "N") and sign:
            low, high, change = -high, -low, -1
        elif sign == "+":
            change = 1
        if other is not None:
            qualifier = Qualifier.RANGE
            coarser = other.precision()
            precision = coarser if precision is not None and coarser is not None and coarser > precision else precision
        elif hedge.qualifier is not Qualifier.EXACT:
            qualifier = hedge.qualifier
        elif tail is not None:
            qualifier = tail[1]
        else:
            qualifier = Qualifier.ABOUT if sign == "±" else Qualifier.EXACT
        if part.numeral.least and qualifier not in (Qualifier.UNDER, Qualifier.UP_TO):
            qualifier = Qualifier.OVER if qualifier is Qualifier.OVER else Qualifier.AT_LEAST
        start = hedge.start
        if other is not None and (words := self.words_before(part.start)) and words[-1].lower().lstrip("(") == "between":
            start = min(start, part.start - 8)
        if not change and (kind == "percent" or unit == "item"):
            change = self._direction(start, end, kind)
        doubt = self._is_doubted(last.numeral.end, end)
        equivalent = self._equivalent(start, unit) if kind == "money" else None
        notes = part.notes if other is None else (*part.notes, *other.notes)
        self._append(
            start, end, kind, unit, low, high, qualifier, (part.numeral.start, last.numeral.end), precision=precision, noun=noun,
            additional=additional or hedge.additional, equivalent_of=equivalent, change=change, doubt=doubt, notes=notes,
        )  # fmt: skip

    def _append(
        self,
        start: int,
        end: int,
        kind: str,
        unit: str,
        low: Decimal,
        high: Decimal,
        qualifier: Qualifier,
        number: tuple[int, int],
        *,
        precision: Decimal | None = None,
        noun: tuple[int, int] | None = None,
        additional: bool = False,
        equivalent_of: int | None = None,
        change: int = 0,
        doubt: bool = False,
        notes: tuple[str, ...] = (),
    ) -> None:
        text = self.text
        rate = _RATE.match(text, end, self.high) if text[end : end + 1] in (" ", "/") else None
        block, story, section = self._place
        amount = Amount(
            low=None if qualifier in _OPEN_BELOW else low,
            high=None if qualifier in _OPEN_ABOVE else high,
            qualifier=qualifier,
            precision=precision,
            doubt=doubt,
        )
        self.found.append(
            ValueMention(
                start=start,
                end=end,
                exact=text[start:end],
                block=block,
                story=story,
                section=section,
                inferred=notes,
                kind=kind,
                amount=amount,
                unit=unit,
                number=number,
                noun=None if noun is None else text[noun[0] : noun[1]],
                noun_span=noun,
                additional=additional,
                per=None if rate is None else rate[1],
                equivalent_of=equivalent_of,
                change=change,
            )
        )

    def _direction(self, start: int, end: int, kind: str) -> int:
        """+1 or -1 where a verb or adverb beside a percentage says that something rose or fell by it."""
        words = [word.lower().strip(",(") for word in self.words_before(start)[-3:]]
        if kind != "percent" and "by" not in words[-1:]:
            return 0
        while words and words[-1] in ("by", "a", "an", "another", "further", "about", "some", "nearly"):
            words.pop()
        if words:
            if words[-1] in _UP:
                return 1
            if words[-1] in _DOWN:
                return -1
        following = self.text[end : end + 16].split(maxsplit=1)
        word = following[0].lower().strip(",.;)") if following and self.text[end : end + 1] == " " else ""
        return 1 if word in _UP_BEHIND else -1 if word in _DOWN_BEHIND else 0

    def _is_doubted(self, stop: int, end: int) -> bool:
        """Whether a register's question mark stands behind the number: "24?", "(12)?"."""
        for position in (stop, end):
            behind_it = self.text[position : position + 3]
            mark = behind_it.find("?")
            if mark == 0 or (mark == 1 and behind_it[0] == ")"):
                after = behind_it[mark + 1 : mark + 2] + self.text[position + 3 : position + 4]
                if mark == 1 or (after[:1] in ",;)/" and after) or (after[:1] == " " and after[1:].islower()):
                    return True
        return False

    def _equivalent(self, start: int, unit: str) -> int | None:
        """The start of the sum before this one that it restates in another currency."""
        last = self.found[-1] if self.found else None
        if last is None or last.kind != "money" or last.unit == unit or start - last.end > 40 or start < last.end:
            return None
        if last.equivalent_of is not None and self.text[last.end : start] in (", ", "; ", " or ", " and ", " / ", "/"):
            return last.equivalent_of
        return last.start if _BETWEEN_SUMS.fullmatch(self.text, last.end, start) else None
