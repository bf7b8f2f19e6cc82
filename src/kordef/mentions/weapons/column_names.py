"""Names of weapons in the columns that headers give to them: "Recipient | Supplier | Type | Number", "Shaldag Mk V"."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from kordef.document import BlockKind
from kordef.mentions.weapons.arms import Arm, civil_types, is_taken, key_of
from kordef.mentions.weapons.class_nouns import is_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kordef.mentions.passages import Page, Passage
    from kordef.mentions.weapons.arms import Armoury, Noun

__all__ = ["names_in_columns"]

_WEAPONS = frozenset(
    (
        "designation designations type types class classes system systems model models weapon weapons item items equipment "
        "platform platforms vessel vessels ship ships aircraft vehicle vehicles variant product"
    ).split()
)
"""Words of a header below which weapons stand."""
_PARTIES = frozenset(
    (
        "recipient recipients supplier suppliers buyer seller customer importer exporter donor origin source purchaser operator "
        "country state from to giver vendor manufacturer builder maker destination beneficiary user provider partner company"
    ).split()
)
_COUNTS = frozenset(
    "number numbers no no. qty quantity ordered units delivered pieces ships vehicles count received".split()
)
_TIMES = frozenset(
    "year years date dates ordered delivered delivery deliveries signed received period when contract".split()
)
_WORD = re.compile(r"[^\W\d_]+\.?")
_NAME = re.compile(
    r"(?=.*[A-Z])(?P<name>(?:[A-Z]|\d{1,3}[A-Z-])[\w'’./+-]*(?: (?:[A-Z]|\d|class\b|[IVX]+\b)[\w'’./+-]*){0,4})"
    r"(?: ?\([^()|]{2,40}\))?"
)
_CODED = re.compile(r"\d|\bMk\b|[ -]class\b")
_CLASS = re.compile(r"[ -]class\Z")
_VERSION = re.compile(r"[ -](?!\d+ ?mm)(?:[A-Z]{1,4}-?|Mk\.? ?)?\d[\w/-]*(?: ?\([^()|]{2,40}\))?")
_YEARS = re.compile(r"[\d\s?()~,.–/-]+")
_ORDERED = re.compile(
    r"(?:order(?:ed)?|contract(?:ed)?|signed|bought)[.:]? (?:in )?(?:19|20)\d\d\b[^|]{0,12}", re.IGNORECASE
)
_COUNT = re.compile(r"[(~]{0,2}\d{1,3}(?:,\d{3})?[)?]{0,2}")
_LONGEST = 44
_BY_COLUMN = ("Recognised as a weapon by the header of its column in a table of deals.",)


def names_in_columns(armoury: Armoury) -> None:
    """Add the weapons that no catalogue knows in the columns of tables of deals whose headers name weapons."""
    page = armoury.page
    _bear_out(armoury)
    if not armoury.nouns and all(arm.ambiguous for arm in armoury.arms):
        return
    columns = [cell for cell in page.cells if cell[1] == 0 and _is_head(armoury, cell)]
    columns.extend(_headless(page))
    if not columns:
        return
    wanted = {(block, column) for block, _, column in columns}
    heads = set(columns)
    below: dict[tuple[int, int], list[Passage]] = {place: [] for place in wanted}
    for passage in page.passages:
        if (
            passage.cell is not None
            and (place := (passage.cell[0], passage.cell[2])) in wanted
            and passage.cell not in heads
        ):
            below[place].append(passage)
    arms = sorted(armoury.arms, key=lambda arm: arm.start)
    nouns = sorted((n for n in armoury.nouns.values() if n.weapon_class is not None), key=lambda noun: noun.start)
    starts, begins = [arm.start for arm in arms], [noun.start for noun in nouns]
    found: list[Arm] = []
    for (block, _), cells in below.items():
        known = [arms[bisect_left(starts, p.start) : bisect_left(starts, p.end)] for p in cells]
        named = [p for p, own in zip(cells, known, strict=True) if own or _CODED.search(page.text, p.start, p.end)]
        if not named or 2 * len(named) < len(cells):
            continue
        title = _noun_of_title(armoury, block, nouns)
        for passage, own in zip(cells, known, strict=True):
            inside = nouns[bisect_left(begins, passage.start) : bisect_left(begins, passage.end)]
            if len(own) == 1 and own[0].start == passage.start and own[0].end == passage.end:
                own[0].ambiguous = False
            arm = _named(armoury, passage, own, inside[0] if inside else None, title)
            if arm is not None:
                armoury.used.update(noun.start for noun in inside[:1])
                found.append(arm)
    if found:
        taken = {arm.start for arm in found}
        armoury.arms = sorted((*(a for a in arms if a.start not in taken), *found), key=lambda arm: arm.start)


def _bear_out(armoury: Armoury) -> None:
    """Take the doubtful names that fill the cells of a column headed "Weapon" for weapons, beside parties and numbers."""
    cells = armoury.page.cells
    doubtful = {(arm.start, arm.end): arm for arm in armoury.arms if arm.ambiguous} if cells else {}
    if not doubtful:
        return
    headed: dict[tuple[int, int], bool] = {}
    for (block, row, column), span in cells.items():
        arm = doubtful.get(span) if row else None
        if arm is not None:
            if (block, column) not in headed:
                headed[block, column] = _heads_weapons(armoury.page, (block, 0, column))
            arm.ambiguous = not headed[block, column]


def _heads_weapons(page: Page, head: tuple[int, int, int]) -> bool:
    """Whether a cell of the first row heads weapons, and the others a party and a number."""
    if head not in page.cells or not _PLAIN_HEADS.intersection(_words(page.text, page.cells[head])):
        return False
    others = _other_heads(page, head)
    return bool(others & _PARTIES) and bool(others & _COUNTS)


_PLAIN_HEADS = frozenset("weapon weapons system systems type types equipment platform platforms".split())
"""Words of a header below which a name that may mean something else is a weapon's."""


