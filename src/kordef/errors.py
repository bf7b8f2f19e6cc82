"""Every error kordef raises on purpose.

The tree::

    KordefError
    ├── InvalidValue        a value or a record was given a field that makes no sense  (also ValueError)
    ├── Inexact             one number was asked of an amount that is not one number   (also ValueError)
    ├── Incompatible        units or currencies that cannot be put together            (also TypeError)
    ├── Malformed           JSON that is not what the format says, with its path       (also ValueError)
    ├── Unreadable          a document or file that cannot be read                     (also ValueError)
    ├── SourcesError        a ``sources.toml`` that is not what it should be           (also ValueError)
    ├── CurationError       an entry of a person that does not fit its document        (also ValueError)
    ├── ReleaseError        a release that may not or cannot be written, or is none    (also ValueError)
    ├── CatalogueError      reference data that contradicts itself                     (also ValueError)
    ├── BrokenEvidence      a quote that is not where its evidence says                (also ValueError)
    ├── DanglingReference   an id that nothing in the dataset carries                  (also LookupError)
    └── MissingExtra        an optional package is not installed                       (also ImportError)

Each carries what a program needs as attributes, and can be pickled. The message is one line that says what is
wrong, what was expected, what was found, and where.
"""

from __future__ import annotations

__all__ = [
    "BrokenEvidence",
    "CatalogueError",
    "CurationError",
    "DanglingReference",
    "Incompatible",
    "Inexact",
    "InvalidValue",
    "KordefError",
    "Malformed",
    "MissingExtra",
    "ReleaseError",
    "SourcesError",
    "Unreadable",
    "unfit",
]


def unfit(function: str, expected: str, found: object) -> TypeError:
    """The error for an argument of a type that a function does not take, which says what the caller may have meant.

    >>> unfit("total", "a selection of transfers, such as dataset.transfers", None)
    TypeError('total takes a selection of transfers, such as dataset.transfers, found NoneType')
    """
    return TypeError(f"{function} takes {expected}, found {type(found).__name__}")


class KordefError(Exception):
    """The base of all errors that kordef raises on purpose."""


class InvalidValue(KordefError, ValueError):
    """A field was given a value that its meaning forbids."""


class Inexact(KordefError, ValueError):
    """``int()``, ``float()`` or ``Decimal`` was asked of an amount that is not one exact number."""


class Incompatible(KordefError, TypeError):
    """Two values whose units or currencies cannot be added, compared or converted."""


class Malformed(KordefError, ValueError):
    """JSON that does not follow the format.

    ``problems`` holds one ``(path, sentence)`` pair for each thing that is wrong; the message joins them.
    """

    def __init__(self, problems: tuple[tuple[str, str], ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "; ".join(f"{sentence} in '{path}'" if path else sentence for path, sentence in self.problems)


class Unreadable(KordefError, ValueError):
    """A file or its bytes cannot be read as a document."""


class SourcesError(KordefError, ValueError):
    """A ``sources.toml`` with an unknown key, a wrong type or a file that is not there."""


class ReleaseError(KordefError, ValueError):
    """A release that may not be published, cannot be written where it is to go, or is not one."""


class CatalogueError(KordefError, ValueError):
    """Reference data with a duplicate alias, an unknown code or a reference to nothing."""


class CurationError(KordefError, ValueError):
    """An entry of a ``curation/*.toml`` that is malformed, quotes what the text does not say, or fits no record or several."""


class BrokenEvidence(KordefError, ValueError):
    """The characters at an evidence's offsets are not its quote."""


class DanglingReference(KordefError, LookupError):
    """A record names the id of another thing that the dataset does not hold."""


class MissingExtra(KordefError, ImportError):
    """A function needs a package that only an extra installs.

    ``extra`` is the name of the extra, so that ``pip install 'kordef[extra]'`` mends it, or ``pip install '.[extra]'`` in the
    folder of its source.
    """

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(what, extra)
        self.what = what
        self.extra = extra

    def __str__(self) -> str:
        return (
            f"an optional package is needed for {self.what}: "
            f"pip install 'kordef[{self.extra}]' (in kordef's own folder: pip install '.[{self.extra}]')"
        )
