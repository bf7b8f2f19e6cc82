"""Dialogues: wordings that texts use now and then, for who met, where and when."""

from __future__ import annotations

import pytest
from test_builders_dialogues import dialogues

TOLD: list[tuple[str, str, str, str | None, str | None]] = [
    ("Polish Defence Minister Kosiniak-Kamysz began a three-day visit to South Korea beginning on 3 June 2025.", "visit",
     "Kosiniak-Kamysz visit to South Korea", "South Korea", "2025-06-03/2025-06-05"),
    ("Polish Defence Minister Kosiniak-Kamysz spoke to reporters in Seoul on 3 June 2025.", "briefing", "Kosiniak-Kamysz briefing",
     "Seoul", "2025-06-03"),
    ("The joint committee of Poland and South Korea convened its fourth meeting in Seoul on 3 June 2025.", "consultative_body",
     "Poland-South Korea joint committee", "Seoul", "2025-06-03"),
    ("At a press conference with Prime Minister Mark Carney, President Lee Jae-myung spoke of submarines.", "press_conference",
     "Lee-Carney press conference", None, None),
    ("The meeting of NATO leaders in The Hague on 24 June 2025 lasted two hours.", "summit", "summit in The Hague", "The Hague",
     "2025-06-24"),
    ("The summit in The Hague on 24 June 2025 was short for NATO.", "summit", "summit in The Hague", "The Hague", "2025-06-24"),
    ("President Yoon Suk-yeol travelled to Tokyo for a summit on 16 March 2023.", "summit", "Yoon summit", "Tokyo", "2023-03-16"),
    ("President Lee Jae-myung met Poland's Karol Kowalski in Seoul on 3 June 2025.", "summit", "Lee-Kowalski summit", "Seoul",
     "2025-06-03"),
    ("A summit between South Korea and Japan is planned for Singapore on 31 May 2025.", "summit", "South Korea-Japan summit",
     "Singapore", "2025-05-31"),
    ("NATO leaders, meeting in The Hague on 24 June 2025, agreed to spend more.", "summit", "NATO summit", "The Hague", "2025-06-24"),
    ("Lee Jae-myung and Mark Carney visit Poland in June 2025.", "visit", "Lee and Carney visit to Poland", "Poland", "2025-06"),
    ('"When I met Minister Rajnath Singh of India we spoke of artillery," South Korea\'s defence minister, Ahn Gyu-back, said.',
     "ministerial", "Ahn-Singh meeting", None, None),
    ("Poland and South Korea agreed to hold the dialogue every year, with Poland due to host in 2027.", "dialogue",
     "Poland-South Korea talks", "Poland", "2027"),
    ("President Lee Jae-myung of South Korea received Prime Minister Mark Carney of Canada. The pair shook hands in Seoul on 3 June 2025.",
     "summit", "Lee-Carney summit", "Seoul", "2025-06-03"),
    ("Defence Minister Rajnath Singh of India confirmed on 31 May 2025 at the Shangri-La Dialogue that the guns were ordered.", "forum",
     "Shangri-La Dialogue in Singapore", "Singapore", "2025-05-31"),
    ("Ministers of Poland, Spain and Norway met in Oslo in May 2025. The ministers will meet again in Warsaw in June 2025.",
     "ministerial", "Poland-Spain-Norway meeting", "Warsaw", "2025-06"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "name", "place", "date"), TOLD)
def test_wordings(text: str, kind: str, name: str, place: str | None, date: str | None) -> None:
    found = [(r.kind.value, r.name, r.place, r.date.edtf if r.date else None) for r in dialogues(text)]
    assert (kind, name, place, date) in found
