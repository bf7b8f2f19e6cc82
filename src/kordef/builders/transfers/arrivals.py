"""Arrivals: sentences that say how much of a deal told before has come ("all were delivered by 2020", "of the 180, ten ...")."""

from __future__ import annotations

from itertools import pairwise

from kordef.builders.goods import is_a
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.tokens import Line
from kordef.builders.transfers.deals import Draft, Drop
from kordef.builders.transfers.lots import COMING
from kordef.builders.transfers.parts import date_in
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.words import MADE
from kordef.mentions.model import ValueMention, WeaponMention
from kordef.vocabulary import Stage

__all__ = ["arrived"]

_UNDER_CONTRACT = (Stage.SIGNED, Stage.DELIVERING)
_FORESEEN = (*_UNDER_CONTRACT, Stage.PLANNED, Stage.NEGOTIATING, Stage.SELECTED)
_PAPERS = frozenset(["contract", "deal", "agreement", "order"])
_HAVE_COME = frozenset(["were", "was", "have", "has", "had", "been", "arrived", "came", "reached"])
_ENDED = ("complet", "finish", "end", "conclud", "wrapped")
_BEGUN = ("beg", "start", "commenc", "under")
_TO_COME = frozenset(["will", "to", "due", "planned", "expected", "scheduled", "should", "is", "are"])
_COMING = _HAVE_COME | _TO_COME | {"be"}


def arrived(scene: Scene, line: Line, clauses: Clauses) -> bool:
    """Add to the deal that is meant what a sentence says of its deliveries; whether it says just that."""
    tokens = line.tokens
    if len(tokens) < 4:
        return False
    if not _LEFT.isdisjoint(line.texts) and _are_parts(scene, line):
        return True
    first = tokens[0].text
    if first == "all":
        return _all_came(scene, line)
    if first == "the" and tokens[1].text in ("last", "final"):
        return _last_came(scene, line)
    if first == "the" and (tokens[1].text == "first" or tokens[1].text.startswith("first ")):
        return _first_come(scene, line)
    if first == "of" and tokens[1].text in ("the", "these", "those", "its", "their"):
        return _some_came(scene, line)
    at = 1 if first in ("first", "the", "last") else 0
    if tokens[at].text in ("delivery", "deliveries", "shipments", "handover"):
        return _deliveries(scene, line, clauses)
    return False


def _are_parts(scene: Scene, line: Line) -> bool:
    """ "Five vehicles will be bought this year and the remaining five in 2022", which together are the ten of a deal."""
    tokens = line.tokens
    counts = [n for n, t in enumerate(tokens) if isinstance(m := t.mention, ValueMention) and m.kind == "count"]
    if len(counts) < 2 or any(_takes_part(line, n) for n in line.actors):
        return False
    numbers = [m for n in counts if isinstance(m := tokens[n].mention, ValueMention)]
    together = sum(m.amount.low or 0 for m in numbers)
    named = {m.key for t in tokens if isinstance(m := t.mention, WeaponMention) and m.form == "name"}
    told = [d for d in reversed(scene.recent()) if d.line.story == line.story and line.block - d.line.block <= _NEAR]
    pairs = ((d, g) for d in told for g in d.goods if g.number is not None and g.weapon is not None)
    deal, whole = next(((d, g) for d, g in pairs if g.number and g.number.amount.low == together), (None, None))
    spans = [tokens[low:high] for low, high in pairwise([*counts, len(tokens)])]
    if deal is None or whole is None or not named <= {w.key for w in deal.weapons}:
        return False
    if not all(date_in(s) or not MADE.isdisjoint(t.text for t in s) for s in spans):
        return False
    done = _TO_COME.isdisjoint(t.text for t in spans[0])
    for number, span in zip(numbers, spans, strict=True):
        deal.deliveries.append(Drop(weapon=whole.weapon, number=number, date=date_in(span), done=done))
    return True


_NEAR = 3
"""How many blocks behind a deal its parts may be told one by one."""


