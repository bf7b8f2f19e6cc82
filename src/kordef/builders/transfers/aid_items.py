"""The words of an item in a list of aid: where its goods begin, which of them are given, when, and what they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kordef.builders.goods import Good, class_head, goods_words
from kordef.builders.grammar.tokens import Token
from kordef.builders.transfers.aid_stages import is_denied, stage_by, stage_in
from kordef.builders.transfers.parts import date_in, entry_words, money_in, spans_between
from kordef.mentions.model import DateMention, ValueMention, WeaponMention
from kordef.vocabulary import Stage, TransferKind

__all__ = [
    "BEFORE_GOODS",
    "NOT_GOODS",
    "grouped",
    "has_arrived",
    "is_counted",
    "is_part",
    "names_weapon",
    "of_which",
    "only_date",
    "only_for",
    "opening",
    "pays_for_more",
    "plain_good",
    "same_type",
    "shares_of",
]

BEFORE_GOODS = frozenset(
    (
        "a an one single another further additional some about around over more than up to nearly almost at least the "
        "used new old older modern several various many other unspecified undisclosed surplus second-hand refurbished "
        "overhauled light heavy medium portable towed mobile tracked wheeled thousands hundreds dozens tens millions "
        "of pairs sets stocks quantities"
    ).split()
)
"""Words in front of what an item counts or names."""


def is_counted(tokens: Sequence[Token]) -> bool:
    """Whether a line that looks like a heading counts goods: "22 M109A3GN howitzers (2022)"."""
    return (
        len(tokens) > 1
        and isinstance(m := tokens[0].mention, ValueMention)
        and m.kind == "count"
        and isinstance(tokens[1].mention, WeaponMention)
    )


def opening(tokens: Sequence[Token]) -> tuple[int | None, DateMention | None]:
    """Where the goods of an item begin, behind a date with a colon or dash, and that date; ``None`` where it is a sentence."""
    start, date = 0, None
    opens = (
        len(tokens) > 1
        and isinstance(m := tokens[0].mention, ValueMention)
        and m.kind == "count"
        and (m.noun is not None or isinstance(tokens[1].mention, WeaponMention))
    )
    for n, token in enumerate(tokens[:6]):
        if token.text in (":", "–", "—") and n and not opens:
            date = date_in(tokens[:n])
            if date is None and (n > 3 or stage_by({t.text for t in tokens[:n]}) is None):
                return None, None
            start = n + 1
            break
    at = start
    while at < len(tokens) and (
        tokens[at].text in BEFORE_GOODS
        or tokens[at].text.endswith(("-range", "-era", "-made"))
        or _is_portion(tokens, at)
    ):
        at += 1
    if at >= len(tokens) or not isinstance(tokens[at].mention, (ValueMention, WeaponMention)):
        return (start, date) if start and at < len(tokens) else (None, None)
    end = next((n for n, t in enumerate(tokens) if t.text in (";", ":") and n > start), len(tokens))
    if not start and any(t.text in _VERBS for t in tokens[:end]):
        return None, None
    return start, date


def _is_portion(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word tells which part of the goods behind it is meant: "the second half of the 19 F-16s"."""
    if tokens[at].text in _ORDINALS:
        return at > 0 and tokens[at - 1].text == "the"
    return tokens[at].text in _PORTIONS and [t.text for t in tokens[at + 1 : at + 2]] == ["of"]


_ORDINALS = frozenset("first second third fourth final last other remaining".split())
_PORTIONS = frozenset("half third part batch lot tranche quarter rest remainder".split())


def grouped(
    tokens: Sequence[Token], start: int, goods: Sequence[Good]
) -> list[tuple[int, int, Stage | None, DateMention | None]]:
    """The parts of an item between semicolons, those of one stage and time together, with that stage and time."""
    groups: list[tuple[int, int, Stage | None, DateMention | None]] = []
    for low, high in _parts(tokens, start):
        own = {t.text for t in tokens[low:high] if t.kind == "word"}
        stage, when = stage_in(tokens, low, high), _date_of(tokens, low, high)
        if not any(low <= g.low < high for g in goods) and not money_in(tokens[low:high]):
            continue
        if own & NOT_GOODS or is_denied(tokens, low, high):
            continue
        if own & entry_words().fields["talks"]:
            stage = Stage.NEGOTIATING
        if groups and stage in (None, groups[-1][2]) and when in (None, groups[-1][3]):
            groups[-1] = (groups[-1][0], high, groups[-1][2], groups[-1][3])
        else:
            groups.append((low, high, stage, when))
    return groups


