"""The page as a whole: its head and tail, captions that their surroundings show, what their neighbours make furniture."""

from __future__ import annotations

import re
from itertools import pairwise

from kordef.document import BlockKind
from kordef.reading.blocks import Draft, credit
from kordef.reading.datelines import dateline, is_name
from kordef.reading.furniture import phrases
from kordef.reading.lines import Piece, is_remark

__all__ = ["captions", "edges", "head", "same_words", "settle"]

_SUFFIX = re.compile(r"\s{1,3}(?:[|»]|::|[-–—])\s{1,3}(?P<site>[^|»]{2,50})\Z")
_QUOTES = re.compile('[’‘`´"“”]')
_DASHES = re.compile("[–—‐‑]")
_DIGIT = re.compile(r"\d")
_LONGEST_TITLE = 300
_LONGEST_HEADING = 160
_LONGEST_CREDIT = 60
_LONGEST_CREDITED = 450
_SHORTEST_CAPTION, _LONGEST_CAPTION = 30, 900
_LONGEST_TEASER = 150
_CONTENT = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE, BlockKind.CAPTION))
_MAY_BE_CAPTION = frozenset((BlockKind.PARAGRAPH, BlockKind.HEADING))
_DATING = frozenset((BlockKind.DATE, BlockKind.BYLINE))
_OVER_TITLE = frozenset((BlockKind.BOILERPLATE, BlockKind.DATE, BlockKind.BYLINE))


def same_words(words: str) -> str:
    """The words without differences of case, blanks, quotes and dashes: equal for a caption and its repetition."""
    return " ".join(_DASHES.sub("-", _QUOTES.sub("'", words)).casefold().split())


def edges(drafts: list[Draft]) -> None:
    """Mark as furniture the short lines before the first and behind the last paragraph that speak of the page itself."""
    for order in (range(1, len(drafts)), range(len(drafts) - 1, 0, -1)):
        for i in order:
            draft = drafts[i]
            if draft.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE, None):
                continue
            if draft.kind is BlockKind.TABLE or draft.end - draft.start > _LONGEST_TEASER:
                break
            if phrases().speaks_of_page(draft.text, anywhere=False):
                draft.kind = BlockKind.BOILERPLATE
            elif draft.kind is not None:
                break


def head(text: str, drafts: list[Draft]) -> list[Draft]:
    """Mark title, subtitles and an author's bare name; the name of the site behind a title becomes a draft of its own."""
    body = next(
        (i for i, draft in enumerate(drafts) if draft.kind in _CONTENT and draft.kind is not BlockKind.CAPTION),
        len(drafts),
    )
    if drafts and drafts[0].is_prose and _is_full_sentence_title(text, drafts):
        drafts[0].kind = BlockKind.TITLE
        return drafts
    title: int | None = None
    words = ""
    under = False
    for i in range(body):
        draft = drafts[i]
        if draft.kind is BlockKind.HEADING and draft.mark[:1] == "#" and title is None:
            draft.kind = None
        if draft.kind is not None or draft.label or len(draft.text) > _LONGEST_TITLE:
            continue
        if phrases().is_outlet(draft.text) or (
            is_name(draft.text)
            and _is_among(drafts, i, _OVER_TITLE if title is None else _DATING)
            and (i or _has_title_below(drafts[1:body]))
        ):
            draft.kind = BlockKind.BYLINE
        elif title is None:
            if draft.text[-1] == ":":
                continue
            if _is_kicker(drafts, i, body):
                draft.kind = BlockKind.HEADING
                continue
            draft.kind = BlockKind.TITLE
            title, words, under = i, _without_site(draft, drafts[i + 1 : i + 4]), True
        elif same_words(draft.text) == same_words(words):
            draft.kind = BlockKind.TITLE
        elif under and _is_subtitle(drafts, i):
            draft.kind = BlockKind.SUBTITLE
        else:
            under = False
    if title is not None and len(words) < len(drafts[title].text):
        return _cut(text, drafts, title, len(words))
    return drafts


def _has_title_below(drafts: list[Draft]) -> bool:
    """Whether a line below the first may be the title, so that "Baltic Arms Monitor" above it is only who publishes."""
    return any(draft.kind is None and not draft.label and ". " not in draft.text for draft in drafts)


def _is_among(drafts: list[Draft], at: int, kinds: frozenset[BlockKind]) -> bool:
    """Whether the line close below is of one of the kinds."""
    below = drafts[at + 1] if at + 1 < len(drafts) else None
    return below is not None and not below.gap and below.kind in kinds


def _is_kicker(drafts: list[Draft], at: int, body: int) -> bool:
    """Whether one or two words above the title name the page's section: "Defence", "NEWS ANALYSIS"."""
    words = drafts[at].text.count(" ") + 1
    below = next((draft for draft in drafts[at + 1 : body] if draft.kind is None and not draft.label), None)
    return words <= 2 and below is not None and below.text.count(" ") >= 4 and below.text[-1] != ":"


def _is_full_sentence_title(text: str, drafts: list[Draft]) -> bool:
    """Whether a first line that ends in a full stop is a title all the same: a date line or a dateline follows."""
    first = drafts[0]
    if len(first.text) > _LONGEST_HEADING or len(drafts) < 2:
        return False
    return drafts[1].kind is BlockKind.DATE or (
        drafts[1].is_prose
        and not dateline(text, first.start, first.end)
        and bool(dateline(text, drafts[1].start, drafts[1].end))
    )


