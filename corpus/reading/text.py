"""Plain text -> blocks: a block a paragraph, or for text with line ends of its own, as the lines are meant."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from corpus.documents import Block, BlockKind, Link
from corpus.reading.pdf_blocks import blocks_of
from corpus.reading.pdf_lines import Line, Page
from corpus.reading.refusals import damaged, too_large

LARGEST_TEXT = 10 * 1024 * 1024
"""Bytes; some four thousand pages."""
LONGEST_LINE = 140
"""Characters; longer lines were not ended to fit on a page."""
FULL_LINE = 60
FEWEST_FULL = 5
"""Lines of FULL_LINE characters and more, from which a text was ended to fit on a page."""

ADDRESS = re.compile(r"https?://[^\s<>\"“”]+[^\s<>\"“”.,;:!?)\]]")
_ALONE = re.compile(r"https?://\S+")
_EMPTY_LINES = re.compile(r"\n\s*\n")
_UTF16 = (BOM_UTF16_LE, BOM_UTF16_BE)
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1b"))


def read_text(path: Path) -> Iterator[Block | Link]:
    """The blocks, and the web addresses in the text; a line that is nothing but an address is no block."""
    lines = [line.strip() for line in decoded(path).splitlines()]
    for number, line in enumerate(lines):
        alone = bool(_ALONE.fullmatch(line))
        yield from map(Link, [line] if alone else ADDRESS.findall(line))
        lines[number] = "" if alone else line
    if _is_wrapped(lines):
        yield from blocks_of([Page("", None, tuple(_printed(lines)))])
        return
    for paragraph in _EMPTY_LINES.split("\n".join(lines)):
        yield from rows_or_paragraph(paragraph.split("\n"))


def rows_or_paragraph(lines: list[str]) -> Iterator[Block]:
    """The lines as one paragraph, or those with tabs each as a row of a table."""
    words: list[str] = []
    for line in [*lines, "\t"]:
        if "\t" in line:
            if words:
                yield Block(" ".join(words))
            words = []
            yield Block(" | ".join(cell.strip() for cell in line.split("\t") if cell.strip()), BlockKind.ROW)
        elif line.strip():
            words.append(" ".join(line.split()))


def decoded(path: Path) -> str:
    """The text of the file: UTF-8 or UTF-16 by its mark, else UTF-8 or Windows-1252; InputError for a binary file."""
    data = path.read_bytes()
    if len(data) > LARGEST_TEXT:
        raise too_large(path.name, LARGEST_TEXT // 1024**2)
    if is_binary(data):
        raise damaged(path.name, "tekstbestand")
    if data.startswith(_UTF16):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def is_binary(data: bytes) -> bool:
    """Whether this is no text in any encoding: it has zeros, or more than one in a hundred is a control character."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return not data.startswith(_UTF16) and (b"\0" in data or controls > 3 + len(data) / 100)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the lines were ended to fit on a page, so that a paragraph takes several of them."""
    if any(len(line) > LONGEST_LINE or "\t" in line for line in lines):
        return False
    full = sum(len(line) >= FULL_LINE and bool(after) for line, after in pairwise(lines))
    return full >= FEWEST_FULL


def _printed(lines: list[str]) -> Iterator[Line]:
    blank = False
    for line in lines:
        if line:
            yield Line(" ".join(line.split()), after_blank=blank)
        blank = not line
