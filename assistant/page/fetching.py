"""Fetching the originals of sources into the library, one after the other, because the reader asked for it."""

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.page.telling import ending_told
from corpus import InputError, LinkKind, Source
from corpus.fetching import Fetched, Fetcher, Progress
from corpus.originals import Library

FETCHABLE = (LinkKind.DOCUMENT, LinkKind.PAGINA)
"""What stands behind an address that can be fetched as the document itself."""

FOLDER = ".ophalen"
"""In the folder of the library: what came of a broken download, for the next time."""

SECONDS = 0.5
"""How often is told how far it is."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """How fetching a source ended: the sentence for the reader, and whether the original is there now."""

    source: Source
    sentence: str
    well: bool


Step = Source | Progress | Arrived
"""A source that is begun with, how far it is, and how it ended."""


def fetch_originals(sources: Iterable[Source], library: Library, fetcher: Fetcher) -> Iterator[Step]:
    """Fetch the originals, and tell of each how it goes."""
    for source in sources:
        yield source
        last = 0.0
        for step in fetcher.fetch(source.url, library.folder / FOLDER, source.id):
            if isinstance(step, Fetched):
                yield _arrived(source, step, library)
            elif time.monotonic() - last > SECONDS:
                last = time.monotonic()
                yield step


def _arrived(source: Source, fetched: Fetched, library: Library) -> Arrived:
    if fetched.path is None:
        sentence = ending_told(fetched.ending, title=source.short, detail=fetched.detail)
        return Arrived(source, sentence, well=False)
    try:
        library.add(fetched.path, source_id=source.id, fetched_from=fetched.address)
    except InputError as error:
        return Arrived(source, str(error), well=False)
    finally:
        fetched.path.unlink(missing_ok=True)
    return Arrived(source, ending_told(fetched.ending, title=source.short), well=True)
