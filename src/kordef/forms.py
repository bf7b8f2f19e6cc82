"""What a field may hold, read from the annotations of the classes.

The records say in their annotations what a field may hold: ``str`` or one of the narrower types below, ``int``,
``bool``, ``Decimal``, a vocabulary, another class, a tuple of these, or ``None`` besides. This module turns an
annotation into a :class:`Form`. The constructors, the JSON codec and the JSON Schema all read the same forms, so that
they cannot disagree. An annotation that is not understood is an error, never a field that goes unchecked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from operator import attrgetter
from types import NoneType, UnionType
from typing import Annotated, Any, TypeAlias, TypeGuard, Union, get_args, get_origin, get_type_hints

import attrs
from attrs import frozen

from kordef.errors import InvalidValue
from kordef.vocabulary import Vocabulary

__all__ = [
    "NOT_BLANK",
    "ActorId",
    "ActorIds",
    "AgreementId",
    "AtLeast",
    "Checked",
    "Choice",
    "Country",
    "DialogueId",
    "Distinct",
    "Field",
    "Flag",
    "Form",
    "Hash",
    "Instance",
    "Many",
    "Matches",
    "Number",
    "Optional",
    "OwnId",
    "Pointer",
    "Position",
    "Refers",
    "SourceId",
    "String",
    "Text",
    "Texts",
    "TransferId",
    "WeaponId",
    "WeaponIds",
    "Whole",
    "fields_of",
    "id_pattern",
    "is_tuple",
    "shown",
]


# ---- constraints, and the types of fields that carry them


@frozen
class Matches:
    """A string that ``pattern`` matches from end to end; ``says`` ends the sentence "must be ..."."""

    pattern: str
    says: str


@frozen
class Refers:
    """A string that is the id of a record of one of ``types``."""

    types: tuple[str, ...]


@frozen
class Own:
    """A string that is an id of the class's own type."""


@frozen
class AtLeast:
    """An integer not below ``bound``."""

    bound: int


@frozen
class Distinct:
    """A tuple that names nothing twice."""


NOT_BLANK = r"\s*\S[\s\S]*"
"""The pattern of a text that is not blank."""

Text: TypeAlias = Annotated[str, Matches(NOT_BLANK, "a text that is not blank")]
"""Words, not blank."""
Country: TypeAlias = Annotated[str, Matches("[A-Z]{2}", "two capital letters (ISO 3166-1 alpha-2)")]
"""The alpha-2 code of a state."""
Hash: TypeAlias = Annotated[str, Matches("[0-9a-f]{64}", "64 hexadecimal digits in lower case")]
"""A SHA-256."""
Position: TypeAlias = Annotated[int, AtLeast(0)]
"""A place counted from 0."""
Pointer: TypeAlias = Annotated[
    str,
    Matches(
        r"(?:/(?:[a-z][a-z0-9_]{0,63}|0|[1-9][0-9]{0,8})){0,16}", "a JSON Pointer such as '/items/0/number', or ''"
    ),
]
"""A JSON Pointer (RFC 6901) to a field of a record."""
SourceId: TypeAlias = Annotated[str, Refers(("source",))]
ActorId: TypeAlias = Annotated[str, Refers(("actor",))]
WeaponId: TypeAlias = Annotated[str, Refers(("weapon_system",))]
AgreementId: TypeAlias = Annotated[str, Refers(("agreement",))]
DialogueId: TypeAlias = Annotated[str, Refers(("dialogue",))]
TransferId: TypeAlias = Annotated[str, Refers(("transfer",))]
OwnId: TypeAlias = Annotated[str, Own()]
"""The id of the record itself."""
Texts: TypeAlias = Annotated[tuple[Text, ...], Distinct()]
ActorIds: TypeAlias = Annotated[tuple[ActorId, ...], Distinct()]
WeaponIds: TypeAlias = Annotated[tuple[WeaponId, ...], Distinct()]


def id_pattern(*types: str) -> str:
    """The pattern of the ids of records of some types."""
    tags = types[0] if len(types) == 1 else f"(?:{'|'.join(types)})"
    return f"{tags}-[0-9a-f]{{12}}"


# ---- forms


def shown(value: object) -> str:
    """A value and its type as an error message shows them, shortened."""
    text = repr(value)
    if len(text) > 60:
        text = f"{text[:57]}..."
    return f"{text} ({type(value).__name__})"


def _is_encodable(value: str) -> bool:
    # A lone surrogate cannot be written as UTF-8; only a text outside ASCII can have one.
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def is_tuple(value: object) -> TypeGuard[tuple[Any, ...]]:
    """Whether it is a tuple, and of no class derived from tuple."""
    return type(value) is tuple


