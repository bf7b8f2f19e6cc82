"""What a verification finds, and what it could not look at."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field, frozen

from kordef.terminal import harmless

__all__ = ["Fault", "Notes", "Verification"]


@frozen(kw_only=True)
class Fault:
    """Something wrong with a release: which check found it, in which file, and a sentence."""

    check: str
    path: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.check}: {self.path}: {self.sentence}" if self.path else f"{self.check}: {self.sentence}"


@frozen(kw_only=True)
class Verification:
    """The outcome: faults in the order of the checks, what was checked, and what could not be."""

    faults: tuple[Fault, ...]
    checked: tuple[str, ...]
    unchecked: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing wrong was found; what could not be checked is not wrong."""
        return not self.faults

    def lines(self) -> Iterator[str]:
        """The outcome for reading, with nothing in it that commands a terminal."""
        for fault in self.faults:
            yield harmless(f"FAULT  {fault}")
        for sentence in self.checked:
            yield harmless(f"ok     {sentence}")
        for sentence in self.unchecked:
            yield harmless(f"?      not checked: {sentence}")


_MOST = 20
"""How many faults of one check in one file are told."""


@define
class Notes:
    """Where the checks write down what they find."""

    faults: list[Fault] = field(factory=list[Fault])
    checked: list[str] = field(factory=list[str])
    unchecked: list[str] = field(factory=list[str])
    _told: dict[tuple[str, str], int] = field(factory=dict[tuple[str, str], int])

    def fault(self, check: str, path: str, sentence: str) -> None:
        """Something is wrong; of many faults of one kind the first are told, and that there are more."""
        told = self._told[check, path] = self._told.get((check, path), 0) + 1
        if told <= _MOST:
            flat = " ".join(sentence.split())
            self.faults.append(Fault(check=check, path=path, sentence=flat[:1000]))
        elif told == _MOST + 1:
            self.faults.append(Fault(check=check, path=path, sentence=f"and more faults like these {_MOST}"))

    def outcome(self) -> Verification:
        """Everything that was written down."""
        return Verification(
            faults=tuple(self.faults), checked=tuple(self.checked), unchecked=tuple(dict.fromkeys(self.unchecked))
        )
