"""Blocks by their form alone: what a line or paragraph is, wherever on the page it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kordef.document import BlockKind, Span, Table
from kordef.reading import sentences, tables
from kordef.reading.datelines import byline, is_age, printed_date
from kordef.reading.furniture import LONGEST_LABEL, LONGEST_LINE, LONGEST_MENU, LONGEST_NOTICE, begins, fold, phrases
from kordef.reading.lines import Line, Piece, is_register_row, is_remark, join, scan

__all__ = ["Draft", "credit", "drafts"]


# "GERMANY. Four systems were announced": a heading that runs in.
_RUN_IN = re.compile(r"((?:[A-Z]{2,}[ '&-]){0,4}[A-Z]{4,}\.)\s+(?=[A-Z0-9“\"‘'£€$])")


class Draft:
    """A block in the making.

    ``kind`` is ``None`` for a line that is no sentence: its surroundings decide whether it is a title, a heading or
    furniture. ``folded`` holds the words as furniture phrases are written ("" for a long paragraph), ``label`` the list of
    phrases that announces other matter: "related", "comments", "lists" or "parts". ``sentences`` are those of a line that was
    looked through for furniture.
    """

    __slots__ = (
        "date",
        "end",
        "folded",
        "gap",
        "kind",
        "label",
        "later",
        "mark",
        "place",
        "sentences",
        "start",
        "story",
        "table",
        "text",
    )

    def __init__(self, piece: Piece, kind: BlockKind | None = None, folded: str = "") -> None:
        self.start = piece.start
        self.end = piece.end
        self.gap = piece.gap
        self.text = piece.text
        self.mark = piece.mark
        self.kind = kind
        self.folded = folded
        self.label = ""
        self.story = 0
        self.table: Table | None = None
        self.date: Span | None = None
        self.place: Span | None = None
        self.later = False
        self.sentences: tuple[Span, ...] = ()

    @property
    def is_prose(self) -> bool:
        return self.kind is BlockKind.PARAGRAPH

    @property
    def is_line(self) -> bool:
        """Whether this could be a headline: a line or list item that does not end in a full stop."""
        return self.kind is None or (self.kind is BlockKind.LIST_ITEM and self.text[-1] != "." and len(self.text) < 200)


_SENTENCE_END = re.compile(r"""[.!?…]["'”’»)\]*_]{0,3}\Z""")
_BRACKET_BEHIND_END = re.compile(r"""(?:[.!?…]["'”’»]{0,2}|\A)\s{0,3}[(\[](?P<inner>[^()\[\]\n]{2,120})[)\]]\.?\Z""")
_BRACKET_AT_END = re.compile(r"[(\[](?P<inner>[^()\[\]\n]{2,120})[)\]]\Z")
_SENTENCE_INSIDE = re.compile(r"(?<![.\s(][A-Z])[.!?]\s")
"""An end of a sentence; "U.S. Army" has none."""
_SLASH_AT_END = re.compile(
    r"\s/\s(?P<inner>[A-Z][^/|]{1,60})\Z|\s\|\s(?P<barred>(?:Photo|Image|Credit|Courtesy)[^|]{1,60})\Z"
)
_SOURCE_AT_END = re.compile(
    r"(?:\A|[.!?…)]\s{1,3})(?:Data\s)?(?:Sources?|Credits?|Photos?|Image|Graphic)(?:\s(?:by|credit|courtesy))?:\s[^.|]{2,120}\.?\Z"
)
_NUMBERED_FIGURE = re.compile(
    r"(?:Figure|Fig\.?|FIGURE|Image|Photo|Picture|Map|Chart|Graph|Graphic|Infographic|Box|Table|TABLE)\s\d{1,3}[a-z]?\s?(?:[.:|–—-]|\Z)"
)
_TABLE_NAME = re.compile(r"(?:Table|TABLE|Tab\.|Chart|Figure|Annex|Exhibit)\b\s?(?:\w{1,4}\b)?\s?[.:–—-]?")
# "Totals by donor (EUR million, pledged / delivered)", "Holdings (units)": a unit in brackets is that of a table.
_UNIT_AT_END = re.compile(
    r"\((?:in )?(?:[A-Za-z$€£¥ ,]{0,24}\b)?(?:per ?cent|millions?|billions?|thousands?|bn|mn|units?|pieces|tonnes|%)(?![a-z])"
    r"[^()]{0,60}\)\Z",
    re.IGNORECASE,
)
_UNIT_AT_START = re.compile(
    r"(?:in )?(?:constant |current )?(?:(?:US|Australian|Canadian)? ?(?:[$€£¥]|dollars|euros?|USD|EUR|PLN|GBP) ?)?"
    r"(?:per ?cent|millions?|billions?|thousands?|bn|mn|%|number of|figures in)(?![a-z])",
    re.IGNORECASE,
)
"""A line that begins with the unit of what stands below: "Billion US dollars, current prices. Source: SIPRI"."""
_FIELD = re.compile(r"[ \t\xa0]*[|｜¦][ \t\xa0]*|[ \xa0]+[·•][ \xa0]+|[ \xa0]*\t[ \t\xa0]*|[ \xa0]{3,}")
_LONGEST_FIELD = 150
"""Characters of a field of a menu, at most."""
_FIELD_MARKS = ("|", "｜", "¦", "·", "•", "\t", "   ", "\xa0\xa0\xa0")
_CRUMB_MARKS = (">", "»", "›", " / ")
_CRUMB = re.compile(r"\s{0,3}[>»›]\s{0,3}|\s/\s")
_KEY_VALUE = re.compile(r"[^\W\d_][\w ()/&.,'’-]{1,70}:\s\S")
_GOODS_BEHIND_LABEL = re.compile(r"[A-Z][a-z]+(?: \w+)?: (?:[a-z]+ ){0,2}\d[\d,]* [\w-]*[A-Z]")
"""Goods that a label counts: "Articles: 54 M1A2 tanks and related equipment"."""
_LONE_NUMBER = re.compile(r"[-–—\s]{0,3}\d{1,4}[-–—\s]{0,3}")
_YEARS = re.compile(r"(?:19|20)\d\d ?[-–—/] ?(?:(?:19|20)\d\d|\d\d)?")
"""The years of an entry in a chronology: "2010–2016"."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_PICTURE_MARK = re.compile(
    r"[\[(](?:Photo|Image|File photo|Picture|Caption|Graphic|Video|Handout|Reuters|Yonhap)[^\])]{0,30}[\])]\s{0,2}\w"
)
_RIGHTS = re.compile(r"(?:\([cC]\)\s{0,2}(?:19|20)\d\d|[©ⓒ])")
_NOTE = re.compile(r"\[\d{1,3}\]|\^|\d{1,3}\s{1,3}[A-Z]")
_PUBLISHED_WHERE = re.compile(r"https?://|\bdoi\b|\b[Aa]ccessed\b|\bpp?\.\s?\d|\b[Vv]ol\.\s?\d|\bIbid\b|\bibid\b")
_IMAGE = re.compile(r"!\[[^\]]*\]\([^)\s]*\)")
_EMPHASIS = "*_ "
_LONGEST_CAPTION = 900
_LONGEST_HEADLINE = 300
_LONG_LINE = 160


def drafts(text: str) -> list[Draft]:
    """The blocks of a text in order, each with the kind that its form alone shows."""
    lines = scan(text)
    found: list[Draft] = []
    at = 0
    for region in tables.regions(lines):
        if _is_menu(text, region):
            continue
        found += _pieces(text, lines[at : region.first])
        found.append(_table(text, lines, region, found))
        at = region.last
    found += _pieces(text, lines[at:])
    _key_values(found)
    return found


def _pieces(text: str, lines: list[Line]) -> Iterator[Draft]:
    for piece in join(lines):
        yield from _divide(text, piece)


def _is_menu(text: str, region: tables.Region) -> bool:
    """Whether the rows are menus that stand below one another: half of the cells are furniture."""
    cells = [text[cell.start : cell.end] for row in region.rows[:6] for cell in row]
    known = sum(
        len(cell) <= 60 and any(map(str.isalpha, cell)) and phrases().is_furniture(fold(cell)) for cell in cells if cell
    )  # numbers alone, as in "137 / 92", are the pages of a picture show in running text only
    return known * 2 >= sum(map(bool, cells))


def _table(text: str, lines: list[Line], region: tables.Region, above: list[Draft]) -> Draft:
    first, last = lines[region.first], lines[region.last - 1]
    title = _table_title(first.gap, above[-1]) if above else None
    draft = Draft(Piece(first.start, last.end, first.gap, ""), BlockKind.TABLE)
    draft.table = tables.table(text, lines, region, title)
    return draft


def _table_title(gap: bool, above: Draft) -> Span | None:
    """The line above a table, where it names the table: "Table 1. ...", "Key figures", "... as follows:"."""
    named = _TABLE_NAME.match(above.text.lstrip(_EMPHASIS)) is not None and len(above.text) < 250
    named = named or (len(above.text) < 120 and _UNIT_AT_END.search(above.text.rstrip(_EMPHASIS + ":")) is not None)
    # a line that names its source as well looks like a caption
    sourced = above.kind is BlockKind.CAPTION and _UNIT_AT_START.match(above.text) is not None
    close = not gap and len(above.text) <= 120 and (above.kind is None or above.text.endswith(":") or sourced)
    if not (named or close) or above.kind in (BlockKind.TABLE, BlockKind.BOILERPLATE):
        return None
    if above.is_prose and not above.text.endswith(":") and (not named or len(above.text) > _LONG_LINE):
        return None
    above.kind = BlockKind.TABLE_TITLE
    above.label = ""
    return Span(above.start, above.end)


def _key_values(found: list[Draft]) -> None:
    """Lines "Range: 40 km" one below the other are the items of a list; a remark below a row of a register is prose."""
    for above, below in pairwise(found):
        if above.kind is BlockKind.PARAGRAPH and not below.gap and below.kind is None and is_remark(below.text):
            below.kind = BlockKind.PARAGRAPH if is_register_row(above.text) else None
            continue
        if below.gap or not (_is_key_value(above) and _is_key_value(below)):
            continue
        above.kind = below.kind = BlockKind.LIST_ITEM


def _is_key_value(draft: Draft) -> bool:
    return (
        len(draft.text) <= _LONG_LINE
        and (draft.kind in (None, BlockKind.LIST_ITEM, BlockKind.PARAGRAPH))
        and not draft.label
        and bool(_KEY_VALUE.match(draft.text))
    )


def _divide(text: str, piece: Piece) -> Iterator[Draft]:
    """The drafts of one piece: a date line or a short line may hold furniture beside other things."""
    words = piece.text
    if (run_in := _RUN_IN.match(words)) is not None and piece.end - piece.start == len(words):
        head, rest = words[: run_in.end(1)], words[run_in.end() :]
        yield Draft(
            Piece(piece.start, piece.start + len(head), piece.gap, head, piece.mark), BlockKind.HEADING, fold(head)
        )
        yield from _divide(text, Piece(piece.end - len(rest), piece.end, False, rest))
        return
    if len(words) > LONGEST_LINE or piece.end - piece.start > LONGEST_LINE:
        notice = piece.end - piece.start <= LONGEST_NOTICE and (_is_notice(words) or _is_reference(piece))
        yield Draft(piece, BlockKind.BOILERPLATE if notice else _prose_kind(piece))
        return
    if is_register_row(words):
        yield Draft(piece, BlockKind.LIST_ITEM if piece.mark else BlockKind.PARAGRAPH, fold(words))
        return
    labelled = _inline_label(piece)
    if labelled:
        yield from labelled
        return
    draft = _line(text, piece)
    if draft.kind in (None, BlockKind.PARAGRAPH, BlockKind.BOILERPLATE) and not draft.label:
        fields = _fields(text, piece) or (_tail(text, piece, draft) if draft.kind is not BlockKind.BOILERPLATE else [])
        if fields:
            yield from fields
            return
    yield draft


def _is_notice(paragraph: str) -> bool:
    return phrases().may_be_notice(paragraph) and phrases().is_notice(fold(paragraph[:LONGEST_LINE]))


def _inline_label(piece: Piece) -> list[Draft]:
    """The label and the headline of "Read more: ...", which may head an embedded article."""
    colon = piece.text.find(":", 0, LONGEST_LABEL + 1)
    if colon < 0 or colon + 2 >= len(piece.text) or len(piece.text) != piece.end - piece.start:
        return []
    folded = fold(piece.text[:colon])
    if phrases().label(folded) != "related":
        return []
    label = Draft(
        Piece(piece.start, piece.start + colon + 1, piece.gap, piece.text[: colon + 1], piece.mark), None, folded
    )
    label.label = "related"
    words = piece.text[colon + 1 :].lstrip()
    return [label, Draft(Piece(piece.end - len(words), piece.end, False, words), None, fold(words))]


def _line(text: str, piece: Piece) -> Draft:
    """A short line as one draft."""
    words, folded = piece.text, fold(piece.text)
    known = phrases()
    draft = Draft(piece, None, folded)
    draft.label = known.label(folded)
    if draft.label:
        return draft
    if (
        not (any(map(str.isalnum, folded)) or _YEARS.fullmatch(words) or printed_date(text, piece.start, piece.end))
        or known.is_furniture(folded)
        or known.is_notice(folded)
        or _LONE_NUMBER.fullmatch(words)
        or _ADDRESS.fullmatch(words)
        or _IMAGE.fullmatch(words)
        or _RIGHTS.match(words)
        or _is_reference(piece)
        or _is_breadcrumb(words)
        or known.speaks_of_page(words, anywhere=True)
    ):
        draft.kind = BlockKind.BOILERPLATE
    elif (dated := "#" in folded and printed_date(text, piece.start, piece.end)) or is_age(words):
        draft.kind = BlockKind.DATE
        if dated:
            draft.date, draft.place, draft.later = dated
        else:
            draft.date = Span(piece.start, piece.end)
    elif byline(words.strip(_EMPHASIS)):
        draft.kind = BlockKind.BYLINE
    elif _is_caption(piece, folded):
        draft.kind = BlockKind.CAPTION
    else:
        draft.kind = _prose_kind(piece)
        if draft.kind is None and _counts(words, folded):
            draft.kind = BlockKind.BOILERPLATE
    return draft


def _counts(words: str, folded: str) -> bool:
    """Whether a line that is no sentence counts what pages count, speaks of the page, or gives an address to write to."""
    known = phrases()
    if _GOODS_BEHIND_LABEL.match(words):
        return False
    if "#" in folded and len(folded) <= LONGEST_MENU and known.counted.search(folded):
        return True
    if "@" in words and len(words) <= _LONG_LINE:
        return True
    return "#" in folded and bool(known.site_words.search(folded)) and known.speaks_of_page(words, anywhere=False)


def _prose_kind(piece: Piece) -> BlockKind | None:
    if piece.mark[:1] == "#":
        return BlockKind.HEADING
    if piece.mark and piece.mark[0] != ">":
        return BlockKind.LIST_ITEM
    if piece.end - piece.start <= _LONGEST_CAPTION and _is_caption(piece, ""):
        return BlockKind.CAPTION
    return BlockKind.PARAGRAPH if _is_sentence(piece.text) or piece.end - piece.start > _LONGEST_HEADLINE else None


def _is_sentence(words: str) -> bool:
    """Whether a line reads like running text and not like a headline."""
    if (
        words[-1] in ")]"
        and (bracket := _BRACKET_BEHIND_END.search(words, max(0, len(words) - 130)))
        and bracket.start() > 0
    ):
        return True
    if (
        words[-2:] in (".)", ".]")
        and (aside := _BRACKET_AT_END.search(words, max(0, len(words) - 130)))
        and aside.start()
    ):
        # "NORWAY (announced 11 Feb.)": the full stop is that of a short form
        return _is_sentence(words[: aside.start()].rstrip() or words[:1])
    if not _SENTENCE_END.search(words, max(0, len(words) - 5)):
        return words[-1] in ",;" or (words[-1] == ":" and words.count(" ") >= 4) or len(words) > _LONG_LINE
    if words[-1] == "?" and len(words) <= _LONG_LINE:
        return len(sentences.split(words, 0, len(words))) > 1
    return " " in words


def _is_caption(piece: Piece, folded: str) -> bool:
    """Whether the words name their picture or its maker: a credit, "This photo shows", "Figure 2:", "Source:"."""
    words = piece.text
    if piece.mark and piece.mark[0] in "▲△◀▶":
        return True
    if (folded and begins(folded, phrases().caption_starts)) or (words[0] in "[(" and _PICTURE_MARK.match(words)):
        return True
    if piece.end - piece.start > _LONGEST_CAPTION:
        return False
    if words[0] in "FIPMCGBT" and _NUMBERED_FIGURE.match(words) and len(words) <= LONGEST_LINE:
        return True
    inner = credit(words)
    if inner is not None and phrases().credits.search(inner):
        return True
    return inner is not None and (words[-1] == "]" or words[0] == "(") and phrases().is_outlet(inner)


def credit(words: str) -> str | None:
    """What stands in the place of a credit: the words in a last bracket behind a full stop, behind a last slash, or "Source:"."""
    tail = words[-180:]
    if tail[-1] in ")]" or tail.endswith((").", "].")):
        found = _BRACKET_BEHIND_END.search(tail) or (
            None if _SENTENCE_INSIDE.search(tail) else _BRACKET_AT_END.search(tail)
        )
        if found:
            return found["inner"]
    if " / " in tail or " | " in tail:
        found = _SLASH_AT_END.search(tail)
        if found:
            return found["inner"] or found["barred"]
    found = _SOURCE_AT_END.search(tail) if ":" in tail else None
    return f"credit {found[0]}" if found else None


def _is_reference(piece: Piece) -> bool:
    """Whether this is a numbered note that says where something was published."""
    numbered = piece.mark[:1].isdigit() or _NOTE.match(piece.text)
    return bool(numbered and _PUBLISHED_WHERE.search(piece.text))


def _is_breadcrumb(words: str) -> bool:
    if not any(map(words.__contains__, _CRUMB_MARKS)):
        return False
    steps = _CRUMB.split(words)
    if len(steps) < 2 or any(len(step) > 40 or step.endswith(".") for step in steps):
        return False
    first = steps[0].casefold()
    return first in ("home", "home page", "homepage", "news", "main") or (
        len(steps) > 2 and "/" not in words and "." not in words
    )


def _fields(text: str, piece: Piece) -> list[Draft]:
    """The fields of a line that bars or wide blanks divide, where they are a menu, a byline and a date, or counters."""
    if not any(map(piece.text.__contains__, _FIELD_MARKS)):
        return []
    bounds = [(0, 0), *(found.span() for found in _FIELD.finditer(piece.text)), (len(piece.text), len(piece.text))]
    if len(bounds) < 3 or piece.end - piece.start != len(piece.text):
        return []
    parts: list[Draft] = []
    for (_, start), (end, _) in pairwise(bounds):
        if start < end:
            words, first = piece.text[start:end], not parts
            mark = piece.mark if first else ""
            own = Piece(piece.start + start, piece.start + end, piece.gap and first, words, mark)
            parts.append(_line(text, own))
    if any(len(part.text) > _LONGEST_FIELD and ". " in part.text for part in parts):
        # Sentences of which the last leads to a menu: "It owns half of the yard. Follow us: LinkedIn | YouTube".
        return []
    counts = len(parts) > 1 and _LONE_NUMBER.fullmatch(parts[0].text) is not None  # "9   countries with open files"
    settled = sum(
        part.kind in (BlockKind.BOILERPLATE, BlockKind.DATE, BlockKind.BYLINE) or bool(part.label)
        for part in parts[counts:]
    )
    dated = any(part.kind is BlockKind.DATE for part in parts)
    weak = sum(phrases().may_be_furniture(part.folded) for part in parts if part.kind in (None, BlockKind.PARAGRAPH))
    figures = sum(any(map(str.isdigit, part.text)) for part in parts if part.kind is not BlockKind.DATE)
    menu = len(parts) > 2 and all(len(part.text) <= 60 and not part.is_prose for part in parts) and "|" in piece.text
    menu = menu and figures < 3  # "12 FA-50 | light combat aircraft | ordered 2014 | delivered 12" is a row
    if not settled and not weak and not menu:
        return []
    for part in parts:
        part.label = ""
        if phrases().is_outlet(part.text):
            part.kind = BlockKind.BYLINE
        headline = dated and part.kind is None and len(parts) == 2 and part.text.count(" ") >= 3
        if part.kind not in (BlockKind.DATE, BlockKind.BYLINE) and not headline:
            part.kind = BlockKind.BOILERPLATE
    return _with_bars(piece, parts)


def _with_bars(piece: Piece, parts: list[Draft]) -> list[Draft]:
    """Let furniture reach over the bars beside it, so that the drafts cover the line; put neighbours of it together."""
    merged: list[Draft] = []
    for part in parts:
        if merged and merged[-1].kind is part.kind is BlockKind.BOILERPLATE:
            merged[-1].end = part.end
            continue
        if merged:
            between = piece.text[merged[-1].end - piece.start : part.start - piece.start]
            if part.kind is BlockKind.BOILERPLATE:
                part.start -= len(between.lstrip())
            else:
                merged[-1].end += len(between.rstrip())
        merged.append(part)
    return merged


def _tail(text: str, piece: Piece, draft: Draft) -> list[Draft]:
    """The line in two where a sentence in it is furniture: what stands before that sentence, and the rest.

    Else the sentences are kept in the line's ``draft``.
    """
    if len(piece.text) != piece.end - piece.start:
        return []
    known = phrases()
    draft.sentences = sentences.split(text, piece.start, piece.end)
    for sentence in draft.sentences:
        words = text[sentence.start : sentence.end]
        folded = fold(words) if len(words) <= LONGEST_LABEL or known.may_start(words) else ""
        if not folded or not known.is_furniture(folded):
            continue
        rest = Draft(
            Piece(sentence.start, piece.end, False, text[sentence.start : piece.end]), BlockKind.BOILERPLATE, folded
        )
        if sentence.start == piece.start:
            rest.gap, rest.mark = piece.gap, piece.mark
            return [rest]
        words = text[piece.start : sentence.start].rstrip()
        return [_line(text, Piece(piece.start, piece.start + len(words), piece.gap, words, piece.mark)), rest]
    return []
