"""What a sentence calls untrue: the words behind "denied that", "rejected claims that" or "it is false that"."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.grammar.tokens import Token

__all__ = ["untrue_places"]


def untrue_places(tokens: Sequence[Token], finite: Sequence[bool]) -> tuple[range, ...]:
    """The stretches of a sentence, as positions of tokens, that somebody says are not so.

    ``finite`` tells for each token whether it is a finite verb. A reason, a contrast or a remark that follows is outside:
    "denied that it had bought tanks, saying that ...".
    """
    if not any(t.text in _TELLTALES for t in tokens):
        return ()
    found: list[range] = []
    for at, token in enumerate(tokens):
        if token.kind != "word" or token.text not in _TELLTALES or (found and at in found[-1]):
            continue
        begin = _begins(tokens, finite, at)
        stretch = (
            _rumour(tokens, finite, at)
            if begin is None
            else range(begin, _ends(tokens, finite, begin, fronted=token.text == "contrary"))
        )
        if stretch:
            found.append(stretch)
    return tuple(found)


def _begins(tokens: Sequence[Token], finite: Sequence[bool], at: int) -> int | None:
    """Where what is called untrue begins, behind the word at a position that calls it so."""
    text = tokens[at].text
    behind = at + 1
    if text in _DENYING and not _doubted(tokens, at):
        behind += text.startswith("denial") and _text(tokens, behind) in ("of", "from")
        rumour = _rumour_behind(tokens, behind)
        if rumour is not None:
            return rumour + 1
        bare = text.startswith("den") and not text.startswith("denial")
        return behind if _text(tokens, behind) == "that" or (bare and _clause(tokens, finite, behind)) else None
    if (text in _REJECTING or (text in _RULING and _text(tokens, behind) == "out")) and not _doubted(tokens, at):
        behind += text in _RULING
        behind += 2 if _text(tokens, behind) == "as" and _text(tokens, behind + 1) in _FALSE else 0
        return _past(_rumour_behind(tokens, behind))
    if text in _FALSE and not _doubted(tokens, at):
        if _text(tokens, behind) == "that":
            return behind
        return _past(_rumour_behind(tokens, behind)) if at > 0 and tokens[at - 1].text in _CALLS else None
    if text in ("true", "case"):
        return behind if _text(tokens, behind) == "that" and _doubted(tokens, at) else None
    if text in _GROUNDS and any(t.text in _NONE for t in tokens[max(0, at - 2) : at]):
        if _text(tokens, behind) == "that":
            return behind
        return _past(_rumour_behind(tokens, behind + 1)) if _text(tokens, behind) in _TO_RUMOURS else None
    if text == "contrary" and _text(tokens, behind) == "to":
        return _past(_rumour_behind(tokens, behind + 1))
    return None


def _past(rumour: int | None) -> int | None:
    return None if rumour is None else rumour + 1


def _clause(tokens: Sequence[Token], finite: Sequence[bool], at: int) -> bool:
    """Whether a deed or a clause without "that" follows: "denied buying", "denied Peru had bought"."""
    if _text(tokens, at).endswith("ing"):
        return True
    for position in range(at, min(at + 6, len(tokens))):
        if finite[position]:
            return position > at
        if tokens[position].kind not in ("word", "actor") or tokens[position].text in _PARTS:
            return False
    return False


def _rumour(tokens: Sequence[Token], finite: Sequence[bool], at: int) -> range | None:
    """What "reports that ... are false" calls untrue: the words between the noun and the verb."""
    if tokens[at].text not in _RUMOURS or _text(tokens, at + 1) not in _OPENS:
        return None
    found: range | None = None
    inner = False
    for verb in range(at + 2, len(tokens)):
        text = tokens[verb].text
        inner = inner or text in _INNER
        if text == ";" or (text == "," and _text(tokens, verb + 1) in ("and", "but", "while")):
            break
        if not finite[verb] or text not in _SAID_TO_BE:
            continue
        words = [t.text for t in tokens[verb + 1 : verb + 6]]
        words = words[: next((n for n, w in enumerate(words) if w in _STOPS), len(words))]
        if "true" in words or "not" in words:
            found = range(at + 1, verb) if "true" in words and "not" in words else found
        elif (
            any(w in _UNTRUE or (w in _REFUTED and not inner) for w in words)
            or words[:2] == ["made", "up"]
            or (words[:1] == ["no"] and not _GROUNDS.isdisjoint(words[1:3]))
        ):
            found = range(at + 1, verb)
    return found


def _rumour_behind(tokens: Sequence[Token], at: int) -> int | None:
    """The position of "reports" in "media reports that", where a verb or preposition has it as its object."""
    for position in range(at, min(at + 5, len(tokens))):
        token = tokens[position]
        if token.text in _RUMOURS:
            follows = _text(tokens, position + 1)
            if follows in _RUMOURS or follows in ("and", "or"):
                continue
            return position if follows in _OPENS else None
        if token.kind not in ("word", "actor", "date") or token.text in _OPENS:
            return None
    return None


def _doubted(tokens: Sequence[Token], at: int) -> bool:
    """Whether a "not" stands before a word: "did not deny", "nobody disputes", "it is not wrong that"."""
    return any(t.text in _NOT or t.text.endswith(("n't", "n’t")) for t in tokens[max(0, at - 3) : at])


def _ends(tokens: Sequence[Token], finite: Sequence[bool], begin: int, *, fronted: bool) -> int:
    """Where what is called untrue ends: before a contrast, a reason, a remark, or the main clause behind "contrary to"."""
    perfect = seen = False
    thing = _text(tokens, begin) == "of"
    for at in range(begin + 1, len(tokens)):
        text = tokens[at].text
        after = at + 1 if at + 1 < len(tokens) else at
        if text in _BREAKS or (thing and at > begin + 1 and (finite[at] or text in _PARTS)):
            # "reports of problems with the tanks that it bought"
            return at
        perfect = perfect or text in ("had", "has", "have", "having")
        if text == "," and (fronted or finite[after]):
            return at
        if seen and (text in _CONTRASTS or (text == "," and _remarks(tokens[after].text))):
            return at
        if seen and text in ("and", "or") and not perfect and finite[after]:
            # "denied that the price was too high and bought them": of the one who denies
            return at
        seen = seen or finite[at]
    return len(tokens)


def _remarks(word: str) -> bool:
    return word in _REMARKS or (word.endswith("ing") and len(word) > 5)


def _text(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if at < len(tokens) else ""


_DENYING = frozenset(
    "deny denies denied denying refute refutes refuted refuting dispute disputes disputed disputing contradict contradicts "
    "contradicted contradicting debunk debunks debunked debunking denial denials".split()
)
_REJECTING = frozenset(
    "reject rejects rejected rejecting dismiss dismisses dismissed dismissing rebut rebuts rebutted rebutting".split()
)
_RULING = frozenset(["rule", "rules", "ruled", "ruling"])
_FALSE = frozenset(
    "untrue false incorrect wrong fake lie nonsense myth fabrication unfounded baseless inaccurate".split()
)
_UNTRUE = _FALSE | frozenset("groundless fabricated invented lies fiction fantasy".split())
_REFUTED = frozenset(["denied", "dismissed", "rejected", "refuted"])
"""What is said of a rumour, and what is done to one."""
_RUMOURS = frozenset(
    "report reports claim claims rumour rumours rumor rumors suggestion suggestions allegation allegations assertion "
    "assertions speculation story stories accusation accusations".split()
)
_OPENS = frozenset(["that", "of"])
_TO_RUMOURS = frozenset(["to", "in", "for", "behind"])
_GROUNDS = frozenset(["truth", "basis", "substance", "foundation"])
_NONE = frozenset(["no", "without", "little"])
_NOT = frozenset(["not", "no", "never", "cannot", "nobody", "none", "neither", "nor"])
_CALLS = frozenset(["as", "called", "calls", "calling", "branded"])
_SAID_TO_BE = frozenset(["is", "are", "was", "were", "has", "have", "had", "proved", "turned"])
_INNER = frozenset("after when since because before while which who whose where as if".split())
"""Words that open a clause of their own, whose verbs say nothing of the rumour."""
_PARTS = frozenset(
    "of to in on for from with by at over after before about when which who that because as if since".split()
)
_STOPS = frozenset([",", ";", ".", "and", "but"])
_BREAKS = frozenset([";", ":", "”", "—", "–"])
_CONTRASTS = frozenset(["but", "while", "although", "though", "because", "instead"])
_REMARKS = frozenset(["and", "or", "but", "as", "since", "that", "according"])
_TELLTALES = _DENYING | _REJECTING | _RULING | _FALSE | _RUMOURS | _GROUNDS | {"true", "case", "contrary"}
