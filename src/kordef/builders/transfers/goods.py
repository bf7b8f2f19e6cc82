"""The goods that bare numbers and class nouns mean: those of the sentence, or those told of before."""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise

from attrs import evolve

from kordef.builders.goods import ANY_NOUN, Good, class_head, goods_words, has_own_name, is_a
from kordef.builders.goods_lists import goods_of
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.sharing_verbs import is_contrasted
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.once import once
from kordef.builders.transfers.details import beaten, replaced
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.words import HANDED_ON
from kordef.mentions.model import ActorMention, WeaponMention
from kordef.vocabulary import ActorKind

__all__ = ["goods_in", "is_definite", "passed_over"]


def goods_in(scene: Scene, line: Line, clauses: Clauses) -> tuple[Good, ...]:
    """The goods of a sentence that may change hands: not those that others replace."""
    told = goods_of(line, clauses, scene.short_names(line))
    if not told:
        return ()
    gone = {w.start for w in replaced(line)}
    goods = _meant(scene, line, told, gone)
    lost = [w for w in beaten(line) if isinstance(w, WeaponMention)]
    old = gone | {w.start for w in (*passed_over(line), *lost)}
    goods = _without_bearers(line, _without_carriers(line, _without_arms(line, _bought(line, _ashore(line, goods)))))
    goods = tuple(
        g
        for g in goods
        if not (
            is_contrasted(line.tokens, g.low)
            or _is_sum(line.tokens, g)
            or _is_multiple(line.tokens, g)
            or _only_describes(line.tokens, g)
        )
        and (g.number is None or g.number.amount.high != 0)
    )
    return tuple(g for g in goods if g.weapon is None or g.weapon.start not in old or _goes_on(line, g))


def _is_sum(tokens: Sequence[Token], good: Good) -> bool:
    """Whether a bare number only adds up others: "together with ten given in 2023 this makes 29"."""
    if good.noun is not None or good.number is None or not good.low:
        return False
    return tokens[good.low - 1].text in _ADDS_UP and tokens[good.low].kind == "value"


def _is_multiple(tokens: Sequence[Token], good: Good) -> bool:
    """Whether a bare number counts how often something was done: "options that have been exercised three times"."""
    if good.number is None or good.noun is not None:
        return False
    return good.number.exact.endswith("times") or [t.text for t in tokens[good.high : good.high + 1]] == ["times"]


def _only_describes(tokens: Sequence[Token], good: Good) -> bool:
    """Whether goods only belong to the noun behind them: "spare engines", "the F-35's engine servicing"."""
    behind = tokens[good.high] if good.high < len(tokens) else None
    if good.weapon is None or behind is None or behind.kind != "word":
        return False
    if behind.text == "having" and tokens[good.low - 1].text == ",":
        # "has acquired the FK-3, six Y-20s having flown it in"
        return True
    if good.weapon.exact.lower() == "spare":
        return behind.text not in ("and", "parts")
    words = {t.text for t in tokens[good.high : good.high + 2]}
    if good.number is None and good.weapon.form == "name" and behind.text in _ACCESSORIES:
        return True
    return good.number is None and good.weapon.exact.endswith(("'s", "’s")) and not _UPKEEP.isdisjoint(words)


_ACCESSORIES = frozenset(["spares", "parts", "components", "simulator", "simulators", "spare"])
_UPKEEP = frozenset(
    "servicing maintenance upkeep overhaul repair repairs upgrade upgrades modernisation modernization software training "
    "engine engines crew crews pilots".split()
)


def _without_bearers(line: Line, goods: tuple[Good, ...]) -> tuple[Good, ...]:
    """Goods without what carries others that a clause counts: "The F-15Ks carry the Taurus, 170 of which were bought"."""
    if len(goods) < 2 or _CARRY.isdisjoint(line.at):
        return goods
    carrying = [n for word in _CARRY & line.at.keys() for n in line.at[word]]
    bearers = {
        a.low
        for a, b in pairwise(goods)
        if b.number is not None
        and b.number.exact.endswith((" of which", " of them"))
        and any(a.high <= n < b.low for n in carrying)
    }
    return tuple(g for g in goods if g.low not in bearers)


