"""Dialogues: towns and days that stand elsewhere than beside the verb, who is meant by an office, and what did not come about."""

from __future__ import annotations

import pytest
from test_builders_dialogues import dialogues, summary, who

Summary = tuple[str, str | None, str | None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("NEW DELHI: Rajnath Singh, India's defence minister, met Brazil's José Múcio on Thursday.", "New Delhi"),
        ("NAIROBI: Kenyan Defence Minister Aden Duale and his US colleague Lloyd Austin met on Monday.", "Nairobi"),
        ("Visit to the Alliance\n\nPlace: NATO Headquarters, Brussels\n\nBelgian Defence Minister Ludivine Dedonder met Secretary General Mark Rutte on 12 June.",
         "Brussels"),
        ("Spanish Defence Minister Margarita Robles hosted her Turkish counterpart Yaşar Güler in the Spanish capital on Monday.", "Madrid"),
        ("President Emmanuel Macron and Chancellor Friedrich Merz met in the German capital on 3 June 2025.", "Berlin"),
        ("SINGAPORE, June 14 — Lloyd Austin of the United States met South Korea's Shin Won-sik on Saturday. Both were at the Shangri-La "
         "Dialogue.", "Singapore"),
    ],
)  # fmt: skip
def test_towns_that_stand_elsewhere(text: str, place: str) -> None:
    assert next(r.place for r in dialogues(text) if r.kind.value in ("ministerial", "summit")) == place


def test_a_town_of_neither_in_capitals_is_no_place() -> None:
    text = "PARIS: Estonia's defence minister Hanno Pevkur met his Korean counterpart Ahn Gyu-back on Wednesday."
    assert [r.place for r in dialogues(text)] == [None]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Two days after his summit with Vladimir Putin, North Korean leader Kim Jong Un flew home on Friday.", "2025-06-11"),
        ("Norway's Prime Minister Jonas Gahr Støre said on Tuesday after talks with Ukraine's President Volodymyr Zelenskiy that Oslo "
         "would give more.", "2025-06-10"),
        ("Shin Won-sik of South Korea and Kajsa Ollongren of the Netherlands held a two-day meeting in Seoul that ended on 5 June.",
         "2025-06-04/2025-06-05"),
        ("For the third time this spring the Turkish-Hungarian defence industry council, which should have met in Ankara next Tuesday, "
         "was put off.", "2025-06-17"),
        ("On Thursday Carney of Canada toured a yard in Geoje and saw a boat launched eight days before. Earlier in the day Prime "
         "Minister Mark Carney held a summit with President Lee Jae-myung.", "2025-06-12"),
    ],
)  # fmt: skip
def test_days_that_stand_elsewhere(text: str, date: str) -> None:
    assert date in [r.date.edtf for r in dialogues(text) if r.date]


@pytest.mark.parametrize(
    ("text", "kind", "people"),
    [
        ("The Secretary spoke by phone today with Norwegian Minister of Defence Bjørn Arild Gram. Secretary Lloyd Austin thanked the "
         "Minister.", "phone_call", ["Bjorn Arild Gram", "Lloyd Austin", "NO", "US"]),
        ("The defence ministers of Estonia and South Korea, Hanno Pevkur and Ahn Gyu-back, met in Tallinn on Tuesday.", "ministerial",
         ["Ahn Gyu-back", "EE", "Hanno Pevkur", "KR"]),
        ("The foreign ministers of Latvia and Japan, Baiba Braže and Takeshi Iwaya, met in Riga on Monday.", "ministerial",
         ["Baiba Braze", "JP", "LV", "Takeshi Iwaya"]),
        ("Both look forward to the meeting of NATO defence ministers in Brussels on 5 June.", "ministerial", ["NATO"]),
        ("Romania's president, Klaus Iohannis, was greeted in Seoul on Tuesday before going into talks with President Yoon Suk Yeol.",
         "summit", ["KR", "Klaus Iohannis", "RO", "Yoon Suk Yeol"]),
        ("President Gustavo Petro of Colombia was in Stockholm last June, when he called on Swedish Prime Minister Ulf Kristersson.",
         "summit", ["CO", "Gustavo Petro", "SE", "Ulf Kristersson"]),
        ("Staff talks between the British Army and the Indian Army were held in Pune on Monday.", "dialogue", ["GB", "IN"]),
        ("Micael Johansson, chief executive of Saab, met Portugal's defence minister Nuno Melo in Lisbon on Monday.", "other",
         ["Micael Johansson", "Nuno Melo", "PT", "Saab"]),
    ],
)  # fmt: skip
def test_who_meets(text: str, kind: str, people: list[str]) -> None:
    assert (kind, people) in [(r.kind.value, who(text, r)) for r in dialogues(text)]


