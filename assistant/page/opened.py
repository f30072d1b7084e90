"""A document that is opened at a leaf, to be shown."""

from dataclasses import dataclass
from pathlib import Path

from assistant.page.leaves import Leaf
from assistant.places import Span, leaf_address
from corpus.originals import Entry
from corpus.pictures import Picture, Piece

PDF = ".pdf"


@dataclass(frozen=True, slots=True)
class ServedFile:
    """A file as it was brought in, and the name to save it under."""

    path: Path
    name: str

    @property
    def is_pdf(self) -> bool:
        """Whether a browser shows it at the page that is asked for."""
        return self.path.suffix == PDF


@dataclass(frozen=True, slots=True)
class Opened:
    """A document at one of its leaves; `asked` is the passage that someone wants to see, here or on another leaf."""

    entry: Entry
    file: ServedFile
    text: str
    leaves: tuple[Leaf, ...]
    leaf: Leaf
    asked: Span | None

    @property
    def passage(self) -> Span | None:
        """What of the passage stands on this leaf."""
        return self.asked and self.asked.within(self.leaf.span)

    @property
    def goes_on(self) -> bool:
        """Whether the passage goes on on the next leaf."""
        return self.leaf.number < len(self.leaves) and self._asked_at(self.leaf.number + 1) is not None

    def address(self, number: int) -> str:
        """The address of a leaf; a passage that stands there too goes along."""
        return leaf_address(self.entry.id, number, self._asked_at(number))

    def picture(self) -> Picture:
        """The picture of the leaf, with a frame around what of the passage stands on it."""
        return Picture(self.file.path, self.entry.sha256, self.leaf.number, tuple(self._pieces()))

    def _asked_at(self, number: int) -> Span | None:
        return self.asked if self.asked and self.asked.within(self.leaves[number - 1].span) else None

    def _pieces(self) -> list[Piece]:
        passage, first = self.passage, self.leaf.span.start
        if passage is None:
            return []
        parts = [part for placed in self.leaf.blocks if (part := passage.within(placed.span))]
        return [Piece(self.text[part.start : part.end], self.text[first : part.start]) for part in parts]
