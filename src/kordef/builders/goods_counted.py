"""Which number counts which weapon of a sentence, and which plain noun a number counts: "24 K9 howitzers", "48 of them"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from kordef.amounts import Amount
from kordef.builders.goods import Good, goods_words, singular
from kordef.builders.goods_compared import is_compared
from kordef.builders.grammar.clauses import CLAUSE_WORDS, PREPOSITIONS, Clauses
from kordef.builders.grammar.tokens import Token
from kordef.mentions.model import ActorMention, ValueMention, WeaponMention
from kordef.vocabulary import ActorKind, Counting

__all__ = ["made_up", "single_goods"]


def single_goods(tokens: Sequence[Token], clauses: Clauses, short: Mapping[str, WeaponMention]) -> Iterator[Good]:
    """The goods of a sentence in order, each by itself."""
    behind = 0
    held: WeaponMention | None = None
    for position, token in enumerate(tokens):
        mention = token.mention
        if position < behind or (
            mention is None and not (token.text in short or token.text in _NUMBERS or token.text.isdecimal())
        ):
            continue
        if isinstance(mention, WeaponMention):
            held = mention
        if isinstance(mention, ValueMention) and _counts(tokens, position, mention):
            if (named := _in_name_of_device(tokens, position, mention)) is not None:
                yield named
                continue
            good = _counted(tokens, clauses, position, mention)
            if good is not None:
                yield good
                behind = good.high
                held = good.weapon or held
                continue
        elif isinstance(mention, WeaponMention) and not _is_modifier(tokens, position):
            number, high = _number_behind(tokens, position + 1)
            before = _number_word(tokens, position, mention) if number is None else None
            yield Good(
                weapon=mention,
                number=number or before,
                start=before.start if before else token.start,
                end=tokens[high - 1].end if number else token.end,
                low=position,
                high=high,
                unit=_unit_behind(tokens, position) if before is not None else None,
                counting=_counting(number),
            )
            behind = high
        elif held and _is_bare_number(tokens, position):
            number = made_up(token, _NUMBERS.get(token.text) or int(token.text), held)
            yield Good(weapon=None, number=number, start=token.start, end=token.end, low=position, high=position + 1)
        elif held is None and (ahead := _counted_ahead(tokens, position)) is not None:
            number = made_up(token, _NUMBERS.get(token.text) or int(token.text), ahead)
            yield Good(weapon=ahead, number=number, start=token.start, end=token.end, low=position, high=position + 1)
        elif token.kind == "word" and token.text in short:
            yield Good(
                weapon=short[token.text], number=None, start=token.start, end=token.end, low=position, high=position + 1
            )


def _counts(tokens: Sequence[Token], at: int, value: ValueMention) -> bool:
    """Whether a value counts things; "14 Archers" are guns where the Archer is one."""
    if value.cell is not None or value.per not in (None, "each", "apiece"):
        return False
    following = tokens[at + 1].mention if at + 1 < len(tokens) else None
    named = isinstance(following, WeaponMention) and following.form == "name"
    return value.kind == "count" or (value.kind == "persons" and named and value.noun == tokens[at + 1].text)


def _is_modifier(tokens: Sequence[Token], at: int) -> bool:
    """Whether a weapon's name only says of what sort something else is: "a K9 operator", "an export model of the KTSSM"."""
    words = goods_words()
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if (
        following is not None
        and following.kind == "word"
        and (following.text in words.holders or following.text in ("'s", "’s"))
    ):
        # "the fighter's development cost", but "five S-400 regiments"
        return not (at and _counts_unit(tokens[at - 1], following))
    if following is not None and isinstance(following.mention, WeaponMention) and following.start - tokens[at].end == 1:
        # "missile corvettes"; a name before a class is one mention with it
        own = tokens[at].mention
        return isinstance(own, WeaponMention) and own.form != "name"
    before = [t.text for t in tokens[max(0, at - 4) : at]]
    if "of" in before and {"development", "co-development", "upgrade", "design"} & set(before[: before.index("of")]):
        # "the joint development of a transport plane"
        return True
    if before[-2:] == ["based", "on"] or before[-3:-1] == ["based", "on"]:
        return True
    return (
        bool(
            set(before)
            & {"model", "variant", "version", "derivative", "relative", "operator", "operators", "user", "users"}
        )
        and ("of" in before)
        and "a" not in before[-2:]
    )