_CARRY = frozenset("carry carries carried mount mounts fire fires launch launches".split())
_ADDS_UP = frozenset(["makes", "made", "totals", "totalling", "totaling"])


_ARMED = frozenset(["armed", "equipped", "fitted", "mounted", "outfitted"])


def _without_arms(line: Line, goods: tuple[Good, ...]) -> tuple[Good, ...]:
    """Goods without what those before them are only armed with: "14 vehicles, armed with Patria's NEMO turret"."""
    if _ARMED.isdisjoint(line.texts):
        return goods
    tokens = line.tokens
    kept: list[Good] = []
    carried = -1
    for good in goods:
        words = [t.text for t in tokens[max(0, good.low - 6) : good.low]]
        armed = next((n for n, w in enumerate(words[:-1]) if w in _ARMED and words[n + 1] == "with"), None)
        between = words[armed + 2 :] if armed is not None else []
        if kept and good.number is None and armed is not None and {",", ";", "and"}.isdisjoint(between):
            carried = good.high
        elif good.number is None and carried == good.low:
            # "NEMO" and "turret"
            carried = good.high
        else:
            kept.append(good)
    return tuple(kept)


def _ashore(line: Line, goods: tuple[Good, ...]) -> tuple[Good, ...]:
    """Goods without the ships and planes that somebody or something is aboard: "signed on board the cruiser Averof"."""
    tokens = line.tokens
    return tuple(g for g in goods if not _is_aboard(tokens, g))


def _is_aboard(tokens: Sequence[Token], good: Good) -> bool:
    before = [t.text for t in tokens[max(0, good.low - 5) : good.low]]
    return "aboard" in before or any((a, b) == ("on", "board") for a, b in pairwise(before))


def _bought(line: Line, goods: tuple[Good, ...]) -> tuple[Good, ...]:
    """Goods without a count of all that are in use: "ordered by nine countries, with about 1,800 vehicles in service"."""
    if len(goods) < 2 or not {"in", "worldwide", "globally"} & line.at.keys():
        return goods
    return tuple(g for n, g in enumerate(goods) if not (n and g.number is not None and _is_in_use(line.tokens, g)))


def _is_in_use(tokens: Sequence[Token], good: Good) -> bool:
    behind = [t.text for t in tokens[good.high : good.high + 2]]
    return behind[:1] in (["worldwide"], ["globally"]) or (behind[:1] == ["in"] and behind[1:] in _IN_USE)


_IN_USE = (["service"], ["use"], ["operation"])
_SWAPS = frozenset(
    "swap swaps swapped swapping exchange exchanges exchanged exchanging trade traded trades trading return".split()
)


def _without_carriers(line: Line, goods: tuple[Good, ...]) -> tuple[Good, ...]:
    """Goods without what those right before them are meant for: "120 missiles for its F-16s", "radars for the six frigates"."""
    if "for" not in line.at or len(goods) < 2 or not _SWAPS.isdisjoint(line.at):
        return goods
    kept: list[Good] = []
    carrier: Good | None = None
    for good in goods:
        if carrier is not None and [t.text for t in line.tokens[carrier.high : good.low]] in (["and"], [","]):
            carrier = good
            continue
        carrier = good if kept and good.weapon is not None and _carries(line, kept[-1], good) else None
        if carrier is None:
            kept.append(good)
    return tuple(kept)


def _carries(line: Line, arms: Good, good: Good) -> bool:
    between = line.tokens[arms.high : good.low]
    while between and len(between) > 1 and between[0].kind == "word" and between[0].text.endswith("s"):
        # "99 F404 engines for the Tejas"
        between = between[1:]
    if not between or arms.weapon is None or between[0].text != "for":
        return False
    words = [t.text for t in between[1:]] or [line.tokens[good.low].text]
    owner = len(between) == 3 and between[1].kind == "actor" and words[1] in ("'s", "’s", "'")
    return words in (["its"], ["the"], ["their"], ["his"], ["our"]) or owner


