"""Packages of aid that are announced with their sum, and whose contents a list below names, without a verb of its own.

"The Department today announces security assistance for Ukraine valued at up to $200 million. It includes: AIM-7 missiles; ..."
"""

from __future__ import annotations

from itertools import pairwise

from attrs import evolve

from kordef.builders.goods import Good, goods_words
from kordef.builders.grammar.clauses import clauses_of
from kordef.builders.grammar.tokens import Line
from kordef.builders.transfers.deals import Dated, Draft, Side
from kordef.builders.transfers.goods import goods_in
from kordef.builders.transfers.parts import date_in, money_in
from kordef.builders.transfers.scene import HEADS, Scene
from kordef.builders.transfers.wars import AIDED
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, ValueMention
from kordef.vocabulary import EvidenceKind, Stage, TransferKind

__all__ = ["Packages"]

_NOUNS = frozenset("package packages tranche assistance aid drawdown support".split())
_ARMS = frozenset("security military defence defense lethal weapons arms package drawdown tranche equipment".split())
_HOLDS = frozenset(
    "include includes including included contains contain comprises comprised consists consisting following capabilities "
    "holds covers features provides list items".split()
)
_DRAWN = frozenset("drawdown usai".split())
"""Words for aid that only the United States give so."""
_DENIED = frozenset("no not never denied blocked stalled rejected proposed could would might may considering".split())
_REACH = 3
"""How many blocks below the announcement the list of its contents may begin."""


class Packages:
    """Reads announcements of packages and the lists below them; the deals are left in ``told``."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.opened: Draft | None = None
        """The package announced last."""
        self.listing = False
        """Whether its list has begun."""
        self.told: list[Draft] = []

    def read(self, line: Line) -> bool:
        """Whether a line is an item of a package's list, or the sentence that leads to it."""
        draft = self.opened
        if line.kind in HEADS and (draft is None or self.listing or len(line.tokens) > 8):
            self.close()
            return False
        if draft is not None:
            if line.kind is BlockKind.LIST_ITEM and self.listing and not _leads(line):
                return self._item(draft, line)
            if self._has_ended(draft, line):
                self.close()
            elif _leads(line) and not _HOLDS.isdisjoint(line.texts):
                self.listing = True
                return True
            elif not draft.goods and _tells_contents(line):
                self._item(draft, line)
                return bool(draft.goods)
        if line.kind in (BlockKind.PARAGRAPH, *HEADS) and (announced := self._announced(line)) is not None:
            self.close()
            self.opened = announced
            self.listing = _leads(line) and not _HOLDS.isdisjoint(line.texts)
            if not self.listing and line.kind is BlockKind.PARAGRAPH and (at := _contents(line)) is not None:
                # "announced a package for Ukraine worth EUR 10 million, containing rockets and mortar bombs"
                self._item(announced, line, at)
                return bool(announced.goods)
            return self.listing
        return False

    def _has_ended(self, draft: Draft, line: Line) -> bool:
        """Whether a line that is no item stands behind the list of a package, or too far from its announcement to lead to one."""
        if line.story != draft.line.story:
            return True
        return (self.listing and bool(draft.goods)) or line.block - draft.line.block > _REACH

    def close(self) -> None:
        """The list has ended: tell the package, if anything is in it."""
        draft = self.opened
        if draft is not None and draft.goods:
            supplier = draft.supplier
            if supplier is not None and (draft.line.story, supplier.key) not in self.scene.page.actor_ids:
                # nobody speaks of the United States: the home of the weapons tells
                weapon = next((w for w in draft.weapons if f"state:{w.origin}" == supplier.key), None)
                draft.supplier = Side.home_of(weapon) if weapon else None
            self.told.append(draft)
        self.opened, self.listing = None, False

    def _announced(self, line: Line) -> Draft | None:
        """The package that a sentence announces, with its sum and who gets it."""
        texts = line.texts
        if _NOUNS.isdisjoint(texts) or _ARMS.isdisjoint(texts) or not _DENIED.isdisjoint(texts):
            return None
        money = [m for m in money_in(line.tokens) if m.per is None]
        actors = [(n, t.mention) for n, t in enumerate(line.tokens) if isinstance(t.mention, ActorMention)]
        takers = [
            m
            for n, m in actors
            if (m.key in AIDED or m.acts_for in AIDED) and n and (_is_goal(line, n) or m.form == "adjective")
        ]
        named = not _BATCHES.isdisjoint(texts) and not _HANDED.isdisjoint(texts)
        if len(money) > 1 or not takers or not (money or named):
            return None
        sides = [s for _, m in actors if (s := self.scene.side(m)) is not None and s.key not in AIDED]
        givers = {s.key: s for s in sides if s.official and s.key not in AIDED}
        if len(givers) > 1:
            return None
        giver = next(iter(givers.values()), None) or (self._implied(line, money[0]) if money else None)
        if giver is None:
            return None
        at = next(t.start for t in line.tokens if t.text in _ARMS or t.text in _NOUNS)
        date = date_in(line.tokens)
        stage = Stage.PLANNED if _is_to_come(line) else Stage.DONATED
        return Draft(
            line=line,
            start=min([at, takers[0].start, *(m.start for m in money)]),
            end=line.end,
            kind=TransferKind.DONATION,
            stage=stage,
            supplier=giver,
            recipient=self.scene.side(takers[0]),
            stated_recipient=True,
            money=money,
            dates=[Dated(stage=stage, mention=date)] if date is not None else [],
            additional=True,
        )

    def _implied(self, line: Line, money: ValueMention) -> Side | None:
        """The United States where the words are those of their drawdowns; else the one other state of title or heading."""
        near = self.scene.page.document.text[max(0, line.start - 400) : line.end].lower()
        if money.unit == "USD" and any(word in near for word in _DRAWN):
            return Side(key="state:US", witness=money, kind=EvidenceKind.IMPLIED)
        others = {s.key: s for s in (*self.scene.head, *self.scene.title) if s.key not in AIDED and s.company is None}
        if len(others) == 1:
            return next(iter(others.values())).implied()
        if money.unit == "USD" and not {"department", "pentagon"}.isdisjoint(line.texts):
            return Side(key="state:US", witness=money, kind=EvidenceKind.IMPLIED)
        return None

    def _item(self, draft: Draft, line: Line, start: int = 0) -> bool:
        """Add the goods of an item, or those of a sentence from a position on."""
        known = {g.weapon.key for g in draft.goods if g.weapon is not None}
        for good in goods_in(self.scene, line, clauses_of(line)):
            if good.low < start or (good.weapon is None and not _is_counted(good)):
                continue
            if good.number is not None or (good.weapon is not None and good.weapon.key not in known):
                draft.goods.append(_plain(good))
                known.update(w.key for w in (good.weapon,) if w is not None)
                draft.end = line.end
        return True


