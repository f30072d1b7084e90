"""What cannot be read gets one clear Dutch sentence, soon, and never another error."""

import time
import zipfile
from pathlib import Path

import pytest

from corpus import InputError
from corpus.reading import LARGEST_FILE, READERS, pdf, read_document
from corpus.reading.archive import HARMLESS, LARGEST_UNPACKED
from tests.corpus.bad_files import (
    BOMB,
    DEEP,
    PDF,
    UNREADABLE,
    WORD,
    Write,
    data,
    drawn,
    encrypted_pdf,
    encrypted_zip,
    lying_zip,
    oddly_packed,
    pdf_encrypted_in_the_newest_way,
    picture_only,
    too_many_objects,
    word,
    zipped,
)
from tests.corpus.files import Printed, paragraph, pdf_drawn, pdf_of, printed, write_open_document, write_word


def refused(path: Path) -> str:
    """The sentence that says why `path` is not read; it came within five seconds."""
    start = time.process_time()
    with pytest.raises(InputError) as caught:
        read_document(path)
    assert time.process_time() - start < 5
    said = str(caught.value)
    assert said.startswith("Kan '")
    assert "' niet lezen: " in said
    assert said.endswith((".", "?"))
    assert said.isprintable() or "\N{ZERO WIDTH JOINER}" in said
    assert len(said) < 320
    return said


@pytest.mark.parametrize("name", ["weg.pdf", "weg.docx", "weg.odt", "weg.html", "weg.md", "weg.txt"])
def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path, name: str) -> None:
    assert "bestaat niet" in refused(tmp_path / name)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.odt", "a.html", "a.md", "a.txt"])
