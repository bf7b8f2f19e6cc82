"""Drafts of agreements: what one sentence says of one, when two speak of the same, and the record made of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import define, field

from kordef.builders.agreements.nouns import plain_words
from kordef.builders.agreements.phrases import Noun
from kordef.builders.grammar.surroundings import day_like
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page
from kordef.builders.parties import Side, called
from kordef.document import BlockKind
from kordef.evidence import Evidence
from kordef.mentions.model import DateMention, ValueMention
from kordef.periods import Period
from kordef.records import Agreement, Target
from kordef.values import Money
from kordef.vocabulary import AgreementKind, AgreementStatus, EvidenceKind, Modality

__all__ = ["Draft", "Step", "add_step", "merge", "record"]

_RANK = (
    AgreementStatus.PROPOSED,
    AgreementStatus.NEGOTIATING,
    AgreementStatus.ANNOUNCED,
    AgreementStatus.SIGNED,
    AgreementStatus.IN_FORCE,
    AgreementStatus.UPGRADED,
    AgreementStatus.ENDED,
)
_TELLING = (AgreementKind.PARTNERSHIP, AgreementKind.TREATY, AgreementKind.MOU)
"""Kinds that a bare noun tells by itself; "the agreement" may be a contract."""
REACH = 100
"""How many agreements back a text may come back to one."""
_WORD_KINDS = {
    "accord": (AgreementKind.JOINT_DECLARATION, AgreementKind.OTHER),
    "statement": (AgreementKind.JOINT_DECLARATION,),
    "declaration": (AgreementKind.JOINT_DECLARATION,),
    "communique": (AgreementKind.JOINT_DECLARATION,),
    "memorandum": (AgreementKind.MOU,),
    "partnership": (AgreementKind.PARTNERSHIP, AgreementKind.PROGRAMME),
    "programme": (AgreementKind.PROGRAMME,),
    "program": (AgreementKind.PROGRAMME,),
    "treaty": (AgreementKind.TREATY,),
    "framework": (AgreementKind.FRAMEWORK_AGREEMENT,),
    "initiative": (AgreementKind.FUNDING_INITIATIVE,),
}


@define(kw_only=True)
class Step:
    """A date that the text gives for a step: announced, signed, in_force or ended."""

    period: Period
    witness: DateMention | Token
    kind: EvidenceKind = EvidenceKind.STATED


@define(kw_only=True)
class Draft:
    """What is known of an agreement so far; grows as further sentences come back to it."""

    line: Line
    start: int
    end: int
    kind: AgreementKind
    status: AgreementStatus
    noun: Noun | None = None
    words: str = ""
    """What the text calls it, without determiners."""
    topic: tuple[int, int] | None = None
    modality: Modality = Modality.ASSERTED
    sides: list[Side] = field(factory=list[Side])
    steps: dict[str, Step] = field(factory=dict[str, Step])
    place: Token | None = None
    amounts: list[ValueMention] = field(factory=list[ValueMention])
    targets: tuple[Target, ...] = ()
    target_evidence: list[tuple[str, tuple[int, int]]] = field(factory=list[tuple[str, tuple[int, int]]])
    acted: bool = True
    """Whether a verb says what became of it; without one the words only come back to it or mention it."""
    guessed: bool = False
    """Whether its parties are only those the story is about."""
    weak: bool = False
    """A bare mention, without a verb or parties: it only adds to an agreement that the text tells of elsewhere."""
    pending: bool = False
    """Whether it will only take effect on a day after that of the story."""
    replaces: bool = False
    older: Draft | None = None
    """The agreement that this one replaces."""
    upgrade: bool = False

    @property
    def named(self) -> bool:
        return self.noun is not None and self.noun.named

    @property
    def states(self) -> frozenset[str]:
        """The keys of the states, organisations and firms that are parties."""
        return frozenset(s.state or s.key for s in self.sides)

    @property
    def weight(self) -> int:
        """How much a draft says; the sentence that says most is the one to quote."""
        return (
            2 * len(self.steps)
            + self.acted
            + (not self.guessed)
            + bool(self.topic)
            + (self.line.kind.value == "paragraph")
        )


def add_step(draft: Draft, step: str, token: Token) -> None:
    """Give a draft the date of a step, unless it has one."""
    mention = token.mention
    if isinstance(mention, DateMention) and day_like(mention):
        draft.steps.setdefault(step, Step(period=mention.period, witness=token))


def merge(drafts: Iterable[Draft]) -> list[Draft]:
    """One draft for each agreement, in the order in which the text comes to them."""
    out: list[Draft] = []
    mentioned: Draft | None = None
    for draft in drafts:
        known = _known(out, draft)
        if known is not None:
            _absorb(known, draft)
        elif mentioned is not None and _of_mention(mentioned, draft):
            # "the endorsement of the X Treaty. The treaty will be signed"
            place = (mentioned.line, mentioned.start, mentioned.end)
            _absorb(mentioned, draft)
            mentioned.line, mentioned.start, mentioned.end = place  # where its name stands
            mentioned.weak = False
            out.append(mentioned)
        elif not _hangs(draft):
            out.append(draft)
        mentioned = draft if draft.weak and draft.named else mentioned
    out = [d for d in out if not _only_titled(d, out)]
    for draft in out:
        if draft.replaces:
            _replaced(out, draft)
    return out


def _only_titled(draft: Draft, every: Sequence[Draft]) -> bool:
    """Whether a title speaks in passing of the one agreement of its kind that the text below tells of ("Vilnius MOU")."""
    if draft.line.kind not in (BlockKind.TITLE, BlockKind.SUBTITLE) or draft.steps or draft.named:
        return False
    told = [d for d in every if d is not draft and d.line.story == draft.line.story]
    alike = [d for d in told if d.kind is draft.kind]
    if not alike and _is_vague(draft):
        # "Finland signs defence pact with Chile" over a memorandum
        alike = [d for d in told if d.states == draft.states and d.status is draft.status]
    return len(alike) == 1 and alike[0].line.kind is BlockKind.PARAGRAPH and bool(alike[0].states & draft.states)


_VAGUE = frozenset(["agreement", "pact", "deal", "accord", "document", "understanding"])


def _is_vague(draft: Draft) -> bool:
    """Whether the noun says of no sort that the agreement is: "a defence pact"."""
    noun, tokens = draft.noun, draft.line.tokens
    if noun is None or draft.named or noun.head >= len(tokens):
        # the line of a merged draft may be another than that of its noun
        return False
    return tokens[noun.head].text in _VAGUE


def _of_mention(mentioned: Draft, draft: Draft) -> bool:
    """Whether "the treaty" that something is said of is the one that the story has just mentioned by its name."""
    if mentioned.line.story != draft.line.story or draft.line.block - mentioned.line.block > 2 or not draft.acted:
        return False
    return draft.noun is not None and draft.noun.bare and draft.noun.definite and _comes_back(mentioned, draft)


def _hangs(draft: Draft) -> bool:
    """Whether the words name nothing: a bare mention, "the agreement" of no text before, "pursuing agreements"."""
    noun = draft.noun
    if draft.weak and not draft.steps and not draft.amounts:
        return True
    if noun is None:
        return False
    if noun.back:
        return True
    alone = draft.guessed or len(draft.states) < 2
    vague = noun.plural and noun.determiner is None and not noun.named and not noun.short
    if vague and alone and not draft.topic and not draft.steps:
        return True
    if draft.steps and draft.status is AgreementStatus.UPGRADED:
        return False
    if draft.steps and draft.acted and len(draft.states) == 2 and draft.kind in _TELLING:
        return False  # "under the partnership, which was announced in Tokyo on 1 November"
    return noun.bare and noun.definite and (not draft.acted or alone)


def _known(drafts: Sequence[Draft], draft: Draft) -> Draft | None:
    story = [d for d in reversed(drafts[-REACH:]) if d.line.story == draft.line.story]
    for earlier in story:
        if _same_name(earlier, draft):
            return earlier
    noun = draft.noun
    if noun is None:
        return next((d for d in story if d.noun is None and d.kind is draft.kind and d.states == draft.states), None)
    if noun.bare and noun.definite and not noun.plural:
        return next((d for d in story if _comes_back(d, draft)), None)
    return next((d for d in story if _alike(d, draft) or _told_again(d, draft)), None)


def _told_again(earlier: Draft, draft: Draft) -> bool:
    """Whether "the new agreement on security" with the same parties and the same day is the partnership named before."""
    noun = draft.noun
    if noun is None or not noun.definite or noun.named or earlier.states != draft.states:
        return False
    if noun.determiner == "this" and not noun.plural and draft.line.block - earlier.line.block < 2:
        return earlier.kind is not AgreementKind.PLEDGE and _dates_fit(earlier, draft)  # "to adopt this framework"
    if _marks(draft):
        return False
    head = draft.words.casefold().split()[:1]
    if head and head[0] in ("mou", "memorandum", "letter") and draft.line.block - earlier.line.block < 2:
        return _is_vague(earlier)  # "signed a defence cooperation agreement on Monday. The memorandum aims to ..."
    return head in (["agreement"], ["accord"], ["pact"]) and _same_steps(earlier, draft)


def _same_name(one: Draft, other: Draft) -> bool:
    if one.noun is None or other.noun is None:
        return False
    if one.noun.short and one.noun.short == other.noun.short:
        return not _own_parties_differ(one, other)
    if not (one.named and other.named) or not _dates_fit(one, other):
        return False
    if other.topic and not one.topic and not _same_steps(one, other):
        return False  # "the framework agreement for ..." is not the one named before without its "for"
    if _own_parties_differ(one, other):
        return False
    return _key(one.words) == _key(other.words) or (one.states == other.states and _plain(one) == _plain(other))


def _plain(draft: Draft) -> tuple[str, ...]:
    """The words of a name without those of its parties: "Japanese-German Agreement on ...", "Germany-Japan Agreement on ..."."""
    noun = draft.noun
    if noun is None or noun.called:
        return (_key(draft.words),)
    return tuple([t.text for t in draft.line.tokens[noun.start : noun.end] if t.kind not in ("actor", "mark")])


def _key(words: str) -> str:
    return (
        words.casefold()
        .replace("program ", "programme ")
        .removesuffix("program")
        .replace("defense", "defence")
        .strip("“”\"'‘’ .,")
    )


def _own_parties_differ(one: Draft, other: Draft) -> bool:
    return (
        not one.guessed
        and not other.guessed
        and bool(one.states)
        and bool(other.states)
        and not (one.states <= other.states or other.states <= one.states)
    )


def _comes_back(earlier: Draft, draft: Draft) -> bool:
    """Whether "the accord", "the agreement" means an agreement named before."""
    if earlier.noun is None or draft.noun is None:
        return False
    head = draft.words.split()[0].casefold() if draft.words else ""
    if _own_parties_differ(earlier, draft) or not _dates_fit(earlier, draft):
        return False
    replaced = draft.status is AgreementStatus.UPGRADED and (draft.steps or draft.line is earlier.line)
    if replaced and earlier.status is not AgreementStatus.UPGRADED:
        return False  # "supersedes the arrangement of 2016"
    if head in ("agreement", "deal", "pact", "document", "arrangement", "paper", "text"):
        return earlier.kind is not AgreementKind.PLEDGE
    if head in ("mou", "mous", "memorandum", "memo") and earlier.kind is AgreementKind.MOU:
        return True
    return head in earlier.words.casefold() or earlier.kind in _WORD_KINDS.get(head, ())


def _dates_fit(one: Draft, other: Draft) -> bool:
    for step, mine in one.steps.items():
        theirs = other.steps.get(step)
        if theirs is None or mine.period.edtf is None or theirs.period.edtf is None:
            continue
        a, b = mine.period.edtf, theirs.period.edtf
        if "/" not in a + b and not (a.startswith(b) or b.startswith(a)):
            return False
    return True


def _alike(one: Draft, other: Draft) -> bool:
    """Whether two phrases of a kind, with parties that fit, speak of one agreement."""
    if one.kind is not other.kind or one.noun is None or other.noun is None:
        return False
    if not one.states or not other.states or not (one.states <= other.states or other.states <= one.states):
        return False
    if not _dates_fit(one, other) or (one.status is AgreementStatus.UPGRADED) != (
        other.status is AgreementStatus.UPGRADED
    ):
        return False
    if one.named and other.named:
        return False
    if one.topic and other.topic and _topic(one) != _topic(other):
        return False
    headline = one.line.kind.value in ("title", "subtitle")
    if other.noun.determiner in ("another", "second", "third", "further"):
        return False
    if one.status is AgreementStatus.ENDED and other.status in _TO_COME and other.noun.determiner in ("a", "an"):
        return False  # "let their accord lapse and are negotiating a new one"
    mine, theirs = _marks(one), _marks(other)
    if mine and theirs and not (mine & theirs):
        return False
    apart = one.acted and other.acted and other.noun.determiner in ("a", "an") and bool(theirs or other.topic)
    if headline or other.noun.definite or (one.line is other.line and not apart):
        return True
    # "a memorandum" is a new one, unless it is told again with its day
    return bool(_same_steps(one, other)) and (one.topic is None) == (other.topic is None)


def _same_steps(one: Draft, other: Draft) -> bool:
    return any(
        step in other.steps and other.steps[step].period.edtf == date.period.edtf for step, date in one.steps.items()
    )


_TO_COME = (AgreementStatus.PROPOSED, AgreementStatus.NEGOTIATING)
_LESSER = frozenset(["the", "bilateral", "mutual", "closer"])
"""Words without which a topic is the same."""


def _topic(draft: Draft) -> str:
    words = draft.words.casefold().replace("defense", "defence").partition(" on ")[2].split()
    return " ".join(word for word in words if word not in _LESSER)


def _marks(draft: Draft) -> frozenset[str]:
    """The modifiers that tell an agreement from others of its kind."""
    return draft.noun.modifiers - plain_words() if draft.noun else frozenset()


def _absorb(known: Draft, draft: Draft) -> None:
    if draft.weight > known.weight and draft.line.section is known.line.section:
        known.line, known.start, known.end = draft.line, draft.start, draft.end
    if known.guessed and not draft.guessed and draft.sides:
        known.sides, known.guessed = draft.sides, False
    elif not draft.guessed:
        here = {s.state or s.key for s in known.sides}
        known.sides.extend(s for s in draft.sides if (s.state or s.key) not in here)
    fuller = known.noun is not None and draft.noun is not None and len(_marks(draft)) > len(_marks(known))
    if not known.named and (draft.named or fuller):
        known.words, known.noun = draft.words, draft.noun
    known.topic = known.topic or draft.topic
    for step, date in draft.steps.items():
        if step not in known.steps or _finer(date, known.steps[step]):
            known.steps[step] = date
    known.place = known.place or draft.place
    known.amounts.extend(a for a in draft.amounts if a.amount not in {k.amount for k in known.amounts})
    if (
        known.kind is AgreementKind.OTHER
        and draft.noun is not None
        and draft.noun.definite
        and not _marks(draft)
        and _is_vague(known)
    ):
        known.kind = draft.kind  # "the memorandum" says of what sort it is
    known.replaces = known.replaces or draft.replaces
    known.older = known.older or draft.older
    known.pending = known.pending or draft.pending
    kept = draft.status is AgreementStatus.IN_FORCE and not draft.steps and _signed_on_a_day(known)
    if draft.acted and not kept and (not known.acted or _RANK.index(draft.status) > _RANK.index(known.status)):
        known.status, known.modality, known.acted = draft.status, draft.modality, True


def _signed_on_a_day(draft: Draft) -> bool:
    """Whether the text tells the day of the signature: what it "allows" then does not say that it is in force."""
    day = draft.steps.get("signed")
    return draft.status is AgreementStatus.SIGNED and day is not None and len(day.period.edtf or "") == 10


def _finer(one: Step, other: Step) -> bool:
    mine, theirs = one.period.edtf or "", other.period.edtf or ""
    first, _, last = theirs.partition("/")
    if len(mine) == len(first) == len(last) == 10:
        return first <= mine <= last  # "inked this week", and further on "signed Wednesday"
    return len(mine) > len(theirs)


def _replaced(drafts: Sequence[Draft], newer: Draft) -> None:
    """Mark what a newer agreement of the same kind and parties takes the place of; it supersedes the latest of them."""
    at = drafts.index(newer)
    older = [
        d
        for d in drafts[max(0, at - REACH) : at + REACH]
        if d is not newer
        and d.line.story == newer.line.story
        and d.kind is newer.kind
        and d.states == newer.states
        and d.status in (AgreementStatus.SIGNED, AgreementStatus.IN_FORCE, AgreementStatus.UPGRADED)
        and _first_day(d) <= _first_day(newer)
    ]
    for draft in older:
        draft.status = AgreementStatus.UPGRADED
    if older and newer.older is None:
        newer.older = max(older, key=_first_day)


def _first_day(draft: Draft) -> str:
    dates = [s.period.edtf for s in draft.steps.values() if s.period.edtf]
    return min(dates, default="9999")


# ---- the record


def record(page: Page, draft: Draft, ids: dict[int, str]) -> Agreement:
    """The record of a draft; ``ids`` has those of all drafts of the document, by identity."""
    story = draft.line.story
    evidence: list[Evidence] = [page.evidence(story, "", (draft.start, draft.end))]
    span = (draft.start, draft.end)
    evidence.extend(page.evidence(story, f"/{f}", span, EvidenceKind.IMPLIED) for f in ("name", "kind", "status"))
    parties: dict[str, Side] = {}
    for side in draft.sides:
        key = page.actor_ids.get((story, (side.state or side.key) if side.person else side.key))
        if key is not None:
            parties.setdefault(key, side)
    for n, side in enumerate(parties.values()):
        kind = EvidenceKind.IMPLIED if side.person else side.kind
        evidence.append(page.evidence(story, f"/parties/{n}", side.witness, kind))
    for step, date in draft.steps.items():
        evidence.append(page.evidence(story, f"/{step}", date.witness, date.kind))
    if draft.place is not None:
        evidence.append(page.evidence(story, "/place", draft.place))
    evidence.extend(page.evidence(story, f"/amounts/{n}", amount) for n, amount in enumerate(draft.amounts))
    evidence.extend(page.evidence(story, pointer, where) for pointer, where in draft.target_evidence)
    older = ids.get(id(draft.older)) if draft.older is not None else None
    if older:
        pointer = "/upgrades" if draft.upgrade else "/supersedes"
        evidence.append(page.evidence(story, pointer, span, EvidenceKind.IMPLIED))
    dates = {step: date.period for step, date in draft.steps.items()}
    return Agreement(
        id=ids[id(draft)],
        source=page.sources[story],
        section=draft.line.section,
        modality=draft.modality,
        evidence=tuple(evidence),
        name=_name(page, draft, tuple(parties.values())),
        kind=draft.kind,
        status=_status(draft),
        parties=tuple(parties),
        announced=dates.get("announced"),
        signed=dates.get("signed"),
        in_force=dates.get("in_force"),
        ended=dates.get("ended"),
        supersedes=None if draft.upgrade else older,
        upgrades=older if draft.upgrade else None,
        place=page.document.text[draft.place.start : draft.place.end] if draft.place else None,
        amounts=tuple(Money(amount=a.amount, currency=a.unit) for a in draft.amounts),
        targets=draft.targets,
    )


def _status(draft: Draft) -> AgreementStatus:
    """What works since a date that is told, and of whose signature nothing is told, is in force."""
    if draft.pending and draft.status is AgreementStatus.SIGNED:
        return draft.status
    if draft.status is AgreementStatus.SIGNED and "in_force" in draft.steps and "signed" not in draft.steps:
        return AgreementStatus.IN_FORCE
    return draft.status


def _name(page: Page, draft: Draft, parties: Sequence[Side]) -> str:
    """The name as written, with the parties in front unless it is a name that stands alone ("Downing Street Accord")."""
    words = " ".join(draft.words.split()) or str(draft.kind).replace("_", " ")
    own = (
        draft.named
        and draft.noun is not None
        and (draft.kind in (AgreementKind.JOINT_DECLARATION, AgreementKind.TREATY, AgreementKind.FUNDING_INITIATIVE))
    )
    noun = draft.noun
    inside = noun is not None and any(noun.start <= s.position < noun.end for s in parties)
    if own or (inside and draft.named):
        return words
    keys = list(dict.fromkeys((s.state or s.key) if s.person else s.key for s in parties))
    names = [called(page, draft.line.story, key) for key in keys]
    front = "-".join(n for n in names[:4] if n not in words)
    return f"{front} {words}" if front else words
