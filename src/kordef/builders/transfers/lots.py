"""Lots: how the goods of one deal come in parts ("three units now, nine later", "12 by 2023 and the rest by 2028")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import evolve, frozen

from kordef.builders.goods import Good
from kordef.builders.grammar.tokens import Token
from kordef.builders.transfers.deals import Draft, Drop
from kordef.mentions.model import DateMention, ValueMention
from kordef.vocabulary import Counting

__all__ = ["COMING", "Lots", "lot_in_list", "lots_of"]

COMING = ("deliver", "arriv", "hand", "reach", "receiv", "ship", "complet", "finish")
"""How words begin that tell of goods on their way."""
_LOT_WORDS = frozenset(
    ["batch", "batches", "tranche", "tranches", "lot", "lots", "phases", "stages", "steps", "instalments", "waves"]
)
_LOT_OPENINGS = _LOT_WORDS | {"phase"}
_LATER = frozenset(["later", "then", "afterwards", "subsequently"])
_AT_ONCE = frozenset(["now", "immediately", "already", "straight"])
_TO_COME = frozenset(["to", "will", "due", "expected", "scheduled", "planned", "later", "by", "until", "before"])
_REST = frozenset(["rest", "remainder", "remaining", "others", "last"])
_FARTHEST = 16
"""How many tokens the next part may stand from the one before."""


@frozen(kw_only=True)
class Lots:
    """The parts in which goods come; ``whole`` is the position among the goods of those that the parts make up."""

    whole: int
    drops: tuple[Drop, ...]
    taken: frozenset[int]
    """The positions among the goods of those that only count parts."""
    range: range
    """The positions of the tokens that tell of the parts."""


def lots_of(tokens: Sequence[Token], goods: Sequence[Good]) -> Lots | None:
    """The lots that a sentence tells of, if any: numbers behind the goods that they are part of, with the time of each."""
    for position, whole in enumerate(goods[:-1]):
        if whole.weapon is None:
            continue
        parts = list(_parts(goods, position))
        if not parts:
            continue
        ends = [*(goods[n].low for n in parts[1:]), _end(tokens, goods, parts[-1])]
        spans = [(goods[n].low, end) for n, end in zip(parts, ends, strict=True)]
        if not _come(tokens, whole, goods, parts, spans):
            continue
        drops = _in_turn(_drop(tokens, whole, goods[n], *span) for n, span in zip(parts, spans, strict=True))
        drops.extend(_rest(tokens, whole, spans[-1]))
        return Lots(whole=position, drops=tuple(drops), taken=frozenset(parts), range=range(spans[0][0], spans[-1][1]))
    batch = next(filter(None, (_batch(tokens, goods, n) for n in range(1, len(goods)))), None)
    return batch or next(filter(None, (_of_which(tokens, goods, n) for n in range(len(goods)))), None)


def lot_in_list(tokens: Sequence[Token], deal: Draft) -> Drop | None:
    """The part of a deal that an entry of a list tells of: "Lot 1 – 36 vehicles, with hand-over in 2026"."""
    if len(tokens) < 4 or tokens[0].text not in _LOT_OPENINGS:
        return None
    mark = next((n for n in range(1, 4) if tokens[n].text in ("–", "—", "-", ":")), None)
    if mark is None or mark + 1 >= len(tokens):
        return None
    number = tokens[mark + 1].mention
    whole = next((g for g in deal.goods if g.number is not None and g.weapon is not None), None)
    if not isinstance(number, ValueMention) or number.kind != "count" or whole is None or whole.number is None:
        return None
    low, most = number.amount.low, whole.number.amount.low
    if low is None or most is None or low > most:
        return None
    dates = [m for t in tokens[mark:] if isinstance(m := t.mention, DateMention) and m.period.edtf]
    return Drop(weapon=whole.weapon, number=number, date=dates[0] if dates else None)


def _batch(tokens: Sequence[Token], goods: Sequence[Good], part: int) -> Lots | None:
    """The batch that comes first of the goods told before: "54 K9s and 36 K10s by 2029, with the first batch of 18 in 2027"."""
    good = goods[part]
    before = [t.text for t in tokens[max(0, good.low - 2) : good.low]]
    if good.number is None or len(before) < 2 or before[0] not in _LOT_WORDS or before[1] != "of":
        return None
    if good.weapon is not None and good.start <= good.weapon.start < good.end:
        return None
    whole = next(
        (
            n
            for n, g in enumerate(goods[:part])
            if g.weapon is not None and g.number is not None and _low(good) < _low(g)
        ),
        None,
    )
    if whole is None:
        return None
    end = _end(tokens, goods, part)
    drop = _drop(tokens, goods[whole], good, good.low - 2, end)
    return Lots(whole=whole, drops=(drop,), taken=frozenset([part]), range=range(good.low - 2, end))


def _of_which(tokens: Sequence[Token], goods: Sequence[Good], position: int) -> Lots | None:
    """The part that has come or is to come: "180 K2 tanks, ten of which were delivered in December"."""
    whole = goods[position]
    if whole.weapon is None or whole.number is None:
        return None
    for at in range(whole.high, min(whole.high + 4, len(tokens))):
        number = tokens[at].mention
        if not isinstance(number, ValueMention) or number.kind != "count":
            continue
        behind = number.exact.endswith(("of which", "of them", "of these")) or (
            tokens[at - 2].text in ("of", "among") and tokens[at - 1].text in ("which", "them")
        )
        if not behind or not any(t.text.startswith(COMING) for t in tokens[at + 1 : at + 6]):
            return None
        end = min([*(g.low for g in goods if g.low > at), at + 12, len(tokens)])
        part = evolve(whole, number=number)
        drop = _drop(tokens, whole, part, at, end)
        taken = frozenset(n for n, g in enumerate(goods) if g.low <= at < g.high and n != position)
        return Lots(whole=position, drops=(drop,), taken=taken, range=range(at, end))
    return None


def _parts(goods: Sequence[Good], position: int) -> Iterator[int]:
    """The numbers behind goods that may count parts of them."""
    whole = goods[position]
    before = whole.high
    for n in range(position + 1, len(goods)):
        good = goods[n]
        if good.number is None or good.counting is not Counting.NEW or good.of_total or good.low - before > _FARTHEST:
            return
        if good.weapon is not None and whole.weapon is not None and good.weapon.key != whole.weapon.key:
            return
        if whole.number is not None and not _low(good) < _low(whole):
            return
        before = good.high
        yield n


def _low(good: Good) -> Decimal:
    low = good.number.amount.low if good.number is not None else None
    return Decimal(-1) if low is None else Decimal(low)


def _end(tokens: Sequence[Token], goods: Sequence[Good], part: int) -> int:
    """Where the words about the last part end."""
    limit = goods[part + 1].low if part + 1 < len(goods) else len(tokens)
    return min(limit, goods[part].high + 10)


def _come(
    tokens: Sequence[Token], whole: Good, goods: Sequence[Good], parts: Sequence[int], spans: Sequence[tuple[int, int]]
) -> bool:
    """Whether numbers with their times are parts of goods that come one after the other."""
    timed = [
        any(t.kind == "date" or t.text in _LATER or t.text in _AT_ONCE for t in tokens[low:high]) for low, high in spans
    ]
    first = spans[0][0]
    if len(parts) == 1:
        told = any(
            t.text.startswith(COMING) or t.text == "due"
            for t in tokens[goods[parts[0]].high : goods[parts[0]].high + 6]
        )
        return timed[0] and told and whole.number is not None and tokens[first - 1].text in (",", "with", "—", "–", "(")
    if not all(timed[:-1]) or not (timed[-1] or any(t.text in _REST for t in tokens[spans[-1][0] : spans[-1][1]])):
        return False
    inside = any(t.text.startswith(COMING) or t.text in _LOT_WORDS for t in tokens[whole.high : spans[-1][1]])
    adverbs = all(any(t.text in _LATER or t.text in _AT_ONCE for t in tokens[low:high]) for low, high in spans)
    if inside or adverbs:
        return True
    adds_up = sum((_low(goods[n]) for n in parts), Decimal(0)) == _low(whole)
    return adds_up and any(t.text.startswith(COMING) or t.text in ("get", "gets") for t in tokens[:first])


def _drop(tokens: Sequence[Token], whole: Good, part: Good, low: int, high: int) -> Drop:
    date = next((m for t in tokens[low:high] if isinstance(m := t.mention, DateMention) and m.period.edtf), None)
    words = {t.text for t in tokens[low:high]}
    done: bool | None = None
    if words & _TO_COME:
        done = False
    elif "already" in words or any(w.startswith(COMING) and w.endswith("ed") for w in words):
        done = True
    return Drop(weapon=whole.weapon, number=part.number, date=date, done=done)


def _in_turn(drops: Iterable[Drop]) -> list[Drop]:
    """The drops of one list; one that does not say whether it has come is like the one before."""
    out: list[Drop] = []
    for drop in drops:
        out.append(evolve(drop, done=out[-1].done) if out and drop.done is None else drop)
    return out


def _rest(tokens: Sequence[Token], whole: Good, last: tuple[int, int]) -> Iterator[Drop]:
    """ "... and the rest by 2026": as many as are left, at that time."""
    for position in range(last[0], min(last[1] + 4, len(tokens))):
        if tokens[position].text in ("rest", "remainder") and tokens[position - 1].text == "the":
            date = next((m for t in tokens[position : position + 8] if isinstance(m := t.mention, DateMention)), None)
            if date is not None and date.period.edtf:
                yield Drop(weapon=whole.weapon, date=date, done=False)
            return
