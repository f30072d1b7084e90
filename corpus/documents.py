"""A document that was read: its blocks in reading order, and the addresses that it links to."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate


class BlockKind(StrEnum):
    """What sort of piece of a document a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a list item (a paragraph that starts with '- '), or a table row, cells joined by ' | '.

    `page` is the page number as it is printed ("" for a format without pages), `page_index` the place of that page in
    the file, counted from 0 (None without pages). `level` is that of a heading, 1 the highest (0 when not known).
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    page: str = ""
    page_index: int | None = None
    level: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """An address that a document links to, with the page where it stands."""

    address: str
    page: str = ""
    page_index: int | None = None


@dataclass(frozen=True)
class Document:
    """A document by name: the blocks that a reader of it sees, its links, and how many pages it has (0: no pages)."""

    name: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    pages: int = 0

    @cached_property
    def text(self) -> str:
        """The whole text: the blocks, a line each."""
        return "\n".join(block.text for block in self.blocks)

    @cached_property
    def offsets(self) -> tuple[tuple[int, int], ...]:
        """The (start, end) of each block in `text`."""
        ends = accumulate(len(block.text) + 1 for block in self.blocks)
        return tuple((end - 1 - len(block.text), end - 1) for block, end in zip(self.blocks, ends, strict=True))
