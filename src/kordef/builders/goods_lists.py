"""Lists of goods: which goods stand together, and which numbers only split, restate or change another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from kordef.builders.goods import Good, class_head, has_goods
from kordef.builders.goods_counted import single_goods
from kordef.builders.grammar.clauses import CLAUSE_WORDS, PREPOSITIONS, Clauses, clauses_of
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.once import once
from kordef.mentions.model import ActorMention, ValueMention, WeaponMention

__all__ = ["goods_of"]


def goods_of(line: Line, clauses: Clauses, short: Mapping[str, WeaponMention] | None = None) -> tuple[Good, ...]:
    """The goods of a sentence in order, with breakdowns ("980 tanks, of which 180 K2 and 800 K2PL") put in place of their sum.

    ``short`` has the weapons that the text calls by a part of their names ("the MiGs"), by the word.
    """
    if short:
        return _goods(line, clauses, short)
    return _called_in_full(line) if has_goods(line) else ()


@once
def _called_in_full(line: Line) -> tuple[Good, ...]:
    """The goods of a sentence but for those called by a part of their names."""
    return _goods(line, clauses_of(line), {})


def _goods(line: Line, clauses: Clauses, short: Mapping[str, WeaponMention]) -> tuple[Good, ...]:
    found = list(single_goods(line.tokens, clauses, short))
    parts = set(_bracketed_parts(line.tokens, found))
    found = list(_changed(line.tokens, [g for n, g in enumerate(found) if n not in parts]))
    found = list(_with_wholes(line.tokens, found))
    grouped: list[Good] = []
    group = 0
    last: Good | None = None
    fed = False
    for good in found:
        fed = last is not None and _is_fed(line.tokens, grouped[-1] if not fed else None, last, good)
        if not fed:
            if last is not None and not _joined(line.tokens, clauses, last.high, good.low):
                group += 1
            good.group = group
            grouped.append(good)
        last = good
    return tuple(_broken_down(line.tokens, grouped))


_FED = frozenset(
    "ammunition munition round shell rocket missile interceptor bomb torpedo spare part kit warhead barrel".split()
)
"""Classes of what weapons fire or are repaired with."""
_PARTS_LISTS = frozenset(["and", "or", ",", ";", ":", "("])
_FARTHEST = 5
"""Words between such goods and the weapon that they are for, "for" among them."""


def _is_fed(tokens: Sequence[Token], arms: Good | None, last: Good, good: Good) -> bool:
    """Whether a weapon is only what the goods before it are for: "ammunition for HIMARS", "missiles for the NASAMS and L70".

    ``last`` are the goods right before; ``arms`` is ``None`` where they already were such a weapon.
    """
    if good.number is not None and last.high == good.low - 1 and tokens[last.high].text == "for":
        # "Trophy systems for 17 Leopard 2s", but not "swapped 12 jets for eight helicopters"
        return last.weapon is not None and good.weapon is not None and not _swaps(tokens, last.low)
    if good.number is not None or good.weapon is None or class_head(good.weapon.exact) in _FED:
        return False
    low, high = last.high, good.low
    between = [t.text for t in tokens[low:high]]
    if arms is None:
        # "High Mobility Artillery Rocket Systems (HIMARS)", "the NASAMS and L70"
        again = last.weapon is not None and last.weapon.key == good.weapon.key
        return between == ["and"] or (between == ["("] and again)
    weapon = arms.weapon
    if weapon is None or weapon.form == "name" or class_head(weapon.exact) not in _FED or between[:1] != ["for"]:
        return False
    owned = any(isinstance(m := t.mention, ActorMention) and m.form == "adjective" for t in tokens[low:high])
    plain = all(t.kind in ("word", "actor", "mark") and t.text not in _PARTS_LISTS for t in tokens[low:high])
    return plain and not owned and len(between) <= _FARTHEST


def _swaps(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word before goods says that others are got for them."""
    return any(t.text.startswith(("swap", "exchang", "trad", "barter")) for t in tokens[max(0, at - 8) : at])


_LINKS = frozenset("and or plus with including alongside along together consisting comprising".split())
"""Words that join goods of one deal."""
_LIST_WORDS = frozenset(["with", "of", "including", "along", "together", "alongside", "besides", "as", "well", "for"])


