"""Who publishes a figure: whom its sentence, its paragraph, the line below a table or the lead of its story cites."""

from __future__ import annotations

from attrs import evolve

from kordef.builders.observations.context import Publisher, Surroundings
from kordef.builders.observations.dates import Dated
from kordef.builders.observations.described import described, source_named
from kordef.builders.observations.house import house_of, is_own_source, speaks_of_itself
from kordef.builders.observations.indicators import Row, Sense, is_of_one_kind
from kordef.builders.observations.story_dates import cut_off_of, governing_period, monthly, year_surveyed, yearly
from kordef.document import Block, BlockKind
from kordef.mentions.model import ActorMention, ValueMention
from kordef.vocabulary import ActorKind, EvidenceKind

__all__ = ["Citations"]

_COUNTS = frozenset(["figure", "figures", "count", "tally", "estimate", "estimates", "data", "statistics"])
_KEEPS = frozenset(["maintain", "maintains", "maintained", "hold", "holds", "held"])
"""Verbs that say something only before "that"."""
_PARTICLES = frozenset(["up", "out", "on", "off", "forward", "aside", "down", "for", "into"])
"""Behind a verb of saying these make another verb of it: "calls up", "puts forward"."""
_SOURCES = frozenset(["source", "sources", "data", "figures", "statistics", "compiled", "based"])
_SOURCE = frozenset(["source", "sources"])
_FORWARD = 4
"""How many sentences behind a figure may say from whom it is: "The numbers come from a SIPRI fact sheet"."""
_LONGEST_LIST = 20
"""How many lines may stand between a line of a list and the source below the list."""
_CLOSING = 3
"""How many lines at the end of a story may name its source."""
_FROM = frozenset(["provided", "compiled", "published", "released", "collected", "from", "by"])


