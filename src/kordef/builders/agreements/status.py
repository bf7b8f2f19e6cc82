"""How far the words say that an agreement has come."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.agreements.acts import Deed
from kordef.builders.agreements.cues import Found
from kordef.builders.agreements.dates import begins_at, own_date
from kordef.builders.agreements.drafts import Draft
from kordef.builders.agreements.nouns import is_head
from kordef.builders.agreements.phrases import Noun
from kordef.builders.agreements.standing import brought_home, in_force, in_talks, possessed, under, under_which
from kordef.builders.grammar.surroundings import DETERMINERS, strong_break, word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.parties import names_group
from kordef.mentions.model import ActorMention, DateMention, ValueMention
from kordef.vocabulary import AgreementKind, AgreementStatus, Modality

__all__ = ["held", "how_far", "is_no_agreement", "tells_parties"]

_TOGETHER = frozenset(["teaming", "cooperation", "collaboration", "partnership", "industrial"])
"""What two firms or states do together, though it be about goods: "a teaming agreement to offer the K9"."""
_RUNNING = (AgreementKind.PROGRAMME, AgreementKind.FUNDING_INITIATIVE)
"""What runs once it has been launched."""
_CIVIL = frozenset(
    "associations federations clubs universities schools museums leagues unions teams orchestras cities".split()
)

_RANK = {status: rank for rank, status in enumerate(AgreementStatus)}


Told = tuple[AgreementStatus, Modality, bool]
"""How far an agreement has come, how that is put, and whether the words say so."""


def is_no_agreement(line: Line, noun: Noun) -> bool:
    """Whether it is one of clubs or cities, or a deal on goods, which is a transfer."""
    if any(t.text in _CIVIL for t in line.tokens[noun.end : noun.end + 4]) or _told_elsewhere(line.tokens, noun):
        return True
    letter = line.tokens[noun.head].text in ("letter", "letters", "loi", "declaration", "joint")
    if _only_agreed(line.tokens, noun):
        return True
    between = noun.kind in (AgreementKind.FRAMEWORK_AGREEMENT, AgreementKind.MOU)
    return noun.goods and not between and not letter and noun.modifiers.isdisjoint(_TOGETHER)


def _only_agreed(tokens: Sequence[Token], noun: Noun) -> bool:
    """Whether "reached the agreement to launch talks" only says that people agreed on what they will do."""
    if tokens[noun.head].text not in _VAGUE or not noun.bare or noun.determiner != "the" or noun.end >= len(tokens):
        return False
    reached = noun.start > 1 and tokens[noun.start - 2].text in ("reached", "reach", "reaching")
    return reached and tokens[noun.end].text in ("to", "during", "that")


_CONCLUDING = word_set("concluding signing sealing negotiating")


def _told_elsewhere(tokens: Sequence[Token], noun: Noun) -> bool:
    """Whether it is only on an agreement named behind it ("an accord on concluding a pact") or one before ("such a pact")."""
    before = [t.text for t in tokens[max(0, noun.start - 3) : noun.start] if t.text not in DETERMINERS]
    if before[-2:] == ["implementation", "of"]:
        return True  # "signed a plan for the implementation of the strategic partnership"
    before = [t.text for t in tokens[max(0, noun.start - 2) : noun.start]]
    behind = [t.text for t in tokens[noun.head_end : noun.head_end + 2]]
    aims = len(behind) == 2 and behind[0] in ("on", "for") and behind[1] in _CONCLUDING
    return aims or before[-1:] == ["such"] or before in (["such", "a"], ["such", "an"])


def of_a_group(line: Line, noun: Noun) -> bool:
    """Whether it is one of more than two who are not named: "a joint statement by the Nordic ministers"."""
    tokens = line.tokens
    near = ((noun.start - 8, noun.start), (noun.end, noun.end + 8), (noun.start, noun.end))
    return any(names_group(tokens, low, high) for low, high in near)


_VAGUE = word_set("accord agreement understanding deal consensus")


def tells_of_next(line: Line, noun: Noun) -> bool:
    """Whether "an accord on" only leads on to the agreement that is named behind it ("a broad accord on a secrecy pact")."""
    return line.tokens[noun.head].text in _VAGUE and not noun.named and not noun.definite and not noun.plural


def how_far(
    line: Line,
    noun: Noun,
    found: Sequence[Deed],
    cue: Found | None,
    above: Told | None,
    earlier: Sequence[Draft],
) -> Told | None:
    """How far an agreement has come, as its verbs, its cue or the words ``above`` its list say; ``None`` where nothing does."""
    told = above or _said(line, noun, found, cue)
    if told is None:
        return None
    status, modality, acted = told
    if noun.called and earlier and not found and cue is None and above is None:
        status, modality = earlier[-1].status, earlier[-1].modality  # "one with Japan and another with Australia"
    launched = any(line.tokens[d.match.start].text.startswith("launch") for d in found)
    since = noun.named or (noun.definite and not any(d.ahead for d in found))  # "the initiative that A launched"
    if launched and noun.kind in _RUNNING and status is AgreementStatus.ANNOUNCED and since:
        status = AgreementStatus.IN_FORCE
    return status, modality, acted


def tells_parties(noun: Noun, cue: Found | None, acted: bool) -> bool:
    """Whether whoever stands around a noun is a party to it: not of a bare "the agreement", nor of a purse with a name."""
    if noun.named and noun.kind is AgreementKind.FUNDING_INITIATIVE:
        return False
    shared = noun.determiner in ("their", "its")
    return cue is not None or ((acted or shared) and (shared or not (noun.bare and noun.definite)))


def _said(line: Line, noun: Noun, found: Sequence[Deed], cue: Found | None = None) -> Told | None:
    """How far a noun's agreement has come; ``None`` for a noun that tells nothing.

    ``cue`` is what the sentence says of it without a verb of its own.
    """
    told = _said_without_cue(line, noun, found)
    if cue is None:
        return _plain(line, noun) if told is None and not found else told
    if noun.bare and noun.definite and cue.cue.status is AgreementStatus.IN_FORCE and not cue.cue.over:
        behind = max(cue.start + 1, noun.end)
        both = [t.kind for t in line.tokens[behind : behind + 10] if t.kind == "actor" or t.text == "and"]
        if both[:3] != ["actor", "word", "actor"]:
            return told  # "the paper obliges neither side"
    vague = noun.kind is AgreementKind.PARTNERSHIP and not (noun.modifiers or noun.named or noun.called or found)
    if vague and not (noun.end < len(line.tokens) and line.tokens[noun.end].text == "of"):
        return told  # "hopes for a partnership with a restaurant"
    if cue.denied or cue.supposed:
        return told if found else None
    if found or (told is not None and told[2]):
        over = cue.cue.over and told is not None and told[0] in (AgreementStatus.SIGNED, AgreementStatus.IN_FORCE)
        return (cue.cue.status, Modality.ASSERTED, True) if over else told
    return cue.cue.status, _MODALITY.get(cue.cue.status, Modality.ASSERTED), True


_MODALITY = {AgreementStatus.PROPOSED: Modality.PROPOSED, AgreementStatus.ANNOUNCED: Modality.PLANNED}


def _said_without_cue(line: Line, noun: Noun, found: Sequence[Deed]) -> Told | None:
    tokens = line.tokens
    finished = next((d for d in found if d.name == "finish"), None)
    if in_talks(line, noun) and finished is not None and finished.status is AgreementStatus.ANNOUNCED:
        return finished.status, finished.modality, True
    if in_talks(line, noun):
        future = any(d.status is AgreementStatus.PROPOSED for d in found) or any(
            t.text in ("will", "would", "could", "may", "should", "to") for t in _around(tokens, noun)
        )
        return (AgreementStatus.PROPOSED if future else AgreementStatus.NEGOTIATING), Modality.ASSERTED, True
    if found:
        last = next((d for d in found if d.name == "restore"), None) or max(found, key=lambda d: _RANK[d.status])
        done = last.status is AgreementStatus.SIGNED and tokens[last.match.start].text in ("signed", "inked")
        if (
            noun.status is AgreementStatus.PROPOSED
            and not done
            and _RANK[last.status] < _RANK[AgreementStatus.IN_FORCE]
        ):
            return AgreementStatus.PROPOSED, last.modality, True
        stands = noun.named and noun.kind is AgreementKind.TREATY and under(line, noun)
        if stands and last.status is AgreementStatus.SIGNED:
            return AgreementStatus.IN_FORCE, last.modality, True  # "its ally under the treaty signed in 1953"
        return last.status, last.modality, True
    if noun.named and under_which(line, noun) is not None:
        return AgreementStatus.IN_FORCE, Modality.ASSERTED, True
    end = noun.reach
    if any(t.text in ("signature", "signing") for t in tokens[end : end + 6]) and not noun.definite:
        return AgreementStatus.ANNOUNCED, Modality.PLANNED, True  # "are ready for signature"
    behind = [t.text for t in tokens[noun.end : noun.end + 8]]
    if noun.kind is AgreementKind.JOINT_DECLARATION and noun.determiner in ("a", "an", "their") and not noun.bare:
        return AgreementStatus.ANNOUNCED, Modality.ASSERTED, True  # whatever it says, it is there
    if under(line, noun) and noun.named and noun.kind is AgreementKind.TREATY and noun.determiner in ("the", None):
        return AgreementStatus.IN_FORCE, Modality.ASSERTED, True
    if (under(line, noun) and noun.determiner in ("a", "an")) or brought_home(line, noun):
        return AgreementStatus.SIGNED, Modality.ASSERTED, True
    if noun.kind is AgreementKind.FUNDING_INITIATIVE and not noun.plural:
        return AgreementStatus.IN_FORCE, Modality.ASSERTED, False
    if _listed(line, noun):
        return AgreementStatus.IN_FORCE, Modality.ASSERTED, True
    if noun.determiner in ("a", "an") and ("is" in behind or "will" in behind) and noun.topics:
        return AgreementStatus.ANNOUNCED, Modality.PLANNED, True
    if noun.status is not None and noun.determiner is not None:
        return noun.status, Modality.ASSERTED, True
    placed = partners_of(tokens, noun) or _since(tokens, noun)
    if (
        held(line, noun)
        and (not noun.bare or placed)
        and (not noun.plural or noun.determiner is not None or _shared(line, noun))
    ):
        return AgreementStatus.IN_FORCE, Modality.ASSERTED, True
    dated = own_date(line, noun) is not None
    if noun.named and noun.kind is AgreementKind.JOINT_DECLARATION:
        return AgreementStatus.ANNOUNCED, Modality.ASSERTED, False
    if dated and noun.named and under(line, noun):
        return AgreementStatus.IN_FORCE, Modality.ASSERTED, True  # "they sailed together under the 2014 agreement"
    if noun.named or noun.short or dated:
        year = own_date(line, noun)
        old = noun.definite and year is not None and len(_edtf(year)) == 4  # "the military cooperation treaty of 2018"
        signed = dated and noun.kind is not AgreementKind.PARTNERSHIP and not old
        return (AgreementStatus.SIGNED if signed else AgreementStatus.IN_FORCE), Modality.ASSERTED, False
    return None


def _plain(line: Line, noun: Noun) -> Told | None:
    """What a phrase with its partners says by itself, whatever the verb: "an agreement between A and B took two years"."""
    tokens = line.tokens
    partners = partners_of(tokens, noun)
    if partners == 0 or (noun.kind is AgreementKind.PARTNERSHIP and not noun.named):
        return None
    own = any(tokens[i].kind == "actor" for i in range(max(0, noun.start - 3), noun.head))
    before = [i for i in line.actors if i < noun.start and not (tokens[i - 1].text in ("in", "at", "near") and i)]
    if partners == 1 and not own and not before:
        return None
    if noun.plural and noun.determiner != "number":
        return None
    low = next((i for i in range(noun.start - 1, -1, -1) if strong_break(tokens[i])), -1) + 1
    high = next((i for i in range(noun.end, len(tokens)) if strong_break(tokens[i])), len(tokens))
    if not _UNREAL.isdisjoint(t.text for t in tokens[low : noun.start]):
        return None
    if not _UNREAL_BEHIND.isdisjoint(t.text for t in tokens[noun.end : high]) or tokens[len(tokens) - 1].text == "?":
        return None
    status = AgreementStatus.SIGNED if noun.determiner in ("a", "an") else AgreementStatus.IN_FORCE
    return status, Modality.ASSERTED, True


_UNREAL = word_set(
    """if unless whether without no not never neither nor any would could should might may will shall to n't hardly like such
    than unlike against for call calls called need needs demand demands rumours reports talk chance hopes hope hoped wants
    wanted expected planned towards toward reject rejects rejected deny denied denies imagine suppose
    supposed were frozen froze freezes blocked     blocks stalled"""
)
"""Words in front of a phrase that may make it one that there is not."""
_UNREAL_BEHIND = word_set(
    "if unless would could should might may not never n't fail fails failed unlikely impossible rumour rumor idea myth hoax "
    "speculation fiction invention stalled pointless premature"
)


_OFFICIAL = word_set(
    """government ministry army navy forces armed military air defence defense minister ministers authorities side state
    parliament cabinet president prime counterpart counterparts coast ministries and"""
)


def _of_somebody(tokens: Sequence[Token], at: int) -> bool:
    """Whether the adjective of a state only says whence somebody is ("with a French wine house")."""
    mention = tokens[at].mention
    adjective = isinstance(mention, ActorMention) and mention.form == "adjective"
    return adjective and at + 1 < len(tokens) and tokens[at + 1].kind == "word" and tokens[at + 1].text not in _OFFICIAL


def partners_of(tokens: Sequence[Token], noun: Noun) -> int:
    """How many partners stand right behind a phrase: two for "between A and B", one for "with B", else none."""
    for at in (noun.end, noun.reach):
        if at + 1 >= len(tokens) or tokens[at].text not in ("with", "between"):
            continue
        near = range(at + 1, min(at + 9, len(tokens)))
        first = next((i for i in near if tokens[i].kind == "actor"), None)
        if first is None or first > at + 3 or _of_somebody(tokens, first):
            continue
        if tokens[at].text == "with":
            return 1
        joined = (i for i in range(first + 1, min(first + 7, len(tokens))) if tokens[i].text == "and")
        last = next(joined, None)
        if last is not None and any(t.kind == "actor" for t in tokens[last + 1 : last + 5]):
            return 2
    inside = sum(tokens[i].kind == "actor" for i in range(noun.start, noun.head))
    return 2 if inside > 1 else 0


def _listed(line: Line, noun: Noun) -> bool:
    """Whether it is one of those that "three treaties underpin it:" gives a list of."""
    tokens = line.tokens
    colon = next((i for i in range(noun.start - 1, 0, -1) if tokens[i].text == ":"), None)
    if colon is None or noun.plural:
        return False
    counted = [t.mention for t in tokens[:colon] if isinstance(t.mention, ValueMention)]
    return any(m.noun and is_head(_singular(m.noun)) for m in counted)


def held(line: Line, noun: Noun) -> bool:
    """Whether somebody has it, it is in force, or is what it is since a date."""
    if possessed(line, noun) is not None or in_force(line, noun) is not None:
        return True
    end = noun.reach
    return end < len(line.tokens) and begins_at(line.tokens[end]) is not None


def _edtf(token: Token) -> str:
    mention = token.mention
    return (mention.period.edtf or "") if isinstance(mention, DateMention) else ""


def _since(tokens: Sequence[Token], noun: Noun) -> bool:
    """Whether "since 2019" or "under which" right behind a noun says that there is one."""
    behind = tokens[noun.end : noun.end + 2]
    return bool(behind) and (begins_at(behind[0]) is not None or [t.text for t in behind] == ["under", "which"])


def _around(tokens: Sequence[Token], noun: Noun) -> Sequence[Token]:
    """The tokens that say whether talks are under way: those before the noun, and those behind ", talks on which"."""
    end = noun.reach
    behind = tokens[end + 3 : end + 9] if any(t.text == "which" for t in tokens[end : end + 4]) else ()
    return [*(t for t in tokens[: noun.start] if t.text != "to"), *behind]


def _shared(line: Line, noun: Noun) -> bool:
    """Whether "with" or "between" right behind a noun says whose it is."""
    return noun.end < len(line.tokens) and line.tokens[noun.end].text in ("with", "between")


def _singular(noun: str) -> str:
    """The last word of what is counted, in the singular."""
    word = noun.lower().split()[-1]
    return word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
