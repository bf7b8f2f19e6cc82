"""Numbered checks over a dataset: what does not add up, within a document, between documents, against the catalogue.

    >>> from kordef.audit import CHECKS
    >>> print(CHECKS["K101"].title)
    a share does not follow from its row

The function is called :func:`audit_dataset` because ``kordef.audit`` is this package.

The checks judge what records hold; they never change it. Tolerance always follows from how figures are written: "13.0"
is anything that rounds to 13.0, "about 40" reaches as far as :class:`~kordef.amounts.Amount` says, and only what lies
outside of everything that the other figures leave open is a finding.
"""

from __future__ import annotations

from collections.abc import Iterable

from kordef import catalogue as reference
from kordef.audit import dates, deals, documents, exchange, growth, measures, names, shares, wholes
from kordef.audit.desk import Desk
from kordef.audit.findings import Claim, Finding
from kordef.audit.registry import CHECKS, Area, Check, chosen
from kordef.audit.shares import Workings, share_workings
from kordef.catalogue import Catalogue
from kordef.dataset import Dataset
from kordef.errors import unfit

__all__ = [
    "CHECKS",
    "Area",
    "Check",
    "Claim",
    "Finding",
    "Workings",
    "audit_dataset",
    "chosen",
    "share_workings",
]

ROOMS = (shares, growth, wholes, exchange, dates, documents, names, measures, deals)
"""The modules whose import enters their checks, by area."""


def audit_dataset(
    dataset: Dataset,
    *,
    only: Iterable[str] = (),
    ignore: Iterable[str] = (),
    catalogue: Catalogue | None = None,
) -> tuple[Finding, ...]:
    """What does not add up in a dataset, by the checks' codes, then in the dataset's order.

    ``only`` and ``ignore`` are codes ("K101") or their beginnings ("K1" for all about shares); ``catalogue`` is the
    package's own where it is not given. The time is linear in the number of records.

    Raises :class:`~kordef.errors.InvalidValue` for a code that no check has.
    """
    if not isinstance(dataset, Dataset):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise unfit("audit_dataset", "a Dataset", dataset)
    desk = Desk(dataset, catalogue or reference.load())
    return tuple(finding for check in chosen(only, ignore) for finding in check.run(desk, check))