def _goes_on(line: Line, good: Good) -> bool:
    """Whether a relative clause says what became of goods: "replaced 19 CAESARs, which it gave to Ukraine", "some of which"."""
    behind = [t.text for t in line.tokens[good.high : good.high + 4]]
    if behind[:2] == [",", "which"] or (behind[:1] == [","] and behind[2:] == ["of", "which"]):
        return True
    if behind[:1] and behind[0] in HANDED_ON and "to" in behind[1:3]:
        # "to replace the 32 AS90s gifted to Kyiv"
        return True
    # "replaced the 19 CAESARs (that) it had given to Ukraine"
    behind = behind[1:] if behind[:1] in (["that"], ["which"]) else behind
    return behind[:1] in (["it"], ["they"], ["he"], ["we"]) and not HANDED_ON.isdisjoint(behind[1:3])


_CHOICE = frozenset(
    (
        "chose chosen choose chooses choosing picked pick picks picking selected selects selecting preferred prefers preferring "
        "favoured favored opted opting plumped plumping settled settling selection choice"
    ).split()
)


_IN_PLACE = frozenset(["instead", "rather"])
_BETWEEN = frozenset(["and", ",", "the", "a", "both", "'s", "’s", "'", "’", "or"])
"""Words and marks between those who lost a choice."""
_LOSERS = frozenset(["runners-up", "runner-up", "losers", "loser", "also-rans"])


@once
def passed_over(line: Line) -> tuple[WeaponMention, ...]:
    """The weapons that lost a choice: "chose the K9 over the PzH 2000 and the Firtina", "preferred the Gripen to the F-16"."""
    tokens = line.tokens
    if not _LOSERS.isdisjoint(line.texts):
        lost = next(n for n, t in enumerate(tokens) if t.text in _LOSERS)
        # "The runners-up were the HIMARS and the EuroPULS"
        return tuple(m for t in tokens[lost:] if isinstance(m := t.mention, WeaponMention))
    rivals = _rivals_behind(tokens) if "competition" in line.at else None
    if rivals is not None:
        return tuple(m for t in tokens[rivals:] if isinstance(m := t.mention, WeaponMention))
    choice = next((n for n, t in enumerate(tokens) if t.text in _CHOICE), None)
    if choice is None and _IN_PLACE.isdisjoint(line.texts):
        return ()
    # "ordered 54 Leopards instead of the K2" needs no word for a choice
    chosen = -1 if choice is None else choice
    preferred = choice is not None and tokens[choice].text.startswith("prefer")
    out: list[WeaponMention] = []
    losing = False
    for n in range(chosen + 1, len(tokens)):
        text = tokens[n].text
        # "chose the same type, preferring it to the C-130J"
        preferred = preferred or text.startswith("preferr")
        if (
            (choice is not None and text in ("over", "against"))
            or (text == "than" and tokens[n - 1].text == "rather")
            or (preferred and text == "to")
        ):
            losing = n > chosen + 1
        elif text == "of" and tokens[n - 1].text in ("ahead", "instead"):
            losing = True
        elif losing and isinstance(mention := tokens[n].mention, WeaponMention):
            out.append(mention)
        elif losing and text in ("of", "from", "by") and tokens[n - 1].kind == "weapon":
            # "to the C-130J of Lockheed Martin and the A400M of Airbus"
            continue
        elif tokens[n].kind in ("word", "mark") and text not in _BETWEEN:
            losing = False
    return tuple(out)


def _rivals_behind(tokens: Sequence[Token]) -> int | None:
    """Where those begin that a sentence says "competition came from"."""
    if [t.text for t in tokens[:1]] != ["competition"] and [t.text for t in tokens[1:2]] != ["competition"]:
        return None
    words = [t.text for t in tokens[:6]]
    return words.index("from") if "from" in words and {"came", "comes"} & set(words) else None