def _takes_part(line: Line, at: int) -> bool:
    """Whether an actor is more than where goods are made: "12 will be built in South Korea, the remaining 60 in Poland"."""
    low = at - 1 if line.tokens[at - 1].text == "the" else at
    return low == 0 or line.tokens[low - 1].text not in ("in", "by", "at")


_LEFT = frozenset(["remaining", "rest", "other", "others"])


def _spoken(scene: Scene, line: Line) -> Draft | None:
    spoken = scene.focus
    if spoken is None or spoken.line.story != line.story or line.block - spoken.line.block > 1:
        return None
    return spoken


def _all_came(scene: Scene, line: Line) -> bool:
    """ "All were delivered by the end of 2020"."""
    deal = _spoken(scene, line)
    tokens = line.tokens
    if deal is None or any(t.kind in ("actor", "weapon") for t in tokens[:8]):
        return False
    at = next((n for n, t in enumerate(tokens[1:10], 1) if t.text.startswith(COMING)), None)
    if at is None:
        return False
    if any(t.text == "be" for t in tokens[1:at]) and (due := date_in(tokens[at:])) is not None:
        deal.deliveries.append(Drop(weapon=deal.weapons[0] if deal.weapons else None, date=due, done=False))
        return True
    if not {t.text for t in tokens[1 : at + 1]} & _HAVE_COME or any(t.text == "be" for t in tokens[1:at]):
        return False
    if deal.stage in _UNDER_CONTRACT:
        deal.stage = Stage.DELIVERED
    weapon = deal.weapons[0] if deal.weapons else None
    deal.deliveries.append(Drop(weapon=weapon, date=date_in(tokens[at:]), done=True))
    return True


def _first_come(scene: Scene, line: Line) -> bool:
    """ "The first five are to be handed over in 2026", "the first two will be delivered in 2025 and the other two in 2026"."""
    deal = _spoken(scene, line)
    tokens = line.tokens
    at = next((n for n, t in enumerate(tokens[:12]) if t.text.startswith(COMING)), None)
    if deal is None and scene.focus is not None and not _PAPERS.isdisjoint(t.text for t in tokens[2:at]):
        # "The first 30 tanks under the contract are to be delivered in 2026", however far behind
        deal = scene.focus if scene.focus.line.story == line.story else None
    if deal is None or at is None or deal.stage not in _FORESEEN or not deal.weapons:
        return False
    named = [m for t in tokens if isinstance(m := t.mention, WeaponMention)]
    if any(m.form == "name" and m.key not in {w.key for w in deal.weapons} for m in named):
        return False
    if any(t.kind == "actor" for t in tokens[:at]) or not {t.text for t in tokens[2:at]} & (_COMING):
        return False
    counts = [n for n, t in enumerate(tokens) if isinstance(m := t.mention, ValueMention) and m.kind == "count"]
    whole = max((g.number.amount.low or 0 for g in deal.goods if g.number is not None), default=0)
    if not counts or counts[0] > at or not all((tokens[n].mention.amount.low or 0) < whole for n in counts):  # type: ignore[union-attr]
        return False
    done = not any(t.text in _TO_COME for t in tokens[counts[0] : at])
    for k, n in enumerate(counts):
        end = counts[k + 1] if k + 1 < len(counts) else len(tokens)
        number = tokens[n].mention
        assert isinstance(number, ValueMention)
        deal.deliveries.append(Drop(weapon=deal.weapons[0], number=number, date=date_in(tokens[n:end]), done=done))
    if done and deal.stage is Stage.SIGNED:
        deal.stage = Stage.DELIVERING
    return True