class Citations:
    """Who is cited in a page; what a sentence cites is read once."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._cited: dict[int, tuple[tuple[int, Publisher], ...]] = {}
        self._governing: dict[int, tuple[Publisher, Row] | None] = {}
        self._surveys: dict[int, tuple[Dated, Row] | None] = {}
        self._releases: dict[int, Publisher | None] = {}
        self._footnotes: dict[int, dict[str, Publisher]] = {}
        self._houses: dict[int, Publisher | None] = {}
        self._cut_offs: dict[int, Dated | None] = {}
        self._sources: dict[int, Publisher | None] = {}

    def of(self, row: Row, at: int) -> Publisher | None:
        """Who is cited for a figure: in its own sentence, or as an institute in one before it in the paragraph."""
        own = self._nearest(row, at) or self._noted(row, at)
        if own is None and speaks_of_itself(row):
            own = self.house(row.line.story)
        if own is not None:
            return own
        for other in self._around.before(row.line):
            if self._around.paragraph(other.line) == self._around.paragraph(row.line):
                found = self._nearest(other, 0)
                if found is not None:
                    return _implied(found) if found.publishes or found.surveys or found.measures else None
        following = self._around.after(row.line)
        for _ in range(_FORWARD):
            if following is None:
                return None
            found = self._nearest(following, 0)
            if found is not None:
                whole = (found.publishes or found.surveys) and is_of_one_kind(row, following)
                return _implied(found) if whole else None
            following = self._around.after(following.line)
        return None

    def house(self, story: int) -> Publisher | None:
        """Whose page a story is, where its head names an institute or tracker."""
        if story not in self._houses:
            self._houses[story] = house_of(self._around.page, story)
        return self._houses[story]

    def counting(self, story: int) -> Publisher | None:
        """The same, where the first sentences say that the figures are its own count: "pledges recorded here"."""
        return self.house(story) if any(speaks_of_itself(row) for row in self._around.lead(story)) else None

    def _noted(self, row: Row, at: int) -> Publisher | None:
        """Whom the note behind a figure cites: "grew by 105 percent.[1]" with "[1] SIPRI, March 2025" below."""
        marks = [k for k in range(1, len(row.tokens)) if _note(row, k)] if "[" in row.line.texts else []
        number = _note(row, next((k for k in marks if k > at), marks[-1])) if marks else None
        if number is None:
            following = self._around.after(row.line)
            number = _note(following, 0) if following is not None else None
        return self._notes(row.line.story).get(number) if number else None

    def _notes(self, story: int) -> dict[str, Publisher]:
        """The publishers that the notes of a story begin with, by the numbers of the notes."""
        known = self._footnotes.get(story)
        if known is None:
            known = self._footnotes[story] = {}
            for line in self._around.of_story(story):
                row = self._around.row(line) if line.tokens and line.tokens[0].text == "[" else None
                number = _note(row, 0) if row is not None else None
                if row is not None and number:
                    found = next((k for k in range(3, min(9, len(row.tokens))) if row.kind(k) == "actor"), None)
                    mention = row.tokens[found].mention if found is not None else None
                    if found is not None and isinstance(mention, ActorMention) and mention.kind is not ActorKind.STATE:
                        known.setdefault(number, _implied(_named(self._around, row, found)))
        return known

    def released(self, story: int, actor: ActorMention | None) -> Publisher | None:
        """The firm whose own release a story is ("Saab (OMX: SAAB-B) today announced"), for a figure of that firm."""
        if actor is None or actor.kind is not ActorKind.COMPANY:
            return None
        firm = self._released(story)
        return _implied(firm) if firm is not None and firm.actor is not None and firm.actor.key == actor.key else None

    def _released(self, story: int) -> Publisher | None:
        if story not in self._releases:
            found = (_releases(self._around, row) for row in self._around.lead(story))
            self._releases[story] = next((p for p in found if p is not None), None)
        return self._releases[story]

    def governing(self, story: int, row: Row | None = None) -> Publisher | None:
        """The institute whose report a story is about: named as the publisher in its title or first sentences.

        Of a figure that stands in a ``row`` before that sentence it is the publisher only where both tell of the same.
        """
        if story not in self._governing:
            found = (
                (evolve(p, kind=EvidenceKind.IMPLIED), r) for r in self._around.lead(story) for _, p in self._in(r)
            )
            self._governing[story] = next((told for told in found if told[0].publishes), None)
        told = self._governing[story]
        return told[0] if told is not None and (row is None or _holds_for(row, told[1])) else None

    def survey(self, story: int, row: Row | None = None) -> Dated | None:
        """The years that a story's title, or the lead of a report on an institute's survey, sets for all of its figures.

        A figure in a ``row`` before that sentence has them only where both tell of the same.
        """
        if story not in self._surveys:
            surveyed = self.governing(story) is not None
            self._surveys[story] = (
                governing_period(self._around, story, surveyed=surveyed)
                or monthly(self._around, story)
                or yearly(self._around, story)
                or (year_surveyed(self._around, story) if surveyed else None)
            )
        told = self._surveys[story]
        return told[0] if told is not None and (row is None or _holds_for(row, told[1])) else None

    def cut_off(self, story: int) -> Dated | None:
        """The day up to which a story counts, as its first lines say."""
        if story not in self._cut_offs:
            self._cut_offs[story] = cut_off_of(self._around, story)
        return self._cut_offs[story]

    def below(self, block: Block) -> Publisher | None:
        """The publisher in the line below a table, or in that above it: "Source: SIPRI Arms Transfers Database"."""
        above = self._around.ahead(block)
        lines = (*self._around.behind(block, 3), *([above] if above is not None else []))
        return next((p for line in lines if (p := self._source(self._around.row(line))) is not None), None)

    def under(self, row: Row) -> Publisher | None:
        """The publisher in the line below the list in which a line stands: "Source: Ministry of Defence"."""
        for line in self._around.behind(self._around.page.document.blocks[row.line.block], _LONGEST_LIST):
            if (found := self._source(self._around.row(line))) is not None:
                return _implied(found)
            if line.kind not in (BlockKind.LIST_ITEM, BlockKind.HEADING):
                return None
        return None

    def sourced(self, story: int) -> Publisher | None:
        """The publisher in a line of its own at the end of a short story: "Source: SIPRI fact sheet, March 2025"."""
        if story not in self._sources:
            lines = self._around.of_story(story)
            last = [line for line in lines[-_CLOSING:] if line.kind is not BlockKind.TABLE] if len(lines) < 40 else []
            found = next((p for line in last if (p := self._source(self._around.row(line))) is not None), None)
            if found is not None and found.actor is not None and found.actor.kind is ActorKind.MEDIA:
                found = None  # whose article a page reprints
            self._sources[story] = _implied(found) if found is not None else None
        return self._sources[story]

    def _source(self, row: Row) -> Publisher | None:
        """Whom a line names as the source of what stands above or below it."""
        text, line = self._around.page.document.text, row.line
        if row.word(0) in _SOURCES and row.word(1) in (":", "from", "by", "on"):
            at = 0
        else:
            last = len(row.tokens) if ":" in line.texts else 0
            at = next((k for k in range(1, last) if row.word(k) in _SOURCE and row.word(k + 1) == ":"), -1)
        if at < 0:
            return None
        if is_own_source(text[row.tokens[at].start : line.end]):
            return self.house(line.story)
        return next(
            (
                _named(self._around, row, k)
                for k, t in enumerate(row.tokens)
                if k > at and isinstance(t.mention, ActorMention) and t.mention.form != "adjective"
            ),
            source_named(text, row.tokens[at].start, line.end),
        )

    def _nearest(self, row: Row, at: int) -> Publisher | None:
        found = [cited for cited in self._in(row) if not _is_of_forecast(row, cited[0], at)]
        return min(found, key=lambda cited: abs(cited[0] - at))[1] if found else None

    def _in(self, row: Row) -> tuple[tuple[int, Publisher], ...]:
        """The publishers that a sentence cites, with the positions of the words that cite them."""
        known = self._cited.get(row.line.start)
        if known is None:
            found: list[tuple[int, Publisher]] = []
            text = self._around.page.document.text
            saying = [
                (at, forms)
                for at, senses in row.senses.items()
                if (forms := _forms_of_saying(senses))
                and not (row.word(at) in _KEEPS and row.word(at + 1) != "that")
                and not (row.word(at + 1) in _PARTICLES and "third" in forms)
                and not (row.word(at) in ("number", "numbers") and row.kind(at + 1) == "value")
            ]
            for at, forms in saying:
                publisher = next((p for form in forms if (p := _cited(self._around, row, at, form)) is not None), None)
                if publisher is not None:
                    found.append((at, publisher))
            if not found:
                named = ((at, described(text, row, at)) for at, _ in saying)
                found.extend((at, publisher) for at, publisher in named if publisher is not None)
            known = self._cited[row.line.start] = tuple(found)
        return known


def _holds_for(row: Row, told: Row) -> bool:
    """Whether what one of the first sentences of a story tells holds for the figures of another, or of the title."""
    return told.line.start <= row.line.start or row.line.kind is BlockKind.TITLE or is_of_one_kind(row, told)


_FORESEE = frozenset(["analysts", "consensus", "forecast", "forecasts", "expectations"])


def _is_of_forecast(row: Row, cited: int, at: int) -> bool:
    """Whether who is cited tells only what was expected: "up to 1.3 billion, above the 1.2 seen by analysts, LSEG says"."""
    if not at < cited:
        return False
    beside = max((k for k in range(at + 1, cited) if row.kind(k) == "value"), default=-1)
    return beside > 0 and any(row.word(k) in _FORESEE for k in range(max(at + 1, beside - 8), min(cited, beside + 6)))


def _forms_of_saying(senses: tuple[Sense, ...]) -> list[str]:
    return [s.form for s in senses if s.tag == "publish"]


def _implied(publisher: Publisher) -> Publisher:
    return evolve(publisher, kind=EvidenceKind.IMPLIED)


def _note(row: Row, at: int) -> str | None:
    """The number of a note's mark, "[1]"."""
    number = row.tokens[at + 1].text if at + 2 < len(row.tokens) else ""
    return number if row.word(at) == "[" and row.word(at + 2) == "]" and number.isdigit() else None


