"""Chains: the triggers of one sentence that speak of one deal ("approved the purchase", "signed a contract to supply")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import define
from typing_extensions import TypedDict

from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.frames import Match, in_roles
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.grammar.verbs import VerbGroup
from kordef.builders.once import lazy
from kordef.builders.transfers.links import linked, part
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention, ValueMention
from kordef.vocabulary import Stage, TransferKind

__all__ = ["Chain", "brings_to", "chains"]


@define(kw_only=True, slots=False)
class Chain:
    """Triggers that speak of one deal, in the order of the sentence.

    ``begin`` and ``end`` are the positions of the first and behind the last token of the triggers, ``reach`` where what they
    govern ends.
    """

    line: Line
    clauses: Clauses
    matches: tuple[Match, ...]
    governing: frozenset[int]
    """The starts of those matches that govern another."""

    @lazy
    def begin(self) -> int:
        return min([m.start for m in self.matches])

    @lazy
    def end(self) -> int:
        return max([m.end for m in self.matches])

    @lazy
    def reach(self) -> int:
        return max([m.reach for m in self.matches])

    @lazy
    def _surrounded(self) -> _Outer:
        return _outer(self.clauses, self.matches)

    @property
    def scope(self) -> int:
        """Where the clause begins that the chain stands in, its subject included."""
        return self._surrounded["scope"]

    @property
    def outer(self) -> VerbGroup | None:
        """The verb that a deal noun depends on where it is none of the triggers ("could lead to an order")."""
        return self._surrounded["outer"]

    @property
    def agents(self) -> tuple[Token, ...]:
        """The subject of that verb: "it put its name to an order"."""
        return self._surrounded["agents"]

    def part(self, name: str) -> Match | None:
        """The first match that plays a part: act, deal, governor, content, price."""
        return self._by_part.get(name)

    @lazy
    def _by_part(self) -> dict[str, Match]:
        return dict(zip(reversed(self._played), reversed(self.matches), strict=True))

    @lazy
    def _played(self) -> list[str]:
        return [self.plays(match) for match in self.matches]

    def plays(self, match: Match) -> str:
        """The part that a match plays here: one that governs another is a governor whatever else it may be."""
        return "governor" if match.start in self.governing else part(match)

    @lazy
    def core(self) -> Match:
        """The match that says of what sort the deal is: the verb that moves goods, or the noun that names the deal."""
        acts = [m for m, played in zip(self.matches, self._played, strict=True) if played == "act"]
        deals = [m for m in self.matches if part(m) == "deal"]
        telling = [m for m in deals if m.frame.id not in ("contract", "plan", "talks", "request", "option")]
        return (acts or telling or deals or list(self.matches))[-1 if acts else 0]

    @lazy
    def kind(self) -> TransferKind:
        """The kind of the deal; a plan for a purchase is a plan."""
        kinds = [
            TransferKind(m.frame.settings["kind"])
            for m in self.matches
            if "kind" in m.frame.settings
            and part(m) != "content"
            and not _lends_money(m)
            and not (m.frame.id == "give" and self._buys(m))
        ]
        for kind in (TransferKind.DONATION, TransferKind.LEASE, TransferKind.LICENCE, TransferKind.PLAN):
            if kind in kinds:
                return kind
        return kinds[-1] if kinds else TransferKind.SALE

    def _buys(self, match: Match) -> bool:
        """Whether a promise is one to buy, or what is given is an order."""
        return match.start in self.governing and (self._asks or self.core.frame.id in _DEALT)

    @lazy
    def negated(self) -> bool:
        """Whether the sentence says that it does not happen."""
        if any(_denies(m) or _given_up(m) or _by_nobody(m) for m in self.matches):
            return True
        if self.outer is not None and self.outer.negated:
            # "was unable to wrap up a deal to sell"
            return True
        # "a first attempt to buy the K9 had been called off"
        return any(m.frame.id == "attempt" for m in self.matches) and any(
            self.stage_of(m) == str(Stage.CANCELLED) for m in self.matches
        )

    @lazy
    def dropped(self) -> bool:
        """Whether goods are refused, or were only once in somebody's mind."""
        return any(m.frame.settings.get("refuses") or _given_up(m) for m in self.matches)

    @lazy
    def roles(self) -> dict[str, list[tuple[Match, Token]]]:
        """The tokens in each role, with the match that gives it; a token has the first role that an inner trigger gives it."""
        out: dict[str, list[tuple[Match, Token]]] = {}
        seen: set[tuple[int, str]] = set()
        core = self.core
        for token in self.agents:
            out.setdefault("partner", []).append((core, token))
        for match in sorted(self.matches, key=lambda m: m is not core):
            for role, tokens in self._roles_of(match).items():
                for token in tokens:
                    if (token.start, role) not in seen:
                        seen.add((token.start, role))
                        out.setdefault(role, []).append((match, token))
        return out

    def _roles_of(self, match: Match) -> Mapping[str, tuple[Token, ...]]:
        if "asks" in match.frame.settings and part(match) == "content":
            # "a contract to build 48 launchers": who builds is not who buys
            return {role: tokens for role, tokens in match.roles.items() if role in ("items", "for")}
        if "about" in match.frame.roles and not match.noun and (told := _about(match)):
            partners = tuple(t for t in match.roles.get("partner", ()) if t not in told)
            return {**match.roles, "partner": partners, "items": (*match.roles.get("items", ()), *told)}
        if match.noun and (signers := self._signers(match)):
            # "a deal for the delivery of 24 vehicles was signed by the two ministers"
            others = tuple(t for t in match.places["by"] if t.start not in signers)
            return in_roles({**match.places, "by": others}, match.frame.noun_roles)
        other = match.frame.settings.get("as_governor") if match.start in self.governing else None
        if other is None:
            return match.roles
        # who sends a request is to receive the goods, who sends anything else gives them
        sender, addressee = ("recipient", "supplier") if self._asks else ("supplier", "recipient")
        meant = {"sender": sender, "addressee": addressee}
        table: Mapping[str, str] = other["roles"]
        if match.line.tokens[match.start].text.startswith(tuple(other.get("mutual", ()))):
            # "Lima and Rotem reached an agreement", but "an order reached Rotem"
            table = {**table, "subject": "partner"}
        core = self.core
        if (
            "object" not in table
            and not core.noun
            and core is not match
            and core.frame.roles.get("subject") == "supplier"
        ):
            # "Denmark wants to deliver howitzers": who wants something gets it only where he does not give
            meant["recipient"] = "supplier"
        return in_roles(match.places, {place: meant.get(role, role) for place, role in table.items()})

    def _signers(self, noun: Match) -> frozenset[int]:
        """Where those stand that do to a deal noun what a passive behind it says, though the noun's "by" reaches them too."""
        doers = (
            t.start
            for m in self.matches
            if not m.noun and m.start in self.governing and m.start > noun.end and m.group.passive
            for t in m.places.get("subject", ())
        )
        return frozenset(doers) & {t.start for t in noun.places.get("by", ())}

    @property
    def _asks(self) -> bool:
        return any(m.frame.settings.get("sender") == "recipient" for m in self.matches)

    def stage_of(self, match: Match) -> str | None:
        """The stage that a trigger alone tells."""
        if "asks" in match.frame.settings and part(match) == "content":
            return None
        settings = match.frame.settings
        if match.start in self.governing and "as_governor" in settings:
            settings = settings["as_governor"]
            if self._asks and settings["roles"].get("subject") == "sender":
                # "gave the firm an order"
                return None
        return settings.get("stage")


