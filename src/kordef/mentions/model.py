"""What recognition finds in a text: spans with a typed meaning."""

from __future__ import annotations

from attrs import frozen

from kordef.amounts import Amount
from kordef.periods import Period
from kordef.vocabulary import ActorKind, Section

__all__ = ["ActorMention", "DateMention", "Mention", "Mentions", "ValueMention", "WeaponMention"]


@frozen(kw_only=True)
class Mention:
    """Characters ``start`` to ``end`` of the text that mean something; ``exact`` are those characters.

    ``block`` is the position of the block in ``Document.blocks``, ``story`` that of the story. ``inferred`` says, one
    sentence each, what a rule supplied that the words do not state (a year, the country of a bare "$").
    """

    start: int
    end: int
    exact: str
    block: int
    story: int = 0
    section: Section = Section.BODY
    inferred: tuple[str, ...] = ()


@frozen(kw_only=True)
class ValueMention(Mention):
    """A number with what it counts or measures.

    ``kind`` is money, count, percent, length, mass, speed, duration, persons, rank or other. ``unit`` is an ISO 4217 code or
    a unit of kordef's registry ("percent", "percentage_point", "mm", "km", "year", "person", "item", "TIV", ...).
    ``number`` is the span (start, end) of the digits or number words. ``noun`` are the words that name what is counted
    ("K2 main battle tanks") and ``noun_span`` their place, ``None`` where no noun stands beside the number.
    ``additional`` is set by "more", "additional", "another", "further"; ``per`` holds the words of a rate ("a year",
    "each"). ``equivalent_of`` is the start of the money mention that this one, in brackets behind it, restates in another
    currency. ``cell`` is (table block, row, column) for a table cell. ``change`` is +1 or -1 where a sign or verb at the
    number says increase or decrease.
    """

    kind: str
    amount: Amount
    unit: str
    number: tuple[int, int]
    noun: str | None = None
    noun_span: tuple[int, int] | None = None
    additional: bool = False
    per: str | None = None
    equivalent_of: int | None = None
    cell: tuple[int, int, int] | None = None
    change: int = 0


@frozen(kw_only=True)
class DateMention(Mention):
    """An expression of calendar time.

    ``relative`` is set where it needs the date of the text or another expression, ``vague`` where even that would not tell
    ("in recent years"): a relative date that is not vague has no EDTF string only because the date of its text is not
    known. ``dateline`` marks the date in a dateline,
    ``cell`` is (table block, row, column) for a date in a table cell.
    """

    period: Period
    relative: bool = False
    vague: bool = False
    dateline: bool = False
    cell: tuple[int, int, int] | None = None


@frozen(kw_only=True)
class ActorMention(Mention):
    """A name, adjective or short form that stands for an actor.

    ``key`` identifies the actor within the document: "state:KR", "organisation:nato", "company:hanwha-aerospace" where the
    catalogue knows it, "person:cho-tae-yul" or "company:x:go-craft" for those that only this text knows ("x:" marks them).
    ``form`` is name, adjective, demonym, capital, government, short, title ("the minister"), surname, pronoun or place (a
    city, or a territory where nobody acts). ``as_place`` is set where the words name a place rather than somebody who acts
    ("in Seoul", "in Poland"). ``acts_for`` is the key of the state or organisation that a body or official acts for:
    "state:KR", "organisation:eu"; ``acts_for_span`` has the words that say so, or imply it (then ``inferred`` tells how).
    ``post`` is the office written beside a person's name ("Foreign Minister"),
    ``post_span`` its place. ``repaired`` has the catalogue's spelling where the text's is known to be wrong.
    """

    key: str
    kind: ActorKind
    name: str
    form: str = "name"
    code: str | None = None
    as_place: bool = False
    acts_for: str | None = None
    acts_for_span: tuple[int, int] | None = None
    post: str | None = None
    post_span: tuple[int, int] | None = None
    repaired: str | None = None


@frozen(kw_only=True)
class WeaponMention(Mention):
    """A weapon by designation, name or class noun.

    ``key`` identifies it within the document: the catalogue's id ("weapon:k9"), "class:howitzer" for a class noun without
    a designation, "weapon:x:as-21-redback" for one that only form and context show. The span takes in the class noun
    beside the name ("K9 self-propelled howitzers") and the hull number of a ship ("ROKS Marado (LPH-6112)"), which is its
    ``designation``. ``category`` is the class noun written beside it, or the catalogue's (then ``category_stated`` is
    ``False``). ``form`` is name, class or short.
    """

    key: str
    name: str
    form: str = "name"
    designation: str | None = None
    category: str | None = None
    category_stated: bool = False
    category_span: tuple[int, int] | None = None
    maker: str | None = None
    origin: str | None = None
    plural: bool = False
    item: bool = False
    """For a class noun: whether it is what changes hands, or what a named actor holds, and not just spoken of."""


@frozen(kw_only=True)
class Mentions:
    """All mentions of a document, each kind in the order of the text."""

    values: tuple[ValueMention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    weapons: tuple[WeaponMention, ...] = ()
    published: tuple[Period | None, ...] = ()
    """The publication date of each story, as known, printed or worked out, by the story's position."""
