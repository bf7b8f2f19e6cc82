"""What is done to an agreement: the verbs that belong to a noun, and how far they say that it has come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from kordef.builders.agreements.nominal import Deed, nominal
from kordef.builders.agreements.nouns import is_head
from kordef.builders.agreements.outlook import (
    BREAKS,
    aimed_at,
    asks,
    heads_with_aim,
    proposed_to,
    resolved,
    shares_future,
    told_to,
)
from kordef.builders.agreements.phrases import Noun
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.frames import Frames, Match, find
from kordef.builders.grammar.named_acts import only_named
from kordef.builders.grammar.surroundings import DETERMINERS, QUOTES, not_yet, strong_break, word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.grammar.verbs import VerbGroup
from kordef.builders.grammar.word_classes import WISHES
from kordef.mentions.model import ValueMention
from kordef.vocabulary import AgreementKind, AgreementStatus, Modality

__all__ = [
    "BREAKS",
    "RELATIVES",
    "TELLS",
    "Deed",
    "acts_in",
    "deed",
    "deeds",
    "next_start",
]

RELATIVES = ("that", "which")
NOT_VERBS = frozenset(["trade", "trades", "exchange", "exchanges", "table", "study", "studies", "draft", "eye", "eyes"])
"""Forms that are nouns or modifiers far more often than verbs ("a free trade agreement")."""
TELLS = frozenset("announced said confirmed reported stated disclosed declared revealed".split())
"""What is made known is done before, or apart from its day."""
_REPORTED = frozenset(["said", "says", "announced", "told", "added", "reported", "stated", "agreed"])
_MIGHT = word_set("might could would should may")
_SUPPOSED = word_set("if unless whether")
_DENIED = word_set(
    "denied denies denying deny dismissed dismisses rejected rejects disputed disputes refuted refutes refused"
)
_UNSURE = (Modality.PROPOSED, Modality.DEMANDED, Modality.CONDITIONAL, Modality.POSSIBLE)


def acts_in(line: Line, frames: Frames) -> list[Match]:
    """The verbs of a sentence that do something to agreements, also with one as their subject ("the text turns ...")."""
    tokens = line.tokens
    found = [m for m in find(line, frames) if not m.noun and tokens[m.start].text not in NOT_VERBS]
    taken = {m.start for m in found}
    for at in range(1, len(tokens) - 1):
        token = tokens[at]
        if token.kind != "word" or at in taken or not token.text.endswith("s"):
            continue
        for trigger in frames.verb_forms.get(token.text, ()):
            end = at + 1 + len(trigger.rest)
            if (
                trigger.inflection.form == "third"
                and tuple([t.text for t in tokens[at + 1 : end]]) == trigger.rest
                and _governing(tokens, at, trigger.rest)
            ):
                found.append(
                    Match(frame=trigger.frame, line=line, start=at, end=end, noun=False, group=VerbGroup(at), bare=True)
                )
                break
    return sorted(found, key=lambda m: m.start)


def _governing(tokens: Sequence[Token], at: int, rest: Sequence[str]) -> bool:
    """Whether a word in -s is a verb: with a particle of its own ("dates from"), or between an agreement and an object."""
    if rest:
        return True
    after = tokens[at + 1]
    objective = after.kind in ("actor", "value") or after.text in DETERMINERS or is_head(after.text)
    if tokens[at].text in _ONLY_VERBS:
        return objective
    return objective and is_head(tokens[at - 1].text)


_ONLY_VERBS = frozenset(["replaces", "supersedes", "succeeds", "renews", "extends", "revises", "amends", "terminates"])


def deeds(line: Line, clauses: Clauses, nouns: Sequence[Noun], n: int, acts: Sequence[Match]) -> list[Deed] | None:
    """The verbs of a noun in the order of the sentence; ``None`` where one of them says that it did not happen."""
    noun, tokens = nouns[n], line.tokens
    if noun.determiner in ("no", "neither") or tokens[noun.start - 1].text == "any":
        return None
    found: list[Deed] = []
    left = next((m for m in reversed(acts) if m.end <= noun.start), None)
    if left is not None and left.frame.id == "join" and left.group.passive and tokens[left.end].text == "by":
        left = None  # "it was joined by a second: a memorandum"
    if left is not None and _reaches(line, clauses, left, noun):
        found.append(deed(line, left, ahead=True))
    elif (named := nominal(line, noun)) is not None:
        found.append(named)
    elif (around := next((m for m in acts if m.start < noun.start and m.end > noun.end), None)) is not None:
        found.append(deed(line, around, ahead=True))  # "let the declaration lapse"
    right = next((m for m in acts if m.start >= noun.end and not _modifies(m) and not _founds(tokens, m)), None)
    if (again := _of_it(nouns, n, acts, tokens)) is not None and not any(d.name == "sign" for d in found):
        found = [deed(line, again, ahead=False)]
        right = None
    if right is not None and _governs(line, nouns, n, right, alone=not found or found[0].name == "build"):
        if found and found[0].name != "build" and not _behind_comma(tokens, noun, right):
            found.clear()
        found.append(deed(line, right, ahead=False))
        found.extend(deed(line, m, ahead=False) for m in _joined(tokens, acts, noun, right))
    elif right is not None and right.frame.id == "replace" and not found and _takes_place(tokens, noun, right):
        # "the tailored programme replaced the earlier one"
        if not right.group.passive and right.group.aspect in ("plain", "done"):
            status, modality = AgreementStatus.IN_FORCE, right.group.modality
            found.append(Deed(match=right, ahead=False, status=status, modality=modality, step="in_force"))
    if not found:
        found.extend(_entry(line, noun, acts))
    if noun.determiner in ("its", "their", "his", "her"):
        # "wants its treaty of 1992 brought up to date"
        found = [d for d in found if not (d.ahead and tokens[d.match.start].text in ("want", "wants", "wanted"))]
    found = [d for d in found if not d.match.frame.settings.get("dated") or _dated(tokens, d.match.end)]
    if any(d.ahead and _of_neither(tokens, d.match) for d in found):
        return None
    if _existing(noun) and any(d.ahead and tokens[d.match.start].text.startswith("discuss") for d in found):
        return None  # "they discussed the security partnership": what they have
    if any(_unreal(tokens, d.match) for d in found):
        return None
    if any(tokens[max(0, d.match.group.start - 1)].text == "without" for d in found):
        return None  # "without securing an arrangement with its suppliers"
    found = [_undone(d) for d in found]
    groups = [(d.match.group.start, d.match.start) for d in found]
    if any(d.match.group.negated and d.name not in _KEEPS for d in found):
        return None
    if any(not_yet(tokens, *g) for g in groups):
        return []  # "have yet to sign": its cue says how far it has come
    return found


def _founds(tokens: Sequence[Token], act: Match) -> bool:
    """Whether a relative clause tells what an agreement brings about: "signed a memorandum that sets up a committee"."""
    relative = tokens[act.group.start - 1].text in RELATIVES
    return act.frame.id == "found" and relative and not act.group.passive and not act.reduced


_KEEPS = frozenset(["renew", "prolong", "end"])
"""What leaves an agreement as it is where it is not done."""


def _undone(deed: Deed) -> Deed:
    """What it means that an agreement is not renewed, or not ended."""
    group = deed.match.group
    if not group.negated or deed.name not in _KEEPS:
        return deed
    gone = deed.name != "end" and group.aspect in ("plain", "done") and group.modality is Modality.ASSERTED
    status = AgreementStatus.ENDED if gone else AgreementStatus.IN_FORCE
    return evolve(deed, status=status, modality=Modality.ASSERTED, step="")


def _takes_place(tokens: Sequence[Token], noun: Noun, act: Match) -> bool:
    """Whether a noun with its partners and topics is the subject of "replaces" behind it."""
    between = tokens[noun.end : act.group.start]
    left_out = between and between[-1].text in ("it", "they", "he", "she")  # "the document it replaces"
    return not left_out and not any(strong_break(t) or t.text in BREAKS or t.text == "," for t in between)


def _of_it(nouns: Sequence[Noun], n: int, acts: Sequence[Match], tokens: Sequence[Token]) -> Match | None:
    """The verb of "..., their ministers having signed it on 28 May": with a pronoun for the noun before it as object."""
    noun = nouns[n]
    for act in acts:
        if (
            act.start < noun.end
            or act.frame.id != "sign"
            or act.end >= len(tokens)
            or tokens[act.end].text not in ("it", "them")
        ):
            continue
        between = tokens[noun.end : act.group.start]
        last = n + 1 == len(nouns) or nouns[n + 1].start > act.start
        waits = any(t.text in ("before", "until", "once", "when", "if") for t in between)
        return act if last and not act.group.negated and act.group.aspect in ("plain", "done") and not waits else None
    return None


def _entry(line: Line, noun: Noun, acts: Sequence[Match]) -> Iterator[Deed]:
    """What an entry says behind its name: "Cooperation Agreement (initialled June 2022; signed Seoul, 8 March 2023)"."""
    tokens = line.tokens
    end = noun.reach
    if end < len(tokens) and tokens[end].text in ("with", "between"):
        end += 1
        while end < len(tokens) and (tokens[end].kind == "actor" or tokens[end].text in ("the", "and", ",")):
            end += 1
    if noun.start > 4 or end >= len(tokens) or tokens[end].text not in _ENTRY or noun.back:
        return
    if any(t.text in _STILL for t in tokens[end:]):
        return
    for act in acts:
        lone = act.group.start == act.start and tokens[act.start].text.endswith("ed") and not act.group.negated
        if act.start > end and lone and tokens[act.start - 1].text in (*_ENTRY, ";", ",", "and"):
            yield deed(line, act, ahead=False)


_ENTRY = (":", "(", "—", "–")
_STILL = word_set("talks round rounds negotiations draft pending proposed")


def _existing(noun: Noun) -> bool:
    """Whether a noun means the partnership that two have, and no paper."""
    definite = noun.definite or noun.determiner in ("our", None)
    return noun.kind is AgreementKind.PARTNERSHIP and not noun.named and definite and not noun.topics


def _unreal(tokens: Sequence[Token], act: Match) -> bool:
    """Whether somebody denies it, it was never done ("might have signed"), or it is only supposed ("if they sign")."""
    low = act.group.start
    inside = [t.text for t in tokens[low : act.start]]
    if inside and inside[0] in _MIGHT and "have" in inside:
        return True
    for position in range(low - 1, max(-1, low - 16), -1):
        token = tokens[position]
        if strong_break(token) or (token.text in (",", "which", "who") and position < low - 1):
            return False
        if token.text in _SUPPOSED:
            return position < low - 1  # "the programme, if adopted" is one that is proposed
        if token.text in _DENIED:
            return True
    return False


def _of_neither(tokens: Sequence[Token], act: Match) -> bool:
    """Whether "neither A nor B" does it."""
    for position in range(act.group.start - 1, max(-1, act.group.start - 14), -1):
        if strong_break(tokens[position]):
            return False
        if tokens[position].text == "neither":
            return True
    return False


def _dated(tokens: Sequence[Token], at: int) -> bool:
    """Whether a date stands right behind a verb ("followed on 6 October")."""
    return any(t.kind == "date" for t in tokens[at : at + 2])


def deed(line: Line, match: Match, *, ahead: bool = False) -> Deed:
    """What a verb says: the status, how it is put, and the step that it dates."""
    settings = match.frame.settings
    status, modality = _outcome(line, match)
    step = settings.get("step", "")
    if status is AgreementStatus.ANNOUNCED and step:
        step = "announced"
    elif status is AgreementStatus.PROPOSED:
        step = "announced" if match.frame.id == "propose" and match.group.aspect in ("plain", "done") else ""
    elif status is AgreementStatus.NEGOTIATING:
        step = ""
    return Deed(match=match, ahead=ahead, status=status, modality=modality, step=step)


def _outcome(line: Line, act: Match) -> tuple[AgreementStatus, Modality]:
    settings, group = act.frame.settings, act.group
    modality = group.modality
    future = AgreementStatus(settings["future"])
    if modality is Modality.CONDITIONAL and any(t.text in _REPORTED for t in line.tokens[: act.start]):
        return future, Modality.PLANNED  # "said that two papers would be signed"
    if heads_with_aim(line, act):
        return future, Modality.PLANNED
    if proposed_to(line.tokens, act):
        return AgreementStatus.PROPOSED, Modality.PROPOSED
    if (aim := aimed_at(line.tokens, act)) is not None:
        return aim, Modality.PLANNED
    if act.frame.id == "end" and any(t.text in _LET for t in line.tokens[max(0, act.start - 10) : act.start]):
        return AgreementStatus.ENDED, modality  # "let the memorandum lapse"
    if group.start > 0 and line.tokens[group.start - 1].text == "if":
        return AgreementStatus.PROPOSED, Modality.CONDITIONAL  # "the programme, if adopted"
    if act.frame.id == "join" and asks(line.tokens, group.start):
        return AgreementStatus.PROPOSED, Modality.PROPOSED
    if modality in _UNSURE or group.aspect == "considering":
        return AgreementStatus.PROPOSED, modality
    if (
        act.frame.id == "end"
        and not act.noun
        and line.tokens[act.start].text in ("expires", "lapses", "ends", "expire")
    ):
        return future, modality  # "which expires in 2027": until then it is in force
    if line.tokens[act.start].text in _WRITTEN and group.aspect in ("plain", "done") and modality is Modality.ASSERTED:
        return AgreementStatus.SIGNED, modality
    if act.frame.id == "end" and told_to(line.tokens, act, _THREATS):
        return future, modality
    if told_to(line.tokens, act, _MAY):
        return AgreementStatus.PROPOSED, Modality.PLANNED
    if told_to(line.tokens, act, _WILL):
        return AgreementStatus.PROPOSED, Modality.PROPOSED
    if act.frame.id == "sign" and any(t.text == "being" for t in line.tokens[group.start : act.start]):
        return AgreementStatus.NEGOTIATING, modality
    if told_to(line.tokens, act, _ORDERS):
        return AgreementStatus.NEGOTIATING, Modality.DEMANDED
    if group.aspect == "negotiating":
        return AgreementStatus.NEGOTIATING, modality
    if group.aspect == "agreed":
        return future, Modality.ASSERTED
    if group.aspect == "future":
        wish = any(t.text in WISHES for t in line.tokens[group.start : act.start])
        return (AgreementStatus.PROPOSED if wish else future), modality
    if act.frame.id in _MAKES and group.aspect == "plain" and not act.noun:
        low = only_named(line.tokens, group.start, act.start)
        if low is not None and line.tokens[low - 1].text != "and":
            return (
                AgreementStatus.PROPOSED,
                Modality.PLANNED,
            )  # "under pressure to sign", "no plan for Spain to conclude"
    if modality is Modality.ASSERTED and (shares_future(line.tokens, act) or resolved(line.tokens, act)):
        return future, Modality.PLANNED
    return AgreementStatus(settings["status"]), modality


_MAKES = frozenset(["sign", "found", "join", "upgrade", "renew", "partner"])
"""Frames of acts that make an agreement."""
_SETS = word_set(
    "string bundle network web trio copies copy clutch series number package set pair raft slew batch couple total text draft "
    "version extension renewal handful range round host "
    "terms framework part parts both all some several many most one two three four five half pages outline basis instruments each"
)
"""Before "of" these count or measure agreements, or are them."""
_LET = word_set("let lets allowed allows")
_ORDERS = word_set(
    "instructed instructs directed directs tasked tasks ordered orders told mandated mandates asked urged"
)


_WILL = word_set(
    "wish desire intention willingness readiness interest hope ambition ambitions aim goal eagerness resolve"
)
_WRITTEN = frozenset(["drew", "drawn"])
_THREATS = word_set("threatened threatens threaten threatening threat threats")
_MAY = word_set(
    "authorised authorises authorized authorizes empowered empowers authority authorisation authorization permission"
)


def _behind_comma(tokens: Sequence[Token], noun: Noun, act: Match) -> bool:
    """Whether a clause behind a comma goes on with a noun that already has a verb (", which entered into force in 2024")."""
    return any(t.text == "," for t in tokens[noun.end : act.group.start])


def _joined(tokens: Sequence[Token], acts: Sequence[Match], noun: Noun, first: Match) -> Iterator[Match]:
    """The verbs coordinated with one behind its noun: "was signed in 2023 and entered into force in 2024"."""
    at = first
    if first.frame.id == "replace" and not first.group.passive:
        return  # what stands behind it is told of the older one
    for act in acts:
        if act.start <= at.start:
            continue
        before = tokens[act.group.start - 1].text if act.group.start else ""
        between = tokens[at.end : act.group.start]
        # the main verb behind a clause between commas: ", signed in March, has lapsed"
        inner = first.reduced or any(t.text in RELATIVES or t.text == "," for t in tokens[noun.end : first.group.start])
        if not (
            before in ("and", "but") or (inner and before == ",") or (inner and at is first and before != "")
        ) or any(strong_break(t) for t in between):
            return
        if not (act.group.passive or act.frame.settings.get("intransitive") or act.reduced or act.frame.id == "renew"):
            return
        if act.group.negated:
            return  # "ran out after ten years and was never renewed"
        yield act
        at = act


def _governs(line: Line, nouns: Sequence[Noun], n: int, act: Match, *, alone: bool) -> bool:
    """Whether a noun is the subject of the passive or intransitive verb behind it, or the antecedent of its clause."""
    noun, tokens = nouns[n], line.tokens
    low = noun.topics[-1][1] if noun.topics and noun.topics[-1][1] <= act.group.start else noun.end
    between = tokens[low : act.group.start]
    if any(strong_break(t) for t in between):
        return False
    if n + 1 < len(nouns) and nouns[n + 1].start < act.start:
        gap = tokens[noun.end : nouns[n + 1].start]
        if not alone or any(t.text not in ("and", "or", ",", "a", "an", "the", "both") for t in gap):
            return False
    relative = next((i for i in range(noun.end, act.group.start) if tokens[i].text in RELATIVES), None)
    passive = act.group.passive or act.reduced or act.frame.settings.get("intransitive", False)
    if relative is not None and tokens[relative - 1].text in ("in", "under", "by", "with", "through", "for", "on"):
        return False  # "a statement in which they pledged to raise trade"
    closed = relative == noun.end + 1 and tokens[noun.end].text == "," and tokens[act.group.start - 1].text == ","
    if relative is not None and not alone and _aims_at_next(tokens, nouns, n, act):
        return False
    if relative is not None and closed and act.group.passive:
        return True  # "the MOU, which is not binding and runs for five years, was signed"
    if relative is not None:
        clause = tokens[relative + 1 : act.group.start]
        return relative - low <= 8 and len(clause) <= 6 and not any(t.text == "," for t in clause)
    bare = act.group.start == act.start
    comma = bare and act.start > 0 and tokens[act.start - 1].text == "," and act.start - noun.end <= 3
    if not passive and comma and tokens[act.start].text.endswith(("ed", "n", "ung", "d")):
        return True
    if passive and alone is False and not comma and not any(t.text == "," for t in between):
        return False
    return passive and not (between and between[-1].text in ("and", "but", "while", "when"))


def _aims_at_next(tokens: Sequence[Token], nouns: Sequence[Noun], n: int, act: Match) -> bool:
    """Whether a verb has the next agreement for object, to which this one leads ("that sets out steps for concluding a pact")."""
    if act.group.passive or tokens[act.start - 1].text not in _TOWARDS or n + 1 >= len(nouns):
        return False
    return act.end <= nouns[n + 1].start <= act.end + 3


_TOWARDS = word_set("for of to towards toward on before")


def _reaches(line: Line, clauses: Clauses, act: Match, noun: Noun) -> bool:
    """Whether a noun lies among the objects of the verb in front of it."""
    tokens = line.tokens
    if act.frame.id == "partner" or act.reduced or (act.frame.settings.get("intransitive") and act.frame.id != "end"):
        return False
    between = tokens[act.end : noun.start]
    if any(t.text in BREAKS for t in between):
        return False
    into = any(t.text in ("to", "into") for t in between)
    if not into and _of_another(between):
        return False
    for position, token in enumerate(between):
        if strong_break(token) and not (
            token.text == ":" and (act.group.passive or _counts_papers(between[:position]))
        ):
            return False
        if (
            token.kind == "word"
            and token.text in ("to", "into", "as", "under", "in")
            and not act.frame.settings.get("into")
        ):
            if token.text == "in" and position + 1 < len(between) and between[position + 1].kind in ("actor", "date"):
                continue
            if token.text == "in" and any(is_head(t.text) for t in between[:position]):
                continue  # "a letter on mines in the Black Sea and an arrangement on training"
            if token.text == "to" and act.frame.id == "join":
                continue
            return False
    if tokens[act.start].text.startswith("want") and any(t.text == "to" for t in tokens[noun.end : noun.end + 8]):
        return False  # "wanted the partnership to mention ..."
    if _opens_clause(tokens, clauses, noun):
        return False
    if act.group.passive and not into:
        return any(t.text == ":" for t in between)
    return True


def _counts_papers(between: Sequence[Token]) -> bool:
    """Whether a list of agreements is announced: "inked two documents on Monday: a letter of intent and ..."."""
    counted = (m for t in between if isinstance(m := t.mention, ValueMention) and m.noun)
    return any(is_head(m.noun.lower().split()[-1].removesuffix("s")) for m in counted if m.noun)


def _of_another(between: Sequence[Token]) -> bool:
    """Whether the object is another noun, of which the agreement is a part ("laid a foundation for the implementation of")."""
    for position in range(1, len(between)):
        token, before = between[position], between[position - 1]
        if is_head(before.text):
            return False
        if token.kind == "word" and token.text in ("for", "of") and before.kind == "word" and before.text not in _SETS:
            return True
    return False


def _opens_clause(tokens: Sequence[Token], clauses: Clauses, noun: Noun) -> bool:
    """Whether a noun behind ", and" is the subject of a clause of its own (", and an MOU on chips is to ...")."""
    at = noun.start
    while at > 0 and (tokens[at - 1].text in DETERMINERS or tokens[at - 1].text in QUOTES):
        at -= 1
    if at < 2 or tokens[at - 1].text not in ("and", "while", "but") or tokens[at - 2].text != ",":
        return False
    end = noun.reach
    verb = next((v for v in clauses.verbs if v.kind == "finite" and v.start >= end), None)
    if verb is None:
        return any(t.text in ("is", "are", "was", "were", "will", "would", "has", "had") for t in tokens[end : end + 2])
    return not any(strong_break(t) or t.text in BREAKS for t in tokens[end : verb.start])


def next_start(acts: Sequence[Match], act: Match, end: int) -> int:
    """Where the next verb's group begins; "a memorandum creating a task group" goes on over its participle."""
    return next((m.group.start for m in acts if m.start >= act.end and not _modifies(m)), end)


def _modifies(act: Match) -> bool:
    """Whether a verb is a participle right behind the noun that it modifies."""
    tokens = act.line.tokens
    bare = act.group.start == act.start and act.start > 0 and tokens[act.start].text.endswith("ing")
    return bare and is_head(tokens[act.start - 1].text)
