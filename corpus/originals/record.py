"""What is kept of an entry beside its file: `kaart.json`, what it is, and `tekst.json`, what was read in it."""

import datetime
from pathlib import Path
from typing import TypeVar

import msgspec

from corpus.document_json import from_json, to_json
from corpus.documents import Document
from corpus.originals.types import Entry

FORMAT = 1
"""Number of the form of the card; an entry with another number is read again from its file."""

CARD = "kaart.json"
TEXT = "tekst.json"


class _Card(msgspec.Struct, frozen=True, kw_only=True):
    format: int
    entry: Entry


class Remembered(msgspec.Struct, frozen=True, kw_only=True):
    """What a card of any format may tell that the file itself does not."""

    file_name: str = ""
    added: datetime.date | None = None
    fetched_from: str = ""


class _AnyCard(msgspec.Struct, frozen=True):
    entry: Remembered = Remembered()


T = TypeVar("T")


def write_record(folder: Path, entry: Entry, document: Document) -> None:
    """Write both files in `folder`."""
    (folder / TEXT).write_bytes(to_json(document))
    (folder / CARD).write_bytes(msgspec.json.encode(_Card(format=FORMAT, entry=entry)))


def read_card(folder: Path) -> Entry | None:
    """The entry in `folder`; None when its card is of another format or damaged."""
    card = _decoded(folder / CARD, _Card)
    return card.entry if card and card.format == FORMAT and card.entry.id == folder.stem else None


def read_text(folder: Path) -> Document | None:
    """The document in `folder`, as it was read; None when it was kept in another format or is damaged."""
    try:
        return from_json((folder / TEXT).read_bytes())
    except OSError:
        return None


def remembered(folder: Path) -> Remembered:
    """What the card in `folder`, of whatever format, still tells."""
    card = _decoded(folder / CARD, _AnyCard)
    return card.entry if card else Remembered()


def _decoded(path: Path, wanted: type[T]) -> T | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=wanted)
    except (OSError, msgspec.MsgspecError):
        return None
