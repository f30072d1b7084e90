"""Tables of figures: as Markdown, and where the product is not the best in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

Cell = str | float

MARGIN = 0.05
"""Times and memory that differ by a smaller share than this are taken for equal: they vary that much by themselves."""


class Better(Enum):
    """Which figures of a column are the good ones."""

    HIGH = "high"
    LOW = "low"
    NEITHER = "neither"


@dataclass(frozen=True)
class Column:
    """A heading, how many decimals its figures get, and which are the good ones."""

    name: str
    decimals: int = 0
    better: Better = Better.NEITHER


@dataclass(frozen=True)
class Table:
    """Rows of figures; the row of the product comes first."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    name: str = ""

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError("a row with another number of cells than there are columns")

    def markdown(self) -> str:
        """The table as Markdown, with figures as they are written in Dutch."""
        heads = [column.name for column in self.columns]
        lines = [heads, ["---:" if column.better is not Better.NEITHER else "---" for column in self.columns]]
        lines += [[_written(c, column) for c, column in zip(row, self.columns, strict=True)] for row in self.rows]
        table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
        return f"**{self.name}**\n\n{table}" if self.name else table

    def behind(self) -> Iterator[str]:
        """For each column in which another is better than the product: which one is best, and both figures."""
        for number, column in enumerate(self.columns):
            if column.better is Better.NEITHER:
                continue
            sign = 1 if column.better is Better.HIGH else -1
            own, best = self.rows[0], max(self.rows, key=lambda row: sign * _figure(row[number], sign))
            mine, theirs = _figure(own[number], sign), _figure(best[number], sign)
            allowed = 0.0 if column.better is Better.HIGH else MARGIN * mine
            if sign * (theirs - mine) > allowed:
                what = " ".join(part for part in (self.name, column.name) if part)
                figures = f"{_written(best[number], column)} tegen {_written(own[number], column)}"
                yield f"{what}: {best[0]} ({best[1]}) {figures}"


@dataclass(frozen=True)
class Section:
    """A part of the report: what was measured and how, and the tables."""

    title: str
    note: str
    tables: tuple[Table, ...]

    def markdown(self) -> str:
        """The section as Markdown."""
        lost = [line for table in self.tables for line in table.behind()]
        parts = [f"## {self.title}", self.note, *(table.markdown() for table in self.tables)]
        if lost:
            parts.append("Hier is een ander beter:\n\n" + "\n".join(f"- {line}" for line in lost))
        return "\n\n".join(parts)


def number(value: float, decimals: int = 0) -> str:
    """A figure as it is written in Dutch: 1.234,5."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def _written(cell: Cell, column: Column) -> str:
    return cell if isinstance(cell, str) else number(cell, column.decimals)


def _figure(cell: Cell, sign: int) -> float:
    """A cell as a number; what was not measured is never the best."""
    return cell if isinstance(cell, float) else -sign * float("inf")


def section(title: str, note: str, tables: Sequence[Table]) -> Section:
    """A section, its note as one paragraph."""
    return Section(title, " ".join(note.split()), tuple(tables))
