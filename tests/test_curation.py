"""Curation: what people add, correct and reject, checked against the text, and no further than its document."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from places import SEEDS
from strategies import records, unhurried

from kordef.amounts import Amount
from kordef.builders import records as built
from kordef.catalogue import load
from kordef.codec import dumps, loads, structure, unstructure
from kordef.curation import (
    Curation,
    apply,
    load_curation,
    share_of,
    template,
    template_of_addition,
)
from kordef.curation.names import Names, as_written, from_written
from kordef.curation.templates import _value as toml
from kordef.dataset import Dataset
from kordef.document import Document
from kordef.errors import CurationError, DanglingReference, InvalidValue
from kordef.evidence import unsupported
from kordef.forms import Instance, fields_of
from kordef.mentions import find
from kordef.periods import Period
from kordef.pipeline import build, check_evidence, extract
from kordef.reading import documents, read_text
from kordef.reasons import explain
from kordef.records import Record, Rejection, Review, Transfer
from kordef.showing import table
from kordef.terminal import harmless
from kordef.values import Money, Quantity
from kordef.vocabulary import EvidenceKind, ReviewAction

NEWS = """Norway orders guns

Norway signed a contract in September 2025 for 24 K9 howitzers from South Korea. The army wants them by 2028.

Poland ordered 180 K2 tanks from South Korea in 2022. Poland ordered 48 FA-50 aircraft from South Korea in 2022.

