"""Headings that run into their paragraph: "GERMANY. Four systems were announced"."""

from __future__ import annotations

import pytest

import kordef
from kordef.document import BlockKind
from kordef.records import Actor, Transfer


def blocks(text: str) -> list[tuple[str, str]]:
    document = kordef.read_text("page.txt", f"Aid in May\n\n{text}\n")
    return [(str(b.kind), document.text[b.start : b.end].split(".")[0]) for b in document.blocks[1:]]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("GERMANY. Four launchers were announced by the minister in Brussels on 11 April.", "GERMANY"),
        ("UNITED KINGDOM. A package of drones, radars and repairs is paid for by London.", "UNITED KINGDOM"),
        ("SOUTH KOREA. Two mine-clearing vehicles and ten mine detectors were sent.", "SOUTH KOREA"),
        ("BOSNIA AND HERZEGOVINA. 20 Humvees arrived at the base near Sarajevo in June.", "BOSNIA AND HERZEGOVINA"),
        ("OUTLOOK. €200 million more is expected before the end of the year.", "OUTLOOK"),
    ],
)
def test_a_name_in_capitals_heads_its_paragraph(text: str, heading: str) -> None:
    (kind, words), (below, _) = blocks(text)
    assert (kind, words) == (str(BlockKind.HEADING), heading)
    assert below == str(BlockKind.PARAGRAPH)


@pytest.mark.parametrize(
    "text",
    [
        "U.S. Army soldiers trained with the Polish army near Orzysz for three weeks.",
        "NATO's chief spoke to the press on Monday about the new command in Norfolk.",
        "SEOUL, June 3 (Yonhap) -- The minister spoke to the press about the deal on Monday.",
        "MBDA. was the name on the box, and nothing else could be read on it by anyone.",
        "It was signed by the FMV. Six of the boats will go to the navy by 2027, it said.",
    ],
)
def test_what_begins_in_capitals_and_is_no_heading(text: str) -> None:
    assert len(blocks(text)) == 1


def gifts(text: str) -> list[tuple[str, str]]:
    records = kordef.extract(kordef.read_text("page.txt", text)).records
    names = {r.id: r.code or r.name for r in records if isinstance(r, Actor)}
    return [
        (names[r.supplier], names[r.recipient])
        for r in records
        if isinstance(r, Transfer) and r.supplier and r.recipient
    ]


def test_what_stands_below_it_is_of_the_donor() -> None:
    text = (
        "Military aid to Ukraine: donors\n\nSOUTH KOREA. Two K600 Rhino vehicles and ten mine-detector sets sent.\n\n"
        "AUSTRALIA. Forty-nine retired M1A1 Abrams, worth A$245 million, gifted.\n"
    )
    assert gifts(text) == [("KR", "UA"), ("AU", "UA")]


def test_a_state_alone_above_a_table_of_donors_is_who_is_given_to() -> None:
    text = (
        "Military aid to Ukraine and Moldova: donors\n\nMoldova\n\nDate | Donor | Item | Value | Status\n"
        "Jan 2023 | Germany | 19 Piranha III H armoured carriers | n/a | Delivered\n"
        "Dec 2023 | France | 2 GM200 radars | €14 m | Delivered\n"
    )
    assert gifts(text) == [("DE", "MD"), ("FR", "MD")]


@pytest.mark.parametrize("menu", ["Follow us: LinkedIn | Instagram | YouTube", "Share: Facebook | X | LinkedIn"])
def test_a_menu_at_the_end_of_a_paragraph_does_not_take_it_along(menu: str) -> None:
    about = (
        "Norvik Marine builds patrol boats at two yards in Jutland and employs 1,200 people. It is owned by the"
        " Danish state (60%) and by a Norwegian firm (40%), which in turn owns half of a yard in Bergen."
    )
    found = blocks(f"{about} {menu}")
    assert [kind for kind, _ in found] == [str(BlockKind.PARAGRAPH), str(BlockKind.BOILERPLATE)]


def test_sentences_broken_over_lines_of_no_certain_width_are_one_paragraph() -> None:
    text = (
        "The ministry has chosen the offer that was presented by the\nyards of the north for the\n"
        "Patrol Boat programme, which was put forward by Norvik Marine\nGroup together with two smaller yards of the coast and their\n"
        "partners. The contract will be settled with the agency on behalf of the navy, and\nthe first of the boats will be built by\n"
        "Norvik itself in the coming year, while the second of the boats\nis to follow from the other yard in the year after that one.\n"
    )
    found = blocks(text)
    assert len(found) == 1


def test_lines_of_a_list_stay_apart() -> None:
    text = "Boats and their builders in the north of the country\nNorvik Marine builds the first boat of the new class\nHavnsund builds the second boat of the new class\nA third boat is to come from the yard in Sund\n"
    assert len(blocks(text)) == 4
