"""What the tab "Bronnen" shows: the list of sources and documents."""

import datetime
from collections import Counter
from collections.abc import Sequence

from assistant.places import document_address
from assistant.rendering import templates
from assistant.wording import date_in_dutch
from corpus import Certainty, Content, LinkKind, Source
from corpus.originals import Entry

FETCHABLE = (LinkKind.DOCUMENT, LinkKind.PAGINA)
"""What stands behind an address that can be fetched as the document itself."""


def fetchable(content: Content, entries: Sequence[Entry]) -> tuple[str, ...]:
    """The ids of the sources that have an address of the document itself, and whose original is not there."""
    present = {entry.source_id for entry in entries}
    return tuple(s.id for s in content.sources.values() if s.url_kind in FETCHABLE and s.id not in present)


def list_html(content: Content, entries: Sequence[Entry], *, managed: bool) -> str:
    """The documents of the region and the sources, each with what can be done with it."""
    values = {
        "sources": list(content.sources.values()),
        "present": {entry.source_id: entry for entry in entries if entry.source_id},
        "own": [entry for entry in entries if entry.source_id is None],
        "fetchable": fetchable(content, entries),
        "managed": managed,
        "certainties": lambda source: _uncertain(content, source),
        "address": document_address,
        "day": _day,
        "size": size_in_dutch,
        "score": score_in_dutch,
    }
    return templates().get_template("bronnentab.html.j2").render(**values)


def size_in_dutch(size: int) -> str:
    """Bytes as a reader says them: '350 kB', '1,2 MB'."""
    kilobytes = max(1, round(size / 1000))
    return f"{kilobytes} kB" if kilobytes < 1000 else f"{size / 1_000_000:.1f} MB".replace(".", ",")


def score_in_dutch(score: float) -> str:
    """A score with two decimals: '0,71'."""
    return f"{score:.2f}".replace(".", ",")


def _day(day: datetime.date) -> str:
    return date_in_dutch(day.isoformat())


def _uncertain(content: Content, source: Source) -> list[tuple[Certainty, int]]:
    """How many of our passages of the source were not seen in the source itself, by certainty."""
    counts = Counter(passage.certainty for passage in content.passages_of(source.id))
    return [
        (certainty, counts[certainty])
        for certainty in Certainty
        if certainty is not Certainty.GEZIEN and counts[certainty]
    ]
