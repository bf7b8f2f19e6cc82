"""Names that stand for one variant of a weapon, because the text has that variant with its designation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kordef.mentions.weapons.arms import Arm, Armoury

__all__ = ["name_variants"]


def name_variants(armoury: Armoury) -> None:
    """Where a text has a variant by its designation and a name ("M1A1 Abrams"), the name alone stands for that variant."""
    text = armoury.page.text
    bearers: dict[str, Arm] = {}
    shared: set[str] = set()
    designated: set[str] = set()
    nameless: list[tuple[Arm, str]] = []
    for arm in armoury.arms:
        written = text[arm.core[0] : arm.core[1]]
        if any(map(str.isdigit, written)):
            designated.add(arm.key)
            for word in written.split():
                if word.isalpha():
                    if bearers.setdefault(word, arm).key != arm.key:
                        shared.add(word)
        else:
            nameless.append((arm, written))
    for arm, written in nameless:
        if arm.key in designated and arm.weapon is not None and arm.weapon.family is not None:
            # A name in brackets behind the variant: "M88A2 Recovery Vehicle (HERCULES)".
            bearers.setdefault(written, arm)
    for arm, written in nameless:
        name = written if written in bearers else written.removesuffix("s")
        bearer = bearers.get(name)
        if name in shared and arm.plural:
            # "New Leopards", where a text has spoken of Leopard 1s and of Leopard 2A4s.
            continue
        if bearer is not None and arm.key not in designated:
            arm.stand_for(bearer)
