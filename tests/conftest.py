from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings
from places import SEEDS

from kordef.curation import load_curation
from kordef.dataset import Dataset
from kordef.pipeline import Extraction, correct, extract
from kordef.reading import documents

# machines differ in speed; a property is about results
settings.register_profile("kordef", deadline=None)
settings.load_profile("kordef")


@pytest.fixture(scope="session")
def extractions() -> tuple[Extraction, ...]:
    """What each of the seeds yields, after what people corrected in it."""
    curation = load_curation(SEEDS / "curation")
    return tuple(correct(extract(d), curation.of(d.name)) for d in documents([SEEDS]))


@pytest.fixture(scope="session")
def dataset(extractions: tuple[Extraction, ...]) -> Dataset:
    """The dataset of the five seeds."""
    return Dataset.of(r for e in extractions for r in e.records)


@pytest.fixture(scope="session")
def dataset_file(dataset: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds' dataset as a file."""
    from kordef.store import write_dataset

    path = tmp_path_factory.mktemp("dataset") / "dataset.json"
    write_dataset(dataset, path)
    return path
