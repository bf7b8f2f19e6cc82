"""How two statements about one field lie to one another: alike, compatible, different, or beyond comparison."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from kordef.amounts import Amount
from kordef.errors import Incompatible
from kordef.intervals import NEAREST
from kordef.periods import Period, Resolution
from kordef.values import Money, Quantity
from kordef.vocabulary import Qualifier, Vocabulary

__all__ = [
    "DIFFERENT",
    "Grade",
    "best",
    "of_amounts",
    "of_money",
    "of_periods",
    "of_quantities",
    "of_sets",
    "of_words",
    "sums_that_meet",
    "worst",
]


class Grade(Vocabulary):
    """What a comparison of two statements comes to."""

    SAME = "same", "Both say the same."
    CLOSE = "close", "Nearly the same, or one a little more exact than the other."
    FITS = "fits", "Both can be true of one thing: one is wider, hedged or names less than the other."
    KIN = "kin", "Not the same, but of one family or overlapping."
    NEAR = "near", "They differ by so little that one may be rounded otherwise or a slip."
    APART = "apart", "They differ, though not by more than reports of one thing sometimes do."
    DIFFER = "differ", "They differ."
    UNKNOWN = "unknown", "They cannot be compared: two currencies, no common unit."
    SILENT = "silent", "At least one of the two says nothing."

    @property
    def agrees(self) -> bool:
        """Whether both can be true."""
        return self in _AGREE

    @property
    def differs(self) -> bool:
        """Whether both cannot be true."""
        return self in _DIFFER


_AGREE = frozenset({Grade.SAME, Grade.CLOSE, Grade.FITS, Grade.KIN})
DIFFERENT = (Grade.NEAR, Grade.APART, Grade.DIFFER)
"""The grades of what cannot both be true, the mildest first."""
_DIFFER = frozenset(DIFFERENT)
_WORST_FIRST = (
    Grade.DIFFER,
    Grade.APART,
    Grade.NEAR,
    Grade.UNKNOWN,
    Grade.KIN,
    Grade.FITS,
    Grade.CLOSE,
    Grade.SAME,
)

_A_WEEK = 7
_A_MONTH = 31
_A_YEAR = 366
_EXACT = Qualifier.EXACT
_THREE, _TWENTY = Decimal(3), Decimal(20)


def of_sets(mine: frozenset[str], theirs: frozenset[str]) -> Grade:
    """Of two sets of names: equal, one within the other, overlapping, or without a common member."""
    if mine == theirs:
        return Grade.SAME
    if mine <= theirs or theirs <= mine:
        return Grade.FITS
    return Grade.DIFFER if mine.isdisjoint(theirs) else Grade.KIN


def of_words(mine: frozenset[str], theirs: frozenset[str]) -> Grade:
    """Of the telling words of two names: close from half of all words on, fitting where one has all of the other's."""
    if mine == theirs:
        return Grade.SAME
    common = len(mine & theirs)
    if not common:
        return Grade.DIFFER
    if 2 * common >= len(mine | theirs):
        return Grade.CLOSE
    return Grade.FITS if common == min(len(mine), len(theirs)) else Grade.KIN


def of_amounts(mine: Amount, theirs: Amount, *, whole: bool = False) -> Grade:
    """Of two hedged numbers: 180 and about 180 fit, over 200 and 212 fit, 180 and 212 differ.

    ``whole`` says that things are counted that cannot be divided.
    """
    if mine.low == theirs.low and mine.high == theirs.high and mine.qualifier is theirs.qualifier:
        return Grade.SAME if mine.qualifier is _EXACT else Grade.CLOSE
    counted = whole and all(each.qualifier is _EXACT and (each.precision or 1) <= 1 for each in (mine, theirs))
    if not counted and mine.agrees(theirs, whole=whole):  # two exact counts that are unlike do not overlap
        return Grade.FITS
    return Grade.NEAR if _is_near(mine, theirs) else Grade.DIFFER