_DEALT = ("buy", "purchase", "receive", "sell", "supply", "deliver")
"""What a promise may be to do without giving anything away: "pledged to deliver four submarines"."""


def _about(match: Match) -> tuple[Token, ...]:
    """What a verb of talking has for partners and is the goods: a count takes "about" in, "is talking to KAI about six T-50s"."""
    counted = [t.mention for t in match.roles.get("partner", ()) if isinstance(t.mention, ValueMention)]
    low = min((m.start for m in counted if m.exact.lower().startswith("about ")), default=None)
    return () if low is None else tuple(t for t in match.roles["partner"] if t.start >= low)


def brings_to(tokens: Sequence[Token], chain: Chain) -> bool:
    """Whether a number is only what several orders come to: "That brings its order to six"."""
    first, deal = chain.matches[0], chain.part("deal")
    if first.noun or deal is None or not tokens[first.start].text.startswith(("bring", "brought")):
        return False
    return deal.end < len(tokens) and tokens[deal.end].text == "to"


def _denies(match: Match) -> bool:
    """Whether a verb says that something is not so, or that somebody refuses it."""
    if not match.noun and _was_supposed(match):
        return True
    return (match.group.negated and not _whether(match)) or bool(match.frame.settings.get("refuses"))


def _was_supposed(match: Match) -> bool:
    """Whether something was to be and did not come about: "was supposed to acquire 50 jets"."""
    before = [t.text for t in match.line.tokens[max(0, match.start - 4) : match.start]]
    return "supposed" in before and ("was" in before or "were" in before)


def _whether(match: Match) -> bool:
    """Whether a "not" in front of a verb is about a decision that is still to come: "not yet decided whether to buy"."""
    return any(t.text == "whether" for t in match.line.tokens[match.group.start : match.start])


def _by_nobody(match: Match) -> bool:
    """ "Nobody has ordered the K2NO"."""
    if match.noun or _NOBODY.isdisjoint(match.line.texts):
        return False
    words = match.line.tokens[match.begin : match.group.start]
    return any(t.text in _NOBODY for t in words[:3])


