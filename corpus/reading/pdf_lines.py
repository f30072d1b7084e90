"""The lines of a page as they are printed: their text, letter size, weight and place."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_BOLD = re.compile(r"bold|black|heavy|demi", re.IGNORECASE)
_MOSTLY = 0.9
"""The share of a line's letters that must be bold to call the line bold."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one font: how many characters (no white space), and where its first one stands, in points."""

    characters: int
    size: float
    bold: bool
    left: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line; `size` is 0 when nothing is known of its font and place."""

    text: str
    size: float = 0.0
    bold: bool = False
    left: float = 0.0
    height: float = 0.0
    after_blank: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The printed page number and the lines of a page."""

    label: str
    lines: tuple[Line, ...]


def run_of(text: str, outer: Sequence[float], inner: Sequence[float], font: str, size: float) -> Run:
    """A run, from its place in text space (`inner`) and of that in the page (`outer`), both as PDF matrices."""
    vertical = inner[2] * outer[1] + inner[3] * outer[3]
    left = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
    height = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
    return Run(len("".join(text.split())), round(abs(size * vertical), 1), bool(_BOLD.search(font)), left, height)


def lines_of(text: str, runs: Sequence[Run]) -> Iterator[Line]:
    """The lines of a page's text that are not blank, each with the font and the place of the runs that it is made of."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    counts = [len(line.replace(" ", "")) for line in lines]
    known = sum(counts) == sum(run.characters for run in runs)
    rest, left_over = iter(runs), list[Run]()
    blank = False
    for line, count in zip(lines, counts, strict=True):
        if not line:
            blank = True
            continue
        yield _styled(line, _taken(count, rest, left_over), blank) if known else Line(line, after_blank=blank)
        blank = False


def _taken(count: int, rest: Iterator[Run], left_over: list[Run]) -> list[Run]:
    """The runs of the next `count` characters; what is left of the last one stays in `left_over`."""
    taken = []
    while count:
        run = left_over.pop() if left_over else next(rest)
        part = min(count, run.characters)
        if part:
            taken.append(Run(part, run.size, run.bold, run.left, run.height))
        if part < run.characters:
            left_over.append(Run(run.characters - part, run.size, run.bold, run.left, run.height))
        count -= part
    return taken


def _styled(line: str, runs: list[Run], blank: bool) -> Line:
    sizes = Counter[float]()
    for run in runs:
        sizes[run.size] += run.characters
    bold = sum(run.characters for run in runs if run.bold) >= _MOSTLY * sizes.total()
    return Line(line, sizes.most_common(1)[0][0], bold, runs[0].left, runs[0].height, blank)