Romania is keen on Chunmoo launchers of Hanwha Aerospace, a person said. They would cost 2 billion dollars.
"""
DEAL = "signed a contract in September 2025 for 24 K9 howitzers"


@pytest.fixture(scope="module")
def document() -> Document:
    return read_text("news.txt", NEWS)


@pytest.fixture(scope="module")
def made(document: Document) -> tuple[Record, ...]:
    return extract(document).records


def entries(tmp_path: Path, text: str) -> Curation:
    file = tmp_path / "hand.toml"
    file.write_text(text, "utf-8")
    return load_curation(file)


def entry(action: str, rest: str, *, quote: str = DEAL, kind: str = "transfer", signed: bool = True) -> str:
    signature = 'reason = "The text says so."\nby = "A. Reader"\n' if signed else ""
    return f'[[{action}]]\nfile = "news.txt"\ntype = "{kind}"\nquote = "{quote}"\n{signature}{rest}\n'


def curated(document: Document, made: tuple[Record, ...], tmp_path: Path, text: str) -> Dataset:
    records = apply(document, made, entries(tmp_path, text).of("news.txt"))
    check_evidence(records, document.text)
    for record in records:
        assert loads(dumps(record), Record) == record
    return Dataset.of(records)


def norwegian(dataset: Dataset) -> Transfer:
    return next(t for t in dataset.transfers if t.recipient and dataset.party(t.recipient) == "NO")


# ---- what entries do


def test_a_correction_changes_its_fields_and_says_so(
    document: Document, made: tuple[Record, ...], tmp_path: Path
) -> None:
    before = norwegian(Dataset.of(made))
    text = entry(
        "correct",
        '[correct.record]\nend_user = "KR"\nvalue = "2 billion USD"\n'
        '[correct.quotes]\nend_user = "South Korea"\nvalue = "2 billion dollars"',
    )
    dataset = curated(document, made, tmp_path, text)
    after = dataset[before.id]
    assert isinstance(after, Transfer)
    assert after.review == Review(
        action=ReviewAction.CORRECTED, reason="The text says so.", by="A. Reader", changed=("end_user", "value")
    )
    assert dataset.party(after.end_user or "") == "KR"
    assert isinstance(after.value, Money)
    assert str(after.value) == "2 billion USD"
    quotes = {e.field: (e.exact, e.kind) for e in after.evidence}
    assert quotes["/end_user"] == ("South Korea", EvidenceKind.STATED)
    assert quotes["/value"] == ("2 billion dollars", EvidenceKind.STATED)
    assert not unsupported(after)
    # nothing else of it has changed
    rest = evolve(after, review=None, end_user=None, value=None, evidence=())
    assert rest == evolve(before, evidence=())
    assert set(before.evidence) <= set(after.evidence)
    # and no other record but the source, which keeps the sentence of the new quote
    others = {r.id: r for r in made if r.id not in (before.id, before.source)}
    assert {r.id: r for r in dataset if r.id in others} == others
    assert any("2 billion dollars" in p.exact for p in dataset.source_of(after).passages)
    assert "corrected by hand (end_user, value): The text says so. — A. Reader" in str(explain(dataset, after))
    shown = table(dataset, "transfers")
    assert shown.columns[-1] == "by hand"
    assert [row[-1] for row in shown.rows if row[-1]] == ["corrected"]


def test_a_field_can_be_taken_away_with_its_words(document: Document, made: tuple[Record, ...], tmp_path: Path) -> None:
    before = norwegian(Dataset.of(made))
    assert before.stages
    dataset = curated(document, made, tmp_path, entry("correct", 'clear = ["stages"]'))
    after = dataset[before.id]
    assert isinstance(after, Transfer)
    assert after.stages == ()
    assert not [e for e in after.evidence if e.field.startswith("/stages")]
    assert after.review is not None
    assert after.review.changed == ("stages",)


def test_only_the_words_of_a_field_can_be_corrected(
    document: Document, made: tuple[Record, ...], tmp_path: Path
) -> None:
    text = entry("correct", '[correct.quotes]\nrecipient = { quote = "Norway", at = 0, kind = "implied" }')
    after = norwegian(curated(document, made, tmp_path, text))
    assert [(e.start, e.kind) for e in after.evidence if e.field == "/recipient"] == [(0, EvidenceKind.IMPLIED)]
    assert after.review is not None
    assert after.review.changed == ()


def test_a_rejected_record_is_gone_and_its_source_says_why(
    document: Document, made: tuple[Record, ...], tmp_path: Path
) -> None:
    before = norwegian(Dataset.of(made))
    dataset = curated(document, made, tmp_path, entry("reject", ""))
    assert before.id not in dataset
    words = next(e.exact for e in before.evidence if not e.field)
    assert dataset.sources[0].rejected == (
        Rejection(record_type="transfer", exact=words, reason="The text says so.", by="A. Reader"),
    )
    line = f"  rejected by hand: transfer “{words}”: The text says so. — A. Reader"
    assert line in str(explain(dataset, dataset.sources[0])).splitlines()
    share = share_of(dataset)
    assert (share.added, share.corrected, share.rejected) == (0, 0, 1)
    assert share.part == 1 / len(made)


def test_an_added_record_has_its_words_and_its_mark(
    document: Document, made: tuple[Record, ...], tmp_path: Path
) -> None:
    text = entry(
        "add",
        '[add.record]\nkind = "plan"\nstage = "considered"\nmodality = "possible"\nrecipient = "Romania"\n'
        'companies = ["Hanwha Aerospace"]\nitems = [{ weapon = "Chunmoo" }]\nvalue = "2 billion USD"\n'
        'stages = [{ stage = "considered", date = "2025" }]\n'
        '[add.quotes]\nrecipient = "Romania"\n"companies/0" = "Hanwha Aerospace"\n"items/0/weapon" = "Chunmoo launchers"\n'
        'value = "2 billion dollars"\n"stages/0" = "2025"',
        quote="keen on Chunmoo launchers of Hanwha Aerospace",
    )
    dataset = curated(document, made, tmp_path, text)
    (added,) = [t for t in dataset.transfers if t.review]
    assert added.review is not None
    assert added.review.action is ReviewAction.ADDED
    assert dataset.party(added.recipient or "") == "RO"
    assert added.stages[0].date == Period.year(2025)
    assert not unsupported(added)
    kinds = {e.field: e.kind for e in added.evidence}
    assert kinds["/stage"] is EvidenceKind.IMPLIED  # a word of a vocabulary follows from the whole quote
    assert kinds["/recipient"] is EvidenceKind.STATED
    again = curated(document, made, tmp_path, text)
    assert again.records == dataset.records


def test_added_records_may_refer_to_one_another(document: Document, made: tuple[Record, ...], tmp_path: Path) -> None:
    text = entry(
        "add",
        '[add.record]\nname = "army"\nkind = "military_unit"\nacts_for = "NO"\n[add.quotes]\nname = "army"\nacts_for = "Norway"',
        quote="The army",
        kind="actor",
    ).replace('acts_for = "Norway"', 'acts_for = { quote = "Norway", at = 0 }') + entry(
        "correct", '[correct.record]\nend_user = "army"\n[correct.quotes]\nend_user = "army"'
    )
    with pytest.raises(CurationError, match="has no actor called 'army'"):
        curated(document, made, tmp_path, text)  # corrections come first: they are about what the loaders made
    added = entry(
        "add",
        '[add.record]\nkind = "sale"\nstage = "signed"\nrecipient = "army"\n[add.quotes]\nrecipient = "army"',
        quote="The army wants them",
    )
    dataset = curated(document, made, tmp_path, text.split("[[correct]]")[0] + added)
    (deal,) = [t for t in dataset.transfers if t.review]
    assert dataset.party(deal.recipient or "") == "NO"


# ---- errors that say where


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[corect]]\n", "unknown key 'corect'; expected \\[\\[add\\]\\], \\[\\[correct\\]\\] and \\[\\[reject\\]\\]"),
        ("correct = 3\n", "'correct' must be an array of tables"),
        ("[[correct\n", "not TOML that can be read"),
        (
            entry("reject", "").replace("quote", "quota"),
            r"\[\[reject\]\] 1, line 1: unknown key 'quota'; expected one of at, by",
        ),
        (
            "\n\n" + entry("reject", "only = 3"),
            r"hand\.toml, \[\[reject\]\] 1, line 3: 'only' must be a table, found 3",
        ),
        (entry("reject", "at = -1"), "'at' must be a place of at least 0, found -1"),
        (entry("reject", "", signed=False), "'reason' and 'by' must say why, and who says so"),
        (entry("reject", "", kind="deal"), "'type' must be one of actor, .*, found 'deal'"),
        (entry("reject", "", kind="source"), "what is known of a source belongs in sources.toml"),
        (
            entry("correct", 'record = { buyer = "NO" }'),
            "a transfer has no field 'buyer' to give; expected one of attribution",
        ),
        (entry("correct", 'clear = ["stages"]\nrecord = { stages = [] }'), "'stages' is both given and cleared"),
        (entry("correct", 'record = { id = "transfer-000000000000" }'), "has no field 'id' to give"),
        (entry("correct", "quotes = { recipient = 3 }"), "the quote for 'recipient' must be a string"),
        (entry("correct", 'quotes = { recipient = { quote = "a", kind = "sure" } }'), "'kind' must be one of stated"),
    ],
)
def test_an_entry_that_makes_no_sense_is_named_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(CurationError, match=message):
        entries(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            entry("reject", "", quote="signed a treaty"),
            "the quote 'signed a treaty' is not in news.txt; expected its very char",
        ),
        (entry("reject", "", kind="agreement"), "no agreement rests on this quote; news.txt has 0 of them"),
        (entry("reject", "", quote="The army"), "no transfer rests on this quote"),
        (
            entry("correct", 'record = { recipient = "SE" }\nquotes = { recipient = "Norway" }'),
            "no actor called 'SE'; add one",
        ),
        (
            entry("correct", 'record = { recipient = "PL" }\nquotes = { recipient = "Poland" }'),
            "stands at 2 places; quote more",
        ),
        (
            entry("correct", 'record = { recipient = "PL" }\nquotes = { recipient = { quote = "Poland", at = 7 } }'),
            "does not stand at 7; it stands at",
        ),
        (entry("correct", 'record = { stage = "sold" }'), "stage"),
        (entry("correct", 'record = { end_user = "PL" }'), "no quote is given for end_user"),
        (
            entry("correct", 'record = { end_user = "PL" }\nquotes = { supplier = "Warsaw" }'),
            "the quote for 'supplier' 'Warsaw' is",
        ),
        (entry("correct", 'quotes = { "items/7" = "K9" }'), "has 1 items, found no item '7'"),
        (entry("correct", 'clear = ["stages"]', signed=False), "'reason' and 'by' must say why"),
        (
            entry("correct", 'only = { recipient = "PL" }\nclear = ["stages"]'),
            "no transfer with these words has the fields of 'only'",
        ),
        (
            entry("reject", "") + entry("correct", 'clear = ["stages"]'),
            r"\[\[correct\]\] 1, line 8: .*\[\[reject\]\] 1, line 1 is about the same record",
        ),
        (
            entry("reject", "", quote="K9 howitzers", kind="weapon_system"),
            "cannot be rejected, because transfer-.* refers to it",
        ),
        (entry("add", '[add.record]\nkind = "sale"'), "stage"),
    ],
)
def test_an_entry_that_does_not_fit_is_an_error(
    document: Document, made: tuple[Record, ...], tmp_path: Path, text: str, message: str
) -> None:
    with pytest.raises(CurationError, match=message):
        curated(document, made, tmp_path, text)


def test_a_quote_that_fits_several_records_lists_them(
    document: Document, made: tuple[Record, ...], tmp_path: Path
) -> None:
    deals = list(Dataset.of(made).transfers.where(recipient="PL"))
    assert len(deals) == 2
    wide = "ordered 180 K2 tanks from South Korea in 2022. Poland ordered 48 FA-50 aircraft"
    with pytest.raises(CurationError) as caught:
        curated(document, made, tmp_path, entry("reject", "", quote=wide))
    assert all(deal.id in str(caught.value) for deal in deals)
    only = 'only = { items = [{ weapon = "K2", number = { low = "180", high = "180", precision = "1" } }] }'
    dataset = curated(document, made, tmp_path, entry("reject", only, quote=wide))
    assert len(dataset.transfers.where(recipient="PL")) == 1


# ---- templates


def test_a_template_of_every_record_of_the_seeds_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "hand.toml"
    for document in documents([SEEDS]):
        made = built(document, find(document, load()), load())
        dataset = Dataset.of(made)
        for record in dataset:
            if record.type != "source":
                file.write_text(template(dataset, record), "utf-8")
                assert apply(document, made, load_curation(file).of(document.name)) == made, record.id


def test_a_template_lets_a_person_correct_by_changing_a_word(
    document: Document, made: tuple[Record, ...], tmp_path: Path
) -> None:
    dataset = Dataset.of(made)
    before = norwegian(dataset)
    text = template(dataset, before.id)
    assert 'recipient = "NO"' in text
    filled = (
        text.replace('recipient = "NO"', 'recipient = "PL"')
        .replace('reason = ""', 'reason = "It is the buyer."')
        .replace('by = ""', 'by = "A. Reader"')
    )
    after = curated(document, made, tmp_path, filled)[before.id]
    assert isinstance(after, Transfer)
    assert after.review is not None
    assert after.review.changed == ("recipient",)


def test_a_template_survives_another_place_in_the_text(made: tuple[Record, ...], tmp_path: Path) -> None:
    dataset = Dataset.of(made)
    text = template(dataset, norwegian(dataset)).replace('"NO"', '"PL"').replace('Norway"', 'Poland"')
    text = text.replace('reason = ""', 'reason = "x"').replace('by = ""', 'by = "y"')
    moved = read_text("news.txt", "A line that was not there\n\n" + NEWS)
    records = extract(moved).records
    with pytest.raises(CurationError, match="stand"):  # "Poland" stands twice, and no longer where it stood
        apply(moved, records, entries(tmp_path, text).of("news.txt"))
    single = entry("correct", 'clear = ["stages"]')
    assert [r for r in apply(moved, records, entries(tmp_path, single).of("news.txt")) if r.review]


def test_a_template_for_what_has_none(dataset: Dataset) -> None:
    with pytest.raises(InvalidValue, match=r"belongs in sources\.toml"):
        template(dataset, dataset.sources[0])
    with pytest.raises(DanglingReference):
        template(dataset, "transfer-000000000000")
    file = dataset.sources[0].file or ""
    with pytest.raises(InvalidValue, match="the type must be one of"):
        template_of_addition(dataset, file, "deal", "words")
    with pytest.raises(InvalidValue, match=r"no document 'none\.txt'"):
        template_of_addition(dataset, "none.txt", "transfer", "words")


def test_the_form_of_an_addition_is_toml_that_only_wants_filling(
    document: Document, made: tuple[Record, ...], tmp_path: Path
) -> None:
    text = template_of_addition(Dataset.of(made), "news.txt", "transfer", "The army wants them")
    text = text.replace('reason = ""', 'reason = "Missing."').replace('by = ""', 'by = "A. Reader"')
    dataset = curated(document, made, tmp_path, text)
    assert len([t for t in dataset.transfers if t.review]) == 1


class Plain(Names):
    """Names of records that nobody has: each is called by its id."""

    def id_of(self, name: str, types: tuple[str, ...]) -> str:
        assert name.rpartition("-")[0] in types
        return name

    name_of = id_of


@unhurried
@given(records())
def test_whatever_a_record_holds_goes_through_toml(record: Record) -> None:
    forms = {field.name: field.form for field in fields_of(type(record))}
    given_ = {name: value for name, value in unstructure(record).items() if name != "type"}
    written = {name: as_written(value, forms[name], Plain(())) for name, value in given_.items()}
    text = "\n".join(f"{name} = {toml(value)}" for name, value in written.items())
    assert harmless(text) == text
    read = tomllib.loads(text)
    again = {name: from_written(value, forms[name], Plain(())) for name, value in read.items()}
    assert structure({"type": record.type, **again}, type(record)) == record


@pytest.mark.parametrize(
    ("cls", "words", "expected"),
    [
        (Period, "2025-03", Period(edtf="2025-03")),
        (Amount, "180", Amount.exact(180)),
        (Money, "1.5 billion USD", Money(amount=Amount.exact(1500000000), currency="USD")),
        (Quantity, "500 person", Quantity(amount=Amount.exact(500), unit="person")),
    ],
)
def test_values_may_be_written_in_short(cls: type, words: str, expected: object) -> None:
    assert structure(from_written(words, Instance((cls,)), Plain(())), cls) == expected


# ---- the build


def folder(tmp_path: Path, **files: str) -> Path:
    (tmp_path / "curation").mkdir()
    (tmp_path / "news.txt").write_text(NEWS, "utf-8")
    for name, text in files.items():
        path = tmp_path / name.replace("__", "/").replace("_dot_", ".")
        path.write_text(text, "utf-8")
    return tmp_path


def test_the_build_applies_what_lies_beside_the_documents(tmp_path: Path) -> None:
    base = folder(tmp_path, curation__a_dot_toml=entry("reject", ""))
    assert not list(build([base]).transfers.where(recipient="NO"))
    assert list(build([base], curation=Curation()).transfers.where(recipient="NO"))
    assert build([base / "news.txt"]).records == build([base]).records
    assert build([base], jobs=2).records == build([base]).records
    elsewhere = tmp_path / "elsewhere.toml"
    elsewhere.write_text(entry("correct", 'clear = ["stages"]'), "utf-8")
    assert share_of(build([base], curation=elsewhere)).corrected == 1
    with pytest.raises(CurationError, match="is not there; expected a folder of TOML files"):
        build([base], curation=tmp_path / "nothing")


def test_an_entry_for_a_document_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    base = folder(tmp_path, curation__a_dot_toml=entry("reject", "").replace("news.txt", "nows.txt"))
    with pytest.raises(CurationError, match=r"'file' names 'nows\.txt', which is not there"):
        build([base])


def test_a_quote_of_one_letter_in_a_long_text_is_quick(made: tuple[Record, ...], tmp_path: Path) -> None:
    long = read_text("news.txt", NEWS + "e" * 10**6)
    with pytest.raises(CurationError, match="records of type transfer rest on this quote"):
        apply(long, made, entries(tmp_path, entry("reject", "", quote="e")).of("news.txt"))


def test_an_error_names_the_document(tmp_path: Path) -> None:
    base = folder(tmp_path, curation__a_dot_toml=entry("reject", "", quote="no such words"))
    with pytest.raises(CurationError, match=r"a\.toml, \[\[reject\]\] 1, line 1"):
        build([base])


def test_a_correction_reaches_no_other_document(tmp_path: Path) -> None:
    base = folder(tmp_path, curation__a_dot_toml=entry("reject", ""))
    alone = {r.id: r for r in build([base])}
    (base / "other.txt").write_text("Other news\n\n" + NEWS, "utf-8")
    both = build([base])
    assert {r.id: r for r in both if r.id in alone} == alone
    assert both.transfers.where(source="other.txt", recipient="NO")


def test_entries_stand_in_the_order_of_files_and_not_of_the_folder(tmp_path: Path) -> None:
    first = entry("correct", 'clear = ["stages"]')
    second = entry("reject", "", quote="ordered 48 FA-50 aircraft")
    base = folder(tmp_path, curation__b_dot_toml=first, curation__a_dot_toml=second)
    assert [e.action for e in load_curation(base / "curation").entries] == ["reject", "correct"]
    share = share_of(build([base]))
    assert (share.corrected, share.rejected) == (1, 1)


# ---- the seeds


def test_at_most_a_twentieth_of_the_seeds_records_is_made_by_hand(dataset: Dataset) -> None:
    share = share_of(dataset)
    assert share.part <= 0.05
    for record in dataset:
        if record.review is not None:
            assert record.review.reason
            assert record.review.by
