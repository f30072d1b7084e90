"""Printed lines -> headings, paragraphs and list items, by their words, their length and their letters."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from corpus.documents import Block, BlockKind
from corpus.reading import pdf_marks as marks
from corpus.reading.pdf_lines import Line, Page

LONGEST_HEADING = 160
"""Characters."""
SHORT = 0.75
"""The share of a full line below which the next word would have fitted: the writer ended the line."""
LARGER = 1.08
"""Times the letter size of the text, from which letters catch the eye."""
WIDE_GAP = 1.5
"""Times the usual distance between lines, from which white stands between them."""


@dataclass(frozen=True, slots=True)
class _Printed:
    """A line, its page, how full it is (1 is a full line), the white above it (1 is usual), and whether it stands out."""

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
    styles = Counter[tuple[float, bool]]()
    for page in pages:
        for line in page.lines:
            styles[line.size, line.bold] += len(line.text)
    if not styles:
        return
    (body, share), = styles.most_common(1)
    plain = share > 0.98 * styles.total()
    groups: list[list[_Printed]] = []
    for printed in _printed(pages, *body):
        if groups and not _starts(groups[-1], printed):
            groups[-1].append(printed)
        else:
            groups.append([printed])
    for before, group, after in zip([None, *groups], groups, [*groups[1:], None], strict=False):
        heading = _is_heading(group, before[-1] if before else None, after[0] if after else None, plain)
        yield _block(group, heading, pages[group[0].page].label)


def _printed(pages: Sequence[Page], size: float, bold: bool) -> Iterator[_Printed]:
    widths = [len(line.text) for page in pages for line in page.lines]
    usual = _full(widths)
    for number, page in enumerate(pages):
        if not page.lines:
            continue
        here = [len(line.text) * (line.size or 1) / (size or 1) for line in page.lines]
        full = _full(here) if len(here) >= 8 else usual
        drops = [above.height - line.height for above, line in zip(page.lines, page.lines[1:], strict=False)]
        leading = median([drop for drop in drops if drop > 0] or [0]) or 1
        for line, width, drop in zip(page.lines, here, [0.0, *drops], strict=True):
            stands_out = line.size > LARGER * size or (line.bold and not bold)
            yield _Printed(line, number, min(width / full, 1), drop / leading, stands_out)


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
        return not runs_on
    if marks.bullet_of(line.text) or _is_marked(line.text) and not marks.refers_on(above.text):
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
    return marks.is_enumerated(text) or marks.has_levels(text) or marks.is_labelled(text) and ":" in text[:14]


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
    if before is not None and not marks.ends_sentence(before.text) and before.page == first.page:
        opens = opens and before.is_short and not _is_item(before.text)
    if marks.is_numbered(text):
        return opens and not (before and before.text.endswith(":")) and not _is_item(after.text)
    return opens and len(group) == 1 and first.fill < 0.6 and len(text.split()) <= 10 and not _is_item(text)


def _block(group: list[_Printed], heading: bool, page: str) -> Block:
    text = marks.joined([line.text for line in group])
    if heading:
        return Block(text, BlockKind.HEADING, page)
    bullet = marks.bullet_of(text)
    return Block(f"- {text[len(bullet) :]}" if bullet else text, page=page)