def _releases(around: Surroundings, row: Row) -> Publisher | None:
    """The firm that announces something "today" in its own words."""
    for at, token in enumerate(row.tokens):
        said = row.sense(at, "publish")
        if said is None or said.form != "past":
            continue
        if not any(row.tokens[k].text == "today" for k in (at - 1, at + 1) if 0 <= k < len(row.tokens)):
            continue
        left = at - 1 - (row.tokens[at - 1].text == "today") if at else -1
        if row.word(left) == ")":
            left = next((k for k in range(left - 1, max(-1, left - 12), -1) if row.word(k) == "("), 0) - 1
        mention = row.tokens[left].mention if left >= 0 else None
        if isinstance(mention, ActorMention) and mention.kind is ActorKind.COMPANY and token.start > mention.end:
            return _named(around, row, left)
    return None


def _cited(around: Surroundings, row: Row, at: int, form: str) -> Publisher | None:
    """Whom a verb, noun or preposition of publishing cites."""
    if form == "before":
        return _behind(around, row, at + row.lengths[at], 7)
    if form.startswith("noun"):
        return _in_front(around, row, at)
    if (inverted := _inverted(around, row, at)) is not None:
        return inverted
    if (paper := _paper(around, row, at)) is not None:
        return paper
    if form == "participle" and (row.word(at + 1) in ("by", "today") or row.word(at + 2) == "by"):
        found = _behind(around, row, at + 1, 6)
        if found is not None:
            return found
    return _speaker(around, row, at) if form in ("past", "third", "base", "participle") else None


