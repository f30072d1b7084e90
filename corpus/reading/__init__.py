"""A file -> a Document; one module a format."""

from corpus.reading.apart import read_apart
from corpus.reading.formats import LARGEST_FILE, READERS, documents_under, read_document
from corpus.reading.parts import Progress

__all__ = ["LARGEST_FILE", "READERS", "Progress", "documents_under", "read_apart", "read_document"]
