"""The originals of sources and the own documents of a region, as someone brought them in."""

from corpus.originals.aligning import Alignment, OriginalPassage, align
from corpus.originals.library import DEFAULT_FOLDER, FOLDER_VARIABLE, Library
from corpus.originals.recognition import Recognition, recognise
from corpus.originals.types import Entry, EntryKind, KnownFileError

__all__ = [
    "DEFAULT_FOLDER",
    "FOLDER_VARIABLE",
    "Alignment",
    "Entry",
    "EntryKind",
    "KnownFileError",
    "Library",
    "OriginalPassage",
    "Recognition",
    "align",
    "recognise",
]