def _meant(scene: Scene, line: Line, goods: Sequence[Good], gone: Set[int]) -> tuple[Good, ...]:
    """Goods with the weapons that bare numbers and class nouns mean; not those ``gone``, which others replace."""
    told: list[Good] = []
    lost = {w.start for w in passed_over(line)}
    for n in range(len(goods)):
        own = goods[n].weapon
        kept = own is not None and own.form == "class" and own.start in gone
        good = goods[n] if kept else _resolved(scene, line, goods, n)
        last = told[-1] if told else None
        if last is not None and last.number is not None and good.number is not None and _is_share(line, last, good):
            # "18 Rafales, twelve of them second-hand", "19 F-16s, the first six this summer"
            continue
        if last is not None and last.number is None and good.of_them and _is_some(line, good):
            # "vehicles donated by Germany, the last five of which arrived in March"
            continue
        if last is not None and good.of_them and _serves(line, good):
            # "picked the Patria AMV, 80 of which are already in service with Sweden"
            continue
        apart = last is not None and last.number is None and last.weapon is not None and good.noun is None
        between = [t.text for t in line.tokens[last.high : good.low]] if last is not None else []
        beside = between == [","] or (not between and last is not None and is_definite(line, last))
        if good.of_them and last is not None and last.weapon is not None and last.weapon.start in lost:
            # "chose the Redback over the Lynx and ordered 129 of them"
            told.append(good)
        elif good.of_them and last is not None and _has_own_verb(line, good):
            # "the KUH-1, two of which it ordered last year"
            told.append(good if good.weapon is not None else evolve(good, weapon=last.weapon))
        elif last is not None and apart and (good.of_them or (beside and goods[n].weapon is None)):
            # "radars, seven of them", "its old BTR-60s, about a hundred"
            told[-1] = evolve(last, number=good.number, end=good.end, high=good.high, counting=good.counting)
        else:
            told.append(good)
    return tuple(told)


def _resolved(scene: Scene, line: Line, goods: Sequence[Good], n: int) -> Good:
    """Goods with the weapon that is meant: that of the goods before in the sentence, or one told of before."""
    good = goods[n]
    if good.called:
        return good
    if good.weapon is not None and good.weapon.form == "short" and scene.is_foreign(line, good):
        # "the German tank" is not the Korean one told of before
        return evolve(good, weapon=None, noun=class_head(good.weapon.exact))
    if (
        good.weapon is not None
        and good.weapon.form == "short"
        and good.weapon.exact.islower()
        and good.number is not None
    ):
        told = scene.spoken_of(line, class_head(good.weapon.exact), besides=good.weapon)
        if told is not None:
            # "six launchers": of the sort that the deal spoken of is about, whatever was named in between
            return evolve(good, weapon=told)
    if good.weapon is not None:
        if good.weapon.form == "class" and is_definite(line, good):
            named = scene.of_class(line, good)
            if named is not None:
                return evolve(good, weapon=named)
        meant = scene.meant(good.weapon)
        return good if meant is good.weapon else evolve(good, weapon=meant)
    if good.noun is None and (counted := _counted_with(line, goods, n)) is not None:
        good = evolve(good, weapon=counted.weapon, noun=counted.noun)
        if good.weapon is not None:
            return good
    unnamed = good.noun in ANY_NOUN | goods_words().units and not is_definite(line, good) and not has_own_name(good)
    if good.noun is None or unnamed:
        lost = {w.start for w in passed_over(line)}
        near = [w for g in reversed(goods[:n]) if (w := g.weapon) is not None and w.start not in lost]
        if near:
            # "24 K9s and six ammunition vehicles, then four more systems": what has a name
            return evolve(good, weapon=next((w for w in near if w.form == "name" and unnamed), near[0]))
    chosen = _chosen_home(line) if good.of_them else None
    if chosen is not None and (named := scene.last_named(line, good.start, None, chosen)) is not None:
        return evolve(good, weapon=named)
    named = scene.resolve(line, good)
    return evolve(good, weapon=_of_firm(scene, line, good, named)) if named is not None else good


def _counted_with(line: Line, goods: Sequence[Good], n: int) -> Good | None:
    """The goods at the end of a row of bare numbers, which all count them: "14 and 13 MiG-29s", "30, 24 and ten howitzers"."""
    for one, other in pairwise(goods[n : n + _ROW]):
        between = [t.text for t in line.tokens[one.high : other.low]]
        if other.number is None or between not in (["and"], [","], [",", "and"]):
            return None
        if other.weapon is not None or other.noun is not None:
            return other
    return None