@frozen
class Form:
    """What a field may hold. ``expected`` ends the sentence "must be ..."."""

    @property
    def expected(self) -> str:
        raise NotImplementedError

    def fits(self, value: object) -> bool:
        """Whether the field may hold the value."""
        raise NotImplementedError

    def all_fit(self, values: tuple[object, ...]) -> bool:
        """Whether the field may hold each of some values."""
        return all(map(self.fits, values))

    def problem(self, value: object, name: str) -> str | None:
        """The sentence that says what is wrong with the value of the field called ``name``, if anything is."""
        return None if self.fits(value) else f"{name} must be {self.expected}, found {shown(value)}"


def _test_of(pattern: str | None) -> Callable[[str], object] | None:
    """A test of whether a pattern matches a text from end to end."""
    if pattern is None:
        return None
    return str.strip if pattern == NOT_BLANK else re.compile(pattern).fullmatch


@frozen
class String(Form):
    """A string: any (``pattern`` is ``None``), or one that the pattern matches; ``refers`` are the types of an id."""

    pattern: str | None = None
    says: str = "a str without lone surrogates"
    refers: tuple[str, ...] = ()
    _matches: Callable[[str], object] | None = attrs.field(
        init=False, repr=False, eq=False, default=attrs.Factory(lambda self: _test_of(self.pattern), takes_self=True)
    )
    """Gives something true for a text that the pattern matches."""

    @property
    def expected(self) -> str:
        return self.says

    def fits(self, value: object) -> bool:
        if type(value) is not str or not (value.isascii() or _is_encodable(value)):
            return False
        return self._matches is None or bool(self._matches(value))


@frozen
class Whole(Form):
    """An integer, not below ``at_least`` where that is given."""

    at_least: int | None = None

    @property
    def expected(self) -> str:
        return "an int" if self.at_least is None else f"an int of at least {self.at_least}"

    def fits(self, value: object) -> bool:
        return type(value) is int and (self.at_least is None or value >= self.at_least)


@frozen
class Flag(Form):
    """``True`` or ``False``."""

    @property
    def expected(self) -> str:
        return "True or False"

    def fits(self, value: object) -> bool:
        return value is True or value is False


@frozen
class Number(Form):
    """A finite Decimal."""

    @property
    def expected(self) -> str:
        return "a finite Decimal"

    def fits(self, value: object) -> bool:
        return type(value) is Decimal and value.is_finite()


@frozen
class Choice(Form):
    """A member of a vocabulary."""

    vocabulary: type[Vocabulary]

    @property
    def expected(self) -> str:
        return f"a member of {self.vocabulary.__name__}"

    def fits(self, value: object) -> bool:
        return type(value) is self.vocabulary

    def problem(self, value: object, name: str) -> str | None:
        """The sentence of any form; for a word, with the member that it stands for or those that there are."""
        if type(value) is not str:
            return super().problem(value, name)
        meant = [member.name for member in self.vocabulary if member == value]
        members = (
            f", here {self.vocabulary.__name__}.{meant[0]}" if meant else f" ({', '.join(self.vocabulary.__members__)})"
        )
        return f"{name} must be {self.expected}{members}, found {shown(value)}"


@frozen
class Instance(Form):
    """An object of one of some classes, of no class derived from them; more than one are told apart by their tag."""

    classes: tuple[type[Any], ...]

    @property
    def expected(self) -> str:
        return f"of type {' or '.join(cls.__name__ for cls in self.classes)}"

    def fits(self, value: object) -> bool:
        return type(value) in self.classes

    def all_fit(self, values: tuple[object, ...]) -> bool:
        return set(map(type, values)).issubset(self.classes)


@frozen
class Optional(Form):
    """``None``, or what another form holds."""

    form: Form

    @property
    def expected(self) -> str:
        return f"{self.form.expected} or None"

    def fits(self, value: object) -> bool:
        return value is None or self.form.fits(value)


@frozen
class Many(Form):
    """A tuple of what another form holds, with nothing twice where ``distinct`` is set."""

    item: Form
    distinct: bool = False

    @property
    def expected(self) -> str:
        return "a tuple"

    def fits(self, value: object) -> bool:
        if not is_tuple(value) or not self.item.all_fit(value):
            return False
        return not self.distinct or len(value) < 2 or len(set(value)) == len(value)

    def problem(self, value: object, name: str) -> str | None:
        if not is_tuple(value):
            return f"{name} must be a tuple, found {shown(value)}"
        for position, item in enumerate(value):
            if found := self.item.problem(item, f"{name}[{position}]"):
                return found
        if self.distinct:
            first: dict[Any, int] = {}
            for position, item in enumerate(value):
                if first.setdefault(item, position) != position:
                    return f"{name}[{position}] must not repeat {name}[{first[item]}], found {shown(item)}"
        return None


