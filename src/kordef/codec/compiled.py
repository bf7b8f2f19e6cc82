"""The fast way: functions compiled from the forms, one to load and one to dump each class.

A loader takes a JSON object as a tuple of key and value pairs, its fields in their order. It returns exactly what the
strict way (:mod:`kordef.codec.strict`) would return, or it refuses without saying why: whoever calls it then asks the
strict way, which accepts fields in any order and explains what is wrong. Pairs rather than dictionaries, because they
are what the decoder has first, and because a key that comes twice is still there to be seen.

Each function is straight-line code with the checks of its own fields written out. That, and two things more, make it
several times faster than a call for each field:

- An object is made as one of a subclass that can be written to, and turned into the frozen class itself when its
  fields are set: ``__init__`` would pass each field through ``object.__setattr__`` and check its type once more. What
  a class checks after that, the sense that its fields make together, it is still asked.
- Short strings that come again and again (ids, pointers, numbers), dates and amounts are looked up in bounded tables,
  which also means that equal ones are one object.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from json.encoder import encode_basestring
from typing import Any, TypeAlias, TypeGuard

import attrs

from kordef.amounts import Amount
from kordef.codec.layout import NUMBER, classes, tag_of
from kordef.forms import (
    NOT_BLANK,
    Checked,
    Choice,
    Flag,
    Form,
    Instance,
    Many,
    Number,
    Optional,
    String,
    Whole,
    fields_of,
)
from kordef.periods import Period
from kordef.records import RECORD_TYPES
from kordef.trusted import opened
from kordef.vocabulary import Vocabulary

__all__ = ["REFUSALS", "Pairs", "RefusedError", "dumpers", "loaders", "quoted"]

Pairs: TypeAlias = tuple[tuple[str, Any], ...]
"""A JSON object as the decoder leaves it."""

_ROOM = 8192
"""How many entries a table may have before it starts anew."""
_SHORT = 64
"""How long a string may be to be kept in a table."""


class RefusedError(Exception):
    """The fast way does not take this."""


REFUSALS = (RefusedError, ArithmeticError, LookupError, RecursionError, TypeError, ValueError)
"""What a loader raises for what it does not take; whether there is something wrong, and what, the strict way says."""


# ---- tables


class _Table(dict[Any, Any]):
    """What was found for keys before; ``find`` is asked for the others."""

    def __missing__(self, key: Any) -> Any:
        found = self.find(key)
        if self.keeps(key):
            if len(self) >= _ROOM:
                self.clear()
            self[key] = found
        return found

    def find(self, key: Any) -> Any:
        raise NotImplementedError

    def keeps(self, key: Any) -> bool:
        """Whether the key is worth the room."""
        return len(key) <= _SHORT


class _Known(_Table):
    """Strings that match a pattern, by themselves."""

    def __init__(self, pattern: str) -> None:
        super().__init__()
        self.fullmatch = re.compile(pattern).fullmatch

    def find(self, key: Any) -> str:
        if type(key) is not str or not self.fullmatch(key):
            raise RefusedError
        return key


class _Numbers(_Table):
    """Decimals by their digits."""

    def find(self, key: Any) -> Decimal:
        if type(key) is not str or not NUMBER.fullmatch(key):
            raise RefusedError
        return Decimal(key)


class _Values(_Table):
    """Small values by the pairs they were made of."""

    def __init__(self, load: Callable[[Any], Any]) -> None:
        super().__init__()
        self.load = load

    def find(self, key: Any) -> Any:
        return self.load(key)

    def keeps(self, key: Any) -> bool:
        # 1 == True: pairs with a number or a flag could later be taken for others that were never checked.
        for _, part in key:  # noqa: SIM110
            if part is not None and (type(part) is not str or len(part) > _SHORT):
                return False
        return True


class _Quoted(_Table):
    """Strings as JSON writes them."""

    def find(self, key: Any) -> str:
        return quoted(key)


quoted = encode_basestring
"""A string as JSON writes it, with no more escapes than must be."""


def _digits(number: Decimal) -> str:
    digits = str(number)
    return f'"{number:f}"' if "E" in digits else f'"{digits}"'


# ---- writing the source of the functions


class _Writer:
    """The source of a set of functions, and the objects that it names."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.names: dict[str, Any] = {"RefusedError": RefusedError, "NUMBERS": _Numbers(), "QUOTED": _Quoted()}
        self.names |= {"quote": quoted, "digits": _digits, "join": ",".join, "new": object.__new__}
        self.names |= {"END": ((None, None),), "NULL": "null", "FLAGS": {True: "true", False: "false"}}

    def name(self, thing: Any, prefix: str) -> str:
        """The name of an object in the source."""
        for name, known in self.names.items():
            if known is thing and name.startswith(prefix):
                return name
        name = f"{prefix}_{len(self.names)}"
        self.names[name] = thing
        return name

    def functions(self) -> dict[str, Any]:
        exec(compile("\n".join(self.lines), f"<{__name__}>", "exec"), self.names)
        return self.names


