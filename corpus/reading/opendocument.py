"""OpenDocument text (.odt) -> blocks: the paragraphs, list items, table rows, frames and notes of its content.xml."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from corpus.documents import Block, BlockKind, Link
from corpus.reading.archive import Archive
from corpus.reading.refusals import damaged, encrypted
from corpus.reading.text import ADDRESS

NOUN = "OpenDocument-bestand (.odt)"

_LEFT_OUT = {"tracked-changes", "annotation", "hidden-text", "note-citation", "covered-table-cell", "ruby-text"}
_BLOCKS = {"h", "p", "list", "table"}
"""In an element in a paragraph, these make it a note, a frame or a shape: a text of its own."""
_SPACES = {"s", "tab", "line-break"}
_TITLES = {"Title", "Subtitle"}


@dataclass
class _Inline:
    """What stands in one paragraph: its text, and the notes and frames that are told after it."""

    text: list[str] = field(default_factory=list)
    after: list[Element] = field(default_factory=list)


def read_odt(path: Path) -> Iterator[Block | Link]:
    """Headings, paragraphs, and table rows with their cells joined, and links; changes accepted, comments left out."""
    archive = Archive.open(path, NOUN)
    manifest = "META-INF/manifest.xml"
    if archive.has("encrypted-package") or (archive.has(manifest) and b"encryption-data" in archive.xml(manifest)):
        raise encrypted(path.name)
    try:
        root = fromstring(archive.xml("content.xml"))
    except (ParseError, DefusedXmlException) as error:
        raise damaged(path.name, NOUN) from error
    parents = {
        _value(style, "name"): _value(style, "parent-style-name") for style in root.iter() if _name(style) == "style"
    }
    addresses = (_value(anchor, "href").strip() for anchor in root.iter() if _name(anchor) == "a")
    yield from (Link(address) for address in addresses if ADDRESS.match(address))
    yield from _blocks(root, parents, listed=False)


def _blocks(element: Element, parents: Mapping[str, str], listed: bool) -> Iterator[Block]:
    for child in element:
        name = _name(child)
        if name in _LEFT_OUT or (name == "section" and _value(child, "display") == "none"):
            continue
        if name in ("h", "p"):
            yield from _paragraph(child, parents, listed)
        elif name == "table-row":
            yield from _row(child, parents)
        else:
            yield from _blocks(child, parents, listed or name == "list-item")


def _paragraph(element: Element, parents: Mapping[str, str], listed: bool) -> Iterator[Block]:
    found = _Inline()
    _read(element, found)
    text = " ".join("".join(found.text).split())
    style, level = _value(element, "style-name"), _value(element, "outline-level")
    if _name(element) == "h" or style in _TITLES or parents.get(style) in _TITLES:
        yield Block(text, BlockKind.HEADING, level=int(level) if level.isdecimal() else 1)
    else:
        yield Block(f"- {text}" if listed and text else text)
    for inner in found.after:
        inner_blocks = _blocks(inner, parents, listed=False)
        if _name(inner) == "note-body":
            yield Block(" ".join(block.text for block in inner_blocks))
        else:
            yield from inner_blocks


def _row(row: Element, parents: Mapping[str, str]) -> Iterator[Block]:
    """The row, and after it the rows of tables in its cells."""
    cells, after = [], list[Block]()
    for cell in row:
        if _name(cell) == "table-cell":
            blocks = [block for block in _blocks(cell, parents, listed=False) if block.text]
            cells.append(" ".join(block.text for block in blocks if block.kind is not BlockKind.ROW))
            after += [block for block in blocks if block.kind is BlockKind.ROW]
    yield Block(" | ".join(cells) if any(cells) else "", BlockKind.ROW)
    yield from after


def _read(element: Element, found: _Inline) -> None:
    found.text.append(element.text or "")
    for child in element:
        name = _name(child)
        if name in _SPACES:
            found.text.append(" ")
        elif name not in _LEFT_OUT:
            if any(_name(inner) in _BLOCKS for inner in child):
                found.after.append(child)
            else:
                _read(child, found)
        found.text.append(child.tail or "")


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _value(element: Element, name: str) -> str:
    return next((given for key, given in element.attrib.items() if key.rpartition("}")[2] == name), "")
