"""A draft -> HTML in which the evidence of its review is marked, each mark with a way back to its items."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup, escape

from assistant.drafting import Draft
from assistant.review import Evidence, Review
from corpus import Content

_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Place:
    """Characters `start` to `end` of a draft that are evidence, numbered in order, and the items that rest on them."""

    number: int
    start: int
    end: int
    items: tuple[str, ...]


def places(review: Review) -> tuple[Place, ...]:
    """The places that are evidence, in order, the longest first; what several items rest on is one place."""
    spans: dict[tuple[int, int], list[str]] = {}
    for finding in review.findings:
        for evidence in finding.evidence:
            spans.setdefault((evidence.start, evidence.end), []).append(finding.item)
    longest_first = sorted(spans.items(), key=lambda entry: (entry[0][0], -entry[0][1]))
    return tuple(
        Place(number, *span, tuple(dict.fromkeys(items))) for number, (span, items) in enumerate(longest_first, 1)
    )


def number_of(evidence: Evidence, found: Iterable[Place]) -> int:
    """The number of the place where the evidence stands."""
    return next(place.number for place in found if (place.start, place.end) == (evidence.start, evidence.end))


def marked_draft(draft: Draft, found: tuple[Place, ...], content: Content) -> Markup:
    """The draft as HTML, a paragraph for each line, with each place in a `<mark id="bewijs-NUMBER">`."""
    headings = {unit.start for unit in draft.units if unit.is_heading}
    pen = _Pen(draft.text, found, content)
    return Markup("\n").join(
        Markup("<p{}>{}</p>").format(
            Markup(' class="kopje"') if _first_letter(line) in headings else "", pen.line(*line.span())
        )
        for line in _LINE.finditer(draft.text)
        if line[0].strip()
    )


def _first_letter(line: re.Match[str]) -> int:
    return line.end() - len(line[0].lstrip())


class _Pen:
    """Writes the lines of a draft from first to last, and remembers which places already began."""

    def __init__(self, text: str, found: tuple[Place, ...], content: Content) -> None:
        self._text = text
        self._found = found
        self._content = content
        self._begun: set[int] = set()

    def line(self, start: int, end: int) -> Markup:
        """The characters `start` to `end`, cut wherever a place begins or ends, so that marks only ever nest."""
        here = [place for place in self._found if place.start < end and start < place.end]
        cuts = sorted({start, end, *(cut for place in here for cut in (place.start, place.end) if start < cut < end)})
        return Markup("").join(
            self._piece(a, b, [place for place in here if place.start <= a and b <= place.end])
            for a, b in pairwise(cuts)
        )

    def _piece(self, start: int, end: int, covering: list[Place]) -> Markup:
        html = escape(self._text[start:end])
        for place in reversed(covering):
            if place.number in self._begun:
                html = Markup("<mark>{}</mark>").format(html)
            else:
                self._begun.add(place.number)
                name = f"bewijs-{place.number}"
                html = Markup('<mark id="{}" tabindex="-1">{}{}</mark>').format(name, self._ways_back(place), html)
        return html

    def _ways_back(self, place: Place) -> Markup:
        link = Markup('<a class="terug" href="#bij-{}-{}" aria-label="{}: naar wat wij vonden over {}">{}</a> ')
        titles = ((item, self._content.items[item].title) for item in place.items)
        return Markup("").join(link.format(item, place.number, item, title, item) for item, title in titles)
