"""`templates/zinnen.toml` and the files beside it: the fixed sentences and headings that a reader sees."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.types import Section
from corpus import Certainty, Statement

TEMPLATES = Path(__file__).parent / "templates"

BLANK = re.compile(r"(\[[^\W\d][^\[\]<>]*\])")
"""A blank that is still to be filled in, as in our own fill-in texts: "[naam regio]"."""


@cache
def _tables(name: str = "zinnen") -> dict[str, dict[str, str]]:
    return tomllib.loads((TEMPLATES / f"{name}.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Sentences:
    """The fixed sentences of one part of the work, in `templates/NAME.toml`."""

    name: str

    def say(self, table: str, key: str, /, **values: object) -> str:
        """The sentence `key` of a table, with the values filled in."""
        return self.table(table)[key].format(**values)

    def table(self, name: str) -> dict[str, str]:
        """Every sentence of a table by its key, in order."""
        return _tables(self.name)[name]


def heading(name: Section | str, **values: str) -> str:
    """The heading of a part of an answer."""
    return _tables()["koppen"][str(name)].format(**values)


def message(name: str, /, **values: object) -> str:
    """A sentence of the assistant itself: a refusal, a greeting, a question back."""
    return _tables()["meldingen"][name].format(**values)


def frame(name: str, **values: object) -> str:
    """A statement with what has to be said around it: that it is ours, or how sure it is."""
    return _tables()["voorvoegsels"][name].format(**values)


def comparing(name: str, **values: object) -> str:
    """A heading or sentence about two versions of a draft."""
    return _tables()["vergelijking"][name].format(**values)


def dated(statement: Statement) -> str:
    """A statement of what came later, with how old it is and how sure we are."""
    return frame(_CERTAINTY[statement.certainty], tekst=statement.text, datum=date_in_dutch(statement.dated))


_CERTAINTY = {
    Certainty.GEZIEN: "gezien",
    Certainty.TWEEDE_HAND: "tweede_hand",
    Certainty.AFGELEID: "afgeleid",
    Certainty.NIET_GEZIEN: "niet_gezien",
}


def example_questions() -> tuple[str, ...]:
    """Questions to show to who has not asked anything yet."""
    return tuple(_tables()["voorbeeldvragen"]["vragen"])


_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


def date_in_dutch(written: str) -> str:
    """'2025-01-30' as '30 januari 2025', '2025-01' as 'januari 2025', '2025' as '2025'."""
    year, *rest = written.split("-")
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year])
