"""Zones of a page that are not its own article: comments, lists of headlines, legal parts, and embedded articles."""

from __future__ import annotations

from itertools import accumulate

from attrs import define

from kordef.document import BlockKind
from kordef.reading.blocks import Draft
from kordef.reading.datelines import dateline, is_age
from kordef.reading.furniture import LONGEST_LABEL, phrases
from kordef.reading.pages import same_words

__all__ = ["Embedded", "mark"]

_LONGEST_OUTLET = 40
_MOST_HEADER_LINES = 4
_MOST_PARAGRAPHS = 30


@define(kw_only=True)
class Embedded:
    """An article inside the page: drafts ``first`` to ``last`` (exclusive), and those that head it."""

    first: int
    last: int
    body: int
    title: Draft | None = None
    age: Draft | None = None
    outlet: Draft | None = None
    dated: bool = False


def mark(text: str, drafts: list[Draft]) -> list[Embedded]:
    """Mark the drafts of such zones as furniture or as parts of embedded articles, which come back in order."""
    return _Zones(text, drafts).mark()


class _Zones:
    def __init__(self, text: str, drafts: list[Draft]) -> None:
        self.text = text
        self.drafts = drafts
        self.count = len(drafts)
        self.found: list[Embedded] = []
        lengths = [draft.end - draft.start if draft.is_prose else 0 for draft in drafts]
        self.prose = [0, *accumulate(lengths)]
        """Characters of running text above each draft."""
        self.next_related = [self.count] * (self.count + 1)
        for i in range(self.count - 1, -1, -1):
            self.next_related[i] = i if drafts[i].label == "related" else self.next_related[i + 1]
        self.group_end = [self.count] * (self.count + 1)
        for i in range(self.count - 2, -1, -1):
            self.group_end[i] = i + 1 if drafts[i + 1].gap else self.group_end[i + 1]

    def mark(self) -> list[Embedded]:
        at = 0
        while at < self.count:
            draft = self.drafts[at]
            if self.prose[at] and self._heads_dated_story(at):
                draft.label = "related"
            if draft.kind is not None or not draft.label:
                article = self._article(at, labelled=False) if self.prose[at] else None
                at = self._take(article) if article else at + 1
            else:
                draft.kind = BlockKind.BOILERPLATE
                follow = {"comments": self._comments, "parts": self._part, "lists": self._list, "related": self._related}
                at = follow[draft.label](at)
        return self.found

    def _heads_dated_story(self, at: int) -> bool:
        """Whether this is a label by its place alone: short, close above it a headline, and close above that a dated text."""
        if at + 2 >= self.count or not self.drafts[at].gap:
            return False
        label, title, body = self.drafts[at : at + 3]
        return (
            label.kind is None
            and not label.label
            and len(label.text) <= LONGEST_LABEL
            and title.kind is None
            and not (title.gap or body.gap)
            and body.is_prose
            and self.group_end[at] == at + 3
            and dateline(self.text, body.start, body.end) is not None
        )

    def _furnish(self, first: int, last: int) -> int:
        for draft in self.drafts[first:last]:
            draft.kind = BlockKind.BOILERPLATE
        return last

    def _comments(self, at: int) -> int:
        """All up to a related story; where that is more than the article above, the line was only a button."""
        end = self.next_related[at]
        follows = self.prose[end] - self.prose[at]
        return at + 1 if follows > self.prose[at] else self._furnish(at, end)

    def _part(self, at: int) -> int:
        """All up to the next heading; likewise never the greater part of a page."""
        end = at + 1
        while end < self.count and not (self.drafts[end].gap and self._is_heading(end)) and not self.drafts[end].label:
            end += 1
        follows = self.prose[end] - self.prose[at]
        return at + 1 if follows > self.prose[at] else self._furnish(at, end)

    def _is_heading(self, at: int) -> bool:
        return self.drafts[at].kind is BlockKind.HEADING or (
            self.drafts[at].kind is None and at + 1 < self.count and self.drafts[at + 1].kind not in (None, BlockKind.BOILERPLATE)
        )

    def _list(self, at: int) -> int:
        """The headlines below: those close to the label, or, under a blank line, items with one kind of mark."""
        end = at + 1
        if end < self.count and self.drafts[end].gap:
            marked = bool(self.drafts[end].mark)
            while end < self.count and self._is_headline(end) and bool(self.drafts[end].mark) == marked:
                if not marked and end > at + 1 and self.drafts[end].gap:
                    break
                end += 1
        else:
            while end < self.count and not self.drafts[end].gap and self._is_headline(end):
                end += 1
        return self._furnish(at, end)

    def _is_headline(self, at: int) -> bool:
        draft = self.drafts[at]
        return (draft.is_line or draft.kind in (BlockKind.BOILERPLATE, BlockKind.DATE)) and not draft.label

    def _related(self, at: int) -> int:
        """Embedded articles, or headlines of other pages."""
        here, listed = at + 1, 0
        close = here < self.count and not self.drafts[here].gap
        while here < self.count and not self.drafts[here].label:
            group = self.group_end[here]
            article = self._article(here, labelled=True)
            if article and (not self.found or self.found[-1].last < here or article.dated or article.outlet):
                here = self._take(article)
                close = False
                listed += 1
                continue
            if self.found and self.found[-1].last == here:
                break
            if self._is_inline(here - 1):
                return self._furnish(here, here + 1)
            if close:
                group = next((i for i in range(here, group) if not self._is_headline(i)), group)
            if group == here or not all(map(self._is_headline, range(here, group))):
                break
            if listed and group == here + 1 and not self.drafts[here].mark and group < self.count and self.drafts[group].is_prose:
                break  # a heading of the page's own article
            self._furnish(here, group)
            listed += 1
            here = group
            if close:
                break
        return here

    def _is_inline(self, at: int) -> bool:
        """Whether a label stands in one line with its headline: "Read more: ..."."""
        draft = self.drafts[at]
        return draft.label == "related" and draft.text[-1] == ":" and self.text.find("\n", draft.end, self.drafts[at + 1].start) < 0

    def _take(self, article: Embedded) -> int:
        self.found.append(article)
        story = len(self.found)
        for draft in self.drafts[article.first : article.last]:
            if draft.kind is not BlockKind.BOILERPLATE:
                draft.story = story
        if article.title:
            article.title.kind = BlockKind.TITLE
        for draft in self.drafts[article.first : article.body]:
            if draft.story and draft.kind in (None, BlockKind.LIST_ITEM):
                draft.kind = BlockKind.BYLINE
        return article.last

    def _article(self, at: int, *, labelled: bool) -> Embedded | None:
        """The article that begins at a draft: outlet and age, a headline, a text.

        Under a label, headline and text must stand close together or the text be dated; without a label the text needs a
        dateline with date or agency, or the age of the page above it.
        """
        drafts, here = self.drafts, at
        stop = min(self.count, at + _MOST_HEADER_LINES)
        found = Embedded(first=at, last=at, body=at)
        while here < stop and (here == at or not drafts[here].gap) and self._is_header(here, found):
            here += 1
        if here < self.count and drafts[here].is_line and not drafts[here].label and (here == at or not drafts[here].gap):
            found.title = drafts[here]
            here += 1
            while here < min(self.count, at + 2 * _MOST_HEADER_LINES) and drafts[here].kind in (BlockKind.DATE, BlockKind.BYLINE):
                found.age = found.age or (drafts[here] if drafts[here].kind is BlockKind.DATE else None)
                here += 1
        if here >= self.count or not drafts[here].is_prose:
            return None
        place_and_date = dateline(self.text, drafts[here].start, drafts[here].end)
        found.dated = bool(place_and_date or found.age)
        aged = found.age is not None and is_age(found.age.text)
        wired = place_and_date is not None and place_and_date.place is not None and place_and_date.dated
        together = not any(draft.gap for draft in drafts[at + 1 : here + 1])
        if labelled:
            # Where no blank lines part the page, what stands together says nothing.
            parted = drafts[at].gap or drafts[at - 1].gap
            if not (found.dated or (found.title and together and parted and not self._is_inline(at - 1))):
                return None
        elif not (found.title and (aged or wired or (together and self._is_lone_note(at, here)))):
            return None
        found.body = here
        found.last = self.group_end[here]
        if aged or found.outlet or (wired and not labelled):
            self._extend(found)
        elif place_and_date and place_and_date.agency:
            self._extend_to_credit(found, self.text[place_and_date.agency.start : place_and_date.agency.end])
        return found

    def _is_lone_note(self, at: int, body: int) -> bool:
        """Whether headline and dated text stand alone between blank lines, and the text is more than an entry of a chronology."""
        draft = self.drafts[body]
        return (
            self.drafts[at].gap
            and self.group_end[at] == body + 1
            and draft.end - draft.start > 150
            and dateline(self.text, draft.start, draft.end) is not None
        )

    def _is_header(self, at: int, found: Embedded) -> bool:
        draft = self.drafts[at]
        if draft.kind is BlockKind.DATE and found.age is None:
            found.age = draft
            return True
        if draft.kind is BlockKind.BYLINE:
            return True
        if not draft.is_line or len(draft.text) > _LONGEST_OUTLET or draft.label:
            return False
        if found.outlet:
            return same_words(found.outlet.text) == same_words(draft.text)
        below = self.drafts[at + 1] if at + 1 < self.count else None
        if draft.folded in phrases().outlets or (below and not below.gap and below.kind is BlockKind.DATE and is_age(below.text)):
            found.outlet = draft
            return True
        return False

    def _extend(self, found: Embedded) -> None:
        """Take in the paragraphs up to the next article or label."""
        end = found.last
        while end < self.count and not self.drafts[end].label and self.drafts[end].kind is not BlockKind.BOILERPLATE:
            if self.drafts[end].gap and self._starts_article(end):
                break
            end += 1
        found.last = end

    def _extend_to_credit(self, found: Embedded, agency: str) -> None:
        """Take in the paragraphs up to the one that closes with the agency's name in brackets."""
        closing = f"({agency})"
        for end in range(found.body, min(self.count, found.body + _MOST_PARAGRAPHS)):
            draft = self.drafts[end]
            if draft.label or not draft.is_prose:
                return
            if draft.text.endswith(closing):
                found.last = max(found.last, end + 1)
                return

    def _starts_article(self, at: int) -> bool:
        probe = self.drafts[at]
        return (probe.is_line or probe.kind is BlockKind.DATE) and self._article_head(at)

    def _article_head(self, at: int) -> bool:
        """Whether outlet and age, or a headline over a dateline, stand at a draft."""
        found = Embedded(first=at, last=at, body=at)
        here = at
        while here < min(self.count, at + _MOST_HEADER_LINES) and self._is_header(here, found):
            here += 1
        if found.age:
            return True
        below = self.drafts[here + 1] if here + 1 < self.count else None
        return bool(below and below.is_prose and dateline(self.text, below.start, below.end))