def _joined(tokens: Sequence[Token], clauses: Clauses, low: int, high: int) -> bool:
    """Whether two goods with these tokens between them stand in one list."""
    if high - low > 20:
        return False
    linked = False
    position = low - 1
    while (position := position + 1) < high:
        token = tokens[position]
        text = token.text
        if text == "(":
            # "21 engines (18 installed, 3 spare); 12 radars"
            closing = next((n for n in range(position, high) if tokens[n].text == ")"), None)
            position = closing if closing is not None else position
        elif text == ":" and position and tokens[position - 1].text in ("of", "comprising", "including"):
            # "NASAMS consisting of: seven radars; 63 missiles"
            linked = True
        elif token.kind == "mark":
            if text not in (",", "&", "(", ")", ";", "’", "“", "”", '"', "-", "/", "+"):
                return False
            if text == ";" and not (position + 1 < high or tokens[high].kind == "value"):
                return False
            if text == ";" and _opens_sentence(tokens, clauses, position):
                return False
            linked = linked or text in (",", "&", ";", "/", "+")
        elif token.kind == "word":
            if text in _LINKS:
                linked = True
            elif text in PREPOSITIONS:
                if text == "for":
                    if tokens[position - 1].text != "and":
                        return False
                elif text == "in":
                    if position + 1 >= high or tokens[position + 1].kind != "date":
                        return False
                elif text not in _LIST_WORDS:
                    return False
            elif text in CLAUSE_WORDS or (
                clauses.tags[position] and not (clauses.tags[position] == "gerund" and text.endswith("ing"))
            ):
                return False
        elif isinstance(token.mention, ActorMention):
            if token.mention.form != "adjective":
                return False
        elif token.kind == "value" and isinstance(token.mention, ValueMention) and token.mention.kind == "money":
            return False
    return linked


def _opens_sentence(tokens: Sequence[Token], clauses: Clauses, at: int) -> bool:
    """Whether what stands behind a semicolon has a verb of its own: "88 F-35s; 16 are paid for"."""
    end = next((n for n in range(at + 1, len(tokens)) if tokens[n].text == ";"), len(tokens))
    return any(v.kind == "finite" and at < v.start < end for v in clauses.verbs)


def _broken_down(tokens: Sequence[Token], goods: list[Good]) -> Iterator[Good]:
    """Goods without the parts that only split a sum by place, and without a sum whose parts name other weapons."""
    dropped: set[int] = set(_taken_apart(tokens, goods))
    split: set[int] = set()
    for position, good in enumerate(goods):
        marker = _of_which(tokens, good.high)
        if marker is None or good.number is None or position in split:
            continue
        parts = [n for n in range(position + 1, len(goods)) if goods[n].low >= marker and goods[n].number is not None]
        parts = _until_sum(goods, position, parts)
        named = {goods[n].weapon.key for n in parts if goods[n].weapon is not None}  # type: ignore[union-attr]
        if good.weapon is not None and named - {good.weapon.key}:
            behind, end = parts[-1] + 1, goods[parts[-1]].high
            split.update(parts)
            for n in parts:
                if goods[n].weapon is None:
                    goods[n] = evolve(goods[n], weapon=good.weapon)
                # a part has the place of the whole, where the roles of the sentence look for it
                goods[n] = evolve(goods[n], group=good.group, low=good.low, high=good.high)
            dropped.add(position)
            if behind < len(goods) and any(
                t.text == "and" for t in tokens[max(end, goods[behind].low - 3) : goods[behind].low]
            ):
                goods[behind:] = [
                    evolve(g, group=good.group) if g.group == goods[behind].group else g for g in goods[behind:]
                ]
        elif named <= {good.weapon.key if good.weapon else ""}:
            dropped.update(parts)
    return (g for n, g in enumerate(goods) if n not in dropped)


