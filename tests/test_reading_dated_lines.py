"""Lines that say how old a page is, beside furniture, and closing lists of figures."""

from __future__ import annotations

import pytest

from kordef.document import BlockKind
from kordef.reading import read_text

_BODY = "The ministry ordered 24 howitzers from the maker on Monday and will pay for them over the next four years."


def kinds(text: str) -> dict[str, BlockKind]:
    document = read_text("page", text)
    return {document.text[block.start : block.end]: block.kind for block in document.blocks}


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        ("Naval Service | Sheet 23 | Status: 15 May 2025 | Printable version", "Status: 15 May 2025"),
        ("Week ending 21 September 2025 | Compiled by the desk | 6 min read", "Week ending 21 September 2025"),
        ("As of March 3, 2025 | 4 min read", "As of March 3, 2025"),
        ("Data as of 1 July 2024 | Print this page", "Data as of 1 July 2024"),
        ("Current as of 30 June 2024 | Share", "Current as of 30 June 2024"),
        ("Week of 5 May 2025 | Share", "Week of 5 May 2025"),
        ("Updated : Dec. 14, 2023 - 17:58", "Updated : Dec. 14, 2023 - 17:58"),
    ],
)
def test_dated_lines_beside_furniture(line: str, dated: str) -> None:
    assert kinds(f"An order of howitzers for the army\n\n{line}\n\n{_BODY}\n")[dated] is BlockKind.DATE


def test_a_date_of_change_below_the_first_date() -> None:
    text = f"An order of howitzers\n\nPublished : Dec. 14, 2023 - 15:21\nUpdated : Dec. 15, 2023 - 17:58\n\n{_BODY}\n"
    assert kinds(text)["Updated : Dec. 15, 2023 - 17:58"] is BlockKind.DATE
    document = read_text("page", text)
    line = document.stories[0].date_line
    assert line is not None
    assert document.text[line.start : line.end] == "Dec. 14, 2023"


@pytest.mark.parametrize("line", ["Updated 3 hours ago | 6 min read", "Sheet 23 | Print this page", "Weekly | Share"])
def test_lines_without_a_date_are_no_date_lines(line: str) -> None:
    found = kinds(f"An order of howitzers for the army\n\n{line}\n\n{_BODY}\n")
    assert BlockKind.DATE not in found.values()


@pytest.mark.parametrize(
    "lines",
    [
        ["Share of the navy's frigates under ten years old: three in five", "Crew of each: 120"],
        ["Export value of Korean surface warships, 2015-24: $2.9bn", "Ships in service: 12"],
        ["Length of the coastline in kilometres: 2,413", "Number of the yards that build warships for it: four"],
        ["Price: €2 million", "Delivery of the first vehicles to the brigade: 2027"],
        ["Yearly output of the works at Changwon, all types: 240", "Workers: 3,000"],
    ],
)
def test_figures_below_the_last_paragraph_are_a_list(lines: list[str]) -> None:
    found = kinds("\n".join(["An order of howitzers", "", _BODY, "", "KEY FIGURES", *lines, ""]))
    assert [found[line] for line in lines] == [BlockKind.LIST_ITEM, BlockKind.LIST_ITEM]
    assert found["KEY FIGURES"] is BlockKind.HEADING
