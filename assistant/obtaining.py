"""Fetching the originals of sources into the library, with a line for the reader at each step."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from assistant.finding import Finder
from assistant.source_wording import say
from assistant.wording import date_in_dutch
from corpus import Content, InputError, LinkKind, Source
from corpus.fetching import Ending, Fetched, Fetcher, Progress
from corpus.originals import KnownFileError, Library
from corpus.reading import LARGEST_FILE

FOLDER = ".opgehaald"
"""Where a document stands in the folder of the library until it is read."""


@dataclass(frozen=True, slots=True)
class Step:
    """A line about a source; the `last` one tells how it ended. `present`: the original is in the library."""

    source_id: str
    text: str
    last: bool = False
    present: bool = False


def can_be_fetched(source: Source) -> bool:
    """Whether the document itself stands behind the address of the source."""
    return source.url_kind is LinkKind.DOCUMENT


class Obtainer:
    """Fetches originals, one after the other, because a reader asked for it."""

    def __init__(self, content: Content, library: Library, finder: Finder, fetcher: Fetcher | None = None) -> None:
        self._content = content
        self._library = library
        self._finder = finder
        self._fetcher = fetcher or Fetcher()

    def fetch(self, ids: Sequence[str] = (), *, again: bool = False) -> Iterator[Step]:
        """Fetch these sources (all of them when none is named); one that is there already only when `again`.

        InputError for an id that is no source, before anything is fetched, and for a library that cannot be written.
        """
        if unknown := next((name for name in ids if name not in self._content.sources), None):
            raise InputError(say("samen", "onbekend", id=unknown))
        sources = [self._content.sources[name] for name in dict.fromkeys(ids or self._content.sources)]
        return (step for source in sources for step in self._steps(source, again))

    def _steps(self, source: Source, again: bool) -> Iterator[Step]:
        present = self._library.of_source(source.id)
        if present and not again:
            when = date_in_dutch(present.added.isoformat())
            yield _last(source, "was_er", present=True, datum=when)
        elif not can_be_fetched(source):
            yield Step(source.id, say("zonder_document", source.url_kind, **_values(source)), last=True)
        else:
            yield from self._fetched(source)

    def _fetched(self, source: Source) -> Iterator[Step]:
        told = _step(source, "begint")
        yield told
        for step in self._fetcher.fetch(source.url, self._library.folder / FOLDER, source.id):
            if isinstance(step, Progress):
                if told != (told := _received(source, step)):
                    yield told
            elif step.path:
                yield _step(source, "lezen")
                yield self._kept(source, step, step.path)
            else:
                yield _last(source, step.ending, detail=step.detail, grootste=size_in_dutch(LARGEST_FILE))

    def _kept(self, source: Source, fetched: Fetched, path: Path) -> Step:
        """Read the document and put it in the library."""
        size = size_in_dutch(path.stat().st_size)
        try:
            entry = self._library.add(path, source_id=source.id, fetched_from=fetched.address)
        except KnownFileError:
            return _last(source, "zelfde", present=True)
        except InputError as error:
            return _last(source, "onleesbaar", fout=error)
        finally:
            path.unlink(missing_ok=True)
        with suppress(InputError):  # it was taken out again in another window
            self._finder.index(entry)
        name = Ending.OPGEHAALD if fetched.address == source.url else "verhuisd"
        return _last(source, name, present=True, omvang=size, adres=fetched.address)


def summary(steps: Sequence[Step]) -> str:
    """What came of it all, in one line."""
    last = [step for step in steps if step.last]
    present = sum(step.present for step in last)
    return say("samen", "klaar" if present else "niets", gelukt=present, totaal=len(last))


def size_in_dutch(size: int) -> str:
    """Bytes as a reader says them: '350 kB', '1,2 MB'."""
    kilobytes = max(1, round(size / 1000))
    return f"{kilobytes} kB" if kilobytes < 1000 else f"{size / 1_000_000:.1f} MB".replace(".", ",")


def _received(source: Source, progress: Progress) -> Step:
    received = size_in_dutch(progress.received)
    if progress.total is None:
        return _step(source, "ontvangen", ontvangen=received)
    return _step(source, "ontvangen_van", ontvangen=received, totaal=size_in_dutch(progress.total))


def _step(source: Source, name: str, **values: object) -> Step:
    return Step(source.id, say("onderweg", name, **_values(source), **values))


def _last(source: Source, name: str, *, present: bool = False, **values: object) -> Step:
    return Step(source.id, say("uitslag", name, **_values(source), **values), last=True, present=present)


def _values(source: Source) -> dict[str, str]:
    parts = urlsplit(source.url)
    site = f"{parts.scheme}://{parts.hostname}"
    return {
        "kort": source.short,
        "titel": source.title,
        "uitgever": source.publisher,
        "url": source.url,
        "site": site,
    }
