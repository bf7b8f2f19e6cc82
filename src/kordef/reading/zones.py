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
_SHORTEST_NOTE = 150


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
        self.notes: list[int] | None = None
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
                follow = {
                    "comments": self._comments,
                    "parts": self._part,
                    "lists": self._list,
                    "related": self._related,
                }
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
        """All up to the next heading or table; likewise never the greater part of a page."""
        end = at + 1
        while end < self.count and not (self.drafts[end].gap and self._is_heading(end)) and not self.drafts[end].label:
            end += 1
        follows = self.prose[end] - self.prose[at]
        return at + 1 if follows > self.prose[at] else self._furnish(at, end)

    def _is_heading(self, at: int) -> bool:
        return self.drafts[at].kind in (BlockKind.HEADING, BlockKind.TABLE_TITLE, BlockKind.TABLE) or (
            self.drafts[at].kind is None
            and at + 1 < self.count
            and self.drafts[at + 1].kind not in (None, BlockKind.BOILERPLATE)
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
            if (
                listed
                and group == here + 1
                and not self.drafts[here].mark
                and group < self.count
                and self.drafts[group].is_prose
            ):
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
        return (
            draft.label == "related"
            and draft.text[-1] == ":"
            and self.text.find("\n", draft.end, self.drafts[at + 1].start) < 0
        )

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
        found = self._article_head(at)
        if found.body >= self.count or not self.drafts[found.body].is_prose:
            return None
        body = self.drafts[found.body]
        printed = dateline(self.text, body.start, body.end)
        found.dated = bool(printed or found.age)
        aged = found.age is not None and is_age(found.age.text)
        together = not any(draft.gap for draft in self.drafts[at + 1 : found.body + 1])
        if labelled:
            # Where no blank lines part the page, what stands together says nothing.
            parted = self.drafts[at].gap or self.drafts[at - 1].gap
            if not (found.dated or (found.title and together and parted and not self._is_inline(at - 1))):
                return None
        else:
            wired = printed is not None and printed.place is not None and printed.dated
            if not (found.title and (aged or wired or self._is_lone_note(at))):
                return None
        found.last = self.group_end[found.body]
        if not together and (aged or found.outlet or not labelled):
            self._extend(found)
        elif printed and printed.agency:
            self._extend_to_credit(found, self.text[printed.agency.start : printed.agency.end])
        return found

    def _article_head(self, at: int) -> Embedded:
        """Outlet, age, headline and what stands between them and the text, as far as they are there."""
        drafts, here = self.drafts, at
        found = Embedded(first=at, last=at, body=at)
        stop = min(self.count, at + _MOST_HEADER_LINES)
        while here < stop and (here == at or not drafts[here].gap) and self._is_header(here, found):
            here += 1
        close = here == at or found.age or (here < self.count and not drafts[here].gap)
        if here < self.count and drafts[here].is_line and not drafts[here].label and close:
            found.title = drafts[here]
            here += 1
            stop = min(self.count, here + _MOST_HEADER_LINES)
            while here < stop and drafts[here].kind in (BlockKind.DATE, BlockKind.BYLINE):
                found.age = found.age or (drafts[here] if drafts[here].kind is BlockKind.DATE else None)
                here += 1
        found.body = here
        return found

    def _is_lone_note(self, at: int) -> bool:
        """Whether headline and dated text stand alone between blank lines, and here only: a chronology has many such."""
        if self.notes is None:
            self.notes = [i for i in range(self.count - 1) if self._is_note(i)]
        return self.notes == [at]

    def _is_note(self, at: int) -> bool:
        title, body = self.drafts[at], self.drafts[at + 1]
        return (
            title.kind is None
            and not title.label
            and title.gap
            and self.group_end[at] == at + 2
            and body.is_prose
            and body.end - body.start > _SHORTEST_NOTE
            and dateline(self.text, body.start, body.end) is not None
        )

    def _is_header(self, at: int, found: Embedded) -> bool:
        draft = self.drafts[at]
        if draft.kind is BlockKind.DATE and found.age is None:
            found.age = draft
            return True
        if draft.kind is BlockKind.BYLINE:
            found.outlet = found.outlet or (draft if phrases().is_outlet(draft.text) else None)
            return True
        if not draft.is_line or len(draft.text) > _LONGEST_OUTLET or draft.label:
            return False
        if found.outlet:
            return same_words(found.outlet.text) == same_words(draft.text)
        # Between an unknown outlet's name and the headline stands the age; a headline has its age below it and then the text.
        age, title = self.drafts[at + 1 : at + 3] if at + 2 < self.count else (draft, draft)
        aged = age.kind is BlockKind.DATE and is_age(age.text) and not age.gap and title.is_line
        if phrases().is_outlet(draft.text) or aged:
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
        """Whether outlet and age, or a headline over a dateline, stand at a draft."""
        probe = self.drafts[at]
        if not probe.is_line and probe.kind not in (BlockKind.DATE, BlockKind.BYLINE):
            return False
        found = self._article_head(at)
        body = self.drafts[found.body] if found.body < self.count else None
        if body is None or not body.is_prose or not found.title:
            return False
        return found.age is not None or dateline(self.text, body.start, body.end) is not None
