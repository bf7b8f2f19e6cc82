"""Dialogues in other orders of words: towns that no list has, participles, offices without a name, bodies of two states."""

from __future__ import annotations

import pytest
from test_builders_dialogues import dialogues, summary, who


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Croatia and Hungary held their annual consultations in Osijek in May 2024.", "Osijek"),
        ("The G7 foreign ministers met in Charlevoix, Canada, in March 2025.", "Charlevoix"),
        ("Kenya's defence minister met her Ugandan counterpart in Kisumu on 5 May 2025.", "Kisumu"),
        ("The defence ministers of Kenya and Uganda met in Hat Yai to discuss piracy on 5 May 2025.", "Hat Yai"),
        ("Italian Foreign Minister Antonio Tajani met his Croatian counterpart in Opatija last week.", "Opatija"),
        ("Kenya and Uganda held talks in Parliament on 5 May 2025.", None),
        ("Kenya and Uganda held talks in English on 5 May 2025.", None),
    ],
)
def test_towns_that_no_list_has(text: str, place: str | None) -> None:
    assert [r.place for r in dialogues(text)] == [place]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Having met in Bratislava on 5 May 2025, Slovak Defence Minister Robert Kalinak and Croatia's Ivan Anusic signed a letter.",
         [("ministerial", "Bratislava", ["HR", "Ivan Anusic", "Robert Kalinak", "SK"])]),
        ("Meeting in Bratislava on 5 May 2025, Slovak Defence Minister Robert Kalinak and Croatia's Ivan Anusic signed a letter.",
         [("ministerial", "Bratislava", ["HR", "Ivan Anusic", "Robert Kalinak", "SK"])]),
        ("Vietnam's army chief Nguyen Tan Cuong visited Vientiane in May 2025, calling on President Thongloun Sisoulith.",
         [("courtesy_call", "Vientiane", ["LA", "Nguyen Tan Cuong", "Thongloun Sisoulith", "VN"]),
          ("visit", "Vientiane", ["LA", "Nguyen Tan Cuong", "VN"])]),
        ("Vietnam's army chief Nguyen Tan Cuong visited Vientiane in May 2025 and called on President Thongloun Sisoulith.",
         [("courtesy_call", "Vientiane", ["LA", "Nguyen Tan Cuong", "Thongloun Sisoulith", "VN"]),
          ("visit", "Vientiane", ["LA", "Nguyen Tan Cuong", "VN"])]),
        ("Ukraine's Rustem Umerov flew to Doha on 4 May 2025 and on to Riyadh on 6 May 2025.",
         [("visit", "Doha", ["QA", "Rustem Umerov", "UA"]), ("visit", "Riyadh", ["Rustem Umerov", "SA", "UA"])]),
        ("Ukraine's Rustem Umerov visited Turkey on 4 May 2025 and Greece protested.",
         [("visit", "Turkey", ["Rustem Umerov", "TR", "UA"])]),
        ("Omani Defence Minister Shihab bin Tarik held talks with his Indian counterpart Rajnath Singh during a visit to New Delhi in May 2024.",
         [("ministerial", "New Delhi", ["IN", "OM", "Rajnath Singh", "Shihab bin Tarik"]),
          ("visit", "New Delhi", ["IN", "OM", "Shihab bin Tarik"])]),
        ("Emirati President Mohamed bin Zayed hosted Kazakhstan's Kassym-Jomart Tokayev in Abu Dhabi on 12 May 2025.",
         [("summit", "Abu Dhabi", ["AE", "KZ", "Kassym-Jomart Tokayev", "Mohammed bin Zayed"])]),
        ("Malaysian Prime Minister Anwar Ibrahim held talks with his Lao counterpart Sonexay Siphandone in Vientiane on 6 May 2025.",
         [("summit", "Vientiane", ["Anwar Ibrahim", "LA", "MY", "Sonexay Siphandone"])]),
        ("Bulgaria's prime minister Rosen Zhelyazkov called his Greek colleague Kyriakos Mitsotakis on 5 May 2025.",
         [("phone_call", None, ["BG", "GR", "Kyriakos Mitsotakis", "Rosen Zhelyazkov"])]),
    ],
)  # fmt: skip
def test_orders(text: str, told: list[tuple[str, str | None, list[str]]]) -> None:
    assert sorted((r.kind.value, r.place, who(text, r)) for r in dialogues(text)) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Argentina's foreign minister said after talks with Paraguay's president in Asuncion that the pact was good.",
         [("ministerial", ["AR", "PY"])]),
        ("Oman and India held talks during the sultan's visit to New Delhi in December 2023.", [("dialogue", ["IN", "OM"]), ("visit", ["IN", "OM"])]),
        ("The foreign ministers of Oman and India held talks during the sultan's visit to New Delhi in December 2023.",
         [("ministerial", ["IN", "OM"]), ("visit", ["IN", "OM"])]),
        ("Quad foreign ministers met in Washington on 1 July 2025.", [("ministerial", ["Quadrilateral Security Dialogue"])]),
        ("The Quad's foreign ministers meet in Washington on 1 July 2025.", [("ministerial", ["Quadrilateral Security Dialogue"])]),
    ],
)  # fmt: skip
def test_who_is_told_without_a_name(text: str, told: list[tuple[str, list[str]]]) -> None:
    assert sorted((r.kind.value, who(text, r)) for r in dialogues(text)) == told