def _paper(around: Surroundings, row: Row, at: int) -> Publisher | None:
    """The paper that says it: "says a confidential report", "an answer of the economics ministry to a question reveals"."""
    if row.word(at) in _INVERTED and row.word(at - 1) == "," and row.word(at + 1) in ("a", "an"):
        end = next((k for k in range(at + 2, at + 6) if row.word(k) in _PAPERS), None)
        start: int | None = at + 2
    else:
        end = next((k for k in range(at - 1, max(-1, at - 14), -1) if row.word(k) in _PAPERS), None)
        start = end - 1 if end is not None and row.word(end - 2) in ("a", "an") else end
    if end is None or start is None:
        return None
    if row.word(end + 1) in ("of", "by", "from"):
        named = _behind(around, row, end + 2, 4)
        if named is not None and (named.actor is None or named.actor.kind is not ActorKind.STATE):
            return named
    if any(row.kind(k) != "word" for k in range(start, end + 1)) or start == end:
        return None
    first, last = row.tokens[start].start, row.tokens[end].end
    return Publisher(name=around.page.document.text[first:last], start=first, end=last)


_WORKS = frozenset(["report", "survey", "sheet", "database", "yearbook", "tracker", "index", "ranking", "list", "poll"])
"""What an institute publishes."""
_PAPERS = frozenset(
    ["report", "study", "paper", "audit", "answer", "reply", "letter", "review", "analysis", "assessment"]
)


def _inverted(around: Surroundings, row: Row, at: int) -> Publisher | None:
    """Who speaks behind the verb: "up by 16 per cent, says the Stockholm institute SIPRI"."""
    if row.word(at) not in _INVERTED or row.word(at - 1) not in (",", "”", '"', "’", "'", "as", "so"):
        return None
    for k in range(at + 1, min(len(row.tokens), at + 7)):
        mention = row.tokens[k].mention
        if isinstance(mention, ActorMention):
            spoken = mention.kind in _SPEAKERS and not mention.as_place and mention.form not in ("adjective", "demonym")
            if spoken:
                return _named(around, row, k)
        elif row.kind(k) != "word" or row.word(k) in ("that", "it", "they", "to", "of", "and", "by"):
            return None
    return None


