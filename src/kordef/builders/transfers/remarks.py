"""What remarks beside a deal tell of its goods: "12 FA-50GF and 36 FA-50PL", "to replace 19 CAESAR given to Ukraine"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from kordef.builders.goods import Good, class_head
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.transfers.deals import Dated, Draft, Side, kin
from kordef.builders.transfers.scene import Scene
from kordef.mentions.model import ActorMention, DateMention, ValueMention
from kordef.vocabulary import Stage, TransferKind

__all__ = ["count_behind", "given_away", "held_goods", "made_at_home", "variants"]


def variants(own: Good, goods: Sequence[Good], families: Mapping[str, str]) -> list[Good]:
    """The variants that make up the goods of a deal, where their numbers add up to that of its own."""
    if own.weapon is None or own.number is None or own.number.amount.low is None:
        return []
    found = [
        g for g in goods if g.number is not None and g.weapon is not None and kin(g.weapon, own.weapon, families) == 2
    ]
    total = sum((g.number.amount.low for g in found if g.number is not None and g.number.amount.low), Decimal(0))
    keys = {g.weapon.key for g in found if g.weapon is not None}
    return found if len(keys) == len(found) > 1 and total == own.number.amount.low else []


def held_goods(draft: Draft, tokens: Sequence[Token], goods: Sequence[Good], low: int, high: int) -> list[Good]:
    """The other goods that a deal includes, between two positions of a remark; its own are only those made at home."""
    known = {w.key for w in draft.weapons}
    out: list[Good] = []
    for good in goods:
        if not low <= good.low < high or good.weapon is None or good.weapon.key in known:
            continue
        named = good.weapon.form == "name"
        if not named and any(
            t.text in ("version", "versions", "variant", "variants") for t in tokens[good.high : good.high + 1]
        ):
            # "183 Stryker, incl 60 IFV version"
            continue
        if named or (good.number is not None and class_head(good.weapon.exact) not in _AIDS):
            known.add(good.weapon.key)
            out.append(good)
    return out


_AIDS = frozenset(["simulator", "spare"])
"""Class nouns for what goes with weapons, and is none of the goods of a deal unless it has a name."""


def given_away(
    scene: Scene, draft: Draft, line: Line, low: int, high: int, goods: Sequence[Good], words: frozenset[str]
) -> Draft | None:
    """The gift of which a remark tells in passing: "to replace 19 CAESAR given to Ukraine"; ``words`` are those for giving."""
    tokens = line.tokens
    for at in range(low + 1, high - 2):
        if tokens[at].text not in words:
            continue
        to = next((n for n in range(at + 1, min(at + 4, high)) if tokens[n].text == "to"), None)
        actor = tokens[to + 1].mention if to is not None and to + 1 < high else None
        taker = scene.side(actor) if isinstance(actor, ActorMention) else None
        good = next((g for g in goods if low <= g.low and at - 2 <= g.high <= at and g.weapon is not None), None)
        if taker is None or good is None or draft.recipient is None or taker.key == draft.recipient.key:
            continue
        sold = tokens[at].text in _SOLD
        stage = Stage.SIGNED if sold else Stage.DONATED
        date = next((m for t in tokens[at:high] if isinstance(m := t.mention, DateMention) and m.period.edtf), None)
        giver = draft.recipient
        return Draft(
            line=line,
            start=good.start,
            end=taker.witness.end,
            kind=TransferKind.SALE if sold else TransferKind.DONATION,
            stage=stage,
            supplier=Side(key=giver.key, witness=giver.witness, kind=giver.kind),
            recipient=taker,
            stated_recipient=True,
            additional=True,
            goods=[good],
            dates=[Dated(stage=stage, mention=date)] if date is not None else [],
        )
    return None


_SOLD = frozenset(["sold", "resold", "exported"])


def made_at_home(tokens: Sequence[Token], home: str | None, words: frozenset[str]) -> Token | None:
    """The token that tells of goods made where they go: "172 from Hungarian production line"; ``words`` are those for making."""
    for at, token in enumerate(tokens):
        actor = token.mention
        if isinstance(actor, ActorMention) and actor.form == "adjective" and actor.key == home:
            if any(t.text in words for t in tokens[at + 1 : at + 3]):
                return token
    return None


def count_behind(tokens: Sequence[Token], at: int) -> ValueMention | None:
    """The count that stands right behind a position, behind a word or two: "option on up to 18"."""
    for token in tokens[at + 1 : at + 5]:
        if isinstance(m := token.mention, ValueMention) and m.kind == "count":
            return m
        if token.kind != "word" or token.text not in _BEFORE_COUNTS:
            return None
    return None


_BEFORE_COUNTS = frozenset(
    "on for to of buy up another a an additional further purchase acquire order some about ca".split()
)
