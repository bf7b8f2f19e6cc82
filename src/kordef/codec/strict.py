"""The strict way: cattrs hooks that convert nothing and drop nothing, and errors that say where.

The hooks are for the classes of kordef alone and bring their own hooks for the fields, so that a converter they are
registered with keeps its ways with strings and numbers of other classes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeAlias, TypeGuard, TypeVar, Union, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from kordef.codec.layout import NUMBER, classes, tag_of
from kordef.errors import InvalidValue, Malformed
from kordef.forms import Choice, Flag, Form, Instance, Many, Number, Optional, String, Whole, fields_of, is_tuple
from kordef.records import RECORD_TYPES, Record
from kordef.vocabulary import Vocabulary

__all__ = ["Constant", "configure_converter", "format_exception", "shown", "structure", "unstructure"]

T = TypeVar("T")
Hook: TypeAlias = Callable[[Any, Any], Any]


@attrs.frozen
class Constant:
    """What the decoder puts where a text says ``NaN`` or ``Infinity``, which JSON does not have."""

    name: str


class MismatchError(ValueError):
    """A JSON value is not what stands there in the format; the message says what was expected and found."""


# ---- saying what is wrong

_MOST = 100
"""How many problems are told one by one."""


def gathered(problems: Iterable[tuple[str, str]]) -> Malformed:
    """The error for some problems."""
    every = list(problems)
    more = [("", f"{len(every) - _MOST} more problems")] if len(every) > _MOST else []
    return Malformed((*every[:_MOST], *more))


def shortened(text: str, room: int = 40) -> str:
    """A text as a message shows it: not too long, and without what UTF-8 cannot write."""
    text = text if len(text) <= room else f"{text[: room - 3]}..."
    return text.encode(errors="backslashreplace").decode()


def shown(value: object) -> str:
    """A JSON value as a message shows it, shortened."""
    match value:
        case dict() | tuple():  # a tuple is an object as the decoder leaves it
            return "an object"
        case list():
            return "an array"
        case Constant(name):
            return f"{name}, which is not JSON"
        case str() | bool() | int() | float() | None:
            return shortened(json.dumps(value, ensure_ascii=False), 60)
        case _:
            return f"a {type(value).__name__}"


def _expected(what: str, value: object) -> MismatchError:
    return MismatchError(f"expected {what}, found {shown(value)}")


def _listed(words: Iterable[str]) -> str:
    every = [f"'{word}'" for word in words]
    return every[0] if len(every) == 1 else f"one of {', '.join(every)}"


def format_exception(exc: BaseException, type: type[Any] | None = None) -> str:  # noqa: A002, ARG001
    """The sentence for an error of a hook, for :func:`cattrs.transform_error`."""
    match exc:
        case ForbiddenExtraKeysError(cl=cl, extra_fields=extra):
            known = [field.name for field in fields_of(cl)]
            if tag_of(cl) is not None:
                known.insert(0, "type")
            unknown = [shortened(key) for key in sorted(extra)]
            more = f" and {len(unknown) - 5} more" if len(unknown) > 5 else ""
            return f"unknown key {', '.join(map(repr, unknown[:5]))}{more}, expected {_listed(known)}"
        case KeyError():
            return f"required key {exc.args[0]!r} is missing"
        case InvalidValue():
            # The constructors name their class, which the path already says.
            return str(exc).rpartition(" in ")[0] if _names_its_class(str(exc)) else str(exc)
        case ArithmeticError():
            return f"expected numbers that can be calculated with, found a failure ({exc.__class__.__name__})"
        case _:
            return str(exc)


def _names_its_class(sentence: str) -> bool:
    return sentence.rpartition(" in ")[2] in {cls.__name__ for cls in classes()}


_ABOUT_THE_DATA = (ArithmeticError, ForbiddenExtraKeysError, InvalidValue, KeyError, MismatchError)
"""The errors that tell of the data; any other is a mistake in the code, and must be seen as what it is."""


def _problems(error: BaseException, path: str) -> Iterator[tuple[str, str]]:
    if not isinstance(error, BaseValidationError):
        if not isinstance(error, _ABOUT_THE_DATA):
            raise error
        yield path, format_exception(error)
        return
    for inner in error.exceptions:
        place = path
        missing = isinstance(inner, KeyError)
        for note in getattr(inner, "__notes__", ()):
            if isinstance(note, AttributeValidationNote) and not missing:
                place = f"{path}.{note.name}" if path else note.name
            elif isinstance(note, IterableValidationNote):
                place = f"{path}[{note.index}]"
        yield from _problems(inner, place)


# ---- hooks for fields


def _text(form: String) -> Hook:
    def hook(value: Any, _: Any) -> str:
        if type(value) is not str:
            raise _expected("a string", value)
        if not form.fits(value):
            if form.pattern is None or not value.isascii():
                _refuse_surrogates(value)
            raise _expected(form.says, value)
        return value

    return hook


def _refuse_surrogates(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise MismatchError(f"expected Unicode text, found the lone surrogate U+{ord(text[error.start]):04X}") from None


def _whole(form: Whole) -> Hook:
    expected = "an integer" if form.at_least is None else f"an integer of at least {form.at_least}"

    def hook(value: Any, _: Any) -> Any:
        if not form.fits(value):
            raise _expected(expected, value)
        return value

    return hook


def _flag(value: Any, _: Any) -> bool:
    if value is not True and value is not False:
        raise _expected("true or false", value)
    return value


def _number(value: Any, _: Any) -> Decimal:
    if type(value) is not str or not NUMBER.fullmatch(value):
        raise _expected('a number as a string, such as "1.50"', value)
    return Decimal(value)


def _choice(vocabulary: type[Vocabulary]) -> Hook:
    members = {str(member.value): member for member in vocabulary}

    def hook(value: Any, _: Any) -> Vocabulary:
        if type(value) is not str or value not in members:
            raise _expected(_listed(members), value)
        return members[value]

    return hook


def _instance(choices: tuple[type[Any], ...]) -> Hook:
    def hook(value: Any, _: Any) -> Any:
        return _load(choices, value)

    return hook


def _optional(inner: Hook) -> Hook:
    return lambda value, of: None if value is None else inner(value, of)


def _many(form: Many) -> Hook:
    inner = _hook(form.item)

    def hook(value: Any, of: Any) -> tuple[Any, ...]:
        if not _is_array(value):
            raise _expected("an array", value)
        items: list[Any] = []
        errors: list[Exception] = []
        for position, item in enumerate(value):
            try:
                items.append(inner(item, of))
            except (MismatchError, BaseValidationError) as error:
                error.add_note(IterableValidationNote(f"item {position}", position, of))
                errors.append(error)
        if form.distinct and not errors:
            first: dict[Any, int] = {}
            for position, item in enumerate(items):
                if first.setdefault(item, position) != position:
                    raise MismatchError(f"expected no repetition, found item {first[item]} again as item {position}")
        if errors:
            raise IterableValidationError("while loading an array", errors, of)  # pyright: ignore[reportCallIssue]
        return tuple(items)

    return hook


def _hook(form: Form) -> Hook:
    match form:
        case Optional(inner):
            return _optional(_hook(inner))
        case String():
            return _text(form)
        case Whole():
            return _whole(form)
        case Flag():
            return _flag
        case Number():
            return _number
        case Choice(vocabulary):
            return _choice(vocabulary)
        case Instance(choices):
            return _instance(choices)
        case Many():
            return _many(form)
        case _:
            raise TypeError(f"no hook is known for {form!r}")


# ---- hooks for classes

_generate_loader: Any = make_dict_structure_fn
_generate_dumper: Any = make_dict_unstructure_fn


def _is_object(value: object) -> TypeGuard[dict[str, Any]]:
    return type(value) is dict


def _is_array(value: object) -> TypeGuard[list[Any]]:
    return type(value) is list


@cache
def _loaders() -> dict[type[Any], Hook]:
    return {
        cls: _generate_loader(
            cls,
            Converter(),
            _cattrs_forbid_extra_keys=True,
            _cattrs_detailed_validation=True,
            _cattrs_prefer_attrib_converters=False,
            _cattrs_use_alias=False,
            **{field.name: override(struct_hook=_hook(field.form)) for field in fields_of(cls)},
        )
        for cls in classes()
    }


def _load(choices: tuple[type[Any], ...], value: Any) -> Any:
    """An object of one of some classes, which their tag tells apart."""
    if not _is_object(value):
        raise _expected(f"an object ({' or '.join(cls.__name__ for cls in choices)})", value)
    cls = choices[0]
    by_tag = {tag: choice for choice in choices if (tag := tag_of(choice)) is not None}
    if by_tag:
        tag = value.get("type")
        if type(tag) is not str or tag not in by_tag:
            error: Exception = _expected(_listed(by_tag), tag) if "type" in value else KeyError("type")
            error.add_note(AttributeValidationNote("the tag of an object", "type", str))
            raise ClassValidationError("while loading a tag", [error], cls)  # pyright: ignore[reportCallIssue]
        cls = by_tag[tag]
        value = {key: part for key, part in value.items() if key != "type"}
    return _loaders()[cls](value, cls)


@cache
def _dumpers() -> dict[type[Any], Callable[[Any], dict[str, Any]]]:
    return {cls: _dumper(cls) for cls in classes()}


def _dumper(cls: type[Any]) -> Callable[[Any], dict[str, Any]]:
    order = tuple(field.name for field in fields_of(cls))
    hooks = {name: override(unstruct_hook=_plain) for name in order}
    inner = _generate_dumper(cls, Converter(), _cattrs_omit_if_default=True, _cattrs_use_alias=False, **hooks)
    tag = tag_of(cls)
    head = {} if tag is None else {"type": tag}

    def dump(value: Any) -> dict[str, Any]:
        # cattrs writes the required keys before the others; the format has them in the order of the class.
        fields = inner(value)
        return head | {name: fields[name] for name in order if name in fields}

    return dump


def _plain(value: Any) -> Any:
    if isinstance(value, Vocabulary):
        return str(value.value)
    if isinstance(value, Decimal):
        return format(value, "f")
    if is_tuple(value):
        return [_plain(item) for item in value]
    dump = _dumpers().get(value.__class__)
    return value if dump is None else dump(value)


# ---- converters


def configure_converter(converter: Converter) -> None:
    """Teach a cattrs converter the JSON of kordef's records, values and vocabularies, and of unions of them.

    Loading is strict: no key may be unknown, no type is converted. Errors are those of cattrs; give
    :func:`format_exception` to :func:`cattrs.transform_error` for the sentences.
    """
    converter.register_structure_hook_factory(_is_ours, _class)
    converter.register_structure_hook_factory(_is_union_of_ours, _union)
    converter.register_unstructure_hook_factory(_is_ours, _plainly)
    converter.register_unstructure_hook_factory(_is_union_of_ours, _plainly)
    # By class: cattrs looks for a hook of the classes they derive from, str and Enum, before it asks a predicate.
    converter.register_structure_hook(Vocabulary, _member)
    converter.register_unstructure_hook(Vocabulary, _plain)


def _member(value: Any, vocabulary: type[Vocabulary]) -> Vocabulary:
    member: Vocabulary = _choice(vocabulary)(value, vocabulary)
    return member


def _plainly(_: Any) -> Callable[[Any], Any]:
    return _plain


def _is_ours(cls: Any) -> bool:
    return cls is Record or (isinstance(cls, type) and cls in classes())


def _choices(cls: type[Any]) -> tuple[type[Any], ...]:
    return tuple(RECORD_TYPES.values()) if cls is Record else (cls,)


def _class(cls: type[Any]) -> Hook:
    return _instance(_choices(cls))


def _members(union: Any) -> tuple[Any, ...]:
    return tuple(member for member in get_args(union) if member is not NoneType)


def _is_union_of_ours(union: Any) -> bool:
    if get_origin(union) not in (Union, UnionType):
        return False
    members = _members(union)
    if not all(map(_is_ours, members)):
        return False
    return len(members) == 1 or all(member is Record or tag_of(member) is not None for member in members)


def _union(union: Any) -> Hook:
    hook = _instance(tuple(cls for member in _members(union) for cls in _choices(member)))
    return _optional(hook) if NoneType in get_args(union) else hook


@cache
def _converter() -> Converter:
    converter = Converter()
    configure_converter(converter)
    return converter


def structure(value: Any, cls: type[T], path: str = "") -> T:
    """An object of a class of decoded JSON.

    :raises Malformed: with all that is wrong; ``path`` is where in the text the value stands
    """
    try:
        return _converter().structure(value, cls)
    except (BaseValidationError, MismatchError) as error:
        raise gathered(_problems(error, path)) from None


def unstructure(value: object) -> Any:
    """The JSON of an object as dictionaries, lists, strings and so on."""
    return _converter().unstructure(value)
