"""What stands around a deal in its sentence: sums, dates, deliveries, terms, what is replaced and who lost."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from kordef.builders.grammar.clauses import CONTROL, clauses_of
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.grammar.when_clauses import opening, time_before
from kordef.builders.once import once
from kordef.builders.terms import terms_in
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.dates import moves, put_date, until_of
from kordef.builders.transfers.deals import TITLES, Dated, Draft
from kordef.builders.transfers.links import apposed
from kordef.builders.transfers.words import BEATS, HANDED_ON, NOT_PRICES, SPENDING
from kordef.mentions.model import ActorMention, DateMention, ValueMention, WeaponMention
from kordef.vocabulary import Modality, Stage

__all__ = ["RIVAL_WORDS", "add_terms", "beaten", "dates_in", "fill", "note_terms", "owners", "replaced", "sums_in"]


def owners(line: Line, found: Sequence[Chain], telling: Sequence[bool] | None = None) -> dict[int, int]:
    """For each date and sum of a sentence, by position, the chain that it belongs to, by its place in the list.

    ``telling`` says which chains tell of a deal; the others own nothing.
    """
    out: dict[int, int] = {}
    owned = [n for n, token in enumerate(line.tokens) if token.kind in ("date", "value")]
    if not owned:
        return out
    telling_chains = [(n, chain) for n, chain in enumerate(found) if telling is None or telling[n]]
    spans = [(n, chain, *_stretch(line, chain), _explained(line, chain)) for n, chain in telling_chains]
    for position in owned:
        best: tuple[int, int] | None = None
        for n, chain, low, high, explained in spans:
            if _fronts(line, chain, position):
                # "... for 8 billion, on Wednesday agreed to take"
                best = (len(line.tokens), n)
                continue
            if position == high + 1 and line.tokens[high].text == ":" and line.tokens[position].kind == "value":
                # "is getting 89 Bradleys under an arrangement signed in January 2022: $145.3 million"
                inside = True
            else:
                inside = low <= position < high
            if not inside or position in explained or _of_other_noun(line, found, n, position):
                continue
            if line.tokens[position].kind == "date" and _in_time_clause(chain, position):
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


def _stretch(line: Line, chain: Chain) -> tuple[int, int]:
    """Where the words about a deal begin and end (exclusive)."""
    low = min(chain.scope, *(m.begin for m in chain.matches))
    low = min(_with_leading_date(line, low), _with_noun(line, low), _with_permission(line, chain, low))
    return low, len(line.tokens) if _has_list(line, chain) else chain.reach


def _in_time_clause(chain: Chain, at: int) -> bool:
    """Whether a date is that of a clause behind "after" or "since": "was completed weeks after it was chosen on 30 April"."""
    last = max((m.end for m in chain.matches if m.start <= at), default=None)
    if last is None:
        return False
    tokens, tags = chain.line.tokens, chain.clauses.tags
    since = next((n for n in range(last, at) if tokens[n].text in ("after", "since", "before")), None)
    return since is not None and any(tag in ("finite", "main") for tag in tags[since:at])


def _of_other_noun(line: Line, found: Sequence[Chain], own: int, at: int) -> bool:
    """Whether a date is that of another deal's noun: "Monday's deal comes after ..."."""
    if [t.text in ("'s", "’s") for t in line.tokens[at + 1 : at + 2]] != [True]:
        return False
    return any(m.noun and m.begin <= at < m.start for n, c in enumerate(found) if n != own for m in c.matches)


def _fronts(line: Line, chain: Chain, at: int) -> bool:
    """Whether a date stands between a comma or "and" and the verb of a chain: "..., on Wednesday agreed to take"."""
    tokens = line.tokens
    first = min((m.group.start for m in chain.matches if not m.noun), default=-1)
    if tokens[at].kind != "date" or first != at + 1:
        return False
    before = at - 1 if tokens[at - 1].text in ("in", "on") else at
    return before > 0 and tokens[before - 1].text in (",", "and")


