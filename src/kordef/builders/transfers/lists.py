"""Deals in lists without verbs: "Germany: 18 Leopard 2A6, 25 PzH 2000" under a heading that says what it lists."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from attrs import evolve

from kordef.builders.goods import Good
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.transfers.aid_sales import goes_elsewhere, is_gift_sequel, recast
from kordef.builders.transfers.deals import Dated, Draft, Drop, Listing, Side
from kordef.builders.transfers.details import dates_in, sums_in
from kordef.builders.transfers.goods import goods_in
from kordef.builders.transfers.parts import spans_between
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.sharing import countable
from kordef.builders.transfers.statuses import mark, status_in
from kordef.builders.transfers.wars import AIDED, names_aided
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention, ValueMention
from kordef.vocabulary import ActorKind, Counting, EvidenceKind, Stage, TransferKind

__all__ = ["announces", "listed", "note_day", "note_heading", "remarked"]

_GIFTS = frozenset(
    "aid donated donations donation gifts given pledged weapons assistance support contributions gave pledges".split()
)
_AID = frozenset("aid donated donations donation gifts given assistance donors".split())
_PLEDGES = frozenset(
    "pledged pledges pledge promised promises promise commitments committed planning preparation planned".split()
)
_SALES = frozenset(
    (
        "orders order contracts contract sales sale purchases purchase exports buyers customers outstanding undelivered backlog"
    ).split()
)
_NOTICES = frozenset(
    "notifications notification certifications certified notified notices approvals approved cleared".split()
)
_RECEIVED = frozenset("received receives receiving receive recipient obtained got gets incoming inbound".split())
_PARTNERS = frozenset("partners donors allies friends foreign abroad external outside international givers".split())
_SENT = frozenset("provided sent supplied gave delivered contributed grants help".split())
_MEET = frozenset("met meeting announced pledged promised gathered convened said".split())


def note_heading(line: Line, above: Listing | None = None) -> Listing | None:
    """What the lists under a heading or behind a sentence with a colon tell; gifts go on being for whom those ``above`` were."""
    words = {t.text for t in line.tokens if t.kind == "word"}
    for token in line.tokens:
        if names_aided(token):
            # "Ukraine Support Tracker"
            words.update(token.text.lower().split())
    if words & _NOTICES:
        return Listing(kind="notices", stage=Stage.PLANNED)
    if words & _SALES:
        if above is not None and above.taker is not None and line.kind is BlockKind.HEADING and _names_one(line):
            # "India (sales)" in a tracker of aid
            return above
        return Listing(kind="sales", stage=Stage.SIGNED)
    takers = [
        (n, m)
        for n, t in enumerate(line.tokens)
        if isinstance(m := t.mention, ActorMention) and m.key in AIDED and m.kind is ActorKind.STATE
    ]
    if not takers and words & _AID:
        # "Military aid to Moldova", "What has been given to Georgia"
        marks = ("to", "for", ":", "–", "—") if "tracker" in words else ("to", "for")
        takers = _only_state(line, lambda before: before in marks)
    got = words & _RECEIVED and words & (_GIFTS - {"weapons"} | {"grants", "help"})
    given = words & _PARTNERS and words & (_GIFTS | _SENT)
    if not takers and (got or given):
        # "Moldova: security assistance received", "Aid that Kenya has received", "Fiji: what partners have sent"
        takers = _only_state(line, lambda before: before != "from")
        words = words | {"given"} if takers else words
    # "Air defence for Kyiv"
    meant = any(m.key in AIDED and n > 0 and line.tokens[n - 1].text in ("for", "to") for n, m in takers)
    if not words & _GIFTS and not meant:
        return None
    taker = Side(key=takers[0][1].key, witness=takers[0][1]) if takers else None
    if taker is None and above is not None and above.kind == "gifts" and line.kind is not BlockKind.TITLE:
        taker = above.taker
    # "Who gave what: pledges by donor"
    stage = Stage.PLANNED if words & _PLEDGES and words.isdisjoint(("gave", "given", "donated")) else Stage.DONATED
    return Listing(kind="gifts", stage=stage, taker=taker)


def _only_state(line: Line, stands: Callable[[str], bool]) -> list[tuple[int, ActorMention]]:
    """The mentions of the one state that a heading names as a noun, by the words before them; none where it names several."""
    found = [
        (n, m)
        for n, t in enumerate(line.tokens)
        if isinstance(m := t.mention, ActorMention)
        and m.kind is ActorKind.STATE
        and m.form != "adjective"
        and stands(line.tokens[n - 1].text if n else "")
    ]
    return found if len({m.key for _, m in found}) == 1 else []


def _names_one(line: Line) -> bool:
    """Whether a heading names one state and little else: "India (sales)"."""
    return sum(t.kind == "actor" for t in line.tokens) == 1 and sum(t.kind == "word" for t in line.tokens) <= 3


def announces(line: Line) -> bool:
    """Whether a sentence says that a list comes: "Following is a list of jets pledged to Ukraine."."""
    return "list" in line.texts and not line.texts.isdisjoint(("following", "here", "below"))


def note_day(listing: Listing, line: Line) -> Listing:
    """The listing with the day on which its pledges were made: "Ministers met in Brussels on Wednesday"."""
    if listing.stage is not Stage.PLANNED or listing.kind != "gifts" or listing.date is not None:
        return listing
    if _MEET.isdisjoint(line.texts):
        return listing
    date = next((m for t in line.tokens if isinstance(m := t.mention, DateMention) and not m.dateline), None)
    return evolve(listing, date=date) if date is not None and len(date.period.edtf or "") == 10 else listing


def listed(scene: Scene, line: Line, clauses: Clauses) -> tuple[list[Draft], Line | None]:
    """The deals in a line of the form "State: goods", or of goods alone, as the title or heading above says.

    The second is the sentence that stands behind the list in the same line, if there is one.
    """
    tokens = line.tokens
    end = _end(clauses) if ";" in line.texts else len(tokens)
    drafts = _listed(scene, line, clauses, end)
    return drafts, evolve(line, tokens=tokens[end + 1 :]) if drafts and end + 1 < len(tokens) else None


def _listed(scene: Scene, line: Line, clauses: Clauses, end: int) -> list[Draft]:
    tokens = line.tokens
    if len(tokens) < 2:
        return []
    listing = scene.lists
    gifts = listing is not None and listing.kind == "gifts"
    opens = tokens[0].kind in ("value", "weapon") or (tokens[0].text == "all" and tokens[1].kind == "value")
    if line.kind is BlockKind.LIST_ITEM and opens and listing is not None:
        if gifts:
            return _gifts(scene, line, clauses)
        if listing.kind == "sales" and (sold := _sold(scene, line, clauses)):
            return sold
    if len(tokens) < 4 or tokens[1].text not in (":", "–", "—", "-") or not isinstance(tokens[0].mention, ActorMention):
        return []
    side = scene.side(tokens[0].mention)
    if side is None or not side.official or not _WITHHELD.isdisjoint(line.texts):
        return []
    if listing is None or (listing.kind == "sales" and _is_estimate(tokens[:end])):
        # "Denmark: 36 missiles, est. $8.5 billion (August 29, 2025)" is how notices of possible sales are summed up
        if not _is_estimate(tokens[:end]):
            return []
        listing = Listing(kind="notices", stage=Stage.PLANNED)
    if listing.kind == "sales" and any(v.kind == "finite" and 1 < v.start < end for v in clauses.verbs):
        # "Thailand: The air force took up an option for four aircraft": a sentence, which tells who does what
        return []
    goods = [
        g
        for g in goods_in(scene, line, clauses)
        if 1 < g.low < end and countable(g, named=True) and (tokens[g.low - 1].text != "(" or _is_tracked(tokens, g))
    ]
    if listing.kind != "gifts" and any(
        v.kind == "finite" and 1 < v.start < goods[0].low for v in clauses.verbs if goods
    ):
        # "Australia: Canberra said it would give 14 tanks to Ukraine": its verb says who gets what
        return []
    for tracked in [g for g in goods if _is_tracked(tokens, g)]:
        # "F-16s (24 pledged, 6 delivered)": the second number is no further goods
        goods = [g for g in goods if not tracked.high <= g.low < _bracket_end(tokens, tracked)]
    drafts = [_draft(scene, line, listing, side, case, *span) for case, span in _cases(tokens, goods, end)]
    return [d for d in drafts if d.recipient is not None and _tells_enough(d) and not _stays_home(d)]


def _sold(scene: Scene, line: Line, clauses: Clauses) -> list[Draft]:
    """The sale of an item that names the buyer behind the goods: "24 K9 howitzers to Norway, 2017" below "Korea's exports"."""
    tokens = line.tokens
    named = [g for g in goods_in(scene, line, clauses) if g.weapon is not None]
    # "48 FA-50 jets for Poland, twelve of which have been delivered"
    last = next(
        (n for n, g in enumerate(named) if [t.text for t in tokens[g.high : g.high + 1]] in (["to"], ["for"])), -1
    )
    goods = named[: last + 1]
    at = goods[-1].high if goods else len(tokens)
    if at + 1 >= len(tokens) or tokens[at].text not in ("to", "for") or any(t.text in _OPEN for t in tokens):
        return []
    at += 1 + (tokens[at + 1].text == "the")
    actor = tokens[at].mention if at < len(tokens) else None
    taker = scene.side(actor) if isinstance(actor, ActorMention) else None
    if taker is None or not taker.is_state or taker.company is not None or not any(g.number for g in goods):
        return []
    dates = [m for t in tokens[at:] if isinstance(m := t.mention, DateMention) and m.period.edtf]
    draft = Draft(
        line=line,
        start=tokens[0].start,
        end=tokens[at].end,
        kind=TransferKind.SALE,
        stage=Stage.SIGNED,
        recipient=taker,
        stated_recipient=True,
        goods=goods,
        money=list(sums_in(line, at, len(tokens))),
        dates=[Dated(stage=Stage.SIGNED, mention=d) for d in dates[:1] if not _is_due(tokens, d)],
    )
    draft.supplier = _other(scene, taker, aided=False) or _origin(draft)
    return [draft] if draft.supplier is not None else []


_OPEN = frozenset("option options offered planned possible proposed talks negotiation cancelled considered".split())


def remarked(scene: Scene, line: Line) -> bool:
    """Whether a short sentence behind an item of a list of gifts calls it a sale, which it then is: "Purchase, not aid."."""
    if scene.lists is None or scene.lists.kind != "gifts" or not line.kinds.isdisjoint(("value", "weapon", "actor")):
        return False
    gift = is_gift_sequel([t.text for t in line.tokens if t.kind == "word"])
    known = [d for d in scene.deals[-4:] if d.line.block == line.block and d.line.story == line.story]
    if gift is None or not known:
        return False
    recast(known, gift=gift)
    return True


def _stays_home(draft: Draft) -> bool:
    """Whether a state orders what its own industry makes."""
    at_home = draft.recipient is not None and draft.origins.keys() == {draft.recipient.key}
    return draft.kind is not TransferKind.DONATION and at_home


def _tells_enough(draft: Draft) -> bool:
    if not draft.weapons:
        return False
    if draft.kind is TransferKind.PLAN and any(w.form == "name" for w in draft.weapons):
        return True
    return draft.counted or ((bool(draft.money) or bool(draft.dates)) and any(w.form == "name" for w in draft.weapons))


def _end(clauses: Clauses) -> int:
    """Where the list ends: at the semicolon behind which a sentence stands."""
    tokens = clauses.tokens
    for at, token in enumerate(tokens):
        if token.text == ";" and any(v.kind == "finite" and v.start > at for v in clauses.verbs):
            return at
    return len(tokens)


def _is_estimate(tokens: Sequence[Token]) -> bool:
    return any(
        isinstance(m := t.mention, ValueMention) and m.kind == "money" and m.exact.lower().startswith(("est", "up to"))
        for t in tokens
    )


def _cases(tokens: Sequence[Token], goods: Sequence[Good], end: int) -> Iterator[tuple[list[Good], tuple[int, int]]]:
    """The goods of each deal with the positions between which it is told: most lists tell of one."""
    groups: list[list[Good]] = []
    for good in goods:
        optional = any(t.text in ("option", "options") for t in tokens[max(0, good.low - 3) : good.low])
        if groups and (optional or not _apart(tokens, groups[-1][-1], good)):
            groups[-1].append(evolve(good, counting=Counting.OPTION) if optional else good)
        else:
            groups.append([good])
    lows = [g[0].low for g in groups]
    for n, group in enumerate(groups):
        high = lows[n + 1] if n + 1 < len(groups) else end
        yield group, (0 if n == 0 else lows[n], high)


def _apart(tokens: Sequence[Token], one: Good, other: Good) -> bool:
    """Whether words set goods apart from those before: "on top of 500 announced earlier", "as a separate case"."""
    words = [t.text for t in tokens[one.high : other.low]]
    return (
        "separate" in words
        or "separately" in words
        or ";" in words
        or any(a == "top" and b == "of" for a, b in pairwise(words))
        or "addition" in words
        or _bracketed_stage(tokens, one) is not _bracketed_stage(tokens, other)
        or other.whole is not None
    )


def _draft(scene: Scene, line: Line, listing: Listing, side: Side, goods: Sequence[Good], low: int, high: int) -> Draft:
    tokens = line.tokens
    dates = [
        m
        for n, t in enumerate(tokens[low:high], low)
        if isinstance(m := t.mention, DateMention) and m.period.edtf and not _of_more(tokens, goods, n)
    ]
    gift = listing.kind == "gifts"
    coming = [d for d in dates if (d.period.edtf or "").startswith("../") or _is_due(tokens, d, gift=gift)]
    stage, kind = listing.stage, TransferKind.DONATION if gift else TransferKind.SALE
    came = _arrived(tokens, goods[0])
    if gift:
        stage = _bracketed_stage(tokens, goods[0]) or stage
        stage = Stage.DONATED if came is not None else stage
    if gift and _is_earlier(tokens, goods, high):
        dates = []
    if listing.kind == "notices":
        kind = TransferKind.PLAN
    if gift and _is_earlier(tokens, goods, high) and any(t.text in _GIVEN for t in tokens[goods[-1].high : high]):
        stage = Stage.DONATED
    draft = Draft(
        line=line,
        start=tokens[0].start if low == 0 else goods[0].start,
        end=goods[-1].end,
        kind=kind,
        stage=stage,
        goods=[evolve(g, whole=None, of_total=False) for g in goods],
        money=list(sums_in(line, max(low, 2), high)),
        dates=[Dated(stage=stage, mention=d) for d in dates if d not in coming][:1],
        deliveries=[Drop(weapon=goods[0].weapon, date=d, done=False) for d in coming[:1]],
        additional=low > 0,
    )
    if gift and came is not None:
        draft.deliveries.append(Drop(weapon=goods[0].weapon, number=came, done=True))
    if not draft.dates and listing.date is not None and not _is_earlier(tokens, goods, high):
        draft.dates = [Dated(stage=stage, mention=listing.date)]
    taker = listing.taker.implied() if gift and listing.taker is not None else None
    other = taker or _other(scene, side, aided=gift)
    if gift:
        draft.supplier, draft.recipient = side, other
    else:
        draft.recipient, draft.supplier = side, _origin(draft) or other
    draft.stated_recipient = draft.recipient is not None
    if listing.kind == "sales":
        for first, end in spans_between(tokens[:high], goods[-1].high, (",",)):
            if first > goods[-1].high and (status := status_in(tokens[first:end])) is not None:
                mark(draft, status, tokens[first:end])
    return draft


def _of_more(tokens: Sequence[Token], goods: Sequence[Good], at: int) -> bool:
    """Whether a date behind goods is that of others: "one battery delivered, a second promised in June"."""
    behind = [t.text for t in tokens[goods[-1].high : at]]
    return "," in behind and bool(_MORE & set(behind)) and bool(_GIVEN & set(behind[:2]))


_MORE = frozenset("second third another further more next".split())


def _bracketed_stage(tokens: Sequence[Token], good: Good) -> Stage | None:
    """The stage that a bracket behind goods names: "19 F-16 (pledged)"."""
    behind = tokens[good.high : good.high + 2]
    if behind and behind[0].text in _GIVEN_OR_PLEDGED:
        # "eight Leopard 2A4 delivered, 22 F-16s pledged"
        return Stage.DONATED if behind[0].text in _GIVEN else Stage.PLANNED
    if len(behind) < 2 or behind[0].text != "(":
        return None
    if behind[1].text in _DUE_OR_PLEDGED:
        return Stage.PLANNED
    return Stage.DONATED if behind[1].text in _GIVEN else None


def _is_tracked(tokens: Sequence[Token], good: Good) -> bool:
    """Whether a tracker counts in a bracket behind goods how many are promised: "F-16s (24 committed, 6 delivered)"."""
    behind = tokens[good.high].text if good.high < len(tokens) else ""
    return good.number is not None and tokens[good.low - 1].text == "(" and behind in _PLEDGES


def _bracket_end(tokens: Sequence[Token], good: Good) -> int:
    return next((n for n in range(good.high, len(tokens)) if tokens[n].text == ")"), len(tokens))


def _arrived(tokens: Sequence[Token], good: Good) -> ValueMention | None:
    """How many of the goods that a tracker counts have come; ``None`` where none have."""
    for at in range(good.high, _bracket_end(tokens, good) - 1) if _is_tracked(tokens, good) else ():
        number = tokens[at].mention
        if isinstance(number, ValueMention) and tokens[at + 1].text in _GIVEN and number.amount.high != 0:
            return number
    return None


_WITHHELD = frozenset("withheld refused refuses denied vetoed blocked rejected".split())
_GIVEN = frozenset("given delivered sent donated supplied handed".split())
_GIVEN_OR_PLEDGED = _GIVEN | _PLEDGES


def _is_due(tokens: Sequence[Token], date: DateMention, *, gift: bool = False) -> bool:
    """Whether a date is that of a delivery; for a gift only of one to come: "delivered 2022" is when it was given."""
    at = next(n for n, t in enumerate(tokens) if t.mention is date)
    before = [t.text for t in tokens[max(0, at - 4) : at]]
    if gift and "delivered" in before and "be" not in before:
        return False
    return any(word in ("arrive", "due", "delivery", "delivered", "handed") for word in before)


def _is_earlier(tokens: Sequence[Token], goods: Sequence[Good], high: int) -> bool:
    """Whether goods were promised at another time: "on top of 500 announced earlier"."""
    return any(t.text in ("earlier", "previously", "already", "before") for t in tokens[goods[-1].high : high])


def _gifts(scene: Scene, line: Line, clauses: Clauses) -> list[Draft]:
    """The gifts in a list of goods whose giver and taker the title names: "five howitzers (a further three promised)"."""
    goods = [g for g in goods_in(scene, line, clauses) if g.weapon is not None]
    sides = {s.key: s for s in (*scene.title, *scene.head)}
    takers = [s for k, s in sides.items() if k in AIDED]
    givers = [s for k, s in sides.items() if k not in AIDED]
    if not goods or len(takers) != 1 or len(givers) != 1 or _gives_none(line) or goes_elsewhere(scene, line, sides):
        return []
    bracket = next((n for n, t in enumerate(line.tokens) if t.text == "("), len(line.tokens))
    out: list[Draft] = []
    for low, high in ((0, bracket), (bracket, len(line.tokens))):
        own = [g for g in goods if low <= g.low < high]
        told = [g for g in own if g.group == own[0].group]
        tokens = line.tokens[low:high]
        to_come = any(t.text in _TO_COME for t in tokens)
        if not told or (low and not to_come):
            continue
        dates = dates_in(tokens)[:1]
        stage = Stage.PLANNED if to_come or scene.lists is None else scene.lists.stage
        draft = Draft(
            line=line,
            start=told[0].start,
            end=told[-1].end,
            kind=TransferKind.DONATION,
            stage=stage,
            supplier=givers[0].implied(),
            recipient=takers[0].implied(),
            stated_recipient=True,
            goods=told,
            additional=bool(low),
        )
        if to_come:
            draft.deliveries = [Drop(weapon=told[0].weapon, number=told[0].number, date=d, done=False) for d in dates]
        else:
            draft.dates = [Dated(stage=stage, mention=d) for d in dates]
        out.append(draft)
    return out


def _gives_none(line: Line) -> bool:
    """Whether an entry says that there were none: "shells: none directly", "Taurus: not supplied"."""
    return any(a.text == ":" and b.text in _NONE for a, b in pairwise(line.tokens))


_NONE = frozenset(["none", "no", "not", "nothing", "never"])


_TO_COME = frozenset(["promised", "pledged", "planned", "will", "to", "due"])
_DUE_OR_PLEDGED = _TO_COME | _PLEDGES


def _other(scene: Scene, side: Side, *, aided: bool) -> Side | None:
    """The other party that the heading or title names alone; for gifts the one at war, whoever else is named."""
    for sides in (scene.head, scene.title):
        named = {s.key: s for s in sides if s.key != side.key}
        taker = next((s for k, s in named.items() if k in AIDED), None) if aided else None
        if taker is not None or len(named) == 1:
            found = taker or next(iter(named.values()))
            return Side(key=found.key, witness=found.witness, kind=EvidenceKind.IMPLIED)
    return None


def _origin(draft: Draft) -> Side | None:
    """The country that all the goods with a known home come from."""
    origins = draft.origins
    if len(origins) != 1:
        return None
    side = Side.home_of(next(iter(origins.values())))
    return side if draft.recipient is None or side.key != draft.recipient.key else None