def _is_near(mine: Amount, theirs: Amount) -> bool:
    """Whether two numbers that differ do so by at most fifteen in a hundred of the larger."""
    a, b = mine.midpoint, theirs.midpoint
    if a is None or b is None:
        return False
    apart = NEAREST.subtract(a, b).copy_abs()
    return NEAREST.multiply(_TWENTY, apart) <= NEAREST.multiply(_THREE, max(a.copy_abs(), b.copy_abs()))


def of_quantities(mine: Money | Quantity, theirs: Money | Quantity) -> Grade:
    """Of two quantities, in the unit of the first; of two sums with their equivalents; unknown for unlike units."""
    if isinstance(mine, Money) or isinstance(theirs, Money):
        if isinstance(mine, Money) and isinstance(theirs, Money):
            return of_money((mine,), (theirs,))
        return Grade.UNKNOWN
    try:
        theirs = theirs.to(mine.unit)
    except Incompatible:
        return Grade.UNKNOWN
    same = mine.same(theirs)
    if same is False:
        return Grade.NEAR if _is_near(mine.amount, theirs.amount) else Grade.DIFFER
    return Grade.SAME if same or mine.amount == theirs.amount else Grade.FITS


def of_money(mine: tuple[Money, ...], theirs: tuple[Money, ...]) -> Grade:
    """Of two sources' sums for one thing, each with the alternatives and equivalents that its source gives.

    Two sums meet in the currency in which both are stated, else in one into which their sources convert them; where the
    sources give several sums for the thing, the pair that agrees best counts. Unknown where no currency is common.
    """
    met = [grade for a in mine for b in theirs if (grade := _of_sums(a, b)) is not Grade.UNKNOWN]
    return best(met) if met else Grade.UNKNOWN


def _of_sums(a: Money, b: Money) -> Grade:
    met = sums_that_meet((a,), (b,))
    return of_amounts(met[0].amount, met[1].amount) if met else Grade.UNKNOWN


def sums_that_meet(mine: tuple[Money, ...], theirs: tuple[Money, ...]) -> tuple[Money, Money] | None:
    """The first sums in one currency: as they are stated, else as their sources convert them."""
    for a in mine:
        for b in theirs:
            if a.currency == b.currency:
                return a, b
    for a in mine:
        for b in theirs:
            for x in (a, *a.equivalents):
                for y in (b, *b.equivalents):
                    if x.currency == y.currency:
                        return x, y
    return None


def of_periods(mine: Period, theirs: Period) -> Grade:
    """Of two dates: one day, one month, one within the other or overlapping; near within a week, apart within a year."""
    if mine.edtf is None or theirs.edtf is None:
        return Grade.UNKNOWN
    mine, theirs = mine.narrowed, theirs.narrowed
    a, b = (mine.earliest, mine.latest), (theirs.earliest, theirs.latest)
    if mine.edtf == theirs.edtf and mine.resolution is Resolution.DAY:
        return Grade.SAME
    if mine.overlaps(theirs) is False:
        gap = _gap(a, b)
        return Grade.NEAR if gap <= _A_WEEK else Grade.APART if gap <= _A_YEAR else Grade.DIFFER
    longest = max(_length(a), _length(b))
    if longest <= _A_MONTH:
        return Grade.CLOSE
    return Grade.FITS if longest <= _A_YEAR else Grade.UNKNOWN


def _length(days: tuple[date | None, date | None]) -> int:
    first, last = days
    return 10 * _A_YEAR if first is None or last is None else (last - first).days + 1


def _gap(a: tuple[date | None, date | None], b: tuple[date | None, date | None]) -> int:
    """How many days lie between two stretches that do not touch."""
    gaps = [(second[0] - first[1]).days for first, second in ((a, b), (b, a)) if second[0] and first[1]]
    return max(gaps, default=0)


def best(grades: Iterable[Grade]) -> Grade:
    """The most agreeable of several grades; silent where there are none."""
    found = set(grades)
    return next((grade for grade in reversed(_WORST_FIRST) if grade in found), Grade.SILENT)


def worst(grades: Iterable[Grade]) -> Grade:
    """The least agreeable of several grades; silent where there are none."""
    found = set(grades)
    return next((grade for grade in _WORST_FIRST if grade in found), Grade.SILENT)