_INVERTED = frozenset([
    "says", "said", "reports", "reported", "notes", "noted", "adds", "added", "writes", "wrote", "finds", "found", "reckons",
    "reckoned", "estimates", "estimated", "calculates", "calculated", "shows", "recalls", "recalled", "told", "claims", "claimed",
])  # fmt: skip
"""Verbs that stand before who says something."""
_SPEAKERS = frozenset([
    ActorKind.RESEARCH_INSTITUTE, ActorKind.PERSON, ActorKind.GOVERNMENT_BODY, ActorKind.IGO, ActorKind.MEDIA,
])  # fmt: skip
_UNNAMED = frozenset([
    "intelligence", "officials", "officers", "analysts", "experts", "economists", "scholars", "observers", "researchers",
    "sources", "historians", "planners", "diplomats", "authorities", "commanders", "lawmakers", "engineers", "auditors",
    "brokers", "pollsters",
])  # fmt: skip
"""Who says something without a name."""
_PREMODIFIED = frozenset([
    "outside", "foreign", "independent", "private", "western", "local", "military", "defence", "defense", "intelligence",
    "industry", "security",
])  # fmt: skip


def _behind(around: Surroundings, row: Row, start: int, reach: int) -> Publisher | None:
    for k in range(start, min(start + reach, len(row.tokens))):
        mention = row.tokens[k].mention
        if isinstance(mention, ActorMention):
            if mention.form == "adjective" and row.word(k + 1) in _UNNAMED:
                return _unnamed(around, row, k, k + 1)  # "is put by Estonian intelligence at"
            return _named(around, row, k) if mention.form != "adjective" else None
        if row.word(k) == "alliance" and row.word(k - 1) == "the":
            start, end = row.tokens[k].start, row.tokens[k].end
            return Publisher(name="NATO", start=start, end=end, kind=EvidenceKind.IMPLIED, surveys=True)
        if row.sense(k, "publish") and row.word(k + 1) in ("on", "about", "of"):
            return _behind(around, row, k + 1, 12)  # "according to new data on arms transfers published by SIPRI"
        if (counted := _counted_sources(around, row, k)) is not None:
            return counted
        if row.kind(k) not in ("word", "date"):
            return None
    return None


def _counted_sources(around: Surroundings, row: Row, at: int) -> Publisher | None:
    """Those without a name of whom it is said how many they are: "two people familiar with the figures"."""
    value = row.tokens[at].mention if 0 <= at < len(row.tokens) else None
    if not isinstance(value, ValueMention) or value.kind not in ("persons", "count"):
        return None
    noun = (value.noun or "").lower().split()
    if not noun or (noun[-1] not in _UNNAMED and noun[-1] != "people"):
        return None
    return Publisher(name=around.page.document.text[value.start : value.end], start=value.start, end=value.end)


def _in_front(around: Surroundings, row: Row, at: int) -> Publisher | None:
    """Whose data they are: "SIPRI data", "the Polish figures", "by the Korean count"; "data provided by SIPRI"."""
    for k in range(at - 1, max(-1, at - 4), -1):
        mention = row.tokens[k].mention
        if isinstance(mention, ActorMention):
            if mention.kind is not ActorKind.STATE:
                return _named(around, row, k)
            return _unnamed(around, row, k, at) if row.word(at) in _COUNTS and k == at - 1 else None
        if row.kind(k) != "word":
            break
    end = at + row.lengths[at]
    if row.word(end) == "of" and row.word(end - 1).rstrip("s") in _WORKS:
        found = _behind(around, row, end + 1, 4)  # "the numbers come from a fact sheet of the institute"
        if found is not None and found.speaks_for_others:
            return found
    for k in range(at + 1, min(at + 14, len(row.tokens) - 1)):
        found = _behind(around, row, k + 1, 4) if row.word(k) in _FROM else None
        if found is not None and found.actor is not None and found.actor.kind is not ActorKind.STATE:
            return found
    return None