def _leads(line: Line) -> bool:
    """Whether a line ends in a colon, as one that leads to a list does."""
    return [t.text for t in line.tokens[-1:]] == [":"]


def _tells_contents(line: Line) -> bool:
    """Whether a sentence goes on about a package and names what is in it: "This includes tanks and anti-aircraft guns"."""
    words = [t.text for t in line.tokens[:6]]
    spoken = words[:1] in (["this"], ["it"], ["these"]) or (words[:1] == ["the"] and not _NOUNS.isdisjoint(words[1:2]))
    return len(words) > 3 and spoken and not _INCLUDES.isdisjoint(words) and _DENIED.isdisjoint(line.texts)


def _is_counted(good: Good) -> bool:
    """Whether things that are no known weapon are counted: "12 mortars"."""
    return good.number is not None and good.noun is not None and good.noun not in goods_words().not_goods


def _contents(line: Line) -> int | None:
    """Where a sentence begins to tell what is in a package: behind "containing", "which includes", "consisting of"."""
    tokens = line.tokens
    noun = next((n for n, t in enumerate(tokens) if t.text in _BATCHES), None)
    if noun is None:
        return None
    return next((n + 1 for n in range(noun, len(tokens)) if tokens[n].text in _HOLDING), None)


_BATCHES = frozenset("package packages tranche batch shipment consignment instalment delivery".split())
_HANDED = frozenset(
    (
        "announced announces announcing unveiled presented delivered delivers sent sends handed hands transferred provided "
        "provides gave gives donated donates shipped dispatched approved"
    ).split()
)
_HOLDING = frozenset(
    "containing including includes comprising consisting contains featuring comprises included".split()
)


def _is_goal(line: Line, at: int) -> bool:
    """Whether aid goes to an actor: "for Ukraine", "to the Defence Forces of Ukraine"."""
    tokens = line.tokens
    if tokens[at - 1].text == "of" and at > 2 and tokens[at - 2].kind == "actor":
        at -= 2
    if tokens[at - 1].text == "the":
        at -= 1
    return at > 0 and tokens[at - 1].text in ("for", "to")


def _is_to_come(line: Line) -> bool:
    """Whether a package is only decided on or promised: "will provide", "has decided to allocate"."""
    return any(
        a.text == "will" or (b.text == "to" and a.text in _DECIDES)
        for a, b in pairwise(line.tokens)
        if a.kind == "word"
    )


_DECIDES = frozenset("decided plans planned intends intended pledged promised agreed vowed wants prepares set".split())
_INCLUDES = frozenset("include includes included contains contain comprises consists covers features".split())


def _plain(good: Good) -> Good:
    return evolve(good, whole=None, of_total=False, low=0, high=0)
