"""OpenDocument text (.odt) -> blocks: the paragraphs and table rows of its content.xml."""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, ZipFile

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from corpus.documents import Block, BlockKind
from corpus.reading.damaged import damaged

LARGEST_CONTENT = 50 * 1024 * 1024
"""Bytes of content.xml after unpacking; more is taken for a zip bomb."""

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def read_odt(path: Path) -> Iterator[Block]:
    """Headings, paragraphs, and table rows with their cells joined."""
    try:
        with ZipFile(path) as archive:
            if archive.getinfo("content.xml").file_size > LARGEST_CONTENT:
                raise damaged(path.name, "gewoon OpenDocument-bestand")
            root = fromstring(archive.read("content.xml"))
    except (BadZipFile, KeyError, ParseError, DefusedXmlException, RuntimeError, NotImplementedError) as error:
        raise damaged(path.name, "OpenDocument-bestand (.odt)") from error
    yield from _blocks(root)


def _blocks(element: Element) -> Iterator[Block]:
    for child in element:
        if child.tag == f"{_TEXT}h":
            yield Block(_text(child), BlockKind.HEADING)
        elif child.tag == f"{_TEXT}p":
            yield Block(_text(child))
        elif child.tag == f"{_TABLE}table-row":
            yield Block(" | ".join(_text(cell) for cell in child.iter(f"{_TABLE}table-cell")), BlockKind.ROW)
        else:
            yield from _blocks(child)


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
