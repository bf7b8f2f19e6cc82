"""Records and values as JSON: one document, or JSON Lines.

    >>> from kordef.amounts import Amount
    >>> from kordef.codec import dumps, loads
    >>> dumps(Amount.about(180))
    '{"low":"180","high":"180","qualifier":"about"}'
    >>> loads('{"low":"180","high":"180","qualifier":"about"}', Amount) == Amount.about(180)
    True

The format, which the JSON Schema of :mod:`kordef.schema` describes:

- An object of a class is a JSON object, its keys the fields in the order of the class. A field that has its default is
  left out. Records begin with their tag under ``type`` ("transfer"), and so do money and quantities, which can stand in
  one another's place.
- Numbers that a source states are strings of plain digits, without exponent and with every zero that was written. Dates
  are objects whose ``edtf`` is a string of ISO 8601-2. Positions and counts of characters are JSON integers.
- A dataset is an object with ``format``, ``version`` and ``records``, one record a line. In JSON Lines the first line
  is that object without ``records``. Nothing in a file depends on when or where it was written.

Files of older versions are read: each step to the next version is a function (:mod:`kordef.codec.migrations`).

Loading is strict. Unknown, missing and repeated keys, other types, members that a vocabulary does not have, ``NaN``,
nesting beyond 64 levels, bytes that are not UTF-8, lone surrogates, a byte order mark and whatever the constructors of
the classes refuse are errors; all that is wrong with a file is told at once, each with its path, in one
:class:`~kordef.errors.Malformed`. Nothing is converted, dropped or rounded.

Records are loaded by compiled functions (:mod:`kordef.codec.compiled`); what these do not take goes to the cattrs hooks
(:mod:`kordef.codec.strict`), which judge and explain. :func:`configure_converter` adds those to a cattrs converter.
"""

from __future__ import annotations

from kordef.codec.files import dump_jsonl, dump_records, dumps_records, load_jsonl, loads_jsonl, loads_records
from kordef.codec.layout import FORMAT, MAX_DEPTH, VERSION
from kordef.codec.objects import dumps, loads
from kordef.codec.strict import configure_converter, format_exception, structure, unstructure

__all__ = [
    "FORMAT",
    "MAX_DEPTH",
    "VERSION",
    "configure_converter",
    "dump_jsonl",
    "dump_records",
    "dumps",
    "dumps_records",
    "format_exception",
    "load_jsonl",
    "loads",
    "loads_jsonl",
    "loads_records",
    "structure",
    "unstructure",
]
