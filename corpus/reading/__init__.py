"""A file -> a Document; one module a format."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from errno import ENAMETOOLONG
from pathlib import Path

from corpus.documents import Block, Document
from corpus.errors import InputError
from corpus.reading.cleaning import cleaned
from corpus.reading.opendocument import read_odt
from corpus.reading.pdf import read_pdf
from corpus.reading.recognition import NOUNS, refuse_impostor
from corpus.reading.refusals import cannot_read, damaged, too_intricate, too_large
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
        raise cannot_read(path.name, "deze soort bestand wordt niet herkend", f"Kies uit: {known}")
    try:
        _refuse_unfit(path)
        refuse_impostor(path)
        read = [replace(block, text=cleaned(block.text), page=cleaned(block.page)) for block in reader(path)]
    except InputError:
        raise
    except OSError as error:
        raise _not_opened(path, error) from error
    except (RecursionError, MemoryError) as error:
        raise too_intricate(path.name) from error
    except Exception as error:  # a damaged file makes outside packages raise whatever they happen upon
        raise damaged(path.name, NOUNS[path.suffix.lower()]) from error
    blocks = tuple(block for block in read if block.text)
    if not blocks:
        why = "er staat geen tekst in"
        raise cannot_read(path.name, why, "Is het een scan? Maak er dan eerst doorzoekbare tekst van")
    return Document(path.name, blocks)


def documents_under(path: Path) -> Iterator[Path]:
    """`path` itself when it is a file, else every readable file under the folder, in order.

    Hidden files and the lock files that Word leaves (~$...) are passed over.
    """
    if path.is_dir():
        for file in sorted(path.rglob("*")):
            if file.suffix.lower() in READERS and not file.name.startswith((".", "~$")) and file.is_file():
                yield file
    else:
        yield path


def _refuse_unfit(path: Path) -> None:
    """InputError for what is no file, and for a file that is empty or too large."""
    if "\0" in str(path):
        raise FileNotFoundError(path)
    size = path.stat().st_size
    if path.is_dir():
        raise cannot_read(path.name, "het is een map", "Kies een bestand in de map")
    if not path.is_file():
        raise cannot_read(path.name, "het is geen gewoon bestand", "Kies een document")
    if size == 0:
        why = "het bestand is leeg (0 bytes), mogelijk beschadigd bij het kopiëren"
        raise cannot_read(path.name, why, "Kopieer of download het opnieuw")
    if size > LARGEST_FILE:
        raise too_large(path.name, LARGEST_FILE // 1024**2)


def _not_opened(path: Path, error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return cannot_read(str(path), "het bestand bestaat niet", "Controleer de naam")
    if isinstance(error, PermissionError):
        return cannot_read(str(path), "geen toestemming", "Vraag de eigenaar om toegang")
    if error.errno == ENAMETOOLONG:
        return cannot_read(path.name, "de naam is te lang", "Geef het bestand een kortere naam")
    return cannot_read(path.name, "het bestand is niet te openen", "Kopieer het naar een andere map en probeer opnieuw")
