"""A PDF holds lines at places on pages; they are read as headings, paragraphs and list items."""

import time
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from corpus.documents import Block, BlockKind
from corpus.reading import read_document
from corpus.reading.pdf_kerning import unkerned
from corpus.reading.pdf_marks import joined
from tests.corpus.files import Printed, pdf_drawn, pdf_of, printed

FULL = "De gemeenten in de regio leggen samen vast hoe zij de hulp aan jeugdigen inkopen en"
TEXT = [FULL, "welke afspraken daarbij horen, zodat elk gezin weet waar het terecht kan en wanneer,", "en bij wie."]
WHOLE = " ".join(TEXT)


def read(tmp_path: Path, *pages: Sequence[Printed], labels: str = "") -> tuple[Block, ...]:
    (tmp_path / "a.pdf").write_bytes(pdf_of(pages, labels))
    return read_document(tmp_path / "a.pdf").blocks


def texts(tmp_path: Path, *pages: Sequence[Printed]) -> list[str]:
    return [block.text for block in read(tmp_path, *pages)]


def headings(blocks: Sequence[Block]) -> list[str]:
    return [block.text for block in blocks if block.kind is BlockKind.HEADING]


def test_lines_are_joined_into_paragraphs_and_a_short_line_that_ends_a_sentence_ends_one(tmp_path: Path) -> None:
    assert texts(tmp_path, printed(*TEXT, *TEXT)) == [WHOLE, WHOLE]


def test_a_full_last_line_ends_a_paragraph_where_white_follows(tmp_path: Path) -> None:
    full = [FULL, FULL[:-3] + "."]
    assert len(texts(tmp_path, printed(*full, *full))) == 1
    assert texts(tmp_path, printed(*full) + printed(*full, top=670)) == [" ".join(full)] * 2


def test_a_line_that_runs_on_with_a_small_letter_belongs_to_the_sentence_however_short_the_line_was(
    tmp_path: Path,
) -> None:
    lines = [FULL, "Daarnaast leggen wij", "ook de wachttijden vast."]
    assert texts(tmp_path, printed(*lines)) == [" ".join(lines)]


def test_list_items_are_blocks_of_their_own_and_their_sign_is_a_dash(tmp_path: Path) -> None:
    lines = [
        "Wij spreken af:",
        "\u2022 " + FULL,
        "samen optrekken",
        "\u2022",
        "Korte lijnen",
        "a. Eerst",
        "b. Dan",
        "1) Slot",
    ]
    items = [f"- {FULL} samen optrekken", "- Korte lijnen", "a. Eerst", "b. Dan", "1) Slot"]
    assert texts(tmp_path, printed(*lines)) == ["Wij spreken af:", *items]


def test_a_number_after_a_word_that_refers_to_it_starts_no_item(tmp_path: Path) -> None:
    lines = [FULL[:-6] + " zie ook artikel", "2.3 Jeugdwet, waarin dit verder is geregeld."]
    assert texts(tmp_path, printed(*lines)) == [" ".join(lines)]


@pytest.mark.parametrize("looks", [{"bold": True}, {"size": 14}])
def test_lines_in_bold_or_larger_letters_are_a_heading_also_when_it_takes_two_lines(
    tmp_path: Path, looks: dict[str, float]
) -> None:
    title = ["Handreiking voor de regiovisie in het kader", "van de Norm voor Opdrachtgeverschap"]
    blocks = read(tmp_path, printed(*title, **looks) + printed(*TEXT, *TEXT, top=680))
    assert headings(blocks) == [" ".join(title)]
    assert [block.text for block in blocks[1:]] == [WHOLE, WHOLE]


def test_bold_sentences_are_a_paragraph(tmp_path: Path) -> None:
    blocks = read(tmp_path, printed(*TEXT, bold=True) + printed(*TEXT * 3, top=660))
    assert [block.kind for block in blocks] == [BlockKind.PARAGRAPH] * 4
    assert blocks[0].text == WHOLE