def _taken_apart(tokens: Sequence[Token], goods: Sequence[Good]) -> Iterator[int]:
    """Numbers that the next ones make up: "taken 28, 24 under a contract of 2017 and four under an option"."""
    for position, good in enumerate(goods[:-2]):
        parts = goods[position + 1 : position + 3]
        if good.number is None or tokens[good.high].text != "," or parts[0].low > good.high + 2:
            continue
        if any(tokens[p.low - 1].kind == "actor" for p in parts):
            # "Germany gave 14 guns, the Netherlands eight and Italy six"
            continue
        lows = [p.number.amount.low for p in parts if p.number is not None and p.weapon is None]
        if len(lows) == 2 and None not in lows and sum(n for n in lows if n is not None) == good.number.amount.low:
            yield position


def _with_wholes(tokens: Sequence[Token], goods: Sequence[Good]) -> Iterator[Good]:
    """Goods with the number that they are part of: "six Apaches, the first of 24 ordered", "15 K9A1s, the last of the 212"."""
    skip = -1
    for position, good in enumerate(goods):
        if position == skip:
            continue
        whole = goods[position + 1] if position + 1 < len(goods) else None
        if whole is not None and good.number is not None and whole.number is not None and whole.weapon is None:
            words = [t.text for t in tokens[good.high : whole.high] if t.kind != "value"]
            if (
                words[:2] == [",", "the"]
                and words[2:3]
                and words[2] in _SEQUENCE
                and words[3:4] == ["of"]
                and len(words) <= 5
            ):
                skip = position + 1
                good = evolve(good, whole=whole.number, of_total=True, end=whole.end, high=whole.high)
        yield good


_SEQUENCE = frozenset(["first", "last", "latest", "final"])


_CHANGES = ("cut trim reduc slash lower scale shrink shrank rais increas expand lift enlarg grow grew").split()


def _changed(tokens: Sequence[Token], goods: Sequence[Good]) -> Iterator[Good]:
    """Goods whose number somebody changes have the new one: "cut its order of 36 F-35s to 30"."""
    skip = -1
    for position, good in enumerate(goods):
        if position == skip:
            continue
        new = goods[position + 1] if position + 1 < len(goods) else None
        if (
            new is not None
            and good.number is not None
            and new.number is not None
            and new.noun is None
            and new.weapon is None
            and tokens[new.low - 1].text == "to"
            and new.low - good.high <= 4
            and any(t.text.startswith(tuple(_CHANGES)) for t in tokens[max(0, good.low - 8) : good.low])
        ):
            skip = position + 1
            good = evolve(good, number=new.number, end=new.end, high=new.high)
        yield good


def _bracketed_parts(tokens: Sequence[Token], goods: Sequence[Good]) -> Iterator[int]:
    """Numbers in a bracket that split the one before it: "21 engines (18 installed, 3 spare)"."""
    for position, good in enumerate(goods[:-1]):
        near = range(good.high, min(good.high + 7, len(tokens)))
        opening = next(
            (n for n in near if tokens[n].text in ("(", ",", ";") or tokens[n].kind in ("value", "weapon")), None
        )
        if good.number is None or opening is None or tokens[opening].text != "(":
            continue
        closing = next((n for n in range(opening, len(tokens)) if tokens[n].text == ")"), len(tokens))
        inside = [n for n in range(position + 1, len(goods)) if opening < goods[n].low < closing]
        lows = [g.number.amount.low for n in inside if (g := goods[n]).number is not None]
        whole = good.number.amount.low
        if len(lows) == len(inside) > 1 and None not in lows and sum(n for n in lows if n is not None) == whole:
            yield from inside


def _of_which(tokens: Sequence[Token], at: int) -> int | None:
    """The position behind "of which", "of them" or "among them" that follows goods."""
    for position in range(at, min(at + 6, len(tokens) - 1)):
        if tokens[position].text in ("of", "among") and tokens[position + 1].text in ("which", "them"):
            return position + 2
        if tokens[position].text in (";", ".", "and"):
            return None
    return None


def _until_sum(goods: Sequence[Good], whole: int, parts: list[int]) -> list[int]:
    """The parts up to where they make up the whole; the first one alone where they never do."""
    number = goods[whole].number
    total = number.amount.low if number else None
    running = None
    for count, n in enumerate(parts, 1):
        part = goods[n].number
        low = part.amount.low if part else None
        if low is None or total is None:
            break
        running = low if running is None else running + low
        if running == total:
            return parts[:count]
    return parts[:1]
