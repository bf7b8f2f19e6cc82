"""Acts that an infinitive only names: "under pressure to buy", "no plan for Spain to sign", "its refusal to sell"."""

from __future__ import annotations

from collections.abc import Sequence

from kordef.builders.grammar.tokens import Token
from kordef.builders.grammar.word_classes import names_agent

__all__ = ["only_named"]

_LEADS_TO = frozenset(
    (
        "managed came comes helped used proceeded continued continues began begun started able enough "
        "contract deal order agreement subcontract contracts deals orders tender winner forced compelled "
        "rushed moved turned licence license said known reported believed understood thought allowed enabled "
        "let got free help helping helps addition according due prior chose chosen"
    ).split()
)
"""Words in front of an infinitive that say that what it names was done, or that it is the content of a contract."""
_ORDINAL = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth last latest only next".split())


def only_named(tokens: Sequence[Token], start: int, verb: int) -> int | None:
    """Where "to" stands, or "for Spain to", if nothing in front of it says that what the infinitive names was done.

    ``start`` is where the group of the verb begins, ``verb`` where its head stands. "Managed to", "went on to" and "was the
    first to" do say so, and so does a contract "to supply"; behind a noun that no list has ("pressure", "readiness") it is open.
    """
    low = next((n for n in range(verb - 1, max(start - 2, 0), -1) if tokens[n].text == "to"), 0)
    if low > 2 and tokens[low - 1].kind == "actor" and tokens[low - 2].text == "for":
        low -= 2
    if low < 2 or tokens[low - 1].kind != "word" or tokens[low - 1].text in _LEADS_TO or names_agent(tokens[low - 1]):
        # "signed in 2022 with Korean companies to acquire"
        return None
    if tokens[low - 1].text == "on" and tokens[low - 2].text in ("went", "goes", "gone"):
        return None
    return low if _ORDINAL.isdisjoint(t.text for t in tokens[max(0, low - 6) : low]) else None
