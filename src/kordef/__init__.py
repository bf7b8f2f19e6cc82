"""kordef: typed, traceable facts about Korea-Europe defence cooperation.

    import kordef

    dataset = kordef.build(["seeds/"])
    for transfer in dataset.transfers.where(supplier="KR", recipient="PL"):
        print(kordef.explain(dataset, transfer))

Names are loaded when they are first used: ``import kordef`` itself loads no recogniser, no unit registry and no table library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from kordef._version import __version__ as __version__

if TYPE_CHECKING:
    from kordef.amounts import Amount as Amount
    from kordef.audit import Finding as Finding
    from kordef.audit import audit_dataset as audit_dataset
    from kordef.cases import Case as Case
    from kordef.cases import Judgement as Judgement
    from kordef.cases import find_cases as find_cases
    from kordef.cases import read_judgements as read_judgements
    from kordef.catalogue import Catalogue as Catalogue
    from kordef.codec import dumps as dumps
    from kordef.codec import loads as loads
    from kordef.comparison import Comparison as Comparison
    from kordef.comparison import compare as compare
    from kordef.curation import Curation as Curation
    from kordef.dataset import Dataset as Dataset
    from kordef.document import Document as Document
    from kordef.errors import BrokenEvidence as BrokenEvidence
    from kordef.errors import CatalogueError as CatalogueError
    from kordef.errors import CurationError as CurationError
    from kordef.errors import DanglingReference as DanglingReference
    from kordef.errors import Incompatible as Incompatible
    from kordef.errors import Inexact as Inexact
    from kordef.errors import InvalidValue as InvalidValue
    from kordef.errors import KordefError as KordefError
    from kordef.errors import Malformed as Malformed
    from kordef.errors import MissingExtra as MissingExtra
    from kordef.errors import ReleaseError as ReleaseError
    from kordef.errors import SourcesError as SourcesError
    from kordef.errors import Unreadable as Unreadable
    from kordef.evidence import Evidence as Evidence
    from kordef.gists import gist as gist
    from kordef.gists import quote as quote
    from kordef.mentions import Mentions as Mentions
    from kordef.mentions import find as find
    from kordef.networks import Network as Network
    from kordef.networks import network as network
    from kordef.periods import Period as Period
    from kordef.pipeline import Extraction as Extraction
    from kordef.pipeline import build as build
    from kordef.pipeline import extract as extract
    from kordef.reading import documents as documents
    from kordef.reading import read_file as read_file
    from kordef.reading import read_text as read_text
    from kordef.reasons import Explanation as Explanation
    from kordef.reasons import explain as explain
    from kordef.records import Actor as Actor
    from kordef.records import Agreement as Agreement
    from kordef.records import Deployment as Deployment
    from kordef.records import Dialogue as Dialogue
    from kordef.records import Event as Event
    from kordef.records import Observation as Observation
    from kordef.records import Record as Record
    from kordef.records import Source as Source
    from kordef.records import Statement as Statement
    from kordef.records import Transfer as Transfer
    from kordef.records import WeaponSystem as WeaponSystem
    from kordef.release import ReleaseInfo as ReleaseInfo
    from kordef.release import verify as verify
    from kordef.release import write_release as write_release
    from kordef.shipped import dataset_version as dataset_version
    from kordef.shipped import load as load
    from kordef.store import dataset_from as dataset_from
    from kordef.store import dataset_from_tables as dataset_from_tables
    from kordef.store import dataset_text as dataset_text
    from kordef.store import read_dataset as read_dataset
    from kordef.store import write_dataset as write_dataset
    from kordef.timelines import Timeline as Timeline
    from kordef.timelines import timeline as timeline
    from kordef.totals import Total as Total
    from kordef.totals import total as total
    from kordef.values import ExchangeRate as ExchangeRate
    from kordef.values import Money as Money
    from kordef.values import Quantity as Quantity

_ROOMS = {
    "amounts": ("Amount",),
    "audit": ("Finding", "audit_dataset"),
    "cases": ("Case", "Judgement", "find_cases", "read_judgements"),
    "catalogue": ("Catalogue",),
    "codec": ("dumps", "loads"),
    "comparison": ("Comparison", "compare"),
    "curation": ("Curation",),
    "dataset": ("Dataset",),
    "document": ("Document",),
    "errors": (
        "BrokenEvidence",
        "CatalogueError",
        "CurationError",
        "DanglingReference",
        "Incompatible",
        "Inexact",
        "InvalidValue",
        "KordefError",
        "Malformed",
        "MissingExtra",
        "ReleaseError",
        "SourcesError",
        "Unreadable",
    ),
    "evidence": ("Evidence",),
    "gists": ("gist", "quote"),
    "reasons": ("Explanation", "explain"),
    "mentions": ("Mentions", "find"),
    "networks": ("Network", "network"),
    "periods": ("Period",),
    "pipeline": ("Extraction", "build", "extract"),
    "reading": ("documents", "read_file", "read_text"),
    "records": (
        "Actor",
        "Agreement",
        "Deployment",
        "Dialogue",
        "Event",
        "Observation",
        "Record",
        "Source",
        "Statement",
        "Transfer",
        "WeaponSystem",
    ),
    "release": ("ReleaseInfo", "verify", "write_release"),
    "shipped": ("dataset_version", "load"),
    "store": ("dataset_from", "dataset_from_tables", "dataset_text", "read_dataset", "write_dataset"),
    "timelines": ("Timeline", "timeline"),
    "totals": ("Total", "total"),
    "values": ("ExchangeRate", "Money", "Quantity"),
}
_HOMES = {name: (room, name) for room, names in _ROOMS.items() for name in names}

__all__ = ["__version__", *_HOMES]  # pyright: ignore[reportUnsupportedDunderAll]


if not TYPE_CHECKING:  # or type checkers would take a misspelt name for an object

    def __getattr__(name: str) -> object:
        if name in _ROOMS and name not in _HOMES:
            return import_module(f"kordef.{name}")
        try:
            room, attribute = _HOMES[name]
        except KeyError:
            raise AttributeError(f"module 'kordef' has no attribute {name!r}") from None
        value = getattr(import_module(f"kordef.{room}"), attribute)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted(__all__)
