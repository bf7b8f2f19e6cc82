"""Curation: what people correct in the records that the loaders make, in files that stand beside the documents.

A folder ``curation/`` beside the documents holds TOML files. Each entry adds, corrects or rejects one record of one
document, quotes the words that it rests on, and says why and who::

    [[correct]]
    file = "article.txt"
    type = "transfer"
    quote = "sold 24 howitzers to the Norwegian army"
    reason = "The army is the buyer's, not the seller's."
    by = "A. Reader"

    [correct.record]
    recipient = "NO"

    [correct.quotes]
    recipient = "Norwegian"

A record is found by its document, its type and its words, so that an entry outlives a new version of the loaders; an entry
that fits no record, or several, is an error. ``quotes`` must stand in the text. What people did is marked in the records
(:attr:`Record.review`, :attr:`Source.rejected`), and an entry reaches no further than its own document.

:func:`load_curation` reads the files, :func:`apply` changes the records of a document, and :func:`template` writes an entry
for a record as it is, for a person to change.
"""

from __future__ import annotations

from kordef.curation.applying import apply
from kordef.curation.entries import Curation, Entry, Quote, load_curation
from kordef.curation.share import Share, share_of
from kordef.curation.templates import template, template_of_addition

__all__ = [
    "Curation",
    "Entry",
    "Quote",
    "Share",
    "apply",
    "load_curation",
    "share_of",
    "template",
    "template_of_addition",
]
