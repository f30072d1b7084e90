"""Running heads, running feet and page numbers: lines at the edge of a page that come back on most pages."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.reading.pdf_lines import Line, Page

FEWEST_PAGES = 3
"""In fewer pages, a line that comes back says nothing."""
SHARE = 0.4
"""The share of pages with the line: left and right pages may each have their own."""
EDGE = 3
"""Lines at the top and at the bottom of a page that are looked at."""

_NUMBER = re.compile(r"\d+")


def without_running(pages: Sequence[Page]) -> Sequence[Page]:
    """The pages without the lines that run through them; all of them when nothing else would be left."""
    if len(pages) < FEWEST_PAGES:
        return pages
    counts: Counter[tuple[bool, str]] = Counter()
    for number, page in enumerate(pages):
        counts.update({key for place in _edge(page.lines) for key in _keys(page.lines[place], place, number)})
    often = max(FEWEST_PAGES, SHARE * len(pages))
    running = {key for key, count in counts.items() if count >= often}
    kept = [replace(page, lines=tuple(_kept(page.lines, number, running))) for number, page in enumerate(pages)]
    return kept if any(page.lines for page in kept) else pages


def _edge(lines: Sequence[Line]) -> set[int]:
    """The places of the edge lines: from the top, and (below zero) from the bottom."""
    reach = min(EDGE, len(lines))
    return {*range(reach), *range(-reach, 0)}


def _keys(line: Line, place: int, number: int) -> Iterator[tuple[bool, str]]:
    """The line as it is, and with its first or last number counted from this page: a page number is then the same."""
    top = place >= 0
    yield top, line.text
    numbers = list(_NUMBER.finditer(line.text))
    for found in numbers[:1] + numbers[-1:]:
        if len(found.group()) < 5:  # no page number is longer
            shifted = f"{line.text[: found.start()]}\0{int(found.group()) - number}{line.text[found.end() :]}"
            yield top, shifted


def _kept(lines: Sequence[Line], number: int, running: set[tuple[bool, str]]) -> Iterator[Line]:
    dropped = {
        place % len(lines)
        for place in _edge(lines)
        if any(key in running for key in _keys(lines[place], place, number))
    }
    yield from (line for place, line in enumerate(lines) if place not in dropped)
