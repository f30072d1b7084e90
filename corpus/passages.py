"""A document -> the passages it makes, each with its headings, its page and its place in the text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.documents import BlockKind, Document
from corpus.sentences import sentence_spans

PASSAGE_CHARACTERS = 900
"""About how long a passage gets before the next one starts: a paragraph or two."""


@dataclass(frozen=True, slots=True)
class DocumentPassage:
    """A piece of a document: `document.text[start:end]` is `text`, letter for letter.

    `headings` are the headings above it, the highest first; `page` is printed, `page_index` counts from 0, both of the
    page where the passage starts.
    """

    text: str
    start: int
    end: int
    headings: tuple[str, ...] = ()
    page: str = ""
    page_index: int | None = None

    @property
    def searchable(self) -> str:
        """What to search in: the text under the last heading above it."""
        return "\n".join([*self.headings[-1:], self.text])


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading that stands above what follows; it is told as a passage of its own when nothing follows."""

    passage: DocumentPassage
    level: int


def passages_of(document: Document) -> tuple[DocumentPassage, ...]:
    """The document in passages of about PASSAGE_CHARACTERS, none of which runs on over a heading; nothing is left out.

    A heading is told with the passages under it, and is a passage of its own when it has none.
    """
    return tuple(_passages(document))


def _passages(document: Document) -> Iterator[DocumentPassage]:
    above: list[_Heading] = []
    held: DocumentPassage | None = None
    bare: DocumentPassage | None = None
    for piece, kind, level in _pieces(document):
        if kind is BlockKind.HEADING:
            yield from filter(None, (held, bare))
            while above and (level == 0 or above[-1].level == 0 or above[-1].level >= level):
                above.pop()
            bare = replace(piece, headings=tuple(heading.passage.text for heading in above))
            above.append(_Heading(bare, level))
            held = None
        elif held and piece.end - held.start <= PASSAGE_CHARACTERS:
            held = replace(held, text=document.text[held.start : piece.end], end=piece.end)
        else:
            yield from filter(None, (held,))
            held, bare = replace(piece, headings=tuple(heading.passage.text for heading in above)), None
    yield from filter(None, (held, bare))


def _pieces(document: Document) -> Iterator[tuple[DocumentPassage, BlockKind, int]]:
    """The blocks, and of a block that is longer than a passage its sentences, with their kind and heading level."""
    for block, (start, end) in zip(document.blocks, document.offsets, strict=True):
        long = block.kind is not BlockKind.HEADING and len(block.text) > PASSAGE_CHARACTERS
        for first, last in sentence_spans(block.text) if long else [(0, end - start)]:
            piece = DocumentPassage(
                block.text[first:last], start + first, start + last, (), block.page, block.page_index
            )
            yield piece, block.kind, block.level