def _form(annotation: Any, cls: type[Any], where: str) -> Form:
    constraints: tuple[Any, ...] = ()
    if get_origin(annotation) is Annotated:
        annotation, *rest = get_args(annotation)
        constraints = tuple(rest)
    form = _bare(annotation, cls, where)
    for constraint in constraints:
        match form, constraint:
            case String(), Matches(pattern, says):
                form = String(pattern, says)
            case String(), Refers(types):
                form = String(id_pattern(*types), f"an id such as '{types[0]}-0123456789ab'", types)
            case String(), Own():
                form = String(id_pattern(cls.type), f"an id such as '{cls.type}-0123456789ab'")
            case Whole(), AtLeast(bound):
                form = Whole(bound)
            case Many(item), Distinct():
                form = Many(item, distinct=True)
            case _:
                raise TypeError(f"{constraint!r} does not go with {annotation!r} in {where}")
    return form


_PLAIN: dict[Any, Form] = {str: String(), int: Whole(), bool: Flag(), Decimal: Number()}


def _is_class(annotation: Any) -> TypeGuard[type[Any]]:
    return isinstance(annotation, type)


def _bare(annotation: Any, cls: type[Any], where: str) -> Form:
    if annotation in _PLAIN:
        return _PLAIN[annotation]
    if _is_class(annotation):
        if issubclass(annotation, Vocabulary):
            return Choice(annotation)
        if attrs.has(annotation):
            return Instance((annotation,))
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return Many(_form(arguments[0], cls, where))
    if origin in (Union, UnionType):
        others = tuple(argument for argument in arguments if argument is not NoneType)
        if len(others) == 1:
            form = _form(others[0], cls, where)
        elif all(_is_class(other) and attrs.has(other) for other in others):
            form = Instance(others)
        else:
            raise TypeError(f"only classes can stand beside one another in a union, found {annotation!r} in {where}")
        return Optional(form) if len(others) < len(arguments) else form
    raise TypeError(f"no form is known for {annotation!r} in {where}")


@frozen
class Field:
    """A field of a class: its name, what it may hold, and its default (``attrs.NOTHING`` where it must be given)."""

    name: str
    form: Form
    default: Any

    @property
    def required(self) -> bool:
        """Whether the field must be given."""
        return self.default is attrs.NOTHING


_fields: dict[type[Any], tuple[Field, ...]] = {}


def fields_of(cls: type[Any]) -> tuple[Field, ...]:
    """The fields that the constructor of an attrs class takes, in order.

    :raises TypeError: an annotation is not understood
    """
    known = _fields.get(cls)
    if known is None:
        hints = get_type_hints(cls, include_extras=True)
        known = _fields[cls] = tuple(
            Field(each.name, _form(hints[each.name], cls, f"{cls.__name__}.{each.name}"), each.default)
            for each in attrs.fields(cls)
            if each.init
        )
    return known


_Checks: TypeAlias = tuple[Callable[[object], tuple[Any, ...]], tuple[tuple[str, Any, Callable[[object], bool]], ...]]
_checks: dict[type[Any], _Checks] = {}


def _checks_of(cls: type[Any]) -> _Checks:
    """What every new object is held against, without look-ups on the way.

    The first takes the values of all fields, the second has the name, default and test of each.
    """
    fields = fields_of(cls)
    # of one name alone attrgetter gives no tuple; the last value is taken twice, and looked at once
    take = attrgetter(*(field.name for field in fields), fields[-1].name)
    checks = _checks[cls] = (take, tuple((field.name, field.default, field.form.fits) for field in fields))
    return checks


class Checked:
    """A class whose constructor refuses what its annotations and its own sense forbid."""

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        cls = self.__class__
        take, checks = _checks.get(cls) or _checks_of(cls)
        for value, (name, default, fits) in zip(take(self), checks, strict=False):
            if value is not default and not fits(value):
                field = next(field for field in fields_of(cls) if field.name == name)
                raise InvalidValue(f"{field.form.problem(value, name)} in {cls.__name__}")
        if nonsense := self._nonsense():
            raise InvalidValue(f"{nonsense} in {cls.__name__}")

    def _nonsense(self) -> str | None:
        """The sentence that says why these fields cannot stand together, if they cannot."""
        return None
