"""Pages: head, captions, furniture and embedded articles; beside each rule what it must not touch."""

from __future__ import annotations

import pytest

from kordef.document import Block, BlockKind, Document, Story
from kordef.reading import read_text
from kordef.reading.furniture import fold, phrases
from kordef.vocabulary import Section

TITLE = "Hanwha wins order from Norway for 24 howitzers"
LEAD = (
    "OSLO, June 3, 2024 — Norway has ordered 24 more K9 howitzers from Hanwha Aerospace, the defence ministry in Oslo said "
    "on Monday. The contract is worth $534 million."
)
BODY = (
    "Deliveries are to begin in 2026. Norway already has 28 of the guns and has used them in exercises since 2019, according "
    "to the army."
)
LAST = "The army said that it was pleased with the guns and that it would train 200 more soldiers by 2026 in the north."


def page(*parts: str) -> Document:
    return read_text("a.txt", "\n\n".join(parts))


def block_with(document: Document, words: str) -> Block:
    position = document.block_at(document.text.rindex(words))
    assert position is not None
    return document.blocks[position]


def quotes(document: Document, story: Story) -> dict[str, str]:
    names = ("title", "byline", "dateline", "dateline_place", "date_line", "agency", "outlet")
    return {name: document.quote(span) for name in names if (span := getattr(story, name))}


# ---- the head


@pytest.mark.parametrize(
    ("head", "kinds"),
    [
        ("{t}\n\n{b}", "title paragraph"),
        ("{t} | Be Korea-savvy\n\n{t}\n\n{b}", "title boilerplate title paragraph"),
        ("{t} – The Diplomat\n\n{b}", "title boilerplate paragraph"),
        ("{t} – a large one\n\n{b}", "title paragraph"),
        ("{t}\nSeoul and Oslo sign for guns, shells and training\n{b}", "title subtitle paragraph"),
        ("{t}\n\nA new gun\n\n{b}", "title heading paragraph"),
        ("{t}\n\n6 December 2023\n\n{b}", "title date paragraph"),
        ("{t}\n\n29 October 2024 | Updated 18:40 | 12 comments\n\n{b}", "title date boilerplate paragraph"),
        ("{t}\n\nBy Kim Tong-hyung | July 10, 2024\n\n{b}", "title byline date paragraph"),
        ("Home > Defence > Land systems\n{t}\n3 min read | Updated 2 hours ago\n\n{b}",
         "boilerplate title boilerplate paragraph"),
        ("FOR IMMEDIATE RELEASE\n\n{t}\n\n{b}", "boilerplate title paragraph"),
        ("Kateryna Rassolova\n2 MB\nKey Takeaways:\n- It is so.\n- It is not.\n\n{b}",
         "byline boilerplate heading list_item list_item paragraph"),
        ("# {t}\n\n{b}", "title paragraph"),
        ("Norway has ordered guns.\n\n{b}", "paragraph paragraph"),
        ("Norway has ordered guns.\n\n6 December 2023\n\n{b}", "title date paragraph"),
        ("Yonhap News Agency\n{t}\nAll News 09:00 August 02, 2025\n\n{b}", "byline title date paragraph"),
        ("Defence\n\n{t}\n\n{b}", "heading title paragraph"),
    ],
)  # fmt: skip
def test_heads(head: str, kinds: str) -> None:
    document = read_text("a.txt", head.format(t=TITLE, b=BODY))
    assert " ".join(block.kind.value for block in document.blocks) == kinds


def test_the_date_stands_alone_in_its_block() -> None:
    document = page(TITLE, "29 October 2024 | Updated 18:40 | 12 comments", BODY)
    (date,) = [block for block in document.blocks if block.kind is BlockKind.DATE]
    assert document.text[date.start : date.end] == "29 October 2024"


def test_story_parts() -> None:
    document = page(TITLE, "By Kim Tong-hyung", LEAD.replace("2024 —", "2024 (Yonhap) —"), BODY)
    assert quotes(document, document.stories[0]) == {
        "title": TITLE,
        "byline": "By Kim Tong-hyung",
        "dateline": "OSLO, June 3, 2024 (Yonhap) —",
        "dateline_place": "OSLO",
        "agency": "Yonhap",
    }
    lead = block_with(document, "Norway has ordered")
    assert document.quote(lead.sentences[0]) == "OSLO, June 3, 2024 (Yonhap) —"
    assert len(lead.sentences) == 3


