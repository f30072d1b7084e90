"""PDF -> blocks (pypdf): headings, paragraphs and list items, with their page; and the links of each page."""

import logging
import time
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PageObject, PdfReader, apply_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError
from pypdf.generic import DecodedStreamObject, NameObject

from corpus.documents import Link
from corpus.reading.parts import PagesRead, Part
from corpus.reading.pdf_blocks import blocks_of
from corpus.reading.pdf_kerning import unkerned
from corpus.reading.pdf_lines import Line, Page, Run, lines_of, run_of
from corpus.reading.pdf_links import links_of
from corpus.reading.pdf_running import without_running
from corpus.reading.refusals import cannot_read, damaged, encrypted, too_intricate

MOST_SECONDS_A_PAGE = 0.25
"""Of processor time: ten times what a full page of text takes. A file may take SECONDS_TO_START besides."""
SECONDS_TO_START = 2.0
MOST_SECONDS = 60.0
MOST_OBJECTS = 300_000

_LARGEST_STREAM = 3_000_000
"""Bytes of the drawing of a page after unpacking; a full page of text has about 20,000."""
_LIMITS: dict[str, Any] = {
    "maximum_declared_stream_length": _LARGEST_STREAM,
    "array_based_stream_maximum_output_length": _LARGEST_STREAM,
    "zlib_maximum_output_length": _LARGEST_STREAM,
    "lzw_maximum_output_length": _LARGEST_STREAM,
    "run_length_maximum_output_length": _LARGEST_STREAM,
    "stream_decoding_work_maximum_length": 4 * _LARGEST_STREAM,
    "zlib_maximum_recovery_input_length": 500_000,
    "stream_parsing_work_maximum_count": 300_000,
    "xform_maximum_invocations_per_extraction": 500,
}

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports each small flaw of a file on the reader's screen


class _TooSlowError(BaseException):
    """Reading takes too long; no Exception, as pypdf goes on after those."""


def read_pdf(path: Path) -> Iterator[Part]:
    """The blocks of all pages; running heads and page numbers left out, words cut at line ends made whole."""
    pages: list[Page] = []
    with apply_configuration(**_LIMITS):
        yield from _pages(path, pages)
    yield from blocks_of(without_running(pages))


def _pages(path: Path, pages: list[Page]) -> Iterator[PagesRead | Link]:
    """Read the pages into `pages`; tell of each, and give its links."""
    try:
        reader = PdfReader(_sound(path))
        if reader.is_encrypted and not reader.decrypt(""):
            raise encrypted(path.name)
        labels = reader.page_labels
        deadline = time.thread_time() + min(SECONDS_TO_START + MOST_SECONDS_A_PAGE * len(labels), MOST_SECONDS)
        skipped = False
        for index, (label, page) in enumerate(zip(labels, reader.pages, strict=True)):
            try:
                pages.append(Page(label, index, tuple(_lines(page, deadline))))
            except LimitReachedError:  # a drawing, such as a map; its few words are let go
                skipped = True
            yield from (Link(address, label, index) for address in links_of(page))
            yield PagesRead(index + 1, len(labels))
    except (FileNotDecryptedError, DependencyError) as error:
        raise encrypted(path.name) from error
    except (LimitReachedError, _TooSlowError) as error:
        raise too_intricate(path.name) from error
    except PyPdfError as error:
        raise damaged(path.name, "PDF") from error
    if not pages and not skipped:
        raise cannot_read(path.name, "er staan geen bladzijden in", "Maak de PDF opnieuw")
    if skipped and not any(page.lines for page in pages):
        raise too_intricate(path.name)


def _sound(path: Path) -> BytesIO:
    """The bytes of the file, when they are not plainly cut short, in which pypdf would search long and in vain."""
    data = path.read_bytes()
    if b"%%EOF" not in data:
        raise damaged(path.name, "PDF")
    if data.count(b" obj") > MOST_OBJECTS:
        raise too_intricate(path.name)
    return BytesIO(data)


def _unkern(page: PageObject) -> None:
    contents = page.get_contents()
    if contents is None:
        return
    drawing = contents.get_data()
    if len(drawing) > _LARGEST_STREAM:
        raise LimitReachedError("the drawing of the page is too large")
    stream = DecodedStreamObject()
    stream.set_data(unkerned(drawing))
    page[NameObject("/Contents")] = stream


def _lines(page: PageObject, deadline: float) -> Iterator[Line]:
    _unkern(page)
    runs: list[Run] = []

    def note(
        text: str, outer: Sequence[float], inner: Sequence[float], font: Mapping[str, object] | None, size: float
    ) -> None:
        if time.thread_time() > deadline:
            raise _TooSlowError
        if text.strip():
            runs.append(run_of(text, outer, inner, str((font or {}).get("/BaseFont", "")), size))

    yield from lines_of(page.extract_text(visitor_text=note), runs)