def _counts_unit(count: Token, noun: Token) -> bool:
    """Whether a count reaches up to a unit of arms behind their name: "five S-400 regiments"."""
    value = count.mention
    return isinstance(value, ValueMention) and value.end >= noun.end and _unit(singular(noun.text)) is not None


def _number_behind(tokens: Sequence[Token], at: int) -> tuple[ValueMention | None, int]:
    """The number in brackets or behind "x" or a colon that counts the weapon before it: "K9 (24)", "K2 x 180", "K600: 2"."""
    if at + 1 < len(tokens) and tokens[at].text in ("(", "x", "×", ":"):
        mention = tokens[at + 1].mention
        if isinstance(mention, ValueMention) and mention.kind == "count" and mention.noun is None:
            if tokens[at].text != "(":
                return mention, at + 2
            if at + 2 < len(tokens) and tokens[at + 2].text == ")":
                return mention, at + 3
    if at + 2 < len(tokens) and tokens[at].text == "," and tokens[at + 2].text in (",", ".", ";", ")"):
        # "all of its FH-70 howitzers, 24 pieces,"
        mention = tokens[at + 1].mention
        if isinstance(mention, ValueMention) and mention.kind == "count" and mention.noun in _PIECES:
            return mention, at + 2
    return None, at


_PIECES = ("pieces", "units", "in all", "in total")
_NUMBERS: dict[str, int] = {
    word: n for n, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}


def _number_word(tokens: Sequence[Token], at: int, weapon: WeaponMention) -> ValueMention | None:
    """The number word right before a weapon that no value mention covers ("four Mi-17 helicopters")."""
    # "the two 3,200-ton vessels"
    measured = (
        at > 1 and isinstance(m := tokens[at - 1].mention, ValueMention) and m.kind != "count" and m.kind != "money"
    )
    token = tokens[at - 2 if measured else at - 1] if at else None
    if token is None or token.kind != "word":
        return None
    before = tokens[at - 2] if at > 1 and not measured else None
    if (single := _single(tokens, at, weapon)) is not None:
        return single
    if token.text in _ALONE and before is not None and before.text in _OWN and not _is_plural(tokens, at):
        # "donated its only S-300 battery"
        return made_up(token, 1, weapon)
    counting = before is not None and (before.kind == "actor" or before.text in _BEFORE_NUMBER)
    if token.text.isdecimal() and len(token.text) <= 4 and counting and weapon.form == "name":
        # "sent Ukraine 14 Challenger 2s", "a contract for 17 AM-70 EX bridges"
        return made_up(token, int(token.text), weapon)
    return made_up(token, _NUMBERS[token.text], weapon) if token.text in _NUMBERS else None


def _single(tokens: Sequence[Token], at: int, weapon: WeaponMention) -> ValueMention | None:
    """One, where an article stands before a name with its class noun: "an S-300 air defence system", "a lone Gripen F jet"."""
    if weapon.form != "name" or (weapon.category_span is None and _unit_behind(tokens, at) is None):
        return None
    low = at - 1
    while low > max(0, at - 3) and tokens[low].kind == "word" and tokens[low].text not in ("a", "an", "lone", "single"):
        low -= 1
    if tokens[low].text not in ("a", "an", "lone", "single") or _is_plural(tokens, at):
        return None
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    ends = behind is None or behind.kind != "word" or behind.text in PREPOSITIONS or behind.text in CLAUSE_WORDS
    ends = (
        ends or _unit_behind(tokens, at) is not None or (behind is not None and behind.text in ("and", "in", "which"))
    )
    return made_up(tokens[low], 1, weapon) if ends else None


_ALONE = frozenset(["only", "sole", "lone", "single"])
_OWN = frozenset("its their his her our the country 's ’s a an".split())
"""Words with which "only" says that there is just one."""


def _is_plural(tokens: Sequence[Token], at: int) -> bool:
    """Whether a weapon, or the noun right behind its name, stands in the plural: "its only S-300 systems"."""
    weapon = tokens[at].mention
    word = weapon.exact.split()[-1].lower() if isinstance(weapon, WeaponMention) else ""
    following = tokens[at + 1].text if at + 1 < len(tokens) and tokens[at + 1].kind == "word" else ""
    return singular(word) != word or (singular(following) != following and following not in ("was", "is", "has"))


