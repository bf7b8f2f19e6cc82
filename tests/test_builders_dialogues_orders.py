"""Dialogues in other orders of words: towns that no list has, participles, offices without a name, bodies of two states."""

from __future__ import annotations

import pytest
from test_builders_dialogues import dialogues, who


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
