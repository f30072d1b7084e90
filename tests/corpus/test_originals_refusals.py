"""A bad file brought to the library gets one clear Dutch sentence within five seconds, and leaves no file behind."""

import os
import resource
import time
from pathlib import Path

import pytest

from corpus import InputError
from corpus.originals import Library
from corpus.reading import LARGEST_FILE
from corpus.reading.archive import HARMLESS, LARGEST_UNPACKED
from tests.corpus.bad_files import (
    BOMB,
    DEEP,
    PDF,
    UNREADABLE,
    WORD,
    Write,
    cut,
    data,
    drawn,
    encrypted_pdf,
    encrypted_zip,
    lying_zip,
    nested_outline,
    nested_pages,
    oddly_packed,
    pages_in_a_circle,
    pdf_encrypted_in_the_newest_way,
    picture_only,
    too_many_objects,
    wide_page_tree,
    without_root,
    word,
    zipped,
)
from tests.corpus.files import paragraph, pdf_of, printed, write_open_document

ODT = b"application/vnd.oasis.opendocument.text"
PAGES = data(pdf_of([printed("Wij kopen samen in.")] * 20))


def large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)


def nothing(path: Path) -> None:
    assert not path.exists()


def points_at_itself(path: Path) -> None:
    path.symlink_to(path)


BAD: dict[str, tuple[str, Write]] = {
    **{f"a PDF cut at {tenth} tenths": ("a.pdf", cut(PAGES, tenth / 10)) for tenth in range(1, 10)},
    **{f"a Word file cut at {n} tenths": ("a.docx", cut(word(paragraph("tekst")), n / 10)) for n in (1, 5, 9)},
    "an OpenDocument file cut in half": ("a.odt", cut(lambda p: write_open_document(p, "<text:p>x</text:p>"), 0.5)),
    "a PDF of which the pages are lost": ("a.pdf", without_root),
    "a wrong table of objects": ("a.pdf", data(PDF.replace(b"0000000009", b"0000009999"))),
    "pages that hold themselves": ("a.pdf", pages_in_a_circle),
    "ten thousand objects in each other": ("a.pdf", nested_pages),
    "an outline of ten thousand levels": ("a.pdf", nested_outline),
    "lists in lists without end": ("a.pdf", drawn(b"[" * DEEP + b"]" * DEEP + b" TJ")),
    "a page that refers to itself a million times": ("a.pdf", wide_page_tree),
    "a PDF with a password": ("a.pdf", encrypted_pdf),
    "a PDF with a password of the newest sort": ("a.pdf", pdf_encrypted_in_the_newest_way),
    "a Word file with a password": ("a.docx", data(UNREADABLE + "EncryptedPackage".encode("utf-16-le"))),
    "an encrypted zip": ("a.docx", encrypted_zip),
    "a scan": ("a.pdf", picture_only),
    "a drawing that unpacks to far more": ("a.pdf", drawn(b"q Q " * 10_000_000)),
    "a drawing of a hundred thousand letters": ("a.pdf", drawn(b"BT /F1 9 Tf " + b"(a) Tj 1 1 Td " * 100_000 + b"ET")),
    "three hundred thousand objects": ("a.pdf", too_many_objects),
    "a zip bomb in a Word file": ("a.docx", zipped({**WORD, "groot": bytes(HARMLESS + 1)})),
    "a zip bomb in an OpenDocument file": ("a.odt", zipped({"content.xml": bytes(LARGEST_UNPACKED + 1)})),
    "a zip that lies about its size": ("a.docx", lying_zip),
    "a zip packed in an odd way": ("a.docx", oddly_packed),
    "a zip of ten thousand parts": ("a.docx", zipped({f"word/document{n}": "" for n in range(10_001)})),
    "an entity bomb in a Word file": ("a.docx", zipped({"word/document.xml": BOMB})),
    "an entity bomb in an OpenDocument file": ("a.odt", zipped({"content.xml": BOMB})),
    "Word elements without end": ("a.docx", word("<w:ins>" * DEEP + paragraph("x") + "</w:ins>" * DEEP)),
    "OpenDocument elements without end": (
        "a.odt",
        lambda path: write_open_document(path, "<text:p>" * DEEP + "x" + "</text:p>" * DEEP),
    ),
    "a web page nested without end": ("a.html", data(b"<div>" * DEEP + b"x" + b"</div>" * DEEP)),
    "a web page of tags that are never closed": ("a.html", data(b"<a " * 2_000_000)),
    "a web page of nothing but scripts": ("a.html", data(b"<html><script>1</script></html>")),
    "a PDF named .docx": ("a.docx", data(PDF)),
    "a PDF named .md": ("a.md", data(PDF)),
    "a Word file named .pdf": ("a.pdf", word(paragraph("tekst"))),
    "an OpenDocument file named .docx": ("a.docx", zipped({"mimetype": ODT})),
    "a program named .pdf": ("a.pdf", data(b"MZ\x90\0\3\0")),
    "a picture named .pdf": ("a.pdf", data(b"\x89PNG\r\n\x1a\n")),
    "an old Word file": ("a.docx", data(UNREADABLE)),
    "an Excel file": ("a.xlsx", zipped({"xl/workbook.xml": ""})),
    "plain text named .pdf": ("a.pdf", data(b"gewone tekst")),
    "bytes named .txt": ("a.txt", data(bytes(range(1, 32)) * 9)),
    "a file without a byte": ("a.pdf", data(b"")),
    "a file of more than 50 MB": ("a.pdf", large),
    "a folder named .pdf": ("a.pdf", Path.mkdir),
    "a pipe named .pdf": ("a.pdf", os.mkfifo),
    "a link to itself": ("a.pdf", points_at_itself),
    "a file that is not there": ("../../../weg.pdf", nothing),
    "a file without an ending": ("visie", data(PDF)),
    "a broken file with an emoji in its name": ("😀👨\N{ZERO WIDTH JOINER}👩.pdf", data(b"%PDF-1.4")),
    "a name of three hundred letters": ("x" * 296 + ".pdf", lambda path: None),
    "a name with a line end": ("a\nb.pdf", data(b"%PDF-1.4")),
    "a name with half a character": ("\udcff.pdf", data(b"%PDF-1.4")),
}
"""Each with the name of the file, and what writes it."""


def seconds() -> float:
    """Of processor time, of this process and the ones it waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_gets_one_clear_sentence_and_leaves_nothing(tmp_path: Path, kind: str) -> None:
    name, write = BAD[kind]
    here = tmp_path / "een" / "twee" / "drie"
    here.mkdir(parents=True)
    library, path = Library(tmp_path / "originelen"), here / name
    write(path)
    before, start = sorted(tmp_path.rglob("*")), seconds()
    with pytest.raises(InputError) as caught:
        library.add(path)
    assert seconds() - start < 5
    said = str(caught.value)
    assert said.startswith("Kan '")
    assert "' niet lezen: " in said
    assert said.endswith((".", "?"))
    assert "\n" not in said
    assert len(said.encode()) < 1000
    assert sorted(tmp_path.rglob("*")) == before
    assert library.entries() == ()


def test_there_are_more_than_forty_kinds_of_bad_file() -> None:
    assert len(BAD) > 40


def test_a_pdf_that_tells_a_wrong_place_of_its_table_of_objects_is_read_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(PDF.replace(b"startxref\n", b"startxref\n9"))
    library = Library(tmp_path / "originelen")
    assert library.document(library.add(tmp_path / "a.pdf").id).text == "Wij kopen samen in."
