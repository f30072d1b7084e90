"""PDF -> blocks (pypdf): headings, paragraphs and list items, with the printed page number."""

import logging
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pypdf import PageObject, PdfReader, apply_configuration
from pypdf.errors import DependencyError, FileNotDecryptedError, LimitReachedError, PyPdfError

from corpus.documents import Block
from corpus.reading.pdf_blocks import blocks_of
from corpus.reading.pdf_lines import Line, Page, Run, lines_of, run_of
from corpus.reading.pdf_running import without_running
from corpus.reading.refusals import cannot_read, damaged, encrypted, too_intricate

MOST_SECONDS_A_PAGE = 0.25
"""Ten times what a full page of text takes; a file may also take SECONDS_TO_START, and never over MOST_SECONDS."""
SECONDS_TO_START = 3.0
MOST_SECONDS = 60.0

_LARGEST_STREAM = 5_000_000
"""Bytes of the drawing of a page after unpacking; a full page of text has about 20,000."""
_LIMITS = {
    "maximum_declared_stream_length": _LARGEST_STREAM,
    "array_based_stream_maximum_output_length": _LARGEST_STREAM,
    "zlib_maximum_output_length": _LARGEST_STREAM,
    "lzw_maximum_output_length": _LARGEST_STREAM,
    "run_length_maximum_output_length": _LARGEST_STREAM,
    "stream_decoding_work_maximum_length": 4 * _LARGEST_STREAM,
    "zlib_maximum_recovery_input_length": 500_000,
    "stream_parsing_work_maximum_count": 500_000,
    "xform_maximum_invocations_per_extraction": 500,
}

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports each small flaw of a file on the reader's screen


class _TooSlowError(BaseException):
    """Reading takes too long; no Exception, as pypdf goes on after those."""


def read_pdf(path: Path) -> Iterator[Block]:
    """The blocks of all pages; running heads and page numbers left out, words cut at line ends made whole."""
    with apply_configuration(**_LIMITS):
        pages = _pages(path)
    yield from blocks_of(without_running(pages))


def _pages(path: Path) -> Sequence[Page]:
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise encrypted(path.name)
        labels = reader.page_labels
        deadline = time.monotonic() + min(SECONDS_TO_START + MOST_SECONDS_A_PAGE * len(labels), MOST_SECONDS)
        pages, skipped = [], False
        for label, page in zip(labels, reader.pages, strict=True):
            try:
                pages.append(Page(label, tuple(_lines(page, deadline))))
            except LimitReachedError:  # a drawing, such as a map; its few words are let go
                skipped = True
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
    return pages


def _lines(page: PageObject, deadline: float) -> Iterator[Line]:
    contents = page.get_contents()
    if contents is not None and len(contents.get_data()) > _LARGEST_STREAM:
        raise LimitReachedError("the drawing of the page is too large")
    runs: list[Run] = []

    def note(
        text: str, outer: Sequence[float], inner: Sequence[float], font: Mapping[str, object] | None, size: float
    ) -> None:
        if time.monotonic() > deadline:
            raise _TooSlowError
        if text.strip():
            runs.append(run_of(text, outer, inner, str((font or {}).get("/BaseFont", "")), size))

    yield from lines_of(page.extract_text(visitor_text=note), runs)
