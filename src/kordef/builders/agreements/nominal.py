"""What a noun for the deed says of an agreement: "the signing of a pact", "accession to the treaty"."""

from __future__ import annotations

from attrs import frozen

from kordef.builders.agreements.nouns import nominals
from kordef.builders.agreements.phrases import Noun
from kordef.builders.agreements.standing import front
from kordef.builders.grammar.frames import Match, load
from kordef.builders.grammar.surroundings import word_set
from kordef.builders.grammar.tokens import Line
from kordef.builders.grammar.verbs import VerbGroup
from kordef.vocabulary import AgreementStatus, Modality

__all__ = ["Deed", "nominal"]

_APPROVED = word_set(
    "approved approves approve authorised authorises authorized authorizes cleared green nod consent endorsed"
)
"""What a government or a parliament does before something is signed."""


@frozen(kw_only=True)
class Deed:
    """A verb that says what became of an agreement.

    ``ahead`` is set where it stands in front of the noun; ``step`` is the field of the record that its date belongs to ("" for
    none).
    """

    match: Match
    ahead: bool
    status: AgreementStatus
    modality: Modality
    step: str

    @property
    def name(self) -> str:
        """The id of its frame."""
        return self.match.frame.id


_TOWARDS = word_set("toward towards")
"""What leads to a deed that is still ahead: "agreed to work towards an early signing of a pact"."""
_PASSING = word_set("accession adherence withdrawal exit")
"""Nouns for what a party does, with "to" or "from" behind them."""


def nominal(line: Line, noun: Noun) -> Deed | None:
    """What a noun for the deed says: "witnessed the signing of a pact", "the entry into force, on 1 July, of the treaty"."""
    tokens = line.tokens
    at = front(tokens, noun) - 1
    if at < 1 or tokens[at].text not in ("of", "to", "from"):
        return None
    if tokens[at].text != "of" and tokens[at - 1].text not in _PASSING:
        return None
    at -= 1
    while at > 0 and (tokens[at].kind == "date" or tokens[at].text in ("on", "in", ",")):
        at -= 1
    if tokens[at + 1].text == "," and not any(t.kind == "date" for t in tokens[at + 1 : at + 4]):
        # "the signature, by the minister or a person empowered by her, of the arrangement"
        inside = next((i for i in range(at, max(0, at - 16), -1) if tokens[i].text == ","), 0)
        at = inside - 1 if inside and tokens[inside + 1].text in ("by", "at", "in", "on") else at
    table, done, ahead = nominals()
    by = next((i for i in range(at, max(0, at - 14), -1) if tokens[i].text == "by"), 0)
    if by and tokens[by - 1].text in table and not any(t.kind == "mark" for t in tokens[by:at]):
        at = by - 1  # "the signing by Presidents Yoon and Iohannis of a joint statement"
    for begin in range(at, max(-1, at - 3), -1):
        for rest, name in table.get(tokens[begin].text, ()):
            if begin + len(rest) != at or tuple([t.text for t in tokens[begin + 1 : at + 1]]) != rest:
                continue
            frame = next(f for f in load("agreements").frames if f.id == name)
            before = [t.text for t in tokens[max(0, begin - 9) : begin]]
            if any(w in _APPROVED for w in before):
                status, modality = AgreementStatus.PROPOSED, Modality.PLANNED
                group = VerbGroup(begin, passive=True)
                match = Match(frame=frame, line=line, start=begin, end=at + 1, noun=True, group=group, bare=True)
                return Deed(match=match, ahead=True, status=status, modality=modality, step="")
            plan = any(w in ahead or w in ("will", "would", "to", "could", "may", "not", "no") for w in before)
            past = any(w in done for w in before) or "with" in before[-2:]
            modal = any(t.text in ("will", "would", "could", "is", "are", "may", "should") for t in tokens[noun.end :])
            if not plan and not past and (begin > 2 or modal):
                return None
            status = AgreementStatus(frame.settings["future" if plan else "status"])
            match = Match(
                frame=frame,
                line=line,
                start=begin,
                end=at + 1,
                noun=True,
                group=VerbGroup(begin, passive=True),
                bare=True,
            )
            step = "" if plan else frame.settings.get("step", "")
            modality = Modality.PLANNED if plan else Modality.ASSERTED
            if not _TOWARDS.isdisjoint(before[-4:]):
                status, modality, step = AgreementStatus.PROPOSED, Modality.PLANNED, ""
            return Deed(match=match, ahead=True, status=status, modality=modality, step=step)
    return None
