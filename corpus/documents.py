"""A document that was read: its blocks in reading order, and the passages they make."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import accumulate

from corpus.sentences import sentence_spans

PASSAGE_CHARACTERS = 900
"""About how long a passage gets before the next one starts: a paragraph or two."""


class BlockKind(StrEnum):
    """What sort of piece of a document a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, a list item (a paragraph that starts with '- '), or a table row, cells joined by ' | '.

    `page` is the page number as it is printed ("" for a format without pages).
    """

    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    page: str = ""


@dataclass(frozen=True)
class Document:
    """A document by name, as the blocks that a reader of it sees."""

    name: str
    blocks: tuple[Block, ...]

    @cached_property
    def text(self) -> str:
        """The whole text: the blocks, a line each."""
        return "\n".join(block.text for block in self.blocks)

    @cached_property
    def offsets(self) -> tuple[tuple[int, int], ...]:
        """The (start, end) of each block in `text`."""
        ends = accumulate(len(block.text) + 1 for block in self.blocks)
        return tuple((end - 1 - len(block.text), end - 1) for block, end in zip(self.blocks, ends, strict=True))

    def passages(self) -> Iterator[str]:
        """The text in pieces of about PASSAGE_CHARACTERS, each under the last heading before it."""
        heading, lines = "", list[str]()
        for block in self.blocks:
            if block.kind is BlockKind.HEADING:
                yield from _passage(heading, lines)
                heading, lines = block.text, []
                continue
            for piece in _pieces(block.text):
                if lines and sum(map(len, lines)) + len(piece) > PASSAGE_CHARACTERS:
                    yield from _passage(heading, lines)
                    lines = []
                lines.append(piece)
        yield from _passage(heading, lines)


def _passage(heading: str, lines: list[str]) -> Iterator[str]:
    if lines or heading:
        yield "\n".join([heading, *lines] if heading else lines)


def _pieces(text: str) -> Iterator[str]:
    """`text`, or its sentences in groups when it is longer than a passage."""
    group = ""
    for start, end in sentence_spans(text) if len(text) > PASSAGE_CHARACTERS else [(0, len(text))]:
        if group and len(group) + end - start > PASSAGE_CHARACTERS:
            yield group
            group = ""
        group = f"{group} {text[start:end]}".strip()
    if group:
        yield group
