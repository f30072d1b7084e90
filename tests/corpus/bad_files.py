"""Writes files that a reader should refuse: cut short, encrypted, nested too deep, bombs, impostors."""

import struct
import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from string import ascii_lowercase

from pypdf import PdfWriter

from tests.corpus.files import pdf_drawn, pdf_of, printed, write_word, write_zip

Write = Callable[[Path], object]
DEEP = 10_000

ENTITIES = [f'<!ENTITY {name} "&{before};&{before};">' for before, name in pairwise(ascii_lowercase)]
BOMB = f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{"".join(ENTITIES)}]><x>&z;</x>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PDF = pdf_of([printed("Wij kopen samen in.")])
WORD = {"word/document.xml": "<x/>"}
UNREADABLE = OLE + bytes(600)


def data(content: bytes) -> Write:
    return lambda path: path.write_bytes(content)


def zipped(parts: dict[str, str | bytes]) -> Write:
    return lambda path: write_zip(path, parts)


def word(body: str) -> Write:
    return lambda path: write_word(path, body)


def drawn(*drawings: bytes) -> Write:
    return data(pdf_drawn(drawings, packed=True))


def encrypted_pdf(path: Path) -> None:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("geheim", algorithm="RC4-128")
    writer.write(path)


def pdf_encrypted_in_the_newest_way(path: Path) -> None:
    secret = b"<</Filter/Standard/V 5/R 6/Length 256/P -4/O<%s>/U<%s>/OE<%s>/UE<%s>/Perms<%s>" % (
        b"11" * 48, b"22" * 48, b"33" * 32, b"44" * 32, b"55" * 16,
    )  # fmt: skip
    secret += b"/CF<</StdCF<</CFM/AESV3/Length 32>>>>/StmF/StdCF/StrF/StdCF>>"
    trailer = b"/Encrypt %s/ID[<00><00>]" % secret
    path.write_bytes(pdf_drawn([printed("Geheim.")[0].drawn().encode()], trailer=trailer))


def encrypted_zip(path: Path) -> None:
    write_zip(path, WORD)
    content = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.find(mark) + place] |= 1
    path.write_bytes(content)


def lying_zip(path: Path) -> None:
    """A part that says it is small, and unpacks to 30 MB."""
    write_zip(path, {"word/document.xml": b"<x>" + bytes(30_000_000)})
    content = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", content, content.find(mark) + place, 1000)
    path.write_bytes(content)


def oddly_packed(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", "<x/>" + " " * 1000)


def too_many_objects(path: Path) -> None:
    path.write_bytes(b"%PDF-1.4\n" + b"1 0 obj<</Type/Catalog>>endobj\n" * 310_000 + b"%%EOF")


def picture_only(path: Path) -> None:
    path.write_bytes(pdf_drawn([b"0 0 300 400 re f"] * 3))


def cut(write: Write, share: float) -> Write:
    """Write the file, and leave only this share of it."""

    def write_part(path: Path) -> None:
        write(path)
        whole = path.read_bytes()
        path.write_bytes(whole[: int(len(whole) * share)])

    return write_part


def without_root(path: Path) -> None:
    path.write_bytes(PDF.replace(b"/Type/Pages/Kids[", b"/Type/Pages/Gone["))


def pages_in_a_circle(path: Path) -> None:
    path.write_bytes(PDF.replace(b"/Kids[6 0 R]", b"/Kids[2 0 R]"))


def nested_pages(path: Path) -> None:
    """A tree of pages of DEEP levels."""
    nodes = [b"%d 0 obj<</Type/Pages/Count 1/Kids[%d 0 R]>>endobj\n" % (n, n + 1) for n in range(2, DEEP)]
    leaf = b"%d 0 obj<</Type/Page/MediaBox[0 0 9 9]>>endobj\n" % DEEP
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    path.write_bytes(head + b"".join(nodes) + leaf + b"trailer<</Size %d/Root 1 0 R>>\n%%%%EOF" % (DEEP + 1))


def nested_outline(path: Path) -> None:
    """A page without text, and a list in a list in a list."""
    deep = b"[" * DEEP + b"]" * DEEP
    path.write_bytes(PDF.replace(b"/Type/Catalog", b"/Type/Catalog/PageLabels<</Nums %s>>" % deep))


def wide_page_tree(path: Path) -> None:
    path.write_bytes(PDF.replace(b"/Kids[6 0 R]", b"/Kids[%s]" % (b"6 0 R " * 1_000_000)))
