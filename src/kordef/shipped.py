"""The dataset of the seeds that comes with kordef, and its version, which is counted by itself.

``data/dataset.json`` is what a release of the seeds has under that name, so it holds short quotes and no whole texts;
``data/release.toml`` is a copy of the seeds' own. ``.ci/regenerate`` writes both anew.
"""

from __future__ import annotations

from pkgutil import get_data

from kordef.dataset import Dataset
from kordef.errors import Unreadable
from kordef.store import dataset_from

__all__ = ["dataset_version", "load"]


def load() -> Dataset:
    """The dataset of the five seeds as released with this kordef; nothing is built and nothing is fetched."""
    return dataset_from(_data("dataset.json"))


def dataset_version() -> str:
    """The version of the dataset that :func:`load` gives."""
    import tomllib

    return str(tomllib.loads(_data("release.toml").decode("utf-8"))["version"])


def _data(name: str) -> bytes:
    # pkgutil rather than importlib.resources, whose import takes longer than reading the file
    content = get_data("kordef", f"data/{name}")
    if content is None:
        raise Unreadable(f"kordef is installed without its data: data/{name} is not there")
    return content