def _headless(page: Page) -> Iterator[tuple[int, int, int]]:
    """The columns behind the numbers of rows without a header that say when things were ordered: "S: Germany | 2 | Type-206A"."""
    ordered = [cell for cell, span in page.cells.items() if _ORDERED.fullmatch(page.text, *span)]
    for block in sorted({cell[0] for cell in ordered}):
        rows = {cell[1] for cell in page.cells if cell[0] == block}
        if 2 * len({cell[1] for cell in ordered if cell[0] == block}) < len(rows):
            continue
        for column in range(24):
            spans = [page.cells.get((block, row, column)) for row in rows]
            if all(span is not None and _COUNT.fullmatch(page.text, *span) for span in spans):
                # no cell of the column stands above the first row
                yield block, -1, column + 1
                break


def _is_head(armoury: Armoury, cell: tuple[int, int, int]) -> bool:
    """Whether a cell of the first row heads weapons, and the others parties and numbers or times."""
    page = armoury.page
    if not _WEAPONS.intersection(_words(page.text, page.cells[cell])):
        return False
    others = _other_heads(page, cell)
    return bool(others & _PARTIES) and bool(others & _COUNTS) and bool(others & _TIMES)


def _other_heads(page: Page, cell: tuple[int, int, int]) -> set[str]:
    """The words of the other cells of the first row."""
    others: set[str] = set()
    for column in range(24):
        span = page.cells.get((cell[0], 0, column))
        if span is not None and column != cell[2]:
            others.update(_words(page.text, span))
    return others


def _words(text: str, span: tuple[int, int]) -> list[str]:
    return [w.lower() for w in _WORD.findall(text, *span)]


def _noun_of_title(armoury: Armoury, block: int, nouns: Sequence[Noun]) -> Noun | None:
    """The only noun for weapons in the title of a table."""
    passages = armoury.page.passages
    at = bisect_left(passages, block - 2, key=lambda p: p.block)
    for title in passages[at : bisect_left(passages, block, key=lambda p: p.block)]:
        if title.kind is BlockKind.TABLE_TITLE:
            own = [n for n in nouns if title.start <= n.start < title.end]
            return own[0] if len(own) == 1 else None
    return None


def _named(
    armoury: Armoury, passage: Passage, known: Sequence[Arm], noun: Noun | None, title: Noun | None
) -> Arm | None:
    """The weapon that a cell names, where nothing of it is known, or only the name before its version."""
    text, start, end = armoury.page.text, passage.start, passage.end
    match = _NAME.fullmatch(text, start, end) if end - start <= _LONGEST else None
    if match is None or _YEARS.fullmatch(text, start, end):
        return None
    name = _CLASS.sub("", match["name"])
    category = None
    if known:
        # "MEKO A100", of which only "MEKO" is known, and "BOV M16", which is no rifle
        head = text[start : known[0].start].split()
        longer = known[0].end == end and head and all(is_name(word) or word.isupper() for word in head)
        # "Jaguar EBRC" is no aircraft either
        rest = text[known[0].end : end].split()
        longer = longer or (known[0].ambiguous and known[0].start == start and bool(rest) and rest[0][0].isupper())
        if len(known) > 1 or is_taken(passage, start):
            return None
        if not longer and (known[0].start != start or _VERSION.fullmatch(text, known[0].end, end) is None):
            return None
        category = None if longer else known[0].category
    else:
        civil = civil_types().match(name)
        if civil is not None and not name[civil.end() : civil.end() + 1].isalnum():
            return None
        if is_taken(passage, start) and _CLASS.search(match["name"]) is None:
            return None
        if not _CODED.search(text, start, end) and not all(is_name(word) for word in name.split()):
            return None
    if category is None:
        category = noun.singular if noun is not None else title.singular if title is not None else None
    coded = _CODED.search(name) is not None or any(word.isupper() and len(word) > 1 for word in name.split())
    raw = armoury.page.raw
    return Arm(
        start=start,
        end=end,
        passage=passage,
        key=key_of(name),
        name=raw[start : start + len(match["name"])],
        core=(start, end),
        designation=raw[start : start + len(name)] if coded else None,
        category=category,
        inferred=_BY_COLUMN,
    )
