"""How far a deal has come, and how the sentence puts it: from the verbs and nouns of a chain, their aspect and their modality.

The outermost trigger gives the stage ("approved the purchase": planned; "cancelled its order": cancelled). Then, in this order:

1. words that leave no doubt: agreed in principle, under negotiation, on a shortlist, promised;
2. an end: cancelled, suspended;
3. the aspect of the verb group: considering, negotiating, begun, going on;
4. what is still to come: planned, or only considered where it is possible, conditional, demanded or a seller's hope.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kordef.builders.grammar.clauses import DETERMINERS
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.named_acts import only_named
from kordef.builders.grammar.tokens import Line
from kordef.builders.grammar.verbs import group_before
from kordef.builders.grammar.word_classes import WISHES
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.deals import CONTRACT
from kordef.builders.transfers.denials import undecided
from kordef.builders.transfers.links import apposed, part
from kordef.builders.transfers.noun_prospects import prospect_of
from kordef.builders.transfers.prospects import is_closing, sold_with_leave, taken_back, would_be
from kordef.document import BlockKind
from kordef.vocabulary import Modality, Stage

__all__ = ["stage_of", "to_be_signed"]

_ORDER = {"governor": 0, "deal": 1, "content": 2, "act": 3, "price": 5, "none": 6}
_OPEN = (Modality.POSSIBLE, Modality.PROPOSED, Modality.CONDITIONAL, Modality.DEMANDED)
_SELLS = ("sell", "supply", "deliver", "lend", "lease", "win")
_BUYS = ("buy", "select", "purchase", "sell", "give", "supply", "take")
_BEGINS = ("began", "begin", "begun", "start", "commenc", "continu")
_TALKS = frozenset(["negotiation", "negotiations", "discussion", "discussions", "talks"])
_CONTEST = frozenset(
    (
        "shortlist shortlisted running race contest contention competition tender tenders bid bids bidding candidate candidates "
        "contender contenders campaign competing vying hoping rivals rival favourite favorite"
    ).split()
)


_DONE = CONTRACT | {Stage.SELECTED}
_PROSPECTS = {Stage.CONSIDERED: Modality.POSSIBLE, Stage.PLANNED: Modality.PLANNED, Stage.NEGOTIATING: Modality.PLANNED}
"""How a sentence puts a deal that is still to come."""


def stage_of(chain: Chain) -> tuple[Stage, Modality]:
    """The stage of a chain's deal and the modality of what is said of it."""
    stage, modality = _stage(chain)
    if stage in _DONE and (prospect := prospect_of(chain)) is not None:
        return prospect, _PROSPECTS.get(prospect, modality)
    if (
        stage is Stage.SIGNED
        and _is_tried(chain.core)
        and not any(m.frame.id in ("win", "award", "sign") for m in chain.matches)
    ):
        return Stage.CONSIDERED, Modality.PROPOSED
    if stage is Stage.SIGNED and chain.part("deal") is not None and _in_prospect(chain):
        return Stage.CONSIDERED, Modality.POSSIBLE
    if stage is Stage.SIGNED and _is_over(chain):
        return Stage.CANCELLED, modality
    if stage is Stage.SIGNED and sold_with_leave(chain):
        return (Stage.CANCELLED, modality) if taken_back(chain) else (Stage.PLANNED, Modality.PLANNED)
    if stage is Stage.SIGNED and would_be(chain):
        return Stage.CONSIDERED, Modality.CONDITIONAL
    if stage is Stage.SIGNED and (
        any(_short_of(m) for m in chain.matches) or _is_only_meant(chain) or _yet_to_be(chain)
    ):
        return Stage.PLANNED, Modality.PLANNED
    if undecided(chain) and stage not in (Stage.CANCELLED, Stage.SUSPENDED):
        return Stage.CONSIDERED, Modality.POSSIBLE
    supposed = stage is Stage.SIGNED and chain.line.tokens[0].text in ("if", "were", "should")
    if (stage is Stage.PLANNED or supposed) and _on_condition(chain):
        return Stage.CONSIDERED, Modality.CONDITIONAL
    return stage, modality