def _without_site(title: Draft, following: list[Draft]) -> str:
    """The title's words without the name of the site behind them: "... | Be Korea-savvy", "... – The Diplomat"."""
    found = _SUFFIX.search(title.text)
    if not found or title.end - title.start != len(title.text):
        return title.text
    site, words = found["site"], title.text[: found.start()]
    again = any(same_words(draft.text) == same_words(words) for draft in following)
    barred = "|" in found[0] and site.count(" ") < 5 and len(site) * 2 < len(words)
    return words if again or barred or phrases().is_outlet(site) else title.text


def _cut(text: str, drafts: list[Draft], at: int, length: int) -> list[Draft]:
    title = drafts[at]
    words = text[title.start + length : title.end].lstrip()
    site = Draft(Piece(title.end - len(words), title.end, False, words), BlockKind.BOILERPLATE)
    title.end = title.start + length
    title.text = title.text[:length]
    return [*drafts[: at + 1], site, *drafts[at + 1 :]]


def _is_subtitle(drafts: list[Draft], at: int) -> bool:
    """Whether the line under the title belongs to it; a short one that stands free above a paragraph is a heading."""
    draft = drafts[at]
    if draft.text[-1] == ":":
        return False
    below = drafts[at + 1] if at + 1 < len(drafts) else None
    return not draft.gap or len(draft.text) > 70 or (below is not None and below.kind in _OVER_TITLE)


def settle(drafts: list[Draft]) -> None:
    """Give every line that is still open a kind, and take back what stands where it cannot be what it looks like."""
    own = [i for i, draft in enumerate(drafts) if draft.kind in _CONTENT and not draft.story]
    first, last = (own[0], own[-1]) if own else (len(drafts), len(drafts))
    _spread(drafts, range(len(drafts)), last)
    _spread(drafts, range(len(drafts) - 1, -1, -1), last)
    dated = any(draft.kind is BlockKind.DATE and not draft.later for draft in drafts[:first])
    for i, draft in enumerate(drafts):
        if draft.kind is BlockKind.DATE and draft.later and i > first:
            draft.kind = BlockKind.BOILERPLATE
        if draft.kind is BlockKind.DATE and dated and i > last and not draft.story:
            draft.kind = BlockKind.BOILERPLATE
        if (
            draft.kind in (BlockKind.DATE, BlockKind.BYLINE)
            and not draft.story
            and first < i < last
            and "@" not in draft.text
        ):
            # "- Norway, 28 May 2024" in a list is an entry
            draft.kind = BlockKind.LIST_ITEM if draft.mark and draft.mark[0] not in ">#" else None
        if draft.kind is None:
            if draft.label or (i > last and not draft.story):
                # A heading over nothing.
                draft.kind = BlockKind.BOILERPLATE
            else:
                short = len(draft.text) <= _LONGEST_HEADING and draft.text[-1] not in ".,;"
                short = short and not is_remark(draft.text) and draft.text.count("|") < 2
                draft.kind = BlockKind.HEADING if short else BlockKind.PARAGRAPH


def _spread(drafts: list[Draft], order: range, last: int) -> None:
    """Lines that could be furniture are furniture beside furniture, and behind the last paragraph."""
    before: Draft | None = None
    for i in order:
        draft = drafts[i]
        beside = before is not None and before.kind is BlockKind.BOILERPLATE
        weak = draft.kind is None or (
            draft.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) and len(draft.text) <= _LONGEST_TEASER
        )
        if weak and not draft.story and (beside or i > last) and phrases().may_be_furniture(draft.folded):
            draft.kind = BlockKind.BOILERPLATE
        before = draft


def captions(drafts: list[Draft]) -> None:
    """Mark the captions that only their surroundings show."""
    _twice([draft for draft in drafts if draft.kind in _MAY_BE_CAPTION or draft.kind is BlockKind.CAPTION])
    _above_credit(drafts)
    _credited(drafts)


def _twice(drafts: list[Draft]) -> None:
    """Words that stand there twice in a row are a caption: once as the picture's description, once below it."""
    for above, below in pairwise(drafts):
        long_enough = _SHORTEST_CAPTION <= above.end - above.start <= _LONGEST_CAPTION
        if long_enough and above.story == below.story and _equal(above, below):
            above.kind = below.kind = BlockKind.CAPTION


def _equal(above: Draft, below: Draft) -> bool:
    return abs(len(above.text) - len(below.text)) < 12 and same_words(above.text) == same_words(below.text)


def _above_credit(drafts: list[Draft]) -> None:
    """A credit on a line of its own, "(Yonhap)", makes a caption of the one line above it between blank lines."""
    last_of_story = {draft.story: draft for draft in drafts if draft.is_prose}
    for i, (above, below) in enumerate(pairwise(drafts), 2):
        pair = above.gap and not below.gap and (i == len(drafts) or drafts[i].gap)
        is_credit = below.kind is BlockKind.CAPTION and len(below.text) <= _LONGEST_CREDIT and credit(below.text)
        closing = above is last_of_story.get(above.story) and bool(above.is_prose)
        if (
            pair
            and is_credit
            and not closing
            and above.kind in _MAY_BE_CAPTION
            and not below.text.startswith(("Source", "Data"))
        ):
            above.kind = BlockKind.CAPTION


def _credited(drafts: list[Draft]) -> None:
    """A name in brackets behind the last full stop: an agency's makes a caption only where the story goes on behind it."""
    last_of_story = {draft.story: draft for draft in drafts if draft.is_prose}
    for draft in drafts:
        if not draft.is_prose or len(draft.text) > _LONGEST_CREDITED or draft.text[-1] not in ")]":
            continue
        name = credit(draft.text)
        if name is None or name.count(" ") > 6 or not name[0].isupper() or name[-1] in ".!?" or _DIGIT.search(name):
            continue
        if not phrases().is_outlet(name) or last_of_story[draft.story] is not draft:
            draft.kind = BlockKind.CAPTION