def _unit_behind(tokens: Sequence[Token], at: int) -> str | None:
    """The unit that the name of a weapon ends with, or that stands right behind it: "one S-300 battery"."""
    weapon = tokens[at].mention
    words = weapon.exact.lower().split() if isinstance(weapon, WeaponMention) else []
    if at + 1 < len(tokens) and tokens[at + 1].kind == "word":
        words.append(tokens[at + 1].text)
    return next((u for word in words[-2:][::-1] if (u := _unit(singular(word))) is not None), None)


_BEFORE_NUMBER = frozenset("for of with buy order ordered bought to and covers including supply".split())
"""Words before the digits of a count that no mention covers."""


def _is_bare_number(tokens: Sequence[Token], at: int) -> bool:
    """Whether digits behind a name count what the sentence named before: "Denmark ordered 27 F-35s, Norway 52"."""
    token = tokens[at]
    digits = token.text.isdecimal() and len(token.text) <= 4
    if token.kind != "word" or not (digits or token.text in _NUMBERS) or at < 2 or tokens[at - 1].kind != "actor":
        return False
    before = tokens[at - 3 if tokens[at - 2].text == "the" else at - 2].text
    if at + 1 == len(tokens) or tokens[at + 1].kind == "date":
        return before in _GAPS
    return before in _GAPS and tokens[at + 1].text in _BEHIND_BARE


def _counted_ahead(tokens: Sequence[Token], at: int) -> WeaponMention | None:
    """The weapon that a bare number counts which only comes later: "sold Croatia 12 and Serbia 12 Rafales"."""
    token = tokens[at]
    if token.kind != "word" or not (token.text in _NUMBERS or (token.text.isdecimal() and len(token.text) <= 4)):
        return None
    behind = tokens[at + 1 : at + 6]
    if at == 0 or tokens[at - 1].kind != "actor" or len(behind) < 3 or behind[0].text != "and":
        return None
    if isinstance(count := behind[1].mention, ValueMention) and count.kind == "count":
        # "gave Ukraine 14 and 13 MiG-29s"
        weapon = behind[2].mention
        return weapon if isinstance(weapon, WeaponMention) else None
    if behind[1].kind != "actor":
        return None
    if not isinstance(count := behind[2].mention, ValueMention) or count.kind != "count":
        return None
    return next((m for t in behind[3:] if isinstance(m := t.mention, WeaponMention)), None)


_GAPS = frozenset([",", "and", "while", ";", "but"])
_BEHIND_BARE = frozenset([",", ".", ";", "and", "in", "as", "while", ")", "by", "for"])


def made_up(token: Token, number: int, weapon: WeaponMention) -> ValueMention:
    """A count that no mention covers, in the block of a weapon that it counts."""
    return ValueMention(
        start=token.start,
        end=token.end,
        exact=token.text,
        block=weapon.block,
        story=weapon.story,
        section=weapon.section,
        kind="count",
        amount=Amount.exact(number),
        unit="item",
        number=(token.start, token.end),
    )


def _counting(number: ValueMention | None) -> Counting:
    return Counting.ADDITIONAL if number is not None and number.additional else Counting.NEW


def _is_calibre_length(tokens: Sequence[Token], at: int) -> bool:
    """Whether a stroke or what is behind it belongs to a gun's calibre: "155-mm/52 K9 howitzers", "155 mm / L52 guns"."""
    stroke = next((n for n in (at, at - 1, at - 2) if tokens[n].text == "/"), None)
    bore = tokens[stroke - 1].mention if stroke else None
    if stroke is None or stroke + 1 >= len(tokens) or not isinstance(bore, ValueMention) or bore.kind != "length":
        return False
    behind = stroke + 1 + (tokens[stroke + 1].text == "l")
    return at <= behind < len(tokens) and tokens[behind].text.isdecimal()