def _explained(line: Line, chain: Chain) -> range:
    """The positions of words between commas that explain the subject: "Turkey, thrown out in 2019, gets"."""
    core = chain.core
    end = core.group.start - 1
    if any(apposed(m) for m in chain.matches):
        return range(0)
    if core.noun or end <= core.begin or line.tokens[end].text != ",":
        return range(0)
    first = next((n for n in range(core.begin, end) if line.tokens[n].text == ","), end)
    return range(first, end)


def _with_noun(line: Line, low: int) -> int:
    """Where the words about a deal begin that a clause explains: "the $920 million program under which Romania is acquiring"."""
    tokens = line.tokens
    at = low - 1 if low and tokens[low].text != "which" else low
    if at < 3 or tokens[at].text != "which" or tokens[at - 1].text not in ("under", "through", "by"):
        return low
    if tokens[at - 2].text not in _EXPLAINED:
        return low
    start = at - 2
    while start > 0 and (
        tokens[start - 1].kind in ("value", "date") or tokens[start - 1].text in ("(", ")", "'s", "’s", "-", "won")
    ):
        start -= 1
    return start


def _with_permission(line: Line, chain: Chain, low: int) -> int:
    """Where a sentence begins that first says what permits a deal: "On Tuesday it passed the bill that allows it to buy"."""
    if chain.core.noun or not low > 0:
        return low
    control = chain.clauses.controlled(chain.core.group.start)
    if control is None or CONTROL.get(control[1]) != str(Modality.PLANNED):
        return low
    return 0 if not any(t.text in (";", ":") for t in line.tokens[:low]) else low


_EXPLAINED = frozenset("program programme deal contract project agreement scheme package order arrangement".split())


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
    explained = time_before(tokens, chain.begin)
    for position in owned:
        mention = tokens[position].mention
        if isinstance(mention, ValueMention):
            if _is_price(tokens, position, mention) and not _aside(tokens, chain, position):
                money.append(mention)
                if draft.covers is None:
                    draft.covers = _covered(draft, position)
        elif isinstance(mention, DateMention) and position > skip and mention.period.edtf and not mention.dateline:
            if position == explained:
                continue
            until = until_of(tokens, position)
            if until is not None:
                skip = position + 2
            put_date(draft, chain, position, mention, until)
    when = tokens[explained].mention if explained is not None and not draft.dates else None
    if isinstance(when, DateMention) and when.period.edtf:
        # "in 2021, when it also ordered two tankers"
        draft.dates.append(Dated(stage=Stage.DELIVERED if moves(chain) else draft.stage, mention=opening(when)))


def note_terms(draft: Draft, chain: Chain) -> None:
    """Give a draft the terms that its chain names; where goods are made says something once it is known who gets them."""
    low = min(m.begin for m in chain.matches)
    recipient = draft.recipient.key if draft.recipient else None
    draft.terms.update(terms_in(draft.line.tokens[low : chain.reach], recipient))


def _is_price(tokens: Sequence[Token], at: int, value: ValueMention) -> bool:
    if value.kind != "money" or value.per is not None or value.change:
        return False
    if any(a.text == "of" and b.text == "which" for a, b in pairwise(tokens[max(0, at - 9) : at])):
        # "700 million, of which the firm would have received 150 million"
        return False
    if any(a.text == "part" and b.text == "of" for a, b in pairwise(tokens[max(0, at - 5) : at])) and any(
        t.text in _LARGER for t in (*tokens[max(0, at - 4) : at], *tokens[at + 1 : at + 8])
    ):
        # "the purchase forms part of a broader $17 billion package"
        return False
    following = tokens[at + 1 : at + 3]
    if [t.text for t in following] == ["worth", "of"] and any(t.text in _BESIDE for t in tokens[at + 3 : at + 5]):
        return False
    if any(t.text in SPENDING for t in tokens[max(0, at - 2) : at]):
        # "... and spend 27 billion on the Arctic"
        behind = at + 1
        if following[:1] and following[0].text == "(":
            behind = next((n for n in range(at + 2, min(at + 5, len(tokens))) if tokens[n].text == ")"), at) + 1
        spent = [t.text for t in tokens[behind : behind + 2]]
        if spent[:1] == ["to"] and spent[1:] and spent[1] in ("acquire", "buy", "purchase", "procure", "order"):
            # "has spent $19 billion (17 billion euros) to acquire Rafales"
            return True
        return any(t.text == "for" for t in following[:2]) or _buys_goods(tokens, at + 1)
    if [t.text for t in tokens[at + 2 : at + 4]] in (["under", "which"], ["through", "which"]):
        # "the $920 million program under which Romania is acquiring"
        return True
    if at > 2 and tokens[at - 1].text == "worth" and tokens[at - 3].kind == "weapon":
        # "a contract for missile sales worth $3.5 billion"
        return True
    if any(a.text in _TRADES and b.text in _TOTALS for a, b in pairwise(tokens[max(0, at - 7) : at])):
        # "last year's total export value was provisionally recorded at $9.5 billion"
        return False
    if any(t.text in NOT_PRICES for t in following[:2]):
        return bool(following) and following[0].text == "aid"
    return not any(t.text in NOT_PRICES for t in tokens[max(0, at - 3) : at] if t.kind == "word")


