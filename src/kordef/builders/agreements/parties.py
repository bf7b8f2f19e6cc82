"""The parties of an agreement: those its phrase names, those its verbs have, and those its context tells."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from kordef.builders.agreements.acts import BREAKS, RELATIVES, TELLS, Deed
from kordef.builders.agreements.in_view import InView
from kordef.builders.agreements.nouns import owner
from kordef.builders.agreements.phrases import Noun
from kordef.builders.agreements.sides import (
    bracketed,
    clause_of,
    listed_together,
    merged,
    named_before,
    new_clause,
    placed,
    private,
    seated,
    spoken_of,
    subject_behind,
)
from kordef.builders.agreements.standing import brought_home, possessed, under, under_which
from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.surroundings import before_relative, strong_break
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.parties import Side, acting, acting_in, implied, is_firm, names_pair, side_of
from kordef.mentions.model import ActorMention, WeaponMention
from kordef.vocabulary import ActorKind, AgreementKind, EvidenceKind

__all__ = ["Parties"]

_ENDS = BREAKS | {"said"}
_FIRMS = frozenset(["companies", "firms", "parties", "partners"])
_ENTERPRISES = frozenset(
    "company firm shipbuilder manufacturer maker conglomerate enterprise contractor corporation group yard shipyard".split()
)
_BOTH_KOREAS = frozenset(["inter-korean", "north-south"])
_ELSEWHERE = frozenset(["on", "in", "for", "to", "at", "during", "under", "against", "from", "into", "as", "about"])
_BRING_IN = frozenset(["between", "with", "by", "among", "alongside"])
_JOINS = frozenset(["join", "joins", "joined", "followed", "follow", "follows"])
_LED = frozenset(["led", "run", "initiated", "sponsored", "backed", "funded", "launched", "financed"])
_WINS = frozenset(["won", "wins", "landed", "secured", "obtained", "clinched"])
_OF_UNION = frozenset(["organisation:european-commission", "organisation:european-council"])
_NAMES = ("name", "short", "capital", "government")
_ALONE_IN = frozenset(["organisation:eu", "state:JP"])
"""Whose programmes are its own, and not shared with a partner."""
_OPENING = 2
"""The most words before a joint statement that a sentence begins with: "In a joint statement they condemned ..."."""
_ALONE = (AgreementKind.FUNDING_INITIATIVE, AgreementKind.TREATY, AgreementKind.PLEDGE)


class Parties(InView):
    """Finds the parties of an agreement in its sentence, and else among those in view."""

    def of(self, line: Line, noun: Noun, found: Sequence[Deed], clauses: Clauses, high: int) -> list[Side]:
        """The parties that the words of a noun and its verbs name."""
        tokens = line.tokens
        sides = self._owners(tokens, noun)
        right = [d for d in found if not d.ahead]
        limit = len(tokens) if right and high > right[0].match.start else high
        sides.extend(self._complement(tokens, noun.end, limit))
        for deed in found:
            act = deed.match
            if deed.ahead:
                if act.noun and act.start:
                    sides = [*self._announcing(line, clauses, act.start), *sides]
                if act.group.passive:
                    sides.extend(self._complement(tokens, act.end, noun.start))
                else:
                    raised = noun.kind is not AgreementKind.FUNDING_INITIATIVE
                    sides = [*self.subject(line, clauses, act.group.start, raised=raised), *sides]
                    if tokens[act.start].text in _WINS:
                        at = next((i for i in range(noun.end, high) if tokens[i].text == "from"), high)
                        near = range(at + 1, min(at + 3, high))
                        sides.extend([s for i in near if (s := side_of(self.page, tokens[i], i)) is not None][:1])
                    # "signed with Norway a memorandum"
                    sides.extend(self._complement(tokens, act.end, noun.start))
            else:
                relative = any(t.text in RELATIVES for t in tokens[noun.end : act.group.start])
                if relative and not act.group.passive:
                    sides.extend(acting(self.page, tokens, noun.end, act.start))
                    if any(t.text.endswith(("companies", "firms")) for t in tokens[noun.end : act.start]):
                        sides.extend(self.two_firms(line))
                sides.extend(self._complement(tokens, act.end, limit))
        if not found and not sides and brought_home(line, noun):
            sides.extend(self._travelled(line, noun))
        mine = owner(self._text(line, noun)) if noun.named else None
        if noun.named and mine is None and not sides and (user := under_which(line, noun)) is not None:
            sides.extend(acting(self.page, tokens, user, user + 1))  # "a program under which Australia fits out ..."
        if under(line, noun) and not any(s.position >= noun.end for s in sides):
            doers = self._doers(line, noun, clauses)
            sides.extend(doers if len(doers) > 1 or noun.kind is not AgreementKind.TREATY else ())
        if possessed(line, noun) is not None and not any(0 <= s.position < noun.start for s in sides):
            sides = [*acting(self.page, tokens, 0, noun.start), *sides]
        return merged(sides)

    def _announcing(self, line: Line, clauses: Clauses, at: int) -> list[Side]:
        """Who makes known "the conclusion of an agreement" with somebody: one of its parties."""
        verb = clauses.verb_before(at)
        if verb is None or at - verb.head > 3 or line.tokens[verb.head].text not in TELLS:
            return []
        return self.subject(line, clauses, verb.start)

    def around(self, line: Line, noun: Noun, sides: list[Side]) -> list[Side]:
        """The parties with those that the clause, or else the sentence, speaks of in any form but as a place.

        For nouns without a verb whose subject and objects would be the parties.
        """
        opens = noun.kind is AgreementKind.JOINT_DECLARATION and noun.start <= _OPENING
        if not sides and opens and (met := self._stating(line)):
            return met
        tokens = line.tokens
        end = noun.reach
        shared = [t.text for t in (*tokens[noun.end : noun.end + 1], *tokens[end : end + 1])]
        if len({s.state or s.key for s in sides}) > 1:
            low, _ = clause_of(tokens, noun)
            before = [s for i in line.actors if low <= i < noun.start if (s := side_of(self.page, tokens[i], i))]
            mine = merged(s for s in before if s.state and not placed(tokens, s.position))
            if "with" not in shared or any(s.position < noun.end for s in sides) or len(mine) != 1:
                return sides
            return merged([*mine, *sides])  # "Seoul's proposal of a pact with Tokyo and Canberra"
        firms = [s for s in sides if s.company]
        mine_alone = owner(self._text(line, noun))
        for low, high in (clause_of(tokens, noun), (0, len(tokens))):
            near = [i for i in line.actors if low <= i < high and not (noun.named and noun.start <= i < noun.end)]
            near = [i for i in near if not private(tokens, i) and not bracketed(tokens, i, noun)]
            named = [s for i in near if (s := side_of(self.page, tokens[i], i)) is not None]
            makers = merged([*firms, *(s for s in named if s.company)])
            if len(makers) == 2:
                return makers
            whole = merged([*sides, *(s for s in named if s.state and not placed(tokens, s.position))])
            if mine_alone is not None and mine_alone not in {s.state for s in whole}:
                return sides  # "a Security and Defence Partnership" is one with the Union, whoever else is spoken of
            if len(whole) == 2 or (len(whole) > 2 and listed_together(tokens, whole) == whole):
                return whole
        return sides

    def _stating(self, line: Line) -> list[Side]:
        """Who made "a joint statement" that a sentence names nobody for: those who acted together in one before."""
        if self.several is None or line.block - self.several[0] > 1 or self.several[1] != line.story:
            return []
        acting_here = merged(s for s in acting_in(self.page, line) if s.state)
        return [] if len(acting_here) > 1 else [implied(s) for s in self.several[2]]

    def whole(self, line: Line, noun: Noun, side: Side) -> Side:
        """The Union for one of its bodies, or for its seat, where the story speaks of it too."""
        seat = side.key == "state:BE" and owner(self._text(line, noun)) == "organisation:eu"
        if (side.key not in _OF_UNION and not seat) or (line.story, "organisation:eu") not in self.page.actor_ids:
            return side
        return evolve(side, key="organisation:eu", state="organisation:eu", kind=EvidenceKind.IMPLIED)

    def unnamed(self, line: Line, sides: Sequence[Side]) -> bool:
        """Whether the parties are firms or the like without a name: "Thai and Indian firms", "the Swiss railways"."""
        strangers = {
            s.state for i in line.actors if private(line.tokens, i) and (s := side_of(self.page, line.tokens[i], i))
        }
        return bool(strangers) and bool(sides) and {s.state for s in sides} <= strangers

    def _doers(self, line: Line, noun: Noun, clauses: Clauses) -> list[Side]:
        """Who acts under an agreement: "under a memorandum, the yard and the arsenal will look at ..."."""
        end = noun.reach
        verb = next((v for v in clauses.verbs if v.kind == "finite" and v.start > end), None)
        if verb is None or verb.start - end > 16:
            return []
        sides = [s for s in acting(self.page, line.tokens, end, verb.start) if s.state or s.company]
        if len(sides) == 1 and sides[0].company:
            others = [s for s in self.firms.get(line.story, []) if s.key != sides[0].key]
            return [*sides, *others[:1]] if others else []
        return sides

    def _described(self, line: Line, noun: Noun) -> Side | None:
        """The state of a partner without a name: "signed a memorandum with Romania's state-run defence company"."""
        tokens = line.tokens
        at = next((i for i in range(noun.end, min(noun.reach + 3, len(tokens))) if tokens[i].text == "with"), None)
        if at is None:
            return None
        state = next((i for i in range(at + 1, min(at + 4, len(tokens))) if tokens[i].kind == "actor"), None)
        side = side_of(self.page, tokens[state], state) if state is not None else None
        if state is None or side is None or side.state is None or side.person:
            return None
        for token in tokens[state + 1 : state + 9]:
            if token.text in _ENTERPRISES:
                return side
            if token.kind == "actor" or (token.kind == "word" and token.text in _ELSEWHERE):
                return None
        return None

    def _travelled(self, line: Line, noun: Noun) -> list[Side]:
        """Who came home with an agreement, and from where."""
        tokens = line.tokens
        sides = [s for s in acting(self.page, tokens, 0, noun.start) if s.state]
        if len({s.state for s in sides}) > 1:
            return sides[:3]  # "talks in Oslo between Greece and Turkey ended with a declaration"
        for position in range(1, noun.start):
            if tokens[position].kind == "actor" and tokens[position - 1].text in ("from", "to", "in"):
                side = side_of(self.page, tokens[position], position)
                sides.extend([side] if side is not None and side.state is not None else [])
        return sides[:3]

    def _owners(self, tokens: Sequence[Token], noun: Noun) -> list[Side]:
        """Owners and modifiers: "Poland's agreement", "the Korea-EU agreement"; not the town in a proper name."""
        sides: list[Side] = []
        for position in range(max(0, noun.start - 4), noun.head):
            token = tokens[position]
            mention = token.mention
            if token.kind != "actor" or not isinstance(mention, ActorMention) or mention.as_place:
                continue
            owner = position + 1 < len(tokens) and tokens[position + 1].text in ("'s", "’s", "’", "'")
            led = [t.text for t in tokens[position + 1 : position + 3]]
            by = len(led) == 2 and led[0] in ("-", "–") and led[1] in _LED
            if position < noun.start and not owner and not by:
                continue
            if owner and position + 2 < noun.start and is_firm(tokens[position + 2]):
                continue  # "Germany's Rheinmetall signs agreement"
            if noun.named and position >= noun.start and mention.form in ("capital", "government", "place"):
                continue
            side = side_of(self.page, token, position)
            if side is not None:
                pair = position > 1 and tokens[position - 1].text == "and" and tokens[position - 2].kind == "actor"
                if owner and pair:
                    other = side_of(self.page, tokens[position - 2], position - 2)
                    sides.extend([other] if other is not None else [])  # "Pyongyang and Moscow's treaty"
                sides.append(side)
        if not sides:
            sides = [s for token in tokens[noun.start : noun.end] for s in self._members(token)]
        phrase = self.page.document.text[tokens[noun.start].start : tokens[noun.head].start].lower()
        if any(word in phrase for word in _BOTH_KOREAS):
            sides = [s for key in ("state:KR", "state:KP") if (s := self._known(tokens[noun.head], key)) is not None]
        return sides

    def _members(self, token: Token) -> list[Side]:
        """The members of a forum that the document speaks of: AUKUS is an agreement of three states."""
        mention = token.mention
        if not isinstance(mention, ActorMention) or mention.kind is not ActorKind.FORUM:
            return []
        forum = mention.key.removeprefix("organisation:")
        codes = next((o.members for o in self.page.catalogue.organisations if o.id == forum), ())
        return [s for code in codes if (s := self._known(token, f"state:{code}")) is not None] if len(codes) < 6 else []

    def _known(self, token: Token, key: str) -> Side | None:
        """An actor of the document as a party that a word implies."""
        if not any(a.key == key for a in self.page.mentions.actors):
            return None
        return Side(key=key, state=key, witness=token, kind=EvidenceKind.IMPLIED)

    def _complement(self, tokens: Sequence[Token], low: int, high: int) -> list[Side]:
        """The parties that "between", "with" or "by" bring in."""
        out: list[Side] = []
        taking = False
        for position in range(low, min(high, len(tokens))):
            token = tokens[position]
            word = token.kind == "word"
            if word and token.text in _BRING_IN:
                taking = True
            elif (
                strong_break(token)
                or token.text in _ENDS
                or (word and token.text.endswith("ing") and len(token.text) > 6)
            ):
                break
            elif word and token.text in _ELSEWHERE:
                taking = False
            elif token.text == "," and new_clause(tokens, position) and subject_behind(tokens, position + 2):
                break
            elif taking and token.kind == "actor":
                sides = list(acting(self.page, tokens, position, position + 1))
                mention = token.mention
                owner_of = position + 1 < len(tokens) and tokens[position + 1].text in ("'s", "’s", "’")
                if (
                    not sides
                    and not owner_of
                    and not seated(tokens, position)
                    and isinstance(mention, ActorMention)
                    and mention.form in _NAMES
                    and not mention.as_place
                ):
                    following = tokens[position + 1] if position + 1 < len(tokens) else None
                    side = side_of(self.page, token, position)
                    if side is not None and not (following is not None and following.kind == "actor"):
                        sides = [side]
                out.extend(s for s in sides if s.state or s.company or s.person)
        return out

    def subject(self, line: Line, clauses: Clauses, start: int, *, raised: bool = True) -> list[Side]:
        """Who does what the verb group at a position says; with ``raised`` also over a verb that it hangs on."""
        tokens = line.tokens
        joint = clauses.verb_before(start) if start > 2 and tokens[start - 1].text == "in" else None
        if joint is not None and tokens[joint.head].text in _JOINS:
            low, _, _ = clauses.subject_span(joint.start)
            return list(acting(self.page, tokens, low, start))  # "Norway joined Sweden and Finland in signing"
        low, high, _ = clauses.subject_span(start)
        if low >= high:
            low, high = before_relative(tokens, low)
        while low >= 2 and tokens[low - 1].text in ("and", ",") and tokens[low - 2].kind == "actor":
            low -= 2
        sides = list(acting(self.page, tokens, low, high))
        if not sides and raised and start > 1 and tokens[start - 1].text == "to":
            # "Portugal is understood to be negotiating"
            verb = clauses.verb_before(start - 1)
            if (
                verb is not None
                and start - verb.start < 7
                and not any(strong_break(t) for t in tokens[verb.start : start])
            ):
                low, high, _ = clauses.subject_span(verb.start)
                sides = list(acting(self.page, tokens, low, high))
        if not sides and 0 < high - low <= 2 and tokens[high - 1].text in ("it", "they", "he", "she", "company"):
            # "X announced that it has signed ..."
            at = low - 2 if low > 1 and tokens[low - 1].text == "that" else low - 1
            while at > 0 and (tokens[at].kind == "date" or tokens[at].text in ("on", "in")):
                at -= 1
            verb = next((v for v in reversed(clauses.verbs) if v.kind == "finite" and v.start <= at), None)
            if verb is not None and tokens[at].text in TELLS and at - verb.start < 4:
                low, high, _ = clauses.subject_span(verb.start)
                sides = list(acting(self.page, tokens, low, high)) or named_before(self.page, tokens, verb.start)
        return sides

    def complete(
        self, line: Line, noun: Noun, sides: list[Side], doer: tuple[int, int] | None
    ) -> tuple[list[Side], bool]:
        """The parties with those that the sentence leaves to its context, and whether all of them were guessed.

        ``doer`` is where the subject of an active verb stands: a name there that nobody knows is not somebody else.
        """
        kind = noun.kind
        known = {s.state or s.key for s in sides}
        if len(known) >= 2:
            return sides, False
        if kind is AgreementKind.FRAMEWORK_AGREEMENT and not any(s.company for s in sides):
            of_goods = self._of_goods(line, noun, sides)
            if of_goods:
                return of_goods, False
        pair = self._ranked(line, noun)
        mine = owner(self._text(line, noun))
        own = kind is AgreementKind.PROGRAMME and mine is not None and mine in _ALONE_IN
        if own and (owners := [s for s in pair if s.key == mine]):
            return owners, False
        mine = mine if kind is AgreementKind.FUNDING_INITIATIVE or own else None
        if len(sides) == 1 and mine is not None and sides[0].key.startswith("organisation:"):
            # "the European Commission proposed SAFE": the instrument is the Union's
            return [s for s in pair if s.key == mine][:1] or sides, False
        low, high = clause_of(line.tokens, noun)
        here = [s for s in merged(acting(self.page, line.tokens, low, high)) if s.state and not s.company]
        if not here and any(t.text in ("two", "both", "they") for t in line.tokens[low:high]):
            here = [s for s in merged(acting_in(self.page, line)) if s.state and not s.company]
        if not known:
            stranger = doer is not None and self._stranger(line, *doer)
            if mine is not None and kind is AgreementKind.FUNDING_INITIATIVE and noun.short and not stranger:
                return [s for s in pair if s.key == mine], False  # "the SAFE instrument" tells whose it is
            return [] if stranger else self._guess(line, noun, here, pair), True
        if sides[0].company and len(sides) == 1 and (partner := self._described(line, noun)) is not None:
            return [*sides, partner], False
        if kind in _ALONE or (sides[0].company and kind is not AgreementKind.FRAMEWORK_AGREEMENT):
            return sides, False
        if next(iter(known)).startswith("organisation:") and kind is AgreementKind.JOINT_DECLARATION:
            return sides, False
        others = [s for s in here if s.state not in known and s.state]
        if not others and not sides[0].company and (firm := self.releasing(line.story)) is not None:
            return [firm, *sides], False  # in a firm's own release the other party is the firm
        if pair and pair[0].key not in known and pair[0].key in self._leads(line, noun):
            others = pair[:1]
        two = kind in (AgreementKind.MOU, AgreementKind.OTHER) and next(iter(known)).startswith("state:")
        near = sorted(pair[:4], key=lambda s: not s.key.startswith("state:")) if two else pair[:2]
        others = others or [s for s in near if s.key not in known] or [s for s in pair if s.key not in known]
        firms = self.firms.get(line.story, [])
        if kind is AgreementKind.FRAMEWORK_AGREEMENT and not noun.named and firms and not sides[0].company:
            others = firms
        return [*sides, *(implied(s) for s in others[:1])], False

    def _of_goods(self, line: Line, noun: Noun, sides: Sequence[Side]) -> list[Side]:
        """The buyer and the state of origin, where a framework covers several arms of one state: of its several firms."""
        low, high = clause_of(line.tokens, noun)
        arms = {
            m.key: m.origin
            for t in line.tokens[noun.end : high]
            if isinstance(m := t.mention, WeaponMention) and m.origin is not None
        }
        origins = set(arms.values())
        classes = sum(
            isinstance(m := t.mention, WeaponMention) and m.origin is None for t in line.tokens[noun.end : high]
        )
        if (
            len(origins) != 1
            or len(arms) + classes < 2
            or any(t.mention is not None and is_firm(t) for t in line.tokens[low:high])
        ):
            return []
        seller = f"state:{next(iter(origins))}"
        known = self.focus.get(line.story, [])
        maker = next((s for s in known if s.key == seller), None)
        spoken = [
            *sides,
            *spoken_of(self.page, line),
            *reversed(self.before[1] if self.before[0] == line.block else []),
            *known,
        ]
        buyer = next((s for s in spoken if s.state not in (None, seller) and s.key.startswith("state:")), None)
        return [implied(buyer), implied(maker)] if buyer is not None and maker is not None else []

    def _guess(self, line: Line, noun: Noun, here: list[Side], pair: list[Side]) -> list[Side]:
        kind = noun.kind
        firms = self.firms.get(line.story, [])
        if pair and pair[0].key in self._leads(line, noun):
            told = self.earlier(line.block)
            partners = [s for s in (*here, *told, *pair[1:]) if s.key != pair[0].key and s.state != pair[0].key]
            partners.sort(key=lambda s: not (s.state or s.key).startswith("state:"))  # a stable sort
            return [pair[0]] if kind in _ALONE else [pair[0], *(implied(s) for s in partners[:1])]
        if (mine := owner(self._text(line, noun))) is not None and kind is AgreementKind.FUNDING_INITIATIVE:
            return [s for s in pair if s.key == mine]
        if kind in _ALONE and kind is not AgreementKind.TREATY:
            every = [*(implied(s) for s in here), *pair]
            return [s for s in every if s.key.startswith("organisation:")][:1] or every[:1]
        if kind is AgreementKind.FRAMEWORK_AGREEMENT and not noun.named and firms and pair:
            return [*pair[:1], firms[0]]  # frameworks without a name are mostly those of contracts
        words = {t.text for t in line.tokens[: noun.start]}
        if words & _FIRMS and len(self.company) == 2 and not here:
            return [implied(s) for s in self.company]
        if (all_of := self.they(line)) is not None:
            return all_of
        before = self.earlier(line.block)
        three = "trilateral" in noun.modifiers or any(
            t.text.startswith("three ") for t in line.tokens if t.kind == "value"
        )
        if (three or names_pair(self.page, line) or noun.determiner == "their") and len(here) != 2 + three:
            told = self.told(line.block, 2 + three)
            if told and (three or len(before) != 2):
                return told
            if (
                not told
                and not before
                and not here
                and self.titled[0] == line.story
                and len(self.titled[1]) == 2 + three
            ):
                return [implied(s) for s in self.titled[1]]  # "Helsinki and Canberra: the two capitals ..."
        if noun.determiner == "their" and len(before) == 2:
            return [implied(s) for s in before]
        if len(here) >= 2 and not names_pair(self.page, line):
            return [implied(s) for s in listed_together(line.tokens, here)]
        listed = self.several is not None and len(before) == len(self.several[2])
        if (len(before) == 2 or (listed and 2 < len(before) < 6)) and not here:
            return [implied(s) for s in before]
        apart = [] if here or before else self._told_beside(line, noun)
        if apart:
            return apart
        first = [implied(s) for s in here[:1]]
        return [*first, *(s for s in pair if s.key not in {f.state for f in first})][:2]

    def _told_beside(self, line: Line, noun: Noun) -> list[Side]:
        """The one state that the sentence speaks of in another clause, where the town is its own: "...; a letter initialled in
        Zagreb does not bind it".
        """
        whole = merged(s for s in acting(self.page, line.tokens, 0, noun.start) if s.state and not s.company)
        towns = {m.key for t in line.tokens[noun.end :] if isinstance(m := t.mention, ActorMention) and m.as_place}
        return [implied(whole[0])] if len(whole) == 1 and whole[0].state in towns else []

    def _text(self, line: Line, noun: Noun) -> str:
        if noun.called:
            return noun.called
        end = noun.topics[0][1] if noun.topics else noun.end
        return self.page.document.text[line.tokens[noun.start].start : line.tokens[end - 1].end]

    def _leads(self, line: Line, noun: Noun) -> frozenset[str]:
        """The organisations whose own an agreement is by its name or its sort."""
        if (mine := owner(self._text(line, noun))) is not None:
            return frozenset([mine])
        if noun.kind is not AgreementKind.PROGRAMME:
            return frozenset()
        if self.headed is not None and self.headed[0] == line.story:
            return frozenset([self.headed[1]])
        leading = [s.key for s in self.focus.get(line.story, [])[:4]]
        return frozenset([key for key in leading if key.startswith("organisation:")])

    def _ranked(self, line: Line, noun: Noun) -> list[Side]:
        """Those the story is about, first the one whose instrument it is, then those whom the sentence speaks of."""
        known = self.focus.get(line.story, [])
        spoken = {s.key for s in spoken_of(self.page, line)}
        second = spoken.intersection([s.key for s in known[:4]])
        first = self._leads(line, noun)
        return sorted(known, key=lambda side: 0 if side.key in first else 1 if side.key in second else 2)

    def _stranger(self, line: Line, low: int, high: int) -> bool:
        """Whether a subject is a proper name that is not among the actors ("FIFA and the KFA signed ...")."""
        text = self.page.document.text
        # "the ministers reviewed progress on the Baltic Line and signed": what an earlier verb has is no subject
        verb = (
            i
            for i in range(low + 1, high)
            if line.tokens[i].text.endswith("ed") and text[line.tokens[i].start].islower()
        )
        tokens = line.tokens[low : next(verb, high)]
        if any(t.kind == "actor" for t in tokens):
            return False
        names = [t for t in tokens if t.kind == "word" and text[t.start].isupper()]
        return any(text[t.start : t.end].isupper() or t is not line.tokens[0] for t in names if len(t.text) > 1)
