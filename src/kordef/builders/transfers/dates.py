"""Which event of a deal a date belongs to: its contract, the stage that the sentence tells, the coming of goods, or none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum, auto

from attrs import evolve, frozen

from kordef.builders.goods import Good
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.grammar.word_classes import SPEECH
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.deals import Dated, Draft, Drop
from kordef.builders.transfers.lots import COMING
from kordef.builders.transfers.scene import HEADS, Scene
from kordef.builders.transfers.words import NOT_PRICES
from kordef.mentions.model import ActorMention, DateMention
from kordef.vocabulary import Modality, Stage, TransferKind

__all__ = ["date_by_digest", "moves", "put_date", "told_on", "until_of"]

_DUE = frozenset(["due", "until", "service", "through", "expected", "scheduled", "deadline", "ready", "operational"])
_SIGNED = frozenset(["signed", "concluded", "sealed", "inked", "awarded", "contracted", "struck", "clinched", "agreed"])
_MADE = frozenset(
    ["made", "built", "produced", "assembled", "manufactured", "completed", "fielded", "overhauled", "upgraded"]
)
_DEALS = frozenset(["deal", "contract", "order", "agreement", "purchase"])
_SAID = frozenset(["said", "says", "told", "reported", "according"])
_DISCLOSED = frozenset(["disclosed", "revealed", "unveiled"])
_SPOKEN, _FILED = 8, 15
"""Within so many words before a deal it is said, or "said in a stock exchange filing on Friday", that it was made."""
_MOVES = ("deliver", "receive", "arrive", "delivery")
"""The frames of goods on their way."""


def date_by_digest(lines: Iterable[Line], deals: Sequence[Draft]) -> None:
    """Give contracts without a date that of the digest that lists them: "Contracts for Sept. 27, 2023" above the awards."""
    heads = [line for line in lines if line.kind in HEADS and not _DIGESTS.isdisjoint(line.words)]
    found = [(line, days[0]) for line in heads if len(days := _days(line)) == 1]
    for deal in deals if found else ():
        above = [day for line, day in found if line.story == deal.line.story and line.start < deal.line.start]
        awarded = not _SIGNED.isdisjoint(deal.line.texts)
        if above and awarded and deal.stage is Stage.SIGNED and deal.kind is TransferKind.SALE and not deal.dates:
            deal.dates.append(Dated(stage=Stage.SIGNED, mention=above[-1]))


def _days(line: Line) -> list[DateMention]:
    return [m for t in line.tokens if isinstance(m := t.mention, DateMention) and len(m.period.edtf or "") == 10]


_DIGESTS = frozenset(["contracts", "awards"])


class _Event(Enum):
    NONE = auto()
    CONTRACT = auto()
    STAGE = auto()
    """What the sentence tells of the deal happened then."""
    COMING = auto()
    """All goods come then."""
    PART = auto()
    """The goods right before it in a list come then."""


@frozen
class _Place:
    """A date in its sentence: the draft and chain that it belongs to, and its position."""

    draft: Draft
    chain: Chain
    at: int
    mention: DateMention

    @property
    def tokens(self) -> Sequence[Token]:
        return self.chain.line.tokens

    def words(self, back: int) -> list[str]:
        """The words right before the date."""
        return [t.text for t in self.tokens[max(0, self.at - back) : self.at]]

    @property
    def moves(self) -> bool:
        """Whether the sentence is about goods on their way."""
        chain, core = self.chain, self.chain.core
        governed = any(m.start in chain.governing and m.start < core.start for m in chain.matches)
        if governed and self.at < core.start:
            # "today signed a contract for the delivery of 44 tanks"
            return False
        return moves(chain)


def moves(chain: Chain) -> bool:
    """Whether a chain is about goods on their way."""
    return chain.core.frame.id in _MOVES and chain.core.start not in chain.governing


def put_date(draft: Draft, chain: Chain, at: int, mention: DateMention, until: DateMention | None) -> None:
    """Give a draft a date at a position of its sentence, for the event that the words around it tell."""
    place = _Place(draft, chain, at, mention)
    event = _event(place)
    if event is _Event.CONTRACT:
        if _is_bound(place):
            # "will get four more after a deal struck in 2022"
            draft.stage, draft.modality = Stage.SIGNED, Modality.ASSERTED
        draft.dates.append(Dated(stage=Stage.SIGNED, mention=mention, until=until))
    elif event is _Event.COMING:
        _put_coming(place)
    elif event is _Event.PART:
        nearest = max((g for g in draft.goods if g.high <= at), key=lambda g: g.high)
        draft.deliveries.append(Drop(weapon=nearest.weapon, number=nearest.number, date=mention, done=False))
    elif event is _Event.STAGE:
        stage, told = _stage_at(place)
        draft.dates.append(Dated(stage=stage, mention=mention, until=until, told=told))


def until_of(tokens: Sequence[Token], at: int) -> DateMention | None:
    """The second of two dates joined by "and"."""
    if at + 2 < len(tokens) and tokens[at + 1].text == "and":
        second = tokens[at + 2].mention
        return second if isinstance(second, DateMention) else None
    return None


def _event(place: _Place) -> _Event:
    before = place.words(3)
    if _SAID & set(before):
        return _Event.NONE
    if before[-1:] == ["of"] and len(before) > 1 and before[-2] in NOT_PRICES:
        return _Event.NONE
    if _dates_earlier_paper(place):
        return _Event.NONE
    if _dates_contract(place):
        return _Event.CONTRACT
    edtf = place.mention.period.edtf or ""
    core = place.chain.core
    if edtf.endswith("/..") and core.frame.id == "buy" and not place.draft.counted:
        # "since 2001 nine states have ordered the gun": none of them signed then
        return _Event.NONE
    held = core.frame.id == "on-order" or place.tokens[core.start].text in ("had", "has", "have")
    if held and edtf.startswith("../"):
        # "had 36 K9s on order by 2024"
        return _Event.CONTRACT
    coming = place.moves and place.draft.stage in (Stage.PLANNED, Stage.SIGNED)
    spans_years = edtf[4:5] == "/" and edtf[5:6].isdecimal() and bool(place.chain.governing)
    if coming or edtf.startswith("../") or (spans_years and place.draft.stage is Stage.SIGNED) or _is_due(place):
        # "signed contracts to supply 180 tanks in the 2022-25 period": no signature takes years
        return _Event.COMING
    return _Event.PART if _dates_part(place) else _Event.STAGE


def _dates_contract(place: _Place) -> bool:
    """Whether the words before a date name a contract: "under the contract signed in September", "the order of May 2024"."""
    words = place.words(4)
    if (
        place.moves
        and words[-1:] == ["on"]
        and len(place.mention.period.edtf or "") == 10
        and _is_signature(place.chain)
    ):
        return True
    if _SIGNED & set(words) and not {",", ";", "deliver"} & set(words):
        return True
    if words[-1:] in (["of"], ["from"]) and len(words) > 1 and words[-2] in _DEALS:
        return True
    core = place.chain.core
    deal = next((m for m in place.chain.matches if m.noun and m.frame.id == "contract" and m is not core), None)
    return deal is not None and (
        (words[-1:] in (["of"], ["from"], ["in"]) and deal.end == place.at - 1) or deal.begin <= place.at < deal.start
    )


def _dates_earlier_paper(place: _Place) -> bool:
    """Whether a date is that of the paper which the deal follows: "a follow-up to the framework contract inked in July"."""
    words = place.words(10)
    signed = [n for n, w in enumerate(words) if w in _SIGNED]
    if not signed or len(words) - signed[-1] > 3:
        return False
    before = words[: signed[-1]]
    own = max(0, place.chain.begin - (place.at - len(words)))
    if _FOLLOWS.isdisjoint(before[own:]) and any(g.low > place.at for g in place.draft.goods):
        # "it follows a contract signed in 2022 for 54 tanks" is told of that one
        return False
    return not _FOLLOWS.isdisjoint(before) and (bool(_DEALS & set(before[-2:])) or not _PAPERS.isdisjoint(before[-3:]))


_FOLLOWS = frozenset(
    ["follow-up", "follow", "follows", "followed", "following", "builds", "build", "building", "implements"]
)
_PAPERS = frozenset(["intent", "memorandum", "understanding", "pact", "mou"])


def _is_signature(chain: Chain) -> bool:
    """Whether a chain tells how a contract was signed, which a day behind the goods is that of."""
    return any(
        m.frame.id == "sign" and m.start in chain.governing and m.group.modality is Modality.ASSERTED
        for m in chain.matches
    )


def _is_bound(place: _Place) -> bool:
    """Whether goods still to come are those of a contract that the words before a date say was made."""
    draft, words = place.draft, place.words(5)
    if draft.stage is not Stage.PLANNED or draft.kind is TransferKind.DONATION or not _SIGNED & set(words):
        return False
    sealed = max(n for n, w in enumerate(words) if w in _SIGNED)
    made = _DEALS & set(words[:sealed])
    return (
        bool(made)
        and "framework" not in place.words(9)
        and not {"not", "if", "unless", "once", "to", "intent", "framework", "preliminary"} & set(words)
    )


def told_on(scene: Scene, draft: Draft, clauses: Clauses, chain: Chain) -> Dated | None:
    """When a party to a deal told of it: "Denmark said on 10 October it would take 16 F-35s", "..., the firm said on Monday"."""
    if draft.stage not in (Stage.PLANNED, Stage.SIGNED):
        return None
    tokens = clauses.tokens
    low = chain.begin
    for at in (*range(low - 1, max(low - _FILED, 0), -1), *range(chain.end, len(tokens))):
        if tokens[at].kind != "word" or (tokens[at].text not in SPEECH and tokens[at].text not in _DISCLOSED):
            continue
        if at < low - _SPOKEN and tokens[at + 1].text != "in":
            continue
        speaker = next(
            (m for t in reversed(tokens[max(0, at - 5) : at]) if isinstance(m := t.mention, ActorMention)), None
        )
        span = 9 if tokens[at + 1 : at + 2] and tokens[at + 1].text == "in" else 4
        # "..., the firm said in a statement on Wednesday"
        dates = [m for t in tokens[at + 1 : at + span] if isinstance(m := t.mention, DateMention)]
        opening = tokens[1 if tokens[0].text in ("in", "on") and len(tokens) > 1 else 0].mention
        if isinstance(opening, DateMention) and at <= 4 and at < low and opening.period.edtf and not dates:
            # "Last April it said it would take 24 more"
            known = speaker is None or _is_party(scene, draft, speaker)
            return Dated(stage=draft.stage, mention=opening, told=True) if known else None
        if speaker is not None and dates and len(dates[0].period.edtf or "") == 10 and _is_party(scene, draft, speaker):
            return Dated(stage=draft.stage, mention=dates[0], told=True)
    return None


def _is_party(scene: Scene, draft: Draft, speaker: ActorMention) -> bool:
    side = scene.side(speaker)
    return side is not None and any(s is not None and s.key == side.key for s in (draft.recipient, draft.supplier))


def _is_due(place: _Place) -> bool:
    """Whether the words before a date say that it is when goods come."""
    tokens, at = place.tokens, place.at
    for position in range(at - 1, max(-1, at - 8), -1):
        token = tokens[position]
        if token.kind == "date" and tokens[at - 1].text != "and":
            return False
        if token.text in (":", "—", "–") or (
            token.kind == "mark" and token.text in (",", ";", "(") and position < at - 3
        ):
            return False
        if any(m.start <= position < m.end for m in place.chain.matches):
            return False
        if token.text.startswith(COMING) or token.text in _DUE:
            return True
        if token.text in _MADE and position and tokens[position - 1].text == "be":
            # "116 to be made in Korea between 2026 and 2027"
            return True
    return False


def _dates_part(place: _Place) -> bool:
    """Whether a date stands between goods of one list: "six K9A1s in 2025 and 146 K9PLs in 2026": each has its own."""
    draft, at = place.draft, place.at
    before = [g for g in draft.goods if g.high <= at]
    if len(draft.goods) < 2 or not before or at - max(g.high for g in before) > 2:
        return False
    if [t.text for t in place.tokens[at + 1 : at + 3]] in ([",", "including"], [",", "of"], [",", "worth"]):
        # "signed for 180 tanks on Friday, including 116 made in Korea"
        return False
    return any(g.low > at for g in draft.goods) or any(d.date is not None for d in draft.deliveries)


def _put_coming(place: _Place) -> None:
    draft = place.draft
    if draft.deliveries and draft.deliveries[-1].date is None and draft.deliveries[-1].number is not None:
        # "by May it had received 46 of 180"
        draft.deliveries[-1] = evolve(draft.deliveries[-1], date=place.mention)
        return
    goods: Sequence[Good | None] = draft.goods or [None]
    for good in goods[:8]:
        draft.deliveries.append(
            Drop(
                weapon=good.weapon if good else None,
                number=good.number if good else None,
                date=place.mention,
                done=False,
            )
        )


def _stage_at(place: _Place) -> tuple[Stage, bool]:
    """The stage that a date is of, and whether it only is when that was told."""
    draft, chain = place.draft, place.chain
    if place.moves:
        return Stage.DELIVERED, False
    near: Match | None = max((m for m in chain.matches if m.start < place.at), key=lambda m: m.start, default=None)
    if near is None or near.start not in chain.governing:
        return draft.stage, False
    own = chain.stage_of(near)
    stage = Stage(own) if own is not None and draft.stage is Stage.SIGNED else draft.stage
    return stage, near.frame.id == "announce"