def _counted(tokens: Sequence[Token], clauses: Clauses, at: int, value: ValueMention) -> Good | None:
    """The good that a count begins; ``None`` for a count of something else."""
    if is_compared(tokens, at):
        return None
    noun = (value.noun or "").split()
    head = singular(noun[-1].lower()) if noun else None
    head = None if head in ("one", "other", "others") else head
    counting = _counting_here(tokens, at, value)
    low = at
    while low > 0 and tokens[low - 1].text in _BEFORE_COUNT:
        low -= 1
    unit = None
    for position in range(at + 1, min(len(tokens), at + 9)):
        following = tokens[position]
        mention = following.mention
        if isinstance(mention, WeaponMention):
            if _is_modifier(tokens, position):
                if position + 1 < len(tokens) and isinstance(tokens[position + 1].mention, WeaponMention):
                    continue
                break
            if head in _SORTS:
                # "offers two models of armoured vehicles"
                return None
            version = _version_behind(tokens, position)
            position = position if version is None else version
            mention = tokens[position].mention
            assert isinstance(mention, WeaponMention)
            return Good(
                weapon=mention,
                number=value,
                start=tokens[at].start,
                end=tokens[position].end,
                low=low,
                high=position + 1,
                unit=unit or _unit(head),
                counting=counting,
            )
        if isinstance(mention, ValueMention) and mention.kind == "count":
            # "218 of the 288 launchers"
            if tokens[position - 1].text not in ("of", "the", "these", "those"):
                break
            inner = _counted(tokens, clauses, position, mention)
            if inner is None:
                break
            return evolve(
                inner, number=value, start=tokens[at].start, low=low, counting=counting, of_total=True, whole=mention
            )
        if _parts_from_goods(tokens, clauses, position):
            break
        if following.text == "of":
            unit = _unit(head)
    if _is_count_of_others(tokens, at, value, head):
        return None
    return _unnamed(tokens, at, value, low, head, counting)


def _counting_here(tokens: Sequence[Token], at: int, value: ValueMention) -> Counting:
    """How a count counts: "another twelve" and "30 others" come on top of those before."""
    counting = _counting(value)
    others = value.exact.lower().split()[1:2] in (["other"], ["others"])
    if counting is Counting.NEW and (others or any(t.text in _MORE for t in tokens[max(0, at - 2) : at])):
        return Counting.ADDITIONAL
    return counting


def _parts_from_goods(tokens: Sequence[Token], clauses: Clauses, position: int) -> bool:
    """Whether a token between a count and a weapon says that the count is of something else: a date, a state, a verb."""
    following = tokens[position]
    mention = following.mention
    if isinstance(mention, ValueMention):
        return mention.kind not in ("length", "mass")
    if following.kind == "date":
        return True
    if isinstance(mention, ActorMention) and not _is_home(tokens, position) and not _describes(mention):
        return True
    if following.text == "of" or _is_calibre_length(tokens, position):
        return False
    if following.kind == "mark":
        return following.text not in ("-", "“", '"', "‘", "’")
    tag = clauses.tags[position] if following.kind == "word" else None
    return following.kind == "word" and (following.text in _STOPS or bool(tag and tag != "reduced"))


def _is_count_of_others(tokens: Sequence[Token], at: int, value: ValueMention, head: str | None) -> bool:
    """Whether a count without a weapon behind it is of no goods: of papers, of too many, of what the noun behind it names."""
    if value.amount.low is not None and value.amount.low >= _TOO_MANY:
        return True
    behind = [t.text for t in tokens[at + 1 : at + 5]]
    if not value.noun:
        if any(t.kind == "word" and singular(t.text) in _PAPERS for t in tokens[at + 1 : at + 3]):
            # "three university MOUs"
            return True
        if _are_signed(behind):
            return True
    if head in goods_words().not_goods or behind[:2] == ["in", "number"]:
        return True
    return bool(value.noun) and _next_is_noun(tokens, at)


def _unnamed(
    tokens: Sequence[Token], at: int, value: ValueMention, low: int, head: str | None, counting: Counting
) -> Good:
    """The good of which only a noun, a designation that nobody knows, or nothing at all is told: "twelve of them"."""
    name = _name_behind(tokens, at, value)
    return Good(
        weapon=None,
        number=value,
        start=tokens[at].start,
        end=tokens[name - 1].end,
        low=low,
        high=name,
        unit=_unit(head),
        noun=head or (tokens[name - 1].text if name > at + 1 else None),
        counting=counting,
        of_them=value.exact.endswith(("them", "these", "those", "which")),
        called=name > at + 1 or any(_DESIGNATION.match(word) for word in (value.noun or "").split()[:2]),
    )


_PAPERS = frozenset(["mou", "mous", "memorandum", "agreement", "accord", "contract", "deal", "pact"])
_SORTS = frozenset(["model", "type", "variant", "version", "kind", "sort", "class", "family"])


