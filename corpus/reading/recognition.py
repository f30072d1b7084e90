"""What a file really is, by its first bytes, whatever its name says."""

from dataclasses import dataclass
from pathlib import Path

from corpus.errors import InputError
from corpus.reading.refusals import cannot_read, encrypted


@dataclass(frozen=True, slots=True)
class FileKind:
    """A sort of file: its Dutch name, the ending that reads it ("" when none does), and what to do with it then."""

    noun: str
    ending: str = ""
    mend: str = "Sla de tekst op als .docx of .pdf en probeer het opnieuw"


PDF = FileKind("een PDF", ".pdf")
WORD = FileKind("een Word-bestand (.docx)", ".docx")
OPEN_DOCUMENT = FileKind("een OpenDocument-bestand (.odt)", ".odt")
WEB_PAGE = FileKind("een webpagina (.html)", ".html")
OLD_OFFICE = FileKind("een bestand van een oude Office-versie (.doc)", mend="Sla het in Word op als .docx")
PROGRAM = FileKind("een programma", mend="Open het niet, en kies het document zelf")
IMAGE = FileKind("een afbeelding", mend="Maak er eerst doorzoekbare tekst van, bijvoorbeeld als PDF")
ZIP = FileKind("een zip-bestand", mend="Pak het eerst uit en kies het document zelf")

NOUNS = {
    ".pdf": "PDF",
    ".docx": "Word-bestand (.docx)",
    ".odt": "OpenDocument-bestand (.odt)",
    ".html": "webpagina (.html)",
    ".htm": "webpagina (.html)",
    ".md": "Markdown-bestand (.md)",
    ".txt": "tekstbestand",
}
"""What a file with each ending should be, in Dutch."""

_MAGIC = {
    b"{\\rtf": FileKind("een RTF-bestand", mend="Sla het in Word op als .docx"),
    b"\x7fELF": PROGRAM,
    b"\x89PNG\r\n": IMAGE,
    b"\xff\xd8\xff": IMAGE,
    b"GIF8": IMAGE,
    b"II*\0": IMAGE,
    b"MM\0*": IMAGE,
    b"\x1f\x8b": ZIP,
    b"7z\xbc\xaf": ZIP,
    b"Rar!": ZIP,
}
_ZIPPED = {
    b"word/document": WORD,
    b"xl/workbook": FileKind("een Excel-bestand (.xlsx)"),
    b"ppt/presentation": FileKind("een PowerPoint-bestand (.pptx)"),
    b"content.xml": OPEN_DOCUMENT,
}


def refuse_impostor(path: Path) -> None:
    """InputError when the file is clearly another sort than its ending says, or asks for a password."""
    ending, data = path.suffix.lower(), path.read_bytes()
    kind = kind_of(data)
    if kind is OLD_OFFICE and "EncryptedPackage".encode("utf-16-le") in data:
        raise encrypted(path.name)
    if kind is None or _may_be(kind, ending):
        return
    raise _impostor(path, kind, NOUNS[ending])


def kind_of(data: bytes) -> FileKind | None:
    """The sort of file that starts (or, for a zip, ends) with these bytes; None when they do not tell."""
    if data.startswith(b"PK\x03\x04"):
        return _zip_kind(data)
    if data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"%PDF-"):
        return PDF
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return OLD_OFFICE
    if data.startswith(b"MZ") and b"\0" in data[:1024]:
        return PROGRAM
    if data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html")):
        return WEB_PAGE
    return next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), None)


def _zip_kind(data: bytes) -> FileKind:
    """A zip lists the names of its parts at its end; OpenDocument names itself in its first part as well."""
    if data[30:38] == b"mimetype":
        return OPEN_DOCUMENT if b"opendocument.text" in data[38:100] else ZIP
    names = data[-1_000_000:]
    return next((kind for name, kind in _ZIPPED.items() if name in names), ZIP)


def _may_be(kind: FileKind, ending: str) -> bool:
    if kind is ZIP:
        return ending in (".docx", ".odt")
    return kind.ending == ending or (kind is WEB_PAGE and ending in (".htm", ".md", ".txt"))


def _impostor(path: Path, kind: FileKind, expected: str) -> InputError:
    mend = (
        f"Verander de naam in '{path.with_suffix(kind.ending).name}' en probeer het opnieuw"
        if kind.ending
        else kind.mend
    )
    return cannot_read(path.name, f"het is geen {expected} maar {kind.noun}", mend)
