"""What the tab "Bronnen" shows: the list of sources and documents, and how adding or fetching them goes."""

import datetime
from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from assistant.obtaining import can_be_fetched, size_in_dutch
from assistant.page.telling import told
from assistant.places import document_address
from assistant.rendering import templates
from assistant.source_wording import score_in_dutch
from assistant.wording import date_in_dutch
from corpus import Certainty, Content, Source
from corpus.originals import Entry


def fetchable(content: Content, entries: Sequence[Entry]) -> tuple[Source, ...]:
    """The sources that have an address of the document itself, and whose original is not there."""
    present = {entry.source_id for entry in entries}
    return tuple(s for s in content.sources.values() if can_be_fetched(s) and s.id not in present)


def list_html(content: Content, entries: Sequence[Entry], *, managed: bool) -> str:
    """The documents of the region and the sources, each with what can be done with it."""
    values = {
        "sources": list(content.sources.values()),
        "present": {entry.source_id: entry for entry in entries if entry.source_id},
        "own": [entry for entry in entries if entry.source_id is None],
        "fetchable": {source.id for source in fetchable(content, entries)},
        "managed": managed,
        "certainties": lambda source: _uncertain(content, source),
        "address": document_address,
        "day": _day,
        "size": size_in_dutch,
        "score": score_in_dutch,
    }
    return templates().get_template("bronnentab.html.j2").render(**values)


def status_html(said: Sequence[str] = (), wrong: Sequence[str] = ()) -> str:
    """What was done, and what went wrong, as screen readers announce it."""
    shell = '<p role="status" class="stand">{}</p><p role="alert" class="fout">{}</p>'
    return Markup(shell).format(Markup("<br>").join(said), Markup("<br>").join(wrong))


def added_sentence(entry: Entry, name: str) -> str:
    """What became of a file that was added."""
    if entry.source_id is None:
        return told("toegevoegd_eigen", file=name, title=entry.title)
    return told("toegevoegd_origineel", file=name, title=entry.title, score=score_in_dutch(entry.certainty))


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
