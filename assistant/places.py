"""A place in a document of the library, and the address of our page of it, seen from the page at `/`."""

from dataclasses import dataclass
from urllib.parse import quote, urlencode


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of the text of a document."""

    start: int
    end: int

    def within(self, other: "Span") -> "Span | None":
        """The characters that `other` has too; None when there is not one."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Span(start, end) if start < end else None


def document_address(entry_id: str, passage: Span | None = None) -> str:
    """The address of a document: at the leaf where the passage starts, else at the first."""
    return f"origineel/{quote(entry_id, safe='')}{_query(passage)}"


def leaf_address(entry_id: str, number: int, passage: Span | None = None) -> str:
    """The address of a leaf, at the passage when there is one."""
    return f"{document_address(entry_id)}/{number}{_query(passage)}{'#citaat' if passage else ''}"


def picture_address(entry_id: str, number: int, passage: Span | None = None) -> str:
    """The address of a leaf as a picture, the passage in a frame."""
    return f"{document_address(entry_id)}/{number}/beeld{_query(passage)}"


def file_address(entry_id: str) -> str:
    """The address of the file itself."""
    return f"{document_address(entry_id)}/bestand"


def _query(passage: Span | None) -> str:
    return f"?{urlencode({'van': passage.start, 'tot': passage.end})}" if passage else ""
