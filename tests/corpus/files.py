"""Writes small documents in each format, from their own inside."""

import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path
from types import MappingProxyType

WORD_NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
STRICT_WORD = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OPEN_NAMES = {
    name: f"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"
    for name in ("office", "text", "table", "style", "manifest")
} | {"draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"}
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
LINK = b"<</Type/Annot/Subtype/Link/Rect[72 36 500 50]/A<</S/URI/URI(%s)>>>>"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def write_zip(path: Path, parts: Mapping[str, str | bytes]) -> None:
    """A zip of these parts, packed tight."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def write_word(
    path: Path, body: str, parts: Mapping[str, str] = MappingProxyType({}), names: Mapping[str, str] = WORD_NAMES
) -> None:
    """A .docx with this body, and with these parts (styles, footnotes, endnotes) besides; all without their root."""
    spaces = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in names.items())
    related = "".join(f'<Relationship Id="{p}" Type="{_TYPES}/{p}" Target="{p}.xml"/>' for p in parts)
    main = f'<Relationship Id="a" Type="{_TYPES}/officeDocument" Target="word/document.xml"/>'
    files = {
        "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">{main}</Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELATIONS}">{related}</Relationships>',
        "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
    }
    for part, content in parts.items():
        files[f"word/{part}.xml"] = f"<w:{part} {spaces}>{content}</w:{part}>"
    write_zip(path, files)


def paragraph(text: str, properties: str = "") -> str:
    """A Word paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(text)}</w:p>"


def run(text: str, properties: str = "") -> str:
    """A Word run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def write_open_document(
    path: Path, body: str, styles: str = "", parts: Mapping[str, str] = MappingProxyType({})
) -> None:
    """An .odt with this text, and these parts besides."""
    spaces = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in OPEN_NAMES.items())
    content = f"<office:automatic-styles>{styles}</office:automatic-styles><office:body>{body}</office:body>"
    files = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content {spaces}>{content}</office:document-content>",
    }
    write_zip(path, {**files, **parts})


@dataclass(frozen=True)
class Printed:
    """A line on a page, in points from the left and from the bottom."""

    text: str
    height: float = 720
    left: float = 72
    size: float = 11
    bold: bool = False

    def drawn(self) -> str:
        """The drawing of the line."""
        text = self.text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        font = "F2" if self.bold else "F1"
        return f"BT /{font} {self.size} Tf 1 0 0 1 {self.left} {self.height} Tm ({text}) Tj ET"


def printed(*lines: str, top: float = 720, **looks: float) -> list[Printed]:
    """Lines below each other."""
    return [Printed(line, top - 14 * number, **looks) for number, line in enumerate(lines)]  # type: ignore[arg-type]


def pdf_of(
    pages: Sequence[Sequence[Printed]],
    labels: str = "",
    packed: bool = False,
    links: Sequence[Sequence[str]] = (),
) -> bytes:
    """A PDF of these pages; `labels` is the value of its /PageLabels, `links` are the addresses on each page."""
    drawings = ["\n".join(line.drawn() for line in page).encode("cp1252") for page in pages]
    return pdf_drawn(drawings, labels, packed, links=links)


def pdf_drawn(
    drawings: Sequence[bytes],
    labels: str = "",
    packed: bool = False,
    trailer: bytes = b"",
    links: Sequence[Sequence[str]] = (),
) -> bytes:
    """A PDF of pages with these drawings, and links to these addresses."""
    catalog = b"<</Type/Catalog/Pages 2 0 R%s>>" % (f"/PageLabels {labels}".encode() if labels else b"")
    font = b"<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>"
    things = [catalog, b"", font % b"Helvetica", font % b"Helvetica-Bold"]
    fonts = b"<</Font<</F1 3 0 R/F2 4 0 R>>>>"
    kids = []
    for drawing, addresses in zip_longest(drawings, links, fillvalue=()):
        assert isinstance(drawing, bytes)
        stream, how = (zlib.compress(drawing, 9), b"/Filter/FlateDecode") if packed else (drawing, b"")
        things.append(b"<</Length %d%s>>stream\n%s\nendstream" % (len(stream), how, stream))
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources%s/Annots[%s]>>" % (
            len(things), fonts, b"".join(LINK % str(address).encode() for address in addresses),
        )  # fmt: skip
        things.append(page)
        kids.append(b"%d 0 R" % len(things))
    things[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    return _assembled(things, trailer)


def _assembled(things: Sequence[bytes], trailer: bytes) -> bytes:
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, thing in enumerate(things, start=1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, thing)
    start, size = len(out), len(things) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size + b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (size, trailer, start)
    return bytes(out)
