"""A file -> a Document; one module a format."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from corpus.documents import Block, Document
from corpus.errors import InputError
from corpus.reading.opendocument import read_odt
from corpus.reading.pdf import read_pdf
from corpus.reading.text import read_markdown, read_text
from corpus.reading.web import read_html
from corpus.reading.word import read_docx

LARGEST_FILE = 50 * 1024 * 1024
"""Bytes; a larger file is refused before it is opened."""

READERS: dict[str, Callable[[Path], Iterable[Block]]] = {
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".odt": read_odt,
    ".html": read_html,
    ".htm": read_html,
    ".md": read_markdown,
    ".txt": read_text,
}
"""File name endings that can be read, each with its reader."""


def read_document(path: Path) -> Document:
    """The document in `path`; InputError when it is missing, too large, of an unknown form, damaged or empty."""
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(sorted(ending.lstrip(".") for ending in READERS))
        raise InputError(f"Kan '{path.name}' niet lezen: deze soort bestand wordt niet herkend. Kies uit: {known}.")
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise InputError(
                f"Kan '{path.name}' niet lezen: het bestand is groter dan {LARGEST_FILE // 1024**2} MB. "
                "Sla het kleiner op, bijvoorbeeld zonder afbeeldingen."
            )
        blocks = tuple(block for block in reader(path) if block.text)
    except FileNotFoundError as error:
        raise InputError(f"Kan '{path}' niet lezen: het bestand bestaat niet. Controleer de naam.") from error
    except PermissionError as error:
        raise InputError(f"Kan '{path}' niet lezen: geen toestemming. Vraag de eigenaar om toegang.") from error
    if not blocks:
        raise InputError(
            f"Kan '{path.name}' niet lezen: er staat geen tekst in. "
            "Is het een scan? Maak er dan eerst doorzoekbare tekst van."
        )
    return Document(path.name, blocks)


def documents_under(path: Path) -> Iterator[Path]:
    """`path` itself when it is a file, else every readable file under the folder, in order."""
    if path.is_dir():
        yield from (p for p in sorted(path.rglob("*")) if p.is_file() and p.suffix.lower() in READERS)
    else:
        yield path
