"""A small dataset by hand with records of every type, for the tests of tables and releases, and the text it comes from."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from kordef.amounts import Amount
from kordef.dataset import Dataset
from kordef.evidence import Evidence
from kordef.identity import record_id
from kordef.periods import Period
from kordef.records import (
    Actor,
    Agreement,
    Attribution,
    Cell,
    Delivery,
    Deployment,
    Dialogue,
    Event,
    Item,
    Observation,
    Participant,
    Passage,
    Post,
    Record,
    Source,
    StageDate,
    Statement,
    Stretch,
    Target,
    Transfer,
    WeaponSystem,
)
from kordef.values import Money, Quantity
from kordef.vocabulary import (
    ActorKind,
    AgreementKind,
    AgreementStatus,
    Basis,
    Counting,
    DeploymentKind,
    DialogueKind,
    EventKind,
    EvidenceKind,
    Modality,
    Role,
    Section,
    Speech,
    Stage,
    Term,
    TransferKind,
    Voice,
)

TEXT = """Norway orders howitzers, "quotes", commas; and ünïcödé 한국

OSLO, 5 September 2025 - Norway signed a contract in September 2025 for 24 additional K9 howitzers from South Korea worth
about 4 billion kroner ($390 million), a defence official said. Deliveries of up to 12 are to begin in 2026.
Defence minister Ola Nordmann met his colleague in Oslo on 5 September 2025 for the first security dialogue.
"We stand together," Nordmann told reporters. A frigate patrolled off Busan. The parliament voted in early 2025.
Norway will spend 5 percent of GDP by 2035 under the new partnership, one-third of it on infrastructure.
"""
SHA = sha256(TEXT.encode()).hexdigest()
NAME = "900_norway.txt"


def _id(kind: str, *key: str | int) -> str:
    return record_id(kind, SHA, *key)


SOURCE = _id("source", 0)
NORWAY, KOREA, OFFICIAL = _id("actor", 1), _id("actor", 2), _id("actor", 3)
K9, PARTNERSHIP, DEAL = _id("weapon_system", 1), _id("agreement", 1), _id("transfer", 1)


def quoting(field: str, words: str, kind: EvidenceKind = EvidenceKind.STATED) -> Evidence:
    """Evidence at the first place of the words in the text."""
    start = TEXT.index(words)
    return Evidence(source=SOURCE, field=field, start=start, end=start + len(words), exact=words, kind=kind)


def _fields(identifier: str, *evidence: Evidence, **more: Any) -> dict[str, Any]:
    return {"id": identifier, "source": SOURCE, "evidence": evidence, **more}


def records() -> tuple[Record, ...]:
    """One record or more of each type."""
    sentence = TEXT.splitlines()[2]
    day = Period.day(2025, 9, 5)
    return (
        Source(
            **_fields(SOURCE, quoting("", "N"), quoting("/title", TEXT.splitlines()[0])),
            title=TEXT.splitlines()[0],
            sha256=SHA,
            length=len(TEXT),
            publisher="Made-up Press",
            published=day,
            published_basis="printed",
            language="en",
            file=NAME,
            sections=(
                Stretch(section=Section.BODY, start=0, end=60, heading="Norway"),
                Stretch(section=Section.TABLE, start=60, end=70),
            ),
            passages=(Passage(start=TEXT.index(sentence), exact=sentence),),
        ),
        Actor(
            **_fields(NORWAY, quoting("", "Norway"), quoting("/code", "Norway", EvidenceKind.CATALOGUE)),
            name="Norway",
            kind=ActorKind.STATE,
            names=("Norway",),
            code="NO",
            catalogue="state:NO",
        ),
        Actor(
            **_fields(KOREA, quoting("", "South Korea")),
            name="South Korea",
            kind=ActorKind.STATE,
            names=("South Korea", "한국"),
            code="KR",
        ),
        Actor(
            **_fields(OFFICIAL, quoting("", "Ola Nordmann")),
            name="Ola Nordmann",
            kind=ActorKind.PERSON,
            names=("Ola Nordmann", "Nordmann"),
            acts_for=NORWAY,
            posts=(Post(title="Defence minister", body=NORWAY), Post(title="mayor", former=True)),
        ),
        WeaponSystem(
            **_fields(K9, quoting("", "K9 howitzers")),
            name="K9",
            designation="K9",
            names=("K9 howitzers",),
            categories=("howitzer",),
            origin="KR",
        ),
        Agreement(
            **_fields(PARTNERSHIP, quoting("", "the new partnership")),
            name="the new partnership",
            kind=AgreementKind.PARTNERSHIP,
            status=AgreementStatus.IN_FORCE,
            parties=(NORWAY, KOREA),
            signed=Period(edtf="2025", part="early", words="in early 2025"),
            amounts=(Money(amount=Amount.over(1, precision=1), currency="EUR"),),
            targets=(
                Target(
                    indicator="defence spending",
                    value=Quantity(amount=Amount.exact("5", precision=1), unit="percent"),
                    by=Period.year(2035),
                    parts=(
                        Target(
                            indicator="infrastructure", value=Quantity(amount=Amount.fraction(1, 3), unit="percent")
                        ),
                    ),
                ),
            ),
        ),
        Dialogue(
            **_fields(
                _id("dialogue", 1), quoting("", "the first security dialogue"), quoting("/date", "5 September 2025")
            ),
            name="the first security dialogue",
            kind=DialogueKind.MINISTERIAL,
            participants=(Participant(actor=OFFICIAL, role=Role.HOST), Participant(actor=KOREA)),
            place="Oslo",
            date=day,
            ordinal=1,
            recurring=True,
            topics=("security", 'a topic, with "commas"'),
        ),
        Transfer(
            **_fields(
                DEAL,
                quoting("", "signed a contract in September 2025 for 24 additional K9 howitzers"),
                quoting("/items/0/number", "24"),
                quoting("/items/0/weapon", "K9 howitzers"),
                quoting("/value", "about 4 billion kroner ($390 million)"),
                quoting("/stages/0", "September 2025"),
                quoting("/deliveries/0", "up to 12"),
                attribution=(Attribution(voice=Voice.DESCRIBED, described="a defence official"),),
                modality=Modality.REPORTED,
            ),
            kind=TransferKind.SALE,
            stage=Stage.SIGNED,
            supplier=KOREA,
            recipient=NORWAY,
            items=(
                Item(weapon=K9, number=Amount.exact("24", precision=1), counting=Counting.ADDITIONAL),
                Item(description="shells"),
            ),
            value=Money(
                amount=Amount.about(4_000_000_000, precision=10**9),
                currency="NOK",
                equivalents=(Money(amount=Amount.exact("390000000.50"), currency="USD"),),
            ),
            value_covers=(0,),
            alternatives=(Money(amount=Amount.range("157", "220"), currency="USD"),),
            stages=(StageDate(stage=Stage.SIGNED, date=Period.month(2025, 9)),),
            terms=(Term.TRAINING, Term.OFFSETS),
            deliveries=(Delivery(number=Amount.up_to(12), date=Period.since("2026"), done=False),),
            competitors=(K9,),
        ),
        Deployment(
            **_fields(_id("deployment", 1), quoting("", "A frigate patrolled off Busan")),
            what="A frigate patrolled off Busan",
            kind=DeploymentKind.PATROL,
            actors=(NORWAY,),
            place="Busan",
            period=Period(edtf=None, words="recently"),
            strength=Quantity(amount=Amount.exact(1), unit="ship"),
        ),
        Observation(
            **_fields(_id("observation", 1), quoting("", "5 percent of GDP"), section=Section.TABLE),
            indicator="defence spending",
            value=Quantity(amount=Amount.exact("5", precision=1), unit="percent"),
            basis=Basis.TARGET,
            subject="Norway",
            subject_actor=NORWAY,
            period=Period(edtf="2035~"),
            cell=Cell(table=0, row=1, column=2, row_header="Norway"),
        ),
        Observation(
            **_fields(_id("observation", 2), quoting("", "($390 million)")),
            indicator="exports",
            value=Money(amount=Amount.written("390", scale=10**6), currency="USD"),
        ),
        Event(
            **_fields(_id("event", 1), quoting("", "The parliament voted")),
            what="The parliament voted",
            kind=EventKind.VOTE,
            actors=(Participant(actor=NORWAY, role=Role.AGENT),),
            date=Period(edtf="2025", part="early"),
        ),
        Statement(
            **_fields(_id("statement", 1), quoting("", '"We stand together,"'), quoting("/text", "We stand together,")),
            text="We stand together,",
            speech=Speech.DIRECT,
            described="Nordmann",
        ),
    )


def dataset() -> Dataset:
    """The records as a dataset."""
    return Dataset.of(records())


def files_in(folder: Path) -> dict[str, bytes]:
    """The files below a folder by their paths in it."""
    return {
        str(path.relative_to(folder).as_posix()): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
