"""The Source record of each story of a document."""

from __future__ import annotations

from collections.abc import Iterator

from kordef.document import BlockKind, Document, Span
from kordef.evidence import Evidence
from kordef.identity import record_id
from kordef.mentions.model import Mentions
from kordef.records import Source, Stretch
from kordef.vocabulary import EvidenceKind, Section

__all__ = ["source_records"]


def source_records(document: Document, mentions: Mentions) -> tuple[Source, ...]:
    """One Source for each story, the page's own article first; embedded ones name it as their parent."""
    out: list[Source] = []
    for position, story in enumerate(document.stories):
        identifier = record_id("source", document.sha256, position)
        published = mentions.published[position] if position < len(mentions.published) else None
        own = position == 0
        given = document.published if own else None
        fields: dict[str, Span | None] = {
            "/title": story.title,
            "/byline": story.byline,
            "/place": story.dateline_place,
            "/published": story.dateline or story.date_line if published != given or not given else None,
        }
        if not own or document.publisher is None:
            fields["/publisher"] = story.outlet or story.agency
        quotes = {pointer: document.quote(span) for pointer, span in fields.items() if span is not None}
        stated = given is None and published is not None and not published.words
        out.append(
            Source(
                id=identifier,
                source=identifier,
                section=Section.BODY if own else Section.EMBEDDED,
                file=document.name,
                title=document.title if own else quotes.get("/title") or document.title,
                sha256=document.sha256,
                length=len(document.text),
                publisher=document.publisher if own and document.publisher else quotes.get("/publisher"),
                byline=quotes.get("/byline"),
                place=quotes.get("/place"),
                published=published,
                published_basis=(document.published_basis or "inferred")
                if given
                else _basis(published is not None, stated),
                address=document.address if own else None,
                language=document.language,
                parent=None if own else out[0].id,
                quotes=document.quotes,
                sections=tuple(_stretches(document, position)),
                evidence=(
                    Evidence(
                        source=identifier,
                        field="",
                        start=story.start,
                        end=story.start + 1,
                        exact=document.text[story.start],
                    ),
                    *(
                        Evidence(
                            source=identifier,
                            field=pointer,
                            start=span.start,
                            end=span.end,
                            exact=document.quote(span),
                            kind=EvidenceKind.IMPLIED
                            if pointer == "/published" and not stated
                            else EvidenceKind.STATED,
                        )
                        for pointer, span in fields.items()
                        if span is not None
                    ),
                ),
            )
        )
    return tuple(out)


def _basis(known: bool, stated: bool) -> str | None:
    if not known:
        return None
    return "printed" if stated else "inferred"


def _stretches(document: Document, story: int) -> Iterator[Stretch]:
    """The stretches of a story between its headings, one for each section that follows another."""
    heading: str | None = None
    held: tuple[Section, str | None] | None = None
    start = end = 0
    for block in document.blocks:
        if block.story != story or block.kind is BlockKind.BOILERPLATE:
            continue
        if block.kind is BlockKind.HEADING:
            heading = document.text[block.start : block.end]
        if held != (block.section, heading):
            if held is not None:
                yield Stretch(section=held[0], start=start, end=end, heading=held[1])
            held, start = (block.section, heading), block.start
        end = block.end
    if held is not None:
        yield Stretch(section=held[0], start=start, end=end, heading=held[1])
