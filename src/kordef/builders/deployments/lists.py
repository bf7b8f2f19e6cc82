"""Forces that a sentence tells of beside its verb: in a list without one, by a mission's name, or before a relative clause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from kordef.builders.deployments.drafts import Draft, strength_of
from kordef.builders.deployments.subjects import STOPS, spans_of
from kordef.builders.force_places import Spot, place_after
from kordef.builders.forces import Force, forces_in, side_of, words
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.frames import Frames, Match
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page
from kordef.builders.timing import dated_behind, period_of
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, ValueMention, WeaponMention
from kordef.vocabulary import ActorKind, DeploymentKind, Modality

__all__ = [
    "ARMS",
    "antecedent",
    "bare",
    "brought",
    "carry",
    "gapped",
    "named_place",
    "object_end",
    "own_unit",
    "place_in",
    "ships_of",
    "unlisted",
]


def carry(told: Draft | None, held: Draft) -> None:
    """What is sent to, or patrols for, an operation that the sentence before told of is sent in the month in which it began."""
    if told is None or told.line.block != held.line.block or held.period is not None or not held.verbal:
        return
    edtf = told.period.edtf if told.period is not None else None
    joins = held.kind is DeploymentKind.DEPLOYMENT and held.place is None
    if (
        (joins or held.kind is DeploymentKind.PATROL)
        and told.kind is DeploymentKind.OPERATION
        and edtf
        and len(edtf) >= 7
    ):
        held.period, held.dates, held.implied = period_of(edtf[:7]), list(told.dates), True
        held.partners = held.partners or [s for s in told.actors if s[0].startswith("organisation:")]


def gapped(page: Page, line: Line, held: Draft) -> Iterator[Draft]:
    """Further senders in a list that leaves the verb out: "sent two F-16s, France three Rafales and Germany four Typhoons"."""
    tokens = line.tokens
    if not held.verbal or held.kind is not DeploymentKind.DEPLOYMENT:
        return
    for at in range(held.at + 2, len(tokens) - 2):
        yield from _elsewhere(page, line, held, at)
        actor, counted = tokens[at].mention, tokens[at + 1].mention
        before = tokens[at - 2].text if tokens[at - 1].text == "the" else tokens[at - 1].text
        if before not in (",", "and", ";") or not isinstance(actor, ActorMention):
            continue
        key = side_of(actor)
        forces = forces_in(page, line, at + 1, at + 4)
        if key is not None and not forces and actor.form == "name" and (number := _so_many(tokens, at)) is not None:
            # "Germany has 500 soldiers there, the Netherlands has 250 and Norway 120"
            yield evolve(
                held,
                at=at,
                start=tokens[at].start,
                end=number.end,
                actors=[(key, actor)],
                partners=list(held.partners),
                unit=None,
                unit_key=None,
                weapons=[],
                dates=list(held.dates),
                strength=number,
            )
            continue
        if key is None or actor.as_place or actor.form == "adjective" or not forces:
            continue
        if not isinstance(counted, ValueMention) and tokens[at + 1].text not in ("a", "an", "the", "its", "one"):
            continue
        yield evolve(
            held,
            at=at,
            start=tokens[at].start,
            end=max(f.token.end for f in forces[:1]),
            actors=[(key, actor)],
            partners=list(held.partners),
            unit=None,
            unit_key=None,
            weapons=[f.token.mention for f in forces if isinstance(f.token.mention, WeaponMention)],
            dates=list(held.dates),
            strength=strength_of(tokens, forces, (at + 1, at + 4)),
        )


_HOLDS = frozenset(["has", "have", "had", "keeps", "sent", "sends", "with", "provides", "some", "about", "another"])


def _so_many(tokens: Sequence[Token], at: int) -> ValueMention | None:
    """The plain number behind a state in a list of those who have forces somewhere."""
    for position in range(at + 1, min(at + 4, len(tokens))):
        number = tokens[position].mention
        if isinstance(number, ValueMention):
            behind = tokens[position + 1].text if position + 1 < len(tokens) else "."
            plain = number.noun is None and number.kind in ("count", "persons")
            return number if plain and behind in (",", ";", ".", "and", "there", "more", "others") else None
        if tokens[position].text not in _HOLDS:
            return None
    return None


def _elsewhere(page: Page, line: Line, held: Draft, at: int) -> Iterator[Draft]:
    """A further number at another place: "deployed 1,500 soldiers in Romania, 350 in Estonia and 200 in Poland"."""
    tokens = line.tokens
    number = tokens[at].mention
    if tokens[at - 1].text not in (",", "and") or not isinstance(number, ValueMention) or held.strength is None:
        return
    alone = number.kind in ("persons", "count") and number.noun is None
    if not alone or number.start <= held.strength.start or tokens[at + 1].text not in ("in", "at"):
        return
    place = place_after(page, tokens, at + 1, at + 6)
    if place is not None:
        yield evolve(
            held,
            at=at,
            start=tokens[at].start,
            end=place.end,
            place=place[:2],
            unit=None,
            unit_key=None,
            weapons=[],
            partners=[],
            dates=list(held.dates),
            actors=list(held.actors),
            strength=number,
            name=None,
            named_at=None,
        )


def bare(page: Page, line: Line, clauses: Clauses) -> Iterator[Draft]:
    """A mission of an organisation that does something or is somewhere: "the EU's EUMAM has trained"."""
    tokens = line.tokens
    for at in line.actors:
        token = tokens[at]
        mention = token.mention
        if (
            not 0 < at < len(tokens) - 1
            or not isinstance(mention, ActorMention)
            or mention.kind is not ActorKind.MILITARY_UNIT
            or not (mention.acts_for or "").startswith("organisation:")
            or not (tokens[at - 1].text in ("’s", "'s") or _in_apposition(tokens, at))
        ):
            continue
        place = place_after(page, tokens, at + 1, at + 4)
        after = at + 2 if tokens[at + 1].text == "," else at + 1
        period, dates = dated_behind(line, at)
        if place is None and period is None and clauses.tags[after : after + 1] not in (["finite"], ["aux"], ["main"]):
            continue
        yield Draft(
            line=line,
            at=at,
            start=token.start,
            end=place.end if place else token.end,
            kind=DeploymentKind.OPERATION,
            modality=Modality.ASSERTED,
            actors=[(mention.acts_for or "", mention)],
            place=place[:2] if place else None,
            period=period,
            dates=dates,
            name=token.text,
            named_at=(token.start, token.end),
            bare=True,
        )


def antecedent(page: Page, line: Line, subject: tuple[int, int], match: Match) -> list[Force]:
    """The force that a relative clause speaks of: "the frigate Tromp, which the Dutch navy plans to send to the Pacific"."""
    tokens = line.tokens
    low = max(subject[0] - 2, match.group.start - 12, 0)
    at = next((p for p in range(match.group.start - 1, low - 1, -1) if tokens[p].text in ("which", "that")), None)
    if at is None and match.group.start > 1 and tokens[match.group.start - 1].text in ("it", "they"):
        at = match.group.start - 1  # "the aircraft it keeps in Chad"
    if at is None:
        return []
    near = forces_in(page, line, max(at - 4, 0), at)[-1:]
    return (
        near or [Force(p, "arms", tokens[p]) for p in range(at - 1, max(at - 4, -1), -1) if tokens[p].text in ARMS][:1]
    )


ARMS = frozenset("tanks howitzers guns launchers batteries radars missiles drones vehicles armour artillery".split())


def brought(page: Page, tokens: Sequence[Token], match: Match) -> list[Force]:
    """The forces with which a state takes over a station: "Spain took over from France at Ämari with eight jets"."""
    with_at = next((at for at in range(match.end, match.reach) if tokens[at].text == "with"), None)
    if with_at is None:
        return []
    return [f for f in forces_in(page, match.line, with_at + 1, min(with_at + 5, match.reach)) if f.kind != "weak"]


def ships_of(page: Page, line: Line, match: Match, clauses: Clauses) -> list[Force]:
    """The ships that lead or escort others, which are the subject where the forces are the object."""
    if match.noun or match.frame.settings["forces"] != "object":
        return []
    low, high = spans_of(clauses, match)[0]
    return [f for f in forces_in(page, line, low, high) if f.kind == "ship"]


def object_end(match: Match, high: int, clauses: Clauses, frames: Frames) -> int:
    """Where the object of a verb ends: before an infinitive that says what for ("a team to Ukraine to monitor")."""
    tokens = match.line.tokens
    return next(
        (
            at
            for at in range(match.end, high - 1)
            if tokens[at].text == "to"
            and (clauses.tags[at + 1] == "infinitive" or (tokens[at + 1].text in frames.verb_forms))
        ),
        high,
    )


def _in_apposition(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name stands behind its noun: "the EU's training mission, EUMAM, has"."""
    return at > 2 and tokens[at - 1].text == "," and tokens[at - 2].text in ("mission", "operation")


