"""The conditions of queries as options of commands: each is the argument of ``where`` that it is named after."""

from __future__ import annotations

import argparse
import inspect
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from kordef.commands.hints import note, unknown_names

if TYPE_CHECKING:
    from kordef.dataset import Dataset
    from kordef.selection import Selection

__all__ = ["chosen", "filters"]

_OPTIONS = {
    "party": "records with a party in any role: a code, a name or an id",
    "supplier": "transfers from a state or company",
    "recipient": "transfers to a state",
    "speaker": "statements of a speaker",
    "weapon": "records with a weapon, its variants included",
    "kind": "records of a kind",
    "stage": "transfers at a stage",
    "status": "agreements with a status",
    "role": "meetings and occurrences in which the party has a role",
    "indicator": "statistics of an indicator",
    "publisher": "statistics of a publisher of data",
    "origin": "weapons from a state, by its code or name",
    "source": "records of a document: its file, title or publisher",
    "said-by": "records that the source attributes to somebody",
    "modality": "records put in a way: asserted, planned, possible, ...",
}
_SINGLE = {
    "since": ("DATE", "records not before a date (EDTF: 2022, 2025-03)"),
    "until": ("DATE", "records not after a date"),
    "at-least": ("AMOUNT", "records with an amount of at least so much: '1.5 billion USD', or a number of goods"),
    "at-most": ("AMOUNT", "records with an amount of at most so much"),
    "certainty": ("WORD", "where the source leaves it open: certain, possible (where not given) or not_excluded"),
}


def filters(command: argparse.ArgumentParser) -> None:
    """The options, which :func:`chosen` turns into conditions."""
    group = command.add_argument_group(
        "conditions", "All must hold; one that is given several times holds if any does."
    )
    for name, text in _OPTIONS.items():
        group.add_argument(f"--{name}", metavar="WORD", action="append", help=text)
    for name, (metavar, text) in _SINGLE.items():
        group.add_argument(f"--{name}", metavar=metavar, help=text)
    group.add_argument(
        "--affiliates", action="store_true", help="count ministries and companies of a party as the party"
    )
    group.add_argument("--reviewed", action="store_true", help="only records that people added or corrected")


def chosen(dataset: Dataset, table: str | None, arguments: argparse.Namespace) -> Selection[Any] | None:
    """The records of a table (of all, for ``None``) that the options choose.

    ``None``, with a message, for a table that there is not and for an option that it has not.
    """
    from kordef.records import Record
    from kordef.showing import TABLES

    if table is not None and table not in TABLES:
        note(arguments, f"there is no table {table!r}; the tables are {', '.join(TABLES)}")
        return None
    selection: Selection[Any] = dataset.of_type(Record if table is None else TABLES[table])
    conditions = {
        name.replace("-", "_"): value
        for name in (*_OPTIONS, *_SINGLE, "affiliates", "reviewed")
        if (value := getattr(arguments, name.replace("-", "_"))) not in (None, False)
    }
    known = _conditions(selection)
    if unknown := [name for name in conditions if name not in known]:
        option = unknown[0].replace("_", "-")
        able = [name for name, kind in TABLES.items() if unknown[0] in _conditions(dataset.of_type(kind))]
        note(arguments, f"{table or 'records of all tables'} cannot be chosen by --{option}; {', '.join(able)} can")
        return None
    for missing in unknown_names(dataset, conditions):
        note(arguments, missing)
    return selection.where(**conditions) if conditions else selection


def _conditions(selection: Selection[Any]) -> Mapping[str, inspect.Parameter]:
    return inspect.signature(selection.where).parameters
