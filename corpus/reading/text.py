"""Plain text and Markdown -> blocks."""

import re
from collections.abc import Iterator
from pathlib import Path

from corpus.documents import Block, BlockKind
from corpus.reading.damaged import damaged

_HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$")
_RULE = re.compile(r"^\|?[\s|:-]+\|?$")


def read_text(path: Path) -> Iterator[Block]:
    """A block a paragraph; paragraphs are split at empty lines."""
    for paragraph in re.split(r"\n\s*\n", decoded(path)):
        yield Block(" ".join(paragraph.split()))


def read_markdown(path: Path) -> Iterator[Block]:
    """Headings, paragraphs, list items and table rows."""
    lines: list[str] = []
    for line in [*decoded(path).splitlines(), ""]:
        stripped = line.strip()
        heading = _HEADING.match(stripped)
        if heading or not stripped or stripped.startswith(("|", "- ", "* ", "+ ")):
            yield Block(" ".join(lines))
            lines = []
        if heading:
            yield Block(heading.group(1), BlockKind.HEADING)
        elif stripped.startswith("|"):
            if not _RULE.match(stripped):
                yield Block(" | ".join(cell.strip() for cell in stripped.strip("|").split("|")), BlockKind.ROW)
        elif stripped:
            lines.append(stripped.removeprefix("- ").removeprefix("* ").removeprefix("+ "))


def decoded(path: Path) -> str:
    """The text of the file: UTF-8 (with or without mark), else Windows-1252; InputError for a binary file."""
    data = path.read_bytes()
    if b"\0" in data:
        raise damaged(path.name, "tekstbestand")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
