"""Transfers: who supplies what to whom, at which stage, for how much."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from attrs import evolve

from kordef.builders.goods import has_goods
from kordef.builders.grammar.clauses import Clauses, clauses_of
from kordef.builders.grammar.frames import find, load
from kordef.builders.grammar.tokens import Line
from kordef.builders.page import Page
from kordef.builders.terms import term_words
from kordef.builders.transfers.arrivals import arrived
from kordef.builders.transfers.chains import Chain, chains
from kordef.builders.transfers.dates import date_by_digest
from kordef.builders.transfers.deals import CONTRACT, Draft
from kordef.builders.transfers.dealt_out import dealt_out
from kordef.builders.transfers.details import RIVAL_WORDS, add_terms, beaten, replaced
from kordef.builders.transfers.drafts import drafts_of
from kordef.builders.transfers.each import sold_to_each
from kordef.builders.transfers.echoes import without_echoes
from kordef.builders.transfers.frameworks import framework_in, umbrella
from kordef.builders.transfers.further import further, more_to_come, same_number
from kordef.builders.transfers.gifts import gifts_in
from kordef.builders.transfers.goods import passed_over
from kordef.builders.transfers.interviews import answered, ask, is_question
from kordef.builders.transfers.lists import announces, listed, note_day, note_heading, remarked
from kordef.builders.transfers.lots import lot_in_list
from kordef.builders.transfers.page_forms import PageForms
from kordef.builders.transfers.parties_told import WITHOUT_GOODS, chooses, parties_only
from kordef.builders.transfers.partners import bring_together
from kordef.builders.transfers.plain import PLAIN, plainly_told
from kordef.builders.transfers.prices import priced_apart
from kordef.builders.transfers.put_off import put_off
from kordef.builders.transfers.records import transfers_of
from kordef.builders.transfers.refills import gives_up
from kordef.builders.transfers.returns import add_price, opens_with_ordinal, returns_to
from kordef.builders.transfers.rivals import LOST, only_bids, tells_losers
from kordef.builders.transfers.scene import HEADS, Scene
from kordef.builders.transfers.similar import similar_deals
from kordef.builders.transfers.tables import drafts_in_table
from kordef.builders.transfers.talked_of import talked_of
from kordef.builders.transfers.telling import (
    add_ahead,
    filled_by_hint,
    fills,
    inherit,
    is_option_of,
    seals,
    share_signature,
    sums_up,
    tell,
)
from kordef.builders.transfers.titles import tell_apart, title_of_several
from kordef.builders.transfers.wholeness import is_whole
from kordef.document import BlockKind
from kordef.mentions.model import WeaponMention
from kordef.records import Transfer
from kordef.vocabulary import Stage

__all__ = ["build"]


def build(page: Page) -> tuple[Transfer, ...]:
    """The transfers that a document tells of, one record for each deal however often the text comes back to it."""
    if not page.mentions.weapons and not page.mentions.values:
        return ()
    scene = Scene(page)
    forms = PageForms(scene)
    tables = [position for _, position in page.tables()]
    block = -1
    for line in page.lines:
        if line.block != block:
            while tables and tables[0] < line.block:
                _read_table(scene, tables.pop(0))
            block = line.block
            scene.forget(block)
        scene.enter(line)
        if line.kind in HEADS or (line.tokens and (line.tokens[-1].text == ":" or announces(line))):
            scene.lists = note_heading(line, scene.lists) or (scene.lists if line.kind is not BlockKind.TITLE else None)
        elif scene.lists is not None:
            scene.lists = note_day(scene.lists, line)
        scene.donor = None
        if not forms.take(line):
            scene.donor = forms.donor(line)
            _read(scene, line)
        scene.leave(line)
        scene.partners = bring_together(scene, line)
    forms.close()
    for table in tables:
        _read_table(scene, table)
    scene.deals.extend(filled_by_hint(scene))
    deals = without_echoes([d for d in scene.deals if is_whole(d)], scene.families)
    put_off(page, deals)
    date_by_digest(page.lines, deals)
    return transfers_of(page, deals, scene.families)


def _read(scene: Scene, line: Line) -> None:
    """Read one sentence: new deals, and what it adds to those told before.

    The first reader that knows the sentence has it: those of a form go before those of verbs, which would make a deal of
    each part of it.
    """
    if _is_aside(line):
        return
    _note_rivals(scene, line)
    spoken = scene.focus
    near = spoken is not None and spoken.line.story == line.story and line.block - spoken.line.block <= 1
    if any(adds(scene, line) for adds in _ADDITIONS):
        return
    talks = scene.partners is not None and scene.partners.talks
    known = near or talks or bool(scene.lists) or scene.asked is not None
    if not known and load("transfers").words.isdisjoint(line.at):
        # no trigger, and nothing told that it could go on about
        if not (PLAIN.isdisjoint(line.at) and "money" not in line.value_kinds) and has_goods(line) and line.actors:
            _tell_plainly(scene, line, clauses_of(line), ())
        return
    if not any(tells(scene, line) for tells in _FORMS) and _may_tell(scene, line):
        _read_frames(scene, line, clauses_of(line), near=near)


def _is_aside(line: Line) -> bool:
    """Whether a sentence says what a picture shows, counts civil orders, or tells of a licence withheld."""
    if len(line.tokens) > 1 and line.tokens[0].text == "[" and line.tokens[1].text in _PICTURES:
        return True
    if line.tokens and line.tokens[0].text in _CIVIL and not _ORDERS.isdisjoint(line.texts):
        return True  # "Civil orders came to 41 aircraft"
    # "Switzerland: export licence for 25 Piranhas withheld"
    return "withheld" in line.texts and not _LEAVE.isdisjoint(line.texts)


_CIVIL = frozenset(["civil", "civilian", "commercial"])
_LEAVE = frozenset("licence licences license licenses permit permission approval consent".split())
_ORDERS = frozenset(["orders", "deliveries", "sales", "bookings"])
_PICTURES = frozenset(["chart", "graphic", "graph", "figure", "map", "infographic", "table"])
"""Words that a bracket begins with in which a page says what is drawn there."""


# ---- sentences known by their form


def _tell_further(scene: Scene, line: Line) -> bool:
    """Tell what more is ordered of goods told before; whether a sentence says that."""
    more = further(scene, line)
    if more is not None:
        tell(scene, more)
    return more is not None


def _tell_more(scene: Scene, line: Line) -> bool:
    """Tell how far more of the goods spoken of are; the deal that they come on top of stays in focus until they are signed."""
    more, spoken = more_to_come(scene, line), scene.focus
    if more is None:
        return False
    if spoken is not None and same_number(spoken, more):
        scene.deals.append(more)  # "Another 180", behind 180: not those
    else:
        tell(scene, more)
        spoken = spoken if more.stage not in CONTRACT else scene.focus
    scene.focus = spoken
    return True


def _tell_several(scene: Scene, line: Line) -> bool:
    """Tell the deals that a list, or a sentence built like one, tells at once; what stands beside the list is read too."""
    clauses = clauses_of(line)
    items, rest = listed(scene, line, clauses)
    items = (
        items or gifts_in(scene, line, clauses) or sold_to_each(scene, line, clauses) or dealt_out(scene, line, clauses)
    )
    for item in items:
        tell(scene, item)
    if rest is not None:
        _read(scene, rest)
    return bool(items)


def _tell_similar(scene: Scene, line: Line) -> bool:
    """Tell the deals that are like the one spoken of, which stays in focus while they are not signed."""
    alike = similar_deals(scene, line)
    if not alike:
        return False
    spoken = scene.focus
    for draft in alike:
        tell(scene, draft)
    scene.focus = spoken if alike[0].stage is not Stage.SIGNED else scene.focus
    return True


def _tell_answer(scene: Scene, line: Line) -> bool:
    """Tell the deal that an answer makes of a question; whether a sentence is one."""
    answer = answered(scene, line, clauses_of(line))
    if answer is not None:
        tell(scene, answer)
    return answer is not None


_ADDITIONS: tuple[Callable[[Scene, Line], bool], ...] = (
    # An entry of a list of lots, which has no verb.
    lambda scene, line: _add_lot(scene, line),
    # "The vehicles will cost 388 million, the missiles 224 million": sums for deals told in one breath, and no more deals.
    priced_apart,
    # "Purchase, not aid.": a remark under an entry of a list.
    remarked,
)
"""What adds to deals told before and makes none; asked of each sentence, for none of these needs a trigger."""

_FORMS: tuple[Callable[[Scene, Line], bool], ...] = (
    # "A second tranche of 72": the goods are those of the deal before; a list would take the number for its own.
    _tell_further,
    # "Another 36 are planned": no verb of a deal.
    _tell_more,
    # Lists and sentences built like one: the frames would run their items together into one deal.
    _tell_several,
    # "A similar deal with Oman": kind and goods are those of the deal before.
    _tell_similar,
    # "Yes, 12 of them": whatever else there is stands in the question.
    _tell_answer,
    # How much has come: the verbs of delivery would make a deal of it.
    lambda scene, line: arrived(scene, line, clauses_of(line)),
)
"""What is known by its form, in the order in which it is asked."""


# ---- sentences with triggers


def _read_frames(scene: Scene, line: Line, clauses: Clauses, *, near: bool) -> None:
    """Read a sentence by the frames of its verbs and nouns; without a deal of its own it may speak of the one told before."""
    found = list(chains(line, clauses, list(find(line, load("transfers")))))
    if is_question(line):
        ask(scene, line, found)
    _drop_refused(scene, found)
    several = any(umbrella(line, c) for c in found)
    if several:
        scene.umbrella = None
    before = scene.focus
    told = scene.focus is not None and opens_with_ordinal(line, found) and _return(scene, line, clauses, found)
    if before is not None and tells_losers(before, line, found):
        before.competitors.extend(m for t in line.tokens if isinstance(m := t.mention, WeaponMention))
        return
    framed = _tell_framed(scene, line, drafts_of(scene, line, clauses, found), several=several)
    told = told or bool(framed)
    if before is not None:
        if framed and all(d.additional or not d.money for d in framed):
            add_price(before, line, found)
        _come_back(scene, line, before)
    if not told and has_goods(line) and len(found) > 1 and _tell_plainly(scene, line, clauses, found):
        return
    told = told or chooses(scene, line, found)
    if not told and (parties := parties_only(scene, line, clauses, found)) is not None:
        if scene.focus is not None and seals(scene.focus, parties):
            return
        scene.umbrella = scene.focus = parties
        if parties.hint is not None:
            scene.unfilled.append(parties)
        return
    if not told and (about := talked_of(scene, line, clauses)) is not None:
        tell(scene, about)
        return
    if not told:
        told = _tell_plainly(scene, line, clauses, found) or _return(scene, line, clauses, found)
    if framed:
        spoken = scene.focus
        _tell_plainly(scene, line, clauses, found, framed)
        scene.focus = spoken
    if not told and near:
        _add_terms(scene, line)


def _tell_framed(scene: Scene, line: Line, drafts: Iterator[Draft], *, several: bool) -> list[Draft]:
    """Tell the deals of the frames; the first that is no aside comes into focus. All of them, as they were read.

    ``several`` says that the sentence speaks of one signature for deals that are told after it.
    """
    framed: list[Draft] = []
    main: Draft | None = None
    if (title := title_of_several(scene, line)) is not None:
        # only then all at once: what a draft takes from those before it is told by then otherwise
        drafts = iter(told_here := list(drafts))
        tell_apart(scene, title, told_here)
    for draft in drafts:
        framed.append(evolve(draft, goods=list(draft.goods)))
        if sums_up(scene, draft):
            continue
        parent = scene.umbrella
        if parent is not None and parent.line is not line:
            if scene.focus is parent and (draft.definite or fills(parent, draft)):
                inherit(scene, draft)
            else:
                share_signature(parent, draft)
        tell(scene, draft)
        _add_frameworks(scene, line, draft)
        scene.retired.update(w.key for w in draft.replaces)
        if several and draft.goods:
            scene.umbrella = scene.focus
        main = scene.focus if main is None or not draft.aside else main
    scene.focus = main or scene.focus
    return framed


def _come_back(scene: Scene, line: Line, before: Draft) -> None:
    """Put the deal before back into focus where a sentence told an option of it, a successor of what it gave, or a bid."""
    if scene.focus is None:
        return
    replacing = scene.focus.line is line and gives_up(scene.focus, replaced(line))
    scene.focus = before if replacing or is_option_of(scene.focus, before) else scene.focus
    if not only_bids(before, scene.focus):
        return
    bid, scene.focus = scene.focus, before
    if bid.line is line and not bid.counted and not bid.stated_recipient and not LOST.isdisjoint(line.texts):
        # "The HIMARS had also been in the running": who lost, and no deal
        scene.deals = [d for d in scene.deals if d is not bid]
        before.competitors.extend(w for w in bid.weapons if w.key not in {c.key for c in before.competitors})


def _drop_refused(scene: Scene, found: Sequence[Chain]) -> None:
    """What somebody refused or once had in mind is not what the text goes on about: "The air force had preferred the F-35"."""
    for chain in found:
        if not chain.dropped:
            continue
        held = {w.key for deal in scene.recent() for w in deal.weapons}
        named = (t.mention for role in ("items", "for") for _, t in chain.roles.get(role, ()))
        scene.retired.update(w.key for w in named if isinstance(w, WeaponMention) and w.key not in held)


def _tell_plainly(
    scene: Scene, line: Line, clauses: Clauses, found: Sequence[Chain], told: Sequence[Draft] = ()
) -> bool:
    """Tell the deals that plain words make of a sentence; whether there is one."""
    drafts = tuple(plainly_told(scene, line, clauses, found, told))
    for draft in drafts:
        tell(scene, draft)
    return bool(drafts)


def _may_tell(scene: Scene, line: Line) -> bool:
    """Whether a sentence has goods, a noun for a deal or anybody to get some, or adds a sum, date or term to one told."""
    if has_goods(line) or line.actors or not _deal_nouns().isdisjoint(line.words) or scene.short_names(line):
        return True
    if line.kinds.isdisjoint(("value", "date")) and term_words().isdisjoint(line.texts):
        return False
    return any(deal.line.story == line.story for deal in (scene.focus, *scene.recent()) if deal is not None)


@cache
def _deal_nouns() -> frozenset[str]:
    """The words that nouns for contracts begin with, and for what leads to one: they may tell of a deal without goods."""
    nouns = load("transfers").noun_forms.items()
    return frozenset(word for word, entries in nouns if any(frame.id in WITHOUT_GOODS for frame, _ in entries))


def _add_lot(scene: Scene, line: Line) -> bool:
    """Add the lot that an entry of a list tells of to the contract spoken of before; whether it is one."""
    deal = scene.focus
    if deal is None or deal.line.story != line.story or line.block - deal.line.block > _LIST_REACH:
        return False
    drop = lot_in_list(line.tokens, deal)
    if drop is None:
        return False
    deal.deliveries.append(drop)
    add_terms(deal, line)
    return True


_LIST_REACH = 12
"""How many blocks behind a contract its lots may be listed."""


def _note_rivals(scene: Scene, line: Line) -> None:
    """Weapons that others replace or beat are not what "the howitzers" means from here on."""
    if RIVAL_WORDS.isdisjoint(line.words):
        return
    old, lost = replaced(line), (*beaten(line), *passed_over(line))
    held = {w.key for deal in scene.recent() for w in deal.weapons}
    scene.retired.update(w.key for w in (*old, *lost) if w.key not in held)
    # "Passed over was the K9A1": nor is the K9 meant
    kindred = (key for w in lost if isinstance(w, WeaponMention) for key in scene.kindred(line, w))
    scene.retired.update(key for key in kindred if key not in held)
    named = {t.mention.key for t in line.tokens if isinstance(t.mention, WeaponMention)}
    for deal in reversed(scene.recent()):
        if deal.line.story == line.story and (deal is scene.focus or named & {w.key for w in deal.weapons}):
            deal.replaces.extend(w for w in old if w.key not in held)
            deal.competitors.extend(c for c in lost if c.key not in held)
            break


def _read_table(scene: Scene, block: int) -> None:
    """Read a table; the text behind it goes on about what was told before it."""
    spoken = scene.focus
    for draft in drafts_in_table(scene, block):
        tell(scene, draft)
    scene.focus = spoken


_SPEAKS_OF_IT = frozenset(
    "deal contract agreement order accord purchase sale package it deliver delivers supply supplies delivery deliveries first "
    "second third fourth both contracts deals orders agreements they these provide provides".split()
)
"""Words of a sentence that goes on about contracts of which only the parties were told."""


def _return(scene: Scene, line: Line, clauses: Clauses, found: Sequence[Chain]) -> bool:
    """Add what a sentence says of the deal spoken of; whether it says anything."""
    draft = returns_to(scene, line, clauses, found)
    if draft is None:
        return False
    parties = scene.umbrella if scene.umbrella is scene.focus else None
    if parties is not None and not parties.goods and _SPEAKS_OF_IT.isdisjoint(line.texts):
        if draft.goods and draft.goods[0].low > 1 and not draft.performs:
            return False  # "has signed a contract with Romania. The company also makes 24 guns a year"
    if parties is not None and not parties.goods and not draft.goods:
        add_ahead(parties, draft)
        return True
    inherit(scene, draft)
    tell(scene, draft)
    _add_frameworks(scene, line, draft)
    return True


def _add_frameworks(scene: Scene, line: Line, draft: Draft) -> None:
    """The framework that a deal fills in part, where the sentence names it."""
    main = scene.focus
    for framework in framework_in(scene, line, draft.goods):
        tell(scene, framework)
        if main is not None:
            main.framework = scene.focus
    scene.focus = main


def _add_terms(scene: Scene, line: Line) -> None:
    deal = scene.focus
    if deal is not None and deal.line.block == line.block:
        add_terms(deal, line)
