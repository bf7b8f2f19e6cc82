"""Releases: a folder that others load, cite and check without kordef.

:func:`write_release` writes one, :func:`kordef.read_dataset` reads the dataset back, :func:`verify` checks a folder that
came from anywhere.
"""

from __future__ import annotations

from kordef.release.contents import JUDGEMENTS
from kordef.release.faults import Fault, Verification
from kordef.release.folder import SUMS
from kordef.release.info import INFO_FILE, ReleaseInfo, load_info
from kordef.release.publishing import write_release
from kordef.release.quoting import publishable
from kordef.release.verification import verify

__all__ = [
    "INFO_FILE",
    "JUDGEMENTS",
    "SUMS",
    "Fault",
    "ReleaseInfo",
    "Verification",
    "load_info",
    "publishable",
    "verify",
    "write_release",
]
