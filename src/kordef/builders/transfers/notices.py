"""Notices of possible sales, as the United States send them to Congress: one case after another, each in fixed words.

"The State Department has made a determination approving a possible Foreign Military Sale to X of Y for an estimated cost of Z",
"X has requested to buy two (2) A; four (4) B", "the following non-MDE items will be included", "a previously implemented case".
The words about policy, readiness and contractors that follow tell of no deal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from kordef.builders.goods import Good, class_head
from kordef.builders.grammar.clauses import clauses_of
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.transfers.deals import Dated, Draft, Side, money_key
from kordef.builders.transfers.goods import goods_in
from kordef.builders.transfers.notice_fields import PURCHASER, field_of
from kordef.builders.transfers.parts import money_in
from kordef.builders.transfers.scene import HEADS, Scene
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention, ValueMention, WeaponMention
from kordef.vocabulary import ActorKind, Counting, EvidenceKind, Stage, Term, TransferKind

__all__ = ["Notices"]

_SIGNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"possible (?:Foreign Military Sale|FMS)\b|has (?:requested|asked) (?:to (?:buy|purchase|add|acquire|procure|upgrade|"
        r"refurbish)|that|the following|the possible)",
        r"(?:principal|prime|main) contractors?\b",
        r"estimated (?:total )?(?:program |case )?(?:cost|value)|total (?:estimated )?(?:program )?(?:cost|value)",
        r"\bTransmittal No",
        r"certification notifying|required certification|notif(?:y|ying|ied) Congress|congressional notification|"
        r"this notification",
        r"(?:previously (?:implemented|approved|notified)|original) (?:FMS )?case",
        r"non-MDE|Major Defense Equipment|basic military balance|difficulty absorbing|offset agreement|"
        r"contractor representatives|proposed sale (?:of [\w ,-]{1,60} )?will|proposed sale of this",
        r"\bprior related cases\b|\bMilitary Department:",
    )
)
"""What stands in notices, and seldom in other texts."""
_FEWEST = 3
"""How many of the signs make a page one of notices."""
_LIKELY = (
    "ontractor", "ransmittal", "non-MDE", "Military Sale", "absorbing", "Defense Equipment", "to buy", "stimated ", "otifi",
    "FMS", "rospective Purchaser", "ertification", "original case", "previously implemented", "proposed sale",
)  # fmt: skip
"""Parts of the words of notices; a text with none or one of them need not be looked at."""
_APPROVAL = re.compile(r"\b(?:possible|proposed|potential) (?:foreign military )?(?:sale|fms)\b", re.IGNORECASE)
_REQUEST = re.compile(
    r"\b(?:requested|asked|requests|asks|wishes|seeks|sought)\b.{0,60}?\b(?:buy|purchase|sale of|add|added|acquire|procure|offer|"
    r"provide|following|upgrade|support)\b",
    re.IGNORECASE | re.DOTALL,
)
_INCLUDED = re.compile(
    r"\b(?:also included|non-MDE|will (?:also )?be included|included (?:are|is)|the sale (?:also )?includes)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:previously (?:implemented|approved|notified)|original|existing|earlier|initial) (?:\w+ ){0,3}cases?\b",
    re.IGNORECASE,
)
_COVERED = re.compile(
    r"\b(?:covered|included|comprised|was for|consisted of) ((?:[\w-]+ ){0,3}[\w-]+?)(?: only)?(?=[.,;]|$)"
)
_COST = re.compile(r"\b(?:cost|value|valued|worth|exceed|price|ceiling|accounts)\b", re.IGNORECASE)
_COSTED = re.compile(r"\bcost|\bapprov|\bvalue", re.IGNORECASE)
_BOILERPLATE = re.compile(
    r"\b(?:proposed sale (?:will|would|of this|is|of [\w ,-]{1,60} will support)|"
    r"this sale (?:will|is)|the sale(?:, if concluded,)? would|"
    r"(?:difficulty|trouble) absorbing|basic military balance|adverse impact|offsets?|representatives? (?:to travel|will travel)|"
    r"Implementation of|"
    r"additional U\.?S\.? Government|all questions regarding|highest estimated quantity|actual (?:dollar )?value|"
    r"dollar amount will be|combined total|highest (?:quantity|value)|foreign policy and national security)\b",
    re.IGNORECASE,
)
_MOST = 80
"""The goods of a case beyond which lists of what is included are not read."""
_SUPPORT = frozenset(
    (
        "support sustainment maintenance upgrade upgrades services logistics repair training modernization modernisation parts "
        "overhaul"
    ).split()
)


class Notices:
    """Reads the notices of a page line by line; finished cases are left in ``told``."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        text = scene.page.document.text
        likely = sum(words in text for words in _LIKELY) > 1
        signs = sum(sign.search(text) is not None for sign in _SIGNS) if likely else 0
        self.active = signs >= _FEWEST or (signs > 0 and PURCHASER.search(text) is not None)
        self.field = ""
        """The numbered field that the lines are in."""
        self.case: Draft | None = None
        self.earlier: Draft | None = None
        self.requested = False
        """Whether the list of what the case holds has been read."""
        self.date: DateMention | None = None
        self.title: Side | None = None
        self.told: list[Draft] = []
        self.seller = self._seller() if self.active else None

    def read(self, line: Line) -> bool:
        """Whether a line is one of a notice, and has been taken in."""
        if not self.active:
            return False
        words = self.scene.page.document.text[line.start : line.end]
        if self._is_of_field(line, words):
            return True
        if line.kind in HEADS or line.kind in (BlockKind.DATE, BlockKind.LIST_ITEM) or words.startswith("Transmittal"):
            return self._heading(line, words)
        self._note_date(line)
        approval, request = _APPROVAL.search(words), _REQUEST.search(words)
        if _INCLUDED.search(words) and request is None:
            if self.case is not None and len(self.case.goods) < _MOST:
                known = {g.weapon.key for g in self.case.goods if g.weapon is not None}
                # "ten (10) HMMWVs": in the fixed words every number stands twice
                more = [g for g in self._goods(line, 0) if g.number is not None and "(" in g.number.exact]
                self.case.goods.extend(g for g in more if g.weapon is None or g.weapon.key not in known)
            return self.case is not None
        if _EARLIER.search(words) and request is None:
            return self._earlier_case(line)
        buyer = self._buyer(line)
        if request is not None and (buyer is not None or self.case is not None):
            self._open(line, buyer, fresh=self.requested)
            self._list(line, request.start() + line.start)
            return True
        if approval is not None and buyer is not None and _COSTED.search(words) and not _BOILERPLATE.search(words):
            self._open(line, buyer, fresh=self.case is not None and bool(self.requested or self.case.money))
            self._approved(line, approval.end() + line.start)
            return True
        if self.case is not None and _COST.search(words) and self._money(line, self.case):
            return True
        if self.case is not None and "contractor" in words and not _BOILERPLATE.search(words):
            firms = [m for t in line.tokens if isinstance(m := t.mention, ActorMention) and m.kind is ActorKind.COMPANY]
            self.case.companies.extend(f for f in firms if f.key not in {c.key for c in self.case.companies})
            return True
        return (self.case is not None or approval is not None) and _BOILERPLATE.search(words) is not None

    def close(self) -> None:
        """The page has ended, or another case begins: tell what has been read."""
        for draft in (self.case, self.earlier):
            if draft is None or draft.recipient is None:
                continue
            if draft.supplier is None:
                weapon = next((w for w in draft.weapons if w.origin == "US"), None)
                draft.supplier = (
                    Side(key="state:US", witness=weapon, kind=EvidenceKind.CATALOGUE) if weapon is not None else None
                )
            if draft.goods:
                if draft is self.case and self.date is not None and not draft.dates:
                    draft.dates = [Dated(stage=Stage.PLANNED, mention=self.date)]
                self.told.append(draft)
        self.case = self.earlier = None
        self.requested = False

    # ---- numbered fields

    def _is_of_field(self, line: Line, words: str) -> bool:
        """Whether a line opens a numbered field or goes on with one, and has been taken in."""
        opened = field_of(words)
        if opened == "purchaser" and (buyer := self._buyer(line)) is not None:
            self._open(line, buyer, fresh=True)
        elif opened == "goods" and self.case is None and self.title is not None:
            self._open(line, None, fresh=True)
        elif self.case is None or not (opened or self.field):
            return False
        case = self.case
        assert case is not None
        self.field = opened or self.field
        if self.field == "goods":
            case.goods.extend(g for g in self._goods(line, 0) if g.number is not None and len(case.goods) < _MOST)
            self.requested = bool(case.goods)
        elif self.field in ("value", "total"):
            case.money = [] if opened == "total" else case.money
            self._money(line, case)
        elif self.field == "delivered":
            self._note_date(line)
        case.end = max(case.end, line.end) if self.field in ("goods", "value", "total") else case.end
        return bool(opened) or self.field in ("goods", "value")

    # ---- who and when

    def _seller(self) -> Side | None:
        """The United States, by the first who speaks for them."""
        for actor in self.scene.page.mentions.actors:
            if "state:US" in (actor.key, actor.acts_for):
                return Side(key="state:US", witness=actor, kind=EvidenceKind.IMPLIED)
        return None

    def _heading(self, line: Line, words: str) -> bool:
        """Note the buyer and the day that a heading names; the next case begins below it."""
        sides = [s for s in self.scene.states_in(line) if s.key != "state:US"]
        named = len({s.key for s in sides}) == 1 and not any(t.kind == "value" for t in line.tokens)
        short = named and len(line.tokens) <= 24 and words[-1] not in ".;"
        if line.kind is not BlockKind.DATE and line.kind not in HEADS and not short:
            return False
        if named:
            self.close()
            self.title = sides[0]
        elif line.kind is BlockKind.TITLE:
            self.title = None
        self._note_date(line)
        return line.kind is not BlockKind.DATE

    def _note_date(self, line: Line) -> None:
        for token in line.tokens:
            date = token.mention
            if (
                isinstance(date, DateMention)
                and len(date.period.edtf or "") == 10
                and not (date.period.edtf or "").startswith("..")
            ):
                if self.date is None or self.case is None or line.kind in HEADS:
                    self.date = date
                return

    def _buyer(self, line: Line) -> Side | None:
        sides = [s for s in self.scene.states_in(line) if s.key != "state:US"]
        return sides[0] if sides else None

    def _open(self, line: Line, buyer: Side | None, *, fresh: bool) -> None:
        """Begin a case, unless the line goes on about the one that is open."""
        case = self.case
        if case is not None and case.recipient is not None:
            if buyer is None or (buyer.key == case.recipient.key and not fresh):
                return
            self.close()
        side = buyer or self.title
        self.requested = False
        self.case = Draft(
            line=line,
            start=line.start,
            end=line.end,
            kind=TransferKind.PLAN,
            stage=Stage.PLANNED,
            supplier=self.seller,
            recipient=side.without_firm() if side is not None else None,
            stated_recipient=True,
            additional=True,
        )

    # ---- what and for how much

    def _approved(self, line: Line, behind: int) -> None:
        """What the sentence of approval says: the goods in short, or the support, and the cost."""
        case = self.case
        assert case is not None
        at = next((n for n, t in enumerate(line.tokens) if t.start >= behind), len(line.tokens))
        supported = _supported(line.tokens, at)
        goods = list(self._goods(line, at))
        goods = [g for g in goods if not any(low <= g.low < high for low, high in supported)]
        case.goods = goods
        if supported:
            self._support(line.tokens, at, supported[0][0])
        self._money(line, case)
        case.end = max([*(g.end for g in goods), *(m.end for m in case.money)], default=case.end)

    def _list(self, line: Line, behind: int) -> None:
        """What a buyer has requested, with numbers; it takes the place of what the approval says in short."""
        case = self.case
        assert case is not None
        tokens = line.tokens
        colon = next((n for n, t in enumerate(tokens) if t.text == ":" and t.start >= behind), None)
        at = colon if colon is not None else next((n for n, t in enumerate(tokens) if t.start >= behind), len(tokens))
        added = next((n for n, t in enumerate(tokens) if t.text == "added" and t.start >= behind), None)
        if added is not None and _EARLIER.search(self.scene.page.document.text, line.start, line.end):
            self._earlier_case(line, added, colon)
        stop = added if added is not None and colon is None else len(tokens)
        supported = _supported(tokens, at)
        goods = [
            g for g in self._goods(line, at) if g.low < stop and not any(low <= g.low < high for low, high in supported)
        ]
        if supported:
            self._support(tokens, at, supported[0][0])
        counted = [g for g in goods if g.number is not None]
        if added is None and counted and self._is_other(counted):
            # a second case for the buyer, of which no sentence of approval is there
            buyer = case.recipient
            self.close()
            self._open(line, buyer, fresh=True)
            case = self.case
            assert case is not None
        if counted:
            keys = {g.weapon.key for g in goods if g.weapon is not None}
            kept = [g for g in case.goods if g.number is not None and (g.weapon is None or g.weapon.key not in keys)]
            case.end = max(case.end, goods[-1].end) if line.block - case.line.block <= 3 else case.end
            case.goods = [*kept, *goods]
        elif not case.goods:
            case.goods = goods
        self.requested = self.requested or bool(counted)
        if added is None:
            self._money(line, case)

    def _is_other(self, counted: Sequence[Good]) -> bool:
        """Whether goods with numbers have nothing in common with those of the case that is open, whose price is known."""
        case = self.case
        if case is None or not case.money or self.requested:
            return False
        known = {g.weapon.key for g in case.goods if g.weapon is not None and g.number is not None}
        return bool(known) and known.isdisjoint(g.weapon.key for g in counted if g.weapon is not None)

    def _goods(self, line: Line, at: int) -> Iterator[Good]:
        """The goods of a list: weapons, and whatever else is counted but people and times."""
        tokens = line.tokens
        found = {g.low: g for g in goods_in(self.scene, line, clauses_of(line)) if g.low >= at and g.weapon is not None}
        found = {
            n: g
            for n, g in found.items()
            if g.weapon is not None
            and g.start <= g.weapon.start < g.end
            and (g.number is not None or g.weapon.form == "name")
            and not _is_aside(tokens, g.low)
        }
        covered = {n for g in found.values() for n in range(g.low, g.high)}
        for n in range(at, len(tokens)):
            value = tokens[n].mention
            if n in covered or not isinstance(value, ValueMention) or value.kind != "count" or _is_aside(tokens, n):
                continue
            head = class_head((value.noun or "").split(" of ")[0])
            if value.noun is None or head in _NO_GOODS:
                continue
            end = n + 1
            while end < len(tokens) and tokens[end].kind == "word" and tokens[end].text not in _ENDS:
                end += 1
            last = tokens[end - 1].end
            found[n] = Good(weapon=None, number=value, start=value.start, end=last, low=n, high=end, noun=head)
        keys: set[str] = set()
        for n in sorted(found):
            good = found[n]
            if good.weapon is not None and good.number is None and good.weapon.key in keys:
                continue
            if good.weapon is not None:
                keys.add(good.weapon.key)
            yield evolve(good, counting=Counting.NEW, whole=None, of_total=False)

    def _money(self, line: Line, draft: Draft) -> bool:
        """Take in the sums of a line; whether it has any."""
        sums = [m for m in money_in(line.tokens) if m.per is None]
        known = {money_key(m) for m in draft.money}
        for money in sums:
            if money_key(money) not in known:
                draft.money.append(money)
                known.add(money_key(money))
        return bool(sums)

    def _support(self, tokens: Sequence[Token], at: int, end: int) -> None:
        """Note the support that a case is about; it stands for goods where the case holds none."""
        assert self.case is not None
        token = next(t for t in tokens[at:] if t.text in _SUPPORT)
        self.case.terms.setdefault(Term.MAINTENANCE, token)
        last = next(n for n in range(end - 1, at - 1, -1) if tokens[n].text in _SUPPORT)
        low = last
        while (
            low > at
            and tokens[low - 1].kind == "word"
            and tokens[low - 1].text not in ("of", "buy", "purchase", "a", "the")
        ):
            low -= 1
        if not self.case.goods:
            self.case.goods = [
                Good(weapon=None, number=None, start=tokens[low].start, end=tokens[last].end, noun=tokens[last].text)
            ]

    def _earlier_case(self, line: Line, start: int = 0, end: int | None = None) -> bool:
        """The case of which a notice says that it has been implemented before: its goods and its value."""
        case = self.case
        if case is None or case.recipient is None:
            return False
        part = evolve(line, tokens=line.tokens[start:end])
        whole = start == 0
        draft = self.earlier or Draft(
            line=line,
            start=line.start,
            end=line.end,
            kind=TransferKind.SALE,
            stage=Stage.SIGNED,
            supplier=case.supplier,
            recipient=case.recipient,
            stated_recipient=True,
            additional=True,
        )
        known = {g.weapon.key for g in draft.goods if g.weapon is not None}
        draft.goods.extend(g for g in self._goods(part, 0) if g.weapon is None or g.weapon.key not in known)
        covered = _COVERED.search(self.scene.page.document.text, line.start, line.end) if whole else None
        if covered is not None and not draft.weapons:
            # "The original case covered spare parts only."
            start, stop = covered.span(1)
            draft.goods = [
                Good(weapon=None, number=None, start=start, end=stop, noun=class_head(covered[1]) or covered[1])
            ]
        if not self._money(part, draft) and not draft.money and not draft.goods:
            return whole
        sums = [m for m in draft.money if line.start <= m.start < line.end]
        if sums and self.earlier is None:
            word = _EARLIER.search(self.scene.page.document.text, line.start, line.end)
            draft.start, draft.end = (word.start() if word else line.start), max(m.end for m in sums)
        self.earlier = draft
        return True