def _parts(tokens: Sequence[Token], start: int) -> Iterator[tuple[int, int]]:
    low = start
    for n in range(start, len(tokens)):
        if tokens[n].text == ";":
            if n > low:
                yield low, n
            low = n + 1
    if low < len(tokens):
        yield low, len(tokens)


def _date_of(tokens: Sequence[Token], low: int, high: int) -> DateMention | None:
    """The date of a part, where it says when its goods were given or promised: "(March 2024)", "delivered in May"."""
    fields = entry_words().fields
    for n in range(low, high):
        date = tokens[n].mention
        if isinstance(date, DateMention) and date.period.edtf and not date.period.edtf.startswith("../"):
            before = [t.text for t in tokens[max(low, n - 3) : n]]
            if _REST.intersection(t.text for t in tokens[max(low, n - 5) : n]):
                continue
            if before[-1:] == ["("] or set(before) & (fields["given"] | fields["pledged"]):
                return date
    return None


def only_date(tokens: Sequence[Token], low: int, high: int) -> DateMention | None:
    """The date that stands alone in a part and is not that of what is still to come: "18 ambulances in spring 2025"."""
    dates = [(n, m) for n in range(low, high) if isinstance(m := tokens[n].mention, DateMention)]
    if len(dates) != 1 or not (edtf := dates[0][1].period.edtf) or edtf.startswith("../") or edtf.endswith("/.."):
        return None
    at, date = dates[0]
    before = [t.text for t in tokens[max(low, at - 4) : at]]
    due = entry_words().fields["due"] | _REST | {"arrive", "arrived", "begin", "until"}
    return (
        date
        if before[-1:] and before[-1] in ("in", "on", ",", "for", "of", "during") and not due & set(before)
        else None
    )


def plain_good(tokens: Sequence[Token], at: int, value: ValueMention) -> Good | None:
    """Goods that are no weapon, as an item counts them: "8 field ambulances", "12 lorry-loads of non-lethal equipment"."""
    words = (value.noun or "").lower().split()
    end, unit = at + 1, None
    if tokens[end : end + 1] and tokens[end].text == "of":
        while end < len(tokens) and tokens[end].kind == "word" and (tokens[end].text not in _ENDS or end == at + 1):
            end += 1
        unit = class_head(words[-1]) if words and end > at + 2 else None
        words = [t.text for t in tokens[at + 1 : end]]
    head = class_head(words[-1]) if words else None
    if head is None or head in goods_words().not_goods or head in _NO_GIFTS:
        return None
    return Good(
        weapon=None, number=value, start=value.start, end=tokens[end - 1].end, low=at, high=end, unit=unit, noun=head
    )


def shares_of(tokens: Sequence[Token]) -> list[tuple[Good, TransferKind, Stage, DateMention | None]]:
    """What went how of one weapon, where all parts behind its colon tell it: "Krab: 54 sold, 18 donated in 2022"."""
    weapon = tokens[0].mention if [t.text for t in tokens[1:2]] == [":"] else None
    if not isinstance(weapon, WeaponMention):
        return []
    parts: list[tuple[int, int]] = []
    for low, high in spans_between(tokens, 2, (",", ";", ".")):
        joint = next((n for n in range(low + 1, high - 1) if tokens[n].text == "and"), None)
        low += tokens[low].text == "and"
        parts += [(low, high)] if joint is None else [(low, joint), (joint + 1, high)]
    out: list[tuple[Good, TransferKind, Stage, DateMention | None]] = []
    for low, high in parts:
        number = tokens[low].mention
        words = [t.text for t in tokens[low + 1 : high] if t.kind == "word"]
        told = next((w for w in words if w in _WENT), None)
        if not isinstance(number, ValueMention) or number.kind != "count":
            return []
        if (
            told is None
            or len(words) > 3
            or any(t.kind in ("value", "weapon", "actor") for t in tokens[low + 1 : high])
        ):
            return []
        good = Good(
            weapon=weapon, number=number, start=weapon.start if low == 2 else number.start, end=number.end, low=low
        )
        kind, stage = _WENT[told]
        out.append((good, kind, stage, date_in(tokens[low:high])))
    return out if any(kind is TransferKind.SALE for _, kind, _, _ in out) or len({went[2] for went in out}) > 1 else []


