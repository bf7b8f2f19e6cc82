"""Agreements: which sentences speak of one, what they say of it, and which do not."""

from __future__ import annotations

import time
from typing import Any

import pytest
from attrs import evolve

from kordef.builders import page_of
from kordef.builders.agreements.builder import build
from kordef.builders.grammar.frames import load as load_frames
from kordef.builders.page import Page
from kordef.catalogue import load
from kordef.evidence import unsupported
from kordef.mentions import find
from kordef.periods import Period
from kordef.reading import read_text
from kordef.records import Agreement
from kordef.vocabulary import AgreementStatus

CATALOGUE = load()
PUBLISHED = Period(edtf="2025-06-15")  # a Sunday


def page(text: str) -> Page:
    document = evolve(read_text("t.txt", text), published=PUBLISHED, published_basis="printed")
    return page_of(document, find(document, CATALOGUE), CATALOGUE)


def agreements(text: str) -> list[Agreement]:
    read = page(text)
    found = list(build(read))
    for record in found:
        assert unsupported(record) == ()
        for evidence in record.evidence:
            assert text[evidence.start : evidence.end] == evidence.exact
    return found


def parties(text: str, record: Agreement) -> list[str]:
    read = page(text)
    actors = [read.actors[p] for p in record.parties]
    short = {"organisation:nato": "NATO", "organisation:eu": "EU", "organisation:un": "UN"}

    def name(actor: Any) -> str:
        if actor.code:
            return str(actor.code)
        if actor.acts_for:
            return name(read.actors[actor.acts_for])
        return short.get(actor.catalogue or "", actor.name)

    return sorted(map(name, actors))


def date(record: Agreement) -> str | None:
    period = record.signed or record.in_force or record.announced or record.ended
    return period.edtf if period else None


def only(text: str) -> Agreement:
    found = agreements(text)
    assert [r.name for r in found] == [found[0].name] if found else False, [r.name for r in found]
    return found[0]


# ---- the examples of the frames


EXAMPLES = [pytest.param(e, id=f.id) for f in load_frames("agreements").frames for e in f.examples]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_of_the_frames_hold(example: dict[str, Any]) -> None:
    text = example["text"]
    found = agreements(text)
    assert len(found) == example.get("count", 1)
    for record in found:
        assert record.kind == example.get("kind", record.kind)
        assert record.status == example["status"]
        assert parties(text, record) == example["parties"]
        if "date" in example:
            assert date(record) == example["date"]


def test_every_frame_with_a_date_of_its_own_has_an_example() -> None:
    without = {f.id for f in load_frames("agreements").frames if not f.examples}
    assert without <= {"ratify", "upgrade", "replace", "renew", "restore", "join"}


# ---- kinds, parties, dates, status


