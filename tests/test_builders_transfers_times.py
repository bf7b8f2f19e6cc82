"""When a deal was made: the date in front of a sentence, the verb said once, papers signed, filings that tell of it."""

from __future__ import annotations

import pytest
from transfer_reading import notes

TITLE = "Military aid to Ukraine, a digest\n\nThe war in Ukraine goes on.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Germany gave seven PzH 2000s in May 2022 and the Netherlands five.",
            ("DE>UA donated 2022-05: 7 PzH 2000", "NL>UA donated 2022-05: 5 PzH 2000"),
        ),
        (
            "Poland donated 14 Leopard 2A4s in March 2023, Norway eight and Spain six.",
            (
                "PL>UA donated 2023-03: 14 Leopard 2A4",
                "NO>UA donated 2023-03: 8 Leopard 2A4",
                "ES>UA donated 2023-03: 6 Leopard 2A4",
            ),
        ),
        (
            "Germany gave seven Panzerhaubitze 2000 (PzH 2000) in May 2022.",
            ("DE>UA donated 2022-05: 7 PzH 2000",),
        ),
        (
            "At a meeting in Ramstein on 20 January 2023, Sweden gave 8 Archers.",
            ("SE>UA donated 2023-01-20: 8 Archer",),
        ),
        (
            "Germany gave seven PzH 2000s. At the summit in Madrid on 28 June 2022, the Netherlands added three, making 10.",
            ("DE>UA donated: 7 PzH 2000", "NL>UA donated 2022-06-28: 3 PzH 2000"),
        ),
        (
            "Germany gave ten PzH 2000s. Another four from Germany, announced on 19 September 2022, took the German total to 14.",
            ("DE>UA donated: 10 PzH 2000", "DE>UA donated 2022-09-19: 4 PzH 2000"),
        ),
        (
            "Denmark gave ten F-16s. A further six from Norway brought the number to 16.",
            ("DK>UA donated: 10 F-16 Fighting Falcon", "NO>UA donated: 6 F-16 Fighting Falcon"),
        ),
        (  # a date of its own
            "Germany gave seven PzH 2000s in May 2022 and the Netherlands five in June 2022.",
            ("DE>UA donated 2022-05: 7 PzH 2000", "NL>UA donated 2022-06: 5 PzH 2000"),
        ),
        (  # a second verb
            "Germany gave seven PzH 2000s in May 2022 and the Netherlands promised five.",
            ("DE>UA donated 2022-05: 7 PzH 2000", "NL>UA planned: 5 PzH 2000"),
        ),
        (
            "Germany and Britain planned to supply three Mars II launchers each, the United States four.",
            ("DE>UA planned: 3 MARS II", "GB>UA planned: 3 MARS II", "US>UA planned: 4 MARS II"),
        ),
    ],
)
def test_gifts_have_the_date_told_for_them(text: str, expected: tuple[str, ...]) -> None:
    assert sorted(note.replace("Panzerhaubitze", "PzH") for note in notes(TITLE + text)) == sorted(expected)


@pytest.mark.parametrize(
    ("told", "date"),
    [
        ("\n\nThe papers were signed last November. Nothing was to be said of it.", " 2023-11"),
        (" The documents were signed on 20 December 2023.", " 2023-12-20"),
        (" Signature took place on 1 February 2024.", " 2024-02-01"),
        ("\n\nThe signing took place in Riyadh on 3 May 2024.", " 2024-05-03"),
        (" The signatures were exchanged in March 2024.", " 2024-03"),
        ("\n\nThe papers in Riyadh wrote of it last November.", ""),
        ("\n\nThe ministers met.\n\nThey spoke of trade.\n\nThe papers were signed last November.", ""),
    ],
)
def test_a_deal_has_the_day_of_its_papers(told: str, date: str) -> None:
    text = f"Saudi Arabia is buying 10 batteries of the Cheongung-II from LIG Nex1 for $3.2 billion.{told}"
    assert notes(text) == (f"KR>SA signed{date}: 10 battery M-SAM II Cheongung-II = USD 3200000000",)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "Hanwha Aerospace said in a filing on Friday that it had won an order from Norway for 16 Chunmoo launchers.",
            " 2024-05-31",
        ),
        (
            "Hanwha Aerospace said in a stock exchange filing on Friday that it had won an order from Norway for 16 Chunmoo launchers.",
            " 2024-05-31",
        ),
        (
            "Hanwha Aerospace disclosed on Monday that it had landed a contract from Norway for 16 Chunmoo launchers.",
            " 2024-06-03",
        ),
        (
            "Hanwha Aerospace revealed on Monday it had won an order from Norway for 16 Chunmoo launchers.",
            " 2024-06-03",
        ),
        (
            "Hanwha Aerospace said on Monday it had received an order from Norway for 16 Chunmoo launchers.",
            " 2024-06-03",
        ),
        (
            "Jane's said in a report on Friday that Hanwha Aerospace had won an order from Norway for 16 Chunmoo launchers.",
            "",
        ),
    ],
)
def test_a_deal_has_the_day_of_the_filing_that_tells_of_it(text: str, date: str) -> None:
    assert [note.partition(":")[0] for note in notes(text)] == [f"KR>NO signed{date}"]