_NO_GOODS = frozenset(
    (
        "representative person personnel trip year month week day team review contractor case program programme service quantity "
        "total pilot mechanic soldier student crew technician specialist official sale notice million billion"
    ).split()
)
_ENDS = frozenset("and or with for of to from that which in on by as are is will be were".split())
_OWNED = frozenset("its their existing".split())


def _supported(tokens: Sequence[Token], at: int) -> list[tuple[int, int]]:
    """The stretches that name what support is for: "follow-on support for its four (4) E-737 aircraft"."""
    found: list[tuple[int, int]] = []
    for n in range(at, len(tokens)):
        if tokens[n].text in _SUPPORT:
            behind = next(
                (k for k in range(n + 1, min(n + 6, len(tokens))) if tokens[k].text in ("for", "of", "to")), None
            )
            if behind is None or any(t.text in (";", ",") for t in tokens[n + 1 : behind]):
                continue
            end = next(
                (k for k in range(behind, len(tokens)) if tokens[k].text in (";", ",", "and") and k > behind + 1),
                len(tokens),
            )
            if any(t.text in _OWNED for t in tokens[behind : behind + 4]) or any(
                isinstance(t.mention, WeaponMention | ValueMention) for t in tokens[behind + 1 : behind + 4]
            ):
                found.append((behind, end))
    return found


