"""The numbered checks: each tells what it looks at, when it speaks, and how much it lets pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from attrs import frozen

from kordef.audit.findings import Claim, Finding
from kordef.errors import InvalidValue
from kordef.vocabulary import Severity, Vocabulary

if TYPE_CHECKING:
    from kordef.audit.desk import Desk

__all__ = ["CHECKS", "Area", "Check", "check", "chosen"]


class Area(Vocabulary):
    """What a check is about; the first digit of its code."""

    SHARES = "1", "Shares and percentages of a whole."
    GROWTH = "2", "Growth, multiples and what follows from them."
    WHOLES = "3", "Wholes and their parts."
    EXCHANGE = "4", "Amounts in two currencies."
    DATES = "5", "Dates out of order, or against what is known."
    DOCUMENTS = "6", "Figures that differ within or between documents."
    NAMES = "7", "Names and posts."
    UNITS = "8", "Units confused."
    DEALS = "9", "Deals and their stages."


@frozen(kw_only=True)
class Check:
    """One numbered check.

    ``looks_at`` says which records it compares and when, ``tolerance`` how far they may lie apart, ``example`` shows
    what it finds and, after a semicolon, what it lets pass.
    """

    code: str
    title: str
    severity: Severity
    looks_at: str
    tolerance: str
    example: str
    run: Callable[[Desk, Check], Iterator[Finding]]

    @property
    def area(self) -> Area:
        """The area that the code's first digit stands for."""
        return Area(self.code[1])

    def finding(
        self,
        sentence: str,
        arithmetic: str,
        claims: Iterable[Claim],
        against: Iterable[Claim] = (),
        *,
        basis: str | None = None,
        severity: Severity | None = None,
    ) -> Finding:
        """What the check has found, with its own code and title."""
        return Finding(
            code=self.code,
            title=self.title,
            severity=severity or self.severity,
            sentence=sentence,
            arithmetic=arithmetic,
            claims=tuple(claims),
            against=tuple(against),
            basis=basis,
        )


CHECKS: dict[str, Check] = {}
"""All checks by their codes, once :mod:`kordef.audit` is imported."""

_Run: TypeAlias = "Callable[[Desk, Check], Iterator[Finding]]"


def check(
    code: str, title: str, severity: Severity, *, looks_at: str, tolerance: str, example: str
) -> Callable[[_Run], _Run]:
    """Enter the function below among the checks."""

    def enter(run: _Run) -> _Run:
        CHECKS[code] = Check(
            code=code,
            title=title,
            severity=severity,
            looks_at=looks_at,
            tolerance=tolerance,
            example=example,
            run=run,
        )
        return run

    return enter


def chosen(only: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Check, ...]:
    """The checks whose codes begin with one of ``only`` (all where there is none) and with none of ``ignore``.

    Raises :class:`~kordef.errors.InvalidValue` for what is the beginning of no code.
    """
    wanted, unwanted = tuple(only), tuple(ignore)
    for start in (*wanted, *unwanted):
        if not start or not any(code.startswith(start) for code in CHECKS):
            raise InvalidValue(f"expected a check's code such as 'K101' or its beginning such as 'K1', found {start!r}")
    return tuple(
        found
        for code, found in sorted(CHECKS.items())
        if (not wanted or code.startswith(wanted)) and not (unwanted and code.startswith(unwanted))
    )
