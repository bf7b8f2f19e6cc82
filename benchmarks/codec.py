"""How fast records are loaded and dumped, beside pydantic, cattrs and msgspec on the same records.

    python benchmarks/codec.py [--records 100000] [--rounds 3]

The records are made up: all classes, with evidence for every field, from a fixed seed. Every library reads and writes
the same JSON. The models of pydantic (strict, unknown keys forbidden, frozen) and the structs of msgspec (likewise) are
generated from kordef's own classes, so that they have the same shape; neither knows the patterns of the strings, which
fields go together, or keys that come twice, all of which kordef checks. "plain cattrs" is the attrs classes with cattrs
as it comes and the json module: it converts what it can and ignores unknown keys.

Rounds are interleaved and the fastest one counts. "pydantic" leaves out defaults, as kordef does, "pydantic, all fields"
writes them. "collector off" is the same work with the cyclic garbage collector disabled by the caller; kordef pauses
it while it loads a document.
"""

from __future__ import annotations

import argparse
import gc
import io
import json
import random
import sys
import time
import types
import typing
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

import attrs
import cattrs
import cattrs.strategies
import msgspec
import pydantic

from kordef.amounts import Amount
from kordef.codec import FORMAT, VERSION, dump_jsonl, dump_records, load_jsonl, loads_records
from kordef.codec.layout import classes, tag_of
from kordef.evidence import Evidence
from kordef.forms import Choice, Flag, Form, Instance, Many, Number, Optional, String, Whole, fields_of
from kordef.identity import record_id
from kordef.periods import Period
from kordef.records import (
    RECORD_TYPES,
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
    Record,
    Source,
    StageDate,
    Statement,
    Stretch,
    Transfer,
    WeaponSystem,
)
from kordef.values import Money, Quantity
from kordef.vocabulary import (
    ActorKind,
    AgreementKind,
    AgreementStatus,
    Counting,
    DeploymentKind,
    DialogueKind,
    EventKind,
    EvidenceKind,
    Modality,
    Qualifier,
    Role,
    Section,
    Speech,
    Stage,
    Term,
    TransferKind,
    Voice,
)

# ---- records


TEXT = (
    "Poland South Korea signed a contract for the delivery of K2 main battle tanks and K9 self-propelled howitzers "
    "worth billion dollars with Hanwha Aerospace according to the ministry of national defence which said on Monday "
    "that talks about “local production” and technology transfer would go on until the end of next year — officials in "
    "Warsaw confirmed"
)
WORDS = TEXT.split()


