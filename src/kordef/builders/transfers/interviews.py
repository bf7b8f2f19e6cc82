"""Interviews and quoted speech: who "we" and "you" are, and what an answer says of the deal that its question asks about.

In an interview the one who answers speaks for the state that the title names first ("Prague's deputy minister on Korea"); in
running text "we" is who the sentence says it quotes; in a firm's own release "we" is the firm.
"""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.grammar.clauses import Clauses
from kordef.builders.grammar.tokens import Line, Token
from kordef.builders.transfers.chains import Chain
from kordef.builders.transfers.deals import Draft, Side
from kordef.builders.transfers.details import sums_in
from kordef.builders.transfers.goods import goods_in
from kordef.builders.transfers.scene import Scene
from kordef.builders.transfers.sides import sides_of
from kordef.builders.transfers.stages import stage_of
from kordef.document import BlockKind
from kordef.mentions.model import ActorMention
from kordef.vocabulary import ActorKind, Stage, TransferKind

__all__ = ["addressed", "answered", "ask", "bought_it", "is_question", "speaker_of", "speaking"]

_SAYS = frozenset(
    "said says told tells added adds explained stressed noted confirmed answered answers replied replies".split()
)
_FEWEST = 2
"""How many questions make an interview."""


def is_question(line: Line) -> bool:
    """Whether a line is a question of an interview: "Q: And weapons?"."""
    return _labelled(line.tokens, "q", "question")


def _is_answer(line: Line) -> bool:
    """Whether a line begins an answer: "A: No contract was discussed"."""
    return _labelled(line.tokens, "a", "answer")


def _labelled(tokens: Sequence[Token], *labels: str) -> bool:
    return len(tokens) > 2 and tokens[0].text in labels and tokens[1].text in (":", ".") and tokens[0].capital


def _interviewee(scene: Scene, line: Line) -> Side | None:
    """The state that whoever answers in an interview speaks for."""
    if scene.interview is None:
        asked = [x for x in scene.page.lines if is_question(x)]
        scene.interview = (asked[0].story if len(asked) >= _FEWEST else -1, scene.title[0] if scene.title else None)
    story, side = scene.interview
    return side if side is not None and story == line.story else None


def speaking(scene: Scene, line: Line, chain: Chain) -> Side | None:
    """Whom "we" stands for where it is the subject of a chain: the state or firm of whoever speaks."""
    if chain.core.noun or not _subject_is(chain, "we"):
        return None
    speaker = speaker_of(scene, line) or _interviewee(scene, line)
    if speaker is not None:
        return speaker.implied()
    return _issuer(scene, line)


def bought_it(scene: Scene, line: Line, chain: Chain, supplier: Side | None) -> Side | None:
    """Whom "it" stands for in "Baykar sold it 60 drones": the last other state that the sentence before names."""
    core = chain.core
    tokens = line.tokens
    if supplier is not None and [t.text for t in tokens[:2]] == ["the", "latter"]:
        # "... after Qatar and Kuwait. The latter signed a contract for 12 of them"
        named = list(scene.states_in(scene.last)) if scene.last is not None and scene.last.block == line.block else []
        return named[-1].implied() if named and named[-1].key != supplier.key else None
    if core.noun or core.frame.roles.get("object") != "goods_or_recipient" or core.end + 1 >= len(tokens):
        return None
    if tokens[core.end].text not in ("it", "them") or tokens[core.end + 1].kind not in ("value", "weapon"):
        return None
    last = scene.last
    if last is None or last.block != line.block:
        return None
    named = [s for s in scene.states_in(last) if supplier is None or s.key != supplier.key]
    return named[-1].implied() if named else None


def addressed(scene: Scene, line: Line, chain: Chain) -> Side | None:
    """Whom an interview's question means by "you", and whose a thing is that a sentence of an answer does not say."""
    side = _interviewee(scene, line)
    if side is None:
        return None
    you = any(t.text in ("you", "your") for t in line.tokens[chain.begin : chain.reach])
    return side.implied() if you or not is_question(line) else None


