"""How each field of two profiles is graded: what the rules weigh."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from typing import Any, cast

from kordef.amounts import Amount
from kordef.cases.grades import Grade, best, of_amounts, of_money, of_periods, of_quantities, of_sets, of_words, worst
from kordef.cases.keys import Good
from kordef.cases.orders import LATER
from kordef.cases.profiles import Item, Profile
from kordef.forms import is_tuple
from kordef.periods import Period
from kordef.values import Money, Quantity
from kordef.vocabulary import Basis, Counting, DeploymentKind, DialogueKind, Stage

__all__ = ["FIELDS", "OF_WHOLE_RECORDS", "grade_of", "place_grade", "spoken"]

Compare = Callable[[Any, Any], Grade]


def _equal(mine: object, theirs: object) -> Grade:
    return Grade.SAME if mine == theirs else Grade.DIFFER


def _overlap(mine: frozenset[str], theirs: frozenset[str]) -> Grade:
    return Grade.DIFFER if mine.isdisjoint(theirs) else Grade.SAME


def _goods(mine: tuple[Item, ...], theirs: tuple[Item, ...]) -> Grade:
    """Of two lists of goods: weapons by their families, classes by the noun that may stand for a weapon.

    The main arms count and what goes with them does not. A list of several and one of its weapons alone only fit: the one
    may be a contract of the other.
    """
    if len(mine) == len(theirs) == 1:
        x, y = mine[0].good, theirs[0].good
        return Grade.SAME if x.family == y.family else Grade.KIN if _stands_for(x, y) else Grade.DIFFER
    a, b = _main(mine), _main(theirs)
    common = a.keys() & b.keys()
    if len(common) == len(a) == len(b):
        return Grade.SAME
    met = len(common) + sum(
        any(_stands_for(good, other) for name, other in b.items() if name not in common)
        for name, good in a.items()
        if name not in common
    )
    if not met:
        return Grade.DIFFER
    if len(a) == len(b) == 1:
        return Grade.KIN
    fewer, more = sorted((len(a), len(b)))
    if met == fewer and not any(good.main for good in (*a.values(), *b.values())):
        return Grade.CLOSE
    return Grade.CLOSE if fewer > 1 and 3 * met >= 2 * fewer and 2 * met >= more else Grade.FITS


def _main(items: tuple[Item, ...]) -> Mapping[str, Good]:
    """The main arms by family, or all goods where none is one."""
    main = {item.good.family: item.good for item in items if item.good.main}
    return main or {item.good.family: item.good for item in items}


def _stands_for(a: Good, b: Good) -> bool:
    """Whether one is a class noun that may mean the other."""
    return not (a.named and b.named) and not a.nouns.isdisjoint(b.nouns)


def _pairs(mine: tuple[Item, ...], theirs: tuple[Item, ...]) -> Iterable[tuple[Item, Item]]:
    """The items of both that may be the same goods."""
    for a in mine:
        for b in theirs:
            if a.good.family == b.good.family or _stands_for(a.good, b.good):
                yield a, b


def _numbers(mine: tuple[Item, ...], theirs: tuple[Item, ...]) -> Grade:
    """Of the numbers of the goods that both name; versions of one weapon are added up before they differ."""
    graded: dict[int, list[Grade]] = {}
    for a, b in _pairs(mine, theirs):
        if a.number is not None and b.number is not None and a.unit == b.unit:
            graded.setdefault(id(a), []).append(of_amounts(a.number, b.number, whole=True))
    found = worst(map(best, graded.values()))
    if found.differs and _totals_agree(mine, theirs):
        return Grade.CLOSE
    return found


def _totals_agree(mine: tuple[Item, ...], theirs: tuple[Item, ...]) -> bool:
    """Whether versions of one family come to one number: 116 K2GF and 64 K2PL are 180 K2."""
    for one, several in ((mine, theirs), (theirs, mine)):
        single = [item for item in one if item.good.main and item.number is not None]
        if len(single) != 1 or single[0].number is None:
            continue
        family, wanted = single[0].good.family, single[0].number
        numbers = [
            item.number
            for item in several
            if item.number is not None and item.good.family == family and item.counting is not Counting.OPTION
        ]
        if any(
            sum(some[1:], some[0]).agrees(wanted, whole=True) and not _holds_its_sum(some)
            for count in range(2, len(numbers) + 1)
            for some in combinations(numbers[:_VERSIONS], count)
        ):
            return True
    return False


def _holds_its_sum(numbers: tuple[Amount, ...]) -> bool:
    """Whether one of the numbers is the others together: 180 in all, of which 116 and 64."""
    bounds = [number.low or Decimal(0) for number in numbers]
    return len(bounds) > 2 and 2 * max(bounds) == sum(bounds)


_VERSIONS = 5
"""Of a long list of versions the first few are added up."""


def _counting(mine: tuple[Item, ...], theirs: tuple[Item, ...]) -> Grade:
    """Whether numbers of the same goods count the same: additional ones are not those of before, options not those bought."""
    if len(mine) == len(theirs) == 1 and mine[0].counting is theirs[0].counting is Counting.NEW:
        return Grade.SILENT
    grades: list[Grade] = []
    for family in _main(mine).keys() & _main(theirs).keys():
        a, b = ({item.counting for item in items if item.good.family == family} for items in (mine, theirs))
        if Counting.TOTAL not in a | b:
            grades.append(Grade.SAME if (a & b) - {Counting.NEW} else Grade.SILENT if a & b else Grade.DIFFER)
    return Grade.SAME if Grade.SAME in grades else worst(grades)


def _dates(mine: Mapping[str, Period], theirs: Mapping[str, Period]) -> Grade:
    """Of dates of one sort where both give one; a date of announcement may be that of signature, but need not."""
    common = [of_periods(mine[name], theirs[name]) for name in mine if name in theirs]
    if common:
        return common[0] if len(common) == 1 else worst(common)
    for a, b in ((mine, theirs), (theirs, mine)):
        for name, other in _TOLD_AS:
            if name in a and other in b:
                found = of_periods(a[name], b[other])
                return Grade.UNKNOWN if found.differs else found
    return Grade.SILENT


_TOLD_AS = (("announced", "signed"), ("signed", "delivering"), ("planned", "signed"), ("selected", "signed"))


def _stages(mine: Stage, theirs: Stage) -> Grade:
    if mine is theirs:
        return Grade.SAME
    apart = {mine, theirs} & {Stage.FRAMEWORK, Stage.DONATED}
    if apart:
        # A gift and a framework pass through the stage of a plan as sales and contracts do.
        return Grade.KIN if {mine, theirs} & _BEFORE else Grade.DIFFER
    return Grade.SILENT


def _prices(mine: tuple[int, tuple[Money, ...]], theirs: tuple[int, tuple[Money, ...]]) -> Grade:
    """Of two prices; that of several weapons is not that of one, and that two round ones are equal tells less."""
    if (mine[0] > 1) != (theirs[0] > 1):
        return Grade.UNKNOWN
    found = of_money(mine[1], theirs[1])
    return Grade.CLOSE if found is Grade.SAME and _digits(mine[1][0].amount) < 2 else found


Course = tuple[int, date | None, date | None]
"""How many main arms there are, when the deal was still pending, and when it was signed."""


def _courses(mine: Course, theirs: Course) -> Grade:
    """Whether what was still to be signed when one document appeared had long been signed according to the other.

    A package of several deals is signed bit by bit.
    """
    if mine[0] > 1 and theirs[0] > 1:
        return Grade.UNKNOWN
    for pending, signed in ((mine[1], theirs[2]), (theirs[1], mine[2])):
        if pending is not None and signed is not None:
            return Grade.DIFFER if pending - signed > _SAME_SEASON else Grade.FITS
    return Grade.SILENT


def _orders(mine: int, theirs: int) -> Grade:
    """Of the places of two orders among those of their kind."""
    if mine == theirs:
        return Grade.SAME if mine != LATER else Grade.FITS
    return Grade.FITS if LATER in (mine, theirs) and 1 not in (mine, theirs) else Grade.DIFFER


_BEFORE = frozenset({Stage.CONSIDERED, Stage.PLANNED, Stage.NEGOTIATING, Stage.DELIVERING, Stage.DELIVERED})


def _parties(mine: tuple[frozenset[str], frozenset[str]], theirs: tuple[frozenset[str], frozenset[str]]) -> Grade:
    """By themselves and then by the states they stand for."""
    found = of_sets(mine[0], theirs[0])
    if found is Grade.SAME:
        return found
    sides = of_sets(mine[1], theirs[1])
    if sides is Grade.SAME:
        return Grade.KIN
    return Grade.FITS if Grade.FITS in (found, sides) else Grade.DIFFER


def _persons(mine: frozenset[str], theirs: frozenset[str]) -> Grade:
    common = sum(any(same_person(a, b) for b in theirs) for a in mine)
    if not common:
        return Grade.DIFFER
    if common > 1:
        return Grade.SAME if common == len(mine) == len(theirs) else Grade.CLOSE
    return Grade.FITS if min(len(mine), len(theirs)) == 1 else Grade.KIN


def same_person(mine: str, theirs: str) -> bool:
    """Whether two names may be one person's: one has all words of the other, or they differ by a letter of one word."""
    if mine == theirs:
        return True
    a, b = mine.split(), theirs.split()
    if set(a) <= set(b) or set(b) <= set(a):
        return True
    unlike = [(x, y) for x, y in zip(a, b, strict=False) if x != y]
    return len(a) == len(b) > 1 and len(unlike) == 1 and _a_letter_apart(*unlike[0])