def _version_behind(tokens: Sequence[Token], at: int) -> int | None:
    """Where the name stands that a plain noun is of: "116 tanks of the South Korean K2GF version"."""
    own = tokens[at].mention
    if not isinstance(own, WeaponMention) or own.form == "name" or [t.text for t in tokens[at + 1 : at + 2]] != ["of"]:
        return None
    behind = at + 2
    while behind < len(tokens) and (tokens[behind].kind == "actor" or tokens[behind].text in ("the", "new")):
        behind += 1
    named = tokens[behind].mention if behind + 1 < len(tokens) else None
    is_version = isinstance(named, WeaponMention) and named.form == "name" and tokens[behind + 1].text in _VERSIONS
    return behind if is_version else None


_VERSIONS = frozenset("version variant type model standard configuration class versions variants family".split())


def _describes(actor: ActorMention) -> bool:
    """Whether an actor before a weapon only says whose it is: "180 Polish Army K2s", "12 KAI FA-50s"."""
    return actor.form == "adjective" or actor.kind in (ActorKind.COMPANY, ActorKind.MILITARY_UNIT)


def _is_home(tokens: Sequence[Token], at: int) -> bool:
    """Whether a state is named as where things are made: "180 South Korea-made tanks"."""
    return at + 2 < len(tokens) and tokens[at + 1].text == "-" and tokens[at + 1].start == tokens[at].end


def _are_signed(behind: Sequence[str]) -> bool:
    """Whether contracts are counted, and no goods: "executive contracts do, and six have been signed"."""
    return behind[:1] in (["have"], ["has"], ["were"], ["are"]) and bool({"signed", "concluded", "inked"} & set(behind))


def _in_name_of_device(tokens: Sequence[Token], at: int, value: ValueMention) -> Good | None:
    """Goods whose number is part of their name and counts nothing: "Fire Control Device 558 sights"."""
    low = at
    while low > 0 and tokens[low - 1].kind == "word" and tokens[low - 1].capital and at - low < _LONGEST_NAME:
        low -= 1
    if low == at or low == 0 or tokens[at - 1].text not in _DEVICES or value.noun is None:
        return None
    if not value.exact[: value.number[1] - value.number[0]].isdecimal():
        return None
    noun = singular(value.noun.split()[-1].lower())
    token = tokens[at]
    return Good(
        weapon=None, number=None, start=tokens[low].start, end=token.end, low=low, high=at + 1, noun=noun, called=True
    )


_LONGEST_NAME = 4
_DEVICES = frozenset(
    (
        "device computer model type mark mk block system radar version mod series project variant director sight pod kit "
        "controller terminal radio seeker jammer product item article"
    ).split()
)
"""Nouns behind which a number is part of a name where they have a capital letter."""


_DESIGNATION = re.compile(r"(?=[^\d]*[A-Z])(?=[^\d]*\d)[\w/.-]+")
"""A word with a capital letter in front of a digit: "AN/ASQ-170", "GAU-21"."""


def _name_behind(tokens: Sequence[Token], at: int, value: ValueMention) -> int:
    """Where the name ends that stands right behind a number and belongs to nothing known: "348 Dragon 8x8s"."""
    end = at + 1
    if value.noun is None and end < len(tokens) and tokens[end].kind == "word" and tokens[end].capital:
        while end < len(tokens) and end < at + 7 and tokens[end].kind == "word" and _in_name(tokens[end]):
            end += 1
    return end


def _in_name(token: Token) -> bool:
    return token.capital or token.text.isdecimal() or token.text in ("x", "s")


def _next_is_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether the counted noun goes on behind the mention ("two vehicle plants")."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return following is not None and following.kind == "word" and following.text in goods_words().holders


_TOO_MANY = 100_000_000
"""No deal is for so many things; it is a sum whose currency was not understood."""
_MORE = frozenset(["another", "additional", "further", "extra", "more"])
_BEFORE_COUNT = frozenset("all the another further a other remaining last first some".split())
"""Words that belong to a count behind them: "the first 12"."""
_STOPS = (
    (PREPOSITIONS - {"of"}) | CLAUSE_WORDS | frozenset(["and", "or", "plus", "to", "is", "are", "was", "were", "more"])
)


def _unit(noun: str | None) -> str | None:
    return noun if noun in goods_words().units else None
