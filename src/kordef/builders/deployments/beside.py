"""Forces that a sentence names beside those told of: who else is there, who sails as flagship, whose base it is, who calls when.

No verb of a deployment is needed here. The paragraph has told of one, and a further flag stands before forces of its own
("a Slovenian platoon looks after chemical defence, and the Danes, 700 strong, turn up for six months").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kordef.builders.deployments.act_conditions import is_dealt, is_service, states_of
from kordef.builders.deployments.drafts import Draft, strength_of
from kordef.builders.deployments.lists import carry
from kordef.builders.deployments.owners import Owners
from kordef.builders.force_places import Spot, place_after
from kordef.builders.forces import Force, Side, forces_in, forces_of, side_of, words
from kordef.builders.grammar.clauses import Clauses, clauses_of
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.grammar.word_classes import CLAUSE_WORDS, DETERMINERS, PREPOSITIONS, SPEECH
from kordef.builders.page import Page
from kordef.builders.timing import dated_behind, period_of
from kordef.builders.topics import speaks_of_defence
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention, ValueMention, WeaponMention
from kordef.periods import Period
from kordef.vocabulary import ActorKind, DeploymentKind, Modality

__all__ = ["Beside"]

_NO_VERBS = PREPOSITIONS | DETERMINERS | CLAUSE_WORDS | {"and", "or", "not", "no"}

_BODIES = frozenset(
    (
        "contingent contingents detachment detachments squadron squadrons team teams gunners instructors trainers crews medics "
        "engineers pilots observers advisers personnel gendarmes crew cadets"
    ).split()
)
"""Nouns for others too that name forces where forces have been told of."""

_BESIDE = frozenset(["with", "alongside", "beside", "besides", "and", "plus", "joined", "including", "to", "by", ","])
_WITH = frozenset(["with", "alongside", "beside", "by"])
_BE = frozenset(["is", "are", "was", "were", "remains", "became"])
_LEADS = frozenset(
    ["flagship", "lead", "leader", "contingent", "backbone", "core", "bulk", "largest", "newest", "latest"]
)
_AGAINST = frozenset(
    "against from meet intercept of shadow for than track watch toward towards over near fought".split()
)
_HAS = frozenset("has keeps runs operates opened built maintains owns had kept ran set holds leases retains".split())
_BASES = frozenset(["base", "bases", "airbase", "garrison", "outpost"])
_FIGHTS = frozenset(
    (
        "attack attacked attacks strike struck strikes hit hits shell shelled bombed bomb captured capture seized seize killed "
        "kill died die wounded destroyed destroy shot lost lose retreated fled fought fighting invaded invade raided stormed "
        "surrendered captured taken deserted advanced pushed crossed suffered used use uses carry carries carried get got gets "
        "receive received need needs want wants replace replaced fitted armed equipped built sold bought rejected refused"
    ).split()
)
"""What is war, and what is equipment: neither is a deployment."""
_NO_STATION = _FIGHTS | SPEECH
_TIES = frozenset(
    "ties bonds bond relations relationships links partnerships partnership friendships cooperation trust".split()
)
_VISITS = frozenset("visit visits visitors visitor calls callers arrivals port ships guests moorings berths".split())


class Beside:
    """Reads the further forces of the sentences in which, or before which, a deployment is told of."""

    def __init__(self, page: Page, owners: Owners) -> None:
        self.page = page
        self.owners = owners
        self.told: Draft | None = None

    def read(self, line: Line, found: Sequence[Draft]) -> Iterator[Draft]:
        """The deployments of a sentence beside those found in it."""
        if self.told is not None and self.told.line.block != line.block:
            self.told = None
        told = found[0] if found else self.told
        if line.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION) and line.tokens:
            every = list(found)
            if told is None or told.kind is not DeploymentKind.PORT_CALL:
                for draft in self._others(line, told, every):
                    every.append(draft)
                    yield draft
            yield from self._codenamed(line, every)
            if not every:
                yield from self._ground(line)
                yield from self._called(line)
        if found:
            self.told = found[0]

    # ---- who else is there

    def _others(self, line: Line, told: Draft | None, found: Sequence[Draft]) -> Iterator[Draft]:
        """Further flags with forces of their own: "a Slovenian platoon looks after", "next to Italian armour"."""
        tokens = line.tokens
        clauses = clauses_of(line)
        if told is None and not speaks_of_defence(self.page, line):
            return
        known = {k for d in found for k, _ in d.actors}
        partners = {k for d in found for k, _ in d.partners}
        if told is not None:
            known |= {k for k, _ in told.actors}
        for force in self._forces(line):
            covered = any(d.start <= force.token.start < d.end for d in found)
            if covered or is_service(force) or is_dealt(line, [force]):
                continue
            sides = [s for s in states_of(self.owners.owners_of(line, force)) if s[0] not in known]
            if not sides or not self._stands(tokens, clauses, force, sides[0]):
                continue
            first = min(force.token.start, *(m.start for _, m in sides if m.start >= line.start), force.token.end)
            low = next((n for n, t in enumerate(tokens) if t.start >= first), force.at)
            begin = low
            while begin > 0 and tokens[begin - 1].kind in ("value", "actor"):
                begin -= 1  # "with six Republic of Korea Navy ships"
            if sides[0][0] in partners and _WITH & {t.text for t in tokens[max(begin - 2, 0) : low]}:
                continue
            known.update(k for k, _ in sides)
            place = place_after(self.page, tokens, force.at + 1, min(force.at + 8, len(tokens)))
            weapon = force.token.mention
            period, dates = dated_behind(line, force.at)
            end = max(force.end, self._verb_end(tokens, clauses, force))
            if told is None:
                place = self._away(line, clauses, force, sides[0], place)
                if place is None:
                    continue
                end = max(end, place.end)
            yield Draft(
                line=line,
                at=force.at,
                start=tokens[low].start,
                end=end,
                kind=told.kind if told is not None else DeploymentKind.DEPLOYMENT,
                modality=told.modality if told is not None else Modality.ASSERTED,
                actors=sides,
                weapons=[weapon] if isinstance(weapon, WeaponMention) else [],
                place=place[:2] if place else told.place if told is not None else None,
                period=period,
                dates=dates,
                strength=strength_of(tokens, [force], (max(force.at - 3, 0), force.at + 4))
                or _strong(tokens, force.at),
                name=told.name if told is not None else None,
                named_at=told.named_at if told is not None else None,
                verbal=True,
                apart=True,
            )

    def _away(self, line: Line, clauses: Clauses, force: Force, side: Side, place: Spot | None) -> Spot | None:
        """Where forces with a flag do something, whatever it is, on the ground or in the waters of others."""
        tokens = line.tokens
        verb = next((v for v in clauses.verbs if v.kind == "finite" and v.start > force.at), None)
        if verb is None or force.kind not in ("troops", "unit", "ship") or tokens[verb.head].text in _NO_STATION:
            return None
        if clauses.group(verb.head).modality not in (Modality.ASSERTED, Modality.PLANNED):
            return None
        if any(t.text in _FIGHTS for t in tokens[force.at : verb.head + 3]):
            return None
        place = place or place_after(self.page, tokens, verb.head + 1, min(verb.head + 14, len(tokens)))
        if place is None or not _TIES.isdisjoint(t.text for t in tokens[verb.head + 1 : verb.head + 5]):
            return None  # "the task group is strengthening bonds across the Pacific"
        grounds = {
            t.mention.key
            for t in tokens
            if place.start <= t.start < place.end
            and isinstance(t.mention, ActorMention)
            and t.mention.kind is ActorKind.STATE
        }
        return place if side[0] not in grounds else None

    def _forces(self, line: Line) -> Iterator[Force]:
        tokens = line.tokens
        for force in forces_of(self.page, line):
            if force.kind in ("troops", "unit", "ship", "aircraft") or (
                force.kind == "weak" and force.token.text.split()[-1] in _BODIES
            ):
                yield force
        for at in line.actors:
            mention = tokens[at].mention
            if isinstance(mention, ActorMention) and mention.form == "demonym":
                counted = at > 0 and isinstance(tokens[at - 1].mention, ValueMention)
                if counted or _strong(tokens, at) is not None:
                    yield Force(at, "troops", tokens[at])

    @staticmethod
    def _stands(tokens: Sequence[Token], clauses: Clauses, force: Force, side: Side) -> bool:
        """Whether forces are the subject of a verb that is not denied, or stand with others or as their flagship."""
        begin = next((n for n in range(force.at, max(force.at - 6, -1), -1) if tokens[n].mention is side[1]), force.at)
        while begin > 0 and (
            tokens[begin - 1].kind in ("value", "actor")
            or tokens[begin - 1].text in ("the", "a", "an", "some", "and", "about")
        ):
            begin -= 1
        before = tokens[begin - 1].text if begin else ""
        if any(t.text.endswith(("n't", "n’t")) or t.text == "not" for t in tokens[force.at : force.at + 4]):
            return False
        if before in _AGAINST or (before in ("at", "in") and force.kind == "ship"):
            return False
        if force.at + 2 < len(tokens) and tokens[force.at + 1].text in ("that", "which", "who"):
            # "relieve a Dutch detachment that had been minding Baltic skies"
            does = next((v for v in clauses.verbs if force.at + 2 <= v.start <= force.at + 3), None)
            if does is not None and does.kind == "finite":
                return not clauses.group(does.head).negated
        if _strong(tokens, force.at) is not None:
            return True
        if before in _BE or (begin > 2 and before in ("present", "now") and tokens[begin - 3].text in _BE):
            return any(t.text in _LEADS for t in tokens[max(begin - 8, 0) : begin])
        verb = next((v for v in clauses.verbs if v.kind == "finite" and v.start > force.at), None)
        apart = verb is None or any(t.text in (";", ":") for t in tokens[force.at : verb.start])
        if verb is not None and not apart and verb.start - force.at <= 12:
            earlier = clauses.verb_before(force.at)
            opens = before in ("", ",", "and", ";", "while", "but", ":", "where", "“") or begin <= 1
            if opens or earlier is None:
                denied = verb.head + 1 < len(tokens) and tokens[verb.head + 1].text == "no"
                return not clauses.group(verb.head).negated and not denied
        if (verb is None or apart) and before in _OPENING and _does(tokens, force.at):
            return True
        return (before in _BESIDE and before not in (",", "to", "by")) or tokens[max(begin - 2, 0)].text == "next"

    @staticmethod
    def _verb_end(tokens: Sequence[Token], clauses: Clauses, force: Force) -> int:
        verb = next((v for v in clauses.verbs if v.kind == "finite" and v.start > force.at), None)
        return tokens[verb.head].end if verb is not None and verb.head - force.at <= 8 else force.token.end

    def _codenamed(self, line: Line, found: Sequence[Draft]) -> Iterator[Draft]:
        """An operation of an organisation by its name: "Baltic Sentry, the NATO effort that began on 14 January"."""
        tokens, text = line.tokens, self.page.document.text
        for at in line.places_of(words().codenames):
            if at == 0 or not tokens[at].capital or not (tokens[at - 1].capital and tokens[at - 1].kind == "word"):
                continue
            span = (tokens[at - 1].start, tokens[at].end)
            behind = tokens[at + 1 : at + 5]
            before = tokens[max(at - 4, 0) : at - 1]
            owner = next(
                (
                    m
                    for t in (*before, *(behind if behind and behind[0].text == "," else ()))
                    if isinstance(m := t.mention, ActorMention) and m.kind is ActorKind.IGO
                ),
                None,
            )
            if owner is None or (key := side_of(owner)) is None:
                continue
            title = text[slice(*span)]
            if any(d.name and (d.name in title or title in d.name) and key in {k for k, _ in d.actors} for d in found):
                continue
            period, dates = _begun(tokens, at)
            sent = [d for d in found if any(k.startswith("state:") for k, _ in d.actors)]
            if period is None and sent:
                low = at - 1  # "four Danish jets flew from Ämari for NATO's Baltic Air Policing"
                while low > 0 and tokens[low - 1].capital and tokens[low - 1].kind == "word":
                    low -= 1
                for other in sent:
                    _join(other, (key, owner), (tokens[low].start, tokens[at].end), text)
                continue
            begun = Draft(
                line=line,
                at=at,
                start=span[0],
                end=max(span[1], owner.end),
                kind=DeploymentKind.OPERATION,
                modality=Modality.ASSERTED,
                actors=[(key, owner)],
                period=period,
                dates=dates,
                name=text[slice(*span)],
                named_at=span,
                apart=True,
            )
            for other in found:
                carry(begun, other)
            yield begun
            return

    # ---- bases, and ships in a list of visits

    def _ground(self, line: Line) -> Iterator[Draft]:
        """A base that a state has abroad: "Camp Sahel, on the coast of Niger, is the only base that Italy has in the region"."""
        tokens = line.tokens
        for at in line.places_of(_BASES):
            owner = next(
                (
                    n
                    for n in range(at + 1, min(at + 4, len(tokens) - 1))
                    if tokens[n].kind == "actor" and tokens[n + 1].text in _HAS
                ),
                None,
            )
            mention = tokens[owner].mention if owner is not None else None
            key = side_of(mention) if isinstance(mention, ActorMention) else None
            if not isinstance(mention, ActorMention) or key is None or not key.startswith("state:"):
                continue
            grounds = [
                m
                for t in tokens
                if isinstance(m := t.mention, ActorMention) and m.kind is ActorKind.STATE and m.key != key
            ]
            if not grounds:
                continue
            place = place_after(self.page, tokens, 0, len(tokens))
            yield Draft(
                line=line,
                at=at,
                start=tokens[0].start,
                end=tokens[(owner or at) + 1].end,
                kind=DeploymentKind.DEPLOYMENT,
                modality=Modality.ASSERTED,
                actors=[(key, mention)],
                place=place[:2] if place else None,
                verbal=True,
                apart=True,
            )
            return

    def _called(self, line: Line) -> Iterator[Draft]:
        """A ship in a list of visits: "20-24 Sept. FS Prairial (France), pier 3"."""
        tokens = line.tokens
        date = tokens[0].mention
        if not isinstance(date, DateMention) or date.period.edtf is None or len(tokens) > 40:
            return
        story = self.page.document.stories[line.story]
        title = self.page.document.text[story.title.start : story.title.end].casefold() if story.title else ""
        if _VISITS.isdisjoint(title.replace(",", " ").split()):
            return
        for force in forces_in(self.page, line, 1, min(6, len(tokens))):
            behind = (
                tokens[force.at + 2].mention
                if force.at + 2 < len(tokens) and tokens[force.at + 1].text == "("
                else None
            )
            key = side_of(behind) if isinstance(behind, ActorMention) else None
            side = (key, behind) if key and isinstance(behind, ActorMention) else self.owners.owner(line, force)
            if force.kind != "ship" or side is None:
                continue
            weapon = force.token.mention
            yield Draft(
                line=line,
                at=force.at,
                start=tokens[0].start,
                end=force.token.end,
                kind=DeploymentKind.PORT_CALL,
                modality=Modality.ASSERTED,
                actors=[side],
                weapons=[weapon] if isinstance(weapon, WeaponMention) else [],
                period=date.period,
                dates=[date],
                verbal=True,
            )
            return


def _join(draft: Draft, owner: Side, span: tuple[int, int], text: str) -> None:
    """Note that forces are part of an operation of an organisation, unless they are part of another."""
    if draft.kind in (DeploymentKind.EXERCISE, DeploymentKind.PORT_CALL, DeploymentKind.TRAINING):
        return
    if draft.name is not None and draft.name not in text[slice(*span)]:
        return
    draft.name, draft.named_at = text[slice(*span)], span
    if owner[0] not in {k for k, _ in (*draft.actors, *draft.partners)}:
        draft.partners.append(owner)


def _begun(tokens: Sequence[Token], at: int) -> tuple[Period | None, list[DateMention]]:
    """Since when an operation runs: "that began on 14 January", "launched in March"."""
    verb = next((k for k in range(at + 1, min(at + 16, len(tokens))) if tokens[k].text in _BEGINS), None)
    for token in tokens[verb + 1 : verb + 4] if verb is not None else ():
        mention = token.mention
        if isinstance(mention, DateMention) and mention.period.edtf and "/" not in mention.period.edtf:
            return period_of(f"{mention.period.edtf}/.."), [mention]
    return None, []


_BEGINS = frozenset("began begun started launched opened begins starts activated inaugurated".split())


def _does(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb seems to stand right behind forces: "a Slovenian platoon looks after"."""
    token = tokens[at + 1] if at + 1 < len(tokens) else None
    if token is None or token.kind != "word" or token.capital:
        return False
    return token.text not in _NO_VERBS


_OPENING = frozenset(["", ",", "and", ";", "while", "but", ":"])


def _strong(tokens: Sequence[Token], at: int) -> ValueMention | None:
    """How many are told behind a name: "the Danes, 700 strong", "the New Zealanders, 90 of them"."""
    if at + 3 >= len(tokens) or tokens[at + 1].text != ",":
        return None
    number = tokens[at + 2].mention
    told = tokens[at + 3].text in ("strong", "of", "in")
    return number if told and isinstance(number, ValueMention) else None