SENTENCES = [
    (
        "Finland and South Korea signed a letter of intent on defence materiel cooperation in Helsinki on 12 September 2023.",
        ("other", "signed", ["FI", "KR"], "2023-09-12"),
    ),
    (
        "Germany and South Korea signed a Military Secret Protection Agreement in May 2023, which entered into force in January 2024.",
        ("other", "in_force", ["DE", "KR"], "2023-05"),
    ),
    (
        "The Defence Cooperation Agreement between Sweden and the United States was signed in December 2023 and entered into force on 15 August 2024.",
        ("other", "in_force", ["SE", "US"], "2023-12"),
    ),
    (
        "Seoul and Berlin have agreed to begin negotiations on an agreement on reciprocal logistics support.",
        ("other", "proposed", ["DE", "KR"], None),
    ),
    (
        "Canada and the EU are expected to sign a security and defence partnership at their summit in Brussels on 23 June 2025.",
        ("partnership", "announced", ["CA", "EU"], "2025-06-23"),
    ),
    (
        "Germany wants to conclude a defence cooperation agreement with South Korea before the end of the year.",
        ("other", "proposed", ["DE", "KR"], None),
    ),
    (
        "Talks between Ankara and Seoul on a status-of-forces agreement for their troops broke down.",
        ("treaty", "negotiating", ["KR", "TR"], None),
    ),
    (
        "Australia upgraded its relations with South Korea to a comprehensive strategic partnership in December 2021.",
        ("partnership", "signed", ["AU", "KR"], "2021-12"),
    ),
    (
        "Hanwha Aerospace and Poland's WB Group signed an agreement on 15 April 2025 to set up a joint venture for guided missiles.",
        ("other", "signed", ["Hanwha Aerospace", "WB Group"], "2025-04-15"),
    ),
    (
        "Under the 1953 Mutual Defense Treaty, the United States keeps 28,500 troops in South Korea.",
        ("treaty", "in_force", ["KR", "US"], "1953"),
    ),
    (
        "Turkey and South Korea agreed to extend the technical arrangement on quality assurance, which expired last year.",
        ("technical_arrangement", "ended", ["KR", "TR"], "2024"),
    ),
    (
        "The European Commission in March 2025 proposed the Security Action for Europe (SAFE), a loan instrument worth 150 billion euros.",
        ("funding_initiative", "proposed", ["EU"], "2025-03"),
    ),
    (
        "Estonia and South Korea have no defence cooperation agreement, but a memorandum of understanding has been in force since 2013.",
        ("mou", "in_force", ["EE", "KR"], "2013"),
    ),
    (
        "Bilateral ties between Poland and South Korea have been a strategic partnership since 2013.",
        ("partnership", "in_force", ["KR", "PL"], "2013"),
    ),
    (
        "A letter of intent between Poland and South Korea on submarine technology, signed in Busan in March 2025, has lapsed without result.",
        ("other", "ended", ["KR", "PL"], "2025-03"),
    ),
    (
        "The Security and Defence Partnership between the EU and South Korea was announced by Josep Borrell in Seoul on 4 November 2024.",
        ("partnership", "announced", ["EU", "KR"], "2024-11-04"),
    ),
    (
        "Seoul signed an agreement with NATO on mutual recognition for military airworthiness certification in 2023.",
        ("technical_arrangement", "signed", ["KR", "NATO"], "2023"),
    ),
    (
        "May 2023: agreement between Germany and South Korea on the protection of military secrets announced",
        ("other", "announced", ["DE", "KR"], "2023-05"),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_tells_kind_status_parties_and_date(
    text: str, expected: tuple[str, str, list[str], str | None]
) -> None:
    record = only(text)
    assert (record.kind, record.status, parties(text, record), date(record)) == expected


def test_each_step_keeps_its_own_date() -> None:
    record = only("The GSOMIA between South Korea and Japan was signed in 2016 and expired in August 2030.")
    assert record.signed is not None
    assert record.signed.edtf == "2016"
    assert record.ended is not None
    assert record.ended.edtf == "2030-08"
    assert record.in_force is None


def test_a_pact_that_is_restored_is_in_force_again() -> None:
    record = only("GSOMIA, the pact with Japan that Seoul had suspended in 2019, was fully restored on 21 March 2023.")
    assert record.status is AgreementStatus.IN_FORCE
    assert record.in_force is not None
    assert record.in_force.edtf == "2023-03-21"


def test_an_upgrade_points_at_what_it_replaces() -> None:
    old, new = agreements(
        "On Wednesday Britain and South Korea turned their partnership of 2013 into a global strategic partnership."
    )
    assert (old.status, new.status) == (AgreementStatus.UPGRADED, AgreementStatus.SIGNED)
    assert new.upgrades == old.id
    assert old.in_force is not None
    assert old.in_force.edtf == "2013"


def test_a_newer_programme_supersedes_the_latest_of_the_older_ones() -> None:
    found = agreements(
        "NATO and South Korea agreed an Individual Partnership and Cooperation Programme (IPCP) in 2012; the third edition was "
        "signed on 21 November 2019. On 11 July 2023 NATO and South Korea adopted an Individually Tailored Partnership "
        "Programme. It names 11 areas, four more than the document it replaces."
    )
    assert [r.status.value for r in found] == ["upgraded", "upgraded", "signed"]
    assert found[2].supersedes == found[1].id


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "London has concluded comparable arrangements with Japan and Singapore.",
            [["GB", "JP"], ["GB", "SG"]],
        ),
        (
            "NATO has tailored programmes. Seoul adopted an Individually Tailored Partnership Programme (ITPP) with NATO in 2023. Japan and "
            "Australia have concluded ITPPs of their own, while New Zealand is still negotiating.",
            [["KR", "NATO"], ["JP", "NATO"], ["AU", "NATO"], ["NATO", "NZ"]],
        ),
        (
            "Australia's Individually Tailored Partnership Programme with NATO was agreed in February 2023, Japan's in July 2023.",
            [["AU", "NATO"], ["JP", "NATO"]],
        ),
        (
            "Poland and South Korea signed two memoranda of understanding, on trade and investment and on energy.",
            [["KR", "PL"], ["KR", "PL"]],
        ),
        (
            "Poland concluded framework agreements with Hyundai Rotem and Korea Aerospace Industries on 27 July 2022.",
            [["Hyundai Rotem", "Korea Aerospace Industries", "PL"]],
        ),
    ],
)
def test_several_in_one_breath_are_told_apart(text: str, pairs: list[list[str]]) -> None:
    assert [parties(text, r) for r in agreements(text)] == pairs


