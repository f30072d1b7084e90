"""Every format is read; what cannot be read gets one clear sentence."""

import zipfile
from pathlib import Path

import docx
import pytest
from pypdf import PdfWriter

from corpus import InputError
from corpus.reading import documents_under, read_document

LINES = ["Regiovisie Meerland", "Wij kopen samen in.", "Wachttijd | 12 weken"]


def write_docx(path: Path) -> None:
    document = docx.Document()
    document.add_heading(LINES[0], level=1)
    document.add_paragraph(LINES[1])
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = LINES[2].split(" | ")
    document.save(str(path))


def write_odt(path: Path) -> None:
    names = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    names += ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    names += ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    cells = "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in LINES[2].split(" | "))
    body = f"<text:h>{LINES[0]}</text:h><text:p>{LINES[1]}</text:p><table:table><table:table-row>{cells}"
    xml = f"<office:document-content {names}>{body}</table:table-row></table:table></office:document-content>"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", xml)


def write_html(path: Path) -> None:
    cells = "".join(f"<td>{cell}</td>" for cell in LINES[2].split(" | "))
    path.write_text(
        f"<html><nav><p>Menu</p></nav><h1>{LINES[0]}</h1><p>{LINES[1]}</p><table><tr>{cells}</tr></table></html>",
        encoding="utf-8",
    )


def write_markdown(path: Path) -> None:
    path.write_text(f"# {LINES[0]}\n\n{LINES[1]}\n\n| {LINES[2]} |\n|---|---|\n", encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "write"),
    [("a.docx", write_docx), ("a.odt", write_odt), ("a.html", write_html), ("a.md", write_markdown)],
)
def test_headings_paragraphs_and_rows_come_in_reading_order(tmp_path: Path, name: str, write: object) -> None:
    write(tmp_path / name)  # type: ignore[operator]
    blocks = read_document(tmp_path / name).blocks
    assert [block.text for block in blocks] == LINES
    assert [str(block.kind) for block in blocks] == ["heading", "paragraph", "row"]


def test_plain_text_is_split_at_empty_lines_and_old_encodings_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Coördinatie\nin de regio.\n\nTweede alinea.".encode("cp1252"))
    assert [block.text for block in read_document(path).blocks] == ["Coördinatie in de regio.", "Tweede alinea."]


def pdf(text: str) -> bytes:
    """A PDF of one page with one line of text, written by hand."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, thing in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, thing)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 6\n0000000000 65535 f \n" + table
    return out + head + b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)


def test_a_pdf_gives_its_text_with_the_page(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf("Wij kopen samen in."))
    (block,) = read_document(path).blocks
    assert (block.text, block.page) == ("Wij kopen samen in.", "1")


def encrypted(path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("geheim", algorithm="RC4-128")
    writer.write(path)


def blank(path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(path)


@pytest.mark.parametrize(
    ("name", "write", "said"),
    [
        ("weg.pdf", lambda path: None, "bestaat niet"),
        ("weg.docx", lambda path: None, "bestaat niet"),
        ("a.exe", lambda path: path.write_bytes(b"MZ"), "niet herkend"),
        ("a.pdf", lambda path: path.write_bytes(b"geen pdf"), "beschadigd"),
        ("a.pdf", lambda path: path.write_bytes(b""), "beschadigd"),
        ("a.pdf", lambda path: path.write_bytes(pdf("x")[:200]), "beschadigd"),
        ("a.pdf", encrypted, "versleuteld"),
        ("a.pdf", blank, "geen tekst"),
        ("a.docx", lambda path: path.write_bytes(b"PK nee"), "beschadigd"),
        ("a.docx", lambda path: path.write_bytes(b""), "beschadigd"),
        ("a.odt", lambda path: path.write_bytes(b"nee"), "beschadigd"),
        ("a.txt", lambda path: path.write_bytes(b"\0\1\2"), "beschadigd"),
        ("a.txt", lambda path: path.write_bytes(b"  \n "), "geen tekst"),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_what_cannot_be_read_gets_one_clear_sentence(tmp_path: Path, name: str, write: object, said: str) -> None:
    write(tmp_path / name)  # type: ignore[operator]
    with pytest.raises(InputError, match=said) as caught:
        read_document(tmp_path / name)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_gives_its_readable_files_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.exe"):
        (tmp_path / name).write_text("tekst", encoding="utf-8")
    assert [path.name for path in documents_under(tmp_path)] == ["a.md", "b.txt"]


def test_a_long_document_is_cut_into_passages_under_their_headings(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    sentence = "De gemeenten leggen samen vast hoe zij de hulp inkopen. "
    path.write_text(f"# Inkoop\n\n{sentence * 60}\n\n# Toegang\n\nKort.\n", encoding="utf-8")
    passages = list(read_document(path).passages())
    assert len(passages) > 3
    assert all(passage.startswith("Inkoop\n") for passage in passages[1:-1][:1])
    assert passages[-1] == "Toegang\nKort."
    assert all(len(passage) < 2000 for passage in passages)
