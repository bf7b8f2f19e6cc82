"""Datelines, date lines and bylines: the forms in which a page says where, when and by whom it was written."""

from __future__ import annotations

import re

from attrs import frozen

from kordef.document import Span
from kordef.reading.furniture import phrases

__all__ = ["Dateline", "byline", "dateline", "is_age", "is_name", "printed_date"]

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?"
    r"|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\.?"
)
_WEEKDAY = r"(?:(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?[.,]?\s{1,2})"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = (
    rf"{_WEEKDAY}?(?:{_MONTH}\s{{1,2}}{_DAY}(?:,?\s{{1,2}}(?:19|20)\d\d)?(?!\d)"
    rf"|{_DAY}\s{{1,2}}{_MONTH}(?:,?\s{{1,2}}(?:19|20)\d\d)?"
    r"|(?:19|20)\d\d\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2}\.?"
    r"|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d)"
)
_FULL_DATE = (
    rf"{_WEEKDAY}?(?:{_MONTH}\s{{1,2}}{_DAY},?\s{{1,2}}(?:19|20)\d\d"
    rf"|{_DAY}\s{{1,2}}{_MONTH},?\s{{1,2}}(?:19|20)\d\d"
    r"|(?:19|20)\d\d\s?[-./]\s?\d{1,2}\s?[-./]\s?\d{1,2}\.?"
    r"|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d)"
)
_UPPER = "[A-ZÀ-ÞŁŚŠŽČĐŐŰİ]"
_CAPITALS = rf"{_UPPER}[A-ZÀ-ÞŁŚŠŽČĐŐŰİ.'’-]+"
_CAPITALISED = rf"{_UPPER}[\w.'’-]*"
_AGENCY = (
    r"(?:\((?P<agency>[A-Za-z][^()\n]{1,40})\)|/(?P<wire>[A-Z][\w ]{1,30})/|\[(?P<bracket>[A-Z][^\[\]\n]{1,30})\])"
)
_DASH = r"(?:--|[—–―]|-(?=\s)|(?<=\)\s)-)"
_SP = r"[\s\xa0]"

_PLACE_FIRST = re.compile(
    rf"""(?P<place>{_CAPITALS}(?:[ /]{_CAPITALS}){{0,3}}|{_CAPITALISED}(?:[ /]{_CAPITALISED}){{0,2}})
         (?:,{_SP}{{1,2}}(?!{_MONTH}{_SP})(?:{_CAPITALISED}(?:[ ]{_CAPITALISED}){{0,2}}))?
         (?:(?P<comma>,)?{_SP}{{1,2}}(?P<date>{_DATE}))?[,.]?
         {_SP}{{0,3}}(?:{_DASH}(?=\())?{_AGENCY}?{_SP}{{0,3}}(?P<dash>{_DASH}|:(?={_SP})|(?<=/)\.)""",
    re.VERBOSE,
)
# What may close it: a cheap question before all of that. Begins with a set of signs, for speed.
_CLOSED = re.compile(r"[—–―:)/-](?:(?<=[—–―:])|(?<=-)[-\s]|(?<=\))\s-|(?<=/)\.)")
_DATE_FIRST = re.compile(
    rf"""(?:(?:Published|Posted|Updated|Dated)(?:\son)?:?{_SP})?[\[(]?(?P<date>{_FULL_DATE})[\])]?
         (?:,?{_SP}{{1,2}}(?P<place>{_CAPITALISED}(?:[ /]{_CAPITALISED}){{0,2}}))?
         {_SP}{{0,3}}{_AGENCY}?{_SP}{{0,3}}(?P<dash>{_DASH}|[:|]|\.(?={_SP}{{1,2}}[A-Z“"])|(?<=[\])]{_SP})(?=[A-Z“"]))""",
    re.VERBOSE,
)
_BRACKETED = re.compile(
    rf"""(?P<place>{_CAPITALS}(?:[ ]{_CAPITALS}){{0,2}}){_SP}\((?P<agency>[A-Z][^()\n]{{1,40}}?)
         (?:{_SP}[-–—]|,){_SP}(?P<date>{_DATE})\)(?={_SP}[A-Z“])""",
    re.VERBOSE,
)
"""A dateline whose brackets hold the agency and the day: "HELSINKI (Northern News - 14 January, 2023)"."""
_KOREAN = re.compile(r"[(\[](?P<place>[A-Z][\w.-]{1,20})\s?=\s?(?P<agency>[A-Z][\w ]{1,20})[)\]]")
_LONGEST_DATELINE = 140