@pytest.mark.parametrize(
    "heading", ["2.1 Toegang en wachttijd", "Ad 1: Lokale toegang", "Bijlage B Begrippen", "3 Governance", "4. Sturing"]
)
def test_a_numbered_or_labelled_line_of_its_own_is_a_heading_without_other_letters(
    tmp_path: Path, heading: str
) -> None:
    assert headings(read(tmp_path, printed(*TEXT, heading, *TEXT))) == [heading]


def test_in_letters_of_one_sort_a_short_line_between_paragraphs_is_a_heading(tmp_path: Path) -> None:
    blocks = read(tmp_path, printed("Doel van de visie", *TEXT, "Wie het doet", *TEXT))
    assert headings(blocks) == ["Doel van de visie", "Wie het doet"]


@pytest.mark.parametrize(
    "lines",
    [
        ["In een regiovisie beschrijft de regio:", "1. Vraag en aanbod", "2. Lokale toegang", "3. Governance"],
        ["Gemeente en gebied", "Enschede Overijssel", "Nijmegen Gelderland", "Roermond Limburg"],
        ["2.1 Toegang .............. 4", "2.2 Wachttijd ............ 6"],
        ["De hulp is er op tijd.", "Elk gezin weet dat."],
    ],
)
def test_list_items_table_rows_contents_and_sentences_are_no_headings_but_blocks(
    tmp_path: Path, lines: list[str]
) -> None:
    blocks = read(tmp_path, printed(*TEXT, *lines, *TEXT))
    assert [block.text for block in blocks] == [WHOLE, *lines, WHOLE]
    assert headings(blocks) == []


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["de jeugd-", "hulp in de regio"], "de jeugdhulp in de regio"),
        (["de jeugd-", "en opvoedhulp"], "de jeugd- en opvoedhulp"),
        (["in Noord-", "Brabant"], "in Noord-Brabant"),
        (["samen\N{SOFT HYPHEN}", "werken"], "samenwerken"),
        (["van 2024 -", "2027"], "van 2024 - 2027"),
        (["een", "twee", "drie"], "een twee drie"),
    ],
)
def test_words_that_were_cut_at_a_line_end_are_made_whole(lines: list[str], whole: str) -> None:
    assert joined(lines) == whole


def report(number: int, *lines: str) -> list[Printed]:
    head = Printed("Regiovisie Meerland 2026", 800, size=9)
    foot = Printed(f"{number + 3} | Pagina van 40", 30, size=9)
    return [head, *printed(*lines), foot]


def test_running_heads_and_page_numbers_are_left_out_when_they_come_back_on_most_pages(tmp_path: Path) -> None:
    own = [f"{word} is waar deze bladzijde over gaat." for word in ("Toegang", "Inkoop", "Sturing")]
    pages = [report(number, line) for number, line in enumerate(own)]
    assert texts(tmp_path, *pages) == own
    assert "Regiovisie Meerland 2026" in texts(tmp_path, *pages[:2])


def test_left_and_right_pages_may_have_running_heads_of_their_own(tmp_path: Path) -> None:
    words = ["Toegang", "Inkoop", "Sturing", "Zorg", "Geld", "Wonen", "School", "Veilig"]
    pages = [
        [Printed(["Regiovisie", "Samen sterk"][number % 2], 800), *printed(f"{word} is hier aan de orde.")]
        for number, word in enumerate(words)
    ]
    assert texts(tmp_path, *pages) == [f"{word} is hier aan de orde." for word in words]


def test_lines_that_come_back_with_other_numbers_than_those_of_pages_are_kept(tmp_path: Path) -> None:
    pages = [printed(f"Wachttijd: {weeks} weken.", "Elke bladzijde is anders.") for weeks in (12, 7, 31)]
    said = texts(tmp_path, *pages)
    assert [line for line in said if "Wachttijd" in line] == [f"Wachttijd: {weeks} weken." for weeks in (12, 7, 31)]