def _speaker(around: Surroundings, row: Row, at: int) -> Publisher | None:
    """Who says it: the subject of a verb of saying, over "also", a date, or a short form in brackets; or what follows it."""
    left = at - 1
    while left >= 0 and (row.word(left) in ("has", "had", "have", "also", "itself") or row.kind(left) == "date"):
        left -= 1
    if row.word(left) == ")" and row.word(left - 2) == "(":
        left -= 3
    person = row.tokens[left - 1].mention if row.word(left) == "," and left > 0 else None
    if isinstance(person, ActorMention) and person.kind is ActorKind.PERSON and row.word(left - 2) == ",":
        return _named(around, row, left - 1)  # "the head of the agency, Haluk Görgün, wrote"
    if row.word(left) == "government" and row.word(left - 1) == "the":
        state, token = around.principal(row.line.story), row.tokens[left]
        name = f"government of {around.name_of(state)}" if state is not None else "government"
        return Publisher(name=name, start=token.start, end=token.end, kind=EvidenceKind.IMPLIED)
    if (
        row.word(left) == ","
    ):  # "NH Investment & Securities, a brokerage, puts"; "the institute, whose tracker was updated today, puts"
        reach = 12 if any(row.word(k) in ("which", "whose") for k in range(max(0, left - 12), left)) else 6
        k = next((k for k in range(left - 1, max(-1, left - reach), -1) if row.word(k) == ","), None)
        left = k - 1 if k is not None else left
    mention = row.tokens[left].mention if left >= 0 else None
    if (
        isinstance(mention, ActorMention) and mention.as_place and row.word(left - 1) == "in"
    ):  # "the ministry in Seoul says"
        left -= 2
        mention = row.tokens[left].mention if left >= 0 else None
    if isinstance(mention, ActorMention) and not mention.as_place and mention.form not in ("adjective", "demonym"):
        return _named(around, row, left) if row.word(left - 1) != "of" else None
    if (counted := _counted_sources(around, row, left)) is not None:
        return counted
    if row.word(left) in _UNNAMED and row.word(left).endswith("s") and row.kind(left - 1) != "actor":
        first = left  # "outside scholars think", "intelligence officers reckon"
        while row.word(first - 1) in _PREMODIFIED:
            first -= 1
        return _unnamed(around, row, first, left) if first < left or first == 0 else None
    if row.sense(left, "unnamed") and row.kind(left - 1) == "actor":
        return _unnamed(around, row, left - 1, left)
    if (
        left >= 0
        and (sense := row.sense(left, "anaphor")) is not None
        and row.word(left - 1) == "the"
        and sense.name != "thing"
    ):
        actor = around.named(row.line.story, sense.name, row.line.start)
        if actor is not None and sense.name in ("research_institute", "company", "government_body"):
            token = row.tokens[left]
            return Publisher(
                name=around.name_of(actor), start=token.start, end=token.end, actor=actor, kind=EvidenceKind.IMPLIED
            )
    return None


def _named(around: Surroundings, row: Row, at: int) -> Publisher:
    token = row.tokens[at]
    mention = token.mention
    assert isinstance(mention, ActorMention)
    return Publisher(name=around.name_of(mention), start=mention.start, end=mention.end, actor=mention)


def _unnamed(around: Surroundings, row: Row, first: int, last: int) -> Publisher:
    start, end = row.tokens[first].start, row.tokens[last].end
    return Publisher(name=around.page.document.text[start:end], start=start, end=end)