def test_an_agency_behind_the_last_paragraph() -> None:
    document = page(TITLE, BODY, f"{LAST} (Yonhap)")
    assert quotes(document, document.stories[0])["agency"] == "Yonhap"
    assert block_with(document, "The army said").kind is BlockKind.PARAGRAPH


# ---- captions


@pytest.mark.parametrize(
    "caption",
    [
        "A K9 howitzer fires in the north. (Handout)",
        "A K9 howitzer fires in the north. (Image courtesy of Hanwha Aerospace)",
        "Presidents Yoon and Iohannis inspect a guard of honour. (Presidential office)",
        "A K9 howitzer fires in the north. (Yonhap)",
        "A K9 howitzer fires in the north. [YONHAP]",
        "A K9 howitzer fires in the north / Courtesy of Hanwha",
        "(Photo: The two leaders outside Number 10 on 22 November. Pool)",
        "[Photo] A K9 howitzer fires in the north.",
        "Photo: Yonhap",
        "A K9 howitzer in the snow (Picture source: U.S. Army, Yuma Proving Ground)",
        "Source: The Wall Street Journal",
        "with the Polish minister Pawel Bejda in Seoul in\nApril 2024. Source: Indo-Pacific Defense Forum.",
        "This photo, provided by the army, shows a K9 howitzer.",
        "Figure 2: Exports of arms, 2013 to 2019",
        "A K9 howitzer fires in the north on a cold day.\n\nA K9 howitzer fires in the north on a cold day.",
        "A K9 howitzer fires in the north.\n(Reuters)",
    ],
)
def test_captions(caption: str) -> None:
    document = page(TITLE, LEAD, BODY, caption, LAST)
    block = block_with(document, caption.split("\n")[0][:20])
    assert (block.kind, block.section) == (BlockKind.CAPTION, Section.CAPTION)
    assert block_with(document, "Deliveries are").section is Section.BODY


@pytest.mark.parametrize(
    "text",
    [
        "Figure 2 shows that exports have risen.",
        "The price is high (see Table 1).",
        "It is cheap. (The figure leaves training out.)",
        "The photo was on every front page.",
        "Credit from Seoul covers 80% of the price.",
        "Image matters in this trade, he said.",
        "Norway (like Finland) has bought it.",
        "A source: the ministry, had said so before.",
    ],
)
def test_no_captions(text: str) -> None:
    assert block_with(page(TITLE, LEAD, BODY, text, LAST), text).kind is BlockKind.PARAGRAPH


def test_repeats_point_to_the_first() -> None:
    caption = "A K9 howitzer fires in Norway’s north on “a cold day” in June. (Handout)"
    document = page(
        TITLE, TITLE.upper(), LEAD, caption, caption.replace("’", "'").replace("“", '"').replace("”", '"'), BODY
    )
    assert [(i, block.repeats) for i, block in enumerate(document.blocks) if block.repeats is not None] == [
        (1, 0),
        (4, 3),
    ]
    assert len(list(document.readable())) == len(document.blocks) - 2


# ---- furniture

FURNITURE = """
Leave a Reply
Your email address will not be published. Required fields are marked *
Comments (14)
0 comments
© 2024 All rights reserved.
(c) 2024 Nordic Defence Review
Share this story: Facebook | X | LinkedIn
Share (35)  Tweet (12)  Like (88)
SHARE LIKE SAVE PRINT FONT SIZE
Subscribe from 1.99 a month. Cancel any time within 14 days.
You have read 3 of your 5 free articles.
Privacy | Imprint | 1 of 12 articles in this section
Results in full | Medal table | Watch again (2:14)
Print edition page 7 | Font size: 12 14 16 | Cookies: accept 3 categories
Cite this note | Download PDF (1.2 MB) | Page 1 of 1
Read next: How to renew your passport in under 30 minutes
Advertisement - 50% off all digital plans until Sunday
Follow us for daily updates. 5,214 followers
Sign up: 1 email a day, no spam
Readers gave this article 4.2 out of 5 stars.
12 people are reading this
Listen to this article (5 min)
Word count: 412
Tags: howitzers, Norway, 155 mm
We use cookies. By clicking "Accept", you agree to our use of 7 cookies.
Send corrections to desk@example.com within 30 days
Document 12 of 31 | Back to list
ISSN 1234-5678
- 7 -
Page 3 of 12
https://example.com/news/2024/06/03
###
---
TRANSMITTAL NO. 24-12
Disclaimer: The views expressed are those of the authors alone.
Donate 5 euros
""".strip().split("\n")

