"""What stands around a deal in its sentence: sums, dates, deliveries, terms, what is replaced and who lost."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from kordef.builders.clauses import Clauses
from kordef.builders.deal_chains import Chain
from kordef.builders.deals import TITLES, Dated, Draft, Drop
from kordef.builders.goods import Good
from kordef.builders.terms import terms_in
from kordef.builders.tokens import Line, Token
from kordef.mentions.model import ActorMention, DateMention, ValueMention, WeaponMention
from kordef.vocabulary import Stage

__all__ = ["NOT_PRICES", "RIVAL_WORDS", "beaten", "fill", "owners", "replaced", "sums_in"]

_DELIVERY = ("deliver", "arriv", "hand", "reach", "receiv", "ship", "complet", "finish")
_DELIVERY_WORDS = frozenset(
    ["due", "until", "service", "through", "expected", "scheduled", "deadline", "ready", "operational"]
)
NOT_PRICES = frozenset(
    (
        "share shares budget fund funds revenue sales profit exports turnover spending loan loans financing credit factory "
        "plant investment stake market tax aid project programme program"
    ).split()
)
"""Nouns whose sums are not the price of a deal."""


def owners(line: Line, found: Sequence[Chain], telling: Sequence[bool] | None = None) -> dict[int, int]:
    """For each date and sum of a sentence, by position, the chain that it belongs to, by its place in the list.

    ``telling`` says which chains tell of a deal; the others own nothing.
    """
    out: dict[int, int] = {}
    for position, token in enumerate(line.tokens):
        if token.kind not in ("date", "value"):
            continue
        best: tuple[int, int] | None = None
        for n, chain in enumerate(found):
            low = _with_leading_date(line, min(chain.scope, *(m.begin for m in chain.matches)))
            high = len(line.tokens) if _has_list(line, chain) else chain.reach
            if (
                not low <= position < high
                or (telling is not None and not telling[n])
                or position in _explained(line, chain)
            ):
                continue
            # the trigger nearest to the left owns it, or the noun that it stands before ("a 2022 contract"); a leading date
            # belongs to the first trigger behind it
            starts = [m.start for m in chain.matches if m.start <= position or (m.noun and m.begin <= position)]
            rank = max(starts) if starts else -1 - chain.begin
            if best is None or rank > best[0]:
                best = (rank, n)
        if best is not None:
            out[position] = best[1]
    return out


def _explained(line: Line, chain: Chain) -> range:
    """The positions of words between commas that explain the subject: "Turkey, thrown out in 2019, gets"."""
    core = chain.core
    end = core.group.start - 1
    if core.noun or end <= core.begin or line.tokens[end].text != ",":
        return range(0)
    first = next((n for n in range(core.begin, end) if line.tokens[n].text == ","), end)
    return range(first, end)


def _with_leading_date(line: Line, low: int) -> int:
    """Where a clause begins, the date in front of it included: "... : in December 2017 the army ordered", "2018 — Contract"."""
    tokens = line.tokens
    if 0 < low <= 3 and any(t.kind == "date" for t in tokens[:low]) and tokens[low - 1].text in ("—", "–", "-", ":"):
        return 0
    at = low
    while at > 0 and (
        tokens[at - 1].kind == "date" or tokens[at - 1].text in ("in", "on", "by", "from", "since", ",", "the")
    ):
        at -= 1
    return at if at == 0 or tokens[at - 1].text in (":", ";", "—", "–", "(") else low


def _has_list(line: Line, chain: Chain) -> bool:
    """Whether a list behind a colon belongs to a deal noun."""
    return chain.core.noun and chain.reach < len(line.tokens) and line.tokens[chain.reach].text == ":"


def fill(draft: Draft, chain: Chain, owned: Sequence[int]) -> None:
    """Give a draft the sums, dates and terms at the positions that belong to its chain."""
    tokens = draft.line.tokens
    money = draft.title_money if draft.line.kind in TITLES else draft.money
    skip = -1
    for position in owned:
        mention = tokens[position].mention
        if isinstance(mention, ValueMention):
            if _is_price(tokens, position, mention) and not _aside(tokens, chain, position):
                money.append(mention)
                if draft.covers is None:
                    draft.covers = _covered(draft, position)
        elif isinstance(mention, DateMention) and position > skip and mention.period.edtf and not mention.dateline:
            until = _until(tokens, position)
            if until is not None:
                skip = position + 2
            _put_date(draft, chain, tokens, position, mention, until)
    low = min(m.begin for m in chain.matches)
    draft.terms.update(terms_in(tokens[low : chain.reach], draft.recipient.key if draft.recipient else None))


def _is_price(tokens: Sequence[Token], at: int, value: ValueMention) -> bool:
    if value.kind != "money" or value.per is not None or value.change:
        return False
    following = tokens[at + 1 : at + 3]
    if any(t.text in NOT_PRICES for t in following[:2]):
        return bool(following) and following[0].text == "aid"
    return not any(t.text in NOT_PRICES for t in tokens[max(0, at - 3) : at] if t.kind == "word")


def _aside(tokens: Sequence[Token], chain: Chain, at: int) -> bool:
    """Whether a sum stands in a relative clause about the subject: "Lithuania, whose citizens raised 5.9 million"."""
    first = min(m.start for m in chain.matches)
    return at < first and any(t.text in ("who", "whose", "which") for t in tokens[min(chain.scope, at) : at])


def sums_in(line: Line, low: int, high: int) -> list[ValueMention]:
    """The sums between two positions of a sentence that may be the price of a deal."""
    return [
        token.mention
        for position, token in enumerate(line.tokens[low:high], low)
        if isinstance(token.mention, ValueMention) and _is_price(line.tokens, position, token.mention)
    ]


def _covered(draft: Draft, at: int) -> int | None:
    """How many goods stand before a sum that stands inside their list; ``None`` where it stands before or behind them."""
    before = sum(1 for g in draft.goods if g.high <= at)
    return (
        before if 0 < before < len(draft.goods) and draft.goods[before].group != draft.goods[before - 1].group else None
    )


def _until(tokens: Sequence[Token], at: int) -> DateMention | None:
    """The second of two dates joined by "and"."""
    if at + 2 < len(tokens) and tokens[at + 1].text == "and":
        second = tokens[at + 2].mention
        return second if isinstance(second, DateMention) else None
    return None


def _put_date(
    draft: Draft, chain: Chain, tokens: Sequence[Token], at: int, mention: DateMention, until: DateMention | None
) -> None:
    edtf = mention.period.edtf or ""
    core = chain.core
    if _reports(tokens, at) or (at >= 2 and tokens[at - 1].text == "of" and tokens[at - 2].text in NOT_PRICES):
        return
    if _contracts(tokens, at):
        draft.dates.append(Dated(stage=Stage.SIGNED, mention=mention, until=until))
        return
    arriving = core.frame.id in ("deliver", "receive", "arrive", "delivery") and core.start not in chain.governing
    if (
        edtf.startswith("../")
        or _delivers(tokens, at, chain)
        or (arriving and draft.stage in (Stage.PLANNED, Stage.SIGNED))
    ):
        if draft.stage is Stage.DELIVERING and draft.deliveries and draft.deliveries[-1].date is None:
            # "by May it had received 46 of 180"
            draft.deliveries[-1] = evolve(draft.deliveries[-1], date=mention)
            return
        goods: Sequence[Good | None] = draft.goods or [None]
        for good in goods[:8]:
            draft.deliveries.append(
                Drop(
                    weapon=good.weapon if good else None, number=good.number if good else None, date=mention, done=False
                )
            )
        return
    if _in_list(draft, at) and len(draft.goods) > 1:
        # "six K9A1s in 2025 and 146 K9PLs in 2026": each has its own date
        nearest = max((g for g in draft.goods if g.high <= at), key=lambda g: g.high, default=None)
        if nearest is not None:
            draft.deliveries.append(Drop(weapon=nearest.weapon, number=nearest.number, date=mention, done=False))
            return
    near = max((m for m in chain.matches if m.start < at), key=lambda m: m.start, default=None)
    stage, told = draft.stage, False
    if near is not None and near.start in chain.governing:
        told = near.frame.id == "announce"
        own = chain.stage_of(near)
        stage = Stage(own) if own is not None and draft.stage is Stage.SIGNED else stage
    draft.dates.append(Dated(stage=Stage.DELIVERED if arriving else stage, mention=mention, until=until, told=told))


def _in_list(draft: Draft, at: int) -> bool:
    """Whether a date stands between goods of one list."""
    before = [g for g in draft.goods if g.high <= at]
    behind = [g for g in draft.goods if g.low > at]
    dated = before and at - max(g.high for g in before) <= 2
    return bool(dated and (behind or any(d.date is not None for d in draft.deliveries)))


def _delivers(tokens: Sequence[Token], at: int, chain: Chain) -> bool:
    """Whether the words before a date say that it is when goods come."""
    for position in range(at - 1, max(-1, at - 8), -1):
        token = tokens[position]
        if token.kind == "date" and tokens[at - 1].text != "and":
            return False
        if token.text in (":", "—", "–") or (
            token.kind == "mark" and token.text in (",", ";", "(") and position < at - 3
        ):
            return False
        if any(m.start <= position < m.end for m in chain.matches):
            return False
        if token.text.startswith(_DELIVERY) or token.text in _DELIVERY_WORDS:
            return True
    return False


def _contracts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a date is that of a contract that the words before it name: "under the contract signed in September"."""
    words = [t.text for t in tokens[max(0, at - 4) : at]]
    return any(w in _SIGNED for w in words) and not any(w in (",", ";", "deliver") for w in words)


