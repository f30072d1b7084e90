"""The formats that can be read, and what holds for all of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from errno import ENAMETOOLONG
from pathlib import Path

from corpus.documents import Block, Document, Link
from corpus.errors import InputError
from corpus.reading.cleaning import cleaned
from corpus.reading.markdown import read_markdown
from corpus.reading.parts import PagesRead, Part, Progress
from corpus.reading.recognition import NOUNS, refuse_impostor
from corpus.reading.refusals import cannot_read, damaged, too_intricate, too_large
from corpus.reading.text import read_text

# ruff: noqa: PLC0415  each format brings packages along that take a tenth of a second to import

LARGEST_FILE = 50 * 1024 * 1024
"""Bytes; a larger file is refused before it is opened."""


def _read_pdf(path: Path) -> Iterable[Part]:
    from corpus.reading.pdf import read_pdf

    return read_pdf(path)


def _read_docx(path: Path) -> Iterable[Part]:
    from corpus.reading.word import read_docx

    return read_docx(path)


def _read_odt(path: Path) -> Iterable[Part]:
    from corpus.reading.opendocument import read_odt

    return read_odt(path)


def _read_html(path: Path) -> Iterable[Part]:
    from corpus.reading.web import read_html

    return read_html(path)


READERS: dict[str, Callable[[Path], Iterable[Part]]] = {
    ".pdf": _read_pdf,
    ".docx": _read_docx,
    ".odt": _read_odt,
    ".html": _read_html,
    ".htm": _read_html,
    ".md": read_markdown,
    ".txt": read_text,
}
"""File name endings that can be read, each with its reader."""


def read_document(path: Path, progress: Progress | None = None) -> Document:
    """The document in `path`; InputError when it is missing, too large, of an unknown form, damaged or empty.

    `progress` hears about every part that was read.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(sorted(ending.lstrip(".") for ending in READERS))
        raise cannot_read(path.name, "dit soort bestand wordt niet herkend", f"Kies uit: {known}")
    try:
        _refuse_unfit(path)
        refuse_impostor(path)
        document = _document(path.name, reader(path), progress or _unheard)
    except InputError:
        raise
    except OSError as error:
        raise _not_opened(path, error) from error
    except (RecursionError, MemoryError) as error:
        raise too_intricate(path.name) from error
    except Exception as error:  # a damaged file makes outside packages raise whatever they happen upon
        raise damaged(path.name, NOUNS[path.suffix.lower()]) from error
    if not document.blocks:
        why = "er staat geen tekst in"
        raise cannot_read(path.name, why, "Is het een scan? Maak er dan eerst doorzoekbare tekst van")
    return document


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


def _document(name: str, parts: Iterable[Part], progress: Progress) -> Document:
    blocks, links, read = list[Block](), list[Link](), PagesRead(0, 0)
    for part in parts:
        if isinstance(part, Block):
            block = replace(part, text=cleaned(part.text), page=cleaned(part.page))
            blocks += [block] if block.text else []
        elif isinstance(part, Link):
            links.append(replace(part, address=cleaned(part.address), page=cleaned(part.page)))
        else:
            read = part
        progress(read.done, read.total)
    printable = name.encode("utf-8", "replace").decode("utf-8")  # a name on disk may hold half a character
    return Document(printable, tuple(blocks), tuple(links), read.total)


def _unheard(done: int, total: int) -> None:
    """Nobody wants to know."""


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
        raise cannot_read(path.name, why, "Kopieer het opnieuw of haal het opnieuw op")
    if size > LARGEST_FILE:
        raise too_large(path.name, LARGEST_FILE // 1024**2)


def _not_opened(path: Path, error: OSError) -> InputError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return cannot_read(str(path), "het bestand bestaat niet", "Controleer de naam")
    if isinstance(error, PermissionError):
        return cannot_read(str(path), "geen toestemming", "Vraag de eigenaar om toegang")
    if error.errno == ENAMETOOLONG:
        return cannot_read(path.name, "de naam is te lang", "Geef het bestand een kortere naam")
    return cannot_read(
        path.name, "het bestand is niet te openen", "Kopieer het naar een andere map en probeer het opnieuw"
    )