REPORT = """
Norway plans to spend 3% of GDP on defence by 2030.
Finland has 96 of the guns.
Follow-on orders of 12 guns are possible.
Share prices rose 5% after the news.
Comments by the minister suggest that 12 more will follow.
Print media put the price at 500 million euros.
The video shows 12 howitzers firing.
The ministry published the report on its website on 4 June.
Subscribed capital rose to 2 billion won.
Support vehicles worth $20 million are part of the order.
Watch officers in Busan counted 12 ships.
Next in line is Sweden with 48 guns.
Most of the 24 guns will go to the north.
Related equipment is worth $50 million.
Page after page of the 12-page accord deals with ships.
Contact was lost with 2 drones.
Home defence gets 12 guns.
In the archive of the ministry there are 12 such plans.
The offer is valid until 12 June.
Copyright law is one of 12 fields of the accord.
Disclaimers of 2 suppliers were read out.
Advertisement spending rose 5% in Seoul.
Sign-off is expected on 12 June.
""".strip().split("\n")


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_at_the_end(line: str) -> None:
    document = page(TITLE, LEAD, BODY, line)
    assert block_with(document, line.lstrip("- ") or line).kind is BlockKind.BOILERPLATE
    assert block_with(document, "Deliveries are").kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize("line", REPORT)
@pytest.mark.parametrize("after", [(), (LAST,)], ids=["last", "between"])
def test_sentences_that_begin_like_furniture(line: str, after: tuple[str, ...]) -> None:
    assert block_with(page(TITLE, LEAD, BODY, line, *after), line).kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    "line",
    [
        "What it means",
        "What next for the K9?",
        "Comments on the deal",
        "A quiet build-up",
        "Poland: HIMARS",
        "NORWAY (announced 11 Feb.)",
        "— NORWAY —",
        "=== Deliveries to date ===",
        "*** What is still to come ***",
        "-- The Baltic states --",
        "Howitzers and tanks (in mn.)",
        "The Baltic states (Est., Lat., Lith.)",
    ],
)
def test_headings_stay(line: str) -> None:
    assert block_with(page(TITLE, LEAD, line, BODY), line.strip("—=*- ")).kind is BlockKind.HEADING


@pytest.mark.parametrize(
    "line",
    ["Advertisement", "Read more: Poland gets 10 tanks", "Share this article", "Subscribe now and get 3 months free"],
)
def test_furniture_between_paragraphs(line: str) -> None:
    document = page(TITLE, LEAD, line, BODY)
    assert block_with(document, line[-8:]).kind is BlockKind.BOILERPLATE
    assert block_with(document, "Deliveries are").kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    "label",
    ["Most read", "Popular this week", "Trending now", "Tags", "Hashtags", "In this article", "More in Diplomacy"],
)
def test_lists_of_headlines(label: str) -> None:
    document = page(TITLE, LEAD, BODY, f"{label}\n1. Ten cafes worth the detour\n2. Can you score 8 out of 10?")
    assert {block_with(document, words).kind for words in (label, "Ten cafes", "Can you score")} == {
        BlockKind.BOILERPLATE
    }


def test_a_list_in_the_middle_leaves_the_article_alone() -> None:
    document = page(
        TITLE, LEAD, "Related Articles\nLatvia joins Estonia\nLithuania weighs 8 launchers", "What it means", BODY
    )
    assert block_with(document, "Lithuania").kind is BlockKind.BOILERPLATE
    assert block_with(document, "What it means").kind is BlockKind.HEADING
    assert block_with(document, "Deliveries are").kind is BlockKind.PARAGRAPH
    assert len(document.stories) == 1


def test_comments_are_not_the_article() -> None:
    comments = "KimFan22\nIt cost 5 billion, I think, and that is too much.\n\nAnna\nNo, it cost 6 billion."
    document = page(TITLE, LEAD, BODY, LAST, "Comments (2)", comments)
    assert block_with(document, "It cost 5").kind is block_with(document, "No, it cost").kind is BlockKind.BOILERPLATE


