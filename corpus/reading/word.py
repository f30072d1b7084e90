"""Word (.docx) -> blocks (python-docx parses the XML); names are matched without namespace, so 'strict' files too."""

from collections.abc import Iterator
from pathlib import Path
from posixpath import basename as last_name
from posixpath import dirname, join, normpath
from typing import Any

from docx.oxml import parse_xml
from lxml.etree import XMLSyntaxError

from corpus.documents import Block, Link
from corpus.reading.archive import Archive
from corpus.reading.refusals import damaged, too_intricate
from corpus.reading.word_body import Body
from corpus.reading.word_styles import styles_of
from corpus.reading.word_xml import Element, local_name, value

NOUN = "Word-bestand (.docx)"


def read_docx(path: Path) -> Iterator[Block | Link]:
    """The headings, paragraphs, table rows, text boxes and notes, with tracked changes accepted; and the links."""
    archive = Archive.open(path, NOUN)
    main = _related(archive, "").get("officeDocument", "word/document.xml")
    related = _related(archive, main)
    yield from (Link(address) for kind, address in _relations(archive, main) if kind == "hyperlink")
    styles = styles_of(_parsed(archive, related["styles"])) if "styles" in related else {}
    notes: dict[tuple[str, str], Element] = {}
    for kind in ("footnote", "endnote"):
        if f"{kind}s" in related:
            for note in _parsed(archive, related[f"{kind}s"]):
                if local_name(note) == kind:
                    notes[kind, value(note, "id")] = note
    for body in _parsed(archive, main):
        if local_name(body) == "body":
            yield from Body(styles, notes).blocks(body)


def _related(archive: Archive, part: str) -> dict[str, str]:
    """The parts inside the archive that `part` (or "", the archive itself) refers to, by the kind of relation."""
    found = {}
    for kind, target in _relations(archive, part):
        place = target.lstrip("/") if target.startswith("/") else normpath(join(dirname(part), target))
        if archive.has(place):
            found[kind] = place
    return found


def _relations(archive: Archive, part: str) -> Iterator[tuple[str, str]]:
    """The kind and the target of each relation of `part`; the target of a hyperlink is an address."""
    listing = join(dirname(part), "_rels", f"{last_name(part)}.rels")
    if archive.has(listing):
        for relation in _parsed(archive, listing):
            yield last_name(relation.attrib.get("Type", "")), relation.attrib.get("Target", "")


def _parsed(archive: Archive, part: str) -> Any:
    """The root element of `part`."""
    try:
        return parse_xml(archive.xml(part))
    except XMLSyntaxError as error:
        if "Excessive depth" in str(error):
            raise too_intricate(archive.name) from error
        raise damaged(archive.name, NOUN) from error
