"""Plain text and Markdown -> blocks."""

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from pathlib import Path

from corpus.documents import Block, BlockKind
from corpus.reading.refusals import damaged, too_large

LARGEST_TEXT = 10 * 1024 * 1024
"""Bytes; some four thousand pages."""

_EMPTY_LINES = re.compile(r"\n\s*\n")
_HEADING = re.compile(r"#{1,6}(\s|$)")
_ITEM = re.compile(r"[-*+]\s|\d{1,3}[.)]\s")
_RULE = re.compile(r"[\s|:-]+$")
_UTF16 = (BOM_UTF16_LE, BOM_UTF16_BE)
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1b"))


def read_text(path: Path) -> Iterator[Block]:
    """A block a paragraph; paragraphs are split at empty lines."""
    for paragraph in _EMPTY_LINES.split(decoded(path)):
        yield Block(" ".join(paragraph.split()))


def read_markdown(path: Path) -> Iterator[Block]:
    """Headings, paragraphs, list items and table rows."""
    lines: list[str] = []
    for line in [*decoded(path).splitlines(), ""]:
        stripped = line.strip()
        heading, item = _HEADING.match(stripped), _ITEM.match(stripped)
        if heading or item or not stripped or stripped.startswith("|"):
            if lines:
                yield Block(" ".join(lines))
            lines = []
        if heading:
            yield Block(stripped.strip("#").strip(), BlockKind.HEADING)
        elif stripped.startswith("|"):
            if not _RULE.match(stripped):
                yield Block(" | ".join(cell.strip() for cell in stripped.strip("|").split("|")), BlockKind.ROW)
        elif stripped:
            lines.append(f"- {stripped[1:].strip()}" if item and not stripped[0].isdigit() else stripped)


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