def _is_aside(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number counts some of the goods just named, or those of several cases: "of which two are spares"."""
    opened = 0
    for token in tokens[:at]:
        opened = 0 if token.text == ";" else max(0, opened + (token.text == "(") - (token.text == ")"))
    if opened:
        # "twenty-one (21) engines (18 installed, 3 spare)"
        return True
    if at and tokens[at - 1].text in ("including", "incl") and _is_smaller(tokens, at):
        # "218 missiles, including eight (8) fly-to-buy rounds"
        return True
    before = [t.text for t in tokens[max(0, at - 3) : at]]
    return before[-2:] == ["of", "which"] or before[-2:] == ["total", "of"] or (before[-1:] == ["which"])


def _is_smaller(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number of unnamed goods is less than the one right before it, of which it may be a part."""
    part = tokens[at].mention
    if not isinstance(part, ValueMention) or any(isinstance(t.mention, WeaponMention) for t in tokens[at : at + 5]):
        return False
    stop = next((n for n in range(at - 1, max(-1, at - 10), -1) if tokens[n].text == ";"), max(-1, at - 10))
    counts = (
        m for t in reversed(tokens[stop + 1 : at]) if isinstance(m := t.mention, ValueMention) and m.kind == "count"
    )
    whole = next(counts, None)
    return whole is not None and (part.amount.low or 0) < (whole.amount.low or 0)
