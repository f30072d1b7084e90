"""The lines of a page as they are printed: their text, letter size, weight and place."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

LARGER = 1.08
"""Times the letter size of the text, from which letters catch the eye."""

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
    """The printed page number, the place in the file (from 0; None for text without pages) and the lines of a page."""

    label: str
    index: int | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters that most of a document is printed in; `plain` when hardly anything is printed in others."""

    size: float = 0.0
    bold: bool = False
    plain: bool = True

    @classmethod
    def of(cls, pages: Sequence[Page]) -> "Letters":
        """The letters of these pages."""
        characters = Counter[tuple[float, bool]]()
        for page in pages:
            for line in page.lines:
                characters[line.size, line.bold] += len(line.text)
        for (size, bold), count in characters.most_common(1):
            return cls(size, bold, count > 0.98 * characters.total())
        return cls()

    def is_larger(self, line: Line) -> bool:
        """Whether `line` is printed in larger letters than these."""
        return line.size > LARGER * self.size

    def stands_out(self, line: Line) -> bool:
        """Whether `line` catches the eye among these letters."""
        return self.is_larger(line) or (line.bold and not self.bold)


def run_of(text: str, outer: Sequence[float], inner: Sequence[float], font: str, size: float) -> Run:
    """A run, from its place in text space (`inner`) and of that in the page (`outer`), both as PDF matrices."""
    vertical = inner[2] * outer[1] + inner[3] * outer[3]
    left = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
    height = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
    return Run(len("".join(text.split())), round(abs(size * vertical), 1), _is_bold(font), left, height)


@lru_cache
def _is_bold(font: str) -> bool:
    return bool(_BOLD.search(font))


def lines_of(text: str, runs: Sequence[Run]) -> Iterator[Line]:
    """The lines of a page's text that are not blank, with the font and the place of the runs they are made of."""
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
        if run.characters > count:
            left_over.append(replace(run, characters=run.characters - count))
            run = replace(run, characters=count)
        taken.append(run)
        count -= run.characters
    return taken


def _styled(line: str, runs: list[Run], blank: bool) -> Line:
    longest = max(runs, key=lambda run: run.characters)
    bold = sum(run.characters for run in runs if run.bold) >= _MOSTLY * sum(run.characters for run in runs)
    return Line(line, longest.size, bold, runs[0].left, runs[0].height, blank)
