"""Sales in trackers of aid: "India (sales)", "three radars by Thales, contracted in October 2023", "Purchase, not aid."; and what
the sums of measures pay for."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from attrs import evolve

from kordef.builders.goods import Good, class_head, goods_words
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.transfers.deals import CONTRACT, Draft, Side
from kordef.builders.transfers.parts import entry_words, money_in
from kordef.builders.transfers.scene import Scene
from kordef.mentions.model import ActorMention, DateMention, ValueMention, WeaponMention
from kordef.vocabulary import Stage, TransferKind

__all__ = [
    "SALES",
    "bought_for",
    "day_of_sale",
    "goes_elsewhere",
    "is_about_measure",
    "is_gift_sequel",
    "is_measure",
    "is_sale",
    "paid_goods",
    "pays_for",
    "recast",
    "stage_of_sale",
    "starts_with_giver",
]

SALES = frozenset(
    "sale sales purchase purchases bought sold order orders commercial contract contracts exports".split()
)
"""Words of headings and remarks for what is paid for by who gets it."""
_SOLD = frozenset(
    "purchase purchased bought sold contract contracted sale ordered order buys selling commercial procured leased".split()
)
_SELLS = frozenset("sale sold purchase purchased commercial selling leased".split())
_FREE = frozenset(
    (
        "gift gifts gifted donated donation donate grant grants granted given free aid funded financed "
        "pledged promised loaned gave"
    ).split()
)
_DONE = frozenset("delivered received arrived supplied transferred shipped completed handed".split())
_MADE = frozenset("from by ( of".split())
_DATED = frozenset(
    "ordered contracted signed bought announced purchased agreed concluded sold contract order deal".split()
)
_PLANS = frozenset("planned approved offered proposed notified cleared possible potential prospective".split())
_GAVE = frozenset(
    (
        "gave gives give donated donates sent sends delivered delivers supplied supplies provided provides transferred "
        "transfers granted grants shipped contributed handed presented announced pledged promised committed"
    ).split()
)
_OPENERS = frozenset("it they the government ministry this".split())
_PAYS = (
    ("spent", "on"), ("to", "buy"), ("to", "purchase"), ("to", "procure"), ("pays", "for"), ("paid", "for"), ("pay", "for"),
    ("paying", "for"), ("purchase", "of"), ("delivery", "of"), ("provision", "of"), ("supply", "of"), ("used", "for"),
    ("consists", "of"), ("consisting", "of"), ("acquisition", "of"), ("procurement", "of"),
)  # fmt: skip
"""What leads from a sum to the goods that it buys."""
_COVERS = frozenset("covers covered covering funds funded finances financed buys includes".split())
_ENDS = frozenset(
    "for in to from with at under by that which on as was were is are will has have it until over".split()
)
_NOT_BOUGHT = frozenset(
    (
        "training course salary support sector force army service ministry programme project reform cooperation capability "
        "maintenance exercise security defence assistance help work equipment item fuel year state government"
    ).split()
)


def is_sale(
    scene: Scene, tokens: Sequence[Token], low: int, high: int, giver: Side, *, headed: bool, at_war: bool
) -> bool:
    """Whether a part of an item tells of a sale: the heading or a word says so, or a firm of the donor's behind the goods."""
    words = {t.text for t in tokens[low:high] if t.kind == "word"}
    if words & _FREE:
        return False
    if at_war and not headed:
        # "ammunition from Nammo", "guns bought from makers in Ukraine": who helps a state at war pays
        return bool(words & _SELLS)
    if headed or words & _SOLD:
        return True
    for at in range(low + 1, high):
        actor = tokens[at].mention
        if isinstance(actor, ActorMention) and tokens[at - 1].text in _MADE:
            side = scene.side(actor)
            if side is not None and side.company is not None and side.key == giver.key:
                return True
    return False


def bought_for(scene: Scene, tokens: Sequence[Token], low: int, high: int, barred: set[str]) -> Side | None:
    """Whom a donor bought goods from to give them away: "bought for the purpose from Kongsberg of Norway"."""
    words = [t.text for t in tokens[low:high]]
    if not {"bought", "purchased", "procured", "acquired"}.intersection(words):
        return None
    for at in range(low + 1, high):
        actor = tokens[at].mention
        if tokens[at - 1].text == "from" and isinstance(actor, ActorMention):
            side = scene.side(actor)
            return side if side is not None and side.is_state and side.key not in barred else None
    return None


def stage_of_sale(tokens: Sequence[Token], low: int, high: int, goods: Sequence[Good]) -> Stage:
    """How far a sale has come, as the words of its part tell."""
    words = [t.text for t in tokens[low:high]]
    if entry_words().fields["talks"].intersection(words):
        return Stage.NEGOTIATING
    behind = [t.text for t in tokens[goods[-1].high : high]]
    done = next((n for n, w in enumerate(behind) if w in _DONE), None)
    if done is not None and "be" not in behind[:done] and "not" not in behind[:done]:
        some = any(t.kind == "value" and not money_in([t]) for t in tokens[goods[-1].high : goods[-1].high + done])
        if not some and (
            done == 0 or {"all", "both"} & set(behind[:done]) or behind[done - 1] in (",", "(", ")", "and")
        ):
            return Stage.DELIVERED
    return Stage.PLANNED if _PLANS.intersection(words) and not _SOLD.intersection(words) else Stage.SIGNED


