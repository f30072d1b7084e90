"""A draft as text -> its units: the sentences, bullets and table rows to judge, with their places and headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from corpus import sentence_spans

LONGEST_HEADING = 90
MOST_HEADING_WORDS = 12
LONGEST_MARKED_HEADING = 200
"""Characters; a longer line that begins with "#" is text that lost its line ends."""
_OPEN_ENDED = (".", ";", ":", "?", "!", ",")
_ENDS = ".:;?!"
_BULLET = re.compile(r"^(?:[-*•◦▪–]|\d{1,2}[.)]|[a-z][.)])\s+")


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of a draft that is judged by itself: characters `start` to `end` of its text."""

    start: int
    end: int
    heading: str
    is_heading: bool = False


@dataclass(frozen=True)
class Draft:
    """A text to review."""

    text: str

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The units, in order."""
        return tuple(self._units())

    def words(self, unit: Unit) -> str:
        """The text of a unit, letter for letter."""
        return self.text[unit.start : unit.end]

    def under_heading(self, unit: Unit) -> str:
        """The text of a unit with the heading it stands under."""
        return f"{unit.heading}. {self.words(unit)}" if unit.heading else self.words(unit)

    def around(self, number: int) -> str:
        """The text of a unit with its neighbours."""
        return " ".join(self.words(unit) for unit in self.units[max(0, number - 1) : number + 2])

    def _units(self) -> Iterator[Unit]:
        heading = ""
        for start, end in self._paragraphs():
            piece = self.text[start:end]
            if _is_heading(piece):
                heading = piece.lstrip("# ")
                yield Unit(start, end, "", is_heading=True)
            elif "|" in piece:
                yield Unit(start, end, heading)
            else:
                one_line = piece.replace("\r", " ").replace("\n", " ")  # as long as before, so that places stay
                yield from (Unit(start + a, start + b, heading) for a, b in sentence_spans(one_line))

    def _paragraphs(self) -> Iterator[tuple[int, int]]:
        """The places of the lines, those that were cut off in the middle of a sentence together."""
        position, begun, last, before = 0, -1, 0, ""
        for line in self.text.splitlines(keepends=True):
            stripped = line.strip()
            start, end = position + len(line) - len(line.lstrip()), position + len(line.rstrip())
            position += len(line)
            if begun >= 0 and not _goes_on(before, stripped):
                yield begun, last
                begun = -1
            if stripped:
                begun, last = (begun if begun >= 0 else start), end
            before = stripped
        if begun >= 0:
            yield begun, last


def _goes_on(before: str, line: str) -> bool:
    """Whether `line` goes on with the sentence of the line before it, as in text with hard line ends."""
    if not before or not line or "|" in before + line or before.startswith("#"):
        return False
    return line[0].islower() and before[-1] not in _ENDS and not _BULLET.match(line)


def _is_heading(line: str) -> bool:
    if line.startswith("#"):
        return len(line) < LONGEST_MARKED_HEADING
    short = len(line) < LONGEST_HEADING and len(line.split()) <= MOST_HEADING_WORDS
    return short and not line.endswith(_OPEN_ENDED) and "|" not in line and not _BULLET.match(line)