def test_when_every_line_comes_back_nothing_is_left_out(tmp_path: Path) -> None:
    assert texts(tmp_path, *[printed("Wij kopen samen in.")] * 4) == ["Wij kopen samen in."] * 4


def test_a_block_tells_the_page_number_as_it_is_printed(tmp_path: Path) -> None:
    pages = [printed(f"{word} is af.") for word in ("Voorwoord", "Inhoud", "Toegang")]
    blocks = read(tmp_path, *pages, labels="<</Nums[0<</S/r>>2<</S/D/St 5>>]>>")
    assert [block.page for block in blocks] == ["i", "ii", "5"]


def test_a_sentence_that_runs_on_over_a_page_end_is_one_block_of_the_page_where_it_starts(tmp_path: Path) -> None:
    blocks = read(tmp_path, printed(*TEXT[:2]), printed(TEXT[2], *TEXT))
    assert [(block.text, block.page) for block in blocks] == [(WHOLE, "1"), (WHOLE, "2")]


def test_a_hundred_full_pages_are_read_at_forty_pages_a_second(tmp_path: Path) -> None:
    pages = [
        printed(f"{number}.1 Inkoop", top=800, bold=True)
        + printed(*(f"{line} {number}" for line in TEXT * 15), top=780)
        for number in range(100)
    ]
    (tmp_path / "a.pdf").write_bytes(pdf_of(pages, packed=True))
    start = time.process_time()
    blocks = read_document(tmp_path / "a.pdf").blocks
    assert time.process_time() - start < 100 / 40
    assert len(headings(blocks)) == 100


@pytest.mark.parametrize(
    ("drawing", "joined_up"),
    [
        (b"[(re)-2(gio)1(nale)]TJ", b"[(regionale) -1.000] TJ"),
        (b"[<01>1<02>-1<0A>] TJ", b"[<01020A>] TJ"),
        (b"[(wij)-250(kopen)]TJ", b"[(wij) -250 (kopen)] TJ"),
        (b"[(a\\)b)3(c)]TJ", b"[(a\\)bc) 3.000] TJ"),
        (b"[(a)-60(b)-60(c)]TJ", b"[(abc) -60.000 -60.000] TJ"),
        (b"[(a\\5)1(3)]TJ", b"[(a\\5) 1.000 (3)] TJ"),
        (b"[(a)<62>]TJ", b"[(a) <62>] TJ"),
        (b"[(a)1e(b)]TJ", b"[(a)1e(b)]TJ"),
        (b"[1 0] 0 d", b"[1 0] 0 d"),
        (b"[(a)99999999(b)]TJ", b"[(a) 99999999 (b)] TJ"),
        (b"[" * 9 + b"1 " * 9, b"[" * 9 + b"1 " * 9),
    ],
)
def test_pieces_of_a_word_that_were_placed_one_by_one_are_joined(drawing: bytes, joined_up: bytes) -> None:
    assert unkerned(drawing) == joined_up


def test_a_page_with_every_letter_placed_by_itself_says_the_same(tmp_path: Path) -> None:
    shifts = [-3, 12, 0, -79, 40]
    drawing = ""
    for number, line in enumerate(TEXT):
        letters = "".join(f"({letter}) {shifts[place % 5]} " for place, letter in enumerate(line.replace(" ", "~")))
        drawing += f"BT /F1 9 Tf 1 0 0 1 72 {700 - 12 * number} Tm [{letters.replace('(~)', '-278 ')}]TJ ( ) Tj ET\n"
    whole = pdf_drawn([drawing.encode()])
    (tmp_path / "a.pdf").write_bytes(whole)
    plain = PdfReader(BytesIO(whole)).pages[0].extract_text()
    assert " ".join(plain.split()) == WHOLE
    assert read_document(tmp_path / "a.pdf").text == WHOLE