def _is_over(chain: Chain) -> bool:
    """Whether a noun before a contract says that it has ended: "announced the termination of the contract for 12 submarines"."""
    tokens = chain.line.tokens
    for deal in (m for m in chain.matches if m.noun and m.frame.id in ("contract", "purchase")):
        words = [t.text for t in tokens[max(0, deal.start - 4) : deal.start]]
        at = next((n for n in range(len(words) - 1) if words[n] in _CALLED_OFF and words[n + 1] == "of"), None)
        if at is not None:
            low = max(0, deal.start - 4) + at
            return _AVERTED.isdisjoint(t.text for t in tokens[max(0, low - 4) : low])
    return False


_CALLED_OFF = frozenset("termination cancellation scrapping rescission abandonment annulment".split())
_AVERTED = frozenset(
    "no not without avoid avoided averted prevent against risk fear fears threat threatened possible urged if".split()
)


def _yet_to_be(chain: Chain) -> bool:
    """Whether an infinitive behind goods says that they are still to be bought: "an additional 16 jets to be purchased later"."""
    core, tokens = chain.core, chain.line.tokens
    if core.noun or core.frame.id != "buy" or len(chain.matches) > 1 or not core.group.passive:
        return False
    before = [t.text for t in tokens[max(0, core.start - 2) : core.start]]
    return before == ["to", "be"] and core.start > 2 and tokens[core.start - 3].kind in ("weapon", "value")


def _is_only_meant(chain: Chain) -> bool:
    """Whether a deal noun is what a paper of intent is about: "The memorandum of understanding concerns the supply of"."""
    core = chain.core
    if (
        not core.noun
        or core.frame.id not in ("sale", "purchase")
        or any(m.start in chain.governing for m in chain.matches)
    ):
        return False
    words = [t.text for t in core.line.tokens[: core.start]]
    at = next((n for n, word in enumerate(words[:3]) if word in _INTENT), None)
    return at is not None and words[0] in ("the", "this", "that") and len(words) - at <= 7 and "," not in words


_INTENT = frozenset(["memorandum", "mou", "memorandums", "mous", "loi"])


def _short_of(verb: Match) -> bool:
    """Whether a signature is only near: "one trip short of signing the order", "close to concluding a contract"."""
    if verb.noun or verb.frame.id != "sign":
        return False
    before = tuple(t.text for t in verb.line.tokens[max(0, verb.start - 2) : verb.start])
    return before in _NEARLY


_NEARLY = frozenset(
    [("short", "of"), ("close", "to"), ("near", "to"), ("away", "from"), ("ahead", "of"), ("near", "of")]
)


def _in_prospect(chain: Chain) -> bool:
    """Whether a deal noun is only what something leads up to: "lays the groundwork for exports", "a step toward a contract"."""
    deal = chain.core
    if not deal.noun or deal.start in chain.governing:
        return False
    near = {t.text for t in chain.line.tokens[max(0, deal.start - 2) : deal.start]}
    if deal.frame.id in ("sale", "purchase", "contract") and not near.isdisjoint(["possible", "potential"]):
        # "agreed to explore possible exports"
        return True
    words = [t.text for t in chain.line.tokens[max(0, _undetermined(deal) - 3) : _undetermined(deal)]]
    return words[-1:] in (["toward"], ["towards"]) or (words[-1:] == ["for"] and not _GROUNDS.isdisjoint(words))


_GROUNDS = frozenset("groundwork foundation foundations hopes prospects".split())


