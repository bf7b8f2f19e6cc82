"""Documents, and what they speak of: actors and weapon systems."""

from __future__ import annotations

from typing import Annotated, ClassVar

from attrs import frozen

from kordef.forms import (
    ActorId,
    ActorIds,
    Checked,
    Country,
    Distinct,
    Hash,
    Matches,
    Position,
    SourceId,
    Text,
    Texts,
)
from kordef.periods import Period
from kordef.records.record import Record
from kordef.vocabulary import (
    ActorKind,
    Quoting,
    Section,
)

__all__ = ["Actor", "Passage", "Post", "Rejection", "Source", "Stretch", "WeaponSystem"]


@frozen(kw_only=True)
class Stretch(Checked):
    """A stretch of a document's text under a heading (``None`` before the first).

    ``start`` and ``end`` (exclusive) are its place, counted in code points; ``heading`` has the words above it.
    """

    section: Section
    start: Position
    end: int
    heading: str | None = None

    def _nonsense(self) -> str | None:
        return None if self.start < self.end else f"end ({self.end}) must lie behind start ({self.start})"


@frozen(kw_only=True)
class Passage(Checked):
    """A sentence of a document: its characters and the place of the first, counted in code points of the whole text.

    ``start`` is the place of the first character, ``exact`` has all of them.
    """

    start: Position
    exact: Text


@frozen(kw_only=True)
class Rejection(Checked):
    """A record that the loaders made of a document and a person took out: of what type, its words, and why."""

    record_type: Annotated[str, Matches("[a-z_]+", "the type of a record")]
    exact: Text
    reason: Text
    by: Text | None = None


@frozen(kw_only=True)
class Source(Record):
    """A document, or a related story embedded in one (then ``parent`` is the id of the page's source).

    ``published_basis`` is "printed" where the text or its publisher says the date, "inferred" where somebody worked it
    out. ``sha256`` is that of the file's bytes, ``length`` counts code points of the decoded text; ``file`` is the
    file's name. ``passages`` are the sentences that facts rest on, in order, so that a quote can be shown in its
    context. ``rejected`` are the records that a person took out. ``quotes``
    says what a release may show of the words.
    ``title``, ``publisher``, ``byline`` and ``address`` are as printed, or as somebody has stated them beside the text;
    ``place`` is that of the dateline, ``published`` the date of publication, ``language`` a tag (BCP 47).
    """

    type: ClassVar[str] = "source"

    title: Text
    sha256: Hash
    length: Position
    publisher: Text | None = None
    byline: Text | None = None
    place: Text | None = None
    published: Period | None = None
    published_basis: Annotated[str, Matches("printed|inferred", "'printed' or 'inferred'")] | None = None
    address: Text | None = None
    language: Annotated[str, Matches("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*", "a language tag (BCP 47)")] | None = None
    parent: SourceId | None = None
    file: Text | None = None
    sections: tuple[Stretch, ...] = ()
    passages: tuple[Passage, ...] = ()
    rejected: tuple[Rejection, ...] = ()
    quotes: Quoting = Quoting.ALLOWED

    def _nonsense(self) -> str | None:
        if self.published_basis is not None and self.published is None:
            return f"published must be given with published_basis ({self.published_basis!r}), found None"
        for position, stretch in enumerate(self.sections):
            if stretch.end > self.length:
                return f"sections[{position}].end ({stretch.end}) must not lie behind the text's length ({self.length})"
        return self._itself("parent") if self.parent == self.id else super()._nonsense()


@frozen(kw_only=True)
class Post(Checked):
    """An office that a person holds or held, as the source words it; ``body`` is the id of the Actor it belongs to.

    ``title`` is the office ("defence minister"); ``former`` is set where the person no longer holds it.
    """

    title: Text
    body: ActorId | None = None
    former: bool = False


@frozen(kw_only=True)
class Actor(Record):
    """A state, body, firm or person that a document speaks of.

    ``names`` are the names as written, in order of first appearance. ``code`` is the ISO 3166-1 alpha-2 code of a
    state. ``catalogue`` is the catalogue's id where it knows the actor ("state:KR", "company:hanwha-aerospace").
    ``parent`` and ``members`` are ids of Actors; ``acts_for`` is the id of the state or organisation that a body or an
    official acts for.
    ``name`` is what it is shown by: the catalogue's name, else the fullest in the text.
    """

    type: ClassVar[str] = "actor"

    name: Text
    kind: ActorKind
    names: Texts = ()
    code: Country | None = None
    catalogue: Text | None = None
    parent: ActorId | None = None
    members: ActorIds = ()
    acts_for: ActorId | None = None
    posts: Annotated[tuple[Post, ...], Distinct()] = ()

    def _nonsense(self) -> str | None:
        if self.id in (self.parent, self.acts_for):
            return self._itself("parent" if self.id == self.parent else "acts_for")
        return self._itself("members") if self.id in self.members else super()._nonsense()


@frozen(kw_only=True)
class WeaponSystem(Record):
    """A weapon, platform or munition, or a class of them ("howitzers") where it is the object of a deal or a statistic.

    ``categories`` are the class nouns of the source ("self-propelled howitzer"). The SIPRI and UNROCA categories,
    ``origin`` (alpha-2) and ``family`` (catalogue id) come from the catalogue unless the evidence says otherwise.
    ``name`` is what it is shown by, ``designation`` its type ("K9") where it has one, ``names`` are the names as written.
    ``sipri_category`` and ``unroca_category`` are those of the two registers, ``maker`` is the catalogue's id of the company,
    ``catalogue`` that of the weapon.
    """

    type: ClassVar[str] = "weapon_system"

    name: Text
    designation: Text | None = None
    names: Texts = ()
    categories: Texts = ()
    sipri_category: Text | None = None
    unroca_category: Text | None = None
    maker: Text | None = None
    origin: Country | None = None
    family: Text | None = None
    catalogue: Text | None = None