_ROW = 8
"""How many bare numbers may stand in a row."""


def _of_firm(scene: Scene, line: Line, good: Good, named: WeaponMention) -> WeaponMention:
    """The weapon that comes from where the only firm of a sentence is at home: "a phase of 216 was discussed with Rotem"."""
    firms = (m for at in line.actors if isinstance(m := line.tokens[at].mention, ActorMention))
    homes = {side.key for m in firms if m.kind is ActorKind.COMPANY and (side := scene.side(m)) is not None}
    here = line.start <= named.start < line.end
    if here or len(homes) != 1 or named.origin is None or f"state:{named.origin}" in homes:
        return named
    home, noun = next(iter(homes)).removeprefix("state:"), good.noun or class_head(named.category)
    own = (m for t in line.tokens if isinstance(m := t.mention, WeaponMention) and m.form == "name")
    told = next((m for m in own if m.origin == home), None) or scene.last_named(line, good.start, None, home)
    return told if told is not None and noun is not None and is_a(told, noun) else named


def _chosen_home(line: Line) -> str | None:
    """The home of what was chosen, where it has no name: "chose the Finnish 8x8 ..., when it ordered 76 of them"."""
    tokens = line.tokens
    chosen = next((n for n, t in enumerate(tokens) if t.text in _CHOICE), None)
    behind = tokens[chosen + 1 : chosen + 3] if chosen is not None else ()
    adjectives = (m for t in behind if isinstance(m := t.mention, ActorMention) and m.form == "adjective")
    return next((m.key.removeprefix("state:") for m in adjectives if m.kind is ActorKind.STATE), None)


def _is_share(line: Line, whole: Good, good: Good) -> bool:
    """Whether a bare number only picks some of the goods before it."""
    if good.noun is not None or good.weapon is None or whole.weapon is None or good.weapon.key != whole.weapon.key:
        return False
    low, high = good.number.amount.low if good.number else None, whole.number.amount.low if whole.number else None
    if low is None or high is None or low >= high:
        return False
    before = [t.text for t in line.tokens[max(0, good.low - 2) : good.low + 1]]
    if before[1:2] == ["and"] and whole.high == good.low - 1:
        # "14 and 13 MiG-29s"
        return False
    if before[:2] == ["of", "which"]:
        # "212 howitzers have been bought, of which 24 will be handed over by January"
        return True
    if good.of_them and any(whole.high < at < good.low and _acts(line, at) for at in line.actors):
        # "Bucharest paid for 54 launchers, Tallinn made do with six of them"
        return False
    return good.of_them or any(w in ("first", "last", "remaining") for w in before)


def _acts(line: Line, at: int) -> bool:
    """Whether somebody begins a clause of his own behind a comma."""
    return line.tokens[at - 1].text in (",", ";", "and", "while", "but")


def _serves(line: Line, good: Good) -> bool:
    """Whether goods are only said to be in service or in store already."""
    behind = [t.text for t in line.tokens[good.high : good.high + 6]]
    return any(a == "in" and b in ("service", "use", "operation", "storage") for a, b in pairwise(behind))


def _is_some(line: Line, good: Good) -> bool:
    """Whether a number counts the first, the last or the rest of goods: "the last five of which"."""
    words = {t.text for t in line.tokens[max(0, good.low - 1) : good.high]}
    return not words.isdisjoint(("first", "last", "remaining", "latest", "final", "other"))


def _has_own_verb(line: Line, good: Good) -> bool:
    """Whether "two of which" begins a clause with a subject of its own."""
    behind = line.tokens[good.high] if good.high < len(line.tokens) else None
    if good.number is None or not good.number.exact.endswith("which") or behind is None:
        return False
    return behind.kind == "actor" or behind.text in ("it", "they", "we")


def is_definite(line: Line, good: Good) -> bool:
    """Whether the words come back to goods named before: "20 of the howitzers", "these guns"."""
    position = good.high - 1
    before = line.tokens[max(0, position - 2) : position]
    return any(
        t.text in ("the", "these", "those") or t.text.endswith((" the", " these", " those")) or " of the " in t.text
        for t in before
    )