def test_an_abbreviation_brings_later_mentions_together() -> None:
    text = (
        "In November 2024 the EU and South Korea launched a Security and Defence Partnership (SDP). The SDP is not legally "
        "binding. Officials said the SDP would be reviewed every year."
    )
    assert only(text).kind == "partnership"


def test_they_go_on_with_what_happened_on_the_day_before_told() -> None:
    text = (
        "On 4 November 2024 Foreign Minister Cho Tae-yul and High Representative Josep Borrell met in Seoul. They adopted a "
        "Security and Defence Partnership."
    )
    record = only(text)
    assert date(record) == "2024-11-04"
    assert parties(text, record) == ["EU", "KR"]


def test_a_plan_reported_in_the_past_is_announced() -> None:
    text = (
        "South Korea and Britain raise ties. Yoon's office had said that two papers would be signed during the visit: a memorandum "
        "on joint defence exports and a declaration of intent on a partnership for defence capability."
    )
    assert [(r.kind.value, r.status.value) for r in agreements(text)] == [
        ("mou", "announced"),
        ("joint_declaration", "announced"),
    ]


def test_a_pledge_has_its_target_with_its_parts() -> None:
    record = only(
        "At the Hague summit on 25 June 2025 NATO members pledged to spend 5 percent of GDP on defence by 2035, of which 3.5 percent "
        "will go to core defence and 1.5 percent to related infrastructure."
    )
    assert record.kind == "pledge"
    (target,) = record.targets
    assert str(target.value.amount.low) == "5"
    assert target.by is not None
    assert target.by.edtf == "../2035"
    assert [str(p.value.amount.low) for p in target.parts] == ["3.5", "1.5"]


def test_the_parts_of_a_pledge_may_stand_in_the_next_sentence() -> None:
    record = only(
        "NATO members agreed to raise defense budgets to 5 percent of gross domestic product by 2035. Of the new target, 3.5 percentage "
        "points will go toward weapons procurement, while the remaining 1.5 percentage points will support military infrastructure."
    )
    assert [(p.indicator, str(p.value.amount.low)) for p in record.targets[0].parts] == [
        ("weapons procurement", "3.5"),
        ("military infrastructure", "1.5"),
    ]


def test_shares_that_do_not_add_up_are_no_parts() -> None:
    record = only(
        "NATO members agreed to raise defense budgets to 5 percent of gross domestic product by 2035. Poland spends 4.7 percent and "
        "Spain 1.3 percent."
    )
    assert record.targets[0].parts == ()


