"""Every format is read into the same blocks, and a document knows where each block stands in its text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.documents import Block, BlockKind, Document
from corpus.passages import passages_of
from corpus.reading import READERS, documents_under, read_document
from tests.corpus.files import paragraph, pdf_of, printed, write_open_document, write_word

LINES = ["Regiovisie Meerland", "Wij kopen samen in.", "- Korte lijnen", "Wachttijd | 12 weken"]
CELLS = LINES[3].split(" | ")
Write = Callable[[Path], object]


def write_docx(path: Path) -> None:
    row = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in CELLS)
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    head = paragraph(LINES[0], '<w:outlineLvl w:val="0"/>') + paragraph(LINES[1]) + paragraph(LINES[2][2:], numbered)
    write_word(path, f"{head}<w:tbl><w:tr>{row}</w:tr></w:tbl>")


def write_odt(path: Path) -> None:
    cells = "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in CELLS)
    item = f"<text:list><text:list-item><text:p>{LINES[2][2:]}</text:p></text:list-item></text:list>"
    table = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    write_open_document(path, f"<text:h>{LINES[0]}</text:h><text:p>{LINES[1]}</text:p>{item}{table}")


def write_html(path: Path) -> None:
    cells = "".join(f"<td>{cell}</td>" for cell in CELLS)
    body = f"<h1>{LINES[0]}</h1><p>{LINES[1]}</p><ul><li>{LINES[2][2:]}</li></ul><table><tr>{cells}</tr></table>"
    path.write_text(f"<html><nav><p>Menu</p></nav>{body}</html>", encoding="utf-8")


def write_markdown(path: Path) -> None:
    path.write_text(f"# {LINES[0]}\n\n{LINES[1]}\n\n* {LINES[2][2:]}\n\n| {LINES[3]} |\n|---|---|\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "write"),
    [("a.docx", write_docx), ("a.odt", write_odt), ("a.html", write_html), ("a.md", write_markdown)],
)
def test_headings_paragraphs_items_and_rows_come_in_reading_order(tmp_path: Path, name: str, write: Write) -> None:
    write(tmp_path / name)
    blocks = read_document(tmp_path / name).blocks
    assert [block.text for block in blocks] == LINES
    assert [str(block.kind) for block in blocks] == ["heading", "paragraph", "paragraph", "row"]


def test_each_block_stands_at_its_offsets_in_the_text() -> None:
    blocks = (Block("Toegang", BlockKind.HEADING), Block("Eén loket."), Block("a | b", BlockKind.ROW))
    document = Document("a.md", blocks)
    assert document.text == "Toegang\nEén loket.\na | b"
    assert [document.text[start:end] for start, end in document.offsets] == [block.text for block in blocks]
    assert Document("leeg.md", ()).offsets == ()


def read_bytes(path: Path, data: bytes) -> list[str]:
    path.write_bytes(data)
    return [block.text for block in read_document(path).blocks]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_plain_text_is_split_at_empty_lines_in_whatever_encoding(tmp_path: Path, encoding: str) -> None:
    data = "Coördinatie\r\nin de regio.\r\n \r\nTweede alinea.".encode(encoding)
    assert read_bytes(tmp_path / "a.txt", data) == ["Coördinatie in de regio.", "Tweede alinea."]


def test_text_is_told_as_one_would_type_it(tmp_path: Path) -> None:
    data = "e\u0301e\u0301n\u00a0e\ufb03cie\u0308nt ge\u00adzin\u200b 👨‍👩‍👧 \x01slot".encode()
    assert read_bytes(tmp_path / "a.txt", data) == ["één efficiënt gezin 👨‍👩‍👧 slot"]


def test_markdown_lines_run_on_until_an_item_or_a_heading(tmp_path: Path) -> None:
    data = b"Een\ntwee\n- drie\n  vier\n1. vijf\n## Zes ##\nzeven"
    assert read_bytes(tmp_path / "a.md", data) == ["Een twee", "- drie vier", "1. vijf", "Zes", "zeven"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<p>een<p>twee", ["een", "twee"]),
        ("<div>los <b>en</b> vast<p>in</p>na</div>", ["los en vast", "in", "na"]),
        ("<ul><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ul>", ["- a", "- b", "- c", "d"]),
        ("<table><tr><td>x<table><tr><td>1</td><td>2</td></tr></table></td></tr></table>", ["x", "1 | 2"]),
        ("een<br>twee<!-- drie --><script>vier</script><p hidden>vijf</p>", ["een twee"]),
        ("<p>een</p><footer><p>voet</p></footer>", ["een"]),
    ],
)
def test_a_web_page_is_read_as_it_is_shown(tmp_path: Path, body: str, said: list[str]) -> None:
    assert read_bytes(tmp_path / "a.html", f"<!DOCTYPE html><html><body>{body}".encode()) == said


def test_a_web_page_is_read_by_the_rules_of_its_own_encoding(tmp_path: Path) -> None:
    xhtml = '<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><p>één</p></html>'
    assert read_bytes(tmp_path / "a.htm", xhtml.encode()) == ["één"]
    assert read_bytes(tmp_path / "a.htm", '<meta charset="iso-8859-1"><p>één</p>'.encode("latin-1")) == ["één"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ('<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>', ["a b c d"]),
        ("<text:p>a<text:span>b</text:span>c<text:a>d</text:a></text:p>", ["abcd"]),
        ("<text:p>a<office:annotation><text:p>weg</text:p></office:annotation>b</text:p>", ["ab"]),
        ("<text:tracked-changes><text:p>weg</text:p></text:tracked-changes><text:p>a</text:p>", ["a"]),
        ('<text:section text:display="none"><text:p>weg</text:p></text:section><text:p>a</text:p>', ["a"]),
        (
            "<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p>"
            "<text:p>m</text:p></text:note-body></text:note>b</text:p><text:p>c</text:p>",
            ["ab", "n m", "c"],
        ),
        ("<text:p>a<draw:frame><draw:text-box><text:p>k</text:p></draw:text-box></draw:frame></text:p>", ["a", "k"]),
        ("<text:p>a<draw:custom-shape><text:p>k</text:p></draw:custom-shape>b</text:p>", ["ab", "k"]),
        (
            "<table:table><table:table-row><table:table-cell><text:p>a</text:p><table:table><table:table-row>"
            "<table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>"
            "</table:table-cell><table:covered-table-cell/><table:table-cell><text:p>b</text:p></table:table-cell>"
            "</table:table-row></table:table>",
            ["a | b", "x"],
        ),
    ],
)
def test_an_opendocument_is_read_with_changes_accepted_and_notes_after_their_paragraph(
    tmp_path: Path, body: str, said: list[str]
) -> None:
    write_open_document(tmp_path / "a.odt", body)
    assert [block.text for block in read_document(tmp_path / "a.odt").blocks] == said


def test_the_title_of_an_opendocument_is_a_heading(tmp_path: Path) -> None:
    style = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    write_open_document(tmp_path / "a.odt", '<text:p text:style-name="P1">Regiovisie</text:p>', style)
    assert read_document(tmp_path / "a.odt").blocks == (Block("Regiovisie", BlockKind.HEADING, level=1),)


def test_every_ending_has_a_reader_whatever_its_letters(tmp_path: Path) -> None:
    assert set(READERS) == {".docx", ".htm", ".html", ".md", ".odt", ".pdf", ".txt"}
    (tmp_path / "A.PDF").write_bytes(pdf_of([printed("Wij kopen samen in.")]))
    assert read_document(tmp_path / "A.PDF").text == "Wij kopen samen in."


def test_a_folder_gives_its_readable_files_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.exe", "~$b.docx", ".d.txt"):
        (tmp_path / name).write_text("tekst", encoding="utf-8")
    (tmp_path / "map.txt").mkdir()
    assert [path.name for path in documents_under(tmp_path)] == ["a.md", "b.txt"]


def test_a_long_document_is_cut_into_passages_under_their_headings(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    sentence = "De gemeenten leggen samen vast hoe zij de hulp inkopen. "
    path.write_text(f"# Inkoop\n\n{sentence * 60}\n\n# Toegang\n\nKort.\n", encoding="utf-8")
    passages = [passage.searchable for passage in passages_of(read_document(path))]
    assert len(passages) > 3
    assert passages[0].startswith("Inkoop\n")
    assert passages[-1] == "Toegang\nKort."
    assert all(len(passage) < 2000 for passage in passages)