def _stage(chain: Chain) -> tuple[Stage, Modality]:
    ordered = sorted(chain.matches, key=lambda m: _rank(chain, m))
    # what a deal "will cost" does not make it a plan
    telling = [m for m in ordered if part(m) != "price" or len(ordered) == 1]
    modality = next((m.group.modality for m in telling if m.group.modality is not Modality.ASSERTED), Modality.ASSERTED)
    aspects = {
        "future"
        if _to_come(m) or _upcoming(m) or _is_meant(m) or _is_foreseen(m) or _is_only_named(m, chain)
        else m.group.aspect
        if not m.noun
        else _nearing(m)
        for m in telling
    }
    if chain.outer is not None:
        aspects.add(chain.outer.aspect)
        modality = chain.outer.modality if modality is Modality.ASSERTED else modality
    sure = _beyond_doubt(chain, ordered, aspects, modality)
    if sure is not None:
        return sure
    base = _base(chain, ordered)
    if base in (Stage.CANCELLED, Stage.SUSPENDED):
        return base, modality
    if "considering" in aspects:
        return Stage.CONSIDERED, modality
    if "negotiating" in aspects or any(is_closing(m) for m in ordered):
        return Stage.NEGOTIATING, modality
    moved = base is Stage.DELIVERED
    if moved and _begins_later(chain.core):
        # "will start receiving jets before summer"
        return _future(chain, base, modality)
    if moved and "done" not in aspects and _under_which(chain):
        return Stage.SIGNED, modality
    if moved and "future" not in aspects and any(w.startswith(_BEGINS) for w in _words_before(chain.core)):
        # "it has begun to deliver radars"
        return Stage.DELIVERING, modality
    if moved and "ongoing" in aspects:
        # "it is getting radars"
        return Stage.SIGNED, modality
    return _future(chain, base, modality) if "future" in aspects else (base, modality)


def to_be_signed(line: Line) -> bool:
    """Whether a sentence says that the contract is still to be signed: "is expected to be formalised", "will be signed"."""
    for at in _SIGNATURES & line.at.keys():
        for position in line.at[at]:
            before = [t.text for t in line.tokens[max(0, position - 5) : position]]
            if before[-1:] != ["be"]:
                continue
            if before[-2:-1] in (["will"], ["shall"]) or (before[-2:-1] == ["to"] and not _AWAITED.isdisjoint(before)):
                return True
    return False


_SIGNATURES = frozenset("signed formalized formalised finalized finalised concluded inked sealed".split())
_AWAITED = frozenset("expected anticipated scheduled set due likely slated planned".split())


def _beyond_doubt(
    chain: Chain, ordered: Sequence[Match], aspects: set[str], modality: Modality
) -> tuple[Stage, Modality] | None:
    """What words tell that leave no doubt, whatever the triggers say."""
    core = chain.core
    tokens = chain.line.tokens
    around = tokens[max(0, min(m.group.start for m in chain.matches) - 2) : chain.end + 3]
    if any(a.text == "in" and b.text == "principle" for a, b in pairwise(around)):
        return Stage.PLANNED, Modality.PLANNED
    if _agreed(ordered) and any(m.frame.id == "request" for m in ordered):
        # "agreed to a German request to buy the Arrow 3"
        return Stage.PLANNED, Modality.PLANNED
    behind = tokens[chain.end : chain.reach + 3]
    if any(a.text == "on" and b.text in ("hold", "ice") for a, b in pairwise(behind)):
        # "put an order for 54 K9s on hold", "put its plan to buy 54 K9s on hold"
        return Stage.SUSPENDED, modality
    if core.noun and core.frame.id == "contract" and len(chain.matches) == 1 and _contested(core):
        return Stage.CONSIDERED, Modality.POSSIBLE
    if _vied_for(chain):
        return Stage.CONSIDERED, Modality.POSSIBLE
    if core.noun and core.frame.id in ("contract", "sale", "purchase") and len(chain.matches) <= 2:
        before = {t.text for t in tokens[max(0, core.start - 2) : core.start]}
        if "proposed" in before:
            # "the proposed deal includes 76 engines"
            return Stage.PLANNED, Modality.PROPOSED
    if core.noun and ([t.text for t in tokens[:3]] == ["on", "the", "table"] or _under_negotiation(core)):
        return Stage.NEGOTIATING, modality
    promised = tokens[core.start].text.startswith(tuple(core.frame.settings.get("promises", ("\0",))))
    gives = chain.stage_of(core) in (Stage.DELIVERED, Stage.DONATED)
    if promised or (gives and ("agreed" in aspects or _agreed(ordered)) and not _contracted(chain)):
        return Stage.PLANNED, Modality.PLANNED
    return None


def _contracted(chain: Chain) -> bool:
    """Whether a contract that was signed is what provides for a delivery: "signed a contract to deliver 18 jets"."""
    deal = chain.part("deal")
    return (
        deal is not None
        and deal.frame.id == "contract"
        and any(
            m.frame.id in ("sign", "win", "award")
            and m.start in chain.governing
            and m.group.modality is Modality.ASSERTED
            for m in chain.matches
        )
    )


