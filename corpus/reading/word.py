"""Word (.docx) -> blocks (python-docx): paragraphs and table rows in reading order."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import BadZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from lxml.etree import XMLSyntaxError

from corpus.documents import Block, BlockKind
from corpus.reading.damaged import damaged


def read_docx(path: Path) -> Iterator[Block]:
    """Headings by their style, paragraphs, and table rows with their cells joined."""
    if not path.exists():
        raise FileNotFoundError(path)
    try:
        document: WordDocument = docx.Document(str(path))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, XMLSyntaxError) as error:
        raise damaged(path.name, "Word-bestand (.docx)") from error
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            for row in part.rows:
                cells = [" ".join(cell.text.split()) for cell in row.cells]
                yield Block(" | ".join(cells) if any(cells) else "", BlockKind.ROW)
        else:
            style = (part.style.name or "") if part.style is not None else ""
            heading = style.lower().startswith(("heading", "kop", "title", "titel"))
            yield Block(part.text.strip(), BlockKind.HEADING if heading else BlockKind.PARAGRAPH)
