"""Agreements: more ways to agree, who is party to what, and on which day."""

from __future__ import annotations

import pytest
from annotation_reading import annotated

Row = tuple[str, tuple[str, ...], str | None, str]


def read(text: str) -> list[Row]:
    return [
        (line["type"], tuple(line["parties"]), line["date"], line["status"]) for line in annotated(text, "agreement")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The defence ministers of Denmark and Canada initialled a memorandum of understanding on Arctic surveillance on 3 June 2025.",
            [("mou", ("DK", "CA"), "2025-06-03", "signed")],
        ),
        (
            "Latvia and Lithuania put their names to a protocol on the joint storage of mines on 5 March 2024.",
            [("other", ("LV", "LT"), "2024-03-05", "signed")],
        ),
        (
            "A protocol on mine storage was signed in Vilnius on 5 March by Latvia and Lithuania.",
            [("other", ("LV", "LT"), "2025-03-05", "signed")],
        ),
        (
            "Italy, Japan and the United Kingdom signed a convention establishing a joint office on 14 December 2023.",
            [("treaty", ("IT", "JP", "GB"), "2023-12-14", "signed")],
        ),
        (
            "Sweden and the Netherlands renewed their 2015 memorandum on naval cooperation in March 2025.",
            [("mou", ("SE", "NL"), "2025-03", "signed")],
        ),
        (
            "Kuala Lumpur has let its 1996 defence memorandum with Seoul expire.",
            [("mou", ("KR", "MY"), "1996", "ended")],
        ),
        (
            "Slovenia acceded to the European Sky Shield Initiative in 2023.",
            [("programme", ("SI",), "2023", "in_force")],
        ),
        ("The European Sky Shield Initiative buys missiles for Slovenia.", []),
        (
            "The Bulgarian and Turkish ministers of defence inked two documents on Monday: a letter of intent on mine clearance "
            "in the Black Sea and a technical arrangement on pilot training.",
            [
                ("other", ("BG", "TR"), "2025-06-16", "signed"),
                ("technical_arrangement", ("BG", "TR"), "2025-06-16", "signed"),
            ],
        ),
        (
            "Saab and the Polish Armaments Group (PGZ) today entered into a teaming agreement.",
            [("other", ("Saab", "PGZ"), "2025-06-18", "signed")],
        ),
        (
            "Saab and Nammo met. The companies had already signed a memorandum of understanding in September 2023.",
            [("mou", ("Saab", "Nammo"), "2023-09", "signed")],
        ),
        (
            "Hanwha Ocean and Babcock sealed a partnership on Monday.",
            [("partnership", ("Hanwha Ocean", "Babcock International"), "2025-06-16", "signed")],
        ),
        (
            "Australia, the United Kingdom and the United States announced AUKUS. A treaty on the exchange of propulsion "
            "information was signed in November 2021.",
            [
                ("partnership", ("AU", "GB", "US"), None, "announced"),
                ("treaty", ("AU", "GB", "US"), "2021-11", "signed"),
            ],
        ),
        (
            "The Czech government approved a memorandum of cooperation with Israel on Wednesday.",
            [("mou", ("CZ", "IL"), "2025-06-18", "announced")],
        ),
        (
            "The Lithuanian–Latvian memorandum takes effect on 1 October 2025.",
            [("mou", ("LT", "LV"), "2025-10-01", "signed")],
        ),
        (
            "The Lithuanian–Latvian memorandum took effect on 1 October 2024.",
            [("mou", ("LT", "LV"), "2024-10-01", "in_force")],
        ),
        ("Neither Israel nor South Korea has concluded a Security and Defence Partnership with the EU.", []),
        (
            "Poland grows: its 2022 framework agreements foresaw 672 K9s and 1,000 K2 tanks. South Korea hopes for more.",
            [("framework_agreement", ("PL", "KR"), "2022", "signed")],
        ),
        (
            "Japan ratified the Reciprocal Access Agreement with the Philippines. Similar accords with Australia and Britain are "
            "in force.",
            [
                ("other", ("JP", "PH"), None, "signed"),
                ("other", ("JP", "AU"), None, "in_force"),
                ("other", ("JP", "GB"), None, "in_force"),
            ],
        ),
        (
            "Latvia's defence minister met his Lithuanian counterpart. The two ministers reviewed progress on the Baltic Defence "
            "Line and signed a memorandum of understanding on the joint storage of mines.",
            [("mou", ("LV", "LT"), None, "signed")],
        ),
    ],
)
def test_deed(text: str, expected: list[Row]) -> None:
    assert sorted(read(text), key=str) == sorted(expected, key=str)