_SIGNED = frozenset(["signed", "concluded", "sealed", "inked", "awarded", "contracted"])


def _reports(tokens: Sequence[Token], at: int) -> bool:
    """Whether a date is that of a report: "said on Wednesday"."""
    return any(t.text in ("said", "says", "told", "reported", "according") for t in tokens[max(0, at - 3) : at])


# ---- what makes room, and who lost


def replaced(line: Line, clauses: Clauses) -> list[WeaponMention]:
    """The weapons whose place others take: behind "replace", "take over from", "to fill the gap left by"."""
    tokens = line.tokens
    out: list[WeaponMention] = []
    for position, token in enumerate(tokens):
        hit = token.text in (
            "replace",
            "replaces",
            "replaced",
            "replacing",
            "succeed",
            "succeeds",
            "supplant",
            "supplants",
        ) or (
            token.text == "over" and position > 0 and tokens[position - 1].text in ("take", "takes", "took", "taking")
        )
        if not hit:
            continue
        limit = clauses.right_limit(position + 1)
        out.extend(
            t.mention for t in tokens[position + 1 : min(limit, position + 14)] if isinstance(t.mention, WeaponMention)
        )
    return out


RIVAL_WORDS = frozenset(
    (
        "replace replaces replaced replacing succeed succeeds supplant supplants over beat beats beating outbid outbids edged "
        "defeated defeating defeats ahead saw sees rejecting rejected"
    ).split()
)
"""Words of sentences that may name what is replaced or who lost."""
_BEATS = frozenset(
    "beat beats beating outbid outbids edged defeated defeating defeats ahead saw sees rejecting rejected".split()
)


def beaten(line: Line, clauses: Clauses) -> list[WeaponMention | ActorMention]:
    """The weapons and firms that lost: behind "beat", "saw off", "edged out", "ahead of", "rejecting bids from"."""
    tokens = line.tokens
    for position, token in enumerate(tokens):
        if token.text not in _BEATS:
            continue
        if token.text in ("saw", "sees") and tokens[position + 1 : position + 2] and tokens[position + 1].text != "off":
            continue
        limit = clauses.right_limit(position + 1)
        return [
            t.mention
            for t in tokens[position + 1 : limit]
            if isinstance(t.mention, WeaponMention)
            or (isinstance(t.mention, ActorMention) and str(t.mention.kind) == "company")
        ]
    return []
