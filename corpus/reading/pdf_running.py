"""Running heads, running feet and page numbers: lines at the edge of a page that come back on most pages."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from corpus.reading.pdf_lines import Letters, Page

FEWEST_PAGES = 3
"""In fewer pages, a line that comes back says nothing."""
SHARE = 0.4
"""The share of pages with the line: left and right pages may each have their own."""
EDGE = 3
"""Lines at the top and at the bottom of a page that are looked at."""

_NUMBER = re.compile(r"(?<![\d.,])\d{1,4}(?![\d.,])")
"""A number that can be that of a page: no part of '2.1' or '1.000'."""

_Key = tuple[bool, str]
"""Whether the line stands at the bottom, and what comes back of it."""


def without_running(pages: Sequence[Page]) -> Sequence[Page]:
    """The pages without the lines that run through them; all of them when nothing else would be left."""
    if len(pages) < FEWEST_PAGES:
        return pages
    letters = Letters.of(pages)
    edges = [
        {place: set(_keys(page, place, number, letters)) for place in _edge(page)} for number, page in enumerate(pages)
    ]
    counts = Counter(key for edge in edges for key in set().union(*edge.values()))
    running = {key for key, count in counts.items() if count >= max(FEWEST_PAGES, SHARE * len(pages))}
    kept = [_without(page, edge, running) for page, edge in zip(pages, edges, strict=True)]
    return kept if any(page.lines for page in kept) else pages


def _edge(page: Page) -> set[int]:
    """The places of the edge lines: from the top, and (below zero) from the bottom."""
    reach = min(EDGE, len(page.lines))
    return {*range(reach), *range(-reach, 0)}


def _keys(page: Page, place: int, number: int, letters: Letters) -> Iterator[_Key]:
    """The line at `place` as it is, and with its first or last number counted from this page: 'Pagina 3' comes back so.

    Larger letters with a number are no page number, but a heading: 'Bijlage 3'.
    """
    line = page.lines[place]
    yield place < 0, line.text
    numbers = [] if letters.is_larger(line) else list(_NUMBER.finditer(line.text))
    for found in numbers[:1] + numbers[-1:]:
        yield place < 0, f"{line.text[: found.start()]}\0{int(found.group()) - number}{line.text[found.end() :]}"


def _without(page: Page, edge: Mapping[int, set[_Key]], running: set[_Key]) -> Page:
    dropped = {place % len(page.lines) for place, keys in edge.items() if keys & running}
    return replace(page, lines=tuple(line for place, line in enumerate(page.lines) if place not in dropped))