_REMEMBERED = (Amount, Period)
"""The classes whose objects are looked up."""
_AT_ONCE = 6
"""Up to how many required fields are taken in one go."""


def _loading(form: Form, v: str, writer: _Writer, known: dict[str, str], *, unique: bool = False) -> list[str]:
    """Lines that check the variable ``v`` and leave in it what the field holds."""
    match form:
        case Optional(inner):
            lines = _loading(inner, v, writer, known, unique=unique)
            return [f"if {v} is not None:", *_indented(lines)]
        case String(pattern=None):
            return [f"if {v}.__class__ is not str: raise RefusedError"]
        case String(pattern=pattern) if pattern == NOT_BLANK:
            return [f"if {v}.__class__ is not str or not {v} or {v}.isspace(): raise RefusedError"]
        case String(pattern=str(pattern)):
            if unique:
                match_ = writer.name(re.compile(pattern).fullmatch, "match")
                return [f"if {v}.__class__ is not str or not {match_}({v}): raise RefusedError"]
            if pattern not in known:
                known[pattern] = writer.name(_Known(pattern), "known")
            return [f"{v} = {known[pattern]}[{v}]"]
        case Whole(bound):
            low = "" if bound is None else f" or {v} < {bound}"
            return [f"if {v}.__class__ is not int{low}: raise RefusedError"]
        case Flag():
            return [f"if {v} is not True and {v} is not False: raise RefusedError"]
        case Number():
            return [f"{v} = NUMBERS[{v}]"]
        case Choice(vocabulary):
            return [f"{v} = {_members(vocabulary, writer)}[{v}]"]
        case Instance((cls,)):
            return [f"{v} = values_{cls.__name__}[{v}]" if cls in _REMEMBERED else f"{v} = load_{cls.__name__}({v})"]
        case Instance():
            return [f"{v} = {_union(form)}[{v}[0][1]]({v})"]
        case Many(item, distinct):
            match item:
                case Instance((cls,)):
                    lines = [f"{v} = load_many_{cls.__name__}({v})"]
                case _:
                    lines = [f"if {v}.__class__ is not list: raise RefusedError", "xs = []", f"for x in {v}:"]
                    lines += _indented(_loading(item, "x", writer, known))
                    lines += ["    xs.append(x)", f"{v} = tuple(xs)"]
            if distinct:
                lines.append(f"if len({v}) > 1 and len(set({v})) != len({v}): raise RefusedError")
            return lines
        case _:
            raise TypeError(f"nothing is known about loading {form!r}")


def _union(form: Instance) -> str:
    return "one_of_" + "_".join(cls.__name__ for cls in form.classes)


def _unions(form: Form) -> Iterable[Instance]:
    match form:
        case Optional(inner) | Many(inner):
            return _unions(inner)
        case Instance(classes) if len(classes) > 1:
            return (form,)
        case _:
            return ()


def _members(vocabulary: type[Vocabulary], writer: _Writer) -> str:
    name = f"members_{vocabulary.__name__}"
    if name not in writer.names:
        writer.names[name] = {str(member.value): member for member in vocabulary}
    return name


def _can_be_opened(cls: type[Any]) -> bool:
    """Whether setting the fields and running what runs after ``__init__`` is all that ``__init__`` does."""
    return all(each.init and each.converter is None and each.validator is None for each in attrs.fields(cls))


