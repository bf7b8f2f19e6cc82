"""Deployments in the making: their dates, strengths and names, and which drafts tell of one deployment."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from kordef.builders.forces import Force, Side, words
from kordef.builders.grammar.frames import Match
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page
from kordef.builders.timing import period_of
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention, ValueMention, WeaponMention
from kordef.periods import Period
from kordef.vocabulary import ActorKind, DeploymentKind, Modality

__all__ = ["Draft", "grounds", "is_home", "leaves", "merged", "name_near", "strength_of", "titled_policing", "unit_of"]

_UNREAL = frozenset(
    [Modality.PLANNED, Modality.PROPOSED, Modality.POSSIBLE, Modality.CONDITIONAL, Modality.DEMANDED, Modality.EXPECTED]
)


@define(kw_only=True, eq=False)
class Draft:
    """A deployment as one sentence tells it; spans are (start, end) in the text."""

    line: Line
    at: int
    start: int
    end: int
    kind: DeploymentKind
    modality: Modality
    actors: list[Side]
    partners: list[Side] = field(factory=list[Side])
    unit: tuple[int, int] | None = None
    unit_key: str | None = None
    weapons: list[WeaponMention] = field(factory=list[WeaponMention])
    place: tuple[int, int] | None = None
    period: Period | None = None
    dates: list[DateMention] = field(factory=list[DateMention])
    strength: ValueMention | None = None
    name: str | None = None
    named_at: tuple[int, int] | None = None
    vague: bool = False
    """Whether the words come back to what was told before ("the deployment")."""

    verbal: bool = False
    bare: bool = False
    """Whether a mission is only mentioned by its name."""

    again: bool = False
    """Whether "the unit" or "it" does it, that the paragraph spoke of before."""

    implied: bool = False
    """Whether the period is that of the operation that the sentence before tells of."""

    mission: bool = False
    """Whether "the mission" does it, that was told of before."""

    apart: bool = False
    """Whether it stands for itself: a base, or the forces of a further flag."""

    def open_from(self, date: DateMention) -> None:
        """Take a date as the beginning of a period without an end."""
        edtf = date.period.edtf
        if edtf and "/" not in edtf:
            self.period, self.dates = period_of(f"{edtf}/.."), [date]

    def take(self, other: Draft) -> None:
        """Take over what another draft of the same deployment adds."""
        if self.unit is None:
            self.unit, self.unit_key = other.unit, other.unit_key
        self.place = self.place or other.place
        if self.named_at is None:
            self.name, self.named_at = other.name, other.named_at
            if other.name and other.period and self.line is not other.line and self.kind is other.kind:
                self.start, self.end = other.start, other.end  # where it has name and date its words say most
        if self.line.block == other.line.block or other.vague or other.name:
            self.strength = self.strength or other.strength
        known = {k for k, _ in self.actors}
        if self.line is other.line and self.kind is other.kind:
            self.actors.extend(a for a in other.actors if a[0] not in known)
            known = {k for k, _ in self.actors}
            self.start, self.end = min(self.start, other.start), max(self.end, other.end)
        elif self.line is other.line:
            self.end = max(self.end, other.end)
        known |= {k for k, _ in self.partners}
        self.partners.extend(p for p in other.partners if p[0] not in known)
        self.weapons.extend(w for w in other.weapons if w.key not in {v.key for v in self.weapons})
        joined = _joined(self.period, other.period)
        if joined is not None:
            self.period, self.dates = joined, [*self.dates, *(d for d in other.dates if d not in self.dates)]


# ---- one deployment, told more than once


def merged(drafts: list[Draft], draft: Draft) -> Draft:
    """Add a draft to those of the page, into the one it tells again where there is one; the draft that stands for it."""
    for earlier in reversed(drafts[-60:]) if not (is_home(draft) and leaves(draft)) else ():
        if _same(earlier, draft):
            if (
                earlier.line.kind in (BlockKind.TITLE, BlockKind.HEADING, BlockKind.SUBTITLE)
                and draft.line.kind is BlockKind.PARAGRAPH
            ):
                draft.take(earlier)
                drafts[drafts.index(earlier)] = draft
                return draft
            earlier.take(draft)
            return earlier
    drafts.append(draft)
    return draft


_LEAVES = frozenset(
    "left leave leaves leaving depart departs departed departing sail sails sailed sailing set sets farewell".split()
)


def leaves(draft: Draft) -> bool:
    """Whether the words of a draft say that forces leave."""
    return any(t.text in _LEAVES for t in draft.line.tokens if draft.start <= t.start < draft.end)


def grounds(draft: Draft) -> set[str]:
    """The states on whose ground the place of a draft lies, and the words for it."""
    if draft.place is None:
        return set()
    low, high = draft.place
    found: set[str] = set()
    for token in draft.line.tokens:
        if low <= token.start < high:
            found.add(token.text)
            mention = token.mention
            if isinstance(mention, ActorMention):
                found.add(mention.key if mention.kind is ActorKind.STATE else mention.acts_for or "")
    return found


def is_home(draft: Draft) -> bool:
    """Whether the place of a draft lies in the country whose forces it tells of."""
    return draft.place is not None and not grounds(draft).isdisjoint(k for k, _ in draft.actors)


def _shared(a: Draft, b: Draft) -> bool:
    return not {k for k, _ in a.actors}.isdisjoint(k for k, _ in b.actors)


def _heads(draft: Draft) -> bool:
    """Whether the words of a draft say that a state leads a unit of several."""
    return any(t.text in _LEADS for t in draft.line.tokens if draft.start <= t.start < draft.end)


_LEADS = frozenset(["led", "leads", "lead", "leading", "heads", "heading", "headed", "commands", "commanded"])
_MORE = frozenset(["more", "further", "additional", "another", "extra"])


def _same(a: Draft, b: Draft) -> bool:
    """Whether nothing tells two drafts of the same forces apart."""
    if a.line.story != b.line.story or not _shared(a, b) or (a.apart is not b.apart):
        return False
    if a.strength is not None and b.strength is not None and _MORE & set(b.strength.exact.casefold().split()):
        return False  # "had sent 700 more troops"
    if a.kind is b.kind is DeploymentKind.DEPLOYMENT and len({k for k, _ in a.actors} ^ {k for k, _ in b.actors}) > 1:
        return False  # the troops of four states, and the tanks of one of them
    if b.mission and a.kind is DeploymentKind.OPERATION:
        return True
    if a.line is not b.line and _heads(a) is not _heads(b) and (a.strength is None) is not (b.strength is None):
        return False  # "1,000 soldiers arrived", and "has led the battlegroup since 2017"
    same_unit = a.unit_key is not None and (a.unit_key == b.unit_key or (b.again and b.unit_key is None))
    if same_unit and b.place is None and a.line.block == b.line.block and not b.partners:
        # "the 46th rotation took over last month; since 2009 the unit has escorted 40,000 ships"
        if {a.kind, b.kind} == {DeploymentKind.DEPLOYMENT, DeploymentKind.PATROL}:
            return True
    if a.name and b.name:
        return _same_name(a.name, b.name) and _dates_fit(a.period, b.period)
    if a.kind is not b.kind and not (a.name or b.name or (a.unit_key and a.unit_key == b.unit_key)):
        return False
    if a.kind is not b.kind and {a.kind, b.kind} & {
        DeploymentKind.PORT_CALL,
        DeploymentKind.PATROL,
        DeploymentKind.EXERCISE,
        DeploymentKind.TRAINING,
    }:
        return False
    if (a.modality in _UNREAL) is not (b.modality in _UNREAL) or not _dates_fit(a.period, b.period):
        return False
    named = [{w.key for w in d.weapons if not w.key.startswith("class:")} for d in (a, b)]
    if all(named) and named[0].isdisjoint(named[1]):
        return False
    if (a.unit is None) is not (b.unit is None) and not b.vague and not (a.place and b.place):
        return False
    if a.kind is DeploymentKind.EXERCISE and (bool(a.name) is not bool(b.name)) and not b.vague:
        return False
    return _places_fit(a, b)


def _places_fit(a: Draft, b: Draft) -> bool:
    if a.place is None or b.place is None:
        if a.kind is DeploymentKind.PATROL and a.period is not b.period and not b.vague:
            return a.unit_key is not None and a.unit_key == b.unit_key
        return (
            a.place is b.place
            or b.vague
            or a.kind
            in (
                DeploymentKind.DEPLOYMENT,
                DeploymentKind.PATROL,
                DeploymentKind.TRAINING,
            )
        )
    return True if a.place == b.place else _words_of(a) & _words_of(b) != set()


def _words_of(draft: Draft) -> set[str]:
    if draft.place is None:
        return set()
    low, high = draft.place
    return {
        w
        for t in draft.line.tokens
        if low <= t.start < high
        for w in t.text.casefold().split()
        if w not in words().forms and w.isalpha()
    } | {t.mention.key for t in draft.line.tokens if low <= t.start < high and isinstance(t.mention, ActorMention)}


def _same_name(a: str, b: str) -> bool:
    first, second = _plain(a), _plain(b)
    policing = first.endswith("policing") and (first.endswith(second) or second.endswith(first))
    return first == second or policing  # "NATO's Baltic Air Policing", then "its Air Policing"


def _plain(name: str) -> str:
    return name.casefold().removeprefix("operation ").removeprefix("exercise ")


def _dates_fit(a: Period | None, b: Period | None) -> bool:
    if a is None or b is None or a.edtf is None or b.edtf is None:
        return True
    if a.edtf.startswith("../") or b.edtf.startswith("../") or a.edtf == b.edtf:
        return True
    return a.overlaps(b) is not False


def _joined(a: Period | None, b: Period | None) -> Period | None:
    """The period of both: "since 2022" and "until 2026" are one stretch; else the one that is there."""
    if a is None or b is None or a.edtf is None or b.edtf is None:
        return a or b
    for first, second in ((a, b), (b, a)):
        start, _, end = (first.edtf or "").partition("/")
        if end == ".." and second.edtf and second.edtf.startswith("../"):
            return period_of(f"{start}/{second.edtf[3:]}") or a
    return a


# ---- how many, and under which name


def strength_of(tokens: Sequence[Token], forces: Sequence[Force], whole: tuple[int, int]) -> ValueMention | None:
    """The number of the forces: one that is a force, else one right beside a force."""
    places = {f.at for f in forces}
    best: tuple[int, int, ValueMention] | None = None
    for at in range(max(whole[0], 0), min(whole[1], len(tokens))):
        mention = tokens[at].mention
        if not isinstance(mention, ValueMention) or mention.kind not in ("persons", "count"):
            continue
        if (mention.noun or "").casefold().rpartition(" ")[2] in _NOT_COUNTED:
            continue
        beside = at in places or at + 1 in places or at + 2 in places
        beside = beside or (at >= 2 and tokens[at - 1].text in ("(", ",", "of") and at - 2 in places)
        beside = beside or (
            at >= 3 and tokens[at - 1].text == "of" and at - 3 in places
        )  # "a multinational force of 1,000"
        people = mention.kind == "persons" and (mention.noun or "people") in ("people", "participants")
        beside = beside or (people and (at == 0 or tokens[at - 1].kind == "mark"))
        after = tokens[at + 1].text if at + 1 < len(tokens) else ""
        crew = at > 0 and tokens[at - 1].text == "with"
        if mention.kind == "persons" and not beside and after != "strong" and not crew:
            continue
        if mention.kind == "count" and not beside:
            continue
        rank = (2 if crew else 0 if beside else 1, at, mention)
        if best is None or rank[:2] < best[:2]:
            best = rank
    return best[2] if best else None


def unit_of(strength: ValueMention) -> str:
    """The unit of a strength: troops are persons, however the number was read."""
    noun = (strength.noun or "").lower().split()
    people = noun and any(kind in ("troops", "weak") and not rest for rest, kind in words().nouns.get(noun[-1], ()))
    return "person" if people and noun[-1] not in _BODIES else strength.unit


_NOT_COUNTED = frozenset(
    "nations countries states exercises drills manoeuvres operations missions allies partners members navies armies".split()
)
"""What is counted beside forces and is none."""

_BODIES = frozenset([
    "team", "teams", "unit", "units", "group", "contingent", "contingents", "detachment", "squadron", "squadrons",
    "force",
])  # fmt: skip


def name_near(
    page: Page, tokens: Sequence[Token], match: Match, kind: DeploymentKind
) -> tuple[str | None, tuple[int, int] | None]:
    """The name of an exercise or operation: capitalised words before or behind the noun, else nothing."""
    text = page.document.text
    if kind is not DeploymentKind.EXERCISE and kind is not DeploymentKind.OPERATION:
        return None, None
    last = match.end - 1
    called = _codenamed(text, tokens, match) if match.noun else None
    if called is not None:
        span = (tokens[called[0]].start, tokens[called[1] - 1].end)
        return text[span[0] : span[1]], span
    low = last
    while low > 0 and last - low < 5 and tokens[low - 1].kind == "word" and text[tokens[low - 1].start].isupper():
        low -= 1
    run = (low, last)
    if run[0] == run[1] or (run[0] == 0 and run[1] - run[0] == 1):
        high = match.end
        while (
            high < len(tokens)
            and high - match.end < 4
            and tokens[high].kind == "word"
            and text[tokens[high].start].isupper()
        ):
            high += 1
        run = (match.end, high)
        if high == match.end:
            named = _titled(text, tokens, match.end, min(match.reach + 8, match.end + 16, len(tokens)))
            if named is None:
                return None, None
            run = named
    generic = words().exercise
    if all(t.text in generic for t in tokens[run[0] : run[1]]):
        return None, None
    span = (tokens[run[0]].start, tokens[run[1] - 1].end)
    return text[span[0] : span[1]], span


def titled_policing(text: str, tokens: Sequence[Token], match: Match) -> tuple[str | None, tuple[int, int] | None]:
    """The name of a mission in the air that is written as one: "NATO's Baltic Air Policing", not "air policing"."""
    low = match.start
    if not text[tokens[low].start].isupper():
        return None, None
    while low > 0 and tokens[low - 1].kind == "word" and tokens[low - 1].capital:
        low -= 1
    span = (tokens[low].start, tokens[match.end - 1].end)
    return text[span[0] : span[1]], span


def _titled(text: str, tokens: Sequence[Token], low: int, high: int) -> tuple[int, int] | None:
    """The capitalised words behind "exercise" or "operation": "flew with them at Exercise Cope Thunder"."""
    for at in range(low, high):
        if tokens[at].text in ("exercise", "operation") and tokens[at].kind == "word":
            end = at + 1
            while end < min(at + 5, len(tokens)) and tokens[end].kind == "word" and text[tokens[end].start].isupper():
                end += 1
            return (at + 1, end) if end > at + 1 else None
    return None


_CALLS = frozenset(["codenamed", "code-named", "dubbed", "called", "named", "nicknamed", "titled"])


def _codenamed(text: str, tokens: Sequence[Token], match: Match) -> tuple[int, int] | None:
    """A name in apposition: "the exercise, codenamed Iron Wolf,", "Talisman Sabre, the largest exercise"."""
    at = next((p for p in range(match.end, min(match.end + 4, len(tokens))) if tokens[p].text in _CALLS), None)
    if at is not None:
        end = _run_end(text, tokens, at + 1)
        return (at + 1, end) if end > at + 1 else None
    for at in range(match.start - 1, max(match.start - 10, 1), -1):
        if tokens[at].text in ("the", "a", "an") and tokens[at - 1].text == ",":
            low = at - 1
            while low > 0 and at - low < 6 and tokens[low - 1].kind == "word" and text[tokens[low - 1].start].isupper():
                low -= 1
            known = _run_end(text, tokens, low) == at - 1 and low + 1 < at - 1
            return (low, at - 1) if known else None
    return None


def _run_end(text: str, tokens: Sequence[Token], low: int) -> int:
    end = low
    while end < min(low + 5, len(tokens)) and tokens[end].kind == "word" and text[tokens[end].start].isupper():
        end += 1
    return end