@pytest.mark.parametrize(
    ("text", "place", "states"),
    [
        ("The Malaysia-Thailand General Border Committee met in Hat Yai on 20 February 2025.", "Hat Yai", ["MY", "TH"]),
        ("A meeting of the Malaysia-Thailand General Border Committee in Hat Yai on 20 February 2025 was chaired by two ministers.",
         "Hat Yai", ["MY", "TH"]),
        ("The Indonesia-Philippines Joint Defence Committee met in Manila on 20 February 2025.", "Manila", ["ID", "PH"]),
        ("A session of the Turkey-Qatar High Strategic Committee was held in Ankara on 14 November 2024.", "Ankara", ["QA", "TR"]),
        ("The India-Oman Joint Military Cooperation Committee held its 12th meeting in New Delhi on 30 January 2025.", "New Delhi", ["IN", "OM"]),
        ("The Norwegian-Russian Joint Fisheries Commission met in Oslo in October 2024.", "Oslo", ["NO", "RU"]),
    ],
)  # fmt: skip
def test_bodies_of_two_states_meet(text: str, place: str, states: list[str]) -> None:
    (held,) = dialogues(text)
    assert (held.kind.value, held.place, who(text, held)) == ("consultative_body", place, states)
    assert held.date is not None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Talks between Norway and Ukraine ended in Oslo on 9 May 2025.", [("dialogue", "Oslo", "2025-05-09")]),
        ("Talks between Norway and Ukraine resumed in Oslo on 9 May 2025.", [("dialogue", "Oslo", "2025-05-09")]),
        ("Peace talks between Russia and Ukraine opened in Istanbul on 16 May 2025.", [("dialogue", "Istanbul", "2025-05-16")]),
        ("A meeting between Norway and Ukraine ended in Oslo on 9 May 2025 without a result.", [("other", "Oslo", "2025-05-09")]),
        ("Japan and Peru agreed at their talks in Lima on 21 April 2025 to share data.", [("dialogue", "Lima", "2025-04-21")]),
        ("At talks in Lima on 21 April 2025 Japan and Peru agreed to share data.", [("dialogue", "Lima", "2025-04-21")]),
        ("The fifth round of the strategic dialogue between Oman and Britain, co-chaired by Badr Albusaidi and David Lammy, was held in "
         "Muscat on 21 January 2025.", [("dialogue", "Muscat", "2025-01-21")]),
        ("The defence ministers of Greece and Egypt last met in Cairo in March 2023.", [("ministerial", "Cairo", "2023-03")]),
        ("The prime ministers of Samoa and Tonga met in Apia in 2023.", [("summit", "Apia", "2023")]),
        ("Jordan, Egypt and Greece, whose leaders met in Athens in January 2020, have a common approach.", [("summit", "Athens", "2020-01")]),
        ("Envoys of Norway and Greece met in Oslo on 9 May 2025.", [("dialogue", "Oslo", "2025-05-09")]),
        ("Vietnam's and Hungary's deputy defence ministers co-chaired the fifth defence dialogue in Hanoi on 22 April 2025.",
         [("dialogue", "Hanoi", "2025-04-22")]),
        ("Vietnam's and Hungary's defence ministers met in Hanoi on 22 April 2025.", [("ministerial", "Hanoi", "2025-04-22")]),
        ("Vietnam's and Hungary's trade with China grew in April 2025.", []),
        ("Poland's Radoslaw Sikorski was in Lisbon on 12 May 2025 and in Madrid on 13 May 2025.",
         [("visit", "Lisbon", "2025-05-12"), ("visit", "Madrid", "2025-05-13")]),
        ("Egyptian President Abdel Fattah el-Sisi and Djibouti's Ismail Omar Guelleh oversaw the signing of four memoranda in Djibouti on "
         "23 April 2025.", [("summit", "Djibouti", "2025-04-23")]),
        ("Senegal's new president, Bassirou Diomaye Faye, visited Mauritania, Gambia and Ivory Coast in April 2024.",
         [("visit", "Gambia", "2024-04"), ("visit", "Ivory Coast", "2024-04"), ("visit", "Mauritania", "2024-04")]),
        ("German Defence Minister Boris Pistorius visited Gdynia, Poland, on 3 May 2025.", [("visit", "Gdynia", "2025-05-03")]),
        ("During a call with his Kenyan counterpart William Ruto on 4 May 2025, Ethiopian Prime Minister Abiy Ahmed discussed the border.",
         [("phone_call", None, "2025-05-04")]),
        ("Ethiopian Prime Minister Abiy Ahmed had a call with Kenyan President William Ruto on 4 May 2025.",
         [("phone_call", None, "2025-05-04")]),
        ("Saab's chief executive held a call with investors on 4 May 2025.", []),
        ("Greek PM to visit Ankara in June 2025", [("visit", "Ankara", "2025-06")]),
        ("Talks between Norway and Ukraine ended.", []),
    ],
)  # fmt: skip
def test_talks_that_begin_and_end(text: str, told: list[tuple[str, str | None, str | None]]) -> None:
    assert sorted((summary(r) for r in dialogues(text)), key=str) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Congolese President Felix Tshisekedi and his Rwandan counterpart, Paul Kagame, meet in Doha on 18 March 2025.",
         [("summit", ["CD", "Felix Tshisekedi", "Paul Kagame", "RW"])]),
        ("New Zealand's Winston Peters was in Doha on 10 May 2025, where he called on the emir.",
         [("courtesy_call", ["NZ", "QA", "Winston Peters"]), ("visit", ["NZ", "QA", "Winston Peters"])]),
        ("German Chancellor Friedrich Merz travelled to Vilnius with Defence Minister Boris Pistorius on 22 May 2025.",
         [("visit", ["Boris Pistorius", "DE", "Friedrich Merz", "LT"])]),
        ("In a phone call with Kenyan President William Ruto on 4 May 2025, Ethiopian Prime Minister Abiy Ahmed discussed the border.",
         [("phone_call", ["Abiy Ahmed", "ET", "KE", "William Ruto"])]),
        ('"I met my Danish counterpart in Nuuk on Monday," Icelandic Foreign Minister Thorgerdur Katrin Gunnarsdottir said.',
         [("ministerial", ["DK", "IS", "Thorgerdur Katrin Gunnarsdottir"])]),
        ("At Camp David on 18 August 2023 President Joe Biden hosted Japan's Fumio Kishida and South Korea's Yoon Suk Yeol; the three adopted principles.",
         [("summit", ["Fumio Kishida", "JP", "Joe Biden", "KR", "US", "Yoon Suk Yeol"])]),
        ("Lebanon's army commander Rodolphe Haykal met General Michael Kurilla of Central Command on 14 May 2025.",
         [("other", ["LB", "Michael Kurilla", "Rodolphe Haykal"])]),
    ],
)  # fmt: skip
def test_who_takes_part(text: str, told: list[tuple[str, list[str]]]) -> None:
    assert sorted((r.kind.value, who(text, r)) for r in dialogues(text)) == told
