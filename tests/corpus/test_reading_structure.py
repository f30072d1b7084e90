"""Beside its text a document tells the level of each heading and the addresses that it links to, in every format."""

import zipfile
from pathlib import Path

import pytest

from corpus.documents import BlockKind
from corpus.passages import passages_of
from corpus.reading import read_document
from tests.corpus.files import Printed, paragraph, pdf_of, printed, write_open_document, write_word, write_zip

TEXT = "De gemeenten in de regio leggen samen vast hoe zij de hulp aan jeugdigen inkopen, en voor wie."
HEADINGS = ["Regiovisie Meerland", "Inkoop", "Toegang"]


def write(path: Path) -> None:
    if path.suffix == ".docx":
        levels = [f'<w:outlineLvl w:val="{level}"/>' for level in (0, 1, 1)]
        body = "".join(paragraph(h, level) + paragraph(TEXT) for h, level in zip(HEADINGS, levels, strict=True))
        write_word(path, body)
    elif path.suffix == ".odt":
        heads = zip(HEADINGS, (1, 2, 2), strict=True)
        body = "".join(f'<text:h text:outline-level="{n}">{h}</text:h><text:p>{TEXT}</text:p>' for h, n in heads)
        write_open_document(path, body)
    elif path.suffix == ".pdf":
        lines, top = list[Printed](), 760
        for heading, size in zip(HEADINGS, (20, 14, 14), strict=True):
            lines += [Printed(heading, top, size=size), *printed(TEXT, top=top - 40)]
            top -= 100
        path.write_bytes(pdf_of([lines]))
    else:
        marks = ("<h1>", "<h2>", "<h2>") if path.suffix == ".html" else ("# ", "## ", "## ")
        ends = [mark.replace("<", "</") if "<" in mark else "" for mark in marks]
        rows = zip(marks, HEADINGS, ends, strict=True)
        path.write_text("\n\n".join(f"{mark}{h}{end}\n\n{TEXT}" for mark, h, end in rows), encoding="utf-8")


@pytest.mark.parametrize("ending", [".docx", ".odt", ".pdf", ".html", ".md"])
def test_headings_have_levels_and_passages_the_headings_above_them(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a{ending}"
    write(path)
    document = read_document(path)
    assert [b.level for b in document.blocks if b.kind is BlockKind.HEADING] == [1, 2, 2]
    assert {b.level for b in document.blocks if b.kind is not BlockKind.HEADING} == {0}
    first, second, third = HEADINGS
    assert [p.headings for p in passages_of(document)] == [(first,), (first, second), (first, third)]


def test_emphasis_and_links_in_markdown_leave_only_their_words(tmp_path: Path) -> None:
    text = "**Kop**\n\nEen *schuin* en **vet** woord, [een stuk](https://a.nl/b) en 2 * 3 * 4.\n\n![beeld](x.png)\n"
    (tmp_path / "a.md").write_text(text)
    document = read_document(tmp_path / "a.md")
    assert [block.text for block in document.blocks] == [
        "Kop",
        "Een schuin en vet woord, een stuk en 2 * 3 * 4.",
        "beeld",
    ]
    assert document.blocks[0].kind is BlockKind.HEADING
    assert [link.address for link in document.links] == ["https://a.nl/b"]


def test_lines_with_tabs_are_rows_of_a_table(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Gemeente\tGebied\nEde\tHet midden\n\nSlot.")
    blocks = read_document(tmp_path / "a.txt").blocks
    assert [(b.text, b.kind) for b in blocks] == [
        ("Gemeente | Gebied", BlockKind.ROW), ("Ede | Het midden", BlockKind.ROW), ("Slot.", BlockKind.PARAGRAPH),
    ]  # fmt: skip


def test_a_web_page_and_an_opendocument_tell_their_links(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<p><a href="https://a.nl/b">een</a> <a href="#c">twee</a> <a>drie</a></p>')
    anchor = '<text:a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="https://a.nl/b">een</text:a>'
    write_open_document(tmp_path / "a.odt", f"<text:p>{anchor} twee</text:p>")
    for name in ("a.html", "a.odt"):
        assert [link.address for link in read_document(tmp_path / name).links] == ["https://a.nl/b"]


def test_a_word_file_tells_its_links(tmp_path: Path) -> None:
    write_word(tmp_path / "a.docx", paragraph("een"))
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    link = f'<Relationship Id="a" Type="{kind}" Target="https://a.nl/b" TargetMode="External"/>'
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    parts["word/_rels/document.xml.rels"] = f"<Relationships>{link}</Relationships>".encode()
    write_zip(tmp_path / "a.docx", parts)
    assert [link.address for link in read_document(tmp_path / "a.docx").links] == ["https://a.nl/b"]
