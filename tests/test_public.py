"""The public face: every name is there, documented, and the one its room has."""

from __future__ import annotations

import importlib
import inspect

import pytest

import kordef


@pytest.mark.parametrize("name", [n for n in kordef.__all__ if n != "__version__"])
def test_every_public_name_is_there_and_documented(name: str) -> None:
    thing = getattr(kordef, name)
    assert inspect.getdoc(thing)
    assert name in dir(kordef)


def test_importing_a_room_does_not_hide_a_name() -> None:
    for room in kordef._ROOMS:
        importlib.import_module(f"kordef.{room}")
    for name, (room, attribute) in kordef._HOMES.items():
        assert getattr(kordef, name) is getattr(importlib.import_module(f"kordef.{room}"), attribute)


def test_type_checkers_and_readers_see_the_same_names() -> None:
    source = inspect.getsource(kordef)
    typed = {line.split(" as ")[-1].strip() for line in source.splitlines() if line.startswith("    from kordef.")}
    assert typed == set(kordef._HOMES)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'kordef' has no attribute 'Weapon'"):
        kordef.Weapon  # noqa: B018