def _a_letter_apart(a: str, b: str) -> bool:
    """Whether one letter is added, left out or another ("Josep", "Joseph")."""
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 4:
        return False
    start = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    if len(a) == len(b):
        return a[start + 1 :] == b[start + 1 :]
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return longer[start + 1 :] == shorter[start:]


def _meetings(mine: DialogueKind, theirs: DialogueKind) -> Grade:
    if mine is theirs:
        return Grade.SAME
    return Grade.KIN if _SORTS.get(mine, mine) == _SORTS.get(theirs, theirs) else Grade.DIFFER


_SORTS = {
    DialogueKind.DIALOGUE: "meeting",
    DialogueKind.MINISTERIAL: "meeting",
    DialogueKind.SUMMIT: "meeting",
    DialogueKind.COURTESY_CALL: "meeting",
    DialogueKind.CONSULTATIVE_BODY: "meeting",
    DialogueKind.FORUM: "meeting",
    DialogueKind.OTHER: "meeting",
    DialogueKind.PRESS_CONFERENCE: "press",
    DialogueKind.BRIEFING: "press",
}


def place_grade(mine: tuple[str, str | None], theirs: tuple[str, str | None]) -> Grade:
    """Of two places (:meth:`~kordef.cases.keys.Keys.place`): a city fits its country, two countries differ."""
    if mine[0] == theirs[0]:
        return Grade.SAME
    if mine[1] is None or theirs[1] is None:
        return Grade.UNKNOWN
    if mine[1] != theirs[1]:
        return Grade.DIFFER
    return Grade.FITS if mine[0] == mine[1] or theirs[0] == theirs[1] else Grade.UNKNOWN


