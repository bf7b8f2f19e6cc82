"""What the sentences of a story have brought on: who is spoken of, and what a draft of a dialogue is made with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from kordef.builders.dialogues.dates import Calendar
from kordef.builders.dialogues.meetings import Draft, post_of
from kordef.builders.dialogues.occasions import Occasion
from kordef.builders.dialogues.offices import (
    TITLES,
    capital_named,
    headquarters,
    is_state,
    key_of,
    named_later,
    office_beside,
)
from kordef.builders.dialogues.phrases import (
    before_topic,
    fronted_with,
    invites,
    is_town,
    list_start,
    main_verb,
    names_weekday,
    only_where_and_when,
    where_aside,
)
from kordef.builders.dialogues.places import Places
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.surroundings import before_relative, place_of, word_set
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.page import Page
from kordef.builders.parties import (
    HEAD,
    MINISTER,
    NONE,
    OFFICIAL,
    Side,
    acting,
    acting_in,
    distinct,
    focus,
    implied,
    names_pair,
    names_region,
    of_state,
    officials_in,
)
from kordef.builders.told_days import ToldDays
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, DateMention, Mention
from kordef.vocabulary import ActorKind, DialogueKind, EvidenceKind, Modality

__all__ = ["Scene", "fronted_with", "is_state", "main_verb"]

REMEMBERED = 60
"""How many dialogues of a story a sentence may come back to."""
_PRONOUNS = ("he", "she")
_GERUND = ("after", "before", "by", "while", "since", "without", "for", "when", ",")
_ON_TOPICS = ("discuss", "exchang", "review")
_HEADLINES = (BlockKind.TITLE, BlockKind.SUBTITLE)
_THEM = word_set("them they their")
_PAIRED = word_set("the their both two")
_LEADERS = word_set("leaders presidents ministers men chiefs")


def _is_pronoun(token: Token) -> bool:
    """Whether a token is a "he" that stands for somebody."""
    return isinstance(token.mention, ActorMention) and token.mention.form == "pronoun"


class Scene(Places):
    """The state of reading a page: persons in view, dialogues told so far, the sentence before."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.focus = focus(page)
        self.dates = Calendar(page)
        self.told = ToldDays()
        self.people: list[Side] = []
        self.paragraph: list[Side] = []
        self.drafts: list[Draft] = []
        self.previous: Line | None = None
        self.leading: list[Side] = []
        """The person whom the paragraph before spoke of first."""
        self.heading: list[Token] = []
        """The day or state that a paragraph opens with, in a sentence of its own ("Thursday.", "Canada.")."""
        self.section: list[Token] = []
        """Town and days of the last heading that has both ("Vilnius, 11-12 September", "Tuesday, Tallinn")."""
        self.office: tuple[int, Side] | None = None
        """Who was last spoken of by an office alone, with the paragraph."""
        self._named: dict[int, set[str]] = {}
        self._ministry: list[ActorMention] | None = None
        self._story = self._block = -1

    def begin(self, line: Line) -> None:
        """Forget what belongs to another story or paragraph."""
        if line.story != self._story:
            self._story, self.people, self.drafts, self.previous = line.story, [], [], None
            self.heading, self.leading, self.section = [], [], []
        dated = line.kind is BlockKind.DATE and (self.previous is not None or names_weekday(line))
        if line.kind is BlockKind.HEADING or dated:
            told = [t for t in line.tokens if t.kind in ("date", "actor")]
            stay = any(isinstance(m := t.mention, DateMention) and "/" in (m.period.edtf or "") for t in told)
            both = {t.kind for t in told} == {"date", "actor"} and len(line.tokens) < 10
            self.section = told if both and (stay or only_where_and_when(line)) else []
        if line.block != self._block:
            self.leading = self.paragraph[:1] or self.leading
            self._block, self.paragraph = line.block, []
            self.heading = []
        if line.first and len(line.tokens) <= 4 and any(t.text in (".", ":", "—", "–") for t in line.tokens[-1:]):
            self.heading = [t for t in line.tokens if t.kind in ("date", "actor")]

    def end(self, line: Line, drafts: Sequence[Draft]) -> None:
        """Remember what a sentence told."""
        if drafts:
            self.drafts = [*self.drafts, *drafts][-REMEMBERED:]
        people = [s for s in acting_in(self.page, line) if s.person]
        if people:
            self.people = people
            known = {s.key for s in self.paragraph}
            self.paragraph.extend(s for s in people if s.key not in known)
        if drafts:
            known = {s.key for s in self.paragraph}
            unsaid = [
                s for d in drafts for s in d.sides if s.person and s.state and s.position < 0 and s.key not in known
            ]
            self.paragraph[:0] = distinct(unsaid[:3])  # "the minister met ...": he is spoken of first
            known = {s.key for s in self.paragraph}
            owners = [s for d in drafts for s in d.sides if s.person and s.state and s.key not in known]
            self.paragraph.extend(distinct(owners))  # "Kajsa Ollongren's landing in Bogotá"
            self.people = self.people or self.paragraph[-1:]
        if line.kind is BlockKind.PARAGRAPH:
            self.previous = line
        self.told.note(line)

    def known(self) -> Iterator[Side]:
        """The persons in view, those of the paragraph first."""
        last = (
            self.people[:1] if self.paragraph and any(s.key == self.people[0].key for s in self.paragraph[1:]) else ()
        )
        return (s for s in (*last, *self.paragraph, *self.leading, *self.people) if s.state)

    def earlier_here(self, tokens: Sequence[Token], at: int, others: Sequence[Side]) -> list[Side]:
        """Whom "him" means by the same sentence: "Støre arrived in Kyiv, and President Zelensky met him"."""
        states = {s.state for s in others if s.state}
        low = min((s.position for s in others if s.position >= 0), default=at)
        before = list(acting(self.page, tokens, 0, min(low, at)))
        meant = [
            s for s in before if s.person and s.state and _is_pronoun(tokens[s.position]) and s.state not in states
        ]
        if meant:
            return meant[-1:]  # "in Vilnius she called on the president; in Kyiv the minister saw her"
        return [
            s for s in before if s.person and s.state and s.state not in states and not _is_pronoun(tokens[s.position])
        ]

    # ---- who does it

    def doers(self, line: Line, clauses: Clauses, start: int) -> list[Side]:
        """Who does what the verb group at a position says; pronouns are those whom the sentences before spoke of."""
        tokens = line.tokens
        if (
            start > 1
            and tokens[start - 1].text in ("last", "only", "first")
            and tokens[start - 2].text in ("had", "has", "have")
        ):
            start -= 2
        if start > 0 and tokens[start - 1].text == "to" and (main := clauses.verb_before(start)) is not None:
            start = main.start
        elif start > 0 and tokens[start].text.endswith("ing") and tokens[start - 1].text in _GERUND:
            start = main_verb(clauses, start)
        if start <= 1 and tokens[start].text.endswith("ing") and (behind := self._behind_comma(tokens, start)):
            return behind
        low, high, _ = clauses.subject_span(start)
        if all(t.kind == "date" or t.text in ("on", "in") for t in tokens[low:high]):
            low, high = before_relative(tokens, low)  # "Sandvik, who is in Lima, on Monday met"
        low = list_start(tokens, low)
        sides = [self._meant(tokens, s) for s in acting(self.page, tokens, low, high) if not invites(tokens, s)]
        words = {t.text for t in tokens[low:high] if t.kind == "word"}
        if not sides and (words & {"they", "both", "two"}):
            known = self.paragraph if len(self.paragraph) > len(self.people) and len(self.people) < 2 else self.people
            if len(known) == 1 and known[0].person and "they" in words:
                return []  # "the coach has had his men travel; next month they fly to the United States"
            return (
                [implied(s) for s in known[-2:]]
                if "two" in words or "both" in words
                else [implied(s) for s in known[:3]]
            )
        if not sides and words & {"i"}:
            speakers = [s for s in acting(self.page, tokens, high, len(tokens)) if s.person and s.state]
            quoted = speakers and any(t.text in ('"', "”", "“") for t in tokens[high : speakers[-1].position])
            if quoted:
                return [speakers[-1]]  # "When I met Minister Singh we spoke of artillery," the minister, Ahn, said
            own = [s for s in self.focus.get(line.story, [])[:4] if s.key.startswith("state:")]
            if own:
                return [evolve(implied(own[0]), level=MINISTER)]  # "I met my Maltese counterpart", in a written reply
        if words.intersection(_PRONOUNS) and (held := self._holder(line)) is not None and not _named(sides):
            return [implied(held)]
        if words.intersection(_PRONOUNS):
            taken = {s.key for s in sides}
            partners = {s.key for s in acting(self.page, tokens, 0, low)} if fronted_with(tokens) else set[str]()
            here = [
                s
                for s in acting(self.page, tokens, 0, low)
                if s.person and s.state and not _is_pronoun(tokens[s.position]) and s.key not in partners
            ]
            taken |= partners
            first = next((p for p in (*here, *self.known()) if p.key not in taken), None)
            if first is not None and not (sides and sides[0].person and tokens[low].text not in _PRONOUNS):
                sides.insert(0, implied(first))
        if not sides and (level := officials_in(tokens, low, high)) >= MINISTER:
            said = {t.text for t in tokens[low:high]}
            if names_region(tokens, low, high):
                return []
            if said & _PAIRED or names_pair(self.page, line):
                return self.officials(line, level, said)
        if not sides and "the" in words and (level := officials_in(tokens, low, high, plural=False)):
            # "the minister" after he was named
            if (one := self._titled(words, level)) is not None:
                return [one]
            if not self.drafts and not self.people and (later := named_later(self.page, line, words)) is not None:
                return [later]
            if (held := self._office_of(line, words, level)) is not None:
                self.office = (line.block, held)
                return [held]
        two = words & _LEADERS or any(t.kind == "value" for t in tokens[low:high])
        if two and not any(s.person for s in sides) and names_pair(self.page, line):
            met = next((d for d in reversed(self.drafts) if len(d.people) > 1), None)
            known = self.people if len(self.people) > 1 or met is None else [s for s in met.sides if s.person]
            if "ministers" in words:  # not the envoy and the admiral who came with one of them
                known = [s for s in known if s.level != OFFICIAL]
                known = known if len({s.state for s in known}) > 1 else []
            return [implied(s) for s in known[:2]] or sides
        return sides

    def officials(self, line: Line, level: int, words: set[str]) -> list[Side]:
        """Whom "their defence ministers", "the two prime ministers" are: those who met before, else those of the two states."""
        fits = (2,) if words & {"two", "both"} else (2, 3, 4)
        met = next((d for d in reversed(self.drafts[-6:]) if len(d.people) in fits), None)
        if met is not None and "their" not in words:
            people = [s for s in met.sides if s.person]
            if all(s.level in (level, NONE) for s in people):
                return [implied(s) for s in people]
        many = next(
            (
                d
                for d in reversed(self.drafts[-6:])
                if len(d.states) > 2 and not d.people and d.line.story == line.story
            ),
            None,
        )
        if many is not None and not words & {"their", "two", "both"} and many.organisation is None:
            return [evolve(implied(s), level=level) for s in many.sides]  # "the ministers will meet again"
        pair = self.two(line, most=4 if "their" in words else 2)
        if len(pair) < 2:
            return []
        return [
            Side(key=s.state or s.key, state=s.state, witness=s.witness, level=level, kind=EvidenceKind.IMPLIED)
            for s in pair
        ]

    def _titled(self, words: set[str], level: int) -> Side | None:
        """Whom "the minister", "the Secretary General" is, of those spoken of before by name."""
        told = (s for d in reversed(self.drafts[-10:]) for s in d.sides if s.person and s.state)
        named = (s for s in (*self.known(), *told) if s.level == level and self._holds(s, words))
        return next((implied(s) for s in named), None)

    def _behind_comma(self, tokens: Sequence[Token], at: int) -> list[Side]:
        """Who does what a sentence opens with: "Visiting Vilnius on Thursday, Germany's chancellor, Friedrich Merz, attended"."""
        comma = next((i for i in range(at + 1, min(at + 22, len(tokens))) if tokens[i].text == ","), None)
        if comma is None:
            return []
        found = [s for s in acting(self.page, tokens, comma, min(comma + 14, len(tokens))) if s.person or s.level]
        people = [s for s in found if s.person]
        if len(people) > 1 and people[0].state != people[1].state:
            joined = tokens[people[0].position + 1 : people[1].position]
            if any(t.text == "and" for t in joined) and all(t.kind != "mark" for t in joined):
                return people[:2]  # "Having met in Bratislava, Slovakia's Kalinak and Croatia's Anusic signed"
        near = next(iter(people), found[0] if found else None)
        if near is None and tokens[comma + 1 : comma + 2] and tokens[comma + 1].text == "the":
            behind = {t.text for t in tokens[comma + 1 : comma + 5] if t.kind == "word"}
            if level := officials_in(tokens, comma + 1, comma + 5, plural=False):
                near = self._titled(behind, level)
        return [near] if near is not None else []

    def _holder(self, line: Line) -> Side | None:
        """Whom "he" means where the paragraph speaks of somebody by his office alone, and names nobody before."""
        if self.office is None or self.office[0] != line.block:
            return None
        return self.office[1]

    def _office_of(self, line: Line, words: set[str], level: int) -> Side | None:
        """For whom "the Secretary General" or, in a ministry's release, "the Prime Minister" acts without a name."""
        about = self.focus.get(line.story, [])
        if {"secretary", "general"} <= words or "secretary-general" in words:
            body = about[0] if about and about[0].key.startswith("organisation:") else None
            return evolve(implied(body), level=HEAD) if body is not None else None
        if level < MINISTER or not line.tokens or (issuer := self._issuer(line.tokens[0])) is None:
            return None
        key = issuer.acts_for
        if key is None or "his" in words or "counterpart" in words:
            return None
        return of_state(key, issuer, level)

    def _holds(self, side: Side, words: set[str]) -> bool:
        """Whether "the president" may be somebody whose posts are known: a king is not meant."""
        record = self.page.actors.get(self.page.actor_ids.get((self._story, side.key), ""))
        titles = {w for p in record.posts for w in p.title.casefold().split()} if record is not None else set[str]()
        said = words & TITLES
        return not titles or not said or bool(titles & said) or not titles & TITLES

    def two(self, line: Line, *, most: int = 2) -> list[Side]:
        """Whom "the two countries" are: the states of the sentence before, up to ``most``, else the two of the story."""
        before = self.previous.tokens if self.previous is not None else ()
        named: dict[str, Side] = {}
        for token in before:
            mention = token.mention
            if isinstance(mention, ActorMention) and mention.kind is ActorKind.STATE and not mention.as_place:
                named.setdefault(mention.key, of_state(mention.key, token))
        if len(named) == 1:
            # "left Korsør with a French ship": the other one by its town
            town = next((t for t in before if is_state(t) and t.mention is not None and key_of(t) not in named), None)
            if town is not None:
                side = Side(key=key_of(town), state=key_of(town), witness=town, kind=EvidenceKind.IMPLIED)
                return [side, *named.values()]
        if 2 <= len(named) <= most:
            return list(named.values())
        if (told := self._told_before(most)) and {s.key for s in told} >= named.keys():
            return told
        acting_states = self._named.get(line.story)
        if acting_states is None:
            actors = self.page.mentions.actors
            acting_states = {a.key for a in actors if a.story == line.story and not a.as_place}
            self._named[line.story] = acting_states
        about = (s for s in self.focus.get(line.story, []) if s.key.startswith("state:"))
        return [s for s in about if s.key in acting_states][:2]

    def _told_before(self, most: int) -> list[Side]:
        """For whom those act who meet in the sentence before: "Kim and Austin meet tomorrow. Their aides join them"."""
        told = next((d for d in reversed(self.drafts[-4:]) if d.line is self.previous and d.people), None)
        if told is None or not 2 <= len(told.states) <= most:
            return []
        whom = {s.state: s for s in reversed(told.sides) if s.state}
        return [of_state(key, side.witness) for key, side in reversed(whom.items())]

    def _meant(self, tokens: Sequence[Token], side: Side) -> Side:
        """A "he" behind a name in the same sentence is the one it names first: "Cho visited Poland, where he met ..."."""
        if not side.person or not _is_pronoun(tokens[side.position]):
            return side
        if fronted_with(tokens):
            # "With the chancellor he talked about ...": somebody else
            partners = {s.key for s in acting(self.page, tokens, 0, side.position)}
            other = next((s for s in self.known() if s.key not in partners), None)
            return side if other is None else evolve(implied(other), position=side.position)
        for earlier in acting(self.page, tokens, 0, side.position):
            if earlier.person and not _is_pronoun(tokens[earlier.position]):
                return evolve(earlier, kind=EvidenceKind.IMPLIED)
        return side

    def pair(self, line: Line, draft: Draft) -> None:
        """Add the two that the story is about, where a body or meeting names nobody."""
        most = 3 if draft.noun is not None and draft.noun.modifiers & {"trilateral", "three-way"} else 2
        about = self._told_before(most) if not _THEM.isdisjoint(line.texts) else []
        for side in about or self.focus.get(line.story, [])[:most]:
            if len(draft.states) >= most:
                break
            if side.key not in draft.states:
                draft.sides.append(side)

    def placed(self, tokens: Sequence[Token], sides: Sequence[Side]) -> list[Side]:
        """The sides with the state of a person who has none: of the apposition behind the name, or of the paragraph's heading.

        "Ms Anna Nowak, Deputy Minister of National Defence of Poland"; "Canada. The minister met Ms Claire Fontenay, ..."
        """
        out: list[Side] = []
        for side in sides:
            out.append(side)
            if not side.person or side.state is not None or side.position < 0:
                continue
            if (body := self._body_of(side)) is not None:
                out[-1] = evolve(side, state=body.key)
                out.extend([] if any(s.key == body.key for s in (*sides, *out)) else [implied(body)])
                continue
            level, named = office_beside(tokens, side.position)
            found = next((t for t in (*named, *self.heading) if is_state(t)), None)
            if found is None or level == NONE:
                continue
            key = key_of(found)
            out[-1] = evolve(side, state=key, level=max(level, side.level))
            if all(s.key != key for s in (*sides, *out)):
                out.append(of_state(key, found))
        return out

    def _body_of(self, side: Side) -> Side | None:
        """Whose "Secretary General" somebody is, where the post is named without the organisation that the story is about."""
        if post_of(side).replace("-", " ") not in ("secretary general", "deputy secretary general"):
            return None
        bodies = [s for s in self.focus.get(self._story, []) if s.key.startswith("organisation:")]
        return bodies[0] if len(bodies) == 1 else None

    def _issuer(self, near: Mention | Token) -> ActorMention | None:
        """The ministry that a release is from, whose name stands in a heading before the text."""
        if self._ministry is None:
            headed = {line.block for line in self.page.lines[:8] if line.kind is not BlockKind.PARAGRAPH}
            bodies = (m for m in self.page.mentions.actors[:8] if m.kind is ActorKind.GOVERNMENT_BODY and m.acts_for)
            self._ministry = [m for m in bodies if m.block in headed and any(w in m.name.casefold() for w in _ISSUERS)][
                :1
            ]
        return next((m for m in self._ministry if m.start < near.start), None)

    # ---- making drafts

    def draft(
        self,
        line: Line,
        start: int,
        end: int,
        kind: DialogueKind | None,
        sides: Sequence[Side],
        limit: int,
        modality: Modality = Modality.ASSERTED,
        *,
        noun: Occasion | None = None,
    ) -> Draft:
        """A draft for the trigger at ``start`` with what it governs up to ``end``; date and place stand before ``limit``."""
        tokens = line.tokens
        sides = self.placed(tokens, sides)
        if line.kind in _HEADLINES:  # what a comma leads on to in a headline is something else
            ends = (
                i for i in range(end, min(limit, len(tokens) - 1)) if tokens[i].text == "," and tokens[i + 1].capital
            )
            limit = next(ends, limit)
        begin = min((s.position for s in sides if 0 <= s.position < start), default=start)
        place = place_of(tokens, start, before_topic(tokens, end, limit))
        if place is not None and tokens[start].text.startswith(_ON_TOPICS) and not is_town(place):
            place = None  # "discussed the war in Ukraine"
        town = capital_named(self.page, tokens, start, limit) if place is None else None
        if place is None and town is None and noun is None:
            place = place_of(tokens, 0, begin) or where_aside(tokens, begin)
        return Draft(
            line=line,
            start=tokens[begin].start,
            end=tokens[max(end - 1, start)].end,
            kind=kind,
            noun=noun,
            modality=modality,
            sides=list(distinct(sides)),
            place=self.place(place) or town or headquarters(tokens, end, limit),
            date=self.dates.of(line, start, end, limit)
            or self.dates.of(line, start, start + 1, end, behind=True)
            or self.dates.as_told(line, start),
        )


_ISSUERS = ("ministry", "department of def", "department of national def", "department of foreign", "foreign office")


def _named(sides: Sequence[Side]) -> bool:
    """Whether somebody among the sides is spoken of by name."""
    return any(s.person and s.kind is EvidenceKind.STATED for s in sides)
