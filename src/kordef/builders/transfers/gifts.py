"""Gifts in texts about aid, which say once for whom all of it is and then leave out verbs and recipients.

"Germany gave 14 PzH 2000s, the Netherlands eight and Italy six", "fourteen Challenger 2s came from Britain, three Leopard 2A6s
from Portugal", "Belgium's 30, promised by 2028": each of the goods has a giver beside it, and the verb of the one before holds
for it where it has none of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from kordef.builders.goods import Good
from kordef.builders.grammar.clauses import DETERMINERS, Clauses
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.transfers.deals import Dated, Draft, Drop, Side
from kordef.builders.transfers.details import dates_in
from kordef.builders.transfers.goods import goods_in
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.wars import AIDED, HOSTILE
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention, ValueMention, WeaponMention
from kordef.vocabulary import ActorKind, Modality, Stage, TransferKind

__all__ = ["MAKES_UP", "aided", "gifts_in"]

_GAVE = frozenset(
    (
        "gave given give gives leads lead led sent sends send donated donates donate delivered deliver supplied supply "
        "provided provide handed contribute transfer ship "
        "parted passed transferred shipped contributed opened followed added put came come arrived reached landed "
        "complete completed paid paying pays let threw chipped dispatched released surrendered spared granted lent loaned "
    ).split()
)
_PROMISED = frozenset("promised promises pledged pledges offered committed earmarked announced said says lend".split())
_GIVES = _GAVE | _PROMISED
_SAYS_GIVEN = _GIVES | {"are", "have"}
_TO_COME = frozenset("will to would plans planned intends due shall ready".split())
_BOUGHT = frozenset(
    "ordered orders order bought buys buy financed financing funded funding procured paid paying pays".split()
)
_FRONTED = frozenset(["at", "on", "in", "during", "earlier", "late"])
_LENT = frozenset(["lent", "loaned"])
_THERE = frozenset("sent handed arrived there delivered complete completed came reached landed".split())
_DENIED = frozenset(
    "no not n't never none nothing without neither nor refused declined ruled lost trained train".split()
)
_GIVEN_TO = frozenset("state:MD state:GE state:AM state:XK state:BA state:LB state:FJ state:PH".split())
"""States that get arms as gifts, and hardly ever give any."""
_REFUTES = frozenset("denied denies deny refuted dismissed rejected whether if unless".split())
_TOTALS = frozenset("total totals number numbers tally count sum figure".split())
_ADDED = frozenset("took brought raised lifted takes brings raises lifts followed joined".split())
_TAKES = frozenset("get got gets getting receive received receives receiving return".split())
MAKES_UP = frozenset("replace replaces replaced replacing place stead".split())
_LONGEST = 9
"""How many tokens may stand between a giver and the goods."""
_FARTHEST = 20
"""How many where the giver is the subject of the sentence and a verb of giving stands beside the goods."""


def aided(scene: Scene, line: Line) -> Side | None:
    """The state at war that the text is about aid to, as the title or the heading above says."""
    if scene.lists is None or scene.lists.kind != "gifts":
        return None
    if scene.lists.taker is not None:
        return scene.lists.taker if scene.lists.taker.witness.story == line.story else None
    sides = (*scene.head, *scene.title)
    named = next((s for s in sides if s.key in AIDED and s.witness.story == line.story), None)
    alone = not scene.title and len(scene.head) == 1
    listed = (line.kind is not BlockKind.PARAGRAPH or alone) and len({s.key for s in sides}) == 1
    if named is None and (listed or not sides):
        # "Ukraine Support Tracker", "Aid deliveries in May": the state at war that the text goes on to name
        named = scene.first_named(line.story, AIDED)
    return named


def _named_taker(scene: Scene, line: Line) -> Side | None:
    """The state at war that a sentence says goods are given to: "the Dutch gave Ukraine 18 F-16s and Denmark 19"."""
    tokens = line.tokens
    for at in line.actors:
        actor = tokens[at].mention
        if at and isinstance(actor, ActorMention) and actor.key in AIDED:
            verbs = {t.text for t in tokens[:at]} & _GIVES
            if verbs and (tokens[at - 1].text in _GIVES or tokens[at - 1].text in ("to", "for")):
                return scene.side(actor)
    return None


@frozen
class _Giver:
    at: int
    """The position of the giver."""
    side: Side
    stage: Stage | None
    """What a verb beside them says; ``None`` where the verb of the pair before holds."""
    apart: bool = False
    """Whether a second verb of theirs gives the goods: "... and gave away launchers"."""
    also: tuple[Side, ...] = ()
    """Who gives together with them."""
    since: int | None = None
    """Where the words about the gift begin, if not at the giver."""
    elliptic: bool = False
    """Whether the verb of the pair before holds: "Germany gave seven in May and the Netherlands five"."""


def gifts_in(scene: Scene, line: Line, clauses: Clauses) -> list[Draft]:
    """The gifts of a sentence in a text about aid, where each of its goods has a giver beside it; else nothing."""
    if line.kinds.isdisjoint(("value", "weapon")):
        return []
    taker = aided(scene, line)
    tokens = line.tokens
    here = _named_taker(scene, line) if taker is None else None
    taker = taker or here
    if taker is None or line.kind in (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HEADING):
        return []
    givers = dict(_givers(scene, tokens, taker))
    if here is not None and len({s.key for s in givers.values()}) < 2:
        return []
    if here is not None and any(side.key in _GIVEN_TO for side in givers.values()):
        # "gave Ukraine 13 MiG-29s and Moldova three"
        return []
    if here is not None and not _TAKES.isdisjoint(line.texts):
        # "sent 40 vehicles to Ukraine and got 40 from Germany in return"
        return []
    if here is not None and not MAKES_UP.isdisjoint(line.texts):
        # "bought 14 Archers from Sweden to replace those sent to Ukraine"
        return []
    if not _REFUTES.isdisjoint(line.texts):
        # "the ministry denied a report that Seoul was preparing to send missiles"
        return []
    if not givers:
        return []
    goods = [g for g in goods_in(scene, line, clauses) if g.weapon is not None and _moves(g)]
    goods = [g for g in goods if not _is_aside(tokens, g) and not _is_total(tokens, g)]
    if any(_goes_elsewhere(tokens, g, taker) for g in goods):
        return []
    pairs: list[tuple[Good, _Giver]] = []
    part: tuple[Good, Good] | None = None
    for n, good in enumerate(goods):
        high = goods[n + 1].low if n + 1 < len(goods) else len(tokens)
        low = goods[n - 1].high if n else 0
        if n and _is_part(tokens, goods[n - 1], good):
            part = part or (goods[n - 1], good)
            continue
        found = _giver_of(tokens, givers, good, low, high, taker)
        if found is None and pairs:
            found = _same_giver(tokens, pairs[-1], good, taker, grouped=goods[n - 1].group == good.group)
        if found is None and pairs and good.noun is None:
            continue
        if found is None:
            return []
        if found.stage is None:
            behind = [t.text for t in tokens[good.high : min(high, good.high + _LONGEST)]]
            if not pairs and here is None and _ADDED.isdisjoint(behind) and _GIVES.isdisjoint(behind):
                return []
            # "the arms that reached Kyiv were 60 Leopards from Denmark": the verb in front holds, or else the one behind
            said = [t.text for t in tokens[: good.low]]
            told = _stage(said, []) if here is not None else _added(behind)
            found = evolve(found, stage=pairs[-1][1].stage if pairs else told, elliptic=bool(pairs))
        pairs.append((good, found))
    stops = [g.low for g in goods if not _is_alias(tokens, g)]
    drafts = list(_drafts(line, stops, pairs, taker if taker is here else taker.implied()))
    if part is not None:
        whole = next((d for d in drafts if any(g.low == part[0].low for g in d.goods)), None)
        if whole is not None:
            date = next(iter(dates_in(tokens[part[1].high : part[1].high + 6])), None)
            whole.deliveries.append(Drop(weapon=part[0].weapon, number=part[1].number, date=date, done=True))
            whole.dates = [d for d in whole.dates if d.mention is not date]
            whole.stage, whole.modality = Stage.DONATED, Modality.ASSERTED
            whole.dates = [evolve(d, stage=Stage.DONATED) for d in whole.dates]
    return drafts


def _is_aside(tokens: Sequence[Token], good: Good) -> bool:
    """Whether goods are only spoken of in a clause that says when or why: "will let go of them only as its F-35s come in"."""
    words = [t.text for t in tokens[max(0, good.low - 3) : good.low]]
    return bool(set(words) & {"as", "until", "once", "when", "because"}) and "such" not in words


def _is_total(tokens: Sequence[Token], good: Good) -> bool:
    """Whether a number only adds up what was given: "three each, making 18", "took the total to 22"."""
    before = [t.text for t in tokens[max(0, good.low - 4) : good.low]]
    if before[-1:] in (["to"], ["at"]):
        return not _TOTALS.isdisjoint(before)
    return good.noun is None and before[-1:] in (["making"], ["totalling"], ["totaling"])


def _is_alias(tokens: Sequence[Token], good: Good) -> bool:
    """Whether goods are only another name, in brackets, of those before: "seven Panzerhaubitze 2000 (PzH 2000)"."""
    opened = good.low > 0 and tokens[good.low - 1].text == "("
    return opened and good.number is None and [t.text for t in tokens[good.high : good.high + 1]] == [")"]


def _added(behind: Sequence[str]) -> Stage:
    """What the words behind goods without a verb in front say: "Another four from Oslo, announced in May, brought it to 12"."""
    return Stage.DONATED if _ADDED & set(behind) else _stage(behind, behind)


def _goes_elsewhere(tokens: Sequence[Token], good: Good, taker: Side) -> bool:
    """Whether goods go to another state than the one at war: "18 Rafales to Greece and 30 Caesars to Kyiv"."""
    if [t.text for t in tokens[good.high : good.high + 1]] != ["to"]:
        return False
    actors = (t.mention for t in tokens[good.high + 1 : good.high + 3])
    goal = next((m for m in actors if isinstance(m, ActorMention)), None)
    return goal is not None and taker.key not in (goal.key, goal.acts_for) and goal.kind is ActorKind.STATE


def _is_part(tokens: Sequence[Token], whole: Good, good: Good) -> bool:
    """Whether a number says how many of the goods before it have come: "of the million promised, 524,000 had been sent"."""
    if good.noun is not None or good.weapon is None or whole.weapon is None or good.weapon.key != whole.weapon.key:
        return False
    if (
        good.number is None
        or whole.number is None
        or not (good.number.amount.low or 0) < (whole.number.amount.low or 0)
    ):
        return False
    between = [t.text for t in tokens[whole.high : good.low]]
    opened = any(t.text == "of" for t in tokens[max(0, whole.low - 2) : whole.low])
    came = any(t.text in _GAVE for t in tokens[good.high : good.high + 6])
    return (
        ((opened or between == [";"]) and came)
        or between[-2:] in (["and", "delivered"], ["and", "sent"])
        or between[-3:-1] == ["has", "delivered"]
    )


def _same_giver(
    tokens: Sequence[Token], last: tuple[Good, _Giver], good: Good, taker: Side, *, grouped: bool
) -> _Giver | None:
    """Whoever gave the goods before, where these stand in one list with them or behind a verb without a subject of its own."""
    between = tokens[last[0].high : good.low]
    words = [t.text for t in between]
    if any(isinstance(m := t.mention, ActorMention) and taker.key not in (m.key, m.acts_for) for t in between):
        return None
    verbs = [w for w in words if w in _GIVES]
    if verbs and not _DENIED & set(words) and {"and", ";"} & set(words):
        since = next(n for n in range(last[0].high, good.low) if tokens[n].text == verbs[0])
        return _Giver(last[1].at, last[1].side, _stage(verbs, []), apart=True, since=since)
    return evolve(last[1], apart=False) if grouped else None


def _givers(scene: Scene, tokens: Sequence[Token], taker: Side) -> Iterator[tuple[int, Side]]:
    """The states that may give, by their positions: by name, or by their people ("the Dutch")."""
    for at, token in enumerate(tokens):
        actor = token.mention
        if not isinstance(actor, ActorMention):
            continue
        if actor.form == "adjective":
            following = tokens[at + 1] if at + 1 < len(tokens) else None
            alone = (
                at > 0 and tokens[at - 1].text == "the" and (following is None or following.kind in ("mark", "value"))
            )
            if not (alone or (following is not None and following.text in _SAYS_GIVEN)):
                continue
        side = scene.side(actor)
        if side is not None and side.company is None and side.key != taker.key and side.key not in HOSTILE:
            if side.is_state or side.key == "organisation:eu":
                if _joins_in(tokens, at):
                    continue
                if at == 0 or tokens[at - 1].text not in ("in", "at", "near", "to", "with", "for", "via", "through"):
                    yield at, side


def _moves(good: Good) -> bool:
    """Whether goods are counted, or named and not only spoken of as what others replace or carry."""
    return good.number is not None or (good.weapon is not None and good.weapon.form == "name")


def _giver_of(
    tokens: Sequence[Token], givers: dict[int, Side], good: Good, low: int, high: int, taker: Side
) -> _Giver | None:
    """Who gives goods: behind them ("from Britain", "offered by the Dutch", "the EU promised") or in front of them."""
    behind = [t.text for t in tokens[good.high : high]]
    for at in range(good.high, min(high, good.high + 7)):
        if at not in givers:
            continue
        words = [t.text for t in tokens[good.high : at] if t.text not in DETERMINERS]
        if (_DENIED | _BOUGHT) & set(words):
            break
        if words[-1:] == ["from"] and len(words) <= 4:
            return _Giver(at, givers[at], _stage(words, behind) if len(words) > 1 else None)
        if words[-1:] == ["by"] and set(words) & _GIVES:
            moved = [a.text for a, b in pairwise(tokens[good.high : at + 1]) if a.text != "to" or b.kind != "actor"]
            return _Giver(at, givers[at], _stage(moved, behind), also=tuple(_joined_behind(tokens, givers, at)))
        verb = tokens[at + 1].text if at + 1 < len(tokens) else ""
        if not words and verb in _GIVES and tokens[at + 2 : at + 3] and tokens[at + 2].kind not in ("value", "weapon"):
            # "the million rounds the European Union promised in March"
            return _Giver(at, givers[at], _stage([verb], behind))
        break
    near = max((p for p in givers if low <= p < good.low), default=None)
    if near is None:
        return None
    if good.low - _behind_partners(tokens, near + 1, good.low) >= _LONGEST:
        return _far_giver(tokens, givers, good, high, near)
    found = _before(tokens, givers, good, high, taker, near)
    if found is None or found.stage is None:
        return found
    first, *others = _together(tokens, givers, near, low)
    return evolve(found, at=first, side=givers[first], also=tuple(givers[at] for at in others))


def _joined_behind(tokens: Sequence[Token], givers: dict[int, Side], at: int) -> Iterator[Side]:
    """Who gives together with the one at a position, behind them: "given by Denmark, Latvia and the Netherlands"."""
    while at + 2 < len(tokens) and tokens[at + 1].text in (",", "and"):
        at += 2 + (tokens[at + 2].text == "the")
        if at not in givers:
            return
        yield givers[at]


def _together(tokens: Sequence[Token], givers: dict[int, Side], last: int, low: int) -> list[int]:
    """The positions of those who give together, the last of whom is known: "Denmark, Latvia and the Netherlands gave"."""
    found = [last]
    while True:
        before = found[0] - 1 - (tokens[found[0] - 1].text == "the")
        joined = tokens[before].text == "and" if len(found) == 1 else tokens[before].text == ","
        if not joined or before - 1 not in givers or before - 1 < low:
            return found
        found.insert(0, before - 1)


def _before(
    tokens: Sequence[Token], givers: dict[int, Side], good: Good, high: int, taker: Side, at: int
) -> _Giver | None:
    """Who gives goods in front of which they stand: "Sweden has parted with", "Spain's second instalment of", "Denmark with"."""
    behind = [t.text for t in tokens[good.high : high]]
    between = tokens[_behind_partners(tokens, at + 1, good.low) : good.low]
    words = [t.text for t in between]
    others = [t for t in between if isinstance(m := t.mention, ActorMention) and taker.key not in (m.key, m.acts_for)]
    named = any(isinstance(m := t.mention, WeaponMention) and m.form == "name" for t in between)
    if others or named or _DENIED & set(words) or ";" in words:
        return None
    if words[:1] in (["'s"], ["’s"]):
        if _AWAITED & set(behind) and not any(w in _GAVE for w in words):
            # "Australia's 49 Abrams (A$245m) were still awaiting shipment"
            return _Giver(at, givers[at], Stage.PLANNED)
        told = [w for w in (*words, *behind[:8]) if w in _GIVES]
        if (_DENIED & set(behind[:3]) and not told) or not (told or ":" in words):
            return None
        return _Giver(at, givers[at], _stage(told, behind))
    if set(words) & _BOUGHT and _is_for(tokens[good.high : high], taker):
        return _Giver(at, givers[at], Stage.PLANNED if _TO_COME & set(words) else Stage.DONATED)
    verbs = [w for w in words if w in _GIVES]
    if words[-1:] in (["on"], ["about"], ["against"]):
        # "delivered a report on Leopard tanks"
        return None
    if verbs and not {"for", "from", "by", "against"} & set(words[: words.index(verbs[-1])]):
        joint = next((n for n in range(good.low - 1, at, -1) if tokens[n].text == "and"), None)
        # "repeated its pledge of last year and handed over six": the year is that of the pledge
        since = joint if any(t.kind == "date" for t in tokens[at:joint]) else None
        return _Giver(at, givers[at], _stage(words, behind), since=since)
    if all(w in ("with", "a", "an", "the", "its", "all", "also", ",", "another", "further") for w in words):
        # "Denmark with 19", "Norway six"
        opens = at == 0 or tokens[at - 1].text in (",", ";", "and", "while", "but", "the", "as")
        return _Giver(at, givers[at], None) if opens else None
    return None


def _far_giver(tokens: Sequence[Token], givers: dict[int, Side], good: Good, high: int, at: int) -> _Giver | None:
    """Who a sentence begins with and, after other words, gives goods: "Spain confirmed its billion and handed over ten tanks"."""
    opens = at == 0 or (at == 1 and tokens[0].text == "the")
    start = next((n for n in range(good.low - 1, at, -1) if tokens[n].text in ("and", ",", ";")), at)
    verb = next((n for n in range(start + 1, good.low) if tokens[n].text in _GIVES), None)
    if not opens or verb is None or verb != start + 1 or tokens[start].text != "and" or good.low - verb > 3:
        return None
    if good.low - at > _FARTHEST or any(t.text in ("but", "that", "which", "who") for t in tokens[at:start]):
        return None
    stage = _stage([tokens[verb].text], [t.text for t in tokens[good.high : high]])
    return _Giver(at, givers[at], stage, since=verb)


def _joins_in(tokens: Sequence[Token], at: int) -> bool:
    """Whether a state only helps another to give: "together with the Netherlands and Germany", "paid jointly with Norway"."""
    position = at - 1
    while position > 0 and (tokens[position].kind == "actor" or tokens[position].text in ("and", "the")):
        position -= 1
    return position > 0 and tokens[position].text in ("with", "alongside") and tokens[position - 1].text != "parted"


def _behind_partners(tokens: Sequence[Token], at: int, end: int) -> int:
    """Where a sentence goes on behind those who join in: "Denmark, together with the Netherlands and Germany, will donate"."""
    if [t.text for t in tokens[at : at + 1]] != [","] or at + 1 >= end or tokens[at + 1].text not in _JOINING:
        return at
    return next((n + 1 for n in range(at + 2, end) if tokens[n].text == ","), at)


_AWAITED = frozenset("awaiting await awaits awaited".split())
_JOINING = frozenset("together along alongside jointly with".split())


def _is_for(tokens: Sequence[Token], taker: Side) -> bool:
    """Whether goods are bought for the one at war: "has ordered 24 systems for Kyiv"."""
    for n, token in enumerate(tokens[:8]):
        if token.text in ("for", "to"):
            return any(
                isinstance(m := t.mention, ActorMention) and taker.key in (m.key, m.acts_for)
                for t in tokens[n + 1 : n + 4]
            )
    return False


def _stage(words: Sequence[str], behind: Sequence[str]) -> Stage:
    """Donated, unless the verbs speak of promises that nothing says have been kept."""
    verbs = [w for w in words if w in _GIVES]
    if set(behind[:9]) & _THERE and not _DENIED & set(behind[:9]):
        return Stage.DONATED
    if _TO_COME & set(words) or (verbs and verbs[-1] in _PROMISED):
        return Stage.PLANNED
    return Stage.DONATED


def _drafts(line: Line, stops: Sequence[int], pairs: Sequence[tuple[Good, _Giver]], taker: Side) -> Iterator[Draft]:
    """One draft for each giver; goods of one kind with a time each are gifts of their own."""
    tokens = line.tokens
    groups: list[list[tuple[Good, _Giver]]] = []
    for good, giver in pairs:
        last = groups[-1][-1] if groups else None
        if last is not None and last[1].at == giver.at and not giver.apart and not _apart(tokens, last[0], good):
            groups[-1].append((good, giver))
        else:
            groups.append([(good, giver)])
    shared: list[DateMention] = []
    for n, group in enumerate(groups):
        giver = group[0][1]
        goods = [g for g, _ in group]
        low = min(giver.at, goods[0].low)
        # what is said of goods that nobody here gives is not said of the gift
        high = min([_high(groups, n, len(tokens)), *(s for s in stops if s > goods[-1].low)])
        stage = giver.stage or Stage.DONATED
        lent = stage is Stage.DONATED and any(t.text in _LENT for t in tokens[low : goods[0].low])
        stage = Stage.DELIVERED if lent else stage
        since = low if giver.since is None else giver.since
        dates = dates_in(tokens[since:high]) or _dates_in_front(tokens, groups[0][0][1].at)
        if not dates and giver.elliptic and n and groups[n - 1][0][1].since is None:
            dates = shared
        shared = dates
        due = [d for d in dates if (d.period.edtf or "").startswith("../") and stage is Stage.PLANNED]
        near = next((n for n in range(goods[-1].high, high) if tokens[n].text in ("and", ";", "which")), high)
        money = [
            m
            for t in tokens[since:near]
            if isinstance(m := t.mention, ValueMention) and m.kind == "money" and not m.per
        ]
        first = Draft(
            line=line,
            start=min(tokens[low].start, goods[0].start),
            end=max(tokens[giver.at].end, goods[-1].end),
            kind=TransferKind.LEASE if lent else TransferKind.DONATION,
            stage=stage,
            modality=Modality.PLANNED if stage is Stage.PLANNED else Modality.ASSERTED,
            recipient=taker,
            stated_recipient=True,
            goods=[evolve(g, whole=None, of_total=False) for g in goods],
            money=money[:1],
            dates=[Dated(stage=stage, mention=d) for d in dates if d not in due][:1],
            deliveries=[Drop(weapon=goods[0].weapon, number=goods[0].number, date=d, done=False) for d in due[:1]],
        )
        sides = (giver.side, *giver.also)
        alike = len({g.weapon.key for g in goods if g.weapon is not None}) == 1 and all(g.number for g in goods)
        told_apart = alike or any(t.text == "respectively" for t in tokens[low:high])
        if len(sides) > 1 and len(goods) == len(sides) and told_apart:
            for side, good in zip(sides, first.goods, strict=True):
                yield evolve(first, supplier=side.without_firm(), goods=[good], dates=list(first.dates))
            continue
        for side in sides:
            yield evolve(first, supplier=side.without_firm(), dates=list(first.dates), money=list(first.money))


def _dates_in_front(tokens: Sequence[Token], giver: int) -> list[DateMention]:
    """The date of the phrase that a sentence opens with: "At the summit in Madrid on 28 June, ministers added three each"."""
    comma = next((n for n in range(min(giver, _FARTHEST) - 1, 0, -1) if tokens[n].text == ","), 0)
    if not comma or tokens[0].text not in _FRONTED:
        return []
    return [d for d in dates_in(tokens[:comma]) if "/" not in (d.period.edtf or "")][:1]


def _apart(tokens: Sequence[Token], one: Good, other: Good) -> bool:
    """Whether two goods of one giver have a time each: "1.5 million shells in 2024 and up to 1.8 million this year"."""
    same = one.weapon is not None and other.weapon is not None and one.weapon.key == other.weapon.key
    return same and any(t.kind == "date" for t in tokens[one.high : other.low])


def _high(groups: Sequence[Sequence[tuple[Good, _Giver]]], n: int, end: int) -> int:
    """Where the words about a gift end: where those about the next one begin."""
    if n + 1 == len(groups):
        return end
    good, giver = groups[n + 1][0]
    return min(good.low, giver.at) if giver.at > groups[n][-1][0].high or giver.at < good.low else good.low
