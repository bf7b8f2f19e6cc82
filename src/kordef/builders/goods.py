"""The goods in a sentence: which number counts which weapon, which goods make a list, and what a bare number counts."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from attrs import evolve, frozen

from kordef.amounts import Amount
from kordef.builders.clauses import CLAUSE_WORDS, DETERMINERS, PREPOSITIONS, Clauses
from kordef.builders.tokens import Line, Token
from kordef.mentions.model import ActorMention, ValueMention, WeaponMention
from kordef.vocabulary import ActorKind, Counting

__all__ = ["ANY_NOUN", "Good", "GoodsWords", "class_head", "goods_of", "goods_words", "is_a"]


@frozen(kw_only=True)
class GoodsWords:
    """The word lists of ``data/goods.toml``."""

    plain: frozenset[str]
    units: frozenset[str]
    not_goods: frozenset[str]
    holders: frozenset[str]
    stock: frozenset[str]


@cache
def goods_words() -> GoodsWords:
    """The word lists of ``data/goods.toml``, read once."""
    raw = tomllib.loads(files("kordef.builders").joinpath("data", "goods.toml").read_text("utf-8"))
    return GoodsWords(
        **{name: frozenset(raw[name].split()) for name in ("plain", "units", "not_goods", "holders", "stock")}
    )


@frozen(kw_only=True)
class Good:
    """A weapon with the number that counts it, either of which may stand alone.

    ``unit`` is what is counted where that is not the weapon itself ("10 batteries of the Cheongung-II"), ``noun`` the head
    of the words that name what is counted where no weapon does. ``low`` and ``high`` are the positions of its tokens
    (``high`` exclusive), ``group`` the list it belongs to. ``of_total`` is the number that this one is a part of.
    """

    weapon: WeaponMention | None
    number: ValueMention | None
    start: int
    end: int
    low: int = 0
    high: int = 0
    group: int = 0
    unit: str | None = None
    noun: str | None = None
    counting: Counting = Counting.NEW
    of_total: bool = False
    of_them: bool = False
    """Whether the number counts goods named just before: "up to 298 of them"."""
    whole: ValueMention | None = None
    """The number that this one is a part of: 288 in "218 of the 288 launchers"."""
    called: bool = False
    """Whether what is counted has a name of its own that nobody knows: "348 Dragon 8x8s", "97 AN/ASQ-170 sights"."""


def goods_of(line: Line, clauses: Clauses, short: Mapping[str, WeaponMention] | None = None) -> tuple[Good, ...]:
    """The goods of a sentence in order, with breakdowns ("980 tanks, of which 180 K2 and 800 K2PL") put in place of their sum.

    ``short`` has the weapons that the text calls by a part of their names ("the MiGs"), by the word.
    """
    found = list(_goods(line.tokens, clauses, short or {}))
    parts = set(_bracketed_parts(line.tokens, found))
    found = list(_changed(line.tokens, [g for n, g in enumerate(found) if n not in parts]))
    found = list(_with_wholes(line.tokens, found))
    grouped: list[Good] = []
    group = 0
    for position, good in enumerate(found):
        if position and not _joined(line.tokens, clauses, found[position - 1].high, good.low):
            group += 1
        grouped.append(evolve(good, group=group))
    return tuple(_broken_down(line.tokens, grouped))


def _goods(tokens: Sequence[Token], clauses: Clauses, short: Mapping[str, WeaponMention]) -> Iterator[Good]:
    position = 0
    held: WeaponMention | None = None
    while position < len(tokens):
        token = tokens[position]
        mention = token.mention
        if isinstance(mention, WeaponMention):
            held = mention
        if isinstance(mention, ValueMention) and _counts(tokens, position, mention):
            good = _counted(tokens, clauses, position, mention)
            if good is not None:
                yield good
                position = good.high
                held = good.weapon or held
                continue
        elif isinstance(mention, WeaponMention) and not _is_modifier(tokens, position):
            number, high = _number_behind(tokens, position + 1)
            before = _number_word(tokens, position, mention) if number is None else None
            yield Good(
                weapon=mention,
                number=number or before,
                start=before.start if before else token.start,
                end=tokens[high - 1].end if number else token.end,
                low=position,
                high=high,
                counting=_counting(number),
            )
            position = high
            continue
        elif held and _is_bare_number(tokens, position):
            number = _made_up(token, _NUMBERS.get(token.text) or int(token.text), held)
            yield Good(weapon=None, number=number, start=token.start, end=token.end, low=position, high=position + 1)
        elif token.kind == "word" and token.text in short:
            yield Good(
                weapon=short[token.text], number=None, start=token.start, end=token.end, low=position, high=position + 1
            )
        position += 1


def _counts(tokens: Sequence[Token], at: int, value: ValueMention) -> bool:
    """Whether a value counts things; "14 Archers" are guns where the Archer is one."""
    if value.cell is not None or value.per is not None:
        return False
    following = tokens[at + 1].mention if at + 1 < len(tokens) else None
    named = isinstance(following, WeaponMention) and following.form == "name"
    return value.kind == "count" or (value.kind == "persons" and named and value.noun == tokens[at + 1].text)


def _is_modifier(tokens: Sequence[Token], at: int) -> bool:
    """Whether a weapon's name only says of what sort something else is: "a K9 operator", "an export model of the KTSSM"."""
    words = goods_words()
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        following is not None
        and following.kind == "word"
        and (following.text in words.holders or following.text in ("'s", "’s"))
    ):
        # "the fighter's development cost"
        return True
    if following is not None and isinstance(following.mention, WeaponMention) and following.start - tokens[at].end == 1:
        # "missile corvettes"; a name before a class is one mention with it
        own = tokens[at].mention
        return isinstance(own, WeaponMention) and own.form != "name"
    before = [t.text for t in tokens[max(0, at - 4) : at]]
    if "of" in before and {"development", "co-development", "upgrade", "design"} & set(before[: before.index("of")]):
        # "the joint development of a transport plane"
        return True
    if before[-2:] == ["based", "on"] or before[-3:-1] == ["based", "on"]:
        return True
    return (
        bool(
            set(before)
            & {"model", "variant", "version", "derivative", "relative", "operator", "operators", "user", "users"}
        )
        and ("of" in before)
        and "a" not in before[-2:]
    )