_TIME = (
    r"(?:,?\s{0,3}(?:-|at|\||T)?\s{0,3}\(?\d{1,2}[:.]\d\d(?::\d\d)?Z?\s?(?:[ap]\.?m\.?)?\)?"
    r"(?:\s?\(?(?:KST|GMT|CET|CEST|EET|EST|EDT|ET|UTC|BST)(?:[+-]\d{1,2})?\)?)?(?:\shrs)?)"
)
_PREFIX = (
    r"(?:(?P<prefix>(?:first\s|last\s|date\s)?(?:published|posted|updated|modified|revised|edited|released?|issued|registered"
    r"|reviewed|created|publication\sdate|release\sdate|issue\sdate|date|input|written|uploaded|on"
    r"|(?:data\s|current\s|correct\s)?as\sof|status|week\s(?:ending|of)))"
    r"(?:\son|\sat|\sdate)?\s{0,2}:?\s{0,3})"
)
_PLACE = rf"{_CAPITALISED}(?:[ ]{_CAPITALISED}){{0,2}}"
_SECTION_AND_TIME = r"(?:(?:[A-Z][\w&]{1,15}\s){0,3}\d{1,2}:\d\d,?\s{1,3})"
_DATE_LINE = re.compile(
    rf"""{_SECTION_AND_TIME}?{_PREFIX}?(?:(?P<before>(?!{_WEEKDAY}){_PLACE}),\s)?(?:the\s)?
         (?P<date>{_DATE}|{_MONTH}\s{{1,2}}(?:19|20)\d\d)
         {_TIME}?(?:,\s(?P<after>{_PLACE}))?[.]?""",
    re.VERBOSE | re.IGNORECASE,
)
_NAMED_DATE_LINE = re.compile(
    rf"""(?:(?:Posted|Published|Written|Submitted|Uploaded|Reported|Story|Text|Article)\s)?by\s[^\d\n:;|]{{2,60}}?
         (?:,|\s[-–—])?\s{{1,2}}(?:(?:on|at)\s)?(?P<date>{_FULL_DATE}){_TIME}?[.]?
       |(?:(?:Posted|Published|Written|Submitted|Uploaded)\s)?(?:on\s)?(?P<first>{_FULL_DATE}){_TIME}?
         (?:,|\s[-–—])?\s{{1,2}}by\s[^\d\n:;.|]{{2,60}}""",
    re.VERBOSE | re.IGNORECASE,
)
"""A date line with the author: "Posted by Harbour Desk on 19 September 2025, 07:40"."""
_LATER = re.compile(r"(?:last\s)?(?:updated|modified|revised|edited|reviewed)", re.IGNORECASE)
_AGE = re.compile(
    r"(?:(?:about|over|almost)\s)?(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten)\s?"
    r"(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|w|months?|mo|years?|y)\sago|yesterday|just now",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{1,20}){1,4}")
_PART = rf"(?:[A-Z]\.(?:[- ]?[A-Z]\.){{0,2}}|{_UPPER}[\w'’-]{{1,20}}|de|von|van|der|al|bin|el|la|le)"
_NAME = rf"{_PART}(?:\s{_PART}){{1,4}}"
_BY = re.compile(
    rf"(?:(?:Written|Reported|Story|Text|Article|Words|Analysis|Compiled)\s)?[Bb][Yy]\s{{1,2}}{_NAME}(?:[\s,/|&(][^\d]*)?"
)
_BY_ANYTHING = re.compile(
    r"(?:(?:Additional )?[Rr]eporting|Writing|Editing|Reporting and writing)\s(?:by|from|in)\s"
    r"|(?:Author|Reporter|Correspondent)s?:\s|(?:Reporting|Editing):\s"
)
_NAME_ONLY = re.compile(_NAME)