_NOBODY = frozenset(["nobody", "none", "neither"])


def _given_up(match: Match) -> bool:
    """ "It had first wanted 500": what somebody had once in mind."""
    favours = match.frame.id == "select" and match.line.tokens[match.start].text.startswith(("prefer", "favo"))
    if (match.frame.id not in ("consider-goods", "plan-verb", "negotiate-goods") and not favours) or match.noun:
        return False
    if match.line.tokens[match.start].text.startswith(_VOICED):
        # "Fiji said that Samoa had expressed interest in buying them"
        return False
    return any(t.text == "had" for t in match.line.tokens[match.group.start : match.start])


_VOICED = ("express", "voic", "show", "signal")


def chains(line: Line, clauses: Clauses, matches: Sequence[Match]) -> Iterator[Chain]:
    """The matches of a sentence put together to chains; a governor without a deal or an act is left out."""
    groups: list[list[Match]] = []
    governing: set[int] = set()
    for match in matches:
        if (
            _idiom(line, match)
            or _lends_weight(line, match)
            or _comes_after(line, match)
            or _only_lands(line, match)
            or (match.frame.id == "ask-firm" and not _asks_somebody(line, match))
            or (match.frame.id == "do" and not match.group.passive and match.end == match.start + 1)
            or (match.frame.settings.get("before_goods") and not _before_goods(line, match))
        ):
            continue
        for group in reversed(groups):
            links = ((m, linked(line, clauses, m, match)) for m in reversed(group))
            link, how = next(((m, h) for m, h in links if h is not None), (None, None))
            if link is not None and how == "governs" and _of_another(link, match, group, governing):
                # "has been on the table in Estonia and has already been done by Poland"
                governing.add(match.start)
                groups.append([link, match])
                break
            if link is not None:
                if how == "governed":
                    governing.add(link.start)
                elif how == "governs":
                    governing.add(match.start)
                group.append(match)
                break
        else:
            groups.append([match])
    for group in groups:
        group = [m for m in group if m.start in governing or not m.frame.settings.get("only_governs")]
        if not [m for m in group if part(m) not in ("governor", "none")]:
            continue
        yield Chain(line=line, clauses=clauses, matches=tuple(group), governing=frozenset(governing))


def _asks_somebody(line: Line, match: Match) -> bool:
    """Whether nothing but who is asked stands before "for": "asked KAI for", not "asked by Sofia to station a battery for"."""
    asked = line.tokens[match.start + 1 : match.end - 1]
    return not match.group.passive and all(
        t.kind in ("actor", "date") or t.text in ("the", "'s", "’s", "in", "on") for t in asked
    )


def _only_lands(line: Line, match: Match) -> bool:
    """Whether arms only come to a base or town, and no word says for whom: "three Rafales arrived at Minsk Mazowiecki"."""
    if match.frame.id != "arrive" or match.noun or [t.text for t in line.tokens[match.end : match.end + 1]] != ["at"]:
        return False
    return not any(t.text in ("for", "by") for t in line.tokens[match.begin : match.start])


def _comes_after(line: Line, match: Match) -> bool:
    """Whether "following" only means after an event that is no deal: "operates 11 jets following the crash of one"."""
    if match.noun or match.frame.id != "follow" or line.tokens[match.start].text != "following":
        return False
    behind = line.tokens[match.end : match.end + 4]
    return bool(behind) and behind[0].text in ("the", "a", "an") and not any(t.text in _EVENTS for t in behind[1:])


_EVENTS = frozenset(
    "order orders contract contracts deal deals purchase purchases sale sales agreement agreements delivery deliveries".split()
) | {"donation", "batch", "tranche", "first", "second", "acquisition"}


def _lends_weight(line: Line, match: Match) -> bool:
    """Whether what is given is no thing: "gives a boost to the economy through a drone contract"."""
    if match.noun or match.frame.id not in ("give", "supply", "buy"):
        return False
    if match.frame.id == "buy":
        # "is locked in a competition with the Rafale"
        locked = match.group.passive and line.tokens[match.start].text == "locked"
        return locked or _is_noun(line, match.start)
    words = [t.text for t in line.tokens[match.end : match.end + 3] if t.text not in ("a", "an", "another", "the")]
    return bool(words) and words[0] in _WEIGHTS


def _is_noun(line: Line, at: int) -> bool:
    """Whether "contract" or "order" behind an actor is a noun: "has secured a U.S. Department of Defense contract for"."""
    tokens = line.tokens
    if tokens[at].text not in ("contract", "order", "purchase") or at < 2 or tokens[at - 1].kind != "actor":
        return False
    while at > 1 and tokens[at - 1].kind == "actor":
        at -= 1
    return tokens[at - 1].text in ("a", "an", "its", "this", "another")


