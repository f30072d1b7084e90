"""A document as JSON, and back: to keep it, or to hand it from one process to another."""

import msgspec

from corpus.documents import Block, Document, Link

FORMAT = 1
"""Number of the form; a document in another form is read again from its file, not misread."""


class _Written(msgspec.Struct, frozen=True, kw_only=True):
    format: int
    name: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    pages: int


def to_json(document: Document) -> bytes:
    """The document as JSON, on one line."""
    return msgspec.json.encode(
        _Written(format=FORMAT, name=document.name, blocks=document.blocks, links=document.links, pages=document.pages)
    )


def from_json(content: bytes) -> Document | None:
    """The document that was written so; None when it was written in another form, or is damaged."""
    try:
        written = msgspec.json.decode(content, type=_Written)
    except msgspec.MsgspecError:
        return None
    if written.format != FORMAT:
        return None
    return Document(written.name, written.blocks, written.links, written.pages)