def _number_behind(tokens: Sequence[Token], at: int) -> tuple[ValueMention | None, int]:
    """The number in brackets or behind "x" that counts the weapon before it: "K9 (24)", "K2 x 180"."""
    if at + 1 < len(tokens) and tokens[at].text in ("(", "x", "×"):
        mention = tokens[at + 1].mention
        if isinstance(mention, ValueMention) and mention.kind == "count" and mention.noun is None:
            if tokens[at].text != "(":
                return mention, at + 2
            if at + 2 < len(tokens) and tokens[at + 2].text == ")":
                return mention, at + 3
    return None, at


_NUMBERS = dict(
    zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True)
)


def _number_word(tokens: Sequence[Token], at: int, weapon: WeaponMention) -> ValueMention | None:
    """The number word right before a weapon that no value mention covers ("four Mi-17 helicopters")."""
    # "the two 3,200-ton vessels"
    measured = (
        at > 1 and isinstance(m := tokens[at - 1].mention, ValueMention) and m.kind != "count" and m.kind != "money"
    )
    token = tokens[at - 2 if measured else at - 1] if at else None
    if token is None or token.kind != "word":
        return None
    if token.text.isdecimal() and len(token.text) <= 4 and at > 1 and tokens[at - 2].kind == "actor":
        # "sent Ukraine 14 Challenger 2s"
        return _made_up(token, int(token.text), weapon)
    return _made_up(token, _NUMBERS[token.text], weapon) if token.text in _NUMBERS else None