@frozen(kw_only=True)
class Dateline:
    """The parts of a dateline; ``whole`` reaches to the dash or bracket that closes it."""

    whole: Span
    place: Span | None = None
    agency: Span | None = None
    dated: bool = False
    """Whether a date or an agency is in it."""


def dateline(text: str, start: int, end: int) -> Dateline | None:
    """The dateline with which the paragraph ``text[start:end]`` begins: "SEOUL, March 8 (Korea Bizwire) —".

    A place in capitals needs nothing else before its dash; another place needs a date or an agency, a date without a place
    its year.
    """
    stop = min(end, start + _LONGEST_DATELINE)
    found = _KOREAN.match(text, start, stop) or _BRACKETED.match(text, start, stop)
    if not found:
        found = _PLACE_FIRST.match(text, start, stop) if _CLOSED.search(text, start, stop) else None
        if not found or not _is_dateline(text, found, end):
            found = _DATE_FIRST.match(text, start, stop)
    if not found or found.end() >= end:
        return None
    parts = {name: Span(*found.span(name)) for name, words in found.groupdict().items() if words}
    agency = parts.get("agency") or parts.get("wire") or parts.get("bracket")
    return Dateline(
        whole=Span(start, found.end()),
        place=parts.get("place"),
        agency=agency,
        dated="date" in parts or agency is not None,
    )


def _is_dateline(text: str, found: re.Match[str], end: int) -> bool:
    place, agency = found["place"], found["wire"] or found["agency"] or found["bracket"]
    in_capitals = place.isupper() and len(place) > 2 and not any(map(str.isdigit, place))
    if found["dash"] in ":.":
        return bool(agency)
    if agency and (in_capitals or found["wire"] or phrases().is_outlet(agency)):
        return True
    if found["date"] and (in_capitals or found["comma"]):
        return True
    before, after = text[found.start("dash") - 1], text[found.end() : found.end() + 3].lstrip()
    return (
        in_capitals
        and len(place) > 3
        and place.casefold() not in phrases().not_places
        and before.isspace()
        and found.end() < end
        and (after[:1].isupper() or after[:1] in "“\"'‘")
    )


def printed_date(text: str, start: int, end: int) -> tuple[Span, Span | None, bool] | None:
    """The date, the place and whether it is that of a later change, where ``text[start:end]`` is a date line and no more.

    "6 December 2023", "Published: July 10, 2024 - 15:32", "Brussels, 5 March 2025".
    """
    found = _DATE_LINE.fullmatch(text, start, end)
    if not found:
        named = _NAMED_DATE_LINE.fullmatch(text, start, end) if end - start <= _LONGEST_DATELINE else None
        return (Span(*named.span("date" if named["date"] else "first")), None, False) if named else None
    place = _span(found, "before") or _span(found, "after")
    if place and not text[place.start].isupper():
        return None
    later = bool(found["prefix"] and _LATER.match(found["prefix"]))
    return Span(*found.span("date")), place, later


def is_age(words: str) -> bool:
    """Whether the words say how old a page is: "18 hours ago"."""
    if words[-3:].lower() != "ago" and len(words) > len("yesterday"):
        return False
    return bool(_AGE.fullmatch(words))


def byline(words: str) -> bool:
    """Whether a short line names the author: "By Kim Tong-hyung", "M. H. Lee (mhlee@koreabizwire.com)"."""
    if len(words) > 160:
        return False
    if "@" in words and (mail := _MAIL.search(words)):
        rest = words.replace(mail[0], " ").strip(" ()[]<>|,/-")
        return not rest or bool(_NAME_ONLY.fullmatch(rest) or _BY.fullmatch(rest))
    return bool(_BY_ANYTHING.match(words) or (words[-1] not in ".?!:" and _BY.fullmatch(words)))


def is_name(words: str) -> bool:
    """Whether the words have the form of a person's name, and no other."""
    return len(words) <= 40 and bool(_NAME_ONLY.fullmatch(words))


def _span(found: re.Match[str], group: str) -> Span | None:
    start, end = found.span(group)
    return Span(start, end) if start >= 0 else None
