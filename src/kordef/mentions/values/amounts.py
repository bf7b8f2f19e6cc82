"""What a number is the number of: money, measures, counted nouns, shares and multiples."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kordef.mentions.values.bare_numbers import (
    are_weighed,
    buys,
    counts_persons,
    counts_things,
    is_age,
    millions,
    names_a_type,
    shares_persons,
    takes_up_list,
)
from kordef.mentions.values.compounds import whole, with_lower_scale
from kordef.mentions.values.counts import (
    CAPITAL_SERIES,
    NAMED_SERIES,
    RELEASES,
    SERIES,
    Noun,
    counts_humans,
    noun_behind,
)
from kordef.mentions.values.entry import rate_behind
from kordef.mentions.values.following import Unit, unit_named
from kordef.mentions.values.hedges import EXACT, Before, before, behind
from kordef.mentions.values.numbered import LIMITS, continues_series, is_edition, numbers_a_force
from kordef.mentions.values.parts import Part
from kordef.mentions.values.ranges import second_of
from kordef.mentions.values.taken_over import MILLION, REMEMBERED, TakenOver
from kordef.mentions.word_files import read_words_of
from kordef.vocabulary import Qualifier

if TYPE_CHECKING:
    from kordef.mentions.values.numerals import Numeral

__all__ = ["ValueBuilder"]

_COUNTED: Final = read_words_of("counted")
_TIMES: Final[dict[str, Unit]] = {word: unit for word in _COUNTED["times"] if (unit := unit_named(word)) is not None}
_YEAR: Final = _TIMES["year"]
_HYPHENED = re.compile(r"-([A-Za-z]+)(?:-[A-Za-z]+)*")
_PERSONS_BEHIND = re.compile(
    r"(?: (?:were|was|are|have been|had been|others? were))?[ -](?:" + "|".join(_COUNTED["person_after"]) + r")\b"
)
_MARK = re.compile(r" (?:mark|threshold|barrier|milestone)\b")
_COMPARED = re.compile(r" (?:" + "|".join(_COUNTED["compared"]) + r")\b")
_OF_OUTPUT = re.compile(
    r" of (?:its |the |their |his )?((?:annual |national )?(?:" + "|".join(_COUNTED["output"]) + r"))\b", re.IGNORECASE
)
_AGED = re.compile(r"(?:-(?:old|olds|long|strong|wide|high|deep|thick)| old| of age)\b")
_MINUS: Final = frozenset("-−")
_TOLD_TIMES: Final = frozenset({("quarter", "past"), ("half", "past"), ("quarter", "to")})
_TOLD_TO: Final = frozenset({"past", "to"})
_COORDINATED = re.compile(r"(?:,| and| or|, and| plus) ([0-9]+|[a-z]+)(?= )")
_SAID_OF = re.compile(r" (?:of them|of whom|are|were|have|had|will)\b")
_HYPHEN_PERSONS: Final = frozenset(_COUNTED["hyphen_persons"])
_HYPHEN_ITEMS: Final = frozenset(_COUNTED["hyphen_items"])
_SMALL_ITEMS: Final = frozenset(_COUNTED["small_hyphen_items"])
_ADJECTIVES: Final = frozenset(_COUNTED["number_adjectives"])
_LASTED: Final = frozenset(_COUNTED["over_a_time_before"])
_PAGE_PARTS: Final = frozenset(_COUNTED["page_parts"])
_PAGE_PARTS_BEFORE: Final = frozenset(_COUNTED["page_parts_before"])
_ROUNDS: Final = frozenset(_COUNTED["rounds"])
_UNDER_NOUNS: Final = frozenset(read_words_of("numbers")["unhedged"]["under_nouns"])
_A_DEAL = re.compile(
    r"(?:-| )(?:(?!(?:for|of|in|on|the|an?|per|to|by|with|this|that|each|and|or)\b)[A-Za-z.-]+ ){0,2}?(?:"
    + "|".join(sorted(_UNDER_NOUNS))
    + r")\b"
)
"""Behind a sum under which something is done: "modernized under a $105 m US contract"."""
_COMPARISONS: Final = frozenset(
    {"higher than", "larger than", "bigger than", "greater than", "lower than", "smaller than", "cheaper than"}
)
"""Before a time these compare with what was then: "9 percent higher than twelve months before"."""
_OPENING: Final = "(“‘\"'["
_AFTER_THE: Final = frozenset(
    {"first", "last", "next", "other", "remaining", "latest", "final", "second", "only", "previous", "new"}
)
_GREATEST_NAME: Final = 9999
"""The greatest number that stands in the name of a product: PzH 2000."""
_ITEM: Final = ("count", "item")
_PERSON: Final = ("persons", "person")


class ValueBuilder(TakenOver):
    """Decides what numbers count or measure, and enters them."""

    def is_coordinated(self, part: Part) -> bool:
        """Whether another number with its noun is joined to this one by a comma or "and"."""
        last = self.found[-1] if self.found else None
        if last is not None and last.kind in ("count", "persons") and 0 <= part.start - last.end <= 24:
            *words, joint = self.text[last.end : part.start].replace(",", " , ").split() or [""]
            if joint in (",", "and", "or", "plus") and len(words) < 3:
                return True
        noun = noun_behind(self.text, part.end, self.high, one=True)
        joined = _COORDINATED.match(self.text, noun.end, self.high) if noun.head else None
        return joined is not None and self.parts.numeral_at(joined.start(1)) is not None

    def amount(self, part: Part, words: list[str], sign: str, *, one: bool = False) -> int:
        """Enter the value of a number, alone or as the first of a range; the answer is where to go on."""
        if part.numeral.start < self._inside and part.plain:
            # "92K" in "508 Stinger 92K Block I missiles"
            return part.end
        if part.scale and part.end < self.high and self.text[part.end] in " ,":
            part = with_lower_scale(self.parts, part)
        second = second_of(self.parts, part, words, in_cell=self.cell is not None)
        if isinstance(second, int):
            return second
        other: Part | None = None
        if second is not None:
            part, other = second
        if other is None and sign[:1] in _MINUS and (after := self.below_zero(part, sign)):
            return after
        plain = part.plain
        if other is None and plain:
            part = self._inherited(part, words) or part
            plain = part.plain
        elif other is None and self.found and millions(self.text, part, self.found[-1], self.high):
            part = part._replace(
                unit=None,
                scale=MILLION,
                currency=self.found[-1].unit,
                notes=(f"currency taken from '{self.found[-1].exact}'",),
            )
        if sign:
            words = self.words_before(part.start - len(sign))
        if plain:
            return self._count(part, other, words, sign, one)
        if other is None:
            part = whole(self.parts, part)
        self.measure(part, words, other=other, sign=sign)
        return (other or part).end

    # Money and measures

    def measure(self, part: Part, words: list[str], *, other: Part | None = None, sign: str = "") -> None:
        """Enter money or a measurement."""
        text, high = self.text, self.high
        last = other or part
        start = part.start - len(sign)
        hedge = before(text, start, words, measured=True, money=part.currency is not None and part.numeral.written)
        end = last.end
        kind, unit = self._kind(part, last, words)
        timed = kind == "duration"
        under_a_deal = hedge.words == "under" and (_A_DEAL.match(text, last.end, high) is not None)
        if (
            under_a_deal
            or (hedge.words == "within" and not timed)
            or (
                timed
                and (
                    hedge.words == "past"
                    or hedge.words in _COMPARISONS
                    or (hedge.words == "over" and not self._lasted(hedge))
                )
            )
        ):
            hedge = hedge._replace(start=start, qualifier=EXACT)
        if text[end : end + 1] in ("-", " ") and (aged := _AGED.match(text, end, high)) is not None:
            end = aged.end()
        noun: tuple[int, int] | None = None
        if kind == "percent" and (output := _OF_OUTPUT.match(text, end, high)) is not None:
            noun, end = output.span(1), output.end()
        tail = behind(text, end, high)
        if tail is not None:
            end = tail[0]
        self.enter(part, other, hedge, kind, unit, end, tail=None if tail is None else tail[1], sign=sign, noun=noun)

    def _kind(self, part: Part, last: Part, words: list[str]) -> tuple[str, str]:
        if part.currency is None:
            unit = part.unit or last.unit
            return ("other", "item") if unit is None else (unit.kind, unit.id)
        if part.currency == "GBP" and are_weighed(self.text, last, words, self.high):
            return "mass", "pound"
        return "money", part.currency

    def _lasted(self, hedge: Before) -> bool:
        """Whether "over five years" says that it was longer, and not that something takes the time."""
        words = self.words_before(hedge.start)
        return not words or words[-1].lower() in _LASTED or words[-1][-1] in ".,:;—–"

    # Counts

    def _count(self, part: Part, other: Part | None, words: list[str], sign: str, one: bool) -> int:
        """Enter a number that counts what the noun behind it names, or a bare number; the answer is where to go on."""
        text, high = self.text, self.high
        numeral = part.numeral
        last = other or part
        tail = behind(text, last.end, high)
        position = last.end if tail is None else tail[0]
        if tail is not None and text[last.end] == "+":
            found = self.parts.follow(text, position, high)
            measured = None if found is None else found.meaning.unit
            if found is not None and measured is not None:
                # "70+ km"
                hedge = before(text, part.start, words, measured=True)
                whole = part._replace(unit=measured)
                self.enter(whole, other, hedge, measured.kind, measured.id, found.end, tail=tail[1])
                return found.end
        if tail is None and text[position : position + 1] == "-":
            return self._hyphened(part, other, words, position)
        if numeral.bare and (mark := _MARK.match(text, position, high)) is not None:
            return self._mark(part, words, mark.end())
        single = one or (numeral.mantissa == 1 and not part.scale and not numeral.exponent)
        noun = noun_behind(text, position, high, one=single, vague=numeral.least or numeral.bare)
        if noun.named or self._is_name_part(part, noun, words):
            self._series_end = last.end
            return last.end
        if len(words) > 1 and words[-1].lower() in _TOLD_TO and (words[-2].lower(), words[-1].lower()) in _TOLD_TIMES:
            return last.end
        if noun.head in _PAGE_PARTS and words and words[-1].lower().strip("(") in _PAGE_PARTS_BEFORE:
            return last.end
        start = part.start - len(sign)
        hedge = before(text, start, words, measured=part.scale > 0)
        if not noun.head and tail is None and hedge.words == "under" and text[start : last.end].lower() == "one":
            # "signed three contracts. Under one, it will supply": a pronoun
            return last.end
        if (
            not noun.head
            and tail is None
            and hedge.qualifier is EXACT
            and not self._stands_alone(part, last, noun, words, hedge)
        ):
            return last.end
        if hedge.words == "within" or (hedge.words == "under" and noun.head in _UNDER_NOUNS):
            hedge = hedge._replace(start=start, qualifier=EXACT)
        end = noun.end if noun.end > noun.start or noun.end > position else position
        span: tuple[int, int] | None = (noun.start, noun.end) if noun.head else None
        kind, unit = self._sort(part, noun, self.words_before(hedge.start), end, hedge.qualifier)
        if kind == "duration":
            measure = _TIMES.get(noun.head, _YEAR)
            part = part._replace(
                unit=measure, notes=part.notes if noun.head else (*part.notes, "a number behind a name read as an age")
            )
            other = None if other is None else other._replace(unit=measure)
        if noun.partitive:
            end = position
        if noun.partitive or kind == "duration" or noun.head in ("times", "time"):
            span = None
        if span is not None:
            self._inside = span[1]
        if kind == "count" and words and words[-1].lower() == "top":
            kind = "rank"
        if tail is None and end != last.end and (tail := behind(text, end, high)) is not None:
            end = tail[0]
        said = None if tail is None else tail[1]
        self.enter(part, other, hedge, kind, unit, end, tail=said, sign=sign, noun=span, additional=noun.additional)
        return last.end

    def _sort(self, part: Part, noun: Noun, words: list[str], end: int, qualifier: Qualifier) -> tuple[str, str]:
        """The kind and unit of a count, by its noun or else by what stands around it; ``words`` are those before its hedge."""
        text = self.text
        head = noun.head
        if not noun.plural and shares_persons(text, part.end, self.high, self.parts):
            return _PERSON
        if head:
            if head in _TIMES:
                unit = _TIMES[head]
                return unit.kind, unit.id
            if head in ("times", "time"):
                compared = part.numeral.exponent < 0 or _COMPARED.match(text, noun.end, self.high)
                return ("other", "multiple") if compared else _ITEM
            return _PERSON if counts_humans(text, noun) else _ITEM
        if words and words[-1].lower() == "between":
            words = words[:-1]
        if is_age(part, text[end : end + 1], words, qualifier):
            return "duration", "year"
        if words[-2:] == ["factor", "of"]:
            return "other", "multiple"
        if counts_persons(text, end, words):
            return _PERSON
        if _PERSONS_BEHIND.match(text, end, self.high) or self._continues_persons(part, end, words):
            return _PERSON
        return _ITEM

    def _mark(self, part: Part, words: list[str], end: int) -> int:
        """ "The billion mark": a sum in the currency of the last sum of about that size."""
        size = part.value()
        currency = next((unit for amount, unit in reversed(self.sums) if size <= 10 * amount <= 100 * size), None)
        hedge = before(self.text, part.start, words, measured=True)
        if currency is None:
            self.enter(part, None, hedge, *_ITEM, end)
        else:
            noted = part._replace(notes=(*part.notes, f"{currency} taken from the sum before"))
            self.enter(noted, None, hedge, "money", currency, end)
        return end

    def _hyphened(self, part: Part, other: Part | None, words: list[str], position: int) -> int:
        """A number in front of a hyphen and a noun: "a 27-nation bloc", "a four-man crew"; others are names."""
        found = _HYPHENED.match(self.text, position, self.high)
        if found is None:
            return position + 1
        noun = found[1].lower()
        persons = noun in _HYPHEN_PERSONS
        if persons or (noun in _HYPHEN_ITEMS and (noun in _SMALL_ITEMS or part.value() > 4)):
            hedge = before(self.text, part.start, words, measured=False)
            span = found.span(1) if noun != "strong" else None
            self.enter(part, other, hedge, *(_PERSON if persons else _ITEM), found.end(1), noun=span)
        return found.end()

    def _is_name_part(self, part: Part, noun: Noun, words: list[str]) -> bool:
        """Whether the word before makes a name of the number: "Block 20", "Leopard 2", "Factory 200"."""
        word = words[-1].lstrip(_OPENING) if words else ""
        if not part.scale and numbers_a_force(self.text, part, noun):
            return True
        if not word or part.scale:
            return False
        lower = word.lower()
        if not noun.plural and part.numeral.mantissa <= LIMITS.get(lower, -1):
            return True
        if not noun.plural and continues_series(self.text, self._series_end, part):
            return True
        if (lower, self.text[part.numeral.start : part.numeral.end]) in self.numbered:
            return True
        if part.numeral.exponent or part.has_comma(self.text):
            return part.numeral.exponent < 0 and (lower in RELEASES or lower in SERIES)
        if lower in SERIES:
            return True
        if word[:2] == lower[:2]:
            if lower != "of" or noun.head or len(words) < 2:
                return False
            if words[-2].isdigit() and len(words) > 2 and words[-3].lower().lstrip(_OPENING) in SERIES:
                return True  # "Section 2 of 5"
            return words[-2] == "Group" or words[-2].lower().lstrip(_OPENING) in _ROUNDS
        if lower in CAPITAL_SERIES or lower in NAMED_SERIES or names_a_type(part, words):
            return True
        if (
            noun.plural
            or noun.additional
            or noun.of
            or not word[-1].isalnum()
            or part.numeral.mantissa > _GREATEST_NAME
        ):
            return False
        if self.cell is None and takes_up_list(self.text, part, words, self.found, self.high):
            return False
        if is_edition(part, words):
            return True
        first = len(words) == 1 or words[-2][-1] in '.!?:”"|'
        return not first and (part.numeral.written or self.text[part.start].isupper())

    def _stands_alone(self, part: Part, last: Part, noun: Noun, words: list[str], hedge: Before) -> bool:
        """Whether a number without noun, unit and hedge is an amount."""
        if hedge.additional or noun.additional or noun.of:
            return True
        previous = words[-1].lower().lstrip(_OPENING) if words else ""
        if part.numeral.least and previous in ("in", "by"):
            return False
        if previous in ("the", "these", "those") and len(words) > 1 and words[-2].lower() == "of":
            # "Four of the eleven"; "one of the two" points at persons
            return not part.numeral.bare and part.value() > 2
        if part.numeral.bare and previous in ("a", "an") and len(words) == 1 and self.ends(last.end):
            # "A million" and nothing else
            return True
        if not part.numeral.written and (
            part.numeral.bare
            or previous in ("the", "a", "an", "these", "those")
            or (previous == "at" and not last.scale)
            or self.text[last.end : last.end + 1] == "-"
        ):
            return False
        if previous in _ADJECTIVES or takes_up_list(self.text, part, words, self.found, self.high):
            return True
        adjective = (
            len(words) > 1 and words[-2].lower() == "the" and previous[-1:].isalnum() and previous not in _AFTER_THE
        )
        if adjective and not part.numeral.written:
            # "The relay four", "the big three"
            return False
        # "A perfect 30", "slip to an eight"
        return previous not in ("a", "an", "perfect") and not (
            len(words) > 1 and words[-2].lower() in ("a", "an") and previous.isalpha() and previous != "of"
        )

    def _continues_persons(self, part: Part, end: int, words: list[str]) -> bool:
        """Whether a bare number goes on counting the persons that the number before it counted."""
        ordinal = words[-1].lower() in _AFTER_THE if words else False
        if not (part.numeral.written or ordinal or _SAID_OF.match(self.text, end, self.high)):
            return False
        if rate_behind(self.text, end, self.high) is not None or (words and words[-1].lower() == "of") or buys(words):
            return False
        if counts_things(self.text, self.low, part.start, words):
            return False
        return next(
            (
                m.kind == "persons"
                for m in reversed(self.found[-REMEMBERED:])
                if m.noun is not None or m.kind == "persons"
            ),
            False,
        )

    # Groups

    def group(self, numeral: Numeral, words: list[str]) -> None:
        """Enter "a pair of frigates"; ``numeral`` is "a pair"."""
        noun = noun_behind(self.text, numeral.end, self.high, vague=True)
        if noun.plural:
            hedge = before(self.text, numeral.start, words, measured=False)
            persons = counts_humans(self.text, noun)
            part = Part(numeral.start, numeral.end, numeral)
            self.enter(part, None, hedge, *(_PERSON if persons else _ITEM), noun.end, noun=(noun.start, noun.end))
