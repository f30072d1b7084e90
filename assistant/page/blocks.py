"""The blocks of a leaf -> HTML: headings, paragraphs, lists and tables, with the passage in `<mark>`."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from markupsafe import Markup, escape

from assistant.page.leaves import Leaf, Placed
from assistant.places import Span
from corpus import BlockKind

HIGHEST_HEADING, LOWEST_HEADING = 3, 6
"""The headings of a document stand under the title of our page (1) and the number of the leaf (2)."""

_BULLET = re.compile(r"- ")
_NUMBER = re.compile(r"(\d{1,3})[.)] ")
_CELL_BORDER = " | "


def leaf_html(leaf: Leaf, passage: Span | None) -> Markup:
    """The leaf as HTML; the first marked characters have `id="citaat"`."""
    return _lines(_Pen(leaf, passage).written())


def _form(placed: Placed) -> str:
    """How a block is written: list items next to each other make one list, rows one table."""
    if placed.block.kind is BlockKind.PARAGRAPH:
        if _BULLET.match(placed.block.text):
            return "list"
        if _NUMBER.match(placed.block.text):
            return "numbers"
    return placed.block.kind.value


class _Pen:
    """Writes a leaf from first to last, and remembers whether the passage already began."""

    def __init__(self, leaf: Leaf, passage: Span | None) -> None:
        self._leaf = leaf
        self._passage = passage
        self._begun = False
        levels = [placed.block.level for placed in leaf.blocks if placed.block.kind is BlockKind.HEADING]
        self._highest = min(levels, default=0)

    def written(self) -> Iterator[Markup]:
        for form, group in groupby(self._leaf.blocks, _form):
            blocks = list(group)
            match form:
                case "list":
                    yield Markup("<ul>{}</ul>").format(_lines(self._bullets(blocks)))
                case "numbers":
                    yield Markup("<ol>{}</ol>").format(_lines(self._numbers(blocks)))
                case BlockKind.ROW.value:
                    yield self._table(blocks)
                case BlockKind.HEADING.value:
                    yield from map(self._heading, blocks)
                case _:
                    yield from (Markup("<p>{}</p>").format(self._text(block)) for block in blocks)

    def _heading(self, placed: Placed) -> Markup:
        level = min(HIGHEST_HEADING + placed.block.level - self._highest, LOWEST_HEADING)
        return Markup("<h{}>{}</h{}>").format(level, self._text(placed), level)

    def _bullets(self, blocks: list[Placed]) -> Iterator[Markup]:
        for placed in blocks:
            yield Markup("<li>{}</li>").format(self._text(placed, len("- ")))

    def _numbers(self, blocks: list[Placed]) -> Iterator[Markup]:
        for placed in blocks:
            number = _NUMBER.match(placed.block.text)
            assert number, "a block is in a group of its own form"
            yield Markup('<li value="{}">{}</li>').format(int(number[1]), self._text(placed, number.end()))

    def _table(self, blocks: list[Placed]) -> Markup:
        rows = [list(self._cells(placed)) for placed in blocks]
        goes_on = self._leaf.inside_table and blocks[0] == self._leaf.blocks[0]
        width = max(map(len, rows))
        has_head = len(rows) > 1 and not goes_on and len(rows[0]) == width and all(rows[0])
        shapes = ['<th scope="col">{}</th>' if has_head else "<td>{}</td>", *["<td>{}</td>"] * (len(rows) - 1)]
        lines = (_row(row, shape, width) for row, shape in zip(rows, shapes, strict=True))
        shell = '<div class="tabel" role="region" aria-label="Tabel" tabindex="0"><table>\n{}\n</table></div>'
        return Markup(shell).format(_lines(lines))

    def _cells(self, placed: Placed) -> Iterator[Markup]:
        start = 0
        for cell in placed.block.text.split(_CELL_BORDER):
            yield self._text(placed, start, start + len(cell))
            start += len(cell) + len(_CELL_BORDER)

    def _text(self, placed: Placed, start: int = 0, end: int | None = None) -> Markup:
        """The characters `start` to `end` of the block, what is of the passage marked."""
        text, first = placed.block.text, placed.span.start
        last = len(text) if end is None else end
        marked = self._passage and self._passage.within(Span(first + start, first + last))
        if not marked:
            return escape(text[start:last])
        name = Markup("") if self._begun else Markup(' id="citaat" tabindex="-1"')
        self._begun = True
        a, b = marked.start - first, marked.end - first
        return Markup("{}<mark{}>{}</mark>{}").format(text[start:a], name, text[a:b], text[b:last])


def _row(cells: list[Markup], shape: str, width: int) -> Markup:
    padded = [*cells, *[Markup("")] * (width - len(cells))]
    return Markup("<tr>{}</tr>").format(Markup("").join(Markup(shape).format(cell) for cell in padded))


def _lines(parts: Iterable[Markup]) -> Markup:
    return Markup("\n").join(parts)
