"""Files of older versions of the format: each that was ever written stays readable."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from release_samples import OFFICIAL, SOURCE, records

import kordef
from kordef.codec import FORMAT, VERSION, dumps_records, loads_jsonl, loads_records
from kordef.codec import migrations as room
from kordef.codec.migrations import STEPS, Step, migration_from, oldest
from kordef.dataset import Dataset
from kordef.errors import Malformed
from kordef.records import Statement

FORMATS = Path(__file__).parent / "formats"


def test_the_steps_are_one_chain_to_the_version_that_is_written() -> None:
    for step, following in pairwise(STEPS):
        assert step.after == following.before
    assert STEPS[-1].after == VERSION
    assert len({step.before for step in STEPS}) == len(STEPS)


def test_a_file_of_every_version_is_kept() -> None:
    for version in (*(step.before for step in STEPS), VERSION):
        for suffix in ("json", "jsonl"):
            path = FORMATS / f"{version}.{suffix}"
            assert path.is_file(), f"{path.name} is missing: write the sample with the version that writes it"
            assert f'"version":"{version}"' in path.read_text("utf-8").splitlines()[0]


@pytest.mark.parametrize("path", sorted(FORMATS.iterdir()), ids=lambda path: path.name)
def test_every_file_that_was_kept_gives_the_dataset_it_was_written_from(path: Path) -> None:
    read = kordef.read_dataset(path)
    assert read == Dataset.of(records())
    assert read == kordef.dataset_from(kordef.dataset_text(read))


def statement(**fields: Any) -> dict[str, Any]:
    whole = {"source": SOURCE, "field": "/speaker", "start": 1, "end": 2, "exact": "x"}
    given = {"type": "statement", "id": "statement-000000000001", "source": SOURCE, "evidence": [whole]}
    return {**given, "text": "x", "speech": "direct", **fields}


def of_version(version: str, *records: object) -> str:
    return json.dumps({"format": FORMAT, "version": version, "records": records})


def only(text: str) -> Statement:
    (record,) = loads_records(text)
    assert isinstance(record, Statement)
    return record


def test_a_speaker_of_1_0_that_is_a_name_describes_the_speaker() -> None:
    read = only(of_version("1.0", statement(speaker="Nordmann")))
    assert (read.speaker, read.described) == (None, "Nordmann")
    assert [evidence.field for evidence in read.evidence] == ["/described"]


def test_a_speaker_of_1_0_that_is_an_actor_stays_one() -> None:
    read = only(of_version("1.0", statement(speaker=OFFICIAL, described="a minister")))
    assert (read.speaker, read.described) == (OFFICIAL, "a minister")
    assert [evidence.field for evidence in read.evidence] == ["/speaker"]


def test_what_describes_a_speaker_already_is_not_overwritten() -> None:
    read = only(of_version("1.0", statement(speaker="Nordmann", described="a minister")))
    assert (read.speaker, read.described) == (None, "a minister")


def test_this_version_takes_no_name_for_a_speaker() -> None:
    with pytest.raises(Malformed, match=r"an id such as 'actor-0123456789ab'.*records\[0\].speaker"):
        loads_records(of_version(VERSION, statement(speaker="Nordmann")))


@pytest.mark.parametrize(
    "record", [3, None, [], {}, {"type": "tank"}, {"type": "statement", "speaker": 3}, statement(text=3)]
)
def test_what_is_wrong_in_an_older_file_is_told_with_its_path(record: object) -> None:
    with pytest.raises(Malformed, match=r"records\[0\]"):
        loads_records(of_version("1.0", record))
    with pytest.raises(Malformed, match="line 2"):
        loads_jsonl(f'{{"format":"{FORMAT}","version":"1.0"}}\n{json.dumps(record)}\n')


def test_an_older_file_is_read_as_strictly_as_any() -> None:
    text = of_version("1.0", statement())
    with pytest.raises(Malformed, match="key 'text' comes twice"):
        loads_records(text.replace('"text": "x"', '"text": "x", "text": "x"'))
    with pytest.raises(Malformed, match="unknown key 'tone'"):
        loads_records(of_version("1.0", statement(tone="grave")))


def test_steps_run_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def note(word: str) -> Any:
        return lambda record: [*record, word]

    steps = (Step("0.8", "0.9", note("to 0.9")), Step("0.9", "1.0", note("to 1.0")), Step("1.0", VERSION, note("on")))
    monkeypatch.setattr(room, "STEPS", steps)
    oldest_one, newer = migration_from("0.8"), migration_from("1.0")
    assert oldest_one is not None
    assert newer is not None
    assert oldest_one([]) == ["to 0.9", "to 1.0", "on"]
    assert newer([]) == ["on"]
    assert oldest() == "0.8"
    assert migration_from(VERSION) is None
    with pytest.raises(LookupError):
        migration_from("0.7")


def test_a_version_between_two_that_were_written_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = (Step("0.8", "1.0", list), Step("1.0", VERSION, list))
    monkeypatch.setattr(room, "STEPS", steps)
    with pytest.raises(Malformed, match=r"dataset format 0\.9 is none of those that this kordef reads in 'version'"):
        loads_records(of_version("0.9"))


def test_what_was_read_is_written_in_the_newest_version() -> None:
    old = (FORMATS / "1.0.json").read_text("utf-8")
    assert dumps_records(loads_records(old)).startswith(f'{{"format":"{FORMAT}","version":"{VERSION}"')
