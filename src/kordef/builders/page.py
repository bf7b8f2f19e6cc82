"""What every builder works on: a document with its mentions, as rows of tokens, and the ids of those it speaks of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, wraps
from typing import Any, TypeVar

from attrs import field, frozen

from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.taken import taken
from kordef.catalogue import Catalogue
from kordef.document import Document
from kordef.evidence import Evidence
from kordef.mentions.model import ActorMention, Mention, Mentions, WeaponMention
from kordef.records import Actor, Source, WeaponSystem
from kordef.vocabulary import ActorKind, EvidenceKind

__all__ = ["Page", "once_in"]

Answer = TypeVar("Answer")


@frozen(kw_only=True)
class Page:
    """A document ready for the builders.

    ``sources`` has the id of the Source of each story. ``actor_ids`` and ``weapon_ids`` give the id of the Actor or WeaponSystem
    for a story and a mention's key; ``actors`` and ``weapons`` the records themselves by id. ``away`` are the stories that
    are not about defence; ``lines`` are the sentences of the others.
    """

    document: Document
    mentions: Mentions
    sources: tuple[str, ...]
    lines: tuple[Line, ...]
    catalogue: Catalogue
    away: frozenset[int] = frozenset()
    source_records: tuple[Source, ...] = ()
    actor_ids: Mapping[tuple[int, str], str] = field(factory=dict[tuple[int, str], str])
    weapon_ids: Mapping[tuple[int, str], str] = field(factory=dict[tuple[int, str], str])
    actors: Mapping[str, Actor] = field(factory=dict[str, Actor])
    weapons: Mapping[str, WeaponSystem] = field(factory=dict[str, WeaponSystem])
    answers: dict[Any, Any] = field(factory=dict[Any, Any], init=False, repr=False, eq=False)
    """What :func:`~kordef.builders.once.once` has worked out about it."""

    def tables(self) -> Iterator[tuple[int, int]]:
        """The tables of stories about defence: the number of each among all but repeats, and the position of its block."""
        told = (n for n, block in enumerate(self.document.blocks) if block.table is not None and block.repeats is None)
        return ((n, at) for n, at in enumerate(told) if self.document.blocks[at].story not in self.away)

    def evidence(
        self,
        story: int,
        pointer: str,
        where: Token | Mention | Line | tuple[int, int],
        kind: EvidenceKind = EvidenceKind.STATED,
    ) -> Evidence:
        """Evidence for a field ("" for the whole record) from a token, a mention, a sentence or a (start, end) pair."""
        start, end = where if isinstance(where, tuple) else (where.start, where.end)
        if kind is EvidenceKind.STATED and pointer and (start, end) in self._counted:
            kind = EvidenceKind.IMPLIED
        return taken(self.sources[story], pointer, start, end, self.document.text[start:end], kind)

    @cached_property
    def _counted(self) -> frozenset[tuple[int, int]]:
        """The dates that are counted from a day of publication which is itself inferred: "Monday" below "SEOUL, May 14"."""
        days = {
            story: source.published.edtf
            for story, source in enumerate(self.source_records)
            if source.published is not None and source.published.edtf and source.published_basis == "inferred"
        }
        dates = (m for m in self.mentions.dates if m.story in days) if days else ()
        return frozenset((m.start, m.end) for m in dates if m.period.anchor == days[m.story])

    def actor(self, mention: ActorMention) -> str:
        """The id of the Actor that a mention speaks of."""
        return self.actor_ids[mention.story, mention.key]

    def weapon(self, mention: WeaponMention) -> str:
        """The id of the WeaponSystem that a mention speaks of."""
        return self.weapon_ids[mention.story, mention.key]

    def state_of(self, mention: ActorMention) -> str | None:
        """The id of the state or organisation that a mention is, or acts for; ``None`` where it is neither."""
        key = mention.key if mention.kind in (ActorKind.STATE, ActorKind.IGO) else mention.acts_for
        return self.actor_ids.get((mention.story, key)) if key else None

    def home_of(self, company: ActorMention) -> str | None:
        """The key of the state that a firm is at home in, as the catalogue or the text has it."""
        if company.acts_for:
            return company.acts_for
        table, _, identifier = company.key.partition(":")
        if table != "company" or identifier.startswith("x:"):
            return None
        return f"state:{self.catalogue.company(identifier).state}"


def once_in(work: Callable[[Page, Line], Answer]) -> Callable[[Page, Line], Answer]:
    """A function of a sentence of a page that works its answer out once, however many builders ask for it."""

    @wraps(work)
    def answer(page: Page, line: Line) -> Answer:
        known: Answer
        try:
            known = line.answers[work]
        except KeyError:
            known = line.answers[work] = work(page, line)
        return known

    return answer
