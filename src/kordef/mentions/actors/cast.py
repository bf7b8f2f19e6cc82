"""What is known of a document's actors while they are being found: who stands where, and what names they go by."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from kordef.catalogue import State
from kordef.errors import CatalogueError
from kordef.mentions.word_files import read_words_of
from kordef.vocabulary import ActorKind

if TYPE_CHECKING:
    from kordef.mentions.actors.homeless import Signs
    from kordef.mentions.lexicon import Lexicon
    from kordef.mentions.names import Hit
    from kordef.mentions.passages import Found, Page, Passage, Spans

__all__ = ["Cast", "slug"]

# Python 3.11 is slow to find the members of an enum, and the rules ask for these all the time.
_COMPANY = ActorKind.COMPANY
_GOVERNMENT_BODY = ActorKind.GOVERNMENT_BODY
_IGO = ActorKind.IGO
_PERSON = ActorKind.PERSON
_STATE = ActorKind.STATE

_UNSAFE = re.compile(r"[^a-z0-9]+")
_OF_OR_IN = re.compile(r"\s+(?:of|in|at|from|for)\s+(?:the\s+)?")
_FORWARD = 120
# What may stand between a state and what is its: "Poland's new ministry", "the Royal Danish Navy".
_SKIPPED = frozenset(read_words_of("words")["between"].split())


@lru_cache(maxsize=4096)
def slug(name: str) -> str:
    """A name as part of a key: small letters, digits and hyphens. The name is folded already."""
    return _UNSAFE.sub("-", name.lower()).strip("-")


_HEAD = 600
"""How many characters the head of a release has at most."""


class Cast:
    """The actors found so far, by place.

    ``taken`` are spans that are something else, such as the names of ships.
    """

    def __init__(self, *, page: Page, lexicon: Lexicon, taken: Spans) -> None:
        self.page = page
        self.lexicon = lexicon
        self.taken = taken
        self.found: list[Found] = []
        self.states: list[Found] = []
        # Mentions by where they end and start; of two at one place the later one.
        self.ends: dict[int, Found] = {}
        self.starts: dict[int, Found] = {}
        # The keys of all that has been found, and "place:" with each capital that stood as a place.
        self.seen: set[str] = set()
        self.has_firms = False
        # Short forms that several firms share, to be settled when the document has been read.
        self.shared: list[tuple[Passage, Hit]] = []
        # The last body of each label, and of each head under "*".
        self.bodies: dict[str, Found] = {}
        # How much had been found where each passage begins, and what is known of the last story and passage.
        self.firsts: dict[int, int] = {}
        self.signs: Signs | None = None

    def add(self, found: Found) -> None:
        """Take in a mention."""
        self.found.append(found)
        self.seen.add(found.key)
        if found.kind is _STATE and found.form != "place":
            self.states.append(found)
        elif found.kind is _COMPANY:
            self.has_firms = True
        self.ends[found.end] = found
        self.starts[found.start] = found

    def remember(self, body: Found, label: str) -> None:
        """Keep a body for later mentions of its label ("the defence ministry") and of its head ("the ministry")."""
        head = "ministry" if label.endswith("ministry") else label
        for name in (label, f"*{head}", f"*{head} {body.acts_for}"):
            self.bodies[name] = body

    def party(self, code: str) -> str:
        """The key of a state by its code, or of an organisation by its short name."""
        try:
            party = self.lexicon.catalogue.party(code)
        except CatalogueError:
            # A catalogue of the user's own need not have it.
            return f"organisation:{slug(code)}"
        return f"state:{code}" if isinstance(party, State) else f"organisation:{party.id}"

    def before(self, position: int, floor: int, *, any_kind: bool = False) -> Found | None:
        """The state or organisation (or any actor) whose adjective or possessive stands before: "Polish", "Egypt's new"."""
        text = self.page.text
        for _ in range(3):
            end = position
            while end > floor and text[end - 1].isspace():
                end -= 1
            if end == position:
                return None
            if text.endswith("'s", floor, end):
                end -= 2
            elif text.endswith("s'", floor, end):
                end -= 1
            found = self.ends.get(end)
            if found is not None and found.kind is not _PERSON:
                return found if any_kind or found.kind in (_STATE, _IGO) else None
            word = text[max(floor, end - 12) : end].rsplit(maxsplit=1)[-1:]
            if not word or word[0].lower() not in _SKIPPED:
                return None
            position = end - len(word[0])
        return None

    def behind(self, position: int, ceiling: int) -> Found | None:
        """The state that follows with "of" or "in": "the ministry in Seoul", "the army of Ukraine"."""
        found = self.behind_any(position, ceiling)
        return found if found is not None and found.kind is _STATE else None

    def behind_any(self, position: int, ceiling: int) -> Found | None:
        """Any actor that follows with "of", "in", "at" or "for"."""
        match = _OF_OR_IN.match(self.page.text, position, ceiling)
        return None if match is None else self.starts.get(match.end())

    def inside(self, start: int, end: int) -> Found | None:
        """The first actor that begins between two offsets."""
        return next(
            (self.starts[at] for at in range(start, end) if at in self.starts and self.starts[at].kind is not _PERSON),
            None,
        )

    def nearest_state(self, position: int) -> Found | None:
        """The last state named before a position."""
        for found in reversed(self.states):
            if found.start < position:
                return found
        return None

    def issuer(self) -> Found | None:
        """The ministry that a text is from: the one whose name begins a line of its own at the head of it."""
        text = self.page.text
        for found in self.found[:12]:
            if found.start > _HEAD:
                break
            if found.kind is _GOVERNMENT_BODY and found.acts_for and "ministry" in found.name.lower():
                start = text.rfind("\n", 0, found.start) + 1
                end = text.find("\n", found.end)
                line = text[start : end if end >= 0 else len(text)].strip()
                if found.start - start <= 4 and len(line) < 90 and not line.endswith((".", ":")):
                    return found
        return None

    def next_state(self, start: int, end: int) -> Found | None:
        """The first state named between two offsets."""
        found = (self.starts[at] for at in range(start, min(end, start + _FORWARD)) if at in self.starts)
        return next((f for f in found if f.kind is _STATE), None)