def _write_loaders(cls: type[Any], writer: _Writer, known: dict[str, str]) -> None:
    """Write ``load_X``, which takes one object, and ``load_many_X``, which takes a list of them.

    The second repeats the lines of the first in a loop, because a call is a sizeable part of what a small object costs.
    """
    lines, result = _body(cls, writer, known)
    writer.lines += [f"def load_{cls.__name__}(p):", *_indented(lines), f"    return {result}"]
    if cls in _in_tuples():
        writer.lines += [f"def load_many_{cls.__name__}(ps):", "    if ps.__class__ is not list: raise RefusedError"]
        writer.lines += ["    os = []", "    for p in ps:", *_indented(lines, 2), f"        os.append({result})"]
        writer.lines += ["    return tuple(os)"]


def _indented(lines: list[str], levels: int = 1) -> list[str]:
    return ["    " * levels + line for line in lines]


@cache
def _in_tuples() -> frozenset[type[Any]]:
    """The classes whose objects stand in tuples of objects of one class."""
    forms = [field.form for cls in classes() for field in fields_of(cls)]
    return frozenset(form.item.classes[0] for form in forms if isinstance(form, Many) and _is_one(form.item))


def _is_one(form: Form) -> TypeGuard[Instance]:
    return isinstance(form, Instance) and len(form.classes) == 1


def _body(cls: type[Any], writer: _Writer, known: dict[str, str]) -> tuple[list[str], str]:
    """Lines that make an object of the pairs ``p``, and the expression for the object."""
    fields = fields_of(cls)
    tag = tag_of(cls)
    lines = ["if p.__class__ is not tuple: raise RefusedError"]
    required = [(n, field) for n, field in enumerate(fields) if field.required]
    margin = ""
    if tag is None and 0 < len(required) <= _AT_ONCE:
        # Most objects of a small class have the required fields and no other.
        lines.append(f"if len(p) == {len(required)}:")
        lines.append(f"    {' '.join(f'(k{n}, f{n}),' for n, _ in required)} = p")
        wrong = " or ".join(f"k{n} != {field.name!r}" for n, field in required)
        lines.append(f"    if {wrong}: raise RefusedError")
        for n, field in enumerate(fields):
            if field.required:
                lines += _indented(_loading(field.form, f"f{n}", writer, known))
            else:
                lines.append(f"    f{n} = {writer.name(field.default, 'default')}")
        lines.append("else:")
        margin = "    "
    lines.append(f"{margin}p += END")
    if tag is not None:
        lines.append(f"{margin}if p[0] != ('type', {tag!r}): raise RefusedError")
    lines += [f"{margin}i = {0 if tag is None else 1}", f"{margin}k, v = p[i]"]
    for n, field in enumerate(fields):
        lines.append(f"{margin}if k == {field.name!r}:")
        lines += [f"{margin}    {line}" for line in _loading(field.form, "v", writer, known, unique=field.name == "id")]
        lines.append(f"{margin}    f{n} = v; i += 1; k, v = p[i]")
        otherwise = "raise RefusedError" if field.required else f"f{n} = {writer.name(field.default, 'default')}"
        lines.append(f"{margin}else: {otherwise}")
    lines.append(f"{margin}if k is not None: raise RefusedError")
    if not _can_be_opened(cls):
        given = ", ".join(f"{field.name}=f{n}" for n, field in enumerate(fields))
        return lines, f"{writer.name(cls, 'class')}({given})"
    lines.append(f"o = new({writer.name(opened(cls), 'open')})")
    lines += [f"o.{field.name} = f{n}" for n, field in enumerate(fields)]
    lines.append(f"o.__class__ = {writer.name(cls, 'class')}")
    if not issubclass(cls, Checked):
        if hasattr(cls, "__attrs_post_init__"):
            lines.append("o.__attrs_post_init__()")
    elif cls._nonsense is not Checked._nonsense:  # pyright: ignore[reportPrivateUsage]
        lines.append("if o._nonsense() is not None: raise RefusedError")
    return lines, "o"


# ---- dumping


def _expression(form: Form, v: str, unique: bool = False) -> str:
    """The expression for the JSON text of ``v``, that of an array without its brackets.

    It has no quotation marks, so that an f-string can hold it.
    """
    match form:
        case Optional(inner):
            return f"NULL if {v} is None else {_expression(inner, v)}"
        case String(pattern=pattern):
            # Ids, pointers and codes come again and again, other texts do not.
            return f"quote({v})" if unique or pattern in (None, NOT_BLANK) else f"QUOTED[{v}]"
        case Whole():
            return v
        case Flag():
            return f"FLAGS[{v}]"
        case Number():
            return f"digits({v})"
        case Choice():
            return f"QUOTED[{v}._value_]"
        case Instance((cls,)):
            return f"dump_{cls.__name__}({v})"
        case Instance():
            return f"DUMPERS[{v}.__class__]({v})"
        case Many(Instance((cls,))):
            return f"dump_many_{cls.__name__}({v})"
        case Many(Whole()):
            return f"join(map(str, {v}))"
        case Many(item):
            return f"join([{_expression(item, 'x')} for x in {v}])"
        case _:
            raise TypeError(f"nothing is known about dumping {form!r}")