class Maker:
    """Makes records of a mixture as documents have it: many figures and deals, few sources."""

    MIXTURE: typing.ClassVar = {
        "source": 2,
        "actor": 15,
        "weapon_system": 8,
        "agreement": 6,
        "dialogue": 8,
        "transfer": 15,
        "deployment": 5,
        "observation": 30,
        "event": 4,
        "statement": 7,
    }

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.made = 0

    def records(self, count: int) -> Iterator[Record]:
        while self.made < count:
            if self.made % 60 == 0:
                self.next_document()
            self.made += 1
            (type_,) = self.random.choices(list(self.MIXTURE), list(self.MIXTURE.values()))
            yield getattr(self, type_)(self.shared(type_))

    def next_document(self) -> None:
        self.sha256 = f"{self.random.getrandbits(256):064x}"
        self.document = record_id("source", self.sha256)
        self.actors = [record_id("actor", self.sha256, n) for n in range(12)]
        self.weapons = [record_id("weapon_system", self.sha256, n) for n in range(6)]

    def shared(self, type_: str) -> dict[str, Any]:
        fields: dict[str, Any] = {"id": record_id(type_, self.sha256, self.made), "source": self.document}
        if self.random.random() < 0.3:
            fields["attribution"] = (Attribution(voice=Voice.QUOTED, actor=self.an_actor()),)
        if self.random.random() < 0.3:
            fields["modality"] = self.one_of(Modality)
        if self.random.random() < 0.2:
            fields["section"] = self.one_of(Section)
        return fields

    def one_of(self, things: Any) -> Any:
        return self.random.choice(list(things))

    def an_actor(self) -> str:
        return self.random.choice(self.actors)

    def words(self, least: int, most: int) -> str:
        start = self.random.randrange(len(WORDS))
        return " ".join((WORDS * 2)[start : start + self.random.randint(least, most)])

    def evidence(self, *fields: str) -> tuple[Evidence, ...]:
        found: list[Evidence] = []
        for field in fields:
            exact = self.words(1, 9)
            start = self.random.randrange(20_000)
            kind = EvidenceKind.IMPLIED if self.random.random() < 0.1 else EvidenceKind.STATED
            found.append(
                Evidence(source=self.document, field=field, start=start, end=start + len(exact), exact=exact, kind=kind)
            )
        return tuple(found)

    def amount(self) -> Amount:
        digits = str(self.random.randint(1, 999))
        number = Decimal(self.one_of((digits, digits, f"{digits}.5")))
        match self.random.randrange(9):
            case 0:
                return Amount(low=number, high=None, qualifier=Qualifier.OVER, precision=Decimal(1))
            case 1:
                return Amount(low=number, high=number + 5, qualifier=Qualifier.RANGE, precision=Decimal(1))
            case 2:
                return Amount(low=number, high=number, qualifier=Qualifier.ABOUT, precision=Decimal(1))
            case _:
                return Amount(low=number, high=number, precision=Decimal("0.5"))

    def money(self) -> Money:
        number = Decimal(self.random.randint(1, 999)) * 10 ** self.random.randint(6, 9)
        amount = Amount(low=number, high=number, precision=Decimal(1_000_000))
        money = Money(amount=amount, currency=self.one_of(("USD", "EUR", "KRW", "PLN")))
        if self.random.random() < 0.2:
            return Money(amount=self.amount(), currency="NOK", equivalents=(money,))
        return money

    def quantity(self) -> Quantity:
        return Quantity(amount=self.amount(), unit=self.one_of(("percent", "km", "vehicle", "person")))

    def period(self) -> Period:
        year, month, day = self.random.randint(2008, 2035), self.random.randint(1, 12), self.random.randint(1, 28)
        if self.random.random() < 0.3:
            return Period(edtf=f"{year}-{month:02}-{day:02}", words="last week", anchor=f"{year}-{month:02}-28")
        return Period(edtf=self.one_of((f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}")))

    def source(self, shared: dict[str, Any]) -> Source:
        stretches = tuple(
            Stretch(section=Section.BODY, start=n * 1000, end=n * 1000 + 900, heading=self.words(2, 5))
            for n in range(4)
        )
        return Source(
            **shared,
            title=self.words(5, 10),
            sha256=self.sha256,
            length=21_000,
            publisher="Korea Bizwire",
            published=self.period(),
            published_basis="printed",
            language="en",
            sections=stretches,
        )

    def actor(self, shared: dict[str, Any]) -> Actor:
        name = self.words(2, 3)
        return Actor(
            **shared,
            name=name,
            kind=self.one_of(ActorKind),
            names=(name, f"the {name}"),
            code=self.one_of((None, "KR", "PL")),
            catalogue="state:KR",
            evidence=self.evidence("/name", "/kind", "/names/0", "/names/1", "/code"),
        )

    def weapon_system(self, shared: dict[str, Any]) -> WeaponSystem:
        return WeaponSystem(
            **shared,
            name="K9 Thunder",
            designation="K9",
            names=("K9", "K9 Thunder"),
            categories=("self-propelled howitzer",),
            sipri_category="Artillery",
            unroca_category="III",
            origin="KR",
            catalogue="weapon:k9",
            evidence=self.evidence("/name", "/designation", "/names/0", "/names/1", "/categories", "/origin"),
        )

    def agreement(self, shared: dict[str, Any]) -> Agreement:
        return Agreement(
            **shared,
            name=self.words(3, 7),
            kind=self.one_of(AgreementKind),
            status=self.one_of(AgreementStatus),
            parties=tuple(self.random.sample(self.actors, 2)),
            signed=self.period(),
            evidence=self.evidence("/name", "/kind", "/status", "/parties/0", "/parties/1", "/signed"),
        )

    def dialogue(self, shared: dict[str, Any]) -> Dialogue:
        return Dialogue(
            **shared,
            name=self.words(3, 7),
            kind=self.one_of(DialogueKind),
            participants=tuple(Participant(actor=actor) for actor in self.random.sample(self.actors, 3)),
            place="Warsaw",
            date=self.period(),
            topics=(self.words(2, 6),),
            evidence=self.evidence(
                "/name", "/kind", "/place", "/date", "/topics/0", *(f"/participants/{n}" for n in range(3))
            ),
        )

    def transfer(self, shared: dict[str, Any]) -> Transfer:
        weapons = self.random.sample(self.weapons, self.random.randint(1, 3))
        items = tuple(Item(weapon=weapon, number=self.amount(), counting=self.one_of(Counting)) for weapon in weapons)
        return Transfer(
            **shared,
            kind=TransferKind.SALE,
            stage=self.one_of(Stage),
            supplier=self.an_actor(),
            companies=(self.an_actor(),),
            recipient=self.an_actor(),
            items=items,
            value=self.money(),
            stages=(StageDate(stage=Stage.SIGNED, date=self.period()),),
            terms=(Term.LOCAL_PRODUCTION,),
            deliveries=(Delivery(number=self.amount(), date=self.period()),),
            evidence=self.evidence(
                *("/stage", "/supplier", "/recipient", "/value", "/stages/0", "/terms/0", "/deliveries/0"),
                *(f"/items/{n}/{part}" for n in range(len(items)) for part in ("weapon", "number")),
            ),
        )

    def deployment(self, shared: dict[str, Any]) -> Deployment:
        return Deployment(
            **shared,
            what=self.words(3, 7),
            kind=self.one_of(DeploymentKind),
            actors=(self.an_actor(),),
            place="Baltic Sea",
            period=self.period(),
            strength=self.quantity(),
            evidence=self.evidence("/what", "/kind", "/actors/0", "/place", "/period", "/strength"),
        )

    def observation(self, shared: dict[str, Any]) -> Observation:
        cell = Cell(
            table=0,
            row=self.random.randrange(30),
            column=self.random.randrange(6),
            row_header=self.words(1, 3),
            column_header="2019–23",
        )
        return Observation(
            **shared,
            indicator="share of arms imports",
            value=self.money() if self.random.random() < 0.3 else self.quantity(),
            subject=self.words(1, 2),
            subject_actor=self.an_actor(),
            period=self.period(),
            publisher="SIPRI",
            cell=cell if self.random.random() < 0.7 else None,
            evidence=self.evidence("/value", "/subject", "/indicator", "/period", "/publisher"),
        )

    def event(self, shared: dict[str, Any]) -> Event:
        return Event(
            **shared,
            what=self.words(3, 7),
            kind=self.one_of(EventKind),
            actors=(Participant(actor=self.an_actor(), role=Role.AGENT),),
            date=self.period(),
            evidence=self.evidence("/what", "/kind", "/actors/0", "/date"),
        )

    def statement(self, shared: dict[str, Any]) -> Statement:
        return Statement(
            **shared,
            text=self.words(10, 30),
            speech=Speech.DIRECT,
            speaker=self.an_actor(),
            date=self.period(),
            evidence=self.evidence("/text", "/speaker", "/date"),
        )


# ---- the same shape for others


def annotation(form: Form, made: dict[type[Any], Any], union: Callable[[Any], Any]) -> Any:
    """The annotation of a field of another library's class; a class that is not made yet is named."""
    match form:
        case Optional(inner):
            return typing.Optional[annotation(inner, made, union)]  # noqa: UP045
        case Many(item):
            return tuple[annotation(item, made, union), ...]  # type: ignore[misc]
        case Choice(vocabulary):
            return vocabulary
        case Instance((cls,)):
            return made.get(cls, typing.ForwardRef(cls.__name__))
        case Instance(several):
            return union(typing.Union[tuple(made[cls] for cls in several)])  # noqa: UP007
        case String():
            return str
        case Whole():
            return int
        case Flag():
            return bool
        case Number():
            return Decimal
        case _:
            raise TypeError(f"no annotation is known for {form!r}")


def parts_first() -> list[type[Any]]:
    """The classes of the format, each after those that it is made of."""
    every: dict[type[Any], None] = {}

    def visit(cls: type[Any]) -> None:
        for field in fields_of(cls):
            form = field.form
            while isinstance(form, (Optional, Many)):
                form = form.form if isinstance(form, Optional) else form.item
            for part in form.classes if isinstance(form, Instance) else ():
                if part is not cls and part not in every:
                    visit(part)
        every[cls] = None

    for cls in classes():
        if cls not in every:
            visit(cls)
    return list(every)


def pydantic_documents() -> pydantic.TypeAdapter[Any]:
    strict = pydantic.ConfigDict(strict=True, extra="forbid", frozen=True)
    made: dict[type[Any], Any] = {}

    def tagged(union: Any) -> Any:
        return typing.Annotated[union, pydantic.Field(discriminator="type")]

    for cls in parts_first():
        annotations: dict[str, Any] = {}
        body = {"__annotations__": annotations, "__module__": __name__, "model_config": strict}
        if (tag := tag_of(cls)) is not None:
            annotations["type"] = typing.Literal[tag]
        for field in fields_of(cls):
            annotations[field.name] = annotation(field.form, made, tagged)
            if not field.required:
                body[field.name] = field.default
        made[cls] = type(cls.__name__, (pydantic.BaseModel,), body)
        made[cls].model_rebuild(_types_namespace={cls.__name__: made[cls]})
    record = tagged(typing.Union[tuple(made[cls] for cls in RECORD_TYPES.values())])  # noqa: UP007
    document = pydantic.create_model("Document", __config__=strict, format=str, version=str, records=list[record])
    return pydantic.TypeAdapter(document)


def msgspec_documents() -> msgspec.json.Decoder[Any]:
    # Classes that hold their own kind are looked up by name in their module.
    module = types.ModuleType("structs")
    sys.modules[module.__name__] = module
    made: dict[type[Any], Any] = {}
    options: dict[str, Any] = {"frozen": True, "kw_only": True, "forbid_unknown_fields": True, "omit_defaults": True}
    for cls in parts_first():
        fields: list[Any] = []
        for field in fields_of(cls):
            kind = annotation(field.form, made, lambda union: union)
            fields.append((field.name, kind) if field.required else (field.name, kind, field.default))
        tagged = {} if tag_of(cls) is None else {"tag": tag_of(cls), "tag_field": "type"}
        made[cls] = msgspec.defstruct(cls.__name__, fields, module=module.__name__, **options, **tagged)
        setattr(module, cls.__name__, made[cls])
    record = typing.Union[tuple(made[cls] for cls in RECORD_TYPES.values())]  # noqa: UP007
    document = msgspec.defstruct("Document", [("format", str), ("version", str), ("records", list[record])], **options)
    return msgspec.json.Decoder(document)


def plain_cattrs() -> cattrs.Converter:
    converter = cattrs.Converter(omit_if_default=True)
    converter.register_structure_hook(Decimal, lambda text, _: Decimal(text))
    converter.register_unstructure_hook(Decimal, str)
    cattrs.strategies.configure_tagged_union(
        typing.Union[tuple(RECORD_TYPES.values())],  # noqa: UP007
        converter,
        tag_generator=lambda cls: cls.type,
        tag_name="type",
    )
    cattrs.strategies.configure_tagged_union(
        Money | Quantity, converter, tag_generator=lambda cls: cls.__name__.lower(), tag_name="type"
    )
    return converter


# ---- measuring


@attrs.frozen
class Contestant:
    """A way to load the bytes of a file and to dump what was loaded as bytes."""

    name: str
    data: bytes
    load: Callable[[bytes], Any]
    dump: Callable[[Any], bytes]


def contestants(records: tuple[Record, ...]) -> list[Contestant]:
    documents, decoder, encoder = pydantic_documents(), msgspec_documents(), msgspec.json.Encoder()
    converter = plain_cattrs()
    union = typing.Union[tuple(RECORD_TYPES.values())]  # noqa: UP007

    def document(records: Iterable[Record]) -> bytes:
        file = io.BytesIO()
        dump_records(records, file)
        return file.getvalue()

    def lines(records: Iterable[Record]) -> bytes:
        file = io.BytesIO()
        dump_jsonl(records, file)
        return file.getvalue()

    def cattrs_load(data: bytes) -> Any:
        return [converter.structure(record, union) for record in json.loads(data)["records"]]

    def cattrs_dump(records: Any) -> bytes:
        plain = [converter.unstructure(record, union) for record in records]
        everything = {"format": FORMAT, "version": VERSION, "records": plain}
        return json.dumps(everything, ensure_ascii=False, separators=(",", ":")).encode()

    def without_defaults(everything: Any) -> bytes:
        return documents.dump_json(everything, exclude_defaults=True)

    some = document(records[:1000])
    assert loads_records(some) == records[:1000]
    assert json.loads(without_defaults(documents.validate_json(some))) == json.loads(some)
    assert json.loads(encoder.encode(decoder.decode(some))) == json.loads(some)
    assert cattrs_load(some) == list(records[:1000])
    data = document(records)
    return [
        Contestant("kordef", data, loads_records, document),
        Contestant("kordef, JSON Lines", lines(records), lambda data: list(load_jsonl(io.BytesIO(data))), lines),
        Contestant("pydantic", data, documents.validate_json, without_defaults),
        Contestant("pydantic, all fields", data, documents.validate_json, documents.dump_json),
        Contestant("plain cattrs and json", data, cattrs_load, cattrs_dump),
        Contestant("msgspec.Struct", data, decoder.decode, encoder.encode),
    ]


def seconds(work: Callable[[Any], Any], given: Any) -> tuple[float, Any]:
    gc.collect()
    start = time.perf_counter()
    result = work(given)
    return time.perf_counter() - start, result


def measure(every: list[Contestant], rounds: int) -> dict[tuple[str, str], float]:
    """The fastest times in seconds, by contestant and task."""
    best: dict[tuple[str, str], float] = {}
    for _ in range(rounds):
        for collector in ("", ", collector off"):
            for one in every:
                if collector:
                    gc.disable()
                loading, loaded = seconds(one.load, one.data)
                dumping, _ = seconds(one.dump, loaded)
                del loaded
                gc.enable()
                for task, taken in ((f"loading{collector}", loading), (f"dumping{collector}", dumping)):
                    best[one.name, task] = min(taken, best.get((one.name, task), taken))
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare the codec with pydantic, cattrs and msgspec.")
    parser.add_argument("--records", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    every = contestants(tuple(Maker(seed=0).records(arguments.records)))
    best = measure(every, arguments.rounds)
    size = len(every[0].data) / 1e6
    print(f"{arguments.records:,} records, {size:.1f} MB of JSON, fastest of {arguments.rounds} interleaved rounds")
    print(f"Python {sys.version.split()[0]}, pydantic {pydantic.VERSION}, msgspec {msgspec.__version__}")
    for task in sorted({task for _, task in best}, reverse=True):
        print(f"\n{task:24} {'seconds':>10} {'µs a record':>12} {'MB/s':>8} {'time, kordef = 1':>18}")
        for one in every:
            taken = best[one.name, task]
            each, ratio = taken / arguments.records * 1e6, taken / best[every[0].name, task]
            print(f"  {one.name:22} {taken:10.3f} {each:12.2f} {size / taken:8.1f} {ratio:18.2f}")


if __name__ == "__main__":
    main()