def _rank(chain: Chain, match: Match) -> tuple[int, bool, int]:
    """Outer triggers before inner ones; a deal named behind an act that delivers comes after it."""
    core = chain.core
    order = _ORDER[chain.plays(match)]
    free = match.noun and part(match) == "deal" and match.start not in chain.governing
    fronted = match.start <= 4 and match.line.tokens[0].text in ("under", "in", "with")
    behind = match.start > core.start or (fronted and core.group.aspect != "future")
    if free and not core.noun and behind and chain.stage_of(core) == str(Stage.DELIVERED):
        order = _ORDER["act"] + 1
    if free and apposed(match):
        order = _ORDER["act"] + 1
    # "the order, signed in 2016, was completed": the main verb before what a bare participle adds
    return order, match.reduced, match.start


def _agreed(ordered: Sequence[Match]) -> bool:
    return any(m.frame.id == "sign" and m.line.tokens[m.start].text.startswith("agree") for m in ordered)


def _base(chain: Chain, ordered: Sequence[Match]) -> Stage:
    """The stage before verb groups change it."""
    base = Stage(next((stage for m in ordered if (stage := chain.stage_of(m))), "signed"))
    sealed = any(chain.stage_of(m) == str(Stage.SIGNED) and m.start in chain.governing for m in ordered)
    if base is Stage.PLANNED and sealed:
        # "the purchase, approved in June, was sealed in September"
        base = Stage.SIGNED
    for loose in (m for m in ordered if m.frame.id in _LOOSE and not _is_built_on(m)):
        # a framework that is signed is no contract, and talks that are completed are no delivery
        act = chain.part("act")
        supplies = (
            act is None or act is loose or (loose.frame.id in _LOOSE and loose.start < act.start and _foreseen(act))
        )
        if (base is Stage.SIGNED and supplies) or (base is Stage.DELIVERED and loose.frame.id == "talks"):
            return Stage(loose.frame.settings["stage"])
    return base


_LOOSE = frozenset(["framework", "intent", "talks"])


def _is_built_on(loose: Match) -> bool:
    """Whether a framework is an earlier one that a contract fills in: "signed an order, building on a 2022 framework"."""
    before = [t.text for t in loose.line.tokens[max(0, loose.begin - 4) : loose.start]]
    return any((a, b) in _ON for a, b in pairwise(before)) or not _AFTER.isdisjoint(before)


_ON = frozenset([("building", "on"), ("builds", "on"), ("based", "on"), ("follows", "on"), ("part", "of")])
_AFTER = frozenset(["implementing", "implements", "following"])


def _foreseen(act: Match) -> bool:
    """Whether an infinitive says what a framework is for: "inked a framework agreement to export up to 1,000 tanks"."""
    return not act.noun and act.start > 0 and act.line.tokens[act.start - 1].text == "to"


def _under_which(chain: Chain) -> bool:
    """Whether a delivery is what a deal provides for: "a deal under which Poland gets 48 jets"."""
    low = max(0, min(m.begin for m in chain.matches) - 2)
    words = [t.text for t in chain.line.tokens[low : chain.core.start]]
    present = not chain.line.tokens[chain.core.start].text.endswith("ed")
    return present and ("whereby" in words or any((a, b) == ("under", "which") for a, b in pairwise(words)))


def _future(chain: Chain, base: Stage, modality: Modality) -> tuple[Stage, Modality]:
    deal, core = chain.part("deal"), chain.core
    if deal is not None and deal.frame.id == "contract" and core is not deal and not deal.group.negated:
        governors = [m for m in chain.matches if m.start in chain.governing and not m.noun]
        if core.frame.id == "buy" and deal.line.tokens[deal.end - 1].text == "agreement":
            # "under the agreement Norway will buy": one to buy is not yet one that was bought under
            return Stage.PLANNED, modality
        still_to_come = chain.outer is not None and chain.outer.aspect == "future"
        if not still_to_come and not any(m.group.aspect == "future" for m in governors):
            # "under the contract, Hanwha will supply"
            return Stage.SIGNED, modality
    if base in (Stage.CONSIDERED, Stage.NEGOTIATING, Stage.FRAMEWORK):
        return base, modality
    if modality in _OPEN:
        return Stage.CONSIDERED, modality
    before = {t.text for t in core.line.tokens[core.group.start : core.start]} if not core.noun else set[str]()
    if core.frame.id in _SELLS and before & WISHES:
        # "Hanwha hopes to sell Romania 54 K9s": so far only the seller wants it
        return Stage.CONSIDERED, Modality.POSSIBLE
    if "should" in before and core.frame.id in _BUYS:
        # "Romania should buy the K9" is advice, "the first should arrive in May" an expectation
        return Stage.CONSIDERED, Modality.DEMANDED
    return Stage.PLANNED, modality