def _is_bare_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether digits behind a name count what the sentence named before: "Denmark ordered 27 F-35s, Norway 52"."""
    token = tokens[at]
    digits = token.text.isdecimal() and len(token.text) <= 4
    if token.kind != "word" or not (digits or token.text in _NUMBERS) or at < 2 or tokens[at - 1].kind != "actor":
        return False
    before = tokens[at - 3 if tokens[at - 2].text == "the" else at - 2].text
    if at + 1 == len(tokens) or tokens[at + 1].kind == "date":
        return before in _GAPS
    return before in _GAPS and tokens[at + 1].text in _BEHIND_BARE


_GAPS = frozenset([",", "and", "while", ";", "but"])
_BEHIND_BARE = frozenset([",", ".", ";", "and", "in", "as", "while", ")", "by", "for"])


def _made_up(token: Token, number: int, weapon: WeaponMention) -> ValueMention:
    """A count that no mention covers, in the block of a weapon that it counts."""
    return ValueMention(
        start=token.start,
        end=token.end,
        exact=token.text,
        block=weapon.block,
        story=weapon.story,
        section=weapon.section,
        kind="count",
        amount=Amount.exact(number),
        unit="item",
        number=(token.start, token.end),
    )


def _counting(number: ValueMention | None) -> Counting:
    return Counting.ADDITIONAL if number is not None and number.additional else Counting.NEW


def _counted(tokens: Sequence[Token], clauses: Clauses, at: int, value: ValueMention) -> Good | None:
    """The good that a count begins; ``None`` for a count of something else."""
    words = goods_words()
    if 0 < at < len(tokens) - 2 and tokens[at - 1].text == "from" and tokens[at + 1].text == "to":
        # "raised its order from 12 to 36"
        return None
    token = tokens[at]
    noun = (value.noun or "").split()
    head = _singular(noun[-1].lower()) if noun else None
    head = None if head == "one" else head
    counting = _counting(value)
    if counting is Counting.NEW and any(t.text in _MORE for t in tokens[max(0, at - 2) : at]):
        counting = Counting.ADDITIONAL
    unit = None
    position = at + 1
    of_total = False
    low = at
    while low > 0 and tokens[low - 1].text in (
        "all",
        "the",
        "another",
        "further",
        "a",
        "other",
        "remaining",
        "last",
        "first",
        "some",
    ):
        low -= 1
    while position < len(tokens) and position < at + 9:
        following = tokens[position]
        mention = following.mention
        if isinstance(mention, WeaponMention):
            if _is_modifier(tokens, position):
                if position + 1 < len(tokens) and isinstance(tokens[position + 1].mention, WeaponMention):
                    position += 1
                    continue
                break
            return Good(
                weapon=mention,
                number=value,
                start=token.start,
                end=following.end,
                low=low,
                high=position + 1,
                unit=unit or _unit(head),
                counting=counting,
                of_total=of_total,
            )
        if isinstance(mention, ValueMention):
            if mention.kind == "count":
                # "218 of the 288 launchers"
                if of_total or tokens[position - 1].text not in ("of", "the", "these", "those"):
                    break
                inner = _counted(tokens, clauses, position, mention)
                if inner is None:
                    break
                return evolve(
                    inner, number=value, start=token.start, low=low, counting=counting, of_total=True, whole=mention
                )
            if mention.kind != "length":
                break
        elif following.kind == "date" or (
            isinstance(mention, ActorMention) and mention.form != "adjective" and mention.kind is not ActorKind.COMPANY
        ):
            break
        elif following.text == "of":
            unit = _unit(head)
        elif (following.kind == "mark" and following.text not in ("-", "“", '"', "‘", "’")) or (
            following.kind == "word"
            and (following.text in _STOPS or (clauses.tags[position] and clauses.tags[position] != "reduced"))
        ):
            break
        position += 1
    if value.amount.low is not None and value.amount.low >= _TOO_MANY:
        return None
    if head in words.not_goods or [t.text for t in tokens[at + 1 : at + 3]] == ["in", "number"]:
        return None
    if noun and _next_is_noun(tokens, at):
        return None
    name = _name_behind(tokens, at, value)
    return Good(
        weapon=None,
        number=value,
        start=token.start,
        end=tokens[name - 1].end,
        low=low,
        high=name,
        unit=_unit(head),
        noun=head or (tokens[name - 1].text if name > at + 1 else None),
        counting=counting,
        of_them=value.exact.endswith(("them", "these", "those", "which")),
        called=name > at + 1 or any(_DESIGNATION.match(word) for word in noun[:2]),
    )


_DESIGNATION = re.compile(r"(?=[^\d]*[A-Z])(?=[^\d]*\d)[\w/.-]+")
"""A word with a capital letter in front of a digit: "AN/ASQ-170", "GAU-21"."""


def _name_behind(tokens: Sequence[Token], at: int, value: ValueMention) -> int:
    """Where the name ends that stands right behind a number and belongs to nothing known: "348 Dragon 8x8s"."""
    end = at + 1
    if value.noun is None and end < len(tokens) and tokens[end].kind == "word" and tokens[end].capital:
        while end < len(tokens) and end < at + 7 and tokens[end].kind == "word" and _in_name(tokens[end]):
            end += 1
    return end


def _in_name(token: Token) -> bool:
    return token.capital or token.text.isdecimal() or token.text in ("x", "s")


def _next_is_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether the counted noun goes on behind the mention ("two vehicle plants")."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and following.kind == "word" and following.text in goods_words().holders


_TOO_MANY = 100_000_000
"""No deal is for so many things; it is a sum whose currency was not understood."""
_MORE = frozenset(["another", "additional", "further", "extra", "more"])
_STOPS = (
    (PREPOSITIONS - {"of"}) | CLAUSE_WORDS | frozenset(["and", "or", "plus", "to", "is", "are", "was", "were", "more"])
)


def _unit(noun: str | None) -> str | None:
    return noun if noun in goods_words().units else None


def _singular(noun: str) -> str:
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun if noun.endswith(("ss", "us")) else noun.removesuffix("s")


def class_head(category: str | None) -> str | None:
    """The head noun of a class in the singular: howitzer of "self-propelled howitzers"."""
    return _singular(category.split()[-1].lower()) if category and category.split() else None


ANY_NOUN = frozenset(["unit", "example", "system", "piece", "one", "platform", "machine", "weapon", "vehicle", "item"])
_KINDS = {
    "vehicle": ("tank", "howitzer", "launcher", "carrier", "vehicle", "gun"),
    "launcher": ("launcher", "rocket", "system"),
    "gun": ("howitzer", "gun", "artillery"),
    "jet": ("aircraft", "fighter", "jet", "trainer"),
    "fighter": ("aircraft", "fighter", "jet"),
    "plane": ("aircraft", "fighter", "jet", "trainer", "transport"),
    "aircraft": ("aircraft", "fighter", "jet", "trainer", "helicopter", "drone", "transport"),
    "machine": ("aircraft", "helicopter", "fighter", "tank"),
    "boat": ("submarine", "vessel", "corvette"),
    "ship": ("frigate", "corvette", "destroyer", "vessel"),
    "vessel": ("frigate", "corvette", "destroyer", "submarine"),
    "missile": ("missile", "interceptor", "rocket"),
    "drone": ("drone", "vehicle", "aircraft"),
    "battery": ("system", "missile", "launcher"),
}
"""Words that texts use for weapons of these classes without naming the class."""


def is_a(weapon: WeaponMention, noun: str | None) -> bool:
    """Whether a noun may stand for a weapon: "the guns" for howitzers."""
    if noun is None or noun in ANY_NOUN:
        return True
    words = (weapon.category or weapon.name).lower().split()
    return any(k in word for k in (noun, *_KINDS.get(noun, ())) for word in words)


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
        elif token.kind == "mark":
            if text not in (",", "&", "(", ")", ";", "’", "“", "”", '"', "-", "/", "+"):
                return False
            if text == ";" and not (position + 1 < high or tokens[high].kind == "value"):
                return False
            if text == ";" and _opens_sentence(tokens, clauses, position):
                return False
            linked = linked or text in (",", "&", ";", "/", "+")
        elif token.kind == "word":
            if text in ("and", "or", "plus") or text in ("with", "including", "alongside", "along", "together"):
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


def is_determined(tokens: Sequence[Token], at: int) -> bool:
    """Whether a determiner stands right before a position."""
    return at > 0 and tokens[at - 1].text in DETERMINERS