def _activities(mine: DeploymentKind, theirs: DeploymentKind) -> Grade:
    """Exercises and calls at ports are apart from the rest, which sources do not tell apart."""
    return Grade.SAME if mine is theirs else Grade.DIFFER if {mine, theirs} & _OF_ITS_OWN else Grade.KIN


_OF_ITS_OWN = frozenset({DeploymentKind.EXERCISE, DeploymentKind.PORT_CALL, DeploymentKind.TRAINING})


def _bases(mine: Basis, theirs: Basis) -> Grade:
    """What was forecast may have become the level."""
    return Grade.SAME if mine is theirs else Grade.KIN if {mine, theirs} <= _LEVELS else Grade.DIFFER


_LEVELS = frozenset({Basis.LEVEL, Basis.FORECAST})


def _subjects(mine: tuple[str, frozenset[str]], theirs: tuple[str, frozenset[str]]) -> Grade:
    """By the actor, else by the words ("European members of NATO")."""
    if mine[0] == theirs[0]:
        return Grade.SAME
    if mine[0].startswith("state:") or theirs[0].startswith("state:"):
        return Grade.DIFFER
    return Grade.FITS if mine[1] <= theirs[1] or theirs[1] <= mine[1] else Grade.DIFFER


def _figures(mine: Money | Quantity, theirs: Money | Quantity) -> Grade:
    """Of two figures; that two round ones are equal tells little."""
    found = of_quantities(mine, theirs)
    return Grade.CLOSE if found is Grade.SAME and _digits(mine.amount) < 3 else found