def _subject_is(chain: Chain, word: str) -> bool:
    core = chain.core
    low = max(0, min(core.begin, core.group.start - 1))
    words = [*core.line.tokens[low : core.start], *core.line.tokens[core.begin : core.begin + 1]]
    return any(t.text in (word, f"{word}’re", f"{word}'re") for t in words)


def speaker_of(scene: Scene, line: Line) -> Side | None:
    """The state of whoever a sentence quotes: ", the Lithuanian minister said"."""
    tokens = line.tokens
    for at, token in enumerate(tokens):
        if token.text not in _SAYS:
            continue
        for near in (*reversed(tokens[max(0, at - 6) : at]), *tokens[at + 1 : at + 4]):
            if near.kind == "mark" and near.text in (",", '"', "”"):
                continue
            side = scene.side(near.mention) if isinstance(near.mention, ActorMention) else None
            if side is not None and side.is_state and side.company is None:
                return side
    return None


def _issuer(scene: Scene, line: Line) -> Side | None:
    """The firm whose own release a text is: the one that its title begins with."""
    if scene.issuers is None:
        titles = (x for x in scene.page.lines if x.kind is BlockKind.TITLE and x.tokens)
        opened = ((x.story, x.tokens[0].mention) for x in titles)
        scene.issuers = {n: m for n, m in opened if isinstance(m, ActorMention) and m.kind is ActorKind.COMPANY}
    firm = scene.issuers.get(line.story)
    return scene.side(firm) if firm is not None else None


def ask(scene: Scene, line: Line, found: Sequence[Chain]) -> None:
    """Keep in mind what a question is about: who gives or sells to whom."""
    scene.asked = None
    for chain in found:
        if chain.core.noun or chain.core.frame.id not in ("give", "deliver", "supply", "sell", "buy", "receive"):
            continue
        sides = sides_of(scene, chain, ())
        recipient = sides.recipients[0][1] if sides.recipients else addressed(scene, line, chain)
        if sides.supplier is None and recipient is None:
            continue
        stage, modality = stage_of(chain)
        scene.asked = Draft(
            line=line,
            start=line.start,
            end=line.end,
            kind=chain.kind,
            stage=stage,
            modality=modality,
            supplier=sides.supplier,
            recipient=recipient,
        )
        return


def answered(scene: Scene, line: Line, clauses: Clauses) -> Draft | None:
    """The deal that an answer tells which is only a list: "A: Fourteen Leopard 2A4s, in return for tanks of ours"."""
    asked = scene.asked
    if asked is None or not _is_answer(line) or asked.recipient is None:
        return None
    scene.asked = None
    tokens = line.tokens
    limit = next(
        (n for n, t in enumerate(tokens) if n > 2 and (t.text in (";", "which", "that", "who") or _turns(tokens, n))),
        len(tokens),
    )
    if any(v.kind == "finite" and v.head > 4 and v.head < limit for v in clauses.verbs):
        return None
    goods = [g for g in goods_in(scene, line, clauses) if g.high <= limit and g.weapon is not None]
    if not goods or all(g.number is None for g in goods):
        return None
    gives = asked.kind is TransferKind.DONATION
    return Draft(
        line=line,
        start=goods[0].start,
        end=goods[-1].end,
        kind=asked.kind,
        stage=Stage.DONATED if gives and asked.stage is Stage.DELIVERED else asked.stage,
        modality=asked.modality,
        supplier=asked.supplier,
        recipient=asked.recipient,
        goods=goods,
        money=sums_in(line, 0, limit),
        stated_recipient=True,
    )


def _turns(tokens: Sequence[Token], at: int) -> bool:
    """Whether goods given in return begin at a position."""
    return tokens[at].text == "in" and [t.text for t in tokens[at + 1 : at + 3]] == ["return", "for"]