def day_of_sale(tokens: Sequence[Token], low: int, high: int, stage: Stage) -> DateMention | None:
    """The date of the stage that a sale has reached."""
    if stage is Stage.DELIVERED and (signed := day_of_sale(tokens, low, high, Stage.SIGNED)) is not None:
        return signed
    wanted = _DONE if stage is Stage.DELIVERED else _DATED
    for n in range(low, high):
        date = tokens[n].mention
        if isinstance(date, DateMention) and date.period.edtf:
            before = [t.text for t in tokens[max(low, n - 4) : n]]
            if wanted.intersection(before) or before[-1:] == ["("]:
                return date
    return None


def is_gift_sequel(words: Sequence[str]) -> bool | None:
    """Whether a short sentence behind an item calls it a gift ("A gift."), or a sale ("Purchase, not aid."); else ``None``."""
    if len(words) > 7:
        return None
    for n, word in enumerate(words):
        if word in SALES or word in _FREE:
            return (word in _FREE) is not ("not" in words[max(0, n - 2) : n] or "no" in words[max(0, n - 2) : n])
    return None


def recast(known: Sequence[Draft], *, gift: bool) -> None:
    """Make sales of gifts, or gifts of sales, as a remark behind an item says."""
    for draft in known:
        if gift is (draft.kind is TransferKind.DONATION):
            continue
        draft.kind = TransferKind.DONATION if gift else TransferKind.SALE
        if draft.stage in CONTRACT:
            draft.stage = Stage.DONATED if gift else Stage.SIGNED
        draft.dates = [evolve(d, stage=draft.stage) for d in draft.dates]


def starts_with_giver(scene: Scene, tokens: Sequence[Token], giver: Side) -> int | None:
    """Where the goods begin of a sentence that the donor is the subject of: "Berlin gave 18 field ambulances"."""
    at = 1 if tokens and tokens[0].text == "the" else 0
    actor = tokens[at].mention if at < len(tokens) else None
    side = scene.side(actor) if isinstance(actor, ActorMention) else None
    own = side is not None and side.key == giver.key
    if not own and not (at < len(tokens) and tokens[at].text in _OPENERS):
        return None
    verb = next((n for n in range(at + 1, min(at + 4, len(tokens))) if tokens[n].text in _GAVE), None)
    if verb is None:
        return None
    goods = next((n for n in range(verb + 1, min(verb + 7, len(tokens))) if tokens[n].kind == "value"), None)
    return goods if goods is not None and not any(t.kind == "mark" for t in tokens[verb:goods]) else None


def pays_for(tokens: Sequence[Token], low: int, high: int) -> int | None:
    """Where the goods begin that a sum pays for, behind the words that lead to them."""
    for n in range(low, high - 1):
        if tokens[n].text in _COVERS:
            return n + 1
        if (tokens[n].text, tokens[n + 1].text) in _PAYS:
            return n + 2
    return None


def paid_goods(tokens: Sequence[Token], low: int, high: int) -> Iterator[Good]:
    """The goods without numbers in a list: "ambulances and body armour", "a deployable tented camp"."""
    start = low
    for at in range(low, high + 1):
        text = tokens[at].text if at < high else "."
        if text in (",", "and", ";", ".", ":", "(") or text in _ENDS:
            yield from _one(tokens, start, at)
            start = at + 1
            if text not in (",", "and"):
                return


def is_measure(tokens: Sequence[Token]) -> bool:
    """Whether a sentence tells of a sum that was granted: "adopted a measure of EUR 10 million"."""
    words = {t.text for t in tokens if t.kind == "word"}
    return bool(words & _MEASURES) and bool(words & _GRANTED) and not words & _HELD and bool(money_in(tokens))


def is_about_measure(tokens: Sequence[Token]) -> bool:
    """Whether a sentence goes on about a sum told before: "It pays for a tented camp", "The package covers radios"."""
    words = [t.text for t in tokens[:3]]
    return words[:1] in (["it"], ["this"], ["they"]) or (
        words[:1] in (["the"], ["this"]) and words[1:2][0] in _MEASURES
    )


_MEASURES = frozenset(
    "measure package grant tranche assistance allocation credit facility donation aid instalment".split()
)
_GRANTED = frozenset(
    "adopted approved agreed granted allocated gave provided disbursed paid committed earmarked donated awarded released".split()
)
_HELD = frozenset("proposed blocked not rejected considered may could would vetoed stalled".split())


def _one(tokens: Sequence[Token], low: int, high: int) -> Iterator[Good]:
    while low < high and tokens[low].text in ("a", "an", "the", "some", "new", "several"):
        low += 1
    part = tokens[low:high]
    if not part or len(part) > 5 or any(t.kind in ("actor", "date", "mark") for t in part):
        return
    number = next((m for t in part if isinstance(m := t.mention, ValueMention) and m.kind == "count"), None)
    weapon = next((w for t in part if isinstance(w := t.mention, WeaponMention)), None)
    if any(t.kind == "value" for t in part) and number is None:
        return
    head = class_head((number.noun or "") if number is not None and weapon is None else part[-1].text)
    if weapon is None and (
        head is None or head in _NOT_BOUGHT or head in goods_words().not_goods or not head.isalpha()
    ):
        return
    yield Good(weapon=weapon, number=number, start=part[0].start, end=part[-1].end, low=low, high=high, noun=head)


def goes_elsewhere(scene: Scene, line: Line, keys: Container[str]) -> bool:
    """Whether goods went to another state than a list is about: "500,000 rounds were lent to the Americans"."""
    if line.texts.isdisjoint(_PARTED):
        return False
    tokens = line.tokens
    goals = (scene.side_at(tokens, n + 1) for n, t in enumerate(tokens[:-1]) if t.text == "to")
    return any(side is not None and side.is_state and side.key not in keys for side in goals)


_PARTED = frozenset(["lent", "sold", "loaned", "leased", "exported"])
