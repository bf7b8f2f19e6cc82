"""Values in the cells of tables, where heading, row label or title say what a bare number is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from kordef.amounts import Amount
from kordef.mentions.columns import counted_columns
from kordef.mentions.model import ValueMention
from kordef.mentions.values.numerals import decimal_of
from kordef.mentions.word_files import read_words_of
from kordef.trusted import trusted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from kordef.document import Block, Span, Table
    from kordef.mentions.values.conventions import Conventions
    from kordef.mentions.values.money import Moneys
    from kordef.mentions.values.reader import ValueReader

__all__ = ["read_cells"]

_AMOUNT: Final = trusted(Amount)
_MENTION: Final = trusted(ValueMention)
_HEADINGS: Final = read_words_of("headings")
_PERCENT: Final = frozenset(_HEADINGS["percent"])
_PERSONS: Final = frozenset(_HEADINGS["persons"])
_UNREAD: Final = frozenset((*_HEADINGS["unread"], *_HEADINGS["dated"]))
_SUMS: Final = frozenset(_HEADINGS["sums"])
_NUMBER_OF: Final = frozenset({"no.", "no", "nos.", "#", "nr"})
"""Headings over how many there are, or over the place of a row in an order, which only the numbers tell."""
_DATED: Final = frozenset(_HEADINGS["dated"])
_WORD = re.compile(r"(?:[A-Z]{1,3}|U\.S\.) ?\$|[$€£¥₩%#]|[^\W\d_]+(?:/[a-z]+|\.(?=\s|$))?")
_CONTINUED: Final = frozenset({"", "contd", "cont", "cont'd", "continued", "unit", "units"})
_YEARS = re.compile(r"(?:FY ?)?(?:19|20)[0-9]{2}(?:[-–/](?:[0-9]{4}|[0-9]{2}))?(?: ?[(*][a-z.*)]{0,12})?")
_DIGIT = re.compile(r"[0-9]")
_THOUSANDS = re.compile(r"(?<![0-9.,])[‘’']?000['’]?s?\b")
_PART_OF_ABOVE = re.compile(
    r"(?:[-–—•] ?)?(?:of which|of this|of these|of whom|thereof|including|incl\.?)\b", re.IGNORECASE
)
"""How the label of a row or column begins that is a part of the one before."""
_PREPOSITIONS: Final = frozenset({"in", "at", "to", "by"})
"""Words of headings that would be units elsewhere: "Delivered in 2024" has no inches."""
_BEHIND_A_NUMBER = re.compile(r"[0-9] ?$")
_MEASURED = re.compile(r"(?<![-–/.,0-9])[0-9]{1,3} ?$")
"""Before a unit this makes a measure of it: a calibre or reach, and no year."""
_NAMED_NUMBERS = re.compile(r"[^()]{1,80}\([^()]{1,20}\)(?:[,;/ ]+[^(),;/]{1,60}\([^()]{1,20}\))*+")
_LETTER = re.compile(r"[^\W\d_]")


class _Sense(NamedTuple):
    """What a heading says of bare numbers: their kind and unit, times a power of ten."""

    kind: str
    unit: str
    scale: int = 0
    note: str | None = None


def read_cells(reader: ValueReader, block: Block, number: int) -> Iterator[ValueMention]:
    """The values of a table block, cell by cell; ``number`` is the position of the block in its document.

    ``ValueMention.cell`` counts the rows of the header as rows.
    """
    text, table, moneys = reader.text, block.table, reader.moneys
    stated = reader.parts.stated
    if table is None:
        return
    title = None if table.title is None else text[table.title.start : table.title.end]
    width = max((i + 1 for row in table.rows for i, cell in enumerate(row) if cell.end > cell.start), default=0)
    upper = (*(table.header or _first_row(text, table)), *_further_header(text, table, moneys))
    headings = _spread(text, upper, width)
    counted = counted_columns(text, table)

    @cache
    def told(heading: str) -> _Sense | None:
        return _sense(heading, moneys, stated)

    senses = [
        None if _counts_goods(text, table, column, heading.lower().strip(), counted) else told(heading)
        for column, heading in enumerate(headings)
    ]
    _take_over(senses, headings)
    titled = None if title is None else _sense(title, moneys, stated, only_units=True)
    place = (number, block.story, block.section)
    above: _Sense | None = None
    for index, row in enumerate(table.rows, start=len(table.header)):
        label = text[row[0].start : row[0].end] if row and len(row) > 1 else ""
        labelled = above if _PART_OF_ABOVE.match(label) else None
        above = labelled or told(label)
        for column, cell in enumerate(row):
            if cell.end <= cell.start:
                continue
            place_of_cell = (number, index, column)
            years = column not in counted or not text[cell.start : cell.end].isdigit()
            for mention in reader.read(cell.start, cell.end, place, cell=place_of_cell, years=years):
                bare = (
                    mention.noun is None
                    and mention.kind == "count"
                    and (
                        not _LETTER.search(text[cell.start : mention.start] + text[mention.end : cell.end])
                        or (text[mention.start - 1] == "(" and text[mention.end] == ")" and _of_names(text, cell))
                    )
                )
                if bare:
                    if column == 0 and len(row) > 1:
                        continue
                    sense = senses[column] or told(label) or labelled
                    sense = titled if sense is None else _scaled_as(sense, titled)
                    if sense is not None and sense.kind == "unread":
                        continue
                    yield mention if sense is None else _with_sense(mention, sense)
                else:
                    yield mention


def _counts_goods(text: str, table: Table, column: int, heading: str, counted: frozenset[int]) -> bool:
    """Whether a column that could hold years or ranks holds counts: "Ordered" over 12, "No." over 54, 54 and 36."""
    if heading in _DATED:
        return column in counted
    if heading not in _NUMBER_OF or column == 0:
        return False
    told = [text[row[column].start : row[column].end] for row in table.rows if column < len(row)]
    ranks = [int(cell) for cell in told if cell.isdecimal()]
    return len(ranks) > 1 and ranks != sorted(set(ranks))


def _of_names(text: str, cell: Span) -> bool:
    """Whether a cell is a list of names with a number in brackets each: "USA (45), Germany (12)", "Poland (7)"."""
    return _NAMED_NUMBERS.fullmatch(text, cell.start, cell.end) is not None


def _take_over(senses: list[_Sense | None], headings: list[str]) -> None:
    """Give the columns that say no unit that of the sums beside them: "Allocated, € bn | of which military | Disbursed"."""
    for column in range(1, len(senses)):
        if senses[column] is not None:
            continue
        left = senses[column - 1]
        words = {word.lower() for word in _WORD.findall(headings[column])}
        sums = {(s.unit, s.scale) for s in senses if s is not None and s.kind == "money"}
        if _PART_OF_ABOVE.match(headings[column]) and left is not None and left.kind != "unread":
            senses[column] = left
        elif words & _SUMS and len(sums) == 1:
            senses[column] = next(s for s in senses if s is not None and s.kind == "money")


def _first_row(text: str, table: Table) -> tuple[tuple[Span, ...], ...]:
    """The first row of a table without a header where it holds words and years only, and the next one a number."""
    if len(table.rows) < 2 or len(table.rows[0]) < 3:
        return ()
    first = [text[cell.start : cell.end] for cell in table.rows[0]]
    named = all(not _DIGIT.search(cell) or _YEARS.fullmatch(cell) for cell in first)
    numbered = any(_DIGIT.match(text[cell.start : cell.end]) for cell in table.rows[1][1:])
    return (table.rows[0],) if named and numbered else ()


def _further_header(text: str, table: Table, moneys: Moneys) -> Iterator[tuple[Span, ...]]:
    """The rows below the header that hold units and no numbers, and no label of their own: they go on with it."""
    first = {text[row[0].start : row[0].end].lower() for row in table.header if row}
    for row in table.rows:
        label = text[row[0].start : row[0].end].lower() if row else ""
        if label not in first and label.strip("()[]. ") not in _CONTINUED:
            return
        cells = [text[cell.start : cell.end] for cell in row[1:] if cell.end > cell.start]
        if not cells or any(_DIGIT.search(cell) for cell in cells) or any(_sense(c, moneys) is None for c in cells):
            return
        yield row


def _spread(text: str, header: tuple[tuple[Span, ...], ...], width: int) -> list[str]:
    """The headings of the columns, those of several header rows joined.

    A row with fewer headings than there are columns has headings that stand over several: the first stands over the labels, the
    others share the rest evenly.
    """
    headings = [""] * width
    for row in header:
        cells = [text[cell.start : cell.end] for cell in row]
        filled = [cell for cell in cells if cell]
        over = [cells[i] if i < len(cells) else "" for i in range(width)]
        if 1 < len(filled) < width and (width - 1) % (len(filled) - 1) == 0 and cells[: len(filled)] == filled:
            each = (width - 1) // (len(filled) - 1)
            over = [filled[0], *(heading for heading in filled[1:] for _ in range(each))]
        headings = [f"{heading} {cell}".strip() for heading, cell in zip(headings, over, strict=True)]
    return headings


def _sense(
    heading: str, moneys: Moneys, stated: Conventions | None = None, *, only_units: bool = False
) -> _Sense | None:
    """What a heading says of the numbers under it, None where it says nothing but that they are numbers."""
    if not heading:
        return None
    lower = heading.lower().strip()
    heading = _THOUSANDS.sub("thousand", heading)
    if not only_units and lower in _UNREAD:
        return _Sense("unread", "")
    scale, currency, unit = 0, None, None
    shown = ""
    percent = persons = False
    position = 0
    while (word := _WORD.search(heading, position)) is not None:
        position = word.end()
        said = word[0]
        percent = percent or (said.lower() in _PERCENT and not (only_units and said.lower().startswith("share")))
        persons = persons or said.lower() in _PERSONS
        worth = currency is not None or (unit is not None and unit.id == "TIV")
        found = moneys.following.read(heading, word.start(), len(heading), money=worth)
        if found is None or found.start != word.start():
            key = moneys.abbreviations.get(said) if len(said) > 1 else None
            currency, shown = (key, said) if key and currency is None else (currency, shown)
            continue
        meaning = found.meaning
        position = max(position, found.end)
        if meaning.sort in ("scale", "money_scale"):
            # A letter is a scale beside a currency only: "USD m", but "K9" is a weapon.
            scale += meaning.scale if len(said) > 1 or worth else 0
        elif meaning.sort == "currency":
            if currency is None and (said.lower() != "won" or scale or "(" in heading):
                currency, shown = meaning.currency, said
        elif meaning.unit is not None and meaning.unit.kind == "percent":
            # "Spending (per cent)"; not "States above 2 per cent".
            percent = percent or not _BEHIND_A_NUMBER.search(heading, 0, word.start())
        elif meaning.unit is not None and meaning.unit.kind != "duration":
            if unit is None and _MEASURED.search(heading, 0, word.start()):
                # "120 mm mortar carrier" is no heading in millimetres.
                continue
            # One letter is a unit only in brackets or behind a comma: "Weight (t)", "Full load, t".
            around = heading[max(0, word.start() - 2) : word.end() + 1]
            if (
                (len(said) > 1 and said.lower() not in _PREPOSITIONS)
                or around.endswith(f"({said})")
                or around == f", {said}"
            ):
                unit = meaning.unit
        elif meaning.unit is not None and meaning.unit.kind == "duration" and not only_units:
            unit = unit or meaning.unit
    if currency is not None:
        code, note = moneys.resolve(currency, shown, heading, 0, stated)
        return _Sense("money", code, scale, note)
    if unit is not None and unit.kind != "duration":
        return _Sense(unit.kind, unit.id, scale, f"unit taken from the heading '{heading}'")
    if percent:
        return _Sense("percent", "percent", 0, f"unit taken from the heading '{heading}'")
    if persons and not only_units:
        return _Sense("persons", "person", scale)
    if (
        stated is not None
        and stated.currency is not None
        and any(word.lower() in _SUMS for word in _WORD.findall(heading))
    ):
        note = f"currency taken from '{stated.stated}'"
        return _Sense("money", stated.currency, scale, note)
    return _Sense("count", "item", scale) if scale else None


def _scaled_as(sense: _Sense, titled: _Sense | None) -> _Sense:
    """What a heading says, in the scale that the title gives for the whole table: "Value, USD" below "Payments (millions)"."""
    bare = titled is not None and (titled.kind == "count" or (titled.kind, titled.unit) == (sense.kind, sense.unit))
    if titled is None or not bare or sense.scale or sense.kind not in ("money", "persons", "count"):
        return sense
    return sense._replace(scale=titled.scale)


def _with_sense(mention: ValueMention, sense: _Sense) -> ValueMention:
    """A bare number of a cell, which has no noun, with what its heading says."""
    amount = mention.amount
    if sense.scale:
        amount = _AMOUNT(
            low=_scaled(amount.low, sense.scale),
            high=_scaled(amount.high, sense.scale),
            qualifier=amount.qualifier,
            precision=_scaled(amount.precision, sense.scale),
            doubt=amount.doubt,
        )
    return _MENTION(
        start=mention.start,
        end=mention.end,
        exact=mention.exact,
        block=mention.block,
        story=mention.story,
        section=mention.section,
        inferred=mention.inferred if sense.note is None else (*mention.inferred, sense.note),
        kind=sense.kind,
        amount=amount,
        unit=sense.unit,
        number=mention.number,
        additional=mention.additional,
        per=mention.per,
        equivalent_of=mention.equivalent_of,
        cell=mention.cell,
        change=mention.change,
    )


def _scaled(number: Decimal | None, scale: int) -> Decimal | None:
    if number is None:
        return None
    sign, digits, exponent = number.as_tuple()
    mantissa = int("".join(map(str, digits))) * (-1 if sign else 1)
    return decimal_of(mantissa, int(exponent) + scale)