_WENT = {
    **dict.fromkeys(("sold", "bought", "purchased"), (TransferKind.SALE, Stage.SIGNED)),
    **dict.fromkeys(("donated", "given", "gifted", "delivered", "free"), (TransferKind.DONATION, Stage.DONATED)),
    **dict.fromkeys(("pledged", "promised", "planned"), (TransferKind.DONATION, Stage.PLANNED)),
}
"""How goods went, by the word behind their number."""


def names_weapon(good: Good) -> bool:
    """Whether the words for goods hold the weapon, which else was only guessed."""
    return good.weapon is not None and good.start <= good.weapon.start < good.end


def same_type(tokens: Sequence[Token], at: int) -> bool:
    """Whether what a number counts is of the type told before: "14 vehicles of the same type", "another 12 vehicles"."""
    behind = [t.text for t in tokens[at + 1 : at + 5]]
    value = tokens[at].mention
    return "same" in behind or (isinstance(value, ValueMention) and value.additional)


def only_for(tokens: Sequence[Token], good: Good) -> bool:
    """Whether a weapon without a number is only what a sum or a body is for: "for short-range air defence"."""
    return (
        good.weapon is not None
        and good.weapon.form != "name"
        and any(isinstance(t.mention, ValueMention) and t.mention.kind == "count" for t in tokens)
    )


def pays_for_more(tokens: Sequence[Token], money: ValueMention, goods: Sequence[Good]) -> bool:
    """Whether a sum behind goods pays for something else: "35 Marder, EUR 1.2 billion for ammunition"."""
    at = next(n for n, t in enumerate(tokens) if t.mention is money)
    return goods[0].high <= at and [t.text for t in tokens[at + 1 : at + 2]] == ["for"]


def is_part(tokens: Sequence[Token], good: Good) -> bool:
    """Whether a number counts some of the goods named before: "seven of which arrived"."""
    before = [t.text for t in tokens[max(0, good.low - 2) : good.low]]
    if before[:1] == ["the"] and before[1:] in (["other"], ["remaining"]) and good.weapon is None:
        # "six had landed by December, the other seven follow"
        return True
    return good.of_them or of_which(tokens, good.low) or of_which(tokens, good.high - 1)


def has_arrived(tokens: Sequence[Token], goods: Sequence[Good]) -> bool:
    """Whether words behind goods say that some of them have come: "19 jets pledged in August; six had landed by December"."""
    words = [t.text for t in tokens[goods[-1].high :]]
    at = next((n for n, w in enumerate(words) if w in _ARRIVED), None)
    return at is not None and at > 0 and words[at - 1] in ("had", "have", "has") and _NOT_YET.isdisjoint(words[:at])


_ARRIVED = frozenset("landed arrived delivered received reached".split())
_NOT_YET = frozenset("not none no yet be will never".split())


def of_which(tokens: Sequence[Token], at: int) -> bool:
    behind = [t.text for t in tokens[at + 1 : at + 3]]
    return behind[:2] in (["of", "which"], ["of", "them"]) or tokens[at].text.endswith(("of which", "of them"))


_REST = frozenset("rest remaining remainder others balance".split())
_ENDS = frozenset("for in from to with at worth under by and or as on which that".split())
NOT_GOODS = frozenset("trained training trainers instructors course courses testing tests trials pilots".split())
_NO_GIFTS = frozenset(
    (
        "soldier troop person instructor trainer recruit officer sapper patient student course exercise flight visit session "
        "programme project package tranche country state donor battalion brigade company year month week day hour phase step time"
    ).split()
)
_VERBS = frozenset("is are were was been has have had remain remains says said".split())
