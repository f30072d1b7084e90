"""The nouns of pictures: which picture is asked for, and the pieces of text in a frame on it."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a passage on one page, and what is read on that page before it."""

    text: str
    before: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page (from 1) of a file as it was changed last, with these pieces in a frame."""

    file: Path
    changed: int
    number: int
    pieces: tuple[Piece, ...] = ()

    @classmethod
    def of(cls, file: Path, number: int, pieces: tuple[Piece, ...] = ()) -> "Picture":
        """The picture of a page of the file as it is now."""
        return cls(file, file.stat().st_mtime_ns, number, pieces)
