"""How a document is built up: its parts, its headings, and under each 'Ad 1', 'Ad 2', ... the items a, b, c.

The numbering tells, not the letters that it is printed in: a heading may have been read as a paragraph.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from corpus.documents import Block, BlockKind, Document

LONGEST_HEADING = 120
"""Characters."""
FEWEST_ROWS = 2
"""Short paragraphs after a first one, from which they are the rows of a table."""

_AD = re.compile(r"ad\s+(\d{1,2})\b", re.IGNORECASE)
_LETTER = re.compile(r"(?:- )?([a-z])[.)]\s")
_ITEM = re.compile(r"- |\(?(\d{1,2}|[a-z])[.)]\s")


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks `first` up to `last` of a document, under a heading or, in an Ad, under a letter.

    `part` counts from 1, a new one starting where the Ads start at 1 again; `ad` is 0 outside the Ads, `letter` is ""
    for what stands in no item.
    """

    heading: str
    part: int
    ad: int
    letter: str
    first: int
    last: int


def outline_of(document: Document) -> tuple[Section, ...]:
    """The sections of the document in order; a heading is no part of the section under it."""
    return tuple(_sections(document.blocks, heading_places(document.blocks)))


def heading_places(blocks: Sequence[Block]) -> set[int]:
    """The places of the blocks that read as a heading.

    Short paragraphs that are no items make one heading with the text under them, the last of two; from three on they
    are the rows of a table, under the first of them or under the heading above.
    """
    found = {place for place, block in enumerate(blocks) if block.kind is BlockKind.HEADING}
    for brief, run in groupby(range(len(blocks)), key=lambda place: _is_brief(blocks[place])):
        first, *rest = run
        if not brief:
            continue
        if len(rest) < FEWEST_ROWS:
            found |= {first + len(rest)} - {len(blocks) - 1}
        elif first - 1 not in found:
            found.add(first)
    return found


def _is_brief(block: Block) -> bool:
    if block.kind is not BlockKind.PARAGRAPH or _ITEM.match(block.text):
        return False
    return len(block.text) <= LONGEST_HEADING and not block.text.endswith((".", ",", ";", ":"))


def _sections(blocks: Sequence[Block], headings: set[int]) -> Iterator[Section]:
    parts = _first_blocks_of_parts(blocks, headings)
    heading, ad, letter, first = "", 0, "", 0
    for place, block in enumerate(blocks):
        found = _AD.match(block.text)
        item = _LETTER.match(block.text) if ad else None
        headed = found or place in headings
        if not headed and not (item and item[1] == _next(letter)):
            continue
        yield from _section(heading, parts, ad, letter, first, place)
        if headed:
            heading, ad, letter, first = block.text, int(found[1]) if found else 0, "", place + 1
        elif item:
            letter, first = item[1], place
    yield from _section(heading, parts, ad, letter, first, len(blocks))


def _section(heading: str, parts: Sequence[int], ad: int, letter: str, first: int, last: int) -> Iterator[Section]:
    if first < last:
        yield Section(heading, bisect_right(parts, first), ad, letter, first, last)


def _next(letter: str) -> str:
    return chr(ord(letter) + 1) if letter else "a"


def _first_blocks_of_parts(blocks: Sequence[Block], headings: set[int]) -> list[int]:
    """Where each part starts: the first at the beginning, the next at the heading above an Ad 1 that comes again."""
    starts, heading, ad = [0], 0, 0
    for place, block in enumerate(blocks):
        found = _AD.match(block.text)
        if found:
            if int(found[1]) == 1 and ad > 1:
                starts.append(heading)
            ad = int(found[1])
        elif place in headings:
            heading = place
    return starts