def place_in(page: Page, line: Line, match: Match, clauses: Clauses) -> Spot | None:
    """Where the forces of a trigger are said to be: behind it first, then before it."""
    tokens = line.tokens
    reach = next((at for at in range(match.end, match.reach) if clauses.tags[at] in STOPS), match.reach)
    reach = next((at for at in range(match.end, reach) if _is_next_act(tokens, at)), reach)
    begin = next((at + 1 for at in range(match.start - 1, match.begin, -1) if _opens(tokens, at)), match.begin)
    if tokens[begin].text == "following":
        begin = next((at + 1 for at in range(begin, match.start) if tokens[at].text == ","), begin)
    if match.frame.id == "leave":
        goal = next((at for at in range(match.end - 1, reach) if tokens[at].text in ("for", "to")), None)
        if goal is not None and (there := place_after(page, tokens, goal, reach)) is not None:
            return there
    if match.frame.id == "leave" and tokens[match.end - 1].text not in ("for", "to", "from"):
        left = next((at for at in range(match.end, reach) if tokens[at].text == "from"), None)
        if left is not None:
            reach = left  # "will sail from Auckland": where they came from
    if match.frame.id == "deploy" and match.noun and (area := _named_for(tokens, match.start)) is not None:
        return area
    low = match.end
    if match.frame.id == "relieve" and low < reach and "from" in (tokens[low - 1].text, tokens[low].text):
        # "took over from France at Ämari": where, and not from whom
        low = next((at + 1 for at in range(low, min(low + 4, reach)) if tokens[at].kind == "actor"), low)
        return place_after(page, tokens, low, reach)
    direct = (
        place_after(page, tokens, match.end, reach, bare=True) if not match.noun and match.frame.id != "train" else None
    )
    found = direct or place_after(page, tokens, match.end, reach) or place_after(page, tokens, begin, match.start)
    if found is None and tokens[match.start].text.startswith(("withdr", "pull")):
        left = next((at for at in range(match.end - 1, reach) if _out_of(tokens, at)), None)
        found = place_after(page, tokens, left + 1, reach, bare=True) if left is not None else None
    return found if found is not None or match.noun else named_place(page.document.text, match)


