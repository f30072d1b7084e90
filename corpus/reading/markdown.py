"""Markdown -> blocks: headings with their level, paragraphs, list items and table rows; marks of emphasis left out."""

import re
from collections.abc import Iterator
from pathlib import Path

from corpus.documents import Block, BlockKind, Link
from corpus.reading.text import ADDRESS, decoded, rows_or_paragraph

_HEADING = re.compile(r"(#{1,6})(\s|$)")
_ITEM = re.compile(r"[-*+]\s|\d{1,3}[.)]\s")
_RULE = re.compile(r"[\s|:-]+$")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\(([^()\s]*)(?:\s+\"[^\"\n]*\")?\)")
_EMPHASIS = re.compile(r"(\*{1,3})(?=[^\s*])([^*\n]+?)(?<=\S)\1")
_LOWEST = 6
"""The level of a line in emphasis that stands alone, as writers mark a heading without a level."""


def read_markdown(path: Path) -> Iterator[Block | Link]:
    """The blocks, and the web addresses in the text."""
    text = decoded(path)
    yield from map(Link, ADDRESS.findall(text))
    lines: list[str] = []
    for line in [*text.splitlines(), ""]:
        stripped = line.strip()
        heading, item = _HEADING.match(stripped), _ITEM.match(stripped)
        if heading or item or not stripped or stripped.startswith("|"):
            yield from _paragraph(lines)
            lines = []
        if heading:
            yield Block(_plain(stripped.strip("#").strip()), BlockKind.HEADING, level=len(heading[1]))
        elif stripped.startswith("|"):
            if not _RULE.match(stripped):
                cells = (_plain(cell).strip() for cell in stripped.strip("|").split("|"))
                yield Block(" | ".join(cells), BlockKind.ROW)
        elif stripped:
            lines.append(f"- {stripped[1:].strip()}" if item and not stripped[0].isdigit() else stripped)


def _paragraph(lines: list[str]) -> Iterator[Block]:
    text = " ".join(lines)
    if (emphasis := _EMPHASIS.fullmatch(text)) and not emphasis[2].endswith((".", ",", ";")):
        yield Block(_plain(text), BlockKind.HEADING, level=_LOWEST)
    else:
        yield from rows_or_paragraph([_plain(line) for line in lines])


def _plain(text: str) -> str:
    """The words that a reader sees: of a link its text, and no stars around what is stressed."""
    return _EMPHASIS.sub(r"\2", _LINK.sub(r"\1", text))