def test_a_file_without_a_byte_a_folder_and_a_file_that_is_too_large_are_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.touch()
    assert "leeg (0 bytes)" in refused(path)
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    assert "groter dan 50 MB" in refused(path)
    path.unlink()
    path.mkdir()
    assert "het is een map" in refused(path)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.docx", PDF, "maar een PDF. Verander de naam in 'a.pdf'"),
        ("a.odt", PDF, "maar een PDF. Verander de naam in 'a.pdf'"),
        ("a.txt", PDF, "maar een PDF. Verander de naam in 'a.pdf'"),
        ("a.html", PDF, "maar een PDF. Verander de naam in 'a.pdf'"),
        ("a.docx", b"MZ\x90\0\3\0", "maar een programma"),
        ("a.pdf", b"MZ\x90\0\3\0", "maar een programma"),
        ("a.md", b"MZ\x90\0\3\0", "maar een programma"),
        ("a.exe", b"MZ\x90\0\3\0", "wordt niet herkend"),
        ("a.docx", UNREADABLE, "maar een bestand van een oude Office-versie (.doc). Sla het in Word op als .docx"),
        ("a.pdf", b"\x89PNG\r\n\x1a\n", "maar een afbeelding"),
        ("a.docx", b"{\\rtf1 tekst}", "maar een RTF-bestand"),
        ("a.docx", b"<!DOCTYPE html><p>tekst</p>", "maar een webpagina (.html). Verander de naam in 'a.html'"),
        ("a.pdf", b"gewone tekst", "beschadigd of is geen PDF"),
        ("a.docx", b"gewone tekst", "beschadigd of is geen Word-bestand"),
        ("a.odt", b"gewone tekst", "beschadigd of is geen OpenDocument"),
        ("a.txt", b"\0\1\2", "beschadigd of is geen tekstbestand"),
        ("a.txt", bytes(range(1, 32)) * 9, "beschadigd of is geen tekstbestand"),
        ("a.html", bytes(range(1, 32)) * 9, "beschadigd of is geen webpagina"),
    ],
)
def test_a_file_that_is_another_sort_than_its_name_says_is_told_what_it_is(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert said in refused(tmp_path / name)


@pytest.mark.parametrize(
    ("parts", "name", "said"),
    [
        (WORD, "a.pdf", "maar een Word-bestand (.docx). Verander de naam in 'a.docx'"),
        (WORD, "a.odt", "maar een Word-bestand (.docx)"),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "a.docx", "maar een OpenDocument-bestand (.odt)"),
        ({"xl/workbook.xml": ""}, "a.docx", "maar een Excel-bestand (.xlsx)"),
        ({"foto.jpg": ""}, "a.pdf", "maar een zip-bestand"),
        ({"foto.jpg": ""}, "a.docx", "beschadigd"),
        ({"foto.jpg": ""}, "a.odt", "beschadigd"),
    ],
)
def test_a_zip_is_known_by_its_parts(tmp_path: Path, parts: dict[str, str | bytes], name: str, said: str) -> None:
    with zipfile.ZipFile(tmp_path / name, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    assert said in refused(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("a.docx", data(UNREADABLE + "EncryptedPackage".encode("utf-16-le"))),
        ("a.docx", encrypted_zip),
        ("a.odt", lambda path: write_open_document(path, "", parts={"META-INF/manifest.xml": "<m:encryption-data/>"})),
        ("a.pdf", encrypted_pdf),
        ("a.pdf", pdf_encrypted_in_the_newest_way),
    ],
)
def test_a_file_with_a_password_is_said_to_be_encrypted(tmp_path: Path, name: str, write: Write) -> None:
    write(tmp_path / name)
    assert "versleuteld. Sla het op zonder wachtwoord" in refused(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "write", "said"),
    [
        ("a.docx", zipped({**WORD, "groot": bytes(LARGEST_UNPACKED)}), "uitgepakt groter dan 100 MB"),
        ("a.odt", zipped({"content.xml": bytes(LARGEST_UNPACKED + 1)}), "uitgepakt groter dan 100 MB"),
        ("a.docx", zipped({**WORD, "groot": bytes(HARMLESS + 1)}), "keer zo groot"),
        ("a.odt", zipped({"content.xml": bytes(HARMLESS + 1)}), "keer zo groot"),
        ("a.docx", lying_zip, "beschadigd"),
        ("a.docx", oddly_packed, "beschadigd"),
        ("a.docx", zipped({f"word/document{number}": "" for number in range(10_001)}), "te ingewikkeld"),
        ("a.docx", zipped({"word/document.xml": BOMB}), "niet veilig"),
        ("a.docx", zipped({"word/document.xml": BOMB.encode("utf-16")}), "niet veilig"),
        ("a.odt", zipped({"content.xml": BOMB}), "niet veilig"),
        ("a.odt", zipped({"content.xml": BOMB.encode("utf-16")}), "niet veilig"),
        ("a.pdf", drawn(b"q Q " * 10_000_000), "te ingewikkeld"),
        ("a.pdf", drawn(b"BT /F1 9 Tf " + b"(a) Tj 1 1 Td " * 100_000 + b"ET"), "te ingewikkeld"),
        ("a.pdf", too_many_objects, "te ingewikkeld"),
    ],
)
def test_a_file_that_unpacks_to_far_more_than_a_document_is_refused(
    tmp_path: Path, name: str, write: Write, said: str
) -> None:
    write(tmp_path / name)
    assert said in refused(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("a.docx", word("<w:ins>" * DEEP + paragraph("diep") + "</w:ins>" * DEEP)),
        ("a.odt", lambda path: write_open_document(path, "<text:p>" * DEEP + "diep" + "</text:p>" * DEEP)),
        ("a.html", data(b"<div>" * DEEP + b"diep" + b"</div>" * DEEP)),
        ("a.pdf", drawn(b"[" * DEEP + b"]" * DEEP + b" TJ")),
        ("a.html", data(b"<a " * 2_000_000)),
        ("a.html", data(b"<p>x</p>" * 100_000)),
    ],
)
def test_elements_in_elements_without_end_are_refused(tmp_path: Path, name: str, write: Write) -> None:
    write(tmp_path / name)
    assert "te ingewikkeld" in refused(tmp_path / name)


