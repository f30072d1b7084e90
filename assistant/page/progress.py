"""A working list -> how far it is, as HTML: a bar for each chapter with the same in words, and the afspraken."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from assistant.coverage import AFSPRAKEN, afspraak_sentence
from assistant.rendering import templates
from assistant.worklist import Progress, Status, Worklist
from assistant.worklist_report import (
    afspraak_in_words,
    afspraak_items,
    progress_in_a_sentence,
    progress_in_words,
)
from corpus import PARTS, Content

DRAWN = (Status.KLAAR, Status.CONTROLEREN, Status.BEZIG)
"""The statuses that a bar shows, from left to right; the rest of it is empty."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A piece of a bar, in hundredths of its length."""

    status: Status
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Afspraak:
    """A line about an afspraak: what it is about, the items that we place under it, and how far they are."""

    sentence: str
    items: tuple[str, ...]
    standing: str


def progress_html(worklist: Worklist) -> Markup:
    """How far the whole list and each chapter is."""
    parts = [(part, Progress.of(entries)) for part, entries in worklist.parts().items()]
    values = {
        "sentence": progress_in_a_sentence(worklist.progress()),
        "parts": parts,
        "titles": PARTS,
        "bars": lambda progress: list(bars(progress)),
        "words": progress_in_words,
    }
    return Markup(templates().get_template("checklist_voortgang.html.j2").render(**values))


def bars(progress: Progress) -> Iterator[Bar]:
    """The pieces of the bar of a group of items, side by side."""
    start = 0.0
    for status in DRAWN:
        if count := progress.counts[status]:
            width = 100 * count / progress.counting
            yield Bar(status, round(start, 2), round(width, 2))
            start += width


def afspraken_html(worklist: Worklist, content: Content) -> Markup:
    """How far the items of each afspraak are."""
    rows = [_afspraak(number, worklist, content) for number in AFSPRAKEN]
    return Markup(templates().get_template("checklist_afspraken.html.j2").render(rows=rows))


def _afspraak(number: int, worklist: Worklist, content: Content) -> Afspraak:
    items = afspraak_items(number, content)
    return Afspraak(afspraak_sentence(number, content), items, afspraak_in_words(worklist.progress(items)))
