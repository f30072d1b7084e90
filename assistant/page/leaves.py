"""A document -> its leaves: the pages as they lie in the file, each with its blocks and their place in the text."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.places import Span
from corpus import Block, BlockKind, Document


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and where it stands in the text of its document."""

    block: Block
    span: Span


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page: its place in the file (`number`, from 1), the number that is printed on it ("" for none), its blocks.

    `inside_table`: its first row goes on with a table of the leaf before it.
    """

    number: int
    printed: str
    blocks: tuple[Placed, ...]
    inside_table: bool = False

    @property
    def span(self) -> Span:
        """From the first to the last character of the leaf in the text of the document."""
        return Span(self.blocks[0].span.start, self.blocks[-1].span.end) if self.blocks else Span(0, 0)


def leaves_of(document: Document) -> tuple[Leaf, ...]:
    """The leaves of a document in order, without a gap; a document without pages is one leaf."""
    by_index: dict[int, list[Placed]] = {}
    for block, span in zip(document.blocks, document.offsets, strict=True):
        by_index.setdefault(block.page_index or 0, []).append(Placed(block, Span(*span)))
    found: list[Leaf] = []
    inside_table = False
    for index in range(max(document.pages, max(by_index, default=0) + 1)):
        blocks = tuple(by_index.get(index, ()))
        found.append(Leaf(index + 1, blocks[0].block.page if blocks else "", blocks, inside_table))
        inside_table = bool(blocks) and blocks[-1].block.kind is BlockKind.ROW
    return tuple(found)


def leaf_at(leaves: Sequence[Leaf], character: int) -> int:
    """The number of the leaf where the character of the document stands; the last one for a character beyond it."""
    return next((leaf.number for leaf in leaves if character < leaf.span.end), len(leaves))
