"""The pages of PDF files as pictures, with a passage in a frame."""

from corpus.pictures.pictures import Pictures
from corpus.pictures.types import Picture, Piece

__all__ = ["Picture", "Pictures", "Piece"]