@pytest.mark.parametrize("error", [RecursionError, MemoryError])
def test_a_reader_that_runs_out_of_room_is_no_other_error(
    tmp_path: Path, error: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(path: Path) -> None:
        raise error

    monkeypatch.setitem(READERS, ".txt", read)
    (tmp_path / "a.txt").write_text("tekst")
    assert "te ingewikkeld" in refused(tmp_path / "a.txt")


def test_a_pdf_that_takes_too_long_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(PDF)
    monkeypatch.setattr(pdf, "MOST_SECONDS", 0)
    assert "te ingewikkeld" in refused(tmp_path / "a.pdf")


@pytest.mark.parametrize("share", [0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.odt"])
def test_a_file_that_was_cut_short_is_said_to_be_damaged(tmp_path: Path, name: str, share: float) -> None:
    path = tmp_path / name
    if name == "a.pdf":
        path.write_bytes(pdf_of([[Printed(f"Regel {number}.")] for number in range(20)]))
    elif name == "a.odt":
        write_open_document(path, "<text:p>tekst</text:p>")
    else:
        write_word(path, paragraph("tekst"))
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    assert "beschadigd" in refused(path)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.odt"])
def test_a_file_with_wrong_bytes_is_read_or_refused_but_never_fails_otherwise(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    if name == "a.pdf":
        path.write_bytes(PDF)
    elif name == "a.odt":
        write_open_document(path, "<text:p>Wij kopen samen in.</text:p>")
    else:
        write_word(path, paragraph("Wij kopen samen in."))
    whole, read = path.read_bytes(), 0
    for place in range(0, len(whole), 3):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        try:
            read += bool(read_document(path).text)
        except InputError as error:
            assert "niet lezen" in str(error)
    assert 0 < read < len(whole) / 3


@pytest.mark.parametrize(
    ("name", "write"),
    [
        ("a.pdf", picture_only),
        ("a.docx", word("")),
        ("a.odt", lambda path: write_open_document(path, "")),
        ("a.html", data(b"<html><script>1</script></html>")),
        ("a.txt", data(b"  \n ")),
        ("a.md", data(b"# \n\n")),
    ],
)
def test_a_document_without_text_is_asked_whether_it_is_a_scan(tmp_path: Path, name: str, write: Write) -> None:
    write(tmp_path / name)
    assert "er staat geen tekst in. Is het een scan?" in refused(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../" * 60 + "geheim.txt", "bestaat niet"),
        ("😀👨\N{ZERO WIDTH JOINER}👩.docx", "😀👨\N{ZERO WIDTH JOINER}👩.docx"),
        ("x" * 296 + ".pdf", "de naam is te lang"),
        ("a\nb.md", "a\N{REPLACEMENT CHARACTER}b.md"),
        ("a\0b.md", "a\N{REPLACEMENT CHARACTER}b.md"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}fdp.txt", "\N{REPLACEMENT CHARACTER}fdp.txt"),
        ("\udcff.txt", "\N{REPLACEMENT CHARACTER}.txt"),
        (".docx", "wordt niet herkend"),
        ("zonder ending", "wordt niet herkend"),
    ],
)
def test_any_name_can_stand_in_the_sentence(tmp_path: Path, name: str, said: str) -> None:
    sentence = refused(tmp_path / name)
    assert said in sentence
    assert sentence.encode("utf-8")


def test_names_inside_a_zip_lead_nowhere(tmp_path: Path) -> None:
    write_word(tmp_path / "a.docx", paragraph("Gewoon."))
    with zipfile.ZipFile(tmp_path / "a.docx", "a") as archive:
        archive.writestr("../../../tmp/" + "x" * 300, "weg")
        archive.writestr("😀.xml", "weg")
    assert read_document(tmp_path / "a.docx").text == "Gewoon."


def test_a_document_with_an_emoji_in_its_name_is_read(tmp_path: Path) -> None:
    (tmp_path / "😀 visie.txt").write_text("Gewoon.", encoding="utf-8")
    assert read_document(tmp_path / "😀 visie.txt").name == "😀 visie.txt"


def test_a_drawing_among_pages_of_text_is_passed_over(tmp_path: Path) -> None:
    words = printed("Wij kopen samen in.")[0].drawn().encode()
    (tmp_path / "a.pdf").write_bytes(pdf_drawn([words, b"0 0 m " * 600_000, words], packed=True))
    assert [block.page for block in read_document(tmp_path / "a.pdf").blocks] == ["1", "3"]
