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
    """A page (from 1) of a file, with these pieces in a frame; `version` tells one content of the file from another."""

    file: Path
    version: str
    number: int
    pieces: tuple[Piece, ...] = ()