def _digits(amount: Amount) -> int:
    """How many digits tell: 17.3 billion has three."""
    bound = amount.low if amount.low is not None else amount.high
    return len(bound.normalize().as_tuple().digits) if bound is not None else 0


def _kinds(mine: str, theirs: str) -> Grade:
    return Grade.SAME if mine == theirs else Grade.KIN if "other" in (mine, theirs) else Grade.DIFFER


def _indicator_periods(mine: Mapping[str, Period], theirs: Mapping[str, Period]) -> Grade:
    a, b = mine["period"], theirs["period"]
    return Grade.SAME if a.edtf is not None and a.edtf == b.edtf else of_periods(a, b)


_SAME_WEEK = timedelta(days=10)
_SAME_SEASON = timedelta(days=45)
_ANOTHER_YEAR = timedelta(days=200)


def _published(mine: Profile, theirs: Profile) -> Grade:
    """How near to each other two documents appeared, where one of them does not date the thing itself."""
    if mine.published is None or theirs.published is None or ("date" in mine.said and "date" in theirs.said):
        return Grade.SILENT
    gap = abs(mine.published - theirs.published)
    if gap <= _SAME_WEEK:
        return Grade.SAME
    if gap <= _SAME_SEASON:
        return Grade.CLOSE
    # Of a standing dialogue with a name of its own documents speak at any time.
    named = mine.said.get("name") is not None and mine.said.get("name") == theirs.said.get("name")
    return Grade.DIFFER if gap > _ANOTHER_YEAR and not named else Grade.UNKNOWN


FIELDS: Mapping[str, Mapping[str, tuple[str, Compare]]] = {
    "transfer": {
        "recipient": ("recipient", _overlap),
        "supplier": ("supplier", _overlap),
        "companies": ("companies", of_sets),
        "goods": ("goods", _goods),
        "number": ("goods", _numbers),
        "counting": ("goods", _counting),
        "order": ("order", _orders),
        "value": ("price", _prices),
        "date": ("date", _dates),
        "stage": ("stage", _stages),
        "course": ("course", _courses),
        "document": ("document", _equal),
    },
    "agreement": {
        "parties": ("parties", _parties),
        "name": ("name", of_words),
        "edition": ("edition", _equal),
        "kind": ("kind", _kinds),
        "date": ("date", _dates),
        "status": ("status", _equal),
        "document": ("document", _equal),
    },
    "dialogue": {
        "persons": ("persons", _persons),
        "sides": ("sides", of_sets),
        "kind": ("kind", _meetings),
        "date": ("date", _dates),
        "place": ("place", place_grade),
        "name": ("name", of_words),
        "ordinal": ("ordinal", _equal),
        "published": ("published", _equal),
        "talk": ("talk", _equal),
        "document": ("document", _equal),
    },
    "deployment": {
        "actors": ("actors", of_sets),
        "marks": ("marks", of_words),
        "place": ("place", of_words),
        "kind": ("kind", _activities),
        "period": ("period", _dates),
        "ordinal": ("ordinal", _equal),
        "strength": ("strength", of_quantities),
        "document": ("document", _equal),
    },
    "event": {
        "kind": ("kind", _equal),
        "actors": ("actors", of_sets),
        "marks": ("marks", of_words),
        "place": ("place", place_grade),
        "date": ("date", _dates),
        "document": ("document", _equal),
    },
    "observation": {
        "subject": ("subject", _subjects),
        "indicator": ("indicator", of_words),
        "counterpart": ("counterpart", _equal),
        "unit": ("unit", _equal),
        "basis": ("basis", _bases),
        "period": ("period", _indicator_periods),
        "value": ("value", _figures),
        "publisher": ("publisher", _equal),
        "document": ("document", _equal),
    },
}
"""For each type the fields that are compared: the part of the profile they rest on, and how two are graded."""


