"""Printed lines -> headings, paragraphs and list items, by their words, their length and their letters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from corpus.documents import Block, BlockKind
from corpus.reading import pdf_marks as marks
from corpus.reading.pdf_lines import LARGER, Letters, Line, Page

LONGEST_HEADING = 160
"""Characters."""
SHORT = 0.75
"""The share of a full line below which the next word would have fitted: the writer ended the line."""
WIDE_GAP = 1.5
"""Times the usual distance between lines, from which white stands between them."""


@dataclass(frozen=True, slots=True)
class _Printed:
    """A line and its page; how full it is (1 is a full line), the white above it (1 is usual), if it stands out."""

    line: Line
    page: int
    fill: float
    gap: float
    stands_out: bool

    @property
    def text(self) -> str:
        return self.line.text

    @property
    def is_short(self) -> bool:
        return self.fill < SHORT


def blocks_of(pages: Sequence[Page]) -> Iterator[Block]:
    """The blocks of the pages; a paragraph that runs on over a page end is one block, of the page where it starts."""
    letters = Letters.of(pages)
    groups: list[list[_Printed]] = []
    for printed in _printed(pages, letters):
        if groups and not _starts(groups[-1], printed):
            groups[-1].append(printed)
        else:
            groups.append([printed])
    headings = [
        _is_heading(group, before[-1] if before else None, after[0] if after else None, letters.plain)
        for before, group, after in zip([None, *groups], groups, [*groups[1:], None], strict=False)
    ]
    sizes = sorted({group[0].line.size for group, heading in zip(groups, headings, strict=True) if heading})
    for group, heading in zip(groups, headings, strict=True):
        level = len(sizes) - sizes.index(group[0].line.size) if heading else 0
        yield _block(group, level, pages[group[0].page])


def _printed(pages: Sequence[Page], letters: Letters) -> Iterator[_Printed]:
    usual = _full([len(line.text) for page in pages for line in page.lines] or [0])
    for number, page in enumerate(pages):
        if not page.lines:
            continue
        here = [len(line.text) * (line.size or 1) / (letters.size or 1) for line in page.lines]
        full = _full(here) if len(here) >= 8 else usual
        drops = [above.height - line.height for above, line in zip(page.lines, page.lines[1:], strict=False)]
        leading = median([drop for drop in drops if drop > 0] or [0]) or 1
        for line, width, drop in zip(page.lines, here, [0.0, *drops], strict=True):
            yield _Printed(line, number, min(width / full, 1), drop / leading, letters.stands_out(line))


def _full(widths: Sequence[float]) -> float:
    """The width of a full line: nine in ten are not wider."""
    return sorted(widths)[len(widths) * 9 // 10]


def _starts(group: list[_Printed], line: _Printed) -> bool:
    """Whether `line` starts a block, after the lines of `group`."""
    above = group[-1]
    if marks.bullet_of(above.text) == above.text:
        return False
    runs_on = marks.starts_small(line.text) and not marks.ends_sentence(above.text)
    if above.line.size and max(above.line.size, line.line.size) > LARGER * min(above.line.size, line.line.size):
        return True
    if above.stands_out != line.stands_out:
        return not runs_on or marks.is_enumerated(line.text)
    if marks.bullet_of(line.text) or (_is_marked(line.text) and not marks.refers_on(above.text)):
        return True
    if runs_on:
        return False
    if above.stands_out:
        return above.fill < 0.5 or line.gap > WIDE_GAP or line.page != above.page
    if line.page != above.page:
        return marks.ends_sentence(above.text) or above.is_short
    if line.line.after_blank or above.is_short or marks.is_of_contents(above.text):
        return True
    if _is_item(group[0].text) and len(group) > 1 and line.line.left < above.line.left - 2:
        return True
    return marks.ends_sentence(above.text) and (above.fill < 0.9 or line.gap > WIDE_GAP)


def _is_marked(text: str) -> bool:
    return marks.is_enumerated(text) or marks.has_levels(text) or (marks.is_labelled(text) and ":" in text[:14])


def _is_item(text: str) -> bool:
    return bool(marks.bullet_of(text)) or marks.is_enumerated(text)


def _is_heading(group: list[_Printed], before: _Printed | None, after: _Printed | None, plain: bool) -> bool:
    """Whether the group is a heading; in a `plain` document, where no letters stand out, its place must tell."""
    text, first = marks.joined([line.text for line in group]), group[0]
    if len(text) > LONGEST_HEADING or text.endswith((".", ";", ",", ":")) or marks.starts_small(text):
        return False
    if marks.bullet_of(text) or marks.is_of_contents(text) or not any(c.isalpha() for c in text):
        return False
    if first.stands_out:
        return True
    if len(group) > 2 or after is None or after.page != first.page:
        return False
    if marks.is_labelled(text) or marks.has_levels(text):
        return True
    opens = after.fill >= SHORT and not marks.starts_small(after.text) and (plain or first.gap > WIDE_GAP)
    closed = before is None or before.page != first.page or marks.ends_sentence(before.text) or first.gap > WIDE_GAP
    if marks.is_numbered(text):
        opens = opens and (closed or (before is not None and before.is_short and not _is_item(before.text)))
        return opens and not (before and before.text.endswith(":")) and not _is_item(after.text)
    brief = len(group) == 1 and first.fill < 0.6 and len(text.split()) <= 10
    return opens and closed and brief and not _is_item(text)


def _block(group: list[_Printed], level: int, page: Page) -> Block:
    """The group as a block; `level` is that of a heading, by the size of its letters, 0 for other text."""
    text = marks.joined([line.text for line in group])
    if level:
        return Block(text, BlockKind.HEADING, page.label, page.index, level)
    bullet = marks.bullet_of(text)
    return Block(f"- {text[len(bullet) :]}" if bullet else text, BlockKind.PARAGRAPH, page.label, page.index)