_TRADES = frozenset(["export", "exports", "import", "imports", "sales"])
_TOTALS = frozenset(["value", "volume", "total", "amount", "figure", "target"])
_BESIDE = frozenset(
    "upgrades upgrade training support infrastructure services offsets offset investment investments".split()
)


def _buys_goods(tokens: Sequence[Token], at: int) -> bool:
    """Whether money is spent on a number of arms: "... on 24 wheeled howitzers"."""
    behind = tokens[at : at + 5]
    if [t.text for t in behind[:1]] not in (["on"], ["into"]):
        return False
    return any(t.kind == "weapon" for t in behind) and any(
        isinstance(t.mention, ValueMention) and t.mention.kind == "count" for t in behind
    )


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


def dates_in(tokens: Iterable[Token]) -> list[DateMention]:
    """The dates among tokens that say when."""
    return [m for t in tokens if isinstance(m := t.mention, DateMention) and m.period.edtf]


def add_terms(deal: Draft, line: Line) -> None:
    """Add to a deal that was told before the terms that a sentence names; what is known of it stays."""
    for term, token in terms_in(line.tokens, deal.recipient.key if deal.recipient else None).items():
        deal.terms.setdefault(term, token)


_LARGER = frozenset("package plan programme program budget drive effort scheme strategy".split())


def _covered(draft: Draft, at: int) -> int | None:
    """How many goods stand before a sum that stands inside their list; ``None`` where it stands before or behind them."""
    before = sum(1 for g in draft.goods if g.high <= at)
    return (
        before if 0 < before < len(draft.goods) and draft.goods[before].group != draft.goods[before - 1].group else None
    )


# ---- what makes room, and who lost


@once
def replaced(line: Line) -> tuple[WeaponMention, ...]:
    """The weapons whose place others take: behind "replace", "take over from", "farewell to", "retired its"."""
    tokens = line.tokens
    if _ROOM.isdisjoint(line.texts) or "weapon" not in line.kinds:
        return ()
    clauses = clauses_of(line)
    out: list[WeaponMention] = []
    for position, token in enumerate(tokens):
        if token.text in _NEXT and position and isinstance(old := tokens[position - 1].mention, WeaponMention):
            # "signs for an F-16 successor", "buys a Caesar replacement"
            out.append(old)
        if token.text not in _ROOM or not _makes_room(tokens, position):
            continue
        limit = min(clauses.right_limit(position + 1), position + 14)
        if token.text in _NEXT and not HANDED_ON.isdisjoint(t.text for t in tokens[position + 1 : position + 14]):
            # "as replacements for 19 CAESAR given to Ukraine": a deal of their own
            continue
        # "replace its M109s with K9s"
        limit = next((n for n in range(position + 1, limit) if tokens[n].text in ("with", "by")), limit)
        out.extend(m for t in tokens[position + 1 : limit] if isinstance(m := t.mention, WeaponMention))
    return tuple(out)