def test_a_funding_initiative_has_its_amount() -> None:
    record = only(
        "European Commission President Ursula von der Leyen has proposed the ReArm initiative to mobilise about €800 billion."
    )
    assert record.kind == "funding_initiative"
    assert [(a.currency, str(a.amount.qualifier)) for a in record.amounts] == [("EUR", "about")]


def test_the_place_of_signature_is_kept() -> None:
    assert only("Spain and South Korea signed a defence cooperation agreement in Madrid in May 2025.").place == "Madrid"


# ---- what is not an agreement


NOTHING = [
    "Hanwha Ocean signed a supply agreement worth 1.2 trillion won with a European shipowner.",
    "Romania signed an agreement to buy 54 K9 howitzers from South Korea.",
    "Poland signed a contract with Hyundai Rotem for 180 K2 tanks on 26 August 2022.",
    "Prime Minister Donald Tusk said Poland would not sign the agreement.",
    "No agreement has been signed yet between Poland and South Korea.",
    "The company concluded a collective wage agreement with its union.",
    "Moscow is pushing Kyiv to sign the peace deal.",
    "The burgeoning partnership between North Korea and Russia alarms Seoul.",
    "The agreement between sweet and sour is what makes this dish.",
    "The two ministers are in general agreement on sanctions.",
    "Seoul pursued agreements that are advantageous for both parties.",
    "Hungary left the accord.",
    "The Washington Treaty requires ratification by all members.",
    "FIFA and the KFA signed a partnership agreement.",
    "Poland's defence budget rose to 4 percent of GDP in 2023.",
    "Analysts urged Seoul to raise defence spending to 3 percent of GDP.",
    "South Korea beat Germany 2-1; the fans were in agreement that the pact of the team held.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_only_looks_like_one_yields_nothing(text: str) -> None:
    assert [r.name for r in agreements(text)] == []


def test_a_long_story_off_the_subject_yields_nothing() -> None:
    text = (
        "South Korean trade minister Ahn Duk-geun visited Brussels on Monday for talks with EU trade commissioner Maros Sefcovic on steel, "
        "car exports and the carbon border levy. The two sides signed a digital trade agreement. Exports of cars rose 5 percent in May "
        "while exports of ships fell. Analysts said the outlook for chips remained strong."
    )
    assert agreements(text) == []


# ---- determinism and speed


def test_records_are_the_same_on_every_run() -> None:
    text = "\n\n".join(t for t, _ in SENTENCES)
    assert build(page(text)) == build(page(text))


@pytest.mark.parametrize(
    "unit",
    [
        "Poland and South Korea signed a memorandum of understanding on defence in 2023. ",
        "agreement with partnership between treaty and ",
        "an Agreement of the Treaty on Partnership for ",
        "agreed to raise defence spending to 5 percent of GDP, ",
        "(ITPP) (MOU) Accord ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(size: int) -> float:
        read = page(unit * (size // len(unit)))
        start = time.process_time()
        build(read)
        return time.process_time() - start

    seconds(2_000)
    small = min(seconds(20_000) for _ in range(2))
    large = min(seconds(160_000) for _ in range(3))
    assert large < 40 * max(small, 0.01)


# ---- further wordings


MORE = [
    (
        "The Dutch and Danish defence ministers witnessed the signing of a letter of intent on joint drone production in The "
        "Hague on 3 June 2025.",
        ("other", "signed", ["DK", "NL"], "2025-06-03"),
    ),
    (
        "Japan and the Philippines welcomed the entry into force, on 11 September 2025, of their Reciprocal Access Agreement.",
        ("other", "in_force", ["JP", "PH"], "2025-09-11"),
    ),
    (
        "Under a memorandum of understanding, Saab and Embraer will explore a maintenance centre for fighters in Brazil.",
        ("mou", "signed", ["Embraer", "Saab"], None),
    ),
    (
        "Prime Minister Donald Tusk returned from Seoul in January with a memorandum on defence research.",
        ("mou", "signed", ["KR", "PL"], "2025-01"),
    ),
    (
        "Estonia, Latvia and Lithuania signed a trilateral declaration on air defence in Vilnius on 6 June 2025.",
        ("joint_declaration", "signed", ["EE", "LT", "LV"], "2025-06-06"),
    ),
    (
        "Hanwha Ocean (KRX: 042660) announced that it has concluded a framework agreement with Babcock on submarine upkeep.",
        ("framework_agreement", "signed", ["Babcock International", "Hanwha Ocean"], None),
    ),
    (
        "Talks between Estonia and South Korea on a general security of military information agreement are under way.",
        ("other", "negotiating", ["EE", "KR"], None),
    ),
    (
        "The Czech-led ammunition initiative has delivered 1.5 million shells to Ukraine since 2024.",
        ("funding_initiative", "in_force", ["CZ"], None),
    ),
    (
        "Turkey and Indonesia signed an implementing arrangement on frigates on Tuesday.",
        ("technical_arrangement", "signed", ["ID", "TR"], "2025-06-10"),
    ),
    (
        "Britain and Poland will next week sign a defence treaty in Warsaw.",
        ("treaty", "announced", ["GB", "PL"], "2025-06-16/2025-06-22"),
    ),
    (
        "The two days of talks in Ankara were followed by the adoption of a roadmap on defence industry between Turkey and "
        "Kazakhstan.",
        ("other", "signed", ["KZ", "TR"], None),
    ),
    (
        "Germany and Norway agreed to hold more drills and to conclude a pact on submarine data.",
        ("other", "announced", ["DE", "NO"], None),
    ),
]


@pytest.mark.parametrize(("text", "expected"), MORE)
def test_other_wordings_are_read_too(text: str, expected: tuple[str, str, list[str], str | None]) -> None:
    record = only(text)
    assert (record.kind, record.status, parties(text, record), date(record)) == expected


def test_each_partner_that_negotiates_its_own_has_a_record() -> None:
    text = (
        "Japan and the European Union signed a security agreement on missile defence in May 2025. "
        "Canada and Australia are already negotiating theirs."
    )
    assert [(r.status.value, parties(text, r)) for r in agreements(text)] == [
        ("signed", ["EU", "JP"]),
        ("negotiating", ["CA", "EU"]),
        ("negotiating", ["AU", "EU"]),
    ]


def test_what_a_newer_arrangement_supersedes_is_upgraded() -> None:
    text = (
        "Latvia and South Korea signed a memorandum on defence cooperation, which supersedes the arrangement of 2016."
    )
    assert [(r.kind.value, r.status.value, date(r)) for r in agreements(text)] == [
        ("mou", "signed", None),
        ("other", "upgraded", "2016"),
    ]


def test_a_revised_accord_has_the_parties_of_the_first() -> None:
    text = (
        "Poland and Norway signed an agreement on missile maintenance in May 2019. "
        "A revised accord, signed on Friday, adds training."
    )
    assert [(r.status.value, parties(text, r), date(r)) for r in agreements(text)] == [
        ("upgraded", ["NO", "PL"], "2019-05"),
        ("signed", ["NO", "PL"], "2025-06-13"),
    ]


def test_a_sum_promised_to_a_state_is_a_pledge() -> None:
    text = "Germany pledged 5 billion euros to Ukraine for air defence on 28 May 2025."
    record = only(text)
    assert (record.kind, record.status, parties(text, record)) == ("pledge", "announced", ["DE", "UA"])


@pytest.mark.parametrize(
    "text",
    [
        "Denmark pledged 27 billion kroner for its Arctic defence.",
        "Hanwha Aerospace has committed 3 trillion won to new howitzer plants in Romania.",
        "Germany was urged to consider a pledge of 5 billion euros.",
        "There is general agreement in Poland that the army needs more tanks.",
        "The army called the text of the tender for howitzers unclear, and the document was signed by a colonel.",
        "A friendship agreement between the two universities covers tank history.",
        "The tank maker's pricing model is called a coalition of costs.",
        "The safe held the plans of the submarine, and SAFE AND SOUND was written on it.",
    ],
)
def test_near_misses_yield_nothing(text: str) -> None:
    assert agreements(text) == []
