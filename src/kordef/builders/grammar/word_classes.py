"""Word classes: the closed classes of English words that tell the parts of a sentence apart, and nouns for those who act."""

from __future__ import annotations

from kordef.builders.grammar.tokens import Token

__all__ = [
    "AGENTS",
    "ASIDES",
    "AUXILIARIES",
    "BE",
    "BUYERS",
    "CHOICE",
    "CLAUSE_WORDS",
    "CONTROL",
    "COORDINATORS",
    "DAYS",
    "DETERMINERS",
    "FULL_STOPS",
    "GOVERNED",
    "LINKS",
    "MENTIONS",
    "NOMINATIVE",
    "NON_FINITE",
    "NOT_VERBS",
    "OBJECTS",
    "PREPOSITIONS",
    "PRONOUNS",
    "RELATIVES",
    "SAYING",
    "SPEECH",
    "SUBORDINATING",
    "WISHES",
    "names_agent",
    "plural_of",
]

PREPOSITIONS = frozenset(
    (
        "to from with for by of on in at under worth between against over via through into towards toward about after "
        "before during until since among including alongside near off within without around across per as than "
        "besides despite like unlike onto upon amid behind above along beyond concerning following inside outside regarding "
        "throughout till versus"
    ).split()
)
CLAUSE_WORDS = frozenset(
    (
        "which who that whose whom while when whereas although though because if unless whether where after before but so once"
    ).split()
)
COORDINATORS = frozenset(["and", "or", "&", "plus", ","])
RELATIVES = frozenset(["which", "who", "that", "whom"])
DETERMINERS = frozenset(
    "the a an its their his her our this that these those some any several many no another each every both all".split()
)
DAYS = frozenset("today yesterday monday tuesday wednesday thursday friday saturday sunday".split())
"""Days that may stand between a subject and its verb."""
PRONOUNS = frozenset("it he she they we you i who which that there neither".split())
SUBORDINATING = frozenset(["since", "after", "before", "until", "as", "than"])
"""Prepositions that may also begin a clause."""
OBJECTS = frozenset(["it", "them", "him", "her", "us"])
NOMINATIVE = frozenset(["it", "they", "he", "she", "we"])
FULL_STOPS = frozenset([";", ":", "—", "–"])
MENTIONS = frozenset(["actor", "weapon", "value", "date"])
AUXILIARIES = frozenset(
    (
        "is are was were am has have had will would could may might can cannot should must shall does did do ’ll "
        "isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t won’t wouldn’t couldn’t can’t shouldn’t doesn’t didn’t don’t"
    ).split()
)
BE = frozenset("is are was were be been being isn’t aren’t wasn’t weren’t".split())
NON_FINITE = frozenset(["be", "been", "being"])
NOT_VERBS = frozenset(
    (
        "hundred armed united need speed indeed shed exceed proceed embed seed breed unmanned armoured armored guided "
        "self-propelled unarmed wheeled tracked used advanced combined joint-based allied so-called based related"
    ).split()
)
"""Words in -ed that are nouns or adjectives wherever this field uses them."""
SPEECH = frozenset(
    "said says say told added reported announced announces confirmed confirms stated states according".split()
)
SAYING = frozenset(["said", "says", "told", "added", "announced", "reported"])
"""Verbs of speech that end what stands before them."""
ASIDES = frozenset("though however too meanwhile therefore instead".split())
_PARTICLES = frozenset("up down over out off back away on in".split())
AGENTS = frozenset(
    (
        "ministry government company firm country army navy force forces minister president parliament agency official "
        "officials maker manufacturer group state committee congress senate cabinet spokesman spokeswoman council side "
        "sides ministers administration ministry's allies nation countries authorities buyer supplier seller producer "
        "giant contractor builder shipbuilder office party newspaper report reports media paper department command team "
        "leaders governments lawmakers papers press newspapers analysts experts sources observers "
        "ministries companies firms "
        "neighbours neighbors alliance delegation delegations"
    ).split()
)
"""Nouns that name somebody who acts, so that a past form behind one is its verb."""
GOVERNED = PREPOSITIONS | _PARTICLES | frozenset(["and", "or"])
WISHES = frozenset(
    "want wants wanted hope hopes hoped hoping seek seeks seeking sought aim aims aimed aiming keen eager like would-be".split()
)
"""Words before a verb of those who would like something to come about, which so far is only their wish ("would like to sell")."""
LINKS = frozenset(["not", "n't", "to", "be", "been", "due", "set", "about", "scheduled", "expected", "likely"])


def names_agent(token: Token) -> bool:
    """Whether a word names somebody who acts ("the ministry")."""
    return token.text in AGENTS


CONTROL: dict[str, str] = {
    **dict.fromkeys(
        (
            "urged urges urging urge asked asks asking pressed presses pressing pushed pushes pushing called calls calling "
            "lobbied lobbies lobbying encouraged encourages encouraging begged wants "
            "want wanted invited invites implored pressured"
        ).split(),
        "demanded",
    ),
    **dict.fromkeys(
        (
            "allowed allows allowing permitted permits persuaded persuades convinced enable enabled enables enabling allow "
            "permit lets authorises authorizes authorised authorized authorising authorizing"
        ).split(),
        "planned",
    ),
    **dict.fromkeys(("expected", "expects", "expect"), "expected"),
}
"""Verbs whose object does what the infinitive behind it says, with how that puts it."""

CHOICE = frozenset(
    (
        "choose chooses chose chosen choosing select selects selected selecting pick picks picked picking tap taps tapped hire "
        "hires hired commission commissions commissioned contract contracts contracted task tasks tasked appoint appointed"
    ).split()
)
"""Verbs whose object is to do what the infinitive behind it says, and is bound to."""

BUYERS = frozenset("army navy marines force ministry government cabinet country military forces state".split())
"""Nouns that stand for a state that is allowed or asked to do something."""


def plural_of(noun: str) -> str:
    """The regular plural of a noun."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")