def test_a_button_that_says_comments_does_not_end_the_article() -> None:
    document = page(TITLE, "Comments (2)", LEAD, "Comments", BODY, LAST)
    assert (
        block_with(document, "Deliveries are").kind is block_with(document, "The army said").kind is BlockKind.PARAGRAPH
    )


def test_press_release_parts() -> None:
    document = page(
        TITLE,
        LEAD,
        BODY,
        "About Hanwha Aerospace\nHanwha Aerospace, founded in 1977, employs 7,000 people.",
        "Forward-Looking Statements\nThis release contains forward-looking statements. Results may differ by 20%.",
        "Media Contact:\nJane Kim\n+82-2-729-1234\npress@hanwha.com",
        "###",
    )
    assert block_with(document, "founded in 1977").kind is BlockKind.PARAGRAPH
    for words in ("Results may differ", "Jane Kim", "+82-2", "###"):
        assert block_with(document, words).kind is BlockKind.BOILERPLATE


# ---- embedded articles

STORY = "The two ministers spoke about rocket artillery and ammunition for the army, and about drones, and agreed to meet again."
HEAD = "Finland weighs Chunmoo purchase"


@pytest.mark.parametrize(
    ("box", "parts"),
    [
        (f"Related story\n{HEAD}\nMay 2, 2024 — {STORY}", {"dateline": "May 2, 2024 —"}),
        (f"FROM OUR ARCHIVE\n{HEAD}\n2 May 2024. {STORY}", {"dateline": "2 May 2024."}),
        (f"From the newsroom\n{HEAD}\nMay 2, 2024 — {STORY}", {"dateline": "May 2, 2024 —"}),
        (f"Read more: {HEAD}\nMay 2, 2024 — {STORY}", {"dateline": "May 2, 2024 —"}),
        (f"See also\n{HEAD}\n{STORY}", {}),
        (f"Related stories\n\n{HEAD}\n\nMay 2, 2024 — {STORY}", {"dateline": "May 2, 2024 —"}),
        (f"ALSO READ\n{HEAD}\n2 May 2024\n{STORY}", {"date_line": "2 May 2024"}),
        (f"Korea Herald\n18 hours ago\n- Korea Herald\n{HEAD}\n{STORY} (Yonhap)",
         {"date_line": "18 hours ago", "outlet": "Korea Herald", "agency": "Yonhap"}),
        (f"EARLIER COVERAGE\n{HEAD}\nHELSINKI, 2 May (dpa) - Talks began.\n\n{STORY} (dpa)",
         {"dateline": "HELSINKI, 2 May (dpa) -", "dateline_place": "HELSINKI", "agency": "dpa"}),
        (f"{HEAD}\nHELSINKI, May 2 (Reuters) - {STORY}",
         {"dateline": "HELSINKI, May 2 (Reuters) -", "dateline_place": "HELSINKI", "agency": "Reuters"}),
        (f"{HEAD}\nMay 2, 2024 — {STORY} It is longer than the entry of a chronology would be.", {"dateline": "May 2, 2024 —"}),
    ],
)  # fmt: skip
def test_embedded_articles(box: str, parts: dict[str, str]) -> None:
    document = page(TITLE, LEAD, BODY, box, LAST)
    assert quotes(document, document.stories[1]) == {"title": HEAD, **parts}
    block = block_with(document, "The two ministers")
    assert (block.section, block.story, block.kind) == (Section.EMBEDDED, 1, BlockKind.PARAGRAPH)
    own = block_with(document, "The army said")
    assert (own.section, own.story, own.kind) == (Section.BODY, 0, BlockKind.PARAGRAPH)


def test_two_embedded_articles() -> None:
    box = f"ALSO READ\n{HEAD}\nMay 2, 2024 — {STORY}\n\nSweden follows\nMay 3, 2024 — {STORY}"
    document = page(TITLE, LEAD, BODY, box)
    assert [quotes(document, story)["title"] for story in document.stories] == [TITLE, HEAD, "Sweden follows"]


def test_captions_and_tables_of_an_embedded_article_are_embedded() -> None:
    picture, table = "A launcher fires in the north. (Handout)", "Year | Number\n2023 | 5\n2024 | 7"
    box = f"Related story\n{HEAD}\nMay 2, 2024 — {STORY}\n{picture}\n{table}"
    document = page(TITLE, LEAD, BODY, box)
    assert {block.section for block in document.blocks if block.story} == {Section.EMBEDDED}
    assert {block.kind for block in document.blocks if block.story} >= {BlockKind.CAPTION, BlockKind.TABLE}