def _is_tried(core: Match) -> bool:
    """Whether an act is only what a bid is for: "added a finance deal to its bid to sell submarines"."""
    tokens = core.line.tokens
    return core.start > 1 and tokens[core.start - 1].text == "to" and tokens[core.start - 2].text in _TRIES


_TRIES = frozenset(
    "bid bids offer offers proposal proposals campaign pitch attempt attempts push effort efforts".split()
)


def _on_condition(chain: Chain) -> bool:
    """Whether the sentence sets a condition: "If parliament agrees, Slovakia will order", "... provided that it agrees"."""
    tokens = chain.line.tokens
    if tokens[0].text in ("if", "unless", "should", "were"):
        comma = next((n for n, t in enumerate(tokens) if t.text == ","), len(tokens))
        return comma <= chain.begin
    behind = [t.text for t in tokens[chain.end : chain.reach + 3]]
    return any(w in ("provided", "if", "unless") for w in behind) or any(
        (a, b) in (("subject", "to"), ("on", "condition"), ("as", "long")) for a, b in pairwise(behind)
    )


def _words_before(match: Match) -> list[str]:
    low = match.begin - 3 if match.noun else match.group.start - 1
    return [t.text for t in match.line.tokens[max(0, low) : match.start]]


def _begins_later(match: Match) -> bool:
    """Whether what is to come only begins then: "will start receiving", "is to begin taking delivery of"."""
    low = match.begin if match.noun else match.group.start
    words = [t.text for t in match.line.tokens[max(0, low - 5) : match.start]]
    at = max((n for n, w in enumerate(words) if w.startswith(_BEGINS)), default=0)
    return not _TO_COME.isdisjoint(words[max(0, at - 2) : at])


_TO_COME = frozenset(["will", "shall", "would", "to", "should", "'ll", "’ll"])


def _to_come(verb: Match) -> bool:
    """Whether an infinitive in a title, or right behind who opens a line, tells of what is to come: "Norway to pick tank"."""
    tokens = verb.line.tokens
    at = verb.group.start if tokens[verb.group.start].text != "to" else verb.group.start + 1
    if verb.noun or at < 2 or tokens[at - 1].text != "to" or tokens[at - 2].kind != "actor":
        return False
    opens = at == 2 or (at == 3 and (tokens[0].kind == "actor" or tokens[0].text == "the"))
    return opens or verb.line.kind in (BlockKind.TITLE, BlockKind.SUBTITLE, BlockKind.HEADING)


def _is_meant(verb: Match) -> bool:
    """Whether an infinitive is what somebody means or joins others to do: "intentions to obtain", "will join them to buy"."""
    if verb.noun or verb.group.passive:
        return False
    before = [t.text for t in verb.line.tokens[max(0, verb.start - 8) : verb.start]]
    if before[-1:] == ["to"] and before[-2:-1] and before[-2] in _MEANT:
        return True
    if before[-1:] in (["on"], ["about"], ["for"]) and not _PAPERS.isdisjoint(before[-4:]):
        # "a letter of intent on buying CV90s"
        return True
    if before[-2:] == ["process", "of"]:
        # "the process of procuring further launchers is ongoing"
        return True
    joined = before[-1:] in (["to"], ["in"]) and "join" in before
    return joined and not _FUTURE.isdisjoint(before[: before.index("join")])


