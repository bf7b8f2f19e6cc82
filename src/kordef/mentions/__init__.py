"""Recognition: the typed spans of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kordef.mentions.model import ActorMention, DateMention, Mention, Mentions, ValueMention, WeaponMention

if TYPE_CHECKING:
    from kordef.catalogue import Catalogue
    from kordef.document import Document

__all__ = ["ActorMention", "DateMention", "Mention", "Mentions", "ValueMention", "WeaponMention", "find"]


def find(document: Document, catalogue: Catalogue | None = None) -> Mentions:
    """All that a document mentions: values, dates, actors and weapons.

    Without a catalogue the packaged one is taken. The result depends on the document and the catalogue only.
    """
    # Imported here so that whoever needs only the types does not load the recognisers and their data.
    from kordef.catalogue import load
    from kordef.mentions.actors import find_actors
    from kordef.mentions.amounts import find_values
    from kordef.mentions.dates import dates_and_publication
    from kordef.mentions.lexicon import lexicon
    from kordef.mentions.passages import Spans, read
    from kordef.mentions.weapons import find_weapons

    words = lexicon(load() if catalogue is None else catalogue)
    page = read(document, words.table)
    weapons = find_weapons(page, words)
    taken = Spans((weapon.start, weapon.end) for weapon in weapons if weapon.form == "name")
    dates, published = dates_and_publication(document)
    return Mentions(
        values=find_values(document, words.catalogue),
        dates=dates,
        published=published,
        actors=find_actors(page, words, taken),
        weapons=weapons,
    )