def _out_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word leads to where forces leave: "from", "out of"."""
    return tokens[at].text == "from" or (tokens[at].text == "of" and at > 0 and tokens[at - 1].text == "out")


def _is_next_act(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words that follow tell what is done before or after, or what others do meanwhile."""
    if tokens[at].text in ("amid", "despite", "following"):
        return True
    gerund = at + 1 < len(tokens) and tokens[at + 1].text.endswith("ing")
    return gerund and tokens[at].text in ("before", "after", "while")


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a clause opens at a position that has nothing to do with the place told before it."""
    gerund = at + 1 < len(tokens) and tokens[at + 1].text.endswith("ing")
    return tokens[at].text == "which" or (gerund and tokens[at].text in ("after", "before"))


_AREAS = frozenset(["indo-pacific", "pacific", "baltic", "mediterranean", "atlantic", "arctic", "gulf", "balkans"])


def _named_for(tokens: Sequence[Token], at: int) -> Spot | None:
    """The sea for which a voyage is named: "its coming Indo-Pacific deployment"."""
    area = tokens[at - 1] if at else None
    return Spot(area.start, area.end) if area is not None and area.text in _AREAS and area.capital else None


def own_unit(page: Page, line: Line, match: Match, clauses: Clauses) -> list[Force]:
    """The unit whose mission it is: "the Hanbit Unit marked ten years of its mission in South Sudan"."""
    tokens = line.tokens
    verb = clauses.verb_before(match.start)
    near = {t.text for t in tokens[max(match.start - 2, 0) : match.start]}
    if verb is None or not near & {"its", "their"} or place_in(page, line, match, clauses) is None:
        return []
    low, high, _ = clauses.subject_span(verb.start)
    return [f for f in forces_in(page, line, low, high) if f.kind in ("unit", "troops", "ship")]


_TITLES = frozenset(["exercise", "operation", "exercises"])
_IN = frozenset("in at off near outside over to into around aboard across".split())


def _is_title_case(tokens: Sequence[Token]) -> bool:
    """Whether all longer words of a headline have capitals, so that these tell nothing of names."""
    long = [t for t in tokens if t.kind == "word" and len(t.text) > 4]
    return sum(t.capital for t in long) * 3 > len(long) * 2


def _is_short(text: str, token: Token) -> bool:
    """Whether a word is the letters of a body or mission: "sent two officers to the IMSC"."""
    return token.end - token.start > 2 and text[token.start : token.end].isupper()


def named_place(text: str, match: Match) -> Spot | None:
    """A place that is in no gazetteer: capitalised words right behind a verb or behind a preposition of place."""
    tokens = match.line.tokens
    if match.line.kind in (BlockKind.TITLE, BlockKind.HEADING, BlockKind.SUBTITLE) and _is_title_case(tokens):
        return None
    low, high = match.end, min(match.reach, match.end + 14, len(tokens))
    for at in range(low, high):
        token = tokens[at]
        if (
            token.kind != "word"
            or not token.capital
            or _is_short(text, token)
            or token.text in words().codenames
            or token.text in _TITLES
        ):
            continue
        before = tokens[at - 1].text
        if before == "the" and at - 1 > low:
            before = tokens[at - 2].text
        if before not in _IN and at != match.end:
            continue
        end = at + 1
        while end < high and (
            (tokens[end].kind == "word" and text[tokens[end].start].isupper())
            or (tokens[end].text == "-" and end + 1 < high and tokens[end + 1].kind == "word")
        ):
            end += 1
        if end < len(tokens) and (tokens[end].text in ("'s", "’s") or tokens[end].kind == "actor"):
            continue  # "join Standing NATO Maritime Group 1"
        if (
            tokens[end - 1].text in words().codenames
            or tokens[end - 1].text.endswith("class")
            or isinstance(tokens[end - 1].mention, WeaponMention)
        ):
            continue
        return Spot(token.start, tokens[end - 1].end)
    return None


def unlisted(tokens: Sequence[Token], low: int, high: int) -> Spot | None:
    """A place that is in no gazetteer: capitalised words behind "at", "in", "off" or "near"."""
    for at in range(low, min(high, len(tokens) - 1)):
        if tokens[at].text not in ("at", "in", "off", "near"):
            continue
        first = at + 1 + (tokens[at + 1].text == "the")
        end = first
        while end < min(first + 4, len(tokens)) and tokens[end].kind == "word" and tokens[end].capital:
            end += 1
        if end > first:
            return Spot(tokens[first].start, tokens[end - 1].end)
    return None