def _is_only_named(verb: Match, chain: Chain) -> bool:
    """Whether an infinitive only names an act that nothing says was done: "under pressure to buy", "a mistake to sell"."""
    if verb.noun or verb.group.aspect != "plain" or part(verb) not in ("act", "governor"):
        return False
    low = only_named(verb.line.tokens, verb.group.start, verb.start)
    return low is not None and not any(m is not verb and m.start < low <= m.end + 1 for m in chain.matches)


def _is_foreseen(verb: Match) -> bool:
    """Whether a verb is what a deal is to see somebody do: "the deal will see the firm build and deliver 12 guns"."""
    words = [t.text for t in verb.line.tokens[max(0, verb.start - _SEEN) : verb.start]]
    if verb.noun or "see" not in words or verb.line.tokens[verb.start].text.endswith(("ed", "ing")):
        return False
    at = len(words) - 1 - words[::-1].index("see")
    return not _FUTURE.isdisjoint(words[max(0, at - 2) : at]) and {";", "that", "which", ",", "to"}.isdisjoint(
        words[at:]
    )


_SEEN = 10
"""How many words behind "will see" its verb may stand."""
_PAPERS = frozenset(["intent", "understanding", "memorandum", "mou", "loi"])
_MEANT = frozenset("intention intentions intent ambition ambitions desire willingness".split())
_FUTURE = frozenset(["will", "would", "to", "shall"])


def _upcoming(noun: Match) -> bool:
    """Whether a deal noun is of what is still to be made: "the forthcoming agreement"."""
    words = {t.text for t in noun.line.tokens[max(0, noun.start - 3) : noun.start]}
    return noun.noun and not _UPCOMING.isdisjoint(words)


_UPCOMING = frozenset("forthcoming upcoming impending expected prospective planned".split())


def _undetermined(noun: Match) -> int:
    """Where the phrase of a noun begins, its determiners included."""
    tokens = noun.line.tokens
    low = min(noun.begin, noun.start)
    while low > 0 and tokens[low - 1].text in DETERMINERS:
        low -= 1
    return low


def _nearing(noun: Match) -> str:
    """The aspect that words give to the deal noun behind them: negotiating in "close to a contract"."""
    aspect = group_before(noun.line.tokens, _undetermined(noun)).aspect
    return aspect if aspect in ("negotiating", "considering") else "plain"


def _under_negotiation(noun: Match) -> bool:
    """Whether the words right behind a deal noun say that it is being negotiated: "the K2 deal, under negotiation since 2023"."""
    tokens = noun.line.tokens
    words = [t.text for t in tokens[noun.end : noun.end + 4]]
    if tokens[noun.end : noun.end + 1] and tokens[noun.end].text in ("of", "for"):
        # "sale of 54 Leopard 2 tanks under negotiation"
        goods = noun.end + 1
        while goods < len(tokens) and tokens[goods].kind in ("value", "weapon"):
            goods += 1
        words = [t.text for t in tokens[goods : goods + 3]]
    return any((a in ("under", "in") and b in _TALKS) or (a, b) == ("being", "negotiated") for a, b in pairwise(words))


def _vied_for(chain: Chain) -> bool:
    """Whether an infinitive says what a contest is about: "in heated competition with the Rafale to supply 36 fighters"."""
    core = chain.core
    tokens = core.line.tokens
    if core.noun or core.frame.id not in _SELLS or _CONTEST.isdisjoint(core.line.texts):
        return False
    at = core.group.start
    if "to" not in (tokens[at].text, tokens[at - 1].text if at else ""):
        return False
    low = max(0, at - 16)
    contest = max((n for n in range(low, at) if tokens[n].text in _CONTEST), default=None)
    if contest is None or any(t.text in (";", ":", "won", "wins", "win", "winning") for t in tokens[low:at]):
        return False
    return not any(v.kind == "finite" and contest < v.start < at for v in chain.clauses.verbs)


def _contested(noun: Match) -> bool:
    """Whether firms only compete for a deal: "the K9 and the Archer are on the shortlist for a Danish order"."""
    low = _undetermined(noun)
    words = [t.text for t in noun.line.tokens[max(0, low - 20) : low]]
    words = words[words.index(";") :] if ";" in words else words
    return words[-1:] in (["for"], ["in"]) and any(w in _CONTEST or w.startswith("shortlist") for w in words)
