"""Page furniture: menus, buttons, forms, counters, notices. The phrases are in ``furniture.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from attrs import frozen

__all__ = ["Phrases", "fold", "phrases"]

LONGEST_LINE = 300
LONGEST_NOTICE = 1500
LONGEST_LABEL = 40
LONGEST_MENU = 60
LONGEST_TEASER = 160

_FOLD = str.maketrans("()[]{}<>…–—−‐‑’‘`´“”", "         -----''''\"\"")
_NUMBER = re.compile(r"\d[\d.,:]*")
_EDGES = " .:!?*_|\"'·•,;"
_ADDRESSED = re.compile(r"\b(?:you|your|us|our|here)\b")
_NAME_INSIDE = re.compile(r"(?<![.!?:|-])\s[A-Z]")
_FIRST = re.compile(r"\S+")


@frozen(kw_only=True)
class Phrases:
    """The lists of ``furniture.toml`` in the form in which lines are compared with them."""

    lines: frozenset[str]
    starts: dict[str, tuple[str, ...]]
    weak_starts: dict[str, tuple[str, ...]]
    contains: tuple[str, ...]
    notices: dict[str, tuple[str, ...]]
    lists: frozenset[str]
    related: frozenset[str]
    comments: frozenset[str]
    parts: frozenset[str]
    label_openers: dict[str, tuple[str, ...]]
    label_nouns: re.Pattern[str]
    label_starts: dict[str, tuple[str, ...]]
    imperatives: frozenset[str]
    page_words: re.Pattern[str]
    site_words: re.Pattern[str]
    counted: re.Pattern[str]
    credits: re.Pattern[str]
    caption_starts: dict[str, tuple[str, ...]]
    outlets: frozenset[str]
    not_places: frozenset[str]

    def is_furniture(self, folded: str) -> bool:
        """Whether a folded line is furniture wherever it stands."""
        return (
            folded in self.lines
            or begins(folded, self.starts)
            or any(map(folded.__contains__, self.contains))
            or (len(folded) <= LONGEST_MENU and self.lines.issuperset(folded.split()))
        )

    def may_start(self, line: str) -> bool:
        """Whether the first word of a line begins a phrase or is a number: a cheap question before folding."""
        word = line.split(None, 1)[0].casefold().strip(_EDGES)
        return word in self.starts or word[:1].isdigit()

    def may_be_furniture(self, folded: str) -> bool:
        """Whether a folded line is furniture if its neighbours are."""
        if begins(folded, self.weak_starts):
            return True
        first = _FIRST.match(folded)
        return bool(first and first[0] in self.imperatives and len(folded) < 150 and _ADDRESSED.search(folded))

    def label(self, folded: str) -> str:
        """What a folded line announces: "related", "comments", "lists", "parts", or "" if it is no label."""
        if folded in self.related:
            return "related"
        if folded in self.comments:
            return "comments"
        if folded in self.lists:
            return "lists"
        if folded in self.parts:
            return "parts"
        if len(folded) <= LONGEST_LABEL and folded.count(" ") in (1, 2, 3, 4) and begins(folded, self.label_openers):
            named = self.label_nouns.search(folded, folded.index(" ")) or begins(folded, self.label_starts)
            return "related" if named else ""
        return ""

    def speaks_of_page(self, line: str, *, anywhere: bool) -> bool:
        """Whether a short line speaks of the page itself and names nobody: "5,214 readers liked this article"."""
        if len(line) > LONGEST_TEASER or _NAME_INSIDE.search(line):
            return False
        words = self.site_words if anywhere else self.page_words
        return len({found.casefold() for found in words.findall(line)}) > 1

    def is_outlet(self, name: str) -> bool:
        """Whether this is the name of an agency or paper, as it stands in a dateline or behind a title."""
        return name.strip(_EDGES).casefold() in self.outlets

    def is_notice(self, folded: str) -> bool:
        """Whether a folded paragraph is a disclaimer or another legal notice."""
        return begins(folded, self.notices)

    def may_be_notice(self, paragraph: str) -> bool:
        """Whether the first word of a paragraph begins a notice: a cheap question before folding."""
        word, blank, _ = fold(paragraph[:LONGEST_LABEL]).partition(" ")
        return not blank or word.rstrip(":,") in self.notices


def fold(line: str) -> str:
    """A short line as the phrases are written: small letters, "#" for numbers, without brackets and closing marks."""
    folded = _NUMBER.sub("#", line.casefold().translate(_FOLD))
    return " ".join(folded.split()).strip(_EDGES)


def begins(folded: str, starts: dict[str, tuple[str, ...]]) -> bool:
    """Whether a folded line begins with one of the phrases, a whole word ending there."""
    for phrase in starts.get(folded.partition(" ")[0].rstrip(":,"), ()):
        if folded.startswith(phrase):
            after = folded[len(phrase) : len(phrase) + 1]
            if not after.isalnum() or not phrase[-1].isalnum():
                return True
    return False


def _by_first_word(entries: list[str]) -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for entry in entries:
        table.setdefault(entry.split(" ", 1)[0].rstrip(":,"), []).append(entry)
    return {word: tuple(found) for word, found in table.items()}


def _any_of(entries: list[str]) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(entries, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


def _counted(entries: list[str]) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(entries, key=len, reverse=True))
    return re.compile(rf"#\s?(?:{words})(?!\w)|(?<!\w)(?:{words}):?\s?#")


@cache
def phrases() -> Phrases:
    """The phrases, read once."""
    table: dict[str, list[str]] = tomllib.loads(files("kordef.reading").joinpath("furniture.toml").read_text("utf-8"))
    return Phrases(
        lines=frozenset(map(fold, table["lines"])),
        starts=_by_first_word(table["starts"]),
        weak_starts=_by_first_word(table["weak_starts"]),
        contains=tuple(table["contains"]),
        notices=_by_first_word(table["notices"]),
        lists=frozenset(table["lists"]),
        related=frozenset(table["related"]),
        comments=frozenset(table["comments"]),
        parts=frozenset(table["parts"]),
        label_openers=_by_first_word(table["label_openers"]),
        label_nouns=_any_of(table["label_nouns"]),
        label_starts=_by_first_word(table["label_starts"]),
        imperatives=frozenset(table["imperatives"]),
        page_words=_any_of(table["page_words"]),
        site_words=_any_of(table["site_words"]),
        counted=_counted(table["counted"]),
        credits=_any_of(table["credits"]),
        caption_starts=_by_first_word(table["caption_starts"]),
        outlets=frozenset(table["outlets"]),
        not_places=frozenset(table["not_places"]),
    )