_WEIGHTS = frozenset(
    "boost lift push edge fillip rise impetus momentum insight weight credence way clue glimpse hint leave".split()
)


def _of_another(noun: Match, verb: Match, group: Sequence[Match], governing: set[int]) -> bool:
    """Whether a second predicate of a deal noun tells of another party's deal than the first does."""
    first = next((m for m in group if m.start in governing and noun.start < m.start < verb.start), None)
    if first is None:
        return False
    parties = [
        {
            a.key
            for place in ("in", "by", "subject")
            for t in m.places.get(place, ())
            if isinstance(a := t.mention, ActorMention)
        }
        for m in (first, verb)
    ]
    return all(parties) and not parties[0] & parties[1]


def _lends_money(match: Match) -> bool:
    """Whether a loan is one of money: "a $500 million loan for the purchase"."""
    if match.frame.id != "lease-noun":
        return False
    told = (t.mention for place in ("modifier", "of") for t in match.places.get(place, ()))
    return any(isinstance(m, ValueMention) and m.kind == "money" for m in told)


def _idiom(line: Line, match: Match) -> bool:
    """Whether a trigger is part of a name or phrase that tells of no deal: "Pitch Black", "on order", "in order to"."""
    first = line.tokens[match.start]
    if not match.noun and match.start > 1 and line.tokens[match.start - 1].text == "-":
        # "South Korea-made tanks"
        return True
    if match.noun and match.end < len(line.tokens) and line.tokens[match.end].text in _MODIFIED:
        return True
    if (
        match.noun
        and first.capital
        and match.start
        and line.kind is BlockKind.PARAGRAPH
        and match.frame.id not in _FORMAL
    ):
        return True
    if match.reduced and match.frame.id in ("supply", "give") and match.start and _is_picture(line, match.start):
        # "in this file photo provided by the Air Force"
        return True
    words = match.frame.settings.get("idioms", ())
    if not words or match.start == 0:
        return False
    around = [t.text for t in line.tokens[match.start - 1 : match.start + 2]]
    return f"{around[0]} {around[1]}" in words or f"{around[1]} {around[-1]}" in words


def _is_picture(line: Line, at: int) -> bool:
    """Whether what a participle at a position is about is a picture."""
    return line.tokens[at - 1].text in _PICTURES


_PICTURES = frozenset(
    "photo photos photograph photographs picture pictures image images footage video handout still rendering".split()
)


_MODIFIED = frozenset(
    (
        "channel channels platform platforms market markets model models version versions variant portfolio destination "
        "destinations lineup product products growth record competitiveness success strategy capability capabilities drive "
        "push potential prospects opportunity opportunities performance volume revenue revenues figures credit credits "
        "financing controls control restrictions ambitions boom industry"
    ).split()
)
"""Nouns that a noun for deals before them only describes: "its export platforms", "sales figures"."""


def _before_goods(line: Line, match: Match) -> bool:
    """Whether a noun or more words stand right behind a trigger: "the planned purchase", but not "(672 units planned, ...)"."""
    return match.end < len(line.tokens) and line.tokens[match.end].kind != "mark"


class _Outer(TypedDict):
    scope: int
    outer: VerbGroup | None
    agents: tuple[Token, ...]


_FORMAL = ("framework", "intent", "possible-sale", "sale", "contract")
"""Deals whose nouns notices and releases write with capitals."""


_TO_COME = frozenset(["future", "considering", "negotiating"])


def _outer(clauses: Clauses, group: Sequence[Match]) -> _Outer:
    """What the verb says that governs a deal noun which no trigger governs: where its clause begins, its doubt, its subject."""
    low = min(m.begin for m in group)
    nothing: _Outer = {"scope": low, "outer": None, "agents": ()}
    first = min(group, key=lambda m: m.start)
    if not first.noun:
        return nothing
    verb = clauses.verb_before(first.begin)
    if verb is None or first.begin - verb.head > 12 or verb.head >= first.begin:
        return nothing
    between = clauses.tokens[verb.head + 1 : first.begin]
    if any(t.text in (";", ":", "that", "which", "who", "and", "but") for t in between):
        return nothing
    begin, end, how = clauses.subject_span(verb.start)
    agents = tuple(t for t in clauses.tokens[begin:end] if t.kind == "actor") if how == "own" else ()
    near = len(between) <= 6 and not any(t.kind == "mark" or t.text in ("after", "under") for t in between)
    inner = next((v.head for v in reversed(clauses.verbs) if verb.head < v.head < first.begin), verb.head)
    outer = clauses.group(inner) if near else None
    return {
        "scope": min(low, begin),
        "outer": outer if outer is not None and (outer.negated or outer.aspect in _TO_COME) else None,
        "agents": agents if near else (),
    }
