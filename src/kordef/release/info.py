"""What a release says of itself: its title, version and licence, from a ``release.toml``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from attrs import frozen

from kordef.codec.text import is_list
from kordef.errors import InvalidValue, ReleaseError
from kordef.forms import Checked, Many, Matches, Text, fields_of, shown
from kordef.periods import Period
from kordef.toml import parsed

__all__ = ["INFO_FILE", "ReleaseInfo", "load_info"]

INFO_FILE = "release.toml"
"""The name under which the file is looked for beside the documents."""

_VERSION = r"(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)(?:-[0-9A-Za-z.-]+)?"


@frozen(kw_only=True)
class ReleaseInfo(Checked):
    """What a release says of itself.

    ``name`` is for machines: small letters, digits, hyphens. ``version`` is the dataset's own (Semantic Versioning), which has
    nothing to do with kordef's. ``license`` is an SPDX identifier and covers the facts; the quotes remain their publishers'.
    ``released`` is the day in EDTF, ``homepage`` an address, ``doi`` a DOI without an address in front of it.
    """

    name: Annotated[str, Matches("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?", "small letters, digits and hyphens")] = (
        "kordef-dataset"
    )
    title: Text = "Facts about defence cooperation, each traced to its source"
    version: Annotated[str, Matches(_VERSION, "a version such as '1.0.0'")] = "0.1.0"
    description: Text = (
        "Typed facts that kordef read from documents: agreements, dialogues, arms transfers, deployments, observations, "
        "events and statements. Every field points at the characters of the document that it rests on."
    )
    license: Annotated[str, Matches("[A-Za-z0-9.+-]+", "an SPDX identifier such as 'CC-BY-4.0'")] = "MIT"
    creators: tuple[Text, ...] = ("The kordef authors",)
    keywords: tuple[Text, ...] = ("arms transfers", "defence cooperation", "provenance")
    released: Annotated[str, Matches("[0-9]{4}-[0-9]{2}-[0-9]{2}", "a day such as '2025-12-31'")] | None = None
    homepage: Annotated[str, Matches(r"https?://\S+", "an address with http:// or https://")] | None = None
    doi: Annotated[str, Matches(r"10\.[0-9]{4,9}/\S+", "a DOI such as '10.5281/zenodo.1234567'")] | None = None

    def _nonsense(self) -> str | None:
        if not self.creators:
            return "creators must name somebody, found nobody"
        if self.released is not None:
            try:
                Period(edtf=self.released)
            except InvalidValue:
                return f"released must be a day of the calendar, found {self.released!r}"
        return None


def load_info(path: str | Path) -> ReleaseInfo:
    """Read a ``release.toml``.

    :raises ReleaseError: it cannot be read, is not TOML, has an unknown key or a value that its key does not take
    """
    path = Path(path)
    try:
        content: dict[str, Any] = parsed(path.read_bytes())
    except OSError as error:
        raise ReleaseError(f"{path}: cannot be read: {error.strerror or error}") from None
    except ValueError as error:
        raise ReleaseError(f"{path}: not TOML in UTF-8: {error}") from None
    fields = {field.name: field.form for field in fields_of(ReleaseInfo)}
    for key in content:
        if key not in fields:
            raise ReleaseError(f"{path}: unknown key {key!r}; expected one of {', '.join(fields)}")
    given: dict[str, Any] = {}
    for key, value in content.items():
        if isinstance(fields[key], Many) and not is_list(value):
            raise ReleaseError(f'{path}: {key} must be an array such as {key} = ["..."], found {shown(value)}')
        given[key] = tuple(value) if is_list(value) else value
    try:
        return ReleaseInfo(**given)
    except InvalidValue as error:
        raise ReleaseError(f"{path}: {str(error).removesuffix(' in ReleaseInfo')}") from None