def _one_to_one(mine: Profile, theirs: Profile) -> Grade:
    """Whether one is a talk of two persons where the other names nobody: at a summit there are many such talks."""
    a, b = (len(profile.said.get("persons", ())) for profile in (mine, theirs))
    return Grade.DIFFER if (a == 2 and b == 0) or (b == 2 and a == 0) else Grade.SILENT


OF_WHOLE_RECORDS: Mapping[str, Callable[[Profile, Profile], Grade]] = {
    "document": lambda mine, theirs: Grade.SAME if mine.record.source == theirs.record.source else Grade.SILENT,
    "published": _published,
    "talk": _one_to_one,
}
"""Fields that are graded from two profiles and not from what both say of one thing."""


def grade_of(field: str, mine: Profile, theirs: Profile) -> Grade:
    """The grade of one field of two profiles of one type."""
    if field in OF_WHOLE_RECORDS:
        return OF_WHOLE_RECORDS[field](mine, theirs)
    part, compare = FIELDS[mine.record.type][field]
    a, b = mine.said.get(part), theirs.said.get(part)
    return Grade.SILENT if a is None or b is None else compare(a, b)


# ---- for people


def spoken(profile: Profile, field: str) -> str:
    """What a profile says of a field, in words."""
    if field == "document":
        return profile.record.source
    if field == "published":
        return profile.published.isoformat() if profile.published is not None else ""
    value = profile.said.get(FIELDS[profile.record.type][field][0])
    if value is None:
        return ""
    if field == "goods":
        return ", ".join(dict.fromkeys(_bare(item.good.key) for item in value))
    if field == "number":
        return ", ".join(f"{item.number} {_bare(item.good.key)}" for item in value if item.number is not None)
    if field == "counting":
        return ", ".join(dict.fromkeys(str(item.counting) for item in value))
    if field == "order":
        return "a later one" if value == LATER else f"number {value}"
    if field == "course":
        return f"not signed on {value[1]}" if value[1] is not None else f"signed by {value[2]}"
    return _in_words(value[1] if "price" in profile.said and field == "value" else value)


def _in_words(value: Any) -> str:
    if isinstance(value, frozenset):
        return ", ".join(sorted(map(_bare, cast("frozenset[str]", value))))
    if isinstance(value, Mapping):
        dates = cast("Mapping[str, Period]", value)
        return ", ".join(f"{name.replace('_', ' ')} {period}" for name, period in dates.items())
    if is_tuple(value):
        # Sums are told one by one; of other pairs (a key and its words) the first says it.
        return " or ".join(map(str, value)) if isinstance(value[0], Money) else _in_words(value[0])
    return _bare(str(value))


def _bare(key: str) -> str:
    """A key without the room of the catalogue that it is from."""
    room, _, name = key.partition(":")
    return name if room in ("state", "organisation", "company", "weapon") else key