@pytest.mark.parametrize(
    "text",
    [
        "Timeline\n27 July 2022 — Framework agreements for tanks, howitzers and aircraft are signed in Warsaw by the minister, "
        "and by the three firms.\n26 August 2022 — First executive contracts are signed in Morag.",
        "Finland goes for its option\n\nOn 18 November 2022 the minister approved the purchase of 38 used guns.",
        "What it means\nNorway will have 52 guns by 2027, says the army, and Finland 96.",
        "Poland: Abrams\nIn December 2022 Washington approved the sale of 116 tanks to Warsaw.",
    ],
)
def test_parts_of_the_own_article(text: str) -> None:
    document = page(TITLE, LEAD, BODY, text, LAST)
    assert len(document.stories) == 1
    assert BlockKind.BOILERPLATE not in {block.kind for block in document.blocks}


# ---- lines and lists


def test_lines_of_a_column_are_put_together() -> None:
    text = (
        "WASHINGTON, January 25, 2024 - The State Department has made a determination approving a possible\n"
        "sale to the Government of Poland of Integrated Air and Missile Defense equipment for an estimated\n"
        "cost of $4.0 billion. The agency delivered the required certification notifying Congress of this\n"
        "possible sale today.\n\n"
        "The Government of Poland has requested to buy ninety-three (93) engagement operation centers and\n"
        "four (4) shelters. The estimated total program cost is $4.0 billion.\n"
    )
    document = read_text("a.txt", text)
    assert [len(block.sentences) for block in document.blocks] == [3, 2]


def test_lines_as_long_as_their_paragraphs_stay_apart() -> None:
    document = read_text("a.txt", f"{TITLE}\n{LEAD}\n{BODY}\n{LAST}\nWhat it means\n{BODY}")
    assert [block.kind.value for block in document.blocks] == ["title", *["paragraph"] * 3, "heading", "paragraph"]


@pytest.mark.parametrize("mark", ["-", "*", "•", "–", "1.", "2)", "(3)", "a)", "■", "○", "※"])
def test_list_marks_are_left_out(mark: str) -> None:
    document = page(TITLE, LEAD, f"{mark} Poland has signed contracts for 180 tanks.\n{mark} Norway has 52 guns.")
    items = [document.text[block.start : block.end] for block in document.blocks if block.kind is BlockKind.LIST_ITEM]
    assert items == ["Poland has signed contracts for 180 tanks.", "Norway has 52 guns."]


def test_keys_and_values_are_a_list() -> None:
    document = page(TITLE, LEAD, "Range: 40 km\nWeight: 47 tonnes\nCrew: five")
    assert [block.kind for block in document.blocks[2:]] == [BlockKind.LIST_ITEM] * 3


# ---- the phrases


@pytest.mark.parametrize("name", ["lines", "lists", "related", "comments", "parts"])
def test_phrases_are_written_as_lines_are_folded(name: str) -> None:
    """Else no line could ever equal them."""
    assert [phrase for phrase in sorted(getattr(phrases(), name)) if fold(phrase) != phrase] == []


@pytest.mark.parametrize(
    "name", ["starts", "weak_starts", "notices", "caption_starts", "label_openers", "label_starts"]
)
def test_beginnings_are_written_as_lines_are_folded(name: str) -> None:
    entries = [phrase for group in getattr(phrases(), name).values() for phrase in group]
    assert [phrase for phrase in entries if not fold(f"{phrase} x").startswith(phrase)] == []


@pytest.mark.parametrize("first", ["Baltic Arms Monitor", "Ukraine Support Tracker", "Kim Defence Watch"])
def test_a_first_line_like_a_name_is_the_title_where_no_other_line_can_be(first: str) -> None:
    document = page(
        first + "\nHome > Data > Trackers", "Last updated: 3 May. Entries are revised every month.", "Poland", BODY
    )
    assert block_with(document, first).kind is BlockKind.TITLE


@pytest.mark.parametrize("line", ["- 12 tanks", "— he said — and then he left —", "* 12 tanks, 40 guns"])
def test_marks_in_front_alone_make_no_heading(line: str) -> None:
    assert block_with(page(TITLE, LEAD, line, BODY), line.lstrip("-*— ")).kind is BlockKind.LIST_ITEM