def _in_text(form: Form, v: str, unique: bool) -> str:
    """The same as a part of an f-string."""
    text = f"{{{_expression(form, v, unique)}}}"
    return f"[{text}]" if isinstance(form, Many) else text


def _write_dumpers(cls: type[Any], writer: _Writer) -> None:
    """Write ``dump_X``, which gives the JSON text of one object, and ``dump_many_X``, for the items of a tuple."""
    lines, result = _text(cls, writer)
    writer.lines += [f"def dump_{cls.__name__}(o):", *_indented(lines), f"    return {result}"]
    if cls in _in_tuples():
        writer.lines += [f"def dump_many_{cls.__name__}(os):", "    ts = []", "    for o in os:", *_indented(lines, 2)]
        writer.lines += [f"        ts.append({result})", "    return join(ts)"]


def _text(cls: type[Any], writer: _Writer) -> tuple[list[str], str]:
    """Lines that write the object ``o``, and the expression for its text."""
    fields = fields_of(cls)
    tag = tag_of(cls)
    # Where any key may be the first that is written, each is written with a comma before it and the first is cut off.
    certain = tag is not None or fields[0].required
    always, comma = "", "" if certain else ","
    lines: list[str] = []
    if certain:
        always = "{{" if tag is None else f'{{{{"type":"{tag}"'
        comma = "" if tag is None else ","
    else:
        lines.append("t = ''")
    for field in fields:
        unique = field.name == "id"
        if field.required:
            always += f'{comma}"{field.name}":{_in_text(field.form, f"o.{field.name}", unique)}'
            comma = ","
            continue
        if always:
            lines.append(f"t {'+=' if lines else '='} f'{always}'")
            always = ""
        form = field.form.form if field.default is None and isinstance(field.form, Optional) else field.form
        lines += [f"v = o.{field.name}", f"if {_differs(field.default, writer)}:"]
        lines.append(f"    t += f',\"{field.name}\":{_in_text(form, 'v', unique)}'")
    if always:
        lines.append(f"t {'+=' if lines else '='} f'{always}'")
    return lines, "t + '}'" if certain else "f'{{{t[1:]}}}'"


def _differs(default: Any, writer: _Writer) -> str:
    """The expression for whether ``v`` is not the default."""
    if default == ():
        return "v"
    identical = default is None or isinstance(default, (bool, Vocabulary))
    return f"v {'is not' if identical else '!='} {writer.name(default, 'default')}"


# ---- all classes


@cache
def _functions() -> dict[str, Any]:
    writer = _Writer()
    names = writer.names
    known: dict[str, str] = {}
    for cls in classes():
        _write_loaders(cls, writer, known)
        _write_dumpers(cls, writer)
    functions = writer.functions()
    for cls in classes():
        if cls in _REMEMBERED:
            names[f"values_{cls.__name__}"] = _Values(functions[f"load_{cls.__name__}"])
        for field in fields_of(cls):
            for form in _unions(field.form):
                names[_union(form)] = {tag_of(one): functions[f"load_{one.__name__}"] for one in form.classes}
    names["DUMPERS"] = {cls: functions[f"dump_{cls.__name__}"] for cls in classes()}
    return functions


@cache
def loaders() -> dict[Any, Callable[[Any], Any]]:
    """The functions that make objects of decoded JSON objects, by class, and for records by tag too.

    They raise one of :data:`REFUSALS` for what they do not take.
    """
    functions = _functions()
    by_class: dict[Any, Callable[[Any], Any]] = {cls: functions[f"load_{cls.__name__}"] for cls in classes()}
    return by_class | {tag: by_class[cls] for tag, cls in RECORD_TYPES.items()}


@cache
def dumpers() -> dict[type[Any], Callable[[Any], str]]:
    """The functions that give the JSON text of objects, by class."""
    functions = _functions()
    return {cls: functions[f"dump_{cls.__name__}"] for cls in classes()}
