"""A draft as text -> its units: the sentences, bullets and table rows to judge, with their places and headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from corpus import sentence_spans

LONGEST_HEADING = 90
MOST_HEADING_WORDS = 12
_OPEN_ENDED = (".", ";", ":", "?", "!", ",")
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
        position, heading = 0, ""
        for line in self.text.splitlines(keepends=True):
            stripped = line.strip()
            start = position + len(line) - len(line.lstrip())
            position += len(line)
            if not stripped:
                continue
            if _is_heading(stripped):
                heading = stripped.lstrip("# ")
                yield Unit(start, start + len(stripped), "", is_heading=True)
            elif "|" in stripped:
                yield Unit(start, start + len(stripped), heading)
            else:
                yield from (Unit(start + a, start + b, heading) for a, b in sentence_spans(stripped))


def _is_heading(line: str) -> bool:
    if line.startswith("#"):
        return True
    short = len(line) < LONGEST_HEADING and len(line.split()) <= MOST_HEADING_WORDS
    return short and not line.endswith(_OPEN_ENDED) and "|" not in line and not _BULLET.match(line)
