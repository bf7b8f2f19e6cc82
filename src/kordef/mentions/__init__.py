"""Recognition: the typed spans of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kordef.errors import InvalidValue
from kordef.mentions.model import ActorMention, DateMention, Mention, Mentions, ValueMention, WeaponMention
from kordef.periods import Period

if TYPE_CHECKING:
    from datetime import date

    from kordef.catalogue import Catalogue
    from kordef.document import Document

__all__ = ["ActorMention", "DateMention", "Mention", "Mentions", "ValueMention", "WeaponMention", "find"]


def find(
    document: Document | str, catalogue: Catalogue | None = None, *, published: Period | date | str | None = None
) -> Mentions:
    """All that a document mentions: values, dates, actors and weapons.

    A ``str`` is a sentence or passage for itself, and no page: all of it is running text. ``published`` is the date that
    "yesterday" and the like are counted from, as a `Period`, a date or EDTF ("2024-03-15"); without it that of the document.
    Without a catalogue the packaged one is taken. The result depends on what is given only.

    Raises:
        InvalidValue: ``published`` is no date.
        TypeError: ``document`` is neither a Document nor a ``str``.
    """
    # Imported here so that whoever needs only the types does not load the recognisers and their data.
    from kordef.catalogue import load
    from kordef.document import Document
    from kordef.mentions.actors.finder import find_actors
    from kordef.mentions.dates.finder import dates_and_publication
    from kordef.mentions.lexicon import lexicon
    from kordef.mentions.passages import Spans, read
    from kordef.mentions.values.finder import find_values
    from kordef.mentions.weapons.finder import find_weapons
    from kordef.reading import read_passage

    day = _period(published)
    if isinstance(document, str):
        document = read_passage(document, day)
    elif not isinstance(document, Document):  # pyright: ignore[reportUnnecessaryIsInstance]
        raise TypeError(f"find takes a Document or a str, found {type(document).__name__}")
    words = lexicon(load() if catalogue is None else catalogue)
    page = read(document, words.table)
    weapons = find_weapons(page, words)
    taken = Spans((weapon.start, weapon.end) for weapon in weapons if weapon.form == "name")
    dates, dated = dates_and_publication(document, day)
    return Mentions(
        values=find_values(document, words.catalogue),
        dates=dates,
        published=dated,
        actors=find_actors(page, words, taken),
        weapons=weapons,
    )


def _period(day: Period | date | str | None) -> Period | None:
    if day is None or isinstance(day, Period):
        return day
    if not isinstance(day, str):
        return Period.on(day)
    try:
        return Period(edtf=day)
    except InvalidValue as problem:
        raise InvalidValue(str(problem).replace("edtf", "published", 1)) from None