def _makes_room(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word says that what stands behind it leaves: "place" only in "take the place of" and "in place of"."""
    text = tokens[at].text
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if text in _REPLACES:
        return True
    if behind is None:
        return False
    if text in _PENSIONS:
        return behind.kind in ("weapon", "value") or behind.text in ("its", "the", "their", "old")
    if text == "over":
        return at > 0 and tokens[at - 1].text in _TAKES and behind.text == "from"
    if text == "from":
        # "move on from legacy equipment", "migrate away from Soviet-era jets"
        back = at - 1 - (at > 0 and tokens[at - 1].text in ("on", "away"))
        return back >= 0 and tokens[back].text in _LEAVES
    if text == "up":
        # "to make up for the six guns sent to Ukraine"
        return at > 0 and tokens[at - 1].text in _MAKES and behind.text == "for"
    if text == "place":
        earlier = tokens[at - 1 - (at > 1 and tokens[at - 1].text == "the")].text if at else ""
        return earlier in _TAKES or earlier == "in"
    return behind.text == _BEHIND.get(text) or (behind.text == "of" and text in _SUCCESSORS)


_REPLACES = frozenset(
    (
        "replace replaces replaced replacing succeed succeeds succeeding supplant supplants supplanted supplanting "
        "supersede supersedes superseded superseding"
    ).split()
)
_MAKES = frozenset(["make", "makes", "made", "making"])
_TAKES = frozenset(["take", "takes", "took", "taking"])
_BEHIND = {
    **dict.fromkeys(["farewell", "goodbye", "good-bye", "adieu", "successor", "successors"], "to"),
    **dict.fromkeys(["phase", "phased", "phasing"], "out"),
    **dict.fromkeys(["replacement", "replacements", "substitute", "substitutes"], "for"),
}
"""Words that say so with another behind them: "farewell to", "phase out"."""
_LEAVES = frozenset(
    "move moves moved moving migrate migrates migrated migrating transition transitions transitioned transitioning "
    "switch switches switched switching shift shifts shifted shifting".split()
)
"""Verbs that leave what "from" names."""
_SUCCESSORS = frozenset(["successor", "successors"])
_NEXT = _SUCCESSORS | {"replacement", "replacements", "substitute", "substitutes"}
"""Nouns behind a weapon for what takes its place."""
_PENSIONS = frozenset(
    "retire retires retired retiring decommission decommissions decommissioned decommissioning "
    "mothball mothballs mothballed mothballing".split()
)
"""Verbs whose object leaves service."""
_ROOM = _REPLACES | _PENSIONS | frozenset(_BEHIND) | {"over", "place", "from", "up"}
RIVAL_WORDS = _ROOM | BEATS
"""Words of sentences that may name what is replaced or who lost."""


_PARTICLES = {"saw": "off", "sees": "off", "turned": "down", "turning": "down", "passed": "over", "passing": "over"}
"""Verbs that tell of losers only with a particle."""


@once
def beaten(line: Line) -> tuple[WeaponMention | ActorMention, ...]:
    """The weapons and firms that lost: behind "beat", "saw off", "edged out", "ahead of", "rejecting bids from"."""
    tokens = line.tokens
    if BEATS.isdisjoint(line.texts):
        return ()
    clauses = clauses_of(line)
    for position, token in enumerate(tokens):
        if token.text not in BEATS:
            continue
        if token.text == "leaving" and "empty-handed" not in line.texts:
            continue
        particle = _PARTICLES.get(token.text)
        if particle and [t.text for t in tokens[position + 1 : position + 2]] != [particle]:
            continue
        limit = clauses.right_limit(position + (2 if particle else 1))
        # "beat Hanwha to a contract for three submarines", "turned down the Lynx in favour of the Redback"
        limit = next((n for n in range(position + 1, limit) if tokens[n].text in ("to", "for", "in")), limit)
        if position == 0:
            # "Passed over were Hanwha with its K9A1 and Konstrukta, whose Zuzana 2 had been withdrawn"
            limit = next((n for n, t in enumerate(tokens) if t.text == ";"), len(tokens))
        if [t.text for t in tokens[limit : limit + 2]] in ([",", "which"], [",", "who"]):
            # "beat KMW and MKE, which had offered the PzH 2000 and the Firtina"
            limit = clauses.right_limit(min(limit + 4, len(tokens)))
        return tuple(
            t.mention
            for t in tokens[position + 1 : limit]
            if isinstance(t.mention, WeaponMention)
            or (isinstance(t.mention, ActorMention) and str(t.mention.kind) == "company")
        )
    return ()