@pytest.mark.parametrize(
    ("text", "place", "people"),
    [
        ("The Joint Commission on Defence Industry of India and the Czech Republic held its seventh session in New Delhi on 6 May, "
         "co-chaired by Defence Secretary Giridhar Aramane and Deputy Minister František Šulc.", "New Delhi",
         ["CZ", "Frantisek Sulc", "Giridhar Aramane", "IN"]),
        ("The Korea-Indonesia Defence Industry Cooperation Committee held its ninth session by video link on 2 May, with Vice Minister "
         "Kang Eun-ho in Gwacheon and Air Vice Marshal Yusuf Jauhari in Jakarta.", None,
         ["ID", "KR", "Kang Eun-ho", "Yusuf Jauhari"]),
    ],
)  # fmt: skip
def test_a_body_and_its_session_are_one(text: str, place: str | None, people: list[str]) -> None:
    (held,) = dialogues(text)
    assert (held.kind.value, held.place, who(text, held)) == ("consultative_body", place, people)


@pytest.mark.parametrize(
    "text",
    [
        "A planned meeting between Greek Prime Minister Kyriakos Mitsotakis and President Recep Tayyip Erdoğan did not take place.",
        "A meeting planned for 5 October in Granada between Prime Minister Nikol Pashinyan and President Ilham Aliyev fell through.",
        "A briefing by the base commander, Captain Marek Nowicki, is on the agenda.",
        "The Ministers of Defence of Norway and Latvia have today signed a letter of intent.",
        "Last month it was joined by a second: a memorandum inked in Hobart by the Finnish ambassador and an Australian deputy secretary.",
    ],
)
def test_what_is_no_dialogue(text: str) -> None:
    assert dialogues(text) == []


def test_views_exchanged_by_both_sides_go_on_about_the_meeting() -> None:
    text = (
        "Korea's foreign minister Cho Tae-yul and then High Representative Josep Borrell met in Seoul in November 2024.\n\n"
        "South Korea's Foreign Ministry and the Federal Foreign Office of Germany launched the first Korea-Germany Indo-Pacific Dialogue "
        "on Monday in Seoul. Both sides exchanged views on the region."
    )
    assert [summary(r) for r in dialogues(text)][2:] == []


@pytest.mark.parametrize(
    "text",
    [
        "Speaking on Thursday after returning from the NATO summit in The Hague, national security adviser Wi Sung-lac of South Korea said so.",
        "Just back from the summit in Vilnius, Estonian Defence Minister Hanno Pevkur said so.",
    ],
)
def test_back_from_a_gathering_is_no_visit(text: str) -> None:
    assert not [r for r in dialogues(text) if r.kind.value == "visit"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GEOJE, June 12 — Canadian Prime Minister Mark Carney toured Hanwha Ocean's shipyard here on Thursday.",
         ("visit", "Geoje", "2025-06-12")),
        ("Prime Minister Rishi Sunak, on a visit to Kyiv, and President Volodymyr Zelenskiy signed a pact in January 2024.",
         ("visit", "Kyiv", "2024-01")),
        ("The junta spoke on Tuesday. Days before, US envoy Molly Phee had come to Niamey.",
         ("visit", "Niamey", "2025-06")),
    ],
)  # fmt: skip
def test_visits(text: str, expected: Summary) -> None:
    assert expected in [summary(r) for r in dialogues(text)]