def _last_came(scene: Scene, line: Line) -> bool:
    """ "The last six of those vehicles were handed over in November": now all have come."""
    deal = _spoken(scene, line)
    tokens = line.tokens
    number = next((m for t in tokens[2:4] if isinstance(m := t.mention, ValueMention) and m.kind == "count"), None)
    at = next((n for n, t in enumerate(tokens[:14]) if t.text.startswith(COMING) and t.text.endswith("ed")), None)
    if deal is None or at is None or deal.stage not in _UNDER_CONTRACT:
        return False
    words = [t.text for t in tokens[:at]]
    back = {"those", "these", "them"} & set(words) or (
        number is not None and bool({"them", "these", "those"} & set(number.exact.split()))
    )
    if not (back or tokens[2].text in ("of", "were", "was", "arrived")) or not {"were", "was", "been"} & {
        *words,
        "was" if at == 2 else "",
    }:
        return False
    if any(isinstance(m := t.mention, WeaponMention) and m.form == "name" for t in tokens[:at]):
        return False
    deal.stage = Stage.DELIVERED
    weapon = deal.weapons[0] if deal.weapons else None
    deal.deliveries.append(Drop(weapon=weapon, number=number, date=date_in(tokens[at:]), done=True))
    return True


def _some_came(scene: Scene, line: Line) -> bool:
    """ "Of the 180 tanks, ten arrived in December; a further 18 are due this year"."""
    tokens = line.tokens
    whole = tokens[2].mention
    if not isinstance(whole, ValueMention) or whole.kind != "count":
        return False
    named = next((m for t in tokens[3:6] if isinstance(m := t.mention, WeaponMention)), None)
    deal = next((d for d in reversed(scene.deals) if d.line.story == line.story and _counts(d, whole, named)), None)
    if deal is None:
        return False
    counts = [
        n
        for n, t in enumerate(tokens[3:], 3)
        if isinstance(m := t.mention, ValueMention)
        and m.kind == "count"
        and (m.amount.low or 0) < (whole.amount.low or 0)
    ]
    told = False
    for k, at in enumerate(counts):
        end = counts[k + 1] if k + 1 < len(counts) else len(tokens)
        words = [t.text for t in tokens[at + 1 : end]]
        if not any(w.startswith(COMING) or w in ("due", "left", "landed", "follow") for w in words):
            continue
        number = tokens[at].mention
        assert isinstance(number, ValueMention)
        done = not any(w in ("due", "will", "to", "follow") for w in words[:6])
        weapon = named if named is not None and named.form == "name" else deal.weapons[0] if deal.weapons else None
        deal.deliveries.append(Drop(weapon=weapon, number=number, date=date_in(tokens[at:end]), done=done))
        if done and deal.stage is Stage.SIGNED:
            deal.stage = Stage.DELIVERING
        told = True
    return told


def _counts(deal: Draft, whole: ValueMention, named: WeaponMention | None) -> bool:
    """Whether a deal is for so many goods, of the class or name that the words give."""
    for good in deal.goods:
        if good.number is None or good.number.amount.low != whole.amount.low:
            continue
        if named is None or good.weapon is None:
            return True
        if named.key == good.weapon.key or is_a(
            good.weapon, (named.category or named.name).split()[-1].lower().removesuffix("s")
        ):
            return True
    return False


def _deliveries(scene: Scene, line: Line, clauses: Clauses) -> bool:
    """ "Deliveries began in 2019 and were completed in 2020"."""
    deal = _spoken(scene, line)
    tokens = line.tokens
    if deal is None or any(t.kind in ("actor", "weapon") for t in tokens):
        return False
    date = date_in(tokens)
    words = [t.text for t in tokens]
    verb = next((v for v in clauses.verbs if v.kind in ("finite", "main")), None)
    if verb is None or (date is None and not any(w.startswith(_ENDED) for w in words)):
        return False
    done = not any(t.text in _TO_COME for t in tokens[verb.start : verb.head + 2])
    weapon = deal.weapons[0] if deal.weapons else None
    deal.deliveries.append(Drop(weapon=weapon, date=date, done=done))
    if done and deal.stage in _UNDER_CONTRACT:
        ended = any(w.startswith(_ENDED) for w in words[verb.start :])
        begun = any(w.startswith(_BEGUN) for w in words[verb.start : verb.head + 2])
        deal.stage = Stage.DELIVERED if ended else Stage.DELIVERING if begun else deal.stage
    return True
